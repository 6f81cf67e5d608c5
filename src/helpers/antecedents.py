"""Whom *he*, *she* and *the minister* mean: somebody named before in the article, or soon."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from helpers.names import FORM, LOOK_BACK, Mention, Names, Spoken
from helpers.text import Span
from helpers.titles import bare_word, means_person
from helpers.wordlists import read_set

MALE = read_set("male")
FEMALE = read_set("female")
"""Pronouns that mean one man, and one woman."""

_FOLLOW_BACK_SENTENCES = 6
"""How many sentences back a pronoun is followed."""

_FEW = 3
"""Within how many sentences before *the minister* nobody is named if his name comes later."""

_PROFESSIONS = read_set("professions")
"""What several people of an article may be at once, unlike the holder of an office."""

_JUST_BEFORE = 3
"""Within how many sentences one of several lawyers is named whom *the lawyer* means."""

_SOON = 8
"""Within how many sentences the holder of an office is named who is quoted before that."""

_ANYBODY = read_set("anybody")
"""Nouns that say too little, or name an office of which there is another holder."""

_OFFICES = read_set("offices of address")
"""Those of `_ANYBODY` that lead on to their holder if an article names one alone."""

UNNAMED_ONE = -1
"""Stands for a person without a name whom a pronoun means."""

_NEAR = 400
"""How many characters on somebody is named whom a pronoun means before that."""

_AGED = 40
"""How many characters before a name its bearer's age may stand."""

_NEWCOMER = re.compile(
    r"(?<!, )(?<!is )(?<!was )(?<!as )\b(?:[Aa]n?|[Aa]nother|[Oo]ne)"
    r" ([a-z-]{1,20})(?: ([a-z-]{1,20}))?\b(?!,? [A-Z])"
)
"""*A lawyer*, *a local lawyer* of whom no name follows."""

_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_NOUN_HIMSELF = re.compile(r"(?:The|An?|One) (?:[\w-]+ ){0,2}?(\w+) (himself|herself)\b")
_THE_ROLE = re.compile(r"[\"“‘']?The (\w+)(?:,| (?:is|was|has|had|will|who)\b)")


