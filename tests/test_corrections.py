"""Which figure a text says another one replaces, from the text to the verdict on the two."""

import pandas as pd
import pytest

from helpers.casualties import find_casualty_claims
from helpers.comparison import compare_claims


def replacements(claims) -> list[tuple[str, str]]:
    """Each figure that is replaced, and the one that replaces it, as written."""
    number = claims.set_index("claim_id")["number"]
    newer = claims[claims["corrects"].notna()]
    return [
        (number[older], name)
        for older, name in zip(newer["corrects"], newer["number"], strict=True)
    ]


def claims_of(text, make_articles):
    articles = make_articles(text).assign(published=pd.Timestamp("2012-07-06"))
    return find_casualty_claims(articles)


@pytest.mark.parametrize(
    ("text", "older", "newer"),
    [
        # from M to N, to N from M; risen and fallen
        ("The toll in Homs rose from 30 to 35, police said.", "30", "35"),
        ("The toll of the bombing in Homs rose to 35 from 30 on Thursday, police said.",
         "30", "35"),
        ("The toll in the war fell to 12,000 from 15,000, the UN said.", "15,000", "12,000"),
        ("The toll in Homs was revised down from 40 to 34, police said.", "40", "34"),
        ("Police revised the toll in Homs from about 40 to at least 34.", "40", "34"),
        # N, up from M
        ("Five people have died in the floods, up from two on Wednesday, officials said.",
         "two", "Five"),
        ("A raid in Homs killed 12 people, down from 14, police said.", "14", "12"),
        # N, not M as first reported
        ("The army said the raid killed 12 people in Homs, not 14 as first reported.", "14", "12"),
        ("The raid killed 12 people in Homs, not 14 as initially announced.", "14", "12"),
        # an earlier toll of M
        ("A raid in Homs killed 18 people. An earlier toll said 15 people were killed.",
         "15", "18"),
        ("A raid in Homs killed 18 people. The previous count put the number of dead at 15.",
         "15", "18"),
        # had said M
        ("Police had said 15 people were killed in Homs. On Friday they said 18 people were "
         "killed in Homs.", "15", "18"),
        ("A raid in Homs killed 18 people. Police had put the number of dead at 15.", "15", "18"),
        # M first thought, M announced earlier
        ("The army said 12 people were killed in Homs. Fourteen people were initially thought to "
         "have been killed.", "Fourteen", "12"),
        ("The army said 12 people were killed in Homs. Fourteen deaths were announced earlier.",
         "Fourteen", "12"),
        # the correct figure
        ("Police said 14 people were killed in Homs. The correct number is 13.", "14", "13"),
    ],
)  # fmt: skip
def test_the_newer_figure_replaces_the_older_one(text, older, newer, make_articles):
    claims = claims_of(text, make_articles)
    assert replacements(claims) == [(older, newer)]
    pairs = compare_claims(claims)
    number = claims.set_index("claim_id")["number"]
    assert pairs["verdict"].tolist() == ["replaced"]
    assert pairs["claim_id_a"].map(number).tolist() == [older]
    assert pairs["claim_id_b"].map(number).tolist() == [newer]


