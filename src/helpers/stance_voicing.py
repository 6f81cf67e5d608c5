"""How an attitude is voiced that a noun names: *full of praise for X*, *could not hide his anger*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_HIDING = read_set("hiding a feeling")
_WORDS = frozenset({"word", "term", "thing", "tone", "language"})
_WARM = read_set("warm words")
_HARSH = read_set("harsh words")
_EAGERLY = {
    ("make", "point", "of"): True,
    ("waste", "time", "in"): False,
    ("lose", "time", "in"): False,
    ("spare", "effort", "in"): False,
    ("make", "secret", "of"): False,
    ("leave", "doubt", "about"): False,
}
"""Verb, noun and preposition before an act that is done; false where the noun is denied."""

_ADHERENTS = {
    **dict.fromkeys(("supporter", "advocate", "champion", "admirer", "backer", "defender"), 1),
    **dict.fromkeys(("critic", "opponent", "foe", "enemy", "sceptic", "skeptic"), -1),
}
"""What somebody is called who is for or against a thing."""

_MOST_WORDS = 9
"""Words before a phrase in which *nothing good to say about* may stand."""


def by_link(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """Stance toward what follows a preposition by how the speaker voices what he feels."""
    return first_to_speak(_RULES, reading, index, preposition, depth)


def _full_of(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*was full of praise for X*."""
    noun = reading.clauses.left(preposition)
    link = reading.clauses.left(noun)
    full = reading.clauses.left(link)
    verb = reading.clauses.left(full)
    if reading.chunk_word(full) != "full" or reading.clauses.kind(verb) != "VG":
        return SILENT
    cue = cues().get(("noun", reading.chunk_word(noun), reading.chunk_word(preposition)))
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    if cue is None or not own:
        return SILENT
    sign = cue.sign * max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(full, noun), "voiced")


def _not_hidden(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*could not hide his contempt for X*, *made no attempt to conceal her anger at X*."""
    noun = reading.clauses.left(preposition)
    verb = reading.clauses.left(noun)
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _HIDING:
        return SILENT
    cue = cues().get(("noun", reading.chunk_word(noun), reading.chunk_word(preposition)))
    tried = reading.clauses.left(verb)
    is_none = reading.clauses.kind(tried) == "NP" and reading.opening(tried) in ("no", "little")
    holder = reading.clauses.left(tried) if is_none else verb
    own = reading.is_own_side(reading.clauses.subjects.get(holder))
    if cue is None or not own or not (is_none or reading.chunks[verb].negated):
        return SILENT
    return Evidence(cue.sign, *reading.span(verb, noun), "voiced")


def _words_for(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*had warm words for X*, *found harsh words for X*, *spoke in glowing terms of X*."""
    noun = reading.clauses.left(preposition)
    is_link = reading.chunk_word(preposition) in ("for", "about", "of")
    if reading.chunk_word(noun) not in _WORDS or not is_link:
        return SILENT
    phrase = reading.chunks[noun]
    words = {word.lower for word in reading.words[phrase.first : phrase.head]}
    sign = bool(words & _WARM) - bool(words & _HARSH)
    verb = reading.clauses.left(noun, ("RB", "IN"))
    if not sign or reading.clauses.kind(verb) != "VG" or "no" in words:
        return SILENT
    attitude = reading.event(verb, depth + 1)
    return Evidence(sign * max(0, attitude), *reading.span(verb, noun), "voiced")


def _to_say_about(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*had nothing good to say about X*, *had only good things to say about X*."""
    verb = reading.clauses.left(preposition)
    if reading.chunk_word(verb) != "say" or not reading.chunks[verb].infinitive:
        return SILENT
    holder = reading.clauses.previous_verb(verb)
    if reading.chunk_word(holder) != "have" or reading.chunk_word(preposition) == "to":
        return SILENT
    if not reading.is_own_side(reading.clauses.subjects.get(holder)):
        return SILENT
    first = reading.chunks[holder].last + 1
    words = {word.lower for word in reading.words[first : reading.chunks[verb].first]}
    sign = bool(words & _WARM) - bool(words & _HARSH)
    is_none = reading.chunks[holder].negated or bool(words & {"nothing", "no", "little", "few"})
    if len(words) > _MOST_WORDS:
        return SILENT
    return Evidence(-max(0, sign) if is_none else sign, *reading.span(holder, verb), "voiced")


def _known_as(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*a fierce critic of X, left the hall*: what a statement calls its speaker first."""
    noun = reading.clauses.left(preposition)
    sign = _ADHERENTS.get(reading.chunk_word(noun), 0)
    opening = reading.opening(noun) if noun >= 0 else ""
    is_link = reading.chunk_word(preposition) in ("of", "for")
    if not sign or noun != 0 or opening not in ("a", "an") or not is_link:
        return SILENT
    comma = next((i for i, c in enumerate(reading.chunks) if c.lemma == ","), -1)
    is_subject = any(
        s == 0 and reading.chunks[v].finite for v, s in reading.clauses.subjects.items()
    )
    if is_subject and comma < 0:
        return SILENT
    return Evidence(sign, *reading.span(noun), "voiced")


def _no_confidence(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*tabled a motion of no confidence in X*."""
    place = reading.chunks[preposition].first
    words = [word.lower for word in reading.words[max(0, place - 4) : place]]
    noun = reading.clauses.left(preposition)
    vote = reading.clauses.left(reading.clauses.left(noun))
    verb = reading.clauses.left(vote)
    is_vote = words[1:] == ["of", "no", "confidence"] and words[0] in ("motion", "vote")
    if not is_vote or reading.clauses.kind(verb) != "VG":
        return SILENT
    cue = reading.verb_cue(verb, "object")[0]
    direction = cue.sign if cue else 1
    sign = -direction * max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(vote, noun), "voiced")


_RULES = (_full_of, _not_hidden, _words_for, _to_say_about, _no_confidence, _known_as)


def done_eagerly(reading: "Reading", act: int) -> int | None:
    """Attitude to what one makes a point of, or wastes no time in doing: it is done."""
    noun = reading.clauses.left(act, ("RB", "IN"))
    verb = reading.clauses.left(noun)
    link = reading.chunk_word(reading.clauses.left(act))
    turn = (reading.chunk_word(verb), reading.chunk_word(noun), link)
    if turn not in _EAGERLY or reading.chunks[act].participle != "VBG":
        return None
    is_none = reading.opening(noun) == "no"
    is_done = is_none != _EAGERLY[turn] and not reading.chunks[verb].negated
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    return int(is_done) if own else None
