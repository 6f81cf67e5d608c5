"""Noun phrases for people: *nine soldiers*, *no one*, *a 23-year-old man*, *the mayor*.

A number opens one, unless it is known to count nobody (`helpers.casualty_traps`).
"""

from helpers.casualty_runs import run
from helpers.casualty_sentence import ONE_OF_GROUP, Item, Sentence
from helpers.casualty_traps import trap
from helpers.casualty_words import NEGATIVE_PRONOUNS, Form, is_one_person, is_person
from helpers.numerals import Numeral
from helpers.wordlists import read_set

_OF_WHOLE = read_set("of whole")
_DETERMINERS = read_set("determiners")
_MORE = read_set("more")
_NOT_ONE_PERSON = read_set("not one person")
_NTH = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"))
_HARMED = frozenset(("state", "participle", "harm", "past"))


def numeral_item(sentence: Sentence, index: int) -> Item | None:
    """The item that a number opens: people, or a number that counts none."""
    numeral = sentence.numeral_at.get(index)
    if numeral is None or index not in (numeral.first, numeral.used):
        return None
    reason = trap(sentence, numeral)
    sentence.definite = sentence.lower(index) == "the" or sentence.definite
    if numeral.kind != "count":
        reason = numeral.kind
    if reason:
        return Item("x", index, numeral.last, numeral=numeral, reason=reason)
    return _counted(sentence, index, numeral)


def _counted(sentence: Sentence, index: int, numeral: Numeral) -> Item:
    """The noun phrase that a number opens."""
    position = numeral.last
    of_whole = False
    while sentence.lower(position) in _MORE:
        position += 1
    if sentence.lower(position) == "shot" and numeral.low != 1 and position == numeral.last:
        return Item("H", index, position, numeral=numeral)  # *4 shot*, no *shots*
    if sentence.lower(position) == "of":
        if sentence.lower(position + 1) in _OF_WHOLE:
            return _part(index, position + 2, numeral)
        position += 1
        of_whole = sentence.lower(position) in _DETERMINERS
        if position in sentence.numeral_at or (position + 1 in sentence.numeral_at and of_whole):
            return _part(index, position - 1, numeral)
        if of_whole:
            position += 1
    elif position > numeral.last and not is_person(sentence.tokens, position):
        # *20 others*, not *20 other soldiers*
        return Item("N", index, position, numeral=numeral, head=position - 1)
    last, head, inner = run(sentence, position)
    forms = sentence.forms_if_any(last)
    if of_whole and forms and forms[0].form in _HARMED:
        return _part_of_harmed(index, last, forms[0], numeral)
    if head is None:
        opens = sentence.lower(numeral.last) == "of" and numeral.bound != "vague"
        of_harm = not of_whole and any(entry.form == "harm" for entry in forms)
        if opens and of_harm:  # *four of attempted murder*
            return Item("x", index, last, numeral=numeral, reason="counts: thing")
        return _without_noun(index, position, last, forms, numeral, inner)
    kind = sentence.words.things.get(sentence.lower(head))
    if kind and not is_person(sentence.tokens, head):
        return Item("x", index, last, numeral=numeral, head=head, reason=f"counts: {kind}")
    return Item("N", index, last, numeral=numeral, head=head, inner=inner)


def _part(index: int, last: int, numeral: Numeral) -> Item:
    """*two of them*, *two of the* 20."""
    return Item("N", index, last, numeral=numeral, head=last - 1, of_whole=True)


def _part_of_harmed(index: int, head: int, form: Form, numeral: Numeral) -> Item:
    """*four of the dead*, whom the dead hold; *one of the wounded* is nobody new."""
    one = numeral.low == 1
    return Item(
        "x" if one else "N",
        index,
        head + len(form.words),
        numeral=numeral,
        head=head,
        reason=ONE_OF_GROUP if one else None,
        of_whole=True,
        inner=form.effect,
    )


def _without_noun(
    index: int, position: int, last: int, forms: list[Form], numeral: Numeral, inner: str | None
) -> Item:
    """A number alone (H), or one before words that may be a noun for people (U)."""
    if forms and forms[0].form in ("harm", "lives"):
        return Item("H", index, last, numeral=numeral, inner=inner)
    if last == position:
        last = numeral.last
    if last == numeral.last:
        return Item("H", index, last, numeral=numeral, inner=inner)
    return Item("U", index, last, numeral=numeral, head=last - 1, inner=inner)


