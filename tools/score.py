"""Score the rules for statements on articles that you labelled.

    python tools/score.py --articles my_articles --labels my_labels.csv

`data/labels/TEMPLATE.csv` shows what labels look like.
"""

import argparse
import sys
from pathlib import Path

import pandas as pd

from helpers.corpus import CorpusError, read_articles
from helpers.evaluation import evaluate_statements, statement_misses
from helpers.labelling import read_marked_statements
from helpers.statements import find_statements


def main(arguments: list[str]) -> int:
    """Print the scores, then everything that was missed or found in excess."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", required=True, help="folder of .txt files")
    parser.add_argument("--labels", required=True, help="CSV file, as data/labels/TEMPLATE.csv")
    parser.add_argument("--caller", default=".", help="folder that relative paths start from")
    given = parser.parse_args(arguments)
    folder, file = (
        Path(given.caller, Path(name).expanduser()) for name in (given.articles, given.labels)
    )
    try:
        articles = read_articles(folder)
        labels = read_marked_statements(file, articles)
    except (CorpusError, ValueError, OSError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    statements = find_statements(articles)
    scores = evaluate_statements(statements, labels, articles)
    misses = statement_misses(statements, labels, articles)
    with pd.option_context("display.width", 160, "display.max_columns", None):
        print(scores.round(2).to_string(index=False, na_rep="-"))
        print()
        if misses.empty:
            print("Nothing was missed, and nothing found in excess.")
        else:
            columns = ["miss", "article_id", "start", "content", "speaker"]
            print(misses[columns].to_string(index=False, na_rep="-", max_colwidth=70))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
