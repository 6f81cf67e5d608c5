"""Whether two reported tolls can both be true: claims compared as intervals, with the reason.

*At least 9,000* and *13,000* are [9000, ∞) and [13000, 13000]: they meet, so they don't contradict
each other, although read as points they would.
"""

import datetime as dt
from collections.abc import Mapping
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from helpers.casualties import STANDING
from helpers.casualty_rules import COUNTED_ANEW, COUNTED_ON
from helpers.tables import make_table, require_columns

COMPARISON_COLUMNS = {
    "claim_id_a": "str",
    "claim_id_b": "str",
    "verdict": "str",
    "weak": "boolean",
    "reason": "str",
    "both_hold_if": "str",
    "difference": "Int64",
    "ratio": "Float64",
    "days": "Int64",
}

_NEEDED = (
    "claim_id", "article_id", "low", "high", "bound", "effect", "population", "place", "scope",
    "part_of", "source", "source_name", "reported_on",
)  # fmt: skip

COMPATIBLE = "compatible"
IN_CONFLICT = "in conflict"
NOT_COMPARABLE = "not comparable"

SAME_UNKNOWN = "Each is the toll of one incident, and nothing says that it is the same one."
"""The reason that leaves open whether two figures could be compared."""

# Words that count anyone: two figures for *people* and for nobody in particular are for the same.
_ANYONE = frozenset(("", "people", "persons", "person", "lives", "individuals", "human beings"))

Interval = tuple[float, float]
_UNBOUNDED = float("inf")
_ISO_DAY = len("2012-07-06")


class _Claim(NamedTuple):
    """A claim as far as the comparison needs it."""

    claim_id: str
    articles: tuple[str, ...]
    effect: str
    population: str
    place: str
    scope: str
    whole: str
    interval: Interval
    point: int | None
    is_range: bool
    date: dt.date | None
    """The day it stands for where the text names that day, else the day it was reported."""
    dated: bool
    """Whether the text names that day."""
    since: str
    """From when on it counts, as an ISO date, month or year; empty where that is unknown."""
    source: str
    sentence: int | None
    """Where its sentence starts, if that is known."""
    ends: int | None
    """Where its sentence ends, if that is known."""
    is_toll: bool
    """Whether it is a figure for *the toll*: people already spoken of."""


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()


def _plain(value: Any) -> str:
    small = _text(value).lower()
    for article in ("the ", "a ", "an "):
        small = small.removeprefix(article)
    return small


def general_population(population: Any) -> str:
    """Words for the people counted, in small letters; empty where they are just *people*."""
    plain = _plain(population)
    return "" if plain in _ANYONE else plain


def interval_of(claim: Mapping[str, Any]) -> Interval:
    """The numbers a claim allows: a floor has no upper end, a ceiling no lower one.

    *About 200* allows what rounds to it: half a unit of its last digit that isn't 0 either way.
    """
    low, high = claim["low"], claim["high"]
    lower = 0.0 if pd.isna(low) else float(low)
    upper = _UNBOUNDED if pd.isna(high) else float(high)
    if claim["bound"] == "about":
        step = 1
        while lower and lower % (step * 10) == 0:
            step *= 10
        return max(lower - step / 2, 0.0), upper + step / 2
    return lower, upper


def _read(claim: Mapping[str, Any], articles: tuple[str, ...]) -> _Claim:
    point = claim["high"] if pd.isna(claim["low"]) else claim["low"]
    reported, stands_for = _text(claim["reported_on"]), _text(claim.get("as_of_date"))
    dated = len(stands_for) == _ISO_DAY
    date = stands_for if dated else reported
    return _Claim(
        claim["claim_id"],
        articles,
        claim["effect"],
        general_population(claim["population"]),
        _plain(claim["place"]),
        claim["scope"],
        _text(claim["part_of"]),
        interval_of(claim),
        None if pd.isna(point) else int(point),
        claim["bound"] == "range",
        dt.date.fromisoformat(date) if date else None,
        dated,
        _text(claim.get("since_date")),
        _source(claim),
        None if pd.isna(claim.get("sentence_start")) else int(claim["sentence_start"]),
        None if pd.isna(claim.get("sentence_end")) else int(claim["sentence_end"]),
        claim.get("rule") in _OF_THE_TOLL,
    )


_OF_THE_TOLL = STANDING | {COUNTED_ANEW, COUNTED_ON}
_BREAK = 3  # characters between a sentence and the next


def _source(claim: Mapping[str, Any]) -> str:
    return _plain(claim["source_name"]) or _plain(claim["source"])


