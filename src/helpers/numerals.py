"""Numbers as news writes them: what a numeric expression and its hedge say.

``at least 9,000`` is a floor, ``as many as 14,000`` a ceiling, ``some 300`` about, ``20 to 30`` a
range, ``dozens`` a vague word without a figure. Bounds are read, never guessed.
"""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Literal, NamedTuple

import pandas as pd

from helpers.economy import Memory
from helpers.tables import article_texts, make_table
from helpers.text import Span, sentence_spans, token_spans
from helpers.wordlists import read_rows, read_set

Bound = Literal["exact", "at_least", "at_most", "about", "range", "vague"]

NUMERAL_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "numeral": "str",
    "kind": "str",
    "low": "Float64",
    "high": "Float64",
    "bound": "str",
    "qualifier": "object",
}

MAX_DIGITS = 15
"""A longer run of digits is a label or an accident, not a count of anything in the news."""

LONGEST_SENTENCE = 1200
"""Characters of a sentence that are read together."""

_LONGEST_QUALIFIER = 4
_LONGEST_VAGUE = 5
_LONGEST_FIGURE = 24
_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_WITH_SUFFIX = re.compile(r"(\d++(?>(?:[.,]\d++)*))(m|mn|k|bn|tn)")
_SUFFIX = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 10**9, "tn": 10**12}
_ORDINAL = re.compile(r"\d++(?>(?:,\d{3})*)(?:st|nd|rd|th)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_DATE = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\d{4}-\d{1,2}-\d{1,2}|9/11")
_ORDINAL_WORDS = read_set("ordinal words")
_FRACTION_WORDS = read_set("fraction words")
_HYPHENS = re.compile("[-\u2010\u2011]")
_RANGE_SIGNS = frozenset("-–—‒")


class Token(NamedTuple):
    """A word, a number or a punctuation mark, with its place in the text."""

    start: int
    end: int
    text: str
    lower: str


class Numeral(NamedTuple):
    """A numeric expression and what it says.

    ``start, end`` span the expression, ``first, last`` are its tokens (half-open), ``qualifier``
    its hedge as written with its own span, ``used`` the first token of expression and hedge.
    ``kind`` is ``count``, or why the form alone cannot count anything.
    """

    start: int
    end: int
    first: int
    last: int
    low: int | float | None
    high: int | float | None
    bound: Bound
    qualifier: str | None
    qualifier_start: int | None
    qualifier_end: int | None
    used: int
    kind: str


class _Words(NamedTuple):
    value: dict[str, int]
    kind: dict[str, str]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    vague: dict[tuple[str, ...], int | None]
    vague_first: frozenset[str]


@cache
def _words() -> _Words:
    numbers = read_rows("number_words.csv")
    qualifiers = read_rows("number_qualifiers.csv")
    vague = {
        tuple(row["word"].split()): int(row["coded"]) if row["coded"] else None
        for row in read_rows("vague_numbers.csv")
    }
    sides = {
        side: {
            tuple(row["qualifier"].split()): row["bound"]
            for row in qualifiers
            if row["side"] == side
        }
        for side in ("before", "after")
    }
    return _Words(
        {row["word"]: int(row["value"]) for row in numbers},
        {row["word"]: row["kind"] for row in numbers},
        sides["before"],
        sides["after"],
        vague,
        frozenset(words[0] for words in vague),
    )


