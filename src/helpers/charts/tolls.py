"""The figure of casualty claims: floors, points, ranges and ceilings over time."""

from collections.abc import Callable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, NullFormatter, StrMethodFormatter

from helpers.charts.labels import place_labels, settle
from helpers.charts.style import GREY, styled

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
    "unnamed": ("#7b8794", "p"),
}
"""Colour and marker of each kind of source."""
NO_SOURCE = "none named"
NO_DATE = "no date"

WIDE = 50
"""If the largest figure is more than so many times the smallest, the scale is logarithmic."""

CROWDED = 8
"""Above so many claims, marks may be without a label."""


@styled
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
    places = _places(drawn)
    _, axes = plt.subplots(figsize=(9.5, 4.8))
    points = drawn["point"]
    top = max(float(points.max()), 1.0) if len(drawn) else 1.0
    wide = len(drawn) > 0 and points.min() >= 1 and top > WIDE * points.min()
    if wide:
        axes.set_yscale("log")
        axes.set_ylim(points.min() / 2, 2.5 * top)
    else:
        axes.set_ylim(0, 1.25 * top)
        axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    tips = [
        _draw_claim(axes, x, claim, lambda point, way: point * 1.5**way)
        if wide
        else _draw_claim(axes, x, claim, lambda point, way: point + 0.16 * way * top)
        for x, claim in zip(places["x"], drawn.to_dict("records"), strict=True)
    ]
    _name_days(axes, places)
    axes.set_xlim(-0.15, max(places["x"].max(), 1.0) + 0.2 if len(drawn) else 1.0)
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.yaxis.grid(visible=True)
    axes.set_ylabel("People (logarithmic)" if wide else "People")
    axes.set_xlabel("Reported on (the article's date, not when it was counted)")
    _source_legend(axes, drawn)
    settle(axes.get_figure())
    labels = [
        (x, claim["point"], _bound_words(claim))
        for x, claim in zip(places["x"], drawn.to_dict("records"), strict=True)
    ]
    place_labels(axes, labels, obstacles=[tip for tip in tips if tip])
    return axes


def _places(drawn: pd.DataFrame) -> pd.DataFrame:
    """Where each mark stands: ``x``, ``day`` (the middle of its day) and ``name`` of the day.

    The first day of a report is at 0, the last one at 1, and marks without a date stand beyond it.
    Marks of one day stand side by side.
    """
    days = pd.to_datetime(drawn["reported_on"])
    since_first = (days - days.min()).dt.days.astype("float64")
    places = pd.DataFrame({"day": since_first / max(since_first.max(), 1.0)}, index=drawn.index)
    places["name"] = days.dt.strftime("%Y-%m-%d").fillna(NO_DATE)
    n = places.groupby("name")["name"].transform("size")
    step = (0.3 / n).clip(upper=0.06)
    if days.isna().any():
        width = 0.06 * int(days.isna().sum())
        step = step.mask(days.isna(), 0.06)
        places["day"] = places["day"].fillna(1.2 + width / 2 if days.notna().any() else width / 2)
    beside = places.groupby("name").cumcount() - (n - 1) / 2
    places["x"] = places["day"] + step * beside
    return places


def say_tolls_left_out(claims: pd.DataFrame, *, most: int = 25) -> str:
    """Sentence for the caption of `plot_tolls`, if there are too many claims to draw each."""
    if len(claims) <= CROWDED:
        return ""
    crowded = " Where marks crowd, some stand without their figure."
    if len(claims) <= most:
        return crowded
    return (
        f" Of {len(claims):,} figures, equal ones of one day share a mark; at most {most} marks "
        f"are drawn, those of the largest figures.{crowded}"
    )


def describe_tolls(claims: pd.DataFrame, *, most: int = 25) -> str:
    """Text alternative of `plot_tolls`, from the same table."""
    drawn = _drawn_claims(claims, most)
    pieces = []
    for claim in drawn.to_dict("records"):
        source = NO_SOURCE if pd.isna(claim["source"]) else claim["source"]
        day = NO_DATE if pd.isna(claim["reported_on"]) else claim["reported_on"]
        kind = {"at_least": "a floor", "at_most": "a ceiling", "range": "a range"}.get(
            str(claim["bound"]), "a point"
        )
        pieces.append(f"{_bound_words(claim)} ({kind}; source: {source}; {day})")
    return f"Chart of {len(drawn)} toll(s) over the day of the report: {'; '.join(pieces)}."


def _figure_point(claim: Mapping[str, object]) -> float:
    """The number a claim is drawn at: a ceiling's upper end, else its lower one."""
    return float(claim["high"] if pd.isna(claim["low"]) else claim["low"])


def _kinds(claims: pd.DataFrame) -> pd.Series:
    return claims["source_type"].fillna(NO_SOURCE)


def _source_look(kind: str) -> tuple[str, str]:
    """Colour and marker of a kind of source; whoever is not named is a grey cross."""
    if kind == NO_SOURCE:
        return GREY, "x"
    return SOURCE_LOOKS[kind]


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


def _name_days(axes: Axes, places: pd.DataFrame) -> None:
    """Write the days of the reports below the axis, where they don't run into each other."""
    room = 0.16 * (0.35 + max(1.0, places["x"].max())) if len(places) else 1.0
    ticks: dict[float, str] = {}
    for place, name in sorted(set(zip(places["day"], places["name"], strict=True))):
        if not ticks or place - max(ticks) > room:
            ticks[place] = name
    axes.set_xticks(list(ticks), list(ticks.values()))


def _draw_claim(
    axes: Axes, x: float, claim: Mapping[str, object], beyond: Callable[[float, int], float]
) -> tuple[float, float] | None:
    """Draw a mark; give the tip of its arrow, or None. `beyond`: where an arrow up or down ends."""
    colour, marker = _source_look(
        NO_SOURCE if pd.isna(claim["source_type"]) else str(claim["source_type"])
    )
    point = float(claim["point"])
    style = {"color": colour, "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
    way = {"at_least": 1, "at_most": -1}.get(str(claim["bound"]), 0)
    tip = (x, beyond(point, way)) if way else None
    if tip:
        axes.annotate("", tip, (x, point), arrowprops={"arrowstyle": "->", **style})
    elif claim["bound"] == "range":
        axes.plot([x, x], [point, float(claim["high"])], color=colour, linewidth=4, alpha=0.6)
    hollow = claim["bound"] == "about"
    axes.plot(
        x, point, marker, color=colour, markersize=9, markeredgewidth=2,
        markerfacecolor="white" if hollow and marker != "x" else colour, zorder=3,
    )  # fmt: skip
    return tip


def _bound_words(claim: Mapping[str, object]) -> str:
    qualifier = claim.get("qualifier")
    hedge = "" if qualifier is None or pd.isna(qualifier) else f"{str(qualifier).lower()} "
    times = f" ({claim['n']} times)" if claim["n"] > 1 else ""
    return f"{hedge}{claim['number']}{times}"


def _source_legend(axes: Axes, drawn: pd.DataFrame) -> None:
    kinds = _kinds(drawn)
    for kind in (*SOURCE_LOOKS, NO_SOURCE):
        if (kinds == kind).any():
            colour, marker = _source_look(kind)
            axes.plot([], [], marker, color=colour, markersize=9, markeredgewidth=2, label=kind)
    if len(drawn):
        axes.legend(title="Source", loc="upper left", bbox_to_anchor=(1.0, 1.0), alignment="left")
