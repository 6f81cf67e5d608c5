"""What the row of a claim says beside who said it: value, people, place, scope, times."""

import datetime as dt
from bisect import bisect_left
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from helpers.casualty_reading import Mention, Reading
from helpers.casualty_scope import STANDING, counts_from, scope_of
from helpers.casualty_sentence import Item
from helpers.casualty_words import is_person
from helpers.numerals import Token
from helpers.text import Span
from helpers.time_phrases import (
    TimePhrase,
    as_of_phrase,
    date_of,
    day_after,
    period_at,
    time_phrase,
)
from helpers.wordlists import read_set

_T = TypeVar("_T")
_MOST_PHRASES = 20  # of one kind in a sentence


class Setting(NamedTuple):
    """What a sentence gives all its claims; places and times by the token they begin at."""

    sentence: Span
    scope: str
    as_of: TimePhrase | None
    periods: dict[int, TimePhrase]  # by the item of the figure
    sinces: list[tuple[int, TimePhrase]]
    places: list[tuple[int, str]]
    breaks: list[int]
    reported_on: dt.date | None


def setting_of(text: str, sentence: Span, reading: Reading, reported_on: dt.date | None) -> Setting:
    """What a sentence gives all its claims."""
    tokens = reading.tokens
    figures = {mention.item.first for mention in reading.mentions.values()}
    return Setting(
        sentence,
        scope_of(reading),
        as_of_phrase(text, tokens, figures),
        _periods(text, reading),
        [
            (index, time_phrase(text, tokens, index, figures))
            for index, token in enumerate(tokens[:-1])
            if token.lower == "since" and counts_from(tokens, index, figures)
        ][:_MOST_PHRASES],
        _places(text, tokens),
        [index for index, token in enumerate(tokens) if token.lower == ";"],
        reported_on,
    )


def row_of(
    text: str,
    setting: Setting,
    reading: Reading,
    mention: Mention,
    order: dict[int, int],
) -> dict[str, Any]:
    """The row of a claim; `order` says which row of the article each number of its sentence has."""
    item, tokens = mention.item, reading.tokens
    numeral = item.numeral
    start, end = (
        (numeral.start, numeral.end)
        if numeral
        else (tokens[item.first].start, tokens[item.last - 1].end)
    )
    zero = mention.negated
    since = _nearest(setting.sinces, item, setting.breaks)
    scope = "cumulative" if since else setting.scope
    as_of = setting.as_of
    if as_of is None and mention.rule in STANDING:
        as_of = day_after(text, tokens, item.last)
    if as_of is None:
        as_of = setting.periods.get(mention.index)
    return {
        "start": start,
        "end": end,
        "number": text[start:end],
        "low": numeral.low if numeral else int(not zero),
        "high": numeral.high if numeral else int(not zero),
        "bound": _bound(reading, mention),
        "qualifier": numeral.qualifier if numeral else None,
        "effect": mention.effect,
        "population": _population(text, reading, mention),
        "place": _nearest(setting.places, item, setting.breaks),
        "scope": "subset" if mention.subset else scope,
        "part_of": order.get(mention.host) if mention.host is not None else None,
        "corrects": None,
        "negated": zero,
        "implicit": numeral is None and not zero,
        "source": None,
        **_time("as_of", as_of, setting.reported_on),
        **_time("since", since, setting.reported_on),
        "sentence_start": setting.sentence[0],
        "sentence_end": setting.sentence[1],
        "rule": mention.rule,
    }


def _periods(text: str, reading: Reading) -> dict[int, TimePhrase]:
    """The month or year each figure is of: *from 290 in 2010 to 310 in 2011*, *In 2010, 290 died*.

    It stands right after the figure or the verb that the figure is the subject of.
    """
    tokens, items = reading.tokens, reading.items
    found: dict[int, TimePhrase] = {}
    for index, mention in reading.mentions.items():
        cause = mention.cause
        after_verb = [items[cause].last] if cause is not None and cause > index else []
        for last in (mention.item.last, *after_verb):
            period = period_at(text, tokens, last)
            if period is not None:
                found[index] = period
    opening = period_at(text, tokens, 0)
    if opening is not None and reading.lower(opening.last) == ",":
        for index in reading.mentions:
            found.setdefault(index, opening)
    tolls = [index for index in found if _is_of_toll(reading, reading.mentions[index])]
    if len(tolls) == 1:  # *The toll rose to 310 in 2011*: then, not in that year alone
        del found[tolls[0]]
    return found


