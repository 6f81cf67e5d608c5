"""Whether the words behind the letters bear out what a casualty rule has matched.

A figure that is not of people who came to harm is set aside with the reason.
"""

from collections.abc import Callable

from helpers.casualty_context import (
    is_found,
    is_in_care,
    is_lost_in_war,
    is_of_illness,
    is_struck,
    tells_harm_beside,
)
from helpers.casualty_reading import Reading
from helpers.casualty_sentence import ONE_OF_GROUP, Item
from helpers.casualty_ties import (
    does_harm,
    has_other_subject,
    has_own_verb,
    is_in_insertion,
    is_no_corpse,
    is_object_of_preposition,
    is_one_of,
    is_only_possible,
    is_rate,
    kills_counted,
    modifies_thing,
    only_explains,
    takes_object,
)
from helpers.casualty_tolls import has_risen, is_expected, is_hedged
from helpers.casualty_unreal import (
    is_denied,
    is_foreseen,
    is_in_story,
    is_only_near,
    is_to_be_taken,
    is_unreal_before,
)
from helpers.casualty_words import STRIKING, lexicon
from helpers.wordlists import read_set

_UNREAL = "plan, threat or forecast"

_WEAK_ACTIVE = frozenset(("active", "named and counted"))
_SUBJECT_FIRST = frozenset(("passive", "who died", "were dead", "bare participle after a phrase"))
_ONE_SUBJECT = _SUBJECT_FIRST | {"bare participle"}
_TAKING = frozenset(("bare participle", "participle after a preposition"))
_OF_NOBODY = frozenset(
    ("bare state", "were dead", "bare participle", "passive", "who died", "active", "relative")
)
_SHOT_AT = read_set("shot at")
_BEFORE_OTHERS = read_set("before others")


def fits(reading: Reading, rule: str, index: int, cause: int | None) -> bool:
    """Whether a rule may tie a number to a casualty word, or to none (`cause`)."""
    reason = _why_not(reading, index, cause)
    if reason:
        return _sets_aside(reading, index, reason)
    letter = reading.items[index].letter
    if letter == "z" and rule not in _OF_NOBODY:
        return False
    if cause is not None:
        return _fits_word(reading, rule, index, cause)
    if letter == "U" and reading.sports:
        return False
    check = _OF_NUMBER.get(rule)
    return check is None or check(reading, index)


def _sets_aside(reading: Reading, index: int, reason: str) -> bool:
    """Keep the first reason why a number is no toll; false, for it does not fit."""
    reading.aside.setdefault(index, reason)
    return False


def _why_not(reading: Reading, index: int, cause: int | None) -> str | None:
    """Why a figure is none of people who came to harm, whatever rule has matched."""
    word = reading.items[cause] if cause is not None else None
    if cause is not None and word is not None:
        if word.unreal or is_unreal_before(reading, min(index, cause), cause):
            return _UNREAL
        if is_foreseen(reading, index, cause):
            return _UNREAL
    if is_to_be_taken(reading, index):
        return _UNREAL
    if word and is_only_near(reading, word):
        return "did not happen"
    if (word and word.negated and reading.items[index].letter != "z") or is_denied(reading, index):
        return "denied"
    if is_rate(reading, index):
        return "rate"
    if word is None:
        return None
    if is_in_story(reading, word):
        return "fiction"
    if word.letter == "T" and is_no_corpse(reading, word):
        return "counts: organisation"
    return "sports" if word.effect == "wounded" and reading.sports else None


def _fits_word(reading: Reading, rule: str, index: int, cause: int) -> bool:
    """Whether a number and a casualty word fit each other and what the rule says of them."""
    item, word = reading.items[index], reading.items[cause]
    if not _may_harm(reading, rule, index, cause):
        return False
    if rule in _ONE_SUBJECT and cause in reading.caused:
        return False
    if rule in _TAKING and takes_object(reading, cause):
        return False
    if word.letter == "K" and word.verb == "shoot" and rule.startswith("bare"):
        return reading.lower(word.last) not in _SHOT_AT
    if item.letter == "i" and rule == "bare participle" and kills_counted(reading, cause):
        return False
    if rule.startswith("bare participle") and is_one_of(reading, item):
        return _sets_aside(reading, index, ONE_OF_GROUP)
    if _belongs_elsewhere(reading, rule, index, cause):
        return False
    if item.letter == "U" and reading.sports:
        return False
    check = _IN_ANY_CARE.get(rule)
    if check and (rule != "deaths" or item.letter == "N"):
        return check(reading, index, cause)
    if item.letter == "i" and only_explains(reading, index, cause):
        return False
    if word.effect == "wounded" and is_in_care(reading, word) and is_of_illness(reading):
        return _sets_aside(reading, index, "patients")
    check = _OF_WORD.get(rule)
    return check is None or check(reading, index, cause)


def _may_harm(reading: Reading, rule: str, index: int, cause: int) -> bool:
    """Whether a casualty word tells of harm to people, or only in other sentences does."""
    letter, word = reading.items[index].letter, reading.items[cause]
    weakly = rule in _WEAK_ACTIVE
    if word.letter == "S" and modifies_thing(reading, cause, letter):
        return False
    if word.verb == "hurt" and weakly and not tells_harm_beside(reading, cause):
        return False
    return word.force != "weak" or _is_borne_out(reading, word, letter, weakly=weakly)


def _is_borne_out(reading: Reading, word: Item, letter: str, *, weakly: bool) -> bool:
    """Whether a number and a sentence show that a weak casualty word is of people."""
    if letter == "U" or (letter == "H" and weakly):
        return False
    if word.letter == "T" and not (letter == "H" or (letter == "i" and is_found(reading))):
        return False
    return word.verb not in STRIKING or is_struck(reading)


