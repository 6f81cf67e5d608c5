"""A sentence as a row of items, one letter each, over which casualty rules can be written.

``At least nine people were killed and 20 others injured`` becomes ``NYANK``: counted people, a
passive casualty verb, and, counted people, a casualty participle.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from helpers.numerals import Numeral, Token, counts, numerals_of
from helpers.wordlists import read_list, read_rows, read_set

LONGEST_RUN = 8
"""Words between a number and the noun it counts: *nine Central African Republic army soldiers*."""

_QUOTES = frozenset("\"'“”‘’")
_RUN_WORDS = read_set("run words")
_MONTHS = read_set("months")
_YEAR_AFTER = read_set("year after")
_MONEY_SIGNS = frozenset("$£€¥₹")
_LABELS = read_set("labels")
_CLOCK_AFTER = read_set("clock after")
_OF_WHOLE = read_set("of whole")
_DETERMINERS = read_set("determiners")
_MORE = read_set("more")
_NEGATIVE_PRONOUNS = read_set("negative pronouns")
_ARTICLES = frozenset(("a", "an"))
_ADVERBS_NOT_LY = read_set("adverbs not ly")


@dataclass(slots=True)
class Item:
    """One unit of a sentence: a noun phrase, a verb group, or a word.

    ``letter`` is its class; ``first, last`` its tokens (half-open). ``effect``, ``force`` and
    ``voice`` describe a casualty word, ``numeral`` and ``head`` (token index) a counted noun
    phrase, ``reason`` why its number cannot be a toll.
    """

    letter: str
    first: int
    last: int
    effect: str | None = None
    force: str = "strong"
    numeral: Numeral | None = None
    head: int | None = None
    reason: str | None = None
    of_whole: bool = False
    negated: bool = False
    unreal: bool = False
    inner: str | None = None
    verb: str = ""


class _Form(NamedTuple):
    words: tuple[str, ...]
    form: str  # base, third, past, participle, gerund, or the kind of a noun
    effect: str
    voice: str
    force: str
    lemma: str


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


_DOUBLING = read_set("doubling")


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


_TELLING = read_set("telling") | read_set("telling of absence")


def plural(noun: str) -> str:
    """Regular plural of an English noun; compounds in *man* and *woman* included."""
    if noun.endswith("man") and noun not in ("human", "german", "roman"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


class Lexicon(NamedTuple):
    """The word lists, ready for look-up."""

    forms: dict[str, list[_Form]]  # by first word, longest first
    persons: frozenset[str]
    singular_persons: frozenset[str]
    person_pairs: frozenset[tuple[str, str]]
    things: dict[str, str]  # noun form -> what it counts
    letters: dict[str, str]
    triggers: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the word lists once."""
    forms: dict[str, list[_Form]] = {}
    for row in read_rows("casualty_verbs.csv"):
        first, *rest = row["verb"].split()
        for name, shapes in _inflected(first, row["past"], row["participle"]).items():
            for shape in sorted(shapes):
                words = (shape, *rest)
                entry = _Form(words, name, row["effect"], row["voice"], row["force"], row["verb"])
                forms.setdefault(shape, []).append(entry)
    for row in read_rows("casualty_nouns.csv"):
        words = tuple(row["form"].split())
        entry = _Form(words, row["kind"], row["effect"], "", row["force"], row["form"])
        forms.setdefault(words[0], []).append(entry)
    for entries in forms.values():
        entries.sort(key=lambda entry: (-len(entry.words), entry.words, entry.form))
    people = read_list("person_nouns.txt")
    singular = {word for word in people if " " not in word and "-" not in word}
    persons = singular | {plural(word) for word in singular}
    hyphened = {word for word in people if "-" in word}
    persons |= hyphened | {plural(word) for word in hyphened}
    things: dict[str, str] = {}
    for row in read_rows("count_nouns.csv"):
        for noun in row["nouns"].split():
            things[noun] = things[plural(noun)] = row["kind"]
    letters = {
        word: row["letter"]
        for row in read_rows("clause_words.csv")
        for word in row["words"].split()
    }
    telling = {
        entry.words[0] for found in forms.values() for entry in found if len(entry.words) == 1
    }
    triggers = (
        {
            next((word for word in entry.words if word in telling | _TELLING), entry.words[0])
            for found in forms.values()
            for entry in found
        }
        | _HOSPITALS
        | {"wounds", "burns", "inhalation", "lost", "search", "searching", "searched"}
    )
    already_plural = {word for word in singular if word.endswith(("men", "children", "people"))}
    return Lexicon(
        forms,
        frozenset(persons) - things.keys() | {"private", "general"},
        frozenset((singular | hyphened) - already_plural),
        frozenset(
            tuple(form.split())
            for word in people
            if word.count(" ") == 1
            for form in (word, plural(word))
        ),
        things,
        letters,
        frozenset(triggers),
    )


def _casualty_form(tokens: list[Token], index: int) -> list[_Form]:
    """All readings of the longest casualty expression that begins at token `index`."""
    lower = tokens[index].lower
    entries = lexicon().forms.get(lower)
    followers = _followers(lower) if entries else frozenset()
    # Phrases begin with such words as *in*: the next word tells that most of these begin none.
    if followers is not None and (
        index + 1 >= len(tokens) or tokens[index + 1].lower not in followers
    ):
        return _phrase_form(tokens, index)
    longest = 0
    found = []
    for entry in entries:
        length = len(entry.words)
        if length < longest:
            break
        if length == 1 or _says(tokens, index, entry.words):
            longest = length
            found.append(entry)
    return found or _phrase_form(tokens, index)


