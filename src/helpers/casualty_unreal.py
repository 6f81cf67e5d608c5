"""Harm that did not happen, or not that a sentence says: plans, forecasts, denials, fiction."""

import re
from functools import cache
from itertools import pairwise

from helpers.casualty_reading import Reading
from helpers.casualty_sentence import Item
from helpers.casualty_words import is_may, lexicon
from helpers.numerals import counts
from helpers.wordlists import read_rows, read_set

# Plans, threats, forecasts

_ENDS_PLAN = read_set("ends plan") | frozenset(".:;")
_FUTURE = read_set("future")


@cache
def _unreal_cues() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row["cue"].split()) for row in read_rows("unreal_cues.csv"))


def is_unreal_before(reading: Reading, first: int, cause: int) -> bool:
    """Whether the clause speaks of a plan, threat, forecast or condition, by a cue before it."""
    start = reading.items[first].first
    lowers = [
        "" if is_may(reading.tokens, place) else reading.tokens[place].lower
        for place in range(max(0, start - 12), start)
    ]
    for stop in _ENDS_PLAN:
        if stop in lowers:
            lowers = lowers[len(lowers) - lowers[::-1].index(stop) :]
    cues = _unreal_cues()
    single = any((word,) in cues for word in lowers)
    double = any(
        pair in cues and not (pair[1] == "to" and "," in lowers[place:])
        for place, pair in enumerate(pairwise(lowers))
    )
    future = reading.items[cause].letter == "T" and not _FUTURE.isdisjoint(lowers[-4:])
    return single or double or future


_LEAVES = re.compile(r"m[en]{0,2}(?P<leave>j)[^.,;:cYVDGKNUHi]{0,6}(?:[HN]S,?A[en]{0,2})?$")
_SHARED_BE = re.compile(r"Y(?:[PO][^.,;:YVDGKSRbhAcsNUH]{1,6}+){0,2},?A[en]{0,2}$")
_FORESEEN = read_set("foreseen")
_RUNNING_RISK = read_set("running a risk")
_WARNING = frozenset(("warn", "warns", "warned", "warning"))


def is_foreseen(reading: Reading, index: int, cause: int) -> bool:
    """Whether a figure is only foreseen.

    *could be killed and 30 injured*, *could leave 30 dead*, *30 deaths are expected*, *30 men risk
    being killed*, *warned of 30 deaths*.
    """
    word, first = reading.items[cause], reading.items[index].first
    if _shares_modal(reading, index, cause):
        return True
    match = _LEAVES.search(reading.letters, max(0, index - 14), index)
    if match and reading.opening(match.start("leave")) == "leave":
        return True
    if word.letter == "T" and cause > index and reading.letters[cause + 1 : cause + 2] == "b":
        last = word.last + 1
        last += reading.lower(last) in ("now", "still", "also")
        if reading.lower(last) in _FORESEEN:
            return True
    if word.letter == "T" and reading.lower(first - 1) == "of":
        return reading.lower(first - 2) in _WARNING
    being = reading.lower(word.first) == "being"
    return being and reading.lower(word.first - 1) in _RUNNING_RISK


def _shares_modal(reading: Reading, index: int, cause: int) -> bool:
    """*Ten could be killed and 30 injured*: the modal holds for both participles."""
    if reading.items[cause].letter != "K" or cause < index:
        return False
    match = _SHARED_BE.search(reading.letters, max(0, index - 20), index)
    return match is not None and reading.items[match.start()].unreal


_TAKEN = re.compile(r"(?P<will>[mP])e{0,2}[CL]e{0,2}$")
_REALISED = read_set("realised")


def is_to_be_taken(reading: Reading, index: int) -> bool:
    """*The drought will claim 40 lives*, *is expected to claim 40*: nobody has died yet."""
    match = _TAKEN.search(reading.letters, max(0, index - 6), index)
    if match is None:
        return False
    first = reading.items[match.start()].first
    if reading.letters[match.start()] == "m":
        return not is_may(reading.tokens, first)
    before = [reading.lower(place) for place in range(first - 3, first)]
    return reading.lower(first) == "to" and _REALISED.isdisjoint(before)


# What did not happen

_NEARLY = frozenset(("nearly", "almost", "narrowly"))


def is_only_near(reading: Reading, word: Item) -> bool:
    """*Twelve people were nearly killed*, not *was left nearly dead*."""
    if word.letter not in "YVKGD":
        return False
    return not _NEARLY.isdisjoint(reading.lowers(max(0, word.first - 1), word.last))


_DENYING = read_set("denying")
_CHARGES = read_set("charges")
_RELATIVE = read_set("relative pronouns")
_NEGATIVE = frozenset(("not", "n't", "never", "cannot", "nor", "neither", "without"))


def is_denied(reading: Reading, index: int) -> bool:
    """Whether the figure is what somebody denies: *denied that 30 had died*, *denied killing 30*.

    What is only mentioned in a denial did happen: *denied a role in the raid that killed 30*.
    """
    start = reading.items[index].first
    lowers = reading.lowers(max(0, start - 16), start)
    cue = next((place for place in range(len(lowers)) if lowers[place] in _DENYING), None)
    if cue is None or not _NEGATIVE.isdisjoint(lowers[max(0, cue - 3) : cue]):
        return False
    between = lowers[cue + 1 :]
    if not _ENDS_PLAN.isdisjoint(between) or "," in between:
        return False
    while between and between[0] in _CHARGES:
        del between[0]
    claimed = between[:1] == ["that"]
    act = between[:1] != [] and between[0].endswith("ing")
    return (claimed or act) and _RELATIVE.isdisjoint(between[1:])


# Fiction

_FICTION = read_set("works of fiction")
_STORY_REACH = 5  # words at the start of a sentence that can name a work
_PRESENT = frozenset(("is", "are", "gets", "get"))
_TELLS = read_set("telling a story")
_STORY_OPENS = frozenset(("the", "a", "his", "her", "their", "its", "this"))


def is_in_story(reading: Reading, word: Item) -> bool:
    """*In the film, 12 people are killed*: what a sentence on a work tells in the present tense."""
    opening = reading.lowers(0, _STORY_REACH)
    place = next((place for place, lower in enumerate(opening) if lower in _FICTION), None)
    if not place or word.letter not in "YVD":
        return False
    verb = reading.lower(word.first)
    stem = word.verb.partition(" ")[0]
    after = reading.lower(place + 1)
    if after[:1].isalpha() and lexicon().letters.get(after, "w") == "w" and not _goes_on(after):
        return False  # *the film crew are killed*
    told = verb in _PRESENT if word.letter == "Y" else verb in (stem, stem + "s", stem + "es")
    return told and not _STORY_OPENS.isdisjoint(opening[:place])


def _goes_on(lower: str) -> bool:
    """Whether a word after *film* begins what it tells: a verb (*tells of*) or a number."""
    return lower in _TELLS or bool(counts(lower))
