"""Whether two reported tolls can both be true: claims compared as intervals, with the reason.

*At least 9,000* and *13,000* are [9000, ∞) and [13000, 13000]: they meet, so they don't contradict
each other, although read as points they would.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
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

PARTS_UNKNOWN = "Each is a part of a figure, and nothing says that it is the same part."
"""The reason that leaves open whether two parts could be compared."""

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
_STANDING_AT = ("as ", "by ", "until ", "till ")  # words before the moment at which a toll stood

_TOLD_AGAIN = {"incident": 31, "subset": 31, "cumulative": 366}
"""Days between two reports within which a source's figure is the same one told again.

The toll of an incident is news for weeks, the total of a war for months; the same figure from the
same source a year on may well be that of another attack.
"""

_SAME_PLACE = 366
"""Days between two reports within which the tolls of a place are taken to be of one incident."""

Interval = tuple[float, float]
_UNBOUNDED = float("inf")
_ISO_DAY = len("2012-07-06")


class _Replaced(NamedTuple):
    """A figure that another one of its text replaces."""

    claim_id: str
    interval: Interval
    source: str


class _Told(NamedTuple):
    """How one article gives a claim."""

    date: dt.date | None
    """The day it stands for where the text names that day, else the day it was reported."""
    sentence: int | None
    """Where its sentence starts, if that is known."""
    ends: int | None
    """Where its sentence ends, if that is known."""
    is_toll: bool
    """Whether it is a figure for *the toll*: people already spoken of."""
    is_total: bool
    """Whether it is called the toll itself, so that it may be that of the whole article."""


class _Claim(NamedTuple):
    """A claim as far as the comparison needs it."""

    claim_ids: tuple[str, ...]
    """Its own, and those of its repetitions in other articles."""
    told: dict[str, _Told]
    """How each article gives it, the earliest report first."""
    effect: str
    population: str
    place: str
    scope: str
    whole: str
    """The claim it is a part of."""
    is_kind: bool
    """Whether it names people whom its whole doesn't: *nine women*, of 30 people."""
    interval: Interval
    point: int | None
    bound: str
    date: dt.date | None
    """The day it stands for where the text names that day, else the day it was first reported."""
    dated: bool
    """Whether the text names that day."""
    since: str
    """From when on it counts, as an ISO date, month or year; empty where that is unknown."""
    period: str
    """The month or year whose people alone it counts; empty where no words say so."""
    source: str
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


def _read(
    rows: Sequence[Mapping[str, Any]],
    replaces: Iterable[_Replaced],
    *,
    given_up: bool,
    whole: str,
    whole_population: str,
) -> _Claim:
    """A claim of its rows, the earliest report first; `whole` is the claim it is a part of."""
    claim = rows[0]
    point = claim["high"] if pd.isna(claim["low"]) else claim["low"]
    told = {row["article_id"]: _told(row) for row in rows}
    population = general_population(claim["population"])
    return _Claim(
        tuple(row["claim_id"] for row in rows),
        told,
        claim["effect"],
        population,
        _plain(claim["place"]),
        claim["scope"],
        whole,
        population not in ("", whole_population),
        interval_of(claim),
        None if pd.isna(point) else int(point),
        claim["bound"],
        told[claim["article_id"]].date,
        _is_dated(claim),
        _text(claim.get("since_date")),
        _period(claim),
        _source(claim),
        given_up,
        tuple(replaces),
    )


def _told(claim: Mapping[str, Any]) -> _Told:
    date = _text(claim["as_of_date"] if _is_dated(claim) else claim["reported_on"])
    return _Told(
        dt.date.fromisoformat(date) if date else None,
        None if pd.isna(claim.get("sentence_start")) else int(claim["sentence_start"]),
        None if pd.isna(claim.get("sentence_end")) else int(claim["sentence_end"]),
        claim.get("rule") in _OF_THE_TOLL,
        claim.get("rule") in STANDING,
    )


def _is_dated(claim: Mapping[str, Any]) -> bool:
    """Whether the text names the day that a figure stands for."""
    return len(_text(claim.get("as_of_date"))) == _ISO_DAY


