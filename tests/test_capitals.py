"""Words that a collection writes with a capital."""

import pandas as pd

from helpers.capitals import capitalised_words


def found_in(*texts):
    ids = [str(number) for number in range(len(texts))]
    return capitalised_words(pd.DataFrame({"article_id": ids, "text": list(texts)}))


def test_a_capital_within_a_sentence():
    assert found_in("Yesterday the mayor met Ada Lind in Oslo.") == {"ada", "lind", "oslo"}


def test_a_capital_at_the_beginning_says_nothing():
    assert found_in("Rain fell. Snow fell.", 'She said "Storms came" (Floods too): Fires.') == set()


def test_a_word_that_also_stands_in_small_letters_is_none():
    assert found_in("They met Rose Hill.", "One hill has a name.") == {"rose"}


def test_stop_words_are_none():
    assert found_in("Then I saw The Hague.") == {"hague"}


def test_features_are_those_of_the_tokenizer():
    assert found_in("We left the United States for Lind's home.") == {"u.s.", "lind"}
