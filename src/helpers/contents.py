"""Where the content of a statement begins and ends, and who is named beside it.

Works on the words of one sentence, by conjunctions, commas, dashes and the verbs that follow.
"""

from helpers.clauses import (
    ADVERBIAL_SUBORDINATORS,
    BEFORE_TIME_WORDS,
    DASHES,
    FINITE,
    PHRASE_PREPOSITIONS,
    QUOTE,
    TIME_WORDS,
    Range,
    Sentence,
    inner_end,
)
from helpers.reporting import Cue
from helpers.tagging import SUBORDINATORS, NounPhrase, possible_tags
from helpers.wordlists import read_list, read_set

_VENUES = frozenset(read_list("venues.txt"))
ASKING = read_set("asking")
"""Verbs that open a sentence as participles of who is addressed: *Asked about it, she left*."""
QUOTE_ENDS = frozenset(",?!….—–-;")
_BREAKS = frozenset(",;:")


_OPENS_ADJUNCT = TIME_WORDS | BEFORE_TIME_WORDS | {"to"}
"""Words, beside prepositions and adverbs, with which a time or a venue may begin."""


def skip_adjuncts(sentence: Sentence, index: int) -> int:
    """Index after words that say when, where and to whom: *in a statement on Friday to reporters*.

    Only phrases whose noun is a time or a venue are skipped, so that content is left alone.
    """
    lowers, tags = sentence.lowers, sentence.tags
    if index >= sentence.last or (
        tags[index] not in ("IN", "RB") and lowers[index] not in _OPENS_ADJUNCT
    ):
        return index
    while index < sentence.last:
        start = index
        while index < sentence.last and (lowers[index] in TIME_WORDS or _manner(sentence, index)):
            index += 1
        is_link = tags[index : index + 1] == ["IN"] and lowers[index] not in SUBORDINATORS
        if index < sentence.last and (is_link or lowers[index] == "to"):
            end = _adjunct_end(sentence, index)
            if end:
                index = end
        elif lowers[index : index + 1] and lowers[index] in BEFORE_TIME_WORDS:
            following = index + 1
            if following < sentence.last and lowers[following] in TIME_WORDS:
                index = following + 1
        if index == start:
            break
    return index


def skip_times(sentence: Sentence, index: int) -> int:
    """Index after words that say when and nothing else: *warned on Monday of*, *last week for*."""
    lowers, tags = sentence.lowers, sentence.tags
    end = after = index
    while after < sentence.last:
        if lowers[after] in TIME_WORDS:
            end = after + 1
        elif end > index and end == after and tags[after] == "CD":
            end = after + 1  # "on March 4"
        elif lowers[after] not in BEFORE_TIME_WORDS | {"on"} and tags[after] != "CD":
            break
        after += 1
    return index if tags[end : end + 1] == ["POS"] else end


def _manner(sentence: Sentence, index: int) -> bool:
    """Whether the word at `index` is an adverb that goes with the verb before it."""
    if sentence.tags[index] != "RB" or not sentence.lowers[index].endswith("ly"):
        return False
    following = index + 1
    return following < sentence.last and (
        sentence.lowers[following] in ("that", ",", ":")
        or sentence.tags[following] in (QUOTE, "IN", "TO")
    )


def _adjunct_end(sentence: Sentence, index: int) -> int | None:
    """End of the prepositional phrase at `index` if it is a time or a venue."""
    phrase = sentence.phrase_at.get(index + 1)
    if phrase is None or phrase.first != index + 1:
        return None
    head = sentence.lowers[phrase.head]
    singular = head.removesuffix("s")
    if not (head in TIME_WORDS or head in _VENUES or singular in _VENUES or _is_year(head)):
        return None
    end = phrase.last + 1
    while end + 1 < sentence.last and sentence.lowers[end] in PHRASE_PREPOSITIONS:
        following = sentence.phrase_at.get(end + 1)
        if following is None or following.first != end + 1:
            break
        end = following.last + 1
    return end


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def skip_comma(sentence: Sentence, index: int) -> int:
    """Index after the comma at `index`, if there is one."""
    if index < sentence.last and sentence.lowers[index] == ",":
        return index + 1
    return index


