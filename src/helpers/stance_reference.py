"""Words that stand for a target named before: *it*, *this*, *the measure*.

Only where little doubt is left: a pronoun that is the subject, a description of the same kind.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from helpers import stance_composition as composition
from helpers.roles import SPEAKER, Chunk
from helpers.stance_reading import Reading
from helpers.stance_speaker import FIRST_PERSON, THEIRS, THIRD_PERSON
from helpers.tagging import lemma, tag
from helpers.wordlists import read_list, read_set

_OBJECTS = read_set("objects")
_TIMES = read_set("times")
_POINTING = read_set("pointing")
_FOLLOWING = THIRD_PERSON | _POINTING
_NOT_HEADS = read_set("not heads")
_ONE_ONLY = frozenset({"it", "he", "she"})
"""Pronouns that cannot stand for several: *the drills are a threat, and it will not sit idle*."""

_PRONOUN = re.compile(rf"\W{{0,3}}(?:{'|'.join(sorted(_FOLLOWING))})\b", re.IGNORECASE)

Place = tuple[int, int, int]
"""A target's number with the first and the last word (inclusive) of what names it."""


def pronouns(
    reading: Reading, places: Sequence[Place], subjects: frozenset[int]
) -> tuple[list[Place], frozenset[int]]:
    """Subject pronouns that stand for a target, and the targets in the last subject.

    A pronoun as subject takes up the subject before it: *Russia is no bystander. It arms them.*
    """
    found = []
    many = {t for t, _, last in places if reading.words[last].pos == "NNS"}
    for verb in sorted(reading.clauses.subjects):
        subject = reading.clauses.subjects[verb]
        if subject is None or subject < 0 or not reading.chunks[verb].finite:
            continue
        phrase = reading.chunks[subject]
        head = reading.words[phrase.head].lower
        if head in FIRST_PERSON or reading.is_speaker(subject):
            continue
        if head in _POINTING and composition.is_occasion(reading, verb):
            continue  # this is a great day
        if head in _FOLLOWING and phrase.first == phrase.last:
            found += [
                (target, phrase.first, phrase.last)
                for target in sorted(subjects)
                if head not in _ONE_ONLY or target not in many
            ]
        else:
            last = reading.chunks[verb].first
            subjects = frozenset(t for t, first, _ in places if phrase.first <= first < last)
    found += _objects(reading, places, subjects)
    return found + _owners(reading, places), subjects


def _objects(reading: Reading, places: Sequence[Place], subjects: frozenset[int]) -> list[Place]:
    """Object pronouns in what the speaker says of himself: *we have seen X and we reject it*."""
    found = []
    for index, phrase in enumerate(reading.chunks):
        word = reading.words[phrase.head].lower
        if phrase.kind != "NP" or word not in _OBJECTS or phrase.first != phrase.last:
            continue
        if reading.clauses.kind(reading.clauses.right(index)) == "SUB" and word == "it":
            continue  # we would welcome it if they left
        verb = reading.clauses.previous_verb(index)
        subject = reading.clauses.subjects.get(verb) if verb >= 0 else None
        if subject is None or index in reading.clauses.subjects.values():
            continue
        is_first = (
            subject >= 0 and reading.words[reading.chunks[subject].head].lower in FIRST_PERSON
        )
        if subject >= 0 and not is_first and not _is_joined(reading, subject, verb):
            continue
        is_joined = reading.clauses.kind(reading.clauses.left(verb)) == "CC"
        until = verb if subject < 0 or is_joined else subject
        if not is_first and not _agrees(reading, word, until):
            continue
        before = [i for i in range(until) if _is_thing(reading, i)]
        if before:
            last = reading.chunks[before[-1]]
            meant = {t for t, first, end in places if first <= last.head <= end}
        else:
            meant = set(subjects)
        found += [(target, phrase.first, phrase.last) for target in sorted(meant)]
    return found


def _is_joined(reading: Reading, subject: int, verb: int) -> bool:
    """Whether the speaker, as *he*, is subject after *and*: *has not read it but she backs it*."""
    joint = reading.clauses.left(verb)
    if joint == subject:
        joint = reading.clauses.left(subject)
    return reading.clauses.kind(joint) == "CC" and reading.is_speaker(subject)


