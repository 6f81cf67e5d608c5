"""What a clause tells of whoever does something, or of an act: *X leads to war*, *X lied*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_holders as holders
from helpers.stance_cues import JUDGING, REPORTING, SILENT, Evidence, cues
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_POSSIBILITY = read_set("possibility")
_GOOD_STATES = read_set("good states")
_CEASING = read_set("ceasing")
"""Verbs that leave the act undone which they govern."""

_DUTIES = frozenset({"duty", "obligation", "responsibility"})
_EQUATIONS = {"amount": ("to",), "count": ("as",), "serve": ("as",), "stand": ("as",)}
_BRINGING = read_set("bringing (stance reading)")
_TOLLS = read_set("tolls (stance reading)")
_PURSUITS = read_set("pursuits")
_UNDERGOING = read_set("undergoing")
"""Verbs whose subject has no part in the good or bad of the object: *X faces threats*."""

_DOINGS = frozenset({"further", "harm", "end", "light", "help", "support", "act", "bad", "good"})
"""Classes of verbs that tell of a deed; what somebody praises or blames is no deed of his."""

_CIRCUMSTANCES = read_set("circumstances")
"""Prepositions of what stands around a deed and says nothing of it."""

_COMMITTING = read_set("committing")
_COPULAS = read_set("copulas")
_SAYING = REPORTING | JUDGING
_HAVING_OBJECT = _COMMITTING | _COPULAS
"""Verbs without a direction of their own whose objects tell of their subject."""

_HELD_TO_BE = frozenset({"think", "believe", "feel", "suspect", "guess"})
_OPENING_ACTS = frozenset({"", "SUB", "PUNCT", "CC"})
_WIDEST_ACT = 24
"""Chunks of an act with its objects that a clause may tell something of."""

_COMING = frozenset({"come", "grind", "draw"})
_STANDSTILL = read_set("standstill")
_MATERIAL = frozenset(("material", "property", "structural", "extensive", "significant", "minor"))


def by_effect(reading: "Reading", verb: int, following: int, polarity: int) -> Evidence:
    """*X would cost jobs*, *X leads to war*, *X has a poor record*, *X is behind the raid*."""
    frame = "object"
    made = reading.clauses.right(following)
    if reading.chunks[verb].lemma == "make" and reading.clauses.kind(made) == "VG":
        return SILENT  # makes it disappear
    if (
        reading.chunks[verb].lemma in ("make", "render", "leave", "keep")
        and reading.clauses.kind(made) == "JJ"
    ):
        sign, word = reading.value(made)
        if reading.chunk_word(made) in ("likely", "unlikely", "possible", "inevitable"):
            after = reading.words[reading.chunks[following].last :][:3]
            is_less = any(word.lower == "less" for word in after)
            is_less |= reading.chunk_word(made) == "unlikely"
            sign = reading.value(following)[0] * (-1 if is_less else 1)  # makes war less likely
        elif not sign and reading.chunk_word(made) in _GOOD_STATES:
            sign, word = 1, reading.chunks[made].head  # keeps patients alive
        return Evidence(sign * polarity, reading.chunks[verb].first, word, "effect")
    particle, last = reading.verb_cue(verb, frame)
    if particle and last != verb:  # holds up progress
        following = reading.clauses.right(last)
    elif reading.clauses.kind(following) == "IN":
        frame = reading.chunks[following].lemma
        following = reading.clauses.right(following)
    cue, _ = reading.verb_cue(verb, frame)
    is_link = reading.chunks[verb].lemma == "have" or frame in _EQUATIONS.get(
        reading.chunks[verb].lemma, ()
    )
    brings = reading.chunks[verb].lemma in _BRINGING and frame == "object"
    if reading.clauses.kind(following) != "NP" or not (cue or is_link or brings):
        return SILENT
    is_due = reading.chunks[verb].lemma == "have" and reading.chunk_word(following) in _DUTIES
    if frame == "behind" and reading.chunks[verb].modal in ("may", "might", "could"):
        return SILENT  # may be behind the raid
    if _is_toll(reading, verb, following) or is_due:
        return SILENT  # has a moral duty to pay
    if cue and cue.group == "light" and reading.chunks[verb].lemma not in _BRINGING and not is_link:
        return SILENT
    sign, _ = reading.value(following)
    is_waged = reading.chunks[verb].lemma == "fight" and reading.chunk_word(following) in _PURSUITS
    direction = 1 if is_link or is_waged or cue is None else cue.sign
    return Evidence(direction * sign * polarity, *reading.span(verb, following), "effect")


def _is_toll(reading: "Reading", verb: int, following: int) -> bool:
    """Whether a clause counts the dead: *the raid caused nine deaths* blames nobody."""
    if reading.chunks[verb].modal or following < 0:
        return False
    phrase = reading.chunks[following]
    words = {word.lower for word in reading.words[phrase.first : phrase.head]}
    is_material = phrase.lemma == "damage" and not words.isdisjoint(_MATERIAL)
    return is_material or phrase.lemma in _TOLLS


def told(reading: "Reading", verb: int, polarity: int) -> Evidence:
    """What the rest of a clause tells of its subject: *X clings to a policy of terror*."""
    group = reading.chunks[verb]
    left_undone, last = reading.verb_cue(verb, "not subject")
    if polarity < 0 and group.negated and left_undone:
        return Evidence(left_undone.sign, *reading.span(verb, last), "subject of act")
    if not polarity or group.lemma in _UNDERGOING or group.lemma in _SAYING:
        return SILENT
    if _is_toll(reading, verb, reading.clauses.right(verb)) or _comes_to_an_end(reading, verb):
        return SILENT
    cue, _ = reading.verb_cue(verb, "object")
    if cue and cue.group not in _DOINGS and group.lemma != "refuse":
        return SILENT
    sign = cue.sign if cue else 1
    undone = -1 if group.lemma in _CEASING else 1
    aside = 1  # direction of what is not the verb's own object
    acts_on = verb if cue or group.lemma in _HAVING_OBJECT else -1
    for place in range(verb + 1, len(reading.chunks)):
        this = reading.chunks[place]
        if _ends_telling(reading, place):
            break
        if this.kind == "IN" and this.lemma in ("against", "without"):
            sign, aside = -sign, -aside
        elif this.kind == "VG":
            own, _ = reading.verb_cue(place, "subject")
            if own:
                own_sign = undone * (-own.sign if this.negated else own.sign)
                return Evidence(polarity * own_sign, *reading.span(verb, place), "told of subject")
            if group.lemma == "refuse" and this.infinitive:
                return Evidence(-polarity, *reading.span(verb, place), "told of subject")
            cue, _ = reading.verb_cue(place, "object")
            if cue and cue.group not in _DOINGS:
                break
            sign *= (cue.sign if cue else 1) * (-1 if this.negated else 1)
            acts_on = place if cue or this.lemma in _HAVING_OBJECT else -1
        elif this.lemma == "nothing":  # has nothing to do with peace
            sign, aside = -sign, -aside
        elif this.kind in ("NP", "JJ"):
            acted_on = acts_on >= 0 and _is_acted_on(reading, place, acts_on)
            direction = sign if acted_on else aside
            value, word = _deed_value(reading, place, direction, acted_on=acted_on)
            if value:
                told = polarity * direction * value
                return Evidence(told, reading.chunks[verb].first, word, "told of subject")
    return SILENT


def _comes_to_an_end(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells that something stops: *will come to a halt to prevent a crisis*."""
    last = reading.chunks[verb].last
    words = {word.lower for word in reading.words[last + 1 : last + 5]}
    return reading.chunks[verb].lemma in _COMING and not words.isdisjoint(_STANDSTILL)


