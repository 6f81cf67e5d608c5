"""Casualty claims: every figure for people killed, wounded or missing, and who says so.

A claim is a number that a named rule ties to a casualty word. It comes with its bound, its source
(from the same statements that serve stance) and its dates as far as the text states them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from helpers.casualty_items import Item, lexicon
from helpers.casualty_rules import Mention, Reading, read_sentence
from helpers.numerals import (
    Token,
    coded_value,
    may_hold_numeral,
    numerals_of,
    readable_spans,
    tokens_of,
)
from helpers.statements import find_statements
from helpers.tables import article_texts, make_table, require_columns, value_by_article
from helpers.text import Span
from helpers.wordlists import read_list, read_rows, read_set

CLAIM_COLUMNS = {
    "claim_id": "str",
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "number": "str",
    "low": "Int64",
    "high": "Int64",
    "bound": "str",
    "qualifier": "str",
    "effect": "str",
    "population": "str",
    "place": "str",
    "scope": "str",
    "part_of": "str",
    "corrects": "str",
    "negated": "bool",
    "implicit": "bool",
    "source": "str",
    "source_start": "Int64",
    "source_end": "Int64",
    "source_name": "str",
    "source_type": "str",
    "reported_on": "str",
    "as_of": "str",
    "as_of_precision": "str",
    "since": "str",
    "since_precision": "str",
    "statement_id": "str",
    "sentence_start": "int64",
    "sentence_end": "int64",
    "rule": "str",
}

CONTEXT_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "left": "str",
    "node": "str",
    "right": "str",
}

REJECTED_COLUMNS = {
    "article_id": "str",
    "start": "int64",
    "end": "int64",
    "numeral": "str",
    "reason": "str",
}

NOT_HARMED = "counts people, none said to be harmed"
NO_CASUALTY_WORD = "no casualty word in the sentence"
NOT_TIED = "not tied to a casualty word"
STAMP = "date stamp"

_T = TypeVar("_T")
_MOST_PHRASES = 20  # of one kind in a sentence
_LOOK_BACK = 40  # claims before a sentence that its figure may replace

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Source(NamedTuple):
    """Who a statement's words are attributed to, and the pieces they stand in."""

    statement_id: str
    fragments: tuple[Span, ...]
    size: int
    speaker: str
    speaker_span: Span | None
    speaker_name: str | None
    cue_start: int
    cue_end: int
    leads: bool


def find_casualty_claims(
    articles: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    *,
    code_vague: bool = False,
) -> pd.DataFrame:
    """Every figure that counts people killed, wounded, missing or *casualties*.

    Parameters
    ----------
    articles
        Has ``article_id, text``; ``published`` (a moment) and ``parts`` are used if there.
    statements
        As `helpers.statements.find_statements` gives them; ``None`` finds them.
    code_vague
        Whether vague words get the floor that conflict data sets code them with (*dozens* 12,
        *hundreds* 100; see `helpers.numerals.coded_value`). The bound stays ``vague``.

    Returns
    -------
    pandas.DataFrame
        One row a figure, in the order of the text:

        - ``article_id, start, end``: the numeric expression, ``number``, in code points
        - ``low, high``: the figure as an interval; ``high`` is missing for a floor, ``low`` for a
          ceiling, both for a vague word; ``bound`` (exact, at_least, at_most, about, range,
          vague) and ``qualifier`` as written
        - ``effect``: killed, wounded, missing or casualties; ``negated``: *no one* (0);
          ``implicit``: *a soldier* (1)
        - ``population``, ``place``: as written
        - ``scope``: incident, cumulative (runs over several days or events) or subset;
          ``part_of``: the claim it is a part of; ``corrects``: the claim whose figure it replaces
        - ``source`` as written with its span, ``source_name`` (resolved), ``source_type``
        - ``reported_on``: the article's date; ``as_of``, ``since``: as written, only where the
          text says so, with the precision they have (day, month, year, event)
        - ``statement_id``; ``sentence_start, sentence_end``; ``rule``: which rule tied the number

    Raises
    ------
    ValueError
        A column is missing, or an ``article_id`` occurs twice.
    """
    texts = article_texts(articles)
    if statements is None:
        statements = find_statements(_with_casualty_words(articles, texts))
    sources = _sources(statements)
    dates = _reported(articles)
    rows: list[dict[str, Any]] = []
    for article_id, text in texts.items():
        found = _claims_of(text, sources.get(article_id, []))
        for number, row in enumerate(found, 1):
            row["claim_id"] = f"{article_id}/c{number}"
        for row in found:
            for column in ("part_of", "corrects"):
                at = row[column]
                row[column] = found[at]["claim_id"] if at is not None else None
            row["article_id"] = article_id
            row["reported_on"] = dates.get(article_id)
            del row["harm"]
            if code_vague and row["bound"] == "vague":
                row["low"] = coded_value(row["number"])
        rows += found
    return make_table(rows, CLAIM_COLUMNS)


