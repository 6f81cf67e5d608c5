"""The same remark in two articles."""

from helpers.sharing import shared_statements
from helpers.statements import find_statements


def shared(articles, **options):
    return shared_statements(find_statements(articles), **options)


def test_the_remark_that_two_of_the_three_articles_report(syria):
    pairs = shared(syria)
    assert len(pairs) == 1
    assert pairs["shared"][0] == "it is enabling this regime to soldier on"
    assert pairs["n_shared"][0] == 8
    assert {pairs["article_id"][0][:3], pairs["other_article_id"][0][:3]} == {"000", "001"}
    # the shorter content, in 000, has 25 words
    assert pairs["containment"][0] == 8 / 25


def test_word_for_word_and_nearly(make_articles):
    articles = make_articles(
        '"We will rebuild the old stone bridge by spring," Ann Diaz said.',
        'Diaz said: "We will rebuild the old stone bridge by spring."',
        'Ann Diaz said they "will rebuild the old stone bridge" soon.',
    )
    pairs = shared(articles)
    assert pairs["containment"].tolist() == [1.0, 0.75, 0.75]
    # the last content has 8 words, 6 of them in a row in both others
    assert pairs["remark_id"].tolist() == [1, 1, 1]


def test_two_speakers_are_two_remarks(make_articles):
    articles = make_articles(
        '"We will rebuild the old stone bridge," Ann Diaz said.',
        '"We will rebuild the old stone bridge," Tom Reed said.',
    )
    assert shared(articles).empty


def test_one_article_shares_nothing_with_itself(make_articles):
    words = '"We will rebuild the old stone bridge," Ann Diaz said. '
    assert shared(make_articles(words + words)).empty


def test_paraphrases_count_when_asked_for(make_articles):
    text = "Ann Diaz said the old stone bridge would be rebuilt."
    articles = make_articles(text, text)
    assert shared(articles).empty
    assert len(shared(articles, quoted_only=False)) == 1


def test_set_phrases_are_no_remark(make_articles):
    articles = make_articles(
        'Ann Diaz said the plan was "a step in the right direction".',
        'Tom Reed called the law "good" and a loss.',
    )
    assert shared(articles).empty


def test_of_two_runs_as_long_the_first_is_told(make_articles):
    articles = make_articles(
        '"The old bridge over the river is gone, we fear, but the new road to the town is open,"'
        " Ann Diaz said.",
        '"Look, the new road to the town is open and the old bridge over the river is gone,"'
        " Ann Diaz said.",
    )
    pairs = shared(articles)
    assert pairs["shared"].tolist() == ["the old bridge over the river is gone"]
    assert pairs["n_shared"].tolist() == [8]
    # the longest runs are equally long, 8 words of the 18 in the shorter remark
    assert pairs["containment"].tolist() == [0.4444]
