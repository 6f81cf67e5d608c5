"""Statements that a reader marked by copying their words, with the places where those words stand.

With them the rules can be scored on any articles: see `helpers.evaluation`.
"""

import re
from pathlib import Path

import pandas as pd

from helpers.evaluation import LABEL_COLUMNS
from helpers.tables import article_texts, require_columns
from helpers.text import Span

MARKED_COLUMNS = ("article_id", "words", "quote_type", "speaker", "speaker_name")
QUOTE_TYPES = ("direct", "indirect", "mixed")
FRAGMENTS_APART = "|"
"""Stands between pieces of one statement that other words interrupt (*he said*)."""


class LabelError(ValueError):
    """A label can't be read, or its words don't stand in the article."""


def read_marked_statements(path: str | Path, articles: pd.DataFrame) -> pd.DataFrame:
    """Read labels of statements given by their words, and find where the words stand.

    Parameters
    ----------
    path
        A CSV file with the columns ``article_id, words, quote_type, speaker, speaker_name``, as
        ``data/labels/TEMPLATE.csv``: ``words`` copied from the article, with ``|`` between pieces
        that other words interrupt. Where the same words stand more than once, rows take one place
        after the other, in the order of the file. White space doesn't matter.
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, fragments, quote_type, speaker, speaker_name``, as
        `helpers.evaluation.evaluate_statements` takes labels; empty cells are None.

    Raises
    ------
    LabelError
        A cell is missing or wrong, or the words aren't in the article; the message names the line.
    ValueError
        A column is missing.
    """
    table = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    require_columns(table, MARKED_COLUMNS, f"A file of labels ({Path(path).name})")
    texts = article_texts(articles)
    taken: dict[tuple[str, str], int] = {}
    rows = []
    for line, row in enumerate(table.to_dict("records"), 2):
        where = f"{Path(path).name}, row {line}"
        article_id, words = row["article_id"], row["words"]
        if article_id not in texts:
            raise LabelError(f"{where}: there is no article {article_id!r}.")
        if row["quote_type"] not in QUOTE_TYPES:
            raise LabelError(
                f"{where}: quote_type is {row['quote_type']!r}; it must be one of "
                f"{', '.join(QUOTE_TYPES)}."
            )
        since = taken.get((article_id, words), 0)
        fragments = _find_fragments(texts[article_id], words, since, where)
        taken[article_id, words] = fragments[-1][1]
        hull = {"start": fragments[0][0], "end": fragments[-1][1], "fragments": fragments}
        rows.append({name: row.get(name) or None for name in LABEL_COLUMNS} | hull)
    return pd.DataFrame(rows, columns=list(LABEL_COLUMNS))


def _find_fragments(text: str, words: str, since: int, where: str) -> list[Span]:
    fragments: list[Span] = []
    for piece in words.split(FRAGMENTS_APART):
        if not piece.strip():
            raise LabelError(f"{where}: a piece of the words {words!r} is empty.")
        pattern = r"\s+".join(map(re.escape, piece.split()))
        found = re.compile(pattern).search(text, fragments[-1][1] if fragments else since)
        if not found:
            raise LabelError(
                f"{where}: the words {piece.strip()!r} don't stand in the article"
                f"{' once more' if since else ''}. Copy them as they are written, "
                "quotation marks included."
            )
        fragments.append(found.span())
    return fragments
