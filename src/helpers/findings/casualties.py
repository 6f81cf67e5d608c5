"""What casualty figures come to, in computed sentences."""

import pandas as pd
from markupsafe import Markup

from helpers.casualties import read_casualty_figures
from helpers.comparison import (
    COMPATIBLE,
    GIVEN_UP,
    IN_CONFLICT,
    NOT_COMPARABLE,
    PARTS_UNKNOWN,
    REPLACED,
    SAME_UNKNOWN,
    compare_claims,
)
from helpers.findings.phrases import counted, join_phrases
from helpers.markup import fill

_PRONOUNS = frozenset(("he", "she", "they", "it"))

MOST_FIGURES = 5
"""Figures that a sentence names; of more, it names the largest."""


def of_casualties(articles: pd.DataFrame) -> list[Markup]:
    """What the casualty figures of `articles` come to.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        Which figures there are, by whom and of when, and which are replaced; whether they
        contradict each other; what a rise from one to the next would mistake; how many other
        numerals there are.
    """
    claims, rejected = read_casualty_figures(articles)
    stated = stated_figures(claims)
    aside = len(rejected)
    if stated.empty:
        return [
            fill("No article states how many people were killed, wounded or missing."),
            _set_aside(aside),
        ]
    sentences = [
        _figures(stated, len(articles)),
        _dated(stated),
        *_verdicts(compare_claims(stated)),
        *_naive(stated),
    ]
    return [*sentences, _set_aside(aside)]


