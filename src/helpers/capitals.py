"""Which words a collection writes with a capital: mostly names."""

import re

import pandas as pd

from helpers.frequency import read_stop_words
from helpers.tables import article_texts
from helpers.text import sentence_spans, spans_and_features

# A word after one of these begins a sentence or a quotation, where any word has a capital.
_BEGINS = re.compile(r"[\"“”‘'(:]\s*$")


def capitalised_words(articles: pd.DataFrame) -> frozenset[str]:
    """Words that occur with a capital within a sentence and never without.

    Names of people, places and institutions, mostly, but weekdays and *Canadian* too. A name
    that only ever begins a sentence is missed, and so is one that is also a common word of the
    same collection. Stop words (*I*) are never among them.

    Parameters
    ----------
    articles
        Has ``article_id, text``.

    Returns
    -------
    frozenset of str
        Features as in `helpers.text.tokens`, fit to be added to a list of stop words.
    """
    with_capital = set()
    without = set()
    for text in article_texts(articles).values():
        firsts = {start for start, _ in sentence_spans(text)}
        spans, features = spans_and_features(text)
        for (start, _), feature in zip(spans, features, strict=True):
            if not text[start].isupper():
                without.add(feature)
            elif not _begins_something(text, start, firsts):
                with_capital.add(feature)
    return frozenset(with_capital) - without - read_stop_words()


def _begins_something(text: str, start: int, sentence_starts: set[int]) -> bool:
    before = text[max(start - 3, 0) : start]
    return start in sentence_starts or bool(_BEGINS.search(before))
