"""Score the rules on articles that you labelled.

    python tools/score.py --articles my_articles                        labels in my_articles/labels
    python tools/score.py --articles my_articles --labels my_labels.csv

`data/labels/TEMPLATE.csv` shows what labels of statements look like.
"""

import sys
from pathlib import Path

import pandas as pd

from helpers import commands, notebook
from helpers.casualties import find_casualty_claims
from helpers.casualty_evaluation import claim_misses, score_claims
from helpers.companions import find_targets, label_files
from helpers.corpus import Corpus, describe_set_aside
from helpers.evaluation import evaluate_statements, statement_misses
from helpers.labelling import kind_of, read_marks
from helpers.stance import rate_stance
from helpers.stance_evaluation import label_agreement, stance_scores
from helpers.statements import find_statements
from helpers.userfiles import FileError

Scores = tuple[pd.DataFrame, pd.DataFrame]
"""Scores, and every miss."""


def score_statements(corpus: Corpus, labels: pd.DataFrame) -> Scores:
    """Who says what."""
    statements = find_statements(corpus.articles, attitudes=True)
    misses = statement_misses(statements, labels, corpus.articles)
    return (
        evaluate_statements(statements, labels, corpus.articles),
        misses[["miss", "article_id", "start", "content", "speaker"]],
    )


def score_casualty_claims(corpus: Corpus, labels: pd.DataFrame) -> Scores:
    """How many dead, according to whom."""
    claims = find_casualty_claims(corpus.articles)
    return score_claims(claims, labels), claim_misses(claims, labels, corpus.articles)


def score_stance(corpus: Corpus, labels: pd.DataFrame) -> Scores:
    """Who is for or against what."""
    statements = find_statements(corpus.articles, attitudes=True)
    ratings = rate_stance(statements, find_targets(corpus)[0], corpus.articles)
    compared = label_agreement(ratings, statements, labels)
    misses = compared[compared["label"] != compared["stance"]]
    return (
        pd.DataFrame([stance_scores(compared)]),
        misses[["article_id", "start", "speaker", "target", "label", "stance", "rule"]],
    )


SCORES = {
    "statements": score_statements,
    "casualty_claims": score_casualty_claims,
    "stance": score_stance,
}


def score(corpus: Corpus, path: Path) -> None:
    """Print the scores of one file of labels, then everything that was missed or is in excess."""
    kind = kind_of(path)
    labels = read_marks(path, corpus.articles, kind)
    if labels.empty:
        raise FileError(f"{path.name} holds no label. Write one per line below the header.")
    scores, misses = SCORES[kind](corpus, labels)
    with pd.option_context("display.width", 160, "display.max_columns", None):
        print(f"{path.name}: {len(labels):,} labels ({kind.replace('_', ' ')})")
        print(scores.round(2).to_string(index=False, na_rep="-"))
        print()
        if misses.empty:
            print("Nothing was missed, and nothing found in excess.")
        else:
            print(misses.to_string(index=False, na_rep="-", max_colwidth=70))


def main(arguments: list[str]) -> int:
    """Score one file of labels, or all that stand beside the articles."""
    parser = commands.options(__doc__.splitlines()[0])
    parser.add_argument("--labels", default="", help="CSV file; or else those beside the articles")
    given = commands.read_options(parser, arguments, "articles", "labels")

    def command() -> None:
        corpus = notebook.read(given.articles)
        commands.warn(describe_set_aside(corpus))
        files = [given.labels] if given.labels else label_files(corpus)
        if not files:
            raise FileError(
                "There are no labels beside the articles. Name a file: LABELS=my_labels.csv; "
                "data/labels/TEMPLATE.csv shows what it looks like."
            )
        for path in files:
            score(corpus, path)

    return commands.finish(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
