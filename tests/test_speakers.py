"""Who a speaker phrase names, and what kind of speaker it is."""

import pandas as pd
import pytest

from helpers.name_parts import name_parts
from helpers.reporting import reporting_verbs
from helpers.speakers import GROUP, INSTITUTION, PERSON, UNNAMED
from helpers.statements import find_statements
from helpers.wordlists import read_list, read_rows


def speakers(text: str) -> list[tuple[str | None, str | None, str | None]]:
    table = find_statements(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    table = table.sort_values("cue_start")
    return list(zip(table["speaker"], table["speaker_name"], table["speaker_type"], strict=True))


@pytest.mark.parametrize(
    ("run", "name", "roles"),
    [
        ("Foreign Minister Ana Diaz", "Ana Diaz", ["foreign minister"]),
        ("Secretary of State Ana Diaz", "Ana Diaz", ["secretary of state"]),
        ("Brig.-Gen. Ana Diaz", "Ana Diaz", ["brig.-gen"]),
        ("Mr. King", "King", ["mr"]),
        ("Charlie King", "Charlie King", []),
        ("On Tuesday Ana Diaz", "Ana Diaz", []),
        ("French President Ana Diaz", "Ana Diaz", ["president"]),
        ("Senators Diaz", "Diaz", ["senators"]),
        ("Prime Minister", "", ["prime minister"]),
        ("Swedish Socialist", "", []),
        ("Cllr Ana Diaz", "Ana Diaz", ["cllr"]),
        ("Det Sgt Ana Diaz", "Ana Diaz", ["det sgt"]),
        ("Barrister Ana Diaz SC", "Ana Diaz", ["barrister"]),
        ("Reed Company Chief Executive Ana Diaz", "Ana Diaz", ["chief executive"]),
        ("Leeds City Council Anna Diaz", "Anna Diaz", []),
        ("PDQ Ana Diaz", "Ana Diaz", []),
        ("John Chambers", "John Chambers", []),
        ("Ohio Democrat", "", ["democrat"]),
        ("PM Diaz", "Diaz", ["pm"]),
        ("More Anna Diaz", "Anna Diaz", []),
        ("Anna Diaz Praises Tom Reed", "Anna Diaz", []),
        ("Anna Diaz Praises Ohio Democrat", "Anna Diaz", []),
        ("Anna Waters", "Anna Waters", []),
        ("Democrat Ana Diaz", "Ana Diaz", []),
        ("Chief Executive Odd Anna Diaz", "Odd Anna Diaz", ["chief executive"]),
        ("Tor Magnus Eide", "Tor Magnus Eide", []),
    ],
)
def test_titles_and_names_are_told_apart(run, name, roles):
    parts = name_parts(run)
    assert (" ".join(parts.name), list(parts.roles)) == (name, roles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Ana Diaz left. The minister said it was late.",
            [("The minister", "Ana Diaz", PERSON)],
        ),
        (
            "Ana Diaz met Tom Reed. Reed said it was late. Diaz said no such thing was planned.",
            [("Reed", "Tom Reed", PERSON), ("Diaz", "Ana Diaz", PERSON)],
        ),
        (
            '"It is late," Ana Diaz, head of the Federation of Millers (FM) said on Monday.',
            [("Ana Diaz, head of the Federation of Millers (FM)", "Ana Diaz", PERSON)],
        ),
        (
            '"It is late," Ana Diaz, a friend of the house\'s former owner told them.',
            [("Ana Diaz, a friend of the house's former owner", "Ana Diaz", PERSON)],
        ),
        (
            "One of his sons, Tom Reed, said it was late.",
            [("One of his sons, Tom Reed", "Tom Reed", PERSON)],
        ),
        (
            'Tom Reed\'s vote is set. "I trust Omar Haddad," he said.',
            [("he", "Tom Reed", PERSON)],
        ),
        (
            "Ana Diaz said it was cold. The Ohio Democrat said it was late.",
            [("Ana Diaz", "Ana Diaz", PERSON), ("The Ohio Democrat", "Ana Diaz", PERSON)],
        ),
        ("The Ohio Democrat said it was late.", [("The Ohio Democrat", None, UNNAMED)]),
        ("Half of the drivers said it was late.", [("Half of the drivers", None, UNNAMED)]),
        ('"It is late," the notice states.', [("the notice", None, UNNAMED)]),
        ("J.J. Zorbel said it was late.", [("J.J. Zorbel", "J.J. Zorbel", PERSON)]),
        ("Two-thirds said it was late.", [("Two-thirds", None, GROUP)]),
        ("PDQ said it was late.", [("PDQ", "PDQ", INSTITUTION)]),
        ("FairShip said it was late.", [("FairShip", "FairShip", INSTITUTION)]),
        ("McReed said it was late.", [("McReed", "McReed", PERSON)]),
        ("Leontyne West said it was late.", [("Leontyne West", "Leontyne West", PERSON)]),
        (
            "Senator Ana Diaz left. Ohio Senator said it was late.",
            [("Ohio Senator", "Ana Diaz", PERSON)],
        ),
        # A surname that is a word too: written with a capital within a sentence, or twice.
        (
            "Trump said it was late. It was what Trump wants.",
            [("Trump", "Trump", PERSON)],
        ),
        ("Trump said it was late. Trump left.", [("Trump", "Trump", PERSON)]),
        ("Latino Republicans said it was late.", [("Latino Republicans", None, GROUP)]),
        (
            "The Leeds Examiner said it was late.",
            [("The Leeds Examiner", "Leeds Examiner", INSTITUTION)],
        ),
        (
            "Vote Didn't Go Well\n\nThe room was full. He said it was late.",
            [("He", None, PERSON)],
        ),
        (
            '"It is late," said Ana Diaz, chairman of the board, early last week.',
            [("Ana Diaz, chairman of the board", "Ana Diaz", PERSON)],
        ),
        (
            'Ana Diaz, a member of the council, said it was late. "We must go," she said.',
            [
                ("Ana Diaz, a member of the council", "Ana Diaz", PERSON),
                ("she", "Ana Diaz", PERSON),
            ],
        ),
        (
            "Tom Reed met Anna Diaz. She said it was late. He said it was early.",
            [("She", "Anna Diaz", PERSON), ("He", "Tom Reed", PERSON)],
        ),
        ("He said it was late.", [("He", None, PERSON)]),
        ("They said it was late.", [("They", None, GROUP)]),
        ("Activists said it was late.", [("Activists", None, GROUP)]),
        ("An official said it was late.", [("An official", None, UNNAMED)]),
        ("Officials said it was late.", [("Officials", None, UNNAMED)]),
        ("Canada said it was late.", [("Canada", "Canada", INSTITUTION)]),
        ("The UN said it was late.", [("The UN", "UN", INSTITUTION)]),
        (
            "The Tide Institute said it was late. It said no more was known.",
            [
                ("The Tide Institute", "Tide Institute", INSTITUTION),
                ("It", "Tide Institute", INSTITUTION),
            ],
        ),
        ("The government said it was late.", [("The government", None, INSTITUTION)]),
        ("A survey by Tide said it was late.", [("A survey by Tide", None, INSTITUTION)]),
        ("The French said it was late.", [("The French", None, GROUP)]),
        (
            "Ana Diaz's spokesman Tom Reed said it was late.",
            [("Ana Diaz's spokesman Tom Reed", "Tom Reed", PERSON)],
        ),
        (
            "A spokesman for Ana Diaz said it was late.",
            [("A spokesman for Ana Diaz", None, UNNAMED)],
        ),
        (
            '"It is late," a spokesman for President Ana Diaz said.',
            [("a spokesman for President Ana Diaz", None, UNNAMED)],
        ),
        (
            "Officials close to the mayor told the paper that it was late.",
            [("Officials close to the mayor", None, UNNAMED)],
        ),
        (
            "Two people familiar with the talks said it was late.",
            [("Two people familiar with the talks", None, UNNAMED)],
        ),
        (
            "A senior police official in Lund said it was late.",
            [("A senior police official in Lund", None, UNNAMED)],
        ),
        (
            "Prime Minister Ana Diaz was quoted by state television as saying that it was late.",
            [("Prime Minister Ana Diaz", "Ana Diaz", PERSON)],
        ),
        # People whose names are words for months and modal verbs.
        (
            'Prime Minister Ana May spoke. "It is late," May said. "It was," said May.',
            [("May", "Ana May", PERSON), ("May", "Ana May", PERSON)],
        ),
        ("Mrs. May said it was late.", [("Mrs. May", "May", PERSON)]),
        ("Will Reed said it was late.", [("Will Reed", "Will Reed", PERSON)]),
        (
            "Ana May left. In May the mayor said it was late.",
            [("the mayor", None, UNNAMED)],
        ),
        ("Scotland Yard said it was late.", [("Scotland Yard", "Scotland Yard", INSTITUTION)]),
        (
            "Boeing said it was late. It said no more was known.",
            [("Boeing", "Boeing", INSTITUTION), ("It", "Boeing", INSTITUTION)],
        ),
        (
            "Ana Diaz and Tom Reed said it was late.",
            [("Ana Diaz and Tom Reed", "Ana Diaz and Tom Reed", GROUP)],
        ),
    ],
)
def test_speaker_is_followed_back(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Omar al-Rashid", "Rashid"),
        ("Omar al-Rashid", "al-Rashid"),
        ("Park Geun-ho", "Park"),
        ("Khalid bin Nasser", "Nasser"),
        ("Lena van der Berg", "Berg"),
        ("José Núñez", "Núñez"),
        ("John O'Hara Jr.", "O'Hara"),
        ("Mirza Fakhrul Islam", "Fakhrul"),
        ("Ana Lopez-Diaz", "Lopez-Diaz"),
        ("Dilma da Silva", "da Silva"),
    ],
)
def test_names_of_many_shapes(full, later):
    found = speakers(f"The talks went on as {full} arrived. {later} said it was late.")
    assert [name for _, name, _ in found] == [full]


