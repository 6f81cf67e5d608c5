"""The dictionary of English forms: what a word can be, and how a verb is written.

The tables are those of lemminflect, asked without the copy that its own functions make of every
entry, which cost more than all that is done with it.
"""

from collections.abc import Mapping
from functools import cache

import lemminflect
from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.codecs.OverridesCodec import OverridesCodec

_Entries = Mapping[str, Mapping[str, tuple[str, ...]]]
_NOTHING: Mapping[str, tuple[str, ...]] = {}


@cache
def _lemmas() -> _Entries:
    return _overridden(
        LemmaLUCodec.load(config.lemma_lu_fn), OverridesCodec.load(config.lemma_overrides_fn)
    )


@cache
def _inflections() -> _Entries:
    return _overridden(
        InflectionLUCodec.load(config.inflection_lu_fn),
        OverridesCodec.load(config.infl_overrides_fn),
    )


def _overridden(table: _Entries, overrides: _Entries) -> _Entries:
    return {**table, **{form: {**table.get(form, {}), **new} for form, new in overrides.items()}}


def lemmas_of(form: str) -> Mapping[str, tuple[str, ...]]:
    """Dictionary forms of a form in small letters, by word class (NOUN, VERB, ADJ, ADV, AUX)."""
    return _lemmas().get(form, _NOTHING)


def guessed_lemma(form: str, word_class: str) -> str:
    """Dictionary form by rule, for a form that no table has; the form itself if no rule fits."""
    guessed = lemminflect.getAllLemmasOOV(form, upos=word_class).get(word_class)
    return guessed[0] if guessed else form


def verb_forms(verb: str) -> dict[str, tuple[str, ...]]:
    """Written forms of a verb, by Penn Treebank tag; none if the tables don't have it."""
    entry = _inflections().get(verb, _NOTHING)
    return {tag: forms for tag, forms in entry.items() if tag.startswith("VB") or tag == "MD"}


def guessed_verb_forms(verb: str) -> dict[str, tuple[str, ...]]:
    """Written forms of a verb by rule, for one that no table has."""
    return lemminflect.getAllInflectionsOOV(verb, upos="VERB")
