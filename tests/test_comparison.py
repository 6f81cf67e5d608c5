"""Whether two tolls can both be true, and the toll of an article."""

import json
import operator
import re
from itertools import permutations

import pandas as pd
import pytest

from helpers import paths
from helpers.casualties import find_casualty_claims
from helpers.casualty_rules import read_sentence
from helpers.comparison import (
    GIVEN_UP,
    PARTS_UNKNOWN,
    SAME_UNKNOWN,
    compare_claims,
    interval_of,
    merge_repeated,
)
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


NO, YES, CONFLICT = "not comparable", "compatible", "in conflict"
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


def test_the_same_figure_may_be_reported_again_later():
    """100 and then 100: a toll that stays is none that falls."""
    row = compared(claim("c1"), claim("c2", reported_on="2020-05-05"))
    assert (row["verdict"], row["weak"], row["days"]) == (YES, False, 1)
    assert row["reason"] == "100 was reported 1 day later than 100, and a toll may rise."
    assert row["both_hold_if"] == (
        "Both hold if the toll was 100 when first reported and 100 1 day later, without falling in "
        "between."
    )


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
    assert near["reason"] == (
        "Both were reported on the same day; about 200 and 220 meet, but only because of how they "
        "are hedged."
    )


RANGE = {"low": 0, "high": 5, "bound": "range"}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (RANGE, "between 0 and 5"),
        ({"low": 3, "high": 7, "bound": "range"}, "between 3 and 7"),
        ({"low": 4, "high": 4, "bound": "about"}, "about 4"),
        ({"low": None, "high": 5, "bound": "at_most"}, "at most 5"),
        ({"low": 2, "high": None, "bound": "at_least"}, "at least 2"),
        ({"low": 5, "high": 5}, "5"),
    ],
)
def test_a_figure_is_told_with_its_bound(values, words):
    row = compared(claim("c1", **values), claim("c2", low=5, high=5, reported_on=None))
    assert row["reason"].startswith(f"One says {words}, the other 5;")


@pytest.mark.parametrize(
    ("first", "second", "toll"),
    [
        # 4.5 to 5.5, of whole people, is 5; 0.5 to 1.5 is 1.
        ({"low": 5, "high": 5, "bound": "about"}, {"low": 1, "high": 9, "bound": "range"}, "5"),
        ({"low": 1, "high": 1, "bound": "about"}, {"low": None, "high": 9, "bound": "at_most"},
         "1"),
        # From 4.5 on is from 5 on, and up to 7.5 is up to 7.
        ({"low": 5, "high": 5, "bound": "about"}, {"low": 5, "high": None, "bound": "at_least"},
         "5"),
        ({"low": 7, "high": 7, "bound": "about"}, {"low": 7, "high": 9, "bound": "range"}, "7"),
        ({"low": 40, "high": 40, "bound": "about"}, {"low": 42, "high": 90, "bound": "range"},
         "between 42 and 45"),
        # 4.5 to 5.5 and 5.5 to 6.5 meet at no whole number.
        ({"low": 5, "high": 5, "bound": "about"}, {"low": 6, "high": 6, "bound": "about"},
         "between 5 and 6"),
        (RANGE, {"low": None, "high": 9, "bound": "at_most"}, "at most 5"),
        (FLOOR, FLOOR, "at least 90"),
    ],
)  # fmt: skip
def test_the_toll_that_both_allow_is_a_whole_number(first, second, toll):
    row = compared(claim("c1", **first), claim("c2", **second))
    assert row["verdict"] == YES
    assert row["both_hold_if"] == f"Both hold if the toll was {toll}."


# Round figures


