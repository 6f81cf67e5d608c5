"""What the README says of the notebooks and the layout is so."""

import json
import re
import shutil

import nbformat
import pandas as pd
import pytest

from helpers import paths
from helpers.evaluation import THRESHOLDS
from helpers.labelling import LABEL_KINDS, columns_of
from helpers.wordlists import CHANGEABLE

DOCS = paths.PROJECT / "docs"
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


def tree_of(text):
    """Paths of the tree that a text draws, folders with a slash at the end."""
    tree = next(block for block in text.split("```")[1::2] if "├── README.md" in block)
    found, folders = [], []
    for line in tree.splitlines():
        drawn = re.match(r"((?:│   |    )*)[├└]── (\S+)", line)
        if drawn:
            depth = len(drawn[1]) // 4
            folders = [*folders[:depth], drawn[2].rstrip("/")]
            found.append("/".join(folders) + "/" * drawn[2].endswith("/"))
    return found


def test_the_tree_names_folders_and_files_that_are_there():
    found = [path for path in tree_of(README) if path != "runs/"]
    assert "src/helpers/" in found
    for path in found:
        there = paths.PROJECT / path
        assert there.is_dir() if path.endswith("/") else there.is_file(), path
    committed = {"README.md", "docs", "data", "notebooks", "src", "tests", "tools", "jupyter"}
    assert committed <= {path.split("/")[0] for path in found}


def test_every_module_is_named_with_what_it_does():
    """The list of modules is in docs/architecture.md: a new module needs a line there."""
    tree = (DOCS / "architecture.md").read_text(encoding="utf-8")
    modules = {path.name for path in (paths.PROJECT / "src" / "helpers").glob("*.py")}
    unnamed = {"__init__.py", "commands.py", "markup.py", "paths.py", "userfiles.py"}  # plumbing
    named = re.findall(r"^[├└]── (\w+\.py) +\S", tree, re.MULTILINE)
    assert sorted(named) == sorted(modules - unnamed)
    packages = {path.parent.name for path in (paths.PROJECT / "src" / "helpers").glob("*/*.py")}
    assert packages <= set(re.findall(r"(\w+)/ ", tree))


