"""Terms and manners: *no talks until X is lifted*, *angry at how X was run*, *in line with ours*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_constructions as constructions
from helpers.stance_cues import SILENT, Evidence, cues, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_DEALINGS = read_set("dealings")
_GRANTED = read_set("demands granted")
_TAKEN_BACK = read_set("taken back")
_SET_FREE = read_set("set free")
_HANDLED = read_set("handled")
_BEFALLING = read_set("undergone")
_COMING_ABOUT = frozenset({"begin", "start", "resume", "happen", "pass", "continue", "hold"})
_OBTAINING = frozenset({"see", "get", "receive", "have", "obtain", "secure", "win"})
_TAKING_SIDES = read_set("going along")
_TO_KNOW = read_set("asked for to know") | read_set("about which one asks")
_TO_AN_END = read_set("done to an end")
_DOUBTFULLY = frozenset(
    {"scepticism", "skepticism", "suspicion", "salt", "distrust", "mistrust"}
    | {"contempt", "disdain", "caution", "doubt", "wariness"}
)
_TAKING = frozenset({"treat", "view", "regard", "see", "read", "approach", "greet", "take", "meet"})
_AGREEING = frozenset({"align", "accord", "chime", "tally", "square", "fit", "conform", "comport"})
_CLASHING = frozenset({"conflict", "clash", "contradict", "violate", "offend", "betray", "insult"})
_OURS = frozenset({"our", "my", "their", "his", "her", "its"})
_CONVICTIONS = read_set("convictions")
_REPRISALS = frozenset(
    {"revenge", "reprisal", "vengeance", "retribution", "violence", "retaliation"}
)
_SERVING = frozenset({"act", "serve", "function", "stand"})
_USEFUL = frozenset({"work", "succeed", "produce", "deliver", "help", "bring", "end", "achieve"})
_BEARING_FRUIT = _USEFUL | {"begin", "start", "resume", "hold"}
_BELIEVING = frozenset({"think", "believe", "be", "feel", "remain", "hope"})
_MOST_CHUNKS = 9


def is_term(reading: "Reading", verb: int) -> bool:
    """Whether a clause tells what must come first: *talks cannot begin until X is lifted*."""
    if constructions.is_made_a_condition(reading, verb):
        return True
    subject = reading.clauses.subjects.get(verb)
    if subject is None or subject < 0:
        return False
    link = reading.clauses.left(subject)
    word = reading.chunk_word(link)
    if word in (",", "and"):  # until A are halted, B are lifted
        other = reading.clauses.left(link)
        if reading.chunk_word(other) == ",":
            other = reading.clauses.left(other)
        is_listed = reading.chunks[verb].passive and reading.clauses.kind(other) == "VG"
        return is_listed and reading.chunks[other].passive and is_term(reading, other)
    if word not in ("if", "until", "till"):
        return False
    main = reading.clauses.previous_verb(link, finite=True)
    if main < 0:
        return False
    if word == "if":
        return _is_only_then(reading, main, link)
    return _is_withheld(reading, main, link)


def _is_only_then(reading: "Reading", main: int, end: int) -> bool:
    """Whether a clause says what is wanted but needs something first: *can only succeed if*.

    What is not wanted needs nothing: *things can only get worse if the ban is approved*.
    """
    group = reading.chunks[main]
    words = [word.lower for word in reading.words[group.first : reading.chunks[end].first]]
    is_only = "only" in words and group.modal in ("can", "could", "will", "would")
    return is_only and (
        group.lemma in _BEARING_FRUIT or not _DEALINGS.isdisjoint(_named(reading, main, end))
    )


def _named(reading: "Reading", main: int, end: int) -> set[str]:
    """Nouns of a clause: its subject, and what follows its verb up to a chunk."""
    doer = reading.clauses.subjects.get(main)
    named = {reading.chunk_word(doer)} if doer is not None and doer >= 0 else set()
    return named | {
        reading.chunk_word(place)
        for place in range(main + 1, end)
        if reading.clauses.kind(place) == "NP"
    }


def _is_withheld(reading: "Reading", main: int, end: int) -> bool:
    """Whether a clause says that there are no talks yet: *talks cannot begin*, *no deal until*."""
    doer = reading.clauses.subjects.get(main)
    group = reading.chunks[main]
    is_none = group.negated or (doer is not None and doer >= 0 and reading.opening(doer) == "no")
    if not group.modal and not is_none:
        return False
    is_none |= any(
        reading.clauses.kind(place) == "NP" and reading.opening(place) == "no"
        for place in range(main + 1, end)
    )
    return is_none and not _DEALINGS.isdisjoint(_named(reading, main, end))


def of_clause(reading: "Reading", subject: int, verb: int) -> Evidence:
    """What terms, or the manner in which a thing was done, tell of a clause's subject."""
    rules = (_must_come_first, done_so, _doubtfully, _agrees, _serves_as, _can_work, _own_right)
    return first_to_speak(rules, reading, subject, verb) if subject >= 0 else SILENT


