"""What comparing outputs alone would let through in a notebook, found by looking at the file."""

import ast
import base64
import binascii
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from matplotlib.image import imread
from nbformat import NotebookNode

from helpers.notebook import PNG_DPI

CSS_DPI = 96
"""Of the width and height at which a figure is shown."""

SQUARE = 8
"""Pixels along the side of the squares by which pictures are compared."""

SAME_TO_THE_EYE = 0.06
"""Largest difference of the mean colour of two squares (of 1) that counts as none."""

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}

MACHINE_PATH = re.compile(
    r"(?<![\w.:/])/(?:home|root|Users|tmp|usr|opt|var|mnt|private|work|workspaces?|builds?)/\w"
    r"|\b[A-Za-z]:\\\w"
)
UNCOMPARED = re.compile(r"NBVAL_|nbval-|raises-exception|skip-execution")

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_FORMULA = re.compile(r"\$\$[^$]*+\$\$|\$[^$\n]*+\$")
_CODE = re.compile(r"`[^`\n]*+`")
_LINK = re.compile(r"\[[^\]\n]*+\]\([^)\n]*+\)|<https?://[^>\s]*+>")
_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_YEAR = r"(?:1[89]|20)\d\d"
# A year stands where a date stands: "since 2012.", "in June 2012, ...", not "has 1918 words".
_DATE = re.compile(
    rf"\b(?:(?i:in|since|of|from|until|to|by|before|after|during|and)|January|February|March|April"
    rf"|May|June|July|August|September|October|November|December) {_YEAR}\b"
    r"(?=[.,;:)!?]|\s*$| (?:and|to|or)\b)",
    re.MULTILINE,
)
_PAGES = r"(?:, pp?\. ?\d+(?:[-–]\d+)?)?"
# (Gries 2008, pp. 403-437), (2008) after a name, (Hardie 2014; Holm 1979)
_CITATION = re.compile(rf"\((?:(?:[^()\n\d;]*[A-Z][^()\n\d;]* )?{_YEAR}[a-z]?{_PAGES}(?:; )?)+\)")
_SOURCES = re.compile(r"^## Sources$.*?(?=^#|\Z)", re.MULTILINE | re.DOTALL)
# In the list of sources, whatever shares a line with a year is a citation.
_SOURCE = re.compile(rf"^[-*] .*\b{_YEAR}\b.*$", re.MULTILINE)
_QUOTED = re.compile(r"(?<!\*)\*([^*\n]++)\*(?!\*)|\"([^\"\n]++)\"|“([^”\n]++)”")
_WORD_NUMERAL = (
    r"(?:four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mb]illion|dozen)"
)
# One, two and three are part of speech ("one of them", "two measures") more often than counts.
_NUMERAL = re.compile(
    rf"(?<![\w.,])(?:x(?=\d))?\.?\d(?:[,.]?\d)*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b{_WORD_NUMERAL}\b"
    r"|\b(?:two|three)(?= (?:hours|days|weeks|months|years)\b)",
    re.IGNORECASE,
)


_FIELD = re.compile(r"\{[^{}]*+\}")
# What a unit or a key to a table says: per 1,000 words; 0 where there is none.
_UNIT = re.compile(r"\bper 1,000\b|(?<![\d.,])0(?![\d.,]\d)")
_COLOUR = re.compile(
    r"\b(?:gr[ea]y|black|white|red|green|blue|yellow|orange|purple|violet|pink|brown|vermilion)\b",
    re.IGNORECASE,
)


def problems(notebook: NotebookNode, article_texts: Iterable[str]) -> list[str]:
    """Everything that is wrong with a notebook as it is stored; empty when nothing is."""
    texts = list(article_texts)
    return [
        *_kernel(notebook),
        *_execution(notebook),
        *_outputs(notebook),
        *_figures(notebook),
        *_prose(notebook, texts),
        *_skeleton(notebook),
    ]


def _code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _kernel(notebook: NotebookNode) -> Iterator[str]:
    spec = notebook.metadata.get("kernelspec", {})
    for key, value in KERNEL.items():
        if spec.get(key) != value:
            yield f"kernelspec {key} is {spec.get(key)!r}, not {value!r}: JupyterLab would ask"


