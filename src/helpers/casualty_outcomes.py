"""Harm that no rule over letters reads: *three wounded soldiers*, *no casualties*, *searched for*.

And those of the wounded who died after all.
"""

import re

from helpers.casualty_context import is_of_a_team, is_of_illness
from helpers.casualty_reading import Mention, Reading
from helpers.casualty_ties import is_rate
from helpers.casualty_unreal import is_unreal_before
from helpers.wordlists import read_set


def read_attributive(reading: Reading) -> None:
    """*three wounded soldiers*, *four of the dead*."""
    for index, item in enumerate(reading.items):
        if index in reading.mentions or not item.inner or item.reason or item.letter not in "NUH":
            continue
        if item.inner == "wounded" and is_of_a_team(reading, item):
            reading.aside.setdefault(index, "sports")
        elif not is_unreal_before(reading, index, index):
            reading.add(index, None, item.inner, "attributive")


_NOT_YET_KNOWN = read_set("not yet known")


def read_none_hurt(reading: Reading) -> None:
    """*No casualties were reported*: zero, said so."""
    for index, item in enumerate(reading.items):
        if item.letter == "Z" and index not in reading.mentions:
            before = {reading.lower(item.first - step) for step in (1, 2, 3)}
            if before & _NOT_YET_KNOWN:
                continue
            reading.mentions[index] = Mention(
                item, index, index, item.effect or "casualties", "none", negated=True
            )


_DIED_AFTER = re.compile(r"(?:[PO][^.,;:YVDKGSRbhAcsNUHi]{1,7}+)?[we]{0,2}(?P<c>[DY])")


def mark_died_of_it(reading: Reading) -> None:
    """The wounded who are said to be dead are counted as killed.

    *Three of the five wounded died*, *the two shot in the raid also died*, *killed nine people who
    had been hurt*.
    """
    items = reading.items
    wholes = {part.host for part in reading.mentions.values() if part.rule == "of them"}
    for index, mention in reading.mentions.items():
        if mention.effect != "wounded" or mention.negated:
            continue
        cause = _death_of(reading, index, mention, is_whole=index in wholes)
        if cause is None or items[cause].effect != "killed":
            continue
        if not (items[cause].unreal or items[cause].negated or cause in reading.caused):
            mention.effect, mention.cause = "killed", cause


def _death_of(reading: Reading, index: int, mention: Mention, *, is_whole: bool) -> int | None:
    """The casualty verb that may say of the wounded that they are dead."""
    if mention.rule == "relative":
        before = index - 1
        return before if before >= 0 and reading.letters[before] in "VGK" else None
    if mention.rule.startswith("bare participle") and mention.cause is not None and not is_whole:
        return _dies_after(reading.letters, mention.cause + 1)
    if mention.rule == "of them" and mention.host is not None:
        whole = reading.mentions[mention.host]
        return _dies_after(reading.letters, max(whole.index, whole.cause or 0) + 1)
    return None


def _dies_after(letters: str, start: int) -> int | None:
    """The casualty verb that follows a participle and its phrase."""
    match = _DIED_AFTER.match(letters, start)
    return match.start("c") if match else None


_TREATED = re.compile(r"(?P<n>[HN])bbw(?:P|[.,;:)A]|$)")


def read_treated(reading: Reading) -> None:
    """*The gas killed nine miners, and 60 are being treated*: they came to harm too."""
    if all(mention.negated for mention in reading.mentions.values()):
        return
    for match in _TREATED.finditer(reading.letters):
        index = match.start("n")
        words = [reading.opening(index + step) for step in (2, 3)]
        if index in reading.mentions or words != ["being", "treated"]:
            continue
        if not is_of_illness(reading) and not reading.sports:
            reading.add(index, index + 3, "wounded", "being treated")


_SEARCHING = frozenset(("search", "searches", "searching", "searched"))
_RESCUING = read_set("rescuing")
_PURSUED = read_set("pursued")
_BEFORE_SOUGHT = frozenset(("the", "other", "another", "remaining", "last", "those", "still"))
_ENDS_SEARCH = frozenset((",", ";", ":", "and", "but", "for", "not", "no"))
_AFTER_SOUGHT = frozenset(("", *".,;:)AcPmbhwd"))


def read_searched_for(reading: Reading) -> None:
    """*Divers searched for four miners*, *a search was under way for six*: they are missing.

    Only where somebody is rescued or found dead, and nobody fled or is wanted.
    """
    if _SEARCHING.isdisjoint(reading.words) or _RESCUING.isdisjoint(reading.words):
        return
    if not _PURSUED.isdisjoint(reading.words):
        return
    for index, item in enumerate(reading.items):
        if item.letter not in "HN" or index in reading.mentions or item.reason:
            continue
        if not _is_sought(reading, item.first):
            continue
        reaches = reading.letters[index + 1 : index + 2] in _AFTER_SOUGHT
        if reaches and not is_rate(reading, index):
            reading.add(index, None, "missing", "searched for")


def _is_sought(reading: Reading, first: int) -> bool:
    """Whether *search for* stands before a number, with no other clause between."""
    while reading.lower(first - 1) in _BEFORE_SOUGHT:
        first -= 1
    before = reading.lowers(max(0, first - 7), first)
    searches = [place for place, lower in enumerate(before) if lower in _SEARCHING]
    if before[-1:] != ["for"] or not searches:
        return False
    return _ENDS_SEARCH.isdisjoint(before[searches[-1] : -1])
