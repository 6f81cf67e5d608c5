"""Word classes, noun phrases and verb groups of English news sentences.

A dictionary says which classes a word can have; a table of named rules says which one it has here.
"""

import re
from functools import cache, lru_cache, partial
from typing import NamedTuple

from helpers.dictionary import guessed_lemma, lemmas_of, verb_forms
from helpers.economy import Memory
from helpers.text import token_spans
from helpers.wordlists import read_rows, read_set


class Word(NamedTuple):
    """A word or punctuation mark: its span (code points, half-open) and its class.

    `pos` is a Penn Treebank tag (``NN NNS NNP NNPS PRP PRP$ DT CD JJ JJR JJS RB VB VBD VBZ VBP VBG
    VBN MD TO IN CC WP WP$ WDT WRB EX RP POS UH``) or ``PUNCT``. Clitics are words of their own:
    ``Diaz's`` is *Diaz* and *'s* (``POS``), ``don't`` is *do* and *n't*.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str


class NounPhrase(NamedTuple):
    """A base noun phrase as word indices: first and last word, head, and possessor's last word.

    *Diaz's five-year peace plan* is one phrase with head *plan* and possessor *Diaz*; a
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


class _Reading:
    """What a word may be, and all that the rules ask of it, worked out once for many words."""

    __slots__ = (
        *("after_it", "first", "is_quote_mark", "later", "sure"),
        *("sure_after", "symbols", "tags", "word"),
    )

    def __init__(self, word: str, tags: tuple[str, ...]) -> None:
        self.word = word if word in _named_words() else ""
        self.tags = tags
        self.first = tags[0]
        self.sure = len(tags) == 1
        self.is_quote_mark = word in QUOTE_MARKS
        self.symbols = _symbols_of(word, tags)
        self.later = _shows_finite(word, tags)
        self.after_it = {
            pos: (_seen(word, (pos,)), _clause_move(word, pos)) for pos in dict.fromkeys(tags)
        }
        """By the class it has: its symbols for the next words, and what it does to the clause."""
        self.sure_after = (*self.after_it[self.first], self.first == "RB")
        """The same for the first class, and whether that is an adverb."""


class _Entry:
    """What is known of a written form, wherever it stands."""

    __slots__ = ("capital", "has_small", "initial", "is_long", "is_mark", "lower", "split", "usual")

    def __init__(
        self, lower: str, usual: tuple[str, ...], initial: tuple[str, ...] | None = None
    ) -> None:
        self.lower = lower
        self.usual = _reading(lower, usual)
        self.initial = self.usual if initial is None else _reading(lower, initial)
        """At the start of a sentence, where a capital says nothing."""
        self.is_mark = usual == _MARK
        self.split = 0  # length of the part before a clitic, 0 if there is none
        self.capital = initial is not None
        self.has_small = False  # a word of two letters or more with a small letter
        self.is_long = False


_PUNCTUATION = re.compile(r"''|``|--+|\.\.\.|[^\w\s]|_")
_CLITIC = re.compile(r"^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_NUMBER = re.compile(r"^[\d.,:/-]*\d[\d.,:/-]*(?:m|bn|k|th|st|nd|rd)?$", re.IGNORECASE)
_DECADE = re.compile(r"^\d{2,4}s$")

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = read_set("forms of be")
_HAVE = read_set("forms of have")
_DO = read_set("forms of do")
SUBORDINATORS = read_set("only subordinators")
"""Words that open a clause and are nothing else; *after* may be a preposition too."""
QUOTE_MARKS = frozenset("\"“”„«»'‘’`") | {"''", "``"}
_OPENERS = frozenset('"“„«‘`([:—–-') | {"``", "--"}
_SENTENCE_ENDS = frozenset(".!?…") | {"..."}
_WEEKDAYS = read_set("weekdays")
_PERIODS = _WEEKDAYS | read_set("periods")
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
    ("al", ("JJ",)),
    ("ic", ("JJ",)),
    ("ize", ("VB", "VBP")),
    ("ise", ("VB", "VBP")),
    ("ify", ("VB", "VBP")),
    ("s", ("NNS",)),
)


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
    pieces, offsets = _pieces(piece, start)
    if not pieces:
        return []
    entries = [piece[3] for piece in pieces]
    has_apostrophes = "'" in piece or "’" in piece
    if has_apostrophes:
        _settle_apostrophes(entries, pieces)
    readings = _readings(entries)
    if has_apostrophes:
        _settle_clitics(entries, readings)
    tags = _disambiguate(entries, readings)
    return [
        _new_word((offset + first, offset + last, word, entry.lower, pos))
        for offset, (first, last, word, _), entry, pos in zip(
            offsets, pieces, entries, tags, strict=True
        )
    ]