def content_end(sentence: Sentence, cues: dict[int, Cue], start: int, cue: Cue) -> int:
    """Index after the last word of a content that starts at `start` and follows its cue."""
    lowers, tags = sentence.lowers, sentence.tags
    subordinate = _is_subordinate(sentence, cue)
    last = sentence.last
    if sentence.barriers:
        last = min((place for place in sentence.barriers if place > start), default=last)
    for index in range(start, last):
        if tags[index] == QUOTE:
            if inner_end(sentence.words[index].text) in ".?!":
                return index + 1
            if index == start and _quote_stands_alone(sentence, index):
                return index + 1
            if inner_end(sentence.words[index].text) == "," and _cut_at_comma(
                sentence, cues, index, start, subordinate, cue.group.first
            ):
                return index + 1
            continue
        lower = lowers[index]
        if lower == ",":
            if _cut_at_comma(sentence, cues, index, start, subordinate, cue.group.first):
                return index
        elif tags[index] == "CC":
            if index > start and _starts_verb(sentence, cues, index + 1, cue):
                return index
        elif lower == ";":
            return index
    return last


def phrase_end(sentence: Sentence, cues: dict[int, Cue], start: int, cue: Cue) -> int:
    """Index after a content that is a noun phrase or an infinitive: *urged [him to leave]* today.

    It ends before a verb that is not its own, before a clause that says when or why, at a comma
    that starts no list, and before a time.
    """
    end = content_end(sentence, cues, start, cue)
    lowers, tags = sentence.lowers, sentence.tags
    own_verbs = 0  # verbs that a relative pronoun or conjunction has announced
    index = start
    while index < end:
        lower, pos = lowers[index], tags[index]
        if pos in ("WP", "WDT", "WRB") or lower in _ANNOUNCING:
            own_verbs += 1
        elif pos in FINITE and not _may_be_participle(sentence, index):
            if not own_verbs and not _reduced_relative(sentence, start, index):
                return _trim_time(sentence, start, _before_subject(sentence, start, index))
            own_verbs = max(0, own_verbs - 1)
        elif index > start and lower in _ENDING_SUBORDINATORS:
            if lower != "as" or _clause_at(sentence, index + 1):
                return _trim_time(sentence, start, index)
        elif (lower == "," and not _list_goes_on(sentence, index, end)) or (
            index > start and lower in DASHES and not sentence.quotes(index, end)
        ):
            return _trim_time(sentence, start, index)
        index += 1
    return _trim_time(sentence, start, end)


_UNDER_CONDITION = read_set("under condition")
"""Words of a condition that belongs to what is promised or refused: *to stay until she leaves*."""
_ENDING_SUBORDINATORS = read_set("ending subordinators") - _UNDER_CONDITION


_ANNOUNCING = read_set("announces verb") | _UNDER_CONDITION
"""Words after which a verb belongs to the content."""


def _before_subject(sentence: Sentence, start: int, verb: int) -> int:
    """Where a content ends before a verb whose subject is not its own: *him a fool and [he left]*.

    Without a conjunction or quotation before it the subject is the content itself.
    """
    phrase = sentence.phrase_at.get(verb - 1)
    if phrase is None or phrase.first - 1 <= start:
        return verb
    before = phrase.first - 1
    if sentence.tags[before] == "CC" and sentence.tags[verb - 1] == "PRP":
        return before
    return phrase.first if sentence.tags[before] == QUOTE else verb


def _may_be_participle(sentence: Sentence, index: int) -> bool:
    """Whether a past form may as well be *a fund named after her*, *the report as biased*."""
    following = index + 1
    if sentence.tags[index] != "VBD" or not sentence.lowers[index].endswith("ed"):
        return False
    if sentence.lowers[index - 1] == "as":
        return True
    return following < sentence.last and sentence.tags[following] in ("IN", "TO")


