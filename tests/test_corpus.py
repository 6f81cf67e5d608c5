import datetime as dt
import hashlib
import os
import re
import warnings

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import paths
from helpers.corpus import (
    RUNNING_TEXT,
    CorpusError,
    article_files,
    article_parts,
    describe_set_aside,
    read_articles,
    read_corpus,
    running_text,
)
from helpers.tables import check_spans
from helpers.text import tokens

TORONTO = dt.timezone(dt.timedelta(hours=-4))
BODY = "The ministers met on Friday. They talked."


def part(articles, article_id, name):
    parts = article_parts(articles)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    chosen = parts[(parts["article_id"] == article_id) & (parts["part"] == name)]
    return [texts[article_id][row.start : row.end] for row in chosen.itertuples()]


def write(folder, **files):
    for name, content in files.items():
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


class TestTheThreeArticles:
    def test_ids_dates_and_titles(self, syria):
        assert syria["article_id"].tolist() == [
            "000_b96b324a8cf91af2", "001_e06313102ab5a972", "002_1b9c57e486879605",
        ]  # fmt: skip
        # Month first: these are the Friday and the Tuesday that the texts name.
        assert syria["published"].dt.strftime("%A %Y-%m-%d %H:%M %Z").tolist() == [
            "Friday 2012-07-06 12:13 EDT",
            "Friday 2012-07-06 00:00 EDT",
            "Tuesday 2012-06-12 04:02 EDT",
        ]
        assert syria["published_precision"].tolist() == ["minute", "day", "minute"]
        assert syria["published_known"].tolist() == ["stated", "supplied", "stated"]
        assert syria["title"].tolist()[0] == "Stronger sanctions urged by Friends of Syria"
        assert syria["title_known"].tolist() == ["stated", "missing", "stated"]
        assert syria["place"].tolist()[2] == "OTTAWA"

    def test_the_update_stamps_are_61_days_later_at_the_same_minute(self, syria):
        later = (syria["updated"].dt.normalize() - syria["published"].dt.normalize()).dt.days
        assert later.dropna().tolist() == [61, 61]
        assert set(syria["updated"].dropna().dt.strftime("%H:%M")) == {"05:12"}

    def test_the_evidence_for_a_supplied_date_is_written_down(self, syria):
        assert "6 July 2012" in syria["known_from"].tolist()[1]

    def test_parts(self, syria):
        first, second, third = syria["article_id"]
        assert part(syria, first, "stamp") == [
            "07/06/2012 12:13 EDT | Updated 09/05/2012 05:12 EDT"
        ]
        assert part(syria, first, "subheading") == ["General leaves"]
        assert part(syria, second, "headline") == part(syria, second, "stamp") == []
        assert part(syria, third, "dateline") == ["OTTAWA -"]
        assert part(syria, third, "paragraph")[0].startswith("Canada is pushing Russia")
        check_spans(article_parts(syria), syria)

    def test_text_is_the_file(self, syria):
        for row in syria.itertuples():
            path = paths.SEEDS / f"{row.article_id}.txt"
            assert row.text == path.read_bytes().decode("utf-8")

    def test_words_are_counted_without_stamp_and_dateline(self, syria):
        counted = tokens(running_text(syria)).groupby("article_id").size()
        assert syria.set_index("article_id")["n_words"].to_dict() == counted.to_dict()
        assert "edt" not in set(tokens(running_text(syria))["feature"])

    def test_running_text_keeps_the_offsets(self, syria):
        check_spans(tokens(running_text(syria)), syria, says="token")


@pytest.mark.parametrize(
    "data",
    [
        "Zoë “met” us.".encode(),
        "Zoë “met” us.".encode("utf-8-sig"),
        "Zoë “met” us.".encode("utf-16"),
        b"\xfe\xff" + "Zoë “met” us.".encode("utf-16-be"),
        "Zoë “met” us.".encode("cp1252"),
    ],
)
def test_encodings(tmp_path, data):
    write(tmp_path, a=data)
    assert read_articles(tmp_path)["text"].tolist() == ["Zoë “met” us."]


