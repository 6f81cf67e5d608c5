"""Kinds of source, after how casualty recorders class theirs (``data/source_types.csv``)."""

import re
from functools import cache

from helpers.wordlists import read_rows

UNNAMED = "unnamed"
OTHER = "other"
"""Said who it is, but by no word that tells the kind: *the airline*, *Ruth Adeyemi*."""


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
    """Kind of a source by its words, then by its resolved name.

    If none tells, it is ``other`` where a name or *the* says who it is, else ``unnamed``.

    >>> source_type("activists"), source_type("the airline"), source_type("a friend")
    ('activist', 'other', 'unnamed')
    """
    kind = named_type(source) or (named_type(name) if name else None)
    if kind is not None:
        return kind
    words = source.split()
    if words and words[0].lower() in _OPENING:
        words = words[1:]
    capital = any(word[:1].isupper() for word in words)
    return OTHER if name or capital or source.lower().startswith("the ") else UNNAMED


_OPENING = frozenset(("a", "an", "one", "some", "another", "several", "many", "he", "she", "they"))
