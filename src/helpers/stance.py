"""What a speaker's statement expresses toward a target: favor, against, or nothing that shows.

Tables in, tables out; the rules go by way of `helpers.stance_reading`. Silent unless one speaks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pandas as pd

from helpers.clause_words import repaired, without_quotes
from helpers.economy import collector_paused
from helpers.insertions import without_insertions
from helpers.roles import Clauses
from helpers.speakers import PERSON
from helpers.stance_cues import JUDGING, REPORTING, Evidence, cues, respelt
from helpers.stance_reading import Reading
from helpers.stance_reference import Place, descriptions, opens_with_pronoun, pronouns
from helpers.stance_speaker import BODIES_THAT_SPEAK, THIRD_PERSON, Speaker
from helpers.stance_tellers import without_teller
from helpers.states import state_name
from helpers.tables import article_texts, make_table, require_columns
from helpers.tagging import Word, lemma, possible_tags, tag
from helpers.text import Span, sentence_spans
from helpers.wordlists import read_list, read_rows, read_set

_STANCE = {1: "favor", -1: "against", 0: "none"}
_LONGEST = 400
"""Words that are read together. No sentence is as long; a text without full stops is cut."""

_REMEMBERED = 1 << 14
"""Speakers and cues that are kept in memory: many come again in the next article."""

_QUOTE_MARKS = "\"“”„'‘’"

Mention = tuple[int, int, int]
"""A target's number and the span of its mention."""


_CONTRAST = re.compile(r"\b(?:but|however|yet|nevertheless|nonetheless)\b", re.IGNORECASE)
_CONCESSION = re.compile(r"\b(?:although|though|while|whereas)\b", re.IGNORECASE)
_AFTERTHOUGHT = re.compile(r"\b(?:because|since|which|who|saying|as|although|though)\b")
_CONCEDED = 60
"""Characters before a cue in which a word may stand that makes it a concession."""


class _Found(NamedTuple):
    """A direction with the place of its cue, the mention it is read from, and the rule."""

    sign: int
    start: int
    end: int
    rule: str
    mention: tuple[int, int]


class _Reader:
    """Reads statements; keeps the tagged sentences of the last text, which others may share."""

    def __init__(self) -> None:
        self._text = ""
        self._spans: list[Span] = []
        self._words: dict[Span, list[Word]] = {}
        self.subjects: frozenset[int] = frozenset()

    def read(
        self,
        text: str,
        start: int,
        end: int,
        speaker: Speaker,
        mentions: Sequence[Mention],
        verb_at: int = -1,
        subjects: frozenset[int] = frozenset(),
    ) -> dict[int, _Found]:
        """What a statement shows toward each target mentioned in it or just before it.

        `verb_at` is the offset of a word known to be the speaker's verb, or -1; `subjects` are the
        targets that its first pronoun can stand for. The targets in its last subject are kept in
        `self.subjects`.
        """
        found: dict[int, _Found] = {}
        names = {target: text[first:last] for target, first, last in mentions}
        if all(last <= start for _, _, last in mentions):
            subjects = subjects.union(names)  # named only before it: that is what it is about
        for reading in self._readings(text, start, end, speaker, mentions, verb_at):
            places = _places(reading.words, mentions)
            following, subjects = pronouns(reading, places, subjects)
            following += descriptions(reading, places, names)
            for target, first, last in sorted([*places, *following], key=lambda p: p[1]):
                evidence = reading.toward_words(first, last)
                if not evidence.sign:
                    continue
                this = _found(evidence, reading.words, first, last)
                if (target, first, last) in following:
                    this = this._replace(rule=f"{this.rule} (taken up)")
                found[target] = _joined(found.get(target), this, text)
        self.subjects = subjects
        return found

    def _readings(
        self,
        text: str,
        start: int,
        end: int,
        speaker: Speaker,
        mentions: Sequence[Mention],
        verb_at: int = -1,
    ) -> Iterable[Reading]:
        """Readings of a statement's sentences, each cut to the statement and the target."""
        if text != self._text:
            self._text, self._spans, self._words = text, sentence_spans(text), {}
        quoted = _is_quoted(text, start, end)
        earliest = min((mention[1] for mention in mentions), default=start)
        place = bisect_right(self._spans, min(start, earliest), key=lambda span: span[1])
        for first, last in self._spans[place:]:
            if first >= end:
                break
            left, right = max(first, start), min(last, end)
            is_before = earliest < start and right > left
            if (last <= earliest and not is_before) or left >= right:
                continue  # says nothing of a target yet
            if first <= earliest < left:
                left = earliest  # the target stands before the statement
            for words in _pieces(self._tagged(first, last), left, right):
                yield Reading(
                    Clauses(_opened(words, opens_with_verb=left == verb_at, target=earliest)),
                    speaker,
                    quoted=quoted,
                    agent_follows=_agent_follows(text, right),
                )

    def _tagged(self, first: int, last: int) -> list[Word]:
        if (first, last) not in self._words:
            self._words[first, last] = tag(self._text, first, last)
        return self._words[first, last]