# What `Word(...)` does, without the detour through its Python code: this runs for every word.
_new_word = partial(tuple.__new__, Word)
_new_phrase = partial(tuple.__new__, NounPhrase)
_new_group = partial(tuple.__new__, VerbGroup)

_Piece = tuple[int, int, str, _Entry]


def _pieces(text: str, offset: int) -> tuple[list[_Piece], list[int]]:
    """Words (clitics split off) and punctuation marks, each within its stretch; where that starts.

    Neither a word nor a mark holds a space, so what stands between two spaces is taken apart once
    and looked up from then on.
    """
    chunks = _chunks()
    pieces: list[_Piece] = []
    offsets: list[int] = []
    for part in text.split(" "):
        if part:
            chunk = chunks[part]
            pieces += chunk
            offsets += [offset] * len(chunk)
        offset += len(part) + 1
    return pieces, offsets


_LONGEST_QUOTATION = 400
"""A quotation stands here as one made-up word of its length: most come back out of memory."""


class _Chunks(Memory):
    """Words and marks of each stretch without space, worked out once a stretch."""

    most = 1 << 17
    longest = _LONGEST_QUOTATION

    def __missing__(self, chunk: str) -> tuple[_Piece, ...]:
        return self.remember(chunk, tuple(_taken_apart(chunk)))


@cache
def _chunks() -> _Chunks:
    return _Chunks()


_TRAILING_MARKS = ",.;:?!"


def _taken_apart(chunk: str) -> list[_Piece]:
    forms = _forms()
    if chunk.isalpha():
        return [(0, len(chunk), chunk, forms[chunk])]
    word, mark = chunk[:-1], chunk[-1]
    if word.isalpha() and mark in _TRAILING_MARKS:
        end = len(word)
        return [(0, end, word, forms[word]), (end, end + 1, mark, forms[mark])]
    spans: list[tuple[int, int]] = []
    position = 0
    for first, last in token_spans(chunk):
        spans += (mark.span() for mark in _PUNCTUATION.finditer(chunk, position, first))
        split = forms[chunk[first:last]].split
        spans += [(first, first + split), (first + split, last)] if split else [(first, last)]
        position = last
    spans += (mark.span() for mark in _PUNCTUATION.finditer(chunk, position))
    return [(first, last, chunk[first:last], forms[chunk[first:last]]) for first, last in spans]


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


class _Forms(Memory):
    """Entry of each written form, worked out once a form."""

    longest = _LONGEST_QUOTATION

    def __missing__(self, form: str) -> _Entry:
        return self.remember(form, _entry(form))


@cache
def _forms() -> _Forms:
    return _Forms()


def _entry(form: str) -> _Entry:
    lower = form.lower().replace("’", "'")
    if not any(map(str.isalnum, form)):
        return _Entry(lower, _MARK)
    small = _tags_of(lower)
    if lower in ("i", "a") or small == ("CD",) or not _is_capital(form):
        entry = _Entry(lower, small)
    else:
        proper = ("NNPS",) if lower.endswith("s") and _is_plural_name(lower) else ("NNP",)
        acronym = len(form) > 1 and form.replace(".", "").isupper()
        known = lower in _fixed_tags() or bool(_dictionary_tags(lower))
        entry = _Entry(lower, proper, small if known and not acronym else proper)
    clitic = None if form.isalpha() else _CLITIC.match(form)
    entry.split = len(clitic.group(1)) if clitic else 0
    entry.is_long = len(form) > 3 and form[0].isalpha()
    entry.has_small = len(form) > 1 and not form.isupper() and form[0].isalpha()
    return entry


