"""Who a speaker phrase names: full name within the article, and kind of speaker.

Names are found by shape and title; *he*, *the minister* and surnames lead back to them.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from helpers.dictionary import lemmas_of
from helpers.reporting import cue_forms
from helpers.text import Span
from helpers.wordlists import read_list, read_rows, read_set

PERSON = "person"
GROUP = "group"
INSTITUTION = "institution"
UNNAMED = "unnamed"

NOBODY = "(nobody named)"
"""Stands for the speaker of statements that name none."""

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽĻŃŇŅŐŌŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽ"
_CAPITAL = f"[{_CAPITALS}]"
_REST_OF_WORD = rf"[\w.]*+(?>(?:[-‐‑&]\w++|['’]{_CAPITAL}\w++)*)"
# First a set of letters, which a search passes over the rest of a text to find; then what it is.
_NAME_WORD = (
    rf"[aedl{_CAPITALS}]"
    rf"(?:(?<=[aeAE])l[-‐‑]{_CAPITAL}|(?<=[dDlOM])c?['’]{_CAPITAL}|(?<={_CAPITAL}))"
    rf"{_REST_OF_WORD}"
)
_PARTICLE = r"(?:al|el|bin|bint|ibn|abu|de|del|della|di|da|van|von|der|den|la|le|dos|ben|ter|y)"
# A run is looked for by its first capital, which is rare; a small prefix before that is added.
_RUN = re.compile(
    rf"{_CAPITAL}(?:(?<=[AE])l[-‐‑]{_CAPITAL}|(?<=[DOM])c?['’]{_CAPITAL}|){_REST_OF_WORD}"
    rf"(?>(?:[ \u00a0]++(?:{_PARTICLE}[ \u00a0]++){{0,3}}{_NAME_WORD}){{0,12}})"
)
_PREFIX = re.compile(r"(?:[ae]l[-‐‑]|[dl]c?['’])(?!.)", re.DOTALL)
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_ABBREVIATION = re.compile(
    r"^(?:[A-Z]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Capt|Rev|Prof|Maj|Cmdr|Adm|Brig|Hon)\."
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_GENERATION = read_set("generation")

_ALSO_CALLED = {row["title"]: row["called"].split("; ") for row in read_rows("also_called.csv")}
"""What else somebody with a title is called: *Sen. Diaz* is *the senator* and *the lawmaker*."""

_MALE = read_set("male")
_FEMALE = read_set("female")
_MALE_WORDS = read_set("male words")
_FEMALE_WORDS = read_set("female words")
_PLURAL_PRONOUNS = read_set("plural pronouns")
_IT = read_set("thing pronouns")
_FOLLOW_BACK_SENTENCES = 6
"""How many sentences back a pronoun is followed."""


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(read_list(name))


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in read_rows("given_names.csv")}


@cache
def _states_lower() -> frozenset[str]:
    return frozenset(name.lower() for name in read_list("states.txt"))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word == "people":
        return "person"
    return word if word.endswith(("ss", "is", "us")) else word.removesuffix("s")


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


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    word = word.lower().replace("’", "'").rstrip(".")
    word = word.removesuffix("'s").removesuffix("'")
    for prefix in ("al-", "el-"):
        word = word.removeprefix(prefix)
    return word


_NEVER_IN_NAMES = read_set("never in names")


_TITLE_AFFIX = re.compile(
    r"^(?:ex|vice|deputy|sub|under|acting)[-‐‑]|[-‐‑](?:elect|designate|in[-‐‑]chief)(?!.)",
    re.DOTALL,
)
"""What is tied to a title by a hyphen: *Ex-minister*, *President-elect*."""


@lru_cache(maxsize=20_000)
def _untied(title: str) -> str:
    """*prime minister* of *prime minister-designate*, *minister* of *ex-minister*."""
    return _TITLE_AFFIX.sub("", title) if "-" in title or "‐" in title or "‑" in title else title


def _is_known_title(words: str) -> bool:
    """Whether words in small letters are a title, written with hyphens or without."""
    titles = _list("titles.txt")
    if words in titles:
        return True
    if "-" not in words and "‐" not in words and "‑" not in words:
        return False
    untied = _untied(words)
    is_tied = untied != words and (untied in titles or untied in person_words())
    return is_tied or re.sub("[-‐‑]", " ", words) in titles


def _title_length(words: list[str], index: int) -> int:
    """How many words at `index` are a title: *Prime Minister*, *Secretary of State*."""
    for length in (4, 3, 2, 1):
        wanted = " ".join(words[index : index + length])
        if index + length <= len(words) and _is_known_title(wanted):
            return length
    word = words[index]
    titles = _list("titles.txt")
    return int(len(word) > 4 and index + 1 < len(words) and _singular(word) in titles)


_HONORIFICS = read_set("honorifics")
"""Titles that only persons have: *Mr Street* is no street."""


_SURNAMES_TOO = read_set("surnames too")
"""Titles that are common surnames: at the end of a run of capitalised words they are the name."""


_NAMES_TOO = read_set("names too")
"""Months and modal verbs that people are called: *Theresa May*, *Will Smith*."""

_COMPASS_NAMES = read_set("compass names")
_FAMILY_NAMES_TOO = read_set("family names too")
"""Words of institutions that are family names too: *Alan Banks*."""


@lru_cache(maxsize=20_000)
def _is_participle(word: str) -> bool:
    """Whether a capitalised word is *Given* or *Asked*, which may open a sentence before a name."""
    lower = word.lower()
    return (
        lower.endswith(("ing", "ed", "en"))
        and word not in _genders()
        and lower not in lemmas_of(lower).get("VERB", (lower,))
    )


_PARTY_MEMBERS = read_set("party members")
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
    lower = [_bare(word) for word in words]
    roles: list[str] = []
    start = 0
    index = 0
    while index < len(words):
        length = _title_length(lower, index)
        if length == 1 and index and index + 1 == len(words) and lower[index] in _SURNAMES_TOO:
            length = 0  # "Mr. King", "Charlie King"
        if length:
            roles.append(" ".join(lower[index : index + length]))
            index += length
            start = index
        else:
            index += 1
    if index == len(words) == start + 1 and not _HONORIFICS.isdisjoint(roles):
        return NameParts(tuple(words[start:]), tuple(roles), start)  # "Mr French"
    if (
        len(words) > 1
        and start < len(words)
        and (all(word in _list("nationalities.txt") for word in words[start:]))
    ):
        start = len(words)
    if start + 1 < len(words) and _is_participle(words[start]):
        start += 1
    while (
        start < len(words)
        and not (roles and lower[start] in _NAMES_TOO)
        and (
            lower[start] in _NEVER_IN_NAMES
            or words[start].rstrip(".") in _list("nationalities.txt")
            or lower[start] in _list("time_words.txt")
        )
    ):
        if len(words) == 1 and words[start] in _list("nationalities.txt"):
            break
        start += 1
    if (
        start + 2 < len(words)
        and words[start] not in _genders()
        and words[start + 1] in _genders()
        and lemmas_of(lower[start])
    ):
        start += 1  # "More Ana Diaz Letters Found"
    if start < len(words) and words[start] in _genders():
        told = (
            index
            for index in range(start + 2, len(words))
            if lower[index].endswith("s") and lower[index] in cue_forms()
        )
        end = next(told, len(words))  # "Ana Diaz Praises Tom Reed"
        words, lower = words[:end], lower[:end]
    if len(words) > 1 and lower[-1] in _PARTY_MEMBERS:
        return NameParts((), (*roles, lower[-1]), len(words))  # "the Leeds Conservative"
    start += _organisation_before(words[start:])
    return NameParts(tuple(words[start:]), tuple(roles), start)


def _is_inflected_verb(lower: str) -> bool:
    """Whether a word can only be a form of a verb, and not its plain one: *mocked*, *says*."""
    lemmas = lemmas_of(lower)
    return lemmas.keys() == {"VERB"} and lower not in lemmas["VERB"]


def _organisation_before(words: list[str]) -> int:
    """How many words before a name are an organisation: *Leeds City Council Ana Diaz*, *BBC ...*.

    Two words at least are left, the first of which is no part of the organisation.
    """
    institutions = _list("institution_words.txt")
    for last in range(len(words) - 2, 0, -1):
        word = _bare(words[last - 1])
        if word in institutions and words[last] in _genders():
            return last
    acronym = words[0] if words else ""
    named = len(words) > 2 and not any(map(str.isupper, words[1:]))
    return int(named and acronym.isupper() and len(acronym) > 2 and acronym.isalpha())


@lru_cache(maxsize=20_000)
def _is_organisation(words: tuple[str, ...]) -> bool:
    lower = [_bare(word) for word in words]
    if " ".join(lower) in _list("organisations.txt"):
        return True
    if len(words) == 2 and "-" in words[1]:
        return False  # "Park Geun-ho": a family name that is a place word too
    if any(word in _NEVER_IN_NAMES for word in lower):
        return True  # part of a headline
    institutions = _list("institution_words.txt")
    if len(words) == 2 and words[0] in _genders() and lower[1] in _FAMILY_NAMES_TOO:
        return False
    if len(words) == 2 and lower[1] in _COMPASS_NAMES and not lemmas_of(lower[0]):
        return False  # "Leontyne West", but not "Key West"
    one = _singular(lower[-1])
    if one != lower[-1] and words[0] not in _genders():
        people = _PARTY_MEMBERS | _list("person_nouns.txt")
        if one in people or one.title() in _list("nationalities.txt"):
            return True  # "Latino Republicans"
    if any(word in institutions or _singular(word) in institutions for word in lower):
        return True
    if words[0] not in _genders() and any(
        _singular(word) in _list("not_person_words.txt") for word in lower
    ):
        return True
    if " ".join(lower) in _states_lower():
        return True
    return any(
        len(word.rstrip(".")) > 1
        and word.isupper()
        and not _INITIALS.fullmatch(word)
        and _bare(word) not in _GENERATION
        for word in words
    ) and not all(map(str.isupper, words))


def _is_body(parts: NameParts) -> bool:
    """Whether a name is an organisation's; *Mr* and *Mrs* say that it isn't."""
    return _HONORIFICS.isdisjoint(parts.roles) and _is_organisation(parts.name)


_CUT_VERBS = read_set("cut verbs")
"""What is left of *didn't* before its apostrophe."""


