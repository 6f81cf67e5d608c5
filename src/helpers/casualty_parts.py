"""Figures that are a part of another: *nine people, including two children*, *four of the dead*.

A part points at its whole (``host``); one whose whole may stand in a sentence before is marked.
"""

import re

from helpers.casualty_context import tells_condition
from helpers.casualty_reading import Mention, Reading
from helpers.casualty_sentence import ONE_OF_GROUP
from helpers.casualty_ties import has_own_verb
from helpers.wordlists import read_set


def read_parts(reading: Reading) -> None:
    """Subsets: *nine people, including two children*; *10 soldiers, 4 of them seriously*."""
    _read_included(reading)
    for mention in list(reading.mentions.values()):
        for index in _explaining(reading, mention):
            reading.add(index, mention.cause, mention.effect, "explained", mention.index)
    _read_of_them(reading)
    _read_by_cause(reading)


# *including two children*

_INCLUDED = re.compile(r"[,(]?[IP]?I(?:[epR]{0,2})(?P<list>[NUHiwdeOPA,]{1,16})")


def _read_included(reading: Reading) -> None:
    letters = reading.letters
    for match in _INCLUDED.finditer(letters):
        host = reading.host_before(match.start())
        if host is None or letters[match.start() - 1] == "m":  # *that could include …*
            continue
        first = True
        for index in range(match.start("list"), match.end("list")):
            if letters[index] not in "NUHi" or index in reading.mentions:
                continue
            if not first and letters[index - 1] not in "A,e":
                continue
            if has_own_verb(letters, index) and "R" not in match[0]:
                continue  # *among them two were students*: a clause of its own
            if not first and _is_otherwise(reading, index):
                continue
            first = False
            reading.add(index, host.cause, host.effect, "including", host.index)


def _is_otherwise(reading: Reading, index: int) -> bool:
    """Whether a later part is none: *including two guards and four arrested*."""
    if reading.letters[index] == "U":
        return reading.lower(reading.items[index].last - 1).endswith("ed")
    # *…, Bob Kole, a militia leader, said*
    return reading.letters[index] == "i" and reading.letters[index - 2 : index] == "w,"


# *eleven people, six adults and five boys*

_EXPLAINED = re.compile(r"[,(]e?(?P<list>[NHi](?:(?:,|,?A)e?[NHi])*)[,)PIR]")


def _explaining(reading: Reading, mention: Mention) -> list[int]:
    """Figures that spell a claim out: *eleven people, six adults and five boys, were killed*."""
    match = _EXPLAINED.match(reading.letters, mention.index + 1)
    if not match or mention.item.letter not in "NU" or mention.subset or mention.cause is None:
        return []
    if match.end() > mention.cause > mention.index:
        return []
    free = [
        place
        for place in range(match.start("list"), match.end("list"))
        if reading.letters[place] in "NHi"
        and place not in reading.mentions
        and reading.fits_in(place, mention)
    ]
    bracketed = reading.letters[match.start()] == "("
    return free if bracketed or mention.cause > mention.index else []


_PHRASES = "(?:[PO][^.,;:()YVDKGSRbhAcsNUHi]{1,6}+){0,3}"
_PART = f"e?[NUH][ew]{{0,3}}+{_PHRASES}"
_BROKEN_DOWN = re.compile(
    rf"{_PHRASES}[:,(](?P<list>{_PART}(?:,?A{_PART}|,{_PART}){{1,6}})(?=[.,;:)]|$)"
)


def read_sums(reading: Reading) -> None:
    """Parts that add up to the figure before: *killed 20 people: 12 in Lund and eight in Ystad*."""
    for index, whole in sorted(reading.mentions.items()):
        total = whole.item.numeral
        start = max(index, whole.cause or 0) + 1
        colon = reading.letters.find(":", start)
        match = _BROKEN_DOWN.match(reading.letters, start) or (
            _BROKEN_DOWN.match(reading.letters, colon) if colon >= 0 else None
        )
        if match is None or total is None or whole.negated:
            continue
        places = [
            place
            for place in range(match.start("list"), match.end("list"))
            if reading.letters[place] in "NUH"
        ]
        figures = [reading.items[place].numeral for place in places]
        known = [
            figure.low
            for figure in figures
            if figure is not None and figure.bound == "exact" and figure.low is not None
        ]
        if len(known) < len(places) or total.low is None or sum(known) != total.low:
            continue
        for place in places:
            reading.add(place, whole.cause, whole.effect, "adds up", index)


# *four of them*

