"""Casualty claims: which numbers are tolls, of whom, according to whom, and which are not."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import casualty_items, paths
from helpers.casualties import (
    NO_CASUALTY_WORD,
    NOT_HARMED,
    find_casualty_claims,
    find_rejected_numerals,
    read_casualty_figures,
)
from helpers.casualty_items import items_of
from helpers.casualty_rules import read_sentence, rules
from helpers.casualty_words import STRIKING, is_plain, lexicon, plural
from helpers.numerals import find_numerals, tokens_of
from helpers.source_types import source_type
from helpers.statements import STATEMENT_COLUMNS
from helpers.tables import check_spans, make_table
from helpers.tolls import toll_per_article
from helpers.wordlists import read_list, read_rows

NO_STATEMENTS = make_table([], STATEMENT_COLUMNS)


def read(text):
    """Claims of a sentence as (number or phrase, effect), with the sentence's letters."""
    reading = read_sentence(tokens_of(text))
    tokens = reading.tokens
    found = []
    for _, mention in sorted(reading.mentions.items()):
        numeral = mention.item.numeral
        start = numeral.start if numeral else tokens[mention.item.first].start
        end = numeral.end if numeral else tokens[mention.item.last - 1].end
        found.append((text[start:end], mention.effect))
    return found


def numbers(text):
    return [pair for pair in read(text) if pair[0] not in ("a", "an")]


def column(table, name):
    """Values of a column, ``None`` where missing."""
    return [None if pd.isna(value) else value for value in table[name]]


@pytest.fixture
def claims_of(make_articles):
    def find(*texts, **options):
        return find_casualty_claims(make_articles(*texts), **options)

    return find


# The three articles


def test_the_three_articles_hold_exactly_three_claims(syria):
    claims = find_casualty_claims(syria)
    assert column(claims, "number") == ["14,000", "9,000", "13,000"]
    assert column(claims, "bound") == ["at_most", "at_least", "exact"]
    assert column(claims, "qualifier") == ["as many as", "at least", None]
    assert column(claims, "source") == ["activists", "The UN", "Activist groups"]
    assert set(claims["effect"]) == {"killed"}
    assert set(claims["scope"]) == {"cumulative"}
    assert column(claims, "low") == [None, 9_000, 13_000]
    assert column(claims, "high") == [14_000, None, 13_000]
    assert claims["source_type"].tolist() == ["activist", "intergovernmental", "activist"]
    assert claims["reported_on"].tolist() == ["2012-07-06", "2012-06-12", "2012-06-12"]
    assert claims["since"].tolist()[:2] == [
        "since the revolt against Assad began",
        "since the start of the uprising against Assad's rule",
    ]
    assert claims["since_precision"].tolist()[:2] == ["event", "event"]
    assert claims["population"].tolist()[1] == "people"
    assert claims[["as_of", "part_of", "corrects", "place"]].isna().all(axis=None)
    assert not claims[["implicit", "negated"]].any(axis=None)
    check_spans(claims, syria, says="number")
    check_spans(claims, syria, start="source_start", end="source_end", says="source")


def test_every_other_numeral_of_the_three_articles_is_set_aside(syria):
    rejected = find_rejected_numerals(syria)
    reasons = dict(zip(rejected["numeral"], rejected["reason"], strict=True))
    assert reasons["07/06/2012"] == "date"
    assert reasons["12:13"] == "clock time"
    assert reasons["100"] == "counts: place"
    assert reasons["1 million"] == "money"
    assert reasons["16"] == "counts: time"
    assert reasons["30"] == "counts: organisation"
    assert reasons["six-point"] == "compound"
    assert not set(rejected["numeral"]) & {"9,000", "13,000", "14,000"}


# Word lists: every entry works


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_reads_its_example(rule):
    reading = read_sentence(tokens_of(rule.example))
    found = "; ".join(
        f"{mention.item.numeral.low if mention.item.numeral else 1} {mention.effect}"
        for _, mention in sorted(reading.mentions.items())
    )
    assert found == rule.reads
    assert rule.name in {mention.rule for mention in reading.mentions.values()}


def participle(verb):
    forms = (form for found in lexicon().forms.values() for form in found)
    return next(
        " ".join(form.words) for form in forms if form.lemma == verb and form.form == "participle"
    )


@pytest.mark.parametrize("row", read_rows("casualty_verbs.csv"), ids=lambda row: row["verb"])
def test_every_verb(row):
    verb = row["verb"]
    done = f"Three people had {participle(verb)}."
    if row["voice"] == "transitive":
        by = " by a van" if verb in STRIKING else ""
        done = f"Three people were {participle(verb)}{by}."
    assert [effect for _, effect in read(done)] == [row["effect"]]
    assert read(f"It is feared that the men would {verb} three people.") == []


TEMPLATES = {
    "harm": "There were 12 {}.",
    "state": "Twelve people were {}.",
    "toll": "The {} reached 12.",
    "lives": "The flood claimed 12 {}.",
}


@pytest.mark.parametrize("row", read_rows("casualty_nouns.csv"), ids=lambda row: row["form"])
def test_every_noun(row):
    words = row["form"]
    if row["form"].split()[0] in ("did", "didn't", "had", "have", "failed"):
        text = f"Twelve people {row['form']}."
    elif words == "to death":
        text = "They beat 12 people to death."
    elif words in ("fatally", "mortally"):
        text = f"Twelve people were hit, 12 of them {words}."
    elif row["kind"] == "harm" and (not words.endswith("s") or "remains" in words):
        text = (
            f"One {words} was found."
            if row["force"] == "weak"
            else f"They saw the {words.removeprefix('the ')} of 12 people."
        )
    else:
        text = TEMPLATES[row["kind"]].format(words)
    effects = {effect for _, effect in read(text)}
    assert row["effect"] in effects


PERSONS = read_list("person_nouns.txt")