def merge_repeated(claims: pd.DataFrame) -> pd.DataFrame:
    """The same figure from the same source in several articles is one claim with several articles.

    Returns
    -------
    pandas.DataFrame
        The first row of each such claim, with ``article_ids`` (a tuple) added. Claims without a
        source stay apart: nothing says that they are one. So do repetitions within an article.
    """
    require_columns(claims, _NEEDED, "A claims table")
    first: dict[tuple, int] = {}
    articles: dict[int, list[str]] = {}
    for position, claim in enumerate(claims.to_dict("records")):
        source = _source(claim)
        key: tuple = (
            source, _text(claim["low"]), _text(claim["high"]), claim["bound"], claim["effect"],
            _plain(claim["population"]), _plain(claim["place"]), claim["scope"],
            _text(claim.get("as_of_date")), _text(claim.get("since_date")),
        )  # fmt: skip
        kept = first.get(key)
        if source and kept is not None and claim["article_id"] not in articles[kept]:
            articles[kept].append(claim["article_id"])
            continue
        if source and kept is None:
            first[key] = position
        articles[position] = [claim["article_id"]]
    merged = claims.iloc[list(articles)].copy()
    merged["article_ids"] = [tuple(ids) for ids in articles.values()]
    return merged.reset_index(drop=True)


def compare_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Every pair of claims, with a verdict on whether both can be true.

    Claims are intervals. A toll never falls, so an earlier figure contradicts a later one only if
    its floor is above the later one's ceiling; two figures of one day contradict each other if
    their intervals don't meet. A figure is of the day it stands for where the text says so
    (``as_of_date``), else of the day it was reported. Where the order is unknown, it can't be told,
    and the reason says so. Figures that count from different days on (``since_date``) are not
    comparable. Two tolls of an incident are if both name its place, or if one sentence sets what
    two sources say side by side, or two on end do and the second is of *the toll*.

    Parameters
    ----------
    claims
        As `helpers.casualties.find_casualty_claims` gives them. The same figure from the same
        source in two articles counts once (`merge_repeated`). There are n (n - 1) / 2 pairs, so
        choose the claims on one event first.

    Returns
    -------
    pandas.DataFrame
        ``claim_id_a, claim_id_b`` (a is the earlier figure), ``verdict`` (compatible, in conflict
        or not comparable), ``weak`` (compatible, but not if each figure were read as a point;
        missing where not comparable), ``reason`` in words, ``both_hold_if``: what would have to be
        true, ``difference`` (b - a) and ``ratio`` (b / a) of the figures as written, ``days``
        between the two.
    """
    merged = merge_repeated(claims)
    read = [
        _read(claim, articles)
        for claim, articles in zip(merged.to_dict("records"), merged["article_ids"], strict=True)
    ]
    return make_table([_compare(a, b) for a, b in combinations(read, 2)], COMPARISON_COLUMNS)


def _compare(a: _Claim, b: _Claim) -> dict[str, Any]:
    if a.date and b.date and b.date < a.date:
        a, b = b, a
    days = (b.date - a.date).days if a.date and b.date else None
    row: dict[str, Any] = {
        "claim_id_a": a.claim_id,
        "claim_id_b": b.claim_id,
        "difference": None if a.point is None or b.point is None else b.point - a.point,
        "ratio": round(b.point / a.point, 3) if a.point and b.point is not None else None,
        "days": days,
    }
    apart = _not_comparable(a, b)
    if apart:
        row |= {"verdict": NOT_COMPARABLE, "weak": None, "reason": apart, "both_hold_if": ""}
        return row
    holds = _holds(a.interval, b.interval, days)
    points = _holds(_point(a), _point(b), days)
    row["verdict"] = COMPATIBLE if holds else IN_CONFLICT
    row["weak"] = holds and not points
    row["reason"] = _reason(a, b, days, holds=holds, points=points)
    row["both_hold_if"] = _condition(a, b, days, holds=holds)
    return row


def _not_comparable(a: _Claim, b: _Claim) -> str:
    """Why two claims don't speak of the same number, or the empty string."""
    if a.effect != b.effect:
        return f"One counts {a.effect}, the other {b.effect}."
    if a.scope != b.scope:
        return f"One is {_SCOPES[a.scope]}, the other {_SCOPES[b.scope]}."
    if a.scope == "subset" and (a.whole or b.whole) and a.whole != b.whole:
        return "They are parts of different figures."
    if a.population != b.population and not (
        _set_beside(a, b) and any(one.is_toll and not one.population for one in (a, b))
    ):
        names = [population or "people" for population in (a.population, b.population)]
        return f"One counts {names[0]}, the other {names[1]}."
    if a.place and b.place and a.place != b.place:
        return "They speak of different places."
    if not _same_start(a.since, b.since):
        return f"One counts from {a.since} on, the other from {b.since}."
    if a.scope == "incident" and not (a.place and b.place) and not _set_beside(a, b):
        return SAME_UNKNOWN
    return ""


