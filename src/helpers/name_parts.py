"""What a run of capitalised words holds: titles, a name, an organisation or plain words.

Names are found by shape and title; nothing is looked up in the article around them.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from helpers.dictionary import lemmas_of
from helpers.reporting import cue_forms
from helpers.text import Span
from helpers.titles import bare_word, singular_of, title_length
from helpers.wordlists import listed, read_list, read_rows, read_set

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽĻŃŇŅŐŌŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽ"
CAPITAL = f"[{_CAPITALS}]"
_REST_OF_WORD = rf"[\w.]*+(?>(?:[-‐‑&]\w++|['’]{CAPITAL}\w++)*)"
# First a set of letters, which a search passes over the rest of a text to find; then what it is.
NAME_WORD = (
    rf"[aedl{_CAPITALS}]"
    rf"(?:(?<=[aeAE])l[-‐‑]{CAPITAL}|(?<=[dDlOM])c?['’]{CAPITAL}|(?<={CAPITAL}))"
    rf"{_REST_OF_WORD}"
)
_PARTICLE = r"(?:al|el|bin|bint|ibn|abu|de|del|della|di|da|van|von|der|den|la|le|dos|ben|ter|y)"
PARTICLES = read_set("name particles")
"""Small words with which a family name may begin."""
# A run is looked for by its first capital, which is rare; a small prefix before that is added.
_RUN = re.compile(
    rf"{CAPITAL}(?:(?<=[AE])l[-‐‑]{CAPITAL}|(?<=[DOM])c?['’]{CAPITAL}|){_REST_OF_WORD}"
    rf"(?>(?:[ \u00a0]++(?:{_PARTICLE}[ \u00a0]++){{0,3}}{NAME_WORD}){{0,12}})"
)
_PREFIX = re.compile(r"(?:[ae]l[-‐‑]|[dl]c?['’])(?!.)", re.DOTALL)
POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_ABBREVIATION = re.compile(
    r"^(?:[A-Z]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Capt|Rev|Prof|Maj|Cmdr|Adm|Brig|Hon)\."
)


def capital_runs(text: str) -> list[Span]:
    """Runs of capitalised words, each with the *al-* or *d'* before it, cut where one name ends."""
    runs: list[Span] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start and text[start - 1] in "-‐‑'’":
            prefix = _PREFIX.search(text, max(0, start - 3), start)
            start = prefix.start() if prefix else start
        run = text[start:end]
        if "." in run or "'" in run or "’" in run:
            runs += _split_run(text, start, end)
        else:
            runs.append((start, end))
    return runs


def _split_run(text: str, start: int, end: int) -> list[Span]:
    """Cut a run of capitalised words after possessives and at the ends of sentences."""
    spans = []
    first = position = start
    for word in re.finditer(r"\S+", text[start:end]):
        last = start + word.end()
        position = last
        written = word.group()
        ends = written.endswith(".") and not _SENTENCE_ABBREVIATION.match(written)
        if ends or POSSESSIVE.search(written):
            spans.append((first, last))
            first = last
    if first < position:
        spans.append((first, end))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in spans if text[a:b].strip()
    ]


@cache
def genders() -> dict[str, str]:
    """The gender that each given name tells."""
    return {row["name"]: row["gender"] for row in read_rows("given_names.csv")}


@cache
def states_lower() -> frozenset[str]:
    """Places that stand for a government, in small letters."""
    return frozenset(name.lower() for name in read_list("states.txt"))


NEVER_IN_NAMES = read_set("never in names")
HONORIFICS = read_set("honorifics")
"""Titles that only persons have: *Mr Street* is no street."""

_SURNAMES_TOO = read_set("surnames too")
"""Titles that are common surnames: at the end of a run of capitalised words they are the name."""

NAMES_TOO = read_set("names too")
"""Months and modal verbs that people are called: *Theresa May*, *Will Smith*."""

PARTY_MEMBERS = read_set("party members")
"""What somebody is, not called, though it is written with a capital: *the Ohio Democrat*."""

_AFTER_NAMES = read_set("after names")
"""Letters of honours and offices that follow a name."""


class NameParts(NamedTuple):
    """What a run of capitalised words holds."""

    name: tuple[str, ...]
    """Words of the name as written; empty if the run is only titles."""
    roles: tuple[str, ...]
    offset: int
    """Index of the first word of the name within the run."""