def _pieces(tagged: Sequence[Word], left: int, right: int) -> Iterator[list[Word]]:
    """The words of a sentence within two offsets that tell what it says, at most `_LONGEST`.

    Quotation marks and what interrupts a clause are left out.
    """
    own = [w for w in tagged if left <= w.start and w.end <= right]
    words = without_insertions(without_teller(without_quotes(own)))
    for place in range(0, len(words), _LONGEST):
        yield repaired(words[place : place + _LONGEST])


def _agent_follows(text: str, place: int) -> bool:
    """Whether *by* stands right after a statement: *was denied* by its speaker."""
    return text[place : place + 6].lstrip(f" {_QUOTE_MARKS}").startswith("by ")


def _places(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Place]:
    """Target number, first and last word (inclusive) of each mention among some words."""
    if not words:
        return []
    places = []
    reach = words[0].start - _LONGEST  # a mention may begin with a mark that is no word
    first = bisect_left(mentions, reach, key=lambda mention: mention[1])
    last = bisect_left(mentions, words[-1].end, key=lambda mention: mention[1])
    for target, start, end in mentions[first:last]:
        inside = [i for i, word in enumerate(words) if word.start < end and word.end > start]
        if inside:
            places.append((target, inside[0], inside[-1]))
    return places


def _found(evidence: Evidence, words: Sequence[Word], first: int, last: int) -> _Found:
    return _Found(
        evidence.sign,
        words[evidence.first].start,
        words[evidence.last].end,
        evidence.rule,
        (words[first].start, words[last].end),
    )


def _joined(before: _Found | None, this: _Found, text: str) -> _Found:
    """The first finding stands; one in the other direction cancels it, or outweighs it after *but*.

    What is conceded (*although the plan is good, it comes too late*) is outweighed as well.
    """
    if before is None or before.sign == this.sign or not before.sign:
        return before or this
    if _CONTRAST.search(text, before.start, this.start):
        return this
    if _CONCESSION.search(text, max(0, before.start - _CONCEDED), before.start):
        return this
    if _AFTERTHOUGHT.search(text, before.end, this.start):
        return before  # *the draft is wrong, because it …*: what is said first is what is meant
    return before._replace(sign=0, rule="both ways")


def _opened(words: list[Word], *, opens_with_verb: bool, target: int = -1) -> list[Word]:
    """Words whose first counts as the finite verb that it is.

    A participle goes with an auxiliary left outside, but not where the target (at offset `target`)
    begins with it; a verb right after its speaker may have been
    read as a noun (*Peru backs down*).
    """
    if not words:
        return words
    first = words[0]
    possible = possible_tags(first.text)
    verb = next((t for t in ("VBZ", "VBD", "VBP") if t in possible), None)
    if first.pos in ("VBN", "VBD") and first.start == target and words[1:]:
        return [first._replace(pos="JJ"), *words[1:]]  # wounded men
    if first.pos == "VBN":
        return [first._replace(pos="VBD"), *words[1:]]
    if first.pos == "JJ" and words[1:] and words[1].pos in ("DT", "PRP$") and "VBD" in possible:
        return [first._replace(pos="VBD"), *words[1:]]  # urged the court to act
    if (
        first.pos in ("JJ", "NN")
        and _is_act_of_speech(first)
        and (not _has_finite_verb(words) or words[1].pos in ("DT", "PRP$"))
    ):
        return [first._replace(pos="VBG"), *words[1:]]
    has_small = first.text[:1].islower()
    is_bare = first.pos == "NNS" and verb == "VBZ" and has_small and not _has_finite_verb(words)
    may_be = opens_with_verb and first.pos in ("NN", "NNS", "NNP", "JJ")
    if verb and (is_bare or may_be):
        return [first._replace(pos=verb), *words[1:]]
    return words


