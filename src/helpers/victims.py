"""Victims whom a text names or points at without a number: *the mayor*, *Judge Ana Silva*.

They are no casualty claims, since nothing is counted, but a reader who adds up who died counts
them; `helpers.tolls` does the same.
"""

import re
from functools import cache
from typing import NamedTuple

from helpers.casualty_reading import Reading
from helpers.casualty_sentence import Item
from helpers.casualty_words import lexicon
from helpers.wordlists import read_rows, read_set

_RUN = "(?:[wdi](?>(?:[wde]|O[wde]){0,9}))"
_MACROS = {
    "list": f"{_RUN}(?:(?:,?A|,)e{{0,2}}{_RUN}){{0,9}}",
    "aside": ",[^.;:YVDKGS]{1,40},",
}
_PRONOUNS = frozenset(("he", "she"))
_TITLES = read_set("titles")


class VictimRule(NamedTuple):
    """A pattern over item letters that finds victims without a number."""

    name: str
    pattern: re.Pattern[str]
    example: str
    reads: int


class Victim(NamedTuple):
    """One person said to be killed or wounded.

    ``words`` are the words of the phrase in small letters, ``named`` whether a name is among them;
    ``cause`` is the index of the casualty word's item.
    """

    words: frozenset[str]
    named: bool
    effect: str
    cause: int
    rule: str


@cache
def victim_rules() -> tuple[VictimRule, ...]:
    """The rules of ``data/victim_rules.csv`` in the order in which they are tried."""
    made = []
    for row in read_rows("victim_rules.csv"):
        pattern = row["pattern"]
        for name, macro in _MACROS.items():
            pattern = pattern.replace("{" + name + "}", macro)
        made.append(VictimRule(row["rule"], re.compile(pattern), row["example"], int(row["reads"])))
    return tuple(made)


def victims_of(reading: Reading) -> list[Victim]:
    """Victims without a number in one sentence, each once for each casualty word."""
    found: list[Victim] = []
    taken: set[int] = set(reading.mentions)
    for rule in victim_rules():
        for match in rule.pattern.finditer(reading.letters):
            cause = _cause(reading, rule, match)
            indices = range(match.start("v"), match.end("v"))
            effect = reading.items[cause].effect if cause is not None else None
            if cause is None or effect is None or not taken.isdisjoint(indices):
                continue
            victims = [
                Victim(words, named, effect, cause, rule.name)
                for words, named in (_person(reading, part) for part in _parts(reading, indices))
                if words
            ]
            if victims:
                taken.update(indices)
                found += victims
    return found


def _cause(reading: Reading, rule: VictimRule, match: re.Match[str]) -> int | None:
    """Index of the casualty word a match hangs on, if it says that something happened."""
    groups = match.groupdict()
    if "n" in groups:
        mention = reading.mentions.get(match.start("n"))
        first = rule.name == "person and counted"
        if mention is None or mention.cause is None or mention.subset:
            return None
        if not first and (mention.cause > mention.index or mention.effect == "wounded"):
            return None
        if first and mention.cause < match.start("v") and _after_preposition(reading, match):
            return None
        index = mention.cause
    else:
        index = match.start("c")
        if _has_number_subject(reading, index):
            return None
    cause = reading.items[index]
    if cause.unreal or cause.negated or cause.effect not in ("killed", "wounded"):
        return None
    if rule.name == "killing of him":
        last = reading.tokens[reading.items[index].first - 1]
        if not last.lower.endswith(("'s", "s'")):
            return None
    if cause.force == "weak" and cause.letter == "T":
        return None
    return index


def _after_preposition(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a phrase is the place of a figure before it: *10 died in Lund and 5 in Ystad*."""
    return reading.letters[: match.start("v")].endswith("P")


def _has_number_subject(reading: Reading, cause: int) -> bool:
    """Whether the casualty word already has a counted subject of its own."""
    return any(
        mention.cause == cause and mention.index < cause and mention.rule != "list before"
        for mention in reading.mentions.values()
    )


def _parts(reading: Reading, indices: range) -> list[list[Item]]:
    """The members of a list; without *and*, what follows a comma only explains the first."""
    joined = any(reading.letters[index] == "A" for index in indices)
    parts: list[list[Item]] = [[]]
    for index in indices:
        letter = reading.letters[index]
        if letter in "A,":
            if not joined or _explains(reading, index):
                break
            parts.append([])
        else:
            parts[-1].append(reading.items[index])
    return [part for part in parts if part]


def _explains(reading: Reading, comma: int) -> bool:
    """*Ana Silva, wife of a colonel*: what follows the comma says who she is."""
    return reading.letters[comma] == "," and reading.letters[comma + 1 : comma + 3] in ("wO", "dO")


def in_capitals(reading: Reading) -> bool:
    """Whether a sentence is written in capitals, where a capital tells no name."""
    upper = sum(token.text.isupper() for token in reading.tokens)
    return 2 * upper > len(reading.tokens)


def _person(reading: Reading, part: list[Item]) -> tuple[frozenset[str], bool]:
    """Words of one victim and whether a name is among them; no words if it is no single person."""
    words = lexicon()
    tokens = [token for item in part for token in reading.tokens[item.first : item.last]]
    lowers = [token.lower.removesuffix("'s") for token in tokens]
    heads = [place for place, lower in enumerate(lowers) if lower in words.persons]
    first_name = heads[-1] + 1 if heads else 0
    capitals = in_capitals(reading)
    names = (
        frozenset(
            lower
            for token, lower in zip(tokens[first_name:], lowers[first_name:], strict=True)
            if (capitals or token.text[0].isupper())
            and lower not in words.things
            and lower not in words.letters
            and lower.isalpha()
            and len(lower) > 2
        )
        - _TITLES
    )
    if heads:
        head = lowers[heads[-1]]
        if head not in words.singular_persons and len(names) < 2:
            return frozenset(), False
        return (names, True) if names else (frozenset((head,)), False)
    if lowers[0] in _PRONOUNS:
        return frozenset(lowers[:1]), False
    titled = not _TITLES.isdisjoint(lowers)
    if capitals and len(names) < 2 and not titled:
        return names, False
    return names, bool(names)
