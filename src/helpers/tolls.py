"""The toll of each article: how many people it says were killed and wounded in its main incident.

Adds up what a reader adds up (*the mayor and two guards* are three) and leaves out what a reader
leaves out: parts of a figure already counted, figures since corrected, totals of a whole war.
"""

import re
from collections import Counter
from typing import NamedTuple

import pandas as pd

from helpers.casualties import has_casualty_word
from helpers.casualty_context import is_struck
from helpers.casualty_lists import COMPARED_WITH
from helpers.casualty_reading import Reading
from helpers.casualty_recounts import COUNTED_ANEW
from helpers.casualty_rules import read_sentence
from helpers.casualty_scope import STANDING
from helpers.casualty_words import STRIKING, lexicon
from helpers.comparison import general_population
from helpers.numerals import readable_spans, tokens_of
from helpers.tables import article_texts, make_table, require_columns, value_by_article
from helpers.victims import Victim, in_capitals, victims_of
from helpers.wordlists import read_set

TOLL_COLUMNS = {"article_id": "str", "killed": "int64", "wounded": "int64"}

_NEEDED = (
    "article_id", "start", "low", "high", "effect", "scope", "negated", "claim_id", "corrects",
    "part_of", "sentence_start", "sentence_end", "rule", "source", "source_name", "population",
    "implicit", "bound",
)  # fmt: skip


class _Figure(NamedTuple):
    """A claim as far as the toll needs it."""

    value: int
    sentence: int
    scope: str
    adds: bool
    """Whether it comes on top of one before: *10 others*."""
    also: bool
    """Whether it does so if it counts other people: *two soldiers also died*."""
    is_total: bool
    """Whether it is called the toll, so that it holds the others: *five more, raising it to 20*."""
    source: str
    population: str
    is_range: bool