def _belongs_elsewhere(reading: Reading, rule: str, index: int, cause: int) -> bool:
    """Whether a number is the subject of another verb, or the word has a nearer subject."""
    gerund = rule == "active" and reading.items[cause].letter == "G"
    if gerund and has_own_verb(reading.letters, index):
        return True
    if is_in_insertion(reading, index, cause):
        return True
    return rule in _SUBJECT_FIRST and has_other_subject(reading, index, cause)


# What single rules ask of the words

_Check = Callable[[Reading, int, int], bool]
_COMPANY = frozenset(("along", "together", "alongside"))
_CONDITIONAL = frozenset(("would", "could", "should"))
_NEEDS_TO = read_set("needs to")
_TOLL_BEFORE = read_set("toll before") | read_set("ranging")


def _deaths(reading: Reading, index: int, cause: int) -> bool:
    return not any(lower.endswith("ed") for lower in reading.between(index, cause))


def _after_preposition(reading: Reading, index: int, cause: int) -> bool:
    if does_harm(reading, index, cause):
        return False
    return reading.lower(reading.items[cause].last) not in lexicon().things


def _counted_as(reading: Reading, _index: int, cause: int) -> bool:
    return reading.before(cause) == "as"


def _with_wounds(reading: Reading, _index: int, cause: int) -> bool:
    return reading.opening(cause) in ("with", "in")


def _himself_too(reading: Reading, _index: int, cause: int) -> bool:
    return reading.items[cause].verb.startswith("kill")


def _at_place(reading: Reading, index: int, _cause: int) -> bool:
    return reading.before(index) == "at"


def _along_with(reading: Reading, index: int, _cause: int) -> bool:
    return reading.opening(index - 1) in _COMPANY


def _others_too(reading: Reading, index: int, _cause: int) -> bool:
    letter = reading.items[index].letter
    return letter not in "UH" or (letter == "U" and reading.letters[index - 1] == "A")


def _between_commas(reading: Reading, _index: int, cause: int) -> bool:
    """*two soldiers, shot by rebels, died*, not *two leaders, hurt by polls, met*."""
    word = reading.items[cause]
    return word.force == "strong" or word.verb in ("shoot", "stab")


def _did_so(reading: Reading, _index: int, cause: int) -> bool:
    return reading.opening(cause) in ("were", "are", "have", "had")


def _loss_of(reading: Reading, index: int, _cause: int) -> bool:
    return reading.lower(reading.items[index].first - 2) == "loss"


def _possibly_more(reading: Reading, index: int, _cause: int) -> bool:
    return is_only_possible(reading, reading.items[reading.letters.index("H", index + 1)])


def _victims(reading: Reading, index: int, cause: int) -> bool:
    """Whether *victims* or *casualties* stand before the verb that says what became of them."""
    nouns = [item for item in reading.items[index + 1 : cause] if item.letter == "T"]
    return nouns[0].effect == "casualties"


def _taken(reading: Reading, index: int, _cause: int) -> bool:
    return reading.opening(index + 1) not in _CONDITIONAL


def _as_were(reading: Reading, _index: int, cause: int) -> bool:
    return "as" in (reading.opening(cause + 1), reading.opening(cause + 2))


def _injuries_to(reading: Reading, index: int, _cause: int) -> bool:
    return reading.before(index) in _NEEDS_TO


def _toll(reading: Reading, index: int, cause: int) -> bool:
    if is_expected(reading, cause, index):
        return _sets_aside(reading, index, _UNREAL)
    item = reading.items[index]
    return item.letter in "HN" and (reading.before(index) in _TOLL_BEFORE or is_hedged(item))


def _deaths_rise(reading: Reading, index: int, cause: int) -> bool:
    return reading.items[index].letter in "HN" and has_risen(reading, cause, index)


def _toll_after(reading: Reading, index: int, _cause: int) -> bool:
    return reading.items[index].letter in "HN"


def _subject_first(reading: Reading, index: int, _cause: int) -> bool:
    letter = reading.items[index].letter
    if letter in "UH" and is_object_of_preposition(reading, index):
        return letter == "H" and reading.before(index) not in _BEFORE_OTHERS
    return True


def _were_dead(reading: Reading, index: int, cause: int) -> bool:
    if reading.before(cause) == "for":
        return False  # left for dead
    return _subject_first(reading, index, cause)


_IN_ANY_CARE: dict[str, _Check] = {
    "deaths": _deaths,
    "participle after a preposition": _after_preposition,
    "counted as": _counted_as,
    "found with wounds": _with_wounds,
}
"""Rules that are asked before it is seen whether those in care may be ill."""

_OF_WORD: dict[str, _Check] = {
    "himself and others": _himself_too,
    "the dead at": _at_place,
    "along with": _along_with,
    "named and counted": _others_too,
    "deaths of others": _others_too,
    "bare participle between commas": _between_commas,
    "did so and were killed": _did_so,
    "loss of lives": _loss_of,
    "six possibly seven": _possibly_more,
    "victims who died": _victims,
    "taken and killed": _taken,
    "as were": _as_were,
    "injuries to": _injuries_to,
    "toll": _toll,
    "deaths rise to": _deaths_rise,
    "toll before": _toll_after,
    "were dead": _were_dead,
    "passive": _subject_first,
    "who died": _subject_first,
    "bare participle after a phrase": _subject_first,
}


def _people_lost(reading: Reading, index: int) -> bool:
    item = reading.items[index]
    return item.letter == "N" and is_lost_in_war(reading, item)


def _lost_with_others(reading: Reading, index: int) -> bool:
    return reading.items[index].letter == "N"


_OF_NUMBER: dict[str, Callable[[Reading, int], bool]] = {
    "people lost": _people_lost,
    "lost with others": _lost_with_others,
}
