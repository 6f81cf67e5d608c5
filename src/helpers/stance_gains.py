"""Plain turns of newswire on other phrases: a blow to X, would like to see X, more must go to X.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_newswire as newswire
from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_NEEDED_HELP = read_set("needed help")
_TO_BE_SPARED = read_set("to be spared")
_GAINS = read_set("gains for somebody")
_LOSSES = read_set("losses for somebody")
_COPULAS = frozenset({"be", "represent", "constitute", "mark", "remain", "become"})
_WISHING = frozenset({"want", "like", "wish", "hope", "love", "hate", "expect", "need"})
_BARE = frozenset({"it", "that", "this", "thing", "more", "something", "everything", "better"})
_NOT_A_DEED = (
    _BARE
    | {"homework", "chore", "shopping", "math", "part", "best"}
    | read_set("work done")
    | {"job", "work", "lot", "what", "all", "good", "harm"}
)
_HELD_DEAR = frozenset(
    {"effort", "hope", "right", "freedom", "democracy", "peace", "process", "justice", "campaign"}
    | {"press", "prospect", "talk", "stability", "security", "unity", "reform", "economy", "trust"}
)
_SHARES = frozenset({"time", "chance", "voice", "say", "vote", "freedom", "job", "house", "home"})
_LISTS = frozenset({"blacklist", "watchlist"})
_OF_LISTS = frozenset({"black", "sanctions", "terror", "terrorist", "terrorism", "watch"})
_PUT_ON = frozenset({"add", "put", "place", "include", "keep", "return"})
_TAKEN_OFF = frozenset({"remove", "take", "strike", "delete"})
_REACHING = frozenset(
    {"reach", "finish", "complete", "conclude", "clinch", "strike", "find", "achieve", "close"}
    | {"finalise", "finalize", "hammer", "broker", "seal", "get", "forge", "make", "build"}
)
_REACHED = frozenset(
    {"agreement", "deal", "solution", "settlement", "compromise", "accord", "truce", "ceasefire"}
    | {"consensus", "pact", "treaty", "understanding", "peace", "resolution", "coalition"}
)
_LUCKY = frozenset({"lucky", "fortunate", "blessed", "privileged", "honoured", "honored"})
_WELL_KEPT = frozenset({"open", "safe", "alive", "free", "strong", "intact", "running", "secure"})
_GROWING = frozenset({"rise", "grow", "soar", "climb", "increase", "double", "improve", "surge"})
_SHRINKING = frozenset({"fall", "drop", "shrink", "decline", "plunge", "plummet", "decrease"})
_BETTER_MORE = read_set("better more")
_BETTER_FEWER = read_set("better fewer")
_ASSUMED = frozenset({"reason", "explanation", "cause", "mistake", "catch", "limit"})
_THOSE = frozenset({"those", "anyone", "everyone", "gang", "perpetrators"})
_INDEFINITE = frozenset({"a", "an", "any", "another", "more", "further", "such"})
_FALSE_HAVING = frozenset({"has", "have", "had", "needs", "need"})


def of_phrase(reading: "Reading", index: int) -> Evidence:
    """What a plain turn says of a phrase that is no subject."""
    before = reading.clauses.left(index)
    kind = reading.clauses.kind(before)
    if kind == "IN":
        return first_to_speak(_AFTER_PREPOSITIONS, reading, index, before)
    if kind == "VG":
        return first_to_speak(_AFTER_VERBS, reading, index, before)
    if kind == "NP":
        return _way_that_bothers(reading, index, before)
    if kind == "CC" and reading.clauses.kind(reading.clauses.left(before)) == "NP":
        return _other_choice(reading, index, before)
    return SILENT


def _way_that_bothers(reading: "Reading", index: int, whom: int) -> Evidence:
    """*it bothers me the way they used it*: told after *it*."""
    verb = reading.clauses.left(whom)
    if reading.clauses.kind(verb) != "VG" or reading.chunk_word(index) not in ("way", "manner"):
        return SILENT
    is_it = reading.chunk_word(reading.clauses.left(verb)) == "it"
    sign = newswire.moved(reading, verb) if is_it else 0
    return Evidence(sign, *reading.span(verb), "moves the speaker")


def _as_bad_as(reading: "Reading", index: int, link: int) -> Evidence:
    """*his party is just as corrupt as the old one*, *is no better than the junta*."""
    told = reading.clauses.left(link)
    verb = reading.clauses.left(told, ("RB", "IN"))
    word = reading.chunk_word(link)
    if word not in ("as", "than") or reading.clauses.kind(told) != "JJ":
        return SILENT
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _COPULAS:
        return SILENT
    group = reading.chunks[verb]
    between = {w.lower for w in reading.words[group.last + 1 : reading.chunks[told].head]}
    head = reading.words[reading.chunks[told].head].lower
    if word == "than":
        is_no_better = head == "better" and ("no" in between or group.negated)
        sign = -int(is_no_better)
    else:
        sign = min(0, reading.value(told)[0]) if "as" in between and not group.negated else 0
        sign = 0 if head in ("poor", "weak", "sick", "ill", "old") else sign
    if reading.chunk_word(index) in ("ever", "year", "before", "last") or reading.value(index)[0]:
        return SILENT
    sign *= max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(told, link), "as bad as")


def _cause_of(reading: "Reading", index: int, link: int) -> Evidence:
    """*the crisis is the result of the policy*, *the deal is a product of the talks*."""
    noun = reading.clauses.left(link)
    verb = reading.clauses.left(noun)
    if reading.chunk_word(link) != "of" or reading.chunk_word(noun) not in newswire.RESULTS:
        return SILENT
    if reading.chunk_word(verb) != "be" or reading.chunks[verb].negated:
        return SILENT
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0 or reading.value(index)[0]:
        return SILENT
    value, word = reading.value(subject)
    if not value:
        return SILENT
    return Evidence(value * max(0, reading.asserted(verb)), word, word, "cause")


def _owed_to(reading: "Reading", index: int, link: int) -> Evidence:
    """*the town owes a great debt to the nurses*: for whom thanks are due."""
    debt = reading.clauses.left(link)
    verb = reading.clauses.left(debt)
    if reading.chunk_word(link) != "to" or reading.chunk_word(verb) != "owe":
        return SILENT
    word = reading.chunk_word(debt)
    is_plain = not reading.chunks[verb].negated and reading.opening(index) not in ("no",)
    is_thanks = word in ("debt", "much", "lot", "everything", "deal", "apology", "thanks")
    sign = int(is_thanks and is_plain) * max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(verb, debt), "owed")


def _gain_for(reading: "Reading", index: int, link: int) -> Evidence:
    """*the ruling is a boost for workers*, *the cut was a blow to our efforts*: for whom it is."""
    noun = reading.clauses.left(link)
    verb = reading.clauses.left(noun)
    word = reading.chunk_word(noun)
    if word not in _GAINS and word not in _LOSSES:
        return SILENT
    if reading.chunk_word(link) not in ("for", "to") or reading.chunk_word(verb) not in _COPULAS:
        return SILENT
    group = reading.chunks[verb]
    opening = reading.opening(noun)
    if group.negated or group.modal in ("may", "might", "could") or opening in ("no", "any"):
        return SILENT
    head = reading.words[reading.chunks[index].head]
    is_loss = word in _LOSSES
    if reading.value(index)[0] < 0 or (is_loss and head.pos in ("NNP", "NNPS", "PRP")):
        return SILENT  # a blow to Orlo: a fact, or an opponent's joy
    if not is_loss and head.pos == "PRP":
        return SILENT
    held_dear = (
        reading.chunk_word(index) in _HELD_DEAR or reading.chunk_word(index) in _TO_BE_SPARED
    )
    if is_loss and not held_dear:
        return SILENT  # a blow to the government
    sign = max(0, reading.asserted(verb))
    return Evidence(sign, reading.chunks[noun].first, reading.chunks[noun].head, "gain or loss")


def _on_list(reading: "Reading", index: int, verb: int) -> Evidence:
    """*asked the council to put the firm on a blacklist*, *to take them off the terror list*."""
    group = reading.chunks[verb]
    if group.lemma not in _PUT_ON and group.lemma not in _TAKEN_OFF:
        return SILENT
    link = reading.clauses.right(index)
    place = reading.clauses.right(link, ("RB", "IN"))
    if reading.clauses.kind(link) != "IN" or reading.clauses.kind(place) != "NP":
        return SILENT
    word = reading.chunk_word(place)
    phrase = reading.chunks[place]
    words = {w.lower for w in reading.words[phrase.first : phrase.head]}
    is_bad = word in _LISTS or (word == "list" and not words.isdisjoint(_OF_LISTS))
    of = reading.clauses.right(place)
    if word == "list" and reading.chunk_word(of) == "of":
        is_bad |= reading.value(reading.clauses.right(of))[0] < 0
    if not is_bad or group.passive:
        return SILENT
    sign = -1 if group.lemma in _PUT_ON else 1
    sign *= reading.event(verb)
    return Evidence(sign, *reading.span(verb, place), "put on a list")


def _to_be_done(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we need to do the budget first*, *they are not going to do amnesty*."""
    group = reading.chunks[verb]
    if group.lemma != "do" or group.passive or reading.chunk_word(index) in _NOT_A_DEED:
        return SILENT
    head = reading.words[reading.chunks[index].head]
    is_deed = head.pos in ("NN", "NNS", "NNP", "NNPS") and not reading.value(index)[0]
    outer = reading.clauses.governor(verb).chunk
    is_wanted = reading.clauses.kind(outer) == "VG" and reading.chunks[outer].lemma in (
        "need",
        "want",
        "have",
        "go",
    )
    if not is_deed or not group.infinitive or not is_wanted:
        return SILENT
    if not reading.is_own_side(reading.clauses.subjects.get(outer)):
        return SILENT
    return Evidence(reading.event(verb), *reading.span(outer, verb), "to be done")


