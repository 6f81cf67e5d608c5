"""Who speaks: whether a subject is the speaker, or one for whom he speaks.

Each function takes a `helpers.stance_reading.Reading` and the place of a phrase.
"""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from helpers.roles import SPEAKER
from helpers.stance_cues import REPORTING
from helpers.wordlists import read_rows, read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

FIRST_PERSON = read_set("first person")
THIRD_PERSON = read_set("third person")
OWN = frozenset({"my", "our"})
THEIRS = frozenset({"his", "her", "its", "their"})
BODIES_THAT_SPEAK = read_set("bodies that speak")
_ALL_OF_US = read_set("all of us")
"""Those for whom everybody speaks: what *the people* want, whoever says so wants."""

_DOCUMENTS = read_set("documents")
_SENDING = frozenset({"send", "issue", "write", "sign", "publish", "release", "post", "deliver"})
_OWN_PEOPLE = read_set("own people")
_CHAMBERS = read_set("chambers")
"""Names and nouns that open a sentence like a state's, for which no minister speaks."""


@cache
def _states() -> frozenset[str]:
    """Names of countries and of their seats in small letters."""
    names = (f"{row['country']}|{row['seat']}" for row in read_rows("countries.csv"))
    return frozenset(name.lower() for joined in names for name in joined.split("|"))


def _same_country(name: str, other: str) -> bool:
    """Whether two words name a country and what is of it: *Turkey*, *Turkish*."""
    if name == other:
        return True
    stem = min(len(name), len(other), 4)
    return stem >= 4 and name[:stem] == other[:stem] and other.endswith(("n", "h", "e", "i"))


class Speaker(NamedTuple):
    """Names of a speaker in small letters, and whether he speaks for a state not named here."""

    names: frozenset[str]
    is_official: bool = False
    stands_for_state: bool = False
    words: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    """Names of the state for which he speaks."""
    is_person: bool = False
    """Whether *it* cannot mean the speaker."""


def is_speaker(reading: "Reading", index: int | None) -> bool:
    """Whether a subject is the speaker or speaks for the same side."""
    if index is None:
        return False
    if index == SPEAKER:
        return True
    phrase = reading.chunks[index]
    head = reading.words[phrase.head].lower
    if head in FIRST_PERSON or reading.words[phrase.first].lower in OWN:
        return True
    if head == "it" and reading.speaker.is_person:
        return False
    if head in THIRD_PERSON:
        return not reading.quoted and not _has_other_subject(reading, index)
    if phrase.lemma in _DOCUMENTS or (index and reading.chunk_word(index - 1) == "to"):
        return _is_sent(reading, index)
    if reading.words[phrase.head].text[0].isupper():
        names = reading.speaker.names
        if reading.speaker.sides and _is_side(reading, index):
            return True
        return head in names or any(_same_country(head, name) for name in names)
    return False


def _is_side(reading: "Reading", index: int) -> bool:
    """Whether a phrase, or one joined to it by *and*, names the speaker's state."""
    phrase = reading.chunks[index]
    words = [word.lower for word in reading.words[phrase.first : phrase.last + 1]]
    if " ".join(words[words[0] == "the" :]) in reading.speaker.sides:
        return True
    joint = reading.clauses.right(index)
    other = reading.clauses.right(joint) if reading.chunk_word(joint) == "and" else -1
    return reading.clauses.kind(other) == "NP" and _is_side(reading, other)


def _has_other_subject(reading: "Reading", index: int) -> bool:
    """Whether somebody else was a subject before a pronoun, who may be meant by it."""
    before = {
        s
        for v, s in reading.clauses.subjects.items()
        if v < index and s is not None and s >= 0 and not _is_own_document(reading, s, v)
    }
    heads = [reading.words[reading.chunks[s].head].lower for s in before]
    return any(head not in THIRD_PERSON for head in heads)


def _is_sent(reading: "Reading", index: int) -> bool:
    """Whether the speaker sent the paper that tells something: *we wrote a letter saying so*."""
    start = reading.clauses.phrase_start(index)
    verb = reading.clauses.left(start)
    if reading.chunk_word(start) not in _DOCUMENTS or reading.clauses.kind(verb) != "VG":
        return False
    group = reading.chunks[verb]
    is_sent = group.lemma in _SENDING and group.finite and not (group.negated or group.passive)
    return is_sent and is_speaker(reading, reading.clauses.subjects.get(verb))


