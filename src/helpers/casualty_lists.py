"""Numbers that share a casualty word: lists, *up from 49*, *possibly 20*, *not 14 as reported*."""

import re

from helpers.casualty_reading import Mention, Reading
from helpers.casualty_sentence import Item
from helpers.casualty_ties import has_own_verb, is_only_possible, is_rate
from helpers.casualty_tolls import TOLL_RULES
from helpers.wordlists import read_set

_BACK = re.compile(r"(?P<n>[NUHi])(?:[PO][^.,;:YVDKGSRbhAcs]{1,6}){0,2},?(?:A|,)e{0,2}$")
_OPENS_OF = re.compile(r"(?:^|[.,;:(])A?Oe?$")
_LEFTWARD = frozenset(
    ("passive", "bare state", "were dead", "who died", "bare participle", "deaths", "N among M",
     "bare participle after a phrase", "are among the dead", "counted as")
)  # fmt: skip


def read_lists(reading: Reading) -> None:
    """Numbers that share a casualty word: *9 soldiers and 3 rebels were killed*."""
    for index in sorted(reading.mentions, reverse=True):
        _list_before(reading, reading.mentions[index])
    queue = sorted(reading.mentions)
    while queue:
        mention = reading.mentions[queue.pop(0)]
        if mention.negated:
            continue
        after = _next_in_list(reading, mention)
        if after is not None and not is_rate(reading, after):
            reading.add(after, mention.cause, mention.effect, "list after")
            if after in reading.mentions:
                reading.mentions[after].subset = mention.subset
                reading.mentions[after].host = mention.host
                queue.append(after)


def _list_before(reading: Reading, mention: Mention) -> None:
    """*9 soldiers, 3 rebels and a child were killed*: those before the one that has the verb."""
    rule, host = mention.rule, mention.host
    while rule in _LEFTWARD and not mention.item.of_whole:
        match = _BACK.search(reading.letters, max(0, mention.index - 24), mention.index)
        if not match or match.start("n") in reading.mentions:
            return
        before = match.start("n")
        if reading.items[before].reason or has_own_verb(reading.letters, before):
            return
        if _OPENS_OF.search(reading.letters, 0, before):
            return  # *Of the 230 people on board, 31 died*
        reading.add(before, mention.cause, mention.effect, "list before")
        mention = reading.mentions[before]
        if host is not None:
            mention.subset, mention.host = True, host


_FORWARD = re.compile(r"(?:[PO][^.,;:YVDKGSRbhAcs]{1,6}){0,2}(?:,?Ae{0,2}|,e?)(?P<n>[NUHi])")
_ELLIPSIS = re.compile(
    r"(?:[PO][^.,;:YVDKGSRbhAcs]{1,6}){1,3}(?:,?Ae{0,2}(?P<n>[NUHi])(?=P|$|[.,;])|,e?(?P<m>H)(?=P))"
)
_FROM = re.compile(
    r"(?:P[^.,;:YVDKGSRbhAcs]{1,5}|[wex]{1,3}P?)??,?[we]?P(?P<n>[HNU])"  # 290 *a year earlier* to
)
_CLOSED = re.compile(r"$|[,.;:)(PAIORc]|wP")
_RIGHTWARD = frozenset(
    ("active", "named and counted", "killings of", "injuries to", "list after", "toll",
     "deaths of others", "people lost", "among the dead are", "along with")
)  # fmt: skip


def _next_in_list(reading: Reading, mention: Mention) -> int | None:
    """The number after one that has the same casualty word."""
    if mention.rule in TOLL_RULES:
        found = _after_preposition(reading, mention.index + 1)
        if found is not None and reading.before(found) in ("from", "to"):
            return found
    elif reading.before(mention.index) == "from":
        found = _after_preposition(reading, max(mention.index, mention.cause or 0) + 1)
        if found is not None:
            return found if reading.before(found) == "to" else None
    if mention.rule in _RIGHTWARD:
        return _listed_after(reading, mention)
    if mention.cause is not None and mention.cause > mention.index:
        return _elliptical(reading, mention.cause)
    return None


