"""What is done with things, in plain verbs: *costs us dear*, *uses them as shields*, *includes X*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, first_to_speak
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_SUMS = frozenset({"thousand", "million", "billion", "hundred", "fortune", "job", "life", "sleep"})
_PLACED = frozenset({"place", "position", "equip", "suit", "prepare", "qualify"})
_SHIELDS = read_set("used as")
_USING = frozenset({"use", "treat", "exploit", "hold", "deploy"})
_GETTING_IN = frozenset({"through", "in", "across"})
_GETTING_WORSE = read_set("growing worse")
_ALL_ONE_HAS = frozenset({"everything", "all", "best", "utmost", "hundred"})
_RETAKING = read_set("retaking")
_LANDS = read_set("held ground")
_FATES = frozenset({"fate", "wrath", "justice", "music", "force", "punishment", "retribution"})
_OPEN = frozenset({"may", "might", "could", "must", "should"})


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What a plain verb and what goes with it tell of a clause's subject."""
    if subject < 0 or reading.is_speaker(subject):
        return SILENT
    rule = _BY_VERB.get(reading.chunks[verb].lemma)
    return first_to_speak(rule, reading, subject, verb) if rule else SILENT


def _costs_dear(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X has cost us thousands*, *X cost the club dearly*."""
    group = reading.chunks[verb]
    if group.passive or group.negated or group.modal in _OPEN:
        return SILENT
    whom = reading.clauses.right(verb)
    what = reading.clauses.right(whom)
    words = {word.lower for word in reading.words[group.last + 1 : group.last + 8]}
    is_sum = reading.chunk_word(what) in _SUMS or not words.isdisjoint({"dear", "dearly"})
    if reading.clauses.kind(whom) != "NP" or not is_sum:
        return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb, whom), "effect")


def _well_placed(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is well placed to grow*, *X is poorly equipped to cope*."""
    group = reading.chunks[verb]
    words = {word.lower for word in reading.words[group.first : group.head]}
    act = reading.clauses.right(verb)
    if not group.passive or group.modal in _OPEN or reading.clauses.kind(act) not in ("VG", "IN"):
        return SILENT
    sign = (not words.isdisjoint({"well", "best", "ideally", "perfectly"})) - (
        not words.isdisjoint({"ill", "poorly", "badly", "inadequately"})
    )
    sign = -sign if group.negated else sign
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb), "predicate")


