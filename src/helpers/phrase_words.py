"""Word classes that show from the phrase around a word: *rebel held areas*, *jail sentences are*.

The tagger looks at two words on either side; these rules look further, or at single words.
"""

from collections.abc import Callable

from helpers.tagging import (
    FINITE,
    SUBORDINATORS,
    Word,
    lemma,
    possible_tags,
)
from helpers.wordlists import read_set

OPENINGS = ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ")
NOUNS = ("NN", "NNS", "NNP", "NNPS")
_FORMS_OF_BE = read_set("forms of be")
_NOUNS_OF_DOING = read_set("nouns of doing")
_AFTER_DOING = FINITE | {"PUNCT", "CC", "IN"}
_WAY = frozenset({"way"})
_BEFORE_PAST = frozenset({"way", "after", "before", "because"})
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
_MAY_BE_ADVERBS = frozenset({"likely", "first", "better", "long", "further", "last", "next"})
_RIGHTS = frozenset({"right", "rights", "access", "entitled", "road", "path", "return"})
_AS_ADJECTIVES = frozenset({"equal", "clean", "free", "open", "secure", "fair", "safe"})
_COMPARED = ("JJ", "NN", "RB", "VBN")
_BEFORE_AS = frozenset({"just", "every", "is", "was", "are", "were"})
_CLAUSE_OPENERS = frozenset({"as", "since", "once", "until", "after", "before", "than", "like"})


def in_phrases(words: list[Word]) -> list[Word]:
    """Words with classes that the phrase around them shows, by the first rule that applies.

    Parameters
    ----------
    words
        What `helpers.tagging.tag` returns, or a piece of it.

    Returns
    -------
    list of Word
        The same words; the first and the last have no phrase around them.
    """
    changed: _Changed = {}
    comma = -1  # the last one
    for index in range(1, len(words) - 1):
        word = words[index]
        if words[index - 1].lower == ",":
            if comma > 0 and _is_verb_after_aside(words, comma, index):
                _change(changed, words, index, "VBZ" if word.pos == "NNS" else "VBP")
            comma = index - 1
        rules = _PAST_OR_ING.get(word.pos)
        if rules is None:
            rules = _RULES if word.lower in _TURNS else _BY_CLASS.get(word.pos, ())
        for rule in rules:
            if rule(words, index, changed):
                break
    return [changed.get(i, word) for i, word in enumerate(words)] if changed else words


_Changed = dict[int, Word]


def _change(changed: _Changed, words: list[Word], index: int, pos: str) -> None:
    changed[index] = words[index]._replace(pos=pos)


def _participle(words: list[Word], index: int, changed: _Changed) -> bool:
    """*for exiled President Orlo*, *rebel held areas*, *the way they fought for it*."""
    word, before, after = words[index], words[index - 1], words[index + 1]
    if before.pos == "IN" and after.pos in ("NNP", "NNPS"):
        if before.lower not in SUBORDINATORS and before.lower not in _CLAUSE_OPENERS:
            _change(changed, words, index, "JJ")
    elif word.lower == "provided" and before.lower == ",":
        _change(changed, words, index, "IN")
    elif word.lower in _HELD and before.pos == "NN" and after.pos in ("NN", "NNS"):
        _change(changed, words, index, "JJ")
    elif before.pos in NOUNS and "VBD" in possible_tags(word.text):
        openings = _BEFORE_PAST if after.pos == "PUNCT" else _WAY
        if after.pos in _AFTER_PAST and _opens_before(words, index - 1, openings):
            _change(changed, words, index, "VBD")
    return True


def _form_in_ing(words: list[Word], index: int, changed: _Changed) -> bool:
    """*the level of fighting is*, *wants funding for it*."""
    if words[index].lower in _NOUNS_OF_DOING and _is_noun_here(words, index):
        _change(changed, words, index, "NN")
    return True


