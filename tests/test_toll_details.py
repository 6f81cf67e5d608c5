"""Tolls and claims of sentences that take some adding up, each worked out by reading."""

import pytest

from helpers.casualties import find_casualty_claims
from helpers.tolls import toll_per_article


def totals(articles) -> list[list[int]]:
    toll = toll_per_article(articles, find_casualty_claims(articles))
    return toll[["killed", "wounded"]].to_numpy().tolist()


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("10 people were killed in Lund and 5 in Ystad.", 15, 0),
        ("The raid killed 10 in Lund and 5 in Ystad.", 15, 0),
        ("10 people were killed in Lund and 5 wounded.", 10, 5),
        ("The raid killed the mayor and two guards.", 3, 0),
        ("The mayor and his two guards died.", 3, 0),
        ("The army killed 30 people, 9 of them children.", 30, 0),
        ("The bomb killed 12 people, including two guards, and wounded 30.", 12, 30),
        ("Two years ago a raid killed 90 people. On Monday 3 people were killed.", 3, 0),
        ("Two years ago Judge Ana Silva was killed. On Monday 3 people were killed.", 3, 0),
        ("Judge Ana Silva was killed. He and she were killed. Silva was killed.", 1, 0),
        ("Judge Ana Silva and Judge Bo Ek were killed, and Silva was killed.", 2, 0),
        ("No one was killed, and a guard was hurt.", 0, 1),
        ("As few as 10 people died.", 10, 0),
        ("Fewer than 10 people died.", 10, 0),
        ("Hundreds of people were killed.", 0, 0),
        ("Two dozen people were hurt.", 0, 24),
    ],
)
def test_what_a_reader_adds_up(make_articles, text, killed, wounded):
    assert totals(make_articles(text)) == [[killed, wounded]]


@pytest.mark.parametrize(
    ("text", "as_of", "precision"),
    [
        ("As of 12 June, 40 people had died.", "As of 12 June", "day"),
        ("As of 2019, 400 people had died.", "As of 2019", "year"),
        ("As of the truce, 40 people had died.", "As of the truce", "event"),
        ("By late Monday 9 people had died.", "By late Monday", "day"),
    ],
)
def test_the_moment_a_figure_stands_for(make_articles, text, as_of, precision):
    claims = find_casualty_claims(make_articles(text))
    assert claims[["as_of", "as_of_precision"]].to_numpy().tolist() == [[as_of, precision]]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("In the past week 12 people were killed in raids.", "cumulative"),
        ("In the last three months 90 people were killed.", "cumulative"),
        ("This year 40 miners died.", "cumulative"),
        ("Last week 12 people were killed in a raid.", "incident"),
        ("Last month 12 people were killed in a raid.", "incident"),
        ("This man saw that 12 people were killed in a raid.", "incident"),
    ],
)
def test_figures_over_time_and_of_one_incident(make_articles, text, scope):
    assert find_casualty_claims(make_articles(text))["scope"].tolist() == [scope]


def test_of_them_is_a_part(make_articles):
    claims = find_casualty_claims(make_articles("Thirty people died, nine of them women."))
    assert claims["number"].tolist() == ["Thirty", "nine"]
    assert claims["part_of"].tolist()[1] == claims["claim_id"][0]
    assert claims["scope"].tolist()[1] == "subset"
