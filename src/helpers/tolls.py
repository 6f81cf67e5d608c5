"""The toll of each article: how many people it says were killed and wounded in its main incident.

Adds up what a reader adds up (*the mayor and two guards* are three) and leaves out what a reader
leaves out: parts of a figure already counted, figures since corrected, totals of a whole war.
"""

from typing import NamedTuple

import pandas as pd

from helpers.casualties import has_casualty_word
from helpers.casualty_rules import Reading, read_sentence
from helpers.numerals import tokens_of
from helpers.tables import article_texts, make_table, require_columns
from helpers.text import sentence_spans
from helpers.victims import Victim, in_capitals, victims_of

TOLL_COLUMNS = {"article_id": "str", "killed": "int64", "wounded": "int64"}

_NEEDED = (
    "article_id", "start", "low", "high", "effect", "scope", "negated", "claim_id", "corrects",
    "part_of", "sentence_start", "sentence_end",
)  # fmt: skip


class _Figure(NamedTuple):
    """A claim as far as the toll needs it."""

    value: int
    sentence: int
    scope: str


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
        Has ``article_id, text``.
    claims
        As `helpers.casualties.find_casualty_claims` gives them.

    Returns
    -------
    pandas.DataFrame
        ``article_id, killed, wounded``: one row an article, 0 where it claims none.
    """
    require_columns(claims, _NEEDED, "A claims table")
    texts = article_texts(articles)
    by_article = dict(list(claims.groupby("article_id", sort=False)))
    rows = []
    for article_id, text in texts.items():
        mine = by_article.get(article_id)
        records = [] if mine is None else mine.to_dict("records")
        killed, wounded = _toll(text, records)
        rows.append((article_id, killed, wounded))
    return make_table(rows, TOLL_COLUMNS)


def _toll(text: str, claims: list[dict]) -> tuple[int, int]:
    superseded = {claim["corrects"] for claim in claims if isinstance(claim["corrects"], str)}
    figures: dict[str, list[_Figure]] = {"killed": [], "wounded": []}
    for claim in claims:
        value = claim["high"] if pd.isna(claim["low"]) else claim["low"]
        counts = claim["effect"] in figures and not claim["negated"] and not pd.isna(value)
        if not counts or claim["scope"] == "subset" or claim["claim_id"] in superseded:
            continue
        if _long_ago(text[claim["sentence_start"] : claim["sentence_end"]]):
            continue
        figures[claim["effect"]].append(
            _Figure(int(value), claim["sentence_start"], claim["scope"])
        )
    return _largest(figures["killed"], _named_sums(text)), _largest(figures["wounded"], {})


def _largest(figures: list[_Figure], named: dict[int, int]) -> int:
    """The largest sum of one sentence; totals over time only where there is no incident."""
    sums = dict(named)
    for figure in figures:
        if figure.scope == "incident":
            sums[figure.sentence] = sums.get(figure.sentence, 0) + figure.value
    if sums:
        return max(sums.values())
    return max((figure.value for figure in figures), default=0)


_AGO = ("years ago", "year ago", "last year", "decade ago", "decades ago")


def _long_ago(sentence: str) -> bool:
    """Whether a sentence speaks of another year than the news: *in 1987*, *two years ago*."""
    small = sentence.lower()
    if any(words in small for words in _AGO):
        return True
    years = (token.text for token in tokens_of(sentence) if len(token.text) == 4)
    return any(year.isdigit() and 1900 <= int(year) <= 2100 for year in years)


def _named_sums(text: str) -> dict[int, int]:
    """People killed without a number, by the start of their sentence."""
    sums: dict[int, int] = {}
    known: list[set[str]] = []
    alone = 0
    if not has_casualty_word(text):
        return sums
    for start, end in sentence_spans(text):
        if not has_casualty_word(text[start:end]) or _long_ago(text[start:end]):
            continue
        reading = read_sentence(tokens_of(text, start, end))
        victims = [victim for victim in victims_of(reading) if victim.effect == "killed"]
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


def _points(victim: Victim) -> bool:
    from helpers.casualty_items import lexicon

    return not lexicon().persons.isdisjoint(victim.words)