def _past(words: list[Word], index: int, changed: _Changed) -> bool:
    """*will sign it, provided that …*, *rebel held areas were hit*."""
    word, before, after = words[index], words[index - 1], words[index + 1]
    if word.lower == "provided" and (after.lower == "that" or before.lower == ","):
        _change(changed, words, index, "IN")
    elif (
        word.lower in _HELD
        and before.pos == "NN"
        and after.pos in ("NN", "NNS")
        and _next_but_one(words, index).pos in FINITE
    ):
        _change(changed, words, index, "JJ")
    return True


def _progressive(words: list[Word], index: int, changed: _Changed) -> bool:
    """*we will not be voting for it*."""
    word, after = words[index], words[index + 1]
    is_form = word.pos == "NN" and word.lower.endswith("ing")
    if not is_form or words[index - 1].lower not in _FORMS_OF_BE:
        return False
    if after.pos in ("IN", "TO", "DT", "PRP$") and "VBG" in possible_tags(word.text):
        _change(changed, words, index, "VBG")
    return True


def _there_needs(words: list[Word], index: int, changed: _Changed) -> bool:
    """*there needs to be a vote*."""
    if words[index].lower != "needs" or words[index - 1].lower != "there":
        return False
    if words[index + 1].pos != "TO":
        return False
    _change(changed, words, index - 1, "EX")
    _change(changed, words, index, "VBZ")
    return True


def _first_met(words: list[Word], index: int, changed: _Changed) -> bool:
    """*he first met them in May*."""
    word, after = words[index], words[index + 1]
    if word.lower != "first" or words[index - 1].pos not in ("PRP", "NNP"):
        return False
    if word.pos == "JJ" and "VBD" in possible_tags(after.text):
        _change(changed, words, index, "RB")
        _change(changed, words, index + 1, "VBD")
    return True


def _no_longer(words: list[Word], index: int, changed: _Changed) -> bool:
    """*will no longer require it*, *is no longer fair*."""
    if words[index].lower != "no" or words[index + 1].lower != "longer" or index + 2 >= len(words):
        return False
    before, verb = words[index - 1], words[index + 2]
    _change(changed, words, index, "RB")
    _change(changed, words, index + 1, "RB")
    form = "VB" if before.pos == "MD" else "VBZ"
    is_subject = before.pos in ("MD", "NN", "NNP", "PRP")
    if is_subject and verb.pos.startswith("NN") and form in possible_tags(verb.text):
        _change(changed, words, index + 2, form)
    return True


def _that_harm(words: list[Word], index: int, changed: _Changed) -> bool:
    """*walls that harm the people*."""
    before, after, object_ = words[index - 1], words[index + 1], _next_but_one(words, index)
    is_turn = words[index].lower == "that" and before.pos == "NNS" and after.pos == "NN"
    if not is_turn or object_ is after:
        return False
    is_open = object_.pos in ("DT", "PRP$", "PRP", "NNS")
    if is_open and "VBP" in possible_tags(after.text):
        _change(changed, words, index, "WDT")
        _change(changed, words, index + 1, "VBP")
    return True


def _let_this(words: list[Word], index: int, changed: _Changed) -> bool:
    """*we will not let this happen*."""
    word, before = words[index], words[index - 1]
    if word.pos != "NN" or before.lower not in ("this", "that") or index < 2:
        return False
    if words[index - 2].lower in ("let", "letting") and "VB" in possible_tags(word.text):
        _change(changed, words, index, "VB")
    return True


def _well_placed(words: list[Word], index: int, changed: _Changed) -> bool:
    """*is well placed to grow*."""
    word = words[index]
    if word.lower not in ("well", "best") or word.pos != "JJ" or words[index + 1].pos != "VBN":
        return False
    _change(changed, words, index, "RB")
    return True


def _will(words: list[Word], index: int, changed: _Changed) -> bool:
    """*those who fail to leave will face it*."""
    word = words[index]
    if word.lower != "will" or word.pos != "NN" or words[index - 1].pos not in ("VB", "RP", "VBD"):
        return False
    if "VB" in possible_tags(words[index + 1].text):
        _change(changed, words, index, "MD")
        _change(changed, words, index + 1, "VB")
    return True


