"""Casualty claims: every figure for people killed, wounded or missing, and who says so.

A claim is a number that a named rule ties to a casualty word. It comes with its bound, its source
(from the same statements that serve stance) and its dates as far as the text states them.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from helpers.casualty_items import Item, lexicon
from helpers.casualty_rules import COUNTED_ON, Mention, Reading, count_on, read_sentence
from helpers.casualty_sources import Source, attribute, sources_of
from helpers.corrections import mark_corrections, settle
from helpers.economy import collector_paused
from helpers.numerals import (
    Numeral,
    Token,
    coded_value,
    may_hold_numeral,
    readable_spans,
    tokens_of,
)
from helpers.statements import find_statements
from helpers.tables import article_texts, make_table, value_by_article
from helpers.text import Span
from helpers.time_phrases import TimePhrase, as_of_phrase, date_of, day_after, time_phrase
from helpers.wordlists import listed, read_set

CLAIM_COLUMNS = {
    "claim_id": "str",
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "number": "str",
    "low": "Int64",
    "high": "Int64",
    "bound": "str",
    "qualifier": "str",
    "effect": "str",
    "population": "str",
    "place": "str",
    "scope": "str",
    "part_of": "str",
    "corrects": "str",
    "negated": "bool",
    "implicit": "bool",
    "source": "str",
    "source_start": "Int64",
    "source_end": "Int64",
    "source_name": "str",
    "source_type": "str",
    "reported_on": "str",
    "as_of": "str",
    "as_of_precision": "str",
    "as_of_date": "str",
    "since": "str",
    "since_precision": "str",
    "since_date": "str",
    "statement_id": "str",
    "sentence_start": "int64",
    "sentence_end": "int64",
    "rule": "str",
}

CONTEXT_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "left": "str",
    "node": "str",
    "right": "str",
}

REJECTED_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "numeral": "str",
    "reason": "str",
}

NOT_HARMED = "counts people, none said to be harmed"
NO_CASUALTY_WORD = "no casualty word in the sentence"
NOT_TIED = "not tied to a casualty word"

_T = TypeVar("_T")
_MOST_PHRASES = 20  # of one kind in a sentence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_casualty_claims(
    articles: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    *,
    code_vague: bool = False,
) -> pd.DataFrame:
    """Every figure that counts people killed, wounded, missing or *casualties*.

    Parameters
    ----------
    articles
        Has ``article_id, text``; ``published`` (a moment) is used if there.
    statements
        As `helpers.statements.find_statements` gives them; ``None`` finds them.
    code_vague
        Whether vague words get the floor that conflict data sets code them with (*dozens* 12,
        *hundreds* 100; see `helpers.numerals.coded_value`). The bound stays ``vague``.

    Returns
    -------
    pandas.DataFrame
        One row a figure, in the order of the text:

        - ``article_id, start, end``: the numeric expression, ``number``, in code points
        - ``low, high``: the figure as an interval; ``high`` is missing for a floor, ``low`` for a
          ceiling, both for a vague word; ``bound`` (exact, at_least, at_most, about, range,
          vague) and ``qualifier`` as written
        - ``effect``: killed, wounded, missing or casualties; ``negated``: *no one* (0);
          ``implicit``: *a soldier* (1)
        - ``population``, ``place``: as written
        - ``scope``: incident, cumulative (runs over several days or events) or subset;
          ``part_of``: the claim it is a part of; ``corrects``: the claim whose figure it replaces
        - ``source`` as written with its span, ``source_name`` (resolved), ``source_type``
        - ``reported_on``: the article's date; ``as_of``, ``since``: as written, only where the
          text says so, with the precision they have (day, month, year, event) and as a date where
          there is one (``as_of_date``: *by Tuesday* is the last Tuesday before the article's date
          or on it; empty for an event, and for a weekday in an article without a date)
        - ``statement_id``; ``sentence_start, sentence_end``; ``rule``: which rule tied the number

    Raises
    ------
    ValueError
        A column is missing, or an ``article_id`` occurs twice.
    """
    claims, _ = _read_figures(articles, statements, code_vague, rejected=False)
    return make_table(claims, CLAIM_COLUMNS)


class CasualtyFigures(NamedTuple):
    """The claims of some articles, and every other numeral with why it is none."""

    claims: pd.DataFrame
    rejected: pd.DataFrame


def read_casualty_figures(
    articles: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    *,
    code_vague: bool = False,
) -> CasualtyFigures:
    """`find_casualty_claims` and `find_rejected_numerals` in one, each sentence read once."""
    claims, rejected = _read_figures(articles, statements, code_vague, rejected=True)
    return CasualtyFigures(
        make_table(claims, CLAIM_COLUMNS), make_table(rejected, REJECTED_COLUMNS)
    )


@collector_paused()
def _read_figures(
    articles: pd.DataFrame, statements: pd.DataFrame | None, code_vague: bool, *, rejected: bool
) -> tuple[list[dict[str, Any]], list[tuple[str, int, int, str, str]]]:
    texts = article_texts(articles)
    if statements is None:
        statements = find_statements(_with_casualty_words(articles, texts))
    sources = sources_of(statements)
    dates = _reported(articles)
    claims: list[dict[str, Any]] = []
    aside: list[tuple[str, int, int, str, str]] = []
    for article_id, text in texts.items():
        sentences = _sentences(text, all_numerals=rejected)
        reported_on = dates.get(article_id)
        found = _claims_of(text, sentences, sources.get(article_id, []), reported_on)
        for number, row in enumerate(found, 1):
            row["claim_id"] = f"{article_id}/c{number}"
        for row in found:
            for column in ("part_of", "corrects"):
                at = row[column]
                row[column] = found[at]["claim_id"] if at is not None else None
            row["article_id"] = article_id
            row["reported_on"] = reported_on.isoformat() if reported_on else None
            if code_vague and row["bound"] == "vague":
                row["low"] = coded_value(row["number"])
        claims += found
        if rejected:
            aside += _rejected(article_id, text, sentences)
    return claims, aside


def _with_casualty_words(articles: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """The articles whose statements can matter: those with a casualty word."""
    keep = [has_casualty_word(text) for text in texts.values()]
    return articles.loc[keep, ["article_id", "text"]]


def has_casualty_word(text: str) -> bool:
    """Whether any word of `text` can take part in a casualty claim."""
    return not lexicon().triggers.isdisjoint(_WORD.findall(text.lower()))


def _reported(articles: pd.DataFrame) -> dict[str, dt.date]:
    """Date of each article that has one."""
    return {
        article_id: pd.Timestamp(moment).date()
        for article_id, moment in value_by_article(articles, "published").items()
    }


# One article


class _Sentence(NamedTuple):
    """A sentence that was read; ``harm`` says whether it has a casualty word."""

    span: Span
    reading: Reading
    harm: bool


def _sentences(text: str, *, all_numerals: bool) -> list[_Sentence]:
    """Readings of the sentences with a casualty word, or of those with a number as well."""
    harmful = has_casualty_word(text)
    found: list[_Sentence] = []
    if not (harmful or all_numerals):
        return found
    before = None  # the reading of the sentence before, if it has a claim
    for start, end in readable_spans(text):
        piece = text[start:end]
        harm = harmful and has_casualty_word(piece)
        goes_on = before is not None and _COUNTS_ON.search(piece) is not None
        reading = None
        if harm or ((all_numerals or goes_on) and may_hold_numeral(piece)):
            reading = read_sentence(tokens_of(text, start, end), harm=harm)
            if goes_on and before is not None:
                count_on(reading, before)
            found.append(_Sentence((start, end), reading, harm))
        before = reading if reading and reading.mentions else None
    return found


_COUNTS_ON = re.compile(r"\b(?:number|figure|toll|total|count|tally|only|just)\b")


def _claims_of(
    text: str, sentences: list[_Sentence], sources: list[Source], reported_on: dt.date | None
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    harm: list[Span] = []
    older: list[int] = []
    partial: list[int] = []
    for sentence in sentences:
        reading = sentence.reading
        if not reading.mentions:
            continue
        base = len(found)
        setting = _setting(text, sentence.span, reading, reported_on)
        order = {index: base + rank for rank, index in enumerate(sorted(reading.mentions))}
        found += [
            _row(text, setting, reading, mention, order)
            for _, mention in sorted(reading.mentions.items())
        ]
        for row in found[base:]:
            if row["rule"] == COUNTED_ON and base:
                _take_up(row, found[:base], reading)
        older += mark_corrections(found, base, reading)
        partial += [
            order[index]
            for index, mention in sorted(reading.mentions.items())
            if mention.partial and mention.host is None
        ]
        harm += _harm_spans(reading)
    _find_wholes(found, partial)
    settle(found, older)
    attribute(found, sources, harm, text)
    return found


def _take_up(row: dict[str, Any], before: list[dict[str, Any]], reading: Reading) -> None:
    """Give a second figure the scope of the first, which *the correct figure* replaces."""
    at = next(
        (at for at in range(len(before) - 1, -1, -1) if before[at]["scope"] != "subset"), None
    )
    if at is not None:
        row["scope"] = before[at]["scope"]
        row["corrects"] = at if "correct" in reading.words else None


_WHOLE_WITHIN = 6  # claims before a part among which its whole is looked for


def _find_wholes(found: list[dict[str, Any]], partial: list[int]) -> None:
    """Let each part point at its whole: *12 people were killed. Four of the dead were nurses*."""
    for at in partial:
        part = found[at]
        before = range(at - 1, max(-1, at - 1 - _WHOLE_WITHIN), -1)
        whole = next((place for place in before if _holds(found[place], part)), None)
        if whole is not None:
            part["scope"], part["part_of"] = "subset", whole


def _holds(whole: dict[str, Any], part: dict[str, Any]) -> bool:
    """Whether a figure of a sentence before can be the one that another is a part of."""
    if whole["scope"] == "subset" or whole["negated"] or whole["implicit"]:
        return False
    if whole["sentence_start"] == part["sentence_start"]:
        return False
    same = whole["effect"] == part["effect"]
    victims = part["effect"] == "casualties" and whole["effect"] == "killed"
    sizes = whole["low"], part["low"]
    return (same or victims) and (None in sizes or sizes[0] >= sizes[1])


class _Setting(NamedTuple):
    """What a sentence gives all its claims; places and times by the token they begin at."""

    sentence: Span
    scope: str
    as_of: TimePhrase | None
    sinces: list[tuple[int, TimePhrase]]
    places: list[tuple[int, str]]
    breaks: list[int]
    reported_on: dt.date | None


def _setting(text: str, sentence: Span, reading: Reading, reported_on: dt.date | None) -> _Setting:
    tokens = reading.tokens
    figures = {mention.item.first for mention in reading.mentions.values()}
    return _Setting(
        sentence,
        _scope(reading),
        as_of_phrase(text, tokens, figures),
        [
            (index, time_phrase(text, tokens, index, figures))
            for index, token in enumerate(tokens[:-1])
            if token.lower == "since" and _counts_from(tokens, index, figures)
        ][:_MOST_PHRASES],
        _places(text, tokens),
        [index for index, token in enumerate(tokens) if token.lower == ";"],
        reported_on,
    )


def _row(
    text: str,
    setting: _Setting,
    reading: Reading,
    mention: Mention,
    order: dict[int, int],
) -> dict[str, Any]:
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


_ESTIMATING = read_set("estimating")


def _bound(reading: Reading, mention: Mention) -> str:
    """Bound of a figure; what somebody *estimates* it to be is about.

    *estimates that 400 people died*, *estimated the death toll at 400*.
    """
    numeral = mention.item.numeral
    if numeral is None or numeral.bound != "exact":
        return numeral.bound if numeral else "exact"
    first = mention.item.first
    before = [token.lower for token in reading.tokens[max(0, first - 8) : first]]
    if before[-1:] == ["that"]:
        del before[-1]
    toll = mention.rule == "toll" and before[-1:] == ["at"]
    estimated = not _ESTIMATING.isdisjoint(before if toll else before[-1:])
    return "about" if estimated else "exact"


STANDING = frozenset(("toll", "toll before", "deaths rise to"))
"""Rules that read a toll: *stood at 43 on Monday*."""


def _time(
    column: str, phrase: TimePhrase | None, reported_on: dt.date | None
) -> dict[str, str | None]:
    """The three columns of a time: as written, its precision, its date."""
    return {
        column: phrase.words if phrase else None,
        f"{column}_precision": phrase.precision if phrase else None,
        f"{column}_date": date_of(phrase, reported_on) if phrase else None,
    }


def _harm_spans(reading: Reading) -> list[Span]:
    """Characters of the casualty verbs of a sentence, *claimed 18 lives* included."""
    verbs = [
        item
        for index, item in enumerate(reading.items)
        if item.letter in "YVKGD" or (item.letter in "CL" and _takes_lives(reading, index))
    ]
    return [(reading.tokens[item.first].start, reading.tokens[item.last - 1].end) for item in verbs]


def _takes_lives(reading: Reading, index: int) -> bool:
    return "l" in reading.letters[index + 2 : index + 4]


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
    if item.of_whole and mention.host is not None:
        return _population(text, reading, reading.mentions[mention.host])
    first = item.numeral.last if item.numeral else item.first
    while first <= item.head and reading.tokens[first].lower in _BEFORE_PEOPLE:
        first += 1
    if first > item.head:
        return None
    return text[reading.tokens[first].start : reading.tokens[item.head].end]


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


_SPAN_UNITS = read_set("span units")
_INCIDENTS = read_set("incidents")


_OPENS_SPAN = read_set("opens span")


def _scope(reading: Reading) -> str:
    """Incident, or cumulative where the sentence says that its figures run over time."""
    figures = {mention.item.first for mention in reading.mentions.values()}
    lowers = [
        token.lower
        for index, token in enumerate(reading.tokens)
        if token.lower != "since" or _counts_from(reading.tokens, index, figures)
    ]
    if not listed("scope_cues.txt").isdisjoint(lowers) and not _of_a_day(reading, lowers):
        return "cumulative"
    for index, lower in enumerate(lowers[:-1]):
        if lower in _OPENS_SPAN and any(
            word in _SPAN_UNITS for word in lowers[index + 1 : index + 4]
        ):
            if lower == "last" and lowers[index + 1] in ("week", "month", "year"):
                continue
            if lower == "this" and lowers[index + 1] == "week":
                continue
            return "cumulative"
    # *Police said nine had died* tells only what was said, so *had* alone makes no total.
    told = not _TOLD.isdisjoint(lowers) and ("as", "of") not in pairwise(lowers)
    had = ("had",) if told else ()
    perfect = any(
        item.letter in "YVD"
        and reading.tokens[item.first].lower in {"has", "have", "had"}.difference(had)
        and reading.tokens[item.first + 1].lower != "to"
        for item in reading.items
    )
    return "cumulative" if perfect and _INCIDENTS.isdisjoint(lowers) else "incident"


_TOLD = read_set("told in the past")
_DAY_NAMES = read_set("day names")
_WEEKS = frozenset((("this", "week"), ("last", "week"), ("last", "night"), ("this", "morning")))
_ENDS_REPORT = frozenset((",", ";", ":", "said", "says", "say", "since", "by"))


def _of_a_day(reading: Reading, lowers: list[str]) -> bool:
    """Whether figures are of one day or week, whatever it was part of: *Ebola killed 20 last week*.

    The time must be of the death, not of the report, and the verb in the simple past.
    """
    standing = any(mention.rule in STANDING for mention in reading.mentions.values())
    if standing or "since" in lowers or not _PERFECT.isdisjoint(lowers):
        return False
    for mention in reading.mentions.values():
        after = lowers[mention.item.last :]
        end = next((place for place, word in enumerate(after) if word in _ENDS_REPORT), None)
        opening = lowers[: mention.item.first]
        told = not _ENDS_REPORT.isdisjoint(opening[3:])
        dated = opening[:1] == ["on"] and opening[1:2] != [] and opening[1] in _DAY_NAMES
        if (dated and not told) or _names_day(after[:end]):
            return True
    return False


def _names_day(lowers: list[str]) -> bool:
    return not (_DAY_NAMES.isdisjoint(lowers) and _WEEKS.isdisjoint(pairwise(lowers)))


_PERFECT = frozenset(("has", "have", "had", "toll", "total", "number"))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


_COMPARES = read_set("compares")
_RELATIVE = frozenset(("which", "who", "whose", "where", "that"))
_BREAKS = frozenset((",", ";", ":", "(", ")", "–", "—"))


def _counts_from(tokens: list[Token], index: int, figures: Collection[int]) -> bool:
    """Whether a *since* says from when on a figure counts.

    It does not where it names the last time (*the worst crash since 1987, when 47 died*; *the
    deadliest since a bomb killed 21*) or belongs to an insertion or relative clause without a
    figure (*Ana Lee, mayor since 2008, …*; *Homs, which rebels have held since 2009*).
    """
    after = [token.lower for token in tokens[index + 1 : index + 6]]
    year = next((place for place, word in enumerate(after) if _YEAR.fullmatch(word)), None)
    if year is not None:
        rest = [word for word in after[year + 1 :] if word != ","]
        if rest[:1] == ["when"] or rest[:2] == ["in", "which"]:
            return False
    start = next((i for i in range(index - 1, -1, -1) if tokens[i].lower in _BREAKS), -1)
    before = [token.lower for token in tokens[start + 1 : index]]
    if any(word in _COMPARES or (len(word) > 5 and word.endswith("est")) for word in before[-4:]):
        return False
    if not before or any(start < figure < index for figure in figures):
        return True
    inserted = start >= 0 and any(token.lower == "," for token in tokens[index + 1 : index + 6])
    ahead = any(figure > index for figure in figures)
    return before[0] not in _RELATIVE and not (inserted and ahead and before[0] not in _JOINS)


_JOINS = frozenset(("and", "but", "while", "or"))


def claims_in_context(articles: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each claim within its sentence, as a concordance line.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    claims
        As `find_casualty_claims` gives them.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, left, node, right``: ``node`` is the figure, ``left`` and
        ``right`` the rest of its sentence, white space evened out.

    Raises
    ------
    ValueError
        A claim is of an article that is not among `articles`.
    """
    texts = article_texts(articles)
    unknown = sorted(set(claims["article_id"]) - texts.keys())
    if unknown:
        raise ValueError(
            f"Claims of {len(unknown)} articles that are not among the {len(texts)} given, "
            f"{unknown[0]!r} first. Give the articles that the claims were found in."
        )
    rows = []
    for claim in claims.to_dict("records"):
        text = texts[claim["article_id"]]
        start, end = claim["start"], claim["end"]
        left = " ".join(text[claim["sentence_start"] : start].split())
        right = " ".join(text[end : claim["sentence_end"]].split())
        rows.append((claim["article_id"], start, end, left, text[start:end], right))
    return make_table(rows, CONTEXT_COLUMNS)