def _is_capital(form: str) -> bool:
    """Whether a form is written as a name: *Diaz*, *al-Rashid*."""
    return form[0].isupper() or (
        form[:3] in ("al-", "el-", "as-", "an-", "ar-", "ad-", "ul-") and form[3:4].isupper()
    )


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
    if not lower.isalpha():
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
    agent = "NN" in tags if tags else last.endswith(("er", "or"))  # co-pilot, party-goer
    if "VBN" in tags or "VBG" in tags or ("JJ" in tags and not agent):
        return ("JJ",)
    if not tags:
        return ("JJ", "NN") if agent else ("JJ",)
    if tags[0] == "NNS":
        return ("NNS",)
    return ("JJ", "NN")


@lru_cache(maxsize=1 << 14)
def _dictionary_tags(lower: str) -> tuple[str, ...]:
    """Classes lemminflect's lookup gives a form: nouns first, verbs, then adjective and adverb."""
    classes = lemmas_of(lower)
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
    if "VBG" in found:  # the form of a verb first, even where it is listed as a noun
        found = ["VBG", "NN", *(t for t in found if t not in ("VBG", "NN"))]
    if found[:2] == ["VB", "VBP"] and "JJ" not in found and "RB" not in found:
        found.append("NN")  # the dictionary lacks some nouns: a divide, their resolve
    return tuple(found)


def _verb_tags(lower: str, lemma: str) -> list[str]:
    if lower != lemma and lower.endswith("ing"):
        return ["VBG", "NN"]
    past, participle = _past_forms(lemma)
    pasts = [t for t, forms in (("VBD", past), ("VBN", participle)) if lower in forms]
    if lower == lemma:
        return ["VB", "VBP", *pasts]
    return pasts or (["VBZ"] if lower.endswith("s") else ["VBD", "VBN"])


