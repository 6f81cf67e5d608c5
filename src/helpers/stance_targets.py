"""Stance toward a target: which phrase or act its words are, and where that stands in its clause.

Each function takes a `helpers.stance_reading.Reading` and is silent where no rule speaks.
"""

from typing import TYPE_CHECKING

from helpers import stance_attachment as attachment
from helpers import stance_clauses as frames
from helpers import stance_composition as composition
from helpers import stance_constructions as constructions
from helpers import stance_deeds as deeds
from helpers import stance_demands as demands
from helpers import stance_events as events
from helpers import stance_gaps as gaps
from helpers import stance_holders as holders
from helpers import stance_mentions as mentions
from helpers import stance_objects as objects
from helpers import stance_prepositions as prepositions
from helpers import stance_relatives as relatives
from helpers import stance_subjects as subjects
from helpers import stance_terms as terms
from helpers.roles import JOINING
from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak, judging_adjective
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_BODIES = read_set("bodies")
_PERSONAL = (read_set("first person") | read_set("third person")) - {"it", "they"}
_RELATIVES = frozenset({"who", "which", "whose", "whom"})


def toward_words(reading: "Reading", first: int, last: int) -> Evidence:
    """Stance toward the words from `first` to `last` (inclusive)."""
    place = next(
        (
            i
            for i, c in enumerate(reading.chunks)
            if c.first <= first <= c.last and c.kind in ("NP", "VG")
        ),
        next(
            (
                i
                for i, c in enumerate(reading.chunks)
                if c.first >= first and c.last <= last and c.kind in ("NP", "VG")
            ),
            -1,
        ),
    )
    if place < 0:
        return SILENT
    if reading.words[first].lower == "what" and reading.chunks[place].kind == "NP":
        return composition.verdict_on_what(reading, place)  # what he did was a mistake
    if reading.words[first].lower == "how" and reading.chunks[place].kind == "NP":
        acts = [v for v, subject in reading.clauses.subjects.items() if subject == place]
        return terms.done_so(reading, place, acts[0]) if acts else SILENT  # how X was run
    start = place
    act = _act_named(reading, place, last)
    phrase = reading.chunks[act]
    if phrase.kind == "VG":
        place = act
        relation = reading.clauses.governor(place).relation
        if relation in ("root", "adverbial") and not phrase.modal:
            return deeds.judged_act(reading, place)
        governor = max(reading.clauses.governor(place).chunk, 0)
        found = deeds.judged_act(reading, place)
        if not found.sign:
            words = _deciding(reading, place, governor, relation)
            found = Evidence(reading.event(place), *words, "act demanded or judged")
        return found if found.sign or start == place else reading.toward(start)
    if last < phrase.head and not _is_title(reading, place, first, last):
        return _toward_part(reading, place, last)
    found = reading.toward(place)
    if not found.sign:
        end = _last_of_list(reading, place, last)
        found = reading.toward(end) if end > place else found
    for verb in _verbs_of_last_name(reading, place, last) if not found.sign else ():
        found = found if found.sign else subjects.as_subject(reading, place, verb, 0)
    return found if found.sign else _by_own_words(reading, place)


def _verbs_of_last_name(reading: "Reading", place: int, last: int) -> list[int]:
    """Verbs whose subject is a mention's second name: *the bank's head, Ana Diaz, is a crook*."""
    return [
        verb
        for verb, subject in reading.clauses.subjects.items()
        if subject is not None
        and subject > place
        and reading.chunks[subject].last <= last
        and reading.clauses.chunk_is_comma(subject - 1)
        and reading.words[reading.chunks[subject].head].pos in ("NNP", "NNPS")
        and reading.chunks[verb].finite
        and reading.clauses.governor(verb).relation not in ("relative", "adverbial")
    ]


def _last_of_list(reading: "Reading", place: int, last: int) -> int:
    """Last phrase of a list that a mention names: *schools, clinics, and shops must be spared*."""
    end = max((i for i, c in enumerate(reading.chunks) if c.last <= last), default=-1)
    is_list = end > place + 1 and reading.clauses.kind(end - 1) == "CC"
    kinds = {reading.clauses.kind(i) for i in range(place, end + 1)}
    return end if is_list and kinds <= {"NP", "CC", "PUNCT"} else -1


