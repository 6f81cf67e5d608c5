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


def test_variants_that_overlap_are_read_from_the_left(monkeypatch):
    runs = {
        "north": [(("north", "sea"), "nordsee")],
        "sea": [(("sea", "shore"), "coast")],
    }
    variants = text_module._Variants({}, {}, runs)
    monkeypatch.setattr(text_module, "_variants", lambda: variants)
    text = "North Sea shore, sea shore"
    assert analyzer()(text) == ["nordsee", "shore", "coast"]
    assert features_of(text, {}) == ["nordsee", "shore", "coast"]


class CountingList(list):
    """A list that counts how many items its slices copy."""

    copied = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        if isinstance(key, slice):
            CountingList.copied += len(found)
        return found


def test_joining_runs_copies_every_item_once_at_most():
    items = CountingList(["united", "states"] * 5000)
    runs = [(place, place + 2, "U.S.") for place in range(0, len(items), 2)]
    joined = text_module._joined(items, runs, ["u.s."] * len(runs))
    assert joined == ["u.s."] * 5000
    assert CountingList.copied <= len(items)
