"""One function a figure: a table in, an ``Axes`` out.

Every label is drawn as it is written (no ``$`` starts a formula), sizes are explicit, and
colours differ in lightness too, so that they can be told apart in grey.
"""

from collections.abc import Iterable

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# Dark blue, vermilion and light blue, then further colours of Okabe & Ito (2008), "Color
# Universal Design"; the first ones were darkened or lightened to differ in grey as well.
COLOURS = ("#08306b", "#d55e00", "#7cc0e8", "#009e73", "#f0e442", "#cc79a7", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
GREY = "#5f6368"
LIGHT = "#dadce0"

STYLE = {
    "text.parse_math": False,  # article words may hold a "$"
    "figure.dpi": 96,
    "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "axes.titlesize": 12,
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


def article_colours(labels: Iterable[str]) -> dict[str, str]:
    """Colour of each article by its label, equal in every figure; they recur after seven."""
    return {label: COLOURS[i % len(COLOURS)] for i, label in enumerate(labels)}


def _new(width: float, height: float, **options: object) -> tuple[Figure, Axes]:
    with plt.rc_context(STYLE):
        return plt.subplots(figsize=(width, height), **options)
