"""Which figure replaces which: *rose from 15 to 20*, *not 14 as first reported*.

A superseded figure is still a claim; the newer one points at it (``corrects``). The figure of
another month or year (*rose from 290 in 2010 to 310 in 2011*) is not superseded.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from helpers.casualty_lists import COMPARED_WITH
from helpers.casualty_reading import Mention, Reading
from helpers.casualty_scope import STANDING
from helpers.wordlists import read_set

_LOOK_BACK, _LOOK_AHEAD = 40, 4  # claims around an older figure that may have replaced it
_REACH = 6  # words beside a figure that can mark it as the older one
_EARLIER = read_set("earlier")
_TOLLS = read_set("tolls")
_SAID = read_set("had said")
_RISING = read_set("rising")
_MONTH_NAMES = read_set("month names")
_BREAKS = frozenset((",", ";", ":", ".", "but", "and", "while"))


class _Figure(NamedTuple):
    """A claim of the sentence: its row in the article's list, and where its number stands."""

    row: int
    mention: Mention
    first: int
    last: int


def mark_corrections(found: list[dict[str, Any]], base: int, reading: Reading) -> list[int]:
    """Set ``corrects`` within one sentence, whose claims are ``found[base:]``.

    Returns those claims that the sentence calls older without saying which one replaced them.
    """
    mentions = [reading.mentions[index] for index in sorted(reading.mentions)]
    figures = [
        _Figure(base + rank, mention, mention.item.numeral.first, mention.item.numeral.last)
        for rank, mention in enumerate(mentions)
        if mention.item.numeral is not None
    ]
    lowers = [token.lower for token in reading.tokens]
    paired: set[int] = set()
    for older, newer, end in _pairs(figures, lowers):
        if _of_other_time(older, newer, end, lowers):
            _mark_compared(found[older.row], found[newer.row])
        else:
            found[newer.row]["corrects"] = older.row
        # Words such as *first reported* belong to the older one, though they may be near both.
        paired |= {older.row, newer.row}
    return [
        figure.row for figure in figures if figure.row not in paired and _is_older(figure, lowers)
    ]


def _mark_compared(older: dict[str, Any], newer: dict[str, Any]) -> None:
    """Mark two figures of which each is of a time of its own; the newer one is what is reported."""
    if older["rule"] == COMPARED_WITH:
        return  # *58 people, up from 49 a year earlier* may be those of one storm
    if older["rule"] in STANDING:
        newer["rule"] = older["rule"]
    older["rule"] = COMPARED_WITH
    for row in (older, newer):
        if row["scope"] == "incident":
            row["scope"] = "cumulative"


def settle(found: list[dict[str, Any]], older: list[int]) -> None:
    """Let the figure that replaced each `older` one point at it: the nearest before, else after."""
    for row in older:
        before = range(row - 1, max(-1, row - 1 - _LOOK_BACK), -1)
        after = range(row + 1, min(len(found), row + 1 + _LOOK_AHEAD))
        newer = next(
            (
                other
                for other in (*before, *after)
                if other not in older and _replaces(found[other], found[row])
            ),
            None,
        )
        if newer is not None:
            found[newer]["corrects"] = row


def _pairs(figures: list[_Figure], lowers: list[str]) -> Iterable[tuple[_Figure, _Figure, int]]:
    """Older and newer figure: *from 15 to 20*, *to 20 from 15*, *20, up from 15 a day before*.

    And where the words of the older one end.
    """
    for a, b in pairwise(figures):
        if a.mention.effect != b.mention.effect:
            continue
        before = [_word_before(figure, lowers) for figure in (a, b)]
        changed = not _RISING.isdisjoint(lowers[max(0, a.first - 12) : b.first])
        if before == ["from", "to"] and changed:
            older, newer, end = a, b, b.first
        elif b.mention.rule == COMPARED_WITH or (before[1] == "from" and changed):
            older, newer, end = b, a, len(lowers)
        else:
            continue
        yield older, newer, end


def _word_before(figure: _Figure, lowers: list[str]) -> str:
    """The word before a figure and its hedge (*to about 315*)."""
    first = figure.mention.item.first
    return lowers[first - 1] if first else ""


def _of_other_time(older: _Figure, newer: _Figure, end: int, lowers: list[str]) -> bool:
    """Whether two figures are of two times, so that the newer one does not replace the other.

    A toll that *rose to 35 from 30 in May* is still the same toll; *58, down 20% from 72 in May*,
    is another count.
    """
    after = lowers[older.last : end][:_REACH]
    if _other_year(after):
        return True
    if not _other_month(after):
        return False
    until = older.first if older.first > newer.first else len(lowers)
    toll = "toll" in (older.mention.rule, newer.mention.rule)
    return not toll or _other_month(lowers[newer.last : until][:_REACH])


def _other_month(after: list[str]) -> bool:
    """Whether words after a figure give it to a month: *from 72 in May*, *from 72 a month ago*."""
    return any(
        (word in ("month", "months") and after[max(0, place - 1) : place] != ["this"])
        or (word in _MONTH_NAMES and "in" in after[max(0, place - 2) : place])
        for place, word in enumerate(after)
    )


def _other_year(after: list[str]) -> bool:
    """Whether words after a figure give it to another year: the new one does not replace it.

    *From 49 a year earlier*, *from 290 in 2010*; but not *to 35 from 30 this year*.
    """
    return any(
        (word in ("year", "years") and after[max(0, place - 1) : place] != ["this"])
        or (word.isdecimal() and len(word) == 4)
        for place, word in enumerate(after)
    )


def _is_older(figure: _Figure, lowers: list[str]) -> bool:
    """Whether words beside a figure say that it was reported before: *an earlier toll of 15*."""
    before = _clause_before(lowers, figure.first)
    after = lowers[figure.last : figure.last + _REACH]
    told = not _TOLLS.isdisjoint(before)
    if not _EARLIER.isdisjoint(before) and told:
        return True
    if "had" in before and not _SAID.isdisjoint(before[before.index("had") :]):
        return True
    if before[-1:] == ["not"] or before[-2:-1] == ["not"]:
        return "as" in after and not _EARLIER.isdisjoint(after)
    reported = "reported" in after or "thought" in after or "announced" in after
    return reported and not _EARLIER.isdisjoint(after)


def _clause_before(lowers: list[str], first: int) -> list[str]:
    """Words of the clause that stand before a figure."""
    words = lowers[max(0, first - 2 * _REACH) : first]
    for place in range(len(words) - 1, -1, -1):
        if words[place] in _BREAKS:
            return words[place + 1 :]
    return words


def _replaces(row: dict[str, Any], older: dict[str, Any]) -> bool:
    """Whether a figure can be the newer one of two for the same people."""
    return (
        row["effect"] == older["effect"]
        and row["scope"] == older["scope"] != "subset"
        and row["corrects"] is None
        and not row["negated"]
        and not row["implicit"]
        and (row["low"], row["high"]) != (older["low"], older["high"])
    )
