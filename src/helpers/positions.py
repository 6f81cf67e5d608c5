"""Where speakers stand, from rated statements: matrix, agreement, the sentences behind a cell."""

import calendar
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from helpers import paths
from helpers.corpus import running_text
from helpers.dictionary import lemmas_of
from helpers.markup import escape, fill
from helpers.name_parts import genders, is_body, name_parts
from helpers.speakers import NOBODY
from helpers.stance_evaluation import SIDES
from helpers.tables import article_texts, make_table, value_by_article
from helpers.tagging import Word, tag
from helpers.text import sentence_spans
from helpers.userfiles import FileError, Row, read_table
from helpers.wordlists import listed, read_set

MATRIX_COLUMNS = {
    "speaker_name": "str",
    "target": "str",
    "favor": "int64",
    "against": "int64",
    "none": "int64",
    "position": "str",
}
PAIR_COLUMNS = {"target": "str", "speaker": "str", "other": "str", "agree": "bool"}
ARTICLE_COLUMNS = {
    "speaker_name": "str",
    "target": "str",
    "article_id": "str",
    "favor": "int64",
    "against": "int64",
    "none": "int64",
}
TARGET_COLUMNS = {"target": "str", "pattern": "str", "kind": "str", "note": "str"}


def read_targets(path: str | Path | None = None) -> pd.DataFrame:
    """Read a table of targets.

    Parameters
    ----------
    path
        A CSV file with ``target, pattern`` (a regular expression) and, if you like, ``kind, note``;
        None reads ``data/targets.csv``, which is made for the three articles.

    Raises
    ------
    helpers.userfiles.FileError
        A column is missing, a target comes twice, or a pattern can't be used; the message names
        the line.
    """
    path = Path(path or paths.DATA / "targets.csv")
    rows = read_table(path, path.name, ("target", "pattern"))
    targets: set[str] = set()
    for row in rows:
        _check_target(row, targets)
        targets.add(row.cells["target"])
    if not rows:
        raise FileError(f"{path.name} names no target. Write one per line, or delete the file.")
    return pd.DataFrame([row.cells for row in rows]).astype("str")


def _check_target(row: Row, earlier: Collection[str]) -> None:
    target, pattern = row.cells["target"], row.cells["pattern"]
    if not target or not pattern:
        raise FileError(f"{row.where}: target and pattern must both be filled in.")
    if target in earlier:
        raise FileError(
            f"{row.where}: {target!r} comes twice. Join its patterns with | on one line."
        )
    try:
        matches_nothing = re.search(pattern, "")
    except re.error as error:
        raise FileError(
            f"{row.where}: the pattern {pattern!r} is no regular expression ({error}). Write the "
            "name as it stands in the text, with \\ before each of . ( ) [ ] * + ?"
        ) from None
    if matches_nothing:
        raise FileError(
            f"{row.where}: the pattern {pattern!r} also matches no letter at all, so it would be "
            "found everywhere. Take out the *, ? or | that lets it."
        )


def suggest_targets(articles: pd.DataFrame, *, most: int = 12) -> pd.DataFrame:
    """The names that articles mention most, as targets to begin with.

    Parameters
    ----------
    articles
        Has ``article_id, text``.
    most
        How many targets there are at most.

    Returns
    -------
    pandas.DataFrame
        ``target, pattern, kind, note``: of people the last word of the name, so that a full name
        and a surname are one target; names of organisations whole (*Red Cross*). The most
        mentioned first, then by the alphabet. The pattern is the name itself; where an
        organisation is also called by its last word alone, the words before it may be missing.
        Datelines and date stamps are not read.
    """
    mentions = _mentions(article_texts(running_text(articles)).values())
    targets = _targets(mentions)
    ranked = sorted(targets, key=lambda name: (-targets[name][0], name.casefold(), name))
    rows = [(name, targets[name][1], "name", "suggested") for name in ranked[:most]]
    return make_table(rows, TARGET_COLUMNS)


_Name = tuple[str, ...]
"""The words of a name, without titles."""


