"""Items that are one: *killed or wounded*, *40 soldiers and tribal fighters*, *nine, aged 4 to 7*.

What joins them is only seen once all items of a sentence are read.
"""

import re
from dataclasses import replace

from helpers.casualty_sentence import Item
from helpers.casualty_words import STRIKING, is_one_person
from helpers.numerals import Token


def joined(items: list[Item], tokens: list[Token]) -> list[Item]:
    """The items of a sentence with those joined that are one."""
    return _coordinated(_merged(_aged(items, tokens), tokens), tokens)


_AGED_PEOPLE = re.compile(r"(?<=[NUHid])(?:Pe)?(?P<aged>w)O?x(?:(?:A|,|,A|P)x){0,9}(?![x,])")


def _aged(items: list[Item], tokens: list[Token]) -> list[Item]:
    """Make ages mere remarks on the people before them: *nine people ages 14 to 27 died*."""
    letters = "".join(item.letter for item in items)
    for match in _AGED_PEOPLE.finditer(letters):
        places = range(match.start(), match.end())
        ages = all(items[place].reason == "age" for place in places if letters[place] == "x")
        if ages and tokens[items[match.start("aged")].first].lower in ("aged", "age", "ages"):
            for place in places:
                items[place] = replace(items[place], letter="e")
    return items


# Casualty words

_CASUALTY_WORDS = frozenset("VYKGSD")
_COORDINATED = frozenset(
    ("VV", "VK", "KK", "KV", "YK", "YY", "GG", "SS", "KS", "SK", "YD", "DD", "YS")
)
_MEANS = frozenset(("shoot", "stab", "knife", "shoot in the", "hit by bullets", "bayonet"))


def _merged(items: list[Item], tokens: list[Token]) -> list[Item]:
    """Join coordinated casualty words: *killed or wounded*, *shot and killed*."""
    result: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        index += 1
        if item.letter in _CASUALTY_WORDS:
            item, index = _with_partners(items, tokens, item, index)
            later = _later_effect(items, index) if _is_means(item.verb) else None
            if later:
                item = replace(item, effect=later)
        result.append(item)
    return result


def _with_partners(
    items: list[Item], tokens: list[Token], item: Item, step: int
) -> tuple[Item, int]:
    """A casualty word with those that follow it after *and*, and where they end."""
    while step + 1 < len(items):
        if items[step].letter != "A" or tokens[items[step].first].lower == "with":
            break
        gap = 2 if items[step + 1].letter == "e" and step + 2 < len(items) else 1
        other = items[step + gap]
        if not _same_shape(item, other):
            break
        item = replace(
            item,
            last=other.last,
            effect=_joint_effect(item, other),
            force="strong" if "strong" in (item.force, other.force) else "weak",
            letter="Y" if item.letter == "Y" else other.letter,
        )
        step += gap + 1
    return item, step


def _same_shape(item: Item, other: Item) -> bool:
    return item.letter + other.letter in _COORDINATED and not other.negated


def _joint_effect(item: Item, other: Item) -> str | None:
    if item.effect == other.effect:
        return item.effect
    return other.effect if _is_means(item.verb) else "casualties"


def _is_means(verb: str) -> bool:
    """Whether a verb tells how, and one after it what came of it: *hit and killed by a bus*."""
    return verb in _MEANS or verb in STRIKING or verb.startswith(("hit ", "strike "))


def _later_effect(items: list[Item], index: int) -> str | None:
    """Effect of a second participle further on: *was shot in the head and killed*."""
    for place in range(index, min(index + 7, len(items) - 1)):
        letter = items[place].letter
        if letter == "A":
            after = items[place + 1 : place + 3]
            return next((item.effect for item in after if item.letter == "K"), None)
        if letter not in "POewUx":
            return None
    return None


# Subjects

_SECOND_SUBJECTS = re.compile(
    r"(?P<n>N)(?:,[we]{0,3}d){0,4}(?:,?A[we]{0,3}d|,?A(?P<other>ew))(?![sc])"
)
_OPENS_CLAUSE = re.compile(r"(?:^|[.,;:(csj])A?(?:P[Pwe]{0,4},?)?$")
_COLLECTIVE = frozenset(("crew", "staff", "police", "personnel"))


def _coordinated(items: list[Item], tokens: list[Token]) -> list[Item]:
    """Make one noun phrase of a counted subject in parts: *40 soldiers and tribal fighters*.

    Only of one that opens its clause: after *killed 40 soldiers and* another clause may begin.
    """
    letters = "".join(item.letter for item in items)
    position = 0
    while match := _SECOND_SUBJECTS.search(letters, position):
        first, last = match.start(), match.end() - 1
        position = match.end()
        others = [item for item in items[first + 1 : last + 1] if item.letter == "d"]
        counted = items[first]
        if counted.of_whole or counted.inner or not all(_is_many(item, tokens) for item in others):
            continue
        if match["other"] and not _is_other_people(items[last - 1 : last + 1], tokens):
            continue
        if not _OPENS_CLAUSE.search(letters, max(0, first - 8), first):
            continue
        head = items[last].head
        if head is None:
            head = items[last].last - 1
        items[first : last + 1] = [replace(counted, last=items[last].last, head=head)]
        letters = letters[: first + 1] + letters[last + 1 :]
        position = first + 1
    return items


def _is_many(item: Item, tokens: list[Token]) -> bool:
    """Whether a noun for people stands for several: *fighters*, *crew*, not *the mayor*."""
    head = item.last - 1
    return not is_one_person(tokens, head) or tokens[head].lower in _COLLECTIVE


def _is_other_people(items: list[Item], tokens: list[Token]) -> bool:
    """*800,000 Jews and other minorities*: *other* shows that an unknown noun is of people too."""
    words = [token.lower for item in items for token in tokens[item.first : item.last]]
    return words[0] == "other" and words[-1].endswith("s")