# What was set aside


def find_rejected_numerals(articles: pd.DataFrame) -> pd.DataFrame:
    """Every numeral that is no casualty claim, with the reason.

    Parameters
    ----------
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, numeral, reason``, in the order of the text. Together with the
        claims (those neither implicit nor negated) these are all numerals.
    """
    rows: list[tuple[str, int, int, str, str]] = []
    for article_id, text in article_texts(articles).items():
        rows += _rejected(article_id, text, _sentences(text, all_numerals=True))
    return make_table(rows, REJECTED_COLUMNS)


def _rejected(
    article_id: str, text: str, sentences: list[_Sentence]
) -> list[tuple[str, int, int, str, str]]:
    return [
        (article_id, numeral.start, numeral.end, text[numeral.start : numeral.end], reason)
        for sentence in sentences
        for numeral, reason in _set_aside(sentence)
    ]


def _set_aside(sentence: _Sentence) -> Iterable[tuple[Numeral, str]]:
    reading, harm = sentence.reading, sentence.harm
    reasons = {}
    for index, item in enumerate(reading.items):
        if item.numeral is None:
            continue
        if index in reading.mentions:
            reasons[item.numeral.first] = ""
        else:
            reasons[item.numeral.first] = reading.aside.get(index) or _reason(reading, index, harm)
    for numeral in reading.numerals:
        reason = reasons.get(numeral.first, numeral.kind if numeral.kind != "count" else NOT_TIED)
        if reason:
            yield numeral, reason


def _reason(reading: Reading, index: int, harm: bool) -> str:
    item = reading.items[index]
    if item.letter == "N":
        return NOT_HARMED
    return NOT_TIED if harm else NO_CASUALTY_WORD