def test_every_noun_for_people_is_counted_even_with_a_weak_verb():
    things = {noun for row in read_rows("count_nouns.csv") for noun in row["nouns"].split()}
    missed = []
    for noun in PERSONS:
        words = noun.split()
        if words[-1] in things:
            continue
        reading = read_sentence(tokens_of(f"Later four {noun} were hurt."))
        if [m.effect for m in reading.mentions.values()] != ["wounded"]:
            missed.append(noun)
    assert missed == []


def test_no_thing_that_is_counted_becomes_a_toll():
    found = []
    for row in read_rows("count_nouns.csv"):
        for noun in row["nouns"].split():
            text = f"The blast killed 12 {plural(noun)} there."
            if noun not in ("shot", "execution") and read(text):
                found.append(noun)
    assert found == []


@pytest.mark.parametrize("row", read_rows("unreal_cues.csv"), ids=lambda row: row["cue"])
def test_every_cue_of_what_has_not_happened(row):
    assert read(row["example"]) == []


@pytest.mark.parametrize("cue", read_list("scope_cues.txt"))
def test_every_cue_of_a_total_over_time(cue, claims_of):
    claims = claims_of(f"Forty people were killed in the {cue}.", statements=NO_STATEMENTS)
    assert claims["scope"].tolist() == ["cumulative"]


@pytest.mark.parametrize("row", read_rows("source_types.csv"), ids=lambda row: row["word"])
def test_every_source_type(row):
    assert source_type(f"the {row['word']}") == row["source_type"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The UN", "intergovernmental"),
        ("Activist groups", "activist"),
        ("a doctor at the hospital", "medical"),
        ("residents of the village", "witness"),
        ("state television", "media"),
        ("somebody", "unnamed"),
        ("a friend", "unnamed"),
        ("the airline", "other"),
        ("Ruth Adeyemi", "other"),
        ("a volunteer group, Karvia Remembers", "other"),
    ],
)
def test_source_types(source, kind):
    assert source_type(source) == kind


