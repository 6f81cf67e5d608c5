"""Figures hold what their tables say, in colours that can be told apart."""

import itertools

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from helpers import charts
from helpers.charts import style
from helpers.charts.words import DIVERSITY_NAMES

LABELS = {"a": "First", "b": "Second"}
FREQUENCIES = pd.DataFrame(
    {
        "feature": ["un", "war", "aid"],
        "frequency": [6, 3, 3],
        "rank": [1, 2, 2],
        "DP_norm": [0.1, 0.9, 0.5],
    }
)
BY_ARTICLE = pd.DataFrame(
    {
        "article_id": ["a", "a", "b", "b"],
        "feature": ["un", "war", "aid", "un"],
        "frequency": [4, 3, 3, 1],
        "rank": [1, 2, 1, 2],
        "per_1000": [40.0, 30.0, 15.0, 10.0],
    }
)
DIVERSITY = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "TTR": [0.5, 0.4],
        "MATTR": [0.8, float("nan")],
        "MTLD": [90.0, 80.0],
        "HD_D": [0.9, 0.8],
    }
)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def names(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def test_top_words():
    axes = charts.plot_top_words(BY_ARTICLE, LABELS)
    panels = axes.figure.axes
    assert [panel.get_title(loc="left") for panel in panels] == ["First", "Second"]
    assert names(axes) == ["war", "un"]  # from the bottom up
    assert [bar.get_width() for bar in axes.patches] == [30.0, 40.0]
    assert [text.get_text() for text in axes.texts] == ["3", "4"]
    assert {bar.get_facecolor()[:3] for bar in panels[1].patches} == {to_rgb(style.COLOURS[1])}


def test_top_words_of_many_articles_draws_the_first_ones():
    labels = {str(number): f"Article {number}" for number in range(20)}
    table = pd.concat([BY_ARTICLE[:1].assign(article_id=name) for name in labels])
    panels = charts.plot_top_words(table, labels, max_articles=4).figure.axes
    assert [panel.get_title(loc="left") for panel in panels] == [f"Article {n}" for n in range(4)]


def test_rank_frequency():
    axes = charts.plot_rank_frequency(FREQUENCIES, name=2)
    words, zipf = axes.get_lines()
    assert list(zip(words.get_xdata(), words.get_ydata(), strict=True)) == [(1, 6), (2, 3), (3, 3)]
    assert zipf.get_ydata().tolist() == [6, 3, 2]
    assert [text.get_text() for text in axes.texts] == ["un", "aid"]
    axes.figure.canvas.draw()
    assert "$" not in "".join(label.get_text() for label in axes.get_xticklabels())


def test_spread_orders_words_and_draws_a_missing_word_at_zero():
    axes = charts.plot_spread(FREQUENCIES, BY_ARTICLE, LABELS)
    first, second = axes.get_lines()
    assert [label.get_text() for label in axes.get_yticklabels()] == ["war", "aid", "un"]
    # The most even word on top; of a word, the first article on top.
    # Markers of 7.5 points, 8.25 points apart in rows of 22.25: 4.125 / 22.25 = 0.185.
    assert first.get_ydata().tolist() == pytest.approx([0.185, 1.185, 2.185], abs=0.001)
    assert second.get_ydata().tolist() == pytest.approx([-0.185, 0.815, 1.815], abs=0.001)
    assert list(first.get_xdata()) == [30.0, 0.0, 40.0]
    assert list(second.get_xdata()) == [0.0, 15.0, 10.0]
    assert [text.get_text() for text in axes.figure.legends[0].get_texts()] == ["First", "Second"]
    assert axes.get_xlim()[0] < 0  # a marker at zero doesn't touch the names


@pytest.mark.parametrize("n_articles", range(1, 8))
def test_markers_of_equal_rates_touch_neither_each_other_nor_those_of_the_next_word(n_articles):
    labels = {f"a{number}": f"Article {number}" for number in range(n_articles)}
    words = [f"w{number}" for number in range(20)]
    frequencies = pd.DataFrame({"feature": words, "rank": 1, "DP_norm": 0.5})
    by_article = pd.DataFrame(
        [(name, word, 2.0) for name in labels for word in words],
        columns=["article_id", "feature", "per_1000"],
    )
    axes = charts.plot_spread(frequencies, by_article, labels)
    axes.figure.draw_without_rendering()
    middles = {}  # height in points of the middle of each marker, and half the marker's height
    for line in axes.get_lines():
        half = line.get_markersize() / 2 * (2**0.5 if line.get_marker() == "D" else 1)
        for place, xy in zip(line.get_ydata(), line.get_xydata(), strict=True):
            height = axes.transData.transform(xy)[1] * 72 / axes.figure.dpi
            middles[place] = (height, half, round(place))
    for (low, below, word), (high, above, next_word) in itertools.pairwise(
        middles[place] for place in sorted(middles)
    ):
        assert high - low > below + above + (4 if word != next_word else 0)


def test_every_other_word_has_a_band_from_the_top_down():
    axes = charts.plot_spread(FREQUENCIES, BY_ARTICLE, LABELS)
    assert [(band.get_y(), band.get_height()) for band in axes.patches] == [(1.5, 1), (-0.5, 1)]
    assert {band.get_facecolor()[:3] for band in axes.patches} == {to_rgb(style.BAND)}


def test_articles_of_one_label_keep_their_places():
    alike = {"a": "A label that is far too long, one", "b": "A label that is far too long, two"}
    panels = charts.plot_diversity(DIVERSITY, alike).figure.axes
    assert [line.get_ydata()[0] for line in panels[0].get_lines()] == [0, 1]
    assert names(panels[0]) == ["A label that is far too…"] * 2


def test_equally_frequent_words_are_all_drawn_or_none():
    table = pd.DataFrame(
        {
            "article_id": "a",
            "feature": ["un", "war", "aid", "sea"],
            "frequency": [4, 3, 2, 2],
            "rank": [1, 2, 3, 3],
            "per_1000": [4.0, 3.0, 2.0, 2.0],
            "DP_norm": 0.5,
        }
    )
    assert names(charts.plot_top_words(table, {"a": "A"}, most=3)) == ["war", "un"]
    assert names(charts.plot_spread(table, table, {"a": "A"}, most=3)) == ["war", "un"]
    weights = table.assign(docfreq=1, tf_idf=table["per_1000"])
    assert names(charts.plot_top_terms(weights, {"a": "A"}, most=3)) == ["war", "un"]


def test_diversity_leaves_out_a_missing_value():
    panels = charts.plot_diversity(DIVERSITY, LABELS).figure.axes
    assert [panel.get_title(loc="left") for panel in panels] == list(DIVERSITY_NAMES.values())
    assert [text.get_text() for text in panels[0].texts] == ["0.50", "0.40"]
    assert [text.get_text() for text in panels[1].texts] == ["0.80"]
    assert [text.get_text() for text in panels[2].texts] == ["90", "80"]


def test_text_alternatives_say_the_numbers():
    assert "First: un (40.0 per 1,000, 4 times), war (30.0" in charts.describe_top_words(
        BY_ARTICLE, LABELS
    )
    assert "; Second: aid (15.0 per 1,000, 3 times), un (10.0 per 1,000, once)." in (
        charts.describe_top_words(BY_ARTICLE, LABELS)
    )
    assert "3 words on logarithmic scales, falling from un, which occurs 6 times, to" in (
        charts.describe_rank_frequency(FREQUENCIES)
    )
    assert "Most evenly spread: un, aid, war. Most tied to one article: war, aid, un." in (
        charts.describe_spread(FREQUENCIES)
    )
    assert "First: type-token ratio 0.50, MATTR 0.80, MTLD 90, HD-D 0.90" in (
        charts.describe_diversity(DIVERSITY, LABELS)
    )


def test_every_article_has_its_colour_everywhere():
    assert style.article_colours(["x", "y"]) == {"x": style.COLOURS[0], "y": style.COLOURS[1]}
    many = style.article_colours(map(str, range(9)))
    assert many["7"] == style.COLOURS[0]


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    red, green, blue = map(linear, to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# Simulation of full colour blindness: Machado, Oliveira & Fernandes (2009), severity 1.
COLOUR_BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
}  # fmt: skip


@pytest.mark.parametrize("pair", [*itertools.combinations(style.COLOURS[:3], 2)])
def test_the_first_colours_differ_in_grey(pair):
    lighter, darker = sorted(map(luminance, pair), reverse=True)
    # WCAG asks for a contrast of 3 between adjacent areas; markers and position help the rest.
    assert (lighter + 0.05) / (darker + 0.05) > 1.9


@pytest.mark.parametrize("blindness", COLOUR_BLIND)
@pytest.mark.parametrize("pair", [*itertools.combinations(style.COLOURS, 2)])
def test_colours_differ_for_colour_blind_readers(pair, blindness):
    def seen(colour):
        channels = [linear(channel) for channel in to_rgb(colour)]
        return [
            sum(weight * channel for weight, channel in zip(row, channels, strict=True))
            for row in COLOUR_BLIND[blindness]
        ]

    first, second = map(seen, pair)
    assert sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5 > 0.08
