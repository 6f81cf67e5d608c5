"""What a speaker commits himself to: *our job is to …*, *it is clear that we …*.

Each function takes a `helpers.stance_reading.Reading`; None where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_composition as composition
from helpers import stance_demands as demands
from helpers import stance_turns as turns
from helpers import stance_voicing as voicing
from helpers.stance_cues import cues
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_TASKS = read_set("tasks")
_PLAIN_TRUTHS = read_set("plain truths")
_CLEAR = read_set("clear")
_VITAL = read_set("vital")
_MISSING = read_set("missing")
_SHOWING_TO = frozenset({"show", "tell", "prove", "signal", "demonstrate", "remind", "assure"})
_NOBODY = frozenset({"nothing", "nobody", "none"})


def settled(reading: "Reading", act: int, depth: int) -> int | None:
    """Attitude to an infinitive or gerund that the words around it settle."""
    for rule in (
        _time_come,
        turns.settled,
        _done_thus,
        _not_missed,
        _unstoppable,
        _wished_for,
        _makes_no_sense,
        _left_undone,
        _among_those,
        voicing.done_eagerly,
        _good_idea,
    ):
        found = rule(reading, act)
        if found is not None:
            return found
    return _task(reading, act, depth)


def _among_those(reading: "Reading", act: int) -> int | None:
    """*is among those opposed to X*, *joined those calling for X*."""
    clauses = reading.clauses
    those = clauses.governor(act).chunk
    if reading.chunk_word(those) != "those" or reading.chunks[act].finite:
        return None
    link = clauses.left(those)
    verb = clauses.left(link) if clauses.kind(link) == "IN" else link
    is_one = reading.chunk_word(link) == "among" and reading.chunk_word(verb) in ("be", "count")
    if not is_one and not (link == verb and reading.chunk_word(verb) == "join"):
        return None
    return reading.event(verb, 1) if reading.is_own_side(clauses.subjects.get(verb)) else None


def _task(reading: "Reading", act: int, depth: int) -> int | None:
    """*our job is to support X*, *the only way is to end X*, *we are here to defend X*."""
    governor = reading.clauses.governor(act)
    copula = governor.chunk
    is_to = governor.relation in ("to", "to object") and reading.chunks[act].infinitive
    if not is_to or reading.clauses.kind(copula) != "VG" or reading.chunks[copula].lemma != "be":
        return None
    if (
        reading.chunks[copula].passive
        or reading.clauses.kind(reading.clauses.right(copula)) != "VG"
    ):
        return None
    subject = reading.clauses.subjects.get(copula)
    if subject is None or reading.chunks[copula].modal in ("may", "might", "could"):
        return None
    sign = -1 if reading.chunks[copula].negated else 1
    is_here = reading.words[reading.chunks[copula].last + 1].lower in ("here", "there")
    if reading.is_own_side(subject) and (subject < 0 or not _is_task(reading, subject)):
        return sign * reading.event(copula, depth + 1) if is_here else None
    if subject < 0:
        return None
    if _is_task(reading, subject):
        return sign
    return sign * reading.value(subject)[0] or None


def _is_task(reading: "Reading", subject: int) -> bool:
    """Whether a phrase names what is the speaker's to do: *our job*, *the right thing*."""
    phrase = reading.chunks[subject]
    words = {word.lower for word in reading.words[phrase.first : phrase.last + 1]}
    is_own = bool(words & {"our", "my", "only", "best", "right"})
    return phrase.lemma in _TASKS and is_own


def _time_come(reading: "Reading", act: int) -> int | None:
    """*the time has come to reject X*."""
    governor = reading.clauses.governor(act)
    verb = governor.chunk
    if governor.relation != "to" or reading.chunk_word(verb) not in ("come", "arrive"):
        return None
    time = reading.clauses.subjects.get(verb)
    if time is None or time < 0:
        return None
    is_time = reading.chunk_word(time) in ("time", "moment", "hour", "day")
    return int(not reading.chunks[verb].negated) if is_time else None


def _done_thus(reading: "Reading", act: int) -> int | None:
    """*what we must do is reject X*, *all we can do is hope*."""
    copula = reading.clauses.left(act)
    deed = reading.clauses.left(copula)
    if reading.chunk_word(copula) != "be" or reading.chunk_word(deed) != "do":
        return None
    if reading.clauses.kind(deed) != "VG" or not reading.chunks[act].infinitive:
        return None
    own = reading.is_own_side(reading.clauses.left(deed))
    return 1 if own or reading.chunks[deed].modal in ("must", "should") else None


