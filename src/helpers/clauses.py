"""Sentences as rows of tagged words in which each quotation is one word, and their clauses.

Finds who is the subject of a verb and where a clause ends; knows nothing of reporting verbs.
"""

from collections.abc import Callable
from functools import cache
from itertools import accumulate

from helpers.quotations import Quotation
from helpers.tagging import (
    FINITE,
    NounPhrase,
    VerbGroup,
    Word,
    noun_phrases,
    possible_tags,
    tag,
    verb_groups,
)
from helpers.text import Span, sentence_spans
from helpers.wordlists import read_list, read_set

QUOTE = "QUOTE"
"""The word class of a whole quotation."""

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD", "WP"})
VERBAL = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "MD"})
ADVERBIAL_SUBORDINATORS = read_set("adverbial subordinators")
"""Words that open a clause of time, reason or condition, whatever else they may be."""
DASHES = frozenset({"—", "–", "--", "-"})
PHRASE_PREPOSITIONS = read_set("phrase prepositions")
TIME_WORDS = frozenset(read_list("time_words.txt"))
BEFORE_TIME_WORDS = read_set("before time words")
_TERMINAL = frozenset(".?!…")
_QUOTES_ONLY = frozenset({QUOTE, "PUNCT"})
_CLOSING_MARKS = "\"'“”’»)] \t\r\n\u00a0\u2009\u202f"


Range = tuple[int, int]
"""Word indices, last exclusive."""


class Sentence:
    """The words of one sentence, each outer quotation folded into one word."""

    def __init__(self, text: str, words: list[Word], paragraph: int) -> None:
        self.text = text
        self.words = words
        self.paragraph = paragraph
        self.lowers = [word.lower for word in words]
        self.subjects: dict[int, Range | None] = {}  # by the verb group's first word
        self.barriers: frozenset[int] = frozenset()  # where another attribution begins
        self.reporting: frozenset[int] = frozenset()  # first words of reporting verb groups
        self.tags = [word.pos for word in words]
        self.all_quotes: list[int] = []
        if QUOTE in self.tags:
            self.all_quotes = [index for index, pos in enumerate(self.tags) if pos == QUOTE]
        self.last = self._last()
        """Index after the last word that is no final punctuation."""
        # Worked out when first asked for.
        self._phrases: list[NounPhrase] | None = None
        self._groups: list[VerbGroup] | None = None
        self._phrase_at: dict[int, NounPhrase] | None = None
        self._finite_before: list[int] | None = None

    @property
    def phrases(self) -> list[NounPhrase]:
        """Base noun phrases, in order."""
        if self._phrases is None:
            self._phrases = noun_phrases(self.words)
        return self._phrases

    @property
    def groups(self) -> list[VerbGroup]:
        """Verb groups, in order."""
        if self._groups is None:
            self._groups = verb_groups(self.words)
        return self._groups

    @property
    def phrase_at(self) -> dict[int, NounPhrase]:
        """Noun phrase by the index of each of its words."""
        if self._phrase_at is None:
            self._phrase_at = {
                index: phrase
                for phrase in self.phrases
                for index in range(phrase.first, phrase.last + 1)
            }
        return self._phrase_at

    @property
    def finite_before(self) -> list[int]:
        """How many finite verbs or quotations stand before each index."""
        if self._finite_before is None:
            finite = map(FINITE.__contains__, self.tags)
            self._finite_before = list(accumulate(finite, initial=0))
        return self._finite_before

    def _last(self) -> int:
        end = len(self.words)
        while end and self.tags[end - 1] == "PUNCT" and self.lowers[end - 1] not in ")]%$":
            end -= 1
        return end

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb stands among words `first` to `last` (exclusive)."""
        return self.finite_before[max(first, last)] > self.finite_before[first]

    def retag(self, index: int, pos: str) -> None:
        """Give a word another class; before phrases and verb groups are asked for."""
        if self.tags[index] != pos:
            self.tags[index] = pos
            self.words[index] = self.words[index]._replace(pos=pos)

    def span(self, first: int, last: int) -> Span:
        """Characters of the words `first` to `last` (exclusive)."""
        return self.words[first].start, self.words[last - 1].end

    def quotes(self, first: int, last: int) -> list[int]:
        """Indices of the quotations among words `first` to `last` (exclusive)."""
        return [i for i in self.all_quotes if first <= i < last]

    @property
    def only_quotes(self) -> bool:
        """Whether the sentence is quotations and nothing else."""
        return bool(self.all_quotes) and _QUOTES_ONLY.issuperset(self.tags)


def inner_end(quoted: str) -> str:
    """Last character of a quotation before its closing marks, such as the comma of ``"Go,"``."""
    return quoted[-12:].rstrip(_CLOSING_MARKS)[-1:]


_FOLDED = " Q"
"""What the made-up name of a quotation begins with; a word of the text may, too."""


def fold(text: str, quotations: list[Quotation]) -> str:
    """`text` with each outer quotation replaced by one made-up name of the same length.

    Sentence and word boundaries inside quotations vanish; offsets stay.
    """
    pieces = []
    position = 0
    for start, end, level, _ in quotations:
        if level:
            continue
        pieces.append(text[position:start])
        inside = end - start - 2
        pieces.append(f"{_FOLDED}{'q' * (inside - 1)} " if inside > 0 else " " * (end - start))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def tagged_words(
    text: str, folded: str, start: int, end: int, quote_ends: dict[int, int]
) -> list[Word]:
    """Words of a piece of the folded text; `quote_ends` gives a quotation's end by its start."""
    words = tag(folded, start, end)
    if _FOLDED in folded[start:end]:
        for index, word in enumerate(words):
            first = word.start - 1
            if first in quote_ends:
                last = quote_ends[first]
                words[index] = Word(first, last, text[first:last], "", QUOTE)
            elif word.pos == "NNP" and index and words[index - 1].pos == QUOTE:
                words[index] = _after_quotation(words[index - 1], word)
    # Mostly the one full stop is the last word: then none belongs to an abbreviation.
    if words and "." in folded[start : words[-1].start]:
        return _join_abbreviations(words) if any(w.text == "." for w in words[:-1]) else words
    return words


