"""The same remark in two articles: word for word, or nearly, so that it does not count twice.

Remarks are compared by the runs of words they share.
"""

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import combinations

import pandas as pd

from helpers.speakers import same_speaker
from helpers.tables import make_table, require_columns
from helpers.text import analyzer

SHARED_COLUMNS = {
    "remark_id": "int64",
    "statement_id": "str",
    "article_id": "str",
    "other_statement_id": "str",
    "other_article_id": "str",
    "containment": "float64",
    "n_shared": "int64",
    "shared": "str",
    "content": "str",
    "other_content": "str",
}

RUN = 4
"""Words in a row that count as shared; fewer turn up by chance."""

LEAST_SHARED = 5
"""Words that two remarks share at least; *the regime must go* is said by many."""

MOST_WORDS = 2_000
"""Words of a statement that are compared. A longer one is a quotation that nobody closed, and
comparing takes time that grows with the product of both lengths."""

MOST_WITH_A_RUN = 50
"""A run of words in more statements than this is a set phrase, not a remark."""


def shared_statements(
    statements: pd.DataFrame, *, least_containment: float = 0.25, quoted_only: bool = True
) -> pd.DataFrame:
    """Pairs of statements in two articles that report the same remark.

    Articles cut the same remark differently, so that what counts is the longest run of words both
    have. Its length as a share of the shorter statement is their containment.

    Parameters
    ----------
    statements
        What `helpers.statements.find_statements` gives.
    least_containment
        Share of the shorter statement that the longest common run must reach.
    quoted_only
        Whether only direct and mixed statements are compared: a paraphrase is the reporter's words.

    Returns
    -------
    pandas.DataFrame
        A row per pair, the greatest containment first: ``remark_id`` (the same number for all
        statements that hang together), both statements' ``statement_id, article_id, content``,
        ``containment``, ``n_shared`` words and the ``shared`` run itself. Speakers that are named
        and differ are two remarks.
    """
    require_columns(
        statements,
        ("statement_id", "article_id", "content", "quote_type", "speaker_name"),
        "Statements",
    )
    rows = statements
    if quoted_only:
        rows = statements[statements["quote_type"].isin(["direct", "mixed"])]
    records = rows.to_dict("records")
    features = analyzer()
    words = [features(record["content"]) for record in records]
    pairs = []
    for i, j in _candidates(words, [record["article_id"] for record in records]):
        one, other = records[i], records[j]
        names = (one["speaker_name"], other["speaker_name"])
        if all(isinstance(name, str) for name in names) and not same_speaker(*names):
            continue
        run = _longest_run(words[i], words[j])
        containment = len(run) / min(len(words[i]), len(words[j]))
        if len(run) >= LEAST_SHARED and containment >= least_containment:
            pairs.append((round(containment, 4), run, one, other))
    pairs.sort(key=lambda pair: (-pair[0], pair[2]["statement_id"], pair[3]["statement_id"]))
    remark = _remarks([(p[2]["statement_id"], p[3]["statement_id"]) for p in pairs])
    return make_table(
        [
            (
                remark[one["statement_id"]],
                one["statement_id"],
                one["article_id"],
                other["statement_id"],
                other["article_id"],
                containment,
                len(run),
                " ".join(run),
                one["content"],
                other["content"],
            )
            for containment, run, one, other in pairs
        ],
        SHARED_COLUMNS,
    )


def _candidates(words: list[list[str]], article_ids: list[str]) -> list[tuple[int, int]]:
    """Pairs of statements of two articles that share a run of `RUN` words."""
    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, found in enumerate(words):
        for run in dict.fromkeys(zip(*(found[k:] for k in range(RUN)), strict=False)):
            having[run].append(index)
    pairs: Counter[tuple[int, int]] = Counter()
    for indices in having.values():
        if len(indices) <= MOST_WITH_A_RUN:
            pairs.update(
                (i, j) for i, j in combinations(indices, 2) if article_ids[i] != article_ids[j]
            )
    return sorted(pairs)


def _longest_run(one: list[str], other: list[str]) -> list[str]:
    """The longest run of words that both have, the first of several."""
    matcher = SequenceMatcher(None, one[:MOST_WORDS], other[:MOST_WORDS], autojunk=False)
    match = matcher.find_longest_match()
    return one[match.a : match.a + match.size]


def _remarks(pairs: list[tuple[str, str]]) -> dict[str, int]:
    """A number for each group of statements that pairs connect."""
    leader: dict[str, str] = {}

    def find(item: str) -> str:
        while leader.setdefault(item, item) != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for one, other in pairs:
        leader[find(other)] = find(one)
    numbers: dict[str, int] = {}
    for item in leader:
        numbers.setdefault(find(item), len(numbers) + 1)
    return {item: numbers[find(item)] for item in leader}
