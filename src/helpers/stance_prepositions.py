"""Stance toward what follows a preposition: *support for X*, *blame it on X*, *destroyed by X*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_attachment as attachment
from helpers import stance_composition as composition
from helpers import stance_constructions as constructions
from helpers import stance_deeds as deeds
from helpers import stance_demands as demands
from helpers import stance_holders as holders
from helpers import stance_objects as objects
from helpers.stance_cues import SILENT, Evidence, cues
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_CALLS = read_set("calls")
_BECOMING = frozenset({"become", "grow", "get", "feel", "seem", "look", "remain", "sound"})
_CHANGES = read_set("difference")
_DONE_TO = read_set("done to")
_PREYING = read_set("preying")
_CIRCUMSTANCES = read_set("circumstances")
"""Prepositions of what stands around a deed and says nothing of it."""

_COMMITTING = read_set("committing")
_COPULAS = read_set("copulas")
_ASKED_ABOUT = read_set("about which one asks") | read_set("asked for to know")
_CAUSING = frozenset(("cause", "trigger", "spark", "fuel", "create", "provoke"))
_FEARFUL = frozenset({"afraid", "scared", "frightened", "fearful", "wary", "jealous", "tired"})
_FIXTURES = read_set("fixtures")
_MOURNING = frozenset({"mourn", "grieve"})
_DEATHS = frozenset({"death", "loss", "passing", "killing", "murder"})
_DEEDS_TO_THINGS = read_set("deeds to things") | {"veto"}
"""Nouns for what makes a thing be or end: to oppose the lifting of a ban is to be for the ban."""

_ENDING_OWN = read_set("ending own")
_OBJECTIONS = read_set("objections") | {"complaint"}
_TIMES_SET = read_set("times set")
_DISPLAYING = read_set("displaying")
_UNDOING = frozenset({"withdrawal", "revocation", "lifting", "cancellation", "reversal", "removal"})
"""What is done to an act against somebody in his favor: *the withdrawal of suspension of X*."""

_SHARES = read_set("shares")
_DENYING = frozenset({"deny", "dismiss", "refute", "reject"})
_REFUSING = read_set("refusing")
_MEASURES = read_set("measures called for")


def by_preposition(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """Stance toward the object of a preposition."""
    word = reading.chunks[preposition].lemma
    before = reading.clauses.left(preposition)
    kind = reading.clauses.kind(before)
    for found in (
        composition.cause(reading, preposition),
        composition.unlike(reading, preposition),
        composition.ties(reading, before, preposition, depth),
        attachment.by_link(reading, index, preposition, depth),
    ):
        if found.sign:
            return found
    if kind == "NP":
        nearest, *further = _phrases_before(reading, before)
        found = _by_noun(reading, index, nearest, word, depth)
        if found.sign:
            return found
        verb = reading.clauses.left(reading.clauses.phrase_start(before))
        if reading.clauses.kind(verb) == "VG":  # blame it on X
            found = _by_verb_and_preposition(reading, index, verb, f"object {word}", depth)
        verb = reading.clauses.left(reading.clauses.list_start(before))
        if not found.sign and reading.clauses.kind(verb) == "VG":  # blamed A, B and C on X
            found = _by_verb_and_preposition(reading, index, verb, f"object {word}", depth)
        for noun in further:
            found = found if found.sign else _by_noun(reading, index, noun, word, depth)
        if word == "by" and not found.sign:
            found = _as_agent_after(reading, [nearest, *further])
        return found if found.sign else _by_against(reading, preposition, depth)
    if (
        kind == "VG"
        and reading.verb_cue(before, word)[0] is None
        and _is_particle(reading, before, preposition)
    ):
        return objects.as_object(reading, index, before, depth)
    while kind == "IN":  # lash out at
        before = reading.clauses.left(before)
        kind = reading.clauses.kind(before)
    if (
        kind == "VG"
        and word == "by"
        and (reading.chunks[before].participle or reading.chunks[before].passive)
    ):
        deed = reading.clauses.governor(before)
        if deed.relation == "relative" and reading.chunks[before].lemma in _COMMITTING:
            return deeds.author(reading, deed.chunk, depth)
        if deed.relation == "relative" and reading.chunks[before].lemma in _DISPLAYING:
            shown = reading.toward(deed.chunk, depth + 1)  # the courage shown by X
            return shown._replace(rule="author of a deed")
    if kind == "VG" and word == "by" and reading.chunks[before].passive:
        found = _as_agent(reading, before)
        if found.sign:
            return found
    if kind == "VG":
        found = _by_verb_and_preposition(reading, index, before, word, depth)
        if not found.sign:
            found = _after_participle(reading, index, before, word, depth)
        return found if found.sign else _by_against(reading, preposition, depth)
    if kind == "JJ":
        return _by_adjective(reading, before, word, depth)
    caller = reading.clauses.asked_again(preposition) if kind == "CC" else -1
    if caller >= 0:  # called on them to go and for X to stay
        act = reading.clauses.after_phrase(index)
        demanded = demands.demanded_act(reading, act, caller)
        return demands.addressee(reading, demanded, depth) if demanded is not None else SILENT
    if before < 0 and word == "against":
        return Evidence(-1, *reading.span(preposition), "against")
    return SILENT


def _after_participle(reading: "Reading", index: int, verb: int, word: str, depth: int) -> Evidence:
    """*withdraw the charges filed against X*: as if the participle were not there."""
    group = reading.chunks[verb]
    noun = reading.clauses.left(verb)
    is_reduced = group.participle == "VBN" and not group.finite and not group.negated
    if not is_reduced or reading.clauses.kind(noun) != "NP" or word not in _KEPT_LINKS:
        return SILENT
    if reading.clauses.governor(verb).chunk != noun:
        return SILENT
    if reading.verb_cue(verb, word)[0] is not None:
        return SILENT
    return _by_noun(reading, index, noun, word, depth)


_KEPT_LINKS = frozenset({"against", "for", "on", "at", "over", "to", "towards", "toward"})
"""Prepositions that go with a noun past what was done: *the aid given to X*."""


def _phrases_before(reading: "Reading", last: int) -> list[int]:
    """Noun phrases that a preposition may go with, nearest first: *raids on towns by X*."""
    places = [last]
    while reading.clauses.kind(before := reading.clauses.left(places[-1])) == "IN":
        further = reading.clauses.left(before)
        if reading.clauses.kind(further) != "NP":
            break
        places.append(further)
    return places


def _is_particle(reading: "Reading", verb: int, preposition: int) -> bool:
    """Whether a small word belongs to the verb: *back up the plan*."""
    phrasal = f"{reading.chunks[verb].lemma} {reading.chunks[preposition].lemma}"
    is_known = ("verb", phrasal, "object") in cues()
    is_known |= reading.chunks[preposition].lemma in ("up", "out") and (
        ("verb", reading.chunks[verb].lemma, "object") in cues()
    )
    return is_known or reading.words[reading.chunks[preposition].head].pos == "RP"


def _by_noun(reading: "Reading", index: int, noun: int, preposition: str, depth: int) -> Evidence:
    """*support for X*, *an end to X*, *the crimes of X*."""
    phrase = reading.chunks[noun]
    holder = reading.clauses.left(noun)
    if phrase.lemma == "hand" and reading.chunk_word(holder) == "at":
        return Evidence(-1, phrase.head, phrase.head, "author of a wrong")  # at the hands of
    cue = cues().get(("noun", phrase.lemma, preposition))
    change = reading.clauses.left(holder)
    if reading.chunk_word(holder) == "in" and reading.chunk_word(change) in _CHANGES:
        return SILENT  # a drop in support for X: a fact
    if reading.chunk_word(holder) in _PREYING and preposition == "of":
        return SILENT  # exploits the fears of X
    if reading.chunk_word(holder) in _MOURNING and phrase.lemma in _DEATHS and preposition == "of":
        sign = max(0, reading.event(holder, depth + 1))
        return Evidence(sign, *reading.span(holder, noun), "mourned")
    if phrase.lemma in _SHARES and reading.chunk_word(holder) in _DENYING and preposition == "of":
        return SILENT  # denied the involvement of X
    is_wronged = preposition == "of" and phrase.lemma in ("betrayal", "insult", "violation")
    if is_wronged and reading.chunk_word(holder) in ("it", "this", "that"):
        return SILENT  # called it a betrayal of X: not X's own
    if phrase.lemma == "access" and reading.chunk_word(holder) in ("have", "get", "gain"):
        return SILENT  # we have no access to X
    if preposition in ("of", "by"):
        for found in (
            composition.judged_deed(reading, noun, phrase.first),
            composition.share_in_wrong(reading, noun, after_link(reading, index)),
            composition.offended(reading, noun),
        ):
            if found.sign:
                return found
    found = composition.harmed(reading, noun, preposition)
    if preposition == "for":
        found = composition.no_way_for(reading, noun)
    elif preposition == "from":
        found = composition.harm_from(reading, noun, depth)
    if found.sign:
        return found
    if cue and preposition == "by":
        sign = 0 if holders.is_denied(reading, noun) else cue.sign
        return Evidence(sign, phrase.head, phrase.head, "author of a wrong")
    if cue is None and preposition in ("of", "by"):
        author = cues().get(("noun", phrase.lemma, "author"))
        if author and not holders.is_denied(reading, noun):
            return Evidence(-1, phrase.head, phrase.head, "author of a wrong")
        is_open = reading.words[phrase.first].lower == "any"  # the lack of any reply by X
        is_open |= preposition == "of" and phrase.lemma in _DONE_TO  # its handling of X
        cue = None if is_open else cues().get(("noun", phrase.lemma, "owner"))
    if cue is None:
        return _by_occasion(reading, noun, preposition)
    act = demands.demanded_act(reading, reading.clauses.after_phrase(index), noun)
    if act is not None and ("noun", phrase.lemma, "author") in cues():
        return Evidence(-1, phrase.head, phrase.head, "author of a wrong")
    is_call = cue.group == "demand" or phrase.lemma in _CALLS
    if is_call and act is not None:
        return demands.addressee(reading, act, depth)  # time for X to go
    outer = reading.toward(noun, depth + 1)
    sign = outer.sign
    if not sign:
        sign = holders.by_circumstance(reading, noun, cue, depth) or holders.by_owner(
            reading, noun, cue
        )
    if reading.chunk_word(holder) in _MOURNING:
        sign = -sign  # mourned the collapse of X: the dead are honoured, an end is regretted
    lacks = reading.clauses.kind(holder) == "VG" and reading.chunks[holder].lemma in _ENDING_OWN
    lacks = lacks or phrase.lemma in ("need", "case")  # questioned the need for X
    lacks |= outer.rule == objects.NOT_NEEDED
    lacks |= reading.chunk_word(holder) == "of" and reading.chunk_word(change) in _UNDOING
    is_thing_done = preposition == "of" and phrase.lemma in _DEEDS_TO_THINGS
    is_thing_done |= preposition == "for" and is_call  # rejected calls for X
    if sign < 0 and cue.group in ("oppose", "support") and not (lacks or is_thing_done):
        return SILENT  # against an act says nothing of whom it is done to
    opening = reading.words[phrase.first].lower
    if opening == "no" and (phrase.lemma in _OBJECTIONS or phrase.lemma in _TIMES_SET):
        return SILENT  # no objection: consent is not support; gave no date for X
    if holders.is_next_to_none(reading, noun) and not (
        outer.sign and outer.rule == demands.EXISTING
    ):
        sign = -sign
    return Evidence(cue.sign * sign, phrase.head, phrase.head, f"noun + {preposition}")


def after_link(reading: "Reading", index: int) -> int:
    """Chunk after the preposition that follows a phrase; -1 if none does."""
    link = reading.clauses.right(index)
    return reading.clauses.right(link) if reading.clauses.kind(link) == "IN" else -1


def _by_occasion(reading: "Reading", noun: int, preposition: str) -> Evidence:
    """*a great day for X*: wished well, whatever the day brings."""
    verb = reading.clauses.left(noun)
    sign, word = reading.value(noun)
    is_occasion = reading.chunks[noun].lemma in ("day", "news", "moment", "night", "result")
    if preposition != "for" or not is_occasion or reading.chunk_word(verb) not in _COPULAS:
        return SILENT
    return Evidence(max(0, sign) * max(0, reading.asserted(verb)), word, word, "noun + for")


def _by_verb_and_preposition(
    reading: "Reading", index: int, verb: int, preposition: str, depth: int
) -> Evidence:
    """*call for X*, *blame it on X*, *is horrified by X*."""
    group = reading.chunks[verb]
    word = reading.words[group.head].lower
    adjective = None
    became = reading.clauses.left(verb)
    grew = group.participle == "VBN" and reading.chunk_word(became) in _BECOMING
    if grew:  # is growing irritated by
        cue = cues().get(("adjective", word, preposition))
        sign = cue.sign * reading.event(became, depth + 1) if cue else 0
        return Evidence(sign, group.head, group.head, "adjective + preposition")
    is_relative = reading.clauses.governor(verb).relation == "relative"
    if group.passive or (is_relative and group.participle == "VBN"):  # is horrified by
        after = reading.chunk_word(reading.clauses.right(verb))
        adjective = cues().get(("adjective", word, preposition)) or cues().get(
            ("adjective", f"{word} {after}", preposition)
        )
    if adjective:
        felt = reading.event(verb, depth + 1)
        sign = adjective.sign * (max(0, felt) if word in _FEARFUL else felt)
        return Evidence(sign, group.head, group.head, "adjective + preposition")
    cue, last = reading.verb_cue(verb, preposition)
    if cue is None:
        return SILENT
    following = reading.clauses.after_phrase(index)
    demanded = demands.demanded_act(reading, following, verb)
    if reading.chunks[index].lemma in _MEASURES:
        demanded = None  # called for action to stop it
    if demanded is not None and demands.is_held_to(reading, index, demanded):
        demanded = None  # called for a march to denounce the law
    is_agent = reading.words[reading.chunks[index].head].pos in ("NNP", "NNPS", "PRP")
    if preposition == "object for" and is_agent and reading.clauses.kind(following) == "VG":
        return SILENT  # pressed the case for X to act
    if demanded is None and preposition == "on" and cue.group == "demand":
        return SILENT
    if group.lemma == "ask" and reading.chunks[index].lemma in _ASKED_ABOUT:
        return SILENT  # wishes to know
    if demanded is not None and cue.group == "demand":  # call for X to act
        return demands.addressee(reading, demanded, depth)
    if (
        group.lemma == "benefit"
        and preposition == "from"
        and _is_hardly_anybody(reading, reading.clauses.subjects[verb])
    ):
        return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb, last), "verb + from")
    found = objects.from_event(reading, verb, cue, last, depth, f"verb + {preposition}")
    if found.sign or cue.sign > 0 or group.negated:
        return found
    return constructions.guarded_against(reading, verb, preposition)


def _by_adjective(reading: "Reading", adjective: int, preposition: str, depth: int) -> Evidence:
    """*opposed to X*, *proud of X*."""
    phrase = reading.chunks[adjective]
    pronoun = reading.chunk_word(reading.clauses.left(adjective))
    if pronoun in ("nothing", "something") and preposition in ("about", "with"):
        sign, word = reading.value(adjective)  # there is nothing wrong with X
        return Evidence(-sign if pronoun == "nothing" else sign, word, word, "predicate")
    cue = cues().get(("adjective", phrase.lemma, preposition))
    if cue is None:
        return SILENT
    verb = reading.clauses.left(adjective)
    sign = 1 if verb < 0 else 0
    if reading.clauses.kind(verb) == "VG":
        sign = reading.event(verb, depth + 1)
        if phrase.lemma in _FEARFUL:
            sign = max(0, sign)  # not afraid of X: no praise
    return Evidence(cue.sign * sign, phrase.head, phrase.head, "adjective + preposition")


def _by_against(reading: "Reading", preposition: int, depth: int) -> Evidence:
    """*we take to the streets against X*: what is done against X, done or wanted."""
    verb = reading.clauses.previous_verb(preposition)
    if reading.chunk_word(preposition) != "against" or verb < 0:
        return SILENT
    if reading.chunk_word(reading.clauses.left(preposition)) in _FIXTURES:
        return SILENT  # a tough game against X
    has_object = reading.clauses.kind(reading.clauses.right(verb)) == "NP"
    own = reading.verb_cue(verb, "object")[0] if has_object else None
    if reading.verb_cue(verb, "object against")[0] or own:
        return SILENT  # what the verb itself says of its object counts
    governor = reading.clauses.governor(verb).chunk
    if not reading.chunks[verb].finite and reading.clauses.kind(governor) != "VG":
        return SILENT
    if any(c.lemma in _CIRCUMSTANCES for c in reading.chunks[verb:preposition] if c.kind == "IN"):
        return SILENT  # died since the start of the uprising against X
    held = reading.chunks[reading.clauses.left(preposition)]
    if reading.words[held.first].lower in ("no", "nothing", "little"):
        return SILENT  # bore no grudge against X
    sign = -max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, preposition), "against")


def _as_agent(reading: "Reading", verb: int) -> Evidence:
    """*jobs are being destroyed by X*: as if X were the subject."""
    group = reading.chunks[verb]
    done, _ = reading.verb_cue(verb, "object")
    is_refused = group.negated and group.modal in _REFUSING and done and done.sign < 0
    if is_refused and reading.is_own_side(reading.clauses.subjects[verb]):  # won't be deterred by X
        return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb), "agent of passive")
    wrong = constructions.wrongly_done(reading, verb)
    if wrong >= 0 and not group.negated and not group.modal:  # arbitrarily detained by X
        sign = -max(0, reading.asserted(verb))
        return Evidence(sign, min(wrong, group.first), group.head, "how it is done")
    cue, last = reading.verb_cue(verb, "subject")
    sign = cue.sign * reading.asserted(verb) if cue and not group.negated else 0
    if sign > 0 and group.infinitive:
        return SILENT  # to be paid off by X
    if cue is None and group.lemma in _CAUSING and not group.negated:
        told = reading.value(reading.clauses.subjects[verb] or 0)[0]  # the crisis was caused by X
        return Evidence(told * reading.asserted(verb), *reading.span(verb), "agent of passive")
    if _is_hardly_anybody(reading, reading.clauses.subjects[verb]):
        sign = -sign  # nobody was helped by X
    return Evidence(sign, *reading.span(verb, last), "agent of passive")


def _as_agent_after(reading: "Reading", nouns: list[int]) -> Evidence:
    """*were shot in cold blood by X*: a time, place or manner between, no deed of his."""
    frames = ("by", "author", "owner")
    verb = reading.clauses.left(reading.clauses.left(nouns[-1]))
    without = reading.chunk_word(reading.clauses.left(nouns[-1])) == "without"
    is_deed = any(("noun", reading.chunks[n].lemma, f) in cues() for n in nouns for f in frames)
    if is_deed and not without:
        return SILENT  # was hurt in an attack by X
    if reading.clauses.kind(verb) != "VG" or not reading.chunks[verb].passive:
        return SILENT
    return _as_agent(reading, verb)


def _is_hardly_anybody(reading: "Reading", index: int | None) -> bool:
    """Whether a subject is *nobody*, *no child* or *few*."""
    if index is None or index < 0:
        return False
    opening = reading.opening(index)
    return reading.is_nobody(index) or opening in ("no", "few", "hardly", "barely", "scarcely")