def test_line_ends_stay_as_they_are(tmp_path):
    write(tmp_path, a=b"A headline\r\n\r\nFirst one.\r\n\r\nSecond one.\r\n")
    articles = read_articles(tmp_path)
    assert articles["text"][0] == "A headline\r\n\r\nFirst one.\r\n\r\nSecond one.\r\n"
    assert articles["title"][0] == "A headline"
    assert part(articles, "a", "paragraph") == ["First one.", "Second one."]


def test_folders_names_and_order(tmp_path):
    write(tmp_path, **{"b": BODY, "sub/a": BODY + "1", "Élan": BODY + "2", "B": BODY + "3"})
    assert read_articles(tmp_path)["article_id"].tolist() == ["B", "b", "sub/a", "Élan"]


def test_articles_come_in_the_order_of_their_ids(tmp_path):
    names = ["a", "a b", "a!", "a-b", "a.b", "a/b"]
    write(tmp_path, **{name: f"{BODY} {number}" for number, name in enumerate(names)})
    assert read_articles(tmp_path)["article_id"].tolist() == names
    assert article_files(tmp_path) == [f"{name}.txt" for name in names]


@pytest.mark.parametrize("zone", ["Bogus/Zone", "America", "", "../zone", "zone.tab"])
def test_a_time_zone_that_is_none_is_named(tmp_path, zone):
    write(tmp_path, a=BODY)
    with pytest.raises(ValueError, match=f"There is no time zone {zone!r}. Give a name"):
        read_articles(tmp_path, timezone=zone)


def test_files_set_aside_are_listed_and_counted_in_one_warning(tmp_path):
    write(
        tmp_path, good=BODY, empty=b"", blank=b" \r\n ", copy=BODY, crlf=BODY.encode(),
        binary=b"\x00\x01\x02", photo=b"\xff\xd8\xff\xe0" + bytes(range(256)),
    )  # fmt: skip
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    with pytest.warns(UserWarning, match=r"^7 file\(s\) in .* were set aside") as caught:
        articles = read_articles(tmp_path)
    assert len(caught) == 1
    assert articles["article_id"].tolist() == ["copy"]
    reasons = read_corpus(tmp_path).set_aside.set_index("path")["reason"]
    assert reasons["empty.txt"] == "empty"
    assert reasons["blank.txt"] == "blank"
    assert reasons["good.txt"] == reasons["crlf.txt"] == "same text as copy.txt"
    assert reasons["binary.txt"].startswith("binary, or in an encoding other than")
    assert reasons["photo.txt"].startswith("binary")
    assert reasons["broken.txt"].startswith("cannot be opened")


def test_texts_that_differ_in_line_ends_only_are_the_same(tmp_path):
    write(tmp_path, a=b"One.\n\nTwo.", b=b"One.\r\n\r\nTwo.")
    assert read_corpus(tmp_path).set_aside["reason"].tolist() == ["same text as a.txt"]


