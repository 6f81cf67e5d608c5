"""Sentences are computed: they follow the articles, not the other way round."""

import pandas as pd
import pytest

from helpers import paths
from helpers.corpus import read_articles
from helpers.findings import (
    first_words,
    of_dates,
    of_distinctiveness,
    of_frequencies,
    of_idf,
    of_rank_frequency,
    word_list,
    words_to_look_up,
)
from helpers.markup import plain

ONE = "War war war war war aid. " + " ".join(f"word{n}" for n in range(60))
TWO = "Aid aid aid aid aid war. " + " ".join(f"term{n}" for n in range(80))


@pytest.fixture
def read(tmp_path):
    def read(*texts):
        for number, text in enumerate(texts):
            (tmp_path / f"n{number}.txt").write_text(text, encoding="utf-8")
        return [plain(sentence) for sentence in of_frequencies(read_articles(tmp_path))]

    return read


def test_two_articles(read):
    sentences = read(ONE, TWO)
    # 6 + 60 and 6 + 80 words; war and aid 6 times each in 152 words: 39.5 per 1,000.
    assert sentences[0].startswith("The 2 articles are 66 to 86 words long, 152 in all.")
    assert sentences[1].startswith(
        "Stop words aside, the most frequent words are aid and war (6 times each, 39.5 in 1,000 "
        "words)."
    )
    # s = 66/152, 86/152; aid: v = 1/6, 5/6, DP = 0.268; war: v = 5/6, 1/6, DP = 0.399.
    assert sentences[2] == ("Of the 2 words that occur 5 times or more, aid is spread most evenly.")
    assert sentences[-1].startswith("Vocabulary is most varied in n1, by MATTR (0.9")


def test_a_word_of_one_article_is_named(read):
    sentences = read(ONE.replace("aid", "wait"), TWO)
    assert "Of those, only n1 says aid." in sentences


def test_words_of_one_article_are_named_for_the_first_articles_only(read):
    sentences = read(*(f"town{number} " * 5 + "came" for number in range(9)))
    assert sum(sentence.startswith("Of those, only n") for sentence in sentences) == 6
    assert "3 more articles have such words of their own." in sentences


def diverse(words, times, letter):
    """A text of `words` different words, said in turn `times` times."""
    return " ".join([f"{letter}{number}" for number in range(words)] * times)


def test_length_is_blamed_only_if_all_fair_measures_name_a_longer_article(read):
    # 60 words in turn never meet again in a window of 50; 20 words do. But said four times,
    # the 60 have a ratio of 1/4, and the 20, said twice, one of 1/2.
    sentence = read(diverse(60, 4, "a"), diverse(20, 3, "b"), diverse(25, 2, "c"))[-1]
    assert sentence.startswith("Vocabulary is most varied in n0, by MATTR (1.00), MTLD (")
    assert sentence.endswith(
        "The plain type-token ratio would name n2 instead, which is shorter (50 words): that ratio "
        "falls as a text gets longer."
    )


def test_measures_of_diversity_that_disagree_are_named_each():
    sentence = plain(of_frequencies(read_articles(paths.SEEDS))[-1])
    # MATTR 0.841, MTLD 111.2 (third article); HD-D 0.867 (first article), against 0.861.
    assert sentence == (
        "Which vocabulary is most varied depends on the measure: Push on Russia by MATTR (0.84) "
        "and MTLD (111), Friends of Syria by HD-D (0.87)."
    )


def test_one_article(read):
    assert read(ONE)[0] == "The article is 66 words long."
    assert read("War")[0] == "The article is 1 word long."
    assert len(read(ONE)) == 2


def test_short_articles_without_a_repeated_word(read):
    assert len(read("One thing happened.", "Another occurred there.")) == 2


def test_lists_of_words_in_a_sentence():
    assert plain(word_list(["a"])) == "a"
    assert plain(word_list(["a", "b", "c"])) == "a, b and c"
    assert plain(word_list([])) == ""
    assert plain(first_words(["a", "b", "c"], 2)) == "a and b, and 1 more"
    assert plain(first_words(["a", "b"], 2)) == "a and b"


@pytest.fixture
def distinctive(tmp_path):
    def sentences(*texts):
        for number, text in enumerate(texts):
            (tmp_path / f"n{number}.txt").write_text(text, encoding="utf-8")
        return [plain(sentence) for sentence in of_distinctiveness(read_articles(tmp_path))]

    return sentences


def test_what_sets_two_articles_apart(distinctive):
    sentences = distinctive(ONE, TWO)
    assert sentences[0].startswith("A word stands out here that its article has 3 times or more")
    assert sentences[1] == (
        "n0 stands out by war (5 against 1). TF-IDF puts war first, which every article says."
    )
    assert sentences[2].startswith("n1 stands out by aid (5 against 1).")
    assert sentences[3].startswith("How far do the measures order")
    assert sentences[4] == (
        "After correction for 142 tests per article, no word is significantly more frequent in one "
        "article than in the others."
    )
    assert sentences[5].startswith("Most alike in their words are n0 and n1 (cosine 0.")


def test_a_word_of_one_article_leads_by_every_measure(distinctive):
    first = distinctive("flood " * 9 + "came there", "storm " * 9 + "came there")[1]
    assert first == "n0 stands out by flood (9 against 0)."


