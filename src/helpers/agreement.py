"""Where measures of distinctiveness agree, and what a setting does to their ranking."""

import itertools
from collections.abc import Mapping
from typing import Any, Unpack

import numpy as np
import pandas as pd

from helpers.distinctiveness import (
    TIE_DIGITS,
    dirichlet_log_odds,
    signed_g2,
    target_rows,
    tf_idf,
    tf_idf_matrix,
    two_parts,
)
from helpers.frequency import (
    CountingOptions,
    DocumentTermMatrix,
    add_up,
    dispersion,
    document_term_matrix,
    group_codes,
)
from helpers.tables import make_table, require_columns

MEASURES = ("tf_idf", "G2", "z")
"""The measures that `compare_measures` ranks by."""

COMPARISON_COLUMNS = {
    "feature": "str",
    "n_target": "int64",
    "n_reference": "int64",
    "docfreq": "int64",
    **dict.fromkeys(MEASURES, "float64"),
    "DP": "float64",
    **{f"rank_{measure}": "int64" for measure in MEASURES},
    "low_evidence": "bool",
}
AGREEMENT_COLUMNS = {
    "first": "str",
    "second": "str",
    "spearman": "float64",
    "n_shared": "int64",
    "n_either": "int64",
}


def compare_measures(
    articles: pd.DataFrame,
    target: object,
    *,
    by: str = "article_id",
    low: int = 2,
    smooth_idf: bool = True,
    sublinear_tf: bool = False,
    prior_words: float = 500,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """TF-IDF, G2, z-score and dispersion side by side for each term of the target.

    Parameters
    ----------
    articles, target, by
        As in `helpers.distinctiveness.keyness`. For TF-IDF the target is one document, and each
        other value of `by` is one.
    low
        Up to this count in the target, a term is marked as having low evidence.
    smooth_idf, sublinear_tf
        As in `helpers.distinctiveness.tf_idf`.
    prior_words
        As in `helpers.distinctiveness.log_odds`.
    **counting
        As in `helpers.frequency.document_term_matrix`.

    Returns
    -------
    pandas.DataFrame
        For each term that the target has: ``feature, n_target, n_reference, docfreq`` (in how
        many articles), ``tf_idf, G2, z``, ``DP`` over all articles, ``rank_tf_idf, rank_G2,
        rank_z`` (1 is the most distinctive; ties share the smallest rank), ``low_evidence``.
        Ordered by the sum of the three ranks, then by feature.
    """
    rows = target_rows(articles, target, by)
    matrix = document_term_matrix(articles, **counting)
    return _compared(matrix, articles, rows, by, low, smooth_idf, sublinear_tf, prior_words)


def compare_each(
    articles: pd.DataFrame,
    *,
    by: str = "article_id",
    most: int | None = None,
    low: int = 2,
    smooth_idf: bool = True,
    sublinear_tf: bool = False,
    prior_words: float = 500,
    **counting: Unpack[CountingOptions],
) -> pd.DataFrame:
    """Compare measures for each article in turn, against all others.

    Parameters
    ----------
    most
        For the first articles (or values of `by`) only; ``None`` for all.
    articles, by, low, smooth_idf, sublinear_tf, prior_words, **counting
        As in `compare_measures`.

    Returns
    -------
    pandas.DataFrame
        The column `by`, then the columns of `compare_measures`; in the order of the articles.
    """
    matrix = document_term_matrix(articles, **counting)
    tables = []
    for name in group_codes(articles, by)[1][:most]:
        rows = target_rows(articles, name, by)
        table = _compared(matrix, articles, rows, by, low, smooth_idf, sublinear_tf, prior_words)
        table.insert(0, by, name)
        tables.append(table)
    return pd.concat(tables, ignore_index=True)


def _compared(
    matrix: DocumentTermMatrix,
    articles: pd.DataFrame,
    rows: np.ndarray,
    by: str,
    low: int,
    smooth_idf: bool,
    sublinear_tf: bool,
    prior_words: float,
) -> pd.DataFrame:
    parts = two_parts(matrix, rows)
    # Numbered from 1 by value of `by`; the target, whatever its values, is document 0.
    codes = np.where(rows, 0, pd.factorize(articles[by])[0] + 1)
    document, numbers = pd.factorize(codes)
    weights = tf_idf_matrix(
        add_up(matrix, document, pd.Index(numbers)),
        smooth_idf=smooth_idf,
        sublinear_tf=sublinear_tf,
    )
    scores = {
        "tf_idf": weights[[numbers.tolist().index(0)]].toarray().ravel(),
        "G2": signed_g2(parts),
        "z": dirichlet_log_odds(parts, prior_words=prior_words)[1],
    }
    table = pd.DataFrame(
        {
            "feature": parts.features,
            "n_target": parts.n_target,
            "n_reference": parts.n_reference,
            "docfreq": np.bincount(matrix.counts.indices, minlength=len(parts.features)),
            **scores,
            "DP": dispersion(matrix)["DP"].to_numpy(),
            "low_evidence": parts.n_target <= low,
        }
    )[parts.n_target > 0]
    ranks = [f"rank_{measure}" for measure in MEASURES]
    for rank, measure in zip(ranks, MEASURES, strict=True):
        table[rank] = table[measure].round(TIE_DIGITS).rank(method="min", ascending=False)
    table = table.assign(ranks=table[ranks].sum(axis=1)).sort_values(["ranks", "feature"])
    return table[list(COMPARISON_COLUMNS)].astype(COMPARISON_COLUMNS).reset_index(drop=True)


def leading_terms(comparison: pd.DataFrame, *, top: int = 8) -> pd.DataFrame:
    """Terms of a comparison that lead by TF-IDF or by G2: those with a rank up to `top`.

    Returns
    -------
    pandas.DataFrame
        These rows with a column ``leads``: ``tf_idf``, ``G2`` or ``both``.
    """
    require_columns(comparison, ("rank_tf_idf", "rank_G2"), "A comparison of measures")
    by_tf_idf, by_g2 = comparison["rank_tf_idf"] <= top, comparison["rank_G2"] <= top
    choices = [by_tf_idf & by_g2, by_tf_idf, by_g2]
    leads = np.select(choices, ["both", "tf_idf", "G2"], default="")
    return comparison.assign(leads=leads)[np.logical_or(by_tf_idf, by_g2)]


def rank_agreement(comparison: pd.DataFrame, *, top: int = 10) -> pd.DataFrame:
    """How far every two measures of a `compare_measures` table rank alike.

    Returns
    -------
    pandas.DataFrame
        ``first, second``: the measures; ``spearman``: Spearman's rank correlation over all terms
        (1 is the same order, 0 no relation; missing where a measure ranks all terms alike);
        ``n_shared`` of the ``n_either`` terms with a rank up to `top` by one measure or the other
        have it by both.
    """
    names = [f"rank_{measure}" for measure in MEASURES]
    require_columns(comparison, names, "A comparison of measures")
    correlation = comparison[names].rank().corr()
    rows = []
    for first, second in itertools.combinations(MEASURES, 2):
        leading = [comparison[f"rank_{measure}"] <= top for measure in (first, second)]
        rows.append(
            (
                first,
                second,
                correlation.loc[f"rank_{first}", f"rank_{second}"],
                (leading[0] & leading[1]).sum(),
                (leading[0] | leading[1]).sum(),
            )
        )
    return make_table(rows, AGREEMENT_COLUMNS)


def ranks_by_setting(
    articles: pd.DataFrame,
    target: object,
    settings: Mapping[str, Mapping[str, Any]],
    *,
    by: str = "article_id",
    top: int = 10,
    among_first: bool = False,
) -> pd.DataFrame:
    """Rank by TF-IDF of the leading terms of one document under several settings.

    Parameters
    ----------
    articles
        Has ``article_id, text``, and the column that `by` names.
    target
        One value of that column.
    settings
        Name of each setting and the options of `helpers.distinctiveness.tf_idf` that make it.
        Ranks change against the first.
    top
        A term is shown if its rank is up to this under any setting.
    among_first
        Whether only terms that the first setting has are ranked, so that those which another one
        admits (stop words, pairs) push none down.

    Returns
    -------
    pandas.DataFrame
        ``feature`` and one column of ranks (``Int64``) a setting, missing where the term is none
        under that setting. Ordered by the ranks from the first setting to the last.
    """
    if not settings:
        raise ValueError("There is no setting to rank by.")
    if pd.api.types.is_list_like(target):
        raise ValueError(f"target={target!r}: give one value of {by}, not several.")
    target_rows(articles, target, by)
    target = str(target) if by == "article_id" else target  # as in the table of weights
    columns = {}
    for name, options in settings.items():
        weights = tf_idf(articles, by=by, **options)
        columns[name] = weights[weights[by] == target].set_index("feature")["rank"]
    table = pd.DataFrame(columns).astype("Int64")
    if among_first:
        table = table[table.iloc[:, 0].notna()].rank(method="min").astype("Int64")
    ranks = table.rename_axis("feature").reset_index()
    ranks = ranks[(ranks[list(settings)] <= top).fillna(False).any(axis=1)]
    ranks = ranks.astype({"feature": "str"})
    return ranks.sort_values([*settings, "feature"], na_position="last").reset_index(drop=True)


def rank_changes(ranks: pd.DataFrame) -> pd.DataFrame:
    """Write a `ranks_by_setting` table for reading: each rank with its change beside it.

    Returns
    -------
    pandas.DataFrame
        The same columns; those of the settings as text: ``4`` under the first setting, then
        ``4 (=)``, ``1 (+3)`` for three ranks up, ``7 (-3)`` for three down, ``2 (new)`` where the
        first setting doesn't have the term; missing where the term is none.
    """
    first, *others = ranks.columns[1:]
    table = ranks[["feature"]].copy()
    table[first] = ranks[first].astype("str")
    for name in others:
        table[name] = [
            _rank_and_change(before, now)
            for before, now in zip(ranks[first], ranks[name], strict=True)
        ]
    return table.astype("str")


def _rank_and_change(before: int, now: int) -> str | None:
    if pd.isna(now):
        return None
    if pd.isna(before):
        return f"{now} (new)"
    return f"{now} ({before - now:+d})" if before != now else f"{now} (=)"


def kept_by_setting(ranks: pd.DataFrame, *, top: int = 8) -> pd.DataFrame:
    """How many leading terms of the first setting still lead under each other one.

    Parameters
    ----------
    ranks
        As `ranks_by_setting` gives it, for at least this `top`; with ``among_first``, unless
        terms that a setting admits are to count as displacing others.
    top
        A term leads if its rank is up to this.

    Returns
    -------
    pandas.DataFrame
        ``setting, n_kept, n_leading``: of the `n_leading` terms of the first setting, `n_kept`
        lead under this one too.
    """
    first, *others = ranks.columns[1:]
    leading = ranks[(ranks[first] <= top).fillna(False)]
    rows = [(name, (leading[name] <= top).fillna(False).sum(), len(leading)) for name in others]
    return make_table(rows, {"setting": "str", "n_kept": "int64", "n_leading": "int64"})
