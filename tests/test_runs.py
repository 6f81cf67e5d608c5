"""Copies of notebooks read other articles, and nothing is overwritten unasked."""

import importlib.util

import nbformat
import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import runs
from helpers.paths import NOTEBOOKS, PROJECT
from helpers.userfiles import FileError


@pytest.fixture
def notebook():
    return new_notebook(
        cells=[
            new_markdown_cell("# Which?"),
            new_code_cell("ARTICLES = None", metadata={"tags": ["parameters"]}, execution_count=1),
            new_code_cell(
                "print(ARTICLES)",
                execution_count=2,
                outputs=[new_output("stream", text="None\n")],
            ),
        ]
    )


def sources(notebook):
    return [cell.source for cell in notebook.cells]


def test_parameters_are_set_right_after_their_cell_and_outputs_forgotten(notebook):
    changed = runs.with_parameters(notebook, ARTICLES="../it's here")
    assert sources(changed) == [
        "# Which?",
        "ARTICLES = None",
        'ARTICLES = "../it\'s here"',
        "print(ARTICLES)",
    ]
    assert changed.cells[2].metadata.tags == ["injected-parameters"]
    assert changed.cells[3].outputs == []
    assert sources(notebook) == ["# Which?", "ARTICLES = None", "print(ARTICLES)"]
    assert notebook.cells[2].outputs


def test_parameters_set_twice_stand_once(notebook):
    twice = runs.with_parameters(runs.with_parameters(notebook, ARTICLES="a"), ARTICLES="b")
    assert sources(twice)[2:] == ["ARTICLES = 'b'", "print(ARTICLES)"]


def test_a_notebook_without_a_parameters_cell_is_refused(notebook):
    del notebook.cells[1]
    with pytest.raises(runs.RunError, match="No cell of the notebook is tagged 'parameters'"):
        runs.with_parameters(notebook, ARTICLES="a")


def test_a_copy_is_run_where_it_stands_and_the_original_stays(notebook, tmp_path):
    original, out, articles = tmp_path / "n.ipynb", tmp_path / "out", tmp_path / "articles"
    out.mkdir()
    nbformat.write(notebook, original)
    before = original.read_bytes()
    runs.write_copy(original, out, articles)
    copied = nbformat.read(out / "n.ipynb", as_version=4)
    assert copied.cells[3].outputs[0].text == "../articles\n"
    assert original.read_bytes() == before
    assert runs.made_for(out, ["n.ipynb"], articles)
    assert not runs.made_for(out, ["n.ipynb"], tmp_path / "others")
    assert not runs.made_for(out, ["n.ipynb", "more.ipynb"], articles)


def test_articles_are_checked_with_what_stands_beside_them(tmp_path):
    (tmp_path / "a.txt").write_text("The dam broke.", encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK")
    (tmp_path / "c.txt").write_text("Of the.", encoding="utf-8")
    assert runs.check_articles(tmp_path) == [
        "set aside: b.docx (a Word file: save it as plain text)",
        "set aside: c.txt (no word but stop words)",
        "1 of 1 article(s) have no date; give it in articles.csv",
    ]
    (tmp_path / "targets.csv").write_text("target\ndam\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"targets\.csv, line 1: the column 'pattern' is missing"):
        runs.check_articles(tmp_path)


def test_a_new_folder_is_made_and_an_empty_one_taken(tmp_path):
    out = tmp_path / "a" / "b"
    assert runs.prepare_folder(out).is_dir()
    assert runs.prepare_folder(out) == out


def test_a_folder_that_holds_something_is_taken_only_when_forced(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(runs.RunError, match=r"not empty\. Name another folder .* FORCE=1"):
        runs.prepare_folder(tmp_path)
    runs.prepare_folder(tmp_path, force=True)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_the_notebooks_themselves_are_never_the_target(tmp_path):
    with pytest.raises(runs.RunError, match="holds the notebooks themselves"):
        runs.prepare_folder(NOTEBOOKS, force=True)
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(runs.RunError, match="is a file"):
        runs.prepare_folder(file, force=True)


def test_every_committed_notebook_can_be_given_articles():
    notebooks = runs.committed_notebooks()
    assert notebooks
    for path in notebooks:
        changed = runs.with_parameters(nbformat.read(path, as_version=4), ARTICLES="x")
        assert "ARTICLES = 'x'" in sources(changed)


def load_tool(name):
    spec = importlib.util.spec_from_file_location(name, PROJECT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("error", [CellTimeoutError("too long"), DeadKernelError("kernel died")])
def test_a_hung_cell_or_dead_kernel_is_reported_not_raised(monkeypatch, capsys, error):
    tool = load_tool("rerun")

    def fail(_run):
        raise error

    monkeypatch.setattr(tool, "run_all", fail)
    assert tool.main([]) == 1
    output = capsys.readouterr()
    assert str(error) in output.out + output.err


@pytest.mark.parametrize("name", ["rerun", "report"])
def test_relative_paths_start_where_the_caller_is(name, tmp_path):
    tool = load_tool(name)
    caller = str(tmp_path / "my news")
    given = tool.read_options(["--caller", caller, "--articles", "a b", "--out", "../out"])
    assert given.articles == tmp_path / "my news" / "a b"
    assert given.out.resolve() == (tmp_path / "out").resolve()
    assert not given.force


def test_without_a_folder_copies_and_reports_go_to_folders_of_their_own(tmp_path):
    articles = ["--articles", str(tmp_path / "floods")]
    assert load_tool("rerun").read_options(articles).out == PROJECT / "runs" / "floods"
    assert load_tool("rerun").read_options([]).out is None
    report = load_tool("report").read_options(articles)
    assert report.out == PROJECT / "build" / "report-floods"
    assert report.force  # what is in build was made by a command


@pytest.mark.parametrize("name", ["rerun", "report"])
def test_a_folder_that_holds_something_is_left_alone(name, tmp_path, capsys):
    articles, out = tmp_path / "articles", tmp_path / "out"
    for folder in (articles, out):
        folder.mkdir()
        (folder / "a.txt").write_text("The dam broke.", encoding="utf-8")
    assert load_tool(name).main(["--articles", str(articles), "--out", str(out)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["rerun", "report", "score"])
def test_what_is_wrong_beside_the_articles_is_said_in_one_line(name, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("The dam broke.", encoding="utf-8")
    (tmp_path / "word_lists").mkdir()
    (tmp_path / "word_lists" / "titles.txt").write_text("-zorble", encoding="utf-8")
    out = [] if name == "score" else ["--out", str(tmp_path / "out")]
    assert load_tool(name).main(["--articles", str(tmp_path), *out]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: word_lists/titles.txt, line 1: 'zorble' can't be taken out")
    assert not (tmp_path / "out").exists()
