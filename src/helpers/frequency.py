"""How often each word occurs, where, and how evenly.

Counting rests on one sparse document-term matrix; every table here is made from it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypedDict, Unpack

import numpy as np
import pandas as pd
from scipy import sparse

from helpers.economy import collector_paused
from helpers.tables import article_texts, make_table, require_columns
from helpers.text import Numbers, analyzer, feature_runs, word_feature
from helpers.wordlists import read_list

StopWords = str | Path | Iterable[str] | None

FREQUENCY_COLUMNS = {
    "feature": "str",
    "frequency": "int64",
    "rank": "int64",
    "docfreq": "int64",
    "per_1000": "float64",
    "DP": "float64",
    "DP_norm": "float64",
}


class NothingToCountError(ValueError):
    """The articles hold no feature to count, or the options leave none."""


class CountingOptions(TypedDict, total=False):
    """Options of `document_term_matrix`, which every table of counts accepts."""

    ngram_range: tuple[int, int]
    stop_words: StopWords
    min_df: int | float
    max_df: int | float
    min_count: int
    lowercase: bool
    numbers: Numbers
    variants: bool


class DocumentTermMatrix(NamedTuple):
    """Counts of features in articles.

    Attributes
    ----------
    counts
        Sparse, one row per article, one column per feature; indices are sorted.
    article_ids
        Of the rows, in the order of the articles table.
    features
        Of the columns, sorted by code point.
    n_words
        Words of each article: all of them, also those that have no column because they are stop
        words or too rare. What rates per 1,000 words are taken of.
    """

    counts: sparse.csr_matrix
    article_ids: tuple[str, ...]
    features: np.ndarray
    n_words: np.ndarray


def read_stop_words(stop_words: StopWords = "default") -> frozenset[str]:
    """Stop words as a set, from any of the forms in which they can be given.

    Parameters
    ----------
    stop_words
        ``"default"`` is the project's own list (``data/stop_words.txt``), which spares *un*,
        *u.s.*, *fire*, *against* and *not*; a `pathlib.Path` is a UTF-8 file with one word a
        line; anything else is the words themselves; ``None`` is no word at all. A word also stands
        for what it counts as: ``"United Nations"`` stops *un*.

    Raises
    ------
    ValueError
        A stop word is several words, which could stop none.
    """
    if stop_words is None:
        return frozenset()
    if isinstance(stop_words, str):
        if stop_words != "default":
            raise ValueError(
                f"stop_words={stop_words!r}: give 'default', a pathlib.Path or a list of words."
            )
        return frozenset(read_list("stop_words.txt"))
    if isinstance(stop_words, Path):
        lines = stop_words.read_text(encoding="utf-8-sig").splitlines()
        stop_words = (line.split("#", 1)[0].strip() for line in lines)
    words = frozenset(word for word in stop_words if word)
    features = {word: word_feature(word) for word in words}
    several = sorted(word for word in words if " " in word and " " in features[word])
    if several:
        raise ValueError(f"The stop word {several[0]!r} is several words; give single words.")
    return words | frozenset(filter(None, features.values()))


@collector_paused()
def document_term_matrix(
    articles: pd.DataFrame,
    *,
    ngram_range: tuple[int, int] = (1, 1),
    stop_words: StopWords = None,
    min_df: int | float = 1,
    max_df: int | float = 1.0,
    min_count: int = 1,
    lowercase: bool = True,
    numbers: Numbers = "keep",
    variants: bool = True,
) -> DocumentTermMatrix:
    """Count the features of each article with scikit-learn and the project's tokenizer.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    ngram_range
        Smallest and largest number of words in a feature. The words of an n-gram, joined by a
        space, stand next to each other in one sentence.
    stop_words
        As in `read_stop_words`; by default none. A stop word is no feature, nor is an n-gram
        that begins or ends with one. N-grams are formed before stop words go, so none joins
        words that never stood together.
    min_df, max_df
        In how many articles a feature must and may occur: a number (int) or a share (float).
    min_count
        How often a feature must occur in all articles together.
    lowercase, numbers, variants
        As in `helpers.text.tokens`. With ``lowercase=False``, a word with a capital first letter
        is still recognised as a stop word.

    Raises
    ------
    ValueError
        There is no article, an option makes no sense, or no feature is left to count.
    """
    texts = article_texts(articles)
    if not texts:
        raise ValueError("There is no article to count words in.")
    if not 1 <= ngram_range[0] <= ngram_range[1]:
        raise ValueError(f"ngram_range={ngram_range}: give (smallest, largest), both at least 1.")
    stops = read_stop_words(stop_words)
    n_words: list[int] = []
    if ngram_range == (1, 1):
        found = _words(texts.values(), n_words, lowercase, numbers, variants)
    else:
        found = _ngrams(texts.values(), n_words, ngram_range, lowercase, numbers, variants)
    # Here, not above: half of what a kernel takes to start, and only counting needs it.
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(analyzer=_as_it_is, min_df=min_df, max_df=max_df)
    try:
        counts = vectorizer.fit_transform(found)
    except ValueError as error:
        if "empty vocabulary" not in str(error):
            raise  # scikit-learn says which option is to blame
        least = "a word" if ngram_range[0] == 1 else f"{ngram_range[0]} words in a row"
        raise NothingToCountError(f"None of the {len(texts)} article(s) holds {least}.") from error
    features = vectorizer.get_feature_names_out()
    keep = np.asarray(counts.sum(axis=0)).ravel() >= min_count
    if stops:
        keep &= ~np.fromiter((is_stopped(name, stops) for name in features), bool, len(features))
    if not keep.any():
        raise NothingToCountError(
            f"No feature is left to count in {len(texts)} article(s): stop_words or "
            f"min_count={min_count} took all {len(features)}."
        )
    if not keep.all():
        counts, features = counts[:, keep], features[keep]
    counts.sort_indices()
    return DocumentTermMatrix(counts, tuple(texts), features, np.array(n_words, dtype="int64"))


def _as_it_is(features: list[str]) -> list[str]:
    return features


def _words(
    texts: Iterable[str], n_words: list[int], lowercase: bool, numbers: Numbers, variants: bool
) -> Iterator[list[str]]:
    """Words of each text; notes their number in `n_words`."""
    words_of = analyzer(lowercase=lowercase, numbers=numbers, variants=variants)
    for text in texts:
        words = words_of(text)
        n_words.append(len(words))
        yield words


def _ngrams(
    texts: Iterable[str],
    n_words: list[int],
    ngram_range: tuple[int, int],
    lowercase: bool,
    numbers: Numbers,
    variants: bool,
) -> Iterator[list[str]]:
    """N-grams of each text; notes the number of its words in `n_words`."""
    sizes = range(ngram_range[0], ngram_range[1] + 1)
    for text in texts:
        runs = feature_runs(text, lowercase=lowercase, numbers=numbers, variants=variants)
        n_words.append(sum(map(len, runs)))
        yield [
            " ".join(run[first : first + size])
            for run in runs
            for size in sizes
            for first in range(len(run) - size + 1)
        ]


def is_stopped(feature: str, stops: frozenset[str]) -> bool:
    """Whether a feature begins or ends with a stop word, perhaps with a capital first letter."""
    words = feature.split(" ")
    return any(
        word in stops or word[:1].lower() + word[1:] in stops for word in {words[0], words[-1]}
    )


def dispersion(matrix: DocumentTermMatrix) -> pd.DataFrame:
    """How unevenly each feature is spread over the articles: Gries' deviation of proportions.

    With s the share of each article in all words, and v its share in the occurrences of a
    feature, ``DP = 0.5 * sum(|v - s|)`` (Gries 2008, International Journal of Corpus Linguistics
    13:4, 403-437). 0 is a spread in proportion to the articles' lengths; its largest value,
    1 minus the smallest s, is reached when the shortest article holds all occurrences, and
    ``DP_norm = DP / (1 - min(s))`` makes that 1 (Lijffijt & Gries 2012, the same journal 17:1,
    147-149).

    Returns
    -------
    pandas.DataFrame
        ``feature, DP, DP_norm`` in the order of the matrix's columns. Both are missing where
        fewer than two articles have any word: one part has no spread.
    """
    sizes = matrix.n_words / max(matrix.n_words.sum(), 1)
    parts = sizes[sizes > 0]
    if len(parts) < 2:
        dp = np.full(len(matrix.features), np.nan)
        norm = dp
    else:
        columns = matrix.counts.tocsc()
        column = np.repeat(np.arange(columns.shape[1]), np.diff(columns.indptr))
        share = columns.data / np.asarray(columns.sum(axis=0)).ravel()[column]
        expected = sizes[columns.indices]
        # Articles without the feature add their s each: all of s, less that of those with it.
        differences = np.bincount(
            column, np.abs(share - expected) - expected, minlength=columns.shape[1]
        )
        dp = np.clip(0.5 * (1 + differences), 0, 1)
        norm = np.clip(dp / (1 - parts.min()), 0, 1)
    return make_table(
        zip(matrix.features, dp, norm, strict=True),
        {"feature": "str", "DP": "float64", "DP_norm": "float64"},
    )


def word_frequencies(
    articles: pd.DataFrame, *, by: str | None = None, **counting: Unpack[CountingOptions]
) -> pd.DataFrame:
    """Frequency, rank, rate and dispersion of each feature.

    Parameters
    ----------
    articles
        Has ``article_id, text``, and the column that `by` names.
    by
        ``None`` counts all articles together; ``"article_id"`` each by itself; any other column
        (``"publisher"``) each group of articles that share a value.
    **counting
        As in `document_term_matrix`.

    Returns
    -------
    pandas.DataFrame
        - the column `by`, if given; article ids stand as text
        - ``feature``; ``frequency``, its number of occurrences (in the group)
        - ``rank`` of that frequency (in the group); ties share the smallest rank
        - ``docfreq``: how many of all articles have the feature
        - ``per_1000``: occurrences per 1,000 words (of the group), stop words counted as words
        - ``DP, DP_norm``: `dispersion` over all articles

        Ordered by group (in the order of the articles), rank and feature.
    """
    matrix = document_term_matrix(articles, **counting)
    codes, names = group_codes(articles, by)
    groups = add_up(matrix, codes, names)
    counts = groups.counts
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    # The sort is stable and columns are sorted by feature: ties stay in alphabetical order.
    order = np.lexsort((-counts.data, row))
    row, column, frequency = row[order], counts.indices[order], counts.data[order]
    rank, _ = ranks_in_groups(row, frequency)
    docfreq = np.bincount(matrix.counts.indices, minlength=counts.shape[1])
    spread = dispersion(matrix)
    table = pd.DataFrame(
        {
            "feature": pd.array(matrix.features, dtype="str").take(column),
            "frequency": frequency,
            "rank": rank,
            "docfreq": docfreq[column],
            "per_1000": 1000 * frequency / groups.n_words[row],
            "DP": spread["DP"].to_numpy()[column],
            "DP_norm": spread["DP_norm"].to_numpy()[column],
        }
    ).astype(FREQUENCY_COLUMNS)
    if by is not None:
        table.insert(0, by, names.take(row).array)
    return table


def group_codes(articles: pd.DataFrame, by: str | None) -> tuple[np.ndarray, pd.Index]:
    """Number of each article's group, and the groups' names, in order of their first article.

    Parameters
    ----------
    articles
        Has the column that `by` names.
    by
        ``None`` puts all articles into one group. Names are as `values_of` gives them.

    Raises
    ------
    ValueError
        There is no such column, or an article has no value in it.
    """
    if by is None:
        return np.zeros(len(articles), dtype="int64"), pd.Index(["all"])
    codes, names = pd.factorize(values_of(articles, by))
    return codes, pd.Index(names)


def values_of(articles: pd.DataFrame, by: str) -> pd.Series:
    """Values of the column `by`, one per article.

    Ids of articles stand as text, as in every table that is made from the articles; any other
    column keeps its type.

    Raises
    ------
    ValueError
        There is no such column, or an article has no value in it.
    """
    require_values(articles, by)
    if by != "article_id":
        return articles[by]
    ids = [str(article_id) for article_id in articles[by].tolist()]
    return pd.Series(ids, index=articles.index, name=by, dtype="str")


def require_values(articles: pd.DataFrame, by: str) -> None:
    """Raise `ValueError` if there is no column `by`, or an article has no value in it."""
    require_columns(articles, (by,), "An articles table")
    missing = articles[by].isna().to_numpy()
    if missing.any():
        article_id = str(articles["article_id"].iloc[int(np.flatnonzero(missing)[0])])
        raise ValueError(
            f"{missing.sum()} article(s) have no {by} (the first is {article_id!r}); fill it in "
            "or leave these articles out."
        )


def add_up(matrix: DocumentTermMatrix, codes: np.ndarray, names: pd.Index) -> DocumentTermMatrix:
    """Add up the rows of a matrix that belong to one group.

    Parameters
    ----------
    matrix
        One row per article.
    codes, names
        Number of each article's group and the groups' names, as `group_codes` gives them.

    Returns
    -------
    DocumentTermMatrix
        One row a group, in the order of `names`, which stand as text in ``article_ids``; counts
        and ``n_words`` are sums, the columns are the same. If every article is a group of its
        own, it is `matrix` itself, ``article_ids`` included.
    """
    if len(names) == len(codes):
        return matrix  # every article is a group of its own
    cells = (np.ones(len(codes), dtype="int64"), (codes, np.arange(len(codes))))
    adds = sparse.csr_matrix(cells, shape=(len(names), len(codes)))
    counts = (adds @ matrix.counts).tocsr()
    counts.sort_indices()
    return DocumentTermMatrix(
        counts, tuple(map(str, names)), matrix.features, adds @ matrix.n_words
    )


def leading(table: pd.DataFrame, most: int, *, rank: str = "rank") -> pd.DataFrame:
    """First rows of a table, cut where no tie is cut: equal ranks are all in or all out.

    Parameters
    ----------
    table
        Has the column that `rank` names, and is ordered by it.
    most
        How many rows at most. If more than that share the first rank, the first `most` of them.
    """
    if len(table) <= most:
        return table
    whole = table[table[rank] < table[rank].iloc[most]]
    return table.head(most) if whole.empty else whole


def ranks_in_groups(group: np.ndarray, score: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rank of each row in its group, ties sharing the smallest, and which rows are tied.

    Rows must be sorted by group, then by falling score.
    """
    position = np.arange(len(group))
    new_group = np.r_[True, group[1:] != group[:-1]]
    new_score = new_group | np.r_[True, score[1:] != score[:-1]]
    first_of_group = np.maximum.accumulate(np.where(new_group, position, 0))
    first_of_score = np.maximum.accumulate(np.where(new_score, position, 0))
    tied = ~new_score | ~np.r_[new_score[1:], True]
    return first_of_score - first_of_group + 1, tied
