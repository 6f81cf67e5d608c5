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
_BENEFITING = frozenset(
    {"benefit", "serve", "favour", "favor", "help", "enrich", "reward", "protect", "suit", "shield"}
)
_FEW = read_set("the few")
_PAVING = frozenset({"pave", "open", "clear", "set", "lay", "prepare"})
_WAYS = frozenset({"way", "door", "stage", "ground", "groundwork", "path", "road", "foundation"})
_LEFT_BAD = frozenset(
    {"unprotected", "exposed", "stranded", "defenceless", "defenseless", "unpaid", "penniless"}
)
_LEFT_IN = frozenset(
    {("in", "the", place) for place in ("cold", "dark", "lurch", "rain", "mud")}
    | {("to", "their", "fate"), ("high", "and", "dry")}
)
_COUNTS = frozenset(("thousand", "hundred", "dozen", "million", "many"))
_OPEN = read_set("possibility")


def tells_effects(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what its subject does, so that the rules here may be asked."""
    group = reading.chunks[verb]
    return not (group.passive or group.negated or group.modal in _OPEN)


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


def _for_nobody(reading: "Reading", verb: int) -> Verdict:
    """*the cut helps no one*, *the plant harms nobody*."""
    whom = reading.clauses.right(verb)
    cue = reading.verb_cue(verb, "subject")[0]
    is_deed = cue is not None and cue.group in ("help", "harm", "further")
    if not is_deed or reading.clauses.kind(whom) != "NP" or not reading.is_nobody(whom):
        return 0, verb
    return (-cue.sign if cue else 0), whom


def _for_the_few(reading: "Reading", verb: int) -> Verdict:
    """*the tax cut benefits only the rich*, *serves the interests of a few*."""
    whom = reading.clauses.right(verb)
    if reading.chunks[verb].lemma not in _BENEFITING or reading.clauses.kind(whom) not in (
        "NP",
        "JJ",
    ):
        return 0, verb
    interest = reading.chunk_word(whom) in ("interest", "purpose", "end")
    if interest and reading.chunk_word(reading.clauses.right(whom)) == "of":
        whom = reading.clauses.right(reading.clauses.right(whom))
    return -int(whom >= 0 and reading.words[reading.chunks[whom].head].lower in _FEW), whom


def _leads_to(reading: "Reading", verb: int) -> Verdict:
    """*the law paves the way for tyranny*, *the deal opens the door to peace*."""
    way = reading.clauses.right(verb)
    if reading.chunks[verb].lemma not in _PAVING or reading.chunk_word(way) not in _WAYS:
        return 0, verb
    link = reading.clauses.right(way)
    goal = reading.clauses.right(link)
    if reading.chunk_word(link) not in ("for", "to") or reading.clauses.kind(goal) != "NP":
        return 0, verb
    cue = cues().get(("noun", reading.chunk_word(goal), "value"))
    return (cue.sign if cue else 0), goal


def _thrives_on(reading: "Reading", verb: int) -> Verdict:
    """*the party thrives on chaos*."""
    link = reading.clauses.right(verb)
    what = reading.clauses.right(link)
    if reading.chunks[verb].lemma not in ("thrive", "feed", "prosper", "profit", "flourish"):
        return 0, verb
    if reading.chunk_word(link) not in ("on", "from", "off", "in"):
        return 0, verb
    return -int(reading.value(what)[0] < 0), max(what, verb)


def _shows_none(reading: "Reading", verb: int) -> Verdict:
    """*the bridge shows no signs of damage*, *the mayor shows no remorse*."""
    sign = reading.clauses.right(verb)
    if reading.chunks[verb].lemma not in ("show", "display", "exhibit", "have", "contain"):
        return 0, verb
    if reading.clauses.kind(sign) != "NP" or reading.chunk_word(sign) not in ("sign", "trace"):
        return 0, verb
    of = reading.clauses.right(sign)
    what = reading.clauses.right(of)
    is_none = reading.opening(sign) == "no"
    if not is_none or reading.chunk_word(of) != "of" or reading.clauses.kind(what) != "NP":
        return 0, verb
    return -reading.value(what)[0], what


def _leaves_in(reading: "Reading", verb: int) -> Verdict:
    """*the act left the most vulnerable unprotected*, *it leaves families in the cold*."""
    group = reading.chunks[verb]
    if group.lemma != "leave":
        return 0, verb
    words = [word.lower for word in reading.words[group.last + 1 : group.last + 9]]
    stop = next((i for i, w in enumerate(words) if w in (",", ".", ";", "and", "but")), len(words))
    phrases = zip(words[:stop], words[1:stop], words[2:stop], strict=False)
    is_in = any(three in _LEFT_IN for three in phrases)
    is_bad = is_in or (stop > 1 and words[stop - 1] in _LEFT_BAD)
    return -int(is_bad), verb


EFFECTS = (
    _leaves_so,
    _makes_so,
    _stops_or_lets,
    _hurts_innocent,
    _is_hurting,
    _lifts_out,
    _for_nobody,
    _for_the_few,
    _leads_to,
    _thrives_on,
    _shows_none,
    _leaves_in,
)
