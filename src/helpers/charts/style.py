"""How figures look: colours, markers and type, equal in every notebook.

Every label is drawn as it is written (no ``$`` starts a formula), sizes are explicit, and
colours differ in lightness too, so that they can be told apart in grey.
"""

import functools
import textwrap
import warnings
from collections.abc import Callable, Iterable

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.font_manager import fontManager

# Articles have these colours in every figure, and nothing else has: dark blue, vermilion and light
# blue, then further colours of Okabe & Ito (2008), "Color Universal Design"; the first ones were
# darkened or lightened to differ in grey as well.
COLOURS = ("#08306b", "#d55e00", "#7cc0e8", "#009e73", "#b8a000", "#cc79a7", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
DARK = "#3c4043"
GREY = "#5f6368"
RANGE = "#bdc1c6"
LIGHT = "#dadce0"
BAND = "#f1f3f4"

SMALL = 10.5
"""Points of the smallest letters: half as large, a figure can still be read."""

MAX_LABEL = 24
"""Letters of a word or name in a figure; a longer one would leave no room for the plot."""

# Tried in turn for letters that DejaVu Sans lacks, where they are installed.
_OTHER_SCRIPTS = ("Noto Sans CJK SC", "Noto Sans Devanagari", "Arial Unicode MS", "Microsoft YaHei")

NO_GLYPH = "missing from font"
"""Part of the warning that a letter can't be drawn."""

STYLE = {
    "text.parse_math": False,  # article words may hold a "$"
    "figure.dpi": 96,
    "figure.constrained_layout.use": True,
    "font.family": [
        "DejaVu Sans",
        *(name for name in _OTHER_SCRIPTS if name in fontManager.get_font_names()),
    ],
    "font.size": 12,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
    "grid.color": LIGHT,
    "legend.frameon": False,
    "savefig.facecolor": "white",
    "svg.fonttype": "path",  # looks alike whatever fonts the reader has
    "svg.hashsalt": "syria-news-notebooks",
}


def article_colours(article_ids: Iterable[str]) -> dict[str, str]:
    """Colour of each article by its id, equal in every figure; they recur after seven."""
    return {name: COLOURS[number % len(COLOURS)] for number, name in enumerate(article_ids)}


def styled(draw: Callable[..., Axes]) -> Callable[..., Axes]:
    """Draw in the project's style, whatever the caller's settings are."""

    @functools.wraps(draw)
    def drawn(*args: object, **options: object) -> Axes:
        with plt.rc_context(STYLE), warnings.catch_warnings():
            # Working out the room for labels draws them; the caption says what the fonts lack.
            warnings.filterwarnings("ignore", message=f".*{NO_GLYPH}")
            return draw(*args, **options)

    return drawn


def shorten(text: str) -> str:
    """Cut a word or name to what a figure has room for."""
    return text if len(text) <= MAX_LABEL else text[: MAX_LABEL - 1] + "…"


def in_lines(text: str, most: int = 3) -> str:
    """Break a long name into lines, each as long as a figure has room for; cut what is longer."""
    lines = textwrap.wrap(text, MAX_LABEL)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1][: MAX_LABEL - 1].rstrip()}…"]
    return "\n".join(lines)


def room_for(names: Iterable[str], least: float) -> float:
    """Inches from row to row, so that names of several lines stay clear of each other."""
    lines = max((name.count("\n") + 1 for name in names), default=1)
    return least if lines == 1 else max(least, 0.2 * lines + 0.06)


def name_rows(axes: Axes, names: Iterable[str]) -> None:
    """Write names on the vertical axis, from the bottom up."""
    written = [shorten(name) for name in names]
    axes.set_yticks(range(len(written)), written)


def hide_side(axes: Axes) -> None:
    """No frame and no ticks on the side where names stand."""
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
