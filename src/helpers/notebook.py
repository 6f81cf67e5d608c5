"""What a notebook shows, shown safely: sentences, tables and figures.

Article text is untrusted: everything is escaped here, once, before it becomes HTML. Each output
has a plain-text twin, so that it can be read, compared and searched without a browser.
"""

import base64
import html
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from markupsafe import Markup
from matplotlib.axes import Axes

from helpers import charts, paths
from helpers.corpus import Corpus, read_corpus
from helpers.markup import escape, fill, plain

MISSING = "–"
"""Stands where a table has no value."""

PNG_DPI = 144
SVG_DECIMALS = 2
_COORDINATE = re.compile(r"(?<=[\d.\s,\"(-])(\d+\.\d{3,})")


def start(folder: str | Path | None = None) -> Corpus:
    """Read the articles of a notebook.

    Parameters
    ----------
    folder
        A folder of ``.txt`` files; ``None`` takes the three articles of ``data/seeds``.

    Returns
    -------
    Corpus
        ``articles`` and ``set_aside``, as `helpers.corpus.read_corpus` gives them.
    """
    return read_corpus(paths.SEEDS if folder is None else folder)


def say(template: str, **values: object) -> None:
    """Show a computed sentence.

    Parameters
    ----------
    template
        Our own words, HTML allowed, with ``{name}`` or ``{name:.1f}`` where a value goes.
    values
        What goes there; text is escaped.
    """
    sentence = fill(template, **values)
    _display(f"<p>{sentence}</p>", plain(sentence))


def say_list(items: Sequence[str | Markup]) -> None:
    """Show computed sentences as a list; what isn't `Markup` is escaped."""
    safe = [item if isinstance(item, Markup) else escape(item) for item in items]
    _display(
        "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in safe) + "\n</ul>",
        "\n".join(f"- {plain(item)}" for item in safe),
    )


def show_table(
    table: pd.DataFrame,
    caption: str,
    *,
    names: Mapping[str, str] | None = None,
    digits: Mapping[str, int] | int = 2,
    most: int | None = None,
) -> None:
    """Show a table with its caption, every cell escaped.

    Parameters
    ----------
    table
        Shown as it is, without its index.
    caption
        Says what a row is and in what units.
    names
        What to call columns, where the column's own name would puzzle a reader.
    digits
        Decimal places of floats: one number, or by column (others then 2).
    most
        Show this many rows at most, and say how many there are.
    """
    shown = table if most is None else table.head(most)
    if len(shown) < len(table):
        caption = f"{caption} The first {len(shown)} of {len(table)} rows."
    columns = []
    for position, column in enumerate(shown.columns):
        values = shown.iloc[:, position]
        places = digits if isinstance(digits, int) else digits.get(column, 2)
        numeric = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
        cells = [_cell(value, places) for value in values]
        columns.append(((names or {}).get(column, str(column)), cells, numeric))
    _display(_table_html(columns, len(shown), caption), _table_text(columns, len(shown), caption))


def show_concordance(lines: pd.DataFrame, labels: Mapping[str, str], *, most: int = 25) -> None:
    """Show keyword-in-context lines, the keyword in bold between its neighbours.

    Parameters
    ----------
    lines
        ``article_id, start, end, left, node, right``, as
        `helpers.concordance.keyword_in_context` gives it.
    labels
        Name of each article by its id.
    most
        Show this many lines at most, and say how many there are.
    """
    shown = lines.head(most)
    caption = f"{len(lines)} occurrence(s) in {lines['article_id'].nunique()} article(s)."
    if len(shown) < len(lines):
        caption += f" The first {len(shown)} are shown."
    names = ("article", "start", "end", "", "keyword", "")
    rows = [
        (labels[row.article_id], str(row.start), str(row.end), row.left, row.node, row.right)
        for row in shown.itertuples()
    ]
    columns = [
        (name, [row[position] for row in rows], position in (1, 2, 3))
        for position, name in enumerate(names)
    ]
    _display(
        _table_html(columns, len(rows), caption, bold=4), _table_text(columns, len(rows), caption)
    )


