"""Rules for a content before its cue: *"…," X said*, *"…," said X*, *… X said on Monday*.

The content may go on after the cue: *"…," X said, "…"*.
"""

from helpers.attribution_clauses import SAID_BEFORE, bare_clause, opens_clause
from helpers.attribution_found import Found, cited_source, subject_without_comma
from helpers.attribution_quotations import is_title, starts_sentence
from helpers.clauses import (
    ADVERBIAL_SUBORDINATORS,
    DASHES,
    FINITE,
    QUOTE,
    TIME_WORDS,
    Range,
    Sentence,
    inner_end,
    subject_of,
)
from helpers.contents import QUOTE_ENDS, content_end, hearer_end, skip_adjuncts, speaker_after
from helpers.reporting import ANY_VERB, Cue
from helpers.tagging import VerbGroup
from helpers.wordlists import read_set


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
    if sentence.lowers[start - 1] == "as":
        start -= 1
    quoted = _quote_before(sentence, start)
    if not quoted:
        after_all = sentence.lowers[start] == "as" and cue.after >= sentence.last
        put_so = after_all and cue.verb.verb in SAID_BEFORE  # "…, as X put it"
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
    right = _right_pieces(
        sentence,
        cues,
        _after_hearer(sentence, cue),
        cue,
        quoted,
        waits=not quoted and _waits_for_verb(sentence, first, end),
    )
    attributed = (
        skip_adjuncts(sentence, cue.after) >= sentence.last and "VBN" in (sentence.tags[first:end])
    )
    if not (quoted or right or attributed or _can_be_clause(sentence, first, end)):
        return None
    named = quoted and sentence.tags[end - 1] == QUOTE and is_title(sentence, end - 1)
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


def _after_hearer(sentence: Sentence, cue: Cue) -> int:
    """Index after a verb and whom it addresses: *…, she told reporters, …*."""
    after, frames = cue.after, cue.verb.frames
    tells = frames >= {"q", "told"} and frames.isdisjoint({"that", "np"})
    return (hearer_end(sentence, after) or after) if tells else after


def _waits_for_verb(sentence: Sentence, first: int, end: int) -> bool:
    """Whether words have a subject and no verb yet, or an auxiliary whose verb is still to come.

    *[The suspects], he said, [will be charged]*, *[The plan has], critics say, [failed]*.
    """
    last = end - 1
    if sentence.lowers[last] in _LINKING or sentence.tags[last] == "MD":
        return True
    return last in sentence.phrase_at and not sentence.has_finite(first, end)


def _same_subject(sentence: Sentence, cue: Cue, subject: Range) -> bool:
    """Whether a reporting verb has a subject, and in its own clause, not by *who*."""
    group = cue.group
    related = sentence.tags[group.first - 1] in ("WP", "WDT")
    return group.finite and not related and subject_of(sentence, group) == subject


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
    if cue.verb is ANY_VERB or "," not in rest:
        return cue.verb is ANY_VERB
    verb = cue.after + rest.index(",") + 1
    return any(place in cues and cues[place].group.finite for place in (verb, verb + 1))


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

