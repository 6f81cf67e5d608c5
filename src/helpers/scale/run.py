"""A whole collection, partition by partition, on Dask.

Dask says where and when; what is worked out is `helpers.scale.partitions`, and so the helpers.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

import helpers
from helpers.corpus import TIMEZONE, check_timezone
from helpers.frequency import StopWords, read_stop_words
from helpers.scale.intake import SET_ASIDE_COLUMNS, part, take_in
from helpers.scale.partitions import (
    LOCAL_TERM_COLUMNS,
    Options,
    count_partition,
    note_of,
    read_partition,
)
from helpers.scale.progress import Progress
from helpers.scale.storage import read_json, read_parts, write_json, write_table
from helpers.stance import rate_stance
from helpers.statements import STATEMENT_COLUMNS
from helpers.tables import make_table, require_columns
from helpers.wordlists import WORD_LISTS, check_word_lists

try:
    from distributed import Client, LocalCluster, as_completed
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "helpers.scale needs Dask: python -m pip install -r requirements-scale.txt"
    ) from error

PARTITION_BYTES = 4_000_000

TERM_COLUMNS = {
    "feature": "str",
    "frequency": "int64",
    "rank": "int64",
    "docfreq": "int64",
    "per_1000": "float64",
    "idf": "float64",
}
TARGET_COLUMNS = ("target", "pattern")

RETRIES = 2
"""How often a partition is tried again that failed: a disk or a network may have been away."""

Step = Callable[[Path, int, Options], dict[str, Any]]


class ScaleError(RuntimeError):
    """A run cannot begin, go on or end; what is finished is kept."""


def analyse_folder(
    source: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    targets: pd.DataFrame | None = None,
    stop_words: StopWords = "default",
    top: int = 10,
    timezone: str = TIMEZONE,
    attitudes: bool = False,
    word_lists: str | Path | None = None,
    partition_bytes: int = PARTITION_BYTES,
    workers: int | None = None,
    scheduler: str | None = None,
    resume: bool = False,
    progress: bool = True,
) -> pd.DataFrame:
    """Analyse any number of articles with the project's helpers; write the tables as Parquet.

    Parameters
    ----------
    source
        A folder of ``.txt`` files, or CSV, JSON Lines or Parquet with ``article_id, text`` and,
        if there, ``label, title, place, publisher, published``: files, folders or globs; see
        `helpers.scale.sources.source_files`.
    out
        Folder to make. It appears when everything is done; until then all is in a folder of the
        same name with ``.partial`` at its end. A cluster's workers must see it under this path.
    targets
        ``target, pattern`` as in `helpers.stance.rate_stance`; without them, no stances are rated.
    stop_words
        As in `helpers.frequency.document_term_matrix`.
    top
        How many distinctive terms are kept of an article; more where the last ones tie.
    timezone
        As in `helpers.corpus.read_articles`.
    attitudes
        Whether beliefs, wishes and positions count among the statements, and so among the stances,
        as they do in the notebook on stance.
    word_lists
        Folder of changes to the word lists, as in `helpers.wordlists.use_word_lists`; by default
        the lists as they are packaged. The run keeps a copy.
    partition_bytes
        Most bytes of text in a partition, and what bounds a worker's memory. An article that is
        longer is set aside.
    workers
        Processes to start here; as many as there are processors by default. The helpers are
        Python through and through, which runs in one thread of a process at a time.
    scheduler
        Address of a running cluster (``tcp://…``) to use instead.
    resume
        Go on with a run that was ended. Articles are as they were when it began.
    progress
        Whether to report on standard error.

    Returns
    -------
    pandas.DataFrame
        ``table, rows, bytes`` of each table in `out`, where ``{table}/part-*.parquet`` are its
        files, in order:

        - ``articles``, as `helpers.corpus.read_articles` gives them
        - ``terms``: ``feature, frequency, rank, docfreq, per_1000`` as in
          `helpers.frequency.word_frequencies`, of running text, and ``idf``; of all articles
        - ``distinctive_terms``: the first of each article by `helpers.distinctiveness.tf_idf`
        - ``statements``, ``claims``, ``rejected_numerals``, ``stances``: as the helpers give them
        - ``set_aside``: ``path, row, article_id, reason`` of what is no article, or what a helper
          failed on

    Raises
    ------
    SourceError, CorpusError, FileError
        The source or a word list can't be used.
    ValueError
        An option makes no sense: a target without name or pattern, an unknown time zone ...
    ScaleError
        `out` or an unfinished run is there already; what is to be resumed is not there or was
        begun with other options; or a partition failed.
    """
    source = [source] if isinstance(source, (str, Path)) else list(source)
    options = _options(targets, stop_words, top, timezone, attitudes=attitudes)
    out = Path(out).absolute()
    work = out.with_name(f"{out.name}.partial")
    description = _description(source, options, partition_bytes)
    description["word_lists"] = _word_list_digests(word_lists)
    if _is_finished(out, work, description, resume=resume):
        return _summary(out)
    _check_beginning(work, description, resume=resume)
    with _nothing_left_unread(work):
        if not resume:
            write_json(description, work / "run.json")
        if word_lists is not None:
            shutil.copytree(word_lists, work / WORD_LISTS, dirs_exist_ok=True)
        intake = _take_in(source, work, options, partition_bytes, progress=progress)
    sizes = [partition["bytes"] for partition in intake["partitions"]]
    with _client(scheduler, workers) as client:

        def each(step: Step, name: str, title: str) -> list[dict[str, Any]]:
            shown = title if progress else None
            return _each_partition(client, step, name, work, options, sizes, shown)

        counted = each(count_partition, "count", "counting words")
        _collect_terms(work, counted)
        notes = each(read_partition, "read", "statements and claims")
    _collect_set_aside(work, notes)
    for half_written in (work / "tables").rglob(".*"):
        half_written.unlink()  # by a worker that was killed
    write_json(description, work / "tables" / "run.json")
    (work / "tables").replace(out)
    shutil.rmtree(work)
    return _summary(out)


def read_table(out: str | Path, name: str, *, timezone: str = TIMEZONE) -> pd.DataFrame:
    """Read a table that `analyse_folder` wrote, with the columns and dtypes of the helpers.

    For tables that fit into memory; `pandas.read_parquet` and DuckDB read single columns.
    """
    columns = Options(targets=(("", ""),), timezone=timezone).tables | {
        "terms": TERM_COLUMNS,
        "set_aside": SET_ASIDE_COLUMNS,
    }
    if name not in columns:
        raise ValueError(f"There is no table {name!r}; there is {', '.join(columns)}.")
    return read_parts(sorted((Path(out) / name).glob("*.parquet")), columns[name])


def _options(
    targets: pd.DataFrame | None,
    stop_words: StopWords,
    top: int,
    timezone: str,
    *,
    attitudes: bool,
) -> Options:
    if top < 1:
        raise ValueError(f"top={top}: keep at least one distinctive term of an article.")
    check_timezone(timezone)
    if not (isinstance(stop_words, str) and stop_words == "default"):
        stop_words = tuple(sorted(read_stop_words(stop_words)))
    pairs = () if targets is None else _target_pairs(targets)
    return Options(stop_words, top, pairs, timezone, attitudes)


def _target_pairs(targets: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """Name and pattern of each target; a `ValueError` names one that can't be looked for."""
    require_columns(targets, TARGET_COLUMNS, "A targets table")
    pairs = tuple(targets[list(TARGET_COLUMNS)].itertuples(index=False, name=None))
    for row, (target, _) in enumerate(pairs, 1):
        if not isinstance(target, str) or not target.strip():
            raise ValueError(
                f"Row {row} of the targets table has no target (found {target!r}); name it."
            )
    # Toward no statement at all, they meet the checks that they would meet on a worker.
    rate_stance(make_table([], STATEMENT_COLUMNS), targets)
    return pairs


def _description(
    source: list[str | Path], options: Options, partition_bytes: int
) -> dict[str, Any]:
    """What a run is: of which source, with which options, by which code."""
    return {
        "source": [str(item) for item in source],
        "partition_bytes": partition_bytes,
        "stop_words": options.stop_words
        if isinstance(options.stop_words, str)
        else list(options.stop_words),
        "top": options.top,
        "targets": [list(target) for target in options.targets],
        "timezone": options.timezone,
        "attitudes": options.attitudes,
        "code of the helpers": _code_digest(),
    }


def _word_list_digests(folder: str | Path | None) -> dict[str, str]:
    """Digest of each file of changed word lists, once all of them can be read."""
    if folder is None:
        return {}
    names = sorted(change.name for change in check_word_lists(folder))
    return {
        name: hashlib.sha256(Path(folder, name).read_bytes()).hexdigest()[:16] for name in names
    }


def _code_digest() -> str:
    """Digest of the helpers and their word lists: other rules give other tables."""
    folder = Path(helpers.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".csv", ".txt"):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _is_finished(out: Path, work: Path, description: dict[str, Any], *, resume: bool) -> bool:
    """Whether `out` is there already, of the run to be resumed."""
    if not out.exists():
        return False
    if not resume:
        raise ScaleError(f"{out} is there already. Name a folder that is not there yet.")
    if not (out / "run.json").exists():
        raise ScaleError(f"{out} is there, but was not written by a run that could be resumed.")
    _require_same(read_json(out / "run.json"), description, out)
    shutil.rmtree(work, ignore_errors=True)
    return True


def _check_beginning(work: Path, description: dict[str, Any], *, resume: bool) -> None:
    """Raise a `ScaleError` if the run can't begin, or go on, in its folder."""
    path = work / "run.json"
    if resume:
        if not path.exists():
            raise ScaleError(f"There is no unfinished run to resume: {path} is missing.")
        _require_same(read_json(path), description, work)
    elif work.exists():
        raise ScaleError(
            f"{work} is left of an unfinished run. Go on with it (resume), or delete it."
        )


@contextmanager
def _nothing_left_unread(work: Path) -> Iterator[None]:
    """Remove the folder of a run that fails before its articles are taken in.

    There is nothing in it to go on with, and it would be in the way of the next run. A run that is
    interrupted keeps it, so that resuming it works at whatever moment that was.
    """
    try:
        yield
    except Exception:
        if not (work / "intake.json").exists():
            shutil.rmtree(work, ignore_errors=True)
        raise


def _require_same(old: dict[str, Any], new: dict[str, Any], folder: Path) -> None:
    changed = [key for key in new if old.get(key) != new[key]]
    if changed:
        raise ScaleError(
            f"The run in {folder} was begun with other values of {', '.join(changed)}. "
            "Give the same again, or begin anew in another folder."
        )


def _take_in(
    source: Any, work: Path, options: Options, partition_bytes: int, *, progress: bool
) -> dict[str, Any]:
    if (work / "intake.json").exists():
        return read_json(work / "intake.json")
    shown = Progress("reading") if progress else None
    intake = take_in(
        source,
        work,
        partition_bytes=partition_bytes,
        timezone=options.timezone,
        progress=shown,
    )
    if shown:
        shown.finish()
    return intake


@contextmanager
def _client(scheduler: str | None, workers: int | None) -> Iterator[Client]:
    if scheduler:
        with Client(scheduler) as client:
            yield client
        return
    # One thread a process: threads of one process would wait for each other.
    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _each_partition(
    client: Client,
    step: Step,
    name: str,
    work: Path,
    options: Options,
    sizes: list[int],
    title: str | None,
) -> list[dict[str, Any]]:
    """Notes of all partitions after a step; those that have one already are not worked on."""
    notes = {number: note_of(work, name, number) for number in range(len(sizes))}
    missing = [number for number, note in notes.items() if note is None]
    done = sum(sizes) - sum(sizes[number] for number in missing)
    shown = Progress(title, sum(sizes), done=done) if title else None
    # The largest first: the small ones even out at the end when each worker is through.
    futures = {
        client.submit(step, work, number, options, pure=False, retries=RETRIES): number
        for number in sorted(missing, key=lambda number: -sizes[number])
    }
    for future in as_completed(list(futures)):
        number = futures[future]
        if future.status != "finished":
            # Asked for first: once the future is cancelled, it has no exception any more.
            error = future.exception()
            client.cancel(list(futures))
            raise ScaleError(
                f"Partition {number} failed while {title or name}: {error!r}. What is finished is "
                "kept: run the same again to resume."
            ) from error
        notes[number] = future.result()
        if shown:
            shown(notes[number]["articles"], sizes[number])
    if shown:
        shown.finish()
    return [notes[number] for number in range(len(sizes))]


def _collect_terms(work: Path, counted: list[dict[str, Any]]) -> None:
    """Add up the terms of all partitions; leave each partition the document frequencies it needs.

    The driver holds the vocabulary of the whole collection, and of one partition at a time.
    """
    if (work / "collection.json").exists():
        return
    n_articles = sum(note["articles"] for note in counted)
    parts = (
        read_parts([part(work / "terms", number)], LOCAL_TERM_COLUMNS)
        for number in range(len(counted))
    )
    terms = add_up_terms(parts)
    docfreq = terms.set_index("feature")["docfreq"]
    for number in range(len(counted)):
        local = read_parts([part(work / "terms", number)], LOCAL_TERM_COLUMNS)
        local["docfreq"] = docfreq.reindex(local["feature"]).to_numpy()
        write_table(local, LOCAL_TERM_COLUMNS, part(work / "docfreq", number))
    frequency = terms["frequency"].to_numpy()
    n_words = sum(note["words"] for note in counted)
    terms["rank"] = terms["frequency"].rank(method="min", ascending=False)
    terms["per_1000"] = 1000 * frequency / max(n_words, 1)
    terms["idf"] = np.log((n_articles + 1) / (terms["docfreq"] + 1)) + 1
    terms = terms.sort_values(["rank", "feature"], kind="stable").astype(TERM_COLUMNS)
    write_table(terms, TERM_COLUMNS, part(work / "tables" / "terms", 0))
    write_json({"articles": n_articles, "words": n_words}, work / "collection.json")


def add_up_terms(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Sum of frequency and docfreq of each feature over tables of terms, sorted by feature."""
    return _combined(parts, _sum, make_table([], LOCAL_TERM_COLUMNS))


def _sum(terms: pd.DataFrame) -> pd.DataFrame:
    return terms.groupby("feature", sort=True, as_index=False).sum().astype(LOCAL_TERM_COLUMNS)


def _combined(
    parts: Iterable[pd.DataFrame], combine: Callable[[pd.DataFrame], pd.DataFrame],
    total: pd.DataFrame,
) -> pd.DataFrame:  # fmt: skip
    """Combine tables, one after the other, with a total that stays small.

    Tables are put aside until they are as long as the total so far, and then combined with it, so
    that each row is handled a few times, however many tables there are.
    """
    waiting: list[pd.DataFrame] = []
    for table in parts:
        waiting.append(table)
        if sum(map(len, waiting)) >= len(total):
            total = combine(pd.concat([total, *waiting], ignore_index=True))
            waiting = []
    return combine(pd.concat([total, *waiting], ignore_index=True))


def _collect_set_aside(work: Path, notes: list[dict[str, Any]]) -> None:
    """Table of what was set aside while reading the source, then of what a helper failed on."""
    before = read_parts([work / "set_aside.parquet"], SET_ASIDE_COLUMNS)
    failed = make_table(
        [(None, None, *failure) for note in notes for failure in note["failures"]],
        SET_ASIDE_COLUMNS,
    )
    table = pd.concat([before, failed], ignore_index=True)
    write_table(table, SET_ASIDE_COLUMNS, part(work / "tables" / "set_aside", 0))


def _summary(out: Path) -> pd.DataFrame:
    rows = []
    for folder in sorted(path for path in out.iterdir() if path.is_dir()):
        files = sorted(folder.glob("*.parquet"))
        n_rows = sum(pq.read_metadata(file).num_rows for file in files)
        rows.append((folder.name, n_rows, sum(file.stat().st_size for file in files)))
    return make_table(rows, {"table": "str", "rows": "int64", "bytes": "int64"})