def _owners(reading: Reading, places: Sequence[Place]) -> list[Place]:
    """Whose something is that the speaker praises or blames: *met X and praised their courage*."""
    found = []
    for phrase in reading.chunks:
        opening = reading.words[phrase.first].lower
        if phrase.kind != "NP" or opening not in THEIRS or phrase.first == phrase.last:
            continue
        verb = _speakers_verb(reading, phrase.first)
        if verb < 0 or not _agrees(reading, "them" if opening == "their" else "it", verb):
            continue
        last = next(c for c in reversed(reading.chunks[:verb]) if _is_noun(reading, c))
        found += [
            (t, phrase.first, phrase.first) for t, first, end in places if first <= last.head <= end
        ]
    return found


def _speakers_verb(reading: Reading, word: int) -> int:
    """Verb with the speaker as subject that *and* joins to one before it; -1 if none is."""
    index = next(i for i, c in enumerate(reading.chunks) if c.last >= word)
    verb = reading.clauses.previous_verb(index)
    is_joined = reading.chunk_word(reading.clauses.left(verb)) == "and" if verb >= 0 else False
    return verb if is_joined and reading.clauses.subjects.get(verb) == SPEAKER else -1


def _agrees(reading: Reading, pronoun: str, until: int) -> bool:
    """Whether the last noun before a pronoun goes with it in number: *the deals*, *them*."""
    nouns = [i for i in range(until) if _is_thing(reading, i)]
    is_next = reading.clauses.kind(reading.clauses.left(until)) in ("PUNCT", "CC")
    if not nouns or not is_next:  # commented on X, calling it a farce
        return False
    head = reading.words[reading.chunks[nouns[-1]].head]
    is_many = head.pos in ("NNS", "NNPS") or head.text[-2:-1].isupper()  # MPs
    return is_many == (pronoun == "them")


def _is_thing(reading: Reading, index: int) -> bool:
    """Whether a chunk is a noun phrase that a pronoun can stand for, no day or hour."""
    return _is_noun(reading, reading.chunks[index])


def _is_noun(reading: Reading, phrase: Chunk) -> bool:
    is_noun = phrase.kind == "NP" and reading.words[phrase.head].pos.startswith("NN")
    return is_noun and phrase.lemma not in _TIMES


def descriptions(
    reading: Reading, places: Sequence[Place], names: Mapping[int, str]
) -> list[Place]:
    """Phrases such as *this measure* that stand for a target of that kind (*the budget bill*).

    `names` gives the words by which each target is mentioned.
    """
    named = {(first, last) for _, first, last in places}
    found = []
    for phrase in reading.chunks:
        opening = reading.words[phrase.first].lower
        if phrase.kind != "NP" or opening not in _POINTING or phrase.first == phrase.last:
            continue
        if any(first <= phrase.head and phrase.first <= last for first, last in named):
            continue
        found += [
            (target, phrase.first, phrase.last)
            for target, name in sorted(names.items())
            if _is_same_kind(phrase.lemma, _head_word(name))
        ]
    return found


def opens_with_pronoun(text: str) -> bool:
    """Whether a text begins with a word that can stand for something said before."""
    return _PRONOUN.match(text) is not None


@lru_cache(maxsize=4096)
def _head_word(mention: str) -> str:
    """Head word of a target's name: the last word before *of*, *to* and the like."""
    words = tag(mention)
    end = next((i for i, w in enumerate(words) if i and w.lower in _NOT_HEADS), len(words))
    heads = [word for word in words[:end] if word.pos not in ("POS", "PUNCT")]
    return lemma(heads[-1].lower, "NNS") if heads else ""


@cache
def _kinds() -> dict[str, frozenset[int]]:
    """Kinds, by number, that a noun can be of."""
    kinds: dict[str, set[int]] = {}
    for number, line in enumerate(read_list("kinds_of_things.txt")):
        for word in line.split():
            kinds.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in kinds.items()}


def _is_same_kind(word: str, other: str) -> bool:
    kinds = _kinds()
    return word == other or bool(kinds.get(word, frozenset()) & kinds.get(other, frozenset()))
