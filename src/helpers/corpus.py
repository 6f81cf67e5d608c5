"""A folder of ``.txt`` files becomes the articles table.

What an article states about itself (date stamp, headline, dateline) is read from it; what it does
not state may be supplied in an ``articles.csv`` beside it, and is marked as supplied.
"""

import datetime as dt
import re
import warnings
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd

from helpers.tables import article_texts, make_table
from helpers.text import Span, analyzer, paragraph_spans
from helpers.userfiles import FileError, csv_rows, decode
from helpers.wordlists import WORD_LISTS

SIDECAR = "articles.csv"
TIMEZONE = "America/Toronto"

SIDECAR_COLUMNS = ("article_id", "field", "value", "known_from")
SUPPLIED_FIELDS = ("label", "title", "place", "publisher", "published")
"""What a sidecar may supply."""

PART_COLUMNS = {"article_id": "str", "start": "int64", "end": "int64", "part": "str"}
SET_ASIDE_COLUMNS = {"path": "str", "reason": "str"}

RUNNING_TEXT = ("headline", "subheading", "paragraph")
"""Parts that an article says something in; stamps and datelines only say when and where."""

# Offsets from UTC, in hours, of the zone names that North American and British stamps use.
_ZONE_HOURS = {
    "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
    "ADT": -3, "AST": -4, "UTC": 0, "GMT": 0, "BST": 1,
}  # fmt: skip

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
_WRITTEN_DATE = re.compile(rf"(?:[A-Z][a-z]{{2,5}}day,? )?(?P<day>{_DAY}),? (?P<year>\d{{4}})")
_ISO_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_MOMENT = r"(\d{1,2})/(\d{1,2})/(\d{4})\s+(\d{1,2}):(\d{2})\s+([A-Z]{2,4})"
_STAMP = re.compile(rf"{_MOMENT}(?:\s*\|\s*Updated:?\s+{_MOMENT})?")
_DATE_LINES = (_STAMP, _ISO_DATE, _WRITTEN_DATE)
"""What a first line that says when the article was published looks like."""
_DATELINE = re.compile(
    # OTTAWA, NEW YORK; two letters (US -) are no place unless more follow (EL PASO)
    r"(?P<place>(?:[^\W\d_a-z]{3,}+|[^\W\d_a-z]{2}(?=(?:\.? |[.'’/-])[^\W\d_a-z]))"
    r"(?>(?:(?:\.? |[.'’/-])[^\W\d_a-z]++)*)"
    rf"(?:, (?!{_DAY}\b)[\w.'’ ]{{1,28}})?)"  # ..., Country
    rf"(?:, (?P<day>{_DAY})(?:, (?P<year>\d{{4}}))?)?"  # ..., March 20
    r"(?: \([\w .'’/-]{2,40}\))?"  # (Agency)
    r"\s*(?:--|[-–—])\s+"
)
_ENDS_A_SENTENCE = re.compile(r"[.!?…:;,][\"'’”)\]]*$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FIRST_LINE = re.compile(r"\s*+(?P<line>\S[^\r\n]*+)")
_FORMATS = {
    ".doc": "a Word file",
    ".docx": "a Word file",
    ".html": "a web page",
    ".htm": "a web page",
    ".odt": "an OpenDocument file",
    ".pages": "a Pages file",
    ".pdf": "a PDF",
    ".rtf": "an RTF file",
}
"""What people keep articles in, besides plain text, by the ending of the file's name."""

_SIGNATURES = {
    b"PK\x03\x04": "a Word or zip file",
    b"\xd0\xcf\x11\xe0": "a Word file",
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF file",
}
"""How such files begin, whatever they are called."""

_SAVE_AS_TEXT = "save it as plain text"
_MAX_LABEL = 24
_MAX_HEADLINE = 200
_MAX_SUBHEADING = 60

Supplied = dict[str, dict[str, Any]]
"""What is supplied of one article: by field, the value and where it is known from."""


class CorpusError(FileError):
    """A folder of articles, or its sidecar, cannot be used as it is."""


class Corpus(NamedTuple):
    """What reading a folder gives: its articles, and the files that are none.

    ``articles`` is as `read_articles` describes it. ``set_aside`` has ``path`` (below the folder)
    and ``reason``, one row a file. ``folder`` is where they are.
    """

    articles: pd.DataFrame
    set_aside: pd.DataFrame
    folder: Path


def read_articles(folder: str | Path, *, timezone: str = TIMEZONE) -> pd.DataFrame:
    """Read every ``.txt`` file below `folder` into the articles table.

    Parameters
    ----------
    folder
        May hold folders of its own. Files may be UTF-8 (with or without byte order mark), UTF-16
        with byte order mark, or Windows-1252. Another encoding of one byte a letter, such as
        KOI8-R, can't be told from Windows-1252 and comes out garbled: convert such files. An
        ``articles.csv`` in it may supply what the texts don't state: one value a row,
        ``article_id, field, value, known_from``, where ``field`` is label, title, place,
        publisher or published (an ISO date or date and time). A supplied value goes before one
        read from the text.
    timezone
        Zone in which dates are given, and which a supplied time without an offset is in.

    Returns
    -------
    pandas.DataFrame
        One row per article, ordered by ``article_id`` (the path below the folder, with ``/``,
        without ``.txt``):

        - ``label``: a short name for figures, no two alike; ``title``; ``place`` (dateline);
          ``publisher``
        - ``published``, ``updated``: moments in `timezone`; missing where unknown. A first line
          such as ``07/06/2012 12:13 EDT`` (month first), ``2012-07-06``, ``July 6, 2012`` or
          ``6 July 2012`` says the first, and so does a dateline with a year
        - ``published_precision``: ``minute`` or ``day``
        - ``text``: the file's text, whole and unchanged, so that offsets point into it
        - ``n_words``: words of headline, sub-headings and paragraphs, counted as
          `helpers.text.tokens` counts them (*United Nations* is one)
        - ``label_known``, ``title_known``, ``place_known``, ``publisher_known``,
          ``published_known``: ``stated`` in the text, ``supplied`` by the sidecar (a label made
          from the file's name: ``default``), or ``missing``
        - ``known_from``: where the supplied values are known from

    Warns
    -----
    UserWarning
        One warning that counts the files that were set aside; `read_corpus` lists them.

    Raises
    ------
    CorpusError
        The folder is missing, is a file or holds no usable ``.txt``; or the sidecar is malformed,
        speaks of an article that isn't there, or gives two articles one label.
    ValueError
        There is no such time zone.
    """
    corpus = read_corpus(folder, timezone=timezone)
    if len(corpus.set_aside):
        warnings.warn(
            f"{len(corpus.set_aside)} file(s) in {Path(folder).name or folder} were set aside; "
            "read_corpus(folder).set_aside lists them with the reason.",
            stacklevel=2,
        )
    return corpus.articles


def read_corpus(folder: str | Path, *, timezone: str = TIMEZONE) -> Corpus:
    """Read a folder as `read_articles` does, and list the files that were set aside.

    Set aside are empty or blank files, binary files, files that can't be opened, files without a
    word beside stamp and dateline, files whose text another file has already given (line ends
    aside), and files named like another one but for the capitals of ``.txt``; also Word files,
    PDFs and the like, unless a ``.txt`` of the same name stands beside them.
    """
    check_timezone(timezone)
    folder = Path(folder)
    if not folder.exists():
        raise CorpusError(
            f"There is no folder {folder}. Give the folder that holds the .txt files."
        )
    if not folder.is_dir():
        raise CorpusError(f"{folder} is a file. Give the folder that holds it.")
    names = article_files(folder)
    set_aside = _other_formats(folder, names)
    if not names:
        others = "".join(f" {name} is {reason}." for name, reason in set_aside[:1])
        raise CorpusError(f"The folder {folder} holds no .txt file.{others}")
    texts: dict[str, str] = {}
    first_with: dict[str, str] = {}
    for name in names:
        text, reason = _read_text(folder / name)
        if text is not None:
            words = with_plain_line_ends(text)
            if words in first_with:
                reason = f"same text as {first_with[words]}"
            elif id_of_file(name) in texts:
                reason = "named like another file but for the capitals of .txt"
            else:
                first_with[words] = name
        if reason:
            set_aside.append((name, reason))
        else:
            texts[id_of_file(name)] = text
    if not texts:
        reasons = "; ".join(f"{name}: {reason}" for name, reason in set_aside[:5])
        raise CorpusError(f"No .txt file in {folder} could be used ({reasons}).")
    supplied = _read_sidecar(folder / SIDECAR, timezone)
    check_supplied(supplied, texts, SIDECAR)
    check_labels(supplied, SIDECAR)
    return Corpus(
        _with_labels_of_their_own(articles_table(texts, supplied, timezone=timezone)),
        make_table(sorted(set_aside, key=lambda row: order_of_file(row[0])), SET_ASIDE_COLUMNS),
        folder,
    )


def describe_set_aside(corpus: Corpus, *, most: int = 10) -> list[str]:
    """A line on each file that was set aside, `most` at most, and one on the articles' dates."""
    rows = list(corpus.set_aside.itertuples(index=False))
    lines = [f"set aside: {row.path} ({row.reason})" for row in rows[:most]]
    if len(rows) > most:
        lines.append(f"set aside: {len(rows) - most:,} more")
    n_undated = int(corpus.articles["published"].isna().sum())
    if n_undated:
        lines.append(
            f"{n_undated:,} of {len(corpus.articles):,} article(s) have no date; give it in "
            f"{SIDECAR}"
        )
    return lines


def article_files(folder: Path) -> list[str]:
    """Paths below `folder` of the files that are read as articles, ordered by ``article_id``.

    Those in its folder ``word_lists`` are none (see `helpers.wordlists`).
    """
    names = [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix.lower() == ".txt"
        and path.relative_to(folder).parts[0] != WORD_LISTS
        and (path.is_file() or path.is_symlink())
    ]
    return sorted(names, key=order_of_file)


def _other_formats(folder: Path, names: Sequence[str]) -> list[tuple[str, str]]:
    """Files that hold an article in another format than text, and what to do with each.

    Left out are those that have their text beside them, among `names`, and what the system or a
    word processor keeps for itself.
    """
    texts = {id_of_file(name) for name in names}
    found = []
    for path in folder.rglob("*"):
        what = _FORMATS.get(path.suffix.lower())
        if what is None or not path.is_file():
            continue
        below = path.relative_to(folder)
        name = below.as_posix()
        hidden = any(part.startswith((".", "~$")) for part in below.parts)
        if not hidden and name[: -len(path.suffix)] not in texts:
            found.append((name, f"{what}: {_SAVE_AS_TEXT}"))
    return sorted(found)


def id_of_file(name: str) -> str:
    """Id of the article in a ``.txt`` file, which is at `name` below the folder of articles."""
    return name[: -len(".txt")]


def order_of_file(name: str) -> tuple[str, str]:
    """What ``.txt`` files are sorted by: the article's id, and the name where ids are alike.

    Both are strings with ``/``, so that the order is the same on every platform. By the name alone,
    *a b.txt* would come before *a.txt*: a space sorts before the full stop.
    """
    return id_of_file(name), name


def with_plain_line_ends(text: str) -> str:
    """A text with ``\\n`` for every line end: texts that give the same here are the same text."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_timezone(timezone: str) -> None:
    """Raise a `ValueError` if there is no time zone of this name."""
    try:
        ZoneInfo(timezone)
    # Which of them depends on what the name would be as a file: missing, a folder, no zone ...
    except (KeyError, ValueError, OSError):
        raise ValueError(
            f"There is no time zone {timezone!r}. Give a name of the IANA database, such as "
            f"{TIMEZONE} or UTC."
        ) from None


def articles_table(
    texts: Mapping[str, str], supplied: Mapping[str, Supplied], *, timezone: str = TIMEZONE
) -> pd.DataFrame:
    """Make the articles table, as `read_articles` describes it, from texts that are read already.

    Parameters
    ----------
    texts
        Text of each article by its id; the rows come in this order.
    supplied
        What texts don't state, by article and field, as `supplied_value` gives it.
    timezone
        Zone in which dates are given.

    Labels made from file names may be alike here; `read_corpus` sets them apart.
    """
    rows = [_article(name, text, supplied.get(name, {}), timezone) for name, text in texts.items()]
    return make_table(rows, article_columns(timezone))


def article_columns(timezone: str) -> dict[str, str]:
    """Columns of the articles table and their dtypes, with dates in `timezone`."""
    moment = f"datetime64[us, {timezone}]"
    return {
        "article_id": "str",
        "label": "str",
        "title": "str",
        "place": "str",
        "publisher": "str",
        "published": moment,
        "updated": moment,
        "published_precision": "str",
        "text": "str",
        "n_words": "int64",
        **{f"{field}_known": "str" for field in SUPPLIED_FIELDS},
        "known_from": "str",
    }


def _read_text(path: Path) -> tuple[str | None, str]:
    """Text of a file, or ``None`` and the reason why it has none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, f"cannot be opened ({error.strerror or type(error).__name__})"
    return text_of_bytes(data)


def text_of_bytes(data: bytes) -> tuple[str | None, str]:
    """Text of a file's bytes, or ``None`` and the reason why they are no article."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            return None, f"{what}: {_SAVE_AS_TEXT}"
    text = decode(data)
    if text is None:
        return None, "binary, or in an encoding other than UTF-8, UTF-16 or Windows-1252"
    reason = why_no_article(text)
    return (None, reason) if reason else (text, "")


def why_no_article(text: str) -> str:
    """Why a text is no article: nothing in it, or no word beside stamp and dateline; else empty."""
    if not text.strip():
        return "blank" if text else "empty"
    return "" if any(_word_counts(text, _parts(text))) else "no word"


def _article(name: str, text: str, supplied: Supplied, timezone: str) -> dict[str, object]:
    parts = _parts(text)
    stated: dict[str, object] = {}
    updated = None
    precision = None
    for start, end, part in parts:
        if part == "stamp":
            published, updated, precision = _read_stamp(text[start:end], ZoneInfo(timezone))
            if published:
                stated["published"] = published
        elif part == "headline":
            stated["title"] = text[start:end]
        elif part == "dateline":
            dateline = _DATELINE.match(text, start)
            stated["place"] = dateline["place"].strip() if dateline else text[start:end]
            if dateline and dateline["year"] and "published" not in stated:
                published = _day(dateline["day"], dateline["year"], ZoneInfo(timezone))
                if published:
                    stated["published"], precision = published, "day"
    row: dict[str, object] = {
        "article_id": name,
        "text": text,
        "n_words": sum(_word_counts(text, parts)),
    }
    for field in SUPPLIED_FIELDS:
        if field in supplied:
            row[field], known = supplied[field]["value"], "supplied"
        elif field in stated:
            row[field], known = stated[field], "stated"
        else:
            row[field], known = None, "missing"
        row[f"{field}_known"] = known
    if row["label"] is None:
        row["label"], row["label_known"] = default_label(name), "default"
    if "published" in supplied:
        precision = supplied["published"]["precision"]
    row["published_precision"] = precision
    row["updated"] = updated
    notes = [f"{field}: {supplied[field]['known_from']}" for field in supplied]
    row["known_from"] = "; ".join(notes) or None
    return row


def _with_labels_of_their_own(articles: pd.DataFrame) -> pd.DataFrame:
    """Set apart labels made from file names that are alike, or like a supplied one."""
    default = (articles["label_known"] == "default").tolist()
    labels = own_labels(articles["article_id"].tolist(), articles["label"].tolist(), default)
    return articles.assign(label=pd.Series(labels, index=articles.index, dtype="str"))


def own_labels(
    article_ids: Sequence[str], labels: Sequence[str], is_default: Sequence[bool]
) -> list[str]:
    """Labels of articles, those made from file names set apart where they are alike.

    Such an article is called by its path below the folder, and numbered if that is no help
    either, as when paths are too long for a figure. Supplied labels stay as they are.
    """
    taken = {label for label, made in zip(labels, is_default, strict=True) if not made}
    shared = Counter(label for label, made in zip(labels, is_default, strict=True) if made)
    last_number: Counter[str] = Counter()
    found = []
    for article_id, label, made in zip(article_ids, labels, is_default, strict=True):
        own = label
        if made and (label in taken or shared[label] > 1):
            own = wanted = _cut(article_id)
            while own in taken:
                last_number[wanted] = max(last_number[wanted], 1) + 1
                ending = f" ({last_number[wanted]})"
                own = _cut(wanted, _MAX_LABEL - len(ending)) + ending
        taken.add(own)
        found.append(own)
    return found


def default_label(article_id: str) -> str:
    """Label of an article that none was supplied for: its file's name."""
    return _cut(article_id.rsplit("/", 1)[-1])


def _cut(label: str, most: int = _MAX_LABEL) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"


def _read_stamp(
    stamp: str, zone: ZoneInfo
) -> tuple[dt.datetime | None, dt.datetime | None, str | None]:
    """When an article was published and updated, and to what the first is known: day or minute."""
    match = _STAMP.fullmatch(stamp)
    if match:
        groups = match.groups()
        published = _moment(groups[:6], zone)
        updated = _moment(groups[6:], zone) if groups[6] else None
        return published, updated, "minute" if published else None
    written = _WRITTEN_DATE.fullmatch(stamp)
    if written:
        published = _day(written["day"], written["year"], zone)
        return published, None, "day" if published else None
    try:
        published, precision = _iso_moment(stamp, zone)
    except (ValueError, OverflowError):
        return None, None, None
    return published, None, precision


def _moment(parts: tuple[str, ...], zone: ZoneInfo) -> dt.datetime | None:
    """Month first: the stamps of the outlets that write ``EDT`` and ``EST`` are American."""
    month, day, year, hour, minute = map(int, parts[:5])
    hours = _ZONE_HOURS.get(parts[5])
    if hours is None:
        return None
    try:
        offset = dt.timezone(dt.timedelta(hours=hours))
        return dt.datetime(year, month, day, hour, minute, tzinfo=offset).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def _day(day: str, year: str, zone: ZoneInfo) -> dt.datetime | None:
    """Midnight of a day such as *March 20* or *20 Mar.*; None if there is no such day."""
    first, second = day.split()
    number, month = (first, second) if first.isdecimal() else (second, first)
    try:
        return dt.datetime(
            int(year), _MONTHS.index(month[:3].lower()) + 1, int(number), tzinfo=zone
        )
    except ValueError:
        return None


def _iso_moment(value: str, zone: ZoneInfo) -> tuple[dt.datetime, str]:
    """An ISO date or time, and its precision: midnight stands for a bare date.

    Raises
    ------
    ValueError
        It is neither.
    """
    moment = dt.datetime.fromisoformat(value)
    moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    return moment, "day" if len(value) <= len("2012-07-06") else "minute"


def _parts(text: str) -> list[tuple[int, int, str]]:
    """Parts of a text in order: stamp, headline, dateline, subheading, paragraph."""
    parts: list[tuple[int, int, str]] = []
    stamp = _stamp_span(text)
    if stamp:
        parts.append((*stamp, "stamp"))
    done = stamp[1] if stamp else 0
    paragraphs = [(done + start, done + end) for start, end in paragraph_spans(text[done:])]
    if len(paragraphs) > 1 and _is_heading(text, paragraphs[0], _MAX_HEADLINE):
        parts.append((*paragraphs.pop(0), "headline"))
    for number, (start, end) in enumerate(paragraphs):
        dateline = _DATELINE.match(text, start, end) if number == 0 else None
        if dateline and dateline.end() < end:
            parts.append((start, start + len(dateline[0].rstrip()), "dateline"))
            parts.append((dateline.end(), end, "paragraph"))
        elif 0 < number < len(paragraphs) - 1 and _is_heading(text, (start, end), _MAX_SUBHEADING):
            parts.append((start, end, "subheading"))
        else:
            parts.append((start, end, "paragraph"))
    return parts


def _stamp_span(text: str) -> Span | None:
    """Span of the first line that isn't blank if it is a stamp, whatever follows it."""
    first = _FIRST_LINE.match(text)
    if not first:
        return None
    start, end = first.start("line"), first.start("line") + len(first["line"].rstrip())
    return (start, end) if any(p.fullmatch(text, start, end) for p in _DATE_LINES) else None


def _is_heading(text: str, span: Span, longest: int) -> bool:
    """A short single line that starts like a title and doesn't end like a sentence."""
    line = text[slice(*span)]
    return (
        len(line) <= longest
        and not _LINE_END.search(line)
        and (line[0].isupper() or line[0].isdigit())
        and not _ENDS_A_SENTENCE.search(line)
    )


def _word_counts(text: str, parts: list[tuple[int, int, str]]) -> Iterator[int]:
    words_of = analyzer()
    return (len(words_of(text[start:end])) for start, end, part in parts if part in RUNNING_TEXT)


def article_parts(articles: pd.DataFrame) -> pd.DataFrame:
    """Say which span of each article is what.

    Parameters
    ----------
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        ``article_id, start, end, part``; ``part`` is ``stamp`` (date line), ``headline``,
        ``dateline``, ``subheading`` or ``paragraph``. The rules look at shape alone: a heading is
        a short line without a full stop, so an unpunctuated paragraph can pass for one.
    """
    rows = [
        (article_id, *part)
        for article_id, text in article_texts(articles).items()
        for part in _parts(text)
    ]
    return make_table(rows, PART_COLUMNS)


def running_text(articles: pd.DataFrame) -> pd.DataFrame:
    """Blank out what isn't running text, so that counting words leaves it out.

    Returns a copy of `articles` in which every character of a stamp or dateline is a space. The
    text keeps its length, so offsets found in it hold for the original.
    """
    texts = []
    for text in article_texts(articles).values():
        pieces = []
        done = 0
        for start, end, part in _parts(text):
            if part not in RUNNING_TEXT:
                pieces += [text[done:start], " " * (end - start)]
                done = end
        texts.append("".join(pieces) + text[done:])
    return articles.assign(text=pd.Series(texts, index=articles.index, dtype="str"))


def _read_sidecar(path: Path, timezone: str) -> dict[str, Supplied]:
    """Supplied values by article and field, each with its note; empty without a sidecar."""
    return parse_sidecar(path.read_bytes(), path.name, timezone) if path.exists() else {}


def parse_sidecar(data: bytes, name: str, timezone: str = TIMEZONE) -> dict[str, Supplied]:
    """Supplied values by article and field from the bytes of a sidecar called `name`.

    Raises
    ------
    CorpusError
        The sidecar is malformed; the message names the line.
    """
    text = decode(data)
    if text is None:
        raise CorpusError(f"{name} is not a text file.")
    if not text.strip():
        raise CorpusError(
            f"{name} is empty. It must start with the line {','.join(SIDECAR_COLUMNS)}; "
            "without anything to supply, delete it."
        )
    rows = csv_rows(name, text, CorpusError)
    _, header = next(rows)
    if tuple(header) != SIDECAR_COLUMNS:
        raise CorpusError(
            f"{name} must start with the line {','.join(SIDECAR_COLUMNS)}; "
            f"it starts with {','.join(header)!r}."
        )
    supplied: dict[str, Supplied] = {}
    for line, cells in rows:
        where = f"{name}, line {line}"
        if not cells:
            continue
        if len(cells) != len(SIDECAR_COLUMNS):
            raise CorpusError(
                f"{where}: expected {len(SIDECAR_COLUMNS)} cells, found {len(cells)}."
            )
        article_id, field, value, known_from = (" ".join(cell.split()) for cell in cells)
        fields = supplied.setdefault(article_id, {})
        if field in fields:
            raise CorpusError(f"{where}: {field} of article {article_id!r} is supplied twice.")
        fields[field] = supplied_value(field, value, known_from, timezone, where)
        fields[field]["line"] = line
    return supplied


def check_supplied(supplied: Mapping[str, Supplied], there: Container[str], name: str) -> None:
    """Raise a `CorpusError` if the sidecar called `name` speaks of an article that isn't there."""
    for article_id, fields in supplied.items():
        if article_id not in there:
            line = min(field["line"] for field in fields.values())
            raise CorpusError(
                f"{name}, line {line}: there is no usable text for article {article_id!r}."
            )


def check_labels(supplied: Mapping[str, Supplied], name: str) -> None:
    """Raise a `CorpusError` if the sidecar called `name` gives two articles one label."""
    labelled: dict[str, str] = {}
    for article_id, fields in supplied.items():
        if "label" in fields:
            where = f"{name}, line {fields['label']['line']}"
            note_label(labelled, fields["label"]["value"], article_id, where)


def note_label(labelled: dict[str, str], label: str, article_id: str, where: str) -> None:
    """Note in `labelled` whose a supplied label is.

    Raises
    ------
    CorpusError
        Another article has it already; the message starts with `where`.
    """
    if labelled.setdefault(label, article_id) != article_id:
        raise CorpusError(
            f"{where}: article {labelled[label]!r} has the label {label!r} already; give each "
            "article its own."
        )


def supplied_value(
    field: str, value: str, known_from: str, timezone: str, where: str
) -> dict[str, Any]:
    """Check one supplied value: itself, its note, and of a date its precision.

    Raises
    ------
    CorpusError
        The value can't be used; the message starts with `where`.
    """
    if field not in SUPPLIED_FIELDS:
        raise CorpusError(
            f"{where}: {field!r} can't be supplied; it must be one of {', '.join(SUPPLIED_FIELDS)}."
        )
    if not value or not known_from:
        raise CorpusError(f"{where}: value and known_from must both be filled in.")
    result: dict[str, Any] = {"value": value, "known_from": known_from}
    if field == "published":
        result |= _supplied_moment(value, timezone, where)
    return result


def _supplied_moment(value: str, timezone: str, where: str) -> dict[str, object]:
    try:
        moment, precision = _iso_moment(value, ZoneInfo(timezone))
    except (ValueError, OverflowError):
        raise CorpusError(
            f"{where}: published is {value!r}; write an ISO date such as 2012-07-06 "
            "or 2012-07-06T12:13."
        ) from None
    return {"value": moment, "precision": precision}
