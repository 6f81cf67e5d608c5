"""Word classes, noun phrases and verb groups of English news sentences.

A dictionary says which classes a word can have; a table of named rules says which one it has here.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import lemminflect

from helpers.text import token_spans
from helpers.wordlists import read_rows


class Word(NamedTuple):
    """A word or punctuation mark: its span (code points, half-open) and its class.

    `pos` is a Penn Treebank tag (``NN NNS NNP NNPS PRP PRP$ DT CD JJ JJR JJS RB VB VBD VBZ VBP VBG
    VBN MD TO IN CC WP WP$ WDT WRB EX RP POS UH``) or ``PUNCT``. Clitics are words of their own:
    ``Assad's`` is *Assad* and *'s* (``POS``), ``don't`` is *do* and *n't*.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str


class NounPhrase(NamedTuple):
    """A base noun phrase as word indices: first and last word, head, and possessor's last word.

    *Annan's six-point peace plan* is one phrase with head *plan* and possessor *Annan*; a
    prepositional phrase or relative clause after the head is not part of it.
    """

    first: int
    last: int
    head: int
    possessor: int | None


class VerbGroup(NamedTuple):
    """Auxiliaries, adverbs and the verb they belong to, as word indices (`last` is inclusive)."""

    first: int
    last: int
    head: int
    finite: bool
    passive: bool
    negated: bool
    infinitive: bool
    participle: bool  # a bare -ing or -ed form, without auxiliary
    modal: str  # the modal verb in small letters, or ""


class _Entry(NamedTuple):
    """What is known of a written form: small letters, possible classes, clitic split."""

    lower: str
    tags: tuple[str, ...]
    initial_tags: tuple[str, ...]  # at the start of a sentence, where a capital says nothing
    split: int  # length of the part before a clitic, 0 if there is none
    capital: bool


