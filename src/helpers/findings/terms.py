"""What distinctive terms come to, in computed sentences."""

import pandas as pd
from markupsafe import Markup

from helpers.agreement import compare_each, rank_agreement
from helpers.corpus import running_text
from helpers.distinctiveness import keyness, similarity
from helpers.findings.phrases import MAX_ARTICLES, counted, first_words, join_phrases
from helpers.frequency import leading
from helpers.markup import fill

MIN_IN_ARTICLE = 3
"""Below this, one sentence more or less would decide whether a word stands out."""

MAX_STANDING_OUT = 4
"""How many words that stand out are named for an article."""

ALPHA = 0.05
"""Level of significance, after correction for many tests."""


def of_distinctiveness(articles: pd.DataFrame) -> list[Markup]:
    """What each of two or more `articles` says that the others don't, and how sure that is.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        By which rule words stand out, a sentence per article (the first six), then agreement of
        the measures, significance, and which two articles are most alike. Of fewer than two
        articles: that there is no other.
    """
    if len(articles) < 2:
        return [Markup("There is no other article to set this one against.")]
    labels = articles.set_index("article_id")["label"]
    texts = running_text(articles)
    compared = compare_each(texts, most=MAX_ARTICLES, stop_words="default")
    by_article = dict(list(compared.groupby("article_id", sort=False)))
    sentences = [
        fill(
            "A word stands out here that its article has {least} times or more, at a higher rate "
            "than the others; in brackets, how often it has it and how often all the others "
            "together. Named are at most {most}, those with the highest log-likelihood; words with "
            "equal values are named all or none.",
            least=MIN_IN_ARTICLE,
            most=MAX_STANDING_OUT,
        )
    ]
    sentences += [
        _stands_out(labels[name], table, len(articles)) for name, table in by_article.items()
    ]
    sentences += _agreement(by_article)
    sentences.append(_significance(texts, list(by_article), labels))
    return [*sentences, *_most_alike(texts, labels)]


def _stands_out(label: str, comparison: pd.DataFrame, n_articles: int) -> Markup:
    """Leading terms by G2 that are said three times or more, and what TF-IDF puts first."""
    clear = comparison[(comparison["n_target"] >= MIN_IN_ARTICLE) & (comparison["G2"] > 0)]
    clear = clear.sort_values(["rank_G2", "feature"])
    tied = int((clear["rank_G2"] == clear["rank_G2"].min()).sum())
    clear = leading(clear, MAX_STANDING_OUT, rank="rank_G2")
    if clear.empty:
        sentence = fill(
            "<strong>{label}</strong> has no word that stands out.",
            label=label,
        )
    else:
        words = [
            fill("<em>{word}</em> ({n} against {m})", word=word, n=n, m=m)
            for word, n, m in zip(
                clear["feature"], clear["n_target"], clear["n_reference"], strict=True
            )
        ]
        if tied > len(clear):
            words.append(fill("{n:,} more of equal value", n=tied - len(clear)))
        sentence = fill(
            "<strong>{label}</strong> stands out by {words}.",
            label=label,
            words=join_phrases(words),
        )
    first = comparison[comparison["rank_tf_idf"] == 1].sort_values("feature")
    if (first["docfreq"] == n_articles).all():
        sentence += fill(
            " TF-IDF puts {words} first, which every article says.",
            words=first_words(first["feature"]),
        )
    return sentence


def _agreement(by_article: dict[str, pd.DataFrame]) -> list[Markup]:
    agreement = pd.concat([rank_agreement(table) for table in by_article.values()])
    pairs = agreement.groupby(["first", "second"])["spearman"]
    low, high = pairs.min(), pairs.max()
    if low.isna().any():  # a measure ranks all words alike
        return []
    return [
        fill(
            "How far do the measures order an article's words alike? Spearman's rank correlation "
            "of log-likelihood and log-odds is {a}, of log-likelihood and TF-IDF {b}.",
            a=_range(low["G2", "z"], high["G2", "z"]),
            b=_range(low["tf_idf", "G2"], high["tf_idf", "G2"]),
        )
    ]