# Constructions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people on a bus were killed.", [("Nine", "killed")]),
        ("Clashes left 7 dead and 15 injured.", [("7", "killed"), ("15", "wounded")]),
        ("10 in Norham and 5 in Dellby were killed.", [("10", "killed"), ("5", "killed")]),
        ("It left 23 injured, four seriously.", [("23", "wounded"), ("four", "wounded")]),
        ("Three drowned and one is still missing.", [("Three", "killed"), ("one", "missing")]),
        ("Two women were shot and killed.", [("Two", "killed")]),
        ("They killed or wounded 4,000 soldiers.", [("4,000", "casualties")]),
        ("Police shot two men, killing one of them.", [("two", "wounded"), ("one", "killed")]),
        ("The dead included 3 nurses.", [("3", "killed")]),
        ("Of those injured, 13 were children.", [("13", "wounded")]),
        ("Six were taken to two local hospitals.", [("Six", "wounded")]),
        ("It claimed the lives of nine girls.", [("nine", "killed")]),
        ("The toll has climbed past 1,100.", [("1,100", "killed")]),
        ("The death toll rose from 15 to 20.", [("15", "killed"), ("20", "killed")]),
        ("Eleven miners lost their lives.", [("Eleven", "killed")]),
        ("Three men were found shot to death.", [("Three", "killed")]),
        ("Twin blasts kill 38 in capital", [("38", "killed")]),
        ("AT LEAST TWO PEASANTS WERE MURDERED", [("TWO", "killed")]),
        ("It killed the mayor and two peasants.", [("two", "killed")]),
        ("The killing of 3 farmers was mourned.", [("3", "killed")]),
        ("As many as 300 people may have died.", [("300", "killed")]),
        ("Four people died. Two others are in hospital.", [("Four", "killed"), ("Two", "wounded")]),
        ("A truck hit 12 people outside a cafe.", [("12", "wounded")]),
        (
            "It ran, hitting eight people and killing two, in a van.",
            [("eight", "wounded"), ("two", "killed")],
        ),
        ("Medics treated 64 people for injuries.", [("64", "wounded")]),
        ("The fire sent four women to the hospital.", [("four", "wounded")]),
        ("Nine soldiers fell in the battle.", [("Nine", "killed")]),
        ("The city had 58 homicides, up from 49 in 2019.", [("58", "killed"), ("49", "killed")]),
        ("Four farmers lost life in the crash.", [("Four", "killed")]),
        ("The body of a man was found.", [("a man", "killed")]),
        ("Officers shot and killed a 23-year-old.", [("a 23-year-old", "killed")]),
        ("A 30-year-old nurse was stabbed.", [("A 30-year-old nurse", "wounded")]),
        ("Six were, the mayor said, killed.", [("Six", "killed")]),
        ("At least 18 people were today killed.", [("18", "killed")]),
        ("The 12 men killed were all shot in a field.", [("12", "killed")]),
        (
            "73 dead in Norham, 45 in Dellby and one in Salem.",
            [("73", "killed"), ("45", "killed"), ("one", "killed")],
        ),
        (
            "The number of missing fell from 200 in a first count to 42 people.",
            [("200", "missing"), ("42", "missing")],
        ),
        (
            "The dead between 1 May and 9 May included 44 men and 36 boys.",
            [("44", "killed"), ("36", "killed")],
        ),
        (
            "At least 16 boys and 11 nurses were among the dead.",
            [("16", "killed"), ("11", "killed")],
        ),
        (
            "Ten died, along with 36 rebels and 46 soldiers.",
            [("Ten", "killed"), ("36", "killed"), ("46", "killed")],
        ),
        (
            "It killed the ward commander of the Norham Volunteers Guard and six farmers.",
            [("six", "killed")],
        ),
        ("A guard who fought them said at least 40 people were killed.", [("40", "killed")]),
        ("Two others are battling for life.", [("Two", "wounded")]),
        ("Two 16-year-olds were rushed to a hospital.", [("Two", "wounded")]),
        ("4 shot, 1 fatally, at a party", [("4", "wounded"), ("1", "killed")]),
        ('Two rebels were "neutralised" in the raid.', [("Two", "killed")]),
        ("One was said to be missing.", [("One", "missing")]),
        ("They recorded 4,813 confirmed and presumed deaths.", [("4,813", "killed")]),
        (
            "It killed 13 guards, among whom seven were recruits.",
            [("13", "killed"), ("seven", "killed")],
        ),
        ("Nine villagers, including a nurse died.", [("Nine", "killed"), ("a nurse", "killed")]),
        ("Police confirmed that one man had died.", [("one", "killed")]),
        ("Two boys reportedly sustained injuries.", [("Two", "wounded")]),
        ("House fire claims lives of 15 people", [("15", "killed")]),
        ("It killed 40 men, or 18 per 100,000.", [("40", "killed")]),
        ("One of the twins, 14, was killed.", [("One", "killed")]),
        ("A driver hit two girls, whom he had seen.", [("two", "wounded")]),
        ("Three of the five wounded died.", [("Three", "killed"), ("five", "wounded")]),
        ("Two men shot during the raid also died.", [("Two", "killed")]),
        ("Two men shot during the raid were named.", [("Two", "wounded")]),
        ("The raid killed nine people who had been hurt.", [("nine", "killed")]),
        ("Crews found nine people who had been hurt.", [("nine", "wounded")]),
        ("TWENTYFOUR SAILORS WERE INJURED.", [("TWENTYFOUR", "wounded")]),
        ("A further six were trapped and feared dead.", [("six", "killed")]),
        ("A gunman killed four and wounded at least 9.", [("four", "killed"), ("9", "wounded")]),
        (
            "Ten were hurt, including 3 badly and 4 arrested.",
            [("Ten", "wounded"), ("3", "wounded")],
        ),
        ("Two died, and the toll could include some students.", [("Two", "killed")]),
        ("As of Septembre 30, 12 people were killed.", [("12", "killed")]),
        # A subject in parts.
        ("Sixty guards and local volunteers were killed.", [("Sixty", "killed")]),
        ("At least 30 nurses, porters and elderly patients died.", [("30", "killed")]),
        ("All 88 passengers and crew on the jet perished.", [("88", "killed")]),
        ("In Lund 40 monks and other villagers were hurt.", [("40", "wounded")]),
        ("Forty monks and guards said two men were killed.", [("two", "killed")]),
        ("Police held 40 men and guards killed two.", [("two", "killed")]),
        # Who is said to be wounded is so where a disease is spoken of, too.
        ("The number of injured in the cholera camp rose to 12.", [("12", "wounded")]),
        ("The shelling of the cholera ward caused 12 injuries.", [("12", "wounded")]),
        ("A blast at the Ebola ward left 12 people with injuries.", [("12", "wounded")]),
        ("A raid on the Ebola ward left 12 people with burns.", [("12", "wounded")]),
        # A person whom two words name together.
        ("An asylum seeker was killed.", [("An asylum seeker", "killed")]),
        ("A 23-year-old gang member was shot dead.", [("A 23-year-old gang member", "killed")]),
        (
            "Two asylum seekers and a crew member were killed.",
            [("Two", "killed"), ("a crew member", "killed")],
        ),
        ("Twelve asylum seeker children were killed.", [("Twelve", "killed")]),
        # A year, and the figure that the next one rose to.
        (
            "Deaths rose from 2,790 in 2010 to 3,021 in 2011.",
            [("2,790", "killed"), ("3,021", "killed")],
        ),
        (
            "Deaths rose from 2,790 in May 2010 to 3,021 people.",
            [("2,790", "killed"), ("3,021", "killed")],
        ),
        # What an army loses, and lives.
        ("Ruritania lost 70 troops in the marshes.", [("70", "killed")]),
        ("The rebels have lost nine fighters.", [("nine", "killed")]),
        ("The ferry sank with the loss of 40 lives.", [("40", "killed")]),
        # Deaths that reach, pass or fall to a figure.
        ("Deaths in Ruritania have exceeded 300.", [("300", "killed")]),
        ("Heat deaths in the city passed 90 on Friday.", [("90", "killed")]),
        ("Mining deaths dropped to 1,240 last year.", [("1,240", "killed")]),
        ("The number of confirmed dead rose to 31.", [("31", "killed")]),
        ("The number of villagers confirmed dead reached 31.", [("31", "killed")]),
        ("The estimated toll ranges from 60 to 90.", [("from 60 to 90", "killed")]),
        # Clauses between commas.
        ("The two cooks, who were wounded in the raid, went home.", [("two", "wounded")]),
        ("Four sailors, killed by a mine on Friday, were buried.", [("Four", "killed")]),
        # One verb tells how, the next what came of it.
        ("Two cyclists were hit and killed by a van.", [("Two", "killed")]),
        ("Two cyclists were knocked down and killed by a bus.", [("Two", "killed")]),
        ("Two cyclists were hit by a van and killed.", [("Two", "killed")]),
        ("Two cyclists were struck by a bullet and killed.", [("Two", "killed")]),
        ("Three miners were carried off and drowned.", [("Three", "killed")]),
        ("Three miners caught fever and died.", [("Three", "killed")]),
        ("As many as 12 monks may have been trapped and killed.", [("12", "killed")]),
        ("Six victims were shot dead.", [("Six", "killed")]),
        ("Two guards stepped on a mine and were killed.", [("Two", "killed")]),
        ("The four boys, all under 10, died in the fire.", [("four", "killed")]),
        ("Nine protesters and police were hurt.", [("Nine", "wounded")]),
        ("Nearly 100 pupils marched after two boys were killed.", [("two", "killed")]),
        ("Forty villagers fled before three men died.", [("three", "killed")]),
        ("Nine guards in a van with two children were killed.", [("Nine", "killed")]),
        ("Two councils and two aid bodies said 12 people were killed.", [("12", "killed")]),
        ("The six victims, all nurses, died at once.", [("six", "killed")]),
        ("Four, perhaps five, people were killed.", [("Four", "killed"), ("five", "killed")]),
        # Second figures for those already counted.
        (
            "The army put the death toll at 40, but medics said it was 70.",
            [("40", "killed"), ("70", "killed")],
        ),
        (
            "Police put the number of dead at 12, but nurses put it at 20.",
            [("12", "killed"), ("20", "killed")],
        ),
        (
            "Nine were killed; the village said the number was at least 20.",
            [("Nine", "killed"), ("20", "killed")],
        ),
        ("A quake killed nine people, and a lab put it at 6.1.", [("nine", "killed")]),
        ("The documentary shows two men who were killed.", [("two", "killed")]),
        ("The film crew left before two men were killed.", [("two", "killed")]),
        ("Crews found two bodies, the mayor said.", [("two", "killed")]),
        # Not what may yet come, and no more than there were.
        ("Ten were killed and 30 injured.", [("Ten", "killed"), ("30", "wounded")]),
        ("The floods may have claimed 40 lives.", [("40", "killed")]),
        ("The toll could exceed 80.", [("80", "killed")]),
        ("The blast may have left 300 dead.", [("300", "killed")]),
        ("The flood left 300 dead and 90 hurt.", [("300", "killed"), ("90", "wounded")]),
        (
            "The number of dead rose to 90 and the number of wounded to 200.",
            [("90", "killed"), ("200", "wounded")],
        ),
        ("Some 300 deaths are confirmed.", [("300", "killed")]),
        ("The flood went on to claim 40 lives.", [("40", "killed")]),
        ("He told of 40 people being killed.", [("40", "killed")]),
        ("He warned of mobs; he spoke of 300 deaths.", [("300", "killed")]),
        ("Of the miners 40 have died since 1984 and more.", [("40", "killed")]),
        (
            "Forty have died since 1984 and more than 90 were hurt.",
            [("Forty", "killed"), ("90", "wounded")],
        ),
        ("Every one of the 20 miners was killed.", [("20", "killed")]),
        ("It wounded 2 cooks; 4 injured players fled.", [("2", "wounded"), ("4", "wounded")]),
        ("It came after two gunmen killed five monks.", [("five", "killed")]),
        ("It came after an arsonist killed nine monks.", [("nine", "killed")]),
        ("He fled after two men killed in Lund were named.", [("two", "killed")]),
        # Who is thought to have done it, and how old they were.
        ("The quake is thought to have killed 70 monks.", [("70", "killed")]),
        ("The mist was estimated to have killed 70 monks.", [("70", "killed")]),
        ("Two nurses are thought to have killed nine men.", [("nine", "killed")]),
        ("Two nurses are thought to have been killed.", [("Two", "killed")]),
        ("Five pupils ages 9 to 12 drowned.", [("Five", "killed")]),
        ("Five pupils aged 9, 11 and 12 were hurt.", [("Five", "wounded")]),
        ("Five pupils between the ages of 9 and 12 drowned.", [("Five", "killed")]),
        ("Girls aged 12 and two boys of 9 drowned.", [("two", "killed")]),
        ("Forty South Korean sailors drowned.", [("Forty", "killed")]),
        # What a figure is compared with, and parts of it.
        ("Fires killed 40 people, down 20% from 50.", [("40", "killed"), ("50", "killed")]),
        ("Fires killed 40 people, up 21 percent from 33.", [("40", "killed"), ("33", "killed")]),
        ("Fires killed 40 people, a fall of 20% from 50.", [("40", "killed"), ("50", "killed")]),
        ("Fires killed 40 people, a trip of 20 miles from 50 towns.", [("40", "killed")]),
        ("Nine cooks died in a fire, six of burns.", [("Nine", "killed"), ("six", "killed")]),
        ("Nine cooks died in a fire, six of cards.", [("Nine", "killed")]),
        (
            "A fire killed 30 people, 12 of them monks and nine cooks.",
            [("30", "killed"), ("12", "killed"), ("nine", "killed")],
        ),
        (
            "A fire killed 30 people, 12 of them monks and nine cooks fled.",
            [("30", "killed"), ("12", "killed")],
        ),
        (
            "Thirty monks died when two rafts met: 21 aboard the larger and nine cooks.",
            [("Thirty", "killed"), ("21", "killed"), ("nine", "killed")],
        ),
        (
            "Thirty monks died when two rafts met: 20 aboard the larger and nine cooks.",
            [("Thirty", "killed")],
        ),
        # Those lost at once, in care, sought, or silent.
        ("We lost nine pupils in two minutes.", [("nine", "killed")]),
        ("The village lost nine pupils in the flood.", [("nine", "killed")]),
        (
            "The mist killed six cooks, and 40 are being treated.",
            [("six", "killed"), ("40", "wounded")],
        ),
        ("Six died of cholera, and 40 are being treated.", [("Six", "killed")]),
        ("Three other miners are in the burn unit.", [("Three", "wounded")]),
        ("Two trappers have not been heard from.", [("Two", "missing")]),
        (
            "Divers found two bodies and were searching for nine boys.",
            [("two", "killed"), ("nine", "missing")],
        ),
        ("Ten were rescued and a search was under way for six.", [("six", "missing")]),
        ("A nurse said that one had died.", [("one", "killed")]),
    ],
)
def test_constructions(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The actor, 91, died at home.",
        "He died at the age of 87.",
        "A court sentenced three men to death.",
        "Five men have been charged with the murder of a teenager.",
        "The suspect faces two counts of murder.",
        "They threatened to kill 10 judges.",
        "The virus could kill 50,000 people by winter.",
        "One in five patients died.",
        "There were 3 deaths per 1,000 births.",
        "The army shot down three drones.",
        "Two horses were killed in the fire.",
        "The Senate killed two amendments.",
        "The team lost 3-1 after two players were injured.",
        "Three gunmen attacked the town.",
        "One of those killed was wearing a uniform.",
        "The party lost 30 seats.",
        "She wrote four books about death.",
        "The bomb destroyed 12 houses.",
        "Nine demonstrators were hit by a tax.",
        "After the turn two defenders were left for dead.",
        "The firm lost 300 workers to rivals.",
        "The disease kills 40 people a day.",
        "The dead man's girls, ages 2, 7 and 12, were safe.",
        'The novel "Ten Dead Men" sold well.',
        "The bill, which would give 300,000 migrants a home, was killed in the Senate.",
        "The drill simulated a quake that killed 500 people.",
        "The bank killed two products.",
        "Three of the five wounded trees were felled.",
        "A rush to complete one of the last events was deadly.",
        "Villages hit by floods lost 40 bridges.",
        "Around 60 dead fish were found.",
        "Four actors played victims.",
        "Some 1,059 cholera patients were hospitalised.",
        "Twelve people are in hospital with cholera.",
        "Twelve people were in intensive care with Ebola.",
        "Twelve people were critically ill with measles.",
        "The number of people hospitalised with cholera rose to 12.",
        "A quarter of the victims were under 14.",
        "Most of the dead were over 70.",
        "The victims were between 16 and 20.",
        "The firm lost 30 men to desertion.",
        "The club lost 12 members.",
        "Mining deaths dropped by 40 last year.",
        "In the film, nine sailors are killed by a whale.",
        "The novel follows six monks who are murdered.",
        "The play is about a cook who kills two guards.",
        "Two bodies, the council and the league, condemned the vote.",
        "Two regional bodies criticised the vote.",
        "The two ministers, hurt by the polls, met.",
        "He told two men everything and was killed.",
        "Two men heard that their brother had been found and killed.",
        "England lost four men before lunch in the match.",
        "Ten monks could be killed and 30 injured.",
        "The agency warned that the toll would likely exceed 80.",
        "The drought will claim 40 lives by 2090.",
        "The army could lose 30 soldiers.",
        "Scientists predict 300 deaths.",
        "A flood there could leave 300 dead and 90 injured.",
        "Some 300 deaths are expected by 2090.",
        "The flood is expected to claim 40 lives.",
        "Heat will have killed 40 people by 2090.",
        "Some 40 people risk being killed.",
        "The agency warned of 300 deaths a year.",
        "The number of dead is projected to reach 300.",
        "The number of dead could rise to 90 and the number of wounded to 200.",
        "In this scenario, 300 people die.",
        "The club was without four injured defenders.",
        "Not all of the 20 miners were killed.",
        "Not every one of the 20 miners was killed.",
        "Two nurses are thought to have killed a king.",
        "Five pupils ages 9 to 12 were named.",
        "The county lost 900 residents in ten years.",
        "The county lost 900 residents after the flood.",
        "Sixty pupils are being treated to ice cream.",
        "Two letters have not been heard from.",
        "Rescuers searched for two gunmen.",
        "Rescuers searched for nine days.",
        "Crews searched for four owners of the house.",
        "A nurse said that one was a liar.",
    ],
)
def test_traps(text):
    assert [pair for pair in read(text) if pair[0][:2] not in ("a ", "A ")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses believe that their number could be as high as 90.", [("90", "at_most")]),
        ("The true number is 90, nurses said.", [("90", "exact")]),
        ("Nurses put the figure at 90.", [("90", "exact")]),
        ("The council has acknowledged only 20.", [("20", "exact")]),
        ("The number is 90.", []),
        ("Nurses put the figure at 90 pounds.", []),
        ("The council has acknowledged only 20 of the claims.", []),
        ("The council has acknowledged 20.", []),
        ("The number of rooms could be as high as 90.", []),
    ],
)
def test_a_figure_for_those_whom_the_sentence_before_counted(text, expected, claims_of):
    claims = claims_of(f"Police say 60 monks were killed. {text}")
    found = list(zip(claims["number"], claims["bound"], strict=True))
    assert found == [("60", "exact"), *expected]
    assert set(claims["effect"]) == {"killed"}


