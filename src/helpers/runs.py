"""Run notebooks: in place, or as copies that read another folder of articles.

A copy gets a cell after the one tagged ``parameters``, as papermill does it; the notebook it was
made from stays as it is.
"""

import copy
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from helpers.companions import describe_companions
from helpers.corpus import describe_set_aside
from helpers.notebook import read
from helpers.paths import NOTEBOOKS

CELL_TIMEOUT = 600
"""Seconds after which a cell counts as hung; a folder of hundreds of articles takes its time."""

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
QUIET = ["--log-level=ERROR"]
"""A kernel would warn that it talks to this computer unencrypted."""

PARAMETERS = "parameters"
INJECTED = "injected-parameters"


class RunError(ValueError):
    """A run was asked for that can't be done, or not without losing something."""


def execute(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Run all cells of `notebook` in order, in place, with `folder` as working directory.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        A cell failed.
    """
    notebook.metadata.kernelspec = KERNEL
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(
        notebook, timeout=CELL_TIMEOUT, resources=resources, extra_arguments=QUIET
    ).execute()
    return tidy(notebook)


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Drop what changes from run to run or from machine to machine without meaning anything."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": KERNEL,
            "language_info": {
                "name": "python",
                "file_extension": ".py",
                "mimetype": "text/x-python",
            },
        }
    )
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    nbformat.validate(notebook)
    return notebook


def with_parameters(notebook: NotebookNode, **values: object) -> NotebookNode:
    """Copy a notebook, set its parameters, and forget what it showed.

    Parameters
    ----------
    notebook
        Has one code cell tagged ``parameters``.
    values
        Set in a cell of their own, tagged ``injected-parameters``, right after it. An earlier one
        is replaced.

    Raises
    ------
    RunError
        No cell is tagged ``parameters``.
    """
    changed = copy.deepcopy(notebook)
    changed.cells = [cell for cell in changed.cells if INJECTED not in _tags(cell)]
    positions = [n for n, cell in enumerate(changed.cells) if PARAMETERS in _tags(cell)]
    if not positions:
        raise RunError(f"No cell of the notebook is tagged {PARAMETERS!r}, so none can be set.")
    source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    injected = new_code_cell(source, id=INJECTED, metadata={"tags": [INJECTED]})
    changed.cells.insert(positions[0] + 1, injected)
    for cell in changed.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return changed


def _tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def check_articles(folder: Path) -> list[str]:
    """Read articles and what stands beside them; return a line on each file that is set aside.

    A last line counts the articles without a date, if there are any.

    Raises
    ------
    helpers.userfiles.FileError
        Something can't; says what, where, and what to do.
    """
    corpus = read(folder)
    describe_companions(corpus)
    return describe_set_aside(corpus)


def prepare_folder(out: Path, *, force: bool = False) -> Path:
    """Make the folder that copies go to; return it.

    Raises
    ------
    RunError
        It is the folder of the committed notebooks, a file, or holds something and `force` is
        false. With `force`, files of the same names are replaced and others are left alone.
    """
    if out.resolve() == NOTEBOOKS.resolve():
        raise RunError(f"{out} holds the notebooks themselves. Name another folder: OUT=...")
    if out.exists() and not out.is_dir():
        raise RunError(f"{out} is a file. Name a folder: OUT=...")
    if out.exists() and any(out.iterdir()) and not force:
        raise RunError(
            f"{out} is there and not empty. Name another folder with OUT=..., "
            "or replace what is in it with FORCE=1."
        )
    out.mkdir(parents=True, exist_ok=True)
    return out


def write_copy(path: Path, out: Path, articles: Path | None) -> NotebookNode:
    """Run a copy of a notebook on `articles`, write it to the folder `out`, and return it.

    Parameters
    ----------
    path
        The notebook.
    out
        Where the copy goes, under the same name. It is the copy's working directory.
    articles
        Folder of ``.txt`` files. The copy names it as seen from `out`, so that both can be moved
        together. ``None``: the three articles of ``data/seeds``.
    """
    notebook = nbformat.read(path, as_version=4)
    folder = None if articles is None else _seen_from(out, articles)
    notebook = execute(with_parameters(notebook, ARTICLES=folder), out)
    nbformat.write(notebook, out / path.name)
    return notebook


def _seen_from(out: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(folder.resolve(), out.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return folder.resolve().as_posix()


def committed_notebooks() -> list[Path]:
    """Return the notebooks of the project, in order."""
    return sorted(NOTEBOOKS.glob("*.ipynb"))


def made_for(out: Path, names: Iterable[str], articles: Path | None) -> bool:
    """Say whether `out` holds copies of all the notebooks of these names that read `articles`."""
    folder = None if articles is None else _seen_from(out, articles)
    return all(
        (out / name).is_file() and f"ARTICLES = {folder!r}" in _injected(out / name)
        for name in names
    )


def _injected(path: Path) -> list[str]:
    cells: Sequence[NotebookNode] = nbformat.read(path, as_version=4).cells
    return [line for cell in cells if INJECTED in _tags(cell) for line in cell.source.splitlines()]
