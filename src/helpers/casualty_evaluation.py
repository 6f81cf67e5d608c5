"""Casualty claims against labels set by hand: what was found, what of it is right, every miss."""

from typing import Any

import pandas as pd

from helpers.tables import article_texts, make_table, require_columns

SCORE_COLUMNS = {"measure": "str", "n": "int64", "n_right": "int64", "share": "float64"}
MISS_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "words": "str",
    "miss": "str",
    "label": "object",
    "found": "object",
}
COMPARED = ("effect", "bound", "low", "high", "source")
"""What is compared of a claim that was found."""

MISSED = "missed"
IN_EXCESS = "in excess"


def score_claims(claims: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """Recall and precision of casualty claims, and how often what they say is right.

    A claim and a label belong together if they overlap in the text, one to one: those of one
    effect first, then in the order of the text.

    Parameters
    ----------
    claims
        What `helpers.casualties.find_casualty_claims` gives. Only articles that have a label are
        scored.
    labels
        What `helpers.labelling.read_marks` gives of ``casualty_claims``.

    Returns
    -------
    pandas.DataFrame
        ``measure, n, n_right, share``: *found* (of the labels: recall), *rightly found* (of the
        claims: precision), then each of `COMPARED` among the claims rightly found. Sources agree
        if they are the same words or one is part of the other. A share of nothing is missing.
    """
    pairs = _pairs(claims, labels)
    both = [(label, claim) for label, claim in pairs if label and claim]
    n_claims = sum(claim is not None for _, claim in pairs)
    rows = [("found", len(labels), len(both)), ("rightly found", n_claims, len(both))]
    rows += [
        (column, len(both), sum(_agrees(column, label, claim) for label, claim in both))
        for column in COMPARED
    ]
    return make_table(
        [(*row, row[2] / row[1] if row[1] else float("nan")) for row in rows], SCORE_COLUMNS
    )


def claim_misses(
    claims: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Each label that was missed, each claim in excess, and each value that differs.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, words, miss, label, found``: ``miss`` is *missed*, *in excess* or the
        name of the column whose values differ; in the order of the text.
    """
    texts = article_texts(articles)
    rows = []
    for label, claim in _pairs(claims, labels):
        place = label or claim or {}
        words = texts[place["article_id"]][place["start"] : place["end"]]
        where = (place["article_id"], place["start"], words)
        if label and claim:
            rows += [
                (*where, column, _shown(label[column]), _shown(claim[column]))
                for column in COMPARED
                if not _agrees(column, label, claim)
            ]
        else:
            shown = _shown(place["effect"])
            rows.append(
                (*where, MISSED, shown, None) if label else (*where, IN_EXCESS, None, shown)
            )
    table = make_table(rows, MISS_COLUMNS)
    return table.sort_values(["article_id", "start"], kind="stable", ignore_index=True)


def _pairs(
    claims: pd.DataFrame, labels: pd.DataFrame
) -> list[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    """Labels with their claims, labels without one, then claims without a label."""
    require_columns(labels, ("article_id", "start", "end", *COMPARED), "A table of labels")
    scored = claims[claims["article_id"].isin(labels["article_id"])]
    free = scored.sort_values(["article_id", "start"]).to_dict("records")
    wanted = labels.sort_values(["article_id", "start"], kind="stable").to_dict("records")
    partner: dict[int, dict[str, Any]] = {}
    for effect_counts in (True, False):
        for number, label in enumerate(wanted):
            if number in partner:
                continue
            claim = next((c for c in free if _overlap(c, label, effect_counts)), None)
            if claim:
                partner[number] = claim
                free.remove(claim)
    return [
        *((label, partner.get(number)) for number, label in enumerate(wanted)),
        *((None, claim) for claim in free),
    ]


def _overlap(claim: dict[str, Any], label: dict[str, Any], effect_counts: bool) -> bool:
    return (
        claim["article_id"] == label["article_id"]
        and claim["start"] < label["end"]
        and claim["end"] > label["start"]
        and (not effect_counts or claim["effect"] == label["effect"])
    )


def _agrees(column: str, label: dict[str, Any], claim: dict[str, Any]) -> bool:
    wanted, found = (None if pd.isna(row[column]) else row[column] for row in (label, claim))
    if column == "source" and wanted and found:
        wanted, found = wanted.lower(), found.lower()
        return wanted in found or found in wanted
    return wanted == found


def _shown(value: object) -> str | None:
    return None if pd.isna(value) else str(value)
