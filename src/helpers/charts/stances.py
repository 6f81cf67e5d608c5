"""Figures of speakers: how much each says, and where each stands toward whom."""

from collections.abc import Iterable, Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from helpers.charts.style import GREY, SMALL, hide_side, in_lines, room_for, styled
from helpers.findings.phrases import counted
from helpers.frequency import leading
from helpers.speakers import NOBODY

QUOTE_COLOURS = {"direct": "#3c4043", "mixed": "#9aa0a6", "indirect": "#dadce0"}
QUOTE_NAMES = {
    "direct": "direct (quoted)",
    "mixed": "mixed (quoted in part)",
    "indirect": "indirect (paraphrased)",
}
# Told apart by hue, by lightness and by the sign written in: green for, purple against. No article
# has these colours.
POSITION_COLOURS = {"favor": "#a6dba0", "against": "#b08fc0", "both": "#e6d58a", "none": "#f1f3f4"}
COLOUR_NAMES = {"favor": "green", "against": "purple", "both": "yellow", "none": "grey"}
"""What captions call these colours."""
POSITION_NAMES = {
    "favor": "+ for",
    "against": "− against",
    "both": "+ − both",
    "none": "(in brackets) no side",
}
MOST_SPEAKERS = 15
MOST_ROWS = 16
"""Speakers and targets of the figure of stances."""


@styled
def plot_speakers(summary: pd.DataFrame, *, most: int = MOST_SPEAKERS) -> Axes:
    """Statements of each speaker as bars: quoted directly, in part, or in paraphrase.

    Statements that name no speaker are a bar of their own, below the others.

    Parameters
    ----------
    summary
        ``speaker, n_statements, direct, mixed, indirect``; rows of one speaker are added up.
    most
        How many speakers are drawn at most: those with most statements. Of speakers with equally
        many all or none.
    """
    counts = pd.concat([_drawn_speakers(summary, most), _unnamed(summary)]).iloc[::-1]
    names = [in_lines(name) for name in counts.index]
    row = room_for(names, 0.34)
    _, axes = plt.subplots(figsize=(8, row * max(len(counts), 3) + 1.2))
    start = np.zeros(len(counts))
    for kind, colour in QUOTE_COLOURS.items():
        values = counts[kind].to_numpy(dtype="float64")
        axes.barh(
            range(len(counts)), values, left=start, height=0.238 / row, color=colour,
            label=QUOTE_NAMES[kind], edgecolor=GREY, linewidth=0.6,
        )  # fmt: skip
        start = start + values
    axes.set_yticks(range(len(counts)), names)
    axes.set_xlabel("Statements")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    figure = axes.get_figure()
    figure.legend(loc="outside upper left", ncols=len(QUOTE_COLOURS))
    hide_side(axes)
    return axes


def explain_speakers(summary: pd.DataFrame, *, most: int = MOST_SPEAKERS) -> str:
    """Sentences for the caption of `plot_speakers`: what the last bar is, and who is left out.

    Empty if every speaker is drawn and every statement names one.
    """
    unnamed = int(_unnamed(summary)["n_statements"].sum())
    bottom = f" The bar at the bottom: {counted(unnamed, 'statement')} without a named speaker."
    return (bottom if unnamed else "") + _speakers_left_out(summary, most)


def describe_speakers(summary: pd.DataFrame, *, most: int = MOST_SPEAKERS) -> str:
    """Text alternative of `plot_speakers`, from the same table."""
    drawn, unnamed = _drawn_speakers(summary, most), _unnamed(summary)
    if drawn.empty and unnamed.empty:
        return "Bar chart of statements by speaker, without any statement."
    bars = [f"{name} {_kinds_in_words(row)}" for name, row in drawn.iterrows()]
    bars += [f"no speaker named {_kinds_in_words(row)}" for _, row in unnamed.iterrows()]
    return (
        f"Bar chart of statements by speaker, {counted(len(drawn), 'speaker')}: {'; '.join(bars)}."
        f"{_speakers_left_out(summary, most)}"
    )


def _kinds_in_words(row: pd.Series) -> str:
    kinds = ", ".join(f"{row[kind]} {kind}" for kind in QUOTE_COLOURS if row[kind])
    return f"{row['n_statements']} ({kinds})"


def _speakers_left_out(summary: pd.DataFrame, most: int) -> str:
    counts, drawn = _per_speaker(summary), _drawn_speakers(summary, most)
    return _left_out(counts["n_statements"], drawn["n_statements"], "speaker", "")


