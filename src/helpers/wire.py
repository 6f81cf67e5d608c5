"""Attributions as news agencies write them, where the grammar of a sentence is of little help.

Headlines (*Talks to resume: minister*) and sources that are counts (*data from the bureau showed*).
"""

import re
from functools import cache
from typing import NamedTuple

from helpers.clauses import sayers
from helpers.source_types import named_type
from helpers.tagging import tag, verb_groups
from helpers.text import Span
from helpers.wordlists import read_rows

LONGEST = 800
"""Characters of a sentence beyond which it is not read: no headline or wire sentence is longer."""

_MACROS = {
    "source": r"(?:[\w.’'&-]{1,40} ){0,4}[\w.’'&-]{1,40}",
    "count": (
        r"(?:an? |the )?(?:[\w.’'-]{1,40} ){0,2}"
        r"(?:data|figures|statistics|numbers|records|tally|count)"
        r"(?: (?:released|published|compiled|issued|provided|collected|gathered|from|by|of)"
        r"[^,.;:\n]{0,80}?)?"
    ),
}  # fmt: skip
_QUOTES = re.compile('["“”«»]')
_HINT = re.compile(
    r": |[ ][-–—] |\b(?:show|indicate|suggest)|\b(?:count|tally|estimate|reckoning)\b"
)
# One of these stands in whatever the hint above fits; to look for each is far cheaper than that.
_MARKS = (
    ": ",
    " - ",
    " – ",
    " — ",
    *["show", "indicate", "suggest", "count", "tally", "estimate", "reckoning"],
)
_TITLE_ENDS = "media"  # *… - Daily News* names the paper of a title


class WireRule(NamedTuple):
    """A pattern over the text of a sentence."""

    name: str
    pattern: re.Pattern[str]
    example: str


class WireStatement(NamedTuple):
    """Content, cue and speaker of one statement, in characters of the text."""

    content: Span
    cue: Span
    speaker: Span
    rule: str


@cache
def wire_rules() -> tuple[WireRule, ...]:
    """The rules of ``data/wire_attribution.csv`` in the order in which they are tried."""
    made = []
    for row in read_rows("wire_attribution.csv"):
        pattern = row["pattern"]
        for name, macro in _MACROS.items():
            pattern = pattern.replace("{" + name + "}", macro)
        made.append(WireRule(row["rule"], re.compile(pattern), row["example"]))
    return tuple(made)


def wire_marks(text: str) -> list[int]:
    """Where marks stand, in order: no rule fits a sentence in which none of them starts."""
    places: list[int] = []
    for mark in _MARKS:
        place = text.find(mark)
        while place >= 0:
            places.append(place)
            place = text.find(mark, place + 1)
    return sorted(places)


def wire_statement(text: str, start: int, end: int) -> WireStatement | None:
    """The statement that the sentence ``text[start:end]`` makes as a whole, if a rule fits."""
    if end - start > LONGEST:
        return None
    sentence = text[start:end]
    if not _HINT.search(sentence) or _QUOTES.search(sentence):
        return None
    for rule in wire_rules():
        match = rule.pattern.search(sentence)
        if match is None or not _fits(rule.name, match["speaker"], match["content"]):
            continue
        content, cue, speaker = (
            (start + match.start(group), start + match.end(group))
            for group in ("content", "cue", "speaker")
        )
        return WireStatement(content, cue, speaker, rule.name)
    return None


def _fits(rule: str, speaker: str, content: str) -> bool:
    """Whether a headline's last words name a source.

    A bare noun for a person is one after a clause: *Fares to rise: aide*, not *Our best: teacher*.
    """
    if not rule.startswith("headline"):
        return True
    kind = named_type(speaker)
    if kind is None and rule == "headline colon":
        return speaker in sayers() and any(group.first for group in verb_groups(tag(content)))
    return kind is not None and not (rule == "headline dash" and kind == _TITLE_ENDS)