def _is_own_document(reading: "Reading", subject: int, verb: int) -> bool:
    """Whether a subject is a paper that tells what its sender thinks: *sent a letter saying*."""
    start = reading.clauses.phrase_start(subject)  # a letter to the mayor saying
    return not reading.chunks[verb].finite and reading.chunks[start].lemma in _DOCUMENTS


def is_own_side(reading: "Reading", index: int | None) -> bool:
    """Whether a subject is the speaker, or the state for which a minister speaks."""
    if is_speaker(reading, index):
        return True
    if index is None:
        return False
    possessive = reading.opening(index) in THEIRS
    if possessive and not reading.quoted:
        is_ours = reading.chunk_word(index) in _OWN_PEOPLE and _opens(reading, index)
        if is_ours or _is_body(reading, index):
            return True
    if reading.chunk_word(index) in _OWN_PEOPLE and _is_of_speaker(reading, index):
        return True
    if reading.speaker.is_official and _is_body(reading, index):
        return True
    if _is_everybody(reading, index) or is_nobody(reading, index):
        return True
    return reading.speaker.stands_for_state and _is_state(reading, index)


def _is_of_speaker(reading: "Reading", index: int) -> bool:
    """Whether a phrase names the speaker as owner: *the union's members*, said by the union."""
    phrase = reading.chunks[index]
    owner = phrase.first
    while owner < phrase.head and reading.words[owner + 1].pos != "POS":
        owner += 1
    if owner == phrase.head:
        return False
    word = reading.words[owner].lower
    return word in reading.speaker.names or word in reading.speaker.words


def _is_everybody(reading: "Reading", index: int) -> bool:
    """Whether a subject is all of us: *the people*, *everyone*; *nine people* are some."""
    phrase = reading.chunks[index]
    opening = reading.words[phrase.first].lower
    is_bare = phrase.first == phrase.head and phrase.lemma not in ("voter", "taxpayer")
    is_all = is_bare or opening in ("the", "all", "our", "every", "no")
    return is_all and phrase.lemma in _ALL_OF_US


def is_nobody(reading: "Reading", index: int | None) -> bool:
    """Whether a subject is *nobody*, who speaks for everybody."""
    if index is None or index < 0:
        return False
    words = reading.words[reading.chunks[index].first : reading.chunks[index].last + 1]
    is_no_one = [word.lower for word in words] == ["no", "one"]
    return is_no_one or words[-1].lower in ("nobody", "none", "nothing")


def _is_body(reading: "Reading", index: int) -> bool:
    """Whether a phrase names the kind of body that has a spokesman: *the company*."""
    phrase = reading.chunks[index]
    head = reading.words[phrase.head].lower
    is_one = head == phrase.lemma or phrase.lemma in ("authority", "force")  # no unions
    return is_one and phrase.lemma in BODIES_THAT_SPEAK and _opens(reading, index)


def _is_state(reading: "Reading", index: int) -> bool:
    """Whether a phrase that opens a statement is a name such as *Peru*, *the United States*."""
    phrase = reading.chunks[index]
    named = all(w.pos in ("NNP", "NNPS") for w in reading.words[phrase.first + 1 : phrase.last + 1])
    has_article = reading.words[phrase.first].lower == "the" and phrase.last > phrase.first
    is_other = phrase.lemma in _CHAMBERS
    name = " ".join(w.lower for w in reading.words[phrase.first + has_article : phrase.last + 1])
    is_other |= name not in _states()
    is_name = phrase.first == phrase.last or (named and has_article)
    return is_name and not is_other and _opens(reading, index)


def _opens(reading: "Reading", index: int) -> bool:
    """Whether a phrase is the first of its sentence, with no verb before it but *said (that)*."""
    first = 0
    if (
        index
        and reading.chunks[0].lemma in REPORTING
        and reading.clauses.subjects.get(0) == SPEAKER
    ):
        first = 1
    return all(chunk.kind not in ("NP", "VG") for chunk in reading.chunks[first:index])


def is_named_like_speaker(reading: "Reading", index: int) -> bool:
    """Whether a phrase's head is a word by which the speaker goes: *critics*."""
    return reading.words[reading.chunks[index].head].lower in reading.speaker.words
