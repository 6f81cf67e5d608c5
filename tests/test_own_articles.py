"""Every notebook reads sensibly on articles it was not written for."""

import re
import shutil

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from helpers import notebook, paths
from helpers.corpus import read_articles
from helpers.runs import committed_notebooks, with_parameters
from helpers.text import sentence_spans
from notebook_checks import picture_difference

CORPORA = paths.PROJECT / "tests" / "data" / "corpora"
HOSTILE = paths.PROJECT / "tests" / "data" / "hostile"
SPEAKERS = re.compile(r"Assad|Baird|Fabius|Tlass|Clinton|\bFast\b")
NOTEBOOKS = committed_notebooks()
SURNAMES = re.compile(
    r"\b(?:Annan|Assad|Baird|Clinton|Denisov|Fabius|Fawzi|Hashimi|Kayal|Lavrov|Mamedov|Roth|Saleh"
    r"|Tlass)\b",
    re.IGNORECASE,
)
"""Of all whom the three articles name, but Ed Fast's, which is a word."""
CODE_AND_DATA = sorted(
    path
    for path in (paths.PROJECT / "src" / "helpers").rglob("*")
    if path.suffix in {".py", ".csv", ".txt", ".css", ".html"}
    and path.name != "given_names.csv"  # some surnames are given names elsewhere
)
EXAMPLE_ONLY = re.compile(r"Syria|Assad|Baird|Fabius|Tlass|Annan|Clinton|Paris|\bFast\b")


@pytest.fixture(scope="module")
def shell():
    """A fresh IPython, in this process: far faster than a kernel for each notebook."""
    InteractiveShell.clear_instance()
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.fixture
def run(shell):
    """Run a notebook on a folder; give its outputs' data, or fail at the first error."""

    def run_on(path, folder):
        shell.reset(new_session=False)
        shell.input_transformers_post[:] = []
        outputs = []
        copied = with_parameters(nbformat.read(path, as_version=4), ARTICLES=str(folder))
        for cell in copied.cells:
            if cell.cell_type != "code":
                continue
            with capture_output() as captured:
                result = shell.run_cell(cell.source)
            assert result.success, f"{path.name} on {folder.name}: {captured.stdout[-2000:]}"
            assert captured.stderr == ""
            outputs += [output.data for output in captured.outputs]
        return outputs

    return run_on


def texts(outputs):
    return "\n".join(data["text/plain"] for data in outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_pictures_are_those_that_are_drawn(run, path):
    """The SVG of a figure is compared with the other outputs; the PNG is what a reader sees."""
    cells = nbformat.read(path, as_version=4).cells
    stored = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    before, now = (
        [data["image/png"] for data in outputs if "image/png" in data]
        for outputs in (stored, run(path, paths.SEEDS))
    )
    assert before
    assert [picture_difference(*pair) for pair in zip(before, now, strict=True)] == [""] * len(now)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["flood", "quiet", "short", "scripts", "nasty"])
