"""Who a speaker phrase names: full name within the article, and kind of speaker.

Names are read in `helpers.names`; *he*, *the minister* and *the ministry* lead back to them.
"""

import re
from collections import Counter
from collections.abc import Sequence

from helpers.antecedents import FEMALE, MALE, UNNAMED_ONE, Antecedents
from helpers.bodies import HELD_BY_SOMEBODY, OF_BODY, Bodies, body_of, ends_in_kind, without_kind
from helpers.dictionary import lemmas_of
from helpers.name_parts import (
    CAPITAL,
    NAMES_TOO,
    NEVER_IN_NAMES,
    PARTY_MEMBERS,
    POSSESSIVE,
    capital_runs,
    has_name,
    is_body,
    is_coined,
    is_common,
    is_inflected_verb,
    is_plural_noun,
    name_parts,
    states_lower,
)
from helpers.names import FORM, Names, Spoken
from helpers.text import Span
from helpers.titles import (
    MAKERS,
    bare_word,
    gender_of,
    head_end,
    is_known_title,
    is_small_person,
    is_title,
    means_person,
    singular_of,
)
from helpers.wordlists import listed, read_set

PERSON = "person"
GROUP = "group"
INSTITUTION = "institution"
UNNAMED = "unnamed"
NOBODY = "(nobody named)"
"""Stands for the speaker of statements that name none."""

_PLURAL_PRONOUNS = read_set("plural pronouns")
_IT = read_set("thing pronouns")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*+")
_JOINT = re.compile(r",? and |, ")
_ROLE_OF_WHOM = re.compile(
    r"(?:[a-z-]+ ){0,2}([A-Za-z][a-z-]*) (?:for|of|at|with) (?:the |an? )?[\w-]+ "
)
_PERSON_BEFORE_COMMA = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my) (?:[\w-]{1,20} ){0,2}([a-z-]{1,20}), (?!.)",
    re.IGNORECASE | re.DOTALL,
)
_ROLE_AFTER_BODY = re.compile(rf" (?:[a-z][a-z-]*+ ){{0,2}}?([a-z][a-z-]*+) (?={CAPITAL})")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_AND_OF = re.compile(r"\b(?:of|for|at|from|an?|the)\b")
_TITLE_NAME = re.compile(rf"(?:[Tt]he )?[\"'“‘]?({CAPITAL}\w+s of (?:the )?{CAPITAL}\w+)[\"'”’]?$")
"""The name of a group, such as *Doctors of the World*, which an article writes in capitals."""

_STATES_IN_CAPITALS = read_set("states in capitals")
"""States whose letters are a people's or a word's too: *US warns Lund*."""

_KINDS_IN_CAPITALS = read_set("kinds in capitals")
"""Bodies of a kind that is written in capitals: *a super PAC*."""

_BEFORE_POSTS = read_set("before posts")
"""What stands before a post whose holder is named after it: *Its Executive Director, …*."""

_YEARS_OLD = re.compile(r"\b(\d{1,3})-year-old\b")
_NATIVES = read_set("natives")
"""Nouns for one person of a people: *the Swede*."""
_DEFINITE = frozenset({"the", "this", "that"})

_SOURCES = read_set("sources")
_GROUPS = read_set("groups")


