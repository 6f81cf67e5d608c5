"""Stance toward the subject of a clause: what it is, does, must do, or has done to it.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_blame as blame
from helpers import stance_clauses as frames
from helpers import stance_composition as composition
from helpers import stance_conditions as conditions
from helpers import stance_constructions as constructions
from helpers import stance_deeds as deeds
from helpers import stance_demands as demands
from helpers import stance_feelings as feelings
from helpers import stance_manners as manners
from helpers import stance_mentions as mentions
from helpers import stance_naming as naming
from helpers import stance_newswire as newswire
from helpers import stance_offers as offers
from helpers import stance_protests as protests
from helpers import stance_relatives as relatives
from helpers import stance_speaker as who
from helpers import stance_terms as terms
from helpers import stance_turns as turns
from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.titles import person_words
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_OBLIGATION = read_set("obligation")
_CONTROL = read_set("control")
_COMMITTING = read_set("committing")
_FOUNDED = read_set("founded")
"""Verbs in whose passive something is told of the subject: *X is based on lies*."""

_COPULAS = read_set("copulas")
_WANTED_IN_A_LEADER = read_set("wanted in a leader")
_NOT_CONTROLLED = frozenset(("hard", "difficult", "impossible", "easy", "tough", "possible"))
_LEFT = read_set("left behind")
_FELL_SHORT = read_set("fell short")
_MAKING = frozenset({"draft", "prepare", "propose", "introduce", "table"})
_THINKING_AGAIN = frozenset({"reconsider", "rethink", "review", "revisit"})
_FORECASTING = frozenset({"expect", "predict", "forecast", "anticipate", "bet", "reckon"})
_TRYING = frozenset({"try", "question", "investigate", "sack"})

_OF_CLAUSE = (
    feelings.of_clause,
    composition.let_happen,
    composition.no_way_but,
    composition.cleared,
)
_OF_CLAUSE_TOO = (
    composition.to_blame,
    constructions.of_subject,
    frames.of_clause,
    mentions.of_clause,
    offers.of_clause,
    protests.of_clause,
    conditions.of_clause,
    turns.of_clause,
    blame.of_clause,
    newswire.of_clause,
    terms.of_clause,
    manners.of_clause,
)


def as_subject(reading: "Reading", index: int, verb: int, depth: int) -> Evidence:
    """Stance toward the subject of a clause."""
    group = reading.chunks[verb]
    if verb in reading.clauses.relative and _is_in_the_making(reading, index):
        return SILENT  # drafting a law that would punish them
    found = first_to_speak(_OF_CLAUSE, reading, index, verb)
    if not found.sign:
        found = composition.doer_of_what(reading, index, verb, depth)
    if not found.sign:
        found = first_to_speak(_OF_CLAUSE_TOO, reading, index, verb)
    if found.sign:
        return found
    asserted = reading.asserted(verb)
    polarity = -asserted if group.negated else asserted
    following = reading.clauses.right(verb)
    excess = mentions.excess(reading, verb)
    if excess.sign:
        return excess._replace(sign=excess.sign * asserted)
    if verb and reading.chunks[verb - 1].kind == "VG" and reading.chunks[verb - 1].lemma == "get":
        return SILENT  # got hurt
    if group.passive:
        return _as_passive_subject(reading, verb, polarity, depth)
    is_claimed = group.modal in ("", "will", "would")
    if group.modal in ("might", "may") and group.negated:
        return SILENT  # might or might not be wise
    proved = _proved(reading, verb)
    is_copular = group.lemma in _COPULAS and _controlled(reading, verb) is None
    if is_claimed and (is_copular or proved >= 0):
        return _by_predicate(reading, index, proved if proved >= 0 else following, polarity)
    judging = ("adjective", reading.words[group.head].lower, "value")
    if judging in cues() and reading.clauses.kind(following) not in ("NP", "VG"):
        sign = cues()[judging].sign * polarity  # is alarming
        return Evidence(sign, group.head, group.head, "predicate")
    has_to = group.lemma in ("need", "have", "get")
    has_to = has_to and demands.demanded_act(reading, following, verb) is not None
    act = following if has_to else verb
    is_demanded = demands.is_demanded(reading, verb, depth)
    if has_to or group.modal in _OBLIGATION or is_demanded:
        is_meant = asserted > 0 or is_demanded
        due = _obliged(reading, verb, act, depth, is_said=asserted > 0, is_meant=is_meant)
        if due is not None:
            return due
    if reading.is_speaker(index):
        is_named = reading.words[reading.chunks[index].head].pos in ("NN", "NNS")
        worthy = _deserving(reading, verb, following, polarity) if is_named else SILENT
        if worthy.sign:
            return worthy  # our soldiers deserve a rest
        return _own_thing_makes(reading, index, verb, polarity)
    for felt in (_felt(reading, verb), composition.felt_deed(reading, verb)):
        if felt.sign:
            return felt
    done = reading.clauses.governor(verb)
    if done.relation == "relative" and done.chunk != index and group.lemma in _COMMITTING:
        return deeds.author(reading, done.chunk, depth)
    cue, last = reading.idiom(verb, "subject")
    if cue and not _stands_by_it(reading, verb, last):
        return Evidence(cue.sign * polarity, *reading.span(verb, last), "subject of act")
    worthy = _deserving(reading, verb, following, polarity)
    if worthy.sign:
        return worthy
    if group.modal in ("may", "might", "could") and group.lemma in frames.FAILING:
        return SILENT  # may fail: a forecast
    if group.lemma == "fail" and _falls_short(reading, following):
        return SILENT  # failed to reach the final
    cue, _ = reading.verb_cue(act, "subject")
    if cue is None and (further := _controlled(reading, act)) is not None:
        act = further
        cue, _ = reading.verb_cue(act, "subject")
    if cue and not _stands_by_it(reading, verb, verb):
        return Evidence(cue.sign * polarity, *reading.span(verb, act), "subject of act")
    found = deeds.by_effect(reading, verb, following, polarity)
    return found if found.sign else deeds.told(reading, verb, polarity)


def _is_in_the_making(reading: "Reading", index: int) -> bool:
    """Whether a phrase is what the speaker drafts, prepares or works out: *drafting a law*."""
    maker = reading.clauses.left(index)
    is_made = reading.clauses.kind(maker) == "VG" and reading.chunks[maker].lemma in _MAKING
    return is_made and reading.event(maker) > 0


def _by_predicate(reading: "Reading", index: int, told: int, polarity: int) -> Evidence:
    """*X is a disgrace*, *X turned out to be a farce*, *X is not without merit*."""
    head = reading.words[reading.chunks[index].head].lower
    is_pronoun = head in who.FIRST_PERSON or head in who.THIRD_PERSON
    if is_pronoun and reading.is_speaker(index):
        return SILENT  # he and X had been friends
    if reading.chunk_word(told) == "without":  # is not without merit
        polarity = -polarity
        told = reading.clauses.right(told)
    if reading.chunk_word(told) == "behind":
        told = reading.clauses.right(told)
    if (
        reading.chunk_word(told) == "part"
        and reading.chunk_word(reading.clauses.right(told)) == "of"
    ):
        told = reading.clauses.right(reading.clauses.right(told))  # is part of an effort to help
    is_what = reading.chunk_word(told) == "what" and reading.clauses.kind(told + 1) == "VG"
    if is_what:  # their greed is what led to the crisis
        return _by_deed(reading, told + 1, polarity)
    if frames.is_only_way(reading, told):  # is the only way out
        return Evidence(polarity, *reading.span(told), "predicate")
    if mentions.is_since_then(reading, told):
        return SILENT  # is stronger than a year ago
    sign, word = reading.predicate(told)
    if not sign and told >= 0:
        sign, word = naming.attempt(reading, told)
    if not sign:
        sign, word = naming.is_like(reading, told)
    if sign > 0 and _lacks_all(reading, told):
        sign = -1
    to = reading.clauses.right(told)
    if reading.chunk_word(told) == "fit" and reading.clauses.kind(to) == "VG":
        return SILENT  # fit to play
    return Evidence(sign * polarity, word, word, "predicate")


def _lacks_all(reading: "Reading", told: int) -> bool:
    """Whether what is said in praise is taken back: *a nice fellow with no plan*."""
    link = reading.clauses.right(told)
    thing = reading.clauses.right(link)
    is_none = thing >= 0 and reading.opening(thing) in ("no", "little")
    lacks = reading.chunk_word(link) == "without" or (
        reading.chunk_word(link) == "with" and is_none
    )
    return lacks and reading.words[reading.chunks[thing].head].lower in _WANTED_IN_A_LEADER


def _by_deed(reading: "Reading", verb: int, polarity: int) -> Evidence:
    """What a clause after *is what* tells of the thing: *is what led to the crisis*."""
    group = reading.chunks[verb]
    if group.passive or group.modal not in ("", "will", "would"):
        return SILENT
    polarity = -polarity if group.negated else polarity
    for cue, last in (reading.idiom(verb, "subject"), reading.verb_cue(verb, "subject")):
        if cue:
            return Evidence(cue.sign * polarity, *reading.span(verb, last), "subject of act")
    found = deeds.by_effect(reading, verb, reading.clauses.right(verb), polarity)
    return found if found.sign else deeds.told(reading, verb, polarity)


def _obliged(
    reading: "Reading", verb: int, act: int, depth: int, *, is_said: bool, is_meant: bool
) -> Evidence | None:
    """*X must go*, *X has to stay*, *X needs to be done*; None where the act itself is to tell.

    `verb` obliges to `act`, or is the act; `is_said` is whether the speaker says that it does so,
    `is_meant` whether he says or demands it.
    """
    group, this = reading.chunks[verb], reading.chunks[act]
    sign = -1 if group.negated else 1
    if act != verb and this.passive and group.lemma in ("need", "have"):
        found = demands.addressee(reading, act, depth)  # needs to be done
        return found._replace(sign=sign * found.sign)
    place = reading.clauses.right(act, ())
    if this.lemma == "leave" and reading.chunk_word(place) in _LEFT:
        return Evidence(-sign, *reading.span(verb, place), "told to stop or go")
    if this.lemma in ("go", "leave") and reading.chunk_word(place) not in demands.STOPS:
        return SILENT  # must go further: no departure
    if is_said and constructions.is_to_stay(reading, act):
        return Evidence(sign, *reading.span(verb, act), "wanted to stay")
    if not is_meant:
        return None
    cue = reading.verb_cue(act, "yield")[0] or reading.idiom(act, "yield")[0]
    if this.lemma in _THINKING_AGAIN and not _is_its_own(reading, reading.clauses.right(act)):
        return SILENT  # should reconsider the nomination: no wrong of its own
    if cue and not group.negated and not demands.is_for_others_to_end(reading, act):
        return Evidence(-1, *reading.span(verb, act), "told to stop or go")
    return SILENT


def _stands_by_it(reading: "Reading", verb: int, last: int) -> bool:
    """Whether somebody keeps to his word, rather than look on: *stands by his account*."""
    link = reading.clauses.right(verb, ())
    if reading.chunks[verb].lemma != "stand" or last not in (verb, link):
        return False
    if reading.chunk_word(link) != "by":
        return False
    return reading.clauses.kind(reading.clauses.right(link)) == "NP"


def _is_its_own(reading: "Reading", thing: int) -> bool:
    """Whether nothing follows, or what is the subject's own: *must rethink its plan*."""
    is_thing = reading.clauses.kind(thing) == "NP"
    return not is_thing or reading.opening(thing) in ("its", "his", "her", "their", "this")


