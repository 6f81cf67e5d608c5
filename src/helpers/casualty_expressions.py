"""Casualty expressions in a sentence: *killed*, *opened fire on*, *taken to three area hospitals*.

What begins at a word is the longest one that the word lists have, else a phrase on the way to
hospital or to a wound.
"""

from functools import lru_cache

from helpers.casualty_words import HOSPITALS, SUFFERED, TO_HOSPITAL, Form, lexicon
from helpers.numerals import Token, counts
from helpers.wordlists import read_set

_HARMS = read_set("harms")
_REACH = 8
_STOPS_PHRASE = read_set("stops phrase") | frozenset(",.:;")
_NO_FORMS: list[Form] = []


def casualty_forms(tokens: list[Token], index: int) -> list[Form]:
    """All readings of the longest casualty expression that begins at token `index`."""
    lower = tokens[index].lower
    entries = lexicon().forms.get(lower, _NO_FORMS)
    followers = _followers(lower) if entries else frozenset()
    # Phrases begin with such words as *in*: the next word tells that most of these begin none.
    if followers is not None and (
        index + 1 >= len(tokens) or tokens[index + 1].lower not in followers
    ):
        return _phrase_forms(tokens, index)
    longest = 0
    found: list[Form] = []
    for entry in entries:
        length = len(entry.words)
        if length < longest:
            break
        if length == 1 or _says(tokens, index, entry.words):
            longest = length
            found.append(entry)
    return found or _phrase_forms(tokens, index)


@lru_cache(maxsize=1 << 12)
def _followers(first: str) -> frozenset[str] | None:
    """Second words of the casualty expressions with this first word; None if it may be all."""
    runs = [entry.words for entry in lexicon().forms[first]]
    return None if (first,) in runs else frozenset(words[1] for words in runs)


def _says(tokens: list[Token], index: int, words: tuple[str, ...]) -> bool:
    if index + len(words) > len(tokens):
        return False
    for step in range(1, len(words)):  # noqa: SIM110 - a generator would cost twice as much
        if tokens[index + step].lower != words[step]:
            return False
    return True


def _phrase_forms(tokens: list[Token], index: int) -> list[Form]:
    """*taken to three area hospitals*, *treated for minor burns*, *suffered serious injuries*."""
    lower = tokens[index].lower
    if lower in SUFFERED:
        goal, form, voice, force = _HARMS, "past", "intransitive", "strong"
    elif lower == "treated":
        goal, form, voice, force = _HARMS | HOSPITALS, "participle", "transitive", "strong"
    elif lower in TO_HOSPITAL:
        goal, form, voice, force = HOSPITALS, "participle", "transitive", "weak"
    else:
        return []
    words: list[str] = []
    for token in tokens[index : index + _REACH]:
        if token.lower in _STOPS_PHRASE:
            return []
        words.append(token.lower)
        if token.lower in goal:
            between = "to" if lower in TO_HOSPITAL else "for"
            split = len(words) > 1 and bool(counts(words[1]))
            if (split or between == "to") and between not in words:
                return []
            if split and voice != "transitive":
                return []
            if split:  # *sent four people to hospital*, *treated 64 for injuries*
                return [Form((lower,), "past", "wounded", voice, "strong", lower)]
            return [Form(tuple(words), form, "wounded", voice, force, "hospitalise")]
    return []
