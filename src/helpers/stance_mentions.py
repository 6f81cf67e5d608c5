"""How X is brought up: *as for X, that …*, *what worries me about X*, *anyone but X*."""

from typing import TYPE_CHECKING

from helpers import stance_blame as blame
from helpers.stance_cues import SILENT, Evidence, When, cues, first_to_speak, judging_adjective
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_BROUGHT_UP = (("as", "for"), ("as", "far", "as"), ("when", "it", "comes", "to"))
_POINTING = frozenset({"that", "this", "it", "they", "he", "she", "these", "those"})
_WEIGHING_ON = read_set("weighing on")
_PLEASING = read_set("pleasing")
_DANGERS = read_set("dangers")
_POSING = frozenset({"pose", "present", "represent", "constitute"})
_ANYBODY = frozenset({"anyone", "anybody", "anything", "anywhere"})
_SEEMING = frozenset({"look", "seem", "appear", "sound", "feel"})
_EXCESSIVE = read_set("excessive")
_MATCHING = read_set("matching")
_FEW = frozenset({"few", "nobody", "none", "nothing"})
_LIKING = frozenset({"like", "love", "admire", "enjoy", "appreciate", "respect", "welcome"})
_DISLIKING = frozenset({"hate", "dislike", "resent", "detest", "loathe", "despise", "fear"})
_PREVAILING = read_set("prevailing")
_GIVING_WAY = read_set("giving way")
_ENCROACHING = frozenset({"infringe", "trample", "encroach", "impinge"})
_POWERS = read_set("powers")
_PLEDGING = frozenset({"promise", "pledge", "guarantee"})
_SUPPLYING = frozenset({"lend", "sell", "give", "supply", "provide", "grant", "send", "deliver"})
_MEMBERSHIPS = read_set("memberships")
_SPOKEN_OF = {"refer": "to", "allude": "to", "speak": "of", "talk": "of", "think": "of"}
_SURE = frozenset({"confident", "convinced", "sure", "certain"})
_THEN = read_set("time nouns")


def brought_up(reading: "Reading", index: int) -> Evidence:
    """Stance toward a noun phrase by the way it is brought up."""
    return reading.first_of(_OF_PHRASE, index)


def _dislocated(reading: "Reading", index: int) -> Evidence:
    """*as for X, that's a disaster*, *as far as X, it is a mistake*."""
    first = reading.chunks[index].first
    before = tuple(word.lower for word in reading.words[max(0, first - 4) : first])
    if not any(before[-len(words) :] == words for words in _BROUGHT_UP):
        return SILENT
    for verb in range(index + 1, min(index + 8, len(reading.chunks))):
        group = reading.chunks[verb]
        if group.kind != "VG" or group.lemma != "be" or not group.finite:
            continue
        subject = reading.clauses.left(verb)
        if reading.chunk_word(subject) not in _POINTING or group.modal:
            return SILENT
        sign, word = reading.predicate(reading.clauses.right(verb))
        sign *= -1 if group.negated else 1
        return Evidence(sign, word, word, "brought up and judged")
    return SILENT


def _what_about_it(reading: "Reading", index: int) -> Evidence:
    """*what worries me about X is …*, *what I like about X*."""
    clauses = reading.clauses
    about = clauses.left(index)
    if reading.chunk_word(about) not in ("about", "in", "with"):
        return SILENT
    whom = clauses.left(about)
    verb = whom if clauses.kind(whom) == "VG" else clauses.left(whom)
    if clauses.kind(verb) != "VG" or reading.chunks[verb].negated or reading.chunks[verb].modal:
        return SILENT
    before = clauses.left(verb)
    lemma = reading.chunks[verb].lemma
    mine = reading.words[reading.chunks[whom].head].lower in ("me", "us", "many", "people")
    if reading.chunk_word(before) == "what" and verb != whom and mine:
        sign = (lemma in _PLEASING) - (lemma in _WEIGHING_ON)
        return Evidence(sign, *reading.span(verb), "what about it")
    if verb == whom and reading.chunk_word(clauses.left(before)) == "what":
        sign = (lemma in _LIKING) - (lemma in _DISLIKING)
        sign *= int(clauses.kind(before) == "NP" and reading.is_own_side(before))
        return Evidence(sign, *reading.span(verb), "what about it")
    return SILENT


