"""What would be, or would have been, but for X: *if X had acted*, *no peace until X is gone*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_AVERTED = read_set("averted")
_LOSSES = read_set("bad outcomes")
_NEEDLESS = frozenset({"unnecessary", "needless", "avoidable", "preventable", "alive", "unneeded"})
_NOT_TO_BE = frozenset({"necessary", "needed", "needful", "here", "there", "in"})
_COME_TO_PASS = frozenset({"happen", "occur", "die", "need", "start", "arise", "begin", "lose"})
_WANTED_STATES = read_set("wanted states")
_OVERCOME = read_set("overcome") | {"disarm", "dismantle", "disband", "oust", "topple"}


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What a condition tells of its subject."""
    found = _might_have_acted(reading, subject, verb)
    return found if found.sign else _no_peace_until(reading, subject, verb)


def _might_have_acted(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*it would not have been necessary if X had acted*, *many would have died had X not acted*."""
    group = reading.chunks[verb]
    is_past = reading.words[group.first].lower in ("had", "hadn", "'d") and group.last > group.first
    is_past = is_past and reading.clauses.governor(verb).relation == "condition"
    if group.modal or not (is_past or _is_inverted(reading, subject, verb)):
        return SILENT
    for main in range(len(reading.chunks)):
        this = reading.chunks[main]
        if this.kind == "VG" and this.modal in ("would", "could", "might") and main != verb:
            value = _turn_of_events(reading, main)
            if group.negated == (value < 0):
                return Evidence(-value, *reading.span(main, verb), "had he acted")
    return SILENT


def _is_inverted(reading: "Reading", subject: int, verb: int) -> bool:
    """Whether a condition opens with its auxiliary: *had X listened, nobody would have died*."""
    had = reading.clauses.left(subject) if subject >= 0 else -1
    if reading.chunk_word(had) != "have" or reading.clauses.governor(verb).chunk != had:
        return False
    opens = reading.clauses.kind(reading.clauses.left(had)) in ("", "SUB", "PUNCT")
    is_alone = reading.chunks[had].last == reading.chunks[had].first
    return opens and is_alone and reading.opening(had) == "had"


def _turn_of_events(reading: "Reading", main: int) -> int:
    """1 for what would have been well, -1 for what would have been a loss."""
    group = reading.chunks[main]
    told = reading.clauses.right(main)
    word = reading.chunk_word(told)
    subject = reading.clauses.subjects.get(main)
    is_none = subject is not None and subject >= 0 and reading.opening(subject) in ("no", "nobody")
    negated = group.negated or is_none
    if group.lemma == "be" and not group.passive:
        if not negated:
            return int(word in _NEEDLESS)
        after = [following.lower for following in reading.words[group.last + 1 : group.last + 2]]
        return int(not _NOT_TO_BE.isdisjoint([word, *after]))
    if negated:
        return int(group.lemma in _COME_TO_PASS or group.lemma in _LOSSES)
    if group.lemma in _AVERTED:
        return 1
    return -int(group.lemma in _LOSSES)


def _no_peace_until(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*there can be no peace as long as X is in power*, *we won't be safe until X is disarmed*."""
    first = reading.chunks[subject].first if subject >= 0 else 0
    before = [word.lower for word in reading.words[max(0, first - 3) : first]]
    is_until = before[-1:] == ["until"]
    is_while = before[1:] == ["long", "as"] or before[-1:] == ["while"]
    group = reading.chunks[verb]
    if not (is_until or is_while) or group.negated:
        return SILENT
    if is_until and not (group.passive and group.lemma in _OVERCOME):
        return SILENT
    if is_while and group.lemma not in ("be", "remain", "stay", "rule", "exist", "govern"):
        return SILENT
    main = reading.clauses.previous_verb(subject, finite=True)
    if main < 0 or reading.chunks[main].lemma != "be" or not reading.chunks[main].modal:
        return SILENT
    told = reading.clauses.right(main)
    is_none = reading.clauses.kind(told) == "NP" and reading.opening(told) == "no"
    is_good = reading.chunk_word(told) in _WANTED_STATES
    if not is_good or not (is_none or reading.chunks[main].negated):
        return SILENT
    return Evidence(-1, *reading.span(main, verb), "until then")
