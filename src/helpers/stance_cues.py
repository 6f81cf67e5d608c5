"""Words that show a stance: the list of cues, and what the phrases of a sentence are worth.

Directions come from ``data/stance_cues.csv``; `Phrases` looks them up for the chunks of a sentence.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from helpers.roles import MINIMISERS, Chunk, Clauses
from helpers.tagging import lemma
from helpers.wordlists import read_rows, read_set

_SIGN = {"favor": 1, "against": -1}
_SORTS = read_set("sorts")
_HELPS_OR_HITS = read_set("what helps or hits")
"""Nouns whose direction depends on whom they are for: *a blow to crime*, *a gift to bigots*."""

_CONCERNS = frozenset({"concern", "worry", "risk"})
_SLIGHT = frozenset({"low", "small", "minimal", "slight", "calculated", "acceptable", "good"})
_SPOILING = read_set("spoiling")
_DAYS = read_set("days and months")
_MADE = read_set("made well or ill")
_HOW_MADE = {"well": 1, "poorly": -1, "ill": -1}
_LINKS_TO_WHOM = frozenset(("to", "for", "towards", "toward"))
_HARMED = frozenset(("victim", "casualty", "loser", "refugee", "enemy"))
_LESSENING = MINIMISERS | {"less", "least"}
"""Words that turn an adjective round, or nearly: *less safe*, *hardly fair*."""
_DENYING = _LESSENING | {"no", "not"}
_WHOEVER = frozenset(("those", "anyone", "everyone", "all", "whoever", "people"))


class Cue(NamedTuple):
    """Direction of a word in one frame: 1 favor, -1 against."""

    sign: int
    group: str  # the class of the cue: criticise, support, demand, ...


class Evidence(NamedTuple):
    """A direction with the words (inclusive indices) and the rule that show it."""

    sign: int
    first: int
    last: int
    rule: str


SILENT = Evidence(0, -1, -1, "")

REPORTING = read_set("reporting")
JUDGING = read_set("judging")


@cache
def cues() -> dict[tuple[str, str, str], Cue]:
    """Cues by part of speech, lemma and frame."""
    return {
        (row["part"], row["cue"], row["frame"]): Cue(_SIGN[row["direction"]], row["class"])
        for row in read_rows("stance_cues.csv")
    }


def judging_adjective(word: str) -> Cue | None:
    """Cue of an adjective, also of one made from a good one with *un-*, *in-* or *im-*.

    Adverbs that judge whatever they go with (*shamefully*) count as well.
    """
    cue = cues().get(("adjective", word, "value"))
    if cue is None and word.startswith(("un", "in", "im", "ir", "il")):
        base = cues().get(("adjective", word[2:], "value"))
        cue = Cue(-1, base.group) if base and base.sign > 0 else None
    if cue is None and word in _DAMNING_ADVERBS:
        cue = Cue(-1, "bad")  # shamefully late
    return cue


_DAMNING_ADVERBS = read_set("damning adverbs")
"""Adverbs that judge whatever they go with; *terribly* and *awfully* may mean no more than very."""


@cache
def _set_phrases() -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    """Judging phrases of several words (*drop in the ocean*), longest first, by their first."""
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for (part, phrase, frame), cue in cues().items():
        if part == "noun" and frame == "value" and " " in phrase:
            words = tuple(phrase.split(" "))
            phrases.setdefault(words[0], []).append((words, cue))
    for found in phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return phrases


@cache
def _listed_verbs() -> frozenset[str]:
    return frozenset(cue for part, cue, _ in cues() if part == "verb")


@cache
def _dropped_letters() -> dict[str, str]:
    """Longer verbs of the list by their misspellings that lack one inner letter."""
    verbs = sorted(verb for verb in _listed_verbs() if len(verb) > 7 and "-" not in verb)
    return {verb[:i] + verb[i + 1 :]: verb for verb in verbs for i in range(1, len(verb) - 1)}


def respelt(verb: str) -> str:
    """A listed verb for its misspelling (*critcize*); any other verb as it is."""
    return verb if verb in _listed_verbs() else _dropped_letters().get(verb, verb)


def first_to_speak(rules: Iterable[Callable[..., Evidence]], *arguments: Any) -> Evidence:
    """What the first of some rules that is not silent says."""
    for rule in rules:
        found = rule(*arguments)
        if found.sign:
            return found
    return SILENT


class When(NamedTuple):
    """A rule, and the words without one of which it cannot speak and is not asked."""

    rule: Callable[..., Any]
    words: frozenset[str]
    """Words in small letters, or lemmas of chunks."""


class Phrases:
    """Chunks of one piece of a sentence with the cues that they hold."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.chunks = clauses.chunks
        self.words = clauses.words
        self._lemmas = clauses.lemmas
        self._vocabulary: set[str] = set()

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands in the piece, as it is written or as a chunk's lemma."""
        if not self._vocabulary:
            self._vocabulary = {word.lower for word in self.words}
            self._vocabulary.update(self._lemmas)
        return not self._vocabulary.isdisjoint(words)

    def first_of(self, rules: tuple[When, ...], index: int) -> Evidence:
        """What the first rule that speaks says of a phrase; silence if none does."""
        for rule, words in rules:
            if self.has_any(words):
                found: Evidence = rule(self, index)
                if found.sign:
                    return found
        return SILENT

    def verb_cue(self, index: int, frame: str) -> tuple[Cue | None, int]:
        """Cue of a verb with its particle for a frame, and the cue's last chunk."""
        verb = respelt(self.chunks[index].lemma)
        words = [verb]
        last = index
        for place in range(index + 1, min(index + 4, len(self.chunks))):
            if self.chunks[place].kind not in ("IN", "RB"):
                break
            longer = " ".join([*words, self.chunks[place].lemma])
            cue = cues().get(("verb", longer, frame))
            if cue:
                return cue, place
            if self.chunks[place].kind == "IN":  # an adverb between says nothing
                words.append(self.chunks[place].lemma)
        cue = cues().get(("verb", verb, frame))
        return cue, last

    def idiom(self, verb: int, frame: str) -> tuple[Cue | None, int]:
        """Cue of a verb with the words after it (*bear … responsibility*), and its last chunk."""
        word = respelt(self.chunks[verb].lemma)
        before = ""
        best: tuple[Cue | None, int] = (None, verb)
        for place in range(verb + 1, min(verb + 7, len(self.chunks))):
            this = self.chunks[place]
            if this.kind in ("VG", "SUB", "PUNCT") or this.lemma in ("but", "or"):
                break
            if this.lemma == "on" and self._is_date(place + 1):
                break  # urged them on Friday to act
            for added in self._forms(this):
                cue = cues().get(("verb", f"{word} {added}", frame))
                if cue and before == "too":  # makes it too easy
                    cue = cue._replace(sign=-cue.sign)
                cue = cues().get(("verb", f"{word} {before} {added}", frame)) or cue
                if cue:
                    best = (cue, place)
            before = this.lemma
        return best

    def _is_date(self, place: int) -> bool:
        """Whether a chunk is a day: *Friday*, *5 May*."""
        if place >= len(self.chunks):
            return False
        words = self.words[self.chunks[place].first : self.chunks[place].last + 1]
        return any(word.lower in _DAYS for word in words)

    def act_cue(self, verb: int, frame: str) -> tuple[Cue | None, int]:
        """Cue of a verb with the words after it, or else of the verb, and its last chunk."""
        cue, last = self.idiom(verb, frame)
        return (cue, last) if cue else self.verb_cue(verb, frame)

    def _is_spoilt(self, phrase: Chunk) -> bool:
        """Whether an adjective denies the good of its noun: *missed opportunity*, *false hope*."""
        return any(w.lower in _SPOILING for w in self.words[phrase.first : phrase.head])

    def _forms(self, this: Chunk) -> list[str]:
        """How an idiom may name a phrase: *message*, *wrong message*, *no message*."""
        forms = [this.lemma]
        opening = self.words[this.first].lower
        is_little = opening == "little" and self.words[this.head].pos == "NN"
        if this.kind == "NP" and (opening == "no" or is_little):
            forms = [f"no {this.lemma}"]
        if this.kind == "NP" and this.head > this.first:
            forms.append(f"{self.words[this.head - 1].lower} {this.lemma}")
        return forms

    def value_group(self, word: int) -> str:
        """Class of the judging noun or adjective at a word; the empty string for none."""
        this = self.words[word]
        form = lemma(this.lower, this.pos)
        phrase, _ = self._set_phrase(word)
        if phrase:
            return phrase.group
        cue = judging_adjective(this.lower) if this.pos in ("VBN", "VBG", "VBD") else None
        cue = cue or cues().get(("noun", form, "value")) or judging_adjective(this.lower)
        return cue.group if cue else ""

    def value(self, index: int) -> tuple[int, int]:
        """Direction of a judging adjective or noun phrase, and the word that shows it."""
        if index < 0:
            return 0, -1
        phrase = self.chunks[index]
        adverb = phrase.first and self.words[phrase.first - 1].pos == "RB"
        for first in range(phrase.first - bool(adverb), phrase.last + 1):
            cue, last = self._set_phrase(first)
            if cue and last >= phrase.head:
                around = [w.lower for w in self.words[phrase.first : first]]
                lessened = phrase.first and self.words[phrase.first - 1].lower in _LESSENING
                is_denied = lessened or not _DENYING.isdisjoint(around)
                return (-cue.sign if is_denied else cue.sign), first
        if phrase.kind == "NP":
            head = cues().get(("noun", phrase.lemma, "value"))
            if head and head.sign > 0 and self._is_spoilt(phrase):
                return -1, phrase.head  # a missed opportunity
            if head and head.sign > 0:
                for place in range(phrase.first, phrase.head):
                    cue = judging_adjective(self.words[place].lower)
                    if cue and cue.sign < 0:
                        return -1, place  # a bad friend
            if head:
                is_denied = self.words[phrase.first].lower == "no"
                return (-head.sign if is_denied else head.sign), phrase.head
            link = self.chunk_word(self.clauses.right(index))
            is_one = phrase.lemma == "one" and link == "of"  # one of the best days
            if is_one or (phrase.lemma in _SORTS and link in ("of", "for")):
                return self.value(self.clauses.right(self.clauses.right(index)))
            if phrase.lemma in ("lack", "lacks"):
                return -1, phrase.head
        if phrase.lemma == "step" and self.chunk_word(self.clauses.right(index)) == "in":
            return self.value(self.clauses.right(self.clauses.right(index)))
        opening = self.words[phrase.first].lower
        before = self.words[phrase.first - 1].lower if phrase.first else ""
        if phrase.kind == "JJ" and "too" in (opening, before):
            return -1, phrase.last  # too late, too simple
        for place in range(phrase.first, phrase.last + 1):
            word = self.words[place]
            form = lemma(word.lower, word.pos) if word.pos in ("JJR", "JJS") else word.lower
            is_name = word.pos == "NNP" or (
                word.pos == "NN" and place == phrase.head > phrase.first
            )
            cue = None if is_name and phrase.kind == "NP" else judging_adjective(form)
            if cue:
                if phrase.kind == "NP" and form == "responsible" and opening in _WHOEVER:
                    continue  # those responsible must be tried
                around = [w.lower for w in self.words[phrase.first : place]]
                negated = not _DENYING.isdisjoint(around) or before in _LESSENING
                return (-cue.sign if negated else cue.sign), place
        if phrase.kind == "JJ" and before in _DAMNING_ADVERBS:
            return -1, phrase.first - 1  # shamefully late
        return 0, -1

    def _set_phrase(self, first: int) -> tuple[Cue | None, int]:
        """Cue of the set phrase that begins at a word (*a slap in the face*), and its last word."""
        for phrase, cue in _set_phrases().get(self.words[first].lower, ()):
            words = self.words[first : first + len(phrase)]
            if len(words) == len(phrase) and all(
                part in (word.lower, lemma(word.lower, word.pos))
                for part, word in zip(phrase, words, strict=True)
            ):
                return cue, first + len(phrase) - 1
        return None, -1

    def predicate(self, index: int) -> tuple[int, int]:
        """Direction of *is X*, *is old and X*, and the word that shows it."""
        if self.clauses.kind(index) == "IN":  # out of touch
            first = self.chunks[index].first
            for last in range(first + 1, min(first + 4, len(self.words))):
                phrase = " ".join(w.lower for w in self.words[first : last + 1])
                cue = cues().get(("adjective", phrase, "value"))
                if cue:
                    return cue.sign, last
        after = self.clauses.right(index)
        made = self.words[self.chunks[index].last + 1].lower if 0 <= index < after else ""
        if self.chunks[index].kind == "JJ" and made in _MADE:
            how = self.chunks[index].head  # well designed, poorly drafted
            return _HOW_MADE.get(self.words[how].lower, 0), how
        if self.chunk_word(index) in ("little", "nothing", "no", "more", "less"):
            compared = self._compared(index)  # little more than a farce
            if compared >= 0:
                return self.value(compared)
        while (
            self.clauses.kind(index) == self.clauses.kind(after) == "JJ"
            and not self.value(index)[0]
        ):
            index, after = after, self.clauses.right(after)  # much better, long overdue
        if self.chunk_word(index) == "far" and self.chunk_word(after) == "from":
            sign, word = self.value(self.clauses.right(after))  # far from ideal
            return -sign, word
        if self.chunk_word(index) == "anything" and self.chunk_word(after) == "but":
            sign, word = self.predicate(self.clauses.right(after))  # anything but fair
            return -sign, word
        if self.opening(index) == "neither":  # neither free nor fair
            sign, word = self.value(index)
            for place in range(index, min(index + 4, len(self.chunks))):
                sign, word = (sign, word) if sign else self.value(place)
            return -max(0, sign), word
        if self.chunk_word(index) in ("nothing", "little"):  # nothing but lies
            for place in range(index + 1, min(index + 5, len(self.chunks))):
                sign, word = self.value(place) if self.chunks[place].kind == "NP" else (0, -1)
                if sign:
                    return sign, word
        if self.chunk_word(index) == "responsible" and self.chunk_word(after) == "for":
            sign, word = self.value(self.clauses.right(after))
            return sign, (self.chunks[index].head if sign else word)
        is_concern = self.chunk_word(index) in _CONCERNS and self.opening(index) == "a"
        if is_concern and self.words[self.chunks[index].first + 1].lower not in _SLIGHT:
            return -1, self.chunks[index].head  # is a major concern
        while self.clauses.kind(index) in ("NP", "JJ"):
            sign, word = self._for_whom(index, *self.value(index))
            joint = self.clauses.right(index)
            before = self.words[self.chunks[index].first - 1].lower
            is_more = before in ("only", "just", "merely", "simply")  # not only late but wrong
            meant = self._after_but(joint)
            if meant[0] and not is_more:
                return meant
            joints = ("and", ",", "but") if is_more else ("and", ",")
            if sign or self.chunk_word(joint) not in joints:
                return sign, word
            index = self.clauses.right(joint)
        return 0, -1

    def _after_but(self, joint: int) -> tuple[int, int]:
        """Direction of what follows *but*, which decides: *unpopular, but necessary*."""
        if self.chunk_word(joint) == ",":
            joint = self.clauses.right(joint)
        told = self.clauses.right(joint)
        if self.chunk_word(joint) not in ("but", "yet"):
            return 0, -1
        if self.clauses.kind(told) == "VG" and not self.chunks[told].finite:
            return self.verdict(told)  # long but misleading
        if self.clauses.kind(told) != "JJ":
            return 0, -1
        if self.words[self.chunks[told].first - 1].lower in ("not", "never"):
            return 0, -1  # good, but not good enough
        return self.value(told)

    def verdict(self, index: int) -> tuple[int, int]:
        """Direction of what something is called (*absurd*, *a crime*), and the word."""
        kind = self.clauses.kind(index)
        if kind in ("JJ", "IN") or self.chunk_word(index) == "nothing":
            first = self.chunks[index].first
            sign, word = self.predicate(index)
            is_denied = first and self.words[first - 1].lower == "not"  # as not good enough
            return (-sign if is_denied else sign), word
        if kind == "NP":
            return self._for_whom(index, *self.value(index))
        if kind == "VG" and not self.chunks[index].infinitive:
            cue = cues().get(("adjective", self.words[self.chunks[index].head].lower, "value"))
            return (cue.sign, self.chunks[index].head) if cue else (0, -1)
        return 0, -1

    def _for_whom(self, index: int, sign: int, word: int) -> tuple[int, int]:
        """Direction of what helps or hits, turned round for wrongs: *a reward for violence*."""
        if self.clauses.kind(index) != "NP" or self.chunks[index].lemma not in _HELPS_OR_HITS:
            return sign, word
        link = self.clauses.right(index)
        whom = self.clauses.right(link)
        if self.chunk_word(link) not in _LINKS_TO_WHOM or self.clauses.kind(whom) != "NP":
            return sign, word
        cue = cues().get(("noun", self.chunks[whom].lemma, "value"))
        if cue is None or self.chunks[whom].lemma in _HARMED:
            return sign, word
        if not sign:  # the road to war, a defeat for hatred
            turned = -1 if self.chunks[index].lemma == "defeat" else 1
            return cue.sign * turned, self.chunks[index].head
        return sign * cue.sign, word

    def judges(self, verb: int) -> bool:
        """Whether a verb gives a verdict on its object: *call*, *consider*."""
        return self.chunks[verb].lemma in JUDGING

    def _compared(self, index: int) -> int:
        """What follows *little more than*, *nothing less than*; -1 if nothing does."""
        first = self.chunks[index].first
        words = tuple(word.lower for word in self.words[first : first + 3])
        if words[1:] not in (("more", "than"), ("less", "than"), ("short", "of")):
            return -1
        return next(
            (
                i
                for i in range(index, len(self.chunks))
                if self.chunks[i].kind == "NP" and self.chunks[i].first >= first + 3
            ),
            -1,
        )

    def chunk_word(self, index: int) -> str:
        """Lemma of a chunk; the empty string for none."""
        return self._lemmas[index] if index >= 0 else ""

    def opening(self, index: int) -> str:
        """First word of a chunk, in small letters."""
        return self.words[self.chunks[index].first].lower

    def span(self, first: int, last: int | None = None) -> tuple[int, int]:
        """First and last word of some chunks."""
        last = first if last is None else last
        return self.chunks[min(first, last)].first, self.chunks[max(first, last)].last