def _is_act_of_speech(word: Word) -> bool:
    """Whether an *-ing* form is of a verb that has a direction: *demanding*, *rejecting*."""
    return word.lower.endswith("ing") and ("verb", lemma(word.lower, "VBG"), "object") in cues()


def _has_finite_verb(words: Sequence[Word]) -> bool:
    return any(word.pos in ("VBZ", "VBP", "VBD", "MD") for word in words)


_OWN_WORDS = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Mm]e|us)\b")


_OPENING_MARK = re.compile('["“„]')


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a statement gives the speaker's own words, in which *he* is somebody else.

    A scrap in quotation marks (*he has "faith in my team"*) does not make all of it his own words.
    """
    opening = text[max(0, start - 1) : start + 1].strip()[:1]
    is_marked = opening != "" and opening in _QUOTE_MARKS
    if is_marked:
        return True
    scrap = _OPENING_MARK.search(text, start, end)
    return _OWN_WORDS.search(text, start, scrap.end() if scrap else end) is not None


_OFFICES = read_set("offices") | read_set("heads of bodies")

_GAP = 8
"""Characters of space that may stand between a speaker and a statement."""

_TITLE_REACH = 80
"""Characters around a name in which its bearer's office is looked for."""

_VOICES = read_set("voices")


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(entry.lower() for entry in read_list("nationalities.txt"))


@lru_cache(maxsize=_REMEMBERED)
def _speaker(descriptions: tuple[str, ...]) -> Speaker:
    """A speaker from all the ways in which he is named."""
    words = [w for text in descriptions for w in re.findall(r"[\w.]+", text)]
    names = frozenset(w.lower() for w in words if w[0].isupper() and len(w) > 2)
    small = {w.lower() for w in words}
    of_a_state = bool(small & _nationalities()) or any("." in w for w in words)
    is_official = bool(small & (_OFFICES | _VOICES | BODIES_THAT_SPEAK))
    of_office = bool(small & _OFFICES) and not of_a_state
    sides = _sides(descriptions, is_official=is_official)
    own_words = frozenset(w for w in small if len(w) > 3)
    is_person = bool(small & (_OFFICES | {"he", "she", "mr", "mrs", "ms"}))
    return Speaker(names, is_official, of_office, own_words, sides, is_person)


@cache
def _countries() -> tuple[tuple[frozenset[str], frozenset[str], re.Pattern[str]], ...]:
    """Names of each country with its seats, its adjectives, and a pattern that finds any."""
    found = []
    for row in read_rows("countries.csv"):
        names = [w for w in f"{row['country']}|{row['seat']}".split("|") if w]
        adjectives = [w for w in row["adjective"].split("|") if w]
        words = sorted([*names, *adjectives], key=len, reverse=True)
        pattern = re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words)})(?!\w)")
        of_state = frozenset(w.lower() for w in names)
        found.append((of_state, frozenset(w.lower() for w in adjectives), pattern))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def _sides_named(description: str) -> tuple[frozenset[str], bool]:
    """Names of the state in a description, and whether the description is one of them."""
    for names, _, pattern in _countries():
        if pattern.search(description):
            return names, description.lower().removeprefix("the ") in names
    return frozenset(), False


def _sides(descriptions: Sequence[str], *, is_official: bool) -> frozenset[str]:
    """Names of the state for which a speaker speaks: *Peru* and *Lima* for a Peruvian minister."""
    for description in descriptions:
        names, is_state = _sides_named(description)
        if names and (is_official or is_state):
            return names
    return frozenset()


# --- Tables -------------------------------------------------------------------------------------

STANCE_COLUMNS = {
    "stance": "str",
    "cue": "str",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "rule": "str",
}