@pytest.mark.parametrize(
    ("first", "second", "weak", "rounder"),
    [
        # 13,000 stands for 12,500 to 13,500 if it is rounded.
        ({"low": 13_000, "high": 13_000}, {"low": 13_100, "high": 13_100}, True, "13,000"),
        ({"low": 13_500, "high": 13_500}, {"low": 13_000, "high": 13_000}, True, "13,000"),
        ({"low": 13_501, "high": 13_501}, {"low": 13_000, "high": 13_000}, False, ""),
        ({"low": 12_499, "high": 12_499}, {"low": 13_000, "high": 13_000}, False, ""),
        # Neither 34 nor 38 is round.
        ({"low": 34, "high": 34}, {"low": 38, "high": 38}, False, ""),
        # A floor of 9,000 is one of 8,500; a ceiling of 9,000 one of 9,500.
        ({"low": 9_000, "high": None, "bound": "at_least"}, {"low": 8_500, "high": 8_500}, True,
         "at least 9,000"),
        ({"low": None, "high": 9_000, "bound": "at_most"}, {"low": 9_501, "high": 9_501}, False,
         ""),
        ({"low": None, "high": 9_000, "bound": "at_most"}, {"low": 9_500, "high": 9_500}, True,
         "at most 9,000"),
        # From 200 to 250 is exact to the ten: 195 to 255.
        ({"low": 200, "high": 250, "bound": "range"}, {"low": 176, "high": 176}, False, ""),
        ({"low": 200, "high": 250, "bound": "range"}, {"low": 196, "high": 196}, True,
         "between 200 and 250"),
        # About 200 is 150 to 250 already, and 251 is not round.
        ({"low": 200, "high": 200, "bound": "about"}, {"low": 251, "high": 251}, False, ""),
        ({"low": 200, "high": 200, "bound": "about"}, {"low": 300, "high": 300}, True, "300"),
        # No one is no one.
        ({"low": 0, "high": 0}, {"low": 1, "high": 1}, False, ""),
    ],
)  # fmt: skip
def test_a_conflict_that_rounding_would_end_is_weak(first, second, weak, rounder):
    for one, other in ((first, second), (second, first)):
        row = compared(claim("c1", **one), claim("c2", **other))
        assert (row["verdict"], row["weak"]) == (CONFLICT, weak)
        assert row["reason"].endswith(f"do not meet, but {rounder} may be rounded.") == weak
        assert (f"unless {rounder} is rounded, they" in row["both_hold_if"]) == weak


def test_a_round_figure_may_have_been_higher_before():
    later = {"low": 13_000, "high": 13_000, "reported_on": "2020-05-05"}
    row = compared(claim("c1", low=13_100, high=13_100), claim("c2", **later))
    assert (row["verdict"], row["weak"]) == (CONFLICT, True)
    assert row["reason"] == (
        "13,000 was reported 1 day later than 13,100: a toll never falls, but 13,000 may be "
        "rounded."
    )


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


def test_parts_are_compared_if_their_whole_is_one():
    """*9 of the 30* and *12 of the 40* do not contradict each other."""
    part = {"scope": "subset", "place": "Norham"}
    apart = compared(claim("c1", part_of="w1", **part), claim("c2", part_of="w2", **part))
    assert apart["reason"] == "They are parts of different figures."
    of_unknown = compared(claim("c1", part_of="w1", **part), claim("c2", **part))
    assert of_unknown["reason"] == "They are parts of different figures."
    one = compared(claim("c1", part_of="w1", **part), claim("c2", part_of="w1", low=9, **part))
    assert one["verdict"] == YES


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


def test_a_figure_of_another_scope_is_another_claim():
    """The UN's 100 of one attack is not its 100 of a war."""
    un = {"source": "the UN", "source_name": "UN"}
    claims = pd.DataFrame([claim("c1", "a", **un), claim("c2", "b", scope="incident", **un)])
    assert merge_repeated(claims)["claim_id"].tolist() == ["c1", "c2"]
    assert merge_repeated(claims.assign(scope="incident"))["claim_ids"].tolist() == [("c1", "c2")]


def merged_ids(*claims):
    """Names of the claims that are one, for each claim that is left, the earliest report first."""
    return merge_repeated(pd.DataFrame(list(claims)))["claim_ids"].tolist()


INCIDENT, TOTAL = {"scope": "incident", "source": "police"}, {"source": "the UN"}


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        # 31 days from 4 May to 4 June, 32 to 5 June; two incidents, with a place or without.
        (INCIDENT, {"reported_on": "2020-06-04"}, True),
        (INCIDENT, {"reported_on": "2020-06-05"}, False),
        (INCIDENT, {"reported_on": "2014-05-04"}, False),
        (INCIDENT | {"place": "Norham"}, {"reported_on": "2022-05-04"}, False),
        (INCIDENT | {"scope": "subset"}, {"reported_on": "2020-06-05"}, False),
        # The total of a war is repeated for a year; 2020 has a 29 February, but before 4 May.
        (TOTAL, {"reported_on": "2021-05-05"}, True),
        (TOTAL, {"reported_on": "2021-05-06"}, False),
        # The figure of one day, month or year is the same one, however late it is told again.
        (INCIDENT | {"as_of_date": "2020-05-01"}, {"reported_on": "2024-05-01"}, True),
        (TOTAL | {"as_of_date": "2019"}, {"reported_on": "2024-05-01"}, True),
        (INCIDENT | {"as_of_date": "2020-05-01"}, {"as_of_date": "2020-05-02"}, False),
        # No date contradicts none.
        (INCIDENT, {"reported_on": None}, True),
        (INCIDENT | {"reported_on": None}, {"reported_on": None}, True),
    ],
)
def test_reports_far_apart_are_of_two_incidents(first, second, one):
    pair = claim("c1", "a", **first), claim("c2", "b", **first | second)
    assert merged_ids(*pair) == ([("c1", "c2")] if one else [("c1",), ("c2",)])


