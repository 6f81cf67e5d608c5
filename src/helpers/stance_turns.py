"""What X is by the law, does, is wished or told: *X is in line with it*, *no leader but a coward*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_BEHESTS = frozenset({"behest", "bidding", "instigation", "urging"})
_RECOVERIES = frozenset({"recovery", "luck", "success", "strength", "health", "healing"})
_WISHING = frozenset({"wish", "pray", "hope"})
_WANTED_FOR = read_set("wanted for somebody")
_WANTING = read_set("wanting for somebody")
_JUDGED_PRONOUNS = frozenset({"it", "this", "that", "these", "them"})
_WRONGED = frozenset({"betrayal", "violation", "breach", "insult", "denial", "abuse", "rejection"})
"""Wrongs whose *of* names the one wronged: *a betrayal of X*."""

_WORKED_ON = read_set("worked on")
_ATTACKS = read_set("attacks told of")
_BY_LAW = frozenset({"line", "accordance", "keeping", "compliance", "conformity"})
_AGAINST_LAW = frozenset({"breach", "violation", "contravention", "defiance"})
_LAWS = read_set("laws held up")
_PERMITTING = frozenset({"let", "allow", "enable", "permit", "authorise", "authorize", "empower"})
_SAFEGUARDS = read_set("safeguards")
_SETTING = frozenset({"pit", "set", "turn", "play"})
_MORE_HARM = frozenset({"harm", "damage", "evil", "wrong", "bad"})
_TROUBLES = frozenset({"may", "might", "could"})
_MOST_CHUNKS = 10
_SEEING = frozenset({"understand", "realise", "realize", "accept", "recognise", "recognize"})
_ANYBODY = frozenset({"you", "reader", "everybody", "everyone", "one", "community", "world"})
_STEPS = frozenset({"step", "steps", "action", "measure", "measures", "effort", "attempt", "move"})
_STERNLY = frozenset({"sternly", "severely", "harshly", "firmly", "strictly", "iron", "hand"})
_MANNERS = frozenset({"manner", "way", "fashion", "spirit", "style"})
_ACHIEVED = frozenset(
    {"end", "solve", "resolve", "settle", "achieve", "reach", "restore", "secure", "guarantee"}
    | {"stop", "bring", "win", "overcome", "save", "build", "ensure", "attain", "fix"}
)


def by_link(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """Stance toward what follows a preposition by what is told before it."""
    rules = _RULES.get(reading.chunk_word(preposition), ())
    return first_to_speak(rules, reading, index, preposition, depth)


def _at_behest(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*is acting at the behest of X*: whoever is behind it is blamed."""
    behest = reading.clauses.left(preposition)
    if reading.chunk_word(behest) not in _BEHESTS:
        return SILENT
    verb = reading.clauses.previous_verb(behest)
    if reading.chunk_word(reading.clauses.left(behest)) != "at" or verb < 0:
        return SILENT
    if reading.chunks[verb].negated or reading.chunks[verb].modal:
        return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(behest), "author of a wrong")


def _wished_well(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*wished a speedy recovery to X*, *prayed for the recovery of X*."""
    good = reading.clauses.left(preposition)
    if reading.chunk_word(good) not in _RECOVERIES:
        return SILENT
    verb = reading.clauses.previous_verb(good)
    if verb < 0 or reading.chunk_word(verb) not in _WISHING:
        return SILENT
    sign = max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, good), "wished well")


def _wanted_for(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*wants funding for X*, *sought compensation for X*, *demanded justice for X*."""
    good = reading.clauses.left(preposition)
    if reading.chunk_word(good) not in _WANTED_FOR:
        return SILENT
    verb = reading.clauses.left(good)
    if reading.clauses.kind(verb) != "VG" or reading.chunk_word(verb) not in _WANTING:
        return SILENT
    if reading.opening(good) in ("no", "less", "fewer"):
        return SILENT
    sign = max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, good), "wanted for")


def _time_come(reading: "Reading", index: int, preposition: int, _depth: int) -> Evidence:
    """*the time has come for X*, *the time is right for X*, where nobody is to act."""
    verb = reading.clauses.left(preposition)
    is_ripe = reading.chunk_word(verb) in ("right", "ripe")
    if is_ripe:
        verb = reading.clauses.left(verb)
    subject = reading.clauses.subjects.get(verb) if reading.clauses.kind(verb) == "VG" else None
    is_come = reading.chunk_word(verb) == ("be" if is_ripe else "come")
    if not is_come or subject is None or subject < 0:
        return SILENT
    is_time = reading.chunk_word(subject) in ("time", "moment", "hour")
    is_act = reading.clauses.kind(reading.clauses.right(index)) == "VG"
    if not is_time or is_act or reading.words[reading.chunks[index].head].pos not in ("NN", "NNS"):
        return SILENT
    sign = -1 if reading.chunks[verb].negated else 1
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(subject, verb), "time for")