def _must_come_first(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*no deal until X is approved*, *will not go back unless X stops firing*."""
    if reading.chunk_word(reading.clauses.left(subject)) not in _LINKS:
        return SILENT
    group = reading.chunks[verb]
    if group.modal or reading.is_own_side(subject) or not is_term(reading, verb):
        return SILENT
    sign = 0
    if group.passive:
        sign = (group.lemma in _GRANTED or group.lemma in _SET_FREE) - (group.lemma in _TAKEN_BACK)
    elif reading.verb_cue(verb, "yield")[0] or reading.idiom(verb, "yield")[0]:
        sign = -1
    elif group.lemma in _COMING_ABOUT:
        is_thing = reading.words[reading.chunks[subject].head].pos in ("NN", "NNS")
        sign = int(is_thing and reading.chunk_word(subject) in _DEALINGS)
    elif group.lemma in ("end", "stop", "cease"):
        sign = -1
    return Evidence(-sign if group.negated else sign, *reading.span(verb), "must come first")


_LINKS = frozenset({"if", "until", "till", "unless", ",", "and", "that"})


def wanted_first(reading: "Reading", index: int, verb: int) -> Evidence:
    """*we will not vote for it until we see X*: what one waits for before one goes along."""
    group = reading.chunks[verb]
    if group.lemma not in _OBTAINING or group.passive or group.negated:
        return SILENT
    head = reading.words[reading.chunks[index].head]
    if head.pos not in ("NN", "NNS") or reading.chunk_word(index) in _TO_KNOW:
        return SILENT
    subject = reading.clauses.subjects.get(verb)
    if subject is None or not reading.is_own_side(subject) or not is_term(reading, verb):
        return SILENT
    link = reading.clauses.left(subject)
    main = reading.clauses.previous_verb(link)
    if reading.chunk_word(link) not in ("until", "till", "unless") or main < 0:
        return SILENT
    if reading.chunk_word(main) not in _TAKING_SIDES or reading.value(index)[0] < 0:
        return SILENT
    return Evidence(1, *reading.span(link, verb), "must come first")


def done_so(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*frustrated with how X was handled*, *praised the way X fought*."""
    link = reading.clauses.left(subject)
    is_way = reading.chunk_word(link) in ("way", "manner") and link == subject - 1
    if not is_way and reading.chunk_word(link) != "how":
        return SILENT
    group = reading.chunks[verb]
    if group.lemma in _BEFALLING or (group.passive and group.lemma not in _HANDLED):
        return SILENT  # angry at how the refugees were treated
    if group.modal in ("should", "might", "may", "could") or reading.is_own_side(subject):
        return SILENT
    felt = reading.clauses.left(link)
    sign = _felt_at(reading, felt)
    return Evidence(sign, *reading.span(felt, link), "how it was done")


def _felt_at(reading: "Reading", felt: int) -> int:
    """Direction of a feeling or verdict that a chunk ends: *angry at*, *praised*."""
    frame = "object"
    if reading.clauses.kind(felt) == "IN":
        frame = reading.chunk_word(felt)
        felt = reading.clauses.left(felt)
    kind = reading.clauses.kind(felt)
    if kind == "NP" and frame != "object":
        cue = cues().get(("noun", reading.chunk_word(felt), frame))
        holder = reading.clauses.left(felt)
        return cue.sign * max(0, reading.event(holder)) if cue and holder >= 0 else 0
    if kind not in ("VG", "JJ"):
        return 0
    word = reading.words[reading.chunks[felt].head].lower
    quality = cues().get(("adjective", word, frame))
    if quality:
        holder = (
            felt if kind == "VG" and reading.chunks[felt].finite else reading.clauses.left(felt)
        )
        if holder < 0 or reading.clauses.kind(holder) != "VG":
            is_bare = all(c.kind in ("RB", "PUNCT") for c in reading.chunks[:felt])
            return quality.sign if is_bare else 0  # frustrated with how
        own = reading.is_own_side(reading.clauses.subjects.get(holder))
        return quality.sign * int(own and not reading.chunks[holder].negated)
    if kind == "JJ":
        return 0
    cue = reading.verb_cue(felt, frame)[0]
    if cue is None or cue.group in ("demand", "light", "further", "end"):
        return 0
    return cue.sign * max(0, reading.event(felt))


def _doubtfully(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X should be treated with scepticism*, *must be taken with a pinch of salt*."""
    group = reading.chunks[verb]
    if not group.passive or group.lemma not in _TAKING:
        return SILENT
    following = [word.lower for word in reading.words[group.last + 1 : group.last + 7]]
    if following[:1] != ["with"] or group.modal not in ("should", "must", "ought", "need"):
        return SILENT
    if _DOUBTFULLY.isdisjoint(following):
        return SILENT
    sign = 1 if group.negated else -1
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb), "treated so")


def _agrees(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X aligns with our position*, *X clashes with our values*."""
    group = reading.chunks[verb]
    sign = (group.lemma in _AGREEING) - (group.lemma in _CLASHING)
    if not sign or group.passive or group.modal in ("may", "might", "could", "must", "should"):
        return SILENT
    what = reading.clauses.right(verb)
    while reading.clauses.kind(what) == "IN":
        what = reading.clauses.right(what)
    if reading.chunk_word(what) not in _CONVICTIONS or reading.is_speaker(subject):
        return SILENT
    holder = reading.chunk_word(reading.clauses.right(what))
    if reading.opening(what) not in _OURS and holder not in ("we", "i"):
        return SILENT
    if reading.opening(what) in _OURS - {"our", "my"} and sign > 0:
        return SILENT  # whose, one cannot tell
    sign = -sign if group.negated else sign
    return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(verb, what), "predicate")


def _serves_as(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*X can act as a deterrent*, *X serves as a lifeline for farmers*."""
    group = reading.chunks[verb]
    link = reading.clauses.right(verb)
    if group.lemma not in _SERVING or group.passive or reading.chunk_word(link) != "as":
        return SILENT
    told = reading.clauses.right(link)
    if group.modal in ("may", "might", "could", "must", "should") or told < 0:
        return SILENT
    if reading.is_own_side(subject) or reading.opening(told) not in ("a", "an", "the", "one"):
        return SILENT
    sign, word = reading.value(told)
    sign = -sign if group.negated else sign
    return Evidence(sign * max(0, reading.asserted(verb)), word, word, "predicate")


def _can_work(reading: "Reading", subject: int, verb: int) -> Evidence:
    """*he thinks X can work*, *they are confident that X can bring peace*."""
    group = reading.chunks[verb]
    if group.modal != "can" or group.passive or group.lemma not in _USEFUL:
        return SILENT
    governor = reading.clauses.governor(verb)
    outer = governor.chunk
    if governor.relation != "that" or outer < 0:
        return SILENT
    holder = outer if reading.clauses.kind(outer) == "VG" else reading.clauses.left(outer)
    if reading.chunk_word(holder) not in _BELIEVING or reading.chunks[holder].negated:
        return SILENT
    own = reading.is_own_side(reading.clauses.subjects.get(holder))
    what = reading.clauses.right(verb)
    is_good = reading.clauses.kind(what) != "NP" or reading.value(what)[0] >= 0
    if not own or reading.is_speaker(subject) or not is_good:
        return SILENT
    return Evidence(-1 if group.negated else 1, *reading.span(holder, verb), "thought to work")


def _own_right(reading: "Reading", _subject: int, verb: int) -> Evidence:
    """*X is an expert in her own right*."""
    group = reading.chunks[verb]
    if group.lemma != "be" or group.modal or group.passive:
        return SILENT
    for place in range(verb + 1, min(verb + _MOST_CHUNKS, len(reading.chunks))):
        this = reading.chunks[place]
        if this.kind in ("VG", "SUB", "PUNCT"):
            break
        is_right = this.lemma == "right" and this.kind == "NP" and this.head > this.first
        if is_right and reading.words[this.head - 1].lower == "own":
            sign = -1 if group.negated else 1
            return Evidence(sign * max(0, reading.asserted(verb)), *reading.span(place), "praise")
    return SILENT


def is_done_to_an_end(reading: "Reading", verb: int) -> bool:
    """Whether an infinitive after a verb's object is its purpose: *sued the firm to stop X*."""
    return reading.chunk_word(verb) in _TO_AN_END


def by_link(reading: "Reading", _index: int, preposition: int, depth: int) -> Evidence:
    """*urged them not to take revenge on X*: a third party is protected, or attacked."""
    link = reading.chunk_word(preposition)
    noun = reading.clauses.left(preposition)
    if link not in ("on", "against", "upon") or reading.chunk_word(noun) not in _REPRISALS:
        return SILENT
    verb = reading.clauses.left(noun)
    if reading.clauses.kind(verb) != "VG" or reading.chunks[verb].passive:
        return SILENT
    if reading.chunk_word(verb) not in ("take", "seek", "exact", "commit", "use", "carry", "want"):
        return SILENT
    return Evidence(reading.event(verb, depth + 1) * -1, *reading.span(verb, noun), "spared")
