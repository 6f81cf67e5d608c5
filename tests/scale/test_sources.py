"""What a source may be, and what happens to a row that is no article."""

import csv
import gzip
import itertools
import json
import zipfile

import fsspec
import pandas as pd
import pytest

from helpers.corpus import CorpusError, read_corpus
from helpers.paths import SEEDS
from helpers.scale import resample
from helpers.scale.intake import RECORD_COLUMNS, SET_ASIDE_COLUMNS, part, take_in
from helpers.scale.partitions import Options, count_partition
from helpers.scale.resample import resampled_articles
from helpers.scale.sources import SourceError, source_files
from helpers.scale.storage import read_parts

ROWS = [("a", 'Plain, "quoted",\nover two lines.'), ("b/c", "Zwölf Männer. 中文")]


def take(source, tmp_path, partition_bytes=1_000_000):
    work = tmp_path / "work"
    work.mkdir()
    return take_in(source, work, partition_bytes=partition_bytes), work


def taken(source, tmp_path, partition_bytes=1_000_000):
    """Ids and texts of all partitions; path, row, id and reason of what was set aside."""
    note, work = take(source, tmp_path, partition_bytes)
    files = [part(work / "records", number) for number in range(len(note["partitions"]))]
    records = read_parts(files, RECORD_COLUMNS)
    aside = read_parts([work / "set_aside.parquet"], SET_ASIDE_COLUMNS)
    aside = aside.astype("object").where(aside.notna(), None)
    return (
        list(zip(records["article_id"], records["text"], strict=True)),
        list(aside.itertuples(index=False, name=None)),
    )


def write_rows(path, rows=ROWS, quoting=csv.QUOTE_MINIMAL):
    frame = pd.DataFrame(rows, columns=["article_id", "text"])
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    elif ".jsonl" in path.name:
        frame.to_json(path, orient="records", lines=True)
    else:
        between = "\t" if ".tsv" in path.name else ","
        frame.to_csv(path, index=False, sep=between, quoting=quoting)
    return path


@pytest.mark.parametrize(
    "name", ["a.csv", "a.tsv", "a.jsonl", "a.parquet", "a.csv.gz", "a.jsonl.xz", "a.CSV"]
)
def test_every_format_gives_the_same_articles(tmp_path, name):
    assert taken(write_rows(tmp_path / name), tmp_path) == (ROWS, [])


