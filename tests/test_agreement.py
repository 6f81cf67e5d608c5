"""Measures side by side, their agreement, and the effect of settings."""

import pandas as pd
import pytest

from helpers.agreement import (
    compare_each,
    compare_measures,
    kept_by_setting,
    leading_terms,
    rank_agreement,
    rank_changes,
    ranks_by_setting,
)
from helpers.distinctiveness import keyness, log_odds, tf_idf
from helpers.frequency import word_frequencies

COAST = pd.DataFrame(
    {
        "article_id": ["a0", "a1", "a2"],
        "text": [
            "rain rain rain rain wind wind wind sea sea mill the the",
            "wind wind sun sun the sea",
            "sea sun the the storm storm",
        ],
        "publisher": ["Post", "Star", "Star"],
    }
)


class TestComparison:
    def test_each_measure_is_the_one_of_its_own_function(self):
        found = compare_measures(COAST, "a0").set_index("feature")
        assert set(found.index) == {"rain", "wind", "sea", "mill", "the"}
        weights = tf_idf(COAST)
        weights = weights[weights["article_id"] == "a0"].set_index("feature")
        frequencies = word_frequencies(COAST).set_index("feature")
        for feature, row in found.iterrows():
            assert row["tf_idf"] == pytest.approx(weights.loc[feature, "tf_idf"])
            assert row["rank_tf_idf"] == weights.loc[feature, "rank"]
            assert row["docfreq"] == frequencies.loc[feature, "docfreq"]
            assert row["DP"] == pytest.approx(frequencies.loc[feature, "DP"])
        for name, table in {"G2": keyness(COAST, "a0"), "z": log_odds(COAST, "a0")}.items():
            scores = table.set_index("feature")[name]
            assert found[name].to_dict() == pytest.approx(scores[found.index].to_dict())
            assert found[f"rank_{name}"].idxmin() == scores.idxmax()

    def test_low_evidence_is_a_count_of_one_or_two(self):
        found = compare_measures(COAST, "a0").set_index("feature")
        assert found["low_evidence"].to_dict() == {
            "rain": False, "wind": False, "sea": True, "mill": True, "the": True,
        }  # fmt: skip
        assert compare_measures(COAST, "a0", low=3)["low_evidence"].sum() == 4

    def test_order_is_by_the_sum_of_the_ranks(self):
        found = compare_measures(COAST, "a0")
        sums = found[["rank_tf_idf", "rank_G2", "rank_z"]].sum(axis=1)
        assert sums.is_monotonic_increasing
        assert found["feature"].iloc[0] == "rain"

    def test_a_group_is_one_document(self):
        grouped = compare_measures(COAST, "Star", by="publisher").set_index("feature")
        listed = compare_measures(COAST, ["a1", "a2"]).set_index("feature")
        pd.testing.assert_frame_equal(grouped, listed)
        assert grouped.loc["sun", "n_target"] == 3
        merged = tf_idf(COAST, by="publisher").set_index(["publisher", "feature"])
        assert grouped.loc["sun", "tf_idf"] == pytest.approx(merged.loc[("Star", "sun"), "tf_idf"])
        assert grouped.loc["sun", "docfreq"] == 2  # articles, not documents

    def test_an_article_without_a_value_is_not_taken_for_a_group(self):
        articles = COAST.assign(publisher=["Post", "Star", None])
        with pytest.raises(ValueError, match=r"1 article\(s\) have no publisher .*'a2'"):
            compare_measures(articles, "Star", by="publisher")

    def test_an_unknown_target(self):
        with pytest.raises(ValueError, match="No article has"):
            compare_measures(COAST, "a9")


class TestEach:
    def test_each_article_in_turn(self):
        found = compare_each(COAST)
        assert found.columns[0] == "article_id"
        for article_id in COAST["article_id"]:
            rows = found[found["article_id"] == article_id].drop(columns="article_id")
            expected = compare_measures(COAST, article_id)
            pd.testing.assert_frame_equal(rows.reset_index(drop=True), expected)

    def test_the_first_ones_only(self):
        assert compare_each(COAST, most=2)["article_id"].unique().tolist() == ["a0", "a1"]
        by_group = compare_each(COAST, by="publisher", most=1)
        assert by_group["publisher"].unique().tolist() == ["Post"]

    def test_a_group_without_name_is_not_dropped_in_silence(self):
        with pytest.raises(ValueError, match="have no publisher"):
            compare_each(COAST.assign(publisher=["Post", None, "Star"]), by="publisher")

    def test_one_article_alone(self):
        with pytest.raises(ValueError, match="none is left to compare with"):
            compare_each(COAST.head(1))