@collector_paused()
def stance_toward(statements: pd.DataFrame) -> pd.DataFrame:
    """Stance of each statement toward its target.

    Parameters
    ----------
    statements
        One row per statement and target: ``text, start, end, speaker, target_start, target_end``,
        and if there, ``speaker_name``. Offsets are code points in `text`, half-open. The target may
        stand outside the statement.

    Returns
    -------
    pandas.DataFrame
        The same rows in the same order and columns, then ``stance`` (favor, against, none),
        ``cue`` with ``cue_start, cue_end`` (empty and missing where no rule speaks) and ``rule``.

    Raises
    ------
    ValueError
        A column is missing, or a span is not inside its text.
    """
    columns = ("text", "start", "end", "speaker", "target_start", "target_end")
    require_columns(statements, columns, "A statements table")
    reader = _Reader()
    rows = []
    for row in statements.to_dict("records"):
        _check_span(row, "start", "end")
        _check_span(row, "target_start", "target_end")
        described = _strings(row.get("speaker"), row.get("speaker_name"))
        described += _titles(row["text"], row["speaker"])
        speaker = _speaker(tuple(described))
        mention = (0, int(row["target_start"]), int(row["target_end"]))
        text = row["text"]
        start, end = int(row["start"]), int(row["end"])
        follows = _follows(text, start, row["speaker"])
        found = reader.read(text, start, end, speaker, [mention], start if follows else -1)
        rows.append(_stance_cells(found.get(0), text))
    table = make_table(rows, STANCE_COLUMNS)
    table.index = statements.index
    return pd.concat([statements.drop(columns=list(table), errors="ignore"), table], axis=1)


def _follows(text: str, start: int, speaker: object) -> bool:
    """Whether a statement stands right after the words that name its speaker."""
    if not isinstance(speaker, str) or not speaker:
        return False
    before = text[max(0, start - len(speaker) - _GAP) : start]
    return before.rstrip().endswith(speaker)


def _titles(text: str, speaker: object) -> list[str]:
    """Words of office right before or after a speaker's name: *Health Minister*, *, a general,*."""
    if not isinstance(speaker, str) or not speaker or speaker.lower() in THIRD_PERSON:
        return []
    place = text.find(speaker)
    if place < 0:
        return []
    before = re.findall(r"[\w.-]+", text[max(0, place - _TITLE_REACH) : place])[-4:]
    after = re.match(r",[^,.;:\"“”]*", text[place + len(speaker) :][:_TITLE_REACH])
    near = [*before, *(re.findall(r"[\w.-]+", after.group()) if after else ())]
    offices = [word for word in near if word.lower() in _OFFICES | _VOICES]
    spoken_for = _SPOKEN_FOR.search(after.group()) if after else None
    if spoken_for and any(word.lower() in _VOICES for word in offices):
        offices += [w for w in re.findall(r"[\w.-]+", spoken_for.group(1)) if w[0].isupper()]
    return offices


_SPOKEN_FOR = re.compile(r"\b(?:for|of) (.{1,80})")
"""*, spokesman for the High Committee,*: whose words a voice gives."""


def _strings(*values: object) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _check_span(row: Mapping[Hashable, Any], start: str, end: str) -> None:
    if not 0 <= row[start] < row[end] <= len(row["text"]):
        raise ValueError(
            f"{start}, {end} = {row[start]}, {row[end]} is not a span of a text of "
            f"{len(row['text'])} characters."
        )


def _stance_cells(found: _Found | None, text: str) -> tuple[Any, ...]:
    if found is None or not found.sign:
        return "none", "", None, None, found.rule if found else ""
    cue = text[found.start : found.end]
    return _STANCE[found.sign], cue, found.start, found.end, found.rule


RATING_COLUMNS = {
    "statement_id": "str",
    "article_id": "str",
    "speaker_name": "str",
    "reported_by": "str",
    "target": "str",
    "mention": "str",
    "mention_start": "int64",
    "mention_end": "int64",
    "stance": "str",
    "cue": "str",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "rule": "str",
}
TARGET_COLUMNS = ("target", "pattern")
_SAME_BREATH = 300
"""Characters between two statements of a speaker within which *it* goes on with the first."""


