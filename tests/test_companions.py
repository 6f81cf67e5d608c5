"""What stands beside the articles of a folder is used, said, and never taken for an article."""

import pytest

from helpers import companions, notebook, paths
from helpers.corpus import read_corpus
from helpers.exports import describe_run
from helpers.userfiles import FileError

STORY = '"We oppose the dam," said Anna Ford. At least 12 people were killed, police said.'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def write(path, *lines):
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def full(folder):
    """A folder with everything that may stand beside articles."""
    write(folder / "targets.csv", "target,pattern", "dam,dam", "police,police")
    write(folder / "word_lists" / "stop_words.txt", "said", "-the")
    write(
        folder / "labels" / "statements.csv",
        "article_id,words,quote_type,speaker,speaker_name",
        'story,"""We oppose the dam,""",direct,Anna Ford,Anna Ford',
    )
    write(
        folder / "labels" / "casualty_claims.csv",
        "article_id,words,low,high,bound,effect,source",
        "story,12,12,,at_least,killed,police",
    )
    write(
        folder / "labels" / "stance.csv",
        "article_id,words,speaker,target,stance",
        "story,We oppose the dam,Anna Ford,dam,against",
    )
    write(folder / "labels" / "TEMPLATE.csv", "article_id")
    return folder


def test_nothing_beside_the_articles_is_an_article(full):
    assert read_corpus(full).articles["article_id"].tolist() == ["story"]


def test_everything_that_was_read_is_said(full, monkeypatch):
    said = []
    monkeypatch.setattr(notebook, "display", lambda data, **_: said.append(data["text/plain"]))
    notebook.start(full)
    assert said == [
        "1 of 1 article(s) have no date: story. Casualty figures are compared by date; give it in "
        "articles.csv beside the articles.",
        "Read beside the articles: targets.csv (targets: 2); "
        "not labels/TEMPLATE.csv, which is named like none of statements.csv, "
        "casualty_claims.csv, stance.csv; labels/casualty_claims.csv (labels: 1); "
        "labels/stance.csv (labels: 1); labels/statements.csv (labels: 1); "
        "word_lists/stop_words.txt (1 added, 1 taken out).",
    ]


def test_another_folder_has_the_lists_as_they_are_packaged(full, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    write(other / "a.txt", "The dam.")
    notebook.read(full)
    assert companions.describe_word_lists()
    notebook.read(other)
    assert companions.describe_word_lists() == []


def test_targets_are_those_that_are_named_or_beside_or_suggested(full, tmp_path_factory):
    named = tmp_path_factory.mktemp("named") / "mine.csv"
    write(named, "target,pattern", "Ford,Ford")
    corpus = read_corpus(full)
    targets, said = companions.find_targets(corpus, named)
    assert (targets["target"].tolist(), said) == (["Ford"], "They are those of mine.csv.")
    targets, said = companions.find_targets(corpus)
    assert targets["target"].tolist() == ["dam", "police"]
    assert said == "They are those of targets.csv beside the articles."
    (full / "targets.csv").unlink()
    assert "suggestions" in companions.find_targets(corpus)[1]
    example = read_corpus(paths.SEEDS)
    assert "Russia" in companions.find_targets(example)[0]["target"].tolist()


def test_labels_are_those_beside_the_articles_or_of_the_example(full):
    corpus = read_corpus(full)
    for kind in ("statements", "casualty_claims", "stance"):
        assert len(companions.find_labels(corpus, kind)) == 1
        assert len(companions.find_labels(read_corpus(paths.SEEDS), kind)) > 1
    assert [path.name for path in companions.label_files(corpus)] == [
        "statements.csv",
        "casualty_claims.csv",
        "stance.csv",
    ]


def test_without_labels_there_is_an_empty_table(folder):
    labels = companions.find_labels(read_corpus(folder), "stance")
    assert labels.empty
    assert {"article_id", "start", "end", "speaker", "target", "stance"} <= set(labels.columns)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["target,pattern", "dam,(dam"], r"targets\.csv, line 2: the pattern '\(dam' is no regul"),
        (["target,pattern", "dam,dam?|"], r"line 2: .* also matches no letter at all"),
        (["target,pattern", "dam,dam", "dam,weir"], r"line 3: 'dam' comes twice\. Join its patt"),
        (["target,pattern", "dam,"], r"line 2: target and pattern must both be filled in"),
        (["target,pattern"], r"targets\.csv names no target\. Write one per line"),
        (["target;pattern", "dam;dam"], r"line 1: columns must stand apart by commas"),
    ],
)
def test_wrong_targets_are_named_with_their_line(folder, lines, says):
    write(folder / "targets.csv", *lines)
    with pytest.raises(FileError, match=says):
        notebook.start(folder)


def test_wrong_labels_are_named_with_their_line(full):
    write(full / "labels" / "stance.csv", "article_id,words,speaker,target,stance", "x,y,z,a,none")
    with pytest.raises(FileError, match=r"labels/stance\.csv, line 2: there is no article 'x'"):
        notebook.start(full)


def test_what_made_a_report_names_every_file_beside_the_articles(full):
    assert list(describe_run(full, {})["inputs"]) == [
        "story.txt",
        "labels/TEMPLATE.csv",
        "labels/casualty_claims.csv",
        "labels/stance.csv",
        "labels/statements.csv",
        "targets.csv",
        "word_lists/stop_words.txt",
    ]
