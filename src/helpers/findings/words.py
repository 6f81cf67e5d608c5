"""What word frequencies come to, in computed sentences."""

import numpy as np
import pandas as pd
from markupsafe import Markup

from helpers.corpus import running_text
from helpers.diversity import lexical_diversity
from helpers.findings.phrases import MAX_ARTICLES, counted, first_words, join_phrases, word_list
from helpers.frequency import leading, word_frequencies
from helpers.markup import fill

MIN_FREQUENCY = 5
"""Below this, how evenly a word is spread says little: a word used once is in one article."""


MIN_STEPS = 5
"""Fewer different frequencies than this make no curve."""

NEAR_ZIPF = 0.15
"""How far an exponent may be from Zipf's and still be called close to it."""


def words_to_look_up(frequencies: pd.DataFrame, wanted: list[str], *, most: int = 3) -> list[str]:
    """Words of `wanted` that occur, then the most frequent ones, `most` in all.

    Parameters
    ----------
    frequencies
        ``feature``, most frequent first, as `helpers.frequency.word_frequencies` gives it.
    wanted
        In order of preference.
    """
    there = frequencies["feature"].tolist()
    return list(dict.fromkeys([*(word for word in wanted if word in there), *there]))[:most]


def of_frequencies(articles: pd.DataFrame) -> list[Markup]:
    """What the word counts of `articles` come to.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        Length, most frequent words, how evenly they are spread, lexical diversity.
    """
    labels = articles.set_index("article_id")["label"]
    texts = running_text(articles)
    words = word_frequencies(texts, stop_words="default")
    sentences = [_length(articles), _most_frequent(words)]
    if len(articles) > 1:
        sentences += _spread(words, texts, labels)
        sentences += _diversity(texts, labels)
    return sentences


def of_rank_frequency(frequencies: pd.DataFrame) -> Markup:
    """Whether few words make up most of the text, and how frequency falls with rank.

    Parameters
    ----------
    frequencies
        ``frequency`` of every word, stop words included.

    The exponent is that of the straight line, by least squares, through the logarithms of rank and
    frequency of the words that occur twice or more: below that, all words are equal.
    """
    counts = frequencies["frequency"].sort_values(ascending=False).to_numpy()
    half = int((counts.cumsum() < counts.sum() / 2).sum()) + 1
    once = int((counts == 1).sum())
    sentence = fill(
        "The {half:,} most frequent of {types} make up half of the text, and {once:,} ({share:.0f} "
        "per cent) occur once only.",
        half=half,
        types=counted(len(counts), "different word"),
        once=once,
        share=100 * once / len(counts),
    )
    several = counts[counts > 1]
    if len(set(several)) < MIN_STEPS:
        return sentence + fill(" There are too few words to tell how frequency falls with rank.")
    order = np.log(np.arange(1, len(several) + 1))
    exponent = -float(np.polyfit(order, np.log(several), 1)[0])
    return sentence + fill(
        " Among those that occur twice or more, frequency falls as one over rank to the power of "
        "{exponent:.2f}, where Zipf's law has 1: {verdict}.",
        exponent=exponent,
        verdict="close to the usual curve"
        if abs(exponent - 1) <= NEAR_ZIPF
        else f"{'flatter' if exponent < 1 else 'steeper'} than the usual curve",
    )


def _length(articles: pd.DataFrame) -> Markup:
    lengths = articles["n_words"]
    if len(articles) == 1:
        return fill("The article is {n} long.", n=counted(int(lengths.iloc[0]), "word"))
    low, high = int(lengths.min()), int(lengths.max())
    return fill(
        "The {k:,} articles are {length} long, {total:,} in all. Counts depend on "
        "length; rates per 1,000 words don't.",
        k=len(articles),
        length=("" if low == high else f"{low:,} to ") + counted(high, "word"),
        total=int(lengths.sum()),
    )