def _act_named(reading: "Reading", place: int, last: int) -> int:
    """Verb of an act that a mention names (*X must go*), or the mention's first phrase."""
    for index in range(place, len(reading.chunks)):
        this = reading.chunks[index]
        if this.last > last or (this.kind == "SUB" and this.lemma in _RELATIVES):
            break  # those who left before X fell
        if this.kind == "VG" and _is_bare_relative(reading, place, index):
            break  # the girls I raced against
        if this.kind == "VG" and reading.clauses.governor(index).chunk < place:
            return index
    return place


def _is_bare_relative(reading: "Reading", place: int, verb: int) -> bool:
    """Whether a verb's clause describes the phrase right before its subject: *the men we met*."""
    subject = reading.clauses.subjects.get(verb)
    if not reading.chunks[verb].finite or subject is None or subject - 1 < place:
        return False
    return reading.clauses.kind(subject - 1) == "NP" and reading.clauses.left(verb) == subject


def _is_title(reading: "Reading", index: int, first: int, last: int) -> bool:
    """Whether words are the first of two names for one thing: *the phrase "big lie"*."""
    phrase = reading.chunks[index]
    return (
        first == phrase.first
        and reading.words[first].pos in ("DT", "PRP$")
        and reading.words[last].pos in ("NN", "NNS")
        and reading.words[last + 1].start - reading.words[last].end > 1
    )


def _deciding(reading: "Reading", act: int, governor: int, relation: str) -> tuple[int, int]:
    """Words that decide on an act: what is said of its noun, or of what would come of it."""
    if relation == "condition" and events.outcome(reading, act):
        verb = events.outcome_of(reading, act)
        subject = reading.clauses.subjects[verb]
        return reading.span(verb if subject is None else subject, verb)
    if reading.clauses.kind(governor) == "NP":
        judged = reading.toward(governor)
        if judged.sign:
            return judged.first, judged.last
    return reading.span(governor)


_OF_ANY_PHRASE = (
    mentions.brought_up,
    constructions.toward_phrase,
    frames.of_phrase,
    gaps.of_phrase,
)


def toward(reading: "Reading", index: int, depth: int) -> Evidence:
    """Speaker's stance toward the thing or event that a noun phrase names."""
    before = reading.clauses.left(index)
    kind = reading.clauses.kind(before)
    if index and reading.chunk_word(index - 1) == "not":
        return attachment.not_that(reading, index, depth)  # these people, not those
    found = first_to_speak(_OF_ANY_PHRASE, reading, index)
    if found.sign:
        return found
    found = attachment.apart(reading, index, depth)
    if found.sign:
        return found
    if kind == "CC" or (kind == "PUNCT" and reading.chunks[before].lemma == ","):
        first = _first_conjunct(reading, index)
        if first != index:
            found = reading.toward(first, depth + 1)
            return found if found.sign else attachment.in_list(reading, index, first, depth)
    if kind == "IN" and not _opens_clause(reading, index, before):
        return prepositions.by_preposition(reading, index, before, depth)
    found = relatives.of_phrase(reading, index)
    if found.sign:
        return found
    verbs = [v for v, subject in reading.clauses.subjects.items() if subject == index]
    if kind == "VG" and verbs and all(_is_aside(reading, v) for v in verbs):
        cue = reading.verb_cue(before, "object")[0]
        if cue is not None and cue.group in ("praise", "criticise", "support", "oppose"):
            found = objects.as_object(reading, index, before, depth)
            if found.sign:
                return found  # thanked X, who had worked in a dreadful heat
    verbs.sort(key=lambda v: v in reading.clauses.relative)  # what is told first of all
    for verb in verbs:
        if reading.chunks[verb].finite or reading.clauses.governor(verb).relation == "that":
            found = subjects.as_subject(reading, index, verb, depth)
            found = found._replace(sign=found.sign * demands.number_of(reading, index, found.rule))
            if found.sign:
                return _meant(reading, index, verb, found, depth)
    own = [v for v in verbs if not _describes(reading, v, index)]
    if kind == "VG" and not any(reading.chunks[v].finite and v > index for v in own):
        return objects.as_object(reading, index, before, depth)
    if kind == "JJ" and reading.clauses.kind(reading.clauses.left(before)) == "VG":
        return SILENT
    if before < 0 and not verbs and depth:
        return _as_fragment(reading, index)
    return composition.held_responsible(reading, index)


