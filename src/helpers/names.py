"""The people of one article: where each is named, by which titles, and who a surname means."""

import re
from bisect import bisect_left, bisect_right, insort
from functools import cache
from typing import NamedTuple

from helpers.dictionary import lemmas_of
from helpers.name_parts import (
    GENERATION,
    NAMES_TOO,
    PARTICLES,
    POSSESSIVE,
    NameParts,
    capital_runs,
    genders,
    is_body,
    may_name_person,
    name_parts,
    surname_of,
    without_generation,
)
from helpers.reporting import cue_forms
from helpers.text import Span
from helpers.titles import FEMALE_WORDS, MALE_WORDS, bare_word, forms_of, head_end, means_person
from helpers.wordlists import listed, read_set

Spoken = list[tuple[int, int | str]]
"""Where somebody spoke so far, and who: a person's number or an institution's name."""


class Person(NamedTuple):
    """A person of an article."""

    name: str
    words: tuple[str, ...]
    """Words of the name in small letters, without ``al-``."""


class Mention(NamedTuple):
    """A place where a name stands."""

    start: int
    end: int
    person: int
    subject: bool
    """Whether it stands early in its sentence, before the verb."""


_PEERAGE = read_set("peerage")
"""Titles that belong to a family name where no other name is given: *Lady Voss*."""

FORM = re.compile(r"\w[\w’'-]*+")
"""A word as it is written, with hyphens and apostrophes."""

FAR = 1 << 60
"""A place beyond the end of every text."""

LOOK_BACK = 200
"""How many names back an ambiguous surname or role is followed."""

_SUBJECT_REACH = 40
"""A name that starts within so many characters of its sentence counts as its subject."""

_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|by|on|last|next|this|early|late|mid|from)[ -](?!.)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_BEFORE_NAMES = (
    *(" in ", "\nin ", " near ", " outside ", " across ", " at "),
    *(" the ", "\nthe ", "“the ", '"the '),
)
_WORDS_BEFORE = re.compile(r"(?<![\w’'-])(?:[a-z][a-z’'-]*+ ){1,3}(?!.)", re.DOTALL)
"""Words in small letters that end where the search does."""

_DESCRIPTION_BEFORE = re.compile(
    r"\b(?:the|an?|his|her|its|their|our) ((?:[a-z-]+ ){0,3}[a-z-]+)"
    r"(?: (?:of|for|at|in|to) [^,.;:]{1,80})?, (?!.)",
    re.IGNORECASE | re.DOTALL,
)
"""*The majority leader of the house,* before a name."""

_APPOSITION = re.compile(
    r"(?:, (?:who (?:is|was) )?(?:an? |the )?| (?:is|was) (?:an? |the ))((?:[\w’'.-]+ ?){1,6})"
)