@lru_cache(maxsize=1 << 12)
def _followers(first: str) -> frozenset[str] | None:
    """Second words of the casualty expressions with this first word; None if it may be all."""
    runs = [entry.words for entry in lexicon().forms[first]]
    return None if (first,) in runs else frozenset(words[1] for words in runs)


_TO_HOSPITAL = read_set("to hospital")
_HOSPITALS = read_set("hospitals")
_HARMS = read_set("harms")
_DEADLY = frozenset(("fatally", "mortally"))
_SUFFERED = read_set("suffered")
_REACH = 8
_STOPS_PHRASE = read_set("stops phrase") | frozenset(",.:;")


def _phrase_form(tokens: list[Token], index: int) -> list[_Form]:
    """*taken to three area hospitals*, *treated for minor burns*, *suffered serious injuries*."""
    lower = tokens[index].lower
    if lower in _SUFFERED:
        goal, form, voice, force = _HARMS, "past", "intransitive", "strong"
    elif lower == "treated":
        goal, form, voice, force = _HARMS | _HOSPITALS, "participle", "transitive", "strong"
    elif lower in _TO_HOSPITAL:
        goal, form, voice, force = _HOSPITALS, "participle", "transitive", "weak"
    else:
        return []
    words: list[str] = []
    for token in tokens[index : index + _REACH]:
        if token.lower in _STOPS_PHRASE:
            return []
        words.append(token.lower)
        if token.lower in goal:
            between = "to" if lower in _TO_HOSPITAL else "for"
            split = len(words) > 1 and counts(words[1])
            if (split or between == "to") and between not in words:
                return []
            if split:  # *sent four people to hospital*, *treated 64 for injuries*
                transitive = voice == "transitive"
                return [_Form((lower,), "past", "wounded", voice, "strong", lower)] * transitive
            return [_Form(tuple(words), form, "wounded", voice, force, "hospitalise")]
    return []


def _says(tokens: list[Token], index: int, words: tuple[str, ...]) -> bool:
    if index + len(words) > len(tokens):
        return False
    for step in range(1, len(words)):  # noqa: SIM110 - a generator would cost twice as much
        if tokens[index + step].lower != words[step]:
            return False
    return True


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


_OPENS_ITEM = read_set("opens item")


@lru_cache(maxsize=1 << 16)
def is_plain(lower: str) -> bool:
    """Whether a word can only be read by itself, as most can: it opens nothing that has a name.

    What any of the readers of `_Reader.read` before the last asks of a first word.
    """
    words = lexicon()
    bare = lower.removesuffix("'s")
    return not (
        lower in words.letters
        or lower in words.forms
        or bare in words.persons
        or bare in _second_of_pairs()
        or lower.endswith("n't")
        or lower in _SUFFERED | _TO_HOSPITAL | _NEGATIVE_PRONOUNS | _DEADLY | _COUNTS
        or lower in _OPENS_ITEM
    )


@cache
def _second_of_pairs() -> frozenset[str]:
    return frozenset(second for _, second in lexicon().person_pairs)


_COUNTS = read_set("counting nouns")


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") and len(lower) > 4 and lower not in _ADVERBS_NOT_LY


