"""Rules for a source that no reporting verb names: *according to X*, *X: "…"*.

*X put the toll at 40* is among them, a figure of which X is the source.
"""

from helpers.attribution_found import Found, subject_without_comma
from helpers.attribution_quotations import colon, is_title, starts_sentence
from helpers.clauses import (
    DASHES,
    FINITE,
    PHRASE_PREPOSITIONS,
    QUOTE,
    TIME_WORDS,
    Range,
    Sentence,
    inner_end,
    sayers,
    subject_of,
)
from helpers.contents import content_end, speaker_after
from helpers.reporting import ANY_VERB, Cue
from helpers.tagging import VerbGroup, tag
from helpers.wordlists import read_set


def according_to(sentence: Sentence) -> list[Found]:
    """``According to X, …`` and ``…, according to X``."""
    found: list[Found] = []
    lowers = sentence.lowers
    if "according" not in lowers:
        return in_the_words_of(sentence)
    for index in range(len(lowers) - 2):
        if lowers[index] != "according" or lowers[index + 1] != "to":
            continue
        end = index + 2
        first_phrase = sentence.phrase_at.get(end)
        if first_phrase is None and sentence.tags[end] != QUOTE:
            continue
        while end < sentence.last and lowers[end] != "," and lowers[end] not in DASHES:
            end += 1
        if "," not in lowers and sentence.has_finite(index + 2, end):
            end = _named_source_end(sentence, index + 2)
        speaker = (index + 2, end)
        if index <= 1 and sentence.tags[0] != QUOTE:
            start = _after_apposition(sentence, end)
            if start >= sentence.last:
                continue
            pieces: tuple[Range, ...] = ((start, _own_end(sentence, start)),)
        else:
            before = index - 1 if lowers[index - 1] in (",", "—", "–") else index
            first = 1 if sentence.tags[0] == "CC" else 0
            if before <= first:
                continue
            pieces = ((first, before),)
            said = sentence.has_finite(first, before) or sentence.quotes(first, before)
            if not said and lowers[end : end + 1] == [","]:
                start = _after_apposition(sentence, end, waits=True)
                begun = start < sentence.last and sentence.tags[start] in FINITE
                own = (start, _own_end(sentence, start))
                pieces = ((first, before), own) if begun else (own,)
            if pieces[0][0] >= pieces[0][1]:
                continue
        found.append(Found("according to", "speech", pieces, (index, index + 2), speaker))
    return found


_IN_WORDS = ["in", "the", "words", "of"]


def in_the_words_of(sentence: Sentence) -> list[Found]:
    """``In the words of X, …``, which opens a sentence."""
    first = len(_IN_WORDS)
    speaker = speaker_after(sentence, first) if sentence.lowers[:first] == _IN_WORDS else None
    if speaker is None or sentence.lowers[speaker[1] : speaker[1] + 1] not in ([","], [":"]):
        return []
    start = speaker[1] + 1
    if start >= sentence.last:
        return []
    return [Found("according to", "speech", ((start, sentence.last),), (0, first), speaker)]


def _after_apposition(sentence: Sentence, comma: int, *, waits: bool = False) -> int:
    """Where a content starts after its source and what explains it: *Lee, the head, [it is safe]*.

    Such words stand between two commas, without a verb unless *who* opens them, and a clause
    follows: not *Lee, [the driver, a soldier, was hurt]*. After a subject that `waits`, its verb
    may: *[The pier], according to Lee, the head, [is safe]*.
    """
    lowers, tags = sentence.lowers, sentence.tags
    if lowers[comma : comma + 1] != [","]:
        return comma
    first = comma + 1
    if "," not in lowers[first : sentence.last]:
        return first
    second = lowers.index(",", first)
    rest = lowers[second + 1 : sentence.last]
    end = second + 1 + rest.index(",") if "," in rest else sentence.last
    relates = tags[first] in ("WP", "WDT")
    explains = first in sentence.phrase_at and not sentence.has_finite(first, second)
    clause = sentence.has_finite(second + 1, end) and tags[second + 1] not in FINITE | {"WP", "WDT"}
    if waits and (relates or explains) and tags[second + 1] in FINITE:
        return second + 1
    opens = second + 1 in sentence.phrase_at or tags[second + 1] in ("IN", "EX", "RB")
    return second + 1 if (relates or explains) and clause and opens else first


def _own_end(sentence: Sentence, start: int) -> int:
    """End of a content, which is that of a quotation at its start: ``"It rained," a joke``."""
    quoted = sentence.tags[start : start + 1] == [QUOTE]
    if quoted and inner_end(sentence.words[start].text) == ",":
        return start + 1
    return sentence.last


def _named_source_end(sentence: Sentence, index: int) -> int:
    """End of the source of *according to X* where no comma marks it off."""
    end = index
    while end < sentence.last:
        phrase = sentence.phrase_at.get(end)
        if phrase is None:
            break
        last = phrase.last + 1
        numbers = (i for i in range(end + 1, last) if sentence.tags[i] in ("CD", "DT"))
        end = next(numbers, last)
        if end < last:
            break
        if sentence.lowers[end : end + 1] not in (["for"], ["of"], ["at"], ["in"]):
            break
        end += 1
    return max(end, index + 1)


