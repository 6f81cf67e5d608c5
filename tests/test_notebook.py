"""What a notebook shows is escaped, stable, and has a plain-text twin."""

import re
from html.parser import HTMLParser

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from helpers import charts, findings, notebook, paths
from helpers.charts import style
from helpers.concordance import keyword_in_context
from helpers.corpus import read_articles, running_text
from helpers.frequency import word_frequencies
from helpers.markup import escape, fill, plain

HOSTILE = paths.PROJECT / "tests" / "data" / "hostile"
OUR_TAGS = frozenset(
    "b caption details em li p span strong summary table tbody td th thead tr ul".split()  # noqa: SIM905
)


class Parsed(HTMLParser):
    """Tags, attributes and text nodes as a browser would see them."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.attributes, self.texts = [], [], []
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.texts.append(data)


@pytest.fixture
def shown(monkeypatch):
    """Everything that was displayed: a list of (data, metadata)."""
    outputs = []
    monkeypatch.setattr(
        notebook, "display", lambda data, metadata=None, **_: outputs.append((data, metadata))
    )
    return outputs


@pytest.fixture(scope="module")
def hostile():
    return read_articles(HOSTILE)


def assert_harmless(markup):
    parsed = Parsed(markup)
    assert set(parsed.tags) <= OUR_TAGS
    assert {name for name, _ in parsed.attributes} <= {"scope", "style"}
    for text in parsed.texts:
        # MathJax looks for a formula between two dollar signs, \( and \), \begin and \end of one
        # text node: alone in its node, a sign begins and ends none.
        assert text in ("$", "\\") or not set(text) & {"$", "\\"}


def test_article_text_shows_as_text(shown, hostile):
    labels = {hostile["article_id"][0]: "<i>$a$</i>"}
    notebook.show_table(hostile[["title", "text"]], "About <script> & $x$.")
    notebook.show_concordance(keyword_in_context(hostile, "said"), labels)
    notebook.say("It says {text}.", text=hostile["text"][0])
    notebook.say_list([hostile["text"][0]])
    notebook.say_list(findings.of_frequencies(hostile))
    assert len(shown) == 5
    for data, _ in shown:
        assert_harmless(data["text/html"])
    assert "<script>alert(2)</script>" in "".join(Parsed(shown[0][0]["text/html"]).texts)
    assert hostile["text"][0] in shown[2][0]["text/plain"]


def test_a_list_that_is_cut_says_so(shown):
    notebook.say_list(["one", "two"], of=2)
    notebook.say_list(["one", "two"], of=1234)
    texts = [data["text/plain"] for data, _ in shown]
    assert texts == ["- one\n- two", "- one\n- two", "These are the first 2 of 1,234."]


def test_a_figure_draws_dollar_signs_and_braces_as_they_are(shown, hostile):
    label = r"$\frac{1}{0$ <script> {name} %s"
    table = word_frequencies(running_text(hostile), by="article_id")
    table.loc[0, "feature"] = r"$\badcommand{"
    axes = charts.plot_top_words(table, {hostile["article_id"][0]: label})
    assert axes.get_title(loc="left") == style.shorten(label) == r"$\frac{1}{0$ <script> {…"
    notebook.show_figure(axes, number=1, caption=label, alt=f'{label} "quoted"')
    (figure, metadata), (below, _) = shown
    assert_harmless(below["text/html"])
    assert figure["text/plain"] == f'Figure 1: {label} "quoted"'
    assert metadata["image/png"]["alt"] == f'{label} "quoted"'
    assert "<script" not in figure["image/svg+xml"]
    assert (
        'aria-label="$\\frac{1}{0$ &lt;script&gt; {name} %s &quot;quoted&quot;"'
        in (figure["image/svg+xml"])
    )


def test_letters_keep_their_size(shown):
    """A letter is drawn in units of 1/64 of the size it is told; their advances are not."""
    svg = figure_svg(shown)
    letters = re.findall(r'<path id="DejaVuSans-[^>]*transform="([^"]*)"', svg)
    assert letters
    assert set(letters) == {"scale(0.015625)"}


def figure_svg(shown):
    table = pd.DataFrame(
        {
            "article_id": "a",
            "feature": ["x", "y"],
            "frequency": [3, 1],
            "rank": [1, 2],
            "per_1000": [1 / 3, 1 / 7],
        }
    )
    axes = charts.plot_top_words(table, {"a": "A"})
    notebook.show_figure(axes, number=1, caption="A caption.", alt="Two bars.")
    return shown[-2][0]["image/svg+xml"]


def test_a_figure_is_the_same_each_time_and_differs_when_drawn_differently(shown, monkeypatch):
    first = figure_svg(shown)
    assert figure_svg(shown) == first
    assert not re.search(
        r"\d\.\d{3,}", re.sub(r'xmlns\S+|version="[\d.]+"|scale\([^)]*\)', "", first)
    )
    assert "<dc:date" not in first
    monkeypatch.setattr(style, "COLOURS", ("#08306c", *style.COLOURS[1:]))
    assert figure_svg(shown) != first


def test_a_figure_is_the_same_though_a_float_differs_in_its_last_digits(shown):
    pictures = []
    for height in (4.0, 4.0 + 1e-13):
        _, axes = plt.subplots(figsize=(6.0, height))
        axes.plot([1, 2, 3], [1, 3, 2])
        notebook.show_figure(axes, number=2, caption="A caption.", alt="A line.")
        pictures.append(shown[-2][0]["image/svg+xml"])
    assert pictures[0] == pictures[1]
    ids = re.findall(r'(?: id="|#)(figure-2-\d+)', pictures[0])
    assert 'clip-path="url(#figure-2-' in pictures[0]
    assert {"figure-2-1", "figure-2-2"} <= set(ids)


def test_a_figure_without_a_mark_is_left_out_and_says_so(shown):
    figure, axes = plt.subplots()
    axes.plot([], [])
    axes.barh([], [])
    notebook.show_figure(axes, number=3, caption="A caption.", alt="Nothing.")
    assert shown[0][0]["text/plain"] == "Figure 3 is left out: there is nothing to draw."
    assert len(shown) == 1
    assert not plt.fignum_exists(figure.number)


def test_a_caption_says_what_a_figure_leaves_out():
    assert notebook.first_of(range(7), 6) == " Drawn are the first 6 of 7 articles."
    assert notebook.first_of({"a": 1}, 6) == ""
    assert notebook.first_of("abc", 2, "speakers") == " Drawn are the first 2 of 3 speakers."


def test_a_figure_is_closed_after_it_was_shown(shown):
    plt.close("all")
    figure_svg(shown)
    assert plt.get_fignums() == []


def test_a_table_reads_well_without_a_browser(shown):
    table = pd.DataFrame(
        {
            "word": ["un", None],
            "count": [1200, 3],
            "rate": [0.126, -0.0001],
            "when": pd.to_datetime(["2012-07-06 12:13", None]),
            "sure": [True, False],
            "places": [[(1, 2)], []],
        }
    )
    notebook.show_table(table, "Words.", names={"rate": "per 1,000"}, digits={"rate": 1})
    assert shown[0][0]["text/plain"].splitlines() == [
        "Words.",
        "word  count  per 1,000  when              sure  places",
        "un    1,200        0.1  2012-07-06 12:13  yes   (1, 2)",
        "–         3        0.0  –                 no",
    ]


def test_a_long_table_says_what_it_leaves_out(shown):
    table = pd.DataFrame({"n": range(5)})
    notebook.show_table(table, "Numbers.", most=2)
    assert shown[0][0]["text/plain"].splitlines() == [
        "Numbers. The first 2 of 5 rows.", "n", "0", "1",
    ]  # fmt: skip


def test_lines_that_are_no_full_count_have_a_caption_of_their_own(shown):
    articles = pd.DataFrame({"article_id": ["a"], "text": ["He said so. She said no."]})
    lines = keyword_in_context(articles, "said")
    notebook.show_concordance(lines, {"a": "A"})
    notebook.show_concordance(lines.head(1), {"a": "A"}, caption="First uses of the words.")
    captions = [data["text/plain"].splitlines()[0] for data, _ in shown]
    assert captions == ["2 occurrence(s) in 1 article(s).", "First uses of the words."]


def test_a_table_may_be_cut_between_ties_only(shown):
    table = pd.DataFrame({"n": range(5), "rank": [1, 2, 3, 3, 5]})
    notebook.show_table(table, "Numbers.", most=3, ties="rank")
    assert shown[0][0]["text/plain"].startswith("Numbers. The first 2 of 5 rows.")


def test_sentences_are_filled_and_escaped(shown):
    notebook.say("<em>{word}</em>: {n:,} at {share:.1f}", word="<a> & $b$", n=1200, share=2.04)
    assert shown == [
        (
            {
                "text/html": "<p><em>&lt;a&gt; &amp; <span>$</span>b<span>$</span></em>: "
                "1,200 at 2.0</p>",
                "text/plain": "<a> & $b$: 1,200 at 2.0",
            },
            None,
        )
    ]


def test_markup_is_not_escaped_twice():
    inner = fill("<em>{word}</em>", word="a&b")
    assert fill("{inner}", inner=inner) == "<em>a&amp;b</em>"
    assert plain(inner) == "a&b"
    assert escape(escape("&")) == "&amp;"


def test_a_notebook_starts_with_the_three_articles_or_with_a_folder():
    assert len(notebook.start().articles) == 3
    assert len(notebook.start(HOSTILE).articles) == 1


def test_an_article_of_stop_words_alone_is_set_aside(tmp_path):
    (tmp_path / "good.txt").write_text("The minister left.", encoding="utf-8")
    (tmp_path / "stops.txt").write_text("The of and.", encoding="utf-8")
    corpus = notebook.start(tmp_path)
    assert corpus.articles["article_id"].tolist() == ["good"]
    assert corpus.set_aside.to_dict("records") == [
        {"path": "stops.txt", "reason": "no word but stop words"}
    ]
