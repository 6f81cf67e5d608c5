"""What a protest is for: *the march is in support of X*, *we will strike unless X is withdrawn*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_PROTESTS = read_set("protests")
_PROTESTING = read_set("protesting")
_GOING_ON = read_set("going on")
_ONLOOKERS = frozenset({"police", "officer", "superintendent", "inspector", "witness", "reporter"})
"""Those who tell what a march is for and don't march."""

_TIMES = read_set("periods") | read_set("time nouns")
_SIDES_TAKEN = {
    ("support", "of"): 1,
    ("favour", "of"): 1,
    ("favor", "of"): 1,
    ("defence", "of"): 1,
    ("defense", "of"): 1,
    ("solidarity", "with"): 1,
    ("sympathy", "with"): 1,
    ("protest", "against"): -1,
    ("protest", "at"): -1,
    ("protest", "over"): -1,
    ("opposition", "to"): -1,
}
_RALLYING = read_set("rallying")
_GRANTED = read_set("demands granted")
_TAKEN_BACK = read_set("taken back")


def by_link(reading: "Reading", index: int, preposition: int, _depth: int) -> Evidence:
    """Stance toward what a protest is told to be for or against."""
    found = _protested(reading, index, preposition)
    if found.sign or reading.chunk_word(preposition) not in ("against", "behind"):
        return found
    return _rallied(reading, preposition)


def _protested(reading: "Reading", index: int, preposition: int) -> Evidence:
    """*the march was in support of X*, *farmers would continue their strike against X*."""
    link = reading.chunk_word(preposition)
    sign = {"against": -1, "for": 1}.get(link, 0)
    before = reading.clauses.left(preposition)
    first = preposition
    named = _SIDES_TAKEN.get((reading.chunk_word(before), link), 0)
    if named and reading.chunk_word(reading.clauses.left(before)) == "in":
        sign = named
        first = reading.clauses.left(before)
    if not sign or not reading.speaker.words.isdisjoint(_ONLOOKERS):
        return SILENT
    if reading.chunk_word(index) in _TIMES:
        return SILENT  # a strike for two days
    verb = reading.clauses.previous_verb(first)
    if verb < 0 or not _is_protest(reading, verb, first):
        return SILENT
    if reading.chunks[verb].negated or reading.asserted(verb) <= 0:
        return SILENT
    return Evidence(sign, *reading.span(first, preposition), "what a protest is for")


def _is_protest(reading: "Reading", verb: int, last: int) -> bool:
    """Whether a verb tells of a protest that the speaker stands by, up to a chunk."""
    group = reading.chunks[verb]
    if not group.finite or group.passive:
        return False
    subject = reading.clauses.subjects.get(verb)
    strike = reading.clauses.left(last)
    is_on = reading.chunk_word(reading.clauses.left(strike)) == "on" and group.lemma in ("be", "go")
    if is_on and reading.chunk_word(strike) in _PROTESTS:  # are on strike for better pay
        return True
    named = subject is not None and subject >= 0 and reading.chunk_word(subject) in _PROTESTS
    if named and group.lemma == "be":
        told = reading.clauses.right(verb)
        return last in (told, reading.clauses.right(told) if _is_called_so(reading, told) else told)
    if subject is not None and subject >= 0 and reading.opening(subject) in ("some", "many"):
        return False
    is_coming = group.modal in ("will", "would")
    if group.lemma in _PROTESTING and is_coming:
        return last == reading.clauses.right(verb)
    thing = reading.clauses.right(verb)
    is_held = reading.chunk_word(thing) in _PROTESTS and last == reading.clauses.right(thing)
    return is_held and (is_coming or group.lemma in _GOING_ON)


def _is_called_so(reading: "Reading", index: int) -> bool:
    """Whether a phrase calls something a protest: *the sit-in is a protest against X*."""
    return reading.clauses.kind(index) == "NP" and reading.chunk_word(index) in _PROTESTS


def _rallied(reading: "Reading", preposition: int) -> Evidence:
    """*every village will be mobilised against X*, *we rallied voters behind X*."""
    link = reading.chunk_word(preposition)
    verb = reading.clauses.previous_verb(preposition)
    if verb < 0 or reading.chunk_word(verb) not in _RALLYING:
        return SILENT
    group = reading.chunks[verb]
    before = reading.clauses.left(preposition)
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    is_coming = group.passive and group.modal in ("will", "must", "should", "would")
    if group.negated or not (is_coming or own) or reading.asserted(verb) <= 0:
        return SILENT
    if before != verb and reading.clauses.kind(before) != "NP":
        return SILENT
    return Evidence(-1 if link == "against" else 1, *reading.span(verb, preposition), "rallied")


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What a clause tells of a protest that goes on, or of what it is to bring about."""
    found = _goes_on(reading, subject, verb)
    return found if found.sign else _or_else(reading, subject, verb)


def _goes_on(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the strike would continue until the demands are met*, told by those on strike."""
    group = reading.chunks[verb]
    if subject < 0 or reading.chunk_word(subject) not in _PROTESTS:
        return SILENT
    goes = group.lemma == "go" and reading.chunk_word(reading.clauses.right(verb)) == "on"
    if group.modal not in ("will", "would") or group.negated:
        return SILENT
    if not (goes or group.lemma in _GOING_ON):
        return SILENT
    if not reading.speaker.words.isdisjoint(_ONLOOKERS) or reading.asserted(verb) <= 0:
        return SILENT
    following = {word.lower for word in reading.words[group.last + 1 :]}
    if following.isdisjoint({"until", "till", "unless", "indefinitely"}):
        return SILENT
    return Evidence(1, *reading.span(verb), "kept up")


def _or_else(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we will strike if X is not withdrawn*, *won't end it until X is met*: against X, for X."""
    group = reading.chunks[verb]
    sign = (group.lemma in _GRANTED) - (group.lemma in _TAKEN_BACK)
    link = reading.chunk_word(reading.clauses.left(subject)) if subject >= 0 else ""
    if not sign or not group.passive or group.modal:
        return SILENT
    if link not in ("if", "unless", "until", "till"):
        return SILENT
    if group.negated != (link == "if"):
        return SILENT
    for place, this in enumerate(reading.chunks):
        if this.kind == "VG" and this.lemma in _PROTESTING and this.modal in ("will", "would"):
            break
        is_held = this.kind == "NP" and this.lemma in _PROTESTS and place not in (subject, verb)
        before = reading.clauses.previous_verb(place)
        if is_held and before >= 0 and _is_threat(reading, before):
            break
    else:
        return SILENT
    return Evidence(sign, *reading.span(subject - 1, verb), "or else")


def _is_threat(reading: "Reading", verb: int) -> bool:
    """Whether a verb tells of what is still to come: *will launch a strike*, *threatened to go*."""
    group = reading.chunks[verb]
    if group.modal in ("will", "wo", "would") or group.lemma in ("threaten", "warn", "vow"):
        return True
    outer = reading.clauses.governor(verb).chunk if group.infinitive else -1
    return reading.clauses.kind(outer) == "VG" and _is_threat(reading, outer)
