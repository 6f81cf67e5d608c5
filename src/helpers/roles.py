"""Who does what to whom: subjects, objects and governors in a tagged piece of a sentence.

Shallow on purpose: chunks in a row, and a few rules on what stands left and right of them.
"""

from functools import partial
from typing import Literal, NamedTuple

from helpers.tagging import (
    FINITE,
    SUBORDINATORS,
    NounPhrase,
    VerbGroup,
    Word,
    lemma,
    noun_phrases,
    verb_groups,
)
from helpers.wordlists import read_set

Kind = Literal["NP", "VG", "IN", "SUB", "CC", "PUNCT", "JJ", "RB"]
SPEAKER = -1
"""Subject of a verb group that opens its statement: the one who speaks."""

_RELATIVE = read_set("relative")
_CONDITION = read_set("condition")
INTENTS = read_set("intents")
"""Nouns whose infinitive is what is meant: *the plan to act*; *the money to act* is not."""

_TELLING = read_set("telling (roles)")
"""Verbs of speech whose *that* clause may stand after a hearer, a time or a place."""

_ACTS_OF_SPEECH = read_set("acts of speech")
"""Verbs that people do by speaking of something: *thank*, *criticise*, *call*."""

_ENSURING = read_set("ensuring")
_SAYING = read_set("saying")
_SAYING_THAT = read_set("saying that (roles)")
"""Verbs whose *-ing* form after a clause tells what its subject says: *left, saying it is late*."""

_SAY_THEMSELVES = read_set("people who say so")
_HEARING = frozenset({"hear", "see", "quote", "cite", "be", "have", "catch", "find", "remember"})
"""Verbs whose object it is that says what follows: *heard a man saying that*."""

JOINING = read_set("joining")
"""Prepositions that open a clause if a finite verb follows their noun phrase."""

_NUMBERED = read_set("numbered")
_MANY = 12
"""Chunks looked at to the left of a verb for its subject: it stands nearer than that."""


class Chunk(NamedTuple):
    """A phrase of a sentence: word indices (inclusive), head word's index and lemma."""

    kind: Kind
    first: int
    last: int
    head: int
    lemma: str
    finite: bool = False
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    participle: str = ""  # VBG or VBN
    modal: str = ""


class Governor(NamedTuple):
    """What an event depends on: relation, and the index of the governing chunk (or -1).

    `relation` is ``root``; a complement ``to``, ``that``, ``gerund`` or ``purpose``; the
    preposition before a gerund; ``relative``, ``condition``, ``adverbial`` or ``question``.
    """

    relation: str
    chunk: int


_WHEN = frozenset({"after", "before", "since", "until", "as"})
_ASKING_FOR = frozenset(
    {"call", "ask", "press", "push", "appeal", "want", "plead", "wish", "argue"}
)
_DOCUMENTS = read_set("documents")
_BEFALLING = frozenset({"lapse", "expire", "end", "fail", "stay", "continue", "stand", "change"})


def _with_obligations(words: list[Word], groups: list[VerbGroup]) -> list[VerbGroup]:
    """Verb groups in which *ought to leave* is one, as *must leave* is."""
    joined: list[VerbGroup] = []
    for group in groups:
        before = joined[-1] if joined else None
        if before is not None and _is_what_ought(words, before, group):
            joined[-1] = group._replace(
                first=before.first,
                finite=True,
                infinitive=False,
                modal="ought",
                negated=before.negated or group.negated,
            )
        else:
            joined.append(group)
    return joined


def _is_what_ought(words: list[Word], before: VerbGroup, group: VerbGroup) -> bool:
    """Whether an infinitive follows *ought* or *ought not*."""
    between = [word.lower for word in words[before.last + 1 : group.first]]
    return words[before.head].lower == "ought" and group.infinitive and between in ([], ["not"])