def test_which_reports_are_one_does_not_depend_on_their_order():
    """Of 1 January, 25 January, 18 February: the third is 48 days from the first, 24 of the second.

    A month is counted from the earliest, or a figure told every week would be one all year.
    """
    days = {"c1": "2020-01-01", "c2": "2020-01-25", "c3": "2020-02-18"}
    reports = [claim(name, name, **INCIDENT, reported_on=day) for name, day in days.items()]
    for ordered in permutations(reports):
        assert sorted(merged_ids(*ordered)) == [("c1", "c2"), ("c3",)]


def test_a_report_without_a_date_joins_no_claim_where_it_could_join_two():
    undated = [claim(name, name, **INCIDENT, reported_on=None) for name in ("c3", "c4")]
    two = [
        claim(name, name, **INCIDENT, reported_on=day)
        for name, day in (("c1", "2012-05-04"), ("c2", "2015-05-04"))
    ]
    assert merged_ids(*two, *undated) == [("c1",), ("c2",), ("c3", "c4")]
    assert merged_ids(undated[0], two[0], undated[1]) == [("c1", "c3", "c4")]


def test_what_an_article_says_twice_is_not_one_claim():
    """Of two rows of the first article, the second article's joins the first."""
    rows = [
        claim("c1", "a", **INCIDENT),
        claim("c2", "a", **INCIDENT),
        claim("c3", "b", **INCIDENT),
    ]
    assert merged_ids(*rows) == [("c1", "c3"), ("c2",)]


def test_people_and_a_bare_number_are_one_claim():
    """*60 people were killed* and *60 were killed*, says the army."""
    assert merged_ids(
        claim("c1", "a", **INCIDENT, population="people"), claim("c2", "b", **INCIDENT)
    ) == [("c1", "c2")]


def test_two_incidents_of_one_place_are_not_compared_years_later():
    """34 in Norham, 60 in Norham: within a year (366 days) of one attack, later of two."""
    first = claim("c1", low=34, high=34, **HERE)
    within = claim("c2", low=60, high=60, **HERE, reported_on="2021-05-05")
    assert compared(first, within)["verdict"] == YES
    later = compared(first, within | {"reported_on": "2021-05-06"})
    assert later["reason"] == SAME_UNKNOWN


def parts(article_id, *, whole, part, women="women", **values):
    """Claims of police that `whole` people were killed, `part` of them `women`."""
    names = f"{article_id}1", f"{article_id}2"
    police = {"source": "police", "scope": "incident", "population": "people"} | values
    of_them = police | {"scope": "subset", "population": women, "part_of": names[0]}
    return (
        claim(names[0], article_id, **police | {"low": whole, "high": whole}),
        claim(names[1], article_id, **of_them | {"low": part, "high": part}),
    )


def test_parts_are_of_one_whole_if_their_wholes_are_one_claim():
    """Police say in two articles that 30 died: a 9 and a 12 of them can't both be the women."""
    found, _ = verdicts(*parts("a", whole=30, part=9), *parts("b", whole=30, part=12))
    assert found == {"a1a2": NO, "a1b2": NO, "a2b2": CONFLICT}
    _, reasons = verdicts(*parts("a", whole=30, part=9), *parts("b", whole=40, part=12))
    assert reasons["a2b2"] == "They are parts of different figures."


def test_equal_parts_are_one_claim_if_their_wholes_are():
    both = pd.DataFrame([*parts("a", whole=30, part=9), *parts("b", whole=30, part=9)])
    merged = merge_repeated(both)
    assert merged["claim_ids"].tolist() == [("a1", "b1"), ("a2", "b2")]
    assert merged_ids(*parts("a", whole=30, part=9), *parts("b", whole=40, part=9)) == [
        ("a1",), ("a2",), ("b1",), ("b2",),
    ]  # fmt: skip