def _period(claim: Mapping[str, Any]) -> str:
    """The month or year that a figure is of: *in 2010*, *a year earlier*, not *as of 2010*."""
    words = _text(claim.get("as_of")).lower()
    spans = _text(claim.get("as_of_precision")) in ("month", "year")
    if not spans or words.startswith(_STANDING_AT):
        return ""
    return _text(claim.get("as_of_date")) or words


def _source(claim: Mapping[str, Any]) -> str:
    return _plain(claim["source_name"]) or _plain(claim["source"])


def merge_repeated(claims: pd.DataFrame) -> pd.DataFrame:
    """The same figure from the same source in several articles is one claim with several articles.

    Claims without a source stay apart: nothing says that they are one. So do repetitions within an
    article, a figure that one text calls replaced while another states it, and parts of figures
    that are not one claim. Reports more than a month apart are of two incidents, and more than a
    year apart of two totals, unless both name the day, month or year the figure stands for. A
    report without a date joins the others where these are one claim.

    Returns
    -------
    pandas.DataFrame
        The earliest report of each such claim (the first row of the undated), with ``article_ids``
        and ``claim_ids`` (tuples, the earliest first) added; ``part_of`` names a claim of this
        table.
    """
    require_columns(claims, _NEEDED, "A claims table")
    records = claims.to_dict("records")
    merged = _merged(records, set(_newer_by_older(claims)))
    name = {
        records[position]["claim_id"]: records[one[0]]["claim_id"]
        for one in merged
        for position in one
    }
    table = claims.iloc[[one[0] for one in merged]].copy()
    table["part_of"] = [name.get(whole, whole) for whole in table["part_of"]]
    for column in ("article_id", "claim_id"):
        table[f"{column}s"] = [
            tuple(records[position][column] for position in one) for one in merged
        ]
    return table.reset_index(drop=True)


def _merged(records: list[dict[str, Any]], given_up: set[str]) -> list[list[int]]:
    """Rows that are one claim, by their places in the table; wholes are settled before parts."""
    known = {claim["claim_id"] for claim in records}
    name: dict[str, str] = {}
    found: list[list[int]] = []
    left = list(range(len(records)))
    while left:
        ready = [place for place in left if _whole(records[place], known, name) is not None]
        alike: dict[tuple, list[int]] = {}
        for place in ready or left:
            whole = _whole(records[place], known, name) or _text(records[place]["part_of"])
            key = _key(records[place], whole, records[place]["claim_id"] in given_up)
            alike.setdefault(key, []).append(place)
        for places in alike.values():
            for one in _told_again(places, records):
                found.append(one)
                name |= {records[place]["claim_id"]: records[one[0]]["claim_id"] for place in one}
        left = [place for place in left if records[place]["claim_id"] not in name]
    return sorted(found)


def _whole(claim: Mapping[str, Any], known: set[str], name: Mapping[str, str]) -> str | None:
    """The claim that a part's whole was merged into; ``None`` while that is still open."""
    whole = _text(claim["part_of"])
    return name.get(whole) if whole in known else whole


def _key(claim: Mapping[str, Any], whole: str, given_up: bool) -> tuple:
    """What rows of one claim have in common; of a claim without a source it is its name."""
    source = _source(claim)
    if not source:
        return (claim["claim_id"],)
    return (
        source, _text(claim["low"]), _text(claim["high"]), claim["bound"], claim["effect"],
        general_population(claim["population"]), _plain(claim["place"]), claim["scope"],
        _text(claim.get("as_of_date")), _text(claim.get("since_date")), _period(claim),
        given_up, whole,
    )  # fmt: skip


def _told_again(places: list[int], records: list[dict[str, Any]]) -> list[list[int]]:
    """Rows that say the same, parted where the dates of their articles lie too far apart."""
    first: dict[str, int] = {}
    apart = []
    for place in places:
        article_id = records[place]["article_id"]
        if article_id in first:
            apart.append([place])
        first.setdefault(article_id, place)
    days = {
        place: dt.date.fromisoformat(day).toordinal()
        for place in first.values()
        if (day := _text(records[place]["reported_on"]))
    }
    claim = records[places[0]]
    # A figure of one stated time is the same one, however late an article tells of it.
    reach = math.inf if _text(claim.get("as_of_date")) else _TOLD_AGAIN[claim["scope"]]
    found: list[list[int]] = []
    for place in sorted(days, key=lambda place: (days[place], place)):
        if found and days[place] - days[found[-1][0]] <= reach:
            found[-1].append(place)
        else:
            found.append([place])
    undated = [place for place in first.values() if place not in days]
    if len(found) == 1:
        found[0] += undated
    elif undated:
        found.append(undated)
    return found + apart


