"""Figures of distinctive terms hold what their tables say."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from helpers import charts
from helpers.charts import style

LABELS = {"a": "First", "b": "Second"}
WEIGHTS = pd.DataFrame(
    {
        "article_id": ["a", "a", "b"],
        "feature": ["$un$", "war", "aid"],
        "frequency": [4, 3, 2],
        "docfreq": [2, 1, 1],
        "tf_idf": [0.8, 0.6, 1.0],
        "rank": [1, 2, 1],
    }
)
COMPARISON = pd.DataFrame(
    {
        "article_id": ["a"] * 5 + ["b"],
        "feature": ["un", "war", "aid", "sea", "sun", "oil"],
        "n_target": [9, 3, 2, 2, 1, 4],
        "n_reference": [7, 0, 0, 0, 5, 0],
        "rank_tf_idf": [1, 2, 4, 4, 6, 1],
        "rank_G2": [9, 1, 2, 2, 8, 1],
    }
)
SIMILARITY = pd.DataFrame(
    [[1.0, 0.25, np.nan], [0.25, 1.0, 0.75], [np.nan, 0.75, 1.0]],
    index=["a", "b", "c"],
    columns=["a", "b", "c"],
)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def points(line):
    return list(zip(line.get_xdata(), line.get_ydata(), strict=True))


def test_top_terms_are_full_where_no_other_article_has_them():
    axes = charts.plot_top_terms(WEIGHTS, LABELS)
    assert [panel.get_title(loc="left") for panel in axes.figure.axes] == ["First", "Second"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["war", "$un$"]
    assert [bar.get_width() for bar in axes.patches] == [0.6, 0.8]
    assert [text.get_text() for text in axes.texts] == ["3", "4"]
    colours = [bar.get_facecolor()[:3] for bar in axes.patches]
    assert colours == [to_rgb(style.COLOURS[0]), to_rgb("white")]


def test_top_terms_of_many_articles_draws_the_first_ones():
    labels = {str(number): f"Article {number}" for number in range(20)}
    table = pd.concat([WEIGHTS[:1].assign(article_id=name) for name in labels])
    panels = charts.plot_top_terms(table, labels, max_articles=4).figure.axes
    assert [panel.get_title(loc="left") for panel in panels] == [f"Article {n}" for n in range(4)]


def test_measures_put_terms_where_their_counts_are():
    axes = charts.plot_measures(COMPARISON, LABELS, {"a": 200, "b": 100}, top=2)
    lines = {line.get_label(): line for line in axes.get_lines()}
    assert lines["same rate in both"].get_slope() == 2
    assert points(lines["leads by both"]) == [(0, 3)]
    assert points(lines["leads by TF-IDF alone"]) == [(7, 9)]
    assert points(lines["leads by G² alone"]) == [(0, 2), (0, 2)]
    # Terms on one spot share a label, the highest first; a term that leads by nothing has none.
    assert [text.get_text() for text in axes.texts] == ["un", "war", "aid, sea"]
    legend = axes.figure.legends[0]
    assert len(legend.get_texts()) == 4


def test_measures_draw_the_compared_articles_only():
    labels = LABELS | {"c": "Third"}
    panels = charts.plot_measures(COMPARISON, labels, dict.fromkeys(labels, 100)).figure.axes
    assert [panel.get_title(loc="left") for panel in panels] == ["First", "Second"]


def test_similarity_leaves_the_diagonal_and_missing_values_empty():
    labels = {"a": "First", "b": "Second", "c": "Third"}
    axes = charts.plot_similarity(SIMILARITY, labels)
    assert [text.get_text() for text in axes.texts] == ["0.25", "0.25", "0.75", "0.75"]
    assert [label.get_text() for label in axes.get_yticklabels()] == list(labels.values())
    assert SIMILARITY.loc["a", "a"] == 1  # the table is as it was


def test_similarity_of_many_articles_has_no_numbers():
    names = [f"n{number}" for number in range(30)]
    table = pd.DataFrame(0.5, index=names, columns=names)
    axes = charts.plot_similarity(table, {name: name for name in names}, most=20)
    assert len(axes.get_yticks()) == 20
    assert not axes.texts


def test_text_alternatives_say_the_numbers():
    assert "First: $un$ (0.80, 4 times, in 2 article(s)), war (0.60" in (
        charts.describe_top_terms(WEIGHTS, LABELS)
    )
    assert (
        "First - leads by both: war; leads by TF-IDF alone: un; leads by G² alone: aid, sea. "
        "Second - leads by both: oil; leads by TF-IDF alone: none; leads by G² alone: none."
    ) in charts.describe_measures(COMPARISON, LABELS, top=2)
    names = {"a": "First", "b": "Second", "c": "Third"}
    assert charts.describe_similarity(SIMILARITY, names) == (
        "Heat map of cosine similarity between 3 articles, from 0.75 (Second and Third) down to "
        "0.25 (First and Second)."
    )
    assert "without any pair" in charts.describe_similarity(SIMILARITY.loc[["a"], ["a"]], names)
