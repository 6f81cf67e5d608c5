"""The word lists and rule tables that stand beside the code in ``src/helpers/data``.

They are plain files, so that a reader can change them without touching code. A folder of articles
may bring changes of its own: see `use_word_lists`.
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from helpers.userfiles import FileError, Row, read_table, read_text

WORD_LISTS = "word_lists"
"""Folder in a folder of articles that holds changes of word lists."""

TAKEN_OUT = "-"
EVERYTHING = "*"


class ChangeableList(NamedTuple):
    """A list that a user may change; of a CSV file, what its rows must be like."""

    decides: str
    key: tuple[str, ...] = ()
    """Columns that say which row it is; a user's row replaces the one with the same."""
    needed: tuple[str, ...] = ()
    """Columns that every row of a user must fill, those of the key among them."""
    choices: tuple[str, ...] = ()
    """Columns that hold only words which the packaged list has there."""


CHANGEABLE = {
    "stop_words.txt": ChangeableList("words left out of the tables of words"),
    "variants.csv": ChangeableList("spellings that count as one", ("form",), ("form", "canonical")),
    "reporting_verbs.csv": ChangeableList(
        "verbs that introduce what somebody says",
        ("verb",),
        ("verb", "kind", "frames"),
        ("kind", "frames"),
    ),
    "titles.txt": ChangeableList("words before a name that tell what its bearer is"),
    "given_names.csv": ChangeableList(
        "first names, to follow he and she", ("name",), ("name", "gender"), ("gender",)
    ),
    "organisations.txt": ChangeableList("organisations whose names look like a person's"),
    "institution_words.txt": ChangeableList("words that make a name an organisation's"),
    "states.txt": ChangeableList("places that stand for a government"),
    "casualty_verbs.csv": ChangeableList(
        "verbs that say people came to harm",
        ("verb", "effect"),
        ("verb", "effect", "voice", "force"),
        ("effect", "voice", "force"),
    ),
    "casualty_nouns.csv": ChangeableList(
        "nouns and adjectives of harm",
        ("form", "effect"),
        ("form", "effect", "kind", "force"),
        ("effect", "kind", "force"),
    ),
    "person_nouns.txt": ChangeableList("nouns for people whom a toll may count"),
    "source_types.csv": ChangeableList(
        "kinds of source of a toll", ("word",), ("word", "source_type"), ("source_type",)
    ),
    "stance_cues.csv": ChangeableList(
        "words that are for or against something",
        ("part", "cue", "frame"),
        ("cue", "part", "frame", "direction", "class"),
        ("part", "frame", "direction", "class"),
    ),
}
"""Lists that a folder of articles may change, in the order of the notebooks."""


class ListChange(NamedTuple):
    """What was changed in a list: how many entries were added, and how many taken out."""

    name: str
    added: int
    taken_out: int


class _Changed(NamedTuple):
    entries: list[str]
    rows: list[dict[str, str]]
    change: ListChange


_changed: dict[str, _Changed] = {}


def read_list(name: str) -> list[str]:
    """Entries of a list file: one per line; what follows ``#`` is a comment."""
    return list(_changed[name].entries) if name in _changed else packaged_list(name)


@cache
def listed(name: str) -> frozenset[str]:
    """Entries of a list file as a set, kept, for words that are looked up in it one by one."""
    return frozenset(read_list(name))


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of a CSV file as dictionaries; a line that starts with ``#`` is a comment."""
    return [dict(row) for row in _changed[name].rows] if name in _changed else _packaged_rows(name)


def _lines(name: str) -> list[str]:
    text = files("helpers").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def packaged_list(name: str) -> list[str]:
    """Entries of a list file as it is packaged, whatever list is in use."""
    entries = [line.split("#", 1)[0].strip() for line in _lines(name)]
    return [entry for entry in entries if entry]


def _packaged_rows(name: str) -> list[dict[str, str]]:
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


def use_word_lists(folder: str | Path | None) -> list[ListChange]:
    """From now on, read word lists with the changes that stand in a folder, and no others.

    Parameters
    ----------
    folder
        Holds files named as those of `CHANGEABLE`. Of a ``.txt`` file, each line is an entry that
        is added, or with a minus before it (``-said``) one that is taken out; ``-*`` takes out all
        that were there. Of a ``.csv`` file, a row is added, or replaces the row of the same key;
        a minus in its first cell takes out every row with that cell. None, or a folder that isn't
        there: the lists as they are packaged.

    Returns
    -------
    list of ListChange
        One a file, in the order of `CHANGEABLE`.

    Raises
    ------
    FileError
        A file has another name, or an entry is wrong; the message names file and line. The lists
        in use stay as they were.
    """
    changed = {} if folder is None else _read_changes(Path(folder))
    if changed != _changed:
        _changed.clear()
        _changed.update(changed)
        _forget()
    return changed_lists()


