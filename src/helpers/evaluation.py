"""Hand labels against output: precision, recall, F1, agreement on speakers, and every miss.

What is compared is spans of letters and digits, so that marks and white space cost nothing.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from helpers.speakers import same_speaker
from helpers.tables import article_texts, make_table, require_columns
from helpers.text import Span

THRESHOLDS = (0.3, 0.8)
"""Overlaps from which on two spans count as the same: roughly the same, and nearly the same."""

NEAR = 0.3
"""Overlap from which on an unmatched row is a wrong span, not a miss."""

KINDS = ("all", "direct", "mixed", "indirect")

SCORE_COLUMNS = {
    "quote_type": "str",
    "overlap": "float64",
    "n_labels": "int64",
    "n_statements": "int64",
    "n_matched": "int64",
    "precision": "float64",
    "recall": "float64",
    "F1": "float64",
    "n_speakers": "int64",
    "speaker_agreement": "float64",
    "n_names": "int64",
    "name_agreement": "float64",
}

MISS_COLUMNS = {
    "article_id": "str",
    "miss": "str",
    "start": "int64",
    "end": "int64",
    "content": "str",
    "quote_type": "str",
    "speaker": "object",
    "overlap": "float64",
    "found_start": "Int64",
    "found_end": "Int64",
    "found": "object",
    "found_speaker": "object",
}


class _Item(NamedTuple):
    """One statement, labelled or found."""

    row: dict[str, Any]
    fragments: tuple[Span, ...]
    letters: frozenset[int]


def evaluate_statements(
    statements: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Precision, recall and F1 of statements against labels, and agreement on speakers.

    Two statements match when the letters and digits they share are at least 0.3 (or 0.8) of the
    larger one; one to one, the greatest overlap first. Speakers agree, given a match, when they are
    the same words, ignoring case, or one ends in the other's last name.

    Parameters
    ----------
    statements
        What `helpers.statements.find_statements` gives.
    labels
        What `helpers.labelling.read_marks` gives; only labelled articles are scored.
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``quote_type`` (all, direct, mixed, indirect), ``overlap``, ``n_labels, n_statements,
        n_matched, precision, recall, F1``; ``n_speakers``: matches whose label names a speaker,
        ``speaker_agreement`` the share that agrees; ``n_names, name_agreement``: the same for the
        resolved name. A share of nothing is missing. For one type, statements of that type are
        held against labels of that type.

    Raises
    ------
    ValueError
        A column is missing, or a row is of an article, or of a span, that isn't there.
    """
    rows = []
    for kind in KINDS:
        wanted = _items(labels, articles, kind)
        found = _items(statements, articles, kind)
        for threshold in THRESHOLDS:
            matches = [m for m in _matches(wanted, found) if m[0] >= threshold]
            rows.append(_score(kind, threshold, wanted, found, _one_to_one(matches)))
    return make_table(rows, SCORE_COLUMNS)


def _items(table: pd.DataFrame, articles: pd.DataFrame, kind: str) -> dict[str, list[_Item]]:
    """Statements of each article, in the order of the table."""
    require_columns(
        table, ("article_id", "fragments", "quote_type", "speaker", "speaker_name"), "Statements"
    )
    texts = article_texts(articles)
    items: dict[str, list[_Item]] = {}
    for row in table.to_dict("records"):
        article_id = row["article_id"]
        if article_id not in texts:
            raise ValueError(f"There is no article {article_id!r} among the articles given.")
        if kind not in ("all", row["quote_type"]):
            continue
        text = texts[article_id]
        fragments = tuple((int(first), int(last)) for first, last in row["fragments"])
        for first, last in fragments:
            if not 0 <= first < last <= len(text):
                raise ValueError(
                    f"{first}-{last} is no span of article {article_id!r}, which has {len(text)} "
                    "characters. Are these labels of another version of the article?"
                )
        letters = frozenset(
            index
            for first, last in fragments
            for index in range(first, last)
            if text[index].isalnum()
        )
        items.setdefault(article_id, []).append(_Item(row, fragments, letters))
    return items


def _matches(
    wanted: dict[str, list[_Item]], found: dict[str, list[_Item]]
) -> list[tuple[float, str, int, int]]:
    """Overlap of each labelled statement with each found one, the greatest first."""
    matches = []
    for article_id, labels in wanted.items():
        for i, label in enumerate(labels):
            for j, item in enumerate(found.get(article_id, [])):
                shared = len(label.letters & item.letters)
                if shared:
                    overlap = shared / max(len(label.letters), len(item.letters))
                    matches.append((overlap, article_id, i, j))
    return sorted(matches, key=lambda match: (-match[0], *match[1:]))


