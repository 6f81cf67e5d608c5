"""One function per figure: a table in, an ``Axes`` out; beside it, one that says it in words."""

from helpers.charts.stances import (
    describe_speakers,
    describe_stance,
    explain_signs,
    explain_speakers,
    explain_stance,
    plot_speakers,
    plot_stance,
)
from helpers.charts.terms import (
    describe_measures,
    describe_similarity,
    describe_top_terms,
    plot_measures,
    plot_similarity,
    plot_top_terms,
)
from helpers.charts.tolls import describe_tolls, explain_tolls, plot_tolls
from helpers.charts.words import (
    describe_diversity,
    describe_rank_frequency,
    describe_spread,
    describe_top_words,
    plot_diversity,
    plot_rank_frequency,
    plot_spread,
    plot_top_words,
)

__all__ = [
    "describe_diversity",
    "describe_measures",
    "describe_rank_frequency",
    "describe_similarity",
    "describe_speakers",
    "describe_spread",
    "describe_stance",
    "describe_tolls",
    "describe_top_terms",
    "describe_top_words",
    "explain_signs",
    "explain_speakers",
    "explain_stance",
    "explain_tolls",
    "plot_diversity",
    "plot_measures",
    "plot_rank_frequency",
    "plot_similarity",
    "plot_speakers",
    "plot_spread",
    "plot_stance",
    "plot_tolls",
    "plot_top_terms",
    "plot_top_words",
]