_DEGREES = read_set("degrees")
_BEFORE_PART = frozenset((",", "(", "A", "P", "e", "w", "R"))
_OTHER_PART = re.compile(r"dA(?P<n>N)(?=[.,;:)]|$)")


def _read_of_them(reading: Reading) -> None:
    for index, item in enumerate(reading.items):
        if item.letter == "U" and reading.lower(item.last - 1) in _DEGREES:
            host = reading.host_before(index)
            if host and index not in reading.mentions and reading.letters[index - 1] in ",A":
                reading.add(index, host.cause, host.effect, "of them", host.index)
        elif item.letter == "N" and item.of_whole:
            _read_of_whole(reading, index)


def _read_of_whole(reading: Reading, index: int) -> None:
    """*four of them*, *seven of the nine soldiers*: a part of a figure that follows or precedes."""
    numeral = reading.items[index].numeral
    mention = reading.mentions.get(index)
    whole = _whole_after(reading, index)
    host = whole or reading.host_before(index)
    if mention is None and whole is not None:
        if numeral is not None and numeral.low == 1:
            reading.aside.setdefault(index, ONE_OF_GROUP)
        else:
            reading.add(index, whole.cause, whole.effect, "of them", whole.index)
    elif mention is not None:
        mention.host = host.index if host else None
        mention.subset = host is not None
    elif host and reading.letters[index - 1 : index] in _BEFORE_PART:
        reading.add(index, host.cause, host.effect, "of them", host.index)
        _read_other_part(reading, index, host)


def _whole_after(reading: Reading, index: int) -> Mention | None:
    """*seven of the nine soldiers*: the figure that is named as the whole."""
    if reading.letters[index + 1 : index + 2] != "O":
        return None
    return reading.mentions.get(index + 2) or reading.mentions.get(index + 3)


def _read_other_part(reading: Reading, index: int, host: Mention) -> None:
    """*killed 30 people, 12 of them women and seven children*: the seven are a part too."""
    match = _OTHER_PART.match(reading.letters, index + 1)
    if match is None or match.start("n") in reading.mentions:
        return
    items = (reading.items[index], reading.items[match.start("n")], host.item)
    lows = [item.numeral.low for item in items if item.numeral and item.numeral.low is not None]
    if len(lows) == len(items) and lows[0] + lows[1] <= lows[2]:  # *a man* is a whole of no number
        reading.add(match.start("n"), host.cause, host.effect, "of them", host.index)


_CAUSES_OF_DEATH = read_set("causes of death")


def _read_by_cause(reading: Reading) -> None:
    """*Eighteen miners died, 13 of burns*: a part by what they died of."""
    for index, item in enumerate(reading.items):
        if item.letter != "H" or index in reading.mentions or item.reason:
            continue
        if reading.letters[index - 1 : index] not in (",", "(", "A"):
            continue
        after = reading.lowers(item.last, item.last + 4)
        if after[:1] not in (["of"], ["from"]) or _CAUSES_OF_DEATH.isdisjoint(after[1:]):
            continue
        host = reading.host_before(index)
        if host and host.effect == "killed" and reading.fits_in(index, host):
            reading.add(index, host.cause, host.effect, "of them", host.index)


# *four are in serious condition*

_OF_SOME = frozenset(("among the dead are", "are among the dead", "of those killed"))


def mark_states(reading: Reading) -> None:
    """Parts by their state: *15 people were hurt, four are in serious condition*.

    Those without their whole in the sentence are marked, since it may stand in one before.
    """
    for index, mention in reading.mentions.items():
        if mention.subset and mention.host is not None:
            continue
        in_state = mention.effect == "wounded" and _tells_state(reading, mention)
        if not (in_state or _is_of_those_hurt(reading, mention) or mention.rule in _OF_SOME):
            continue
        if mention.negated or reading.is_said_to_add(mention.item):
            continue
        mention.partial = True
        host = reading.host_before(index) if in_state else None
        if host and host.effect == mention.effect and reading.fits_in(index, host):
            mention.subset, mention.host = True, host.index


def _is_of_those_hurt(reading: Reading, mention: Mention) -> bool:
    """*four of the dead*, *four of them*, not *seven of the nine soldiers*."""
    item = mention.item
    if not item.of_whole or item.numeral is None:
        return False
    whole = reading.lower(item.numeral.last + 1)
    return item.inner is not None or whole in ("them", "those", "these")


def _tells_state(reading: Reading, mention: Mention) -> bool:
    """Whether the casualty word only says how the wounded are: *in critical condition*."""
    return mention.cause is not None and tells_condition(reading, reading.items[mention.cause])