class Speakers:
    """Follows speaker phrases of one article back to names."""

    def __init__(self, text: str, sentences: list[Span], quotations: Sequence[Span] = ()) -> None:
        self.names = Names(text, sentences)
        self.text = text
        self.spoken: Spoken = []
        self._antecedents = Antecedents(self.names, self.spoken, quotations)
        self._bodies = Bodies(self.names, self.spoken)
        self._new_nouns: set[str] = set()
        """Nouns of speakers without a name: *the witness* is one once *a witness* spoke."""
        # Worked out when first asked for.
        self._inside: frozenset[str] | None = None
        self._counted: Counter[str] | None = None

    def resolve(self, span: Span | None) -> tuple[str | None, str | None]:
        """Full name (or None) and type of the speaker at `span`; call in the order of the text."""
        if span is None:
            return None, None
        phrase = self.text[slice(*span)]
        lower = phrase.lower()
        if lower in MALE or lower in FEMALE or lower == "who":
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
            return self._person_speaks(span[0], person)
        return self._no_person(span, phrase)

    def _person_speaks(self, position: int, person: int) -> tuple[str, str]:
        self.spoken.append((position, person))
        return self.names.people[person].name, PERSON

    def _body_speaks(self, position: int, name: str) -> tuple[str, str]:
        self.spoken.append((position, name))
        return name, INSTITUTION

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
            head = self.text[first:last][: head_end(self.text[first:last])].split()
            is_name = bool(head) and head[-1][:1].isupper() and head != ["One"]
            if index == 0 and is_name:  # "One of his sons, Ana Diaz": the name comes yet
                holder = self._holder_beside(parts, head)
                if holder is not None:
                    return holder
                break
        for find in (self._name_at_end, self._name_after_body, self._name_after):
            person = find(span)
            if person is not None:
                return person
        return None

    def _holder_beside(self, parts: list[Span], head: list[str]) -> int | None:
        """The person in *The Prime Minister, Mr Tom Reed*: all that follows the post is a name.

        Not so in *The Prime Minister, Ana Diaz and Tom Reed*.
        """
        if len(parts) == 1 or not _is_post(head):
            return None
        first, last = parts[1]
        mention = self.names.mention_at(first)
        if mention is None or mention.end < last:
            return None
        return self._person_in(first, last, is_head=False)

    def _name_after(self, span: Span) -> int | None:
        """The person in *the leader of the house, Ana Diaz, said*, the phrase ending before her."""
        phrase = self.text[slice(*span)]
        head = phrase[: head_end(phrase)].split()
        if not self.text.startswith(", ", span[1]) or not head or not means_person(head[-1]):
            return None
        mention = self.names.mention_at(span[1] + 2)
        if mention is None or mention.start != span[1] + 2:
            return None
        return mention.person if self.text.startswith((",", " ("), mention.end) else None

    def _name_at_end(self, span: Span) -> int | None:
        """The person in *lawyer for the club Ana Diaz*: a role, whose, and the name."""
        phrase = self.text[slice(*span)]
        match = _ROLE_OF_WHOM.match(phrase)
        if match is None or not means_person(match.group(1).lower()):
            return None
        mention = self.names.mention_at(span[1] - 1)
        if mention is None or mention.start < span[0] + match.end():
            return None  # "a spokesman for President Ana Diaz": he speaks for her
        before = self.text[span[0] : mention.start].rsplit(maxsplit=1)[-1]
        if before.islower() and is_known_title(before):
            return None  # "a friend of the former mayor Ana Diaz"
        return mention.person

    def _name_after_body(self, span: Span) -> int | None:
        """The person in *Bank of Albion governor Ana Diaz*: a body, her role, and the name."""
        phrase = self.text[slice(*span)]
        match = OF_BODY.match(phrase)
        head = match.group(2).lower() if match else ""
        if not match or head in HELD_BY_SOMEBODY or head not in listed("institution_words.txt"):
            return None
        role = _ROLE_AFTER_BODY.match(phrase, match.end())
        if role is not None:
            mention = self.names.mention_at(span[0] + role.end())
            return mention.person if mention and means_person(role.group(1)) else None
        mention = self.names.mention_at(span[0] + match.end() - 1)
        if mention is None or mention.start <= span[0] or mention.end > span[1]:
            return None
        run = self.text[mention.start : mention.end]
        parts = name_parts(run)
        before = run.split()[0]
        is_of_body = before not in listed("nationalities.txt") and not is_known_title(
            bare_word(before)
        )
        return mention.person if parts.roles and parts.offset > 1 and is_of_body else None

    def _person_in(self, first: int, last: int, *, is_head: bool) -> int | None:
        phrase = self.text[first:last]
        stop = head_end(phrase)
        head = phrase[:stop].rstrip()
        runs = capital_runs(head)
        if not runs:
            return None
        run_start, run_end = runs[-1]
        if run_end < len(head) - 3 and not head[run_end:].strip(" '\"”’)").startswith("("):
            return None  # a common noun is the head: "the mayor's spokesman"
        run = head[run_start:run_end]
        if POSSESSIVE.search(run) and run_end < len(head):
            return None
        position = first + run_start
        mention = self.names.mention_at(position)
        parts = name_parts(run)
        if mention is not None and (parts.name or run.lower() in NAMES_TOO):
            return mention.person
        if not parts.name:
            return None
        if len(parts.name) == 1 and not parts.roles and is_common(parts.name[0]):
            return None
        known = self.names.of_words(parts.name, position, parts.roles)
        if known is not None:
            return known
        lower = head.lower()
        before = head[:run_start].split()
        if not is_head and (before or len(parts.name) != 1 or not self._follows_person(first)):
            return None
        if is_body(parts) or ends_in_kind(before):
            return None
        if lower.startswith("the ") and not (before[1:] and is_small_person(before[-1])):
            return None
        if len(parts.name) == 1 and lower.startswith(("a ", "an ", "one ", "some ")):
            return None
        if is_plural_noun(run):
            return None
        word = parts.name[0]
        is_lone = len(parts.name) == 1 and not parts.roles
        if is_lone and (is_coined(word) or self._is_plain(word, position)):
            return None
        return self.names.add(position, first + run_end, parts)

    def _follows_person(self, position: int) -> bool:
        """Whether what stands before a comma is *his widow* or *the bride*."""
        before = self.text[max(0, position - 60) : position]
        match = _PERSON_BEFORE_COMMA.search(before)
        noun = match.group(1).lower() if match else ""
        return means_person(noun) and noun not in MAKERS

    def _is_plain(self, word: str, position: int) -> bool:
        """Whether a capitalised word is a people's, or a plain one that opens its sentence."""
        if word in listed("nationalities.txt") or re.search("-[a-z]+$", word):
            return True  # "Two-thirds"
        if position != self.names.starts[self.names.sentence_at(position)]:
            return False
        if word.lower() in NEVER_IN_NAMES or is_inflected_verb(word.lower()):
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
            self._counted = Counter(FORM.findall(self.text))
        return self._counted

    def _pronoun(self, span: Span, pronoun: str) -> tuple[str | None, str]:
        gender = "male" if pronoun in MALE else "female" if pronoun in FEMALE else None
        person = self._antecedents.of_pronoun(span, gender)
        if person == UNNAMED_ONE:
            return None, UNNAMED
        if person is None:
            return None, PERSON
        if gender:
            self.names.gender.setdefault(person, gender)
        return self._person_speaks(span[0], person)

    def _it(self, position: int) -> tuple[str | None, str]:
        here = self.names.sentence_at(position)
        for at, who in reversed(self.spoken):
            if self.names.sentence_at(at) < here - 2:
                break
            if isinstance(who, str):
                return who, INSTITUTION
        return None, INSTITUTION

    def _no_person(self, span: Span, phrase: str) -> tuple[str | None, str]:
        stop = head_end(phrase)
        head = phrase[:stop].strip(" ,'\"“”‘’")
        words = head.split()
        while len(words) > 1 and words[-1].lower() in listed("time_words.txt"):
            words.pop()
        head = " ".join(words)
        if not words:
            return None, UNNAMED
        bare = _ARTICLE.sub("", head)
        last = bare_word(words[-1])
        described = self._described(span, head, words)
        if described is not None:
            return described
        singular = singular_of(last)
        plural = singular != last or last == "people"
        is_state = not states_lower().isdisjoint((bare.lower(), bare.lower().rstrip(".")))
        if is_state or bare in _STATES_IN_CAPITALS:
            return self._body_speaks(span[0], bare)
        title = _TITLE_NAME.match(phrase)
        if title and span[0] != self.names.starts[self.names.sentence_at(span[0])]:
            return title.group(1), GROUP
        is_member = last in PARTY_MEMBERS
        is_office = (  # "President of Chad"
            words[-1][:1].isupper()
            and last in listed("titles.txt")
            and words[0].lower() not in ("a", "an")
        )
        if words[-1].isupper() and words[0].lower() == "the" and len(words) == 2:
            person = self._antecedents.by_role(span[0], words[-1], words)
            if person is not None:
                return self._person_speaks(span[0], person)
        told = self._bodies.told(span[0], words) if head == phrase else None
        if told is not None:
            return self._body_speaks(span[0], told)
        body = body_of(phrase) or self._bodies.beside(span, words)
        if body is not None or (words[-1][:1].isupper() and not self._is_no_name(words, span[0])):
            if body is not None or not is_title(bare):
                return self._proper(span, body or phrase, body or bare)
            words = [words[0], *(word.lower() for word in words[1:])]
        if (_points_to_known(phrase) or is_office) and not plural:
            person = self._antecedents.by_role(span[0], last, words)
            if person is None and (is_member or (len(words) < 4 and means_person(last))):
                person = self._antecedents.only_speaker(span[0], last)
            if person is None and head == phrase:
                person = self._antecedents.role_later(span[0], [bare_word(word) for word in words])
            if person is not None:
                return self._person_speaks(span[0], person)
        is_new = not _points_to_known(phrase) or last in self._new_nouns
        if is_new and not plural and means_person(last):
            # "The candidate" is a word for somebody who was named; "a man" is somebody new.
            self._antecedents.add_unnamed(span, gender_of(last))
            self._new_nouns.add(last)
        if singular in listed("unnamed_words.txt") or singular in listed("titles.txt"):
            return None, UNNAMED if not plural or singular in _SOURCES else GROUP
        if singular in listed("document_words.txt"):
            return None, INSTITUTION if has_name(phrase) else UNNAMED
        if singular in listed("institution_words.txt") and not plural:
            return None, GROUP if singular in _GROUPS else INSTITUTION
        return None, GROUP if plural or singular in _GROUPS else UNNAMED

    def _described(self, span: Span, head: str, words: list[str]) -> tuple[str | None, str] | None:
        """Who *the 51-year-old (Swede)* or *the Swede* is; None if a phrase is no description."""
        years = _YEARS_OLD.search(head) if "-old" in head else None
        native = len(words) == 2 and bare_word(words[-1]) in _NATIVES
        if years is None and not native:
            return None
        is_definite = words[0].lower() in _DEFINITE
        person = None
        if years is not None and is_definite:
            person = self._antecedents.by_age(span[0], years.group(1))
        says_no_more = native or words[-1].endswith("-old") or words[-1][:1].isupper()
        if person is None and is_definite and says_no_more:
            person = self._antecedents.only_speaker(span[0], words[-1])
        if person is not None:
            return self._person_speaks(span[0], person)
        if not says_no_more:
            return None
        self._antecedents.add_unnamed(span, None)
        return None, UNNAMED

    def _is_no_name(self, words: list[str], position: int) -> bool:
        """Whether words with a capital are no name: *a Democrat*, *a super PAC*, *Diplomats*."""
        last = bare_word(words[-1])
        if last in PARTY_MEMBERS:
            return True
        if len(words) > 1:
            is_kind = singular_of(last) in _KINDS_IN_CAPITALS
            return is_kind and not any(word[:1].isupper() for word in words[1:-1])
        [word] = words
        if is_plural_noun(word):
            return True
        return not (word.isupper() or is_coined(word)) and self._is_plain(word, position)

    def _proper(self, span: Span, phrase: str, name: str) -> tuple[str | None, str]:
        """A name that is no person's: an organisation, a people, a faith."""
        stop = phrase.find(",")
        whole = _ARTICLE.sub("", phrase[: stop if stop > 0 else None]).strip(" '\"“”")
        if whole.startswith(f"{name} of "):
            name = whole
        bare = without_kind(name)
        if bare != name:
            self._bodies.call(name[: len(name) - len(bare)].split()[-1], bare)
        name = bare
        last = name.split()[-1]
        if singular_of(last) in listed("nationalities.txt") or last in listed("nationalities.txt"):
            return None, GROUP
        if name.lower().startswith(("friends ", "supporters ", "members ")):
            return name, GROUP
        return self._body_speaks(span[0], name)


def _is_post(head: list[str]) -> bool:
    """Whether the head of a phrase is a post and no name: *The Commissioner of Police*."""
    bare = head[1:] if head[0].lower() in _BEFORE_POSTS else head
    words = [bare_word(word) for word in bare]
    return bool(words) and (
        any(is_known_title(" ".join(words[index:])) for index in range(min(len(words), 4)))
    )


def _points_to_known(phrase: str) -> bool:
    """Whether a phrase points to somebody known: *the minister*."""
    return phrase.lower().startswith(("the ", "this ", "that "))


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
