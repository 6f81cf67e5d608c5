"""Statements: every rule and every verb on its example, then the three articles."""

import itertools
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counted_text import CountedText
from helpers.attribution import EXAMPLES_OF_OTHER_RULES, RULES
from helpers.evaluation import evaluate_statements
from helpers.statements import MAX_SENTENCE_WORDS, find_statements
from helpers.tables import check_spans
from helpers.wordlists import read_rows


def statements_in(text: str, **options) -> pd.DataFrame:
    return find_statements(pd.DataFrame({"article_id": ["a"], "text": [text]}), **options)


def bracketed(example: str) -> tuple[str, list[str]]:
    """Text of an example without its square brackets, and what stood between them."""
    pieces = example.replace("]", "[").split("[")
    return "".join(pieces), pieces[1::2]


def trimmed(content: str) -> str:
    return content.strip(" .,\"'“”")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule):
    text, expected = bracketed(rule.example)
    table = statements_in(text, attitudes=True)
    assert table["rule"].tolist() == [rule.name]
    found = [trimmed(text[a:b]) for a, b in table["fragments"][0]]
    assert found == [trimmed(piece) for piece in expected]


@pytest.mark.parametrize(("name", "example"), EXAMPLES_OF_OTHER_RULES.items())
def test_every_other_rule_finds_its_example(name, example):
    text, expected = bracketed(example)
    table = statements_in(text)
    assert table["rule"].tolist() == [name]
    assert [trimmed(text[a:b]) for a, b in table["fragments"][0]] == list(map(trimmed, expected))


VERBS = read_rows("reporting_verbs.csv")


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row["verb"])
def test_every_verb_finds_its_example(row):
    text, expected = bracketed(row["example"])
    table = statements_in(text, attitudes=True)
    found = [[trimmed(text[a:b]) for a, b in fragments] for fragments in table["fragments"]]
    assert [trimmed(piece) for piece in expected] in found
    if row["kind"] == "speech" and not row["unsure"]:
        assert len(statements_in(text)) == len(table)
    else:
        assert len(statements_in(text)) < len(table)