def readable_spans(text: str) -> list[Span]:
    """Sentences, the longest cut at white space: no real one is longer, and cost stays linear."""
    spans: list[Span] = []
    for start, end in sentence_spans(text):
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            cut = cut if cut > start else start + LONGEST_SENTENCE
            spans.append((start, cut))
            start = cut
        if start < end:
            spans.append((start, end))
    return spans


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words, numbers and punctuation marks of ``text[start:end]``, with offsets in `text`."""
    chunks = _chunks()
    found: list[Token] = []
    # No token holds a space: what stands between two spaces is taken apart once and looked up.
    for chunk in text[start:end].split(" "):
        if chunk:
            found += [
                _new_token((start + first, start + last, word, lower))
                for first, last, word, lower in chunks[chunk]
            ]
        start += len(chunk) + 1
    return found


# What `Token(...)` does, without the detour through its Python code: this runs for every word.
_new_token = partial(tuple.__new__, Token)


class _Chunks(Memory):
    """Tokens of each stretch without space, worked out once a stretch."""

    most = 1 << 17

    def __missing__(self, chunk: str) -> tuple[Token, ...]:
        return self.remember(chunk, tuple(_taken_apart(chunk)))


@cache
def _chunks() -> _Chunks:
    return _Chunks()


def _taken_apart(chunk: str) -> Iterator[Token]:
    position = 0
    for first, last in [*token_spans(chunk), (len(chunk), len(chunk))]:
        for index in range(position, first):
            if not chunk[index].isspace():
                yield Token(index, index + 1, chunk[index], chunk[index])
        if last > first:
            word = chunk[first:last]
            yield Token(first, last, word, word.lower().replace("’", "'"))
        position = last


def may_hold_numeral(text: str) -> bool:
    """Whether a sentence can hold a numeral, by its words alone: cheap, and never wrongly no."""
    return any(map(str.isdigit, text)) or not _telling().isdisjoint(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W_]+")


@cache
def _telling() -> frozenset[str]:
    """Words of which every numeral in words has one; *a* and *an* alone tell nothing."""
    words = _words()
    vague = {min(run, key=lambda word: _rank(word, words)) for run in words.vague}
    factors = {f"{word}s" for word in words.kind}  # three dozens
    parts = {part for word in vague | _ORDINAL_WORDS for part in _WORD.findall(word)}
    factors |= _fused().keys()
    return frozenset(words.kind.keys() | factors | vague | _ORDINAL_WORDS | parts | {"half", "mid"})


def coded_value(word: str) -> int | None:
    """The figure that conflict data sets give a vague word (``dozens`` is 12), ``None`` if none.

    After ACLED (Armed Conflict Location & Event Data, "How does ACLED code fatalities?", 2024),
    which takes the smallest number the word can name.
    """
    return _words().vague.get(tuple(word.lower().split()))


class _Read(NamedTuple):
    """What a run of tokens is worth: ``magnitude`` is the last factor it names (1 if none)."""

    value: int | float
    last: int
    magnitude: int


def _digits(token: str) -> int | float | None:
    """Value of a number in figures, ``None`` if the token is not one."""
    if len(token) > _LONGEST_FIGURE or not _DIGITS.fullmatch(token):
        return None
    plain = token.replace(",", "")
    if len(plain) > MAX_DIGITS:
        return None
    if plain.count(".") > 1:
        return int(plain.replace(".", ""))
    return float(plain) if "." in plain else int(plain)


def _atoms(tokens: list[Token], index: int) -> list[str] | None:
    """Number words of one token (``twenty-one`` has two), ``None`` if any part is none."""
    lower = tokens[index].lower
    if lower in _words().kind:
        return [lower]
    if _is_plural_factor(lower):
        return [lower[:-1]]
    if "-" not in lower and "‑" not in lower:
        return _fused().get(lower)
    parts = [part for part in _HYPHENS.split(lower) if part != "and"]
    return parts if parts and all(part in _words().kind for part in parts) else None


@cache
def _fused() -> dict[str, list[str]]:
    """*thirtythree*: tens and ones that lost their hyphen, as capitals and wire copy have them."""
    words = _words()
    tens = sorted(word for word in words.kind if word.endswith("ty"))
    ones = [word for word, kind in words.kind.items() if kind == "unit" and words.value[word]]
    return {ten + one: [ten, one] for ten in tens for one in ones}


def _is_plural_factor(lower: str) -> bool:
    """``three dozens``, ``two millions``; alone, such a plural is a vague word."""
    return lower[-1] == "s" and _words().kind.get(lower[:-1]) in ("hundred", "magnitude", "pack")


class _Sum:
    """Adds up number words from left to right; refuses what no number can be (`two three`)."""

    def __init__(self) -> None:
        self.total: int | float = 0
        self.group: int | float = 0
        self.last_kind = ""
        self.last_magnitude: int | float = float("inf")
        self.magnitude = 1

    def take(self, word: str) -> bool:
        words = _words()
        kind, value = words.kind[word], words.value[word]
        if kind in ("unit", "teen", "ten"):
            after_ten = self.last_kind == "ten" and kind == "unit" and value
            if self.last_kind not in ("", "hundred", "magnitude") and not after_ten:
                return False
            self.group += value
        elif kind == "hundred":
            if self.last_kind == "hundred" or self.group >= 100:
                return False
            self.group = (self.group or 1) * value
        elif kind == "magnitude":
            if value >= self.last_magnitude or (self.last_kind == "magnitude" and not self.group):
                return False
            self.total += (self.group or 1) * value
            self.group, self.last_magnitude, self.magnitude = 0, value, value
        elif self.last_kind == "pack":
            return False
        else:
            self.group = (self.group or 1) * value
            self.magnitude = value
        self.last_kind = kind
        return True

    def take_figures(self, value: int | float) -> None:
        self.group = value
        self.last_kind = "figures"

    @property
    def value(self) -> int | float:
        value = self.total + self.group
        return int(value) if value == int(value) else value


def _figures(tokens: list[Token], index: int) -> tuple[int | float, int] | None:
    """Number in figures at `index`, thousands parted by spaces included, and where it ends."""
    value = _digits(tokens[index].text)
    if value is None:
        return None
    last = index + 1
    if re.fullmatch(r"[1-9]\d{0,2}", tokens[index].text):
        digits = tokens[index].text
        while (
            last < len(tokens)
            and len(digits) <= MAX_DIGITS - 3
            and re.fullmatch(r"\d{3}", tokens[last].text)
            and tokens[last].start == tokens[last - 1].end + 1
        ):
            digits += tokens[last].text
            last += 1
        value = int(digits)
    return value, last


def _cardinal(tokens: list[Token], index: int) -> _Read | None:
    """The longest cardinal number that begins at token `index`."""
    token = tokens[index]
    suffixed = _WITH_SUFFIX.fullmatch(token.lower)
    if suffixed and (value := _digits(suffixed[1])) is not None:
        magnitude = _SUFFIX[suffixed[2]]
        return _Read(_whole(value * magnitude), index + 1, magnitude)
    total = _Sum()
    figures = _figures(tokens, index)
    position = index
    if figures:
        total.take_figures(figures[0])
        position = figures[1]
    elif token.lower in ("a", "an"):
        if index + 1 >= len(tokens) or not _counts_after_article(tokens[index + 1].lower):
            return None
        position = index + 1
    elif token.lower == "half" and _lowers(tokens, index + 1, 2) in _HALF_OF:
        name = tokens[index + 2].lower
        return _Read(_words().value[name] // 2, index + 3, _words().value[name])
    elif _is_plural_factor(token.lower):
        return None
    done = position if figures else index
    while position < len(tokens):
        lower = tokens[position].lower
        joins = lower == "and" and done == position and done > index and not figures
        if joins and position + 1 < len(tokens) and total.last_kind in ("hundred", "magnitude"):
            position += 1
            continue
        atoms = _atoms(tokens, position)
        if not atoms or not _take_all(total, atoms):
            break
        position += 1
        done = position
    if done == index:
        return None
    return _Read(total.value, done, total.magnitude)


_HALF_OF = frozenset(("a", word) for word in read_set("after half a"))


def _counts_after_article(lower: str) -> bool:
    return _words().kind.get(lower) in ("hundred", "magnitude", "pack") and len(lower) > 3


def _lowers(tokens: list[Token], first: int, number: int) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[first : first + number])


def _take_all(total: _Sum, atoms: list[str]) -> bool:
    """Take all words of a token or none."""
    before = dict(vars(total))
    if all(total.take(word) for word in atoms):
        return True
    vars(total).update(before)
    return False


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _special_kind(token: Token) -> str | None:
    """Why a single token that holds a number cannot be a count by its form."""
    lower = token.lower
    if _CLOCK.fullmatch(lower):
        return "clock time"
    if _DATE.fullmatch(lower):
        return "date"
    if _ORDINAL.fullmatch(lower) or lower in _ORDINAL_WORDS:
        return "ordinal"
    if lower[0].isdigit():
        if _digits(lower) is not None or _WITH_SUFFIX.fullmatch(lower):
            return None
        if re.fullmatch(r"\d{1,2}(?:am|pm|h|hrs)|\d{2}h\d{2}", lower):
            return "clock time"
        if re.search(r"years?-olds?|yr-old", lower):
            return "age"
        if re.fullmatch(r"\d{2}(?:\d{2})?'?s", lower):
            return "year"
        return "label" if not _hyphen_range(token) else None
    parts = _HYPHENS.split(lower)
    if len(parts) > 1 and (parts[0] in _words().kind or parts[0] in _ORDINAL_WORDS):
        if all(part in _words().kind or part == "and" for part in parts):
            return None
        if parts[-1] in _FRACTION_WORDS:
            return "fraction"
        if parts[-1] in _ORDINAL_WORDS:
            return "ordinal"
        if parts[-1] in ("old", "olds"):
            return "age"
        return "compound"
    if len(parts) > 1 and parts[0] == "mid" and re.fullmatch(r"\d+s", parts[-1]):
        return "age"
    return None


def _hyphen_range(token: Token) -> tuple[int | float, int | float] | None:
    parts = _HYPHENS.split(token.lower)
    if len(parts) != 2:
        return None
    low, high = (_digits(part) for part in parts)
    return (low, high) if low is not None and high is not None and low < high else None


def _range_end(tokens: list[Token], start: int, first: _Read, between: bool) -> _Read | None:
    """Second number of a range whose first is read: ``20 to 30``, ``three or four``."""
    index = first.last
    if index + 1 >= len(tokens) or _revised(tokens, start):
        return None
    if tokens[index].lower == "to" and _is_dated(tokens, start):
        return None
    sign = tokens[index].lower
    if sign in ("to", "and", "or"):
        if sign == "and" and not between:
            return None
        second = _cardinal(tokens, index + 1)
        if not second or (sign == "or" and second.value > 10 * max(first.value, 1)):
            return None
    elif sign in _RANGE_SIGNS and tokens[index].start == tokens[index - 1].end:
        second = _cardinal(tokens, index + 1)
    else:
        return None
    return second if second and _scaled(first, second) < second.value else None


def _scaled(first: _Read, second: _Read) -> int | float:
    """First end of a range, in the second's magnitude where only that is written (2-3 million)."""
    if (
        first.magnitude == 1
        and second.magnitude > 1
        and first.value * second.magnitude < (second.value)
    ):
        return _whole(first.value * second.magnitude)
    return first.value


