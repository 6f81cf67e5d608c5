"""Attribution: which words of a sentence are a cue, whose, and what they introduce.

A table of named rules, tried in order on each reporting verb; each carries an example.
"""

from collections.abc import Callable
from typing import NamedTuple

from helpers.attribution_before import (
    inverted,
    parenthetical,
    quoted_as_saying,
    unlisted_verbs,
    unpunctuated,
)
from helpers.attribution_clauses import as_said, bare_clause, that_clause, wh_clause
from helpers.attribution_found import Found
from helpers.attribution_phrases import (
    agent,
    held_responsible,
    infinitive,
    named,
    noun_phrase,
    plea,
    prepositional,
    raised,
    seems,
)
from helpers.attribution_quotations import colon, quote_after, verb_first
from helpers.attribution_sources import according_to, bare_colon, put_at, quote_and_colon
from helpers.attribution_words import mend_words
from helpers.clauses import Sentence
from helpers.reporting import Cue, cues_of


class Rule(NamedTuple):
    """A pattern of attribution with an example; square brackets hold the content."""

    name: str
    find: Callable[[Sentence, dict[int, Cue], Cue], Found | None]
    example: str


_TRIED_FIRST = (
    Rule("parenthetical", parenthetical, '["The road is closed,"] the officer said.'),
    Rule("inverted", inverted, '["The road is closed,"] said the officer.'),
    Rule(
        "quoted as saying",
        quoted_as_saying,
        '["The road is closed,"] the paper quoted the officer as saying.',
    ),
    Rule("unpunctuated", unpunctuated, "[The road to the coast was closed] the officer said."),
)
"""Rules that find a content before its cue; where they end it, no other may reach into it."""

_TRIED_NEXT = (
    Rule("verb first", verb_first, 'Said the officer: ["The road is closed."]'),
    Rule("colon", colon, 'The officer said: ["The road is closed."]'),
    Rule("quote after", quote_after, 'The officer said, ["The road is closed."]'),
    Rule("as said", as_said, "As the officer put it, [the road is closed]."),
    Rule("that-clause", that_clause, "The officer said [that the road was closed]."),
    Rule("wh-clause", wh_clause, "The officer asked [whether the road was closed]."),
    Rule("clause", bare_clause, "The officer said [the road was closed]."),
    Rule("named", named, "The officer called [the road a trap]."),
    Rule(
        "held responsible",
        held_responsible,
        "The officer held [drivers responsible for the delay].",
    ),
    Rule("plea", plea, "The officer pleaded [not guilty to the charge]."),
    Rule("infinitive", infinitive, "The officer promised [to close the road]."),
    Rule("preposition", prepositional, "The officer warned of [a flood on the road]."),
    Rule("noun phrase", noun_phrase, "The officer urged [drivers to turn back]."),
    Rule("raised", raised, "[The road] is expected [to be closed]."),
    Rule("agent", agent, "[The plan] was criticised by farmers."),
    Rule("seems", seems, "[The road] seems [to be closed]."),
)

RULES = (*_TRIED_FIRST, *_TRIED_NEXT)
"""Rules on a reporting verb, in the order they are tried; the first that fits counts."""

EXAMPLES_OF_OTHER_RULES = {
    "according to": "According to the officer, [the road is closed].",
    "put at": "Police put [the damage at 40 million].",
    "bare colon": 'The officer had one message: ["The road is closed."]',
    "unlisted verb": '["The road is closed,"] grinned the officer.',
    "signed": '["The road is closed."] — Ann Diaz, officer',
    "label": "POLICE: [The road is closed.]",
}
"""Rules that start from something else than a reporting verb, by what `Found.rule` calls them."""