class Antecedents:
    """People of one article who are meant without their name."""

    def __init__(self, names: Names, spoken: Spoken, quotations: Sequence[Span]) -> None:
        self.names = names
        self.text = names.text
        self.spoken = spoken
        self._quote_starts = [start for start, _ in quotations]
        self._quote_ends = [end for _, end in quotations]
        self._unnamed: list[tuple[Span, str | None]] = []
        """Where somebody without a name spoke so far, and the gender if the noun tells it."""

    def add_unnamed(self, span: Span, gender: str | None) -> None:
        """Keep that somebody without a name speaks at `span`; a pronoun may mean them."""
        self._unnamed.append((span, gender))

    def of_pronoun(self, span: Span, gender: str | None) -> int | None:
        """The person whom *he* or *she* means, or `UNNAMED_ONE`."""
        person = self._follow_back(span[0], gender)
        if person == UNNAMED_ONE:
            self.add_unnamed(span, gender)
        return self._follow_forward(span[0], gender) if person is None else person

    def _follow_back(self, position: int, gender: str | None) -> int | None:
        """The person a pronoun at `position` means: those first who are evidently persons."""
        known = self._last_named(position, gender, evident=True)
        return known if known is not None else self._last_named(position, gender, evident=False)

    def _last_named(self, position: int, gender: str | None, *, evident: bool) -> int | None:
        """Who spoke or was named last, the subject of a sentence first; or `UNNAMED_ONE`."""
        names = self.names
        here = names.sentence_at(position)
        fallback = None
        for sentence in range(here, max(-1, here - _FOLLOW_BACK_SENTENCES), -1):
            start, end = names.sentences[sentence]
            end = min(end, position)
            spoken = [
                who
                for at, who in self.spoken[-LOOK_BACK:]
                if start <= at < end and isinstance(who, int) and self._fits(who, gender)
            ]
            if spoken:
                return spoken[-1] if sentence < here else spoken[0]
            fitting = [
                m for m in names.mentions_between(start, end) if self._fits(m.person, gender)
            ]
            mentions = [m for m in fitting if not evident or names.evident(m.person)]
            if sentence == here and not self._is_quoted(position):
                # Who is spoken of is not who speaks: '"I trust Lee," she said.'
                mentions = [m for m in mentions if not self._is_quoted(m.start)]
            if fallback is None and self._is_somebody_else(start, end, gender, fitting):
                return UNNAMED_ONE
            subjects = [m.person for m in mentions if m.subject]
            if subjects:
                return subjects[0]
            if mentions and fallback is None:
                fallback = mentions[-1].person
        return fallback

    def _is_somebody_else(
        self, start: int, end: int, gender: str | None, named: list[Mention]
    ) -> bool:
        """Whether *a woman* speaks in a sentence, or it is about *the striker himself*.

        Nobody else is named in it but whom *a spokesman for Ana Diaz* speaks for.
        """
        for (at, stop), sex in self._unnamed[-LOOK_BACK:]:
            if start <= at < end and (gender is None or sex in (gender, None)):
                is_alone = all(at <= mention.start < stop for mention in named)
                return is_alone and _HE.search(self.text, max(start, at - _NEAR), at) is None
        if named:
            return False
        match = _NOUN_HIMSELF.match(self.text, start, end)
        if match is None or not means_person(match.group(1).lower()):
            return False
        return gender is None or (match.group(2) in MALE) == (gender == "male")

    def _follow_forward(self, position: int, gender: str | None) -> int | None:
        """Who *she* is in a text that names her later: its only person near, or *the mayor*'s."""
        names = self.names
        if gender is None or any(
            self._fits(m.person, gender) for m in names.mentions_between(0, position)[-LOOK_BACK:]
        ):
            return None
        here = names.sentence_at(position)
        for sentence in (here, here - 1):
            start = names.starts[sentence] if sentence >= 0 else position
            match = _THE_ROLE.match(self.text, start, position)
            if match and means_person(match.group(1).lower()):
                return self.role_later(start, ["the", match.group(1).lower()])
        before = self.text[max(0, position - _NEAR) : position]
        if any(map(means_person, FORM.findall(before.lower()))):
            return None  # somebody without a name may be meant
        paragraph = self.text[position : position + _NEAR].partition("\n")[0]
        near = names.mentions_between(position, position + len(paragraph))
        near = [m for m in near if not self._is_quoted(m.start)]
        if len({m.person for m in near}) != 1 or names.gender.get(near[0].person) != gender:
            return None
        sentence = names.sentence_at(near[0].start)
        first = names.starts[sentence]
        opens = near[0].start == first or near[0].start in self._after_quote(first)
        return near[0].person if sentence > here and opens else None

    def _after_quote(self, position: int) -> tuple[int, ...]:
        """Where the text goes on after a quotation that starts at a place."""
        index = bisect_left(self._quote_starts, position)
        if index == len(self._quote_starts) or self._quote_starts[index] != position:
            return ()
        return (self._quote_ends[index] + 1,)

    def _is_quoted(self, position: int) -> bool:
        """Whether a place in the text lies inside a quotation."""
        index = bisect_right(self._quote_starts, position) - 1
        return index >= 0 and position < self._quote_ends[index]

    def _fits(self, person: int, gender: str | None) -> bool:
        return gender is None or self.names.gender.get(person, gender) == gender

    def by_role(self, position: int, role: str, words: list[str]) -> int | None:
        """The last person named before who bears a role: *the minister*."""
        bare = [bare_word(word) for word in words]
        mentions = self.names.mentions_between(0, position)[-LOOK_BACK:]
        if role.isupper():
            bare = []
        for wanted in (" ".join(bare[1:]), " ".join(bare[-2:]), role):
            bearers = [m for m in mentions if wanted in self.names.roles.get(m.person, ())]
            if bearers:
                last = bearers[-1]
                if role not in _PROFESSIONS:
                    return last.person
                other = self._introduces_another(role, max(last.end, position - _NEAR), position)
                return None if other else self._one_of(bearers, position)
        return None

    def _introduces_another(self, noun: str, start: int, end: int) -> bool:
        """Whether *a lawyer* without a name comes up in a stretch of the text."""
        found = _NEWCOMER.finditer(self.text, max(0, start), end)
        return any(noun in (match.group(1), match.group(2)) for match in found)

    def _one_of(self, bearers: list[Mention], position: int) -> int | None:
        """Who of those of a profession is meant: the only one, or the only one named just before.

        Of several lawyers far above, *the lawyer* is nobody for certain.
        """
        last = bearers[-1].person
        if all(mention.person == last for mention in bearers):
            return last
        here = self.names.sentence_at(position)
        start = self.names.sentences[max(0, here - _JUST_BEFORE)][0]
        near = {mention.person for mention in bearers if mention.start >= start}
        return last if len(near) == 1 else None

    def by_age(self, position: int, years: str) -> int | None:
        """The only person of an age near a place: *Ana Diaz, 51,*, *51-year-old Ana Diaz*."""
        index = bisect_left(self.names.mentions, (position,))
        bearers = {
            mention.person
            for mention in self.names.mentions[max(0, index - LOOK_BACK) : index + LOOK_BACK]
            if self._is_of_age(mention, years)
        }
        return bearers.pop() if len(bearers) == 1 else None

    def _is_of_age(self, mention: Mention, years: str) -> bool:
        after = self.text[mention.end : mention.end + 3 + len(years)]
        if after[:2] in (", ", " (") and after[2:].startswith(years) and after[-1] in ",.)":
            return True
        before = self.text[max(0, mention.start - _AGED) : mention.start].split()
        age = f"{years}-year-old"
        words = before[before.index(age) + 1 :] if age in before else [age]
        return not words or means_person(words[-1])  # "51-year-old vet Ana Diaz"

    def only_speaker(self, position: int, noun: str) -> int | None:
        """Who *the lawmaker* is if one person alone was named or spoke in the sentences before."""
        if noun in _ANYBODY:
            return None
        here = self.names.sentence_at(position)
        start = self.names.sentences[max(0, here - 2)][0]
        paragraph = self.text.rfind("\n", start, position) + 1
        if any(paragraph <= at < position for at, _ in self.spoken[-LOOK_BACK:]):
            start = max(start, paragraph)  # who speaks in this paragraph goes on in it
        spoke = {who for at, who in self.spoken[-LOOK_BACK:] if start <= at < position}
        named = {m.person for m in self.names.mentions_between(start, position)}
        if len(spoke) != 1 or not named <= spoke:
            return None
        person = spoke.pop()
        return person if isinstance(person, int) else None

    def role_later(self, position: int, bare: list[str]) -> int | None:
        """The only bearer of a role in the article if named soon: *the minister* of a headline."""
        wanted = " ".join(bare[1:]) or bare[0]
        is_common = bare[-1] in _ANYBODY and bare[-1] not in _OFFICES
        if is_common or len(bare) > 3 or (len(bare) > 1 and bare[0] != "the"):
            return None
        here = self.names.sentence_at(position)
        before = self.names.starts[max(0, here - _FEW)]
        if self.names.mentions_between(before, position):
            return None  # it may be a word for somebody who was named
        index = bisect_left(self.names.mentions, (position,))
        mentions = self.names.mentions[max(0, index - LOOK_BACK) : index + LOOK_BACK]
        if self._introduces_another(bare[-1], position - _NEAR, position):
            return None
        bearers = {m.person for m in mentions if bare[-1] in self.names.roles.get(m.person, ())}
        if len(bearers) != 1:
            return None
        person = bearers.pop()
        soon = any(
            m.person == person
            and m.start > position
            and self.names.sentence_at(m.start) <= here + _SOON
            for m in mentions
        )
        return person if soon and wanted in self.names.roles[person] else None
