"""Second parts of a coordination that leave out what the first has said: *and X (be) sacked*.

Each function takes a `helpers.stance_reading.Reading` and is silent where it has no say.
"""

from typing import TYPE_CHECKING

from helpers import stance_naming as naming
from helpers.stance_cues import SILENT, Evidence, first_to_speak
from helpers.wordlists import read_set

if TYPE_CHECKING:
    from helpers.stance_reading import Reading

_OBLIGATION = read_set("obligation")


def of_phrase(reading: "Reading", index: int) -> Evidence:
    """Stance toward a phrase after *and* whose verb stands in the first part."""
    joint = reading.clauses.left(index)
    if reading.chunk_word(joint) not in ("and", "but", ";") or reading.clauses.right(index) < 0:
        return SILENT
    return first_to_speak((_called, _demanded, _accused), reading, index)


def _called(reading: "Reading", index: int) -> Evidence:
    """*called the vote a farce and X a disgrace*, *described it as fair and X as a fraud*."""
    told = reading.clauses.right(index)
    verb = reading.clauses.previous_verb(index)
    if verb < 0 or not reading.judges(verb):
        return SILENT
    is_as = reading.chunk_word(told) == "as"
    opens = reading.opening(told) in ("a", "an")
    if not (is_as or opens or reading.clauses.kind(told) == "JJ"):
        return SILENT
    between = range(verb + 1, index)
    if is_as and not any(reading.chunk_word(place) == "as" for place in between):
        return SILENT  # criticised the vote and X as a farce: one verdict on both
    sign, word = naming.named_value(reading, reading.clauses.right(told) if is_as else told)
    return Evidence(sign * max(0, reading.event(verb)), word, word, "called so")


def _demanded(reading: "Reading", index: int) -> Evidence:
    """*the tax must be dropped and X (be) appointed*: for what is to be, against what is to go."""
    act = reading.clauses.right(index)
    if reading.clauses.kind(act) != "VG" or reading.chunks[act].negated:
        return SILENT
    first = reading.words[reading.chunks[act].first]
    if first.lower != "be" and reading.words[reading.chunks[act].head].pos not in ("VBN", "VBD"):
        return SILENT
    verb = reading.clauses.previous_verb(index, finite=True)
    if verb < 0 or not reading.chunks[verb].passive or first.lower in ("is", "was", "are", "were"):
        return SILENT
    group = reading.chunks[verb]
    if group.modal not in _OBLIGATION or group.negated or reading.asserted(verb) <= 0:
        return SILENT
    cue = reading.verb_cue(act, "object")[0]
    after = reading.clauses.kind(reading.clauses.right(act))
    if after == "NP" or cue is None:
        return SILENT
    return Evidence(cue.sign, *reading.span(verb, act), "subject of passive")


def _accused(reading: "Reading", index: int) -> Evidence:
    """*accused the army of torture and X of theft*, *thanked her for it and X for that*."""
    link = reading.clauses.right(index)
    verb = reading.clauses.previous_verb(index)
    if reading.clauses.kind(link) != "IN" or verb < 0 or not reading.chunks[verb].finite:
        return SILENT
    whom = reading.clauses.right(verb)
    first = reading.clauses.right(whom)
    is_parallel = reading.chunk_word(first) == reading.chunk_word(link)
    if reading.clauses.kind(whom) != "NP" or not is_parallel or first >= index:
        return SILENT
    cue, last = reading.verb_cue(verb, "object")
    if cue is None or cue.group not in ("criticise", "praise", "support", "accuse"):
        return SILENT
    return Evidence(cue.sign * reading.event(verb), *reading.span(verb, last), "object of verb")
