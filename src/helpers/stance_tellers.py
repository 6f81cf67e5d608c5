"""Words that tell who speaks in the middle of what he says, taken out before it is read.

*had only praise, he told the crowd, for them* is read as *had only praise for them*.
"""

from helpers.tagging import Word

_TOLD = frozenset({"said", "says", "added", "told", "insisted", "argued", "stressed", "explained"})
_NAMERS = frozenset({"PRP", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS"})
_HEARERS = _NAMERS | {"CD", "IN", "TO", "PRP$", "RB"}
_GOES_ON = frozenset({"IN", "TO", "VB", "VBG", "VBN", "VBZ", "VBD", "VBP", "MD", "RB", "JJ"})
_LONGEST_TELLER = 4
_LONGEST_HEARER = 5


def without_teller(words: list[Word]) -> list[Word]:
    """Words of a clause without the sayer between commas; all that are left keep their place."""
    if not any(word.lower in _TOLD for word in words):
        return words
    found: list[Word] = []
    index = 0
    while index < len(words):
        end = _after_teller(words, index, found[-1]) if found else index
        if end == index:
            found.append(words[index])
            end += 1
        index = end
    return found


def _after_teller(words: list[Word], comma: int, before: Word) -> int:
    """Index after the sayer that opens at a comma, if the clause goes on; the comma's if not.

    It does with a verb or preposition, or with the object of a verb that stands before.
    """
    verb = _telling_verb(words, comma) if words[comma].text == "," else -1
    if verb < 0:
        return comma
    for end in range(verb + 1, min(verb + 2 + _LONGEST_HEARER, len(words) - 1)):
        if words[end].text == ",":
            return end + 1 if _goes_on(before, words[end + 1]) else comma
        if words[end].pos not in _HEARERS:
            break
    return comma


def _telling_verb(words: list[Word], comma: int) -> int:
    """Verb of the sayer after a comma: *, he said,*, *, said the mayor,*; -1 if there is none."""
    for place in range(comma + 1, min(comma + 2 + _LONGEST_TELLER, len(words))):
        if words[place].lower in _TOLD:
            return place
        if words[place].pos not in _NAMERS:
            break
    return -1


def _goes_on(before: Word, after: Word) -> bool:
    """Whether a clause goes on from one word to the next: *have to thank | the nurses*."""
    return after.pos in _GOES_ON or (before.pos in ("VB", "MD") and after.pos in ("DT", "PRP$"))
