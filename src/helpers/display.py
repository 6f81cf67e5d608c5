"""Articles with their statements marked, for reading; a summary of who says how much.

One HTML that reads well without colours or styles, which untrusted notebooks and GitHub strip.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
from IPython.display import HTML
from markupsafe import Markup

from helpers.corpus import running_text
from helpers.markup import escape, fill, plain
from helpers.speakers import NOBODY, PERSON
from helpers.statements import find_statements
from helpers.states import state_name
from helpers.tables import article_texts, make_table, require_columns, value_by_article
from helpers.text import Span, paragraph_spans, spans_and_features

SUMMARY_COLUMNS = {
    "article_id": "str",
    "speaker": "str",
    "speaker_type": "object",
    "n_statements": "int64",
    "direct": "int64",
    "mixed": "int64",
    "indirect": "int64",
    "words": "int64",
    "words_quoted": "int64",
    "share": "float64",
}

_LEGEND = Markup(
    "<p>How to read this: a statement stands in square brackets with its number, "
    "<b>[1 …]</b>; its speaker is in <i>italics</i>, its cue <u>underlined</u>. "
    "Below each article, a list says who each number is.</p>"
)


def show_statements(articles: pd.DataFrame, statements: pd.DataFrame | None = None) -> HTML:
    """Articles with content, cue and speaker of each statement marked.

    Parameters
    ----------
    articles
        Has ``article_id, text``; ``label`` is shown if it is there.
    statements
        What `helpers.statements.find_statements` gives; None finds them here.

    Returns
    -------
    IPython.display.HTML
        Its ``repr`` is the same in plain text. All text escaped; the same input gives the same
        markup. Content stands in numbered square brackets, so that it can be told without any
        style.
    """
    return _MarkedText(str(statements_html(articles, statements)))


class _MarkedText(HTML):
    """HTML whose plain text, shown where there is no browser, says the same."""

    def __repr__(self) -> str:
        """Paragraphs and list items as lines of plain text."""
        return "\n".join(plain(line) for line in self.data.split("\n"))


def statements_html(articles: pd.DataFrame, statements: pd.DataFrame | None = None) -> Markup:
    """The markup that `show_statements` shows."""
    if statements is None:
        statements = find_statements(articles)
    require_columns(
        statements,
        ("article_id", "fragments", "speaker_start", "cue_start", "cue_end", "quote_type"),
        "Statements",
    )
    labels = value_by_article(articles, "label")
    parts = [_LEGEND]
    for article_id, text in article_texts(articles).items():
        rows = statements[statements["article_id"] == article_id].to_dict("records")
        label = labels.get(article_id, article_id)
        parts.append(fill("<p><strong>{label}</strong></p>", label=label))
        parts += _paragraphs(text, rows)
        parts.append(_key(rows))
    return Markup("\n").join(parts)


def _paragraphs(text: str, rows: list[dict[str, Any]]) -> Iterator[Markup]:
    marks = sorted(_marks(rows))
    places = [place for place, _, _ in marks]
    for first, last in paragraph_spans(text):
        inside = slice(bisect_left(places, first), bisect_right(places, last))
        pieces = [Markup("<p>")]
        position = first
        for place, _, markup in marks[inside]:
            pieces.append(_lines(text[position:place]))
            pieces.append(markup)
            position = place
        pieces.append(_lines(text[position:last]))
        pieces.append(Markup("</p>"))
        yield Markup("").join(pieces)


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _marks(rows: list[dict[str, Any]]) -> Iterator[tuple[int, tuple[int, int], Markup]]:
    """Places with their markup; what closes at a place comes before what opens there."""
    spans: set[tuple[Span, str]] = set()
    for number, row in enumerate(rows, 1):
        fragments = [(int(first), int(last)) for first, last in row["fragments"]]
        for index, (first, last) in enumerate(fragments):
            again = "" if index == 0 else " …"
            yield first, (1, -last), fill("<b>[{n}{again}</b> ", n=number, again=again)
            yield last, (0, -first), Markup("<b>]</b>")
        spans.add(((int(row["cue_start"]), int(row["cue_end"])), "u"))
        if not pd.isna(row["speaker_start"]):
            spans.add(((int(row["speaker_start"]), int(row["speaker_end"])), "i"))
    yield from _tags(sorted(spans))


def _tags(spans: list[tuple[Span, str]]) -> Iterator[tuple[int, tuple[int, int], Markup]]:
    """Opening and closing tags of spans, those left out that would cross another."""
    end_of_last = -1
    for (first, last), tag in spans:
        if first < end_of_last:
            continue
        end_of_last = last
        yield first, (2, 0), Markup(f"<{tag}>")  # noqa: S704 -- a tag of our own
        yield last, (-1, 0), Markup(f"</{tag}>")  # noqa: S704


def _key(rows: list[dict[str, Any]]) -> Markup:
    if not rows:
        return Markup("<p>No statement found.</p>")
    items = [
        fill(
            "<li>{speaker}{name}, <u>{cue}</u> ({kind})</li>",
            speaker=_speaker(row),
            name=f" = {row['speaker_name']}" if _differs(row) else "",
            cue=row["cue"],
            kind=row["quote_type"],
        )
        for row in rows
    ]
    return Markup("<ol>\n{}\n</ol>").format(Markup("\n").join(items))


def _speaker(row: dict[str, Any]) -> str:
    return row["speaker"] if isinstance(row["speaker"], str) else NOBODY


def _differs(row: dict[str, Any]) -> bool:
    return isinstance(row["speaker_name"], str) and row["speaker_name"] != row["speaker"]


def summarise_speakers(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Who says how much in each article.

    Parameters
    ----------
    statements
        What `helpers.statements.find_statements` gives.
    articles
        Has ``article_id, text``.

    Returns
    -------
    pandas.DataFrame
        A row for each article and speaker, the most words first: ``article_id, speaker`` (the
        resolved name, else the phrase, spelt as where it stands first; capitals tell none apart),
        ``speaker_type, n_statements``, of which ``direct, mixed, indirect``; ``words`` in the
        contents, a word within two statements counted once a speaker; ``words_quoted`` of them
        inside fully direct statements; ``share``: `words` as a share of the article's, stamp and
        dateline left out.

    Raises
    ------
    ValueError
        A statement is of an article that isn't there.
    """
    texts = article_texts(running_text(articles))
    by_article: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for statement in statements.to_dict("records"):
        by_speaker = by_article.setdefault(statement["article_id"], {})
        by_speaker.setdefault(speaker_key(statement), []).append(statement)
    spelt: dict[str, str] = {}
    rows = []
    for article_id, by_speaker in by_article.items():
        if article_id not in texts:
            raise ValueError(f"There is no article {article_id!r} among the articles given.")
        tokens, _ = spans_and_features(texts[article_id])
        for speaker, own in by_speaker.items():
            kinds = Counter(statement["quote_type"] for statement in own)
            words = _words_in(tokens, (statement["fragments"] for statement in own))
            direct = (s["fragments"] for s in own if s["quote_type"] == "direct")
            types = (s["speaker_type"] for s in own if isinstance(s["speaker_type"], str))
            rows.append(
                {
                    "article_id": article_id,
                    "speaker": spelt.setdefault(speaker, _shown_name(own[0])),
                    "speaker_type": next(types, None),
                    "n_statements": len(own),
                    **{kind: kinds[kind] for kind in ("direct", "mixed", "indirect")},
                    "words": words,
                    "words_quoted": _words_in(tokens, direct),
                    "share": words / len(tokens) if tokens else 0.0,
                }
            )
    order = {article_id: number for number, article_id in enumerate(texts)}
    rows.sort(key=lambda row: (order[row["article_id"]], -row["words"], row["speaker"]))
    return make_table(rows, SUMMARY_COLUMNS)


def speaker_key(statement: dict[str, Any]) -> str:
    """What a speaker is counted under: the resolved name, else the phrase in small letters.

    A state has one name, also where its capital speaks.
    """
    name = statement["speaker_name"]
    return _shown_name(statement) if isinstance(name, str) else _shown_name(statement).lower()


def _shown_name(statement: dict[str, Any]) -> str:
    names = (statement["speaker_name"], statement["speaker"], NOBODY)
    name = next(name for name in names if isinstance(name, str))
    return name if statement.get("speaker_type") == PERSON else state_name(name)


def _words_in(tokens: list[Span], fragments: Iterable[list[Span]]) -> int:
    """How many tokens lie in any of the fragments."""
    spans = sorted((int(first), int(last)) for pieces in fragments for first, last in pieces)
    count = index = 0
    reach = -1
    for first, last in spans:
        while index < len(tokens) and tokens[index][0] < max(first, reach):
            index += 1
        while index < len(tokens) and tokens[index][1] <= last:
            count += 1
            index += 1
        reach = max(reach, last)
    return count
