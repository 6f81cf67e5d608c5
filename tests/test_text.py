import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentencex import get_sentence_boundaries

from helpers.tables import check_spans
from helpers.text import (
    analyzer,
    paragraph_spans,
    sentence_spans,
    spellings,
    token_spans,
    tokens,
    word_feature,
)
from helpers.wordlists import read_rows


def words(text):
    return [text[start:end] for start, end in token_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S., the E.U. and us", ["the", "U.S.", "the", "E.U.", "and", "us"]),
        ("the U.S.-led effort", ["the", "U.S.-led", "effort"]),
        ("at 5 p.m. Friday", ["at", "5", "p.m.", "Friday"]),
        ("Syrian Brig.-Gen. Manaf", ["Syrian", "Brig.-Gen.", "Manaf"]),
        ("Bashar al-Assad's", ["Bashar", "al-Assad's"]),
        ("Tlass' move, Tlass's move", ["Tlass", "move", "Tlass's", "move"]),
        ("a cease-fire (ceasefire)", ["a", "cease-fire", "ceasefire"]),
        ("13,000 and 1.5 million", ["13,000", "and", "1.5", "million"]),
        ("9,000.", ["9,000"]),
        ("$1 million; 20%", ["1", "million", "20"]),
        ("07/06/2012 12:13 EDT", ["07/06/2012", "12:13", "EDT"]),
        ("don't, don’t", ["don't", "don’t"]),
        ("'path to reform'", ["path", "to", "reform"]),
        ("“sick joke.” — she", ["sick", "joke", "she"]),
        ("this--that—those", ["this", "that", "those"]),
        ("a 16-year-old, the 1980s, 21st", ["a", "16-year-old", "the", "1980s", "21st"]),
        ("AT&T and R&B", ["AT&T", "and", "R&B"]),
        ("Zoë, naïve, Ça", ["Zoë", "naïve", "Ça"]),
        ("Zoe\u0308 left", ["Zoe\u0308", "left"]),
        ("end.Next", ["end", "Next"]),
        ("…!?", []),
    ],
)
def test_tokens_as_a_reader_would_cut_them(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("Assad's Tlass' Tlass’s", {}, ["assad", "tlass", "tlass"]),
        ("it's that’s Don’t", {}, ["it's", "that's", "don't"]),
        ("Assad assad", {"lowercase": False}, ["Assad", "assad"]),
        ("9,000 in 12:13", {}, ["9,000", "in", "12:13"]),
        ("9,000 in 12:13", {"numbers": "mask"}, ["#", "in", "#"]),
        ("9,000 in 12:13", {"numbers": "drop"}, ["in"]),
        ("five-day 16-year-old", {"numbers": "drop"}, ["five-day", "16-year-old"]),
        ("cease-fire cease fire Ceasefire", {}, ["ceasefire"] * 3),
        ("United States U.S. US us", {}, ["u.s.", "u.s.", "u.s.", "us"]),
        ("United States of America today", {}, ["u.s.", "today"]),
        ("UN U.N. United Nations un", {}, ["un"] * 4),
        ("United States", {"variants": False}, ["united", "states"]),
        ("united front", {}, ["united", "front"]),
        ("the United Nations", {"lowercase": False}, ["the", "UN"]),
        ("THEY TOLD US TO LEAVE", {}, ["they", "told", "us", "to", "leave"]),
    ],
)
def test_features(make_articles, text, options, expected):
    assert analyzer(**options)(text) == expected
    assert tokens(make_articles(text), **options)["feature"].tolist() == expected


VARIANTS = {
    "ceasefire": {"cease-fire", "cease fire"},
    "U.S.": {"United States", "United States of America", "U.S.A.", "USA", "US"},
    "UN": {"United Nations", "U.N."},
    "EU": {"European Union", "E.U."},
    "UK": {"United Kingdom", "U.K."},
}


def test_the_spellings_that_count_as_one_are_these():
    found = {}
    for row in read_rows("variants.csv"):
        found.setdefault(row["canonical"], set()).add(row["form"])
    assert found == VARIANTS


@pytest.mark.parametrize(
    ("word", "feature"),
    [("USA", "u.s."), ("US", "u.s."), ("us", "us"), ("United Nations", "un"), ("Lee's", "lee"),
     ("prime minister", "prime minister"), ("--", "")],
)  # fmt: skip
def test_what_a_word_by_itself_counts_as(word, feature):
    assert word_feature(word) == feature


@pytest.mark.parametrize("row", read_rows("variants.csv"), ids=lambda row: row["form"])
def test_every_spelling_variant_counts_as_its_canonical_form(row):
    assert analyzer()(f"We say {row['form']} here") == [
        "we", "say", row["canonical"].lower(), "here",
    ]  # fmt: skip


def test_an_unknown_way_with_numbers_is_an_error(make_articles):
    with pytest.raises(ValueError, match="'keep', 'mask' or 'drop', not 'hide'"):
        tokens(make_articles("1"), numbers="hide")


def test_tokens_point_into_the_text(syria):
    table = check_spans(tokens(syria), syria, says="token")
    nations = table[(table["feature"] == "un") & table["token"].str.contains(" ")]
    assert set(nations["token"]) == {"United Nations"}
    assert len(nations) == 6