class _Reader:
    """Reads the items of one sentence from left to right."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self._lowers = [token.lower for token in tokens]
        self.words = lexicon()
        self.numerals = numerals_of(tokens)
        self.numeral_at = {numeral.used: numeral for numeral in self.numerals}
        for numeral in self.numerals:
            self.numeral_at.setdefault(numeral.first, numeral)
        self._forms_at: dict[int, list[_Form]] = {}
        self._definite = False  # whether the last counted noun phrase was *the six*
        self.inside_numeral = {
            index for numeral in self.numerals for index in range(numeral.first, numeral.last)
        }

    def lower(self, index: int) -> str:
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""

    def _forms(self, index: int) -> list[_Form]:
        """Casualty expressions that begin at a token, looked up once."""
        found = self._forms_at.get(index)
        if found is None:
            found = self._forms_at[index] = _casualty_form(self.tokens, index)
        return found

    def letter(self, index: int) -> str:
        if is_may(self.tokens, index):
            return "P"
        return self.words.letters.get(self.lower(index), "w")

    def read(self) -> list[Item]:
        items: list[Item] = []
        index = 0
        while index < len(self.tokens):
            if index not in self.numeral_at and is_plain(self._lowers[index]):
                item = self._word(index)
            else:
                item = (
                    self._numeral(index)
                    or self._verb_group(index)
                    or self._casualty_noun(index)
                    or self._none(index)
                    or self._people(index)
                    or self._word(index)
                )
            if item.letter == "c" and items and items[-1].letter in "NUHid":
                item = self._relative_that(item)
            if item.letter and not (item.letter == "," and items and items[-1].letter == ","):
                items.append(item)
            index = item.last
        return _coordinated(_merged(_aged(items, self.tokens), self.tokens), self.tokens)

    def _relative_that(self, item: Item) -> Item:
        """*priests that were murdered*: a relative pronoun where a verb follows."""
        if self.lower(item.first) == "that" and self.letter(item.last) in "bhmo":
            return replace(item, letter="R")
        return item

    # Noun phrases

    def _numeral(self, index: int) -> Item | None:
        numeral = self.numeral_at.get(index)
        if numeral is None or (index != numeral.first and index != numeral.used):
            return None
        reason = self._trap(numeral)
        self._definite = self.lower(index) == "the" or self._definite
        if numeral.kind != "count":
            reason = numeral.kind
        if reason:
            return Item("x", index, numeral.last, numeral=numeral, reason=reason)
        return self._counted(index, numeral)

    def _counted(self, index: int, numeral: Numeral) -> Item:
        """The noun phrase that a number opens."""
        position = numeral.last
        of_whole = False
        while self.lower(position) in _MORE:
            position += 1
        if self.lower(position) == "shot" and numeral.low != 1 and position == numeral.last:
            return Item("H", index, position, numeral=numeral)  # *4 shot*, no *shots*
        if self.lower(position) == "of":
            if self.lower(position + 1) in _OF_WHOLE:
                last = position + 2
                return Item("N", index, last, numeral=numeral, head=position + 1, of_whole=True)
            position += 1
            of_whole = self.lower(position) in _DETERMINERS
            if position in self.numeral_at or (position + 1 in self.numeral_at and of_whole):
                return Item(
                    "N", index, position - 1, numeral=numeral, head=position - 2, of_whole=True
                )
            if of_whole:
                position += 1
        elif position > numeral.last and not self._run_goes_on(position):
            return Item("N", index, position, numeral=numeral, head=position - 1)
        last, head, inner = self._run(position)
        form = self._forms(last) if last < len(self.tokens) else []
        if of_whole and form and form[0].form in ("state", "participle", "harm", "past"):
            reason = "one of a group already counted" if numeral.low == 1 else None
            letter = "x" if reason else "N"
            return Item(
                letter, index, last + len(form[0].words), numeral=numeral, inner=form[0].effect,
                of_whole=True, reason=reason, head=last,
            )  # fmt: skip
        of_harm = not of_whole and any(entry.form == "harm" for entry in form)
        opens = self.lower(numeral.last) == "of" and numeral.bound != "vague"
        if head is None and opens and of_harm:  # *four of attempted murder*
            return Item("x", index, last, numeral=numeral, reason="counts: thing")
        if head is None:
            if form and form[0].form in ("harm", "lives"):
                return Item("H", index, last, numeral=numeral, inner=inner)
            letter = "H" if last == numeral.last else "U"
            if letter == "U" and last == position and position > numeral.last:
                last = numeral.last
                letter = "H"
            head = last - 1 if letter == "U" else None
            return Item(letter, index, last, numeral=numeral, head=head, inner=inner)
        kind = self.words.things.get(self.lower(head))
        if kind and not is_person(self.tokens, head):
            return Item("x", index, last, numeral=numeral, head=head, reason=f"counts: {kind}")
        return Item("N", index, last, numeral=numeral, head=head, inner=inner)

    def _run_goes_on(self, position: int) -> bool:
        """Whether *20 others* is not the whole noun phrase (*20 other soldiers*)."""
        return position < len(self.tokens) and is_person(self.tokens, position)

    def _run(self, position: int) -> tuple[int, int | None, str | None]:
        """Words after a number up to the noun it counts: their end, the noun, an inner effect.

        The noun is the first plural noun for people, else the last noun the lists know, else none.
        """
        start, head, inner = position, None, None
        pending = None  # a known noun that may only modify what follows
        while position < len(self.tokens) and position - start < LONGEST_RUN:
            lower = self.lower(position)
            if lower in _QUOTES:
                position += 1
                continue
            if self._is_pair(position) and is_person(self.tokens, position + 2):
                position += 1  # *40 North Korean soldiers*
            elif self._is_pair(position):
                return position + 2, position + 1, inner
            if is_person(self.tokens, position):
                head = pending = position
                position += 1
                if self._is_plural(lower):
                    if position < len(self.tokens) and is_person(self.tokens, position):
                        continue
                    break
                continue
            if lower in self.words.things:
                if self._dates(position, start):
                    position -= 1
                    break
                pending = position
                position += 1
                continue
            if pending is not None and lower.endswith("ed"):
                break
            if lower.endswith("-year-olds"):
                return position + 1, position, inner
            if position in self.inside_numeral:
                if not lower.endswith("-old"):
                    break
                position += 1
                continue
            if _is_adverb(lower) and self._opens_harm(position + 1):
                break
            form = self._forms(position)
            if form:
                after = position + len(form[0].words)
                if after >= len(self.tokens):
                    break
                if form[0].form == "gerund" and self._names_harm(after):
                    position = after
                    continue
                attributive = form[0].form in ("state", "participle", "past")
                if not attributive or not is_person(self.tokens, after):
                    break
                inner = form[0].effect
                position = after
                continue
            if lower in _ARTICLES or lower == "aboard":
                break
            if self.letter(position) != "w" and lower not in _RUN_WORDS:
                if not self._joins_modifiers(position, start):
                    break
            elif not lower[0].isalnum():
                break
            position += 1
        if pending is not None and head != pending and self._modifies(pending, position):
            return position, None, inner
        if pending is not None:
            return pending + 1, (head if pending == head else pending), inner
        while position > start and self.lower(position - 1) in _QUOTES:
            position -= 1
        if position - start >= LONGEST_RUN:
            position = start
        return position, None, inner

    def _dates(self, position: int, start: int) -> bool:
        """*fell to 1,754 last year*: the noun after *last* is a time, which nothing counts."""
        timed = self.words.things[self.lower(position)] == "time" and position - 1 == start
        return timed and self.lower(start) == "last" and not self.lower(position).endswith("s")

    def _opens_harm(self, position: int) -> bool:
        return position < len(self.tokens) and bool(self._forms(position))

    def _names_harm(self, position: int) -> bool:
        """*shooting victims*, *drowning deaths*: the participle only modifies the noun."""
        return any(form.form == "harm" for form in self._forms(position))

    def _is_pair(self, position: int) -> bool:
        """*asylum seekers*: two words that name people together."""
        return (self.lower(position), self.lower(position + 1)) in self.words.person_pairs

    def _modifies(self, thing: int, end: int) -> bool:
        """Whether a known thing only modifies an unknown plural noun: *two college punters*."""
        lower = self.lower(end - 1)
        return end - 1 > thing and lower.endswith("s") and not self.lower(thing).endswith("s")

    def _is_plural(self, lower: str) -> bool:
        return lower not in self.words.singular_persons and lower != "police"

    def _joins_modifiers(self, position: int, start: int) -> bool:
        """*12 Iraqi and Kurdish fighters*: `and` between two adjectives, then a noun for people."""
        if self.lower(position) not in ("and", "or") or position == start:
            return False
        following = position + 1
        if self.lower(following) in _ARTICLES:
            return False
        if following + 1 >= len(self.tokens) or following in self.inside_numeral:
            return False
        plain = self.letter(following) == "w" and not self._forms(following)
        return plain and is_person(self.tokens, following + 1)

    def _none(self, index: int) -> Item | None:
        """*no one*, *nobody*, *no civilians*, *no casualties*."""
        lower = self.lower(index)
        if lower in _NEGATIVE_PRONOUNS:
            last = index + 3 if self.lower(index + 1) == "of" else index + 1
            counted = self._numeral(index + 2) or self._numeral(last)
            if counted and last > index + 1:
                last = counted.last
            return Item("z", index, min(last, len(self.tokens)))
        if lower != "no" or index + 1 >= len(self.tokens):
            return None
        if self.lower(index + 1) in ("one", "body"):
            return Item("z", index, index + 2)
        last, head, _ = self._run(index + 1)
        if last < len(self.tokens):
            form = self._forms(last)
            if form and form[0].form == "harm" and self.lower(last + 1) != "toll":
                return Item("Z", index, last + len(form[0].words), effect=form[0].effect)
        if head is not None and is_person(self.tokens, head):
            return Item("z", index, last, head=head)
        return None

    def _people(self, index: int) -> Item | None:
        """A noun phrase for people without a number: *a soldier* (i), *the soldiers* (d)."""
        lower = self.lower(index)
        article = lower in ("a", "an", "another")
        start = index + 1 if article or self.letter(index) == "e" else index
        if article and self._one_more(start):
            return Item("i", index, start + 1)
        if article and (lower == "another" or self.lower(start) in _NTH):
            noun = start + (self.lower(start) in _NTH)
            if self.lower(noun) == "victim":  # *a fourth victim*
                return Item("i", index, noun + 1, head=noun)
        if article and self.lower(start) in _NTH and self._person_follows(start + 1):
            start += 1  # *a fourth person*
        aged = self.numeral_at.get(start) if article else None
        if aged and aged.kind == "age":
            return self._aged(index, aged)
        if start >= len(self.tokens) or start in self.numeral_at:
            return None
        if any(len(form.words) > 1 for form in self._forms(start)):
            return None
        if not article:
            if not is_person(self.tokens, start):
                return None
            last = start + 1
            while last < len(self.tokens) and is_person(self.tokens, last):
                last += 1
            return Item("d", index, last, head=last - 1)
        last, head, inner = self._run(start)
        if head is None or not is_person(self.tokens, head):
            return None
        if self.lower(head) not in self.words.singular_persons:
            return None
        if self.lower(head) in _NOT_ONE_PERSON:
            return None
        return Item("i", index, last, head=head, inner=inner)

    def _one_more(self, start: int) -> bool:
        """*A fourth died*, *a third was hurt*: one more, not a part (*a third died of fever*)."""
        if self.lower(start) not in _NTH:
            return False
        verb = self.lower(start + 1)
        single = verb in ("was", "has", "is", "had")
        return single or (self.lower(start) != "third" and verb in ("died", "drowned"))

    def _aged(self, index: int, aged: Numeral) -> Item | None:
        """*a 23-year-old*, *a 23-year-old local man*: one person."""
        if self.lower(aged.first).endswith("s"):
            return None
        last, head, inner = self._run(aged.last)
        if head is None or self.lower(head) not in self.words.singular_persons:
            last, head, inner = aged.last, aged.first, None
        return Item("i", index, last, head=head, inner=inner)

    # Verbs and nouns of harm

    def _verb_group(self, index: int) -> Item | None:
        """Auxiliaries, negation, adverbs and the casualty verb they end on."""
        position = index
        seen: list[str] = []
        while position < len(self.tokens) and position - index < 9:
            if position > index or self.letter(position) not in "bhmo":
                verb = self._verb_form(position, seen)
                if verb:
                    return self._resolved(index, position, verb, seen)
            lower, letter = self.lower(position), self.letter(position)
            if seen and lower in _QUOTES:  # *were "neutralised"*
                position += 1
                continue
            if lower.endswith("n't"):
                seen += [self.words.letters.get(lower[:-3], "o"), "n"]
            elif letter in "bhmon":
                seen.append(letter if lower not in ("been", "being") else lower)
            elif lower == "to" and (not seen or "j" in seen or seen[-1] in "bhmo"):
                seen.append("to")
            elif seen and (letter in "js" or (lower in _RAISING and seen[-1] == "b")):
                seen.append("j")
            elif seen and letter == "e" and lower in _MID_ADVERBS:
                seen.append(letter)
            elif (seen and (_is_adverb(lower) or lower in _MID_ADVERBS)) or (
                lower in _DEADLY and self._opens_harm(position + 1)
            ):
                seen.append("e")
            else:
                return None
            position += 1
        return None

    def _verb_form(self, position: int, seen: list[str]) -> _Form | None:
        readings = [form for form in self._forms(position) if form.voice]
        if not readings:
            return None
        names = {form.form: form for form in readings}
        after = position + len(readings[0].words)
        if readings[0].lemma in STRIKING and not self._strikes_people(
            position, after, seen, past=not {"past", "participle"}.isdisjoint(names)
        ):
            return None
        previous = self.lower(position - 1)
        if "gerund" in names:
            noun = self.lower(after) == "of" or (
                self._after_determiner(position) and previous != "of"
            )
            return None if noun else names["gerund"]
        if "participle" in names or "past" in names:
            return names.get("participle") or names["past"]
        if "base" in names:
            verbal = bool(seen) or previous == "to"
            noun_too = readings[0].words[0] in _NOUN_OR_VERB
            if noun_too and not verbal:
                return None
            return names["base"]
        harm = any(form.form == "harm" for form in self._forms(position))
        if self._after_determiner(position) or (harm and after not in self.numeral_at):
            return None
        return names.get("third")

    def _strikes_people(self, position: int, after: int, seen: list[str], *, past: bool) -> bool:
        """Whether *hit* or *struck* is said of people: *hit 12 people*, *12 were hit*, *12 hit*."""
        if after in self.numeral_at or any(mark in ("b", "been", "being") for mark in seen):
            return True
        before = position - 1
        counted = before in self.inside_numeral or (before >= 0 and is_person(self.tokens, before))
        return past and counted

    def _after_determiner(self, position: int) -> bool:
        previous = self.lower(position - 1)
        return (
            previous in _DETERMINERS or previous in _NOUN_FOLLOWS or previous.endswith(("'s", "s'"))
        )

    def _resolved(self, index: int, position: int, verb: _Form, seen: list[str]) -> Item:
        last = position + len(verb.words)
        if "h" in seen and "to" in seen:  # *is thought to have killed* is active
            lowest = seen[::-1].index("to")
            passive_aux = any(mark in ("b", "been", "being") for mark in seen[-lowest:])
        else:
            passive_aux = any(mark in ("b", "been", "being") for mark in seen)
        perfect = "h" in seen
        letter = "V"
        participle = verb.form in ("participle", "past")
        if verb.voice == "intransitive":
            letter = "D"
        elif verb.form == "gerund":
            letter = "V" if passive_aux else "G"
        elif participle and passive_aux:
            letter = "Y"
        elif participle and perfect:
            letter = "V"
        elif participle:
            letter = "K" if verb.form == "participle" or not _distinct(verb) else "V"
        if verb.voice == "both" and letter in "VK":
            letter = "D"
        unreal = ("m" in seen and not perfect) or ("to" in seen and not (perfect or "j" in seen))
        if "m" in seen and perfect:
            unreal = self.lower(index) in _UNREAL_PERFECT and not self._definite
        if unreal and "to" in seen and "m" not in seen:
            unreal = not self._realised(index)
        if verb.form == "base" and self.lower(index - 1) == "to":
            unreal = not self._realised(index - 1)
        deadly = {token.lower for token in self.tokens[index : last + 1]} & _DEADLY
        return Item(
            letter,
            index,
            last,
            effect="killed" if deadly else verb.effect,
            force=verb.force,
            negated="n" in seen,
            unreal=unreal,
            verb=verb.lemma,
        )

    def _realised(self, to: int) -> bool:
        """*managed to kill*, *caused her to kill*: an infinitive that says what happened."""
        return any(self.lower(place) in _REALISED for place in range(to - 4, to))

    def _casualty_noun(self, index: int) -> Item | None:
        if self.lower(index) in _COUNTS:
            return self._number_of(index) or self._running_total(index)
        readings = self._forms(index)
        for form in sorted(readings, key=lambda form: form.form != "harm"):
            letter = {"harm": "T", "state": "S", "toll": "t", "lives": "l"}.get(form.form)
            if form.form == "gerund":
                letter = "T"
            if form.form == "base" and form.words[0] in _NOUN_OR_VERB:
                letter = "T"
            if letter:
                last = index + len(form.words)
                if letter == "T" and self.lower(last) in ("toll", "count"):
                    return Item("t", index, last + 1, effect=form.effect)
                if letter == "T" and self.lower(last) in _HARM_MODIFIES:
                    continue
                return Item(letter, index, last, effect=form.effect, force=form.force)
        return None

    def _running_total(self, index: int) -> Item | None:
        """*bringing the city's total to*: a toll of what the sentence has spoken of."""
        before = [self.lower(place) for place in range(max(0, index - 5), index)]
        if self.lower(index + 1) in _TOTAL_REACHES and _BRINGING & set(before):
            return Item("t", index, index + 1)
        return None

    def _number_of(self, index: int) -> Item | None:
        """*the number of people killed*, *total deaths*: works like *death toll*."""
        position = index + 1
        while position < len(self.tokens) and position - index < 7:
            if position in self.inside_numeral:
                return None
            form = self._forms(position)
            if form and form[0].form in ("harm", "state", "participle", "past"):
                last = position + len(form[0].words)
                return Item("t", index, last, effect=form[0].effect)
            allowed = self.letter(position) in "OebhRj" or is_person(self.tokens, position)
            if not allowed and self.letter(position) != "w":
                return None
            position += 1
        return None

    def _word(self, index: int) -> Item:
        lower = self.lower(index)
        if not lower[0].isalnum():
            return Item(_PUNCTUATION.get(lower, ""), index, index + 1)
        letter = self.letter(index)
        if letter == "w" and _is_adverb(lower):
            letter = "e"
        if letter == "s" and self.letter(index - 1) == "b":
            letter = "j"  # is said to be
        if lower == "as" and self.lower(index + 1) == "well" and self.lower(index + 2) == "as":
            return Item("A", index, index + 3)
        if lower in ("along", "together", "alongside") and self.lower(index + 1) == "with":
            return Item("A", index, index + 2)
        return Item(letter, index, index + 1)

    # Numbers that count nothing here

    def _trap(self, numeral: Numeral) -> str | None:
        """Why a number is no count of people, by the words beside it."""
        first, last = numeral.first, numeral.last
        before, after = self.lower(first - 1), self.lower(last)
        value = numeral.low if numeral.low is not None else numeral.high
        if before in _MONEY_SIGNS or before in ("usd", "eur", "rs"):
            return "money"
        if after in ("%", "°"):
            return "share" if after == "%" else "measure"
        if after == "per" and self.lower(last + 1) == "cent":
            return "share"
        if value is None:
            return None
        if numeral.bound in ("exact", "about") and self._dated(numeral, value):
            return "date"
        if self._is_year(numeral, value):
            return "year"
        if (self._in_ages(first) and not self._people_follow(last)) or (
            after in _AGE_UNITS
            and (
                self.lower(last + 1) == "old"
                or (self.lower(last + 1) == "of" and self.lower(last + 2) == "age")
            )
        ):
            return "age"
        if before == "," and after in (",", ".") and 15 < value < 110 and self._named(first - 2):
            return "age"
        if self._in_list_of_ages(first) or self._age_of_victims(numeral):
            return "age"
        if self._after_all_but(first):
            return "exception"
        if self._not_all(first):
            return "share"
        military = before in ("at", "between") and len(self.tokens[first].text) == 4
        if military and self.tokens[first].text.isdigit() and value < 2400:
            return "year" if value >= 1900 and value % 100 > 59 else "clock time"
        if (after in _CLOCK_AFTER and self.tokens[first].text.isdigit()) or (
            before == ":" and after == ":"
        ):
            return "clock time"
        if self._per_time(last):
            return "rate"
        if self._in_title(numeral):
            return "title"
        if self._labelled(numeral):
            return "label"
        if numeral.end - numeral.start == 3 and after == "or" and value == 1:
            return "pronoun"
        if self.tokens[first].lower == "one" and self._pronoun_one(first, last):
            return "pronoun"
        return None

    def _in_ages(self, first: int) -> bool:
        """*aged 12*, *ages 2, 7 and 12*: a list of ages."""
        place = first - 1
        while place >= 0 and (place in self.inside_numeral or self.lower(place) in (",", "and")):
            place -= 1
        place -= self.lower(place) == "of"  # *between the ages of 9 and 12*
        return self.lower(place) in ("aged", "age", "ages")

    def _in_list_of_ages(self, first: int) -> bool:
        """*The sisters, 5 and 7, died*: numbers alone, between commas, after a noun for people."""
        start, end = first, first
        while start > 0 and self._lists_age(start - 1):
            start -= 1
        while end < len(self.tokens) and self._lists_age(end):
            end += 1
        ages = sum(token.text.isdigit() for token in self.tokens[start:end])
        closed = self.lower(start) == "," and self.lower(end - 1) == ","
        people = start > 0 and (
            is_person(self.tokens, start - 1) or self.lower(start - 1) in _PAIRS
        )
        return ages > 1 and closed and people

    def _age_of_victims(self, numeral: Numeral) -> bool:
        """*All the victims were under 16*: people are a number, so a bare limit is their age."""
        place = next(
            (place for place in range(numeral.used, numeral.first + 1)
             if self.lower(place) in _AGE_LIMITS), None,
        )  # fmt: skip
        if place is None or max(numeral.low or 0, numeral.high or 0) > _OLDEST:
            return False
        limit, start = self.lower(place), max(0, place - 9)
        ends = self.lower(numeral.last) in ("", ".", ",", ";", "and", "when", "years", "or")
        before = [token.lower for token in self.tokens[start:place]]
        linked = any(word in ("are", "were", "was", "is") for word in before[-2:])
        linked = linked or (before[-2:-1] == [","] and before[-1] in ("all", "both", "mostly"))
        subjects = before[:-1]
        if limit in ("over", "above") and _SHARES.isdisjoint(before):
            return False  # *the dead were over 50* may be so many
        people = any(word in _AGED for word in subjects) or any(
            is_person(self.tokens, other) for other in range(start, place - 1)
        )
        return ends and linked and people and _COUNTS.isdisjoint(subjects)

    def _after_all_but(self, first: int) -> bool:
        """*All but two of the 20 were killed*: neither number says how many."""
        before = [token.lower for token in self.tokens[max(0, first - 5) : first]]
        return any(pair == ("all", "but") for pair in pairwise(before))

    def _not_all(self, first: int) -> bool:
        """*Not all of the 20 were killed*, *not every one of the 20*: fewer were."""
        before = [token.lower for token in self.tokens[max(0, first - 6) : first]]
        if before[-1:] == ["the"]:
            del before[-1]
        return before[-3:] == ["not", "all", "of"] or before[-4:] == ["not", "every", "one", "of"]

    def _lists_age(self, index: int) -> bool:
        text = self.tokens[index].text
        return text in (",", "and") or (text.isdigit() and len(text) < 3)

    def _in_title(self, numeral: Numeral) -> bool:
        """*"Ten Dead Men"*: a number word that opens the name of a book or film."""
        first, last = numeral.first, numeral.last
        if first == 0 or self.lower(first - 1) not in _QUOTES or last >= len(self.tokens):
            return False
        return self.tokens[first].text.istitle() and self.tokens[last].text.istitle()

    def _per_time(self, last: int) -> bool:
        """*40 a day*, not *168 a day earlier*."""
        timed = self.lower(last) in _ARTICLES and self.words.things.get(self.lower(last + 1))
        return timed == "time" and self.lower(last + 2) not in _COMPARED_TIME

    def _dated(self, numeral: Numeral, value: int | float) -> bool:
        before, after = self.lower(numeral.first - 1), self.lower(numeral.last)
        if before == "." and self.lower(numeral.first - 2) in _MONTHS:
            return value <= 31
        if not self.tokens[numeral.first].text.isdigit():
            return False
        if before in _MONTHS and self.tokens[numeral.first - 2].text.isdigit():
            return value <= 31 or not self._people_follow(numeral.last)
        if value > 31:
            return False
        opens = [self.lower(numeral.first - 3), self.lower(numeral.first - 2)] == ["as", "of"]
        if opens and after == "," and not self._plain(numeral.first - 1):
            return True  # *as of Septembre 30, …*: whatever the month is called
        if before in _MONTHS and not (
            before in ("may", "march") and self._plain(numeral.first - 1)
        ):
            return True
        if after in _MONTHS:
            return self.tokens[numeral.last].text[0].isupper()
        return False

    def _plain(self, index: int) -> bool:
        return self.tokens[index].text[0].islower()

    def _is_year(self, numeral: Numeral, value: int | float) -> bool:
        if numeral.bound == "range":
            return bool(
                1900 <= numeral.low <= 2100
                and numeral.high <= 2100
                and len(self.tokens[numeral.first].text) in (4, 7, 9)
                and not self._people_follow(numeral.last)
            )
        text = self.tokens[numeral.first].text
        if len(text) != 4 or not text.isdigit() or not 1000 <= value <= 2100:
            return False
        before = self.lower(numeral.first - 1)
        if before in _MONTHS or before == ",":
            return not self._people_follow(numeral.last)
        if numeral.qualifier:
            return False
        if before in _YEAR_AFTER and not self._people_follow(numeral.last):
            return True
        return 1900 <= value <= 2100 and not self._people_follow(numeral.last)

    def _capital(self, index: int) -> bool:
        """Whether a name stands there; *X, one of the leaders, was killed* counts nobody."""
        return index >= 0 and self.tokens[index].text[0].isupper() and self.letter(index) == "w"

    def _people_follow(self, position: int) -> bool:
        _, head, _ = self._run(position)
        form = self._forms(position) if position < len(self.tokens) else []
        people = head is not None and is_person(self.tokens, head)
        return (people and self._is_plural(self.lower(head))) or (
            bool(form) and form[0].form in ("harm", "state")
        )

    def _named(self, index: int) -> bool:
        """Whether a name or a noun for one person stands there: *the actor, 91, died*."""
        if index < 0:
            return False
        one = self.lower(index) in self.words.singular_persons
        return one or self.tokens[index].text[0].isupper()

    def _labelled(self, numeral: Numeral) -> bool:
        if numeral.first == 0 or not self.tokens[numeral.first].text[0].isdigit():
            return False
        before = self.tokens[numeral.first - 1]
        if before.text in ("#", "№"):
            return True
        return before.lower in _LABELS and (
            before.text[0].isupper() or before.lower in _LABELS_IN_SMALL
        ) and not self._people_follow(numeral.last)  # fmt: skip

    def _person_follows(self, last: int) -> bool:
        """*confirmed that one man had died*: *that* goes with the verb, not with *one*."""
        return last < len(self.tokens) and is_person(self.tokens, last)

    def _came_to_harm(self, first: int, last: int) -> bool:
        """*The deputy said later that one had died*, not *that one died*."""
        said = {self.lower(first - 2), self.lower(first - 3)}
        auxiliary = self.letter(last) in "bh"
        return auxiliary and not said.isdisjoint(_SAYING) and self._verb_group(last) is not None

    def _pronoun_one(self, first: int, last: int) -> bool:
        before, after = self.lower(first - 1), self.lower(last)
        if after == "of" and before in ("each", "every"):
            return True  # *every one of the 20*
        if after == "of":
            explains = before == "," and self._capital(first - 2)
            return explains and self.lower(last + 1) in _DETERMINERS
        if before == "that" and self._person_follows(last):
            return False
        if before == "that" and self._came_to_harm(first, last):
            return False
        return before in _BEFORE_PRONOUN_ONE or after in _AFTER_PRONOUN_ONE