@pytest.mark.parametrize(
    ("before", "speaker", "name"),
    [
        ("The head coach Ana Diaz left early.", "The head coach", "Ana Diaz"),
        ("Ana Diaz, chief executive of the ferry line, left.", "The chief executive", "Ana Diaz"),
        ("The leader of the ferry crew, Ana Diaz, left.", "The leader", "Ana Diaz"),
        ("Sen. Ana Diaz left.", "The senator", "Ana Diaz"),
        ("Prof Ana Diaz left.", "The academic", "Ana Diaz"),
        ("Home Minister Ana Diaz left.", "The Home Minister", "Ana Diaz"),
        ("Ana Diaz said it rained.", "The sailor", "Ana Diaz"),
        ("Ana Diaz said it rained. Tom Reed left.", "The sailor", None),
        ("Ana Diaz said it rained.", "The spokesman", None),
        ("Lanre Issa Diaz left.", "Lanre Issa", "Lanre Issa Diaz"),
        ("Zorla Blim said it rained. Tom Reed left.", "Blim", "Zorla Blim"),
        ("The pilots met in Santa Zorla. Ana Diaz left.", "She", "Ana Diaz"),
        ("Zorla Blim said it rained.", "He", "Zorla Blim"),
    ],
)
def test_who_is_meant_later(before, speaker, name):
    found = speakers(f"{before} {speaker} said it was late.")
    assert found[-1][:2] == (speaker, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leader of the crew, Ana Diaz, has denied the charge.", "Ana Diaz"),
        ("It is late, lawyer for the crew Ana Diaz said.", "Ana Diaz"),
        ("Ana Diaz, head of the crew, announced today the ferry would stop.", "Ana Diaz"),
        ("Ana Diaz blocked the sale, stating that it was late.", "Ana Diaz"),
        ("Ana Diaz wanted the crew to stop the sale stating that it was late.", "Ana Diaz"),
        ("Ana Diaz sent a letter to her crew saying it was late.", "Ana Diaz"),
        ("It was late, said Ana Diaz, who had left the ferry.", "Ana Diaz"),
        ('"It was late," said Capt. Ana Diaz late Monday.', "Ana Diaz"),
        ('"It was late," the paper quoted Ana Diaz as saying.', "Ana Diaz"),
        ("Ana Diaz said the crew saw it as a loss, stressing that it was late.", "Ana Diaz"),
        ("The Commissioner of Police, Mr Sunday Okon, said it was late.", "Sunday Okon"),
        ("Its Executive Director, Zainab Yusuf, said it was late.", "Zainab Yusuf"),
        ("The minister, Ana Diaz and Tom Reed said it was late.", "Ana Diaz and Tom Reed"),
        ("Ana Diaz, in a letter signed by her aide, described it as a farce.", "Ana Diaz"),
        ("Tom Reed is here. Hajiya Aisha Bello left. Later she said it was late.", "Aisha Bello"),
        ("Pilots not involved in the study of Ana Diaz said it was late.", None),
        ("The clerk (who was ill) described it as a farce.", None),
    ],
)
def test_speaker_of_the_last_statement(text, expected):
    assert speakers(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Those who saw the ferry said it was late.", "Those who saw the ferry"),
        (
            "Many pilots — including Diaz — said it was late.",
            "Many pilots — including Diaz",
        ),
        ("Several pilots, including Diaz, said it was late.", "Several pilots, including Diaz"),
        ('"It was late," said a pilot who had left the ferry.', "a pilot who had left the ferry"),
        ("Diaz (Leeds) called the ferry a wreck.", "Diaz"),
        ("Diaz and Reed have both criticised the plan.", "Diaz and Reed"),
        ('The film, titled "Late", concludes that the ferry was safe.', "The film"),
        ("Ann Diaz last month joked that it was late.", "Ann Diaz"),
        ('Stated Ann Diaz:\n\n"It was late. We left."', "Ann Diaz"),
        ("The vote split the town, with three in 10 saying it was late.", "three in 10"),
        ('Ann Diaz emailed supporters saying: "It was late."', "Ann Diaz"),
        ("The crew released leaflets saying it was late.", "The crew"),
        ("The port was shut, with varying reports saying it was late.", "reports"),
    ],
)
def test_words_of_the_speaker(text, expected):
    assert speakers(text)[-1][0] == expected


