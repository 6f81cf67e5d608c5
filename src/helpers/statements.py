"""Who said what: statements with their speaker and cue, direct, mixed and paraphrased.

Rules on tagged words, no model; every row points back to the words it was read from.
"""

from typing import NamedTuple

import pandas as pd

from helpers.attribution import Found, cue_forms, find_in_sentence
from helpers.clauses import (
    FINITE,
    QUOTE,
    Sentence,
    fold,
    sentences_of,
    split_after_quotes,
    tagged_words,
)
from helpers.quotations import Quotation, quotation_spans
from helpers.speakers import Speakers
from helpers.tables import article_texts, make_table
from helpers.tagging import Word
from helpers.text import Span, paragraph_spans

STATEMENT_COLUMNS = {
    "statement_id": "str",
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "fragments": "object",
    "content": "str",
    "quote_type": "str",
    "speaker": "object",
    "speaker_start": "Int64",
    "speaker_end": "Int64",
    "speaker_name": "object",
    "speaker_type": "object",
    "cue": "str",
    "cue_start": "int64",
    "cue_end": "int64",
    "rule": "str",
}

DIRECT_SHARE = 0.9
"""From this share of letters and digits inside quotation marks on, a statement is direct."""

INDIRECT_SHARE = 0.02
"""Up to this share it is indirect; between the two, mixed."""


class _Statement(NamedTuple):
    """A statement in characters of the text."""

    fragments: tuple[Span, ...]
    cue: Span
    speaker: Span | None
    rule: str


def quote_type(text: str, fragments: tuple[Span, ...], quotations: list[Quotation]) -> str:
    """``direct``, ``mixed`` or ``indirect``, by the share of letters inside quotation marks."""
    inside = total = 0
    for start, end in fragments:
        total += sum(map(str.isalnum, text[start:end]))
        for quotation in quotations:
            if quotation.end <= start:
                continue
            if quotation.start >= end:
                break
            if quotation.level == 0:
                piece = text[max(start, quotation.start) : min(end, quotation.end)]
                inside += sum(map(str.isalnum, piece))
    share = inside / total if total else 0.0
    if share >= DIRECT_SHARE:
        return "direct"
    return "indirect" if share <= INDIRECT_SHARE else "mixed"


def _attribution_follows(words: list[Word], index: int) -> bool:
    """Whether words after a quotation name its speaker: ``"Why?" Clinton asked.``"""
    forms = cue_forms()
    for place in range(index, min(index + 8, len(words))):
        word = words[place]
        if word.pos == QUOTE or word.lower in (":", ";", "."):
            return False
        if word.pos in ("VBD", "VBZ", "VBP") and any(
            "q" in verb.frames for verb in forms.get(word.lower, ())
        ):
            return place == index or _ends_soon(words, place + 1)
        if word.pos in ("MD", "VBD", "VBZ", "VBP"):
            return False
    return False


def _ends_soon(words: list[Word], index: int) -> bool:
    """Whether no clause follows a verb before the sentence or a quotation ends it."""
    for word in words[index : index + 20]:
        if word.pos == QUOTE or word.lower == ",":
            return True
        if word.pos in FINITE or word.lower in ("that", ":"):
            return False
    return True


def _sentences(text: str, quotations: list[Quotation]) -> list[Sentence]:
    folded = fold(text, quotations)
    ends = {q.start: q.end for q in quotations if q.level == 0}
    paragraphs = paragraph_spans(text)
    sentences = []
    paragraph = 0
    for start, end in sentences_of(folded, quotations):
        while paragraph + 1 < len(paragraphs) and start >= paragraphs[paragraph][1]:
            paragraph += 1
        words = tagged_words(text, folded, start, end, ends)
        sentences += [
            Sentence(text, part, paragraph)
            for part in split_after_quotes(text, words, _attribution_follows)
            if part
        ]
    return sentences


