"""Read news articles about one event side by side.

Most functions take a pandas DataFrame and give one back; every row that comes from text carries
``article_id, start, end`` so that ``text[start:end]`` is what the row says. The others:
`read_articles, read_corpus, read_marks, read_stop_words` and `read_targets` read files;
`read_casualty_figures` gives two tables, `document_term_matrix` counts with their words,
`capitalised_words` a set; `use_word_lists` changes the lists that all others go by.
"""

from pathlib import Path

from helpers.agreement import (
    compare_each,
    compare_measures,
    kept_by_setting,
    leading_terms,
    rank_agreement,
    rank_changes,
    ranks_by_setting,
)
from helpers.association import collocations
from helpers.capitals import capitalised_words
from helpers.casualties import (
    claims_in_context,
    find_casualty_claims,
    find_rejected_numerals,
    read_casualty_figures,
)
from helpers.comparison import compare_claims
from helpers.concordance import keyword_in_context, terms_in_context
from helpers.corpus import article_parts, read_articles, read_corpus, running_text
from helpers.distinctiveness import explain_tf_idf, keyness, log_odds, similarity, tf_idf
from helpers.diversity import lexical_diversity
from helpers.evaluation import evaluate_statements, statement_misses
from helpers.frequency import document_term_matrix, read_stop_words, word_frequencies
from helpers.freshness import check_copy
from helpers.labelling import read_marks
from helpers.numerals import find_numerals
from helpers.positions import read_targets, stance_matrix, suggest_targets
from helpers.quotations import find_quotations
from helpers.sharing import shared_statements
from helpers.stance import rate_stance, stance_toward
from helpers.statements import find_statements
from helpers.tables import check_spans
from helpers.text import spellings, tokens
from helpers.tolls import toll_per_article
from helpers.wordlists import use_word_lists

__all__ = [
    "article_parts",
    "capitalised_words",
    "check_spans",
    "claims_in_context",
    "collocations",
    "compare_claims",
    "compare_each",
    "compare_measures",
    "document_term_matrix",
    "evaluate_statements",
    "explain_tf_idf",
    "find_casualty_claims",
    "find_numerals",
    "find_quotations",
    "find_rejected_numerals",
    "find_statements",
    "kept_by_setting",
    "keyness",
    "keyword_in_context",
    "leading_terms",
    "lexical_diversity",
    "log_odds",
    "rank_agreement",
    "rank_changes",
    "ranks_by_setting",
    "rate_stance",
    "read_articles",
    "read_casualty_figures",
    "read_corpus",
    "read_marks",
    "read_stop_words",
    "read_targets",
    "running_text",
    "shared_statements",
    "similarity",
    "spellings",
    "stance_matrix",
    "stance_toward",
    "statement_misses",
    "suggest_targets",
    "terms_in_context",
    "tf_idf",
    "tokens",
    "toll_per_article",
    "use_word_lists",
    "word_frequencies",
]

check_copy(Path(__file__).resolve().parent)
