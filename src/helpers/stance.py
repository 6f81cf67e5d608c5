"""What a speaker's statement expresses toward a target: favor, against, or nothing that shows.

Rules on who does what to whom, over a list of words with a direction; silent unless one speaks.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from helpers.roles import SPEAKER, Clauses, without_quotes
from helpers.tables import make_table, require_columns
from helpers.tagging import Word, tag
from helpers.text import sentence_spans
from helpers.wordlists import read_rows

FAVOR, AGAINST, NONE = "favor", "against", "none"

_SIGN = {FAVOR: 1, AGAINST: -1}
_STANCE = {1: FAVOR, -1: AGAINST, 0: NONE}
_DEEPEST = 8
"""Links followed from a target to the speaker's attitude; no sentence that people say has more."""

_OBLIGATION = frozenset({"must", "should", "ought", "shall"})
_POSSIBILITY = frozenset({"could", "might", "may", "can"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "myself", "ourselves"})
_OWN = frozenset({"my", "our"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
_REPORTING = frozenset(
    {
        "say",
        "think",
        "believe",
        "know",
        "argue",
        "hold",
        "maintain",
        "note",
        "add",
        "state",
        "claim",
    }
    | {"stress", "declare", "feel", "understand", "conclude", "acknowledge", "emphasize", "agree"}
    | {"mean", "hear", "insist", "guess", "see", "find", "admit", "warn", "tell", "show", "suppose"}
)
_PURSUITS = frozenset({"bid", "vote", "push", "campaign", "war", "fight"})
_UNDECIDED = frozenset({"ready", "able", "prepared", "certain", "sure"})
_FACTIVE = frozenset({"know", "admit", "acknowledge", "realize", "realise", "recognize", "concede"})
_JUDGING = frozenset(
    {"call", "consider", "label", "brand", "deem", "dub", "find", "describe"}
    | {"denounce", "condemn", "see", "regard", "view", "term", "think", "believe"}
)
_COPULAS = frozenset(
    {"be", "seem", "remain", "become", "look", "appear", "represent", "constitute"}
)


class _Cue(NamedTuple):
    sign: int
    group: str  # the class of the cue: criticise, support, demand, ...


class _Evidence(NamedTuple):
    """A direction with the words (inclusive indices) and the rule that show it."""

    sign: int
    first: int
    last: int
    rule: str


_SILENT = _Evidence(0, -1, -1, "")


@cache
def _cues() -> dict[tuple[str, str, str], _Cue]:
    """Cues by part of speech, lemma and frame."""
    return {
        (row["part"], row["cue"], row["frame"]): _Cue(_SIGN[row["direction"]], row["class"])
        for row in read_rows("stance_cues.csv")
    }


class _Reading:
    """Stance toward the noun phrases of one piece of a sentence."""

    def __init__(
        self, clauses: Clauses, speaker: frozenset[str], *, quoted: bool, agent_follows: bool
    ) -> None:
        self.clauses = clauses
        self.chunks = clauses.chunks
        self.words = clauses.words
        self.speaker = speaker
        self.quoted = quoted
        self.agent_follows = agent_follows

    # --- who speaks -----------------------------------------------------------------------------

    def is_speaker(self, index: int | None) -> bool:
        """Whether a subject is the speaker or speaks for the same side."""
        if index is None:
            return False
        if index == SPEAKER:
            return True
        phrase = self.chunks[index]
        head = self.words[phrase.head].lower
        if head in _FIRST_PERSON or self.words[phrase.first].lower in _OWN:
            return True
        if head in _THIRD_PERSON:
            return not self.quoted and not any(c.kind == "NP" for c in self.chunks[:index])
        if self.words[phrase.head].pos in ("NNP", "NNPS"):
            return head in self.speaker or any(_same_country(head, name) for name in self.speaker)
        return False

    # --- lookups --------------------------------------------------------------------------------

    def verb_cue(self, index: int, frame: str) -> tuple[_Cue | None, int]:
        """Cue of a verb with its particle for a frame, and the cue's last chunk."""
        verb = self.chunks[index].lemma
        words = [verb]
        last = index
        for place in range(index + 1, min(index + 4, len(self.chunks))):
            if self.chunks[place].kind not in ("IN", "RB"):
                break
            words.append(self.chunks[place].lemma)
            cue = _cues().get(("verb", " ".join(words), frame))
            if cue:
                return cue, place
        cue = _cues().get(("verb", verb, frame))
        return cue, last

    def value(self, index: int) -> tuple[int, int]:
        """Direction of a judging adjective or noun phrase, and the word that shows it."""
        if index < 0:
            return 0, -1
        phrase = self.chunks[index]
        if phrase.kind == "NP":
            head = _cues().get(("noun", phrase.lemma, "value"))
            if head:
                return head.sign, phrase.head
            if phrase.lemma in ("lack", "lacks"):
                return -1, phrase.head
        for place in range(phrase.first, phrase.last + 1):
            word = self.words[place]
            cue = word.pos != "NNP" and _cues().get(("adjective", word.lower, "value"))
            if cue:
                negated = any(w.lower in ("no", "not") for w in self.words[phrase.first : place])
                return (-cue.sign if negated else cue.sign), place
        return 0, -1

    # --- events ---------------------------------------------------------------------------------

    def event(self, index: int, depth: int = 0) -> int:
        """Speaker's attitude to the event of a verb group: 1 wanted or done, -1 unwanted, 0 none.

        Negation is part of the event: *we do not support it* is -1 toward supporting it.
        """
        group = self.chunks[index]
        if depth > _DEEPEST:
            return 0
        polarity = -1 if group.negated else 1
        governor = self.clauses.governor(index)
        if group.finite:
            return polarity * self.clause_event(index, depth)
        if governor.relation == "root":
            return polarity
        if governor.chunk < 0:
            return 0
        return polarity * self.embedded_event(governor.relation, governor.chunk, depth)

    def clause_event(self, index: int, depth: int) -> int:
        """Attitude to the event of a finite clause, its own negation left out."""
        group = self.chunks[index]
        governor = self.clauses.governor(index)
        if governor.relation in ("condition", "question"):
            return 0
        if governor.relation == "that" and self.clauses.kind(governor.chunk) == "VG":
            cue, _ = self.verb_cue(governor.chunk, "that")
            if cue:
                return cue.sign * self.event(governor.chunk, depth + 1)
            raised = self.asserted(index)
            return raised * self.own_event(index)
        if governor.relation == "that":
            return 0
        if governor.relation == "relative" and not self.is_speaker(self.clauses.subjects[index]):
            return self.toward(governor.chunk, depth + 1).sign
        return self.own_event(index)

    def own_event(self, index: int) -> int:
        group = self.chunks[index]
        if self.is_speaker(self.clauses.subjects[index]):
            return 0 if group.modal in _POSSIBILITY else 1
        if group.modal in _OBLIGATION:
            return 1
        if group.lemma in ("need", "require", "deserve"):
            return 1
        following = self.clauses.right(index)
        return int(group.lemma == "have" and self.demanded_act(following) is not None)

    def embedded_event(self, relation: str, governor: int, depth: int) -> int:
        """Attitude to an infinitive or gerund from what governs it."""
        kind = self.clauses.kind(governor)
        if kind == "VG":
            frames = {
                "to": ("to do",),
                "to object": ("to do", "on", "object"),
                "gerund": ("gerund",),
            }
            if relation == "purpose":
                return self.event(governor, depth + 1)
            if relation == "adverbial":
                return int(self.is_speaker(self.clauses.subjects.get(governor)))
            for frame in frames.get(relation, (relation,)):
                cue, _ = self.verb_cue(governor, frame)
                if cue:
                    return cue.sign * self.event(governor, depth + 1)
            if relation == "to object":
                return self.event(governor, depth + 1)
            if relation == "for":
                cue, _ = self.verb_cue(governor, "object")
                return cue.sign * self.event(governor, depth + 1) if cue else 0
            return 0
        if kind == "NP":
            if relation == "relative":
                return self.toward(governor, depth + 1).sign
            noun = self.chunks[governor].lemma
            free = _cues().get(("noun", noun, "to do"))
            if free and relation in ("to", "to object", "for"):  # it is time to act
                return free.sign
            if relation in ("to", "to object"):
                return self.toward(governor, depth + 1).sign
            cue = _cues().get(("noun", noun, relation))
            if cue:
                return cue.sign * self.toward(governor, depth + 1).sign
            verb = self.clauses.left(self.clauses.phrase_start(governor))
            if self.clauses.kind(verb) == "VG":
                cue, _ = self.verb_cue(verb, f"object {relation}")
                return cue.sign * self.event(verb, depth + 1) if cue else 0
            return 0
        if kind == "JJ":
            return self.adjective_event(relation, governor, depth)
        return 0

    def adjective_event(self, relation: str, index: int, depth: int) -> int:
        """Attitude to what a speaker is ready to do, or to what it is wrong to do."""
        verb = self.clauses.left(index)
        word = self.chunks[index].lemma
        is_predicate = self.clauses.kind(verb) == "VG"
        frame = "to do" if relation.startswith("to") else relation
        cue = _cues().get(("adjective", word, frame))
        if cue and (verb < 0 or (is_predicate and self.is_speaker(self.clauses.subjects[verb]))):
            attitude = self.event(verb, depth + 1) if is_predicate else 1
            return 0 if attitude < 0 and word in _UNDECIDED else cue.sign * attitude
        cue = _cues().get(("adjective", word, "value"))
        if cue and frame in ("to do", "gerund"):
            negated = is_predicate and self.chunks[verb].negated
            return -cue.sign if negated else cue.sign
        return 0

    def asserted(self, index: int, depth: int = 0) -> int:
        """1 if the speaker says that a clause is so, -1 that it isn't, 0 if he says neither."""
        if depth > _DEEPEST:
            return 0
        governor = self.clauses.governor(index)
        if governor.relation in ("condition", "question"):
            return 0
        if governor.relation != "that" or governor.chunk < 0:
            return 1
        outer = governor.chunk
        kind = self.clauses.kind(outer)
        if kind == "JJ" or self.chunks[outer].lemma in _FACTIVE:
            return 1
        if kind != "VG" or not self.is_speaker(self.clauses.subjects[outer]):
            return 0
        if self.chunks[outer].lemma in ("deny", "doubt"):
            return -1
        sign = -1 if self.chunks[outer].negated else 1
        return sign * self.asserted(outer, depth + 1)

    # --- noun phrases ---------------------------------------------------------------------------

    def toward(self, index: int, depth: int = 0) -> _Evidence:
        """Speaker's stance toward the thing or event that a noun phrase names."""
        if depth > _DEEPEST or index < 0:
            return _SILENT
        before = self.clauses.left(index)
        kind = self.clauses.kind(before)
        if kind == "CC" or (kind == "PUNCT" and self.chunks[before].lemma == ","):
            first = self.first_conjunct(index)
            if first != index:
                return self.toward(first, depth + 1)
        if kind == "IN":
            return self.by_preposition(index, before, depth)
        found = self.as_relative_object(index, depth)
        if found.sign:
            return found
        verbs = [v for v, subject in self.clauses.subjects.items() if subject == index]
        for verb in verbs:
            if self.chunks[verb].finite or self.clauses.governor(verb).relation == "that":
                found = self.as_subject(index, verb, depth)
                if found.sign:
                    return found
        own = [v for v in verbs if v not in self.clauses.relative]
        if kind == "VG" and not any(self.chunks[v].finite and v > index for v in own):
            return self.as_object(index, before, depth)
        if kind == "JJ" and self.clauses.kind(self.clauses.left(before)) == "VG":
            return _SILENT
        if before < 0 and not verbs and depth:
            return self.as_fragment(index)
        return _SILENT

    def first_conjunct(self, index: int) -> int:
        """First of the noun phrases joined by *and* or commas that `index` is one of."""
        place = index
        while True:
            joint = self.clauses.left(place)
            other = self.clauses.left(joint)
            if self.clauses.kind(joint) == "PUNCT" and self.clauses.kind(other) == "CC":
                return place
            if self.clauses.kind(other) == "PUNCT" and self.clauses.kind(joint) == "CC":
                other = self.clauses.left(other)
            joined = self.clauses.kind(joint) == "PUNCT" or self.chunk_word(joint) in ("and", "or")
            if not joined or self.clauses.kind(other) != "NP":
                return place
            own = [v for v, s in self.clauses.subjects.items() if s == place]
            if any(self.chunks[v].finite for v in own):
                return place
            place = other

    def by_preposition(self, index: int, preposition: int, depth: int) -> _Evidence:
        """Stance toward the object of a preposition."""
        word = self.chunks[preposition].lemma
        before = self.clauses.left(preposition)
        kind = self.clauses.kind(before)
        if kind == "NP":
            found = self.by_noun(before, word, depth)
            if found.sign:
                return found
            verb = self.clauses.left(self.clauses.phrase_start(before))
            if self.clauses.kind(verb) == "VG":  # blame it on X
                return self.by_verb_and_preposition(verb, f"object {word}", depth)
            return _SILENT
        if kind == "VG" and self.is_particle(before, preposition):
            return self.as_object(index, before, depth)
        while kind == "IN":  # lash out at
            before = self.clauses.left(before)
            kind = self.clauses.kind(before)
        if kind == "VG":
            return self.by_verb_and_preposition(before, word, depth)
        if kind == "JJ":
            return self.by_adjective(before, word, depth)
        if before < 0 and word == "against":
            return _Evidence(-1, *self.span(preposition), "against")
        return _SILENT

    def is_particle(self, verb: int, preposition: int) -> bool:
        """Whether a small word belongs to the verb: *back up the plan*."""
        phrasal = f"{self.chunks[verb].lemma} {self.chunks[preposition].lemma}"
        is_known = ("verb", phrasal, "object") in _cues()
        return is_known or self.words[self.chunks[preposition].head].pos == "RP"

    def by_noun(self, noun: int, preposition: str, depth: int) -> _Evidence:
        """*support for X*, *an end to X*, *the crimes of X*."""
        phrase = self.chunks[noun]
        cue = _cues().get(("noun", phrase.lemma, preposition))
        if cue is None and preposition in ("of", "by"):
            value = _cues().get(("noun", phrase.lemma, "value"))
            if value and value.sign < 0 and not self.is_denied(noun, depth):
                return _Evidence(-1, phrase.head, phrase.head, "author of a wrong")
            cue = _cues().get(("noun", phrase.lemma, "owner"))
        if cue is None:
            return _SILENT
        outer = self.toward(noun, depth + 1)
        sign = outer.sign
        if sign < 0 and cue.group in ("oppose", "support"):
            return _SILENT  # against an act says nothing of whom it is done to
        if not sign and self.clauses.left(noun) < 0:
            sign = 1
        return _Evidence(cue.sign * sign, phrase.head, phrase.head, f"noun + {preposition}")

    def is_denied(self, noun: int, depth: int) -> bool:
        verb = self.clauses.left(noun)
        return self.clauses.kind(verb) == "VG" and self.chunks[verb].lemma in ("deny", "refute")

    def by_verb_and_preposition(self, verb: int, preposition: str, depth: int) -> _Evidence:
        """*call for X*, *blame it on X*, *is horrified by X*."""
        group = self.chunks[verb]
        word = self.words[group.head].lower
        adjective = _cues().get(("adjective", word, preposition)) if group.passive else None
        if adjective:
            sign = adjective.sign * self.event(verb, depth + 1)
            return _Evidence(sign, group.head, group.head, "adjective + preposition")
        cue, last = self.verb_cue(verb, preposition)
        if cue is None:
            return _SILENT
        return self.from_event(verb, cue, last, depth, f"verb + {preposition}")

    def by_adjective(self, adjective: int, preposition: str, depth: int) -> _Evidence:
        """*opposed to X*, *proud of X*."""
        phrase = self.chunks[adjective]
        cue = _cues().get(("adjective", phrase.lemma, preposition))
        if cue is None:
            return _SILENT
        verb = self.clauses.left(adjective)
        sign = 1 if verb < 0 else 0
        if self.clauses.kind(verb) == "VG":
            sign = self.event(verb, depth + 1)
        return _Evidence(cue.sign * sign, phrase.head, phrase.head, "adjective + preposition")

    def as_object(self, index: int, verb: int, depth: int) -> _Evidence:
        """Stance toward the object of a verb."""
        group = self.chunks[verb]
        if group.passive or group.lemma in _COPULAS:
            return _SILENT
        following = self.clauses.right(index)
        judged = self.judged(index, verb, following, depth)
        if judged.sign:
            return judged
        cue, last = self.verb_cue(verb, "object")
        demanded = self.demanded_act(following)
        if demanded is not None and (cue is None or cue.group in ("demand", "threaten", "further")):
            return self.addressee(verb, demanded, depth)
        if (cue is None or cue.group == "light") and not (depth and self.is_attitude(index)):
            return _SILENT
        if cue is None:  # tweeted thanks to X
            cue = _Cue(1, "light")
        if cue.group == "demand" and group.lemma in ("need", "want") and group.negated:
            return _SILENT
        return self.from_event(verb, cue, last, depth, "object of verb")

    def is_attitude(self, index: int) -> bool:
        """Whether a noun phrase names an attitude that goes on: *support for*, *anger at*."""
        following = self.clauses.right(index)
        if self.clauses.kind(following) != "IN":
            return False
        frame = (self.chunks[index].lemma, self.chunks[following].lemma)
        cue = _cues().get(("noun", *frame))
        return cue is not None and self.chunks[index].lemma not in _PURSUITS

    def as_relative_object(self, index: int, depth: int) -> _Evidence:
        """*the plan, which we support*."""
        relative = self.clauses.right(index, ("RB", "PUNCT"))
        subject = self.clauses.right(relative)
        verb = self.clauses.right(subject)
        if (
            self.clauses.kind(relative) != "SUB"
            or self.chunks[relative].lemma not in ("which", "that", "who", "whom")
            or self.clauses.kind(subject) != "NP"
            or self.clauses.kind(verb) != "VG"
            or self.clauses.kind(self.clauses.right(verb)) == "NP"
        ):
            return _SILENT
        cue, last = self.verb_cue(verb, "object")
        if cue is None or not self.is_speaker(subject):
            return _SILENT
        polarity = -1 if self.chunks[verb].negated else 1
        return _Evidence(cue.sign * polarity, *self.span(verb, last), "object of verb")

    def judged(self, index: int, verb: int, following: int, depth: int) -> _Evidence:
        """*called X absurd*, *describe X as a crime*."""
        if self.chunks[verb].lemma not in _JUDGING or following < 0:
            return _SILENT
        if self.chunks[following].lemma in ("as", "to"):
            following = self.clauses.right(following)
        if self.clauses.kind(following) == "VG" and self.chunks[following].lemma == "be":
            following = self.clauses.right(following)
        if self.clauses.kind(following) not in ("NP", "JJ"):
            return _SILENT
        sign, word = self.value(following)
        return _Evidence(sign * self.event(verb, depth + 1), word, word, "called so")

    def demanded_act(self, following: int) -> int | None:
        """The infinitive after an object, if there is one: *urge X to act*."""
        if self.clauses.kind(following) == "VG" and self.chunks[following].infinitive:
            return following
        return None

    def addressee(self, verb: int, act: int, depth: int) -> _Evidence:
        """One who is urged to act: at fault only if he is to stop or to go."""
        frame, _ = self.verb_cue(act, "yield")
        wanted = self.event(act, depth + 1)
        if frame is None or self.chunks[act].negated or wanted <= 0:
            return _SILENT
        return _Evidence(-1, *self.span(act), "told to stop or go")

    def as_subject(self, index: int, verb: int, depth: int) -> _Evidence:
        """Stance toward the subject of a clause."""
        group = self.chunks[verb]
        asserted = self.asserted(verb)
        polarity = -asserted if group.negated else asserted
        following = self.clauses.right(verb)
        if group.passive:
            return self.as_passive_subject(verb, polarity, depth)
        if group.lemma in _COPULAS and not group.modal:
            sign, word = (
                self.value(following) if self.clauses.kind(following) in ("NP", "JJ") else (0, -1)
            )
            if sign:
                return _Evidence(sign * polarity, word, word, "predicate")
            return _SILENT
        act = verb
        is_obliged = group.modal in _OBLIGATION or self.is_demanded(verb, depth)
        if group.lemma in ("need", "have") and self.demanded_act(following) is not None:
            act = following
            is_obliged = True
        if is_obliged:
            cue, _ = self.verb_cue(act, "yield")
            if cue and not group.negated:
                return _Evidence(-1, *self.span(verb, act), "told to stop or go")
            return _SILENT
        if self.is_speaker(index):
            return _SILENT
        cue, _ = self.verb_cue(verb, "subject")
        if cue:
            return _Evidence(cue.sign * polarity, *self.span(verb), "subject of act")
        return self.by_effect(verb, following, polarity)

    def by_effect(self, verb: int, following: int, polarity: int) -> _Evidence:
        """*X would cost jobs*, *X leads to war*, *X has a poor record*."""
        frame = "object"
        if self.clauses.kind(following) == "IN":
            frame = self.chunks[following].lemma
            following = self.clauses.right(following)
        cue, _ = self.verb_cue(verb, frame)
        if self.clauses.kind(following) != "NP" or not (cue or self.chunks[verb].lemma == "have"):
            return _SILENT
        sign, _ = self.value(following)
        direction = cue.sign if cue else 1
        return _Evidence(direction * sign * polarity, *self.span(verb, following), "effect")

    def as_passive_subject(self, verb: int, polarity: int, depth: int) -> _Evidence:
        """*X must be protected*, *X is misguided*, *X was denied by* the speaker."""
        group = self.chunks[verb]
        adjective = _cues().get(("adjective", self.words[group.head].lower, "value"))
        if adjective and not group.modal:
            return _Evidence(adjective.sign * polarity, group.head, group.head, "predicate")
        cue, last = self.verb_cue(verb, "object")
        if cue is None:
            return _SILENT
        sign = self.event(verb, depth + 1)
        agent = self.clauses.right(self.clauses.right(verb))
        if not sign and self.chunk_word(self.clauses.right(verb)) == "by" and agent >= 0:
            sign = polarity * int(self.is_speaker(agent))
        if not sign and self.agent_follows and verb >= len(self.chunks) - 2:
            sign = polarity
        return _Evidence(cue.sign * sign, *self.span(verb, last), "subject of passive")

    def chunk_word(self, index: int) -> str:
        return self.chunks[index].lemma if index >= 0 else ""

    def is_demanded(self, verb: int, depth: int) -> bool:
        """Whether a clause is what the speaker demands: *insist that X go*."""
        governor = self.clauses.governor(verb)
        if governor.relation != "that" or self.clauses.kind(governor.chunk) != "VG":
            return False
        cue, _ = self.verb_cue(governor.chunk, "that")
        return bool(cue and cue.group == "demand" and self.event(governor.chunk, depth + 1) > 0)

    def as_fragment(self, index: int) -> _Evidence:
        """A phrase without a verb: *Congratulations*, *full support*."""
        phrase = self.chunks[index]
        cues = _cues()
        if any(("noun", phrase.lemma, frame) in cues for frame in ("for", "to", "of", "against")):
            return _Evidence(1, phrase.head, phrase.head, "verbless")
        return _SILENT

    def from_event(self, verb: int, cue: _Cue, last: int, depth: int, rule: str) -> _Evidence:
        """Stance from a verb's direction and the speaker's attitude to its event."""
        group = self.chunks[verb]
        attitude = self.event(verb, depth + 1)
        if attitude < 0 and not group.negated:
            return _SILENT  # against an act says nothing of whom it is done to
        words = self.span(verb, last)
        if cue.sign < 0 and attitude < 0 and cue.group in ("criticise", "oppose", "accuse"):
            if self.is_declined(verb):  # will not oppose it: consent is not support
                return _SILENT
        return _Evidence(cue.sign * attitude, *words, rule)

    def is_declined(self, verb: int) -> bool:
        """Whether the speaker himself only leaves something undone."""
        group = self.chunks[verb]
        if group.finite:
            return group.negated and group.modal not in _OBLIGATION
        governor = self.clauses.governor(verb)
        return self.clauses.kind(governor.chunk) == "VG" and self.chunks[governor.chunk].lemma in (
            "refuse",
            "decline",
            "stop",
            "fail",
        )

    def span(self, first: int, last: int | None = None) -> tuple[int, int]:
        """First and last word of some chunks."""
        last = first if last is None else last
        return self.chunks[min(first, last)].first, self.chunks[max(first, last)].last

    # --- targets --------------------------------------------------------------------------------

    def toward_words(self, first: int, last: int) -> _Evidence:
        """Stance toward the words from `first` to `last` (inclusive)."""
        place = next(
            (
                i
                for i, c in enumerate(self.chunks)
                if c.first <= first <= c.last and c.kind in ("NP", "VG")
            ),
            next(
                (
                    i
                    for i, c in enumerate(self.chunks)
                    if c.first >= first and c.last <= last and c.kind in ("NP", "VG")
                ),
                -1,
            ),
        )
        if place < 0:
            return _SILENT
        phrase = self.chunks[place]
        if phrase.kind == "VG":
            relation = self.clauses.governor(place).relation
            if phrase.finite or relation in ("root", "adverbial", "relative"):
                return _SILENT
            governor = self.clauses.governor(place).chunk
            return _Evidence(self.event(place), *self.span(governor), "act demanded or judged")
        if last < phrase.head:
            return self.toward_part(place, first, last)
        return self.toward(place)

    def toward_part(self, index: int, first: int, last: int) -> _Evidence:
        """Stance toward a possessor or modifier: *X's departure*, *the X regime*."""
        phrase = self.chunks[index]
        head = phrase.lemma
        if head in _BODIES:
            return self.toward(index)
        possessive = last + 1 <= phrase.last and self.words[last + 1].pos == "POS"
        value = _cues().get(("noun", head, "value"))
        if value and value.sign < 0 and possessive:
            return _Evidence(-1, phrase.head, phrase.head, "author of a wrong")
        cue = _cues().get(("noun", head, "owner")) if possessive else None
        if cue is None:
            return _SILENT
        return _Evidence(cue.sign * self.toward(index).sign, phrase.head, phrase.head, "owner")


_BODIES = frozenset(
    {"regime", "government", "administration", "force", "army", "troop", "militia", "leadership"}
    | {"authority", "group", "party", "military", "side", "movement", "republic", "camp"}
)


def _same_country(name: str, other: str) -> bool:
    """Whether two words name a country and what is of it: *Turkey*, *Turkish*."""
    if name == other:
        return True
    stem = min(len(name), len(other), 4)
    return stem >= 4 and name[:stem] == other[:stem] and other.endswith(("n", "h", "e", "i"))


# --- Tables -------------------------------------------------------------------------------------

STANCE_COLUMNS = {
    "stance": "str",
    "cue": "str",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "rule": "str",
}


def stance_toward(statements: pd.DataFrame) -> pd.DataFrame:
    """Stance of each statement toward its target.

    Parameters
    ----------
    statements
        One row per statement and target: ``text, start, end, speaker, target_start, target_end``,
        and if there, ``fragments`` (list of spans) and ``speaker_name``. Offsets are code points in
        `text`, half-open. The target may stand outside the statement.

    Returns
    -------
    pandas.DataFrame
        The same rows in the same order and columns, then ``stance`` (favor, against, none),
        ``cue`` with ``cue_start, cue_end`` (missing where silent) and ``rule``.
    """
    require_columns(
        statements,
        ("text", "start", "end", "speaker", "target_start", "target_end"),
        "A statements table",
    )
    readings = _Readings()
    rows = []
    for row in statements.to_dict("records"):
        rows.append(readings.rate(row, (int(row["target_start"]), int(row["target_end"]))))
    found = make_table(rows, STANCE_COLUMNS)
    found.index = statements.index
    return pd.concat([statements.drop(columns=list(found), errors="ignore"), found], axis=1)


class _Readings:
    """Readings of statements, each sentence tagged once."""

    def __init__(self) -> None:
        self._sentences: dict[str, list[tuple[int, int]]] = {}
        self._words: dict[tuple[str, int], list[Word]] = {}

    def rate(self, row: dict[str, Any], target: tuple[int, int]) -> tuple[Any, ...]:
        text = row["text"]
        for reading in self._pieces(row, target):
            place = [
                i
                for i, word in enumerate(reading.words)
                if word.start >= target[0] and word.end <= target[1]
            ]
            if not place:
                continue
            found = reading.toward_words(place[0], place[-1])
            if found.sign:
                start = reading.words[found.first].start
                end = reading.words[found.last].end
                return _STANCE[found.sign], text[start:end], start, end, found.rule
        return NONE, "", None, None, ""

    def _pieces(self, row: dict[str, Any], target: tuple[int, int]) -> Iterable[_Reading]:
        """Readings of the statement's sentences, each cut to the statement (and the target)."""
        text, start, end = row["text"], int(row["start"]), int(row["end"])
        speaker = _names(row)
        for first, last in self._spans(text):
            if last <= start or first >= end:
                continue
            left, right = max(first, start), min(last, end)
            if first <= target[0] < left and target[1] <= last:
                left = target[0]
            words = [
                w for w in self._tagged(text, first, last) if left <= w.start and w.end <= right
            ]
            agent_follows = text[right : right + 6].lstrip(' "”').startswith("by ")
            yield _Reading(
                Clauses(_opened(without_quotes(words))),
                speaker,
                quoted=_is_quoted(text, left, words),
                agent_follows=agent_follows,
            )

    def _spans(self, text: str) -> list[tuple[int, int]]:
        if text not in self._sentences:
            self._sentences.clear()
            self._words.clear()
            self._sentences[text] = sentence_spans(text)
        return self._sentences[text]

    def _tagged(self, text: str, first: int, last: int) -> list[Word]:
        key = (text, first)
        if key not in self._words:
            self._words[key] = tag(text, first, last)
        return self._words[key]


def _opened(words: list[Word]) -> list[Word]:
    """Words whose first, a participle after an auxiliary left outside, counts as finite."""
    if words and words[0].pos == "VBN":
        return [words[0]._replace(pos="VBD"), *words[1:]]
    return words


def _names(row: dict[str, Any]) -> frozenset[str]:
    """Words of the speaker that start with a capital, in small letters."""
    parts = " ".join(str(row.get(c) or "") for c in ("speaker", "speaker_name"))
    return frozenset(w.lower() for w in re.findall(r"\w+", parts) if w[0].isupper() and len(w) > 2)


def _is_quoted(text: str, start: int, words: Sequence[Word]) -> bool:
    return text[max(0, start - 1) : start + 1].strip(" ")[:1] in ('"', "“", "'", "‘") or any(
        w.lower in _FIRST_PERSON or w.lower in _OWN for w in words
    )
