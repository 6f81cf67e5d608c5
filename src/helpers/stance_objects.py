"""Stance toward the object of a verb, from the verb and the speaker's attitude to the act.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_attachment as attachment
from helpers import stance_blame as blame
from helpers import stance_clauses as frames
from helpers import stance_composition as composition
from helpers import stance_constructions as constructions
from helpers import stance_demands as demands
from helpers import stance_events as events
from helpers import stance_feelings as feelings
from helpers import stance_holders as holders
from helpers import stance_manners as manners
from helpers import stance_naming as naming
from helpers import stance_offers as offers
from helpers import stance_terms as terms
from helpers.stance_cues import SILENT, Cue, Evidence, cues
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_OBLIGATION = read_set("obligation")
_DECLINING = read_set("declining")
_BACKING = frozenset({"support", "praise", "further"})
_MEANING_TO = frozenset({"go", "plan", "intend", "mean", "aim", "want", "wish"})
_PERMITTING = read_set("permitting")
_TAKING_NOTE = read_set("taking note")
_PURSUITS = read_set("pursuits")
_COPULAS = read_set("copulas")
_SEIZING = frozenset(("arrest", "detain", "capture", "kill", "injure", "wound", "hold"))
_ALTERING = read_set("altering")
_ACTS_THAT_BRING_ABOUT = read_set("acts that bring about") | {"stage"}
_ACTS_THAT_END = read_set("acts that end") | {"halt", "stop", "discontinue", "freeze"}
"""What is done to things, not persons: against replacing somebody is not yet for him."""

_SIDES = read_set("sides")
"""Classes of verbs by which somebody takes a side: *those who back X are fools*."""

_ALWAYS_TO_SPARE = read_set("wanted by nobody")
"""What one may do without and have nothing against: *we do not need help*."""

_PEOPLE = read_set("all the people")
_ONE = frozenset({"a", "an", "another", "this", "that", "these", "such", "those"})
NOT_NEEDED = "not needed"
"""Rule for *the public does not need access to X*."""

_ENTERTAINING = read_set("entertaining")
_MOST_PARTS = 3
_RECORDING = frozenset({"interview", "record", "film", "photograph"})
"""What is done to somebody in order to learn from him."""

_SEEKING = frozenset({"seek", "request", "want", "need", "await"})
_TO_KNOW = read_set("about which one asks") | read_set("asked for to know")
"""What one wants in order to learn something: no side is taken."""

_EVENTS_HELD = read_set("events held")
_TAKING_UP = read_set("taking up")
_LEAVING_OFF = frozenset({"refuse", "decline", "refrain", "abstain", "avoid", "stop", "hold"})


def as_object(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """Stance toward the object of a verb."""
    group = reading.chunks[verb]
    if group.lemma == "be" and reading.words[group.first - 1].lower == "there":
        return demands.as_existing(reading, index, verb)
    if group.passive:
        return demands.as_thing_given(reading, verb, depth)
    if group.lemma in _COPULAS or (group.finite and _counts_seized(reading, index, verb)):
        return SILENT
    following = reading.clauses.right(index)
    let = attachment.let_act(reading, index, verb, depth)
    if let.sign:
        return let
    if group.lemma in _RECORDING and (group.infinitive or group.finite):
        return SILENT  # wants to interview X
    if group.lemma in _SEEKING and reading.chunk_word(index) in _TO_KNOW:
        return SILENT  # would seek advice
    unconsidered = _not_taken_up(reading, index, verb)
    if unconsidered.sign:
        return unconsidered
    wished = _after_parts(reading, index)
    if group.lemma in ("want", "need", "like", "see") and reading.clauses.kind(wished) == "VG":
        outcome = reading.chunks[wished]
        if outcome.participle == "VBN":  # wants X closed
            cue, _ = reading.verb_cue(wished, "object")
            is_thing = reading.words[reading.chunks[index].head].pos in ("NN", "NNS")
            is_wish = group.lemma == "want" and outcome.lemma not in _ALTERING
            direction = cue.sign if cue else int(is_thing and is_wish)
            if outcome.lemma in ("go", "die", "forget"):  # wants X gone
                direction = -1
            sign = direction * reading.event(verb, depth + 1)
            return Evidence(sign, *reading.span(verb, wished), "object of verb")
    watched = composition.watched(reading, verb, following)
    if watched.sign:
        return watched
    if constructions.held_responsible(reading, verb, following):
        return Evidence(-max(0, reading.event(verb, depth + 1)), *reading.span(following), "blame")
    judged = _judged(reading, verb, following, depth)
    if judged.sign:
        return judged
    named = naming.called(reading, verb, following, depth)
    if named.sign:
        return named
    seen = _seen(reading, verb, following)
    if seen.sign:
        return seen
    unbacked = feelings.of_what_is_not_backed(reading, index, verb)
    if unbacked.sign:
        return unbacked
    charges = (
        blame.hindered(reading, index, verb),
        blame.unjustified(reading, verb),
        blame.taken_to_court(reading, index, verb),
        _not_forgotten(reading, index, verb),
    )
    for charged in charges:
        if charged.sign:
            return charged
    if manners.is_plain_fact(reading, index, verb):
        return SILENT
    told = terms.wanted_first(reading, index, verb)
    if not told.sign:
        told = manners.of_object(reading, index, verb, depth)
    if told.sign:
        return told
    announced = offers.announced(reading, index, verb, depth)
    if announced.sign:
        return announced
    cue, last = reading.act_cue(verb, "object")
    demanded = demands.demanded_act(reading, reading.clauses.after_phrase(index), verb)
    is_permitted = cue is not None and reading.chunks[verb].lemma in _PERMITTING
    gives = ("demand", "threaten", "light", "further")
    if demanded is not None and not is_permitted and (cue is None or cue.group in gives):
        return demands.addressee(reading, demanded, depth)
    is_refused = group.negated and group.modal in ("will", "would", "wo", "can", "ca", "cannot")
    if is_refused and group.lemma in _ENTERTAINING and demanded is None:
        return Evidence(
            min(0, reading.event(verb, depth + 1)), *reading.span(verb), "not considered"
        )
    if cue and cue.group == "light" and is_refused:
        return from_event(reading, verb, cue, last, depth, "object of verb")  # will not raise taxes
    if is_permitted and demanded is not None and reading.event(verb, depth + 1) < 0:
        return Evidence(-1, *reading.span(verb, last), "object of verb")  # wrong to let X act
    if cue and cue.group == "light" and demands.is_asked_of_others(reading, verb):
        return from_event(reading, verb, cue, last, depth, "object of verb")
    if cue is None and composition.is_resolved(reading, verb) and not depth:
        return Evidence(reading.event(verb), *reading.span(verb), "object of what is resolved")
    if group.lemma == "have" and group.infinitive and _is_judged(reading, verb):
        return Evidence(reading.event(verb, depth + 1), *reading.span(verb), "act judged")
    if (cue is None or cue.group == "light") and not (depth and _is_attitude(reading, index)):
        return demands.as_demanded(reading, index, verb, depth)
    if cue is None and group.lemma in _TAKING_NOTE:
        return SILENT
    if cue is None:  # tweeted thanks to X
        cue = Cue(1, "light")
    if cue.group == "demand" and group.lemma == "need" and group.negated:
        return _not_needed(reading, index, verb)
    return from_event(reading, verb, cue, last, depth, "object of verb")


def _not_taken_up(reading: "Reading", index: int, verb: int) -> Evidence:
    """*they should refuse to consider X*, *should not ratify X*, *must refrain from naming X*."""
    group = reading.chunks[verb]
    if group.lemma not in _TAKING_UP or group.passive:
        return SILENT
    outer = verb
    is_left = group.negated
    if not group.finite:
        outer = reading.clauses.governor(verb).chunk
        if reading.clauses.kind(outer) != "VG" or reading.chunks[outer].lemma not in _LEAVING_OFF:
            return SILENT
        is_left = not reading.chunks[outer].negated and not group.negated
    due = reading.chunks[outer]
    is_due = due.modal in _OBLIGATION and due.finite
    if not is_left or not is_due or reading.words[reading.chunks[index].head].pos == "PRP":
        return SILENT
    return Evidence(-max(0, reading.asserted(outer)), *reading.span(outer, verb), "not considered")


def _not_forgotten(reading: "Reading", index: int, verb: int) -> Evidence:
    """*the world must not forget X*, *we will miss the captain*."""
    group = reading.chunks[verb]
    if group.lemma == "miss" and group.modal in ("will", "would", "wo"):
        own = reading.is_own_side(reading.clauses.subjects.get(verb))
        is_name = reading.words[reading.chunks[index].head].pos in ("NNP", "NNPS")
        is_person = is_name or reading.chunk_word(index) in person_words()
        sign = int(own and is_person) * (-1 if group.negated else 1)
        return Evidence(sign, *reading.span(verb), "kept")
    is_due = group.modal in ("must", "should", "shall") and group.negated
    if group.lemma not in ("forget", "abandon") or not is_due:
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb), "kept")


def _is_judged(reading: "Reading", verb: int) -> bool:
    """Whether an infinitive is what *it* stands for: *it would be a good idea to have X*."""
    copula = reading.clauses.governor(verb).chunk
    if reading.clauses.kind(copula) != "VG":
        copula = reading.clauses.left(copula) if copula >= 0 else -1
    is_it = copula > 0 and reading.chunk_word(reading.clauses.left(copula)) == "it"
    return is_it and reading.chunk_word(copula) == "be"


def _after_parts(reading: "Reading", index: int) -> int:
    """Chunk after a phrase with its parts: *wants the ban on maize in the north lifted*."""
    place = reading.clauses.right(index)
    for _ in range(_MOST_PARTS):
        further = reading.clauses.right(place) if place >= 0 else -1
        if reading.clauses.kind(place) != "IN" or reading.clauses.kind(further) != "NP":
            break
        place = reading.clauses.right(further)
    return place


def _counts_seized(reading: "Reading", index: int, verb: int) -> bool:
    """Whether a clause counts whom somebody seized or hit: *we arrested two men*."""
    group = reading.chunks[verb]
    opening = reading.words[reading.chunks[index].first]
    is_some = opening.pos == "CD" or opening.lower in ("a", "an")
    is_some &= reading.chunk_word(index) not in _EVENTS_HELD
    return group.lemma in _SEIZING and not (group.modal or group.negated) and is_some


def _not_needed(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we do not need another inquiry*, *the public does not need access to X*."""
    subject = reading.clauses.subjects.get(verb)
    phrase = reading.chunks[index]
    if subject is None or phrase.lemma in _ALWAYS_TO_SPARE or reading.chunks[verb].modal:
        return SILENT
    is_all = subject >= 0 and reading.chunk_word(subject) in _PEOPLE
    opening = reading.words[phrase.first].lower
    is_one = opening in _ONE or phrase.lemma == "access"
    is_one &= reading.opening(verb) != "did"  # a fact of the past
    if not is_one or not (is_all or reading.is_own_side(subject)):
        return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb), NOT_NEEDED)


