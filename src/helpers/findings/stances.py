"""Who speaks and who stands where, in computed sentences."""

import pandas as pd
from markupsafe import Markup

from helpers.findings.phrases import capitalised, counted, join_phrases
from helpers.markup import fill
from helpers.speakers import NOBODY


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
        where = counted(len(articles), "article")
        return [fill("Nobody in {where} says anything of a target.", where=where)]
    named = statements["speaker_name"].dropna()
    counts = named.value_counts().rename_axis("name").reset_index(name="n")
    counts = counts.sort_values(["n", "name"], ascending=[False, True])
    sentences = (
        [
            fill(
                "{statements} {have} a speaker; {name} has most of them, {most:,}.",
                statements=counted(n := int(statements["speaker"].notna().sum()), "statement"),
                have="has" if n == 1 else "have",
                name=counts["name"].iloc[0],
                most=int(counts["n"].iloc[0]),
            )
        ]
        if len(counts)
        else []
    )
    for side, words in (("against", "against"), ("favor", "for")):
        sentences += _sided(matrix, side, words)
    silent = int(matrix["none"].sum())
    every = silent + int(matrix[["favor", "against"]].to_numpy().sum())
    sentences.append(
        fill(
            "Of {mentions} of a target in a statement, {silent:,} {show} no side that a rule could "
            "read: silence is an answer here.",
            mentions=counted(every, "mention"),
            silent=silent,
            show="shows" if silent == 1 else "show",
        )
    )
    return sentences


MOST_TARGETS = 3
"""Targets that are named for a side."""

MOST_SPEAKERS = 6
"""Speakers that are named for a target."""


def _sided(matrix: pd.DataFrame, side: str, words: str) -> list[Markup]:
    """Who is for, or against, the targets that most speakers are; how many more targets there are.

    Speakers whom nobody names come last.
    """
    rows = matrix[matrix["position"] == side]
    sizes = rows.groupby("target")["speaker_name"].nunique()
    ranked = sorted(sizes.index, key=lambda target: (-int(sizes[target]), target))
    sentences = []
    for target in ranked[:MOST_TARGETS]:
        names = rows[rows["target"] == target]["speaker_name"].tolist()
        phrases = [fill("{name}", name=name) for name in names if name != NOBODY]
        if NOBODY in names:
            phrases.append(Markup("somebody whom the text does not name"))
        more = len(phrases) - MOST_SPEAKERS
        if more > 0:
            phrases[MOST_SPEAKERS:] = [Markup(counted(more, "more speaker"))]  # noqa: S704 -- ours
        sentences.append(
            fill(
                "{names} {are} {words} <strong>{target}</strong>.",
                names=capitalised(join_phrases(phrases)),
                are="is" if len(names) == 1 else "are",
                words=words,
                target=target,
            )
        )
    others = len(ranked) - MOST_TARGETS
    if others > 0:
        sentences.append(
            fill(
                "{others} {have} somebody {words} {them}.",
                others=counted(others, "more target"),
                have="has" if others == 1 else "have",
                words=words,
                them="it" if others == 1 else "them",
            )
        )
    return sentences
