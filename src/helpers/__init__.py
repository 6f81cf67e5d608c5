"""Read news articles about one event side by side.

Every function takes a pandas DataFrame and gives one back; every row that comes from text carries
``article_id, start, end`` so that ``text[start:end]`` is what the row says.
"""

from helpers.association import collocations
from helpers.concordance import keyword_in_context
from helpers.corpus import article_parts, read_articles, read_corpus, running_text
from helpers.diversity import lexical_diversity
from helpers.frequency import document_term_matrix, word_frequencies
from helpers.tables import check_spans
from helpers.text import tokens

__all__ = [
    "article_parts",
    "check_spans",
    "collocations",
    "document_term_matrix",
    "keyword_in_context",
    "lexical_diversity",
    "read_articles",
    "read_corpus",
    "running_text",
    "tokens",
    "word_frequencies",
]