def _such_as(words: list[Word], index: int, changed: _Changed) -> bool:
    """*rights cases such as this one*."""
    after, as_ = words[index + 1], _next_but_one(words, index)
    if words[index].pos != "VBZ" or after.lower != "such" or as_ is after:
        return False
    if as_.lower == "as" and words[index - 1].pos in NOUNS:
        _change(changed, words, index, "NNS")
    return True


def _talks(words: list[Word], index: int, changed: _Changed) -> bool:
    """*the Geneva talks collapsed*."""
    word, after = words[index], words[index + 1]
    if word.lower != "talks" or word.pos != "VBZ" or index < 2:
        return False
    if words[index - 1].pos == "NNP" and words[index - 2].pos == "DT":
        _change(changed, words, index, "NNS")
        if after.pos == "VBN" and "VBD" in possible_tags(after.text):
            _change(changed, words, index + 1, "VBD")
    return True


def _like_these(words: list[Word], index: int, changed: _Changed) -> bool:
    """*rules like these harm us*."""
    word, verb = words[index], _next_but_one(words, index)
    is_turn = word.lower == "like" and word.pos == "VBP" and words[index + 1].lower in _THESE
    if not is_turn:
        return False
    is_verb = verb.pos == "NN" and "VBP" in possible_tags(verb.text)
    if words[index - 1].pos == "NNS" and is_verb and index + 2 < len(words):
        _change(changed, words, index, "IN")
        _change(changed, words, index + 2, "VBP")
    return True


def _that_just(words: list[Word], index: int, changed: _Changed) -> bool:
    """*rules that just get in the way*."""
    word, after, verb = words[index], words[index + 1], _next_but_one(words, index)
    is_turn = word.lower == "that" and words[index - 1].pos == "NNS" and after.pos == "RB"
    if not is_turn or verb is after:
        return False
    if verb.pos == "VB" and word.pos == "IN":
        _change(changed, words, index, "WDT")
        _change(changed, words, index + 2, "VBP")
    return True


def _demanded(words: list[Word], index: int, changed: _Changed) -> bool:
    """*demands that the junta free the prisoners*."""
    is_candidate = words[index].pos in ("JJ", "NN") and words[index - 1].pos in NOUNS
    if not is_candidate or not _is_demanded_of(words, index):
        return False
    _change(changed, words, index, "VB")
    return True


def _said_bare(words: list[Word], index: int, changed: _Changed) -> bool:
    """*contends tests remain useful*."""
    word = words[index]
    if word.pos != "VB" or word.lower == "be" or not _is_what_is_said(words, index):
        return False
    _change(changed, words, index, "VBP")
    return True


def _very_much(words: list[Word], index: int, changed: _Changed) -> bool:
    """*is very much with us*."""
    is_turn = words[index].lower == "much" and words[index - 1].lower in ("very", "so")
    if not is_turn or words[index + 1].pos != "IN":
        return False
    _change(changed, words, index, "RB")
    return True


def _ends_phrase(words: list[Word], index: int, changed: _Changed) -> bool:
    """*stick to its climate pledges and act*."""
    is_candidate = words[index].pos == "VBZ" and words[index + 1].pos in ("CC", "PUNCT")
    if not is_candidate or not _ends_object(words, index):
        return False
    _change(changed, words, index, "NNS")
    return True


def _before_plural(words: list[Word], index: int, changed: _Changed) -> bool:
    """*jail sentences are an affront*."""
    word = words[index]
    if word.pos != "VBZ" or words[index + 1].lower not in _AFTER_PLURALS:
        return False
    opens = words[index - 1].pos in ("NN", "JJ", "POS", "WP", "WDT")
    if opens and "NNS" in possible_tags(word.text):
        _change(changed, words, index, "NNS")
    return True


def _likely(words: list[Word], index: int, changed: _Changed) -> bool:
    """*would likely violate it*, *must first form one*."""
    word, after = words[index], words[index + 1]
    if word.lower not in _MAY_BE_ADVERBS or words[index - 1].pos not in ("MD", "TO"):
        return False
    if word.pos in ("JJ", "JJR") and "VB" in possible_tags(after.text):
        _change(changed, words, index, "RB")
        _change(changed, words, index + 1, "VB")
    return True


