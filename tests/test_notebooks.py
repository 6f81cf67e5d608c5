"""The stored notebooks keep the project's promises, and each check notices a broken one."""

import base64
import copy
import io
import itertools
import json
import tomllib

import nbformat
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.image import imread, imsave
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import paths
from helpers.charts.style import COLOURS, GREY
from helpers.corpus import read_articles
from notebook_checks import (
    committed_notebooks,
    outline,
    picture_difference,
    problems,
    sentences_in_code,
    typed_numerals,
)

NOTEBOOKS = committed_notebooks(paths.PROJECT / "notebooks")
ARTICLES = read_articles(paths.SEEDS)["text"].tolist()


def test_there_are_notebooks():
    assert NOTEBOOKS[0].name == "01_word_frequencies.ipynb"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_stored_notebook_is_sound(path):
    assert problems(nbformat.read(path, as_version=4), ARTICLES) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_stored_notebook_is_valid_and_leads_to_its_neighbours_by_their_titles(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    place = NOTEBOOKS.index(path)
    neighbours = [("Before this", place - 1), ("Next", place + 1)]
    expected = []
    for name, there in neighbours:
        if 0 <= there < len(NOTEBOOKS):
            title = nbformat.read(NOTEBOOKS[there], as_version=4).cells[0].source.splitlines()[0]
            expected.append(f"{name}: [{title.removeprefix('# ')}]({NOTEBOOKS[there].name})")
    lines = notebook.cells[-1].source.splitlines()
    assert [line for line in lines if line.startswith(("Before", "Next"))] == expected


OUTLINES = paths.PROJECT / "tests" / "data" / "notebook_outlines.json"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_headings_stand_over_what_they_announce(path):
    """If a notebook was rearranged on purpose, read it from top to bottom, then change the file."""
    expected = json.loads(OUTLINES.read_text(encoding="utf-8"))
    assert outline(nbformat.read(path, as_version=4)) == expected[path.stem]


def test_cells_that_change_places_change_the_outline():
    notebook = nbformat.read(NOTEBOOKS[0], as_version=4)
    before = outline(notebook)
    headings = [
        number
        for number, cell in enumerate(notebook.cells)
        if cell.cell_type == "markdown" and cell.source.startswith("## ")
    ]
    for first, second in itertools.pairwise(headings):
        swapped = copy.deepcopy(notebook)
        cells = swapped.cells
        cells[first], cells[second] = cells[second], cells[first]
        assert outline(swapped) != before


def test_every_notebook_is_compared_strictly():
    """The options that make plain ``pytest`` compare every output of every notebook."""
    options = tomllib.loads((paths.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pytest_options = options["tool"]["pytest"]["ini_options"]
    assert pytest_options["testpaths"] == ["tests", "notebooks"]
    # As a whole, so that no -k, --deselect, further --ignore or --nbval-lax can slip in.
    assert pytest_options["addopts"] == [
        "--strict-markers",
        "--strict-config",
        "--numprocesses=auto",
        "--dist=loadfile",
        "--nbval",
        "--nbval-current-env",
        "--nbval-cell-timeout=60",
        "--ignore=tests/scale",
        "--ignore=tests/compiled",
    ]


def png(width, height, blank=False):
    pixels = np.ones((height, width, 3))
    if not blank:
        pixels[: height // 2] = 0
    stored = io.BytesIO()
    imsave(stored, pixels, format="png")
    return base64.b64encode(stored.getvalue()).decode("ascii")


def sound_notebook():
    alt = "A made-up figure with one bar that is taller than the other."
    figure = new_output(
        "display_data",
        data={
            "image/png": png(150, 75),
            "image/svg+xml": "<svg/>",
            "text/plain": f"Figure 1: {alt}",
        },
        metadata={"image/png": {"alt": alt, "width": 100, "height": 50}},
    )
    caption = new_output(
        "display_data", data={"text/plain": "Figure 1. One bar is taller than the other one."}
    )
    sections = ["## What you'll find", "## Data", "## Method", "## What this doesn't show"]
    return new_notebook(
        cells=[
            new_markdown_cell("# Is it so?"),
            *map(new_markdown_cell, sections),
            new_code_cell("1 + 1", execution_count=1, outputs=[new_output("stream", text="2")]),
            new_code_cell("draw()", execution_count=2, outputs=[figure, caption]),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
    )


def test_a_sound_notebook_has_no_problem():
    assert problems(sound_notebook(), []) == []


def rename_kernel(notebook):
    notebook.metadata.kernelspec.display_name = "Python 3"


def clear_counts(notebook):
    for cell in notebook.cells[-2:]:
        cell.execution_count = None


def clear_outputs(notebook):
    for cell in notebook.cells[-2:]:
        cell.outputs = []


def swap_cells(notebook):
    notebook.cells[-2:] = notebook.cells[:-3:-1]


def empty_cell(notebook):
    notebook.cells[-2].source = " "


def ignore_a_cell(notebook):
    notebook.cells[-2].source += "  # NBVAL_IGNORE_OUTPUT"


def tag_a_cell(notebook):
    notebook.cells[-2].metadata["tags"] = ["nbval-skip"]


def store_an_error(notebook):
    notebook.cells[-2].outputs = [new_output("error", ename="E", evalue="", traceback=["no"])]


def write_to_stderr(notebook):
    notebook.cells[-2].outputs = [new_output("stream", name="stderr", text="Warning")]


def show_a_path(notebook):
    notebook.cells[-2].outputs[0].text = "read /home/someone/file.txt"


def show_a_windows_path(notebook):
    notebook.cells[-2].outputs[0].text = r"read C:\Users\someone"


def drop_svg(notebook):
    del notebook.cells[-1].outputs[0].data["image/svg+xml"]


def drop_png(notebook):
    del notebook.cells[-1].outputs[0].data["image/png"]


def store_one_pixel(notebook):
    notebook.cells[-1].outputs[0].data["image/png"] = png(1, 1)


def store_a_blank_picture(notebook):
    notebook.cells[-1].outputs[0].data["image/png"] = png(150, 75, blank=True)


def store_no_picture(notebook):
    notebook.cells[-1].outputs[0].data["image/png"] = base64.b64encode(b"no picture").decode()


def drop_alt(notebook):
    notebook.cells[-1].outputs[0].metadata = {}


def alt_of_another_figure(notebook):
    notebook.cells[-1].outputs[0].data["text/plain"] = "<Figure size 640x480 with 1 Axes>"


def drop_caption(notebook):
    del notebook.cells[-1].outputs[1]


def type_a_number(notebook):
    notebook.cells[1].source += "\n\nThere are 1,928 words."


def type_a_number_into_a_caption(notebook):
    notebook.cells[-1].source = 'notebook.show_figure(draw(), number=1, caption="All 17 words.")'


def type_days_into_a_note(notebook):
    notebook.cells[-1].source = 'notebook.say_of_example(articles, "It was three weeks before.")'


def name_a_colour(notebook):
    notebook.cells[
        -1
    ].source = (
        'notebook.show_figure(draw(), caption=f"{n} bars: for it (green)." + rest(n), number=1)'
    )


def no_question(notebook):
    notebook.cells[0].source = "# It is so"


def two_titles(notebook):
    notebook.cells[1].source += "\n# Or is it?"


def skip_a_level(notebook):
    notebook.cells[2].source += "\n#### Deep"


def drop_limits(notebook):
    del notebook.cells[4]


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (rename_kernel, "kernelspec display_name"),
        (clear_counts, "not run once, in order"),
        (clear_outputs, "no cell has any output"),
        (swap_cells, "not run once, in order"),
        (empty_cell, "is empty"),
        (ignore_a_cell, "asks not to be compared"),
        (tag_a_cell, "asks not to be compared"),
        (store_an_error, "stored an error"),
        (write_to_stderr, "wrote to stderr"),
        (show_a_path, "machine's path"),
        (show_a_windows_path, "machine's path"),
        (drop_svg, "without both PNG and SVG"),
        (drop_png, "without both PNG and SVG"),
        (store_one_pixel, "has a width of 1 pixels, but is shown as if it had 150"),
        (store_a_blank_picture, "is blank"),
        (store_no_picture, "can't be read"),
        (drop_alt, "no text alternative"),
        (alt_of_another_figure, "no text alternative"),
        (drop_caption, "no caption"),
        (type_a_number, "a number typed into Markdown: '1,928'"),
        (type_a_number_into_a_caption, "a number typed into a sentence of code: '17'"),
        (type_days_into_a_note, "a number typed into a sentence of code: 'three'"),
        (name_a_colour, "a colour typed into a sentence of code: 'green'"),
        (no_question, "no question"),
        (two_titles, "one title, not 2"),
        (skip_a_level, "heading level is skipped"),
        (drop_limits, 'no section "What this doesn\'t show"'),
    ],
)
def test_a_broken_notebook_is_noticed(break_it, says):
    notebook = copy.deepcopy(sound_notebook())
    break_it(notebook)
    found = problems(notebook, [])
    assert [problem for problem in found if says in problem], found


def test_sentences_of_code_are_those_that_are_shown():
    source = (
        'notebook.show_table(table["a b"], f"In {n} articles. " "Two parts.", names={"x": "a b"})\n'
        'notebook.say("{n} of them, " + more("in all"), n=count("a b"))\n'
        'print("not shown")'
    )
    assert sentences_in_code(source) == [
        "a b", " articles. Two parts.", "{n} of them, ", "in all",
    ]  # fmt: skip


def recoloured(png, of, to):
    pixels = imread(io.BytesIO(base64.b64decode(png)), format="png")[..., :3].copy()
    pixels[np.abs(pixels - to_rgb(of)).max(axis=2) < 0.01] = to_rgb(to)
    stored = io.BytesIO()
    imsave(stored, pixels, format="png")
    return base64.b64encode(stored.getvalue()).decode("ascii")


def first_picture(path):
    cells = nbformat.read(path, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return next(o.data["image/png"] for o in outputs if "image/png" in o.get("data", {}))


def test_a_picture_of_another_colour_place_or_size_is_noticed():
    picture = first_picture(NOTEBOOKS[0])
    assert picture_difference(picture, picture) == ""
    assert "pixels from left" in picture_difference(picture, recoloured(picture, GREY, "#999999"))
    assert "pixels from left" in picture_difference(
        picture, recoloured(picture, COLOURS[2], "#8fcaec")
    )
    assert "rows and columns" in picture_difference(png(150, 75), png(151, 75))
    moved = np.ones((75, 150, 3))
    moved[: 75 // 2, 12:] = 0
    stored = io.BytesIO()
    imsave(stored, moved, format="png")
    shifted = base64.b64encode(stored.getvalue()).decode("ascii")
    assert picture_difference(png(150, 75), shifted).endswith("0 pixels from left, 0 from top")


@pytest.mark.parametrize(
    ("markdown", "numerals"),
    [
        ("There are 12 of them.", ["12"]),
        ("It rose by 4.5 to 9,000", ["4.5", "9,000"]),
        ("twelve articles", ["twelve"]),
        ("four articles, a dozen words, one or two", ["four", "dozen"]),
        ("½ of them, x5, ×6, .7", ["½", "x5", "6", ".7"]),
        ("G2, HD-D and MTLD2", []),
        ("## 12 things", []),
        ("`n = 12` and\n```\nx = 5\n```", []),
        ("$x_1 = 2$ and $$\\frac{1}{2}$$", []),
        ("[page 12](https://example.org/12)", []),
        ("in 2012, and since 1993", []),
        ("They met in July 2012 and talked", []),
        ("It has 1918 words", ["1918"]),
        ("of 1918 words", ["1918"]),
        ("(1,928 words in 2012)", ["1,928"]),
        ("(1918 words)", ["1918"]),
        ("(Hardie 2014; Holm 1979a)", []),
        ("Gries (2008, pp. 403-437) says", []),
        ("## Sources\n\n- Gries, S. Th. (2008). Dispersions. *IJCL* 13(4), 403-437.", []),
        ("## Sources\n\n- Lee (2008). 13(4).\n\n## Results\n- 9 in 2008.", ["9"]),
        ("- In 2012, there were 403 of them.", ["403"]),
        ('they say "at least 9,000 people"', []),
        ('they say "at least 8,000 people"', ["8,000"]),
        ("they say *at least 9,000*", []),
        ("three weeks before, two of them", ["three"]),
        ("*nine dead*, *9 dead* and **nine dead**", ["9", "nine"]),
    ],
)
def test_numerals_typed_into_markdown(markdown, numerals):
    assert typed_numerals(markdown, ["The UN says at least 9,000 people died."]) == numerals
