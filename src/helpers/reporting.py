"""Reporting verbs: the words that introduce what somebody says or thinks, where they stand.

The verbs and their frames are a list, ``data/reporting_verbs.csv``; here they meet a sentence.
"""

from functools import cache
from typing import NamedTuple

from helpers.clauses import PAPERS, VERBAL, Sentence
from helpers.dictionary import guessed_verb_forms, lemmas_of, verb_forms
from helpers.tagging import VerbGroup
from helpers.wordlists import read_rows, read_set


class Verb(NamedTuple):
    """A reporting verb as the list gives it."""

    verb: str
    particles: tuple[str, ...]
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    unsure: frozenset[str] = frozenset()
    """Those of the frames and prepositions that count only together with attitudes."""

    @property
    def sure(self) -> "Verb":
        """The verb without its unsure frames and prepositions."""
        return self._replace(
            frames=self.frames - self.unsure, prepositions=self.prepositions - self.unsure
        )


ANY_VERB = Verb("", (), "speech", frozenset({"q"}), frozenset())
"""Stands for a verb that is none of the list: beside a quotation any may be a cue."""


class Cue(NamedTuple):
    """A reporting verb where it stands."""

    group: VerbGroup
    verb: Verb
    after: int
    """Index of the word after the verb and its particles."""


@cache
def reporting_verbs() -> tuple[Verb, ...]:
    """The reporting verbs of ``data/reporting_verbs.csv``."""
    verbs = []
    for row in read_rows("reporting_verbs.csv"):
        first, *particles = row["verb"].split()
        verbs.append(
            Verb(
                first,
                tuple(particles),
                row["kind"],
                frozenset(row["frames"].split()),
                frozenset(row["prepositions"].split()),
                frozenset((row.get("unsure") or "").split()),
            )
        )
    return tuple(verbs)


@cache
def cue_forms() -> dict[str, tuple[Verb, ...]]:
    """Verbs by each of their written forms, longest first; slips of one letter included."""
    forms: dict[str, list[Verb]] = {}
    for verb in reporting_verbs():
        inflections = verb_forms(verb.verb) or guessed_verb_forms(verb.verb)
        written = {verb.verb, *(form for tag in inflections.values() for form in tag)}
        for form in sorted(written):
            forms.setdefault(form, []).append(verb)
    for form in list(forms):
        for slip in _slips(form):
            if slip not in forms and not lemmas_of(slip):
                forms[slip] = forms[form]
    return {
        form: tuple(sorted(verbs, key=lambda verb: -len(verb.particles)))
        for form, verbs in forms.items()
    }


_SHORTEST_SLIP = 9
"""Letters a form needs before it is recognised with one letter missing or two swapped."""


def _slips(form: str) -> set[str]:
    if len(form) < _SHORTEST_SLIP:
        return set()
    missing = {form[:i] + form[i + 1 :] for i in range(1, len(form) - 2)}
    swapped = {form[:i] + form[i + 1] + form[i] + form[i + 2 :] for i in range(1, len(form) - 3)}
    return (missing | swapped) - {form}


_LONE_DETERMINERS = read_set("lone determiners")


