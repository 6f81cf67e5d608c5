"""What shows in something else that is denied, left out or lost: *instead of X*, *no fault with X*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_NOT_HARMING = read_set("not to be harmed by")
_STOPPING = frozenset({"stop", "prevent", "halt", "block", "end", "take", "replace", "change"})
_FAULTS = read_set("faults")
_FINDING = read_set("finding faults")
_RANKING = frozenset({"put", "place", "set", "value"})
_WASTING = frozenset({"waste", "squander", "fritter", "splurge", "lavish"})
_DEPRIVING = frozenset({"rob", "deprive", "cheat"})
_BELIEVING = frozenset({"believe", "trust", "buy", "like"})
_NEEDING = frozenset({"need", "have", "want", "deserve", "require", "get"})
_ESCAPING = frozenset({"escape", "dodge", "evade", "avoid", "skirt", "shirk", "sidestep"})
_LETTING = frozenset({"let", "allow", "permit", "help"})
_CALAMITIES = read_set("calamities for")
_POWERS = read_set("powers that be")
_SUFFERING = read_set("suffering with others")
_STOPS = frozenset({"stop", "cease", "quit", "end", "halt"})
_USING_FORCE = frozenset({"use", "shell", "fire", "bomb", "arm", "fund", "occupy", "send"})
_CONDITIONS = frozenset({"if", "once", "unless", "until", "when", "provided"})
_INCLUDING = frozenset({"including", "among", "notably", "especially", "particularly"})
_PEOPLE = frozenset({"those", "all", "everyone", "everybody", "anyone", "anybody", "whoever"})
_WORLDS = frozenset({"world", "country", "society", "future", "life", "city", "region", "europe"})
_WISHING = frozenset({"want", "need", "demand", "seek", "prefer", "deserve", "like", "hope"})
_WISHED = read_set("obligation")
_LOST = frozenset({"lost", "nothing", "nowhere", "helpless", "dead", "finished"})
_OUR = frozenset({"our", "my"})
_FARTHEST = 8
"""Chunks that a rule looks back over."""


def of_phrase(reading: "Reading", index: int) -> Evidence:
    """Stance toward a phrase by what is denied, left out or lost in the words before it."""
    before = reading.clauses.left(index)
    kind = reading.clauses.kind(before)
    if kind == "IN":
        rules = _BY_PREPOSITION.get(reading.chunks[before].lemma, ())
        return first_to_speak(rules, reading, index, before)
    return first_to_speak(_AFTER_VERBS if kind == "VG" else _OTHERS, reading, index, before)


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """Stance toward the subject of a clause that tells what should end, or whom it harms."""
    rules = (_harmed_too, _to_stop_first, _harms_nobody, _lives_on)
    return first_to_speak(rules, reading, subject, verb)


def _is_negated(reading: "Reading", verb: int) -> bool:
    """Whether a clause is denied by its verb or its subject: *no bomb can destroy it*."""
    subject = reading.clauses.subjects.get(verb)
    is_none = _is_none(reading, subject) or reading.is_nobody(subject)
    return reading.chunks[verb].negated != is_none


def _is_none(reading: "Reading", index: int | None) -> bool:
    if index is None or index < 0:
        return False
    return reading.opening(index) in ("no", "neither", "nothing")


def _not_harmed(reading: "Reading", index: int, verb: int) -> Evidence:
    """*the attacks will not derail X*, *nothing will stop X*: what others cannot harm."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0 or not group.finite or group.passive:
        return SILENT
    is_nothing = reading.is_nobody(subject) or _is_none(reading, subject)
    is_harm = group.lemma in _NOT_HARMING or (is_nothing and group.lemma in _STOPPING)
    is_harm |= group.lemma == "affect" and _are_wrongs(reading, subject)
    is_sure = group.modal in ("will", "would", "can", "could", "wo", "ca", "cannot", "must")
    if not (is_harm and is_sure and _is_negated(reading, verb)) or reading.value(index)[0] < 0:
        return SILENT
    own = reading.is_own_side(subject) and not is_nothing
    if own or reading.clauses.kind(reading.clauses.right(index)) == "VG":
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb), "not harmed")


