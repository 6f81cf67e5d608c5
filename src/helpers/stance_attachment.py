"""Phrases that stand apart from what governs them: shifted objects, parts, lists, contrasts.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_blame as blame
from helpers import stance_feelings as feelings
from helpers import stance_manners as manners
from helpers import stance_offers as offers
from helpers import stance_protests as protests
from helpers import stance_relatives as relatives
from helpers import stance_terms as terms
from helpers import stance_turns as turns
from helpers import stance_voicing as voicing
from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_PARTS = read_set("parts")
_MEMBERS = read_set("members of a side")
_DOCUMENTS = read_set("documents") | read_set("legal papers")
_ISSUING = read_set("issuing") | read_set("filing papers")
_FAILING = read_set("failing")
_VITAL = read_set("vital")
_TAKING_PLACE = read_set("taking place")
_NORMS = read_set("breaches")
_GIFTS = read_set("gifts")
_DONATING = read_set("donating")
_TRUST = read_set("trust")
_LOST = read_set("lost")
_BEHIND = frozenset({"by", "of", "from"})
_MOST = 12
"""Chunks that may stand between a phrase and what it is apart from."""


def apart(reading: "Reading", index: int, depth: int) -> Evidence:
    """Stance toward a phrase that stands apart from its verb, or is set against another."""
    found = first_to_speak(
        (_contrasted, _shifted, _after_aside, turns.included), reading, index, depth
    )
    return found if found.sign else relatives.by_speaker(reading, index)


def by_link(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """Stance toward the object of a preposition that says what it is to another phrase."""
    rules = (
        _instead,
        _part_of,
        _such_as,
        _side_of,
        _vital_for,
        _norm_broken,
        _in_line,
        _seen_in,
        _said_of,
        _given_to,
        _trust_lost,
        feelings.felt_together,
        offers.by_link,
        blame.wronged_by,
        blame.laid_at,
        voicing.by_link,
        protests.by_link,
        terms.by_link,
        manners.by_link,
        turns.by_link,
    )
    return first_to_speak(rules, reading, index, preposition, depth)


def _shifted(reading: "Reading", index: int, depth: int) -> Evidence:
    """*welcomed on Monday in the strongest terms X*: an object after what stands around the act."""
    clauses = reading.clauses
    place = clauses.left(index, ())
    is_apart = False
    while clauses.kind(place) == "NP" and clauses.kind(clauses.left(place)) == "IN":
        place = clauses.left(clauses.left(place))
        is_apart = True
    if not is_apart or clauses.kind(place) != "VG" or reading.chunks[place].passive:
        return SILENT
    if any(s == index and reading.chunks[v].finite for v, s in clauses.subjects.items()):
        return SILENT  # on Monday the mayor left
    link = reading.chunk_word(clauses.right(place))
    if (reading.chunks[place].lemma, link) in (("expect", "from"), ("want", "from")):
        sign = reading.event(place, depth + 1)
        return Evidence(max(0, sign), *reading.span(place), "object of verb")
    cue, last = reading.verb_cue(place, "object")
    if cue is None or last != place or reading.verb_cue(place, link)[0]:
        return SILENT
    return reading.as_object(index, place, depth)


def _after_aside(reading: "Reading", index: int, depth: int) -> Evidence:
    """*condemned, in the strongest terms, X*, *criticised, and later sued, X*."""
    clauses = reading.clauses
    comma = clauses.left(index, ())
    if not clauses.chunk_is_comma(comma):
        return SILENT
    for place in range(comma - 1, max(0, comma - _MOST), -1):
        if clauses.chunk_is_comma(place):
            verb = clauses.left(place)
            inner = clauses.left(comma)
            opening = clauses.kind(place + 1)
            if clauses.kind(verb) != "VG" or opening not in ("IN", "RB", "CC", "SUB"):
                return SILENT
            if opening == "CC" and clauses.kind(inner) != "VG":
                return SILENT
            if any(s == index and reading.chunks[v].finite for v, s in clauses.subjects.items()):
                return SILENT
            return reading.as_object(index, inner if opening == "CC" else verb, depth)
    return SILENT


def _contrasted(reading: "Reading", index: int, depth: int) -> Evidence:
    """*not only X but Y*, *we do not want X but Y*: both, or the other."""
    clauses = reading.clauses
    joint = clauses.left(index)
    other = clauses.left(joint)
    if reading.chunk_word(joint) != "but" or clauses.kind(other) != "NP":
        return SILENT
    if any(s == index and reading.chunks[v].finite for v, s in clauses.subjects.items()):
        return SILENT
    if reading.chunk_word(other) in ("nobody", "nothing"):  # I blame nobody but X
        verb = clauses.left(other)
        return reading.as_object(index, verb, depth) if clauses.kind(verb) == "VG" else SILENT
    start = clauses.phrase_start(other)
    opening = reading.chunks[start].first
    before = [word.lower for word in reading.words[max(0, opening - 2) : opening]]
    verb = clauses.previous_verb(index)
    if "not" in before and before[-1] in ("only", "just", "merely", "simply"):
        return reading.toward(start, depth + 1)
    if verb < 0 or not (reading.chunks[verb].negated or before[-1:] == ["not"]):
        return SILENT
    if before[-1:] == ["not"]:
        return reading.as_object(index, verb, depth) if clauses.left(start) == verb else SILENT
    found = reading.toward(start, depth + 1)
    return found._replace(sign=max(0, -found.sign), rule="contrasted")


def not_that(reading: "Reading", index: int, depth: int) -> Evidence:
    """*we need jobs, not X*: against X, where what stands before is wanted."""
    comma = reading.clauses.left(index)
    other = reading.clauses.left(comma) if reading.chunk_word(comma) == "," else -1
    if reading.clauses.kind(other) != "NP":
        return SILENT
    found = reading.toward(reading.clauses.phrase_start(other), depth + 1)
    return found._replace(sign=-max(0, found.sign), rule="contrasted")


def in_list(reading: "Reading", index: int, first: int, depth: int) -> Evidence:
    """*we want aid, the return of the men and X*: as toward the first of a list with commas."""
    clauses = reading.clauses
    start = clauses.list_start(index)
    if start in (index, first) or not any(clauses.chunk_is_comma(i) for i in range(start, index)):
        return SILENT
    return reading.toward(start, depth + 1)


def _instead(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*we back talks rather than X*, *called for talks instead of X*: not what is wanted."""
    clauses = reading.clauses
    word = reading.chunk_word(preposition)
    link = reading.chunk_word(preposition - 1)
    if (link, word) not in (("rather", "than"), ("instead", "of")):
        return SILENT
    other = clauses.left(preposition)
    if clauses.kind(other) != "NP":
        return SILENT
    for place in (other, clauses.phrase_start(other)):
        found = reading.toward(place, depth + 1)
        if found.sign > 0:
            return Evidence(-1, *reading.span(preposition - 1, preposition), "contrasted")
    return SILENT


