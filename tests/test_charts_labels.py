"""Labels hide neither a mark nor each other, and stay inside the figure."""

import itertools

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from helpers import charts, running_text
from helpers.agreement import compare_each, leading_terms
from helpers.casualties import CLAIM_COLUMNS
from helpers.charts.labels import place_labels, settle
from helpers.charts.style import COLOURS
from helpers.charts.tolls import SOURCE_LOOKS
from helpers.tables import make_table
from helpers.wordlists import read_rows


@pytest.fixture
def axes():
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.set(xlim=(0, 1), ylim=(0, 1))
    settle(figure)
    yield axes
    plt.close(figure)


def written_box(label):
    """Room of the letters, without the line that may lead to them."""
    return Text.get_window_extent(label)


def boxes(axes):
    axes.figure.draw_without_rendering()
    return [written_box(text) for text in axes.texts if text.get_text()]


def has_line(label):
    return label.arrow_patch is not None


def distance(box, place):
    """How far a place is from the nearest edge of a box, in pixels."""
    return np.hypot(*np.maximum(np.maximum(box.min - place, place - box.max), 0))


def ambiguous(axes, dots):
    """Labels without a line that some other dot is as near to as their own."""
    axes.figure.draw_without_rendering()
    found = []
    for label in axes.texts:
        box = written_box(label)
        own, *others = (
            distance(box, axes.transData.transform(dot))
            for dot in [label.xy, *(dot for dot in dots if tuple(dot) != tuple(label.xy))]
        )
        if not has_line(label) and min(others) <= own:
            found.append(label.get_text())
    return found


def overlapping(axes):
    return [
        (first, second)
        for first, second in itertools.combinations(boxes(axes), 2)
        if first.overlaps(second)
    ]


def side(axes, number=0):
    return axes.texts[number].get_ha(), axes.texts[number].get_va()


def test_a_label_stands_to_the_right_if_there_is_room(axes):
    place_labels(axes, [(0.5, 0.5, "war")])
    assert side(axes) == ("left", "center")


def test_at_the_edge_it_stands_where_there_is_room(axes):
    place_labels(axes, [(0.99, 0.5, "war"), (0.01, 0.99, "aid")])
    assert side(axes)[0] == "right"
    assert side(axes, 1) == ("left", "top")
    frame = axes.get_window_extent()
    for box in boxes(axes):
        assert frame.x0 <= box.x0
        assert box.x1 <= frame.x1
        assert frame.y0 <= box.y0
        assert box.y1 <= frame.y1


def test_it_makes_way_for_other_dots(axes):
    place_labels(axes, [(0.5, 0.5, "war")], dots=[(0.55, 0.5)])
    assert side(axes) != ("left", "center")
    assert not has_line(axes.texts[0])


def test_a_label_that_would_stand_above_the_next_dot_moves_to_the_other_side(axes):
    place_labels(axes, [(0.55, 0.5, "assad"), (0.45, 0.5, "russia")])
    assert [side(axes, number)[0] for number in (0, 1)] == ["left", "right"]
    assert not any(map(has_line, axes.texts))


