"""Figures of distinctive terms and of the likeness of articles."""

from collections.abc import Mapping
from copy import copy

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from helpers.agreement import leading_terms
from helpers.charts.labels import place_labels, settle
from helpers.charts.panels import bar_panels, describe_panels, panels_in_rows, times
from helpers.charts.style import DARK, GREY, LIGHT, SMALL, article_colours, shorten, styled


@styled
def plot_top_terms(
    weights: pd.DataFrame, labels: Mapping[str, str], *, most: int = 12, max_articles: int = 6
) -> Axes:
    """Terms of each article with the highest TF-IDF, a full bar for those the others lack.

    Parameters
    ----------
    weights
        ``article_id, feature, frequency, docfreq, tf_idf, rank``, as ``tf_idf`` gives it.
    labels
        Name of each article by its id, in the order of the panels: all articles that were
        weighed.
    most
        How many terms per article at most; of equally weighty ones all or none.
    max_articles
        How many articles are drawn: the first ones.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    full = weights.assign(full=weights["docfreq"] == 1)
    panels = bar_panels(full, "tf_idf", labels, most, max_articles, width=3.2)
    panels[0].get_figure().supxlabel(
        "TF-IDF (count beside the bar; hollow: another article has the word too)", fontsize=SMALL
    )
    return panels[0]


def describe_top_terms(
    weights: pd.DataFrame, labels: Mapping[str, str], *, most: int = 5, max_articles: int = 6
) -> str:
    """Text alternative of `plot_top_terms`, from the same table."""
    panels = describe_panels(
        weights, labels, most, max_articles,
        lambda row: (
            f"{row.feature} ({row.tf_idf:.2f}, {times(row.frequency)}, "
            f"in {row.docfreq} article(s))"
        ),
    )  # fmt: skip
    return f"Bar charts of the highest TF-IDF, one panel per article. {panels}."


LEADERS = {
    "both": ("D", "leads by both"),
    "tf_idf": ("o", "leads by TF-IDF alone"),
    "G2": ("s", "leads by G² alone"),
}
"""Marker and name of terms that lead by both measures (drawn full) or by one of them (hollow)."""


@styled
def plot_measures(
    comparison: pd.DataFrame,
    labels: Mapping[str, str],
    n_words: Mapping[str, int],
    *,
    top: int = 8,
    max_articles: int = 6,
) -> Axes:
    """Where leading terms stand: their count in an article over that in all others.

    A term's name stands nearer to its own mark than to any other, or a thin line leads to it.

    Parameters
    ----------
    comparison
        ``article_id, feature, n_target, n_reference, rank_tf_idf, rank_G2``, as
        ``compare_each`` gives it.
    labels
        Name of each article by its id, in the order of the panels.
    n_words
        Words of each article by its id, all articles: where a term of equal rates would stand.
    top
        A term leads by a measure if its rank is up to this.
    max_articles
        How many articles are drawn: the first ones.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    shown = [item for item in labels.items() if item[0] in set(comparison["article_id"])]
    shown = shown[:max_articles]
    colours = article_colours(labels)
    total = sum(n_words.values())
    slopes = {name: n_words[name] / (total - n_words[name]) for name, _ in shown}
    panels = panels_in_rows(len(shown), 3.4, 5.1)
    for axes, (article_id, label) in zip(panels, shown, strict=True):
        table = comparison[comparison["article_id"] == article_id]
        axes.axline(
            (0, 0), slope=slopes[article_id], linestyle=":", color=GREY, label="same rate in both"
        )
        axes.plot(table["n_reference"], table["n_target"], ".", color=LIGHT, markersize=5)
        _draw_leaders(axes, leading_terms(table, top=top), colours[article_id])
        axes.set_title(shorten(label))
        right, highest = max(table["n_reference"].max(), 1), max(table["n_target"].max(), 1)
        axes.set(xlim=(-0.05 * right, 1.35 * right), ylim=(0, 1.12 * highest))
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(5, integer=True))
        axes.set_xlabel("Times in all other articles")
    panels[0].set_ylabel("Times in this article")
    entries: dict[str, object] = {}
    for axes in panels:
        handles, names = axes.get_legend_handles_labels()
        entries |= dict(zip(names, map(_in_grey, handles), strict=True))
    figure = panels[0].get_figure()
    figure.legend(entries.values(), entries.keys(), loc="outside lower center", ncols=len(entries))
    settle(figure)
    for axes, (article_id, _) in zip(panels, shown, strict=True):
        table = comparison[comparison["article_id"] == article_id]
        _name_leaders(axes, table, leading_terms(table, top=top), slopes[article_id])
    return panels[0]


