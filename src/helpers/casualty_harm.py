"""Verb groups and nouns of harm: *may have been killed*, *wounded*, *deaths*, *the death toll*."""

from functools import cache

from helpers.casualty_runs import opens_harm
from helpers.casualty_sentence import Item, Sentence
from helpers.casualty_words import (
    COUNTS,
    DEADLY,
    QUOTES,
    STRIKING,
    Form,
    is_adverb,
    is_person,
    lexicon,
)
from helpers.wordlists import read_set

_LONGEST_GROUP = 9
_RAISING = read_set("raising")
_MID_ADVERBS = read_set("mid adverbs")
_NOUN_OR_VERB = read_set("noun or verb")
_NOUN_FOLLOWS = read_set("noun follows")
_DETERMINERS = read_set("determiners")
_UNREAL_PERFECT = frozenset(("would", "could", "should", "will"))
_REALISED = read_set("realised")
_HARM_MODIFIES = read_set("harm modifies")
_TOTAL_REACHES = read_set("total reaches")
_BRINGING = read_set("bringing")
_PASSIVE = frozenset(("b", "been", "being"))
_PAST = frozenset(("past", "participle"))
_NOUN_LETTERS = {"harm": "T", "state": "S", "toll": "t", "lives": "l", "gerund": "T"}


def verb_group(sentence: Sentence, index: int) -> Item | None:
    """Auxiliaries, negation, adverbs and the casualty verb they end on."""
    position = index
    seen: list[str] = []
    while position < len(sentence.tokens) and position - index < _LONGEST_GROUP:
        if position > index or sentence.letter(position) not in "bhmo":
            verb = _verb_form(sentence, position, seen)
            if verb:
                return _resolved(sentence, index, position, verb, seen)
        lower, letter = sentence.lower(position), sentence.letter(position)
        if seen and lower in QUOTES:  # *were "neutralised"*
            position += 1
            continue
        if lower.endswith("n't"):
            seen += [sentence.words.letters.get(lower[:-3], "o"), "n"]
        elif letter in "bhmon":
            seen.append(letter if lower not in ("been", "being") else lower)
        elif lower == "to" and (not seen or "j" in seen or seen[-1] in "bhmo"):
            seen.append("to")
        elif seen and (letter in "js" or (lower in _RAISING and seen[-1] == "b")):
            seen.append("j")
        elif seen and letter == "e" and lower in _MID_ADVERBS:
            seen.append(letter)
        elif (seen and (is_adverb(lower) or lower in _MID_ADVERBS)) or (
            lower in DEADLY and opens_harm(sentence, position + 1)
        ):
            seen.append("e")
        else:
            return None
        position += 1
    return None


