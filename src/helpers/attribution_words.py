"""Words that are read otherwise beside a reporting verb: *the 51-year-old joked*, *said by email*.

They are mended before the phrases and verb groups of a sentence are looked for.
"""

from helpers.clauses import FINITE, NOMINAL, QUOTE, TIME_WORDS, Sentence, sayers
from helpers.name_parts import PARTICLES
from helpers.reporting import cue_forms
from helpers.wordlists import read_set

_YEARS_OLD = "-year-old"
_AFTER_AGE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "VBG", QUOTE})
"""Classes of a word that goes on with a phrase in which *51-year-old* is an adjective."""

_PARENTS = read_set("parents")
_CHANNELS = read_set("channels")
_MENDED = _PARENTS | _CHANNELS | {"forecast"}
_LONGEST_CHANNEL = 3  # words
_NAMES_SOMEBODY = frozenset({"NNP", "NNPS", "NNS", "PRP"})


def mend_words(sentence: Sentence) -> None:
    """Read some words as what they are where people speak, before phrases are looked for.

    *the 51-year-old joked* and *the mother of three joked* have a noun and a verb, *X said by
    email* no agent, *X forecast that …* a verb.
    """
    lowers, tags = sentence.lowers, sentence.tags
    start, end = sentence.words[0].start, sentence.words[-1].end
    if sentence.text.find(_YEARS_OLD, start, end) >= 0:
        for index, lower in enumerate(lowers):
            alone = _AFTER_AGE.isdisjoint(tags[index + 1 : index + 2])
            if lower.endswith(_YEARS_OLD) and index and alone:
                sentence.retag(index, "NN")
                if lowers[index - 1] == "then" and index > 1:
                    sentence.retag(index - 1, "JJ")  # "the then 19-year-old"
                _mend_verb(sentence, index + 1)
    if "VBN" in tags and ("," in lowers or ")" in lowers):
        cues = cue_forms()
        verbs = [i for i, tag in enumerate(tags) if tag == "VBN" and i and lowers[i] in cues]
        if any(lowers[index - 1] in _CLOSING for index in verbs):
            _mend_after_insertion(sentence)
        if verbs:
            _mend_at_end(sentence, verbs[-1])
    if _MENDED.isdisjoint(lowers):
        return
    if not _PARENTS.isdisjoint(lowers):
        for index in range(len(lowers) - 3):
            if lowers[index + 1] == "of" and tags[index + 2] == "CD" and lowers[index] in _PARENTS:
                _mend_verb(sentence, index + 3)
    if not _CHANNELS.isdisjoint(lowers):
        for index in range(1, len(lowers) - 1):
            if lowers[index] == "by" and _is_channel(sentence, index + 1):
                lowers[index] = "via"
                sentence.words[index] = sentence.words[index]._replace(lower="via")
                if tags[index - 2 : index - 1] and lowers[index - 1] in cue_forms():
                    _mend_verb(sentence, index - 1)
    if "forecast" in lowers[1:-1]:
        index = lowers.index("forecast", 1)
        somebody = index == 1 or tags[index - 1] in _NAMES_SOMEBODY or lowers[index - 1] in sayers()
        if tags[index] == "NN" and somebody and lowers[index + 1] in ("that", "a", "an"):
            sentence.retag(index, "VBD")
            if index == 1 and tags[0] == "NN":
                sentence.retag(0, "NNP")


def _mend_after_insertion(sentence: Sentence) -> None:
    """Read *described* as a verb in *The clerk (who was ill) described it*, and after a participle.

    A noun and an insertion open the sentence, an object follows: *X, speaking in Leeds, urged Y*.
    """
    lowers, tags = sentence.lowers, sentence.tags
    opening = next((i for i, lower in enumerate(lowers[:_LONGEST_OPENING]) if lower in ",("), 0)
    bracket = lowers[opening] == "("
    if not opening or tags[opening - 1] not in NOMINAL or _holds_verb(tags, 0, opening):
        return
    closes = ")" if bracket else ","
    if closes not in lowers[opening + 1 :] or not (bracket or tags[opening + 1] == "VBG"):
        return
    index = lowers.index(closes, opening + 1) + 1
    if index + 1 >= sentence.last:
        return
    if tags[index + 1] == "IN" or lowers[index] not in cue_forms():
        return
    if not _holds_verb(tags, opening, index) or bracket:
        _mend_verb(sentence, index, after=closes)


