"""Whether the figures of a sentence are of one incident or run over time, and since when."""

import re
from collections.abc import Collection
from itertools import pairwise

from helpers.casualty_reading import Reading
from helpers.numerals import Token
from helpers.wordlists import listed, read_set

STANDING = frozenset(("toll", "toll before", "deaths rise to"))
"""Rules that read a toll: *stood at 43 on Monday*."""

_SPAN_UNITS = read_set("span units")
_OPENS_SPAN = read_set("opens span")
_INCIDENTS = read_set("incidents")
_TOLD = read_set("told in the past")


def scope_of(reading: Reading) -> str:
    """Incident, or cumulative where the sentence says that its figures run over time."""
    figures = {mention.item.first for mention in reading.mentions.values()}
    lowers = [
        token.lower
        for index, token in enumerate(reading.tokens)
        if token.lower != "since" or counts_from(reading.tokens, index, figures)
    ]
    if not listed("scope_cues.txt").isdisjoint(lowers) and not _of_a_day(reading, lowers):
        return "cumulative"
    if any(_opens_span(lowers, index) for index in range(len(lowers) - 1)):
        return "cumulative"
    # *Police said nine had died* tells only what was said, so *had* alone makes no total.
    told = not _TOLD.isdisjoint(lowers) and ("as", "of") not in pairwise(lowers)
    had = ("had",) if told else ()
    perfect = any(
        item.letter in "YVD"
        and reading.tokens[item.first].lower in {"has", "have", "had"}.difference(had)
        and reading.tokens[item.first + 1].lower != "to"
        for item in reading.items
    )
    return "cumulative" if perfect and _INCIDENTS.isdisjoint(lowers) else "incident"


def _opens_span(lowers: list[str], index: int) -> bool:
    """*in three months*, *the last ten years*, not *last month*, *this week*."""
    lower, after = lowers[index], lowers[index + 1]
    if lower not in _OPENS_SPAN or _SPAN_UNITS.isdisjoint(lowers[index + 1 : index + 4]):
        return False
    if lower == "last" and after in ("week", "month", "year"):
        return False
    return lower != "this" or after != "week"


_DAY_NAMES = read_set("day names")
_WEEKS = frozenset((("this", "week"), ("last", "week"), ("last", "night"), ("this", "morning")))
_ENDS_REPORT = frozenset((",", ";", ":", "said", "says", "say", "since", "by"))
_PERFECT = frozenset(("has", "have", "had", "toll", "total", "number"))


def _of_a_day(reading: Reading, lowers: list[str]) -> bool:
    """Whether figures are of one day or week, whatever it was part of: *Ebola killed 20 last week*.

    The time must be of the death, not of the report, and the verb in the simple past.
    """
    standing = any(mention.rule in STANDING for mention in reading.mentions.values())
    if standing or "since" in lowers or not _PERFECT.isdisjoint(lowers):
        return False
    for mention in reading.mentions.values():
        after = lowers[mention.item.last :]
        end = next((place for place, word in enumerate(after) if word in _ENDS_REPORT), None)
        opening = lowers[: mention.item.first]
        told = not _ENDS_REPORT.isdisjoint(opening[3:])
        dated = opening[:1] == ["on"] and opening[1:2] != [] and opening[1] in _DAY_NAMES
        if (dated and not told) or _names_day(after[:end]):
            return True
    return False


def _names_day(lowers: list[str]) -> bool:
    return not (_DAY_NAMES.isdisjoint(lowers) and _WEEKS.isdisjoint(pairwise(lowers)))


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_COMPARES = read_set("compares")
_RELATIVE = frozenset(("which", "who", "whose", "where", "that"))
_BREAKS = frozenset((",", ";", ":", "(", ")", "–", "—"))
_JOINS = frozenset(("and", "but", "while", "or"))


def counts_from(tokens: list[Token], index: int, figures: Collection[int]) -> bool:
    """Whether a *since* says from when on a figure counts.

    It does not where it names the last time (*the worst crash since 1987, when 47 died*; *the
    deadliest since a bomb killed 21*) or belongs to an insertion or relative clause without a
    figure (*Ana Lee, mayor since 2008, …*; *Homs, which rebels have held since 2009*).
    """
    after = [token.lower for token in tokens[index + 1 : index + 6]]
    year = next((place for place, word in enumerate(after) if _YEAR.fullmatch(word)), None)
    if year is not None:
        rest = [word for word in after[year + 1 :] if word != ","]
        if rest[:1] == ["when"] or rest[:2] == ["in", "which"]:
            return False
    start = next((i for i in range(index - 1, -1, -1) if tokens[i].lower in _BREAKS), -1)
    before = [token.lower for token in tokens[start + 1 : index]]
    if any(word in _COMPARES or (len(word) > 5 and word.endswith("est")) for word in before[-4:]):
        return False
    if not before or any(start < figure < index for figure in figures):
        return True
    inserted = start >= 0 and any(token.lower == "," for token in tokens[index + 1 : index + 6])
    ahead = any(figure > index for figure in figures)
    return before[0] not in _RELATIVE and not (inserted and ahead and before[0] not in _JOINS)
