"""Turns of phrase that show a stance whatever verb is in them: who is to blame, shame on whom.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from helpers import stance_composition as composition
from helpers import stance_deeds as deeds
from helpers import stance_denials as denials
from helpers import stance_gains as gains
from helpers.roles import INTENTS
from helpers.stance_cues import SILENT, Evidence, When, cues, first_to_speak, judging_adjective
from helpers.stance_effects import EFFECTS, tells_effects
from helpers.stance_verdicts import VERDICTS
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_CHEERS = {
    "yes to": 1,
    "long live": 1,
    "hats off to": 1,
    "three cheers for": 1,
    "cheers to": 1,
    "here 's to": 1,
    "kudos to": 1,
    "bravo to": 1,
    "well done to": 1,
    "hail to": 1,
    "glory to": 1,
    "god bless": 1,
    "hooray for": 1,
    "hurrah for": 1,
    "credit to": 1,
    "full marks to": 1,
    "good luck to": 1,
    "justice for": 1,
    "shame on": -1,
    "down with": -1,
    "no to": -1,
    "enough of": -1,
    "death to": -1,
    "out with": -1,
    "to hell with": -1,
    "so much for": -1,
}
"""What is called out before a name, with its direction."""

_OPENING_CHEERS = frozenset(cheer.split(" ")[0] for cheer in _CHEERS)

_BLAME = read_set("blame")
_CREDIT = read_set("credit")
_SYMPATHY = read_set("sympathy")
_LYING_WITH = read_set("lying with")
_WRONG_OF = read_set("wrong of")
"""What is told of whoever does it; *hard for X to do* tells nothing of X."""

_ASKED = {
    "why should": None,
    "why must": None,
    "why would": None,
    "how can": frozenset({"trust", "accept", "defend", "justify", "allow", "tolerate", "support"}),
    "who can": frozenset({"trust", "accept", "defend", "justify", "want", "support", "believe"}),
    "what right": None,
}
"""Questions that want *no* for an answer, with the verbs that they are such questions for."""

_ANYONE = frozenset({"anyone", "anybody", "one"})
_FELT_OF_SELF = {"ashamed": -1, "embarrassed": -1, "proud": 1, "commended": 1}
_ASSAILING = frozenset({"attack", "assail", "mock", "ridicule"})
_PLAIN = read_set("plain nouns")
_WRONGLY = read_set("wrongly")
_TROUBLES = read_set("troubles")
_AIMS = read_set("aims")
_NORMS = read_set("norms")
_FALLING = read_set("falling")
_RISING = read_set("rising (stance constructions)")

_BEHAVING = read_set("behaving")
_BARE_ADVERBS = {"well": 1, "brilliantly": 1, "superbly": 1, "badly": -1, "poorly": -1}
_KINDNESS = read_set("kindness")
_DISDAIN = read_set("disdain")
_STAYING = read_set("staying (stance constructions)")
_IN_PLACE = read_set("in place")
_HARMLESS = read_set("harmless")
_GUARDING = read_set("guarding")
_SURPRISING = {
    "laughable": -1,
    "rich": -1,
    "unbelievable": -1,
    "staggering": -1,
    "incredible": -1,
    "good": 1,
    "great": 1,
    "right": 1,
    "commendable": 1,
    "heartening": 1,
    "encouraging": 1,
    "fortunate": 1,
}
"""What *it is … that X does it* tells of X, beside `_WRONG_OF`."""


def seen_as(reading: "Reading", verb: int, polarity: int) -> Evidence:
    """*X can only be described as a disgrace*, *X must be seen as a success*."""
    group = reading.chunks[verb]
    link = reading.clauses.right(verb)
    if not reading.judges(verb) or reading.chunk_word(link) != "as" or group.modal == "":
        return SILENT
    words = [word.lower for word in reading.words[group.first : group.head]]
    is_claimed = group.modal in ("must", "should") or "only" in words
    sign, word = reading.verdict(reading.clauses.right(link))
    return Evidence(sign * polarity * int(is_claimed), word, word, "called so")


def toward_phrase(reading: "Reading", index: int) -> Evidence:
    """Stance toward a noun phrase by the turn of phrase that it stands in."""
    found = reading.first_of(_OF_PHRASE, index)
    return found if found.sign else first_to_speak(_OF_ANY_PHRASE, reading, index)


def _cheered(reading: "Reading", index: int) -> Evidence:
    """*shame on X*, *long live X*, *no to X*, at the start of a clause."""
    place = reading.chunks[index].first
    for length in (2, 3):
        first = place - length
        if first < 0:
            continue
        called = " ".join(word.lower for word in reading.words[first:place])
        opens = first == 0 or reading.words[first - 1].pos in ("PUNCT", "CC")
        opens |= first > 0 and reading.words[first - 1].lower in ("say", "said", "says")
        if called in _CHEERS and opens:
            return Evidence(_CHEERS[called], first, place - 1, "called out")
    return SILENT


def _placed_with(reading: "Reading", index: int) -> Evidence:
    """*the blame lies with X*, *our hearts go out to X*, *the credit belongs to X*."""
    clauses = reading.clauses
    preposition = clauses.left(index)
    verb = clauses.left(preposition)
    if clauses.kind(verb) == "IN":  # go out to
        verb = clauses.left(verb)
    if clauses.kind(verb) != "VG" or reading.chunks[verb].lemma not in _LYING_WITH:
        return SILENT
    word = reading.chunk_word(preposition)
    subject = clauses.subjects.get(verb)
    before = clauses.left(verb)
    if reading.chunk_word(before) in ("thank", "thanks"):
        subject = before  # our thanks go to
    if subject is None or subject < 0 or word not in ("with", "on", "at", "to"):
        return SILENT
    group = reading.chunks[verb]
    asserted = reading.asserted(verb) * (-1 if group.negated else 1)
    noun = reading.chunks[reading.clauses.phrase_start(subject)].lemma  # blame for it lies with X
    if noun in _BLAME and group.lemma != "go":
        return Evidence(-asserted, *reading.span(subject, verb), "blame or credit")
    is_praise = noun in _SYMPATHY and word in ("with", "to")
    if is_praise or (noun in _CREDIT and group.lemma in ("go", "belong")):
        return Evidence(max(0, asserted), *reading.span(subject, verb), "blame or credit")
    return SILENT


def _trouble_with(reading: "Reading", index: int) -> Evidence:
    """*the trouble with X is that …*, *what is wrong with X is …*, *the problem is X*."""
    clauses = reading.clauses
    link = clauses.left(index)
    trouble = clauses.left(link)
    copula = clauses.right(index)
    word = reading.chunk_word(trouble)
    if reading.chunk_word(link) == "be" and word in _TROUBLES:
        is_the = reading.opening(trouble) in ("the", "our", "my")
        plain = not (reading.chunks[link].negated or reading.chunks[link].modal)
        sign = -max(0, reading.asserted(link)) if is_the and plain else 0
        return Evidence(sign, *reading.span(trouble), "trouble with")
    if reading.chunk_word(link) not in ("with", "about", "in") or copula < 0:
        return SILENT
    is_told = reading.chunk_word(copula) == "be" and not reading.chunks[copula].negated
    if word == "wrong":
        is_told &= reading.chunk_word(clauses.left(clauses.left(trouble))) == "what"
    elif word not in _TROUBLES or clauses.left(trouble) >= 0:
        return SILENT
    return Evidence(-int(is_told), *reading.span(trouble), "trouble with")


def _judged_in_acting(reading: "Reading", index: int) -> Evidence:
    """*it was reckless of X to land*, *it is wrong for X to delay*."""
    clauses = reading.clauses
    preposition = clauses.left(index)
    verdict = clauses.left(preposition)
    verb = clauses.left(verdict)
    act = clauses.after_phrase(index)
    if (
        reading.chunk_word(preposition) not in ("of", "for")
        or reading.chunk_word(verb) != "be"
        or reading.chunk_word(clauses.left(verb)) != "it"
        or clauses.kind(act) != "VG"
        or not reading.chunks[act].infinitive
    ):
        return SILENT
    if reading.chunk_word(preposition) == "for" and reading.chunk_word(verdict) not in _WRONG_OF:
        return SILENT
    sign, word = reading.value(verdict)
    sign *= reading.asserted(verb) * (-1 if reading.chunks[verb].negated else 1)
    return Evidence(sign, word, word, "judged in acting")


def _in_apposition(reading: "Reading", index: int) -> Evidence:
    """*X, a disaster for farmers, was passed*."""
    clauses = reading.clauses
    comma = clauses.right(index)
    noun = clauses.right(comma)
    if reading.chunk_word(comma) != "," or clauses.kind(noun) != "NP":
        return SILENT
    phrase = reading.chunks[noun]
    if reading.words[phrase.first].lower not in ("a", "an"):
        return SILENT
    cue = cues().get(("noun", phrase.lemma, "value"))
    sign, word = reading.value(noun)
    if cue is None and phrase.lemma in _PLAIN and sign:  # a reckless man
        cue = judging_adjective(reading.words[word].lower)
    if cue is None or cue.group in ("matter", "label") or not sign:
        return SILENT
    place = clauses.right(noun)
    while clauses.kind(place) in ("IN", "NP"):
        place = clauses.right(place)
    ends = place < 0 or clauses.kind(place) == "PUNCT"
    return Evidence(sign, word, word, "in apposition") if ends else SILENT


def of_subject(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What a set phrase says of the subject of a clause."""
    if reading.is_speaker(subject):
        return SILENT
    for rules in (_OF_SUBJECT, VERDICTS, EFFECTS if tells_effects(reading, verb) else ()):
        for rule in rules:
            sign, last = rule(reading, verb)
            if sign:
                asserted = reading.asserted(verb) or int(reading.is_obliged(verb))
                words = reading.span(verb, last)
                return Evidence(sign * asserted, *words, "set phrase") if asserted else SILENT
    return SILENT


