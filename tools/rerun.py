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
from nbclient.exceptions import CellControlSignal, DeadKernelError

from helpers import paths, runs
from helpers.corpus import CorpusError


def say(text: str, end: str = "\n") -> None:
    """Tell how it goes."""
    print(text, end=end, file=sys.stderr, flush=True)


def run_all(run_one: Callable[[Path], nbformat.NotebookNode]) -> None:
    """Run each notebook, and say how many cells it has and how long it took."""
    notebooks = runs.committed_notebooks()
    for number, path in enumerate(notebooks, start=1):
        say(f"[{number}/{len(notebooks)}] {path.name} ...", end=" ")
        began = time.monotonic()
        notebook = run_one(path)
        cells = sum(cell.cell_type == "code" for cell in notebook.cells)
        say(f"{cells} cells, {time.monotonic() - began:.1f} s")


def run_in_place(path: Path) -> nbformat.NotebookNode:
    """Run a notebook and store it with its outputs; if a cell fails, the file stays as it was."""
    notebook = runs.execute(nbformat.read(path, as_version=4), path.parent)
    nbformat.write(notebook, path)
    return notebook


def options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line and make its paths absolute."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", default="", help="folder of .txt files to read")
    parser.add_argument("--out", default="", help="folder of the copies; otherwise runs/<articles>")
    parser.add_argument("--force", action="store_true", help="replace files of the same names")
    parser.add_argument("--keep", action="store_true", help="leave copies for these articles alone")
    parser.add_argument("--caller", default=".", help="folder that relative paths start from")
    given = parser.parse_args(arguments)
    given.articles, given.out = (
        Path(given.caller, Path(name).expanduser()).absolute() if name else None
        for name in (given.articles, given.out)
    )
    if given.articles and not given.out:
        given.out = paths.RUNS / given.articles.resolve().name
    return given


def main(arguments: list[str]) -> int:
    """Run what was asked for; stop at the first notebook that fails."""
    given = options(arguments)
    try:
        if given.out is None:
            run_all(run_in_place)
        else:
            write_copies(given)
            print(given.out)
    except (CorpusError, runs.RunError) as error:
        say(f"Error: {error}")
        return 2
    except (CellControlSignal, DeadKernelError) as error:  # an error, a time-out, a dead kernel
        say(f"failed; nothing was written for it.\n{error}")
        return 1
    return 0


def write_copies(given: argparse.Namespace) -> None:
    """Write copies that read other articles, unless they are there and may stay."""
    if given.articles:
        runs.check_articles(given.articles)
    names = [path.name for path in runs.committed_notebooks()]
    if given.keep and not given.force and runs.made_for(given.out, names, given.articles):
        say(f"{given.out} has these notebooks already; they are as you left them.")
        return
    runs.prepare_folder(given.out, force=given.force)
    run_all(lambda path: runs.write_copy(path, given.out, given.articles))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