_LONGEST_OPENING = 12  # words
_CLOSING = frozenset({",", ")"})


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words are a name and nothing else, the particles in it included."""
    return all(
        sentence.tags[i] in ("NNP", "NNPS") or sentence.lowers[i] in PARTICLES
        for i in range(first, last)
    )


def _mend_at_end(sentence: Sentence, index: int) -> None:
    """Read *confirmed* as a verb in *The pier is shut, the mayor, Ana Diaz, confirmed on Friday*.

    Only somebody or a body stands between it and the comma that ends a clause.
    """
    lowers, tags = sentence.lowers, sentence.tags
    last = sentence.last
    if not 3 < index < last or _holds_verb(tags, index, last):
        return
    end = lowers.index(",", index, last) if "," in lowers[index:last] else last
    if end > index + 1 and (
        lowers[end - 1] not in TIME_WORDS or tags[index + 1] not in ("IN", "NNP", "NN", "JJ")
    ):
        return
    head = index - 1
    if lowers[head] == ",":  # a name that explains a post
        opening = next((i for i in range(head - 1, max(0, head - 7), -1) if lowers[i] == ","), 0)
        if not opening or not _is_name(sentence, opening + 1, head):
            return
        head = opening - 1
    named = tags[head] in ("NNP", "NNPS")
    for place in range(head, max(0, head - _LONGEST_SUBJECT), -1):
        if lowers[place] == ",":
            if named and _holds_verb(tags, 0, place):
                sentence.retag(index, "VBD")
            return
        if tags[place] not in _IN_SUBJECT and lowers[place] not in _JOINS_SUBJECT:
            return
        named = named or lowers[place].removesuffix("s") in sayers()


_LONGEST_SUBJECT = 12  # words
_IN_SUBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "POS", "PRP$", "CC"})
_JOINS_SUBJECT = frozenset({"of", "for", "at"})


def _is_channel(sentence: Sentence, index: int) -> bool:
    """Whether words after *by* are a way to send words: *email*, *text message*."""
    for place in range(index, min(index + _LONGEST_CHANNEL, len(sentence.words))):
        if sentence.lowers[place] in _CHANNELS:
            return True
        if sentence.tags[place] not in ("NN", "JJ"):
            return False
    return False


_END_OF_PARTICIPLE = frozenset({"CC", "PUNCT", QUOTE})
_END_OF_VERB = _END_OF_PARTICIPLE | {"IN", "PRP", "WRB", "EX"}
"""Classes of the words that end what may belong to a participle, and what belongs to a verb."""


def _mend_verb(sentence: Sentence, index: int, after: str = "") -> None:
    """Read a participle right after a noun (or a mark) as a verb if the clause has no other.

    *The 24-year-old apologised for it and left*, not *The 24-year-old charged with it left*.
    """
    tags, lowers = sentence.tags, sentence.lowers
    if tags[index : index + 1] != ["VBN"] or lowers[index + 1 : index + 2] == ["by"]:
        return
    ends = _END_OF_PARTICIPLE if tags[index + 1 : index + 2] == ["IN"] else _END_OF_VERB
    for place in range(index + 1, sentence.last):
        if tags[place] in ends or lowers[place] == "that":
            break
        if tags[place] in FINITE:
            return
    if tags[index - 1] in NOMINAL or lowers[index - 1] == after:
        sentence.retag(index, "VBD")


def _holds_verb(tags: list[str], first: int, last: int) -> bool:
    """Whether a finite verb is among some words, which `Sentence.has_finite` would count for good.

    Word classes are not settled yet.
    """
    return any(tag in FINITE for tag in tags[first:last])
