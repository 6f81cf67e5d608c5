"""Stance: cue examples, sentences read by hand, spans, levels of speech, hostile text."""

import csv
import re
from operator import itemgetter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import paths
from helpers.corpus import read_articles
from helpers.stance import (
    _LONGEST,
    RATING_COLUMNS,
    STANCE_COLUMNS,
    _Reader,
    _speaker,
    rate_stance,
    stance_toward,
)
from helpers.stance_evaluation import label_agreement, rule_precision
from helpers.statements import find_statements
from helpers.wordlists import read_rows

DATA = Path(__file__).parent / "data"


def statement_row(before, marked, speaker="A speaker"):
    """A row for `stance_toward`: the target stands in brackets inside the statement."""
    opening = f"{before} " if before else ""
    first, last = marked.index("["), marked.index("]") - 1
    words = re.sub(r"[\[\]]", "", marked)
    start = len(opening)
    return {
        "text": f"{opening}{words}",
        "start": start,
        "end": start + len(words),
        "speaker": speaker,
        "target_start": start + first,
        "target_end": start + last,
    }


def stance_of(before, marked, speaker="A speaker"):
    return stance_toward(pd.DataFrame([statement_row(before, marked, speaker)])).iloc[0]


@pytest.fixture(scope="module")
def cue_readings():
    rows = [statement_row("", row["example"]) for row in read_rows("stance_cues.csv")]
    return stance_toward(pd.DataFrame(rows))["stance"].tolist()


def cue_id(numbered):
    return "-".join(numbered[1][key] for key in ("part", "cue", "frame"))


@pytest.mark.parametrize("numbered", list(enumerate(read_rows("stance_cues.csv"))), ids=cue_id)
def test_cue_reads_its_example(cue_readings, numbered):
    number, row = numbered
    assert cue_readings[number] == row["direction"]


def test_cues_are_unique():
    keys = [(row["cue"], row["part"], row["frame"]) for row in read_rows("stance_cues.csv")]
    assert len(keys) == len(set(keys))


def sentences(name):
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", sentences("stance_sentences.csv"), ids=itemgetter("statement"))
def test_sentence(row):
    assert stance_of(row["before"], row["statement"], row["speaker"])["stance"] == row["stance"]


@pytest.mark.parametrize("row", sentences("stance_traps.csv"), ids=itemgetter("statement"))
def test_good_and_bad_words_around_a_target_decide_nothing(row):
    """*Security*, *peace* and *justice* praise nobody, *war* and *murder* blame nobody."""
    assert stance_of(row["before"], row["statement"], row["speaker"])["stance"] == row["stance"]


@pytest.mark.parametrize("row", sentences("stance_misses.csv"), ids=itemgetter("statement"))
def test_known_limits_stay_silent(row):
    """A miss that is read right by now belongs among the sentences, and is no limit any more."""
    assert stance_of(row["before"], row["statement"], row["speaker"])["stance"] == "none"


def test_the_share_read_of_sentences_made_up_is_told():
    """Recall on sentences of our own, known misses among them, as the guidelines tell it."""
    names = ("stance_sentences.csv", "stance_misses.csv")
    n_read, n_missed = (sum(r["stance"] != "none" for r in sentences(name)) for name in names)
    told = (paths.DATA / "labels" / "stance_guidelines.md").read_text(encoding="utf-8")
    assert f"{n_read} of {n_read + n_missed}" in told


@pytest.mark.parametrize("row", sentences("stance_frames.csv"), ids=itemgetter("statement"))
def test_frame_of_a_clause(row):
    found = stance_of(row["before"], row["statement"], row["speaker"])
    assert found["stance"] == row["stance"]


@pytest.mark.parametrize("row", sentences("stance_compositions.csv"), ids=itemgetter("statement"))
def test_composition(row):
    found = stance_of(row["before"], row["statement"], row["speaker"])["stance"]
    assert found == row["stance"]


