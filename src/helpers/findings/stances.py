"""Who speaks and who stands where, in computed sentences."""

import pandas as pd
from markupsafe import Markup

from helpers.findings.phrases import join_phrases
from helpers.markup import fill


def of_stance(
    articles: pd.DataFrame, statements: pd.DataFrame, matrix: pd.DataFrame
) -> list[Markup]:
    """Who speaks most, who stands where, and how often no rule speaks.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.
    statements
        What `helpers.statements.find_statements` gives.
    matrix
        What `helpers.positions.stance_matrix` gives, each remark counted once.
    """
    if matrix.empty:
        return [fill("Nobody in {n} articles says anything of a target.", n=len(articles))]
    named = statements["speaker_name"].dropna()
    counts = named.value_counts().rename_axis("name").reset_index(name="n")
    counts = counts.sort_values(["n", "name"], ascending=[False, True])
    sentences = (
        [
            fill(
                "{n:,} statements have a speaker; {name} has most of them, {most:,}.",
                n=int(statements["speaker"].notna().sum()),
                name=counts["name"].iloc[0],
                most=int(counts["n"].iloc[0]),
            )
        ]
        if len(counts)
        else []
    )
    for side, words in (("against", "Against"), ("favor", "For")):
        sentences += _sided(matrix, side, words)
    silent = int(matrix["none"].sum())
    every = silent + int(matrix[["favor", "against"]].to_numpy().sum())
    sentences.append(
        fill(
            "Of {every:,} mentions of a target in a statement, {silent:,} show no side that a rule "
            "could read: silence is an answer here.",
            every=every,
            silent=silent,
        )
    )
    return sentences


def _sided(matrix: pd.DataFrame, side: str, words: str, *, most: int = 3) -> list[Markup]:
    """A sentence for each of the targets that most speakers are for, or against."""
    rows = matrix[matrix["position"] == side]
    sizes = rows.groupby("target")["speaker_name"].nunique()
    leading = sorted(sizes.index, key=lambda target: (-int(sizes[target]), target))[:most]
    return [
        fill(
            "{words} <strong>{target}</strong>: {names}",
            words=words,
            target=target,
            names=join_phrases(
                [
                    fill("{name}", name=name)
                    for name in rows[rows["target"] == target]["speaker_name"].head(6)
                ]
            ),
        )
        for target in leading
    ]