_SAYING = frozenset(("said", "says", "say", "reported", "reports", "confirmed", "added"))
_NOUN_FOLLOWS = read_set("noun follows")
_NOT_ONE_PERSON = read_set("not one person")
_TOTAL_REACHES = read_set("total reaches")
_PAIRS = frozenset(("couple", "pair", "twins"))
_NTH = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"))
_AGE_LIMITS = frozenset(("under", "over", "above", "below", "between"))
_SHARES = frozenset(("all", "most", "many", "some", "of", "both"))
_AGED = frozenset(("victims", "dead", "wounded", "injured", "those", "killed", "victim"))
_OLDEST = 110
_AGE_UNITS = read_set("age units")
_LABELS_IN_SMALL = read_set("labels in small letters")
_BEFORE_PRONOUN_ONE = read_set("before pronoun one")
_AFTER_PRONOUN_ONE = read_set("after pronoun one")
_BRINGING = read_set("bringing")
_COMPARED_TIME = read_set("compared time")
_UNREAL_PERFECT = frozenset(("would", "could", "should", "will"))
_RAISING = read_set("raising")
_MID_ADVERBS = read_set("mid adverbs")
_NOUN_OR_VERB = read_set("noun or verb")
_REALISED = read_set("realised")
_HARM_MODIFIES = read_set("harm modifies")
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "(": "(", ")": ")", "[": "(",
    "]": ")", "-": ",", "–": ",", "—": ",", "/": "A", "&": "A", "+": "A",
}  # fmt: skip