def _left_out(every: pd.Series, drawn: pd.Series, name: str, about: str) -> str:
    """Sentence on what isn't drawn of ``every``; both hold numbers of statements, highest first."""
    n = len(every) - len(drawn)
    if not n:
        return ""
    highest, lowest = int(every.iloc[len(drawn)]), int(every.iloc[-1])
    if not highest:
        size = f"without a statement{about}"
    elif highest == lowest:
        size = f"with {counted(highest, 'statement')}{about}{' each' if n > 1 else ''}"
    else:
        size = f"with at most {counted(highest, 'statement')}{about}"
    equal = len(drawn) > 0 and int(drawn.iloc[-1]) == highest
    order = f"; the {name}s drawn have as many, and are the first by name" if equal else ""
    return f" Left out: {counted(n, name)} {size}{order}."


def _per_speaker(summary: pd.DataFrame) -> pd.DataFrame:
    """Statements of each speaker who is named, the most first."""
    return _summed(summary[summary["speaker"] != NOBODY])


def _unnamed(summary: pd.DataFrame) -> pd.DataFrame:
    """Statements without a speaker: one row, or none."""
    return _summed(summary[summary["speaker"] == NOBODY])


def _summed(summary: pd.DataFrame) -> pd.DataFrame:
    kinds = ["n_statements", *QUOTE_COLOURS]
    counts = summary.groupby("speaker")[kinds].sum().reset_index()
    return counts.sort_values(["n_statements", "speaker"], ascending=[False, True]).set_index(
        "speaker"
    )


def _drawn_speakers(summary: pd.DataFrame, most: int) -> pd.DataFrame:
    return _highest(_per_speaker(summary), "n_statements", most)


def _highest(table: pd.DataFrame, count: str, most: int) -> pd.DataFrame:
    """Rows with the highest counts, of equal ones all or none; the table has the highest first."""
    ranked = table.assign(rank=table[count].rank(method="min", ascending=False))
    return leading(ranked, most).drop(columns="rank")