def test_a_part_names_its_whole_by_the_claim_that_holds_it():
    """Told first by the second row's article, the whole is called b1, in a's part as well."""
    first = parts("a", whole=30, part=9, reported_on="2020-05-06")
    merged = merge_repeated(pd.DataFrame([*first, *parts("b", whole=30, part=12)]))
    assert merged["claim_id"].tolist() == ["a2", "b1", "b2"]
    assert merged["part_of"].tolist()[0] == merged["part_of"].tolist()[2] == "b1"


def test_a_part_of_a_part_waits_for_both():
    """30 killed, 12 of them civilians, 5 of these women; the rows stand the other way round."""
    rows = []
    for name in ("a", "b"):
        whole, civilians = parts(name, whole=30, part=12, women="civilians")
        women = civilians | {"claim_id": f"{name}3", "low": 5, "high": 5, "part_of": f"{name}2"}
        rows += [women | {"population": "women"}, civilians, whole]
    assert merged_ids(*rows) == [("a3", "b3"), ("a2", "b2"), ("a1", "b1")]


def test_figures_that_are_parts_of_each_other_end_no_comparison():
    """No text says so, but a table could."""
    rings = [
        claim(f"{name}{n}", name, source="police", scope="subset", part_of=f"{name}{3 - n}")
        for name in ("a", "b")
        for n in (1, 2)
    ]
    assert merged_ids(*rings) == [("a1",), ("a2",), ("b1",), ("b2",)]


@pytest.mark.parametrize(
    ("population", "whole", "reason"),
    [
        ("women", "people", "do not meet."),
        # Nobody says that the nine are those whom the other text counts as four.
        ("people", "people", PARTS_UNKNOWN),
        ("soldiers", "soldiers", PARTS_UNKNOWN),
    ],
)
def test_two_parts_are_compared_only_if_they_say_who_is_counted(population, whole, reason):
    _, reasons = verdicts(
        *parts("a", whole=30, part=9, women=population, population=whole),
        *parts("b", whole=30, part=4, women=population, population=whole),
    )
    assert reasons["a2b2"].endswith(reason)


@pytest.mark.parametrize(
    ("texts", "reasons"),
    [
        (("Police said 30 people died, nine of them women and four of them children.",),
         ["One counts women, the other children."]),
        (("Police said 30 people died, nine of them women.",
          "Police said 30 people died, four of them children."),
         ["One counts women, the other children."]),
        (("Police said 30 people died, nine of them were nurses.",
          "Police said 30 people died, four of them nurses."),
         ["Both were reported on the same day, and 9 and 4 do not meet."]),
        (("Police said 30 people died, nine of them at once.",
          "Police said 30 people died, four of them at once."),
         [PARTS_UNKNOWN]),
        (("Police said 12 people died. Four of the dead were nurses. Six of the dead were monks.",),
         ["One counts nurses, the other monks."]),
    ],
)  # fmt: skip
def test_parts_are_of_the_people_they_name(texts, reasons, make_articles):
    claims = find_casualty_claims(dated(make_articles(*texts)))
    pairs = compare_claims(claims)
    parts_alone = claims.loc[claims["scope"] == "subset", "claim_id"]
    both = pairs["claim_id_a"].isin(parts_alone) & pairs["claim_id_b"].isin(parts_alone)
    assert pairs.loc[both, "reason"].tolist() == reasons


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
        ("A mine killed 34 cooks, police say. The army put the toll at 60.", CONFLICT),
        ("A mine killed at least 34 cooks, police say. The army put the toll at 60 dead.", YES),
        ("Police say 34 cooks were killed. Nurses put the figure at 60.", CONFLICT),
        ("Police say up to 34 cooks were shot dead, but the army put the figure at 13.", YES),
        # Not of the toll, of one source, or not on end.
        ("A mine killed 34 people, police say. The army said 60 people died.", NO),
        ("A mine killed 34 people, police say. Police put the toll at 60.", NO),
        ("A mine killed 34 people, police say. It rained. The army put the toll at 60.", NO),
        ("A mine killed 34 cooks, police say. The army put the toll at 60 monks.", NO),
        # Nobody says either figure, or nobody says one of them.
        ("A mine killed 34 people. The death toll is 60.", NO),
        ("A mine killed 34 people. The army put the toll at 60.", NO),
        ("A mine killed 34 people, police say. The death toll is 60.", NO),
    ],
)
def test_the_toll_is_of_those_in_the_sentence_before(text, verdict, make_articles):
    pairs = compare_claims(find_casualty_claims(dated(make_articles(text))))
    assert pairs["verdict"].tolist() == [verdict]
    if verdict == CONFLICT:
        assert pairs["weak"].tolist() == [False]