def _deserving(reading: "Reading", verb: int, following: int, polarity: int) -> Evidence:
    """*X deserve better equipment*, *X does not deserve the prize*."""
    if reading.chunks[verb].lemma not in ("deserve", "merit"):
        return SILENT
    if reading.clauses.kind(following) != "NP" or reading.value(following)[0] < 0:
        return SILENT
    first = reading.chunks[following].first
    words = [word.lower for word in reading.words[first : first + 6]]
    if words[0] == "no":
        return SILENT
    if words[0] in ("everything", "all") and "coming" in words:  # all that is coming to them
        polarity = -polarity
    return Evidence(polarity, *reading.span(verb, following), "subject of act")


def _falls_short(reading: "Reading", following: int) -> bool:
    """Whether what was failed at is nobody's fault: *to recover*, *a medical test*."""
    return reading.chunk_word(following) in _FELL_SHORT


def _proved(reading: "Reading", verb: int) -> int:
    """What something proves to be, turns out to be or looks like; -1 if nothing is told."""
    group = reading.chunks[verb]
    following = reading.clauses.right(verb)
    if group.lemma in ("look", "sound", "seem") and reading.chunk_word(following) == "like":
        return reading.clauses.right(following)
    if group.lemma == "turn" and reading.chunk_word(following) == "out":
        following = reading.clauses.right(following)
    elif group.lemma == "mark" and reading.clauses.kind(following) == "NP":
        return following  # marks a step towards peace
    elif group.lemma != "prove":
        return -1
    if reading.chunk_word(following) == "be" and reading.clauses.kind(following) == "VG":
        return reading.clauses.right(following)
    is_plain = reading.clauses.kind(following) in ("NP", "JJ") and group.lemma == "prove"
    return following if is_plain else -1


