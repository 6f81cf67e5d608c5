"""What is read from one sentence: its items, the numbers tied to casualty words, those set aside.

The rules read it and write into it; they stand in the modules beside this one.
"""

from dataclasses import dataclass, field

from helpers.casualty_sentence import Item
from helpers.numerals import Numeral, Token

MODALS = frozenset(("could", "may", "might", "would", "can"))
_ADDED = frozenset(("other", "others", "another", "more", "further", "additional"))


@dataclass(slots=True)
class Mention:
    """A number tied to a casualty word in one sentence."""

    item: Item
    index: int  # of the item
    cause: int | None  # index of the casualty word's item
    effect: str
    rule: str
    subset: bool = False
    host: int | None = None  # index of the item it is a part of
    negated: bool = False
    partial: bool = False  # whether it speaks of some of a group: *four of the dead*


@dataclass(slots=True)
class Reading:
    """All that is read from one sentence."""

    tokens: list[Token]
    items: list[Item]
    letters: str
    numerals: list[Numeral]
    words: frozenset[str]  # in small letters
    mentions: dict[int, Mention] = field(default_factory=dict)
    sports: bool = False  # whether it is sports news
    aside: dict[int, str] = field(default_factory=dict)
    caused: set[int] = field(default_factory=set)  # casualty words that have a figure

    def lower(self, token: int) -> str:
        """A word in small letters; the empty string outside the sentence."""
        return self.tokens[token].lower if 0 <= token < len(self.tokens) else ""

    def lowers(self, first: int, last: int) -> list[str]:
        """Words from one token up to another (half-open) in small letters."""
        return [token.lower for token in self.tokens[first:last]]

    def opening(self, index: int) -> str:
        """First word of an item in small letters."""
        return self.tokens[self.items[index].first].lower

    def before(self, index: int) -> str:
        """The word before an item in small letters; the empty string if there is none."""
        return self.lower(self.items[index].first - 1)

    def between(self, before: int, after: int) -> list[str]:
        """Words that stand between two items in small letters."""
        return self.lowers(self.items[before].last, self.items[after].first)

    def add(
        self,
        index: int,
        cause: int | None,
        effect: str,
        rule: str,
        host: int | None = None,
    ) -> None:
        """Tie the number of an item to a casualty word, unless it is known to count nobody."""
        item = self.items[index]
        if item.reason:
            return
        if item.inner and rule not in ("active", "named and counted") and item.inner != effect:
            effect = item.inner if effect != "killed" else effect
        subset = item.of_whole or host is not None
        negated = item.letter == "z"
        self.mentions[index] = Mention(item, index, cause, effect, rule, subset, host, negated)
        self.aside.pop(index, None)
        if cause is not None and not _is_vague(item):
            self.caused.add(cause)

    def host_before(self, index: int) -> Mention | None:
        """The nearest claim to the left that is no part itself."""
        for before in range(index - 1, -1, -1):
            mention = self.mentions.get(before)
            if mention and not mention.subset and not mention.negated:
                return mention
            if self.letters[before] == ";":
                return None
        return None

    def fits_in(self, part: int, whole: Mention) -> bool:
        """Whether a part is no larger than its whole: *one of the twins, 14, was killed*."""
        numeral, total = self.items[part].numeral, whole.item.numeral
        if numeral is None or total is None or numeral.low is None:
            return True
        return total.low is None or numeral.low <= total.low

    def is_said_to_add(self, item: Item) -> bool:
        """*four others*, *another four*: they are none of those counted before."""
        return any(token.lower in _ADDED for token in self.tokens[item.first : item.last])


def _is_vague(item: Item) -> bool:
    """*hundreds of people, up to 1,400 by one count, were killed*: both figures have the verb."""
    return item.numeral is not None and item.numeral.bound == "vague"