WOUNDED = " ".join(
    f"{number} people were wounded in {place}."
    for number, place in (
        ("Nine", "Aleppo"),
        ("Eight", "Hama"),
        ("Six", "Idlib"),
        ("Four", "Raqqa"),
    )
)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # The newer figure may stand some claims before the older one, or after it.
        (f"A raid killed 18 people. {WOUNDED} An earlier toll put the number of dead at 15.",
         [("15", "18")]),
        ("Police had said 15 people were killed. Nine people were wounded. Eight people were "
         "wounded. On Friday they said 18 people were killed.", [("15", "18")]),
        (f"Police had said 15 people were killed. {WOUNDED} On Friday they said 18 were killed.",
         []),
        # Of two that may, the nearest one before does.
        ("A raid killed 18 people. A fire killed 21 people. An earlier toll put the dead at 15.",
         [("15", "21")]),
        ("A raid killed 18 people. An earlier toll put the dead at 15. A fire killed 21 people.",
         [("15", "18")]),
        # Words up to six after a figure tell that it is the older one.
        ("The raid killed 18 people. Police said 15 deaths in Homs were first announced.",
         [("15", "18")]),
        # A part of a figure replaces no part of another.
        ("Thirty people died, nine of them women. Police had said that seven of the dead were "
         "children.", []),
        ("Thirty people died. Police had said that seven of the dead were children.", []),
        # Nobody, and one person without a number, replace no figure.
        ("No one was killed, the army said. An earlier report said 15 people were killed.", []),
        ("A soldier was killed, the army said. An earlier report said 15 people were killed.", []),
        # The dead do not replace the wounded.
        ("The toll rose to 35 dead from 30 wounded, police said.", []),
        ("Officials raised the toll from 30 wounded to 35 dead.", []),
        ("A raid wounded 18 people. An earlier toll said 15 people were killed.", []),
        # A total of a war does not replace the toll of a day.
        ("The war has killed 900 people. An earlier toll said 15 people were killed on Friday.",
         []),
        # The same figure again is no other one.
        ("A raid killed 15 people. An earlier toll said 15 people were killed.", []),
        # A figure that replaces one replaces no second one.
        ("The raid killed 12 people, not 14 as first reported. An earlier toll said 15 people were "
         "killed.", [("14", "12")]),
        ("A fire killed 30 people. The toll of the raid rose to 20 from 15 first reported.",
         [("15", "20")]),
        ("A fire killed 30 people. The initial toll of the raid rose from 15 to 20.",
         [("15", "20")]),
        # Nothing rose or fell.
        ("Estimates of the toll go from 12 dead to 15 dead.", []),
        ("The toll was 12 in Homs, far from 15 in Hama.", []),
        ("Of 30 hostages, from 12 to 15 were killed.", []),
        # Earlier, but no toll; a toll, but no earlier one; reported, but not first.
        ("A raid killed 18 people. An earlier raid killed 15 people.", []),
        ("A raid killed 18 people. A toll given by police said 15 people were killed.", []),
        ("A raid killed 18 people. Police said 15 deaths were announced on Friday.", []),
        ("A raid killed 18 people, not 15 as police said.", []),
        # What had been done is none that had been said, nor does *had said* reach over a comma.
        ("A raid killed 18 people. In another raid rebels had killed 15 people.", []),
        ("A raid killed 18 people. Police had said little, but 15 people died of cold.", []),
    ],
)  # fmt: skip
def test_what_may_replace_what(text, pairs, make_articles):
    assert replacements(claims_of(text, make_articles)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Storms killed 58 people, up from 49 a year earlier.", []),
        ("Storms killed 58 people, up from 49 in the same period of 2011.", []),
        ("Storms killed 58 people, up from 49 on Wednesday.", [("49", "58")]),
        ("Storms killed 58 people, a drop of 20% from 72 on Monday.", [("72", "58")]),
        ("Deaths on the roads fell to 12,000 from 15,000 the year before, police said.", []),
        ("Deaths on the roads rose from 290 in 2010 to 310 in 2011, police said.", []),
        ("Deaths on the roads rose to 310 last year from 290 in 2010, police said.", []),
        ("The toll in the war rose from 290 to 310 in 2011, police said.", [("290", "310")]),
        ("The death toll rose to 35 from 30 this year, police said.", [("30", "35")]),
        # *First* belongs to the half of the year.
        ("The toll rose from 290 in the first half of 2010 to 310 in the first half of 2011.", []),
    ],
)
def test_the_figure_of_another_year_is_not_replaced(text, pairs, make_articles):
    assert replacements(claims_of(text, make_articles)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Storms killed 58 people, a drop of 20% from 72 in May.", []),
        ("Storms killed 58 people, down 20% from 72 a month earlier.", []),
        ("Storms killed 58 people, down from 72 in early May.", []),
        ("Deaths on the roads fell from 310 in May to 290 in June.", []),
        ("The number of deaths fell from 310 in May to 290 in June.", []),
        ("Deaths on the roads fell to 290 in June from 310 in May.", []),
        # The toll of one disaster is the same toll a month later.
        ("The death toll rose to 35 from 30 in May, police said.", [("30", "35")]),
        ("The death toll rose to 35 from 30 a month ago, police said.", [("30", "35")]),
        ("Storms killed 58 people, up from 49 this month.", [("49", "58")]),
    ],
)
def test_the_figure_of_another_month_is_not_replaced(text, pairs, make_articles):
    assert replacements(claims_of(text, make_articles)) == pairs


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Deaths rose from 290 in 2010 to 310 in 2011.", [(290, "2010"), (310, "2011")]),
        ("Deaths rose from 2,790 in 2010 to 3,021 in 2011.", [(2_790, "2010"), (3_021, "2011")]),
        ("Deaths rose to 310 in 2011 from 290 in 2010.", [(310, "2011"), (290, "2010")]),
        ("Deaths rose from 290 in May 2010 to 310 in May 2011.",
         [(290, "2010-05"), (310, "2011-05")]),
        ("Deaths fell from 310 in May to 290 in June.", [(310, "2012-05"), (290, "2012-06")]),
        ("Deaths fell from 310 in May last year to 290 in May.",
         [(310, "2011-05"), (290, "2012-05")]),
        ("Deaths rose from 290 last year to 310.", [(290, "2011"), (310, None)]),
        ("Deaths rose from 290 a year earlier to 310.", [(290, None), (310, None)]),
        ("Deaths rose from 290 two years earlier to 310.", [(290, None), (310, None)]),
        ("Deaths rose from 290 the previous year to 310.", [(290, None), (310, None)]),
    ],
)  # fmt: skip
def test_figures_of_two_times_are_both_claims_of_their_time(text, figures, make_articles):
    """Neither is the toll of one incident, and the newer one is what the sentence reports."""
    claims = claims_of(text, make_articles)
    dates = [None if pd.isna(date) else date for date in claims["as_of_date"]]
    assert list(zip(claims["low"], dates, strict=True)) == figures
    assert claims["scope"].tolist() == ["cumulative", "cumulative"]
    assert claims["corrects"].isna().all()
    assert sorted(claims["rule"]) == ["deaths rise to", "up from"]


def test_a_figure_beside_the_one_of_another_year_may_be_of_one_storm(make_articles):
    claims = claims_of("A storm killed 58 people, up from 49 a year earlier.", make_articles)
    assert claims["scope"].tolist() == ["incident", "incident"]
    assert claims["as_of"].tolist()[1] == "a year earlier"
