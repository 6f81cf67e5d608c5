"""Patterns of attribution: which words of a sentence are a cue, whose, and what they introduce.

A table of named rules, tried in order on each reporting verb; each carries an example.
"""

from collections.abc import Callable
from typing import NamedTuple

from helpers.clauses import (
    ADVERBIAL_SUBORDINATORS,
    DASHES,
    FINITE,
    NOMINAL,
    PHRASE_PREPOSITIONS,
    QUOTE,
    TIME_WORDS,
    Range,
    Sentence,
    inner_end,
    sayers,
    subject_of,
)
from helpers.contents import (
    ASKING,
    QUOTE_ENDS,
    content_end,
    hearer_end,
    phrase_end,
    phrase_tail,
    skip_adjuncts,
    skip_comma,
    skip_times,
    speaker_after,
)
from helpers.reporting import Cue, Verb, cues_of
from helpers.tagging import VerbGroup, tag
from helpers.wordlists import read_list, read_set


class Found(NamedTuple):
    """A statement within one sentence, in word indices."""

    rule: str
    kind: str
    pieces: tuple[Range, ...]
    """Empty where the content is only announced and follows in the next sentence."""
    cue: Range
    speaker: Range | None


# --- Rules --------------------------------------------------------------------------------------


def _left_start(sentence: Sentence, end: int) -> int:
    """First word of a content that ends at `end`, its cue following."""
    for place in range(end - 1, 0, -1):
        if sentence.tags[place] != QUOTE:
            continue
        before = sentence.lowers[place - 1]
        if before == ":" or (before in DASHES and not sentence.quotes(0, place)):
            return place
    return 1 if sentence.tags[0] == "CC" and end > 1 else 0


def _right_pieces(
    sentence: Sentence, cues: dict[int, Cue], index: int, cue: Cue, needs_quote: bool
) -> list[Range]:
    """What follows a cue that interrupts its content."""
    index = skip_adjuncts(sentence, index)
    lowers, tags = sentence.lowers, sentence.tags
    if index >= sentence.last or (tags[index] == QUOTE and _is_title(sentence, index)):
        return []
    if tags[index] == QUOTE:
        return [(index, _after_quote(sentence, cues, index, cue))]
    following = index
    if lowers[index] in (",", ":") or lowers[index] in DASHES:
        following += 1
        if tags[following : following + 2] == ["CC", QUOTE]:
            following += 1  # '"A," she said, and "B."'
        if following >= sentence.last:
            return []
        if tags[following] == QUOTE:
            return [(following, _after_quote(sentence, cues, following, cue))]
    if needs_quote or following == index:
        quotes = sentence.quotes(index, sentence.last)
        if needs_quote and quotes and _goes_on(sentence, cues, index, quotes[0]):
            return [(quotes[0], _after_quote(sentence, cues, quotes[0], cue))]
        return []
    if (
        (tags[following] in ("CC", "WP", "WDT", "VBG") and lowers[following] not in _GOES_ON)
        or following in cues
        or (lowers[following] in ADVERBIAL_SUBORDINATORS and lowers[following] not in _GOES_ON)
        or lowers[following] in ("according", "citing")
        or lowers[following : following + 2] == ["on", "condition"]
    ):
        return []
    return [(following, content_end(sentence, cues, following, cue))]


_GOES_ON = frozenset({"because", "following", "including"})
"""Words with which a content goes on after *…, X said,* though others of their kind begin a remark
of the reporter."""


def _goes_on(sentence: Sentence, cues: dict[int, Cue], index: int, quote: int) -> bool:
    """Whether a quotation goes on at `quote` after words that say more of the speaker.

    *"We," said Lee, who led the team, "won."*: one that starts with a small letter, or one that no
    verb parts from the cue.
    """
    if sentence.lowers[quote - 1] not in (",", ":"):
        return False
    if sentence.lowers[quote - 1] == "," and sentence.words[quote].text[1:2].islower():
        return True
    return not sentence.has_finite(index, quote) and not any(i in cues for i in range(index, quote))


_SMALL_IN_TITLES = read_set("small in titles")


def _is_title(sentence: Sentence, index: int) -> bool:
    """Whether a quotation is the name of a programme or book: *told "Morning Talk"*."""
    words = sentence.words[index].text.strip("\"'“”‘’.,").split()
    return len(words) <= 6 and all(word[:1].isupper() or word in _SMALL_IN_TITLES for word in words)


def _after_quote(sentence: Sentence, cues: dict[int, Cue], index: int, cue: Cue) -> int:
    """End of a content that goes on with the quotation at `index`."""
    following = index + 1
    if following >= sentence.last or inner_end(sentence.words[index].text) in ",.?!":
        return following
    return content_end(sentence, cues, index, cue)


def _quote_before(sentence: Sentence, index: int) -> bool:
    """Whether the word before `index` is a quotation that ends like speech."""
    if index < 1:
        return False
    if sentence.tags[index - 1] == QUOTE:
        quoted = sentence.words[index - 1].text
        return inner_end(quoted) in QUOTE_ENDS or (index == 1 and quoted.count(" ") >= 3)
    return (
        index > 1
        and (sentence.lowers[index - 1] == "," or sentence.lowers[index - 1] in DASHES)
        and sentence.tags[index - 2] == QUOTE
    )


