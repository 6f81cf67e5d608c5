"""Labels given by their words are found where the words stand."""

import pytest

from helpers import paths
from helpers.corpus import read_articles
from helpers.evaluation import evaluate_statements
from helpers.labelling import LabelError, kind_of, read_marks
from helpers.statements import find_statements
from helpers.userfiles import FileError

FLOOD = paths.PROJECT / "tests" / "data" / "corpora" / "flood"
HEADER = "article_id,words,quote_type,speaker,speaker_name\n"


@pytest.fixture
def read(tmp_path, make_articles):
    def read(text, *rows):
        path = tmp_path / "mine.csv"
        path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
        return read_marks(path, make_articles(text))

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
        ("a1,yes,direct,A,", "line 2: there is no article 'a1'"),
        ("a0,yes,spoken,A,", "quote_type is 'spoken'; it must be one of direct, indirect, mixed"),
        ("a0,no,direct,A,", "the words 'no' don't stand in the article. Copy them"),
        ("a0,yes |,direct,A,", "a piece of the words 'yes |' is empty"),
    ],
)
def test_a_label_that_cannot_be_used_is_named(read, row, says):
    with pytest.raises(FileError) as error:
        read("A said yes.", row)
    assert says in str(error.value)


def test_a_missing_column_is_named(tmp_path, make_articles):
    path = tmp_path / "mine.csv"
    path.write_text("article_id,words\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.csv, line 1: the column 'quote_type' is missing"):
        read_marks(path, make_articles("Yes."))


def write(path, *lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


CLAIMS = "article_id,words,low,high,bound,effect,source"


def test_claims_have_numbers_and_the_same_words_may_count_two_kinds_of_harm(
    tmp_path, make_articles
):
    path = write(
        tmp_path / "casualty_claims.csv",
        CLAIMS,
        'a0,3,"1,200",,at_least,killed,police',
        "a0,3,3,3,exact,wounded,",
        "a0,3,3,3,exact,killed,",
    )
    labels = read_marks(path, make_articles("3 died, 3 fell."), "casualty_claims")
    assert labels["start"].tolist() == [0, 0, 8]
    assert labels["low"].tolist() == [1200, 3, 3]
    assert labels["high"].isna().tolist() == [True, False, False]
    assert labels["source"].tolist() == ["police", None, None]


def test_two_stances_of_one_statement_stand_in_one_place(tmp_path, make_articles):
    path = write(
        tmp_path / "stance.csv",
        "article_id,words,speaker,target,stance",
        "a0,Go,,dam,against",
        "a0,Go,,road,none",
    )
    labels = read_marks(path, make_articles("Go. Go."), "stance")
    assert labels["start"].tolist() == [0, 0]
    assert labels["speaker"].tolist() == ["", ""]


def test_places_can_be_given_instead_of_words(tmp_path, make_articles):
    path = write(
        tmp_path / "statements.csv",
        "article_id,start,end,fragments,quote_type,speaker,speaker_name",
        "a0,0,7,0-2 4-7,direct,,",
        "a0,4,7,,direct,,",
    )
    labels = read_marks(path, make_articles("Go. Go."))
    assert labels["fragments"].tolist() == [[(0, 2), (4, 7)], [(4, 7)]]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (",,", "line 2: copy the words of the article into the column words, or give start"),
        ("0,x,", "found '0' and 'x'"),
        ("zero,4,0-4", "line 2: copy the words of the article"),
        ("0,7,1-7", "the fragments '1-7' must begin at 0 and end at 7"),
        ("0,4,0-5", "must begin at 0 and end at 4"),
        ("0,8,", "0 to 8 is no place in the article, which has 7 characters"),
        ("3,3,", "3 to 3 is no place"),
    ],
)
def test_a_place_that_cannot_be_is_named(tmp_path, make_articles, place, says):
    path = write(
        tmp_path / "statements.csv",
        "article_id,start,end,fragments,quote_type,speaker,speaker_name",
        f"a0,{place},direct,,",
    )
    with pytest.raises(LabelError) as error:
        read_marks(path, make_articles("Go. Go."))
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a0,3,about 3,,exact,killed,", "line 2: low is 'about 3'; write a whole number"),
        ("a0,3,3,3,,killed,", "line 2: bound is empty"),
        ("a0,3,3,3,exact,hurt,", "effect is 'hurt'; it must be one of casualties, killed, missing"),
        (
            "a0,3,3,,at least,killed,",
            "line 2: bound is 'at least'; it must be one of about, at_least, at_most, exact, ",
        ),
        ("a0,3,3,,exact about,killed,", "bound is 'exact about'; it must be one of"),
    ],
)
def test_a_claim_that_cannot_be_read_is_named(tmp_path, make_articles, row, says):
    path = write(tmp_path / "c.csv", CLAIMS, row)
    with pytest.raises(FileError) as error:
        read_marks(path, make_articles("3 died."), "casualty_claims")
    assert says in str(error.value)


def test_the_kind_of_labels_is_told_by_their_columns(tmp_path):
    assert kind_of(paths.LABELS / "TEMPLATE.csv") == "statements"
    for kind in ("statements", "casualty_claims", "stance"):
        assert kind_of(paths.LABELS / f"{kind}.csv") == kind
    with pytest.raises(LabelError, match=r"a\.csv, line 1: these are the columns of no kind"):
        kind_of(write(tmp_path / "a.csv", "article_id,words"))


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("article_id,words,quote_type,speaker", "statements"),
        ('"article_id","words","quote_type","speaker"', "statements"),
        ("article_id,words,speaker,target,stance,note", "stance"),
    ],
)
def test_a_kind_is_told_without_its_optional_columns(tmp_path, header, kind):
    assert kind_of(write(tmp_path / "a.csv", header)) == kind


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("words,low,high,effect,source", "labels of casualty claims also need bound. The columns"),
        (
            "words,quote_type",
            "labels of statements also need speaker. The columns are article_id, ",
        ),
        ("words,speaker,stance", "labels of stance also need target. The columns are article_id"),
        ("words,speaker", "labels of statements also need quote_type. "),
    ],
)
def test_columns_of_no_kind_are_set_beside_the_nearest(tmp_path, header, says):
    with pytest.raises(LabelError) as error:
        kind_of(write(tmp_path / "a.csv", f"article_id,{header}"))
    assert str(error.value).startswith(f"a.csv, line 1: {says}")


def test_statements_without_names_are_scored_without_names(tmp_path, make_articles):
    articles = make_articles('"Go," said Ann Lee.')
    path = write(
        tmp_path / "mine.csv", "article_id,words,quote_type,speaker", 'a0,"""Go,""",direct,Ann Lee'
    )
    labels = read_marks(path, articles)
    assert labels["speaker_name"].tolist() == [None]
    scores = evaluate_statements(find_statements(articles), labels, articles).iloc[0]
    assert (scores["n_matched"], scores["speaker_agreement"], scores["n_names"]) == (1, 1.0, 0)


def test_the_template_scores_the_article_it_was_written_for():
    articles = read_articles(FLOOD)
    labels = read_marks(paths.LABELS / "TEMPLATE.csv", articles)
    text = articles["text"][0]
    assert [text[start:end] for start, end in labels["fragments"][0]] == [
        "We were told too late, and we were told too little,",
        "The government failed this valley.",
    ]
    scores = evaluate_statements(find_statements(articles), labels, articles)
    everything = scores[(scores["quote_type"] == "all") & (scores["overlap"] == 0.3)]
    assert everything["n_labels"].item() == 9
    assert everything["n_matched"].item() >= 7  # rules may get better; far fewer is a fault