@collector_paused()
def rate_stance(
    statements: pd.DataFrame, targets: pd.DataFrame, articles: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Stance of each statement toward each target that it mentions.

    Parameters
    ----------
    statements
        What `helpers.statements.find_statements` returns: ``statement_id, article_id, start, end,
        fragments, content, speaker, speaker_name, cue, cue_start, cue_end``.
    targets
        ``target`` (unique) and ``pattern``, a regular expression that matches its mentions.
        Of two targets whose patterns match at the same place, both are rated.
    articles
        If given, ``article_id, text`` of the statements' articles: a speaker's office is then read
        where the article names him (*Foreign Minister Ana Ruiz*), by which he speaks for his state.

    Returns
    -------
    pandas.DataFrame
        One row per statement and target, in the order of `statements` and `targets`:
        `RATING_COLUMNS`. A pronoun at the start of a statement counts as a mention if it shows a
        side and what the same speaker has just said had the target as its subject.
        ``mention_start, mention_end, cue_start, cue_end`` are code points in the
        article; ``stance`` is none where no rule speaks, and then ``cue`` is empty. A speaker
        without a name goes by the words that the article has for him, a state by its name also
        where its capital speaks (*Lima*), unless ``speaker_type`` says person.
        ``reported_by`` is the
        speaker of the statement that this one stands in, if it stands in one.

    Raises
    ------
    ValueError
        A column is missing, a target occurs twice, or a pattern is no regular expression or matches
        the empty string.
    """
    columns = ("statement_id", "article_id", "start", "end", "fragments", "content", "speaker")
    require_columns(
        statements, (*columns, "speaker_name", "cue", "cue_start", "cue_end"), "A statements table"
    )
    mentions_of = _MentionFinder(targets)
    texts = {} if articles is None else article_texts(articles)
    speakers = {
        key: _speaker((*words, *_titles(texts.get(key[0], ""), key[1])))
        for key, words in _descriptions(statements).items()
    }
    if "speaker_type" in statements.columns:
        for row in _records(statements, ["article_id", "speaker", "speaker_name", "speaker_type"]):
            if row["speaker_type"] == PERSON:
                key = _speaker_key(row)
                speakers[key] = speakers[key]._replace(is_person=True)
    names = targets["target"].tolist()
    tellers = _tellers(statements)
    reader = _Reader()
    rows: list[tuple[Any, ...]] = []
    last_said: dict[tuple[str, str], tuple[int, frozenset[int]]] = {}  # end, targets in subject
    used = [*columns, "speaker_name", "cue", "cue_start", "cue_end", *_optional(statements)]
    for row in _records(statements, used):
        passage = _Passage.of(row)
        mentions = [m for m in mentions_of(passage.text) if m[1] >= passage.start]
        key = _speaker_key(row)
        end, subjects = last_said.get(key, (0, frozenset()))
        is_pronoun = opens_with_pronoun(passage.text[passage.start :])
        if not is_pronoun or not 0 <= row["start"] - end <= _SAME_BREATH:
            subjects = frozenset()
        elif passage.text[passage.start :].lstrip(_QUOTE_MARKS).lower().startswith("those "):
            subjects = frozenset()  # those who: somebody new
        if is_pronoun and not subjects:
            asked = _asked_about(texts.get(row["article_id"], ""), row["start"])
            subjects = frozenset(target for target, _, _ in mentions_of(asked))
        if not mentions and not subjects:
            continue
        verb_at = passage.start if passage.opens_with_cue else -1
        found = reader.read(
            passage.text,
            passage.start,
            len(passage.text),
            speakers[key],
            mentions,
            verb_at,
            subjects,
        )
        last_said[key] = (row["end"], reader.subjects or _all_of(passage, mentions))
        first_mention = {target: (first, last) for target, first, last in reversed(mentions)}
        rows += [
            _rating(
                row, tellers, names[target], passage, first_mention.get(target), found.get(target)
            )
            for target in sorted(first_mention.keys() | found.keys())
        ]
    return make_table(rows, RATING_COLUMNS)


_ASKED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]ommenting|[Rr]eacting|[Rr]esponding) "
    r"(?:about|on|over|to) ([^,.;:!?\n]{1,80}), [^.;:!?\n]{1,80}(?!.)",
    re.DOTALL,
)
_LEAD = 200
"""Characters before a statement in which its speaker may be asked about something."""


def _asked_about(text: str, start: int) -> str:
    """What a speaker was asked about right before a statement: *Asked about the ban, he said …*."""
    match = _ASKED.search(text, max(0, start - _LEAD), start)
    return match.group(1) if match else ""


_NAMED_ALONE = re.compile(r"(?:the |a |an |this |that |his |her |its |their )?\W*", re.IGNORECASE)


def _all_of(passage: "_Passage", mentions: Sequence[Mention]) -> frozenset[int]:
    """Targets that a content only names, so that *it* goes on with them: *spoke about X*."""
    first = passage.pieces[1][0] if passage.opens_with_cue else passage.start
    return frozenset(
        target
        for target, start, end in mentions
        if _NAMED_ALONE.fullmatch(passage.text, first, max(first, start))
        and not any(map(str.isalnum, passage.text[end:]))
    )


class _Passage(NamedTuple):
    """What is read of a statement: its cue, if that is part of what it expresses, and its content.

    A cue is read after a subject that stands for the speaker (*They called for …*), `start` being
    where it begins: a verb alone may be anything. `pieces` are (place in the text read, place in
    the article, length).
    """

    text: str
    start: int
    pieces: tuple[tuple[int, int, int], ...]
    opens_with_cue: bool

    @classmethod
    def of(cls, row: dict[str, Any]) -> "_Passage":
        text = ""
        pieces = []
        fragments = [tuple(fragment) for fragment in row["fragments"]]
        cue, cue_start = row["cue"], int(row["cue_start"])
        if row.get("rule") == "agent":  # the plan was rejected by her: rejected the plan
            before = cue.removesuffix(" by")
            cue = before.rsplit(" ", 1)[-1]
            cue_start += len(before) - len(cue)
        stands_first = cue_start < row["start"] or row.get("rule") == "agent"
        judges = row.get("rule") in _JUDGING_RULES and _is_verdict(cue)
        opens_with_cue = bool(stands_first and (judges or _is_act(cue)))
        opening = 0
        if opens_with_cue:
            subject = _subject_for(cue)
            opening = len(subject)
            pieces.append((opening, cue_start, len(cue)))
            text = f"{subject}{cue} "
        place = 0
        for start, end in fragments:
            length = end - start
            pieces.append((len(text), start, length))
            text += row["content"][place : place + length] + " "
            place += length + 1
        return cls(text.rstrip(" "), opening, tuple(pieces), opens_with_cue)

    def in_article(self, place: int) -> int:
        """Offset in the article of an offset in the text read; between pieces, the next piece."""
        for first, start, length in self.pieces:
            if place <= first + length:
                return start + max(0, place - first)
        first, start, length = self.pieces[-1]
        return start + length


@lru_cache(maxsize=_REMEMBERED)
def _subject_for(cue: str) -> str:
    """A pronoun that the form of a cue agrees with, and a space; nothing before *calling for*."""
    first = cue.split(" ", 1)[0].lower()
    if first == "to" or first.endswith("ing"):
        return ""
    return "It " if "VBZ" in possible_tags(first) else "They "


_JUDGING_RULES = frozenset(("named", "noun phrase"))
"""Rules on a verb with an object, of which *found the law unfair* may say what it is."""


@lru_cache(maxsize=_REMEMBERED)
def _is_verdict(cue: str) -> bool:
    """Whether a cue is a verb that can pass a verdict on its object: *found*, *called*."""
    return any(
        lemma(word.lower, pos) in JUDGING
        for word in tag(cue)
        for pos in possible_tags(word.text)
        if pos.startswith("VB")
    )


@lru_cache(maxsize=_REMEMBERED)
def _is_act(cue: str) -> bool:
    """Whether a cue is itself the act (*condemned*, *called for*), not only speech (*said*)."""
    words = tag(cue)
    if len(words) > 1 and any(
        ("verb", lemma(word.lower, "VBD"), words[-1].lower) in cues() for word in words[:-1]
    ):
        return True  # "warned against"
    for word in words:
        tags = [t for t in (word.pos, *possible_tags(word.text)) if t.startswith("VB")]
        verb = lemma(word.lower, tags[0]) if tags else "be"
        if verb not in ("be", "have", "do"):
            return respelt(verb) in _act_verbs() or verb in JUDGING - REPORTING
    return False


@cache
def _act_verbs() -> frozenset[str]:
    """Verbs that have a direction in some frame and are no mere reporting verbs."""
    verbs = {cue.split(" ")[0] for part, cue, _ in cues() if part == "verb"}
    return frozenset(verbs - REPORTING)


def _records(table: pd.DataFrame, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Rows as mappings: what ``to_dict("records")`` gives, faster."""
    values = zip(*(table[column].tolist() for column in columns), strict=True)
    return (dict(zip(columns, row, strict=True)) for row in values)


def _optional(statements: pd.DataFrame) -> list[str]:
    """Columns that tell persons from states and passives from actives, if the table has them."""
    return [column for column in ("speaker_type", "rule") if column in statements.columns]


def _descriptions(statements: pd.DataFrame) -> dict[tuple[str, str], dict[str, None]]:
    """All the words by which an article names each of its speakers, each once and in order."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    columns = ["article_id", "speaker", "speaker_name", *_optional(statements)]
    for row in _records(statements, columns):
        words = found.setdefault(_speaker_key(row), {})
        words.update(dict.fromkeys(_strings(row["speaker"], row["speaker_name"])))
    return found


def _speaker_key(row: dict[str, Any]) -> tuple[str, str]:
    """Article and name: the same name in another article may be somebody else's.

    A state goes by its name, also where its capital stands for it.
    """
    names = _strings(row["speaker_name"], row["speaker"])
    name = names[0] if names else ""
    return row["article_id"], name if row.get("speaker_type") == PERSON else state_name(name)


def _tellers(statements: pd.DataFrame) -> dict[str, str]:
    """Speaker of the statement around each statement that stands inside another."""
    tellers: dict[str, str] = {}
    open_rows: list[tuple[str, int, str]] = []  # article, end, speaker
    order = statements.assign(_end=-statements["end"]).sort_values(["article_id", "start", "_end"])
    used = ["article_id", "statement_id", "end", "speaker_name", "speaker", *_optional(order)]
    for row in _records(order, used):
        speaker = _speaker_key(row)[1]
        while open_rows and not (
            open_rows[-1][0] == row["article_id"] and open_rows[-1][1] >= row["end"]
        ):
            open_rows.pop()
        if open_rows and open_rows[-1][2] != speaker:
            tellers[row["statement_id"]] = open_rows[-1][2]
        open_rows.append((row["article_id"], row["end"], speaker))
    return tellers


def _rating(
    row: dict[str, Any],
    tellers: Mapping[str, str],
    name: str,
    passage: _Passage,
    first_mention: Span | None,
    found: _Found | None,
) -> tuple[Any, ...]:
    mention = found.mention if found else (first_mention or (0, 1))
    start, end = passage.in_article(mention[0]), passage.in_article(mention[1] - 1) + 1
    stance, cue, cue_start, cue_end, rule = _stance_cells(found, passage.text)
    if cue:
        cue_start, cue_end = passage.in_article(cue_start), passage.in_article(cue_end - 1) + 1
    return (
        row["statement_id"],
        row["article_id"],
        _speaker_key(row)[1],
        tellers.get(row["statement_id"], ""),
        name,
        passage.text[slice(*mention)],
        start,
        end,
        stance,
        cue,
        cue_start,
        cue_end,
        rule,
    )


class _MentionFinder:
    """Finds the mentions of all targets in one pass over a text.

    A pattern whose alternatives start with plain words is looked up by those words, so that a
    thousand names cost no more than one; the others are tried together, as parts of one expression.
    One with capturing groups, ``(a|b)``, is looked for by itself: its group numbers would change
    there.
    """

    def __init__(self, targets: pd.DataFrame) -> None:
        require_columns(targets, TARGET_COLUMNS, "A targets table")
        twice = targets["target"][targets["target"].duplicated()]
        if len(twice):
            raise ValueError(f"Targets must be unique; {twice.iloc[0]!r} occurs more than once.")
        self._by_word: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        self._others: list[int] = []
        self._alone: list[tuple[int, re.Pattern[str]]] = []
        others = []
        for number, (target, pattern) in enumerate(
            zip(targets["target"], targets["pattern"], strict=True)
        ):
            compiled = _checked(target, pattern)
            words = _first_words(pattern)
            if compiled.groups:
                self._alone.append((number, compiled))
            elif words:
                for word in words:
                    self._by_word.setdefault(word, []).append((number, compiled))
            else:
                self._others.append(number)
                others.append(_flags_inside(pattern))
        any_other = "|".join(f"(?:{pattern})" for pattern in others) or "(?!)"
        self._any_other = re.compile(rf"(?<!\w)(?:{any_other})(?!\w)")
        self._each_other = re.compile("".join(rf"(?:(?=({p})(?!\w))|)" for p in others))
        """Matches everywhere; its groups are the others that match there."""

    def __call__(self, text: str) -> list[Mention]:
        """Mentions in order of place; targets may overlap, one target's own mentions don't."""
        found: list[Mention] = []
        by_word = self._by_word
        for word in _WORD.finditer(text):
            patterns = by_word.get(word.group())
            if patterns:
                found += self._matches(patterns, text, word.start())
        start = 0
        while match := self._any_other.search(text, start):
            each = self._each_other.match(text, match.start())
            for group, number in enumerate(self._others, 1):
                if each is not None and each.end(group) >= 0:
                    found.append((number, *each.span(group)))
            start = match.start() + 1
        found += [
            (number, *match.span())
            for number, pattern in self._alone
            for match in pattern.finditer(text)
        ]
        ends: dict[int, int] = {}
        kept = []
        for mention in sorted(found, key=lambda m: (m[1], m[0])):
            if mention[1] >= ends.get(mention[0], 0):
                kept.append(mention)
                ends[mention[0]] = mention[2]
        return kept

    def _matches(
        self, patterns: Iterable[tuple[int, re.Pattern[str]]], text: str, start: int
    ) -> list[Mention]:
        matches = [(number, pattern.match(text, start)) for number, pattern in patterns]
        return [(number, start, match.end()) for number, match in matches if match]


_WORD = re.compile(r"\w++")
_LEADING_WORD = re.compile(r"(\w+)(?:$|[ '’-]|\(\?: )")


def _first_words(pattern: str) -> frozenset[str]:
    """The plain words with which every match of a pattern starts; none if that is not sure."""
    leading = [_LEADING_WORD.match(alternative) for alternative in _alternatives(pattern)]
    return frozenset(match.group(1) for match in leading if match) if all(leading) else frozenset()


def _alternatives(pattern: str) -> list[str]:
    """A pattern's alternatives: cut at each bar that no group, class or backslash takes in."""
    cuts = [-1]
    depth = 0
    escaped = False
    for place, character in enumerate(pattern):
        if escaped or character == "\\":
            escaped = not escaped
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif character == "|" and depth == 0:
            cuts.append(place)
    return [pattern[a + 1 : b] for a, b in zip(cuts, [*cuts[1:], len(pattern)], strict=True)]


def _checked(target: str, pattern: object) -> re.Pattern[str]:
    """The pattern, compiled to match whole words; an error names the target."""
    if not isinstance(pattern, str):
        raise ValueError(f"Target {target!r} has no pattern (found {pattern!r}).")
    try:
        compiled = re.compile(_flags_inside(pattern))
    except re.error as error:
        raise ValueError(f"The pattern of target {target!r} is not valid: {error}.") from error
    if compiled.match(""):
        raise ValueError(f"The pattern of target {target!r} matches the empty string.")
    return re.compile(rf"(?<!\w)(?:{_flags_inside(pattern)})(?!\w)")


_FLAGS = re.compile(r"\(\?([aimsux]+)\)")


def _flags_inside(pattern: str) -> str:
    """A pattern whose flags, such as ``(?i)``, hold for itself only, so that it can be a part."""
    flags = _FLAGS.match(pattern)
    return f"(?{flags[1]}:{pattern[flags.end() :]})" if flags else pattern