def test_names_that_differ_in_the_capitals_of_txt_only_are_one_article(tmp_path):
    (tmp_path / "a.TXT").write_text(BODY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(BODY + " More.", encoding="utf-8")
    if len(list(tmp_path.iterdir())) == 1:  # this disk doesn't tell capitals apart
        assert read_articles(tmp_path)["article_id"].tolist() == ["a"]
        return
    write(tmp_path, b=BODY + " More.")  # the same as the file set aside, so it isn't lost
    corpus = read_corpus(tmp_path)
    assert corpus.articles["text"].tolist() == [BODY, BODY + " More."]
    assert corpus.set_aside.to_numpy().tolist() == [
        ["a.txt", "named like another file but for the capitals of .txt"]
    ]


@pytest.mark.parametrize(
    "text", ["... -- !", "07/06/2012 12:13 EDT\n", "07/06/2012 12:13 EDT\n\n?"]
)
def test_a_file_without_a_word_of_its_own_is_set_aside(tmp_path, text):
    write(tmp_path, a=BODY, b=text)
    assert read_corpus(tmp_path).set_aside.to_numpy().tolist() == [["b.txt", "no word"]]


def test_line_ends_of_every_platform_part_paragraphs(tmp_path):
    for end in ("\n", "\r\n", "\r"):
        write(tmp_path, a=end.join(["A headline", "", "First one.", "", "Second one."]).encode())
        articles = read_articles(tmp_path)
        assert articles["title"][0] == "A headline"
        assert part(articles, "a", "paragraph") == ["First one.", "Second one."]


@pytest.mark.parametrize(
    "lines",
    [
        ["07/06/2012 12:13 EDT", "A headline", "", "The first one.", "", "The second one."],
        ["07/06/2012 12:13 EDT", "", "A headline", "", "The first one.", "", "The second one."],
        ["", "07/06/2012 12:13 EDT ", "A headline", "The first one.", "The second one."],
    ],
)
def test_a_stamp_is_the_first_line_whatever_follows(tmp_path, lines):
    write(tmp_path, a="\n".join(lines))
    articles = read_articles(tmp_path)
    assert part(articles, "a", "stamp") == ["07/06/2012 12:13 EDT"]
    assert part(articles, "a", "headline") == ["A headline"]
    assert part(articles, "a", "paragraph") == ["The first one.", "The second one."]
    assert articles["n_words"][0] == 8


def test_a_file_that_may_not_be_read_is_set_aside(tmp_path):
    write(tmp_path, good=BODY)
    (tmp_path / "folder.txt").mkdir()  # not a file at all: no article, no error
    assert read_articles(tmp_path)["article_id"].tolist() == ["good"]
    locked = tmp_path / "locked.txt"
    locked.write_text(BODY, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):  # root reads everything; then it is an ordinary duplicate
        expected = "same text as good.txt"
    else:
        expected = "cannot be opened (Permission denied)"
    assert read_corpus(tmp_path).set_aside["reason"].tolist() == [expected]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder / "gone", "There is no folder .*gone"),
        (lambda folder: write(folder, a=BODY) / "a.txt", "a.txt is a file"),
        (lambda folder: folder, "holds no .txt file"),
        (lambda folder: write(folder, a=b""), r"could be used \(a.txt: empty\)"),
    ],
)
def test_a_folder_that_cannot_be_read_is_named(tmp_path, make, message):
    with pytest.raises(CorpusError, match=message):
        read_articles(make(tmp_path))


