"""Matrix, agreement and sentences of rated statements, from small tables made by hand."""

import re

import pandas as pd
import pytest

from helpers import charts, findings, paths
from helpers.markup import plain
from helpers.positions import (
    MATRIX_COLUMNS,
    agreements,
    by_article,
    count_once,
    rated_sentences,
    read_targets,
    stance_matrix,
    suggest_targets,
)
from helpers.speakers import NOBODY
from helpers.stance import rate_stance
from helpers.statements import find_statements

RATINGS = pd.DataFrame(
    [
        ("s1", "a", "Ruiz", "ban", "favor"),
        ("s2", "b", "Ruiz", "ban", "none"),
        ("s3", "a", "Olsen", "ban", "against"),
        ("s4", "b", "Olsen", "ban", "against"),
        ("s5", "a", "Lund", "ban", "against"),
        ("s5", "a", "Lund", "vote", "favor"),
        ("s6", "a", "", "ban", "against"),
        ("s7", "b", "Lund", "vote", "against"),
    ],
    columns=["statement_id", "article_id", "speaker_name", "target", "stance"],
)


def test_matrix_counts_by_speaker_and_target():
    assert stance_matrix(RATINGS).to_numpy().tolist() == [
        ["Lund", "ban", 0, 1, 0, "against"],
        ["Lund", "vote", 1, 1, 0, "both"],
        ["Olsen", "ban", 0, 2, 0, "against"],
        [NOBODY, "ban", 0, 1, 0, "against"],
        ["Ruiz", "ban", 1, 0, 1, "favor"],
    ]


def test_agreements_put_disagreement_first_and_leave_nobody_out():
    assert agreements(stance_matrix(RATINGS)).to_numpy().tolist() == [
        ["ban", "Lund", "Ruiz", False],
        ["ban", "Olsen", "Ruiz", False],
        ["ban", "Lund", "Olsen", True],
    ]


def test_by_article_shows_speakers_of_several_articles():
    assert by_article(RATINGS).to_numpy().tolist() == [
        ["Lund", "vote", "a", 1, 0, 0],
        ["Lund", "vote", "b", 0, 1, 0],
        ["Olsen", "ban", "a", 0, 1, 0],
        ["Olsen", "ban", "b", 0, 1, 0],
        ["Ruiz", "ban", "a", 1, 0, 0],
        ["Ruiz", "ban", "b", 0, 0, 1],
    ]


def test_a_shared_remark_counts_once_and_the_reading_with_a_side_stays():
    shared = pd.DataFrame(
        {"remark_id": [1, 2], "statement_id": ["s2", "s3"], "other_statement_id": ["s1", "s4"]}
    )
    kept = count_once(RATINGS, shared)
    assert kept["statement_id"].tolist() == ["s1", "s3", "s5", "s5", "s6", "s7"]


def test_nothing_shared_changes_nothing():
    shared = pd.DataFrame({"remark_id": [], "statement_id": [], "other_statement_id": []})
    pd.testing.assert_frame_equal(count_once(RATINGS, shared), RATINGS)


def test_sentences_mark_target_and_cue_and_escape_the_rest():
    text = "First. Olsen <i>condemned</i> the ban. Last."
    ratings = pd.DataFrame(
        [
            {
                "article_id": "a",
                "speaker_name": "Olsen",
                "stance": "against",
                "rule": "object of verb",
                "cue": "condemned",
                "mention_start": text.index("ban"),
                "mention_end": text.index("ban") + 3,
                "cue_start": text.index("condemned"),
                "cue_end": text.index("condemned") + 9,
            }
        ]
    )
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "label": ["A & B"]})
    (sentence,) = rated_sentences(ratings, articles)
    assert sentence == (
        "<strong>Olsen</strong>, against (<em>object of verb</em>), A &amp; B: "
        "Olsen &lt;i&gt;<u>_condemned_</u>&lt;/i&gt; the <b>[ban]</b>."
    )


def test_targets_of_the_three_articles_are_read():
    targets = read_targets()
    assert targets["target"].is_unique
    assert {"Assad regime", "Assad's departure", "sanctions"} <= set(targets["target"])


def test_a_table_of_targets_without_patterns_is_refused(tmp_path):
    path = tmp_path / "targets.csv"
    path.write_text("target\nban\n", encoding="utf-8")
    with pytest.raises(ValueError, match="pattern"):
        read_targets(path)


def test_suggested_targets_are_the_names_mentioned_most():
    texts = [
        "On Friday the mayor met Ruiz. He and Ruiz left for Oslo.",
        "On Monday they saw Ruiz and the U.N. envoy.",
    ]
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": texts})
    suggested = suggest_targets(articles, most=2)
    assert suggested["target"].tolist() == ["Ruiz", "Oslo"]
    assert suggest_targets(articles, most=0).empty


