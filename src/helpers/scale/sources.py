"""Where articles come from: text files, CSV, JSON Lines or Parquet, from anything fsspec opens.

Records are read one after the other, so that memory holds a few of them and never a whole file.
"""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, Any, NamedTuple

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.core import url_to_fs

from helpers.corpus import (
    SIDECAR,
    SUPPLIED_FIELDS,
    id_of_file,
    order_of_file,
    text_of_bytes,
)
from helpers.wordlists import WORD_LISTS

TABLES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "json",
    ".ndjson": "json",
    ".parquet": "parquet",
}
COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
DELIMITERS = {"csv": ",", "tsv": "\t"}
REQUIRED = ("article_id", "text")

_FILES_AT_ONCE = 64
_ROWS_AT_ONCE = 256
_TOO_LONG = "\x00"


class SourceError(ValueError):
    """A source of articles cannot be used as it is."""


class SourceFile(NamedTuple):
    """One file of a source: its file system, its path there, its name in messages, its format."""

    fs: fsspec.AbstractFileSystem
    path: str
    name: str
    format: str


class Record(NamedTuple):
    """One row of a source, or one text file; either has a text or a reason why it has none.

    Attributes
    ----------
    path, row
        File, and row in it counted from 1 (``None`` for a text file).
    article_id, text
        As the source has them; ``None`` where it has none.
    supplied
        Value of each supplied field (label, title, place, publisher, published) that it has.
    reason
        Why the record is no article; empty if it is one.
    """

    path: str
    row: int | None
    article_id: str | None
    text: str | None
    supplied: dict[str, str]
    reason: str = ""


def source_files(source: str | Path | Iterable[str | Path]) -> list[SourceFile]:
    """List the files of a source.

    Parameters
    ----------
    source
        A file, a folder (with all below it), a glob, or several of them; each a path or an
        address that fsspec knows (``s3://…``, ``zip://*.txt::archive.zip``). Formats go by the
        names' ends; tables may be compressed (a further ``.gz``, ``.bz2``, ``.xz``, ``.zst``). Of
        a folder with ``.txt`` files these alone are read.

    Raises
    ------
    SourceError
        Nothing is there, or not of one format.
    """
    files = [file for item in _items(source) for file in _files(str(item))]
    kinds = {file.format for file in files}
    if "text" in kinds and len(kinds) > 1:
        raise SourceError(f"{source} mixes text files and tables; give one kind.")
    if not files:
        raise SourceError("No source is named. Give a file, a folder or a glob.")
    return files


def _files(source: str) -> list[SourceFile]:
    fs, path = url_to_fs(source)
    if fs.isdir(path):
        root, paths = path, fs.find(path)
    elif fs.exists(path):
        root, paths = fs._parent(path), [path]
    else:
        root = re.split(r"[*?\[]", path, maxsplit=1)[0].rpartition("/")[0]
        paths = [found for found in fs.glob(path) if not fs.isdir(found)]
    if not paths:
        raise SourceError(f"{source} names no file. Give a file, a folder or a glob.")
    names = {found: found.removeprefix(root.rstrip("/")).lstrip("/") for found in paths}
    files = [
        SourceFile(fs, found, name, kind)
        for found, name in names.items()
        if (kind := _format(name)) and not name.startswith(f"{WORD_LISTS}/")
    ]
    if any(file.format == "text" for file in files):
        files = [file for file in files if file.format == "text"]
    if not files:
        raise SourceError(
            f"{source} holds no file whose name ends in {', '.join(('.txt', *TABLES))}."
        )
    return sorted(files, key=_order)


def _order(file: SourceFile) -> str | tuple[str, str]:
    """Text files as the notebooks order them; tables by name."""
    return order_of_file(file.name) if file.format == "text" else file.name


def _format(name: str) -> str | None:
    name = name.lower()
    if name.endswith(".txt"):
        return "text"
    for ending in COMPRESSED:
        name = name.removesuffix(ending)
    return TABLES.get(Path(name).suffix)