_RISING = read_set("rising")
_BEFORE_YEAR = read_set("month names") | {"in"}
_YEAR = re.compile(r"(?:19|20)\d\d")


def _revised(tokens: list[Token], index: int) -> bool:
    """``rose from 15 to 20`` states two figures, not a range."""
    words = _lowers(tokens, max(index - 2, 0), 2)
    return index > 1 and words[1] in ("from", "by") and words[0] in _RISING


def _is_dated(tokens: list[Token], index: int) -> bool:
    """``from 2,790 in 2010 to 3,021``: a year, unless another one follows."""
    before, last = _lowers(tokens, max(index - 1, 0), 1), index + 2
    if index == 0 or last >= len(tokens) or before[0] not in _BEFORE_YEAR:
        return False
    return _YEAR.fullmatch(tokens[index].text) is not None and not _YEAR.fullmatch(
        tokens[last].text
    )


def _opens_range(tokens: list[Token], index: int) -> bool:
    """Whether the word before `index` announces a range."""
    return index > 0 and tokens[index - 1].lower in ("between", "from")


_NEVER_BEFORE_VAGUE = read_set("never before vague")


def _vague(tokens: list[Token], index: int) -> int | None:
    """Where a vague expression that begins at `index` ends."""
    words = _words()
    if tokens[index].lower not in words.vague_first:
        return None
    if index and tokens[index - 1].lower in _NEVER_BEFORE_VAGUE:
        return None
    for length in range(_LONGEST_VAGUE, 0, -1):
        run = _lowers(tokens, index, length)
        if len(run) == length and run in words.vague:
            end = index + length
            return None if _counts_next(tokens, end) else end
    return None


