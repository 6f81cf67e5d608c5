"""How the parts of a sentence add up to a stance where no verb takes the target as its object.

Whoever's deed is judged, whoever's wrong may not go on, what is owed to somebody: each rule takes a
`helpers.stance_reading.Reading` and the places of its chunks, and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_holders as holders
from helpers.stance_cues import SILENT, Evidence, cues, judging_adjective
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_DOUBTED = read_set("doubted")
_SHARES = read_set("shares")
_SHOWING = read_set("showing")
_VALUES = read_set("values")
_OFFENDING = read_set("offending")
_IDLE = read_set("idle")
_TOLERATED = read_set("tolerated")
_LETTING = read_set("letting")
_WAYS = read_set("ways")
_RESOLVE = read_set("resolve")
_SUFFERING = read_set("suffering")
_GETTING_WORSE = read_set("getting worse")
_GROWING = read_set("growing")
_COMING_ABOUT = read_set("coming about")
_TIES = read_set("ties")
_CUTTING = read_set("cutting")
_FOSTERING = read_set("fostering")
_ANSWERABLE = read_set("answerable")
_JUSTICE = read_set("justice")
_GIVING = read_set("giving")
_HARMING = read_set("harming")
_INNOCENT = read_set("innocent")
_DEPLORING = read_set("deploring")
_WELCOMING = read_set("welcoming")
_AFFRONTS = read_set("affronts")
_FAILING = read_set("failing")
_KEPT = frozenset(
    {
        "withdraw",
        "drop",
        "stop",
        "halt",
        "suspend",
        "end",
        "scrap",
        "shelve",
        "ditch",
        "renounce",
        "relinquish",
        "revoke",
        "rescind",
    }
    | {"repeal", "cede", "forsake", "desert", "abandon", "cancel", "abolish", "betray", "give up"}
)
_PAYING = frozenset({"pay", "compensate", "reimburse", "reinstate"})
_PAID_OUT = read_set("paid out")
_OCCASIONS = read_set("occasions")
_NOBODYS_FAULT = frozenset(
    {"quake", "earthquake", "storm", "flood", "rain", "drought", "heat", "disease", "hurricane"}
    | {"accident", "cold", "hunger", "injury", "wound", "illness", "weather", "eruption", "fire"}
)
_SAVING = frozenset({"but", "than", "except"})


def judged_deed(reading: "Reading", noun: int, first: int) -> Evidence:
    """What an adjective says of whoever's deed it is: *the reckless decisions of X*.

    Adjectives count from word `first` on.
    """
    phrase = reading.chunks[noun]
    pair = f"{reading.words[phrase.head - 1].lower} {phrase.lemma}" if phrase.head else ""
    if ("noun", pair, "author") in cues() and not is_doubted(reading, noun):  # double standards
        return Evidence(-1, phrase.head - 1, phrase.head, "author of a wrong")
    deed = cues().get(("noun", phrase.lemma, "owner"))
    if deed is None or deed.group != "act" or is_doubted(reading, noun):
        return SILENT
    for place in range(first, phrase.head):
        word = reading.words[place]
        cue = judging_adjective(word.lower)
        if cue and word.pos != "NNP" and (cue.sign < 0 or cue.group != "matter"):
            return Evidence(cue.sign, place, phrase.head, "deed judged")
    return SILENT


def is_doubted(reading: "Reading", noun: int) -> bool:
    """Whether a deed is only alleged, denied, or said not to be one."""
    phrase = reading.chunks[noun]
    verb = reading.clauses.left(noun)
    words = {word.lower for word in reading.words[phrase.first : phrase.head]}
    is_negated = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].negated
    return bool(words & _DOUBTED) or is_negated or holders.is_denied(reading, noun)


def share_in_wrong(reading: "Reading", noun: int, wrong: int) -> Evidence:
    """*first findings show the involvement of X in the massacre*: said to be so, or held to him."""
    if reading.chunks[noun].lemma not in _SHARES or is_doubted(reading, noun):
        return SILENT
    verb = reading.clauses.left(noun)
    if reading.clauses.kind(verb) == "IN":
        verb = reading.clauses.left(verb)
    is_shown = reading.clauses.kind(verb) == "VG" and reading.chunks[verb].lemma in _SHOWING
    if reading.chunk_word(reading.clauses.left(wrong)) != "in" or not is_shown:
        return SILENT
    sign, word = reading.value(wrong)
    if sign >= 0:
        return SILENT
    return Evidence(-1, reading.chunks[noun].first, word, "share in a wrong")


def offended(reading: "Reading", noun: int) -> Evidence:
    """*the raid betrays the values of X*: what is held up against a wrong is held dear."""
    if reading.chunks[noun].lemma not in _VALUES:
        return SILENT
    for place in range(noun - 1, max(-1, noun - 16), -1):
        this = reading.chunks[place]
        if this.kind == "VG":
            goes_against = this.lemma in ("go", "run", "be", "stand", "fly") and any(
                c.lemma in ("against", "counter", "contrary", "incompatible", "odds", "face")
                for c in reading.chunks[place + 1 : noun]
            )
            if (this.lemma in _OFFENDING or goes_against) and not this.negated:
                return Evidence(max(0, reading.asserted(place)), *reading.span(place), "offended")
            return SILENT
        if this.kind in ("SUB", "JJ") and this.lemma not in ("counter", "contrary"):
            return SILENT
    return SILENT


def is_refused(reading: "Reading", verb: int) -> bool:
    """Whether the speaker's side will not, cannot or must not do an act."""
    group = reading.chunks[verb]
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    modal = group.modal in ("will", "would", "can", "could", "must", "should", "wo", "ca", "cannot")
    return own and group.negated and (modal or group.finite)


