"""What is offered, paid for, promised or threatened: *money put into X*, *X will be rebuilt*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_speaker as who
from helpers.stance_cues import SILENT, Evidence, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_MONEY = read_set("money")
_PUTTING = read_set("putting in")
_NOT_BILLED = read_set("not billed")
_BILLING = frozenset({"send", "hand", "present", "give", "forward"})
_FREEING = read_set("freeing")
_WORKED_ON = read_set("worked on")
_PROMISED = read_set("promised to things")
_THREATENED = read_set("threatened with")
_POLLED = read_set("polled")
_FIGHTING = read_set("fighting on")
_OVERCOME = read_set("overcome")
_SET_FREE = read_set("set free")
_STEPS = read_set("steps")
_TRANSFERS = read_set("donating") | read_set("transfers")
_AID = read_set("gifts") | read_set("sent in aid")
_SET_ASIDE = frozenset({"allocate", "earmark", "set", "approve", "provide", "pledge"})
_GRAVES = frozenset({"coffin", "grave", "graveyard", "hell", "dustbin", "bag"})
_FREED_FROM = read_set("places freed from")
_KEPT_IN = read_set("money kept")
_OPEN_TO = read_set("open to")
_TALKS = read_set("talks")
_MEASURES = read_set("measures announced")
_ANNOUNCING = frozenset({"announce", "unveil", "present", "promise", "pledge"})
_POSSESSIVES = who.THEIRS | who.OWN
_NATION = frozenset({"country", "nation", "world", "state", "city"})


def by_link(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """Stance toward what follows a preposition by what is given, paid or done there."""
    rules = _RULES.get(reading.chunk_word(preposition), ())
    return first_to_speak(rules, reading, index, preposition, depth)


def _money_into(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*put that money into X*, *pour billions into X*."""
    money = reading.clauses.left(preposition)
    verb = reading.clauses.left(money, ("RB", "SUB", "IN")) if money >= 0 else -1
    if reading.chunk_word(money) not in _MONEY or reading.chunk_word(verb) not in _PUTTING:
        return SILENT
    if reading.clauses.kind(verb) != "VG" or reading.chunk_word(index) in _KEPT_IN:
        return SILENT
    sign = max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, money), "given to")


def _bill_sent(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*would send the bill for the lost flights to X*, not to the president's desk."""
    place = reading.clauses.left(preposition)
    for _ in range(3):
        if reading.chunk_word(place) in ("bill", "invoice"):
            break
        link = reading.clauses.left(place)
        if reading.clauses.kind(link) != "IN":
            return SILENT
        place = reading.clauses.left(link)
    verb = reading.clauses.left(place) if place >= 0 else -1
    if reading.chunk_word(place) not in ("bill", "invoice") or reading.clauses.kind(verb) != "VG":
        return SILENT
    phrase = reading.chunks[index]
    words = {w.lower for w in reading.words[phrase.first : phrase.last + 1]}
    if reading.chunk_word(verb) not in _BILLING or not words.isdisjoint(_NOT_BILLED):
        return SILENT
    sign = -max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, place), "made to pay")


def _at_war_with(reading: "Reading", index: int, preposition: int, _depth: int) -> Evidence:
    """*we are at war with X*, said by one of us."""
    war = reading.clauses.left(preposition)
    at = reading.clauses.left(war)
    verb = reading.clauses.left(at)
    words = (reading.chunk_word(verb), reading.chunk_word(at), reading.chunk_word(war))
    if words != ("be", "at", "war") or reading.chunks[verb].negated:
        return SILENT
    subject = reading.clauses.subjects.get(verb)
    if subject is None or reading.chunk_word(index) in ("other", "another"):
        return SILENT
    own = reading.is_own_side(subject) or reading.chunk_word(subject) in _NATION
    return Evidence(-int(own), *reading.span(at, war), "at war with")


def _freed_from(reading: "Reading", index: int, preposition: int, _depth: int) -> Evidence:
    """*the areas liberated from X*, *once we have cleansed the town of X*."""
    verb = reading.clauses.left(preposition)
    if reading.clauses.kind(verb) == "NP" and reading.clauses.kind(verb - 1) == "VG":
        verb = reading.clauses.left(verb)
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _FREEING:
        return SILENT
    group = reading.chunks[verb]
    is_open = group.negated or group.modal in ("might", "may", "could")
    is_open |= reading.chunk_word(index) in _FREED_FROM
    return Evidence(-int(not is_open), *reading.span(verb, preposition), "freed from")


def _step_towards(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*we took a big step towards X*, *it is a first step toward X*."""
    step = reading.clauses.left(preposition)
    verb = reading.clauses.left(step)
    if reading.chunk_word(step) not in _STEPS or reading.clauses.kind(verb) != "VG":
        return SILENT
    if reading.value(index)[0] < 0 or reading.chunks[verb].negated:
        return SILENT
    is_said = reading.chunk_word(verb) == "be" and reading.asserted(verb) > 0
    sign = int(is_said) or max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(step, preposition), "step towards")


def _worked_on(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*we are working on X*, where X is a plan or a law."""
    verb = reading.clauses.left(preposition)
    if reading.chunk_word(verb) != "work" or reading.clauses.kind(verb) != "VG":
        return SILENT
    if reading.chunk_word(index) not in _WORKED_ON:
        return SILENT
    sign = max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, preposition), "worked on")