def _join_abbreviations(words: list[Word]) -> list[Word]:
    """Make *Mr* and its point one word; what follows with a capital is a name."""
    joined: list[Word] = []
    for word in words:
        if joined and word.pos != QUOTE and word.text != "." and _abbreviates(joined):
            joined.pop()
            before = joined.pop()
            joined.append(before._replace(end=before.end + 1, text=before.text + "."))
            if word.text[:1].isupper() and word.pos not in ("NNP", "NNPS"):
                word = word._replace(pos="NNP")
        joined.append(word)
    return joined


_NEVER_NAMES = frozenset({"CC", "DT", "EX", "IN", "PRP", "PRP$", "RB", "WP", "WRB"})


def _after_quotation(quote: Word, word: Word) -> Word:
    """Read *But* as no name after a quotation that ends a sentence: its capital says nothing."""
    if inner_end(quote.text) in _TERMINAL:
        pos = possible_tags(word.lower)[0]
        if pos in _NEVER_NAMES:
            return word._replace(pos=pos)
    return word


def _abbreviates(words: list[Word]) -> bool:
    """Whether the last word is the point of *Mr.*: one inside a sentence, after a capital."""
    return (
        words[-1].text == "."
        and len(words) > 1
        and words[-1].start == words[-2].end
        and words[-2].text[:1].isupper()
    )


def split_after_quotes(
    text: str, words: list[Word], belongs: Callable[[list[Word], int], bool]
) -> list[list[Word]]:
    """Part words where a quotation ends a sentence; `belongs(words, i)` says what stays with it."""
    parts: list[list[Word]] = []
    first = 0
    for index in range(len(words) - 1):
        follower = words[index + 1]
        if words[index].pos != QUOTE:
            if words[index].text == "." and follower.pos == QUOTE:
                parts.append(words[first : index + 1])
                first = index + 1
            continue
        starts = follower.pos == QUOTE or follower.text[:1].isupper()
        if inner_end(words[index].text) not in _TERMINAL:
            starts = starts and "\n" in text[words[index].end : follower.start]
        if starts and not belongs(words, index + 1):
            parts.append(words[first : index + 1])
            first = index + 1
    parts.append(words[first:])
    return parts