def _posed_by(reading: "Reading", index: int) -> Evidence:
    """*the threat that X poses*, *the danger posed by X*."""
    clauses = reading.clauses
    verb = clauses.right(index)
    link = clauses.left(index)
    noun = clauses.left(link) if reading.chunk_word(link) in ("that", "which") else link
    if reading.chunk_word(link) == "by":
        verb = clauses.left(link)
        noun = clauses.left(verb)
        if reading.chunk_word(noun) in ("that", "which"):
            noun = clauses.left(noun)  # the threat that is posed by X
    posed = clauses.kind(verb) == "VG" and reading.chunks[verb].lemma in _POSING
    if not posed or reading.chunks[verb].negated or reading.chunk_word(noun) not in _DANGERS:
        return SILENT
    is_denied = reading.opening(noun) in ("no", "any", "little")
    return Evidence(-int(not is_denied), *reading.span(noun, verb), "danger posed")


def _anybody_but(reading: "Reading", index: int) -> Evidence:
    """*vote for anyone but X*, *anything other than X*."""
    first = reading.chunks[index].first
    before = [word.lower for word in reading.words[max(0, first - 3) : first]]
    is_but = len(before) > 1 and before[-1] in ("but", "except") and before[-2] in _ANYBODY
    is_other = before[-2:] == ["other", "than"] and len(before) == 3 and before[0] in _ANYBODY
    if not (is_but or is_other):
        return SILENT
    verb = reading.clauses.previous_verb(index)
    if verb >= 0 and (reading.chunks[verb].negated or reading.chunks[verb].lemma == "be"):
        return SILENT  # would not take anything but X
    return Evidence(-1, first - len(before) + int(is_but and len(before) == 3), first - 1, "but X")


def _referred_to(reading: "Reading", index: int) -> Evidence:
    """*referred to X as murderers*, *spoke of X as a betrayal*."""
    clauses = reading.clauses
    to = clauses.left(index)
    verb = clauses.left(to)
    if _SPOKEN_OF.get(reading.chunk_word(verb)) != reading.chunk_word(to):
        return SILENT
    link = clauses.right(index)
    while clauses.kind(link) in ("IN", "NP") and reading.chunk_word(link) != "as":
        link = clauses.right(link)  # to the men in the square as murderers
    if reading.chunk_word(link) != "as":
        return SILENT
    sign, word = reading.verdict(clauses.right(link))
    return Evidence(sign * max(0, reading.event(verb, 1)), word, word, "called so")


def _made_to_look(reading: "Reading", index: int) -> Evidence:
    """*the deal makes X look weak*."""
    clauses = reading.clauses
    verb = clauses.left(index)
    seems = clauses.right(index)
    if reading.chunk_word(verb) != "make" or reading.chunk_word(seems) not in _SEEMING:
        return SILENT
    group = reading.chunks[verb]
    if group.negated or group.modal in ("may", "might", "could"):
        return SILENT
    sign, word = reading.predicate(clauses.right(seems))
    return Evidence(sign, word, word, "made to look so")


def _gapped(reading: "Reading", index: int) -> Evidence:
    """*taxes are too high and X too low*: the verb of the first clause is that of both."""
    clauses = reading.clauses
    joint = clauses.left(index)
    told = clauses.right(index)
    end = clauses.right(told, ())
    after = reading.chunks[index].last + 1
    is_too = after < len(reading.words) and reading.words[after].lower in _EXCESSIVE
    is_told = clauses.kind(told) == "JJ" or (is_too and clauses.kind(told) == "VG")
    if reading.chunk_word(joint) not in ("and", ",", ";") or not is_told:
        return SILENT
    if end >= 0 and clauses.kind(end) not in ("PUNCT", "CC"):
        return SILENT
    verb = clauses.previous_verb(index, finite=True)
    if verb < 0 or reading.chunks[verb].lemma != "be" or reading.chunks[verb].negated:
        return SILENT
    first = clauses.right(verb)
    if clauses.kind(first) != "JJ" or reading.asserted(verb) <= 0:
        return SILENT
    sign, word = (-1, after) if is_too else reading.value(told)
    return Evidence(sign, word, word, "predicate")


