"""What a sentence says of a toll: what it rose to or is feared to reach, and whom it holds."""

import re
from itertools import pairwise

from helpers.casualty_reading import MODALS, Mention, Reading
from helpers.casualty_sentence import Item
from helpers.wordlists import read_set

TOLL_RULES = frozenset(("toll", "deaths rise to"))
"""Rules that read what a toll has come to."""

# Tolls that rise

_FALLEN = read_set("falling tolls")
_RISEN = read_set("risen") | _FALLEN
_PASSING = read_set("passing a figure")
_OPEN_AFTER = read_set("open after")


def has_risen(reading: Reading, cause: int, index: int) -> bool:
    """*deaths rose to N*, *fatalities stand at N*, *deaths surpassing N*."""
    item = reading.items[index]
    numeral = item.numeral
    between = reading.lowers(reading.items[cause].last, numeral.first) if numeral else []
    if numeral is None or not between:
        return False
    if between[-1] in _PASSING:
        return True
    if between[-1] == "by" and not _FALLEN.isdisjoint(between):
        return False  # *fell by 30*: so many did not die
    if any(word in _RISEN for word in between):
        return between[-1] in _OPEN_AFTER | _RISEN or is_hedged(item)
    return numeral.bound == "at_least" and len(between) == 1


def is_hedged(item: Item) -> bool:
    """Whether a hedge opens the figure (*surpassing 100*, *as many as 200*)."""
    return item.numeral is not None and item.numeral.qualifier is not None


_RISE = read_set("toll rises")
_PASS = read_set("toll passes")
_EXPECTING = read_set("expecting") | read_set("foreseen")


def is_expected(reading: Reading, cause: int, index: int) -> bool:
    """Whether a toll is only expected to come to a figure: *could rise above 100*.

    What it *could reach* or *may exceed* counts as an estimate of what has happened.
    """
    numeral = reading.items[index].numeral
    last = reading.items[cause].last
    lowers = reading.lowers(last, numeral.first if numeral else last)
    if lowers[-1:] == ["from"]:
        return False
    first = reading.letters.rfind("t", 0, cause)
    if lowers == ["to"] and first >= 0:  # *The toll could rise to 9 and that of the hurt to 20*
        return _may_rise(reading.between(first, cause))
    return _may_rise(lowers)


def _may_rise(lowers: list[str]) -> bool:
    lowers = [lower for lower in lowers if not lower.endswith("ly")]  # *would likely exceed*
    for place, verb in enumerate(lowers):
        before = lowers[place - 1] if place else ""
        sure = before in ("will", "would") or (
            before == "to" and not _EXPECTING.isdisjoint(lowers[place - 2 : place - 1])
        )
        if (verb in _PASS and sure) or (verb in _RISE and (sure or before in MODALS)):
            return True
    return False


# Figures that are tolls or are held by one

_UPTO = re.compile(r"[^.;tYVDNUHS]*+")


def name_tolls(reading: Reading) -> None:
    """*put the toll at 9 dead*: a toll too, whose figure was read with *dead*."""
    for index, mention in reading.mentions.items():
        if mention.rule != "bare state" or mention.effect != "killed":
            continue
        toll = reading.letters.rfind("t", max(0, index - 12), index)
        if toll < 0 or reading.before(index) not in ("at", "to"):
            continue
        if _UPTO.fullmatch(reading.letters, toll + 1, index):
            mention.rule = "toll"


_BRING_TO = read_set("bringing")
_AFTERWARDS = frozenset(("after", "as", "when"))


def mark_differences(reading: Reading) -> None:
    """New deaths that a toll holds: *two more died, raising the toll to 9*, *rose by 3 to 42*."""
    ordered = sorted(reading.mentions.items())
    for (place, new), (index, total) in pairwise(ordered):
        words = [reading.before(place), reading.before(index)]
        by_to = new.cause == total.cause and words == ["by", "to"]
        if by_to and reading.fits_in(place, total):
            new.subset, new.host = True, index
    for _, toll in ordered:
        if toll.rule not in TOLL_RULES or toll.subset or toll.cause is None:
            continue
        # *from 10 to 12*: the last figure of a toll is the new one.
        index, total = next(pair for pair in reversed(ordered) if pair[1].cause == toll.cause)
        word = reading.items[toll.cause]
        for place, new in ordered:
            if new.effect != total.effect or new.negated or new.subset or place == index:
                continue
            if _is_held(reading, new, total, word) and reading.fits_in(place, total):
                new.subset, new.host = True, index


def _is_held(reading: Reading, new: Mention, total: Mention, word: Item) -> bool:
    """Whether a toll holds new deaths: *two died, bringing it to 9*, *9 after two more died*."""
    more = reading.is_said_to_add(new.item)
    if new.item.first > total.item.last:
        between = reading.tokens[total.item.last : new.item.first]
        return more and any(token.lower in _AFTERWARDS for token in between)
    for place in range(max(new.item.last, word.first - 7), word.first):
        lower = reading.lower(place)
        if lower in _BRING_TO and (more or lower.endswith("ing")):
            return True
    return False