def sentences_of(folded: str, quotations: list[Quotation]) -> list[Span]:
    """Sentences of a folded text, widened to the marks of the quotations at their ends."""
    outer = [q for q in quotations if q.level == 0]
    starts = {q.start + 1: q.start for q in outer}
    ends = {q.end - 1: q.end for q in outer}
    spans: list[Span] = []
    for start, end in sentence_spans(folded):
        first, last = starts.get(start, start), ends.get(end, end)
        if spans and folded[start].islower() and folded[spans[-1][1] - 1] in ".)":
            spans[-1] = (spans[-1][0], last)  # "Lee (R-Ky.) said": no sentence starts so
        elif spans and spans[-1][1] == start and folded[start + 1 : start + 2] == ".":
            spans[-1] = (spans[-1][0], last)  # "Lee, R-N.D., said"
        else:
            spans.append((first, last))
    return spans


# --- Subjects -----------------------------------------------------------------------------------


_TIED = read_set("tied")
"""Adjectives that tie a noun to what follows it: *close to*, *familiar with*."""


def phrase_chain(sentence: Sentence, index: int) -> int | None:
    """First word of the noun phrase that ends at `index`, with the prepositional ones before it.

    *a spokesman for the president of the league* is one chain. None if no phrase ends there.
    """
    phrase = sentence.phrase_at.get(index)
    if phrase is None:
        return None
    first = phrase.first
    joints: list[int] = []  # where "and" joins what may be two clauses
    while first > 1:
        joint = sentence.lowers[first - 1]
        if first > 2 and sentence.lowers[first - 2] in _TIED:
            tied = sentence.phrase_at.get(first - 3)  # "officials close to the mayor"
            if tied is not None and tied.last == first - 3:
                first = tied.first
                continue
        before = sentence.phrase_at.get(first - 2)
        if before is None or before.last != first - 2:
            break
        if sentence.tags[first - 2] in ("PRP", "EX") and joint != "and":
            break
        if joint in ("and", "or", "&"):
            joints.append(first)
        elif joint not in PHRASE_PREPOSITIONS:
            break
        first = before.first
    if joints and first and _opens_no_clause(sentence, first - 1):
        return joints[0]
    return first


def _opens_no_clause(sentence: Sentence, index: int) -> bool:
    """Whether the word before a phrase shows that the phrase is no subject."""
    pos = sentence.tags[index]
    if pos in VERBAL or pos == "TO":
        return True
    return pos == "IN" and sentence.lowers[index] in PHRASE_PREPOSITIONS


def _drop_time(sentence: Sentence, first: int, last: int) -> Range:
    """Take *on Tuesday* off the end of a subject."""
    while last > first and sentence.lowers[last] in TIME_WORDS:
        start = sentence.phrase_at[last].first if last in sentence.phrase_at else last
        if start <= first:
            break
        last = start - 1
        if sentence.tags[last] == "IN" and last > first:
            last -= 1
    return first, last + 1


def clause_start(sentence: Sentence, index: int) -> int:
    """First word of the stretch before `index` that no quotation, colon or dash interrupts."""
    first = index
    while first:
        lower = sentence.lowers[first - 1]
        if sentence.tags[first - 1] == QUOTE or lower in ";:" or lower in DASHES:
            break
        first -= 1
    return first


def subject_of(sentence: Sentence, group: VerbGroup, depth: int = 0) -> Range | None:
    """Words (first, last exclusive) that are the subject of a verb group.

    Looks left: over adverbs, an apposition or relative clause between commas, *and* that joins two
    verbs, *who* that points back, and from a participle or infinitive to its clause.
    """
    known = sentence.subjects
    if group.first not in known:
        known[group.first] = None  # a verb that would lead back to itself has no subject
        known[group.first] = _find_subject(sentence, group, depth)
    return known[group.first]


