"""What the README says of the notebooks and the layout is so."""

import re
import shutil

import nbformat
import pytest

from helpers import paths
from helpers.wordlists import CHANGEABLE

README = (paths.PROJECT / "README.md").read_text(encoding="utf-8")
NOTEBOOKS = sorted((paths.PROJECT / "notebooks").glob("*.ipynb"))


def findings_shown(path):
    """Plain text of what the cell with the notebook's findings shows."""
    cells = nbformat.read(path, as_version=4).cells
    [cell] = [cell for cell in cells if "say_list(findings.of_" in cell.source]
    return "\n".join(output["data"]["text/plain"] for output in cell.outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_findings_are_those_of_the_notebook(path):
    section = re.search(rf"^\*\*{path.stem}\*\*\n\n((?:- .+\n)+)", README, re.MULTILINE)
    assert section, f"the README does not say what {path.stem} finds"
    assert section[1].rstrip("\n") == findings_shown(path)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_is_listed_with_its_question(path):
    title = nbformat.read(path, as_version=4).cells[0].source.splitlines()[0].removeprefix("# ")
    assert f"| [{path.stem}](notebooks/{path.name}) | {title} |" in README


def test_the_tree_names_every_module_and_nothing_else():
    tree = README.split("```")[5]
    modules = {path.name for path in (paths.PROJECT / "src" / "helpers").glob("*.py")}
    unnamed = {"__init__.py", "commands.py", "markup.py", "paths.py", "userfiles.py"}  # plumbing
    assert (
        set(re.findall(r"\w+\.py", tree)) - {"rerun.py", "score.py", "compile.py"}
        == modules - unnamed
    )
    packages = {path.parent.name for path in (paths.PROJECT / "src" / "helpers").glob("*/*.py")}
    assert packages <= set(re.findall(r"(\w+)/ ", tree))


def test_every_list_that_can_be_changed_is_named_with_what_it_decides():
    rows = [f"| `{name}` | {spec.decides} |" for name, spec in CHANGEABLE.items()]
    assert "\n".join(rows) in README


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (paths.PROJECT / target).exists(), target


EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(
    "code", [code for code in EXAMPLES if "my_articles" in code], ids=lambda code: code[:40]
)
def test_examples_run_as_they_stand(code, tmp_path, monkeypatch):
    shutil.copytree(
        paths.PROJECT / "tests" / "data" / "corpora" / "flood", tmp_path / "my_articles"
    )
    shutil.copy(paths.LABELS / "TEMPLATE.csv", tmp_path / "my_labels.csv")
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(code, names)  # noqa: S102 -- our own README
    assert len(names["articles"]) == 1
    if "labels" in names:
        assert len(names["statements"]) >= len(names["labels"]) > 0


def test_there_are_examples_to_run():
    assert sum("my_articles" in code for code in EXAMPLES) == 2