def _newer_by_older(claims: pd.DataFrame) -> dict[str, str]:
    """Which claim replaces which, by the claim that is replaced."""
    if "corrects" not in claims:
        return {}
    pairs = zip(claims["corrects"], claims["claim_id"], strict=True)
    return {older: newer for older, newer in pairs if _text(older)}


def _read_all(claims: pd.DataFrame) -> list[_Claim]:
    """Claims as they are compared, repetitions merged."""
    newer = _newer_by_older(claims)
    rows = {claim["claim_id"]: claim for claim in claims.to_dict("records")}
    replaces: dict[str, list[_Replaced]] = {}
    for older_id in newer:
        if older_id in rows:
            older = _Replaced(older_id, interval_of(rows[older_id]), _source(rows[older_id]))
            replaces.setdefault(newer[older_id], []).append(older)
    read = []
    for claim in merge_repeated(claims).to_dict("records"):
        whole = _text(claim["part_of"])
        read.append(
            _read(
                [rows[claim_id] for claim_id in claim["claim_ids"]],
                (older for claim_id in claim["claim_ids"] for older in replaces.get(claim_id, ())),
                given_up=claim["claim_id"] in newer,
                whole=whole,
                whole_population=(
                    general_population(rows[whole]["population"]) if whole in rows else ""
                ),
            )
        )
    return read


def compare_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Every pair of claims, with a verdict on whether both can be true.

    Claims are intervals. A toll never falls, so an earlier figure contradicts a later one only if
    its floor is above the later one's ceiling; two figures of one day contradict each other if
    their intervals don't meet. A figure is of the day it stands for where the text says so
    (``as_of_date``), else of the day it was reported: first reported, unless an article gives both
    figures, which are of its day then. Where the order is unknown, it can't be told, and the reason
    says so. Figures that count from different days on (``since_date``) or in different months or
    years (*in 2010*, *a year earlier*) are not comparable. Two tolls of an incident are if both
    name its place and are reported within a year, or if an article sets what two sources say side
    by side: in one sentence, in two on end of which the second is of *the toll*, or anywhere if
    both are called the toll and count people of no kind in particular. Two parts are if they are
    parts of one claim and name the same place, or the same people (not merely those of the whole).

    A figure that its own text replaces (``corrects``) is set against the one that replaces it, and
    against no other: nobody claims it any longer. An earlier report of that figure, by the same
    source or without one, is replaced as well, but could conflict with others of its day.

    Parameters
    ----------
    claims
        As `helpers.casualties.find_casualty_claims` gives them. The same figure from the same
        source in two articles counts once (`merge_repeated`), under the name of its earliest
        report. There are n (n - 1) / 2 pairs, so choose the claims on one event first.

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
    first, second = _dates(a, b)
    if _replaces(a, b) or (first and second and second < first and not _replaces(b, a)):
        a, b, first, second = b, a, second, first
    days = (second - first).days if first and second else None
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


def _in_one_article(a: _Claim, b: _Claim) -> list[tuple[_Told, _Told]]:
    """How each article that gives both claims gives them."""
    if a.told.keys().isdisjoint(b.told):
        return []
    return [(told, b.told[article]) for article, told in a.told.items() if article in b.told]