@lru_cache(maxsize=1 << 12)
def _past_forms(verb: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Past tense and past participle of a verb, in all spellings."""
    inflected = verb_forms(verb)
    past = inflected.get("VBD", ())
    return past, inflected.get("VBN", past)  # left out where it is the past form


@lru_cache(maxsize=1 << 14)
def possible_tags(word: str) -> tuple[str, ...]:
    """Classes that a word can have wherever it stands, the likeliest first."""
    return _tags_of(word.lower().replace("’", "'"))


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
    "@subject": read_set("subject pronouns"),
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
    return tuple(
        _Rule(
            row["rule"],
            row["tag"],
            among=_condition(row["among"]),
            before2=_condition(row["before2"]),
            left=_condition(row["left"]),
            before=_condition(row["before"]),
            after=_condition(row["after"]),
            open_clause=flag[row["clause"]],
            later=flag[row["later"]],
        )
        for row in read_rows("tagging_rules.csv")
    )


@cache
def _rules_for(candidates: tuple[str, ...], word: str) -> tuple[_Rule, ...]:
    """Rules that can choose one of these classes; `word` is "" unless a rule names it."""
    available = frozenset((*candidates, f"={word}"))
    return tuple(
        rule
        for rule in _rules()
        if rule.tag in available and (rule.among is None or rule.among.holds(available))
    )


@cache
def _named_words() -> frozenset[str]:
    """Words that some rule names."""
    conditions = [
        condition for rule in _rules() for condition in rule if type(condition) is _Condition
    ]
    symbols = {symbol for condition in conditions for symbol in condition.symbols}
    return frozenset(symbol[1:] for symbol in symbols if symbol.startswith("="))


@cache
def _symbols(word: str, tags: tuple[str, ...], subordinator: bool) -> frozenset[str]:
    """What rules can ask of a word; `word` is "" unless a rule names it."""
    symbols = {f"={word}", *tags}
    if _VERB_TAGS.issuperset(tags):
        symbols.add("@verb")
    if "IN" in tags and not subordinator:
        symbols.add("@preposition")
    return frozenset(symbols)


def _symbols_of(lower: str, tags: tuple[str, ...]) -> frozenset[str]:
    return _symbols(lower if lower in _named_words() else "", tags, lower in SUBORDINATORS)


def _seen(lower: str, tags: tuple[str, ...]) -> frozenset[str]:
    """Symbols of a word already read; of the start after the end of a sentence."""
    return _START if lower in _SENTENCE_ENDS else _symbols_of(lower, tags)


def _reading(lower: str, tags: tuple[str, ...]) -> _Reading:
    """How a word is read; the same for all words that no rule tells apart."""
    return _shared_reading(lower if lower in _told_apart() else "", tags)


@cache
def _shared_reading(word: str, tags: tuple[str, ...]) -> _Reading:
    return _Reading(word, tags)


@cache
def _told_apart() -> frozenset[str]:
    """Words that count as themselves, not only by their class."""
    return frozenset().union(
        *(_named_words(), _before_clause(), SUBORDINATORS, QUOTE_MARKS, _SENTENCE_ENDS),
        *(_CLAUSE_ENDS, _SURE, _SUBJECTS),
    )


# What a word does to the count of subjects that wait for their verb.
_OPENS, _ENDS, _ADDS, _BEGINS, _STARTS = "opens", "ends", "adds", "begins", "starts"


def _clause_move(lower: str, pos: str) -> str:
    if pos in _VERB_TAGS and lower in _before_clause():
        return _OPENS  # said the war is lost
    if pos in FINITE:
        return _ENDS
    if pos in _RELATIVES or (pos == "IN" and lower in SUBORDINATORS):
        return _ADDS
    if pos == "PUNCT":
        return _STARTS if lower in _CLAUSE_ENDS else ""
    return _BEGINS if lower in _SUBJECTS else ""


_START = frozenset({"START"})
_END = frozenset({"END"})
_MARK = ("PUNCT",)
_RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB"})
_SURE = read_set("surely finite")  # finite wherever a tag of theirs is
_SUBJECTS = read_set("opens clause")  # but opens a clause as they do
_CLAUSE_ENDS = _SENTENCE_ENDS | {";", ":"}
_ABBREVIATIONS = read_set("title abbreviations")


def _settle_apostrophes(entries: list[_Entry], pieces: list[_Piece]) -> None:
    """Read ``'`` after a final *s* as a possessive unless a single quotation mark is open."""
    is_open = False
    for index, (first, _, word, _) in enumerate(pieces):
        if word not in ("'", "’", "‘"):
            continue
        joined = first > 0 and pieces[index - 1][1] == first
        if word == "‘" or not joined:
            is_open = True
        elif is_open:
            is_open = False
        elif entries[index - 1].lower.endswith("s") and index + 1 < len(pieces):
            entries[index] = _possessive()


@cache
def _possessive() -> _Entry:
    return _Entry("'s", ("POS",))


def _readings(entries: list[_Entry]) -> list[_Reading]:
    """How each word can be read, given where in the sentence its capital stands."""
    found = [entry.usual for entry in entries]
    capitals = [index for index, entry in enumerate(entries) if entry.capital]
    shouting = len(capitals) > 1 and not any(entry.has_small for entry in entries)
    headline = len(capitals) > 3 and len(capitals) >= 0.8 * sum(e.is_long for e in entries)
    for index in capitals:
        entry = entries[index]
        if shouting:
            found[index] = _reading(entry.lower, _tags_of(entry.lower))
        elif _is_initial(entries, index) and not _name_follows(entries, index):
            found[index] = entry.initial
        elif headline:
            found[index] = _reading(entry.lower, _headline_tags(entry))
    return found


def _settle_clitics(entries: list[_Entry], readings: list[_Reading]) -> None:
    """Tell the *'s* of *the mayor's* from that of *it's late*."""
    for index, entry in enumerate(entries):
        if entry.lower == "'s" and entry.usual.tags == ("POS",):
            readings[index] = _reading("'s", _s_tags(entries, index))


def _headline_tags(entry: _Entry) -> tuple[str, ...]:
    """Classes of a word with a capital where every longer word has one."""
    fixed = _fixed_tags().get(entry.lower)
    if fixed:
        return fixed
    verbs = [t for t in _dictionary_tags(entry.lower) if t in ("VBZ", "VBD", "VBN")]
    return (*entry.usual.tags, *verbs)


def _is_initial(entries: list[_Entry], index: int) -> bool:
    """Whether a word starts a sentence, a quotation or what follows a colon or dash."""
    while index and entries[index - 1].is_mark:
        index -= 1
        if entries[index].lower in _OPENERS or entries[index].lower in _SENTENCE_ENDS:
            return not _ends_abbreviation(entries, index)
    return index == 0


def _ends_abbreviation(entries: list[_Entry], index: int) -> bool:
    """Whether the full stop at `index` belongs to an initial or a title: *Gen. J. Doe*."""
    if index == 0 or entries[index].lower != ".":
        return False
    previous = entries[index - 1]
    return previous.capital and (len(previous.lower) == 1 or previous.lower in _ABBREVIATIONS)


def _name_follows(entries: list[_Entry], index: int) -> bool:
    """Whether a sentence-initial noun is the start of a name: *President Obama*."""
    entry = entries[index]
    following = entries[index + 1] if index + 1 < len(entries) else None
    return bool(
        following
        and following.capital
        and entry.lower not in _fixed_closed()
        and entry.initial.first in ("NN", "NNS", "JJ", "NNP", "NNPS")
    )


_AFTER_CLITIC_IS = read_set("after clitic is")


@cache
def _fixed_closed() -> frozenset[str]:
    """Fixed words that are no nouns or adjectives."""
    return frozenset(
        form
        for form, tags in _fixed_tags().items()
        if tags[0] not in ("NN", "NNS", "JJ", "MD", "JJR", "JJS") or form in ("may", "will")
    )


def _s_tags(entries: list[_Entry], index: int) -> tuple[str, ...]:
    """Classes of *'s*: possessive, *is* or the *us* of *let's*."""
    if index == 0 or entries[index - 1].lower.endswith("s"):
        return ("POS",)
    previous = entries[index - 1]
    if previous.lower == "let":
        return ("PRP",)
    if previous.initial.first in ("PRP", "EX", "WP", "WRB") or previous.lower in ("that", "here"):
        return ("VBZ",)
    following = entries[index + 1] if index + 1 < len(entries) else None
    if following and (
        following.lower in _AFTER_CLITIC_IS or following.usual.first in ("IN", "TO", "PRP")
    ):
        return ("VBZ",)
    return ("POS",)


def _finite_later(readings: list[_Reading]) -> list[bool]:
    """Whether after each word a sure finite verb comes before the next break."""
    later = []
    found = False
    for reading in reversed(readings):
        later.append(found)
        if reading.later is not None:
            found = reading.later
    later.reverse()
    return later


def _shows_finite(lower: str, tags: tuple[str, ...]) -> bool | None:
    """True of a sure finite verb, False of what breaks the clause, None of any other word."""
    if tags[0] == "MD" or (tags[0] in FINITE and len(tags) == 1) or lower in _SURE:
        return True
    return False if _breaks_clause(lower, tags) else None


@cache
def _before_clause() -> frozenset[str]:
    """Verb forms after which a clause without *that* is likelier than an object."""
    return frozenset(form for verb in read_set("takes clause") for form in _verb_forms(verb))


def _verb_forms(verb: str) -> list[str]:
    return [verb, *(form for forms in verb_forms(verb).values() for form in forms)]


def _breaks_clause(lower: str, tags: tuple[str, ...]) -> bool:
    if tags == _MARK:
        return lower not in QUOTE_MARKS
    return tags[0] in ("WDT", "WP", "CC") or lower in SUBORDINATORS


def _disambiguate(entries: list[_Entry], readings: list[_Reading]) -> list[str]:
    """Class of each word: the rules, from left to right."""
    result = [reading.first for reading in readings]
    if all(reading.sure for reading in readings):
        return result
    later = _finite_later(readings)
    context = [index for index, reading in enumerate(readings) if not reading.is_quote_mark]
    following = [readings[index].symbols for index in context[1:]]
    following.append(_END)
    before2 = before = left = _START  # symbols of the words before
    waiting = 1  # subjects that wait for their verb
    for index, after in zip(context, following, strict=True):
        reading = readings[index]
        before2_, before2 = before2, before
        if reading.sure:
            before, move, is_adverb = reading.sure_after
            if not is_adverb:
                left = before
        else:
            chosen = result[index] = _choose(
                reading.tags, reading.word, before2_, left, before, after, waiting > 0, later[index]
            )
            before, move = reading.after_it[chosen]
            if chosen != "RB":
                left = before
        if not move:
            continue
        if move is _ENDS:
            waiting = max(0, waiting - 1)
        elif move is _ADDS:
            waiting += 1
        elif move is _OPENS:
            waiting = 1
        elif move is _BEGINS:
            waiting = max(1, waiting)
        elif not _ends_abbreviation(entries, index):
            waiting = 1
        else:
            before = left = _symbols_of(".", _MARK)
    return result


@lru_cache(maxsize=1 << 16)
def _choose(
    tags: tuple[str, ...],
    word: str,
    before2: frozenset[str],
    left: frozenset[str],
    before: frozenset[str],
    after: frozenset[str],
    is_open: bool,
    is_later: bool,
) -> str:
    """Class that the first rule whose conditions hold gives; the first class if there is none."""
    for rule in _rules_for(tags, word):
        if (
            (rule.before is None or rule.before.holds(before))
            and (rule.left is None or rule.left.holds(left))
            and (rule.after is None or rule.after.holds(after))
            and (rule.open_clause is None or rule.open_clause == is_open)
            and (rule.later is None or rule.later == is_later)
            and (rule.before2 is None or rule.before2.holds(before2))
        ):
            return rule.tag
    return tags[0]


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
    lemmas = lemmas_of(word).get(upos)
    if lemmas:
        return lemmas[0]
    if upos == "NOUN" and word.endswith("s"):
        return word.removesuffix("s")
    return guessed_lemma(word, upos) if upos == "VERB" else word


_PHRASE_TAGS = frozenset(
    {"DT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG", "WP$"}
)
_HEAD_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "WP", "WDT", "EX"})