STEELWORKS = (
    "Steelmaker to close plant\n\n"
    "Transteel will close its plant in March. “Transteel has let this town down,” said Helen "
    "Pryce, who leads the council.\n\n"
    "Pryce said ministers had been told in June. Transteel denied it.\n\n"
    "A man was taken to the Royal Infirmary after a scuffle at the gates.",
    "Workers heard on Monday that their jobs would go.\n\n"
    "Helen Pryce met the unions on Tuesday. “We will fight,” she told the Evening Post.",
    "The MPs are to ask why the state lent Transteel so much. Steelworkers marched on Saturday. "
    "Nobody from the firm spoke. Western leaders were silent. Syrian workers sent a greeting.",
)


def suggested(*texts, **options):
    ids = [str(number) for number in range(len(texts))]
    return suggest_targets(pd.DataFrame({"article_id": ids, "text": texts}), **options)[
        "target"
    ].tolist()


def test_suggested_targets_are_in_the_order_of_mentions_also_of_those_that_open_a_sentence():
    assert suggested(*STEELWORKS) == [
        "Transteel", "Pryce", "Evening Post", "MPs", "Royal Infirmary",
    ]  # fmt: skip
    assert suggested(*STEELWORKS, most=2) == ["Transteel", "Pryce"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A word that opens a sentence counts if it is a name elsewhere, or has several words.
        ("Post denied it. They read the Evening Post.", ["Evening Post"]),
        ("Post denied it. Rain fell.", []),
        ("Ana Diaz left.", ["Diaz"]),
        ("Transteel denied it.", []),
        ("Transteel denied it. Transteel has left.", ["Transteel"]),
        ("Steelworkers left. Steelworkers came. The other steelworkers slept.", []),
        ("Post offices closed. He and Ruiz read the Evening Post. It was Ruiz.",
         ["Ruiz", "Evening Post"]),
        # A full name and a surname are one, with a title or an article too.
        ("It was Ana Diaz. Then Diaz left. They saw Gen. A. Diaz and Oslo.", ["Diaz", "Oslo"]),
        ("It was Bashar al-Assad. They met Assad in Oslo.", ["Assad", "Oslo"]),
        # Possessors and attributes are mentions.
        ("They like Oslo. He praised Transteel's plant and the Transteel board.",
         ["Transteel", "Oslo"]),
        ("The Western leaders met Canadian workers and the U.S.-led force.", []),
        # Dates and titles are none.
        ("They saw Ana Diaz Thursday. In May they met the Secretary of Trade.", ["Diaz", "Trade"]),
        ("They saw the U.S. Secretary of Trade and Lord King.", ["Trade", "U.S."]),
        # Names of organisations stay whole, with what other names they end.
        ("The Red Cross came. They met the International Red Cross and Ruiz.",
         ["Red Cross", "Ruiz"]),
        ("The Security Council met. They saw the Council and the Security Council.",
         ["Security Council"]),
        ("He saw the Security Council. Then she saw the City Council. It was the Council again.",
         ["City Council", "Security Council"]),
        ("They saw Ana Ruiz and Pedro Ruiz.", ["Ruiz"]),
        ("They saw Zelda Zorn and Zelda Zorn.", ["Zorn"]),
        # Datelines are no mentions.
        ("LIMA, March 3 (Reuters) - They met Ruiz in Oslo.", ["Oslo", "Ruiz"]),
    ],
)  # fmt: skip
def test_suggested_targets_are_names(text, names):
    assert suggested(text) == names


def test_suggested_targets_mentioned_equally_often_are_in_the_order_of_the_alphabet():
    assert suggested("They saw Ruiz, Olsen, eBay, Lund and Olsen.") == [
        "Olsen", "Lund", "Ruiz",
    ]  # fmt: skip


def test_a_suggested_target_is_found_by_its_pattern_as_often_as_it_is_mentioned():
    targets = suggest_targets(pd.DataFrame({"article_id": ["a"], "text": [STEELWORKS[0]]}))
    found = {
        row.target: len(re.findall(row.pattern, STEELWORKS[0])) for row in targets.itertuples()
    }
    assert found == {"Transteel": 3, "Pryce": 2, "Royal Infirmary": 1}