@cache
def _distinct(verb: _Form) -> bool:
    """Whether past and participle differ, so that the past alone is active (*slew*, *slain*)."""
    first = verb.words[0]
    forms = lexicon().forms.get(first, ())
    names = {form.form for form in forms if form.lemma == verb.lemma and form.words == verb.words}
    return "participle" not in names


_AGED_PEOPLE = re.compile(r"(?<=[NUHid])(?:Pe)?(?P<aged>w)O?x(?:(?:A|,|,A|P)x){0,9}(?![x,])")


def _aged(items: list[Item], tokens: list[Token]) -> list[Item]:
    """Make ages mere remarks on the people before them: *nine people ages 14 to 27 died*."""
    letters = "".join(item.letter for item in items)
    for match in _AGED_PEOPLE.finditer(letters):
        places = range(match.start(), match.end())
        ages = all(items[place].reason == "age" for place in places if letters[place] == "x")
        if ages and tokens[items[match.start("aged")].first].lower in ("aged", "age", "ages"):
            for place in places:
                items[place] = replace(items[place], letter="e")
    return items


STRIKING = frozenset(("hit", "strike", "run over", "run down", "knock down"))
_MEANS = frozenset(("shoot", "stab", "knife", "shoot in the", "hit by bullets", "bayonet"))