def _unmatched(reading: "Reading", index: int) -> Evidence:
    """*few can match X*, *no one has done more for the poor than X*."""
    clauses = reading.clauses
    before = clauses.left(index)
    verb = before
    if reading.chunk_word(before) == "than":
        verb = clauses.previous_verb(index, finite=True)
        words = [w.lower for w in reading.words[: reading.chunks[index].first]]
        if verb < 0 or reading.chunk_word(verb) != "do" or "more" not in words:
            return SILENT
    elif reading.chunk_word(verb) not in _MATCHING:
        return SILENT
    subject = clauses.subjects.get(verb)
    if reading.chunk_word(clauses.left(verb)) in _FEW:
        subject = clauses.left(verb)  # few can
    if subject is None or subject < 0 or reading.chunks[verb].negated:
        return SILENT
    is_few = reading.chunk_word(subject) in _FEW or reading.is_nobody(subject)
    return Evidence(int(is_few), *reading.span(subject, verb), "unmatched")


def _all_for(reading: "Reading", index: int) -> Evidence:
    """*I'm all for X*."""
    first = reading.chunks[index].first
    words = [word.lower for word in reading.words[max(0, first - 3) : first]]
    verb = reading.clauses.previous_verb(index, finite=True)
    if words[1:] != ["all", "for"] or verb < 0 or reading.chunks[verb].lemma != "be":
        return SILENT
    is_own = reading.is_own_side(reading.clauses.subjects.get(verb))
    sign = int(is_own and not reading.chunks[verb].negated and not reading.chunks[verb].modal)
    return Evidence(sign, first - 2, first - 1, "all for")


def _trampled_on(reading: "Reading", index: int) -> Evidence:
    """*the bill infringes on X*: for what is said to be violated."""
    clauses = reading.clauses
    link = clauses.left(index)
    verb = clauses.left(link)
    if reading.chunk_word(link) not in ("on", "upon") or clauses.kind(verb) != "VG":
        return SILENT
    group = reading.chunks[verb]
    is_said = group.finite and not group.negated and reading.asserted(verb) > 0
    is_said = is_said or blame.is_charge(reading, verb)  # accused them of trampling on X
    is_hurt = group.lemma in _ENCROACHING and group.modal in ("", "will", "would")
    return Evidence(int(is_said and is_hurt), *reading.span(verb, link), "wrong to harm")


def _seen_to(reading: "Reading", index: int) -> Evidence:
    """*wants to see X win*, *would be happy to see X go*."""
    clauses = reading.clauses
    verb = clauses.left(index)
    act = clauses.right(index)
    if reading.chunk_word(verb) != "see" or clauses.kind(act) != "VG":
        return SILENT
    group = reading.chunks[verb]
    outcome = reading.chunks[act]
    is_bare = outcome.participle != "VBN" and not (outcome.passive or outcome.negated)
    if not group.infinitive or group.negated or not is_bare:
        return SILENT
    sign = (outcome.lemma in _PREVAILING) - (outcome.lemma in _GIVING_WAY)
    return Evidence(sign * reading.event(verb, 1), *reading.span(verb, act), "wished to see")


def _handed(reading: "Reading", index: int) -> Evidence:
    """*must never give X the power*: against whoever is not to have it."""
    clauses = reading.clauses
    verb = clauses.left(index)
    thing = clauses.right(index)
    if clauses.kind(verb) != "VG" or clauses.kind(thing) != "NP":
        return SILENT
    group = reading.chunks[verb]
    is_barred = group.negated and reading.is_obliged(verb) and not group.passive
    is_power = reading.chunk_word(thing) in _POWERS
    barred = is_barred and is_power and group.lemma in ("give", "grant", "hand", "allow")
    return Evidence(-int(barred), *reading.span(verb), "not to be given")