def test_words_that_pass_the_test_are_named(distinctive):
    # flood: 60 of 61 words against 0 of 61; only came and storm are tested beside it.
    sentences = distinctive("flood " * 60 + "came", "storm " * 60 + "came")
    assert sentences[4] == (
        "After correction for 3 tests per article, and if each word were drawn by itself, these "
        "are significantly more frequent in one article than in the others: flood in n0 and storm "
        "in n1."
    )


def test_only_the_articles_that_were_tested_are_spoken_of(distinctive):
    quiet = distinctive(*(f"town{number} came" for number in range(9)))
    assert any("in one of the first 6 articles than in" in sentence for sentence in quiet)
    loud = distinctive(*(f"town{number} " * 60 + "came" for number in range(9)))
    found = next(sentence for sentence in loud if "significantly" in sentence)
    assert "in one of the first 6 articles than in the others: town0 in n0, " in found


def test_words_that_stand_out_alike_are_counted_if_not_named(distinctive):
    words = " ".join(f"rain{number}" for number in range(7))
    first = distinctive(f"{words} " * 3 + "came", "storm " * 9 + "came")[1]
    assert first.startswith(
        "n0 stands out by rain0 (3 against 0), rain1 (3 against 0), rain2 (3 against 0), "
        "rain3 (3 against 0) and 3 more of equal value."
    )


def test_a_tie_at_the_cut_is_left_out(distinctive):
    first = distinctive("rain " * 9 + "wind snow hail mist " * 3, "storm " * 9)[1]
    assert first.startswith("n0 stands out by rain (9 against 0).")


def test_how_far_idf_parts_words():
    weights = pd.DataFrame({"docfreq": [3, 1, 2], "idf": [1.0, 1.6931, 1.2877]})
    # ln(4 / 2) + 1 = 1.6931 for a word of one article in three; 1 / 1.6931 = 0.59
    assert plain(of_idf(weights, 3)) == (
        "A word that one article alone has weighs 1.69 times as much as one that all have and that "
        "occurs as often. So TF-IDF puts the first before the second if it occurs in the article "
        "more than 1/1.69, or 59 per cent, as often."
    )
    assert "No word stands in every article" in plain(of_idf(weights[1:], 3))
    assert "No word stands in one article alone" in plain(of_idf(weights[:1], 3))


def test_articles_without_a_frequent_word_of_their_own(distinctive):
    sentences = distinctive("Rain fell.", "Snow came.")
    assert sentences[1] == "n0 has no word that stands out."
    # Every word stands once and in one article: no order to compare, nothing in common.
    assert not [line for line in sentences if "How far" in line or "Most alike" in line]


def test_many_articles_are_not_told_of_one_by_one(distinctive):
    sentences = distinctive(*(f"town{number} " * 4 + "came" for number in range(9)))
    assert sum(" stands out by " in sentence for sentence in sentences) == 6


def ranked(*counts):
    return pd.DataFrame({"frequency": counts})


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        # 60 / rank; 60 of 150 words are less than half, 90 are more.
        (
            (60, 30, 20, 15, 12, 10, 1, 1, 1),
            "The 2 most frequent of 9 different words make up half of the text, and 3 (33 per "
            "cent) occur once only. Among those that occur twice or more, frequency falls as one "
            "over rank to the power of 1.00, where Zipf's law has 1: close to the usual curve.",
        ),
        # 3,600 / rank²
        (
            (3600, 900, 400, 225, 144, 100),
            "The 1 most frequent of 6 different words make up half of the text, and 0 (0 per "
            "cent) occur once only. Among those that occur twice or more, frequency falls as one "
            "over rank to the power of 2.00, where Zipf's law has 1: steeper than the usual curve.",
        ),
        (
            (3, 2, 1, 1),
            "The 2 most frequent of 4 different words make up half of the text, and 2 (50 per "
            "cent) occur once only. There are too few words to tell how frequency falls with rank.",
        ),
    ],
)
def test_how_frequency_falls_with_rank(counts, sentence):
    assert plain(of_rank_frequency(ranked(*counts))) == sentence


def test_a_flat_curve_is_called_flat():
    # 120 / √rank, rounded: 120, 85, 69, 60, 54, 49
    said = plain(of_rank_frequency(ranked(120, 85, 69, 60, 54, 49)))
    assert said.endswith(
        "to the power of 0.50, where Zipf's law has 1: flatter than the usual curve."
    )


def dated(*days):
    return pd.DataFrame(
        {"published": pd.to_datetime(pd.Series(days), format="ISO8601").dt.tz_localize("UTC")}
    )


def test_days_of_articles_are_counted():
    assert plain(of_dates(dated("2012-07-06 12:13", "2012-07-06", "2012-06-12 04:02"))) == (
        "3 of the articles have a date: 1 on 2012-06-12 and 2 on 2012-07-06, 24 days apart."
    )
    assert plain(of_dates(dated("2012-07-06", "2012-07-06", None))) == (
        "2 of the articles have a date: 2 on 2012-07-06."
    )
    assert of_dates(dated("2012-07-06", None)) == ""
    many = dated(*(f"2012-07-{day:02}" for day in range(1, 9)))
    assert plain(of_dates(many)).endswith("1 on 2012-07-06, …, 7 days apart.")


def test_wanted_words_that_occur_come_before_the_most_frequent():
    frequencies = pd.DataFrame({"feature": ["war", "aid", "un", "city"]})
    assert words_to_look_up(frequencies, ["city", "flood", "war"]) == ["city", "war", "aid"]
    assert words_to_look_up(frequencies, [], most=2) == ["war", "aid"]