@pytest.mark.parametrize(
    ("text", "verdict", "weak", "ends"),
    [
        # Who died in a place may be a part of all the dead.
        ("Twelve children died when a school in Norham collapsed, the mayor said. "
         "Caritas put the number of dead at between 200 and 250.",
         NO, None, "One counts children, the other people."),
        ("Twelve people died when a school in Norham collapsed, the mayor said. "
         "Caritas put the number of dead at between 200 and 250.",
         CONFLICT, True, "do not meet, if both are of one incident."),
        ("At least 12 people died when a school in Norham collapsed, the mayor said. "
         "Caritas put the number of dead at 260.",
         YES, True, "how they are hedged, if both are of one incident."),
        ("In Norham 34 monks were killed, police said, but the army put the toll at 68.",
         CONFLICT, False, "34 and 68 do not meet."),
        # Two figures called the toll are of the article, wherever they stand.
        ("The minister put the death toll at 176. It rained. "
         "Caritas put the number of dead at between 200 and 250.",
         CONFLICT, True, "do not meet, if both are of one incident."),
        ("The minister put the death toll in Peru at 176. It rained. "
         "Caritas put the number of dead at 221.",
         CONFLICT, True, "do not meet, if both are of one incident."),
        ("The minister put the death toll at 180. It rained. Caritas put the toll at 184.",
         CONFLICT, True, "do not meet, if both are of one incident, but 180 may be rounded."),
        ("The minister put the death toll at 176. It rained. The minister put the toll at 221.",
         NO, None, SAME_UNKNOWN),
        ("The minister put the death toll at 176. It rained. Caritas put the toll at 21 nurses.",
         NO, None, "One counts people, the other nurses."),
        ("The minister put the death toll at 176 nurses. It rained. "
         "Caritas put the death toll at 221 nurses.",
         NO, None, SAME_UNKNOWN),
        ("The army says 34 people were killed; the rebels say 68 people were killed in Norham.",
         CONFLICT, False, "34 and 68 do not meet."),
        ("The minister put the toll in Peru at 176. It rained. Caritas put the toll in Chile at 9.",
         NO, None, "They speak of different places."),
    ],
)  # fmt: skip
def test_tolls_of_an_article_meet_with_a_proviso(text, verdict, weak, ends, make_articles):
    row = compare_claims(find_casualty_claims(dated(make_articles(text)))).iloc[0]
    assert row["verdict"] == verdict
    assert (None if pd.isna(row["weak"]) else row["weak"]) == weak
    assert row["reason"].endswith(ends)


def test_a_second_count_is_of_the_sentence_before_alone():
    """*He put the figure at 60* is of those in the sentence before, not of any toll."""
    here = {"scope": "incident", "sentence_end": 40}
    first = claim("c1", source="police", rule="toll", sentence_start=0, **here)
    far = claim("c2", low=221, high=221, source="the army", sentence_start=400, **here)
    assert compared(first, far | {"rule": "counted on"})["reason"] == SAME_UNKNOWN
    assert compared(first, far | {"rule": "toll"})["verdict"] == CONFLICT


def test_tolls_of_two_articles_do_not_meet(make_articles):
    texts = "The minister put the death toll at 176.", "Caritas put the death toll at 221."
    pairs = compare_claims(find_casualty_claims(dated(make_articles(*texts))))
    assert pairs["reason"].tolist() == [SAME_UNKNOWN]


ARMY_SAID, REBELS_SAID = "The army said 34 people died", "the rebels said 60 people were killed"
SIDE_BY_SIDE = f"{ARMY_SAID}; {REBELS_SAID}."


