"""Times of a figure: as written, how precise, and which date."""

import datetime as dt

import pandas as pd
import pytest

from helpers.casualties import find_casualty_claims
from helpers.numerals import tokens_of
from helpers.time_phrases import as_of_phrase, date_of, time_phrase

FRIDAY = dt.date(2012, 7, 6)


@pytest.mark.parametrize(
    ("words", "precision", "date"),
    [
        ("since March 2011", "month", "2011-03"),
        ("since March 15, 2011", "day", "2011-03-15"),
        ("since 15 March 2011", "day", "2011-03-15"),
        ("since 15 March", "day", "2012-03-15"),
        ("since 15 August", "day", "2011-08-15"),
        ("since July", "month", "2012-07"),
        ("since November", "month", "2011-11"),
        ("since 2009", "year", "2009"),
        ("since Monday", "day", "2012-07-02"),
        ("since Friday", "day", "2012-07-06"),
        ("since last Friday", "day", "2012-06-29"),
        ("since Saturday", "day", "2012-06-30"),
        ("since late Tuesday night", "day", "2012-07-03"),
        ("since yesterday", "day", "2012-07-05"),
        ("since today", "day", "2012-07-06"),
        ("since noon", "day", None),
        ("since the uprising began", "event", None),
        ("since the war", "event", None),
        ("since 31 June 2012", "day", "2012-06"),
    ],
)
def test_phrases_and_their_dates(words, precision, date):
    phrase = time_phrase(words, tokens_of(words), 0)
    assert (phrase.words, phrase.precision) == (words, precision)
    assert date_of(phrase, FRIDAY) == date


@pytest.mark.parametrize("words", ["since Monday", "since March", "since yesterday", "since 3 May"])
def test_without_the_articles_date_a_weekday_has_none(words):
    assert date_of(time_phrase(words, tokens_of(words), 0), None) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By Tuesday 40 people had died.", "By Tuesday"),
        ("As of Tuesday night, 40 people had died.", "As of Tuesday night"),
        ("As of 12 June 40 people had died.", "As of 12 June"),
        ("Forty people had died by late Monday.", "by late Monday"),
        ("Forty people were killed by rebels.", None),
        ("Forty people were killed on Monday.", None),
    ],
)
def test_the_moment_a_figure_stands_for(text, words):
    phrase = as_of_phrase(text, tokens_of(text))
    assert (phrase.words if phrase else None) == words


def test_dates_in_the_claims_table():
    articles = pd.DataFrame(
        {
            "article_id": ["dated", "undated"],
            "text": [
                "The death toll rose to 43 on Monday night, police said. "
                "By Wednesday 50 people had died. Since March 2011 some 300 have been killed. "
                "Nine people were killed on Monday."
            ]
            * 2,
            "published": pd.to_datetime(["2012-07-06", None], utc=True),
        }
    )
    claims = find_casualty_claims(articles)
    values = claims[["as_of", "as_of_date", "since", "since_date"]].astype("object")
    rows = values.where(values.notna(), None).to_numpy().tolist()
    assert rows[:4] == [
        ["on Monday night", "2012-07-02", None, None],
        ["By Wednesday", "2012-07-04", None, None],
        [None, None, "Since March 2011", "2011-03"],
        [None, None, None, None],
    ]
    assert [row[1] for row in rows[4:]] == [None] * 4
    assert [row[3] for row in rows[4:]] == [None, None, "2011-03", None]