@pytest.mark.parametrize(
    "before",
    [
        "Police say 60 monks were killed and nine were hurt.",
        "Police say 60 monks were killed and 40 houses burned.",
        "Police say 60 monks were killed. It rained.",
        "Police say no one was killed.",
    ],
)
def test_nothing_points_back_where_it_may_be_something_else(before, claims_of):
    assert "90" not in claims_of(f"{before} Nurses put the figure at 90.")["number"].tolist()


def test_a_verb_left_out_is_that_of_the_speaker_before(claims_of):
    claims = claims_of("The league counted 80 dead, the commission 83.")
    assert column(claims, "number") == ["80", "83"]
    assert column(claims, "source") == ["The league", "the commission"]
    assert claims_of("The league counted 9 dead, the oldest 83.")["number"].tolist() == ["9"]


def test_what_was_said_to_have_happened_is_no_total_yet(claims_of):
    said = claims_of("Police said nine monks had died.")
    assert said["scope"].tolist() == ["incident"]
    for text in ("By May nine monks had died.", "As of May 1, police said nine monks had died."):
        assert claims_of(text)["scope"].tolist() == ["cumulative"]


# Columns


def test_bounds_scope_and_parts(claims_of):
    claims = claims_of("At least nine people, including two children, were killed.")
    assert claims["number"].tolist() == ["nine", "two"]
    assert claims["bound"].tolist() == ["at_least", "exact"]
    assert claims["scope"].tolist() == ["incident", "subset"]
    assert column(claims, "part_of") == [None, claims["claim_id"][0]]
    assert claims["population"].tolist() == ["people", "children"]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        # Parts that add up to the figure before.
        ("The storm killed 20 people: 12 in Lund and eight in Ystad.", [None, 0, 0]),
        ("Nine people were killed, six men and three women.", [None, 0, 0]),
        ("At least 50 people died – 20 in Lund, 15 in Ystad and 15 in Ronne.", [None, 0, 0, 0]),
        # Parts by their state.
        ("Of the 20 people hurt, six are in critical condition.", [None, 0]),
        ("Ten monks were wounded, four are in serious condition.", [None, 0]),
        ("Ten monks were injured and three are in intensive care.", [None, 0]),
        ("Ten monks were injured and three others are in intensive care.", [None, None]),
        # Parts of a figure in the sentence before.
        ("Ten monks were hurt. Two of them are in a critical condition.", [None, 0]),
        ("Ten monks were killed. Four of the dead were novices.", [None, 0]),
        ("Ten monks were killed. The dead included four novices.", [None, 0]),
        ("Two monks were killed. The dead included four novices.", [None, None]),
        ("Four of the dead were novices.", [None]),
        # The difference between two tolls.
        ("Two more died on Sunday, bringing the toll to nine.", [1, None]),
        ("The death toll rose by three to 42.", [1, None]),
        ("Three more deaths raised the death toll to 12.", [1, None]),
        ("The toll rose to 42 after 12 more bodies were found.", [None, 0]),
        ("The toll rose to 33, and two guards died in Lund.", [None, None]),
        ("Another victim died on Monday, raising the toll to eight.", [1, None]),
        ("Four women and two men among nine dead in a raid.", [2, 2, None]),
    ],
)
def test_what_is_a_part_of_what(text, wholes, claims_of):
    claims = claims_of(text, statements=NO_STATEMENTS)
    ids = claims["claim_id"].tolist()
    expected = [None if whole is None else ids[whole] for whole in wholes]
    assert column(claims, "part_of") == expected
    scopes = ["incident" if whole is None else "subset" for whole in wholes]
    assert claims["scope"].tolist() == scopes


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The UN estimates that 400 people have been killed.", ["about"]),
        ("The UN estimated the death toll at 400.", ["about"]),
        ("The UN estimates damage of all kinds after 400 people were killed.", ["exact"]),
        ("The toll ranges from 60 to 90.", ["range"]),
        ("Four, perhaps five, people were killed.", ["exact", "about"]),
    ],
)
def test_bounds_by_the_words_around_a_figure(text, bounds, claims_of):
    assert claims_of(text)["bound"].tolist() == bounds