def _is_of_toll(reading: Reading, mention: Mention) -> bool:
    return mention.cause is not None and reading.items[mention.cause].letter == "t"


_ESTIMATING = read_set("estimating")


def _bound(reading: Reading, mention: Mention) -> str:
    """Bound of a figure; what somebody *estimates* it to be is about.

    *estimates that 400 people died*, *estimated the death toll at 400*.
    """
    numeral = mention.item.numeral
    if numeral is None or numeral.bound != "exact":
        return numeral.bound if numeral else "exact"
    first = mention.item.first
    before = reading.lowers(max(0, first - 8), first)
    if before[-1:] == ["that"]:
        del before[-1]
    toll = mention.rule == "toll" and before[-1:] == ["at"]
    estimated = not _ESTIMATING.isdisjoint(before if toll else before[-1:])
    return "about" if estimated else "exact"


def _time(
    column: str, phrase: TimePhrase | None, reported_on: dt.date | None
) -> dict[str, str | None]:
    """The three columns of a time: as written, its precision, its date."""
    return {
        column: phrase.words if phrase else None,
        f"{column}_precision": phrase.precision if phrase else None,
        f"{column}_date": date_of(phrase, reported_on) if phrase else None,
    }


def _nearest(found: list[tuple[int, _T]], item: Item, breaks: list[int]) -> _T | None:
    """What is named first after a figure, no semicolon between, else what is named before it."""
    after = bisect_left(found, item.last, key=itemgetter(0))
    if after < len(found):
        parted = bisect_left(breaks, item.last)
        if parted == len(breaks) or breaks[parted] > found[after][0]:
            return found[after][1]
    return found[0][1] if found and found[0][0] < item.first else None


_BEFORE_PEOPLE = read_set("before people")


def _population(text: str, reading: Reading, mention: Mention) -> str | None:
    """Words for the people counted: *civilians*, *Iraqi soldiers*; ``None`` for a bare number."""
    item = mention.item
    if item.head is None:
        return None
    if item.of_whole:
        kind = _kind_of_part(text, reading.tokens, item.last)
        if kind or (item.inner and mention.host is None):
            return kind  # *four of the dead* alone says no more than that they died
    if item.of_whole and mention.host is not None:
        return _population(text, reading, reading.mentions[mention.host])
    first = item.numeral.last if item.numeral else item.first
    while first <= item.head and reading.tokens[first].lower in _BEFORE_PEOPLE:
        first += 1
    if first > item.head:
        return None
    return text[reading.tokens[first].start : reading.tokens[item.head].end]


_COPULAS = frozenset(("was", "is", "were", "are"))


def _kind_of_part(text: str, tokens: list[Token], first: int) -> str | None:
    """Who the people of a part are: *nine of them **women***, *four of them were **nurses***."""
    first += first < len(tokens) and tokens[first].lower in _COPULAS
    last = first
    while is_person(tokens, last):
        last += 1
    return text[tokens[first].start : tokens[last - 1].end] if last > first else None


_PLACE_PREPOSITIONS = read_set("place prepositions")
_NO_PLACE = read_set("no place")


def _places(text: str, tokens: list[Token]) -> list[tuple[int, str]]:
    """Places named in a sentence (*in Norham*, *near Dellby*), by the token of the preposition."""
    upper = sum(token.text.isupper() for token in tokens if token.text[0].isalpha())
    if 2 * upper > len(tokens):
        return []
    found = []
    for index in range(len(tokens) - 1):
        if tokens[index].lower not in _PLACE_PREPOSITIONS:
            continue
        start = index + 2 if tokens[index + 1].lower == "the" else index + 1
        end = start
        while end < len(tokens) and tokens[end].text[0].isupper():
            end += 1
        if end > start and tokens[start].lower not in _NO_PLACE:
            found.append((index, text[tokens[start].start : tokens[end - 1].end]))
    return found
