"""Rules for a phrase as content: *X denied the charge*, *X vowed to resign*, *X warned of floods*.

Those for a passive verb are among them: *Y is expected to win*, *Y was criticised by X*.
"""

from helpers.attribution_clauses import counted_last
from helpers.attribution_found import Found, cited_source, found_from
from helpers.clauses import PAPERS, QUOTE, TIME_WORDS, Range, Sentence, sayers, subject_of
from helpers.contents import (
    content_end,
    phrase_end,
    phrase_tail,
    skip_adjuncts,
    skip_comma,
    skip_times,
    speaker_after,
)
from helpers.reporting import Cue
from helpers.wordlists import read_set


def named(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X called Y a sham``: somebody or something and what it is called."""
    if "small" not in cue.verb.frames:
        return None
    phrase = sentence.phrase_at.get(cue.after)
    if _relates_to_object(sentence, cue) and (phrase or sentence.tags[cue.after] == QUOTE):
        return found_from("named", sentence, cues, cue, cue.after, phrase_end)
    if phrase is None or phrase.first != cue.after:
        return None
    index = phrase.last + 1
    if index >= sentence.last:
        return None
    tags, lowers = sentence.tags, sentence.lowers
    complement = tags[index] in (QUOTE, "DT", "JJ", "JJR", "JJS", "VBN", "PRP$", "CD", "NN") or (
        lowers[index] == "``"
    )
    if tags[index] == "RB" and tags[index + 1 : index + 2] in (["JJ"], ["VBN"]):
        complement = True  # "called the plan very good"
    if phrase.last > phrase.first and tags[phrase.first] == "PRP":
        complement = True
    if not complement:
        end = content_end(sentence, cues, cue.after, cue)
        quotes = sentence.quotes(index, end)
        complement = bool(quotes) and not (
            sentence.has_finite(index, quotes[0]) or "," in sentence.lowers[index : quotes[0]]
        )
        if not complement and tags[index] == "IN":
            end = phrase_tail(sentence, index)
            complement = end > index and end < sentence.last and tags[end] in ("DT", "JJ")
    if not complement:
        return None
    return found_from("named", sentence, cues, cue, cue.after, phrase_end)


def _relates_to_object(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb says what the noun before its clause is called: *, which X called a farce*."""
    subject = subject_of(sentence, cue.group) if cue.group.finite else None
    if subject is None or not subject[0] or cue.after >= sentence.last or cue.group.passive:
        return False
    return sentence.tags[subject[0] - 1] in ("WP", "WDT") and (
        sentence.lowers[subject[0] - 1] in ("which", "whom")
    )


_ANSWERABLE = read_set("answerable")


def held_responsible(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X held Y responsible``: who is to blame, and for what."""
    group = cue.group
    phrase = sentence.phrase_at.get(cue.after)
    if cue.verb.verb != "hold" or not group.finite or group.passive or phrase is None:
        return None
    end = phrase_tail(sentence, phrase.last + 1)
    while sentence.tags[end : end + 1] == ["RB"]:
        end += 1
    if _ANSWERABLE.isdisjoint(sentence.lowers[end : end + 1]):
        return None
    return found_from("held responsible", sentence, cues, cue, cue.after, phrase_end)


def plea(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X pleaded not guilty``: what somebody answers to a charge."""
    first = cue.after - 1 if sentence.lowers[cue.after - 1] == "not" else cue.after
    verdict = sentence.lowers[cue.after : cue.after + 1]
    if (
        cue.verb.verb != "plead"
        or not cue.group.finite
        or verdict not in (["guilty"], ["innocent"])
    ):
        return None
    found = found_from("plea", sentence, cues, cue, first, phrase_end)
    return found and found._replace(cue=(cue.group.first, first))


def noun_phrase(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X denied the charge``, ``X urged Y to leave``: a noun phrase and what belongs to it."""
    frames = cue.verb.frames
    index = cue.after
    counted = counted_last(sentence, index) is not None
    if not counted:  # "reporting at the time 150 deaths"
        later = skip_adjuncts(sentence, index)
        counted = later > index and counted_last(sentence, later) is not None
        index = later if counted else skip_times(sentence, index)
    finds = counted and cue.verb.verb == "find" and _paper_speaks(sentence, cue)
    if not (frames & {"np", "as", "obj_to"} or finds):
        return None
    if cue.group.passive or cue.group.infinitive:
        return None
    if _restricts(sentence, cue) or _is_gerund(sentence, cue):
        return None
    if index >= sentence.last:
        return None
    opens = sentence.phrase_at.get(index) is not None or counted
    if not opens and sentence.tags[index] not in (QUOTE, "VBG", "WP", "PRP$"):
        return None
    if sentence.lowers[index] in TIME_WORDS:
        return None
    if cue.verb.verb in ("quote", "cite") and (
        cited_source(sentence, cue) is not None
        or (sentence.tags[cue.group.first] == "VBG" and _names_source(sentence, index))
    ):
        return None  # the source speaks: "quoted a pilot as saying"
    found = found_from("noun phrase", sentence, cues, cue, index, phrase_end)
    if found is None or "np" in frames or finds:
        return found
    first, last = found.pieces[0]
    wanted = "as" if "as" in frames else "to"
    if wanted not in sentence.lowers[first:last]:
        return None
    if wanted == "to" and not any(
        sentence.tags[place] == "TO" and sentence.tags[place + 1] in ("VB", "RB", QUOTE)
        for place in range(first, last - 1)
    ):
        return None
    return found


def _is_gerund(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb follows a preposition: *in describing the call*."""
    first = cue.group.first
    return first > 0 and sentence.tags[first] == "VBG" and sentence.tags[first - 1] == "IN"


def _restricts(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb only says who is meant: *those who support the ban*."""
    before = cue.group.first - 1
    return (
        cue.verb.kind == "attitude"
        and before > 0
        and sentence.tags[before] in ("WP", "WDT")
        and sentence.lowers[before - 1] != ","
    )


def _paper_speaks(sentence: Sentence, cue: Cue) -> bool:
    """Whether a study or survey is the subject: *the survey found at least 40 leaks*."""
    subject = subject_of(sentence, cue.group)
    return subject is not None and sentence.lowers[subject[1] - 1] in PAPERS


def _names_source(sentence: Sentence, index: int) -> bool:
    """Whether the noun phrase at `index` is a source, as in *, citing a military source*."""
    phrase = sentence.phrase_at.get(index)
    if phrase is None or phrase.possessor is not None:
        return False
    head = sentence.lowers[phrase.head]
    known = {head, head.removesuffix("s"), head.removesuffix("es")} & sayers()
    return bool(known) and known.isdisjoint(PAPERS)


def infinitive(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X vowed to resign``: the content is an infinitive."""
    if "to" not in cue.verb.frames or cue.group.passive:
        return None
    index = skip_comma(sentence, skip_adjuncts(sentence, cue.after))
    quoted = sentence.tags[index : index + 2] == ["TO", QUOTE]
    if quoted or any(group.infinitive and group.first == index for group in sentence.groups):
        return found_from("infinitive", sentence, cues, cue, index, phrase_end)
    return None


def prepositional(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``X called for new sanctions``: the content follows a preposition."""
    index = cue.after
    if "told" in cue.verb.frames:
        phrase = sentence.phrase_at.get(index)  # "told them about …"
        index = phrase.last + 1 if phrase and phrase.first == index else index
    heard = index
    index = _skip_told(sentence, cue, skip_times(sentence, index))
    if index + 1 >= sentence.last or sentence.lowers[index] not in cue.verb.prepositions:
        return None
    if cue.group.passive or cue.group.infinitive or _restricts(sentence, cue):
        return None
    addressed = heard > cue.after and sentence.lowers[index] == "against"
    start = cue.after if addressed else index + 1  # "warned [members against accepting it]"
    found = found_from("preposition", sentence, cues, cue, start, phrase_end)
    if found is None:
        return None
    return found._replace(cue=(cue.group.first, index + 1)) if index == cue.after else found


def _skip_told(sentence: Sentence, cue: Cue, index: int) -> int:
    """Index after *to X* if a preposition of the verb follows: *complained to the owner about*."""
    phrase = sentence.phrase_at.get(index + 1)
    if sentence.lowers[index : index + 1] != ["to"] or phrase is None or phrase.first != index + 1:
        return index
    after = skip_times(sentence, phrase.last + 1)
    prepositions = cue.verb.prepositions - {"to", "of"}
    return index if prepositions.isdisjoint(sentence.lowers[after : after + 1]) else after


def seems(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``The plan seems to work``: the content is the subject and what follows."""
    if "subject" not in cue.verb.frames or not cue.group.finite:
        return None
    subject = subject_of(sentence, cue.group)
    if subject is None or cue.after >= sentence.last:
        return None
    if sentence.lowers[cue.after] != "like" and sentence.tags[cue.after] not in (
        "TO",
        "JJ",
        "JJR",
        "RBR",
        "RB",
        "DT",
    ):
        return None
    if sentence.tags[subject[0]] in ("WP", "WDT", "EX"):
        return None
    end = phrase_end(sentence, cues, cue.after, cue)
    if end <= cue.after:
        return None
    return Found(
        "seems", "attitude", (subject, (cue.after, end)), (cue.group.first, cue.after), None
    )


_URGING = read_set("urging")
"""Verbs that in the passive say what somebody is to do: *[Drivers] are urged [to turn back]*."""


def raised(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``Y is expected to win``, ``Y is seen as a risk``: nobody named holds the content."""
    frames = cue.verb.frames
    if not cue.group.passive or not frames & {"obj_to", "as", "small", "np", "clause"}:
        return None
    if not cue.group.finite or cue.after >= sentence.last:
        return None
    follows = sentence.lowers[cue.after]
    claimed = cue.verb.kind == "attitude" or "clause" in frames or cue.verb.verb in _URGING
    to = claimed and any(g.infinitive and g.first == cue.after for g in sentence.groups)
    called = follows == "as" or ("small" in frames and sentence.tags[cue.after] in ("DT", "JJ"))
    if not (to or called):
        return None
    subject = subject_of(sentence, cue.group)
    if subject is None:
        return None
    end = phrase_end(sentence, cues, cue.after, cue)
    if end <= cue.after:
        return None
    return Found(
        "raised", cue.verb.kind, (subject, (cue.after, end)), (cue.group.first, cue.after), None
    )


def agent(sentence: Sentence, cues: dict[int, Cue], cue: Cue) -> Found | None:
    """``Y was criticised by X``: the subject is the content, the agent the speaker.

    What *as* adds is content as well: *[The bill] was described by X [as dangerous]*.
    """
    past = cue.group.passive or sentence.tags[cue.group.head] == "VBN"
    if not past or not cue.verb.frames & {"np", "as"}:
        return None
    if sentence.lowers[cue.after : cue.after + 1] != ["by"]:
        return None
    headline = not any(group.finite for group in sentence.groups)
    if not (cue.group.finite or (headline and sentence.last == len(sentence.words))):
        return None
    speaker = speaker_after(sentence, cue.after + 1)
    subject = subject_of(sentence, cue.group)
    if speaker is None or subject is None or cited_source(sentence, cue) is not None:
        return None  # "Lee was quoted by the paper as saying"
    cue_range = (cue.group.first, cue.after + 1)
    pieces: tuple[Range, ...] = (subject,)
    if sentence.lowers[speaker[1] : speaker[1] + 1] == ["as"]:
        pieces = (subject, (speaker[1], phrase_end(sentence, cues, speaker[1], cue)))
    return Found("agent", cue.verb.kind, pieces, cue_range, speaker)
