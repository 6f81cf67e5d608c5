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
from matplotlib.font_manager import fontManager
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator, NullFormatter, StrMethodFormatter

from helpers.agreement import leading_terms
from helpers.frequency import leading

# Dark blue, vermilion and light blue, then further colours of Okabe & Ito (2008), "Color
# Universal Design"; the first ones were darkened or lightened to differ in grey as well.
COLOURS = ("#08306b", "#d55e00", "#7cc0e8", "#009e73", "#f0e442", "#cc79a7", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
GREY = "#5f6368"
MAX_LABEL = 24
"""Letters of a word or name in a figure; a longer one would leave no room for the plot."""

# Tried in turn for letters that DejaVu Sans lacks, where they are installed.
_OTHER_SCRIPTS = ("Noto Sans CJK SC", "Noto Sans Devanagari", "Arial Unicode MS", "Microsoft YaHei")
LIGHT = "#dadce0"

STYLE = {
    "text.parse_math": False,  # article words may hold a "$"
    "figure.dpi": 96,
    "figure.constrained_layout.use": True,
    "font.family": [
        "DejaVu Sans",
        *(name for name in _OTHER_SCRIPTS if name in fontManager.get_font_names()),
    ],
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


def _name_rows(axes: Axes, names: Iterable[str]) -> None:
    """Write names on the vertical axis, from the bottom up."""
    written = [shorten(name) for name in names]
    axes.set_yticks(range(len(written)), written)


def _styled(draw: Callable[..., Axes]) -> Callable[..., Axes]:
    """Draw in the project's style, whatever the caller's settings are."""

    @functools.wraps(draw)
    def drawn(*args: object, **options: object) -> Axes:
        with plt.rc_context(STYLE):
            return draw(*args, **options)

    return drawn


def shorten(text: str) -> str:
    """Cut a word or name to what a figure has room for."""
    return text if len(text) <= MAX_LABEL else text[: MAX_LABEL - 1] + "…"


def _bare(axes: Axes) -> None:
    """No frame and no ticks on the side where names stand."""
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _panels(n: int, width: float, height: float, **options: object) -> list[Axes]:
    """Axes of `n` panels, three a row, each of this size in inches."""
    columns = min(n, 3)
    rows = -(-n // columns)
    size = (max(width * columns, 5), height * rows)  # room for a caption below one panel
    _, grid = plt.subplots(figsize=size, nrows=rows, ncols=columns, squeeze=False, **options)
    panels = grid.flatten()
    for axes in panels[n:]:
        axes.remove()
    return list(panels[:n])


def _bar_panels(
    table: pd.DataFrame,
    value: str,
    labels: Mapping[str, str],
    most: int,
    max_articles: int,
    *,
    width: float,
) -> list[Axes]:
    """Leading words of each article as bars of the column `value`, a panel an article.

    Counts (``frequency``) stand beside the bars; a bar is hollow where ``full`` is false. Words
    of equal ``rank`` are all drawn or all left out.
    """
    shown = list(labels.items())[:max_articles]
    colours = article_colours(labels)
    panels = _panels(len(shown), width, 0.26 * most + 1, sharex=True)
    tops = [leading(table[table["article_id"] == name], most).iloc[::-1] for name, _ in shown]
    rows = max(map(len, tops))
    for axes, top, (article_id, label) in zip(panels, tops, shown, strict=True):
        colour = colours[article_id]
        bars = axes.barh(
            range(len(top)), top[value], height=0.7, edgecolor=colour,
            color=[colour if full else "white" for full in top["full"]],
        )  # fmt: skip
        _name_rows(axes, top["feature"])
        axes.bar_label(bars, labels=top["frequency"].astype(str), padding=3, color=GREY, fontsize=9)
        axes.set_title(shorten(label))
        axes.margins(x=0.15)
        axes.set_ylim(len(top) - rows - 0.6, len(top) - 0.4)  # bars are equally thick in all
        axes.xaxis.set_major_locator(MaxNLocator(4))
        _bare(axes)
    return panels


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
        How many words an article at most; of equally frequent ones all or none.
    max_articles
        How many articles are drawn: the first ones.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    full = frequencies.assign(full=True)
    panels = _bar_panels(full, "per_1000", labels, most, max_articles, width=3.6)
    panels[0].get_figure().supxlabel(
        "Occurrences per 1,000 words (count beside the bar)", fontsize=10
    )
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
        How many words at most: the most frequent ones. Of equally frequent ones all or none.

    The markers of a word stand one below the other, in the order of the articles, so that none
    hides another.
    """
    top = leading(frequencies, most).sort_values(["DP_norm", "rank", "feature"], ascending=False)
    words = top["feature"].tolist()
    rates = by_article.pivot_table(index="feature", columns="article_id", values="per_1000")
    rates = rates.reindex(index=words, columns=list(labels)[: len(MARKERS)]).fillna(0)
    _, axes = plt.subplots(figsize=(7.5, 0.36 * len(words) + 1.4))
    places = np.arange(len(words))
    offsets = np.linspace(0.5, -0.5, len(rates.columns)) * 0.6 if len(rates.columns) > 1 else [0]
    axes.hlines(places, rates.min(axis=1), rates.max(axis=1), color=LIGHT, linewidth=3)
    colours = article_colours(labels)
    drawn = zip(rates.columns, MARKERS, offsets, strict=False)
    for article_id, marker, offset in drawn:
        axes.plot(
            rates[article_id], places + offset, marker, color=colours[article_id],
            label=shorten(labels[article_id]), markersize=7, markeredgecolor="white", zorder=3,
        )  # fmt: skip
    _name_rows(axes, words)
    axes.set_xlim(left=-0.03 * rates.to_numpy().max())  # a marker at nought leaves names alone
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
    _, grid = plt.subplots(
        figsize=(1 + 2 * len(measures), 0.4 * len(shown) + 1.1), ncols=len(measures), sharey=True,
        squeeze=False,
    )  # fmt: skip
    panels = grid[0]
    for axes, measure in zip(panels, measures, strict=True):
        for row, (article_id, marker) in enumerate(zip(shown, MARKERS, strict=False)):
            value = table[measure][article_id]
            axes.plot(value, row, marker, color=colours[article_id], markersize=10)
            if not np.isnan(value):
                text = f"{value:.0f}" if measure == "MTLD" else f"{value:.2f}"
                axes.annotate(
                    text, (value, row), xytext=(0, 9), textcoords="offset points",
                    ha="center", fontsize=9,
                )  # fmt: skip
        axes.set_title(DIVERSITY_NAMES[measure], fontsize=11)
        axes.margins(x=0.3, y=0.35)
        axes.xaxis.set_major_locator(MaxNLocator(3))
        axes.grid(visible=True, axis="y")
        _bare(axes)
    _name_rows(panels[0], shown.values())
    panels[0].invert_yaxis()
    return panels[0]


def _times(n: int) -> str:
    return "once" if n == 1 else f"{n:,} times"


def describe_top_words(
    frequencies: pd.DataFrame, labels: Mapping[str, str], *, most: int = 5, max_articles: int = 6
) -> str:
    """Text alternative of `plot_top_words`, from the same table."""
    pieces = []
    for article_id, label in list(labels.items())[:max_articles]:
        top = leading(frequencies[frequencies["article_id"] == article_id], most)
        words = (
            f"{row.feature} ({row.per_1000:.1f} per 1,000, {_times(row.frequency)})"
            for row in top.itertuples()
        )
        pieces.append(f"{label}: {', '.join(words)}")
    return "Bar charts of the most frequent words, a panel an article. " + "; ".join(pieces) + "."


def describe_rank_frequency(frequencies: pd.DataFrame) -> str:
    """Text alternative of `plot_rank_frequency`, from the same table."""
    first, last = frequencies.iloc[0], frequencies.iloc[-1]
    return (
        f"Scatter plot of {len(frequencies):,} words on logarithmic scales, falling from "
        f"{first['feature']}, which occurs {_times(first['frequency'])}, to words that occur "
        f"{_times(last['frequency'])}, beside the straight line of Zipf's law."
    )


def describe_spread(frequencies: pd.DataFrame, *, most: int = 20) -> str:
    """Text alternative of `plot_spread`, from the same table."""
    top = leading(frequencies, most).sort_values(["DP_norm", "rank", "feature"])
    return (
        f"Dot plot of the rates of {len(top)} words, a marker an article. Most evenly spread: "
        f"{', '.join(top['feature'].head(3))}. Most tied to one article: "
        f"{', '.join(top['feature'].tail(3)[::-1])}."
    )


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
    return "Dot plots of lexical diversity, a panel a measure. " + "; ".join(pieces) + "."


@_styled
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
        How many terms an article at most; of equally weighty ones all or none.
    max_articles
        How many articles are drawn: the first ones.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    full = weights.assign(full=weights["docfreq"] == 1)
    panels = _bar_panels(full, "tf_idf", labels, most, max_articles, width=3.2)
    panels[0].get_figure().supxlabel(
        "TF-IDF (count beside the bar; hollow: another article has the word too)", fontsize=10
    )
    return panels[0]


LEADERS = {
    "both": ("D", "leads by both"),
    "tf_idf": ("o", "leads by TF-IDF alone"),
    "G2": ("s", "leads by G² alone"),
}
"""Marker and name of terms that lead by one measure, by the other, or by both."""


@_styled
def plot_measures(
    comparison: pd.DataFrame,
    labels: Mapping[str, str],
    n_words: Mapping[str, int],
    *,
    top: int = 8,
    max_articles: int = 6,
) -> Axes:
    """Where leading terms stand: their count in an article over that in all others.

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
    panels = _panels(len(shown), 3.2, 4.9)
    for axes, (article_id, label) in zip(panels, shown, strict=True):
        table = comparison[comparison["article_id"] == article_id]
        slope = n_words[article_id] / (sum(n_words.values()) - n_words[article_id])
        axes.axline((0, 0), slope=slope, linestyle=":", color=GREY, label="same rate in both")
        axes.plot(table["n_reference"], table["n_target"], ".", color=LIGHT, markersize=5)
        _draw_leaders(axes, leading_terms(table, top=top))
        axes.set_title(shorten(label))
        axes.set(xlim=(-0.04 * table["n_reference"].max(), None), ylim=(0, None))
        axes.margins(x=0.2, y=0.15)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(5, integer=True))
        axes.set_xlabel("Times in all other articles")
    panels[0].set_ylabel("Times in this article")
    entries: dict[str, object] = {}
    for axes in panels:
        handles, names = axes.get_legend_handles_labels()
        entries |= dict(zip(names, handles, strict=True))
    figure = panels[0].get_figure()
    figure.legend(entries.values(), entries.keys(), loc="outside lower center", ncols=len(entries))
    return panels[0]


def _draw_leaders(axes: Axes, leaders: pd.DataFrame) -> None:
    """Draw and name leading terms; those that stand on one spot share a label."""
    for (kind, (marker, name)), colour in zip(LEADERS.items(), COLOURS, strict=False):
        terms = leaders[leaders["leads"] == kind]
        if terms.empty:
            continue
        axes.plot(
            terms["n_reference"], terms["n_target"], marker, color=colour, label=name,
            markersize=7, markeredgecolor="white", zorder=3,
        )  # fmt: skip
    for spot, words in leaders.groupby(["n_reference", "n_target"])["feature"]:
        axes.annotate(
            _few(words.tolist()), spot, xytext=(3, 2), textcoords="offset points", fontsize=8.5,
            rotation=35, rotation_mode="anchor", va="bottom", zorder=2.5,
            path_effects=[withStroke(linewidth=2, foreground="white")],
        )  # fmt: skip


def _few(words: list[str], most: int = 2) -> str:
    more = f" +{len(words) - most}" if len(words) > most else ""
    return ", ".join(map(shorten, words[:most])) + more


@_styled
def plot_similarity(similarity: pd.DataFrame, labels: Mapping[str, str], *, most: int = 20) -> Axes:
    """Cosine similarity of every two articles as a heat map, the values written in.

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
    side = max(0.9 * len(names), 3) if len(names) <= 8 else 0.35 * len(names)
    _, axes = plt.subplots(figsize=(side + 2.4, side + 0.6))
    image = axes.imshow(values, cmap="Blues", vmin=0, vmax=1)
    ticks = [shorten(labels[name]) for name in names]
    axes.set_yticks(range(len(names)), ticks)
    axes.set_xticks(range(len(names)), ticks, rotation=30, ha="right")
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


def describe_top_terms(
    weights: pd.DataFrame, labels: Mapping[str, str], *, most: int = 5, max_articles: int = 6
) -> str:
    """Text alternative of `plot_top_terms`, from the same table."""
    pieces = []
    for article_id, label in list(labels.items())[:max_articles]:
        top = leading(weights[weights["article_id"] == article_id], most)
        words = (
            f"{row.feature} ({row.tf_idf:.2f}, {_times(row.frequency)}, "
            f"in {row.docfreq} article(s))"
            for row in top.itertuples()
        )
        pieces.append(f"{label}: {', '.join(words)}")
    return "Bar charts of the highest TF-IDF, a panel an article. " + "; ".join(pieces) + "."


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
        "Scatter plots of each term's count in an article over its count in all others, a panel "
        f"an article. {'. '.join(pieces)}."
    )


def describe_similarity(similarity: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Text alternative of `plot_similarity`, from the same table."""
    names = list(similarity.index)
    pairs = [
        (float(similarity.loc[first, second]), f"{labels[first]} and {labels[second]}")
        for position, first in enumerate(names)
        for second in names[position + 1 :]
    ]
    pairs = sorted((pair for pair in pairs if not np.isnan(pair[0])), reverse=True)
    if not pairs:
        return "Heat map of cosine similarity without any pair of articles."
    return (
        f"Heat map of cosine similarity between {len(names)} articles, from {pairs[0][0]:.2f} "
        f"({pairs[0][1]}) down to {pairs[-1][0]:.2f} ({pairs[-1][1]})."
    )


SOURCE_KINDS = (
    "intergovernmental",
    "activist",
    "government",
    "medical",
    "military",
    "opposition",
    "media",
    "witness",
    "unnamed",
)
"""Kinds of source in the order of their colours and markers."""

NO_SOURCE = "none named"


def _figure_point(claim: Mapping[str, object]) -> float:
    """The number a claim is drawn at: a ceiling's upper end, else its lower one."""
    return float(claim["high"] if pd.isna(claim["low"]) else claim["low"])


def _kinds(claims: pd.DataFrame) -> pd.Series:
    return claims["source_type"].fillna(NO_SOURCE)


def _source_look(kind: str) -> tuple[str, str]:
    """Colour and marker of a kind of source; whoever is not named is a grey cross."""
    if kind == NO_SOURCE:
        return GREY, "x"
    place = SOURCE_KINDS.index(kind)
    return COLOURS[place % len(COLOURS)], MARKERS[place % len(MARKERS)]


def _drawn_claims(claims: pd.DataFrame, most: int) -> pd.DataFrame:
    """The claims with a figure, by date and size; the largest ones if there are too many.

    Claims of one day that say the same are one row, with their number ``n``.
    """
    with_figure = claims[claims["low"].notna() | claims["high"].notna()]
    points = pd.Series(
        [_figure_point(claim) for claim in with_figure.to_dict("records")],
        index=with_figure.index,
        dtype="float64",
    )
    alike = ["reported_on", "low", "high", "bound", "source_type"]
    counted = with_figure.assign(point=points)
    counted["n"] = counted.groupby(alike, dropna=False)["claim_id"].transform("size")
    chosen = counted.drop_duplicates(alike).nlargest(most, "point")
    return chosen.sort_values(["reported_on", "point", "claim_id"], na_position="last")


@_styled
def plot_tolls(claims: pd.DataFrame, *, most: int = 25) -> Axes:
    """Reported tolls over the day of the report: floors, points, ranges and ceilings.

    A point is a marker. A floor has an arrow up from it, a ceiling one down: the figure may lie
    anywhere along it. A range is a bar. Colour and marker give the kind of source.

    Parameters
    ----------
    claims
        ``claim_id, number, low, high, bound, source, source_type, reported_on``, as
        ``find_casualty_claims`` gives them; claims without a figure are left out.
    most
        How many marks are drawn: those of the largest figures. Claims of one day that say the same
        share a mark.
    """
    drawn = _drawn_claims(claims, most)
    days = pd.to_datetime(drawn["reported_on"])
    since_first = (days - days.min()).dt.days
    span = max(float(since_first.max()), 1.0) if days.notna().any() else 1.0
    undated = days.isna()
    places = since_first.astype("float64").mask(undated, 1.25 * span if (~undated).any() else 0.0)
    _, axes = plt.subplots(figsize=(8.5, 4.4))
    top = max(float(drawn["point"].max()), 1.0) if len(drawn) else 1.0
    for place, same_day in drawn.groupby(places):
        for number, claim in enumerate(same_day.to_dict("records")):
            step = min(0.06, 0.3 / len(same_day)) * span
            beside = step * (number - (len(same_day) - 1) / 2)
            _draw_claim(axes, place + beside, claim, 0.16 * top)
    _name_days(axes, days, places, span)
    right = float(places.max()) if len(drawn) else span
    axes.set_xlim(-0.15 * span, right + 0.45 * span)
    axes.set_ylim(0, 1.25 * top)
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.yaxis.grid(visible=True)
    axes.set_ylabel("People")
    axes.set_xlabel("Reported on (the article's date, not when it was counted)")
    _source_legend(axes, drawn)
    return axes


def _name_days(axes: Axes, days: pd.Series, places: pd.Series, span: float) -> None:
    """Write the days of the reports below the axis, where they don't run into each other."""
    names = days.dt.strftime("%Y-%m-%d").fillna("no date")
    ticks: dict[float, str] = {}
    for place, name in sorted(set(zip(places, names, strict=True))):
        if not ticks or place - max(ticks) > 0.16 * span:
            ticks[place] = name
    axes.set_xticks(list(ticks), list(ticks.values()))


def _draw_claim(axes: Axes, x: float, claim: Mapping[str, object], arrow: float) -> None:
    colour, marker = _source_look(
        NO_SOURCE if pd.isna(claim["source_type"]) else str(claim["source_type"])
    )
    point = float(claim["point"])
    style = {"color": colour, "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
    if claim["bound"] == "at_least":
        axes.annotate("", (x, point + arrow), (x, point), arrowprops={"arrowstyle": "->", **style})
    elif claim["bound"] == "at_most":
        axes.annotate("", (x, point - arrow), (x, point), arrowprops={"arrowstyle": "->", **style})
    elif claim["bound"] == "range":
        axes.plot([x, x], [point, float(claim["high"])], color=colour, linewidth=4, alpha=0.6)
    hollow = claim["bound"] == "about"
    axes.plot(
        x, point, marker, color=colour, markersize=9, markeredgewidth=2,
        markerfacecolor="white" if hollow and marker != "x" else colour, zorder=3,
    )  # fmt: skip
    axes.annotate(
        _bound_words(claim), (x, point), xytext=(9, -3), textcoords="offset points", fontsize=9,
    )  # fmt: skip


def _bound_words(claim: Mapping[str, object]) -> str:
    qualifier = claim.get("qualifier")
    hedge = "" if qualifier is None or pd.isna(qualifier) else f"{str(qualifier).lower()} "
    times = f" ({claim['n']} times)" if claim["n"] > 1 else ""
    return f"{hedge}{claim['number']}{times}"


def say_tolls_left_out(claims: pd.DataFrame, *, most: int = 25) -> str:
    """Sentence for the caption of `plot_tolls`, if there are too many claims to draw each."""
    if len(claims) <= most:
        return ""
    return (
        f" Of {len(claims):,} figures, equal ones of one day share a mark; at most {most} marks "
        "are drawn, those of the largest figures."
    )


def _source_legend(axes: Axes, drawn: pd.DataFrame) -> None:
    kinds = _kinds(drawn)
    for kind in (*SOURCE_KINDS, NO_SOURCE):
        if (kinds == kind).any():
            colour, marker = _source_look(kind)
            axes.plot([], [], marker, color=colour, markersize=9, markeredgewidth=2, label=kind)
    if len(drawn):
        axes.legend(title="Source", loc="upper left", bbox_to_anchor=(1.0, 1.0), alignment="left")


def describe_tolls(claims: pd.DataFrame, *, most: int = 25) -> str:
    """Text alternative of `plot_tolls`, from the same table."""
    drawn = _drawn_claims(claims, most)
    pieces = []
    for claim in drawn.to_dict("records"):
        source = NO_SOURCE if pd.isna(claim["source"]) else claim["source"]
        day = "no date" if pd.isna(claim["reported_on"]) else claim["reported_on"]
        kind = {"at_least": "a floor", "at_most": "a ceiling", "range": "a range"}.get(
            str(claim["bound"]), "a point"
        )
        pieces.append(f"{_bound_words(claim)} ({kind}; source: {source}; {day})")
    return f"Chart of {len(drawn)} toll(s) over the day of the report: {'; '.join(pieces)}."


# Told apart by hue, by lightness and by the sign written in: blue for, orange against.
POSITION_COLOURS = {"favor": "#7cc0e8", "against": "#d55e00", "both": "#cc79a7", "none": "#f1f3f4"}
POSITION_SIGNS = {"favor": "+", "against": "−", "both": "±", "none": "·"}
QUOTE_COLOURS = {"direct": "#08306b", "mixed": "#7cc0e8", "indirect": "#dadce0"}


@_styled
def plot_speakers(summary: pd.DataFrame, *, most: int = 15) -> Axes:
    """Statements of each speaker as bars: quoted directly, in part, or in paraphrase.

    Parameters
    ----------
    summary
        ``speaker, n_statements, direct, mixed, indirect``; rows of one speaker are added up.
    most
        How many speakers are drawn: those with most statements.
    """
    counts = _per_speaker(summary).head(most).iloc[::-1]
    _, axes = plt.subplots(figsize=(8, 0.32 * max(len(counts), 3) + 1.2))
    start = np.zeros(len(counts))
    for kind, colour in QUOTE_COLOURS.items():
        values = counts[kind].to_numpy(dtype="float64")
        axes.barh(
            range(len(counts)), values, left=start, height=0.7, color=colour, label=kind,
            edgecolor="white",
        )  # fmt: skip
        start = start + values
    _name_rows(axes, [shorten(name) for name in counts.index])
    axes.set_xlabel("Statements")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(loc="lower right")
    _bare(axes)
    return axes


def _per_speaker(summary: pd.DataFrame) -> pd.DataFrame:
    kinds = ["n_statements", *QUOTE_COLOURS]
    counts = summary.groupby("speaker")[kinds].sum().reset_index()
    return counts.sort_values(["n_statements", "speaker"], ascending=[False, True]).set_index(
        "speaker"
    )


def describe_speakers(summary: pd.DataFrame, *, most: int = 3) -> str:
    """Text alternative of `plot_speakers`, from the same table."""
    counts = _per_speaker(summary)
    if counts.empty:
        return "Bar chart of statements by speaker, without any statement."
    leaders = "; ".join(
        f"{name} {row.n_statements} ({row.direct} direct, {row.mixed} mixed, "
        f"{row.indirect} in paraphrase)"
        for name, row in counts.head(most).iterrows()
    )
    return f"Bar chart of statements by speaker, {len(counts)} speakers. Most: {leaders}."


@_styled
def plot_stance(matrix: pd.DataFrame, *, most: int = 14) -> Axes:
    """Where each speaker stands toward each target: a sign, a colour and counts in each cell.

    Parameters
    ----------
    matrix
        What `helpers.positions.stance_matrix` returns.
    most
        How many speakers and how many targets are drawn: the first speakers, and the targets with
        most statements.
    """
    speakers, targets = _drawn(matrix, most)
    _, axes = plt.subplots(figsize=(0.5 * len(targets) + 3.2, 0.36 * len(speakers) + 2.2))
    for row in matrix.itertuples():
        if row.speaker_name not in speakers or row.target not in targets:
            continue
        x, y = targets.index(row.target), speakers.index(row.speaker_name)
        colour = POSITION_COLOURS[row.position]
        axes.add_patch(plt.Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
        counts = [f"{sign}{n}" for sign, n in (("+", row.favor), ("−", row.against)) if n]
        words = " ".join(counts) or f"{POSITION_SIGNS['none']}{row.none}"
        axes.text(x, y, words, ha="center", va="center", fontsize=9)
    axes.set_xlim(-0.5, max(len(targets), 1) - 0.5)
    axes.set_ylim(max(len(speakers), 1) - 0.5, -0.5)
    axes.set_xticks(range(len(targets)), [shorten(t) for t in targets], rotation=40, ha="right")
    axes.set_yticks(range(len(speakers)), [shorten(name) for name in speakers])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return axes


def _drawn(matrix: pd.DataFrame, most: int) -> tuple[list[str], list[str]]:
    speakers = list(dict.fromkeys(matrix["speaker_name"]))[:most]
    rows = matrix[matrix["speaker_name"].isin(speakers)]
    totals = rows.groupby("target")[["favor", "against", "none"]].sum()
    order = sorted(
        totals.index,
        key=lambda target: (-int(totals.loc[target, ["favor", "against"]].sum()), target),
    )
    return speakers, order[:most]


def describe_stance(matrix: pd.DataFrame) -> str:
    """Text alternative of `plot_stance`, from the same table."""
    sided = matrix[matrix["position"].isin(["favor", "against", "both"])]
    n = matrix["speaker_name"].nunique()
    if sided.empty:
        return f"Matrix of {n} speakers by target in which no rule speaks."
    cells = "; ".join(
        f"{row.speaker_name} {row.position} {row.target}" for row in sided.head(6).itertuples()
    )
    return (
        f"Matrix of {n} speakers by {matrix['target'].nunique()} targets; {len(sided)} of "
        f"{len(matrix)} filled cells have a side. Among them: {cells}."
    )