_SOME_OF_MANY = read_set("some of many")


def _subject_at(sentence: Sentence, first: int, group: VerbGroup, depth: int) -> Range | None:
    """Subject of a verb group whose auxiliary stands apart from it, at `first`."""
    return _find_subject(sentence, group._replace(first=first), depth + 1) if depth < 3 else None


def _find_subject(sentence: Sentence, group: VerbGroup, depth: int) -> Range | None:
    tags, lowers = sentence.tags, sentence.lowers
    index = group.first - 1
    shared = index > 0 and lowers[index] in ("all", "both", "each") and tags[index - 1] in FINITE
    if shared and group.participle:
        return _subject_at(sentence, index - 1, group, depth)  # "have both said"
    if group.participle or group.infinitive:
        return _subject_of_clause(sentence, group, depth)
    while index >= 0 and (tags[index] == "RB" or lowers[index] in TIME_WORDS):
        if (
            index in sentence.phrase_at
            and tags[index] in ("NNP", "NN")
            and index
            and (tags[index - 1] in ("DT", "POS", "PRP$"))
        ):
            break
        timed = lowers[index] in TIME_WORDS
        index -= 1
        if timed and index > 0 and lowers[index] in BEFORE_TIME_WORDS:
            index -= 1  # "Lee last month said"
        if index >= 0 and tags[index] == "IN" and lowers[index] == "on":
            index -= 1
    if index < 0:
        return None
    if lowers[index] in ("who", "which", "that") and tags[index] in ("WP", "WDT", "IN", "DT"):
        antecedent = _antecedent(sentence, index)
        if antecedent:
            return antecedent
        return (index, index + 1) if tags[index] != "IN" else None
    if tags[index] == "CC" or (
        tags[index] == "PUNCT" and lowers[index] == "," and index and tags[index - 1] == "CC"
    ):
        return _shared_subject(sentence, index, depth)
    if lowers[index] in ("all", "both", "each") and index and tags[index - 1] in FINITE:
        return _subject_at(sentence, index - 1, group, depth)  # "have both said"
    if lowers[index] == ")":
        opening = next((i for i in range(index, max(-1, index - 9), -1) if lowers[i] == "("), 0)
        first = phrase_chain(sentence, opening - 1) if opening else None
        if first is not None:
            return first, opening
    if lowers[index] in (",", ")") or lowers[index] in DASHES:
        return _before_insertion(sentence, index)
    if tags[index] in ("VBN", "VBG", "JJS", "JJ") and tags[group.first] in FINITE:
        if lowers[index] in _SOME_OF_MANY:
            return index, index + 1
        first = phrase_chain(sentence, index - 1) if index else None
        if first is not None:  # "the report published Tuesday showed"
            return first, index
    if tags[index] == QUOTE:
        after = sentence.phrase_at.get(group.last + 1)
        if after is not None and inner_end(sentence.words[index].text) in ",?!.":
            return after.first, after.last + 1  # '"Go," said X'
        start = _phrase_before_quote(sentence, index)
        return (start, index + 1) if start is not None else None
    relative = _open_relative(sentence, index)
    if relative is not None:
        return relative
    first = phrase_chain(sentence, index)
    if first is None:
        return _before_insertion(sentence, group.first)
    relative = _relative_inside(sentence, first, index)
    if relative is not None:
        return relative
    if first == index and lowers[index] in ("all", "both", "each") and first:
        before = phrase_chain(sentence, first - 1)
        if before is not None:
            return before, first  # "A, B and C all said"
    return _drop_time(sentence, first, index)


_PAST = frozenset({"VBD", "VBN"})