def test_mr_and_mrs_of_one_surname_are_two():
    text = "Anna Diaz spoke. Mr. Diaz said it was late. Mrs. Diaz said it was early."
    assert [name for _, name, _ in speakers(text)] == ["Diaz", "Anna Diaz"]


def test_every_list_is_in_order_and_without_doubles():
    for name in ("titles", "institution_words", "document_words", "unnamed_words", "venues"):
        entries = read_list(f"{name}.txt")
        assert len(entries) == len(set(entries)), name
    names = [row["name"] for row in read_rows("given_names.csv")]
    assert names == sorted(set(names))
    assert {row["gender"] for row in read_rows("given_names.csv")} == {"female", "male"}


def test_verbs_have_known_frames():
    known = {"q", "clause", "that", "told", "wh", "np", "to", "obj_to", "small", "as", "subject"}
    for verb in reporting_verbs():
        assert verb.frames <= known, verb
        assert verb.kind in ("speech", "attitude"), verb
        assert verb.frames or verb.prepositions, verb


@pytest.mark.parametrize("title", read_list("titles.txt"))
def test_every_title_is_taken_off_a_name(title):
    run = f"{title.title()} Ana Diaz"
    assert name_parts(run).name == ("Ana", "Diaz")


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("Rear Adm. Ana Diaz", "Ana Diaz"),
        ("Attorney-General Ana Diaz", "Ana Diaz"),
        ("Deputy Inspector-General Ana Diaz", "Ana Diaz"),
        ("Governor-General Ana Diaz", "Ana Diaz"),
        ("Vice-chairperson Ana Diaz", "Ana Diaz"),
        ("Ex-minister Ana Diaz", "Ana Diaz"),
        ("Ex-wife Ana Diaz", "Ana Diaz"),
        ("Mayor-elect Ana Diaz", "Ana Diaz"),
        ("Prime Minister-designate Ana Diaz", "Ana Diaz"),
        ("Under-Secretary Ana Diaz", "Ana Diaz"),
        ("Sub-inspector Ana Diaz", "Ana Diaz"),
        ("Lieutenant-Colonel Ana Diaz", "Ana Diaz"),
        ("Editor-in-chief Ana Diaz", "Ana Diaz"),
        ("Attorney-General", ""),
        ("Ana King-Driver", "Ana King-Driver"),
        ("Mr French", "French"),
    ],
)
def test_titles_with_hyphens(run, name):
    assert " ".join(name_parts(run).name) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A role or a pronoun comes first, and the name later.
        ("The governor said it was late. Governor Ana Diaz shut the port.", ["Ana Diaz"]),
        ("Minister says no ferry will sail\n\nHarbour minister Ana Diaz left.", ["Ana Diaz"]),
        ('The baker said: "It was late." The baker, Tom Reed, left.', ["Tom Reed"]),
        ('"It was late," the professor says. Professor Ana Diaz left.', ["Ana Diaz"]),
        ('"It is late," she said. Anna Diaz, 83, has sailed for years.', ["Anna Diaz"]),
        ('"No," she said. "It is late." Anna Diaz, 83, sails.', ["Anna Diaz"]),
        ("The general, 61, is a sailor. He said it was late. Gen. Tom Reed left.", ["Tom Reed"]),
        # There is another one, it says too little, or somebody was named before.
        (
            "The minister said it was late. Sea Minister Ana Diaz met Port Minister Tom Reed.",
            [None],
        ),
        ("The witness said it was late. Tom Reed, a witness, left.", [None]),
        (
            'The minister said it was late. "It is," Tom Reed told the crew.',
            [None, "Tom Reed"],
        ),
        ("Tom Reed left. The minister said it was late. Sea Minister Ana Diaz left.", [None]),
        ('"It is late," she said. Tom Reed, 83, has sailed for years.', [None]),
        ('"It is late," she said. Anna Diaz met Mary Reed.', [None]),
        ('"It is late," she said. The crew met Anna Diaz.', [None]),
        ('A woman left the ferry. "It is late," she said. Anna Diaz sailed.', [None]),
        ('The pilot slept. "It is late," she said. Pilot Anna Diaz sailed.', [None]),
        # Letters and other words for an office.
        ("Cabinet Secretary Ana Diaz left. The CS said it was late.", ["Ana Diaz"]),
        ("President Ana Diaz left. The head of state said it was late.", ["Ana Diaz"]),
        ("Vice President Ana Diaz met Tom Reed. The president said it was late.", [None]),
    ],
)
def test_roles_and_pronouns_before_and_after_the_name(text, names):
    assert [name for _, name, _ in speakers(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Leeds Observatory for Human Rights said it was late.",
            ("Leeds Observatory for Human Rights", INSTITUTION),
        ),
        ("The Centre for Ferry Policy said it was late.", ("Centre for Ferry Policy", INSTITUTION)),
        ("Committee for Ferry Crews said it was late.", ("Committee for Ferry Crews", INSTITUTION)),
        (
            "The Department of Ports and Sea Trade in Leeds said it was late.",
            ("Department of Ports and Sea Trade", INSTITUTION),
        ),
        ("Bank of Leeds governor Ana Diaz said it was late.", ("Ana Diaz", PERSON)),
        ("Bank of Leeds Governor Ana Diaz said it was late.", ("Ana Diaz", PERSON)),
        ("University of Leeds professor Ana Diaz said it was late.", ("Ana Diaz", PERSON)),
        (
            "The Office of Lund Mayor Ana Diaz said it was late.",
            ("Office of Lund Mayor Ana Diaz", INSTITUTION),
        ),
        # What kind of body it is, is no part of its name.
        ("The union Zorlidar said it was late.", ("Zorlidar", INSTITUTION)),
        ("Rights group Zorlaid said it was late.", ("Zorlaid", INSTITUTION)),
        ("News agency Zorlavet said it was late.", ("Zorlavet", INSTITUTION)),
        ("State news agency ZORL said it was late.", ("ZORL", INSTITUTION)),
        (
            "The Lund-based Leeds Observatory said it was late.",
            ("Leeds Observatory", INSTITUTION),
        ),
        ("A super PAC said it was late.", (None, INSTITUTION)),
        ("The singer Zorla said it was late.", ("Zorla", PERSON)),
        # A role, a comma, and a name.
        ("His widow, Zorla, said it was late.", ("Zorla", PERSON)),
        ("The operator, ZorlRail, said it was late.", ("ZorlRail", INSTITUTION)),
        ("The developer, Zorla Homes, said it was late.", ("Zorla Homes", INSTITUTION)),
        ('Ana Diaz – the only MP from Lund – said: "It is late."', ("Ana Diaz", PERSON)),
        (
            "Member of the Leeds harbour committee Ana Diaz said it was late.",
            ("Ana Diaz", PERSON),
        ),
        ('"It is late," said a friend of the former mayor Ana Diaz.', (None, UNNAMED)),
        # Mr and Ms are always persons.
        ("Mr Fitch said it was late.", ("Fitch", PERSON)),
        ("Ms Street said it was late.", ("Street", PERSON)),
        ("Dr Law said it was late.", ("Law", PERSON)),
        ("Zorla Foods said it was late.", ("Zorla Foods", INSTITUTION)),
        ("US warns Lund over the ferry.", ("US", INSTITUTION)),
        # Bodies that were named before.
        ("The Ministry of Ports left. The ministry said it was late.", "Ministry of Ports"),
        (
            "The Ministry of Ports on Monday left. The ministry said it was late.",
            "Ministry of Ports",
        ),
        ("The Lund Commission met. The Commission said it was late.", "Lund Commission"),
        ("The Lund Bank met the Leeds Bank. The bank said it was late.", None),
        ("The Supreme Court met. An appeals court met. The court said it was late.", None),
        ("The union Zorlidar said it rained. The union said it was late.", "Zorlidar"),
        ("The union Zorlidar met the union Blimidar. The union said it was late.", None),
        ("The operator, ZorlRail, said it rained. The operator said it was late.", "ZorlRail"),
        ("The ferry left the West Bank. The bank said it was late.", None),
        ("Boeing said it rained. The company said it was late.", "Boeing"),
        ("Zorla Airlines left. The airline said it was late.", "Zorla Airlines"),
        ("Boeing said it rained. Airbus left. The company said it was late.", None),
        ("Oxfam said it rained. The company said it was late.", None),
        # Somebody without a name, of whom a pronoun is said.
        ('Ana Diaz left. A woman said it rained. "It is late," she said.', (None, UNNAMED)),
        (
            '"It rained," said coach Tom Reed. The sailor himself was calm. "It is," he said.',
            (None, UNNAMED),
        ),
        ("Tom Reed left. The businessman said it rained. He said it was late.", "Tom Reed"),
        ("A spokesman for Tom Reed said it rained. He said it was late.", (None, UNNAMED)),
        ("Tom Reed fell, a witness said. He said it was late.", "Tom Reed"),
    ],
)
def test_last_speaker_and_its_kind(text, expected):
    name, kind = speakers(text)[-1][1:]
    if isinstance(expected, tuple):
        assert (name, kind) == expected
    else:
        assert name == expected


