"""What a notebook shows, shown safely: sentences, tables and figures.

Article text is untrusted: everything is escaped here, once, before it becomes HTML. Each output
has a plain-text twin, so that it can be read, compared and searched without a browser.
"""

import base64
import html
import io
import re
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from IPython import get_ipython
from IPython.display import display
from markupsafe import Markup
from matplotlib.axes import Axes

from helpers import paths
from helpers.charts.style import NO_GLYPH, STYLE
from helpers.companions import describe_companions, describe_word_lists, is_example
from helpers.corpus import (
    SET_ASIDE_COLUMNS,
    SIDECAR,
    Corpus,
    CorpusError,
    read_corpus,
    running_text,
)
from helpers.frequency import leading, read_stop_words
from helpers.markup import escape, fill, plain
from helpers.tables import make_table
from helpers.text import analyzer
from helpers.wordlists import WORD_LISTS, packaged_list, use_word_lists

MISSING = "–"
"""Stands where a table has no value."""

PNG_DPI = 144
SVG_DECIMALS = 2
_MADE_ID = re.compile(r"(?<=[\"#])(?:image|[a-z])[0-9a-f]{10}(?=[\")])")
_COORDINATE = re.compile(r"scale\([^()]*\)|(?<=[\d.\s,\"(-])\d+\.\d{3,}")
"""A number to be rounded, or how much something is scaled by, which is no number of points."""


MIN_ENGLISH = 0.15
"""Least share of English stop words in a text that is taken for English.

They make up a third to a half of running English, and hardly a tenth of other languages.
"""


def start(folder: str | Path | None = None, *, at_least: int = 1) -> Corpus:
    """Read the articles of a notebook, and say what of the folder can't be used, or only in part.

    Parameters
    ----------
    folder
        A folder of ``.txt`` files; ``None`` takes the three articles of ``data/seeds``.
    at_least
        How many articles the notebook needs. With fewer, the cells that follow this one say that
        they are left out instead of running, until this function is called again.

    Returns
    -------
    Corpus
        As `helpers.corpus.read_corpus` gives it. Articles of stop words alone are set aside
        too: there is nothing to count in them.

    Raises
    ------
    FileError
        The folder can't be read, no article in it has a word to count, or its targets, labels or
        word lists (see `helpers.companions`) can't be used.

    Word lists stay as the folder changes them until this function is called again.
    """
    corpus = read(folder)
    _say_what_is_missing(corpus)
    beside = [*describe_companions(corpus), *describe_word_lists()]
    if beside:
        say("Read beside the articles: {lines}.", lines="; ".join(beside))
    _say_if_not_english(corpus.articles)
    _leave_out_cells(
        None
        if len(corpus.articles) >= at_least
        else f"this takes {at_least} articles, and there is only {len(corpus.articles)}."
    )
    return corpus


def read(folder: str | Path | None = None) -> Corpus:
    """Read articles and the changes of word lists beside them, as `start` does, in silence."""
    folder = Path(paths.SEEDS if folder is None else folder)
    use_word_lists(folder / WORD_LISTS)
    return _set_wordless_aside(read_corpus(folder))


def _set_wordless_aside(corpus: Corpus) -> Corpus:
    articles = corpus.articles
    stops = read_stop_words("default")
    wordless = pd.Series(map(stops.issuperset, _words_of_each(articles)), index=articles.index)
    if not wordless.any():
        return corpus
    if wordless.all():
        raise CorpusError("No article has a word to count (stop words aside).")
    rows = [
        *corpus.set_aside.itertuples(index=False),
        *((f"{name}.txt", "no word but stop words") for name in articles["article_id"][wordless]),
    ]
    return Corpus(
        articles[~wordless].reset_index(drop=True),
        make_table(sorted(map(tuple, rows)), SET_ASIDE_COLUMNS),
        corpus.folder,
    )


def _words_of_each(articles: pd.DataFrame) -> Iterator[list[str]]:
    """What the words of each article's running text count as."""
    return map(analyzer(), running_text(articles)["text"])


def _say_what_is_missing(corpus: Corpus) -> None:
    if len(corpus.set_aside):
        show_table(
            corpus.set_aside,
            "Files that were set aside, and why.",
            names={"path": "file"},
            most=30,
        )
    undated = corpus.articles[corpus.articles["published"].isna()]
    if len(undated):
        say(
            "{n:,} of {all:,} article(s) have no date: {names}. Casualty figures are compared by "
            "date; give it in {sidecar} beside the articles.",
            n=len(undated),
            all=len(corpus.articles),
            names=first_labels(undated["label"].tolist()),
            sidecar=SIDECAR,
        )


def first_labels(labels: Sequence[str], most: int = 5) -> str:
    """Name the first articles of several."""
    return ", ".join(labels[:most]) + (", …" if len(labels) > most else "")


def _say_if_not_english(articles: pd.DataFrame) -> None:
    stops = frozenset(packaged_list("stop_words.txt"))
    foreign = sorted(
        article_id
        for article_id, words in zip(articles["article_id"], _words_of_each(articles), strict=True)
        if words and sum(word in stops for word in words) / len(words) < MIN_ENGLISH
    )
    if foreign:
        labels = articles.set_index("article_id")["label"]
        say(
            "<strong>Made for English.</strong> {n} of {all} article(s) don't look like it: "
            "{names}. Their words are counted all the same, but stop words, sentences, speakers, "
            "figures and stances are found by English rules, so expect little of those.",
            n=len(foreign),
            all=len(articles),
            names=first_labels(labels[foreign].tolist()),
        )


