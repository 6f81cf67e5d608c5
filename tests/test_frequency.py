"""Counts, ranks, rates and dispersion, on texts small enough to count by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from helpers.frequency import (
    DocumentTermMatrix,
    add_up,
    dispersion,
    document_term_matrix,
    group_codes,
    is_stopped,
    leading,
    read_stop_words,
    word_frequencies,
)
from helpers.text import tokens


def table(*texts, **columns):
    ids = [f"a{number}" for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": list(texts), **columns})


def counted(articles, **options):
    matrix = document_term_matrix(articles, **options)
    return dict(
        zip(matrix.features, np.asarray(matrix.counts.sum(axis=0)).ravel().tolist(), strict=True)
    )


HARBOUR = table(
    "The harbour burns. The harbour master calls the fire service.",  # 10 words
    "A fire at the mill.",  # 5 words
    "Rain, rain, and no fire!",  # 5 words
    publisher=["Post", "Post", "Star"],
)


class TestMatrix:
    def test_counts_by_article(self):
        matrix = document_term_matrix(HARBOUR)
        assert matrix.article_ids == ("a0", "a1", "a2")
        assert matrix.features.tolist() == sorted(matrix.features)
        assert matrix.n_words.tolist() == [10, 5, 5]
        assert sparse.issparse(matrix.counts)
        column = matrix.features.tolist().index
        assert matrix.counts[:, column("the")].toarray().ravel().tolist() == [3, 1, 0]
        assert matrix.counts[:, column("rain")].toarray().ravel().tolist() == [0, 0, 2]
        assert matrix.counts.sum() == 20

    def test_the_projects_own_words_are_the_features(self):
        articles = table("The U.S. and the United States called a cease-fire; the ceasefire held.")
        assert counted(articles)["u.s."] == 2
        assert counted(articles)["ceasefire"] == 2

    def test_bigrams_stay_within_a_sentence(self):
        found = counted(table("Rain fell. Wind rose"), ngram_range=(2, 2))
        assert found == {"rain fell": 1, "wind rose": 1}

    def test_sizes_together(self):
        found = counted(table("old town hall"), ngram_range=(1, 3))
        assert found == dict.fromkeys(
            ["hall", "old", "old town", "old town hall", "town", "town hall"], 1
        )

    def test_words_are_counted_once_whatever_the_size_of_ngrams(self):
        for sizes in [(1, 1), (1, 2), (2, 3)]:
            matrix = document_term_matrix(HARBOUR, ngram_range=sizes)
            assert matrix.n_words.tolist() == [10, 5, 5]

    def test_a_dropped_number_parts_the_words_around_it(self):
        articles = table("some 40 boats sank")
        assert counted(articles, ngram_range=(2, 2), numbers="drop") == {"boats sank": 1}
        assert "some 40" in counted(articles, ngram_range=(2, 2))
        assert counted(articles, numbers="mask") == {"#": 1, "boats": 1, "sank": 1, "some": 1}

    def test_stop_words_go_after_ngrams_are_formed(self):
        articles = table("the bank of the river")
        found = counted(articles, ngram_range=(1, 4), stop_words=["the", "of"])
        assert found == {"bank": 1, "river": 1, "bank of the river": 1}

    def test_stop_words_leave_the_number_of_words_alone(self):
        matrix = document_term_matrix(HARBOUR, stop_words="default")
        assert "the" not in matrix.features
        assert matrix.n_words.tolist() == [10, 5, 5]

    def test_minimum_counts(self):
        assert set(counted(HARBOUR, min_df=2)) == {"fire", "the"}
        assert set(counted(HARBOUR, min_df=2, max_df=2)) == {"the"}
        assert set(counted(HARBOUR, min_count=3)) == {"fire", "the"}
        assert set(counted(HARBOUR, min_count=2)) == {"fire", "harbour", "rain", "the"}

    def test_case_may_be_kept(self):
        found = counted(table("The US sent us The Times"), lowercase=False, stop_words="default")
        assert found == {"U.S.": 1, "Times": 1, "sent": 1}

    def test_articles_are_left_as_they_were(self):
        before = HARBOUR.copy(deep=True)
        word_frequencies(HARBOUR, by="publisher", stop_words="default")
        pd.testing.assert_frame_equal(HARBOUR, before)

    @pytest.mark.parametrize(
        ("articles", "options", "message"),
        [
            (table(), {}, "no article"),
            (table("", "..."), {}, r"None of the 2 article\(s\) holds a word"),
            (table("Rain. Wind."), {"ngram_range": (2, 3)}, "holds 2 words in a row"),
            (table("the the"), {"stop_words": ["the"]}, "No feature is left"),
            (table("rain"), {"min_count": 2}, "min_count=2"),
            (table("rain"), {"ngram_range": (2, 1)}, "smallest, largest"),
            (table("rain"), {"ngram_range": (0, 1)}, "smallest, largest"),
            (table("rain", "wind"), {"min_df": 2}, "min_df"),
            (table("rain"), {"min_df": "two"}, "min_df"),
            (table("rain"), {"stop_words": "english"}, "'default', a pathlib.Path or a list"),
            (table("rain"), {"numbers": "hide"}, "numbers must be"),
        ],
    )
    def test_clear_errors(self, articles, options, message):
        with pytest.raises(ValueError, match=message):
            document_term_matrix(articles, **options)


class TestLeading:
    ROWS = pd.DataFrame({"feature": list("abcdef"), "rank": [1, 2, 2, 4, 4, 6]})

    @pytest.mark.parametrize(
        ("most", "kept"),
        [(1, "a"), (2, "a"), (3, "abc"), (4, "abc"), (5, "abcde"), (6, "abcdef"), (9, "abcdef")],
    )
    def test_a_tie_is_all_in_or_all_out(self, most, kept):
        assert "".join(leading(self.ROWS, most)["feature"]) == kept

    def test_a_tie_at_the_top_that_is_too_long_is_cut(self):
        rows = self.ROWS.assign(place=1)
        assert leading(rows, 2, rank="place")["feature"].tolist() == ["a", "b"]


class TestStopWords:
    def test_default_list_spares_words_that_matter_in_news(self):
        words = read_stop_words()
        spared = {"un", "u.s.", "fire", "against", "not", "no", "never", "without", "system"}
        assert not words & spared
        assert {"us", "the", "of", "and", "was", "it's"} <= words

    def test_every_entry_is_one_feature_of_the_tokenizer(self):
        for word in read_stop_words():
            assert counted(table(f"so {word} then"), variants=False).get(word), word

    def test_forms_in_which_stop_words_are_given(self, tmp_path):
        path = tmp_path / "words.txt"
        path.write_text("\ufeffder\ndie # an article\n\n# nothing\n", encoding="utf-8")
        assert read_stop_words(path) == {"der", "die"}
        assert read_stop_words(["der", ""]) == {"der"}
        assert read_stop_words(None) == frozenset()

    def test_a_stop_word_stops_what_it_counts_as(self):
        articles = table("The United Nations met in the U.S. about Lee’s mill.")
        words = ["United Nations", "USA", "Lee’s", "the"]
        assert set(counted(articles, stop_words=words)) == {"met", "in", "about", "mill"}

    def test_a_stop_word_of_several_words_is_an_error(self):
        with pytest.raises(ValueError, match="'prime minister' is several words"):
            read_stop_words(["the", "prime minister"])

    @pytest.mark.parametrize(
        ("feature", "stopped"),
        [("the", True), ("The", True), ("THE", False), ("the end", True), ("end of", True),
         ("bank of america", False), ("end", False)],
    )  # fmt: skip
    def test_a_stop_word_stops_an_ngram_at_its_edges(self, feature, stopped):
        assert is_stopped(feature, frozenset({"the", "of"})) is stopped


class TestFrequencies:
    def test_all_articles_together(self):
        found = word_frequencies(HARBOUR).set_index("feature")
        assert found.columns.tolist() == [
            "frequency", "rank", "docfreq", "per_1000", "DP", "DP_norm",
        ]  # fmt: skip
        # 20 words: the 4, fire 3, harbour 2, rain 2, nine others once.
        assert found.loc["the", ["frequency", "rank", "docfreq", "per_1000"]].tolist() == [
            4, 1, 2, 200,
        ]  # fmt: skip
        assert found.loc["fire", ["frequency", "rank", "docfreq"]].tolist() == [3, 2, 3]
        assert found.loc[["harbour", "rain"], "rank"].tolist() == [3, 3]
        assert set(found.loc[found["frequency"] == 1, "rank"]) == {5}
        assert found.index[:4].tolist() == ["the", "fire", "harbour", "rain"]
        assert found.index[4:].tolist() == sorted(found.index[4:])

    def test_dispersion_of_the_table(self):
        # Article lengths 10, 5, 5: s = .5, .25, .25.
        found = word_frequencies(HARBOUR).set_index("feature")
        # the: v = .75, .25, 0 -> (.25 + 0 + .25) / 2
        assert found.loc["the", "DP"] == pytest.approx(0.25)
        # fire: v = 1/3 each -> (1/6 + 1/12 + 1/12) / 2
        assert found.loc["fire", "DP"] == pytest.approx(1 / 6)
        # rain: all in a part of .25 -> (.5 + .25 + .75) / 2 = .75, the most there can be
        assert found.loc["rain", ["DP", "DP_norm"]].tolist() == pytest.approx([0.75, 1])
        # harbour: all in the part of .5
        assert found.loc["harbour", ["DP", "DP_norm"]].tolist() == pytest.approx([0.5, 2 / 3])

    def test_each_article(self):
        found = word_frequencies(HARBOUR, by="article_id")
        assert found.columns[0] == "article_id"
        assert found["article_id"].drop_duplicates().tolist() == ["a0", "a1", "a2"]
        last = found[found["article_id"] == "a2"].set_index("feature")
        assert last["frequency"].to_dict() == {"rain": 2, "and": 1, "fire": 1, "no": 1}
        assert last["rank"].to_dict() == {"rain": 1, "and": 2, "fire": 2, "no": 2}
        assert last["per_1000"].to_dict() == {"rain": 400, "and": 200, "fire": 200, "no": 200}
        assert last.loc["fire", "docfreq"] == 3
        assert last.loc["fire", "DP"] == pytest.approx(1 / 6)

    def test_each_group_of_articles(self):
        found = word_frequencies(HARBOUR, by="publisher").set_index(["publisher", "feature"])
        assert found.loc[("Post", "fire"), "frequency"] == 2
        assert found.loc[("Post", "fire"), "per_1000"] == pytest.approx(2000 / 15)
        assert found.loc[("Post", "fire"), "docfreq"] == 3
        assert ("Post", "rain") not in found.index

    def test_types_of_the_columns(self):
        for by in (None, "article_id"):
            found = word_frequencies(HARBOUR, by=by)
            kinds = "".join(found[name].dtype.kind for name in found.columns[-6:])
            assert kinds == "iiifff"

    def test_a_group_without_name_is_not_dropped_in_silence(self):
        articles = HARBOUR.assign(publisher=["Post", None, "Star"])
        with pytest.raises(ValueError, match=r"1 article\(s\) have no publisher .* 'a1'"):
            word_frequencies(articles, by="publisher")

    def test_an_unknown_column(self):
        with pytest.raises(ValueError, match=r"needs the column.* month"):
            word_frequencies(HARBOUR, by="month")

    def test_ids_that_are_numbers_stand_as_text_and_other_columns_keep_their_type(self):
        articles = HARBOUR.assign(article_id=[7, 8, 9], year=[2011, 2011, 2012])
        found = word_frequencies(articles, by="article_id")["article_id"]
        assert found.unique().tolist() == ["7", "8", "9"]
        assert found.dtype == tokens(articles)["article_id"].dtype
        assert word_frequencies(articles, by="year")["year"].unique().tolist() == [2011, 2012]

    def test_an_article_whose_id_is_a_number_is_named_as_text(self):
        articles = HARBOUR.assign(article_id=[7, 8, 9], publisher=["Post", None, "Star"])
        with pytest.raises(ValueError, match=r"\(the first is '8'\)"):
            word_frequencies(articles, by="publisher")

    def test_groups_come_in_the_order_of_the_articles(self):
        articles = table("x", "y", "z", publisher=["Z", "A", "Z"])
        codes, names = group_codes(articles, "publisher")
        assert (codes.tolist(), names.tolist()) == ([0, 1, 0], ["Z", "A"])
        assert word_frequencies(articles, by="publisher")["feature"].tolist() == ["x", "z", "y"]

    def test_rows_of_a_group_are_added_up(self):
        matrix = document_term_matrix(HARBOUR, stop_words="default", min_count=2)
        merged = add_up(matrix, *group_codes(HARBOUR, "publisher"))
        assert merged.article_ids == ("Post", "Star")
        assert merged.n_words.tolist() == [15, 5]
        assert merged.features.tolist() == ["fire", "harbour", "rain"]
        assert merged.counts.toarray().tolist() == [[2, 2, 0], [1, 0, 2]]


def matrix_of(counts, n_words):
    counts = sparse.csr_matrix(np.array(counts))
    return DocumentTermMatrix(
        counts,
        tuple(map(str, range(counts.shape[0]))),
        np.array([f"w{number}" for number in range(counts.shape[1])], dtype=object),
        np.array(n_words),
    )


class TestDispersion:
    def test_the_example_of_lijffijt_and_gries(self):
        # Lijffijt & Gries 2012, table 1: three parts of one size that hold 2/3, 1/3 and none of
        # the occurrences. DP = (1/3 + 0 + 1/3) / 2 = 1/3; DP_norm = (1/3) / (1 - 1/3) = 1/2.
        spread = dispersion(matrix_of([[2], [1], [0]], [300, 300, 300]))
        assert spread.loc[0, ["DP", "DP_norm"]].tolist() == pytest.approx([1 / 3, 1 / 2])

    def test_in_proportion_to_the_lengths(self):
        spread = dispersion(matrix_of([[1], [2], [5]], [100, 200, 500]))
        assert spread.loc[0, ["DP", "DP_norm"]].tolist() == pytest.approx([0, 0])

    def test_an_article_without_words_is_no_part(self):
        with_empty = dispersion(matrix_of([[2], [1], [0], [0]], [300, 300, 300, 0]))
        assert with_empty.loc[0, "DP_norm"] == pytest.approx(1 / 2)

    def test_one_article_has_no_spread(self):
        assert dispersion(matrix_of([[2]], [10]))[["DP", "DP_norm"]].isna().all(axis=None)
        assert word_frequencies(table("rain rain"))["DP"].isna().all()

    @given(
        counts=st.lists(st.integers(0, 20), min_size=2, max_size=6).filter(any),
        lengths=st.lists(st.integers(20, 200), min_size=6, max_size=6),
    )
    def test_against_the_formula_as_written(self, counts, lengths):
        n_words = lengths[: len(counts)]
        expected = 0.5 * sum(
            abs(count / sum(counts) - size / sum(n_words))
            for count, size in zip(counts, n_words, strict=True)
        )
        spread = dispersion(matrix_of([[count] for count in counts], n_words))
        assert spread.loc[0, "DP"] == pytest.approx(expected, abs=1e-12)
        norm = expected / (1 - min(n_words) / sum(n_words))
        assert spread.loc[0, "DP_norm"] == pytest.approx(norm, abs=1e-12)
