"""What several test modules share."""

import pandas as pd
import pytest
from hypothesis import settings

from helpers import paths
from helpers.corpus import read_articles
from helpers.labelling import read_marks
from helpers.wordlists import use_word_lists

# No test is timed: a slow machine is no fault of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def syria() -> pd.DataFrame:
    """The three articles of ``data/seeds``."""
    return read_articles(paths.SEEDS)


@pytest.fixture(scope="session")
def hand_labels(syria) -> pd.DataFrame:
    """Hand labels of the statements of the three articles, with all columns of their file."""
    path = paths.LABELS / "statements.csv"
    labels = read_marks(path, syria)
    cells = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
    assert cells["article_id"].tolist() == labels["article_id"].tolist()
    more = cells[cells.columns.difference(labels.columns)].astype("object")
    return labels.join(more.where(more != "", None))


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
