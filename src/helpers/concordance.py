"""Keyword in context: each occurrence of a word with the words around it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

import pandas as pd

from helpers.tables import article_texts, make_table
from helpers.text import Span, analyzer, spans_and_features, token_spans

CONTEXT_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "left": "str",
    "node": "str",
    "right": "str",
}


def keyword_in_context(
    articles: pd.DataFrame,
    keyword: str,
    *,
    window: int = 8,
    regex: bool = False,
    ignore_case: bool = True,
    variants: bool = True,
) -> pd.DataFrame:
    """Occurrences of a word, a phrase or a pattern, with the words around each.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    keyword
        A word or phrase, which is looked for as the tokenizer counts it (``Lee`` also finds
        ``Lee's``, but not ``Leeds``), or with `regex` a Python regular expression, which is
        looked for in the text as it stands.
    window
        Number of words on each side.
    ignore_case
        Whether capitals make no difference.
    variants
        Whether a word also finds its spelling variants (``UN`` finds *United Nations*).

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, left, node, right``, in the order of the articles and of the
        text. ``node`` is ``text[start:end]``; ``left`` and ``right`` are the text before and
        after it, each run of white space as one space. No row if there is no occurrence.

    Raises
    ------
    ValueError
        The keyword holds no word, the pattern is not valid, or the window is negative.
    """
    if window < 0:
        raise ValueError(f"window={window}: give a number of words, 0 or more.")
    rows = []
    find = _pattern_finder(keyword, ignore_case) if regex else None
    wanted = [] if regex else analyzer(lowercase=ignore_case, variants=variants)(keyword)
    if not regex and not wanted:
        raise ValueError(f"keyword={keyword!r} holds no word. Use regex=True to find signs.")
    for article_id, text in article_texts(articles).items():
        if find:
            words = token_spans(text)
            found = [match.span() for match in find(text) if match.end() > match.start()]
        else:
            words, features = spans_and_features(text, lowercase=ignore_case, variants=variants)
            found = _find_run(words, features, wanted)
        starts = [start for start, _ in words]
        ends = [end for _, end in words]
        for start, end in found:
            before = bisect_right(ends, start)  # words that end before the node
            after = bisect_left(starts, end)  # first word that begins after it
            left = text[starts[max(before - window, 0)] : start] if before and window else ""
            last = min(after + window, len(words)) - 1
            right = text[end : ends[last]] if last >= after else ""
            rows.append(
                (article_id, start, end, _one_line(left), text[start:end], _one_line(right))
            )
    return make_table(rows, CONTEXT_COLUMNS)


def _pattern_finder(pattern: str, ignore_case: bool) -> Callable[[str], Iterator[re.Match[str]]]:
    try:
        return re.compile(pattern, re.IGNORECASE if ignore_case else 0).finditer
    except re.error as error:
        raise ValueError(f"keyword={pattern!r} is no valid regular expression: {error}.") from error


def _find_run(words: list[Span], features: list[str], wanted: list[str]) -> list[Span]:
    """Spans of the places where the `wanted` features stand in a row."""
    size = len(wanted)
    return [
        (words[first][0], words[first + size - 1][1])
        for first, feature in enumerate(features)
        if feature == wanted[0] and features[first : first + size] == wanted
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def terms_in_context(
    articles: pd.DataFrame, terms: pd.DataFrame, *, most: int = 1, window: int = 8
) -> pd.DataFrame:
    """First occurrences of each article's own terms, with the words around them.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    terms
        ``article_id, feature``: which term to look for in which article.
    most
        How many occurrences of each term.
    window
        As in `keyword_in_context`.

    Returns
    -------
    pandas.DataFrame
        Columns of `keyword_in_context`, in the order of `terms`.

    Raises
    ------
    ValueError
        A term is not in its article.
    """
    tables = [make_table([], CONTEXT_COLUMNS)]
    for row in terms.itertuples():
        article = articles[articles["article_id"] == row.article_id]
        lines = keyword_in_context(article, row.feature, window=window)
        if lines.empty:
            raise ValueError(f"Article {row.article_id!r} does not have the term {row.feature!r}.")
        tables.append(lines.head(most))
    return pd.concat(tables, ignore_index=True)
