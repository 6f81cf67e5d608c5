"""Rules for a quotation after its cue: *X said, "…"*, *X said: "…"*, *Said X: "…"*.

What a quotation says of itself is here too: whether it is a title, or a sentence of its own.
"""

from helpers.attribution_found import Found, found_from, speaker_of
from helpers.clauses import FINITE, QUOTE, Sentence
from helpers.contents import content_end, hearer_end, skip_adjuncts, skip_comma, speaker_after
from helpers.reporting import Cue
from helpers.wordlists import read_set

_SMALL_IN_TITLES = read_set("small in titles")


def is_title(sentence: Sentence, index: int) -> bool:
    """Whether a quotation is the name of a programme or book: *told "Morning Talk"*."""
    words = sentence.words[index].text.strip("\"'“”‘’.,").split()
    return len(words) <= 6 and all(word[:1].isupper() or word in _SMALL_IN_TITLES for word in words)


def starts_sentence(sentence: Sentence, index: int) -> bool:
    """Whether the quotation at `index` begins with a capital, as a whole sentence does."""
    return sentence.words[index].text.lstrip("\"'“‘«`([ ")[:1].isupper()


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


_COLON_REACH = 25  # words


def colon(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X said: …``: the content follows a colon, perhaps in the next sentence."""
    if not cue.verb.frames & {"q", "told"} or cue.group.passive:
        return None
    near = sentence.lowers[cue.after : cue.after + _COLON_REACH]
    if ":" not in near:
        return None
    index = cue.after + near.index(":")
    between = sentence.tags[cue.after : index]
    if QUOTE in between or not FINITE.isdisjoint(between):
        return None
    if index + 1 >= len(sentence.words):
        after = speaker_after(sentence, cue.after) if cue.group.first == 0 else None
        speaker = after or speaker_of(sentence, cue)  # "Said Lee:"
        return Found("colon", "speech", (), (cue.group.first, cue.after), speaker)
    return found_from("colon", sentence, cues, cue, index + 1)


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
    return found_from("quote after", sentence, cues, cue, index)


def _is_possessed(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb is a noun: *called the court's reasoning "bold"*."""
    first = cue.group.first
    return first > 0 and sentence.tags[first] == "VBG" and sentence.tags[first - 1] == "POS"


def _skip_agent(sentence: Sentence, index: int) -> int:
    """Index after *by X*, which names the speaker of a passive."""
    if sentence.lowers[index : index + 1] == ["by"]:
        return hearer_end(sentence, index + 1) or index
    return index
