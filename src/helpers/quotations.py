"""Quotations: the stretches of a text that stand inside quotation marks.

Straight, curly, doubled single and angled marks, nested or never closed; linear in the text.
"""

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

import pandas as pd

from helpers.tables import article_texts, make_table
from helpers.text import Span, paragraph_spans

QUOTATION_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "level": "int64",
    "closed": "boolean",
}

MAX_DEPTH = 4
"""Quotations inside quotations are followed this deep; deeper marks are read as plain text."""


class Quotation(NamedTuple):
    """One quotation, its marks included."""

    start: int
    end: int
    level: int
    """0 stands in no other quotation, 1 inside one, …"""
    closed: bool
    """Whether its closing mark was written."""


# Marks inside a word (don't, O’Brien) are apostrophes and never reach the loop below.
# One of a set of signs first, which a search finds fast; then which mark it is, if it is one.
_MARK = re.compile(
    r"""
    ["“”„«»'‘’`]
    (?: (?<=["“”„«»])
      | (?<=') ''?          # '' or '''
      | (?<=`) `
      | (?<!\w.)            # not after a letter: may open
      | (?<=['’]) (?!\w) )  # not before one: may close
    """,
    re.VERBOSE,
)
_ELISION = re.compile(r"(?:\d\ds?|n|em|til|tis|twas|cause|round|bout)\b", re.IGNORECASE)
_OPENERS = {"“": "“", "„": "“", "«": "«", "``": "''"}
_CLOSERS = {"”": "“", "»": "«"}
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{<-–—/:;,\"“„«‘'`")


class _Open:
    """A quotation whose closing mark is still looked for."""

    __slots__ = ("at_paragraph_start", "maybe_end", "start", "style")

    def __init__(self, style: str, start: int, at_paragraph_start: bool) -> None:
        self.style = style
        self.start = start
        self.at_paragraph_start = at_paragraph_start
        self.maybe_end = 0
        """End after a mark that closes this quotation unless a surer one follows."""


class _Reader:
    """Reads the marks of one paragraph from left to right."""

    def __init__(self, text: str, first: int, last: int) -> None:
        self.text = text
        self.first = first
        self.last = last
        self.stack: list[_Open] = []
        self.found: list[tuple[int, int, bool]] = []
        self._straight: _StraightMarks | None = None

    def read(self) -> list[tuple[int, int, bool]]:
        for match in _MARK.finditer(self.text, self.first, self.last):
            mark, start, end = match.group(), match.start(), match.end()
            if mark == "'''" and self._may_open(start, end):
                self._mark("''", start, end - 1)
                self._mark("'", start + 2, end)
            elif mark == "'''":
                self._mark("'", start, start + 1)
                self._mark("''", start + 1, end)
            else:
                self._mark(mark, start, end)
        while self.stack:
            self._give_up(self.stack.pop(), self.last)
        return self.found

    def _mark(self, mark: str, start: int, end: int) -> None:
        if mark in "'‘’`" and mark != "``":
            self._single(mark, start, end)
        elif mark in _OPENERS:
            style = _OPENERS[mark]
            if self._is_open(style) and not self._may_open(start, end):
                self._close(style, end)  # “written like this“
            else:
                self._open(style, start)
        elif mark in _CLOSERS:
            style = _CLOSERS[mark]
            self._close(style if self._is_open(style) else '"', end)  # "opened otherwise”
        elif self._is_open(mark) and not self.opens_anew(start, end):
            self._close(mark, end)
        elif mark == '"' and self._is_open(mark) and self._both_are_closed(start):
            self._open_inside(start)
        elif self._may_open(start, end):
            self._open(mark, start)
        elif mark == '"':
            self._close("“", end)

    def _single(self, mark: str, start: int, end: int) -> None:
        text = self.text
        if mark != "’" and self._may_open(start, end) and text[end].isalnum():
            if not _ELISION.match(text, end) and not self._is_open("'"):
                self._open("'", start)
            return
        if mark in "’'" and self._is_open("'") and text[start - 1] != " ":
            if self._plural_possessive(start, end):
                self._find("'").maybe_end = end
            else:
                self._close("'", end)

    def _plural_possessive(self, start: int, end: int) -> bool:
        """Whether a mark may be the apostrophe of *the workers' rights*."""
        follows = self.text[end : end + 2]
        return self.text[start - 1] == "s" and follows[:1] == " " and follows[1:].islower()

    def _may_open(self, start: int, end: int) -> bool:
        text = self.text
        before = start == self.first or text[start - 1] in _BEFORE_OPENING
        return before and end < self.last and not text[end].isspace()

    def opens_anew(self, start: int, end: int) -> bool:
        """Whether a straight mark opens though one is open: the first was never closed."""
        text = self.text
        before = start == self.first or text[start - 1].isspace() or text[start - 1] in "([—–"
        return before and end < self.last and text[end].isalnum()

    def _both_are_closed(self, start: int) -> bool:
        """Whether marks to come close a straight quotation at `start` and the one around it.

        *"Nobody "chose" this," she said* against *"We won, she said. "It was late."*, where the
        first was never closed.
        """
        if self._straight is None:
            self._straight = _StraightMarks(self)
        return self._straight.fall_by_two_after(start)

    def _open_inside(self, start: int) -> None:
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(_Open('"', start, at_paragraph_start=False))

    def _find(self, style: str) -> _Open:
        return next(entry for entry in reversed(self.stack) if entry.style == style)

    def _is_open(self, style: str) -> bool:
        return any(entry.style == style for entry in self.stack)

    def _open(self, style: str, start: int) -> None:
        if self._is_open(style):
            while self.stack[-1].style != style:
                self._give_up(self.stack.pop(), start)
            self._give_up(self.stack.pop(), start)
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(_Open(style, start, start == self.first))

    def _close(self, style: str, end: int) -> None:
        if not self._is_open(style):
            return
        while self.stack[-1].style != style:
            self._give_up(self.stack.pop(), end)
        self.found.append((self.stack.pop().start, end, True))

    def _give_up(self, entry: _Open, last: int) -> None:
        """Settle a quotation that no mark closed before `last`."""
        if entry.maybe_end:
            self.found.append((entry.start, entry.maybe_end, True))
        elif entry.style != "'" or (entry.at_paragraph_start and last == self.last):
            # A single mark that nothing closes is an apostrophe, unless it opens a paragraph.
            end = entry.start + len(self.text[entry.start : last].rstrip())
            self.found.append((entry.start, end, False))


