"""Notebooks that were run become pages to hand on: no script, nothing fetched from elsewhere.

A page's content security policy forbids every script and every request, so that even text that
slipped through unescaped could do nothing.
"""

import base64
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from latex2mathml.converter import convert as to_mathml
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode

from helpers.markup import plain

TEMPLATES = Path(__file__).parent / "templates"

_HEADING = re.compile(r"<h([1-6])[^<>]*+>(.*?)</h\1>", re.DOTALL)
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_NOTEBOOK_LINK = re.compile(r'href="([\w-]++)\.ipynb"')
_FINDINGS = "What you'll find"


class Heading(NamedTuple):
    """An entry of a table of contents."""

    level: int
    anchor: str
    text: str


class Figure(NamedTuple):
    """A picture as an address that holds it, and its text alternative."""

    source: str
    alt: str


class Page(NamedTuple):
    """One notebook as a page.

    ``findings`` is what the index says of it, as HTML; ``figure`` the one that the index shows.
    """

    name: str
    title: str
    body: Markup
    contents: list[Heading]
    findings: Markup
    figure: Figure | None


class _Renderer(IPythonRenderer):
    """Markdown as HTML, formulas as MathML: browsers show it without a script."""

    def heading(self, text: str, level: int, **_: object) -> str:
        return f"<h{level}>{text}</h{level}>\n"

    def inline_math(self, body: str) -> str:
        return to_mathml(body)

    def block_math(self, body: str) -> str:
        formula = to_mathml(body.strip(), display="block")
        return f'<div class="wide" role="group" aria-label="Formula" tabindex="0">{formula}</div>'


def make_page(name: str, notebook: NotebookNode) -> Page:
    """Make a page of a notebook that was run.

    Parameters
    ----------
    name
        The file's name without its suffix.
    notebook
        With outputs. Markdown is ours; what an output holds must be escaped already, as
        `helpers.notebook` does it. Outputs without HTML or picture are escaped here.
    """
    anchors: dict[str, int] = {}
    contents: list[Heading] = []
    pieces: list[Markup] = []
    findings, figure = Markup(""), None
    section = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            html, headings = _prose(cell.source, anchors)
            pieces.append(html)
            contents += headings
            section = headings[-1].text if headings else section
        elif cell.cell_type == "code":
            outputs, figures = _outputs(cell)
            pieces += [_code(cell.source), outputs]
            figure = figure or next(iter(figures), None)
            if section == _FINDINGS and not findings:
                findings = outputs
    title = next((entry.text for entry in contents if entry.level == 1), name)
    contents = [entry for entry in contents if entry.level in (2, 3)]
    return Page(name, title, Markup("\n").join(pieces), contents, findings, figure)


def _prose(source: str, anchors: dict[str, int]) -> tuple[Markup, list[Heading]]:
    html = MarkdownWithMath(renderer=_Renderer(escape=False)).render(source)
    html = _NOTEBOOK_LINK.sub(r'href="\1.html"', html)
    html = _TABLE.sub(lambda match: _scrollable(match[0], "Table"), html)
    headings: list[Heading] = []

    def anchored(match: re.Match[str]) -> str:
        text = plain(match[2]).strip()
        anchor = re.sub(r"\W+", "-", text.lower()).strip("-") or "section"
        anchors[anchor] = anchors.get(anchor, 0) + 1
        if anchors[anchor] > 1:
            anchor = f"{anchor}-{anchors[anchor]}"
        headings.append(Heading(int(match[1]), anchor, text))
        return f'<h{match[1]} id="{anchor}">{match[2]}</h{match[1]}>'

    return Markup(_HEADING.sub(anchored, html)), headings  # noqa: S704 -- our own prose


def _code(source: str) -> Markup:
    return Markup(
        '<details class="code"><summary>Code</summary>'
        '<pre tabindex="0"><code>{}</code></pre></details>'
    ).format(source)


def _outputs(cell: NotebookNode) -> tuple[Markup, list[Figure]]:
    """HTML of a cell's outputs, each figure together with the caption that follows it."""
    pieces: list[Markup] = []
    figures: list[Figure] = []
    outputs = iter(cell.outputs)
    for output in outputs:
        data = output.get("data", {})
        figure = _figure(data)
        if figure:
            figures.append(figure)
            caption = next(outputs, None)
            pieces.append(_with_caption(figure, caption.get("data", {}) if caption else {}))
        else:
            pieces.append(_output(output))
    return Markup("\n").join(pieces), figures


def _figure(data: Mapping[str, str]) -> Figure | None:
    if "image/svg+xml" in data:
        encoded = base64.b64encode(data["image/svg+xml"].encode("utf-8")).decode("ascii")
        source = f"data:image/svg+xml;base64,{encoded}"
    elif "image/png" in data:
        source = f"data:image/png;base64,{''.join(data['image/png'].split())}"
    else:
        return None
    return Figure(source, data.get("text/plain", "Figure"))


def _with_caption(figure: Figure, caption: Mapping[str, str]) -> Markup:
    return Markup(
        '<figure><div class="wide" role="group" aria-label="Figure" tabindex="0">'
        '<img src="{}" alt="{}"></div>\n<figcaption>{}</figcaption></figure>'
    ).format(figure.source, figure.alt, _html_of(caption))


def _output(output: NotebookNode) -> Markup:
    if output.output_type == "error":
        return _preformatted(f"{output.ename}: {output.evalue}")
    if output.output_type == "stream":
        return _preformatted(output.text)
    return _html_of(output.get("data", {}))


def _html_of(data: Mapping[str, str]) -> Markup:
    if "text/html" not in data:
        return _preformatted(data.get("text/plain", ""))

    def scrollable(match: re.Match[str]) -> str:
        caption = _CAPTION.search(match[0])
        return _scrollable(match[0], plain(caption[1]) if caption else "Table")

    return Markup(_TABLE.sub(scrollable, data["text/html"]))  # noqa: S704 -- escaped by `notebook`


def _preformatted(text: str) -> Markup:
    return Markup('<pre tabindex="0">{}</pre>').format(text) if text else Markup("")


def _scrollable(table: str, name: str) -> str:
    """A wide table scrolls by itself, also by keyboard, and leaves the page where it is."""
    label = Markup.escape(name)
    return f'<div class="wide" role="group" aria-label="{label}" tabindex="0">{table}</div>'


def write_pages(
    pages: Iterable[Page],
    out: Path,
    *,
    about: str,
    downloads: Iterable[tuple[str, str, int]] = (),
) -> list[Path]:
    """Write each page and an index of all to the folder `out`.

    Parameters
    ----------
    pages
        As `make_page` gives them.
    out
        Exists.
    about
        What the pages are about, such as the articles' folder and how many they are.
    downloads
        Path below `out`, what it holds, and its number of rows: tables that the index links to.

    Returns
    -------
    list of Path
        The files written, the index first.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    template = environment.get_template("report.html")
    style = Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))  # noqa: S704 -- ours
    pages = list(pages)
    common = {"style": style, "pages": pages, "about": about, "downloads": list(downloads)}
    written = []
    for page in [None, *pages]:
        path = out / f"{page.name if page else 'index'}.html"
        html = template.render(page=page, **common)
        path.write_text(html, encoding="utf-8", newline="\n")
        written.append(path)
    return written
