"""What several test modules share."""

import pandas as pd
import pytest
from hypothesis import settings

from helpers import paths
from helpers.corpus import read_articles
from helpers.wordlists import use_word_lists

# No test is timed: a slow machine is no fault of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def syria() -> pd.DataFrame:
    """The three articles of ``data/seeds``."""
    return read_articles(paths.SEEDS)


@pytest.fixture(autouse=True)
def packaged_word_lists():
    """No test leaves changed word lists behind."""
    yield
    use_word_lists(None)


@pytest.fixture
def make_articles():
    """Make an articles table from texts: ``make_articles("One.", "Two.")``."""

    def make(*texts: str) -> pd.DataFrame:
        ids = [f"a{number}" for number in range(len(texts))]
        return pd.DataFrame({"article_id": ids, "text": list(texts)}, dtype="str")

    return make