def _counts_next(tokens: list[Token], index: int) -> bool:
    """Whether a number follows: *some 300* is a hedge, not a vague word."""
    if index >= len(tokens):
        return False
    lower = tokens[index].lower
    return lower[0].isdigit() or lower in _words().kind


def _before(tokens: list[Token], first: int) -> tuple[int, str | None, int, int]:
    """Hedges that stand directly before token `first`.

    Returns the first token of all of them, the bound they make, and the tokens of the hedge that
    decides. A floor or ceiling decides over an estimate: ``perhaps more than 200`` is a floor.
    """
    table = _words().before
    position, bound, hedge = first, None, (first, first)
    while True:
        for length in range(min(_LONGEST_QUALIFIER, position), 0, -1):
            found = table.get(_lowers(tokens, position - length, length))
            if found:
                break
        else:
            return position, bound, *hedge
        position -= length
        if found != "none" and (bound is None or (bound == "about" and found != "about")):
            bound, hedge = found, (position, position + length)


def _after(tokens: list[Token], last: int) -> tuple[str | None, int, int]:
    """A hedge that stands after the number, with at most one word between (``30 people or so``)."""
    table = _words().after
    for skip in (0, 1):
        for length in (3, 2, 1):
            run = _lowers(tokens, last + skip, length)
            if len(run) == length and run in table and (skip == 0 or length > 1):
                if skip and run[0] not in ("or", "if"):
                    continue
                if _lowers(tokens, last + skip + length, 1) == ("than",):
                    continue  # *12 died in 1984 and more than 500 fell ill*
                if run == ("plus",) and last + 1 < len(tokens) and tokens[last + 1].text.isdigit():
                    continue
                return table[run], last + skip, last + skip + length
    return None, last, last


