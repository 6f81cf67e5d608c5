"""What is demanded: of whom, that he act, stop or stay; of things, that they be, come or go.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_composition as composition
from helpers.stance_cues import SILENT, Evidence
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_OBLIGATION = read_set("obligation")
_POSSIBILITY = read_set("possibility")
_STAYING = read_set("staying")
STOPS = frozenset({"", ".", ",", ";", "and", "!", "now"})
"""What may follow *go* and *leave* where they mean a departure; the empty string for nothing."""

_TAKING_NOTE = read_set("taking note")
_NO_DEEDS = read_set("no deeds")
"""Verbs whose object a demand neither wants nor rejects: *must study the report*."""

_DEMANDING = read_set("demanding")
EXISTING = "what must or cannot be"
"""Rule for *there must be X*, whose sign has counted a *no* already."""

_DEMANDED_RULES = frozenset(
    {"subject of passive", "must come about", "object of what is demanded", "wanted to stay"}
)
"""Rules that tell what is to happen to a subject, or of it."""

_SETTLEMENTS = read_set("settlements")
_HANDING = read_set("handing")
_WITHHOLDING = frozenset({"deny", "refuse"})
_CARE = read_set("places of care")
_ANSWERING = read_set("places to answer in")
_PUT_TO_BODIES = read_set("put to bodies")
_ONLOOKERS = read_set("onlookers")
_ENDING = read_set("ending")
_TAKING = frozenset({"bring", "send", "take", "haul", "drag", "fly", "move", "transfer", "put"})
_TAKING_BEFORE = frozenset({"refer", "summon", "call", "hand"})
_MOST_WORDS = 8
"""Words after a verb in which the place may stand to which somebody is to be taken."""

_EVENTS = read_set("protests") | read_set("events held")
_ENSURING = frozenset({"ensure", "guarantee", "secure"})


def own_event(reading: "Reading", index: int) -> int:
    """1 if the speaker does it or demands it, else 0."""
    group = reading.chunks[index]
    if reading.is_own_side(reading.clauses.subjects[index]):
        is_refused = group.modal in ("can", "could", "cannot") and reading.is_denial(index)
        words = [word.lower for word in reading.words[group.first : group.head]]
        is_open = group.modal in _POSSIBILITY and not is_refused and "only" not in words
        return 0 if is_open else 1
    if group.modal in _OBLIGATION:
        return 1
    if group.lemma in ("need", "require", "deserve", "warrant", "justify", "merit"):
        return 1
    if group.lemma in ("demand", "necessitate", "call") and _is_ground(reading, index):
        return 1
    following = reading.clauses.right(index)
    return int(group.lemma == "have" and demanded_act(reading, following, index) is not None)


def _is_ground(reading: "Reading", verb: int) -> bool:
    """Whether what demands is no person: *justice demands a trial*."""
    subject = reading.clauses.subjects[verb]
    return subject is not None and subject >= 0 and reading.chunks[subject].lemma in _DEMANDING


def is_obliged(reading: "Reading", verb: int) -> bool:
    """Whether the speaker says that an act must be done, or demands it."""
    is_due = reading.chunks[verb].modal in _OBLIGATION and reading.asserted(verb) > 0
    return is_due or is_demanded(reading, verb, 0)


def is_demanded(reading: "Reading", verb: int, depth: int) -> bool:
    """Whether a clause is what the speaker demands: *insist that X go*."""
    governor = reading.clauses.governor(verb)
    if governor.relation != "that":
        return False
    maker = reading.clauses.left(governor.chunk)
    if reading.chunk_word(governor.chunk) == "sure" and reading.chunk_word(maker) == "make":
        return reading.event(maker, depth + 1) > 0  # make sure that X holds
    if reading.clauses.kind(governor.chunk) != "VG":
        return False
    opening = reading.words[reading.chunks[verb].first]
    if reading.chunks[governor.chunk].lemma in _ENSURING:
        return reading.event(governor.chunk, depth + 1) > 0
    is_asked = reading.chunks[governor.chunk].lemma == "demand"  # demands that it holds a vote
    if opening.pos not in ("VB", "VBP", "MD") and not (is_asked and opening.pos == "VBZ"):
        return False  # insists that it is so
    cue, _ = reading.verb_cue(governor.chunk, "that")
    return bool(cue and cue.group == "demand" and reading.event(governor.chunk, depth + 1) > 0)


def is_asked_of_others(reading: "Reading", verb: int) -> bool:
    """Whether an act is one that others are to do: *urged the council to send help*."""
    governor = reading.clauses.governor(verb)
    if reading.clauses.kind(governor.chunk) != "VG" or governor.relation not in (
        "to object",
        "that",
    ):
        return False
    frame = "to do" if governor.relation == "to object" else "that"
    cue, _ = reading.verb_cue(governor.chunk, frame)
    return cue is not None and cue.group == "demand"


def as_demanded(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """Object of what others are to do, whatever it is: *they must hold a vote*."""
    group = reading.chunks[verb]
    is_thing = reading.words[reading.chunks[index].head].pos in ("NN", "NNS")
    is_deed = group.lemma not in _NO_DEEDS or (
        group.lemma in ("reach", "resolve") and reading.chunk_word(index) in _SETTLEMENTS
    )
    if not is_thing or not is_deed or group.lemma in _TAKING_NOTE:
        return SILENT
    is_others_act = group.infinitive and not reading.is_own_side(reading.clauses.subjects[verb])
    if group.modal not in _OBLIGATION and not (is_others_act or is_asked_of_others(reading, verb)):
        return SILENT
    wanted = max(0, reading.event(verb, depth + 1))
    return Evidence(wanted, *reading.span(verb), "object of what is demanded")


def as_existing(reading: "Reading", index: int, verb: int) -> Evidence:
    """*there must be X*, *there can be no X*; that there is X says nothing."""
    group = reading.chunks[verb]
    is_denied = group.negated or reading.opening(index) in ("no", "any")
    if group.infinitive:  # we want there to be X
        wanted = max(0, reading.event(verb))
        return Evidence(-wanted if is_denied else wanted, *reading.span(verb), EXISTING)
    is_wanted = group.modal in _OBLIGATION or (is_denied and group.modal in ("can", "will"))
    sign = (-1 if is_denied else 1) if is_wanted else 0
    return Evidence(sign * reading.asserted(verb), *reading.span(verb), EXISTING)


def as_thing_given(reading: "Reading", verb: int, depth: int) -> Evidence:
    """*they should be given X*, *must not be denied X*, whoever gets it."""
    group = reading.chunks[verb]
    sign = (group.lemma in _HANDING) - (group.lemma in _WITHHOLDING)
    if not sign or group.modal not in _OBLIGATION:
        return SILENT
    return Evidence(sign * reading.event(verb, depth + 1), *reading.span(verb), "object of passive")


def demanded_act(reading: "Reading", place: int, holder: int) -> int | None:
    """The infinitive at `place` that goes with `holder`, if there is one: *urge X to act*."""
    if reading.clauses.kind(place) != "VG" or not reading.chunks[place].infinitive:
        return None
    return place if reading.clauses.governor(place).chunk == holder else None


def is_held_to(reading: "Reading", index: int, act: int) -> bool:
    """Whether an infinitive is what an event is to serve: *call for a march to denounce X*."""
    group = reading.chunks[act]
    following = reading.clauses.right(act)
    has_object = reading.clauses.kind(following) == "NP"
    is_event = reading.chunk_word(index) in _EVENTS and group.lemma not in _ENDING
    return is_event and has_object and not group.passive and not group.negated


def addressee(reading: "Reading", act: int, depth: int) -> Evidence:
    """One who is urged to act: at fault only if he is to stop or to go.

    In the passive it is to be done to him: *calls for X to be freed*.
    """
    if reading.chunks[act].passive:
        cue, last = reading.verb_cue(act, "object")
        sign = cue.sign * reading.event(act, depth + 1) if cue else 0
        owed = composition.owed_or_held(reading, act) or taken_to(reading, act)
        sign = owed * reading.event(act, depth + 1) or sign
        return Evidence(sign, *reading.span(act, last), "subject of passive")
    after = reading.clauses.right(act, ())
    is_act = reading.clauses.kind(reading.clauses.right(after)) == "VG" if after >= 0 else False
    goes_on = reading.chunk_word(act) == "go" and reading.chunk_word(after) in ("on", "ahead")
    if is_act and goes_on:
        return SILENT  # to go on demonstrating
    leaves = reading.chunk_word(act) in ("go", "leave") and not goes_on
    if leaves and reading.chunk_word(after) not in STOPS:
        return SILENT  # to go back to the talks
    is_calm = reading.clauses.kind(reading.clauses.right(act)) == "JJ"  # to remain peaceful
    stays = reading.chunks[act].lemma in _STAYING and not is_calm
    stays &= reading.chunk_word(after) not in ("away", "out", "off", "clear", "back")
    holder = reading.clauses.governor(act).chunk
    stays &= reading.chunk_word(holder) not in ("expect", "use")  # expect X to win: no wish
    if (stays or goes_on) and not reading.chunks[act].negated:
        return Evidence(max(0, reading.event(act, depth + 1)), *reading.span(act), "wanted to stay")
    frame = reading.verb_cue(act, "yield")[0] or reading.idiom(act, "yield")[0]
    second = _second_act(reading, act) if frame is None else -1
    if second >= 0:  # to do the decent thing and step aside
        act = second
        frame = reading.verb_cue(act, "yield")[0] or reading.idiom(act, "yield")[0]
    wanted = reading.event(act, depth + 1)
    if reading.chunks[act].negated and reading.chunk_word(act) == "bother":
        return Evidence(min(0, wanted), *reading.span(act), "told to stop or go")
    if frame is None or reading.chunks[act].negated or wanted <= 0:
        return SILENT
    if is_for_others_to_end(reading, act):
        return SILENT
    return Evidence(-1, *reading.span(act), "told to stop or go")


def _second_act(reading: "Reading", act: int) -> int:
    """Infinitive that *and* joins to one; -1 if none is: *to see sense and resign*."""
    for place in range(act + 1, min(act + _MOST_WORDS, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind in ("PUNCT", "SUB"):
            break
        if this.kind == "VG":
            is_joined = reading.chunk_word(reading.clauses.left(place)) == "and"
            return place if is_joined and this.infinitive else -1
    return -1


def taken_to(reading: "Reading", verb: int) -> int:
    """1 in *X must be flown to hospital*, -1 in *X must be brought before a court*, else 0."""
    group = reading.chunks[verb]
    if group.lemma not in _TAKING and group.lemma not in _TAKING_BEFORE:
        return 0
    subject = reading.clauses.subjects.get(verb)
    if subject is not None and subject >= 0 and reading.chunk_word(subject) in _PUT_TO_BODIES:
        return 0  # must be sent to parliament
    for word in reading.words[group.last + 1 : group.last + 1 + _MOST_WORDS]:
        if word.lower in _ANSWERING:
            return -1
        if word.lower in _CARE:
            return int(group.lemma in _TAKING)
        if word.pos in ("CC", "PUNCT", "MD", "VBZ", "VBD"):
            break
    return 0


def is_for_others_to_end(reading: "Reading", act: int) -> bool:
    """Whether those who look on are asked to end something.

    *called on the council to end the war* blames the council for nothing.
    """
    group = reading.chunks[act]
    second = reading.words[group.last + 2 : group.last + 3]  # put an end to it
    is_end = any(word.lower in ("end", "stop", "halt") for word in second)
    has_object = reading.clauses.kind(reading.clauses.right(act)) == "NP"
    is_phrase = group.lemma in ("put", "bring", "call") and is_end
    if not is_phrase and not (group.lemma in _ENDING and has_object):
        return False
    subject = reading.clauses.subjects.get(act)
    if subject is None or subject < 0:
        return False
    phrase = reading.chunks[subject]
    words = {word.lower for word in reading.words[phrase.first : phrase.last + 1]}
    return not words.isdisjoint(_ONLOOKERS)


def number_of(reading: "Reading", index: int, rule: str) -> int:
    """-1 where what is demanded is that it happen to none: *no worker should be punished*."""
    is_none = reading.opening(index) in ("no", "neither")
    return -1 if is_none and rule in _DEMANDED_RULES else 1