def _set_beside(a: _Claim, b: _Claim) -> bool:
    """Whether one sentence gives what two sources say: *34, says the army; the rebels say 60*.

    Or two on end, the second of *the toll*: *It killed 34, monks say. Cooks put the toll at 60*.
    """
    if a.articles != b.articles or a.sentence is None or b.sentence is None:
        return False
    if not (a.source and b.source) or a.source == b.source:
        return False
    first, second = (a, b) if a.sentence <= b.sentence else (b, a)
    on_end = first.ends is not None and 0 <= second.sentence - first.ends <= _BREAK
    return a.sentence == b.sentence or (on_end and second.is_toll)


def _same_start(a: str, b: str) -> bool:
    """Whether two starts may be one: *2011-03* and *2011-03-15*, or one that is unknown."""
    return a.startswith(b) or b.startswith(a)


_SCOPES = {
    "incident": "the toll of one incident",
    "cumulative": "a total over time",
    "subset": "a part of another figure",
}


def _point(claim: _Claim) -> Interval:
    """A figure read naively: its number, whatever the hedge; a range stays a range."""
    if claim.point is None or claim.is_range:
        return claim.interval
    return float(claim.point), float(claim.point)


def _holds(a: Interval, b: Interval, days: int | None) -> bool:
    """Whether both can be true: a is the earlier report, and a toll never falls."""
    if days is None:
        return True  # either could be the earlier one, and one of the two orders always works
    if days > 0:
        return a[0] <= b[1]
    return a[0] <= b[1] and b[0] <= a[1]


def _says(claim: _Claim) -> str:
    lower, upper = claim.interval
    if claim.point is None:
        return "no figure"
    if upper == _UNBOUNDED:
        return f"at least {claim.point:,}"
    if lower == 0 and upper > 0:
        return f"at most {claim.point:,}"
    if lower < claim.point < upper:
        return f"about {claim.point:,}"
    if lower < upper:
        return f"between {lower:,.0f} and {upper:,.0f}"
    return f"{claim.point:,}"


def _reason(a: _Claim, b: _Claim, days: int | None, *, holds: bool, points: bool) -> str:
    first, second = _says(a), _says(b)
    if a.point is None or b.point is None:
        return "A vague word states no figure that could be contradicted."
    if days is None:
        return (
            f"One says {first}, the other {second}; which was reported first is unknown, and a "
            "toll may have risen from one to the other."
        )
    dated = a.dated or b.dated
    if days == 0:
        when = "Both stand for the same day" if dated else "Both were reported on the same day"
        if not holds:
            return f"{when}, and {first} and {second} do not meet."
        if not points:
            return f"{when}; {first} and {second} meet, but only because of how they are hedged."
        return f"{when}, and {first} and {second} meet."
    span = f"{days} day{'s' if days > 1 else ''} later"
    second = second[:1].upper() + second[1:]
    told = "stands for a day" if dated else "was reported"
    if not holds:
        return f"{second} {told} {span} than {first}: a toll never falls."
    if not points:
        return (
            f"{second}, {'of' if dated else 'reported'} {span}, allows {first} only by its hedge."
        )
    return f"{second} {told} {span} than {first}, and a toll may rise."


def _condition(a: _Claim, b: _Claim, days: int | None, *, holds: bool) -> str:
    """What would have to be true for both to hold."""
    if not holds:
        return "They cannot both hold unless they count different people, or one was revised."
    if a.point is None or b.point is None:
        return "Both hold whatever the toll was, as far as the vague word goes."
    if days == 0:
        lower = max(a.interval[0], b.interval[0])
        upper = min(a.interval[1], b.interval[1])
        return f"Both hold if the toll was {_between(lower, upper)}."
    if days is None:
        low, high = sorted((a, b), key=lambda claim: (claim.interval[0], claim.interval[1]))
        return f"Both hold if {_says(low)} was true no later than {_says(high)}."
    first = "at first" if a.dated or b.dated else "when first reported"
    return (
        f"Both hold if the toll was {_says(a)} {first} and {_says(b)} {days} "
        f"day{'s' if days > 1 else ''} later, without falling in between."
    )


def _between(lower: float, upper: float) -> str:
    if upper == _UNBOUNDED:
        return f"at least {lower:,.0f}"
    if lower == upper:
        return f"{lower:,.0f}"
    if lower == 0:
        return f"at most {upper:,.0f}"
    return f"between {lower:,.0f} and {upper:,.0f}"