CONSTRUCTIONS = {
    "verb first": 'Said Ann Diaz, who runs the ferry, ["We were proud."]',
    "as X put it": 'As Diaz put it, ["The sea was kind."] Boats came back.',
    "a sign reads": 'The sign on the gate reads: ["Keep out."]',
    "of whom, and when": '["Who are we?"] Diaz said of the firm, when it closed the pier.',
    "connective before the cue": 'Reed left. But, said Diaz, ["the boat was late."]',
    "dash before the quotation": 'He left the harbour — ["It was late,"] Diaz said.',
    "said somebody that": 'Ann Diaz, a pilot, said [Reed "knew the reef well."]',
    "said on a day": 'Diaz, who was late, said Friday [that the pier "fell down."]',
    "participle, then a verb": 'Diaz left, calling [it a "flood"] and said [the pier was gone].',
    "two verbs": '["It rained,"] Diaz said and added [that the pier was gone].',
    "object after a full stop": '["I do,"] she said. ["We won."] She noted [a delay] on Monday.',
    "remark in between": '["It is small,"] Diaz said. The port is far off. ["It is a good port."]',
    "lead before the quotation": '["It was small,"] Diaz said. [Then "it became a big port."]',
    "name and colon": 'Ann Diaz (Leeds): ["We have not heard of it."]',
    "name and colon, no space": 'Mayor Ann Diaz:["We have not heard of it."]',
    "here is": 'Here is Diaz in 1992: ["The pier must rest on rock."]',
    "goes on in the next paragraph": 'Diaz said [it rained].\n\n["We must go home, all of us."]',
    "asked, then another verb": 'Asked [whether it would rain], Diaz replied: ["No."]',
    "two verbs of two times": "Diaz denies [the charge] but warned of [a flood].",
    "signed below": 'A year went by.\n\n["The pier was wet. I fell."]\n\n— Ann Diaz',
    "transcript in marks": 'Ann Diaz met us.\n\n"DIAZ: [The pier is wet.]',
    "quoted as saying": "The paper quoted a pilot as saying [that the pier was gone].",
    "was quoted as saying": 'Diaz was quoted as saying ["the pier is gone."]',
    "no comma": "[The road to the pier was closed] a spokesman said on Monday.",
    "told a broadcaster": 'Diaz told the BBC: ["The pier is gone."]',
    "single marks": "['The pier is gone,'] Diaz said. ['It fell.']",
    "single marks and apostrophes": "Diaz said: ['The pilots' boat isn't here.']",
    "headline": "Diaz: ['We will build a pier']",
    "subject with an apposition": "Diaz said [that the pier, a wreck, would be rebuilt].",
    "condition first": "[If it rains], Diaz said [the pier would close].",
    "time first": "When it rained, Diaz said [the pier would close].",
    "headline of several speakers": "[Harbour plan must be open], say families",
    "headline's warning": "[Strike will go ahead], warn unions",
    "answer of another": '["It was late,"] Diaz said. ["Nobody came."] The mayor disagreed.',
    "somebody else between": '["It was late,"] Ann Diaz said. Tom Lee was not sure. "We slept."',
    "gerund as subject": "Diaz said [raising the pier would cost a lot].",
    "gerund as object": "Diaz denied [stealing the boat] before they left.",
    "warned of a clause": "Diaz warned [the pier would fall].",
    "warned somebody of a clause": "Diaz warned the crew [the pier was wet].",
    "told parliament": "Diaz told parliament [the lease had been a mistake].",
    "relative clause in the subject": "Diaz said [the pier, which burned, was sound].",
    "person in a relative clause": "Diaz said [the cook, whom she did not name, was ill].",
    "reporter's relative clause": "Diaz denied [the charge], which shocked the town.",
    "asked why": "When asked why, Diaz said [she was tired].",
    "asked what": 'Asked [what he would do], the cook said: ["I will swim."]',
    "warned on a day": "Diaz warned on Monday of [a flood].",
    "called on a day": "Diaz called late on Friday for [calm on the pier].",
    "called on somebody": "Diaz called on [the council to act].",
    "complained this week": "Tenants complained this week about [the lift].",
    "rejected on a day": "Diaz rejected on Friday [a plan for the pier].",
    "renewed a call": "Diaz renewed her urgent call on Monday for [a new pier].",
    "source with an apposition": "According to Ann Diaz, the head of the port, [it is safe].",
    "source with a relative": "According to Ann Diaz, who runs the port, [the pier is safe].",
    "content with an apposition": "According to police, [the cook, a sailor, was hurt].",
    "source after a quotation": '["We need rain,"] according to Ann Diaz, the port\'s vet.',
    "headline of a post": "Mayor: ['We need a bigger pier']",
    "headline of a title": "Minister: 'The Long Pier'",
    "headline of what is to come": "[Ferry fares to rise], leader confirms",
    "citing a source": "The radio, citing a port official, reported [that the pier had burned].",
    "citing a reason": "Diaz left, citing [a lack of boats].",
    "called it very bad": "Diaz called [the pier very ugly].",
    "described by somebody as": "[The pier] was described by Diaz [as ugly].",
    "said in the middle": "[The pier], said the vet, [was a disgrace].",
    "dismissed as biased": "Diaz dismissed [the report as biased].",
    "warned against": "Diaz warned [members against selling the boat].",
    "which somebody called": "The pier, which the paper called ['a small miracle'], is wet.",
    "one said": '["It would be a miracle,"] one said.',
    "in somebody's words": "In the words of Ann Diaz, [the pier is a ruin].",
    "as somebody put it first": "As Diaz put it, [the pier is a ruin].",
    "as somebody put it last": "[The pier is a ruin], as Diaz put it.",
    "figures show": "Figures show [the catch is falling].",
    "papers seen show": "Papers seen by the radio show [the bank knew of the leak].",
    "urged by nobody": "[Bathers] are urged [to stay away].",
    "handle": '["Wet again,"] tweeted @ann_diaz.',
    "gerund, then another verb": "Diaz admitted [taking the boat] and said [she was sorry].",
    "relative of a place": "Diaz said [the pier, where she worked, was shut].",
    "relative within a relative": "Diaz, who said [the pier, which fell, was new], was fined.",
    "headline opens with it": "['We are ruined']: fishermen of the bay look back",
    "headline of a nickname": "'Sick man of the coast': Norham struggles",
    "reasoning is a noun": 'Diaz called [the vet\'s reasoning "a leap into the sea."]',
    "first person after a colon": "Diazovic: [I will not leave]",
    "word and colon": "Opinion: I was wrong",
    "complained to somebody": "Tenants complained on Friday to the owner about [the lift].",
    "source without a content": "Bread and milk, according to Diaz,",
    "object that is no clause": "Diaz announced [a share of the catch] after the boats came in.",
    "subject, cue, verb": "[The sailors], Diaz said, [will be charged].",
    "subject, told somebody, verb": "[The bill], Diaz told the radio, [would be vetoed].",
    "subject, noted, had held": "[The two sides], Diaz noted, [had held four rounds of talks].",
    "auxiliary, cue, participle": "[The pier has], critics say, [promised more than it gives].",
    "told somebody, because": "[It was late], Diaz told the crew, [because the boat leaked].",
    "advised people of the North": "In May, Diaz advised [the crew to leave], including Reed.",
    "source within the clause": "[The sailors], according to police, [were held].",
    "explained source within": "[The sailors], according to Ana Diaz, a vet, [were held].",
    "participle in the subject": "Diaz added [that a pier, devoted to trade, would be built].",
    "participle without that": "Diaz said [the house, built in 1901, was sold].",
    "two participles": "Diaz said [the house, built in May and sold twice, was empty].",
    "age": '["It is wet,"] the 51-year-old joked. ["We fell."]',
    "age, told": '["It is wet,"] the 51-year-old told reporters.',
    "children": '["It is wet,"] the mother of three joked.',
    "children in one word": '["It is wet,"] the father-of-two told reporters.',
    "said by email": '["It is wet,"] Diaz said by email. ["We fell."]',
    "said by phone that": "Diaz said by phone [that it was wet].",
    "said in a text message": 'Diaz said in a text message [it was wet]. ["We fell, all of us."]',
    "forecast that": "Diaz forecast [that the port would close].",
    "advised against": "The embassy has advised [sailors against travel to Lund].",
    "ruled out until": "Diaz ruled out [talks until the law is withdrawn].",
    "threatened unless": "Diaz threatened [to shut the pier unless it was mended].",
    "no condition left": "The club did not endorse [a plan] until.",
    "responding": "Responding to the report, Diaz said [it was late].",
    "said somebody, adding": "[It may last], said Ana Diaz, a vet, adding [that it was wet].",
    "confirmed at the end": "[The pier is shut], a spokesman for the port confirmed on Friday.",
    "name, announced": "[The pier will open], the vet, Ana bin Diaz, announced on Friday.",
    "refused to do": "Diaz refused to back down.",
    "put between": "Police put [the toll at between 200 and 250].",
    "put from to": "Police put [the toll at 40 to 50].",
    "put, and more": "Police put [the toll at 40] and 60 people were hurt.",
    "comma first": ", said [Lee].",
}  # fmt: skip