@pytest.mark.parametrize(
    ("before", "marked", "expected"),
    [
        # an act's stance is not its object's
        ("Norway", "opposes [sanctions] on the junta", "against"),
        ("Norway", "opposes sanctions on [the junta]", "none"),
        ("Norway", "called for sanctions on [the junta]", "against"),
        ("Norway", "urged Peru to stop [protecting the junta]", "against"),
        ("Norway", "urged [Peru] to stop protecting the junta", "against"),
        ("Norway", "urged Peru to stop protecting [the junta]", "none"),
        ("Norway", "urged [Peru] to help", "none"),
        # negation, twice
        ("The envoy said", "we do not support [the raid]", "against"),
        ("The envoy said", "we will not oppose [the raid]", "none"),
        ("The envoy said", "we cannot accept [the raid]", "against"),
        ("The envoy said", "[the raid] is not wrong", "favor"),
        ("The envoy said", "[the raid] was not just a mistake, it was a crime", "against"),
        # who acts
        ("The envoy said", "Peru opposes [the raid]", "none"),
        ("The envoy said", "Peru must oppose [the raid]", "against"),
        ("The envoy said", "[Peru] opposes the raid", "none"),
        ("The envoy said", "if Peru opposes [the raid], talks will end", "none"),
        # own deed, others' charge
        ("The army", "denied shelling [the port]", "none"),
        ("The army", "denied [the allegations]", "against"),
        # named in passing
        ("The envoy said", "[the United Nations Security Council] will meet on Friday", "none"),
        ("The envoy said", "he left [the hotel] at noon", "none"),
        # contrast
        ("The envoy said", "the plan is good but [the timetable] is absurd", "against"),
        ("The envoy said", "[the plan] is good but the timetable is absurd", "favor"),
        # no verb
        ("The coach:", "Congratulations to [the team]!", "favor"),
        ("The coach:", "Full support for [the plan].", "favor"),
        # pronouns that take up the target
        ("The envoy said", "“[Peru] is no bystander. It is obstructing every vote.”", "against"),
    ],
)
def test_construction(before, marked, expected):
    assert stance_of(before, marked)["stance"] == expected


def test_rows_order_index_and_columns_stay():
    table = pd.DataFrame(
        [
            statement_row("", "We praise [the nurses]."),
            statement_row("", "We met [the nurses]."),
            statement_row("", "We condemn [the raid]."),
        ],
        index=[7, 3, 5],
    ).assign(kept=["a", "b", "c"])
    before = table.copy(deep=True)
    found = stance_toward(table)
    assert found.index.tolist() == [7, 3, 5]
    assert found.columns.tolist() == [*table.columns, *STANCE_COLUMNS]
    assert found["stance"].tolist() == ["favor", "none", "against"]
    pd.testing.assert_frame_equal(table, before)


def test_cue_is_a_span_of_the_text():
    row = stance_of("The mayor", "flatly rejected [the plan] on Monday")
    assert row["text"][row["cue_start"] : row["cue_end"]] == row["cue"] == "rejected"


def test_silence_has_no_cue():
    row = stance_of("The mayor said", "[the plan] is on the table")
    assert (row["stance"], row["cue"], row["rule"]) == ("none", "", "")
    assert pd.isna(row["cue_start"])
    assert pd.isna(row["cue_end"])


def test_target_before_the_statement():
    text = "The claim was swiftly denied by Brussels."
    table = pd.DataFrame(
        [
            {
                "text": text,
                "start": 10,
                "end": 28,
                "speaker": "Brussels",
                "target_start": 0,
                "target_end": 9,
            }
        ]
    )
    assert text[10:28] == "was swiftly denied"
    assert stance_toward(table)["stance"].tolist() == ["against"]


def test_no_rows():
    table = pd.DataFrame([statement_row("", "We praise [the nurses].")]).iloc[:0]
    assert stance_toward(table).columns.tolist()[-5:] == list(STANCE_COLUMNS)


def test_missing_column_is_named():
    with pytest.raises(ValueError, match="target_end"):
        stance_toward(pd.DataFrame({"text": ["a"], "start": [0], "end": [1]}))


def test_span_outside_its_text_is_named():
    row = statement_row("", "We praise [the nurses].") | {"target_end": 99}
    with pytest.raises(ValueError, match="99 is not a span"):
        stance_toward(pd.DataFrame([row]))


def articles(text):
    return pd.DataFrame({"article_id": ["a"], "text": [text]})


def ratings(text, **patterns):
    targets = pd.DataFrame({"target": list(patterns), "pattern": list(patterns.values())})
    return rate_stance(find_statements(articles(text), attitudes=True), targets)


def test_rates_every_target_of_a_statement():
    table = ratings(
        "Foreign Minister Ana Ruiz said she opposes the embargo but supports the treaty.",
        treaty="treaty",
        embargo="embargo",
    )
    assert table.columns.tolist() == list(RATING_COLUMNS)
    assert dict(zip(table["target"], table["stance"], strict=True)) == {
        "treaty": "favor",
        "embargo": "against",
    }
    assert set(table["speaker_name"]) == {"Ana Ruiz"}


