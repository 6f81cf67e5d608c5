"""Typed tables, and the one promise they all keep.

A row that comes from text carries ``article_id, start, end`` (code points, half-open), so that any
figure in any table can be followed back to the words it was read from.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd


class SpanError(ValueError):
    """A table points at a place in an article that does not say what the table says."""


def make_table(rows: Iterable[Any], columns: Mapping[str, str]) -> pd.DataFrame:
    """Make a typed table from rows, also when there is no row at all.

    Parameters
    ----------
    rows
        Mappings, or sequences in the order of `columns`.
    columns
        Name of each column and its pandas dtype, such as ``"str"``, ``"int64"``, ``"Int64"``
        (integers that may be missing), ``"float64"``, ``"boolean"`` or ``"object"`` (each value
        as it is given: what is missing stays ``None``).

    Returns
    -------
    pandas.DataFrame
        Exactly these columns in this order, with a fresh index 0, 1, 2, …
    """
    rows = list(rows)
    # Column by column: much faster than row by row, and a missing value stays what it is.
    if rows and isinstance(rows[0], Mapping):
        values: Iterable[Any] = ([row.get(name) for row in rows] for name in columns)
    else:
        values = map(list, zip(*rows, strict=True)) if rows else ([] for _ in columns)
    typed = zip(columns.items(), values, strict=True)
    return pd.DataFrame({name: pd.Series(column, dtype=dtype) for (name, dtype), column in typed})


def require_columns(table: pd.DataFrame, columns: Iterable[str], what: str) -> None:
    """Raise a `ValueError` that names the columns which `table` (called `what`) lacks."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        have = ", ".join(map(str, table.columns)) or "no columns at all"
        raise ValueError(f"{what} needs the column(s) {', '.join(missing)}; it has {have}.")


def article_texts(articles: pd.DataFrame) -> dict[str, str]:
    """Text of each article by its id, in the order of the rows.

    Parameters
    ----------
    articles
        Any table with ``article_id`` (unique) and ``text``. Ids that are numbers stand as text, as
        in every table that is made from the articles.

    Raises
    ------
    ValueError
        A column is missing, an article has no id, an id occurs twice, or an article has no text.
    """
    require_columns(articles, ("article_id", "text"), "An articles table")
    missing = articles["article_id"].isna().to_numpy()
    if missing.any():
        raise ValueError(f"The article in row {int(missing.argmax()) + 1} has no article_id.")
    ids = _ids(articles)
    twice = next((name for name, times in Counter(ids).items() if times > 1), None)
    if twice is not None:
        raise ValueError(f"article_id must be unique; {twice!r} occurs more than once.")
    texts = articles["text"].tolist()
    for article_id, text in zip(ids, texts, strict=True):
        if not isinstance(text, str):
            raise ValueError(f"Article {article_id!r} has no text (found {text!r}).")
    return dict(zip(ids, texts, strict=True))


def value_by_article(articles: pd.DataFrame, column: str) -> dict[str, Any]:
    """Value of a column by ``article_id``, as text, for the articles that have one.

    Without such a column there is none.
    """
    if column not in articles.columns:
        return {}
    values = zip(_ids(articles), articles[column], strict=True)
    return {article_id: value for article_id, value in values if not pd.isna(value)}


def _ids(articles: pd.DataFrame) -> list[str]:
    return [str(article_id) for article_id in articles["article_id"].tolist()]


def check_spans(
    table: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    start: str = "start",
    end: str = "end",
    says: str | None = None,
) -> pd.DataFrame:
    """Check that every span lies in its article and says what the table says; return `table`.

    Parameters
    ----------
    table
        Has ``article_id`` and the two offset columns. Rows whose offsets are both missing are
        skipped: they point nowhere.
    articles
        Has ``article_id, text``.
    start, end
        Names of the offset columns (code points, half-open).
    says
        Name of a column that must equal ``text[start:end]``; ``None`` checks the bounds only.

    Raises
    ------
    SpanError
        Names the first row that breaks the promise.
    """
    require_columns(table, ("article_id", start, end, *([says] if says else [])), "The table")
    texts = article_texts(articles)
    claims = table[says].tolist() if says else [None] * len(table)
    rows = zip(table.index, table["article_id"], table[start], table[end], claims, strict=True)
    for index, article_id, first, last, claim in rows:
        if pd.isna(first) and pd.isna(last):
            continue
        if article_id not in texts:
            raise SpanError(f"Row {index}: there is no article {article_id!r}.")
        if pd.isna(first) or pd.isna(last):
            raise SpanError(f"Row {index}: {start} and {end} must both be there, or neither.")
        text = texts[article_id]
        if not 0 <= first < last <= len(text):
            raise SpanError(
                f"Row {index}: [{first}, {last}) is not a span of article {article_id!r}, "
                f"which has {len(text)} characters."
            )
        if says and text[int(first) : int(last)] != claim:
            raise SpanError(
                f"Row {index}: {says} is {claim!r}, but article {article_id!r} reads "
                f"{text[int(first) : int(last)]!r} at [{first}, {last})."
            )
    return table
