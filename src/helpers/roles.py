"""Who does what to whom: subjects, objects and governors in a tagged piece of a sentence.

Shallow on purpose: chunks in a row, and a few rules on what stands left and right of them.
"""

from functools import partial
from typing import Literal, NamedTuple

from helpers.tagging import (
    FINITE,
    QUOTE_MARKS,
    SUBORDINATORS,
    NounPhrase,
    VerbGroup,
    Word,
    lemma,
    noun_phrases,
    possible_tags,
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
_LASTING = read_set("lasting")
_SAYING = read_set("saying")
_SAYING_THAT = read_set("saying that (roles)")
"""Verbs whose *-ing* form after a clause tells what its subject says: *left, saying it is late*."""
_SAY_THEMSELVES = read_set("people who say so")
_HEARING = frozenset({"hear", "see", "quote", "cite", "be", "have", "catch", "find", "remember"})
"""Verbs whose object it is that says what follows: *heard a man saying that*."""
JOINING = read_set("joining")
"""Prepositions that open a clause if a finite verb follows their noun phrase."""

_ADVERBS = frozenset({("neither", "MD"), ("all", "PRP"), ("both", "PRP")})
"""Words that are adverbs between a word of a class and a verb: *will neither …*, *let's all …*."""

_OPENINGS = ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ")
_LETTING = read_set("letting (roles)")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_UNCHANGED = read_set("unchanged verbs")
"""Verbs whose participle is their plain form: *become*, *put*."""
_FORMS_OF_BE = read_set("forms of be")
_NUMBERED = read_set("numbered")
_OF_OTHERS = read_set("says of others")
"""Verbs whose infinitive another clause may follow: *asked them to say the deal failed*."""
_WANTING = read_set("wanting")
_MAKING = read_set("making")
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


def without_quotes(words: list[Word]) -> list[Word]:
    """Words without quotation marks, which would part phrases that belong together.

    What somebody is called stays apart from him: *calling them "rascals"* is read as *as rascals*.
    """
    found: list[Word] = []
    for index, word in enumerate(words):
        if word.lower in QUOTE_MARKS:
            if _names_somebody(words, index):
                found.append(Word(word.start, word.end, word.text, "as", "IN"))
        elif word.text in ("...", "…") and 0 < index < len(words) - 1:
            continue  # what the writer left out
        elif word.text not in "[]":
            found.append(word)
    return found


_CALLING = read_set("calling (roles)")
_FROM_CALL = 9


def _names_somebody(words: list[Word], index: int) -> bool:
    """Whether a mark opens what somebody is called: *called the critics of the mayor "rascals"*."""
    before, after = words[index - 1 : index], words[index + 1 : index + 2]
    if not before or not after or before[0].pos not in _NOUNS or after[0].pos in ("IN", "PUNCT"):
        return False
    near = words[max(0, index - _FROM_CALL) : index]
    return any(word.lower in _CALLING for word in near)


def _is_reduced(found: list[Word], words: list[Word], index: int) -> bool:
    """Whether a past form describes an infinitive's object: *urged them to reject the deal signed*.

    `found` holds the words with their classes as far as they are repaired.
    """
    word, after = words[index], words[index + 1]
    if found[index - 1].pos not in _NOUNS or after.pos not in ("IN", "TO", "RB", "RP"):
        return False
    if "VBN" not in possible_tags(word.text):
        return False
    for place in range(index - 1, max(-1, index - _FROM_INFINITIVE), -1):
        this = found[place]
        if this.pos in ("IN", "PUNCT", "CC", "WDT", "WP"):
            return False
        if this.pos == "VB":
            is_governed = any(earlier.pos in _TELLING_FORMS for earlier in found[:place])
            return is_governed and this.lower not in _OF_OTHERS
    return False


_TELLING_FORMS = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})
_FROM_INFINITIVE = 7
"""Words between an infinitive and a participle that describes its object."""

_NEUTRAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "CD", "JJ", "IN", "TO", "RB"}
)
"""Classes of words that neither open nor end a clause."""
_SETTLED = _NEUTRAL - {"NN", "NNS"} | {"PUNCT", "CC", "MD", "VBZ", "VBG"}
"""Classes that are not repaired, but for some words of two natures."""
_TWOFOLD = frozenset({"longer"} | {word for word, _ in _ADVERBS})


def _goes_on_listing(before: Word, word: Word, after: Word) -> bool:
    """Whether a word is one more infinitive of a list: *, build a wall*, *and tear up the deal*."""
    opens = after.pos in ("DT", "PRP$", "PRP") or after.lower in ("up", "down", "out", "off")
    opens |= after.pos in _NOUNS and word.pos in ("VBD", "VBP", "VBN")
    is_plain = word.pos in ("NN", "VBP") or word.lower in _UNCHANGED
    listed = before.lower in (",", "and") and opens and is_plain
    return listed and "VB" in possible_tags(word.text)


def _said_once(words: list[Word]) -> list[Word]:
    """Words without the adverb that is said twice: *very, very late*."""
    commas = [index for index, word in enumerate(words[:-1]) if word.lower == "," and index]
    left_out: set[int] = set()
    for index in commas:
        before = words[index - 1]
        if before.pos == "RB" and before.lower == words[index + 1].lower:
            left_out |= {index - 1, index}
    return [word for index, word in enumerate(words) if index not in left_out]


