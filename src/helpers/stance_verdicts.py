"""Verdicts on the subject of a clause: done well, does not work, is no answer, brings more harm.

Each function takes a `helpers.stance_reading.Reading` and a clause's verb, and gives the direction
of what the clause says of its subject (0 if it has no say) with the last chunk that shows it.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import cues, judging_adjective
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

Verdict = tuple[int, int]

_WORK_DONE = read_set("work done")
_QUALITIES = read_set("qualities")
_TITLES_TO_ACT = read_set("titles to act")
_ANSWERS = read_set("answers")
_BASE_MOTIVES = read_set("base motives")
_BETTER_FEWER = read_set("better fewer")
_BETTER_MORE = read_set("better more")
_UPWARD = read_set("upward")
_DOWNWARD = read_set("downward")
_DRIVING = read_set("driving")
_MORE = read_set("more of it")
_FEWER = read_set("less of it")
_BRINGING = read_set("bringing about")
_OPEN = read_set("possibility")
_VERDICTS_PASSED = frozenset({"praise", "criticise", "accuse", "support"})


def _ends(reading: "Reading", place: int) -> bool:
    return place < 0 or reading.clauses.kind(place) == "PUNCT"


def _works(reading: "Reading", verb: int) -> Verdict:
    """*the law is working*, *the sanctions have not worked*; people just work."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if group.lemma != "work" or group.passive or subject is None or subject < 0:
        return 0, verb
    head = reading.words[reading.chunks[subject].head]
    is_thing = head.pos in ("NN", "NNS") and reading.chunks[subject].lemma not in person_words()
    after = reading.clauses.right(verb, ())
    if reading.chunk_word(after) in ("well", "fine", "perfectly"):
        after = reading.clauses.right(after, ())
    if not is_thing or group.modal in _OPEN or not _ends(reading, after):
        return 0, verb
    return (-1 if group.negated else 1), verb


def _does_well(reading: "Reading", verb: int) -> Verdict:
    """*X did a great job*, *X has done terrible work*."""
    group = reading.chunks[verb]
    work = reading.clauses.right(verb)
    is_life = group.lemma in ("lead", "live") and reading.chunk_word(work) == "life"
    if (group.lemma != "do" and not is_life) or group.negated or group.modal in _OPEN:
        return 0, verb  # led an honest life
    is_work = is_life or reading.chunk_word(work) in _WORK_DONE
    if reading.clauses.kind(work) != "NP" or not is_work:
        return 0, verb
    phrase = reading.chunks[work]
    for word in reading.words[phrase.first : phrase.head]:
        cue = judging_adjective(word.lower)
        if cue:
            return cue.sign, work
    return 0, verb


def _lacks(reading: "Reading", verb: int) -> Verdict:
    """*X doesn't have the nerve to act*, *X has no right to speak*, *X has no plan*."""
    group = reading.chunks[verb]
    thing = reading.clauses.right(verb)
    if reading.clauses.kind(thing) != "NP" or group.modal or group.passive:
        return 0, verb
    word = reading.chunk_word(thing)
    act = reading.clauses.right(thing)
    opening = reading.opening(thing)
    to_act = reading.clauses.kind(act) == "VG" and reading.chunks[act].infinitive
    is_none = group.lemma == "have" and (group.negated or opening == "no")
    if not is_none and group.lemma != "lack":
        return 0, verb
    needs = word in _QUALITIES or (word in _TITLES_TO_ACT and (to_act or opening == "no"))
    return -int(needs), act if to_act else thing


def _is_answer(reading: "Reading", verb: int) -> Verdict:
    """*X is the answer*, *X is no solution*, *X should no longer be our way of working*."""
    group = reading.chunks[verb]
    thing = reading.clauses.right(verb)
    if group.lemma != "be" or reading.clauses.kind(thing) != "NP" or group.modal in _OPEN:
        return 0, verb
    phrase = reading.chunks[thing]
    words = [word.lower for word in reading.words[phrase.first : phrase.head + 1]]
    if words[:2] == ["the", "last"] and words[-1] in ("thing", "person", "man", "woman"):
        return (0 if group.negated else -1), thing
    between = [word.lower for word in reading.words[group.first : phrase.first]]
    is_denied = group.negated or "longer" in between or words[0] == "no"
    if is_denied and reading.is_obliged(verb) and reading.value(thing)[0] == 0:
        return -1, thing
    is_one = words[0] in ("the", "our", "an", "no", "part")
    is_any = words[-1] in _ANSWERS and len(words) <= 3 and is_one
    is_any &= not {"wrong", "worst", "bad", "poor"}.intersection(words)
    return (int(is_any) * (-1 if is_denied else 1)), thing


