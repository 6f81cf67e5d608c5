"""Stance against hand labels: scores counted by hand."""

import math

import pandas as pd

from helpers.stance_evaluation import (
    NOT_FOUND,
    add_rule_precision,
    label_agreement,
    rule_precision,
    stance_scores,
)


def compared(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Labels beside stances and the rules that spoke."""
    return pd.DataFrame(rows, columns=["label", "stance", "rule"])


EIGHT = compared(
    ("favor", "favor", "object"),
    ("favor", "against", "object"),
    ("favor", "none", ""),
    ("against", "against", "predicate"),
    ("against", NOT_FOUND, ""),
    ("none", "none", ""),
    ("none", "favor", "object"),
    ("none", "none", ""),
)


def test_scores_are_those_counted_by_hand():
    scores = stance_scores(EIGHT)
    assert {name: scores[name] for name in ("n", "n_sided", "n_spoken", "opposite")} == {
        "n": 8, "n_sided": 5, "n_spoken": 4, "opposite": 1,
    }  # fmt: skip
    assert scores["precision"] == 2 / 4
    assert scores["recall"] == 2 / 5
    assert scores["abstained"] == 4 / 8
    # favor: 1 right of 3 labels and 2 answers; against: 1 of 2 and 2; none: 2 of 3 and 4
    assert math.isclose(scores["macro_f1"], (2 / 5 + 2 / 4 + 4 / 7) / 3)


def test_scores_of_nothing_are_missing():
    scores = stance_scores(compared())
    assert (scores["n"], scores["opposite"]) == (0, 0)
    assert all(math.isnan(scores[name]) for name in ("precision", "recall", "abstained"))


def test_rules_by_how_often_they_are_right():
    assert rule_precision(EIGHT).to_numpy().tolist() == [
        ["object", 3, 1, 1 / 3],
        ["predicate", 1, 1, 1.0],
    ]


def test_ratings_carry_the_precision_of_their_rule():
    ratings = pd.DataFrame({"rule": ["predicate", "", "object", "unheard of"]}, index=[4, 4, 2, 9])
    weighed = add_rule_precision(ratings, rule_precision(EIGHT))
    assert weighed["rule_n"].tolist() == [1, pd.NA, 3, pd.NA]
    assert weighed["rule_right"].tolist() == [1.0, pd.NA, 1 / 3, pd.NA]
    assert weighed.index.tolist() == [4, 4, 2, 9]
    assert list(ratings.columns) == ["rule"]


STATEMENTS = pd.DataFrame(
    {"statement_id": ["s1", "s2"], "start": [10, 30], "end": [20, 40], "speaker": ["He", "Lee"]}
)
RATINGS = pd.DataFrame(
    [
        ("s1", "a", "Ann Diaz", "ban", "against", "object", "banned"),
        ("s2", "a", "", "ban", "favor", "object", "backed"),
    ],
    columns=["statement_id", "article_id", "speaker_name", "target", "stance", "rule", "cue"],
)


def label(**changed: object) -> str:
    """Stance found for a label of statement s1, with something changed."""
    row = {
        "article_id": "a", "start": 10, "end": 20, "speaker": "Diaz", "target": "ban",
        "stance": "against",
    } | changed  # fmt: skip
    return label_agreement(RATINGS, STATEMENTS, pd.DataFrame([row]))["stance"][0]


def test_a_label_and_a_rating_belong_together_by_place_target_and_speaker():
    assert label() == "against"
    assert label(speaker="Ann Diaz, the mayor") == "against"
    assert label(start=19, end=22) == "against"
    assert label(start=20, end=22) == NOT_FOUND  # spans are half-open
    assert label(start=2, end=10) == NOT_FOUND
    assert label(target="vote") == NOT_FOUND
    assert label(article_id="b") == NOT_FOUND
    assert label(speaker="Tom Reed") == NOT_FOUND
    assert label(speaker="the mayor") == NOT_FOUND  # though "He" is part of "the"
    assert label(speaker="az") == NOT_FOUND
    assert label(start=15, end=35, speaker="Lee") == "favor"


def test_a_label_without_a_speaker_is_for_a_rating_without_one():
    assert label(speaker="") == NOT_FOUND
    assert label(start=30, end=40, speaker="") == "favor"
