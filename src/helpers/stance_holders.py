"""Whose an attitude is that a noun names, and whether there is any: *our objections*, *no plans*.

Each function takes a `helpers.stance_reading.Reading` and the place of the noun's phrase.
"""

from typing import TYPE_CHECKING

from helpers import stance_speaker as who
from helpers.roles import INTENTS
from helpers.stance_cues import Cue
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_ANNOUNCING = read_set("announcing")
_PEOPLE = read_set("all the people")
_COPULAS = read_set("copulas")
_NEXT_TO_NOTHING = frozenset(("no", "zero", "little", "scant", "hardly", "scarcely", "barely"))


def held(reading: "Reading", noun: int) -> int:
    """1 if the speaker has what a noun names: *we have no intention of acting*."""
    verb = reading.clauses.left(noun)
    has = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].lemma == "have"
    return int(has and reading.is_own_side(reading.clauses.subjects[verb]))


def announced(reading: "Reading", noun: int) -> int:
    """1 if the speaker makes known what he intends: *announced their plans to sue*."""
    verb = reading.clauses.left(noun)
    if reading.clauses.kind(verb) != "VG" or reading.chunks[noun].lemma not in INTENTS:
        return 0
    is_own = reading.is_own_side(reading.clauses.subjects[verb])
    opening = reading.opening(noun)
    is_made_known = reading.chunks[verb].lemma in _ANNOUNCING and not reading.chunks[verb].negated
    return int(is_own and is_made_known and opening != "no")


def by_circumstance(reading: "Reading", noun: int, cue: Cue, depth: int) -> int:
    """1 in *marched in support of X* and *there is room for X*, if that is the speaker's."""
    before = reading.clauses.left(noun)
    if reading.chunk_word(noun) in ("talk", "contact", "negotiation", "discussion"):
        return 0
    if reading.chunk_word(before) == "in" and cue.group in ("support", "oppose", "criticise"):
        verb = reading.clauses.previous_verb(before)
        return max(0, reading.event(verb, depth + 1)) if verb >= 0 else 1
    if reading.clauses.kind(before) != "VG":
        return 0
    if reading.chunk_word(noun) == "need" and reading.chunk_word(before) == "have":
        subject = reading.clauses.subjects.get(before)
        is_all = subject is not None and subject >= 0 and reading.chunk_word(subject) in _PEOPLE
        return int(is_all or reading.is_own_side(subject))  # civilians have no need for X
    is_this = reading.chunk_word(reading.clauses.left(before)) in ("this", "it", "that")
    if cue.sign < 0 and cue.group == "oppose" and is_this and reading.chunk_word(before) == "be":
        frame = reading.chunk_word(reading.clauses.right(noun))  # this is a fight against X
        return max(0, reading.event(before, depth + 1) or 1) if frame == "against" else 0
    if cue.group == "identity" and reading.chunks[before].lemma in _COPULAS:
        return reading.event(before, depth + 1)  # we are friends of X
    is_existing = cue.group in ("existence", "verdict")
    is_existing |= reading.chunks[noun].lemma in ("need", "room", "place")
    if not is_existing or reading.chunks[before].lemma != "be":
        return 0
    return -reading.asserted(before) if reading.chunks[before].negated else reading.asserted(before)


def by_owner(reading: "Reading", noun: int, cue: Cue) -> int:
    """1 if an attitude is the speaker's own: *despite our objections to X*."""
    start = reading.clauses.phrase_start(noun)
    is_joined = reading.chunk_word(reading.clauses.left(noun)) == "and"
    first = start if is_joined else noun  # our respect for and trust in X
    word = reading.opening(first)
    is_own = word in who.OWN or (
        word in who.THEIRS
        and not reading.quoted
        and all(reading.is_own_side(s) for v, s in reading.clauses.subjects.items() if v < noun)
    )
    return int(is_own and cue.group in ("support", "oppose", "criticise"))


def is_kept_from(reading: "Reading", noun: int) -> bool:
    """Whether nobody has what a noun names: *nobody has the right to act*."""
    verb = reading.clauses.left(noun)
    return reading.clauses.kind(verb) == "VG" and (
        reading.chunks[verb].negated or reading.is_nobody(reading.clauses.subjects.get(verb))
    )


def is_denied(reading: "Reading", noun: int) -> bool:
    """Whether a noun is the object of a denial: *denied the crimes of X*."""
    verb = reading.clauses.left(noun)
    return reading.clauses.kind(verb) == "VG" and reading.chunks[verb].lemma in ("deny", "refute")


def is_next_to_none(reading: "Reading", noun: int) -> bool:
    """Whether a phrase says that there is nothing, or as good as nothing, of what it names."""
    return reading.opening(noun) in _NEXT_TO_NOTHING
