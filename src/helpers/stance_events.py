"""What attitude the speaker has to an act or event: wanted or done, unwanted, or neither.

A verb group is followed up, link by link, to what governs it. Each function takes a
`helpers.stance_reading.Reading`; 1 for wanted or done, -1 for unwanted, 0 where nothing shows.
"""

from typing import TYPE_CHECKING

from helpers import stance_assertions as assertions
from helpers import stance_attachment as attachment
from helpers import stance_clauses as frames
from helpers import stance_commitment as commitment
from helpers import stance_composition as composition
from helpers import stance_constructions as constructions
from helpers import stance_deeds as deeds
from helpers import stance_demands as demands
from helpers import stance_holders as holders
from helpers import stance_newswire as newswire
from helpers import stance_terms as terms
from helpers.roles import INTENTS
from helpers.stance_cues import SILENT, cues
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_OBLIGATION = read_set("obligation")
_HAPPENING = read_set("happening")
_GROUNDS = read_set("grounds")
_COUNTING_ON = frozenset({"plan", "count", "insist", "bet", "bank", "rely"})
_ACTING = read_set("acting")
"""Verbs whose infinitive tells what their subject acts for."""

_UNDECIDED = read_set("undecided")
_COPULAS = read_set("copulas")
_FRAMES = {
    "to": ("to do", "to"),
    "to object": ("to do",),
    "gerund": ("gerund", "object"),
}
"""Frames of a verb's cue for an act that it governs, where they aren't named as the relation is."""

_CEASING = frozenset({"stop", "cease", "quit"})
_HARD = frozenset(("hard", "difficult", "tough"))
_OMISSIONS = frozenset(("failure", "refusal", "reluctance", "unwillingness"))
_OBJECTIONS = read_set("objections")
_COURSES = read_set("courses of action")


def event(reading: "Reading", index: int, depth: int) -> int:
    """Speaker's attitude to the event of a verb group: 1 wanted or done, -1 unwanted, 0 none.

    Negation is part of the event: *we do not support it* is -1 toward supporting it.
    """
    group = reading.chunks[index]
    if constructions.asked_in_vain(reading, index):
        return -1
    polarity = -1 if reading.is_denial(index) else 1
    governor = reading.clauses.governor(index)
    if assertions.is_denied_first(reading, index):  # under no circumstances will we act
        return polarity * demands.own_event(reading, index)
    if constructions.asks_who_would_not(reading, index):
        return 1
    if group.finite:
        return polarity * _clause_event(reading, index, depth)
    if group.infinitive and newswire.is_reluctant(reading, index):
        return 0  # had no choice but to accept it
    settled = commitment.settled(reading, index, depth)
    if settled is not None:
        return polarity * settled
    aim = composition.aim_of(reading, index)
    if aim is not None:
        return polarity * (aim if aim < 0 else reading.event(aim, depth + 1))
    if composition.is_resolved(reading, index):
        return polarity
    joined = frames.takes_part(reading, index, depth)
    if joined is not None:
        return polarity * joined
    if governor.relation == "root":
        judged = deeds.judged_act(reading, index) if index == 0 else SILENT
        return polarity * (judged.sign or int(not _is_told_of(reading, index)))
    if governor.chunk < 0 or governor.relation == "question":
        return 0
    if attachment.said_by_noun(reading, index):
        holder = reading.clauses.previous_verb(index, finite=True)
        return polarity * int(reading.is_speaker(reading.clauses.subjects.get(holder)))
    relation = governor.relation
    if relation == "of" and is_instead_of(reading, index):
        relation = "instead of"
    return polarity * _embedded_event(reading, relation, governor.chunk, depth)


def is_instead_of(reading: "Reading", act: int) -> bool:
    """Whether *instead of* stands before a gerund: what should not be done, but something else."""
    first = reading.chunks[act].first
    return first > 1 and reading.words[first - 2].lower == "instead"


def _is_told_of(reading: "Reading", index: int) -> bool:
    """Whether an opening gerund is what the clause is about: *rebuilding it would take a year*."""
    place = reading.clauses.after_phrase(reading.clauses.right(index)) if index == 0 else -1
    if place < 0 or reading.chunks[index].participle != "VBG":
        return False
    verb = reading.chunks[place]
    told = reading.clauses.right(place)
    if reading.chunk_word(told) in _OWN_TASKS:
        return False  # protecting it is our duty
    return verb.kind == "VG" and verb.finite and reading.clauses.subjects.get(place) is None


_OWN_TASKS = frozenset({"duty", "job", "task", "priority", "goal", "aim", "responsibility"})


