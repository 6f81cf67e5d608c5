"""What one article, or one group of them, says more than the others, and how sure that is.

TF-IDF weighs a term by how few articles have it; keyness and log-odds ask whether its share in a
target differs from its share in everything else.
"""

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple, Unpack

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import chdtrc

from helpers.association import log_likelihood
from helpers.frequency import (
    CountingOptions,
    DocumentTermMatrix,
    add_up,
    document_term_matrix,
    group_codes,
    ranks_in_groups,
    values_of,
)
from helpers.tables import make_table, require_columns

Norm = Literal["l1", "l2"] | None
Correction = Literal["holm", "bonferroni", "bh"] | None
Prior = Literal["collection", "uniform"] | pd.DataFrame

TF_IDF_COLUMNS = {
    "feature": "str",
    "frequency": "int64",
    "docfreq": "int64",
    "tf": "float64",
    "idf": "float64",
    "tf_idf": "float64",
    "rank": "int64",
    "tied": "bool",
}
KEYNESS_COLUMNS = {
    "feature": "str",
    "G2": "float64",
    "p": "float64",
    "p_adjusted": "float64",
    "log_ratio": "float64",
    "n_target": "int64",
    "n_reference": "int64",
    "per_1000_target": "float64",
    "per_1000_reference": "float64",
}
LOG_ODDS_COLUMNS = {
    "feature": "str",
    "log_odds": "float64",
    "z": "float64",
    "n_target": "int64",
    "n_reference": "int64",
    "prior": "float64",
}

TIE_DIGITS = 10
"""Scores that agree to so many decimals tie: a processor's last digit is no difference."""

ROWS_SORTED_AT_ONCE = 1000


class DocumentFrequencies(NamedTuple):
    """In how many articles of a whole collection each feature occurs.

    Attributes
    ----------
    n_articles
        Articles of the collection.
    docfreq
        Number of articles that have a feature; its index is the features.
    """

    n_articles: int
    docfreq: pd.Series

    def of(self, features: np.ndarray) -> np.ndarray:
        """Document frequencies of `features`, all of which the collection must have."""
        places = self.docfreq.index.get_indexer(pd.Index(features, dtype=self.docfreq.index.dtype))
        if (places < 0).any():
            missing = features[int(np.flatnonzero(places < 0)[0])]
            raise ValueError(f"The collection has no article with the feature {missing!r}.")
        return self.docfreq.to_numpy()[places]


def tf_idf_matrix(
    matrix: DocumentTermMatrix,
    *,
    collection: DocumentFrequencies | None = None,
    norm: Norm = "l2",
    use_idf: bool = True,
    smooth_idf: bool = True,
    sublinear_tf: bool = False,
) -> sparse.csr_matrix:
    """Weigh a document-term matrix by TF-IDF; options and shape as in `tf_idf`."""
    # Here, not above: half of what a kernel takes to start, and only counting needs it.
    from sklearn.feature_extraction.text import TfidfTransformer

    transformer = TfidfTransformer(
        norm=norm, use_idf=use_idf, smooth_idf=smooth_idf, sublinear_tf=sublinear_tf
    )
    transformer.fit(matrix.counts)
    if use_idf and collection is not None:
        transformer.idf_ = _idf(
            collection.of(matrix.features), collection.n_articles, smooth_idf=smooth_idf
        )
    return transformer.transform(matrix.counts)


def _idf(docfreq: np.ndarray, n_articles: int, *, smooth_idf: bool) -> np.ndarray:
    return np.log((n_articles + smooth_idf) / (docfreq + smooth_idf)) + 1