def _not_missed(reading: "Reading", act: int) -> int | None:
    """*we cannot fail to condemn X*, *will not hesitate to support X*."""
    governor = reading.clauses.governor(act)
    verb = governor.chunk
    if governor.relation != "to" or reading.clauses.kind(verb) != "VG":
        return None
    group = reading.chunks[verb]
    is_own = reading.is_own_side(reading.clauses.subjects.get(verb))
    return 1 if group.lemma in _MISSING and group.negated and is_own else None


def _unstoppable(reading: "Reading", act: int) -> int | None:
    """*nothing will stop us from supporting X*."""
    governor = reading.clauses.governor(act)
    if governor.relation != "from" or reading.clauses.kind(governor.chunk) != "NP":
        return None
    verb = reading.clauses.left(governor.chunk)
    subject = reading.clauses.subjects.get(verb) if reading.clauses.kind(verb) == "VG" else None
    if subject is None or subject < 0 or not reading.is_own_side(governor.chunk):
        return None
    is_none = reading.chunk_word(subject) in _NOBODY or reading.is_nobody(subject)
    cue = reading.verb_cue(verb, "object from")[0]
    return 1 if is_none and cue is not None and cue.sign < 0 else None


def _wished_for(reading: "Reading", act: int) -> int | None:
    """*it is vital for them to support X*, *it is important that the council support X*."""
    governor = reading.clauses.governor(act)
    verdict = governor.chunk
    if governor.relation not in ("for", "that") or reading.clauses.kind(verdict) != "JJ":
        return None
    copula = reading.clauses.left(verdict)
    if reading.chunk_word(copula) != "be":
        return None
    if reading.chunk_word(reading.clauses.left(copula)) != "it":
        return None
    sign = 1 if reading.chunk_word(verdict) in _VITAL else reading.value(verdict)[0]
    return (-sign if reading.chunks[copula].negated else sign) or None


def _makes_no_sense(reading: "Reading", act: int) -> int | None:
    """*it makes no sense to close X*, *it makes sense to support X*."""
    noun = reading.clauses.left(act)
    verb = reading.clauses.left(noun)
    if reading.chunk_word(noun) != "sense" or reading.chunk_word(verb) != "make":
        return None
    opening = reading.opening(noun)
    is_denied = opening in ("no", "little") or reading.chunks[verb].negated
    return -1 if is_denied else 1


def _good_idea(reading: "Reading", act: int) -> int | None:
    """*it would be a good idea to hold X*, *it is not a good plan to end X*."""
    governor = reading.clauses.governor(act)
    noun = governor.chunk
    copula = reading.clauses.left(noun) if noun >= 0 else -1
    if governor.relation != "to" or reading.clauses.kind(noun) != "NP":
        return None
    is_it = copula > 0 and reading.chunk_word(reading.clauses.left(copula)) == "it"
    if not is_it or reading.chunk_word(copula) != "be":
        return None
    sign = reading.value(noun)[0]
    return (-sign if reading.chunks[copula].negated else sign) or None


def _left_undone(reading: "Reading", act: int) -> int | None:
    """*they have failed to protect X*: what others are blamed for leaving undone is wanted."""
    governor = reading.clauses.governor(act)
    verb = governor.chunk
    if governor.relation != "to" or reading.clauses.kind(verb) != "VG":
        return None
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if group.lemma not in ("fail", "neglect") or subject is None or subject < 0:
        return None
    is_blamed = group.finite and not (group.negated or group.modal)
    is_blamed = is_blamed and not reading.is_own_side(subject) and reading.asserted(verb) > 0
    return 1 if is_blamed and reading.clauses.governor(verb).relation != "relative" else None


