"""Whether two tolls can both be true, and the toll of an article."""

import pandas as pd
import pytest

from helpers.casualties import find_casualty_claims
from helpers.casualty_rules import read_sentence
from helpers.comparison import SAME_UNKNOWN, compare_claims, interval_of, merge_repeated
from helpers.numerals import tokens_of
from helpers.tolls import toll_per_article
from helpers.victims import victim_rules, victims_of


def claim(claim_id="c1", article_id="a", **values):
    """A claim that 100 people have been killed over time, but for `values`."""
    return {
        "claim_id": claim_id,
        "article_id": article_id,
        "low": 100,
        "high": 100,
        "bound": "exact",
        "effect": "killed",
        "population": None,
        "place": None,
        "scope": "cumulative",
        "part_of": None,
        "source": None,
        "source_name": None,
        "reported_on": "2020-05-04",
    } | values


def compared(*claims):
    """The first pair of a comparison as a dictionary."""
    table = pd.DataFrame(list(claims))
    table[["low", "high"]] = table[["low", "high"]].astype("Int64")
    return compare_claims(table).iloc[0].to_dict()


NO, YES = "not comparable", "compatible"
FLOOR = {"low": 90, "high": None, "bound": "at_least"}
CEILING = {"low": None, "high": 140, "bound": "at_most"}
POINT = {"low": 130, "high": 130}


# The three articles


def test_the_three_tolls_are_compatible_one_pair_only_by_the_hedge(syria):
    pairs = compare_claims(find_casualty_claims(syria))
    assert pairs["verdict"].tolist() == ["compatible"] * 3
    days = pairs["days"].tolist()
    assert sorted(days) == [0, 24, 24]
    assert pairs["weak"].tolist() == [day == 0 for day in days]
    by_day = pairs.set_index("claim_id_a")
    assert sorted(by_day["difference"]) == [1_000, 4_000, 5_000]
    same_day = pairs[pairs["days"] == 0].iloc[0]
    assert same_day["ratio"] == 1.444  # 13,000 / 9,000
    assert same_day["both_hold_if"] == "Both hold if the toll was 13,000."


# Verdicts


def test_a_floor_and_a_point_above_it_meet_only_by_the_hedge():
    row = compared(claim("c1", **FLOOR), claim("c2", **POINT))
    assert (row["verdict"], row["weak"], row["days"]) == ("compatible", True, 0)


def test_a_floor_above_a_point_of_the_same_day_is_in_conflict():
    row = compared(claim("c1", **FLOOR), claim("c2", low=80, high=80))
    assert (row["verdict"], row["weak"]) == ("in conflict", False)
    assert "do not meet" in row["reason"]
    assert row["both_hold_if"].startswith("They cannot both hold")


def test_figures_are_ordered_by_the_day_they_stand_for():
    """One day's reports: *100 by Sunday* and *120 by Tuesday* may both be true."""
    sunday = claim("c1", as_of_date="2020-05-03")
    tuesday = claim("c2", low=120, high=120, as_of_date="2020-05-05")
    row = compared(tuesday, sunday)
    assert (row["claim_id_a"], row["days"], row["verdict"]) == ("c1", 2, "compatible")
    assert row["reason"] == "120 stands for a day 2 days later than 100, and a toll may rise."
    fallen = compared(sunday, claim("c2", low=80, high=80, as_of_date="2020-05-05"))
    assert fallen["verdict"] == "in conflict"


def test_a_month_is_no_day_to_order_by():
    later = claim("c2", low=120, high=120, as_of_date="2020-04")
    assert compared(claim("c1"), later)["days"] == 0


def test_figures_that_count_from_different_days_are_not_comparable():
    war = claim("c1", low=9_000, high=9_000, since_date="2011-03")
    week = claim("c2", low=300, high=300, since_date="2012-07-02", reported_on="2020-05-09")
    row = compared(war, week)
    assert row["verdict"] == "not comparable"
    assert row["reason"] == "One counts from 2011-03 on, the other from 2012-07-02."
    same = compared(war, week | {"since_date": "2011-03-15"})
    assert same["verdict"] == "in conflict"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("At least 9,000 people have died since March 2011. 300 have died since Monday.", NO),
        ("9,000 people had been killed by Sunday. 9,400 people had been killed by Tuesday.", YES),
    ],
)
def test_times_are_read_before_figures_are_compared(text, verdict):
    published = pd.to_datetime(["2012-07-06"])
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "published": published})
    claims = find_casualty_claims(articles)
    assert compare_claims(claims)["verdict"].tolist() == [verdict]


