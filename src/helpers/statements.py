"""Who said what: statements with their speaker and cue, direct, mixed and paraphrased.

Rules on tagged words, no model; every row points back to the words it was read from.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Any, NamedTuple

import pandas as pd

from helpers.attribution import find_in_sentence
from helpers.attribution_found import Found
from helpers.clauses import (
    DASHES,
    FINITE,
    QUOTE,
    TIME_WORDS,
    Sentence,
    fold,
    inner_end,
    phrase_chain,
    sentences_of,
    split_after_quotes,
    tagged_words,
)
from helpers.dictionary import lemmas_of
from helpers.economy import collector_paused
from helpers.name_parts import name_parts
from helpers.names import Names
from helpers.quotations import Quotation, quotation_spans
from helpers.reporting import cue_forms, may_report
from helpers.speakers import Speakers
from helpers.tables import article_texts, make_table
from helpers.tagging import Word, tag
from helpers.text import Span, paragraph_spans, sentence_spans
from helpers.wire import wire_marks, wire_statement
from helpers.wordlists import read_list, read_set

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

MOSTLY_QUOTED = 0.75
"""From this share of characters inside quotation marks on, a sentence is a quotation."""

SHORTEST_CONTINUED = 6
"""Words a quotation needs to count as speech though nobody is named for it."""

_ENDS = " \t\r\n.,;:\"'”’)"
"""What may stand between a statement and the quotation that goes on with it."""

LONGEST_SIGNATURE = 16
"""Words that may stand after the dash with which a quotation is signed, the dash included."""

MAX_SENTENCE_WORDS = 160
"""A longer stretch without a sentence's end is no prose; it is read in pieces of this length."""


class _Statement(NamedTuple):
    """A statement in characters of the text."""

    fragments: tuple[Span, ...]
    cue: Span
    speaker: Span | None
    rule: str


@collector_paused()
def find_statements(articles: pd.DataFrame, *, attitudes: bool = False) -> pd.DataFrame:
    """Statements of each article: who says what, in which words.

    Parameters
    ----------
    articles
        Has ``article_id, text``; other columns are left alone.
    attitudes
        Whether beliefs, wishes and positions (*thinks, wants, supports, seems*) count beside
        speech and claims. Rules find them less surely.

    Returns
    -------
    pandas.DataFrame
        One row per statement, in the order of the text:

        - ``statement_id, article_id``
        - ``start, end``: hull of the content (code points, half-open); ``fragments``: list of
          ``(start, end)``, several where the cue interrupts; ``content``: the pieces, joined by a
          space
        - ``quote_type``: ``direct`` with at least 90% of the letters and digits inside quotation
          marks, ``indirect`` with at most 2%, else ``mixed``
        - ``speaker``: as written, None where nobody is named; ``speaker_start, speaker_end``
        - ``speaker_name``: the fullest name the article gives, None where that stays open
        - ``speaker_type``: ``person``, ``group``, ``institution``, ``unnamed`` or None
        - ``cue, cue_start, cue_end``, and the ``rule`` that fired
    """
    rows: list[dict[str, Any]] = []
    for article_id, text in article_texts(articles).items():
        rows += _rows(article_id, text, attitudes=attitudes)
    return make_table(rows, STATEMENT_COLUMNS)


def _rows(article_id: str, text: str, *, attitudes: bool) -> list[dict[str, Any]]:
    paragraphs = paragraph_spans(text)
    quotations = [q for q in quotation_spans(text, paragraphs) if q.level == 0]
    sentences = _sentences(text, quotations, paragraphs)
    speakers = Speakers(
        text, [span for span, _ in sentences], [(quote.start, quote.end) for quote in quotations]
    )
    reader = _Reader(text, quotations, speakers.names, attitudes=attitudes)
    for (start, end), paragraph in sentences:
        reader.read(start, end, paragraph)
    reader.settle()
    statements = sorted(set(reader.statements), key=_place)
    whose = [speakers.resolve(s.speaker) for s in statements]
    starts = [quotation.start for quotation in quotations]
    rows = []
    for statement, (name, kind) in zip(statements, whose, strict=True):
        fragments = list(statement.fragments)
        speaker = statement.speaker
        rows.append(
            {
                "article_id": article_id,
                "start": fragments[0][0],
                "end": fragments[-1][1],
                "fragments": fragments,
                "content": " ".join(text[first:last] for first, last in fragments),
                "quote_type": _quote_type(text, fragments, quotations, starts),
                "speaker": text[slice(*speaker)] if speaker else None,
                "speaker_start": speaker[0] if speaker else None,
                "speaker_end": speaker[1] if speaker else None,
                "speaker_name": name,
                "speaker_type": kind,
                "cue": text[slice(*statement.cue)],
                "cue_start": statement.cue[0],
                "cue_end": statement.cue[1],
                "rule": statement.rule,
            }
        )
    rows.sort(key=_order)
    for number, row in enumerate(rows, 1):
        row["statement_id"] = f"{article_id}/{number}"
    return rows


