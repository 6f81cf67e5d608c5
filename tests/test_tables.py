import pandas as pd
import pytest

from helpers import (
    claims_in_context,
    find_casualty_claims,
    find_statements,
    toll_per_article,
)
from helpers.display import show_statements, summarise_speakers
from helpers.positions import rated_sentences
from helpers.stance import rate_stance
from helpers.tables import (
    SpanError,
    article_texts,
    check_spans,
    make_table,
    require_columns,
    value_by_article,
)

COLUMNS = {"article_id": "str", "start": "int64", "end": "int64", "word": "str"}


def test_a_table_is_typed_even_without_rows():
    for rows in ([], [("a0", 0, 3, "One")]):
        table = make_table(rows, COLUMNS)
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == COLUMNS
        assert len(table) == len(rows)


def test_spans_that_say_what_the_table_says_pass(make_articles):
    table = make_table([("a0", 0, 3, "One"), ("a1", 4, 7, "two")], COLUMNS)
    assert check_spans(table, make_articles("One.", "One two"), says="word") is table


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("a0", 0, 3, "Two"), r"Row 0: word is 'Two', but article 'a0' reads 'One'"),
        (("a0", 0, 5, "One"), r"\[0, 5\) is not a span of article 'a0', which has 4"),
        (("a0", -1, 3, "One"), r"\[-1, 3\) is not a span"),
        (("a0", 2, 2, ""), r"\[2, 2\) is not a span"),
        (("b", 0, 3, "One"), "there is no article 'b'"),
    ],
)
def test_a_span_that_breaks_the_promise_is_named(make_articles, row, message):
    with pytest.raises(SpanError, match=message):
        check_spans(make_table([row], COLUMNS), make_articles("One."), says="word")


def test_a_row_that_points_nowhere_is_fine_but_half_a_span_is_not(make_articles):
    columns = COLUMNS | {"start": "Int64", "end": "Int64"}
    nowhere = make_table([("a0", None, None, None)], columns)
    assert check_spans(nowhere, make_articles("One.")) is nowhere
    with pytest.raises(SpanError, match="both be there, or neither"):
        check_spans(make_table([("a0", 0, None, None)], columns), make_articles("One."))


def test_missing_columns_are_named():
    with pytest.raises(ValueError, match=r"A table needs the column\(s\) b, c; it has a\."):
        require_columns(pd.DataFrame({"a": []}), ("a", "b", "c"), "A table")


def test_a_table_without_offsets_is_named(make_articles):
    with pytest.raises(ValueError, match=r"The table needs the column\(s\) end"):
        check_spans(pd.DataFrame({"article_id": ["a0"], "start": [0]}), make_articles("One."))
    with pytest.raises(ValueError, match=r"The table needs the column\(s\) said"):
        check_spans(make_table([], COLUMNS), make_articles("One."), says="said")


def test_articles_need_unique_ids_and_texts():
    with pytest.raises(ValueError, match="'a' occurs more than once"):
        article_texts(pd.DataFrame({"article_id": ["a", "a"], "text": ["x", "y"]}))
    with pytest.raises(ValueError, match=r"Article 'b' has no text \(found nan\)"):
        article_texts(pd.DataFrame({"article_id": ["a", "b"], "text": ["x", None]}))
    with pytest.raises(ValueError, match="The article in row 2 has no article_id"):
        article_texts(pd.DataFrame({"article_id": ["a", None], "text": ["x", "y"]}))
    with pytest.raises(ValueError, match="'1' occurs more than once"):
        article_texts(pd.DataFrame({"article_id": [1, "1"], "text": ["x", "y"]}))


def test_ids_that_are_numbers_stand_as_text():
    articles = pd.DataFrame({"article_id": [7, 3], "text": ["x", "y"], "label": [None, "Three"]})
    assert article_texts(articles) == {"7": "x", "3": "y"}
    assert value_by_article(articles, "label") == {"3": "Three"}
    assert value_by_article(articles, "published") == {}


def test_every_finder_takes_ids_that_are_numbers():
    """What is looked up by article, such as its date, must not be lost."""
    articles = pd.DataFrame(
        {
            "article_id": [7],
            "text": ['Nine people were killed, the mayor said. Ann Diaz condemned the "raids".'],
            "label": ["Seven"],
            "published": [pd.Timestamp("2020-03-02")],
        }
    )
    named = articles.assign(article_id="7")
    targets = pd.DataFrame({"target": ["raids"], "pattern": ["raids"]})
    shown = []
    for table in (articles, named):
        statements = find_statements(table)
        claims = find_casualty_claims(table, statements)
        ratings = rate_stance(statements, targets)
        shown.append(
            [
                claims.to_dict("records"),
                claims_in_context(table, claims).to_dict("records"),
                toll_per_article(table, claims).to_dict("records"),
                summarise_speakers(statements, table).to_dict("records"),
                show_statements(table, statements).data,
                rated_sentences(ratings, table),
            ]
        )
    assert repr(shown[0]) == repr(shown[1])
    assert claims["reported_on"].tolist() == ["2020-03-02"]
    assert "<strong>Seven</strong>" in shown[0][4]
    assert ", Seven: " in shown[0][5][0]
