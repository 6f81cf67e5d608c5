"""Rules for a clause as content: *X said that …*, *X said he …*, *X asked whether …*."""

from helpers.attribution_found import Found, found_from
from helpers.clauses import (
    ADVERBIAL_SUBORDINATORS,
    FINITE,
    NOMINAL,
    QUOTE,
    TIME_WORDS,
    Sentence,
    subject_of,
)
from helpers.contents import ASKING, hearer_end, skip_adjuncts, skip_comma
from helpers.reporting import Cue
from helpers.wordlists import read_set


def that_clause(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X said that …``, ``X told Y that …``."""
    if not cue.verb.frames & {"that", "clause", "told"}:
        return None
    index = skip_comma(sentence, skip_adjuncts(sentence, cue.after))
    if index < sentence.last and sentence.lowers[index] == "that":
        return found_from("that-clause", sentence, cues, cue, index)
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
    return found_from("that-clause", sentence, cues, cue, that)


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
        if cue.group.first == 0 and sentence.tags[0] == "VBG":
            return None  # "Responding to her remarks, Lee said it was late"
        index += 1
    if index >= sentence.last:
        return None
    if not _gerund_is_subject(sentence, index):
        if not opens_clause(sentence, index) and not (
            cue.verb.verb == "say" and _may_open_clause(sentence, index)
        ):
            return None
        if cue.verb.verb != "say" and not _subject_then_verb(sentence, index):
            return None
    if sentence.lowers[: cue.after + 1] == ["that", "said", ","]:
        return None  # "That said, he left"
    return found_from("clause", sentence, cues, cue, index)


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

_SUBJECT_PRONOUNS = read_set("subject pronouns")


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
    last = phrase.last if phrase is not None else counted_last(sentence, index)
    return last is not None and any(
        group.first > last and not group.infinitive for group in sentence.groups
    )


def counted_last(sentence: Sentence, index: int) -> int | None:
    """Index of a number that begins a clause after its hedge: *said more than 200 left*."""
    for place in range(index, min(index + 4, sentence.last)):
        if sentence.tags[place] == "CD":
            return place
        if sentence.tags[place] not in ("RB", "RBR", "JJR", "JJS", "IN", "DT"):
            return None
    return None


_OPENS_CONTENT = read_set("opens content")


def opens_clause(sentence: Sentence, index: int) -> bool:
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
        return found_from("wh-clause", sentence, cues, cue, index)
    return None


SAID_BEFORE = read_set("said before")


def as_said(sentence: Sentence, _cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``As X put it, …``, which opens a sentence."""
    if cue.verb.verb not in SAID_BEFORE or not cue.group.finite or cue.group.passive:
        return None
    subject = subject_of(sentence, cue.group)
    start = cue.after + 1
    if subject is None or sentence.lowers[: subject[0]][-1:] != ["as"] or subject[0] > 2:
        return None
    if sentence.lowers[cue.after : start] != [","] or start >= sentence.last:
        return None
    cue_range = (cue.group.first, cue.after)
    return Found("as said", "speech", ((start, sentence.last),), cue_range, subject)