def put_at(sentence: Sentence) -> list[Found]:
    """``X put the toll at 40``: a figure that somebody gives."""
    found: list[Found] = []
    if "put" not in sentence.lowers and "puts" not in sentence.lowers:
        return found
    for group in sentence.groups:
        past = group.finite or (sentence.tags[group.first] == "VB" and group.first == group.last)
        if sentence.lowers[group.head] not in ("put", "puts") or group.passive or not past:
            continue
        rest = sentence.lowers[group.last + 1 : group.last + 9]
        if "at" not in rest[1:]:
            continue
        at = group.last + 1 + rest.index("at", 1)
        numbers = sentence.tags[at + 1 : at + 5]
        subject = _putting(sentence, group)
        if "CD" not in numbers or subject is None:
            continue
        end = _figure_end(sentence, at + 2 + numbers.index("CD"), at)
        cue = (group.first, group.last + 1)
        found.append(Found("put at", "speech", ((group.last + 1, end),), cue, subject))
    return found


def _figure_end(sentence: Sentence, end: int, at: int) -> int:
    """Index after a figure: *40*, *40 million*, *40 to 50*, *between 40 and 50*."""
    joins = {"to", "and"} if "between" in sentence.lowers[at:end] else {"to"}
    tags, lowers = sentence.tags, sentence.lowers
    while end < len(tags) and (
        tags[end] == "CD"
        or lowers[end] in _FACTORS
        or (lowers[end] in joins and tags[end + 1 : end + 2] == ["CD"])
    ):
        end += 1
    return end


_FACTORS = read_set("magnitudes")


def _putting(sentence: Sentence, group: VerbGroup) -> Range | None:
    """Subject of *put*, also of *had put*; *a network* that explains a name takes it in."""
    if group.first and sentence.lowers[group.first - 1] in ("had", "has", "have"):
        group = group._replace(first=group.first - 1)
    subject = subject_of(sentence, group)
    if subject is None or not subject[0] or sentence.lowers[subject[0]] not in ("a", "an"):
        return subject
    return (subject_without_comma(sentence, subject[0]) or subject[0], subject[1])


_NO_GROUP = VerbGroup(0, 0, 0, False, False, False, False, False, "")


def bare_colon(sentence: Sentence, cues: dict[int, Cue]) -> list[Found]:
    """``X had one message: "…"``, ``X: "…"``: a quotation after a colon, of who is named before."""
    for quote in sentence.quotes(2, len(sentence.words)):
        if (
            sentence.lowers[quote - 1] != ":"
            or any(colon(sentence, cues, cue) for cue in cues.values())
            or not starts_sentence(sentence, quote)
        ):
            continue
        group = next((group for group in sentence.groups if group.finite), None)
        if group is None or group.first > quote or sentence.lowers[0] == "here":
            subject = _named_before(sentence, quote - 1)
            group, cue = _NO_GROUP, (quote - 1, quote)
        else:
            subject, cue = subject_of(sentence, group), (group.first, group.last + 1)
        if subject is not None:
            end = content_end(sentence, cues, quote, Cue(group, ANY_VERB, quote))
            return [Found("bare colon", "speech", ((quote, end),), cue, subject)]
    return []


_GLANCED = 200  # characters of a quotation in which its verb is looked for


def quote_and_colon(sentence: Sentence) -> list[Found]:
    """``'…': survivors tell of flood``: a headline that opens with what somebody said.

    The quotation is a clause, so no nickname: *'Sick man of the coast': Norham*.
    """
    headline = sentence.last == len(sentence.words)
    if not headline or sentence.tags[0] != QUOTE or sentence.lowers[1:2] != [":"]:
        return []
    speaker = speaker_after(sentence, 2)
    phrase = sentence.phrase_at.get(2)
    quoted = sentence.words[0].text[1:-1]
    if speaker is None or phrase is None or is_title(sentence, 0):
        return []
    head = sentence.lowers[phrase.head]
    means_somebody = sentence.tags[phrase.head] == "NNP" or head.removesuffix("s") in sayers()
    if not means_somebody or not any(word.pos in FINITE for word in tag(quoted[:_GLANCED])):
        return []
    return [Found("bare colon", "speech", ((0, 1),), (1, 2), speaker)]


def _named_before(sentence: Sentence, end: int) -> Range | None:
    """The last proper name before `end`, as in ``Ann Diaz (Leeds): "…"``; or a bare *Mayor*.

    *"Title," by X: "…"* gives words of an article, *Of X: "…"* words about X.
    """
    if sentence.quotes(0, end):
        return None
    only = sentence.phrase_at.get(0)
    if only is not None and only.last == end - 1 and sentence.lowers[only.head] in sayers():
        return None if is_title(sentence, end + 1) else (0, end)
    for phrase in reversed(sentence.phrases):
        if phrase.last >= end or sentence.tags[phrase.head] not in ("NNP", "NNPS"):
            continue
        before = sentence.lowers[phrase.first - 1] if phrase.first else ""
        if before == "(" or before in PHRASE_PREPOSITIONS - {"from", "by"}:
            continue
        if sentence.lowers[phrase.head] not in TIME_WORDS:
            return phrase.first, phrase.last + 1
    return None