_NOUNS_OF_DOING = read_set("nouns of doing")
_AFTER_DOING = FINITE | {"PUNCT", "CC", "IN"}
_WAY = frozenset({"way"})
_BEFORE_PAST = frozenset({"way", "after", "before", "because"})
_WHEN = frozenset({"after", "before", "since", "until", "as"})
_THESE = frozenset({"these", "this", "those", "that"})
_HELD = frozenset({"held", "led", "backed", "controlled", "run", "owned", "funded", "sponsored"})
_MANDATING = frozenset(
    {"demand", "insist", "urge", "ask", "request", "propose", "recommend", "order"}
)
_SAYING_OUT = read_set("saying without that")
_BEFORE_OBJECTS = frozenset({"TO", "VB", "VBG", "VBD", "VBZ", "VBP"})
_OF_PHRASES = frozenset({"NNS", "NNPS", "NN", "NNP", "JJ", "JJR", "VBN", "DT", "PRP$", "CD", "POS"})
_AFTER_PAST = frozenset({"PUNCT", "IN", "DT", "RB", "PRP$", "RP", "CC"})
_AFTER_PLURALS = frozenset({"are", "were", "have"}) | frozenset(
    {"should", "would", "will", "can", "must"}
)
_ASKING_FOR = frozenset(
    {"call", "ask", "press", "push", "appeal", "want", "plead", "wish", "argue"}
)
_MAY_BE_ADVERBS = frozenset({"likely", "first", "better", "long", "further", "last", "next"})
_RIGHTS = frozenset({"right", "rights", "access", "entitled", "road", "path", "return"})
_AS_ADJECTIVES = frozenset({"equal", "clean", "free", "open", "secure", "fair", "safe"})
_COMPARED = ("JJ", "NN", "RB", "VBN")
_CLAUSE_OPENERS = frozenset({"as", "since", "once", "until", "after", "before", "than", "like"})