@pytest.mark.parametrize(
    "repetitions",
    [
        {"z": ("2012-07-06", f"{ARMY_SAID}.")},
        # Told a day before, and by an article that stands first; two days later, by both.
        {"b": ("2012-07-05", f"{ARMY_SAID}.")},
        {"b": ("2012-07-05", f"{ARMY_SAID}."), "z": ("2012-07-08", "60 died, the rebels said.")},
        {"b": ("2012-07-05", f"{ARMY_SAID}. It rained. 60 people were killed, the rebels said.")},
    ],
)
def test_who_repeats_a_figure_does_not_part_it_from_the_other_one(repetitions, make_articles):
    """One article sets 34 and 60 side by side, so both are said of its day."""
    told = {"m": ("2012-07-06", SIDE_BY_SIDE)} | repetitions
    names = sorted(told)
    articles = make_articles(*(told[name][1] for name in names)).assign(
        article_id=names, published=pd.to_datetime([told[name][0] for name in names])
    )
    row = compare_claims(find_casualty_claims(articles)).iloc[0]
    assert (row["verdict"], row["weak"], row["days"]) == (CONFLICT, False, 0)
    assert row["reason"] == "Both were reported on the same day, and 34 and 60 do not meet."


def test_each_article_sets_figures_side_by_side_by_itself(make_articles):
    """The army's 34 stands in the first article, the rebels' 60 in the second: nothing joins them.

    Nor does a third that gives both, but apart.
    """
    texts = [f"{ARMY_SAID}.", "60 people were killed, the rebels said."]
    for together in (texts, [*texts, f"{texts[0]} It rained. {texts[1]}"]):
        pairs = compare_claims(find_casualty_claims(dated(make_articles(*together))))
        assert pairs["reason"].tolist() == [SAME_UNKNOWN]


def test_two_tolls_of_one_article_meet_though_another_repeats_one(make_articles):
    minister = "The minister put the death toll at 176."
    texts = f"{minister} It rained. Caritas put the number of dead at 221.", minister
    pairs = compare_claims(find_casualty_claims(dated(make_articles(*texts))))
    assert pairs["verdict"].tolist() == [CONFLICT]
    assert pairs["weak"].tolist() == [True]


def test_the_toll_of_those_before_is_so_in_any_of_the_articles(make_articles):
    """34 cooks, and the toll of 60 that the next sentence gives, are the same dead."""
    texts = (
        "A mine killed 34 cooks, police say. The army put the toll at 60.",
        "A mine killed 34 cooks, police say.",
    )
    pairs = compare_claims(find_casualty_claims(dated(make_articles(*texts))))
    assert pairs["verdict"].tolist() == [CONFLICT]


def test_figures_of_an_article_are_of_its_day_though_one_was_told_before():
    """100 on 4 May and again on 10 May, beside a 120 of that day: both are said at once."""
    un, others = {"source": "the UN"}, {"source": "activists", "low": 120, "high": 120}
    later = {"reported_on": "2020-05-10"}
    first, again = claim("c1", "a", **un), claim("c2", "b", **un, **later)
    other = claim("c3", "b", **others, **later)
    row = compared(first, again, other)
    assert (row["claim_id_a"], row["claim_id_b"]) == ("c1", "c3")
    assert (row["days"], row["verdict"]) == (0, CONFLICT)
    apart = compared(first, again, other | {"article_id": "c"})
    assert (apart["days"], apart["verdict"]) == (6, YES)


# Figures of a month or year


@pytest.mark.parametrize(
    ("first", "second", "scope", "reason"),
    [
        ("in 2010", "in 2011", "cumulative", "One is of 2010, the other of 2011."),
        ("in 2010", "in 2011", "incident", "One is of 2010, the other of 2011."),
        # May may be what the other text only calls 2011; but May's total is not the year's.
        ("in May 2011", "in 2011", "incident", "Both were reported on the same day, and 100"),
        ("in May 2011", "in 2011", "cumulative", "One is of 2011-05, the other of 2011."),
        ("in 2011", "in 2011", "cumulative", "Both were reported on the same day, and 100"),
        # A toll that stood at 100 as of 2010 may have risen.
        ("as of 2010", "as of 2011", "cumulative", "Both were reported on the same day, and 100"),
        ("a year earlier", None, "cumulative", "Both were reported on the same day, and 100"),
    ],
)
def test_figures_of_two_years_are_not_compared(first, second, scope, reason):
    dates = {"in 2010": "2010", "in May 2011": "2011-05", "in 2011": "2011", "as of 2010": "2010",
             "as of 2011": "2011"}  # fmt: skip
    one, other = (
        {
            "as_of": words,
            "as_of_date": dates.get(words),
            "as_of_precision": words and ("month" if "May" in words else "year"),
        }
        for words in (first, second)
    )
    here = {"scope": scope, "place": "Norham"}
    row = compared(claim("c1", **here, **one), claim("c2", low=120, high=120, **here, **other))
    assert row["reason"].startswith(reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The toll in the war rose from 290 in 2010 to 310 in 2011, police said.",
         "One is of 2010, the other of 2011."),
        ("Deaths in the war fell to 12,000 from 15,000 the year before, police said.",
         "One is of the year before, the other of another time."),
        ("290 people were killed in the war in 2010. It rained. 310 people have been killed.",
         "Both were reported on the same day, and 290 and 310 do not meet."),
    ],
)  # fmt: skip
def test_figures_that_a_sentence_gives_two_times_are_not_compared(text, reason, make_articles):
    pairs = compare_claims(find_casualty_claims(dated(make_articles(text))))
    assert pairs["reason"].tolist() == [reason]


