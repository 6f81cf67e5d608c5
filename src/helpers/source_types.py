"""Kinds of source, after how casualty recorders class theirs (``data/source_types.csv``)."""

import re
from functools import cache

from helpers.wordlists import read_rows

UNNAMED = "unnamed"


@cache
def _source_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w.]){re.escape(row['word'])}(?![\w-])"), row["source_type"])
        for row in read_rows("source_types.csv")
    )


def named_type(source: str) -> str | None:
    """Kind of a source by a word of it that tells, ``None`` if none does."""
    small = source.lower()
    return next((kind for pattern, kind in _source_words() if pattern.search(small)), None)


def source_type(source: str, name: str | None = None) -> str:
    """Kind of a source by its words, then by its resolved name; ``unnamed`` if none tells.

    >>> source_type("activists")
    'activist'
    """
    return named_type(source) or (named_type(name) if name else None) or UNNAMED