def _called_so_of(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*called it a failure of X*, *described this as negligence by X*: it is X's."""
    wrong = reading.clauses.left(preposition)
    if reading.clauses.kind(wrong) != "NP":
        return SILENT
    lemma = reading.chunk_word(wrong)
    link = reading.chunk_word(preposition)
    if ("noun", lemma, "author") not in cues() or (link == "of" and lemma in _WRONGED):
        return SILENT
    thing = reading.clauses.left(wrong)
    if reading.chunk_word(thing) == "as":
        thing = reading.clauses.left(thing)
    if reading.chunk_word(thing) not in _JUDGED_PRONOUNS:
        return SILENT
    verb = reading.clauses.left(thing)
    if reading.clauses.kind(verb) != "VG" or not reading.judges(verb):
        return SILENT
    sign = -max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, wrong), "author of a wrong")


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What a clause tells of its subject."""
    rules = (
        _responsible,
        _by_the_law,
        _without_safeguards,
        _sets_against,
        _did_more_for,
        _doubted,
        _will_be_tried,
        _took_no_steps,
        _must_see,
        _not_but,
        _in_manner,
    )
    return first_to_speak(rules, reading, subject, verb)


def _responsible(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X was responsible*, *X is responsible for the attack*; *is a responsible man* is praise."""
    group = reading.chunks[verb]
    told = reading.clauses.right(verb)
    if reading.chunk_word(told) != "responsible" or reading.clauses.kind(told) != "JJ":
        return SILENT
    if group.lemma != "be" or group.modal or reading.is_speaker(subject):
        return SILENT
    if reading.chunk_word(subject) in _WORKED_ON:
        return SILENT  # a responsible budget
    after = reading.clauses.right(told)
    is_bare = after < 0 or reading.clauses.kind(after) in ("PUNCT", "SUB")
    deed = reading.clauses.right(after) if reading.chunk_word(after) == "for" else -1
    is_wrong = reading.clauses.kind(deed) == "NP" and (
        reading.chunk_word(deed) in _ATTACKS or reading.value(deed)[0] < 0
    )
    if not (is_bare or is_wrong) or reading.opening(told) in ("more", "less"):
        return SILENT
    blamed = max(0, reading.asserted(verb))
    return Evidence(blamed if group.negated else -blamed, *reading.span(told), "blame")