def _merged(items: list[Item], tokens: list[Token]) -> list[Item]:
    """Join coordinated casualty words: *killed or wounded*, *shot and killed*."""
    result: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        if item.letter in "VYKGSD" and item.letter:
            step = index + 1
            while step + 1 < len(items):
                gap = 1
                if items[step].letter != "A" or tokens[items[step].first].lower == "with":
                    break
                if items[step + gap].letter == "e" and step + 2 < len(items):
                    gap = 2
                other = items[step + gap]
                if not _same_shape(item, other):
                    break
                item = replace(
                    item, last=other.last, effect=_joint_effect(item, other),
                    force="strong" if "strong" in (item.force, other.force) else "weak",
                    letter="Y" if item.letter == "Y" else other.letter,
                )  # fmt: skip
                step += gap + 1
            index = step - 1
            later = _later_effect(items, step) if _is_means(item.verb) else None
            if later:
                item = replace(item, effect=later)
        result.append(item)
        index += 1
    return result


_SECOND_SUBJECTS = re.compile(
    r"(?P<n>N)(?:,[we]{0,3}d){0,4}(?:,?A[we]{0,3}d|,?A(?P<other>ew))(?![sc])"
)
_OPENS_CLAUSE = re.compile(r"(?:^|[.,;:(csj])A?(?:P[Pwe]{0,4},?)?$")