def test_a_toll_may_rise_but_never_falls():
    later = {"reported_on": "2020-05-10"}
    risen = compared(claim("c1"), claim("c2", low=120, high=120, **later))
    fallen = compared(claim("c1"), claim("c2", low=80, high=80, **later))
    assert (risen["verdict"], risen["weak"], risen["days"]) == ("compatible", False, 6)
    assert (fallen["verdict"], fallen["difference"], fallen["ratio"]) == ("in conflict", -20, 0.8)
    assert "never falls" in fallen["reason"]


def test_the_earlier_report_comes_first_whatever_the_order_of_the_rows():
    row = compared(claim("c1", reported_on="2020-05-10"), claim("c2", low=120, high=120))
    assert (row["claim_id_a"], row["claim_id_b"], row["verdict"]) == ("c2", "c1", "in conflict")


def test_a_ceiling_reported_later_allows_anything_below_it():
    row = compared(claim("c1", **POINT), claim("c2", reported_on="2020-05-28", **CEILING))
    assert (row["verdict"], row["weak"], row["days"]) == ("compatible", False, 24)


def test_an_article_without_a_date_leaves_the_order_unknown():
    row = compared(claim("c1"), claim("c2", low=80, high=80, reported_on=None))
    assert row["verdict"] == "compatible"
    assert "unknown" in row["reason"]
    assert pd.isna(row["days"])


def test_about_a_number_allows_what_rounds_to_it():
    assert interval_of(claim(low=200, high=200, bound="about")) == (150, 250)
    assert interval_of(claim(low=1_250, high=1_250, bound="about")) == (1_245, 1_255)
    assert interval_of(claim(**FLOOR)) == (90, float("inf"))
    assert interval_of(claim(**CEILING)) == (0, 140)
    near = compared(claim("c1", low=200, high=200, bound="about"), claim("c2", low=220, high=220))
    assert (near["verdict"], near["weak"]) == ("compatible", True)


def test_a_vague_word_contradicts_nothing():
    row = compared(claim("c1"), claim("c2", low=None, high=None, bound="vague"))
    assert (row["verdict"], pd.isna(row["difference"])) == ("compatible", True)
    assert "vague" in row["reason"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"effect": "wounded"}, "wounded"),
        ({"scope": "incident"}, "incident"),
        ({"population": "children"}, "children"),
    ],
)
def test_different_counts_are_not_comparable(values, words):
    row = compared(claim("c1"), claim("c2", **values))
    assert row["verdict"] == "not comparable"
    assert pd.isna(row["weak"])
    assert words in row["reason"]


def test_places_differ_only_where_both_are_known():
    assert compared(claim("c1"), claim("c2", place="Norham"))["verdict"] == "compatible"
    apart = compared(claim("c1", place="Dellby"), claim("c2", place="Norham"))
    assert apart["verdict"] == "not comparable"


def test_two_incidents_are_one_only_if_the_place_is():
    unknown = compared(claim("c1", scope="incident"), claim("c2", scope="incident"))
    known = compared(
        claim("c1", scope="incident", place="Norham"),
        claim("c2", scope="incident", place="Norham", low=120, high=120),
    )
    assert unknown["verdict"] == "not comparable"
    assert known["verdict"] == "in conflict"


def test_people_and_nobody_in_particular_are_the_same_count():
    assert compared(claim("c1", population="people"), claim("c2"))["verdict"] == "compatible"


# One claim in two articles


def test_the_same_figure_from_the_same_source_is_one_claim_with_two_articles():
    claims = pd.DataFrame(
        [
            claim("c1", "a", source="The UN", source_name="UN"),
            claim("c2", "b", source="the UN", source_name="UN"),
            claim("c3", "b", source="activists"),
            claim("c4", "b"),
            claim("c5", "a"),
        ]
    )
    merged = merge_repeated(claims)
    assert merged["claim_id"].tolist() == ["c1", "c3", "c4", "c5"]
    assert merged["article_ids"].tolist() == [("a", "b"), ("b",), ("b",), ("a",)]
    assert len(compare_claims(claims)) == 6
    assert len(claims.columns) == 13