def _execution(notebook: NotebookNode) -> Iterator[str]:
    cells = _code_cells(notebook)
    counts = [cell.execution_count for cell in cells]
    if counts != list(range(1, len(cells) + 1)):
        yield f"code cells were not run once, in order: {counts}"
    if not any(cell.outputs for cell in cells):
        yield "no cell has any output"
    for number, cell in enumerate(cells, start=1):
        if not cell.source.strip():
            yield f"code cell {number} is empty"
        if UNCOMPARED.search(cell.source + " ".join(cell.metadata.get("tags", []))):
            yield f"code cell {number} asks not to be compared or run"


def _outputs(notebook: NotebookNode) -> Iterator[str]:
    for number, cell in enumerate(_code_cells(notebook), start=1):
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"code cell {number} stored an error"
            if output.get("name") == "stderr":
                yield f"code cell {number} wrote to stderr"
            for text in _texts(output):
                found = MACHINE_PATH.search(text)
                if found:
                    yield f"code cell {number} shows a machine's path: {found[0]}…"


def _texts(output: NotebookNode) -> Iterator[str]:
    yield str(output.get("text", ""))
    yield " ".join(output.get("traceback", []))
    for kind, data in output.get("data", {}).items():
        if kind not in ("image/png", "image/jpeg"):
            yield str(data)


def _figures(notebook: NotebookNode) -> Iterator[str]:
    number = 0
    for cell_number, cell in enumerate(_code_cells(notebook), start=1):
        where = f"code cell {cell_number}"
        for position, output in enumerate(cell.outputs):
            data = output.get("data", {})
            if not any(kind.startswith("image/") for kind in data):
                continue
            number += 1
            if not {"image/png", "image/svg+xml"} <= set(data):
                yield f"{where}: a figure without both PNG and SVG"
            elif wrong := _picture_problem(data["image/png"], output.metadata.get("image/png", {})):
                yield f"{where}: the PNG of figure {number} {wrong}"
            words = data.get("text/plain", "")
            alt = output.metadata.get("image/png", {}).get("alt", "")
            if len(alt) < 20 or words != f"Figure {number}: {alt}":
                yield f"{where}: figure {number} has no text alternative"
            following = cell.outputs[position + 1 : position + 2]
            caption = following[0].get("data", {}).get("text/plain", "") if following else ""
            if not re.match(rf"Figure {number}\. \S.{{20}}", caption):
                yield f"{where}: figure {number} has no caption below it"


def _picture_problem(png: str, shown: dict[str, int]) -> str:
    """What is wrong with a stored picture; empty when nothing is."""
    try:
        pixels = imread(io.BytesIO(base64.b64decode(png)), format="png")
    except (binascii.Error, OSError, SyntaxError, ValueError):
        return "can't be read"
    height, width = pixels.shape[:2]
    for side, size in (("width", width), ("height", height)):
        wanted = shown.get(side, 0) * PNG_DPI / CSS_DPI
        if abs(size - wanted) > 2:
            return f"has a {side} of {size} pixels, but is shown as if it had {wanted:.0f}"
    return "" if pixels.min() < pixels.max() else "is blank"


def picture_difference(stored: str, drawn: str) -> str:
    """How two pictures (PNG as base64) differ for the eye; empty if they don't.

    Small squares are compared by their mean colour: the last digit of a float may move an edge by
    a part of a pixel, but a mark or a letter of another colour, place or shape shows.
    """
    first, second = (
        imread(io.BytesIO(base64.b64decode(png)), format="png")[..., :3] for png in (stored, drawn)
    )
    if first.shape != second.shape:
        return f"has {first.shape[:2]} rows and columns, drawn it has {second.shape[:2]}"
    height, width = (size // SQUARE * SQUARE for size in first.shape[:2])
    off = (first - second)[:height, :width]
    squares = off.reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE, 3).mean(axis=(1, 3))
    row, column, _ = np.unravel_index(np.abs(squares).argmax(), squares.shape)
    if np.abs(squares).max() <= SAME_TO_THE_EYE:
        return ""
    return f"differs from what is drawn {column * SQUARE} pixels from left, {row * SQUARE} from top"


def _prose(notebook: NotebookNode, texts: list[str]) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for numeral in typed_numerals(cell.source, texts):
                yield f"a number typed into Markdown: {numeral!r} in {cell.source[:60]!r}…"
        elif cell.cell_type == "code":
            for sentence in sentences_in_code(cell.source):
                words = _UNIT.sub(" ", _FIELD.sub(" ", sentence))
                for numeral in typed_numerals(words, texts):
                    yield f"a number typed into a sentence of code: {numeral!r} in {sentence!r}"
                for colour in _COLOUR.findall(words):
                    yield f"a colour typed into a sentence of code: {colour!r} in {sentence!r}"


