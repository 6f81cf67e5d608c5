"""What each notebook finds, in computed sentences: they hold for any articles.

Each function takes the articles and gives a list of sentences, safe as HTML.
"""

import pandas as pd
from markupsafe import Markup

from helpers.corpus import running_text
from helpers.diversity import lexical_diversity
from helpers.frequency import word_frequencies
from helpers.markup import fill

MIN_FREQUENCY = 5
"""Below this, how evenly a word is spread says little: a word used once is in one article."""


def word_list(words: pd.Series | list[str]) -> Markup:
    """Words in italics as a list in a sentence: *a*, *b* and *c*."""
    shown = [fill("<em>{word}</em>", word=word) for word in words]
    if len(shown) < 2:
        return Markup("").join(shown)
    return Markup("{} and {}").format(Markup(", ").join(shown[:-1]), shown[-1])


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


def _length(articles: pd.DataFrame) -> Markup:
    lengths = articles["n_words"]
    if len(articles) == 1:
        return fill("The article is {n:,} words long.", n=int(lengths.iloc[0]))
    return fill(
        "The {k} articles are {low:,} to {high:,} words long, {total:,} in all. Counts depend on "
        "length; rates per 1,000 words don't.",
        k=len(articles),
        low=int(lengths.min()),
        high=int(lengths.max()),
        total=int(lengths.sum()),
    )


def _most_frequent(words: pd.DataFrame) -> Markup:
    top = words.iloc[0]
    return fill(
        "Stop words aside, they speak most of {top} ({n} times, {rate:.1f} in 1,000 words), then "
        "of {others}.",
        top=word_list([top["feature"]]),
        n=int(top["frequency"]),
        rate=float(top["per_1000"]),
        others=word_list(words["feature"].iloc[1:6].tolist()),
    )


def _spread(words: pd.DataFrame, texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    frequent = words[words["frequency"] >= MIN_FREQUENCY]
    if frequent.empty:
        return []
    even = frequent.sort_values(["DP_norm", "rank", "feature"])["feature"].head(3)
    sentences = [
        fill(
            "Of the {n} words that occur {least} times or more, {even} are spread most evenly.",
            n=len(frequent),
            least=MIN_FREQUENCY,
            even=word_list(even.tolist()),
        )
    ]
    alone = frequent[frequent["docfreq"] == 1]["feature"]
    by_article = word_frequencies(texts, by="article_id", stop_words="default")
    for article_id, label in labels.items():
        own = by_article[by_article["article_id"] == article_id]["feature"]
        only = own[own.isin(alone)].tolist()
        if only:
            sentences.append(
                fill(
                    "Only <strong>{label}</strong> says {words}{more}.",
                    label=label,
                    words=word_list(only[:6]),
                    more=f", and {len(only) - 6} more such words" if len(only) > 6 else "",
                )
            )
    return sentences


def _diversity(texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    diversity = lexical_diversity(texts).dropna(subset=["MATTR", "TTR"])
    if len(diversity) < 2:
        return []
    by_window = diversity.sort_values(["MATTR", "article_id"])
    by_ratio = diversity.sort_values(["TTR", "article_id"])
    richest, poorest = by_window.iloc[-1], by_window.iloc[0]
    sentence = fill(
        "Vocabulary is most varied in <strong>{rich}</strong> (MATTR {high:.2f}) and least in "
        "<strong>{poor}</strong> ({low:.2f}).",
        rich=labels[richest["article_id"]],
        high=float(richest["MATTR"]),
        poor=labels[poorest["article_id"]],
        low=float(poorest["MATTR"]),
    )
    if by_ratio.iloc[-1]["article_id"] != richest["article_id"]:
        sentence += fill(
            " The plain type-token ratio would name <strong>{other}</strong> instead, which has "
            "{n:,} words: that ratio falls as a text gets longer.",
            other=labels[by_ratio.iloc[-1]["article_id"]],
            n=int(by_ratio.iloc[-1]["n_tokens"]),
        )
    return [sentence]