def _read(text: str, *, attitudes: bool) -> tuple[list[_Statement], list[Quotation], list[Span]]:
    quotations = quotation_spans(text)
    closed = {q.start: q.closed for q in quotations}
    statements: list[_Statement] = []
    last_direct: int | None = None  # statement that a quotation-only sentence may continue
    last_paragraph = -1
    pending: list[Span] = []  # quotations that wait for a speaker who is named after them
    pending_paragraph = -1
    announced: tuple[Sentence, Found] | None = None
    sentences = _sentences(text, quotations)
    for sentence in sentences:
        if sentence.only_quotes:
            spans = [sentence.span(i, i + 1) for i in sentence.quotes(0, len(sentence.words))]
            if announced is not None:
                said_in, found = announced
                statements.append(_statement(said_in, found, tuple(spans)))
                last_direct, last_paragraph = len(statements) - 1, sentence.paragraph
            elif last_direct is not None and sentence.paragraph - last_paragraph <= 1:
                before = statements[last_direct]
                statements[last_direct] = before._replace(fragments=(*before.fragments, *spans))
                last_paragraph = sentence.paragraph
            else:
                if sentence.paragraph - pending_paragraph > 1:
                    pending = []
                pending += spans
                pending_paragraph = sentence.paragraph
            announced = None
            continue
        announced = None
        last_direct = None
        for found in find_in_sentence(sentence, attitudes=attitudes):
            if not found.pieces:
                announced = (sentence, found)
                continue
            statement = _statement(sentence, found, ())
            first = found.pieces[0][0]
            if (
                pending
                and found.rule in ("parenthetical", "inverted")
                and sentence.tags[first] == QUOTE
                and sentence.paragraph - pending_paragraph <= 1
            ):
                statement = statement._replace(fragments=(*pending, *statement.fragments))
                pending = []
            statements.append(statement)
            last = found.pieces[-1][1] - 1
            if sentence.tags[last] == QUOTE and (
                last_direct is None or found.rule in ("parenthetical", "inverted")
            ):
                last_direct, last_paragraph = len(statements) - 1, sentence.paragraph
        pending = []
    spans = [sentence.span(0, len(sentence.words)) for sentence in sentences]
    return statements, quotations, spans


def _statement(sentence: Sentence, found: Found, more: tuple[Span, ...]) -> _Statement:
    return _Statement(
        (*(sentence.span(first, last) for first, last in found.pieces), *more),
        sentence.span(*found.cue),
        sentence.span(*found.speaker) if found.speaker else None,
        found.rule,
    )


def find_statements(articles: pd.DataFrame, *, attitudes: bool = False) -> pd.DataFrame:
    """Statements of each article: who says what, with which words."""
    rows = []
    for article_id, text in article_texts(articles).items():
        statements, quotations, spans = _read(text, attitudes=attitudes)
        speakers = Speakers(text, spans)
        whose = {
            statement.cue: speakers.resolve(statement.speaker, statement.cue[0])
            for statement in sorted(statements, key=lambda s: s.cue)
        }
        statements.sort(key=lambda s: (s.fragments[0][0], -s.fragments[-1][1], s.cue))
        for number, statement in enumerate(statements, 1):
            fragments = list(statement.fragments)
            speaker = statement.speaker
            rows.append(
                {
                    "statement_id": f"{article_id}/{number}",
                    "article_id": article_id,
                    "start": fragments[0][0],
                    "end": fragments[-1][1],
                    "fragments": fragments,
                    "content": " ".join(text[a:b] for a, b in fragments),
                    "quote_type": quote_type(text, statement.fragments, quotations),
                    "speaker": text[slice(*speaker)] if speaker else None,
                    "speaker_start": speaker[0] if speaker else None,
                    "speaker_end": speaker[1] if speaker else None,
                    "speaker_name": whose[statement.cue][0],
                    "speaker_type": whose[statement.cue][1],
                    "cue": text[slice(*statement.cue)],
                    "cue_start": statement.cue[0],
                    "cue_end": statement.cue[1],
                    "rule": statement.rule,
                }
            )
    return make_table(rows, STATEMENT_COLUMNS)