def _part_of(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*disagreed with many of X*, *this sort of X*: as toward the part."""
    before = reading.clauses.left(preposition)
    if reading.chunk_word(preposition) != "of" or reading.chunk_word(before) not in _PARTS:
        return SILENT
    if reading.clauses.kind(before) != "NP":
        return SILENT
    return reading.toward(before, depth + 1)


def _such_as(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*crooks like X must go*, *laws such as X*: one of those that are spoken of."""
    clauses = reading.clauses
    word = reading.chunk_word(preposition)
    before = clauses.left(preposition)
    if word == "as" and reading.chunk_word(before) == "such":
        before = clauses.left(before)
    elif word != "like":
        return SILENT
    if clauses.kind(before) != "NP" or reading.words[reading.chunks[before].head].pos != "NNS":
        return SILENT
    return reading.toward(before, depth + 1)


def _side_of(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*the crime committed by gunmen of X*: what its members do, X does."""
    clauses = reading.clauses
    members = clauses.left(preposition)
    by = clauses.left(members)
    if reading.chunk_word(preposition) != "of" or reading.chunk_word(members) not in _MEMBERS:
        return SILENT
    if clauses.kind(members) != "NP" or reading.chunk_word(by) not in _BEHIND:
        return SILENT
    found = reading.toward(members, depth + 1)
    return found._replace(sign=min(0, found.sign))


def _vital_for(reading: "Reading", index: int, preposition: int, _depth: int) -> Evidence:
    """*it is important for X to continue*."""
    clauses = reading.clauses
    verdict = clauses.left(preposition)
    copula = clauses.left(verdict)
    act = clauses.after_phrase(index)
    if reading.chunk_word(preposition) != "for" or reading.chunk_word(verdict) not in _VITAL:
        return SILENT
    if reading.chunk_word(copula) != "be" or clauses.kind(act) != "VG":
        return SILENT
    group = reading.chunks[act]
    if not group.infinitive or group.negated or reading.chunks[copula].negated:
        return SILENT
    asserted = max(0, reading.asserted(copula))
    words = reading.span(verdict, act)
    if group.passive:
        cue = reading.verb_cue(act, "object")[0]
        return Evidence(cue.sign * asserted if cue else 0, *words, "must come about")
    if reading.verb_cue(act, "yield")[0]:
        return Evidence(-asserted, *words, "told to stop or go")
    is_thing = reading.words[reading.chunks[index].head].pos in ("NN", "NNS")
    comes = group.lemma in _TAKING_PLACE and is_thing
    return Evidence(asserted if comes else 0, *words, "must come about")


def _norm_broken(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*the raid was in violation of X*: a norm that is held up; *is a violation of X* judges."""
    clauses = reading.clauses
    breach = clauses.left(preposition)
    if reading.chunk_word(preposition) != "of" or reading.chunk_word(breach) not in _NORMS:
        return SILENT
    opening = reading.opening(breach)
    link = clauses.left(breach)
    verb = clauses.left(link) if reading.chunk_word(link) == "in" else -1
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma != "be":
        return SILENT
    group = reading.chunks[verb]
    if opening in ("no", "any") or group.negated or group.modal in ("may", "might", "could"):
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(breach), "wronged")


def _in_line(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*called for a vote in line with X*: what is wanted is to go by X."""
    clauses = reading.clauses
    line = clauses.left(preposition)
    link = clauses.left(line)
    words = tuple(reading.chunk_word(place) for place in (link, line, preposition))
    if words not in _BY_RULE:
        return SILENT
    before = clauses.left(link)
    verb = before if clauses.kind(before) == "VG" else clauses.previous_verb(link)
    if verb < 0:
        return SILENT
    is_wanted = reading.is_obliged(verb)
    if not is_wanted and clauses.kind(before) == "NP":
        for place in {before, clauses.phrase_start(before)}:
            is_wanted |= reading.toward(place, depth + 1).sign > 0
    return Evidence(int(is_wanted), *reading.span(link, preposition), "held up")


def _seen_in(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*saw in X nothing but a smokescreen*."""
    verb = reading.clauses.left(preposition)
    found = reading.clauses.right(index)
    is_seen = reading.chunk_word(verb) in ("see", "find") and reading.clauses.kind(verb) == "VG"
    if not is_seen or reading.chunk_word(preposition) != "in" or found < 0:
        return SILENT
    sign, word = reading.verdict(found)
    return Evidence(sign * max(0, reading.event(verb, depth + 1)), word, word, "called so")


def _said_of(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*it is fine, Smith said of X*: what he says is said of X."""
    verb = reading.clauses.left(preposition)
    is_said = reading.chunk_word(verb) == "say" and reading.clauses.kind(verb) == "VG"
    if reading.chunk_word(preposition) != "of" or not is_said:
        return SILENT
    for place in range(verb):
        group = reading.chunks[place]
        subject = reading.clauses.subjects.get(place)
        if group.kind != "VG" or group.lemma != "be" or subject is None or subject < 0:
            continue
        if reading.chunk_word(subject) in ("it", "this", "that", "he", "she", "they"):
            sign, word = reading.predicate(reading.clauses.right(place))
            return Evidence(-sign if group.negated else sign, word, word, "said of it")
    return feelings.said_in_joy(reading, verb)


def _given_to(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*pledged 5 million euros for X*, *sent aid to X*: those who are helped."""
    gift = reading.clauses.left(preposition)
    verb = reading.clauses.left(gift)
    if reading.chunk_word(preposition) not in ("to", "for") or reading.clauses.kind(gift) != "NP":
        return SILENT
    is_gift = reading.chunk_word(gift) in _GIFTS
    if not is_gift or reading.clauses.kind(verb) != "VG" or reading.chunks[verb].passive:
        return SILENT
    if reading.chunks[verb].lemma not in _DONATING:
        return SILENT
    given = reading.event(verb, depth + 1)
    return Evidence(max(0, given), *reading.span(verb, gift), "given to")


def _trust_lost(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*trust in X is broken*, *faith in X has collapsed*."""
    noun = reading.clauses.left(preposition)
    if reading.chunk_word(preposition) != "in" or reading.chunk_word(noun) not in _TRUST:
        return SILENT
    verb = next((v for v, s in reading.clauses.subjects.items() if s == noun), -1)
    if verb < 0 or not reading.chunks[verb].finite or reading.chunks[verb].negated:
        return SILENT
    words = reading.words[reading.chunks[verb].head : reading.chunks[verb].head + 3]
    is_lost = reading.chunks[verb].lemma in _FAILING or any(w.lower in _LOST for w in words)
    return Evidence(
        -max(0, reading.asserted(verb)) * int(is_lost), *reading.span(verb), "trust lost"
    )


def let_act(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """*let X pass*, *appealed to them to let X work*: those who are to be let do it."""
    act = reading.clauses.right(index)
    this = reading.chunks[verb]
    if this.lemma != "let" or reading.clauses.kind(act) != "VG" or this.negated:
        return SILENT
    head = reading.words[reading.chunks[index].head]
    if not reading.chunks[act].infinitive or head.pos == "PRP" or not this.infinitive:
        return SILENT
    if reading.is_own_side(reading.clauses.subjects.get(verb)) and reading.clauses.left(verb) >= 0:
        return SILENT
    cue = reading.verb_cue(act, "subject")[0]
    fails = reading.chunks[act].lemma in _FAILING or (cue is not None and cue.sign < 0)
    wanted = max(0, reading.event(verb, depth + 1))
    return Evidence(-wanted if fails else wanted, *reading.span(verb, act), "let do it")


_BY_RULE = frozenset(
    {
        ("in", "line", "with"),
        ("in", "accordance", "with"),
        ("in", "keeping", "with"),
        ("in", "conformity", "with"),
        ("in", "compliance", "with"),
    }
)
"""Words that say by what rule a thing is to be done."""


def of_document(reading: "Reading", noun: int, depth: int) -> int | None:
    """Attitude to what a paper says: *issued a statement blaming X*, *vetoed a text urging X*."""
    if reading.chunks[noun].lemma not in _DOCUMENTS:
        return None
    verb = reading.clauses.left(noun)
    if reading.clauses.kind(verb) != "VG":
        return None
    cue = reading.verb_cue(verb, "object")[0]
    if reading.chunks[verb].lemma not in _ISSUING and (cue is None or cue.group == "light"):
        return None
    if cue is None or reading.chunks[verb].lemma in _ISSUING:
        return max(0, reading.event(verb, depth + 1))
    return cue.sign * reading.event(verb, depth + 1)


def is_in_document(reading: "Reading", verb: int) -> bool:
    """Whether an act is what a paper does: *a resolution calling for it*."""
    governor = reading.clauses.governor(verb)
    is_of_noun = governor.relation == "relative" and reading.clauses.kind(governor.chunk) == "NP"
    return is_of_noun and reading.chunks[governor.chunk].lemma in _DOCUMENTS


def said_by_noun(reading: "Reading", verb: int) -> bool:
    """Whether a participle after a thing is the speaker's own act: *wished them luck praising X*.

    A thing does not praise or blame: that is done by whoever the clause is about.
    """
    governor = reading.clauses.governor(verb)
    noun = governor.chunk
    if governor.relation != "relative" or reading.chunks[verb].participle != "VBG":
        return False
    cue = reading.verb_cue(verb, "object")[0]
    is_act = cue is not None and cue.group in ("criticise", "praise")
    head = reading.words[reading.chunks[noun].head]
    is_thing = head.pos == "NN" and head.lower not in _DOCUMENTS
    return is_act and is_thing and ("noun", reading.chunks[noun].lemma, "owner") not in cues()
