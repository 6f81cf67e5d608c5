"""Labels beside the marks of a figure, where they hide neither a mark nor each other.

A label stands nearer to its own mark than to any other dot; where there is no room for that, a thin
line leads from the mark to its label.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from helpers.charts.style import GREY, SMALL

Label = tuple[float, float, str]
"""Where a mark stands, in data units, and what to write beside it."""

_AWAY = 8
"""Points between the middle of a mark and a label without a line."""

_FARTHER = (16, 24, 36, 48)
"""The same for a label with a line, in the order in which they are tried."""

_CLEARLY = 3
"""Points by which a label without a line is nearer to its own mark than to any other dot."""

_HALF_MARK = 4
_HALF_DOT = 2

# Sides of a mark in the order in which they are tried: right, left, above, below, then corners.
_SIDES = ((1, 0), (1, 1), (1, -1), (0, 1), (0, -1), (-1, 0), (-1, 1), (-1, -1))
_ALIGNED = {1: "left", 0: "center", -1: "right"}
_RAISED = {1: "bottom", 0: "center", -1: "top"}
_LINE_ENDS = {1: 0.0, 0: 0.5, -1: 1.0}
"""Where on a label's width or height the line ends, by the side of the mark it stands on."""


class _Spot(NamedTuple):
    """A place for a label: on which side of its mark, how far away, and the room it takes.

    ``leader`` is the line to it, None beside the mark; ``crosses`` says whether it stands on an
    upright, ``hides`` how many dots are below the label or its line.
    """

    side: tuple[int, int]
    away: float
    box: Bbox
    leader: Path | None
    crosses: bool
    hides: int


def settle(figure: Figure) -> None:
    """Work out where everything stands; to be called once, before labels are placed."""
    figure.draw_without_rendering()


def place_labels(
    axes: Axes,
    labels: Sequence[Label],
    *,
    dots: Iterable[tuple[float, float]] = (),
    uprights: Iterable[tuple[float, float, float]] = (),
    lines: Iterable[tuple[tuple[float, float], tuple[float, float]]] = (),
) -> None:
    """Write each label on the first side of its mark that is free; without a free side, nowhere.

    A side is free if the label hides no mark and no other label there and is clearly nearer to its
    own mark than to any other mark or dot. Failing that, the label stands farther away, where it
    hides fewest dots, and a thin line leads to it.

    Parameters
    ----------
    axes
        Of a figure that is settled (`settle`), limits included.
    labels
        In the order of their importance: the first ones have the choice of the room.
    dots
        Further dots, in data units, which have no label but could be taken to have one.
    uprights
        Vertical lines (``x`` and both ends, in data units) that a label crosses only where no side
        is free of them.
    lines
        Straight lines from one point to another, in data units, that labels may cross.

    Letters that cross a line have a white rim.
    """
    room = _Room(axes, [(x, y) for x, y, _ in labels], list(dots), list(uprights), list(lines))
    # A label without a line says most at a glance, so no line takes the room of one.
    crowded = [label for label in labels if not _place(axes, room, label, (_AWAY,))]
    for label in crowded:
        _place(axes, room, label, _FARTHER)


def _place(axes: Axes, room: "_Room", label: Label, distances: tuple[int, ...]) -> bool:
    """Write a label on the best free spot at these distances; say whether there was one."""
    x, y, words = label
    written = _write(axes, x, y, words)
    spots = room.free_spots(written, distances)
    if not spots:
        written.remove()
        return False
    # The first of the best: min keeps the order in which sides are tried.
    spot = min(spots, key=lambda spot: (spot.crosses, spot.hides))
    if spot.leader is not None:
        written.remove()
        written = _write(axes, x, y, words, line_to=spot.side)
    _set_spot(written, spot.side, spot.away)
    room.take(spot)
    if spot.crosses or any(line.intersects_bbox(spot.box, filled=False) for line in room.lines):
        written.set_path_effects([withStroke(linewidth=3, foreground="white")])
    return True


