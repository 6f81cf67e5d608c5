"""Spans of a text: paragraphs, sentences, tokens.

The one tokenizer that everything uses. Offsets count code points and are half-open, so
``text[start:end]`` is always the paragraph, sentence or token itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Literal, NamedTuple

import pandas as pd
from sentencex import get_sentence_boundaries

from helpers.economy import Memory
from helpers.tables import article_texts, make_table
from helpers.wordlists import listed, read_rows

Span = tuple[int, int]
Numbers = Literal["keep", "mask", "drop"]

NUMBER_MASK = "#"
"""The feature that stands for any number when numbers are masked."""

TOKEN_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "token": "str",
    "feature": "str",
}

# Possessive quantifiers (`\w++`) and atomic groups (`(?>...)`) never give back what they took, so
# no text can make the pattern try again: its cost is linear in the text. A possessive quantifier
# stands after single characters only: after groups, Python before 3.11.5 matches wrongly.
_UNIT = r"[^\W_][\w\u0300-\u036f]*+"
_HYPHEN = "[-\u2010\u2011]"
_TOKEN = re.compile(
    rf"""
    (?>(?:[^\W\d_]\.){{2,}}) (?>(?:{_HYPHEN}{_UNIT})*) (?>(?:['’]s\b)?)  # U.S.  U.S.-led
  | [^\W\d_]\w*+ (?>(?:\.-[^\W\d_]\w*+)+) \.?+                  # Brig.-Gen.
  | {_UNIT}
    (?>(?: {_HYPHEN} {_UNIT}                                     # cease-fire  al-Rashid  five-day
      | ['’] (?=[^\W\d_]) {_UNIT}                                # don't  Diaz's
      | & (?=[^\W_]) {_UNIT}                                     # AT&T
      | (?<=\d) [.,:/] (?=\d) {_UNIT}                            # 13,000  12:13  07/06/2012
    )*)
    """,
    re.VERBOSE,
)
_LINE_END = re.compile(r"\r\n|\r|\n")
# An atomic line end, so that the two signs of one are never taken for two ends. The set of signs
# stands first, which a search passes over the rest of a text to find.
_BLANK_LINES = re.compile(r"[\r\n](?>(?:(?<=\r)\n)?)[^\S\r\n]*+[\r\n]\s*+")
_WINDOW = 4_000
"""Characters whose sentences are looked for at once; few paragraphs are as long."""
_SENTENCE_END = re.compile(r"[.!?…:][\"'’”)\]]*+$")
_CLOCK_END = re.compile(r"\d ?[ap]\.m\.$")
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|May \d|EST|EDT|GMT)\b"
)
_TITLES_CUT = "Ald|Amb|Assoc|Atty|Bp|Cdr|Cllr|Cols|Dels|Ft|Gens|Govs|Ms|Profs|Pte|Shri|Smt|Supts"
_COMPOUND_TITLE_END = re.compile(rf"(?:\w\.-\w++|\b(?:{_TITLES_CUT}))\.$")  # Brig.-Gen.  Ms.


def token_spans(text: str) -> list[Span]:
    """Spans of the words and numbers of `text`; punctuation belongs to none.

    ``U.S.``, ``Brig.-Gen.``, ``cease-fire``, ``13,000``, ``12:13``, ``don't``, ``Diaz's`` and
    ``U.S.-led`` are one token each. A final apostrophe (``Voss'``) may as well close a quotation,
    so it stays outside the token.
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def paragraph_spans(text: str) -> list[Span]:
    """Spans of the paragraphs of `text`, without the white space around them.

    Blank lines part paragraphs. A text without any blank line has one paragraph a line, unless
    most of its lines break off in mid-sentence, as hard-wrapped text does: then it is one.
    """
    spans = _split(text, _BLANK_LINES.finditer(text))
    if len(spans) == 1 and _LINE_END.search(text.strip()):
        lines = _split(text, _LINE_END.finditer(text))
        ended = sum(bool(_SENTENCE_END.search(text[start:end])) for start, end in lines[:-1])
        if 2 * ended >= len(lines) - 1:
            return lines
    return spans


def _split(text: str, separators: Iterable[re.Match[str]]) -> list[Span]:
    spans = []
    start = 0
    for separator in separators:
        spans.append((start, separator.start()))
        start = separator.end()
    spans.append((start, len(text)))
    stripped = [_strip(text, first, last) for first, last in spans]
    return [span for span in stripped if span[0] < span[1]]


def _strip(text: str, start: int, end: int) -> Span:
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return start, end
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + max(left, len(piece.rstrip()))


def _mended(text: str, before: Span, start: int) -> bool:
    """Whether a break is none: after a compound title, or between a clock time and its day."""
    end = text[max(before[0], before[1] - 40) : before[1]]
    if _CLOCK_END.search(end):
        return _DAY.match(text, start) is not None
    return _COMPOUND_TITLE_END.search(end) is not None


def sentence_spans(text: str) -> list[Span]:
    """Spans of the sentences of `text`, in order; none crosses a paragraph.

    The boundaries are those of `sentencex`, which keeps a quotation in the sentence that holds
    it; a break is mended after a title it takes for a sentence's end (``Brig.-Gen.``, ``Govs.``)
    and in ``8 p.m. Monday``.
    """
    spans: list[Span] = []
    for start, end in paragraph_spans(text):
        first = len(spans)
        for begin, stop in _bounded(text[start:end]):
            span = _strip(text, start + begin, start + stop)
            if span[0] == span[1]:
                continue
            if len(spans) > first and _mended(text, spans[-1], span[0]):
                span = (spans.pop()[0], span[1])
            spans.append(span)
    return spans


def _bounded(paragraph: str) -> Iterator[Span]:
    """Spans of the sentences of a paragraph as `sentencex` has them, white space included.

    Its time grows with the square of the length where quotation marks are never closed. So a long
    paragraph is read in windows; what a window may have cut off at its end is read again with the
    next one. A sentence longer than half a window can end up in two pieces, cut at white space.
    """
    done = 0
    while len(paragraph) - done > _WINDOW:
        window = paragraph[done : done + _WINDOW]
        *whole, last = _sentencex(window)
        if 2 * last[0] < _WINDOW:
            whole.append((last[0], _last_space(window, last[0])))
        yield from ((done + start, done + end) for start, end in whole)
        done += whole[-1][1]
    yield from ((done + start, done + end) for start, end in _sentencex(paragraph[done:]))


def _sentencex(text: str) -> list[Span]:
    found = get_sentence_boundaries("en", text)
    return [(boundary["start_index"], boundary["end_index"]) for boundary in found]


def _last_space(text: str, start: int) -> int:
    """Where the last white space of `text` after `start` is; its end if there is none."""
    rest = text[start:].rstrip()
    words = rest.rsplit(maxsplit=1)
    return start + len(rest) - len(words[1]) if len(words) > 1 else len(text)


class _Variants(NamedTuple):
    """Spelling variants: by exact token, by feature, and by a run of features."""

    as_written: dict[str, str]
    single: dict[str, str]
    runs: dict[str, list[tuple[tuple[str, ...], str]]]  # by first feature, longest first


@cache
def _variants() -> _Variants:
    as_written: dict[str, str] = {}
    single: dict[str, str] = {}
    runs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_rows("variants.csv"):
        form, canonical = row["form"], row["canonical"]
        words = tuple(form.lower().split())
        if len(words) > 1:
            runs.setdefault(words[0], []).append((words, canonical))
        elif form.isalpha() and form.isupper():
            as_written[form] = canonical
        else:
            single[words[0]] = canonical
    for candidates in runs.values():
        candidates.sort(key=lambda run: (-len(run[0]), run[0]))
    return _Variants(as_written, single, runs)


def _strip_possessive(token: str) -> str:
    if token[-2:] in ("'s", "'S") and token[:-2].lower() not in listed("contractions.txt"):
        return token[:-2]
    return token


class _Normaliser(Memory):
    """Feature of each token form, worked out once a form; the empty string drops the token."""

    def __init__(self, *, lowercase: bool, numbers: Numbers, variants: bool) -> None:
        super().__init__()
        self.lowercase = lowercase
        self.numbers = numbers
        self.variants = variants

    def __missing__(self, token: str) -> str:
        return self.remember(token, self._feature(token))

    def _feature(self, token: str) -> str:
        if self.numbers != "keep" and token[0].isdigit() and not any(map(str.isalpha, token)):
            return NUMBER_MASK if self.numbers == "mask" else ""
        word = token.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
        word = _strip_possessive(word)
        if self.variants:
            table = _variants()
            canonical = table.as_written.get(word) or table.single.get(word.lower())
            if canonical:
                word = canonical
        return word.lower() if self.lowercase else word


# A bounded number of option sets exists, so the memories are few.
@lru_cache(maxsize=32)
def _normaliser(lowercase: bool, numbers: Numbers, variants: bool) -> _Normaliser:
    if numbers not in ("keep", "mask", "drop"):
        raise ValueError(f"numbers must be 'keep', 'mask' or 'drop', not {numbers!r}.")
    return _Normaliser(lowercase=lowercase, numbers=numbers, variants=variants)


def _in_capitals(text: str) -> bool:
    """Whether a text is written in capitals, where ``US`` may be the pronoun."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _runs(
    features: list[str], lowercase: bool, first_words: Iterable[str] | None = None
) -> list[tuple[int, int, str]]:
    """Runs of features that one variant stands for: first, last + 1, canonical; none overlap.

    Only those that begin with one of `first_words`, if given.
    """
    table = _variants().runs
    small = features if lowercase else [feature.lower() for feature in features]
    found = []
    for first_word in table if first_words is None else first_words:
        position = -1
        while True:
            try:
                position = small.index(first_word, position + 1)
            except ValueError:
                break
            for words, canonical in table[first_word]:
                last = position + len(words)
                if tuple(small[position:last]) == words:
                    name = canonical.lower() if lowercase else canonical
                    found.append((position, last, name))
                    break
    apart: list[tuple[int, int, str]] = []
    for run in sorted(found):
        if not apart or run[0] >= apart[-1][1]:
            apart.append(run)
    return apart


def _joined(items: list[Any], runs: list[tuple[int, int, str]], ones: list[Any]) -> list[Any]:
    """Items with one in place of each run, in one pass over them."""
    result: list[Any] = []
    done = 0
    for (first, last, _), one in zip(runs, ones, strict=True):
        result += items[done:first]
        result.append(one)
        done = last
    return result + items[done:]


class _Options(NamedTuple):
    """What counts as one feature; see `tokens`."""

    lowercase: bool
    numbers: Numbers
    variants: bool


def _spans_and_features(text: str, options: _Options) -> tuple[list[Span], list[str]]:
    """Span and feature of each token of `text`; a dropped token has the empty feature."""
    spans = token_spans(text)
    words = [text[start:end] for start, end in spans]
    single = options
    if options.variants and _hides_pronoun(text):
        single = options._replace(variants=False)
    features = list(map(_normaliser(*single).__getitem__, words))
    if options.variants:
        runs = _runs(features, options.lowercase)
        features = _joined(features, runs, [canonical for _, _, canonical in runs])
        spans = _joined(spans, runs, [(spans[i][0], spans[j - 1][1]) for i, j, _ in runs])
    return spans, features


def _hides_pronoun(text: str) -> bool:
    """Whether ``US`` in `text` may be the pronoun: the whole text is written in capitals."""
    for form in _variants().as_written:  # a loop, as this is asked of every text
        if form in text:
            return _in_capitals(text)
    return False


class _Chunks(Memory):
    """Features of each chunk between white space, worked out once a chunk.

    No token holds white space, so a text's tokens are its chunks' tokens, and splitting at white
    space with one look-up a chunk is several times faster than a regular expression.
    """

    def __init__(self, options: _Options) -> None:
        super().__init__()
        self._normaliser = _normaliser(*options)

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        features = tuple(map(self._normaliser.__getitem__, _TOKEN.findall(chunk)))
        return self.remember(chunk, features)


@lru_cache(maxsize=32)
def _chunks(options: _Options) -> _Chunks:
    return _Chunks(options)


def analyzer(
    *, lowercase: bool = True, numbers: Numbers = "keep", variants: bool = True
) -> Callable[[str], list[str]]:
    """Make the function that turns a text into its features: the fast path of `tokens`.

    Options as in `tokens`, and the same features in the same order.
    """
    options = _Options(lowercase, numbers, variants)
    chunks = _chunks(options)
    first_words = tuple(_variants().runs) if variants else ()

    def features(text: str) -> list[str]:
        # Only a text that holds the first word of a run, or US in capitals, needs a closer look.
        if variants and _hides_pronoun(text):
            return list(filter(None, _spans_and_features(text, options)[1]))
        found = list(chain.from_iterable(map(chunks.__getitem__, text.split())))
        if first_words:
            small = text.lower()
            present = [word for word in first_words if word in small]
            runs = _runs(found, lowercase, present) if present else []
            if runs:
                found = _joined(found, runs, [canonical for _, _, canonical in runs])
        return list(filter(None, found)) if numbers == "drop" else found

    return features


def word_feature(word: str) -> str:
    """Feature that a word or phrase counts as, standing by itself, with the options' defaults.

    ``"USA"`` gives ``u.s.``, ``"United Nations"`` gives ``un``; the features of a phrase that is
    no spelling variant are joined by a space; without any word it is the empty string.
    """
    normalise = _normaliser(lowercase=True, numbers="keep", variants=True)
    features = [normalise[word[start:end]] for start, end in token_spans(word)]
    runs = _runs(features, lowercase=True)
    return " ".join(_joined(features, runs, [canonical for _, _, canonical in runs]))


def spans_and_features(
    text: str, *, lowercase: bool = True, numbers: Numbers = "keep", variants: bool = True
) -> tuple[list[Span], list[str]]:
    """Span and feature of each token of one text, as in `tokens`, without a table."""
    spans, features = _spans_and_features(text, _Options(lowercase, numbers, variants))
    counted = [pair for pair in zip(spans, features, strict=True) if pair[1]]
    return [span for span, _ in counted], [feature for _, feature in counted]


def feature_runs(
    text: str, *, lowercase: bool = True, numbers: Numbers = "keep", variants: bool = True
) -> list[list[str]]:
    """Features of `text` in runs that nothing parts: no end of a sentence, no dropped number.

    Options as in `tokens`, and the same features in the same order. What n-grams are made of.
    """
    spans, features = _spans_and_features(text, _Options(lowercase, numbers, variants))
    sentence_starts = iter([start for start, _ in sentence_spans(text)])
    runs: list[list[str]] = []
    next_start = next(sentence_starts, len(text) + 1)
    for (start, _), feature in zip(spans, features, strict=True):
        parted = not runs
        while start >= next_start:
            parted = True
            next_start = next(sentence_starts, len(text) + 1)
        if parted or not feature:
            runs.append([])
        if feature:
            runs[-1].append(feature)
    return [run for run in runs if run]


def tokens(
    articles: pd.DataFrame,
    *,
    lowercase: bool = True,
    numbers: Numbers = "keep",
    variants: bool = True,
) -> pd.DataFrame:
    """Tokens of each article with their place and the feature they count as.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    lowercase
        Whether features are in small letters. Forms are counted, not lemmas: *sanction* and
        *sanctions* are two features.
    numbers
        ``"keep"`` counts ``9,000`` as itself, ``"mask"`` every number as ``#``, ``"drop"`` none.
        A number here is written in digits.
    variants
        Whether spelling variants count as one (``data/variants.csv``: *cease-fire* as
        *ceasefire*, *United States* as *u.s.*).

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, token, feature``: ``token`` is ``text[start:end]``; ``feature``
        is the token in small letters, without possessive ``'s``, with straight apostrophes.
    """
    rows = []
    for article_id, text in article_texts(articles).items():
        spans, found = spans_and_features(
            text, lowercase=lowercase, numbers=numbers, variants=variants
        )
        rows += [
            (article_id, start, end, text[start:end], feature)
            for (start, end), feature in zip(spans, found, strict=True)
        ]
    return make_table(rows, TOKEN_COLUMNS)


def spellings(articles: pd.DataFrame, *, lowercase: bool = True) -> pd.DataFrame:
    """Which spellings of `articles` count as one because ``data/variants.csv`` says so.

    Returns
    -------
    pandas.DataFrame
        ``feature, spelling, frequency, docfreq``: a row a spelling of each feature that is
        written in more than one way; possessives and capitals aside. Ordered by feature, then
        by frequency.
    """
    joined = tokens(articles, lowercase=lowercase)
    # Without variants a run such as *United Nations* is two tokens: its spelling is their text.
    words = analyzer(lowercase=lowercase, variants=False)
    joined["spelling"] = [" ".join(words(token)) for token in joined["token"]]
    table = joined.groupby(["feature", "spelling"], as_index=False).agg(
        frequency=("token", "size"), docfreq=("article_id", "nunique")
    )
    several = table[table["feature"].duplicated(keep=False)]
    return several.sort_values(
        ["feature", "frequency", "spelling"], ascending=[True, False, True], ignore_index=True
    )