# Figures that a text replaces


def test_a_figure_and_the_one_that_replaces_it_make_a_pair_of_their_own():
    risen = compared(claim("c1", low=35, high=35, corrects="c2"), claim("c2", low=30, high=30))
    assert (risen["claim_id_a"], risen["claim_id_b"]) == ("c2", "c1")
    assert (risen["verdict"], risen["difference"], risen["ratio"]) == ("replaced", 5, 1.167)
    assert pd.isna(risen["weak"])
    assert pd.isna(risen["days"])
    assert risen["reason"] == "The text that gives 35 says that it replaces 30."
    assert risen["both_hold_if"] == (
        "Both hold if the toll was 30 at first and 35 later; if 30 was a mistake, only 35 is still "
        "claimed."
    )
    fallen = compared(claim("c1", low=40, high=40), claim("c2", low=34, high=34, corrects="c1"))
    assert fallen["verdict"] == "replaced"
    assert fallen["both_hold_if"] == (
        "They cannot both hold, for a toll never falls: only 34 is still claimed."
    )


def test_a_vague_word_may_be_replaced():
    vague = claim("c1", low=None, high=None, bound="vague")
    row = compared(vague, claim("c2", corrects="c1"))
    assert row["reason"] == "The text that gives 100 says that it replaces a vague word."
    hundreds = claim("c3", "b", low=None, high=None, bound="vague")
    table = pd.DataFrame([vague, claim("c2", corrects="c1"), hundreds])
    table[["low", "high"]] = table[["low", "high"]].astype("Int64")
    assert sorted(compare_claims(table)["verdict"]) == [YES, NO, "replaced"]


HERE = {"scope": "incident", "place": "Norham"}
FORTY = {"low": 40, "high": 40, **HERE}
THIRTY_FOUR = {"low": 34, "high": 34, "reported_on": "2020-05-06", **HERE}
POLICE, ARMY = {"source": "police"}, {"source": "the army"}


def verdicts(*claims):
    """Verdict of each pair of claims by their identifiers, the earlier figure first."""
    table = pd.DataFrame(list(claims))
    table[["low", "high"]] = table[["low", "high"]].astype("Int64")
    pairs = compare_claims(table)
    names = pairs["claim_id_a"] + pairs["claim_id_b"]
    return dict(zip(names, pairs["verdict"], strict=True)), dict(
        zip(names, pairs["reason"], strict=True)
    )


def test_no_other_figure_is_set_against_a_replaced_one():
    """*Revised from 40 to 34, police say. The army says 37*: nobody claims 40 any longer."""
    found, reasons = verdicts(
        claim("a", **FORTY, **POLICE),
        claim("b", **FORTY | {"low": 34, "high": 34}, **POLICE, corrects="a"),
        claim("c", **FORTY | {"low": 37, "high": 37}, **ARMY),
    )
    assert found == {"ab": "replaced", "ac": NO, "bc": CONFLICT}
    assert reasons["ac"] == GIVEN_UP


def test_other_reasons_come_before_that_a_figure_is_replaced():
    _, reasons = verdicts(
        claim("a", **FORTY),
        claim("b", low=34, high=34, **HERE, corrects="a"),
        claim("c", **FORTY | {"place": "Dellby"}),
    )
    assert reasons["ac"] == "They speak of different places."


@pytest.mark.parametrize(
    ("earlier", "verdict"),
    [
        (POLICE, "replaced"),
        ({}, "replaced"),
        (ARMY, CONFLICT),  # the army's 40 is not what the police give up
        (POLICE | {"low": 41, "high": 41}, CONFLICT),
        (POLICE | {"place": "Dellby"}, NO),
        (POLICE | {"reported_on": "2020-05-08"}, YES),  # from 34 the toll rose to 40 again
    ],
)
def test_an_earlier_report_of_a_replaced_figure_is_replaced_as_well(earlier, verdict):
    report = claim("a", "first", **FORTY | earlier)
    found, _ = verdicts(
        report,
        claim("b", "second", **FORTY | {"reported_on": "2020-05-06"}, **POLICE),
        claim("c", "second", **THIRTY_FOUR, **POLICE, corrects="b"),
    )
    pair = "ac" if "ac" in found else "ca"
    assert found[pair] == verdict
    assert found["bc"] == "replaced"


