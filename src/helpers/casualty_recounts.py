"""A second figure for those already counted, by its own sentence or by the one before."""

import re

from helpers.casualty_context import is_of_illness
from helpers.casualty_reading import MODALS, Reading
from helpers.casualty_sentence import Item
from helpers.wordlists import read_set

GAPPED = "gapped"
"""The rule that reads a figure whose verb is left out: *the league counted 8 dead, the army 12*."""

COUNTED_ANEW = "counted anew"
"""The rule that reads a second figure for those whom its own sentence counts."""

COUNTED_ON = "counted on"
"""The rule that reads a second figure for those whom the sentence before counted."""

_NEW_COUNT = read_set("counted anew")
_COPULAS = frozenset(("was", "is", "were"))
_ENDS_FIGURE = frozenset(("", ".", ",", ";", "A", "c", ")"))

# *the league counted 8 dead, the army 12*

_GAPPED = re.compile(r"[HN][ST],e[w]{1,3}(?P<n>H)(?=[,.;]|$)")
_COUNTED = frozenset(("counted", "counts", "reported", "reports", "recorded", "records"))


def read_gapped(reading: Reading) -> None:
    """*The league counted 8 dead, the army 12*: the second figure has the first one's verb."""
    for match in _GAPPED.finditer(reading.letters):
        first = reading.mentions.get(match.start())
        index = match.start("n")
        if first is None or index in reading.mentions or reading.items[index].reason:
            continue
        oldest = reading.before(index).endswith("est")
        counted = reading.before(first.index) in _COUNTED
        if counted and not oldest and not first.negated:
            reading.add(index, first.cause, first.effect, GAPPED)


# *the mayor said it was 100*

_EARLIER = read_set("earlier")
_ESTIMATES = _NEW_COUNT | {"estimate", "tally", "report"}
_SAYING = read_set("had said") | {"say", "says"}


def count_anew(reading: Reading) -> None:
    """A second figure for those already counted: *said it was 100*, *put the number at 20*."""
    for index, item in enumerate(reading.items):
        if not _is_free(reading, index) or _is_fraction(item):
            continue
        if not _takes_up(reading, item):
            continue
        before = [
            place
            for place, mention in reading.mentions.items()
            if place < index and not (mention.subset or mention.negated) and mention.item.numeral
        ]
        if before:
            first = reading.mentions[max(before)]
            reading.add(index, first.cause, first.effect, COUNTED_ANEW)


def _is_free(reading: Reading, index: int) -> bool:
    """Whether an item is a bare number at the end of its phrase that is not tied to a word."""
    item = reading.items[index]
    if item.letter != "H" or item.reason or index in reading.mentions:
        return False
    return reading.letters[index + 1 : index + 2] in _ENDS_FIGURE


def _is_fraction(item: Item) -> bool:
    """Whether a number is a magnitude (*5.4*)."""
    return item.numeral is not None and isinstance(item.numeral.low, float)


def _takes_up(reading: Reading, item: Item) -> bool:
    """Whether the words before a figure point back at a count: *it was*, *the number at*."""
    before = reading.lowers(max(0, item.first - 6), item.first)
    if before[-2:] == ["closer", "to"]:
        del before[-2:]
    if len(before) < 3:
        return False
    last, subject = before[-1], before[-2]
    if subject == "it":
        said = last in _COPULAS and not _SAYING.isdisjoint(before[:-2])
        return said or (last == "at" and before[-3] in ("put", "puts"))
    if last == "of" and subject in _ESTIMATES and before[-3] in _EARLIER:
        return True  # *raising its earlier estimate of 90*
    told = last in _COPULAS or last == "at" or (last == "of" and "gave" in before)
    return told and subject in _NEW_COUNT


# *Their number may be as high as 9*

_TRUE = read_set("true figures")
_AS_HIGH = frozenset(("as", "up", "more", "over", "higher", "close", "closer", "nearer"))
_ADMITTING = frozenset(("acknowledged", "acknowledges", "admitted", "admits", "confirmed"))


def count_on(reading: Reading, before: Reading) -> None:
    """Read a figure for those whom the sentence before counted: *Their number may be as high as 9*.

    Only if nothing else was counted there, and if the words before the figure point back.
    """
    wholes = [mention for mention in before.mentions.values() if not mention.subset]
    effects = {mention.effect for mention in wholes}
    counted = any((item.reason or "").startswith("counts: ") for item in before.items)
    if len(effects) != 1 or counted or any(mention.negated for mention in wholes):
        return
    if not any(mention.item.numeral for mention in wholes):
        return
    for index, item in enumerate(reading.items):
        if _is_free(reading, index) and _points_back(reading, item) and not _is_fraction(item):
            reading.add(index, None, wholes[0].effect, COUNTED_ON)


def _points_back(reading: Reading, item: Item) -> bool:
    """*the true number could be as high as*, *put the figure at*, *has acknowledged only*."""
    first = item.first
    while reading.lower(first - 1) in ("as", "high", "closer", "to", "higher", "than", "only"):
        first -= 1
    before = reading.lowers(max(0, first - 6), first)
    hedge = reading.lowers(first, item.numeral.first) if item.numeral else []
    if before[-1:] == ["at"]:
        puts = not {"put", "puts"}.isdisjoint(before[-4:-2])
        return puts and before[-2] in _NEW_COUNT
    if before[-1:] and before[-1] in _ADMITTING:
        return hedge[:1] in (["only"], ["just"]) and not is_of_illness(reading)
    verbs = [word for word in before if word in _COPULAS or word in MODALS or word == "be"]
    if not verbs or before[-len(verbs) :] != verbs:
        return False
    subject = before[: -len(verbs)]
    if subject[-1:] == [] or subject[-1] not in _NEW_COUNT:
        return False
    possible = verbs[-1:] == ["be"] and verbs[0] in MODALS and not _AS_HIGH.isdisjoint(hedge)
    return (subject[-2:-1] != [] and subject[-2] in _TRUE) or (
        possible and subject[-2:-1] in (["the"], ["their"], ["that"])
    )