class TestSidecar:
    HEADER = "article_id,field,value,known_from\n"

    def read(self, folder, *rows, header=HEADER):
        write(folder, a=BODY)
        (folder / "articles.csv").write_text(header + "\n".join(rows), encoding="utf-8")
        return read_articles(folder)

    def test_values_are_supplied_with_their_note(self, tmp_path):
        articles = self.read(
            tmp_path,
            "a,published,2012-07-06,the printed page",
            'a,title,"Talks, again",the printed page',
            "a,label,Talks,our own",
            "a,publisher,The Paper,its website",
        )
        row = articles.iloc[0]
        assert row["published"] == dt.datetime(2012, 7, 6, tzinfo=TORONTO)
        assert row["published_precision"] == "day"
        assert (row["title"], row["title_known"]) == ("Talks, again", "supplied")
        assert (row["label"], row["label_known"]) == ("Talks", "supplied")
        assert row["known_from"].startswith("published: the printed page; title: ")

    def test_a_time_may_have_an_offset(self, tmp_path):
        articles = self.read(tmp_path, "a,published,2012-07-06T18:00+02:00,agency wire")
        assert articles["published"][0] == dt.datetime(2012, 7, 6, 12, tzinfo=TORONTO)
        assert articles["published_precision"][0] == "minute"

    def test_without_a_sidecar_the_label_is_the_file_name(self, tmp_path):
        write(tmp_path, **{"sub/a-name-that-is-much-too-long-for-a-figure": BODY})
        row = read_articles(tmp_path).iloc[0]
        assert (row["label"], row["label_known"]) == ("a-name-that-is-much-too…", "default")
        assert pd.isna(row["known_from"])

    def test_no_two_labels_are_alike(self, tmp_path):
        long = "a-name-that-is-much-too-long-for-a-figure"
        write(
            tmp_path,
            **{"east/report": BODY + "1", "west/report": BODY + "2", "x/Talks": BODY + "3"},
            **{f"{long}-1": BODY + "4", f"{long}-2": BODY + "5"},
        )
        articles = self.read(tmp_path, "a,label,Talks,our own")
        assert articles.set_index("article_id")["label"].to_dict() == {
            "a": "Talks",
            f"{long}-1": "a-name-that-is-much-too…",
            f"{long}-2": "a-name-that-is-much… (2)",
            "east/report": "east/report",
            "west/report": "west/report",
            "x/Talks": "x/Talks",
        }
        assert articles["label"].str.len().max() == 24

    def test_two_articles_with_one_supplied_label_are_an_error(self, tmp_path):
        write(tmp_path, b=BODY + " More.")
        with pytest.raises(CorpusError, match="line 3: article 'a' has the label 'Talks' already"):
            self.read(tmp_path, "a,label,Talks,x", "b,label,Talks,x")

    def test_a_quoted_cell_may_run_over_lines(self, tmp_path):
        row = self.read(tmp_path, 'a,title,"Talks,\nagain","page one\n\npage two"').iloc[0]
        assert row["title"] == "Talks, again"
        assert row["known_from"] == "title: page one page two"

    @pytest.mark.parametrize("content", ["", " \n", "\ufeff"])
    def test_an_empty_sidecar_is_named(self, tmp_path, content):
        with pytest.raises(CorpusError, match=r"articles\.csv is empty"):
            self.read(tmp_path, header=content)

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ('a,title,"T,x', r"articles.csv, line 2: unexpected end of data"),
            ('a,title,"T"s,x', r"articles.csv, line 2: ',' expected after '\"'"),
            ("b,title,T,x", "line 2: there is no usable text for article 'b'"),
            ("a,title,T", "line 2: expected 4 cells, found 3"),
            ("a,colour,red,x", "line 2: 'colour' can't be supplied"),
            ("a,title,,x", "line 2: value and known_from must both"),
            ("a,title,T,", "line 2: value and known_from must both"),
            ("a,published,6 July,x", "line 2: published is '6 July'; write an ISO date"),
            ("a,title,T,x\na,title,U,x", "line 3: title of article 'a' is supplied twice"),
        ],
    )
    def test_a_malformed_row_is_named(self, tmp_path, row, message):
        with pytest.raises(CorpusError, match=message):
            self.read(tmp_path, row)

    def test_a_wrong_header_is_named(self, tmp_path):
        with pytest.raises(CorpusError, match="must start with the line article_id,field"):
            self.read(tmp_path, header="id,date\n")

    def test_a_binary_sidecar_is_named(self, tmp_path):
        write(tmp_path, a=BODY)
        (tmp_path / "articles.csv").write_bytes(b"\x00\x01")
        with pytest.raises(CorpusError, match=r"articles\.csv is not a text file"):
            read_articles(tmp_path)


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("01/02/2013 09:05 EST", "2013-01-02 09:05:00-05:00"),
        ("1/2/2013 9:05 PST | Updated 1/3/2013 10:00 PST", "2013-01-02 12:05:00-05:00"),
        ("07/06/2012 12:13 GMT", "2012-07-06 08:13:00-04:00"),
        ("13/06/2012 12:13 EDT", None),  # no thirteenth month: not guessed the other way round
        ("07/06/2012 12:13 XYZ", None),
    ],
)
def test_stamps(tmp_path, stamp, published):
    write(tmp_path, a=f"{stamp}\n\nA headline\n\n{BODY}")
    row = read_articles(tmp_path).iloc[0]
    assert row["title"] == "A headline"
    if published is None:
        assert pd.isna(row["published"])
        assert row["published_known"] == "missing"
    else:
        assert str(row["published"]) == published


