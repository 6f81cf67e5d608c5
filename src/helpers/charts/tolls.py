"""The figure of casualty claims: floors, points, ranges and ceilings over time."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator, NullFormatter, StrMethodFormatter

from helpers.charts.labels import place_labels, settle
from helpers.charts.style import BAND, GREY, shorten, styled
from helpers.findings.phrases import counted
from helpers.frequency import leading

# Dark enough to be told from white, and none the colour of an article.
SOURCE_LOOKS = {
    "intergovernmental": ("#6a3d9a", "o"),
    "activist": ("#1b7837", "s"),
    "government": ("#8c510a", "^"),
    "medical": ("#c51b7d", "D"),
    "military": ("#3c4043", "v"),
    "opposition": ("#01665e", "P"),
    "media": ("#a67c00", "X"),
    "witness": ("#7f0000", "*"),
    "other": ("#5b3a8e", "h"),
    "unnamed": ("#7b8794", "p"),
}
"""Colour and marker of each kind of source."""
NO_SOURCE = "none named"
NO_DATE = "no date"

EFFECTS = {
    "killed": "People killed",
    "wounded": "People wounded",
    "missing": "People missing",
    "casualties": "Casualties",
}
"""What a panel counts, in the order of the panels."""

SCOPES = {
    "incident": "one incident",
    "cumulative": "a total over time",
    "subset": "part of another figure",
}
SHORT_SCOPES = {"cumulative": "total", "subset": "part"}
"""What a label adds where figures of several scopes are drawn."""

BOUNDS = {"at_least": "a floor", "at_most": "a ceiling", "range": "a range"}

WIDE = 50
"""If the largest figure is more than so many times the smallest, the scale is logarithmic."""

CROWDED = 8
"""Above so many marks, some may be without a label."""

MOST_MARKS = 25

_STEP = 0.06
"""From mark to mark of one day, if there is room; from the first day to the last it is 1."""

_LEAST_STEP = 0.022
"""Below it, marks of one day would hide each other."""

_BETWEEN = 0.5
"""Steps between the marks of a day and those of the next, at least."""


@styled
def plot_tolls(claims: pd.DataFrame, *, most: int = MOST_MARKS) -> Axes:
    """Reported tolls over the day of the report: floors, points, ranges and ceilings.

    Each kind of harm (killed, wounded, missing, casualties) has a panel of its own. A figure is a
    marker, hollow if it is about right. From a floor a dashed arrow runs to the upper edge of the
    panel, from a ceiling one to its lower edge: the words set no other end. A range is a bar.
    Colour and marker give the kind of source. Marks of one day stand side by side on a grey band.

    Parameters
    ----------
    claims
        ``claim_id, number, low, high, bound, qualifier, effect, population, place, scope, source,
        source_type, reported_on, as_of, since``, as ``find_casualty_claims`` gives them; claims
        without a figure are left out.
    most
        How many marks are drawn at most: those of the largest figures, of equal ones all or none.
        Claims of one day that say the same of the same people share a mark.

    Returns
    -------
    matplotlib.axes.Axes
        Of the first panel.
    """
    drawn = _drawn_claims(claims, most)
    layout = _Layout(drawn)
    effects = _effects(drawn) or ["killed"]
    size = (9.5, 4.8 if len(effects) == 1 else 1.2 + 2.8 * len(effects))
    figure, grid = plt.subplots(len(effects), figsize=size, sharex=True, squeeze=False)
    panels = list(grid[:, 0])
    for axes, effect in zip(panels, effects, strict=True):
        _scale(axes, drawn[drawn["effect"] == effect], EFFECTS[effect])
        for left, right in layout.bands:
            axes.axvspan(left, right, color=BAND, linewidth=0, zorder=0)
    panels[-1].set_xticks(*layout.ticks())
    panels[-1].set_xlim(*layout.limits)
    panels[-1].set_xlabel(
        "Reported on (the article's date, not when it was counted)"
        + ("" if layout.to_scale else "\nDays in order, their distances not to scale")
    )
    _source_legend(panels[0], drawn)
    lines = {
        effect: [
            line
            for claim in drawn[drawn["effect"] == effect].to_dict("records")
            if (line := _draw_claim(axes, layout.x[claim["claim_id"]], claim))
        ]
        for axes, effect in zip(panels, effects, strict=True)
    }
    settle(figure)
    for axes, effect in zip(panels, effects, strict=True):
        labels = [
            (layout.x[claim["claim_id"]], claim["point"], _label(claim, drawn))
            for claim in drawn[drawn["effect"] == effect].to_dict("records")
        ]
        place_labels(axes, labels, uprights=lines[effect])
    return panels[0]


class _Layout:
    """Where marks, days and their bands stand along the horizontal axis.

    ``x`` is the place of each mark by its ``claim_id``. The first day of a report is at 0, the last
    one at 1 and days between them in proportion (``to_scale``), unless marks of one day would then
    reach into another: if so, days stand in order with equal room between their marks. Marks
    without a date stand beyond the others.
    """

    def __init__(self, drawn: pd.DataFrame) -> None:
        """Lay out the drawn claims."""
        days = pd.to_datetime(drawn["reported_on"])
        names = days.dt.strftime("%Y-%m-%d").fillna(NO_DATE)
        within = drawn.groupby(["effect", names])["claim_id"]
        widths = within.transform("size").groupby(names).max()
        dated = sorted(set(names) - {NO_DATE})
        middles, step, self.to_scale = _middles(dated, widths)
        if NO_DATE in widths.index:
            last = dated[-1:]
            room = 0.3 + step * (sum(widths[last]) + widths[NO_DATE]) / 2
            middles[NO_DATE] = middles[last[0]] + room if last else 0.0
        self.middles = middles
        aside = within.cumcount() - (within.transform("size") - 1) / 2
        places = names.map(middles).astype("float64") + step * aside
        self.x = dict(zip(drawn["claim_id"], places, strict=True))
        half = step * (widths / 2 + 0.1)
        self.bands = [
            (middles[name] - half[name], middles[name] + half[name])
            for name in middles
            if (widths > 1).any()
        ]
        self.limits = (places.min() - 0.2, places.max() + 0.2) if len(drawn) else (-0.2, 1.2)

    def ticks(self) -> tuple[list[float], list[str]]:
        """Days that are named below the axis: the first, the last and those with room between."""
        room = 0.18 * (self.limits[1] - self.limits[0])
        named: dict[float, str] = {}
        for name, place in self.middles.items():
            if not named or place - max(named) > room:
                named[place] = name
            elif name == list(self.middles)[-1]:
                if len(named) > 1:
                    named.popitem()
                named[place] = name
        return list(named), list(named.values())


def _middles(dated: list[str], widths: pd.Series) -> tuple[dict[str, float], float, bool]:
    """Middle of each day, the step from mark to mark, and whether days are in proportion."""
    if len(dated) < 2:
        return dict.fromkeys(dated, 0.0), _STEP, True
    days = pd.to_datetime(pd.Series(dated))
    places = ((days - days.iloc[0]) / (days.iloc[-1] - days.iloc[0])).to_numpy()
    marks = widths[dated].to_numpy(dtype="float64")
    steps = (marks[1:] + marks[:-1]) / 2 + _BETWEEN
    step = min(_STEP, float((np.diff(places) / steps).min()))
    to_scale = step >= _LEAST_STEP
    if not to_scale:
        step = 1 / steps.sum()
        places = np.concatenate([[0.0], np.cumsum(steps) * step])
    return dict(zip(dated, places.tolist(), strict=True)), min(step, _STEP), to_scale


def _effects(drawn: pd.DataFrame) -> list[str]:
    return [effect for effect in EFFECTS if (drawn["effect"] == effect).any()]


def _scale(axes: Axes, drawn: pd.DataFrame, name: str) -> None:
    """Set the vertical axis of a panel: logarithmic if its figures lie far apart."""
    points = pd.concat([drawn["point"], drawn["high"].astype("float64").dropna()])
    top = max(float(points.max()), 1.0) if len(points) else 1.0
    wide = len(points) > 0 and points.min() >= 1 and top > WIDE * points.min()
    if wide:
        axes.set_yscale("log")
        axes.set_ylim(points.min() / 2, 2.5 * top)
    else:
        axes.set_ylim(0, 1.25 * top)
        axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.yaxis.grid(visible=True)
    axes.set_ylabel(f"{name}\n(logarithmic)" if wide else name)


def explain_tolls(claims: pd.DataFrame, *, most: int = MOST_MARKS) -> str:
    """Sentences for the caption of `plot_tolls`: what its marks mean, as far as they are drawn."""
    drawn = _drawn_claims(claims, most)
    layout = _Layout(drawn)
    bounds = set(drawn["bound"])
    hollow = ((drawn["bound"] == "about") & drawn["source_type"].notna()).any()
    scopes = set(drawn["scope"].dropna())
    undated = " or of no date" if drawn["reported_on"].isna().any() else ""
    left_out = len(_distinct_claims(claims)) - len(drawn)
    sentences = {
        "Each kind of harm has a panel with a scale of its own.": len(_effects(drawn)) > 1,
        "A dashed arrow up: at least so many.": "at_least" in bounds,
        "A dashed arrow down: at most so many.": "at_most" in bounds,
        "Arrows run to the edge of the chart, for the words set no other end: their length says "
        "nothing.": bool({"at_least", "at_most"} & bounds),
        "A bar: from so many to so many.": "range" in bounds,
        "A hollow marker: about so many.": bool(hollow),
        "Total: over several days or events.": len(scopes) > 1 and "cumulative" in scopes,
        "Part: of another figure.": len(scopes) > 1 and "subset" in scopes,
        f"A grey band holds the marks of one day{undated}, side by side in the order of their "
        "size: its width is no time.": bool(layout.bands),
        f"{counted(int(drawn['n'].sum()), 'figure')} stand as {counted(len(drawn), 'mark')}: those "
        "of one day that say the same share one, with their number.": bool((drawn["n"] > 1).any()),
        f"Left out: {counted(left_out, 'mark')} of smaller figures.": left_out > 0,
        "Where marks crowd, some may stand without their figure.": len(drawn) > CROWDED,
    }
    return "".join(f" {sentence}" for sentence, holds in sentences.items() if holds)


def describe_tolls(claims: pd.DataFrame, *, most: int = MOST_MARKS) -> str:
    """Text alternative of `plot_tolls`, from the same table."""
    drawn = _drawn_claims(claims, most)
    panels = []
    for effect in _effects(drawn):
        marks = [_in_words(claim) for claim in drawn[drawn["effect"] == effect].to_dict("records")]
        panels.append(f" {EFFECTS[effect]}: {'; '.join(marks)}.")
    left_out = len(_distinct_claims(claims)) - len(drawn)
    rest = f" Left out: {counted(left_out, 'mark')} of smaller figures." if left_out else ""
    return (
        f"Chart of {counted(len(drawn), 'toll')} over the day of the report.{''.join(panels)}{rest}"
    )


def _in_words(claim: Mapping[str, object]) -> str:
    details = [
        BOUNDS.get(str(claim["bound"]), "a point"),
        *(str(claim[name]) for name in ("population", "place") if not pd.isna(claim[name])),
        *(SCOPES[claim["scope"]] for _ in range(1) if not pd.isna(claim["scope"])),
        *(str(claim[name]) for name in ("as_of", "since") if not pd.isna(claim[name])),
        f"source: {claim['sources'] or NO_SOURCE}",
        NO_DATE if pd.isna(claim["reported_on"]) else str(claim["reported_on"]),
    ]
    times = f" {claim['n']:,} times" if claim["n"] > 1 else ""
    return f"{_bound_words(claim)}{times} ({'; '.join(details)})"


def _figure_point(claim: Mapping[str, object]) -> float:
    """The number a claim is drawn at: a ceiling's upper end, else its lower one."""
    return float(claim["high"] if pd.isna(claim["low"]) else claim["low"])