def _is_attitude(reading: "Reading", index: int) -> bool:
    """Whether a noun phrase names an attitude that goes on: *support for*, *anger at*."""
    following = reading.clauses.right(index)
    while reading.chunk_word(following) == "and":  # respect and admiration for
        other = reading.clauses.right(following)
        following = reading.clauses.right(other) if reading.clauses.kind(other) == "NP" else -1
    for _ in range(_MOST_PARTS):  # a protest with Ankara over
        if reading.clauses.kind(following) != "IN":
            return False
        frame = (reading.chunks[index].lemma, reading.chunks[following].lemma)
        if ("noun", *frame) in cues():
            return reading.chunks[index].lemma not in _PURSUITS
        other = reading.clauses.right(following)
        following = reading.clauses.right(other) if reading.clauses.kind(other) == "NP" else -1
    return False


def _judged(reading: "Reading", verb: int, following: int, depth: int) -> Evidence:
    """*called X absurd*, *describe X as a crime*."""
    if not reading.judges(verb) or following < 0:
        return SILENT
    if reading.chunks[following].lemma in ("as", "to"):
        following = reading.clauses.right(following)
    if reading.clauses.kind(following) == "VG" and reading.chunks[following].lemma == "be":
        following = reading.clauses.right(following)
    sign, word = reading.verdict(following)
    if not sign:
        sign, word = reading.verdict(_after_modifiers(reading, following))
    return Evidence(sign * reading.event(verb, depth + 1), word, word, "called so")


