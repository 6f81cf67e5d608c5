"""Who speaks and who stands where, in computed sentences."""

import pandas as pd
from markupsafe import Markup

from helpers.findings.phrases import counted, join_phrases
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
                "{statements} {have} a speaker; {names}.",
                statements=counted(n := int(statements["speaker"].notna().sum()), "statement"),
                have="has" if n == 1 else "have",
                names=_most_heard(counts),
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


def _most_heard(counts: pd.DataFrame) -> Markup:
    """Who has most statements, or how many share the first place; `counts` has the most first."""
    most = int(counts["n"].iloc[0])
    first = counts[counts["n"] == most]["name"].tolist()
    if len(first) > MOST_SPEAKERS:
        return fill("{n} have {most:,} each", n=counted(len(first), "speaker"), most=most)
    if len(counts) == 1:
        return fill("{name} has {most:,}", name=first[0], most=most)
    if len(first) == 1:
        return fill("{name} has more than anybody else, {most:,}", name=first[0], most=most)
    names = join_phrases([fill("{name}", name=name) for name in first])
    return fill("{names} have most, {most:,} each", names=names, most=most)


MOST_TARGETS = 3
"""Targets that are named for a side."""

MOST_SPEAKERS = 6
"""Speakers that are named for a target."""


def _sided(matrix: pd.DataFrame, side: str, words: str) -> list[Markup]:
    """Who is for, or against, the targets that most speakers are, by how many statements each.

    Then how many more targets there are. Speakers whom nobody names come last.
    """
    rows = matrix[matrix["position"] == side]
    sizes = rows.groupby("target")["speaker_name"].nunique()
    ranked = sorted(sizes.index, key=lambda target: (-int(sizes[target]), target))
    sentences = []
    for target in ranked[:MOST_TARGETS]:
        of_target = rows[rows["target"] == target]
        pairs = zip(of_target["speaker_name"], of_target[side], strict=True)
        counts = dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
        nameless = int(counts.pop(NOBODY, 0))
        phrases = [fill("{name} ({n:,})", name=name, n=int(n)) for name, n in counts.items()]
        if nameless:
            phrases.append(fill("somebody whom the text does not name ({n:,})", n=nameless))
        more = len(phrases) - MOST_SPEAKERS
        if more > 0:
            phrases[MOST_SPEAKERS:] = [Markup(counted(more, "more speaker"))]  # noqa: S704 -- ours
        sentences.append(
            fill(
                "Read as {words} <strong>{target}</strong>{unit}: {names}.",
                words=words,
                target=target,
                unit="" if sentences else " (statements of each)",
                names=join_phrases(phrases),
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