def test_an_earlier_report_still_stands_beside_those_of_its_day():
    """On Monday police said 40 and the army 37; that police said 34 on Wednesday ends no dispute.

    Nor is Monday's 40 merged with the one that Wednesday's text gives up.
    """
    found, _ = verdicts(
        claim("a", "first", **FORTY, **POLICE),
        claim("m", "first", **FORTY | {"low": 37, "high": 37}, **ARMY),
        claim("b", "second", **FORTY | {"reported_on": "2020-05-06"}, **POLICE),
        claim("c", "second", **THIRTY_FOUR, **POLICE, corrects="b"),
    )
    assert found["am"] == CONFLICT
    assert found["ac"] == found["bc"] == "replaced"
    assert found["ab"] == found["mb"] == NO


def test_a_replacement_told_by_two_articles_is_one():
    """Both articles' 40 are one claim, and both 34: the pair is found by any of their names."""
    second = {"reported_on": "2020-05-06"}
    found, _ = verdicts(
        claim("c", "first", **THIRTY_FOUR, **POLICE),
        claim("b", "second", **FORTY | second, **POLICE),
        claim("d", "second", **THIRTY_FOUR, **POLICE, corrects="b"),
        claim("e", "third", **FORTY | second, **POLICE),
        claim("f", "third", **THIRTY_FOUR, **POLICE, corrects="e"),
    )
    assert found == {"bc": "replaced"}


# What the notebook says of all this


def method_of_notebook() -> str:
    cells = json.loads((paths.NOTEBOOKS / "03_casualty_figures.ipynb").read_text("utf-8"))["cells"]
    return "".join(next(cell["source"] for cell in cells if cell["id"] == "method"))


NAMES = {
    "at_least": "a floor",
    "exact": "a point",
    "at_most": "a ceiling",
    "range": "a range",
    "about": "about",
    "vague": "vague",
}


def as_mathematics(claim_row) -> str:
    """An interval as the notebook writes it, M being 100 and N 200."""
    low, high = interval_of(claim_row)
    if claim_row["bound"] == "about":
        assert (low, high) == (150, 250)  # half of 100 either way
        return "what rounds to $N$"
    if pd.isna(claim_row["low"]) and pd.isna(claim_row["high"]):
        return "no figure"
    letters = {0: "0", 100: "M", 200: "N"}
    end = ", \\infty)" if high == float("inf") else f", {letters[high]}]"
    return f"$[{letters[low]}{end}$"


def test_the_table_of_bounds_in_the_notebook_holds(make_articles):
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in method_of_notebook().splitlines()
        if line.startswith("| *")
    ]
    assert [name for _, name, _ in rows] == list(NAMES.values())
    for words, name, interval in rows:
        for example in re.findall(r"\*(.+?)\*", words):
            number = example.replace("M", "100").replace("N", "200")
            text = f"{number[:1].upper()}{number[1:]} people were killed."
            if name == "vague":
                text = text.replace(" people", " of people")
            found = find_casualty_claims(make_articles(text)).to_dict("records")
            assert [NAMES[one["bound"]] for one in found] == [name], text
            assert as_mathematics(found[0]) == interval, text


def test_the_rule_for_a_conflict_in_the_notebook_holds():
    """The formula is taken from the notebook and set beside the verdicts, for later days."""
    sign = re.search(r"l_1 (\S+) h_2", method_of_notebook())
    assert sign is not None
    apart = {">": operator.gt, "<": operator.lt}[sign[1]]
    intervals = [(97, 97), (98, 98), (97, None), (98, None), (None, 97), (None, 98)]
    for low_1, high_1 in intervals:
        for low_2, high_2 in intervals:
            row = compared(
                claim("c1", low=low_1, high=high_1),
                claim("c2", low=low_2, high=high_2, reported_on="2020-05-05"),
            )
            conflict = apart(low_1 or 0, high_2 or float("inf"))
            assert (row["verdict"] == CONFLICT) == conflict


def dated(articles):
    return articles.assign(published=pd.Timestamp("2012-07-06"))
