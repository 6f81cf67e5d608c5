"""What a thing does to people: it leaves them homeless, lets aid through, makes food dearer.

Each function takes a `helpers.stance_reading.Reading` and a clause's verb, and gives the direction
of what the clause says of its subject (0 if it has no say) with the last chunk that shows it.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import cues
from helpers.tagging import lemma
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

Verdict = tuple[int, int]

_TO_BE_SPARED = read_set("to be spared")
"""People and goods of which news wants the best: *civilians*, *patients*, *aid*."""
_BAD_STATES = read_set("bad states")
_BETTER_SO = read_set("better so")
_WORSE_SO = read_set("worse so")
_STOPPING = read_set("stopping")
_LETTING = read_set("letting people")
_FORCING = read_set("forcing")
_FORCED_ACTS = read_set("forced acts")
_VIOLENT_ACTS = read_set("violent acts")
_INNOCENT = read_set("sure to be innocent")
_HURTFUL = read_set("hurtful")
_COUNTS = frozenset(("thousand", "hundred", "dozen", "million", "many"))
_OPEN = frozenset({"may", "might", "could", "can"})


def effects(reading: "Reading", verb: int) -> list[Verdict]:
    """What each of the rules here says of a clause's subject."""
    group = reading.chunks[verb]
    if group.passive or group.negated or group.modal in _OPEN:
        return []
    return [
        _leaves_so(reading, verb),
        _makes_so(reading, verb),
        _stops_or_lets(reading, verb),
        _hurts_innocent(reading, verb),
        _is_hurting(reading, verb),
        _lifts_out(reading, verb),
    ]


def _is_spared(reading: "Reading", index: int) -> bool:
    """Whether a phrase names people who deserve no harm, or what they need."""
    if reading.clauses.kind(index) != "NP":
        return False
    return reading.chunk_word(index) in _TO_BE_SPARED | _COUNTS


def _leaves_so(reading: "Reading", verb: int) -> Verdict:
    """*the fighting had left thousands homeless*, *it would leave the country vulnerable*."""
    whom = reading.clauses.right(verb)
    state = reading.clauses.right(whom)
    if reading.chunks[verb].lemma != "leave" or reading.clauses.kind(whom) != "NP":
        return 0, verb
    return -int(reading.chunk_word(state) in _BAD_STATES), state


def _makes_so(reading: "Reading", verb: int) -> Verdict:
    """*the tax would make food more expensive*, *the euro had made exports cheaper*."""
    thing = reading.clauses.right(verb)
    state = reading.clauses.right(thing, ("RB",))
    if reading.chunks[verb].lemma not in ("make", "render") or reading.clauses.kind(thing) != "NP":
        return 0, verb
    if reading.clauses.kind(state) != "JJ" or reading.value(thing)[0] < 0:
        return 0, verb
    phrase = reading.chunks[state]
    words = [word.lower for word in reading.words[reading.chunks[thing].last + 1 : phrase.last + 1]]
    head = reading.words[phrase.head]
    word = lemma(head.lower, head.pos)
    sign = (word in _BETTER_SO) - (word in _WORSE_SO)
    return (-sign if "less" in words else sign), state


def _stops_or_lets(reading: "Reading", verb: int) -> Verdict:
    """*is preventing food from reaching civilians*, *would allow aid to reach families*."""
    stops_or_lets = reading.chunks[verb].lemma
    whom = reading.clauses.right(verb)
    act = reading.clauses.right(whom)
    if reading.chunk_word(act) == "from":
        act = reading.clauses.right(act)
    elif stops_or_lets in _STOPPING and not _is_gerund(reading, act):
        return 0, verb
    if not _is_spared(reading, whom) or reading.clauses.kind(act) != "VG":
        return 0, verb
    harms = _does_harm(reading, act)
    if stops_or_lets in _STOPPING:
        return (1 if harms else -1), act
    if stops_or_lets in _LETTING:
        return (-1 if harms else 1), act
    return -int(stops_or_lets in _FORCING and reading.chunks[act].lemma in _FORCED_ACTS), act


def _is_gerund(reading: "Reading", act: int) -> bool:
    """Whether an act follows without *from*: *it would stop people getting help*."""
    return reading.clauses.kind(act) == "VG" and reading.chunks[act].participle == "VBG"


def _is_hurting(reading: "Reading", verb: int) -> Verdict:
    """*the pesticide was killing bees*, *the dam would flood homes*: going on, or sure to come."""
    group = reading.chunks[verb]
    whom = reading.clauses.right(verb)
    goes_on = reading.words[group.head].pos == "VBG" or group.modal in ("will", "would")
    if group.lemma not in _HURTFUL or not goes_on or reading.clauses.kind(whom) != "NP":
        return 0, verb
    subject = reading.clauses.subjects.get(verb)
    is_thing = subject is not None and subject >= 0 and not reading.is_own_side(subject)
    return -int(is_thing and reading.value(whom)[0] >= 0), whom


def _lifts_out(reading: "Reading", verb: int) -> Verdict:
    """*the grant would lift families out of poverty*."""
    whom = reading.clauses.right(verb)
    out = reading.clauses.right(whom)
    if reading.chunks[verb].lemma not in ("lift", "pull", "bring", "help", "raise"):
        return 0, verb
    if reading.clauses.kind(whom) != "NP" or reading.chunk_word(out) != "out":
        return 0, verb
    state = reading.clauses.right(reading.clauses.right(out))
    return int(reading.value(state)[0] < 0), max(state, verb)


def _does_harm(reading: "Reading", act: int) -> bool:
    """Whether nobody is glad of an act: *dying*, *killing others*."""
    does = reading.chunks[act].lemma
    found = cues().get(("verb", does, "object")) or cues().get(("verb", does, "subject"))
    return does in ("die", "drown", "suffer", "starve") or (found is not None and found.sign < 0)


def _hurts_innocent(reading: "Reading", verb: int) -> Verdict:
    """*police had fired on peaceful demonstrators*, *soldiers beat women and children*."""
    group = reading.chunks[verb]
    whom = reading.clauses.right(verb)
    if group.lemma not in _VIOLENT_ACTS or group.modal:
        return 0, verb
    if reading.clauses.kind(whom) == "IN":
        whom = reading.clauses.right(whom)
    if reading.clauses.kind(whom) != "NP":
        return 0, verb
    phrase = reading.chunks[whom]
    words = {word.lower for word in reading.words[phrase.first : phrase.last + 1]}
    also = reading.chunk_word(reading.clauses.right(reading.clauses.right(whom)))
    both = {reading.chunk_word(whom), also} == {"woman", "child"}
    return -int(both or not words.isdisjoint(_INNOCENT)), whom
