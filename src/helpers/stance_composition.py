"""How the parts of a sentence add up to a stance where no verb takes the target as its object.

Whoever's deed is judged, whoever's wrong may not go on, what is owed to somebody: each rule takes a
`helpers.stance_reading.Reading` and the places of its chunks, and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, cues, judging_adjective

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_DOUBTED = frozenset(
    {"alleged", "purported", "supposed", "so-called", "any", "no", "possible", "potential"}
    | {"suspected", "claimed", "reported", "rumoured", "rumored", "perceived"}
)
_SHARES = frozenset(
    {"involvement", "implication", "role", "participation", "hand", "part", "share", "collusion"}
    | {"responsibility", "guilt", "connivance", "culpability", "complicity"}
)
_SHOWING = frozenset(
    {"show", "confirm", "prove", "reveal", "indicate", "expose", "document", "establish", "note"}
    | {"demonstrate", "point", "denounce", "condemn", "know", "cite", "recall", "admit", "uncover"}
    | {"stress", "mention", "remember", "detail", "record", "underline", "blame", "have", "suggest"}
)
_VALUES = frozenset(
    {"value", "principle", "ideal", "moral", "norm", "spirit", "dignity", "honour", "honor"}
    | {"teaching", "tradition", "conscience", "will", "aspiration", "right", "sovereignty"}
    | {"ethic", "ethos", "feeling", "sentiment", "interest", "memory", "sacrifice", "trust"}
)
_OFFENDING = frozenset(
    {"contradict", "violate", "betray", "undermine", "breach", "contravene", "offend", "insult"}
    | {"trample", "defy", "disregard", "flout", "dishonour", "dishonor", "mock", "infringe"}
    | {"disrespect", "desecrate", "tarnish", "harm", "damage", "abuse", "sully", "stain"}
)
_IDLE = frozenset({"stand", "sit", "look", "watch", "remain", "stay", "rest", "wait", "keep"})
_TOLERATED = frozenset(
    {"tolerate", "accept", "allow", "permit", "condone", "excuse", "justify", "let", "forgive"}
    | {"countenance", "brook", "trust", "suffer", "endure", "legitimise", "legitimize", "stand"}
)
_LETTING = frozenset({"allow", "let", "permit", "watch", "see", "enable", "prevent", "stop"})
_WAYS = frozenset({"choice", "option", "alternative", "way", "exit"})
_SAVING = frozenset({"but", "than", "except"})


def judged_deed(reading: "Reading", noun: int, first: int) -> Evidence:
    """What an adjective says of whoever's deed it is: *the reckless decisions of X*.

    Adjectives count from word `first` on.
    """
    phrase = reading.chunks[noun]
    pair = f"{reading.words[phrase.head - 1].lower} {phrase.lemma}" if phrase.head else ""
    if ("noun", pair, "author") in cues() and not is_doubted(reading, noun):  # double standards
        return Evidence(-1, phrase.head - 1, phrase.head, "author of a wrong")
    deed = cues().get(("noun", phrase.lemma, "owner"))
    if deed is None or deed.group != "act" or is_doubted(reading, noun):
        return SILENT
    for place in range(first, phrase.head):
        word = reading.words[place]
        cue = judging_adjective(word.lower)
        if cue and word.pos != "NNP" and (cue.sign < 0 or cue.group != "matter"):
            return Evidence(cue.sign, place, phrase.head, "deed judged")
    return SILENT


def is_doubted(reading: "Reading", noun: int) -> bool:
    """Whether a deed is only alleged, denied, or said not to be one."""
    phrase = reading.chunks[noun]
    verb = reading.clauses.left(noun)
    words = {word.lower for word in reading.words[phrase.first : phrase.head]}
    is_negated = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].negated
    return bool(words & _DOUBTED) or is_negated or reading.is_denied(noun)


def share_in_wrong(reading: "Reading", noun: int, wrong: int) -> Evidence:
    """*first findings show the involvement of X in the massacre*: said to be so, or held to him."""
    if reading.chunks[noun].lemma not in _SHARES or is_doubted(reading, noun):
        return SILENT
    verb = reading.clauses.left(noun)
    if reading.clauses.kind(verb) == "IN":
        verb = reading.clauses.left(verb)
    is_shown = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].lemma in _SHOWING
    if reading.chunk_word(reading.clauses.left(wrong)) != "in" or not is_shown:
        return SILENT
    sign, word = reading.value(wrong)
    if sign >= 0:
        return SILENT
    return Evidence(-1, reading.chunks[noun].first, word, "share in a wrong")


def offended(reading: "Reading", noun: int) -> Evidence:
    """*the raid betrays the values of X*: what is held up against a wrong is held dear."""
    if reading.chunks[noun].lemma not in _VALUES:
        return SILENT
    for place in range(noun - 1, max(-1, noun - 16), -1):
        this = reading.chunks[place]
        if this.kind == "VG":
            goes_against = this.lemma in ("go", "run", "be", "stand", "fly") and any(
                c.lemma in ("against", "counter", "contrary", "incompatible", "odds", "face")
                for c in reading.chunks[place + 1 : noun]
            )
            if (this.lemma in _OFFENDING or goes_against) and not this.negated:
                return Evidence(max(0, reading.asserted(place)), *reading.span(place), "offended")
            return SILENT
        if this.kind in ("SUB", "JJ") and this.lemma not in ("counter", "contrary"):
            return SILENT
    return SILENT


def is_refused(reading: "Reading", verb: int) -> bool:
    """Whether the speaker's side will not, cannot or must not do an act."""
    group = reading.chunks[verb]
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    modal = group.modal in ("will", "would", "can", "could", "must", "should", "wo", "ca", "cannot")
    return own and group.negated and (modal or group.finite)