@pytest.mark.parametrize("example", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS)
def test_construction(example):
    text, expected = bracketed(example)
    found = [trimmed(text[a:b]) for row in statements_in(text)["fragments"] for a, b in row]
    assert sorted(found) == sorted(map(trimmed, expected))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ('"My doctor told me to rest," Ann Diaz said.', "My doctor", "me to rest"),
        (
            '"He said that he would stay," his mother said.',
            "He",
            "that he would stay",
        ),
        ('"They asked us to leave at once," said a baker.', "They", "us to leave at once"),
        ('"Lee promised that we would vote," Ann Diaz said.', "Lee", "that we would vote"),
    ],
)
def test_what_somebody_else_said_is_retold_within_a_quotation(text, speaker, content):
    table = statements_in(f"Tom Lee left. {text}")
    inner = table[table["speaker"] == speaker]
    assert inner["content"].tolist() == [content]
    assert len(table) == 2


@pytest.mark.parametrize(
    "text",
    [
        '"The police did nothing," Ann Diaz said.',
        '"He said nothing," Ann Diaz said.',
        '"I told them to leave," Ann Diaz said.',
    ],
)
def test_nothing_is_retold_where_nobody_else_tells_anything(text):
    assert statements_in(text)["speaker"].tolist() == ["Ann Diaz"]