def parenthetical(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``"…," X said`` and ``…, X said``: content first, then subject and verb."""
    group = cue.group
    if not group.finite or group.passive or not cue.verb.frames & {"q", "clause"}:
        return None
    subject = (
        _name_and_title(sentence, group)
        or _subject_after_quote(sentence, group)
        or subject_of(sentence, group)
    )
    if subject is None or subject[0] == 0 or subject[0] >= group.first:
        return None
    if any(
        subject[1] <= place < group.first and _same_subject(sentence, cues[place], subject)
        for place in cues
    ):
        return None  # '"A," X said and added that B.'
    if _only_tells_who(sentence, cues, cue):
        return None
    start = subject[0]
    if sentence.lowers[start - 1] in ("as",):
        start -= 1
    quoted = _quote_before(sentence, start)
    if not quoted:
        after_all = sentence.lowers[start] == "as" and cue.after >= sentence.last
        put_so = after_all and cue.verb.verb in _SAID_BEFORE  # "…, as X put it"
        if sentence.lowers[start - 1] != "," or not (
            put_so or cue.verb.frames & {"clause", "told"}
        ):
            return None
        if not put_so and not _nothing_clausal_after(sentence, cue):
            return None
    first = _left_start(sentence, start)
    end = start - 1 if sentence.tags[start - 1] != QUOTE else start
    if end <= first:
        return None
    right = _right_pieces(sentence, cues, cue.after, cue, quoted)
    attributed = (
        skip_adjuncts(sentence, cue.after) >= sentence.last and "VBN" in (sentence.tags[first:end])
    )
    if not (quoted or right or attributed or _can_be_clause(sentence, first, end)):
        return None
    named = quoted and sentence.tags[end - 1] == QUOTE and _is_title(sentence, end - 1)
    if named and sentence.tags[first] != QUOTE and not sentence.has_finite(first, end):
        return None  # "Later on 'This Morning,' she questioned the plan."
    if sentence.tags[first] != QUOTE and _only_sets_scene(sentence, first, end, right):
        return None
    if (
        quoted
        and end - first > 1
        and sentence.tags[first] == QUOTE
        and (len(sentence.quotes(first, end)) == 1)
    ):
        end = first + 1
    pieces = ((first, end), *right)
    return Found("parenthetical", "speech", pieces, (group.first, cue.after), subject)


def _only_tells_who(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> bool:
    """Whether a verb is in a relative clause that says more of who speaks by another verb.

    *"Go," Lee, who asked for quiet, said*: a verb that is no reporting verb never speaks there.
    """
    before = cue.group.first - 1
    while before and sentence.tags[before] == "RB":
        before -= 1
    if sentence.tags[before] not in ("WP", "WDT"):
        return False
    rest = sentence.lowers[cue.after : sentence.last]
    if cue.verb is _ANY_VERB or "," not in rest:
        return cue.verb is _ANY_VERB
    verb = cue.after + rest.index(",") + 1
    return any(place in cues and cues[place].group.finite for place in (verb, verb + 1))


def _same_subject(sentence: Sentence, cue: Cue, subject: Range) -> bool:
    """Whether a reporting verb has a subject, and in its own clause, not by *who*."""
    group = cue.group
    related = sentence.tags[group.first - 1] in ("WP", "WDT")
    return group.finite and not related and subject_of(sentence, group) == subject


def quoted_as_saying(sentence: Sentence, _cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``"…," the paper quoted X as saying``: content, who passes it on, and who said it."""
    group = cue.group
    if cue.verb.verb not in ("quote", "cite") or group.passive:
        return None
    speaker = _cited(sentence, cue)
    subject = subject_of(sentence, group)
    if speaker is None or subject is None or speaker[1] + 2 < sentence.last:
        return None
    start = subject[0]
    if start < 1 or not (_quote_before(sentence, start) or sentence.lowers[start - 1] == ","):
        return None
    first = _left_start(sentence, start)
    end = start if sentence.tags[start - 1] == QUOTE else start - 1
    if end <= first or not _can_be_clause(sentence, first, end):
        return None
    return Found("quoted as saying", "speech", ((first, end),), (group.first, cue.after), speaker)


def _can_be_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words hold a finite verb, or a quotation long enough to hold one, or are a headline.

    *Two held after fire, police say*: a headline has no full stop and may do without *were*.
    """
    if sentence.words[-1].text not in ".?!" and first == 0:
        tags = sentence.tags[first:last]
        if "CD" in tags and not {"VBN", "JJ"}.isdisjoint(tags):
            return True
        if any(group.infinitive and 0 < group.first < last for group in sentence.groups):
            return True  # "Fares to rise, leader says"
    return sentence.has_finite(first, last) or any(
        sentence.words[index].text.count(" ") >= 2 for index in sentence.quotes(first, last)
    )


def _subject_after_quote(sentence: Sentence, group: VerbGroup) -> Range | None:
    """All between a quotation and the verb, if it is one stretch without verb or comma."""
    for place in range(group.first - 1, max(-1, group.first - 15), -1):
        if sentence.tags[place] == QUOTE:
            last = group.first
            while last > place + 1 and sentence.tags[last - 1] == "RB":
                last -= 1
            first = place + 1
            if (
                last > first + 1
                and _quote_before(sentence, first)
                and (sentence.phrase_at.get(first) or sentence.tags[first] == "JJ")
            ):
                return first, last
            return None
        if sentence.lowers[place] == "of":
            continue
        if sentence.tags[place] in ("PUNCT", "CC", "WP", "WDT", "IN") or (
            sentence.tags[place] in FINITE
        ):
            return None
    return None


_LONGEST_TITLE = 30
"""Words between a quotation and the verb of which it is the object, name and title together."""


def _name_and_title(sentence: Sentence, group: VerbGroup) -> Range | None:
    """A name and what it is explained by, with no comma before the verb.

    *"Go," Ana Diaz, head of the Federation of Millers (FM) said*: all of it, from the quotation on.
    """
    tags, lowers = sentence.tags, sentence.lowers
    start = next(
        (
            place + 1
            for place in range(group.first - 2, max(-1, group.first - _LONGEST_TITLE), -1)
            if tags[place] == QUOTE
        ),
        0,
    )
    name = sentence.phrase_at.get(start) if start else None
    if name is None or name.first != start or tags[name.head] != "NNP":
        return None
    comma = name.last + 1
    last = group.first
    while last > comma and tags[last - 1] == "RB":
        last -= 1
    if (
        lowers[comma] != ","
        or last <= comma + 1
        or tags[comma + 1] not in ("DT", "JJ", "NN", "NNP")
        or lowers[last - 1] == ","
        or sentence.has_finite(comma, last)
        or not _quote_before(sentence, start)
        or not _TITLE_TAGS.issuperset(tags[comma + 1 : last])
    ):
        return None
    return start, last


_TITLE_TAGS = frozenset(
    {"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "IN", "CC", "POS", "PRP$", "CD", "PUNCT", "TO", "VBN"}
)
"""Classes of the words that a title may be made of."""


def _only_sets_scene(sentence: Sentence, first: int, end: int, right: list[Range]) -> bool:
    """Whether what stands before the subject only leads up to the quotation after the verb.

    *After the match, he said, "We won."* against *The plan, he said, "is bad."*
    """
    if not right or sentence.tags[right[0][0]] != QUOTE:
        return False
    if _starts_sentence(sentence, right[0][0]):
        return True
    opening = sentence.tags[first]
    return opening in ("IN", "VBN", "VBG", "WRB", "TO") and not sentence.has_finite(first, end)


def _starts_sentence(sentence: Sentence, index: int) -> bool:
    """Whether the quotation at `index` begins with a capital, as a whole sentence does."""
    return sentence.words[index].text.lstrip("\"'“‘«`([ ")[:1].isupper()


def _nothing_clausal_after(sentence: Sentence, cue: Cue) -> bool:
    index = cue.after
    if "clause" not in cue.verb.frames:  # "…, she told reporters on Monday."
        hearer = hearer_end(sentence, index)
        if hearer is None:
            return False
        index = hearer
    index = skip_adjuncts(sentence, index)
    if index >= sentence.last:
        return True
    lower = sentence.lowers[index]
    if lower == ",":
        return True
    if lower == "that" or sentence.tags[index] in (QUOTE, "PRP", "DT", "EX", "WRB"):
        return False
    rest = sentence.lowers[index : sentence.last]
    end = index + rest.index(";") if ";" in rest else sentence.last
    return sentence.tags[index] in ("IN", "TO", "VBG") and not sentence.has_finite(index, end)


def inverted(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``"…," said X``: content, verb, subject."""
    group = cue.group
    if group.passive or "q" not in cue.verb.frames or group.first < 1:
        return None
    if sentence.tags[group.first] not in ("VBD", "VBZ", "VBN", "VBP") and not (
        _headline_speakers(sentence, group)
    ):
        return None
    quoted = _quote_before(sentence, group.first)
    if not quoted and sentence.lowers[group.first - 1] != ",":
        return None
    speaker = speaker_after(sentence, cue.after)
    if speaker is None or sentence.lowers[speaker[0]] in TIME_WORDS:
        return None
    if not quoted and sentence.tags[0] in ("CC", "RB", "IN") and group.first <= 5:
        right = _right_pieces(sentence, cues, speaker[1], cue, True)
        if right and not sentence.has_finite(0, group.first):  # 'But, said X, "We won."'
            return Found("inverted", "speech", tuple(right), (group.first, cue.after), speaker)
    split = () if quoted else _split_clause(sentence, cues, cue, speaker)
    if split:
        return Found("inverted", "speech", split, (group.first, cue.after), speaker)
    if not quoted and (
        not _can_be_clause(sentence, 0, group.first - 1)
        or sentence.has_finite(speaker[1], _relative_start(sentence, speaker[1]))
        or sentence.tags[speaker[1] : speaker[1] + 1] == [QUOTE]
        or "clause" not in cue.verb.frames
    ):
        return None
    first = _left_start(sentence, group.first)
    end = group.first if sentence.tags[group.first - 1] == QUOTE else group.first - 1
    if end <= first:
        return None
    right = _right_pieces(sentence, cues, speaker[1], cue, True)
    pieces = ((first, end), *right)
    return Found("inverted", "speech", pieces, (group.first, cue.after), speaker)


def _split_clause(
    sentence: Sentence, cues: dict[int, Cue], cue: Cue, speaker: Range
) -> tuple[Range, ...]:
    """Both parts of a content that *said X* interrupts: *[The raid], said X, [was a disgrace]*."""
    first = int(sentence.tags[0] == "CC")
    end, comma = cue.group.first - 1, speaker[1]
    if sentence.has_finite(first, end) or "clause" not in cue.verb.frames:
        return ()
    if sentence.lowers[comma : comma + 1] != [","] or comma + 1 >= sentence.last:
        return ()
    begun = first in sentence.phrase_at and sentence.tags[comma + 1] in FINITE
    led = sentence.tags[first] == "IN" and _opens_clause(sentence, comma + 1)
    if not begun and not led:
        return ()
    return (first, end), (comma + 1, content_end(sentence, cues, comma + 1, cue))


def _headline_speakers(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether *…, say scientists* ends a sentence: the plain form of a verb, and who says so."""
    return (
        sentence.tags[group.first] == "VB"
        and sentence.lowers[group.first - 1] == ","
        and sentence.tags[sentence.last - 1] == "NNS"
        and sentence.last - group.last <= _LONGEST_HEADLINE_SPEAKER
        and group.last + 1 in sentence.phrase_at
    )


_LONGEST_HEADLINE_SPEAKER = 5  # words, the verb included


def _relative_start(sentence: Sentence, index: int) -> int:
    """Where a relative clause that says more of the speaker begins, else the sentence's end."""
    for place in range(index, sentence.last - 1):
        if sentence.lowers[place] == "," and sentence.tags[place + 1] in ("WP", "WDT", "WRB"):
            return place
    return sentence.last


_SPEAKING_NOUNS = read_set("speaking nouns")


def unpunctuated(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``… X said on Monday.``: content before the subject, with no comma between them."""
    group = cue.group
    cites = cue.verb.verb in ("cite", "quote")
    ends = sentence.lowers[cue.after : cue.after + 1] in ([], ["."], ["including"])
    says = cue.verb.verb in ("say", "tell", "report") or cites or (ends and _states(cue))
    # At the end of a sentence a bare *reported* is no participle, whatever it is tagged.
    past = group.first == group.last and (
        sentence.tags[group.first] in ("VBD", "VBN")
        or (sentence.lowers[group.first] in ("say", "says") and cue.after >= sentence.last)
    )
    if not past or group.passive or not says:
        return None
    if skip_adjuncts(sentence, cue.after) < sentence.last and not _ends_in_phrase(sentence, cue):
        return None
    if cue.verb.verb == "say" and sentence.tags[cue.after : cue.after + 1] == ["DT"]:
        return None  # "73 percent said the same"
    end = group.first
    while end > 1 and sentence.tags[end - 1] == "RB":
        end -= 1
    start = _subject_without_comma(sentence, end)
    if start is None or start < 4:
        return None
    if not any(tag in FINITE or tag in ("VBG", "VBN") for tag in sentence.tags[:start]):
        return None
    if sentence.lowers[end - 1] in _NEVER_SPEAK or _opens_content(sentence, cues, start):
        return None
    if sentence.tags[start - 1] == "IN":
        start = _after_place(sentence, start, end)
    if sentence.tags[start - 1] in ("CC", "IN", "WDT", "WP") or "," in sentence.lowers[:start]:
        return None  # a text that writes commas would have one here
    if (
        "MD" in sentence.tags[group.first : cue.after]
        or "not" in sentence.lowers[group.first : end]
    ):
        return None
    speaker = (_first_named(sentence, start), end)
    if cites:
        cited = _cited(sentence, cue)
        if cited is None:
            return None
        speaker = cited
    start = speaker[0] if not cites else start
    return Found("unpunctuated", "speech", ((0, start),), (group.first, cue.after), speaker)


_STATING = read_set("stating")


def _states(cue: Cue) -> bool:
    return cue.verb.verb in _STATING


def _after_place(sentence: Sentence, start: int, end: int) -> int:
    """In *near Port Salem media said* the speaker begins after the name of the place."""
    lower = (i for i in range(start + 1, end) if sentence.words[i].text[0].islower())
    return next(lower, start)


def _first_named(sentence: Sentence, start: int) -> int:
    """Where the speaker begins if *a monitor* at `start` only explains a name before it."""
    explains = sentence.lowers[start] in ("a", "an") and sentence.tags[start - 1] == "NNP"
    wider = _subject_without_comma(sentence, start) if explains else None
    return start if wider is None or wider < _SHORTEST_CONTENT else wider


_SHORTEST_CONTENT = 4  # words
_NEVER_SPEAK = read_set("never speak")


def _cited(sentence: Sentence, cue: Cue) -> Range | None:
    """Who is cited in *the agency cited the ministry as saying*."""
    after = sentence.lowers[cue.after : sentence.last]
    if "as" not in after or "saying" not in after:
        return None
    end = cue.after + after.index("as")
    return (cue.after, end) if end > cue.after else None


def _ends_in_phrase(sentence: Sentence, cue: Cue) -> bool:
    """Whether only phrases without a verb follow: *told the agency late on Monday*."""
    rest = list(zip(sentence.lowers, sentence.tags, strict=True))[cue.after : sentence.last]
    if rest[0][0] == "including":
        return True  # "… were killed the group claimed including 19 boys"
    if len(rest) > 10 or rest[0][0] in ("that", ","):
        return False
    return not any(
        (tag.startswith("V") and lower not in _CITING) or tag in (QUOTE, "MD", "WP", "WDT")
        for lower, tag in rest
    )


_CITING = frozenset(("quoting", "citing", "saying"))


def _opens_content(sentence: Sentence, cues: dict[int, Cue], start: int) -> bool:
    """Whether an earlier verb of saying already takes what stands before the subject."""
    return any(
        place < start
        and cues[place].group.finite
        and not cues[place].group.passive
        and bare_clause(sentence, cues, cues[place]) is not None
        for place in cues
    )


_JOINS_SPEAKER = read_set("joins speaker")


def _subject_without_comma(sentence: Sentence, end: int) -> int | None:
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
            wider = _subject_without_comma(sentence, joined + 1)
            if wider is not None:
                return wider
    return first


def _found(
    rule: str,
    sentence: Sentence,
    cues: dict[int, Cue],
    cue: Cue,
    start: int,
    end_of: Callable[[Sentence, dict[int, Cue], int, Cue], int] = content_end,
) -> Found | None:
    if start >= sentence.last or sentence.lowers[start] in DASHES:
        return None
    end = end_of(sentence, cues, start, cue)
    if end <= start:
        return None
    speaker = _speaker(sentence, cue)
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


def _speaker(sentence: Sentence, cue: Cue) -> Range | None:
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
        return subject_of(sentence, cue.group)
    if sentence.lowers[cue.after : cue.after + 1] == ["by"]:
        return speaker_after(sentence, cue.after + 1)
    return None


def verb_first(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``Said X: "…"``: verb, subject, quotation."""
    if (
        cue.group.first > 1
        or "q" not in cue.verb.frames
        or sentence.tags[cue.group.first]
        not in (
            "VBD",
            "VBZ",
            "VBN",
        )
    ):
        return None
    if cue.group.first and sentence.tags[0] not in ("CC", "RB", "IN", "UH"):
        return None  # "He told the paper, ..."
    speaker = speaker_after(sentence, cue.after)
    quotes = sentence.quotes(cue.after, sentence.last)
    if speaker is None or not quotes or sentence.lowers[quotes[0] - 1] not in (",", ":"):
        return None
    end = content_end(sentence, cues, quotes[0], cue)
    return Found("verb first", "speech", ((quotes[0], end),), (cue.group.first, cue.after), speaker)


def colon(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X said: …``: the content follows a colon, perhaps in the next sentence."""
    if not cue.verb.frames & {"q", "told"} or cue.group.passive:
        return None
    for index in range(cue.after, min(cue.after + 25, len(sentence.words))):
        if sentence.lowers[index] == ":":
            break
        if sentence.tags[index] in FINITE or sentence.tags[index] == QUOTE:
            return None
    else:
        return None
    if index + 1 >= len(sentence.words):
        after = speaker_after(sentence, cue.after) if cue.group.first == 0 else None
        speaker = after or _speaker(sentence, cue)  # "Said Lee:"
        return Found("colon", "speech", (), (cue.group.first, cue.after), speaker)
    return _found("colon", sentence, cues, cue, index + 1)


def quote_after(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X said, "…"``: a quotation right after the verb, or after time, venue and hearer."""
    if not cue.verb.frames & {"q", "told"} or _is_possessed(sentence, cue):
        return None
    index = cue.after
    if cue.group.passive:
        index = _skip_agent(sentence, index)
    elif "told" in cue.verb.frames or cue.verb.verb == "ask":
        hearer = hearer_end(sentence, index)
        index = hearer or index
    index = skip_comma(sentence, skip_adjuncts(sentence, index))
    if index >= sentence.last:
        return None
    if sentence.tags[index] != QUOTE:
        quotes = sentence.quotes(index, sentence.last)
        if (
            index in sentence.phrase_at
            or not quotes
            or sentence.lowers[quotes[0] - 1] not in ",:"
            or any(
                place in cues or sentence.tags[place] in FINITE for place in range(index, quotes[0])
            )
        ):
            return None
        index = quotes[0]
    return _found("quote after", sentence, cues, cue, index)


def _is_possessed(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb is a noun: *called the court's reasoning "bold"*."""
    first = cue.group.first
    return first > 0 and sentence.tags[first] == "VBG" and sentence.tags[first - 1] == "POS"


def _skip_agent(sentence: Sentence, index: int) -> int:
    """Index after *by X*, which names the speaker of a passive."""
    if sentence.lowers[index : index + 1] == ["by"]:
        return hearer_end(sentence, index + 1) or index
    return index


def _that_after(sentence: Sentence, index: int) -> int | None:
    """Index of *that* if only nouns, prepositions and adverbs stand before it."""
    for place in range(index, min(index + 22, sentence.last)):
        lower = sentence.lowers[place]
        if lower == "that" and sentence.tags[place] in ("IN", "DT", "WDT"):
            return place
        if sentence.tags[place] in FINITE or sentence.tags[place] in (QUOTE, "WP", "WRB", "VB"):
            return None
        if lower in (";", ":"):
            return None
    return None


def that_clause(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X said that …``, ``X told Y that …``."""
    if not cue.verb.frames & {"that", "clause", "told"}:
        return None
    index = skip_comma(sentence, skip_adjuncts(sentence, cue.after))
    if index < sentence.last and sentence.lowers[index] == "that":
        return _found("that-clause", sentence, cues, cue, index)
    that = _that_after(sentence, cue.after)
    if that is None:
        return None
    between = range(cue.after, that)
    if "told" not in cue.verb.frames and any(
        sentence.tags[place] not in ("IN", "TO")
        and place not in sentence.phrase_at
        and sentence.lowers[place] not in TIME_WORDS
        and sentence.tags[place] not in ("RB", "PUNCT")
        for place in between
    ):
        return None
    if (
        "told" not in cue.verb.frames
        and sentence.tags[cue.after] not in ("IN", "TO", "RB")
        and (sentence.lowers[cue.after] not in TIME_WORDS and sentence.lowers[cue.after] != ",")
    ):
        return None
    return _found("that-clause", sentence, cues, cue, that)


def bare_clause(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X said he …``, ``X told Y he …``: a clause without *that*."""
    frames = cue.verb.frames
    if not frames & {"clause", "told"}:
        return None
    index = cue.after
    if "told" in frames and not cue.group.passive and not _warns_of_clause(sentence, cue):
        index = hearer_end(sentence, index) or index
    index = skip_adjuncts(sentence, index)
    if (
        index < sentence.last
        and sentence.lowers[index] == ","
        and (index > cue.after or _said_with_comma(sentence, cue))
    ):
        index += 1
    if index >= sentence.last:
        return None
    if not _gerund_is_subject(sentence, index):
        if not _opens_clause(sentence, index) and not (
            cue.verb.verb == "say" and _may_open_clause(sentence, index)
        ):
            return None
        if cue.verb.verb != "say" and not _subject_then_verb(sentence, index):
            return None
    if sentence.lowers[: cue.after + 1] == ["that", "said", ","]:
        return None  # "That said, he left"
    return _found("clause", sentence, cues, cue, index)


def _warns_of_clause(sentence: Sentence, cue: Cue) -> bool:
    """Whether what seems to be the hearer is the subject of what is said.

    *warned [the deal would fail]*, not *warned the crew [the deal would fail]*.
    """
    if "clause" not in cue.verb.frames:
        return False
    end = hearer_end(sentence, cue.after)
    while end is not None and end < sentence.last and sentence.tags[end] == "RB":
        end += 1
    return end is not None and end < sentence.last and sentence.tags[end] in FINITE


_IN_GERUND = NOMINAL | {"JJ", "PRP$", "POS", "IN", "TO", "RB", "CC"}
"""Classes of the words between a gerund that is a subject and its verb."""


def _gerund_is_subject(sentence: Sentence, index: int) -> bool:
    """Whether a gerund at `index` is the subject of a finite verb: *said [raising it was wrong]*.

    *denied stealing the car before they left* and *said waiting there he fell* have another one.
    """
    tags, lowers = sentence.tags, sentence.lowers
    if tags[index] != "VBG":
        return False
    for place in range(index + 1, sentence.last):
        if tags[place] in FINITE:
            return lowers[place - 1] not in _SUBJECT_PRONOUNS and tags[place - 1] != "CC"
        if tags[place] not in _IN_GERUND or lowers[place] in ADVERBIAL_SUBORDINATORS:
            return False
    return False


_SUBJECT_PRONOUNS = read_set("subject pronouns")


def _said_with_comma(sentence: Sentence, cue: Cue) -> bool:
    """Whether *said* and its comma open what is said: *The report said, two men were held*."""
    if cue.verb.verb != "say" or sentence.quotes(0, sentence.last):
        return False
    subject = subject_of(sentence, cue.group)
    after = cue.after + 1
    return (
        subject is not None
        and subject[0] == 0
        and after < sentence.last
        and (after in sentence.phrase_at or sentence.tags[after] == "CD")
        and sentence.has_finite(after, sentence.last)
    )


def _subject_then_verb(sentence: Sentence, index: int) -> bool:
    """Whether a subject and its verb stand at `index`, so that the noun is no object.

    *announced [the firm would close]*, not *announced plans to close it, just as others had*.
    """
    tags, lowers = sentence.tags, sentence.lowers
    if tags[index] == QUOTE:
        return True
    if tags[index] in ("IN", "WRB", "VBN", "VBG", "RB"):
        if lowers[index] == "by":
            return False
        comma = next((i for i in range(index, sentence.last) if lowers[i] == ","), None)
        number = lowers[index + 1 : index + 2] in (["least"], ["most"]) or (
            "CD" in tags[index + 1 : index + 3]
        )
        if not number and comma is not None and comma + 1 < sentence.last:
            return sentence.has_finite(index, comma) or _subject_then_verb(sentence, comma + 1)
        index += 1
        while index < sentence.last and index not in sentence.phrase_at and tags[index] != "CD":
            index += 1
    return _verb_after_subject(sentence, index)


def _verb_after_subject(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase at `index`, with all that belongs to it, is followed by a verb."""
    tags, lowers = sentence.tags, sentence.lowers
    awaited = 1  # finite verbs to come: one more for each relative pronoun
    pronoun = tags[index : index + 1] == ["PRP"]
    while index < sentence.last:
        tag, lower = tags[index], lowers[index]
        if tag == QUOTE:
            return True
        if tag in FINITE:
            awaited -= 1
            if not awaited:
                return True
        elif tag in ("WP", "WDT", "WRB") or lower == "that":
            awaited += 1
        elif lower == ",":
            second = next((i for i in range(index + 1, sentence.last) if lowers[i] == ","), index)
            if second == index or second + 1 >= sentence.last:
                return False
            if tags[second + 1] in FINITE | {"RB", QUOTE}:
                return True
            index = second
        elif tag == "CC" and tags[index + 1 : index + 2] in (["VBD"], ["VBZ"]) and awaited == 1:
            return False  # "writing his speech and left"
        elif lower in ADVERBIAL_SUBORDINATORS and lower != "as" and awaited == 1:
            return False  # "claimed the prize after they left"
        elif lower in (";", ":") or (pronoun and tag in ("JJ", "VBG", "VBN", "NN", "TO")):
            return False  # "found it offensive"
        pronoun = pronoun and tag == "PRP"
        index += 1
    return False


def _may_open_clause(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase with any verb after it starts at `index`."""
    phrase = sentence.phrase_at.get(index)
    last = phrase.last if phrase is not None else _counted_last(sentence, index)
    return last is not None and any(
        group.first > last and not group.infinitive for group in sentence.groups
    )


def _counted_last(sentence: Sentence, index: int) -> int | None:
    """Index of a number that begins a clause after its hedge: *said more than 200 left*."""
    for place in range(index, min(index + 4, sentence.last)):
        if sentence.tags[place] == "CD":
            return place
        if sentence.tags[place] not in ("RB", "RBR", "JJR", "JJS", "IN", "DT"):
            return None
    return None


_OPENS_CONTENT = read_set("opens content")


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Whether a clause with a subject and a finite verb (or a quotation) starts at `index`."""
    lowers, tags = sentence.lowers, sentence.tags
    if lowers[index] in (",", ";", ":") or tags[index] in ("CC", "TO", "VB", "VBG"):
        return False
    if tags[index] in ("WP", "WRB", "WDT"):
        return False
    if lowers[index] in ADVERBIAL_SUBORDINATORS and lowers[index] not in _OPENS_CONTENT:
        return False
    first_verb = next(
        (
            place
            for place in range(index, sentence.last)
            if tags[place] in FINITE or tags[place] == QUOTE
        ),
        None,
    )
    if first_verb is None or (first_verb == index and tags[index] != QUOTE):
        return False
    if tags[index] == "IN" and lowers[index] not in _OPENS_CONTENT:
        # "said in a letter he wrote" is no clause of its own unless a comma parts the two
        phrase = sentence.phrase_at.get(index + 1)
        return (
            "," in lowers[index:first_verb]
            or lowers[index + 1] in ("least", "most")
            or tags[index + 1] == "CD"
            or (phrase is not None and phrase.last + 1 in sentence.phrase_at)
        )
    return not any(tags[place] in ("WDT", "WP") for place in range(index, first_verb))


_SAID_BEFORE = read_set("said before")


def as_said(sentence: Sentence, _cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``As X put it, …``, which opens a sentence."""
    if cue.verb.verb not in _SAID_BEFORE or not cue.group.finite or cue.group.passive:
        return None
    subject = subject_of(sentence, cue.group)
    start = cue.after + 1
    if subject is None or sentence.lowers[: subject[0]][-1:] != ["as"] or subject[0] > 2:
        return None
    if sentence.lowers[cue.after : start] != [","] or start >= sentence.last:
        return None
    cue_range = (cue.group.first, cue.after)
    return Found("as said", "speech", ((start, sentence.last),), cue_range, subject)


def wh_clause(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X asked whether …``, ``X explained how …``."""
    if "wh" not in cue.verb.frames:
        return None
    index = cue.after
    if cue.verb.verb == "ask" and sentence.phrase_at.get(index) and sentence.tags[index] != "WP":
        index = hearer_end(sentence, index) or index
    index = skip_adjuncts(sentence, index)
    if index >= sentence.last:
        return None
    alone = sentence.tags[index] == "WRB" and sentence.lowers[index + 1 : index + 2] == [","]
    if alone and cue.verb.verb in ASKING:
        return None  # "Asked why, she left"
    if sentence.lowers[index] in ("whether", "if") or sentence.tags[index] in ("WP", "WRB", "WDT"):
        return _found("wh-clause", sentence, cues, cue, index)
    return None


def named(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X called Y a sham``: somebody or something and what it is called."""
    if "small" not in cue.verb.frames:
        return None
    phrase = sentence.phrase_at.get(cue.after)
    if _relates_to_object(sentence, cue) and (phrase or sentence.tags[cue.after] == QUOTE):
        return _found("named", sentence, cues, cue, cue.after, phrase_end)
    if phrase is None or phrase.first != cue.after:
        return None
    index = phrase.last + 1
    if index >= sentence.last:
        return None
    tags, lowers = sentence.tags, sentence.lowers
    complement = tags[index] in (QUOTE, "DT", "JJ", "JJR", "JJS", "VBN", "PRP$", "CD", "NN") or (
        lowers[index] == "``"
    )
    if tags[index] == "RB" and tags[index + 1 : index + 2] in (["JJ"], ["VBN"]):
        complement = True  # "called the plan very good"
    if phrase.last > phrase.first and tags[phrase.first] == "PRP":
        complement = True
    if not complement:
        end = content_end(sentence, cues, cue.after, cue)
        quotes = sentence.quotes(index, end)
        complement = bool(quotes) and not (
            sentence.has_finite(index, quotes[0]) or "," in sentence.lowers[index : quotes[0]]
        )
        if not complement and tags[index] == "IN":
            end = phrase_tail(sentence, index)
            complement = end > index and end < sentence.last and tags[end] in ("DT", "JJ")
    if not complement:
        return None
    return _found("named", sentence, cues, cue, cue.after, phrase_end)


def _relates_to_object(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb says what the noun before its clause is called: *, which X called a farce*."""
    subject = subject_of(sentence, cue.group) if cue.group.finite else None
    if subject is None or not subject[0] or cue.after >= sentence.last or cue.group.passive:
        return False
    return sentence.tags[subject[0] - 1] in ("WP", "WDT") and (
        sentence.lowers[subject[0] - 1] in ("which", "whom")
    )


_ANSWERABLE = read_set("answerable")


def held_responsible(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X held Y responsible``: who is to blame, and for what."""
    group = cue.group
    phrase = sentence.phrase_at.get(cue.after)
    if cue.verb.verb != "hold" or not group.finite or group.passive or phrase is None:
        return None
    end = phrase_tail(sentence, phrase.last + 1)
    while sentence.tags[end : end + 1] == ["RB"]:
        end += 1
    if _ANSWERABLE.isdisjoint(sentence.lowers[end : end + 1]):
        return None
    return _found("held responsible", sentence, cues, cue, cue.after, phrase_end)


def plea(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X pleaded not guilty``: what somebody answers to a charge."""
    first = cue.after - 1 if sentence.lowers[cue.after - 1] == "not" else cue.after
    verdict = sentence.lowers[cue.after : cue.after + 1]
    if (
        cue.verb.verb != "plead"
        or not cue.group.finite
        or verdict not in (["guilty"], ["innocent"])
    ):
        return None
    found = _found("plea", sentence, cues, cue, first, phrase_end)
    return found and found._replace(cue=(cue.group.first, first))


def _is_gerund(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb follows a preposition: *in describing the call*."""
    first = cue.group.first
    return first > 0 and sentence.tags[first] == "VBG" and sentence.tags[first - 1] == "IN"


def _restricts(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb only says who is meant: *those who support the ban*."""
    before = cue.group.first - 1
    return (
        cue.verb.kind == "attitude"
        and before > 0
        and sentence.tags[before] in ("WP", "WDT")
        and sentence.lowers[before - 1] != ","
    )


_PAPERS = frozenset(read_list("document_words.txt"))


def _paper_speaks(sentence: Sentence, cue: Cue) -> bool:
    """Whether a study or survey is the subject: *the survey found at least 40 leaks*."""
    subject = subject_of(sentence, cue.group)
    return subject is not None and sentence.lowers[subject[1] - 1] in _PAPERS


def noun_phrase(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X denied the charge``, ``X urged Y to leave``: a noun phrase and what belongs to it."""
    frames = cue.verb.frames
    index = cue.after
    counted = _counted_last(sentence, index) is not None
    if not counted:  # "reporting at the time 150 deaths"
        later = skip_adjuncts(sentence, index)
        counted = later > index and _counted_last(sentence, later) is not None
        index = later if counted else skip_times(sentence, index)
    finds = counted and cue.verb.verb == "find" and _paper_speaks(sentence, cue)
    if not (frames & {"np", "as", "obj_to"} or finds):
        return None
    if cue.group.passive or cue.group.infinitive:
        return None
    if _restricts(sentence, cue) or _is_gerund(sentence, cue):
        return None
    if index >= sentence.last:
        return None
    opens = sentence.phrase_at.get(index) is not None or counted
    if not opens and sentence.tags[index] not in (QUOTE, "VBG", "WP", "PRP$"):
        return None
    if sentence.lowers[index] in TIME_WORDS:
        return None
    if cue.verb.verb in ("quote", "cite") and (
        _cited(sentence, cue) is not None
        or (sentence.tags[cue.group.first] == "VBG" and _names_source(sentence, index))
    ):
        return None  # the source speaks: "quoted a pilot as saying"
    found = _found("noun phrase", sentence, cues, cue, index, phrase_end)
    if found is None or "np" in frames or finds:
        return found
    first, last = found.pieces[0]
    wanted = "as" if "as" in frames else "to"
    if wanted not in sentence.lowers[first:last]:
        return None
    if wanted == "to" and not any(
        sentence.tags[place] == "TO" and sentence.tags[place + 1] in ("VB", "RB", QUOTE)
        for place in range(first, last - 1)
    ):
        return None
    return found


def _names_source(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase at `index` is a source, as in *, citing a military source*."""
    phrase = sentence.phrase_at.get(index)
    if phrase is None or phrase.possessor is not None:
        return False
    head = sentence.lowers[phrase.head]
    known = {head, head.removesuffix("s"), head.removesuffix("es")} & sayers()
    return bool(known) and known.isdisjoint(_PAPERS)


def infinitive(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X vowed to resign``: the content is an infinitive."""
    if "to" not in cue.verb.frames or cue.group.passive:
        return None
    index = skip_comma(sentence, skip_adjuncts(sentence, cue.after))
    quoted = sentence.tags[index : index + 2] == ["TO", QUOTE]
    if quoted or any(group.infinitive and group.first == index for group in sentence.groups):
        return _found("infinitive", sentence, cues, cue, index, phrase_end)
    return None


def prepositional(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X called for new sanctions``: the content follows a preposition."""
    index = cue.after
    if "told" in cue.verb.frames:
        phrase = sentence.phrase_at.get(index)  # "told them about …"
        index = phrase.last + 1 if phrase and phrase.first == index else index
    heard = index
    index = _skip_told(sentence, cue, skip_times(sentence, index))
    if index + 1 >= sentence.last or sentence.lowers[index] not in cue.verb.prepositions:
        return None
    if cue.group.passive or cue.group.infinitive or _restricts(sentence, cue):
        return None
    addressed = heard > cue.after and sentence.lowers[index] == "against"
    start = cue.after if addressed else index + 1  # "warned [members against accepting it]"
    found = _found("preposition", sentence, cues, cue, start, phrase_end)
    if found is None:
        return None
    return found._replace(cue=(cue.group.first, index + 1)) if index == cue.after else found


def _skip_told(sentence: Sentence, cue: Cue, index: int) -> int:
    """Index after *to X* if a preposition of the verb follows: *complained to the owner about*."""
    phrase = sentence.phrase_at.get(index + 1)
    if sentence.lowers[index : index + 1] != ["to"] or phrase is None or phrase.first != index + 1:
        return index
    after = skip_times(sentence, phrase.last + 1)
    prepositions = cue.verb.prepositions - {"to", "of"}
    return index if prepositions.isdisjoint(sentence.lowers[after : after + 1]) else after


def seems(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``The plan seems to work``: the content is the subject and what follows."""
    if "subject" not in cue.verb.frames or not cue.group.finite:
        return None
    subject = subject_of(sentence, cue.group)
    if subject is None or cue.after >= sentence.last:
        return None
    if sentence.lowers[cue.after] != "like" and sentence.tags[cue.after] not in (
        "TO",
        "JJ",
        "JJR",
        "RBR",
        "RB",
        "DT",
    ):
        return None
    if sentence.tags[subject[0]] in ("WP", "WDT", "EX"):
        return None
    end = phrase_end(sentence, cues, cue.after, cue)
    if end <= cue.after:
        return None
    return Found(
        "seems", "attitude", (subject, (cue.after, end)), (cue.group.first, cue.after), None
    )


_URGING = read_set("urging")
"""Verbs that in the passive say what somebody is to do: *[Drivers] are urged [to turn back]*."""


def raised(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``Y is expected to win``, ``Y is seen as a risk``: nobody named holds the content."""
    frames = cue.verb.frames
    if not cue.group.passive or not frames & {"obj_to", "as", "small", "np", "clause"}:
        return None
    if not cue.group.finite or cue.after >= sentence.last:
        return None
    follows = sentence.lowers[cue.after]
    claimed = cue.verb.kind == "attitude" or "clause" in frames or cue.verb.verb in _URGING
    to = claimed and any(g.infinitive and g.first == cue.after for g in sentence.groups)
    named = follows == "as" or ("small" in frames and sentence.tags[cue.after] in ("DT", "JJ"))
    if not (to or named):
        return None
    subject = subject_of(sentence, cue.group)
    if subject is None:
        return None
    end = phrase_end(sentence, cues, cue.after, cue)
    if end <= cue.after:
        return None
    return Found(
        "raised", cue.verb.kind, (subject, (cue.after, end)), (cue.group.first, cue.after), None
    )


def agent(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``Y was criticised by X``: the subject is the content, the agent the speaker.

    What *as* adds is content as well: *[The bill] was described by X [as dangerous]*.
    """
    past = cue.group.passive or sentence.tags[cue.group.head] == "VBN"
    if not past or not cue.verb.frames & {"np", "as"}:
        return None
    if sentence.lowers[cue.after : cue.after + 1] != ["by"]:
        return None
    headline = not any(group.finite for group in sentence.groups)
    if not (cue.group.finite or (headline and sentence.last == len(sentence.words))):
        return None
    speaker = speaker_after(sentence, cue.after + 1)
    subject = subject_of(sentence, cue.group)
    if speaker is None or subject is None or _cited(sentence, cue) is not None:
        return None  # "Lee was quoted by the paper as saying"
    cue_range = (cue.group.first, cue.after + 1)
    pieces: tuple[Range, ...] = (subject,)
    if sentence.lowers[speaker[1] : speaker[1] + 1] == ["as"]:
        pieces = (subject, (speaker[1], phrase_end(sentence, cues, speaker[1], cue)))
    return Found("agent", cue.verb.kind, pieces, cue_range, speaker)


class Rule(NamedTuple):
    """A pattern of attribution with an example; square brackets hold the content."""

    name: str
    find: Callable[[Sentence, dict[int, Cue], Cue], Found | None]
    example: str


RULES = (
    Rule("parenthetical", parenthetical, '["The road is closed,"] the officer said.'),
    Rule("inverted", inverted, '["The road is closed,"] said the officer.'),
    Rule(
        "quoted as saying",
        quoted_as_saying,
        '["The road is closed,"] the paper quoted the officer as saying.',
    ),
    Rule("unpunctuated", unpunctuated, "[The road to the coast was closed] the officer said."),
    Rule("verb first", verb_first, 'Said the officer: ["The road is closed."]'),
    Rule("colon", colon, 'The officer said: ["The road is closed."]'),
    Rule("quote after", quote_after, 'The officer said, ["The road is closed."]'),
    Rule("as said", as_said, "As the officer put it, [the road is closed]."),
    Rule("that-clause", that_clause, "The officer said [that the road was closed]."),
    Rule("wh-clause", wh_clause, "The officer asked [whether the road was closed]."),
    Rule("clause", bare_clause, "The officer said [the road was closed]."),
    Rule("named", named, "The officer called [the road a trap]."),
    Rule(
        "held responsible",
        held_responsible,
        "The officer held [drivers responsible for the delay].",
    ),
    Rule("plea", plea, "The officer pleaded [not guilty to the charge]."),
    Rule("infinitive", infinitive, "The officer promised [to close the road]."),
    Rule("preposition", prepositional, "The officer warned of [a flood on the road]."),
    Rule("noun phrase", noun_phrase, "The officer urged [drivers to turn back]."),
    Rule("raised", raised, "[The road] is expected [to be closed]."),
    Rule("agent", agent, "[The plan] was criticised by farmers."),
    Rule("seems", seems, "[The road] seems [to be closed]."),
)
"""Rules on a reporting verb, in the order they are tried; the first that fits counts."""

EXAMPLES_OF_OTHER_RULES = {
    "according to": "According to the officer, [the road is closed].",
    "put at": "Police put [the damage at 40] million.",
    "bare colon": 'The officer had one message: ["The road is closed."]',
    "unlisted verb": '["The road is closed,"] grinned the officer.',
    "signed": '["The road is closed."] — Ann Diaz, officer',
    "label": "POLICE: [The road is closed.]",
}
"""Rules that start from something else than a reporting verb, by what `Found.rule` calls them."""


_ATTRIBUTIONS = 4
"""How many rules find a content before its cue; they are tried before all others."""


def find_in_sentence(sentence: Sentence, *, attitudes: bool) -> list[Found]:
    """Statements of one sentence."""
    cues = cues_of(sentence, attitudes=attitudes)
    found = []
    if sentence.quotes(0, len(sentence.words)):
        found += _unlisted_verbs(sentence, cues)
    found += according_to(sentence)
    found += put_at(sentence)
    left: list[Cue] = []
    for cue in cues.values():
        statement = (
            parenthetical(sentence, cues, cue)
            or inverted(sentence, cues, cue)
            or quoted_as_saying(sentence, cues, cue)
            or unpunctuated(sentence, cues, cue)
        )
        if statement is None:
            left.append(cue)
        else:
            found.append(statement)
    if not cues or not found:
        found += _bare_colon(sentence, cues) or _quote_and_colon(sentence)
    # What precedes an attribution at the end of a sentence does not reach into it.
    sentence.barriers = frozenset(statement.pieces[0][1] for statement in found)
    for cue in left:
        if _having_said_that(sentence, cue):
            continue
        for rule in RULES[_ATTRIBUTIONS:]:
            statement = rule.find(sentence, cues, cue)
            if statement is not None:
                found.append(statement)
                break
    found = [_without_own_words(sentence, statement) for statement in found]
    found = [statement for statement in found if _stands_for_itself(sentence, statement, found)]
    return [statement for statement in found if not _said_again(statement, found)]


def _said_again(statement: Found, found: list[Found]) -> bool:
    """Whether an unlisted verb gives the same words to the same speaker as a reporting verb."""
    return statement.rule == "unlisted verb" and any(
        other.rule != statement.rule
        and other.pieces[:1] == statement.pieces[:1]
        and other.speaker == statement.speaker
        for other in found
    )


def _having_said_that(sentence: Sentence, cue: Cue) -> bool:
    """Whether *Having said that, …* only leads over to what comes next."""
    return sentence.lowers[cue.group.first] == "having" and sentence.lowers[
        cue.after : cue.after + 2
    ] == ["that", ","]


def _without_own_words(sentence: Sentence, statement: Found) -> Found:
    """A statement without its speaker if that stands inside it: *Denied Lee was there* names none.

    The subject of a verb that stands first is looked for behind it, where the content is. A pronoun
    there mostly means the speaker (*adding that he had left*). After a comma the content may be
    over, although no rule saw it: *Insisting it was late, Lee left*.
    """
    if statement.speaker is None:
        return statement
    first, last = statement.speaker
    inside = any(
        start < last and first < end and "," not in sentence.lowers[start:first]
        for start, end in statement.pieces
    )
    if not inside or sentence.lowers[first:last] in (["he"], ["she"], ["they"]):
        return statement
    if first < statement.cue[0] < last:  # "three in ten said they" were late
        return statement._replace(speaker=(first, statement.cue[0]))
    return statement._replace(speaker=None)


def _bare_colon(sentence: Sentence, cues: dict[int, Cue]) -> list[Found]:
    """``X had one message: "…"``, ``X: "…"``: a quotation after a colon, of who is named before."""
    for quote in sentence.quotes(2, len(sentence.words)):
        if (
            sentence.lowers[quote - 1] != ":"
            or any(colon(sentence, cues, cue) for cue in cues.values())
            or not _starts_sentence(sentence, quote)
        ):
            continue
        group = next((group for group in sentence.groups if group.finite), None)
        if group is None or group.first > quote or sentence.lowers[0] == "here":
            subject = _named_before(sentence, quote - 1)
            group, cue = _NO_GROUP, (quote - 1, quote)
        else:
            subject, cue = subject_of(sentence, group), (group.first, group.last + 1)
        if subject is not None:
            end = content_end(sentence, cues, quote, Cue(group, _ANY_VERB, quote))
            return [Found("bare colon", "speech", ((quote, end),), cue, subject)]
    return []


def _quote_and_colon(sentence: Sentence) -> list[Found]:
    """``'…': survivors tell of flood``: a headline that opens with what somebody said.

    The quotation is a clause, so no nickname: *'Sick man of the coast': Norham*.
    """
    headline = sentence.last == len(sentence.words)
    if not headline or sentence.tags[0] != QUOTE or sentence.lowers[1:2] != [":"]:
        return []
    speaker = speaker_after(sentence, 2)
    phrase = sentence.phrase_at.get(2)
    quoted = sentence.words[0].text[1:-1]
    if speaker is None or phrase is None or _is_title(sentence, 0):
        return []
    head = sentence.lowers[phrase.head]
    means_somebody = sentence.tags[phrase.head] == "NNP" or head.removesuffix("s") in sayers()
    if not means_somebody or not any(word.pos in FINITE for word in tag(quoted[:_GLANCED])):
        return []
    return [Found("bare colon", "speech", ((0, 1),), (1, 2), speaker)]


_GLANCED = 200  # characters of a quotation in which its verb is looked for
_NO_GROUP = VerbGroup(0, 0, 0, False, False, False, False, False, "")


def _named_before(sentence: Sentence, end: int) -> Range | None:
    """The last proper name before `end`, as in ``Ann Diaz (Leeds): "…"``; or a bare *Mayor*.

    *"Title," by X: "…"* gives words of an article, *Of X: "…"* words about X.
    """
    if sentence.quotes(0, end):
        return None
    only = sentence.phrase_at.get(0)
    if only is not None and only.last == end - 1 and sentence.lowers[only.head] in sayers():
        return None if _is_title(sentence, end + 1) else (0, end)
    for phrase in reversed(sentence.phrases):
        if phrase.last >= end or sentence.tags[phrase.head] not in ("NNP", "NNPS"):
            continue
        before = sentence.lowers[phrase.first - 1] if phrase.first else ""
        if before == "(" or before in PHRASE_PREPOSITIONS - {"from", "by"}:
            continue
        if sentence.lowers[phrase.head] not in TIME_WORDS:
            return phrase.first, phrase.last + 1
    return None


_QUOTING = frozenset(
    {
        "bare colon",
        "verb first",
        "parenthetical",
        "inverted",
        "quote after",
        "colon",
        "unlisted verb",
    }
)


def _stands_for_itself(sentence: Sentence, statement: Found, found: list[Found]) -> bool:
    """Whether a statement counts although its cue may lie in what somebody else says.

    Inside another content only a quotation counts, *said that …*, and the main clause of what an
    attribution at the end frames: *[X said it was late], Y said*.
    """
    around = [
        other
        for other in found
        if other is not statement
        and any(first <= statement.cue[0] < last for first, last in other.pieces)
        and other.cue != statement.cue
    ]
    if not around or statement.rule in _QUOTING:
        return True
    if statement.kind != "speech" or statement.speaker is None:
        return False
    if sentence.tags[statement.speaker[1] - 1] == "PRP":
        return False
    if statement.rule == "that-clause":
        return True
    return statement.rule == "clause" and any(
        other.rule in ("parenthetical", "inverted") and other.pieces[0][0] == statement.speaker[0]
        for other in around
    )


_ANY_VERB = Verb("", (), "speech", frozenset({"q"}), frozenset())


def _unlisted_verbs(sentence: Sentence, cues: dict[int, Cue]) -> list[Found]:
    """``"…," X groaned``: after a quotation that ends in a comma, any verb is a cue."""
    found = []
    for group in sentence.groups:
        if group.first in cues or not group.finite or _only_links(sentence, group):
            continue
        cue = Cue(group._replace(passive=False), _ANY_VERB, group.last + 1)
        for rule in (parenthetical, inverted):
            statement = rule(sentence, cues, cue)
            if statement is None or (rule is inverted and group.passive):
                continue
            last = statement.pieces[0][1] - 1
            if sentence.tags[0] != QUOTE and sentence.tags[1] != QUOTE:
                continue
            several = " " in sentence.words[last].text
            if sentence.tags[last] == QUOTE and several and _is_title(sentence, last):
                continue
            if sentence.tags[last] == QUOTE and inner_end(sentence.words[last].text) in ",?!":
                found.append(statement._replace(rule="unlisted verb"))
                break
    return found


_LINKING = read_set("linking")


def _only_links(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb is *be* or *have*, or is passive: nobody speaks by it."""
    return group.passive or sentence.lowers[group.head] in _LINKING


def _putting(sentence: Sentence, group: VerbGroup) -> Range | None:
    """Subject of *put*, also of *had put*; *a network* that explains a name takes it in."""
    if group.first and sentence.lowers[group.first - 1] in ("had", "has", "have"):
        group = group._replace(first=group.first - 1)
    subject = subject_of(sentence, group)
    if subject is None or not subject[0] or sentence.lowers[subject[0]] not in ("a", "an"):
        return subject
    return (_subject_without_comma(sentence, subject[0]) or subject[0], subject[1])


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
        end = at + 2 + numbers.index("CD")
        cue = (group.first, group.last + 1)
        found.append(Found("put at", "speech", ((group.last + 1, end),), cue, subject))
    return found


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
                start = _after_apposition(sentence, end)
                pieces = ((start, _own_end(sentence, start)),)
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


def _after_apposition(sentence: Sentence, comma: int) -> int:
    """Where a content starts after its source and what explains it: *Lee, the head, [it is safe]*.

    Such words stand between two commas, without a verb unless *who* opens them, and a clause
    follows: not *Lee, [the driver, a soldier, was hurt]*.
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
