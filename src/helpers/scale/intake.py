"""Records of a source become partitions of bounded size; what is no article is set aside.

One pass over the source. What has been seen is remembered on disk, so that memory stays bounded.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.corpus import (
    SIDECAR,
    SIDECAR_COLUMNS,
    TIMEZONE,
    CorpusError,
    Supplied,
    check_labels,
    check_supplied,
    default_label,
    note_label,
    own_labels,
    parse_sidecar,
    supplied_value,
    why_no_article,
    with_plain_line_ends,
)
from helpers.scale.sources import Record, read_records, sidecar, source_files
from helpers.scale.storage import write_json, write_table
from helpers.userfiles import CONTROL

RECORD_COLUMNS = {"article_id": "str", "text": "str", "supplied": "str"}
LABEL_COLUMNS = {"label": "str"}
SET_ASIDE_COLUMNS = {"path": "str", "row": "Int64", "article_id": "object", "reason": "str"}

FIRST_BYTES = 250_000
SHARE = 8
"""A partition holds this many bytes, or one part in `SHARE` of those before it if that is more."""

KNOWN_FROM = "the source's column {}"
EMPTY_SIDECAR = ",".join(SIDECAR_COLUMNS).encode()


class _Seen:
    """Ids and texts seen so far, on disk."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._path = path
        self._database = sqlite3.connect(path, isolation_level=None)
        # Thrown away after use: neither a journal nor waiting for the disk is worth its time.
        for statement in (
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = -65536",  # 64 MB
            "CREATE TABLE ids (id TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID",
            "CREATE TABLE texts (digest BLOB PRIMARY KEY, name TEXT) WITHOUT ROWID",
            "BEGIN",
        ):
            self._database.execute(statement)

    def text(self, digest: bytes) -> str | None:
        """Name of the record that gave this text first."""
        return self._one("SELECT name FROM texts WHERE digest = ?", digest)

    def place(self, article_id: str) -> str | None:
        """Where this id was first given."""
        return self._one("SELECT place FROM ids WHERE id = ?", article_id)

    def __contains__(self, article_id: object) -> bool:
        return isinstance(article_id, str) and self.place(article_id) is not None

    def _one(self, query: str, key: object) -> str | None:
        row = self._database.execute(query, (key,)).fetchone()
        return row[0] if row else None

    def add(self, article_id: str, place: str, digest: bytes, name: str) -> None:
        self._database.execute("INSERT INTO ids VALUES (?, ?)", (article_id, place))
        self._database.execute("INSERT INTO texts VALUES (?, ?)", (digest, name))

    def close(self) -> None:
        self._database.close()
        self._path.unlink(missing_ok=True)


class _Labels:
    """Labels of all articles, so that those made from file names can be set apart.

    The one thing about every article that is held in memory: its id and its label, and whose a
    label from a column is.
    """

    def __init__(self, supplied: Mapping[str, Supplied]) -> None:
        self._supplied = {
            article_id: fields["label"]["value"]
            for article_id, fields in supplied.items()
            if "label" in fields
        }
        self._ids: list[str] = []
        self._labels: list[str] = []
        self._is_default: list[bool] = []
        self._from_column: dict[str, str] = {}

    def add(self, article_id: str, from_column: str | None, place: str) -> None:
        """Note the next article; a `CorpusError` if another has the label from its column."""
        if from_column:
            note_label(self._from_column, from_column, article_id, place)
        label = from_column or self._supplied.get(article_id)
        self._ids.append(article_id)
        self._labels.append(label or default_label(article_id))
        self._is_default.append(not label)

    def write(self, folder: Path, sizes: list[int]) -> None:
        """Write the labels of each partition that has an article which must be called otherwise."""
        own = own_labels(self._ids, self._labels, self._is_default)
        first = 0
        for number, size in enumerate(sizes):
            last = first + size
            if own[first:last] != self._labels[first:last]:
                frame = pd.DataFrame({"label": own[first:last]}, dtype="str")
                write_table(frame, LABEL_COLUMNS, part(folder, number))
            first = last