class _StraightMarks:
    """The straight marks of a paragraph, and how far they will be closed after each of them."""

    def __init__(self, reader: _Reader) -> None:
        self.places: list[int] = []
        depths: list[int] = []
        depth = 0
        for match in _MARK.finditer(reader.text, reader.first, reader.last):
            if match.group() == '"':
                depth += 1 if reader.opens_anew(match.start(), match.end()) else -1
                self.places.append(match.start())
                depths.append(depth)
        self.depths = depths
        # The least depth from each mark on.
        self.least = list(accumulate(reversed(depths), min))[::-1]

    def fall_by_two_after(self, place: int) -> bool:
        """Whether, after the opening mark at `place`, two more are closed than opened."""
        index = bisect_left(self.places, place)
        return index + 1 < len(self.places) and self.least[index + 1] <= self.depths[index] - 2


def quotation_spans(text: str, paragraphs: list[Span] | None = None) -> list[Quotation]:
    """Quotations of a text in the order they open; none crosses a paragraph.

    `paragraphs` are those of the text, where they are known already.

    A quotation that is never closed ends with its paragraph, or where the next one of its kind
    opens. A single mark that is never closed counts only at the start of a paragraph; within words
    it is an apostrophe. Marks that close nothing (6'2") are left alone.
    """
    quotations: list[Quotation] = []
    for first, last in paragraph_spans(text) if paragraphs is None else paragraphs:
        if not _MARK.search(text, first, last):
            continue
        spans = sorted(_Reader(text, first, last).read(), key=lambda span: (span[0], -span[1]))
        around: list[int] = []
        for start, end, closed in spans:
            while around and around[-1] <= start:
                around.pop()
            quotations.append(Quotation(start, end, len(around), closed))
            around.append(end)
    return quotations


def find_quotations(articles: pd.DataFrame) -> pd.DataFrame:
    """Quotations of each article.

    Parameters
    ----------
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, level, closed``; the span holds the marks; ``level`` is 0 for a
        quotation that stands in no other one; ``closed`` is False where no mark closes it.
    """
    rows = [
        (article_id, *quotation)
        for article_id, text in article_texts(articles).items()
        for quotation in quotation_spans(text)
    ]
    return make_table(rows, QUOTATION_COLUMNS)