def chunk(words: list[Word]) -> list[Chunk]:
    """Phrases of tagged words in order: noun phrases, verb groups, and the words between them.

    Wh-words and subordinating conjunctions are ``SUB``; *to* before a noun is a preposition
    (``IN``); adjectives outside noun phrases are ``JJ``.
    """
    phrases = {phrase.first: phrase for phrase in noun_phrases(words)}
    groups = {group.first: group for group in _with_obligations(words, verb_groups(words))}
    found: list[Chunk] = []
    index = 0
    end = len(words)
    while index < end:
        word = words[index]
        if word.lower in _OPEN_JOINTS and (joint := _joint(words, index)):
            found.append(Chunk("CC", index, index + joint - 1, index, "and"))
            index += joint
            continue
        phrase = phrases.get(index)
        group = groups.get(index)
        if phrase and word.pos not in ("WP", "WDT", "WP$"):
            whole = phrase
            phrase = _without_next_subject(words, whole)
            if phrase is not whole:
                first, last = phrase.last + 1, whole.last
                phrases[first] = NounPhrase(first, last, last, None)
            head = words[phrase.head]
            is_many = head.pos == "NN" and head.lower.endswith("s")  # expectations, games
            is_many &= not head.lower.endswith(("ss", "us", "is"))
            form = lemma(head.lower, "NNS" if is_many else head.pos)
            found.append(_plain_chunk("NP", phrase.first, phrase.last, phrase.head, form))
            index = phrase.last + 1
        elif group and _is_adjectival(words, group, found):
            found.append(Chunk("JJ", group.first, group.last, group.head, words[group.head].lower))
            index = group.last + 1
        elif group:
            head = words[group.head]
            found.append(
                Chunk(
                    "VG",
                    group.first,
                    group.last,
                    group.head,
                    lemma(head.lower, head.pos),
                    group.finite,
                    group.passive,
                    group.negated or _is_negated(words, group),
                    group.infinitive or word.pos == "VB",
                    word.pos if group.participle else "",
                    group.modal,
                )
            )
            index = group.last + 1
        else:
            is_part = word.lower in _COUNTED and index + 1 < end and words[index + 1].lower == "of"
            kind = "NP" if is_part else _kind(word)  # many of them
            found.append(_plain_chunk(kind, index, index, index, word.lower))
            index += 1
    return _merged(words, found)


def _without_next_subject(words: list[Word], phrase: NounPhrase) -> NounPhrase:
    """A phrase without the subject that follows it: *a step unions hailed* is *a step*."""
    is_one = words[phrase.first].lower in ("a", "an", "another")
    if not is_one or phrase.head != phrase.last or phrase.last - phrase.first < 2:
        return phrase
    after = words[phrase.last + 1 : phrase.last + 2]
    if not after or (after[0].pos not in FINITE and after[0].pos != "VBN"):
        return phrase
    head = phrase.last - 1
    if words[phrase.head].pos in ("NNP", "NNPS"):  # a gesture Smith praised
        while words[head].pos in ("NNP", "NNPS"):
            head -= 1
    elif words[phrase.head].pos != "NNS":
        return phrase
    if words[head].pos != "NN" or head <= phrase.first:
        return phrase
    return phrase._replace(last=head, head=head)


_COUNTED = read_set("counted")


def _plain_chunk(kind: Kind, first: int, last: int, head: int, form: str) -> Chunk:
    """A chunk that is no verb group: as `Chunk` makes it, but faster."""
    return _new_chunk((kind, first, last, head, form, False, False, False, False, "", ""))


_new_chunk = partial(tuple.__new__, Chunk)


def _merged(words: list[Word], chunks: list[Chunk]) -> list[Chunk]:
    """Chunks whose noun phrases participles do not part: *a flawed and rigged vote*.

    A number goes with what it numbers: *Resolution 2254*.
    """
    merged: list[Chunk] = []
    index = 0
    while index < len(chunks):
        this = chunks[index]
        may_open = this.kind == "NP" and this.first == this.last and index + 4 < len(chunks)
        if may_open and _is_parted(words, chunks[index : index + 5]):
            merged.append(chunks[index + 4]._replace(first=this.first))
            index += 5
        elif this.kind == "NP" and this.lemma in _NUMBERED and _is_number(words, chunks, index + 1):
            merged.append(this._replace(last=chunks[index + 1].last))
            index += 2
        else:
            merged.append(this)
            index += 1
    return merged


def _is_number(words: list[Word], chunks: list[Chunk], index: int) -> bool:
    """Whether a chunk is one number and nothing else."""
    if index >= len(chunks) or chunks[index].first != chunks[index].last:
        return False
    return words[chunks[index].first].pos == "CD"


def _is_parted(words: list[Word], span: list[Chunk]) -> bool:
    """Whether five chunks are article, participle, *and*, participle, noun phrase."""
    article, one, joint, other, rest = span
    return (
        article.kind == rest.kind == "NP"
        and article.first == article.last
        and words[article.first].pos == "DT"
        and joint.lemma in ("and", ",", "or")
        and all(c.first == c.last and c.kind in ("VG", "JJ") for c in (one, other))
        and words[one.first].pos in ("VBN", "VBG", "JJ")
        and words[rest.first].pos not in ("DT", "PRP$", "PRP")
    )


_OPEN_JOINTS = frozenset({"as", "along", "together"})


def _joint(words: list[Word], index: int) -> int:
    """Number of words that join like *and*: *as well as*, *along with*; 0 if none."""
    lower = [word.lower for word in words[index : index + 3]]
    if lower == ["as", "well", "as"]:
        return 3
    return 2 if lower[:2] in (["along", "with"], ["together", "with"]) else 0


MINIMISERS = read_set("minimisers")
"""Adverbs that all but deny: *hardly*, *rarely*."""