def noun_phrases(words: list[Word]) -> list[NounPhrase]:
    """Base noun phrases of tagged words, in order, without overlap.

    Parameters
    ----------
    words
        What `tag` returns.

    Returns
    -------
    list of NounPhrase
        Titles and names stand together (*Foreign Minister Ana Diaz*); a pronoun is a phrase; so
        is a determiner that stands alone (*that*, *some*).
    """
    found = []
    done = -1  # last word of the last phrase
    end = len(words)
    for index, word in enumerate(words):
        pos = word.pos
        if index <= done or pos not in _PHRASE_STARTS:
            continue
        if pos in _PRONOUN_TAGS:
            phrase: NounPhrase | None = _new_phrase((index, index, index, None))
        elif pos not in _SURE_STARTS and not _opens_phrase(words, index):
            continue
        elif pos in _LONE_HEADS and (
            index + 1 == end or words[index + 1].pos not in _PHRASE_MEMBERS
        ):
            phrase = _new_phrase((index, index, index, None))
        else:
            phrase = _phrase(words, index, _phrase_end(words, index))
        if phrase is not None:
            found.append(phrase)
            done = phrase.last
    return found


_PRONOUN_TAGS = frozenset({"PRP", "EX", "WP", "WDT"})
_LONE_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "DT"})
"""Classes of a word that is a phrase by itself if nothing follows that can belong to it."""
_SURE_STARTS = _PHRASE_TAGS - {"POS", "VBG", "VBN"}
_PHRASE_STARTS = _SURE_STARTS | _PRONOUN_TAGS | {"VBN", "RB"}