def _targets(mentions: Mapping[_Name, int]) -> dict[str, tuple[int, str]]:
    """How often each target is mentioned, and the pattern that finds it."""
    by_last_word: dict[str, list[_Name]] = {}
    for name in mentions:
        by_last_word.setdefault(name[-1], []).append(name)
    targets = {}
    for last, names in by_last_word.items():
        whole = _whole_names(names)
        count: Counter[_Name] = Counter()
        for name in names:
            # The shortest whole name that this one ends in; a last word alone fits any of them.
            ends_in = [form for form in whole if name[-len(form) :] == form]
            fits = ends_in or (whole if len(name) == 1 else [])
            if len(fits) == 1:
                count[fits[0]] += mentions[name]
        for form, times in count.items():
            before = " ".join(map(_literal, form[:-1]))
            may_be_short = len(form) > 1 and (last,) in names and len(whole) == 1
            pattern = f"(?:{before} )?" if may_be_short else before and f"{before} "
            targets[" ".join(form)] = (times, pattern + _literal(last))
    return targets


def _whole_names(names: list[_Name]) -> list[_Name]:
    """What to call those whose names end in the same word: *Diaz*, *Red Cross*."""
    last = names[0][-1]
    bodies = {name for name in names if len(name) > 1 and is_body(name_parts(" ".join(name)))}
    if bodies:
        return [
            name
            for name in bodies
            if not any(name != other and name[-len(other) :] == other for other in bodies)
        ]
    if (last,) in names or any(name[0] in genders() for name in names):
        return [(last,)]
    shared = names[0]
    for name in names[1:]:
        while name[-len(shared) :] != shared:
            shared = shared[1:]
    return [shared]


def _mentions(texts: Iterable[str]) -> dict[_Name, int]:
    """How often each name is mentioned in all texts together."""
    sure: Counter[_Name] = Counter()
    unsure: Counter[_Name] = Counter()
    small: set[str] = set()
    for text in texts:
        for start, end in sentence_spans(text):
            words = tag(text, start, end)
            small.update(word.text for word in words)
            for name, is_sure in _names(words):
                (sure if is_sure else unsure)[name] += 1
    # What keeps opening sentences and is no word of the dictionary is a name without more proof.
    known = {name[-1] for name in sure}
    proven = [
        name
        for name, times in unsure.items()
        if name[-1] in known
        or (times > 1 and name[-1].lower() not in small and not lemmas_of(name[-1].lower()))
    ]
    return {name: sure[name] + unsure[name] for name in dict.fromkeys((*sure, *proven))}


def _names(words: list[Word]) -> Iterator[tuple[_Name, bool]]:
    """Each name in a sentence, and whether it is surely one.

    It is not where it could be any word with a capital, as at the start of a sentence, or an
    adjective, as in *Western leaders*: there it counts if it is surely a name elsewhere.
    """
    for first, last in _name_runs(words):
        while last > first and words[last].lower in _no_names():
            last -= 1  # "Ana Diaz Thursday", "U.S. Secretary of State"
        name = _without_article(words[last].text)
        modifies = last + 1 < len(words) and words[last + 1].pos in _MODIFIED
        if not _can_be_target(name) or (modifies and name in listed("nationalities.txt")):
            continue
        opens = first == last and _opens_sentence(words, first)
        if opens and modifies and words[first].pos in _COMMON_NOUNS:
            continue  # "Post offices closed"
        is_sure = not (opens or (modifies and lemmas_of(name.lower())))
        yield _words_of_name(words[first:last], name), is_sure


def _words_of_name(before: list[Word], last: str) -> _Name:
    """The words of a name but for titles, dates and initials before it."""
    start = 0
    for index, word in enumerate(before):
        if word.text == "." or len(word.text) == 1 or word.lower in _no_names():
            start = index + 1
    return (*(word.text for word in before[start:]), last)


def _can_be_target(name: str) -> bool:
    """Whether a word is more than a letter, a date, a title or an adjective such as *U.S.-led*."""
    is_adjective = name.rpartition("-")[2][:1].islower()
    return len(name) > 1 and name.lower() not in _no_names() and not is_adjective


_PROPER_NOUNS = frozenset({"NNP", "NNPS"})
_COMMON_NOUNS = frozenset({"NN", "NNS"})
_MODIFIED = frozenset({"NN", "NNS", "JJ"})
"""Classes of a word that makes a name before it no more than its attribute."""

