"""Whether two reported tolls can both be true: claims compared as intervals, with the reason.

*At least 9,000* and *13,000* are [9000, ∞) and [13000, 13000]: they meet, so they don't contradict
each other, although read as points they would.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from helpers.casualty_recounts import COUNTED_ANEW, COUNTED_ON
from helpers.casualty_scope import STANDING
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
REPLACED = "replaced"
NOT_COMPARABLE = "not comparable"

SAME_UNKNOWN = "Each is the toll of one incident, and nothing says that it is the same one."
"""The reason that leaves open whether two figures could be compared."""

GIVEN_UP = "One of the two no longer stands: its own text says that another figure replaces it."
"""The reason that a replaced figure and one that doesn't replace it are not set against each other:
nobody claims the former any longer."""

# Words that count anyone: two figures for *people* and for nobody in particular are for the same.
_ANYONE = frozenset(("", "people", "persons", "person", "lives", "individuals", "human beings"))

_SCOPES = {
    "incident": "the toll of one incident",
    "cumulative": "a total over time",
    "subset": "a part of another figure",
}

_OF_THE_TOLL = STANDING | {COUNTED_ANEW, COUNTED_ON}  # rules of figures for those spoken of before
_BREAK = 3  # characters between a sentence and the next

Interval = tuple[float, float]
_UNBOUNDED = float("inf")
_ISO_DAY = len("2012-07-06")


class _Replaced(NamedTuple):
    """A figure that another one of its text replaces."""

    claim_id: str
    interval: Interval
    source: str


class _Claim(NamedTuple):
    """A claim as far as the comparison needs it."""

    claim_ids: tuple[str, ...]
    """Its own, and those of its repetitions in other articles."""
    articles: tuple[str, ...]
    effect: str
    population: str
    place: str
    scope: str
    whole: str
    interval: Interval
    point: int | None
    bound: str
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
    is_total: bool
    """Whether it is called the toll itself, so that it may be that of the whole article."""
    given_up: bool
    """Whether its own text says that another figure replaces it."""
    replaces: tuple[_Replaced, ...]


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
        slack = _last_unit(lower) / 2
        return max(lower - slack, 0.0), upper + slack
    return lower, upper


def _last_unit(number: float) -> int:
    """What the last digit of a number that isn't 0 counts: 100 for 13,100."""
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit


def _read(claim: Mapping[str, Any], replaces: Iterable[_Replaced], *, given_up: bool) -> _Claim:
    point = claim["high"] if pd.isna(claim["low"]) else claim["low"]
    reported, stands_for = _text(claim["reported_on"]), _text(claim.get("as_of_date"))
    dated = len(stands_for) == _ISO_DAY
    date = stands_for if dated else reported
    return _Claim(
        claim["claim_ids"],
        claim["article_ids"],
        claim["effect"],
        general_population(claim["population"]),
        _plain(claim["place"]),
        claim["scope"],
        _text(claim["part_of"]),
        interval_of(claim),
        None if pd.isna(point) else int(point),
        claim["bound"],
        dt.date.fromisoformat(date) if date else None,
        dated,
        _text(claim.get("since_date")),
        _source(claim),
        None if pd.isna(claim.get("sentence_start")) else int(claim["sentence_start"]),
        None if pd.isna(claim.get("sentence_end")) else int(claim["sentence_end"]),
        claim.get("rule") in _OF_THE_TOLL,
        claim.get("rule") in STANDING,
        given_up,
        tuple(replaces),
    )


def _source(claim: Mapping[str, Any]) -> str:
    return _plain(claim["source_name"]) or _plain(claim["source"])