def test_among_many_dots_a_line_leads_to_the_label(axes):
    around = [(0.5 + dx / 18, 0.5 + dy / 14) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    place_labels(axes, [(0.5, 0.5, "war")], dots=around)
    (label,) = axes.texts
    assert has_line(label)
    axes.figure.draw_without_rendering()
    (start, end) = label.arrow_patch.get_path().vertices[[0, -1]]
    mark = axes.transData.transform((0.5, 0.5))
    ends = label.axes.figure.dpi / 72 * np.array([[0, 3], [4, 6]])  # points that stay free
    gaps = [distance(written_box(label), start), np.hypot(*(end - mark))]
    assert ((ends[:, 0] <= gaps) & (gaps <= ends[:, 1])).all()


@pytest.mark.parametrize("seed", range(5))
def test_in_any_crowd_a_label_is_nearest_to_its_own_dot_or_has_a_line(axes, seed):
    random = np.random.default_rng(seed)
    marks = random.uniform(0.05, 0.95, (12, 2)).round(2)
    dots = random.uniform(0, 1, (20, 2)).round(2)
    labels = [(x, y, f"word {number}") for number, (x, y) in enumerate(marks)]
    place_labels(axes, labels, dots=map(tuple, dots))
    assert overlapping(axes) == []
    assert len(axes.texts) > 8
    assert ambiguous(axes, [*marks, *dots]) == []
    lines = [text for text in axes.texts if has_line(text)]
    assert 0 < len(lines) < len(axes.texts)
    for label in lines:
        path = label.arrow_patch.get_path()
        others = [text for text in axes.texts if text is not label]
        assert not any(path.intersects_bbox(written_box(other)) for other in others)
        assert not any(
            path.intersects_path(other.arrow_patch.get_path())
            for other in others
            if has_line(other)
        )


def test_it_crosses_a_line_only_without_another_side_and_then_has_a_rim(axes):
    place_labels(axes, [(0.5, 0.5, "war")], uprights=[(0.55, 0, 1)])
    assert side(axes) == ("right", "center")  # the only sides that don't reach the line
    assert axes.texts[0].get_path_effects() == []
    place_labels(axes, [(0.2, 0.5, "aid")], uprights=[(place / 50, 0, 1) for place in range(50)])
    assert side(axes, 1) == ("left", "center")
    assert len(axes.texts[1].get_path_effects()) == 1


def test_it_has_a_rim_where_a_line_runs_through_it(axes):
    lines = [((0, 0.9), (1, 0.9))]
    place_labels(axes, [(0.2, 0.9, "war"), (0.2, 0.2, "aid")], lines=lines)
    rims = {text.get_text(): len(text.get_path_effects()) for text in axes.texts}
    assert rims == {"war": 1, "aid": 0}


def test_without_room_it_is_left_out_and_the_first_ones_stay(axes):
    place_labels(axes, [(0.5, 0.5, f"word {number}") for number in range(30)])
    written = [text.get_text() for text in axes.texts]
    assert written[0] == "word 0"
    assert 2 <= len(written) < 12
    assert overlapping(axes) == []


def test_every_name_in_the_scatter_of_measures_is_of_one_dot(syria):
    compared = compare_each(running_text(syria), stop_words="default")
    labels = syria.set_index("article_id")["label"].to_dict()
    n_words = syria.set_index("article_id")["n_words"].to_dict()
    panels = charts.plot_measures(compared, labels, n_words).figure.axes
    for axes, article_id in zip(panels, labels, strict=True):
        terms = compared[compared["article_id"] == article_id]
        dots = terms[["n_reference", "n_target"]].drop_duplicates().to_numpy(dtype="float64")
        leaders = leading_terms(terms)[["n_reference", "n_target"]].drop_duplicates()
        assert len(axes.texts) == len(leaders)
        assert ambiguous(axes, dots) == []
        assert overlapping(axes) == []
    plt.close("all")


def many_claims(n, **more):
    numbers = [100 + 7 * number % 400 for number in range(n)]
    bounds = ["at_least", "exact", "about"] * (n // 3) + ["exact"] * (n % 3)
    claims = make_table([(None,) * len(CLAIM_COLUMNS)] * n, dict.fromkeys(CLAIM_COLUMNS, "object"))
    return claims.assign(
        claim_id=[f"c{number:02}" for number in range(n)],
        number=[str(number) for number in numbers],
        low=pd.array(numbers, dtype="Int64"),
        high=pd.array([None] * n, dtype="Int64"),
        bound=bounds,
        qualifier="at least",
        effect="killed",
        source="police",
        source_type="government",
        **more,
    )


@pytest.mark.parametrize("days", [None, [f"2019-05-{day:02}" for day in range(1, 25)]])
def test_labels_of_many_tolls_do_not_overlap(days):
    axes = charts.plot_tolls(many_claims(24, reported_on=days))
    assert overlapping(axes) == []
    ticks = [label.get_window_extent() for label in axes.get_xticklabels()]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(ticks, 2))
    plt.close(axes.figure)


def test_tolls_far_apart_stand_on_a_logarithmic_scale():
    near = charts.plot_tolls(many_claims(3))
    wide = pd.array([3, 40, 9_000], dtype="Int64")
    far = charts.plot_tolls(many_claims(3).assign(low=wide))
    assert (near.get_yscale(), near.get_ylabel()) == ("linear", "People killed")
    assert (far.get_yscale(), far.get_ylabel()) == ("log", "People killed\n(logarithmic)")
    assert far.get_ylim()[0] < 3 < 9_000 < far.get_ylim()[1]
    plt.close("all")


def test_every_kind_of_source_has_a_look_of_its_own_and_none_an_articles_colour():
    kinds = {row["source_type"] for row in read_rows("source_types.csv")}
    assert kinds | {"other", "unnamed"} == set(SOURCE_LOOKS)
    colours, markers = zip(*SOURCE_LOOKS.values(), strict=True)
    assert len(set(colours)) == len(set(markers)) == len(SOURCE_LOOKS)
    assert not set(colours) & set(COLOURS)
