"""Times that go with a figure: *by Tuesday*, *as of 12 June*, *since March 2011*.

As written, with the precision they have, and as a date where the words and the article's own date
make one.
"""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from helpers.numerals import Token
from helpers.wordlists import read_set

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = read_set("month names")
_DAY_NAMES = read_set("day names")
_PARTS_OF_DAY = read_set("parts of day")
_PHRASE_END = read_set("ends time phrase") | frozenset('"(),.:;”')
_UNTIL = ("by", "until", "till")
_BEFORE_DAY = ("on", "late", "early")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ISO_MONTH = len("2012-07")


class TimePhrase(NamedTuple):
    """A time as written (``first, last``: its tokens) and its ``precision``.

    ``precision`` is day, month, year, or event where only an event tells the time.
    """

    words: str
    precision: str
    first: int
    last: int


def time_phrase(
    text: str, tokens: list[Token], first: int, figures: Collection[int] = ()
) -> TimePhrase:
    """The phrase that begins at a token: a date as long as it is one, else to the clause's end.

    It ends before any of the ``figures`` (tokens): *as of June | 40 people had died*.
    """
    last = first + 1
    while last < len(tokens) and tokens[last].lower not in _PHRASE_END and last not in figures:
        last += 1
    dated = next((index for index in range(first + 1, last) if _dates(tokens[index].lower)), last)
    if dated < last and dated <= first + 2:
        last = dated + 1
        by_month = not _MONTH_NAMES.isdisjoint(token.lower for token in tokens[first:last])
        while last < len(tokens) and _dates(tokens[last].lower) and last not in figures:
            if tokens[last].lower.isdecimal() and not by_month:
                break
            if _is_day(tokens[last].lower) and any(_is_day(t.lower) for t in tokens[first:last]):
                break  # *as of 12 June 40 people had died*
            by_month = by_month or tokens[last].lower in _MONTH_NAMES
            last += 1
        if by_month and _year_after_comma(tokens, last):
            last += 2
    words = [token.lower for token in tokens[first:last]]
    written = text[tokens[first].start : tokens[last - 1].end]
    return TimePhrase(written, _precision(words), first, last)


def _year_after_comma(tokens: list[Token], index: int) -> bool:
    """*since March 15, 2011*: the year belongs to the date although a comma parts them."""
    if index + 1 >= len(tokens) or tokens[index].lower != ",":
        return False
    day_before = tokens[index - 1].lower.isdigit() and len(tokens[index - 1].lower) <= 2
    return day_before and _is_year(tokens[index + 1].lower)


def _is_year(lower: str) -> bool:
    return len(lower) == 4 and lower.isdecimal() and _FIRST_YEAR <= int(lower) <= _LAST_YEAR


def _is_day(lower: str) -> bool:
    return lower.isdecimal() and len(lower) <= 2


def _dates(lower: str) -> bool:
    """Whether a word can be part of a date."""
    if lower in _DAY_NAMES or lower in _MONTH_NAMES or lower in _PARTS_OF_DAY:
        return True
    return _is_year(lower) or _is_day(lower)


def _precision(words: list[str]) -> str:
    """How finely a time is given: day, month, year, or only by an event."""
    names = set(words)
    digits = [word for word in words if word.isdecimal()]
    if names & _DAY_NAMES:
        return "day"
    if names & _MONTH_NAMES:
        return "day" if any(int(word) <= 31 for word in digits if len(word) <= 2) else "month"
    return "year" if any(map(_is_year, digits)) else "event"


def as_of_phrase(
    text: str, tokens: list[Token], figures: Collection[int] = ()
) -> TimePhrase | None:
    """The moment that the figures of a sentence stand for: *by Tuesday*, *as of 12 June*.

    ``figures`` are the tokens at which those figures begin.
    """
    for index, token in enumerate(tokens[:-1]):
        following = tokens[index + 1].lower
        if token.lower == "as" and following == "of" and index + 2 < len(tokens):
            phrase = time_phrase(text, tokens, index + 1, figures)
            words = text[token.start : tokens[phrase.last - 1].end]
            return phrase._replace(words=words, first=index)
        if token.lower in _UNTIL and _opens_time(following):
            return time_phrase(text, tokens, index, figures)
    return None


def _opens_time(lower: str) -> bool:
    return lower in _DAY_NAMES or lower in _MONTH_NAMES or lower in ("late", "early", "then")


def day_after(text: str, tokens: list[Token], index: int) -> TimePhrase | None:
    """The day named right at a token: *rose to 43 **on Monday***, *rose to 43 **Monday night***."""
    opens = index
    while opens < min(len(tokens), index + 3) and tokens[opens].lower in _BEFORE_DAY:
        opens += 1
    if opens >= len(tokens) or tokens[opens].lower not in _DAY_NAMES:
        return None
    last = time_phrase(text, tokens, opens - 1).last
    return TimePhrase(text[tokens[index].start : tokens[last - 1].end], "day", index, last)


