"""What one piece of a sentence expresses toward a thing it names: rules on who does what to whom.

A target is followed up to what governs it, link by link, to an attitude of the speaker's; each link
has a direction from ``data/stance_cues.csv``.
"""

from functools import cache
from typing import NamedTuple

from helpers import stance_attachment as attachment
from helpers import stance_clauses as frames
from helpers import stance_commitment as commitment
from helpers import stance_composition as composition
from helpers import stance_constructions as constructions
from helpers import stance_mentions as mentions
from helpers.roles import INTENTS, JOINING, SPEAKER, Clauses
from helpers.stance_cues import SILENT, Cue, Evidence, Phrases, cues, judging_adjective
from helpers.wordlists import read_rows, read_set

_DEEPEST = 8
"""Links followed from a target to the speaker's attitude; no sentence that people say has more."""

_OBLIGATION = read_set("obligation")
_POSSIBILITY = read_set("possibility")
FIRST_PERSON = read_set("first person")
THIRD_PERSON = read_set("third person")
OWN = frozenset({"my", "our"})
REPORTING = read_set("reporting")
_CONTROL = read_set("control")
_CEASING = read_set("ceasing")
"""Verbs that leave the act undone which they govern."""

_HAPPENING = read_set("happening")
_GROUNDS = read_set("grounds")
BODIES_THAT_SPEAK = read_set("bodies that speak")
_ALL_OF_US = read_set("all of us")
"""Those for whom everybody speaks: what *the people* want, whoever says so wants."""
_EQUATIONS = {"amount": ("to",), "count": ("as",), "serve": ("as",), "stand": ("as",)}
_DECLINING = read_set("declining")
_CALLS = read_set("calls")
_BACKING = frozenset({"support", "praise", "further"})
_COUNTING_ON = frozenset({"plan", "count", "insist", "bet", "bank", "rely"})
_BECOMING = frozenset({"become", "grow", "get", "feel", "seem", "look", "remain", "sound"})
_PREYING = read_set("preying")
_MEANING_TO = frozenset({"go", "plan", "intend", "mean", "aim", "want", "wish"})
_PERMITTING = read_set("permitting")
_STAYING = read_set("staying")
_STOPS = frozenset({"", ".", ",", ";", "and", "!", "now"})
_TAKING_NOTE = read_set("taking note")
_BRINGING = read_set("bringing (stance reading)")
_CHAMBERS = read_set("chambers")
"""Names and nouns that open a sentence like a state's, for which no minister speaks."""

_ACTING = read_set("acting")
"""Verbs whose infinitive tells what their subject acts for."""

_TOLLS = read_set("tolls (stance reading)")
_PURSUITS = read_set("pursuits")
_UNDECIDED = read_set("undecided")
_FACTIVE = read_set("factive")
_UNDERGOING = read_set("undergoing")
"""Verbs whose subject has no part in the good or bad of the object: *X faces threats*."""

_DOINGS = frozenset({"further", "harm", "end", "light", "help", "support", "act", "bad", "good"})
"""Classes of verbs that tell of a deed; what somebody praises or blames is no deed of his."""

_CIRCUMSTANCES = read_set("circumstances")
"""Prepositions of what stands around a deed and says nothing of it."""

_COMMITTING = read_set("committing")
_NO_DEEDS = read_set("no deeds")
"""Verbs whose object a demand neither wants nor rejects: *must study the report*."""

JUDGING = read_set("judging")
_DEMANDING = read_set("demanding")
_FOUNDED = read_set("founded")
"""Verbs in whose passive something is told of the subject: *X is based on lies*."""

_ANNOUNCING = read_set("announcing")
_DENYING = ("under no", "in no way", "at no time", "on no account", "by no means", "never will")
"""What a sentence opens with that denies the verb after its subject."""

_CERTAIN = read_set("certain")
"""Nouns whose *that* clause is said to be so: *it is no secret that X lies*."""

_EXISTING = "what must or cannot be"
"""Rule for *there must be X*, whose sign has counted a *no* already."""

_DEMANDED_RULES = frozenset(
    {"subject of passive", "must come about", "object of what is demanded", "wanted to stay"}
)
"""Rules that tell what is to happen to a subject, or of it."""

_COPULAS = read_set("copulas")
_OPENING_ACTS = frozenset({"", "SUB", "PUNCT", "CC"})
_WIDEST_ACT = 24
"""Chunks of an act with its objects that a clause may tell something of."""
_ASKED_ABOUT = read_set("about which one asks")
_NEXT_TO_NOTHING = frozenset(("no", "zero", "little", "scant", "hardly", "scarcely", "barely"))
_HARD = frozenset(("hard", "difficult", "tough"))
_CAUSING = frozenset(("cause", "trigger", "spark", "fuel", "create", "provoke"))
_LEFT = read_set("left behind")
_MATERIAL = frozenset(("material", "property", "structural", "extensive", "significant", "minor"))
_SEIZING = frozenset(("arrest", "detain", "capture", "kill", "injure", "wound", "hold"))
_FIXTURES = read_set("fixtures")
_FELL_SHORT = read_set("fell short")
_ALTERING = read_set("altering")
_OMISSIONS = frozenset(("failure", "refusal", "reluctance", "unwillingness"))
_ACTS_THAT_BRING_ABOUT = read_set("acts that bring about")
_ACTS_THAT_END = read_set("acts that end")
"""What is done to things, not persons: against replacing somebody is not yet for him."""
_DEEDS_TO_THINGS = read_set("deeds to things")
"""Nouns for what makes a thing be or end: to oppose the lifting of a ban is to be for the ban."""
_ENDING_OWN = read_set("ending own")
_SIDES = read_set("sides")
"""Classes of verbs by which somebody takes a side: *those who back X are fools*."""
_OBJECTIONS = read_set("objections")
_DISPLAYING = read_set("displaying")
_HANDING = read_set("handing")
_WITHHOLDING = frozenset({"deny", "refuse"})
_ENTERTAINING = read_set("entertaining")
_REFUSING = read_set("refusing")
_ENSURING = frozenset({"ensure", "guarantee", "secure"})


@cache
def _states() -> frozenset[str]:
    """Names of countries and of their seats in small letters."""
    names = (f"{row['country']}|{row['seat']}" for row in read_rows("countries.csv"))
    return frozenset(name.lower() for joined in names for name in joined.split("|"))


class Speaker(NamedTuple):
    """Names of a speaker in small letters, and whether he speaks for a state not named here."""

    names: frozenset[str]
    is_official: bool = False
    stands_for_state: bool = False
    words: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    """Names of the state for which he speaks."""
    is_person: bool = False
    """Whether *it* cannot mean the speaker."""