def test_act_verb_outside_the_content_counts():
    table = ratings("Mayor Ana Ruiz condemned the embargo on Monday.", embargo="embargo")
    assert table[["stance", "cue"]].to_numpy().tolist() == [["against", "condemned"]]


def test_a_namesake_in_another_article_is_somebody_else():
    """A minister speaks for his state, which opens the sentence; his namesake does not."""
    said = '"Peru opposes the embargo," Ana Ruiz said.'
    texts = [f"Foreign Minister Ana Ruiz came. {said}", f"The singer Ana Ruiz came. {said}"]
    corpus = pd.DataFrame({"article_id": ["a", "b"], "text": texts})
    targets = pd.DataFrame({"target": ["embargo"], "pattern": ["embargo"]})
    table = rate_stance(find_statements(corpus), targets, corpus)
    assert table[["speaker_name", "stance"]].to_numpy().tolist() == [
        ["Ana Ruiz", "against"],
        ["Ana Ruiz", "none"],
    ]


def test_a_pronoun_goes_on_with_what_the_speaker_has_just_said():
    text = (
        '"The embargo is in force," Mayor Ana Ruiz said. "It is a disgrace," she said.'
        ' "It is a disgrace," the singer Eva Lind said.'
    )
    table = ratings(text, embargo="embargo")
    found = table[["speaker_name", "mention", "stance"]].to_numpy().tolist()
    assert found == [["Ana Ruiz", "The embargo"[4:], "none"], ["Ana Ruiz", "It", "against"]]


@pytest.mark.parametrize(
    ("before", "marked", "expected"),
    [
        ("The mayor: “", "[The bridge bill] came late. This measure is a disgrace.”", "against"),
        ("The mayor: “", "[The bridge bill] came late. This singer is a disgrace.”", "none"),
        ("The mayor: “", "[Peru] came late. It is a disgrace.”", "against"),
    ],
)
def test_words_that_stand_for_a_target(before, marked, expected):
    assert stance_of(before, marked)["stance"] == expected


def test_a_target_named_only_before_the_statement():
    text = "The bill was passed on Monday. The mayor said: “It is a disgrace.”"
    row = {"text": text, "start": 48, "end": 65, "speaker": "The mayor"}
    assert text[48:65] == "It is a disgrace."
    table = pd.DataFrame([row | {"target_start": 0, "target_end": 8}])
    assert stance_toward(table)["stance"].tolist() == ["against"]


def test_two_targets_at_the_same_place_are_both_rated():
    table = ratings(
        "Mayor Ana Ruiz condemned Peru's embargo.", state="Peru", measure="Peru's embargo"
    )
    assert table["target"].tolist() == ["state", "measure"]


def test_reported_speech_keeps_its_levels():
    table = ratings(
        "An aide said that Minister Ana Ruiz told reporters that the embargo is illegal.",
        embargo="embargo",
    )
    by_speaker = dict(zip(table["speaker_name"], table["stance"], strict=True))
    assert by_speaker["Ana Ruiz"] == "against"
    assert by_speaker["An aide"] == "none"


def test_mentions_and_cues_are_spans_of_the_article():
    text = (
        "“We condemn the embargo,” Mayor Ana Ruiz said. “The embargo must end, and we thank Peru.”"
    )
    table = ratings(text, embargo="embargo", peru="Peru")
    assert len(table) == 2
    for row in table.itertuples():
        assert text[row.mention_start : row.mention_end] == row.mention
        assert text[row.cue_start : row.cue_end] == row.cue


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ({"target": ["a", "a"], "pattern": ["x", "y"]}, "'a' occurs more than once"),
        ({"target": ["a"], "pattern": ["("]}, "'a' is not valid"),
        ({"target": ["a"], "pattern": ["x*"]}, "empty string"),
        ({"target": ["a"]}, "pattern"),
    ],
)
def test_bad_targets_are_named(targets, message):
    statements = find_statements(articles("He said it."))
    with pytest.raises(ValueError, match=re.escape(message)):
        rate_stance(statements, pd.DataFrame(targets))


