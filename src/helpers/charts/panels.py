"""Figures with one panel per article, and the words that describe them."""

from collections.abc import Callable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.style import GREY, SMALL, article_colours, hide_side, name_rows, shorten
from helpers.frequency import leading


def panels_in_rows(n: int, width: float, height: float, **options: object) -> list[Axes]:
    """Axes of `n` panels, three per row, each of this size in inches."""
    columns = min(n, 3)
    rows = -(-n // columns)
    size = (max(width * columns, 5), height * rows)  # room for a caption below one panel
    _, grid = plt.subplots(figsize=size, nrows=rows, ncols=columns, squeeze=False, **options)
    panels = grid.flatten()
    for axes in panels[n:]:
        axes.remove()
    return list(panels[:n])


def bar_panels(
    table: pd.DataFrame,
    value: str,
    labels: Mapping[str, str],
    most: int,
    max_articles: int,
    *,
    width: float,
) -> list[Axes]:
    """Leading words of each article as bars of the column `value`, one panel per article.

    Counts (``frequency``) stand beside the bars; a bar is hollow where ``full`` is false. Words
    of equal ``rank`` are all drawn or all left out.
    """
    shown = list(labels.items())[:max_articles]
    colours = article_colours(labels)
    panels = panels_in_rows(len(shown), width, 0.28 * most + 1, sharex=True)
    tops = [leading(table[table["article_id"] == name], most).iloc[::-1] for name, _ in shown]
    rows = max(map(len, tops))
    for axes, top, (article_id, label) in zip(panels, tops, shown, strict=True):
        colour = colours[article_id]
        bars = axes.barh(
            range(len(top)), top[value], height=0.7, edgecolor=colour,
            color=[colour if full else "white" for full in top["full"]],
        )  # fmt: skip
        name_rows(axes, top["feature"])
        axes.bar_label(
            bars, labels=top["frequency"].astype(str), padding=3, color=GREY, fontsize=SMALL
        )
        axes.set_title(shorten(label))
        axes.margins(x=0.15)
        axes.set_ylim(len(top) - rows - 0.6, len(top) - 0.4)  # bars are equally thick in all
        axes.xaxis.set_major_locator(MaxNLocator(4))
        hide_side(axes)
    return panels


def describe_panels(
    table: pd.DataFrame,
    labels: Mapping[str, str],
    most: int,
    max_articles: int,
    write: Callable[..., str],
) -> str:
    """Leading words of each article in words, as `bar_panels` draws them.

    ``write`` makes a word and its values of a row of the table.
    """
    pieces = []
    for article_id, label in list(labels.items())[:max_articles]:
        top = leading(table[table["article_id"] == article_id], most)
        pieces.append(f"{label}: {', '.join(map(write, top.itertuples()))}")
    return "; ".join(pieces)


def times(n: int) -> str:
    """How often, in words: once, 2 times, 1,200 times."""
    return "once" if n == 1 else f"{n:,} times"