@lru_cache(maxsize=20_000)
def name_parts(run: str) -> NameParts:
    """Titles and name in a run such as *Foreign Minister Ana Diaz*."""
    words = run.split()
    while len(words) > 2 and words[-1].strip(",") in _AFTER_NAMES:
        words.pop()  # "Ana Diaz QC"
    lower = [bare_word(word) for word in words]
    roles: list[str] = []
    start = 0
    index = 0
    while index < len(words):
        length = title_length(lower, index)
        if length == 1 and index and index + 1 == len(words) and lower[index] in _SURNAMES_TOO:
            length = 0  # "Mr. King", "Charlie King"
        if length:
            roles.append(" ".join(lower[index : index + length]))
            index += length
            start = index
        else:
            index += 1
    if index == len(words) == start + 1 and not HONORIFICS.isdisjoint(roles):
        return NameParts(tuple(words[start:]), tuple(roles), start)  # "Mr French"
    if (
        len(words) > 1
        and start < len(words)
        and (all(word in listed("nationalities.txt") for word in words[start:]))
    ):
        start = len(words)
    if start + 1 < len(words) and _is_participle(words[start]):
        start += 1
    while (
        start < len(words)
        and not (roles and lower[start] in NAMES_TOO)
        and (
            lower[start] in NEVER_IN_NAMES
            or words[start].rstrip(".") in listed("nationalities.txt")
            or (lower[start] in listed("time_words.txt") and not _is_born_on(words, roles, start))
        )
    ):
        if len(words) == 1 and words[start] in listed("nationalities.txt"):
            break
        start += 1
    if (
        start + 2 < len(words)
        and not roles  # "Finance Minister Tor Magnus Eide"
        and words[start] not in genders()
        and words[start + 1] in genders()
        and lemmas_of(lower[start])
    ):
        start += 1  # "More Ana Diaz Letters Found"
    if start < len(words) and words[start] in genders():
        told = (
            index
            for index in range(start + 2, len(words))
            if lower[index].endswith("s") and lower[index] in cue_forms()
        )
        end = next(told, len(words))  # "Ana Diaz Praises Tom Reed"
        words, lower = words[:end], lower[:end]
    if len(words) > 1 and lower[-1] in PARTY_MEMBERS:
        return NameParts((), (*roles, lower[-1]), len(words))  # "the Leeds Conservative"
    start += _organisation_before(words[start:])
    return NameParts(tuple(words[start:]), tuple(roles), start)


def _is_born_on(words: list[str], roles: list[str], start: int) -> bool:
    """Whether a day of the week is a given name, as in *Mr Sunday Okon*: a title leads to it."""
    return bool(roles) and roles[-1] in HONORIFICS and start + 2 == len(words)


@lru_cache(maxsize=20_000)
def _is_participle(word: str) -> bool:
    """Whether a capitalised word is *Given* or *Asked*, which may open a sentence before a name."""
    lower = word.lower()
    return (
        lower.endswith(("ing", "ed", "en"))
        and word not in genders()
        and lower not in lemmas_of(lower).get("VERB", (lower,))
    )


def _organisation_before(words: list[str]) -> int:
    """How many words before a name are an organisation: *Leeds City Council Ana Diaz*, *BBC ...*.

    Two words at least are left, the first of which is no part of the organisation.
    """
    institutions = listed("institution_words.txt")
    for last in range(len(words) - 2, 0, -1):
        word = bare_word(words[last - 1])
        if word in institutions and words[last] in genders():
            return last
    acronym = words[0] if words else ""
    named = len(words) > 2 and not any(map(str.isupper, words[1:]))
    return int(named and acronym.isupper() and len(acronym) > 2 and acronym.isalpha())


def has_name(phrase: str) -> bool:
    """Whether any run of capitalised words in a phrase holds a name."""
    return any(name_parts(match.group()).name for match in _RUN.finditer(phrase))


GENERATION = read_set("generation")
"""What tells a son from his father of the same name: *Jr.*."""


