"""Casualty claims beside the statements they take their sources from, and on hostile text.

    python tests/benchmarks/casualty_speed.py [number of articles]

Prints megabytes a processor second. Not a test: a machine that is busy or slow fails nobody.
"""

import random
import sys
import time
from collections.abc import Callable

import pandas as pd

from helpers.casualties import find_casualty_claims, find_rejected_numerals
from helpers.statements import STATEMENT_COLUMNS, find_statements
from helpers.tables import make_table

SENTENCES_AN_ARTICLE = 25
CASUALTY_SHARE = 0.08
CASUALTY_NEWS = (
    "At least {n} people were killed and {m} injured in {place}, police said.",
    "The death toll in {place} has risen to {n}, according to the ministry.",
    "Gunmen killed the mayor and {n} farmers near {place} on Tuesday.",
    "{n} soldiers, including {m} officers, died when a bomb exploded.",
)
OTHER_NEWS = (
    "The council of {place} voted for a budget of {n} million dollars on Tuesday.",
    "The minister said that {place} would build {n} schools within {m} years.",
    "Trade between the two countries grew by {n} per cent, officials said.",
    "It was a quiet evening in {place}, and few people were about in the streets.",
    '"We have worked for {n} months on this plan," said the head of the committee.',
)
PLACES = ("Norham", "Dellby", "Port Salem", "Upper Wick")
HOSTILE = {
    "digits": "killed " + "9" * 1_000_000,
    "commas": "1," * 500_000 + " dead",
    "one line of claims": "killed 5 and wounded 6 and " * 40_000,
    "brackets": "(" * 500_000 + " 3 killed " + ")" * 500_000,
    "quotation marks": '"killed 3 ' * 100_000,
    "words that begin a number": "a an half a an half " * 50_000,
}


def made_up_articles(number: int) -> pd.DataFrame:
    """Articles with a few casualty sentences among ordinary ones."""
    chance = random.Random(2012)  # noqa: S311 - nothing here is a secret
    texts = []
    for _ in range(number):
        sentences = []
        for _ in range(SENTENCES_AN_ARTICLE):
            frames = CASUALTY_NEWS if chance.random() < CASUALTY_SHARE else OTHER_NEWS
            values = {"n": chance.randint(2, 900), "m": chance.randint(2, 90)}
            sentences.append(chance.choice(frames).format(place=chance.choice(PLACES), **values))
        texts.append(" ".join(sentences))
    return pd.DataFrame(
        {"article_id": [f"a{n}" for n in range(number)], "text": texts}, dtype="str"
    )


def rate(work: Callable[[], object], size: int) -> float:
    """Megabytes a second of processor time."""
    began = time.process_time()
    work()
    return size / 1e6 / max(time.process_time() - began, 1e-9)


def main() -> None:
    """Measure and print."""
    articles = made_up_articles(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    size = int(articles["text"].str.len().sum())
    find_casualty_claims(articles.head(2))  # reads the word lists
    statements = find_statements(articles)
    for name, work in {
        "statements": lambda: find_statements(articles),
        "claims, given statements": lambda: find_casualty_claims(articles, statements),
        "rejected numerals": lambda: find_rejected_numerals(articles),
    }.items():
        print(f"{name:28} {rate(work, size):6.2f} MB/s")
    none = make_table([], STATEMENT_COLUMNS)
    for name, text in HOSTILE.items():
        hostile = pd.DataFrame({"article_id": ["a"], "text": [text]}, dtype="str")
        speed = rate(lambda hostile=hostile: find_casualty_claims(hostile, none), len(text))
        print(f"{name:28} {speed:6.2f} MB/s")


if __name__ == "__main__":
    main()
