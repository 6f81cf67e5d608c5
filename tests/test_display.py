"""Articles with their statements marked, and who says how much."""

import re

import pandas as pd
import pytest
from markupsafe import Markup

from helpers.display import show_statements, statements_html, summarise_speakers
from helpers.markup import plain
from helpers.speakers import NOBODY
from helpers.statements import find_statements


def test_content_speaker_and_cue_are_marked(make_articles):
    articles = make_articles('"The road is closed," Ann Diaz said. "Turn back."')
    assert (
        "<p><b>[1</b> &#34;The road is closed,&#34;<b>]</b> <i>Ann Diaz</i> <u>said</u>. "
        "<b>[1 …</b> &#34;Turn back.&#34;<b>]</b></p>"
    ) in statements_html(articles)


def test_reads_well_without_any_markup(make_articles):
    text = plain(str(statements_html(make_articles("Ann Diaz said the road was closed."))))
    assert "Ann Diaz said [1 the road was closed]." in text
    assert "Ann Diaz, said (indirect)" in text


def test_statements_in_statements_nest(make_articles):
    text = "Lee told Diaz that the road was closed, an official said."
    assert (
        "<p><b>[1</b> <i>Lee</i> <u>told</u> Diaz <b>[2</b> that the road was closed<b>]</b>"
        "<b>]</b>, <i>an official</i> <u>said</u>.</p>"
    ) in statements_html(make_articles(text))


def test_article_text_is_escaped(make_articles):
    text = 'Lee said "<script>alert(1)</script> costs $5 & <b>more</b>".'
    markup = str(statements_html(make_articles(text)))
    assert "<script" not in markup
    assert "<b>more" not in markup
    assert "&lt;script&gt;alert(1)&lt;/script&gt; costs <span>$</span>5 &amp;" in markup


def test_every_word_is_shown_once_and_in_order(syria):
    markup = str(statements_html(syria.head(1), find_statements(syria.head(1))))
    body = re.sub(
        r"<p><strong>.*?</strong></p>|<ol>.*?</ol>", "", markup.split("</p>", 1)[1], flags=re.DOTALL
    )
    shown = re.sub(r"\[\d+( …)? |\]", "", plain(body.replace("<br>", "\n")))
    assert shown.split() == syria["text"][0].split()


def test_tags_are_balanced_and_the_markup_is_stable(syria):
    shown = show_statements(syria)
    markup = shown.data
    assert "<" not in repr(shown)
    assert "[1 " in repr(shown)
    assert "&#34;" not in repr(shown)
    for tag in ("b", "i", "u", "p", "li", "ol", "strong", "span"):
        assert markup.count(f"<{tag}>") == markup.count(f"</{tag}>")
    assert markup == show_statements(syria, find_statements(syria)).data
    assert isinstance(statements_html(syria), Markup)


def test_article_without_statement_says_so(make_articles):
    assert "No statement found." in statements_html(make_articles("It rained."))


def test_summary_counts_words_once_a_speaker(make_articles):
    articles = make_articles(
        'Ann Diaz said the road was closed. "We must go," Diaz said. It was said to be late. '
        "The mayor was told that it rained."
    )
    summary = summarise_speakers(find_statements(articles), articles)
    diaz = summary.set_index("speaker").loc["Ann Diaz"]
    # "the road was closed" is 4 words, "We must go" 3; the article has 25 words
    assert diaz[["n_statements", "direct", "indirect", "words", "words_quoted"]].tolist() == [
        2, 1, 1, 7, 3,
    ]  # fmt: skip
    assert diaz["share"] == 7 / 25
    assert NOBODY in summary["speaker"].tolist()


def test_a_share_is_of_what_the_article_says_not_of_its_stamp(make_articles):
    text = "07/06/2012 12:13 EDT\n\nOTTAWA - Ann Diaz said the United Nations had left."
    articles = make_articles(text)
    summary = summarise_speakers(find_statements(articles), articles)
    # "the United Nations had left" of "Ann Diaz said the United Nations had left": 4 of 7 words,
    # since the United Nations count as one
    assert (summary["words"][0], summary["share"][0]) == (4, 4 / 7)


def test_a_speaker_without_a_name_is_spelt_as_it_stands_first(make_articles):
    articles = make_articles(
        "Rival Kurdish groups said it rained.", "It rained, rival Kurdish groups said."
    )
    summary = summarise_speakers(find_statements(articles), articles)
    assert summary["speaker"].tolist() == ["Rival Kurdish groups"] * 2


def test_statements_of_other_articles_are_named(make_articles):
    statements = find_statements(make_articles("Ann Diaz said it rained."))
    with pytest.raises(ValueError, match="There is no article 'a0'"):
        summarise_speakers(statements, make_articles("x", "It rained.").tail(1))


def test_summary_of_nothing_has_its_columns(make_articles):
    articles = make_articles("It rained.")
    summary = summarise_speakers(find_statements(articles), articles)
    assert summary.empty
    assert "words_quoted" in summary.columns


def test_summary_of_the_three_articles(syria):
    summary = summarise_speakers(find_statements(syria), syria)
    first = summary.groupby("article_id", sort=False).first()
    assert first["speaker"].tolist() == ["John Baird"] * 3
    assert isinstance(summary, pd.DataFrame)
    assert summary["share"].between(0, 1).all()


def test_a_state_and_its_capital_are_one_speaker(make_articles):
    articles = make_articles("Lima said it was late. Peru said it would rain. Ana Stone said no.")
    summary = summarise_speakers(find_statements(articles), articles)
    assert summary[["speaker", "n_statements"]].to_numpy().tolist() == [
        ["Peru", 2],
        ["Ana Stone", 1],
    ]
