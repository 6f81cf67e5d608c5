"""A report runs no script, fetches nothing, and says what the notebook says."""

import csv
import itertools
import json
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import exports, paths, report
from helpers.corpus import read_articles
from helpers.positions import read_targets, suggest_targets

HOSTILE = paths.PROJECT / "tests" / "data" / "hostile"
SVG = '<svg role="img" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
ALT = 'Figure 1: a bar for "war" & a bar for <aid>.'
SHA256_OF_AID_CAME = "edb7138ee4901912fe1df70d17a276d2167b5d37183986048f8c6f02c4f0308d"


class Parsed(HTMLParser):
    """Start tags with attributes, in order."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def all(self, name):
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture
def notebook():
    caption = "<p><strong>Figure 1.</strong> Two bars.</p>"
    return new_notebook(
        cells=[
            new_markdown_cell("# Which?\n\nIt is $\\frac{n}{N}$. [Next](02_more.ipynb)"),
            new_markdown_cell("## What you'll find"),
            new_code_cell(
                "say()",
                outputs=[
                    new_output(
                        "display_data",
                        data={"text/html": "<ul><li>War.</li></ul>", "text/plain": "- War."},
                    )
                ],
            ),
            new_markdown_cell("## Data\n\n$$x = 1$$\n\n### Data"),
            new_code_cell(
                "1 < 2  # <script>",
                outputs=[
                    new_output("display_data", data={"image/svg+xml": SVG, "text/plain": ALT}),
                    new_output("display_data", data={"text/html": caption, "text/plain": "x"}),
                    new_output(
                        "display_data",
                        data={
                            "text/html": "<table><caption>A &quot;b&quot;</caption></table>",
                            "text/plain": "A",
                        },
                    ),
                    new_output("stream", text="<script>alert(1)</script>"),
                ],
            ),
        ]
    )


@pytest.fixture
def page(notebook):
    return report.make_page("01_which", notebook)


def test_a_page_has_title_contents_and_what_the_index_needs(page):
    assert page.title == "Which?"
    assert page.contents == [
        (2, "what-you-ll-find", "What you'll find"),
        (2, "data", "Data"),
        (3, "data-2", "Data"),
    ]
    assert page.findings == "<ul><li>War.</li></ul>"
    assert page.figure.alt == ALT


def test_formulas_are_mathml(page):
    assert "<mfrac><mrow><mi>n</mi></mrow><mrow><mi>N</mi></mrow></mfrac>" in page.body
    assert 'display="block"' in page.body
    assert "$" not in page.body


def test_a_link_to_a_notebook_leads_to_its_page(page):
    assert '<a href="02_more.html">Next</a>' in page.body


def test_a_figure_is_a_picture_with_its_text_alternative_and_caption(page):
    parsed = Parsed(page.body)
    (picture,) = parsed.all("img")
    assert picture["alt"] == ALT
    assert picture["src"].startswith("data:image/svg+xml;base64,")
    assert re.search(r"<figcaption><p><strong>Figure 1\.</strong> Two bars", page.body)


def test_code_and_plain_output_are_escaped_and_tables_are_named(page):
    assert "<code>1 &lt; 2  # &lt;script&gt;</code>" in page.body
    assert '<pre tabindex="0">&lt;script&gt;alert(1)&lt;/script&gt;</pre>' in page.body
    assert 'aria-label="A &#34;b&#34;" tabindex="0"><table>' in page.body


def test_pages_allow_no_script_and_no_request(page, tmp_path):
    paths_written = report.write_pages([page], tmp_path, about="1 article: <b>")
    assert [path.name for path in paths_written] == ["index.html", "01_which.html"]
    for path in paths_written:
        parsed = Parsed(path.read_text(encoding="utf-8"))
        names = {tag for tag, _ in parsed.tags}
        assert not names & {"script", "link", "iframe", "object", "embed", "form", "base"}
        policies = [meta for meta in parsed.all("meta") if "http-equiv" in meta]
        assert policies[0]["content"].startswith("default-src 'none'; img-src data:;")
        for _, attributes in parsed.tags:
            assert not [name for name in attributes if name.startswith("on")]
            assert attributes.get("src", "data:").startswith("data:")
            assert not attributes.get("href", "").startswith(("http:", "//", "javascript:"))
        levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    index = paths_written[0].read_text(encoding="utf-8")
    assert "1 article: &lt;b&gt;" in index
    assert "<li>War.</li>" in index


@pytest.fixture(scope="module")
def tables():
    return exports.all_tables(read_articles(paths.SEEDS), read_targets())


def test_tables_are_the_same_as_csv_and_as_parquet(tables, tmp_path):
    exports.write_tables(tables, tmp_path)
    assert list(tables) == list(exports.ONE_ROW_IS)
    for name, table in tables.items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        parquet = pd.read_parquet(tmp_path / f"{name}.parquet")
        assert list(parquet.columns) == list(table.columns)
        assert len(rows) == len(parquet) == len(table)
        for column in table.columns:
            written = [row[column] for row in rows]
            stored = parquet[column].tolist()
            assert written == ["" if pd.isna(value) else str(value) for value in stored], column
    statements = pd.read_parquet(tmp_path / "statements.parquet")
    assert statements["fragments"].str.fullmatch(r"\d+-\d+( \d+-\d+)*").all()


def test_the_columns_are_explained_beside_the_tables(tmp_path):
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Rain fell.", "Wind blew."]})
    tables = exports.all_tables(articles, suggest_targets(articles))
    assert set(tables["distinctive_terms"]["article_id"]) == {"a", "b"}
    exports.write_tables(tables, tmp_path)
    with (tmp_path / "columns.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["table", "column", "dtype", "meaning"]
    assert [(row["table"], row["column"]) for row in rows] == [
        (name, column) for name, table in tables.items() for column in table.columns
    ]


def test_any_line_end_within_a_cell_comes_back(tmp_path):
    meant = ["one\rtwo", "one\ntwo", "one\r\ntwo", 'say "yes", or no']
    table = pd.DataFrame({"article_id": list("abcd"), "text": meant}, dtype="str")
    exports.write_tables({"articles": table}, tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == meant


def test_spans_of_the_exported_tables_point_into_the_exported_texts(tables, tmp_path):
    exports.write_tables(tables, tmp_path)
    texts = pd.read_parquet(tmp_path / "articles.parquet").set_index("article_id")["text"]
    claims = pd.read_parquet(tmp_path / "claims.parquet")
    assert len(claims)
    for claim in claims.itertuples():
        assert texts[claim.article_id][claim.start : claim.end] == claim.number


def test_every_column_is_explained_and_nothing_else(tables):
    dictionary = exports.column_dictionary(tables)
    assert len(dictionary) == sum(len(table.columns) for table in tables.values())
    assert dictionary["meaning"].str.len().min() > 5
    used = set(dictionary["column"])
    listed = {row["column"] for row in exports.read_rows("columns.csv")}
    assert listed <= used


def test_a_column_without_a_meaning_is_refused():
    with pytest.raises(ValueError, match=r"does not say what mood of articles means"):
        exports.column_dictionary({"articles": pd.DataFrame({"mood": ["good"]})})


def test_tables_of_one_article_and_of_hostile_text_are_written(tmp_path):
    articles = read_articles(HOSTILE)
    tables = exports.all_tables(articles, suggest_targets(articles))
    assert tables["distinctive_terms"].empty
    exports.write_tables(tables, tmp_path)
    text = pd.read_csv(tmp_path / "articles.csv", encoding="utf-8")["text"][0]
    assert text.startswith('<script>alert("headline")</script>')


def test_what_made_a_report_is_told_without_time_or_place(tmp_path):
    (tmp_path / "b.txt").write_text("Aid came.", encoding="utf-8", newline="\n")
    description = exports.describe_run(tmp_path, {"articles": "mine"})
    assert description == exports.describe_run(tmp_path, {"articles": "mine"})
    # sha256 of the nine bytes, from `printf 'Aid came.' | sha256sum`
    assert description["inputs"] == {"b.txt": SHA256_OF_AID_CAME}
    assert description["packages"]["pandas"] == pd.__version__
    exports.write_run(description, tmp_path / "run.json")
    written = (tmp_path / "run.json").read_text(encoding="utf-8")
    assert json.loads(written) == description
    assert str(tmp_path) not in written
