"""Rules that are asked only where one of their words stands: none would speak anywhere else."""

import csv
from pathlib import Path

import pytest

from helpers import stance, stance_clauses, stance_constructions, stance_mentions
from helpers.stance_speaker import Speaker

DATA = Path(__file__).parent / "data"
TABLES = [stance_clauses._OF_PHRASE, stance_constructions._OF_PHRASE, stance_mentions._OF_PHRASE]
OTHERS = [
    "They dismissed as a myth the notion of a deal.",
    "They had nothing but praise for the nurses.",
    "Shame on the council!",
    "The blame lies with the army.",
    "It was reckless of the mayor to land.",
    "They referred to the men as murderers.",
    "They want no part of the plan.",
]
"""Turns that no row of the tables holds."""


@pytest.fixture(scope="module")
def readings():
    found = [
        reading
        for text in OTHERS
        for reading in stance._Reader()._readings(text, 0, len(text), Speaker(frozenset()), [])
    ]
    for name in ("frames", "sentences", "traps", "compositions"):
        with (DATA / f"stance_{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = row["statement"].replace("[", "").replace("]", "")
                speaker = Speaker(frozenset({row["speaker"].lower()}))
                found += stance._Reader()._readings(text, 0, len(text), speaker, [])
    return found


@pytest.mark.parametrize(
    "when", [when for table in TABLES for when in table], ids=lambda when: when.rule.__name__
)
def test_a_rule_speaks_only_where_one_of_its_words_stands(readings, when):
    heard = [
        reading.has_any(when.words)
        for reading in readings
        for index, chunk in enumerate(reading.chunks)
        if chunk.kind == "NP" and when.rule(reading, index).sign
    ]
    assert heard, "no sentence makes the rule speak"
    assert all(heard)