def _coordinated(items: list[Item], tokens: list[Token]) -> list[Item]:
    """Make one noun phrase of a counted subject in parts: *40 soldiers and tribal fighters*.

    Only of one that opens its clause: after *killed 40 soldiers and* another clause may begin.
    """
    letters = "".join(item.letter for item in items)
    position = 0
    while match := _SECOND_SUBJECTS.search(letters, position):
        first, last = match.start(), match.end() - 1
        position = match.end()
        others = [item for item in items[first + 1 : last + 1] if item.letter == "d"]
        counted = items[first]
        if counted.of_whole or counted.inner or not all(_many(item, tokens) for item in others):
            continue
        if match["other"] and not _other_people(items[last - 1 : last + 1], tokens):
            continue
        if not _OPENS_CLAUSE.search(letters, max(0, first - 8), first):
            continue
        head = items[last].head if items[last].head is not None else items[last].last - 1
        items[first : last + 1] = [replace(counted, last=items[last].last, head=head)]
        letters = letters[: first + 1] + letters[last + 1 :]
        position = first + 1
    return items


def _many(item: Item, tokens: list[Token]) -> bool:
    """Whether a noun for people stands for several: *fighters*, *crew*, not *the mayor*."""
    head = tokens[item.last - 1].lower
    return head not in lexicon().singular_persons or head in _COLLECTIVE