_PUNCTUATION = re.compile(r"''|``|--+|\.\.\.|[^\w\s]|_")
_CLITIC = re.compile(r"^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_NUMBER = re.compile(r"^[\d.,:/-]*\d[\d.,:/-]*(?:m|bn|k|th|st|nd|rd)?$", re.IGNORECASE)
_DECADE = re.compile(r"^\d{2,4}s$")

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset("be am is are was were been being 's 're 'm ai isn aren wasn weren".split())
_HAVE = frozenset("have has had having 've hasn hadn haven".split())
_DO = frozenset("do does did don doesn didn".split())
_SUBORDINATORS = frozenset(
    "because until unless although though if whether while whereas lest that".split()
)
_QUOTES = frozenset("\"“”„«»'‘’`") | {"''", "``"}
_OPENERS = frozenset('"“„«‘`([:—–-') | {"``", "--"}
_SENTENCE_ENDS = frozenset(".!?…") | {"..."}
_NAME_PARTICLES = frozenset(
    "al el bin bint ibn abu de del della di da van von der la le dos".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SUFFIX_TAGS = (
    ("ly", ("RB",)),
    ("ing", ("VBG", "NN")),
    ("ed", ("VBD", "VBN")),
    ("ss", ("NN",)),
    ("us", ("NN",)),
    ("ous", ("JJ",)),
    ("ble", ("JJ",)),
    ("ive", ("JJ",)),
    ("ful", ("JJ",)),
    ("less", ("JJ",)),
    ("ish", ("JJ",)),
    ("ical", ("JJ",)),
    ("s", ("NNS",)),
)
_MOST_FORMS = 400_000
"""Forms remembered before the cache starts afresh, so that memory stays bounded."""


def tag(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words and punctuation marks of ``text[start:end]`` with their classes.

    Parameters
    ----------
    text
        Any text; meant is one sentence, but several are read one after the other.
    start, end
        The piece to read (code points, half-open); offsets of the result count in `text`.

    Returns
    -------
    list of Word
        In order, without overlap; only white space is left out. A piece in capitals is read as if
        it were in small letters.
    """
    piece = text[start:end]
    pieces = list(_pieces(piece))
    if not pieces:
        return []
    forms = _forms()
    entries = [forms[word] for _, _, word in pieces]
    _settle_apostrophes(entries, pieces)
    candidates = _candidates(entries, pieces)
    tags = _disambiguate(entries, candidates)
    offset = start
    return [
        Word(first + offset, last + offset, word, entry.lower, pos)
        for (first, last, word), entry, pos in zip(pieces, entries, tags, strict=True)
    ]


def _pieces(piece: str) -> Iterator[tuple[int, int, str]]:
    """Spans and texts of words (clitics split off) and punctuation marks."""
    forms = _forms()
    position = 0
    for first, last in token_spans(piece):
        if first - position > 1 or (first > position and not piece[position].isspace()):
            for mark in _PUNCTUATION.finditer(piece, position, first):
                yield (*mark.span(), mark.group())
        word = piece[first:last]
        split = forms[word].split
        if split:
            yield first, first + split, word[:split]
            yield first + split, last, word[split:]
        else:
            yield first, last, word
        position = last
    for mark in _PUNCTUATION.finditer(piece, position):
        yield (*mark.span(), mark.group())


# --- What a form can be -------------------------------------------------------------------------


@cache
def _fixed_tags() -> dict[str, tuple[str, ...]]:
    fixed: dict[str, tuple[str, ...]] = {}
    for row in read_rows("tagging_words.csv"):
        tags = tuple(row["tags"].split())
        for form in row["forms"].split():
            fixed[form] = fixed.get(form, ()) + tuple(
                t for t in tags if t not in fixed.get(form, ())
            )
    return fixed


class _Forms(dict[str, _Entry]):
    """Entry of each written form, worked out once a form."""

    def __missing__(self, form: str) -> _Entry:
        if len(self) >= _MOST_FORMS:
            self.clear()
        entry = self[form] = _entry(form)
        return entry


@cache
def _forms() -> _Forms:
    return _Forms()


def _entry(form: str) -> _Entry:
    lower = form.lower().replace("’", "'")
    if not any(map(str.isalnum, form)):
        return _Entry(lower, ("PUNCT",), ("PUNCT",), 0, False)
    clitic = _CLITIC.match(form)
    split = len(clitic.group(1)) if clitic else 0
    small = _tags_of(lower)
    capital = form[0].isupper() or (form[:3].lower() in ("al-", "el-") and not form.islower())
    if not capital or small == ("CD",):
        return _Entry(lower, small, small, split, False)
    proper = ("NNPS",) if lower.endswith("s") and _is_plural_name(lower) else ("NNP",)
    if lower == "i" or (len(form) == 1 and lower == "a"):
        return _Entry(lower, small, small, split, False)
    known = lower in _fixed_tags() or bool(_dictionary_tags(lower))
    initial = small if known else proper
    acronym = len(form) > 1 and form.replace(".", "").isupper()
    return _Entry(lower, proper, proper if acronym else initial, split, True)


def _is_plural_name(lower: str) -> bool:
    return lower.endswith(("ans", "ians", "ese", "ists", "nations", "states", "forces", "crats"))


@cache
def _number_words() -> frozenset[str]:
    return frozenset(form for form, tags in _fixed_tags().items() if tags == ("CD",))


def _tags_of(lower: str) -> tuple[str, ...]:
    """Possible classes of a form in small letters, the likeliest first."""
    fixed = _fixed_tags().get(lower)
    if fixed:
        return fixed
    if _DECADE.match(lower):
        return ("NNS",)
    if _NUMBER.match(lower):
        return ("JJ",) if lower.endswith(("st", "nd", "rd", "th")) else ("CD",)
    known = _dictionary_tags(lower)
    if known:
        return known
    if "-" in lower.strip("-"):
        return _compound_tags(lower)
    return next((tags for suffix, tags in _SUFFIX_TAGS if lower.endswith(suffix)), ("NN",))


def _compound_tags(lower: str) -> tuple[str, ...]:
    first, _, last = lower.rpartition("-")
    if first in _number_words() and last in _number_words():
        return ("CD",)
    tags = _fixed_tags().get(last) or _dictionary_tags(last)
    if "VBN" in tags or "VBG" in tags or not tags or "JJ" in tags:
        return ("JJ",)
    if tags[0] == "NNS":
        return ("NNS",)
    return ("JJ", "NN")


def _dictionary_tags(lower: str) -> tuple[str, ...]:
    """Classes lemminflect's lookup gives a form: nouns first, verbs, then adjective and adverb."""
    classes = lemminflect.getAllLemmas(lower)
    found: list[str] = []
    if "NOUN" in classes:
        plural = lower not in classes["NOUN"]
        found.append("NNS" if plural else "NN")
    for lemma in classes.get("VERB", ()):
        found += [t for t in _verb_tags(lower, lemma) if t not in found]
    if "ADJ" in classes:
        base = lower in classes["ADJ"]
        adjective = "JJ" if base else "JJS" if lower.endswith("st") else "JJR"
        participle = lower.endswith(("ed", "ing", "en"))
        found.insert(len(found) if participle and found else 0, adjective)
    if "ADV" in classes:
        found.append("RB")
    if found[:1] == ["NN"] and lower.endswith("ing") and "VBG" in found:
        found.remove("VBG")
        found.insert(0, "VBG")
    if not found and "PROPN" in classes:
        found.append("NN")
    return tuple(found)


def _verb_tags(lower: str, lemma: str) -> list[str]:
    if lower != lemma and lower.endswith("ing"):
        return ["VBG"]
    inflected = lemminflect.getAllInflections(lemma, "VERB")
    past = inflected.get("VBD", ())
    participle = inflected.get("VBN", past)  # left out where it is the past form
    pasts = [t for t, forms in (("VBD", past), ("VBN", participle)) if lower in forms]
    if lower == lemma:
        return ["VB", "VBP", *pasts]
    return pasts or (["VBZ"] if lower.endswith("s") else ["VBD", "VBN"])


# --- Which one it is ----------------------------------------------------------------------------


class _Condition(NamedTuple):
    """Any of (or none of, if `negated`) these tags and words."""

    symbols: frozenset[str]
    negated: bool

    def holds(self, symbols: frozenset[str]) -> bool:
        return self.symbols.isdisjoint(symbols) == self.negated


class _Rule(NamedTuple):
    name: str
    tag: str
    among: _Condition | None
    before2: _Condition | None
    left: _Condition | None
    before: _Condition | None
    after: _Condition | None
    open_clause: bool | None
    later: bool | None


_SETS = {
    "@be": _BE,
    "@have": _HAVE,
    "@do": _DO,
    "@subject": frozenset("i we you he she it they who".split()),
    "@comma": frozenset(","),
}


def _condition(cell: str) -> _Condition | None:
    if not cell:
        return None
    negated = cell.startswith("!")
    symbols: set[str] = set()
    for item in cell.removeprefix("!").split():
        members = _SETS.get(item)  # @preposition is none of them: see _symbols
        symbols.update({item} if members is None else (f"={word}" for word in members))
    return _Condition(frozenset(symbols), negated)


@cache
def _rules() -> tuple[_Rule, ...]:
    flag = {"": None, "open": True, "done": False, "yes": True, "no": False}
    rules = []
    for row in read_rows("tagging_rules.csv"):
        conditions = [_condition(row[c]) for c in ("among", "before2", "left", "before", "after")]
        rules.append(
            _Rule(row["rule"], row["tag"], *conditions, flag[row["clause"]], flag[row["later"]])
        )
    return tuple(rules)


@cache
def _rules_for(candidates: tuple[str, ...]) -> tuple[_Rule, ...]:
    """Rules that can choose one of these classes."""
    available = frozenset(candidates)
    return tuple(
        rule
        for rule in _rules()
        if rule.tag in available and (rule.among is None or rule.among.holds(available))
    )


@cache
def _symbols(lower: str, tags: tuple[str, ...]) -> frozenset[str]:
    symbols = {f"={lower}", *tags}
    if "IN" in tags and lower not in _SUBORDINATORS:
        symbols.add("@preposition")
    return frozenset(symbols)


_START = frozenset({"START"})
_END = frozenset({"END"})


def _settle_apostrophes(entries: list[_Entry], pieces: list[tuple[int, int, str]]) -> None:
    """Read ``'`` after a final *s* as a possessive unless a single quotation mark is open."""
    is_open = False
    for index, (first, _, word) in enumerate(pieces):
        if word not in ("'", "’", "‘"):
            continue
        previous = pieces[index - 1] if index else None
        joined = previous is not None and previous[1] == first
        if word == "‘" or not joined:
            is_open = True
        elif is_open:
            is_open = False
        elif entries[index - 1].lower.endswith("s") and index + 1 < len(pieces):
            entries[index] = _Entry("'s", ("POS",), ("POS",), 0, False)


def _candidates(entries: list[_Entry], pieces: list[tuple[int, int, str]]) -> list[tuple[str, ...]]:
    """Possible classes of each word, given where in the sentence its capital stands."""
    capitals = sum(entry.capital for entry in entries)
    lengthy = sum(len(word) > 3 and word[0].isalpha() for _, _, word in pieces)
    shouting = capitals > 1 and all(
        word.isupper() for _, _, word in pieces if len(word) > 1 and word.isalpha()
    )
    headline = capitals > 3 and capitals >= 0.8 * lengthy
    found = []
    initial = True
    for index, (entry, (_, _, word)) in enumerate(zip(entries, pieces, strict=True)):
        if not entry.capital:
            found.append(_clitic_tags(entry, entries, index))
        elif shouting:
            found.append(_tags_of(entry.lower))
        elif initial and not _name_follows(entries, index):
            found.append(entry.initial_tags)
        elif headline and entry.lower in _fixed_tags():
            found.append(_fixed_tags()[entry.lower])
        else:
            found.append(entry.tags)
        if entry.tags == ("PUNCT",):
            initial = initial or word in _OPENERS or word in _SENTENCE_ENDS
        else:
            initial = False
    return found


def _name_follows(entries: list[_Entry], index: int) -> bool:
    """Whether a sentence-initial noun is the start of a name: *President Obama*."""
    entry = entries[index]
    following = entries[index + 1] if index + 1 < len(entries) else None
    return bool(
        following
        and following.capital
        and entry.lower not in _fixed_closed()
        and entry.initial_tags[0] in ("NN", "NNS", "JJ", "NNP", "NNPS")
    )


@cache
def _fixed_closed() -> frozenset[str]:
    """Fixed words that are no nouns or adjectives."""
    return frozenset(
        form
        for form, tags in _fixed_tags().items()
        if tags[0] not in ("NN", "NNS", "JJ", "MD", "JJR", "JJS") or form in ("may", "will")
    )


def _clitic_tags(entry: _Entry, entries: list[_Entry], index: int) -> tuple[str, ...]:
    if entry.lower != "'s":
        return entry.tags
    if index == 0:
        return ("POS",)
    previous = entries[index - 1]
    if previous.lower == "let":
        return ("PRP",)
    if previous.tags[0] in ("PRP", "EX", "WP", "WRB") or previous.lower in ("that", "here"):
        return ("VBZ",)
    following = entries[index + 1] if index + 1 < len(entries) else None
    if following and (
        following.lower in ("not", "a", "an", "the", "been", "now", "still", "also", "just")
        or following.tags[0] in ("IN", "TO", "PRP")
    ):
        return ("VBZ",)
    return ("POS",)


def _finite_later(entries: list[_Entry], candidates: list[tuple[str, ...]]) -> list[bool]:
    """Whether after each word a sure finite verb comes before the next break."""
    later = [False] * len(entries)
    found = False
    for index in range(len(entries) - 1, -1, -1):
        later[index] = found
        tags = candidates[index]
        lower = entries[index].lower
        if tags[0] in _FINITE_TAGS and all(t in _FINITE_TAGS or t == "VBN" for t in tags):
            found = found or len(tags) == 1 or lower in ("said", "had")
        elif tags == ("PUNCT",) and lower not in _QUOTES:
            found = False
        elif tags[0] in ("WDT", "WP", "CC") or lower in _SUBORDINATORS:
            found = False
    return later


def _disambiguate(entries: list[_Entry], candidates: list[tuple[str, ...]]) -> list[str]:
    """Class of each word: the rules, from left to right."""
    if all(len(tags) == 1 for tags in candidates):
        return [tags[0] for tags in candidates]
    later = _finite_later(entries, candidates)
    context = [i for i, entry in enumerate(entries) if entry.lower not in _QUOTES]
    result = [tags[0] for tags in candidates]
    before2 = before = left = _START
    waiting = 1  # subjects that wait for their verb
    for place, index in enumerate(context):
        tags = candidates[index]
        lower = entries[index].lower
        if len(tags) == 1:
            chosen = tags[0]
        else:
            chosen = tags[0]
            after = _END
            if place + 1 < len(context):
                following = context[place + 1]
                after = _symbols(entries[following].lower, candidates[following])
            is_open = waiting > 0
            is_later = later[index]
            for rule in _rules_for(tags):
                if (
                    (rule.before is None or rule.before.holds(before))
                    and (rule.left is None or rule.left.holds(left))
                    and (rule.after is None or rule.after.holds(after))
                    and (rule.open_clause is None or rule.open_clause == is_open)
                    and (rule.later is None or rule.later == is_later)
                    and (rule.before2 is None or rule.before2.holds(before2))
                ):
                    chosen = rule.tag
                    break
            result[index] = chosen
        if chosen in _FINITE_TAGS and not (left is not _START and "MD" in left):
            waiting = max(0, waiting - 1)
        elif chosen in ("WP", "WDT", "WP$", "WRB") or (chosen == "IN" and lower in _SUBORDINATORS):
            waiting += 1
        elif lower in _SENTENCE_ENDS or lower in (";", ":"):
            waiting = 1
        elif chosen == "PRP" and waiting == 0 and lower in ("he", "she", "they", "we", "i"):
            waiting = 1
        before2 = before
        before = _START if lower in _SENTENCE_ENDS else _symbols(lower, (chosen,))
        if chosen != "RB":
            left = before
    return result


# --- Lemmas, phrases, verb groups ---------------------------------------------------------------

_UPOS = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV", "M": "AUX"}
_IRREGULAR_CLITICS = {
    "'s": "be",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "'ll": "will",
    "n't": "not",
}


@cache
def lemma(word: str, pos: str) -> str:
    """Dictionary form of a word in small letters with class `pos`; the word itself if unknown."""
    if word in _IRREGULAR_CLITICS and pos != "POS":
        return _IRREGULAR_CLITICS[word]
    if pos in ("NN", "VB", "VBP", "JJ", "RB", "NNP", "PUNCT", "NNPS") and word not in ("am", "are"):
        return word
    if word in _BE and pos in _VERB_TAGS:
        return "be"
    upos = _UPOS.get(pos[0])
    if upos is None:
        return word
    lemmas = lemminflect.getAllLemmas(word, upos=upos).get(upos)
    if not lemmas and upos == "NOUN" and word.endswith("s"):
        return word.removesuffix("s")
    if not lemmas and upos == "VERB":
        lemmas = lemminflect.getAllLemmasOOV(word, upos=upos).get(upos)
    return lemmas[0] if lemmas else word


_PHRASE_TAGS = frozenset(
    {"DT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG", "WP$"}
)
_HEAD_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "WP", "WDT", "EX"})
_OPENING_TAGS = frozenset({"DT", "PRP$", "PRP", "WP$", "WP", "WDT", "EX"})


def noun_phrases(words: list[Word]) -> list[NounPhrase]:
    """Base noun phrases of tagged words, in order, without overlap.

    Parameters
    ----------
    words
        What `tag` returns.

    Returns
    -------
    list of NounPhrase
        Titles and names stand together (*Foreign Minister John Baird*); a pronoun is a phrase; so
        is a determiner that stands alone (*that*, *some*).
    """
    found = []
    index = 0
    while index < len(words):
        pos = words[index].pos
        if pos in ("PRP", "EX", "WP", "WDT"):
            found.append(NounPhrase(index, index, index, None))
            index += 1
        elif pos in _PHRASE_TAGS and pos != "POS" or _opens_with_adverb(words, index):
            last = _phrase_end(words, index)
            phrase = _phrase(words, index, last)
            if phrase is None:
                index += 1
            else:
                found.append(phrase)
                index = phrase.last + 1
        else:
            index += 1
    return found


def _opens_with_adverb(words: list[Word], index: int) -> bool:
    return (
        words[index].pos == "RB"
        and index + 1 < len(words)
        and words[index + 1].pos in ("JJ", "CD")
        and (index == 0 or words[index - 1].pos in ("IN", "TO", "PUNCT"))
    )


def _phrase_end(words: list[Word], first: int) -> int:
    """Index of the last word that can belong to the phrase which starts at `first`."""
    last = first
    seen_noun = words[first].pos in _NOUN_TAGS
    for index in range(first + 1, len(words)):
        word = words[index]
        pos = word.pos
        if pos == "POS":
            seen_noun = False
        elif pos in ("DT", "PRP$", "WP$"):
            if not (words[index - 1].pos == "DT" and index - 1 == first):
                break
        elif pos in _NOUN_TAGS:
            if word.lower in _WEEKDAYS and seen_noun:
                break
            if words[index - 1].lower in _WEEKDAYS and pos in ("NNP", "NNPS"):
                break
            seen_noun = True
        elif pos in ("JJ", "JJR", "JJS", "VBN", "VBG", "CD"):
            if seen_noun and not (pos in ("JJ", "CD") and _noun_at(words, index + 1)):
                break
            if pos in ("VBN", "VBG") and not _modifies(words, index):
                break
        elif pos == "RB" and not seen_noun:
            if not (index + 1 < len(words) and words[index + 1].pos in ("JJ", "VBN")):
                break
        elif pos == "PUNCT":
            if not _inside_phrase(words, index, seen_noun):
                break
        else:
            break
        last = index
    return last


def _noun_at(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].pos in _NOUN_TAGS


def _modifies(words: list[Word], index: int) -> bool:
    """Whether a participle stands before a noun: *the expanded sanctions*."""
    following = words[index + 1].pos if index + 1 < len(words) else ""
    return following in _NOUN_TAGS or following in ("JJ", "VBN", "VBG")


def _inside_phrase(words: list[Word], index: int, seen_noun: bool) -> bool:
    """Whether a mark does not end the phrase: ``$``, a quotation mark before the head."""
    if words[index].text in "$£€":
        return index + 1 < len(words) and words[index + 1].pos == "CD"
    return (
        words[index].lower in _QUOTES
        and not seen_noun
        and index + 1 < len(words)
        and words[index + 1].pos in _PHRASE_TAGS
    )


def _phrase(words: list[Word], first: int, last: int) -> NounPhrase | None:
    """The phrase between two words, cut back to its head; None if there is no head."""
    while last > first and words[last].pos in ("POS", "PUNCT", "RB", "VBG", "VBN"):
        last -= 1
    head = last
    if words[head].pos not in _HEAD_TAGS and words[head].pos not in ("JJ", "JJR", "JJS", "DT"):
        return None
    if words[head].pos.startswith("JJ") and words[first].pos not in ("DT", "PRP$"):
        return None
    possessives = [i for i in range(first, last + 1) if words[i].pos == "POS"]
    possessor = possessives[-1] - 1 if possessives else None
    return NounPhrase(first, last, head, possessor)


_NEGATIONS = frozenset("not n't never no-longer hardly scarcely barely".split())


def verb_groups(words: list[Word]) -> list[VerbGroup]:
    """Verb groups of tagged words, in order, without overlap.

    Parameters
    ----------
    words
        What `tag` returns.

    Returns
    -------
    list of VerbGroup
        *must not have been attacked* is one group with head *attacked*, finite, passive, negated
        and with modal *must*. An infinitive is a group of its own: *wants* and *to leave*.
    """
    found = []
    index = 0
    while index < len(words):
        pos = words[index].pos
        starts_infinitive = pos == "TO" and _verb_after_adverbs(words, index + 1) is not None
        if pos == "MD" or pos in _VERB_TAGS or starts_infinitive:
            group = _verb_group(words, index)
            found.append(group)
            index = group.last + 1
        else:
            index += 1
    return found


def _verb_after_adverbs(
    words: list[Word], index: int, tags: frozenset[str] = _VERB_TAGS
) -> int | None:
    """Index of the verb at `index`, adverbs skipped (three at most)."""
    for place in range(index, min(index + 4, len(words))):
        if words[place].pos in tags:
            return place
        if words[place].pos != "RB":
            return None
    return None


def _verb_group(words: list[Word], first: int) -> VerbGroup:
    members = [first]
    head = first
    while True:
        following = _next_verb(words, head)
        if following is None:
            break
        members.append(following)
        head = following
    chain = [words[i] for i in members]
    auxiliaries = chain[:-1]
    last_auxiliary = auxiliaries[-1].lower if auxiliaries else ""
    trailing_not = head + 1 < len(words) and words[head + 1].lower in ("not", "n't")
    last = head + 1 if trailing_not else head
    negated = any(words[i].lower in _NEGATIONS for i in range(first, last + 1))
    if first > 0 and words[first - 1].lower in ("never", "not"):
        negated = True
    start = chain[0]
    return VerbGroup(
        first=first,
        last=last,
        head=head,
        finite=start.pos in _FINITE_TAGS,
        passive=words[head].pos == "VBN"
        and (last_auxiliary in _BE or last_auxiliary in ("get", "gets", "got", "getting")),
        negated=negated,
        infinitive=start.pos == "TO",
        participle=start.pos in ("VBG", "VBN"),
        modal=start.lower if start.pos == "MD" else "",
    )


_AFTER_BE = frozenset({"VBG", "VBN"})
_AFTER_HAVE = frozenset({"VBN"})
_AFTER_MODAL = frozenset({"VB"})


def _next_verb(words: list[Word], index: int) -> int | None:
    """The verb that the auxiliary at `index` goes with, if it is one."""
    word = words[index]
    if word.pos in ("MD", "TO"):
        return _verb_after_adverbs(words, index + 1, _AFTER_MODAL)
    if word.lower in _BE:
        return _verb_after_adverbs(words, index + 1, _AFTER_BE)
    if word.lower in _HAVE:
        return _verb_after_adverbs(words, index + 1, _AFTER_HAVE)
    if word.lower in _DO:
        return _verb_after_adverbs(words, index + 1, _AFTER_MODAL)
    return None
