"""Numbers that count nobody: dates, ages, clock times, shares, titles, *one* as a pronoun.

A number is told by the words beside it; what it is instead is the reason why it is set aside.
"""

from itertools import pairwise

from helpers.casualty_harm import verb_group
from helpers.casualty_runs import people_follow
from helpers.casualty_sentence import Sentence
from helpers.casualty_words import ARTICLES, COUNTS, QUOTES, is_one_person, is_person
from helpers.numerals import Numeral
from helpers.wordlists import read_set


def trap(sentence: Sentence, numeral: Numeral) -> str | None:
    """Why a number is no count of people, by the words beside it."""
    reason = _unit(sentence, numeral)
    value = numeral.low if numeral.low is not None else numeral.high
    if reason or value is None:
        return reason
    return (
        _calendar(sentence, numeral, value)
        or _age(sentence, numeral, value)
        or _exception(sentence, numeral.first)
        or _clock(sentence, numeral, value)
        or _name(sentence, numeral)
        or _pronoun(sentence, numeral, value)
    )


# Money, shares, measures

_MONEY_SIGNS = frozenset("$£€¥₹")
_MONEY_WORDS = frozenset(("usd", "eur", "rs"))


def _unit(sentence: Sentence, numeral: Numeral) -> str | None:
    before, after = sentence.lower(numeral.first - 1), sentence.lower(numeral.last)
    if before in _MONEY_SIGNS or before in _MONEY_WORDS:
        return "money"
    if after in ("%", "°"):
        return "share" if after == "%" else "measure"
    if after == "per" and sentence.lower(numeral.last + 1) == "cent":
        return "share"
    return None


def _exception(sentence: Sentence, first: int) -> str | None:
    """Numbers of a group of whom another number came to harm, or did not."""
    if _after_all_but(sentence, first):
        return "exception"
    return "share" if _not_all(sentence, first) else None


def _after_all_but(sentence: Sentence, first: int) -> bool:
    """*All but two of the 20 were killed*: neither number says how many."""
    return ("all", "but") in pairwise(sentence.lowers[max(0, first - 5) : first])


def _not_all(sentence: Sentence, first: int) -> bool:
    """*Not all of the 20 were killed*, *not every one of the 20*: fewer were."""
    before = sentence.lowers[max(0, first - 6) : first]
    if before[-1:] == ["the"]:
        del before[-1]
    return before[-3:] == ["not", "all", "of"] or before[-4:] == ["not", "every", "one", "of"]


# Dates and times

_MONTHS = read_set("months")
_YEAR_AFTER = read_set("year after")
_CLOCK_AFTER = read_set("clock after")
_COMPARED_TIME = read_set("compared time")


def _calendar(sentence: Sentence, numeral: Numeral, value: int | float) -> str | None:
    if numeral.bound in ("exact", "about") and _is_dated(sentence, numeral, value):
        return "date"
    return "year" if _is_year(sentence, numeral, value) else None


def _is_dated(sentence: Sentence, numeral: Numeral, value: int | float) -> bool:
    """Whether a number is the day of a month."""
    before, after = sentence.lower(numeral.first - 1), sentence.lower(numeral.last)
    if before == "." and sentence.lower(numeral.first - 2) in _MONTHS:
        return value <= 31
    if not sentence.tokens[numeral.first].text.isdigit():
        return False
    if before in _MONTHS and sentence.tokens[numeral.first - 2].text.isdigit():
        return value <= 31 or not people_follow(sentence, numeral.last)
    if value > 31:
        return False
    opens = [sentence.lower(numeral.first - 3), sentence.lower(numeral.first - 2)] == ["as", "of"]
    if opens and after == "," and not _in_small(sentence, numeral.first - 1):
        return True  # *as of Septembre 30, …*: whatever the month is called
    if before in _MONTHS and not (
        before in ("may", "march") and _in_small(sentence, numeral.first - 1)
    ):
        return True
    if after in _MONTHS:
        return sentence.tokens[numeral.last].text[0].isupper()
    return False


def _in_small(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].text[0].islower()


