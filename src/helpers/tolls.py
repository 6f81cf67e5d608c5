"""The toll of each article: how many people it says were killed and wounded in its main incident.

Adds up what a reader adds up (*the mayor and two guards* are three) and leaves out what a reader
leaves out: parts of a figure already counted, figures since corrected, totals of a whole war.
"""

import re
from typing import NamedTuple

import pandas as pd

from helpers.casualties import has_casualty_word
from helpers.casualty_items import STRIKING, lexicon
from helpers.casualty_rules import Reading, is_struck, read_sentence
from helpers.numerals import readable_spans, tokens_of
from helpers.tables import article_texts, make_table, require_columns, value_by_article
from helpers.victims import Victim, in_capitals, victims_of
from helpers.wordlists import read_set

TOLL_COLUMNS = {"article_id": "str", "killed": "int64", "wounded": "int64"}

_NEEDED = (
    "article_id", "start", "low", "high", "effect", "scope", "negated", "claim_id", "corrects",
    "part_of", "sentence_start", "sentence_end",
)  # fmt: skip


class _Figure(NamedTuple):
    """A claim as far as the toll needs it; ``adds`` says it comes on top (*10 others*)."""

    value: int
    sentence: int
    scope: str
    adds: bool


def toll_per_article(articles: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """How many people each article says were killed and wounded in its main incident.

    Within a sentence figures are added, with victims who are named or pointed at without a number
    (*the mayor*, *Judge Ana Silva*; for killed only); the sentence with the largest sum counts.
    Subsets, figures another one corrects, and sentences about an earlier year are left out. Totals
    of a war or epidemic count only where the article gives no figure for an incident. A floor
    counts as its floor, a ceiling as its ceiling, a range as its lower end, a vague word as
    nothing unless it was coded.

    Parameters
    ----------
    articles
        Has ``article_id, text``; ``published`` (a moment) is used if there.
    claims
        As `helpers.casualties.find_casualty_claims` gives them.

    Returns
    -------
    pandas.DataFrame
        ``article_id, killed, wounded``: one row an article, 0 where it claims none.
    """
    require_columns(claims, _NEEDED, "A claims table")
    texts = article_texts(articles)
    years = _years_of(articles)
    by_article = dict(list(claims.groupby("article_id", sort=False)))
    rows = []
    for article_id, text in texts.items():
        mine = by_article.get(article_id)
        records = [] if mine is None else mine.to_dict("records")
        year = years.get(article_id) or _stated_year(text)
        killed, wounded = _toll(text, records, year)
        rows.append((article_id, killed, wounded))
    return make_table(rows, TOLL_COLUMNS)


def _toll(text: str, claims: list[dict], year: int | None) -> tuple[int, int]:
    superseded = {claim["corrects"] for claim in claims if isinstance(claim["corrects"], str)}
    figures: dict[str, list[_Figure]] = {"killed": [], "wounded": []}
    for claim in claims:
        value = claim["high"] if pd.isna(claim["low"]) else claim["low"]
        counts = claim["effect"] in figures and not claim["negated"] and not pd.isna(value)
        if not counts or claim["scope"] == "subset" or claim["claim_id"] in superseded:
            continue
        sentence = text[claim["sentence_start"] : claim["sentence_end"]]
        if claim["scope"] == "incident" and _long_ago(sentence, year):
            continue
        if _alternative(text, claim) and any(
            figure.sentence == claim["sentence_start"] for figure in figures[claim["effect"]]
        ):
            continue
        figures[claim["effect"]].append(
            _Figure(int(value), claim["sentence_start"], claim["scope"], _adds(text, claim))
        )
    return _main(figures["killed"], _named_sums(text, year, "killed")), _main(
        figures["wounded"], _named_sums(text, year, "wounded")
    )


_ADDING_BEFORE = re.compile(r"\b(another|further|additional)\s(?:\w+\s)?$", re.IGNORECASE)
_ADDING_AFTER = re.compile(r"\s(other|others|more)\b", re.IGNORECASE)


_HEDGES = "|".join(sorted(read_set("perhaps")))
_PERHAPS = re.compile(
    rf"\b(?:{_HEDGES}|(?:could|may|might) be)\s(?:[\w-]+\s){{0,4}}$",
    re.IGNORECASE,
)


def _alternative(text: str, claim: dict) -> bool:
    """Whether a figure is another one for the same people: *12 were killed and possibly 20*."""
    start, end = claim["start"], claim["end"]
    hedged = _PERHAPS.search(text[max(claim["sentence_start"], start - 50) : start])
    return bool(hedged) and not _ADDING_AFTER.match(text[end : end + 8])


def _adds(text: str, claim: dict) -> bool:
    """Whether a figure says that it comes on top of one before: *another 10*, *10 others*."""
    start, end = claim["start"], claim["end"]
    before = _ADDING_BEFORE.search(text[max(0, start - 24) : start])
    return bool(before or _ADDING_AFTER.match(text[end : end + 8]))


def _main(figures: list[_Figure], named: dict[int, int]) -> int:
    """The largest sum of one sentence; totals over time only where there is no incident."""
    sums: dict[int, int] = dict(named)
    added: dict[int, int] = {}
    for figure in figures:
        if figure.scope != "incident":
            continue
        earlier = any(place < figure.sentence for place in sums)
        table = added if figure.adds and earlier and figure.sentence not in sums else sums
        table[figure.sentence] = table.get(figure.sentence, 0) + figure.value
    if sums:
        counted = {figure.sentence for figure in figures} & sums.keys()
        main = {min(counted)} if counted else set()
        return max(sums[place] for place in main | named.keys()) + sum(set(added.values()))
    return max((figure.value for figure in figures), default=0)


_AGO = re.compile(r"\b(?:years? ago|last year|decades? ago)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"{_MONTH}(?: \d\d?,)? (?P<year>(?:19|20)\d\d|[3-9]\d(?!\d))|\d/(?P<stamp>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_HEADER = 120


def _years_of(articles: pd.DataFrame) -> dict[str, int]:
    """Year of each article that has a date (``published``)."""
    return {
        article_id: pd.Timestamp(moment).year
        for article_id, moment in value_by_article(articles, "published").items()
    }


def _stated_year(text: str) -> int | None:
    """Year of a date in an article's first line (*2 June 2012*, *15 MAR 89*, *07/06/2012*)."""
    match = _DATELINE.search(text[:_HEADER])
    if not match:
        return None
    year = int(match["year"] or match["stamp"])
    return year if year > 99 else 1900 + year


def _long_ago(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of an earlier year: *in 1987*, *two years ago*.

    News of the day leaves the current year out; so without a dated article any year is another.
    """
    if _AGO.search(sentence):
        return True
    years = [int(found) for found in _YEAR.findall(sentence)]
    return bool(years) and (year is None or max(years) < year - 1)


def _named_sums(text: str, year: int | None, effect: str) -> dict[int, int]:
    """People killed without a number, by the start of their sentence."""
    sums: dict[int, int] = {}
    known: list[set[str]] = []
    alone = 0
    if not has_casualty_word(text):
        return sums
    for start, end in readable_spans(text):
        if not has_casualty_word(text[start:end]) or _long_ago(text[start:end], year):
            continue
        reading = read_sentence(tokens_of(text, start, end))
        victims = [
            victim
            for victim in victims_of(reading)
            if victim.effect == effect and _surely(victim, reading)
        ]
        number = len(_distinct(victims, reading, known))
        if number:
            sums[start] = number
        elif victims:
            alone = alone or start + 1
    if alone and not sums:
        sums[alone - 1] = 1
    return sums


def _distinct(victims: list[Victim], reading: Reading, known: list[set[str]]) -> list[Victim]:
    """Victims of one sentence, each once; adds their names to those `known`."""
    kept: list[Victim] = []
    for victim in victims:
        if victim.words & {"he", "she"} or any(victim.words & other.words for other in kept):
            continue
        before = next((words for words in known if words & victim.words), None)
        if victim.named and before is None:
            known.append(set(victim.words))
        elif victim.named and before is not None:
            before |= victim.words
        elif before is None and in_capitals(reading) and not _points(victim):
            continue  # in capitals, one word alone may be no name at all
        kept.append(victim)
    return kept


def _surely(victim: Victim, reading: Reading) -> bool:
    """Wounded only by a verb that says so: who is *shot* may be dead in the next sentence."""
    if victim.effect == "killed":
        return True
    cause = reading.items[victim.cause]
    sure = cause.force == "strong" or (cause.verb in STRIKING and is_struck(reading))
    return sure and victim.rule == "person was killed"


def _points(victim: Victim) -> bool:
    """Whether a victim is pointed at by a noun for people (*the mayor*)."""
    return not lexicon().persons.isdisjoint(victim.words)