def _clause_event(reading: "Reading", index: int, depth: int) -> int:
    """Attitude to the event of a finite clause, its own negation left out."""
    governor = reading.clauses.governor(index)
    if terms.is_term(reading, index):
        return 1
    if governor.relation == "condition":
        return 0 if assertions.is_reported(reading, index) else outcome(reading, index)
    if governor.relation == "question" and not commitment.is_reason(reading, index):
        return 0
    said = commitment.said_so(reading, index, depth)
    if said is not None:
        return said
    if governor.relation == "that" and reading.clauses.kind(governor.chunk) == "VG":
        feeling = _feeling(reading, governor.chunk)
        if feeling:
            return feeling
        cue, _ = reading.verb_cue(governor.chunk, "that")
        if cue:
            return cue.sign * reading.event(governor.chunk, depth + 1)
        raised = reading.asserted(index)
        return raised * demands.own_event(reading, index)
    if governor.relation == "that" and reading.clauses.kind(governor.chunk) in ("NP", "JJ"):
        if reading.chunk_word(reading.clauses.left(reading.clauses.left(governor.chunk))) == "it":
            return reading.value(governor.chunk)[0]  # it is a shame that
        return reading.toward(governor.chunk, depth + 1).sign
    if governor.relation == "that" and governor.chunk >= 0:
        return 0
    is_relative = governor.relation == "relative"
    if is_relative and reading.clauses.kind(governor.chunk) == "NP":
        of_document = attachment.of_document(reading, governor.chunk, depth)
        if of_document is not None:
            return of_document  # a letter that urged them to act
    if is_relative and not reading.is_speaker(reading.clauses.subjects[index]):
        return reading.toward(governor.chunk, depth + 1).sign
    return demands.own_event(reading, index)


def _feeling(reading: "Reading", verb: int) -> int:
    """Attitude to a clause that a noun announces: *my fear is that they leave*."""
    subject = reading.clauses.subjects.get(verb)
    if reading.chunks[verb].lemma != "be" or subject is None or subject < 0:
        return 0
    cue = cues().get(("noun", reading.chunks[subject].lemma, "that"))
    return cue.sign if cue else 0


def outcome(reading: "Reading", condition: int) -> int:
    """*if X happens, chaos would follow*: -1."""
    verb = outcome_of(reading, condition)
    if verb == condition:
        return 0
    group = reading.chunks[verb]
    subject = reading.clauses.subjects[verb]
    happens = group.lemma in _HAPPENING and group.modal in ("would", "will", "could")
    return reading.value(subject)[0] if happens and subject is not None else 0


def outcome_of(reading: "Reading", condition: int) -> int:
    """Verb of the clause that follows a condition; the condition itself if none does."""
    return next(
        (
            verb
            for verb in range(condition + 1, len(reading.chunks))
            if reading.chunks[verb].kind == "VG" and reading.chunks[verb].finite
        ),
        condition,
    )


def _embedded_event(reading: "Reading", relation: str, governor: int, depth: int) -> int:
    """Attitude to an infinitive or gerund from what governs it."""
    if relation in ("by", "through"):
        return _by_means(reading, governor, depth)
    if relation in ("before", "after"):
        return _at_same_time(reading, governor)
    if relation == "instead of":
        return -max(0, _by_means(reading, governor, depth))
    kind = reading.clauses.kind(governor)
    if kind == "VG":
        return _under_verb(reading, relation, governor, depth)
    if kind == "NP":
        return _under_noun(reading, relation, governor, depth)
    if kind == "JJ":
        return _under_adjective(reading, relation, governor, depth)
    return 0


def _at_same_time(reading: "Reading", place: int) -> int:
    """1 for what the speaker did before or after something else: *left after thanking them*."""
    verb = place if reading.clauses.kind(place) == "VG" else reading.clauses.previous_verb(place)
    if verb < 0 or not reading.is_speaker(reading.clauses.subjects.get(verb)):
        return 0
    group = reading.chunks[verb]
    is_past = reading.words[group.first].pos == "VBD" and group.finite
    return int(is_past and not group.negated)


def _under_verb(reading: "Reading", relation: str, governor: int, depth: int) -> int:
    """Attitude to *acting* in *refuse to act*, *they ought to act*, *use it to act*."""
    if relation == "purpose":
        return reading.event(governor, depth + 1)
    is_done = reading.chunks[governor].passive or reading.chunks[governor].participle == "VBN"
    if is_done and relation == "to":  # is committed to do it
        word = reading.words[reading.chunks[governor].head].lower
        cue = cues().get(("adjective", word, "to do")) or cues().get(("adjective", word, "to"))
        if cue:
            return cue.sign * reading.event(governor, depth + 1)
    if relation == "to" and reading.chunks[governor].lemma in _OBLIGATION:  # ought to
        return reading.event(governor, depth + 1)
    if relation == "adverbial":
        return int(reading.is_speaker(reading.clauses.subjects.get(governor)))
    if relation == "than":  # would rather go than do it
        return -max(0, reading.event(governor, depth + 1))
    for frame in _FRAMES.get(relation, (relation,)):
        cue, _ = reading.verb_cue(governor, frame)
        if cue and cue.sign < 0 and reading.chunks[governor].negated:
            if reading.chunks[governor].lemma in _CEASING and relation == "gerund":
                return -reading.event(governor, depth + 1)  # will not stop supporting it
            return 0  # will not oppose closing it: consent is not support
        if cue:
            return cue.sign * reading.event(governor, depth + 1)
    if relation == "to" and reading.chunks[governor].lemma in _ACTING:
        return reading.event(governor, depth + 1)  # we have come to help
    if relation == "to object" and reading.chunks[governor].lemma in _COPULAS:
        noun = reading.clauses.right(governor)  # it is a mistake to act, time to act
        free = cues().get(("noun", reading.chunk_word(noun), "to do"))
        sign = free.sign if free else reading.value(noun)[0]
        return -sign if reading.chunks[governor].negated else sign
    if relation == "to object" and terms.is_done_to_an_end(reading, governor):
        return max(0, reading.event(governor, depth + 1))  # sued them to stop it
    if relation == "to object":  # use it to act: the purpose of what is wanted
        cue, _ = reading.verb_cue(governor, "object")
        return max(0, reading.event(governor, depth + 1)) if cue is None or cue.sign > 0 else 0
    if relation == "for":
        cue, _ = reading.verb_cue(governor, "object")
        cue = cue or reading.verb_cue(governor, "for")[0]  # voted for closing it
        return cue.sign * reading.event(governor, depth + 1) if cue else 0
    if relation == "on" and reading.chunks[governor].lemma in _COUNTING_ON:
        return reading.event(governor, depth + 1)  # plans on doing it
    return 0