def _order(row: dict[str, Any]) -> tuple[int, int, int]:
    """What rows are ordered by: a statement before those inside it."""
    return row["start"], -row["end"], row["cue_start"]


def _place(statement: _Statement) -> tuple[Span, tuple[Span, ...], Span, str]:
    """What statements are ordered by, the same in every run."""
    return statement.cue, statement.fragments, statement.speaker or (-1, -1), statement.rule


def _count_letters(text: str, start: int, end: int) -> int:
    """Number of letters and digits in a stretch of a text."""
    return sum(map(str.isalnum, text[start:end]))


def _quote_type(
    text: str, fragments: list[Span], quotations: list[Quotation], starts: list[int]
) -> str:
    pieces = [(span, _quoted_in(span, quotations, starts)) for span in fragments]
    # Most statements are all quoted or not at all: no letters to count.
    if not any(quoted for _, quoted in pieces):
        return "indirect"
    if all(quoted == [span] for span, quoted in pieces):
        spoken = any(any(map(str.isalnum, text[start:end])) for start, end in fragments)
        return "direct" if spoken else "indirect"
    total = sum(_count_letters(text, *span) for span in fragments)
    inside = sum(_count_letters(text, *span) for _, quoted in pieces for span in quoted)
    share = inside / total if total else 0.0
    if share >= DIRECT_SHARE:
        return "direct"
    return "indirect" if share <= INDIRECT_SHARE else "mixed"


def _quoted_in(span: Span, quotations: list[Quotation], starts: list[int]) -> list[Span]:
    """Pieces of a stretch that stand inside quotation marks."""
    start, end = span
    index = max(0, bisect_right(starts, start) - 1)
    quoted: list[Span] = []
    while index < len(quotations) and quotations[index].start < end:
        first, last = max(start, quotations[index].start), min(end, quotations[index].end)
        if first < last:
            quoted.append((first, last))
        index += 1
    return quoted


# --- Sentences ----------------------------------------------------------------------------------


def _sentences(
    text: str, quotations: list[Quotation], paragraphs: list[Span]
) -> list[tuple[Span, int]]:
    """Sentences of a text, no quotation parted, each with the number of its paragraph."""
    sentences = []
    paragraph = 0
    for span in sentences_of(fold(text, quotations), quotations):
        while paragraph + 1 < len(paragraphs) and span[0] >= paragraphs[paragraph][1]:
            paragraph += 1
        sentences.append((span, paragraph))
    return sentences


def _attribution_follows(words: list[Word], index: int) -> bool:
    """Whether words after a quotation name its speaker, as ``"Why?" Ann asked`` does."""
    forms = cue_forms()
    if words[index].pos in ("IN", "WRB", "CC"):
        return False  # "At the same time, she added" begins a sentence
    for place in range(index, min(index + 8, len(words))):
        word = words[place]
        if word.pos == QUOTE or word.lower in (":", ";", "."):
            return False
        if word.pos in ("VBD", "VBZ", "VBP") and any(
            "q" in verb.frames for verb in forms.get(word.lower, ())
        ):
            if word.lower in _REACTING and inner_end(words[index - 1].text) == ".":
                return False  # '"Nobody came." The mayor disagreed.'
            return place == index or (
                _ends_soon(words, place + 1)
                and not (inner_end(words[index - 1].text) == "." and _has_object(words, place + 1))
            )
        if word.pos in ("MD", "VBD", "VBZ", "VBP"):
            return False
    return False


_NAMES_TOO = read_set("names too")
"""Months and modal verbs that people are called: *Theresa May*, *Will Smith*."""

