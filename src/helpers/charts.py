"""One function a figure: a table in, an ``Axes`` out.

Every label is drawn as it is written (no ``$`` starts a formula), sizes are explicit, and
colours differ in lightness too, so that they can be told apart in grey.
"""

import functools
from collections.abc import Callable, Iterable, Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, NullFormatter, StrMethodFormatter

# Dark blue, vermilion and light blue, then further colours of Okabe & Ito (2008), "Color
# Universal Design"; the first ones were darkened or lightened to differ in grey as well.
COLOURS = ("#08306b", "#d55e00", "#7cc0e8", "#009e73", "#f0e442", "#cc79a7", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
GREY = "#5f6368"
LIGHT = "#dadce0"

STYLE = {
    "text.parse_math": False,  # article words may hold a "$"
    "figure.dpi": 96,
    "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
    "grid.color": LIGHT,
    "legend.frameon": False,
    "savefig.facecolor": "white",
    "svg.fonttype": "path",  # looks alike whatever fonts the reader has
    "svg.hashsalt": "syria-news-notebooks",
}


def article_colours(article_ids: Iterable[str]) -> dict[str, str]:
    """Colour of each article by its id, equal in every figure; they recur after seven."""
    return {name: COLOURS[number % len(COLOURS)] for number, name in enumerate(article_ids)}


def _styled(draw: Callable[..., Axes]) -> Callable[..., Axes]:
    """Draw in the project's style, whatever the caller's settings are."""

    @functools.wraps(draw)
    def drawn(*args: object, **options: object) -> Axes:
        with plt.rc_context(STYLE):
            return draw(*args, **options)

    return drawn


def _bare(axes: Axes) -> None:
    """No frame and no ticks on the side where names stand."""
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)


