"""Counting and weighting against scikit-learn's own defaults, on the same made-up articles.

    python tests/benchmarks/tfidf_speed.py [number of articles]

Prints processor seconds and their ratio. Not a test: a machine that is busy or slow fails nobody.
"""

import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from helpers.distinctiveness import tf_idf, tf_idf_matrix
from helpers.frequency import document_term_matrix

ROUNDS = 3
VOCABULARY = 60_000
WORDS_AN_ARTICLE = 500
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ki", "lo", "me", "nu", "pra", "ste", "ing", "ous")
FRAMES = (
    '"{} {} {} {}," {} {} said.',
    "{} {} {} in {} {}, {} {}'s {} {} {}.",
    "The U.S. {} {} {} a cease-fire {} {}; {} {} {} of 13,000 {}.",
    "{} {} {} {} {} — {} {} {} — {} {} {} {} against {}.",
    "Brig.-Gen. {} {} wasn't {} {} {} {} ({} {} {}) {} the United Nations.",
)


def made_up_articles(number: int) -> pd.DataFrame:
    """Articles of invented words whose frequencies fall as those of real words do (Zipf)."""
    chance = random.Random(2012)  # noqa: S311 - nothing here is a secret
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(VOCABULARY)]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    texts = []
    for _ in range(number):
        drawn = iter(chance.choices(words, cum_weights=weights, k=2 * WORDS_AN_ARTICLE))
        sentences, length = [], 0
        while length < WORDS_AN_ARTICLE:
            frame = chance.choice(FRAMES)
            gaps = frame.count("{}")
            sentence = frame.format(*itertools.islice(drawn, gaps))
            sentences.append(sentence[0].upper() + sentence[1:])
            length += gaps + 4
        breaks = (chance.choice((" ", " ", "\n\n")) for _ in sentences)
        texts.append("".join(itertools.chain.from_iterable(zip(sentences, breaks, strict=True))))
    ids = [f"{number:06d}" for number in range(number)]
    return pd.DataFrame({"article_id": ids, "text": texts})


def seconds(function: Callable[[], object]) -> float:
    """Processor time of one call: other programs on the machine hardly disturb it."""
    start = time.process_time()
    function()
    return time.process_time() - start


def main() -> None:
    """Time the three in turn, so that a slow spell of the machine meets all of them."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    articles = made_up_articles(number)
    texts = articles["text"].tolist()
    print(f"{number:,} articles, {sum(map(len, texts)) / 1e6:.0f} million characters")
    contenders = {
        "scikit-learn's defaults": lambda: TfidfTransformer().fit_transform(
            CountVectorizer().fit_transform(texts)
        ),
        "counting and weighting": lambda: tf_idf_matrix(document_term_matrix(articles)),
        "the same, as a ranked table": lambda: tf_idf(articles),
    }
    times = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, function in contenders.items():
            times[name].append(seconds(function))
    # The first call also fills the tokenizer's memory of words; a later one finds it filled.
    print(f"{'':30}{'first call':>20}{'median':>20}")
    base = times["scikit-learn's defaults"]
    for name, values in times.items():
        cells = (
            f"{value:10.2f} s {value / unit:5.2f} x"
            for value, unit in (
                (values[0], base[0]),
                (statistics.median(values), statistics.median(base)),
            )
        )
        print(f"{name:30}{''.join(cells)}")


if __name__ == "__main__":
    main()
