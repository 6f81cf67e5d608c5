"""Keyword in context: what is found, where, and what stands around it."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.concordance import keyword_in_context, terms_in_context
from helpers.tables import check_spans


def table(*texts):
    return pd.DataFrame(
        {"article_id": [f"a{number}" for number in range(len(texts))], "text": list(texts)}
    )


HARBOUR = table(
    'The harbour burns.\n\nHarbour staff said: "Leave Lee\'s harbour now!"',
    "Harbours close; the United Nations waits. UN ships too.",
)


def lines(found):
    return list(zip(found["left"], found["node"], found["right"], strict=True))


def test_a_word_with_its_neighbours():
    found = keyword_in_context(HARBOUR, "harbour", window=2)
    assert found.columns.tolist() == ["article_id", "start", "end", "left", "node", "right"]
    assert lines(found) == [
        ("The", "harbour", "burns. Harbour"),
        ("harbour burns.", "Harbour", "staff said"),
        ("Leave Lee's", "harbour", "now"),
    ]
    assert found["start"].tolist() == [4, 20, 53]
    check_spans(found, HARBOUR, says="node")


def test_case_may_matter():
    found = keyword_in_context(HARBOUR, "Harbour", ignore_case=False)
    assert found["start"].tolist() == [20]


def test_a_possessive_is_the_word():
    assert keyword_in_context(HARBOUR, "lee")["node"].tolist() == ["Lee's"]


def test_spelling_variants():
    assert keyword_in_context(HARBOUR, "UN")["node"].tolist() == ["United Nations", "UN"]
    assert keyword_in_context(HARBOUR, "UN", variants=False)["node"].tolist() == ["UN"]


def test_a_phrase():
    found = keyword_in_context(HARBOUR, "united nations waits", window=1)
    assert lines(found) == [("the", "United Nations waits", ". UN")]


def test_a_pattern():
    found = keyword_in_context(HARBOUR, r"\bharbours?\b", regex=True, window=0)
    assert lines(found) == [("", "harbour", ""), ("", "Harbour", ""), ("", "harbour", ""),
                            ("", "Harbours", "")]  # fmt: skip
    assert len(keyword_in_context(HARBOUR, "harbour", regex=True, ignore_case=False)) == 2


def test_a_pattern_may_match_signs_or_parts_of_words():
    assert keyword_in_context(HARBOUR, ";", regex=True, window=1)["left"].tolist() == ["close"]
    found = keyword_in_context(HARBOUR, "arb", regex=True, window=1).iloc[0]
    assert (found["left"], found["node"], found["right"]) == ("The h", "arb", "our burns")


def test_a_pattern_that_matches_nothing_at_all_places():
    assert keyword_in_context(HARBOUR, "x*", regex=True).empty


def test_no_occurrence_is_an_empty_table():
    found = keyword_in_context(HARBOUR, "zeppelin")
    assert found.empty
    assert found["start"].dtype == "int64"


@pytest.mark.parametrize(
    ("keyword", "options", "message"),
    [
        ("...", {}, "holds no word"),
        ("", {}, "holds no word"),
        ("(", {"regex": True}, "no valid regular expression"),
        ("harbour", {"window": -1}, "window=-1"),
    ],
)
def test_clear_errors(keyword, options, message):
    with pytest.raises(ValueError, match=message):
        keyword_in_context(HARBOUR, keyword, **options)


@given(text=st.text("ab .\n-'"), window=st.integers(0, 3), regex=st.booleans())
def test_every_row_says_what_stands_in_the_text(text, window, regex):
    articles = table(text)
    found = check_spans(
        keyword_in_context(articles, "a", window=window, regex=regex), articles, says="node"
    )
    for row in found.itertuples():
        assert " ".join(text[: row.start].split()).endswith(row.left)
        assert " ".join(text[row.end :].split()).startswith(row.right)


def test_terms_of_each_article_in_the_order_of_the_table():
    terms = pd.DataFrame({"article_id": ["a1", "a0", "a0"], "feature": ["un", "harbour", "staff"]})
    found = terms_in_context(HARBOUR, terms, window=1)
    assert found["node"].tolist() == ["United Nations", "harbour", "staff"]
    twice = terms_in_context(HARBOUR, terms, most=2)
    assert twice["node"].tolist() == ["United Nations", "UN", "harbour", "Harbour", "staff"]
    check_spans(twice, HARBOUR, says="node")


def test_no_terms():
    terms = pd.DataFrame({"article_id": [], "feature": []})
    assert terms_in_context(HARBOUR, terms).empty


def test_a_term_of_another_article():
    terms = pd.DataFrame({"article_id": ["a1"], "feature": ["staff"]})
    with pytest.raises(ValueError, match="'a1' does not have the term 'staff'"):
        terms_in_context(HARBOUR, terms)