_REACTING = read_set("reacting")
"""Verbs that answer what somebody else said, rather than introduce one's own words."""


def _has_object(words: list[Word], index: int) -> bool:
    """Whether a verb takes an object, as in *She noted a delay*, and so begins a new sentence."""
    return index < len(words) and (
        words[index].pos in ("DT", "JJ", "NN", "NNS", "PRP$")
        and words[index].lower not in TIME_WORDS
    )


def _ends_soon(words: list[Word], index: int) -> bool:
    """Whether no clause follows a verb before the sentence or a quotation ends it."""
    for place, word in enumerate(words[index : index + 20], index + 1):
        if word.pos == QUOTE:
            return True
        following = words[place].pos if place < len(words) else ""
        if word.lower == "," and following in ("VBG", QUOTE, "WP", "WRB", "DT", "CD"):
            return True
        if word.pos in FINITE or word.lower in ("that", ":"):
            return False
    return True


# --- From sentence to sentence ------------------------------------------------------------------

_RETOLD = frozenset({"that-clause", "noun phrase", "preposition", "wh-clause", "quote after"})
"""Rules that are sure enough to count within somebody else's quotation."""
_TELLING = frozenset({"said", "says", "told", "tells"})
_RETELLER = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) [a-z-]{3,20}) "
)
"""With whom a retold statement may begin within a quotation, if it is not a name."""

_LABEL = re.compile(r"((?:[A-Z][\w.’'-]*+ ?+(?:of |the )?){1,6}): ++(?=\S)")
_DATELINE = re.compile(
    r"[A-Z]{2}[A-Z.'’ ]*+(?>(?:, [A-Z][\w. ]{1,25})?)(?: ?\([\w /]{1,20}\))? ?(?:—|–|--|-) "
)
_LABEL_TITLES = frozenset(read_list("label_words.txt"))


def _any_within(places: list[int], start: int, end: int) -> bool:
    """Whether one of some places, in order, lies within a stretch."""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