def _uses_as(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is using civilians as shields*, *X treats us as pawns*."""
    group = reading.chunks[verb]
    if group.passive or group.negated or group.modal in _OPEN:
        return SILENT
    whom = reading.clauses.right(verb)
    link = reading.clauses.right(whom)
    if reading.clauses.kind(whom) != "NP" or reading.chunk_word(link) not in ("as", "like"):
        return SILENT
    role = reading.clauses.right(link)
    sign = -int(reading.chunk_word(role) in _SHIELDS)
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb, role), "effect")


def _gets_through(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the aid has to get through*, *the monitors must be let in*."""
    group = reading.chunks[verb]
    is_due = group.modal in ("must", "should") and group.lemma in ("get", "go", "let", "come")
    act = verb
    if group.lemma in ("have", "need") and not group.modal:
        act = reading.clauses.right(verb)
        is_due = reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive
        is_due = is_due and reading.chunk_word(act) in ("get", "go", "let", "come")
    elif group.lemma == "let":
        is_due |= reading.is_obliged(verb)
    if not is_due or reading.value(subject)[0] < 0:
        return SILENT
    after = reading.words[reading.chunks[act].last + 1 : reading.chunks[act].last + 2]
    is_in = any(word.lower in _GETTING_IN for word in after)
    is_let = reading.chunks[act].lemma == "let" and reading.chunks[act].passive
    link = reading.clauses.right(act, ())
    is_bare = reading.clauses.kind(reading.clauses.right(link)) not in ("NP", "VG")
    is_through = any(word.lower == "through" for word in after) and is_bare
    if not (is_through or (is_let and is_in)) or reading.chunks[act].negated:
        return SILENT
    sign = -1 if group.negated else 1
    return Evidence(sign, *reading.span(verb, act), "must come about")


def _will_not_let(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*I am sure that X will not let this happen*, *X won't allow things to get worse*."""
    group = reading.chunks[verb]
    if group.passive or group.modal not in ("will", "wo", "would"):
        return SILENT
    for place in range(verb + 1, min(verb + 9, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind in ("PUNCT", "SUB") or (this.kind == "VG" and this.finite):
            break
        if this.kind == "VG":
            after = reading.words[this.last + 1 : this.last + 2]
            is_worse = this.lemma in _GETTING_WORSE
            is_worse |= this.lemma in ("get", "become") and any(w.lower == "worse" for w in after)
            what = reading.clauses.left(place)
            is_worse |= this.lemma in ("happen", "continue") and reading.chunk_word(what) in (
                "this",
                "that",
                "it",
            )
            sign = int(is_worse) * (1 if group.negated else -1)
            return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb), "effect")
    return SILENT


def _back_to_life(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X has brought the town back to life*, *X breathed new life into it*."""
    group = reading.chunks[verb]
    if group.passive or group.modal in _OPEN:
        return SILENT
    words = [word.lower for word in reading.words[group.last + 1 : group.last + 9]]
    is_back = any(words[i : i + 3] == ["back", "to", "life"] for i in range(len(words)))
    is_new = any(words[i : i + 2] == ["life", "into"] for i in range(len(words)))
    sign = int(is_back or is_new) * (-1 if group.negated else 1)
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb), "effect")


def _gave_all(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the boys gave everything*, *they are playing their hearts out*."""
    group = reading.chunks[verb]
    what = reading.clauses.right(verb)
    if group.passive or group.modal or group.negated or reading.clauses.kind(what) != "NP":
        return SILENT
    ends = reading.clauses.kind(reading.clauses.right(what)) in ("", "PUNCT", "CC", "IN", "RB")
    is_all = group.lemma == "give" and reading.chunk_word(what) in _ALL_ONE_HAS and ends
    after = reading.words[reading.chunks[what].last + 1 : reading.chunks[what].last + 2]
    is_off = any(word.lower in ("off", "out") for word in after)
    own = reading.opening(what) in ("their", "his", "her")
    parts = ("heart", "tail", "sock", "gut", "lung", "butt")
    is_all |= is_off and own and reading.chunk_word(what) in parts
    head = reading.words[reading.chunks[subject].head]
    is_thing = head.pos == "NN" and reading.chunk_word(subject) not in person_words()
    if is_thing and group.lemma == "give" and reading.chunk_word(what) == "all":
        return SILENT
    return Evidence(
        int(is_all) * max(0, reading.asserted(verb)), *reading.span(verb, what), "effect"
    )


def _will_face(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*those who do not lay down their arms will face their fate*."""
    group = reading.chunks[verb]
    what = reading.clauses.right(verb)
    if group.passive or group.negated or group.modal not in ("will", "shall", "must"):
        return SILENT
    sign = -int(reading.chunk_word(what) in _FATES)
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb, what), "threatened")


def _has_to_answer(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X has a lot to answer for*, *X has much to be proud of*."""
    group = reading.chunks[verb]
    if group.passive or group.negated or group.modal:
        return SILENT
    words = [word.lower for word in reading.words[group.last + 1 : group.last + 8]]
    sign = 0
    if words[:1] == ["much"] or words[:2] == ["a", "lot"] or words[:3] == ["a", "great", "deal"]:
        told = words[words.index("to") : words.index("to") + 3] if "to" in words else []
        sign = (told == ["to", "be", "proud"]) - (told[:2] == ["to", "answer"])
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb), "predicate")


def _act_together(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X needs to get its act together*, *X must put its house in order*."""
    group = reading.chunks[verb]
    act = verb
    is_due = group.modal in ("must", "should")
    if group.lemma in ("have", "need") and not group.modal:
        act = reading.clauses.right(verb)
        is_due = reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive
    if not is_due or group.negated or reading.chunk_word(act) not in ("get", "put", "clean"):
        return SILENT
    last = reading.chunks[act].last + 1
    words = [word.lower for word in reading.words[last : last + 4]]
    is_so = words[1:3] in (["act", "together"], ["house", "in"], ["own", "house"], ["act", "up"])
    is_so |= words[:1] == ["up"] and words[2:3] == ["act"]
    return Evidence(-int(is_so), *reading.span(verb, act), "told to stop or go")


def _was_behind(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X was behind the raid*: blamed for it."""
    group = reading.chunks[verb]
    link = reading.clauses.right(verb)
    if group.passive or group.modal in _OPEN or reading.chunk_word(link) != "behind":
        return SILENT
    deed = reading.clauses.right(link)
    is_wrong = reading.chunk_word(deed) in _ATTACKS or (
        reading.clauses.kind(deed) == "NP" and reading.value(deed)[0] < 0
    )
    sign = -int(is_wrong) * (-1 if group.negated else 1)
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb, deed), "blame")


_ATTACKS = read_set("attacks told of")

_BY_VERB = {
    "be": (_was_behind,),
    "cost": (_costs_dear,),
    **dict.fromkeys(_PLACED, (_well_placed,)),
    **dict.fromkeys(_USING, (_uses_as,)),
    **dict.fromkeys(("go", "come"), (_gets_through,)),
    **dict.fromkeys(("get", "need"), (_gets_through, _act_together)),
    **dict.fromkeys(("put", "clean"), (_act_together,)),
    "have": (_gets_through, _act_together, _has_to_answer),
    "let": (_gets_through, _will_not_let),
    **dict.fromkeys(("allow", "permit", "tolerate"), (_will_not_let,)),
    "bring": (_back_to_life,),
    "breathe": (_back_to_life,),
    "inject": (_back_to_life,),
    **dict.fromkeys(("give", "play", "work", "fight", "run", "sing", "dance"), (_gave_all,)),
    "face": (_will_face,),
    "meet": (_will_face,),
}
"""Rules by the verb that they are about."""


def of_object(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """What is told of the object of a plain verb."""
    group = reading.chunks[verb]
    if group.passive:
        return SILENT
    if group.lemma in ("wish", "trust"):
        return _wished_or_trusted(reading, index, verb, depth)
    if group.lemma in ("include", "involve", "feature"):
        return _included(reading, verb, depth)
    if group.lemma in ("give", "get", "receive"):
        return _welcomed(reading, index, verb, depth)
    if group.lemma in _REMAKING:
        return _made_better(reading, verb)
    return _not_such(reading, index, verb)


_WISHED = frozenset({"strength", "recovery", "luck", "well", "success", "courage", "health"})


def _wished_or_trusted(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """*wished X a speedy recovery*, *voters can trust X*."""
    group = reading.chunks[verb]
    if group.lemma == "trust":
        subject = reading.clauses.subjects.get(verb)
        if subject is None or subject < 0 or group.modal not in ("can", "could"):
            return SILENT
        if reading.is_own_side(subject) or group.negated:
            return SILENT
        is_all = reading.chunk_word(subject) in _ANYBODY
        return Evidence(
            int(is_all) * max(0, reading.asserted(verb)), *reading.span(verb), "trusted"
        )
    good = reading.clauses.right(index, ())
    sign = int(reading.chunk_word(good) in _WISHED) * max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, good), "wished well")


_ANYBODY = frozenset({"voter", "people", "public", "citizen", "resident", "reader", "you"})
_FACTS = read_set("told as facts")


def is_plain_fact(reading: "Reading", index: int, verb: int) -> bool:
    """Whether something is only said to be so: *confirmed the death of two soldiers*."""
    return reading.chunk_word(verb) == "confirm" and reading.chunk_word(index) in _FACTS


_RECEPTIONS = frozenset({"reception", "welcome", "response", "hearing", "verdict"})
_COOL = frozenset({"cool", "cold", "frosty", "icy", "lukewarm", "muted", "hostile", "chilly"})
_WARM = frozenset({"warm", "rapturous", "enthusiastic", "rousing", "generous", "ecstatic"})


def _welcomed(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """*investors gave X a cool reception*."""
    what = reading.clauses.right(index, ())
    if reading.chunk_word(what) not in _RECEPTIONS or reading.chunk_word(verb) != "give":
        return SILENT
    phrase = reading.chunks[what]
    words = {word.lower for word in reading.words[phrase.first : phrase.head]}
    sign = (not words.isdisjoint(_WARM)) - (not words.isdisjoint(_COOL))
    sign *= max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, what), "received so")