def _source_look(kind: object) -> tuple[str, str]:
    """Colour and marker of a kind of source; whoever is not named is a grey cross."""
    if pd.isna(kind) or kind == NO_SOURCE:
        return GREY, "x"
    return SOURCE_LOOKS[str(kind)]


def _distinct_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with a figure, the largest first; those of one day that say the same are one row.

    ``point`` is where it is drawn, ``n`` how many claims it stands for, ``sources`` who says so.
    *People* says no more of whom a figure counts than no word at all.
    """
    figures = claims[claims["low"].notna() | claims["high"].notna()]
    points = [_figure_point(claim) for claim in figures.to_dict("records")]
    whom = figures["population"].astype("object").str.lower()
    keys = figures[list(_ALIKE)].assign(population=whom.mask(whom.isin(_ANYBODY)))
    alike = keys.astype("object").fillna("").apply(tuple, axis=1) if len(figures) else []
    counted_once = figures.assign(
        point=np.array(points, dtype="float64"),
        population=figures["population"].mask(whom.isin(_ANYBODY)),
        alike=alike,
    )
    groups = counted_once.groupby("alike", sort=False)
    counted_once["n"] = groups["claim_id"].transform("size")
    counted_once["sources"] = groups["source"].transform(_names_of)
    first = counted_once.drop_duplicates("alike").drop(columns="alike")
    return first.sort_values(["point", "claim_id"], ascending=[False, True])


_ALIKE = (
    "reported_on", "low", "high", "bound", "effect", "population", "place", "scope", "source_type",
    "as_of", "since",
)  # fmt: skip
_ANYBODY = ("people", "persons")


def _names_of(sources: pd.Series) -> str:
    return ", ".join(dict.fromkeys(sources.dropna()))


def _drawn_claims(claims: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows that are drawn, by date and size; the largest ones if there are too many."""
    distinct = _distinct_claims(claims)
    ranked = distinct.assign(rank=distinct["point"].rank(method="min", ascending=False))
    chosen = leading(ranked, most).drop(columns="rank")
    return chosen.sort_values(["reported_on", "point", "claim_id"], na_position="last")