def _is_acted_on(reading: "Reading", index: int, verb: int) -> bool:
    """Whether a phrase is a verb's object, or what that is for: *become a tool of terror*."""
    before = reading.clauses.left(index)
    while reading.chunk_word(before) in ("of", "for") and reading.clauses.kind(before - 1) == "NP":
        before = reading.clauses.left(before - 1)
    return before == verb or (
        reading.chunk_word(before) in ("to", "in", "into", "with", "as")
        and reading.clauses.left(before) == verb
    )


def told_of_ground(reading: "Reading", verb: int, polarity: int) -> Evidence:
    """*X is based on lies*, *X is designed to humiliate them*."""
    for place in range(verb + 1, len(reading.chunks)):
        this = reading.chunks[place]
        if this.kind != "IN" and _ends_telling(reading, place):
            break
        if this.kind == "VG":
            own, _ = reading.verb_cue(place, "subject")
            if own:
                return Evidence(polarity * own.sign, *reading.span(verb, place), "told of subject")
        if this.kind in ("NP", "JJ"):
            value, word = reading.value(place)
            if value:
                first = reading.chunks[verb].first
                return Evidence(polarity * value, first, word, "told of subject")
    return SILENT


def _ends_telling(reading: "Reading", place: int) -> bool:
    """Whether what a clause tells of its subject ends before a chunk."""
    this = reading.chunks[place]
    if this.kind == "SUB" or (this.kind == "PUNCT" and this.lemma != ","):
        return True
    if this.kind == "IN":
        goes_on = reading.clauses.kind(reading.clauses.right(place)) == "VG"  # about to ruin
        return this.lemma in _CIRCUMSTANCES and not (this.lemma == "about" and goes_on)
    if this.kind == "CC":
        return this.lemma not in ("and", "or")
    if this.kind == "VG":
        return this.finite or this.passive
    return any(s == place and reading.chunks[v].finite for v, s in reading.clauses.subjects.items())


