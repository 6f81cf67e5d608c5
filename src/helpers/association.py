"""How strongly two things go together in a two-by-two table of counts, and word pairs by it."""

from typing import Unpack

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.special import xlogy

from helpers.frequency import CountingOptions, document_term_matrix, is_stopped, read_stop_words

COLLOCATION_COLUMNS = {
    "feature": "str",
    "first": "str",
    "second": "str",
    "frequency": "int64",
    "docfreq": "int64",
    "n_first": "int64",
    "n_second": "int64",
    "expected": "float64",
    "G2": "float64",
}


def log_likelihood(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> np.ndarray:
    """Signed log-likelihood ratio of two-by-two tables of counts.

    For the table ``[[a, b], [c, d]]`` with the expected counts of independence,
    ``G2 = 2 * sum(observed * ln(observed / expected))`` over all four cells (Dunning 1993,
    Computational Linguistics 19:1, 61-74). An empty cell adds nothing.

    Parameters
    ----------
    a, b, c, d
        Counts, each a number or an array of one shape.

    Returns
    -------
    numpy.ndarray
        G2, negative where `a` is below its expected count; 0 for a table without any count.
    """
    a, b, c, d = (np.asarray(cell, dtype="float64") for cell in (a, b, c, d))
    if min(cell.min(initial=0) for cell in (a, b, c, d)) < 0:
        raise ValueError("A table of counts has a count below zero.")
    total = a + b + c + d
    # Sums of x ln x avoid dividing by expected counts, which may be zero.
    cells = xlogy(a, a) + xlogy(b, b) + xlogy(c, c) + xlogy(d, d)
    margins = sum(xlogy(margin, margin) for margin in (a + b, c + d, a + c, b + d))
    g2 = np.maximum(2 * (cells - margins + xlogy(total, total)), 0)
    return np.where(a * d < b * c, -g2, g2)


def collocations(
    articles: pd.DataFrame, *, min_count: int = 2, **counting: Unpack[CountingOptions]
) -> pd.DataFrame:
    """Pairs of neighbouring words, by how much more often they meet than chance would have it.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    min_count
        How often a pair must occur. A pair of two rare words seen once scores high and means
        nothing.
    **counting
        As in `helpers.frequency.document_term_matrix`, without ``ngram_range``; here stop words
        are by default those of the project's own list. Pairs with a stop word are counted, so
        that they stand among the chances, and left out of the table.

    Returns
    -------
    pandas.DataFrame
        - ``feature``: the pair; its words ``first`` and ``second``
        - ``frequency``, and ``docfreq``, the number of articles that have the pair
        - ``n_first, n_second``: pairs that begin with the first word, that end with the second
        - ``expected``: the frequency that chance would give
        - ``G2``: signed `log_likelihood`

        Ordered by falling G2, then by feature.
    """
    stops = read_stop_words(counting.pop("stop_words", "default"))
    matrix = document_term_matrix(articles, **{**counting, "ngram_range": (2, 2)})
    pairs = pd.DataFrame(
        [feature.split(" ") for feature in matrix.features], columns=["first", "second"]
    )
    pairs.insert(0, "feature", matrix.features)
    pairs["frequency"] = np.asarray(matrix.counts.sum(axis=0)).ravel()
    pairs["docfreq"] = np.diff(matrix.counts.tocsc().indptr)
    total = pairs["frequency"].sum()
    for word in ("first", "second"):
        pairs[f"n_{word}"] = pairs.groupby(word)["frequency"].transform("sum")
    pairs["expected"] = pairs["n_first"] * pairs["n_second"] / total
    pairs["G2"] = log_likelihood(
        pairs["frequency"],
        pairs["n_first"] - pairs["frequency"],
        pairs["n_second"] - pairs["frequency"],
        total - pairs["n_first"] - pairs["n_second"] + pairs["frequency"],
    )
    pairs = pairs[pairs["frequency"] >= min_count]
    stopped = pairs["feature"].map(lambda feature: is_stopped(feature, stops)).astype(bool)
    pairs = pairs[~stopped]
    # Rounded, so that pairs with the same counts tie whatever the processor's last digit.
    pairs = pairs.assign(score=pairs["G2"].round(9))
    pairs = pairs.sort_values(["score", "feature"], ascending=[False, True])
    return pairs[list(COLLOCATION_COLUMNS)].astype(COLLOCATION_COLUMNS).reset_index(drop=True)