def _open_to_talks(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*is open to talks on X*: for what is to be agreed; with whom, says nothing."""
    talks = reading.clauses.left(preposition)
    link = reading.clauses.left(talks)
    ready = reading.clauses.left(link)
    verb = reading.clauses.left(ready)
    is_ready = reading.chunk_word(ready) in _OPEN_TO and reading.clauses.kind(ready) == "JJ"
    if reading.chunk_word(talks) not in _TALKS or reading.chunk_word(link) not in ("to", "for"):
        return SILENT
    if not is_ready or reading.clauses.kind(verb) != "VG" or reading.value(index)[0] < 0:
        return SILENT
    sign = max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(ready, talks), "open to")


def _aided(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*is ready to airdrop supplies to X*, *the ministry set aside money for X*."""
    gift = reading.clauses.left(preposition)
    verb = reading.clauses.left(gift) if gift >= 0 else -1
    if reading.clauses.kind(gift) != "NP" or reading.clauses.kind(verb) != "VG":
        return SILENT
    group = reading.chunks[verb]
    is_gift = reading.chunk_word(gift) in _AID or reading.chunk_word(gift) in _MONEY
    if not is_gift or group.passive or group.negated:
        return SILENT
    given = max(0, reading.event(verb, depth + 1)) if group.lemma in _TRANSFERS else 0
    if not given and group.lemma in _SET_ASIDE and reading.chunk_word(preposition) == "for":
        given = int(_is_set_aside(reading, verb))
    return Evidence(given, *reading.span(verb, gift), "given to")


def _is_set_aside(reading: "Reading", verb: int) -> bool:
    """Whether a body is said to have money for something, as its spokesman says."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if not group.finite or subject is None or subject < 0:
        return False
    is_body = reading.chunk_word(subject) in who.BODIES_THAT_SPEAK
    return is_body and group.modal in ("", "will", "would") and reading.asserted(verb) > 0


_RULES = {
    "into": (_money_into,),
    "in": (_money_into,),
    "towards": (_money_into, _step_towards),
    "toward": (_money_into, _step_towards),
    "to": (_bill_sent, _aided),
    "for": (_aided,),
    "with": (_at_war_with,),
    "from": (_freed_from,),
    "of": (_freed_from,),
    "on": (_worked_on, _open_to_talks),
    "about": (_open_to_talks,),
}
"""Rules by the preposition that they are about."""


def of_passive(reading: "Reading", verb: int) -> Evidence:
    """*X will be rebuilt*: promised; *X will be crushed*: threatened; not lost at the polls."""
    group = reading.chunks[verb]
    if group.modal not in ("will", "shall", "would") or group.negated:
        return SILENT
    sign = (group.lemma in _PROMISED) - (group.lemma in _THREATENED)
    if not sign or reading.asserted(verb) <= 0:
        return SILENT
    link = reading.chunk_word(reading.clauses.right(verb))
    following = {w.lower for w in reading.words[group.last + 1 : group.last + 6]}
    if link in ("by", "if", "when") or not following.isdisjoint(_POLLED):
        return SILENT  # a forecast, or somebody else's deed
    if sign < 0 and group.modal == "would" and "if" in following:
        return SILENT
    return Evidence(sign, *reading.span(verb), "promised" if sign > 0 else "threatened")


def announced(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """*announced an increase in X*: what one makes known as one's own deed."""
    group = reading.chunks[verb]
    if group.lemma not in _ANNOUNCING or group.passive or depth:
        return SILENT
    phrase = reading.chunks[index]
    is_new = reading.words[phrase.first].lower in ("a", "an", "new", "more", "another")
    is_new |= phrase.first == phrase.head  # announced compensation
    is_deed = is_new and phrase.lemma in _MEASURES
    sign = max(0, reading.event(verb, depth + 1))
    return Evidence(sign * int(is_deed), *reading.span(verb), "announced")


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we will fight on until X is gone*, *X will go home in coffins*."""
    found = _until(reading, subject, verb)
    return found if found.sign else _to_the_grave(reading, verb)


def _until(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we will not rest until X is gone*, *until X are freed*."""
    link = reading.clauses.left(subject) if subject >= 0 else -1
    if reading.chunk_word(link) != "until" or reading.chunks[verb].negated:
        return SILENT
    main = reading.clauses.previous_verb(link, finite=True)
    if main < 0 or not _FIGHTING.intersection(
        c.lemma for c in reading.chunks[main:link] if c.kind == "VG"
    ):
        return SILENT
    doer = reading.clauses.subjects.get(main)
    is_ours = doer is not None and doer >= 0 and _is_possessed(reading, doer)
    if not (is_ours or reading.is_own_side(doer)):
        return SILENT
    group = reading.chunks[verb]
    told = reading.clauses.right(verb, ())
    words = {group.lemma, reading.words[group.head].lower, reading.chunk_word(told)}
    if told >= 0:
        words.add(reading.words[reading.chunks[told].head].lower)
    sign = bool(words & _SET_FREE) - bool(words & _OVERCOME)
    return Evidence(sign, *reading.span(link, verb), "until then")


def _is_possessed(reading: "Reading", index: int) -> bool:
    """Whether a phrase opens like *its forces*, *our men*."""
    return reading.opening(index) in _POSSESSIVES


def _to_the_grave(reading: "Reading", verb: int) -> Evidence:
    """*X will go home in coffins*."""
    group = reading.chunks[verb]
    if group.modal not in ("will", "shall") or group.negated or reading.asserted(verb) <= 0:
        return SILENT
    for place in range(verb + 1, min(verb + 7, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind in ("VG", "SUB", "PUNCT"):
            break
        if this.kind == "NP" and this.lemma in _GRAVES:
            return Evidence(-1, *reading.span(verb, place), "threatened")
    return SILENT