def _by_the_law(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is fully in line with the treaty*, *X was in breach of the charter*."""
    group = reading.chunks[verb]
    told = reading.clauses.right(verb)
    if group.lemma != "be" or reading.chunk_word(told) != "in":
        return SILENT
    line = reading.clauses.right(told)
    sign = (reading.chunk_word(line) in _BY_LAW) - (reading.chunk_word(line) in _AGAINST_LAW)
    if not sign or group.modal in _TROUBLES:
        return SILENT
    law = reading.clauses.right(reading.clauses.right(line))
    if reading.chunk_word(law) not in _LAWS:
        return SILENT  # in line with forecasts
    sign = -sign if group.negated else sign
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb, line), "predicate")


def _without_safeguards(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X lets police hold people without a warrant*."""
    group = reading.chunks[verb]
    if group.lemma not in _PERMITTING or group.passive or group.negated:
        return SILENT
    for place in range(verb + 1, min(verb + _MOST_CHUNKS, len(reading.chunks) - 1)):
        this = reading.chunks[place]
        if this.kind in ("PUNCT", "SUB") or (this.kind == "VG" and this.finite):
            return SILENT
        if this.lemma == "without" and reading.chunk_word(place + 1) in _SAFEGUARDS:
            sign = -max(0, reading.asserted(verb))
            return Evidence(sign, *reading.span(verb, place + 1), "effect")
    return SILENT


def _sets_against(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X has pitted people against each other*, *X set neighbour against neighbour*."""
    group = reading.chunks[verb]
    if group.lemma not in _SETTING or group.passive or group.negated:
        return SILENT
    whom = reading.clauses.right(verb)
    link = reading.clauses.right(whom)
    other = reading.clauses.right(link)
    if reading.chunk_word(link) not in ("against", "off") or reading.clauses.kind(whom) != "NP":
        return SILENT
    is_mutual = reading.chunk_word(other) in ("other", "another", reading.chunk_word(whom))
    if not (is_mutual or group.lemma == "pit") or reading.chunk_word(whom) in ("team", "match"):
        return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb, link), "effect")


def _did_more_for(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X has done more for us than anybody*, *did more to end it than the talks*."""
    group = reading.chunks[verb]
    if group.lemma != "do" or group.negated or group.modal:
        return SILENT
    first = group.last + 1
    words = [word.lower for word in reading.words[first : first + 14]]
    if words[:1] != ["more"]:
        return SILENT
    if "than" not in words or not _MORE_HARM.isdisjoint(words[:3]):
        return SILENT
    told = words[1 : words.index("than")]
    if not ("for" in told or "to" in told):
        return SILENT
    act = next((i for i in range(verb + 1, len(reading.chunks)) if _is_to_do(reading, i)), -1)
    cue = reading.verb_cue(act, "subject")[0] if act >= 0 else None
    sign = cue.sign if cue else 1
    return Evidence(sign * max(0, reading.asserted(verb)), group.first, first, "did more")


def _is_to_do(reading: "Reading", index: int) -> bool:
    """Whether a chunk is an infinitive."""
    this = reading.chunks[index]
    return this.kind == "VG" and this.infinitive


def _doubted(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*expressed doubts that X would work*, *cast doubt on whether X could hold*."""
    outer = reading.clauses.governor(verb).chunk
    while reading.clauses.kind(outer) in ("IN", "SUB"):
        outer = reading.clauses.left(outer)
    if reading.chunk_word(outer) not in ("doubt", "scepticism", "skepticism") or subject < 0:
        return SILENT
    holder = reading.clauses.left(outer)
    if reading.clauses.kind(outer) != "NP" or reading.clauses.kind(holder) != "VG":
        return SILENT
    group = reading.chunks[verb]
    own = reading.is_own_side(reading.clauses.subjects.get(holder))
    is_open = reading.opening(outer) in ("no", "little", "any") or reading.chunks[holder].negated
    if is_open or not own or group.negated or group.modal not in ("would", "could", "will", "can"):
        return SILENT
    cue = reading.verb_cue(verb, "subject")[0]
    if reading.is_speaker(subject) or (cue is not None and cue.sign < 0):
        return SILENT
    return Evidence(-1, *reading.span(outer), "doubted")


def _will_be_tried(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X will be brought to justice*, *X would be dealt with sternly*."""
    group = reading.chunks[verb]
    if not group.passive or group.modal not in ("will", "shall", "would") or group.negated:
        return SILENT
    following = [word.lower for word in reading.words[group.last + 1 : group.last + 5]]
    words = (group.lemma, *following[:2])
    is_tried = words in (("bring", "to", "justice"), ("bring", "to", "book")) or (
        words[:2] == ("deal", "with") and not _STERNLY.isdisjoint(following)
    )
    is_tried |= words == ("hold", "to", "account")
    sign = -int(is_tried and not reading.is_speaker(subject))
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb), "threatened")


def included(reading: "Reading", index: int, depth: int) -> Evidence:
    """*wished the injured well, including X*: as toward those of whom X is one."""
    clauses = reading.clauses
    verb = clauses.left(index)
    if reading.chunk_word(verb) not in ("include", "including"):
        return SILENT
    if reading.words[reading.chunks[verb].head].lower != "including":
        return SILENT
    comma = clauses.left(verb)
    place = clauses.left(comma) if clauses.chunk_is_comma(comma) else comma
    if clauses.kind(place) == "VG" and reading.chunks[place].participle == "VBN":
        place = clauses.left(place)  # the injured
    if clauses.kind(place) != "NP":
        return SILENT
    for whole in (place, clauses.phrase_start(place)):
        found = reading.toward(whole, depth + 1)
        if found.sign:
            return found
    return SILENT


def _took_no_steps(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X did not take steps to protect us*, *has not made any effort to pay them*."""
    group = reading.chunks[verb]
    if not group.negated or group.lemma not in ("take", "make") or group.modal or group.passive:
        return SILENT
    thing = reading.clauses.right(verb)
    act = reading.clauses.right(thing)
    is_step = reading.chunk_word(thing) in _STEPS and reading.clauses.kind(thing) == "NP"
    if not is_step or reading.is_speaker(subject) or not group.finite:
        return SILENT
    if reading.opening(thing) in ("this", "that", "these", "the", "such"):
        return SILENT  # did not take that step
    against = reading.chunk_word(act) == "against" or (
        reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive
    )
    sign = -max(0, reading.asserted(verb)) * int(against or act < 0)
    return Evidence(sign, *reading.span(verb, thing), "left undone")


def _must_see(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X need to understand that it is fair*, *X should realise that they lost*: X is wrong."""
    group = reading.chunks[verb]
    act = verb
    if group.lemma in ("need", "have"):
        act = reading.clauses.right(verb)
        if reading.clauses.kind(act) != "VG" or not reading.chunks[act].infinitive:
            return SILENT
    elif group.modal not in ("must", "should"):
        return SILENT
    if reading.chunks[act].lemma not in _SEEING or group.negated or reading.chunks[act].negated:
        return SILENT
    link = reading.clauses.right(act)
    if reading.chunk_word(link) != "that" or reading.clauses.kind(link) != "SUB":
        return SILENT
    if reading.is_own_side(subject) or reading.chunk_word(subject) in _ANYBODY:
        return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb, act), "told to stop or go")


