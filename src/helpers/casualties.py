"""Casualty claims: every figure for people killed, wounded or missing, and who says so.

A claim is a number that a named rule ties to a casualty word. It comes with its bound, its source
(from the same statements that serve stance) and its dates as far as the text states them.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from helpers.casualty_reading import Reading
from helpers.casualty_recounts import COUNTED_ON, count_on
from helpers.casualty_rows import row_of, setting_of
from helpers.casualty_rules import read_sentence
from helpers.casualty_sources import Source, attribute, sources_of
from helpers.casualty_words import lexicon
from helpers.corrections import mark_corrections, settle
from helpers.economy import collector_paused
from helpers.numerals import (
    Numeral,
    coded_value,
    may_hold_numeral,
    readable_spans,
    tokens_of,
)
from helpers.statements import find_statements
from helpers.tables import article_texts, make_table, value_by_article
from helpers.text import Span

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
          or on it; empty for an event, for *a year earlier*, and for a weekday in an article
          without a date). A figure of one month or year (*290 in 2010*) is as of that
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
        setting = setting_of(text, sentence.span, reading, reported_on)
        order = {index: base + rank for rank, index in enumerate(sorted(reading.mentions))}
        found += [
            row_of(text, setting, reading, mention, order)
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
