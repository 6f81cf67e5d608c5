"""Run the notebooks in order: in place, or copies of them that read other articles.

    python tools/rerun.py                                        in place
    python tools/rerun.py --articles my_articles --out my_notebooks     as copies

The folder of the copies is written to standard output, everything else to standard error.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nbformat

from helpers import commands, paths, runs


def run_all(run_one: Callable[[Path], nbformat.NotebookNode]) -> None:
    """Run each notebook, and say how many cells it has and how long it took."""
    notebooks = runs.committed_notebooks()
    for number, path in enumerate(notebooks, start=1):
        commands.say(f"[{number}/{len(notebooks)}] {path.name} ...", end=" ")
        began = time.monotonic()
        notebook = run_one(path)
        cells = sum(cell.cell_type == "code" for cell in notebook.cells)
        commands.say(f"{cells} cells, {time.monotonic() - began:.1f} s")


def run_in_place(path: Path) -> nbformat.NotebookNode:
    """Run a notebook and store it with its outputs; if a cell fails, the file stays as it was."""
    notebook = runs.execute(nbformat.read(path, as_version=4), path.parent)
    nbformat.write(notebook, path)
    return notebook


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = commands.options(__doc__.splitlines()[0])
    commands.add_out(parser, "runs/<articles>")
    parser.add_argument("--keep", action="store_true", help="leave copies for these articles alone")
    given = commands.read_options(parser, arguments, "articles", "out")
    if given.articles and not given.out:
        given.out = paths.RUNS / given.articles.resolve().name
    return given


def write_copies(given: argparse.Namespace) -> None:
    """Write copies that read other articles, unless they are there and may stay."""
    if given.articles:
        commands.warn(runs.check_articles(given.articles))
    names = [path.name for path in runs.committed_notebooks()]
    if given.keep and not given.force and runs.made_for(given.out, names, given.articles):
        commands.say(
            f"{given.out} has these notebooks already; they are as you left them. Run all cells to "
            "take up what changed beside the articles, or make them anew with FORCE=1."
        )
    else:
        runs.prepare_folder(given.out, force=given.force)
        run_all(lambda path: runs.write_copy(path, given.out, given.articles))
    print(given.out)


def main(arguments: list[str]) -> int:
    """Run what was asked for; stop at the first notebook that fails."""
    given = read_options(arguments)
    return commands.finish(
        lambda: write_copies(given) if given.out else run_all(run_in_place),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