def test_nothing_is_left_of_a_quotation_that_a_semicolon_ends():
    text = "The vet Lee, 51, leave by, announced on Sunday , ; she said."
    assert all(a < b for row in statements_in(text)["fragments"] for a, b in row)


# --- The three articles -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(syria) -> pd.DataFrame:
    return find_statements(syria)


def one(found: pd.DataFrame, article: str, words: str, cue: str) -> pd.Series:
    """The only statement of an article with these words in its content and this cue."""
    rows = found[
        found["article_id"].str.startswith(article)
        & found["content"].str.contains(words, regex=False)
        & (found["cue"] == cue)
    ]
    assert len(rows) == 1, rows[["content", "cue"]]
    return rows.iloc[0]


HARD_CASES = {
    "quotation around its cue": (
        "000", "sidelines", "said", "direct", "Foreign Affairs Minister John Baird", "John Baird",
        ["All of us", "soldier on."],
    ),
    "quotation that runs on in the next paragraph": (
        "000", "nothing at all", "said", "direct", "she", "Hillary Clinton",
        ['"I don\'t think', 'no longer tolerable."'],
    ),
    "misspelt cue": (
        "000", "Human Rights Council", "critcized", "indirect", "Baird", "John Baird",
        ["the United Nations for considering", "Council"],
    ),
    "scrap": (
        "000", "sick joke", "calling", "mixed", "Baird", "John Baird", ["it a", 'joke."'],
    ),
    "first he says one thing": (
        "000", "headed for France", "said", "indirect", "French Foreign Minister Laurent Fabius",
        "Laurent Fabius", ["that Tlass was headed", "family members"],
    ),
    "then another": (
        "000", "uncertain", "saying", "indirect", "he", "Laurent Fabius",
        ["he was uncertain", "was headed"],
    ),
    "pronoun back to a subject": (
        "001", "introducing new sanctions", "said", "indirect", "he", "John Baird",
        ["Ottawa is introducing", "the regime"],
    ),
    "quotation never closed": (
        "001", "lockstep", "said", "indirect", "Baird", "John Baird",
        ["Canada was in lockstep", "the Syria issue"],
    ),
    "never closed, over two paragraphs": (
        "001", "significant obstacle", "told", "direct", "Baird", "John Baird",
        ['"I think we all', "civilized world."],
    ),
    "never closed at the end": (
        "001", "expanded sanctions", "said", "direct", "Baird", "John Baird",
        ['"Our expanded', "binding sanctions."],
    ),
    "second verb of a subject": (
        "001", "as tough as", "said", "direct", "Baird", "John Baird",
        ['"Hillary Clinton was', 'today,"'],
    ),
    "according to a group": (
        "001", "14,000 deaths", "according to", "indirect", "activists", None,
        ["The renewed efforts", "Assad began"],
    ),
    "apposition": (
        "001", "similar people", "said", "direct",
        "Hassem Hashimi, a member of Syria's opposition National Council", "Hassem Hashimi",
        ['"The defection', 'as well,"'],
    ),
    "called on": (
        "001", "stop protecting", "called on", "indirect", "he", "John Baird",
        ["Russia, Syria's closest ally", "the Assad regime"],
    ),
    "institution": (
        "002", "9,000", "says", "indirect", "The UN", "UN", ["at least 9,000", "Assad's rule"],
    ),
    "passive, nobody named": (
        "002", "too simplistic", "was told", "indirect", None, None,
        ["that the West's position", "too simplistic"],
    ),
    "cue that interrupts a paraphrase": (
        "002", "telephone call", "say", "indirect", "officials", None,
        ["Foreign Affairs Minister John Baird is", "Georgiy Mamedov"],
    ),
    "unnamed official": (
        "002", "Fast that", "said", "indirect", "another unnamed official", None,
        ["Denisov told Fast", "problems in Syria"],
    ),
    "who is quoted by the official": (
        "002", "could worsen", "told", "indirect", "Denisov", "Andrey Denisov",
        ["that the U.S.-led effort", "problems in Syria"],
    ),
    "scrap in a request": (
        "002", "twist arms", "asked", "mixed",
        "the UN special envoy for Syria, former secretary general Kofi Annan", "Kofi Annan",
        ["countries to", "influential friends"],
    ),
    "spokesman on somebody else": (
        "002", "raise the bar", "told", "direct", "Spokesman Ahmad Fawzi", "Ahmad Fawzi",
        ["that Annan", 'the plan."'],
    ),
    "inside the spokesman's words": (
        "002", "raise the bar", "has invited", "direct", "Annan", "Kofi Annan",
        ["governments with influence", "the plan."],
    ),
    "spokesman of somebody, next paragraph": (
        "002", "path to reform", "said", "direct", "Baird's spokesman Rick Roth", "Rick Roth",
        ['"Minister Baird', 'a breakthrough."'],
    ),
    "inside that spokesman's words": (
        "002", "path to reform", "signalled", "direct", "Minister Baird", "John Baird",
        ["Canada's openness", "is undertaken,"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HARD_CASES.values(), ids=HARD_CASES)
def test_hard_case(found, syria, case):
    article, words, cue, kind, speaker, name, ends = case
    row = one(found, article, words, cue)
    assert (row["quote_type"], row["speaker"], row["speaker_name"]) == (kind, speaker, name)
    assert row["content"].lstrip('"').startswith(ends[0].lstrip('"'))
    assert row["content"].rstrip('".,').endswith(ends[1].rstrip('".,'))
    text = syria.set_index("article_id").loc[row["article_id"], "text"]
    assert " ".join(text[a:b] for a, b in row["fragments"]) == row["content"]


def test_scare_quotes_and_titles_are_no_statements(found):
    assert not found["content"].str.strip("\"' ").isin(["Friends of Syria", "path to reform"]).any()


def test_hand_labels_are_found(syria, found, hand_labels):
    speech = hand_labels[hand_labels["note"].str.startswith("speech")]
    scores = evaluate_statements(found, speech, syria).set_index(["quote_type", "overlap"])
    assert scores.loc[("direct", 0.8), "F1"] == 1.0
    assert scores.loc[("mixed", 0.8), "F1"] == 1.0
    assert scores.loc[("all", 0.8), "precision"] >= 0.98
    assert scores.loc[("all", 0.8), "recall"] >= 0.85
    assert scores.loc[("all", 0.8), "speaker_agreement"] >= 0.98
    assert scores.loc[("all", 0.8), "name_agreement"] >= 0.98


# --- Any text -----------------------------------------------------------------------------------


def test_offsets_say_what_the_table_says(syria, found):
    texts = syria.set_index("article_id")["text"]
    check_spans(found, syria, start="cue_start", end="cue_end", says="cue")
    check_spans(found, syria, start="speaker_start", end="speaker_end", says="speaker")
    check_spans(found, syria)
    for row in found.itertuples():
        assert row.content == " ".join(texts[row.article_id][a:b] for a, b in row.fragments)
        assert (row.fragments[0][0], row.fragments[-1][1]) == (row.start, row.end)
        for (_, end), (start, _) in itertools.pairwise(row.fragments):
            assert end <= start
    assert found["statement_id"].is_unique


PIECES = st.sampled_from(
    ["said", "Lee", "told", "he", "that", "according to", "the minister", '"', "“", "”", "'", ",",
     ".", ":", "\n\n", "and", "who", "was", "going", "— ", "Ann Diaz", "called", "it", "a trap",
     "asked", "by", "to", "leave", "(", ")", "\u2028", "İ", "😀"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join), st.booleans())
def test_any_text_keeps_the_promises(text, attitudes):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    table = find_statements(articles, attitudes=attitudes)
    check_spans(table, articles)
    check_spans(table, articles, start="cue_start", end="cue_end", says="cue")
    check_spans(table, articles, start="speaker_start", end="speaker_end", says="speaker")
    for row in table.itertuples():
        assert row.content == " ".join(text[a:b] for a, b in row.fragments)
        assert row.start == row.fragments[0][0]
        assert all(a < b for a, b in row.fragments)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Denied Lee was there.", None),
        ("Adding that Lee had left.", None),
        ("Told reporters the road was closed.", None),
        ("Lee denied Diaz was there.", "Lee"),
        ("Three in ten said they were late.", "Three in ten"),
    ],
)
def test_nobody_is_the_speaker_of_words_about_him(text, speaker):
    assert statements_in(text)["speaker"].replace({None: ""}).tolist() == [speaker or ""]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            '"We saw a wave," Ann Diaz, who lives on the pier, told the radio.',
            "Ann Diaz",
            '"We saw a wave,"',
        ),
        (
            '"He never came home," the widow, who asked not to be named, said.',
            "the widow",
            '"He never came home,"',
        ),
        ("The clerk, who was ill, told the court she ran.", "The clerk", "she ran"),
        ("The firm warned profits would fall.", "The firm", "profits would fall"),
        ('"They ran," the 34-year-old said.', "the 34-year-old", '"They ran,"'),
        ("The inquest heard he was alone.", "", "he was alone"),
        (
            "Her beaten rival, the baker Omar Lee, conceded defeat.",
            "Her beaten rival, the baker Omar Lee",
            "defeat",
        ),
        ("Her father, Ali, told the radio it was safe.", "Her father, Ali", "it was safe"),
        (
            "The MP has written to the port secretary demanding an answer.",
            "The MP",
            "an answer",
        ),
        ("Ann Diaz – the port's only vet – said the dog was ill.", "Ann Diaz", "the dog was ill"),
        (
            "Three nurses – including Ann Diaz – said the dog was ill.",
            "Three nurses – including Ann Diaz",
            "the dog was ill",
        ),
        ("The raid, said the vet, was a disgrace.", "the vet", "The raid was a disgrace"),
    ],
)
def test_one_statement_of_one_speaker(text, speaker, content):
    table = statements_in(text)
    assert table["speaker"].fillna("").tolist() == [speaker]
    assert table["content"].tolist() == [content]


