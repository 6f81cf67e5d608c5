"""The figure of tolls draws what its claims say, and nothing that they leave open."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from helpers import charts
from helpers.casualties import CLAIM_COLUMNS, find_casualty_claims
from helpers.tables import make_table

MONDAY, TUESDAY, FRIDAY = "2012-06-11", "2012-06-12", "2012-06-15"


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def table(*claims):
    """Claims that say what is given, and otherwise that people were killed in one incident."""
    rows = []
    for number, claim in enumerate(claims):
        value = claim.get("value", 20)
        cells = dict.fromkeys(CLAIM_COLUMNS) | {
            "claim_id": f"c{number:03}",
            "article_id": "a",
            "start": 0,
            "end": 0,
            "number": f"{value:,}",
            "low": value,
            "high": value,
            "bound": "exact",
            "effect": "killed",
            "scope": "incident",
            "negated": False,
            "implicit": False,
            "reported_on": MONDAY,
            "sentence_start": 0,
            "sentence_end": 0,
        }
        cells |= {name: what for name, what in claim.items() if name != "value"}
        rows.append(tuple(cells[name] for name in CLAIM_COLUMNS))
    return make_table(rows, CLAIM_COLUMNS)


def marks(axes):
    """Where each mark of a panel stands."""
    return [
        (round(line.get_xdata()[0], 3), line.get_ydata()[0])
        for line in axes.get_lines()
        if len(line.get_xdata()) == 1
    ]


def arrows(axes):
    """From where to where each arrow of a panel runs."""
    return [(text.xyann[1], text.xy[1]) for text in axes.texts if text.arrow_patch is not None]


def labels(axes):
    return [text.get_text() for text in axes.texts if text.get_text()]


def bands(axes):
    """Left and right edge of each day that has a band."""
    return [
        (round(patch.get_x(), 3), round(patch.get_x() + patch.get_width(), 3))
        for patch in axes.patches
    ]


def test_killed_and_wounded_of_one_text_are_two_marks_in_panels_of_their_own():
    text = "20 people were killed. The mayor spoke. 20 people were wounded."
    claims = find_casualty_claims(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    panels = charts.plot_tolls(claims).figure.axes
    assert [panel.get_ylabel() for panel in panels] == ["People killed", "People wounded"]
    assert [marks(panel) for panel in panels] == [[(0, 20)], [(0, 20)]]
    assert [labels(panel) for panel in panels] == [["20"], ["20"]]
    assert charts.describe_tolls(claims) == (
        "Chart of 2 tolls over the day of the report. People killed: 20 (a point; one incident; "
        "source: none named; no date). People wounded: 20 (a point; one incident; source: none "
        "named; no date)."
    )


def test_panels_are_in_order_and_the_days_stand_below_the_last_one():
    claims = table({"effect": "missing"}, {"effect": "casualties"}, {"effect": "killed"})
    panels = charts.plot_tolls(claims).figure.axes
    assert [panel.get_ylabel() for panel in panels] == [
        "People killed",
        "People missing",
        "Casualties",
    ]
    assert [panel.get_xlabel()[:11] for panel in panels] == ["", "", "Reported on"]


@pytest.mark.parametrize(
    "other",
    [
        {"effect": "wounded"},
        {"population": "soldiers"},
        {"scope": "cumulative"},
        {"place": "Homs"},
        {"since": "since March"},
        {"as_of": "by Tuesday"},
        {"reported_on": FRIDAY},
        {"source_type": "activist"},
        {"bound": "about"},
        {"high": 30, "bound": "range"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_claims_that_differ_have_a_mark_each(other):
    claims = table({}, other)
    panels = charts.plot_tolls(claims).figure.axes
    assert sum(len(marks(panel)) for panel in panels) == 2
    assert "times" not in charts.describe_tolls(claims)


def test_claims_that_say_the_same_share_a_mark():
    claims = table({}, {"population": "People"}, {"population": "people"}, {"value": 50})
    axes = charts.plot_tolls(claims)
    assert labels(axes) == ["20 (3 times)", "50"]
    assert marks(axes) == [(-0.03, 20), (0.03, 50)]
    assert "20 3 times (a point; one incident; source: none named" in charts.describe_tolls(claims)
    assert (
        " 4 figures stand as 2 marks: those of one day that say the same share one, with their "
        "number."
    ) in charts.explain_tolls(claims)


def test_a_shared_mark_names_every_source():
    claims = table(*({"source": name, "source_type": "media"} for name in ("SANA", "BBC", "SANA")))
    assert "20 3 times (a point; one incident; source: SANA, BBC; " in charts.describe_tolls(claims)


def test_labels_say_whom_a_figure_counts_and_which_is_a_total():
    claims = table(
        {"population": "soldiers", "bound": "at_least", "qualifier": "At least", "high": None},
        {"value": 900, "population": "people", "scope": "cumulative"},
        {"value": 300, "scope": "subset"},
    )
    axes = charts.plot_tolls(claims)
    assert labels(axes) == ["at least 20 soldiers", "300 (part)", "900 (total)"]
    words = charts.explain_tolls(claims)
    assert "Total: over several days or events. Part: of another figure." in words
    alone = table({"scope": "cumulative"})
    assert labels(charts.plot_tolls(alone)) == ["20"]
    assert "20 (a point; a total over time; source" in charts.describe_tolls(alone)


def test_open_bounds_run_dashed_to_the_edge_whatever_the_scale():
    near = table(
        {"bound": "at_least", "value": 9_000, "high": None},
        {"bound": "at_most", "value": 14_000, "low": None},
    )
    axes = charts.plot_tolls(near)
    assert arrows(axes) == [(9_000, 17_500), (14_000, 0)]
    patches = [text.arrow_patch for text in axes.texts if text.arrow_patch is not None]
    assert [patch.get_linestyle() for patch in patches] == [(0, (3, 3))] * 2
    far = pd.concat([near, table({"value": 4}).assign(claim_id="far")])
    axes = charts.plot_tolls(far)
    assert axes.get_ylim() == (2, 35_000)
    assert arrows(axes) == [(9_000, 35_000), (14_000, 2)]


def test_the_caption_says_what_the_drawn_marks_mean_and_no_more():
    floor = {"bound": "at_least", "high": None}
    assert charts.explain_tolls(table(floor)) == (
        " A dashed arrow up: at least so many. Arrows run to the edge of the chart, for the words "
        "set no other end: their length says nothing."
    )
    assert charts.explain_tolls(table({})) == ""
    assert charts.explain_tolls(table({}, {"effect": "wounded"})) == (
        " Each kind of harm has a panel with a scale of its own."
    )
    other = table({"bound": "range", "high": 30}, {"bound": "about", "source_type": "media"})
    assert charts.explain_tolls(other) == (
        " A bar: from so many to so many. A hollow marker: about so many. A grey band holds the "
        "marks of one day, side by side in the order of their size: its width is no time."
    )


def test_marks_of_one_day_stand_side_by_side_in_the_band_of_that_day():
    claims = table({}, {"value": 30}, {"value": 25, "reported_on": FRIDAY})
    axes = charts.plot_tolls(claims)
    assert marks(axes) == [(-0.03, 20), (0.03, 30), (1, 25)]
    assert bands(axes) == [(-0.066, 0.066), (0.964, 1.036)]
    assert axes.get_xticks().tolist() == [0, 1]


def test_without_two_marks_on_a_day_there_is_no_band():
    axes = charts.plot_tolls(table({}, {"reported_on": FRIDAY}, {"effect": "wounded"}))
    assert bands(axes) == []


def test_marks_of_a_day_move_closer_before_they_reach_another_day():
    # Ten days, two marks on each of the first two: 1/9 of the axis for 2.5 steps.
    claims = table(
        {}, {"value": 30}, {"reported_on": TUESDAY}, {"value": 30, "reported_on": TUESDAY},
        {"reported_on": "2012-06-20"},
    )  # fmt: skip
    axes = charts.plot_tolls(claims)
    step = 1 / 9 / 2.5
    assert [x for x, _ in marks(axes)] == pytest.approx(
        [-step / 2, step / 2, 1 / 9 - step / 2, 1 / 9 + step / 2, 1], abs=0.001
    )
    assert "not to scale" not in axes.get_xlabel()


def test_days_too_close_for_their_marks_stand_in_order_and_the_axis_says_so():
    claims = table(
        {}, {"value": 30}, {"reported_on": TUESDAY}, {"value": 30, "reported_on": TUESDAY},
        {"reported_on": "2014-01-01"},
    )  # fmt: skip
    axes = charts.plot_tolls(claims)
    # 2.5 steps between the middles of the first two days, 2 from there to the last.
    middles = [0, 2.5 / 4.5, 1]
    drawn = [x for x, _ in marks(axes)]
    assert drawn == pytest.approx(
        [middles[0] - 0.03, middles[0] + 0.03, middles[1] - 0.03, middles[1] + 0.03, 1], abs=0.001
    )
    assert axes.get_xlabel().endswith("Days in order, their distances not to scale")
    edges = [edge for band in bands(axes) for edge in band]
    assert edges == sorted(edges)


def test_marks_without_a_date_have_a_place_of_their_own_that_is_named():
    claims = table({}, {"reported_on": None}, {"value": 30, "reported_on": None})
    axes = charts.plot_tolls(claims)
    assert [label.get_text() for label in axes.get_xticklabels()] == [MONDAY, "no date"]
    assert "the marks of one day or of no date, side by side" in charts.explain_tolls(claims)


def test_of_many_figures_the_largest_are_drawn_and_equal_ones_all_or_none():
    claims = table(*({"value": value, "place": f"P{n}"} for n, value in enumerate([9, 7, 7, 5])))
    assert [height for _, height in marks(charts.plot_tolls(claims, most=2))] == [9]
    assert charts.describe_tolls(claims, most=2).endswith(" Left out: 3 marks of smaller figures.")
    assert " Left out: 3 marks of smaller figures." in charts.explain_tolls(claims, most=2)
    assert [height for _, height in marks(charts.plot_tolls(claims, most=3))] == [7, 7, 9]
    assert "Left out" not in charts.explain_tolls(claims, most=4)


def test_hundreds_of_figures_and_hostile_names_are_drawn():
    claims = table(
        *(
            {
                "value": 10 + n,
                "population": f"$x_{n}$ members of the security forces",
                "effect": ("killed", "wounded", "missing", "casualties")[n % 4],
                "reported_on": f"2012-06-{1 + n % 28:02}",
            }
            for n in range(300)
        )
    )
    axes = charts.plot_tolls(claims)
    assert sum(len(marks(panel)) for panel in axes.figure.axes) == 25
    assert "Left out: 275 marks" in charts.describe_tolls(claims)


def test_without_a_figure_nothing_is_drawn():
    axes = charts.plot_tolls(table())
    assert (marks(axes), bands(axes)) == ([], [])
    assert charts.describe_tolls(table()) == "Chart of 0 tolls over the day of the report."
    assert charts.explain_tolls(table()) == ""