def test_the_people_counted_may_be_of_two_kinds(claims_of):
    claims = claims_of("Sixty guards and local volunteers were killed.")
    assert claims["population"].tolist() == ["guards and local volunteers"]


def test_a_soldier_is_one_and_no_one_is_zero(claims_of):
    claims = claims_of("A soldier was killed. No one else was hurt. No casualties were reported.")
    assert claims["implicit"].tolist() == [True, False, False]
    assert claims["negated"].tolist() == [False, True, True]
    assert claims["low"].tolist() == claims["high"].tolist() == [1, 0, 0]


def test_vague_words_have_no_figure_unless_coded(claims_of):
    text = "Dozens were killed and hundreds of people were injured."
    plain = claims_of(text)
    assert plain["bound"].tolist() == ["vague", "vague"]
    assert plain[["low", "high"]].isna().all(axis=None)
    coded = claims_of(text, code_vague=True)
    assert coded["low"].tolist() == [12, 100]
    assert coded["high"].isna().all()


def test_sources_hold_within_their_clause(claims_of):
    claims = claims_of(
        "Police said nine people were killed. Two children died. "
        "Twelve people were injured, according to the hospital."
    )
    assert column(claims, "source") == ["Police", None, "the hospital"]
    assert claims["source_type"].tolist()[::2] == ["government", "medical"]
    assert claims["statement_id"].notna().tolist() == [True, False, True]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("12 killed in blast: police", "police"),
        ("Nine people died, hospital sources told a newspaper.", "hospital sources"),
        ("The army said that ten people died, while five others were wounded.", "The army"),
        ("It added that nine people were killed.", "It"),
        ("A strike hit a house, the mayor said, killing at least 14 people.", "the mayor"),
        ("The clinic reported 90 cases in May, and 12 deaths.", "The clinic"),
        ("Two women died, a senior police official said.", "a senior police official"),
        ("Ten people died at 8 p.m. Monday, a doctor told reporters.", "a doctor"),
        ("The survey found at least 40 deaths.", "The survey"),
        ("Earlier reports had put the toll at 57.", "Earlier reports"),
        ("The army said armed men killed 4 soldiers.", "The army"),
        (
            "Last month 90 civilians were killed the Norham Network claimed including 19 boys.",
            "the Norham Network",
        ),
        ("Ten men died, said Ana Silva, a nurse, who was on duty.", "Ana Silva, a nurse"),
        (
            "Nine men died in a raid the Norham Monitor a war monitor said.",
            "the Norham Monitor a war monitor",
        ),
        ("The group which watches the border said 40 people died.", "The group"),
        ("Responding officers found two men with gunshot wounds.", None),
        ("The number of cases reported is 70 including two deaths.", None),
        ("The mayor said ten were injured; five people died.", None),
        ("The mayor said ten were injured. A bus left, and five people died.", None),
        # Verbs that tell a figure, though no statement is read from them.
        ("The clinic has counted 40 dead.", "The clinic"),
        ("The mayor said ten were hurt; the clinic has counted 12 dead.", "the clinic"),
        ("NORHAM - Cooks say as many as 40 monks were shot dead.", "Cooks"),
        (
            "Nurses at the Norham clinic estimate that as many as 40 monks died.",
            "Nurses at the Norham clinic",
        ),
        ("The army has lowered its toll from the fire to 78.", "The army"),
        ("Local nurses put the number of dead in the raid at 70.", "Local nurses"),
        ("Nurses spoke of 300 dead.", "Nurses"),
        ("The bomb, which cooks say killed 40, was small.", None),
        ("A nurse who had counted 40 dead fled.", None),
        ("The nurse put the toll at 5 while 9 people were reported injured.", None),
        ("An earlier version of this article said that 14 people had died.", None),
        ("Crews found the bodies of an estimated 40 people.", None),
        ("By official estimates 40 people died.", None),
        ("The tank fired and the clinic recorded 40 deaths.", None),
        # A second figure and parts of a first.
        ("The ministry put the toll at 30 dead and over 90 injured.", "The ministry"),
        ("The ministry put the toll at 30 dead; 90 were injured.", None),
        ("The league accused the army of killing 90 monks, 14 of them boys.", "The league"),
        ("The ship had 90 casualties, the navy said in its report, including 12 dead.", "the navy"),
        ("The ship had 90 casualties, the navy said in its report. It had 12 dead.", None),
    ],
)
def test_the_source_of_the_last_figure(text, source, claims_of):
    assert column(claims_of(text), "source")[-1] == source


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Police said six died but the clinic said 8 were killed.", ["Police", "the clinic"]),
        (
            "Monks said 12 people had been killed, but the army put the toll at four.",
            ["Monks", "the army"],
        ),
        (
            "Police said six people died and nurses at the clinic put the number at 8.",
            ["Police", "nurses at the clinic"],
        ),
        (
            "Police said six people died, while the clinic counted 8 dead and 9 injured.",
            ["Police", "the clinic", "the clinic"],
        ),
        (
            "Police put the death toll at 6, while the Red Cross gave a figure of 8.",
            ["Police", "the Red Cross"],
        ),
        # Clauses that name nobody who speaks.
        ("Police said six people died and 8 were hurt in a raid said to be their last.",
         ["Police", "Police"]),
        ("Police said six people died and men said to be rebels killed 8.", ["Police", "Police"]),
        ("Police said a cook and a guard put the bomb that killed 8 in a bin.", ["Police"]),
        # What follows the colon is no speaker.
        ("The fire killed 20 people: 12 men and eight women.", [None, None, None]),
    ],
)  # fmt: skip
def test_each_clause_has_its_own_speaker(text, sources, claims_of):
    claims = claims_of(text)
    assert column(claims, "source") == sources
    says = [text[a:b] for a, b in zip(claims["source_start"], claims["source_end"], strict=True)
            if not pd.isna(a)]  # fmt: skip
    assert says == [source for source in sources if source]