def _are_wrongs(reading: "Reading", subject: int) -> bool:
    """Whether a subject, or what *they* stands for, is bad: *threats*, *desperate attempts*."""
    if reading.words[reading.chunks[subject].head].lower in ("they", "it", "this", "these"):
        subject = next((i for i, c in enumerate(reading.chunks) if c.kind == "NP"), subject)
    return reading.value(subject)[0] < 0


def _instead_of(reading: "Reading", index: int, before: int) -> Evidence:
    """*we should build schools instead of buying X*, *rather than X*."""
    clauses = reading.clauses
    act = before if clauses.kind(before) == "VG" else -1
    link = clauses.left(act) if act >= 0 else before
    place = reading.chunks[act if act >= 0 else index].first
    words = [word.lower for word in reading.words[max(0, place - 2) : place]]
    if words not in (["instead", "of"], ["rather", "than"]) or link < 0:
        return SILENT
    if act >= 0 and (reading.chunks[act].finite or reading.chunks[act].infinitive):
        return SILENT
    main = clauses.previous_verb(link)
    while main >= 0 and reading.opening(main) == "instead":
        main = clauses.previous_verb(main)
    if main < 0:
        return SILENT
    cue = reading.verb_cue(act, "object")[0] if act >= 0 else None
    sign = cue.sign if cue else 1
    attitude = max(0, reading.event(main))
    return Evidence(-sign * attitude, place - 2, place - 1, "instead of it")


def _no_fault(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*the review found no problems with X*, *shows no wrongdoing by X*."""
    place = reading.clauses.left(preposition)
    if reading.clauses.kind(place) != "NP":
        return SILENT
    fault = reading.clauses.phrase_start(place)  # no evidence of wrongdoing
    verb = reading.clauses.left(fault)
    if reading.chunk_word(place) not in _FAULTS or reading.clauses.kind(verb) != "VG":
        return SILENT
    group = reading.chunks[verb]
    if group.lemma not in _FINDING or group.modal in ("might", "may", "could"):
        return SILENT
    if group.lemma == "have" and reading.is_own_side(reading.clauses.subjects.get(verb)):
        return SILENT  # we have no problem with X: consent, no support
    opening = reading.opening(fault)
    if opening != "no" and not (group.negated and opening in ("any", "a")):
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb, place), "no fault")


def _wished_without(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*we want a world without X*, *must be settled without X*, *no peace without X*."""
    clauses = reading.clauses
    noun = clauses.left(preposition)
    verb = clauses.previous_verb(preposition)
    if verb < 0 or preposition - verb > 2 * _FARTHEST:
        return SILENT
    group = reading.chunks[verb]
    words = reading.span(preposition)
    if clauses.kind(noun) == "NP" and _is_none(reading, noun):
        is_told = group.lemma in ("be", "exist", "see") and not group.negated
        return Evidence(int(is_told and reading.asserted(verb) > 0), *words, "without it")
    if clauses.kind(noun) == "NP" and reading.chunk_word(noun) in _WORLDS and group.lemma == "live":
        return Evidence(-max(0, reading.event(verb)), *words, "without it")
    before = reading.words[reading.chunks[preposition].first - 1].lower
    is_state = group.lemma == "be" or (group.passive and before in _LOST)
    if is_state and not group.negated and clauses.subjects.get(verb) is not None:
        sign = (group.modal == "would" and before in _LOST) - (before == "off")
        return Evidence(sign * max(0, reading.asserted(verb)), *words, "without it")
    subject = clauses.subjects.get(verb)
    is_wish = group.modal in _WISHED and reading.asserted(verb) > 0
    if group.lemma in _WISHING and group.finite and not group.modal:
        is_wish = reading.event(verb) > 0
    if not is_wish:
        return SILENT
    is_denied = group.negated or _is_none(reading, subject)
    return Evidence(1 if is_denied else -1, *words, "without it")


def _no_bargaining(reading: "Reading", index: int, preposition: int) -> Evidence:
    """*there can be no compromise on our X*."""
    noun = reading.clauses.left(preposition)
    if reading.chunk_word(noun) not in ("compromise", "negotiation", "bargaining", "concession"):
        return SILENT
    is_ours = reading.opening(index) in _OUR
    verb = reading.clauses.left(noun)
    is_sure = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].modal != ""
    is_refused = _is_none(reading, noun) and is_ours and is_sure
    return Evidence(int(is_refused), *reading.span(noun), "not bargained over")