def check_word_lists(folder: str | Path) -> list[ListChange]:
    """What `use_word_lists` would change, or the error it would raise; the lists stay as they are.

    Raises
    ------
    FileError
        There is no such folder, or as in `use_word_lists`.
    """
    if not Path(folder).is_dir():
        raise FileError(f"{folder}: there is no folder of word lists here. Check its path.")
    return _in_order(_read_changes(Path(folder)))


def changed_lists() -> list[ListChange]:
    """What is changed in the lists in use, one a list, in the order of `CHANGEABLE`."""
    return _in_order(_changed)


def _in_order(changed: Mapping[str, _Changed]) -> list[ListChange]:
    return [changed[name].change for name in CHANGEABLE if name in changed]


def _forget() -> None:
    """Empty every cache of this package: what it holds may come from a list as it was."""
    for name, module in list(sys.modules.items()):
        if name.startswith("helpers."):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def _read_changes(folder: Path) -> dict[str, _Changed]:
    if not folder.is_dir():
        return {}
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    for name in names:
        if name not in CHANGEABLE:
            raise FileError(
                f"{WORD_LISTS}/{name}: there is no list of this name that can be changed. "
                f"Rename it to one of {', '.join(CHANGEABLE)}, or move it elsewhere."
            )
    return {
        name: _changed_list(folder, name) if name.endswith(".txt") else _changed_rows(folder, name)
        for name in names
    }


def _changed_list(folder: Path, name: str) -> _Changed:
    shown = f"{WORD_LISTS}/{name}"
    packaged = packaged_list(name)
    small = all(entry == entry.lower() for entry in packaged)
    entries = dict.fromkeys(packaged)
    added = taken_out = 0
    for number, line in enumerate(read_text(folder / name, shown).splitlines(), start=1):
        where = f"{shown}, line {number}"
        entry = line.split("#", 1)[0].strip()
        entry = entry.lower() if small else entry
        if not entry:
            continue
        if entry.startswith(TAKEN_OUT):
            gone = _matching(entry[1:].strip(), entries, where)
            taken_out += len(gone)
            entries = {kept: None for kept in entries if kept not in gone}
            continue
        _check_entry(entry, name, where)
        added += entry not in entries
        entries[entry] = None
    return _Changed(list(entries), [], ListChange(name, added, taken_out))


def _matching(entry: str, entries: Iterable[str], where: str) -> set[str]:
    """Entries that a line with a minus takes out."""
    found = {each for each in entries if entry in (EVERYTHING, each)}
    if not found:
        raise FileError(
            f"{where}: {entry!r} can't be taken out, for it isn't in the list. "
            "See how it is written in src/helpers/data."
        )
    return found


def _check_entry(entry: str, name: str, where: str) -> None:
    if any(mark in entry for mark in ",;\t"):
        raise FileError(f"{where}: {entry!r} holds a comma or the like. Write one entry per line.")
    if name == "stop_words.txt" and " " in entry:
        raise FileError(f"{where}: {entry!r} is several words. Write one word a line.")


def _changed_rows(folder: Path, name: str) -> _Changed:
    shown = f"{WORD_LISTS}/{name}"
    spec = CHANGEABLE[name]
    packaged = _packaged_rows(name)
    columns = list(packaged[0])
    optional = [column for column in columns if column not in spec.needed]
    choices = {
        column: {word for row in packaged for word in row[column].split()}
        for column in spec.choices
    }
    rows = packaged
    mine: list[dict[str, str]] = []
    taken_out = 0
    small = [
        column for column in spec.key if all(row[column] == row[column].lower() for row in packaged)
    ]
    for where, cells in read_table(
        folder / name, shown, spec.needed, optional=optional, choices=choices, lone=TAKEN_OUT
    ):
        cells.update((column, cells[column].lower()) for column in small)
        first = cells[columns[0]]
        if first.startswith(TAKEN_OUT):
            gone = _matching(first[1:].strip(), {row[columns[0]] for row in rows}, where)
            taken_out += sum(row[columns[0]] in gone for row in rows)
            rows = [row for row in rows if row[columns[0]] not in gone]
            continue
        _check_filled(Row(where, cells), spec.needed)
        mine.append({column: cells[column] for column in columns})
    keys = [_key(row, spec.key) for row in mine]
    # The user's rows first: of some lists the first row that fits decides.
    kept = [row for row in rows if _key(row, spec.key) not in keys]
    return _Changed([], mine + kept, ListChange(name, len(mine), taken_out))


def _check_filled(row: Row, needed: Iterable[str]) -> None:
    for column in needed:
        if not row.cells[column]:
            raise FileError(f"{row.where}: {column} is empty. Fill it in.")


def _key(row: Mapping[str, str], columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)
