"""Run the notebooks and write what they show as pages to hand on, with their tables.

python tools/report.py                                       on the three articles
python tools/report.py --articles my_articles --out my_report
"""

import argparse
import sys
import time
from pathlib import Path

from helpers import commands, exports, notebook, paths, report, runs
from helpers.companions import find_targets


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = commands.options(__doc__.splitlines()[0])
    commands.add_out(parser, "build/report, or build/report-<articles>")
    given = commands.read_options(parser, arguments, "articles", "out")
    if given.out is None:
        # What is in build was made by a command and can be made again.
        given.out, given.force = paths.BUILD / "report", True
        if given.articles:
            given.out = given.out.with_name(f"report-{given.articles.resolve().name}")
    return given


def write(articles: Path | None, out: Path) -> None:
    """Write copies of the notebooks, pages, tables and a description of the run to `out`."""
    copies = out / "notebooks"
    copies.mkdir(exist_ok=True)
    pages = []
    for path in runs.committed_notebooks():
        commands.say(f"{path.name} ...", end=" ")
        began = time.monotonic()
        pages.append(report.make_page(path.stem, runs.write_copy(path, copies, articles)))
        commands.say(f"{time.monotonic() - began:.1f} s")
    corpus = notebook.read(articles)
    targets, _ = find_targets(corpus)
    tables = exports.all_tables(corpus.articles, targets)
    exports.write_tables(tables, out / "tables")
    description = exports.describe_run(
        corpus.folder,
        {"articles": corpus.folder.name, "notebooks": [page.name for page in pages]},
    )
    exports.write_run(description, out / "run.json")
    report.write_pages(
        pages,
        out,
        about=about(corpus.articles["label"].tolist()),
        downloads=[(name, exports.ONE_ROW_IS[name], len(table)) for name, table in tables.items()],
    )


def about(labels: list[str], most: int = 6) -> str:
    """Name what was read."""
    articles = "1 article" if len(labels) == 1 else f"{len(labels):,} articles, side by side"
    return f"{articles}: {notebook.first_labels(labels, most)}."


def main(arguments: list[str]) -> int:
    """Write the report; say where it is."""
    given = read_options(arguments)

    def command() -> None:
        if given.articles:
            commands.warn(runs.check_articles(given.articles))
        runs.prepare_folder(given.out, force=given.force)
        write(given.articles, given.out)
        print(given.out / "index.html")

    return commands.finish(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
