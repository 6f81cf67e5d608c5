"""Articles to try things on, as many as wanted: paragraphs of other articles drawn anew.

``python -m helpers.scale.resample 5000 articles.jsonl`` makes them from the three articles.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from helpers.corpus import article_parts, read_articles
from helpers.paths import SEEDS

SEED = 2012
PARAGRAPHS = (12, 32)
"""Fewest and most paragraphs of an article, which makes about 4,000 characters on average."""


def resampled_articles(
    articles: pd.DataFrame, number: int, *, seed: int = SEED
) -> Iterator[tuple[str, str]]:
    """Make articles of paragraphs of `articles`, drawn with replacement.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    number
        How many to make.
    seed
        The same seed gives the same articles, and fewer of them are the first ones of more.

    Yields
    ------
    tuple of (str, str)
        ``article_id`` (``r0000000``, ``r0000001``, …) and ``text``.
    """
    parts = article_parts(articles)
    texts = articles.set_index("article_id")["text"]
    paragraphs = [
        texts[row.article_id][row.start : row.end]
        for row in parts[parts["part"] == "paragraph"].itertuples()
    ]
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    for count in range(number):
        drawn = chance.choices(paragraphs, k=chance.randint(*PARAGRAPHS))
        yield f"r{count:07d}", "\n\n".join(drawn)


def main(arguments: list[str] | None = None) -> None:
    """Write resampled articles as JSON Lines."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.scale.resample",
        description="Make articles of the three articles' paragraphs, drawn anew.",
    )
    parser.add_argument("number", type=int, help="how many")
    parser.add_argument("out", type=Path, help="JSON Lines file to write")
    parser.add_argument("--seed", type=int, default=SEED, help="of the drawing (%(default)s)")
    options = parser.parse_args(arguments)
    with options.out.open("w", encoding="utf-8", newline="\n") as file:
        articles = resampled_articles(read_articles(SEEDS), options.number, seed=options.seed)
        for article_id, text in articles:
            row = {"article_id": article_id, "text": text}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