@pytest.mark.parametrize(
    ("line", "published", "precision"),
    [
        ("2024-03-20", "2024-03-20 00:00:00-04:00", "day"),
        ("2024-01-20", "2024-01-20 00:00:00-05:00", "day"),
        ("2024-03-20T18:05+01:00", "2024-03-20 13:05:00-04:00", "minute"),
        ("2024-03-20 18:05", "2024-03-20 18:05:00-04:00", "minute"),
        ("2024-03-20T18:05:00Z", "2024-03-20 14:05:00-04:00", "minute"),
        ("March 21, 2024", "2024-03-21 00:00:00-04:00", "day"),
        ("Thursday, March 21, 2024", "2024-03-21 00:00:00-04:00", "day"),
        ("Mar. 9, 2024", "2024-03-09 00:00:00-05:00", "day"),
        ("21 March 2024", "2024-03-21 00:00:00-04:00", "day"),
        ("2024-13-20", None, None),
        ("February 30, 2024", None, None),
        ("0001-01-01T00:00+14:00", None, None),
    ],
)
def test_a_first_line_that_is_a_date(tmp_path, line, published, precision):
    write(tmp_path, a=f"{line}\n\nA headline\n\n{BODY}")
    articles = read_articles(tmp_path)
    row = articles.iloc[0]
    assert part(articles, "a", "stamp") == [line]
    assert row["title"] == "A headline"
    if published is None:
        assert pd.isna(row["published"])
        assert pd.isna(row["published_precision"])
    else:
        assert (str(row["published"]), row["published_precision"]) == (published, precision)


@pytest.mark.parametrize(
    "line", ["March 2024", "March 21", "May 21, 2024: a day to remember", "2024-03", "2024"]
)
def test_a_first_line_that_only_holds_a_date_is_text(tmp_path, line):
    write(tmp_path, a=f"{line}\n\n{BODY}")
    articles = read_articles(tmp_path)
    assert part(articles, "a", "stamp") == []
    assert pd.isna(articles["published"][0])


@pytest.mark.parametrize(
    ("opening", "place", "day"),
    [
        ("STRELSAU, March 20 (Reuters) - ", "STRELSAU", None),
        ("STRELSAU, MARCH 20 - ", "STRELSAU", None),
        ("STRELSAU, Ruritania, 3 Sept. (AP) -- ", "STRELSAU, Ruritania", None),
        ("STRELSAU, March 20, 2024 (Reuters) - ", "STRELSAU", "2024-03-20"),
        ("STRELSAU, March 32, 2024 (Reuters) - ", "STRELSAU", None),
        ("ST. JOHN'S, N.L., Dec 1, 2023 – ", "ST. JOHN'S, N.L.", "2023-12-01"),
    ],
)
def test_a_date_in_a_dateline_is_no_part_of_the_place(tmp_path, opening, place, day):
    write(tmp_path, a=opening + BODY)
    articles = read_articles(tmp_path)
    assert articles["place"][0] == place
    assert part(articles, "a", "paragraph") == [BODY]
    published = articles["published"][0]
    assert pd.isna(published) if day is None else str(published)[:10] == day
    assert articles["published_known"][0] == ("stated" if day else "missing")


def test_a_first_line_goes_before_the_date_of_a_dateline(tmp_path):
    write(tmp_path, a="2024-03-21\n\nSTRELSAU, March 20, 2024 - " + BODY)
    assert str(read_articles(tmp_path)["published"][0])[:10] == "2024-03-21"


def test_articles_in_other_formats_are_set_aside(tmp_path):
    write(tmp_path, good=BODY, renamed=b"PK\x03\x04\x14\x00[Content_Types].xml", kept=BODY + "1")
    write(tmp_path, paged=b"%PDF-1.7 text", rich=rb"{\rtf1\ansi The ministers met.}")
    (tmp_path / "sub").mkdir()
    for name in ("sub/story.docx", "scan.PDF", "kept.doc", "~$story.docx", "photo.jpg", "no.csv"):
        (tmp_path / name).write_bytes(b"x")
    assert read_corpus(tmp_path).set_aside.to_numpy().tolist() == [
        ["paged.txt", "a PDF: save it as plain text"],
        ["renamed.txt", "a Word or zip file: save it as plain text"],
        ["rich.txt", "an RTF file: save it as plain text"],
        ["scan.PDF", "a PDF: save it as plain text"],
        ["sub/story.docx", "a Word file: save it as plain text"],
    ]