def test_patterns_by_first_word_find_what_alternatives_find():
    text = "Mayor Ana Ruiz condemned Peru's embargo, Peru and the U.N.-led mission to Peruvians."
    named = {"a": "Peru", "b": "Peru's embargo", "c": "embargo", "d": "U\\.N\\.-led"}
    grouped = {name: f"(?:{pattern})" for name, pattern in named.items()}
    columns = ["target", "mention", "mention_start"]
    by_word = ratings(text, **named)[columns]
    assert by_word["mention"].tolist() == ["Peru", "Peru's embargo", "embargo", "U.N.-led"]
    pd.testing.assert_frame_equal(by_word, ratings(text, **grouped)[columns])


def test_no_targets_no_rows():
    targets = pd.DataFrame({"target": [], "pattern": []}, dtype=str)
    assert rate_stance(find_statements(articles("He said it is bad.")), targets).empty


@pytest.fixture(scope="module")
def seeds():
    statements = find_statements(read_articles(paths.SEEDS), attitudes=True)
    targets = pd.read_csv(paths.DATA / "targets.csv", keep_default_na=False)
    return statements, rate_stance(statements, targets)


@pytest.mark.parametrize(
    ("speaker", "target", "stance"),
    [
        ("Hillary Clinton", "Russia", "against"),
        ("Hillary Clinton", "China", "against"),
        ("Hillary Clinton", "Tlass's defection", "favor"),
        ("Hillary Clinton", "Assad regime", "against"),
        ("John Baird", "Assad regime", "against"),
        ("John Baird", "Russia", "against"),
        ("John Baird", "sanctions", "favor"),
        ("John Baird", "Annan plan", "favor"),
        ("Andrey Denisov", "Assad's departure", "against"),
        ("", "Western position", "against"),
        ("a senior government official", "Russia", "none"),
        ("Syria's deeply divided opposition", "military intervention", "favor"),
        ("Osama Kayal", "action on the ground", "favor"),
        ("An official", "military intervention", "against"),
    ],
)
def test_speakers_of_the_three_articles(seeds, speaker, target, stance):
    _, table = seeds
    found = table[(table["speaker_name"] == speaker) & (table["target"] == target)]["stance"]
    assert stance in found.tolist()
    opposite = {"favor": "against", "against": "favor"}.get(stance)
    assert opposite not in found.tolist()


def test_agreement_with_labels_by_hand():
    statements = pd.DataFrame(
        {"statement_id": ["s1", "s2"], "start": [0, 50], "end": [40, 90], "speaker": ["X", "Y"]}
    )
    ratings = pd.DataFrame(
        {
            "statement_id": ["s1", "s1", "s2"],
            "article_id": ["a", "a", "a"],
            "speaker_name": ["X", "X", "Y"],
            "target": ["t", "u", "t"],
            "stance": ["favor", "none", "against"],
            "rule": ["object of verb", "", "predicate"],
        }
    )
    labels = pd.DataFrame(
        {
            "article_id": ["a", "a", "a", "b"],
            "start": [0, 0, 60, 0],
            "end": [30, 30, 80, 9],
            "speaker": ["X", "X", "Y", "Z"],
            "target": ["t", "u", "t", "t"],
            "stance": ["favor", "against", "favor", "favor"],
        }
    )
    compared = label_agreement(ratings, statements, labels)
    assert compared["label"].tolist() == ["favor", "against", "favor", "favor"]
    assert compared["stance"].tolist() == ["favor", "none", "against", "not found"]
    precision = rule_precision(compared)
    assert precision[["rule", "n", "n_right", "share_right"]].to_numpy().tolist() == [
        ["object of verb", 1, 1, 1.0],
        ["predicate", 1, 0, 0.0],
    ]


def test_a_text_without_full_stops_is_read_in_pieces():
    words = "and the mayor saw the ship " * 2_000
    row = statement_row("", f"We condemn [the raid] {words}")
    readings = list(_Reader()._readings(row["text"], 0, row["end"], _speaker(()), [(0, 11, 19)]))
    sizes = [len(reading.words) for reading in readings]
    assert sum(sizes) == 4 + 6 * 2_000
    assert max(sizes) == _LONGEST
    assert stance_toward(pd.DataFrame([row]))["stance"].tolist() == ["against"]


@given(st.text(alphabet="We opse X.,“”\"'()\n—must not and the", max_size=120))
def test_any_text_is_read(text):
    if len(text) > 2:
        row = {"text": text, "start": 0, "end": len(text), "speaker": "X"}
        table = pd.DataFrame([row | {"target_start": 1, "target_end": 2}])
        assert set(stance_toward(table)["stance"]) <= {"favor", "against", "none"}
