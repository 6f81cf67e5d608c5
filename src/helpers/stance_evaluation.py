"""How good stance is: rows beside labels set by hand, precision by rule, recall, abstentions."""

import pandas as pd

from helpers.tables import make_table, require_columns
from helpers.text import analyzer

NOT_FOUND = "not found"
"""Stands where no statement was found at the place of a label."""

SIDES = ("favor", "against")

COMPARISON_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "speaker": "str",
    "target": "str",
    "label": "str",
    "stance": "str",
    "cue": "str",
    "rule": "str",
    "statement_id": "str",
}
PRECISION_COLUMNS = {"rule": "str", "n": "int64", "n_right": "int64", "share_right": "float64"}


def label_agreement(
    ratings: pd.DataFrame, statements: pd.DataFrame, labels: pd.DataFrame
) -> pd.DataFrame:
    """Each label set by hand beside what was rated.

    Parameters
    ----------
    ratings
        What `helpers.stance.rate_stance` returns.
    statements
        The statements that were rated: ``statement_id, start, end, speaker``.
    labels
        ``article_id, start, end, speaker, target, stance``; a label and a rating belong together
        if article and target are the same, the statements overlap, and all words of the one's
        speaker are among the other's.

    Returns
    -------
    pandas.DataFrame
        One row a label, in the order of `labels`: `COMPARISON_COLUMNS`. ``stance`` is *not found*
        where no statement of this speaker that mentions the target was found there.
    """
    columns = ("article_id", "start", "end", "speaker", "target", "stance")
    require_columns(labels, columns, "A table of labels")
    places = statements.set_index("statement_id")[["start", "end", "speaker"]]
    placed = ratings.join(places, on="statement_id")
    rows = []
    for label in labels.to_dict("records"):
        near = placed[
            (placed["article_id"] == label["article_id"])
            & (placed["target"] == label["target"])
            & (placed["start"] < label["end"])
            & (placed["end"] > label["start"])
        ]
        found = next((r for r in near.to_dict("records") if _same_speaker(label, r)), None)
        rows.append(
            {
                **{column: label[column] for column in columns[:5]},
                "label": label["stance"],
                "stance": found["stance"] if found else NOT_FOUND,
                "cue": found.get("cue", "") if found else "",
                "rule": found["rule"] if found else "",
                "statement_id": found["statement_id"] if found else "",
            }
        )
    return make_table(rows, COMPARISON_COLUMNS)


def _same_speaker(label: dict[str, object], rating: dict[str, object]) -> bool:
    wanted = _words(label["speaker"])
    if not wanted:
        return not rating["speaker_name"]
    names = filter(None, map(_words, (rating["speaker_name"], rating["speaker"])))
    return any(name <= wanted or wanted <= name for name in names)


def _words(name: object) -> frozenset[str]:
    """Words of a name; *he* is none of *the mayor*'s, though it is part of them."""
    return frozenset(analyzer()(name)) if isinstance(name, str) else frozenset()


def rule_precision(compared: pd.DataFrame) -> pd.DataFrame:
    """How often each rule is right where it speaks.

    Parameters
    ----------
    compared
        What `label_agreement` returns.

    Returns
    -------
    pandas.DataFrame
        ``rule, n, n_right, share_right``: answers of the rule that a label can judge, and the share
        of them that are the label; most answers first, then by name.
    """
    spoken = compared[compared["stance"].isin(SIDES)]
    rows = [
        (rule, len(rows), int(right := (rows["stance"] == rows["label"]).sum()), right / len(rows))
        for rule, rows in spoken.groupby("rule", sort=True)
    ]
    table = make_table(rows, PRECISION_COLUMNS)
    return table.sort_values(["n", "rule"], ascending=[False, True], ignore_index=True)


def add_rule_precision(ratings: pd.DataFrame, precision: pd.DataFrame) -> pd.DataFrame:
    """Ratings with ``rule_n, rule_right``: answers of the rule on the labels, and the share right.

    Both are missing where no rule spoke or no label can judge the rule.
    """
    known = precision.set_index("rule")
    table = ratings.copy()
    table["rule_n"] = table["rule"].map(known["n"]).astype("Int64")
    table["rule_right"] = table["rule"].map(known["share_right"]).astype("Float64")
    return table


def stance_scores(compared: pd.DataFrame) -> dict[str, float]:
    """Precision, recall and abstention against labels.

    Parameters
    ----------
    compared
        What `label_agreement` returns.

    Returns
    -------
    dict
        ``n`` labels; ``n_sided`` of them favor or against; ``n_spoken`` answers favor or against;
        ``precision`` of these answers; ``recall``, the share of the sided labels given their side;
        ``opposite``, answers that are the other side; ``abstained``, the share of all labels for
        which no rule spoke; ``macro_f1`` over favor, against and none, where *not found* counts as
        none. Shares are NaN where there is nothing to divide by.
    """
    label = compared["label"]
    stance = compared["stance"].where(compared["stance"].isin(SIDES), "none")
    spoken = stance.isin(SIDES)
    sided = label.isin(SIDES)
    right = spoken & (stance == label)
    return {
        "n": len(compared),
        "n_sided": int(sided.sum()),
        "n_spoken": int(spoken.sum()),
        "precision": _share(right.sum(), spoken.sum()),
        "recall": _share(right.sum(), sided.sum()),
        "opposite": int((spoken & sided & (stance != label)).sum()),
        "abstained": _share((~spoken).sum(), len(compared)),
        "macro_f1": sum(_f1(label, stance, side) for side in (*SIDES, "none")) / 3,
    }


def _f1(label: pd.Series, stance: pd.Series, side: str) -> float:
    both = int(((label == side) & (stance == side)).sum())
    either = int((label == side).sum() + (stance == side).sum())
    return 2 * both / either if either else 0.0


def _share(part: int, whole: int) -> float:
    return float(part / whole) if whole else float("nan")