def take_in(
    source: Any,
    work: Path,
    *,
    partition_bytes: int,
    timezone: str = TIMEZONE,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Any]:
    """Write the articles of a source as partitions, and list what was set aside.

    Parameters
    ----------
    source
        As in `helpers.scale.sources.source_files`.
    work
        Folder to write in: ``records/``, ``labels/`` of the partitions in which some are not the
        articles' own names, ``articles.csv`` (the sidecar), ``set_aside.parquet`` and, when all is
        done, ``intake.json``.
    partition_bytes
        Most bytes of text (UTF-8) in a partition. An article longer than that is set aside.
    timezone
        Zone that a ``published`` without offset is in.
    progress
        Is told the number of further articles and their bytes.

    Returns
    -------
    dict
        ``partitions``: articles and bytes of each; ``set_aside``: number of records.

    Raises
    ------
    SourceError
        There is no such source, or a table lacks a column or a first line that can be read.
    CorpusError
        No record is an article, a sidecar is malformed, or two articles are supplied with one
        label, by a sidecar or a column.
    """
    files = source_files(source)
    data = sidecar(source) if files[0].format == "text" else None
    supplied = parse_sidecar(data or EMPTY_SIDECAR, SIDECAR, timezone)
    seen = _Seen(work / "seen.sqlite")
    set_aside: list[tuple[Any, ...]] = []
    partitions = []
    labels = _Labels(supplied)
    try:
        checked = _checked(
            read_records(files, longest=_longest_line(partition_bytes)),
            seen, labels, set_aside, partition_bytes, timezone,
        )  # fmt: skip
        for number, (rows, size) in enumerate(_packed(checked, partition_bytes)):
            frame = pd.DataFrame(rows, columns=list(RECORD_COLUMNS), dtype="str")
            write_table(frame, RECORD_COLUMNS, part(work / "records", number))
            partitions.append({"articles": len(rows), "bytes": size})
            if progress:
                progress(len(rows), size)
        if not partitions:
            reasons = "; ".join(f"{path}: {reason}" for path, _, _, reason in set_aside[:5])
            raise CorpusError(f"Nothing in {source} could be used ({reasons or 'it is empty'}).")
        check_supplied(supplied, seen, SIDECAR)
        check_labels(supplied, SIDECAR)
        labels.write(work / "labels", [partition["articles"] for partition in partitions])
    finally:
        seen.close()
    (work / SIDECAR).write_bytes(data or EMPTY_SIDECAR)
    aside = pd.DataFrame(set_aside, columns=list(SET_ASIDE_COLUMNS)).astype(SET_ASIDE_COLUMNS)
    write_table(aside, SET_ASIDE_COLUMNS, work / "set_aside.parquet")
    result = {"partitions": partitions, "set_aside": len(set_aside)}
    write_json(result, work / "intake.json")
    return result


def part(folder: Path, number: int) -> Path:
    """File of a partition in the folder of a table."""
    return folder / f"part-{number:06d}.parquet"


def _longest_line(partition_bytes: int) -> int:
    """A line holds an article and may escape each of its characters (``\\u00e9``)."""
    return 6 * partition_bytes + (1 << 16)


def _checked(
    records: Iterator[Record],
    seen: _Seen,
    labels: _Labels,
    set_aside: list[tuple[Any, ...]],
    most_bytes: int,
    timezone: str,
) -> Iterator[tuple[tuple[str, str, str], int]]:
    """Rows of `RECORD_COLUMNS` with the size of their text; others go to `set_aside`."""
    for record in records:
        reason, data = _reason(record, most_bytes, timezone)
        if not reason:
            words = with_plain_line_ends(record.text).encode("utf-8")
            digest = hashlib.blake2b(words, digest_size=16).digest()
            if same := seen.text(digest):
                reason = f"same text as {same}"
            elif place := seen.place(record.article_id):
                reason = f"article_id already given in {place}"
        if reason:
            known = record.article_id if _is_unicode(record.article_id) else None
            set_aside.append((record.path, record.row, known, reason))
            continue
        place = record.path if record.row is None else f"{record.path}, row {record.row}"
        name = record.path if record.row is None else record.article_id
        labels.add(record.article_id, record.supplied.get("label"), place)
        seen.add(record.article_id, place, digest, name)
        supplied = json.dumps(record.supplied, ensure_ascii=False)
        yield (record.article_id, record.text, supplied), len(data)


def _reason(record: Record, most_bytes: int, timezone: str) -> tuple[str, bytes]:
    """Why a record is no article (empty if it is one), and its text in UTF-8."""
    if record.reason:
        return record.reason, b""
    cells = (record.article_id, record.text, *record.supplied.values())
    if not all(map(_is_unicode, cells)):
        return "not valid UTF-8", b""
    if any(map(CONTROL.search, cells)):
        return "holds control characters: binary, or not in UTF-8", b""
    data = record.text.encode("utf-8")
    if len(data) > most_bytes:
        return f"longer than a partition may be ({len(data):,} of {most_bytes:,} bytes)", b""
    # Of a text file this was asked when it was decoded.
    if record.row is not None and (reason := why_no_article(record.text)):
        return reason, b""
    for field, value in record.supplied.items():
        try:
            supplied_value(field, value, KNOWN_FROM.format(field), timezone, field)
        except CorpusError as error:
            return str(error), b""
    return "", data


def _is_unicode(value: str | None) -> bool:
    """Whether a text can be written at all: bytes that were no UTF-8 became lone surrogates."""
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _packed(
    rows: Iterator[tuple[tuple[str, str, str], int]], most_bytes: int
) -> Iterator[tuple[list[tuple[str, str, str]], int]]:
    """Rows in packs of at most `most_bytes`, with the bytes of each pack.

    The first packs are smaller: a small source is shared out between workers, too.
    """
    pack: list[tuple[str, str, str]] = []
    total = 0
    before = 0
    for row, size in rows:
        full = min(most_bytes, max(FIRST_BYTES, before // SHARE))
        if pack and total + size > full:
            yield pack, total
            before += total
            pack, total = [], 0
        pack.append(row)
        total += size
    if pack:
        yield pack, total