def test_a_notebook_reads_any_folder(run, path, name):
    outputs = run(path, CORPORA / name)
    shown = texts(outputs)
    assert shown
    assert not re.search(r"\bnan\b|\bNaT\b|\bNone\b|<NA>|Traceback", shown)
    assert not EXAMPLE_ONLY.search(shown)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_lets_no_article_break_out(run, path):
    for data in run(path, HOSTILE):
        markup = data.get("text/html", "") + data.get("image/svg+xml", "")
        assert not re.search(r"<(?:script|iframe|img|a |svg/)|javascript:[^<]*\">", markup)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """150 articles, each of four to eight sentences of the example in a different order."""
    sentences = [
        text[start:end]
        for text in read_articles(paths.SEEDS)["text"]
        for start, end in sentence_spans(text)
    ]
    folder = tmp_path_factory.mktemp("many")
    for number in range(150):
        picked = (number * 7 + place * (number % 11 + 1) for place in range(4 + number % 5))
        story = "\n\n".join(sentences[place % len(sentences)] for place in picked)
        (folder / f"story {number:03}.txt").write_text(story + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_with_150_articles_figures_are_capped_and_say_so(run, path, many):
    outputs = run(path, many)
    # 150 labels, panels or rows would make a figure of megabytes and a table of 150 lines.
    assert max(len(data.get("image/svg+xml", "")) for data in outputs) < 1_500_000
    assert max(data["text/plain"].count("\n") for data in outputs) < 120
    left_out = (
        r"Drawn are the first \d+ of|the first \d+ of them|Left out: [\d,]+ speakers|"
        r"[\d,]+ figures stand as \d+ mark"
    )
    assert re.search(left_out, texts(outputs))


def test_one_article_is_not_compared(run):
    by_name = {path.stem: path for path in NOTEBOOKS}
    outputs = run(by_name["02_distinctive_terms"], CORPORA / "flood")
    assert texts(outputs).splitlines()[0] == (
        "- There is no other article to set this one against."
    )
    assert set(texts(outputs).splitlines()[1:]) == {
        "Left out: this takes 2 articles, and there is only 1."
    }


def test_cells_run_again_once_there_are_enough_articles(run):
    by_name = {path.stem: path for path in NOTEBOOKS}
    path = by_name["02_distinctive_terms"]
    run(path, CORPORA / "flood")
    assert "Left out" not in texts(run(path, CORPORA / "quiet"))


@pytest.fixture
def own(tmp_path):
    """The flood article with targets, labels and word lists beside it."""
    shutil.copy(CORPORA / "flood" / "river rises.txt", tmp_path)
    (tmp_path / "labels").mkdir()
    shutil.copy(paths.LABELS / "TEMPLATE.csv", tmp_path / "labels" / "statements.csv")
    (tmp_path / "word_lists").mkdir()
    for name, text in (
        ("targets.csv", "target,pattern\nthe government,government\n"),
        ("labels/stance.csv", "article_id,words,speaker,target,stance\n"
         "river rises,The government failed this valley,Brandt,the government,against\n"),
        ("labels/casualty_claims.csv", "article_id,words,low,high,bound,effect,source\n"
         "river rises,At least 11 people,11,,at_least,killed,interior ministry\n"),
        ("word_lists/stop_words.txt", "valley\n"),
    ):  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_stands_beside_the_articles_is_used_and_said(run, own):
    by_name = {path.stem: path for path in NOTEBOOKS}
    words = texts(run(by_name["01_word_frequencies"], own))
    assert "Read beside the articles: targets.csv (targets: 1); " in words
    assert "word_lists/stop_words.txt (1 added, 0 taken out)" in words
    assert "1 file(s) were read and 0 set aside." in words
    table = words[words.index("Words by frequency") :].split("\n\n")[0]
    assert not re.search(r"^valley ", table, re.MULTILINE)
    tolls = texts(run(by_name["03_casualty_figures"], own))
    assert re.search(r"^found +1 +1 +1\.00$", tolls, re.MULTILINE)
    stances = texts(run(by_name["04_speaker_stance"], own))
    assert re.search(r"^the government +government$", stances, re.MULTILINE)
    assert "They are those of targets.csv beside the articles." in stances
    assert re.search(r"^all +0\.30 +9 ", stances, re.MULTILINE)
    assert stances.count("1 labels, 1 of them with a side") == 1


@pytest.fixture
def said(monkeypatch):
    """What `helpers.notebook` displays, as text."""
    outputs = []
    monkeypatch.setattr(notebook, "display", lambda data, **_: outputs.append(data["text/plain"]))
    return outputs


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("scripts", ["Made for English. 4 of 4 article(s) don't look like it"]),
        ("flood", []),
        ("quiet", []),
        ("short", []),
    ],
)
def test_other_languages_are_told_plainly(said, name, says):
    notebook.start(CORPORA / name)
    found = [sentence[:50] for sentence in said if "have no date" not in sentence]
    assert found == [sentence[:50] for sentence in says]


def test_a_notebook_starts_with_what_it_could_not_read(said):
    notebook.start(CORPORA / "nasty")
    assert [sentence.splitlines() for sentence in said][:2] == [
        [
            "Files that were set aside, and why.",
            "file                reason",
            "$only a stamp$.txt  no word",
            "empty.txt           empty",
            "punctuation.txt     no word",
            "stop words.txt      no word but stop words",
        ],
        [
            "3 of 3 article(s) have no date: numbers, one word, quotes. Casualty figures are "
            "compared by date; give it in articles.csv beside the articles."
        ],
    ]


def test_of_the_three_articles_nothing_is_left_out(said):
    notebook.start()
    assert said == []


def test_articles_without_a_word_are_set_aside():
    corpus = notebook.start(CORPORA / "nasty")
    assert corpus.articles["article_id"].tolist() == ["numbers", "one word", "quotes"]
    assert corpus.set_aside.to_dict("records") == [
        {"path": "$only a stamp$.txt", "reason": "no word"},
        {"path": "empty.txt", "reason": "empty"},
        {"path": "punctuation.txt", "reason": "no word"},
        {"path": "stop words.txt", "reason": "no word but stop words"},
    ]


def test_notes_on_the_example_are_shown_for_it_alone(said):
    notebook.say_of_example(read_articles(paths.SEEDS), "A note.")
    assert said == ["Of these three articles:", "- A note."]
    notebook.say_of_example(read_articles(CORPORA / "quiet"), "A note.")
    assert len(said) == 2


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_prose_that_is_not_computed_speaks_of_no_article(path):
    cells = nbformat.read(path, as_version=4).cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert not SPEAKERS.findall(prose)


@pytest.mark.parametrize(
    "path", CODE_AND_DATA, ids=lambda path: path.relative_to(paths.PROJECT / "src").as_posix()
)
def test_neither_code_nor_word_lists_name_a_speaker(path):
    assert not SURNAMES.findall(path.read_text(encoding="utf-8"))