def _describes(reading: "Reading", verb: int, index: int) -> bool:
    """Whether a verb is in a relative clause of a phrase: *the men who came and stayed*."""
    if verb in reading.clauses.relative:
        return True
    governor = reading.clauses.governor(verb)
    return governor.relation == "relative" and governor.chunk == index


def _is_aside(reading: "Reading", verb: int) -> bool:
    """Whether a verb tells of its subject in a relative clause, or in no clause of its own."""
    subject = reading.clauses.subjects.get(verb)
    is_relative = subject is not None and _describes(reading, verb, subject)
    return is_relative or not reading.chunks[verb].finite


def _meant(reading: "Reading", index: int, verb: int, found: Evidence, depth: int) -> Evidence:
    """What is said of a subject last, after *but*: *is generous, but comes too late*."""
    for later, subject in reading.clauses.subjects.items():
        before = reading.chunk_word(reading.clauses.left(later))
        if subject is not None and subject > verb and _takes_up(reading, index, subject):
            last = subjects.as_subject(reading, index, later, depth)
            return last if last.sign or found.rule != "predicate" else SILENT
        if subject != index or later <= verb or before not in ("but", "yet"):
            continue
        if reading.chunks[later].finite:
            last = subjects.as_subject(reading, index, later, depth)
            return last if last.sign else found
    return found


def _takes_up(reading: "Reading", index: int, pronoun: int) -> bool:
    """Whether *it* or *they* opens what follows *but*: *the deal is thin, but it is a start*."""
    word = reading.chunk_word(pronoun)
    is_many = reading.words[reading.chunks[index].head].pos in ("NNS", "NNPS")
    if word != ("they" if is_many else "it") or reading.chunk_word(index) in _PERSONAL:
        return False
    joint = reading.clauses.left(pronoun)
    return reading.chunk_word(joint) == "but" and reading.clauses.kind(joint) == "CC"


def _opens_clause(reading: "Reading", index: int, preposition: int) -> bool:
    """Whether a preposition opens a clause whose subject a phrase is: *after X fired*."""
    verb = reading.clauses.right(index)
    is_subject = reading.clauses.kind(verb) == "VG" and reading.clauses.subjects.get(verb) == index
    return (
        reading.chunks[preposition].lemma in JOINING and is_subject and reading.chunks[verb].finite
    )


def _first_conjunct(reading: "Reading", index: int) -> int:
    """First of the noun phrases joined by *and* or commas that `index` is one of."""
    place = _parallel(reading, index)
    while True:
        joint = reading.clauses.left(place)
        other = reading.clauses.left(joint)
        if reading.clauses.kind(joint) == "PUNCT" and reading.clauses.kind(other) == "CC":
            return place
        if reading.clauses.kind(other) == "PUNCT" and reading.clauses.kind(joint) == "CC":
            other = reading.clauses.left(other)
        joined = reading.clauses.kind(joint) == "PUNCT" or reading.chunk_word(joint) in (
            "and",
            "or",
        )
        if not joined or reading.clauses.kind(other) != "NP":
            return place
        own = [v for v, s in reading.clauses.subjects.items() if s == place]
        if any(reading.chunks[v].finite for v in own):
            return place
        place = other


def _parallel(reading: "Reading", index: int) -> int:
    """The earlier phrase that opens with the same word: *any use of it, or any talk*."""
    opening = reading.opening(index)
    if opening in ("any", "no", "every", "more"):
        for place in range(index - 1, max(-1, index - 12), -1):
            other = reading.chunks[place]
            if other.kind == "NP" and reading.words[other.first].lower == opening:
                return place
    return index


def _as_fragment(reading: "Reading", index: int) -> Evidence:
    """A phrase without a verb: *Congratulations*, *full support*."""
    phrase = reading.chunks[index]
    links = ("for", "to", "of", "against", "on", "over")
    if any(("noun", phrase.lemma, link) in cues() for link in links):
        return Evidence(1, phrase.head, phrase.head, "verbless")
    return SILENT


