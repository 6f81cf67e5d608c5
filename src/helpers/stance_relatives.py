"""What the speaker says of a thing beside it: *a step farmers hailed*, *praised by farmers*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_naming as naming
from helpers import stance_speaker as who
from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_RELATIVES = read_set("relative")
_MEANING_TO = read_set("set on doing")
_REFUSING = frozenset({"refuse", "decline"})
_POSSIBLE = read_set("possibility")
_ADVERSE = frozenset({"oppose", "criticise", "end", "harm"})
"""Classes of verbs whose denial is consent and no support: *a plan we do not oppose*."""

_FARTHEST = 3
"""Phrases with *in*, *on*, … that may stand between a verb and *by*."""


def speaks(reading: "Reading", index: int) -> bool:
    """Whether a phrase names the speaker, be it by a noun by which he goes: *the unions*."""
    if reading.is_speaker(index):
        return True
    phrase = reading.chunks[index]
    described = reading.words[phrase.first : phrase.head]
    is_other = any(
        word.pos not in ("DT", "PRP$", "CD", "POS") and word.lower not in reading.speaker.words
        for word in described
    )
    return who.is_named_like_speaker(reading, index) and not is_other  # no former minister


def of_phrase(reading: "Reading", index: int) -> Evidence:
    """Stance toward a phrase by the clause that describes it."""
    following = reading.clauses.right(index, ("RB", "PUNCT"))
    return first_to_speak((_object_of, _after_preposition, _whose), reading, index, following)


def _object_of(reading: "Reading", index: int, relative: int) -> Evidence:
    """*the plan, which we support*, *a step farmers hailed*, *a ruling that he called a farce*."""
    is_bare = reading.clauses.kind(relative) == "NP" and relative == index + 1
    subject = relative if is_bare else reading.clauses.right(relative)  # a claim we deny
    if not is_bare and (
        reading.clauses.kind(relative) != "SUB" or reading.chunks[relative].lemma not in _RELATIVES
    ):
        return SILENT
    verb = reading.clauses.right(subject) if reading.clauses.kind(subject) == "NP" else -1
    if reading.clauses.kind(verb) != "VG" or not speaks(reading, subject):
        return SILENT  # who he said are wrong
    return _said_of(reading, verb)


def _said_of(reading: "Reading", verb: int) -> Evidence:
    """What a verb of the speaker's says of the thing before it, which is its object."""
    act, polarity = _act(reading, verb)
    if not polarity:
        return SILENT
    following = reading.clauses.right(act)
    cue, last = reading.verb_cue(act, "object")
    if reading.judges(act) and (cue is None or cue.group == "light"):
        return _called(reading, act, following, polarity)
    has_object = reading.clauses.kind(following) == "NP"
    if cue is None and reading.clauses.kind(following) == "IN":
        after = reading.clauses.kind(reading.clauses.right(following, ()))
        has_object = after in ("NP", "VG")
        cue, last = reading.verb_cue(act, reading.chunks[following].lemma)  # a bill we voted for
    if cue is None or cue.group == "light" or has_object:
        return SILENT
    if polarity < 0 and cue.group in _ADVERSE:
        return SILENT  # a plan we do not oppose
    return Evidence(cue.sign * polarity, *reading.span(verb, last), "object of verb")


def _act(reading: "Reading", verb: int) -> tuple[int, int]:
    """What a verb says is done, or is to be, and whether it is (1), is not (-1) or may be (0)."""
    group = reading.chunks[verb]
    polarity = -1 if group.negated else 1
    act = reading.clauses.right(verb)
    if reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive:
        if group.lemma not in _MEANING_TO and group.lemma not in _REFUSING:
            return verb, 0
        return act, -polarity if group.lemma in _REFUSING else polarity
    words = [word.lower for word in reading.words[group.first : group.head]]
    is_open = group.modal in _POSSIBLE and not group.negated and "only" not in words
    return verb, 0 if is_open or group.passive else polarity


def _called(reading: "Reading", verb: int, following: int, polarity: int) -> Evidence:
    """*a ruling he called a farce*, *described as overdue*."""
    if reading.chunk_word(following) in ("as", "to"):
        following = reading.clauses.right(following)
    if reading.clauses.kind(following) == "VG" and reading.chunk_word(following) == "be":
        following = reading.clauses.right(following)
    sign, word = naming.named_value(reading, following)
    if not sign:
        return SILENT
    return Evidence(sign * polarity, reading.chunks[verb].first, word, "called so")


