"""The word lists and rule tables that stand beside the code in ``src/helpers/data``.

They are plain files, so that a reader can change them without touching code.
"""

import csv
from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = files("helpers").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_list(name: str) -> list[str]:
    """Entries of a list file: one a line; what follows ``#`` is a comment."""
    entries = [line.split("#", 1)[0].strip() for line in _lines(name)]
    return [entry for entry in entries if entry]


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of a CSV file as dictionaries; a line that starts with ``#`` is a comment."""
    rows = list(csv.DictReader(_lines(name), strict=True))
    for row in rows:
        if None in row or None in row.values():
            raise ValueError(f"{name}: the row {row!r} does not have as many cells as the header.")
    return rows


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for row in read_rows("word_sets.csv")}


def read_set(name: str) -> frozenset[str]:
    """A small closed set of words by its name in ``word_sets.csv``."""
    return _word_sets()[name]