def test_text_without_commas_has_sources_too(claims_of):
    claims = claims_of("A raid killed 18 people on Friday the rescue service said.")
    assert claims["source"].tolist() == ["the rescue service"]


def test_a_verb_of_harm_is_no_verb_of_saying(claims_of):
    claims = claims_of("The flood claimed the lives of 18 farmers.")
    assert claims["source"].isna().all()


def test_times_are_given_only_where_the_text_gives_them(claims_of):
    claims = claims_of(
        "By Tuesday 40 people had died. Since March 2011 some 300 have been killed. Ten died."
    )
    assert column(claims, "as_of")[0] == "By Tuesday"
    assert claims["as_of_precision"].tolist()[0] == "day"
    assert column(claims, "since")[1] == "Since March 2011"
    assert claims["since_precision"].tolist()[1] == "month"
    assert claims[["as_of", "since"]].isna().all(axis=1).tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of June 40 people were killed.", "As of June"),
        ("By then 9 had died.", "By then"),
        ("As of 12 June 40 people had died.", "As of 12 June"),
    ],
)
def test_a_time_ends_before_the_figure(text, as_of, claims_of):
    assert column(claims_of(text), "as_of") == [as_of]


def test_those_of_the_dead_are_a_part_of_them(claims_of):
    claims = claims_of("Of the 40 dead, 17 were children.")
    assert claims["scope"].tolist() == ["incident", "subset"]
    assert claims["part_of"].tolist()[1] == claims["claim_id"].tolist()[0]