def _items(source: str | Path | Iterable[str | Path]) -> list[str | Path]:
    return [source] if isinstance(source, (str, Path)) else list(source)


def sidecar(source: str | Path | Iterable[str | Path]) -> bytes | None:
    """Bytes of the ``articles.csv`` in a source that is one folder; ``None`` without one.

    Raises
    ------
    SourceError
        There are several sources, and one of them has an ``articles.csv``.
    """
    found = []
    items = _items(source)
    for item in items:
        fs, path = url_to_fs(str(item))
        path = f"{path.rstrip('/')}/{SIDECAR}"
        if fs.isfile(path):
            found.append(fs.cat_file(path))
    if found and len(items) > 1:
        raise SourceError(
            f"An {SIDECAR} speaks of the articles of one folder; give that folder alone."
        )
    return found[0] if found else None


def read_records(files: Iterable[SourceFile], *, longest: int) -> Iterator[Record]:
    """Records of files, in order; what can't be read comes as a record with the reason.

    Parameters
    ----------
    files
        As from `source_files`.
    longest
        Most characters of a line; a longer one comes with the reason instead of its text, and is
        never held in memory. Text files are fetched whole.

    Raises
    ------
    SourceError
        A table lacks ``article_id`` or ``text``, or its first line can't be read.
    """
    texts: list[SourceFile] = []
    for file in files:
        if file.format == "text":
            texts.append(file)
            if len(texts) == _FILES_AT_ONCE:
                yield from _text_records(texts)
                texts = []
        else:
            yield from _table_records(file, longest)
    yield from _text_records(texts)


def _text_records(files: list[SourceFile]) -> Iterator[Record]:
    # Sources may be on different file systems, which may have files of the same name.
    for fs, neighbours in groupby(files, key=lambda file: file.fs):
        group = list(neighbours)
        # Together: over a network, the files of a call are fetched side by side. Unlike `cat`, this
        # takes a name for what it is, also one with brackets, and not for a pattern.
        contents = fs.cat_ranges([file.path for file in group], None, None, on_error="return")
        for file, data in zip(group, contents, strict=True):
            yield _text_record(file, data)


def _text_record(file: SourceFile, data: bytes | Exception) -> Record:
    """Record of a text file from its bytes, or from the error that reading it gave."""
    text = None
    if isinstance(data, OSError):
        reason = f"cannot be opened ({data.strerror or type(data).__name__})"
    elif isinstance(data, Exception):
        raise data
    else:
        text, reason = text_of_bytes(data)
    return Record(file.name, None, id_of_file(file.name), text, {}, reason)


def _table_records(file: SourceFile, longest: int) -> Iterator[Record]:
    readers = {"json": _json_rows, "parquet": _parquet_rows}
    number = 0
    rows = readers.get(file.format, _csv_rows)(file, longest)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except SourceError:
            raise
        except (OSError, EOFError, pa.ArrowException) as error:
            reason = f"cannot be read from here on ({error})"
            yield Record(file.name, number + 1, None, None, {}, reason)
            return
        number += 1
        yield _record(file.name, number, cells)


def _record(path: str, row: int, cells: dict[str, Any] | str) -> Record:
    """Check the cells of a row; a string in their place is the reason why there are none."""
    if isinstance(cells, str):
        return Record(path, row, None, None, {}, cells)
    article_id = cells.get("article_id")
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        article_id = str(article_id)
    if not isinstance(article_id, str) or not article_id.strip():
        return Record(path, row, None, None, {}, "no article_id")
    text = cells.get("text")
    if not isinstance(text, str):
        return Record(path, row, article_id, None, {}, "no text")
    supplied = {}
    for field in SUPPLIED_FIELDS:
        value = cells.get(field)
        if isinstance(value, dt.date):  # a moment is one, too
            value = value.isoformat()
        if isinstance(value, str) and value.strip():
            supplied[field] = value.strip()
    return Record(path, row, article_id, text, supplied)


