"""What a speaker feels: *disappointed but not surprised by X*, *doubts that X helps*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, cues
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_LINKS = frozenset({"by", "at", "with", "over", "about", "of", "for", "in", "to"})
_FRAMES = ("by", "at", "with", "over", "about", "that", "of", "for")
_FORMS_OF_BE = read_set("forms of be")
_QUALITIES = frozenset({"JJ", "VBN", "VBD", "VBG"})
_JOINTS = frozenset({"and", "but", "or", ",", "yet", "not", "if"})
_MOST_WORDS = 10
"""Words that a row of joined adjectives may have."""

_NEUTRAL = frozenset({"surprised", "moved"})
"""Feelings whose direction is in what they are joined to: *surprised and delighted*."""

_FEELING = frozenset({"be", "feel", "remain", "become", "look", "seem", "sound"})
_DOUBTING = frozenset({"doubt", "question"})
_DOUBTFUL = frozenset({"sceptical", "skeptical", "doubtful", "unconvinced", "unsure"})
_DOUBTED = read_set("doubted to do")
_HOPES = read_set("hopes")
_STOPPING = read_set("coming to an end")
_STANDSTILL = read_set("standstill")
_ONWARD = frozenset({"ahead", "forward", "through", "smoothly", "well", "on"})
_BACKING = frozenset(
    {"favour", "favor", "support", "back", "endorse", "advocate", "recommend", "approve"}
)
_OPPOSED_ACTS = read_set("opposing acts")
_JOYFUL = read_set("joyful")


def felt_together(reading: "Reading", _index: int, preposition: int, _depth: int) -> Evidence:
    """*was disappointed but not surprised by X*: the first feeling that is not denied."""
    link = reading.chunk_word(preposition)
    if link not in _LINKS:
        return SILENT
    last = reading.chunks[preposition].first - 1
    first = _row_of_adjectives(reading, last)
    feelings = _not_denied(reading, first, last)
    if not feelings or not _is_felt(reading, first):
        return SILENT
    for place in feelings:
        word = reading.words[place].lower
        if word in _NEUTRAL and len(feelings) > 1:
            continue
        for frame in (link, *_FRAMES):
            cue = cues().get(("adjective", word, frame))
            if cue:
                return Evidence(cue.sign, first, last, "adjective + preposition")
    return SILENT


def _row_of_adjectives(reading: "Reading", last: int) -> int:
    """First word of a row of joined adjectives that ends at a word; past it if there is none."""
    first = last + 1
    n_joints = 0
    for place in range(last, max(-1, last - _MOST_WORDS), -1):
        word = reading.words[place]
        if word.lower in _JOINTS:
            n_joints += word.lower != "not"
        elif word.pos in _QUALITIES and word.lower not in _FORMS_OF_BE:
            first = place
        elif word.pos != "RB":
            break
    return first if n_joints else last + 1


def _not_denied(reading: "Reading", first: int, last: int) -> list[int]:
    """Words of a row of adjectives that no *not* stands before."""
    return [
        place
        for place in range(first, last + 1)
        if reading.words[place].pos in _QUALITIES
        and (place == first or reading.words[place - 1].lower not in ("not", "hardly", "never"))
    ]


def _is_felt(reading: "Reading", first: int) -> bool:
    """Whether a row of adjectives tells how the speaker feels, or opens what he says."""
    place = first - 1
    while place >= 0 and reading.words[place].pos == "RB":
        if reading.words[place].lower in ("not", "never", "n't"):
            return False
        place -= 1
    if place < 0:
        return True
    verb = next((i for i, c in enumerate(reading.chunks) if c.first <= place <= c.last), -1)
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].negated:
        return False
    group = reading.chunks[verb]
    is_copula = group.lemma in _FEELING or (group.passive and group.head >= first)
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    return is_copula and own and group.modal in ("", "would", "will")


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """Stance toward the subject of a clause that is doubted, or hoped to come to an end."""
    governor = reading.clauses.governor(verb)
    if governor.chunk < 0 or governor.relation not in ("that", "question", "condition"):
        return SILENT
    found = _doubted(reading, subject, verb, governor.chunk)
    return found if found.sign else _hoped_to_end(reading, subject, verb, governor.chunk)


def _doubted(reading: "Reading", subject: int, verb: int, outer: int) -> Evidence:
    """*doubted that X would change anything*, *was sceptical that X would help*."""
    group = reading.chunks[verb]
    this = reading.chunks[outer]
    is_verb = this.kind == "VG" and this.lemma in _DOUBTING
    holder = outer if is_verb else reading.clauses.left(outer)
    if not is_verb and not (this.kind == "JJ" and this.lemma in _DOUBTFUL):
        return SILENT
    if reading.clauses.kind(holder) != "VG" or reading.chunks[holder].negated or group.negated:
        return SILENT
    own = reading.is_own_side(reading.clauses.subjects.get(holder))
    is_use = group.lemma in _DOUBTED and group.modal in ("would", "will", "could", "can")
    is_thing = subject >= 0 and not reading.is_speaker(subject)
    return Evidence(-int(own and is_use and is_thing), *reading.span(outer, verb), "doubted")


def _hoped_to_end(reading: "Reading", subject: int, verb: int, outer: int) -> Evidence:
    """*voiced hope that X will come to a halt*, *hopes that X goes ahead*."""
    group = reading.chunks[verb]
    this = reading.chunks[outer]
    if this.lemma not in _HOPES or this.kind not in ("VG", "NP") or subject < 0:
        return SILENT
    holder = outer if this.kind == "VG" else reading.clauses.left(outer)
    is_held = reading.clauses.kind(holder) == "VG" and not reading.chunks[holder].negated
    if not is_held or not reading.is_own_side(reading.clauses.subjects.get(holder)):
        return SILENT
    after = reading.chunks[verb].last + 1
    following = [word.lower for word in reading.words[after : after + 4]]
    goes_on = group.lemma in ("go", "move", "run") and following[:1] and following[0] in _ONWARD
    if goes_on and not group.negated:
        return Evidence(1, *reading.span(outer, verb), "hoped or feared")
    is_over = group.lemma in ("come", "draw", "grind", "be", "bring")
    ends = (is_over and not _STANDSTILL.isdisjoint(following)) or following[:1] == ["over"]
    ends |= group.lemma in _STOPPING and (
        group.passive or reading.clauses.kind(reading.clauses.right(verb)) not in ("NP", "VG")
    )
    sign = 1 if group.negated else -1
    return Evidence(sign * int(ends), *reading.span(outer, verb), "hoped or feared")


def _is_not_backed(reading: "Reading", verb: int) -> bool:
    """Whether an act is one that the speaker does not support: *does not favour raising X*."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if governor.relation not in ("gerund", "of") or reading.clauses.kind(outer) != "VG":
        return False
    group = reading.chunks[outer]
    own = reading.is_own_side(reading.clauses.subjects.get(outer))
    return group.lemma in _BACKING and group.negated and own and not reading.chunks[verb].negated