def _own_thing_makes(reading: "Reading", index: int, verb: int, polarity: int) -> Evidence:
    """*our diversity makes us stronger*: the speaker's own, told to do good or harm."""
    is_own = reading.opening(index) in who.OWN
    is_made = reading.chunks[verb].lemma in ("make", "render", "leave", "keep")
    made = reading.clauses.kind(reading.clauses.right(reading.clauses.right(verb)))
    if not is_own or not is_made or made != "JJ":
        return SILENT
    return deeds.by_effect(reading, verb, reading.clauses.right(verb), polarity)


def _felt(reading: "Reading", verb: int) -> Evidence:
    """*we are glad that X came*, *we are appalled that X fired*: a feeling about a deed."""
    governor = reading.clauses.governor(verb)
    place = governor.chunk
    if governor.relation != "that" or reading.chunks[verb].passive or place < 0:
        return SILENT
    word = reading.words[reading.chunks[place].head].lower
    cue = cues().get(("adjective", word, "that"))
    holder = place if reading.clauses.kind(place) == "VG" else reading.clauses.left(place)
    if cue is None or not reading.is_own_side(reading.clauses.subjects.get(holder)):
        return SILENT
    sign = cue.sign * reading.event(holder)
    return Evidence(sign, *reading.span(place), "adjective + that")