_Column = tuple[str, list[str], bool]


def _cell(value: object, places: int) -> str:
    if isinstance(value, float) and not pd.isna(value):
        # "-0.00" would say that a nought has a sign.
        text = f"{value:,.{places}f}"
        return text[1:] if text.startswith("-") and not text.strip("-0.,") else text
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if pd.api.types.is_integer(value):
        return f"{value:,}"
    if pd.api.types.is_list_like(value):
        return ", ".join(map(str, value))
    return MISSING if pd.isna(value) else str(value)


def _table_html(columns: list[_Column], n_rows: int, caption: str, bold: int | None = None) -> str:
    lines = ["<table>", f"<caption>{escape(caption)}</caption>", "<thead>", "<tr>"]
    lines += [f'<th scope="col">{escape(name)}</th>' for name, _, _ in columns]
    lines += ["</tr>", "</thead>", "<tbody>"]
    for row in range(n_rows):
        cells = []
        for position, (_, values, to_the_right) in enumerate(columns):
            cell = escape(values[row])
            if position == bold:
                cell = fill("<b>{cell}</b>", cell=cell)
            side = "right" if to_the_right else "left"
            cells.append(f'<td style="text-align: {side}">{cell}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines += ["</tbody>", "</table>"]
    return "\n".join(lines)


def _table_text(columns: list[_Column], n_rows: int, caption: str) -> str:
    aligned = []
    for name, values, to_the_right in columns:
        width = max(map(len, [name, *values]))
        align = str.rjust if to_the_right else str.ljust
        aligned.append([align(cell, width) for cell in (name, *values)])
    rows = ("  ".join(column[row] for column in aligned).rstrip() for row in range(n_rows + 1))
    return "\n".join([caption, *rows])


def show_figure(axes: Axes, *, number: int, caption: str, alt: str) -> None:
    """Show a figure with caption and text alternative.

    It is stored twice: as PNG, which JupyterLab shows in a notebook it doesn't trust yet, and as
    SVG, which a comparison of outputs reads.

    Parameters
    ----------
    axes
        Any `Axes` of the figure; the whole figure is shown, and closed.
    number
        Its number in this notebook.
    caption
        Says what to see; stands below the figure.
    alt
        Says in words what the figure shows, for those who don't see it.
    """
    figure = axes.get_figure()
    png, svg = io.BytesIO(), io.StringIO()
    with mpl.rc_context(charts.STYLE | {"svg.hashsalt": f"figure-{number}"}):
        figure.savefig(png, format="png", dpi=PNG_DPI, metadata={"Software": None})
        figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
    width, height = (round(inches * 96) for inches in figure.get_size_inches())
    plt.close(figure)
    display(
        {
            "image/png": base64.b64encode(png.getvalue()).decode("ascii"),
            "image/svg+xml": _stable_svg(svg.getvalue(), alt),
            "text/plain": f"Figure {number}: {alt}",
        },
        metadata={"image/png": {"alt": alt, "width": width, "height": height}},
        raw=True,
    )
    # JupyterLab gives a picture no text alternative of its own, so it stands here for everyone.
    below = fill(
        "<p><strong>Figure {number}.</strong> {caption}</p>\n"
        "<details><summary>Figure {number} in words</summary><p>{alt}</p></details>",
        number=number,
        caption=caption,
        alt=alt,
    )
    _display(below, f"Figure {number}. {caption}")


def _stable_svg(svg: str, alt: str) -> str:
    """Round coordinates, and let the picture carry its own text alternative.

    Processors differ in the last digit of a float; a hundredth of a point can't be seen.
    """
    svg = _COORDINATE.sub(lambda match: f"{float(match[0]):.{SVG_DECIMALS}f}", svg)
    label = html.escape(alt, quote=True)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def _display(markup: str, text: str) -> None:
    display({"text/html": str(markup), "text/plain": text}, raw=True)
