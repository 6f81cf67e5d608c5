"""Plain turns of newswire on a clause's subject: bothers me, was only doing his job, needs help.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_UPSETTING = read_set("upsetting")
_CHEERING = read_set("cheering")
_ONLY_DOING = read_set("only doing")
_ATTITUDES_BAD = read_set("bad attitudes")
_ATTITUDES_GOOD = read_set("good attitudes")
_SHOWING = read_set("showing attitudes")
_SHOWERS = read_set("showers of facts")
_HANDOUTS = read_set("handouts")
_FEW = read_set("the few")
_NEEDED_HELP = read_set("needed help")
_TO_BE_SPARED = read_set("to be spared")
_HELPED = frozenset({"group", "community", "organisation", "organization", "charity", "team"})
_OWED_ACTS = {
    "make": frozenset({"point", "argument", "observation", "case", "joke", "suggestion"}),
    "do": frozenset({"job", "duty", "work", "best", "part"}),
    "follow": frozenset({"order", "rule", "law", "instruction", "advice", "procedure"}),
    "ask": frozenset({"question"}),
}
"""What somebody is excused for doing, by verbs that alone would tell little."""

_MOURNED = frozenset({"death", "loss", "passing", "news", "tragedy", "suffering"})
_ONLY = frozenset({"only", "simply", "merely", "just"})
_EXAMPLES = frozenset({"example", "case", "instance", "illustration"})
RESULTS = frozenset({"result", "consequence", "product", "outcome", "fruit"})
_ROLES = frozenset(
    {"president", "mayor", "minister", "leader", "governor", "captain", "judge", "senator"}
    | {"coach", "chairman", "chief", "king", "queen", "candidate", "teacher", "partner", "ally"}
)
_EARNEST = frozenset({"interested", "serious", "sincere", "genuine"})
_SOMEBODY = frozenset({"someone", "somebody", "people", "one", "man", "woman", "person"})
_GIVING = frozenset({"give", "hand", "offer", "grant", "hand out", "deliver"})


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What a plain turn says of a clause's subject."""
    rules = (
        _affects_me,
        _bothers_that,
        _was_only_doing,
        _example_of,
        _shows_attitude,
        _gives_to_few,
        _needs_help,
        _deprives,
        _would_make,
        _more_than_harm,
        _can_be_trusted,
        _is_result,
        _is_set_on,
    )
    return first_to_speak(rules, reading, subject, verb)


def moved(reading: "Reading", verb: int) -> int:
    """-1 for a verb that upsets, 1 for one that cheers whoever speaks, 0 for others."""
    group = reading.chunks[verb]
    sign = (group.lemma in _CHEERING) - (group.lemma in _UPSETTING)
    if not sign or group.passive or group.modal in ("may", "might", "could"):
        return 0
    whom = reading.clauses.right(verb)
    if reading.chunk_word(whom) not in ("me", "us"):
        return 0
    return (-sign if group.negated else sign) * max(0, reading.asserted(verb))