def _one_to_one(matches: Iterable[tuple[float, str, int, int]]) -> dict[tuple[str, int], int]:
    """The found statement of each labelled one, by article and index."""
    pairs: dict[tuple[str, int], int] = {}
    taken = set()
    for _, article_id, i, j in matches:
        if (article_id, i) not in pairs and (article_id, j) not in taken:
            pairs[article_id, i] = j
            taken.add((article_id, j))
    return pairs


def _score(
    kind: str,
    threshold: float,
    wanted: dict[str, list[_Item]],
    found: dict[str, list[_Item]],
    pairs: dict[tuple[str, int], int],
) -> dict[str, Any]:
    n_labels = sum(map(len, wanted.values()))
    # An article without labels was not labelled: what is found there is neither right nor wrong.
    n_statements = sum(len(found.get(article_id, [])) for article_id in wanted)
    precision = len(pairs) / n_statements if n_statements else None
    recall = len(pairs) / n_labels if n_labels else None
    both = n_labels + n_statements
    speakers, names = [], []
    for (article_id, i), j in pairs.items():
        label, item = wanted[article_id][i].row, found[article_id][j].row
        if _is_text(label["speaker"]):
            speakers.append(same_speaker(label["speaker"], item["speaker"]))
        if _is_text(label["speaker_name"]):
            names.append(same_speaker(label["speaker_name"], item["speaker_name"]))
    return {
        "quote_type": kind,
        "overlap": threshold,
        "n_labels": n_labels,
        "n_statements": n_statements,
        "n_matched": len(pairs),
        "precision": precision,
        "recall": recall,
        "F1": 2 * len(pairs) / both if both else None,
        "n_speakers": len(speakers),
        "speaker_agreement": sum(speakers) / len(speakers) if speakers else None,
        "n_names": len(names),
        "name_agreement": sum(names) / len(names) if names else None,
    }


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def statement_misses(
    statements: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """What goes wrong, each with its kind, so that a reader sees where to look.

    Returns
    -------
    pandas.DataFrame
        In the order of the text. ``miss`` is one of

        - ``missed``: a label with nothing found there
        - ``spurious``: something found where no label is
        - ``too long``, ``too short``, ``shifted``: found, with another span (overlap under 0.8)
        - ``wrong speaker``: found, but the speaker doesn't agree

        ``start, end, content, quote_type, speaker`` are the label's (for ``spurious``, the found
        statement's); ``found_start, found_end, found, found_speaker`` what was found instead.
    """
    wanted = _items(labels, articles, "all")
    found = _items(statements, articles, "all")
    texts = article_texts(articles)
    matches = _matches(wanted, found)
    overlaps = {(article_id, i, j): overlap for overlap, article_id, i, j in matches}
    close = [match for match in matches if match[0] >= NEAR]
    pairs = _one_to_one(close)
    rows = []
    for article_id, items in wanted.items():
        text = texts[article_id]
        for i, label in enumerate(items):
            j = pairs.get((article_id, i))
            if j is None:
                rows.append(_miss("missed", label, None, 0.0, text))
                continue
            item = found[article_id][j]
            overlap = overlaps[article_id, i, j]
            if overlap < THRESHOLDS[-1]:
                rows.append(_miss(_span_error(label, item), label, item, overlap, text))
            elif _is_text(label.row["speaker"]) and not same_speaker(
                label.row["speaker"], item.row["speaker"]
            ):
                rows.append(_miss("wrong speaker", label, item, overlap, text))
        taken = {j for (article, _), j in pairs.items() if article == article_id}
        rows += [
            _miss("spurious", item, None, 0.0, text)
            for j, item in enumerate(found.get(article_id, []))
            if j not in taken
        ]
    order = {article_id: number for number, article_id in enumerate(texts)}
    rows.sort(key=lambda row: (order[row["article_id"]], row["start"], row["end"], row["miss"]))
    return make_table(rows, MISS_COLUMNS)


def _span_error(label: _Item, item: _Item) -> str:
    if label.letters < item.letters:
        return "too long"
    return "too short" if item.letters < label.letters else "shifted"


def _miss(
    kind: str, item: _Item, instead: _Item | None, overlap: float, text: str
) -> dict[str, Any]:
    def words(of: _Item) -> str:
        return " ".join(text[first:last] for first, last in of.fragments)

    return {
        "article_id": item.row["article_id"],
        "miss": kind,
        "start": item.fragments[0][0],
        "end": item.fragments[-1][1],
        "content": words(item),
        "quote_type": item.row["quote_type"],
        "speaker": item.row["speaker"],
        "overlap": overlap,
        "found_start": instead.fragments[0][0] if instead else None,
        "found_end": instead.fragments[-1][1] if instead else None,
        "found": words(instead) if instead else None,
        "found_speaker": instead.row["speaker"] if instead else None,
    }