def _blames_itself(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X is (not) to blame*, *X has only itself to blame*."""
    following = reading.clauses.right(verb)
    group = reading.chunks[verb]
    if group.lemma == "be" and reading.chunk_word(following) == "blame":
        negated = group.negated or reading.chunks[following].negated
        return (1 if negated else -1), following
    blame = reading.clauses.right(following)
    is_self = reading.chunk_word(following).endswith(("self", "selves"))
    if group.lemma == "have" and is_self and reading.chunk_word(blame) == "blame":
        return -1, blame
    return 0, verb


def _should_feel(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X should be ashamed*, *X can be proud*."""
    group = reading.chunks[verb]
    word = reading.words[group.head].lower
    feeling = reading.clauses.right(verb)
    if group.lemma == "be":
        word = reading.chunk_word(feeling)
    last = feeling if group.lemma == "be" else verb
    is_due = group.modal in ("should", "ought", "must", "can") and not group.negated
    return (_FELT_OF_SELF.get(word, 0) if is_due else 0), last


def _is_threatened(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X will pay for it*, *X will live to regret it*."""
    group = reading.chunks[verb]
    is_sure = group.modal in ("will", "shall") or (
        group.modal == "would" and group.lemma in ("answer", "pay", "regret")
    )
    if not is_sure or group.negated or group.passive:
        return 0, verb
    after = reading.clauses.right(verb, ())
    if group.lemma in ("regret", "rue"):
        return -1, verb
    if group.lemma == "answer" and reading.chunk_word(after) == "for":
        return -1, after
    is_price = reading.chunk_word(after) in ("price", "dearly") or (
        reading.chunk_word(after) == "for"
        and reading.chunk_word(reading.clauses.right(after)) in ("this", "it", "that", "crime")
    )
    return (-1, after) if group.lemma == "pay" and is_price else (0, verb)


_PUNISHMENTS = read_set("punishments")


def _deserves(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X deserves to lose*, *X deserves to be jailed*."""
    group = reading.chunks[verb]
    act = reading.clauses.right(verb)
    if group.lemma == "deserve" and reading.clauses.kind(act) == "NP" and not group.negated:
        is_none = reading.opening(act) == "no"
        if reading.chunk_word(act) in _PUNISHMENTS:
            return (0 if is_none else -1), act  # deserves jail
        return (-max(0, _worth(reading, act)) if is_none else 0), act
    if group.lemma != "deserve" or reading.clauses.kind(act) != "VG":
        return 0, verb
    this = reading.chunks[act]
    sign = (this.lemma in _RISING) - (this.lemma in _FALLING)
    if this.passive:
        cue = reading.verb_cue(act, "object")[0]
        sign = cue.sign if cue else 1
    return (-sign if group.negated or this.negated else sign), act


def _worth(reading: "Reading", noun: int) -> int:
    """1 for what is good to have: *no respect*, *no support*."""
    word = reading.chunk_word(noun)
    cue = cues().get(("noun", word, "for")) or cues().get(("noun", word, "value"))
    return cue.sign if cue else 0


def _does_little(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X would do little to help families*."""
    group = reading.chunks[verb]
    place = reading.clauses.right(verb)
    act = reading.clauses.right(place) if reading.clauses.kind(place) != "VG" else place
    words = [w.lower for w in reading.words[group.last + 1 : group.last + 3]]
    is_little = group.lemma == "do" and words and words[0] in ("little", "nothing")
    if not is_little or reading.clauses.kind(act) != "VG" or not reading.chunks[act].infinitive:
        return 0, verb
    cue = reading.verb_cue(act, "object")[0]
    is_good = cue is not None and cue.group in ("help", "further", "support") and cue.sign > 0
    return -int(is_good and not group.negated), act


def is_unreal(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what was not done: *could have saved them*."""
    group = reading.chunks[verb]
    words = [w.lower for w in reading.words[group.first : group.head]]
    return "have" in words and group.modal in ("could", "should", "might", "ought")


def _should_have(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X should have saved them*, *X should not have left*, *X could have helped*."""
    group = reading.chunks[verb]
    if not is_unreal(reading, verb) or group.passive or group.lemma in ("be", "have"):
        return 0, verb
    cue = reading.verb_cue(verb, "subject")[0]
    is_helped = group.modal == "could" and not group.negated and cue is not None and cue.sign > 0
    is_person = not reading.is_own_side(reading.clauses.subjects.get(verb))
    return -int(is_person and (is_helped or group.modal in ("should", "ought"))), verb


def asked_in_vain(reading: "Reading", verb: int) -> bool:
    """Whether a verb stands in a question that wants *no*: *why should we accept it?*."""
    group = reading.chunks[verb]
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0:
        return False
    place = reading.chunks[subject].first
    opening = " ".join(word.lower for word in reading.words[max(0, place - 2) : place])
    opening = opening.replace("could", "can")
    if opening not in _ASKED:
        return False
    verbs = _ASKED[opening]
    is_ours = reading.is_own_side(subject) or reading.chunk_word(subject) in _ANYONE
    return is_ours and not group.negated and (verbs is None or group.lemma in verbs)


def never_enough(reading: "Reading", verb: int) -> bool:
    """Whether a denial says that more is due: *I can't thank them enough*."""
    group = reading.chunks[verb]
    is_denied = group.negated and group.modal in ("can", "ca", "could", "cannot")
    words = reading.words[group.last + 1 : group.last + 10] if is_denied else ()
    return any(word.lower in ("enough", "overstate") for word in words)


def asks_who_would_not(reading: "Reading", verb: int) -> bool:
    """Whether a question wants *nobody* for an answer: *who would not want that?*."""
    group = reading.chunks[verb]
    is_asked = reading.chunk_word(reading.clauses.left(verb)) == "who" and verb == 1
    return is_asked and group.negated and group.modal in ("would", "could", "can", "will")


def is_made_a_condition(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what must come first: *unless X is lifted we leave*."""
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0:
        return False
    link = reading.clauses.left(subject)
    if reading.chunk_word(link) == "if":  # we will back it only if X is dropped
        before = reading.words[reading.chunks[link].first - 1].lower if link else ""
        return before == "only"
    if reading.chunk_word(link) == "until":
        outer = reading.clauses.previous_verb(link, finite=True)
        if outer < 0 or not reading.is_own_side(reading.clauses.subjects.get(outer)):
            return False
        goes_on = reading.chunks[outer].lemma in ("fight", "protest", "strike", "march", "continue")
        return goes_on or reading.chunks[outer].negated
    if reading.chunk_word(link) == "that":
        link = reading.clauses.left(link)
    return reading.chunk_word(link) in ("unless", "provided", "providing")


_OPPOSED_BY = frozenset(("gerund", "against", "to", "about", "over"))


def is_opposed_act(reading: "Reading", verb: int) -> bool:
    """Whether an act is what a verb or adjective is against: *opposes closing it*.

    So is one that a noun announces which is opposed: *criticised the decision to close it*.
    """
    governor = reading.clauses.governor(verb)
    if reading.clauses.kind(governor.chunk) == "NP":
        announced = reading.chunks[governor.chunk].lemma in INTENTS
        return (
            announced and governor.relation in ("to", "to object") and not reading.is_denial(verb)
        )
    return (
        governor.relation in _OPPOSED_BY
        and reading.clauses.kind(governor.chunk) in ("VG", "JJ")
        and not reading.is_denial(verb)
        and not (reading.clauses.kind(governor.chunk) == "VG" and reading.is_denial(governor.chunk))
    )


def is_asked_not_to(reading: "Reading", verb: int) -> bool:
    """Whether somebody is told to leave an act undone: *urged them not to close it*."""
    governor = reading.clauses.governor(verb)
    return (
        governor.relation in ("to", "to object")
        and reading.clauses.kind(governor.chunk) == "VG"
        and reading.chunks[verb].negated
        and not reading.is_denial(governor.chunk)
        and reading.event(governor.chunk, 1) > 0
    )


def is_wrong_to_do(reading: "Reading", verb: int) -> bool:
    """Whether an act is one that it is wrong to do, or to try: *wrong to seek to overturn X*."""
    governor = reading.clauses.governor(verb)
    place = governor.chunk
    if reading.clauses.kind(place) == "VG" and reading.chunks[place].lemma in ("seek", "try"):
        place = reading.clauses.governor(place).chunk
    if governor.relation == "against" and reading.chunk_word(place) in (
        "warn",
        "caution",
        "advise",
    ):
        return not reading.chunks[place].negated  # warned against supporting it
    if governor.relation == "for":  # criticised them for supporting it
        blame = place if reading.clauses.kind(place) == "VG" else reading.clauses.left(place)
        if reading.clauses.kind(blame) != "VG" or reading.is_denial(blame):
            return False
        judged, _ = reading.verb_cue(blame, "object")
        blames = judged is not None and judged.group in ("criticise", "accuse")
        blames |= reading.chunks[blame].lemma in _ASSAILING
        return blames and reading.event(blame, 1) > 0
    if governor.relation == "root" and not reading.chunks[verb].finite:
        return deeds.judged_act(reading, verb).sign < 0  # closing it would be a disaster
    noun = reading.clauses.left(verb)
    if (
        reading.chunk_word(noun) == "sense"
        and reading.chunk_word(reading.clauses.left(noun)) == "make"
    ):
        return True  # it makes no sense to do it
    if governor.relation == "that" and reading.clauses.kind(place) == "VG":
        return composition.is_deplored(reading, place)
    if governor.relation == "to object" and reading.chunk_word(place) == "be":
        place = noun  # it is a mistake to do it
    if reading.clauses.kind(place) not in ("JJ", "NP") or not reading.chunks[verb].infinitive:
        return False
    copula = reading.clauses.left(place)
    is_said = reading.chunk_word(copula) == "be" and not reading.chunks[copula].negated
    return is_said and reading.value(place)[0] < 0


def _worse_than(reading: "Reading", index: int) -> Evidence:
    """*anything would be better than X*."""
    than = reading.clauses.left(index)
    compared = reading.clauses.left(than)
    verb = reading.clauses.left(compared)
    word = reading.words[reading.chunks[compared].head].lower if compared >= 0 else ""
    if reading.chunk_word(than) != "than" or word not in ("better", "preferable"):
        return SILENT
    if reading.chunk_word(verb) != "be" or reading.chunks[verb].negated:
        return SILENT
    return Evidence(-max(0, reading.asserted(verb)), *reading.span(compared, than), "compared")


def _will_not_do(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X won't do*, *X would not do*: not enough."""
    group = reading.chunks[verb]
    after = reading.clauses.right(verb, ())
    ends = after < 0 or reading.clauses.kind(after) == "PUNCT"
    is_short = group.negated and group.lemma == "do" and group.modal in ("will", "wo", "would")
    return (-1 if is_short and ends else 0), verb


def _adverb_sign(word: str) -> int:
    """Direction of an adverb of manner: *well*, *badly*, *recklessly*."""
    if word in _BARE_ADVERBS:
        return _BARE_ADVERBS[word]
    cue = judging_adjective(word.removesuffix("ly")) if word.endswith("ly") else None
    return cue.sign if cue and cue.group != "matter" else 0


def wrongly_done(reading: "Reading", verb: int) -> int:
    """Word that says an act is a wrong: *arbitrarily detained*; -1 if there is none."""
    group = reading.chunks[verb]
    words = list(range(group.first, group.head))
    if verb and reading.chunks[verb - 1].kind == "RB":
        words.append(reading.chunks[verb - 1].head)
    return next((word for word in words if reading.words[word].lower in _WRONGLY), -1)


def _acts_wrongly(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X unlawfully arrested her*."""
    group = reading.chunks[verb]
    wrong = wrongly_done(reading, verb)
    is_deed = group.finite and not (group.passive or group.negated or group.modal)
    return (-1 if is_deed and wrong >= 0 else 0), verb


def _is_against_norms(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X is against the constitution*, *X goes against the treaty*."""
    group = reading.chunks[verb]
    link = reading.clauses.right(verb)
    norm = reading.clauses.right(link)
    is_link = reading.chunk_word(link) == "against" and group.lemma in ("be", "go", "run")
    if not is_link or reading.clauses.kind(norm) != "NP" or group.modal in ("may", "might"):
        return 0, verb
    is_norm = reading.chunk_word(norm) in _NORMS or any(
        word.lower in ("resolution", "treaty", "convention")
        for word in reading.words[reading.chunks[norm].first : reading.chunks[norm].last]
    )
    return (-int(is_norm) * (-1 if group.negated else 1)), norm


def _does_much(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X has done a lot for the town*."""
    group = reading.chunks[verb]
    much = reading.clauses.right(verb)
    link = reading.clauses.right(much)
    is_much = reading.chunk_word(much) in ("lot", "much", "deal", "wonder", "everything")
    is_done = group.lemma == "do" and reading.chunk_word(link) == "for" and is_much
    is_open = group.modal not in ("", "will", "would")
    return (int(is_done and not group.negated and not is_open)), link


def _lets_us(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X will allow us to build homes*, *X prevents us from working*."""
    group = reading.chunks[verb]
    us = reading.clauses.right(verb)
    act = reading.clauses.right(us)
    if reading.chunk_word(us) not in ("us", "me") or group.passive or group.modal == "might":
        return 0, verb
    if group.lemma in ("allow", "enable", "help") and reading.clauses.kind(act) == "VG":
        return (-1 if group.negated else 1), act
    is_kept = group.lemma in ("prevent", "stop", "keep") and reading.chunk_word(act) == "from"
    return (-1 if is_kept and not group.negated else 0), act


def _aims_at(reading: "Reading", index: int) -> Evidence:
    """*the true aim of X is to shut down debate*."""
    clauses = reading.clauses
    aim = clauses.left(clauses.left(index))
    copula = clauses.right(index)
    act = clauses.right(copula)
    if reading.chunk_word(clauses.left(index)) != "of" or reading.chunk_word(aim) not in _AIMS:
        return SILENT
    if reading.chunk_word(copula) != "be" or clauses.kind(act) != "VG":
        return SILENT
    cue, last = reading.verb_cue(act, "object")
    if cue is None or not reading.chunks[act].infinitive or reading.chunks[copula].negated:
        return SILENT
    is_deed = cue.group in ("harm", "end", "help", "further", "support")
    done_to, word = reading.value(clauses.right(last))
    value = done_to if done_to and reading.value_group(word) == "matter" else 1
    sign = cue.sign * value * max(0, reading.asserted(copula)) if is_deed else 0
    return Evidence(sign, *reading.span(act, last), "aim of it")


def _only_cares(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X cares only about money*, *X is only interested in power*, *X costs too much*."""
    group = reading.chunks[verb]
    words = [w.lower for w in reading.words[group.first : group.last + 4]]
    if group.negated or group.modal:
        return 0, verb
    cares = group.lemma == "care" and "only" in words and "about" in words
    is_interested = group.lemma == "be" and "only" in words and "interested" in words
    costs = group.lemma == "cost" and words[1:3] == ["too", "much"]
    return -int(cares or is_interested or costs), verb


def _belongs_in_jail(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X belongs in jail*, *X should be behind bars*."""
    group = reading.chunks[verb]
    link = reading.clauses.right(verb)
    place = reading.clauses.right(link)
    is_due = group.lemma == "belong" or (group.lemma == "be" and group.modal in ("should", "must"))
    is_jail = reading.chunk_word(place) in ("jail", "prison", "bar", "dock", "cell")
    is_inside = reading.chunk_word(link) in ("in", "behind") and is_jail and is_due
    return (int(group.negated) * 2 - 1) * int(is_inside), place


def _has_ours(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X can count on our support*, *X enjoys our trust*."""
    group = reading.chunks[verb]
    thing = reading.clauses.right(verb)
    if reading.chunk_word(thing) == "on" and group.lemma in ("count", "rely"):
        thing = reading.clauses.right(thing)
    elif group.lemma not in ("enjoy", "keep", "command") or group.modal:
        return 0, verb
    if reading.clauses.kind(thing) != "NP" or group.negated:
        return 0, verb
    opening = reading.opening(thing)
    cue = cues().get(("noun", reading.chunk_word(thing), "for")) or cues().get(
        ("noun", reading.chunk_word(thing), "in")
    )
    is_ours = opening in ("our", "my") and cue is not None and cue.sign > 0
    return int(is_ours), thing


def _is_not_enough(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X is far from enough*, *X is nowhere near enough*."""
    group = reading.chunks[verb]
    words = [word.lower for word in reading.words[group.last + 1 : group.last + 4]]
    is_short = "enough" in words and words[0] in ("far", "nowhere", "hardly", "barely", "scarcely")
    return (-1 if is_short and group.lemma == "be" else 0), verb


def _harms_its_own(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X is killing its own people*, *X attacked us*."""
    group = reading.chunks[verb]
    victim = reading.clauses.right(verb)
    if reading.clauses.kind(victim) != "NP" or group.negated or group.passive or group.modal:
        return 0, verb
    words = [w.lower for w in reading.words[reading.chunks[victim].first :][:2]]
    cue = reading.verb_cue(verb, "object")[0]
    is_harm = cue is not None and cue.group == "harm"
    is_own = words in (["its", "own"], ["their", "own"]) or words[0] in ("us", "me")
    return (-1 if is_harm and is_own else 0), victim


def _behaves(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X acted responsibly*, *X treats its workers well*."""
    group = reading.chunks[verb]
    if group.lemma not in _BEHAVING or group.modal in ("must", "should", "could", "might", "may"):
        return 0, verb
    like = reading.clauses.right(verb)
    if reading.chunk_word(like) == "like" and not group.negated:
        found = reading.value(reading.clauses.right(like))  # acts like a tyrant
        if found[0]:
            return found[0], reading.clauses.right(like)
    for place in range(max(0, verb - 1), min(verb + 6, len(reading.chunks))):
        this = reading.chunks[place]
        if place > verb and this.kind in ("VG", "SUB", "PUNCT"):
            break
        sign = _adverb_sign(reading.words[this.head].lower) if this.kind == "RB" else 0
        if sign:
            return (-sign if group.negated else sign), place
    return 0, verb


def _treats(reading: "Reading", verb: int) -> tuple[int, int]:
    """*X treats the courts with contempt*, *X met them with kindness*."""
    group = reading.chunks[verb]
    is_open = group.modal not in ("", "will", "would") or group.passive
    if group.lemma not in ("treat", "handle", "greet", "meet", "receive", "view") or is_open:
        return 0, verb
    for place in range(verb + 1, min(verb + 9, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind in ("VG", "SUB", "PUNCT"):
            break
        if this.kind == "NP" and reading.chunk_word(reading.clauses.left(place)) == "with":
            sign = (this.lemma in _KINDNESS) - (this.lemma in _DISDAIN)
            return (-sign if group.negated else sign), place
    return 0, verb


def _does_so(reading: "Reading", verb: int) -> tuple[int, int]:
    """*it is laughable that X speaks of trust*."""
    governor = reading.clauses.governor(verb)
    verdict = governor.chunk
    copula = reading.clauses.left(verdict) if verdict >= 0 else -1
    if governor.relation != "that" or reading.clauses.kind(verdict) not in ("JJ", "NP"):
        return 0, verb
    if (
        reading.chunk_word(copula) != "be"
        or reading.chunk_word(reading.clauses.left(copula)) != "it"
    ):
        return 0, verb
    word = reading.chunk_word(verdict)
    sign = -1 if word in _WRONG_OF else _SURPRISING.get(word, 0)
    is_plain = not (reading.chunks[copula].negated or reading.chunks[verb].negated)
    is_deed = reading.chunks[verb].lemma != "be" and not reading.chunks[verb].passive
    return (sign if is_plain and is_deed else 0), verdict


def is_to_stay(reading: "Reading", verb: int) -> bool:
    """Whether an act is to go on being there: *must remain in place*, *must continue*."""
    if reading.chunks[verb].lemma not in _STAYING:
        return False
    after = reading.clauses.right(verb)
    if reading.clauses.kind(after) == "IN":
        return reading.chunk_word(reading.clauses.right(after)) in _IN_PLACE
    if reading.chunk_word(after) in ("open", "intact"):
        return True
    return after < 0 or reading.clauses.kind(after) == "PUNCT"


def is_held_harmless(reading: "Reading", verb: int) -> bool:
    """Whether the speaker says that he finds no fault: *we do not blame X*, *nobody blames X*."""
    group = reading.chunks[verb]
    own = reading.is_own_side(reading.clauses.subjects.get(verb))
    is_plain = group.modal in ("", "can", "could", "cannot", "ca") and reading.is_denial(verb)
    return group.lemma in _HARMLESS and own and group.finite and is_plain


def guarded_against(reading: "Reading", verb: int, preposition: str) -> Evidence:
    """*rules that protect against X*: whoever guards, X is the harm."""
    link = preposition.removeprefix("object ")
    if reading.chunks[verb].lemma not in _GUARDING or link not in ("against", "from", "of"):
        return SILENT
    return Evidence(-1, *reading.span(verb), "guarded against")


_NOT_HOW = frozenset({"need", "want", "miss", "know", "hurt", "injure", "wound", "establish"})
"""Verbs whose *well* or *badly* tells how much: *badly needed*, *well known*."""


def how_done(reading: "Reading", verb: int) -> Evidence:
    """*X was approved under a flawed process*, *X is badly drafted*, *X was wrongly accused*."""
    group = reading.chunks[verb]
    done = reading.verb_cue(verb, "object")[0]
    wrong = wrongly_done(reading, verb)
    if wrong >= 0 and done and done.sign < 0 and not group.modal:
        sign = -1 if group.negated else 1
        return Evidence(sign, min(wrong, group.first), group.head, "how it is done")
    for word in range(group.first, group.head):
        if group.lemma in _NOT_HOW:
            return SILENT  # badly needed
        sign = _adverb_sign(reading.words[word].lower)
        if sign and not group.modal:
            return Evidence(sign, word, group.head, "how it is done")
    before = reading.chunks[verb - 1] if verb else None
    if before is not None and before.kind == "RB" and group.lemma not in _NOT_HOW:
        sign = _adverb_sign(reading.words[before.head].lower)
        if sign and not group.modal:
            return Evidence(sign, before.head, group.head, "how it is done")
    link = reading.clauses.right(verb)
    noun = reading.clauses.right(link)
    if reading.chunk_word(link) not in ("under", "through", "via") or noun < 0:
        return SILENT
    sign, word = reading.value(noun)
    is_judged = sign < 0 and reading.value_group(word) not in ("matter", "label")
    is_modal = group.modal not in ("", "will", "would")
    if not is_judged or is_modal:
        return SILENT
    return Evidence(sign, group.first, word, "how it is done")


def held_responsible(reading: "Reading", verb: int, following: int) -> bool:
    """Whether a verb's object is said to be at fault: *we hold X responsible for the failure*."""
    for _ in range(6):  # hold the states in the region responsible
        if reading.clauses.kind(following) not in ("IN", "NP", "CC"):
            break
        following = reading.clauses.right(following)
    link = reading.clauses.right(following) if following >= 0 else -1
    is_blame = reading.chunk_word(following) in ("responsible", "liable", "culpable")
    wrong = reading.clauses.right(link) if reading.chunk_word(link) == "for" else -1
    is_wrong = wrong < 0 or reading.value(wrong)[0] <= 0
    return reading.chunks[verb].lemma in ("hold", "consider", "deem") and is_blame and is_wrong


_OF_SUBJECT: tuple[Callable[["Reading", int], tuple[int, int]], ...] = (
    _blames_itself,
    _should_feel,
    _is_threatened,
    _deserves,
    _will_not_do,
    _behaves,
    _does_so,
    _treats,
    _acts_wrongly,
    _is_not_enough,
    _is_against_norms,
    _does_much,
    _lets_us,
    _does_little,
    _should_have,
    _only_cares,
    _belongs_in_jail,
    _has_ours,
    _harms_its_own,
)
_OF_PHRASE = (
    When(_cheered, _OPENING_CHEERS),
    When(_placed_with, _LYING_WITH),
    When(_trouble_with, _TROUBLES | {"wrong"}),
    When(_aims_at, _AIMS),
    When(_judged_in_acting, frozenset({"it"})),
    When(_in_apposition, frozenset({"a", "an"})),
    When(_worse_than, frozenset({"than"})),
)
_OF_ANY_PHRASE = (denials.of_phrase, gains.of_phrase)