def _after_modifiers(reading: "Reading", place: int) -> int:
    """What something is called, after its modifiers: *called the vote held in May a farce*."""
    is_inside = False
    is_plain = True
    for index in range(place, min(place + 16, len(reading.chunks))) if place >= 0 else ():
        this = reading.chunks[index]
        before = reading.clauses.left(index)
        if this.kind == "VG" and reading.judges(index):
            return -1  # another verdict begins
        if this.kind in ("NP", "JJ") and reading.chunk_word(before) == "as":
            return index
        if this.kind == "PUNCT" or is_inside:
            continue
        is_inside = this.kind == "SUB" or (this.kind == "VG" and this.finite)
        opens = reading.words[this.first].lower in ("a", "an", "one", "nothing")
        is_plain &= this.kind in ("NP", "IN", "JJ", "RB")
        if this.kind == "JJ" and reading.clauses.kind(before) == "NP" and is_plain:
            return index  # considers the delivery of the battery improper
        is_object = reading.clauses.kind(before) == "VG" and reading.chunks[before].infinitive
        follows = reading.clauses.kind(before) in ("NP", "VG") and not is_object
        if this.kind == "NP" and opens and follows:
            return index
    return -1


def _seen(reading: "Reading", verb: int, following: int) -> Evidence:
    """*we are ashamed to see X fire on them*: a feeling about a deed that is seen."""
    adjective = reading.clauses.governor(verb).chunk
    is_seen = reading.chunks[verb].lemma in ("see", "hear", "watch", "find", "learn")
    if not is_seen or reading.clauses.kind(following) != "VG" or adjective < 0:
        return SILENT
    word = reading.words[reading.chunks[adjective].head].lower
    cue = cues().get(("adjective", word, "that")) or cues().get(("adjective", word, "value"))
    if cue is None or reading.chunks[following].participle == "VBN":
        return SILENT
    return Evidence(cue.sign, *reading.span(adjective), "adjective + that")