def _bounded(low: int | float, high: int | float, bound: str) -> tuple:
    if low != high:
        return low, high, "range"
    if bound == "at_least":
        return low, None, bound
    if bound == "at_most":
        return None, high, bound
    return low, high, bound


def _numeral(
    tokens: list[Token], first: int, last: int, low: int | float, high: int | float, kind: str
) -> Numeral:
    """Make a numeral of tokens first to last, with the hedge beside it."""
    used, bound, hedge_first, hedge_last = _before(tokens, first)
    if bound is None or bound == "about":
        after, after_first, after_last = _after(tokens, last)
        if after and (bound is None or after != "about"):
            bound, hedge_first, hedge_last = after, after_first, after_last
    low_, high_, bound_ = _bounded(low, high, bound or "exact")
    return _built(tokens, first, last, low_, high_, bound_, (hedge_first, hedge_last), used, kind)


def _built(
    tokens: list[Token],
    first: int,
    last: int,
    low: int | float | None,
    high: int | float | None,
    bound: Bound,
    hedge: tuple[int, int],
    used: int,
    kind: str,
) -> Numeral:
    qualifier = qualifier_start = qualifier_end = None
    if hedge[1] > hedge[0]:
        qualifier_start, qualifier_end = tokens[hedge[0]].start, tokens[hedge[1] - 1].end
        words = tokens[hedge[0] : hedge[1]]
        qualifier = " ".join(token.text for token in words)
    start, end = tokens[first].start, tokens[last - 1].end
    return Numeral(
        start, end, first, last, low, high, bound, qualifier, qualifier_start, qualifier_end, used,
        kind,
    )  # fmt: skip