def of_what_is_not_backed(reading: "Reading", index: int, verb: int) -> Evidence:
    """*does not favour holding X*, *does not support abolishing X*: against it, or for it."""
    if not _is_not_backed(reading, verb):
        return SILENT
    head = reading.words[reading.chunks[index].head]
    cue = reading.verb_cue(verb, "object")[0]
    is_good = cue is not None and cue.sign > 0 and cue.group in ("further", "support", "demand")
    is_plain = reading.chunks[verb].lemma in _OPPOSED_ACTS
    words = reading.span(reading.clauses.governor(verb).chunk, verb)
    if head.pos not in ("NN", "NNS"):
        return SILENT
    if is_good or (is_plain and (cue is None or cue.group == "light")):
        return Evidence(-1, *words, "wrong to support")
    return Evidence(int(cue is not None and cue.group == "end"), *words, "wrong to harm")


def said_in_joy(reading: "Reading", verb: int) -> Evidence:
    """*my heart is full of joy, Smith said of X*, *we have lost a great hero, he said of X*."""
    for place in range(verb):
        this = reading.chunks[place]
        if this.kind == "VG" and this.lemma == "lose" and not this.negated:
            sign, word = reading.value(reading.clauses.right(place))
            if sign > 0:
                return Evidence(1, this.first, word, "said of it")
        if this.kind in ("NP", "JJ") and this.lemma in _JOYFUL:
            link = reading.chunk_word(reading.clauses.left(place))
            if link in ("with", "of", "be", "feel"):
                return Evidence(1, this.first, this.head, "said of it")
    return SILENT
