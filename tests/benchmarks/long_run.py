"""A run over very many articles, such as a million, that may be interrupted; its time and memory.

    python tests/benchmarks/long_run.py 1000000 FOLDER

Makes the articles in FOLDER (4 GB for a million) and analyses them with two workers. Run the same
again to go on after an interruption: finished partitions are kept, and the time of all runs
adds up, to five seconds. When all is done, the result is a row in ``docs/benchmarks``.
"""

import argparse
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmark import OUT, TARGETS, Numbers, machine, peak_memory, read, say, write

from helpers.scale import analyse_folder

BEAT = 5
"""Seconds between two notes of how long a run lasts."""


def make_articles(number: int, path: Path) -> None:
    """Write the resampled articles, all or none."""
    if path.exists():
        return
    say(f"making {number:,} articles")
    partial = path.with_suffix(".partial")
    command = [sys.executable, "-m", "helpers.scale.resample", str(number), str(partial)]
    subprocess.run(command, check=True)  # noqa: S603
    partial.replace(path)


@contextmanager
def noted_run(folder: Path) -> Iterator[None]:
    """Note every few seconds how long this run lasts and what memory it takes at most."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{len(noted_runs(folder)):03d}.json"
    start = time.perf_counter()
    memory: dict[str, float] = {}
    ended = threading.Event()

    def note() -> None:
        partial = path.with_suffix(".partial")
        row = {"seconds": time.perf_counter() - start, "memory": memory}
        partial.write_text(json.dumps(row), encoding="utf-8")
        partial.replace(path)

    def beat() -> None:
        while not ended.wait(BEAT):
            note()

    with peak_memory(memory):
        note()
        heart = threading.Thread(target=beat)
        heart.start()
        try:
            yield
        finally:
            ended.set()
            heart.join()
            note()


def noted_runs(folder: Path) -> list[Numbers]:
    """What the runs so far noted."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def main() -> None:
    """Make, analyse or go on analysing, and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int, help="articles")
    parser.add_argument("folder", type=Path, help="for the articles, the tables and the notes")
    parser.add_argument("--workers", type=int, default=2, help="processes (%(default)s)")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the results")
    options = parser.parse_args()
    folder = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    source, tables = folder / f"{options.number}.jsonl", folder / f"{options.number}-tables"
    notes = folder / f"{options.number}-runs"
    make_articles(options.number, source)
    unfinished = tables.with_name(f"{tables.name}.partial")
    if unfinished.exists() and not (unfinished / "intake.json").exists():
        shutil.rmtree(unfinished)  # interrupted while reading the source: that begins anew
    if tables.exists():
        say(f"{tables} is there: this run has ended. Delete {folder} to run it anew.")
    else:
        with noted_run(notes):
            resume = unfinished.exists()
            analyse_folder(source, tables, targets=TARGETS, workers=options.workers, resume=resume)
    of_all = noted_runs(notes)
    seconds = sum(row["seconds"] for row in of_all)
    size = source.stat().st_size
    about = machine()
    row = {
        "articles": options.number,
        "bytes": size,
        "seconds": seconds,
        "runs": len(of_all),
        "ms_per_article": 1000 * seconds / options.number,
        "mb_per_s": size / 1e6 / seconds,
        "peak_worker_mb": max(row["memory"]["worker"] for row in of_all),
        "peak_together_mb": max(row["memory"]["together"] for row in of_all),
        "date": about["date"],
    }
    results = {"machine": about} | read(options.out)
    others = [old for old in results.get("long", []) if old["articles"] != options.number]
    results["long"] = sorted([*others, row], key=lambda row: row["articles"])
    write(results, options.out)
    say(f"{options.number:,} articles: {seconds / 3600:.2f} hours in {len(of_all)} run(s)")


if __name__ == "__main__":
    main()