def merge_repeated(claims: pd.DataFrame) -> pd.DataFrame:
    """The same figure from the same source in several articles is one claim with several articles.

    Returns
    -------
    pandas.DataFrame
        The first row of each such claim, with ``article_ids`` and ``claim_ids`` (tuples) added.
        Claims without a source stay apart: nothing says that they are one. So do repetitions within
        an article, and a figure that one text calls replaced while another states it.
    """
    require_columns(claims, _NEEDED, "A claims table")
    given_up = set(_newer_by_older(claims))
    first: dict[tuple, int] = {}
    members: dict[int, list[tuple[str, str]]] = {}
    for position, claim in enumerate(claims.to_dict("records")):
        source = _source(claim)
        key: tuple = (
            source, _text(claim["low"]), _text(claim["high"]), claim["bound"], claim["effect"],
            _plain(claim["population"]), _plain(claim["place"]), claim["scope"],
            _text(claim.get("as_of_date")), _text(claim.get("since_date")),
            claim["claim_id"] in given_up,
        )  # fmt: skip
        this = claim["article_id"], claim["claim_id"]
        kept = first.get(key)
        if source and kept is not None and this[0] not in [article for article, _ in members[kept]]:
            members[kept].append(this)
            continue
        if source and kept is None:
            first[key] = position
        members[position] = [this]
    merged = claims.iloc[list(members)].copy()
    merged["article_ids"] = [tuple(article for article, _ in one) for one in members.values()]
    merged["claim_ids"] = [tuple(claim_id for _, claim_id in one) for one in members.values()]
    return merged.reset_index(drop=True)


def _newer_by_older(claims: pd.DataFrame) -> dict[str, str]:
    """Which claim replaces which, by the claim that is replaced."""
    if "corrects" not in claims:
        return {}
    pairs = zip(claims["corrects"], claims["claim_id"], strict=True)
    return {older: newer for older, newer in pairs if _text(older)}


def _read_all(claims: pd.DataFrame) -> list[_Claim]:
    """Claims as they are compared, repetitions merged."""
    newer = _newer_by_older(claims)
    replaces: dict[str, list[_Replaced]] = {}
    for claim in claims.to_dict("records") if newer else ():
        if claim["claim_id"] in newer:
            older = _Replaced(claim["claim_id"], interval_of(claim), _source(claim))
            replaces.setdefault(newer[claim["claim_id"]], []).append(older)
    return [
        _read(
            claim,
            (older for claim_id in claim["claim_ids"] for older in replaces.get(claim_id, ())),
            given_up=claim["claim_id"] in newer,
        )
        for claim in merge_repeated(claims).to_dict("records")
    ]