def _opens_phrase(words: list[Word], index: int) -> bool:
    """Whether a participle or an adverb is the first word of a phrase."""
    following = words[index + 1].pos if index + 1 < len(words) else ""
    if words[index].pos == "VBN":  # *wounded men*, but not *has wounded men*
        place = index - 1  # *has also wounded men*
        while place > 0 and words[place].pos == "RB" and words[place].lower not in ("not", "n't"):
            place -= 1
        return following in ("NN", "NNS") and not (
            index and words[place].lower in _BEFORE_PARTICIPLE
        )
    return following in ("JJ", "CD") and (
        index == 0 or words[index - 1].pos in ("IN", "TO", "PUNCT")
    )


_BEFORE_PARTICIPLE = _BE | _HAVE | {"not", "n't"}
_PHRASE_MEMBERS = _PHRASE_TAGS | {"RB", "PUNCT", "CC"}


def _phrase_end(words: list[Word], first: int) -> int:
    """Index of the last word that can belong to the phrase which starts at `first`."""
    last = first
    seen_noun = words[first].pos in _NOUN_TAGS
    for index in range(first + 1, len(words)):
        word = words[index]
        pos = word.pos
        if pos not in _PHRASE_MEMBERS:
            break
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
            if seen_noun and not (pos in ("JJ", "CD") and _noun_soon(words, index + 1)):
                break
            if seen_noun and _opens_time(words, index):
                break
            if pos in ("VBN", "VBG") and not _modifies(words, index):
                break
        elif pos == "RB":
            following = words[index + 1].pos if index + 1 < len(words) else ""
            if seen_noun or following not in ("JJ", "VBN"):
                break
        elif pos == "PUNCT":
            if not _inside_phrase(words, index, seen_noun):
                break
        elif seen_noun or words[index - 1].pos != "JJ" or not _adjective_noun(words, index + 1):
            break  # a conjunction stands inside only in *hostile or neutral states*
        last = index
    return last


