"""Tolls and claims of sentences that take some adding up, each worked out by reading."""

import pandas as pd
import pytest

from helpers.casualties import find_casualty_claims, find_rejected_numerals
from helpers.tolls import toll_per_article


def totals(articles) -> list[list[int]]:
    toll = toll_per_article(articles, find_casualty_claims(articles))
    return toll[["killed", "wounded"]].to_numpy().tolist()


def test_the_year_of_an_article_is_no_day_of_a_month(make_articles):
    text = "NORHAM, July 31 - In 1982 a raid killed 900 people.\n\nA bomb killed five people."
    assert totals(make_articles(text)) == [[5, 0]]
    text = "NORHAM, 31 JUL 89 - In 1982 a raid killed 900 people.\n\nA bomb killed five people."
    assert totals(make_articles(text)) == [[5, 0]]


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
        ("Of the 230 people on board, 31 died, the airline said.", 31, 0),
        ("Of the 12 hostages, three were killed.", 3, 0),
        ("12 people were shot, three of them fatally.", 3, 12),
        ("Five of the 20 injured later died.", 5, 20),
        (
            "A raid injured 60 people. A doctor said 17 of the injured were in a bad way.",
            0,
            60,
        ),
        # Two sources that count the same people, and two that count different ones.
        ("The state says 14 people died in the raid, while the rebels say 40 people died.", 14, 0),
        ("The army said 5 soldiers were killed and the rebels said 12 fighters died.", 17, 0),
        # A toll holds the figures beside it; a later one that is higher replaces the first.
        ("Two people died overnight, raising the toll to 14.", 14, 0),
        ("20 more people were killed on Tuesday, bringing the total to 120.", 120, 0),
        ("A blast killed five people on Monday. The toll rose to 12 by Tuesday.", 12, 0),
        # But a range of another source doesn't: nobody said 200.
        ("Police said 176 people were killed. Nurses put the toll at between 200 and 250.", 176, 0),
        ("A quake killed 176 people. Nurses put the toll at between 200 and 250.", 176, 0),
        ("Police said 176 people were killed. Police put the toll at 200 to 250.", 200, 0),
        ("Police said 176 people were killed. The toll is now between 200 and 250.", 200, 0),
        ("Police said 176 people were killed. Nurses put the toll at 220.", 220, 0),
        ("Nurses put the toll at between 200 and 250. Police put the toll at 176.", 200, 0),
        # Nor is the figure of another year added to this one's.
        ("Storms killed 58 people, up from 49 a year earlier.", 58, 0),
        # Numbers that only look like a year, and years that only look like the day of the deaths.
        ("A quake killed 2000 people on Monday.", 2000, 0),
        ("A fire at a hotel built in 1998 killed 12 people on Monday.", 12, 0),
        ("Ana Diaz, mayor since 2008, said 12 people were killed on Monday.", 12, 0),
        ("Five people died in the worst blast since 2009, when 300 people were killed.", 5, 0),
        # A day or a week of an epidemic, and the epidemic.
        ("Cholera killed 9 people last week. 400 have died since the outbreak began.", 9, 0),
        ("Cholera killed 9 people on Friday. The epidemic has killed 400.", 9, 0),
        ("On Friday Ebola killed 9 people. Since 2014 more than 400 people have died.", 9, 0),
        ("Ebola killed 400 people, officials said on Friday.", 400, 0),
        # Others who died as well, and one more.
        ("A blast killed 15 people. Two guards were also killed.", 17, 0),
        ("Eight monks were killed. Five guards died as well.", 13, 0),
        ("Eight monks were killed. Five monks also died of cold.", 8, 0),
        ("Police said two nurses were hurt. Three porters were also hurt.", 0, 5),
        ("The fire killed three people. A fourth person died in hospital.", 4, 0),
        ("The fire killed three people. A fourth died in hospital.", 4, 0),
        ("The fire killed three people. A fourth victim died on Friday.", 4, 0),
        ("The fire killed three people. A sixth person died in a crash.", 3, 0),
        ("Two monks were killed. A third was wounded.", 2, 1),
        # Parts, differences and second counts add nothing.
        ("The storm killed 20 people: 12 in Lund and eight in Ystad.", 20, 0),
        ("Thirty people were hurt. Five are in critical condition.", 0, 30),
        ("The death toll rose by three to 42.", 42, 0),
        ("Five people died on Monday. Three more died on Friday, raising the toll to 8.", 8, 0),
        ("The army put the death toll at 40, but medics said it was 70.", 40, 0),
        ("Nine people were killed; the village said the number was at least 20.", 9, 0),
    ],
)
def test_what_a_reader_adds_up(make_articles, text, killed, wounded):
    assert totals(make_articles(text)) == [[killed, wounded]]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # Of two years' figures the sentence reports the later one, whichever stands first.
        ("Deaths rose from 290 in 2010 to 310 in 2011.", 310),
        ("Deaths rose from 2,790 in 2010 to 3,021 in 2011.", 3_021),
        ("The number of deaths fell from 310 in 2010 to 290 in 2011.", 290),
        ("Deaths climbed from 290 deaths in 2010 to 310 in 2011.", 310),
        ("Deaths rose from 290 a year earlier to 310.", 310),
        ("Deaths in the war fell to 12,000 from 15,000 the year before.", 12_000),
        ("Deaths on the roads fell from 310 in May to 290 in June.", 290),
        ("Storms killed 58 people, a drop of 20% from 72 in May.", 58),
        # Neither is of the article's incident.
        ("A bomb killed five people. Deaths on the roads rose from 290 in 2010 to 310 in 2011.", 5),
    ],
)
def test_the_toll_is_no_figure_of_an_earlier_time(make_articles, text, killed):
    articles = make_articles(text).assign(published=pd.Timestamp("2012-07-06"))
    assert totals(articles) == [[killed, 0]]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("290 people died in 2010 and 310 in 2011.", [("in 2010", "2010"), ("in 2011", "2011")]),
        ("290 people died in 2010 and 12 in 2011.", [("in 2010", "2010"), ("in 2011", "2011")]),
        ("In 2010, 290 people died and 12 were hurt.", [("In 2010", "2010")] * 2),
        ("In May, 290 people died in Lund and 12 in June 2011.",
         [("In May", "2012-05"), ("in June 2011", "2011-06")]),
        ("Raids killed 290 people in early May.", [("in early May", "2012-05")]),
        ("Raids killed 290 people in late 2010.", [("in late 2010", "2010")]),
        ("Raids killed 290 people in August.", [("in August", "2011-08")]),
        ("Raids killed 290 people last month.", [("last month", "2012-06")]),
        ("Raids killed 290 people last year.", [("last year", "2011")]),
        ("Raids killed 290 people in May this year.", [("in May this year", "2012-05")]),
        ("Raids killed 290 people in the first half of 2010.",
         [("in the first half of 2010", "2010")]),
        ("Raids killed 290 people the month before.", [("the month before", None)]),
        ("Raids killed 290 people a month ago.", [("a month ago", None)]),
        ("Raids killed 290 people the previous month.", [("the previous month", None)]),
        # As of a day, which decides; of more years than one; in no month.
        ("By Monday, 290 people were killed in 2012.", [("By Monday", "2012-07-02")]),
        ("Raids killed 290 people in 2010 and 2011.", [(None, None)]),
        ("Raids killed 290 people in 2010/11.", [(None, None)]),
        ("Raids killed 290 people in the previous camp.", [(None, None)]),
        ("Raids killed 290 people in the town, by the count of 2010.", [(None, None)]),
        ("Raids killed 290 people in early", [(None, None)]),
        ("Raids killed 290 people the previous", [(None, None)]),
        # A toll stands at a figure in a year: those of the year before are in it.
        ("The toll of the war rose to 290 in 2011.", [(None, None)]),
    ],
)  # fmt: skip
def test_the_month_or_year_that_a_figure_is_of(make_articles, text, as_of):
    articles = make_articles(text).assign(published=pd.Timestamp("2012-07-06"))
    times = find_casualty_claims(articles)[["as_of", "as_of_date"]].astype(object)
    assert [tuple(row) for row in times.where(times.notna(), None).to_numpy()] == as_of


