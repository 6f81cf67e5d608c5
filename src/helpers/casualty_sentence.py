"""A sentence whose items are being read: its words, its numerals, its casualty expressions.

An item is one unit of it, for which a letter stands (see `helpers.casualty_items`).
"""

from dataclasses import dataclass

from helpers.casualty_expressions import casualty_forms
from helpers.casualty_words import Form, is_may, lexicon
from helpers.numerals import Numeral, Token, numerals_of

ONE_OF_GROUP = "one of a group already counted"
"""The reason why the number of *one of the wounded* is no toll."""


@dataclass(slots=True)
class Item:
    """One unit of a sentence: a noun phrase, a verb group, or a word.

    ``letter`` is its class; ``first, last`` its tokens (half-open). ``effect``, ``force`` and
    ``verb`` describe a casualty word, ``numeral`` and ``head`` (token index) a counted noun
    phrase, ``reason`` why its number cannot be a toll.
    """

    letter: str
    first: int
    last: int
    effect: str | None = None
    force: str = "strong"
    numeral: Numeral | None = None
    head: int | None = None
    reason: str | None = None
    of_whole: bool = False
    negated: bool = False
    unreal: bool = False
    inner: str | None = None
    verb: str = ""


class Sentence:
    """What the readers of items ask of a sentence's tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.lowers = [token.lower for token in tokens]
        self.words = lexicon()
        self.numerals = numerals_of(tokens)
        self.numeral_at = {numeral.used: numeral for numeral in self.numerals}
        for numeral in self.numerals:
            self.numeral_at.setdefault(numeral.first, numeral)
        self.inside_numeral = {
            index for numeral in self.numerals for index in range(numeral.first, numeral.last)
        }
        self.definite = False
        """Whether a counted noun phrase read so far was *the six*."""
        self._forms_at: dict[int, list[Form]] = {}

    def lower(self, index: int) -> str:
        """A word in small letters; the empty string outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def forms(self, index: int) -> list[Form]:
        """Casualty expressions that begin at a token, looked up once."""
        found = self._forms_at.get(index)
        if found is None:
            found = self._forms_at[index] = casualty_forms(self.tokens, index)
        return found

    def forms_if_any(self, index: int) -> list[Form]:
        """Casualty expressions that begin at a token, or none behind the last one."""
        return self.forms(index) if index < len(self.tokens) else []

    def letter(self, index: int) -> str:
        """Letter of a word by itself: ``w`` if it has no other."""
        if is_may(self.tokens, index):
            return "P"
        return self.words.letters.get(self.lower(index), "w")