@lru_cache(maxsize=20_000)
def without_generation(name: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name in small letters, without *Jr.* at its end."""
    words = [bare_word(word) for word in name]
    while words and words[-1] in GENERATION:
        words.pop()
    return tuple(words)


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a name that is no *Jr.*."""
    content = [word for word in words if word not in GENERATION]
    return content[-1] if content else words[-1]


_INITIALS = re.compile(r"(?:[A-Z]\.)+")
COMPASS_NAMES = read_set("compass names")
_FAMILY_NAMES_TOO = read_set("family names too")
"""Words of institutions that are family names too: *Alan Banks*."""


@lru_cache(maxsize=20_000)
def _is_organisation(words: tuple[str, ...]) -> bool:
    """Whether the words of a name are an organisation's, a group's or a place's."""
    lower = [bare_word(word) for word in words]
    if " ".join(lower) in listed("organisations.txt"):
        return True
    if len(words) == 2 and "-" in words[1]:
        return False  # "Park Geun-ho": a family name that is a place word too
    if any(word in NEVER_IN_NAMES for word in lower):
        return True  # part of a headline
    institutions = listed("institution_words.txt")
    if len(words) == 2 and words[0] in genders() and lower[1] in _FAMILY_NAMES_TOO:
        return False
    if len(words) == 2 and lower[1] in COMPASS_NAMES and not lemmas_of(lower[0]):
        return False  # "Leontyne West", but not "Key West"
    one = singular_of(lower[-1])
    if one != lower[-1] and words[0] not in genders():
        people = PARTY_MEMBERS | listed("person_nouns.txt")
        if one in people or one.title() in listed("nationalities.txt"):
            return True  # "Latino Republicans"
    if any(word in institutions or singular_of(word) in institutions for word in lower):
        return True
    if words[0] not in genders() and any(
        singular_of(word) in listed("not_person_words.txt") for word in lower
    ):
        return True
    if " ".join(lower) in states_lower():
        return True
    return any(
        len(word.rstrip(".")) > 1
        and word.isupper()
        and not _INITIALS.fullmatch(word)
        and bare_word(word) not in GENERATION
        for word in words
    ) and not all(map(str.isupper, words))


def is_body(parts: NameParts) -> bool:
    """Whether a name is an organisation's; *Mr* and *Mrs* say that it isn't."""
    return HONORIFICS.isdisjoint(parts.roles) and _is_organisation(parts.name)


_CUT_VERBS = read_set("cut verbs")
"""What is left of *didn't* before its apostrophe."""


@lru_cache(maxsize=20_000)
def is_of_plain_words(words: tuple[str, ...]) -> bool:
    """Whether capitalised words are those of a headline and no name: *Go Well*."""
    lower = [bare_word(word) for word in words]
    if lower[-1] in _CUT_VERBS:
        return True
    return words[0] not in genders() and all(map(lemmas_of, lower))


@lru_cache(maxsize=20_000)
def may_name_person(run: str) -> bool:
    """Whether a run of capitalised words names no organisation and is not the words of a headline.

    Whether it names one person is for the words around it to say.
    """
    parts = name_parts(run)
    return not is_body(parts) and (bool(parts.roles) or not is_of_plain_words(parts.name))


def is_inflected_verb(lower: str) -> bool:
    """Whether a word can only be a form of a verb, and not its plain one: *mocked*, *says*."""
    lemmas = lemmas_of(lower)
    return lemmas.keys() == {"VERB"} and lower not in lemmas["VERB"]


@lru_cache(maxsize=20_000)
def is_plural_noun(run: str) -> bool:
    """Whether one capitalised word is an everyday plural: *Diplomats said*."""
    lower = run.lower()
    lemmas = lemmas_of(lower).get("NOUN", ())
    return bool(lemmas) and lower not in lemmas


_COINED = re.compile(r"(?!(?:Ma?c|D[aeiu]|L[aeo]|V[ao]n|Fitz|O['’])[A-Z])[A-Z]?[a-z]++[A-Z]")
"""A word with a capital inside, as companies are called; *McKay* and *DeLuca* are surnames."""


def is_coined(word: str) -> bool:
    """Whether a word is an acronym or has a capital inside, as companies are called."""
    return (word.isupper() and len(word) > 1) or _COINED.match(word) is not None


def is_common(word: str) -> bool:
    """Whether a capitalised word is a kind of paper, source or body: *Report*, *Officials*."""
    singular = singular_of(word.lower())
    return any(
        singular in listed(f"{name}.txt")
        for name in ("document_words", "unnamed_words", "institution_words")
    )
