"""The words of harm, those for people and things that a number may count, and their forms.

They stand in ``data/casualty_verbs.csv``, ``casualty_nouns.csv``, ``person_nouns.txt`` and
``count_nouns.csv``; verbs and nouns are inflected here.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from helpers.numerals import Token
from helpers.wordlists import read_list, read_rows, read_set

QUOTES = frozenset("\"'“”‘’")
ARTICLES = frozenset(("a", "an"))
NEGATIVE_PRONOUNS = read_set("negative pronouns")
COUNTS = read_set("counting nouns")
DEADLY = frozenset(("fatally", "mortally"))
STRIKING = frozenset(("hit", "strike", "run over", "run down", "knock down"))
"""Verbs that harm people only if what strikes them is named: *hit by a car*, not *by a tax*."""

TO_HOSPITAL = read_set("to hospital")
HOSPITALS = read_set("hospitals")
SUFFERED = read_set("suffered")

_ADVERBS_NOT_LY = read_set("adverbs not ly")
_DOUBLING = read_set("doubling")
_TELLING = read_set("telling") | read_set("telling of absence")
_TRIGGERS = frozenset(("wounds", "burns", "inhalation", "lost", "search", "searching", "searched"))
_OPENS_ITEM = read_set("opens item")
_PLURAL_ENDINGS = ("men", "children", "people")


class Form(NamedTuple):
    """One form of a verb or noun of harm, which may be several words."""

    words: tuple[str, ...]
    form: str  # base, third, past, participle, gerund, or the kind of a noun
    effect: str
    voice: str
    force: str
    lemma: str


class Lexicon(NamedTuple):
    """The word lists, ready for look-up."""

    forms: dict[str, list[Form]]  # by first word, longest first
    persons: frozenset[str]
    singular_persons: frozenset[str]
    person_pairs: frozenset[tuple[str, str]]
    singular_pairs: frozenset[tuple[str, str]]
    things: dict[str, str]  # noun form -> what it counts
    letters: dict[str, str]
    triggers: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the word lists once."""
    forms = _forms_of_harm()
    people = read_list("person_nouns.txt")
    singular = {word for word in people if " " not in word and "-" not in word}
    hyphened = {word for word in people if "-" in word}
    persons = singular | hyphened | {plural(word) for word in singular | hyphened}
    already_plural = {word for word in singular if word.endswith(_PLURAL_ENDINGS)}
    pairs = [word for word in people if word.count(" ") == 1]
    things = _things()
    return Lexicon(
        forms,
        frozenset(persons - set(things) | {"private", "general"}),
        frozenset((singular | hyphened) - already_plural),
        frozenset(_pair(form) for word in pairs for form in (word, plural(word))),
        frozenset(_pair(word) for word in pairs if not word.endswith(_PLURAL_ENDINGS)),
        things,
        {
            word: row["letter"]
            for row in read_rows("clause_words.csv")
            for word in row["words"].split()
        },
        _triggers(forms),
    )


def _forms_of_harm() -> dict[str, list[Form]]:
    forms: dict[str, list[Form]] = {}
    for row in read_rows("casualty_verbs.csv"):
        first, *rest = row["verb"].split()
        for name, shapes in _inflected(first, row["past"], row["participle"]).items():
            for shape in sorted(shapes):
                words = (shape, *rest)
                entry = Form(words, name, row["effect"], row["voice"], row["force"], row["verb"])
                forms.setdefault(shape, []).append(entry)
    for row in read_rows("casualty_nouns.csv"):
        words = tuple(row["form"].split())
        entry = Form(words, row["kind"], row["effect"], "", row["force"], row["form"])
        forms.setdefault(words[0], []).append(entry)
    for entries in forms.values():
        entries.sort(key=_longest_first)
    return forms


def _longest_first(entry: Form) -> tuple[int, tuple[str, ...], str]:
    return -len(entry.words), entry.words, entry.form


def _things() -> dict[str, str]:
    things: dict[str, str] = {}
    for row in read_rows("count_nouns.csv"):
        for noun in row["nouns"].split():
            things[noun] = things[plural(noun)] = row["kind"]
    return things


def _triggers(forms: dict[str, list[Form]]) -> frozenset[str]:
    """Words of which every casualty claim has one: of an expression, the one that tells most."""
    telling = {
        entry.words[0] for found in forms.values() for entry in found if len(entry.words) == 1
    }
    return (
        frozenset(
            next((word for word in entry.words if word in telling | _TELLING), entry.words[0])
            for found in forms.values()
            for entry in found
        )
        | HOSPITALS
        | _TRIGGERS
    )


def _pair(words: str) -> tuple[str, str]:
    first, second = words.split()
    return first, second


# Inflection


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return verb[:-1]
    if verb in _DOUBLING:
        return verb + verb[-1]
    return verb


def _inflected(verb: str, past: str, participle: str) -> dict[str, set[str]]:
    """Forms of a verb (one word) by name."""
    regular = _stem(verb, "ed") + "ed"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        regular = verb[:-1] + "ied"
    return {
        "base": {verb},
        "third": {_third(verb)},
        "past": {past or regular},
        "participle": {participle or past or regular},
        "gerund": {_stem(verb, "ing") + "ing"},
    }


def plural(noun: str) -> str:
    """Regular plural of an English noun; compounds in *man* and *woman* included."""
    if noun.endswith("man") and noun not in ("human", "german", "roman"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


# Words of a sentence


def is_may(tokens: list[Token], index: int) -> bool:
    """Whether *May* is the month: a capital inside a sentence that is not in capitals."""
    return 0 < index < len(tokens) and tokens[index].text == "May"


def is_person(tokens: list[Token], index: int) -> bool:
    """Whether the word is a noun for people."""
    if index >= len(tokens):
        return False
    lower = tokens[index].lower.removesuffix("'s")
    if lower in lexicon().persons or lower.endswith("-year-olds"):
        return True
    return index > 0 and (tokens[index - 1].lower, lower) in lexicon().person_pairs


def is_one_person(tokens: list[Token], index: int) -> bool:
    """Whether the word, or the pair that it ends, is a noun for one person: *asylum seeker*."""
    words = lexicon()
    lower = tokens[index].lower
    if lower in words.singular_persons:
        return True
    return index > 0 and (tokens[index - 1].lower, lower) in words.singular_pairs


def is_adverb(lower: str) -> bool:
    """Whether a word is an adverb by its ending."""
    return lower.endswith("ly") and len(lower) > 4 and lower not in _ADVERBS_NOT_LY


@lru_cache(maxsize=1 << 16)
def is_plain(lower: str) -> bool:
    """Whether a word can only be read by itself, as most can: it opens nothing that has a name.

    What any of the readers of `helpers.casualty_items` before the last asks of a first word.
    """
    words = lexicon()
    bare = lower.removesuffix("'s")
    return not (
        lower in words.letters
        or lower in words.forms
        or bare in words.persons
        or bare in _second_of_pairs()
        or lower.endswith("n't")
        or lower in SUFFERED | TO_HOSPITAL | NEGATIVE_PRONOUNS | DEADLY | COUNTS
        or lower in _OPENS_ITEM
    )


@cache
def _second_of_pairs() -> frozenset[str]:
    return frozenset(second for _, second in lexicon().person_pairs)