texts = st.text(alphabet=st.sampled_from("aB1.,-'’\"“” \n\r$&:/UNS\u0301é漢\U0001f600")) | st.text()


@given(texts, st.booleans(), st.sampled_from(["keep", "mask", "drop"]), st.booleans())
def test_the_fast_path_finds_the_same_features(text, lowercase, numbers, variants):
    options = {"lowercase": lowercase, "numbers": numbers, "variants": variants}
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    table = check_spans(tokens(articles, **options), articles, says="token")
    assert table["feature"].tolist() == analyzer(**options)(text)


@given(texts)
def test_spans_are_in_order_and_hold_every_letter(text):
    for spans in (paragraph_spans(text), sentence_spans(text), token_spans(text)):
        assert spans == sorted(spans)
        assert all(start < end for start, end in spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        inside = "".join(text[start:end] for start, end in spans)
        assert list(filter(str.isalnum, inside)) == list(filter(str.isalnum, text))


def test_paragraphs():
    text = " One.\nStill one. \n \n\r\n Two. "
    assert [text[a:b] for a, b in paragraph_spans(text)] == ["One.\nStill one.", "Two."]
    lines = "First line ends.\nSecond one too."
    assert [lines[a:b] for a, b in paragraph_spans(lines)] == lines.split("\n")
    wrapped = "A sentence that\nis wrapped over\nthree lines."
    assert paragraph_spans(wrapped) == [(0, len(wrapped))]
    assert paragraph_spans("  \n ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("The U.S. Secretary left.", ["The U.S. Secretary left."]),
        ("It is Brig.-Gen. Tlass. He left.", ["It is Brig.-Gen. Tlass.", "He left."]),
        ("She met Ms. Diaz. He left.", ["She met Ms. Diaz.", "He left."]),
        ("He met Govs. Diaz and Reed. He left.", ["He met Govs. Diaz and Reed.", "He left."]),
        ("It rang at 8 p.m. Monday. He left.", ["It rang at 8 p.m. Monday.", "He left."]),
        ("He left at 8 p.m. It rang.", ["He left at 8 p.m.", "It rang."]),
        ("He met Cllr. Diaz in Ft. Reed.", ["He met Cllr. Diaz in Ft. Reed."]),
        ("He saw the items. Diaz left.", ["He saw the items.", "Diaz left."]),
        ("One\n\ntwo", ["One", "two"]),
        ('"Go. Now," he said. I went.', ['"Go. Now," he said.', "I went."]),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@pytest.mark.parametrize("unit", ["a.", "1,", "a-", "'s", ".-a", '"', "(", "a&", "U.S.-", "\n "])
def test_hostile_text_costs_no_more_than_its_length(unit):
    """A pattern that tried again and again would not come back from this in a lifetime."""
    text = unit * 100_000
    assert len(token_spans(text)) <= len(text)
    assert len(sentence_spans(text)) <= len(text)


def test_spellings_that_count_as_one_are_listed(make_articles):
    table = spellings(make_articles("UN and U.N. and the UN.", "The United Nations' cease-fire."))
    assert table.to_dict("list") == {
        "feature": ["un", "un", "un"],
        "spelling": ["un", "u.n.", "united nations"],
        "frequency": [2, 1, 1],
        "docfreq": [1, 1, 1],
    }


def test_spellings_are_ordered_by_feature_then_by_frequency(make_articles):
    table = spellings(
        make_articles("USA, USA, US, U.S. and UN, U.N. and U.N. are written in all these ways.")
    )
    assert table[["feature", "spelling", "frequency"]].to_numpy().tolist() == [
        ["u.s.", "usa", 2],
        ["u.s.", "u.s.", 1],
        ["u.s.", "us", 1],
        ["un", "u.n.", 2],
        ["un", "un", 1],
    ]


class TestLongParagraphs:
    def test_they_have_the_sentences_that_short_ones_have(self):
        sentences = [f"The {n}th ship left at noon, and nobody saw it again." for n in range(300)]
        text = " ".join(sentences)
        assert [text[start:end] for start, end in sentence_spans(text)] == sentences

    def test_a_sentence_without_end_is_cut_at_white_space(self):
        text = "word " * 3_000 + "end."
        pieces = [text[start:end] for start, end in sentence_spans(text)]
        assert " ".join(pieces) == text
        assert 1 < len(pieces) <= 2 * len(text) / 4_000 + 1

    def test_a_word_without_end_is_cut_all_the_same(self):
        text = "x" * 10_000
        assert "".join(text[start:end] for start, end in sentence_spans(text)) == text

    @pytest.mark.parametrize("unit", ["“", "“a ", '?"', "Mr. ", "a", "A. ", " \u00a0x"])
    def test_no_mark_makes_the_cost_grow_faster_than_the_text(self, monkeypatch, unit):
        """What is asked of the library is short, and little of it twice."""
        asked = []

        def counted(language, text):
            asked.append(len(text))
            return get_sentence_boundaries(language, text)

        monkeypatch.setattr("helpers.text.get_sentence_boundaries", counted)
        text = (unit * 30_000)[:30_000].strip()
        spans = sentence_spans(text)
        assert max(asked) <= 4_000
        assert sum(asked) <= 2.2 * len(text)
        assert not text[spans[-1][1] :].strip()