def test_what_an_attack_claimed_goes_on_after_who_said_so(claims_of):
    claims = claims_of("Police said a shell hit the market, claiming the life of a clerk.")
    assert column(claims, "source") == ["Police"]


def test_a_revised_toll_corrects_the_older_one(claims_of):
    claims = claims_of("The death toll rose from 15 to 20.")
    assert claims["number"].tolist() == ["15", "20"]
    assert column(claims, "corrects") == [None, claims["claim_id"][0]]


def test_an_earlier_toll_is_corrected_by_the_one_before(claims_of):
    claims = claims_of("A raid killed 18 people. An earlier death toll said 15 people were killed.")
    assert column(claims, "corrects") == [claims["claim_id"][1], None]


@pytest.mark.parametrize(
    ("text", "newer", "older"),
    [
        ("The death toll was revised from 14 dead to 12.", "12", "14"),
        ("Officials lowered the death toll to 12 from 14.", "12", "14"),
        ("Officials raised the toll from 14 to at least 20.", "20", "14"),
        ("Twelve people died, correcting an earlier count of 14 dead.", "Twelve", "14"),
        ("Twelve people were killed, not 14 as first reported.", "Twelve", "14"),
        ("Twelve people were killed. Police had said 14 people were killed.", "Twelve", "14"),
        ("Twelve people were killed. Earlier reports of 14 dead were wrong.", "Twelve", "14"),
        ("180 were confirmed dead, up from 168 a day earlier.", "180", "168"),
        ("An initial report put the dead at 14. Twelve people were killed.", "Twelve", "14"),
        ("A gang killed twelve, the league said, raising its earlier count of 9.", "twelve", "9"),
        ("The story said that 14 men had died. The correct figure is four.", "four", "14"),
    ],
)
def test_what_replaces_what(text, newer, older, claims_of):
    claims = claims_of(text)
    ids = dict(zip(claims["number"], claims["claim_id"], strict=True))
    pairs = dict(zip(claims["number"], column(claims, "corrects"), strict=True))
    assert pairs == {newer: ids[older], older: None}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed. Earlier, police said, a bomb killed 14 people.",
        "The city had 58 homicides, up from 49 in 2019.",
        "Nine people were killed. The first attack killed two people.",
    ],
)
def test_another_event_is_no_correction(text, claims_of):
    assert claims_of(text)["corrects"].isna().all()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("At least 12 were killed and possibly 20.", ["12", "20"]),
        ("At least 12 people died, perhaps as many as 20.", ["12", "20"]),
        ("At least 12 and possibly 20 people were killed.", ["12", "20"]),
        ("The toll is at least 12 and could be as high as 20.", ["12", "20"]),
    ],
)
def test_a_floor_and_what_is_possible_are_two_claims(text, numbers, claims_of, make_articles):
    claims = claims_of(text)
    assert claims["number"].tolist() == numbers
    assert claims["bound"].tolist()[0] == "at_least"
    assert claims["bound"].tolist()[1] in ("about", "at_most")
    tolls = toll_per_article(make_articles(text), claims)
    assert tolls["killed"].tolist() == [12]