def _included(reading: "Reading", verb: int, depth: int) -> Evidence:
    """*wants to include X*, *wants a council that does not include X*."""
    group = reading.chunks[verb]
    governor = reading.clauses.governor(verb)
    sign = 0
    if governor.relation == "relative" and group.finite:
        whole = reading.toward(governor.chunk, depth + 1).sign
        sign = max(0, whole) * (-1 if group.negated else 1)
    elif group.infinitive and governor.relation in ("to", "to object", "for"):
        sign = reading.event(verb, depth + 1)
    elif group.modal in ("must", "should"):
        sign = max(0, reading.asserted(verb)) * (-1 if group.negated else 1)
    return Evidence(sign, *reading.span(verb), "to be part of it")


_REMAKING = frozenset(
    {"redesign", "redevelop", "rebuild", "refurbish", "adapt", "upgrade", "update"}
)


def _made_better(reading: "Reading", verb: int) -> Evidence:
    """*we redesigned X to make it a fairer test*: one's own thing, made better."""
    if not reading.is_own_side(reading.clauses.subjects.get(verb)) or reading.chunks[verb].negated:
        return SILENT
    for place in range(verb + 1, min(verb + 7, len(reading.chunks) - 1)):
        this = reading.chunks[place]
        if this.kind == "VG" and this.finite:
            break
        if this.kind == "VG" and this.lemma == "make":
            it = reading.clauses.right(place)
            told = reading.clauses.right(it)
            if reading.chunk_word(it) not in ("it", "they", "them") or told < 0:
                break
            sign = _praise_in(reading, told)
            return Evidence(sign, *reading.span(verb, told), "made better")
    return SILENT