def tf_idf(
    articles: pd.DataFrame,
    *,
    by: str = "article_id",
    collection: DocumentFrequencies | None = None,
    norm: Norm = "l2",
    use_idf: bool = True,
    smooth_idf: bool = True,
    sublinear_tf: bool = False,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """TF-IDF of each term in each article.

    With n articles, ``idf = ln((1 + n) / (1 + docfreq)) + 1``, and ``ln(n / docfreq) + 1`` if
    not smoothed, as in scikit-learn; a term that every article has keeps an idf of 1.

    Parameters
    ----------
    articles
        Has ``article_id, text``, and the column that `by` names.
    by
        Column whose values make the documents: articles that share one are one document.
    collection
        Weigh by the document frequencies of a larger collection that these articles are a part
        of; ``None`` takes those of `articles` themselves.
    norm
        Whether the weights of a document are divided by the root of the sum of their squares
        (``"l2"``), by their sum (``"l1"``), or left as they are (``None``). It makes documents
        comparable with each other and leaves the ranks in each alone.
    use_idf, smooth_idf, sublinear_tf
        As in `sklearn.feature_extraction.text.TfidfTransformer`: weigh by idf at all; add one
        article that has every term; ``tf = 1 + ln(frequency)`` in place of the frequency.
    **counting
        As in `helpers.frequency.document_term_matrix`.

    Returns
    -------
    pandas.DataFrame
        The column `by` (article ids as text), then ``feature, frequency, docfreq, tf, idf, tf_idf,
        rank, tied``, for each term that a document has. ``tf_idf`` is ``tf * idf`` after `norm`.
        Equal weights share the smallest ``rank`` and are ``tied``; they come in the order of the
        alphabet. With one single document every idf is 1, so that TF-IDF ranks by frequency alone.
    """
    codes, names = group_codes(articles, by)
    matrix = add_up(document_term_matrix(articles, **counting), codes, names)
    table = tf_idf_table(
        matrix,
        collection=collection,
        norm=norm,
        use_idf=use_idf,
        smooth_idf=smooth_idf,
        sublinear_tf=sublinear_tf,
    )
    rows = np.repeat(np.arange(matrix.counts.shape[0]), np.diff(matrix.counts.indptr))
    table.insert(0, by, names.array.take(rows))
    return table


def tf_idf_table(
    matrix: DocumentTermMatrix,
    *,
    collection: DocumentFrequencies | None = None,
    norm: Norm = "l2",
    use_idf: bool = True,
    smooth_idf: bool = True,
    sublinear_tf: bool = False,
) -> pd.DataFrame:
    """Weigh a document-term matrix by TF-IDF and rank its terms; options as in `tf_idf`.

    Returns
    -------
    pandas.DataFrame
        ``feature, frequency, docfreq, tf, idf, tf_idf, rank, tied``: the rows of `tf_idf`,
        document after document, without the column that names the document.
    """
    weights = tf_idf_matrix(
        matrix,
        collection=collection,
        norm=norm,
        use_idf=use_idf,
        smooth_idf=smooth_idf,
        sublinear_tf=sublinear_tf,
    )
    counts = matrix.counts
    if collection is None:
        n_articles = counts.shape[0]
        docfreq = np.bincount(counts.indices, minlength=counts.shape[1])
    else:
        n_articles = collection.n_articles
        docfreq = collection.of(matrix.features)
    order, rank, tied = _ranked_within_rows(counts.indptr, np.round(weights.data, TIE_DIGITS))
    frequency = counts.data[order]
    column = counts.indices[order]
    tf = 1 + np.log(frequency) if sublinear_tf else frequency
    idf = np.ones(counts.shape[1])
    if use_idf:
        idf = _idf(docfreq, n_articles, smooth_idf=smooth_idf)
    return pd.DataFrame(
        {
            "feature": pd.array(matrix.features, dtype="str").take(column),
            "frequency": frequency,
            "docfreq": docfreq[column],
            "tf": tf,
            "idf": idf[column],
            "tf_idf": weights.data[order],
            "rank": rank,
            "tied": tied,
        },
        copy=False,  # nobody else has these arrays
    ).astype(TF_IDF_COLUMNS)


def _ranked_within_rows(
    starts: np.ndarray, score: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Entries of a sparse matrix, those of each row by falling score: place, rank, whether tied.

    Some rows are done at a time, so that what is sorted stays small however many there are. The
    sort is stable and columns are sorted by feature: ties stay in alphabetical order.
    """
    order = np.empty(len(score), dtype=np.int64)
    rank = np.empty(len(score), dtype=np.int64)
    tied = np.empty(len(score), dtype=bool)
    for first in range(0, len(starts) - 1, ROWS_SORTED_AT_ONCE):
        bounds = starts[first : first + ROWS_SORTED_AT_ONCE + 1]
        low, high = bounds[0], bounds[-1]
        row = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        here = low + np.lexsort((-score[low:high], row))
        order[low:high] = here
        rank[low:high], tied[low:high] = ranks_in_groups(row, score[here])
    return order, rank, tied


def explain_tf_idf(
    articles: pd.DataFrame,
    article_id: object,
    feature: str,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """Work out one TF-IDF weight step by step, with the default options of `tf_idf`.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    article_id, feature
        Which term in which article; the id of an article may be given as text or as it stands in
        the table.
    **counting
        As in `helpers.frequency.document_term_matrix`.

    Returns
    -------
    pandas.DataFrame
        ``step, arithmetic, value``: what is worked out, from what, and what it comes to.

    Raises
    ------
    ValueError
        There is no such article, or it does not have the term.
    """
    matrix = document_term_matrix(articles, **counting)
    target_ids = list(matrix.article_ids)
    article_id = str(article_id)
    if article_id not in target_ids:
        raise ValueError(f"There is no article {article_id!r}.")
    row = matrix.counts[[target_ids.index(article_id)]].toarray().ravel()
    columns = np.flatnonzero(matrix.features == feature)
    if not len(columns) or not row[columns[0]]:
        raise ValueError(f"Article {article_id!r} does not have the term {feature!r}.")
    n = len(target_ids)
    docfreq = np.bincount(matrix.counts.indices, minlength=len(row))
    here, df = int(row[columns[0]]), int(docfreq[columns[0]])
    idf = math.log((1 + n) / (1 + df)) + 1
    product = here * idf
    length = math.sqrt(sum((row * (np.log((1 + n) / (1 + docfreq)) + 1)) ** 2))
    rows = [
        ("term frequency", f"occurrences of {feature}", f"{here}"),
        ("articles", "all of them", f"{n}"),
        ("document frequency", f"articles that have {feature}", f"{df}"),
        ("idf", f"ln((1 + {n}) / (1 + {df})) + 1", f"{idf:.4f}"),
        ("frequency times idf", f"{here} × {idf:.4f}", f"{product:.4f}"),
        ("length", "root of the sum of the squares of all such products", f"{length:.4f}"),
        ("TF-IDF", f"{product:.4f} / {length:.4f}", f"{product / length:.4f}"),
    ]
    return make_table(rows, {"step": "str", "arithmetic": "str", "value": "str"})


class TwoParts(NamedTuple):
    """A collection cut in two: how often each feature occurs in either part, and their words."""

    features: np.ndarray
    n_target: np.ndarray
    n_reference: np.ndarray
    target_words: int
    reference_words: int


def target_rows(articles: pd.DataFrame, target: object, by: str) -> np.ndarray:
    """Which articles are the target: one truth value a row.

    Parameters
    ----------
    articles
        Has the column that `by` names.
    target
        A value in that column, or a list of such values. The id of an article may be given as text
        or as it stands in the table.

    Raises
    ------
    ValueError
        A target is in no article, an article has no value in the column, or no article is left
        to compare with.
    """
    values = values_of(articles, by)
    several = isinstance(target, Iterable) and not isinstance(target, str)
    wanted = list(target) if several else [target]
    if by == "article_id":
        wanted = [str(value) for value in wanted]
    there = values.unique().tolist()
    unknown = [value for value in wanted if value not in there]
    if unknown or not wanted:
        some = ", ".join(map(repr, there[:5])) + (", ..." if len(there) > 5 else "")
        raise ValueError(f"No article has {by} {unknown or wanted!r}; there is {some}.")
    rows = values.isin(wanted).to_numpy()
    if rows.all():
        raise ValueError(
            f"All {len(articles)} article(s) belong to the target: none is left to compare with."
        )
    return rows


def two_parts(matrix: DocumentTermMatrix, rows: np.ndarray) -> TwoParts:
    """Cut a matrix into the articles of the target and all others.

    Parameters
    ----------
    matrix
        Of all articles.
    rows
        One truth value an article, as from `target_rows`.

    Raises
    ------
    ValueError
        One of the two parts has no word.
    """
    words = [int(matrix.n_words[part].sum()) for part in (rows, ~rows)]
    if not all(words):
        raise ValueError(f"The {'reference' if words[0] else 'target'} has no word.")
    n_target, n_reference = (
        np.asarray(matrix.counts[part].sum(axis=0)).ravel() for part in (rows, ~rows)
    )
    return TwoParts(matrix.features, n_target, n_reference, *words)


def keyness(
    articles: pd.DataFrame,
    target: object,
    *,
    by: str = "article_id",
    correction: Correction = "holm",
    zero: float = 0.5,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """Keyness of each term: how far its share in the target is from that in all other articles.

    The test takes every word for a draw by itself. Words clump: who writes *sanctions* once is
    likely to write it again, so the p-values are too small, and smaller the fewer articles there
    are. Read them as an order, not as a chance of being wrong.

    Parameters
    ----------
    articles
        Has ``article_id, text``, and the column that `by` names.
    target
        The article, or the list of them, that is set against all others; with `by`, the value
        or values in that column.
    by
        Column in which the target is looked up, such as ``"publisher"``.
    correction
        For testing many terms at once: ``"holm"`` and ``"bonferroni"`` bound the chance of one
        false alarm, ``"bh"`` (Benjamini & Hochberg) the share of false alarms; ``None`` corrects
        nothing.
    zero
        What a count of 0 becomes in the Log Ratio, so that there is a ratio.
    **counting
        As in `helpers.frequency.document_term_matrix`.

    Returns
    -------
    pandas.DataFrame
        - ``feature``
        - ``G2``: log-likelihood over all four cells (`helpers.association.log_likelihood`),
          negative for terms that the target has less of than the others
        - ``p``: of chi-squared with one degree of freedom; ``p_adjusted``: after `correction`
        - ``log_ratio``: binary logarithm of the ratio of the two shares (Hardie 2014, "Log
          Ratio: an informal introduction"): each point doubles the ratio
        - ``n_target, n_reference``: counts; ``per_1000_target, per_1000_reference``: per 1,000
          words of either part, stop words counted as words

        Ordered by falling G2, then by feature.
    """
    if not zero > 0:
        raise ValueError(f"zero={zero}: give a number above 0.")
    rows = target_rows(articles, target, by)
    parts = two_parts(document_term_matrix(articles, **counting), rows)
    a, b = parts.n_target, parts.n_reference
    g2 = signed_g2(parts)
    p = chdtrc(1, np.abs(g2))  # chi-squared, one degree of freedom; without all of scipy.stats
    share_target = np.where(a, a, zero) / parts.target_words
    share_reference = np.where(b, b, zero) / parts.reference_words
    table = pd.DataFrame(
        {
            "feature": parts.features,
            "G2": g2,
            "p": p,
            "p_adjusted": adjusted_p(p, correction),
            "log_ratio": np.log2(share_target / share_reference),
            "n_target": a,
            "n_reference": b,
            "per_1000_target": 1000 * a / parts.target_words,
            "per_1000_reference": 1000 * b / parts.reference_words,
        }
    ).astype(KEYNESS_COLUMNS)
    return _ordered(table, "G2")


def signed_g2(parts: TwoParts) -> np.ndarray:
    """G2 of each feature over all four cells, as `keyness` describes it."""
    a, b = parts.n_target, parts.n_reference
    return log_likelihood(a, b, parts.target_words - a, parts.reference_words - b)


def adjusted_p(p: np.ndarray, correction: Correction) -> np.ndarray:
    """P-values of many tests at once, corrected as `keyness` describes."""
    p = np.asarray(p, dtype="float64")
    m = len(p)
    order = np.argsort(p, kind="stable")
    adjusted = np.empty(m)
    if correction is None:
        return p.copy()
    if correction == "bonferroni":
        return np.minimum(p * m, 1)
    if correction == "holm":
        adjusted[order] = np.maximum.accumulate(p[order] * np.arange(m, 0, -1))
    elif correction == "bh":
        steps = p[order] * m / np.arange(1, m + 1)
        adjusted[order] = np.minimum.accumulate(steps[::-1])[::-1]
    else:
        raise ValueError(f"correction={correction!r}: give 'holm', 'bonferroni', 'bh' or None.")
    return np.minimum(adjusted, 1)


def log_odds(
    articles: pd.DataFrame,
    target: object,
    *,
    by: str = "article_id",
    prior: Prior = "collection",
    prior_words: float = 500,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """Log-odds ratio of each term with an informative Dirichlet prior, and its z-score.

    Each part is taken to have had `prior_words` words more, shared out as the prior says. That
    pulls the ratio of a term towards 0, and a rare term's further. With y a term's count, a its
    prior count, n the words of a part and A those of the prior, ``log_odds = ln((y1 + a) /
    (n1 + A - y1 - a)) - ln((y2 + a) / (n2 + A - y2 - a))``, its variance is about ``1 / (y1 + a)
    + 1 / (y2 + a)``, and z is the one over the root of the other (Monroe, Colaresi & Quinn 2008,
    Political Analysis 16:4, 372-403, equations 15, 16, 18, 19 and 22).

    Parameters
    ----------
    articles, target, by
        As in `keyness`.
    prior
        Where the shares come from: ``"collection"``, all articles together; ``"uniform"``, every
        term the same; or a table ``feature, frequency`` of some larger collection, in which a
        term that it lacks counts as seen once.
    prior_words
        Size of the prior in words: about one short article by default. The larger, the more
        evidence a term needs.
    **counting
        As in `helpers.frequency.document_term_matrix`.

    Returns
    -------
    pandas.DataFrame
        ``feature, log_odds, z, n_target, n_reference, prior``, where ``prior`` is the term's
        count in the prior; ordered by falling z, then by feature. Beyond 1.96 either way, z is
        what chance gives one word in twenty, with the reserve that `keyness` makes.
    """
    rows = target_rows(articles, target, by)
    parts = two_parts(document_term_matrix(articles, **counting), rows)
    delta, z, alpha = dirichlet_log_odds(parts, prior, prior_words)
    table = pd.DataFrame(
        {
            "feature": parts.features,
            "log_odds": delta,
            "z": z,
            "n_target": parts.n_target,
            "n_reference": parts.n_reference,
            "prior": alpha,
        }
    ).astype(LOG_ODDS_COLUMNS)
    return _ordered(table, "z")


def dirichlet_log_odds(
    parts: TwoParts, prior: Prior = "collection", prior_words: float = 500
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Log-odds, z-score and prior count of each feature, as `log_odds` describes them."""
    if not prior_words > 0:
        raise ValueError(f"prior_words={prior_words}: give a number above 0.")
    alpha = prior_words * _prior_shares(prior, parts)
    target_count = parts.n_target + alpha
    reference_count = parts.n_reference + alpha
    # Where a term is all there is, half a word of others makes the odds finite.
    others = np.maximum(parts.target_words + prior_words - target_count, 0.5)
    reference_others = np.maximum(parts.reference_words + prior_words - reference_count, 0.5)
    delta = np.log(target_count / others) - np.log(reference_count / reference_others)
    return delta, delta / np.sqrt(1 / target_count + 1 / reference_count), alpha


def _prior_shares(prior: Prior, parts: TwoParts) -> np.ndarray:
    """Share of each feature in the words of the prior, all above 0."""
    if isinstance(prior, pd.DataFrame):
        require_columns(prior, ("feature", "frequency"), "A prior")
        frequency = prior.groupby("feature")["frequency"].sum()
        if (frequency < 0).any():
            raise ValueError("A prior has a frequency below zero.")
        known = frequency.reindex(parts.features).fillna(0).to_numpy()
        unseen = int((known == 0).sum())
        return np.maximum(known, 1) / (frequency.sum() + unseen)
    if prior == "collection":
        words = parts.target_words + parts.reference_words
        return (parts.n_target + parts.n_reference) / words
    if prior == "uniform":
        return np.full(len(parts.features), 1 / len(parts.features))
    raise ValueError(f"prior={prior!r}: give 'collection', 'uniform' or a table.")


def _ordered(table: pd.DataFrame, score: str) -> pd.DataFrame:
    """Rows by falling score, then by feature."""
    keys = table.assign(**{score: table[score].round(TIE_DIGITS)})
    order = keys.sort_values([score, "feature"], ascending=[False, True]).index
    return table.loc[order].reset_index(drop=True)


def similarity(
    articles: pd.DataFrame,
    *,
    by: str = "article_id",
    use_idf: bool = True,
    smooth_idf: bool = True,
    sublinear_tf: bool = False,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """Cosine similarity of every two articles over their TF-IDF weights.

    Parameters
    ----------
    articles, by, use_idf, smooth_idf, sublinear_tf, **counting
        As in `tf_idf`.

    Returns
    -------
    pandas.DataFrame
        Square, with the values of the column `by` (article ids as text) as its index and its
        columns: 0 for no term in common, 1 for the same terms in the same proportions; missing
        where an article has no term at all. It has n * n cells, so mind its size beyond some ten
        thousand articles.
    """
    codes, names = group_codes(articles, by)
    matrix = add_up(document_term_matrix(articles, **counting), codes, names)
    weights = tf_idf_matrix(
        matrix, use_idf=use_idf, smooth_idf=smooth_idf, sublinear_tf=sublinear_tf
    )
    cosine = np.clip((weights @ weights.T).toarray(), 0, 1)
    np.fill_diagonal(cosine, 1)
    empty = np.diff(weights.indptr) == 0
    cosine[empty, :] = np.nan
    cosine[:, empty] = np.nan
    return pd.DataFrame(cosine, index=names.rename(by), columns=names)
