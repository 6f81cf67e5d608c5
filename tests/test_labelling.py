"""Labels given by their words are found where the words stand."""

import pytest

from helpers import paths
from helpers.corpus import read_articles
from helpers.evaluation import evaluate_statements
from helpers.labelling import LabelError, read_marked_statements
from helpers.statements import find_statements

FLOOD = paths.PROJECT / "tests" / "data" / "corpora" / "flood"
HEADER = "article_id,words,quote_type,speaker,speaker_name\n"


@pytest.fixture
def read(tmp_path, make_articles):
    def read(text, *rows):
        path = tmp_path / "mine.csv"
        path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
        return read_marked_statements(path, make_articles(text))

    return read


def test_words_become_places(read):
    labels = read('"Go," he said. "Go\nnow."', 'a0,"Go, | Go now.",direct,he,')
    assert labels.to_dict("records") == [
        {
            "article_id": "a0",
            "start": 1,
            "end": 23,
            "fragments": [(1, 4), (16, 23)],
            "quote_type": "direct",
            "speaker": "he",
            "speaker_name": None,
        }
    ]


def test_the_same_words_twice_are_two_places(read):
    labels = read("A said yes. B said yes.", "a0,yes,indirect,A,", "a0,yes,indirect,B,")
    assert labels["start"].tolist() == [7, 19]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a1,yes,direct,A,", "row 2: there is no article 'a1'"),
        ("a0,yes,spoken,A,", "quote_type is 'spoken'; it must be one of direct, indirect, mixed"),
        ("a0,no,direct,A,", "the words 'no' don't stand in the article. Copy them"),
        ("a0,yes |,direct,A,", "a piece of the words 'yes |' is empty"),
    ],
)
def test_a_label_that_cannot_be_used_is_named(read, row, says):
    with pytest.raises(LabelError) as error:
        read("A said yes.", row)
    assert says in str(error.value)


def test_a_missing_column_is_named(tmp_path, make_articles):
    path = tmp_path / "mine.csv"
    path.write_text("article_id,words\n", encoding="utf-8")
    with pytest.raises(ValueError, match="needs the column"):
        read_marked_statements(path, make_articles("Yes."))


def test_the_template_scores_the_article_it_was_written_for():
    articles = read_articles(FLOOD)
    labels = read_marked_statements(paths.LABELS / "TEMPLATE.csv", articles)
    text = articles["text"][0]
    assert [text[start:end] for start, end in labels["fragments"][0]] == [
        "We were told too late, and we were told too little,",
        "The government failed this valley.",
    ]
    scores = evaluate_statements(find_statements(articles), labels, articles)
    everything = scores[(scores["quote_type"] == "all") & (scores["overlap"] == 0.3)]
    assert everything["n_labels"].item() == 9
    assert everything["n_matched"].item() >= 7  # rules may get better; far fewer is a fault