_BARGAINED = frozenset(
    {"sign", "accept", "ratify", "join", "attend", "approve", "resume", "honour"}
)
"""What is held out in exchange: *would sign it if they left*."""


def from_event(
    reading: "Reading", verb: int, cue: Cue, last: int, depth: int, rule: str
) -> Evidence:
    """Stance from a verb's direction and the speaker's attitude to its event."""
    group = reading.chunks[verb]
    words = reading.span(verb, last)
    is_bargain = cue.group == "end" or (cue.sign > 0 and group.lemma in _BARGAINED)
    if is_bargain and group.modal == "would" and _is_on_condition(reading, verb):
        return SILENT  # would drop the tariffs, or sign the deal, if they paid
    attitude = reading.event(verb, depth + 1)
    is_aim = cue.group not in ("demand", "harm") and frames.is_unopposed(reading, verb)
    if not attitude and is_aim:
        sign = -cue.sign if group.negated else cue.sign
        is_plain = cue.sign > 0 or not group.negated
        return Evidence(sign, *words, f"{rule}, unopposed") if is_plain else SILENT
    if attitude < 0:
        is_promise = group.negated and (
            group.modal in ("will", "would")
            or group.modal in _OBLIGATION
            or (reading.words[group.head].pos == "VBG" and group.finite)
        )
        is_barred = group.negated and group.modal in _OBLIGATION  # must not close it
        is_barred |= constructions.is_asked_not_to(reading, verb)  # urged them not to close it
        relative = reading.clauses.governor(verb).relation == "relative" and group.finite
        if relative and not group.negated and cue.group in _SIDES:
            return Evidence(-cue.sign, *words, "side of those judged")
        is_victim = cue.group == "harm" and composition.victim_of_permitted(reading, verb)
        if is_victim:
            return Evidence(1, *words, "not to go on")
        if cue.sign < 0 and composition.is_kept(reading, verb):
            return Evidence(1, *words, "kept")
        if _is_instead(reading, verb):
            return Evidence(-cue.sign, *words, "contrasted")
        if cue.sign < 0 and constructions.is_wrong_to_do(reading, verb):
            return Evidence(1, *words, "wrong to harm")
        is_backing = cue.group in _BACKING or (cue.group == "demand" and cue.sign > 0)
        if is_backing and constructions.is_wrong_to_do(reading, verb):
            return Evidence(-1, *words, "wrong to support")
        if constructions.is_opposed_act(reading, verb):
            if cue.sign < 0 and group.lemma in _ACTS_THAT_END:
                return Evidence(1, *words, "wrong to harm")
            if group.lemma in _ACTS_THAT_BRING_ABOUT:
                return Evidence(-1, *words, "wrong to support")
        if cue.group == "demand" and attachment.is_in_document(reading, verb):
            return Evidence(-cue.sign, *words, rule)
        if constructions.is_held_harmless(reading, verb):
            return Evidence(1, *words, "not blamed")
        if cue.sign < 0 and not is_barred and not (is_promise and cue.group == "harm"):
            return SILENT  # will not oppose it: consent is not support
        if not reading.is_denial(verb) and not _is_declined(reading, verb):
            return SILENT  # against an act says nothing of whom it is done to
    return Evidence(cue.sign * attitude, *words, rule)