def test_the_pattern_of_an_organisation_finds_it_by_its_last_word_too():
    text = "The Red Cross came. They saw the Cross again. He met Pax Romana."
    targets = suggest_targets(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    patterns = targets.set_index("target")["pattern"].to_dict()
    assert patterns == {"Red Cross": "(?:Red )?Cross", "Pax Romana": "Pax Romana"}
    assert re.findall(patterns["Red Cross"], text) == ["Red Cross", "Cross"]


def test_figures_say_what_they_show():
    matrix = stance_matrix(RATINGS)
    axes = charts.plot_stance(matrix)
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["Lund", "Olsen", "Ruiz", NOBODY]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["ban", "vote"]
    written = {text.get_text() for text in axes.texts}
    assert written == {"−1", "+1 −1", "−2", "+1\n(1)"}
    assert charts.describe_stance(matrix).startswith(
        "Matrix of 3 speakers and statements without a named speaker by 2 targets; 5 of 5 filled "
        "cells have a side."
    )


def test_speakers_are_added_up_over_articles():
    summary = pd.DataFrame(
        {
            "speaker": ["Ruiz", "Olsen", "Ruiz"],
            "n_statements": [2, 1, 1],
            "direct": [1, 0, 1],
            "mixed": [1, 0, 0],
            "indirect": [0, 1, 0],
        }
    )
    axes = charts.plot_speakers(summary)
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["Olsen", "Ruiz"]
    assert charts.describe_speakers(summary) == (
        "Bar chart of statements by speaker, 2 speakers: Ruiz 3 (2 direct, 1 mixed); Olsen 1 "
        "(1 indirect)."
    )


def test_findings_name_who_is_for_and_against():
    articles = pd.DataFrame({"article_id": ["a", "b"]})
    statements = pd.DataFrame({"speaker": ["Ruiz", None], "speaker_name": ["Ruiz", None]})
    said = [plain(s) for s in findings.of_stance(articles, statements, stance_matrix(RATINGS))]
    assert said == [
        "1 statement has a speaker; Ruiz has 1.",
        "Read as against ban (statements of each): Olsen (2), Lund (1) and somebody whom the "
        "text does not name (1).",
        "Read as for ban (statements of each): Ruiz (1).",
        "Of 8 mentions of a target in a statement, 1 shows no side that a rule could read: silence "
        "is an answer here.",
    ]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ["Ruiz", "Olsen", "Ruiz"],
            "3 statements have a speaker; Ruiz has more than anybody else, 2.",
        ),
        (["Ruiz", "Olsen"], "2 statements have a speaker; Olsen and Ruiz have most, 1 each."),
        (list("abcdefg"), "7 statements have a speaker; 7 speakers have 1 each."),
    ],
)
def test_findings_name_all_who_speak_most(names, said):
    statements = pd.DataFrame({"speaker": names, "speaker_name": names})
    articles = pd.DataFrame({"article_id": ["a", "b"]})
    assert plain(findings.of_stance(articles, statements, stance_matrix(RATINGS))[0]) == said


def test_findings_say_how_many_speakers_and_targets_they_leave_out():
    rows = [(f"S{n}", f"t{m}", 1, 0, 0, "favor") for n in range(8) for m in range(5) if n + m < 8]
    matrix = pd.DataFrame(rows, columns=["speaker_name", "target", *list(MATRIX_COLUMNS)[2:]])
    statements = pd.DataFrame({"speaker": [None], "speaker_name": [None]})
    articles = pd.DataFrame({"article_id": ["a"]})
    said = [plain(s) for s in findings.of_stance(articles, statements, matrix)]
    assert said == [
        "Read as for t0 (statements of each): S0 (1), S1 (1), S2 (1), S3 (1), S4 (1), S5 (1) and "
        "2 more speakers.",
        "Read as for t1: S0 (1), S1 (1), S2 (1), S3 (1), S4 (1), S5 (1) and 1 more speaker.",
        "Read as for t2: S0 (1), S1 (1), S2 (1), S3 (1), S4 (1) and S5 (1).",
        "2 more targets have somebody for them.",
        "Of 30 mentions of a target in a statement, 0 show no side that a rule could read: "
        "silence is an answer here.",
    ]


def test_findings_of_one_more_target():
    rows = [("Ruiz", f"t{number}", 0, 1, 0, "against") for number in range(4)]
    matrix = pd.DataFrame(rows, columns=list(MATRIX_COLUMNS))
    statements = pd.DataFrame({"speaker": [None], "speaker_name": [None]})
    said = findings.of_stance(pd.DataFrame({"article_id": ["a"]}), statements, matrix)
    assert plain(said[2]) == "Read as against t2: Ruiz (1)."
    assert plain(said[3]) == "1 more target has somebody against it."


def test_findings_without_a_target():
    empty = stance_matrix(RATINGS.head(0))
    articles = pd.DataFrame({"article_id": ["a"]})
    assert findings.of_stance(articles, pd.DataFrame(), empty) == [
        "Nobody in 1 article says anything of a target."
    ]


def test_labels_point_into_the_articles():
    labels = pd.read_csv(paths.LABELS / "stance.csv", keep_default_na=False)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths.SEEDS.glob("*.txt")}
    assert set(labels["stance"]) == {"favor", "against", "none"}
    assert set(labels["target"]) <= set(read_targets()["target"])
    for row in labels.itertuples():
        near = texts[row.article_id][max(0, row.start - 40) : row.end]
        assert row.evidence in near
        assert bool(row.evidence) == (row.stance != "none")


def test_every_rated_mention_of_the_three_articles_has_a_label(syria):
    """Else a wrong answer without a label would be judged by nobody."""
    labels = pd.read_csv(paths.LABELS / "stance.csv", keep_default_na=False)
    statements = find_statements(syria, attitudes=True)
    ratings = rate_stance(statements, read_targets(), syria)
    rated = ratings.merge(statements[["statement_id", "start", "end"]], on="statement_id")
    for row in rated.itertuples():
        same = labels[(labels["article_id"] == row.article_id) & (labels["target"] == row.target)]
        near = same[(same["start"] < row.end) & (same["end"] > row.start)]
        assert len(near), (row.article_id, row.start, row.speaker_name, row.target)
