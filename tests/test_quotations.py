"""Quotation marks of every style, nested, missing, hostile."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted_text import CountedText
from helpers.quotations import find_quotations, quotation_spans


def read(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotation_spans(text) if q.level == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," she said.', ['"Go,"']),
        ("“Go,” she said.", ["“Go,”"]),
        ("''Go,'' she said. ''Now.''", ["''Go,''", "''Now.''"]),
        ("``Go,'' she said.", ["``Go,''"]),
        ("«Go», she said.", ["«Go»"]),
        ("'Go,' she said.", ["'Go,'"]),
        ("‘Go,’ she said. ‘Don’t wait.’", ["‘Go,’", "‘Don’t wait.’"]),
        ('a ("sick joke") there', ['"sick joke"']),
        ("“written like this“, he said", ["“written like this“"]),
    ],
)
def test_mark_styles(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Don't say the workers' rights aren't ours.",
        "The workers’ rights aren’t ours.",
        "rock 'n' roll in the '90s",
        "a man of 6'2\" or so",
        "no marks at all",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text):
    assert read(text) == []


def test_possessive_inside_single_marks_does_not_close_them():
    assert read("‘The workers’ rights are ours,’ he said.") == ["‘The workers’ rights are ours,’"]
    assert read("He praised 'the workers' and left.") == ["'the workers'"]


def test_a_mark_that_may_be_a_possessive_closes_what_nothing_else_does():
    [quotation] = quotation_spans("He praised 'the workers' today. Nobody else did.")
    assert (quotation.start, quotation.end, quotation.closed) == (11, 24, True)


def test_nested_quotations_have_levels():
    text = "\"He said 'no' to me,\" she said."
    assert [(text[q.start : q.end], q.level) for q in quotation_spans(text)] == [
        ("\"He said 'no' to me,\"", 0),
        ("'no'", 1),
    ]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ('"Nobody "chose" it," she said.', ['"Nobody "chose" it,"'], ['"chose"']),
        ('"The "end of war,"" she said.', ['"The "end of war,""'], ['"end of war,"']),
        (
            '"It is "odd" and "new"," she said. "Go."',
            ['"It is "odd" and "new","', '"Go."'],
            ['"odd"', '"new"'],
        ),
        ('"One said, "Go," and we went."', ['"One said, "Go," and we went."'], ['"Go,"']),
        # The first is never closed.
        ('"We won, he said. "It was late." He left.', ['"We won, he said.', '"It was late."'], []),
        ('"A, he said. "B" and "C" he wrote.', ['"A, he said.', '"B"', '"C"'], []),
    ],
)
def test_straight_marks_inside_straight_marks(text, outer, inner):
    quotations = quotation_spans(text)
    assert [text[q.start : q.end] for q in quotations if q.level == 0] == outer
    assert [text[q.start : q.end] for q in quotations if q.level == 1] == inner


def test_doubled_single_marks_hold_a_single_quotation():
    text = "''He said 'no more.''' Then he left."
    assert [(text[q.start : q.end], q.level) for q in quotation_spans(text)] == [
        ("''He said 'no more.'''", 0),
        ("'no more.'", 1),
    ]


def test_unclosed_quotation_ends_with_its_paragraph():
    text = '"It is so. They know.\n\nHe left.'
    (quotation,) = quotation_spans(text)
    assert text[quotation.start : quotation.end] == '"It is so. They know.'
    assert not quotation.closed


def test_unclosed_quotation_ends_where_the_next_opens():
    assert read('"It is so. "They know," he said.') == ['"It is so.', '"They know,"']


def test_unclosed_single_mark_opens_a_paragraph_only():
    assert read("'We shall go on.\n\nHe left.") == ["'We shall go on."]
    assert read("We went 'on and on.") == []


def test_table_of_articles():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ['He said "no".', "Nothing."]})
    before = articles.copy()
    table = find_quotations(articles)
    assert table.to_dict("records") == [
        {"article_id": "a", "start": 8, "end": 12, "level": 0, "closed": True}
    ]
    pd.testing.assert_frame_equal(articles, before)


@given(st.text(alphabet="ab .,\n'\"“”‘’`«»s", max_size=80))
def test_any_text_gives_ordered_nested_spans(text):
    quotations = quotation_spans(text)
    assert quotations == sorted(quotations, key=lambda q: (q.start, -q.end))
    for number, quotation in enumerate(quotations):
        assert 0 <= quotation.start < quotation.end <= len(text)
        inside = [o for o in quotations[:number] if o.end > quotation.start]
        assert len(inside) == quotation.level
        assert all(quotation.end <= other.end for other in inside)


def test_cost_grows_with_the_text_not_faster():
    """Each mark is looked at a bounded number of times, however unbalanced the marks are."""
    for unit in ("\"a “b 'c ", '"a ', '"a "b" '):
        looks = []
        for size in (1_000, 2_000):
            text = CountedText(unit * size)
            quotation_spans(text)
            looks.append(text.looks)
        assert looks[1] <= 2.1 * looks[0]


@pytest.mark.parametrize(
    "read_all",
    [
        lambda text: text[:].count("x"),
        lambda text: text.count("x"),
        lambda text: text.find("x"),
        lambda text: "x" in text,
        lambda text: text.lower(),
        lambda text: text.startswith(text[:-1]),
        lambda text: list(text),
    ],
)
def test_whoever_reads_all_of_a_text_for_every_mark_is_found_out(read_all):
    looks = []
    for size in (100, 200):
        text = CountedText('"a ' * size)
        for _ in range(size):
            read_all(text)
        looks.append(text.looks)
    assert looks[1] > 3.9 * looks[0] > 3.9 * 100 * 299


@pytest.mark.parametrize(
    ("look", "looks"),
    [
        (lambda text: text[3], 1),
        (lambda text: text[3:7], 4),
        (lambda text: text.find("e", 2), 3),
        (lambda text: text.find("x", 2, 8), 6),
        (lambda text: text.index("c"), 3),
        (lambda text: text.rfind("e", 2, 8), 4),
        (lambda text: text.rfind("x", 2, 8), 6),
        (lambda text: text.count("a", -2), 2),
        (lambda text: text.startswith(("def", "xy"), 3), 5),
        (lambda text: text.endswith("j"), 1),
        (lambda text: text[2:4].upper(), 2),
    ],
)
def test_a_look_is_a_character(look, looks):
    text = CountedText("abcdefghij")
    look(text)
    assert text.looks == looks