class Reading(Phrases):
    """Stance toward the noun phrases of one piece of a sentence."""

    def __init__(
        self, clauses: Clauses, speaker: Speaker, *, quoted: bool, agent_follows: bool
    ) -> None:
        super().__init__(clauses)
        self.speaker = speaker
        self.quoted = quoted
        self.unopposed: dict[int, bool] = {}
        """Acts that are told of without a word against them, as far as they were asked for."""
        self.agent_follows = agent_follows

    # --- who speaks -----------------------------------------------------------------------------

    def is_speaker(self, index: int | None) -> bool:
        """Whether a subject is the speaker or speaks for the same side."""
        if index is None:
            return False
        if index == SPEAKER:
            return True
        phrase = self.chunks[index]
        head = self.words[phrase.head].lower
        if head in FIRST_PERSON or self.words[phrase.first].lower in OWN:
            return True
        if head == "it" and self.speaker.is_person:
            return False
        if head in THIRD_PERSON:
            return not self.quoted and not self.has_other_subject(index)
        if self.words[phrase.head].text[0].isupper():
            names = self.speaker.names
            if self.speaker.sides and self.is_side(index):
                return True
            return head in names or any(_same_country(head, name) for name in names)
        return False

    def is_side(self, index: int) -> bool:
        """Whether a phrase, or one joined to it by *and*, names the speaker's state."""
        phrase = self.chunks[index]
        words = [word.lower for word in self.words[phrase.first : phrase.last + 1]]
        if " ".join(words[words[0] == "the" :]) in self.speaker.sides:
            return True
        joint = self.clauses.right(index)
        other = self.clauses.right(joint) if self.chunk_word(joint) == "and" else -1
        return self.clauses.kind(other) == "NP" and self.is_side(other)

    def is_named_like_speaker(self, index: int) -> bool:
        """Whether a phrase's head is a word by which the speaker goes: *critics*."""
        return self.words[self.chunks[index].head].lower in self.speaker.words

    def has_other_subject(self, index: int) -> bool:
        """Whether somebody else was a subject before a pronoun, who may be meant by it."""
        before = {s for v, s in self.clauses.subjects.items() if v < index and s is not None}
        heads = [self.words[self.chunks[s].head].lower for s in before if s >= 0]
        return any(head not in THIRD_PERSON for head in heads)

    def is_own_side(self, index: int | None) -> bool:
        """Whether a subject is the speaker, or the state for which a minister speaks."""
        if self.is_speaker(index):
            return True
        if index is None:
            return False
        possessive = self.words[self.chunks[index].first].lower in ("his", "her", "its", "their")
        if possessive and not self.quoted and self.is_body(index):
            return True
        if self.speaker.is_official and self.is_body(index):
            return True
        if self.is_everybody(index) or self.is_nobody(index):
            return True
        return self.speaker.stands_for_state and self.is_state(index)

    def is_everybody(self, index: int) -> bool:
        """Whether a subject is all of us: *the people*, *everyone*; *nine people* are some."""
        phrase = self.chunks[index]
        opening = self.words[phrase.first].lower
        is_bare = phrase.first == phrase.head and phrase.lemma not in ("voter", "taxpayer")
        is_all = is_bare or opening in ("the", "all", "our", "every", "no")
        return is_all and phrase.lemma in _ALL_OF_US

    def is_body(self, index: int) -> bool:
        """Whether a phrase names the kind of body that has a spokesman: *the company*."""
        phrase = self.chunks[index]
        opens = all(chunk.kind not in ("NP", "VG") for chunk in self.chunks[:index])
        head = self.words[phrase.head].lower
        is_one = head == phrase.lemma or phrase.lemma in ("authority", "force")  # no unions
        return opens and is_one and phrase.lemma in BODIES_THAT_SPEAK

    def is_state(self, index: int) -> bool:
        """Whether a phrase that opens a statement is a name such as *Peru*, *the United States*."""
        phrase = self.chunks[index]
        opens = all(chunk.kind not in ("NP", "VG") for chunk in self.chunks[:index])
        named = all(
            w.pos in ("NNP", "NNPS") for w in self.words[phrase.first + 1 : phrase.last + 1]
        )
        has_article = self.words[phrase.first].lower == "the" and phrase.last > phrase.first
        is_other = phrase.lemma in _CHAMBERS
        name = " ".join(w.lower for w in self.words[phrase.first + has_article : phrase.last + 1])
        is_other |= name not in _states()
        return opens and not is_other and (phrase.first == phrase.last or (named and has_article))

    # --- events ---------------------------------------------------------------------------------

    def event(self, index: int, depth: int = 0) -> int:
        """Speaker's attitude to the event of a verb group: 1 wanted or done, -1 unwanted, 0 none.

        Negation is part of the event: *we do not support it* is -1 toward supporting it.
        """
        group = self.chunks[index]
        if depth > _DEEPEST:
            return 0
        if constructions.asked_in_vain(self, index):
            return -1
        polarity = -1 if self.is_denial(index) else 1
        governor = self.clauses.governor(index)
        if self.is_denied_first(index):  # under no circumstances will we act
            return polarity * self.own_event(index)
        if group.finite:
            return polarity * self.clause_event(index, depth)
        settled = commitment.settled(self, index, depth)
        if settled is not None:
            return polarity * settled
        aim = composition.aim_of(self, index)
        if aim is not None:
            return polarity * (aim if aim < 0 else self.event(aim, depth + 1))
        if composition.is_resolved(self, index):
            return polarity
        joined = frames.takes_part(self, index, depth)
        if joined is not None:
            return polarity * joined
        if governor.relation == "root":
            judged = self.judged_act(index) if index == 0 else SILENT
            return polarity * (judged.sign or 1)
        if governor.chunk < 0 or governor.relation == "question":
            return 0
        if attachment.said_by_noun(self, index):
            holder = self.clauses.previous_verb(index, finite=True)
            return polarity * int(self.is_speaker(self.clauses.subjects.get(holder)))
        return polarity * self.embedded_event(governor.relation, governor.chunk, depth)

    def is_denial(self, index: int) -> bool:
        """Whether an act is denied, by *not*, by *nobody* or by how the sentence opens."""
        is_nobody = self.chunks[index].finite and self.is_nobody(self.clauses.subjects[index])
        is_asked = constructions.asked_in_vain(self, index)
        return self.chunks[index].negated or is_nobody or is_asked or self.is_denied_first(index)

    def is_nobody(self, index: int | None) -> bool:
        """Whether a subject is *nobody*, who speaks for everybody."""
        if index is None or index < 0:
            return False
        words = self.words[self.chunks[index].first : self.chunks[index].last + 1]
        is_no_one = [word.lower for word in words] == ["no", "one"]
        return is_no_one or words[-1].lower in ("nobody", "none", "nothing")

    def is_denied_first(self, index: int) -> bool:
        """Whether a sentence opens with a denial of its verb: *under no circumstances will we*."""
        opening = " ".join(word.lower for word in self.words[:3])
        if not opening.startswith(_DENYING):
            return False
        verbs = [place for place in range(index) if self.chunks[place].kind == "VG"]
        return len(verbs) == 1 and self.chunks[verbs[0]].modal != ""

    def clause_event(self, index: int, depth: int) -> int:
        """Attitude to the event of a finite clause, its own negation left out."""
        governor = self.clauses.governor(index)
        if constructions.is_made_a_condition(self, index):
            return 1
        if governor.relation == "condition":
            return 0 if self.is_reported(index) else self.outcome(index)
        if governor.relation == "question" and not commitment.is_reason(self, index):
            return 0
        said = commitment.said_so(self, index, depth)
        if said is not None:
            return said
        if governor.relation == "that" and self.clauses.kind(governor.chunk) == "VG":
            feeling = self.feeling(governor.chunk)
            if feeling:
                return feeling
            cue, _ = self.verb_cue(governor.chunk, "that")
            if cue:
                return cue.sign * self.event(governor.chunk, depth + 1)
            raised = self.asserted(index)
            return raised * self.own_event(index)
        if governor.relation == "that" and self.clauses.kind(governor.chunk) in ("NP", "JJ"):
            if self.chunk_word(self.clauses.left(self.clauses.left(governor.chunk))) == "it":
                return self.value(governor.chunk)[0]  # it is a shame that
            return self.toward(governor.chunk, depth + 1).sign
        if governor.relation == "that" and governor.chunk >= 0:
            return 0
        if governor.relation == "relative" and not self.is_speaker(self.clauses.subjects[index]):
            return self.toward(governor.chunk, depth + 1).sign
        return self.own_event(index)

    def feeling(self, verb: int) -> int:
        """Attitude to a clause that a noun announces: *my fear is that they leave*."""
        subject = self.clauses.subjects.get(verb)
        if self.chunks[verb].lemma != "be" or subject is None or subject < 0:
            return 0
        cue = cues().get(("noun", self.chunks[subject].lemma, "that"))
        return cue.sign if cue else 0

    def is_reported(self, index: int) -> bool:
        """Whether a clause goes on with what somebody else is said to have said."""
        opening = self.opening(index)
        return any(
            verb < opening
            and self.chunks[verb].finite
            and self.chunks[verb].lemma in REPORTING
            and subject is not None
            and subject >= 0
            and not self.is_speaker(subject)
            and self.chunk_word(self.clauses.left(opening)) in ("and", "but", "that")
            for verb, subject in self.clauses.subjects.items()
        )

    def opening(self, index: int) -> int:
        """First chunk of a clause: its subject's, or the conjunction's before it."""
        subject = self.clauses.subjects[index]
        place = index if subject is None or subject < 0 else min(subject, index)
        before = self.clauses.left(place)
        return before if self.chunk_word(before) == "if" else place

    def outcome(self, condition: int) -> int:
        """*if X happens, chaos would follow*: -1."""
        verb = self.outcome_of(condition)
        if verb == condition:
            return 0
        group = self.chunks[verb]
        subject = self.clauses.subjects[verb]
        happens = group.lemma in _HAPPENING and group.modal in ("would", "will", "could")
        return self.value(subject)[0] if happens and subject is not None else 0

    def outcome_of(self, condition: int) -> int:
        """Verb of the clause that follows a condition; the condition itself if none does."""
        return next(
            (
                verb
                for verb in range(condition + 1, len(self.chunks))
                if self.chunks[verb].kind == "VG" and self.chunks[verb].finite
            ),
            condition,
        )

    def own_event(self, index: int) -> int:
        """1 if the speaker does it or demands it, else 0."""
        group = self.chunks[index]
        if self.is_own_side(self.clauses.subjects[index]):
            is_refused = group.modal in ("can", "could", "cannot") and self.is_denial(index)
            words = [word.lower for word in self.words[group.first : group.head]]
            is_open = group.modal in _POSSIBILITY and not is_refused and "only" not in words
            return 0 if is_open else 1
        if group.modal in _OBLIGATION:
            return 1
        if group.lemma in ("need", "require", "deserve", "warrant", "justify", "merit"):
            return 1
        if group.lemma in ("demand", "necessitate", "call") and self.is_ground(index):
            return 1
        following = self.clauses.right(index)
        return int(group.lemma == "have" and self.demanded_act(following, index) is not None)

    def is_ground(self, verb: int) -> bool:
        """Whether what demands is no person: *justice demands a trial*."""
        subject = self.clauses.subjects[verb]
        return subject is not None and subject >= 0 and self.chunks[subject].lemma in _DEMANDING

    def embedded_event(self, relation: str, governor: int, depth: int) -> int:
        """Attitude to an infinitive or gerund from what governs it."""
        kind = self.clauses.kind(governor)
        if relation in ("by", "through"):
            return self.by_means(governor, depth)
        if kind == "VG":
            of_relation = {
                "to": ("to do", "to"),
                "to object": ("to do",),
                "gerund": ("gerund",),
            }
            if relation == "purpose":
                return self.event(governor, depth + 1)
            if self.chunks[governor].passive and relation == "to":  # is committed to do it
                word = self.words[self.chunks[governor].head].lower
                cue = cues().get(("adjective", word, "to do")) or cues().get(
                    ("adjective", word, "to")
                )
                if cue:
                    return cue.sign * self.event(governor, depth + 1)
            if relation == "to" and self.chunks[governor].lemma in _OBLIGATION:  # ought to
                return self.event(governor, depth + 1)
            if relation == "adverbial":
                return int(self.is_speaker(self.clauses.subjects.get(governor)))
            if relation == "than":  # would rather go than do it
                return -max(0, self.event(governor, depth + 1))
            for frame in of_relation.get(relation, (relation,)):
                cue, _ = self.verb_cue(governor, frame)
                if cue and cue.sign < 0 and self.chunks[governor].negated:
                    return 0  # will not oppose closing it: consent is not support
                if cue:
                    return cue.sign * self.event(governor, depth + 1)
            if relation == "to" and self.chunks[governor].lemma in _ACTING:
                return self.event(governor, depth + 1)  # we have come to help
            if relation == "to object" and self.chunks[governor].lemma in _COPULAS:
                noun = self.clauses.right(governor)  # it is a mistake to act, time to act
                free = cues().get(("noun", self.chunk_word(noun), "to do"))
                sign = free.sign if free else self.value(noun)[0]
                return -sign if self.chunks[governor].negated else sign
            if relation == "to object":  # use it to act: the purpose of what is wanted
                cue, _ = self.verb_cue(governor, "object")
                return max(0, self.event(governor, depth + 1)) if cue is None or cue.sign > 0 else 0
            if relation == "for":
                cue, _ = self.verb_cue(governor, "object")
                return cue.sign * self.event(governor, depth + 1) if cue else 0
            if relation == "on" and self.chunks[governor].lemma in _COUNTING_ON:
                return self.event(governor, depth + 1)  # plans on doing it
            return 0
        if kind == "NP":
            if relation in ("relative", "that"):
                of_document = attachment.of_document(self, governor, depth)
                if of_document is not None:
                    return of_document
                return self.toward(governor, depth + 1).sign
            noun = self.chunks[governor].lemma
            if relation.startswith("to") and self.is_task_of(governor):
                return 1
            is_denied = self.words[self.chunks[governor].first].lower in _NEXT_TO_NOTHING
            if is_denied and relation in ("to", "to object", "for") and noun in _GROUNDS:
                return -1  # there is no reason to act
            free = cues().get(("noun", noun, "to do"))
            if free and relation in ("to", "to object", "for"):  # it is time to act
                return -free.sign if self.is_kept_from(governor) else free.sign
            if relation in ("to", "to object"):
                sign = self.toward(governor, depth + 1).sign or self.announced(governor)
                if noun in _OMISSIONS:
                    return -sign  # criticised the failure to act
                return sign if sign > 0 or noun in INTENTS else 0
            cue = cues().get(("noun", noun, relation))
            if cue and is_denied and noun in _OBJECTIONS:
                return 0  # no objection: consent is not support
            if cue:
                attitude = (
                    self.toward(governor, depth + 1).sign
                    or self.held(governor)
                    or self.by_circumstance(governor, cue, depth)
                )
                return cue.sign * attitude * (-1 if is_denied else 1)
            verb = self.clauses.left(self.clauses.phrase_start(governor))
            if self.clauses.kind(verb) == "VG":
                cue, _ = self.verb_cue(verb, f"object {relation}")
                return cue.sign * self.event(verb, depth + 1) if cue else 0
            return 0
        if kind == "JJ":
            return self.adjective_event(relation, governor, depth)
        return 0

    def is_kept_from(self, noun: int) -> bool:
        """Whether nobody has what a noun names: *nobody has the right to act*."""
        verb = self.clauses.left(noun)
        return self.clauses.kind(verb) == "VG" and (
            self.chunks[verb].negated or self.is_nobody(self.clauses.subjects.get(verb))
        )

    def held(self, noun: int) -> int:
        """1 if the speaker has what a noun names: *we have no intention of acting*."""
        verb = self.clauses.left(noun)
        has = self.clauses.kind(verb) == "VG" and self.chunks[verb].lemma == "have"
        return int(has and self.is_own_side(self.clauses.subjects[verb]))

    def announced(self, noun: int) -> int:
        """1 if the speaker makes known what he intends: *announced their plans to sue*."""
        verb = self.clauses.left(noun)
        if self.clauses.kind(verb) != "VG" or self.chunks[noun].lemma not in INTENTS:
            return 0
        is_own = self.is_own_side(self.clauses.subjects[verb])
        is_denied = self.chunks[verb].negated or self.words[self.chunks[noun].first].lower == "no"
        return int(is_own and self.chunks[verb].lemma in _ANNOUNCING and not is_denied)

    def by_means(self, place: int, depth: int) -> int:
        """Attitude to a means, which is that to the act before it: *act by closing the port*."""
        for verb in range(place, -1, -1):
            if self.chunks[verb].kind == "VG":
                attitude = self.event(verb, depth + 1)
                if attitude:
                    return attitude
        return 0

    def is_task_of(self, index: int) -> bool:
        """Whether somebody is one up to whom an act is: *it is up to X to act*."""
        to = self.clauses.left(index)
        return self.chunk_word(to) == "to" and self.chunk_word(self.clauses.left(to)) == "up"

    def adjective_event(self, relation: str, index: int, depth: int) -> int:
        """Attitude to what a speaker is ready to do, or to what it is wrong to do."""
        verb = self.clauses.left(index)
        word = self.chunks[index].lemma
        is_predicate = self.clauses.kind(verb) == "VG"
        frame = "to do" if relation.startswith("to") else relation
        cue = cues().get(("adjective", word, frame))
        if cue and (verb < 0 or (is_predicate and self.is_own_side(self.clauses.subjects[verb]))):
            attitude = self.event(verb, depth + 1) if is_predicate else 1
            return 0 if attitude < 0 and word in _UNDECIDED else cue.sign * attitude
        if frame == "to do" and word in _HARD and is_predicate:
            return 1 if self.chunks[verb].negated else -1  # it is hard to trust them
        cue = cues().get(("adjective", word, "value"))
        if cue and frame in ("to do", "gerund"):
            negated = is_predicate and self.chunks[verb].negated
            return -cue.sign if negated else cue.sign
        return 0

    def asserted(self, index: int, depth: int = 0) -> int:
        """1 if the speaker says that a clause is so, -1 that it isn't, 0 if he says neither."""
        if depth > _DEEPEST:
            return 0
        governor = self.clauses.governor(index)
        if governor.relation in ("condition", "question"):
            return 0
        if governor.relation != "that" or governor.chunk < 0:
            return 0 if self.is_reported(index) else 1
        outer = governor.chunk
        kind = self.clauses.kind(outer)
        denied = commitment.truth_of(self, outer)
        if denied:
            return denied
        if kind == "NP":  # no doubt that it is so; dismissed claims that it is so
            if self.chunks[outer].lemma in ("evidence", "proof") and self.is_missing(outer):
                return -1
            if self.chunks[outer].lemma in _CERTAIN or self.value(outer)[0]:
                return 1
            return min(0, self.toward(outer, depth + 1).sign)
        if kind == "JJ" or self.chunks[outer].lemma in _FACTIVE:
            return 1
        if kind == "VG" and commitment.is_plain(self, outer):
            return self.asserted(outer, depth + 1)
        if kind != "VG" or not self.is_speaker(self.clauses.subjects[outer]):
            return 0
        if self.chunks[outer].lemma in ("deny", "doubt"):
            return -1
        sign = -1 if self.chunks[outer].negated else 1
        return sign * self.asserted(outer, depth + 1)

    def is_missing(self, noun: int) -> bool:
        """Whether there is none of a thing: *we have not seen any evidence*."""
        verb = self.clauses.left(noun)
        is_denied = self.clauses.kind(verb) == "VG" and self.chunks[verb].negated
        return is_denied or self.words[self.chunks[noun].first].lower in ("no", "little", "zero")

    # --- noun phrases ---------------------------------------------------------------------------

    def toward(self, index: int, depth: int = 0) -> Evidence:
        """Speaker's stance toward the thing or event that a noun phrase names."""
        if depth > _DEEPEST or index < 0:
            return SILENT
        before = self.clauses.left(index)
        kind = self.clauses.kind(before)
        if index and self.chunk_word(index - 1) == "not":
            return attachment.not_that(self, index, depth)  # these people, not those
        for found in (
            mentions.brought_up(self, index),
            constructions.toward_phrase(self, index),
            frames.of_phrase(self, index),
        ):
            if found.sign:
                return found
        found = attachment.apart(self, index, depth)
        if found.sign:
            return found
        if kind == "CC" or (kind == "PUNCT" and self.chunks[before].lemma == ","):
            first = self.first_conjunct(index)
            if first != index:
                found = self.toward(first, depth + 1)
                return found if found.sign else attachment.in_list(self, index, first, depth)
        if kind == "IN" and not self.opens_clause(index, before):
            return self.by_preposition(index, before, depth)
        found = self.as_relative_object(index)
        if found.sign:
            return found
        verbs = [v for v, subject in self.clauses.subjects.items() if subject == index]
        verbs.sort(key=lambda v: v in self.clauses.relative)  # what is told first of all
        for verb in verbs:
            if self.chunks[verb].finite or self.clauses.governor(verb).relation == "that":
                found = self.as_subject(index, verb, depth)
                found = found._replace(sign=found.sign * self.number_of(index, found.rule))
                if found.sign:
                    return found
        own = [v for v in verbs if v not in self.clauses.relative]
        if kind == "VG" and not any(self.chunks[v].finite and v > index for v in own):
            return self.as_object(index, before, depth)
        if kind == "JJ" and self.clauses.kind(self.clauses.left(before)) == "VG":
            return SILENT
        if before < 0 and not verbs and depth:
            return self.as_fragment(index)
        return composition.held_responsible(self, index)

    def opens_clause(self, index: int, preposition: int) -> bool:
        """Whether a preposition opens a clause whose subject a phrase is: *after X fired*."""
        verb = self.clauses.right(index)
        is_subject = self.clauses.kind(verb) == "VG" and self.clauses.subjects.get(verb) == index
        return self.chunks[preposition].lemma in JOINING and is_subject and self.chunks[verb].finite

    def first_conjunct(self, index: int) -> int:
        """First of the noun phrases joined by *and* or commas that `index` is one of."""
        place = self.parallel(index)
        while True:
            joint = self.clauses.left(place)
            other = self.clauses.left(joint)
            if self.clauses.kind(joint) == "PUNCT" and self.clauses.kind(other) == "CC":
                return place
            if self.clauses.kind(other) == "PUNCT" and self.clauses.kind(joint) == "CC":
                other = self.clauses.left(other)
            joined = self.clauses.kind(joint) == "PUNCT" or self.chunk_word(joint) in ("and", "or")
            if not joined or self.clauses.kind(other) != "NP":
                return place
            own = [v for v, s in self.clauses.subjects.items() if s == place]
            if any(self.chunks[v].finite for v in own):
                return place
            place = other

    def parallel(self, index: int) -> int:
        """The earlier phrase that opens with the same word: *any use of it, or any talk*."""
        opening = self.words[self.chunks[index].first].lower
        if opening in ("any", "no", "every", "more"):
            for place in range(index - 1, max(-1, index - 12), -1):
                other = self.chunks[place]
                if other.kind == "NP" and self.words[other.first].lower == opening:
                    return place
        return index

    def by_preposition(self, index: int, preposition: int, depth: int) -> Evidence:
        """Stance toward the object of a preposition."""
        word = self.chunks[preposition].lemma
        before = self.clauses.left(preposition)
        kind = self.clauses.kind(before)
        for found in (
            composition.cause(self, preposition),
            composition.unlike(self, preposition),
            composition.ties(self, before, preposition, depth),
            attachment.by_link(self, index, preposition, depth),
        ):
            if found.sign:
                return found
        if kind == "NP":
            nearest, *further = self.phrases_before(before)
            found = self.by_noun(index, nearest, word, depth)
            if found.sign:
                return found
            verb = self.clauses.left(self.clauses.phrase_start(before))
            if self.clauses.kind(verb) == "VG":  # blame it on X
                found = self.by_verb_and_preposition(index, verb, f"object {word}", depth)
            for noun in further:
                found = found if found.sign else self.by_noun(index, noun, word, depth)
            return found if found.sign else self.by_against(preposition, depth)
        if (
            kind == "VG"
            and self.verb_cue(before, word)[0] is None
            and self.is_particle(before, preposition)
        ):
            return self.as_object(index, before, depth)
        while kind == "IN":  # lash out at
            before = self.clauses.left(before)
            kind = self.clauses.kind(before)
        if (
            kind == "VG"
            and word == "by"
            and (self.chunks[before].participle or self.chunks[before].passive)
        ):
            deed = self.clauses.governor(before)
            if deed.relation == "relative" and self.chunks[before].lemma in _COMMITTING:
                return self.author(deed.chunk, depth)
            if deed.relation == "relative" and self.chunks[before].lemma in _DISPLAYING:
                shown = self.toward(deed.chunk, depth + 1)  # the courage shown by X
                return shown._replace(rule="author of a deed")
        if kind == "VG" and word == "by" and self.chunks[before].passive:
            found = self.as_agent(before)
            if found.sign:
                return found
        if kind == "VG":
            found = self.by_verb_and_preposition(index, before, word, depth)
            return found if found.sign else self.by_against(preposition, depth)
        if kind == "JJ":
            return self.by_adjective(before, word, depth)
        if before < 0 and word == "against":
            return Evidence(-1, *self.span(preposition), "against")
        return SILENT

    def as_agent(self, verb: int) -> Evidence:
        """*jobs are being destroyed by X*: as if X were the subject."""
        group = self.chunks[verb]
        done, _ = self.verb_cue(verb, "object")
        is_refused = group.negated and group.modal in _REFUSING and done and done.sign < 0
        if is_refused and self.is_own_side(self.clauses.subjects[verb]):  # won't be deterred by X
            return Evidence(-max(0, self.asserted(verb)), *self.span(verb), "agent of passive")
        wrong = constructions.wrongly_done(self, verb)
        if wrong >= 0 and not group.negated and not group.modal:  # arbitrarily detained by X
            sign = -max(0, self.asserted(verb))
            return Evidence(sign, min(wrong, group.first), group.head, "how it is done")
        cue, last = self.verb_cue(verb, "subject")
        sign = cue.sign * self.asserted(verb) if cue and not group.negated else 0
        if cue is None and group.lemma in _CAUSING and not group.negated:
            told = self.value(self.clauses.subjects[verb] or 0)[0]  # the crisis was caused by X
            return Evidence(told * self.asserted(verb), *self.span(verb), "agent of passive")
        if self.is_hardly_anybody(self.clauses.subjects[verb]):
            sign = -sign  # nobody was helped by X
        return Evidence(sign, *self.span(verb, last), "agent of passive")

    def is_hardly_anybody(self, index: int | None) -> bool:
        """Whether a subject is *nobody*, *no child* or *few*."""
        if index is None or index < 0:
            return False
        opening = self.words[self.chunks[index].first].lower
        return self.is_nobody(index) or opening in ("no", "few", "hardly", "barely", "scarcely")

    def author(self, deed: int, depth: int) -> Evidence:
        """Stance toward whoever did what a phrase names: *the crimes that X commits*."""
        sign, word = self.value(deed)
        if self.is_denied(deed):
            return SILENT
        noun = self.chunks[deed]
        if any(("noun", noun.lemma, frame) in cues() for frame in ("author", "by")):
            return Evidence(-1, noun.first, noun.head, "author of a deed")
        if sign and self.value_group(word) not in ("matter", "label"):
            return Evidence(sign, word, word, "author of a deed")
        outer = self.toward(deed, depth + 1)
        return outer._replace(sign=min(0, outer.sign), rule="author of a deed")

    def by_against(self, preposition: int, depth: int) -> Evidence:
        """*we take to the streets against X*: what is done against X, done or wanted."""
        verb = self.clauses.previous_verb(preposition)
        if self.chunk_word(preposition) != "against" or verb < 0:
            return SILENT
        if self.chunk_word(self.clauses.left(preposition)) in _FIXTURES:
            return SILENT  # a tough game against X
        has_object = self.clauses.kind(self.clauses.right(verb)) == "NP"
        own = self.verb_cue(verb, "object")[0] if has_object else None
        if self.verb_cue(verb, "object against")[0] or own:
            return SILENT  # what the verb itself says of its object counts
        governor = self.clauses.governor(verb).chunk
        if not self.chunks[verb].finite and self.clauses.kind(governor) != "VG":
            return SILENT
        if any(c.lemma in _CIRCUMSTANCES for c in self.chunks[verb:preposition] if c.kind == "IN"):
            return SILENT  # died since the start of the uprising against X
        held = self.chunks[self.clauses.left(preposition)]
        if self.words[held.first].lower in ("no", "nothing", "little"):
            return SILENT  # bore no grudge against X
        sign = -max(0, self.event(verb, depth + 1))
        return Evidence(sign, *self.span(verb, preposition), "against")

    def phrases_before(self, last: int) -> list[int]:
        """Noun phrases that a preposition may go with, nearest first: *raids on towns by X*."""
        places = [last]
        while self.clauses.kind(before := self.clauses.left(places[-1])) == "IN":
            further = self.clauses.left(before)
            if self.clauses.kind(further) != "NP":
                break
            places.append(further)
        return places

    def is_particle(self, verb: int, preposition: int) -> bool:
        """Whether a small word belongs to the verb: *back up the plan*."""
        phrasal = f"{self.chunks[verb].lemma} {self.chunks[preposition].lemma}"
        is_known = ("verb", phrasal, "object") in cues()
        is_known |= self.chunks[preposition].lemma in ("up", "out") and (
            ("verb", self.chunks[verb].lemma, "object") in cues()
        )
        return is_known or self.words[self.chunks[preposition].head].pos == "RP"

    def by_noun(self, index: int, noun: int, preposition: str, depth: int) -> Evidence:
        """*support for X*, *an end to X*, *the crimes of X*."""
        phrase = self.chunks[noun]
        if phrase.lemma == "hand" and self.chunk_word(self.clauses.left(noun)) == "at":
            return Evidence(-1, phrase.head, phrase.head, "author of a wrong")  # at the hands of
        cue = cues().get(("noun", phrase.lemma, preposition))
        if self.chunk_word(self.clauses.left(noun)) in _PREYING and preposition == "of":
            return SILENT  # exploits the fears of X
        if preposition in ("of", "by"):
            for found in (
                composition.judged_deed(self, noun, phrase.first),
                composition.share_in_wrong(self, noun, self.after_link(index)),
                composition.offended(self, noun),
            ):
                if found.sign:
                    return found
        found = composition.harmed(self, noun, preposition)
        if preposition == "for":
            found = composition.no_way_for(self, noun)
        elif preposition == "from":
            found = composition.harm_from(self, noun, depth)
        if found.sign:
            return found
        if cue and preposition == "by":
            sign = 0 if self.is_denied(noun) else cue.sign
            return Evidence(sign, phrase.head, phrase.head, "author of a wrong")
        if cue is None and preposition in ("of", "by"):
            author = cues().get(("noun", phrase.lemma, "author"))
            if author and not self.is_denied(noun):
                return Evidence(-1, phrase.head, phrase.head, "author of a wrong")
            is_open = self.words[phrase.first].lower == "any"  # the lack of any reply by X
            cue = None if is_open else cues().get(("noun", phrase.lemma, "owner"))
        if cue is None:
            return self.by_occasion(noun, preposition)
        act = self.demanded_act(self.clauses.after_phrase(index), noun)
        if act is not None and ("noun", phrase.lemma, "author") in cues():
            return Evidence(-1, phrase.head, phrase.head, "author of a wrong")
        is_call = cue.group == "demand" or phrase.lemma in _CALLS
        if is_call and act is not None:
            return self.addressee(act, depth)  # time for X to go
        outer = self.toward(noun, depth + 1)
        sign = outer.sign
        if not sign:
            sign = self.by_circumstance(noun, cue, depth) or self.by_owner(noun, cue)
        holder = self.clauses.left(noun)
        lacks = self.clauses.kind(holder) == "VG" and self.chunks[holder].lemma in _ENDING_OWN
        lacks = lacks or phrase.lemma in ("need", "case")  # questioned the need for X
        is_thing_done = preposition == "of" and phrase.lemma in _DEEDS_TO_THINGS
        is_thing_done |= preposition == "for" and is_call  # rejected calls for X
        if sign < 0 and cue.group in ("oppose", "support") and not (lacks or is_thing_done):
            return SILENT  # against an act says nothing of whom it is done to
        opening = self.words[phrase.first].lower
        if opening == "no" and phrase.lemma in _OBJECTIONS:
            return SILENT  # no objection: consent is not support
        if opening in _NEXT_TO_NOTHING and not (outer.sign and outer.rule == _EXISTING):
            sign = -sign
        return Evidence(cue.sign * sign, phrase.head, phrase.head, f"noun + {preposition}")

    def after_link(self, index: int) -> int:
        """Chunk after the preposition that follows a phrase; -1 if none does."""
        link = self.clauses.right(index)
        return self.clauses.right(link) if self.clauses.kind(link) == "IN" else -1

    def by_occasion(self, noun: int, preposition: str) -> Evidence:
        """*a great day for X*: wished well, whatever the day brings."""
        verb = self.clauses.left(noun)
        sign, word = self.value(noun)
        is_occasion = self.chunks[noun].lemma in ("day", "news", "moment", "night", "result")
        if preposition != "for" or not is_occasion or self.chunk_word(verb) not in _COPULAS:
            return SILENT
        return Evidence(max(0, sign) * max(0, self.asserted(verb)), word, word, "noun + for")

    def by_circumstance(self, noun: int, cue: Cue, depth: int) -> int:
        """1 in *marched in support of X* and *there is room for X*, if that is the speaker's."""
        before = self.clauses.left(noun)
        if self.chunk_word(noun) in ("talk", "contact", "negotiation", "discussion"):
            return 0
        if self.chunk_word(before) == "in" and cue.group in ("support", "oppose", "criticise"):
            verb = self.clauses.previous_verb(before)
            return max(0, self.event(verb, depth + 1)) if verb >= 0 else 1
        if self.clauses.kind(before) != "VG":
            return 0
        is_this = self.chunk_word(self.clauses.left(before)) in ("this", "it", "that")
        if cue.sign < 0 and cue.group == "oppose" and is_this and self.chunk_word(before) == "be":
            frame = self.chunk_word(self.clauses.right(noun))  # this is a fight against X
            return max(0, self.event(before, depth + 1) or 1) if frame == "against" else 0
        if cue.group == "identity" and self.chunks[before].lemma in _COPULAS:
            return self.event(before, depth + 1)  # we are friends of X
        is_existing = cue.group in ("existence", "verdict")
        is_existing |= self.chunks[noun].lemma in ("need", "room", "place")
        if not is_existing or self.chunks[before].lemma != "be":
            return 0
        return -self.asserted(before) if self.chunks[before].negated else self.asserted(before)

    def by_owner(self, noun: int, cue: Cue) -> int:
        """1 if an attitude is the speaker's own: *despite our objections to X*."""
        start = self.clauses.phrase_start(noun)
        is_joined = self.chunk_word(self.clauses.left(noun)) == "and"
        first = start if is_joined else noun  # our respect for and trust in X
        word = self.words[self.chunks[first].first].lower
        is_own = word in OWN or (
            word in ("his", "her", "its", "their")
            and not self.quoted
            and all(self.is_own_side(s) for v, s in self.clauses.subjects.items() if v < noun)
        )
        return int(is_own and cue.group in ("support", "oppose", "criticise"))

    def is_denied(self, noun: int) -> bool:
        """Whether a noun is the object of a denial: *denied the crimes of X*."""
        verb = self.clauses.left(noun)
        return self.clauses.kind(verb) == "VG" and self.chunks[verb].lemma in ("deny", "refute")

    def by_verb_and_preposition(
        self, index: int, verb: int, preposition: str, depth: int
    ) -> Evidence:
        """*call for X*, *blame it on X*, *is horrified by X*."""
        group = self.chunks[verb]
        word = self.words[group.head].lower
        adjective = None
        became = self.clauses.left(verb)
        grew = group.participle == "VBN" and self.chunk_word(became) in _BECOMING
        if grew:  # is growing irritated by
            cue = cues().get(("adjective", word, preposition))
            sign = cue.sign * self.event(became, depth + 1) if cue else 0
            return Evidence(sign, group.head, group.head, "adjective + preposition")
        if group.passive:  # is horrified by, are fed up with
            after = self.chunk_word(self.clauses.right(verb))
            adjective = cues().get(("adjective", word, preposition)) or cues().get(
                ("adjective", f"{word} {after}", preposition)
            )
        if adjective:
            sign = adjective.sign * self.event(verb, depth + 1)
            return Evidence(sign, group.head, group.head, "adjective + preposition")
        cue, last = self.verb_cue(verb, preposition)
        if cue is None:
            return SILENT
        following = self.clauses.after_phrase(index)
        demanded = self.demanded_act(following, verb)
        is_agent = self.words[self.chunks[index].head].pos in ("NNP", "NNPS", "PRP")
        if preposition == "object for" and is_agent and self.clauses.kind(following) == "VG":
            return SILENT  # pressed the case for X to act
        if demanded is None and preposition == "on" and cue.group == "demand":
            return SILENT
        if group.lemma == "ask" and self.chunks[index].lemma in _ASKED_ABOUT:
            return SILENT  # wishes to know
        if demanded is not None and cue.group == "demand":  # call for X to act
            return self.addressee(demanded, depth)
        if (
            group.lemma == "benefit"
            and preposition == "from"
            and self.is_hardly_anybody(self.clauses.subjects[verb])
        ):
            return Evidence(-max(0, self.asserted(verb)), *self.span(verb, last), "verb + from")
        found = self.from_event(verb, cue, last, depth, f"verb + {preposition}")
        if found.sign or cue.sign > 0 or group.negated:
            return found
        return constructions.guarded_against(self, verb, preposition)

    def by_adjective(self, adjective: int, preposition: str, depth: int) -> Evidence:
        """*opposed to X*, *proud of X*."""
        phrase = self.chunks[adjective]
        pronoun = self.chunk_word(self.clauses.left(adjective))
        if pronoun in ("nothing", "something") and preposition in ("about", "with"):
            sign, word = self.value(adjective)  # there is nothing wrong with X
            return Evidence(-sign if pronoun == "nothing" else sign, word, word, "predicate")
        cue = cues().get(("adjective", phrase.lemma, preposition))
        if cue is None:
            return SILENT
        verb = self.clauses.left(adjective)
        sign = 1 if verb < 0 else 0
        if self.clauses.kind(verb) == "VG":
            sign = self.event(verb, depth + 1)
        return Evidence(cue.sign * sign, phrase.head, phrase.head, "adjective + preposition")

    def as_object(self, index: int, verb: int, depth: int) -> Evidence:
        """Stance toward the object of a verb."""
        group = self.chunks[verb]
        if group.lemma == "be" and self.words[group.first - 1].lower == "there":
            return self.as_existing(index, verb)
        if group.passive:
            return self.as_thing_given(verb, depth)
        if group.lemma in _COPULAS or (group.finite and self.counts_seized(index, verb)):
            return SILENT
        following = self.clauses.right(index)
        let = attachment.let_act(self, index, verb, depth)
        if let.sign:
            return let
        if group.lemma in ("want", "need", "like", "see") and self.clauses.kind(following) == "VG":
            outcome = self.chunks[following]
            if outcome.participle == "VBN":  # wants X closed
                cue, _ = self.verb_cue(following, "object")
                is_thing = self.words[self.chunks[index].head].pos in ("NN", "NNS")
                is_wish = group.lemma == "want" and outcome.lemma not in _ALTERING
                direction = cue.sign if cue else int(is_thing and is_wish)
                if outcome.lemma in ("go", "die", "forget"):  # wants X gone
                    direction = -1
                sign = direction * self.event(verb, depth + 1)
                return Evidence(sign, *self.span(verb, following), "object of verb")
        watched = composition.watched(self, verb, following)
        if watched.sign:
            return watched
        judged = constructions.held_responsible(self, verb, following)
        if judged:
            return Evidence(-max(0, self.event(verb, depth + 1)), *self.span(following), "blame")
        judged = self.judged(verb, following, depth)
        if judged.sign:
            return judged
        seen = self.seen(verb, following)
        if seen.sign:
            return seen
        cue, last = self.idiom(verb, "object")
        if cue is None:
            cue, last = self.verb_cue(verb, "object")
        demanded = self.demanded_act(self.clauses.after_phrase(index), verb)
        is_permitted = cue is not None and self.chunks[verb].lemma in _PERMITTING
        gives = ("demand", "threaten", "light", "further")
        if demanded is not None and not is_permitted and (cue is None or cue.group in gives):
            return self.addressee(demanded, depth)
        is_refused = group.negated and group.modal in ("will", "would", "wo", "can", "ca", "cannot")
        if is_refused and group.lemma in _ENTERTAINING and demanded is None:
            return Evidence(min(0, self.event(verb, depth + 1)), *self.span(verb), "not considered")
        if cue and cue.group == "light" and is_refused:
            return self.from_event(verb, cue, last, depth, "object of verb")  # will not raise taxes
        if is_permitted and demanded is not None and self.event(verb, depth + 1) < 0:
            return Evidence(-1, *self.span(verb, last), "object of verb")  # wrong to let X act
        if cue and cue.group == "light" and self.is_asked_of_others(verb):
            return self.from_event(verb, cue, last, depth, "object of verb")
        if cue is None and composition.is_resolved(self, verb) and not depth:
            return Evidence(self.event(verb), *self.span(verb), "object of what is resolved")
        if (cue is None or cue.group == "light") and not (depth and self.is_attitude(index)):
            return self.as_demanded(index, verb, depth)
        if cue is None and group.lemma in _TAKING_NOTE:
            return SILENT
        if cue is None:  # tweeted thanks to X
            cue = Cue(1, "light")
        if cue.group == "demand" and group.lemma == "need" and group.negated:
            return SILENT
        return self.from_event(verb, cue, last, depth, "object of verb")

    def as_thing_given(self, verb: int, depth: int) -> Evidence:
        """*they should be given X*, *must not be denied X*, whoever gets it."""
        group = self.chunks[verb]
        sign = (group.lemma in _HANDING) - (group.lemma in _WITHHOLDING)
        if not sign or group.modal not in _OBLIGATION:
            return SILENT
        return Evidence(sign * self.event(verb, depth + 1), *self.span(verb), "object of passive")

    def as_existing(self, index: int, verb: int) -> Evidence:
        """*there must be X*, *there can be no X*; that there is X says nothing."""
        group = self.chunks[verb]
        is_denied = group.negated or self.words[self.chunks[index].first].lower in ("no", "any")
        is_wanted = group.modal in _OBLIGATION or (is_denied and group.modal in ("can", "will"))
        sign = (-1 if is_denied else 1) if is_wanted else 0
        return Evidence(sign * self.asserted(verb), *self.span(verb), _EXISTING)

    def as_demanded(self, index: int, verb: int, depth: int) -> Evidence:
        """Object of what others are to do, whatever it is: *they must hold a vote*."""
        group = self.chunks[verb]
        is_thing = self.words[self.chunks[index].head].pos in ("NN", "NNS")
        if not is_thing or group.lemma in _NO_DEEDS or group.lemma in _TAKING_NOTE:
            return SILENT
        is_others_act = group.infinitive and not self.is_own_side(self.clauses.subjects[verb])
        if group.modal not in _OBLIGATION and not (is_others_act or self.is_asked_of_others(verb)):
            return SILENT
        wanted = max(0, self.event(verb, depth + 1))
        return Evidence(wanted, *self.span(verb), "object of what is demanded")

    def is_asked_of_others(self, verb: int) -> bool:
        """Whether an act is one that others are to do: *urged the council to send help*."""
        governor = self.clauses.governor(verb)
        if self.clauses.kind(governor.chunk) != "VG" or governor.relation not in (
            "to object",
            "that",
        ):
            return False
        frame = "to do" if governor.relation == "to object" else "that"
        cue, _ = self.verb_cue(governor.chunk, frame)
        return cue is not None and cue.group == "demand"

    def is_attitude(self, index: int) -> bool:
        """Whether a noun phrase names an attitude that goes on: *support for*, *anger at*."""
        following = self.clauses.right(index)
        if self.clauses.kind(following) != "IN":
            return False
        frame = (self.chunks[index].lemma, self.chunks[following].lemma)
        cue = cues().get(("noun", *frame))
        return cue is not None and self.chunks[index].lemma not in _PURSUITS

    def as_relative_object(self, index: int) -> Evidence:
        """*the plan, which we support*."""
        relative = self.clauses.right(index, ("RB", "PUNCT"))
        is_bare = self.clauses.kind(relative) == "NP" and relative == index + 1
        subject = relative if is_bare else self.clauses.right(relative)  # a claim we deny
        verb = self.clauses.right(subject)
        if not is_bare and (
            self.clauses.kind(relative) != "SUB"
            or self.chunks[relative].lemma not in ("which", "that", "who", "whom")
        ):
            return SILENT
        if (
            self.clauses.kind(subject) != "NP"
            or self.clauses.kind(verb) != "VG"
            or self.clauses.kind(self.clauses.right(verb)) == "NP"
        ):
            return SILENT
        cue, last = self.verb_cue(verb, "object")
        if cue is None or cue.group == "light" or not self.is_speaker(subject):
            return SILENT  # who he said are wrong
        polarity = -1 if self.chunks[verb].negated else 1
        return Evidence(cue.sign * polarity, *self.span(verb, last), "object of verb")

    def judged(self, verb: int, following: int, depth: int) -> Evidence:
        """*called X absurd*, *describe X as a crime*."""
        if self.chunks[verb].lemma not in JUDGING or following < 0:
            return SILENT
        if self.chunks[following].lemma in ("as", "to"):
            following = self.clauses.right(following)
        if self.clauses.kind(following) == "VG" and self.chunks[following].lemma == "be":
            following = self.clauses.right(following)
        sign, word = self.verdict(following)
        if not sign:
            sign, word = self.verdict(self.after_modifiers(following))
        return Evidence(sign * self.event(verb, depth + 1), word, word, "called so")

    def seen(self, verb: int, following: int) -> Evidence:
        """*we are ashamed to see X fire on them*: a feeling about a deed that is seen."""
        adjective = self.clauses.governor(verb).chunk
        is_seen = self.chunks[verb].lemma in ("see", "hear", "watch", "find", "learn")
        if not is_seen or self.clauses.kind(following) != "VG" or adjective < 0:
            return SILENT
        word = self.words[self.chunks[adjective].head].lower
        cue = cues().get(("adjective", word, "that")) or cues().get(("adjective", word, "value"))
        if cue is None or self.chunks[following].participle == "VBN":
            return SILENT
        return Evidence(cue.sign, *self.span(adjective), "adjective + that")

    def verdict(self, index: int) -> tuple[int, int]:
        """Direction of what something is called, and the word that shows it."""
        kind = self.clauses.kind(index)
        if kind == "JJ" or self.chunk_word(index) == "nothing":
            return self.predicate(index)
        if kind == "NP":
            return self.value(index)
        if kind == "VG" and not self.chunks[index].infinitive:
            cue = cues().get(("adjective", self.words[self.chunks[index].head].lower, "value"))
            return (cue.sign, self.chunks[index].head) if cue else (0, -1)
        return 0, -1

    def after_modifiers(self, place: int) -> int:
        """What something is called, after its modifiers: *called the vote held in May a farce*."""
        is_inside = False
        is_plain = True
        for index in range(place, min(place + 16, len(self.chunks))) if place >= 0 else ():
            this = self.chunks[index]
            before = self.clauses.left(index)
            if this.kind == "VG" and this.lemma in JUDGING:
                return -1  # another verdict begins
            if this.kind in ("NP", "JJ") and self.chunk_word(before) == "as":
                return index
            if this.kind == "PUNCT" or is_inside:
                continue
            is_inside = this.kind == "SUB" or (this.kind == "VG" and this.finite)
            opens = self.words[this.first].lower in ("a", "an", "one", "nothing")
            is_plain &= this.kind in ("NP", "IN", "JJ", "RB")
            if this.kind == "JJ" and self.clauses.kind(before) == "NP" and is_plain:
                return index  # considers the delivery of the battery improper
            is_object = self.clauses.kind(before) == "VG" and self.chunks[before].infinitive
            follows = self.clauses.kind(before) in ("NP", "VG") and not is_object
            if this.kind == "NP" and opens and follows:
                return index
        return -1

    def demanded_act(self, place: int, holder: int) -> int | None:
        """The infinitive at `place` that goes with `holder`, if there is one: *urge X to act*."""
        if self.clauses.kind(place) != "VG" or not self.chunks[place].infinitive:
            return None
        return place if self.clauses.governor(place).chunk == holder else None

    def addressee(self, act: int, depth: int) -> Evidence:
        """One who is urged to act: at fault only if he is to stop or to go.

        In the passive it is to be done to him: *calls for X to be freed*.
        """
        if self.chunks[act].passive:
            cue, last = self.verb_cue(act, "object")
            sign = cue.sign * self.event(act, depth + 1) if cue else 0
            sign = composition.owed_or_held(self, act) * self.event(act, depth + 1) or sign
            return Evidence(sign, *self.span(act, last), "subject of passive")
        after = self.clauses.right(act, ())
        is_act = self.clauses.kind(self.clauses.right(after)) == "VG" if after >= 0 else False
        goes_on = self.chunk_word(act) == "go" and self.chunk_word(after) in ("on", "ahead")
        if is_act and goes_on:
            return SILENT  # to go on demonstrating
        leaves = self.chunk_word(act) in ("go", "leave") and not goes_on
        if leaves and self.chunk_word(after) not in _STOPS:
            return SILENT  # to go back to the talks
        is_calm = self.clauses.kind(self.clauses.right(act)) == "JJ"  # to remain peaceful
        stays = self.chunks[act].lemma in _STAYING and not is_calm
        stays &= self.chunk_word(after) not in ("away", "out", "off", "clear", "back")
        holder = self.clauses.governor(act).chunk
        stays &= self.chunk_word(holder) not in ("expect", "use")  # expect X to win: no wish
        if (stays or goes_on) and not self.chunks[act].negated:
            return Evidence(max(0, self.event(act, depth + 1)), *self.span(act), "wanted to stay")
        frame = self.verb_cue(act, "yield")[0] or self.idiom(act, "yield")[0]
        wanted = self.event(act, depth + 1)
        if frame is None or self.chunks[act].negated or wanted <= 0:
            return SILENT
        return Evidence(-1, *self.span(act), "told to stop or go")

    def number_of(self, index: int, rule: str) -> int:
        """-1 where what is demanded is that it happen to none: *no worker should be punished*."""
        is_none = self.words[self.chunks[index].first].lower in ("no", "neither")
        return -1 if is_none and rule in _DEMANDED_RULES else 1

    def as_subject(self, index: int, verb: int, depth: int) -> Evidence:
        """Stance toward the subject of a clause."""
        group = self.chunks[verb]
        for found in (
            composition.let_happen(self, index, verb),
            composition.no_way_but(self, verb),
            composition.cleared(self, index, verb),
            composition.doer_of_what(self, index, verb, depth),
            composition.to_blame(self, index, verb),
            constructions.of_subject(self, index, verb),
            frames.of_clause(self, index, verb),
            mentions.of_clause(self, index, verb),
        ):
            if found.sign:
                return found
        asserted = self.asserted(verb)
        polarity = -asserted if group.negated else asserted
        following = self.clauses.right(verb)
        is_too, _ = mentions.excess(self, verb)
        if is_too and group.modal in ("", "will", "would"):
            return Evidence(is_too * asserted, *self.span(verb), "predicate")
        if verb and self.chunks[verb - 1].kind == "VG" and self.chunks[verb - 1].lemma == "get":
            return SILENT  # got hurt
        if group.passive:
            return self.as_passive_subject(verb, polarity, depth)
        is_claimed = group.modal in ("", "will", "would")
        if group.modal in ("might", "may") and group.negated:
            return SILENT  # might or might not be wise
        proved = self.proved(verb)
        is_copular = group.lemma in _COPULAS and self.controlled(verb) is None
        if is_claimed and (is_copular or proved >= 0):
            is_pronoun = self.words[self.chunks[index].head].lower in FIRST_PERSON | THIRD_PERSON
            if is_pronoun and self.is_speaker(index):
                return SILENT  # he and X had been friends
            following = proved if proved >= 0 else following
            if self.chunk_word(following) == "without":  # is not without merit
                polarity = -polarity
                following = self.clauses.right(following)
            if self.chunk_word(following) == "behind":
                following = self.clauses.right(following)
            if frames.is_only_way(self, following):  # is the only way out
                return Evidence(polarity, *self.span(following), "predicate")
            if mentions.is_since_then(self, following):
                return SILENT  # is stronger than a year ago
            sign, word = self.predicate(following)
            to = self.clauses.right(following)
            if self.chunk_word(following) == "fit" and self.clauses.kind(to) == "VG":
                return SILENT  # fit to play
            return Evidence(sign * polarity, word, word, "predicate")
        judging = ("adjective", self.words[group.head].lower, "value")
        if judging in cues() and self.clauses.kind(following) not in ("NP", "VG"):
            sign = cues()[judging].sign * polarity  # is alarming
            return Evidence(sign, group.head, group.head, "predicate")
        act = verb
        is_obliged = group.modal in _OBLIGATION or self.is_demanded(verb, depth)
        if (
            group.lemma in ("need", "have", "get")
            and self.demanded_act(following, verb) is not None
        ):
            act = following
            is_obliged = True
        if act != verb and self.chunks[act].passive and group.lemma in ("need", "have"):
            found = self.addressee(act, depth)  # needs to be done
            return found._replace(sign=-found.sign if group.negated else found.sign)
        place = self.clauses.right(act, ())
        goes_on = self.chunk_word(place) not in _STOPS
        if is_obliged and self.chunks[act].lemma == "leave" and self.chunk_word(place) in _LEFT:
            polarity = -1 if group.negated else 1
            return Evidence(-polarity, *self.span(verb, place), "told to stop or go")
        if is_obliged and self.chunks[act].lemma in ("go", "leave") and goes_on:
            return SILENT  # must go further: no departure
        stays = constructions.is_to_stay(self, act) and asserted > 0
        if is_obliged and stays:
            sign = -1 if group.negated else 1
            return Evidence(sign, *self.span(verb, act), "wanted to stay")
        if is_obliged and (asserted > 0 or self.is_demanded(verb, depth)):
            cue = self.verb_cue(act, "yield")[0] or self.idiom(act, "yield")[0]
            if cue and not group.negated:
                return Evidence(-1, *self.span(verb, act), "told to stop or go")
            return SILENT
        if self.is_speaker(index):
            return self.own_thing_makes(index, verb, polarity)
        for felt in (self.felt(verb), composition.felt_deed(self, verb)):
            if felt.sign:
                return felt
        done = self.clauses.governor(verb)
        if done.relation == "relative" and done.chunk != index and group.lemma in _COMMITTING:
            return self.author(done.chunk, depth)
        cue, last = self.idiom(verb, "subject")
        if cue:
            return Evidence(cue.sign * polarity, *self.span(verb, last), "subject of act")
        if group.modal in ("may", "might", "could") and group.lemma in frames.FAILING:
            return SILENT  # may fail: a forecast
        if group.lemma == "fail" and self.falls_short(following):
            return SILENT  # failed to reach the final
        cue, _ = self.verb_cue(act, "subject")
        if cue is None and (further := self.controlled(act)) is not None:
            act = further
            cue, _ = self.verb_cue(act, "subject")
        if cue:
            return Evidence(cue.sign * polarity, *self.span(verb, act), "subject of act")
        found = self.by_effect(verb, following, polarity)
        return found if found.sign else self.told(verb, polarity)

    def falls_short(self, following: int) -> bool:
        """Whether what was failed at is nobody's fault: *to recover*, *a medical test*."""
        return self.chunk_word(following) in _FELL_SHORT

    def proved(self, verb: int) -> int:
        """What something proves to be, turns out to be or looks like; -1 if nothing is told."""
        group = self.chunks[verb]
        following = self.clauses.right(verb)
        if group.lemma in ("look", "sound", "seem") and self.chunk_word(following) == "like":
            return self.clauses.right(following)
        if group.lemma == "turn" and self.chunk_word(following) == "out":
            following = self.clauses.right(following)
        elif group.lemma != "prove":
            return -1
        if self.chunk_word(following) == "be" and self.clauses.kind(following) == "VG":
            return self.clauses.right(following)
        is_plain = self.clauses.kind(following) in ("NP", "JJ") and group.lemma == "prove"
        return following if is_plain else -1

    def own_thing_makes(self, index: int, verb: int, polarity: int) -> Evidence:
        """*our diversity makes us stronger*: the speaker's own, told to do good or harm."""
        is_own = self.words[self.chunks[index].first].lower in OWN
        is_made = self.chunks[verb].lemma in ("make", "render", "leave", "keep")
        made = self.clauses.kind(self.clauses.right(self.clauses.right(verb)))
        if not is_own or not is_made or made != "JJ":
            return SILENT
        return self.by_effect(verb, self.clauses.right(verb), polarity)

    def felt(self, verb: int) -> Evidence:
        """*we are glad that X came*, *we are appalled that X fired*: a feeling about a deed."""
        governor = self.clauses.governor(verb)
        place = governor.chunk
        if governor.relation != "that" or self.chunks[verb].passive or place < 0:
            return SILENT
        word = self.words[self.chunks[place].head].lower
        cue = cues().get(("adjective", word, "that"))
        holder = place if self.clauses.kind(place) == "VG" else self.clauses.left(place)
        if cue is None or not self.is_own_side(self.clauses.subjects.get(holder)):
            return SILENT
        sign = cue.sign * self.event(holder)
        return Evidence(sign, *self.span(place), "adjective + that")

    def controlled(self, verb: int) -> int | None:
        """The act that a subject tries, goes on, or is determined to do."""
        following = self.clauses.right(verb, ("RB", "JJ"))
        if self.chunks[verb].lemma not in _CONTROL or self.clauses.kind(following) != "VG":
            return None
        act = self.chunks[following]
        return following if act.infinitive or act.participle == "VBG" else None

    def by_effect(self, verb: int, following: int, polarity: int) -> Evidence:
        """*X would cost jobs*, *X leads to war*, *X has a poor record*, *X is behind the raid*."""
        frame = "object"
        made = self.clauses.right(following)
        if self.chunks[verb].lemma == "make" and self.clauses.kind(made) == "VG":
            return SILENT  # makes it disappear
        if (
            self.chunks[verb].lemma in ("make", "render", "leave", "keep")
            and self.clauses.kind(made) == "JJ"
        ):
            sign, word = self.value(made)
            if self.chunk_word(made) in ("likely", "unlikely", "possible", "inevitable"):
                is_less = "less" in {w.lower for w in self.words[self.chunks[following].last :][:3]}
                is_less |= self.chunk_word(made) == "unlikely"
                sign = self.value(following)[0] * (-1 if is_less else 1)  # makes war less likely
            return Evidence(sign * polarity, self.chunks[verb].first, word, "effect")
        particle, last = self.verb_cue(verb, frame)
        if particle and last != verb:  # holds up progress
            following = self.clauses.right(last)
        elif self.clauses.kind(following) == "IN":
            frame = self.chunks[following].lemma
            following = self.clauses.right(following)
        cue, _ = self.verb_cue(verb, frame)
        is_link = self.chunks[verb].lemma == "have" or frame in _EQUATIONS.get(
            self.chunks[verb].lemma, ()
        )
        brings = self.chunks[verb].lemma in _BRINGING and frame == "object"
        if self.clauses.kind(following) != "NP" or not (cue or is_link or brings):
            return SILENT
        if self.is_toll(verb, following):
            return SILENT
        if (
            cue
            and cue.group == "light"
            and self.chunks[verb].lemma not in _BRINGING
            and not is_link
        ):
            return SILENT
        sign, _ = self.value(following)
        is_waged = self.chunks[verb].lemma == "fight" and self.chunk_word(following) in _PURSUITS
        direction = 1 if is_link or is_waged or cue is None else cue.sign
        return Evidence(direction * sign * polarity, *self.span(verb, following), "effect")

    def is_toll(self, verb: int, following: int) -> bool:
        """Whether a clause counts the dead: *the raid caused nine deaths* blames nobody."""
        if self.chunks[verb].modal or following < 0:
            return False
        phrase = self.chunks[following]
        words = {word.lower for word in self.words[phrase.first : phrase.head]}
        is_material = phrase.lemma == "damage" and not words.isdisjoint(_MATERIAL)
        return is_material or phrase.lemma in _TOLLS

    def counts_seized(self, index: int, verb: int) -> bool:
        """Whether a clause counts whom somebody seized or hit: *we arrested two men*."""
        group = self.chunks[verb]
        opening = self.words[self.chunks[index].first]
        is_some = opening.pos == "CD" or opening.lower in ("a", "an")
        return group.lemma in _SEIZING and not (group.modal or group.negated) and is_some

    def told(self, verb: int, polarity: int) -> Evidence:
        """What the rest of a clause tells of its subject: *X clings to a policy of terror*."""
        group = self.chunks[verb]
        left_undone, last = self.verb_cue(verb, "not subject")
        if polarity < 0 and group.negated and left_undone:
            return Evidence(left_undone.sign, *self.span(verb, last), "subject of act")
        if not polarity or group.lemma in _UNDERGOING or group.lemma in REPORTING | JUDGING:
            return SILENT
        if self.is_toll(verb, self.clauses.right(verb)):
            return SILENT
        cue, _ = self.verb_cue(verb, "object")
        if cue and cue.group not in _DOINGS and group.lemma != "refuse":
            return SILENT
        sign = cue.sign if cue else 1
        undone = -1 if group.lemma in _CEASING else 1
        aside = 1  # direction of what is not the verb's own object
        acts_on = verb if cue or group.lemma in _COMMITTING | _COPULAS else -1
        for place in range(verb + 1, len(self.chunks)):
            this = self.chunks[place]
            if self.ends_telling(place):
                break
            if this.kind == "IN" and this.lemma in ("against", "without"):
                sign, aside = -sign, -aside
            elif this.kind == "VG":
                own, _ = self.verb_cue(place, "subject")
                if own:
                    own_sign = undone * (-own.sign if this.negated else own.sign)
                    return Evidence(polarity * own_sign, *self.span(verb, place), "told of subject")
                if group.lemma == "refuse" and this.infinitive:
                    return Evidence(-polarity, *self.span(verb, place), "told of subject")
                cue, _ = self.verb_cue(place, "object")
                if cue and cue.group not in _DOINGS:
                    break
                sign *= (cue.sign if cue else 1) * (-1 if this.negated else 1)
                acts_on = place if cue or this.lemma in _COMMITTING | _COPULAS else -1
            elif this.lemma == "nothing":  # has nothing to do with peace
                sign, aside = -sign, -aside
            elif this.kind in ("NP", "JJ"):
                acted_on = acts_on >= 0 and self.is_acted_on(place, acts_on)
                direction = sign if acted_on else aside
                value, word = self.deed_value(place, direction, acted_on=acted_on)
                if value:
                    told = polarity * direction * value
                    return Evidence(told, self.chunks[verb].first, word, "told of subject")
        return SILENT

    def is_acted_on(self, index: int, verb: int) -> bool:
        """Whether a phrase is a verb's object, or what that is for: *become a tool of terror*."""
        before = self.clauses.left(index)
        while self.chunk_word(before) in ("of", "for") and self.clauses.kind(before - 1) == "NP":
            before = self.clauses.left(before - 1)
        return before == verb or (
            self.chunk_word(before) in ("to", "in", "into", "with", "as")
            and self.clauses.left(before) == verb
        )

    def told_of_ground(self, verb: int, polarity: int) -> Evidence:
        """*X is based on lies*, *X is designed to humiliate them*."""
        for place in range(verb + 1, len(self.chunks)):
            this = self.chunks[place]
            if this.kind != "IN" and self.ends_telling(place):
                break
            if this.kind == "VG":
                own, _ = self.verb_cue(place, "subject")
                if own:
                    return Evidence(polarity * own.sign, *self.span(verb, place), "told of subject")
            if this.kind in ("NP", "JJ"):
                value, word = self.value(place)
                if value:
                    first = self.chunks[verb].first
                    return Evidence(polarity * value, first, word, "told of subject")
        return SILENT

    def ends_telling(self, place: int) -> bool:
        """Whether what a clause tells of its subject ends before a chunk."""
        this = self.chunks[place]
        if this.kind == "SUB" or (this.kind == "PUNCT" and this.lemma != ","):
            return True
        if this.kind == "IN":
            goes_on = self.clauses.kind(self.clauses.right(place)) == "VG"  # about to ruin
            return this.lemma in _CIRCUMSTANCES and not (this.lemma == "about" and goes_on)
        if this.kind == "CC":
            return this.lemma not in ("and", "or")
        if this.kind == "VG":
            return this.finite or this.passive
        return any(s == place and self.chunks[v].finite for v, s in self.clauses.subjects.items())

    def deed_value(self, index: int, sign: int, *, acted_on: bool) -> tuple[int, int]:
        """Direction of a phrase that tells of a deed, and the word that shows it.

        Matters that people only talk of (*war*, *peace*, *terrorists*) count where the deed brings
        them about or serves them.
        """
        value, word = self.value(index)
        if not value:
            return 0, -1
        group = self.value_group(word)
        if group == "matter":
            return (value, word) if acted_on else (0, -1)
        if group == "label":
            return (value, word) if acted_on and sign > 0 else (0, -1)
        return value, word

    def as_passive_subject(self, verb: int, polarity: int, depth: int) -> Evidence:
        """*X must be protected*, *X is misguided*, *X was denied by* the speaker."""
        group = self.chunks[verb]
        adjective = cues().get(("adjective", self.words[group.head].lower, "value"))
        if adjective and not group.modal:
            return Evidence(adjective.sign * polarity, group.head, group.head, "predicate")
        seen = constructions.seen_as(self, verb, polarity)
        if seen.sign:
            return seen
        barred = composition.not_tolerated(self, verb)
        if barred.sign:
            return barred
        owed = composition.owed_or_held(self, verb)
        if owed:
            return Evidence(owed * self.event(verb, depth + 1), *self.span(verb), "owed or held")
        found = constructions.how_done(self, verb)
        if found.sign:
            return found._replace(sign=found.sign * polarity)
        if group.lemma in _FOUNDED:
            return self.told_of_ground(verb, polarity)
        cue, last = self.idiom(verb, "object")
        if cue is None:
            cue, last = self.verb_cue(verb, "object")
        if cue is None or cue.group == "light":
            head = self.words[self.chunks[self.clauses.subjects[verb] or 0].head]
            is_wanted = group.modal in _OBLIGATION and group.lemma not in _NO_DEEDS | _TAKING_NOTE
            if is_wanted and head.pos in ("NN", "NNS"):
                wanted = max(0, self.event(verb, depth + 1))
                return Evidence(wanted, *self.span(verb), "object of what is demanded")
            return SILENT
        sign = self.event(verb, depth + 1)
        agent = self.clauses.right(self.clauses.right(verb))
        if not sign and self.chunk_word(self.clauses.right(verb)) == "by" and agent >= 0:
            sign = polarity * int(self.is_speaker(agent) or self.is_named_like_speaker(agent))
        if not sign and self.agent_follows and verb >= len(self.chunks) - 2:
            sign = polarity
        return Evidence(cue.sign * sign, *self.span(verb, last), "subject of passive")

    def judges(self, verb: int) -> bool:
        """Whether a verb gives a verdict on its object: *call*, *consider*."""
        return self.chunks[verb].lemma in JUDGING

    def is_obliged(self, verb: int) -> bool:
        """Whether the speaker says that an act must be done, or demands it."""
        is_due = self.chunks[verb].modal in _OBLIGATION and self.asserted(verb) > 0
        return is_due or self.is_demanded(verb, 0)

    def is_demanded(self, verb: int, depth: int) -> bool:
        """Whether a clause is what the speaker demands: *insist that X go*."""
        governor = self.clauses.governor(verb)
        if governor.relation != "that":
            return False
        maker = self.clauses.left(governor.chunk)
        if self.chunk_word(governor.chunk) == "sure" and self.chunk_word(maker) == "make":
            return self.event(maker, depth + 1) > 0  # make sure that X holds
        if self.clauses.kind(governor.chunk) != "VG":
            return False
        opening = self.words[self.chunks[verb].first]
        if self.chunks[governor.chunk].lemma in _ENSURING:
            return self.event(governor.chunk, depth + 1) > 0
        if opening.pos not in ("VB", "VBP", "MD"):
            return False  # insists that it is so
        cue, _ = self.verb_cue(governor.chunk, "that")
        return bool(cue and cue.group == "demand" and self.event(governor.chunk, depth + 1) > 0)

    def as_fragment(self, index: int) -> Evidence:
        """A phrase without a verb: *Congratulations*, *full support*."""
        phrase = self.chunks[index]
        links = ("for", "to", "of", "against", "on", "over")
        if any(("noun", phrase.lemma, link) in cues() for link in links):
            return Evidence(1, phrase.head, phrase.head, "verbless")
        return SILENT

    def is_on_condition(self, verb: int) -> bool:
        """Whether an *if* follows in a verb's clause."""
        for place in range(verb + 1, len(self.chunks)):
            this = self.chunks[place]
            if this.lemma == "if":
                return self.chunk_word(place - 1) != "even"
            if this.kind == "VG" and this.finite:
                return False
        return False

    def from_event(self, verb: int, cue: Cue, last: int, depth: int, rule: str) -> Evidence:
        """Stance from a verb's direction and the speaker's attitude to its event."""
        group = self.chunks[verb]
        words = self.span(verb, last)
        if cue.group == "end" and group.modal == "would" and self.is_on_condition(verb):
            return SILENT  # would drop the tariffs if they paid
        attitude = self.event(verb, depth + 1)
        is_aim = cue.group not in ("demand", "harm") and frames.is_unopposed(self, verb)
        if not attitude and is_aim:
            sign = -cue.sign if group.negated else cue.sign
            is_plain = cue.sign > 0 or not group.negated
            return Evidence(sign, *words, f"{rule}, unopposed") if is_plain else SILENT
        if attitude < 0:
            is_promise = group.negated and (
                group.modal in ("will", "would", *_OBLIGATION)
                or (self.words[group.head].pos == "VBG" and group.finite)
            )
            is_barred = group.negated and group.modal in _OBLIGATION  # must not close it
            is_barred |= constructions.is_asked_not_to(self, verb)  # urged them not to close it
            relative = self.clauses.governor(verb).relation == "relative" and group.finite
            if relative and not group.negated and cue.group in _SIDES:
                return Evidence(-cue.sign, *words, "side of those judged")
            is_victim = cue.group == "harm" and composition.victim_of_permitted(self, verb)
            if is_victim:
                return Evidence(1, *words, "not to go on")
            if cue.sign < 0 and composition.is_kept(self, verb):
                return Evidence(1, *words, "kept")
            if cue.sign < 0 and constructions.is_wrong_to_do(self, verb):
                return Evidence(1, *words, "wrong to harm")
            if cue.group in _BACKING and constructions.is_wrong_to_do(self, verb):
                return Evidence(-1, *words, "wrong to support")
            if constructions.is_opposed_act(self, verb):
                if cue.sign < 0 and group.lemma in _ACTS_THAT_END:
                    return Evidence(1, *words, "wrong to harm")
                if group.lemma in _ACTS_THAT_BRING_ABOUT:
                    return Evidence(-1, *words, "wrong to support")
            if cue.group == "demand" and attachment.is_in_document(self, verb):
                return Evidence(-cue.sign, *words, rule)
            if constructions.is_held_harmless(self, verb):
                return Evidence(1, *words, "not blamed")
            if cue.sign < 0 and not is_barred and not (is_promise and cue.group == "harm"):
                return SILENT  # will not oppose it: consent is not support
            if not self.is_denial(verb) and not self.is_declined(verb):
                return SILENT  # against an act says nothing of whom it is done to
        return Evidence(cue.sign * attitude, *words, rule)

    def is_declined(self, verb: int) -> bool:
        """Whether the speaker himself leaves the act undone: *we refuse to …, we stopped …*."""
        governor = self.clauses.governor(verb).chunk
        if self.clauses.kind(governor) == "JJ":  # we are reluctant to do it
            return True
        if self.clauses.kind(governor) == "NP":  # there is no reason to do it
            return self.words[self.chunks[governor].first].lower in _NEXT_TO_NOTHING
        if self.clauses.kind(governor) != "VG":
            return False
        group = self.chunks[governor]
        word = self.words[group.head].lower
        is_unready = group.negated and ("adjective", word, "to do") in cues()  # is not prepared to
        is_off = group.negated and group.lemma in _MEANING_TO  # are not going to
        is_left = group.lemma in _DECLINING or (is_unready and group.passive) or is_off
        return is_left and self.is_own_side(self.clauses.subjects[governor])

    # --- targets --------------------------------------------------------------------------------

    def toward_words(self, first: int, last: int) -> Evidence:
        """Stance toward the words from `first` to `last` (inclusive)."""
        place = next(
            (
                i
                for i, c in enumerate(self.chunks)
                if c.first <= first <= c.last and c.kind in ("NP", "VG")
            ),
            next(
                (
                    i
                    for i, c in enumerate(self.chunks)
                    if c.first >= first and c.last <= last and c.kind in ("NP", "VG")
                ),
                -1,
            ),
        )
        if place < 0:
            return SILENT
        if self.words[first].lower == "what" and self.chunks[place].kind == "NP":
            return composition.verdict_on_what(self, place)  # what he did was a mistake
        start = place
        act = self.act_named(place, last)
        phrase = self.chunks[act]
        if phrase.kind == "VG":
            place = act
            relation = self.clauses.governor(place).relation
            if relation in ("root", "adverbial") and not phrase.modal:
                return self.judged_act(place)
            governor = max(self.clauses.governor(place).chunk, 0)
            found = self.judged_act(place)
            if not found.sign:
                words = self.deciding(place, governor, relation)
                found = Evidence(self.event(place), *words, "act demanded or judged")
            return found if found.sign or start == place else self.toward(start)
        if last < phrase.head and not self.is_title(place, first, last):
            return self.toward_part(place, last)
        found = self.toward(place)
        return found if found.sign else self.by_own_words(place)

    def deciding(self, act: int, governor: int, relation: str) -> tuple[int, int]:
        """Words that decide on an act: what is said of its noun, or of what would come of it."""
        if relation == "condition" and self.outcome(act):
            verb = self.outcome_of(act)
            return self.span(self.clauses.subjects[verb], verb)
        if self.clauses.kind(governor) == "NP":
            judged = self.toward(governor)
            if judged.sign:
                return judged.first, judged.last
        return self.span(governor)

    def judged_act(self, act: int) -> Evidence:
        """*closing the port is wrong*, *would cost jobs*: an act that is a clause's subject."""
        is_subject = self.chunks[act].participle == "VBG" or self.chunks[act].infinitive
        if not is_subject or self.clauses.kind(self.clauses.left(act)) not in _OPENING_ACTS:
            return SILENT
        for verb in range(act + 1, min(act + _WIDEST_ACT, len(self.chunks))):
            group = self.chunks[verb]
            is_next = group.kind == "SUB" and group.lemma not in ("if", "that", "who", "which")
            if is_next and not self.clauses.chunk_is_comma(verb - 1):
                return SILENT
            if group.kind != "VG" or not group.finite:
                continue
            aside = self.clauses.governor(verb).relation in ("condition", "adverbial", "relative")
            if not (aside or self.is_speaker(self.clauses.subjects.get(verb))):
                return self.told_of_act(verb)
        return SILENT

    def told_of_act(self, verb: int) -> Evidence:
        """What a clause says of the act that is its subject, or that *that* in it stands for."""
        group = self.chunks[verb]
        subject = self.clauses.subjects.get(verb)
        if subject is not None and self.chunk_word(subject) not in ("that", "this", "it"):
            return SILENT
        polarity = self.asserted(verb) * (-1 if group.negated else 1)
        following = self.clauses.right(verb)
        if group.lemma in _COPULAS:
            sign, word = self.predicate(following)
            return Evidence(sign * polarity, word, word, "act demanded or judged")
        if group.passive or group.modal in _POSSIBILITY:
            return SILENT
        cue, last = self.idiom(verb, "subject")
        if cue is None:
            cue, last = self.verb_cue(verb, "subject")
        if cue:
            return Evidence(cue.sign * polarity, *self.span(verb, last), "act demanded or judged")
        found = self.by_effect(verb, following, polarity)
        return found if found.sign else self.told(verb, polarity)

    def by_own_words(self, index: int) -> Evidence:
        """What the words for a thing say of it: *the carefully drafted bill*, *this outrage*."""
        phrase = self.chunks[index]
        sign, word = self.value(index)
        before = self.chunk_word(self.clauses.left(index))
        is_extreme = sign and self.words[word].lower in ("worst", "best")
        is_compared = sign and self.words[word].pos in ("JJR", "JJS")  # stronger sanctions
        copula = self.clauses.left(index)
        if is_extreme and self.chunk_word(copula) == "be":  # this is the worst government
            is_compared = False
        is_said = sign and not is_compared and self.value_group(word) not in ("matter", "label")
        if not is_said and not is_compared:
            sign, word = self.judged_by_adjective(index)  # a disgusting attack
            is_said = sign < 0
        is_open = before in ("deny", "no", "any") or self.words[phrase.first].lower == "any"
        if not is_said or is_open:
            return SILENT
        return Evidence(sign, word, word, "its own words")

    def judged_by_adjective(self, index: int) -> tuple[int, int]:
        """Direction of what an adjective says of a phrase, whatever its noun: *a vile attack*."""
        phrase = self.chunks[index]
        for place in range(phrase.first, phrase.head):
            cue = judging_adjective(self.words[place].lower)
            if cue and cue.group == "bad" and self.words[place].pos in ("JJ", "VBG", "VBN"):
                return cue.sign, place
        return 0, -1

    def owned(self, index: int) -> list[int]:
        """Phrases with one possessor: *X's deeds and crimes*."""
        conjunct = self.clauses.right(self.clauses.right(index))
        joined = self.chunk_word(self.clauses.right(index)) in ("and", "or")
        is_bare = (
            joined
            and self.clauses.kind(conjunct) == "NP"
            and self.words[self.chunks[conjunct].first].pos in ("NN", "NNS", "JJ")
        )
        return [index, conjunct] if is_bare else [index]

    def is_title(self, index: int, first: int, last: int) -> bool:
        """Whether words are the first of two names for one thing: *the phrase "big lie"*."""
        phrase = self.chunks[index]
        return (
            first == phrase.first
            and self.words[first].pos in ("DT", "PRP$")
            and self.words[last].pos in ("NN", "NNS")
            and self.words[last + 1].start - self.words[last].end > 1
        )

    def act_named(self, place: int, last: int) -> int:
        """Verb of an act that a mention names (*X must go*), or the mention's first phrase."""
        for index in range(place, len(self.chunks)):
            this = self.chunks[index]
            if this.last > last:
                break
            if this.kind == "VG" and self.clauses.governor(index).chunk < place:
                return index
        return place

    def toward_part(self, index: int, last: int) -> Evidence:
        """Stance toward a possessor or modifier: *X's departure*, *the X regime*."""
        phrase = self.chunks[index]
        head = phrase.lemma
        if head in _BODIES:
            return self.toward(index)
        possessive = last + 1 <= phrase.last and self.words[last + 1].pos == "POS"
        if not possessive and ("noun", head, "author") in cues() and not self.is_denied(index):
            return Evidence(-1, phrase.head, phrase.head, "author of a wrong")  # police brutality
        for owned in self.owned(index) if possessive else ():
            noun = self.chunks[owned]
            is_author = any(("noun", noun.lemma, f) in cues() for f in ("author", "'s"))
            if is_author and not self.is_denied(index):
                return Evidence(-1, noun.head, noun.head, "author of a wrong")
        if possessive and self.chunk_word(self.clauses.right(index)) == "of":
            sign, word = self.value(index)
            if sign < 0 and not self.is_denied(index):  # X's practices of theft
                return Evidence(-1, phrase.head, word, "author of a wrong")
        if possessive:
            found = composition.judged_deed(self, index, last + 2)
            found = (
                found
                if found.sign
                else composition.share_in_wrong(self, index, self.after_link(index))
            )
            if found.sign:
                return found
        cue = cues().get(("noun", head, "owner")) if possessive else None
        if cue is None:
            return SILENT
        return Evidence(cue.sign * self.toward(index).sign, phrase.head, phrase.head, "owner")


_BODIES = read_set("bodies")


def _same_country(name: str, other: str) -> bool:
    """Whether two words name a country and what is of it: *Turkey*, *Turkish*."""
    if name == other:
        return True
    stem = min(len(name), len(other), 4)
    return stem >= 4 and name[:stem] == other[:stem] and other.endswith(("n", "h", "e", "i"))