def _open(file: SourceFile, line_end: str = "\n") -> IO[str]:
    """Open a file for reading lines that end in `line_end`, which they keep; "" means any end."""
    stream = file.fs.open(file.path, "rb", compression="infer")
    # Bytes that are no UTF-8 become lone surrogates, which are found and set aside later.
    return io.TextIOWrapper(stream, "utf-8", errors="surrogateescape", newline=line_end)


def _line_end(file: SourceFile, longest: int) -> str:
    """What the lines of a table end in, going by the first: a lone CR, as of old Macs, or LF.

    One of the two for all lines: the other may stand inside a text, and must not cut it in two.
    """
    with _open(file, "") as stream:
        first = stream.readline(longest)
        is_whole = first.count('"') % 2 == 0  # else the CR stands in a quoted cell
        is_lone = first.endswith("\r") and stream.read(1) not in ("\r", "\n", "")
        return "\r" if is_whole and is_lone else "\n"


def _lines(stream: IO[str], longest: int, line_end: str = "\n") -> Iterator[str]:
    """Lines of a stream; one that is too long comes as `_TOO_LONG` instead."""
    while line := stream.readline(longest):
        if len(line) == longest and not line.endswith(line_end):
            while (rest := stream.readline(longest)) and not rest.endswith(line_end):
                pass
            yield _TOO_LONG
        else:
            yield line


def _without_mark(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield line.removeprefix("\ufeff") if number == 0 else line


def _require(columns: Iterable[str], file: SourceFile) -> None:
    columns = list(columns)
    missing = [name for name in REQUIRED if columns.count(name) != 1]
    if missing:
        raise SourceError(
            f"{file.name} needs each of the columns article_id and text once; it has "
            f"{', '.join(columns) or 'none'}."
        )


def _csv_rows(file: SourceFile, longest: int) -> Iterator[dict[str, Any] | str]:
    limit = csv.field_size_limit(longest)
    try:
        line_end = _line_end(file, longest)
        with _open(file, line_end) as stream:
            lines = _without_mark(_lines(stream, longest, line_end))
            reader = csv.reader(lines, delimiter=DELIMITERS[file.format])
            header = _csv_header(reader, file, longest)
            while True:
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield f"not CSV ({error})"
                    continue
                if cells == [_TOO_LONG]:
                    yield f"a line longer than {longest:,} characters"
                elif len(cells) == len(header):
                    yield dict(zip(header, cells, strict=True))
                elif cells:
                    yield f"expected {len(header)} cells, found {len(cells)}"
    finally:
        csv.field_size_limit(limit)


def _csv_header(reader: Iterator[list[str]], file: SourceFile, longest: int) -> list[str]:
    """Columns that the first row of a CSV file names; a `SourceError` if it is no such row."""
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise SourceError(
            f"The first line of {file.name} is not CSV ({error}). It must name the columns, "
            f"{', '.join(REQUIRED)} among them, and end as the other lines do: save the file anew "
            "as CSV in UTF-8."
        ) from error
    if header == [_TOO_LONG]:
        raise SourceError(
            f"The first line of {file.name} is longer than {longest:,} characters. It must name "
            f"the columns, {', '.join(REQUIRED)} among them: save the file anew as CSV in UTF-8."
        )
    _require(header, file)
    return header


def _json_rows(file: SourceFile, longest: int) -> Iterator[dict[str, Any] | str]:
    with _open(file) as stream:
        for line in _without_mark(_lines(stream, longest)):
            if line == _TOO_LONG:
                yield f"a line longer than {longest:,} characters"
            elif line.strip():
                try:
                    cells = json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield f"not JSON ({error})"
                else:
                    yield cells if isinstance(cells, dict) else "not a JSON object"


def _parquet_rows(file: SourceFile, _longest: int) -> Iterator[dict[str, Any] | str]:
    with file.fs.open(file.path, "rb") as stream:
        # Buffered, so that a large row group is decoded piece by piece.
        parquet = pq.ParquetFile(stream, pre_buffer=False, buffer_size=1 << 20)
        names = parquet.schema_arrow.names
        _require(names, file)
        wanted = [name for name in (*REQUIRED, *SUPPLIED_FIELDS) if name in names]
        for batch in parquet.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()
