"""TF-IDF, keyness and log-odds against published examples and arithmetic by hand."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from helpers.distinctiveness import (
    DocumentFrequencies,
    adjusted_p,
    explain_tf_idf,
    keyness,
    log_odds,
    similarity,
    target_rows,
    tf_idf,
)


def table(*texts, **columns):
    ids = [f"a{number}" for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": list(texts), **columns})


def repeated(**counts):
    return " ".join(f"{word} " * count for word, count in counts.items())


# The counts of the example in scikit-learn's user guide, section "Tf-idf term weighting".
GUIDE = table(
    repeated(alpha=3, gamma=1),
    repeated(alpha=2),
    repeated(alpha=3),
    repeated(alpha=4),
    repeated(alpha=3, beta=2),
    repeated(alpha=3, gamma=2),
)

TOWNS = table(
    repeated(rain=6, wind=2, the=2),  # 10 words
    repeated(rain=1, wind=4, sun=5),  # 10 words
    repeated(sun=4, wind=4, the=2),  # 10 words
    publisher=["Post", "Star", "Star"],
)


class TestTfIdf:
    @pytest.mark.parametrize(
        ("smooth_idf", "expected"),
        [
            (False, {"a0": (0.81940995, 0.57320793), "a4": (0.47330339, 0.88089948),
                     "a5": (0.58149261, 0.81355169), "a1": (1.0,)}),
            (True, {"a0": (0.85151335, 0.52433293), "a4": (0.55422893, 0.83236428),
                    "a5": (0.63035731, 0.77630514), "a1": (1.0,)}),
        ],
    )  # fmt: skip
    def test_the_example_of_the_user_guide(self, smooth_idf, expected):
        found = tf_idf(GUIDE, smooth_idf=smooth_idf)
        for article_id, weights in expected.items():
            rows = found[found["article_id"] == article_id].sort_values("feature")
            assert rows["tf_idf"].tolist() == pytest.approx(weights, abs=1e-8)

    def test_one_term_by_hand(self):
        # rain: 6 times in a0, in 2 of 3 articles. the: 2 times, in 2 of 3. wind: 2, in 3 of 3.
        found = tf_idf(TOWNS).set_index(["article_id", "feature"]).loc["a0"]
        idf = math.log((1 + 3) / (1 + 2)) + 1
        assert found.loc["rain", ["frequency", "docfreq", "tf"]].tolist() == [6, 2, 6]
        assert found.loc["rain", "idf"] == pytest.approx(idf)
        length = math.sqrt((6 * idf) ** 2 + (2 * idf) ** 2 + (2 * 1) ** 2)
        assert found.loc["rain", "tf_idf"] == pytest.approx(6 * idf / length)
        assert found["rank"].to_dict() == {"rain": 1, "the": 2, "wind": 3}

    def test_options(self):
        plain = tf_idf(TOWNS, norm=None, smooth_idf=False).set_index(["article_id", "feature"])
        assert plain.loc[("a1", "sun"), "tf_idf"] == pytest.approx(5 * (math.log(3 / 2) + 1))
        slow = tf_idf(TOWNS, norm=None, sublinear_tf=True).set_index(["article_id", "feature"])
        assert slow.loc[("a1", "sun"), "tf"] == pytest.approx(1 + math.log(5))
        without = tf_idf(TOWNS, norm="l1", use_idf=False).set_index(["article_id", "feature"])
        assert without.loc[("a0", "rain"), ["idf", "tf_idf"]].tolist() == pytest.approx([1, 0.6])

    @pytest.mark.parametrize("norm", [None, "l1", "l2"])
    @pytest.mark.parametrize("smooth_idf", [True, False])
    @pytest.mark.parametrize("sublinear_tf", [True, False])
    @pytest.mark.parametrize("use_idf", [True, False])
    def test_the_columns_agree_with_each_other(self, norm, smooth_idf, sublinear_tf, use_idf):
        found = tf_idf(
            TOWNS, norm=norm, smooth_idf=smooth_idf, sublinear_tf=sublinear_tf, use_idf=use_idf
        )
        product = found["tf"] * found["idf"]
        groups = product.groupby(found["article_id"])
        length = {
            None: 1,
            "l1": groups.transform("sum"),
            "l2": groups.transform(lambda weights: math.sqrt((weights**2).sum())),
        }[norm]
        np.testing.assert_allclose(found["tf_idf"], product / length, atol=1e-12)

    def test_ties_are_marked_and_ordered_by_rule(self):
        found = tf_idf(table("cat cat bat bat ant owl", "owl"), norm=None)
        first = found[found["article_id"] == "a0"]
        assert first["feature"].tolist() == ["bat", "cat", "ant", "owl"]
        assert first["rank"].tolist() == [1, 1, 3, 4]
        assert first["tied"].tolist() == [True, True, False, False]

    @pytest.mark.parametrize("n_rows", [1, 2, 3])
    def test_however_many_articles_are_sorted_at_once(self, n_rows, monkeypatch):
        monkeypatch.setattr("helpers.distinctiveness.ROWS_SORTED_AT_ONCE", n_rows)
        found = tf_idf(TOWNS, norm=None, use_idf=False, stop_words=None)
        assert list(zip(found["article_id"], found["feature"], found["tf_idf"], strict=True)) == [
            ("a0", "rain", 6), ("a0", "the", 2), ("a0", "wind", 2),
            ("a1", "sun", 5), ("a1", "wind", 4), ("a1", "rain", 1),
            ("a2", "sun", 4), ("a2", "wind", 4), ("a2", "the", 2),
        ]  # fmt: skip

    def test_rank_starts_anew_with_each_article(self):
        found = tf_idf(table("ant", "bat", "bat bat cat"))
        assert found["rank"].tolist() == [1, 1, 1, 2]
        assert not found["tied"].any()

    def test_articles_may_be_one_document(self):
        found = tf_idf(TOWNS, by="publisher", norm=None)
        assert found.columns[0] == "publisher"
        rows = found.set_index(["publisher", "feature"])
        assert rows.loc[("Star", "sun"), ["frequency", "docfreq"]].tolist() == [9, 1]
        assert rows.loc[("Star", "wind"), ["frequency", "docfreq"]].tolist() == [8, 2]
        assert rows.loc[("Star", "sun"), "idf"] == pytest.approx(math.log(3 / 2) + 1)

    def test_documents_keep_the_order_of_the_articles(self):
        articles = table("ant", "bat", "cat", publisher=["Z", "A", "Z"])
        found = tf_idf(articles, by="publisher")
        assert found["publisher"].tolist() == ["Z", "Z", "A"]
        assert found["feature"].tolist() == ["ant", "cat", "bat"]

    def test_numbered_groups(self):
        found = tf_idf(table("ant", "bat", month=[7, 6]), by="month")
        assert found["month"].tolist() == [7, 6]

    def test_one_single_article_ranks_by_frequency(self):
        found = tf_idf(table("cat bat bat"))
        assert found["feature"].tolist() == ["bat", "cat"]
        assert found["idf"].tolist() == [1, 1]

    def test_ngrams_and_stop_words(self):
        found = tf_idf(table("the old mill", "a mill"), ngram_range=(1, 2), stop_words="default")
        assert set(found["feature"]) == {"old", "mill", "old mill"}

    def test_an_article_that_keeps_no_term_has_no_row(self):
        found = tf_idf(table("the", "mill"), stop_words="default")
        assert found["article_id"].tolist() == ["a1"]

    def test_an_empty_vocabulary_is_an_error(self):
        with pytest.raises(ValueError, match="No feature is left"):
            tf_idf(table("the", "of"), stop_words="default")

    @given(st.lists(st.lists(st.sampled_from("abcde"), min_size=1), min_size=1, max_size=5))
    def test_rank_falls_with_weight(self, texts):
        found = tf_idf(table(*(" ".join(f"{letter}x" for letter in text) for text in texts)))
        for _, rows in found.groupby("article_id"):
            expected = rows["tf_idf"].round(10).rank(method="min", ascending=False)
            assert rows["rank"].tolist() == expected.astype(int).tolist()
            assert rows["tied"].tolist() == rows["rank"].duplicated(keep=False).tolist()


class TestExplanation:
    def test_step_by_step(self):
        # sun in a1: 5 times, in 2 of 3 articles; beside it rain once and wind 4 times.
        steps = explain_tf_idf(TOWNS, "a1", "sun").set_index("step")
        idf = math.log(4 / 3) + 1
        length = math.sqrt((1 * idf) ** 2 + (4 * 1) ** 2 + (5 * idf) ** 2)
        assert steps["value"].to_dict() == {
            "term frequency": "5",
            "articles": "3",
            "document frequency": "2",
            "idf": f"{idf:.4f}",
            "frequency times idf": f"{5 * idf:.4f}",
            "length": f"{length:.4f}",
            "TF-IDF": f"{5 * idf / length:.4f}",
        }
        assert steps.loc["idf", "arithmetic"] == "ln((1 + 3) / (1 + 2)) + 1"

    def test_it_comes_to_what_the_function_gives(self):
        for row in tf_idf(TOWNS, stop_words=["the"]).itertuples():
            steps = explain_tf_idf(TOWNS, row.article_id, row.feature, stop_words=["the"])
            assert steps["value"].iloc[-1] == f"{row.tf_idf:.4f}"

    @pytest.mark.parametrize(
        ("article_id", "feature", "message"),
        [("a9", "sun", "no article 'a9'"), ("a0", "sun", "'a0' does not have the term 'sun'"),
         ("a0", "snow", "'a0' does not have the term 'snow'")],
    )  # fmt: skip
    def test_clear_errors(self, article_id, feature, message):
        with pytest.raises(ValueError, match=message):
            explain_tf_idf(TOWNS, article_id, feature)


class TestTarget:
    def test_one_several_or_a_group(self):
        assert target_rows(TOWNS, "a1", "article_id").tolist() == [False, True, False]
        assert target_rows(TOWNS, ["a0", "a1"], "article_id").tolist() == [True, True, False]
        assert target_rows(TOWNS, "Star", "publisher").tolist() == [False, True, True]

    def test_an_article_without_the_value_is_not_taken_for_the_reference(self):
        articles = TOWNS.assign(publisher=["Post", None, "Star"])
        with pytest.raises(ValueError, match=r"1 article\(s\) have no publisher .*'a1'"):
            target_rows(articles, "Post", "publisher")

    @pytest.mark.parametrize(
        ("target", "by", "message"),
        [
            ("a9", "article_id", r"No article has article_id \['a9'\]; there is 'a0', 'a1', 'a2'"),
            (["a0", "a9"], "article_id", r"\['a9'\]"),
            ([], "article_id", "No article has"),
            ("Post", "paper", "needs the column.* paper"),
            (["a0", "a1", "a2"], "article_id", "none is left to compare with"),
        ],
    )
    def test_clear_errors(self, target, by, message):
        for measure in (keyness, log_odds):
            with pytest.raises(ValueError, match=message):
                measure(TOWNS, target, by=by)

    def test_one_single_article_has_nothing_to_be_compared_with(self):
        with pytest.raises(ValueError, match="none is left to compare with"):
            keyness(table("rain"), "a0")

    def test_a_part_without_a_word(self):
        for target, part in (("a0", "reference"), ("a1", "target")):
            with pytest.raises(ValueError, match=f"The {part} has no word"):
                keyness(table("rain", "..."), target)


class TestKeyness:
    def test_by_hand(self):
        # rain: 6 of 10 words in the target, 1 of 20 in the reference; 7 of 30 are expected.
        cells = [(6, 10 * 7 / 30), (1, 20 * 7 / 30), (4, 10 * 23 / 30), (19, 20 * 23 / 30)]
        g2 = 2 * sum(observed * math.log(observed / expected) for observed, expected in cells)
        found = keyness(TOWNS, "a0").set_index("feature")
        assert found.loc["rain", "G2"] == pytest.approx(g2)
        assert found.loc["rain", ["n_target", "n_reference"]].tolist() == [6, 1]
        assert found.loc["rain", ["per_1000_target", "per_1000_reference"]].tolist() == [600, 50]
        assert found.loc["rain", "log_ratio"] == pytest.approx(math.log2(0.6 / 0.05))

    def test_against_scipys_test_of_independence(self):
        found = keyness(TOWNS, "a0").set_index("feature")
        for feature, counts in {"rain": (6, 1), "wind": (2, 8), "the": (2, 2)}.items():
            cells = [counts, (10 - counts[0], 20 - counts[1])]
            test = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
            assert abs(found.loc[feature, "G2"]) == pytest.approx(test.statistic)
            assert found.loc[feature, "p"] == pytest.approx(test.pvalue)

    def test_the_sign_says_which_part_has_more(self):
        found = keyness(TOWNS, "a0")
        assert found["feature"].tolist() == ["rain", "the", "wind", "sun"]
        assert (found["G2"] > 0).tolist() == [True, True, False, False]

    @pytest.mark.parametrize(("times", "points"), [(1, 0), (2, 1), (4, 2), (8, 3), (16, 4)])
    def test_each_point_of_log_ratio_doubles_the_ratio(self, times, points):
        # The scale that Hardie 2014 gives: 0 the same, 1 twice, 2 four times, 3 eight times, ...
        articles = table(repeated(mill=times, rain=100 - times), repeated(mill=1, rain=99))
        found = keyness(articles, "a0").set_index("feature")
        assert found.loc["mill", "log_ratio"] == pytest.approx(points)

    def test_a_count_of_zero_becomes_a_half(self):
        found = keyness(TOWNS, "a0").set_index("feature")
        assert found.loc["sun", "log_ratio"] == pytest.approx(math.log2((0.5 / 10) / (9 / 20)))
        found = keyness(TOWNS, "Star", by="publisher").set_index("feature")
        assert found.loc["sun", "log_ratio"] == pytest.approx(math.log2((9 / 20) / (0.5 / 10)))
        found = keyness(TOWNS, "a0", zero=0.25).set_index("feature")
        assert found.loc["sun", "log_ratio"] == pytest.approx(math.log2((0.25 / 10) / (9 / 20)))

    def test_a_group_as_target(self):
        found = keyness(TOWNS, "Star", by="publisher").set_index("feature")
        assert found.loc["sun", ["n_target", "n_reference"]].tolist() == [9, 0]
        mirror = keyness(TOWNS, "Post", by="publisher").set_index("feature")
        assert found.loc["sun", "G2"] == pytest.approx(-mirror.loc["sun", "G2"])

    def test_stop_words_leave_the_other_terms_alone(self):
        every = keyness(TOWNS, "a0", correction=None).set_index("feature")
        some = keyness(TOWNS, "a0", correction=None, stop_words=["the"]).set_index("feature")
        pd.testing.assert_frame_equal(some, every.drop(index="the"))

    def test_corrections_by_hand(self):
        p = np.array([0.04, 0.01, 0.03, 0.005])
        # In order: .005 .01 .03 .04.
        assert adjusted_p(p, None).tolist() == p.tolist()
        assert adjusted_p(p, "bonferroni").tolist() == pytest.approx([0.16, 0.04, 0.12, 0.02])
        # Holm: .005 * 4, .01 * 3, .03 * 2, then .04 * 1 raised to the one before.
        assert adjusted_p(p, "holm").tolist() == pytest.approx([0.06, 0.03, 0.06, 0.02])
        # Benjamini & Hochberg: .005 * 4/1, .01 * 4/2, .03 * 4/3, .04 * 4/4.
        assert adjusted_p(p, "bh").tolist() == pytest.approx([0.04, 0.02, 0.04, 0.02])
        assert adjusted_p(np.array([0.9, 0.8]), "holm").tolist() == [1, 1]

    @pytest.mark.parametrize(
        ("option", "value", "message"),
        [("correction", "none", "correction='none'"), ("zero", 0, "zero=0")],
    )
    def test_impossible_options(self, option, value, message):
        with pytest.raises(ValueError, match=message):
            keyness(TOWNS, "a0", **{option: value})


class TestLogOdds:
    def test_by_hand(self):
        # Monroe, Colaresi & Quinn 2008, with 30 words of prior over the collection's 30 words:
        # every count gets the collection's own count on top.
        found = log_odds(TOWNS, "a0", prior_words=30).set_index("feature")
        # rain: (6 + 7) of 10 + 30 against (1 + 7) of 20 + 30.
        delta = math.log(13 / (40 - 13)) - math.log(8 / (50 - 8))
        assert found.loc["rain", "log_odds"] == pytest.approx(delta)
        assert found.loc["rain", "z"] == pytest.approx(delta / math.sqrt(1 / 13 + 1 / 8))
        assert found.loc["rain", "prior"] == 7
        # sun: (0 + 9) of 40 against (9 + 9) of 50.
        delta = math.log(9 / 31) - math.log(18 / 32)
        assert found.loc["sun", "z"] == pytest.approx(delta / math.sqrt(1 / 9 + 1 / 18))

    def test_a_uniform_prior(self):
        # Four terms share eight words.
        found = log_odds(TOWNS, "a0", prior="uniform", prior_words=8).set_index("feature")
        assert found["prior"].tolist() == [2, 2, 2, 2]
        delta = math.log(8 / (18 - 8)) - math.log(3 / (28 - 3))
        assert found.loc["rain", "log_odds"] == pytest.approx(delta)

    def test_a_prior_from_elsewhere(self):
        prior = pd.DataFrame({"feature": ["rain", "snow", "wind"], "frequency": [50, 8, 40]})
        found = log_odds(TOWNS, "a0", prior=prior, prior_words=100).set_index("feature")
        # sun and the are not there: once each, so that 98 words become 100.
        assert found["prior"].sort_index().tolist() == pytest.approx([50, 1, 1, 40])

    def test_a_larger_prior_asks_for_more_evidence(self):
        size = [
            log_odds(TOWNS, "a0", prior_words=words).set_index("feature").loc["rain", "z"]
            for words in (10, 100, 1000)
        ]
        assert size == sorted(size, reverse=True)
        assert size[-1] > 0

    def test_a_collection_of_one_word_has_finite_odds(self):
        # all 1 + 500 and 2 + 500 words are this one; half a word of others in either part
        result = log_odds(table("cat", "cat cat"), "a0").iloc[0]
        assert result["log_odds"] == pytest.approx(math.log(501 / 502))
        assert np.isfinite(result["z"])

    def test_order(self):
        found = log_odds(table("bat cat owl", "owl ant elk"), "a0")
        assert found["feature"].tolist() == ["bat", "cat", "owl", "ant", "elk"]

    def test_stop_words_leave_the_other_terms_alone(self):
        every = log_odds(TOWNS, "a0").set_index("feature")
        some = log_odds(TOWNS, "a0", stop_words=["the"]).set_index("feature")
        pd.testing.assert_frame_equal(some, every.drop(index="the"))

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"prior": "flat"}, "prior='flat'"),
            ({"prior_words": 0}, "prior_words=0"),
            ({"prior": pd.DataFrame({"word": []})}, "A prior needs the column"),
            (
                {"prior": pd.DataFrame({"feature": ["rain"], "frequency": [-1]})},
                "frequency below zero",
            ),
        ],
    )
    def test_impossible_options(self, options, message):
        with pytest.raises(ValueError, match=message):
            log_odds(TOWNS, "a0", **options)


class TestSimilarity:
    def test_by_hand(self):
        # Without idf: (3, 4) and (4, 3) of rain and wind: 24 / 25.
        articles = table(repeated(rain=3, wind=4), repeated(rain=4, wind=3), "sun")
        found = similarity(articles, use_idf=False)
        assert found.index.tolist() == found.columns.tolist() == ["a0", "a1", "a2"]
        assert found.loc["a0", "a1"] == pytest.approx(24 / 25)
        assert found.loc["a0", "a2"] == 0
        assert np.diag(found).tolist() == [1, 1, 1]

    def test_the_weights_are_those_of_tf_idf(self):
        weights = tf_idf(TOWNS).pivot_table(index="article_id", columns="feature", values="tf_idf")
        weights = weights.fillna(0).to_numpy()
        np.testing.assert_allclose(similarity(TOWNS), weights @ weights.T, atol=1e-12)

    def test_groups(self):
        assert similarity(TOWNS, by="publisher").columns.tolist() == ["Post", "Star"]

    def test_an_article_without_terms_is_like_none(self):
        found = similarity(table("rain", "...", "rain"))
        assert found.loc["a1"].isna().all()
        assert found.loc["a0", "a2"] == pytest.approx(1)

    def test_one_single_article(self):
        assert similarity(table("rain")).to_numpy().tolist() == [[1]]


@pytest.mark.parametrize("measure", [tf_idf, similarity])
def test_articles_are_left_as_they_were(measure):
    before = TOWNS.copy(deep=True)
    measure(TOWNS, by="publisher")
    keyness(TOWNS, "Star", by="publisher")
    log_odds(TOWNS, "Star", by="publisher")
    pd.testing.assert_frame_equal(TOWNS, before)


# Ids that are numbers

NUMBERED = TOWNS.assign(article_id=[1, 2, 10], year=[2011, 2012, 2012])


def test_ids_that_are_numbers_stand_as_text():
    weights = tf_idf(NUMBERED)["article_id"]
    assert weights.unique().tolist() == ["1", "2", "10"]
    assert weights.dtype == "str"
    alike = similarity(NUMBERED)
    assert alike.index.tolist() == alike.columns.tolist() == ["1", "2", "10"]


@pytest.mark.parametrize("measure", [keyness, log_odds])
def test_an_article_may_be_given_by_its_number_or_by_the_text_of_it(measure):
    for number, text in [
        (2, "2"),
        ([1, 10], ["1", "10"]),
        (np.int64(10), "10"),
        ([1, "2"], [1, 2]),
    ]:
        pd.testing.assert_frame_equal(measure(NUMBERED, number), measure(NUMBERED, text))
    with pytest.raises(ValueError, match=r"\['9'\]; there is '1', '2', '10'"):
        measure(NUMBERED, 9)


def test_an_explanation_takes_the_number_of_an_article_or_the_text_of_it():
    expected = explain_tf_idf(TOWNS, "a1", "sun")
    for article_id in (2, "2"):
        pd.testing.assert_frame_equal(explain_tf_idf(NUMBERED, article_id, "sun"), expected)
    with pytest.raises(ValueError, match="no article '9'"):
        explain_tf_idf(NUMBERED, 9, "sun")


def test_groups_that_are_numbers_stay_numbers():
    assert tf_idf(NUMBERED, by="year")["year"].unique().tolist() == [2011, 2012]
    assert similarity(NUMBERED, by="year").index.tolist() == [2011, 2012]
    assert keyness(NUMBERED, 2012, by="year")["n_target"].sum() == 20
    with pytest.raises(ValueError, match="there is 2011, 2012"):
        keyness(NUMBERED, "2012", by="year")


# Parts of a larger collection


def test_a_part_is_weighed_by_the_document_frequencies_of_the_whole(make_articles):
    articles = make_articles("apple pear", "apple plum plum", "fig apple", "pear pear fig")
    whole = tf_idf(articles)
    collection = DocumentFrequencies(
        4, pd.Series([3, 2, 2, 1], index=pd.Index(["apple", "fig", "pear", "plum"], dtype="str"))
    )
    parts = [
        tf_idf(articles[:2], collection=collection),
        tf_idf(articles[2:], collection=collection),
    ]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole)
    # By itself, the first part has apple in all of its articles; the collection has it in 3 of 4.
    apple = parts[0].query("feature == 'apple'")["idf"].iloc[0]
    assert apple == pytest.approx(math.log(5 / 4) + 1)


def test_a_feature_that_the_collection_lacks_is_named(make_articles):
    collection = DocumentFrequencies(2, pd.Series([1], index=pd.Index(["pear"], dtype="str")))
    with pytest.raises(ValueError, match="no article with the feature 'plum'"):
        tf_idf(make_articles("pear plum"), collection=collection)