def _as_extreme_as(words: list[Word], index: int, changed: _Changed) -> bool:
    """*is just as extreme as they are*."""
    after = words[index + 1]
    if words[index].lower != "as" or words[index - 1].lower not in _BEFORE_AS:
        return False
    is_pair = index + 2 < len(words) and words[index + 2].lower == "as"
    if is_pair and after.pos in _COMPARED and "JJ" in possible_tags(after.text):
        _change(changed, words, index, "RB")
        _change(changed, words, index + 1, "JJ")
    return True


def _as_much_as_possible(words: list[Word], index: int, changed: _Changed) -> bool:
    """*wants as much help as possible*."""
    is_turn = words[index].lower in ("much", "many") and words[index - 1].lower == "as"
    if not is_turn or index + 3 >= len(words):
        return False
    if words[index + 2].lower == "as" and words[index + 3].lower == "possible":
        for place in (index - 1, index + 2, index + 3):
            _change(changed, words, place, "RB")
    return True


def _right_to(words: list[Word], index: int, changed: _Changed) -> bool:
    """*the right to equal pay*."""
    word = words[index]
    if word.pos != "VB" or word.lower not in _AS_ADJECTIVES or index < 2:
        return False
    is_right = words[index - 1].pos == "TO" and words[index - 2].lower in _RIGHTS
    if is_right and words[index + 1].pos in ("NN", "NNS"):
        _change(changed, words, index, "JJ")
    return True


def _next_but_one(words: list[Word], index: int) -> Word:
    """The word after next; the next where there is none."""
    return words[min(index + 2, len(words) - 1)]


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
    if after.pos not in OPENINGS and after.pos not in ("NNS", "NNPS"):
        return False
    is_open = all(w.pos not in FINITE and w.pos not in ("VB", "TO") for w in words[:comma])
    return is_open and not any(w.pos in FINITE for w in words[index + 1 :])


def _is_noun_here(words: list[Word], index: int) -> bool:
    """Whether a form in *-ing* is a noun: *the level of fighting is*, *wants funding for*."""
    before, after = words[index - 1], words[index + 1]
    if before.pos in ("JJ", "NN", "DT") and after.pos in FINITE:
        return True
    if before.lower == "of" and index > 1 and words[index - 2].pos in NOUNS:
        return after.pos in _AFTER_DOING
    is_money = after.pos in ("IN", "PUNCT", "CC") and _is_means(words[index])
    return is_money and before.pos in ("VBZ", "VBD", "VBP", "VB", "JJ", "VBG")


def _is_means(word: Word) -> bool:
    """Whether a form in *-ing* names something one gets or gives: *funding for the wall*."""
    return word.lower in ("funding", "training", "housing", "lending", "spending", "hiring")


_Rule = Callable[[list[Word], int, _Changed], bool]
"""Changes the class of a word if its turn is there; False leaves the word to the rules after it."""

_PAST_OR_ING: dict[str, tuple[_Rule, ...]] = {
    "VBN": (_participle,),
    "VBG": (_form_in_ing,),
    "VBD": (_past,),
}
_RULES: tuple[_Rule, ...] = (
    _progressive,
    _there_needs,
    _first_met,
    _no_longer,
    _that_harm,
    _let_this,
    _well_placed,
    _will,
    _such_as,
    _talks,
    _like_these,
    _that_just,
    _demanded,
    _said_bare,
    _very_much,
    _ends_phrase,
    _before_plural,
    _likely,
    _as_extreme_as,
    _as_much_as_possible,
    _right_to,
)
_TURNS = _MAY_BE_ADVERBS | {
    "needs", "no", "that", "well", "best", "will", "talks", "like", "much", "many", "as"
}  # fmt: skip
"""Words that have rules of their own; the others are asked only those of their class."""

_BY_CLASS: dict[str, tuple[_Rule, ...]] = {
    "NN": (_progressive, _let_this, _demanded),
    "JJ": (_demanded,),
    "VB": (_said_bare, _right_to),
    "VBZ": (_such_as, _ends_phrase, _before_plural),
}
