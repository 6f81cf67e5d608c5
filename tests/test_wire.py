"""Attributions of news agencies: headlines and counts that name who says something."""

import pytest

from helpers.statements import find_statements
from helpers.wire import wire_rules, wire_statement


@pytest.mark.parametrize("rule", wire_rules(), ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule):
    text = rule.example.replace("[", "").replace("]", "")
    content = rule.example.split("]")[0].lstrip("[")
    found = wire_statement(text, 0, len(text))
    assert found.rule == rule.name
    assert text[slice(*found.content)] == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("12 killed in mine blast: police", "police"),
        ("Ferry sinks off Norham - state radio says", None),
        ("Five things to know about the storm: a guide", None),
        ("Storm leaves two villages cut off - Daily Post", None),
        ("Two men were held, figures from the ministry show.", "figures from the ministry"),
        ("The roads were closed by a landslide.", None),
        ("Mayor to visit the pier: aide", "aide"),
        ("Our best of the week: teacher", None),
        ("Four in ten shops have closed, by one estimate.", "one estimate"),
    ],
)
def test_only_a_source_is_a_speaker(text, speaker):
    found = wire_statement(text, 0, len(text))
    assert (None if found is None else text[slice(*found.speaker)]) == speaker


def test_a_long_sentence_is_left_alone():
    text = "a " * 5_000 + ", data showed"
    assert wire_statement(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Two held after fire, police say", "police", "Two held after fire"),
        ("The road is closed, a guard told The Post.", "a guard", "The road is closed"),
        ("The guard said, two men had left.", "The guard", "two men had left"),
        ("Local media put the damage at 40 houses.", "Local media", "the damage at 40"),
    ],
)
def test_statements_of_the_wire(make_articles, text, speaker, content):
    found = find_statements(make_articles(text))
    assert found["speaker"].tolist() == [speaker]
    assert found["content"].tolist() == [content]


def test_where_a_report_was_filed_says_nothing(make_articles):
    found = find_statements(make_articles("PORT SALEM: The ferry was late on Monday."))
    assert len(found) == 0