def _is_adjective(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a participle stands before a noun: *a contested vote*, *a pressing concern*."""
    head = group.head
    if group.first != head or not head or head + 1 >= len(sentence.words):
        return False
    return (
        sentence.tags[head] in ("VBN", "VBG", "VBD")
        and sentence.tags[head - 1] in ("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD")
        and sentence.tags[head + 1] in ("NN", "NNS", "JJ", "CD", "NNP")
        and sentence.lowers[head - 1] not in _LONE_DETERMINERS
    ) or (sentence.tags[head] == "VBN" and sentence.lowers[head - 1] in _MAGNITUDES)


_MAGNITUDES = read_set("magnitudes")
_SAYING = ("as", "saying")
_SAY = Verb("say", (), "speech", frozenset({"q", "clause"}), frozenset())
"""What *is quoted as saying* amounts to."""


_COURTS = read_set("courts")


def _only_listens(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether *heard* is no report: one is *the court heard that …*, of which nobody is named."""
    if sentence.lowers[group.head] not in ("hear", "hears", "heard", "hearing"):
        return False
    before = sentence.lowers[group.first - 1] if group.first else ""
    return group.passive or not group.finite or before not in _COURTS


def _mend(sentence: Sentence) -> None:
    """Read a reporting verb as finite where only that makes sense.

    *the notice states that …* is no plural, *…, the officer continued.* no passive; and as a
    participle before *by*: *new rules urged by doctors*.
    """
    tags, lowers = sentence.tags, sentence.lowers
    if (
        tags[1:2] in (["VBD"], ["VBN"])
        and lowers[1] in cue_forms()
        and tags[0] in _NOT_YET_NAMES
        and sentence.words[0].text.istitle()
        and lowers[0] not in _QUANTITIES
    ):
        sentence.retag(0, "NNP")  # "Long told them ...": a name that is a word too
        sentence.retag(1, "VBD")
    forms = cue_forms()
    for index in [index for index, lower in enumerate(lowers) if lower in forms]:
        if index and tags[index] in _MENDED:
            if tags[index - 1] == "JJ" and lowers[index - 1] in _PEOPLE_TOO:
                sentence.retag(index - 1, "NN")  # "a senior police official said"
            sentence.retag(index, _mended(sentence, index))


_SAME_IN_THE_PAST = frozenset({"put", "read"})
_MENDED = frozenset({"NN", "NNS", "VBN", "VB", "VBD"})


def _mended(sentence: Sentence, index: int) -> str:
    """Class of the reporting verb at `index`, which stays what it is unless that makes no sense."""
    tags, lowers = sentence.tags, sentence.lowers
    pos, before = tags[index], tags[index - 1]
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    if pos == "NNS":
        frames = {frame for verb in cue_forms()[lowers[index]] for frame in verb.frames}
        quoted = following in (":", "") and "q" in frames  # a quotation has no small letters
        takes = ("that" in frames and following == "that") or quoted
        takes = takes or ("q" in frames and following == "." and _after_quotation(sentence, index))
        return "VBZ" if takes and before in ("NN", "NNP", "CD") and index + 1 < len(tags) else pos
    if pos == "VBN":
        if (
            lowers[index - 1] in (",", ")")
            and following != "by"
            and (
                _ends_apposition(sentence, index)
                or _ends_relative(sentence, index)
                or _ends_insertion(sentence, index)
            )
        ):
            return "VBD"
        if before in _NOUN_TAGS and (index + 1 >= sentence.last or _own_clause(sentence, index)):
            return "VBD"
        return pos
    if pos == "NN":
        return "VBP" if _papers_show(sentence, index) else pos
    if pos == "VB":
        free = index < 2 or tags[index - 2] not in VERBAL
        if free and lowers[index] in _SAME_IN_THE_PAST and before in ("NN", "NNP"):
            return "VBD"
        return "VBP" if free and before in ("NNS", "NNPS", "PRP") else pos
    agent = following == "by" and tags[index + 2 : index + 3] != ["VBG"]
    return "VBN" if agent else pos


_SHOWING = read_set("papers show")


def _papers_show(sentence: Sentence, index: int) -> bool:
    """Whether a noun is the verb of documents that open a sentence: *Figures show it is falling*.

    A clause follows, and no verb stands before.
    """
    if sentence.lowers[index] not in _SHOWING or sentence.has_finite(0, index):
        return False
    opening = sentence.lowers[: min(index, 3)]
    papers = any(
        word.removesuffix("s") in PAPERS and word.endswith(("s", "data")) for word in opening
    )
    return papers and sentence.has_finite(index + 1, sentence.last)


def _after_quotation(sentence: Sentence, index: int) -> bool:
    """Whether only a subject stands between a quotation and a word: *"Go," the notice states*."""
    quote = sentence.all_quotes[-1] if sentence.all_quotes else index
    between = sentence.tags[quote + 1 : index]
    return bool(between) and not any(tag in VERBAL or tag == "PUNCT" for tag in between)


def _ends_apposition(sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` follows *Ann Diaz, head of the club,* at a sentence's start."""
    tags = sentence.tags
    return (
        (tags[0] in ("NNP", "DT", "NN", "PRP$") or sentence.lowers[index - 1] == ")")
        and ("," in sentence.lowers[1 : index - 1] or sentence.lowers[index - 1] == ")")
        and not any(tag in VERBAL for tag in tags[:index])
    )


def _ends_relative(sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` follows a relative clause and has an object.

    *the clerk, who was ill, told the court*: the verb of the clause before is not its own.
    """
    lowers, tags = sentence.lowers, sentence.tags
    opening = next((i for i in range(index - 2, -1, -1) if lowers[i] == ","), None)
    if opening is None or tags[opening + 1] not in ("WP", "WDT", "WP$"):
        return False
    object_ = tags[index + 1 : index + 2] not in ([], ["TO"], ["IN"], ["PUNCT"])
    return object_ and not sentence.has_finite(0, opening)


_OPENS_INSERTION = frozenset({"IN", "WP$", "WP", "WDT"})
_LONGEST_INSERTION = 30  # words


def _ends_insertion(sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` is that of the sentence, parted from its subject by commas.

    *The clerk, in a letter signed by her aide, described it*: an object follows, and the one verb
    between the commas, if any, is the insertion's.
    """
    lowers, tags = sentence.lowers, sentence.tags
    opening = lowers.index(",") if "," in lowers[:index] else index  # a bracket may stand alone
    inserted = 0 < index - opening < _LONGEST_INSERTION and tags[opening + 1] in _OPENS_INSERTION
    if not inserted or tags[opening - 1] not in _NOUN_TAGS or sentence.has_finite(0, opening):
        return False
    quotes = sentence.quotes(index, sentence.last)
    end = quotes[0] if quotes else sentence.last
    if not _IN_SUBJECT.issuperset(tags[:opening]) or sentence.has_finite(index, end):
        return False
    verbs = sentence.finite_before[index] - sentence.finite_before[opening]
    object_ = tags[index + 1 : index + 2] not in ([], ["TO"], ["IN"], ["PUNCT"])
    calls = lowers[index : index + 2] in (["called", "on"], ["called", "for"])
    relates = tags[opening + 1] != "IN"  # the object of a relative clause may read as a verb
    return verbs < (3 if relates else 2) and (object_ or calls)


_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_TOLD = read_set("told")
_IN_SUBJECT = _NOUN_TAGS | {"DT", "JJ", "CD", "POS", "PRP$", "CC"}
_LONGEST_SUBJECT = 12


def _own_clause(sentence: Sentence, index: int) -> bool:
    """Whether nothing but a subject stands between a verb and a comma that ends a clause.

    *Nine people were killed, a doctor told reporters*: no auxiliary goes with *told*.
    """
    if sentence.lowers[index] not in _TOLD or sentence.lowers[index + 1] in ("by", "to"):
        return False
    for place in range(index - 1, max(0, index - _LONGEST_SUBJECT), -1):
        if sentence.lowers[place] == ",":
            return sentence.has_finite(0, place)
        if sentence.tags[place] not in _IN_SUBJECT and sentence.lowers[place] not in ("of", "at"):
            return False
    return False


_NOT_YET_NAMES = frozenset({"JJ", "RB", "VB", "NN"})
_PEOPLE_TOO = read_set("people too")
_QUANTITIES = read_set("quantities")


def cues_of(sentence: Sentence, *, attitudes: bool) -> dict[int, Cue]:
    """Reporting verbs of a sentence by the index of their group's first word."""
    forms = cue_forms()
    _mend(sentence)
    cues = {}
    taken = -1  # index of a "saying" that belongs to "is quoted as saying"
    for group in sentence.groups:
        if group.first == taken:
            continue
        if group.passive and sentence.lowers[group.last : group.last + 3] == ["quoted", *_SAYING]:
            cues[group.first] = Cue(group._replace(passive=False), _SAY, group.last + 3)
            taken = group.last + 2
            continue
        verbs = forms.get(sentence.lowers[group.head])
        if verbs is None or _is_adjective(sentence, group) or _only_listens(sentence, group):
            continue
        for verb in verbs:
            if verb.kind == "attitude" and not attitudes:
                continue
            after = _after_particles(sentence, verb, group.last + 1)
            if after is None:
                continue
            if verb.unsure and not attitudes:
                verb = verb.sure
            cues[group.first] = Cue(group, verb, after)
            break
    sentence.reporting = frozenset(
        first for first, cue in cues.items() if cue.verb.kind == "speech" and cue.group.finite
    )
    return cues


_VOICED = read_set("voiced")
"""Nouns that make one cue with their verb: *renewed his call*, *raised objections*."""


def _after_particles(sentence: Sentence, verb: Verb, index: int) -> int | None:
    """Index after the words at `index` that belong to the verb, None if they are not there.

    Where they are a noun, a determiner and adjectives may precede: *renewed [his urgent call] for*.
    """
    lowers, tags = sentence.lowers, sentence.tags
    if _VOICED.isdisjoint(verb.particles):
        end = index + len(verb.particles)
        return end if tuple(lowers[index:end]) == verb.particles else None
    while tags[index : index + 1] and tags[index] in ("DT", "PRP$", "JJ"):
        index += 1
    noun = "".join(lowers[index : index + 1]).removesuffix("s")
    return index + 1 if noun == verb.particles[0] else None


# --- A first glance -----------------------------------------------------------------------------

_TRAILING = ("", ",", ".", ":", ";", "?", "!", "—", ")", "...")
_BEFORE_NOUN = read_set("before noun")


@cache
def _glance(attitudes: bool) -> dict[str, frozenset[str]]:
    """What may follow each word that can be a cue, "" for anything; with marks that trail it."""
    following: dict[str, set[str]] = {
        "according": {"to"},
        "put": {"the", "its", "their"},  # the toll at
        "puts": {"the", "its", "their"},
    }
    for form, verbs in cue_forms().items():
        for verb in verbs:
            if attitudes or verb.kind == "speech":
                anything = not verb.particles or not _VOICED.isdisjoint(verb.particles)
                following.setdefault(form, set()).add("" if anything else verb.particles[0])
    return {
        form + mark: frozenset(words)
        for form, words in following.items()
        for mark in (_TRAILING if "" in words else ("",))
    }


def may_report(text: str, *, attitudes: bool) -> bool:
    """Whether a sentence can hold a cue at all, by its words alone: cheap, and never wrongly no.

    A word after an article or preposition is a noun (*the report*), unless it ends in *-ing*.
    """
    glance = _glance(attitudes)
    text = text.lower()
    if text.startswith("in the words of "):
        return True
    words = text.split()
    index = -1
    for word in filter(glance.__contains__, words):
        index = words.index(word, index + 1)
        following = glance[word]
        if index and words[index - 1] in _BEFORE_NOUN and not word.endswith(("ing", "ing,")):
            continue
        if "" in following:
            return True
        if index + 1 < len(words) and words[index + 1].rstrip(",.:;") in following:
            return True
    return False