class _Reader:
    """Reads sentences in order and joins quotations that run over several of them."""

    def __init__(
        self, text: str, quotations: list[Quotation], names: Names, *, attitudes: bool
    ) -> None:
        self.text = text
        self.folded = fold(text, quotations)
        self.quote_ends = {quotation.start: quotation.end for quotation in quotations}
        self._quote_starts = sorted(self.quote_ends)
        self._marks = wire_marks(text)
        self.names = names
        self.attitudes = attitudes
        self.statements: list[_Statement] = []
        self._open: int | None = None  # statement that a quotation by itself would continue
        self._open_paragraph = -1
        self._paused: int | None = None  # one that was open before the last sentences
        self._paused_paragraph = -1
        self._waiting: list[Span] = []  # quotations whose speaker may be named after them
        self._waiting_paragraph = -1
        self._announced: tuple[Sentence, Found] | None = None
        self._last: int | None = None  # the last statement that was said
        self._label: int | None = None  # statement of a labelled paragraph: "NAME: ..."
        self._paragraph = -1

    def read(self, start: int, end: int, paragraph: int) -> None:
        """Read one sentence."""
        opens_paragraph = paragraph != self._paragraph
        self._paragraph = paragraph
        if opens_paragraph:
            self._label = self._labelled(start, end)
        elif self._label is not None:
            self._extend(self._label, [(start, end)])
        if self._label is not None:
            return
        if opens_paragraph:
            dateline = _DATELINE.match(self.text, start, end)
            start = dateline.end() if dateline else start
        wired = (
            wire_statement(self.text, start, end) if _any_within(self._marks, start, end) else None
        )
        if wired is not None:
            self._pass_over()
            statement = _Statement((wired.content,), wired.cue, wired.speaker, wired.rule)
            self.statements.append(statement)
            return
        if self._turns_to_another(start, end) and not self._quote_starts_in(start, end):
            self._open = None
        if not self._may_hold_statement(start, end):
            self._pass_over()
            return
        words = tagged_words(self.text, self.folded, start, end, self.quote_ends)
        folds = QUOTE in [word.pos for word in words]
        parts = split_after_quotes(self.text, words, _attribution_follows) if folds else [words]
        for part in parts:
            for first in range(0, len(part), MAX_SENTENCE_WORDS):
                piece = part[first : first + MAX_SENTENCE_WORDS]
                self._read_words(Sentence(self.text, piece, paragraph))

    def _may_hold_statement(self, start: int, end: int) -> bool:
        """Whether a sentence is worth tagging: it holds what can be a cue, or a quotation that
        starts it, follows a colon, or ends as speech does before its speaker.
        """
        signed = bool(self._waiting) and self.text.startswith(tuple(DASHES), start)
        if signed or may_report(self.folded[start:end], attitudes=self.attitudes):
            return True
        first = bisect_left(self._quote_starts, start)
        last = bisect_left(self._quote_starts, end)
        quotes = self._quote_starts[first:last]
        if sum(self.quote_ends[quote] - quote for quote in quotes) >= MOSTLY_QUOTED * (end - start):
            return True
        return any(
            quote == start
            or self.text[max(0, quote - 2) : quote].rstrip().endswith(":")
            or inner_end(self.text[quote : self.quote_ends[quote]]) in ",?!…—"
            for quote in quotes
        )

    def _turns_to_another(self, start: int, end: int) -> bool:
        """Whether a sentence is about somebody else than who spoke last (*Tom Reed disagreed*)."""
        if self._open is None:
            return False
        speaker = self.statements[self._open].speaker
        spoke = self.names.mention_at(speaker[0]) if speaker else None
        if spoke is None and speaker is not None:
            inside = self.names.mentions_between(*speaker)
            spoke = inside[0] if inside else None
        if spoke is None:
            return False
        subject = next((m for m in self.names.mentions_between(start, end) if m.subject), None)
        return subject is not None and subject.person != spoke.person

    def _quote_starts_in(self, start: int, end: int) -> bool:
        return _any_within(self._quote_starts, start, end)

    def _pass_over(self) -> None:
        """Note that a sentence without statement lies between."""
        self._announced = None
        if self._open is not None and self._open_paragraph == self._paragraph:
            self._paused, self._paused_paragraph = self._open, self._paragraph
        self._open = None
        self.settle()

    def settle(self) -> None:
        """Let quotations that nobody was named for go on with what ends right before them.

        *Lee said it was late.* and a paragraph on: *"We must go. It is dark."*
        """
        waiting, self._waiting = self._waiting, []
        if not waiting or self._last is None:
            return
        last = self.statements[self._last]
        between = self.text[last.fragments[-1][1] : waiting[0][0]]
        words = sum(self.text.count(" ", start, end) + 1 for start, end in waiting)
        if words >= SHORTEST_CONTINUED and not between.strip(_ENDS):
            self._extend(self._last, waiting)

    def _labelled(self, start: int, end: int) -> int | None:
        """Begin the statement of a paragraph such as ``SMITH: Yes, I do``."""
        opened = start in self.quote_ends  # '"SMITH: Yes, I do': a transcript in quotation marks
        match = _LABEL.match(self.text, start + opened, end)
        if opened and match is not None and not match.group(1).isupper():
            return None
        if match is None or match.end() >= end or start + 1 in self.quote_ends:
            return None
        if match.end() in self.quote_ends and self.text[match.end() - 1] != "\n":
            return None  # 'SMITH: "We won."' is read as a sentence
        label = match.group(1).strip()
        parts = name_parts(label)
        known = bool(parts.name) and (
            self.names.of_words(parts.name, start) is not None
            or (_is_no_word(parts.name[-1]) and _speaks_for_itself(self.text[match.end() : end]))
        )
        if label.lower() not in _LABEL_TITLES:
            if not known:
                return None
            if label.isupper() and self._paragraph == 0 and self.text.count(f"{label}:") == 1:
                return None  # where a report was filed: "NORHAM: Three men were held."
        speaker = (match.start(1), match.start(1) + len(label))
        cue = (speaker[1], speaker[1] + 1)
        self.statements.append(_Statement(((match.end(), end),), cue, speaker, "label"))
        return len(self.statements) - 1

    def _read_words(self, sentence: Sentence) -> None:
        if sentence.only_quotes:
            self._read_quotes(sentence)
            return
        if self._signed(sentence):
            return
        waiting, self._waiting = self._waiting, []
        opened = self._open if self._open_paragraph == sentence.paragraph else None
        self._pass_over()
        self._waiting = waiting
        self._mend_name(sentence)
        statements = find_in_sentence(sentence, attitudes=self.attitudes)
        for found in statements:
            self._keep(sentence, found)
        if opened is not None and not statements and _mostly_quoted(sentence):
            self._extend(opened, [sentence.span(0, sentence.last)])
            self._open, self._open_paragraph = opened, sentence.paragraph
        self.settle()
        for index in sentence.quotes(0, len(sentence.words)):
            self._read_inside(sentence, index)

    def _signed(self, sentence: Sentence) -> bool:
        """Keep a quotation that is signed: *"We won." — Ann Diaz*, on one line or two."""
        quotes = [sentence.span(0, 1)] if sentence.tags[0] == QUOTE else self._waiting
        dash = int(sentence.tags[0] == QUOTE)
        if (
            not quotes
            or sentence.lowers[dash : dash + 1] == []
            or sentence.lowers[dash] not in DASHES
            or sentence.last - dash > LONGEST_SIGNATURE
            or sentence.has_finite(dash, sentence.last)
            or sentence.quotes(dash, sentence.last)
        ):
            return False
        name = sentence.phrase_at.get(dash + 1)
        if name is None or sentence.tags[name.head] not in ("NNP", "NNPS"):
            return False
        cue, speaker = sentence.span(dash, dash + 1), sentence.span(dash + 1, sentence.last)
        self._waiting = []
        self._pass_over()
        self.statements.append(_Statement(tuple(quotes), cue, speaker, "signed"))
        return True

    def _read_inside(self, sentence: Sentence, index: int) -> None:
        """Find what a quoted speaker reports of somebody else: *"Lee promised a vote," Ann said*.

        The subject may stand before the quotation: *Ann said Lee "has promised a vote."* One who
        is not named must tell plainly: *"My doctor told me to rest," Ann said*.
        """
        quote = sentence.words[index]
        if cue_forms().keys().isdisjoint(quote.text.lower().split()):
            return
        begun = phrase_chain(sentence, index - 1) if index else None
        lead = sentence.words[begun:index] if begun is not None and begun < index else []
        subject = lead[0].start if lead else _first_letter(self.text, quote)
        named = self.names.mention_at(subject) is not None
        if not named and (lead or not _RETELLER.match(self.text, subject, quote.end)):
            return
        inner = tag(self.text, quote.start + 1, _first_sentence_end(self.text, quote))
        spoken = Sentence(self.text, (lead + inner)[:MAX_SENTENCE_WORDS], sentence.paragraph)
        for found in find_in_sentence(spoken, attitudes=False):
            if (
                found.speaker is not None
                and found.speaker[0] == 0
                and found.cue[0] >= len(lead)
                and spoken.tags[found.cue[0]] in ("VBD", "VBZ")
                and (found.rule in _RETOLD if named else _is_told(spoken, found))
            ):
                # What the quoted speaker goes on to say is still what the other one said.
                pieces = ((found.pieces[0][0], spoken.last),)
                self.statements.append(_statement(spoken, found._replace(pieces=pieces), []))

    def _mend_name(self, sentence: Sentence) -> None:
        """Read a surname that opens a sentence as a name though it is a word too: *Long said*."""
        word = sentence.words[0]
        if word.text[:1].isupper() and word.pos in ("RB", "JJ", "NN", "VB", "VBG", "VBN", "VBD"):
            known = self.names.mention_at(word.start)
            if (
                known is not None
                and known.start == word.start
                and name_parts(self.text[known.start : known.end]).offset == 0
            ):
                sentence.retag(0, "NNP")
        if _NAMES_TOO.isdisjoint(sentence.lowers):
            return
        for index in range(len(sentence.words)):
            if sentence.lowers[index] in _NAMES_TOO and self._is_named(sentence.words[index]):
                # Written as it stands, it is taken for no month and no modal verb.
                whole = sentence.words[index].text
                sentence.words[index] = sentence.words[index]._replace(pos="NNP", lower=whole)
                sentence.tags[index], sentence.lowers[index] = "NNP", whole

    def _is_named(self, word: Word) -> bool:
        """Whether a word that may be a month or a modal verb is part of somebody's name here."""
        return word.text[:1].isupper() and self.names.mention_at(word.start) is not None

    def _read_quotes(self, sentence: Sentence) -> None:
        """Give quotations that stand alone to the speaker before or after them."""
        quotes = sentence.quotes(0, len(sentence.words))
        spans = [sentence.span(index, index + 1) for index in quotes]
        paragraph = sentence.paragraph
        if self._announced is not None:
            said_in, found = self._announced
            self.statements.append(_statement(said_in, found, spans))
            self._open, self._open_paragraph = len(self.statements) - 1, paragraph
        elif self._open is not None and paragraph - self._open_paragraph <= 1:
            self._extend(self._open, spans)
            self._open_paragraph = paragraph
        elif self._paused is not None and paragraph == self._paused_paragraph:
            self._extend(self._paused, spans)
            self._open, self._open_paragraph = self._paused, paragraph
        else:
            if paragraph - self._waiting_paragraph > 1:
                self.settle()
            self._waiting += spans
            self._waiting_paragraph = paragraph
        self._announced = None

    def _keep(self, sentence: Sentence, found: Found) -> None:
        if not found.pieces:
            self._announced = (sentence, found)
            return
        statement = _statement(sentence, found, [])
        first, last = found.pieces[0][0], found.pieces[-1][1] - 1
        after_quote = found.rule in ("parenthetical", "inverted", "unlisted verb")
        if (
            after_quote
            and self._waiting
            and sentence.tags[first] == QUOTE
            and sentence.paragraph - self._waiting_paragraph <= 1
        ):
            statement = statement._replace(fragments=(*self._waiting, *statement.fragments))
            self._waiting = []
        self.statements.append(statement)
        self._paused = None
        if found.kind == "speech":
            self._last = len(self.statements) - 1
        ends_quoted = sentence.tags[last] == QUOTE
        if ends_quoted and (self._open is None or after_quote):
            self._open, self._open_paragraph = len(self.statements) - 1, sentence.paragraph
        elif found.kind == "speech" and last + 1 == sentence.last and self._open is None:
            # "X said it was late. "We must go."": within the paragraph only
            self._open, self._open_paragraph = len(self.statements) - 1, sentence.paragraph - 1

    def _extend(self, index: int, spans: list[Span]) -> None:
        statement = self.statements[index]
        last = statement.fragments[-1]
        if statement.rule == "label":
            whole = (*statement.fragments[:-1], (last[0], spans[-1][1]))
        else:
            whole = (*statement.fragments, *spans)
        self.statements[index] = statement._replace(fragments=whole)