def commands_in(text):
    """Lines of shell code and code within sentences."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    lines = [line.split("#")[0] for block in blocks for line in block.splitlines()]
    return [line.strip() for line in (*lines, *inline) if line.strip()]


MAKEFILE = (paths.PROJECT / "Makefile").read_text(encoding="utf-8")
GUIDES = {
    path.relative_to(paths.PROJECT).as_posix(): path.read_text(encoding="utf-8")
    for path in (
        paths.PROJECT / "README.md",
        *sorted(DOCS.rglob("*.md")),
        paths.DATA / "README.md",
        *sorted(paths.LABELS.glob("*.md")),
    )
}


@pytest.mark.parametrize("name", GUIDES)
def test_every_make_command_is_one(name):
    targets = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))
    variables = set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE))
    for command in commands_in(GUIDES[name]):
        words = command.split()
        if words[0] == "make" and len(words) > 1:
            assert words[1] in targets, command
            given = {word.split("=")[0] for word in words[2:]}
            assert given <= variables, command


def options_in(*modules):
    """Options that the parsers of these files define."""
    sources = [(paths.PROJECT / module).read_text(encoding="utf-8") for module in modules]
    return {"--help", *(name for text in sources for name in re.findall(r'"(--[a-z-]+)"', text))}


COMMANDS = {
    "helpers.scale.resample": options_in("src/helpers/scale/resample.py"),
    "helpers.scale": options_in("src/helpers/scale/__main__.py"),
    **{
        f"tools/{name}.py": options_in("src/helpers/commands.py", f"tools/{name}.py")
        for name in ("rerun", "report", "score", "compile")
    },
    "tests/benchmarks/benchmark.py": options_in("tests/benchmarks/benchmark.py"),
    "tests/benchmarks/long_run.py": options_in("tests/benchmarks/long_run.py"),
}


@pytest.mark.parametrize("name", GUIDES)
def test_every_option_is_one_of_its_command(name):
    every = set().union(*COMMANDS.values())
    for line in commands_in(GUIDES[name]):
        if "pytest" in line:
            continue
        called = next((command for command in COMMANDS if command in line), None)
        known = COMMANDS[called] if called else every
        assert set(re.findall(r"(?<!\S)--[a-z-]+", line)) <= known, line


@pytest.mark.parametrize("name", GUIDES)
def test_every_file_of_a_command_is_there(name):
    for line in commands_in(GUIDES[name]):
        for path in re.findall(r"(?<![\w/])(?:tools|tests|docs|data|src)/[\w./-]+\w", line):
            assert (paths.PROJECT / path).exists() or "*" in line, line


def test_figures_of_a_million_articles_are_those_that_were_measured():
    results = json.loads((DOCS / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    [run] = [run for run in results["long"] if run["articles"] == 1_000_000]
    size, hours = f"{run['bytes'] / 1e9:.1f} GB", f"{run['seconds'] / 3600:.1f} hours"
    memory = f"{run['peak_together_mb'] / 1000:.1f} GB of memory"
    for name in ("README.md", "docs/scale.md"):
        [sentence] = re.findall(r"A million articles \(.*?\.(?= |\n)", GUIDES[name])
        assert [part in sentence for part in (size, hours, memory)] == [True] * 3


def test_the_overlap_of_a_statement_that_is_found_is_the_one_that_is_scored():
    assert f"at least {100 * THRESHOLDS[1]:.0f}% of the letters" in README


def test_the_columns_of_labels_are_named():
    rows = dict(re.findall(r"^\| `(\w+)\.csv` \| (.*?) \|", README, re.MULTILINE))
    for kind in LABEL_KINDS:
        assert re.findall(r"`(\w+)`", rows[kind]) == list(columns_of(kind))
        for words in LABEL_KINDS[kind].choices.values():
            assert all(f"`{word}`" in README for word in words)


def test_what_is_said_of_the_labels_of_stances_is_so():
    labels = pd.read_csv(paths.LABELS / "stance.csv", keep_default_na=False)
    later = labels["note"].str.match(r"added later(?:;|$)")
    sided = labels["stance"] != "none"
    guidelines = GUIDES["data/labels/stance_guidelines.md"]
    assert (
        f"There are {len(labels)}, of which {sided.sum()} have a side. The first "
        f"{(~later).sum()} ({(sided & ~later).sum()} with a side)"
    ) in guidelines
    assert later.sum() == 9
    assert f"Nine ({(sided & later).sum()} with a side) were added later" in guidelines


def test_every_batch_of_stances_is_shown_or_left_out_by_its_number():
    table = re.findall(
        r"^\| (\d+) \| \d+ \| (.*) \|$", GUIDES["data/labels/stance_guidelines.md"], re.M
    )
    scores = {int(number): cells.split(" | ") for number, cells in table}
    assert list(scores) == list(range(1, len(scores) + 1))
    rows = re.findall(r"^\| stance.*?\(([\d, ]+)\) \|.*\| (.*?) \|$", README, re.MULTILINE)
    shown = {int(n): cells for numbers, cells in rows for n in numbers.split(",")}
    left_out = {1, 2, 3, 4, 5, 9}
    assert "Left out here are its batches 1 to 5, which" in README
    assert shown.keys() | left_out == scores.keys()
    for number, cells in shown.items():
        f1, precision, recall, _ = scores[number]
        assert f1 in cells
        if number not in (6, 7):  # two batches in one row
            assert precision in cells
            assert recall in cells


def test_every_list_that_can_be_changed_is_named_with_what_it_decides():
    rows = [f"| `{name}` | {spec.decides} |" for name, spec in CHANGEABLE.items()]
    assert "\n".join(rows) in README


@pytest.mark.parametrize("name", GUIDES)
def test_links_lead_somewhere(name):
    folder = (paths.PROJECT / name).parent
    for target in re.findall(r"\]\(([^)#]+)\)", GUIDES[name]):
        assert (folder / target).exists(), target


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