def _in_phrases(words: list[Word]) -> list[Word]:
    """Words with classes that the phrase around them shows.

    *for exiled President Orlo*, *the level of fighting is*, *wants funding for*, *would likely
    violate*, *must first form*, *first met*, *will no longer require*, *jail sentences are*, *as
    much help as possible*, *just as extreme as*, *provided that*, *right to equal pay*.
    """
    changed: dict[int, Word] = {}
    last = len(words) - 1
    comma = -1  # the last one
    for index in range(1, last):
        word, before, after = words[index], words[index - 1], words[index + 1]
        if before.lower == ",":
            if comma > 0 and _is_verb_after_aside(words, comma, index):
                is_one = word.pos == "NNS"
                changed[index] = word._replace(pos="VBZ" if is_one else "VBP")
            comma = index - 1
        if word.pos == "VBN":
            if before.pos == "IN" and after.pos in ("NNP", "NNPS"):
                if before.lower not in SUBORDINATORS and before.lower not in _CLAUSE_OPENERS:
                    changed[index] = word._replace(pos="JJ")
            elif word.lower == "provided" and before.lower == ",":
                changed[index] = word._replace(pos="IN")
            elif word.lower in _HELD and before.pos == "NN" and after.pos in ("NN", "NNS"):
                changed[index] = word._replace(pos="JJ")  # rebel held territory
            elif before.pos in _NOUNS and "VBD" in possible_tags(word.text):
                openings = _BEFORE_PAST if after.pos == "PUNCT" else _WAY
                if after.pos in _AFTER_PAST and _opens_before(words, index - 1, openings):
                    changed[index] = word._replace(pos="VBD")
        elif word.pos == "VBG":
            if word.lower in _NOUNS_OF_DOING and _is_noun_here(words, index):
                changed[index] = word._replace(pos="NN")
        elif word.pos == "VBD":
            if word.lower == "provided" and (after.lower == "that" or before.lower == ","):
                changed[index] = word._replace(pos="IN")
            elif (
                word.lower in _HELD
                and before.pos == "NN"
                and after.pos in ("NN", "NNS")
                and index + 2 <= last
                and words[index + 2].pos in FINITE
            ):
                changed[index] = word._replace(pos="JJ")  # rebel held areas were hit
        elif word.pos == "NN" and word.lower.endswith("ing") and before.lower in _FORMS_OF_BE:
            if after.pos in ("IN", "TO", "DT", "PRP$") and "VBG" in possible_tags(word.text):
                changed[index] = word._replace(pos="VBG")  # will not be voting for it
        elif word.lower == "needs" and before.lower == "there" and after.pos == "TO":
            changed[index - 1] = before._replace(pos="EX")
            changed[index] = word._replace(pos="VBZ")
        elif word.lower == "first" and before.pos in ("PRP", "NNP"):
            if word.pos == "JJ" and "VBD" in possible_tags(after.text):
                changed[index] = word._replace(pos="RB")
                changed[index + 1] = after._replace(pos="VBD")
        elif word.lower == "no" and after.lower == "longer" and index + 2 <= last:
            verb = words[index + 2]
            changed[index] = word._replace(pos="RB")
            changed[index + 1] = after._replace(pos="RB")
            form = "VB" if before.pos == "MD" else "VBZ"
            is_subject = before.pos in ("MD", "NN", "NNP", "PRP")
            if is_subject and verb.pos.startswith("NN") and form in possible_tags(verb.text):
                changed[index + 2] = verb._replace(pos=form)
        elif (
            word.lower == "that" and before.pos == "NNS" and after.pos == "NN" and index + 2 <= last
        ):
            is_open = words[index + 2].pos in ("DT", "PRP$", "PRP", "NNS")
            if is_open and "VBP" in possible_tags(after.text):
                changed[index] = word._replace(pos="WDT")  # walls that harm the people
                changed[index + 1] = after._replace(pos="VBP")
        elif word.pos == "NN" and before.lower in ("this", "that") and index > 1:
            if words[index - 2].lower in ("let", "letting") and "VB" in possible_tags(word.text):
                changed[index] = word._replace(pos="VB")  # let this happen
        elif word.lower in ("well", "best") and word.pos == "JJ" and after.pos == "VBN":
            changed[index] = word._replace(pos="RB")  # is well placed to grow
        elif word.lower == "will" and word.pos == "NN" and before.pos in ("VB", "RP", "VBD"):
            if "VB" in possible_tags(after.text):  # those who fail to leave will face it
                changed[index] = word._replace(pos="MD")
                changed[index + 1] = after._replace(pos="VB")
        elif word.pos == "VBZ" and after.lower == "such" and index + 2 <= last:
            if words[index + 2].lower == "as" and before.pos in _NOUNS:
                changed[index] = word._replace(pos="NNS")  # rights cases such as
        elif word.lower == "talks" and word.pos == "VBZ" and index > 1:
            if before.pos == "NNP" and words[index - 2].pos == "DT":
                changed[index] = word._replace(pos="NNS")  # the Geneva talks
                if after.pos == "VBN" and "VBD" in possible_tags(after.text):
                    changed[index + 1] = after._replace(pos="VBD")
        elif word.lower == "like" and word.pos == "VBP" and after.lower in _THESE:
            verb = words[index + 2] if index + 2 <= last else word
            if before.pos == "NNS" and verb.pos == "NN" and "VBP" in possible_tags(verb.text):
                changed[index] = word._replace(pos="IN")  # rules like these harm us
                changed[index + 2] = verb._replace(pos="VBP")
        elif (
            word.lower == "that" and before.pos == "NNS" and after.pos == "RB" and index + 2 <= last
        ):
            if words[index + 2].pos == "VB" and word.pos == "IN":
                changed[index] = word._replace(pos="WDT")  # rules that just get in the way
                changed[index + 2] = words[index + 2]._replace(pos="VBP")
        elif word.pos in ("JJ", "NN") and before.pos in _NOUNS and _is_demanded_of(words, index):
            changed[index] = word._replace(pos="VB")
        elif word.pos == "VB" and word.lower != "be" and _is_what_is_said(words, index):
            changed[index] = word._replace(pos="VBP")
        elif word.lower == "much" and before.lower in ("very", "so") and after.pos == "IN":
            changed[index] = word._replace(pos="RB")
        elif word.pos == "VBZ" and after.pos in ("CC", "PUNCT") and _ends_object(words, index):
            changed[index] = word._replace(pos="NNS")
        elif word.pos == "VBZ" and after.lower in _AFTER_PLURALS:
            opens = before.pos in ("NN", "JJ", "POS", "WP", "WDT")
            if opens and "NNS" in possible_tags(word.text):
                changed[index] = word._replace(pos="NNS")
        elif word.lower in _MAY_BE_ADVERBS and before.pos in ("MD", "TO"):
            if word.pos in ("JJ", "JJR") and "VB" in possible_tags(after.text):
                changed[index] = word._replace(pos="RB")
                changed[index + 1] = after._replace(pos="VB")
        elif word.lower == "as" and before.lower in ("just", "every", "is", "was", "are", "were"):
            is_pair = index + 2 <= last and words[index + 2].lower == "as"
            if is_pair and after.pos in _COMPARED and "JJ" in possible_tags(after.text):
                changed[index] = word._replace(pos="RB")
                changed[index + 1] = after._replace(pos="JJ")
        elif word.lower in ("much", "many") and before.lower == "as" and index + 3 <= last:
            if words[index + 2].lower == "as" and words[index + 3].lower == "possible":
                for place in (index - 1, index + 2, index + 3):
                    changed[place] = words[place]._replace(pos="RB")
        elif word.pos == "VB" and word.lower in _AS_ADJECTIVES and index > 1:
            is_right = before.pos == "TO" and words[index - 2].lower in _RIGHTS
            if is_right and after.pos in ("NN", "NNS"):
                changed[index] = word._replace(pos="JJ")
    return [changed.get(i, word) for i, word in enumerate(words)] if changed else words


def _is_demanded_of(words: list[Word], index: int) -> bool:
    """Whether a word is what somebody is to do: *demands that the junta free the prisoners*."""
    word, after = words[index], words[index + 1]
    is_off = word.pos == "NN" and after.lower in ("down", "aside", "back")
    is_act = word.pos == "JJ" and after.pos in ("DT", "PRP$", "PUNCT", "PRP")
    if not (is_off or is_act) or "VB" not in possible_tags(word.text):
        return False
    place = index - 1
    while place > 0 and words[place].pos in _OF_PHRASES:
        place -= 1
    if place > 0 and words[place].lower == "that":
        place -= 1
    asked = words[place]
    return asked.pos.startswith("VB") and lemma(asked.lower, asked.pos) in _MANDATING


def _is_what_is_said(words: list[Word], index: int) -> bool:
    """Whether a bare form is the verb of what is said: *contends tests remain useful*."""
    place = index - 1
    while place > 0 and words[place].pos == "RB":
        place -= 1
    if words[place].pos not in ("NNS", "NNPS"):
        return False
    while place > 0 and words[place].pos in _OF_PHRASES:
        place -= 1
    if place == 0 and words[0].pos in _OF_PHRASES:
        return True  # his words open with it
    said = words[place]
    return said.pos in ("VBZ", "VBD", "VBP") and lemma(said.lower, said.pos) in _SAYING_OUT


