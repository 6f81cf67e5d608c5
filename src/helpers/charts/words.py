"""Figures of word frequencies and of lexical diversity."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, NullFormatter, StrMethodFormatter

from helpers.charts.panels import bar_panels, describe_panels, times
from helpers.charts.style import (
    BAND,
    DARK,
    GREY,
    MARKERS,
    RANGE,
    SMALL,
    article_colours,
    hide_side,
    name_rows,
    shorten,
    styled,
)
from helpers.frequency import leading


@styled
def plot_top_words(
    frequencies: pd.DataFrame, labels: Mapping[str, str], *, most: int = 12, max_articles: int = 6
) -> Axes:
    """Most frequent words of each article, as bars of their rate with the counts beside them.

    Parameters
    ----------
    frequencies
        ``article_id, feature, frequency, rank, per_1000``, as ``word_frequencies(…,
        by="article_id")`` gives it.
    labels
        Name of each article by its id, in the order of the panels.
    most
        How many words per article at most; of equally frequent ones all or none.
    max_articles
        How many articles are drawn: the first ones.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    full = frequencies.assign(full=True)
    panels = bar_panels(full, "per_1000", labels, most, max_articles, width=3.6)
    panels[0].get_figure().supxlabel(
        "Occurrences per 1,000 words (count beside the bar)", fontsize=SMALL
    )
    return panels[0]


def describe_top_words(
    frequencies: pd.DataFrame, labels: Mapping[str, str], *, most: int = 5, max_articles: int = 6
) -> str:
    """Text alternative of `plot_top_words`, from the same table."""
    panels = describe_panels(
        frequencies, labels, most, max_articles,
        lambda row: f"{row.feature} ({row.per_1000:.1f} per 1,000, {times(row.frequency)})",
    )  # fmt: skip
    return f"Bar charts of the most frequent words, one panel per article. {panels}."


@styled
def plot_rank_frequency(frequencies: pd.DataFrame, *, name: int = 3) -> Axes:
    """Frequency of each word over its rank, both on a logarithmic scale, beside Zipf's line.

    Parameters
    ----------
    frequencies
        ``feature, frequency, rank``, stop words included.
    name
        How many of the most frequent words are named.
    """
    _, axes = plt.subplots(figsize=(7, 4.2))
    ordered = frequencies.sort_values(["rank", "feature"])
    order = np.arange(1, len(ordered) + 1)
    counts = ordered["frequency"].to_numpy()
    axes.plot(order, counts, ".", color=DARK, markersize=5, label="words of these articles")
    axes.plot(order, counts[0] / order, "--", color=GREY, label="Zipf: first count divided by rank")
    for position, word in enumerate(ordered["feature"].head(name)):
        axes.annotate(
            shorten(word),
            (order[position], counts[position]),
            xytext=(6, 2),
            textcoords="offset points",
        )
    axes.set(xscale="log", yscale="log", xlabel="Rank of the word", ylabel="Occurrences")
    axes.set_ylim(bottom=0.7)
    for axis in (axes.xaxis, axes.yaxis):
        # The default labels of a logarithmic scale are formulas.
        axis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
        axis.set_minor_formatter(NullFormatter())
    axes.grid(visible=True)
    axes.legend()
    return axes


def describe_rank_frequency(frequencies: pd.DataFrame) -> str:
    """Text alternative of `plot_rank_frequency`, from the same table."""
    first, last = frequencies.iloc[0], frequencies.iloc[-1]
    return (
        f"Scatter plot of {len(frequencies):,} words on logarithmic scales, falling from "
        f"{first['feature']}, which occurs {times(first['frequency'])}, to words that occur "
        f"{times(last['frequency'])}, beside the straight line of Zipf's law."
    )