@pytest.mark.parametrize(
    ("before", "speaker", "name"),
    [
        ("Annelies de Wit came.", "De Wit", "Annelies de Wit"),
        ("Fatima Ba Wazir came.", "Ba Wazir", "Fatima Ba Wazir"),
        ("Lucía Orne de la Torre came.", "Orne de la Torre", "Lucía Orne de la Torre"),
        ("María José Quispe Mamani came.", "Quispe Mamani", "María José Quispe Mamani"),
        ("Tor Magnus Eide came.", "Eide", "Tor Magnus Eide"),
        ("Tanabe Keiko came.", "Tanabe", "Tanabe Keiko"),
        # She is told from the other one, who is a man.
        ("Sir Leonard Voss came.", "Lady Voss", "Lady Voss"),
        ("Lady Voss came.", "Lady Voss", "Lady Voss"),
        # Another given name is another person; a word of a headline is no name.
        ("Mary Ann Reed came.", "Ann Reed", "Ann Reed"),
        ("Port Challenger Kelli Ward\n\nKelli Ward came.", "Ward", "Kelli Ward"),
        # The headline has the surnames alone.
        ("De Wit will go\n\nAnnelies de Wit came.", "De Wit", "Annelies de Wit"),
    ],
)
def test_family_names_of_two_words(before, speaker, name):
    assert speakers(f"{before} {speaker} said it was late.") == [(speaker, name, PERSON)]