def _by_own_words(reading: "Reading", index: int) -> Evidence:
    """What the words for a thing say of it: *the carefully drafted bill*, *this outrage*."""
    phrase = reading.chunks[index]
    sign, word = reading.value(index)
    before = reading.chunk_word(reading.clauses.left(index))
    is_extreme = sign and reading.words[word].lower in ("worst", "best")
    is_compared = sign and reading.words[word].pos in ("JJR", "JJS")  # stronger sanctions
    copula = reading.clauses.left(index)
    if is_extreme and reading.chunk_word(copula) == "be":  # this is the worst government
        is_compared = False
    is_said = sign and not is_compared and reading.value_group(word) not in ("matter", "label")
    if not is_said and not is_compared:
        sign, word = _judged_by_adjective(reading, index)  # a disgusting attack
        is_said = sign < 0
    is_open = before in ("deny", "no", "any") or reading.words[phrase.first].lower == "any"
    if not is_said or is_open:
        return SILENT
    return Evidence(sign, word, word, "its own words")


def _judged_by_adjective(reading: "Reading", index: int) -> tuple[int, int]:
    """Direction of what an adjective says of a phrase, whatever its noun: *a vile attack*."""
    phrase = reading.chunks[index]
    for place in range(phrase.first, phrase.head):
        cue = judging_adjective(reading.words[place].lower)
        if cue and cue.group == "bad" and reading.words[place].pos in ("JJ", "VBG", "VBN"):
            return cue.sign, place
    return 0, -1


def _toward_part(reading: "Reading", index: int, last: int) -> Evidence:
    """Stance toward a possessor or modifier: *X's departure*, *the X regime*."""
    phrase = reading.chunks[index]
    head = phrase.lemma
    if head in _BODIES:
        return reading.toward(index)
    is_pronoun = reading.words[last].pos == "PRP$"  # their courage
    possessive = is_pronoun or (last < phrase.last and reading.words[last + 1].pos == "POS")
    called = SILENT if possessive else _called_bare(reading, index, last)
    if called.sign:
        return called
    if (
        not possessive
        and ("noun", head, "author") in cues()
        and not holders.is_denied(reading, index)
    ):
        return Evidence(-1, phrase.head, phrase.head, "author of a wrong")  # police brutality
    for owned in _owned(reading, index) if possessive else ():
        noun = reading.chunks[owned]
        is_author = any(("noun", noun.lemma, f) in cues() for f in ("author", "'s"))
        if is_author and not holders.is_denied(reading, index):
            return Evidence(-1, noun.head, noun.head, "author of a wrong")
    if possessive and reading.chunk_word(reading.clauses.right(index)) == "of":
        sign, word = reading.value(index)
        if sign < 0 and not holders.is_denied(reading, index):  # X's practices of theft
            return Evidence(-1, phrase.head, word, "author of a wrong")
    if possessive:
        found = composition.judged_deed(reading, index, last + 2 - is_pronoun)
        found = (
            found
            if found.sign
            else composition.share_in_wrong(reading, index, prepositions.after_link(reading, index))
        )
        if found.sign:
            return found
    cue = cues().get(("noun", head, "owner")) if possessive else None
    if cue is None:
        return SILENT
    return Evidence(cue.sign * reading.toward(index).sign, phrase.head, phrase.head, "owner")


def _called_bare(reading: "Reading", index: int, last: int) -> Evidence:
    """*called the raid murder*: the verdict has no article, and stands in the same phrase."""
    verb = reading.clauses.left(index)
    phrase = reading.chunks[index]
    opening = reading.words[phrase.first].pos
    is_whole = opening in ("DT", "PRP$") and reading.words[last].pos in ("NN", "NNS", "NNP")
    if reading.clauses.kind(verb) != "VG" or not reading.judges(verb) or not is_whole:
        return SILENT
    for word in range(last + 1, phrase.last + 1):
        adjective = judging_adjective(reading.words[word].lower)
        if adjective:
            return Evidence(adjective.sign * reading.event(verb), word, word, "called so")
    sign, word = reading.value(index)
    return Evidence(sign * reading.event(verb) if word > last else 0, word, word, "called so")


def _owned(reading: "Reading", index: int) -> list[int]:
    """Phrases with one possessor: *X's deeds and crimes*."""
    conjunct = reading.clauses.right(reading.clauses.right(index))
    joined = reading.chunk_word(reading.clauses.right(index)) in ("and", "or")
    is_bare = (
        joined
        and reading.clauses.kind(conjunct) == "NP"
        and reading.words[reading.chunks[conjunct].first].pos in ("NN", "NNS", "JJ")
    )
    return [index, conjunct] if is_bare else [index]
