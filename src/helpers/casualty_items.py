"""A sentence as a row of items, one letter each, over which casualty rules can be written.

``At least nine people were killed and 20 others injured`` becomes ``NYANK``: counted people, a
passive casualty verb, and, counted people, a casualty participle.
"""

from dataclasses import replace

from helpers.casualty_harm import noun_of_harm, verb_group
from helpers.casualty_joins import joined
from helpers.casualty_people import none_item, numeral_item, people_item
from helpers.casualty_sentence import Item, Sentence
from helpers.casualty_words import is_adverb, is_plain
from helpers.numerals import Numeral, Token

_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "(": "(", ")": ")", "[": "(",
    "]": ")", "-": ",", "–": ",", "—": ",", "/": "A", "&": "A", "+": "A",
}  # fmt: skip


def items_of(tokens: list[Token]) -> tuple[list[Item], list[Numeral]]:
    """Items of a sentence and all its numerals, in order."""
    sentence = Sentence(tokens)
    items: list[Item] = []
    index = 0
    while index < len(tokens):
        if index not in sentence.numeral_at and is_plain(sentence.lowers[index]):
            item = _word(sentence, index)
        else:
            item = _read(sentence, index)
        if item.letter == "c" and items and items[-1].letter in "NUHid":
            item = _relative_that(sentence, item)
        if item.letter and not (item.letter == "," and items and items[-1].letter == ","):
            items.append(item)
        index = item.last
    return joined(items, tokens), sentence.numerals


def _read(sentence: Sentence, index: int) -> Item:
    """The item that begins at a word, by the first reader that knows it."""
    return (
        numeral_item(sentence, index)
        or verb_group(sentence, index)
        or noun_of_harm(sentence, index)
        or none_item(sentence, index)
        or people_item(sentence, index)
        or _word(sentence, index)
    )


def _word(sentence: Sentence, index: int) -> Item:
    lower = sentence.lower(index)
    if not lower[0].isalnum():
        return Item(_PUNCTUATION.get(lower, ""), index, index + 1)
    letter = sentence.letter(index)
    if letter == "w" and is_adverb(lower):
        letter = "e"
    if letter == "s" and sentence.letter(index - 1) == "b":
        letter = "j"  # is said to be
    after = sentence.lower(index + 1)
    if lower == "as" and after == "well" and sentence.lower(index + 2) == "as":
        return Item("A", index, index + 3)
    if lower in ("along", "together", "alongside") and after == "with":
        return Item("A", index, index + 2)
    return Item(letter, index, index + 1)


def _relative_that(sentence: Sentence, item: Item) -> Item:
    """*priests that were murdered*: a relative pronoun where a verb follows."""
    if sentence.lower(item.first) == "that" and sentence.letter(item.last) in "bhmo":
        return replace(item, letter="R")
    return item