def _with_casualty_words(articles: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """The articles whose statements can matter: those with a casualty word."""
    keep = [has_casualty_word(text) for text in texts.values()]
    return articles.loc[keep, ["article_id", "text"]]


def has_casualty_word(text: str) -> bool:
    """Whether any word of `text` can take part in a casualty claim."""
    return not lexicon().triggers.isdisjoint(_WORD.findall(text.lower()))


def _reported(articles: pd.DataFrame) -> dict[str, str]:
    """Date of each article as an ISO string, for those that have one."""
    return {
        article_id: pd.Timestamp(moment).date().isoformat()
        for article_id, moment in value_by_article(articles, "published").items()
    }


# One article


def _claims_of(text: str, sources: list[_Source]) -> list[dict[str, Any]]:
    if not has_casualty_word(text):
        return []
    found: list[dict[str, Any]] = []
    for start, end in readable_spans(text):
        if not has_casualty_word(text[start:end]):
            continue
        reading = read_sentence(tokens_of(text, start, end))
        base = len(found)
        setting = _setting(text, (start, end), reading) if reading.mentions else None
        order = {index: base + rank for rank, index in enumerate(sorted(reading.mentions))}
        found += [
            _row(text, setting, reading, mention, order)
            for _, mention in sorted(reading.mentions.items())
        ]
        _correct(found, base, reading)
    starts = [source.fragments[0][0] for source in sources]
    reach = list(accumulate((source.fragments[-1][1] for source in sources), max))
    for row in found:
        _attribute(row, sources, starts, reach, text)
    return found


class _Setting(NamedTuple):
    """What a sentence gives all its claims; places and times by the token they begin at."""

    sentence: Span
    scope: str
    as_of: str | None
    as_of_precision: str | None
    sinces: list[tuple[int, tuple[str, str]]]
    places: list[tuple[int, str]]
    breaks: list[int]
    harm: list[Span]


def _setting(text: str, sentence: Span, reading: Reading) -> _Setting:
    tokens = reading.tokens
    as_of, precision = _as_of(text, reading)
    return _Setting(
        sentence,
        _scope(reading),
        as_of,
        precision,
        [
            (index, _time_phrase(text, tokens, index))
            for index, token in enumerate(tokens[:-1])
            if token.lower == "since"
        ][:_MOST_PHRASES],
        _places(text, tokens),
        [index for index, token in enumerate(tokens) if token.lower == ";"],
        _harm_spans(reading),
    )


def _row(
    text: str,
    setting: _Setting,
    reading: Reading,
    mention: Mention,
    order: dict[int, int],
) -> dict[str, Any]:
    item, tokens = mention.item, reading.tokens
    numeral = item.numeral
    start, end = (
        (numeral.start, numeral.end)
        if numeral
        else (tokens[item.first].start, tokens[item.last - 1].end)
    )
    zero = mention.negated
    since, since_precision = _nearest(setting.sinces, item, setting.breaks) or (None, None)
    scope = "cumulative" if since else setting.scope
    return {
        "start": start,
        "end": end,
        "number": text[start:end],
        "low": numeral.low if numeral else int(not zero),
        "high": numeral.high if numeral else int(not zero),
        "bound": numeral.bound if numeral else "exact",
        "qualifier": numeral.qualifier if numeral else None,
        "effect": mention.effect,
        "population": _population(text, reading, mention),
        "place": _nearest(setting.places, item, setting.breaks),
        "scope": "subset" if mention.subset else scope,
        "part_of": order.get(mention.host) if mention.host is not None else None,
        "corrects": None,
        "negated": zero,
        "implicit": numeral is None and not zero,
        "source": None,
        "since": since,
        "since_precision": since_precision,
        "as_of": setting.as_of,
        "as_of_precision": setting.as_of_precision,
        "sentence_start": setting.sentence[0],
        "sentence_end": setting.sentence[1],
        "rule": mention.rule,
        "harm": setting.harm,
    }


def _harm_spans(reading: Reading) -> list[Span]:
    """Characters of the casualty verbs of a sentence, *claimed 18 lives* included."""
    verbs = [
        item
        for index, item in enumerate(reading.items)
        if item.letter in "YVKGD" or (item.letter in "CL" and _takes_lives(reading, index))
    ]
    return [(reading.tokens[item.first].start, reading.tokens[item.last - 1].end) for item in verbs]


def _takes_lives(reading: Reading, index: int) -> bool:
    return "l" in reading.letters[index + 2 : index + 4]


def _nearest(found: list[tuple[int, _T]], item: Item, breaks: list[int]) -> _T | None:
    """What is named first after a figure, no semicolon between, else what is named before it."""
    after = bisect_left(found, item.last, key=itemgetter(0))
    if after < len(found):
        parted = bisect_left(breaks, item.last)
        if parted == len(breaks) or breaks[parted] > found[after][0]:
            return found[after][1]
    return found[0][1] if found and found[0][0] < item.first else None


def _population(text: str, reading: Reading, mention: Mention) -> str | None:
    """Words for the people counted: *civilians*, *Iraqi soldiers*; ``None`` for a bare number."""
    item = mention.item
    if item.head is None:
        return None
    if item.of_whole and mention.host is not None:
        return _population(text, reading, reading.mentions[mention.host])
    first = item.numeral.last if item.numeral else item.first
    while first < item.head and reading.tokens[first].lower in ("of", "the", "a", "an", "more"):
        first += 1
    if first > item.head:
        return None
    return text[reading.tokens[first].start : reading.tokens[item.head].end]


_PLACE_PREPOSITIONS = read_set("place prepositions")
_NO_PLACE = read_set("no place")


def _places(text: str, tokens: list[Token]) -> list[tuple[int, str]]:
    """Places named in a sentence (*in Norham*, *near Dellby*), by the token of the preposition."""
    upper = sum(token.text.isupper() for token in tokens if token.text[0].isalpha())
    if 2 * upper > len(tokens):
        return []
    found = []
    for index in range(len(tokens) - 1):
        if tokens[index].lower not in _PLACE_PREPOSITIONS:
            continue
        start = index + 2 if tokens[index + 1].lower == "the" else index + 1
        end = start
        while end < len(tokens) and tokens[end].text[0].isupper():
            end += 1
        if end > start and tokens[start].lower not in _NO_PLACE:
            found.append((index, text[tokens[start].start : tokens[end - 1].end]))
    return found


@cache
def _cumulative_words() -> frozenset[str]:
    return frozenset(read_list("scope_cues.txt"))


_SPAN_UNITS = read_set("span units")
_INCIDENTS = read_set("incidents")


def _scope(reading: Reading) -> str:
    """Incident, or cumulative where the sentence says that its figures run over time."""
    lowers = [token.lower for token in reading.tokens]
    if not _cumulative_words().isdisjoint(lowers):
        return "cumulative"
    for index, lower in enumerate(lowers[:-1]):
        if lower in ("past", "last", "this", "over", "during") and any(
            word in _SPAN_UNITS for word in lowers[index + 1 : index + 4]
        ):
            if lower == "last" and lowers[index + 1] in ("week", "month", "year"):
                continue
            return "cumulative"
    perfect = any(
        item.letter in "YVD"
        and reading.tokens[item.first].lower in ("has", "have", "had")
        and reading.tokens[item.first + 1].lower != "to"
        for item in reading.items
    )
    return "cumulative" if perfect and _INCIDENTS.isdisjoint(lowers) else "incident"


_MONTH_NAMES = read_set("month names")
_DAY_NAMES = read_set("day names")


def _precision(words: list[str]) -> str:
    """How finely a time is given: day, month, year, or only by an event."""
    names = set(words)
    digits = [word for word in words if word.isdigit()]
    if names & _DAY_NAMES:
        return "day"
    if names & _MONTH_NAMES:
        return "day" if any(int(word) <= 31 for word in digits if len(word) <= 2) else "month"
    return "year" if any(len(word) == 4 for word in digits) else "event"


def _as_of(text: str, reading: Reading) -> tuple[str | None, str | None]:
    """The moment a figure stands for, as written: *by Tuesday*, *as of 12 June*."""
    tokens = reading.tokens
    for index, token in enumerate(tokens[:-1]):
        following = tokens[index + 1].lower
        if token.lower == "as" and following == "of" and index + 2 < len(tokens):
            return _time_phrase(text, tokens, index)
        timed = following in _DAY_NAMES | _MONTH_NAMES or following in ("late", "early", "then")
        if token.lower in ("by", "until", "till") and timed:
            return _time_phrase(text, tokens, index)
    return None, None


def _time_phrase(text: str, tokens: list[Token], first: int) -> tuple[str, str]:
    """The phrase that begins at a token: a date as long as it is one, else to the clause's end."""
    last = first + 1
    while last < len(tokens) and tokens[last].lower not in _PHRASE_END:
        last += 1
    dated = [index for index in range(first + 1, last) if _is_date_word(tokens[index].lower)]
    starts_dated = dated and dated[0] <= first + 2
    if starts_dated:
        last = dated[0] + 1
        dated_by_month = not _MONTH_NAMES.isdisjoint(token.lower for token in tokens[first:last])
        while last < len(tokens) and _is_date_word(tokens[last].lower):
            if tokens[last].lower.isdigit() and not dated_by_month:
                break
            last += 1
    words = [token.lower for token in tokens[first:last]]
    return text[tokens[first].start : tokens[last - 1].end], _precision(words)


_PHRASE_END = frozenset((",", ".", ";", ":", ")", "(", "according", "and", "but", "”", '"', "said"))


def _is_date_word(lower: str) -> bool:
    if lower in _DAY_NAMES or lower in _MONTH_NAMES or lower in ("evening", "morning", "night"):
        return True
    return lower.isdigit() and (len(lower) <= 2 or (len(lower) == 4 and 1900 <= int(lower) <= 2100))


_EARLIER = read_set("earlier")


def _correct(found: list[dict[str, Any]], base: int, reading: Reading) -> None:
    """Mark which figure replaces which: *rose from 15 to 20*, *an earlier toll of 15*."""
    lowers = [token.lower for token in reading.tokens]
    new = range(base, len(found))
    tolls = [at for at in new if found[at]["rule"] in ("toll", "list after")]
    if len(tolls) == 2 and "from" in lowers and found[tolls[0]]["rule"] == "toll":
        first, second = tolls
        risen_to = lowers.index("from") < lowers.index("to") if "to" in lowers else False
        older, newer = (first, second) if risen_to else (second, first)
        found[newer]["corrects"] = older
        return
    if _EARLIER.isdisjoint(lowers) or _TOLL_WORDS.isdisjoint(lowers):
        return
    for at in new:
        whole = [
            later
            for later in range(max(0, base - _LOOK_BACK), base)
            if _replaces(found[later], found[at])
        ]
        if whole:
            found[whole[-1]]["corrects"] = at
            return


_TOLL_WORDS = frozenset(("toll", "count", "tally", "figure", "reported", "said"))


def _replaces(row: dict[str, Any], older: dict[str, Any]) -> bool:
    """Whether a figure can be the newer one of two for the same people."""
    return (
        row["effect"] == older["effect"]
        and row["scope"] == older["scope"] != "subset"
        and row["corrects"] is None
        and (row["low"], row["high"]) != (older["low"], older["high"])
    )


# Sources


def _sources(statements: pd.DataFrame) -> dict[str, list[_Source]]:
    """Attributed statements of each article, by their first piece."""
    needed = ("statement_id", "article_id", "fragments", "speaker", "cue_start", "cue_end")
    require_columns(statements, needed, "A statements table")
    found: dict[str, list[_Source]] = {}
    for row in statements.to_dict("records"):
        if pd.isna(row["speaker"]) or not row["speaker"] or not _asserts(row):
            continue
        first = row.get("speaker_start")
        span = None if first is None or pd.isna(first) else (int(first), int(row["speaker_end"]))
        name = row.get("speaker_name")
        fragments = tuple((int(start), int(end)) for start, end in row["fragments"])
        found.setdefault(row["article_id"], []).append(
            _Source(
                row["statement_id"],
                fragments,
                sum(end - start for start, end in fragments),
                row["speaker"],
                span,
                None if name is None or pd.isna(name) else name,
                int(row["cue_start"]),
                int(row["cue_end"]),
                row.get("rule") in _LEADING and int(row["cue_end"]) <= fragments[0][0],
            )
        )
    for rows in found.values():
        rows.sort(key=lambda source: (source.fragments[0][0], -source.size, source.cue_start))
    return found


@cache
def _assertive() -> frozenset[str]:
    return frozenset(read_list("assertive_cues.txt"))


_LEADING = frozenset(("that-clause", "clause"))


def _asserts(statement: dict[str, Any]) -> bool:
    """Whether a statement asserts its content: *reported 9 deaths*, not *mourned 9 deaths*.

    A clause after a verb of saying is asserted; a noun phrase or infinitive only after some verbs.
    """
    speaker = statement["speaker"].lower()
    if speaker in _NO_SPEAKER:
        return False
    rule = statement.get("rule")
    if rule != "according to" and not _NO_SOURCE.isdisjoint(speaker.split()):
        return False
    if rule == "clause" and _precedes(statement):
        return False  # *responding officers found …*
    if rule not in ("noun phrase", "preposition", "infinitive", "named"):
        return True
    words = str(statement.get("cue", "")).lower().split()
    return any(word in _assertive() for word in words)


_NO_SPEAKER = read_set("no speaker")
_NO_SOURCE = frozenset(("toll", "number", "cases"))


def _precedes(statement: dict[str, Any]) -> bool:
    """Whether the cue stands before its speaker."""
    first = statement.get("speaker_start")
    return first is not None and not pd.isna(first) and statement["cue_start"] < first


_GOES_ON = re.compile(r",? (?:while|with|after|including|among)\b[^.;:\"“”]*+", re.IGNORECASE)


def _run_on(
    row: dict[str, Any], sources: list[_Source], starts: list[int], text: str
) -> _Source | None:
    """Who says what a subordinate clause adds: *said that nine died, while two were wounded*."""
    place = row["start"]
    near = sources[bisect_left(starts, row["sentence_start"]) : bisect_right(starts, place)]
    if not near or any(source.cue_end > near[-1].fragments[-1][1] for source in near):
        return None
    last = near[-1]
    if not last.leads or last.cue_start < row["sentence_start"]:
        return None
    end = last.fragments[-1][1]
    return last if _GOES_ON.fullmatch(text, end, place) else None


def _attribute(
    row: dict[str, Any],
    sources: list[_Source],
    starts: list[int],
    reach: list[int],
    text: str,
) -> None:
    """Give a claim the speaker of the smallest statement that holds it.

    ``starts`` are where the statements begin, ``reach`` how far any up to each one goes.
    """
    best = None
    place = row["start"]
    for index in range(bisect_right(starts, place) - 1, -1, -1):
        if reach[index] <= place:
            break
        source = sources[index]
        # *claimed the lives of nine*: what looks like a verb of saying is the casualty word.
        if any(first < source.cue_end and source.cue_start < last for first, last in row["harm"]):
            continue
        holds = any(start <= place < end for start, end in source.fragments)
        if holds and (best is None or source.size < best.size):
            best = source
    if best is None:
        best = _run_on(row, sources, starts, text)
    row["statement_id"] = best.statement_id if best else None
    row["source"] = best.speaker if best else None
    row["source_start"] = best.speaker_span[0] if best and best.speaker_span else pd.NA
    row["source_end"] = best.speaker_span[1] if best and best.speaker_span else pd.NA
    row["source_name"] = best.speaker_name if best else None
    row["source_type"] = source_type(best.speaker, best.speaker_name) if best else None


@cache
def _source_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w.]){re.escape(row['word'])}(?![\w-])"), row["source_type"])
        for row in read_rows("source_types.csv")
    )


