"""Words of a piece of a sentence as its clauses show them: classes put right, some left out."""

from helpers.phrase_words import NOUNS, OPENINGS, in_phrases
from helpers.tagging import (
    FINITE,
    QUOTE_MARKS,
    SUBORDINATORS,
    Word,
    lemma,
    possible_tags,
)
from helpers.wordlists import read_set

_ENSURING = read_set("ensuring")
_LASTING = read_set("lasting")
_SAYING = read_set("saying")
_ADVERBS = frozenset({("neither", "MD"), ("all", "PRP"), ("both", "PRP")})
"""Words that are adverbs between a word of a class and a verb: *will neither …*, *let's all …*."""

_LETTING = read_set("letting (roles)")
_UNCHANGED = read_set("unchanged verbs")
"""Verbs whose participle is their plain form: *become*, *put*."""

_FORMS_OF_BE = read_set("forms of be")
_OF_OTHERS = read_set("says of others")
"""Verbs whose infinitive another clause may follow: *asked them to say the deal failed*."""

_WANTING = read_set("wanting")
_MAKING = read_set("making")


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
    if not before or not after or before[0].pos not in NOUNS or after[0].pos in ("IN", "PUNCT"):
        return False
    near = words[max(0, index - _FROM_CALL) : index]
    return any(word.lower in _CALLING for word in near)


def _is_reduced(found: list[Word], words: list[Word], index: int) -> bool:
    """Whether a past form describes an infinitive's object: *urged them to reject the deal signed*.

    `found` holds the words with their classes as far as they are repaired.
    """
    word, after = words[index], words[index + 1]
    if found[index - 1].pos not in NOUNS or after.pos not in ("IN", "TO", "RB", "RP"):
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
    opens |= after.pos in NOUNS and word.pos in ("VBD", "VBP", "VBN")
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


def repaired(words: list[Word]) -> list[Word]:
    """Words with classes that show only from what a clause lacks.

    A plural right before an article is its verb if there is none yet (*the law demands a trial*);
    *neither* between auxiliary and verb, and *all* in *let's all pray*, are adverbs; what something
    is kept or made is an adjective (*keep us safe*).
    """
    words = _missing_verbs(_plurals(_after_but(_after_sayers(_said_once(in_phrases(words))))))
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
        elif pos == "VBN" and word.lower == "had" and (before.pos == "CD" or before.pos in NOUNS):
            pos = "VBD"  # Article 370 had brought them nothing
        elif pos == "NN" and word.lower == "aside" and before.pos.startswith("VB"):
            pos = "RB"  # brushed aside the claims
        elif pos == "NN" and is_let and before.pos in NOUNS and _ends_clause(words, index):
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
            pos == "VB" and before.pos in NOUNS and not (has_verb or has_letting or is_subordinate)
        ):
            is_past = word.lower in _UNCHANGED and word.lower not in ("become", "come", "run")
            pos = "VBD" if is_past else pos  # the mayor let them down
            is_name = before.pos in ("NNP", "NNPS") and not is_past and after.pos == "IN"
            is_first = all(
                not earlier.pos.startswith(("VB", "MD", "TO")) for earlier in found[:index]
            )
            pos = "VBP" if is_name and is_first and "VBP" in possible_tags(word.text) else pos
        elif pos == "VBD" and has_wanting and before.pos in NOUNS:
            is_done = "VBN" in possible_tags(word.text) and not _verb_follows(words, index)
            pos = "VBN" if is_done else pos  # wants the case heard
        elif pos == "VBD" and has_infinitive and _is_reduced(found, words, index):
            pos = "VBN"  # to reject the deal signed in May
        elif pos == "VBD" and before.pos in NOUNS and _is_done_to_object(found, index, after):
            pos = "VBN"  # welcomed the sanctions imposed on them
        elif pos == "VBD" and before.pos in NOUNS and _agent_follows(words, index):
            pos = "VBN" if _verb_follows(words, index) else pos
        elif pos == "NNS" and not has_verb and is_subordinate and before.pos in NOUNS:
            is_verb = "VBZ" in possible_tags(word.text) and not _verb_follows(words, index)
            pos = "VBZ" if is_verb and after.pos in OPENINGS else pos
        elif pos == "VBP" and has_letting and before.pos in NOUNS:
            pos = "VB"  # to have them abide by it
        elif pos == "NN" and has_letting and before.pos in NOUNS:
            is_verb = "VB" in possible_tags(word.text) and after.pos in ("DT", "PRP$", "PRP")
            pos = "VB" if is_verb else pos
        elif pos == "VBN" and not has_verb and before.pos in NOUNS and after.pos == "TO":
            is_verb = "VBD" in possible_tags(word.text) and not _verb_follows(words, index)
            pos = "VBD" if is_verb else pos
        if pos == "NN" and index and possible_tags(word.text)[:1] == ("JJ",):
            follows_noun = words[index - 1].pos in NOUNS and (after is None or after.pos == "IN")
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
        elif word.lower in ("nothing", "something", "anything") and before.pos in NOUNS:
            pos = "PRP"  # saw in the law nothing but lies
        elif pos == "VBZ" and "NN" in possible_tags(word.lower.removesuffix("s")):
            pos = "NNS" if _ends_plural(found, index) else pos
        elif pos == "VB" and before.lower == "to" and word.lower in _BROUGHT_TO:
            pos = "NN" if _is_brought(found, index) else pos  # must be held to account
        elif pos == "VBN" and index > 2 and "VBD" in possible_tags(word.text):
            is_due = "time" in (found[index - 2].lower, found[index - 3].lower)
            pos = "VBD" if is_due and before.pos in NOUNS else pos  # it is time X resigned
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
            place = next((i for i in range(index - 1, -1, -1) if words[i].pos not in OPENINGS), -1)
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
