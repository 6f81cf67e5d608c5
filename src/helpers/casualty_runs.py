"""The words between a number and the noun it counts: *nine Central African Republic soldiers*."""

from helpers.casualty_sentence import Sentence
from helpers.casualty_words import ARTICLES, QUOTES, Form, is_adverb, is_one_person, is_person
from helpers.wordlists import read_set

LONGEST_RUN = 8
"""Words between a number and the noun it counts: *nine Central African Republic army soldiers*."""

_RUN_WORDS = read_set("run words")


def run(sentence: Sentence, position: int) -> tuple[int, int | None, str | None]:
    """Words after a number up to the noun it counts: their end, the noun, an inner effect.

    The noun is the first plural noun for people, else the last noun the lists know, else none.
    """
    tokens = sentence.tokens
    start = position
    head: int | None = None
    inner: str | None = None
    pending: int | None = None  # a known noun that may only modify what follows
    while position < len(tokens) and position - start < LONGEST_RUN:
        lower = sentence.lower(position)
        if lower in QUOTES:
            position += 1
            continue
        if _is_pair(sentence, position):
            if not is_person(tokens, position + 2):
                return position + 2, position + 1, inner
            position += 1  # *40 North Korean soldiers*
        if is_person(tokens, position):
            head = pending = position
            position += 1
            if _is_plural(sentence, head) and not is_person(tokens, position):
                break
            continue
        if lower in sentence.words.things:
            if _dates(sentence, position, start):
                position -= 1
                break
            pending = position
            position += 1
            continue
        if pending is not None and lower.endswith("ed"):
            break
        if lower.endswith("-year-olds"):
            return position + 1, position, inner
        if position in sentence.inside_numeral:
            if not lower.endswith("-old"):
                break
            position += 1
            continue
        if is_adverb(lower) and opens_harm(sentence, position + 1):
            break
        forms = sentence.forms(position)
        if forms:
            after = _after_modifier(sentence, position, forms[0])
            if after is None:
                break
            if forms[0].form != "gerund":
                inner = forms[0].effect
            position = after
            continue
        if not _goes_on(sentence, position, start):
            break
        position += 1
    last, noun = _end_of(sentence, start, position, head, pending)
    return last, noun, inner


def _end_of(
    sentence: Sentence, start: int, position: int, head: int | None, pending: int | None
) -> tuple[int, int | None]:
    """Where a run that was read up to `position` ends, and its noun."""
    if pending is not None and head != pending and _modifies(sentence, pending, position):
        return position, None
    if pending is not None:
        return pending + 1, pending
    while position > start and sentence.lower(position - 1) in QUOTES:
        position -= 1
    if position - start >= LONGEST_RUN:
        position = start
    return position, None


def _after_modifier(sentence: Sentence, position: int, form: Form) -> int | None:
    """Where a casualty expression ends that modifies the noun to come: *two wounded soldiers*."""
    after = position + len(form.words)
    if after >= len(sentence.tokens):
        return None
    if form.form == "gerund":
        return after if _names_harm(sentence, after) else None
    attributive = form.form in ("state", "participle", "past")
    return after if attributive and is_person(sentence.tokens, after) else None


def _goes_on(sentence: Sentence, position: int, start: int) -> bool:
    """Whether an unknown word can stand before the noun."""
    lower = sentence.lower(position)
    if lower in ARTICLES or lower == "aboard":
        return False
    if sentence.letter(position) != "w" and lower not in _RUN_WORDS:
        return _joins_modifiers(sentence, position, start)
    return lower[0].isalnum()


def _dates(sentence: Sentence, position: int, start: int) -> bool:
    """*fell to 1,754 last year*: the noun after *last* is a time, which nothing counts."""
    timed = sentence.words.things[sentence.lower(position)] == "time" and position - 1 == start
    return timed and sentence.lower(start) == "last" and not sentence.lower(position).endswith("s")


def opens_harm(sentence: Sentence, position: int) -> bool:
    """Whether a casualty expression begins at a token."""
    return bool(sentence.forms_if_any(position))


def _names_harm(sentence: Sentence, position: int) -> bool:
    """*shooting victims*, *drowning deaths*: the participle only modifies the noun."""
    return any(form.form == "harm" for form in sentence.forms(position))


def _is_pair(sentence: Sentence, position: int) -> bool:
    """*asylum seekers*: two words that name people together."""
    pair = (sentence.lower(position), sentence.lower(position + 1))
    return pair in sentence.words.person_pairs


def _modifies(sentence: Sentence, thing: int, end: int) -> bool:
    """Whether a known thing only modifies an unknown plural noun: *two college punters*."""
    lower = sentence.lower(end - 1)
    return end - 1 > thing and lower.endswith("s") and not sentence.lower(thing).endswith("s")


def _is_plural(sentence: Sentence, head: int) -> bool:
    """Whether a noun for people stands for several."""
    return not is_one_person(sentence.tokens, head) and sentence.lower(head) != "police"


def _joins_modifiers(sentence: Sentence, position: int, start: int) -> bool:
    """*12 Iraqi and Kurdish fighters*: `and` between two adjectives, then a noun for people."""
    if sentence.lower(position) not in ("and", "or") or position == start:
        return False
    following = position + 1
    if sentence.lower(following) in ARTICLES:
        return False
    if following + 1 >= len(sentence.tokens) or following in sentence.inside_numeral:
        return False
    plain = sentence.letter(following) == "w" and not sentence.forms(following)
    return plain and is_person(sentence.tokens, following + 1)


# What follows a number


def people_follow(sentence: Sentence, position: int) -> bool:
    """Whether a number counts people, by the noun or casualty word that follows."""
    _, head, _ = run(sentence, position)
    if head is not None and is_person(sentence.tokens, head) and _is_plural(sentence, head):
        return True
    forms = sentence.forms_if_any(position)
    return bool(forms) and forms[0].form in ("harm", "state")
