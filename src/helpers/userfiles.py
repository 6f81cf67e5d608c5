"""Text and CSV files that users write: every error names the file, the line and what to do."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Characters that no text has."""


class FileError(ValueError):
    """A file that a user wrote can't be used as it is; the message says where and what to do."""


class Row(NamedTuple):
    """A row of a CSV file: where it stands, such as *targets.csv, line 3*, and its cells."""

    where: str
    cells: dict[str, str]


def decode(data: bytes) -> str | None:
    """Decode by certainty: a byte order mark, then UTF-8, then Windows-1252; None if binary.

    A guess from letter statistics would misread short texts; UTF-8 that decodes is hardly ever
    anything else, and what is neither is Windows-1252 in practice.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if CONTROL.search(text) else text
    return None


def read_text(path: Path, name: str) -> str:
    """Text of a file, which messages call `name`.

    Raises
    ------
    FileError
        It can't be opened, or is no text.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise FileError(f"{name} can't be opened ({error.strerror}).") from error
    if text is None:
        raise FileError(f"{name} is not a text file. Save it as plain text (UTF-8).")
    return text


def csv_rows(
    name: str, text: str, failure: type[FileError] = FileError
) -> Iterator[tuple[int, list[str]]]:
    """Rows of a CSV file and the line where each ends; a quoted cell may run over several.

    Raises
    ------
    FileError
        Or the kind of it that `failure` says: a quotation mark is not closed, or stands where
        none may.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise failure(f"{name}, line {reader.line_num}: {error}.") from error


def read_table(
    path: Path,
    name: str,
    needed: Collection[str],
    *,
    optional: Collection[str] | None = None,
    choices: Mapping[str, Collection[str]] | None = None,
    lone: str = "",
) -> list[Row]:
    """Read a CSV file with a header; blank rows and rows that start with ``#`` are left out.

    Parameters
    ----------
    path
        Where it is.
    name
        What messages call it.
    needed
        Columns that must be there. Whether a cell may be empty is for the caller to say.
    optional
        Columns that may be missing, and are then filled with empty cells; None allows any other
        column.
    choices
        Words that a column may hold, by column: every word of a cell is looked up.
    lone
        If given, a row may be a single cell that starts with this mark.

    Returns
    -------
    list of Row
        Cells without white space around them.

    Raises
    ------
    FileError
        A column is missing, unknown or given twice, a row has too many or too few cells, or a word
        is none of the choices.
    """
    rows = csv_rows(name, read_text(path, name))
    kept = ((line, cells) for line, cells in rows if any(cells) and not cells[0].startswith("#"))
    _, header = next(kept, (0, []))
    header = [cell.strip() for cell in header]
    _check_header(header, name, needed, optional)
    table = []
    for line, cells in kept:
        where = f"{name}, line {line}"
        if lone and len(cells) == 1 and cells[0].startswith(lone):
            cells = cells + [""] * (len(header) - 1)
        if len(cells) != len(header):
            raise FileError(
                f"{where}: {len(cells)} cells where the header has {len(header)}. Put a cell that "
                'holds a comma between quotation marks: "a, b".'
            )
        row = dict.fromkeys(optional or (), "")
        row |= {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
        for column, words in (choices or {}).items():
            _check_choice(row, column, words, where)
        table.append(Row(where, row))
    return table


def _check_header(
    header: list[str], name: str, needed: Collection[str], optional: Collection[str] | None
) -> None:
    example = ",".join([*needed, *(optional or ())])
    if len(header) == 1 and re.search(r"[;\t]", header[0]):
        raise FileError(
            f"{name}, line 1: columns must stand apart by commas. Save the file as "
            f"“CSV UTF-8 (comma delimited)”, with the first line {example}."
        )
    missing = [column for column in needed if column not in header]
    unknown = [
        column for column in header if optional is not None and column not in {*needed, *optional}
    ]
    twice = [column for column in dict.fromkeys(header) if header.count(column) > 1]
    for columns, what in ((missing, "is missing"), (unknown, "is unknown"), (twice, "comes twice")):
        if columns:
            raise FileError(
                f"{name}, line 1: the column {columns[0]!r} {what}. The first line names the "
                f"columns: {example}."
            )


def _check_choice(row: Mapping[str, str], column: str, words: Collection[str], where: str) -> None:
    for word in row.get(column, "").split():
        if word not in words:
            raise FileError(
                f"{where}: {column} is {word!r}; it must be one of {', '.join(sorted(words))}."
            )