def _praise_in(reading: "Reading", told: int) -> int:
    """1 if a phrase or the one after it holds praise: *a fairer test*, *fairer*, *more fair*."""
    for place in (told, reading.clauses.right(told)):
        if reading.clauses.kind(place) not in ("NP", "JJ"):
            continue
        if reading.predicate(place)[0] > 0:
            return 1
        phrase = reading.chunks[place]
        for word in reading.words[phrase.first : phrase.last + 1]:
            if word.lower in _BETTER:
                return 1
    return 0


_BETTER = read_set("made better")


def _not_such(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we don't need rules that get in the way*: a thing with its fault."""
    outer = verb
    while not reading.chunks[outer].finite and reading.chunks[outer].infinitive:
        before = reading.clauses.left(outer)
        if reading.clauses.kind(before) != "VG":
            return SILENT
        outer = before
    group = reading.chunks[outer]
    if not group.negated or group.lemma not in ("need", "want"):
        return SILENT
    link = reading.clauses.right(reading.clauses.list_start(index))
    while reading.clauses.kind(link) in ("CC", "NP"):
        link = reading.clauses.right(link)
    fault = reading.clauses.right(link)
    if reading.chunk_word(link) not in ("that", "which", "who") or fault < 0:
        return SILENT
    if reading.clauses.kind(fault) != "VG" or reading.chunks[fault].negated:
        return SILENT
    cue = reading.act_cue(fault, "subject")[0]
    if cue is None or cue.sign > 0 or not reading.is_own_side(reading.clauses.subjects.get(outer)):
        return SILENT
    return Evidence(-1, *reading.span(outer, fault), "not needed")


def by_link(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*retake every village from X*, *is under no illusion about X*."""
    link = reading.chunk_word(preposition)
    if link == "from":
        found = _gained_from(reading, preposition)
        return found if found.sign else _taken_from(reading, index, preposition, depth)
    if link == "on":
        return _voted(reading, preposition, depth)
    if link == "for":
        return _avenged(reading, preposition, depth)
    if link == "about":
        noun = reading.clauses.left(preposition)
        if reading.chunk_word(noun) == "illusion" and reading.opening(noun) in ("no", "few"):
            return Evidence(-1, *reading.span(noun), "no illusion")
    return SILENT


def _voted(reading: "Reading", preposition: int, depth: int) -> Evidence:
    """*will vote no on X*, *voted yes on X*."""
    word = reading.words[reading.chunks[preposition].first - 1].lower
    verb = reading.clauses.previous_verb(preposition)
    if word not in ("no", "yes", "nay", "aye") or reading.chunk_word(verb) != "vote":
        return SILENT
    sign = 1 if word in ("yes", "aye") else -1
    return Evidence(sign * reading.event(verb, depth + 1), *reading.span(verb), "voted")


def _avenged(reading: "Reading", preposition: int, depth: int) -> Evidence:
    """*vowed revenge for X*: a wrong."""
    noun = reading.clauses.left(preposition)
    verb = reading.clauses.left(noun)
    if reading.chunk_word(noun) not in ("revenge", "vengeance", "retaliation", "retribution"):
        return SILENT
    if reading.chunk_word(verb) not in ("vow", "seek", "take", "threaten", "promise", "want"):
        return SILENT
    sign = -max(0, reading.event(verb, depth + 1))
    return Evidence(sign, *reading.span(verb, noun), "avenged")


def _gained_from(reading: "Reading", preposition: int) -> Evidence:
    """*much could be gained from X*, *there is nothing to learn from X*."""
    verb = reading.clauses.left(preposition)
    group = reading.chunks[verb]
    if group.lemma not in ("gain", "learn", "win") or not group.passive or group.negated:
        return SILENT
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0 or reading.asserted(verb) <= 0:
        return SILENT
    word = reading.chunk_word(subject)
    sign = (word in ("much", "lot", "deal")) - (word in ("little", "nothing"))
    return Evidence(sign, *reading.span(subject, verb), "gained from")


def _taken_from(reading: "Reading", index: int, preposition: int, depth: int) -> Evidence:
    """*is determined to retake every village from X*, *liberated the town from X*."""
    verb = reading.clauses.previous_verb(preposition)
    if verb < 0 or reading.chunk_word(verb) not in _RETAKING or reading.chunks[verb].passive:
        return SILENT
    thing = reading.clauses.left(preposition)
    start = reading.clauses.phrase_start(thing)
    if reading.clauses.left(start) != verb or reading.chunk_word(index) in _LANDS:
        return SILENT
    if reading.clauses.kind(start) != "NP":
        return SILENT
    return Evidence(
        -max(0, reading.event(verb, depth + 1)), *reading.span(verb, start), "taken from"
    )