_TITLE_ABBREVIATIONS = read_set("title abbreviations")
_ARABIC_ARTICLE = re.compile(r"(?:[AaEeUu]l|[Aa][dnrs])[-‐‑]")


def _name_runs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of words that may be a name: *Gen. J. Doe*."""
    first = None
    for index in range(len(words) + 1):
        if index < len(words) and _may_be_in_name(words, index, inside=first is not None):
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None


def _may_be_in_name(words: list[Word], index: int, *, inside: bool) -> bool:
    """Whether a word, or the full stop of *Gen.*, may be part of a name.

    At the start of a sentence a common noun may be one too: *Post* of *Post denied it*.
    """
    word = words[index]
    if word.text == ".":
        short = words[index - 1].lower
        follows = index + 1 < len(words) and words[index + 1].pos in _PROPER_NOUNS
        return inside and follows and (len(short) == 1 or short in _TITLE_ABBREVIATIONS)
    if word.pos in _COMMON_NOUNS:
        return word.text[0].isupper() and _opens_sentence(words, index)
    return word.pos in _PROPER_NOUNS


def _opens_sentence(words: list[Word], index: int) -> bool:
    """Whether a word starts a sentence, a quotation or what follows a colon or dash."""
    if index == 0:
        return True
    before = words[index - 1]
    return before.pos == "PUNCT" and before.text not in (",", ";", ".")


def _without_article(name: str) -> str:
    """*Haddad* of *al-Haddad*: both are one name, and the shorter one is found in the longer."""
    return name[3:] if _ARABIC_ARTICLE.match(name) and name[3:4].isupper() else name


@cache
def _no_names() -> frozenset[str]:
    """Weekdays, months and titles that nobody is called by."""
    dates = {name.lower() for name in (*calendar.day_name, *calendar.month_name) if name}
    titles = listed("titles.txt") - read_set("surnames too")
    return titles | dates | {"edt", "est"}


def _literal(word: str) -> str:
    """A pattern that matches these characters."""
    return "".join(character if character.isalnum() else f"\\{character}" for character in word)


def stance_matrix(ratings: pd.DataFrame) -> pd.DataFrame:
    """How often each speaker is for and against each target.

    Parameters
    ----------
    ratings
        What `helpers.stance.rate_stance` returns.

    Returns
    -------
    pandas.DataFrame
        `MATRIX_COLUMNS`, a row for each speaker and target with any rating: statements in favor,
        against, and those in which no rule speaks; ``position`` is favor, against, both or none.
        Speakers with most sided statements first, then by name; targets by name.
    """
    rows = []
    for (speaker, target), group in _named(ratings).groupby(["speaker_name", "target"], sort=True):
        counts = Counter(group["stance"])
        sides = [side for side in SIDES if counts[side]]
        position = "both" if len(sides) == 2 else (sides or ["none"])[0]
        rows.append((speaker, target, *(counts[s] for s in (*SIDES, "none")), position))
    table = make_table(rows, MATRIX_COLUMNS)
    sided = (table["favor"] + table["against"]).groupby(table["speaker_name"]).transform("sum")
    order = table.assign(_sided=-sided).sort_values(["_sided", "speaker_name", "target"])
    return order.drop(columns="_sided").reset_index(drop=True)


def _named(ratings: pd.DataFrame) -> pd.DataFrame:
    """Ratings in which a speaker without any name has a name that can be shown."""
    return ratings.assign(
        speaker_name=ratings["speaker_name"].where(ratings["speaker_name"] != "", NOBODY)
    )


def count_once(ratings: pd.DataFrame, shared: pd.DataFrame) -> pd.DataFrame:
    """Ratings without those of a remark that another article reports as well.

    Parameters
    ----------
    ratings
        What `helpers.stance.rate_stance` returns.
    shared
        What `helpers.sharing.shared_statements` returns: pairs of statements that are one remark.

    Returns
    -------
    pandas.DataFrame
        Of the ratings of one remark toward one target, the first with a side is kept, or the first.
    """
    remark: dict[str, int] = {}
    for row in shared.to_dict("records"):
        for statement in (row["statement_id"], row["other_statement_id"]):
            remark.setdefault(statement, row["remark_id"])
    keys = [remark.get(statement, statement) for statement in ratings["statement_id"]]
    order = ratings.assign(
        _remark=[str(key) for key in keys],
        _silent=~ratings["stance"].isin(SIDES),
        _place=range(len(ratings)),
    )
    kept = order.sort_values(["_silent", "_place"]).drop_duplicates(["_remark", "target"])
    return ratings.loc[kept.sort_values("_place").index].reset_index(drop=True)


def agreements(matrix: pd.DataFrame) -> pd.DataFrame:
    """Pairs of speakers who take the same side, or opposite sides, toward a target.

    Parameters
    ----------
    matrix
        What `stance_matrix` returns.

    Returns
    -------
    pandas.DataFrame
        ``target, speaker, other, agree``, disagreements first, then by target and name. Speakers
        who take both sides or none are left out, and so is whoever is not named.
    """
    sided = matrix[matrix["position"].isin(SIDES) & (matrix["speaker_name"] != NOBODY)]
    rows = []
    for target, group in sided.groupby("target", sort=True):
        people = group.sort_values("speaker_name")[["speaker_name", "position"]].to_numpy().tolist()
        for number, (speaker, position) in enumerate(people):
            rows += [
                (target, speaker, other, position == its) for other, its in people[number + 1 :]
            ]
    table = make_table(rows, PAIR_COLUMNS)
    return table.sort_values(["agree", "target", "speaker", "other"], ignore_index=True)


def by_article(ratings: pd.DataFrame) -> pd.DataFrame:
    """Speakers and targets rated in two articles or more, an article a row.

    Returns
    -------
    pandas.DataFrame
        `ARTICLE_COLUMNS`: statements in favor, against and without a side, by speaker, target and
        article, in that order.
    """
    keys = ["speaker_name", "target"]
    named = ratings[ratings["speaker_name"] != ""]
    several = named.groupby(keys)["article_id"].transform("nunique") > 1
    rows = [
        (*key, *(Counter(group["stance"])[side] for side in (*SIDES, "none")))
        for key, group in named[several].groupby([*keys, "article_id"], sort=True)
    ]
    return make_table(rows, ARTICLE_COLUMNS)


def rated_sentences(ratings: pd.DataFrame, articles: pd.DataFrame) -> list[Markup]:
    """The sentences behind ratings, with target and cue marked.

    Parameters
    ----------
    ratings
        Rows of `helpers.stance.rate_stance`.
    articles
        Has ``article_id, text``; ``label`` is shown if it is there.

    Returns
    -------
    list of Markup
        One a rating: speaker, stance, article, then the sentences of target and cue, the target in
        square brackets and bold, the cue underlined between low lines, everything else escaped.
    """
    texts = article_texts(articles)
    labels = value_by_article(articles, "label")
    return [
        _rated_sentence(row, texts[row["article_id"]], labels) for row in ratings.to_dict("records")
    ]


def _rated_sentence(row: dict[str, object], text: str, labels: Mapping[str, object]) -> Markup:
    marks = [(row["mention_start"], row["mention_end"], "<b>[{words}]</b>")]
    if row["cue"]:
        marks.append((row["cue_start"], row["cue_end"], "<u>_{words}_</u>"))
    marks.sort()
    first, last = min(m[0] for m in marks), max(m[1] for m in marks)
    inside = [s for s in sentence_spans(text) if s[0] < last and s[1] > first]
    start, end = (inside[0][0], inside[-1][1]) if inside else (first, last)
    pieces = []
    place = start
    for begin, stop, template in marks:
        if begin < place:
            continue  # the cue stands inside the target
        pieces += [escape(text[place:begin]), fill(template, words=text[begin:stop])]
        place = stop
    pieces.append(escape(text[place:end]))
    return fill(
        "<strong>{speaker}</strong>, {stance} (<em>{rule}</em>), {article}: {sentence}",
        speaker=row["speaker_name"] or NOBODY,
        stance=row["stance"],
        rule=row["rule"] or "no rule",
        article=labels.get(row["article_id"], row["article_id"]),
        sentence=Markup("").join(pieces),
    )