def _numeral_at(tokens: list[Token], index: int) -> Numeral | None:
    """The numeral that begins at token `index`, if one does."""
    kind = _special_kind(tokens[index])
    if kind:
        return _built(tokens, index, index + 1, None, None, "exact", (0, 0), index, kind)
    end = _vague(tokens, index)
    if end:
        used, _, first, last = _before(tokens, index)
        return _built(tokens, index, end, None, None, "vague", (first, last), used, "count")
    pair = _hyphen_range(tokens[index]) if tokens[index].lower[0].isdigit() else None
    if pair:
        return _numeral(tokens, index, index + 1, *pair, "count")
    read = _cardinal(tokens, index)
    if not read:
        return None
    opened = _opens_range(tokens, index)
    second = _range_end(tokens, index, read, opened)
    if second:
        first = index - 1 if opened else index
        low = _scaled(read, second)
        return _numeral(tokens, first, second.last, low, second.value, "count")
    rate_end = _rate_end(tokens, read)
    if rate_end:
        return _built(tokens, index, rate_end, None, None, "exact", (0, 0), index, "rate")
    kind = "count" if isinstance(read.value, int) else "decimal"
    return _numeral(tokens, index, read.last, read.value, read.value, kind)


def _rate_end(tokens: list[Token], read: _Read) -> int | None:
    """Where ``one in three``, ``nine in ten`` ends: a share, not a count."""
    if read.value > 99 or _lowers(tokens, read.last, 1) != ("in",):
        return None
    index = read.last + 1
    if _lowers(tokens, index, 1) == ("every",):
        index += 1
    second = _cardinal(tokens, index) if index < len(tokens) else None
    after = _lowers(tokens, second.last, 1) if second else ()
    share = (
        second is not None
        and read.value < second.value < 1900
        and (read.value == 1 or second.value in (10, 100, 1000))
        and not (after and after[0] in _RATE_BREAKERS)
    )
    return second.last if share and second else None


_RATE_BREAKERS = read_set("rate breakers")


def numerals_of(tokens: list[Token]) -> list[Numeral]:
    """All numerals of a sentence's tokens, in order, none inside another.

    A word that is no number but may write one in company (``a``, ``half``) begins one only there.
    """
    starts = _number_starts()
    found: list[Numeral] = []
    index = 0
    while index < len(tokens):
        lower = tokens[index].lower
        character = lower[0]
        if not (character.isdigit() or lower in starts or ("-" in lower and _starts(lower))):
            index += 1
            continue
        numeral = _numeral_at(tokens, index)
        if numeral and lower in _ORDINAL_WORDS and numeral.kind != "ordinal":
            numeral = None
        if numeral:
            found.append(numeral)
            index = numeral.last
        else:
            index += 1
    return found


def counts(lower: str) -> bool:
    """Whether a word alone is a number: *12*, *twelve*, *dozens*."""
    words = _words()
    return lower[0].isdigit() or lower in words.kind or (lower,) in words.vague


def _starts(lower: str) -> bool:
    part = _HYPHENS.split(lower, maxsplit=1)[0]
    return part in _words().kind or part in _fused() or part in _ORDINAL_WORDS or part == "mid"


_NEVER_FIRST = read_set("never first in number")


@cache
def _number_starts() -> frozenset[str]:
    words = _words()
    alone = {word for word in words.kind if word not in _NEVER_FIRST}
    return frozenset(
        alone | _fused().keys() | words.vague_first | _ORDINAL_WORDS | {"a", "an", "half"}
    )


def _rank(word: str, words: _Words) -> int:
    """Which word of a vague run tells most: one that counts alone, any other, an article."""
    if word in words.kind or (word,) in words.vague:
        return 0
    return 2 if word in ("a", "an") else 1


def find_numerals(articles: pd.DataFrame) -> pd.DataFrame:
    """Numerals of each article, in figures and in words, with what their hedge says.

    Parameters
    ----------
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, numeral, kind, low, high, bound, qualifier``. ``kind`` is
        ``count`` or why the form itself counts nothing (``ordinal``, ``clock time``, ``date``,
        ``age``, ``fraction``, ``rate``, ``compound``, ``label``, ``decimal``). ``low`` is missing
        for a ceiling, ``high`` for a floor, both for a vague word.
    """
    rows = []
    for article_id, text in article_texts(articles).items():
        rows += [
            (
                article_id, numeral.start, numeral.end, text[numeral.start : numeral.end],
                numeral.kind, numeral.low, numeral.high, numeral.bound, numeral.qualifier,
            )
            for start, end in readable_spans(text)
            for numeral in numerals_of(tokens_of(text, start, end))
        ]  # fmt: skip
    return make_table(rows, NUMERAL_COLUMNS)
