"""Rules that tie a number to a casualty word within one sentence.

A number is read once, by the first named rule that fits; a number that is not tied to a casualty
word is set aside with the reason, so that none vanishes.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from helpers.casualty_items import STRIKING, Item, is_may, items_of, lexicon
from helpers.numerals import Numeral, Token, counts
from helpers.wordlists import listed, read_rows, read_set

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


@dataclass(slots=True)
class Mention:
    """A number tied to a casualty word in one sentence."""

    item: Item
    index: int  # of the item
    cause: int | None  # index of the casualty word's item
    effect: str
    rule: str
    subset: bool = False
    host: int | None = None  # index of the item it is a part of
    negated: bool = False
    partial: bool = False  # whether it speaks of some of a group: *four of the dead*


@dataclass(slots=True)
class Reading:
    """All that is read from one sentence."""

    tokens: list[Token]
    items: list[Item]
    letters: str
    numerals: list[Numeral]
    words: frozenset[str]  # in small letters
    mentions: dict[int, Mention] = field(default_factory=dict)
    sports: bool = False  # whether it is sports news
    aside: dict[int, str] = field(default_factory=dict)
    caused: set[int] = field(default_factory=set)  # casualty words that have a figure


def read_sentence(tokens: list[Token], *, harm: bool = True) -> Reading:
    """Read the casualty figures of one sentence; without `harm` it has no casualty word."""
    items, numerals = items_of(tokens)
    letters = "".join(item.letter for item in items)
    reading = Reading(tokens, items, letters, numerals, frozenset(token.lower for token in tokens))
    _trap_items(reading)
    if not harm:
        return reading
    reading.sports = _in_sports(reading)
    for rule in rules():
        _apply(rule, reading)
    _attributive(reading)
    _none_hurt(reading)
    _broken_down(reading)
    _lists(reading)
    _up_from(reading)
    _possibly(reading)
    _parts(reading)
    _in_a_state(reading)
    _differences(reading)
    _died_of_it(reading)
    _counted_anew(reading)
    _gapped(reading)
    _being_treated(reading)
    _searched_for(reading)
    _name_tolls(reading)
    return reading


def _lower(reading: Reading, token: int) -> str:
    return reading.tokens[token].lower if 0 <= token < len(reading.tokens) else ""


def _trap_items(reading: Reading) -> None:
    """Block numbers which a neighbour shows to count no people: rates, shares."""
    for index, item in enumerate(reading.items):
        if item.numeral and item.reason:
            reading.aside[index] = item.reason


def _apply(rule: Rule, reading: Reading) -> None:
    position = 0
    while match := rule.pattern.search(reading.letters, position):
        position = match.start() + 1
        groups = match.groupdict()
        index = match.start("n")
        if index in reading.mentions:
            continue
        name = next((group for group in ("how", "verb", "c", "k") if groups.get(group)), None)
        if name:
            cause = match.start(name)
            effect = reading.items[cause].effect or _effect_so_far(reading)
        elif groups.get("host"):
            host = reading.mentions.get(match.start("host"))
            joins = {token.lower for token in _between(reading, index, match.start("host"))}
            if not host or (rule.name == "N among M" and _AMONG.isdisjoint(joins)):
                continue
            _add(reading, index, host.cause, host.effect, rule.name, host.index)
            continue
        else:
            cause, effect = None, "killed"
        if not _fits(reading, rule, index, cause):
            continue
        _add(reading, index, cause, effect or "casualties", rule.name)


_DIED_AFTER = re.compile(r"(?:[PO][^.,;:YVDKGSRbhAcsNUHi]{1,7}+)?[we]{0,2}(?P<c>[DY])")


def _died_of_it(reading: Reading) -> None:
    """The wounded who are said to be dead are counted as killed.

    *Three of the five wounded died*, *the two shot in the raid also died*, *killed nine people who
    had been hurt*.
    """
    letters, items = reading.letters, reading.items
    wholes = {part.host for part in reading.mentions.values() if part.rule == "of them"}
    for index, mention in reading.mentions.items():
        if mention.effect != "wounded" or mention.negated:
            continue
        cause = None
        if mention.rule == "relative":
            before = index - 1
            cause = before if before >= 0 and letters[before] in "VGK" else None
        elif mention.rule.startswith("bare participle") and index not in wholes:
            cause = _dies_after(letters, mention.cause + 1)
        elif mention.rule == "of them" and mention.host is not None:
            whole = reading.mentions[mention.host]
            cause = _dies_after(letters, max(whole.index, whole.cause or 0) + 1)
        if cause is None or items[cause].effect != "killed":
            continue
        if not (items[cause].unreal or items[cause].negated or cause in reading.caused):
            mention.effect, mention.cause = "killed", cause


def _dies_after(letters: str, start: int) -> int | None:
    """The casualty verb that follows a participle and its phrase."""
    match = _DIED_AFTER.match(letters, start)
    return match.start("c") if match else None


_AMONG = frozenset(("among", "amongst"))


def _between(reading: Reading, before: int, after: int) -> list[Token]:
    """Tokens that stand between two items."""
    return reading.tokens[reading.items[before].last : reading.items[after].first]


def _effect_so_far(reading: Reading) -> str:
    """Effect of the first claim of a sentence: what a running total goes on counting."""
    first = min(reading.mentions, default=None)
    return "killed" if first is None else reading.mentions[first].effect


_DEGREES = read_set("degrees")
_OPENS_NOUN = read_set("opens noun")
_COMPANY = frozenset(("along", "together", "alongside"))
_WEAK_ACTIVE = frozenset(("active", "named and counted"))
_SUBJECT_FIRST = frozenset(("passive", "who died", "were dead", "bare participle after a phrase"))
_ONE_SUBJECT = _SUBJECT_FIRST | {"bare participle"}
_NEEDS_TO = read_set("needs to")
_TOLL_BEFORE = read_set("toll before") | read_set("ranging")
_FALLEN = read_set("falling tolls")
_RISEN = read_set("risen") | _FALLEN
_PASSING = read_set("passing a figure")
_OPEN_AFTER = read_set("open after")


_SHOT_AT = read_set("shot at")
_BEFORE_OTHERS = read_set("before others")


def _fits(reading: Reading, rule: Rule, index: int, cause: int | None) -> bool:
    """Whether the words behind the letters bear the match out."""
    item = reading.items[index]
    letter = item.letter
    word = reading.items[cause] if cause is not None else None
    if word and (word.unreal or _unreal_before(reading, min(index, cause), cause)):
        reading.aside.setdefault(index, "plan, threat or forecast")
        return False
    if _will_take(reading, index) or (word and _not_yet(reading, index, cause)):
        reading.aside.setdefault(index, "plan, threat or forecast")
        return False
    if word and _only_nearly(reading, word):
        reading.aside.setdefault(index, "did not happen")
        return False
    if (word and word.negated and letter != "z") or _denied(reading, index):
        reading.aside.setdefault(index, "denied")
        return False
    if _per(reading, index):
        reading.aside.setdefault(index, "rate")
        return False
    if word and _in_story(reading, word):
        reading.aside.setdefault(index, "fiction")
        return False
    if word and word.letter == "T" and _no_corpses(reading, word):
        reading.aside.setdefault(index, "counts: organisation")
        return False
    if word and word.effect == "wounded" and reading.sports:
        reading.aside.setdefault(index, "sports")
        return False
    if word and word.letter == "S" and _modifies_thing(reading, cause, letter):
        return False
    if (
        word
        and word.verb == "hurt"
        and rule.name in _WEAK_ACTIVE
        and not _harm_beside(reading, cause)
    ):
        return False
    if letter == "z" and rule.name not in _OF_NOBODY:
        return False
    if word and word.force == "weak":
        if letter == "U" or (letter == "H" and rule.name in _WEAK_ACTIVE):
            return False
        if word.letter == "T" and not (letter == "H" or (letter == "i" and _found(reading))):
            return False
        if word.verb in STRIKING and not is_struck(reading):
            return False
    if rule.name in _ONE_SUBJECT and cause in reading.caused:
        return False
    if rule.name in _TAKING and _takes_object(reading, cause):
        return False
    if word and word.letter == "K" and word.verb == "shoot" and rule.name.startswith("bare"):
        return _lower(reading, word.last) not in _SHOT_AT
    if letter == "i" and rule.name == "bare participle" and _kills_counted(reading, cause):
        return False
    if rule.name.startswith("bare participle") and _one_of(reading, item):
        reading.aside.setdefault(index, "one of a group already counted")
        return False
    if rule.name == "active" and word.letter == "G" and _has_own_verb(reading.letters, index):
        return False
    if cause is not None and _in_insertion(reading, index, cause):
        return False
    if rule.name in _SUBJECT_FIRST and _other_subject(reading, index, cause):
        return False
    if letter == "U" and reading.sports:
        return False
    if rule.name == "deaths" and letter == "N":
        between = [token.lower for token in reading.tokens[item.last : word.first]]
        return not any(lower.endswith("ed") for lower in between)
    if rule.name == "participle after a preposition" and _does_harm(reading, index, cause):
        return False
    if rule.name == "participle after a preposition":
        return _lower(reading, word.last) not in lexicon().things
    if rule.name == "counted as":
        return _lower(reading, word.first - 1) == "as"
    if rule.name == "found with wounds":
        return _lower(reading, word.first) in ("with", "in")
    if letter == "i" and cause is not None and _only_explains(reading, index, cause):
        return False
    if word and word.effect == "wounded" and word.verb in _IN_CARE and _of_illness(reading):
        reading.aside.setdefault(index, "patients")
        return False
    if rule.name == "were dead" and _lower(reading, word.first - 1) == "for":
        return False  # left for dead
    if rule.name == "himself and others":
        return word.verb.startswith("kill")
    if rule.name == "the dead at":
        return _lower(reading, item.first - 1) == "at"
    if rule.name == "along with":
        return _lower(reading, reading.items[index - 1].first) in _COMPANY
    if rule.name in ("named and counted", "deaths of others") and letter in "UH":
        return reading.letters[index - 1] == "A" and letter == "U"
    if rule.name == "people lost":
        return letter == "N" and _lost_in_war(reading, item)
    if rule.name == "bare participle between commas":  # not *two leaders, hurt by polls, met*
        return word.force == "strong" or word.verb in ("shoot", "stab")
    if rule.name == "did so and were killed":
        return _lower(reading, word.first) in ("were", "are", "have", "had")
    if rule.name == "loss of lives":
        return _lower(reading, item.first - 2) == "loss"
    if rule.name == "six possibly seven":
        return _only_possible(reading, reading.items[reading.letters.index("H", index + 1)])
    if rule.name == "victims who died":
        return _of_victims(reading, index, cause)
    if rule.name == "taken and killed":
        return _lower(reading, reading.items[index + 1].first) not in _CONDITIONAL
    if rule.name == "lost with others":
        return letter == "N"
    if rule.name == "as were":
        return _lower(reading, reading.items[cause + 1].first) == "as" or (
            _lower(reading, reading.items[cause + 2].first) == "as"
        )
    if rule.name == "injuries to":
        return _lower(reading, reading.items[index].first - 1) in _NEEDS_TO
    if rule.name == "toll" and _expected(reading, cause, index):
        reading.aside.setdefault(index, "plan, threat or forecast")
        return False
    if rule.name == "toll":
        before = _lower(reading, item.first - 1)
        return letter in "HN" and (before in _TOLL_BEFORE or _hedged(item))
    if rule.name == "deaths rise to":
        return letter in "HN" and _risen(reading, cause, index)
    if rule.name == "toll before":
        return letter in "HN"
    if rule.name in _SUBJECT_FIRST and letter in "UH" and _object_of_preposition(reading, index):
        return letter == "H" and _lower(reading, item.first - 1) not in _BEFORE_OTHERS
    return True


def _of_victims(reading: Reading, index: int, cause: int) -> bool:
    """Whether *victims* or *casualties* stand before the verb that says what became of them."""
    nouns = (item for item in reading.items[index + 1 : cause] if item.letter == "T")
    return next(nouns).effect == "casualties"


_CONDITIONAL = frozenset(("would", "could", "should"))
_LOST_IN_WAR = read_set("lost in war")
_LEFT_ALIVE = frozenset(
    ("desertion", "desertions", "defection", "defections", "injury", "match", "game", "season")
)


def _lost_in_war(reading: Reading, item: Item) -> bool:
    """*The army lost 30 soldiers*, *lost 12 people in the blast*, not *the firm lost 12 workers*.

    Others than fighters are lost in so many ways that a casualty word must stand in the sentence.
    """
    if reading.sports or not (_LOSES_STAFF | _LEFT_ALIVE).isdisjoint(reading.words):
        return False
    head = _lower(reading, item.head) if item.head is not None else ""
    fighters = head in _LOST_IN_WAR or (
        head in _LOST_AT_ONCE and _at_once(reading.tokens[item.last : item.last + 5])
    )
    return fighters or any(other.effect for other in reading.items)


_LOST_AT_ONCE = read_set("lost at once")
_DISASTERS = read_set("disasters")
_SHORT_TIMES = frozenset(("second", "seconds", "minute", "minutes", "hour", "hours"))


def _at_once(tokens: list[Token]) -> bool:
    """*We lost nine pupils in two minutes*, *in the fire*; not *lost 900 in ten years*."""
    lowers = [token.lower for token in tokens]
    return lowers[:1] == ["in"] and not (_DISASTERS | _SHORT_TIMES).isdisjoint(lowers)


def _in_insertion(reading: Reading, index: int, cause: int) -> bool:
    """*The bill, which gave nine men a vote, was killed*: the number belongs to the insertion."""
    between = reading.letters[index + 1 : cause]
    closes = between.endswith(",") and between.count(",") == 1
    return closes and ",R" in reading.letters[:index]


_OPENS_TIME_CLAUSE = frozenset(("after", "before", "since", "until", "till", "as"))


def _other_subject(reading: Reading, index: int, cause: int) -> bool:
    """*100 students marched after two boys were killed*: the nearer number is the subject."""
    place = cause - 1
    while place > index and reading.letters[place] in "bhe":
        place -= 1
    if place - 1 <= index or reading.letters[place] not in "NUHid":
        return False
    return _lower(reading, reading.items[place].first - 1) in _OPENS_TIME_CLAUSE


def _only_explains(reading: Reading, index: int, cause: int) -> bool:
    """*The other victim, a man of 19, was shot*: it says more of somebody definite."""
    around = reading.letters[index - 2 : index] if index > 1 else ""
    closed = reading.letters[index + 1 : index + 2] == ","
    return around in ("d,", "w,") and closed and cause > index


_IN_CARE = frozenset(("hospitalise", "hospitalize", ""))
_ILLNESS = read_set("illness")


def _of_illness(reading: Reading) -> bool:
    """Whether the sentence speaks of a disease, whose patients nobody wounded."""
    return not _ILLNESS.isdisjoint(reading.words)


def _found(reading: Reading) -> bool:
    """*the body of a man was found*, not *the governing body of a club*."""
    return not _FINDING.isdisjoint(reading.words)


_FINDING = read_set("finding")
_STRIKERS = read_set("strikers")


def is_struck(reading: Reading) -> bool:
    """Whether the sentence names what hits people: a vehicle, bullets, lightning."""
    return not _STRIKERS.isdisjoint(reading.words)


def _vague(mention: Mention) -> bool:
    """*hundreds of people, up to 1,400 by one count, were killed*: both figures have the verb."""
    return mention.item.numeral is not None and mention.item.numeral.bound == "vague"


def _takes_object(reading: Reading, cause: int) -> bool:
    """*Two men shot the mayor*: what follows is whom they harmed, not when or where."""
    following = reading.letters[cause + 1 : cause + 2]
    return following == "e" and _lower(reading, reading.items[cause].last) in _OPENS_NOUN


def _kills_counted(reading: Reading, cause: int) -> bool:
    """*A gunman killed 11 people and wounded nine*: he is no victim."""
    return reading.letters[cause + 1 : cause + 2] in tuple("NUH")


def _does_harm(reading: Reading, index: int, cause: int) -> bool:
    """*after two gunmen killed five farmers*, *after a bomber killed himself*: they did it."""
    before = _lower(reading, reading.items[index].first - 1)
    following = reading.letters[cause + 1 : cause + 2]
    return before in _OPENS_TIME_CLAUSE and following in tuple("NUHidp")


def _one_of(reading: Reading, item: Item) -> bool:
    """*one of those killed*, *one of the persons killed*: nobody new is counted."""
    numeral = item.numeral
    return numeral is not None and numeral.low == 1 and _lower(reading, numeral.last) == "of"


_SENTENCED = read_set("sentenced")


def _modifies_thing(reading: Reading, cause: int, letter: str) -> bool:
    """*two missing paintings*; *sentenced three men to death*."""
    item = reading.items[cause]
    words = [token.lower for token in reading.tokens[item.first : item.last]]
    if words == ["to", "death"]:
        return any(token.lower in _SENTENCED for token in reading.tokens[: item.first])
    following = reading.letters[cause + 1 : cause + 2]
    after = _lower(reading, item.last)
    if letter == "H" and after in lexicon().things:
        return True  # *60 dead fish*
    return letter == "H" and len(words) == 1 and following == "w" and after.endswith("s")


_OF_NOBODY = frozenset(
    ("bare state", "were dead", "bare participle", "passive", "who died", "active", "relative")
)


def _harm_beside(reading: Reading, cause: int) -> bool:
    """Whether another casualty word bears out *hurt*, which budgets and chances are too."""
    return any(
        item.effect and item.force == "strong"
        for index, item in enumerate(reading.items)
        if index != cause
    )


def _in_sports(reading: Reading) -> bool:
    """Two words of sports news, or a score: *lost 3-1 after two players were injured*."""
    words = reading.words
    score = any(_SCORE.fullmatch(word) for word in words)
    return len(words & listed("sports_words.txt")) + score + ("players" in words) > 1


_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def _hedged(item: Item) -> bool:
    """Whether a hedge opens the figure (*surpassing 100*, *as many as 200*)."""
    return item.numeral is not None and item.numeral.qualifier is not None


def _risen(reading: Reading, cause: int, index: int) -> bool:
    """*deaths rose to N*, *fatalities stand at N*, *deaths surpassing N*."""
    item = reading.items[index]
    between = [
        token.lower for token in reading.tokens[reading.items[cause].last : item.numeral.first]
    ]
    if not between:
        return False
    if between[-1] in _PASSING:
        return True
    if between[-1] == "by" and not _FALLEN.isdisjoint(between):
        return False  # *fell by 30*: so many did not die
    if any(word in _RISEN for word in between):
        return between[-1] in _OPEN_AFTER | _RISEN or _hedged(item)
    return item.numeral.bound == "at_least" and len(between) == 1


def _object_of_preposition(reading: Reading, index: int) -> bool:
    return index > 0 and reading.letters[index - 1] == "P"


_PER = read_set("per")


def _per(reading: Reading, index: int) -> bool:
    """*12 deaths per 1,000 births*, *40 people a day*."""
    last = reading.items[index].last
    timed = _lower(reading, last) in _PER
    daily = timed and lexicon().things.get(_lower(reading, last + 1)) == "time"
    daily = daily and _lower(reading, last + 2) not in _COMPARED_TIME
    following = [token.lower for token in reading.tokens[last : last + 4]]
    end = following.index(",") if "," in following else 4
    return daily or "per" in following[:end]


_COMPARED_TIME = read_set("compared time")


@cache
def _unreal_cues() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row["cue"].split()) for row in read_rows("unreal_cues.csv"))


_ENDS_PLAN = read_set("ends plan") | frozenset(".:;")


def _unreal_before(reading: Reading, first: int, cause: int) -> bool:
    """Whether the clause speaks of a plan, threat, forecast or condition, by a cue before it."""
    start = reading.items[first].first
    lowers = [
        "" if is_may(reading.tokens, place) else reading.tokens[place].lower
        for place in range(max(0, start - 12), start)
    ]
    for stop in _ENDS_PLAN:
        if stop in lowers:
            lowers = lowers[len(lowers) - lowers[::-1].index(stop) :]
    cues = _unreal_cues()
    single = any((word,) in cues for word in lowers)
    double = any(
        pair in cues and not (pair[1] == "to" and "," in lowers[place:])
        for place, pair in enumerate(pairwise(lowers))
    )
    future = reading.items[cause].letter == "T" and not _FUTURE.isdisjoint(lowers[-4:])
    return single or double or future


_SHARED_BE = re.compile(r"Y(?:[PO][^.,;:YVDGKSRbhAcsNUH]{1,6}+){0,2},?A[en]{0,2}$")


def _shares_unreal(reading: Reading, index: int, cause: int) -> bool:
    """*Ten could be killed and 30 injured*: the modal holds for both participles."""
    if reading.items[cause].letter != "K" or cause < index:
        return False
    match = _SHARED_BE.search(reading.letters, max(0, index - 20), index)
    return match is not None and reading.items[match.start()].unreal


_LEAVES = re.compile(r"m[en]{0,2}(?P<leave>j)[^.,;:cYVDGKNUHi]{0,6}(?:[HN]S,?A[en]{0,2})?$")
_FORESEEN = read_set("foreseen")
_RUNNING_RISK = read_set("running a risk")
_WARNING = frozenset(("warn", "warns", "warned", "warning"))


def _not_yet(reading: Reading, index: int, cause: int) -> bool:
    """Whether a figure is only foreseen.

    *could be killed and 30 injured*, *could leave 30 dead*, *30 deaths are expected*, *30 men risk
    being killed*, *warned of 30 deaths*.
    """
    word, first = reading.items[cause], reading.items[index].first
    if _shares_unreal(reading, index, cause):
        return True
    match = _LEAVES.search(reading.letters, max(0, index - 14), index)
    if match and _lower(reading, reading.items[match.start("leave")].first) == "leave":
        return True
    if word.letter == "T" and cause > index and reading.letters[cause + 1 : cause + 2] == "b":
        last = word.last + 1
        last += _lower(reading, last) in ("now", "still", "also")
        if _lower(reading, last) in _FORESEEN:
            return True
    if word.letter == "T" and _lower(reading, first - 1) == "of":
        return _lower(reading, first - 2) in _WARNING
    being = _lower(reading, word.first) == "being"
    return being and _lower(reading, word.first - 1) in _RUNNING_RISK


_TAKEN = re.compile(r"(?P<will>[mP])e{0,2}[CL]e{0,2}$")


def _will_take(reading: Reading, index: int) -> bool:
    """*The drought will claim 40 lives*, *is expected to claim 40*: nobody has died yet."""
    match = _TAKEN.search(reading.letters, max(0, index - 6), index)
    if match is None:
        return False
    first = reading.items[match.start()].first
    if reading.letters[match.start()] == "m":
        return not is_may(reading.tokens, first)
    before = [_lower(reading, place) for place in range(first - 3, first)]
    return _lower(reading, first) == "to" and _REALISED.isdisjoint(before)


_REALISED = read_set("realised")


_NEARLY = frozenset(("nearly", "almost", "narrowly"))


def _only_nearly(reading: Reading, word: Item) -> bool:
    """*Twelve people were nearly killed*, not *was left nearly dead*."""
    if word.letter not in "YVKGD":
        return False
    inside = [token.lower for token in reading.tokens[max(0, word.first - 1) : word.last]]
    return not _NEARLY.isdisjoint(inside)


_FICTION = read_set("works of fiction")
_STORY_REACH = 5  # words at the start of a sentence that can name a work
_PRESENT = frozenset(("is", "are", "gets", "get"))


def _in_story(reading: Reading, word: Item) -> bool:
    """*In the film, 12 people are killed*: what a sentence on a work tells in the present tense."""
    opening = [token.lower for token in reading.tokens[:_STORY_REACH]]
    place = next((place for place, lower in enumerate(opening) if lower in _FICTION), None)
    if not place or word.letter not in "YVD":
        return False
    verb = _lower(reading, word.first)
    stem = word.verb.partition(" ")[0]
    after = _lower(reading, place + 1)
    if after[:1].isalpha() and lexicon().letters.get(after, "w") == "w" and not _goes_on(after):
        return False  # *the film crew are killed*
    told = verb in _PRESENT if word.letter == "Y" else verb in (stem, stem + "s", stem + "es")
    return told and not _STORY_OPENS.isdisjoint(opening[:place])


def _goes_on(lower: str) -> bool:
    """Whether a word after *film* begins what it tells: a verb (*tells of*) or a number."""
    return lower in _TELLS or bool(counts(lower))


_TELLS = read_set("telling a story")
_STORY_OPENS = frozenset(("the", "a", "his", "her", "their", "its", "this"))
_SPEECH_ACTS = frozenset(("said", "say", "says")) | frozenset(
    form
    for verb in read_set("acts of speech")
    for form in (verb + "s", verb.removesuffix("e") + "ed", verb)
)


def _no_corpses(reading: Reading, word: Item) -> bool:
    """*Two bodies, the UN and the Union, criticised the plan*: bodies that speak are none."""
    if _lower(reading, word.last - 1) != "bodies":
        return False
    after = word.last
    if _lower(reading, after) == ",":
        later = range(after + 1, min(after + 12, len(reading.tokens)))
        after = next((place for place in later if _lower(reading, place) == ","), after)
        after += 1
    return _lower(reading, after) in _SPEECH_ACTS


_DENYING = read_set("denying")
_CHARGES = read_set("charges")
_RELATIVE = read_set("relative pronouns")
_NEGATIVE = frozenset(("not", "n't", "never", "cannot", "nor", "neither", "without"))


def _denied(reading: Reading, index: int) -> bool:
    """Whether the figure is what somebody denies: *denied that 30 had died*, *denied killing 30*.

    What is only mentioned in a denial did happen: *denied a role in the raid that killed 30*.
    """
    start = reading.items[index].first
    lowers = [token.lower for token in reading.tokens[max(0, start - 16) : start]]
    cue = next((place for place in range(len(lowers)) if lowers[place] in _DENYING), None)
    if cue is None or not _NEGATIVE.isdisjoint(lowers[max(0, cue - 3) : cue]):
        return False
    between = lowers[cue + 1 :]
    if not _ENDS_PLAN.isdisjoint(between) or "," in between:
        return False
    while between and between[0] in _CHARGES:
        del between[0]
    claimed = between[:1] == ["that"]
    act = between[:1] != [] and between[0].endswith("ing")
    return (claimed or act) and _RELATIVE.isdisjoint(between[1:])


_RISE = read_set("toll rises")
_PASS = read_set("toll passes")
_EXPECTING = read_set("expecting") | read_set("foreseen")
_MODALS = frozenset(("could", "may", "might", "would", "can"))


def _expected(reading: Reading, cause: int, index: int) -> bool:
    """Whether a toll is only expected to come to a figure: *could rise above 100*.

    What it *could reach* or *may exceed* counts as an estimate of what has happened.
    """
    numeral = reading.items[index].numeral
    last = reading.items[cause].last
    lowers = [token.lower for token in reading.tokens[last : numeral.first if numeral else last]]
    if lowers[-1:] == ["from"]:
        return False
    first = reading.letters.rfind("t", 0, cause)
    if lowers == ["to"] and first >= 0:  # *The toll could rise to 9 and that of the hurt to 20*
        start, end = reading.items[first].last, reading.items[cause].first
        return _may_rise([token.lower for token in reading.tokens[start:end]])
    return _may_rise(lowers)


def _may_rise(lowers: list[str]) -> bool:
    lowers = [lower for lower in lowers if not lower.endswith("ly")]  # *would likely exceed*
    for place, verb in enumerate(lowers):
        before = lowers[place - 1] if place else ""
        sure = before in ("will", "would") or (
            before == "to" and not _EXPECTING.isdisjoint(lowers[place - 2 : place - 1])
        )
        if (verb in _PASS and sure) or (verb in _RISE and (sure or before in _MODALS)):
            return True
    return False


_FUTURE = read_set("future")
_TAKING = frozenset(("bare participle", "participle after a preposition"))


def _add(
    reading: Reading,
    index: int,
    cause: int | None,
    effect: str,
    rule: str,
    host: int | None = None,
) -> None:
    item = reading.items[index]
    if item.reason:
        return
    if item.inner and rule not in ("active", "named and counted") and item.inner != effect:
        effect = item.inner if effect != "killed" else effect
    subset = item.of_whole or host is not None
    negated = item.letter == "z"
    mention = Mention(item, index, cause, effect, rule, subset, host, negated)
    reading.mentions[index] = mention
    reading.aside.pop(index, None)
    if cause is not None and not _vague(mention):
        reading.caused.add(cause)


def _attributive(reading: Reading) -> None:
    """*three wounded soldiers*, *four of the dead*."""
    for index, item in enumerate(reading.items):
        if index in reading.mentions or not item.inner or item.reason or item.letter not in "NUH":
            continue
        if item.inner == "wounded" and _of_a_team(reading, item):
            reading.aside.setdefault(index, "sports")
        elif not _unreal_before(reading, index, index):
            _add(reading, index, None, item.inner, "attributive")


_TEAM = read_set("of a team")


def _of_a_team(reading: Reading, item: Item) -> bool:
    """*The club was without four injured players*: no other word tells of harm."""
    if reading.sports:
        return True
    plays = item.head is not None and _lower(reading, item.head) in _TEAM
    return plays and not any(other.effect for other in reading.items)


_NOT_YET_KNOWN = read_set("not yet known")


def _none_hurt(reading: Reading) -> None:
    """*No casualties were reported*: zero, said so."""
    for index, item in enumerate(reading.items):
        if item.letter == "Z" and index not in reading.mentions:
            before = {_lower(reading, item.first - step) for step in (1, 2, 3)}
            if before & _NOT_YET_KNOWN:
                continue
            reading.mentions[index] = Mention(
                item, index, index, item.effect or "casualties", "none", negated=True
            )


_BACK = re.compile(r"(?P<n>[NUHi])(?:[PO][^.,;:YVDGKSRbhAcs]{1,6}){0,2},?(?:A|,)e{0,2}$")
_FORWARD = re.compile(r"(?:[PO][^.,;:YVDGKSRbhAcs]{1,6}){0,2}(?:,?Ae{0,2}|,e?)(?P<n>[NUHi])")
_ELLIPSIS = re.compile(
    r"(?:[PO][^.,;:YVDKGSRbhAcs]{1,6}){1,3}(?:,?Ae{0,2}(?P<n>[NUHi])(?=P|$|[.,;])|,e?(?P<m>H)(?=P))"
)
_FROM = re.compile(r"(?:P[^.,;:YVDKGSRbhAcs]{1,5})??,?[we]?P(?P<n>[HNU])")
_OPENS_OF = re.compile(r"(?:^|[.,;:(])A?Oe?$")
_CLOSED = re.compile(r"$|[,.;:)(PAIORc]|wP")
_LOSES_STAFF = read_set("loses staff")
_LEFTWARD = frozenset(
    ("passive", "bare state", "were dead", "who died", "bare participle", "deaths", "N among M",
     "bare participle after a phrase", "are among the dead", "counted as")
)  # fmt: skip


def _lists(reading: Reading) -> None:
    """Numbers that share a casualty word: *9 soldiers and 3 rebels were killed*."""
    letters = reading.letters
    for index in sorted(reading.mentions, reverse=True):
        mention = reading.mentions[index]
        while mention.rule in _LEFTWARD:
            if mention.item.of_whole:
                break
            match = _BACK.search(letters, max(0, mention.index - 24), mention.index)
            if not match or match.start("n") in reading.mentions:
                break
            before = match.start("n")
            if reading.items[before].reason or _has_own_verb(letters, before):
                break
            if _OPENS_OF.search(letters, 0, before):
                break  # *Of the 230 people on board, 31 died*
            _add(reading, before, mention.cause, mention.effect, "list before")
            if before not in reading.mentions:
                break
            one = reading.mentions[before]
            one.rule = "list before"
            if mention.host is not None:
                one.subset, one.host = True, mention.host
            mention = Mention(one.item, before, one.cause, one.effect, "passive", host=one.host)
    queue = sorted(reading.mentions)
    while queue:
        mention = reading.mentions[queue.pop(0)]
        if mention.negated:
            continue
        after = _next_in_list(reading, mention)
        if after is not None and not _per(reading, after):
            _add(reading, after, mention.cause, mention.effect, "list after")
            if after in reading.mentions:
                reading.mentions[after].subset = mention.subset
                reading.mentions[after].host = mention.host
                queue.append(after)


_RIGHTWARD = frozenset(
    ("active", "named and counted", "killings of", "injuries to", "list after", "toll",
     "deaths of others", "people lost", "among the dead are", "along with")
)  # fmt: skip


def _next_in_list(reading: Reading, mention: Mention) -> int | None:
    letters = reading.letters
    if mention.rule in ("toll", "deaths rise to"):
        match = _FROM.match(letters, mention.index + 1)
        if match and match.start("n") not in reading.mentions:
            before = _lower(reading, reading.items[match.start("n")].first - 1)
            if before in ("from", "to"):
                return match.start("n")
    elif _lower(reading, mention.item.first - 1) == "from":
        match = _FROM.match(letters, max(mention.index, mention.cause or 0) + 1)
        found = match.start("n") if match else None
        if found is not None and found not in reading.mentions:
            risen_to = _lower(reading, reading.items[found].first - 1) == "to"
            return found if risen_to else None
    if mention.rule in _RIGHTWARD:
        match = _FORWARD.match(letters, mention.index + 1)
        if match:
            found = match.start("n")
            closed = _CLOSED.match(letters, found + 1) or (
                mention.rule == "killings of" and letters[found + 1] == "b"
            )
            if found not in reading.mentions and closed:
                return found
    elif mention.cause is not None and mention.cause > mention.index:
        match = _ELLIPSIS.match(letters, mention.cause + 1)
        if match:
            found = max(match.start("n"), match.start("m"))
            if found not in reading.mentions and reading.items[found].letter in "HN":
                return found
    return None


_UP_FROM = re.compile(
    r"(?:[PO][^.,;:YVDKGSRbhAcsNUH]{1,6}){0,2}[,(]?(?:w|w{1,2}O)(?P<share>x?)P(?P<n>[HNU])"
)
_DIFFERENCE = read_set("difference")


def _up_from(reading: Reading) -> None:
    """*58 deaths, up from 49 a year earlier*, *down 20% from 72*: what it is compared with."""
    for index, mention in sorted(reading.mentions.items()):
        start = max(index, mention.cause or 0) + 1
        match = _UP_FROM.match(reading.letters, start)
        if match is None or match.start("n") in reading.mentions or mention.negated:
            continue
        found = match.start("n")
        first = reading.items[found].first
        if _lower(reading, first - 1) != "from":
            continue
        before = first - 2
        if match["share"]:
            share = reading.items[match.start("share")]
            if share.reason not in ("share", "counts: share"):
                continue
            before = share.first - 1
        of_it = match["share"] and _lower(reading, before) == "of"
        if _lower(reading, before) in ("up", "down") or (
            of_it and _lower(reading, before - 1) in _DIFFERENCE
        ):
            _add(reading, found, mention.cause, mention.effect, "up from")


_COULD_BE = re.compile(r",?Ame?b(?P<n>[HN])")
_POSSIBLY = re.compile(
    r"(?:[PO][^.,;:YVDKGSRbhAcsNUH]{1,6}){0,2},?[An]?(?P<n>[HNU])(?=[,.;:)P]|A?$)"
)


def _possibly(reading: Reading) -> None:
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
            if could_be or _only_possible(reading, reading.items[found]):
                _add(reading, found, mention.cause, mention.effect, "and possibly")
            elif _first_reported(reading, reading.items[found]):
                _add(reading, found, mention.cause, mention.effect, "not as reported")


def _first_reported(reading: Reading, item: Item) -> bool:
    """*twelve were killed, not 14 as first reported*."""
    after = [token.lower for token in reading.tokens[item.last : item.last + 4]]
    return _lower(reading, item.first - 1) == "not" and "as" in after


def _only_possible(reading: Reading, item: Item) -> bool:
    """Whether a figure is hedged as only possible (*and possibly 20*, *perhaps more than 20*)."""
    if item.numeral is None:
        return False
    hedge = reading.tokens[item.numeral.used : item.numeral.first]
    return any(token.lower in _PERHAPS for token in hedge)


_PERHAPS = read_set("perhaps")


def _has_own_verb(letters: str, index: int) -> bool:
    return letters[index + 1 : index + 2] in ("b", "h", "m", "o")


_VERBS = tuple("bhmo")
_INCLUDED = re.compile(r"[,(]?[IP]?I(?:[epR]{0,2})(?P<list>[NUHiwdeOPA,]{1,16})")


def _parts(reading: Reading) -> None:
    """Subsets: *nine people, including two children*; *10 soldiers, 4 of them seriously*."""
    letters = reading.letters
    for match in _INCLUDED.finditer(letters):
        host = _host_before(reading, match.start())
        if host is None or letters[match.start() - 1] == "m":  # *that could include …*
            continue
        first = True
        for index in range(match.start("list"), match.end("list")):
            if letters[index] not in "NUHi" or index in reading.mentions:
                continue
            if not first and letters[index - 1] not in "A,e":
                continue
            if letters[index + 1 : index + 2] in _VERBS and "R" not in match[0]:
                continue  # *among them two were students*: a clause of its own
            if not first and _otherwise(reading, index):
                continue
            first = False
            _add(reading, index, host.cause, host.effect, "including", host.index)
    for mention in list(reading.mentions.values()):
        for index in _explaining(reading, mention):
            _add(reading, index, mention.cause, mention.effect, "explained", mention.index)
    for index, item in enumerate(reading.items):
        if item.letter == "U" and _lower(reading, item.last - 1) in _DEGREES:
            host = _host_before(reading, index)
            if host and index not in reading.mentions and letters[index - 1] in ",A":
                _add(reading, index, host.cause, host.effect, "of them", host.index)
            continue
        if item.letter != "N" or not item.of_whole:
            continue
        mention = reading.mentions.get(index)
        whole = letters[index + 1 : index + 2] == "O" and next(
            (reading.mentions[i] for i in (index + 2, index + 3) if i in reading.mentions), None
        )
        host = whole or _host_before(reading, index)
        if whole and not mention and item.numeral.low == 1:
            reading.aside.setdefault(index, "one of a group already counted")
            continue
        if whole and not mention:
            _add(reading, index, whole.cause, whole.effect, "of them", whole.index)
            continue
        if mention:
            mention.host = host.index if host else None
            mention.subset = host is not None
        elif (
            host
            and not mention
            and letters[index - 1 : index] in (",", "(", "A", "P", "e", "w", "R")
        ):
            _add(reading, index, host.cause, host.effect, "of them", host.index)
            _other_part(reading, index, host)
    _of_causes(reading)


_OTHER_PART = re.compile(r"dA(?P<n>N)(?=[.,;:)]|$)")


def _other_part(reading: Reading, index: int, host: Mention) -> None:
    """*killed 30 people, 12 of them women and seven children*: the seven are a part too."""
    match = _OTHER_PART.match(reading.letters, index + 1)
    if match is None or match.start("n") in reading.mentions:
        return
    part, other, whole = (
        item.numeral.low for item in (reading.items[index], reading.items[match.start("n")],
                                      host.item) if item.numeral is not None
    )  # fmt: skip
    if None not in (part, other, whole) and part + other <= whole:
        _add(reading, match.start("n"), host.cause, host.effect, "of them", host.index)


_CAUSES_OF_DEATH = read_set("causes of death")


def _of_causes(reading: Reading) -> None:
    """*Eighteen miners died, 13 of burns*: a part by what they died of."""
    for index, item in enumerate(reading.items):
        if item.letter != "H" or index in reading.mentions or item.reason:
            continue
        if reading.letters[index - 1 : index] not in (",", "(", "A"):
            continue
        after = [token.lower for token in reading.tokens[item.last : item.last + 4]]
        if after[:1] not in (["of"], ["from"]) or _CAUSES_OF_DEATH.isdisjoint(after[1:]):
            continue
        host = _host_before(reading, index)
        if host and host.effect == "killed" and _fits_in(reading, index, host):
            _add(reading, index, host.cause, host.effect, "of them", host.index)


def _otherwise(reading: Reading, index: int) -> bool:
    """Whether a later part is none: *including two guards and four arrested*."""
    if reading.letters[index] == "U":
        return _lower(reading, reading.items[index].last - 1).endswith("ed")
    # *…, Bob Kole, a militia leader, said*
    return reading.letters[index] == "i" and reading.letters[index - 2 : index] == "w,"


_EXPLAINED = re.compile(r"[,(]e?(?P<list>[NHi](?:(?:,|,?A)e?[NHi])*)[,)PIR]")


def _explaining(reading: Reading, mention: Mention) -> list[int]:
    """Figures that spell a claim out: *eleven people, six adults and five boys, were killed*."""
    match = _EXPLAINED.match(reading.letters, mention.index + 1)
    if not match or mention.item.letter not in "NU" or mention.subset or mention.cause is None:
        return []
    if match.end() > mention.cause > mention.index:
        return []
    places = range(match.start("list"), match.end("list"))
    free = [
        i
        for i in places
        if reading.letters[i] in "NHi"
        and i not in reading.mentions
        and _fits_in(reading, i, mention)
    ]
    bracketed = reading.letters[match.start()] == "("
    return free if bracketed or mention.cause > mention.index else []


def _fits_in(reading: Reading, part: int, whole: Mention) -> bool:
    """Whether a part is no larger than its whole: *one of the twins, 14, was killed*."""
    numeral, total = reading.items[part].numeral, whole.item.numeral
    if numeral is None or total is None or numeral.low is None:
        return True
    return total.low is None or numeral.low <= total.low


_PHRASES = "(?:[PO][^.,;:()YVDKGSRbhAcsNUHi]{1,6}+){0,3}"
_PART = f"e?[NUH][ew]{{0,3}}+{_PHRASES}"
_BROKEN_DOWN = re.compile(
    rf"{_PHRASES}[:,(](?P<list>{_PART}(?:,?A{_PART}|,{_PART}){{1,6}})(?=[.,;:)]|$)"
)


def _broken_down(reading: Reading) -> None:
    """Parts that add up to the figure before: *killed 20 people: 12 in Lund and eight in Ystad*."""
    for index, whole in sorted(reading.mentions.items()):
        total = whole.item.numeral
        start = max(index, whole.cause or 0) + 1
        colon = reading.letters.find(":", start)
        match = _BROKEN_DOWN.match(reading.letters, start) or (
            _BROKEN_DOWN.match(reading.letters, colon) if colon >= 0 else None
        )
        if match is None or total is None or whole.negated:
            continue
        places = [
            place
            for place in range(match.start("list"), match.end("list"))
            if reading.letters[place] in "NUH"
        ]
        figures = [reading.items[place].numeral for place in places]
        known = [figure.low for figure in figures if figure is not None and figure.bound == "exact"]
        if len(known) < len(places) or total.low is None or sum(known) != total.low:
            continue
        for place in places:
            _add(reading, place, whole.cause, whole.effect, "adds up", index)


_CONDITIONS = frozenset(("condition", "care", "life", "lives", "support", "ill", "hospital"))
_ADDED = frozenset(("other", "others", "another", "more", "further", "additional"))
_OF_SOME = frozenset(("among the dead are", "are among the dead", "of those killed"))


def _in_a_state(reading: Reading) -> None:
    """Parts by their state: *15 people were hurt, four are in serious condition*.

    Those without their whole in the sentence are marked, since it may stand in one before.
    """
    for index, mention in reading.mentions.items():
        if mention.subset and mention.host is not None:
            continue
        in_state = mention.effect == "wounded" and _tells_state(reading, mention)
        if not (in_state or _of_those_hurt(reading, mention) or mention.rule in _OF_SOME):
            continue
        if mention.negated or _said_to_add(reading, mention.item):
            continue
        mention.partial = True
        host = _host_before(reading, index) if in_state else None
        if host and host.effect == mention.effect and _fits_in(reading, index, host):
            mention.subset, mention.host = True, host.index


def _of_those_hurt(reading: Reading, mention: Mention) -> bool:
    """*four of the dead*, *four of them*, not *seven of the nine soldiers*."""
    item = mention.item
    if not item.of_whole or item.numeral is None:
        return False
    whole = _lower(reading, item.numeral.last + 1)
    return item.inner is not None or whole in ("them", "those", "these")


def _tells_state(reading: Reading, mention: Mention) -> bool:
    """Whether the casualty word only says how the wounded are: *in critical condition*."""
    if mention.cause is None or reading.items[mention.cause].letter != "S":
        return False
    word = reading.items[mention.cause]
    return any(token.lower in _CONDITIONS for token in reading.tokens[word.first : word.last])


def _said_to_add(reading: Reading, item: Item) -> bool:
    """*four others*, *another four*: they are none of those counted before."""
    return any(token.lower in _ADDED for token in reading.tokens[item.first : item.last])


_BRING_TO = read_set("bringing")
_TOLL_RULES = frozenset(("toll", "deaths rise to"))


def _differences(reading: Reading) -> None:
    """New deaths that a toll holds: *two more died, raising the toll to 9*, *rose by 3 to 42*."""
    ordered = sorted(reading.mentions.items())
    for (place, new), (index, total) in pairwise(ordered):
        words = [_lower(reading, mention.item.first - 1) for mention in (new, total)]
        if new.cause == total.cause and words == ["by", "to"] and _fits_in(reading, place, total):
            new.subset, new.host = True, index
    for _, toll in ordered:
        if toll.rule not in _TOLL_RULES or toll.subset or toll.cause is None:
            continue
        # *from 10 to 12*: the last figure of a toll is the new one.
        index, total = next(pair for pair in reversed(ordered) if pair[1].cause == toll.cause)
        for place, new in ordered:
            if new.effect != total.effect or new.negated or new.subset or place == index:
                continue
            if _is_held(reading, new, total) and _fits_in(reading, place, total):
                new.subset, new.host = True, index


def _is_held(reading: Reading, new: Mention, total: Mention) -> bool:
    """Whether a toll holds new deaths: *two died, bringing it to 9*, *9 after two more died*."""
    toll = reading.items[total.cause].first
    more = _said_to_add(reading, new.item)
    if new.item.first > total.item.last:
        between = reading.tokens[total.item.last : new.item.first]
        return more and any(token.lower in _AFTERWARDS for token in between)
    for place in range(max(new.item.last, toll - 7), toll):
        lower = _lower(reading, place)
        if lower in _BRING_TO and (more or lower.endswith("ing")):
            return True
    return False


_AFTERWARDS = frozenset(("after", "as", "when"))
_NEW_COUNT = read_set("counted anew")
_COPULAS = frozenset(("was", "is", "were"))
_EARLIER = read_set("earlier")
_ESTIMATES = read_set("counted anew") | {"estimate", "tally", "report"}
_SAYING = read_set("had said") | {"say", "says"}


_GAPPED = re.compile(r"[HN][ST],e[w]{1,3}(?P<n>H)(?=[,.;]|$)")
_COUNTED = frozenset(("counted", "counts", "reported", "reports", "recorded", "records"))
GAPPED = "gapped"
"""The rule that reads a figure whose verb is left out: *the league counted 8 dead, the army 12*."""


def _gapped(reading: Reading) -> None:
    for match in _GAPPED.finditer(reading.letters):
        first = reading.mentions.get(match.start())
        index = match.start("n")
        if first is None or index in reading.mentions or reading.items[index].reason:
            continue
        oldest = _lower(reading, reading.items[index].first - 1).endswith("est")
        counted = _lower(reading, first.item.first - 1) in _COUNTED
        if counted and not oldest and not first.negated:
            _add(reading, index, first.cause, first.effect, GAPPED)


COUNTED_ANEW = "counted anew"
"""The rule that reads a second figure for those whom its own sentence counts."""


def _counted_anew(reading: Reading) -> None:
    """A second figure for those already counted: *said it was 100*, *put the number at 20*."""
    for index, item in enumerate(reading.items):
        if item.letter != "H" or item.reason or index in reading.mentions:
            continue
        if isinstance(item.numeral.low, float):  # a magnitude
            continue
        if reading.letters[index + 1 : index + 2] not in ("", ".", ",", ";", "A", "c", ")"):
            continue
        if not _takes_up(reading, item):
            continue
        before = [
            mention
            for place, mention in reading.mentions.items()
            if place < index and not (mention.subset or mention.negated) and mention.item.numeral
        ]
        if before:
            first = max(before, key=lambda mention: mention.index)
            _add(reading, index, first.cause, first.effect, COUNTED_ANEW)


def _takes_up(reading: Reading, item: Item) -> bool:
    """Whether the words before a figure point back at a count: *it was*, *the number at*."""
    before = [token.lower for token in reading.tokens[max(0, item.first - 6) : item.first]]
    if before[-2:] == ["closer", "to"]:
        del before[-2:]
    if len(before) < 3:
        return False
    last, subject = before[-1], before[-2]
    if subject == "it":
        said = last in _COPULAS and not _SAYING.isdisjoint(before[:-2])
        return said or (last == "at" and before[-3] in ("put", "puts"))
    if last == "of" and subject in _ESTIMATES and before[-3] in _EARLIER:
        return True  # *raising its earlier estimate of 90*
    told = last in _COPULAS or last == "at" or (last == "of" and "gave" in before)
    return told and subject in _NEW_COUNT


COUNTED_ON = "counted on"
"""The rule that reads a second figure for those whom the sentence before counted."""

_TRUE = read_set("true figures")
_AS_HIGH = frozenset(("as", "up", "more", "over", "higher", "close", "closer", "nearer"))


def count_on(reading: Reading, before: Reading) -> None:
    """Read a figure for those whom the sentence before counted: *Their number may be as high as 9*.

    Only if nothing else was counted there, and if the words before the figure point back.
    """
    wholes = [mention for mention in before.mentions.values() if not mention.subset]
    effects = {mention.effect for mention in wholes}
    counted = any((item.reason or "").startswith("counts: ") for item in before.items)
    if len(effects) != 1 or counted or any(mention.negated for mention in wholes):
        return
    if not any(mention.item.numeral for mention in wholes):
        return
    for index, item in enumerate(reading.items):
        if item.letter != "H" or item.reason or index in reading.mentions:
            continue
        if reading.letters[index + 1 : index + 2] not in ("", ".", ",", ";", "A", "c", ")"):
            continue
        if _points_back(reading, item) and not isinstance(item.numeral.low, float):
            _add(reading, index, None, *effects, COUNTED_ON)


def _points_back(reading: Reading, item: Item) -> bool:
    """*the true number could be as high as*, *put the figure at*, *has acknowledged only*."""
    first = item.first
    while _lower(reading, first - 1) in ("as", "high", "closer", "to", "higher", "than", "only"):
        first -= 1
    before = [token.lower for token in reading.tokens[max(0, first - 6) : first]]
    hedge = [token.lower for token in reading.tokens[first : item.numeral.first]]
    if before[-1:] == ["at"]:
        puts = not {"put", "puts"}.isdisjoint(before[-4:-2])
        return puts and before[-2] in _NEW_COUNT
    if before[-1:] and before[-1] in _ADMITTING:
        return hedge[:1] in (["only"], ["just"]) and not _of_illness(reading)
    verbs = [word for word in before if word in _COPULAS or word in _MODALS or word == "be"]
    if not verbs or before[-len(verbs) :] != verbs:
        return False
    subject = before[: -len(verbs)]
    if subject[-1:] == [] or subject[-1] not in _NEW_COUNT:
        return False
    possible = verbs[-1:] == ["be"] and verbs[0] in _MODALS and not _AS_HIGH.isdisjoint(hedge)
    return (subject[-2:-1] != [] and subject[-2] in _TRUE) or (
        possible and subject[-2:-1] in (["the"], ["their"], ["that"])
    )


_ADMITTING = frozenset(("acknowledged", "acknowledges", "admitted", "admits", "confirmed"))


def _name_tolls(reading: Reading) -> None:
    """*put the toll at 9 dead*: a toll too, whose figure was read with *dead*."""
    for index, mention in reading.mentions.items():
        if mention.rule != "bare state" or mention.effect != "killed":
            continue
        toll = reading.letters.rfind("t", max(0, index - 12), index)
        if toll < 0 or _lower(reading, mention.item.first - 1) not in ("at", "to"):
            continue
        if _UPTO.fullmatch(reading.letters, toll + 1, index):
            mention.rule = "toll"


_UPTO = re.compile(r"[^.;tYVDNUHS]*+")
_TREATED = re.compile(r"(?P<n>[HN])bbw(?:P|[.,;:)A]|$)")


def _being_treated(reading: Reading) -> None:
    """*The gas killed nine miners, and 60 are being treated*: they came to harm too."""
    if not any(not mention.negated for mention in reading.mentions.values()):
        return
    for match in _TREATED.finditer(reading.letters):
        index = match.start("n")
        words = [_lower(reading, reading.items[index + step].first) for step in (2, 3)]
        if index in reading.mentions or words != ["being", "treated"]:
            continue
        if not _of_illness(reading) and not reading.sports:
            _add(reading, index, index + 3, "wounded", "being treated")


_SEARCHING = frozenset(("search", "searches", "searching", "searched"))
_RESCUING = read_set("rescuing")
_PURSUED = read_set("pursued")
_BEFORE_SOUGHT = frozenset(("the", "other", "another", "remaining", "last", "those", "still"))


def _searched_for(reading: Reading) -> None:
    """*Divers searched for four miners*, *a search was under way for six*: they are missing.

    Only where somebody is rescued or found dead, and nobody fled or is wanted.
    """
    if _SEARCHING.isdisjoint(reading.words) or _RESCUING.isdisjoint(reading.words):
        return
    if not _PURSUED.isdisjoint(reading.words):
        return
    for index, item in enumerate(reading.items):
        if item.letter not in "HN" or index in reading.mentions or item.reason:
            continue
        first = item.first
        while _lower(reading, first - 1) in _BEFORE_SOUGHT:
            first -= 1
        before = [token.lower for token in reading.tokens[max(0, first - 7) : first]]
        searches = [place for place, lower in enumerate(before) if lower in _SEARCHING]
        if before[-1:] != ["for"] or not searches:
            continue
        if not _ENDS_SEARCH.isdisjoint(before[searches[-1] : -1]):
            continue
        reaches = reading.letters[index + 1 : index + 2] in ("", *".,;:)AcPmbhwd")
        if reaches and not _per(reading, index):
            _add(reading, index, None, "missing", "searched for")


_ENDS_SEARCH = frozenset((",", ";", ":", "and", "but", "for", "not", "no"))


def _host_before(reading: Reading, index: int) -> Mention | None:
    """The nearest claim to the left that is no part itself."""
    for before in range(index - 1, -1, -1):
        mention = reading.mentions.get(before)
        if mention and not mention.subset and not mention.negated:
            return mention
        if reading.letters[before] in ";":
            return None
    return None