def is_reason(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what is done for a reason: *that is why we reject X*."""
    governor = reading.clauses.governor(verb)
    copula = governor.chunk
    is_why = reading.chunk_word(copula) == "be" and reading.clauses.kind(copula) == "VG"
    link = reading.clauses.left(reading.clauses.subjects.get(verb) or 0)
    subject = reading.clauses.left(copula) if copula >= 0 else -1
    points = reading.chunk_word(subject) in ("that", "this", "which")
    return is_why and points and reading.chunk_word(link) == "why"


def truth_of(reading: "Reading", outer: int) -> int:
    """-1 in *it is not true that*, *it is a lie that*, *nobody believes that*; 0 for no say."""
    kind = reading.clauses.kind(outer)
    if kind == "VG":
        subject = reading.clauses.subjects.get(outer)
        is_held = reading.chunks[outer].lemma in ("believe", "think", "say", "claim")
        return -int(is_held and reading.is_nobody(subject))
    copula = reading.clauses.left(outer)
    word = reading.chunk_word(outer)
    is_it = reading.chunk_word(reading.clauses.left(copula)) == "it" if copula >= 0 else False
    if reading.chunk_word(copula) != "be" or not is_it:
        return 0
    if reading.chunks[copula].negated:
        return -int(word in ("true", "correct", "right", "case"))
    return -int(word in ("untrue", "false", "lie", "myth", "nonsense", "falsehood", "rumour"))


def is_plain(reading: "Reading", verb: int) -> bool:
    """Whether a verb says that its clause is plain: *the truth is that*, *nobody can deny that*."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0:
        return False
    if group.lemma in ("deny", "doubt", "dispute") and reading.is_nobody(subject):
        return True
    is_truth = reading.chunk_word(subject) in _PLAIN_TRUTHS
    return is_truth and group.lemma == "be" and not group.negated


def said_so(reading: "Reading", verb: int, depth: int) -> int | None:
    """Attitude to a clause that is said to be plain: *the fact is that we reject X*.

    What the speaker is glad or sorry of counts as wanted or not: *I am glad that they closed X*.
    """
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if governor.relation == "relative":
        return _one_of_those(reading, outer)
    if governor.relation != "that" or outer < 0:
        return None
    kind = reading.clauses.kind(outer)
    if kind == "JJ":
        return _felt(reading, outer, verb, depth)
    if kind == "NP":
        holder = reading.clauses.left(outer)
        if _is_shown_to(reading, outer):
            return demands.own_event(reading, verb)
        is_sure = reading.chunk_word(outer) in ("doubt", "secret", "question")
        is_no = reading.opening(outer) == "no"
        if is_no and reading.chunk_word(outer) == "way":  # there is no way I am voting for it
            return -demands.own_event(reading, verb)
        return demands.own_event(reading, verb) if is_sure and is_no and holder >= 0 else None
    if kind == "VG" and composition.is_deplored(reading, outer):
        return None if reading.is_own_side(reading.clauses.subjects.get(verb)) else -1
    if kind != "VG" or reading.chunks[outer].lemma != "be" or reading.chunks[outer].negated:
        return None
    subject = reading.clauses.subjects.get(outer)
    if subject is None or subject < 0:
        return None
    return (
        demands.own_event(reading, verb) if reading.chunk_word(subject) in _PLAIN_TRUTHS else None
    )


def _is_shown_to(reading: "Reading", hearer: int) -> bool:
    """Whether a phrase is whom the speaker shows what follows: *to show the world that*."""
    verb = reading.clauses.left(hearer)
    if reading.chunk_word(verb) == "to":
        verb = reading.clauses.left(verb)
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _SHOWING_TO:
        return False
    group = reading.chunks[verb]
    return not (group.negated or group.passive) and reading.event(verb, 1) > 0


def _felt(reading: "Reading", adjective: int, verb: int, depth: int) -> int | None:
    """*it is clear that we reject X*, *I am glad that they rejected X*."""
    word = reading.words[reading.chunks[adjective].head].lower
    holder = reading.clauses.left(adjective)
    if reading.chunk_word(holder) == "it":  # made it clear that we reject X
        holder = reading.clauses.left(holder)
    if reading.clauses.kind(holder) != "VG":
        return None
    if word in _CLEAR and not reading.chunks[holder].negated:
        return demands.own_event(reading, verb)
    cue = cues().get(("adjective", word, "that"))
    is_own = reading.is_own_side(reading.clauses.subjects.get(holder))
    if cue is None or not is_own or reading.chunks[verb].modal:
        return None
    return cue.sign * reading.event(holder, depth + 1)


def _one_of_those(reading: "Reading", antecedent: int) -> int | None:
    """*I am one of those who support X*."""
    start = reading.clauses.phrase_start(antecedent)
    copula = reading.clauses.left(start)
    if start == antecedent or reading.chunk_word(copula) != "be":
        return None
    if reading.chunk_word(start) not in ("one", "some", "many"):
        return None
    is_own = reading.is_speaker(reading.clauses.subjects.get(copula))
    return 1 if is_own and not reading.chunks[copula].negated else None