def stated_figures(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims that state a number of people: neither *a soldier* nor *no one* nor *dozens*."""
    numbered = claims["low"].notna() | claims["high"].notna()
    return claims[numbered & ~claims["implicit"] & ~claims["negated"]].reset_index(drop=True)


def standing_figures(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims but for those that another one of their text replaces: *30*, of *rose to 35 from 30*.

    The replaced ones were claimed, but of a day that the text rarely names, or by mistake: set
    beside the others as figures of the day of the report, they would mislead.
    """
    return claims[~claims["claim_id"].isin(claims["corrects"].dropna())].reset_index(drop=True)


def _written(claim: pd.Series, replaced: frozenset[str] = frozenset()) -> Markup:
    hedge = "" if pd.isna(claim["qualifier"]) else f"{claim['qualifier'].lower()} "
    source = _source(claim)
    day = "no date" if pd.isna(claim["reported_on"]) else claim["reported_on"]
    return fill(
        "{hedge}{number} {effect} ({source}; {day}{since})",
        hedge=hedge,
        number=claim["number"],
        effect=claim["effect"],
        source=source,
        day=day,
        since="; since replaced" if claim["claim_id"] in replaced else "",
    )


def _source(claim: pd.Series) -> str:
    """Who says so: as written, but for *he* and *it* whose name is known."""
    if pd.isna(claim["source"]):
        return "no source"
    named = claim["source"].lower() in _PRONOUNS and pd.notna(claim["source_name"])
    return claim["source_name"] if named else claim["source"]


def _points(claims: pd.DataFrame) -> pd.Series:
    return claims["low"].fillna(claims["high"]).astype("int64")


def _figures(stated: pd.DataFrame, n_articles: int) -> Markup:
    giving = len(set(stated["article_id"]))
    replaced = frozenset(stated["corrects"].dropna())
    largest = stated.loc[_points(stated).nlargest(MOST_FIGURES).index]
    ordered = largest.assign(point=_points(largest)).sort_values(
        ["reported_on", "point"], na_position="last"
    )
    return fill(
        "{k} of {n} give{s} {m} for people killed, wounded or missing{largest}: {list}.",
        k=giving,
        s=_s(giving),
        n=counted(n_articles, "article"),
        m=counted(len(stated), "figure"),
        largest=", the largest of them" if len(stated) > MOST_FIGURES else "",
        list=join_phrases([_written(claim, replaced) for _, claim in ordered.iterrows()]),
    )


def _dated(stated: pd.DataFrame) -> Markup:
    """How many figures say as of when, and what is known of the others: the day of the report."""
    others = stated[stated["as_of"].isna()]
    dated = len(stated) - len(others)
    undated = int(others["reported_on"].isna().sum())
    if not dated:
        moment = fill("No figure comes with the moment it stands for")
    else:
        figures = counted(len(stated), "figure")
        moment = fill("{k} of {n} state{s} the moment counted", k=dated, n=figures, s=_s(dated))
    if not len(others):
        return fill("{moment}.", moment=moment)
    if undated == len(others):
        rest = "when it was reported isn't known either"
    elif not undated:
        rest = "all that is known is when it was reported"
    else:
        rest = f"all that is known is when it was reported, and of {undated:,} not even that"
    joint = "; of the rest, " if dated else ": "
    return fill("{moment}{joint}{rest}.", moment=moment, joint=joint, rest=rest)


def _verdicts(pairs: pd.DataFrame) -> list[Markup]:
    if pairs.empty:
        return []
    verdicts, reasons = pairs["verdict"], pairs["reason"]
    weak = pairs["weak"].fillna(value=False)
    unknown, given_up = reasons.isin((SAME_UNKNOWN, PARTS_UNKNOWN)), reasons == GIVEN_UP
    parts = [
        fill(template, k=k)
        for template, of_these in (
            ("in {k} both can be true", (verdicts == COMPATIBLE) & ~weak),
            (
                "in {k} both can be true only because of how the figures are hedged",
                (verdicts == COMPATIBLE) & weak,
            ),
            ("in {k} they cannot both be true", (verdicts == IN_CONFLICT) & ~weak),
            (
                "in {k} they cannot both be true unless one is rounded or of another incident",
                (verdicts == IN_CONFLICT) & weak,
            ),
            ("in {k} the text itself says that one replaces the other", verdicts == REPLACED),
            ("in {k} one has been replaced by a third figure", given_up),
            (
                "in {k} they count different things",
                (verdicts == NOT_COMPARABLE) & ~unknown & ~given_up,
            ),
            ("in {k} nothing says that they count the same", unknown),
        )
        for k in [int(of_these.sum())]
        if k
    ]
    return [
        fill(
            "Of {n} of figures, {parts}.",
            n=counted(len(pairs), "pair"),
            parts=join_phrases(parts),
        )
    ]


def _naive(stated: pd.DataFrame) -> list[Markup]:
    """What a rise from the largest figure of the first day to that of the last would mistake.

    Nothing is said of two figures that nobody would take for one count: of different places or
    people, or equal.
    """
    standing = standing_figures(stated)
    totals = standing[(standing["scope"] == "cumulative") & (standing["effect"] == "killed")]
    totals = totals[totals["reported_on"].notna()]
    if len(set(totals["reported_on"])) < 2:
        return []
    ordered = totals.assign(point=_points(totals)).sort_values(["reported_on", "point"])
    first = ordered[ordered["reported_on"] == ordered["reported_on"].iloc[0]].iloc[-1]
    last = ordered[ordered["reported_on"] == ordered["reported_on"].iloc[-1]].iloc[-1]
    days = (pd.Timestamp(last["reported_on"]) - pd.Timestamp(first["reported_on"])).days
    kinds = {first["source_type"], last["source_type"]}
    source = "the words for their source" if len(kinds) == 1 else "source"
    differ = [
        name
        for name, column in (("bound", "bound"), (source, "source"))
        if str(first[column]).lower() != str(last[column]).lower()
    ]
    change = int(last["point"] - first["point"])
    verdicts = compare_claims(totals.loc[[first.name, last.name]])["verdict"].tolist()
    if not differ or not change or verdicts in ([], [NOT_COMPARABLE]):
        return []
    return [
        fill(
            "To read {first} and {last} as a {kind} of {change:,} in {days} would compare "
            "figures that differ in {differ}.",
            first=_written(first),
            last=_written(last),
            kind="rise" if change > 0 else "fall",
            change=abs(change),
            days=counted(days, "day"),
            differ=join_phrases([fill("{name}", name=name) for name in differ]),
        )
    ]


def _s(number: int) -> str:
    """Ending of a verb whose subject is so many: *1 gives*, *2 give*."""
    return "s" if number == 1 else ""


def _set_aside(aside: int) -> Markup:
    if not aside:
        return fill("There is no other numeral.")
    return fill("{n} set aside, each with the reason.", n=_were(aside, "other numeral"))


def _were(number: int, noun: str) -> Markup:
    return fill("{n} {was}", n=counted(number, noun), was="was" if number == 1 else "were")
