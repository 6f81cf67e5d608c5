"""Targets: which patterns find which mentions, and what is wrong with a pattern."""

import pandas as pd
import pytest

from helpers.stance import rate_stance
from helpers.statements import find_statements

TEXT = "The mayor condemned the River Bill and the river bill fund."


def mentions(*targets: tuple[str, object], text: str = TEXT) -> list[tuple[str, str]]:
    """Targets and what is found of them in a statement."""
    statements = find_statements(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    assert len(statements) == 1
    table = pd.DataFrame(targets, columns=["target", "pattern"])
    found = rate_stance(statements, table)
    return list(zip(found["target"], found["mention"], strict=True))


@pytest.mark.parametrize(
    ("pattern", "mention"),
    [
        ("River Bill", "River Bill"),
        ("river bill", "river bill"),
        ("(?i)RIVER bill", "River Bill"),
        ("(?i:RIVER) Bill", "River Bill"),
        ("(?:River|Road) Bill", "River Bill"),
        ("(River|Road) Bill", "River Bill"),
        (r"(?P<first>R)i\w+ Bill", "River Bill"),
        (r"(?i)(r)iver b(i)ll", "River Bill"),
        # a first word decides only if every match begins with it
        ("road|River Bill", "River Bill"),
        ("river (?:bill|road) fund|road", "river bill fund"),
        (r"road\)|River Bill", "River Bill"),
        (r"road (?:a|b\)) c|River Bill", "River Bill"),
        ("road [)|] a|River Bill", "River Bill"),
        (r"River\ Bill|\|", "River Bill"),
    ],
)
def test_any_regular_expression_finds_whole_words(pattern, mention):
    assert mentions(("bill", pattern)) == [("bill", mention)]


def test_a_part_of_a_word_is_no_mention():
    assert mentions(("bill", "Rive"), ("fund", "fun")) == []


def test_patterns_do_not_disturb_each_other():
    """Flags, names and numbers of groups hold for one pattern alone."""
    targets = [
        ("a", "(?i)BILL"),
        ("b", "BILL"),
        ("c", r"(?P<x>r)iver"),
        ("d", r"(?P<x>f)und"),
        ("e", r"(l)\1"),
        ("f", r"\b[Ff]und"),
        ("g", r"bi(l)\1"),
    ]
    assert mentions(*targets) == [
        ("a", "Bill"), ("c", "river"), ("d", "fund"), ("f", "fund"), ("g", "bill"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("[", "The pattern of target 'bill' is not valid: unterminated character set"),
        ("(?i)[", "The pattern of target 'bill' is not valid"),
        ("x*", "The pattern of target 'bill' matches the empty string"),
        ("", "The pattern of target 'bill' matches the empty string"),
        ("(?i)", "The pattern of target 'bill' matches the empty string"),
        ("River|", "The pattern of target 'bill' matches the empty string"),
        (None, "Target 'bill' has no pattern"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said_of_its_target(pattern, message):
    with pytest.raises(ValueError, match=message.replace("[", r"\[")):
        mentions(("river", "River"), ("bill", pattern))


def test_a_target_stands_once_in_the_table():
    with pytest.raises(ValueError, match="'bill' occurs more than once"):
        mentions(("bill", "Bill"), ("river", "River"), ("bill", "bill"))


def test_the_columns_that_are_missing_are_named():
    statements = find_statements(pd.DataFrame({"article_id": ["a"], "text": [TEXT]}))
    with pytest.raises(ValueError, match=r"needs the column\(s\) pattern; it has target"):
        rate_stance(statements, pd.DataFrame({"target": ["bill"]}))
    with pytest.raises(ValueError, match=r"needs the column\(s\) cue_end"):
        rate_stance(
            statements.drop(columns="cue_end"),
            pd.DataFrame({"target": ["bill"], "pattern": ["Bill"]}),
        )


def test_a_state_and_its_capital_are_one_speaker():
    articles = pd.DataFrame(
        {"article_id": ["a"], "text": ["Lima condemned the raid. Peru rejected the raid as well."]}
    )
    statements = find_statements(articles, attitudes=True)
    targets = pd.DataFrame({"target": ["raid"], "pattern": ["the raid"]})
    ratings = rate_stance(statements, targets, articles)
    assert ratings["speaker_name"].tolist() == ["Peru", "Peru"]
    person = statements.assign(speaker_type="person")
    assert rate_stance(person, targets, articles)["speaker_name"].tolist() == ["Lima", "Peru"]


def test_what_was_done_by_a_speaker_is_what_he_did():
    text = "[Plan] The new plan was rejected by farmers. The dam is praised by Ann Diaz."
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    statements = find_statements(articles, attitudes=True)
    assert statements["rule"].tolist() == ["agent", "agent"]
    targets = pd.DataFrame({"target": ["plan", "dam"], "pattern": ["plan", "dam"]})
    ratings = rate_stance(statements, targets, articles)
    assert ratings["stance"].tolist() == ["against", "favor"]
    assert ratings["cue"].tolist() == ["rejected", "praised"]
    for row in ratings.itertuples():
        assert text[row.cue_start : row.cue_end] == row.cue


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor warned against lifting the ban.", "favor"),
        ("The mayor warned against signing the ban.", "against"),
        ("The mayor called for a ban approved by the council.", "favor"),
        ("The mayor calls for a ban led by the council.", "favor"),
        ("The ban was condemned by the mayor.", "against"),
        ("The mayor said he condemned the ban.", "against"),
        ("The mayor rejected calls to scrap the ban.", "favor"),
    ],
)
def test_from_an_article_to_its_stance(text, stance):
    """The verb of saying is read with what is said, wherever the one ends and the other begins."""
    statements = find_statements(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    ratings = rate_stance(statements, pd.DataFrame({"target": ["ban"], "pattern": ["ban"]}))
    assert ratings["stance"].tolist() == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Asked about the ban, the mayor said it was a disgrace.", "against"),
        ('Ana Diaz spoke about the ban. "It is fair," she said.', "favor"),
        ("The court found the ban unlawful.", "against"),
        ("Asked about the ban, the mayor said it rained.", "none"),
    ],
)
def test_it_is_what_was_spoken_of(text, stance):
    """A person is no *it*: the word goes on with what he was asked or has just spoken about."""
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    statements = find_statements(articles, attitudes=True)
    targets = pd.DataFrame({"target": ["ban"], "pattern": ["ban"]})
    sides = set(rate_stance(statements, targets, articles)["stance"]) - {"none"}
    assert (sides or {"none"}) == {stance}