def compare_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Every pair of claims, with a verdict on whether both can be true.

    Claims are intervals. A toll never falls, so an earlier figure contradicts a later one only if
    its floor is above the later one's ceiling; two figures of one day contradict each other if
    their intervals don't meet. A figure is of the day it stands for where the text says so
    (``as_of_date``), else of the day it was reported. Where the order is unknown, it can't be told,
    and the reason says so. Figures that count from different days on (``since_date``) are not
    comparable. Two tolls of an incident are if both name its place, or if one article sets what
    two sources say side by side: in one sentence, in two on end of which the second is of *the
    toll*, or anywhere if both are called the toll and count people of no kind in particular.

    A figure that its own text replaces (``corrects``) is set against the one that replaces it, and
    against no other: nobody claims it any longer. An earlier report of that figure, by the same
    source or without one, is replaced as well, but could conflict with others of its day.

    Parameters
    ----------
    claims
        As `helpers.casualties.find_casualty_claims` gives them. The same figure from the same
        source in two articles counts once (`merge_repeated`). There are n (n - 1) / 2 pairs, so
        choose the claims on one event first.

    Returns
    -------
    pandas.DataFrame
        - ``claim_id_a, claim_id_b``: a is the earlier figure
        - ``verdict``: compatible, in conflict, replaced (a text says that b replaces a) or not
          comparable
        - ``weak``: whether the verdict hangs on how the figures are read. Two are weakly compatible
          if they would conflict as points; weakly in conflict if the rounder one, were it rounded,
          would meet the other, or if nothing but the article says that both are of one incident.
          Missing for the other verdicts
        - ``reason`` in words; ``both_hold_if``: what would have to be true
        - ``difference`` (b - a) and ``ratio`` (b / a) of the figures as written; ``days`` between
          the two, missing where a replaced figure is of an unknown day
    """
    read = _read_all(claims)
    return make_table([_compare(a, b) for a, b in combinations(read, 2)], COMPARISON_COLUMNS)


def _compare(a: _Claim, b: _Claim) -> dict[str, Any]:
    if _is_earlier(b, a):
        a, b = b, a
    days = (b.date - a.date).days if a.date and b.date else None
    row: dict[str, Any] = {
        "claim_id_a": a.claim_ids[0],
        "claim_id_b": b.claim_ids[0],
        "difference": None if a.point is None or b.point is None else b.point - a.point,
        "ratio": round(b.point / a.point, 3) if a.point and b.point is not None else None,
        "days": days,
        "weak": None,
    }
    if _replaces(b, a):
        # Of which day the older figure of a text is, the text rarely says: the day of its report it
        # isn't.
        row["days"] = days if days and days > 0 else None
        row["verdict"] = REPLACED
        row["reason"] = f"The text that gives {_says(b)} says that it replaces {_says(a)}."
        row["both_hold_if"] = _condition_of_replaced(a, b)
        return row
    apart = _not_comparable(a, b) or (GIVEN_UP if a.given_up or b.given_up else "")
    if apart:
        row |= {"verdict": NOT_COMPARABLE, "reason": apart, "both_hold_if": ""}
        return row
    holds = _holds(a.interval, b.interval, days)
    points = _holds(_point(a), _point(b), days)
    rounder = None if holds else _rounded_away(a, b, days)
    assumed = _of_one_article(a, b)
    row["verdict"] = COMPATIBLE if holds else IN_CONFLICT
    row["weak"] = not points if holds else rounder is not None or assumed
    provisos = ["if both are of one incident"] if assumed else []
    provisos += [f"but {_says(rounder)} may be rounded"] if rounder else []
    reason = _reason(a, b, days, holds=holds, points=points)
    row["reason"] = ", ".join([reason.removesuffix("."), *provisos]) + "."
    row["both_hold_if"] = _condition(a, b, days, rounder, holds=holds)
    return row


def _is_earlier(a: _Claim, b: _Claim) -> bool:
    """Whether a stands before b in their row: replaced by it, or else of an earlier day."""
    if _replaces(b, a):
        return True
    if _replaces(a, b):
        return False
    return bool(a.date and b.date and a.date < b.date)


def _replaces(newer: _Claim, older: _Claim) -> bool:
    """Whether a text says that one claim replaces the other, or a figure that was the other.

    *Revised from 40 to 34* replaces the 40 of an earlier report too, unless another source gave it.
    """
    if not newer.replaces:
        return False
    if any(one.claim_id in older.claim_ids for one in newer.replaces):
        return True
    if older.point is None or (older.date and newer.date and older.date > newer.date):
        return False
    return any(
        one.interval == older.interval
        and (not one.source or not older.source or one.source == older.source)
        for one in newer.replaces
    ) and not _not_comparable(older, newer)


def _not_comparable(a: _Claim, b: _Claim) -> str:
    """Why two claims don't speak of the same number, or the empty string."""
    if a.effect != b.effect:
        return f"One counts {a.effect}, the other {b.effect}."
    if a.scope != b.scope:
        return f"One is {_SCOPES[a.scope]}, the other {_SCOPES[b.scope]}."
    if a.scope == "subset" and (a.whole or b.whole) and a.whole != b.whole:
        return "They are parts of different figures."
    if a.population != b.population and not _of_those_before(a, b):
        names = [population or "people" for population in (a.population, b.population)]
        return f"One counts {names[0]}, the other {names[1]}."
    if a.place and b.place and a.place != b.place:
        return "They speak of different places."
    if not _same_start(a.since, b.since):
        return f"One counts from {a.since} on, the other from {b.since}."
    same_place = a.place and b.place
    if a.scope == "incident" and not same_place and not (_set_beside(a, b) or _are_totals(a, b)):
        return SAME_UNKNOWN
    return ""


def _set_beside(a: _Claim, b: _Claim) -> bool:
    """Whether one sentence gives what two sources say: *34, says the army; the rebels say 60*.

    Or two on end, the second of *the toll*: *It killed 34, monks say. Cooks put the toll at 60*.
    """
    if not _of_two_sources(a, b) or a.sentence is None or b.sentence is None:
        return False
    first, second = (a, b) if a.sentence <= b.sentence else (b, a)
    on_end = first.ends is not None and 0 <= second.sentence - first.ends <= _BREAK
    return a.sentence == b.sentence or (on_end and second.is_toll)


def _of_two_sources(a: _Claim, b: _Claim) -> bool:
    """Whether an article gives what two sources say."""
    return a.articles == b.articles and bool(a.source and b.source) and a.source != b.source