def _is_year(sentence: Sentence, numeral: Numeral, value: int | float) -> bool:
    low, high = numeral.low, numeral.high
    text = sentence.tokens[numeral.first].text
    if numeral.bound == "range" and low is not None and high is not None:
        return (
            1900 <= low <= 2100
            and high <= 2100
            and len(text) in (4, 7, 9)
            and not people_follow(sentence, numeral.last)
        )
    if len(text) != 4 or not text.isdigit() or not 1000 <= value <= 2100:
        return False
    before = sentence.lower(numeral.first - 1)
    if before in _MONTHS or before == ",":
        return not people_follow(sentence, numeral.last)
    if numeral.qualifier:
        return False
    if before in _YEAR_AFTER and not people_follow(sentence, numeral.last):
        return True
    return 1900 <= value <= 2100 and not people_follow(sentence, numeral.last)


def _clock(sentence: Sentence, numeral: Numeral, value: int | float) -> str | None:
    """*at 1430*, *9 o'clock*, *9:30*; the year of *at 1999*; the rate of *40 a day*."""
    first, last = numeral.first, numeral.last
    before, after = sentence.lower(first - 1), sentence.lower(last)
    text = sentence.tokens[first].text
    military = before in ("at", "between") and len(text) == 4
    if military and text.isdigit() and value < 2400:
        return "year" if value >= 1900 and value % 100 > 59 else "clock time"
    if (after in _CLOCK_AFTER and text.isdigit()) or (before == ":" and after == ":"):
        return "clock time"
    return "rate" if _per_time(sentence, last) else None


def _per_time(sentence: Sentence, last: int) -> bool:
    """*40 a day*, not *168 a day earlier*."""
    timed = (
        sentence.lower(last) in ARTICLES
        and sentence.words.things.get(sentence.lower(last + 1)) == "time"
    )
    return timed and sentence.lower(last + 2) not in _COMPARED_TIME


# Ages

_PAIRS = frozenset(("couple", "pair", "twins"))
_AGE_UNITS = read_set("age units")
_AGE_LIMITS = frozenset(("under", "over", "above", "below", "between"))
_SHARES = frozenset(("all", "most", "many", "some", "of", "both"))
_AGED = frozenset(("victims", "dead", "wounded", "injured", "those", "killed", "victim"))
_OLDEST = 110


def _age(sentence: Sentence, numeral: Numeral, value: int | float) -> str | None:
    first, last = numeral.first, numeral.last
    before, after = sentence.lower(first - 1), sentence.lower(last)
    if _after_ages(sentence, first) and not people_follow(sentence, last):
        return "age"
    if after in _AGE_UNITS and (
        sentence.lower(last + 1) == "old"
        or (sentence.lower(last + 1) == "of" and sentence.lower(last + 2) == "age")
    ):
        return "age"
    alone = before == "," and after in (",", ".") and 15 < value < _OLDEST
    if alone and _names_one(sentence, first - 2):
        return "age"
    listed = _in_list_of_ages(sentence, first) or _is_age_of_victims(sentence, numeral)
    return "age" if listed else None


def _after_ages(sentence: Sentence, first: int) -> bool:
    """*aged 12*, *ages 2, 7 and 12*: a list of ages."""
    place = first - 1
    while place >= 0 and (
        place in sentence.inside_numeral or sentence.lower(place) in (",", "and")
    ):
        place -= 1
    place -= sentence.lower(place) == "of"  # *between the ages of 9 and 12*
    return sentence.lower(place) in ("aged", "age", "ages")


def _names_one(sentence: Sentence, index: int) -> bool:
    """Whether a name or a noun for one person stands there: *the actor, 91, died*."""
    if index < 0:
        return False
    one = is_one_person(sentence.tokens, index)
    return one or sentence.tokens[index].text[0].isupper()


def _in_list_of_ages(sentence: Sentence, first: int) -> bool:
    """*The sisters, 5 and 7, died*: numbers alone, between commas, after a noun for people."""
    start, end = first, first
    while start > 0 and _lists_age(sentence, start - 1):
        start -= 1
    while end < len(sentence.tokens) and _lists_age(sentence, end):
        end += 1
    ages = sum(token.text.isdigit() for token in sentence.tokens[start:end])
    closed = sentence.lower(start) == "," and sentence.lower(end - 1) == ","
    people = start > 0 and (
        is_person(sentence.tokens, start - 1) or sentence.lower(start - 1) in _PAIRS
    )
    return ages > 1 and closed and people


def _lists_age(sentence: Sentence, index: int) -> bool:
    text = sentence.tokens[index].text
    return text in (",", "and") or (text.isdigit() and len(text) < 3)


