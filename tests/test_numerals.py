"""Numbers as news writes them: value, bound, hedge, and what is no count by its form."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.numerals import (
    coded_value,
    find_numerals,
    may_hold_numeral,
    numerals_of,
    readable_spans,
    tokens_of,
)
from helpers.tables import check_spans
from helpers.wordlists import read_rows


def read(text):
    """Numerals of a sentence as (words, low, high, bound, qualifier)."""
    return [
        (text[n.start : n.end], n.low, n.high, n.bound, n.qualifier)
        for n in numerals_of(tokens_of(text))
        if n.kind == "count"
    ]


def kinds(text):
    return {text[n.start : n.end]: n.kind for n in numerals_of(tokens_of(text))}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9,000", 9_000),
        ("9 000", 9_000),
        ("9000", 9_000),
        ("13,000,000", 13_000_000),
        ("1,50,000", 150_000),  # grouped as in India
        ("1.5 million", 1_500_000),
        ("2m", 2_000_000),
        ("two", 2),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("one hundred twenty-five", 125),
        ("two hundred and fifty thousand", 250_000),
        ("two thousand and two hundred", 2_200),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three dozens", 36),
        ("a hundred", 100),
        ("a thousand", 1_000),
        ("half a million", 500_000),
        ("140 thousand", 140_000),
        ("three hundred and two", 302),
        ("1,234,567", 1_234_567),
    ],
)
def test_values(words, value):
    assert read(words) == [(words, value, value, "exact", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 to 30", ("20 to 30", 20, 30)),
        ("between 20 and 30", ("between 20 and 30", 20, 30)),
        ("from 20 to 30", ("from 20 to 30", 20, 30)),
        ("20-30", ("20-30", 20, 30)),
        ("20–30", ("20–30", 20, 30)),
        ("three or four", ("three or four", 3, 4)),
        ("two to three million", ("two to three million", 2_000_000, 3_000_000)),
    ],
)
def test_ranges(text, expected):
    assert read(text) == [(*expected, "range", None)]


def test_a_rise_states_two_figures():
    assert [row[0] for row in read("It rose from 15 to 20")] == ["15", "20"]
    assert [row[0] for row in read("It rose by 31 to 412")] == ["31", "412"]


@pytest.mark.parametrize("row", read_rows("number_qualifiers.csv"), ids=lambda row: row["example"])
def test_every_qualifier(row):
    (_, low, high, bound, qualifier) = read(row["example"])[0]
    if row["bound"] == "none":
        assert (bound, qualifier) == ("exact", None)
        return
    assert (bound, qualifier) == (row["bound"], row["qualifier"])
    assert (low is None) == (bound == "at_most")
    assert (high is None) == (bound == "at_least")


@pytest.mark.parametrize("row", read_rows("vague_numbers.csv"), ids=lambda row: row["word"])
def test_every_vague_word(row):
    words = row["word"]
    assert read(words) == [(words, None, None, "vague", None)]
    assert coded_value(words) == (int(row["coded"]) if row["coded"] else None)


def test_coding_follows_the_smallest_number_a_word_can_stand_for():
    assert [coded_value(word) for word in ("dozens", "hundreds", "Dozens")] == [12, 100, 12]
    assert coded_value("forty") is None


@pytest.mark.parametrize(
    ("text", "bound", "qualifier"),
    [
        ("perhaps more than 200 people", "at_least", "more than"),
        ("an estimated at least 50 people", "at_least", "at least"),
        ("perhaps 200", "about", "perhaps"),
        ("no fewer than about 40", "at_least", "no fewer than"),
        ("As many as 14,000 deaths", "at_most", "As many as"),
        ("at least another 12 people", "at_least", "at least"),
    ],
)
def test_chained_hedges(text, bound, qualifier):
    assert [row[3:] for row in read(text)] == [(bound, qualifier)]


def test_a_hedge_belongs_to_the_number_beside_it():
    bounds = [row[3] for row in read("at least three were killed and 40 injured")]
    assert bounds == ["at_least", "exact"]


def test_floor_and_ceiling_of_one_sentence_are_two_numbers():
    assert read("at least 12 and possibly 20") == [
        ("12", 12, None, "at_least", "at least"),
        ("20", 20, 20, "about", "possibly"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("07/06/2012 12:13 EDT", "07/06/2012", "date"),
        ("07/06/2012 12:13 EDT", "12:13", "clock time"),
        ("the third attempt", "third", "ordinal"),
        ("the 3rd attempt", "3rd", "ordinal"),
        ("a 23-year-old man", "23-year-old", "age"),
        ("two-thirds of them", "two-thirds", "fraction"),
        ("a six-point plan", "six-point", "compound"),
        ("one in three people", "one in three", "rate"),
        ("nine in 10 people", "nine in 10", "rate"),
        ("in the 1990s", "1990s", "year"),
        ("1,1,1,1", "1,1,1,1", "label"),
        ("3.5 points", "3.5", "decimal"),
    ],
)
def test_forms_that_count_nothing(text, words, kind):
    assert kinds(text)[words] == kind


def test_words_that_only_look_like_numbers():
    assert read("as many people, so few words, a man and half the town") == []


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "1," * 100_000,
        "1,000" * 20_000,
        "one " * 50_000,
        "20-" * 50_000,
        "a " * 50_000,
    ],
    ids=["digits", "commas", "groups", "words", "hyphens", "articles"],
)
def test_hostile_numbers_are_read_and_claim_no_value(text):
    found = numerals_of(tokens_of(text))
    assert all(n.low is None or n.low < 10**15 for n in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_no_sentence_is_read_in_one_piece_however_long():
    text = "word " * 5_000
    spans = readable_spans(text)
    assert max(end - start for start, end in spans) <= 1_200
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == "word" * 5_000


NEWS_WORDS = (
    "at least 9,000 12 3-4 twenty one hundred million dozens of a an half between and to or "
    "more than people killed . , 2012 1.5 1,1 some the from rose 12:13 3rd six-point"
)
NEWS = st.lists(
    st.sampled_from(NEWS_WORDS.split()),
    max_size=25,
).map(" ".join)


@settings(deadline=None)
@given(NEWS)
def test_spans_and_bounds_hold_for_any_words(text):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]}, dtype="str")
    table = find_numerals(articles)
    check_spans(table, articles, says="numeral")
    for row in table.itertuples():
        low, high = row.low, row.high
        if row.bound == "range":
            assert low < high
        elif row.bound == "at_least" and row.kind == "count":
            assert pd.isna(high)
            assert low >= 0
    assert table["start"].is_monotonic_increasing


def test_the_table_has_its_columns_also_when_empty(make_articles):
    table = find_numerals(make_articles("No numeral here."))
    assert list(table.columns) == [
        "article_id", "start", "end", "numeral", "kind", "low", "high", "bound", "qualifier",
    ]  # fmt: skip
    assert len(table) == 0


@pytest.mark.parametrize(
    "text",
    [row["word"] for row in read_rows("vague_numbers.csv")]
    + [row["word"] for row in read_rows("number_words.csv")]
    + ["half a million", "three dozens", "Twenty-one", "mid-sixties", "first-ever", "2²", "a score"]
    + ["tenth", "two-thirds", "one in three", "12:30", "$5m", "an hundred"],
)
def test_no_sentence_with_a_numeral_is_passed_over(text):
    sentence = f"Of them {text} people left."
    if numerals_of(tokens_of(sentence)):
        assert may_hold_numeral(sentence)


def test_a_sentence_of_other_words_is_passed_over():
    assert not may_hold_numeral("Nobody knew at least a thing, an answer or the whole story.")


def test_tokens_beside_any_white_space():
    text = "At  least\n9,000\u00a0people, (“none”)\t’s"
    words = ["At", "least", "9,000", "people", ",", "(", "“", "none", "”", ")", "’", "s"]
    assert [token.text for token in tokens_of(text)] == words
    assert all(text[token.start : token.end] == token.text for token in tokens_of(text))
    assert tokens_of(text, 4, 15) == tokens_of(text)[1:3]