def _controlled(reading: "Reading", verb: int) -> int | None:
    """The act that a subject tries, goes on, or is determined to do."""
    following = reading.clauses.right(verb, ("RB", "JJ"))
    if reading.chunks[verb].lemma not in _CONTROL or reading.clauses.kind(following) != "VG":
        return None
    if reading.chunk_word(reading.clauses.left(following)) in _NOT_CONTROLLED:
        return None  # is hard to defend: others would
    act = reading.chunks[following]
    return following if act.infinitive or act.participle == "VBG" else None


def _as_passive_subject(reading: "Reading", verb: int, polarity: int, depth: int) -> Evidence:
    """*X must be protected*, *X is misguided*, *X was denied by* the speaker."""
    group = reading.chunks[verb]
    adjective = cues().get(("adjective", reading.words[group.head].lower, "value"))
    if adjective and not group.modal:
        return Evidence(adjective.sign * polarity, group.head, group.head, "predicate")
    is_own = relatives.done_by_speaker(reading, verb) or _is_done_after(reading, verb)
    seen = constructions.seen_as(reading, verb, polarity)
    if is_own and not seen.sign and not group.modal:
        seen = relatives.verdict_before_or_after(reading, verb)
        seen = seen._replace(sign=seen.sign * polarity)
    if seen.sign:
        return seen
    promised = offers.of_passive(reading, verb)
    if promised.sign:
        return promised
    barred = composition.not_tolerated(reading, verb)
    if barred.sign:
        return barred
    owed = composition.owed_or_held(reading, verb) or demands.taken_to(reading, verb)
    if owed:
        return Evidence(owed * reading.event(verb, depth + 1), *reading.span(verb), "owed or held")
    found = constructions.how_done(reading, verb)
    if found.sign:
        return found._replace(sign=found.sign * polarity)
    if group.lemma in _FOUNDED:
        return deeds.told_of_ground(reading, verb, polarity)
    fails = reading.clauses.right(verb)
    if group.lemma in ("allow", "leave", "let") and reading.clauses.kind(fails) == "VG":
        is_due = group.modal in _OBLIGATION and not group.negated
        if is_due and reading.chunks[fails].lemma in frames.FAILING:  # should be allowed to fail
            return Evidence(-max(0, polarity), *reading.span(verb, fails), "subject of passive")
    cue, last = reading.act_cue(verb, "object")
    if is_own and cue and cue.group == "light" and not group.modal:  # support was voiced by us
        return Evidence(cue.sign * polarity, *reading.span(verb, last), "subject of passive")
    if cue is None or cue.group == "light":
        if group.modal not in _OBLIGATION:
            return SILENT
        subject = reading.clauses.subjects[verb] or 0
        is_person = reading.chunk_word(subject) in person_words()
        if is_person and group.lemma in _TRYING and demands.is_obliged(reading, verb):
            return Evidence(-1 + 2 * int(group.negated), *reading.span(verb), "subject of passive")
        return demands.as_demanded(reading, subject, verb, depth)
    if _is_told_of_people(reading, verb) and not is_own:
        return SILENT  # the children were abused
    sign = reading.event(verb, depth + 1)
    if not sign and is_own:
        sign = polarity
    return Evidence(cue.sign * sign, *reading.span(verb, last), "subject of passive")


def _is_told_of_people(reading: "Reading", verb: int) -> bool:
    """Whether a passive is a fact or a forecast: *people were hurt*, *expects X will be named*."""
    group = reading.chunks[verb]
    governor = reading.clauses.governor(verb)
    if governor.relation == "that" and reading.chunk_word(governor.chunk) in _FORECASTING:
        return group.modal not in _OBLIGATION
    is_root = governor.relation == "root" and not group.modal
    return is_root and reading.is_own_side(reading.clauses.subjects.get(verb))


def _is_done_after(reading: "Reading", verb: int) -> bool:
    """Whether a passive ends its statement, and *by* its speaker follows."""
    if reading.agent_follows:
        return verb >= len(reading.chunks) - 2
    last = len(reading.chunks) - 1
    return verb == last - 1 and reading.chunk_word(last) == "by"