def _in_grey(line: Line2D) -> Line2D:
    """A line or marker for the legend of several articles: in the colour of none."""
    copied = copy(line)
    copied.set_color(DARK)
    if line.get_markerfacecolor() != "white":
        copied.set_markerfacecolor(DARK)
    copied.set_markeredgecolor(DARK)
    return copied


def _draw_leaders(axes: Axes, leaders: pd.DataFrame, colour: str) -> None:
    """Draw leading terms."""
    for kind, (marker, name) in LEADERS.items():
        terms = leaders[leaders["leads"] == kind]
        if terms.empty:
            continue
        axes.plot(
            terms["n_reference"], terms["n_target"], marker, color=colour, label=name,
            markersize=7, markeredgewidth=1.8, zorder=3,
            markerfacecolor=colour if kind == "both" else "white",
        )  # fmt: skip


def _name_leaders(axes: Axes, table: pd.DataFrame, leaders: pd.DataFrame, slope: float) -> None:
    """Name leading terms; those that stand on one spot share a label, the highest ones first."""
    spots = leaders.groupby(["n_reference", "n_target"])["feature"].agg(list)
    labels = [(*spot, _few(words)) for spot, words in spots.items()]
    dots = table[["n_reference", "n_target"]].drop_duplicates().itertuples(index=False, name=None)
    right = axes.get_xlim()[1]
    place_labels(
        axes,
        sorted(labels, key=lambda label: (-label[1], label[0])),
        dots=dots,
        lines=[((0, 0), (right, slope * right))],
    )


def _few(words: list[str], most: int = 2) -> str:
    more = f" +{len(words) - most}" if len(words) > most else ""
    return ", ".join(map(shorten, words[:most])) + more


def describe_measures(
    comparison: pd.DataFrame, labels: Mapping[str, str], *, top: int = 8, max_articles: int = 6
) -> str:
    """Text alternative of `plot_measures`, from the same table."""
    pieces = []
    for article_id, table in list(comparison.groupby("article_id", sort=False))[:max_articles]:
        leaders = leading_terms(table, top=top)
        kinds = []
        for kind, (_, name) in LEADERS.items():
            words = leaders.loc[leaders["leads"] == kind, "feature"].tolist()
            kinds.append(f"{name}: {_few(words, 4) or 'none'}")
        pieces.append(f"{labels[article_id]} - {'; '.join(kinds)}")
    return (
        "Scatter plots of each term's count in an article over its count in all others, one "
        f"panel per article. {'. '.join(pieces)}."
    )


@styled
def plot_similarity(similarity: pd.DataFrame, labels: Mapping[str, str], *, most: int = 20) -> Axes:
    """Cosine similarity of each pair of articles as a heat map, the values written in.

    Parameters
    ----------
    similarity
        Square, ids as index and columns, as ``similarity`` gives it.
    labels
        Name of each article by its id.
    most
        How many articles are drawn: the first ones. Up to eight, values are written in.
    """
    names = list(similarity.index[:most])
    values = similarity.loc[names, names].to_numpy(dtype="float64", copy=True)
    np.fill_diagonal(values, np.nan)  # an article is like itself: says nothing
    side = max(0.9 * len(names), 3) if len(names) <= 8 else 0.36 * len(names)
    _, axes = plt.subplots(figsize=(side + 2.4, side + 0.6))
    image = axes.imshow(values, cmap="Greys", vmin=0, vmax=1)
    ticks = [shorten(labels[name]) for name in names]
    axes.set_yticks(range(len(names)), ticks)
    turned = {"rotation": 30 if len(names) <= 8 else 60, "rotation_mode": "anchor", "ha": "right"}
    axes.set_xticks(range(len(names)), ticks, **turned)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    if len(names) <= 8:
        for row, column in zip(*np.nonzero(~np.isnan(values)), strict=True):
            value = values[row, column]
            axes.text(
                column, row, f"{value:.2f}", ha="center", va="center",
                color="white" if value > 0.6 else "black",
            )  # fmt: skip
    bar = axes.figure.colorbar(image, ax=axes, shrink=0.8)
    bar.set_label("Cosine similarity")
    bar.outline.set_visible(False)
    return axes


def describe_similarity(similarity: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Text alternative of `plot_similarity`, from the same table."""
    names = list(similarity.index)
    first, second = np.triu_indices(len(names), 1)
    values = similarity.to_numpy()[first, second]

    def pairs(value: float) -> list[str]:
        return [
            f"{labels[names[first[place]]]} and {labels[names[second[place]]]}"
            for place in np.flatnonzero(values == value)
        ]

    if np.isnan(values).all():
        return "Heat map of cosine similarity without any pair of articles."
    most, least = float(np.nanmax(values)), float(np.nanmin(values))
    return (
        f"Heat map of cosine similarity between {len(names)} articles, from {most:.2f} "
        f"({max(pairs(most))}) down to {least:.2f} ({min(pairs(least))})."
    )
