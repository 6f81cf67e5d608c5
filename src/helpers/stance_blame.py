"""Whoever is to blame by what he did or left undone: *took part by keeping silent*, *was missing*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, first_to_speak
from helpers.stance_speaker import BODIES_THAT_SPEAK
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_CHARGING = read_set("charging somebody")
_HINDERING = read_set("hindering")
_SPARED = read_set("to be spared")
_TAKING_PART = read_set("taking part")
_SILENT_WORDS = read_set("saying nothing")
_AWAY = read_set("away")
_GOOD_LIKENESSES = read_set("good likenesses")
_BEHAVING = frozenset({"act", "behave", "operate", "rule"})
_GIVING = read_set("giving something")
_COURTS = frozenset({"court", "judge", "tribunal", "trial", "arbitration"})
_EMPTY = read_set("empty words")
_GROUPS = read_set("groups") | BODIES_THAT_SPEAK
_WRONGED = read_set("wronged")
_WRONGED_SO = read_set("wronged so")
_FELT = frozenset({"feel", "felt", "feeling", "feels"})
_KEEPING = frozenset({"keep", "remain", "stay", "look", "turn", "do", "stand", "sit", "be"})
_BAD_STATES = read_set("bad states")
_FARTHEST = 12
"""Chunks of a clause in which a rule looks for what it tells of its subject."""


def of_clause(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """Stance toward a clause's subject by what he is said to have done or left undone."""
    group = reading.chunks[verb]
    is_open = group.modal not in ("", "will", "would") or group.negated or group.passive
    if is_open or not group.finite:
        return SILENT
    found = first_to_speak(_OF_CLAUSE, reading, verb)
    return found._replace(sign=found.sign * max(0, reading.asserted(verb))) if found.sign else found


def _took_part(reading: "Reading", verb: int) -> Evidence:
    """*X took part in this crime*, *X colluded in the massacre*."""
    part = reading.clauses.right(verb)
    if reading.chunk_word(verb) == "take" and reading.chunk_word(part) == "part":
        link = reading.clauses.right(part)
    elif reading.chunk_word(verb) in _TAKING_PART:
        link = part
    else:
        return SILENT
    if reading.chunk_word(link) != "in":
        return SILENT
    sign, word = reading.value(reading.clauses.right(link))
    return Evidence(min(0, sign), reading.chunks[verb].first, max(word, 0), "took part")


def _by_silence(reading: "Reading", verb: int) -> Evidence:
    """*X helped them by keeping silent*, *X let it happen by looking away*."""
    for place in range(verb + 1, min(verb + _FARTHEST, len(reading.chunks) - 1)):
        this = reading.chunks[place]
        if this.kind in ("SUB", "PUNCT") or (this.kind == "VG" and this.finite):
            break
        act = reading.clauses.right(place)
        if this.lemma != "by" or reading.chunk_word(act) not in _KEEPING:
            continue
        if reading.clauses.kind(act) != "VG" or reading.chunks[act].participle != "VBG":
            continue
        after = reading.chunks[act].last + 1
        words = {word.lower for word in reading.words[after : after + 3]}
        if words & _SILENT_WORDS:
            return Evidence(-1, *reading.span(place, act), "left undone")
    return SILENT


def _away_when(reading: "Reading", verb: int) -> Evidence:
    """*X was missing when the country needed him*, *X was on holiday while the town burned*."""
    group = reading.chunks[verb]
    if group.lemma not in ("be", "remain", "go", "miss") or group.modal:
        return SILENT
    first = group.head if group.lemma == "miss" else group.last + 1  # was missing: one chunk
    words = [word.lower for word in reading.words[first : first + 8]]
    is_away = not _AWAY.isdisjoint(words[:2]) or words[:2] in (["on", "holiday"], ["on", "leave"])
    is_away |= words[:4] == ["nowhere", "to", "be", "seen"]
    is_due = not {"when", "while", "as"}.isdisjoint(words[1:])
    return Evidence(-int(is_away and is_due), group.first, group.last, "left undone")


