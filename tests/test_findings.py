"""Sentences are computed: they follow the articles, not the other way round."""

import pandas as pd
import pytest

from helpers.corpus import read_articles
from helpers.findings import of_distinctiveness, of_frequencies, word_list, words_to_look_up
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
        "Stop words aside, they speak most of aid (6 times, 39.5 in 1,000 words), then of war, "
    )
    # s = 66/152, 86/152; aid: v = 1/6, 5/6, DP = 0.268; war: v = 5/6, 1/6, DP = 0.399.
    assert sentences[2] == (
        "Of the 2 words that occur 5 times or more, aid and war are spread most evenly."
    )
    assert sentences[-1].startswith("Vocabulary is most varied in ")


def test_a_word_of_one_article_is_named(read):
    sentences = read(ONE.replace("aid", "wait"), TWO)
    assert "Only n1 says aid." in sentences


def test_one_article(read):
    assert read(ONE)[0] == "The article is 66 words long."
    assert len(read(ONE)) == 2


def test_short_articles_without_a_repeated_word(read):
    assert len(read("One thing happened.", "Another occurred there.")) == 2


def test_lists_of_words_in_a_sentence():
    assert plain(word_list(["a"])) == "a"
    assert plain(word_list(["a", "b", "c"])) == "a, b and c"
    assert plain(word_list([])) == ""


@pytest.fixture
def distinctive(tmp_path):
    def sentences(*texts):
        for number, text in enumerate(texts):
            (tmp_path / f"n{number}.txt").write_text(text, encoding="utf-8")
        return [plain(sentence) for sentence in of_distinctiveness(read_articles(tmp_path))]

    return sentences


def test_what_sets_two_articles_apart(distinctive):
    sentences = distinctive(ONE, TWO)
    assert sentences[0] == (
        "n0 stands out by war (5 against 1). TF-IDF puts war first, which every article says."
    )
    assert sentences[1].startswith("n1 stands out by aid (5 against 1).")
    assert sentences[2].startswith("How far do the measures order")
    assert sentences[3].startswith("Even if words were drawn one by one, no word of any article")
    assert sentences[3].endswith("once corrected for testing 142 words.")
    assert sentences[4].startswith("Most alike in their words are n0 and n1 (cosine 0.")


def test_a_word_of_one_article_leads_by_every_measure(distinctive):
    first = distinctive("flood " * 9 + "came there", "storm " * 9 + "came there")[0]
    assert first == "n0 stands out by flood (9 against 0)."


def test_words_that_pass_the_test_are_named(distinctive):
    # flood: 60 of 61 words against 0 of 61; only came and storm are tested beside it.
    sentences = distinctive("flood " * 60 + "came", "storm " * 60 + "came")
    assert sentences[3] == (
        "If words were drawn one by one, these would be significantly more frequent, corrected "
        "for testing 3 words: flood in n0 and storm in n1."
    )


def test_articles_without_a_frequent_word_of_their_own(distinctive):
    sentences = distinctive("Rain fell.", "Snow came.")
    assert sentences[0] == "n0 has no word three times or more that sets it apart."
    # Every word stands once and in one article: no order to compare, nothing in common.
    assert not [line for line in sentences if "How far" in line or "Most alike" in line]


def test_many_articles_are_not_told_of_one_by_one(distinctive):
    sentences = distinctive(*(f"town{number} " * 4 + "came" for number in range(9)))
    assert sum(" stands out by " in sentence for sentence in sentences) == 6


def test_wanted_words_that_occur_come_before_the_most_frequent():
    frequencies = pd.DataFrame({"feature": ["war", "aid", "un", "city"]})
    assert words_to_look_up(frequencies, ["city", "flood", "war"]) == ["city", "war", "aid"]
    assert words_to_look_up(frequencies, [], most=2) == ["war", "aid"]