def let_happen(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*we cannot stand by while X burns villages*."""
    opening = subject - 1 if subject >= 0 else -1
    if reading.chunk_word(opening) not in ("while", "as", "when", "whilst"):
        return SILENT
    idle = reading.clauses.previous_verb(opening)
    if idle < 0 or not _is_idleness_refused(reading, idle):
        return SILENT
    cue = reading.verb_cue(verb, "subject")[0]
    sign = cue.sign if cue else -1
    return Evidence(min(0, sign), *reading.span(idle, opening), "not to go on")


def watched(reading: "Reading", verb: int, following: int) -> Evidence:
    """*we cannot sit back and watch X burn villages*."""
    is_act = reading.clauses.kind(following) == "VG"
    if reading.chunks[verb].lemma not in ("watch", "see", "let") or not is_act:
        return SILENT
    before = reading.clauses.previous_verb(verb)
    refused = is_refused(reading, verb) or (
        before >= 0 and _is_idleness_refused(reading, before) and verb - before < 5
    )
    cue = reading.verb_cue(following, "subject")[0] or reading.verb_cue(following, "object")[0]
    if not refused or cue is None or cue.sign > 0:
        return SILENT
    return Evidence(-1, *reading.span(verb), "not to go on")


def _is_idleness_refused(reading: "Reading", verb: int) -> bool:
    return reading.chunks[verb].lemma in _IDLE and is_refused(reading, verb)


def victim_of_permitted(reading: "Reading", verb: int) -> bool:
    """Whether an act is one that the speaker won't let others do: *cannot let X shell them*."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if reading.clauses.kind(outer) != "VG" or reading.chunks[outer].lemma not in _LETTING:
        return False
    return governor.relation in ("to object", "to", "from", "relative", "gerund", "purpose")


def not_tolerated(reading: "Reading", verb: int) -> Evidence:
    """*X will not be tolerated*, *X cannot be allowed to go on*."""
    group = reading.chunks[verb]
    is_barred = group.modal in ("will", "would", "can", "could", "cannot", "wo", "ca", "must")
    if not (group.negated and is_barred and group.lemma in _TOLERATED):
        return SILENT
    act = reading.clauses.right(verb)
    if reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive:
        frame = reading.verb_cue(act, "subject")[0]
        if frame and frame.sign > 0:
            return SILENT
        if reading.chunks[act].lemma in _FAILING and reading.clauses.kind(
            reading.clauses.right(act)
        ) not in ("NP", "IN"):  # must not be allowed to close
            return Evidence(max(0, reading.asserted(verb)), *reading.span(verb, act), "kept")
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(verb), "not to go on")