def _after_preposition(reading: Reading, start: int) -> int | None:
    """*from 10 to 12*: a number after a preposition that has no casualty word yet."""
    match = _FROM.match(reading.letters, start)
    return match.start("n") if match and match.start("n") not in reading.mentions else None


def _listed_after(reading: Reading, mention: Mention) -> int | None:
    """*killed 9 soldiers and 3 rebels*."""
    match = _FORWARD.match(reading.letters, mention.index + 1)
    if match is None or match.start("n") in reading.mentions:
        return None
    found = match.start("n")
    if _CLOSED.match(reading.letters, found + 1):
        return found
    followed = mention.rule == "killings of" and reading.letters[found + 1] == "b"
    return found if followed else None


def _elliptical(reading: Reading, cause: int) -> int | None:
    """*Nine were killed in Lund and 3 in Ystad*."""
    match = _ELLIPSIS.match(reading.letters, cause + 1)
    if match is None:
        return None
    found = max(match.start("n"), match.start("m"))
    free = found not in reading.mentions and reading.items[found].letter in "HN"
    return found if free else None


_UP_FROM = re.compile(
    r"(?:[PO][^.,;:YVDKGSRbhAcsNUH]{1,6}){0,2}[,(]?(?:w|w{1,2}O)(?P<share>x?)P(?P<n>[HNU])"
)
_DIFFERENCE = read_set("difference")


def read_compared(reading: Reading) -> None:
    """*58 deaths, up from 49 a year earlier*, *down 20% from 72*: what it is compared with."""
    for index, mention in sorted(reading.mentions.items()):
        start = max(index, mention.cause or 0) + 1
        match = _UP_FROM.match(reading.letters, start)
        if match is None or match.start("n") in reading.mentions or mention.negated:
            continue
        found = match.start("n")
        if reading.before(found) != "from":
            continue
        before = reading.items[found].first - 2
        share = reading.items[match.start("share")] if match["share"] else None
        if share is not None:
            if share.reason not in ("share", "counts: share"):
                continue
            before = share.first - 1
        of_it = share is not None and reading.lower(before) == "of"
        if reading.lower(before) in ("up", "down") or (
            of_it and reading.lower(before - 1) in _DIFFERENCE
        ):
            reading.add(found, mention.cause, mention.effect, COMPARED_WITH)


COMPARED_WITH = "up from"
"""The rule of a figure that another one is compared with, as that of another time."""

_COULD_BE = re.compile(r",?Ame?b(?P<n>[HN])")
_POSSIBLY = re.compile(
    r"(?:[PO][^.,;:YVDKGSRbhAcsNUH]{1,6}){0,2},?[An]?(?P<n>[HNU])(?=[,.;:)P]|A?$)"
)


def read_alternatives(reading: Reading) -> None:
    """*at least 12 were killed and possibly 20*, *12 were killed, not 14 as first reported*."""
    for index, mention in sorted(reading.mentions.items()):
        if mention.negated or mention.item.numeral is None:
            continue
        for start in sorted({index + 1, max(index, mention.cause or 0) + 1}):
            could_be = _COULD_BE.match(reading.letters, start) if mention.rule == "toll" else None
            match = could_be or _POSSIBLY.match(reading.letters, start)
            found = match.start("n") if match else None
            if found is None or found in reading.mentions:
                continue
            if could_be or is_only_possible(reading, reading.items[found]):
                reading.add(found, mention.cause, mention.effect, "and possibly")
            elif _is_first_reported(reading, reading.items[found]):
                reading.add(found, mention.cause, mention.effect, "not as reported")


def _is_first_reported(reading: Reading, item: Item) -> bool:
    """*twelve were killed, not 14 as first reported*."""
    after = reading.lowers(item.last, item.last + 4)
    return reading.lower(item.first - 1) == "not" and "as" in after