def _range(low: float, high: float) -> str:
    return f"{low:.2f}" if f"{low:.2f}" == f"{high:.2f}" else f"{low:.2f} to {high:.2f}"


def _significance(texts: pd.DataFrame, names: list[str], labels: pd.Series) -> Markup:
    phrases = []
    tests = 0
    for name in names:
        terms = keyness(texts, name, stop_words="default")
        tests = len(terms)
        certain = terms[(terms["p_adjusted"] < ALPHA) & (terms["G2"] > 0)]["feature"].tolist()
        if certain:
            phrases.append(
                fill(
                    "{words} in <strong>{label}</strong>",
                    words=first_words(certain),
                    label=labels[name],
                )
            )
    all_tested = len(names) == len(labels)
    which = "article" if all_tested else f"of the first {len(names)} articles"
    if not phrases:
        return fill(
            "After correction for {tests:,} tests per article, no word is significantly more "
            "frequent in one {which} than in the others.",
            tests=tests,
            which=which,
        )
    return fill(
        "After correction for {tests:,} tests per article, and if each word were drawn by itself, "
        "these are significantly more frequent in one {which} than in the others: {found}.",
        tests=tests,
        which=which,
        found=join_phrases(phrases),
    )


def _most_alike(texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    cosine = similarity(texts, stop_words="default")
    pairs = [
        (value, first, second)
        for position, first in enumerate(cosine.index)
        for second, value in cosine.loc[first].iloc[position + 1 :].items()
        if value > 0  # neither missing nor nothing in common
    ]
    if not pairs:
        return []
    value, first, second = max(pairs, key=lambda pair: pair[0])
    return [
        fill(
            "Most alike in their words are <strong>{first}</strong> and <strong>{second}</strong> "
            "(cosine {value:.2f}).",
            first=labels[first],
            second=labels[second],
            value=float(value),
        )
    ]


def of_dates(articles: pd.DataFrame) -> Markup:
    """How many of `articles` are of which day, and how far the first and the last day are apart.

    Empty if fewer than two have a date.
    """
    days = articles["published"].dropna().dt.normalize()
    if len(days) < 2:
        return Markup("")
    counts = days.value_counts().sort_index()
    parts = [fill("{n:,} on {day}", n=int(n), day=f"{day:%Y-%m-%d}") for day, n in counts.items()]
    n_days = (counts.index[-1].date() - counts.index[0].date()).days
    apart = fill(", {days} apart", days=counted(n_days, "day")) if n_days else Markup("")
    return fill(
        "{n:,} of the articles have a date: {parts}{apart}.",
        n=len(days),
        parts=join_phrases(parts[:MAX_ARTICLES]) + ", …" * (len(parts) > MAX_ARTICLES),
        apart=apart,
    )


def of_idf(weights: pd.DataFrame, n_articles: int) -> Markup:
    """How far apart idf can set two words of these articles.

    Parameters
    ----------
    weights
        ``docfreq, idf``, as `helpers.distinctiveness.tf_idf` gives it.
    n_articles
        Of how many articles.
    """
    idf = weights.groupby("docfreq")["idf"].first()
    if not {1, n_articles} <= set(idf.index):
        return fill(
            "No word stands in {where}, so the two ends of the scale can't be compared here.",
            where="every article" if n_articles not in idf.index else "one article alone",
        )
    ratio = float(idf[1] / idf[n_articles])
    return fill(
        "A word that one article alone has weighs {ratio:.2f} times as much as one that all have "
        "and that occurs as often. So TF-IDF puts the first before the second if it occurs in the "
        "article more than 1/{ratio:.2f}, or {share:.0f} per cent, as often.",
        ratio=ratio,
        share=100 / ratio,
    )