def none_item(sentence: Sentence, index: int) -> Item | None:
    """*no one*, *nobody*, *no civilians*, *no casualties*."""
    lower = sentence.lower(index)
    if lower in NEGATIVE_PRONOUNS:
        last = index + 3 if sentence.lower(index + 1) == "of" else index + 1
        counted = numeral_item(sentence, index + 2) or numeral_item(sentence, last)
        if counted and last > index + 1:
            last = counted.last
        return Item("z", index, min(last, len(sentence.tokens)))
    if lower != "no" or index + 1 >= len(sentence.tokens):
        return None
    if sentence.lower(index + 1) in ("one", "body"):
        return Item("z", index, index + 2)
    last, head, _ = run(sentence, index + 1)
    forms = sentence.forms_if_any(last)
    if forms and forms[0].form == "harm" and sentence.lower(last + 1) != "toll":
        return Item("Z", index, last + len(forms[0].words), effect=forms[0].effect)
    if head is not None and is_person(sentence.tokens, head):
        return Item("z", index, last, head=head)
    return None


def people_item(sentence: Sentence, index: int) -> Item | None:
    """A noun phrase for people without a number: *a soldier* (i), *the soldiers* (d)."""
    lower = sentence.lower(index)
    article = lower in ("a", "an", "another")
    start = index + 1 if article or sentence.letter(index) == "e" else index
    if article:
        numbered = _numbered_person(sentence, index, start, lower)
        if numbered:
            return numbered
        if sentence.lower(start) in _NTH and is_person(sentence.tokens, start + 1):
            start += 1  # *a fourth person*
        aged = sentence.numeral_at.get(start)
        if aged and aged.kind == "age":
            return _aged_person(sentence, index, aged)
    if start >= len(sentence.tokens) or start in sentence.numeral_at:
        return None
    if any(len(form.words) > 1 for form in sentence.forms(start)):
        return None
    if article:
        return _one_person(sentence, index, start)
    return _definite_people(sentence, index, start)


def _definite_people(sentence: Sentence, index: int, start: int) -> Item | None:
    """*the soldiers*, *police officers*."""
    if not is_person(sentence.tokens, start):
        return None
    last = start + 1
    while is_person(sentence.tokens, last):
        last += 1
    return Item("d", index, last, head=last - 1)


def _one_person(sentence: Sentence, index: int, start: int) -> Item | None:
    """*a soldier*, *another local man*."""
    last, head, inner = run(sentence, start)
    if head is None or not is_person(sentence.tokens, head):
        return None
    if not is_one_person(sentence.tokens, head) or sentence.lower(head) in _NOT_ONE_PERSON:
        return None
    return Item("i", index, last, head=head, inner=inner)


def _numbered_person(sentence: Sentence, index: int, start: int, article: str) -> Item | None:
    """*a fourth* (died), *a fourth victim*, *another victim*."""
    nth = sentence.lower(start) in _NTH
    if nth and _is_one_more(sentence, start):
        return Item("i", index, start + 1)
    noun = start + nth
    if (nth or article == "another") and sentence.lower(noun) == "victim":
        return Item("i", index, noun + 1, head=noun)
    return None


def _is_one_more(sentence: Sentence, start: int) -> bool:
    """*A fourth died*, *a third was hurt*: one more, not a part (*a third died of fever*)."""
    verb = sentence.lower(start + 1)
    single = verb in ("was", "has", "is", "had")
    return single or (sentence.lower(start) != "third" and verb in ("died", "drowned"))


def _aged_person(sentence: Sentence, index: int, aged: Numeral) -> Item | None:
    """*a 23-year-old*, *a 23-year-old local man*: one person."""
    if sentence.lower(aged.first).endswith("s"):
        return None
    last, head, inner = run(sentence, aged.last)
    if head is None or not is_one_person(sentence.tokens, head):
        return Item("i", index, aged.last, head=aged.first)
    return Item("i", index, last, head=head, inner=inner)
