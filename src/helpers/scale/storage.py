"""Tables and notes on disk, complete or absent: written under another name, then renamed.

A table is a folder of Parquet files; what a column's type is follows from the helpers' own tables.
"""

import json
import os
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers.tables import make_table

SPANS = "fragments"
"""The one column that holds lists: of ``(start, end)``."""

_TYPES = {
    "str": pa.string(),
    "object": pa.string(),  # text that may be missing
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "boolean": pa.bool_(),
}
_SPANS_TYPE = pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))


def schema_of(columns: Mapping[str, str]) -> pa.Schema:
    """Arrow schema of a table from its columns and dtypes, the same for a table without rows."""
    return pa.schema([(name, _type_of(name, dtype)) for name, dtype in columns.items()])


def _type_of(name: str, dtype: str) -> pa.DataType:
    if name == SPANS:
        return _SPANS_TYPE
    if dtype.startswith("datetime64[us, "):
        return pa.timestamp("us", dtype.removeprefix("datetime64[us, ").removesuffix("]"))
    return _TYPES[dtype]


def write_table(frame: pd.DataFrame, columns: Mapping[str, str], path: Path) -> int:
    """Write a frame with these columns as a Parquet file; return the file's size in bytes."""
    if SPANS in columns:
        spans = [[{"start": s, "end": e} for s, e in pieces] for pieces in frame[SPANS]]
        frame = frame.assign(**{SPANS: pd.Series(spans, index=frame.index, dtype="object")})
    table = pa.Table.from_pandas(
        frame[list(columns)], schema=schema_of(columns), preserve_index=False
    )
    # Without pandas' own notes: they would differ between equal tables.
    table = table.replace_schema_metadata(None)
    return _write(path, lambda partial: pq.write_table(table, partial, compression="zstd"))


def read_parts(paths: list[Path], columns: Mapping[str, str]) -> pd.DataFrame:
    """Read Parquet files, in this order, as one frame with the dtypes of `columns`."""
    rows: list[dict[str, Any]] = []
    for path in paths:
        rows += pq.read_table(path).to_pylist()
    if SPANS in columns:
        for row in rows:
            row[SPANS] = [(span["start"], span["end"]) for span in row[SPANS]]
    return make_table(rows, columns)


def write_json(value: Any, path: Path) -> int:
    """Write a value as a JSON file; return the file's size in bytes."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    return _write(path, lambda partial: partial.write_text(text + "\n", encoding="utf-8"))


def read_json(path: Path) -> Any:
    """Value of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def _write(path: Path, write: Any) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two workers that were given the same work write apart; the last to finish stays.
    partial = path.with_name(f".{path.name}.{platform.node()}.{os.getpid()}")
    try:
        write(partial)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
            size = file.seek(0, os.SEEK_END)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return size