def find_in_sentence(sentence: Sentence, *, attitudes: bool) -> list[Found]:
    """Statements of one sentence."""
    mend_words(sentence)
    cues = cues_of(sentence, attitudes=attitudes)
    found = []
    if sentence.quotes(0, len(sentence.words)):
        found += unlisted_verbs(sentence, cues)
    found += according_to(sentence)
    found += put_at(sentence)
    left: list[Cue] = []
    for cue in cues.values():
        statement = _first_found(_TRIED_FIRST, sentence, cues, cue)
        if statement is None:
            left.append(cue)
        else:
            found.append(statement)
    if not cues or not found:
        found += bare_colon(sentence, cues) or quote_and_colon(sentence)
    # What precedes an attribution at the end of a sentence does not reach into it.
    sentence.barriers = frozenset(statement.pieces[0][1] for statement in found)
    for cue in left:
        if _having_said_that(sentence, cue):
            continue
        statement = _first_found(_TRIED_NEXT, sentence, cues, cue)
        if statement is not None:
            found.append(statement)
    found = [_without_own_words(sentence, statement) for statement in found]
    if len(found) < 2:
        return found
    if any(statement.rule == "inverted" for statement in found):
        found = [_of_who_spoke(sentence, statement, found) for statement in found]
    found = [statement for statement in found if _stands_for_itself(sentence, statement, found)]
    return [statement for statement in found if not _said_again(statement, found)]


def _first_found(
    rules: tuple[Rule, ...], sentence: Sentence, cues: dict[int, Cue], cue: Cue
) -> Found | None:
    """What the first rule that fits finds on a reporting verb."""
    for rule in rules:
        statement = rule.find(sentence, cues, cue)
        if statement is not None:
            return statement
    return None


def _said_again(statement: Found, found: list[Found]) -> bool:
    """Whether an unlisted verb gives the same words to the same speaker as a reporting verb."""
    return statement.rule == "unlisted verb" and any(
        other.rule != statement.rule
        and other.pieces[:1] == statement.pieces[:1]
        and other.speaker == statement.speaker
        for other in found
    )


def _having_said_that(sentence: Sentence, cue: Cue) -> bool:
    """Whether *Having said that, …* only leads over to what comes next."""
    return sentence.lowers[cue.group.first] == "having" and sentence.lowers[
        cue.after : cue.after + 2
    ] == ["that", ","]


def _without_own_words(sentence: Sentence, statement: Found) -> Found:
    """A statement without its speaker if that stands inside it: *Denied Lee was there* names none.

    The subject of a verb that stands first is looked for behind it, where the content is. A pronoun
    there mostly means the speaker (*adding that he had left*). After a comma the content may be
    over, although no rule saw it: *Insisting it was late, Lee left*.
    """
    if statement.speaker is None:
        return statement
    first, last = statement.speaker
    if statement.pieces and (last <= statement.pieces[0][0] or first >= statement.pieces[-1][1]):
        return statement
    inside = any(
        start < last and first < end and "," not in sentence.lowers[start:first]
        for start, end in statement.pieces
    )
    if not inside or sentence.lowers[first:last] in (["he"], ["she"], ["they"]):
        return statement
    if first < statement.cue[0] < last:  # "three in ten said they" were late
        return statement._replace(speaker=(first, statement.cue[0]))
    return statement._replace(speaker=None)


def _of_who_spoke(sentence: Sentence, statement: Found, found: list[Found]) -> Found:
    """A statement of *…, noting …* right after *…," said X*: X's, whoever opens the sentence."""
    first = statement.cue[0]
    if sentence.tags[first] != "VBG" or sentence.lowers[first - 1] != ",":
        return statement
    for other in found:
        if other.rule == "inverted" and other.speaker and other.cue[0] < first:
            told = sentence.lowers[other.speaker[1] : first - 1]
            if "," not in told or told[:2] == [",", "who"]:
                return statement._replace(speaker=other.speaker)
    return statement


_QUOTING = frozenset(
    {
        "bare colon",
        "verb first",
        "parenthetical",
        "inverted",
        "quote after",
        "colon",
        "unlisted verb",
    }
)


def _stands_for_itself(sentence: Sentence, statement: Found, found: list[Found]) -> bool:
    """Whether a statement counts although its cue may lie in what somebody else says.

    Inside another content only a quotation counts, *said that …*, and the main clause of what an
    attribution at the end frames: *[X said it was late], Y said*.
    """
    around = [
        other
        for other in found
        if other is not statement
        and any(first <= statement.cue[0] < last for first, last in other.pieces)
        and other.cue != statement.cue
    ]
    if not around or statement.rule in _QUOTING:
        return True
    if statement.kind != "speech" or statement.speaker is None:
        return False
    if sentence.tags[statement.speaker[1] - 1] == "PRP":
        return False
    if statement.rule == "that-clause":
        return True
    return statement.rule == "clause" and any(
        other.rule in ("parenthetical", "inverted") and other.pieces[0][0] == statement.speaker[0]
        for other in around
    )