def _wished_to_see(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we don't want to see another war*, *I would like to see a deal*."""
    group = reading.chunks[verb]
    if group.lemma != "see" or not group.infinitive or group.negated:
        return SILENT
    outer = reading.clauses.governor(verb).chunk
    if reading.clauses.kind(outer) != "VG" or reading.chunks[outer].lemma not in _WISHING:
        return SILENT
    after = reading.clauses.right(index)
    head = reading.words[reading.chunks[index].head]
    if reading.clauses.kind(after) in ("VG", "JJ") or head.pos in ("NNP", "NNPS", "PRP"):
        return SILENT
    if not reading.is_own_side(reading.clauses.subjects.get(outer)):
        return SILENT
    wish = reading.chunks[outer]
    sign = reading.event(outer) * (-1 if wish.lemma == "hate" else 1)
    if sign > 0 and reading.opening(index) not in _INDEFINITE:
        return SILENT  # wants to see the report: wishes to learn more
    if wish.lemma == "expect":
        return SILENT
    return Evidence(sign, *reading.span(outer, verb), "wished to see")


def _has_to_be(reading: "Reading", index: int, verb: int) -> Evidence:
    """*it has to be a clean break*: the only thing that will do."""
    group = reading.chunks[verb]
    if group.lemma != "be" or not group.infinitive or group.negated:
        return SILENT
    outer = reading.clauses.left(verb)
    is_due = (
        reading.words[reading.chunks[outer].head].lower in _FALSE_HAVING if outer >= 0 else False
    )
    subject = reading.clauses.subjects.get(outer)
    if not is_due or subject is None or reading.chunk_word(subject) not in ("it", "that", "this"):
        return SILENT
    if reading.chunks[outer].negated or reading.chunks[outer].modal or reading.value(index)[0] < 0:
        return SILENT
    head = reading.words[reading.chunks[index].head]
    if reading.clauses.kind(reading.clauses.right(index)) == "SUB":
        return SILENT  # it has to be the mayor who signs
    sign = max(0, reading.asserted(outer)) if head.pos in ("NN", "NNS") else 0
    return Evidence(sign, *reading.span(outer, verb), "has to be")


def _there_has_to_be(reading: "Reading", index: int, verb: int) -> Evidence:
    """*there needs to be an inquiry*, *there has to be a way out*."""
    group = reading.chunks[verb]
    outer = reading.clauses.left(verb)
    if group.lemma != "be" or not group.infinitive or reading.clauses.kind(outer) != "VG":
        return SILENT
    due = reading.chunks[outer]
    is_there = due.first > 0 and reading.words[due.first - 1].lower == "there"
    is_there &= reading.chunk_word(index) not in _ASSUMED
    if not is_there or due.lemma not in ("need", "have") or reading.opening(index) == "no":
        return SILENT
    sign = max(0, reading.asserted(outer)) * (-1 if due.negated else 1)
    return Evidence(sign, *reading.span(outer, verb), "has to be")


def _aimed_at(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we hope to reach a deal soon*, *they are determined to find a solution*."""
    group = reading.chunks[verb]
    if group.lemma not in _REACHING or not group.infinitive or group.passive:
        return SILENT
    if reading.chunk_word(index) not in _REACHED:
        return SILENT
    sign = max(0, reading.event(verb))
    return Evidence(sign, *reading.span(verb), "aimed at")


def _lucky_to_have(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we are lucky to have such a captain*."""
    group = reading.chunks[verb]
    if group.lemma not in ("have", "know", "meet") or not group.infinitive or group.negated:
        return SILENT
    lucky = reading.clauses.left(verb)
    word = reading.words[reading.chunks[lucky].head].lower if lucky >= 0 else ""
    holder = lucky if reading.clauses.kind(lucky) == "VG" else reading.clauses.left(lucky)
    if word not in _LUCKY or reading.clauses.kind(holder) != "VG":
        return SILENT
    if reading.words[reading.chunks[index].first].pos == "CD":
        return SILENT  # lucky to have three days of sun
    if reading.chunks[holder].negated or reading.clauses.kind(reading.clauses.right(index)) == "VG":
        return SILENT
    return Evidence(max(0, reading.asserted(holder)), *reading.span(holder, verb), "lucky to have")


def _kept_so(reading: "Reading", index: int, verb: int) -> Evidence:
    """*it is vital to keep the bridge open*, *we will keep the town safe*."""
    group = reading.chunks[verb]
    state = reading.clauses.right(index)
    if group.lemma != "keep" or group.passive or reading.clauses.kind(state) != "JJ":
        return SILENT
    if reading.chunk_word(state) not in _WELL_KEPT:
        return SILENT
    return Evidence(reading.event(verb), *reading.span(verb, state), "kept")


def _to_be_given(reading: "Reading", index: int, verb: int) -> Evidence:
    """*they must give aid workers access*: a third party to be helped."""
    group = reading.chunks[verb]
    thing = reading.clauses.right(index)
    if group.lemma not in ("give", "grant", "offer") or group.passive:
        return SILENT
    word = reading.chunk_word(thing) if reading.clauses.kind(thing) == "NP" else ""
    if word not in _NEEDED_HELP and word not in _SHARES:
        return SILENT
    is_due = reading.is_obliged(verb) or group.infinitive
    if not is_due or group.negated or reading.opening(thing) == "no":
        return SILENT
    sign = max(0, reading.event(verb))
    return Evidence(sign, *reading.span(verb, thing), "to be given")


def _other_choice(reading: "Reading", index: int, joint: int) -> Evidence:
    """*it has to be either a federation or a full split*."""
    first = reading.clauses.left(joint)
    verb = reading.clauses.left(first)
    if reading.chunk_word(joint) != "or" or reading.clauses.kind(verb) != "VG":
        return SILENT
    return _has_to_be(reading, index, verb)


def _time_for(reading: "Reading", index: int, link: int) -> Evidence:
    """*it is time for a new charter*, not *time for them to leave*."""
    time = reading.clauses.left(link)
    copula = reading.clauses.left(time)
    if reading.chunk_word(time) != "time" or reading.chunk_word(link) != "for":
        return SILENT
    after = reading.clauses.after_phrase(index)
    is_it = reading.chunk_word(copula) == "be"
    is_it = is_it and reading.chunk_word(reading.clauses.left(copula)) in ("it", "now", "this")
    if not is_it or reading.clauses.kind(after) == "VG" or reading.value(index)[0] < 0:
        return SILENT
    sign = max(0, reading.asserted(copula)) * (-1 if reading.chunks[copula].negated else 1)
    return Evidence(sign, *reading.span(copula, link), "time for it")


def _to_be_done_for(reading: "Reading", index: int, link: int) -> Evidence:
    """*more must be done for the refugees*, *not enough is being done for them*."""
    verb = reading.clauses.left(link)
    group = reading.chunks[verb]
    if reading.chunk_word(link) != "for" or not group.passive or group.lemma != "do":
        return SILENT
    before = reading.words[group.first - 1].lower if group.first else ""
    is_more = before in ("more", "everything", "something", "much")
    is_due = group.modal in ("must", "should", "can", "could")
    is_short = before in ("nothing", "little", "enough") and not group.modal
    if not ((is_more and is_due and not group.negated) or is_short):
        return SILENT
    head = reading.words[reading.chunks[index].head]
    sign = int(head.pos in ("NNS", "NN", "NNPS", "NNP"))
    return Evidence(sign, *reading.span(verb, link), "needs help")


def _behind_it(reading: "Reading", _index: int, link: int) -> Evidence:
    """*those behind the raid must be caught*: who did it is to be punished, so it is a wrong."""
    those = reading.clauses.left(link)
    if reading.chunk_word(link) != "behind" or reading.clauses.kind(those) != "NP":
        return SILENT
    if reading.words[reading.chunks[those].head].lower not in _THOSE:
        return SILENT
    found = reading.toward(those, 1)
    if found.rule == "told to stop or go":
        return SILENT  # those behind the fence must leave
    return found._replace(rule="those behind it")


def _under_whom(reading: "Reading", index: int, link: int) -> Evidence:
    """*under this government, wages have fallen*: what came about while X was in office."""
    if link != 0 or reading.chunk_word(link) not in ("under", "with") or index != 1:
        return SILENT
    verb = next((v for v, s in reading.clauses.subjects.items() if s is not None and s > 1), -1)
    if verb < 0 or not reading.chunks[verb].finite or reading.chunks[verb].passive:
        return SILENT
    group = reading.chunks[verb]
    subject = reading.clauses.subjects[verb]
    if subject is None or not reading.clauses.chunk_is_comma(subject - 1):
        return SILENT
    direction = (group.lemma in _GROWING) - (group.lemma in _SHRINKING)
    if not direction or group.negated or group.modal in ("may", "might", "could"):
        return SILENT
    word = reading.chunk_word(subject)
    amount = (word in _BETTER_MORE) - (word in _BETTER_FEWER)
    cue = cues().get(("noun", word, "value"))
    amount = amount or (cue.sign if cue else 0)
    return Evidence(amount * direction, *reading.span(subject, verb), "what came about")


def _gain_from(reading: "Reading", _index: int, link: int) -> Evidence:
    """*farmers will benefit from the tariff*, *they have nothing to gain from it*."""
    verb = reading.clauses.left(link)
    if reading.chunk_word(link) != "from" or reading.clauses.kind(verb) != "VG":
        return SILENT
    group = reading.chunks[verb]
    if group.lemma not in ("gain", "benefit", "fear", "lose") or group.passive:
        return SILENT
    good = -1 if group.lemma in ("fear", "lose") else 1
    none = reading.clauses.left(verb)
    if group.infinitive and reading.chunk_word(none) in ("nothing", "little", "much", "lot"):
        sign = -good if reading.chunk_word(none) in ("nothing", "little") else good
        return Evidence(sign, *reading.span(none, link), "gain from")
    subject = reading.clauses.subjects.get(verb)
    if not group.finite or good < 0 or subject is None or subject < 0 or group.negated:
        return SILENT
    whom = reading.chunk_word(subject)
    is_good = whom in _TO_BE_SPARED or whom in person_words() or whom in ("community", "economy")
    is_good &= reading.value(subject)[0] >= 0 and group.modal in ("", "will", "would")
    sign = int(is_good) * max(0, reading.asserted(verb))
    return Evidence(sign, *reading.span(verb, link), "gain from")


def _spend_more_on(reading: "Reading", _index: int, link: int) -> Evidence:
    """*they should spend more on schools*, *must spend less on arms*."""
    more = reading.clauses.left(link)
    verb = reading.clauses.left(more)
    word = reading.words[reading.chunks[more].head].lower if more >= 0 else ""
    if reading.chunk_word(link) not in ("on", "in") or word not in ("more", "less"):
        return SILENT
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in ("spend", "invest"):
        return SILENT
    sign = max(0, reading.event(verb)) * (1 if word == "more" else -1)
    is_due = reading.is_obliged(verb) or reading.chunks[verb].infinitive
    return Evidence(sign * int(is_due), *reading.span(verb, link), "more for it")


_AFTER_PREPOSITIONS = (
    _gain_from,
    _spend_more_on,
    _under_whom,
    _cause_of,
    _owed_to,
    _time_for,
    _to_be_done_for,
    _behind_it,
    _as_bad_as,
    _gain_for,
)
_AFTER_VERBS = (
    _to_be_given,
    _kept_so,
    _lucky_to_have,
    _there_has_to_be,
    _aimed_at,
    _on_list,
    _to_be_done,
    _wished_to_see,
    _has_to_be,
)