def test_no_claim_and_one_claim_make_no_pair():
    table = pd.DataFrame([claim()])
    assert len(compare_claims(table)) == len(compare_claims(table.iloc[:0])) == 0
    with pytest.raises(ValueError, match="reported_on"):
        compare_claims(table.drop(columns="reported_on"))


# Toll of an article


@pytest.mark.parametrize("rule", victim_rules(), ids=lambda rule: rule.name)
def test_every_rule_for_victims_reads_its_example(rule):
    victims = victims_of(read_sentence(tokens_of(rule.example)))
    assert len(victims) == rule.reads
    assert {victim.rule for victim in victims} == {rule.name}


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A soldier was killed.", 1, 0),
        ("Gunmen killed the mayor and two peasants.", 3, 0),
        ("Judge Ana Silva was murdered in her home.", 1, 0),
        ("The murder of six priests, a cook and her daughter shocked all.", 8, 0),
        ("Nine people, including two children, were killed and 4 injured.", 9, 4),
        ("9 soldiers and 3 rebels were killed.", 12, 0),
        ("A raid killed 18 people. An earlier death toll said 15 people were killed.", 18, 0),
        ("Two men were killed in 1987. A bomb killed five people on Monday.", 5, 0),
        ("A blast injured eight people. Ten others were also injured.", 0, 18),
        ("The war has killed 9,000 people since 2011.", 9_000, 0),
        ("The war has killed 9,000 people.", 9_000, 0),
        ("No one was hurt.", 0, 0),
        ("THE MURDER OF SENATOR LUISA VEGA IS A CRIME.", 1, 0),
        ("They plan to kill the mayor.", 0, 0),
    ],
)
def test_tolls(make_articles, text, killed, wounded):
    articles = make_articles(text)
    toll = toll_per_article(articles, find_casualty_claims(articles))
    assert (toll["killed"].tolist(), toll["wounded"].tolist()) == ([killed], [wounded])


def test_every_article_has_a_toll(syria):
    toll = toll_per_article(syria, find_casualty_claims(syria))
    assert toll["article_id"].tolist() == syria["article_id"].tolist()
    assert toll["killed"].tolist() == [0, 14_000, 13_000]
    assert toll["wounded"].tolist() == [0, 0, 0]


def test_what_two_sources_say_in_one_sentence_is_compared(make_articles):
    text = "The army says 34 people were killed; the rebels say 38 people were killed."
    pairs = compare_claims(find_casualty_claims(dated(make_articles(text))))
    assert pairs["verdict"].tolist() == ["in conflict"]
    alone = "The army says 34 people were killed. The rebels say 38 people were killed."
    pairs = compare_claims(find_casualty_claims(dated(make_articles(alone))))
    assert pairs["reason"].tolist() == [SAME_UNKNOWN]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A mine killed 34 cooks, police say. The army put the toll at 60.", "in conflict"),
        ("A mine killed at least 34 cooks, police say. The army put the toll at 60 dead.",
         "compatible"),
        ("Police say 34 cooks were killed. Nurses put the figure at 60.", "in conflict"),
        ("Police say up to 34 cooks were shot dead, but the army put the figure at 13.",
         "compatible"),
        # Not of the toll, of one source, or not on end.
        ("A mine killed 34 people, police say. The army said 60 people died.", "not comparable"),
        ("A mine killed 34 people, police say. Police put the toll at 60.", "not comparable"),
        ("A mine killed 34 people, police say. It rained. The army put the toll at 60.",
         "not comparable"),
        ("A mine killed 34 cooks, police say. The army put the toll at 60 monks.",
         "not comparable"),
    ],
)  # fmt: skip
def test_the_toll_is_of_those_in_the_sentence_before(text, verdict, make_articles):
    pairs = compare_claims(find_casualty_claims(dated(make_articles(text))))
    assert pairs["verdict"].tolist() == [verdict]


def dated(articles):
    return articles.assign(published=pd.Timestamp("2012-07-06"))