def source_type(source: str, name: str | None = None) -> str:
    """Kind of a source by its words (``data/source_types.csv``); ``unnamed`` if none tells.

    >>> source_type("activists")
    'activist'
    """
    for words in (source, name):
        if not words:
            continue
        small = words.lower()
        for pattern, kind in _source_words():
            if pattern.search(small):
                return kind
    return "unnamed"


def claims_in_context(articles: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each claim within its sentence, as a concordance line.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    claims
        As `find_casualty_claims` gives them.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, left, node, right``: ``node`` is the figure, ``left`` and
        ``right`` the rest of its sentence, white space evened out.
    """
    texts = article_texts(articles)
    rows = []
    for claim in claims.to_dict("records"):
        text = texts[claim["article_id"]]
        start, end = claim["start"], claim["end"]
        left = " ".join(text[claim["sentence_start"] : start].split())
        right = " ".join(text[end : claim["sentence_end"]].split())
        rows.append((claim["article_id"], start, end, left, text[start:end], right))
    return make_table(rows, CONTEXT_COLUMNS)


# What was set aside


def find_rejected_numerals(articles: pd.DataFrame) -> pd.DataFrame:
    """Every numeral that is no casualty claim, with the reason.

    Parameters
    ----------
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, numeral, reason``, in the order of the text. Together with the
        claims (those neither implicit nor negated) these are all numerals.
    """
    rows: list[tuple[str, int, int, str, str]] = []
    for article_id, text in article_texts(articles).items():
        for start, end in readable_spans(text):
            for first, last, reason in _rejected(text, start, end):
                rows.append((article_id, first, last, text[first:last], reason))
    return make_table(rows, REJECTED_COLUMNS)


def _rejected(text: str, start: int, end: int) -> Iterable[tuple[int, int, str]]:
    if not may_hold_numeral(text[start:end]):
        return
    tokens = tokens_of(text, start, end)
    if not numerals_of(tokens):
        return
    harm = has_casualty_word(text[start:end])
    reading = read_sentence(tokens)
    reasons = {}
    for index, item in enumerate(reading.items):
        if item.numeral is None:
            continue
        if index in reading.mentions and harm:
            reasons[item.numeral.first] = ""
        else:
            reasons[item.numeral.first] = reading.aside.get(index) or _reason(reading, index, harm)
    for numeral in reading.numerals:
        reason = reasons.get(numeral.first, numeral.kind if numeral.kind != "count" else NOT_TIED)
        if reason:
            yield numeral.start, numeral.end, reason


def _reason(reading: Reading, index: int, harm: bool) -> str:
    item = reading.items[index]
    if item.letter == "N":
        return NOT_HARMED
    return NOT_TIED if harm else NO_CASUALTY_WORD