def _is_about(reading: "Reading", verb: int) -> Verdict:
    """*X is all about money*, *X is only about votes*."""
    group = reading.chunks[verb]
    last = min(len(reading.words), group.last + 6)
    words = [word.lower for word in reading.words[group.last + 1 : last]]
    if group.lemma != "be" or group.negated or words[1:2] not in (["about"], ["than"]):
        return 0, verb
    if words[0] not in ("all", "only", "just", "purely", "simply", "solely", "merely"):
        return 0, verb
    place = reading.clauses.right(reading.clauses.right(verb))
    while place >= 0 and reading.clauses.kind(place) in ("IN", "RB", "JJ"):
        place = reading.clauses.right(place)
    return -int(reading.chunk_word(place) in _BASE_MOTIVES), max(place, verb)


def _is_to_be(reading: "Reading", verb: int) -> Verdict:
    """*X is to be welcomed*, *X are to be condemned*."""
    group = reading.chunks[verb]
    act = reading.clauses.right(verb)
    if group.lemma != "be" or reading.clauses.kind(act) != "VG":
        return 0, verb
    this = reading.chunks[act]
    cue = reading.verb_cue(act, "object")[0]
    is_due = this.infinitive and this.passive and not group.modal
    if not is_due or cue is None or cue.group not in _VERDICTS_PASSED:
        return 0, verb
    return (-cue.sign if group.negated or this.negated else cue.sign), act


def _amount(reading: "Reading", noun: int) -> int:
    """1 if more of a thing is better, -1 if less of it is, 0 if the word alone doesn't tell."""
    word = reading.chunk_word(noun)
    if word in _BETTER_MORE or word in _BETTER_FEWER:
        return 1 if word in _BETTER_MORE else -1
    cue = cues().get(("noun", word, "value"))
    return cue.sign if cue else 0


def _changes_amount(reading: "Reading", verb: int) -> Verdict:
    """*X means fewer nurses*, *X will drive up prices*, *X sends prices soaring*."""
    group = reading.chunks[verb]
    if group.passive or group.modal in ("may", "might", "must", "should") or group.infinitive:
        return 0, verb
    thing = reading.clauses.right(verb)
    particle = ""
    if group.lemma in ("lead", "result") and reading.chunk_word(thing) in ("to", "in"):
        thing = reading.clauses.right(thing)  # led to fewer deaths
    if reading.chunk_word(thing) in ("up", "down"):
        particle = reading.chunk_word(thing)
        thing = reading.clauses.right(thing)
    waits = reading.chunk_word(thing) == "wait" and reading.clauses.kind(thing) == "VG"
    thing = reading.clauses.right(thing) if waits else thing
    if reading.clauses.kind(thing) != "NP":
        return 0, verb
    after = reading.clauses.right(thing, ())
    last = thing
    if not particle and reading.chunk_word(after) in ("up", "down"):
        particle = reading.chunk_word(after)
        last = after
    phrase = reading.chunks[thing]
    opening = reading.words[phrase.first].lower
    if group.lemma in _UPWARD | _DOWNWARD:
        direction = 1 if group.lemma in _UPWARD else -1
    elif particle and group.lemma in _DRIVING:
        direction = 1 if particle == "up" else -1
    elif group.lemma == "send" and reading.words[reading.chunks[after].head].pos == "VBG":
        direction = 1 if reading.chunk_word(after) in ("soar", "rocket", "climb", "spiral") else -1
        last = after
    elif group.lemma in _BRINGING | {"lead", "result"} and opening in _MORE | _FEWER:
        direction = 1 if opening in _MORE else -1
    else:
        return 0, verb
    sign = direction * (-1 if waits else _amount(reading, thing))  # waiting times
    return (-sign if group.negated else sign), last


def _leaves_without(reading: "Reading", verb: int) -> Verdict:
    """*X would leave thousands without care*."""
    group = reading.chunks[verb]
    whom = reading.clauses.right(verb)
    link = reading.clauses.right(whom)
    is_left = group.lemma == "leave" and reading.clauses.kind(whom) == "NP"
    is_bare = is_left and reading.chunk_word(link) == "without"
    is_said = not (group.passive or group.negated) and group.modal not in _OPEN
    return -int(is_bare and is_said), max(link, verb)


VERDICTS = (
    _works,
    _does_well,
    _lacks,
    _is_answer,
    _is_about,
    _is_to_be,
    _changes_amount,
    _leaves_without,
)
