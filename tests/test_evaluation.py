"""Scores against labels, worked out by hand."""

import pandas as pd
import pytest

from helpers.evaluation import evaluate_statements, statement_misses
from helpers.speakers import same_speaker
from helpers.statements import find_statements
from helpers.tables import check_spans

TEXT = "aaaa bbbb cccc dddd eeee ffff"


def table(*rows):
    columns = ["article_id", "fragments", "quote_type", "speaker", "speaker_name"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def articles():
    return pd.DataFrame({"article_id": ["x"], "text": [TEXT]})


def row(*fragments, kind="direct", speaker="Ann Diaz", name="Ann Diaz"):
    return ("x", list(fragments), kind, speaker, name)


def scores(found, labels, articles):
    return evaluate_statements(found, labels, articles).set_index(["quote_type", "overlap"])


def test_scores_at_both_overlaps(articles):
    labels = table(row((0, 9)), row((10, 19), kind="indirect"))
    # the first shares 4 of 8 letters: the same at 0.3, not at 0.8; the second is exact; a third is
    # where no label is
    found = table(row((0, 4)), row((10, 19), kind="indirect", speaker="she"), row((20, 29)))
    result = scores(found, labels, articles)
    loose, strict = result.loc[("all", 0.3)], result.loc[("all", 0.8)]
    assert loose[["n_labels", "n_statements", "n_matched"]].tolist() == [2, 3, 2]
    assert loose[["precision", "recall", "F1"]].tolist() == [2 / 3, 1.0, 0.8]
    assert strict[["precision", "recall", "F1"]].tolist() == [1 / 3, 0.5, 0.4]
    assert loose[["n_speakers", "speaker_agreement", "name_agreement"]].tolist() == [2, 0.5, 1.0]
    assert result.loc[("indirect", 0.8), "F1"] == 1.0


def test_each_statement_matches_once_the_best_first(articles):
    labels = table(row((0, 19)), row((0, 14)))
    found = table(row((0, 14)))
    assert scores(found, labels, articles).loc[("all", 0.8), "n_matched"] == 1
    assert statement_misses(found, labels, articles)["miss"].tolist() == ["missed"]


def test_fragments_count_not_hulls(articles):
    labels = table(row((0, 4), (10, 14)))
    assert scores(table(row((0, 14))), labels, articles).loc[("all", 0.8), "n_matched"] == 0


def test_nothing_found_or_labelled_is_no_number(articles):
    result = scores(table(), table(row((0, 4))), articles)
    assert pd.isna(result.loc[("all", 0.8), "precision"])
    assert result.loc[("all", 0.8), "recall"] == 0.0
    assert pd.isna(result.loc[("mixed", 0.8), "recall"])


def test_misses_by_kind(articles):
    labels = table(row((0, 9)), row((10, 14)), row((15, 24)), row((25, 29)))
    found = table(
        row((0, 4)),  # too short
        row((15, 29)),  # too long for the third
        row((10, 14), speaker="Tom Reed"),
    )
    misses = statement_misses(found, labels, articles)
    assert misses[["start", "miss"]].to_numpy().tolist() == [
        [0, "too short"],
        [10, "wrong speaker"],
        [15, "too long"],
        [25, "missed"],
    ]
    assert misses["found"][0] == "aaaa"


def test_spurious_and_shifted(articles):
    labels = table(row((0, 14)))
    found = table(row((5, 19)), row((20, 24)))
    assert statement_misses(found, labels, articles)["miss"].tolist() == ["shifted", "spurious"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ann Diaz", "Diaz", True),
        ("the Minister", "minister", True),
        ("Ann Diaz, a lawyer", "ANN DIAZ", True),
        ("Diaz's", "Diaz", True),
        ("Ann Diaz", "Tom Reed", False),
        ("Ann Diaz", None, False),
        (float("nan"), "Diaz", False),
    ],
)
def test_same_speaker(one, other, expected):
    assert same_speaker(one, other) is expected


def test_labels_of_the_three_articles_are_sound(syria, hand_labels):
    check_spans(hand_labels, syria)
    texts = syria.set_index("article_id")["text"]
    for label in hand_labels.itertuples():
        text = texts[label.article_id]
        assert label.cue is None or label.cue in text
        assert label.speaker is None or label.speaker in text
        assert label.note.split(";")[0] in ("speech", "attitude")
    types = {"person", "group", "institution", "unnamed"}
    assert set(hand_labels["speaker_type"].dropna()) == types


def test_unknown_article_is_an_error(articles):
    labels = table(("y", [(0, 4)], "direct", None, None))
    with pytest.raises(ValueError, match="no article 'y'"):
        evaluate_statements(labels, labels, articles)


@pytest.mark.parametrize("span", [(0, 99), (5, 5), (-1, 4), (30, 40)])
def test_a_label_that_points_outside_its_article_is_named(make_articles, span):
    articles = make_articles("Ann Diaz said it rained.")
    row = {"article_id": "a0", "fragments": [span], "quote_type": "direct"}
    labels = pd.DataFrame([row | {"speaker": "Ann Diaz", "speaker_name": "Ann Diaz"}])
    with pytest.raises(ValueError, match=rf"{span[0]}-{span[1]} is no span of article 'a0'"):
        evaluate_statements(find_statements(articles), labels, articles)
