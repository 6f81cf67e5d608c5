"""Phrases of computed sentences: lists of words, numbers with their noun."""

import pandas as pd
from markupsafe import Markup

from helpers.markup import fill

MAX_ARTICLES = 6
"""Of how many articles a notebook speaks one by one: the first ones."""


def word_list(words: pd.Series | list[str]) -> Markup:
    """Words in italics as a list in a sentence: *a*, *b* and *c*."""
    return join_phrases([fill("<em>{word}</em>", word=word) for word in words])


def join_phrases(phrases: list[Markup]) -> Markup:
    """Phrases as a list in a sentence: a, b and c."""
    if len(phrases) < 2:
        return Markup("").join(phrases)
    return Markup("{} and {}").format(Markup(", ").join(phrases[:-1]), phrases[-1])


def first_words(words: pd.Series | list[str], most: int = 6) -> Markup:
    """Words in italics, the first ones by name and the others as a number."""
    named = word_list(list(words)[:most])
    more = len(words) - most
    return named if more <= 0 else fill("{named}, and {more:,} more", named=named, more=more)


def counted(n: int, one: str) -> str:
    """Write a number with its noun: 1 word, 1,200 words."""
    return f"{n:,} {one}" if n == 1 else f"{n:,} {one}s"
