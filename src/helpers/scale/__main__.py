"""Command line of `helpers.scale`: ``python -m helpers.scale SOURCE OUT``."""

import argparse
import sys
from pathlib import Path

import pandas as pd

from helpers.corpus import TIMEZONE
from helpers.positions import read_targets
from helpers.scale.run import PARTITION_BYTES, ScaleError, analyse_folder


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; 0 if all went well, 1 if not, 130 if it was interrupted."""
    options = _parser().parse_args(arguments)
    try:
        summary = analyse_folder(
            options.source,
            options.out,
            targets=_targets(options.targets),
            stop_words=options.stop_words or "default",
            top=options.top,
            timezone=options.timezone,
            attitudes=options.attitudes,
            word_lists=options.word_lists,
            partition_bytes=round(options.partition_mb * 1e6),
            workers=options.workers,
            scheduler=options.scheduler,
            resume=options.resume,
            progress=not options.quiet,
        )
    except (ScaleError, ValueError, OSError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command with --resume goes on.", file=sys.stderr)
        return 130
    for row in summary.itertuples():
        print(f"{row.table:20}{row.rows:>15,} rows{row.bytes / 1e6:>12,.1f} MB")
    return 0


def _targets(path: Path | None) -> pd.DataFrame | None:
    """The targets of a file, read as the notebooks read it; without a file, none."""
    return None if path is None else read_targets(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers.scale",
        description="Analyse any number of articles; write the tables as Parquet files.",
        epilog="OUT appears when everything is done. A run that was ended goes on with --resume.",
    )
    add = parser.add_argument
    add("source", nargs="+", help="folder of .txt files, or CSV, JSON Lines or Parquet files with "
        "article_id and text: files, folders, globs, addresses that fsspec knows")  # fmt: skip
    add("out", type=Path, help="folder to make")
    add("--targets", type=Path, help="CSV of the targets of stance: target,pattern")
    add("--stop-words", type=Path, help="text file, one word a line (default: the project's list)")
    add("--word-lists", type=Path, help="folder of changes to the project's word lists")
    add("--top", type=int, default=10, help="distinctive terms kept of an article (%(default)s)")
    add("--timezone", default=TIMEZONE, help="zone dates are given in (%(default)s)")
    add("--attitudes", action="store_true",
        help="count beliefs, wishes and positions as statements (as the notebooks do)")  # fmt: skip
    add("--partition-mb", type=float, default=PARTITION_BYTES / 1e6,
        help="most megabytes of text that a worker has at a time (%(default)g)")  # fmt: skip
    add("--workers", type=int, help="processes (default: one a processor)")
    add("--scheduler", help="address of a running Dask cluster: tcp://...")
    add("--resume", action="store_true", help="go on with a run that was ended")
    add("--quiet", action="store_true", help="no progress")
    return parser


if __name__ == "__main__":
    sys.exit(main())
