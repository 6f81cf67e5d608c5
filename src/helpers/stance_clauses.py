"""Clauses whose frame decides: hopes and fears, what must come about, what would be without X.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_deeds as deeds
from helpers import stance_denials as denials
from helpers.stance_cues import SILENT, Evidence, When, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_HOPING = read_set("hoping")
_FEARING = read_set("fearing")
FAILING = read_set("failing")
_TAKING_PLACE = read_set("taking place")
_HELD = read_set("held (stance clauses)")
_UNDERMINING = read_set("undermining")
_JOINING = read_set("joining in")
_LEFT_OPEN = read_set("left open")
_BRINGING_ABOUT = read_set("bringing about") | {"lead", "restore", "secure"}
_BAD_STATES = read_set("bad states")
_THANKS = frozenset({"because", "thanks", "thank"})
_NO_CHOICE = frozenset({"choice", "option", "alternative"})
_ONES = read_set("ones")
_EFFECTS = read_set("effects")
_SUFFERED = frozenset({"die", "starve", "perish", "drown", "suffer", "collapse"})
_SELF = read_set("ourselves")
_SPENDING = frozenset({"spend", "waste", "devote"})
_ONLY = read_set("only")
_SOLUTIONS = read_set("solutions")
_FOREMOST = frozenset({"main", "biggest", "greatest", "chief", "real", "single", "major", "key"})
_OWN_AIMS = frozenset(
    {"goal", "aim", "priority", "objective", "dream", "wish", "demand", "ambition"}
)
_JUDGED = read_set("judged for")
_GONE = read_set("gone")
_AS_NOT = ("without", "but for", "if not for", "not for", "weren't for", "wasn't for", "n't for")
_CHARGING = read_set("charging")
_STAYING = read_set("staying")
_NEEDING = read_set("needing")
_RELATIVES = read_set("relative")
_RESTRAINING = read_set("restraining")
_WHOSE_FEELING = frozenset({"the", "my", "our", "one", "a", "another"})


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What the frame of a clause says of its subject."""
    rules = (
        _hoped_or_feared,
        _found_so,
        _must_come_about,
        _time_to_go,
        _what_is_needed,
        _not_to_be_demanded,
        _charged_with,
        _one_who,
        _against_us,
        denials.of_clause,
    )
    return first_to_speak(rules, reading, subject, verb)


def of_phrase(reading: "Reading", index: int) -> Evidence:
    """What the frame of a clause says of a phrase in it that is no subject."""
    return reading.first_of(_OF_PHRASE, index)


def _outer_feeling(reading: "Reading", verb: int) -> tuple[int, int]:
    """1 for a hope that governs a clause, -1 for a fear, and its chunk."""
    clauses = reading.clauses
    governor = clauses.governor(verb)
    outer = governor.chunk
    if governor.relation != "that" or clauses.kind(outer) not in ("VG", "JJ", "NP"):
        return 0, -1
    this = reading.chunks[outer]
    if this.lemma == "be":  # the fear is that X will fail
        return _feeling_named(reading, outer)
    word = reading.words[this.head].lower
    sign = (this.lemma in _HOPING or word in _HOPING) - (this.lemma in _FEARING or word in _FEARING)
    holder = outer if this.kind == "VG" else clauses.left(outer)
    if sign < 0 and ("adjective", word, "that") in cues():
        return 0, -1  # worried that X did it: a feeling about a deed
    is_own = this.kind == "NP" or reading.is_own_side(clauses.subjects.get(holder))
    is_denied = clauses.kind(holder) == "VG" and reading.chunks[holder].negated
    return (sign if is_own and not is_denied else 0), outer


def _feeling_named(reading: "Reading", copula: int) -> tuple[int, int]:
    """1 for *the hope is that*, -1 for *my fear is that*, and the noun's chunk."""
    noun = reading.clauses.subjects.get(copula)
    group = reading.chunks[copula]
    if noun is None or noun < 0 or group.negated or group.modal:
        return 0, -1
    word = reading.chunks[noun].lemma
    sign = (word in _HOPING) - (word in _FEARING)
    return (sign if reading.opening(noun) in _WHOSE_FEELING else 0), noun


