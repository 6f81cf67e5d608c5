"""Titles, roles and other nouns for people, and what they tell: gender, other words for them.

Works on the words of a phrase; who bears a title in an article is what `helpers.names` keeps.
"""

import re
from functools import cache, lru_cache

from helpers.wordlists import listed, read_rows, read_set


def singular_of(word: str) -> str:
    """One of what a noun in small letters names, without a look into the dictionary."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word == "people":
        return "person"
    return word if word.endswith(("ss", "is", "us")) else word.removesuffix("s")


@lru_cache(maxsize=20_000)
def bare_word(word: str) -> str:
    """A word of a name or title as it is looked up: *haddad* of *al-Haddad's*."""
    word = word.lower().replace("’", "'").rstrip(".")
    word = word.removesuffix("'s").removesuffix("'")
    for prefix in ("al-", "el-"):
        word = word.removeprefix(prefix)
    return word


@cache
def person_words() -> frozenset[str]:
    """Titles and nouns for people, singular."""
    return listed("titles.txt") | listed("person_nouns.txt")


def means_person(word: str) -> bool:
    """Whether a word in small letters is a title or a noun for people, or *ex-* and one."""
    return word in person_words() or without_affix(word) in person_words()


_TITLE_AFFIX = re.compile(
    r"^(?:ex|vice|deputy|sub|under|acting)[-‐‑]|[-‐‑](?:elect|designate|in[-‐‑]chief)(?!.)",
    re.DOTALL,
)
"""What is tied to a title by a hyphen: *Ex-minister*, *President-elect*."""


@lru_cache(maxsize=20_000)
def without_affix(title: str) -> str:
    """*prime minister* of *prime minister-designate*, *minister* of *ex-minister*."""
    return _TITLE_AFFIX.sub("", title) if "-" in title or "‐" in title or "‑" in title else title


def is_known_title(words: str) -> bool:
    """Whether words in small letters are a title, written with hyphens or without."""
    titles = listed("titles.txt")
    if words in titles:
        return True
    if "-" not in words and "‐" not in words and "‑" not in words:
        return False
    untied = without_affix(words)
    is_tied = untied != words and (untied in titles or untied in person_words())
    return is_tied or re.sub("[-‐‑]", " ", words) in titles


def is_title(phrase: str) -> bool:
    """Whether capitalised words are a title and no name: *the Home Minister*."""
    words = [bare_word(word) for word in phrase.split()]
    return bool(words) and (is_known_title(words[-1]) or is_known_title(" ".join(words[-2:])))


def title_length(words: list[str], index: int) -> int:
    """How many words at `index` are a title: *Prime Minister*, *Secretary of State*."""
    for length in (4, 3, 2, 1):
        wanted = " ".join(words[index : index + length])
        if index + length <= len(words) and is_known_title(wanted):
            return length
    word = words[index]
    titles = listed("titles.txt")
    return int(len(word) > 4 and index + 1 < len(words) and singular_of(word) in titles)


_ALSO_CALLED = {row["title"]: row["called"].split("; ") for row in read_rows("also_called.csv")}
"""What else somebody with a title is called: *Sen. Diaz* is *the senator* and *the lawmaker*."""


@lru_cache(maxsize=20_000)
def forms_of(role: str) -> frozenset[str]:
    """What somebody with a title is called later: all of it, its words, and other words for it."""
    whole = {role, re.sub("[-‐‑]", " ", role)}
    if not role.startswith(("vice", "deputy", "sub", "under")):
        whole.add(without_affix(role))  # "the president" for the president-elect, not for the vice
    forms = set(whole)
    for title in whole:
        forms.update(_ALSO_CALLED.get(title, ()))
        if " " in title:
            forms.add("".join(word[0] for word in title.split()).upper())  # "the CS"
    words = role.split()
    for word in words if words[0] != "vice" else words[:1]:
        forms.add(word)
        forms.update(called for called in _ALSO_CALLED.get(word, ()) if " " not in called)
    return frozenset(forms)


MALE_WORDS = read_set("male words") | read_set("male titles")
FEMALE_WORDS = read_set("female words") | read_set("female titles")
"""Titles before a name and nouns that tell the gender: *Mr*, *Mrs*."""

_FEMALE_NOUNS = read_set("female nouns")
_MALE_NOUNS = read_set("male nouns")


def gender_of(noun: str) -> str | None:
    """The gender that a noun tells: *woman*, *spokesman*."""
    if noun in FEMALE_WORDS or noun.endswith("woman") or noun in _FEMALE_NOUNS:
        return "female"
    is_male = noun in MALE_WORDS or noun.endswith("man") or noun in _MALE_NOUNS
    return "male" if is_male else None


MAKERS = read_set("makers")
"""Nouns for firms that can mean a person too: *the operator*, *the developer*."""


def is_small_person(word: str) -> bool:
    """Whether a word in small letters tells that a name after it is a person's: *the singer*."""
    return word.islower() and word not in MAKERS and means_person(word)


_HEAD_END = re.compile(
    r",| [–—-] |(?<![-‐‑])\b(?:of|for|at|from|in|on|with|to|by|against|about|near|among|who|which"
    r"|that|and)\b(?![-‐‑])"
    rf"|\b(?:{'|'.join(sorted(read_set('tied')))}) (?:to|with|of)\b"
)


def head_end(phrase: str) -> int:
    """Where the head of a phrase ends and what belongs to it begins; *Secretary of State* holds."""
    for match in _HEAD_END.finditer(phrase):
        if match.group() == "of":
            before = phrase[: match.start()].split()
            after = phrase[match.end() :].split()
            if before and after:
                title = f"{bare_word(before[-1])} of {bare_word(after[0])}"
                longer = f"{title} {bare_word(after[1])}" if len(after) > 1 else title
                titles = listed("titles.txt")
                if title in titles or longer in titles:
                    continue
        if match.start():
            return match.start()
    return len(phrase)
