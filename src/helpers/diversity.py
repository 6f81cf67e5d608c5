"""Lexical diversity: how seldom an article repeats its words, by four measures.

The plain type-token ratio falls as a text grows; the three others were made not to.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from helpers.tables import article_texts, make_table
from helpers.text import Numbers, analyzer

WINDOW = 50
"""Words in the moving window of MATTR, as in Covington & McFall (2010)."""

THRESHOLD = 0.72
"""Ratio at which MTLD starts a new factor, as in McCarthy & Jarvis (2010)."""

SAMPLE_SIZE = 42
"""Words in a sample of HD-D, as in McCarthy & Jarvis (2007)."""

DIVERSITY_COLUMNS = {
    "article_id": "str",
    "n_tokens": "int64",
    "n_types": "int64",
    "TTR": "float64",
    "MATTR": "float64",
    "MTLD": "float64",
    "HD_D": "float64",
}


def type_token_ratio(features: Sequence[str]) -> float:
    """Number of different features over number of features; missing for none."""
    return len(set(features)) / len(features) if features else np.nan


def moving_average_ttr(features: Sequence[str], window: int = WINDOW) -> float:
    """MATTR: mean type-token ratio of all stretches of `window` features.

    Covington & McFall 2010, Journal of Quantitative Linguistics 17:2, 94-100. Missing for a text
    shorter than the window.
    """
    if window < 1:
        raise ValueError(f"window={window}: give at least 1.")
    if len(features) < window:
        return np.nan
    inside = Counter(features[:window])
    types = len(inside)
    for leaves, enters in zip(features, features[window:], strict=False):
        inside[leaves] -= 1
        if not inside[leaves]:
            del inside[leaves]
        inside[enters] += 1
        types += len(inside)
    return types / (len(features) - window + 1) / window


def measure_of_textual_lexical_diversity(
    features: Sequence[str], threshold: float = THRESHOLD
) -> float:
    """MTLD: mean length of the stretches that hold a type-token ratio of `threshold`.

    A stretch (a factor) ends where the ratio falls below the threshold; what is left at the end
    counts as the part of a factor that it is on its way to, ``(1 - TTR) / (1 - threshold)``.
    Number of features over number of factors, read forwards and backwards, and the mean of both
    (McCarthy & Jarvis 2010, Behavior Research Methods 42:2, 381-392). Missing for a text that
    never repeats a word: it has no factor.
    """
    if not 0 < threshold < 1:
        raise ValueError(f"threshold={threshold}: give a number between 0 and 1.")
    forwards = mtld_factors(features, threshold)
    backwards = mtld_factors(reversed(features), threshold)
    if not forwards or not backwards:
        return np.nan
    return (len(features) / forwards + len(features) / backwards) / 2


def mtld_factors(features: Iterable[str], threshold: float = THRESHOLD) -> float:
    """Number of factors of `measure_of_textual_lexical_diversity` in one direction."""
    factors = 0.0
    types: set[str] = set()
    length = 0
    for feature in features:
        types.add(feature)
        length += 1
        if len(types) / length < threshold:
            factors += 1
            types.clear()
            length = 0
    if length:
        factors += (1 - len(types) / length) / (1 - threshold)
    return factors


def hypergeometric_diversity(features: Sequence[str], sample_size: int = SAMPLE_SIZE) -> float:
    """HD-D: type-token ratio to be expected of `sample_size` features drawn without return.

    Each type adds the chance that it is in such a sample, from the hypergeometric distribution
    (McCarthy & Jarvis 2007, Language Testing 24:4, 459-488; 2010 as above). Missing for a text
    shorter than the sample.
    """
    if sample_size < 1:
        raise ValueError(f"sample_size={sample_size}: give at least 1.")
    if len(features) < sample_size:
        return np.nan
    # How many types occur once, twice, ...: far fewer frequencies than types.
    frequency, types = np.unique(list(Counter(features).values()), return_counts=True)
    from scipy.stats import hypergeom  # here, not above: half a second that only this needs

    absent = hypergeom.pmf(0, len(features), frequency, sample_size)
    return float((types * (1 - absent)).sum() / sample_size)


def lexical_diversity(
    articles: pd.DataFrame,
    *,
    window: int = WINDOW,
    threshold: float = THRESHOLD,
    sample_size: int = SAMPLE_SIZE,
    lowercase: bool = True,
    numbers: Numbers = "keep",
    variants: bool = True,
) -> pd.DataFrame:
    """Lexical diversity of each article.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    window, threshold, sample_size
        As in `moving_average_ttr`, `measure_of_textual_lexical_diversity` and
        `hypergeometric_diversity`, with the values their authors use.
    lowercase, numbers, variants
        As in `helpers.text.tokens`. No stop words here: the measures are made for running text.

    Returns
    -------
    pandas.DataFrame
        ``article_id, n_tokens, n_types, TTR, MATTR, MTLD, HD_D``, in the order of the articles; a
        measure is missing where the article is too short for it.
    """
    features_of = analyzer(lowercase=lowercase, numbers=numbers, variants=variants)
    rows = []
    for article_id, text in article_texts(articles).items():
        features = features_of(text)
        rows.append(
            (
                article_id,
                len(features),
                len(set(features)),
                type_token_ratio(features),
                moving_average_ttr(features, window),
                measure_of_textual_lexical_diversity(features, threshold),
                hypergeometric_diversity(features, sample_size),
            )
        )
    return make_table(rows, DIVERSITY_COLUMNS)