class Names:
    """The people of one article, where they are named, and what is known of them."""

    def __init__(self, text: str, sentences: list[Span]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [start for start, _ in sentences]
        self.people: list[Person] = []
        self.gender: dict[int, str] = {}
        self.roles: dict[int, set[str]] = {}
        self.spoke: set[int] = set()
        self.mentions: list[Mention] = []
        self._by_word: dict[str, list[int]] = {}
        self.runs = capital_runs(text)
        """Where names may stand."""
        self._read()

    def _read(self) -> None:
        runs = []
        for start, end in self.runs:
            run = self.text[start:end]
            parts = name_parts(run)
            if not parts.name:
                lone = run.rstrip(".")
                if lone.lower() not in NAMES_TOO:
                    continue
                end = start + len(lone)
                if self._is_month(start, end):
                    continue
                parts = NameParts((lone,), (), 0)
            runs.append((start, end, parts))
            if (
                1 < len(parts.name) < 6
                and may_name_person(run)
                and not self._is_no_person(start, parts)
            ):
                self._add(start, end, parts)
        known = {mention.start for mention in self.mentions}
        for start, end, parts in runs:
            if start in known:
                continue
            person = self.of_words(parts.name, start, parts.roles)
            if person is None and len(parts.name) == 1 and parts.roles and not is_body(parts):
                person = self._new(parts.name, parts.roles)
            if person is not None:
                self._mention(start, end, person, parts)
                insort(self.mentions, self.mentions.pop())  # the next one looks back from its place

    def _is_month(self, start: int, end: int) -> bool:
        """Whether *May* is the month or the verb: *in May*, *May 7*, *May we go?*."""
        before = self.text[max(0, start - 12) : start].split()
        after = FORM.match(self.text, end + 1)
        speaks = after is not None and after.group() in cue_forms()
        said = bool(before) and before[-1] in cue_forms() and self.text[end : end + 1] in ",.;"
        month = _BEFORE_MONTH.search(self.text, max(0, start - 10), start) is not None
        return month or not (speaks or said)

    def _is_no_person(self, start: int, parts: NameParts) -> bool:
        """Whether a name is a place's or a paper's: *in Port Diaz*, *the Leeds Examiner*."""
        before = f" {self.text[max(0, start - 9) : start].lower()}"
        if parts.roles or parts.name[0] in genders():
            return False
        if parts.offset and self.text[start : start + 4].lower() == "the ":
            return True
        return before.endswith(_NOT_BEFORE_NAMES)

    def _conflicts(self, person: int, roles: tuple[str, ...]) -> bool:
        """Whether *Mr.* or *Mrs.* says that somebody else of that surname is meant."""
        gender = self.gender.get(person)
        return (gender == "female" and not MALE_WORDS.isdisjoint(roles)) or (
            gender == "male" and not FEMALE_WORDS.isdisjoint(roles)
        )

    def evident(self, person: int) -> bool:
        """Whether more than capitals says that a name is a person's: a title, a gender."""
        return person in self.gender or person in self.spoke or bool(self.roles.get(person))

    def _add(self, start: int, end: int, parts: NameParts) -> None:
        words = tuple(bare_word(word) for word in parts.name)
        person = next(
            (p for p in self._by_word.get(words[-1], ()) if self.people[p].words == words), None
        )
        if person is None:
            person = self._longer(words)
        if person is None:
            person = self._of_double_surname(words, parts)
        if person is None:
            person = self._new(parts.name, parts.roles)
        self._mention(start, end, person, parts)

    def _longer(self, words: tuple[str, ...]) -> int | None:
        """Somebody known by the same first and last word: *Omar Haddad*, *Omar Karim Haddad*."""
        content = [word for word in words if word not in GENERATION]
        for person in self._by_word.get(content[-1], ()) if content else ():
            other = [word for word in self.people[person].words if word not in GENERATION]
            if other[-1] == content[-1] and other[0] == content[0]:
                return person
        begun = {
            person
            for person in (self._by_word.get(content[0], ()) if content else ())
            for other in (self.people[person].words,)
            if len(content) > 1 and list(other[: len(content)]) == content
        }
        return begun.pop() if len(begun) == 1 else None

    def _of_double_surname(self, words: tuple[str, ...], parts: NameParts) -> int | None:
        """The one person whose name ends in these words: *Ana de Wit* is *De Wit* later on.

        If *De Wit* came first, as in a headline, she gets her full name now.
        """
        bearers = self._by_word.get(words[-1])
        if bearers is None:
            return None
        known = [person for person in bearers if not self._conflicts(person, parts.roles)]
        fuller = [p for p in known if _leaves_out_given_name(words, self.people[p].words)]
        if len(fuller) == 1:
            return fuller[0]
        short = [p for p in known if _leaves_out_given_name(self.people[p].words, words)]
        if fuller or len(short) != 1:
            return None
        person = short[0]
        self._call(person, parts.name, parts.roles)
        return person

    def _new(self, name: tuple[str, ...], roles: tuple[str, ...] = ()) -> int:
        person = len(self.people)
        self.people.append(Person("", ()))
        self._call(person, name, roles)
        return person

    def _call(self, person: int, name: tuple[str, ...], roles: tuple[str, ...]) -> None:
        """Give a person a name, by which it is found from now on."""
        shown = [POSSESSIVE.sub("", word) for word in name]
        shown[-1] = shown[-1] if bare_word(shown[-1]) in ("jr", "sr") else shown[-1].rstrip(".")
        first = shown[0]
        if len(name) == 1 and roles and roles[-1] in _PEERAGE:
            shown.insert(0, roles[-1].title())  # "Lady Voss" is no other Voss
        words = tuple(bare_word(word) for word in name)
        known = self.people[person].words
        self.people[person] = Person(" ".join(shown), words)
        for word in dict.fromkeys(words):
            if word not in known:
                self._by_word.setdefault(word, []).append(person)
        gender = genders().get(first)
        if gender and len(name) > 1:
            self.gender[person] = gender

    def _mention(self, start: int, end: int, person: int, parts: NameParts) -> None:
        sentence = self.sentence_at(start)
        subject = start - self.starts[sentence] < _SUBJECT_REACH if self.starts else False
        self.mentions.append(Mention(start, end, person, subject))
        roles = self.roles.get(person)
        if roles is None:
            roles = self.roles[person] = set()
        for role in parts.roles:
            roles.update(forms_of(role))
        self._roles_before(start, roles)
        if self.text.startswith((", ", " is ", " was "), end):
            self._apposition_roles(end, roles)
        if roles and person not in self.gender:
            if not roles.isdisjoint(MALE_WORDS):
                self.gender[person] = "male"
            elif not roles.isdisjoint(FEMALE_WORDS):
                self.gender[person] = "female"

    def _roles_before(self, start: int, roles: set[str]) -> None:
        """Keep *head coach* from *the head coach Ana Diaz* as a role of hers."""
        text = self.text
        if start < 2 or text[start - 1] != " ":
            return
        last = text[start - 2]
        if last.islower() or last in "’'-":
            word = text[text.rfind(" ", max(0, start - 40), start - 1) + 1 : start - 1]
            if word.isalpha() and not means_person(word):
                return
            match = _WORDS_BEFORE.search(text, max(0, start - 40), start)
            if match:
                _add_roles(match.group().lower().split(), roles)
        elif last == ",":
            match = _DESCRIPTION_BEFORE.search(text, max(0, start - 120), start)
            if match:
                _add_roles(match.group(1).lower().split(), roles)

    def _apposition_roles(self, end: int, roles: set[str]) -> None:
        """Keep *deputy minister* from *X, the deputy minister of trade,* as a role of X."""
        match = _APPOSITION.match(self.text, end, end + 80)
        if match:
            phrase = match.group(1)
            words = phrase[: head_end(phrase)].lower().split()
            roles.update(word for word in words if word in listed("titles.txt"))
            _add_roles(words, roles)

    def add(self, start: int, end: int, parts: NameParts) -> int:
        """Take somebody for a person who is named only once, as a speaker."""
        person = self._new(parts.name, parts.roles)
        self._mention(start, end, person, parts)
        insort(self.mentions, self.mentions.pop())
        return person

    def mention_at(self, position: int) -> Mention | None:
        """The mention that holds a place in the text."""
        index = bisect_right(self.mentions, (position, FAR)) - 1
        if index >= 0 and self.mentions[index].end > position:
            return self.mentions[index]
        return None

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """Mentions that start within a stretch of the text."""
        first = bisect_left(self.mentions, (start,))
        return self.mentions[first : bisect_left(self.mentions, (end,))]

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds a place in the text."""
        return max(0, bisect_left(self.starts, position + 1) - 1)

    def of_words(
        self, name: tuple[str, ...], position: int, roles: tuple[str, ...] = ()
    ) -> int | None:
        """The person that a name or part of one means at a place in the text, if anybody."""
        words = without_generation(name)
        bearers = self._by_word.get(words[-1]) if words else None
        if bearers is None:
            return None
        candidates = [
            person
            for person in bearers
            if all(word in self.people[person].words for word in words)
            and not self._conflicts(person, roles)
        ]
        surname = [p for p in candidates if surname_of(self.people[p].words) == words[-1]]
        candidates = surname or candidates
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        index = bisect_left(self.mentions, (position,))
        for mention in reversed(self.mentions[max(0, index - LOOK_BACK) : index]):
            if mention.person in candidates:
                return self._first_in_sentence(mention, candidates)
        return candidates[0]

    def _first_in_sentence(self, mention: Mention, candidates: list[int]) -> int:
        """Who of the bearers of a surname is named first in the sentence of a mention.

        *Reed, who succeeded Tom Reed, left*: the sentence is about her; he is named in passing.
        """
        start = self.starts[self.sentence_at(mention.start)] if self.starts else 0
        for other in self.mentions_between(start, mention.start):
            if other.subject and other.person in candidates:
                return other.person
        return mention.person


@cache
def _given_names() -> frozenset[str]:
    """Known given names, in small letters."""
    return frozenset(map(str.lower, genders()))


def _leaves_out_given_name(words: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Whether some words are two family names or a particle and one, and others the full name.

    *De Wit* of *Ana de Wit*, but *Ann Reed* of *Mary Ann Reed* is somebody else, and *Ward
    Challenger Kit Reed* is a headline.
    """
    left = fuller[: -len(words)]
    if len(words) < 2 or not left or fuller[-len(words) :] != words:
        return False
    if words[0] in PARTICLES or left[0] in _given_names():
        return words[0] not in _given_names() or words[0] in PARTICLES
    return words[0] not in _given_names() and not any(map(lemmas_of, left[:2]))


def _add_roles(words: list[str], roles: set[str]) -> None:
    """Add the noun that ends `words` to `roles`, and the last two words, if it means a person."""
    if words and means_person(words[-1]):
        roles.add(words[-1])
        roles.add(" ".join(words[-2:]))
