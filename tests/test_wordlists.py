"""A folder's changes of word lists change what is found, and wrong ones are told apart."""

import pandas as pd
import pytest

from helpers import find_casualty_claims, find_statements, word_frequencies
from helpers.companions import describe_word_lists
from helpers.stance import rate_stance
from helpers.userfiles import FileError
from helpers.wordlists import CHANGEABLE, read_list, read_rows, use_word_lists


@pytest.fixture
def change(tmp_path):
    """Use lists of these names with these lines; give what `use_word_lists` says of them."""

    def change(**lines_by_stem):
        folder = tmp_path / "word_lists"
        folder.mkdir(exist_ok=True)
        for stem, lines in lines_by_stem.items():
            [name] = [name for name in CHANGEABLE if name.split(".")[0] == stem]
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return use_word_lists(folder)

    return change


def words(articles):
    return word_frequencies(articles, stop_words="default")["feature"].tolist()


def speakers(articles):
    return find_statements(articles)["speaker"].tolist()


def names(articles):
    return find_statements(articles)["speaker_name"].tolist()


def kinds(articles):
    return find_statements(articles)["speaker_type"].tolist()


def tolls(articles):
    claims = find_casualty_claims(articles)
    return list(zip(claims["number"], claims["effect"], strict=True))


def sources(articles):
    return find_casualty_claims(articles)["source_type"].tolist()


def sides(articles):
    targets = pd.DataFrame({"target": ["dam"], "pattern": ["dam"]})
    return rate_stance(find_statements(articles), targets)["stance"].tolist()


# Of each list: its lines, a text, what is read from the text, and the answer before and after.
EFFECTS = {
    "stop_words": (["mayor", "-very"], "The mayor very soon.", words, ["mayor"], ["very"]),
    "variants": (
        ["form,canonical", "flood wall,floodwall"],
        "Flood wall.",
        words,
        ["flood", "wall"],
        ["floodwall"],
    ),
    "reporting_verbs": (
        ["verb,kind,frames", "quill,speech,q clause that"],
        "Anna Ford quilled that the dam was safe.",
        speakers,
        [],
        ["Anna Ford"],
    ),
    "titles": (
        ["reeve"],
        '"The dam is safe," said Reeve Zorla Tarn.',
        names,
        ["Reeve Zorla Tarn"],
        ["Zorla Tarn"],
    ),
    "given_names": (
        ["name,gender", "Zorla,male"],
        "Zorla Tarn met Paul Ness. He said it was safe.",
        names,
        ["Paul Ness"],
        ["Zorla Tarn"],
    ),
    "institution_words": (
        ["kontor"],
        '"The dam is safe," said Anna Kontor.',
        kinds,
        ["person"],
        ["institution"],
    ),
    "organisations": (
        ["zorla"],
        "Zorla said the dam was safe.",
        kinds,
        ["person"],
        ["institution"],
    ),
    "states": (
        ["Zubrovia"],
        "Zubrovia said the dam was safe.",
        kinds,
        ["person"],
        ["institution"],
    ),
    "casualty_verbs": (
        ["verb,effect,voice,force", "zorch,killed,transitive,strong"],
        "The flood zorched 12 people.",
        tolls,
        [],
        [("12", "killed")],
    ),
    "casualty_nouns": (
        ["form,effect,kind,force", "drownees,killed,harm,strong"],
        "There were 12 drownees.",
        tolls,
        [],
        [("12", "killed")],
    ),
    "person_nouns": (
        ["sluicer"],
        "Raiders shot 12 sluicers.",
        tolls,
        [],
        [("12", "wounded")],
    ),
    "source_types": (
        ["word,source_type", "watch,activist"],
        "Dam Watch said the flood killed 12 people.",
        sources,
        ["other"],
        ["activist"],
    ),
    "stance_cues": (
        ["cue,part,frame,direction,class", "repaint,verb,object,against,criticise"],
        '"We repaint the dam," said Anna Ford.',
        sides,
        ["none"],
        ["against"],
    ),
}


def test_every_list_that_can_be_changed_is_tried():
    assert {name.split(".")[0] for name in CHANGEABLE} == set(EFFECTS)


@pytest.mark.parametrize("stem", EFFECTS)
def test_a_changed_list_changes_what_is_found(change, make_articles, stem):
    lines, text, read, before, after = EFFECTS[stem]
    articles = make_articles(text)
    assert read(articles) == before
    change(**{stem: lines})
    assert read(articles) == after
    use_word_lists(None)
    assert read(articles) == before


