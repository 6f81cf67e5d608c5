"""Lexical diversity, against examples worked out by hand or in the literature."""

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.diversity import (
    hypergeometric_diversity,
    lexical_diversity,
    measure_of_textual_lexical_diversity,
    moving_average_ttr,
    mtld_factors,
    type_token_ratio,
)

SHORT_TEXTS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=9)


def test_type_token_ratio():
    assert type_token_ratio(["rain", "and", "more", "rain"]) == 3 / 4


def test_moving_average():
    # a b | b a | a a | a c: ratios 1, 1, 1/2, 1
    assert moving_average_ttr(list("abaac"), window=2) == pytest.approx(3.5 / 4)
    assert moving_average_ttr(list("abaac"), window=5) == pytest.approx(3 / 5)


@given(features=SHORT_TEXTS, window=st.integers(1, 9))
def test_moving_average_against_its_definition(features, window):
    stretches = [features[first : first + window] for first in range(len(features) - window + 1)]
    ratios = [len(set(stretch)) / window for stretch in stretches]
    expected = sum(ratios) / len(ratios) if ratios else float("nan")
    assert moving_average_ttr(features, window) == pytest.approx(expected, nan_ok=True)


def test_mtld_example_of_its_authors():
    # McCarthy & Jarvis 2010, page 384: the ratios run 1.00 1.00 1.00 1.00 .80 .667, which ends
    # a factor after the second "people"; "for the people" repeats nothing and adds no part.
    text = ["of", "the", "people", "by", "the", "people", "for", "the", "people"]
    assert mtld_factors(text[:5]) == pytest.approx((1 - 0.8) / 0.28)
    assert mtld_factors(text[:6]) == 1
    assert mtld_factors(text) == 1
    # Backwards: people the for people (.75) the (.60) ends a factor, then nothing repeats.
    assert mtld_factors(text[::-1]) == 1
    assert measure_of_textual_lexical_diversity(text) == 9


def test_mtld_parts_of_factors():
    # a b a: ratio 2/3, (1 - 2/3) / (1 - 1/2) = 2/3 of a factor each way, 3 / (2/3) words.
    assert measure_of_textual_lexical_diversity(list("aba"), threshold=0.5) == pytest.approx(4.5)
    # a a b b c forwards: aa ends a factor (1/2), bb another, c adds nothing: 2.
    # Backwards c b b (2/3) ends one, aa another: 2.
    assert measure_of_textual_lexical_diversity(list("aabbc")) == pytest.approx(2.5)


def test_mtld_directions_are_averaged():
    # a a b c forwards: aa ends a factor, bc adds none: 4 / 1. Backwards c b a a has ratio 3/4,
    # (1 - 3/4) / (1 - .72) = .25 / .28 of a factor: 4 / (.25 / .28) = 4.48.
    assert measure_of_textual_lexical_diversity(list("aabc")) == pytest.approx((4 + 4.48) / 2)


def test_a_factor_ends_below_the_threshold_not_at_it():
    assert mtld_factors(list("aab"), threshold=0.5) == pytest.approx((1 - 2 / 3) / 0.5)


def test_hypergeometric_diversity():
    # Of the six pairs from a a b c only aa has one type: (5 * 2 + 1) / 6 types, over 2 words.
    assert hypergeometric_diversity(list("aabc"), sample_size=2) == pytest.approx(11 / 12)


@given(features=SHORT_TEXTS, sample_size=st.integers(1, 5))
def test_hypergeometric_diversity_against_every_sample(features, sample_size):
    samples = list(itertools.combinations(features, sample_size))
    ratios = [len(set(sample)) / sample_size for sample in samples]
    expected = sum(ratios) / len(ratios) if ratios else float("nan")
    found = hypergeometric_diversity(features, sample_size)
    assert found == pytest.approx(expected, nan_ok=True)


def test_table():
    articles = pd.DataFrame(
        {"article_id": ["long", "short", "none"], "text": ["a a b c. " * 20, "Rain.", ""]}
    )
    found = lexical_diversity(articles, window=4).set_index("article_id")
    assert found["n_tokens"].tolist() == [80, 1, 0]
    assert found["n_types"].tolist() == [3, 1, 0]
    assert found.loc["long", "TTR"] == pytest.approx(3 / 80)
    # Each four words in a row are a a b c in some turn: 3 types.
    assert found.loc["long", "MATTR"] == pytest.approx(3 / 4)
    assert found.loc["short", "TTR"] == 1
    assert found.loc["short", ["MATTR", "MTLD", "HD_D"]].isna().all()
    assert found.loc["none", ["TTR", "MATTR", "MTLD", "HD_D"]].isna().all()


@pytest.mark.parametrize(
    ("option", "value"), [("window", 0), ("threshold", 1.0), ("threshold", 0), ("sample_size", 0)]
)
def test_impossible_options(option, value):
    articles = pd.DataFrame({"article_id": ["x"], "text": ["rain and wind"]})
    with pytest.raises(ValueError, match=f"{option}={value}"):
        lexical_diversity(articles, **{option: value})