_DENIES_BEFORE = MINIMISERS | {"nor", "neither"}


def _is_negated(words: list[Word], group: VerbGroup) -> bool:
    """Whether a group is denied by more than *not*: *neither*, *nor*, *no longer*."""
    first = group.first
    lower = [word.lower for word in words[max(0, first - 2) : group.head]]
    opening = lower[: min(2, first)]
    inside = lower[min(2, first) :]
    is_ended = "longer" in lower and "no" in lower
    after = [word.lower for word in words[group.last + 1 : group.last + 3]]
    return (
        is_ended
        or after[:1] == ["never"]
        or after == ["no", "longer"]  # is no longer fair
        or (bool(opening) and opening[-1] in _DENIES_BEFORE)
        or "neither" in inside
    )


def _is_adjectival(words: list[Word], group: VerbGroup, before: list[Chunk]) -> bool:
    """Whether a participle is a predicate: *remains committed*."""
    if words[group.first].pos != "VBN":
        return False
    verb = next((c for c in reversed(before) if c.kind != "RB"), None)
    return (
        verb is not None
        and verb.kind == "VG"
        and verb.lemma in ("remain", "seem", "become", "feel", "look", "appear", "stay")
    )


_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("WP", "WDT", "WP$", "WRB"), "SUB"),
    **dict.fromkeys(("IN", "TO", "RP"), "IN"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "VBN", "VBG"), "JJ"),
    "CC": "CC",
    "PUNCT": "PUNCT",
}
"""Kinds of the words outside noun phrases and verb groups; all others are ``RB``."""


def _kind(word: Word) -> Kind:
    if word.pos == "IN" and (word.lower in SUBORDINATORS or word.lower == "provided"):
        return "SUB"
    return _KINDS.get(word.pos, "RB")


_ADVERB = ("RB",)


