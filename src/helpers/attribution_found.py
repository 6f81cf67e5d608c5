"""What a rule of attribution finds, and whose the words are that a verb introduces.

Every rule gives back a `Found` or None; what several of them ask of a speaker is here.
"""

from collections.abc import Callable
from typing import NamedTuple

from helpers.clauses import DASHES, TIME_WORDS, Range, Sentence, phrase_chain, subject_of
from helpers.contents import ASKING, content_end, speaker_after
from helpers.reporting import Cue
from helpers.wordlists import read_set


class Found(NamedTuple):
    """A statement within one sentence, in word indices."""

    rule: str
    kind: str
    pieces: tuple[Range, ...]
    """Empty where the content is only announced and follows in the next sentence."""
    cue: Range
    speaker: Range | None


def found_from(
    rule: str,
    sentence: Sentence,
    cues: dict[int, Cue],
    cue: Cue,
    start: int,
    end_of: Callable[[Sentence, dict[int, Cue], int, Cue], int] = content_end,
) -> Found | None:
    """What a verb introduces from the word at `start` to the end that `end_of` finds."""
    if start >= sentence.last or sentence.lowers[start] in DASHES:
        return None
    end = end_of(sentence, cues, start, cue)
    if end <= start:
        return None
    speaker = speaker_of(sentence, cue)
    pieces = (*_condition_before(sentence, cues, rule, speaker), (start, end))
    return Found(rule, cue.verb.kind, pieces, (cue.group.first, cue.after), speaker)


def _condition_before(
    sentence: Sentence, cues: dict[int, Cue], rule: str, speaker: Range | None
) -> tuple[Range, ...]:
    """The condition of what is said, if it opens the sentence: *If it rains, she said he would go*.

    *When it rained, she said …* tells when she said so.
    """
    if rule not in ("clause", "that-clause") or speaker is None or speaker[0] < 4:
        return ()
    end = speaker[0] - 1
    first = int(sentence.tags[0] == "CC")
    opens = sentence.lowers[first] in ("if", "unless") and sentence.lowers[end] == ","
    if not opens or "," in sentence.lowers[:end] or not sentence.has_finite(first, end):
        return ()
    return () if any(first <= place < end for place in cues) else ((first, end),)


def speaker_of(sentence: Sentence, cue: Cue) -> Range | None:
    """Subject of an active verb, the agent of a passive one (*was told by X*), else nobody."""
    quoted = _as_saying(sentence, cue)
    if quoted is not None:
        return quoted
    if cue.verb.verb == "hear":
        return None  # whoever spoke in court
    addressed = cue.group.first == 0 and cue.verb.verb in ASKING and not cue.group.passive
    if addressed and sentence.tags[0] in ("VBN", "VBD"):
        return None
    if not cue.group.passive:
        subject = subject_of(sentence, cue.group)
        return None if subject is None else before_insertion(sentence, subject, cue)
    if sentence.lowers[cue.after : cue.after + 1] == ["by"]:
        return speaker_after(sentence, cue.after + 1)
    return None


def before_insertion(sentence: Sentence, subject: Range, cue: Cue) -> Range:
    """The subject that opens a sentence, if what was taken for it stands in an insertion after it.

    *The governor, in a statement signed by his aide, urged …*: not the statement.
    """
    comma = subject[0] - 2
    if comma < 1 or sentence.tags[comma + 1] != "IN" or sentence.lowers[comma] != ",":
        return subject
    closed = "," in sentence.lowers[subject[1] : cue.group.first]
    if not closed or sentence.has_finite(0, comma) or sentence.lowers[comma - 1] in TIME_WORDS:
        return subject
    return (0, comma) if phrase_chain(sentence, comma - 1) == 0 else subject


def _as_saying(sentence: Sentence, cue: Cue) -> Range | None:
    """Who speaks in *the agency quoted a source as saying that …*: the source.

    So does the subject of *was quoted (by the agency) as saying*.
    """
    first = cue.group.first
    if sentence.lowers[first] != "saying" or sentence.lowers[first - 1] != "as":
        return None
    for group in reversed(sentence.groups):
        if group.last < first - 1 and sentence.lowers[group.head] in _QUOTING_VERBS:
            if group.passive:
                return subject_of(sentence, group)
            return (group.last + 1, first - 1) if group.last < first - 2 else None
    return None


_QUOTING_VERBS = read_set("quoting verbs")


def cited_source(sentence: Sentence, cue: Cue) -> Range | None:
    """Who is cited in *the agency cited the ministry as saying*."""
    after = sentence.lowers[cue.after : sentence.last]
    if "as" not in after or "saying" not in after:
        return None
    end = cue.after + after.index("as")
    return (cue.after, end) if end > cue.after else None


_SPEAKING_NOUNS = read_set("speaking nouns")
_JOINS_SPEAKER = read_set("joins speaker")


def subject_without_comma(sentence: Sentence, end: int) -> int | None:
    """First word of the noun phrase that ends before `end`, where no comma marks it off.

    A determiner, a time word, a number or a plural noun before it bounds it.
    """
    tags, lowers = sentence.tags, sentence.lowers
    if end < 1 or not (tags[end - 1].startswith("N") and lowers[end - 1] not in TIME_WORDS):
        return None
    first = end - 1
    while first > 0 and not (tags[first] == "DT" or lowers[first] in ("a", "an", "the")):
        tag, lower = tags[first - 1], lowers[first - 1]
        if lower in TIME_WORDS or tag in ("CD", "NNS", "PRP", "PUNCT"):
            break
        if not (tag.startswith(("N", "J")) or tag in ("DT", "POS", "PRP$")) and not (
            tag in ("VBN", "VBG") and tags[first - 2] == "DT"
        ):
            break
        first -= 1
    joined = first - 2
    if joined >= 0 and lowers[first - 1] in _JOINS_SPEAKER:
        named = lowers[first - 1] in ("for", "of") and sentence.words[joined].text[0].isupper()
        if lowers[joined] in _SPEAKING_NOUNS or named:
            wider = subject_without_comma(sentence, joined + 1)
            if wider is not None:
                return wider
    return first