class TestLeaders:
    def test_by_one_measure_or_both(self):
        table = pd.DataFrame(
            {"feature": ["ant", "bat", "cat", "owl"], "rank_tf_idf": [1, 2, 3, 4],
             "rank_G2": [2, 4, 1, 3]}
        )  # fmt: skip
        found = leading_terms(table, top=2)
        assert found["feature"].tolist() == ["ant", "bat", "cat"]
        assert found["leads"].tolist() == ["both", "tf_idf", "G2"]

    def test_a_table_without_ranks(self):
        with pytest.raises(ValueError, match="rank_G2"):
            leading_terms(pd.DataFrame({"rank_tf_idf": [1]}))


class TestAgreement:
    def comparison(self, **ranks):
        return pd.DataFrame({f"rank_{measure}": values for measure, values in ranks.items()})

    def test_by_hand(self):
        found = rank_agreement(
            self.comparison(tf_idf=[1, 2, 3, 4], G2=[1, 2, 3, 4], z=[4, 3, 2, 1]), top=2
        )
        assert found[["first", "second"]].to_numpy().tolist() == [
            ["tf_idf", "G2"], ["tf_idf", "z"], ["G2", "z"],
        ]  # fmt: skip
        assert found["spearman"].tolist() == pytest.approx([1, -1, -1])
        assert found["n_shared"].tolist() == [2, 0, 0]
        assert found["n_either"].tolist() == [2, 4, 4]

    def test_spearman_by_hand(self):
        # Differences of rank 1, 1, 0, 0: 1 - 6 * 2 / (4 * (16 - 1)) = 0.8
        found = rank_agreement(self.comparison(tf_idf=[1, 2, 3, 4], G2=[2, 1, 3, 4], z=[1] * 4))
        assert found["spearman"].iloc[0] == pytest.approx(0.8)
        assert found["spearman"].iloc[1:].isna().all()

    def test_a_table_without_ranks(self):
        with pytest.raises(ValueError, match="rank_z"):
            rank_agreement(self.comparison(tf_idf=[1], G2=[1]))


class TestSettings:
    def test_ranks_side_by_side(self):
        settings = {"all words": {}, "without the": {"stop_words": ["the"]}}
        found = ranks_by_setting(COAST, "a0", settings, top=9).set_index("feature")
        assert found.columns.tolist() == ["all words", "without the"]
        # Smoothed idf: rain and mill ln(4/2) + 1 = 1.69, wind ln(4/3) + 1 = 1.29, others 1.
        # Weights: rain 6.77, wind 3.86, the and sea 2, mill 1.69.
        assert found["all words"].to_dict() == {"rain": 1, "wind": 2, "sea": 3, "the": 3, "mill": 5}
        assert pd.isna(found.loc["the", "without the"])
        assert found["without the"].dropna().to_dict() == {
            "rain": 1, "wind": 2, "sea": 3, "mill": 4,
        }  # fmt: skip

    def test_terms_that_a_setting_admits_may_be_left_out_of_the_ranks(self):
        settings = {"without the": {"stop_words": ["the"]}, "all words": {}}
        found = ranks_by_setting(COAST, "a0", settings, top=9, among_first=True)
        ranks = {"rain": 1, "wind": 2, "sea": 3, "mill": 4}  # of all words, mill has rank 5
        assert found.set_index("feature")["without the"].to_dict() == ranks
        assert found.set_index("feature")["all words"].to_dict() == ranks

    def test_several_targets_are_an_error(self):
        with pytest.raises(ValueError, match=r"target=\['a0'\]: give one value of article_id"):
            ranks_by_setting(COAST, ["a0"], {"plain": {}})

    def test_a_term_that_leads_anywhere_is_shown(self):
        settings = {"plain": {}, "rare": {"max_df": 1}}
        found = ranks_by_setting(COAST, "a0", settings, top=2)
        assert found["feature"].tolist() == ["rain", "wind", "mill"]
        assert found["rare"].tolist() == [1, pd.NA, 2]

    def test_clear_errors(self):
        with pytest.raises(ValueError, match="no setting"):
            ranks_by_setting(COAST, "a0", {})
        with pytest.raises(ValueError, match="No article has"):
            ranks_by_setting(COAST, "a9", {"plain": {}})


RANKS = pd.DataFrame(
    {
        "feature": ["ant", "bat", "cat", "owl"],
        "standard": pd.array([1, 2, 5, None], dtype="Int64"),
        "other": pd.array([2, 4, 1, 3], dtype="Int64"),
        "third": pd.array([None, 1, 5, None], dtype="Int64"),
    }
)


def test_changes_are_written_beside_the_ranks():
    found = rank_changes(RANKS)
    assert found["standard"].fillna("").tolist() == ["1", "2", "5", ""]
    assert found["other"].tolist() == ["2 (-1)", "4 (-2)", "1 (+4)", "3 (new)"]
    assert found["third"].fillna("").tolist() == ["", "1 (+1)", "5 (=)", ""]


def test_how_many_leading_terms_stay():
    found = kept_by_setting(RANKS, top=2)
    assert found.to_numpy().tolist() == [["other", 1, 2], ["third", 1, 2]]
