"""The figure of casualty claims: floors, points, ranges and ceilings over time."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

from helpers.charts.style import COLOURS, GREY, MARKERS, styled

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
    days = pd.to_datetime(drawn["reported_on"])
    since_first = (days - days.min()).dt.days
    span = max(float(since_first.max()), 1.0) if days.notna().any() else 1.0
    undated = days.isna()
    places = since_first.astype("float64").mask(undated, 1.25 * span if (~undated).any() else 0.0)
    _, axes = plt.subplots(figsize=(8.5, 4.4))
    top = max(float(drawn["point"].max()), 1.0) if len(drawn) else 1.0
    labelled = _labelled(drawn)
    for place, same_day in drawn.groupby(places):
        for number, claim in enumerate(same_day.to_dict("records")):
            step = min(0.06, 0.3 / len(same_day)) * span
            beside = step * (number - (len(same_day) - 1) / 2)
            _draw_claim(axes, place + beside, claim, 0.16 * top)
            if claim["claim_id"] in labelled:
                _label_claim(axes, place + beside, claim)
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


def say_tolls_left_out(claims: pd.DataFrame, *, most: int = 25) -> str:
    """Sentence for the caption of `plot_tolls`, if there are too many claims to draw each."""
    drawn = _drawn_claims(claims, most)
    said = ""
    if len(claims) > most:
        said = (
            f" Of {len(claims):,} figures, equal ones of one day share a mark; at most {most} "
            "marks are drawn, those of the largest figures."
        )
    unlabelled = len(drawn) - len(_labelled(drawn))
    if unlabelled:
        said += f" {unlabelled} mark(s) go without a label, which would cover another one."
    return said


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


def _label_claim(axes: Axes, x: float, claim: Mapping[str, object]) -> None:
    """Write a figure beside its mark; a white ground keeps the grid lines out of it."""
    axes.annotate(
        _bound_words(claim), (x, float(claim["point"])), xytext=(9, -3),
        textcoords="offset points", fontsize=9, zorder=4,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )  # fmt: skip


_LINE = 0.05
"""Height of a label as a share of the highest figure: nearer labels would cover each other."""


def _labelled(drawn: pd.DataFrame) -> set[str]:
    """Claims whose label has room: of those of one day that lie close, the largest figure."""
    gap = _LINE * max(float(drawn["point"].max()), 1.0) if len(drawn) else 1.0
    kept: dict[str, list[float]] = {}
    chosen: set[str] = set()
    for claim in drawn.sort_values(["point", "claim_id"], ascending=[False, True]).to_dict(
        "records"
    ):
        day = "" if pd.isna(claim["reported_on"]) else str(claim["reported_on"])
        points = kept.setdefault(day, [])
        if all(abs(claim["point"] - other) >= gap for other in points):
            points.append(claim["point"])
            chosen.add(claim["claim_id"])
    return chosen


def _bound_words(claim: Mapping[str, object]) -> str:
    qualifier = claim.get("qualifier")
    hedge = "" if qualifier is None or pd.isna(qualifier) else f"{str(qualifier).lower()} "
    times = f" ({claim['n']} times)" if claim["n"] > 1 else ""
    return f"{hedge}{claim['number']}{times}"


def _source_legend(axes: Axes, drawn: pd.DataFrame) -> None:
    kinds = _kinds(drawn)
    for kind in (*SOURCE_KINDS, NO_SOURCE):
        if (kinds == kind).any():
            colour, marker = _source_look(kind)
            axes.plot([], [], marker, color=colour, markersize=9, markeredgewidth=2, label=kind)
    if len(drawn):
        axes.legend(title="Source", loc="upper left", bbox_to_anchor=(1.0, 1.0), alignment="left")