def _dates(a: _Claim, b: _Claim) -> tuple[dt.date | None, dt.date | None]:
    """The days by which two claims are compared.

    Those of an article that gives both, best in one place, for it says that both are still claimed;
    else those of their first reports.
    """
    both = _in_one_article(a, b)
    if not both:
        return a.date, b.date
    one, other = next((pair for pair in both if _stand_together(*pair)), both[0])
    return one.date, other.date


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
    if a.scope == "subset" and a.whole != b.whole:
        return "They are parts of different figures."
    if a.population != b.population and not _of_those_before(a, b):
        names = [population or "people" for population in (a.population, b.population)]
        return f"One counts {names[0]}, the other {names[1]}."
    if a.place and b.place and a.place != b.place:
        return "They speak of different places."
    if not _same_start(a.since, b.since):
        return f"One counts from {a.since} on, the other from {b.since}."
    if _of_two_periods(a, b):
        return f"One is of {a.period}, the other of {b.period}."
    if a.period != b.period and _in_one_sentence(a, b):
        return f"One is of {a.period or b.period}, the other of another time."
    return _of_two_counts(a, b)


def _of_two_counts(a: _Claim, b: _Claim) -> str:
    """Why two claims that could be of the same people need not be, or the empty string."""
    same_place = bool(a.place and b.place)
    if a.scope == "subset" and not (same_place or (a.whole and a.is_kind)):
        return PARTS_UNKNOWN
    if a.scope == "incident":
        first, second = _dates(a, b)
        near = not (first and second) or abs((second - first).days) <= _SAME_PLACE
        if not ((same_place and near) or _set_beside(a, b) or _are_totals(a, b)):
            return SAME_UNKNOWN
    return ""


def _stand_together(a: _Told, b: _Told) -> bool:
    """Whether an article gives two claims in one sentence, or in two on end.

    Of two on end the second is of *the toll*: *It killed 34, monks say. Cooks put the toll at 60*.
    """
    if a.sentence is None or b.sentence is None:
        return False
    if a.sentence == b.sentence:
        return True
    first, second, start = (a, b, b.sentence) if a.sentence < b.sentence else (b, a, a.sentence)
    return second.is_toll and first.ends is not None and 0 <= start - first.ends <= _BREAK


def _set_beside(a: _Claim, b: _Claim) -> bool:
    """Whether an article sets what two sources say side by side: *police say 34; cooks say 60*.

    In one sentence, or in two on end.
    """
    return _of_two_sources(a, b) and any(_stand_together(*pair) for pair in _in_one_article(a, b))


def _of_two_sources(a: _Claim, b: _Claim) -> bool:
    return bool(a.source and b.source) and a.source != b.source


def _of_those_before(a: _Claim, b: _Claim) -> bool:
    """Whether one figure is of *the toll* of those whom the one before counts: *34 monks*.

    Where only the one before names a place (*twelve children died in a school in Norham*), those
    may be a part of the dead, and the toll that of them all.
    """
    if not _of_two_sources(a, b):
        return False
    a_holds_all = not a.population and not (b.place and not a.place)
    b_holds_all = not b.population and not (a.place and not b.place)
    return any(
        _stand_together(one, other)
        and ((a_holds_all and one.is_toll) or (b_holds_all and other.is_toll))
        for one, other in _in_one_article(a, b)
    )


def _are_totals(a: _Claim, b: _Claim) -> bool:
    """Whether two sources of an article speak of *the toll*, of people of no kind in particular."""
    if a.population or b.population or not _of_two_sources(a, b):
        return False
    return any(one.is_total and other.is_total for one, other in _in_one_article(a, b))


def _in_one_sentence(a: _Claim, b: _Claim) -> bool:
    return any(
        one.sentence is not None and one.sentence == other.sentence
        for one, other in _in_one_article(a, b)
    )


def _of_one_article(a: _Claim, b: _Claim) -> bool:
    """Whether two tolls are taken to be of one incident merely because they stand in an article.

    Either they are apart from each other, or only one of them names its place.
    """
    if a.scope != "incident" or (a.place and b.place) or _in_one_sentence(a, b):
        return False
    return bool(a.place or b.place) or not _set_beside(a, b)


def _same_start(a: str, b: str) -> bool:
    """Whether two starts may be one: *2011-03* and *2011-03-15*, or one that is unknown."""
    return a.startswith(b) or b.startswith(a)


def _of_two_periods(a: _Claim, b: _Claim) -> bool:
    """Whether two figures are of two times: 2010 and 2011; a month and its year, where they add up.

    What happened in May 2011 may be what another text only says was in 2011.
    """
    if not (a.period and b.period):
        return False
    return a.period != b.period if a.scope == "cumulative" else not _same_start(a.period, b.period)


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