def _clause_at(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase and its finite verb start at `index`: *as [she left]*."""
    phrase = sentence.phrase_at.get(index)
    if phrase is None or phrase.last + 1 >= sentence.last:
        return False
    following = phrase.last + 1
    if sentence.tags[following] == "RB" and following + 1 < sentence.last:
        following += 1
    return sentence.tags[following] in FINITE


def _reduced_relative(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a verb has a subject of its own after a noun: *the way he runs the office*."""
    before = verb - 1
    while before > start and sentence.tags[before] == "RB":
        before -= 1
    phrase = sentence.phrase_at.get(before)
    return (
        phrase is not None
        and phrase.first > start
        and (phrase.first - 1) in sentence.phrase_at
        and sentence.phrase_at[phrase.first - 1].first >= start
    )


def _list_goes_on(sentence: Sentence, comma: int, end: int) -> bool:
    """Whether a comma parts members of a list, or an insertion before an infinitive."""
    following = comma + 1
    if following >= end:
        return False
    if any(group.infinitive and following <= group.first < end for group in sentence.groups):
        return sentence.tags[following] not in ("VBG", "CC") and not sentence.has_finite(
            following, end
        )
    if sentence.tags[following] == "CC":
        return not sentence.has_finite(following, end)
    if sentence.tags[following] == "VB":
        return True
    if sentence.tags[comma - 1] == "JJ" and sentence.tags[following] in ("JJ", "VBN", "VBG"):
        return True  # "a peaceful, orderly change"
    if following in sentence.phrase_at or sentence.tags[following] == QUOTE:
        return "and" in sentence.lowers[following:end] or "or" in sentence.lowers[following:end]
    return False


_BEFORE_TIME = read_set("left before time")


def _trim_time(sentence: Sentence, start: int, end: int) -> int:
    """Take a time and a dangling preposition off the end of a phrase."""
    timed = False
    while end - 1 > start:
        last = end - 1
        lower = sentence.lowers[last]
        if lower in TIME_WORDS:
            phrase = sentence.phrase_at.get(last)
            first = phrase.first if phrase else last
            if sentence.lowers[first - 1] in ("of", "the") or first <= start:
                break
            end = first
            timed = True
        elif (
            lower in _UNDER_CONDITION
            or (timed and lower in _BEFORE_TIME)
            or (sentence.tags[last] in ("CC", "PUNCT") and lower not in ")%")
        ):
            end = last
        else:
            break
    return end


_AFTER_QUOTATION = read_set("after quotation")


def _quote_stands_alone(sentence: Sentence, index: int) -> bool:
    """Whether a content that starts with the quotation at `index` ends with it as well."""
    following = index + 1
    if following >= sentence.last:
        return True
    lower, pos = sentence.lowers[following], sentence.tags[following]
    if lower in ("and", "or", ",") and following + 1 < sentence.last:
        if sentence.tags[following + 1] == QUOTE:
            return False
        return lower != "," or inner_end(sentence.words[index].text) == ","
    if inner_end(sentence.words[index].text) == ",":
        return pos != QUOTE
    if lower in DASHES:
        return True
    return lower in _ENDING_SUBORDINATORS or lower in _AFTER_QUOTATION


def _is_subordinate(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue stands in a clause with *when*, *as*, *who* …, which ends at a comma."""
    if cue.group.first == 0 and cue.verb.verb in ASKING:
        return True  # "Asked whether it rained, she said"
    for place in range(cue.group.first - 1, max(-1, cue.group.first - 8), -1):
        lower = sentence.lowers[place]
        if sentence.tags[place] in ("WP", "WDT", "WRB") or lower in ADVERBIAL_SUBORDINATORS:
            return True
        if lower in _BREAKS or sentence.tags[place] == QUOTE:
            return False
    return False


_CLAUSE_OPENERS = read_set("clause openers")


def _waits_for_verb(sentence: Sentence, start: int, comma: int) -> bool:
    """Whether a clause has begun whose verb is still to come: *that X, a firm, will move*."""
    for place in range(comma - 1, start - 1, -1):
        if sentence.tags[place] in FINITE or sentence.tags[place] == QUOTE:
            return False
        if sentence.lowers[place] in _CLAUSE_OPENERS and sentence.tags[place] != "DT":
            subject = place + 1 in sentence.phrase_at
            return subject and sentence.has_finite(comma, sentence.last)
    return False


def _parts_subject_from_verb(sentence: Sentence, start: int, comma: int) -> bool:
    """Whether a comma opens or closes an insertion between the content's subject and verb.

    *said [the house, which burned down, was empty]*, *said [the house, built in May, was sold]*:
    a relative clause or a participle.
    """
    lowers, tags = sentence.lowers, sentence.tags
    opening = lowers.index(",", start)
    if opening == start or sentence.has_finite(start, opening) or sentence.quotes(start, opening):
        return False
    relates = tags[opening + 1] in ("WP", "WP$", "WDT", "WRB") or (
        tags[opening + 1] == "IN" and tags[opening + 2 : opening + 3] in (["WP"], ["WDT"])
    )
    participle = tags[opening + 1] in ("VBN", "VBD") and (
        opening - 1 in sentence.phrase_at and "VBN" in possible_tags(lowers[opening + 1])
    )
    if not (relates or participle) or "," not in lowers[opening + 1 : sentence.last]:
        return False
    closing = lowers.index(",", opening + 1)
    if participle and (closing == opening + 2 or _another_verb(sentence, opening + 2, closing)):
        return False  # "said the house, said Lee, was sold"
    verb = closing + 2 if tags[closing + 1] == "RB" else closing + 1
    return comma in (opening, closing) and verb < sentence.last and tags[verb] in FINITE


def _another_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words hold a finite verb; *and sold* goes with the participle before it."""
    return sentence.has_finite(first, last) and not all(
        sentence.tags[place - 1] == "CC" and "VBN" in possible_tags(sentence.lowers[place])
        for place in range(first, last)
        if sentence.tags[place] in FINITE
    )


def _cut_at_comma(
    sentence: Sentence,
    cues: dict[int, Cue],
    comma: int,
    start: int,
    subordinate: bool,
    cue_first: int,
) -> bool:
    lowers, tags = sentence.lowers, sentence.tags
    following = comma + 1
    if following >= sentence.last:
        return False
    if _waits_for_verb(sentence, start, comma):
        return False
    if lowers[comma] == "," and _parts_subject_from_verb(sentence, start, comma):
        return False
    if subordinate and sentence.has_finite(start, comma):
        return True
    if tags[cue_first] in ("VBG", "VBN") and tags[following] in FINITE:
        return True  # "X, echoing her words, said"
    if lowers[following] in ("according", "citing", "referring"):
        return True
    if tags[following] in FINITE and sentence.has_finite(start, comma):
        return True
    cue = cues.get(following)
    if tags[following] == "RB" and cue is None:
        cue = cues.get(following + 1)
    if cue is not None and tags[cue.group.first] == "VBG":
        return True
    if lowers[following] == "but" and tags[following + 1 : following + 2] == ["PRP"]:
        return True
    if tags[following] == "CC":
        return _clause_with_cue(sentence, cues, following + 1)
    if lowers[following] == "which":
        return True
    return sentence.has_finite(start, comma) and (
        lowers[following] in _CONCESSIONS or _afterthought(sentence, following)
    )


_CONCESSIONS = read_set("concessions")


def _afterthought(sentence: Sentence, index: int) -> bool:
    """Whether the reporter's remark ends the sentence: *, a swipe at the mayor*."""
    return (
        sentence.lowers[index] in ("a", "an")
        and "," not in sentence.lowers[index : sentence.last]
        and not sentence.quotes(index, sentence.last)
    )


def _clause_with_cue(sentence: Sentence, cues: dict[int, Cue], index: int) -> bool:
    """Whether words at `index` are a reporting verb, or a short subject and one."""
    for place in range(index, min(index + 6, sentence.last)):
        cue = cues.get(place)
        if cue is not None and sentence.tags[place] in FINITE | {"VBG"}:
            return cue.verb.kind == "speech"
        if sentence.tags[place] in FINITE or sentence.lowers[place] == ",":
            return False
    return False


def _starts_verb(sentence: Sentence, cues: dict[int, Cue], index: int, cue: Cue) -> bool:
    """Whether *and* joins the cue's verb to another one in the same tense."""
    if index < sentence.last and sentence.tags[index] == "RB":
        index += 1
    other = cues.get(index)
    if other is None or index >= sentence.last:
        return False
    own = sentence.tags[cue.group.first]
    same = sentence.tags[index] == own and own in ("VBD", "VBZ", "VBG")
    resumes = own == "VBG" and sentence.tags[index] in (
        "VBD",
        "VBZ",
    )  # "..., calling it X and said"
    turns = sentence.lowers[index - 1] == "but" and {own, sentence.tags[index]} == {"VBD", "VBZ"}
    return (same or resumes or turns) and other.verb.kind == "speech"


def speaker_after(sentence: Sentence, index: int) -> Range | None:
    """The noun phrase at `index` with what belongs to it: *said X, a member of Y*."""
    if sentence.lowers[index : index + 1] == ["@"]:
        return index, _handle_end(sentence, index)
    phrase = sentence.phrase_at.get(index)
    if phrase is None or phrase.first != index or sentence.tags[index] == "WP":
        return None
    end = name_end = phrase_tail(sentence, phrase.last + 1, named=_is_name(sentence, phrase))
    while (
        end + 1 < sentence.last
        and sentence.lowers[end] == ","
        and sentence.tags[end + 1] in ("DT", "CD", "PRP$", "NNP", "NN", "JJ")
    ):
        following = sentence.phrase_at.get(end + 1)
        if following is None or following.first != end + 1:
            break
        if sentence.lowers[following.last] in TIME_WORDS:
            break  # "said Ana Diaz, early last week"
        tail = phrase_tail(sentence, following.last + 1)
        age = following.first == following.last and sentence.tags[following.head] == "CD"
        if age or (tail < sentence.last and sentence.tags[tail] in FINITE):
            break
        end = tail
    if (
        end < sentence.last
        and sentence.lowers[end] not in _BREAKS
        and (sentence.tags[end] != QUOTE and sentence.lowers[end] not in DASHES)
    ):
        end = name_end  # an apposition that goes on would be cut off in the middle
    if sentence.lowers[end : end + 1] == ["who"]:
        end = _clause_end(sentence, end)
    return index, end


def _handle_end(sentence: Sentence, index: int) -> int:
    """End of the name of an account, as *@ann_voss*, which no space interrupts."""
    end = index + 1
    while end < sentence.last and sentence.words[end].start == sentence.words[end - 1].end:
        if sentence.tags[end] == "PUNCT" and sentence.lowers[end] != "_":
            break
        end += 1
    return end


def _clause_end(sentence: Sentence, index: int) -> int:
    """Index of the mark or quotation that ends the clause at `index`."""
    while index < sentence.last and sentence.lowers[index] not in _BREAKS:
        if sentence.tags[index] == QUOTE or sentence.lowers[index] in DASHES:
            break
        index += 1
    return index


def _is_name(sentence: Sentence, phrase: NounPhrase) -> bool:
    return sentence.tags[phrase.head] in ("NNP", "NNPS")


_NOT_OF_NAMES = read_set("not of names")
"""Prepositions of phrases that say nothing of who bears the name before them."""


def phrase_tail(sentence: Sentence, end: int, *, named: bool = False) -> int:
    """End of the prepositional phrases that belong to a noun; after a name only *of* and *for*."""
    while end + 1 < sentence.last and (
        sentence.lowers[end] in PHRASE_PREPOSITIONS or sentence.lowers[end] in ("and", "or")
    ):
        following = sentence.phrase_at.get(end + 1)
        if following is None or following.first != end + 1:
            break
        if named and sentence.lowers[end] in _NOT_OF_NAMES:
            break
        if sentence.lowers[following.last] in TIME_WORDS or (
            sentence.lowers[following.head] in _VENUES and sentence.lowers[end] != "of"
        ):
            break
        end = following.last + 1
    return end


def hearer_end(sentence: Sentence, index: int) -> int | None:
    """End of the noun phrase at `index` that names who is addressed."""
    phrase = sentence.phrase_at.get(index)
    if phrase is None or phrase.first != index:
        return None
    end = phrase.last + 1
    while end + 1 < sentence.last:
        if sentence.tags[end] == "POS" and sentence.tags[end + 1] == QUOTE:
            end += 2  # a programme: "X told the network's 'Morning Show' that ..."
            continue
        following = sentence.phrase_at.get(end + 1)
        if sentence.lowers[end] not in PHRASE_PREPOSITIONS or (
            following is None or following.first != end + 1
        ):
            break
        end = following.last + 1
    return end