def _opens_time(words: list[Word], index: int) -> bool:
    """Whether a word begins a phrase of its own that says when: *last week*, *two years ago*."""
    following = words[index + 1].lower if index + 1 < len(words) else ""
    if following not in _PERIODS:
        return False
    after = words[index + 2].lower if index + 2 < len(words) else ""
    return words[index].lower in ("last", "next") or after in ("ago", "earlier", "later")


def _noun_at(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].pos in _NOUN_TAGS


def _noun_soon(words: list[Word], index: int) -> bool:
    """Whether a noun stands here, or after one adjective: *the May 3 joint statement*."""
    return _noun_at(words, index) or _adjective_noun(words, index)


def _modifies(words: list[Word], index: int) -> bool:
    """Whether a participle stands before a noun: *the expanded sanctions*."""
    following = words[index + 1].pos if index + 1 < len(words) else ""
    return following in _NOUN_TAGS or following in ("JJ", "VBN", "VBG")


def _adjective_noun(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].pos == "JJ" and _noun_at(words, index + 1)


def _inside_phrase(words: list[Word], index: int, seen_noun: bool) -> bool:
    """Whether a mark does not end the phrase: ``$``, *Gen.*, a quotation mark before the head."""
    if words[index].text == ".":
        previous = words[index - 1]
        return (
            previous.pos == "NNP"
            and (len(previous.text) == 1 or previous.lower in _ABBREVIATIONS)
            and index + 1 < len(words)
            and words[index + 1].pos == "NNP"
        )
    if words[index].text in "$£€":
        return index + 1 < len(words) and words[index + 1].pos == "CD"
    if words[index].text == ",":  # a peaceful, negotiated end
        joined = words[index - 1].pos == "JJ" and not seen_noun
        following = words[index + 1].pos if index + 1 < len(words) else ""
        return joined and following in ("JJ", "VBN") and _noun_soon(words, index + 2)
    return (
        words[index].lower in QUOTE_MARKS
        and not seen_noun
        and index + 1 < len(words)
        and words[index + 1].pos in _PHRASE_TAGS
    )


