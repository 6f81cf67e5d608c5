"""Log-likelihood ratios against Dunning's published ones; collocations on a small text."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.association import collocations, log_likelihood

CELLS = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("cells", "g2"),
    [  # Dunning 1993, table 1: bigrams of a Swiss text by -2 log lambda
        ((110, 2442, 111, 29114), 270.72),  # the swiss
        ((29, 13, 123, 31612), 263.90),  # can be
        ((31, 23, 139, 31584), 256.84),  # previous year
        ((10, 0, 3, 31764), 167.23),  # mineral water
    ],
)
def test_published_values(cells, g2):
    assert round(float(log_likelihood(*cells)), 2) == g2


def test_a_table_by_hand():
    # [[6, 2], [2, 6]]: every expected count is 4.
    # 2 * (2 * 6 ln(6/4) + 2 * 2 ln(2/4)) = 24 ln 1.5 - 8 ln 2
    assert log_likelihood(6, 2, 2, 6) == pytest.approx(24 * np.log(1.5) - 8 * np.log(2))


def test_sign_says_which_way():
    assert log_likelihood(2, 6, 6, 2) == -log_likelihood(6, 2, 2, 6)


def test_arrays_and_empty_cells():
    found = log_likelihood([0, 5, 0], [0, 5, 3], [0, 5, 3], [0, 5, 0])
    # The last: expected 1.5 everywhere, 2 * (2 * 3 ln 2), and the first cell lies below.
    assert found.tolist() == pytest.approx([0, 0, -12 * np.log(2)])


@given(a=CELLS, b=CELLS, c=CELLS, d=CELLS)
def test_turning_the_table_changes_nothing(a, b, c, d):
    assert log_likelihood(a, b, c, d) == pytest.approx(log_likelihood(a, c, b, d), abs=1e-6)
    assert log_likelihood(a, b, c, d) == pytest.approx(-log_likelihood(b, a, d, c), abs=1e-6)


def test_a_count_below_zero_is_an_error():
    with pytest.raises(ValueError, match="below zero"):
        log_likelihood(1, -1, 2, 2)


PORT = pd.DataFrame(
    {
        "article_id": ["x", "y"],
        "text": [
            "The port authority closed the port. The port authority said so.",
            "A port town. Port authority staff left town. The end.",
        ],
    }
)


def test_collocations_counted_by_hand():
    found = collocations(PORT).set_index("feature")
    # Bigrams: the port, port authority, authority closed, closed the, the port | the port,
    # port authority, authority said, said so | a port, port town | port authority,
    # authority staff, staff left, left town | the end: 16.
    row = found.loc["port authority"]
    assert row[["first", "second"]].tolist() == ["port", "authority"]
    assert row[["frequency", "docfreq", "n_first", "n_second"]].tolist() == [3, 2, 4, 3]
    assert row["expected"] == pytest.approx(4 * 3 / 16)
    assert row["G2"] == pytest.approx(float(log_likelihood(3, 1, 0, 12)))
    assert found.index.tolist() == ["port authority"]


def test_stop_words_count_among_the_chances_only():
    every = collocations(PORT, stop_words=None).set_index("feature")
    assert every.loc["the port", ["frequency", "n_first", "n_second"]].tolist() == [3, 4, 4]
    some = collocations(PORT).set_index("feature")
    assert every.loc["port authority", "G2"] == some.loc["port authority", "G2"]


def test_ties_are_in_the_order_of_the_alphabet():
    found = collocations(PORT, min_count=1, stop_words=["the"])
    assert found["G2"].round(9).is_monotonic_decreasing
    for _, tied in found.groupby(found["G2"].round(9)):
        assert tied["feature"].tolist() == sorted(tied["feature"])
    assert found["frequency"].min() == 1


def test_no_pair_is_frequent_enough():
    found = collocations(PORT, min_count=9)
    assert found.empty
    assert found.columns[:3].tolist() == ["feature", "first", "second"]
