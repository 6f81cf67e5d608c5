"""Words that interrupt a clause, taken out or made one before it is read.

*have in the past welcomed it* has one verb, *what he called an attack* is an attack, and *under no
circumstances* is *not*.
"""

from collections.abc import Callable

from helpers.tagging import FINITE, Word, possible_tags
from helpers.wordlists import read_set

_AUXILIARIES = {
    "have": ("VBN",),
    "has": ("VBN",),
    "had": ("VBN",),
    **dict.fromkeys(("will", "would", "could", "can", "must", "should", "may", "might"), ("VB",)),
    **dict.fromkeys(("did", "does", "do", "not", "n't"), ("VB",)),
}
"""Classes of the verb that goes with an auxiliary, beyond the words between them."""
_INTERRUPTING = read_set("interrupting")
_BETWEEN = frozenset({"DT", "JJ", "NN", "NNS", "CD", "IN", "PRP$", "NNP", "RB"})
_LONGEST_INTERRUPTION = 7

_NAMING = read_set("naming")
_CLAIMING = read_set("claiming")
_LINKS = read_set("links")
_NAMERS = frozenset({"PRP", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS"})
_LONGEST_NAMER = 6

_NEVER = (
    ("under", "no", "circumstances"),
    ("under", "no", "circumstance"),
    ("in", "no", "way"),
    ("in", "no", "sense"),
    ("by", "no", "means"),
    ("at", "no", "time"),
    ("at", "no", "point"),
    ("on", "no", "account"),
)


def without_insertions(words: list[Word]) -> list[Word]:
    """Words of a clause without what interrupts it; all that are left keep their place."""
    found = _without_sayer(_without_quantifiers(_denials(words)))
    if any(word.lower == "what" for word in found):
        found = _without_naming(found)
    return _without_asides(_without_interruptions(found))


def _without_sayer(words: list[Word]) -> list[Word]:
    """*praised those who he said had helped* as *praised those who had helped*."""
    return _leaving_out(
        words, lambda words, index, found: _sayer_end(words, index) if found else index
    )


def _sayer_end(words: list[Word], index: int) -> int:
    """Index after a sayer and verb between *who* and its own verb; `index` itself if none is."""
    if words[index - 1].pos not in ("WP", "WDT") or words[index - 1].lower == "what":
        return index
    for place in range(index + 1, min(index + 4, len(words) - 1)):
        goes_on = words[place + 1].pos in FINITE
        if words[place].lower in _CLAIMING and goes_on:
            sayer = words[index:place]
            return place + 1 if all(word.pos in _NAMERS for word in sayer) else index
    return index


def _denials(words: list[Word]) -> list[Word]:
    """*is in no sense a threat* as *is not a threat*; at the start it stays as it is."""
    found: list[Word] = []
    index = 0
    while index < len(words):
        if found and words[index + 1 : index + 2] and words[index + 1].lower == "no":
            three = tuple(word.lower for word in words[index : index + 3])
            if three in _NEVER and found[-1].pos not in ("PUNCT", "IN"):
                first, last = words[index], words[index + 2]
                text = " ".join(word.text for word in words[index : index + 3])
                found.append(Word(first.start, last.end, text, "not", "RB"))
                index += 3
                continue
        found.append(words[index])
        index += 1
    return found


def _without_quantifiers(words: list[Word]) -> list[Word]:
    """*have all attacked it* as *have attacked it*."""
    return [
        word
        for index, word in enumerate(words)
        if not (
            word.lower in ("all", "both", "each")
            and 0 < index < len(words) - 1
            and words[index - 1].lower in _AUXILIARIES
            and words[index + 1].pos in ("VBN", "VBD", "VB", "VBG")
        )
    ]


def _leaving_out(
    words: list[Word], end_of: Callable[[list[Word], int, list[Word]], int]
) -> list[Word]:
    """Words without what `end_of` says begins at an index; it gives the index itself if nothing.

    It is given all words, the index, and the words kept so far.
    """
    found: list[Word] = []
    index = 0
    while index < len(words):
        end = end_of(words, index, found)
        if end > index:
            index = end
            continue
        found.append(words[index])
        index += 1
    return found


def _without_naming(words: list[Word]) -> list[Word]:
    """*condemned what it called an attack* as *condemned an attack*."""
    return _leaving_out(
        words,
        lambda words, index, _: (
            _naming_end(words, index) if index and words[index].lower == "what" else index
        ),
    )


def _naming_end(words: list[Word], index: int) -> int:
    """Index of the name that *what X calls* gives; `index` itself if it gives none."""
    before = words[index - 1]
    if not (before.pos.startswith("VB") or before.pos in ("IN", "TO")):
        return index
    for place in range(index + 2, min(index + 2 + _LONGEST_NAMER, len(words) - 1)):
        word = words[place]
        following = words[place + 1]
        if word.lower in _NAMING:
            return place + 1 + (following.lower == "as")
        if word.lower in _CLAIMING and following.lower in _LINKS:
            return place + 2
        if word.pos not in _NAMERS:
            return index
    return index


def _without_interruptions(words: list[Word]) -> list[Word]:
    """*have in the past welcomed it* as *have welcomed it*."""
    found: list[Word] = []
    index = 0
    while index < len(words):
        found.append(words[index])
        index += 1
        takes = _AUXILIARIES.get(found[-1].lower)
        if takes and index < len(words) and words[index].text == ",":
            end = _aside_end(words, index, takes)
            if end > index:
                found.append(words[end]._replace(pos=takes[0]))
                index = end + 1
                continue
        if takes and index < len(words) and words[index].lower in _INTERRUPTING:
            end = _interruption_end(words, index, takes)
            if end > index:
                found.append(words[end]._replace(pos=takes[0]))
                index = end + 1
    return found


_COPULAS = read_set("copulas (insertions)")
_ASIDE = frozenset({"RB", "IN", "DT", "JJ", "NN", "NNS", "PRP$", "PRP", "CC"})
_LONGEST_ASIDE = 6


def _without_asides(words: list[Word]) -> list[Word]:
    """*is, quite simply, a disgrace* as *is a disgrace*."""
    return _leaving_out(words, _after_aside)


def _after_aside(words: list[Word], index: int, found: list[Word]) -> int:
    """Index after the aside that the comma at `index` opens, or `index` if it opens none."""
    is_opening = words[index].text == "," and found and found[-1].lower in _COPULAS
    close = _aside_close(words, index) if is_opening else index
    return close + 1 if close > index else index


def _aside_close(words: list[Word], comma: int) -> int:
    """Index of the comma that ends an aside without a verb, or `comma`."""
    for place in range(comma + 1, min(comma + 2 + _LONGEST_ASIDE, len(words) - 1)):
        if words[place].text == ",":
            return place if place > comma + 1 else comma
        if words[place].pos not in _ASIDE:
            return comma
    return comma


def _aside_end(words: list[Word], comma: int, takes: tuple[str, ...]) -> int:
    """Index of the verb after an aside between commas: *we do, of course, support it*."""
    for place in range(comma + 1, min(comma + 1 + _LONGEST_INTERRUPTION, len(words) - 1)):
        if words[place].text == ",":
            possible = possible_tags(words[place + 1].text)
            return place + 1 if any(pos in possible for pos in takes) else comma
        if words[place].pos in FINITE:
            return comma
    return comma


def _interruption_end(words: list[Word], first: int, takes: tuple[str, ...]) -> int:
    """Index of the verb after a phrase that stands between it and its auxiliary, or `first`."""
    for place in range(first + 1, min(first + 1 + _LONGEST_INTERRUPTION, len(words))):
        pos = words[place].pos
        if pos in takes or (pos == "VBD" and "VBN" in takes):
            return place
        is_verb = pos == "NN" and "VB" in takes and "VB" in possible_tags(words[place].text)
        if is_verb and place + 1 < len(words) and words[place + 1].pos in ("DT", "PRP$"):
            return place  # cannot in good conscience sign the bill
        if pos not in _BETWEEN or pos in FINITE:
            return first
    return first