def _after_preposition(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*the crews, for whom he voiced admiration*, *a law against which we voted*."""
    relative = reading.clauses.right(preposition, ())
    subject = reading.clauses.right(relative) if relative >= 0 else -1
    is_relative = reading.chunk_word(relative) in ("which", "whom")
    if reading.clauses.kind(preposition) != "IN" or not is_relative or subject < 0:
        return SILENT
    verb = reading.clauses.right(subject)
    if reading.clauses.kind(verb) != "VG" or not speaks(reading, subject):
        return SILENT
    act, polarity = _act(reading, verb)
    link = reading.chunk_word(preposition)
    noun = reading.clauses.right(act)
    if reading.clauses.kind(noun) == "NP":
        last = noun
        cue = cues().get(("noun", reading.chunks[noun].lemma, link))
        if reading.opening(noun) == "no":
            polarity = -polarity
    else:
        last = act
        cue = reading.verb_cue(act, link)[0]
    if cue is None or (polarity < 0 and cue.sign < 0):
        return SILENT
    return Evidence(cue.sign * polarity, *reading.span(verb, last), f"noun + {link}")


def _whose(reading: "Reading", _index: int, relative: int) -> Evidence:
    """*the crews, whose courage he saluted*, *a court whose rulings she called absurd*."""
    if reading.chunk_word(relative) != "whose":
        return SILENT
    verb = next(
        (
            place
            for place in range(relative + 2, min(relative + 6, len(reading.chunks)))
            if reading.chunks[place].kind == "VG"
        ),
        -1,
    )
    subject = reading.clauses.left(verb, ())
    is_thing = subject - relative < 2  # whose record is a disgrace
    if verb < 0 or is_thing or reading.clauses.kind(subject) != "NP":
        return SILENT
    if not speaks(reading, subject):
        return SILENT
    return _said_of(reading, verb)._replace(rule="owner")


def done_by_speaker(reading: "Reading", verb: int) -> bool:
    """Whether the agent of a passive is the speaker: *was praised on Monday by the union*."""
    agent = _agent_of(reading, verb)
    return agent >= 0 and speaks(reading, agent)


def _agent_of(reading: "Reading", verb: int) -> int:
    """Phrase after *by*, a time or place and what something is called left out; -1 if none."""
    place = reading.clauses.right(verb)
    for _ in range(2 * _FARTHEST):
        if reading.chunk_word(place) == "by" and reading.clauses.kind(place) == "IN":
            agent = reading.clauses.right(place)
            return agent if reading.clauses.kind(agent) == "NP" else -1
        if reading.clauses.kind(place) not in ("IN", "NP", "JJ"):
            break
        place = reading.clauses.right(place)
    return -1


def by_speaker(reading: "Reading", index: int) -> Evidence:
    """*X, dismissed by the speaker as nonsense*, *X, praised in May by the speaker*."""
    verb = reading.clauses.right(index, ("RB", "PUNCT"))
    if reading.clauses.kind(verb) != "VG" or not done_by_speaker(reading, verb):
        return SILENT
    group = reading.chunks[verb]
    head = reading.words[group.head].pos
    is_bare = group.first == group.last and head in ("VBN", "VBD")
    if not (group.passive or group.participle == "VBN" or is_bare) or group.negated or group.modal:
        return SILENT
    called = verdict_before_or_after(reading, verb)
    if called.sign:
        return called
    cue, last = reading.verb_cue(verb, "object")
    if cue is None or cue.group == "light":
        return SILENT
    return Evidence(cue.sign, *reading.span(verb, last), "subject of passive")


def verdict_before_or_after(reading: "Reading", verb: int) -> Evidence:
    """*described as a farce by him*, *described by him as a farce*, *called a farce by him*."""
    if not reading.judges(verb):
        return SILENT
    following = reading.clauses.right(verb)
    for place in range(following, min(following + 8, len(reading.chunks))):
        if reading.chunk_word(place) == "as":
            following = reading.clauses.right(place)
            break
        if reading.chunks[place].kind == "VG":
            break
    sign, word = naming.named_value(reading, following)
    return Evidence(sign, word, word, "called so") if sign else SILENT
