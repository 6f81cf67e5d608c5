"""Word classes, noun phrases, verb groups: sentences tagged by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tagging import lemma, noun_phrases, tag, verb_groups
from helpers.wordlists import read_rows


def marked(example):
    """The text without its asterisks, and the offset of the word that stood between them."""
    start = example.index("*")
    return example.replace("*", "", 2), start


@pytest.mark.parametrize("rule", read_rows("tagging_rules.csv"), ids=lambda rule: rule["rule"])
def test_rule_tags_its_example(rule):
    text, start = marked(rule["example"])
    assert [word.pos for word in tag(text) if word.start == start] == [rule["tag"]]


def test_rule_names_are_unique():
    names = [rule["rule"] for rule in read_rows("tagging_rules.csv")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # finite verb or not
        ("The ministry claims that rebels shelled the port.", "claims VBZ shelled VBD"),
        ("Both claims were rejected.", "claims NNS rejected VBN"),
        ("Aid workers report heavy fighting.", "report VBP"),
        ("The report blames the army.", "report NN blames VBZ"),
        ("Villagers plan to return, but plans change.", "plan VBP plans NNS change VBP"),
        ("They call for calm after the call.", "call VBP"),
        ("A strike on the depot killed two guards.", "strike NN killed VBD"),
        ("Jets strike the depot daily.", "strike VBP"),
        ("The soldiers wounded in the raid were flown out.", "wounded VBN were VBD flown VBN"),
        ("The raid wounded six soldiers.", "wounded VBD"),
        ("Six soldiers were wounded, he said.", "wounded VBN said VBD"),
        ("The envoy, who left on Monday, warned of more raids.", "left VBD warned VBD"),
        ("Asked about the vote, she declined to comment.", "Asked VBN declined VBD comment VB"),
        ("She has long backed the talks.", "has VBZ backed VBN"),
        ("He vowed to back the talks.", "vowed VBD back VB"),
        ("They must never again attack the town.", "must MD attack VB"),
        ("The attack must end.", "attack NN must MD end VB"),
        ("They want to stop and search each ship.", "stop VB search VB"),
        ("Stop the raids now.", "Stop VB raids NNS"),
        ("The mayor urges residents to leave.", "urges VBZ leave VB"),
        ("Norway backs the plan and urges restraint.", "backs VBZ urges VBZ"),
        ("Lima and Quito support the plan.", "support VBP"),
        ("Lima's support for the plan is weak.", "support NN"),
        ("It lacks support.", "lacks VBZ support NN"),
        ("We fear the worst.", "fear VBP worst JJS"),
        ("Out of fear they fled.", "fear NN fled VBD"),
        ("The bombing of the port went on.", "bombing NN"),
        ("The firm warned profits would fall.", "firm NN warned VBD"),
        ("The co-pilot said a party-goer left.", "co-pilot NN said VBD party-goer NN left VBD"),
        ("They told staff the port had been shut.", "told VBD had VBD been VBN shut VBN"),
        ("The remarks the envoy had made were kind.", "had VBD made VBN were VBD"),
        ("He praised a meal had by all.", "praised VBD had VBN"),
        ("They are bombing the port.", "bombing VBG"),
        ("They were blamed for bombing the port.", "blamed VBN bombing VBG"),
        ("The expanded sanctions hurt the poor.", "expanded VBN sanctions NNS"),
        ("Banks were told to cut lending.", "told VBN cut VB"),
        ("Her deputy told her to resign.", "Her PRP$ her PRP resign VB"),
        ("The military said a military court will rule.", "said VBD will MD rule VB"),
        ("The opposition will not welcome it.", "will MD welcome VB"),
        ("She does not rule out talks.", "rule VB out RP"),
        ("This shows weakness.", "This DT shows VBZ"),
        # that
        ("He says that the war is lost.", "that IN"),
        ("He says that is enough.", "that DT is VBZ"),
        ("That plan failed.", "That DT plan NN"),
        ("A plan that works is needed.", "that WDT works VBZ"),
        ("There is no sign of that.", "There EX that DT"),
        ("Words such as that hurt.", "that DT"),
        ("It is clear that talks failed.", "that IN talks NNS failed VBD"),
        # names
        ("Gen. Omar al-Badri met Lee Ki-moon in Oslo.", "Gen NNP al-Badri NNP Ki-moon NNP"),
        ("President Marta Ruiz spoke.", "President NNP Marta NNP Ruiz NNP spoke VBD"),
        ("May may come in May.", "may MD come VB"),
        ("The U.S.-led force left the U.S. base.", "U.S.-led NNP U.S. NNP"),
        ("The Norwegians' plan is Norway's.", "' POS 's POS"),
        # clitics, numbers, capitals
        ("They don't know who's there.", "n't RB 's VBZ there RB"),
        ("It's late, and she's gone; let's go.", "It PRP gone VBN go VB"),
        ("We've won and they'll pay.", "'ve VBP won VBN 'll MD pay VB"),
        ("Some 13,000 people fled in the 1990s.", "13,000 CD people NNS 1990s NNS"),
        ("TROOPS MUST LEAVE THE TOWN", "TROOPS NNS MUST MD LEAVE VB THE DT"),
        ("Mayor Rejects Plan For New Harbour", "Rejects VBZ For IN"),
        ("“Leave us alone,” he said.", "Leave VB us PRP said VBD"),
        ("The US told us to wait.", "US NNP us PRP"),
        ("a twenty-two-year-old man", "twenty-two-year-old JJ"),
        ("the pro-government militia", "pro-government JJ militia NNS"),
        ("They grew more hostile.", "more RB hostile JJ"),
        ("They want more aid.", "more JJR aid NN"),
    ],
)
def test_decisive_words(text, expected):
    words = iter((word.text, word.pos) for word in tag(text))
    pairs = expected.split()
    for form, pos in zip(pairs[::2], pairs[1::2], strict=True):
        assert (form, pos) in words, f"{form}/{pos} in {[(w.text, w.pos) for w in tag(text)]}"


def phrases(text):
    words = tag(text)
    return [
        (
            text[words[p.first].start : words[p.last].end],
            words[p.head].text,
            None if p.possessor is None else words[p.possessor].text,
        )
        for p in noun_phrases(words)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Marta Ruiz met two senior Danish officials.",
            [
                ("Foreign Minister Marta Ruiz", "Ruiz", None),
                ("two senior Danish officials", "officials", None),
            ],
        ),
        (
            "Ruiz's six-point peace plan failed.",
            [("Ruiz's six-point peace plan", "plan", "Ruiz")],
        ),
        (
            "She told Ruiz Friday.",
            [("She",) * 2 + (None,), ("Ruiz",) * 2 + (None,), ("Friday",) * 2 + (None,)],
        ),
        (
            "Gen. J. Doe of the wounded army left.",
            [("Gen. J. Doe", "Doe", None), ("the wounded army", "army", None)],
        ),
        ("hostile or neutral states", [("hostile or neutral states", "states", None)]),
        ("It is very costly.", [("It", "It", None)]),
        ("He spent $1 million.", [("He", "He", None), ("1 million", "million", None)]),
    ],
)
def test_noun_phrases(text, expected):
    assert phrases(text) == expected


def groups(text):
    words = tag(text)
    found = []
    for group in verb_groups(words):
        flags = [
            name
            for name in ("finite", "passive", "negated", "infinitive", "participle")
            if getattr(group, name)
        ]
        span = text[words[group.first].start : words[group.last].end]
        found.append((span, words[group.head].text, group.modal, flags))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port must not have been attacked.",
            [("must not have been attacked", "attacked", "must", ["finite", "passive", "negated"])],
        ),
        (
            "She wants to leave.",
            [("wants", "wants", "", ["finite"]), ("to leave", "leave", "", ["infinitive"])],
        ),
        (
            "He urged them not to go.",
            [("urged", "urged", "", ["finite"]), ("to go", "go", "", ["negated", "infinitive"])],
        ),
        (
            "Men hired by the bank will go.",
            [("hired", "hired", "", ["participle"]), ("will go", "go", "will", ["finite"])],
        ),
        ("They don't agree.", [("don't agree", "agree", "", ["finite", "negated"])]),
        (
            "They decide not to go.",
            [
                ("decide", "decide", "", ["finite"]),
                ("to go", "go", "", ["negated", "infinitive"]),
            ],
        ),
        ("I was never more sad.", [("was", "was", "", ["finite"])]),
        ("The plan is not dead.", [("is not", "is", "", ["finite", "negated"])]),
    ],
)
def test_verb_groups(text, expected):
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("condemned", "VBD", "condemn"),
        ("has", "VBZ", "have"),
        ("'s", "VBZ", "be"),
        ("were", "VBD", "be"),
        ("sanctions", "NNS", "sanction"),
        ("better", "JJR", "good"),
        ("assad", "NNP", "assad"),
        ("xyzzying", "VBG", "xyzzy"),
    ],
)
def test_lemma(word, pos, expected):
    assert lemma(word, pos) == expected


def test_offsets_count_in_the_whole_text():
    text = "First. The mayor resigned."
    assert next((w.start, w.end, w.text) for w in tag(text, 7)) == (7, 10, "The")


def test_nothing_in_nothing_out():
    assert tag("") == tag(" \n ") == []


@given(st.text(alphabet="abAB'’“”\"-.,1 \n\té", max_size=60))
def test_words_lose_nothing_but_white_space(text):
    words = tag(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(text.split())


def test_punctuation_is_marked():
    assert [w.text for w in tag("“No,” he said.") if w.pos == "PUNCT"] == ["“", ",", "”", "."]
