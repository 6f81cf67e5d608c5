"""Whether a number and a casualty word belong together: who else is subject, object, insertion.

Each is told by what stands between or beside the two.
"""

from helpers.casualty_reading import Reading
from helpers.casualty_sentence import Item
from helpers.casualty_words import lexicon
from helpers.wordlists import read_set

# Subjects

_OPENS_TIME_CLAUSE = frozenset(("after", "before", "since", "until", "till", "as"))


def is_in_insertion(reading: Reading, index: int, cause: int) -> bool:
    """*The bill, which gave nine men a vote, was killed*: the number belongs to the insertion."""
    between = reading.letters[index + 1 : cause]
    closes = between.endswith(",") and between.count(",") == 1
    return closes and ",R" in reading.letters[:index]


def has_other_subject(reading: Reading, index: int, cause: int) -> bool:
    """*100 students marched after two boys were killed*: the nearer number is the subject."""
    place = cause - 1
    while place > index and reading.letters[place] in "bhe":
        place -= 1
    if place - 1 <= index or reading.letters[place] not in "NUHid":
        return False
    return reading.before(place) in _OPENS_TIME_CLAUSE


def has_own_verb(letters: str, index: int) -> bool:
    """Whether an auxiliary follows a number, whose verb then comes after it."""
    return letters[index + 1 : index + 2] in ("b", "h", "m", "o")


def only_explains(reading: Reading, index: int, cause: int) -> bool:
    """*The other victim, a man of 19, was shot*: it says more of somebody definite."""
    around = reading.letters[index - 2 : index] if index > 1 else ""
    closed = reading.letters[index + 1 : index + 2] == ","
    return around in ("d,", "w,") and closed and cause > index


def is_one_of(reading: Reading, item: Item) -> bool:
    """*one of those killed*, *one of the persons killed*: nobody new is counted."""
    numeral = item.numeral
    return numeral is not None and numeral.low == 1 and reading.lower(numeral.last) == "of"


# Objects

_OPENS_NOUN = read_set("opens noun")


def takes_object(reading: Reading, cause: int) -> bool:
    """*Two men shot the mayor*: what follows is whom they harmed, not when or where."""
    following = reading.letters[cause + 1 : cause + 2]
    return following == "e" and reading.lower(reading.items[cause].last) in _OPENS_NOUN


def kills_counted(reading: Reading, cause: int) -> bool:
    """*A gunman killed 11 people and wounded nine*: he is no victim."""
    return reading.letters[cause + 1 : cause + 2] in ("N", "U", "H")


def does_harm(reading: Reading, index: int, cause: int) -> bool:
    """*after two gunmen killed five farmers*, *after a bomber killed himself*: they did it."""
    following = reading.letters[cause + 1 : cause + 2]
    return reading.before(index) in _OPENS_TIME_CLAUSE and following in tuple("NUHidp")


def is_object_of_preposition(reading: Reading, index: int) -> bool:
    """Whether a preposition stands before a number."""
    return index > 0 and reading.letters[index - 1] == "P"


# Other counts

_PER = read_set("per")
_COMPARED_TIME = read_set("compared time")
_PERHAPS = read_set("perhaps")


def is_rate(reading: Reading, index: int) -> bool:
    """*12 deaths per 1,000 births*, *40 people a day*."""
    last = reading.items[index].last
    timed = reading.lower(last) in _PER
    daily = timed and lexicon().things.get(reading.lower(last + 1)) == "time"
    daily = daily and reading.lower(last + 2) not in _COMPARED_TIME
    following = reading.lowers(last, last + 4)
    end = following.index(",") if "," in following else 4
    return daily or "per" in following[:end]


def is_only_possible(reading: Reading, item: Item) -> bool:
    """Whether a figure is hedged as only possible (*and possibly 20*, *perhaps more than 20*)."""
    if item.numeral is None:
        return False
    hedge = reading.tokens[item.numeral.used : item.numeral.first]
    return any(token.lower in _PERHAPS for token in hedge)


# Words that are none of harm

_SENTENCED = read_set("sentenced")
_SPEECH_ACTS = frozenset(("said", "say", "says")) | frozenset(
    form
    for verb in read_set("acts of speech")
    for form in (verb + "s", verb.removesuffix("e") + "ed", verb)
)


def modifies_thing(reading: Reading, cause: int, letter: str) -> bool:
    """*two missing paintings*; *sentenced three men to death*."""
    item = reading.items[cause]
    words = reading.lowers(item.first, item.last)
    if words == ["to", "death"]:
        return any(token.lower in _SENTENCED for token in reading.tokens[: item.first])
    following = reading.letters[cause + 1 : cause + 2]
    after = reading.lower(item.last)
    if letter == "H" and after in lexicon().things:
        return True  # *60 dead fish*
    return letter == "H" and len(words) == 1 and following == "w" and after.endswith("s")


def is_no_corpse(reading: Reading, word: Item) -> bool:
    """*Two bodies, the UN and the Union, criticised the plan*: bodies that speak are none."""
    if reading.lower(word.last - 1) != "bodies":
        return False
    after = word.last
    if reading.lower(after) == ",":
        later = range(after + 1, min(after + 12, len(reading.tokens)))
        after = next((place for place in later if reading.lower(place) == ","), after)
        after += 1
    return reading.lower(after) in _SPEECH_ACTS