@lru_cache(maxsize=20_000)
def _is_of_plain_words(words: tuple[str, ...]) -> bool:
    """Whether capitalised words are those of a headline and no name: *Go Well*."""
    lower = [_bare(word) for word in words]
    if lower[-1] in _CUT_VERBS:
        return True
    return words[0] not in _genders() and all(map(lemmas_of, lower))


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
        self.runs = _capital_runs(text)
        """Where names may stand."""
        self._read()

    def _read(self) -> None:
        runs = []
        for start, end in self.runs:
            run = self.text[start:end]
            parts = name_parts(run)
            lone = run.rstrip(".")
            if not parts.name and lone.lower() in _NAMES_TOO:
                end = start + len(lone)
                parts = NameParts(() if self._is_month(start, end) else (lone,), (), 0)
            if parts.name:
                runs.append((start, end, parts))
        for start, end, parts in runs:
            several = 1 < len(parts.name) < 6 and not _is_body(parts)
            several = several and (bool(parts.roles) or not _is_of_plain_words(parts.name))
            if several and not self._is_no_person(start, parts):
                self._add(start, end, parts)
        known = {mention.start for mention in self.mentions}
        for start, end, parts in runs:
            if start in known:
                continue
            person = self.of_words(parts.name, start, parts.roles)
            if person is None and len(parts.name) == 1 and parts.roles and not _is_body(parts):
                person = self._new(parts.name)
            if person is not None:
                self._mention(start, end, person, parts)
        self.mentions.sort()

    def _is_month(self, start: int, end: int) -> bool:
        """Whether *May* is the month or the verb: *in May*, *May 7*, *May we go?*."""
        before = self.text[max(0, start - 12) : start].split()
        after = _FORM.match(self.text, end + 1)
        speaks = after is not None and after.group() in cue_forms()
        said = bool(before) and before[-1] in cue_forms() and self.text[end : end + 1] in ",.;"
        month = _BEFORE_MONTH.search(self.text, max(0, start - 10), start) is not None
        return month or not (speaks or said)

    def _is_no_person(self, start: int, parts: NameParts) -> bool:
        """Whether a name is a place's or a paper's: *in Port Diaz*, *the Leeds Examiner*."""
        before = f" {self.text[max(0, start - 9) : start].lower()}"
        if parts.roles or parts.name[0] in _genders():
            return False
        if parts.offset and self.text[start : start + 4].lower() == "the ":
            return True
        return before.endswith(_NOT_BEFORE_NAMES)

    def _conflicts(self, person: int, roles: tuple[str, ...]) -> bool:
        """Whether *Mr.* or *Mrs.* says that somebody else of that surname is meant."""
        gender = self.gender.get(person)
        return (gender == "female" and not _MALE_WORDS.isdisjoint(roles)) or (
            gender == "male" and not _FEMALE_WORDS.isdisjoint(roles)
        )

    def evident(self, person: int) -> bool:
        """Whether more than capitals says that a name is a person's: a title, a gender."""
        return person in self.gender or person in self.spoke or bool(self.roles.get(person))

    def _add(self, start: int, end: int, parts: NameParts) -> None:
        words = tuple(_bare(word) for word in parts.name)
        person = next(
            (p for p in self._by_word.get(words[-1], ()) if self.people[p].words == words), None
        )
        if person is None:
            person = self._longer(words)
        if person is None:
            person = self._new(parts.name)
        self._mention(start, end, person, parts)

    def _longer(self, words: tuple[str, ...]) -> int | None:
        """Somebody known by the same first and last word: *Omar Haddad*, *Omar Karim Haddad*."""
        content = [word for word in words if word not in _GENERATION]
        for person in self._by_word.get(content[-1], ()) if content else ():
            other = [word for word in self.people[person].words if word not in _GENERATION]
            if other[-1] == content[-1] and other[0] == content[0]:
                return person
        begun = {
            person
            for person in (self._by_word.get(content[0], ()) if content else ())
            for other in (self.people[person].words,)
            if len(content) > 1 and list(other[: len(content)]) == content
        }
        return begun.pop() if len(begun) == 1 else None

    def _new(self, name: tuple[str, ...]) -> int:
        person = len(self.people)
        shown = [_POSSESSIVE.sub("", word) for word in name]
        shown[-1] = shown[-1] if _bare(shown[-1]) in ("jr", "sr") else shown[-1].rstrip(".")
        words = tuple(_bare(word) for word in name)
        self.people.append(Person(" ".join(shown), words))
        for word in dict.fromkeys(words):
            self._by_word.setdefault(word, []).append(person)
        gender = _genders().get(shown[0])
        if gender and len(name) > 1:
            self.gender[person] = gender
        return person

    def _mention(self, start: int, end: int, person: int, parts: NameParts) -> None:
        sentence = self.sentence_at(start)
        subject = start - self.starts[sentence] < _SUBJECT_REACH if self.starts else False
        self.mentions.append(Mention(start, end, person, subject))
        roles = self.roles.get(person)
        if roles is None:
            roles = self.roles[person] = set()
        for role in parts.roles:
            roles.update(_forms_of(role))
        self._roles_before(start, roles)
        if self.text.startswith((", ", " is ", " was "), end):
            self._apposition_roles(end, roles)
        if roles and person not in self.gender:
            if not roles.isdisjoint(_MALE_WORDS):
                self.gender[person] = "male"
            elif not roles.isdisjoint(_FEMALE_WORDS):
                self.gender[person] = "female"

    def _roles_before(self, start: int, roles: set[str]) -> None:
        """Keep *head coach* from *the head coach Ana Diaz* as a role of hers."""
        text = self.text
        if start > 1 and text[start - 1] == " " and text[start - 2].islower():
            word = text[text.rfind(" ", max(0, start - 40), start - 1) + 1 : start - 1]
            if word.isalpha() and not _means_person(word):
                return
        match = _WORDS_BEFORE.search(self.text, max(0, start - 40), start)
        if match:
            _add_roles(match.group().lower().split(), roles)
        elif self.text.endswith(", ", 0, start):
            match = _DESCRIPTION_BEFORE.search(self.text, max(0, start - 120), start)
            if match:
                _add_roles(match.group(1).lower().split(), roles)

    def _apposition_roles(self, end: int, roles: set[str]) -> None:
        """Keep *deputy minister* from *X, the deputy minister of trade,* as a role of X."""
        match = _APPOSITION.match(self.text, end, end + 80)
        if match:
            phrase = match.group(1)
            words = phrase[: _head_end(phrase)].lower().split()
            roles.update(word for word in words if word in _list("titles.txt"))
            _add_roles(words, roles)

    def add(self, start: int, end: int, parts: NameParts) -> int:
        """Take somebody for a person who is named only once, as a speaker."""
        person = self._new(parts.name)
        self._mention(start, end, person, parts)
        insort(self.mentions, self.mentions.pop())
        return person

    def mention_at(self, position: int) -> Mention | None:
        """The mention that holds a place in the text."""
        index = bisect_right(self.mentions, (position, _FAR)) - 1
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
        words = _without_generation(name)
        bearers = self._by_word.get(words[-1]) if words else None
        if bearers is None:
            return None
        candidates = [
            person
            for person in bearers
            if all(word in self.people[person].words for word in words)
            and not self._conflicts(person, roles)
        ]
        surname = [p for p in candidates if _surname(self.people[p].words) == words[-1]]
        candidates = surname or candidates
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        index = bisect_left(self.mentions, (position,))
        for mention in reversed(self.mentions[max(0, index - _LOOK_BACK) : index]):
            if mention.person in candidates:
                return mention.person
        return candidates[0]


