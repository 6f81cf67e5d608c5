"""The fast path of the tokenizer gives what the slow one gives."""

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import text as text_module
from helpers.text import analyzer, tokens

OPTIONS = [
    {"lowercase": lowercase, "numbers": numbers, "variants": variants}
    for lowercase, numbers, variants in itertools.product(
        (True, False), ("keep", "mask", "drop"), (True, False)
    )
]
PIECES = [
    *("cease", "fire", "-", "United", "States", "nations", "of", "America", "US", "us", "U.S."),
    *("U.S.'s", "Brig.-Gen.", "don't", "Lee’s", "9,000", "12:13", ".", ",", "“", "’", "(", "é"),
    *(" ", " ", " ", "\n", "\n\n", "\u00a0", "\u2028", "\x1f", "x" * 70),
]


def features_of(text, options):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    return tokens(articles, **options)["feature"].tolist()


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_both_paths_agree_on_awkward_pieces(options, pieces):
    text = "".join(pieces)
    assert analyzer(**options)(text) == features_of(text, options)


@given(text=st.text())
def test_both_paths_agree_on_any_text(text):
    assert analyzer()(text) == features_of(text, {})


def test_a_text_in_capitals_keeps_its_pronoun():
    assert analyzer()("THEY LET US GO") == ["they", "let", "us", "go"]
    assert analyzer()("The US let them go") == ["the", "u.s.", "let", "them", "go"]


def test_a_dropped_number_parts_the_words_of_a_variant():
    text = "a cease 5 fire and a cease fire"
    assert analyzer(numbers="drop")(text) == ["a", "cease", "fire", "and", "a", "ceasefire"]


def test_the_memory_of_chunks_is_bounded():
    chunks = text_module._Chunks(text_module._Options(True, "keep", True))
    chunks.most = 3
    for number in range(10):
        assert chunks[f"word{number},"] == (f"word{number}",)
        assert len(chunks) <= 3
    long = "x" * (chunks.longest + 1)
    assert chunks[long] == (long,)
    assert long not in chunks
