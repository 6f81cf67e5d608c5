import gc

import lemminflect
import pandas as pd
import pytest

from helpers.dictionary import guessed_lemma, lemmas_of, verb_forms
from helpers.economy import collector_paused
from helpers.statements import find_statements


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_rests_inside_and_is_then_as_it_was(was_on):
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with pytest.raises(ZeroDivisionError), collector_paused():
            1 / gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_statements_leave_no_circles_that_only_the_collector_could_free():
    text = '"We won," said Ann Diaz, who denied the report. The mayor told her that it was late.'
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    find_statements(articles)
    gc.collect()
    gc.disable()
    try:
        find_statements(articles)
        assert gc.collect() == 0
    finally:
        gc.enable()


WORDS = [
    "left",
    "us",
    "arms",
    "said",
    "saw",
    "running",
    "better",
    "will",
    "xyzzy",
    "agreed",
    "data",
]


@pytest.mark.parametrize("word", WORDS)
def test_the_tables_say_what_lemminflect_says(word):
    assert dict(lemmas_of(word)) == lemminflect.getAllLemmas(word)


@pytest.mark.parametrize("verb", ["say", "be", "put", "leave", "can", "travel", "xyzzy"])
def test_verb_forms_are_those_of_lemminflect(verb):
    assert verb_forms(verb) == lemminflect.getAllInflections(verb, upos="VERB")


def test_forms_that_no_table_has_are_guessed_by_rule():
    assert guessed_lemma("blorked", "VERB") == "blork"