def no_way_but(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X has no choice but to resign*."""
    way = reading.clauses.right(verb)
    if reading.chunks[verb].lemma != "have" or reading.clauses.kind(way) != "NP":
        return SILENT
    is_none = reading.opening(way) == "no"
    if not is_none or reading.chunks[way].lemma not in _WAYS:
        return SILENT
    return _only_to_go(reading, way)


def no_way_for(reading: "Reading", noun: int) -> Evidence:
    """*there is no option for X but to resign*."""
    is_none = reading.opening(noun) == "no"
    if not is_none or reading.chunks[noun].lemma not in _WAYS:
        return SILENT
    return _only_to_go(reading, noun)


def _only_to_go(reading: "Reading", way: int) -> Evidence:
    is_saved = False
    for act in range(way + 1, min(way + 8, len(reading.chunks))):
        this = reading.chunks[act]
        is_saved |= this.lemma in _SAVING
        if this.kind == "VG":
            cue = reading.verb_cue(act, "yield")[0] if is_saved and this.infinitive else None
            return Evidence(-1, *reading.span(way, act), "told to stop or go") if cue else SILENT
    return SILENT


def doer_of_what(reading: "Reading", subject: int, verb: int, depth: int) -> Evidence:
    """*we agree with what X is saying*, *we condemn what X did*, *what X is doing is a crime*."""
    what = reading.clauses.left(subject) if subject >= 0 else -1
    if reading.chunk_word(what) not in ("what", "how", "way", "manner"):
        return SILENT
    outer = reading.clauses.left(what)
    frame = "object"
    if reading.clauses.kind(outer) == "IN":
        frame = reading.chunks[outer].lemma
        outer = reading.clauses.left(outer)
    if outer < 0 and reading.chunk_word(what) in ("what", "way", "manner"):
        return verdict_on_what(reading, verb)
    if reading.clauses.kind(outer) != "VG":
        return SILENT
    cue, last = reading.verb_cue(outer, frame)
    if cue is None or cue.group not in ("support", "criticise", "praise", "oppose"):
        return SILENT
    sign = cue.sign * reading.event(outer, depth + 1)
    return Evidence(sign, *reading.span(outer, last), "doer of what is judged")


def verdict_on_what(reading: "Reading", verb: int) -> Evidence:
    """*what X is doing is a crime*, from its first verb or subject on."""
    is_inside = reading.chunks[verb].kind == "VG"
    for place in range(verb + 1, min(verb + 12, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind == "VG" and this.finite and not is_inside:
            is_inside = True  # the verb of what is judged
        elif this.kind == "VG" and this.finite:
            if this.lemma != "be":
                return SILENT
            sign, word = reading.predicate(reading.clauses.right(place))
            sign *= -1 if this.negated else 1
            return Evidence(sign, word, word, "doer of what is judged")
    return SILENT


def aim_of(reading: "Reading", act: int) -> int | None:
    """Verb whose aim an infinitive tells: *we met in order to save X*, *have them abide by X*."""
    if not reading.chunks[act].infinitive:
        return None
    order = reading.clauses.left(act)
    link = reading.clauses.left(order)
    if reading.chunk_word(order) == "order" and reading.chunk_word(link) == "in":
        verb = reading.clauses.previous_verb(link)
        return verb if verb >= 0 else None
    governor = reading.clauses.governor(act)
    is_caused = governor.relation == "to object" and reading.clauses.kind(governor.chunk) == "VG"
    if is_caused and reading.chunks[governor.chunk].lemma in ("have", "get", "make"):
        return governor.chunk if reading.chunks[governor.chunk].infinitive else None
    return None


def is_resolved(reading: "Reading", act: int) -> bool:
    """Whether an act is one the speaker's side is set on: *won't shake our resolve to reach X*."""
    noun = reading.clauses.left(act)
    if reading.clauses.kind(noun) != "NP" or not reading.chunks[act].infinitive:
        return False
    phrase = reading.chunks[noun]
    opening = reading.words[phrase.first].lower
    is_own = opening in ("our", "my") or (opening in ("its", "his", "her") and not reading.quoted)
    verb = reading.clauses.left(noun)
    is_shaken = reading.clauses.kind(verb) == "VG" and not reading.is_speaker(
        reading.clauses.subjects.get(verb)
    )
    return is_own and is_shaken and phrase.lemma in _RESOLVE


def cause(reading: "Reading", preposition: int) -> Evidence:
    """*great progress was made thanks to X*, *the crisis is due to X*: the sign of what came."""
    link = reading.clauses.left(preposition)
    words = (reading.chunk_word(link), reading.chunk_word(preposition))
    is_result = words in (("result", "of"), ("consequence", "of"))
    if is_result and reading.chunk_word(reading.clauses.left(link)) == "as":
        link = reading.clauses.left(link)  # died as a result of X
        if reading.chunk_word(reading.clauses.right(preposition)) in _NOBODYS_FAULT:
            return SILENT
        words = ("because", "of")
        lamented = _lamented_before(reading, link)
        if lamented.sign:
            return lamented
    if words not in (("due", "to"), ("thank", "to"), ("thanks", "to"), ("because", "of")):
        return SILENT
    verb = reading.clauses.previous_verb(link, finite=True)
    subject = reading.clauses.subjects.get(verb) if verb >= 0 else None
    if subject is None or subject < 0:
        return SILENT
    value, word = reading.value(subject)
    group = reading.chunks[verb]
    if group.lemma == "be" and words == ("because", "of") and not group.negated:
        value, word = reading.predicate(reading.clauses.right(verb))  # food is scarce because of X
        return Evidence(min(0, value) * max(0, reading.asserted(verb)), word, word, "cause")
    if group.lemma in _SUFFERING and not group.negated and words == ("because", "of"):
        sign = -max(0, reading.asserted(verb))  # patients had died because of X
        return Evidence(sign, *reading.span(verb), "cause")
    link = reading.clauses.right(subject)
    if not value and reading.chunk_word(link) == "of":  # thousands of lives were saved
        value, word = reading.value(reading.clauses.right(link))
    undone = reading.verb_cue(verb, "object")[0] if group.passive else None
    direction = undone.sign if undone and undone.group in ("end", "further", "harm") else 0
    if group.lemma in _COMING_ABOUT or (undone and undone.group == "light"):
        direction = 1
    sign = value * direction * (-1 if group.negated else 1)
    return Evidence(sign * max(0, reading.asserted(verb)), word, word, "cause")


def _lamented_before(reading: "Reading", link: int) -> Evidence:
    """*alarmed by the deaths suffered as a result of X*: a harm that the speaker laments."""
    for place in range(link - 1, max(-1, link - 9), -1):
        this = reading.chunks[place]
        if this.kind in ("SUB", "PUNCT") or (this.kind == "VG" and this.finite):
            break
        value, word = reading.value(place) if this.kind == "NP" else (0, -1)
        if value < 0 and reading.toward(place, 1).sign < 0:
            return Evidence(-1, word, word, "cause")
    return SILENT


def to_blame(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the war could escalate because X is sending arms*: what comes of it is on the doer."""
    clauses = reading.clauses
    if reading.chunk_word(clauses.left(subject)) != "because":
        return SILENT
    main = clauses.previous_verb(clauses.left(subject), finite=True)
    what = clauses.subjects.get(main) if main >= 0 else None
    if what is None or what < 0 or reading.chunks[main].negated:
        return SILENT
    lemma = reading.chunks[main].lemma
    is_bad = lemma in _SUFFERING | _GETTING_WORSE or (
        lemma in _GROWING and reading.value(what)[0] < 0
    )
    return Evidence(-int(is_bad), *reading.span(verb), "cause")


def unlike(reading: "Reading", preposition: int) -> Evidence:
    """*unlike X, I kept my word*."""
    if reading.chunk_word(preposition) != "unlike":
        return SILENT
    for verb in range(preposition, len(reading.chunks)):
        if reading.chunks[verb].kind == "VG" and reading.chunks[verb].finite:
            own = reading.is_speaker(reading.clauses.subjects[verb])
            return Evidence(-int(own), *reading.span(preposition), "compared")
    return SILENT


def ties(reading: "Reading", noun: int, preposition: int, depth: int) -> Evidence:
    """*we are severing ties with X*, *we want to restore relations with X*."""
    verb = reading.clauses.left(noun, ("RB", "IN")) if noun >= 0 else -1
    if (
        reading.chunk_word(preposition) not in ("with", "to")
        or reading.chunk_word(noun) not in _TIES
        or reading.clauses.kind(verb) != "VG"
    ):
        return SILENT
    act = reading.chunks[verb].lemma
    sign = (act in _FOSTERING) - (act in _CUTTING)
    attitude = reading.event(verb, depth + 1)
    return Evidence(sign * max(0, attitude), *reading.span(verb, noun), "ties")


def owed_or_held(reading: "Reading", verb: int) -> int:
    """1 in *X must be given help*, -1 in *X must be held accountable*, else 0."""
    group = reading.chunks[verb]
    following = reading.clauses.right(verb)
    if group.lemma == "hold":
        place = following
        if reading.chunk_word(place) == "to":
            place = reading.clauses.right(place)
        return -int(reading.chunk_word(place) in _ANSWERABLE)
    if group.lemma == "bring" and reading.chunk_word(following) == "to":
        return -int(reading.chunk_word(reading.clauses.right(following)) in _JUSTICE)
    if group.lemma == "try" and group.infinitive:  # to be tried
        return -1
    if group.lemma == "leave":  # to be left in peace
        last = following if reading.chunk_word(following) != "in" else following + 1
        return int(reading.chunk_word(last) in ("alone", "peace"))
    subject = reading.clauses.subjects.get(verb)
    if group.lemma in _PAYING and subject is not None and subject >= 0:
        return int(reading.chunk_word(subject) not in _PAID_OUT)  # the nurses must be paid
    if group.lemma in _GIVING and reading.clauses.kind(following) == "NP":
        return 1 if reading.value(following)[0] >= 0 else -1
    return 0


def _had_no_part(reading: "Reading", verb: int) -> bool:
    """*her client had no part in the raid*, not *will have no part in it*."""
    group = reading.chunks[verb]
    part = reading.clauses.right(verb)
    is_past = reading.words[group.first].pos == "VBD"
    if group.lemma != "have" or group.modal or not is_past or reading.clauses.kind(part) != "NP":
        return False
    is_none = group.negated or reading.opening(part) == "no"
    in_it = reading.chunk_word(reading.clauses.right(part)) == "in"
    return is_none and in_it and reading.chunk_word(part) in ("part", "role", "hand", "involvement")


def cleared(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X did not attack any civilian*, *the deal is not about closing schools*: a charge denied."""
    group = reading.chunks[verb]
    following = reading.clauses.right(verb)
    if _had_no_part(reading, verb) and reading.asserted(verb) > 0:
        return Evidence(1, *reading.span(verb, following), "charge denied")
    if not group.negated or group.modal or group.passive or reading.asserted(verb) <= 0:
        return SILENT
    if subject < 0 or reading.words[reading.chunks[subject].head].lower in ("i", "we"):
        return SILENT
    charged = SILENT
    if group.lemma == "be" and reading.chunk_word(following) == "about":
        act = reading.clauses.right(following)
        cue = reading.verb_cue(act, "object")[0] if reading.clauses.kind(act) == "VG" else None
        if cue and cue.group in ("end", "harm"):
            charged = Evidence(1, *reading.span(verb, act), "charge denied")
        return charged
    cue = reading.verb_cue(verb, "object")[0]
    place = following
    if reading.clauses.kind(place) == "IN":
        place = reading.clauses.right(place)
    if group.lemma not in _HARMING and not (cue and cue.group == "harm"):
        return SILENT
    if reading.clauses.kind(place) == "NP":
        phrase = reading.chunks[place]
        words = {w.lower for w in reading.words[phrase.first : phrase.last + 1]}
        if words & _INNOCENT or phrase.lemma in _INNOCENT:
            charged = Evidence(1, *reading.span(verb, place), "charge denied")
    return charged


def is_occasion(reading: "Reading", verb: int) -> bool:
    """Whether a clause names the day or the moment: *this is a great day*."""
    following = reading.clauses.right(verb)
    return reading.chunks[verb].lemma == "be" and reading.chunk_word(following) in _OCCASIONS


def felt_deed(reading: "Reading", verb: int) -> Evidence:
    """*we regret that X broke its promise*, *we welcome that X came back*: whoever did it."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    group = reading.chunks[verb]
    if governor.relation != "that" or reading.clauses.kind(outer) != "VG" or group.passive:
        return SILENT
    act = reading.chunks[outer]
    sign = (act.lemma in _WELCOMING) - (act.lemma in _DEPLORING)
    own = reading.is_own_side(reading.clauses.subjects.get(outer))
    if not sign or not own or act.negated or group.lemma in ("be", "have") or group.modal:
        return SILENT
    return Evidence(sign, *reading.span(outer), "deed welcomed or deplored")


def is_deplored(reading: "Reading", verb: int) -> bool:
    """Whether a verb says that the speaker is sorry for what others did: *we regret that …*."""
    group = reading.chunks[verb]
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    return group.lemma in _DEPLORING and own and not group.negated


def harmed(reading: "Reading", noun: int, preposition: str) -> Evidence:
    """*the law is an insult to X*, *is an attack on X*: what is wronged is held dear."""
    verb = reading.clauses.left(noun)
    phrase = reading.chunks[noun]
    if phrase.lemma not in _AFFRONTS or preposition not in ("to", "on", "against"):
        return SILENT
    is_no = reading.words[phrase.first].lower in ("no", "any")
    if reading.clauses.kind(verb) != "VG" or is_no:
        return SILENT
    if reading.chunks[verb].lemma not in ("be", "constitute", "represent", "remain"):
        return SILENT
    group = reading.chunks[verb]
    if group.negated or group.modal in ("might", "may", "could"):
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), phrase.first, phrase.head, "wronged")