def _affects_me(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the ruling troubles us greatly*, *his courage inspires me*."""
    if subject < 0 or reading.is_own_side(subject):
        return SILENT
    if reading.chunk_word(subject) in _MOURNED:
        return SILENT  # their deaths sadden us
    return Evidence(moved(reading, verb), *reading.span(verb), "moves the speaker")


def _bothers_that(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*it bothers me that the mayor left early*: whoever did it."""
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if reading.chunk_word(outer) in ("me", "us"):
        outer = reading.clauses.left(outer)
    if governor.relation != "that" or reading.clauses.kind(outer) != "VG" or subject < 0:
        return SILENT
    group = reading.chunks[verb]
    is_deed = not (group.passive or group.negated) and group.lemma != "be"
    sign = moved(reading, outer) if is_deed and not reading.is_own_side(subject) else 0
    return Evidence(sign, *reading.span(outer), "moves the speaker")


def _was_only_doing(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the clerk was simply making the point*, *was only doing his job*: an excuse."""
    group = reading.chunks[verb]
    if group.lemma not in _ONLY_DOING or group.negated or group.passive or subject < 0:
        return SILENT
    words = [word.lower for word in reading.words[group.first : group.head]]
    is_past = bool(words) and words[0] in ("was", "were", "is", "are", "'s", "'re", "has", "have")
    goes_on = reading.words[group.head].pos == "VBG"
    if not (goes_on and is_past) or _ONLY.isdisjoint(words) or reading.is_own_side(subject):
        return SILENT
    told = reading.clauses.right(verb)
    value = reading.value(told)[0] if reading.clauses.kind(told) == "NP" else 0
    objects = _OWED_ACTS.get(group.lemma)
    if objects and reading.chunk_word(told) not in objects:
        return SILENT  # was only making loans
    if value < 0 or reading.idiom(verb, "subject")[0] is not None:
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb), "excused")


def _example_of(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is an example of somebody doing the right thing*: as if X did it."""
    noun = reading.clauses.right(verb)
    group = reading.chunks[verb]
    if group.lemma != "be" or reading.chunk_word(noun) not in _EXAMPLES or group.modal:
        return SILENT
    link = reading.clauses.right(noun)
    who = reading.clauses.right(link)
    act = reading.clauses.right(who)
    if reading.chunk_word(act) in ("who", "that"):
        act = reading.clauses.right(act)
    is_told = reading.chunk_word(link) == "of" and reading.clauses.kind(act) == "VG"
    is_one = reading.chunk_word(who) in _SOMEBODY or reading.chunk_word(who) in person_words()
    if not is_told or not is_one or reading.chunks[act].passive:
        return SILENT
    cue, last = reading.act_cue(act, "subject")
    sign, word = cue.sign if cue else 0, reading.chunks[last].last
    if not sign:
        sign, word = reading.value(reading.clauses.right(act))
    denied = group.negated != reading.chunks[act].negated
    sign *= max(0, reading.asserted(verb)) * (-1 if denied else 1)
    return Evidence(sign, reading.chunks[noun].first, word, "one who does")


def _shows_attitude(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the sentences show a disregard for the law*, *the vote reflects our commitment*."""
    group = reading.chunks[verb]
    if group.lemma not in _SHOWING or group.passive or subject < 0:
        return SILENT
    what = reading.clauses.right(verb)
    word = reading.chunk_word(what)
    if reading.chunk_word(reading.clauses.right(what)) == "of" and word in ("lack", "want"):
        word = reading.chunk_word(reading.clauses.right(reading.clauses.right(what)))
        sign = -int(word in _ATTITUDES_GOOD)
    else:
        sign = (word in _ATTITUDES_GOOD) - (word in _ATTITUDES_BAD)
    is_open = group.modal in ("must", "should", "may", "might", "could")
    if not sign or is_open or reading.is_own_side(subject):
        return SILENT
    if reading.chunk_word(subject) in _SHOWERS:
        return SILENT  # the report shows their contempt
    is_none = group.negated or reading.opening(what) in ("no", "little")
    sign *= max(0, reading.asserted(verb)) * (-1 if is_none else 1)
    return Evidence(sign, *reading.span(verb, what), "shows attitude")


def _gives_to_few(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the old council gave tax breaks to big landlords*."""
    group = reading.chunks[verb]
    if group.lemma not in _GIVING or group.passive or group.negated or subject < 0:
        return SILENT
    thing = reading.clauses.right(verb)
    whom = reading.clauses.right(reading.clauses.right(thing))
    if reading.chunk_word(thing) not in _HANDOUTS:  # gives the rich a tax break
        thing, whom = reading.clauses.right(thing), thing
    if reading.chunk_word(thing) not in _HANDOUTS or reading.clauses.kind(whom) not in ("NP", "JJ"):
        return SILENT
    if group.modal in ("may", "might", "could") or reading.is_own_side(subject):
        return SILENT
    phrase = reading.chunks[whom]
    words = {word.lower for word in reading.words[phrase.first : phrase.last + 1]}
    sign = -int(not words.isdisjoint(_FEW))
    return Evidence(
        sign * max(0, reading.asserted(verb)), *reading.span(verb, thing), "for the few"
    )


def _needs_help(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*aid groups need immediate access*, *the farmers desperately need relief*."""
    group = reading.chunks[verb]
    if group.lemma not in ("need", "require") or group.passive or group.negated or group.modal:
        return SILENT
    what = reading.clauses.right(verb)
    if reading.chunk_word(what) not in _NEEDED_HELP or subject < 0:
        return SILENT
    head = reading.words[reading.chunks[subject].head]
    whom = reading.chunk_word(subject)
    is_body = head.pos == "NNS" and whom in _HELPED
    is_plural = is_body or whom in person_words() or whom in _TO_BE_SPARED
    is_past = reading.words[group.head].pos == "VBD"
    if not is_plural or is_past or reading.is_own_side(subject) or reading.value(subject)[0] < 0:
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb, what), "needs help")


def _deprives(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the bill would strip families of their benefits*, *robbed them of hope*."""
    group = reading.chunks[verb]
    if group.lemma not in ("strip", "rob", "deprive", "cheat") or group.passive or subject < 0:
        return SILENT
    if group.modal in ("may", "might", "must", "should") or reading.is_own_side(subject):
        return SILENT
    thing, last = -1, min(verb + 8, len(reading.chunks))
    for place in range(verb + 2, last):  # the last *of*: thousands of families of their savings
        if reading.chunks[place].kind in ("VG", "SUB", "PUNCT"):
            break
        if reading.chunk_word(place) in ("of", "out"):
            thing = reading.clauses.right(place)
    whom = reading.clauses.right(verb)
    if thing < 0 or reading.clauses.kind(thing) != "NP" or reading.clauses.kind(whom) != "NP":
        return SILENT
    if reading.value(whom)[0] < 0 or reading.value(thing)[0] < 0:
        return SILENT
    sign = -max(0, reading.asserted(verb)) * (-1 if group.negated else 1)
    return Evidence(sign, *reading.span(verb, thing), "deprives")


def _would_make(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*she would make a great mayor*: what somebody would be."""
    group = reading.chunks[verb]
    role = reading.clauses.right(verb)
    if group.lemma != "make" or group.passive or reading.clauses.kind(role) != "NP" or subject < 0:
        return SILENT
    after = reading.clauses.right(role, ())
    ends = (
        after < 0
        or reading.clauses.kind(after) in ("PUNCT", "CC")
        or (reading.chunk_word(after) in ("for", "of"))
    )
    is_person = reading.chunk_word(role) in person_words() or reading.chunk_word(role) in _ROLES
    if not ends or not is_person or reading.opening(role) not in ("a", "an", "the"):
        return SILENT
    if reading.is_own_side(subject):
        return SILENT
    sign, word = reading.value(role)
    sign *= max(0, reading.asserted(verb)) * (-1 if group.negated else 1)
    return Evidence(sign, word, word, "predicate")


def _more_than_harm(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*the plan would do more good than harm*."""
    group = reading.chunks[verb]
    if group.lemma not in ("do", "bring", "cause") or group.negated:
        return SILENT
    words = [word.lower for word in reading.words[group.last + 1 : group.last + 5]]
    if words[:1] != ["more"] or words[2:3] != ["than"]:
        return SILENT
    sign = (words[1] in ("good", "benefit", "benefits")) - (words[1] in ("harm", "damage"))
    last = min(group.last + 4, len(reading.words) - 1)
    return Evidence(sign * max(0, reading.asserted(verb)), group.first, last, "set phrase")


def _can_be_trusted(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the council can be trusted*."""
    group = reading.chunks[verb]
    is_trust = group.passive and group.lemma in ("trust", "rely", "count") and not group.negated
    if not is_trust or group.modal != "can" or subject < 0 or reading.is_nobody(subject):
        return SILENT
    return Evidence(max(0, reading.asserted(verb)), *reading.span(verb), "predicate")


def _is_result(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*his release is the result of hard work*: told by what it comes of."""
    group = reading.chunks[verb]
    noun = reading.clauses.right(verb)
    if group.lemma != "be" or reading.chunk_word(noun) not in RESULTS or group.negated:
        return SILENT
    link = reading.clauses.right(noun)
    what = reading.clauses.right(link)
    if reading.chunk_word(link) != "of" or subject < 0 or reading.clauses.kind(what) != "NP":
        return SILENT
    value, word = reading.value(what)
    if reading.value_group(word) == "matter" if value else True:
        return SILENT
    return Evidence(value * max(0, reading.asserted(verb)), word, word, "result of")


def _is_set_on(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*the junta is not interested in peace*, *the firm is only interested in profit*."""
    group = reading.chunks[verb]
    how = reading.clauses.right(verb)
    if group.passive and group.lemma == "interest":
        how = verb
    elif group.lemma not in ("be", "seem") or reading.chunk_word(how) not in _EARNEST:
        return SILENT
    if subject < 0 or reading.is_own_side(subject):
        return SILENT
    link = reading.clauses.right(how)
    what = reading.clauses.right(link)
    if reading.chunk_word(link) not in ("in", "about") or what < 0:
        return SILENT
    if reading.clauses.kind(what) == "VG":  # in making peace
        what = reading.clauses.right(what)
    if reading.clauses.kind(what) != "NP" or reading.value(what)[0] <= 0 or group.modal:
        return SILENT
    sign = (-1 if group.negated else 1) * max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(verb, what), "set on")


def is_question(reading: "Reading", verb: int) -> bool:
    """Whether a clause is what nobody knows or has settled: *no agreement on how it would work*."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0 or not group.modal:
        return False
    opening = reading.clauses.left(subject)
    word = reading.chunk_word(opening)
    before = reading.clauses.kind(reading.clauses.left(opening)) if opening >= 0 else ""
    if word in ("how", "whether", "why"):
        return before in ("IN", "JJ", "NP")
    return word == "when" and before == "JJ"


def is_reluctant(reading: "Reading", act: int) -> bool:
    """Whether an act is one that cannot be helped: *had no choice but to accept the cuts*."""
    first = reading.chunks[act].first
    words = [word.lower for word in reading.words[max(0, first - 8) : first]]
    if "short" in words and words[words.index("short") :][1:2] == ["of"]:
        return True  # stopped short of declaring a commitment to it
    but = reading.clauses.left(act)
    choice = reading.clauses.left(but)
    if reading.chunk_word(but) not in ("but", "except", "than"):
        return False
    if reading.chunk_word(choice) not in ("choice", "option", "alternative"):
        return False
    cue = cues().get(("verb", reading.chunks[act].lemma, "object"))
    is_none = reading.opening(choice) in ("no", "little")
    return is_none and (cue is None or cue.sign > 0 or cue.group in ("end", "harm"))