_COLLECTIVE = frozenset(("crew", "staff", "police", "personnel"))


def _other_people(items: list[Item], tokens: list[Token]) -> bool:
    """*800,000 Jews and other minorities*: *other* shows that an unknown noun is of people too."""
    words = [token.lower for item in items for token in tokens[item.first : item.last]]
    return words[0] == "other" and words[-1].endswith("s")


def _later_effect(items: list[Item], index: int) -> str | None:
    """Effect of a second participle further on: *was shot in the head and killed*."""
    for place in range(index, min(index + 7, len(items) - 1)):
        letter = items[place].letter
        if letter == "A":
            after = items[place + 1 : place + 3]
            return next((item.effect for item in after if item.letter == "K"), None)
        if letter not in "POewUx":
            return None
    return None


def _same_shape(item: Item, other: Item) -> bool:
    pairs = {"VV", "VK", "KK", "KV", "YK", "YY", "GG", "SS", "KS", "SK", "YD", "DD", "YS"}
    return item.letter + other.letter in pairs and not other.negated


def _joint_effect(item: Item, other: Item) -> str | None:
    if item.effect == other.effect:
        return item.effect
    if _is_means(item.verb):
        return other.effect
    return "casualties"


def _is_means(verb: str) -> bool:
    """Whether a verb tells how, and one after it what came of it: *hit and killed by a bus*."""
    return verb in _MEANS or verb in STRIKING or verb.startswith(("hit ", "strike "))


def items_of(tokens: list[Token]) -> tuple[list[Item], list[Numeral]]:
    """Items of a sentence and all its numerals, in order."""
    reader = _Reader(tokens)
    return reader.read(), reader.numerals