def _phrase(words: list[Word], first: int, last: int) -> NounPhrase | None:
    """The phrase between two words, cut back to its head; None if there is no head."""
    while last > first and words[last].pos in ("POS", "PUNCT", "RB", "VBG", "VBN"):
        last -= 1
    if words[last].pos == "JJ" and _noun_at(words, last - 1) and last > first:
        last -= 1  # "Ann Diaz late" of "Ann Diaz late Thursday"
    pos = words[last].pos
    if pos not in _HEAD_TAGS:
        if pos not in ("JJ", "JJR", "JJS", "DT"):
            return None
        if pos != "DT" and words[first].pos not in ("DT", "PRP$"):
            return None
    possessor = None
    for index in range(last, first - 1, -1):
        if words[index].pos == "POS":
            possessor = index - 1
            break
    return _new_phrase((first, last, last, possessor))


_NOT_ONLY = read_set("only words")
_NEGATIONS = read_set("negations")


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
    done = -1  # last word of the last group
    for index, word in enumerate(words):
        pos = word.pos
        if (
            pos in _GROUP_STARTS
            and index > done
            and (pos != "TO" or _next_verb(words, index) is not None)
        ):
            group = _verb_group(words, index)
            found.append(group)
            done = group.last
    return found


_GROUP_STARTS = _VERB_TAGS | {"MD", "TO"}


def _verb_after_adverbs(words: list[Word], index: int, tags: frozenset[str]) -> int | None:
    """Index of the verb at `index`, adverbs skipped (three at most)."""
    for place in range(index, min(index + 4, len(words))):
        if words[place].pos in tags:
            return place
        if words[place].pos != "RB":
            return None
    return None


def _verb_group(words: list[Word], first: int) -> VerbGroup:
    head = first
    auxiliary = ""  # the last one
    while (following := _next_verb(words, head)) is not None:
        auxiliary = words[head].lower
        head = following
    last = head
    after = [word.lower for word in words[head + 1 : head + 3]]
    if after and after[0] in ("not", "n't") and after[1:] != ["to"]:
        last = head + 1
    negated = first > 0 and words[first - 1].lower in ("never", "not")
    for index in range(first, last + 1):
        negated = negated or _negates(words, index, head)
    start = words[first].pos
    finite = start in FINITE
    passive = words[head].pos == "VBN" and auxiliary in _PASSIVE_AUXILIARIES
    infinitive = start == "TO"
    participle = start in ("VBG", "VBN")
    modal = words[first].lower if start == "MD" else ""
    return _new_group((first, last, head, finite, passive, negated, infinitive, participle, modal))


_PASSIVE_AUXILIARIES = _BE | read_set("forms of get")


def _negates(words: list[Word], index: int, head: int) -> bool:
    """Whether a word of the group that ends in `head` denies it."""
    lower = words[index].lower
    return (
        lower in _NEGATIONS
        and not (index + 1 < len(words) and words[index + 1].lower in _NOT_ONLY)
        and not (lower == "never" and _compares(words, index, head))
    )


def _compares(words: list[Word], first: int, head: int) -> bool:
    """Whether *never* is no denial: *I have never been more pleased*."""
    return any(word.lower in ("more", "so") for word in words[first : head + 2])


_AFTER_MODAL = frozenset({"VB"})
_TAKES = {
    **dict.fromkeys(_DO, _AFTER_MODAL),
    **dict.fromkeys(_HAVE, frozenset({"VBN"})),
    **dict.fromkeys(_BE, frozenset({"VBG", "VBN"})),
}
"""Classes of the verb that goes with an auxiliary."""


def _next_verb(words: list[Word], index: int) -> int | None:
    """The verb that the auxiliary at `index` goes with, if it is one."""
    word = words[index]
    takes = _AFTER_MODAL if word.pos in ("MD", "TO") else _TAKES.get(word.lower)
    return _verb_after_adverbs(words, index + 1, takes) if takes else None
