"""What something is called, taken as, remembered as or likened to: *called X an attempt to …*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_ATTEMPTS = read_set("attempts")
_EVADING = read_set("evading")
_LIKENESSES = read_set("bad likenesses")
_SIMILAR = read_set("similar")
_TAKES_AS = read_set("takes as")
_LIKENING = frozenset({"liken", "compare", "equate"})
_MOURNED = frozenset({"remember", "recall", "commemorate", "eulogise", "eulogize", "mourn"})
_JOINTS = frozenset({"and", "but", ",", "or", "if", "yet"})
_FARTHEST = 12
"""Chunks that may stand between a thing and what it is called."""


def called(reading: "Reading", verb: int, following: int, depth: int) -> Evidence:
    """*called X an attempt to silence critics*, *took X as a good sign*, *likened X to sheep*."""
    group = reading.chunks[verb]
    is_judging = reading.judges(verb)
    if following < 0 or not (is_judging or group.lemma in _TAKES_AS):
        return SILENT
    link = "to" if group.lemma in _LIKENING else "as"
    place = _after_link(reading, following, link)
    if place < 0 and is_judging and link == "as":
        place = _named(reading, following)
    if place < 0:
        return SILENT
    sign, word = named_value(reading, place)
    own = reading.verb_cue(verb, "object")[0]
    if own and own.sign * sign < 0 and group.lemma not in _MOURNED:
        return SILENT  # dismissed X as an effort to protect them
    if link == "to" and not sign:
        sign, word = likeness(reading, place)
    if not sign and group.lemma in _MOURNED and reading.clauses.kind(place) == "NP":
        is_told = reading.opening(place) in ("a", "an", "one")
        sign, word = int(is_told), reading.chunks[place].head  # whom one remembers as someone
    return Evidence(sign * max(0, reading.event(verb, depth + 1)), word, word, "called so")


def _before_next_verdict(reading: "Reading", place: int) -> Iterator[int]:
    """Chunks from an object on in which it may be named: as far as no other verdict begins."""
    for index in range(place, min(place + _FARTHEST, len(reading.chunks))):
        this = reading.chunks[index]
        if this.kind == "VG" and (this.finite or reading.judges(index)):
            break
        yield index


def _after_link(reading: "Reading", place: int, link: str) -> int:
    """What follows *as* or *to* behind an object and what goes with it; -1 if nothing does."""
    for index in _before_next_verdict(reading, place):
        this = reading.chunks[index]
        if this.kind == "IN" and this.lemma == link:
            return reading.clauses.right(index, ())
    return -1


def _named(reading: "Reading", place: int) -> int:
    """The phrase with *a* or *an* that names an object: *called the refusal to act an attempt*."""
    for index in _before_next_verdict(reading, place):
        this = reading.chunks[index]
        opens = reading.words[this.first].lower in ("a", "an", "nothing")
        if this.kind == "NP" and opens and reading.clauses.kind(index - 1) in ("NP", "VG"):
            return index
    return -1


def named_value(reading: "Reading", place: int) -> tuple[int, int]:
    """Direction of what something is called, whether adjective, noun or set phrase, and the word.

    Of several that are joined, the first with a direction counts: *incomplete and misleading*.
    """
    for _ in range(4):
        if place < 0:
            break
        sign, word = attempt(reading, place)
        if not sign:
            sign, word = reading.verdict(place)
        if sign:
            return sign, word
        joint = reading.clauses.right(place)
        if reading.chunk_word(joint) not in _JOINTS:
            break
        place = reading.clauses.right(joint)
        if reading.chunk_word(place) in _JOINTS:
            place = reading.clauses.right(place)
        if reading.clauses.kind(place) == "NP" and reading.chunk_word(joint) != "and":
            break  # another clause
    return 0, -1


def attempt(reading: "Reading", place: int) -> tuple[int, int]:
    """*an attempt on his life*, *an effort to silence critics*: the sign of what is tried."""
    phrase = reading.chunks[place]
    if phrase.kind != "NP" or phrase.lemma not in _ATTEMPTS:
        return 0, -1
    act = reading.clauses.right(place)
    if reading.chunk_word(act) == "on":
        is_life = reading.chunk_word(reading.clauses.right(act)) in ("life", "freedom", "right")
        return -int(is_life), phrase.head
    if reading.clauses.kind(act) == "IN":
        act = reading.clauses.right(act)  # an attempt at silencing them
    if reading.clauses.kind(act) != "VG" or reading.chunks[act].finite:
        return 0, -1
    if reading.chunks[act].lemma in _EVADING:
        return -1, reading.chunks[act].head
    cue, last = reading.verb_cue(act, "object")
    if cue is None or cue.group not in ("harm", "end", "oppose", "help", "further", "support"):
        return 0, -1
    value, word = reading.value(reading.clauses.right(last))
    is_matter = value != 0 and reading.value_group(word) == "matter"
    is_matter &= reading.words[word].pos in ("NN", "NNS")  # to end the war, not: help poor farmers
    return cue.sign * (value if is_matter else 1), reading.chunks[act].head


def likeness(reading: "Reading", place: int) -> tuple[int, int]:
    """Direction of what something is likened to: *sheep*, *the dark days*, *a prison*."""
    if reading.clauses.kind(place) != "NP":
        return 0, -1
    phrase = reading.chunks[place]
    for word in range(phrase.first, phrase.last + 1):
        if reading.words[word].lower in _LIKENESSES or reading.words[word].lower == "dark":
            return -1, word
    return reading.value(place)


def is_like(reading: "Reading", told: int) -> tuple[int, int]:
    """*X is similar to those tragic events*, *is reminiscent of the tyrants*."""
    if reading.clauses.kind(told) != "JJ" or reading.chunk_word(told) not in _SIMILAR:
        return 0, -1
    link = reading.clauses.right(told)
    if reading.chunk_word(link) not in ("to", "of"):
        return 0, -1
    sign, word = likeness(reading, reading.clauses.right(link))
    return (sign, word) if reading.chunk_word(told) != "worthy" else (-max(0, -sign), word)