@pytest.mark.parametrize("phrase", ["last year", "last month", "in May"])
def test_a_month_or_year_by_the_article_s_date_is_open_without_it(make_articles, phrase):
    claims = find_casualty_claims(make_articles(f"Raids killed 290 people {phrase}."))
    assert claims["as_of"].tolist() == [phrase]
    assert claims["as_of_date"].isna().all()


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
        ("This week 12 people were killed in a raid.", "incident"),
        ("The epidemic killed 12 people on Friday.", "incident"),
        ("The epidemic has killed 12 people since Friday.", "cumulative"),
        ("Deaths in the epidemic rose to 1,266 on Friday.", "cumulative"),
        ("The epidemic killed 12 people, a nurse said on Friday.", "cumulative"),
        ("The death toll in the epidemic rose to 12 on Friday.", "cumulative"),
    ],
)
def test_figures_over_time_and_of_one_incident(make_articles, text, scope):
    assert find_casualty_claims(make_articles(text))["scope"].tolist() == [scope]


def test_of_them_is_a_part(make_articles):
    claims = find_casualty_claims(make_articles("Thirty people died, nine of them women."))
    assert claims["number"].tolist() == ["Thirty", "nine"]
    assert claims["part_of"].tolist()[1] == claims["claim_id"][0]
    assert claims["scope"].tolist()[1] == "subset"


