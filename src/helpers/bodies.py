"""Organisations in speaker phrases: where their name ends, and which one *the ministry* means."""

import re
from itertools import islice

from helpers.dictionary import lemmas_of
from helpers.name_parts import CAPITAL, COMPASS_NAMES, NAME_WORD, POSSESSIVE
from helpers.names import FAR, LOOK_BACK, Names, Spoken
from helpers.text import Span
from helpers.titles import MAKERS, bare_word
from helpers.wordlists import listed, read_set

_CAPITAL_WORDS = rf"{CAPITAL}[\w.’'&-]*+(?: {CAPITAL}[\w.’'&-]*+)"
_DAY_OR_MONTH = (
    r"(?:\w{3,6}day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
OF_BODY = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:(?!(?:by|at|of|for|in|from|with|to|and)\b)[a-z][\w-]*+ ){0,3}"
    rf"((?:{CAPITAL}[\w.’'&-]*+ ){{0,4}}?({CAPITAL}[\w’'-]*+)"
    rf"(?: (?:of|for|on|against) (?:the )?(?!{_DAY_OR_MONTH}){_CAPITAL_WORDS}{{0,5}}"
    rf"(?:,? (?:and|&) {_CAPITAL_WORDS}{{0,3}})?){{1,3}})"
)
"""*The Bank of Albion*, *the Centre for Trade and Peace*."""

_AFTER_BODY = re.compile(r"(?!.)|[,(]| (?:[(–—-]|(?:in|at|who|which|that)\b)", re.DOTALL)
HELD_BY_SOMEBODY = read_set("held by somebody")
"""Bodies that somebody has: *the office of the Lund mayor Ana Diaz* is not she herself."""

_BASED = re.compile(r"^[\w.]+[-‐‑](?:based|owned|backed|funded|led|linked|run|controlled) ")
_BODY_BESIDE = re.compile(rf"[^,]{{3,60}}, ({NAME_WORD}(?: {NAME_WORD}){{0,4}}),?(?!.)", re.DOTALL)
_TOLD_BY_HEAD = read_set("told by head")
"""Nouns that lead back to the one body whose name ends in them: *the ministry*."""

_POINTING = frozenset({"the", "this", "that"})
_OPENING = 3
"""A company that is named in so many sentences at the beginning is what an article is about."""

_COMPANY = read_set("company")
_COMPANY_WORDS = read_set("company words")
"""Words that end the name of a company: *Zorla Airlines*."""

_NO_COMPANIES = read_set("no companies")
"""Organisations of one word in the list that are no companies, or that articles quote."""


