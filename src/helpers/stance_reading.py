"""One piece of a sentence as a speaker says it, and what the rules on it ask of each other.

A target is followed up to what governs it, link by link, to an attitude of the speaker's; each link
has a direction from ``data/stance_cues.csv``. The rules stand in the modules beside this one, each
with one part of a sentence as its subject.
"""

from helpers import stance_assertions as assertions
from helpers import stance_demands as demands
from helpers import stance_events as events
from helpers import stance_objects as objects
from helpers import stance_speaker as who
from helpers import stance_targets as targets
from helpers.roles import Clauses
from helpers.stance_cues import SILENT, Evidence, Phrases
from helpers.stance_speaker import Speaker

_DEEPEST = 8
"""Links followed from a target to the speaker's attitude; no sentence that people say has more."""


class Reading(Phrases):
    """One piece of a sentence, its speaker, and what any rule may ask of them.

    What one rule asks here may lead back to itself one link further up (stance toward an object →
    attitude to the act → stance toward what governs it → …), so that rules need not know each
    other's modules; `depth` counts the links.
    """

    def __init__(
        self, clauses: Clauses, speaker: Speaker, *, quoted: bool, agent_follows: bool
    ) -> None:
        super().__init__(clauses)
        self.speaker = speaker
        self.quoted = quoted
        self.unopposed: dict[int, bool] = {}
        """Acts that are told of without a word against them, as far as they were asked for."""
        self.agent_follows = agent_follows

    def is_speaker(self, index: int | None) -> bool:
        """Whether a subject is the speaker or speaks for the same side."""
        return who.is_speaker(self, index)

    def is_own_side(self, index: int | None) -> bool:
        """Whether a subject is the speaker, or the state for which a minister speaks."""
        return who.is_own_side(self, index)

    def is_nobody(self, index: int | None) -> bool:
        """Whether a subject is *nobody*, who speaks for everybody."""
        return who.is_nobody(self, index)

    def event(self, index: int, depth: int = 0) -> int:
        """Speaker's attitude to the event of a verb group: 1 wanted or done, -1 unwanted, 0 none.

        Negation is part of the event: *we do not support it* is -1 toward supporting it.
        """
        return events.event(self, index, depth) if depth <= _DEEPEST else 0

    def asserted(self, index: int, depth: int = 0) -> int:
        """1 if the speaker says that a clause is so, -1 that it isn't, 0 if he says neither."""
        return assertions.asserted(self, index, depth) if depth <= _DEEPEST else 0

    def is_denial(self, index: int) -> bool:
        """Whether an act is denied, by *not*, by *nobody* or by how the sentence opens."""
        return assertions.is_denial(self, index)

    def is_obliged(self, verb: int) -> bool:
        """Whether the speaker says that an act must be done, or demands it."""
        return demands.is_obliged(self, verb)

    def toward(self, index: int, depth: int = 0) -> Evidence:
        """Speaker's stance toward the thing or event that a noun phrase names."""
        if depth > _DEEPEST or index < 0:
            return SILENT
        return targets.toward(self, index, depth)

    def as_object(self, index: int, verb: int, depth: int) -> Evidence:
        """Stance toward a noun phrase as the object of a verb, wherever it stands."""
        return objects.as_object(self, index, verb, depth)

    def toward_words(self, first: int, last: int) -> Evidence:
        """Stance toward the words from `first` to `last` (inclusive)."""
        return targets.toward_words(self, first, last)