@styled
def plot_stance(matrix: pd.DataFrame, *, most: int = MOST_ROWS) -> Axes:
    """Where each speaker stands toward each target: signs, a colour and counts in each cell.

    A number in brackets counts mentions without a side. Statements that name no speaker are the
    last row.

    Parameters
    ----------
    matrix
        What `helpers.positions.stance_matrix` returns.
    most
        How many speakers and how many targets are drawn at most: those with most statements for or
        against. Of equal ones all or none.
    """
    rows, columns = _drawn_names(matrix, most)
    cells = _drawn_cells(matrix, most)
    written = [_cell_words(cell) for cell in cells]
    names = [in_lines(name) for name in rows]
    longest = max((len(line) for words in written for line in words.split("\n")), default=0)
    width = max(0.6, 0.095 * longest + 0.06)  # inches, so that no number leaves its cell
    height = room_for([*names, *written], 0.38)
    size = (max(width * len(columns) + 3.2, 4.6), height * len(rows) + 2.6)  # room for the legend
    _, axes = plt.subplots(figsize=size)
    for cell, words in zip(cells, written, strict=True):
        x, y = columns.index(cell["target"]), rows.index(cell["speaker_name"])
        colour = POSITION_COLOURS[cell["position"]]
        axes.add_patch(plt.Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
        axes.text(x, y, words, ha="center", va="center", fontsize=SMALL)
    axes.set_xlim(-0.5, max(len(columns), 1) - 0.5)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.set_xticks(
        range(len(columns)), [in_lines(target, 2) for target in columns], rotation=45, ha="right",
        rotation_mode="anchor", fontsize=SMALL,
    )  # fmt: skip
    axes.set_yticks(range(len(rows)), names)
    axes.tick_params(length=0)
    axes.grid(visible=True, linewidth=0.6)  # leads the eye over empty cells
    axes.spines[:].set_visible(False)
    _sign_legend(axes, cells)
    return axes


def explain_stance(matrix: pd.DataFrame, *, most: int = MOST_ROWS) -> str:
    """Sentences for the caption of `plot_stance`: what it leaves out; empty if it draws all."""
    rows, columns = _highest_names(matrix, most)
    speakers, targets = _sided_by(matrix, "speaker_name"), _sided_by(matrix, "target")
    drawn = _drawn_names(matrix, most)[1]
    empty = [target for target in columns if target not in drawn]
    left_out = _left_out(
        speakers["sided"], speakers["sided"][speakers.index.isin(rows)], "speaker",
        " for or against a target",
    ) + _left_out(
        targets["sided"], targets["sided"][targets.index.isin(columns)], "target", " for or against"
    )  # fmt: skip
    if empty:
        left_out += f" Left out too: {', '.join(empty)}, which only speakers left out mention."
    return left_out


def explain_signs(matrix: pd.DataFrame, *, most: int = MOST_ROWS) -> str:
    """Sentence for the caption of `plot_stance`: what signs, colours and brackets mean."""
    drawn = {cell["position"] for cell in _drawn_cells(matrix, most)}
    both = f", both ({COLOUR_NAMES['both']})" if "both" in drawn else ""
    return (
        f"+ for it ({COLOUR_NAMES['favor']}), − against it ({COLOUR_NAMES['against']}){both}; "
        f"in brackets mentions without a side that a rule could read "
        f"({COLOUR_NAMES['none']} if there are no others)."
    )


def describe_stance(matrix: pd.DataFrame, *, most: int = MOST_ROWS) -> str:
    """Text alternative of `plot_stance`, from the same table."""
    rows, columns = _drawn_names(matrix, most)
    cells = _drawn_cells(matrix, most)
    sided = [cell for cell in cells if cell["position"] != "none"]
    speakers = counted(len(set(rows) - {NOBODY}), "speaker")
    unnamed = " and statements without a named speaker" if NOBODY in rows else ""
    size = f"Matrix of {speakers}{unnamed} by {counted(len(columns), 'target')}"
    left_out = explain_stance(matrix, most=most)
    if not sided:
        return f"{size} in which no rule speaks.{left_out}"
    lines = []
    for name in rows:
        words = [
            f"{cell['target']} {_cell_in_words(cell)}"
            for cell in sided
            if cell["speaker_name"] == name
        ]
        if words:
            lines.append(f"{name}: {', '.join(words)}")
    return (
        f"{size}; {len(sided):,} of {len(cells):,} filled cells have a side. {'; '.join(lines)}."
        f"{left_out}"
    )


def _cell_words(cell: Mapping[str, object]) -> str:
    """What a cell says: sides with their sign, and below them mentions without one in brackets."""
    sides = " ".join(
        f"{sign}{cell[side]:,}" for sign, side in (("+", "favor"), ("−", "against")) if cell[side]
    )
    silent = f"({cell['none']:,})" if cell["none"] else ""
    return "\n".join(words for words in (sides, silent) if words)


def _cell_in_words(cell: Mapping[str, object]) -> str:
    sides = (("favor", "for"), ("against", "against"), ("none", "without a side"))
    return " and ".join(f"{cell[side]:,} {words}" for side, words in sides if cell[side])


def _sign_legend(axes: Axes, cells: Iterable[Mapping[str, object]]) -> None:
    positions = {cell["position"] for cell in cells}
    if any(cell["none"] for cell in cells):
        positions.add("none")  # beside a side as well
    handles = [
        Patch(facecolor=POSITION_COLOURS[position], edgecolor=GREY, linewidth=0.6, label=name)
        for position, name in POSITION_NAMES.items()
        if position in positions
    ]
    if handles:
        figure = axes.get_figure()
        columns = len(handles) if figure.get_figwidth() > 7 else 2
        figure.legend(handles=handles, loc="outside upper left", ncols=columns)


def _sided_by(matrix: pd.DataFrame, key: str) -> pd.DataFrame:
    """Statements for or against of each named speaker or each target (``key``), the most first."""
    counted_in = matrix if key == "target" else matrix[matrix["speaker_name"] != NOBODY]
    sided = counted_in.assign(sided=counted_in["favor"] + counted_in["against"])
    totals = sided.groupby(key)["sided"].sum().reset_index()
    return totals.sort_values(["sided", key], ascending=[False, True]).set_index(key)


def _drawn_names(matrix: pd.DataFrame, most: int) -> tuple[list[str], list[str]]:
    """Names of the rows and of the columns that are drawn: none of them is empty."""
    rows, columns = _highest_names(matrix, most)
    mentioned = set(matrix.loc[matrix["speaker_name"].isin(rows), "target"])
    return rows, [target for target in columns if target in mentioned]


def _highest_names(matrix: pd.DataFrame, most: int) -> tuple[list[str], list[str]]:
    """Names of the speakers and of the targets with most statements for or against."""
    rows, columns = (
        _highest(_sided_by(matrix, key), "sided", most).index.tolist()
        for key in ("speaker_name", "target")
    )
    return rows + [NOBODY] * bool((matrix["speaker_name"] == NOBODY).any()), columns


def _drawn_cells(matrix: pd.DataFrame, most: int) -> list[dict[str, object]]:
    rows, columns = _drawn_names(matrix, most)
    drawn = matrix[matrix["speaker_name"].isin(rows) & matrix["target"].isin(columns)]
    return drawn.to_dict("records")