def _ranked(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*they put profits above X*."""
    clauses = reading.clauses
    verb = clauses.left(clauses.left(preposition))
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _RANKING:
        return SILENT
    if clauses.kind(clauses.left(preposition)) != "NP" or reading.chunks[verb].passive:
        return SILENT
    subject = clauses.subjects.get(verb)
    group = reading.chunks[verb]
    if subject is None or subject < 0 or reading.is_own_side(subject) or group.negated:
        return SILENT
    is_person = reading.chunk_word(subject) not in ("court", "judge", "police")
    sign = int(is_person and not group.modal) * max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(verb, preposition), "put last")


def _wasted_on(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*stop wasting money on X*, *billions were squandered on X*: whoever says so is against it."""
    clauses = reading.clauses
    verb = clauses.left(preposition)
    if clauses.kind(verb) == "NP" and not _is_none(reading, verb):
        verb = clauses.left(verb)
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _WASTING:
        return SILENT
    is_denied = reading.chunks[verb].negated and reading.chunks[verb].modal == ""
    return Evidence(0 if is_denied else -1, *reading.span(verb), "wasted on it")


def _deprived_of(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*they want to rob us of X*: what one is deprived of is good to have."""
    clauses = reading.clauses
    whom = clauses.left(preposition)
    verb = clauses.left(whom) if clauses.kind(whom) == "NP" else whom
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _DEPRIVING:
        return SILENT
    group = reading.chunks[verb]
    subject = clauses.subjects.get(verb)
    own = subject is not None and reading.is_own_side(subject)
    if group.negated or group.modal in ("must", "should") or (own and not group.passive):
        return SILENT
    return Evidence(1, *reading.span(verb), "deprived of it")


def _not_for_them(reading: "Reading", _index: int, preposition: int) -> Evidence:
    """*the public does not need access to X*, *children should not have access to X*."""
    access = reading.clauses.left(preposition)
    verb = reading.clauses.left(access)
    if reading.chunk_word(access) not in ("access", "recourse"):
        return SILENT
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _NEEDING:
        return SILENT
    group = reading.chunks[verb]
    if not _is_negated(reading, verb):
        return SILENT
    is_wanted = group.lemma == "need" or group.modal in ("should", "must", "can", "cannot")
    sign = -int(is_wanted) * max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(verb, access), "not for them")


def _nobody_believes(reading: "Reading", _index: int, verb: int) -> Evidence:
    """*no one believes X*, *few trust X*."""
    group = reading.chunks[verb]
    if group.lemma not in _BELIEVING or group.passive or not group.finite or group.modal:
        return SILENT
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0:
        return SILENT
    phrase = reading.chunks[subject]
    words = [word.lower for word in reading.words[phrase.first : phrase.last + 1]]
    is_few = words == ["few"] or words[:2] in (["few", "people"], ["hardly", "anyone"])
    is_nobody = reading.is_nobody(subject) or is_few
    sign = -int(is_nobody and not group.negated) * max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(subject, verb), "nobody believes")


def _not_escaped(reading: "Reading", index: int, verb: int) -> Evidence:
    """*to let them escape X is a scandal*: what nobody should get away from."""
    if reading.chunks[verb].lemma not in _ESCAPING:
        return SILENT
    let = reading.clauses.previous_verb(verb)
    if let < 0 or reading.chunks[let].lemma not in _LETTING or verb - let > 3:
        return SILENT
    copula = reading.clauses.right(reading.clauses.after_phrase(index) - 1)
    if reading.chunk_word(copula) != "be" or reading.chunks[copula].negated:
        return SILENT
    sign, word = reading.predicate(reading.clauses.right(copula))
    return Evidence(-sign, word, word, "not to be escaped")


def _hard_hit(reading: "Reading", index: int, preposition: int) -> Evidence:
    """*the ruling is a blow to X*, *a disaster for X*: people, not those in power."""
    clauses = reading.clauses
    blow = clauses.left(preposition)
    verb = clauses.left(blow)
    head = reading.words[reading.chunks[index].head]
    if reading.chunk_word(blow) not in _CALAMITIES or head.pos not in ("NN", "NNS"):
        return SILENT
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in ("be", "represent", "mean"):
        return SILENT
    phrase = reading.chunks[index]
    words = {word.lower for word in reading.words[phrase.first : phrase.last + 1]}
    is_power = phrase.lemma in _POWERS or not words.isdisjoint(_POWERS)
    is_plain = reading.chunks[verb].modal in ("", "will", "would")
    if is_power or not is_plain or reading.chunks[verb].negated or reading.value(index)[0] < 0:
        return SILENT
    if _is_none(reading, blow) or cues().get(("noun", phrase.lemma, "value")):
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(blow), "hard hit")


def _last_needed(reading: "Reading", index: int, verb: int) -> Evidence:
    """*the last thing we need is X*."""
    if reading.chunks[verb].lemma != "be" or reading.chunks[verb].negated or index < verb:
        return SILENT
    need = reading.clauses.left(verb)
    thing = reading.clauses.left(reading.clauses.left(need))
    if reading.chunk_word(thing) != "thing" or reading.clauses.kind(need) != "VG":
        return SILENT
    phrase = reading.chunks[thing]
    is_last = any(w.lower == "last" for w in reading.words[phrase.first : phrase.last])
    return Evidence(-int(is_last), *reading.span(thing, need), "not needed")


def _one_of_them(reading: "Reading", index: int, before: int) -> Evidence:
    """*he thanked all who helped, including X*: as toward all of them."""
    place = reading.chunks[index].first
    words = [word.lower for word in reading.words[max(0, place - 2) : place]]
    if not words or (words[-1] not in _INCLUDING and words != ["among", "them"]):
        return SILENT
    if words[-1] == "including":
        found = _as_those(reading, index)
        if found.sign:
            return found
    for those in range(before, max(-1, before - 2 * _FARTHEST), -1):
        this = reading.chunks[those]
        if this.kind == "NP" and reading.words[this.first].lower in _PEOPLE:
            found = reading.toward(those, 1)
            return found._replace(rule="one of them")
    return SILENT


def _as_those(reading: "Reading", index: int) -> Evidence:
    """*was critical of some states — including X — for it*: as toward those named before."""
    clauses = reading.clauses
    place = clauses.left(clauses.left(index), ("RB", "PUNCT"))
    if clauses.kind(place) != "NP" or reading.words[reading.chunks[place].head].pos != "NNS":
        return SILENT
    found = reading.toward(place, 1)
    return found._replace(rule="one of them")


def _harmed_too(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*everyone suffers when X are persecuted*."""
    opening = reading.clauses.left(subject) if subject >= 0 else -1
    group = reading.chunks[verb]
    if reading.chunk_word(opening) not in ("when", "whenever", "if", "where") or not group.passive:
        return SILENT
    harm = reading.verb_cue(verb, "object")[0]
    main = reading.clauses.previous_verb(opening, finite=True)
    if harm is None or harm.sign > 0 or group.negated or main < 0:
        return SILENT
    outer = reading.chunks[main]
    done = reading.verb_cue(main, "object")[0] if outer.passive else None
    is_bad = outer.lemma in _SUFFERING or (done is not None and done.sign < 0)
    if not is_bad or outer.negated or outer.modal in ("may", "might"):
        return SILENT
    return Evidence(max(0, reading.asserted(main)), *reading.span(main, verb), "harmed too")


def _to_stop_first(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we would talk if X stopped shelling towns*: X does what it should not."""
    opening = reading.clauses.left(subject) if subject >= 0 else -1
    group = reading.chunks[verb]
    if reading.chunk_word(opening) not in _CONDITIONS or group.lemma not in _STOPS:
        return SILENT
    if reading.is_own_side(subject) or group.negated or group.passive:
        return SILENT
    act = reading.clauses.right(verb)
    if reading.clauses.kind(act) == "NP":
        return Evidence(min(0, reading.value(act)[0]), *reading.span(verb, act), "to stop first")
    if reading.clauses.kind(act) != "VG":
        return SILENT
    cue = reading.verb_cue(act, "object")[0] or reading.verb_cue(act, "subject")[0]
    is_harm = (cue is not None and cue.sign < 0) or reading.chunks[act].lemma in _USING_FORCE
    return Evidence(-int(is_harm), *reading.span(verb, act), "to stop first")


def _harms_nobody(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the law would not affect any citizen*, *will cost nobody anything*: a fear laid to rest."""
    group = reading.chunks[verb]
    whom = reading.clauses.right(verb)
    if group.lemma not in ("affect", "touch", "disadvantage") or group.passive or subject < 0:
        return SILENT
    if reading.clauses.kind(whom) != "NP" or reading.is_own_side(subject):
        return SILENT
    opening = reading.opening(whom)
    is_any = group.negated and opening in ("any", "anyone", "anybody", "ordinary")
    if not is_any and not reading.is_nobody(whom):
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb, whom), "harms nobody")


def _lives_on(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*his work will live on*, *she will be sorely missed*."""
    group = reading.chunks[verb]
    if group.modal != "will" or group.negated or subject < 0:
        return SILENT
    after = reading.clauses.right(verb, ())
    if group.passive and group.lemma == "miss":
        last = verb
    elif group.lemma == "live" and reading.chunk_word(after) == "on":
        last = after
        if reading.clauses.kind(reading.clauses.right(after)) == "NP":
            return SILENT  # will live on the coast
    else:
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb, last), "held dear")


def _few_believe(reading: "Reading", _index: int, verb: int) -> Evidence:
    """*few believe X*, where *few* is no phrase of its own."""
    group = reading.chunks[verb]
    before = reading.words[group.first - 1].lower if group.first else ""
    opens = group.first == 1 or (
        group.first > 1 and reading.words[group.first - 2].pos in ("IN", "CC", "PUNCT")
    )
    is_few = before == "few" and opens and group.lemma in _BELIEVING and not group.negated
    return Evidence(-int(is_few), *reading.span(verb), "nobody believes")


_AFTER_VERBS = (
    _not_harmed,
    _instead_of,
    _nobody_believes,
    _few_believe,
    _not_escaped,
    _last_needed,
    _one_of_them,
)
_OTHERS = (_one_of_them,)
_BY_PREPOSITION = {
    "of": (_instead_of, _deprived_of),
    "than": (_instead_of,),
    "with": (_no_fault,),
    "in": (_no_fault,),
    "by": (_no_fault,),
    "at": (_no_fault,),
    "without": (_wished_without,),
    "on": (_no_bargaining, _wasted_on),
    "over": (_no_bargaining, _ranked),
    "above": (_ranked,),
    "before": (_ranked,),
    "to": (_not_for_them, _hard_hit),
    "for": (_hard_hit,),
    "including": (_one_of_them,),
    "among": (_one_of_them,),
}
"""Rules on what follows a preposition, by its word; most prepositions have none."""