def test_entries_are_added_and_taken_out_in_small_letters(change):
    changes = change(stop_words=["# mine", "Mayor  # Anna", "", "-the", "mayor"])
    assert changes == [("stop_words.txt", 1, 1)]
    assert describe_word_lists() == ["word_lists/stop_words.txt (1 added, 1 taken out)"]
    assert read_list("stop_words.txt")[-1] == "mayor"
    assert "the" not in read_list("stop_words.txt")


def test_a_list_can_be_begun_anew(change):
    change(stop_words=["-*", "mayor"])
    assert read_list("stop_words.txt") == ["mayor"]


def test_a_row_replaces_the_one_of_its_key_and_stands_first(change):
    size = len(read_rows("given_names.csv"))
    change(given_names=["# mine", "name,gender", "Aaron,female", "-Zoe"])
    rows = read_rows("given_names.csv")
    assert rows[0] == {"name": "Aaron", "gender": "female"}
    assert len(rows) == size - 1
    assert [row["gender"] for row in rows if row["name"] == "Aaron"] == ["female"]
    assert "Zoe" not in {row["name"] for row in rows}


def test_columns_that_may_be_left_out_are_empty(change):
    change(reporting_verbs=["verb,kind,frames", "Quill,speech,q clause"])
    assert read_rows("reporting_verbs.csv")[0] == {
        "verb": "quill",
        "kind": "speech",
        "frames": "q clause",
        "prepositions": "",
        "unsure": "",
        "example": "",
    }


def test_a_folder_that_is_not_there_changes_nothing(tmp_path):
    assert use_word_lists(tmp_path / "word_lists") == []


@pytest.mark.parametrize(
    ("stem", "lines", "says"),
    [
        (
            "stop_words",
            ["said, told"],
            r"word_lists/stop_words\.txt, line 1: .* one entry per line",
        ),
        ("stop_words", ["the", "of course"], r"line 2: 'of course' is several words"),
        ("titles", ["-zorble"], r"word_lists/titles\.txt, line 1: 'zorble' can't be taken out"),
        (
            "given_names",
            ["name;gender", "Zorla;female"],
            r"line 1: columns must stand apart by com",
        ),
        ("given_names", ["name", "Zorla"], r"line 1: the column 'gender' is missing"),
        ("given_names", ["name,gender,age", "A,male,3"], r"line 1: the column 'age' is unknown"),
        ("given_names", ["name,gender", "", "Zorla,f"], r"line 3: gender is 'f'; .* female, male"),
        ("given_names", ["name,gender", "Zorla"], r"line 2: 1 cells where the header has 2"),
        ("given_names", ["name,gender", "Zorla,"], r"line 2: gender is empty"),
        ("given_names", ["name,gender", '"Zorla'], r"given_names\.csv, line 2: unexpected end"),
        ("reporting_verbs", ["verb,kind,frames", "quill,speech,q by"], r"line 2: frames is 'by'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(change, stem, lines, says):
    change(titles=["reeve"])
    with pytest.raises(FileError, match=says):
        change(**{stem: lines})
    assert "reeve" in read_list("titles.txt")  # the lists in use stay


def test_a_file_that_is_no_list_is_refused(tmp_path):
    (tmp_path / "stopwords.txt").write_text("the", encoding="utf-8")
    with pytest.raises(FileError, match=r"word_lists/stopwords\.txt: .* stop_words\.txt, variants"):
        use_word_lists(tmp_path)


def test_every_column_of_a_key_is_one_that_must_be_filled():
    for name, spec in CHANGEABLE.items():
        if name.endswith(".csv"):
            columns = set(read_rows(name)[0])
            assert set(spec.key) <= set(spec.needed) <= columns
            assert set(spec.choices) <= set(spec.needed)
            keys = [tuple(row[column] for column in spec.key) for row in read_rows(name)]
            assert len(keys) == len(set(keys)), name
        else:
            assert read_list(name)


def test_every_set_of_words_has_a_name_of_its_own():
    names = [row["set"] for row in read_rows("word_sets.csv")]
    assert sorted(set(names)) == sorted(names)


def test_no_set_of_words_is_listed_twice():
    names = [row["set"] for row in read_rows("word_sets.csv")]
    assert sorted(set(names)) == sorted(names)