class Clauses:
    """Chunks of one piece of a sentence with their subjects and governors, worked out on demand."""

    def __init__(self, words: list[Word]) -> None:
        """Find the chunks and the subject of each verb group, from left to right."""
        self.words = words
        self.relative: set[int] = set()
        """Verb groups whose subject is the antecedent of *who*, *which* or *that*."""
        self._governors: dict[int, Governor] = {}
        self.chunks = chunk(words)
        self._kinds: list[str] = [this.kind for this in self.chunks]
        self.lemmas = [this.lemma for this in self.chunks]
        places = list(range(len(self.chunks)))
        # The chunk beside each, adverbs skipped, is asked for so often that it is worked out here.
        self._lefts = self._passed(places)
        self._rights = self._passed(places[::-1])
        self.subjects: dict[int, int | None] = {}
        for index, this in enumerate(self.chunks):
            if this.kind == "VG":
                self.subjects[index] = self._subject(index)

    def _passed(self, places: list[int]) -> list[int]:
        """For each chunk, the last one passed before it that is no adverb; -1 if there is none."""
        found = [-1] * len(self.chunks)
        last = -1
        for place in places:
            found[place] = last
            if self._kinds[place] != "RB":
                last = place
        return found

    def left(self, index: int, skip: tuple[str, ...] = _ADVERB) -> int:
        """Index of the chunk left of `index`, adverbs skipped; -1 if there is none."""
        if skip is _ADVERB and 0 <= index < len(self._lefts):
            return self._lefts[index]
        index -= 1
        while index >= 0 and self._kinds[index] in skip:
            index -= 1
        return index

    def right(self, index: int, skip: tuple[str, ...] = _ADVERB) -> int:
        """Index of the chunk right of `index`, adverbs skipped; -1 if there is none."""
        if skip is _ADVERB and 0 <= index < len(self._rights):
            return self._rights[index]
        index += 1
        while index < len(self.chunks) and self._kinds[index] in skip:
            index += 1
        return index if index < len(self.chunks) else -1

    def kind(self, index: int) -> str:
        """Kind of a chunk; the empty string for none."""
        return self._kinds[index] if 0 <= index < len(self._kinds) else ""

    def after_phrase(self, index: int) -> int:
        """Chunk after a noun phrase with its parts: *urge A, their ally, and B in Rome* to act."""
        place = self.right(index)
        for _ in range(_MANY):
            further = self.right(place) if place >= 0 else -1
            is_joint = self.kind(place) in ("CC", "IN") or self.chunk_is_comma(place)
            if is_joint and self.kind(further) == "NP":
                place = self.right(further)
            elif self.chunk_is_comma(place) and self.kind(further) in ("CC", "VG"):
                place = further
            else:
                break
        return place

    def chunk_is_comma(self, index: int) -> bool:
        """Whether a chunk is a comma."""
        return index >= 0 and self.chunks[index].lemma == ","

    def previous_verb(self, index: int, *, finite: bool = False) -> int:
        """Index of the nearest verb group left of `index`; -1 if there is none."""
        for place in range(index - 1, -1, -1):
            if self.chunks[place].kind == "VG" and (self.chunks[place].finite or not finite):
                return place
        return -1

    def phrase_start(self, index: int) -> int:
        """First chunk of a noun phrase with its prepositional and conjoined parts, from its end."""
        while True:
            before = self.left(index)
            kind = self.kind(before)
            further = self.left(before)
            joined = kind == "IN" or (kind == "CC" and self.chunks[before].lemma in ("and", "or"))
            if joined and self.kind(further) == "NP":
                index = further
            else:
                return index

    def list_start(self, index: int) -> int:
        """First phrase of a list with commas and *and*, from its end; else of the phrase."""
        start = self.phrase_start(index)
        place = start if start != index else -1
        if self.kind(self.left(index)) == "CC" and self.chunk_is_comma(self.left(self.left(index))):
            place = self.left(self.left(self.left(index)))
        while place >= 0 and self.kind(place) == "NP":
            start = self.phrase_start(place)
            comma = self.left(start)
            if not self.chunk_is_comma(comma):
                break
            place = self.left(comma)
        return start

    def _subject(self, index: int) -> int | None:
        """Subject of a verb group: a noun phrase, `SPEAKER` or None."""
        group = self.chunks[index]
        if not group.finite:
            return self._understood_subject(index)
        if self._is_inverted(index):
            return self.right(index)  # we reject it, said Smith
        place = self.left(index)
        for _ in range(_MANY):
            if place < 0:
                return SPEAKER
            kind = self.chunks[place].kind
            if kind == "NP":
                start = self.phrase_start(place)
                before = self.left(start)
                is_form = start != place and self._is_subject_form(place)
                if is_form and self.kind(before) == "IN":
                    return place  # made for a few and they go
                if is_form and self.chunks[self.left(place)].lemma in JOINING:
                    return place  # we reject the plan as it is new
                if self.kind(before) == "" or self.kind(before) in ("PUNCT", "SUB", "CC"):
                    return start
                if self.chunks[before].lemma in JOINING and place == self.left(index):
                    return start
                if self._is_gerund_subject(before):
                    return None  # leaving X was wise
                if self._is_ensured(before, index):
                    return start  # to ensure the truce holds
                if before in self.relative and place == self.left(index):
                    described = self._whole_relative(before)
                    if described >= 0:
                        return described  # those who oppose it are wrong
                holder = self._holder_of_gerund(before)
                if holder >= 0:
                    place = holder  # the deal on sending troops fails
                    continue
                if self._is_object_inside_subject(before):
                    place = self.left(self._first_infinitive(before))
                    continue
                is_filled = self.kind(before) == "VG" and self.chunks[before].finite
                is_joined = start != place and self.chunks[self.left(place)].lemma in _WHEN
                if is_filled and is_joined and place == self.left(index):
                    return place  # there should be staff on site after pupils have left
                conjunct = self._last_conjunct(start, place)
                if conjunct != start or self.kind(before) != "IN":
                    return conjunct
                verb = self.left(before)
                described = self._described_by_relative(verb) if place == self.left(index) else -1
                if described >= 0:
                    return described  # the plan that they made in May is late
                if self._is_participle_after_noun(verb):  # those linked with him left
                    place = self.left(verb)
                    continue
                if self._is_gerund_subject(verb):
                    return None  # talking to X was wise
                if self.kind(verb) == "VG":
                    return start
                place = verb
            elif kind == "SUB":
                antecedent = self.left(place, ("RB", "PUNCT", "IN"))
                if self.chunks[place].lemma == "who" and antecedent < 0:
                    is_asked = self.words[-1].text == "?"
                    return None if is_asked else SPEAKER  # Smith, who rejects it
                if self.chunks[place].lemma in _RELATIVE and self.kind(antecedent) == "NP":
                    self.relative.add(index)
                    return self._antecedent(place, antecedent)
                return None
            elif kind == "CC":
                verb = self._joined_verb(place, index)
                return self._subject_in_number(verb, index) if verb >= 0 else SPEAKER
            elif kind == "PUNCT":
                place = self._before_parenthesis(place)
            elif kind == "VG":
                whole = self._closed_relative(place) if place == self.left(index) else -1
                if whole >= 0:
                    return whole  # those who left before the city fell were wise
                described = self._described_by(place)
                if described >= 0 and place == self.left(index):
                    return described  # the plan we have is good
                outer = self.governor(place)
                if outer.relation not in ("that", "relative") or self.kind(outer.chunk) != "NP":
                    return self.subjects.get(place) if place == self.left(index) else None
                return self.phrase_start(outer.chunk)  # the idea that they go is new
            else:
                place = self.left(place)
        return None

    def _subject_in_number(self, verb: int, index: int) -> int | None:
        """Subject of a joined verb; that of the teller if only his goes with the verb.

        *he says the talks can work, but has rejected the idea*.
        """
        subject = self.subjects.get(verb)
        opening = self.words[self.chunks[index].first]
        outer = self._governors.get(verb) or self.governor(verb)
        if opening.pos != "VBZ" or outer.relation != "that" or subject is None or subject < 0:
            return subject
        head = self.words[self.chunks[subject].head]
        is_many = head.pos in ("NNS", "NNPS") or head.lower in ("we", "they", "you", "i")
        if not is_many or self.kind(outer.chunk) != "VG":
            return subject
        teller = self.subjects.get(outer.chunk)
        if teller is None or teller < 0:
            return teller
        is_one = self.words[self.chunks[teller].head].pos in ("NN", "NNP", "PRP")
        return teller if is_one else subject

    def _joined_verb(self, joint: int, index: int) -> int:
        """Verb that *and* joins a verb to: *warned that it would fail, and thanked them*; or -1.

        A past verb of speech goes not with what was said to come, but with the verb that said it,
        or, where that was left out, with the speaker's.
        """
        nearest = self.previous_verb(joint, finite=True)
        is_new = self.chunks[joint].lemma == "but" or (
            nearest >= 0 and self.chunks[nearest].modal != "" and not self.chunks[index].modal
        )
        if is_new and self.chunk_is_comma(self.left(joint, ())):
            nearest = self._before_relative(nearest)
        if nearest < 0 or not self._is_new_act_of_speech(joint, index):
            return nearest
        is_same = self._is_past(nearest) and not self.chunk_is_comma(self.left(joint, ()))
        if is_same and nearest not in self.relative:
            return nearest
        for place in range(nearest, -1, -1):
            this = self.chunks[place]
            if this.kind == "VG" and this.finite and self._is_past(place):
                is_outer = self.governor(place).relation == "root"
                opens = self.subjects.get(place) == SPEAKER
                if is_outer and (opens or this.lemma in _TELLING | _SAYING | _ACTS_OF_SPEECH):
                    return place
        return nearest if self._is_past(nearest) else -1

    def _before_relative(self, verb: int) -> int:
        """Verb of the clause around one that describes: *backs a plan that helps, but is late*."""
        antecedent = self.subjects.get(verb) if verb in self.relative else None
        while antecedent is not None and antecedent >= 0:
            outer = self.previous_verb(antecedent, finite=True)
            if outer < 0 or self.subjects.get(outer) == antecedent:
                break
            return outer
        return verb

    def _is_new_act_of_speech(self, joint: int, index: int) -> bool:
        """Whether a verb after *and* or *but* is a past act of speech: *and criticised them*."""
        group = self.chunks[index]
        is_joined = self.chunks[joint].lemma in ("and", "but") and self.left(index) == joint
        is_act = group.lemma in _ACTS_OF_SPEECH and not group.passive
        return is_joined and is_act and self._is_past(index)

    def _is_past(self, index: int) -> bool:
        """Whether a verb group is one past form: *warned*."""
        this = self.chunks[index]
        return this.first == this.last and self.words[this.first].pos == "VBD"

    def _described_by(self, verb: int) -> int:
        """Phrase that a clause without *that* describes: *the plan we have*; -1 if none."""
        subject = self.subjects.get(verb)
        if not self.chunks[verb].finite or subject is None or subject < 1:
            return -1
        thing = self.left(subject)
        joined = self.kind(thing) == "NP" and thing == subject - 1 and self.left(verb) == subject
        holder = self.kind(self.left(self.phrase_start(thing))) if joined else ""
        return self.phrase_start(thing) if joined and holder in ("", "PUNCT", "SUB", "CC") else -1

    def _closed_relative(self, last: int) -> int:
        """What a relative clause describes that ends with an inner clause's verb; -1 if none."""
        subject = self.subjects.get(last)
        if not self.chunks[last].finite or last in self.relative:
            return -1
        for verb in range(last - 1, max(-1, last - _MANY), -1):
            if self.kind(verb) in ("PUNCT", "CC"):
                return -1
            if verb in self.relative and subject is not None:
                return self._opening_phrase(self.subjects[verb] or 0)
        return -1

    def _antecedent(self, relative: int, nearest: int) -> int:
        """What *who* stands for: *the people of Peru who left* are the people."""
        start = self.phrase_start(nearest)
        is_place = self.words[self.chunks[nearest].head].pos == "NNP"
        are_people = self.words[self.chunks[start].head].pos == "NNS"
        is_one = self.words[self.chunks[start].head].pos in ("NN", "NNS")  # a plan for Peru that
        word = self.chunks[relative].lemma
        return (
            start
            if is_place and (are_people if word == "who" else is_one and word == "that")
            else nearest
        )

    def _is_gerund_subject(self, verb: int) -> bool:
        """Whether an *-ing* form before a phrase opens the clause: *leaving X was wise*.

        Other verbs may go with it: *trying to leave X was wise*.
        """
        while self.kind(verb) == "VG" and self.chunks[verb].infinitive:
            if self.kind(self.left(verb)) != "VG":
                break
            verb = self.left(verb)
        opens = self.kind(self.left(verb)) in ("", "PUNCT", "SUB", "CC")
        if self.kind(verb) != "VG" or not opens or self._is_saying(verb):
            return False
        is_to = self.words[self.chunks[verb].first].pos == "TO"
        return self.chunks[verb].participle == "VBG" or (is_to and self.left(verb) < 0)

    def _is_saying(self, verb: int) -> bool:
        """Whether a verb is *saying* with its clause: *left, saying the plan was late*."""
        group = self.chunks[verb]
        is_said = group.lemma in _SAYING_THAT or group.lemma in ("demand", "insist")
        return group.participle == "VBG" and is_said

    def _teller_before(self, verb: int) -> int:
        """Verb whose subject says so after an object: *condemned the raid saying that*; or -1.

        A paper, and those of whom more is told, say so themselves: *those saying that it is late*.
        """
        if not self._is_saying(verb):
            return -1
        head = self.words[self.chunks[self.phrase_start(self.left(verb))].head]
        says_itself = head.pos == "PRP" or head.lower in _SAY_THEMSELVES
        teller = self.previous_verb(verb, finite=True)
        is_heard = teller >= 0 and self.chunks[teller].lemma in _HEARING
        return -1 if says_itself or is_heard else teller

    def _is_object_inside_subject(self, verb: int) -> bool:
        """Whether a verb before a phrase belongs to a subject: *the bid to replace X failed*."""
        if self.kind(verb) != "VG" or self.chunks[verb].finite:
            return False
        first = self._first_infinitive(verb)
        return self.kind(self.left(first)) == "NP" and self.chunks[first].lemma not in _SAYING

    def _is_participle_after_noun(self, verb: int) -> bool:
        """Whether a verb is a participle that goes with a noun: *those linked with him*."""
        is_participle = self.kind(verb) == "VG" and self.chunks[verb].participle == "VBN"
        return is_participle and self.kind(self.left(verb)) == "NP"

    def _is_inverted(self, index: int) -> bool:
        """Whether a verb of speech after a comma has its subject after it: *…, said Smith*."""
        speaker = self.right(index, ())
        after = self.right(speaker, ()) if speaker >= 0 else -1
        is_aside = self.chunk_is_comma(self.left(index)) and self.kind(speaker) == "NP"
        is_said = self.chunks[index].lemma in ("say", "add", "write", "explain", "tell")
        return is_aside and is_said and self.kind(after) in ("", "PUNCT")

    def _is_subject_form(self, index: int) -> bool:
        """Whether a phrase is *I*, *we*, *he*, *it*, which are subjects before a verb."""
        return self.words[self.chunks[index].head].lower in ("i", "we", "he", "she", "they", "it")

    def _holder_of_gerund(self, verb: int) -> int:
        """Phrase that an act belongs to: *the deal on sending troops* fails; else -1."""
        link = self.left(verb)
        if self.kind(verb) != "VG" or self.chunks[verb].participle != "VBG":
            return -1
        holder = self.left(link)
        is_held = self.kind(link) == "IN" and self.kind(holder) == "NP"
        opens = self.kind(self.left(self.phrase_start(holder))) in ("", "SUB", "CC")
        return holder if is_held and opens else -1

    def _whole_relative(self, verb: int) -> int:
        """What a relative clause with its object describes: *those who oppose it*; or -1."""
        antecedent = self.subjects.get(verb)
        if antecedent is None or antecedent < 0 or self.chunks[verb].lemma in _SAYING | _TELLING:
            return -1
        return self._opening_phrase(antecedent)

    def _opening_phrase(self, end: int) -> int:
        """First chunk of a phrase, from its end, that opens a clause; -1 if it doesn't."""
        start = self.phrase_start(end)
        opens = self.kind(self.left(start)) in ("", "SUB", "CC", "PUNCT")
        return start if opens else -1

    def _described_by_relative(self, verb: int) -> int:
        """What a relative clause describes: *the plan that they made in May is late*; or -1."""
        if self.kind(verb) != "VG" or self.chunks[verb].infinitive:
            return -1
        if verb in self.relative:
            return self._whole_relative(verb)
        subject = self.subjects.get(verb)
        link = self.left(subject) if subject is not None and subject > 0 else -1
        antecedent = self.left(link) if link >= 0 else -1
        is_relative = self.kind(link) == "SUB" and self.chunks[link].lemma in _RELATIVE
        if not is_relative or self.kind(antecedent) != "NP" or self.left(verb) != subject:
            return -1
        return self._opening_phrase(antecedent)

    def _is_ensured(self, verb: int, index: int) -> bool:
        """Whether a phrase after *to ensure* has a verb of its own: *to ensure X holds*."""
        is_wish = self.kind(verb) == "VG" and self.chunks[verb].lemma in _ENSURING
        return is_wish and self.words[self.chunks[index].first].pos in ("VBZ", "VBP", "MD")

    def _first_infinitive(self, verb: int) -> int:
        """The infinitive that one is joined to: *the decision to buy and become* gives *to buy*."""
        if self.kind(self.left(verb)) != "CC" or not self.chunks[verb].infinitive:
            return verb
        other = self.previous_verb(verb)
        return other if other >= 0 and self.chunks[other].infinitive else verb

    def _last_conjunct(self, start: int, end: int) -> int:
        """Noun phrase after the last *and*: the subject of *they hired A and B left*."""
        for place in range(end - 1, start, -1):
            if self.chunks[place].kind == "CC":
                return self.right(place)
        return start

    def _understood_subject(self, index: int) -> int | None:
        group = self.chunks[index]
        place = self.left(index)
        if place < 0:
            return SPEAKER
        if self.kind(place) == "NP" and (group.participle or group.infinitive):
            return self.subjects.get(self._teller_before(index), place)
        if self.kind(place) == "PUNCT" and group.infinitive:
            return None
        verb = self.previous_verb(index)
        return self.subjects.get(verb) if verb >= 0 else None

    def _before_parenthesis(self, comma: int) -> int:
        """Chunk before the parenthesis that ends at a comma, or before the comma."""
        for place in range(comma - 1, max(-1, comma - _MANY), -1):
            if self.chunks[place].kind == "PUNCT":
                return self.left(place)
        return self.left(comma)

    def governor(self, index: int) -> Governor:
        """What the event of a verb group depends on."""
        known = self._governors.get(index)
        if known is None:
            known = self._governors[index] = self._governor(index)
        return known

    def _governor(self, index: int) -> Governor:
        group = self.chunks[index]
        if group.finite:
            return self._governor_of_clause(index)
        if group.participle:
            return self._governor_of_participle(index)
        return self._governor_of_infinitive(index)

    def _governor_of_clause(self, index: int) -> Governor:
        if index in self.relative:
            return Governor("relative", self.subjects[index] or 0)
        subject = self.subjects[index]
        start = index
        if subject is not None and subject >= 0 and self._adjoins(subject, index):
            start = subject
        has_own_subject = start != index
        before = self.left(start, ("RB", "PUNCT"))
        if before < 0:
            return Governor("root", -1)
        this = self.chunks[before]
        if this.kind == "SUB":
            return self._governor_by_conjunction(before)
        is_told = this.kind == "VG" or self.kind(self.left(before)) != "IN"  # like many here I
        if this.kind in ("VG", "JJ") and is_told and has_own_subject and self.left(start) == before:
            return Governor("that", before)
        if this.kind == "CC" and not has_own_subject:
            verb = self._joined_verb(before, index)
            if verb >= 0 and self.subjects.get(verb) != subject:  # but has rejected
                verb = self.governor(verb).chunk
            return self.governor(verb) if verb >= 0 else Governor("root", -1)
        if this.kind == "NP" and has_own_subject and self.kind(start - 1) == "NP":
            verb = self.left(before)  # told them peace is near
            if self.kind(verb) == "VG":
                is_there = self.chunks[verb].lemma == "be"  # there is no way they go
                return Governor("that", before if is_there else verb)
        return Governor("root", -1)

    def _adjoins(self, subject: int, index: int) -> bool:
        """Whether no other clause's verb stands between a subject and its verb."""
        between = self.chunks[subject + 1 : index]
        return not any(this.kind == "VG" and this.finite for this in between)

    def _governor_by_conjunction(self, conjunction: int) -> Governor:
        word = self.chunks[conjunction].lemma
        before = self.left(conjunction, ("RB", "PUNCT"))
        if word in _CONDITION:
            return Governor("condition", before)
        if word != "that" and word not in _RELATIVE:
            is_question = (
                word in ("what", "how", "why", "when", "where") and self.kind(before) == "VG"
            )
            return Governor("question" if is_question else "adverbial", before)
        if word == "that" and self.words[self.chunks[conjunction].head].pos == "IN":
            teller = self._teller(before)
            if teller >= 0:
                return Governor("that", teller)
            if self.kind(before) == "CC":
                verb = self.previous_verb(before, finite=True)
                return Governor("root", -1) if verb < 0 else self.governor(verb)
            return Governor("that", before)
        return Governor("relative", self.left(conjunction, ("RB", "PUNCT", "IN")))

    def _teller(self, index: int) -> int:
        """Verb of speech before a hearer, time or place: *told us in Lima that*; -1 if none."""
        place = index
        while self.kind(place) == "NP":
            before = self.left(place)
            if self.kind(before) == "IN":
                place = self.left(before)
                continue
            place = before
            break
        if self.kind(place) != "VG" or place == index:
            return -1
        return place if self.chunks[place].lemma in _TELLING else -1

    def _governor_of_participle(self, index: int) -> Governor:
        before = self.left(index)
        kind = self.kind(before)
        if kind == "IN":
            outer = self.left(before)
            is_particle = self.words[self.chunks[before].head].pos == "RP"
            goes_on = self.chunks[before].lemma == "on" and self.kind(outer) == "VG"
            goes_on = goes_on and self.chunks[outer].lemma in ("keep", "go", "carry")
            if goes_on or (is_particle and self.kind(outer) == "VG"):
                return Governor("gerund", outer)  # rule out closing it
            return Governor(self.chunks[before].lemma, outer)
        if kind == "VG":
            return Governor("gerund", before)
        if kind == "JJ":
            return Governor("gerund", before)
        if kind == "NP":
            teller = self._teller_before(index)
            paper = self.phrase_start(before)
            if (
                self.chunks[paper].lemma in _DOCUMENTS
                and self.chunks[self.left(before)].lemma == "to"
            ):
                return Governor("relative", paper)  # a letter to the mayor urging them
            return Governor("relative", before) if teller < 0 else Governor("adverbial", teller)
        if kind == "CC":
            for place in range(before - 1, -1, -1):
                other = self.chunks[place]
                if other.kind == "VG" and other.participle == self.chunks[index].participle:
                    return self.governor(place)
        if before < 0:
            return Governor("root", -1)
        return Governor("adverbial", self.previous_verb(index, finite=True))

    def _is_to_happen(self, thing: int, index: int) -> bool:
        """Whether an infinitive is what becomes of a thing: *wants the mandate to expire*."""
        verb = self.left(thing)
        is_wish = self.kind(verb) == "VG" and self.chunks[verb].lemma in ("want", "expect", "like")
        return is_wish and self.chunks[index].lemma in _BEFALLING

    def asked_again(self, link: int) -> int:
        """Verb of asking that *and for* takes up: *called on A to go and for B to stay*; or -1."""
        joint = self.left(link)
        if self.chunks[link].lemma != "for" or self.kind(joint) != "CC":
            return -1
        for place in range(joint - 1, max(-1, joint - _MANY), -1):
            this = self.chunks[place]
            if this.kind == "VG" and this.lemma in _ASKING_FOR:
                return place
            if this.kind == "VG" and this.finite:
                break
        return -1

    def _governor_of_infinitive(self, index: int) -> Governor:
        before = self.left(index)
        kind = self.kind(before)
        if before < 0:
            return Governor("root", -1)
        if kind in ("CC", "PUNCT"):
            for place in range(before - 1, -1, -1):
                other = self.chunks[place]
                if other.kind == "VG" and (other.infinitive or other.modal):
                    return self.governor(place)
                if other.kind == "VG" and kind == "PUNCT":
                    break
            return Governor("purpose", self.previous_verb(index))
        if kind in ("VG", "JJ"):
            return Governor("to", before)
        if kind == "SUB" and self.chunks[before].lemma == "whether":
            return Governor("question", self.previous_verb(index))
        if kind == "NP":
            is_intent = self.chunks[before].lemma in INTENTS and not self.chunks[index].passive
            if is_intent and not self._is_to_happen(before, index):
                return Governor("to", before)
            giver = self.left(before)
            if self.chunks[giver].lemma == "for" and self.kind(self.left(giver)) in (
                "NP",
                "JJ",
                "VG",
            ):
                return Governor("for", self.left(giver))  # time for them to go
            caller = self.asked_again(giver)
            if caller >= 0:
                return Governor("for", caller)  # called on them to go and for others to stay
            start = self.list_start(before)
            verb = self.left(start)
            is_that = self.kind(verb) == "SUB" and self.chunks[verb].lemma == "that"
            if is_that and self.words[self.chunks[index].first].pos == "VB":
                return Governor("that", self.left(verb))  # demand that they go
            if self.kind(verb) == "IN":  # call on them to go
                verb = self.left(verb)
            if self.kind(verb) in ("VG", "JJ"):
                return Governor("to object", verb)
            return Governor("to", before)
        if self.chunks[before].lemma == "than":
            return Governor("than", self.previous_verb(index))
        if kind == "SUB" and self.chunks[before].lemma in ("whether", "how", "when", "where"):
            return Governor("question", self.left(before))
        return Governor("purpose", self.previous_verb(index))