def _draw_claim(
    axes: Axes, x: float, claim: Mapping[str, object]
) -> tuple[float, float, float] | None:
    """Draw a mark; give its arrow or bar as a line that labels should not cross, or None."""
    colour, marker = _source_look(claim["source_type"])
    point = float(claim["point"])
    bottom, top = axes.get_ylim()
    end = {"at_least": top, "at_most": bottom, "range": claim["high"]}.get(str(claim["bound"]))
    if claim["bound"] == "range":
        axes.plot([x, x], [point, end], color=colour, linewidth=4, alpha=0.6)
    elif end is not None:
        axes.annotate(
            "", (x, end), (x, point), zorder=2,
            arrowprops={
                "arrowstyle": "-|>", "color": colour, "linewidth": 1.5, "linestyle": (0, (3, 3)),
                "shrinkA": 0, "shrinkB": 0, "mutation_scale": 14,
            },
        )  # fmt: skip
    hollow = claim["bound"] == "about"
    axes.plot(
        x, point, marker, color=colour, markersize=9, markeredgewidth=2,
        markerfacecolor="white" if hollow and marker != "x" else colour, zorder=3,
    )  # fmt: skip
    return None if end is None else (x, point, float(end))


def _bound_words(claim: Mapping[str, object]) -> str:
    qualifier = claim["qualifier"]
    hedge = "" if pd.isna(qualifier) else f"{str(qualifier).lower()} "
    return f"{hedge}{claim['number']}"


def _label(claim: Mapping[str, object], drawn: pd.DataFrame) -> str:
    """What is written beside a mark: the figure, whom it counts unless that is just people."""
    whom = "" if pd.isna(claim["population"]) else f" {shorten(str(claim['population']))}"
    several = len(set(drawn["scope"].dropna())) > 1
    notes = [SHORT_SCOPES[claim["scope"]]] if several and claim["scope"] in SHORT_SCOPES else []
    notes += [f"{claim['n']:,} times"] if claim["n"] > 1 else []
    return f"{_bound_words(claim)}{whom}" + (f" ({', '.join(notes)})" if notes else "")


def _source_legend(axes: Axes, drawn: pd.DataFrame) -> None:
    kinds = set(drawn["source_type"].fillna(NO_SOURCE))
    handles = [
        Line2D([], [], linestyle="", marker=marker, color=colour, markersize=9, markeredgewidth=2,
               label=kind)
        for kind in (*SOURCE_LOOKS, NO_SOURCE)
        if kind in kinds
        for colour, marker in [_source_look(kind)]
    ]  # fmt: skip
    if handles:
        axes.get_figure().legend(
            handles=handles, title="Source", loc="outside right upper", alignment="left"
        )