def _gave_nothing_but(reading: "Reading", verb: int) -> Evidence:
    """*X has given the country nothing but misery*."""
    if reading.chunk_word(verb) not in _GIVING:
        return SILENT
    for place in range(verb + 1, min(verb + 6, len(reading.chunks) - 2)):
        if reading.chunks[place].kind in ("VG", "SUB", "PUNCT"):
            break
        but = reading.clauses.right(place)
        if reading.chunk_word(place) == "nothing" and reading.chunk_word(but) in ("but", "except"):
            what = reading.clauses.right(but)
            sign, word = reading.value(what)
            if reading.chunk_word(what) in _EMPTY:
                sign, word = -1, reading.chunks[what].head  # nothing but promises
            return Evidence(sign, reading.chunks[place].first, max(word, 0), "nothing but")
    return SILENT


def _behaves_like(reading: "Reading", verb: int) -> Evidence:
    """*X behave like an occupying army*; nobody is blamed for acting like a gentleman."""
    group = reading.chunks[verb]
    link = reading.clauses.right(verb)
    if group.lemma not in _BEHAVING or reading.chunk_word(link) != "like":
        return SILENT
    like = reading.clauses.right(link)
    if reading.clauses.kind(like) != "NP" or reading.words[reading.chunks[like].head].pos == "PRP":
        return SILENT
    subject = reading.clauses.subjects.get(verb)
    people = [place for place in (subject, like) if place is not None and place >= 0]
    if not any(_is_somebody(reading, place) for place in people):
        return SILENT  # the metal behaves like glass
    phrase = reading.chunks[like]
    words = {word.lower for word in reading.words[phrase.first : phrase.last + 1]}
    sign = reading.value(like)[0] or (1 if words & _GOOD_LIKENESSES else -1)
    return Evidence(sign, *reading.span(verb, like), "behaves like")


def _is_somebody(reading: "Reading", place: int) -> bool:
    """Whether a phrase names a person or a body of persons."""
    head = reading.words[reading.chunks[place].head]
    lemma = reading.chunks[place].lemma
    is_name = head.pos in ("NNP", "NNPS") or head.lower in ("they", "he", "she", "those")
    return is_name or not _GROUPS.isdisjoint((lemma, head.lower)) or lemma in person_words()


def _left_so(reading: "Reading", verb: int) -> Evidence:
    """*X leaves workers exposed*: where the state is told by a participle."""
    whom = reading.clauses.right(verb)
    state = reading.clauses.right(whom)
    if reading.chunk_word(verb) != "leave" or reading.clauses.kind(whom) != "NP":
        return SILENT
    phrase = reading.chunks[whom]
    is_the = reading.words[phrase.first].lower == "the"
    if is_the and phrase.lemma in _BAD_STATES and phrase.head - phrase.first > 1:
        return Evidence(-1, *reading.span(verb, whom), "effect")  # the weakest unprotected
    if reading.clauses.kind(state) != "VG" or reading.chunks[state].finite:
        return SILENT
    is_bad = reading.words[reading.chunks[state].head].lower in _BAD_STATES
    return Evidence(-int(is_bad), *reading.span(verb, state), "effect")


_OF_CLAUSE = (_took_part, _by_silence, _away_when, _gave_nothing_but, _behaves_like, _left_so)


