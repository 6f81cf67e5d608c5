"""Claims are held against labels one to one, and every difference is listed."""

import pandas as pd

from helpers.casualty_evaluation import claim_misses, score_claims

COLUMNS = ["article_id", "start", "end", "low", "high", "bound", "effect", "source"]
TEXT = "12 died and 12 fell, 30 died."


def table(*rows):
    return pd.DataFrame(rows, columns=COLUMNS).astype({"low": "Int64", "high": "Int64"})


LABELS = table(
    ("a", 0, 2, 12, 12, "exact", "killed", "the police"),
    ("a", 0, 2, 12, 12, "exact", "wounded", None),
    ("a", 21, 23, 30, None, "at_least", "killed", None),
)
CLAIMS = table(
    ("a", 0, 2, 12, 12, "exact", "wounded", None),
    ("a", 0, 2, 12, None, "at_least", "killed", "Police"),
    ("a", 12, 14, 12, 12, "exact", "killed", None),
    ("b", 0, 1, 1, 1, "exact", "killed", None),  # nobody labelled b
)


def test_scores_by_hand():
    scores = score_claims(CLAIMS, LABELS).set_index("measure")
    assert scores.loc["found", ["n", "n_right"]].tolist() == [3, 2]
    assert scores.loc["rightly found", ["n", "n_right"]].tolist() == [3, 2]
    # Of the two pairs: both effects, one bound, both floors, one ceiling, both sources.
    right = {"effect": 2, "bound": 1, "low": 2, "high": 1, "source": 2}
    assert scores["n_right"].drop(["found", "rightly found"]).to_dict() == right
    assert scores["share"]["bound"] == 0.5


def test_every_difference_is_listed():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": [TEXT, "1 died."]})
    misses = claim_misses(CLAIMS, LABELS, articles)
    assert misses[["start", "words", "miss"]].to_numpy().tolist() == [
        [0, "12", "bound"],
        [0, "12", "high"],
        [12, "12", "in excess"],
        [21, "30", "missed"],
    ]
    assert misses["label"].fillna("").tolist() == ["exact", "12", "", "killed"]
    assert misses["found"].fillna("").tolist() == ["at_least", "", "killed", ""]


def test_a_wrong_effect_is_a_difference_and_not_two_misses():
    claims = table(("a", 21, 23, 30, None, "at_least", "wounded", None))
    scores = score_claims(claims, LABELS.tail(1)).set_index("measure")
    assert scores["n_right"].to_dict() == {
        "found": 1, "rightly found": 1, "effect": 0, "bound": 1, "low": 1, "high": 1, "source": 1,
    }  # fmt: skip


def test_a_share_of_nothing_is_missing():
    scores = score_claims(CLAIMS.head(0), LABELS)
    assert scores["share"].isna().tolist() == [False, True, True, True, True, True, True]