def _relative_inside(sentence: Sentence, first: int, index: int) -> Range | None:
    """Subject of *the man who led the raid said*: what the relative clause belongs to."""
    if first < 2:
        return None
    participle = first - 2 if sentence.tags[first - 1] == "IN" else first - 1
    if 1 < participle < first and sentence.lowers[participle - 1] == "not":
        # "lawyers not involved in the case said": no verb but *do* and *be* comes before *not*
        noun = sentence.tags[participle - 2] in NOMINAL and sentence.tags[participle] in _PAST
        chain = phrase_chain(sentence, participle - 2) if noun else None
        if chain is not None:
            return chain, index + 1
    if sentence.tags[participle] == "VBN" and participle and participle < first:
        # "a poll conducted by the station said"
        if sentence.tags[participle - 1] in NOMINAL:
            chain = phrase_chain(sentence, participle - 1)
            return (chain, index + 1) if chain is not None else None
        return None
    if sentence.tags[first - 1] not in VERBAL:
        return None
    for place in range(first - 1, max(0, first - 12), -1):
        if sentence.tags[place] in ("WP", "WDT"):
            antecedent = _antecedent(sentence, place)
            return (antecedent[0], index + 1) if antecedent else None
        if sentence.tags[place] == "PUNCT" or sentence.tags[place] == QUOTE:
            return None
    return None


_LONGEST_RELATIVE = 12  # words


def _open_relative(sentence: Sentence, index: int) -> Range | None:
    """Subject of *the group which watches the war said*: what *which* points back to.

    Text without commas leaves the end of a relative clause open: its verb must stand before.
    """
    verbs = 0
    for place in range(index, max(0, index - _LONGEST_RELATIVE), -1):
        tag = sentence.tags[place]
        if tag in FINITE:
            verbs += 1
        if tag in ("PUNCT", QUOTE) or verbs > 1:
            return None
        if tag in ("WP", "WDT") and sentence.lowers[place] in ("which", "who"):
            verb = place + 2 if sentence.tags[place + 1] == "RB" else place + 1
            opens = sentence.tags[verb] in FINITE or sentence.tags[verb] == "NNS"
            found = _antecedent(sentence, place) if opens and verb < index else None
            restricts = sentence.lowers[place] == "who"
            return (found[0], index + 1) if found and restricts else found
    return None


def _phrase_before_quote(sentence: Sentence, index: int) -> int | None:
    """First word of *the "Friends"*, a subject that ends in a quotation."""
    if index and sentence.tags[index - 1] in ("DT", "JJ", "NN", "NNP", "POS", "PRP$"):
        return index - 1
    return None


def _antecedent(sentence: Sentence, index: int) -> Range | None:
    """What *who* at `index` points back to."""
    last = index - 1
    if last >= 0 and sentence.lowers[last] == ",":
        last -= 1
    if last < 0:
        return None
    first = phrase_chain(sentence, last)
    if first is None:
        return None
    if index - 1 == last:
        return first, last + 1
    # "a guard, a man of 40, who said": the first of the phrases between commas
    return _leftmost_apposition(sentence, first, last + 1)


def _leftmost_apposition(sentence: Sentence, first: int, last: int) -> Range:
    """Follow *X, a member of Y* back from *a member of Y* to *X*."""
    if (
        first >= 2
        and sentence.lowers[first - 1] == ","
        and sentence.tags[first] in ("DT", "CD", "PRP$")
        and sentence.tags[first - 2] in ("NNP", "NNPS")
    ):
        before = phrase_chain(sentence, first - 2)
        if before is not None:
            return before, last
    return first, last


def _shared_subject(sentence: Sentence, index: int, depth: int) -> Range | None:
    """Subject of the verb that *and* at `index` joins to this one."""
    if depth >= 3:
        return None
    return _main_subject(sentence, index, depth, reporting_first=True)


def _main_subject(
    sentence: Sentence, index: int, depth: int, *, reporting_first: bool
) -> Range | None:
    """Subject of the nearest main clause before `index`, or first of all of who reports.

    *X said he was late and added …*, *X left after they came, saying …*: X both times.
    """
    before = [group for group in reversed(sentence.groups) if group.last < index and group.finite]
    nearest = subject_of(sentence, before[0], depth + 1) if before else None
    if nearest is not None and _starts_main_clause(sentence, nearest[0]):
        return nearest
    if reporting_first:
        before.sort(key=lambda group: group.first not in sentence.reporting)
    fallback = None
    for group in before:
        found = subject_of(sentence, group, depth + 1)
        if found is None or sentence.tags[found[0]] == "EX":
            continue
        if not _is_embedded(sentence, found[0]):
            return found
        fallback = fallback or found
    return fallback