class Bodies:
    """Organisations of one article that are meant without their name: *the ministry*."""

    def __init__(self, names: Names, spoken: Spoken) -> None:
        self.names = names
        self.text = names.text
        self.spoken = spoken
        self._called: dict[str, str] = {}
        """Organisations by the noun that stood before their name."""
        self._others: dict[str, int] = {}
        """What `_other_body` found, by the noun."""
        # Worked out when first asked for.
        self._by_noun: dict[str, dict[str, int]] | None = None
        self._firms: dict[str, int] | None = None

    def beside(self, span: Span, words: list[str]) -> str | None:
        """The organisation in *the operator, NordRail,* after the noun that ends `words`."""
        match = _BODY_BESIDE.match(self.text, span[0], span[1] + 1)
        noun = bare_word(words[-1])
        if match is None or not words[-1].islower() or not _is_kind(noun):
            return None
        if self.names.mention_at(match.start(1)) is not None:
            return None
        self.call(noun, match.group(1))
        return match.group(1)

    def call(self, noun: str, name: str) -> None:
        """Keep that *the union* is Solidar, unless another one is called so."""
        self._called[noun] = name if self._called.get(noun, name) == name else ""

    def told(self, position: int, words: list[str]) -> str | None:
        """The body named before that *the ministry* means: the only one with that head."""
        noun = words[-1].lower()
        if len(words) != 2 or words[0].lower() not in _POINTING:
            return None
        if noun in self._called:
            return None if noun in self._bodies else self._called[noun] or None
        if noun in _COMPANY:
            return self._company_told(position)
        if noun not in _TOLD_BY_HEAD or self._other_body(noun) < position:
            return None
        return _only_before(self._bodies.get(noun, {}), position)

    def _company_told(self, position: int) -> str | None:
        """The only company so far, if it spoke last of all organisations or opens the article."""
        company = _only_before(self._companies, position)
        bodies = [who for _, who in self.spoken[-LOOK_BACK:] if isinstance(who, str)]
        if company is None or (bodies and bodies[-1] != company):
            return None
        is_early = self.names.sentence_at(self._companies[company]) < _OPENING
        return company if bodies or is_early else None

    def _other_body(self, noun: str) -> int:
        """Where another body of a kind is spoken of first, without a name: *an appeals court*."""
        if noun not in self._others:
            others = re.finditer(rf"([\w'’-]{{1,30}}) {noun}\b", self.text)
            places = (m.start() for m in others if m.group(1).lower() not in _POINTING)
            self._others[noun] = next(places, FAR)
        return self._others[noun]

    @property
    def _bodies(self) -> dict[str, dict[str, int]]:
        """Where bodies are named first, by the noun that ends their name or stands before *of*."""
        if self._by_noun is None:
            self._by_noun = self._read_bodies()
        return self._by_noun

    def _read_bodies(self) -> dict[str, dict[str, int]]:
        bodies: dict[str, dict[str, int]] = {}
        for start, end in self.names.runs:
            run = OF_BODY.match(self.text, start)
            name = run.group(1) if run else self.text[start:end]
            name = POSSESSIVE.sub("", name.removeprefix("The "))
            head = (run.group(2) if run else name.rpartition(" ")[2]).lower().rstrip(".")
            is_place = name.partition(" ")[0].lower() in COMPASS_NAMES  # "the West Bank"
            if head in _TOLD_BY_HEAD and " " in name and not name.isupper() and not is_place:
                bodies.setdefault(head, {}).setdefault(name.rstrip("."), start)
        return bodies

    @property
    def _companies(self) -> dict[str, int]:
        """Where companies are named first."""
        if self._firms is None:
            self._firms = self._read_companies()
        return self._firms

    def _read_companies(self) -> dict[str, int]:
        companies: dict[str, int] = {}
        for start, end in self.names.runs:
            name = POSSESSIVE.sub("", self.text[start:end].removeprefix("The ")).rstrip(".")
            lower = [bare_word(word) for word in name.split()]
            known = " ".join(lower)
            is_listed = known in listed("organisations.txt") and len(lower) == 1
            is_firm = is_listed and known not in _NO_COMPANIES
            if is_firm or (len(lower) > 1 and lower[-1] in _COMPANY_WORDS):
                companies.setdefault(name, start)
        return companies


def _only_before(places: dict[str, int], position: int) -> str | None:
    """The name that alone stands before a place; `places` are in the order of the text."""
    names = list(islice(places, 2))
    if not names or places[names[0]] >= position:
        return None
    return None if len(names) > 1 and places[names[1]] < position else names[0]


def body_of(phrase: str) -> str | None:
    """The name of an organisation that runs on over *of* or *for*: *Ministry of Trade*."""
    match = OF_BODY.match(phrase)
    if match is None or match.group(2).lower() not in listed("institution_words.txt"):
        return None
    return match.group(1) if _AFTER_BODY.match(phrase, match.end()) else None


def without_kind(name: str) -> str:
    """*Solidar* of *union Solidar*: what an organisation is, in small letters, is not its name."""
    end = 0
    for match in re.finditer(rf"(?<![\w’'-])([a-z][a-z-]++) (?={CAPITAL}|[a-z]+{CAPITAL})", name):
        noun = match.group(1).rpartition("-")[2]
        if noun in listed("institution_words.txt") or lemmas_of(noun).keys() & {"NOUN"}:
            end = match.end()
    return _BASED.sub("", name[end:])


def ends_in_kind(words: list[str]) -> bool:
    """Whether words before a name end in what an organisation is: *state news agency*."""
    return bool(words) and words[-1].islower() and _is_kind(words[-1])


def _is_kind(noun: str) -> bool:
    """Whether a noun in small letters is a kind of organisation: *union*, *operator*."""
    return noun in MAKERS or noun in listed("institution_words.txt")
