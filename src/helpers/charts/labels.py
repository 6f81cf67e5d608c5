"""Labels beside the marks of a figure, where they hide neither a mark nor each other."""

from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from helpers.charts.style import SMALL

Label = tuple[float, float, str]
"""Where a mark stands, in data units, and what to write beside it."""

_AWAY = 8
"""Points between the middle of a mark and its label."""

# Sides of a mark in the order in which they are tried: right, left, above, below, then corners.
_SIDES = ((1, 0), (1, 1), (1, -1), (0, 1), (0, -1), (-1, 0), (-1, 1), (-1, -1))
_ALIGNED = {1: "left", 0: "center", -1: "right"}
_RAISED = {1: "bottom", 0: "center", -1: "top"}


def settle(figure: Figure) -> None:
    """Work out where everything stands; to be called once, before labels are placed."""
    figure.draw_without_rendering()


def place_labels(
    axes: Axes,
    labels: Sequence[Label],
    *,
    obstacles: Iterable[tuple[float, float]] = (),
    uprights: Iterable[tuple[float, float, float]] = (),
) -> None:
    """Write each label on the first side of its mark that is free; without a free side, nowhere.

    Parameters
    ----------
    axes
        Of a figure that is settled (`settle`), limits included.
    labels
        In the order of their importance: the first ones are sure of their room.
    obstacles
        Further places, in data units, that no label may hide.
    uprights
        Vertical lines (``x`` and both ends, in data units) that a label crosses only where no side
        is free of them; its letters then have a white rim.
    """
    point = axes.get_figure().dpi / 72
    inside = axes.get_window_extent()
    marks = [(x, y) for x, y, _ in labels] + list(obstacles)
    taken = [_around(*axes.transData.transform(mark), 4 * point) for mark in marks]
    lines = [_upright(axes, *line, half=2 * point) for line in uprights]
    for x, y, words in labels:
        label = axes.annotate(
            words, (x, y), xytext=(0, 0), textcoords="offset points", fontsize=SMALL, zorder=2.5
        )
        boxes = {}
        for side in _SIDES:
            _set_side(label, side)
            box = label.get_window_extent()
            if _holds(inside, box) and not any(box.overlaps(other) for other in taken):
                boxes[side] = box
        clear = [
            side for side, box in boxes.items() if not any(box.overlaps(line) for line in lines)
        ]
        if not boxes:
            label.remove()
            continue
        side = next(iter(clear or boxes))
        _set_side(label, side)
        taken.append(boxes[side])
        if not clear:
            label.set_path_effects([withStroke(linewidth=3, foreground="white")])


def _set_side(label: Annotation, side: tuple[int, int]) -> None:
    across, up = side
    label.set_position((_AWAY * across, _AWAY * up))
    label.set(ha=_ALIGNED[across], va=_RAISED[up])


def _upright(axes: Axes, x: float, low: float, high: float, *, half: float) -> Bbox:
    (middle, bottom), (_, top) = axes.transData.transform([(x, low), (x, high)])
    return Bbox.from_extents(middle - half, min(bottom, top), middle + half, max(bottom, top))


def _around(x: float, y: float, half: float) -> Bbox:
    return Bbox.from_extents(x - half, y - half, x + half, y + half)


def _holds(outer: Bbox, inner: Bbox) -> bool:
    return (
        outer.x0 <= inner.x0 and inner.x1 <= outer.x1
        and outer.y0 <= inner.y0 and inner.y1 <= outer.y1
    )  # fmt: skip
