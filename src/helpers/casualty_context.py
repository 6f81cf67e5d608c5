"""What a sentence is about, by words far from its figures: sports, an illness, a war, a crash.

They decide whether a weak casualty word is one at all.
"""

import re

from helpers.casualty_reading import Reading
from helpers.casualty_sentence import Item
from helpers.numerals import Token
from helpers.wordlists import listed, read_set

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ILLNESS = read_set("illness")
_FINDING = read_set("finding")
_STRIKERS = read_set("strikers")
_TEAM = read_set("of a team")


def is_sports(words: frozenset[str]) -> bool:
    """Two words of sports news, or a score: *lost 3-1 after two players were injured*."""
    score = any(_SCORE.fullmatch(word) for word in words)
    return len(words & listed("sports_words.txt")) + score + ("players" in words) > 1


def is_of_a_team(reading: Reading, item: Item) -> bool:
    """*The club was without four injured players*: no other word tells of harm."""
    if reading.sports:
        return True
    plays = item.head is not None and reading.lower(item.head) in _TEAM
    return plays and not any(other.effect for other in reading.items)


def is_of_illness(reading: Reading) -> bool:
    """Whether the sentence speaks of a disease, whose patients nobody wounded."""
    return not _ILLNESS.isdisjoint(reading.words)


_CONDITIONS = frozenset(("condition", "care", "life", "lives", "support", "ill", "hospital"))
_ADMITTING = ("hospitalise", "hospitalize")


def tells_condition(reading: Reading, word: Item) -> bool:
    """Whether a casualty word only says how people are: *in critical condition*, *in hospital*."""
    if word.letter != "S":
        return False
    return any(token.lower in _CONDITIONS for token in reading.tokens[word.first : word.last])


def is_in_care(reading: Reading, word: Item) -> bool:
    """Whether a casualty word says no more than that people are in care, as the ill are, too.

    *were hospitalised*, *the number of people hospitalised*, *in intensive care*; but not *injured*
    or *the number of injured*.
    """
    if word.verb in _ADMITTING or tells_condition(reading, word):
        return True
    return word.letter == "t" and any(
        token.lower.startswith(_ADMITTING) for token in reading.tokens[word.first : word.last]
    )


def is_found(reading: Reading) -> bool:
    """*the body of a man was found*, not *the governing body of a club*."""
    return not _FINDING.isdisjoint(reading.words)


def is_struck(reading: Reading) -> bool:
    """Whether the sentence names what hits people: a vehicle, bullets, lightning."""
    return not _STRIKERS.isdisjoint(reading.words)


def tells_harm_beside(reading: Reading, cause: int) -> bool:
    """Whether another casualty word bears out *hurt*, which budgets and chances are too."""
    return any(
        item.effect and item.force == "strong"
        for index, item in enumerate(reading.items)
        if index != cause
    )


_LOSES_STAFF = read_set("loses staff")
_LEFT_ALIVE = frozenset(
    ("desertion", "desertions", "defection", "defections", "injury", "match", "game", "season")
)
_LOST_IN_WAR = read_set("lost in war")
_LOST_AT_ONCE = read_set("lost at once")
_DISASTERS = read_set("disasters")
_SHORT_TIMES = frozenset(("second", "seconds", "minute", "minutes", "hour", "hours"))


def is_lost_in_war(reading: Reading, item: Item) -> bool:
    """*The army lost 30 soldiers*, *lost 12 people in the blast*, not *the firm lost 12 workers*.

    Others than fighters are lost in so many ways that a casualty word must stand in the sentence.
    """
    if reading.sports or not (_LOSES_STAFF | _LEFT_ALIVE).isdisjoint(reading.words):
        return False
    head = reading.lower(item.head) if item.head is not None else ""
    fighters = head in _LOST_IN_WAR or (
        head in _LOST_AT_ONCE and _is_at_once(reading.tokens[item.last : item.last + 5])
    )
    return fighters or any(other.effect for other in reading.items)


def _is_at_once(tokens: list[Token]) -> bool:
    """*We lost nine pupils in two minutes*, *in the fire*; not *lost 900 in ten years*."""
    lowers = [token.lower for token in tokens]
    return lowers[:1] == ["in"] and not (_DISASTERS | _SHORT_TIMES).isdisjoint(lowers)
