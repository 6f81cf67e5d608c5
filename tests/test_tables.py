import pandas as pd
import pytest

from helpers.tables import SpanError, article_texts, check_spans, make_table, require_columns

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


def test_articles_need_unique_ids_and_texts():
    with pytest.raises(ValueError, match="'a' occurs more than once"):
        article_texts(pd.DataFrame({"article_id": ["a", "a"], "text": ["x", "y"]}))
    with pytest.raises(ValueError, match=r"Article 'b' has no text \(found nan\)"):
        article_texts(pd.DataFrame({"article_id": ["a", "b"], "text": ["x", None]}))
