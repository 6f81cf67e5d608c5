"""Whether a clause is said to be so, denied, or only reported as somebody else's words.

Each function takes a `helpers.stance_reading.Reading` and the place of a clause's verb.
"""

from typing import TYPE_CHECKING

from helpers import stance_commitment as commitment
from helpers import stance_constructions as constructions
from helpers import stance_newswire as newswire
from helpers.stance_cues import REPORTING, cues
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_FACTIVE = read_set("factive")
_SAYINGS = read_set("sayings")
"""Nouns whose *that* clause is said by whoever takes them up: *echoed the claim that X lies*."""

_DENYING = ("under no", "in no way", "at no time", "on no account", "by no means", "never will")
"""What a sentence opens with that denies the verb after its subject."""

_DOUBTS = frozenset({"doubt", "scepticism", "skepticism", "disbelief"})

_NEWS = frozenset({"report", "news", "fact", "evidence", "allegation", "revelation", "sign"})

_CERTAIN = read_set("certain")
"""Nouns whose *that* clause is said to be so: *it is no secret that X lies*."""


def asserted(reading: "Reading", index: int, depth: int) -> int:
    """1 if the speaker says that a clause is so, -1 that it isn't, 0 if he says neither."""
    governor = reading.clauses.governor(index)
    if governor.relation in ("condition", "question") or newswire.is_question(reading, index):
        return 0
    if governor.relation != "that" or governor.chunk < 0:
        return 0 if is_reported(reading, index) else 1
    outer = governor.chunk
    kind = reading.clauses.kind(outer)
    denied = commitment.truth_of(reading, outer)
    if denied:
        return denied
    if kind == "NP":  # no doubt that it is so; dismissed claims that it is so
        if reading.chunks[outer].lemma in _DOUBTS and not _is_missing(reading, outer):
            return -1  # expressed doubt that it would work
        if reading.chunks[outer].lemma in ("evidence", "proof") and _is_missing(reading, outer):
            return -1
        if _is_felt_news(reading, outer):
            return 1  # alarmed by reports that it is so
        if reading.chunks[outer].lemma in _CERTAIN or reading.value(outer)[0]:
            return 1
        sign = reading.toward(outer, depth + 1).sign
        return sign if reading.chunks[outer].lemma in _SAYINGS else min(0, sign)
    if kind == "JJ" or reading.chunks[outer].lemma in _FACTIVE:
        return 1
    if kind == "VG" and commitment.is_plain(reading, outer):
        return reading.asserted(outer, depth + 1)
    if kind != "VG" or not reading.is_speaker(reading.clauses.subjects[outer]):
        return 0
    if reading.chunks[outer].lemma in ("deny", "doubt"):
        return -1
    sign = -1 if reading.chunks[outer].negated else 1
    return sign * reading.asserted(outer, depth + 1)


def _is_felt_news(reading: "Reading", noun: int) -> bool:
    """Whether a speaker is moved by news, and so takes it as true: *alarmed by reports that*."""
    link = reading.clauses.left(noun)
    felt = reading.clauses.left(link)
    if reading.chunks[noun].lemma not in _NEWS or reading.clauses.kind(link) != "IN":
        return False
    if reading.clauses.kind(felt) not in ("VG", "JJ"):
        return False
    word = reading.words[reading.chunks[felt].head].lower
    return ("adjective", word, reading.chunks[link].lemma) in cues()


def _is_missing(reading: "Reading", noun: int) -> bool:
    """Whether there is none of a thing: *we have not seen any evidence*."""
    verb = reading.clauses.left(noun)
    is_denied = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].negated
    return is_denied or reading.opening(noun) in ("no", "little", "zero")


def is_denial(reading: "Reading", index: int) -> bool:
    """Whether an act is denied, by *not*, by *nobody* or by how the sentence opens."""
    is_nobody = reading.chunks[index].finite and reading.is_nobody(reading.clauses.subjects[index])
    is_asked = constructions.asked_in_vain(reading, index)
    if constructions.never_enough(reading, index):
        return False
    return reading.chunks[index].negated or is_nobody or is_asked or is_denied_first(reading, index)


def is_denied_first(reading: "Reading", index: int) -> bool:
    """Whether a sentence opens with a denial of its verb: *under no circumstances will we*."""
    opening = " ".join(word.lower for word in reading.words[:3])
    if not opening.startswith(_DENYING):
        return False
    verbs = [place for place in range(index) if reading.chunks[place].kind == "VG"]
    return len(verbs) == 1 and reading.chunks[verbs[0]].modal != ""


def is_reported(reading: "Reading", index: int) -> bool:
    """Whether a clause goes on with what somebody else is said to have said."""
    opening = _opening(reading, index)
    return any(
        verb < opening
        and reading.chunks[verb].finite
        and reading.chunks[verb].lemma in REPORTING
        and subject is not None
        and subject >= 0
        and not reading.is_speaker(subject)
        and reading.chunk_word(reading.clauses.left(opening)) in ("and", "but", "that")
        for verb, subject in reading.clauses.subjects.items()
    )


def _opening(reading: "Reading", index: int) -> int:
    """First chunk of a clause: its subject's, or the conjunction's before it."""
    subject = reading.clauses.subjects[index]
    place = index if subject is None or subject < 0 else min(subject, index)
    before = reading.clauses.left(place)
    return before if reading.chunk_word(before) == "if" else place