def _in_manner(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X was carried out in a transparent manner*, *X acted in a reckless way*."""
    group = reading.chunks[verb]
    if group.modal in _TROUBLES or reading.is_speaker(subject):
        return SILENT
    for place in range(verb + 1, min(verb + _MOST_CHUNKS, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind in ("VG", "SUB", "PUNCT", "CC"):
            return SILENT
        if this.lemma in _MANNERS and reading.chunk_word(reading.clauses.left(place)) == "in":
            sign, word = reading.value(place)
            sign = -sign if group.negated else sign
            return Evidence(
                sign * max(0, reading.asserted(verb)), word, this.head, "how it is done"
            )
    return SILENT


def _only_through(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*the war can only be ended through X*."""
    verb = reading.clauses.left(preposition)
    if reading.clauses.kind(verb) != "VG":
        return SILENT
    group = reading.chunks[verb]
    words = {word.lower for word in reading.words[group.first : group.last + 2]}
    if "only" not in words or not group.passive or group.negated or group.lemma not in _ACHIEVED:
        return SILENT
    is_able = group.modal in ("can", "could", "will", "must", "should")
    return Evidence(int(is_able), *reading.span(verb, preposition), "only way")


def _not_but(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is not a leader but a coward*, *X should not be called a guard, but a thief*."""
    group = reading.chunks[verb]
    is_called = group.passive and reading.judges(verb)
    if not is_called and (group.lemma != "be" or group.passive):
        return SILENT
    told = reading.clauses.right(verb)
    if reading.clauses.kind(told) not in ("NP", "JJ"):
        return SILENT
    is_no = reading.opening(told) == "no"
    if not (group.negated or is_no):
        return SILENT
    for place in range(told + 1, min(told + _MOST_CHUNKS, len(reading.chunks) - 1)):
        this = reading.chunks[place]
        if this.lemma == "but":
            sign, word = reading.verdict(reading.clauses.right(place))
            return Evidence(sign * max(0, reading.asserted(verb)), word, word, "predicate")
        if this.kind == "VG" and this.finite and place not in reading.clauses.relative:
            return SILENT
    return SILENT


def settled(reading: "Reading", act: int) -> int | None:
    """Attitude to an act: none where it was forced, the speech's where it takes up a speech."""
    before = reading.clauses.left(act)
    if reading.chunk_word(before) == "but" and reading.chunks[act].infinitive:
        way = reading.chunk_word(reading.clauses.left(before))
        if way in ("choice", "option", "alternative"):
            verb = reading.clauses.previous_verb(before)
            return None if verb >= 0 and reading.chunks[verb].modal else 0
    if reading.chunk_word(before) == "to" and reading.chunks[act].participle == "VBG":
        verb = reading.clauses.previous_verb(before)
        if verb >= 0 and reading.chunk_word(verb) in ("devote", "dedicate", "confine", "turn"):
            return reading.event(verb, 1)
    return None


_RULES = {
    "of": (_at_behest, _wished_well, _called_so_of),
    "for": (_wanted_for, _time_come, _wished_well),
    "to": (_wished_well,),
    "by": (_called_so_of, _only_through),
    "through": (_only_through,),
    "via": (_only_through,),
}
"""Rules by the preposition that they are about."""