_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|by|on|last|next|this|early|late|mid|from)[ -](?!.)",
    re.IGNORECASE | re.DOTALL,
)

_NOT_BEFORE_NAMES = (
    *(" in ", "\nin ", " near ", " outside ", " across ", " at "),
    *(" the ", "\nthe ", "“the ", '"the '),
)
_FAR = 1 << 60
_LOOK_BACK = 200
"""How many names back an ambiguous surname or role is followed."""

_SUBJECT_REACH = 40
"""A name that starts within so many characters of its sentence counts as its subject."""

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


@lru_cache(maxsize=20_000)
def _without_generation(name: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name in small letters, without *Jr.* at its end."""
    words = [_bare(word) for word in name]
    while words and words[-1] in _GENERATION:
        words.pop()
    return tuple(words)


@lru_cache(maxsize=20_000)
def _forms_of(role: str) -> frozenset[str]:
    """What somebody with a title is called later: all of it, its words, and other words for it."""
    whole = {role, re.sub("[-‐‑]", " ", role)}
    if not role.startswith(("vice", "deputy", "sub", "under")):
        whole.add(_untied(role))  # "the president" for the president-elect, not for the vice
    forms = set(whole)
    for title in whole:
        forms.update(_ALSO_CALLED.get(title, ()))
        if " " in title:
            forms.add("".join(word[0] for word in title.split()).upper())  # "the CS"
    words = role.split()
    for word in words if words[0] != "vice" else words[:1]:
        forms.add(word)
        forms.update(called for called in _ALSO_CALLED.get(word, ()) if " " not in called)
    return frozenset(forms)


def _add_roles(words: list[str], roles: set[str]) -> None:
    """Add the noun that ends `words` to `roles`, and the last two words, if it means a person."""
    if words and _means_person(words[-1]):
        roles.add(words[-1])
        roles.add(" ".join(words[-2:]))


def _means_person(word: str) -> bool:
    return word in person_words() or _untied(word) in person_words()


@cache
def person_words() -> frozenset[str]:
    """Titles and nouns for people, singular."""
    return _list("titles.txt") | _list("person_nouns.txt")


def _surname(words: tuple[str, ...]) -> str:
    content = [word for word in words if word not in _GENERATION]
    return content[-1] if content else words[-1]


def _capital_runs(text: str) -> list[Span]:
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
        if ends or _POSSESSIVE.search(written):
            spans.append((first, last))
            first = last
    if first < position:
        spans.append((first, end))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in spans if text[a:b].strip()
    ]


_COINED = re.compile(r"(?!(?:Ma?c|D[aeiu]|L[aeo]|V[ao]n|Fitz|O['’])[A-Z])[A-Z]?[a-z]++[A-Z]")
"""A word with a capital inside, as companies are called; *McKay* and *DeLuca* are surnames."""
_FORM = re.compile(r"\w[\w’'-]*+")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*+")
_JOINT = re.compile(r",? and |, ")
_ROLE_OF_WHOM = re.compile(
    r"(?:[a-z-]+ ){0,2}([A-Za-z][a-z-]*) (?:for|of|at|with) (?:the |an? )?[\w-]+ "
)
_PERSON_BEFORE_COMMA = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my) (?:[\w-]{1,20} ){0,2}([a-z-]{1,20}), (?!.)",
    re.IGNORECASE | re.DOTALL,
)
_ROLE_AFTER_BODY = re.compile(rf" (?:[a-z][a-z-]*+ ){{0,2}}?([a-z][a-z-]*+) (?={_CAPITAL})")
_AND_OF = re.compile(r"\b(?:of|for|at|from|an?|the)\b")
_HEAD_END = re.compile(
    r",| [–—-] |(?<![-‐‑])\b(?:of|for|at|from|in|on|with|to|by|against|about|near|among|who|which"
    r"|that|and)\b(?![-‐‑])"
    rf"|\b(?:{'|'.join(sorted(read_set('tied')))}) (?:to|with|of)\b"
)


class Speakers:
    """Follows speaker phrases of one article back to names."""

    def __init__(self, text: str, sentences: list[Span], quotations: Sequence[Span] = ()) -> None:
        self.names = Names(text, sentences)
        self.text = text
        self._quote_starts = [start for start, _ in quotations]
        self._quote_ends = [end for _, end in quotations]
        self.spoken: list[tuple[int, int | str | None]] = []
        """Where somebody spoke so far, and who: a person's number or an institution's name."""
        self._unnamed: list[tuple[Span, str | None]] = []
        """Where somebody without a name spoke so far, and the gender if the noun tells it."""
        self._new_nouns: set[str] = set()
        """Their nouns: *the witness* is one of them once *a witness* spoke."""
        self._called: dict[str, str] = {}
        """Organisations by the noun that stood before their name."""
        self._others: dict[str, int] = {}
        """What `_other_body` found, by the noun."""
        # Worked out when first asked for.
        self._inside: frozenset[str] | None = None
        self._counted: Counter[str] | None = None
        self._by_noun: dict[str, dict[str, int]] | None = None
        self._firms: dict[str, int] | None = None

    def resolve(self, span: Span | None) -> tuple[str | None, str | None]:
        """Full name (or None) and type of the speaker at `span`; call in the order of the text."""
        if span is None:
            return None, None
        phrase = self.text[slice(*span)]
        lower = phrase.lower()
        if lower in _MALE or lower in _FEMALE or lower == "who":
            return self._pronoun(span, lower)
        if lower in ("i", "me", "my"):
            return None, PERSON
        first = lower.split(" ", 1)[0]
        if first in _PLURAL_PRONOUNS and phrase[: len(first)] not in _STATES_IN_CAPITALS:
            return None, GROUP
        if lower in _IT:
            return self._it(span[0])
        several = self._several(span)
        if several is not None:
            return several, GROUP
        person = self._named(span)
        if person is not None:
            self.names.spoke.add(person)
            self.spoken.append((span[0], person))
            return self.names.people[person].name, PERSON
        return self._no_person(span, phrase)

    def _several(self, span: Span) -> str | None:
        """Names of *Ana Diaz and Tom Reed*, if all who are joined are persons."""
        phrase = self.text[slice(*span)]
        if " and " not in phrase or _AND_OF.search(phrase):
            return None
        people = []
        position = 0
        for joint in (*_JOINT.finditer(phrase), None):
            end = joint.start() if joint else len(phrase)
            person = self._person_in(span[0] + position, span[0] + end, is_head=True)
            if person is None:
                return None
            people.append(person)
            position = joint.end() if joint else end
        return " and ".join(self.names.people[person].name for person in people)

    def _named(self, span: Span) -> int | None:
        """The person a phrase names: in its head, or in an apposition without one."""
        start, end = span
        parts = []
        position = start
        for piece in re.split(r"(, | [–—-] )", self.text[start:end]):
            if piece not in (", ", " – ", " — ", " - "):
                parts.append((position, position + len(piece)))
            position += len(piece)
        for index, (first, last) in enumerate(parts[:3]):
            person = self._person_in(first, last, is_head=index == 0)
            if person is not None:
                return person
            head = self.text[first:last][: _head_end(self.text[first:last])].split()
            is_name = bool(head) and head[-1][:1].isupper() and head != ["One"]
            if index == 0 and is_name:  # "One of his sons, Ana Diaz": the name comes yet
                break
        for find in (self._name_at_end, self._name_after_body, self._name_after):
            person = find(span)
            if person is not None:
                return person
        return None

    def _name_after(self, span: Span) -> int | None:
        """The person in *the leader of the house, Ana Diaz, said*, the phrase ending before her."""
        phrase = self.text[slice(*span)]
        head = phrase[: _head_end(phrase)].split()
        if not self.text.startswith(", ", span[1]) or not head or not _means_person(head[-1]):
            return None
        mention = self.names.mention_at(span[1] + 2)
        if mention is None or mention.start != span[1] + 2:
            return None
        return mention.person if self.text.startswith((",", " ("), mention.end) else None

    def _name_at_end(self, span: Span) -> int | None:
        """The person in *lawyer for the club Ana Diaz*: a role, whose, and the name."""
        phrase = self.text[slice(*span)]
        match = _ROLE_OF_WHOM.match(phrase)
        if match is None or not _means_person(match.group(1).lower()):
            return None
        mention = self.names.mention_at(span[1] - 1)
        if mention is None or mention.start < span[0] + match.end():
            return None  # "a spokesman for President Ana Diaz": he speaks for her
        before = self.text[span[0] : mention.start].rsplit(maxsplit=1)[-1]
        if before.islower() and _is_known_title(before):
            return None  # "a friend of the former mayor Ana Diaz"
        return mention.person

    def _name_after_body(self, span: Span) -> int | None:
        """The person in *Bank of Albion governor Ana Diaz*: a body, her role, and the name."""
        phrase = self.text[slice(*span)]
        match = _OF_BODY.match(phrase)
        head = match.group(2).lower() if match else ""
        if not match or head in _HELD_BY_SOMEBODY or head not in _list("institution_words.txt"):
            return None
        role = _ROLE_AFTER_BODY.match(phrase, match.end())
        if role is not None:
            mention = self.names.mention_at(span[0] + role.end())
            return mention.person if mention and _means_person(role.group(1)) else None
        mention = self.names.mention_at(span[0] + match.end() - 1)
        if mention is None or mention.start <= span[0] or mention.end > span[1]:
            return None
        run = self.text[mention.start : mention.end]
        parts = name_parts(run)
        before = run.split()[0]
        is_of_body = before not in _list("nationalities.txt") and not _is_known_title(_bare(before))
        return mention.person if parts.roles and parts.offset > 1 and is_of_body else None

    def _person_in(self, first: int, last: int, *, is_head: bool) -> int | None:
        phrase = self.text[first:last]
        stop = _head_end(phrase)
        head = phrase[:stop].rstrip()
        runs = _capital_runs(head)
        if not runs:
            return None
        run_start, run_end = runs[-1]
        if run_end < len(head) - 3 and not head[run_end:].strip(" '\"”’)").startswith("("):
            return None  # a common noun is the head: "the mayor's spokesman"
        run = head[run_start:run_end]
        if _POSSESSIVE.search(run) and run_end < len(head):
            return None
        position = first + run_start
        mention = self.names.mention_at(position)
        parts = name_parts(run)
        if mention is not None and (parts.name or run.lower() in _NAMES_TOO):
            return mention.person
        if not parts.name:
            return None
        if len(parts.name) == 1 and not parts.roles and _is_common(parts.name[0]):
            return None
        known = self.names.of_words(parts.name, position, parts.roles)
        if known is not None:
            return known
        lower = head.lower()
        before = head[:run_start].split()
        if not is_head and (before or len(parts.name) != 1 or not self._follows_person(first)):
            return None
        if _is_body(parts) or _is_kind(before):
            return None
        if lower.startswith("the ") and not (before[1:] and _is_small_person(before[-1])):
            return None
        if len(parts.name) == 1 and lower.startswith(("a ", "an ", "one ", "some ")):
            return None
        if _is_plural_noun(run):
            return None
        word = parts.name[0]
        is_lone = len(parts.name) == 1 and not parts.roles
        if is_lone and (_is_coined(word) or self._is_plain(word, position)):
            return None
        return self.names.add(position, first + run_end, parts)

    def _follows_person(self, position: int) -> bool:
        """Whether what stands before a comma is *his widow* or *the bride*."""
        before = self.text[max(0, position - 60) : position]
        match = _PERSON_BEFORE_COMMA.search(before)
        noun = match.group(1).lower() if match else ""
        return _means_person(noun) and noun not in _MAKERS

    def _is_plain(self, word: str, position: int) -> bool:
        """Whether a capitalised word is a people's, or a plain one that opens its sentence."""
        if word in _list("nationalities.txt") or re.search("-[a-z]+$", word):
            return True  # "Two-thirds"
        if position != self.names.starts[self.names.sentence_at(position)]:
            return False
        if word.lower() in _NEVER_IN_NAMES or _is_inflected_verb(word.lower()):
            return True
        return bool(lemmas_of(word.lower())) and not self._is_mostly_capital(word)

    def _is_mostly_capital(self, word: str) -> bool:
        """Whether an article writes a word with a capital within a sentence, or time and again."""
        if word in self._capital_inside:
            return True
        return self._forms[word] > 1 and word.lower() not in self._forms

    @property
    def _capital_inside(self) -> frozenset[str]:
        """Words that stand with a capital within a sentence."""
        if self._inside is None:
            self._inside = frozenset(_CAPITAL_INSIDE.findall(self.text))
        return self._inside

    @property
    def _forms(self) -> Counter[str]:
        """How often each form of a word stands in the text."""
        if self._counted is None:
            self._counted = Counter(_FORM.findall(self.text))
        return self._counted

    def _pronoun(self, span: Span, pronoun: str) -> tuple[str | None, str]:
        gender = "male" if pronoun in _MALE else "female" if pronoun in _FEMALE else None
        person = self._follow_back(span[0], gender)
        if person == _UNNAMED_ONE:
            self._unnamed.append((span, gender))
            return None, UNNAMED
        if person is None:
            person = self._follow_forward(span[0], gender)
        if person is None:
            return None, PERSON
        if gender:
            self.names.gender.setdefault(person, gender)
        self.spoken.append((span[0], person))
        return self.names.people[person].name, PERSON

    def _follow_back(self, position: int, gender: str | None) -> int | None:
        """The person a pronoun at `position` means: those first who are evidently persons."""
        known = self._last_named(position, gender, evident=True)
        return known if known is not None else self._last_named(position, gender, evident=False)

    def _last_named(self, position: int, gender: str | None, *, evident: bool) -> int | None:
        names = self.names
        here = names.sentence_at(position)
        fallback = None
        for sentence in range(here, max(-1, here - _FOLLOW_BACK_SENTENCES), -1):
            start, end = names.sentences[sentence]
            end = min(end, position)
            spoken = [
                who
                for at, who in self.spoken[-_LOOK_BACK:]
                if start <= at < end and isinstance(who, int) and self._fits(who, gender)
            ]
            if spoken:
                return spoken[-1] if sentence < here else spoken[0]
            fitting = [
                m for m in names.mentions_between(start, end) if self._fits(m.person, gender)
            ]
            mentions = [m for m in fitting if not evident or names.evident(m.person)]
            if sentence == here and not self._is_quoted(position):
                # Who is spoken of is not who speaks: '"I trust Lee," she said.'
                mentions = [m for m in mentions if not self._is_quoted(m.start)]
            if fallback is None and self._is_somebody_else(start, end, gender, fitting):
                return _UNNAMED_ONE
            subjects = [m.person for m in mentions if m.subject]
            if subjects:
                return subjects[0]
            if mentions and fallback is None:
                fallback = mentions[-1].person
        return fallback

    def _is_somebody_else(
        self, start: int, end: int, gender: str | None, named: list[Mention]
    ) -> bool:
        """Whether *a woman* speaks in a sentence, or it is about *the striker himself*.

        Nobody else is named in it but whom *a spokesman for Ana Diaz* speaks for.
        """
        for (at, stop), sex in self._unnamed[-_LOOK_BACK:]:
            if start <= at < end and (gender is None or sex in (gender, None)):
                is_alone = all(at <= mention.start < stop for mention in named)
                return is_alone and _HE.search(self.text, max(start, at - _NEAR), at) is None
        if named:
            return False
        match = _NOUN_HIMSELF.match(self.text, start, end)
        if match is None or not _means_person(match.group(1).lower()):
            return False
        return gender is None or (match.group(2) in _MALE) == (gender == "male")

    def _follow_forward(self, position: int, gender: str | None) -> int | None:
        """Who *she* is in a text that names her later: its only person near, or *the mayor*'s."""
        names = self.names
        if gender is None or any(
            self._fits(m.person, gender) for m in names.mentions_between(0, position)[-_LOOK_BACK:]
        ):
            return None
        here = names.sentence_at(position)
        for sentence in (here, here - 1):
            start = names.starts[sentence] if sentence >= 0 else position
            match = _THE_ROLE.match(self.text, start, position)
            if match and _means_person(match.group(1).lower()):
                return self._role_later(start, ["the", match.group(1).lower()])
        before = self.text[max(0, position - _NEAR) : position]
        if any(map(_means_person, _FORM.findall(before.lower()))):
            return None  # somebody without a name may be meant
        paragraph = self.text[position : position + _NEAR].partition("\n")[0]
        near = names.mentions_between(position, position + len(paragraph))
        near = [m for m in near if not self._is_quoted(m.start)]
        if len({m.person for m in near}) != 1 or names.gender.get(near[0].person) != gender:
            return None
        sentence = names.sentence_at(near[0].start)
        first = names.starts[sentence]
        opens = near[0].start == first or near[0].start in self._after_quote(first)
        return near[0].person if sentence > here and opens else None

    def _after_quote(self, position: int) -> tuple[int, ...]:
        """Where the text goes on after a quotation that starts at a place."""
        index = bisect_left(self._quote_starts, position)
        if index == len(self._quote_starts) or self._quote_starts[index] != position:
            return ()
        return (self._quote_ends[index] + 1,)

    def _is_quoted(self, position: int) -> bool:
        """Whether a place in the text lies inside a quotation."""
        index = bisect_right(self._quote_starts, position) - 1
        return index >= 0 and position < self._quote_ends[index]

    def _fits(self, person: int, gender: str | None) -> bool:
        return gender is None or self.names.gender.get(person, gender) == gender

    def _it(self, position: int) -> tuple[str | None, str]:
        here = self.names.sentence_at(position)
        for at, who in reversed(self.spoken):
            if self.names.sentence_at(at) < here - 2:
                break
            if isinstance(who, str):
                return who, INSTITUTION
        return None, INSTITUTION

    def _no_person(self, span: Span, phrase: str) -> tuple[str | None, str]:
        stop = _head_end(phrase)
        head = phrase[:stop].strip(" ,'\"“”‘’")
        words = head.split()
        while len(words) > 1 and words[-1].lower() in _list("time_words.txt"):
            words.pop()
        head = " ".join(words)
        if not words:
            return None, UNNAMED
        bare = re.sub(r"^(?:the|a|an)\s+", "", head, flags=re.IGNORECASE)
        last = _bare(words[-1])
        singular = _singular(last)
        plural = singular != last or last == "people"
        is_state = bare in _STATES_IN_CAPITALS or bare.rstrip(".").lower() in _states_lower()
        if is_state or bare.lower() in _states_lower():
            self.spoken.append((span[0], bare))
            return bare, INSTITUTION
        title = _TITLE_NAME.match(phrase)
        if title and span[0] != self.names.starts[self.names.sentence_at(span[0])]:
            return title.group(1), GROUP
        is_member = last in _PARTY_MEMBERS
        is_office = (  # "President of Chad"
            words[-1][:1].isupper()
            and last in _list("titles.txt")
            and words[0].lower() not in ("a", "an")
        )
        is_coined = words[0].isupper() or _is_coined(words[0])
        is_kind = singular in _KINDS_IN_CAPITALS and not any(w[:1].isupper() for w in words[1:-1])
        is_plain = (
            is_member
            or (is_kind and len(words) > 1)
            or (
                len(words) == 1
                and (
                    _is_plural_noun(words[0])
                    or (not is_coined and self._is_plain(words[0], span[0]))
                )
            )
        )
        if words[-1].isupper() and words[0].lower() == "the" and len(words) == 2:
            person = self._by_role(span[0], words[-1], words)
            if person is not None:
                self.spoken.append((span[0], person))
                return self.names.people[person].name, PERSON
        told = self._body_told(span[0], words) if head == phrase else None
        if told is not None:
            self.spoken.append((span[0], told))
            return told, INSTITUTION
        body = _body_of(phrase) or self._body_beside(span, words)
        if body is not None or (words[-1][:1].isupper() and not is_plain):
            if body is not None or not _is_title(bare):
                return self._proper(span, body or phrase, body or bare)
            words = [words[0], *(word.lower() for word in words[1:])]
        if (lower_starts_with_the(phrase) or is_office) and not plural:
            person = self._by_role(span[0], last, words)
            if person is None and (is_member or (len(words) < 4 and _means_person(last))):
                person = self._only_speaker(span[0], last)
            if person is None and head == phrase:
                person = self._role_later(span[0], [_bare(word) for word in words])
            if person is not None:
                self.spoken.append((span[0], person))
                return self.names.people[person].name, PERSON
        is_new = not lower_starts_with_the(phrase) or last in self._new_nouns
        if is_new and not plural and _means_person(last):
            # "The candidate" is a word for somebody who was named; "a man" is somebody new.
            self._unnamed.append((span, _gender_of(last)))
            self._new_nouns.add(last)
        if singular in _list("unnamed_words.txt") or singular in _list("titles.txt"):
            return None, UNNAMED if not plural or singular in _SOURCES else GROUP
        if singular in _list("document_words.txt"):
            return None, INSTITUTION if _has_name(phrase) else UNNAMED
        if singular in _list("institution_words.txt") and not plural:
            return None, GROUP if singular in _GROUPS else INSTITUTION
        return None, GROUP if plural or singular in _GROUPS else UNNAMED

    def _proper(self, span: Span, phrase: str, name: str) -> tuple[str | None, str]:
        """A name that is no person's: an organisation, a people, a faith."""
        stop = phrase.find(",")
        whole = re.sub(
            r"^(?:the|a|an)\s+", "", phrase[: stop if stop > 0 else None], flags=re.IGNORECASE
        ).strip(" '\"“”")
        if whole.startswith(f"{name} of "):
            name = whole
        bare = _without_kind(name)
        if bare != name:
            self._call(name[: len(name) - len(bare)].split()[-1], bare)
        name = bare
        last = name.split()[-1]
        if _singular(last) in _list("nationalities.txt") or last in _list("nationalities.txt"):
            return None, GROUP
        if name.lower().startswith(("friends ", "supporters ", "members ")):
            return name, GROUP
        self.spoken.append((span[0], name))
        return name, INSTITUTION

    def _body_beside(self, span: Span, words: list[str]) -> str | None:
        """The organisation in *the operator, NordRail,* after the noun that ends `words`."""
        match = _BODY_BESIDE.match(self.text, span[0], span[1] + 1)
        noun = _bare(words[-1])
        is_kind = noun in _MAKERS or noun in _list("institution_words.txt")
        if match is None or not is_kind or not words[-1].islower():
            return None
        if self.names.mention_at(match.start(1)) is not None:
            return None
        self._call(noun, match.group(1))
        return match.group(1)

    def _call(self, noun: str, name: str) -> None:
        """Keep that *the union* is Solidar, unless another one is called so."""
        self._called[noun] = name if self._called.get(noun, name) == name else ""

    def _body_told(self, position: int, words: list[str]) -> str | None:
        """The body named before that *the ministry* means: the only one with that head."""
        noun = words[-1].lower()
        if len(words) != 2 or words[0].lower() not in _POINTING:
            return None
        if noun in self._called:
            return None if noun in self._bodies else self._called[noun] or None
        if noun in _COMPANY:
            return self._company_told(position)
        if noun not in _TOLD_BY_HEAD or self._other_body(noun) < position:
            return None
        return _only_before(self._bodies.get(noun, {}), position)

    def _company_told(self, position: int) -> str | None:
        """The only company so far, if it spoke last of all organisations or opens the article."""
        company = _only_before(self._companies, position)
        bodies = [who for _, who in self.spoken[-_LOOK_BACK:] if isinstance(who, str)]
        if company is None or (bodies and bodies[-1] != company):
            return None
        is_early = self.names.sentence_at(self._companies[company]) < _OPENING
        return company if bodies or is_early else None

    def _other_body(self, noun: str) -> int:
        """Where another body of a kind is spoken of first, without a name: *an appeals court*."""
        if noun not in self._others:
            others = re.finditer(rf"([\w'’-]{{1,30}}) {noun}\b", self.text)
            places = (m.start() for m in others if m.group(1).lower() not in _POINTING)
            self._others[noun] = next(places, _FAR)
        return self._others[noun]

    @property
    def _bodies(self) -> dict[str, dict[str, int]]:
        """Where bodies are named first, by the noun that ends their name or stands before *of*."""
        if self._by_noun is None:
            self._by_noun = self._read_bodies()
        return self._by_noun

    def _read_bodies(self) -> dict[str, dict[str, int]]:
        bodies: dict[str, dict[str, int]] = {}
        for start, end in self.names.runs:
            run = _OF_BODY.match(self.text, start)
            name = run.group(1) if run else self.text[start:end]
            name = _POSSESSIVE.sub("", name.removeprefix("The "))
            head = (run.group(2) if run else name.rpartition(" ")[2]).lower().rstrip(".")
            is_place = name.partition(" ")[0].lower() in _COMPASS_NAMES  # "the West Bank"
            if head in _TOLD_BY_HEAD and " " in name and not name.isupper() and not is_place:
                bodies.setdefault(head, {}).setdefault(name.rstrip("."), start)
        return bodies

    @property
    def _companies(self) -> dict[str, int]:
        """Where companies are named first."""
        if self._firms is None:
            self._firms = self._read_companies()
        return self._firms

    def _read_companies(self) -> dict[str, int]:
        companies: dict[str, int] = {}
        for start, end in self.names.runs:
            name = _POSSESSIVE.sub("", self.text[start:end].removeprefix("The ")).rstrip(".")
            lower = [_bare(word) for word in name.split()]
            known = " ".join(lower)
            is_listed = known in _list("organisations.txt") and len(lower) == 1
            is_firm = is_listed and known not in _NO_COMPANIES
            if is_firm or (len(lower) > 1 and lower[-1] in _COMPANY_WORDS):
                companies.setdefault(name, start)
        return companies

    def _only_speaker(self, position: int, noun: str) -> int | None:
        """Who *the lawmaker* is if one person alone was named or spoke in the sentences before."""
        if noun in _ANYBODY:
            return None
        here = self.names.sentence_at(position)
        start = self.names.sentences[max(0, here - 2)][0]
        spoke = {who for at, who in self.spoken[-_LOOK_BACK:] if start <= at < position}
        named = {m.person for m in self.names.mentions_between(start, position)}
        if len(spoke) != 1 or not named <= spoke:
            return None
        person = spoke.pop()
        return person if isinstance(person, int) else None

    def _by_role(self, position: int, role: str, words: list[str]) -> int | None:
        """The last person named before who bears a role: *the minister*."""
        bare = [_bare(word) for word in words]
        mentions = self.names.mentions_between(0, position)[-_LOOK_BACK:]
        if role.isupper():
            bare = []
        for wanted in (" ".join(bare[1:]), " ".join(bare[-2:]), role):
            for mention in reversed(mentions):
                if wanted in self.names.roles.get(mention.person, ()):
                    return mention.person
        return None

    def _role_later(self, position: int, bare: list[str]) -> int | None:
        """The only bearer of a role in the article if named soon: *the minister* of a headline."""
        wanted = " ".join(bare[1:]) or bare[0]
        is_common = bare[-1] in _ANYBODY and bare[-1] not in _OFFICES
        if is_common or len(bare) > 3 or (len(bare) > 1 and bare[0] != "the"):
            return None
        here = self.names.sentence_at(position)
        before = self.names.starts[max(0, here - _FEW)]
        if self.names.mentions_between(before, position):
            return None  # it may be a word for somebody who was named
        index = bisect_left(self.names.mentions, (position,))
        mentions = self.names.mentions[max(0, index - _LOOK_BACK) : index + _LOOK_BACK]
        bearers = {m.person for m in mentions if bare[-1] in self.names.roles.get(m.person, ())}
        if len(bearers) != 1:
            return None
        person = bearers.pop()
        soon = any(
            m.person == person
            and m.start > position
            and self.names.sentence_at(m.start) <= here + _SOON
            for m in mentions
        )
        return person if soon and wanted in self.names.roles[person] else None


_FEW = 3
"""Within how many sentences before *the minister* nobody is named if his name comes later."""

_SOON = 8
"""Within how many sentences the holder of an office is named who is quoted before that."""

_ANYBODY = read_set("anybody")
"""Nouns that say too little, or name an office of which there is another holder."""

_OFFICES = read_set("offices of address")
"""Those of `_ANYBODY` that lead on to their holder if an article names one alone."""

_UNNAMED_ONE = -1
"""Stands for a person without a name whom a pronoun means."""

_NEAR = 400
"""How many characters on somebody is named whom a pronoun means before that."""

_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_NOUN_HIMSELF = re.compile(r"(?:The|An?|One) (?:[\w-]+ ){0,2}?(\w+) (himself|herself)\b")
_THE_ROLE = re.compile(r"[\"“‘']?The (\w+)(?:,| (?:is|was|has|had|will|who)\b)")


def _gender_of(noun: str) -> str | None:
    """The gender that a noun tells: *woman*, *spokesman*."""
    if noun in _FEMALE_WORDS or noun.endswith("woman") or noun in _FEMALE_NOUNS:
        return "female"
    is_male = noun in _MALE_WORDS or noun.endswith("man") or noun in _MALE_NOUNS
    return "male" if is_male else None


_FEMALE_NOUNS = read_set("female nouns")
_MALE_NOUNS = read_set("male nouns")


def _is_title(phrase: str) -> bool:
    """Whether capitalised words are a title and no name: *the Home Minister*."""
    words = [_bare(word) for word in phrase.split()]
    return bool(words) and (_is_known_title(words[-1]) or _is_known_title(" ".join(words[-2:])))


_CAPITAL_WORDS = rf"{_CAPITAL}[\w.’'&-]*+(?: {_CAPITAL}[\w.’'&-]*+)"
_DAY_OR_MONTH = (
    r"(?:\w{3,6}day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_OF_BODY = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:(?!(?:by|at|of|for|in|from|with|to|and)\b)[a-z][\w-]*+ ){0,3}"
    rf"((?:{_CAPITAL}[\w.’'&-]*+ ){{0,4}}?({_CAPITAL}[\w’'-]*+)"
    rf"(?: (?:of|for|on|against) (?:the )?(?!{_DAY_OR_MONTH}){_CAPITAL_WORDS}{{0,5}}"
    rf"(?:,? (?:and|&) {_CAPITAL_WORDS}{{0,3}})?){{1,3}})"
)
"""*The Bank of Albion*, *the Centre for Trade and Peace*."""

_AFTER_BODY = re.compile(r"(?!.)|[,(]| (?:[(–—-]|(?:in|at|who|which|that)\b)", re.DOTALL)
_HELD_BY_SOMEBODY = read_set("held by somebody")
"""Bodies that somebody has: *the office of the Lund mayor Ana Diaz* is not she herself."""


def _body_of(phrase: str) -> str | None:
    """The name of an organisation that runs on over *of* or *for*: *Ministry of Trade*."""
    match = _OF_BODY.match(phrase)
    if match is None or match.group(2).lower() not in _list("institution_words.txt"):
        return None
    return match.group(1) if _AFTER_BODY.match(phrase, match.end()) else None


_BASED = re.compile(r"^[\w.]+[-‐‑](?:based|owned|backed|funded|led|linked|run|controlled) ")


def _without_kind(name: str) -> str:
    """*Solidar* of *union Solidar*: what an organisation is, in small letters, is not its name."""
    end = 0
    for match in re.finditer(rf"(?<![\w’'-])([a-z][a-z-]++) (?={_CAPITAL}|[a-z]+{_CAPITAL})", name):
        noun = match.group(1).rpartition("-")[2]
        if noun in _list("institution_words.txt") or lemmas_of(noun).keys() & {"NOUN"}:
            end = match.end()
    return _BASED.sub("", name[end:])


_BODY_BESIDE = re.compile(
    rf"[^,]{{3,60}}, ({_NAME_WORD}(?: {_NAME_WORD}){{0,4}}),?(?!.)", re.DOTALL
)
_TOLD_BY_HEAD = read_set("told by head")
"""Nouns that lead back to the one body whose name ends in them: *the ministry*."""

_POINTING = frozenset({"the", "this", "that"})
_OPENING = 3
"""A company that is named in so many sentences at the beginning is what an article is about."""


def _only_before(places: dict[str, int], position: int) -> str | None:
    """The name that alone stands before a place; `places` are in the order of the text."""
    names = list(islice(places, 2))
    if not names or places[names[0]] >= position:
        return None
    return None if len(names) > 1 and places[names[1]] < position else names[0]


_COMPANY = read_set("company")
_COMPANY_WORDS = read_set("company words")
"""Words that end the name of a company: *Zorla Airlines*."""

_NO_COMPANIES = read_set("no companies")
"""Organisations of one word in the list that are no companies, or that articles quote."""

_MAKERS = read_set("makers")
"""Nouns for firms that can mean a person too: *the operator*, *the developer*."""


def _is_small_person(word: str) -> bool:
    """Whether a word in small letters tells that a name after it is a person's: *the singer*."""
    return word.islower() and word not in _MAKERS and _means_person(word)


def _is_kind(words: list[str]) -> bool:
    """Whether words before a name end in what an organisation is: *state news agency*."""
    last = words[-1] if words else ""
    return last.islower() and (last in _list("institution_words.txt") or last in _MAKERS)


def _is_coined(word: str) -> bool:
    """Whether a word is an acronym or has a capital inside, as companies are called."""
    return (word.isupper() and len(word) > 1) or _COINED.match(word) is not None


def _is_common(word: str) -> bool:
    """Whether a capitalised word is a kind of paper, source or body: *Report*, *Officials*."""
    singular = _singular(word.lower())
    return any(
        singular in _list(f"{name}.txt")
        for name in ("document_words", "unnamed_words", "institution_words")
    )


@lru_cache(maxsize=20_000)
def _is_plural_noun(run: str) -> bool:
    """Whether one capitalised word is an everyday plural: *Diplomats said*."""
    lower = run.lower()
    lemmas = lemmas_of(lower).get("NOUN", ())
    return bool(lemmas) and lower not in lemmas


_TITLE_NAME = re.compile(
    rf"(?:[Tt]he )?[\"'“‘]?({_CAPITAL}\w+s of (?:the )?{_CAPITAL}\w+)[\"'”’]?$"
)
"""The name of a group, such as *Doctors of the World*, which an article writes in capitals."""

_STATES_IN_CAPITALS = read_set("states in capitals")
"""States whose letters are a people's or a word's too: *US warns Lund*."""

_KINDS_IN_CAPITALS = read_set("kinds in capitals")
"""Bodies of a kind that is written in capitals: *a super PAC*."""

_SOURCES = read_set("sources")
_GROUPS = read_set("groups")


def lower_starts_with_the(phrase: str) -> bool:
    """Whether a phrase points to somebody known: *the minister*."""
    return phrase.lower().startswith(("the ", "this ", "that "))


def _has_name(phrase: str) -> bool:
    return any(name_parts(match.group()).name for match in _RUN.finditer(phrase))


def _head_end(phrase: str) -> int:
    """Where the head of a phrase ends and what belongs to it begins; *Secretary of State* holds."""
    for match in _HEAD_END.finditer(phrase):
        if match.group() == "of":
            before = phrase[: match.start()].split()
            after = phrase[match.end() :].split()
            if before and after:
                title = f"{_bare(before[-1])} of {_bare(after[0])}"
                longer = f"{title} {_bare(after[1])}" if len(after) > 1 else title
                titles = _list("titles.txt")
                if title in titles or longer in titles:
                    continue
        if match.start():
            return match.start()
    return len(phrase)


def same_speaker(one: object, other: object) -> bool:
    """Whether two speaker phrases name the same: equal words, or the last name of one in the other.

    Case, possessive endings and what follows the first comma don't count.
    """
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    first, second = _speaker_words(one), _speaker_words(other)
    if not first or not second:
        return False
    return first == second or first[-1] == second[-1]


def _speaker_words(phrase: str) -> list[str]:
    words = phrase.split(",")[0].lower().replace("’", "'").split()
    bare = [word.removesuffix("'s").strip("'\"“”().") for word in words]
    return [word for word in bare if word and word not in ("the", "a", "an")]
