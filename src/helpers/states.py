"""Names of states: *Lima* and *Peru* are one speaker."""

from functools import cache

from helpers.wordlists import read_rows


def state_name(name: str) -> str:
    """Name of the state that a speaker's name is one of; any other name as it is.

    >>> state_name("Lima"), state_name("the U.S."), state_name("Ana Diaz")
    ('Peru', 'United States', 'Ana Diaz')
    """
    return _states_by_name().get(name.lower().removeprefix("the "), name)


@cache
def _states_by_name() -> dict[str, str]:
    """Names of states by all the names for each, capitals and seats of power among them."""
    states: dict[str, str] = {}
    for row in read_rows("countries.csv"):
        for name in filter(None, f"{row['country']}|{row['seat']}".split("|")):
            states[name.lower()] = row["country"].split("|")[0]
    return states