def _most_frequent(words: pd.DataFrame) -> Markup:
    if words["frequency"].iloc[0] == 1:
        return fill("Stop words aside, no word occurs twice.")
    first = words[words["rank"] == 1]
    names = leading(words, 6)["feature"].iloc[len(first) :].tolist()
    return fill(
        "Stop words aside, the most frequent {noun} {first} ({n} times{each}, {rate:.1f} in "
        "1,000 words){then}.",
        noun="word is" if len(first) == 1 else "words are",
        first=first_words(first["feature"]),
        n=int(first["frequency"].iloc[0]),
        each="" if len(first) == 1 else " each",
        rate=float(first["per_1000"].iloc[0]),
        then=fill(", then {names}", names=word_list(names)) if names else "",
    )


def _spread(words: pd.DataFrame, texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    frequent = words[words["frequency"] >= MIN_FREQUENCY]
    if len(frequent) < 2:
        return []
    even = frequent.sort_values(["DP_norm", "rank", "feature"])["feature"]
    even = even.head(min(3, len(even) // 2))
    sentences = [
        fill(
            "Of the {n} words that occur {least} times or more, {even} {are} spread most evenly.",
            n=len(frequent),
            least=MIN_FREQUENCY,
            even=word_list(even.tolist()),
            are="is" if len(even) == 1 else "are",
        )
    ]
    alone = frequent[frequent["docfreq"] == 1]["feature"]
    by_article = word_frequencies(texts, by="article_id", stop_words="default")
    by_article = by_article[by_article["feature"].isin(alone)]
    owners = list(by_article.groupby("article_id", sort=False)["feature"])
    sentences += [
        fill(
            "Of those, only <strong>{label}</strong> says {words}.",
            label=labels[article_id],
            words=first_words(only),
        )
        for article_id, only in owners[:MAX_ARTICLES]
    ]
    if len(owners) > MAX_ARTICLES:
        others = counted(len(owners) - MAX_ARTICLES, "more article")
        have = "has" if len(owners) == MAX_ARTICLES + 1 else "have"
        sentences.append(fill("{others} {have} such words of their own.", others=others, have=have))
    return sentences


FAIR_MEASURES = {"MATTR": ("MATTR", 2), "MTLD": ("MTLD", 0), "HD_D": ("HD-D", 2)}
"""Measures of diversity that were made for texts of different length; decimals to write."""


def _diversity(texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    """Which article has the most varied vocabulary, by every measure that was made to compare."""
    diversity = lexical_diversity(texts).dropna().set_index("article_id")
    if len(diversity) < 2:
        return []
    leaders: dict[str, list[str]] = {}
    for measure, (name, digits) in FAIR_MEASURES.items():
        values = diversity[measure].round(digits + 1)  # the last digits differ by processor
        leaders.setdefault(values.idxmax(), []).append(f"{name} ({values.max():.{digits}f})")
    if len(leaders) > 1:
        phrases = [
            fill(
                "<strong>{label}</strong> by {measures}",
                label=labels[article_id],
                measures=join_phrases([Markup(name) for name in names]),  # noqa: S704 -- ours
            )
            for article_id, names in leaders.items()
        ]
        return [
            fill(
                "Which vocabulary is most varied depends on the measure: {phrases}.",
                phrases=Markup(", ").join(phrases),
            )
        ]
    [(richest, names)] = leaders.items()
    sentence = fill(
        "Vocabulary is most varied in <strong>{label}</strong>, by {measures} alike.",
        label=labels[richest],
        measures=join_phrases([Markup(name) for name in names]),  # noqa: S704 -- ours
    )
    by_ratio = diversity["TTR"].round(3).idxmax()
    if by_ratio != richest and diversity["n_tokens"][by_ratio] < diversity["n_tokens"][richest]:
        sentence += fill(
            " The plain type-token ratio would name <strong>{other}</strong> instead, which is "
            "shorter ({words}): that ratio falls as a text gets longer.",
            other=labels[by_ratio],
            words=counted(int(diversity["n_tokens"][by_ratio]), "word"),
        )
    return [sentence]