def harm_from(reading: "Reading", noun: int, depth: int) -> Evidence:
    """*concern over the damage from X*: whoever a lamented harm comes from."""
    value, word = reading.value(noun)
    if value >= 0 or is_doubted(reading, noun):
        return SILENT
    outer = reading.toward(noun, depth + 1)
    return Evidence(min(0, outer.sign), word, word, "harm from")


def held_responsible(reading: "Reading", index: int) -> Evidence:
    """*X fully responsible for the massacre*, after *consider* or *hold* outside the words read."""
    place = reading.clauses.right(index)
    before = reading.clauses.left(index)
    wrong = reading.clauses.right(reading.clauses.right(place)) if place >= 0 else -1
    if before >= 0 or reading.chunk_word(place) != "responsible" or wrong < 0:
        return SILENT
    sign, word = reading.value(wrong)
    return Evidence(min(0, sign), reading.chunks[place].first, max(word, 0), "held responsible")


def is_kept(reading: "Reading", verb: int) -> bool:
    """Whether an act not done keeps a thing: *will not abandon X*, *no intention of dropping X*."""
    governor = reading.clauses.governor(verb).chunk
    group = reading.chunks[verb]
    is_refused = group.negated and group.modal in ("will", "would", "wo", "shall", "can", "cannot")
    is_far = reading.chunk_word(governor) in ("intention", "plan", "desire", "wish")
    word = f"{group.lemma} {reading.chunk_word(reading.clauses.right(verb, ()))}"
    return (is_refused or is_far) and (group.lemma in _KEPT or word in _KEPT)
