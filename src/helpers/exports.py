"""The tables behind the notebooks as CSV and Parquet, what their columns mean, what made them."""

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from helpers.agreement import compare_each
from helpers.casualties import read_casualty_figures
from helpers.companions import companion_files
from helpers.comparison import compare_claims
from helpers.corpus import article_files, running_text
from helpers.frequency import word_frequencies
from helpers.stance import rate_stance
from helpers.statements import find_statements
from helpers.tolls import toll_per_article
from helpers.wordlists import read_rows

ONE_ROW_IS = {
    "articles": "an article",
    "frequencies": "a word in an article, stop words left out",
    "distinctive_terms": "a word in an article, against all other articles",
    "statements": "what somebody is reported to have said",
    "claims": "a number of people killed, wounded or missing",
    "rejected_numerals": "a number that is no such claim, and why",
    "claim_comparisons": "two claims, and whether they conflict",
    "tolls": "an article, with the people killed and wounded that a reader would add up",
    "targets": "a name or an act that somebody may be for or against",
    "stances": "a mention of a target in a statement, and what side the statement takes",
}
"""The tables and what a row of each is."""

LINE_END = "\r\n"
PACKAGES = ("numpy", "pandas", "pyarrow", "scikit-learn", "scipy", "sentencex", "lemminflect")


def all_tables(articles: pd.DataFrame, targets: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Work out every table of `articles`, by the names of `ONE_ROW_IS`.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it. Spans of all tables point into its ``text``.
    targets
        Of the stances, as `helpers.positions.read_targets` gives it.
    """
    texts = running_text(articles)
    statements = find_statements(articles, attitudes=True)
    claims, rejected = read_casualty_figures(articles, statements)
    return {
        "articles": articles,
        "frequencies": word_frequencies(texts, by="article_id", stop_words="default"),
        "distinctive_terms": _distinctive(texts),
        "statements": statements,
        "claims": claims,
        "rejected_numerals": rejected,
        "claim_comparisons": compare_claims(claims),
        "tolls": toll_per_article(articles, claims),
        "targets": targets,
        "stances": rate_stance(statements, targets, articles),
    }


def _distinctive(texts: pd.DataFrame) -> pd.DataFrame:
    """One article alone has nothing to be set against: then the table has no row."""
    if len(texts) > 1:
        return compare_each(texts, stop_words="default")
    columns = [
        row["column"] for row in read_rows("columns.csv") if row["table"] == "distinctive_terms"
    ]
    return pd.DataFrame(columns=columns)


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write each table as CSV (UTF-8) and Parquet, and ``columns.csv``, which explains them.

    Lists of spans are written as ``10-25 31-40``. Lines of CSV end as RFC 4180 has it, so that a
    line end within a cell, of whatever kind, is quoted.

    Raises
    ------
    ValueError
        A column has no meaning in ``src/helpers/data/columns.csv``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        flat = table.copy()
        for column in flat.columns[flat.dtypes == "object"]:
            flat[column] = _flat(flat[column])
        flat.to_csv(folder / f"{name}.csv", index=False, encoding="utf-8", lineterminator=LINE_END)
        flat.to_parquet(folder / f"{name}.parquet", index=False)
    column_dictionary(tables).to_csv(
        folder / "columns.csv", index=False, encoding="utf-8", lineterminator=LINE_END
    )


def _flat(values: pd.Series) -> pd.Series:
    """Values of mixed types as text or, if they are all numbers or dates, as they are."""
    if any(isinstance(value, list | tuple) for value in values):
        texts = [" ".join(f"{first}-{last}" for first, last in spans) for spans in values]
        return pd.Series(texts, index=values.index, dtype="str")
    return values.convert_dtypes()


def column_dictionary(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Name, type and meaning of each column of each table.

    Returns
    -------
    pandas.DataFrame
        ``table, column, dtype, meaning``.

    Raises
    ------
    ValueError
        A column has no meaning in ``src/helpers/data/columns.csv``.
    """
    meanings = {(row["table"], row["column"]): row["meaning"] for row in read_rows("columns.csv")}
    everywhere = {column: text for (table, column), text in meanings.items() if table == "*"}
    rows = []
    for name, table in tables.items():
        for column in table.columns:
            meaning = meanings.get((name, column), everywhere.get(column))
            if meaning is None:
                raise ValueError(f"columns.csv does not say what {column} of {name} means.")
            rows.append((name, column, str(table[column].dtype), meaning))
    return pd.DataFrame(rows, columns=["table", "column", "dtype", "meaning"])


def describe_run(folder: Path, settings: Mapping[str, object]) -> dict[str, object]:
    """Say what a report was made from: versions, settings, and a hash of every input file.

    No time and no path of this computer: the same input gives the same description.

    Parameters
    ----------
    folder
        Of the articles.
    settings
        Anything that JSON can hold.
    """
    texts = [folder / name for name in article_files(folder)]
    inputs = [*texts, *companion_files(folder)]
    data = sorted(path for path in (Path(__file__).parent / "data").iterdir() if path.is_file())
    return {
        "project": {"name": "syria-news-notebooks", "version": version("syria-news-notebooks")},
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "settings": dict(settings),
        "inputs": {
            path.relative_to(folder).as_posix(): _sha256(path) for path in inputs if path.is_file()
        },
        "word_lists_and_rules": {path.name: _sha256(path) for path in data},
    }


def write_run(description: Mapping[str, object], path: Path) -> None:
    """Write what `describe_run` gives as JSON."""
    text = json.dumps(description, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