def _starts_main_clause(sentence: Sentence, index: int) -> bool:
    """Whether the subject at `index` opens a second main clause: *…, but she left*."""
    return index > 1 and sentence.lowers[index - 1] == "but" and sentence.lowers[index - 2] == ","


def _is_embedded(sentence: Sentence, index: int) -> bool:
    """Whether the clause whose subject starts at `index` is part of another one."""
    if index == 0:
        return False
    lower, pos = sentence.lowers[index - 1], sentence.tags[index - 1]
    if index == 1:
        return False
    return (
        lower in ADVERBIAL_SUBORDINATORS
        or lower in ("that", "whether")
        or pos in ("WRB", "WP", "WDT")
        or pos in VERBAL
    )


def _subject_of_clause(sentence: Sentence, group: VerbGroup, depth: int) -> Range | None:
    """Subject of the clause to which a participle or an infinitive belongs."""
    if depth >= 3:
        return None
    index = group.first
    tags = sentence.tags
    while index and (
        sentence.lowers[index - 1] in TIME_WORDS or sentence.lowers[index - 1] == "now"
    ):
        index -= 1
    if group.participle and index and tags[index - 1] in NOMINAL:
        # "reports saying": the noun itself, but "X issued a statement saying": X
        first = phrase_chain(sentence, index - 1)
        head = sentence.lowers[sentence.phrase_at[first].head] if first is not None else ""
        object_ = first and tags[first - 1] in FINITE | {"VB", "RP"}
        issued = object_ and (head in _ISSUED or head.removesuffix("s") in PAPERS)
        addressed = bool(first) and _is_addressed(sentence, first or 0)
        mute = (
            first and sentence.lowers[group.head] in _ONLY_PERSONS and not _can_say(sentence, first)
        )
        counted = tags[index - 1] == "CD" and not (first and sentence.lowers[first - 1] == "with")
        if first is not None and not (issued or addressed or mute or counted):
            return first, index
    reporting = group.infinitive or sentence.lowers[group.head] in _ONLY_PERSONS
    found = _main_subject(sentence, group.first, depth, reporting_first=reporting)
    if found is not None:
        return found
    after = [g for g in sentence.groups if g.finite and g.first > index]
    subjects = [subject_of(sentence, other, depth + 1) for other in after[:3]]
    main = (s for s in subjects if s is not None and s[0] and sentence.lowers[s[0] - 1] == ",")
    return next(main, subjects[0] if subjects else None)


def _is_addressed(sentence: Sentence, index: int) -> bool:
    """Whether a reporting verb, or one and *to*, stands before `index`: *wrote to [the clerk]*."""
    verb = index - 2 if sentence.lowers[index - 1] == "to" else index - 1
    return any(
        group.last == verb and group.first in sentence.reporting for group in sentence.groups
    )


