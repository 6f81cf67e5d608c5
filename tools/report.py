"""Run the notebooks and write what they show as pages to hand on, with their tables.

python tools/report.py                                       on the three articles
python tools/report.py --articles my_articles --out my_report
"""

import argparse
import sys
import time
from pathlib import Path

from nbclient.exceptions import CellControlSignal, DeadKernelError

from helpers import exports, notebook, paths, report, runs
from helpers.corpus import CorpusError
from helpers.positions import read_targets, suggest_targets


def say(text: str, end: str = "\n") -> None:
    """Tell how it goes."""
    print(text, end=end, file=sys.stderr, flush=True)


def options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line and make its paths absolute."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", default="", help="folder of .txt files to read")
    parser.add_argument("--out", default="", help="folder of the report; otherwise build/report")
    parser.add_argument("--force", action="store_true", help="replace files of the same names")
    parser.add_argument("--caller", default=".", help="folder that relative paths start from")
    given = parser.parse_args(arguments)
    given.articles, given.out = (
        Path(given.caller, Path(name).expanduser()).absolute() if name else None
        for name in (given.articles, given.out)
    )
    if given.out is None:
        # What is in build was made by a command and can be made again.
        given.out, given.force = paths.BUILD / "report", True
        if given.articles:
            given.out = given.out.with_name(f"report-{given.articles.resolve().name}")
    return given


def write(articles_folder: Path, own: bool, out: Path) -> None:
    """Write copies of the notebooks, pages, tables and a description of the run to `out`."""
    copies = out / "notebooks"
    copies.mkdir(exist_ok=True)
    pages = []
    for path in runs.committed_notebooks():
        say(f"{path.name} ...", end=" ")
        began = time.monotonic()
        executed = runs.write_copy(path, copies, articles_folder if own else None)
        pages.append(report.make_page(path.stem, executed))
        say(f"{time.monotonic() - began:.1f} s")
    corpus = notebook.start(articles_folder)
    own_targets = runs.own_targets(articles_folder)
    suggest = own and not own_targets and not notebook.is_example(corpus.articles)
    targets = suggest_targets(corpus.articles) if suggest else read_targets(own_targets)
    tables = exports.all_tables(corpus.articles, targets)
    exports.write_tables(tables, out / "tables")
    description = exports.describe_run(
        articles_folder,
        {"articles": articles_folder.name, "notebooks": [page.name for page in pages]},
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
    names = ", ".join(labels[:most]) + (", …" if len(labels) > most else "")
    articles = "1 article" if len(labels) == 1 else f"{len(labels):,} articles, side by side"
    return f"{articles}: {names}."


def main(arguments: list[str]) -> int:
    """Write the report; say where it is."""
    given = options(arguments)
    folder = given.articles or paths.SEEDS
    try:
        runs.check_articles(folder)
        runs.prepare_folder(given.out, force=given.force)
        write(folder, given.articles is not None, given.out)
    except (CorpusError, runs.RunError) as error:
        say(f"Error: {error}")
        return 2
    except (CellControlSignal, DeadKernelError) as error:  # an error, a time-out, a dead kernel
        say(f"failed.\n{error}")
        return 1
    print(given.out / "index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
