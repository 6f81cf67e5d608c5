"""Rules that tie a number to a casualty word within one sentence.

A number is read once, by the first named rule that fits; a number that is not tied to a casualty
word is set aside with the reason, so that none vanishes.
"""

import re
from functools import cache
from typing import NamedTuple

from helpers.casualty_context import is_sports
from helpers.casualty_fit import fits
from helpers.casualty_items import items_of
from helpers.casualty_lists import read_alternatives, read_compared, read_lists
from helpers.casualty_outcomes import (
    mark_died_of_it,
    read_attributive,
    read_none_hurt,
    read_searched_for,
    read_treated,
)
from helpers.casualty_parts import mark_states, read_parts, read_sums
from helpers.casualty_reading import Reading
from helpers.casualty_recounts import count_anew, read_gapped
from helpers.casualty_tolls import mark_differences, name_tolls
from helpers.numerals import Token
from helpers.wordlists import read_rows

_MACROS = {
    "n": "(?P<n>[NUHiz])",
    # What may stand between a subject and its verb: insertions, phrases, a relative clause.
    # Possessive (`++`): a piece never gives back letters, so no sentence makes a rule try again.
    "skip": (
        "(?:,[^,.;:YVDKGSc]{1,14}+(?=,)"  # an insertion between commas
        "|,I[^.;:,YVDKS]{1,8}+"  # one that begins with *including* may lack the second comma
        "|,(?=[YDbhjme])"  # the comma that closes it
        "|[PO][^.,;:YVDKGSRbhAcps]{1,7}+"  # a phrase
        "|[weh]{1,3}+|Ad(?=[YDb])"
        "|R[^.,;:YVDKScsNUHi]{0,8}+|R[YDVK][^.,;:YVDKGSbhs]{0,6}+"  # a relative clause
        "|\\([^()]{1,12}+\\)"
        "|I[^.;:,YVDKS]{1,8}+){0,6}?"
    ),
    "phrase": "(?:[PO][^.,;:YVDGKSRbhAcs]{1,6}){1,3}?",
    "bare": "(?=$|[P,.;:)(ARcIOhbjesY]|[NUH][PAe]{0,3}[KST])",
    "named": "(?:[wdieO]{1,14}+(?:,[wdieO]{1,9}+){0,5}(?:,|,?A)|N,?A)",
    "closed": "(?=$|[,.;:)(PAIORc]|wP)",
    "to": "P",
    "upto": "[^.;tYVDNUHS]{0,30}?",
}


class Rule(NamedTuple):
    """A pattern over item letters that ties a number to a casualty word."""

    name: str
    pattern: re.Pattern[str]
    example: str
    reads: str


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are tried (``data/casualty_rules.csv``)."""
    made = []
    for row in read_rows("casualty_rules.csv"):
        pattern = row["pattern"]
        for name, macro in _MACROS.items():
            pattern = pattern.replace("{" + name + "}", macro)
        made.append(Rule(row["rule"], re.compile(pattern), row["example"], row["reads"]))
    return tuple(made)


def read_sentence(tokens: list[Token], *, harm: bool = True) -> Reading:
    """Read the casualty figures of one sentence; without `harm` it has no casualty word."""
    items, numerals = items_of(tokens)
    letters = "".join(item.letter for item in items)
    reading = Reading(tokens, items, letters, numerals, frozenset(token.lower for token in tokens))
    for index, item in enumerate(items):
        if item.numeral and item.reason:
            reading.aside[index] = item.reason
    if not harm:
        return reading
    reading.sports = is_sports(reading.words)
    for rule in rules():
        _apply(rule, reading)
    read_attributive(reading)
    read_none_hurt(reading)
    read_sums(reading)
    read_lists(reading)
    read_compared(reading)
    read_alternatives(reading)
    read_parts(reading)
    mark_states(reading)
    mark_differences(reading)
    mark_died_of_it(reading)
    count_anew(reading)
    read_gapped(reading)
    read_treated(reading)
    read_searched_for(reading)
    name_tolls(reading)
    return reading


_AMONG = frozenset(("among", "amongst"))


def _apply(rule: Rule, reading: Reading) -> None:
    """Tie every number to a casualty word that a rule ties to one, if the words bear it out."""
    position = 0
    while match := rule.pattern.search(reading.letters, position):
        position = match.start() + 1
        index = match.start("n")
        if index in reading.mentions:
            continue
        groups = match.groupdict()
        name = next((group for group in ("how", "verb", "c", "k") if groups.get(group)), None)
        if name is None and groups.get("host"):
            _apply_among(rule, reading, index, match.start("host"))
            continue
        cause, effect = None, "killed"
        if name is not None:
            cause = match.start(name)
            effect = reading.items[cause].effect or _effect_so_far(reading)
        if fits(reading, rule.name, index, cause):
            reading.add(index, cause, effect, rule.name)


def _apply_among(rule: Rule, reading: Reading, index: int, whole: int) -> None:
    """*12 children among 30 dead*: a number that is a part of a figure read before."""
    host = reading.mentions.get(whole)
    if host is None:
        return
    if rule.name == "N among M" and _AMONG.isdisjoint(reading.between(index, whole)):
        return
    reading.add(index, host.cause, host.effect, rule.name, host.index)


def _effect_so_far(reading: Reading) -> str:
    """Effect of the first claim of a sentence: what a running total goes on counting."""
    first = min(reading.mentions, default=None)
    return "killed" if first is None else reading.mentions[first].effect