def _is_instead(reading: "Reading", verb: int) -> bool:
    """Whether an act is what should not be done but something else: *instead of closing X*."""
    relation = reading.clauses.governor(verb).relation
    return relation == "than" or (relation == "of" and events.is_instead_of(reading, verb))


def _is_on_condition(reading: "Reading", verb: int) -> bool:
    """Whether an *if* follows in a verb's clause."""
    for place in range(verb + 1, len(reading.chunks)):
        this = reading.chunks[place]
        if this.lemma == "if":
            return reading.chunk_word(place - 1) != "even"
        if this.kind == "VG" and this.finite:
            return False
    return False


def _is_declined(reading: "Reading", verb: int) -> bool:
    """Whether the speaker himself leaves the act undone: *we refuse to …, we stopped …*."""
    governor = reading.clauses.governor(verb).chunk
    if reading.clauses.kind(governor) == "JJ":  # we are reluctant to do it
        return True
    if reading.clauses.kind(governor) == "NP":  # there is no reason to do it
        return holders.is_next_to_none(reading, governor)
    if reading.clauses.kind(governor) != "VG":
        return False
    group = reading.chunks[governor]
    word = reading.words[group.head].lower
    is_unready = group.negated and ("adjective", word, "to do") in cues()  # is not prepared to
    is_off = group.negated and group.lemma in _MEANING_TO  # are not going to
    is_done = group.passive or group.participle == "VBN"
    is_left = group.lemma in _DECLINING or (is_unready and is_done) or is_off
    return is_left and reading.is_own_side(reading.clauses.subjects[governor])