class _LeaveOut:
    """Put a sentence in the place of every cell, but for those that choose and read articles."""

    def __init__(self, why: str) -> None:
        self.why = why

    def __call__(self, lines: list[str]) -> list[str]:
        if any("notebook.start(" in line or line.startswith("ARTICLES") for line in lines):
            return lines
        return [
            "from helpers import notebook\n",
            f"notebook.say('Left out: {{why}}', why={self.why!r})\n",
        ]


def _leave_out_cells(why: str | None) -> None:
    shell = get_ipython()
    if shell is None:
        if why:
            raise CorpusError(why)
        return
    hooks = shell.input_transformers_post
    hooks[:] = [hook for hook in hooks if not isinstance(hook, _LeaveOut)]
    if why:
        hooks.append(_LeaveOut(why))


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


def say_list(items: Iterable[str | Markup], of: int = 0) -> None:
    """Show computed sentences as a list, and if they are `of` more, that they are only the first.

    What isn't `Markup` is escaped.
    """
    safe = [item if isinstance(item, Markup) else escape(item) for item in items]
    _display(
        "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in safe) + "\n</ul>",
        "\n".join(f"- {plain(item)}" for item in safe),
    )
    if of > len(safe):
        say("These are the first {shown:,} of {all:,}.", shown=len(safe), all=int(of))


def say_of_example(articles: pd.DataFrame, *notes: str) -> None:
    """Show notes of our own on the three articles of ``data/seeds``; of others, nothing.

    Parameters
    ----------
    articles
        The articles of the notebook.
    notes
        HTML of our own.
    """
    if is_example(articles):
        say("Of these three articles:")
        say_list([fill(note) for note in notes])


def first_of(things: Collection[object], most: int, name: str = "articles") -> str:
    """Sentence for a caption: of how many `things` a figure draws `most`; empty if it draws all."""
    if len(things) <= most:
        return ""
    return f" Drawn are the first {most} of {len(things):,} {name}."


def show_table(
    table: pd.DataFrame,
    caption: str,
    *,
    names: Mapping[str, str] | None = None,
    digits: Mapping[str, int] | int = 2,
    most: int | None = None,
    ties: str | None = None,
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
    ties
        Column of ranks, by which the table is ordered: equal ranks are all shown or all left out.

    A table without rows is shown as a sentence that says so.
    """
    if table.empty:
        say("{caption} There is none.", caption=caption)
        return
    most = len(table) if most is None else most
    shown = leading(table, most, rank=ties) if ties else table.head(most)
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


def show_concordance(
    lines: pd.DataFrame, labels: Mapping[str, str], *, caption: str | None = None, most: int = 25
) -> None:
    """Show keyword-in-context lines, the keyword in bold between its neighbours.

    Parameters
    ----------
    lines
        ``article_id, start, end, left, node, right``, as
        `helpers.concordance.keyword_in_context` gives it.
    labels
        Name of each article by its id.
    caption
        Says what the lines are; ``None`` counts them as the occurrences that there are.
    most
        Show this many lines at most, and say how many there are.
    """
    if lines.empty:
        say("It occurs nowhere.")
        return
    shown = lines.head(most)
    if caption is None:
        caption = f"{len(lines)} occurrence(s) in {lines['article_id'].nunique()} article(s)."
    if len(shown) < len(lines):
        caption += f" The first {len(shown)} are shown."
    names = ("article", "start", "end", "before", "keyword", "after")
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
        # "-0.00" would say that zero has a sign.
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
    """Show a figure with caption and text alternative; of an empty one, say that it is left out.

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
    if not any(map(_draws_something, figure.axes)):
        plt.close(figure)
        say("Figure {number} is left out: there is nothing to draw.", number=number)
        return
    png, svg = io.BytesIO(), io.StringIO()
    style = STYLE | {"svg.hashsalt": f"figure-{number}"}
    with mpl.rc_context(style), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        figure.savefig(png, format="png", dpi=PNG_DPI, metadata={"Software": None})
        figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
    missing = [warning for warning in caught if NO_GLYPH in str(warning.message)]
    for warning in caught:
        if warning not in missing:
            warnings.warn_explicit(
                warning.message, warning.category, warning.filename, warning.lineno
            )
    if missing:
        caption += " Letters that this computer's fonts lack are drawn as boxes."
    width, height = (round(inches * 96) for inches in figure.get_size_inches())
    plt.close(figure)
    display(
        {
            "image/png": base64.b64encode(png.getvalue()).decode("ascii"),
            "image/svg+xml": _stable_svg(svg.getvalue(), number, alt),
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


def _draws_something(axes: Axes) -> bool:
    return bool(
        axes.patches
        or axes.images
        or any(len(line.get_xdata()) for line in axes.lines)
        or any(len(marks.get_paths()) for marks in axes.collections)
    )


def _rounded(match: re.Match[str]) -> str:
    """A coordinate with few decimals; a scale as it is: letters would be of another size."""
    text = match[0]
    return text if text.startswith("scale") else f"{float(text):.{SVG_DECIMALS}f}"


def _stable_svg(svg: str, number: int, alt: str) -> str:
    """Round coordinates, number the parts, and let the picture carry its own text alternative.

    Processors differ in the last digit of a float; a hundredth of a point can't be seen. What
    matplotlib calls a part of the drawing is made from such floats, so it is called by its place.
    """
    svg = _COORDINATE.sub(_rounded, svg)
    names = dict.fromkeys(_MADE_ID.findall(svg))
    places = {name: f"figure-{number}-{place}" for place, name in enumerate(names, 1)}
    svg = _MADE_ID.sub(lambda match: places[match[0]], svg)
    label = html.escape(alt, quote=True)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def _display(markup: str, text: str) -> None:
    display({"text/html": str(markup), "text/plain": text}, raw=True)
