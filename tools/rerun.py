"""Run notebooks in order, in place, and leave in them only what a reader or a check needs.

Usage: python tools/rerun.py notebooks/01_word_frequencies.ipynb ...
"""

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

CELL_TIMEOUT = 120
"""Seconds after which a cell counts as hung."""

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}


def run(path: Path) -> int:
    """Execute one notebook in place; return how many code cells it has."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.kernelspec = KERNEL
    client = NotebookClient(
        notebook, timeout=CELL_TIMEOUT, resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    clean(notebook)
    nbformat.validate(notebook)
    nbformat.write(notebook, path)
    return sum(cell.cell_type == "code" for cell in notebook.cells)


def clean(notebook: nbformat.NotebookNode) -> None:
    """Drop what changes from run to run or from machine to machine without meaning anything."""
    notebook.metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
    }
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)


def main(paths: list[str]) -> int:
    """Run the notebooks named; stop at the first that fails."""
    if not paths:
        print("Name at least one notebook.", file=sys.stderr)
        return 2
    for number, name in enumerate(sorted(paths), start=1):
        print(f"[{number}/{len(paths)}] {name} ...", end=" ", flush=True)
        began = time.monotonic()
        try:
            cells = run(Path(name))
        except CellExecutionError as error:
            print("failed; the file is as it was.", file=sys.stderr)
            print(error, file=sys.stderr)
            return 1
        print(f"{cells} cells, {time.monotonic() - began:.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
