"""Figures of speakers and stances draw what their captions and text alternatives say."""

import colorsys
import itertools

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from helpers import charts
from helpers.charts.stances import COLOUR_NAMES, POSITION_COLOURS
from helpers.charts.style import in_lines
from helpers.positions import MATRIX_COLUMNS, NOBODY

MATRIX = pd.DataFrame(
    [
        ("Ruiz", "ban", 0, 5, 3, "against"),
        ("Ruiz", "vote", 1, 2, 1, "both"),
        ("Olsen", "ban", 2, 0, 0, "favor"),
        (NOBODY, "ban", 0, 0, 2, "none"),
        ("Lund", "tax", 0, 0, 4, "none"),
    ],
    columns=list(MATRIX_COLUMNS),
)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def summary(counts):
    """Speakers with so many statements each, all of them paraphrased."""
    rows = [(name, n, 0, 0, n) for name, n in counts.items()]
    return pd.DataFrame(rows, columns=["speaker", "n_statements", "direct", "mixed", "indirect"])


def rows_of(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def columns_of(axes):
    return [label.get_text() for label in axes.get_xticklabels()]


def legend_of(axes):
    return [text.get_text() for legend in axes.figure.legends for text in legend.get_texts()]


def test_speakers_with_equally_many_statements_are_all_drawn_or_none():
    three = summary({"Ruiz": 3, "Olsen": 2, "Lund": 1, "Berg": 1})
    assert rows_of(charts.plot_speakers(three, most=3)) == ["Olsen", "Ruiz"]  # from the bottom up
    assert charts.explain_speakers(three, most=3) == " Left out: 2 speakers with 1 statement each."
    assert charts.describe_speakers(three, most=3) == (
        "Bar chart of statements by speaker, 2 speakers: Ruiz 3 (3 indirect); Olsen 2 "
        "(2 indirect). Left out: 2 speakers with 1 statement each."
    )
    assert charts.explain_speakers(three) == ""


def test_speakers_left_out_who_differ_have_at_most_so_many():
    counts = summary({"Ruiz": 9, "Olsen": 2, "Lund": 1})
    assert charts.explain_speakers(counts, most=1) == (
        " Left out: 2 speakers with at most 2 statements."
    )
    assert charts.explain_speakers(counts, most=2) == " Left out: 1 speaker with 1 statement."


def test_of_many_equal_speakers_the_first_by_name_are_drawn_and_it_says_so():
    equal = summary({f"S{number}": 1 for number in range(5)})
    assert rows_of(charts.plot_speakers(equal, most=2)) == ["S1", "S0"]
    assert charts.explain_speakers(equal, most=2) == (
        " Left out: 3 speakers with 1 statement each; the speakers drawn have as many, and are the "
        "first by name."
    )


def test_statements_without_a_speaker_are_the_last_bar_and_no_speaker():
    counts = summary({NOBODY: 6, "Ruiz": 3, "Olsen": 2})
    axes = charts.plot_speakers(counts, most=1)
    assert rows_of(axes) == [NOBODY, "Ruiz"]
    assert [bar.get_width() for bar in axes.containers[2]] == [6, 3]
    assert charts.explain_speakers(counts) == (
        " The bar at the bottom: 6 statements without a named speaker."
    )
    assert charts.describe_speakers(counts) == (
        "Bar chart of statements by speaker, 2 speakers: Ruiz 3 (3 indirect); Olsen 2 "
        "(2 indirect); no speaker named 6 (6 indirect)."
    )


def test_the_legend_of_speakers_explains_the_words_of_table_and_text_alternative():
    assert legend_of(charts.plot_speakers(summary({"Ruiz": 1}))) == [
        "direct (quoted)",
        "mixed (quoted in part)",
        "indirect (paraphrased)",
    ]


def test_without_a_statement_there_is_no_bar():
    assert rows_of(charts.plot_speakers(summary({}))) == []
    assert charts.describe_speakers(summary({})) == (
        "Bar chart of statements by speaker, without any statement."
    )
    assert charts.explain_speakers(summary({})) == ""


def test_a_cell_has_its_sides_and_in_brackets_mentions_without_one():
    axes = charts.plot_stance(MATRIX)
    assert rows_of(axes) == ["Ruiz", "Olsen", "Lund", NOBODY]
    assert columns_of(axes) == ["ban", "vote", "tax"]
    cells = {text.get_position(): text.get_text() for text in axes.texts}
    assert cells == {
        (0, 0): "−5\n(3)",
        (1, 0): "+1 −2\n(1)",
        (0, 1): "+2",
        (2, 2): "(4)",
        (0, 3): "(2)",
    }
    drawn = {patch.get_xy(): patch.get_facecolor()[:3] for patch in axes.patches}
    assert drawn[(-0.5, -0.5)] == to_rgb(POSITION_COLOURS["against"])
    assert drawn[(0.5, -0.5)] == to_rgb(POSITION_COLOURS["both"])
    assert legend_of(axes) == ["+ for", "− against", "+ − both", "(in brackets) no side"]


HUES = {"green": (80, 160), "purple": (260, 320), "yellow": (40, 65)}
"""Degrees of the colour wheel."""


def test_colours_are_called_what_they_are():
    assert COLOUR_NAMES.keys() == POSITION_COLOURS.keys()
    for position, name in COLOUR_NAMES.items():
        hue, lightness, saturation = colorsys.rgb_to_hls(*to_rgb(POSITION_COLOURS[position]))
        if name == "grey":
            assert max(to_rgb(POSITION_COLOURS[position])) - lightness < 0.05
        else:
            low, high = HUES[name]
            assert low <= 360 * hue <= high
            assert saturation > 0.2
        assert f"({name}" in charts.explain_signs(MATRIX)
    assert "yellow" not in charts.explain_signs(MATRIX[:1])


def test_the_legend_has_the_signs_that_are_drawn():
    assert legend_of(charts.plot_stance(MATRIX[2:3])) == ["+ for"]
    assert legend_of(charts.plot_stance(MATRIX[:1])) == ["− against", "(in brackets) no side"]


def test_the_text_alternative_of_stances_says_every_side_that_is_drawn():
    assert charts.describe_stance(MATRIX) == (
        "Matrix of 3 speakers and statements without a named speaker by 3 targets; 3 of 5 filled "
        "cells have a side. Ruiz: ban 5 against and 3 without a side, vote 1 for and 2 against and "
        "1 without a side; Olsen: ban 2 for."
    )
    assert charts.describe_stance(MATRIX[3:]) == (
        "Matrix of 1 speaker and statements without a named speaker by 2 targets in which no rule "
        "speaks."
    )
    assert charts.explain_stance(MATRIX) == ""


def test_a_target_of_speakers_left_out_has_no_column():
    axes = charts.plot_stance(MATRIX, most=3)
    assert "Lund" in rows_of(axes)
    five = pd.concat([MATRIX, MATRIX[4:].assign(speaker_name="Berg")])
    axes = charts.plot_stance(five, most=3)
    assert rows_of(axes) == ["Ruiz", "Olsen", NOBODY]
    assert columns_of(axes) == ["ban", "vote"]
    left_out = (
        " Left out: 2 speakers without a statement for or against a target. Left out too: tax, "
        "which only speakers left out mention."
    )
    assert charts.explain_stance(five, most=3) == left_out
    assert charts.describe_stance(five, most=3).startswith(
        "Matrix of 2 speakers and statements without a named speaker by 2 targets; 3 of 4 filled "
        "cells have a side."
    )
    assert charts.describe_stance(five, most=3).endswith(left_out)


def test_targets_with_equally_many_sides_are_all_drawn_or_none():
    rows = [("Ruiz", name, n, 0, 0, "favor") for name, n in (("ban", 3), ("tax", 1), ("vote", 1))]
    matrix = pd.DataFrame(rows, columns=list(MATRIX_COLUMNS))
    assert columns_of(charts.plot_stance(matrix, most=2)) == ["ban"]
    assert charts.explain_stance(matrix, most=2) == (
        " Left out: 2 targets with 1 statement for or against each."
    )


def many_cells():
    rows = [
        (f"The spokeswoman of the ministry of $ and the interior, number {row}",
         f"a target with a name as long as no. {column}", 120 + row, 85, 1_200, "both")
        for row in range(16)
        for column in range(16)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(MATRIX_COLUMNS))


@pytest.mark.parametrize("matrix", [MATRIX, MATRIX[:1], many_cells()], ids=["few", "one", "many"])
def test_numbers_and_names_stay_clear_of_each_other(matrix):
    axes = charts.plot_stance(matrix)
    axes.figure.draw_without_rendering()
    cells = {(patch.get_x(), patch.get_y()): patch.get_window_extent() for patch in axes.patches}
    for text in axes.texts:
        inner = text.get_window_extent()
        outer = cells[tuple(place - 0.5 for place in text.get_position())]
        assert outer.x0 < inner.x0
        assert inner.x1 < outer.x1
        assert outer.y0 < inner.y0
        assert inner.y1 < outer.y1
    names = [label.get_window_extent() for label in axes.get_yticklabels()]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(names, 2))
    frame, legend = axes.figure.bbox, axes.figure.legends[0].get_window_extent()
    assert frame.x0 <= legend.x0
    assert legend.x1 <= frame.x1


def test_without_a_rating_nothing_is_drawn():
    axes = charts.plot_stance(MATRIX.head(0))
    assert (rows_of(axes), columns_of(axes), list(axes.patches)) == ([], [], [])
    assert charts.explain_stance(MATRIX.head(0)) == ""


def test_long_names_are_broken_before_they_are_cut():
    assert in_lines("U.S.") == "U.S."
    assert in_lines("Syria's deeply divided opposition") == "Syria's deeply divided\nopposition"
    assert in_lines("one two three four five six seven eight", 1) == "one two three four five…"
    assert in_lines("x" * 60, 2) == "x" * 24 + "\n" + "x" * 23 + "…"