def test_a_long_list_of_files_set_aside_is_cut_and_counted(tmp_path):
    write(tmp_path, a=f"2024-03-20\n{BODY}", **{f"empty{number}": b"" for number in range(4)})
    assert describe_set_aside(read_corpus(tmp_path), most=3) == [
        "set aside: empty0.txt (empty)",
        "set aside: empty1.txt (empty)",
        "set aside: empty2.txt (empty)",
        "set aside: 1 more",
    ]


def test_a_folder_of_word_files_alone_says_what_to_do(tmp_path):
    (tmp_path / "story.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(
        CorpusError, match=r"no \.txt file\. story\.docx is a Word file: save it as"
    ):
        read_corpus(tmp_path)


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("OTTAWA - ", "OTTAWA"),
        ("NEW YORK (AP) -- ", "NEW YORK"),
        ("DAMASCUS, Syria — ", "DAMASCUS, Syria"),
        ("ST. JOHN'S, N.L. – ", "ST. JOHN'S, N.L."),
        ("Ottawa - ", None),
        ("Then — ", None),
        ("US - Iran talks failed. ", None),
        ("EL PASO - ", "EL PASO"),
    ],
)
def test_datelines(tmp_path, opening, place):
    write(tmp_path, a=opening + BODY)
    found = read_articles(tmp_path)["place"][0]
    assert found == place if place else pd.isna(found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_file_is_read_or_set_aside_with_a_reason(tmp_path_factory, data):
    folder = write(tmp_path_factory.mktemp("any"), good=BODY, other=data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        corpus = read_corpus(folder)
    assert len(corpus.articles) + len(corpus.set_aside) == 2
    assert corpus.set_aside["reason"].str.len().gt(0).all()


paragraph = st.text(alphabet="abC .-\n\r$<|1/", max_size=40)


@given(st.lists(paragraph, min_size=1).map("\n\n".join))
def test_parts_cover_every_letter_once(text):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    parts = check_spans(article_parts(articles), articles)
    inside = "".join(text[row.start : row.end] for row in parts.itertuples())
    assert list(filter(str.isalnum, inside)) == list(filter(str.isalnum, text))
    assert len(running_text(articles)["text"][0]) == len(text)
    assert set(parts["part"]) <= {"stamp", "dateline", *RUNNING_TEXT}


def test_the_data_sheet_describes_the_articles(syria):
    sheet = (paths.DATA / "README.md").read_text(encoding="utf-8")
    written = [line for line in sheet.splitlines() if re.match(r"\| `\d{3}_", line)]
    described = []
    for row in syria.itertuples():
        date = f"{row.published.day} {row.published:%B %Y}"
        time = f", {row.published:%H:%M %Z}" if row.published_precision == "minute" else ""
        outlet = "unknown" if pd.isna(row.publisher) else f"{row.publisher} ({row.publisher_known})"
        described.append(
            f"| `{row.article_id}` | {date}{time} ({row.published_known}) | {outlet} "
            f"| {row.n_words} |"
        )
    assert written == described


def test_the_articles_are_unchanged():
    """Their checksums stand in the data sheet: changing a word means changing both."""
    sheet = (paths.DATA / "README.md").read_text(encoding="utf-8")
    for path in sorted(paths.SEEDS.glob("*.txt")):
        assert f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" in sheet


@pytest.mark.parametrize(
    ("zone", "hour"),
    # 12:00 there is so late in Toronto, four hours behind Greenwich in July
    [
        ("EDT", 12), ("EST", 13), ("CDT", 13), ("CST", 14), ("MDT", 14), ("MST", 15), ("PDT", 15),
        ("PST", 16), ("ADT", 11), ("AST", 12), ("UTC", 8), ("GMT", 8), ("BST", 7),
    ],
)  # fmt: skip
def test_zones_of_stamps(tmp_path, zone, hour):
    text = f"07/06/2012 12:00 {zone}\n\nRain fell on the town."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    [published] = read_articles(tmp_path)["published"]
    assert (published.month, published.day, published.hour) == (7, 6, hour)