def sentences_in_code(source: str) -> list[str]:
    """What a code cell shows in words of its own: texts that it hands to `helpers.notebook`."""
    sentences = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func)
        if name != "fill" and not name.startswith("notebook."):
            continue
        given = [*call.args, *(word.value for word in call.keywords if word.arg != "names")]
        for argument in given:
            if isinstance(argument, ast.Call) and not isinstance(argument.func, ast.Name):
                continue  # a table or a computed text
            sentences += [
                node.value
                for node in ast.walk(argument)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
    return list(dict.fromkeys(sentence for sentence in sentences if " " in sentence.strip()))


def outline(notebook: NotebookNode) -> list[str]:
    """The order of what a reader meets: headings, first words of text, figures and tables.

    A line for each: ``## Data``, ``text: One row per article.``, ``figure 1: Bar charts of the``,
    ``table: The articles.``, ``list`` and ``sentence``; *N* stands for a number.
    """
    lines = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            lines += _first_lines(cell.source)
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            html, text = data.get("text/html", ""), data.get("text/plain", "")
            if "image/svg+xml" in data:
                number, _, alt = text.partition(": ")
                lines.append(f"{number.lower()}: {_first_words(alt, 4)}")
            elif html.startswith("<table>"):
                lines.append(f"table: {_first_words(text, 6)}")
            elif html.startswith(("<ul>", "<p>")) and "<details>" not in html:
                lines.append("list" if html.startswith("<ul>") else "sentence")
    return lines


def _first_lines(markdown: str) -> list[str]:
    """Headings, and the first words of what stands under each or without any."""
    lines = []
    expected = True
    for line in filter(None, map(str.strip, markdown.splitlines())):
        if line.startswith("#"):
            lines.append(line)
            expected = True
        elif expected:
            lines.append(f"text: {_first_words(line, 6)}")
            expected = False
    return lines


def _first_words(text: str, most: int) -> str:
    """With *N* for each number: outputs may change without changing their order."""
    return re.sub(r"\d[\d,.]*(?!\w)", "N", " ".join(text.split()[:most]))


def typed_numerals(markdown: str, texts: Iterable[str]) -> list[str]:
    """Numerals of a Markdown cell that a computation should have put there.

    Fine are those in a heading, code, a formula, a link, a citation, a year, and in words (in
    quotation marks or italics) that stand in an article. Number words in italics are fine, too:
    they are words spoken of, such as *nine dead*.
    """
    markdown = _SOURCES.sub(lambda match: _SOURCE.sub(" ", match[0]), markdown)
    for pattern in (_FENCE, _CODE, _FORMULA, _LINK, _HEADING):
        markdown = pattern.sub(" ", markdown)

    def unless_verbatim(match: re.Match[str]) -> str:
        words = next(filter(None, match.groups()))
        if match[1] and not any(map(str.isnumeric, words)):
            return " "
        return " " if any(words in text for text in texts) else match[0]

    texts = list(texts)
    markdown = _QUOTED.sub(unless_verbatim, markdown)
    return _NUMERAL.findall(_DATE.sub(" ", _CITATION.sub(" ", markdown)))


def _skeleton(notebook: NotebookNode) -> Iterator[str]:
    first = notebook.cells[0]
    title = first.source.splitlines()[0] if first.source else ""
    if first.cell_type != "markdown" or not re.fullmatch(r"# .+\?", title):
        yield f"the title is no question: {title!r}"
    headings = [
        line
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("#")
    ]
    levels = [len(heading) - len(heading.lstrip("#")) for heading in headings]
    if levels.count(1) != 1:
        yield f"there must be one title, not {levels.count(1)}"
    for before, after, heading in zip(levels, levels[1:], headings[1:], strict=False):
        if after > before + 1:
            yield f"a heading level is skipped before {heading!r}"
    for needed in ("What you'll find", "Data", "Method", "What this doesn't show"):
        if f"## {needed}" not in headings:
            yield f"there is no section {needed!r}"


def committed_notebooks(folder: Path) -> list[Path]:
    """Notebooks of the project, in order."""
    return sorted(folder.glob("*.ipynb"))