_TITLE_TAGS = frozenset(
    {"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "IN", "CC", "POS", "PRP$", "CD", "PUNCT", "TO", "VBN"}
)
"""Classes of the words that a title may be made of."""


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


def _only_sets_scene(sentence: Sentence, first: int, end: int, right: list[Range]) -> bool:
    """Whether what stands before the subject only leads up to the quotation after the verb.

    *After the match, he said, "We won."* against *The plan, he said, "is bad."*
    """
    if not right or sentence.tags[right[0][0]] != QUOTE:
        return False
    if starts_sentence(sentence, right[0][0]):
        return True
    opening = sentence.tags[first]
    return opening in ("IN", "VBN", "VBG", "WRB", "TO") and not sentence.has_finite(first, end)


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


def quoted_as_saying(sentence: Sentence, _cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``"…," the paper quoted X as saying``: content, who passes it on, and who said it."""
    group = cue.group
    if cue.verb.verb not in ("quote", "cite") or group.passive:
        return None
    speaker = cited_source(sentence, cue)
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
    led = sentence.tags[first] == "IN" and opens_clause(sentence, comma + 1)
    if not begun and not led:
        return ()
    last = content_end(sentence, cues, comma + 1, cue)
    return ((first, end), (comma + 1, last)) if last > comma + 1 else ()


_LONGEST_HEADLINE_SPEAKER = 5  # words, the verb included


def _headline_speakers(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether *…, say scientists* ends a sentence: the plain form of a verb, and who says so."""
    return (
        sentence.tags[group.first] == "VB"
        and sentence.lowers[group.first - 1] == ","
        and sentence.tags[sentence.last - 1] == "NNS"
        and sentence.last - group.last <= _LONGEST_HEADLINE_SPEAKER
        and group.last + 1 in sentence.phrase_at
    )


_SAYS_MORE = frozenset({"WP", "WDT", "WRB", "VBG"})


def _relative_start(sentence: Sentence, index: int) -> int:
    """Where more is said of the speaker, else the sentence's end: *, who …*, *, adding …*."""
    for place in range(index, sentence.last - 1):
        if sentence.lowers[place] == "," and sentence.tags[place + 1] in _SAYS_MORE:
            return place
    return sentence.last


_STATING = read_set("stating")
_NEVER_SPEAK = read_set("never speak")
_SHORTEST_CONTENT = 4  # words
_CITING = frozenset(("quoting", "citing", "saying"))


def unpunctuated(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``… X said on Monday.``: content before the subject, with no comma between them."""
    group = cue.group
    cites = cue.verb.verb in ("cite", "quote")
    ends = sentence.lowers[cue.after : cue.after + 1] in ([], ["."], ["including"])
    says = (
        cue.verb.verb in ("say", "tell", "report") or cites or (ends and cue.verb.verb in _STATING)
    )
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
    start = subject_without_comma(sentence, end)
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
    if cites:
        speaker = cited_source(sentence, cue)
        if speaker is None:
            return None
    else:
        start = _first_named(sentence, start)
        speaker = (start, end)
    return Found("unpunctuated", "speech", ((0, start),), (group.first, cue.after), speaker)


def _after_place(sentence: Sentence, start: int, end: int) -> int:
    """In *near Port Salem media said* the speaker begins after the name of the place."""
    lower = (i for i in range(start + 1, end) if sentence.words[i].text[0].islower())
    return next(lower, start)


def _first_named(sentence: Sentence, start: int) -> int:
    """Where the speaker begins if *a monitor* at `start` only explains a name before it."""
    explains = sentence.lowers[start] in ("a", "an") and sentence.tags[start - 1] == "NNP"
    wider = subject_without_comma(sentence, start) if explains else None
    return start if wider is None or wider < _SHORTEST_CONTENT else wider


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


def _opens_content(sentence: Sentence, cues: dict[int, Cue], start: int) -> bool:
    """Whether an earlier verb of saying already takes what stands before the subject."""
    return any(
        place < start
        and cues[place].group.finite
        and not cues[place].group.passive
        and bare_clause(sentence, cues, cues[place]) is not None
        for place in cues
    )


_LINKING = read_set("linking")


def unlisted_verbs(sentence: Sentence, cues: dict[int, Cue]) -> list[Found]:
    """``"…," X groaned``: after a quotation that ends in a comma, any verb is a cue."""
    found: list[Found] = []
    if QUOTE not in sentence.tags[:2]:
        return found
    for group in sentence.groups:
        if group.first in cues or not group.finite or _only_links(sentence, group):
            continue
        cue = Cue(group, ANY_VERB, group.last + 1)
        for rule in (parenthetical, inverted):
            statement = rule(sentence, cues, cue)
            if statement is None:
                continue
            last = statement.pieces[0][1] - 1
            several = " " in sentence.words[last].text
            if sentence.tags[last] != QUOTE or (several and is_title(sentence, last)):
                continue
            if inner_end(sentence.words[last].text) in ",?!":
                found.append(statement._replace(rule="unlisted verb"))
                break
    return found


def _only_links(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb is *be* or *have*, or is passive: nobody speaks by it."""
    return group.passive or sentence.lowers[group.head] in _LINKING


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


def _left_start(sentence: Sentence, end: int) -> int:
    """First word of a content that ends at `end`, its cue following."""
    for place in range(end - 1, 0, -1):
        if sentence.tags[place] != QUOTE:
            continue
        before = sentence.lowers[place - 1]
        if before == ":" or (before in DASHES and not sentence.quotes(0, place)):
            return place
    return 1 if sentence.tags[0] == "CC" and end > 1 else 0


_GOES_ON = frozenset({"because", "following", "including"})
"""Words with which a content goes on after *…, X said,* though others of their kind begin a remark
of the reporter."""


def _right_pieces(
    sentence: Sentence,
    cues: dict[int, Cue],
    index: int,
    cue: Cue,
    needs_quote: bool,
    *,
    waits: bool = False,
) -> list[Range]:
    """What follows a cue that interrupts its content; `waits` says that its verb is to come."""
    index = skip_adjuncts(sentence, index)
    lowers, tags = sentence.lowers, sentence.tags
    if index >= sentence.last or (tags[index] == QUOTE and is_title(sentence, index)):
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
        or (following in cues and not waits)
        or (waits and lowers[following] in _GOES_ON)
        or (lowers[following] in ADVERBIAL_SUBORDINATORS and lowers[following] not in _GOES_ON)
        or lowers[following] in ("according", "citing")
        or lowers[following : following + 2] == ["on", "condition"]
    ):
        return []
    end = content_end(sentence, cues, following, cue)
    return [(following, end)] if end > following else []


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


def _after_quote(sentence: Sentence, cues: dict[int, Cue], index: int, cue: Cue) -> int:
    """End of a content that goes on with the quotation at `index`."""
    following = index + 1
    if following >= sentence.last or inner_end(sentence.words[index].text) in ",.?!":
        return following
    return content_end(sentence, cues, index, cue)