def _promised(reading: "Reading", index: int) -> Evidence:
    """*promised X a house*, *will not sell X any arms*: for or against who gets it."""
    clauses = reading.clauses
    verb = clauses.left(index)
    thing = clauses.right(index)
    if reading.chunk_word(verb) == "to" and clauses.kind(verb) == "IN":
        verb = clauses.left(verb)  # will not lend to X
        verb = verb if clauses.kind(verb) == "VG" else clauses.left(verb)
        thing = verb
    if clauses.kind(thing) == "SUB" and reading.chunk_word(thing) in ("who", "that"):
        thing = _after_relative(reading, thing)  # promised every family that lost its roof a house
    if clauses.kind(verb) != "VG" or clauses.kind(thing) not in ("NP", "VG"):
        return SILENT
    group = reading.chunks[verb]
    if group.passive or (thing != verb and clauses.kind(thing) != "NP"):
        return SILENT
    is_kept_back = group.negated and group.modal in ("will", "would", "wo")
    if is_kept_back and group.lemma in _SUPPLYING and reading.event(verb, 1) < 0:
        return Evidence(-1, *reading.span(verb), "not to be given")
    opening = reading.opening(thing)
    promised = group.lemma in _PLEDGING and thing != verb and opening not in ("no", "little")
    promised &= reading.chunk_word(thing) not in _THEN  # promised the mayor a long week
    sign = 0 if group.negated else max(0, reading.event(verb, 1))
    return Evidence(sign * int(promised), *reading.span(verb), "promised")


def _after_relative(reading: "Reading", relative: int) -> int:
    """Phrase with *a* that follows a relative clause with an object; -1 if none does."""
    for place in range(relative + 3, min(relative + 9, len(reading.chunks))):
        this = reading.chunks[place]
        is_after = reading.clauses.kind(reading.clauses.left(place)) == "NP"
        if this.kind == "NP" and is_after and reading.words[this.first].lower in ("a", "an"):
            return place
    return -1


def _member_of(reading: "Reading", index: int) -> Evidence:
    """*urged them to stay in X*, *we should leave X*, where X is what one belongs to."""
    clauses = reading.clauses
    link = clauses.left(index)
    verb = link if clauses.kind(link) == "VG" else clauses.left(link)
    words = [word.lower for word in reading.words[: reading.chunks[index].first]]
    if clauses.kind(verb) != "VG" or reading.chunk_word(index) not in _MEMBERSHIPS:
        return SILENT
    lemma = reading.chunks[verb].lemma
    if link == verb:
        sign = -int(lemma in ("leave", "quit", "exit", "abandon"))
    elif reading.chunk_word(link) == "in":
        sign = int(lemma in ("stay", "remain", "keep"))
    else:
        sign = -int(lemma in ("withdraw", "pull") and words[-1:] in (["from"], ["of"]))
    group = reading.chunks[verb]
    is_wanted = group.infinitive or group.modal in ("must", "should", "will", "would", "ought")
    if not sign or group.passive or not is_wanted:
        return SILENT
    return Evidence(sign * reading.event(verb, 1), *reading.span(verb), "belonging")


def _no_part_of(reading: "Reading", index: int) -> Evidence:
    """*want no part of X*, *will have nothing to do with X*."""
    clauses = reading.clauses
    first = reading.chunks[index].first
    before = [word.lower for word in reading.words[max(0, first - 4) : first]]
    is_none = before[-3:-1] == ["no", "part"] and before[-1] in ("of", "in")
    is_none |= before == ["nothing", "to", "do", "with"]
    verb = clauses.previous_verb(index)
    if verb >= 0 and reading.chunk_word(verb) == "do":
        verb = clauses.previous_verb(verb)
    if not is_none or verb < 0 or reading.chunks[verb].lemma not in ("want", "have", "take"):
        return SILENT
    group = reading.chunks[verb]
    is_wish = group.lemma == "want" or group.modal in ("will", "would", "wo")
    sign = -max(0, reading.event(verb, 1)) * int(is_wish and not group.negated)
    return Evidence(sign, *reading.span(verb), "no part of it")


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """Stance toward a clause's subject by how sure, or how glad of it, the speaker is."""
    rules = (_doubted, _disbelieved, _dreaded)
    return first_to_speak(rules, reading, subject, verb)


