"""Figures of speakers: how much each says, and where each stands toward whom."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.style import SMALL, hide_side, name_rows, shorten, styled

QUOTE_COLOURS = {"direct": "#3c4043", "mixed": "#9aa0a6", "indirect": "#dadce0"}
# Told apart by hue, by lightness and by the sign written in: green for, purple against. No article
# has these colours.
POSITION_COLOURS = {"favor": "#a6dba0", "against": "#b08fc0", "both": "#e6d58a", "none": "#f1f3f4"}
POSITION_SIGNS = {"favor": "+", "against": "−", "both": "±", "none": "·"}


@styled
def plot_speakers(summary: pd.DataFrame, *, most: int = 15) -> Axes:
    """Statements of each speaker as bars: quoted directly, in part, or in paraphrase.

    Parameters
    ----------
    summary
        ``speaker, n_statements, direct, mixed, indirect``; rows of one speaker are added up.
    most
        How many speakers are drawn: those with most statements.
    """
    counts = _per_speaker(summary).head(most).iloc[::-1]
    _, axes = plt.subplots(figsize=(8, 0.34 * max(len(counts), 3) + 1.2))
    start = np.zeros(len(counts))
    for kind, colour in QUOTE_COLOURS.items():
        values = counts[kind].to_numpy(dtype="float64")
        axes.barh(
            range(len(counts)), values, left=start, height=0.7, color=colour, label=kind,
            edgecolor="white",
        )  # fmt: skip
        start = start + values
    name_rows(axes, [shorten(name) for name in counts.index])
    axes.set_xlabel("Statements")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    figure = axes.get_figure()
    figure.legend(loc="outside upper left", ncols=len(QUOTE_COLOURS))
    hide_side(axes)
    return axes


def describe_speakers(summary: pd.DataFrame, *, most: int = 3) -> str:
    """Text alternative of `plot_speakers`, from the same table."""
    counts = _per_speaker(summary)
    if counts.empty:
        return "Bar chart of statements by speaker, without any statement."
    leaders = "; ".join(
        f"{name} {row.n_statements} ({row.direct} direct, {row.mixed} mixed, "
        f"{row.indirect} in paraphrase)"
        for name, row in counts.head(most).iterrows()
    )
    return f"Bar chart of statements by speaker, {len(counts)} speakers. Most: {leaders}."


def _per_speaker(summary: pd.DataFrame) -> pd.DataFrame:
    kinds = ["n_statements", *QUOTE_COLOURS]
    counts = summary.groupby("speaker")[kinds].sum().reset_index()
    return counts.sort_values(["n_statements", "speaker"], ascending=[False, True]).set_index(
        "speaker"
    )


@styled
def plot_stance(matrix: pd.DataFrame, *, most: int = 14) -> Axes:
    """Where each speaker stands toward each target: a sign, a colour and counts in each cell.

    Parameters
    ----------
    matrix
        What `helpers.positions.stance_matrix` returns.
    most
        How many speakers and how many targets are drawn: the first speakers, and the targets with
        most statements.
    """
    speakers, targets = _drawn(matrix, most)
    _, axes = plt.subplots(figsize=(0.6 * len(targets) + 3.2, 0.38 * len(speakers) + 2.2))
    for row in matrix.itertuples():
        if row.speaker_name not in speakers or row.target not in targets:
            continue
        x, y = targets.index(row.target), speakers.index(row.speaker_name)
        colour = POSITION_COLOURS[row.position]
        axes.add_patch(plt.Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="white"))
        counts = [f"{sign}{n}" for sign, n in (("+", row.favor), ("−", row.against)) if n]
        words = " ".join(counts) or f"{POSITION_SIGNS['none']}{row.none}"
        axes.text(x, y, words, ha="center", va="center", fontsize=SMALL)
    axes.set_xlim(-0.5, max(len(targets), 1) - 0.5)
    axes.set_ylim(max(len(speakers), 1) - 0.5, -0.5)
    axes.set_xticks(range(len(targets)), [shorten(t) for t in targets], rotation=40, ha="right")
    axes.set_yticks(range(len(speakers)), [shorten(name) for name in speakers])
    axes.tick_params(length=0)
    axes.grid(visible=True, linewidth=0.6)  # leads the eye over empty cells
    axes.spines[:].set_visible(False)
    return axes


def describe_stance(matrix: pd.DataFrame) -> str:
    """Text alternative of `plot_stance`, from the same table."""
    sided = matrix[matrix["position"].isin(["favor", "against", "both"])]
    n = matrix["speaker_name"].nunique()
    if sided.empty:
        return f"Matrix of {n} speakers by target in which no rule speaks."
    cells = "; ".join(
        f"{row.speaker_name} {row.position} {row.target}" for row in sided.head(6).itertuples()
    )
    return (
        f"Matrix of {n} speakers by {matrix['target'].nunique()} targets; {len(sided)} of "
        f"{len(matrix)} filled cells have a side. Among them: {cells}."
    )


def _drawn(matrix: pd.DataFrame, most: int) -> tuple[list[str], list[str]]:
    speakers = list(dict.fromkeys(matrix["speaker_name"]))[:most]
    rows = matrix[matrix["speaker_name"].isin(speakers)]
    totals = rows.groupby("target")[["favor", "against", "none"]].sum()
    order = sorted(
        totals.index,
        key=lambda target: (-int(totals.loc[target, ["favor", "against"]].sum()), target),
    )
    return speakers, order[:most]
