"""What is worked out of one partition: the same helper functions, on the articles it holds.

Nothing here knows of Dask. A partition is done when its note is written, which is its last act.
Word lists are those of the folder ``word_lists`` beside the tables, if there is one: a worker may
have read another run's partition before.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from helpers.casualties import CLAIM_COLUMNS, REJECTED_COLUMNS, read_casualty_figures
from helpers.corpus import (
    SIDECAR,
    TIMEZONE,
    article_columns,
    articles_table,
    parse_sidecar,
    running_text,
    supplied_value,
)
from helpers.distinctiveness import TF_IDF_COLUMNS, DocumentFrequencies, tf_idf
from helpers.frequency import NothingToCountError, document_term_matrix
from helpers.scale.intake import KNOWN_FROM, LABEL_COLUMNS, RECORD_COLUMNS, part
from helpers.scale.storage import read_json, read_parts, write_json, write_table
from helpers.stance import RATING_COLUMNS, rate_stance
from helpers.statements import STATEMENT_COLUMNS, find_statements
from helpers.tables import make_table
from helpers.wordlists import WORD_LISTS, use_word_lists

LOCAL_TERM_COLUMNS = {"feature": "str", "frequency": "int64", "docfreq": "int64"}
DISTINCTIVE_COLUMNS = {"article_id": "str", **TF_IDF_COLUMNS}


class Options(NamedTuple):
    """What a run is told.

    Attributes
    ----------
    stop_words
        ``"default"``, or the words themselves.
    top
        How many distinctive terms of an article are kept; more where the last ones tie.
    targets
        Of stance: ``target`` and ``pattern`` of each. None without targets.
    timezone
        As in `helpers.corpus.read_articles`.
    attitudes
        As in `helpers.statements.find_statements`.
    """

    stop_words: str | tuple[str, ...] = "default"
    top: int = 10
    targets: tuple[tuple[str, str], ...] = ()
    timezone: str = TIMEZONE
    attitudes: bool = False

    @property
    def tables(self) -> dict[str, dict[str, str]]:
        """Columns and dtypes of each table that has rows per article."""
        tables = {
            "articles": article_columns(self.timezone),
            "distinctive_terms": DISTINCTIVE_COLUMNS,
            "statements": STATEMENT_COLUMNS,
            "claims": CLAIM_COLUMNS,
            "rejected_numerals": REJECTED_COLUMNS,
        }
        return tables | ({"stances": RATING_COLUMNS} if self.targets else {})


def count_partition(work: Path, number: int, options: Options) -> dict[str, Any]:
    """First pass: the articles table of a partition, and how often each feature occurs in it.

    Writes ``tables/articles`` and ``terms`` in the folder `work`; returns the note that it leaves
    there: sizes of the files written, rows of the tables, articles and words counted.
    """
    use_word_lists(work / WORD_LISTS)
    records = read_parts([part(work / "records", number)], RECORD_COLUMNS)
    articles = _articles(records, work / SIDECAR, options.timezone)
    labels = part(work / "labels", number)
    if labels.exists():
        articles["label"] = read_parts([labels], LABEL_COLUMNS)["label"]
    terms, n_words = _terms(articles, options)
    return _finish(
        work,
        "count",
        number,
        {
            "tables/articles": (articles, article_columns(options.timezone)),
            "terms": (terms, LOCAL_TERM_COLUMNS),
        },
        {"articles": len(articles), "words": n_words},
    )


def _articles(records: pd.DataFrame, sidecar: Path, timezone: str) -> pd.DataFrame:
    supplied = parse_sidecar(sidecar.read_bytes(), SIDECAR, timezone)
    for article_id, cells in zip(records["article_id"], records["supplied"], strict=True):
        fields = json.loads(cells)
        if fields:
            supplied[article_id] = {
                field: supplied_value(field, value, KNOWN_FROM.format(field), timezone, article_id)
                for field, value in fields.items()
            }
    texts = dict(zip(records["article_id"], records["text"], strict=True))
    return articles_table(texts, supplied, timezone=timezone)


def _terms(articles: pd.DataFrame, options: Options) -> tuple[pd.DataFrame, int]:
    """Features of the articles with frequency and document frequency; number of words."""
    try:
        matrix = document_term_matrix(running_text(articles), stop_words=options.stop_words)
    except NothingToCountError:
        return make_table([], LOCAL_TERM_COLUMNS), int(articles["n_words"].sum())
    frequency = np.asarray(matrix.counts.sum(axis=0)).ravel()
    docfreq = np.bincount(matrix.counts.indices, minlength=len(matrix.features))
    terms = pd.DataFrame({"feature": matrix.features, "frequency": frequency, "docfreq": docfreq})
    return terms.astype(LOCAL_TERM_COLUMNS), int(matrix.n_words.sum())


def read_partition(work: Path, number: int, options: Options) -> dict[str, Any]:
    """Second pass: what the articles of a partition say, and what sets each of them apart.

    Needs the document frequencies of the whole collection (``docfreq``) of the partition's
    features. Writes the other tables of `Options.tables`; returns the note, as `count_partition`
    does. An article that a helper fails on is named in the note's ``failures``; the other tables,
    and the other articles, are complete.
    """
    use_word_lists(work / WORD_LISTS)
    articles = read_parts(
        [part(work / "tables" / "articles", number)], article_columns(options.timezone)
    )
    docfreq = read_parts([part(work / "docfreq", number)], LOCAL_TERM_COLUMNS)
    n_articles = read_json(work / "collection.json")["articles"]
    collection = DocumentFrequencies(n_articles, docfreq.set_index("feature")["docfreq"])
    failures: list[tuple[str, str]] = []

    def each(helper: Callable[..., Any], *tables: pd.DataFrame) -> Any:
        return _whole_or_by_article(helper, tables, failures)

    def distinctive_terms(articles: pd.DataFrame) -> pd.DataFrame:
        return _distinctive_terms(articles, collection, options)

    def stances(articles: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
        return rate_stance(statements, targets, articles)

    def statements_of(articles: pd.DataFrame) -> pd.DataFrame:
        return find_statements(articles, attitudes=options.attitudes)

    statements = each(statements_of, articles)
    figures = each(read_casualty_figures, articles, statements)
    tables = {
        "tables/distinctive_terms": (each(distinctive_terms, articles), DISTINCTIVE_COLUMNS),
        "tables/statements": (statements, STATEMENT_COLUMNS),
        "tables/claims": (figures.claims, CLAIM_COLUMNS),
        "tables/rejected_numerals": (figures.rejected, REJECTED_COLUMNS),
    }
    if options.targets:
        targets = pd.DataFrame(list(options.targets), columns=["target", "pattern"], dtype="str")
        tables["tables/stances"] = (each(stances, articles, statements), RATING_COLUMNS)
    return _finish(
        work,
        "read",
        number,
        tables,
        {"articles": len(articles), "failures": failures},
    )


def _distinctive_terms(
    articles: pd.DataFrame, collection: DocumentFrequencies, options: Options
) -> pd.DataFrame:
    try:
        terms = tf_idf(running_text(articles), collection=collection, stop_words=options.stop_words)
    except NothingToCountError:
        return make_table([], DISTINCTIVE_COLUMNS)
    return terms[terms["rank"] <= options.top]


def _whole_or_by_article(
    helper: Callable[..., Any],
    tables: tuple[pd.DataFrame, ...],
    failures: list[tuple[str, str]],
) -> Any:
    """Call a helper; if it fails, once for each article, noting those that it fails on.

    What it gives is a table, or a named tuple of tables.
    """
    try:
        return helper(*tables)
    except MemoryError:
        raise  # says nothing of any article
    except Exception:
        by_article = [dict(list(table.groupby("article_id", sort=False))) for table in tables]
        nothing = [table.iloc[:0] for table in tables]
        pieces = [helper(*nothing)]
        for article_id in by_article[0]:
            one = [
                rows.get(article_id, none) for rows, none in zip(by_article, nothing, strict=True)
            ]
            try:
                pieces.append(helper(*one))
            except Exception as error:
                name = helper.__name__.strip("_")
                failures.append((article_id, f"{name}: {type(error).__name__}: {error}"))
        return _joined(pieces)


def _joined(pieces: list[Any]) -> Any:
    """Tables one below the other, or named tuples of tables, table by table."""
    if isinstance(pieces[0], pd.DataFrame):
        return pd.concat(pieces, ignore_index=True)
    return type(pieces[0])(*(_joined(list(tables)) for tables in zip(*pieces, strict=True)))


def note_of(work: Path, step: str, number: int) -> dict[str, Any] | None:
    """Note of a finished partition; ``None`` if it is not finished or a file of it is not there."""
    path = _note(work, step, number)
    if not path.exists():
        return None
    note = read_json(path)
    for name, size in note["files"].items():
        file = work / name
        if not file.exists() or file.stat().st_size != size:
            return None
    return note


def _note(work: Path, step: str, number: int) -> Path:
    return work / "notes" / f"{step}-{number:06d}.json"


def _finish(
    work: Path,
    step: str,
    number: int,
    tables: dict[str, tuple[pd.DataFrame, dict[str, str]]],
    note: dict[str, Any],
) -> dict[str, Any]:
    files = {}
    for name, (table, columns) in tables.items():
        file = part(work / name, number)
        files[file.relative_to(work).as_posix()] = write_table(table, columns, file)
    note |= {
        "files": files,
        "rows": {name.removeprefix("tables/"): len(table) for name, (table, _) in tables.items()},
    }
    write_json(note, _note(work, step, number))
    return note