def test_input_is_left_alone_and_output_is_the_same_again(syria):
    before = syria.copy(deep=True)
    first, second = find_statements(syria), find_statements(syria)
    pd.testing.assert_frame_equal(first, second)
    pd.testing.assert_frame_equal(syria, before)


def test_no_statement_gives_an_empty_table_of_the_same_columns(found):
    empty = statements_in("It rained.")
    assert len(empty) == 0
    assert empty.columns.tolist() == found.columns.tolist()
    assert empty.dtypes.tolist() == found.dtypes.tolist()


def test_attitudes_are_asked_for():
    text = "Lee wants a new bridge. Lee said the old one was closed."
    assert statements_in(text)["cue"].tolist() == ["said"]
    assert statements_in(text, attitudes=True)["cue"].tolist() == ["wants", "said"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The road is closed," he said.', "direct"),
        ('He said the road is "closed for good".', "mixed"),
        ("He said the road is closed.", "indirect"),
        ("''The road is closed,'' he said.", "direct"),
        ("'The road is closed,' he said.", "direct"),
    ],
)
def test_quote_type_is_the_share_of_letters_inside_marks(text, kind):
    assert statements_in(text)["quote_type"].tolist() == [kind]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "smart" bomb missed.',
        'He sang "Yesterday" at the show.',
        'Everyone calls the bridge by its nickname, the "Old Lady".',
        "The jobs report is due on Friday.",
        "The phone call lasted an hour.",
        "It was a contested vote.",
        "That said, the deal is good.",
        "Having said that, the mayor left.",
        '"The Long Pier," which opens on Friday, is a play.',
        '"Late Again," a series that Diaz made, was a success.',
        "Diaz stopped writing his speech and moved to the pier.",
        "Here are nine things the pilot has said about boats.",
        "He heard that the pier was closed.",
        "Sports show hosts are rich.",
        "Diaz held the door open.",
        "The cook is likely to plead guilty.",
    ],
)
def test_what_is_no_speech_is_no_statement(text):
    assert statements_in(text).empty