def _is_no_word(name: str) -> bool:
    """Whether a name is in no dictionary, as *Opinion* and *Watch* before a colon are."""
    return not lemmas_of(name.lower())


def _speaks_for_itself(said: str) -> bool:
    """Whether words after a colon are somebody's own: *Voss: I will stay*."""
    return said.replace("’", "'").split("'")[0].split(" ")[0] in _OWN_WORDS


_OWN_WORDS = frozenset({"I", "We", "My", "Our"})


def _mostly_quoted(sentence: Sentence) -> bool:
    """Whether a sentence is a quotation but for a word or two, as *But "we must go on."* is."""
    start, end = sentence.span(0, len(sentence.words))
    quotes = (sentence.words[index] for index in sentence.quotes(0, sentence.last))
    return sum(quote.end - quote.start for quote in quotes) >= MOSTLY_QUOTED * (end - start)


def _first_letter(text: str, quote: Word) -> int:
    """Place of the first letter of a quotation, its marks passed over."""
    opened = text[quote.start : quote.start + 4]
    marks = len(opened) - len(opened.lstrip("\"'“‘«`„"))
    return quote.start + marks


def _first_sentence_end(text: str, quote: Word) -> int:
    """End of the first sentence of a quotation."""
    for _, end in sentence_spans(text[quote.start + 1 : quote.end])[:1]:
        return quote.start + 1 + end
    return quote.end


def _is_told(sentence: Sentence, found: Found) -> bool:
    """Whether *he told me …* within a quotation has a clause or an order as its content."""
    if found.rule in ("that-clause", "wh-clause"):
        return True
    verb = sentence.lowers[found.cue[1] - 1]
    if found.rule == "clause":
        return verb in _TELLING
    return found.rule == "noun phrase" and verb in ("told", "asked")


def _statement(sentence: Sentence, found: Found, more: list[Span]) -> _Statement:
    return _Statement(
        (*(sentence.span(first, last) for first, last in found.pieces), *more),
        sentence.span(*found.cue),
        sentence.span(*found.speaker) if found.speaker else None,
        found.rule,
    )