def toll_per_article(articles: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """How many people each article says were killed and wounded in its main incident.

    Within a sentence figures are added, with victims who are named or pointed at without a number
    (*the mayor*, *Judge Ana Silva*; of the wounded only those whose verb says so for sure). Where
    the sentence gives a toll, it holds the figures beside it; where two sources count the same
    people, the first one's figure is taken. The first sentence with figures counts, since news
    begins with what it is about, or a later one that names more victims. *Another ten*, *a fourth
    man* and other people who *also* died, of later sentences, are added; a toll that a later one
    gives and that is higher replaces it, but not a range that another source gives: its low end is
    what nobody reported.

    Subsets (*17 of the injured*), figures another one corrects, and those of an earlier year are
    left out. Totals of a war or epidemic count only where the article gives no figure for an
    incident. A floor counts as its floor, a ceiling as its ceiling, a range as its lower end, a
    vague word as nothing unless it was coded.

    Parameters
    ----------
    articles
        Has ``article_id, text``; ``published`` (a moment) is used if there.
    claims
        As `helpers.casualties.find_casualty_claims` gives them.

    Returns
    -------
    pandas.DataFrame
        ``article_id, killed, wounded``: one row per article, 0 where it claims none.
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
    effects = {claim["claim_id"]: claim["effect"] for claim in claims}
    reported = {
        (claim["sentence_start"], claim["effect"])
        for claim in claims
        if claim["rule"] != COMPARED_WITH
    }
    figures: dict[str, list[_Figure]] = {"killed": [], "wounded": []}
    for claim in claims:
        value = claim["high"] if pd.isna(claim["low"]) else claim["low"]
        counts = claim["effect"] in figures and not claim["negated"] and not pd.isna(value)
        part = claim["scope"] == "subset" and effects.get(claim["part_of"]) == claim["effect"]
        if not counts or part or claim["claim_id"] in superseded:
            continue
        if claim["scope"] != "cumulative" and _is_old(text, claim, year):
            continue
        where = claim["sentence_start"], claim["effect"]
        if claim["rule"] == COMPARED_WITH and where in reported:
            continue
        again = claim["rule"] == COUNTED_ANEW or _alternative(text, claim)
        if again and any(
            figure.sentence == claim["sentence_start"] for figure in figures[claim["effect"]]
        ):
            continue
        if figures[claim["effect"]] and _OF_GROUP.match(text[claim["end"] : claim["end"] + 24]):
            continue
        figures[claim["effect"]].append(
            _Figure(
                int(value),
                claim["sentence_start"],
                "incident" if claim["scope"] == "subset" else claim["scope"],
                _adds(text, claim, figures[claim["effect"]]),
                _also(text, claim),
                claim["rule"] in STANDING,
                _known(claim["source_name"]) or _known(claim["source"]),
                general_population(claim["population"]),
                claim["bound"] == "range",
            )
        )
    return _main(figures["killed"], _named_sums(text, year, "killed")), _main(
        figures["wounded"], _named_sums(text, year, "wounded")
    )


_OF_GROUP = re.compile(r" of (?:the|those) (?:injured|wounded|dead|killed|hurt|victims)\b", re.I)
"""*17 of the injured*: a part of those already counted."""


def _known(value: object) -> str:
    return value.lower() if isinstance(value, str) else ""


_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
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


_ALSO = re.compile(r"^[^.,;:]{0,60}?\b(?:also|as well(?! as))\b", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:a|the) (?P<which>{'|'.join(_NTH)})\b", re.IGNORECASE)


def _also(text: str, claim: dict) -> bool:
    """Whether a figure follows on others: *two soldiers also died*, *were killed as well*."""
    return bool(_ALSO.match(text[claim["end"] : min(claim["sentence_end"], claim["end"] + 80)]))


def _adds(text: str, claim: dict, before: list[_Figure]) -> bool:
    """Whether a figure says that it comes on top of one before: *another 10*, *10 others*.

    *A fourth person* comes on top of three.
    """
    start, end = claim["start"], claim["end"]
    numbered = _NUMBERED.match(text[start:end]) if claim["implicit"] else None
    if numbered:
        earlier = _NTH.index(numbered["which"].lower()) + 1
        return len(before) <= earlier and sum(figure.value for figure in before) == earlier
    another = _ADDING_BEFORE.search(text[max(0, start - 24) : start])
    return bool(another or _ADDING_AFTER.match(text[end : end + 8]))


def _main(figures: list[_Figure], named: dict[int, int]) -> int:
    """The sum of the first sentence; totals over time only where there is no incident."""
    sentences: dict[int, list[_Figure]] = {}
    added: dict[int, int] = {}
    populations = Counter(figure.population for figure in figures)
    for figure in figures:
        if figure.scope != "incident":
            continue
        earlier = any(place < figure.sentence for place in (*sentences, *named))
        new = figure.sentence not in sentences and figure.sentence not in named
        others = figure.also and figure.population and populations[figure.population] == 1
        if (figure.adds or others) and earlier and new:
            added[figure.sentence] = added.get(figure.sentence, 0) + figure.value
        else:
            sentences.setdefault(figure.sentence, []).append(figure)
    sums = dict(named)
    for place, together in sentences.items():
        sums[place] = _sum(together, named.get(place, 0))
    if sums:
        counted = {figure.sentence for figure in figures} & sums.keys()
        main = {min(counted)} if counted else set()
        first = max(sums[place] for place in main | named.keys()) + sum(set(added.values()))
        lead = {figure.source for place in main for figure in sentences.get(place, ())}
        risen = (
            figure.value
            for place, together in sentences.items()
            for figure in together
            if figure.is_total
            and place > min(main, default=0)
            and not (figure.is_range and figure.source and figure.source not in lead)
        )
        return max(first, *risen, 0)
    return max((figure.value for figure in figures), default=0)


def _sum(figures: list[_Figure], named: int) -> int:
    """What the figures of one sentence, and people it names, come to."""
    kept: list[_Figure] = []
    for figure in figures:
        rival = any(
            other.source and figure.source and other.source != figure.source
            and other.population == figure.population
            for other in kept
        )  # fmt: skip
        if not rival:
            kept.append(figure)
    totals = [figure.value for figure in kept if figure.is_total]
    return sum(totals) if totals else named + sum(figure.value for figure in kept)


_AGO = re.compile(r"\b(?:years? ago|last year|decades? ago)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d\b(?![,.]\d)")
_LAST_TIME = re.compile(r"\bsince (?:\w+ ){0,2}?(?:19|20)\d\d,? (?:when|in which)\b", re.IGNORECASE)
_OF_THING = re.compile(rf"\b(?:{'|'.join(sorted(read_set('of things')))}) in $|\bsince $", re.I)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATELINE = re.compile(
    rf"\b{_MONTH}(?: \d\d?,)? (?P<year>(?:19|20)\d\d)\b|\d/(?P<stamp>(?:19|20)\d\d)\b"
    rf"|\b\d\d? {_MONTH} (?P<short>[3-9]\d)\b",
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
    year = int(match["year"] or match["stamp"] or match["short"])
    return year if year > 99 else 1900 + year


def _is_old(text: str, claim: dict, year: int | None) -> bool:
    """Whether a figure is of an earlier year, by its sentence without the figure itself."""
    start, end = claim["sentence_start"], claim["sentence_end"]
    sentence = text[start : claim["start"]] + "0" + text[claim["end"] : end]
    last_time = _LAST_TIME.search(text, start, end)
    if last_time:
        return claim["start"] > last_time.start()
    return _long_ago(sentence, year)


def _long_ago(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of an earlier year: *in 1987*, *two years ago*.

    News of the day leaves the current year out; so without a dated article any year is another.
    """
    if _AGO.search(sentence):
        return True
    years = [
        int(found[0])
        for found in _YEAR.finditer(sentence)
        if not _OF_THING.search(sentence[max(0, found.start() - 24) : found.start()])
    ]
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
