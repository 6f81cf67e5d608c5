"""Labels that a reader set by hand, given by the words they are about or by places in the text.

With them the rules can be scored on any articles: see `helpers.evaluation`,
`helpers.casualty_evaluation` and `helpers.stance_evaluation`.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers.tables import article_texts
from helpers.text import Span
from helpers.userfiles import FileError, Row, read_table, read_text

FRAGMENTS_APART = "|"
"""Stands between pieces of one statement that other words interrupt (*he said*)."""


class LabelError(FileError):
    """A label can't be read, or its words don't stand in the article."""


class LabelKind(NamedTuple):
    """What a file of labels says of each piece of text."""

    needed: tuple[str, ...]
    """Columns besides ``article_id`` and the place."""
    choices: dict[str, tuple[str, ...]]
    filled: tuple[str, ...]
    """Columns that may not be empty."""
    same_place: tuple[str, ...]
    """Rows with the same words are about the same place if they differ in one of these columns."""
    numbers: tuple[str, ...] = ()
    empty: str | None = None
    """Stands for an empty cell."""
    optional: tuple[str, ...] = ()
    """Columns that may be missing, and then are empty."""


LABEL_KINDS = {
    "statements": LabelKind(
        ("quote_type", "speaker"),
        {"quote_type": ("direct", "indirect", "mixed")},
        ("quote_type",),
        (),
        optional=("speaker_name",),
    ),
    "casualty_claims": LabelKind(
        ("low", "high", "bound", "effect", "source"),
        {
            "bound": ("exact", "at_least", "at_most", "range", "about", "vague"),
            "effect": ("killed", "wounded", "missing", "casualties"),
        },
        ("bound", "effect"),
        ("effect",),
        numbers=("low", "high"),
    ),
    "stance": LabelKind(
        ("speaker", "target", "stance"),
        {"stance": ("favor", "against", "none")},
        ("target", "stance"),
        ("speaker", "target"),
        empty="",
    ),
}
"""The kinds of labels; a file of labels is named after its kind."""


def read_marks(
    path: str | Path, articles: pd.DataFrame, kind: str = "statements", *, name: str | None = None
) -> pd.DataFrame:
    """Read labels, and find the places of those that are given by their words.

    Parameters
    ----------
    path
        A CSV file with ``article_id``, the columns of `LABEL_KINDS` for this kind, and any others.
        In one of statements, ``speaker_name`` may be missing: names are not scored then.
        The place is given as ``words``, copied from the article, with ``|`` between pieces that
        other words interrupt (``data/labels/TEMPLATE.csv``); or as ``start, end`` and, if there
        are several pieces, ``fragments`` such as ``10-25 31-40``. Where the same words stand more
        than once, rows take one place after the other, in the order of the file. White space
        doesn't matter.
    articles
        Has ``article_id, text``.
    kind
        A key of `LABEL_KINDS`.
    name
        What messages call the file; by default its name.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, fragments`` and the columns of the kind, one row a label. Empty
        cells are None (of stances: empty).

    Raises
    ------
    LabelError, FileError
        A column or cell is missing or wrong, a place isn't in the article, or the words aren't;
        the message names the line and says what to do.
    """
    path = Path(path)
    name = name or path.name
    spec = LABEL_KINDS[kind]
    table = read_table(path, name, ("article_id", *spec.needed))
    texts = article_texts(articles)
    taken: dict[tuple[str, ...], int] = {}
    rows = []
    for row in table:
        cells = row.cells
        if cells["article_id"] not in texts:
            raise LabelError(
                f"{row.where}: there is no article {cells['article_id']!r}. Write the path of its "
                "file below the folder, without .txt."
            )
        empty = [column for column in spec.filled if not cells[column]]
        if empty:
            raise LabelError(f"{row.where}: {empty[0]} is empty. Fill it in.")
        for column, choices in spec.choices.items():
            if cells[column] not in choices:
                raise LabelError(
                    f"{row.where}: {column} is {cells[column]!r}; it must be one of "
                    f"{', '.join(sorted(choices))}."
                )
        text = texts[cells["article_id"]]
        if cells.get("words"):
            key = (cells["article_id"], cells["words"], *(cells[c] for c in spec.same_place))
            fragments = _find_fragments(text, cells["words"], taken.get(key, 0), row.where)
            taken[key] = fragments[-1][1]
        else:
            fragments = _given_fragments(text, row)
        values = {column: cells.get(column) or spec.empty for column in columns_of(kind)}
        values |= {column: _number(row, column) for column in spec.numbers}
        place = {"start": fragments[0][0], "end": fragments[-1][1], "fragments": fragments}
        rows.append({"article_id": cells["article_id"]} | place | values)
    columns = ["article_id", "start", "end", "fragments", *columns_of(kind)]
    whole = {"start": "int64", "end": "int64"} | dict.fromkeys(spec.numbers, "Int64")
    return pd.DataFrame(rows, columns=columns, dtype="object").astype(whole)


def columns_of(kind: str) -> tuple[str, ...]:
    """Columns that labels of a kind have once they are read, besides their article and place."""
    spec = LABEL_KINDS[kind]
    return (*spec.needed, *spec.optional)


def kind_of(path: str | Path) -> str:
    """Kind of the labels in a file, told by its columns.

    Raises
    ------
    LabelError
        The columns are those of no kind; says which one is nearest, and what it lacks.
    """
    path = Path(path)
    lines = read_text(path, path.name).splitlines() or [""]
    header = {cell.strip().strip('"') for cell in lines[0].split(",")}
    lacking = {
        kind: [column for column in spec.needed if column not in header]
        for kind, spec in LABEL_KINDS.items()
    }
    for kind, lacks in lacking.items():
        if not lacks:
            return kind
    # Of columns that are there, a kind's own tell more than those that are missing.
    own = {kind: len(LABEL_KINDS[kind].needed) - len(lacks) for kind, lacks in lacking.items()}
    nearest = min(LABEL_KINDS, key=lambda kind: (-own[kind], len(lacking[kind])))
    where = f"{path.name}, line 1:"
    if own[nearest]:
        raise LabelError(
            f"{where} labels of {nearest.replace('_', ' ')} also need {', '.join(lacking[nearest])}"
            f". The columns are {', '.join(['article_id', 'words', *columns_of(nearest)])}."
        )
    wanted = "; ".join(f"{kind}: {', '.join(s.needed)}" for kind, s in LABEL_KINDS.items())
    raise LabelError(
        f"{where} these are the columns of no kind of labels. Besides article_id and words, labels "
        f"need ({wanted})."
    )


def _find_fragments(text: str, words: str, since: int, where: str) -> list[Span]:
    fragments: list[Span] = []
    for piece in words.split(FRAGMENTS_APART):
        if not piece.strip():
            raise LabelError(f"{where}: a piece of the words {words!r} is empty.")
        pattern = r"\s+".join(map(re.escape, piece.split()))
        found = re.compile(pattern).search(text, fragments[-1][1] if fragments else since)
        if not found:
            raise LabelError(
                f"{where}: the words {piece.strip()!r} don't stand in the article"
                f"{' once more' if since else ''}. Copy them as they are written, "
                "quotation marks included."
            )
        fragments.append(found.span())
    return fragments


def _given_fragments(text: str, row: Row) -> list[Span]:
    written = [row.cells.get(column, "") for column in ("start", "end", "fragments")]
    start, end, fragments = written
    try:
        hull = (int(start), int(end))
        pieces = [piece.split("-") for piece in fragments.split()] or [hull]
        spans = [(int(first), int(last)) for first, last in pieces]
    except ValueError:
        raise LabelError(
            f"{row.where}: copy the words of the article into the column words, or give start and "
            f"end as whole numbers (found {start!r} and {end!r}) and fragments as 10-25 31-40."
        ) from None
    if (spans[0][0], spans[-1][1]) != hull:
        raise LabelError(
            f"{row.where}: the fragments {fragments!r} must begin at {hull[0]} and end at {hull[1]}"
        )
    if not all(0 <= first < last <= len(text) for first, last in spans):
        raise LabelError(
            f"{row.where}: {start} to {end} is no place in the article, which has {len(text)} "
            "characters. Count from its first character, which is number 0."
        )
    return spans


def _number(row: Row, column: str) -> int | None:
    written = row.cells[column].replace(",", "")
    if written and not written.isdecimal():
        raise LabelError(
            f"{row.where}: {column} is {row.cells[column]!r}; write a whole number, or leave it "
            "empty if the text sets no such end."
        )
    return int(written) if written else None