def test_negated_and_refused_speech_counts():
    assert statements_in("Lee did not say that the road was closed.")["cue"].tolist() == [
        "did not say"
    ]
    assert statements_in("Lee declined to comment.")["content"].tolist() == ["to comment"]


def test_transcript_labels_name_the_speaker():
    text = "Ann Diaz ran for mayor.\n\nDIAZ: We will win. We must.\n\nWatch: a clip of the race."
    table = statements_in(text)
    assert table["content"].tolist() == ["We will win. We must."]
    assert table["speaker_name"].tolist() == ["Ann Diaz"]


def test_a_stretch_without_sentence_end_is_read_in_pieces():
    text = "Lee said it rained and " * 1_000
    pieces = -(-5_000 // MAX_SENTENCE_WORDS)
    windows = -(-len(text) // 4_000)  # what sentences are looked for in; each may cut one piece
    assert pieces <= len(statements_in(text)) <= pieces + windows


def calls_for(text: str) -> int:
    """How many Python calls it takes to read a text, and how many characters are looked at.

    A measure of cost without a clock. A method of a string counts as all of its characters, a
    slice of the text as many as it has.
    """
    count = 0

    def note(_frame, event, argument):
        nonlocal count
        if event in ("call", "c_call"):
            count += 1
        if event == "c_call" and type(getattr(argument, "__self__", None)) is str:
            count += len(argument.__self__)

    counted = CountedText(text)
    articles = pd.DataFrame({"article_id": ["a"], "text": pd.Series([counted], dtype="object")})
    find_statements(articles, attitudes=True)
    before = counted.looks
    sys.setprofile(note)
    try:
        find_statements(articles, attitudes=True)
    finally:
        sys.setprofile(None)
    assert counted.looks > before  # it is this very text that was read
    return count + counted.looks - before


@pytest.mark.parametrize(
    "unit",
    [
        '"a ',
        "“a ’b ",
        "(a ",
        "1,",
        "Lee said ",
        '"a," he said ',
        '"A.\n\n',
        "Lee Diaz, Ann Reed and ",
    ],
)
def test_cost_grows_with_the_text_not_faster(unit):
    small, large = calls_for(unit * 1_000), calls_for(unit * 2_000)
    assert large <= 2.3 * small


def test_a_content_begins_with_its_own_that():
    """*In an address* says where somebody spoke; *that the address* does not."""
    text = "Officers reported that the address that names the source was that of a shop."
    [row] = find_statements(pd.DataFrame({"article_id": ["a"], "text": [text]})).to_dict("records")
    assert row["content"] == "that the address that names the source was that of a shop"
