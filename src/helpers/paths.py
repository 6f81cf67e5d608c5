"""Where the project's own files are: the one module that knows."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""The folder of the README; the package is installed in place (editable), so it stays there."""

DATA = PROJECT / "data"
SEEDS = DATA / "seeds"
LABELS = DATA / "labels"
NOTEBOOKS = PROJECT / "notebooks"
RUNS = PROJECT / "runs"
"""Where copies of the notebooks go that read other articles, unless somewhere else is named."""
BUILD = PROJECT / "build"
"""What a command made and can make again."""