def _verb_form(sentence: Sentence, position: int, seen: list[str]) -> Form | None:
    """The form of a casualty verb that a word is, after the words of its group seen so far."""
    readings = [form for form in sentence.forms(position) if form.voice]
    if not readings:
        return None
    names = {form.form: form for form in readings}
    after = position + len(readings[0].words)
    if readings[0].lemma in STRIKING and not _strikes_people(
        sentence, position, after, seen, past=not _PAST.isdisjoint(names)
    ):
        return None
    previous = sentence.lower(position - 1)
    if "gerund" in names:
        noun = sentence.lower(after) == "of" or (
            _after_determiner(sentence, position) and previous != "of"
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
    harm = any(form.form == "harm" for form in sentence.forms(position))
    if _after_determiner(sentence, position) or (harm and after not in sentence.numeral_at):
        return None
    return names.get("third")


def _strikes_people(
    sentence: Sentence, position: int, after: int, seen: list[str], *, past: bool
) -> bool:
    """Whether *hit* or *struck* is said of people: *hit 12 people*, *12 were hit*, *12 hit*."""
    if after in sentence.numeral_at or _is_passive(seen):
        return True
    before = position - 1
    counted = before in sentence.inside_numeral or (
        before >= 0 and is_person(sentence.tokens, before)
    )
    return past and counted


def _after_determiner(sentence: Sentence, position: int) -> bool:
    previous = sentence.lower(position - 1)
    return previous in _DETERMINERS or previous in _NOUN_FOLLOWS or previous.endswith(("'s", "s'"))


def _is_passive(seen: list[str]) -> bool:
    return not _PASSIVE.isdisjoint(seen)


def _resolved(sentence: Sentence, index: int, position: int, verb: Form, seen: list[str]) -> Item:
    """The item of a verb group from `index` on whose casualty verb stands at `position`."""
    last = position + len(verb.words)
    deadly = not DEADLY.isdisjoint(sentence.lowers[index : last + 1])
    return Item(
        _verb_letter(verb, seen),
        index,
        last,
        effect="killed" if deadly else verb.effect,
        force=verb.force,
        negated="n" in seen,
        unreal=_is_unreal(sentence, index, verb, seen),
        verb=verb.lemma,
    )


def _verb_letter(verb: Form, seen: list[str]) -> str:
    """Letter of a verb group: Y passive, V active, G gerund, K participle alone, D died."""
    if "h" in seen and "to" in seen:  # *is thought to have killed* is active
        passive = _is_passive(seen[len(seen) - seen[::-1].index("to") :])
    else:
        passive = _is_passive(seen)
    letter = "V"
    participle = verb.form in _PAST
    if verb.voice == "intransitive":
        letter = "D"
    elif verb.form == "gerund":
        letter = "V" if passive else "G"
    elif participle and passive:
        letter = "Y"
    elif participle and "h" in seen:
        letter = "V"
    elif participle:
        letter = "K" if verb.form == "participle" or not _is_distinct(verb) else "V"
    return "D" if verb.voice == "both" and letter in "VK" else letter


@cache
def _is_distinct(verb: Form) -> bool:
    """Whether past and participle differ, so that the past alone is active (*slew*, *slain*)."""
    forms = lexicon().forms.get(verb.words[0], [])
    names = {form.form for form in forms if form.lemma == verb.lemma and form.words == verb.words}
    return "participle" not in names


def _is_unreal(sentence: Sentence, index: int, verb: Form, seen: list[str]) -> bool:
    """Whether a verb group tells what may or is to happen: *could be killed*, *to kill*."""
    perfect = "h" in seen
    if verb.form == "base" and sentence.lower(index - 1) == "to":
        return not _is_realised(sentence, index - 1)
    if "m" in seen:
        if perfect:
            return sentence.lower(index) in _UNREAL_PERFECT and not sentence.definite
        return True
    if "to" in seen and not (perfect or "j" in seen):
        return not _is_realised(sentence, index)
    return False


def _is_realised(sentence: Sentence, to: int) -> bool:
    """*managed to kill*, *caused her to kill*: an infinitive that says what happened."""
    return any(sentence.lower(place) in _REALISED for place in range(to - 4, to))


# Nouns


def noun_of_harm(sentence: Sentence, index: int) -> Item | None:
    """*deaths*, *dead*, *the death toll*, *lives*: a noun or adjective of harm, or a toll."""
    if sentence.lower(index) in COUNTS:
        return _number_of(sentence, index) or _running_total(sentence, index)
    forms = sentence.forms(index)
    for form in sorted(forms, key=_nouns_first) if len(forms) > 1 else forms:
        letter = _NOUN_LETTERS.get(form.form)
        if form.form == "base" and form.words[0] in _NOUN_OR_VERB:
            letter = "T"
        if letter:
            last = index + len(form.words)
            if letter == "T" and sentence.lower(last) in ("toll", "count"):
                return Item("t", index, last + 1, effect=form.effect)
            if letter == "T" and sentence.lower(last) in _HARM_MODIFIES:
                continue
            return Item(letter, index, last, effect=form.effect, force=form.force)
    return None


def _nouns_first(form: Form) -> bool:
    return form.form != "harm"


def _running_total(sentence: Sentence, index: int) -> Item | None:
    """*bringing the city's total to*: a toll of what the sentence has spoken of."""
    before = sentence.lowers[max(0, index - 5) : index]
    if sentence.lower(index + 1) in _TOTAL_REACHES and not _BRINGING.isdisjoint(before):
        return Item("t", index, index + 1)
    return None


def _number_of(sentence: Sentence, index: int) -> Item | None:
    """*the number of people killed*, *total deaths*: works like *death toll*."""
    position = index + 1
    while position < len(sentence.tokens) and position - index < 7:
        if position in sentence.inside_numeral:
            return None
        forms = sentence.forms(position)
        if forms and forms[0].form in ("harm", "state", "participle", "past"):
            last = position + len(forms[0].words)
            return Item("t", index, last, effect=forms[0].effect)
        allowed = sentence.letter(position) in "OebhRj" or is_person(sentence.tokens, position)
        if not allowed and sentence.letter(position) != "w":
            return None
        position += 1
    return None