def _ends_object(words: list[Word], index: int) -> bool:
    """Whether a form in *-s* ends an object: *stick to its climate pledges*."""
    if index < 3 or words[index - 1].pos != "NN" or words[index - 2].pos not in ("PRP$", "DT"):
        return False
    return words[index - 3].pos in _BEFORE_OBJECTS and "NNS" in possible_tags(words[index].text)


def _opens_before(words: list[Word], last: int, openings: frozenset[str]) -> bool:
    """Whether a clause opens before a phrase: *the way the players fought*, *after he left*."""
    for place in range(last, max(0, last - 4), -1):
        if words[place].pos in ("DT", "PRP$"):
            return words[place - 1].lower in openings
    return words[last - 1].lower in openings


def _is_verb_after_aside(words: list[Word], comma: int, index: int) -> bool:
    """Whether a noun is the verb after an aside: *the bank, which opened in May, helps farmers*."""
    word, aside, after = words[index], words[comma + 1], words[index + 1]
    if aside.pos not in ("WDT", "WP", "VBN") or word.pos not in ("NN", "NNS", "VB"):
        return False
    is_many = words[comma - 1].pos in ("NNS", "NNPS")
    verb = "VBP" if is_many else "VBZ"
    if (word.pos == "NNS") == is_many or verb not in possible_tags(word.text):
        return False
    if after.pos not in _OPENINGS and after.pos not in ("NNS", "NNPS"):
        return False
    is_open = all(w.pos not in FINITE and w.pos not in ("VB", "TO") for w in words[:comma])
    return is_open and not any(w.pos in FINITE for w in words[index + 1 :])


def _is_noun_here(words: list[Word], index: int) -> bool:
    """Whether a form in *-ing* is a noun: *the level of fighting is*, *wants funding for*."""
    before, after = words[index - 1], words[index + 1]
    if before.pos in ("JJ", "NN", "DT") and after.pos in FINITE:
        return True
    if before.lower == "of" and index > 1 and words[index - 2].pos in _NOUNS:
        return after.pos in _AFTER_DOING
    is_money = after.pos in ("IN", "PUNCT", "CC") and _is_means(words[index])
    return is_money and before.pos in ("VBZ", "VBD", "VBP", "VB", "JJ", "VBG")


def _is_means(word: Word) -> bool:
    """Whether a form in *-ing* names something one gets or gives: *funding for the wall*."""
    return word.lower in ("funding", "training", "housing", "lending", "spending", "hiring")