@pytest.mark.parametrize(
    ("before", "speaker", "name", "kind"),
    [
        ("Joel Ward, 24, and Tom Reed came.", "The 24-year-old", "Joel Ward", PERSON),
        ("Ana Diaz (51) met Tom Reed.", "The 51-year-old Swede", "Ana Diaz", PERSON),
        ("The 51-year-old vet Ana Diaz met Tom Reed.", "The 51-year-old", "Ana Diaz", PERSON),
        ("The 51-year-old met Ana Diaz.", "The 51-year-old", None, UNNAMED),
        ("Ana Diaz, 51, met Tom Reed, 51.", "The 51-year-old", None, UNNAMED),
        ("Ana Diaz, 151, met Tom Reed.", "The 51-year-old", None, UNNAMED),
        ("Ana Diaz met Tom Reed.", "The then 19-year-old", None, UNNAMED),
        ("Ana Diaz, 24, met Tom Reed.", "A 24-year-old", None, UNNAMED),
        ("Ana Diaz met Tom Reed.", "The Swede", None, UNNAMED),
        # Who alone was introduced as such, however far above; of several nobody.
        ("The manager Ana Diaz met Tom Reed. It rained. " + "It snowed. " * 9,
         "The manager", "Ana Diaz", PERSON),
        ("The lawyer Ana Diaz met the lawyer Tom Reed.", "The lawyer", None, UNNAMED),
        ("The lawyer Ana Diaz came. A lawyer of the port left.", "The lawyer", None, UNNAMED),
    ],
)  # fmt: skip
def test_who_is_described(before, speaker, name, kind):
    assert speakers(f"{before} {speaker} said it was late.") == [(speaker, name, kind)]


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("Diaz, whose office drafted it, called on the crew to go.", "Diaz", "Diaz"),
        ("Mayor Diaz, in a note signed by her aide, described it.", "Mayor Diaz", "Diaz"),
        ("Mayor Diaz, speaking in Lund, described it.", "Mayor Diaz", "Diaz"),
        ("The clerk (who was ill) described it.", "The clerk", None),
        ('Some fell: "It is wet," said Diaz of Lund, noting that it was.', "Diaz of Lund", "Diaz"),
    ],
)  # fmt: skip
def test_speaker_beside_an_insertion(text, speaker, name):
    assert speakers(text)[-1][:2] == (speaker, name)


def test_two_verbs_after_an_insertion():
    text = "Mayor Diaz, in a note signed by her aide, described it as late and urged us to go."
    assert [speaker for speaker, _, _ in speakers(text)] == ["Mayor Diaz", "Mayor Diaz"]
