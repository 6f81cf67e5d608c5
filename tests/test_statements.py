"""Statements: every rule and every verb on its example, then the three articles."""

import pandas as pd
import pytest

from helpers.attribution import RULES
from helpers.statements import find_statements
from helpers.wordlists import read_rows


def statements_in(text: str, **options) -> pd.DataFrame:
    return find_statements(pd.DataFrame({"article_id": ["a"], "text": [text]}), **options)


def bracketed(example: str) -> tuple[str, list[str]]:
    """Text of an example without its square brackets, and what stood between them."""
    pieces = example.replace("]", "[").split("[")
    return "".join(pieces), pieces[1::2]


def trimmed(content: str) -> str:
    return content.strip(" .,\"'“”")


def contents(row) -> list[str]:
    return row["content"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule):
    text, expected = bracketed(rule.example)
    table = statements_in(text, attitudes=True)
    assert table["rule"].tolist() == [rule.name]
    found = [trimmed(text[a:b]) for a, b in table["fragments"][0]]
    assert found == [trimmed(piece) for piece in expected]


VERBS = read_rows("reporting_verbs.csv")


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row["verb"])
def test_every_verb_finds_its_example(row):
    text, expected = bracketed(row["example"])
    table = statements_in(text, attitudes=True)
    found = [[trimmed(text[a:b]) for a, b in fragments] for fragments in table["fragments"]]
    assert [trimmed(piece) for piece in expected] in found
    if row["kind"] == "speech":
        assert len(statements_in(text)) == len(table)
    else:
        assert len(statements_in(text)) < len(table)
