"""What each notebook finds, in computed sentences: they hold for any articles.

Each function ``of_…`` gives a list of sentences, safe as HTML.
"""

from helpers.findings.casualties import of_casualties, standing_figures, stated_figures
from helpers.findings.phrases import MAX_ARTICLES, first_words, join_phrases, word_list
from helpers.findings.stances import of_stance
from helpers.findings.terms import of_dates, of_distinctiveness, of_idf
from helpers.findings.words import (
    MIN_FREQUENCY,
    of_frequencies,
    of_rank_frequency,
    words_to_look_up,
)

__all__ = [
    "MAX_ARTICLES",
    "MIN_FREQUENCY",
    "first_words",
    "join_phrases",
    "of_casualties",
    "of_dates",
    "of_distinctiveness",
    "of_frequencies",
    "of_idf",
    "of_rank_frequency",
    "of_stance",
    "standing_figures",
    "stated_figures",
    "word_list",
    "words_to_look_up",
]