@styled
def plot_spread(
    frequencies: pd.DataFrame,
    by_article: pd.DataFrame,
    labels: Mapping[str, str],
    *,
    most: int = 20,
) -> Axes:
    """Rate of each frequent word in each article, the most evenly spread word on top.

    Parameters
    ----------
    frequencies
        ``feature, rank, DP_norm`` over all articles.
    by_article
        ``article_id, feature, per_1000``; a word that an article lacks is drawn at zero.
    labels
        Name of each article by its id; at most seven are drawn.
    most
        How many words at most: the most frequent ones. Of equally frequent ones all or none.

    Every other word has a band behind it. The markers of a word stand one below the other inside
    its band, in the order of the articles: none hides another, and none comes near another word's.
    """
    top = leading(frequencies, most).sort_values(["DP_norm", "rank", "feature"], ascending=False)
    words = top["feature"].tolist()
    rates = by_article.pivot_table(index="feature", columns="article_id", values="per_1000")
    rates = rates.reindex(index=words, columns=list(labels)[: len(MARKERS)]).fillna(0)
    size, step, row = _sizes_of_spread(len(rates.columns))
    height = row * max(len(words), 3) / 72 + 1.1 + 0.25 * -(-len(rates.columns) // 3)
    _, axes = plt.subplots(figsize=(8, height))
    places = np.arange(len(words))
    for place in places[::-2]:  # the first word from the top, the third …
        axes.axhspan(place - 0.5, place + 0.5, color=BAND, linewidth=0, zorder=0)
    axes.hlines(places, rates.min(axis=1), rates.max(axis=1), color=RANGE, linewidth=2)
    colours = article_colours(labels)
    for number, (article_id, marker) in enumerate(zip(rates.columns, MARKERS, strict=False)):
        below = number - (len(rates.columns) - 1) / 2
        axes.plot(
            rates[article_id], places - below * step / row, marker, color=colours[article_id],
            label=shorten(labels[article_id]), markersize=size * MARKER_SCALE.get(marker, 1),
            markeredgecolor="white", markeredgewidth=0.5, zorder=3,
        )  # fmt: skip
    name_rows(axes, words)
    axes.set_xlim(left=-0.03 * rates.to_numpy().max())  # a marker at zero leaves names alone
    axes.set_xlabel("Occurrences per 1,000 words")
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    axes.set_ylim(-0.5, max(len(words), 3) - 0.5)
    axes.grid(visible=True, axis="x")
    hide_side(axes)
    axes.get_figure().legend(loc="outside upper left", ncols=3)
    return axes


MARKER_SCALE = {"D": 0.72}
"""A diamond is drawn as a square on its corner: as high as the others if it is smaller."""


def _sizes_of_spread(n_articles: int) -> tuple[float, float, float]:
    """Points of a marker, from one marker of a word to its next, and from word to word.

    Between the last marker of a word and the first one of the next there is as much room as would
    hold most of another marker.
    """
    size = 8.5 - 0.5 * n_articles
    step = size + 0.75
    return size, step, max(20.0, (n_articles - 1) * step + size + 6.5)


def describe_spread(frequencies: pd.DataFrame, *, most: int = 20) -> str:
    """Text alternative of `plot_spread`, from the same table."""
    top = leading(frequencies, most).sort_values(["DP_norm", "rank", "feature"])
    return (
        f"Dot plot of the rates of {len(top)} words, one marker per article. Most evenly "
        f"spread: {', '.join(top['feature'].head(3))}. Most tied to one article: "
        f"{', '.join(top['feature'].tail(3)[::-1])}."
    )


DIVERSITY_NAMES = {
    "TTR": "Type-token ratio",
    "MATTR": "MATTR",
    "MTLD": "MTLD (words)",
    "HD_D": "HD-D",
}


@styled
def plot_diversity(diversity: pd.DataFrame, labels: Mapping[str, str]) -> Axes:
    """Lexical diversity of each article by up to four measures, a panel each.

    A measure for which every article is too short has no panel.

    Parameters
    ----------
    diversity
        ``article_id, TTR, MATTR, MTLD, HD_D``.
    labels
        Name of each article by its id; at most seven are drawn.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    shown = dict(list(labels.items())[: len(MARKERS)])
    colours = article_colours(labels)
    table = diversity.set_index("article_id").loc[list(shown)]
    measures = [measure for measure in DIVERSITY_NAMES if table[measure].notna().any()]
    size = (1.4 + 2 * len(measures), 0.45 * len(shown) + 1.1)
    _, grid = plt.subplots(figsize=size, ncols=len(measures), sharey=True, squeeze=False)
    panels = grid[0]
    for axes, measure in zip(panels, measures, strict=True):
        for row, (article_id, marker) in enumerate(zip(shown, MARKERS, strict=False)):
            value = table[measure][article_id]
            axes.plot(value, row, marker, color=colours[article_id], markersize=10)
            if not np.isnan(value):
                text = f"{value:.0f}" if measure == "MTLD" else f"{value:.2f}"
                axes.annotate(
                    text, (value, row), xytext=(0, 9), textcoords="offset points",
                    ha="center", fontsize=SMALL,
                )  # fmt: skip
        axes.set_title(DIVERSITY_NAMES[measure], fontsize=12)
        axes.margins(x=0.3)
        axes.set_ylim(len(shown) - 0.6, -0.8)
        axes.xaxis.set_major_locator(MaxNLocator(3))
        axes.grid(visible=True, axis="y")
        hide_side(axes)
    name_rows(panels[0], shown.values())
    return panels[0]


def describe_diversity(diversity: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Text alternative of `plot_diversity`, from the same table."""
    written = {
        "TTR": ("type-token ratio", 2),
        "MATTR": ("MATTR", 2),
        "MTLD": ("MTLD", 0),
        "HD_D": ("HD-D", 2),
    }
    pieces = []
    for row in diversity.head(len(MARKERS)).to_dict("records"):
        values = [
            f"{name} {row[measure]:.{places}f}"
            for measure, (name, places) in written.items()
            if not np.isnan(row[measure])
        ]
        pieces.append(f"{labels[row['article_id']]}: {', '.join(values)}")
    return "Dot plots of lexical diversity, one panel per measure. " + "; ".join(pieces) + "."