@pytest.mark.parametrize(
    ("text", "scope", "since"),
    [
        ("Since March 2011, 9,000 people have been killed.", "cumulative", "Since March 2011"),
        ("Nine people were killed in Homs, which rebels have held since 2009.", "incident", None),
        ("Ana Diaz, mayor since 2008, said nine people were killed.", "incident", None),
        ("It was the deadliest attack since a bomb killed 21 people.", "incident", None),
        ("It was the worst crash since 1987, when a train left 47 people dead.", "incident", None),
    ],
)
def test_what_counts_from_a_since_on(make_articles, text, scope, since):
    claims = find_casualty_claims(make_articles(text))
    assert claims["scope"].tolist() == [scope]
    assert [None if found != found else found for found in claims["since"]] == [since]


@pytest.mark.parametrize(
    ("text", "numerals", "reason"),
    [
        ("The army denied that 30 civilians had died in the raid.", ["30"], "denied"),
        ("The army denied killing 30 civilians.", ["30"], "denied"),
        ("The state denied reports that 15 people were killed.", ["15"], "denied"),
        ("The toll could rise above 100.", ["100"], "plan, threat or forecast"),
        ("The toll is expected to exceed 500.", ["500"], "plan, threat or forecast"),
        ("The toll will top 500.", ["500"], "plan, threat or forecast"),
        ("The sisters, 5 and 7, died in the fire.", ["5", "7"], "age"),
        ("The couple, 34 and 36, were found dead.", ["34", "36"], "age"),
        ("All but two of the 20 hostages were killed.", ["two", "20"], "exception"),
        ("Twelve people were nearly killed.", ["Twelve"], "did not happen"),
        ("Most of the victims were under 14.", ["14"], "age"),
        ("In the film, 12 people are killed by a whale.", ["12"], "fiction"),
    ],
)
def test_numbers_beside_a_casualty_word_that_count_no_one(make_articles, text, numerals, reason):
    articles = make_articles(text)
    assert len(find_casualty_claims(articles)) == 0
    aside = find_rejected_numerals(articles)
    assert aside["numeral"].tolist() == numerals
    assert set(aside["reason"]) == {reason}


@pytest.mark.parametrize(
    "text",
    [
        "The army denied a role in the raid that killed 30.",
        "The army denied shelling the camp, but 30 civilians were killed.",
        "The army did not deny that 30 people were killed.",
        "It was feared that the toll could reach 30.",
        "The toll was expected to rise from 30.",
        "The toll has continued to rise and now stands at 30.",
    ],
)
def test_figures_beside_a_denial_or_forecast_that_are_none_of_it(make_articles, text):
    assert find_casualty_claims(make_articles(text))["low"].tolist() == [30]