def _can_say(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase that starts at `index` means somebody, a body or a document."""
    phrase = sentence.phrase_at[index]
    of = phrase.last + 1
    if sentence.lowers[of : of + 1] == ["of"] and sentence.lowers[phrase.head] in _SHARES:
        phrase = sentence.phrase_at.get(of + 1, phrase)
    word = sentence.lowers[phrase.head]
    if sentence.tags[phrase.head] in ("NNP", "NNPS", "PRP", "DT", "CD", "WP"):
        return True
    return word in sayers() or word.removesuffix("s") in sayers()


_SHARES = read_set("parts of many")
"""Nouns of a part: who speaks is named after *of*."""


PAPERS = frozenset(read_list("document_words.txt"))
"""Nouns for documents: *report*, *survey*."""


@cache
def sayers() -> frozenset[str]:
    """Nouns for persons, bodies and documents: those that can say something."""
    lists = ("person_nouns", "document_words", "institution_words", "unnamed_words", "titles")
    return frozenset(word for name in lists for word in read_list(f"{name}.txt"))


_ONLY_PERSONS = read_set("only persons")
"""What only persons, bodies and documents do: of *left the room saying*, no room is the subject."""

_ISSUED = read_set("issued")


_PREPOSITIONS_TOO = read_set("prepositions too")
"""Subordinators that are prepositions as well: *X, after a long pause, said*."""


def _before_insertion(sentence: Sentence, index: int) -> Range | None:
    """Subject of *X, a member of Y, said*: the first noun phrase of the clause up to `index`."""
    position = clause_start(sentence, index)
    quoted = index > 0 and sentence.tags[index - 1] == QUOTE
    if sentence.lowers[index] == "," and position == index and quoted:
        position = clause_start(sentence, index - 1)  # 'The film, called "Go", shows'
    if sentence.lowers[index] in DASHES or sentence.lowers[index] == ")":
        position = 0
    for place in range(index - 1, position, -1):
        lower = sentence.lowers[place]
        if sentence.tags[place] in FINITE:
            break
        if lower in _PREPOSITIONS_TOO:
            continue  # "X, after a long pause, said"
        if lower in ADVERBIAL_SUBORDINATORS or (lower == "that" and sentence.tags[place] == "IN"):
            main_clause = any(tag in FINITE or tag == "VB" for tag in sentence.tags[position:place])
            if main_clause and not any(tag == "WP" for tag in sentence.tags[position:place]):
                position = place
            break
    while position < index:
        end = position
        while end < index and sentence.lowers[end] != ",":
            end += 1
        subject = _phrase_at_start(sentence, position, end)
        if subject is not None:
            if sentence.lowers[index] == "," and end < index:
                apposition = _apposition_end(sentence, end, index)
                return subject[0], apposition or subject[1]
            if sentence.lowers[index] in DASHES and _inserts(sentence, subject[1], index):
                more = sentence.lowers[subject[1] + 1] in ("and", "including")
                return subject[0], index if more else subject[1]
            return subject
        position = end + 1
    return None


def _apposition_end(sentence: Sentence, comma: int, index: int) -> int | None:
    """End of the phrase after `comma` if it says who the one before is: *, a member of Y*."""
    first = comma + 1
    if sentence.lowers[first] == "including":
        return index
    if sentence.tags[first] not in ("DT", "NN", "JJ", "NNP", "PRP$", "CD"):
        return None
    if sentence.has_finite(first, index):
        return None
    return index


def _inserts(sentence: Sentence, dash: int, index: int) -> bool:
    """Whether a dash at `dash` opens what the one at `index` closes: *— including Lee —*."""
    return dash < index and sentence.lowers[dash] in DASHES


_BEFORE_SUBJECT = read_set("before subject")


def _phrase_at_start(sentence: Sentence, first: int, last: int) -> Range | None:
    """The noun phrase with which words `first` to `last` start, if it can be a subject."""
    while first < last and (
        sentence.tags[first] in ("CC", "RB", "WRB") or sentence.lowers[first] in _BEFORE_SUBJECT
    ):
        first += 1
    phrase = sentence.phrase_at.get(first)
    if phrase is None or phrase.first != first or sentence.lowers[first] in TIME_WORDS:
        return None
    end = phrase.last + 1
    while end + 1 < last and sentence.lowers[end] in PHRASE_PREPOSITIONS:
        following = sentence.phrase_at.get(end + 1)
        if following is None or following.first != end + 1:
            break
        if sentence.lowers[following.last] in TIME_WORDS:
            break
        end = following.last + 1
    if end < last and sentence.tags[end] in FINITE:
        reduced = sentence.tags[end] == "VBD" and end + 1 < last
        if not (reduced and sentence.lowers[end + 1] in TIME_WORDS | PHRASE_PREPOSITIONS):
            return None  # but "the report published Tuesday", "the man accused of theft"
    return first, end