def _deed_value(reading: "Reading", index: int, sign: int, *, acted_on: bool) -> tuple[int, int]:
    """Direction of a phrase that tells of a deed, and the word that shows it.

    Matters that people only talk of (*war*, *peace*, *terrorists*) count where the deed brings
    them about or serves them.
    """
    value, word = reading.value(index)
    if not value:
        return 0, -1
    group = reading.value_group(word)
    if group == "matter":
        return (value, word) if acted_on else (0, -1)
    if group == "label":
        return (value, word) if acted_on and sign > 0 else (0, -1)
    return value, word


def judged_act(reading: "Reading", act: int) -> Evidence:
    """*closing the port is wrong*, *would cost jobs*: an act that is a clause's subject."""
    is_subject = reading.chunks[act].participle == "VBG" or reading.chunks[act].infinitive
    outer = reading.clauses.left(act)
    if not is_subject:
        return SILENT
    if reading.clauses.kind(outer) == "VG" and reading.chunks[outer].lemma in _HELD_TO_BE:
        return _held_to_be(reading, act, outer)
    if reading.clauses.kind(outer) not in _OPENING_ACTS:
        return SILENT
    for verb in range(act + 1, min(act + _WIDEST_ACT, len(reading.chunks))):
        group = reading.chunks[verb]
        is_next = group.kind == "SUB" and group.lemma not in ("if", "that", "who", "which")
        if is_next and not reading.clauses.chunk_is_comma(verb - 1):
            return SILENT
        if group.kind != "VG" or not group.finite:
            continue
        aside = reading.clauses.governor(verb).relation in ("condition", "adverbial", "relative")
        if not (aside or reading.is_speaker(reading.clauses.subjects.get(verb))):
            return _told_of_act(reading, verb)
    return SILENT


def _held_to_be(reading: "Reading", act: int, outer: int) -> Evidence:
    """*I don't think closing the port is a good idea*: an act judged without *that*."""
    if not reading.is_own_side(reading.clauses.subjects.get(outer)):
        return SILENT
    for verb in range(act + 1, min(act + _WIDEST_ACT, len(reading.chunks))):
        group = reading.chunks[verb]
        if group.kind in ("SUB", "PUNCT"):
            return SILENT
        if group.kind != "VG" or not group.finite:
            continue
        polarity = reading.asserted(outer) * (-1 if group.negated else 1)
        return _verdict_on_act(
            reading, verb, -polarity if reading.chunks[outer].negated else polarity
        )
    return SILENT


def _told_of_act(reading: "Reading", verb: int) -> Evidence:
    """What a clause says of the act that is its subject, or that *that* in it stands for."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if subject is not None and reading.chunk_word(subject) not in ("that", "this", "it"):
        return SILENT
    return _verdict_on_act(reading, verb, reading.asserted(verb) * (-1 if group.negated else 1))


def _verdict_on_act(reading: "Reading", verb: int, polarity: int) -> Evidence:
    """What a clause that is so (1) or not (-1) says of an act that is its subject."""
    group = reading.chunks[verb]
    following = reading.clauses.right(verb)
    if group.lemma in _COPULAS:
        sign, word = reading.predicate(following)
        return Evidence(sign * polarity, word, word, "act demanded or judged")
    if group.passive or group.modal in _POSSIBILITY:
        return SILENT
    cue, last = reading.act_cue(verb, "subject")
    if cue:
        return Evidence(cue.sign * polarity, *reading.span(verb, last), "act demanded or judged")
    found = by_effect(reading, verb, following, polarity)
    return found if found.sign else told(reading, verb, polarity)


def author(reading: "Reading", deed: int, depth: int) -> Evidence:
    """Stance toward whoever did what a phrase names: *the crimes that X commits*."""
    sign, word = reading.value(deed)
    if holders.is_denied(reading, deed):
        return SILENT
    noun = reading.chunks[deed]
    if any(("noun", noun.lemma, frame) in cues() for frame in ("author", "by")):
        return Evidence(-1, noun.first, noun.head, "author of a deed")
    if sign and reading.value_group(word) not in ("matter", "label"):
        return Evidence(sign, word, word, "author of a deed")
    outer = reading.toward(deed, depth + 1)
    return outer._replace(sign=min(0, outer.sign), rule="author of a deed")