def repaired(words: list[Word]) -> list[Word]:
    """Words with classes that show only from what a clause lacks.

    A plural right before an article is its verb if there is none yet (*the law demands a trial*);
    *neither* between auxiliary and verb, and *all* in *let's all pray*, are adverbs; what something
    is kept or made is an adjective (*keep us safe*).
    """
    words = _missing_verbs(_plurals(_after_but(_after_sayers(_said_once(_in_phrases(words))))))
    found = list(words)
    has_verb = False
    is_subordinate = False  # in a clause opened by *while*, *because*, ...
    is_let = False  # after *let*
    has_wanting = False  # after *want*, whose object may go on with a participle
    has_infinitive = False  # after *to end*, which others may follow
    has_letting = False  # after *let*, *watch*, ... whose object goes on with an infinitive
    for index, word in enumerate(words):
        before = found[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        pos = word.pos
        if before is None or (pos in _SETTLED and word.lower not in _TWOFOLD):
            pass
        elif pos == "VB" and word.lower in _UNCHANGED and before.lower in _FORMS_OF_BE:
            pos = "VBN"  # must be put on trial, were let down
        elif pos == "NNS" and word.lower == "does":
            pos = "VBZ"  # the public does not need it
        elif pos == "VBN" and word.lower == "had" and (before.pos == "CD" or before.pos in _NOUNS):
            pos = "VBD"  # Article 370 had brought them nothing
        elif pos == "NN" and word.lower == "aside" and before.pos.startswith("VB"):
            pos = "RB"  # brushed aside the claims
        elif pos == "NN" and is_let and before.pos in _NOUNS and _ends_clause(words, index):
            pos = "VB" if "VB" in possible_tags(word.text) else pos  # let the trucks pass
        elif pos == "NNS" and word.lower in _LASTING and before.pos in ("NN", "NNP"):
            pos = "VBZ" if _ensured_before(words, index) else pos  # to ensure the truce holds
        elif pos in ("NN", "VBG") and before.lower == "those" and word.lower.endswith("ing"):
            pos = "VBG"  # those calling for it
        elif after is None:
            pass
        elif pos == "NN" and before.lower in ("as", "neither") and after.lower in ("and", "nor"):
            pos = "JJ" if "JJ" in possible_tags(word.text) else pos  # as free and fair
        elif has_infinitive and _goes_on_listing(before, word, after):
            pos = "VB"  # to remove them, build a wall and tear up the deal
        elif pos == "NNS" and not has_verb and after.pos in ("DT", "PRP$", "VBG", "TO"):
            is_verb = before.pos in ("NN", "NNP", "NNPS") or before.lower == "far"  # so far shows
            pos = "VBZ" if is_verb and "VBZ" in possible_tags(word.text) else pos
        elif (word.lower, before.pos) in _ADVERBS and after.pos.startswith("VB"):
            pos = "RB"
        elif word.lower == "longer" and before.lower == "no" and index > 1:
            is_adverb = words[index - 2].pos in FINITE and after.pos.startswith("VB")
            is_adverb |= after.pos in ("VBZ", "VBD", "VBP")  # it no longer trusts them
            pos = "RB" if is_adverb else pos
            if is_adverb:
                found[index - 1] = before._replace(pos="RB")
        elif pos == "VB" and _has_before(found, index) and word.lower in _UNCHANGED:
            pos = "VBN"  # has become
        elif (
            pos == "VB" and before.pos in _NOUNS and not (has_verb or has_letting or is_subordinate)
        ):
            is_past = word.lower in _UNCHANGED and word.lower not in ("become", "come", "run")
            pos = "VBD" if is_past else pos  # the mayor let them down
            is_name = before.pos in ("NNP", "NNPS") and not is_past and after.pos == "IN"
            is_first = all(
                not earlier.pos.startswith(("VB", "MD", "TO")) for earlier in found[:index]
            )
            pos = "VBP" if is_name and is_first and "VBP" in possible_tags(word.text) else pos
        elif pos == "VBD" and has_wanting and before.pos in _NOUNS:
            is_done = "VBN" in possible_tags(word.text) and not _verb_follows(words, index)
            pos = "VBN" if is_done else pos  # wants the case heard
        elif pos == "VBD" and has_infinitive and _is_reduced(found, words, index):
            pos = "VBN"  # to reject the deal signed in May
        elif pos == "VBD" and before.pos in _NOUNS and _is_done_to_object(found, index, after):
            pos = "VBN"  # welcomed the sanctions imposed on them
        elif pos == "VBD" and before.pos in _NOUNS and _agent_follows(words, index):
            pos = "VBN" if _verb_follows(words, index) else pos
        elif pos == "NNS" and not has_verb and is_subordinate and before.pos in _NOUNS:
            is_verb = "VBZ" in possible_tags(word.text) and not _verb_follows(words, index)
            pos = "VBZ" if is_verb and after.pos in _OPENINGS else pos
        elif pos == "VBP" and has_letting and before.pos in _NOUNS:
            pos = "VB"  # to have them abide by it
        elif pos == "NN" and has_letting and before.pos in _NOUNS:
            is_verb = "VB" in possible_tags(word.text) and after.pos in ("DT", "PRP$", "PRP")
            pos = "VB" if is_verb else pos
        elif pos == "VBN" and not has_verb and before.pos in _NOUNS and after.pos == "TO":
            is_verb = "VBD" in possible_tags(word.text) and not _verb_follows(words, index)
            pos = "VBD" if is_verb else pos
        if pos == "NN" and index and possible_tags(word.text)[:1] == ("JJ",):
            follows_noun = words[index - 1].pos in _NOUNS and (after is None or after.pos == "IN")
            pos = "JJ" if follows_noun else pos  # held the bank responsible for it
        if before is not None and before.pos == "PRP" and pos in ("VB", "VBP"):
            is_made = index > 1 and found[index - 2].lower in _MAKING
            pos = "JJ" if is_made and "JJ" in possible_tags(word.text) else pos
        if pos != word.pos:
            found[index] = word._replace(pos=pos)
        if pos in _NEUTRAL and word.lower not in SUBORDINATORS:
            continue
        if pos in FINITE:
            has_verb = True
        elif pos in ("PUNCT", "CC", "WDT", "WP") or word.lower in SUBORDINATORS:
            has_verb = False
            is_subordinate = word.lower in SUBORDINATORS
            has_letting = False
        if pos.startswith("VB"):
            follows_to = before is not None and before.pos == "TO"
            has_wanting = word.lower in _WANTING
            is_let = word.lower == "let" or (follows_to and word.lower == "see")
            has_infinitive = pos == "VB" and (follows_to or has_infinitive)
            has_letting = word.lower in _LETTING
            if before is not None and (before.lower, word.lower) == ("to", "have"):
                has_letting = True
    return found


def _is_done_to_object(words: list[Word], index: int, after: Word) -> bool:
    """Whether a participle describes an object: *condemned the threats made against them*."""
    if after.pos not in ("IN", "TO") or "VBN" not in possible_tags(words[index].text):
        return False
    place = index - 1
    while place > 0 and words[place].pos in _OF_OBJECT:
        place -= 1
    verb = words[place]
    opens = words[place + 1].pos in ("DT", "PRP$", "JJ", "CD") or words[place + 1].pos == "NNS"
    return opens and verb.pos.startswith("VB") and lemma(verb.lower, verb.pos) in _TAKING_OBJECTS


_OF_OBJECT = frozenset({"NN", "NNS", "NNP", "JJ", "CD", "DT", "PRP$", "POS", "NNPS"})
_TAKING_OBJECTS = read_set("taking objects")


_PLAIN_VERBS = frozenset({"VB", "VBP", "VBD", "VBZ", "VBG"})
_MANY_OF = read_set("many of")
_MADE = frozenset({"make", "makes", "made", "making"})
_AUXILIARY = frozenset({"was", "were", "had", "did", "got", "felt", "became", "seemed", "remained"})
_STATES = frozenset({"open", "clean", "clear", "warm", "free", "secure", "dry", "cool"})
_STAYING = frozenset({"stay", "stays", "stayed", "remain", "remains", "remained"})
_KEEPING = frozenset({"keep", "keeps", "kept", "keeping"})
_GETTING = frozenset({"growing", "getting", "becoming", "grown", "grew", "became"})
_OUTSIDERS = read_set("outsiders")
"""Nouns before which *outside* is an adjective: *accused outside forces*."""
_FIXED = frozenset(
    {"DT", "IN", "TO", "PRP", "PRP$", "CD", "NNP", "NNPS", "PUNCT", "CC", "MD", "WDT", "WP", "POS"}
)
"""Classes that the words before never change."""
_BROUGHT_TO = read_set("brought to")
_BRINGING = read_set("bringing (roles)")
_AFTER_VERB = frozenset({"DT", "PRP$", "PRP", "TO", "IN"})
_DEMANDING = read_set("demanding that") | read_set("vital")
_DEMANDS_ALONE = frozenset({"demand", "demands", "demanded", "demanding", "insist", "insisted"})
"""Words for a demand whose clause may lack its *that*: *are demanding the firm pay them*."""


def _plurals(words: list[Word]) -> list[Word]:
    """Words with classes that the words before them show.

    *the necessary measures* and *all rebel groups* end in nouns, *demanded that the firm pay them*
    in a verb; *the ruling regrettable* is a thing and what it is called; *United Nations* a name.
    """
    found = list(words)
    for index, word in enumerate(words):
        pos = word.pos
        if index and pos in _FIXED and word.lower not in ("outside", "inside"):
            continue
        before = found[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        if before is None and after is not None and after.pos == "VBG" and pos == "NN":
            is_order = word.lower in ("stop", "start", "keep") and not _verb_follows(words, index)
            pos = "VB" if is_order else pos  # stop closing them
        elif before is None:
            is_name = after is not None and after.pos in ("NNP", "NNPS") and word.text.istitle()
            pos = "NNP" if is_name and pos in ("VBN", "VBD", "JJ") else pos
        elif pos == "JJ" and word.lower == "back" and before.pos in _PLAIN_VERBS:
            pos = "RP"  # bring back the law
        elif pos == "VB" and before.lower == "do" and index > 1 and _is_done(words, index):
            pos = "NN"  # would do damage to them
        elif pos == "VBD" and before.pos == "MD" and "VB" in possible_tags(word.text):
            pos = "VB"  # will cost
        elif pos == "NN" and word.lower == "will" and after is not None:
            is_verb = before.pos in ("RB", "NNS") or before.lower in ("early", "late", "alone")
            pos = "MD" if is_verb and after.pos in ("VB", "VBP", "VBD", "VBN") else pos
        elif pos == "NN" and before.lower in ("all", "both") and index > 1:
            is_verb = words[index - 2].pos == "MD" and "VB" in possible_tags(word.text)
            pos = "VB" if is_verb else pos  # we should all reject it
            found[index - 1] = before._replace(pos="RB") if is_verb else before
        elif pos == "NN" and before.lower in ("is", "was") and index > 1:
            is_verb = words[index - 2].lower == "do" and "VB" in possible_tags(word.text)
            pos = "VB" if is_verb else pos  # all we can do is reject it
        elif word.lower in ("outside", "inside") and after is not None:
            is_whose = after.lower in _OUTSIDERS and before.pos != "DT"
            pos = "JJ" if is_whose and (before.pos[:2] == "VB" or before.pos == "IN") else pos
        elif word.lower == "only" and before.pos in ("DT", "PRP$") and after is not None:
            pos = "JJ" if after.pos in ("NN", "NNS", "JJ") else pos  # the only way
        elif word.lower == "thanks" and pos == "VBZ" and before.pos.startswith("VB"):
            pos = "NNS"  # gave thanks
        elif word.lower in ("nothing", "something", "anything") and before.pos in _NOUNS:
            pos = "PRP"  # saw in the law nothing but lies
        elif pos == "VBZ" and "NN" in possible_tags(word.lower.removesuffix("s")):
            pos = "NNS" if _ends_plural(found, index) else pos
        elif pos == "VB" and before.lower == "to" and word.lower in _BROUGHT_TO:
            pos = "NN" if _is_brought(found, index) else pos  # must be held to account
        elif pos == "VBN" and index > 2 and "VBD" in possible_tags(word.text):
            is_due = "time" in (found[index - 2].lower, found[index - 3].lower)
            pos = "VBD" if is_due and before.pos in _NOUNS else pos  # it is time X resigned
            is_next = before.pos == "VBD" and before.lower not in _AUXILIARY
            pos = "VBD" if is_next else pos  # those who stayed until it fell deserved it
        elif pos == "VB" and word.lower in _STATES and before.lower in _STAYING:
            pos = "JJ"  # must stay open
        elif pos == "VB" and word.lower in _STATES and before.pos in ("NN", "NNS", "PRP"):
            near = {w.lower for w in found[max(0, index - 5) : index - 1]}
            pos = "JJ" if near & _KEEPING else pos  # keeps the schools open
        elif pos == "VBN" and before.lower == "one" and found[max(0, index - 2)].lower == "no":
            pos = "VBD" if "VBD" in possible_tags(word.text) else pos  # no one wanted it
        elif word.lower in ("'d", "’d") and after is not None and after.lower == "be":
            pos = "MD"  # we'd be lost
        elif pos == "VBG" and before.pos == "POS" and after is not None and after.lower == "of":
            pos = "NN"  # the mayor's handling of it
        elif pos == "EX" and before.pos in ("NN", "NNS") and _is_of_place(found, index):
            pos = "RB"  # the houses there were better
        elif pos == "RB" and after is not None and after.pos == "POS":
            pos = "NN"  # today's verdict
        elif word.lower == "whatsoever":
            pos = "RB"
        elif word.lower == "clear" and pos in ("NN", "VB") and before.lower in _MADE:
            pos = "JJ"  # made clear that
        elif pos == "VBD" and before.pos == "RB" and found[index - 2].lower in _GETTING:
            pos = "VBN"  # is growing increasingly irritated
        elif pos == "VBG" and before.lower in ("a", "an") and after is not None:
            pos = "NN" if after.pos in ("DT", "PRP", "PRP$", "NNP") else pos  # a ruling he hailed
        elif pos == "VBG" and before.pos == "DT" and after is not None and after.pos == "JJ":
            further = words[index + 2].pos if index + 2 < len(words) else "PUNCT"
            pos = "NN" if further in ("PUNCT", "IN", "CC", "TO") else pos
        elif pos == "NNS" and after is not None and after.pos in ("DT", "PRP$"):
            place = next((i for i in range(index - 1, -1, -1) if words[i].pos not in _OPENINGS), -1)
            is_verb = place >= 0 and _is_bare_demand(words, place, index)
            pos = "VBZ" if is_verb and "VBZ" in possible_tags(word.text) else pos
        elif pos == "NN" and after is not None and after.pos in _AFTER_VERB:
            pos = "VB" if _is_asked(found, index) else pos
            if pos == "VB" and before.pos == "JJ":
                found[index - 1] = before._replace(pos="NN")
        if pos != word.pos:
            found[index] = word._replace(pos=pos)
    return found


def _after_sayers(words: list[Word]) -> list[Word]:
    """Words with the verb that follows an inserted sayer: *the tax, she added, costs jobs*."""
    found = words
    for index in range(5, len(words) - 1):
        comma, said, sayer = words[index - 1], words[index - 2], words[index - 3]
        if words[index].pos != "NNS" or comma.text != "," or said.pos not in ("VBD", "VBZ"):
            continue
        is_said = lemma(said.lower, said.pos) in _SAYING and sayer.pos in ("PRP", "NN", "NNP")
        opens = next((i for i in range(index - 3, 0, -1) if words[i].text == ","), 0)
        is_object = any(word.pos in FINITE for word in words[:opens])
        if is_said and opens and not is_object and "VBZ" in possible_tags(words[index].text):
            found = list(found) if found is words else found
            found[index] = words[index]._replace(pos="VBZ")
            if words[index + 1].pos == "VBP":
                found[index + 1] = words[index + 1]._replace(pos="NN")
    return found


def _after_but(words: list[Word]) -> list[Word]:
    """Words with the verb that follows *but*: *it is generous, but comes too late*.

    After *and*, a plain form without auxiliary is finite: *they were hurt and deserve help*.
    """
    found = words
    for index in range(3, len(words) - 1):
        word, after = words[index], words[index + 1]
        is_quality = "JJ" in possible_tags(word.text)  # a full and open inquiry
        if word.pos == "VB" and words[index - 1].lower == "and" and not is_quality:
            classes = {before.pos for before in words[:index]}
            is_plain = classes.isdisjoint({"TO", "MD", "VB"}) and not classes.isdisjoint(FINITE)
            if is_plain and "VBP" in possible_tags(word.text) and "NNS" in classes:
                found = list(found) if found is words else found
                found[index] = word._replace(pos="VBP")
            continue
        if words[index - 1].lower != "but" or word.pos not in ("NN", "NNS"):
            continue
        opens = after.pos in ("DT", "PRP$", "RB", "TO") or after.lower == "short"
        has_verb = any(before.pos in FINITE for before in words[: index - 1])
        if opens and has_verb and "VBZ" in possible_tags(word.text):
            found = list(found) if found is words else found
            found[index] = word._replace(pos="VBZ")
            if after.lower == "short":
                found[index + 1] = after._replace(pos="JJ")
    return found


def _missing_verbs(words: list[Word]) -> list[Word]:
    """Words with the verb of a clause that has none: *we, however, support the plan*.

    It is a noun by its class, it stands right before an object, and its subject opens the clause.
    """
    found = words
    start = 0
    for index in range(len(words) + 1):
        ends = index == len(words) or words[index].pos in ("WDT", "WP")
        if not ends and words[index].lower not in SUBORDINATORS and words[index].lower != ";":
            continue
        place = _missing_verb(words, start, index)
        if place:
            pos = "VBZ" if words[place].pos == "NNS" else "VBP"
            found = list(found) if found is words else found
            found[place] = words[place]._replace(pos=pos)
            if words[place - 1].lower in ("all", "both"):
                found[place - 1] = words[place - 1]._replace(pos="RB")
        start = index + 1
    return found


def _missing_verb(words: list[Word], start: int, end: int) -> int:
    """Index of the noun that is the verb of a clause without one, or 0."""
    if end - start < 4:
        return 0
    opening = words[start]
    is_many = opening.lower in ("i", "we", "they", "you")
    if not is_many and opening.lower not in ("he", "she", "it"):
        return 0
    place = 0
    for index in range(start + 1, end - 1):
        word = words[index]
        if word.pos in FINITE:
            return 0
        is_noun = word.pos in (("NN", "VB", "JJ") if is_many else ("NNS",)) and not place
        if is_noun and words[index + 1].pos in ("DT", "PRP$", "PRP"):
            is_verb = ("VBP" if is_many else "VBZ") in possible_tags(word.text)
            before = words[index - 1]
            is_part = before.pos in ("DT", "PRP$", "POS", "JJ", "IN", "TO", "VB")
            is_free = before.lower in ("all", "both") or not is_part
            place = index if is_verb and is_free else 0
    return 0 if words[end - 1].pos in FINITE else place


def _is_done(words: list[Word], index: int) -> bool:
    """Whether *do* before a word has its own auxiliary: *would do damage*, *to do harm*."""
    auxiliary = words[index - 2]
    return auxiliary.pos in ("MD", "TO") and "NN" in possible_tags(words[index].text)


def _ends_plural(words: list[Word], index: int) -> bool:
    """Whether a word in *-s* ends a noun phrase: *the necessary measures*, *all rebel groups*."""
    before = words[index - 1]
    opening = words[index - 2].pos if index > 1 else ""
    if before.pos in ("JJ", "CD", "PRP$") and opening in ("DT", "PRP$", "JJ", "POS", "IN"):
        return before.pos != "CD" or opening != "DT"
    if before.pos == "DT" and before.lower in _MANY_OF:
        return True
    for place in range(index - 1, max(-1, index - 6), -1):
        word = words[place]
        if word.lower in _MANY_OF:
            return before.pos in ("NN", "NNP", "JJ", "CC")
        if word.lower == "no" and place:  # shows no performance issues
            goes_on = index + 1 < len(words) and words[index + 1].pos == "IN"
            return (
                goes_on
                and before.pos == "NN"
                and (words[place - 1].pos == "NNS" or words[place - 1].pos in FINITE)
            )
        if word.pos not in ("NN", "NNP", "JJ", "CC"):
            return False
    return False


def _is_brought(words: list[Word], index: int) -> bool:
    """Whether *hold*, *bring* or *take* stands before *to account*, with an object between."""
    return any(word.lower in _BRINGING for word in words[max(0, index - 7) : index - 1])


_DOCUMENTS = read_set("documents")
_BEFALLING = frozenset({"lapse", "expire", "end", "fail", "stay", "continue", "stand", "change"})


def _is_of_place(words: list[Word], index: int) -> bool:
    """Whether *there* after a subject tells where it is: *the people there are brave*."""
    after = words[index + 1 : index + 3]
    if len(after) < 2 or after[0].pos not in FINITE or after[1].pos not in _SAID_OF:
        return False
    if words[index - 1].lower in _TIMES:
        return False
    place = index - 1
    while place >= 0 and words[place].pos in ("NN", "NNS", "JJ", "DT", "PRP$"):
        place -= 1
    opens = words[place + 1].pos in ("DT", "PRP$")
    return opens and (place < 0 or words[place].lower in ("that", "said", "says", ","))


_SAID_OF = frozenset({"JJ", "JJR", "JJS", "RB", "VBN", "VBG"})
_TIMES = read_set("time nouns") | read_set("periods")


def _is_asked(words: list[Word], index: int) -> bool:
    """Whether a word follows *demanded that the firm*: then it is what the firm is to do."""
    if "VB" not in possible_tags(words[index].text):
        return False
    place = index - 1
    while place > max(0, index - 6) and words[place].pos in ("NN", "NNS", "NNP", "JJ", "DT"):
        place -= 1
    if place > 0 and words[place].lower == "that":
        return words[place - 1].lower in _DEMANDING
    is_next = index + 1 < len(words) and words[index + 1].pos in ("DT", "PRP$", "PRP", "CD")
    return is_next and _is_bare_demand(words, place, index)


def _is_bare_demand(words: list[Word], place: int, index: int) -> bool:
    """Whether a phrase up to a word is who is to act: *demanding the firm release the men*."""
    opens = words[place + 1].pos in ("DT", "PRP$") or words[place + 1].pos == "NNP"
    is_whole = index - place > (1 if words[place + 1].pos == "NNP" else 2)
    return opens and is_whole and words[place].lower in _DEMANDS_ALONE


def _ensured_before(words: list[Word], index: int) -> bool:
    """Whether a noun phrase with *ensure* before it ends right before a word."""
    for place in range(index - 1, max(-1, index - 7), -1):
        if words[place].pos not in ("NN", "NNP", "JJ", "DT", "PRP$"):
            return lemma(words[place].lower, words[place].pos) in _ENSURING
    return False


def _has_before(words: list[Word], index: int) -> bool:
    """Whether a form of *have* stands before a word, adverbs left out: *has now become*."""
    place = index - 1
    while place > 0 and words[place].pos == "RB":
        place -= 1
    return words[place].lower in ("has", "have", "had", "having", "'ve", "’ve")


def _ends_clause(words: list[Word], index: int) -> bool:
    """Whether a word is the last of its clause: *let the trucks pass, or …*."""
    return index + 1 == len(words) or words[index + 1].pos in ("PUNCT", "CC", "RB")


def _verb_follows(words: list[Word], index: int) -> bool:
    """Whether a finite verb follows before the next mark or *and*."""
    for word in words[index + 1 :]:
        if word.pos in ("PUNCT", "CC", "WDT", "WP"):
            return False
        if word.pos in FINITE:
            return True
    return False


def _agent_follows(words: list[Word], index: int) -> bool:
    """Whether *by* follows a verb, or a verb with its particle: *carried out by*."""
    place = index + 1 + (words[index + 1].pos == "RP")
    is_agent = place + 1 < len(words) and words[place].lower == "by"
    return is_agent and words[place + 1].pos not in ("CD", "VBG")


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