def period_at(text: str, tokens: list[Token], first: int) -> TimePhrase | None:
    """The month or year that a token opens: *in 2010*, *in May last year*, *a year earlier*."""
    lowers = [token.lower for token in tokens[first : first + _LONGEST_PERIOD]]
    length = _in_period(lowers) if lowers[:1] == ["in"] else _relative_period(lowers)
    if not length:
        return None
    words = lowers[:length]
    monthly = not _MONTH_NAMES.isdisjoint(words) or not _MONTH_WORDS.isdisjoint(words)
    written = text[tokens[first].start : tokens[first + length - 1].end]
    return TimePhrase(written, "month" if monthly else "year", first, first + length)


_LONGEST_PERIOD = 9
_JOINS_YEARS = frozenset(("and", "or", "to"))
_RANGE_SIGNS = frozenset(("/", "-", "–"))
_PARTS_OF_MONTH = frozenset(("early", "late", "mid", "all", "of"))
_MONTH_WORDS = frozenset(("month", "months"))
_SPANS = frozenset(("year", "years")) | _MONTH_WORDS
_BACK = frozenset(("earlier", "before", "ago"))
_PREVIOUS = frozenset(("previous", "preceding"))


def _in_period(lowers: list[str]) -> int:
    """How many words *in 2010*, *in May 2010*, *in the first half of 2010* has; 0 if it is none."""
    if lowers[1:2] == ["the"]:
        place = next((place for place, word in enumerate(lowers) if _is_year(word)), 0)
        of_it = place > 2 and lowers[place - 1] == "of" and lowers[place - 2].isalpha()
        plain = all(word[0].isalnum() for word in lowers[:place])
        return place + 1 if of_it and plain else 0
    place = 1
    while place < len(lowers) and lowers[place] in _PARTS_OF_MONTH:
        place += 1
    monthly = place < len(lowers) and lowers[place] in _MONTH_NAMES
    place += monthly
    yearly = place < len(lowers) and _is_year(lowers[place])
    place += yearly
    if monthly and not yearly:
        last_year = lowers[place : place + 2] in (["last", "year"], ["this", "year"])
        return place + 2 * last_year
    if not yearly or _goes_on_to_year(lowers[place : place + 2]):
        return 0
    return place


def _goes_on_to_year(lowers: list[str]) -> bool:
    """*in 2010 **and 2011***, *in 2010**/11***, but not *in 2010 and 12 in 2011*."""
    if len(lowers) < 2:
        return False
    joint, last = lowers
    signs = joint in _RANGE_SIGNS and _is_day(last)
    return signs or (joint in _RANGE_SIGNS | _JOINS_YEARS and _is_year(last))


def _relative_period(lowers: list[str]) -> int:
    """How many words *a year earlier*, *the month before*, *last year* has; 0 if it is none."""
    if lowers[:2] in (["last", "year"], ["last", "month"]):
        return 2
    if lowers[:1] == ["the"] and lowers[1:2] != [] and lowers[1] in _PREVIOUS:
        return 3 if lowers[2:3] != [] and lowers[2] in _SPANS else 0
    spans = len(lowers) > 2 and lowers[1] in _SPANS
    return 3 if spans and lowers[2] in _BACK else 0


def date_of(phrase: TimePhrase, reported_on: dt.date | None) -> str | None:
    """The date of a phrase in ISO form, cut to its precision (``2011-03``); ``None`` if open.

    A weekday is the last one before the article's date or on it, as news uses the word; so is a
    date without its year. Without the article's date both stay open, and so does an event.

    >>> date_of(TimePhrase("by Tuesday", "day", 0, 2), dt.date(2012, 7, 6))
    '2012-07-03'
    """
    words = phrase.words.lower().replace(",", " ").split()
    day = next((word for word in words if word in _WEEKDAYS), None)
    before = reported_on - dt.timedelta(days=1) if reported_on and "last" in words else reported_on
    year = next((word for word in words if _is_year(word)), None)
    month = next((word for word in words if word in _MONTH_NAMES), None)
    if reported_on is not None and words[-2:] == ["last", "year"]:
        year = str(reported_on.year - 1)
    elif reported_on is not None and words == ["last", "month"]:
        return (reported_on.replace(day=1) - dt.timedelta(days=1)).isoformat()[:_ISO_MONTH]
    if month is not None:
        number = next((int(word) for word in words if word.isdecimal() and len(word) <= 2), None)
        return _calendar(year, _MONTHS.index(month) + 1, number, before)
    if day is not None:
        if before is None:
            return None
        back = (before.weekday() - _WEEKDAYS.index(day)) % 7
        return (before - dt.timedelta(days=back)).isoformat()
    if reported_on is not None and not {"today", "yesterday"}.isdisjoint(words):
        return (reported_on - dt.timedelta(days="yesterday" in words)).isoformat()
    return year


def _calendar(year: str | None, month: int, day: int | None, latest: dt.date | None) -> str | None:
    """A calendar date, its year the last one that does not lie after the article's date."""
    if year is not None:
        number = int(year)
    elif latest is None:
        return None
    else:
        number = latest.year - ((month, day or 1) > (latest.month, latest.day))
    if day is None:
        return f"{number:04d}-{month:02d}"
    try:
        return dt.date(number, month, day).isoformat()
    except ValueError:
        return f"{number:04d}-{month:02d}"