def test_place_and_reported_on():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "text": ["Nine people were killed in Norham.", "Nine people were killed."],
            "published": pd.to_datetime(["2020-05-04", None], utc=True),
        }
    )
    claims = find_casualty_claims(articles)
    assert column(claims, "place") == ["Norham", None]
    assert column(claims, "reported_on") == ["2020-05-04", None]


# Promises


def test_empty_tables_keep_their_columns(make_articles):
    articles = make_articles("Nothing here.", "")
    claims = find_casualty_claims(articles)
    assert len(claims) == 0
    assert "source_type" in claims.columns
    assert len(find_rejected_numerals(articles)) == 0


def test_inputs_stay_as_they_were(make_articles):
    articles = make_articles("Five people died, Ana Diaz said.", "It rained for 3 days.")
    before = articles.copy()
    assert len(find_casualty_claims(articles)) == len(find_rejected_numerals(articles)) == 1
    pd.testing.assert_frame_equal(articles, before)


def test_the_kind_of_a_pronoun_is_that_of_whom_it_stands_for(claims_of):
    text = "Police chief Ana Diaz said the road was closed. She said nine people were killed."
    claims = claims_of(text)
    assert claims[["source", "source_name", "source_type"]].to_numpy().tolist() == [
        ["She", "Ana Diaz", "government"]
    ]


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="text"):
        find_casualty_claims(pd.DataFrame({"article_id": ["a"]}))
    with pytest.raises(ValueError, match="fragments"):
        find_casualty_claims(
            pd.DataFrame({"article_id": ["a"], "text": ["b"]}), pd.DataFrame({"speaker": []})
        )


def test_reasons_tell_people_from_things(make_articles):
    rejected = find_rejected_numerals(make_articles("Four men left.", "Four men saw nine killed."))
    assert rejected["reason"].tolist() == [NOT_HARMED, NOT_HARMED]
    rejected = find_rejected_numerals(make_articles("It took 17 xyz."))
    assert rejected["reason"].tolist() == [NO_CASUALTY_WORD]


def test_claims_and_rejected_numerals_from_one_reading(syria):
    both = read_casualty_figures(syria)
    pd.testing.assert_frame_equal(both.claims, find_casualty_claims(syria))
    pd.testing.assert_frame_equal(both.rejected, find_rejected_numerals(syria))


WORDS = (
    "at least nine 9,000 12 one of them people soldiers a soldier was were killed wounded dead "
    "death toll rose from to and or including , . who died said police no one lives claimed "
    "20-30 six-point 3rd dozens hundreds missing injured , in Norham if could have been "
    ": ( victims bodies lost said it put the number at bringing by to a fourth film 5 after more"
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join)


@settings(deadline=None)
@given(SENTENCES)
def test_claims_and_rejected_numerals_are_all_numerals(text):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]}, dtype="str")
    claims = find_casualty_claims(articles, NO_STATEMENTS)
    check_spans(claims, articles, says="number")
    rejected = find_rejected_numerals(articles)
    check_spans(rejected, articles, says="numeral")
    counted = claims.loc[~claims["implicit"] & ~claims["negated"], ["start", "end"]]
    both = sorted(
        [*counted.itertuples(index=False), *rejected[["start", "end"]].itertuples(index=False)]
    )
    numerals = find_numerals(articles)[["start", "end"]]
    assert [tuple(row) for row in both] == [tuple(row) for row in numerals.itertuples(index=False)]


@settings(deadline=None)
@given(SENTENCES)
def test_items_cover_a_sentence_in_order(text):
    items, _ = items_of(tokens_of(text))
    assert all(a.last <= b.first for a, b in pairwise(items))
    assert all(item.first < item.last and len(item.letter) == 1 for item in items)


@pytest.mark.parametrize(
    "text",
    [
        "killed 5 and " * 8_000,
        "(" * 40_000 + "killed",
        '"killed 3 ' * 8_000,
        "5," * 40_000 + " dead",
    ],
    ids=["claims", "brackets", "quotes", "commas"],
)
def test_hostile_text_is_read_in_bounded_pieces(text):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]}, dtype="str")
    claims = find_casualty_claims(articles, NO_STATEMENTS)
    assert (claims["sentence_end"] - claims["sentence_start"] <= 1_200).all()


def test_claims_agree_with_the_hand_labels(syria):
    labels = pd.read_csv(paths.PROJECT / "data" / "labels" / "casualty_claims.csv", dtype="str")
    found = find_casualty_claims(syria)
    for name in labels.columns.drop("note"):
        assert column(labels, name) == [
            None if value is None else str(value) for value in column(found, name)
        ], name


def test_words_taken_for_plain_would_be_read_alike_by_every_reader(monkeypatch):
    examples = [row["example"] for row in read_rows("casualty_rules.csv")]
    examples += [f"Of 40, {row['form']} and a {row['form']} or 12." for row in
                 read_rows("casualty_nouns.csv")]  # fmt: skip
    examples += [f"A {noun}, no {noun}, {plural(noun)} and the {noun}'s mother were shot."
                 for noun in read_list("person_nouns.txt")]  # fmt: skip
    examples += [
        f"They {row['verb']} 12 of us, were not {row['verb']} and had it {row['verb']} in town."
        for row in read_rows("casualty_verbs.csv")
    ]
    with_short_cut = [items_of(tokens_of(text)) for text in examples]
    assert [is_plain(word) for word in ("plan", "town", "killed", "a")] == [
        True,
        True,
        False,
        False,
    ]
    monkeypatch.setattr(casualty_items, "is_plain", set().__contains__)  # no word is
    assert [items_of(tokens_of(text)) for text in examples] == with_short_cut


def test_parts_of_a_whole_that_no_number_names_are_no_error(claims_of):
    claims = claims_of("A man was killed, 12 of them women and seven children.")
    assert list(zip(claims["number"], claims["scope"], strict=True)) == [
        ("A man", "incident"),
        ("12", "subset"),
    ]