def _is_age_of_victims(sentence: Sentence, numeral: Numeral) -> bool:
    """*All the victims were under 16*: people are a number, so a bare limit is their age."""
    reach = range(numeral.used, numeral.first + 1)
    place = next((place for place in reach if sentence.lower(place) in _AGE_LIMITS), None)
    if place is None or max(numeral.low or 0, numeral.high or 0) > _OLDEST:
        return False
    limit, start = sentence.lower(place), max(0, place - 9)
    ends = sentence.lower(numeral.last) in ("", ".", ",", ";", "and", "when", "years", "or")
    before = sentence.lowers[start:place]
    linked = any(word in ("are", "were", "was", "is") for word in before[-2:])
    linked = linked or (before[-2:-1] == [","] and before[-1] in ("all", "both", "mostly"))
    subjects = before[:-1]
    if limit in ("over", "above") and _SHARES.isdisjoint(before):
        return False  # *the dead were over 50* may be so many
    people = any(word in _AGED for word in subjects) or any(
        is_person(sentence.tokens, other) for other in range(start, place - 1)
    )
    return ends and linked and people and COUNTS.isdisjoint(subjects)


# Titles, labels

_LABELS = read_set("labels")
_LABELS_IN_SMALL = read_set("labels in small letters")


def _name(sentence: Sentence, numeral: Numeral) -> str | None:
    """Numbers that are part of a name."""
    if _in_title(sentence, numeral):
        return "title"
    return "label" if _is_labelled(sentence, numeral) else None


def _in_title(sentence: Sentence, numeral: Numeral) -> bool:
    """*"Ten Dead Men"*: a number word that opens the name of a book or film."""
    first, last = numeral.first, numeral.last
    if first == 0 or sentence.lower(first - 1) not in QUOTES or last >= len(sentence.tokens):
        return False
    return sentence.tokens[first].text.istitle() and sentence.tokens[last].text.istitle()


def _is_labelled(sentence: Sentence, numeral: Numeral) -> bool:
    """*Highway 9*, *No. 12*, *#3*."""
    if numeral.first == 0 or not sentence.tokens[numeral.first].text[0].isdigit():
        return False
    before = sentence.tokens[numeral.first - 1]
    if before.text in ("#", "№"):
        return True
    label = before.lower in _LABELS and (
        before.text[0].isupper() or before.lower in _LABELS_IN_SMALL
    )
    return label and not people_follow(sentence, numeral.last)


# *One*

_DETERMINERS = read_set("determiners")
_SAYING = frozenset(("said", "says", "say", "reported", "reports", "confirmed", "added"))
_BEFORE_PRONOUN = read_set("before pronoun one")
_AFTER_PRONOUN = read_set("after pronoun one")


def _pronoun(sentence: Sentence, numeral: Numeral, value: int | float) -> str | None:
    first, last = numeral.first, numeral.last
    if numeral.end - numeral.start == 3 and sentence.lower(last) == "or" and value == 1:
        return "pronoun"
    one = sentence.lower(first) == "one"
    return "pronoun" if one and _is_pronoun_one(sentence, first, last) else None


def _is_pronoun_one(sentence: Sentence, first: int, last: int) -> bool:
    before, after = sentence.lower(first - 1), sentence.lower(last)
    if after == "of" and before in ("each", "every"):
        return True  # *every one of the 20*
    if after == "of":
        explains = before == "," and _is_name(sentence, first - 2)
        return explains and sentence.lower(last + 1) in _DETERMINERS
    if before == "that" and is_person(sentence.tokens, last):
        return False  # *confirmed that one man had died*: *that* goes with the verb
    if before == "that" and _came_to_harm(sentence, first, last):
        return False
    return before in _BEFORE_PRONOUN or after in _AFTER_PRONOUN


def _is_name(sentence: Sentence, index: int) -> bool:
    """Whether a name stands there; *X, one of the leaders, was killed* counts nobody."""
    capital = index >= 0 and sentence.tokens[index].text[0].isupper()
    return capital and sentence.letter(index) == "w"


def _came_to_harm(sentence: Sentence, first: int, last: int) -> bool:
    """*The deputy said later that one had died*, not *that one died*."""
    said = {sentence.lower(first - 2), sentence.lower(first - 3)}
    auxiliary = sentence.letter(last) in "bh"
    return auxiliary and not said.isdisjoint(_SAYING) and verb_group(sentence, last) is not None