@_styled
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
        How many words an article.
    max_articles
        How many articles are drawn: the first ones.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    shown = list(labels.items())[:max_articles]
    colours = article_colours(labels)
    columns = min(len(shown), 3)
    rows = -(-len(shown) // columns)
    figure, grid = plt.subplots(
        figsize=(3.6 * columns, (0.26 * most + 1) * rows),
        nrows=rows,
        ncols=columns,
        sharex=True,
        squeeze=False,
    )
    panels = grid.flatten()
    for axes, (article_id, label) in zip(panels, shown, strict=False):
        top = frequencies[frequencies["article_id"] == article_id].head(most).iloc[::-1]
        bars = axes.barh(top["feature"], top["per_1000"], color=colours[article_id], height=0.7)
        axes.bar_label(bars, labels=top["frequency"].astype(str), padding=3, color=GREY, fontsize=9)
        axes.set_title(label)
        axes.margins(x=0.15, y=0.02)
        _bare(axes)
    for axes in panels[len(shown) :]:
        axes.remove()
    figure.supxlabel("Occurrences per 1,000 words (count beside the bar)", fontsize=10)
    return panels[0]


@_styled
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
    axes.plot(order, counts, ".", color=COLOURS[0], markersize=5, label="words of these articles")
    axes.plot(
        order, counts[0] / order, "--", color=COLOURS[1], label="Zipf: first count divided by rank"
    )
    for position, word in enumerate(ordered["feature"].head(name)):
        axes.annotate(
            word, (order[position], counts[position]), xytext=(6, 2), textcoords="offset points"
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


@_styled
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
        ``article_id, feature, per_1000``; a word that an article lacks is drawn at nought.
    labels
        Name of each article by its id; at most seven are drawn.
    most
        How many words: the most frequent ones.
    """
    top = frequencies.head(most).sort_values(["DP_norm", "rank", "feature"], ascending=False)
    words = top["feature"].tolist()
    rates = by_article.pivot_table(index="feature", columns="article_id", values="per_1000")
    rates = rates.reindex(index=words, columns=list(labels)).fillna(0)
    _, axes = plt.subplots(figsize=(7.5, 0.29 * len(words) + 1.4))
    axes.hlines(words, rates.min(axis=1), rates.max(axis=1), color=LIGHT, linewidth=3)
    colours = article_colours(labels)
    for (article_id, label), marker in zip(labels.items(), MARKERS, strict=False):
        axes.plot(
            rates[article_id], words, marker, color=colours[article_id], label=label, markersize=8,
            markeredgecolor="white", clip_on=False, zorder=3,
        )  # fmt: skip
    axes.set_xlim(left=0)
    axes.set_xlabel("Occurrences per 1,000 words")
    axes.margins(y=0.03)
    axes.grid(visible=True, axis="x")
    _bare(axes)
    axes.legend(loc="lower right", frameon=True, facecolor="white", edgecolor="none", framealpha=1)
    return axes


DIVERSITY_NAMES = {
    "TTR": "Type-token ratio",
    "MATTR": "MATTR",
    "MTLD": "MTLD (words)",
    "HD_D": "HD-D",
}


@_styled
def plot_diversity(diversity: pd.DataFrame, labels: Mapping[str, str]) -> Axes:
    """Lexical diversity of each article by four measures, a panel each.

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
    _, panels = plt.subplots(
        figsize=(9, 0.4 * len(shown) + 1.1), ncols=len(DIVERSITY_NAMES), sharey=True
    )
    colours = article_colours(labels)
    table = diversity.set_index("article_id")
    for axes, (measure, name) in zip(panels, DIVERSITY_NAMES.items(), strict=True):
        for (article_id, label), marker in zip(shown.items(), MARKERS, strict=False):
            value = table[measure][article_id]
            axes.plot(value, label, marker, color=colours[article_id], markersize=10)
            if not np.isnan(value):
                text = f"{value:.0f}" if measure == "MTLD" else f"{value:.2f}"
                axes.annotate(
                    text, (value, label), xytext=(0, 9), textcoords="offset points", ha="center",
                    fontsize=9,
                )  # fmt: skip
        axes.set_title(name, fontsize=11)
        axes.margins(x=0.3, y=0.35)
        axes.xaxis.set_major_locator(MaxNLocator(3))
        axes.grid(visible=True, axis="y")
        _bare(axes)
    panels[0].invert_yaxis()
    return panels[0]


def describe_top_words(
    frequencies: pd.DataFrame, labels: Mapping[str, str], *, most: int = 3, max_articles: int = 6
) -> str:
    """Text alternative of `plot_top_words`, from the same table."""
    pieces = []
    for article_id, label in list(labels.items())[:max_articles]:
        top = frequencies[frequencies["article_id"] == article_id].head(most)
        words = (
            f"{row.feature} ({row.per_1000:.1f} per 1,000, {row.frequency} times)"
            for row in top.itertuples()
        )
        pieces.append(f"{label}: {', '.join(words)}")
    return "Bar charts of the most frequent words, a panel an article. " + "; ".join(pieces) + "."


def describe_rank_frequency(frequencies: pd.DataFrame) -> str:
    """Text alternative of `plot_rank_frequency`, from the same table."""
    first, last = frequencies.iloc[0], frequencies.iloc[-1]
    return (
        f"Scatter plot of {len(frequencies):,} words on logarithmic scales, falling from "
        f"{first['feature']} with {first['frequency']:,} occurrences to words with "
        f"{last['frequency']:,}, beside the straight line of Zipf's law."
    )


def describe_spread(frequencies: pd.DataFrame, *, most: int = 20) -> str:
    """Text alternative of `plot_spread`, from the same table."""
    top = frequencies.head(most).sort_values(["DP_norm", "rank", "feature"])
    return (
        f"Dot plot of the rates of {len(top)} words, a marker an article. Most evenly spread: "
        f"{', '.join(top['feature'].head(3))}. Most tied to one article: "
        f"{', '.join(top['feature'].tail(3)[::-1])}."
    )


def describe_diversity(diversity: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Text alternative of `plot_diversity`, from the same table."""
    pieces = [
        f"{labels[row.article_id]}: type-token ratio {row.TTR:.2f}, MATTR {row.MATTR:.2f}, "
        f"MTLD {row.MTLD:.0f}, HD-D {row.HD_D:.2f}"
        for row in diversity.head(len(MARKERS)).itertuples()
    ]
    return "Dot plots of lexical diversity, a panel a measure. " + "; ".join(pieces) + "."