def test_a_folder_a_glob_and_a_list_of_files_are_read_in_order(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    write_rows(folder / "2.csv", ROWS[1:])
    write_rows(folder / "1.jsonl", ROWS[:1])
    write_rows(folder / "3.jsonl", [("d", "Three.")])
    for number, (source, ids) in enumerate(
        [
            (folder, ["a", "b/c", "d"]),
            (f"{folder}/*.jsonl", ["a", "d"]),
            ([folder / "3.jsonl", folder / "2.csv"], ["d", "b/c"]),
        ]
    ):
        place = tmp_path / str(number)
        place.mkdir()
        articles, aside = taken(source, place)
        assert ([article_id for article_id, _ in articles], aside) == (ids, [])


def test_an_address_of_fsspec_is_a_source(tmp_path):
    fs = fsspec.filesystem("memory")
    fs.pipe("/news/2012/x.txt", b"One.")
    fs.pipe("/news/y.txt", b"Two.")
    assert taken("memory://news", tmp_path) == ([("2012/x", "One."), ("y", "Two.")], [])


def zipped(path, **texts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.txt", text)
    return f"zip://*.txt::{path}"


def test_files_of_the_same_name_are_each_read_from_their_own_archive(tmp_path):
    source = [
        zipped(tmp_path / "2011.zip", one="The first one.", two="The second."),
        zipped(tmp_path / "2012.zip", one="Another one.", three="The third."),
    ]
    articles, aside = taken(source, tmp_path)
    assert articles == [("one", "The first one."), ("two", "The second."), ("three", "The third.")]
    # Its text is another, but an id stands for one article.
    assert aside == [("one.txt", None, "one", "article_id already given in one.txt")]


def test_a_folder_and_an_archive_are_read_together(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("In a folder.", encoding="utf-8")
    (folder / "z.txt").write_text("In a folder, too.", encoding="utf-8")
    source = [folder / "z.txt", zipped(tmp_path / "b.zip", b="In an archive."), folder / "a.txt"]
    assert taken(source, tmp_path) == (
        [("z", "In a folder, too."), ("b", "In an archive."), ("a", "In a folder.")],
        [],
    )


def test_a_name_with_brackets_is_a_name_and_no_pattern(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    texts = {"report1": "Without.", "report[1]": "With brackets."}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    for number, (source, articles) in enumerate(
        [
            (folder, list(texts.items())),
            (folder / "report[1].txt", [("report[1]", "With brackets.")]),
            (zipped(tmp_path / "a.zip", **texts), list(texts.items())),
        ]
    ):
        place = tmp_path / str(number)
        place.mkdir()
        assert taken(source, place) == (articles, [])


def test_texts_come_in_the_order_of_their_ids(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "a b", "a-b", "a.b", "A"):
        (folder / f"{name}.txt").write_text(f"Text of {name}.", encoding="utf-8")
    articles, _ = taken(folder, tmp_path)
    ids = [article_id for article_id, _ in articles]
    assert ids == ["A", "a", "a b", "a-b", "a.b"]
    assert ids == read_corpus(folder).articles["article_id"].tolist()


def test_a_folder_of_texts_is_read_as_the_notebooks_read_it(tmp_path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    for path in SEEDS.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for name, data in {
        "deep/utf16.txt": "Twelve.\r\n\r\nThirteen.".encode("utf-16"),
        "cp1252.TXT": "Zw\xf6lf \x96 “x”".encode("cp1252", errors="replace"),
        "blank.txt": b" \n\n",
        "empty.txt": b"",
        "binary.txt": b"\x00\x01\x02",
        "same.txt": b"Twelve.\n\nThirteen.",
        "same with CR.txt": b"Twelve.\r\rThirteen.",
        "no word.txt": b"--- *** ---",
        "stamp.txt": b"07/06/2012 12:13 EDT",
        "notes.csv": b"no,articles",
    }.items():
        (folder / name).write_bytes(data)
    corpus = read_corpus(folder)
    note, work = take([folder], tmp_path, partition_bytes=5_000)
    assert len(note["partitions"]) > 2
    numbers = range(len(note["partitions"]))
    for number in numbers:
        count_partition(work, number, Options())
    articles = read_parts(
        [part(work / "tables" / "articles", number) for number in numbers],
        Options().tables["articles"],
    )
    pd.testing.assert_frame_equal(articles, corpus.articles)
    aside = read_parts([work / "set_aside.parquet"], SET_ASIDE_COLUMNS)
    pd.testing.assert_frame_equal(aside[["path", "reason"]], corpus.set_aside)
    assert len(aside) == 7


def test_an_unreadable_text_is_set_aside_as_the_notebooks_do(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("Good.", encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    _, aside = taken(folder, tmp_path)
    expected = read_corpus(folder).set_aside
    assert [(path, reason) for path, _, _, reason in aside] == [
        tuple(row) for row in expected.itertuples(index=False)
    ]


def test_what_columns_supply_stands_in_the_articles_table(tmp_path):
    path = tmp_path / "a.jsonl"
    row = {
        "article_id": 7,
        "text": "OTTAWA - They met.",
        "title": "Talks",
        "published": "2012-07-06T12:13",
        "colour": "red",
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    _, work = take(path, tmp_path)
    count_partition(work, 0, Options())
    article = read_parts(
        [part(work / "tables" / "articles", 0)], Options().tables["articles"]
    ).iloc[0]
    assert article["article_id"] == "7"
    assert (article["title"], article["title_known"]) == ("Talks", "supplied")
    assert (article["place"], article["place_known"]) == ("OTTAWA", "stated")
    assert article["published"].isoformat() == "2012-07-06T12:13:00-04:00"
    assert article["known_from"] == (
        "title: the source's column title; published: the source's column published"
    )


def test_bad_rows_of_json_lines_are_set_aside_with_the_reason(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"article_id": "a", "text": "Good."}',
        b"{oops",
        b'["a", "list"]',
        b'{"text": "No id."}',
        b'{"article_id": "d"}',
        b'{"article_id": "e", "text": null}',
        b'{"article_id": "f", "text": "  "}',
        b'{"article_id": "g", "text": "caf\xe9"}',
        b'{"article_id": "h", "text": "half \\ud800"}',
        b'{"article_id": "a", "text": "Again."}',
        b'{"article_id": "i", "text": "Good."}',
        b'{"article_id": "j", "text": "a\\u0000b"}',
        b'{"article_id": "k", "text": "When?", "published": "last week"}',
        b'{"article_id": "l", "text": "' + 250 * b"x" + b'"}',
        b'{"article_id": "m", "text": "' + 80_000 * b"x" + b'"}',
        b'{"article_id": true, "text": "No id either."}',
        b'{"article_id": "z", "text": "Good, too."}',
    ]
    path.write_bytes(b"\n".join(lines))
    articles, aside = taken(path, tmp_path, partition_bytes=200)
    assert articles == [("a", "Good."), ("z", "Good, too.")]
    assert [(row, article_id) for _, row, article_id, _ in aside] == [
        (2, None), (3, None), (4, None), (5, "d"), (6, "e"), (7, "f"), (8, "g"), (9, "h"),
        (10, "a"), (11, "i"), (12, "j"), (13, "k"), (14, "l"), (15, None), (16, None),
    ]  # fmt: skip
    assert {path for path, *_ in aside} == {"a.jsonl"}
    reasons = [reason for *_, reason in aside]
    assert reasons[0].startswith("not JSON (")
    assert reasons[1:11] == [
        "not a JSON object",
        "no article_id",
        "no text",
        "no text",
        "blank",
        "not valid UTF-8",
        "not valid UTF-8",
        "article_id already given in a.jsonl, row 1",
        "same text as a",
        "holds control characters: binary, or not in UTF-8",
    ]
    assert "published is 'last week'; write an ISO date" in reasons[11]
    assert reasons[12:] == [
        "longer than a partition may be (250 of 200 bytes)",
        "a line longer than 66,736 characters",
        "no article_id",
    ]


def test_bad_rows_of_csv_are_set_aside_with_the_reason(tmp_path):
    path = tmp_path / "a.csv"
    lines = ["\ufeffarticle_id,text", "a,Good.", "b", "c,d,e", ",No id.", "", 'f,"Two\nlines."']
    lines += ["g," + 80_000 * "x", 'z,"Never closed, and so on', "to the end."]
    path.write_text("\n".join(lines), encoding="utf-8")
    articles, aside = taken(path, tmp_path, partition_bytes=200)
    assert articles[:2] == [("a", "Good."), ("f", "Two\nlines.")]
    # A quotation mark that is never closed takes what follows with it: that is how CSV is read.
    assert articles[2:] == [("z", "Never closed, and so on\nto the end.")]
    assert [(row, reason) for _, row, _, reason in aside] == [
        (2, "expected 2 cells, found 1"),
        (3, "expected 2 cells, found 3"),
        (4, "no article_id"),
        (6, "a line longer than 66,736 characters"),
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.csv.gz"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_whose_lines_end_in_cr_alone_is_read(tmp_path, name, mark):
    between = "\t" if ".tsv" in name else ","
    rows = [("a", "Good."), ("b", '"Two\rlines."'), ("c", '"Two\nothers."'), ("d",), ("e", "End.")]
    lines = [mark + f"article_id{between}text", *map(between.join, rows)]
    data = "\r".join(lines).encode("utf-8")
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert taken(tmp_path / name, tmp_path) == (
        [("a", "Good."), ("b", "Two\rlines."), ("c", "Two\nothers."), ("e", "End.")],
        [(name, 4, None, "expected 2 cells, found 1")],
    )


def test_a_long_table_with_lone_cr_is_read_line_by_line(tmp_path):
    rows = [(f"a{number}", f"Text {number}.") for number in range(5_000)]
    lines = ["article_id,text", *map(",".join, rows), "z," + 80_000 * "x", ""]
    (tmp_path / "a.csv").write_bytes("\r".join(lines).encode("utf-8"))
    assert taken(tmp_path / "a.csv", tmp_path, partition_bytes=200) == (
        rows,
        [("a.csv", 5_001, None, "a line longer than 66,736 characters")],
    )


def test_a_lone_cr_does_not_cut_a_text_in_two(tmp_path):
    """Where lines end in LF, half a text would pass for the whole one."""
    for name, end in (("lf", "\n"), ("crlf", "\r\n"), ("crcrlf", "\r\r\n")):
        place = tmp_path / name
        place.mkdir()
        lines = ['article_id,text,"no\rte"', "a,Good.,", "b,One half\rand another.,"]
        lines.append('c,"One\rtext.",')
        (place / "a.csv").write_bytes(end.join([*lines, ""]).encode("utf-8"))
        articles, aside = taken(place / "a.csv", place)
        assert articles == [("a", "Good."), ("c", "One\rtext.")], name
        (*_, row, _, reason) = aside[0]
        assert (len(aside), row) == (1, 2)
        assert reason.startswith("not CSV (new-line character seen in unquoted field")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("article_id,text\r\ra,Good.\r", r"The first line of a\.csv is not CSV \(new-line char"),
        ('"' + "article_id,text\n" * 5_000, r"first line of a\.csv is not CSV \(field larger"),
        ("article_id,text" * 5_000, r"first line of a\.csv is longer than 66,736 characters"),
    ],
)
def test_a_first_line_that_is_no_csv_is_an_error_with_advice(tmp_path, data, message):
    (tmp_path / "a.csv").write_bytes(data.encode("utf-8"))
    with pytest.raises(SourceError, match=f"{message}.* save the file anew as CSV in UTF-8"):
        take(tmp_path / "a.csv", tmp_path, partition_bytes=200)


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
def test_rows_without_a_word_of_their_own_are_set_aside_as_such_files_are(tmp_path, name):
    texts = {
        "a": "Good.",
        "signs": "--- *** ---",
        "stamp": "07/06/2012 12:13 EDT",
        "stamp and signs": "07/06/2012 12:13 EDT\n\n?",
        "lf": "One.\n\nTwo.",
        "cr": "One.\r\rTwo.",
        "crlf": "One.\r\n\r\nTwo.",
    }
    folder = tmp_path / "in"
    folder.mkdir()
    for article_id, text in texts.items():
        (folder / f"{article_id}.txt").write_bytes(text.encode("utf-8"))
    path = write_rows(tmp_path / name, list(texts.items()), csv.QUOTE_ALL)
    articles, aside = taken(path, tmp_path)
    assert articles == [("a", "Good."), ("lf", "One.\n\nTwo.")]
    assert [(article_id, reason) for *_, article_id, reason in aside] == [
        ("signs", "no word"),
        ("stamp", "no word"),
        ("stamp and signs", "no word"),
        ("cr", "same text as lf"),
        ("crlf", "same text as lf"),
    ]
    # Of the three with one text, the first is kept; files come by name.
    corpus = read_corpus(folder)
    assert corpus.articles["article_id"].tolist() == ["a", "cr"]
    assert corpus.set_aside["reason"].tolist().count("no word") == 3


def test_two_rows_with_one_label_are_refused_as_in_a_sidecar(tmp_path):
    rows = [("a", "One.", "Talks"), ("b", "Two.", ""), ("c", "Three.", " Talks ")]
    frame = pd.DataFrame(rows, columns=["article_id", "text", "label"])
    frame.to_csv(tmp_path / "a.csv", index=False)
    message = r"a\.csv, row 3: article 'a' has the label 'Talks' already; give each article its own"
    with pytest.raises(CorpusError, match=message):
        take(tmp_path / "a.csv", tmp_path)


def test_labels_made_from_ids_are_set_apart_from_those_of_a_column(tmp_path):
    rows = [("x/Talks", "One.", None), ("b", "Two.", "Talks"), ("same", "Two.", "Talks")]
    frame = pd.DataFrame(rows, columns=["article_id", "text", "label"])
    frame.to_json(tmp_path / "a.jsonl", orient="records", lines=True)
    # The third is no article, as its text has been given, and so takes no label.
    note, work = take(tmp_path / "a.jsonl", tmp_path)
    assert note == {"partitions": [{"articles": 2, "bytes": 8}], "set_aside": 1}
    count_partition(work, 0, Options())
    articles = read_parts([part(work / "tables" / "articles", 0)], Options().tables["articles"])
    assert articles["label"].tolist() == ["x/Talks", "Talks"]


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    rows = [(f"a{number}", f"Text {number * number * 7919}.") for number in range(20_000)]
    write_rows(tmp_path / "whole.csv", rows)
    data = gzip.compress((tmp_path / "whole.csv").read_bytes())
    (tmp_path / "a.csv.gz").write_bytes(data[: len(data) // 2])
    articles, aside = taken(tmp_path / "a.csv.gz", tmp_path)
    assert articles == rows[: len(articles)]
    assert len(articles) > 1_000
    (*_, reason) = aside[-1]
    assert aside[-1][:2] == ("a.csv.gz", len(articles) + len(aside))
    assert reason.startswith("cannot be read from here on (")


def test_no_partition_holds_more_than_its_bytes(tmp_path, syria):
    rows = list(resampled_articles(syria, 50))
    note, work = take(write_rows(tmp_path / "a.jsonl", rows), tmp_path, partition_bytes=20_000)
    sizes = [partition["bytes"] for partition in note["partitions"]]
    assert max(sizes) <= 20_000
    assert sum(sizes) == sum(len(text.encode("utf-8")) for _, text in rows)
    # No two neighbours would have fitted into one: partitions are as large as they may be.
    assert all(one + other > 20_000 for one, other in itertools.pairwise(sizes))
    assert not (work / "seen.sqlite").exists()


def test_a_small_source_is_shared_out_and_partitions_grow_with_a_large_one(tmp_path):
    rows = [(f"a{number}", f"{number:0>100000}") for number in range(100)]
    note, _ = take(write_rows(tmp_path / "a.jsonl", rows), tmp_path, partition_bytes=1_000_000)
    sizes = [partition["articles"] for partition in note["partitions"]]
    # Two articles of 100,000 bytes fit into 250,000. From 2,400,000 on, a share of one eighth is
    # 300,000: three articles; from 3,300,000 on (the first multiple of three above 3,200,000) four.
    assert sizes[:12] == [2] * 12
    assert sizes[12:15] == [3] * 3
    assert sizes[15] == 4
    assert max(sizes) == 10
    assert sum(sizes) == 100


@pytest.mark.parametrize(
    ("rows", "error", "message"),
    [
        ("id,text\na,b\n", SourceError, "each of the columns article_id and text once; it has id"),
        ("article_id,text,text\n", SourceError, "once; it has article_id, text, text"),
        ("", SourceError, "it has none"),
        ("article_id,text\n", CorpusError, "it is empty"),
        ("article_id,text\na,\n", CorpusError, "a.csv: empty"),
    ],
)
def test_a_table_without_articles_is_an_error(tmp_path, rows, error, message):
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(error, match=message):
        take(tmp_path / "a.csv", tmp_path)


def test_sources_that_name_nothing_are_errors(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    write_rows(tmp_path / "b.csv")
    for source, message in [
        (tmp_path / "nowhere", "names no file"),
        (f"{tmp_path}/*.jsonl", "names no file"),
        (tmp_path / "a.pdf", "no file whose name ends in"),
        ([], "No source is named"),
        ([tmp_path / "a.txt", tmp_path / "b.csv"], "mixes text files and tables"),
    ]:
        with pytest.raises(SourceError, match=message):
            source_files(source)


def test_a_sidecar_that_speaks_of_a_missing_article_is_an_error(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Text.", encoding="utf-8")
    (folder / "articles.csv").write_text(
        "article_id,field,value,known_from\nb,label,B,me\n", encoding="utf-8"
    )
    with pytest.raises(CorpusError, match=r"articles\.csv, line 2: there is no usable text"):
        take(folder, tmp_path)


def test_a_sidecar_speaks_of_one_folder_alone(tmp_path):
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    with pytest.raises(SourceError, match="give that folder alone"):
        take([SEEDS, tmp_path / "a.txt"], tmp_path)


def test_resampled_articles_are_made_of_the_paragraphs_and_repeatable(syria):
    few, more = (list(resampled_articles(syria, number)) for number in (3, 5))
    assert more[:3] == few
    assert [article_id for article_id, _ in few] == ["r0000000", "r0000001", "r0000002"]
    whole = "\n\n".join(syria["text"])
    assert all(paragraph in whole for _, text in few for paragraph in text.split("\n\n"))
    assert list(resampled_articles(syria, 3, seed=1)) != few


def test_resampled_articles_are_written_as_json_lines(tmp_path, syria):
    resample.main(["3", str(tmp_path / "a.jsonl")])
    assert taken(tmp_path / "a.jsonl", tmp_path) == (list(resampled_articles(syria, 3)), [])