def _of_those_before(a: _Claim, b: _Claim) -> bool:
    """Whether one figure is of *the toll* of those whom the one before counts: *34 monks*.

    Where only the one before names a place (*twelve children died in a school in Norham*), those
    may be a part of the dead, and the toll that of them all.
    """
    return _set_beside(a, b) and any(
        one.is_toll and not one.population and not (other.place and not one.place)
        for one, other in ((a, b), (b, a))
    )


def _are_totals(a: _Claim, b: _Claim) -> bool:
    """Whether two sources of an article speak of *the toll*, of people of no kind in particular."""
    totals = all(one.is_total and not one.population for one in (a, b))
    return totals and _of_two_sources(a, b)


def _of_one_article(a: _Claim, b: _Claim) -> bool:
    """Whether two tolls are taken to be of one incident merely because they stand in an article.

    Either they are apart from each other, or only one of them names its place.
    """
    if a.scope != "incident" or (a.place and b.place) or a.sentence == b.sentence:
        return False
    return bool(a.place or b.place) or not _set_beside(a, b)


def _same_start(a: str, b: str) -> bool:
    """Whether two starts may be one: *2011-03* and *2011-03-15*, or one that is unknown."""
    return a.startswith(b) or b.startswith(a)


def _point(claim: _Claim) -> Interval:
    """A figure read naively: its number, whatever the hedge; a range stays a range."""
    if claim.point is None or claim.bound == "range":
        return claim.interval
    return float(claim.point), float(claim.point)


def _holds(a: Interval, b: Interval, days: int | None) -> bool:
    """Whether both can be true: a is the earlier report, and a toll never falls."""
    if days is None:
        return True  # either could be the earlier one, and one of the two orders always works
    if days > 0:
        return a[0] <= b[1]
    return a[0] <= b[1] and b[0] <= a[1]


def _rounded_away(a: _Claim, b: _Claim, days: int | None) -> _Claim | None:
    """The rounder of two figures that do not meet, if they would once it counted as rounded."""
    if _slack(a) >= _slack(b):
        return a if _holds(_widened(a), b.interval, days) else None
    return b if _holds(a.interval, _widened(b), days) else None


def _slack(claim: _Claim) -> float:
    """How far a figure may be off if it is rounded: half a unit of its last digit that isn't 0.

    An *about 200* allows that already. Of a range, the less round end tells how exact it is.
    """
    ends = [end for end in claim.interval if 0 < end < _UNBOUNDED]
    if claim.bound == "about" or not ends:
        return 0.0
    return min(_last_unit(end) for end in ends) / 2


def _widened(claim: _Claim) -> Interval:
    slack = _slack(claim)
    return claim.interval[0] - slack, claim.interval[1] + slack


def _says(claim: _Claim) -> str:
    lower, upper = claim.interval
    if claim.point is None:
        return "a vague word"
    if claim.bound == "range":
        return f"between {lower:,.0f} and {upper:,.0f}"
    if claim.bound == "about":
        return f"about {claim.point:,}"
    if upper == _UNBOUNDED:
        return f"at least {claim.point:,}"
    if lower == 0 and upper > 0:
        return f"at most {claim.point:,}"
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


def _condition_of_replaced(a: _Claim, b: _Claim) -> str:
    """What would have to be true for a figure and the one that replaces it."""
    first, second = _says(a), _says(b)
    if a.point is None or b.point is None or a.interval[0] <= b.interval[1]:
        return (
            f"Both hold if the toll was {first} at first and {second} later; if {first} was a "
            f"mistake, only {second} is still claimed."
        )
    return f"They cannot both hold, for a toll never falls: only {second} is still claimed."


def _condition(
    a: _Claim, b: _Claim, days: int | None, rounder: _Claim | None, *, holds: bool
) -> str:
    """What would have to be true for both to hold."""
    if not holds:
        rounded = f"{_says(rounder)} is rounded, " if rounder else ""
        return (
            f"They cannot both hold unless {rounded}they count different people, or one was "
            "revised."
        )
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
    """A range of whole people: what lies between 4.5 and 5.5 is 5."""
    if upper == _UNBOUNDED:
        return f"at least {math.ceil(lower):,}"
    least, most = math.ceil(lower), math.floor(upper)
    if least > most:  # *About 5* and *about 6* meet at 5.5, so it is one of them
        least, most = most, least
    if least == most:
        return f"{least:,}"
    if least == 0:
        return f"at most {most:,}"
    return f"between {least:,} and {most:,}"