def _is_restrained(reading: "Reading", verb: int) -> bool:
    """Whether a passive tells of a restraint: *is reined in*, *is checked by his advisers*."""
    word = reading.chunks[verb].lemma
    if word not in _RESTRAINING:
        return False
    by = reading.chunk_word(reading.clauses.right(verb)) == "by"
    return by or word not in ("check", "control", "limit", "contain")


def _hoped_or_feared(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we hope X succeeds*, *we fear X would drain the well*, *we fear that X will fail*."""
    feeling, outer = _outer_feeling(reading, verb)
    if not feeling or subject < 0 or reading.is_speaker(subject):
        return SILENT
    group = reading.chunks[verb]
    words = reading.span(outer, verb)
    if reading.chunk_word(outer) == "wish" and group.modal == "would" and not group.passive:
        return Evidence(1 if group.negated else -1, *words, "hoped or feared")
    sign = -1 if group.negated else 1
    cue = reading.act_cue(verb, "subject")[0]
    done_to = reading.verb_cue(verb, "object")[0] if group.passive else None
    is_undone = group.passive and (_is_restrained(reading, verb) or (done_to and done_to.sign < 0))
    fails = group.lemma in FAILING and (
        group.lemma in ("lose", "suffer", "fail")
        or reading.clauses.kind(reading.clauses.right(verb)) != "NP"
    )  # the dam will drown the valley: a deed
    if fails or is_undone:
        return Evidence(-sign * feeling, *words, "hoped or feared")
    if group.lemma in _TAKING_PLACE or (group.passive and (done_to or group.lemma in _HELD)):
        return Evidence(sign * feeling, *words, "hoped or feared")
    if cue:
        return Evidence(sign * cue.sign, *words, "hoped or feared")
    told = reading.clauses.right(verb)
    if reading.clauses.kind(told) == "IN" and reading.chunk_word(told) in (
        "up",
        "down",
        "out",
        "off",
    ):
        told = reading.clauses.right(told)  # would push up rents
    is_deed = not group.passive and reading.clauses.kind(told) == "NP"
    if feeling > 0 and is_deed and not group.negated and group.modal != "might":
        value = reading.value(told)[0]
        if value > 0 and group.lemma in _BRINGING_ABOUT:  # hopes that it will bring peace
            return Evidence(1, *words, "hoped or feared")
    if feeling < 0 and is_deed and not group.negated and group.lemma not in ("be", "have"):
        return Evidence(-1, *words, "hoped or feared")
    return SILENT


def _found_so(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*we find it regrettable that X walked out*, *it is unfair that X pays nothing*."""
    clauses = reading.clauses
    governor = clauses.governor(verb)
    verdict = governor.chunk
    if governor.relation != "that" or clauses.kind(verdict) not in ("JJ", "NP"):
        return SILENT
    it = clauses.left(verdict)
    holder = clauses.left(it)
    group = reading.chunks[verb]
    is_plain = not (group.negated or group.passive) and group.lemma not in ("be", "exist", "die")
    if reading.chunk_word(verdict) not in _JUDGED or not is_plain:
        return SILENT
    if reading.chunk_word(it) == "it" and clauses.kind(holder) == "VG":
        sign = -max(0, reading.event(holder))
        return Evidence(sign, *reading.span(verdict), "judged in acting")
    is_said = reading.chunk_word(it) == "be" and reading.chunk_word(holder) == "it"
    if is_said and not reading.chunks[it].negated:
        return Evidence(-max(0, reading.asserted(it)), *reading.span(verdict), "judged in acting")
    return SILENT


def _must_come_about(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the aid must get through*, *insisted that the elections go ahead*."""
    group = reading.chunks[verb]
    if subject < 0 or reading.is_speaker(subject):
        return SILENT
    head = reading.words[reading.chunks[subject].head]
    if head.pos not in ("NN", "NNS"):
        return SILENT
    is_demanded = reading.is_obliged(verb) or _is_vital(reading, verb)
    following = reading.clauses.right(verb)
    is_told_so = reading.clauses.kind(following) == "JJ" or reading.chunk_word(following) == "to"
    comes = group.lemma in _TAKING_PLACE or (group.passive and group.lemma in _HELD)
    holds_something = group.lemma == "hold" and reading.clauses.kind(following) == "NP"
    if is_told_so or holds_something or group.modal in ("will", "would"):
        return SILENT  # must hold an election
    if not comes or not is_demanded or (group.lemma in _GONE and not _goes_ahead(reading, verb)):
        return SILENT
    sign = -1 if group.negated else 1
    return Evidence(sign, *reading.span(verb), "must come about")


def _not_to_be_demanded(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*they must stop insisting that X stay*, *we reject demands that X go*."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if governor.relation != "that" or reading.clauses.kind(outer) != "VG":
        return SILENT
    cue = reading.verb_cue(outer, "that")[0]
    if cue is None or cue.group != "demand" or reading.event(outer) >= 0:
        return SILENT
    words = reading.span(outer, verb)
    group = reading.chunks[verb]
    if reading.verb_cue(verb, "yield")[0] and not _goes_ahead(reading, verb):
        return Evidence(1, *words, "not to be demanded")
    stays = group.lemma in _STAYING and not group.negated
    return Evidence(-int(stays), *words, "not to be demanded")


def _charged_with(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*alleged that X took bribes*, *warned that X would seize their land*."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    group = reading.chunks[verb]
    if governor.relation != "that" or reading.clauses.kind(outer) != "VG" or subject < 0:
        return SILENT
    if group.lemma in ("be", "have") or group.passive or reading.is_own_side(subject):
        return SILENT
    cue = reading.act_cue(verb, "subject")[0]
    if (cue and cue.sign > 0) or reading.event(outer) <= 0:
        return SILENT
    is_deed = reading.clauses.kind(reading.clauses.right(verb)) == "NP"
    if reading.chunks[outer].lemma in _CHARGING:
        is_charge = not group.modal and (is_deed or group.negated)
        return Evidence(-int(is_charge), *reading.span(outer, verb), "charged with")
    is_feared = is_deed and group.modal in ("will", "would") and not group.negated
    is_feared &= (
        group.lemma not in FAILING and deeds.by_effect(reading, verb, verb + 1, 1).sign <= 0
    )
    is_warned = reading.chunks[outer].lemma == "warn" and is_feared
    return Evidence(-int(is_warned), *reading.span(outer, verb), "charged with")


def _goes_ahead(reading: "Reading", verb: int) -> bool:
    after = reading.clauses.right(verb, ())
    return reading.chunk_word(after) in ("ahead", "on", "forward", "through")


def _is_vital(reading: "Reading", verb: int) -> bool:
    """Whether a clause is said to be *vital*, *important*, *essential*."""
    clauses = reading.clauses
    governor = clauses.governor(verb)
    if governor.relation != "that" or clauses.kind(governor.chunk) != "JJ":
        return False
    copula = clauses.left(governor.chunk)
    word = reading.chunk_word(governor.chunk)
    is_said = reading.chunk_word(copula) == "be" and not reading.chunks[copula].negated
    return is_said and word in ("vital", "essential", "important", "crucial", "imperative")


def _time_to_go(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*it is high time X resigned*, *the sooner X goes the better*."""
    time = reading.clauses.left(subject) if subject >= 0 else -1
    first = reading.chunks[subject].first if subject >= 0 else 0
    if first and reading.words[first - 1].lower == "sooner":
        cue = reading.verb_cue(verb, "yield")[0]
        return Evidence(-1, first - 1, first - 1, "told to stop or go") if cue else SILENT
    if reading.chunk_word(time) != "time" or reading.chunk_word(reading.clauses.left(time)) != "be":
        return SILENT
    cue = reading.verb_cue(verb, "yield")[0]
    return Evidence(-1, *reading.span(time, verb), "told to stop or go") if cue else SILENT


def _what_is_needed(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is what the country needs*, *X is not what we need*."""
    clauses = reading.clauses
    group = reading.chunks[verb]
    what = clauses.right(verb)
    is_what = reading.chunk_word(what) in ("what", "something", "thing", "cause")
    is_what &= reading.words[reading.chunks[what].last - 1].lower != "last"
    whose = clauses.right(what) if is_what else -1
    if reading.chunk_word(whose) in ("that", "which"):
        whose = clauses.right(whose)
    need = clauses.right(whose) if clauses.kind(whose) == "NP" else -1
    if group.lemma != "be" or clauses.kind(need) != "VG":
        return SILENT
    polarity = reading.asserted(verb) * (-1 if group.negated else 1)
    cue = reading.verb_cue(need, "object")[0]
    if cue and cue.group != "demand" and reading.is_own_side(clauses.left(need)):
        return Evidence(cue.sign * polarity, *reading.span(what, need), "what is needed")
    if reading.chunks[need].lemma not in _NEEDING:
        return SILENT
    return Evidence(polarity, *reading.span(what, need), "what is needed")


def _one_who(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is a man who lies*, *X are the ones trying to silence critics*: as if X did it."""
    clauses = reading.clauses
    noun = clauses.right(verb)
    if reading.chunks[verb].lemma != "be" or reading.chunk_word(noun) not in _ONES:
        return SILENT
    act = clauses.right(noun)
    if reading.chunk_word(act) in ("who", "that"):
        act = clauses.right(act)
    if clauses.kind(act) != "VG" or reading.chunks[act].passive:
        return SILENT
    further = clauses.right(act)
    if reading.chunks[act].lemma in ("try", "want", "seek") and clauses.kind(further) == "VG":
        act = further
    cue, last = reading.act_cue(act, "subject")
    denied = reading.chunks[verb].negated != reading.chunks[act].negated
    polarity = reading.asserted(verb) * (-1 if denied else 1)
    if cue:
        return Evidence(cue.sign * polarity, *reading.span(act, last), "one who does")
    return deeds.by_effect(reading, act, clauses.right(act), polarity)


def _against_us(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is against all of you*."""
    clauses = reading.clauses
    link = clauses.right(verb)
    if reading.chunks[verb].lemma != "be" or reading.chunk_word(link) != "against":
        return SILENT
    whom = clauses.right(link)
    if reading.chunk_word(whom) == "all" and reading.chunk_word(clauses.right(whom)) == "of":
        whom = clauses.right(clauses.right(whom))
    if clauses.kind(whom) != "NP" or reading.words[reading.chunks[whom].head].lower not in _SELF:
        return SILENT
    sign = 1 if reading.chunks[verb].negated else -1
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(link), "against us")


def _nothing_but(reading: "Reading", index: int) -> Evidence:
    """*had nothing but praise for X*."""
    clauses = reading.clauses
    link = clauses.left(index)
    noun = clauses.left(link)
    but = clauses.left(noun)
    if clauses.kind(link) != "IN" or reading.chunk_word(but) != "but":
        return SILENT
    nothing = clauses.left(but)
    verb = clauses.left(nothing)
    if reading.chunk_word(nothing) != "nothing" or clauses.kind(verb) != "VG":
        return SILENT
    cue = cues().get(("noun", reading.chunks[noun].lemma, reading.chunks[link].lemma))
    own = reading.is_own_side(clauses.subjects.get(verb))
    return Evidence(cue.sign if cue and own else 0, *reading.span(noun), "nothing but")


def _called_in_passing(reading: "Reading", index: int) -> Evidence:
    """*the siege, which he called a crime*, *the law, which she said was unfair*."""
    clauses = reading.clauses
    relative = clauses.right(index, ("RB", "PUNCT"))
    if clauses.kind(relative) == "IN":  # the siege of the town, which
        relative = clauses.right(clauses.right(relative), ("RB", "PUNCT"))
    holder = clauses.right(relative) if clauses.kind(relative) == "SUB" else -1
    verb = clauses.right(holder) if clauses.kind(holder) == "NP" else -1
    if clauses.kind(verb) != "VG" or reading.chunk_word(relative) not in _RELATIVES:
        return SILENT
    told = clauses.right(verb)
    polarity = -1 if reading.chunks[verb].negated else 1
    if reading.chunk_word(told) in ("as", "to"):
        told = clauses.right(told)
    if clauses.kind(told) == "VG" and reading.chunks[told].lemma == "be":
        polarity *= -1 if reading.chunks[told].negated else 1
        told = clauses.right(told)
        sign, word = reading.predicate(told)
    else:
        sign, word = reading.verdict(told) if reading.judges(verb) else (0, -1)
    if not sign or not reading.is_own_side(holder):
        return SILENT
    return Evidence(sign * polarity, word, word, "called so")


def _effect_of(reading: "Reading", index: int) -> Evidence:
    """*the cost of X is hurting farmers*: what X brings does it."""
    clauses = reading.clauses
    link = clauses.left(index)
    noun = clauses.left(link)
    if reading.chunk_word(link) != "of" or reading.chunk_word(noun) not in _EFFECTS:
        return SILENT
    verb = next((v for v, s in clauses.subjects.items() if s == noun and v > index), -1)
    if verb < 0 or not reading.chunks[verb].finite or reading.chunks[verb].passive:
        return SILENT
    cue = reading.verb_cue(verb, "subject")[0]
    sign = (cue.sign if cue else 0) * (-1 if reading.chunks[verb].negated else 1)
    return Evidence(sign * reading.asserted(verb), *reading.span(verb), "effect")


def _lacks(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what there is not: *we have no water*."""
    what = reading.clauses.right(verb)
    is_none = what >= 0 and reading.opening(what) == "no"
    return is_none or reading.chunks[verb].negated


def _named_by(reading: "Reading", index: int) -> Evidence:
    """*the only way out is X*, *what we need is X*, *what we oppose is X*."""
    clauses = reading.clauses
    copula = clauses.left(index)
    if reading.chunk_word(copula) != "be" or clauses.kind(copula) != "VG":
        return SILENT
    group = reading.chunks[copula]
    if not group.finite or group.modal not in ("", "will", "would"):
        return SILENT
    polarity = reading.asserted(copula) * (-1 if group.negated else 1)
    verb = clauses.left(copula)
    what = clauses.left(clauses.left(verb))
    is_passive = clauses.kind(verb) == "VG" and reading.chunks[verb].passive
    if is_passive and reading.chunk_word(clauses.left(verb)) == "what":
        needed = reading.chunks[verb]  # what is needed is X
        sign = int(needed.lemma in ("need", "require", "want")) * (-1 if needed.negated else 1)
        return Evidence(sign * polarity, *reading.span(verb), "what is needed")
    if clauses.kind(verb) == "VG" and reading.chunk_word(what) == "what":
        cue, last = reading.verb_cue(verb, "object")
        sign = cue.sign if cue else int(reading.chunks[verb].lemma in _NEEDING)
        is_denied = reading.chunks[verb].negated  # what we do not need is X
        if is_denied and sign < 0:
            return SILENT
        sign = -sign if is_denied else sign
        own = reading.is_own_side(clauses.left(verb)) or reading.chunks[verb].lemma == "need"
        return Evidence(sign * polarity * int(own), *reading.span(verb, last), "what is needed")
    subject = clauses.subjects.get(copula)
    if subject is None or subject < 0:
        return SILENT
    noun = reading.chunks[subject]
    if noun.lemma in _OWN_AIMS and reading.opening(subject) in ("our", "my"):
        return Evidence(polarity, noun.first, noun.head, "what is needed")
    if reading.is_speaker(subject):
        return SILENT
    only = _is_only(reading, subject)
    only |= any(w.lower in _FOREMOST for w in reading.words[noun.first : noun.head])
    if noun.lemma in _SOLUTIONS and (only or noun.lemma in ("answer", "solution", "key", "remedy")):
        return Evidence(polarity, noun.first, noun.head, "what is needed")
    cue = cues().get(("noun", noun.lemma, "value"))
    if cue is None or cue.group == "label" or (cue.group == "matter" and not only):
        return SILENT
    return Evidence(cue.sign * polarity, noun.head, noun.head, "predicate")


def is_only_way(reading: "Reading", index: int) -> bool:
    """Whether a predicate is *the only way out*, *our best hope*."""
    if reading.clauses.kind(index) != "NP":
        return False
    noun = reading.chunks[index]
    able = reading.chunk_word(reading.clauses.right(index)) in ("able", "capable")
    return (able or noun.lemma in _SOLUTIONS) and _is_only(reading, index)


def _is_only(reading: "Reading", index: int) -> bool:
    """Whether a phrase names the only or best one of its kind."""
    noun = reading.chunks[index]
    before = reading.words[max(0, noun.first - 1) : noun.head]
    return any(word.lower in _ONLY for word in before)


def _judged_before(reading: "Reading", index: int) -> Evidence:
    """*dismissed as a myth the notion that …*: the verdict stands before what is judged."""
    clauses = reading.clauses
    verdict = clauses.left(index)
    link = clauses.left(verdict)
    verb = clauses.left(link)
    if clauses.kind(verdict) not in ("JJ", "NP") or reading.chunk_word(link) != "as":
        return SILENT
    if clauses.kind(verb) != "VG":
        return SILENT
    is_judging = reading.judges(verb) or reading.verb_cue(verb, "object")[0] is not None
    sign = reading.value(verdict)[0] if is_judging else 0
    return Evidence(sign * reading.event(verb), *reading.span(verb, verdict), "called so")


def _done_without(reading: "Reading", index: int) -> Evidence:
    """*without X the hospitals would close*, *if it were not for X*, *thanks to X*."""
    place = reading.chunks[index].first
    before = [word.lower for word in reading.words[max(0, place - 3) : place]]
    is_first = len(before) == 2 or not {"but", "that", ";", "."}.isdisjoint(before[:1])
    if before[-2:] in (["thanks", "to"], ["because", "of"], ["due", "to"]) and is_first:
        before = before[-2:]
        verb = _clause_around(reading, index)
        outcome = _outcome(reading, verb) if verb >= 0 else 0
        is_lacking = verb >= 0 and _lacks(reading, verb)  # thanks to X we have no water
        sign = outcome or int(before[0] == "thanks" and not is_lacking)
        return Evidence(sign, place - 2, place - 1, "without it")
    opening = next((n for n in (1, 2, 3) if " ".join(before[-n:]) in _AS_NOT), 0)
    if not opening:
        return SILENT
    if before[-1:] != ["without"]:
        # "were it not for X", "if it weren't for X", "but for X"; "this is not for X" is none.
        is_unreal = before[-1:] != ["for"] or before[-2:] == ["but", "for"]
        around = {word.lower for word in reading.words[max(0, place - 6) : place]}
        is_unreal |= "it" in around and not around.isdisjoint({"if", "were", "had"})
        return Evidence(int(is_unreal), place - opening, place - 1, "without it")
    verb = _clause_around(reading, index)
    if verb < 0:
        return SILENT
    group = reading.chunks[verb]
    if group.modal not in ("would", "could", "can", "will", "might", "cannot"):
        return SILENT
    value = _outcome(reading, verb)
    doer = reading.clauses.subjects.get(verb)
    if doer is not None and doer >= 0 and reading.opening(doer) in ("nobody", "none"):
        value = -value  # without X nobody would have died
    return Evidence(-value, place - 1, place - 1, "without it")


def _is_unreal(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what would have been: *would have become a base*."""
    group = reading.chunks[verb]
    words = [word.lower for word in reading.words[group.first : group.head]]
    return group.modal == "would" and "have" in words


def _clause_around(reading: "Reading", index: int) -> int:
    """Finite verb of the clause that a phrase with *without* belongs to; -1 if there is none."""
    opens = all(
        reading.clauses.kind(i) in ("IN", "RB", "CC") or reading.chunk_word(i) in _THANKS
        for i in range(index)
    )
    places = range(index + 1, len(reading.chunks)) if opens else range(index - 1, -1, -1)
    for place in places:
        this = reading.chunks[place]
        if this.kind == "VG" and this.finite:
            return place
        if this.kind == "SUB":
            return -1
    return -1


def _outcome(reading: "Reading", verb: int) -> int:
    """Whether what a clause tells would be good or bad."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if group.negated or reading.is_nobody(subject):
        return -1
    if subject is not None and subject >= 0:
        if reading.opening(subject) == "no":
            return -1
        value = reading.value(subject)[0]
        if value:
            return value
    if group.lemma in FAILING or group.lemma in _SUFFERED:
        return -1
    is_none = reading.chunk_word(subject) == "there" if subject is not None else False
    if is_none and reading.opening(reading.clauses.right(verb)) == "no":
        return -1  # there is no bread
    if group.lemma in ("become", "turn") and _is_unreal(reading, verb):
        return -1  # the town would have become their base
    told = reading.clauses.right(verb)
    sign, _ = reading.predicate(told) if group.lemma == "be" else (0, -1)
    if group.lemma in ("be", "remain", "become") and reading.chunk_word(told) in _BAD_STATES:
        return -1  # are homeless
    if not sign and group.lemma == "be" and reading.chunk_word(told) == "in":
        sign, _ = reading.value(reading.clauses.right(told))  # would be in trouble
    cue = reading.verb_cue(verb, "subject")[0] if not sign else None
    return sign or (cue.sign if cue else 0)


def _held_dear(reading: "Reading", index: int) -> Evidence:
    """*the raid undermines X*: what is spoken of as wronged is held dear."""
    clauses = reading.clauses
    verb = clauses.left(index)
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _UNDERMINING:
        return SILENT
    group = reading.chunks[verb]
    subject = clauses.subjects.get(verb)
    head = reading.words[reading.chunks[index].head]
    if subject is None or subject < 0 or reading.is_own_side(subject) or not group.finite:
        return SILENT
    is_aim = group.negated or group.modal in ("must", "should", "may", "might", "could")
    if is_aim or head.pos not in ("NN", "NNS") or reading.value(index)[0] < 0:
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb), "held dear")


_OPEN_AIMS = frozenset({"to", "to object", "purpose", "for"})
_OPEN_DOINGS = frozenset({"in", "on"})
_MOST_LINKS = 8
_PREDICTED = read_set("predicted")


def is_unopposed(reading: "Reading", verb: int) -> bool:
    """Whether an act is told of as what somebody is to do, and nothing around speaks against it.

    *had returned to defeat X*, *we go on supporting X*. Whoever tells of an aim without a word
    against it mostly shares it.
    """
    known = reading.unopposed
    if verb not in known:
        known[verb] = False  # an act that would lead back to itself
        known[verb] = _nothing_speaks_against(reading, verb)
    return known[verb]


def _nothing_speaks_against(reading: "Reading", verb: int) -> bool:
    group = reading.chunks[verb]
    if not (group.infinitive or group.participle == "VBG") or group.passive:
        return False
    place = verb
    for _ in range(_MOST_LINKS):
        governor = reading.clauses.governor(place)
        is_open = governor.relation in (_OPEN_AIMS if group.infinitive else _OPEN_DOINGS)
        if place == verb and not is_open:
            return False
        if governor.relation in ("condition", "question", "than", "without", "against", "from"):
            return False
        outer = governor.chunk
        if reading.chunk_word(reading.clauses.left(reading.clauses.left(place))) in _NO_CHOICE:
            return False  # had no choice but to accept it
        if outer < 0:
            return True
        kind = reading.clauses.kind(outer)
        if kind == "VG":
            if _speaks_against(reading, outer):
                return False
            place = outer
        elif kind in ("NP", "JJ"):
            if reading.chunk_word(outer) in _PREDICTED:
                return False
            is_none = reading.opening(outer) in ("no", "little", "any")
            if is_none or reading.value(outer)[0] < 0 or reading.toward(outer).sign < 0:
                return False
            before = reading.clauses.previous_verb(outer)
            if before < 0:
                return True
            if _speaks_against(reading, before):
                return False
            place = before
        else:
            return True
    return True


def _speaks_against(reading: "Reading", verb: int) -> bool:
    """Whether a verb denies, rejects, accuses, or leaves open what depends on it.

    So does what somebody else says or does: it is his.
    """
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    is_named = subject is not None and subject >= 0 and not reading.is_own_side(subject)
    head = reading.words[reading.chunks[subject].head] if subject is not None and is_named else None
    if head and head.pos in ("NNP", "PRP") and head.lower != "it":
        return True
    if group.negated or group.modal in ("could", "might", "may") or group.lemma in _LEFT_OPEN:
        return True
    found = (
        reading.verb_cue(verb, frame)[0] for frame in ("object", "to do", "gerund", "object of")
    )
    return any(cue is not None and cue.sign < 0 for cue in found)


def takes_part(reading: "Reading", verb: int, depth: int) -> int | None:
    """Attitude to an act that somebody joins or spends time on: *joined them in praising X*."""
    clauses = reading.clauses
    if reading.chunks[verb].participle != "VBG":
        return None
    before = clauses.left(verb)
    link = reading.chunk_word(before)
    noun = clauses.left(before) if link == "in" else before
    outer = noun if clauses.kind(noun) == "VG" else clauses.left(clauses.list_start(noun))
    if clauses.kind(outer) != "VG" or not (link == "in" or clauses.kind(noun) == "NP"):
        return None
    lemma = reading.chunks[outer].lemma
    if (link == "in" and lemma in _JOINING) or (link != "in" and lemma in _SPENDING):
        return reading.event(outer, depth + 1)
    return None


_OF_PHRASE = (
    When(_named_by, frozenset({"be"})),
    When(_judged_before, frozenset({"as"})),
    When(_done_without, frozenset({"without", "for", "to", "of"})),
    When(_held_dear, _UNDERMINING),
    When(_nothing_but, frozenset({"nothing"})),
    When(_effect_of, _EFFECTS),
    When(_called_in_passing, _RELATIVES),
)