def _doubted(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*I am not confident that X has a plan*."""
    clauses = reading.clauses
    governor = clauses.governor(verb)
    copula = clauses.left(governor.chunk) if governor.chunk >= 0 else -1
    is_sure = reading.chunk_word(governor.chunk) in _SURE
    if governor.relation != "that" or not is_sure or reading.chunk_word(copula) != "be":
        return SILENT
    own = reading.is_own_side(clauses.subjects.get(copula)) and not reading.is_speaker(subject)
    if not own or not reading.chunks[copula].negated or reading.chunks[verb].negated:
        return SILENT
    following = clauses.right(verb)
    cue = reading.verb_cue(verb, "subject")[0] or reading.idiom(verb, "subject")[0]
    sign = cue.sign if cue else reading.predicate(following)[0]
    is_able = reading.chunks[verb].lemma == "have" or reading.chunks[verb].modal in ("can", "will")
    sign = sign or int(is_able)
    return Evidence(-max(0, sign), *reading.span(copula, governor.chunk), "doubted")


def _disbelieved(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*I don't believe X killed anybody*: for whom a bad deed is not believed of."""
    clauses = reading.clauses
    governor = clauses.governor(verb)
    belief = governor.chunk
    if governor.relation != "that" or reading.chunk_word(belief) not in ("believe", "think"):
        return SILENT
    own = reading.is_own_side(clauses.subjects.get(belief)) and not reading.is_speaker(subject)
    group = reading.chunks[verb]
    if not own or not reading.chunks[belief].negated or group.negated or group.passive:
        return SILENT
    harm = reading.verb_cue(verb, "object")[0]
    is_harm = harm is not None and harm.group in ("harm", "end") and not group.modal
    is_done = is_harm and clauses.kind(clauses.right(verb)) == "NP"
    return Evidence(int(is_done), *reading.span(belief, verb), "doubted")


def _dreaded(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*I would be scared if X won*, *we'd be delighted if X passed*."""
    clauses = reading.clauses
    condition = clauses.left(subject) if subject >= 0 else -1
    feeling = clauses.left(condition) if condition >= 0 else -1
    if reading.chunk_word(condition) != "if" or reading.chunks[verb].negated:
        return SILENT
    place = feeling if clauses.kind(feeling) == "VG" else clauses.left(feeling)
    if clauses.kind(place) != "VG" or clauses.kind(feeling) not in ("VG", "JJ"):
        return SILENT
    word = reading.words[reading.chunks[feeling].head].lower
    cue = cues().get(("adjective", word, "that"))
    holder = clauses.subjects.get(place)
    mine = holder is not None and (holder < 0 or reading.is_speaker(holder))
    if cue is None or not mine or reading.chunks[place].negated:
        return SILENT
    comes = reading.chunks[verb].lemma in _PREVAILING
    return Evidence(cue.sign * int(comes), *reading.span(feeling), "dreaded or wished")


def excess(reading: "Reading", verb: int) -> Evidence:
    """*is too complicated*, *feels overly intellectual*, whatever the word says by itself."""
    group = reading.chunks[verb]
    is_copular = group.passive or group.lemma == "be" or group.lemma in _SEEMING
    if group.negated or not is_copular or group.modal not in ("", "will", "would"):
        return SILENT
    last = min(len(reading.words) - 1, group.last + 3)
    for place in range(group.first + 1, last):
        word = reading.words[place]
        following = reading.words[place + 1]
        is_quality = following.pos in ("JJ", "VBN", "VBD") or judging_adjective(following.lower)
        if word.lower in _EXCESSIVE and is_quality and following.lower not in ("much", "many"):
            return Evidence(-1, place, place + 1, "predicate")
        if word.pos not in ("RB", "VBN", "VBZ", "VBD", "VBP") and place > group.last:
            break
    return SILENT


def is_since_then(reading: "Reading", following: int) -> bool:
    """Whether a comparison is one with the past: *stronger than three years ago*."""
    first = reading.chunks[following].first if following >= 0 else len(reading.words)
    words = [word.lower for word in reading.words[first : first + 12]]
    if "than" not in words[:5]:
        return False
    after = words[words.index("than") + 1 :]
    return bool(after) and (after[0] in ("ever", "before", "in") or not _THEN.isdisjoint(after))


_OF_PHRASE = (
    When(_dislocated, frozenset({"for", "far", "comes"})),
    When(_what_about_it, frozenset({"what"})),
    When(_posed_by, _POSING),
    When(_anybody_but, _ANYBODY),
    When(_referred_to, frozenset(_SPOKEN_OF)),
    When(_made_to_look, frozenset({"make"})),
    When(_gapped, frozenset({"be"})),
    When(_unmatched, _MATCHING | {"than"}),
    When(_all_for, frozenset({"all"})),
    When(_trampled_on, _ENCROACHING),
    When(_seen_to, frozenset({"see"})),
    When(_handed, _POWERS),
    When(_promised, _SUPPLYING | _PLEDGING),
    When(_member_of, _MEMBERSHIPS),
    When(_no_part_of, frozenset({"part", "nothing"})),
)
