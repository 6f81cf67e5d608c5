"""Sentences are computed: they follow the articles, not the other way round."""

import pytest

from helpers.corpus import read_articles
from helpers.findings import of_frequencies, word_list
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
