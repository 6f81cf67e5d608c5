"""What a folder may hold beside its articles: targets of stances, labels, word lists.

The three articles have theirs in ``data``; any other folder brings its own or does without.
"""

from pathlib import Path

import pandas as pd

from helpers import paths
from helpers.corpus import Corpus, read_corpus
from helpers.labelling import LABEL_KINDS, columns_of, read_marks
from helpers.positions import read_targets, suggest_targets
from helpers.wordlists import WORD_LISTS, changed_lists

TARGETS = "targets.csv"
LABELS = "labels"


def is_example(articles: pd.DataFrame) -> bool:
    """Say whether these are the three articles of ``data/seeds``, whatever folder they are in."""
    return set(articles["text"]) == set(read_corpus(paths.SEEDS).articles["text"])


def describe_word_lists() -> list[str]:
    """A line on each word list that is in use with changes."""
    return [
        f"{WORD_LISTS}/{change.name} ({change.added:,} added, {change.taken_out:,} taken out)"
        for change in changed_lists()
    ]


def find_targets(corpus: Corpus, given: str | Path | None = None) -> tuple[pd.DataFrame, str]:
    """Targets of the stances, and a sentence that says where they are from.

    Taken is the file that is `given`; or else ``targets.csv`` beside the articles; or else, for the
    three articles, ``data/targets.csv``; or else the names that are mentioned most.

    Raises
    ------
    helpers.userfiles.FileError
        The table can't be used; says where and what to do.
    """
    beside = corpus.folder / TARGETS
    if given is not None:
        return read_targets(given), f"They are those of {Path(given).name}."
    if beside.is_file():
        return read_targets(beside), f"They are those of {TARGETS} beside the articles."
    if is_example(corpus.articles):
        return read_targets(), "They were chosen for these articles (data/targets.csv)."
    return suggest_targets(corpus.articles), (
        f"No table of targets was given, so these are suggestions. Put a {TARGETS} beside the "
        "articles to choose your own."
    )


def find_labels(corpus: Corpus, kind: str) -> pd.DataFrame:
    """Labels of a kind for these articles: those beside them or, of the three, the project's own.

    Returns
    -------
    pandas.DataFrame
        As `helpers.labelling.read_marks` gives it; without a row where there are no labels.

    Raises
    ------
    helpers.userfiles.FileError
        The labels can't be used; says where and what to do.
    """
    for path in label_files(corpus):
        if path.stem == kind:
            return read_marks(path, corpus.articles, kind, name=f"{LABELS}/{path.name}")
    columns = ["article_id", "start", "end", "fragments", *columns_of(kind)]
    return pd.DataFrame(columns=columns)


def label_files(corpus: Corpus) -> list[Path]:
    """Files of labels for these articles: those beside them or, of the three, the project's own."""
    folder = corpus.folder / LABELS
    if not folder.is_dir() and is_example(corpus.articles):
        folder = paths.LABELS
    return [path for kind in LABEL_KINDS if (path := folder / f"{kind}.csv").is_file()]


def describe_companions(corpus: Corpus) -> list[str]:
    """A line on the targets and on each file of labels that stand beside articles.

    Raises
    ------
    helpers.userfiles.FileError
        One of them can't be used; says where and what to do.
    """
    lines = []
    beside = corpus.folder / TARGETS
    if beside.is_file():
        lines.append(f"{TARGETS} (targets: {len(read_targets(beside)):,})")
    there = corpus.folder / LABELS
    for path in sorted(there.glob("*.csv")) if there.is_dir() else ():
        if path.stem in LABEL_KINDS:
            n_labels = len(find_labels(corpus, path.stem))
            lines.append(f"{LABELS}/{path.name} (labels: {n_labels:,})")
        else:
            names = ", ".join(f"{kind}.csv" for kind in LABEL_KINDS)
            lines.append(f"not {LABELS}/{path.name}, which is named like none of {names}")
    return lines


def companion_files(folder: Path) -> list[Path]:
    """Every file beside the articles of a folder that may change what is found."""
    candidates = [
        folder / "articles.csv",
        folder / TARGETS,
        *(folder / LABELS).glob("*.csv"),
        *(folder / WORD_LISTS).glob("*"),
    ]
    return sorted(path for path in candidates if path.is_file())