class _Room:
    """What there is in a panel that labels must mind, in pixels."""

    def __init__(
        self,
        axes: Axes,
        marks: list[tuple[float, float]],
        dots: list[tuple[float, float]],
        uprights: list[tuple[float, float, float]],
        lines: list[tuple[tuple[float, float], tuple[float, float]]],
    ) -> None:
        """Look up where marks, dots and lines stand."""
        self.point = axes.get_figure().dpi / 72
        self.inside = axes.get_window_extent()
        self.marks = _distinct_places(axes, marks)
        self.dots = _distinct_places(axes, [*marks, *dots])
        self.uprights = [_upright(axes, *line, half=2 * self.point) for line in uprights]
        self.lines = [Path(axes.transData.transform(ends)) for ends in lines]
        self.boxes: list[Bbox] = []
        """Labels that have their place."""
        self.leaders: list[Path] = []

    def free_spots(self, label: Annotation, distances: Iterable[int]) -> list[_Spot]:
        """Where a label may stand at these distances: beside its mark, or with a line to it."""
        mark = label.axes.transData.transform(label.xy)
        others = _away_from(mark, self.dots)
        spots = []
        for away in distances:
            for side in _SIDES:
                _set_spot(label, side, away)
                box = label.get_window_extent()
                if not self._is_free(box):
                    continue
                if away == _AWAY:
                    leader = None
                    fits = self._is_clearly_nearest(box, mark, others)
                else:
                    leader = Path([mark, mark + np.multiply(side, away * self.point)])
                    fits = self._is_free_line(leader, mark)
                if fits:
                    spots.append(_Spot(side, away, box, leader, *self._costs(box, leader, others)))
        return spots

    def take(self, spot: _Spot) -> None:
        """Note that a label stands here."""
        self.boxes.append(spot.box)
        if spot.leader is not None:
            self.leaders.append(spot.leader)

    def _is_free(self, box: Bbox) -> bool:
        """Whether a label here hides no mark and nothing that is written."""
        return (
            _holds(self.inside, box)
            and not _within(box, self.marks, _HALF_MARK * self.point).any()
            and not any(box.overlaps(other) for other in self.boxes)
            and not any(line.intersects_bbox(box) for line in self.leaders)
        )

    def _is_clearly_nearest(self, box: Bbox, mark: np.ndarray, others: np.ndarray) -> bool:
        own = _distances(box, mark[None])[0] + _CLEARLY * self.point
        return not len(others) or bool(_distances(box, others).min() >= own)

    def _is_free_line(self, leader: Path, mark: np.ndarray) -> bool:
        """Whether a line here meets no other mark, no label and no other line."""
        others = _away_from(mark, self.marks)
        return not (
            _passes(leader, others, _HALF_MARK * self.point).any()
            or any(leader.intersects_bbox(box) for box in self.boxes)
            or any(leader.intersects_path(line) for line in self.leaders)
        )

    def _costs(self, box: Bbox, leader: Path | None, others: np.ndarray) -> tuple[bool, int]:
        """Whether a label crosses an upright, and how many dots it hides, its line included."""
        hidden = _within(box, others, _HALF_DOT * self.point)
        if leader is not None:
            hidden |= _passes(leader, others, _HALF_DOT * self.point)
        return any(box.overlaps(line) for line in self.uprights), int(hidden.sum())


def _write(
    axes: Axes, x: float, y: float, words: str, *, line_to: tuple[int, int] | None = None
) -> Annotation:
    """Write a label at its mark; with a line, one that runs from the mark to this side of it."""
    line = None
    if line_to is not None:
        across, up = line_to
        line = {
            "arrowstyle": "-", "color": GREY, "linewidth": 0.8, "shrinkA": 2, "shrinkB": _HALF_MARK,
            "patchA": None, "relpos": (_LINE_ENDS[across], _LINE_ENDS[up]),
        }  # fmt: skip
    return axes.annotate(
        words, (x, y), xytext=(0, 0), textcoords="offset points", fontsize=SMALL, zorder=2.5,
        arrowprops=line,
    )  # fmt: skip


def _set_spot(label: Annotation, side: tuple[int, int], away: float) -> None:
    across, up = side
    label.set_position((away * across, away * up))
    label.set(ha=_ALIGNED[across], va=_RAISED[up])


def _distinct_places(axes: Axes, places: list[tuple[float, float]]) -> np.ndarray:
    """Places in pixels, each once, one per row."""
    distinct = np.array(list(dict.fromkeys(places)), dtype="float64").reshape(-1, 2)
    return axes.transData.transform(distinct)


def _away_from(mark: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The places that are not the mark's own, to a pixel."""
    return places[_distances(Bbox([mark, mark]), places) > 1]


def _distances(box: Bbox, places: np.ndarray) -> np.ndarray:
    """How far each place is from the nearest edge of a box; 0 inside it."""
    beyond = np.maximum(np.maximum(box.min - places, places - box.max), 0)
    return np.hypot(*beyond.T)


def _within(box: Bbox, places: np.ndarray, half: float) -> np.ndarray:
    """Which places, as squares that reach so far to each side, a box overlaps."""
    return ((places > box.min - half) & (places < box.max + half)).all(axis=1)


def _passes(line: Path, places: np.ndarray, half: float) -> np.ndarray:
    """Which places a straight line comes nearer to than this."""
    start, end = line.vertices
    along = (places - start) @ (end - start) / ((end - start) @ (end - start))
    foot = start + np.clip(along, 0, 1)[:, None] * (end - start)
    return np.hypot(*(places - foot).T) < half


def _upright(axes: Axes, x: float, low: float, high: float, *, half: float) -> Bbox:
    (middle, bottom), (_, top) = axes.transData.transform([(x, low), (x, high)])
    return Bbox.from_extents(middle - half, min(bottom, top), middle + half, max(bottom, top))


def _holds(outer: Bbox, inner: Bbox) -> bool:
    return (
        outer.x0 <= inner.x0 and inner.x1 <= outer.x1
        and outer.y0 <= inner.y0 and inner.y1 <= outer.y1
    )  # fmt: skip
