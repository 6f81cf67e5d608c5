"""Who stands behind a casualty figure: the speaker of the smallest statement that holds it."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import pandas as pd

from helpers.casualty_recounts import GAPPED
from helpers.numerals import may_hold_numeral
from helpers.source_types import OTHER, UNNAMED, named_type, source_type
from helpers.tables import require_columns
from helpers.text import Span
from helpers.wordlists import listed, read_set


class Source(NamedTuple):
    """Who a statement's words are attributed to, and the pieces they stand in.

    ``leads`` says that the cue stands before the content (*police said that …*), ``whole_clause``
    that the content has a verb of its own.
    """

    statement_id: str
    fragments: tuple[Span, ...]
    size: int
    speaker: str
    speaker_span: Span | None
    speaker_name: str | None
    cue_start: int
    cue_end: int
    leads: bool
    whole_clause: bool


def sources_of(statements: pd.DataFrame) -> dict[str, list[Source]]:
    """Attributed statements of each article, by their first piece."""
    needed = ("statement_id", "article_id", "fragments", "speaker", "cue_start", "cue_end")
    require_columns(statements, needed, "A statements table")
    found: dict[str, list[Source]] = {}
    for row in statements.to_dict("records"):
        if pd.isna(row["speaker"]) or not row["speaker"] or not _asserts(row):
            continue
        first = row.get("speaker_start")
        span = None if first is None or pd.isna(first) else (int(first), int(row["speaker_end"]))
        name = row.get("speaker_name")
        fragments = tuple((int(start), int(end)) for start, end in row["fragments"])
        found.setdefault(row["article_id"], []).append(
            Source(
                row["statement_id"],
                fragments,
                sum(end - start for start, end in fragments),
                row["speaker"],
                span,
                None if name is None or pd.isna(name) else name,
                int(row["cue_start"]),
                int(row["cue_end"]),
                row.get("rule") in _LEADING and int(row["cue_end"]) <= fragments[0][0],
                row.get("rule") != "noun phrase",
            )
        )
    for rows in found.values():
        rows.sort(key=lambda source: (source.fragments[0][0], -source.size, source.cue_start))
    return found


def _kinds(sources: list[Source]) -> dict[str, str]:
    """Kind of each person by what they are called once: *Police Chief Ann Lee*, then *she*."""
    kinds: dict[str, str] = {}
    for source in sources:
        kind = named_type(source.speaker)
        if source.speaker_name and kind:
            kinds.setdefault(source.speaker_name, kind)
    return kinds


_LEADING = frozenset(("that-clause", "clause", "noun phrase"))


def _asserts(statement: dict[str, Any]) -> bool:
    """Whether a statement asserts its content: *reported 9 deaths*, not *mourned 9 deaths*.

    A clause after a verb of saying is asserted; a noun phrase or infinitive only after some verbs.
    """
    speaker = statement["speaker"].lower()
    if speaker in _NO_SPEAKER or _EARLIER_VERSION.match(speaker):
        return False
    rule = statement.get("rule")
    if rule == _COLON and may_hold_numeral(speaker):
        return False  # *120 died: 70 civilians and 50 soldiers*
    if rule != "according to" and not _NO_SOURCE.isdisjoint(speaker.split()):
        return False
    if rule == "clause" and _precedes(statement):
        return False  # *responding officers found …*
    if rule not in ("noun phrase", "preposition", "infinitive", "named"):
        return True
    words = str(statement.get("cue", "")).lower().split()
    if rule == "noun phrase" and "found" in words:
        return True  # only what a study or survey found is a statement
    return words in _SPOKE_OF or any(word in listed("assertive_cues.txt") for word in words)


_SPOKE_OF = (["spoke", "of"], ["speaks", "of"], ["speak", "of"])
_EARLIER_VERSION = re.compile(r"an? (?:earlier|previous) version of th(?:is|e)\b")
_COLON = "headline colon"
_NO_SPEAKER = read_set("no speaker")
_NO_SOURCE = read_set("no source")


def _precedes(statement: dict[str, Any]) -> bool:
    """Whether the cue stands before its speaker."""
    first = statement.get("speaker_start")
    return first is not None and not pd.isna(first) and statement["cue_start"] < first


_ADDS_UP = re.compile(
    r"(?: (?:in|on) (?:its|a|an|the|their|his|her) [^,.;:\"“”]{0,40}+)?"  # *said in its update*
    r"(?:, (?:bringing|raising|taking|pushing|killing|wounding|injuring|leaving)|,? including)\b"
    r"[^.;:\"“”]*+",
    re.IGNORECASE,
)
_LISTS = re.compile(r"(?:[^.;:\"“”,]{0,60},)? (?:and )?(?:[\w-]+ ){0,4}")
_GOES_ON = re.compile(
    r",? (?:while|with|after|including|among|(?:and )?claim(?:ing|ed) the li(?:fe|ves) of)\b"
    r"[^.;:\"“”]*+",
    re.IGNORECASE,
)


_PUTS = frozenset(("put", "puts", "putting"))
_BOTH = re.compile(  # *put the toll at 9 dead and 40 injured*
    r" (?:people )?(?:dead|deaths|killed|fatalities)(?:,|,? and)"
    r"(?: (?:at|least|over|more|than|about|around|some|nearly|almost|another|up|to|roughly)){0,3} ",
    re.IGNORECASE,
)


def _end(source: Source) -> int:
    """Where a statement ends, its cue and its speaker included."""
    return max(source.fragments[-1][1], source.cue_end, *(source.speaker_span or ()))


def _run_on(
    row: dict[str, Any], sources: list[Source], starts: list[int], text: str
) -> Source | None:
    """Who says what goes on after a content: *said that nine died, while two were wounded*.

    So do a sum (*…, police said, bringing the toll to 12*) and a list (*reported 9 ill, 2 deaths*).
    """
    place = row["start"]
    near = sources[bisect_left(starts, row["sentence_start"]) : bisect_right(starts, place)]
    if not near:
        return None
    last = max(near, key=_end)
    end = _end(last)
    if last.cue_start < row["sentence_start"]:
        return None
    if text[last.cue_start : last.cue_end].lower() in _PUTS and _BOTH.fullmatch(text, end, place):
        return last
    if not last.leads:
        goes_on = _ADDS_UP
    elif last.whole_clause:
        goes_on = _GOES_ON
    else:
        goes_on = _LISTS
        if row["rule"] != "deaths":
            return None
    return last if goes_on.fullmatch(text, end, place) else None


_OWN_CLAUSE = re.compile(
    r"(?:,|;|\bbut|\band|\bwhile|\bwhereas|\balthough|\bthough) (?:but |and |while |whereas )?"
    r"(?P<speaker>(?!(?:but|and|while|whereas|although|though)\b)[^\W\d_][\w.'’-]*+"
    r"(?: (?!said\b|says?\b)[\w.'’-]++){0,7}?) "
    r"(?:later |also |then )?"
    r"(?:(?:said|says|say)\b(?! to\b)|puts? (?:it at\b|(?:the|that|its) (?:\w+ ){0,3}?"
    r"(?:toll|number|figure|total|count|dead|injured|wounded|missing)\b)"
    r"|(?:gave|gives) a (?:toll|figure|count|total)\b"
    r"|(?:counted|counts|reported|reports|estimated|estimates|recorded|confirmed)\b"
    r"(?! (?:on|in|by|to|as|at|from|after)\b))"
    r"(?!,)[^;:\"“”]{0,80}+$"
)
_TELLS_FIGURE = re.compile(
    r"(?P<speaker>[^\W\d_][\w.'’-]*+"
    r"(?: (?!(?:say|says|said|put|puts|has|have|had)\b)\w[\w.'’-]*+){0,10}?)"
    r"(?: (?:has|have|had))?(?: (?:also|earlier|later|now|then|since|so far))? "
    r"(?:(?:say|says|said|estimates?|believe)(?: that)?(?= (?!to\b))"
    r"|(?:counted|recorded|documented|reported|confirmed|registered|estimated|acknowledged)"
    r"(?=(?: (?!(?:is|are|was|were|be|on|in|by|to|as|from|after|who|that)\b)[\w'’-]+){0,4} $)"
    r"|(?:speaks?|spoke|spoken) of"
    r"|(?:lowered|raised|revised|cut|reduced|increased|updated) (?:its|their|the) "
    r"(?:\w+ ){0,3}?(?:toll|count|tally|figure|estimate|number|total)\b"
    r"|puts? (?:the|its|their) (?:\w+ ){0,3}?(?:toll|number|figure|count|total|dead|injured)\b)"
    r"[^;:,\"“”]{0,80}+$"
)
_OPENS = re.compile(r"; |, (?:and|but|while|whereas) ")
_NO_SAYER = read_set("no source") | read_set("relative pronouns") | read_set("forms of be")
_NO_SAYER |= {"have", "has", "had", "not", "others", "killed", "died", "wounded", "injured", "dead"}
_NO_TELLER = (_NO_SAYER - read_set("relative pronouns")) | read_set("heads of clauses")
_CLAUSE_REACH = 160


def _own_sayer(row: dict[str, Any], best: Source | None, text: str) -> Span | None:
    """Who else the clause of a figure names: *police said nine died, but medics said 12 had*.

    Only within what follows a verb of saying, which goes on past the second speaker; and for a
    second count (*while medics gave a figure of 12*), which no other statement holds.
    """
    again = row["rule"] == "counted anew"
    if not again and (best is None or not (best.leads and best.whole_clause)):
        return None
    place = row["start"]
    start = best.fragments[0][0] if best else row["sentence_start"]
    start = max(start, place - _CLAUSE_REACH)
    found = None
    for join in _JOIN.finditer(text, start, place):
        match = _OWN_CLAUSE.match(text, join.start(), place)
        if match and _may_say(match["speaker"]):
            found = match.span("speaker")
    return found


_GAP = re.compile(
    r", (?P<speaker>(?:the|its|their|a|an) (?:[\w'’-]+ ){0,2}[\w'’-]+) (?:[\w]+ ){0,3}$"
)


def _teller(row: dict[str, Any], text: str) -> Span | None:
    """Who a clause names that holds a figure but is no statement: *the clinic has counted 40*."""
    place = row["start"]
    first = row["sentence_start"]
    if row["rule"] == GAPPED:
        comma = text.rfind(",", first, place)
        gap = _GAP.match(text, comma, place) if comma >= 0 else None
        return gap.span("speaker") if gap else None
    for match in reversed(list(_OPENS.finditer(text, max(first, place - _CLAUSE_REACH), place))):
        told = _TELLS_FIGURE.match(text, match.end(), place)
        if told:
            return _who_tells(told)
    if place - first > _CLAUSE_REACH:
        return None
    dateline = _DATELINE.match(text, first, place)
    told = _TELLS_FIGURE.match(text, dateline.end() if dateline else first, place)
    return _who_tells(told) if told else None


def _who_tells(told: re.Match[str]) -> Span | None:
    start, end = told.span("speaker")
    speaker = told["speaker"]
    between = told.string[end : told.end()].lower().split()
    if _EARLIER_VERSION.match(speaker.lower()):
        return None
    words = speaker.lower().split()
    says = not may_hold_numeral(speaker) and _NO_TELLER.isdisjoint(words)
    if words[0] in _OPENS_PHRASE or words[-1] in _OPENS_PHRASE | _NO_SPEAKER:
        return None  # *By official estimates 40 died*, *the bodies of an estimated 40*
    if any(pair[0] == "and" and pair[1] in _NO_SPEAKER for pair in pairwise(words)):
        return None  # *The tank fired and the clinic recorded 40 deaths*
    return (start, end) if says and _TURNS.isdisjoint(between) else None


_OPENS_PHRASE = read_set("opens a phrase")
_TURNS = frozenset(("while", "whereas", "but", "although", "though", "because", "if"))
_DATELINE = re.compile(r"[A-Z][\w',.]*+(?: \(?[\w',.)]++){0,4}? [-–—] ")
_JOIN = re.compile(r"[,;]|\b(?:but|and|while|whereas|although|though)\b")


def _may_say(speaker: str) -> bool:
    """Whether words can name who says something: no count of people, no verb among them."""
    return not may_hold_numeral(speaker) and _NO_SAYER.isdisjoint(speaker.lower().split())


def attribute(
    rows: list[dict[str, Any]], sources: list[Source], harm: list[Span], text: str
) -> None:
    """Give each claim of an article the speaker of the smallest statement that holds it.

    `harm` are the casualty verbs, in order: *claimed the lives of nine* only looks like speech.
    """
    sources = [source for source in sources if not _is_harm(source, harm)]
    starts = [source.fragments[0][0] for source in sources]
    reach = list(accumulate((source.fragments[-1][1] for source in sources), max))
    kinds = _kinds(sources)
    for row in rows:
        _attribute(row, sources, starts, reach, text)
        _as_whole(row, rows, text)
        if row["source_type"] in (OTHER, UNNAMED):
            row["source_type"] = kinds.get(row["source_name"], row["source_type"])


_SOURCE = ("statement_id", "source", "source_start", "source_end", "source_name", "source_type")


def _as_whole(row: dict[str, Any], rows: list[dict[str, Any]], text: str) -> None:
    """Give a part the source of its whole: *accused them of killing 40 monks, 12 of them boys*."""
    if row["source"] is not None or row["part_of"] is None or row["rule"] not in _PARTS:
        return
    whole = rows[row["part_of"]]
    same = whole["sentence_start"] == row["sentence_start"] and whole["end"] <= row["start"]
    if same and ";" not in text[whole["end"] : row["start"]]:
        row |= {column: whole[column] for column in _SOURCE}


_PARTS = frozenset(("of them", "including"))


def _is_harm(source: Source, harm: list[Span]) -> bool:
    """Whether what looks like a verb of saying is the casualty word."""
    after = bisect_left(harm, (source.cue_end, 0)) - 1
    return after >= 0 and harm[after][1] > source.cue_start


def _attribute(
    row: dict[str, Any],
    sources: list[Source],
    starts: list[int],
    reach: list[int],
    text: str,
) -> None:
    """``starts`` are where the statements begin, ``reach`` how far any up to each one goes."""
    best = None
    place = row["start"]
    for index in range(bisect_right(starts, place) - 1, -1, -1):
        if reach[index] <= place:
            break
        source = sources[index]
        holds = any(start <= place < end for start, end in source.fragments)
        if holds and (best is None or source.size < best.size):
            best = source
    if best is None and sources:
        best = _run_on(row, sources, starts, text)
    own = _own_sayer(row, best, text) or (_teller(row, text) if best is None else None)
    if own:
        speaker = text[slice(*own)]
        row |= {"statement_id": None, "source": speaker, "source_name": None}
        row["source_start"], row["source_end"] = own
        row["source_type"] = source_type(speaker)
        return
    row["statement_id"] = best.statement_id if best else None
    row["source"] = best.speaker if best else None
    row["source_start"] = best.speaker_span[0] if best and best.speaker_span else pd.NA
    row["source_end"] = best.speaker_span[1] if best and best.speaker_span else pd.NA
    row["source_name"] = best.speaker_name if best else None
    row["source_type"] = source_type(best.speaker, best.speaker_name) if best else None