def wronged_by(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*residents were fobbed off by X*, *the families feel abandoned by X*."""
    if reading.chunk_word(preposition) != "by":
        return SILENT
    by = reading.chunks[preposition].first
    before = [word.lower for word in reading.words[max(0, by - 6) : by]]
    is_phrasal = "-".join(before[-2:]) in _WRONGED_SO
    verb = reading.clauses.left(preposition, ("IN", "RB"))
    is_felt = not _FELT.isdisjoint(before[-3:]) and verb >= 0
    is_felt = is_felt and _stem(reading, verb) in _WRONGED
    if not (is_phrasal or is_felt) or not {"not", "never", "n't"}.isdisjoint(before):
        return SILENT
    holder = reading.clauses.previous_verb(preposition, finite=True)
    is_said = holder < 0 or reading.asserted(holder) > 0
    return Evidence(-int(is_said), by - 2, by - 1, "agent of passive")


def _stem(reading: "Reading", place: int) -> str:
    """Verb of a chunk that is a verb or an adjective made from one: *abandoned*."""
    lemma = reading.chunks[place].lemma
    if reading.clauses.kind(place) != "JJ":
        return lemma
    word = lemma.removesuffix("ed")
    return next((w for w in (word, f"{word}e", f"{word[:-1]}y") if w in _WRONGED), lemma)


def unjustified(reading: "Reading", verb: int) -> Evidence:
    """*there was not enough danger to justify X*, *nothing can justify X*."""
    group = reading.chunks[verb]
    if group.lemma not in ("justify", "warrant", "excuse") or group.passive:
        return SILENT
    before = [word.lower for word in reading.words[max(0, group.first - 8) : group.head]]
    subject = reading.clauses.subjects.get(verb)
    if group.infinitive:
        is_denied = bool({"no", "not", "n't", "little", "insufficient", "nothing"} & set(before))
        holder = reading.clauses.previous_verb(verb)
        is_denied &= reading.chunk_word(holder) in ("be", "have", "exist", "see", "find")
    else:
        is_denied = group.negated and not reading.is_own_side(subject)
        is_denied |= _is_none(reading, subject)
    if not is_denied or group.modal in ("might", "may"):
        return SILENT
    return Evidence(-1, *reading.span(verb), "not justified")


def _is_none(reading: "Reading", index: int | None) -> bool:
    if index is None or index < 0:
        return False
    opening = reading.opening(index)
    return opening in ("no", "nothing", "little", "neither") or reading.is_nobody(index)


def laid_at(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*laid the disaster at the door of X*."""
    door = reading.clauses.left(preposition)
    at = reading.clauses.left(door)
    verb = reading.clauses.previous_verb(preposition)
    is_door = reading.chunk_word(door) in ("door", "feet", "foot", "doorstep")
    if reading.chunk_word(preposition) != "of" or not is_door or reading.chunk_word(at) != "at":
        return SILENT
    if reading.chunk_word(verb) not in ("lay", "place", "put", "lie"):
        return SILENT
    return Evidence(-max(0, reading.event(verb, 1)), *reading.span(verb, door), "blame")


def is_charge(reading: "Reading", verb: int) -> bool:
    """Whether an act is what the speaker accuses somebody of: *accused them of blocking X*."""
    governor = reading.clauses.governor(verb)
    if governor.relation != "of" or reading.clauses.kind(governor.chunk) != "NP":
        return False
    blame = reading.clauses.left(reading.clauses.list_start(governor.chunk))
    is_blame = reading.clauses.kind(blame) == "VG" and reading.chunks[blame].lemma in _CHARGING
    if not is_blame or reading.chunks[verb].negated:
        return False
    return not reading.chunks[blame].negated and reading.event(blame, 1) > 0


def taken_to_court(reading: "Reading", index: int, verb: int) -> Evidence:
    """*have taken X to court*, *will drag X before a judge*."""
    link = reading.clauses.right(index)
    place = reading.chunk_word(reading.clauses.right(link)) if link >= 0 else ""
    is_link = reading.chunk_word(link) in ("to", "before") and place in _COURTS
    if reading.chunks[verb].lemma not in ("take", "bring", "drag", "haul") or not is_link:
        return SILENT
    return Evidence(-max(0, reading.event(verb, 1)), *reading.span(verb, link), "taken to court")


def hindered(reading: "Reading", index: int, verb: int) -> Evidence:
    """*accused A of obstructing X*: for what is said to be hindered; persons are only victims.

    Whom somebody is accused of helping is blamed with him, if the words say that he is bad.
    """
    group = reading.chunks[verb]
    cue = reading.verb_cue(verb, "object")[0]
    is_help = cue is not None and cue.sign > 0 and cue.group in ("support", "help", "further")
    if not (group.lemma in _HINDERING or is_help) or not is_charge(reading, verb):
        return SILENT
    value = reading.value(index)[0]
    if is_help:
        return Evidence(min(0, value), *reading.span(verb), "wrong to support")
    head = reading.words[reading.chunks[index].head]
    lemma = reading.chunks[index].lemma
    is_thing = head.pos in ("NN", "NNS") and lemma not in _SPARED and lemma not in person_words()
    return Evidence(int(is_thing and value >= 0), *reading.span(verb), "wrong to harm")
