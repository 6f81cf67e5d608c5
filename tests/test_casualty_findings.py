"""The chart of tolls and the sentences about them hold what their tables say."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from helpers import charts
from helpers.casualties import CLAIM_COLUMNS, claims_in_context, find_casualty_claims
from helpers.charts.tolls import NO_SOURCE
from helpers.findings import of_casualties, standing_figures, stated_figures
from helpers.markup import plain
from helpers.tables import make_table


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.fixture
def claims(syria):
    return find_casualty_claims(syria)


def arrows(axes):
    """Height at which each arrow of a chart begins and ends."""
    return [(text.xyann[1], text.xy[1]) for text in axes.texts if text.arrow_patch is not None]


def test_a_floor_points_up_a_ceiling_down_and_a_point_nowhere(claims):
    axes = charts.plot_tolls(claims)
    up, down = arrows(axes)
    assert up == (9_000, axes.get_ylim()[1])  # the edges of the chart: there is no other end
    assert down == (14_000, 0)
    words = [text.get_text() for text in axes.texts if text.get_text()]
    assert words == ["at least 9,000", "13,000", "as many as 14,000"]
    assert "Reported on" in axes.get_xlabel()


def test_days_stand_in_proportion_and_are_named(claims):
    between = claims.head(1).assign(claim_id="later", number="9,100", low=9_100)
    axes = charts.plot_tolls(pd.concat([claims, between.assign(reported_on="2012-06-24")]))
    names = [label.get_text() for label in axes.get_xticklabels()]
    assert names == ["2012-06-12", "2012-06-24", "2012-07-06"]
    assert axes.get_xticks().tolist() == [0, 0.5, 1]


def test_kinds_of_source_differ_in_colour_and_marker(claims):
    axes = charts.plot_tolls(claims)
    legend = [text.get_text() for text in axes.figure.legends[0].get_texts()]
    assert legend == ["intergovernmental", "activist"]
    looks = {(line.get_color(), line.get_marker()) for line in axes.get_lines()}
    assert looks == {("#6a3d9a", "o"), ("#1b7837", "s")}


def test_a_toll_without_a_date_or_a_source_is_drawn_too(claims):
    undated = claims.assign(reported_on=None, source=None, source_type=None)
    axes = charts.plot_tolls(undated)
    assert [label.get_text() for label in axes.get_xticklabels()] == ["no date"]
    assert NO_SOURCE in charts.describe_tolls(undated)


def test_only_the_largest_are_drawn_of_many(claims):
    assert charts.describe_tolls(claims, most=1).count("source:") == 1
    assert "14,000" in charts.describe_tolls(claims, most=1)


def test_the_text_alternative_says_what_kind_each_figure_is(claims):
    words = charts.describe_tolls(claims)
    for kind in ("at least 9,000 (a floor", "13,000 (a point", "as many as 14,000 (a ceiling"):
        assert kind in words


def test_claims_stand_in_their_sentences(syria, claims):
    lines = claims_in_context(syria, claims)
    assert lines["node"].tolist() == ["14,000", "9,000", "13,000"]
    assert lines["left"].tolist()[1:] == ["The UN says at least", "Activist groups say"]
    assert lines["right"].tolist()[2] == "have been killed."


def test_claims_of_other_articles_are_named(syria, claims):
    with pytest.raises(ValueError, match="not among the 0 given"):
        claims_in_context(syria.iloc[:0], claims)


def test_findings_of_the_three_articles(syria):
    figures, dated, verdicts, naive, aside = map(plain, of_casualties(syria))
    assert figures.startswith("2 of 3 articles give 3 figures for people killed")
    assert "at least 9,000 killed (The UN; 2012-06-12)" in figures
    assert dated.startswith("No figure comes with the moment")
    assert verdicts == (
        "Of 3 pairs of figures, in 2 both can be true and in 1 both can be true only because of "
        "how the figures are hedged."
    )
    assert "a rise of 1,000 in 24 days" in naive
    assert aside.startswith("21 other numerals were set aside")


def with_labels(articles):
    return articles.assign(label=articles["article_id"])


def test_findings_without_a_figure(make_articles):
    sentences = [plain(sentence) for sentence in of_casualties(with_labels(make_articles("No.")))]
    assert sentences == [
        "No article states how many people were killed, wounded or missing.",
        "There is no other numeral.",
    ]


def test_findings_of_one_other_numeral(make_articles):
    sentences = of_casualties(with_labels(make_articles("It cost $5.")))
    assert plain(sentences[1]) == "1 other numeral was set aside, each with the reason."


def test_findings_of_one_figure_and_of_a_conflict(make_articles):
    articles = with_labels(make_articles("By Tuesday 40 people had died in the war."))
    sentences = [plain(sentence) for sentence in of_casualties(articles)]
    assert sentences[0].startswith("1 of 1 article gives 1 figure")
    assert sentences[1] == "1 of 1 figure states the moment counted."
    two = make_articles("War has killed 40 people, and famine.", "The war has killed 30 people.")
    articles = with_labels(two).assign(published=pd.Timestamp("2020-05-04", tz="UTC"))
    assert plain(of_casualties(articles)[2]) == (
        "Of 1 pair of figures, in 1 they cannot both be true."
    )


def test_findings_tell_a_replaced_figure_from_one_in_conflict(make_articles):
    text = "The toll of the bombing in Homs rose to 35 from 30 on Thursday, police said."
    dated = with_labels(make_articles(text)).assign(published=pd.Timestamp("2012-07-06"))
    figures, _, verdicts, aside = map(plain, of_casualties(dated))
    assert figures == (
        "1 of 1 article gives 2 figures for people killed, wounded or missing: 30 killed (police; "
        "2012-07-06; since replaced) and 35 killed (police; 2012-07-06)."
    )
    assert verdicts == (
        "Of 1 pair of figures, in 1 the text itself says that one replaces the other."
    )
    assert aside == "There is no other numeral."


def test_findings_count_each_kind_of_pair(make_articles):
    """Homs: 35 and 39 conflict, 30 is replaced by 35 and no match for 39. The war: 13,000 may be
    rounded. The other pairs, 3 of Homs times 2 of the war, count different things.
    """
    text = (
        "The toll of the bombing in Homs rose to 35 from 30, police said. "
        "The army said 39 people were killed in Homs. "
        "The UN said 13,000 people have been killed in the war. "
        "Activists said 13,100 people have been killed in the war."
    )
    dated = with_labels(make_articles(text)).assign(published=pd.Timestamp("2012-07-06"))
    assert plain(of_casualties(dated)[2]) == (
        "Of 10 pairs of figures, in 1 they cannot both be true, in 1 they cannot both be true "
        "unless one is rounded or of another incident, in 1 the text itself says that one "
        "replaces the other, in 1 one has been replaced by a third figure and in 6 they count "
        "different things."
    )


def test_findings_of_incidents_that_may_be_two(make_articles):
    two = make_articles("A raid killed 12 people.", "A raid killed 14 people.")
    assert plain(of_casualties(with_labels(two))[2]) == (
        "Of 1 pair of figures, in 1 nothing says that they count the same."
    )


def test_findings_of_parts_that_may_be_two(make_articles):
    """Police and police: 30 is one claim, with a 9 and a 4 that may be of any among the 30."""
    texts = (f"Police said 30 people died, {part} of them at once." for part in ("nine", "four"))
    dated = with_labels(make_articles(*texts)).assign(published=pd.Timestamp("2012-07-06"))
    assert plain(of_casualties(dated)[2]) == (
        "Of 3 pairs of figures, in 2 they count different things and in 1 nothing says that they "
        "count the same."
    )


def test_figures_that_stand_are_those_that_none_replaces(make_articles):
    text = "The toll rose to 35 from 30, police said. Nine people were wounded."
    claims = find_casualty_claims(make_articles(text))
    assert standing_figures(claims)["number"].tolist() == ["35", "Nine"]
    assert len(standing_figures(make_table([], CLAIM_COLUMNS))) == 0


def reported(make_articles, **by_day):
    """Findings of articles by the day they were published; ``never`` has no date."""
    articles = with_labels(make_articles(*by_day.values()))
    days = [None if day == "never" else pd.Timestamp(f"2020-05-0{day[1:]}") for day in by_day]
    return [plain(sentence) for sentence in of_casualties(articles.assign(published=days))]


def test_what_is_known_of_when_figures_were_reported(make_articles):
    one, two = "The war has killed 40 people.", "The flood has killed at least 9 people."
    assert reported(make_articles, never=one)[1] == (
        "No figure comes with the moment it stands for: when it was reported isn't known either."
    )
    assert reported(make_articles, d1=one, never=two)[1] == (
        "No figure comes with the moment it stands for: all that is known is when it was "
        "reported, and of 1 not even that."
    )
    assert reported(make_articles, d1="By Tuesday 40 people had died in the war.", d2=two)[1] == (
        "1 of 2 figures states the moment counted; of the rest, all that is known is when it was "
        "reported."
    )


def test_a_rise_is_spoken_of_only_where_somebody_could_see_one(make_articles):
    first = "The war has killed 40 people, the ministry said."
    more = "The war has killed at least 45 people, activists said."
    assert [line for line in reported(make_articles, d1=first, d2=more) if "as a" in line] == [
        "To read 40 killed (the ministry; 2020-05-01) and at least 45 killed (activists; "
        "2020-05-02) as a rise of 5 in 1 day would compare figures that differ in bound and source."
    ]
    fewer = "The war has killed 38 people, activists said."
    assert "as a fall of 2 in 2 days" in " ".join(reported(make_articles, d1=first, d3=fewer))
    # Of the last day's figures the larger one is that which another replaces.
    revised = "The toll in the war was revised from at least 60 to 45, activists said."
    assert "as a rise of 5 in 1 day" in " ".join(reported(make_articles, d1=first, d2=revised))
    same = "The war has killed 40 people, activists said."
    soldiers = "The war has killed 45 soldiers, activists said."
    for other in (same, soldiers):
        assert "as a" not in " ".join(reported(make_articles, d1=first, d2=other))


def test_only_stated_figures_are_compared(make_articles):
    articles = make_articles("A soldier, dozens of men and 9 women were killed. No one was hurt.")
    stated = stated_figures(find_casualty_claims(articles))
    assert stated["number"].tolist() == ["9"]
    assert len(stated_figures(make_table([], CLAIM_COLUMNS))) == 0