def _under_noun(reading: "Reading", relation: str, governor: int, depth: int) -> int:
    """Attitude to *acting* in *our plans to act*, *no reason to act*, *it is time to act*."""
    if relation in ("relative", "that"):
        of_document = attachment.of_document(reading, governor, depth)
        if of_document is not None:
            return of_document
        return reading.toward(governor, depth + 1).sign
    noun = reading.chunks[governor].lemma
    if relation.startswith("to") and _is_task_of(reading, governor):
        return 1
    is_denied = holders.is_next_to_none(reading, governor)
    if is_denied and relation in ("to", "to object", "for") and noun in _GROUNDS:
        return -1  # there is no reason to act
    free = cues().get(("noun", noun, "to do"))
    if free and relation in ("to", "to object", "for"):  # it is time to act
        return -free.sign if holders.is_kept_from(reading, governor) else free.sign
    if relation in ("to", "to object"):
        sign = reading.toward(governor, depth + 1).sign or holders.announced(reading, governor)
        if noun in _OMISSIONS:
            return -sign  # criticised the failure to act
        return sign if sign > 0 or noun in INTENTS else 0
    cue = cues().get(("noun", noun, relation))
    if cue is None and relation == "of" and noun in _COURSES:  # keep to our policy of doing it
        return reading.toward(governor, depth + 1).sign
    if cue and is_denied and noun in _OBJECTIONS:
        return 0  # no objection: consent is not support
    if cue:
        attitude = (
            reading.toward(governor, depth + 1).sign
            or holders.held(reading, governor)
            or holders.by_circumstance(reading, governor, cue, depth)
        )
        return cue.sign * attitude * (-1 if is_denied else 1)
    verb = reading.clauses.left(reading.clauses.phrase_start(governor))
    if reading.clauses.kind(verb) == "VG":
        cue, _ = reading.verb_cue(verb, f"object {relation}")
        return cue.sign * reading.event(verb, depth + 1) if cue else 0
    return 0


def _by_means(reading: "Reading", place: int, depth: int) -> int:
    """Attitude to a means, which is that to the act before it: *act by closing the port*."""
    for verb in range(place, -1, -1):
        if reading.chunks[verb].kind == "VG":
            attitude = reading.event(verb, depth + 1)
            if attitude:
                return attitude
    return 0


def _is_task_of(reading: "Reading", index: int) -> bool:
    """Whether somebody is one up to whom an act is: *it is up to X to act*."""
    to = reading.clauses.left(index)
    return reading.chunk_word(to) == "to" and reading.chunk_word(reading.clauses.left(to)) == "up"


def _under_adjective(reading: "Reading", relation: str, index: int, depth: int) -> int:
    """Attitude to what a speaker is ready to do, or to what it is wrong to do."""
    verb = reading.clauses.left(index)
    word = reading.chunks[index].lemma
    is_predicate = reading.clauses.kind(verb) == "VG"
    if word == "hard" and is_predicate and reading.chunks[verb].lemma not in _COPULAS:
        return reading.event(verb, depth + 1)  # is working hard to do it
    frame = "to do" if relation.startswith("to") else relation
    cue = cues().get(("adjective", word, frame))
    if cue and (verb < 0 or (is_predicate and reading.is_own_side(reading.clauses.subjects[verb]))):
        attitude = reading.event(verb, depth + 1) if is_predicate else 1
        return 0 if attitude < 0 and word in _UNDECIDED else cue.sign * attitude
    if frame == "to do" and word in _HARD and is_predicate:
        return 1 if reading.chunks[verb].negated else -1  # it is hard to trust them
    cue = cues().get(("adjective", word, "value"))
    if cue and frame in ("to do", "gerund"):
        negated = is_predicate and reading.chunks[verb].negated
        return -cue.sign if negated else cue.sign
    return 0