def let_happen(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we cannot stand by while X burns villages*."""
    opening = subject - 1 if subject >= 0 else -1
    if reading.chunk_word(opening) not in ("while", "as", "when", "whilst"):
        return SILENT
    idle = reading.clauses.previous_verb(opening)
    if idle < 0 or not _is_idleness_refused(reading, idle):
        return SILENT
    cue = reading.verb_cue(verb, "subject")[0]
    sign = cue.sign if cue else -1
    return Evidence(min(0, sign), *reading.span(idle, opening), "not to go on")


def watched(reading: "Reading", verb: int, following: int) -> Evidence:
    """*we cannot sit back and watch X burn villages*."""
    is_act = reading.clauses.kind(following) == "VG"
    if reading.chunks[verb].lemma not in ("watch", "see", "let") or not is_act:
        return SILENT
    before = reading.clauses.previous_verb(verb)
    refused = is_refused(reading, verb) or (
        before >= 0 and _is_idleness_refused(reading, before) and verb - before < 5
    )
    cue = reading.verb_cue(following, "subject")[0] or reading.verb_cue(following, "object")[0]
    if not refused or cue is None or cue.sign > 0:
        return SILENT
    return Evidence(-1, *reading.span(verb), "not to go on")


def _is_idleness_refused(reading: "Reading", verb: int) -> bool:
    return reading.chunks[verb].lemma in _IDLE and is_refused(reading, verb)


def victim_of_permitted(reading: "Reading", verb: int) -> bool:
    """Whether an act is one that the speaker won't let others do: *cannot let X shell them*."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if reading.clauses.kind(outer) != "VG" or reading.chunks[outer].lemma not in _LETTING:
        return False
    return governor.relation in ("to object", "to", "from", "relative", "gerund", "purpose")


def not_tolerated(reading: "Reading", verb: int) -> Evidence:
    """*X will not be tolerated*, *X cannot be allowed to go on*."""
    group = reading.chunks[verb]
    is_barred = group.modal in ("will", "would", "can", "could", "cannot", "wo", "ca", "must")
    if not (group.negated and is_barred and group.lemma in _TOLERATED):
        return SILENT
    act = reading.clauses.right(verb)
    if reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive:
        frame = reading.verb_cue(act, "subject")[0]
        if frame and frame.sign > 0:
            return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb), "not to go on")


def no_way_but(reading: "Reading", verb: int) -> Evidence:
    """*X has no choice but to resign*."""
    way = reading.clauses.right(verb)
    if reading.chunks[verb].lemma != "have" or reading.clauses.kind(way) != "NP":
        return SILENT
    is_none = reading.words[reading.chunks[way].first].lower == "no"
    if not is_none or reading.chunks[way].lemma not in _WAYS:
        return SILENT
    return _only_to_go(reading, way)


def no_way_for(reading: "Reading", noun: int) -> Evidence:
    """*there is no option for X but to resign*."""
    is_none = reading.words[reading.chunks[noun].first].lower == "no"
    if not is_none or reading.chunks[noun].lemma not in _WAYS:
        return SILENT
    return _only_to_go(reading, noun)


def _only_to_go(reading: "Reading", way: int) -> Evidence:
    is_saved = False
    for act in range(way + 1, min(way + 8, len(reading.chunks))):
        this = reading.chunks[act]
        is_saved |= this.lemma in _SAVING
        if this.kind == "VG":
            cue = reading.verb_cue(act, "yield")[0] if is_saved and this.infinitive else None
            return Evidence(-1, *reading.span(way, act), "told to stop or go") if cue else SILENT
    return SILENT
