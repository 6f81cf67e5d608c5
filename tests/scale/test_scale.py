"""A whole run on real workers: the helpers' own tables, row for row, and what interrupts it."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster

from helpers import paths
from helpers.casualties import find_casualty_claims, find_rejected_numerals
from helpers.corpus import CorpusError, articles_table, read_corpus, running_text
from helpers.distinctiveness import tf_idf
from helpers.frequency import word_frequencies
from helpers.scale import ScaleError, analyse_folder, partitions, read_table, run
from helpers.scale.__main__ import main
from helpers.scale.intake import take_in
from helpers.scale.partitions import Options, note_of, read_partition
from helpers.scale.progress import Progress, duration
from helpers.scale.resample import resampled_articles
from helpers.scale.storage import write_table
from helpers.stance import rate_stance
from helpers.statements import find_statements
from helpers.tables import make_table

TARGETS = pd.DataFrame(
    [("regime", r"Assad(?! must)"), ("sanctions", "sanctions"), ("nobody", "Jane Roe")],
    columns=["target", "pattern"],
)
NO_WORD = {"no word": "?! … --"}
ODD = {
    "stop words": "It is what it was.",
    "one word": "Word.",
    "foreign": "他们说：“没有。” Зафиксировано 12 погибших.",
    "unclosed": '"We never stop, he said. "At least twelve people were killed, she said',
    "markup": "<b>At least 3 people</b> were killed, police said.\r\n\r\n$x$",
}
# Who speaks in the last article, only the first one says: a minister, and so for her country.
FIRST = {"first": '"We will act," Foreign Minister Jane Roe said.'}
LAST = {"last": '"France opposes the sanctions," Jane Roe said.'}
PARTITION_BYTES = 20_000


@pytest.fixture(scope="module")
def cluster():
    """Two workers, each a process of its own."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(scope="module")
def texts():
    syria = read_corpus(paths.SEEDS).articles
    return FIRST | dict(resampled_articles(syria, 40)) | ODD | LAST


@pytest.fixture(scope="module")
def source(texts, tmp_path_factory):
    path = tmp_path_factory.mktemp("source") / "articles.jsonl"
    rows = [
        json.dumps({"article_id": name, "text": text}) for name, text in (texts | NO_WORD).items()
    ]
    path.write_text("\n".join([*rows[:5], "not JSON", *rows[5:]]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(source, cluster, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "tables"
    analyse_folder(
        source, out,
        targets=TARGETS, partition_bytes=PARTITION_BYTES, scheduler=cluster, progress=False,
    )  # fmt: skip
    return out


@pytest.fixture(scope="module")
def in_memory(texts):
    """What the helpers give on the same articles, all of them in one table."""
    articles = articles_table(texts, {})
    statements = find_statements(articles)
    words = running_text(articles)
    terms = tf_idf(words, stop_words="default")
    frequencies = word_frequencies(words, stop_words="default")
    return {
        "articles": articles,
        "terms": frequencies.drop(columns=["DP", "DP_norm"]),
        "distinctive_terms": terms[terms["rank"] <= 10].reset_index(drop=True),
        "statements": statements,
        "claims": find_casualty_claims(articles, statements),
        "rejected_numerals": find_rejected_numerals(articles),
        "stances": rate_stance(statements, TARGETS, articles),
    }


@pytest.mark.parametrize(
    "name",
    [
        "articles", "terms", "distinctive_terms", "statements", "claims", "rejected_numerals",
        "stances",
    ],
)  # fmt: skip
def test_tables_are_those_of_the_helpers_row_for_row(out, in_memory, name):
    assert len(list((out / "articles").iterdir())) >= 8  # partitions
    expected = in_memory[name]
    assert len(expected) > 40
    table = read_table(out, name)
    pd.testing.assert_frame_equal(table[expected.columns], expected, check_exact=True)


def test_attitudes_count_where_they_are_asked_for(texts, source, cluster, tmp_path):
    analyse_folder(
        source, tmp_path / "out",
        targets=TARGETS, attitudes=True, scheduler=cluster, progress=False,
    )  # fmt: skip
    articles = articles_table(texts, {})
    statements = find_statements(articles, attitudes=True)
    assert len(statements) > len(find_statements(articles))
    pd.testing.assert_frame_equal(read_table(tmp_path / "out", "statements"), statements)
    stances = rate_stance(statements, TARGETS, articles)
    pd.testing.assert_frame_equal(read_table(tmp_path / "out", "stances"), stances)


SIDECAR = """article_id,field,value,known_from
c/other,label,report,the archive
d/plain,label,Own name,the archive
"""


def test_changed_word_lists_reach_the_workers_of_that_run_alone(cluster, tmp_path):
    texts = {"one": "Dana Roe blurted that the harbour was shut. Harbour trade stopped."}
    source = tmp_path / "articles.jsonl"
    source.write_text(
        "\n".join(json.dumps({"article_id": i, "text": text}) for i, text in texts.items()),
        encoding="utf-8",
    )
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "stop_words.txt").write_text("harbour\n", encoding="utf-8")
    (lists / "reporting_verbs.csv").write_text(
        "verb,kind,frames\nblurt,speech,q clause that\n", encoding="utf-8"
    )
    found = {}
    for name, folder in (("changed", lists), ("packaged", None)):
        out = tmp_path / name
        analyse_folder(source, out, word_lists=folder, scheduler=cluster, progress=False)
        found[name] = (
            list(read_table(out, "statements")["cue"]),
            "harbour" in set(read_table(out, "terms")["feature"]),
        )
    assert found == {"changed": (["blurted"], False), "packaged": ([], True)}
    (lists / "stop_words.txt").write_text("trade\n", encoding="utf-8")
    with pytest.raises(ScaleError, match="begun with other values of word_lists"):
        analyse_folder(source, tmp_path / "changed", word_lists=lists, resume=True, progress=False)


def test_a_folder_gives_the_articles_and_labels_that_it_gives_in_memory(cluster, tmp_path):
    source = tmp_path / "source"
    names = ["a/report", "b/report", "c/other", "d/plain", "e/only", "report"]
    for name in names:
        path = source / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The mayor of {name} said it was late.", encoding="utf-8")
    (source / "same.txt").write_text("The mayor of e/only said it was late.", encoding="utf-8")
    (source / "articles.csv").write_text(SIDECAR, encoding="utf-8")
    analyse_folder(source, tmp_path / "out", scheduler=cluster, partition_bytes=100, progress=False)
    corpus = read_corpus(source)
    table = read_table(tmp_path / "out", "articles")
    pd.testing.assert_frame_equal(table, corpus.articles, check_exact=True)
    labels = ["a/report", "b/report", "report", "Own name", "only", "report (2)"]
    assert dict(zip(table["article_id"], table["label"], strict=True)) == dict(
        zip(names, labels, strict=True)
    )
    aside = read_table(tmp_path / "out", "set_aside")
    assert aside[["path", "reason"]].to_numpy().tolist() == corpus.set_aside.to_numpy().tolist()


def test_two_articles_with_one_label_are_refused_as_in_memory(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Article {name}.", encoding="utf-8")
    (tmp_path / "articles.csv").write_text(
        "article_id,field,value,known_from\na,label,Same,me\nb,label,Same,me\n", encoding="utf-8"
    )
    with pytest.raises(CorpusError, match="'Same' already"):
        analyse_folder(tmp_path, tmp_path / "out", progress=False)
    assert not (tmp_path / "out.partial").exists()


def test_an_id_that_comes_twice_is_set_aside_with_its_place(cluster, tmp_path):
    source = tmp_path / "articles.csv"
    rows = "x,First text.\ny,Second text.\nx,Third text.\n"
    source.write_text("article_id,text\n" + rows, encoding="utf-8")
    analyse_folder(source, tmp_path / "out", scheduler=cluster, progress=False)
    assert read_table(tmp_path / "out", "articles")["article_id"].tolist() == ["x", "y"]
    (row,) = read_table(tmp_path / "out", "set_aside").to_dict("records")
    assert (row["article_id"], row["row"]) == ("x", 3)
    assert row["reason"].startswith("article_id already given in articles.csv, row 1")


def test_idf_is_of_the_whole_collection(out, texts):
    terms = read_table(out, "terms").set_index("feature")
    distinctive = read_table(out, "distinctive_terms")
    idf = terms["idf"][distinctive["feature"]].to_numpy()
    pd.testing.assert_series_equal(distinctive["idf"], pd.Series(idf, name="idf"), check_exact=True)
    with_12 = [text for text in texts.values() if "погибших" in text]
    assert terms.loc["погибших", "docfreq"] == len(with_12) == 1


def test_a_speaker_is_known_by_his_own_article(out):
    """In another article the same name may be somebody else's, of another office."""
    stances = read_table(out, "stances").query("article_id == 'last'")
    assert stances[["speaker_name", "target", "stance"]].to_numpy().tolist() == [
        ["Jane Roe", "sanctions", "none"]
    ]


def test_what_was_set_aside_has_a_table_and_says_why(out):
    row, last = read_table(out, "set_aside").to_dict("records")
    assert (row["path"], row["row"]) == ("articles.jsonl", 6)
    assert row["reason"].startswith("not JSON")
    assert (last["article_id"], last["reason"]) == ("no word", "no word")


def test_only_the_tables_are_left_in_the_end(out):
    assert sorted(path.name for path in out.parent.iterdir()) == [out.name]
    assert sorted(path.name for path in out.iterdir()) == [
        "articles", "claims", "distinctive_terms", "rejected_numerals", "run.json", "set_aside",
        "stances", "statements", "terms",
    ]  # fmt: skip
    assert all(path.suffix == ".parquet" for path in out.glob("*/*"))


def test_every_file_of_a_table_has_the_same_types(out):
    for table in (path for path in out.iterdir() if path.is_dir()):
        schemas = {str(pq.read_schema(file)) for file in table.iterdir()}
        assert len(schemas) == 1, table.name
        assert "null" not in schemas.pop()


def test_a_run_is_repeatable_to_the_byte(source, cluster, out, tmp_path):
    analyse_folder(
        source, tmp_path / "again",
        targets=TARGETS, partition_bytes=PARTITION_BYTES, scheduler=cluster, progress=False,
    )  # fmt: skip
    for file in out.rglob("*.*"):
        again = tmp_path / "again" / file.relative_to(out)
        assert again.read_bytes() == file.read_bytes(), file.name


def test_without_targets_there_are_no_stances(source, cluster, tmp_path):
    summary = analyse_folder(source, tmp_path / "out", scheduler=cluster, top=1, progress=False)
    assert "stances" not in summary["table"].tolist()
    assert not (tmp_path / "out" / "stances").exists()
    assert set(read_table(tmp_path / "out", "distinctive_terms")["rank"]) == {1}


# Interruptions


def command(source, out, *more):
    return [
        sys.executable, "-m", "helpers.scale", str(source), str(out),
        "--partition-mb", "0.02", "--workers", "1", *more,
    ]  # fmt: skip


def notes(work, step):
    return sorted((work / "notes").glob(f"{step}-*.json"))


def test_a_killed_run_goes_on_where_it_was(source, out, tmp_path):
    targets = tmp_path / "targets.csv"
    TARGETS.to_csv(targets, index=False)
    place = tmp_path / "tables"
    work = tmp_path / "tables.partial"
    first = subprocess.Popen(  # noqa: S603
        command(source, place, "--targets", str(targets), "--quiet"), start_new_session=True
    )
    try:
        deadline = time.monotonic() + 120
        while len(notes(work, "read")) < 2 and time.monotonic() < deadline:
            assert first.poll() is None, "the run ended before it could be killed"
            time.sleep(0.01)
    finally:
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    finished = {path: path.stat().st_mtime_ns for path in notes(work, "read")}
    assert 2 <= len(finished) < len(list((out / "articles").iterdir()))
    assert not place.exists()

    # What a kill in the middle of writing would leave, and a file that was damaged since.
    (work / "tables" / "statements" / ".part-000099.parquet.1").write_bytes(b"half")
    damaged = json.loads(min(finished).read_text(encoding="utf-8"))["files"]
    (work / next(name for name in damaged if "/claims/" in name)).write_bytes(b"half")
    seen = {}
    with subprocess.Popen(  # noqa: S603
        command(source, place, "--targets", str(targets), "--resume"),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as second:
        while second.poll() is None:
            # The folder goes in the end: what a note's time was is seen while it is there.
            for path in finished:
                if path.exists():
                    seen[path] = path.stat().st_mtime_ns
            time.sleep(0.01)
        report = second.stderr.read()
    assert second.returncode == 0, report
    assert "100%" in report
    # Only the damaged partition was worked on again.
    assert [path for path in finished if seen[path] != finished[path]] == [min(finished)]
    for file in out.rglob("*.parquet"):
        assert (place / file.relative_to(out)).read_bytes() == file.read_bytes(), file.name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tables", "targets.csv"]
    assert list(place.rglob(".*")) == []


@pytest.fixture
def unfinished(source, tmp_path, monkeypatch):
    """A run whose second step fails."""

    def fail(*_):
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(run, "_collect_terms", fail)
        with pytest.raises(OSError, match="disk full"):
            analyse_folder(source, tmp_path / "out", workers=1, progress=False)
    return tmp_path / "out"


def test_a_run_is_only_resumed_as_it_was_begun(source, unfinished):
    assert not unfinished.exists()
    with pytest.raises(ScaleError, match="left of an unfinished run"):
        analyse_folder(source, unfinished, progress=False)
    with pytest.raises(ScaleError, match="begun with other values of top"):
        analyse_folder(source, unfinished, top=3, resume=True, progress=False)
    analyse_folder(source, unfinished, workers=1, resume=True, progress=False)
    # Resuming what is finished does nothing; beginning again would overwrite.
    modified = {path: path.stat().st_mtime_ns for path in unfinished.rglob("*")}
    analyse_folder(source, unfinished, resume=True, progress=False)
    assert {path: path.stat().st_mtime_ns for path in unfinished.rglob("*")} == modified
    with pytest.raises(ScaleError, match="is there already"):
        analyse_folder(source, unfinished, progress=False)
    with pytest.raises(ScaleError, match="begun with other values of source"):
        analyse_folder(Path("elsewhere"), unfinished, resume=True, progress=False)


def test_a_run_interrupted_while_reading_reads_again(source, out, tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    options = {"targets": TARGETS, "partition_bytes": PARTITION_BYTES, "workers": 1}
    with monkeypatch.context() as patch:
        patch.setattr(Progress, "__call__", interrupt)
        with pytest.raises(KeyboardInterrupt):
            analyse_folder(source, tmp_path / "out", **options)
    assert len(list((tmp_path / "out.partial" / "records").iterdir())) == 1
    analyse_folder(source, tmp_path / "out", **options, resume=True, progress=False)
    assert read_table(tmp_path / "out", "terms").equals(read_table(out, "terms"))


def test_there_must_be_something_to_resume(source, tmp_path):
    with pytest.raises(ScaleError, match="no unfinished run to resume"):
        analyse_folder(source, tmp_path / "out", resume=True, progress=False)
    (tmp_path / "mine").mkdir()
    with pytest.raises(ScaleError, match="not written by a run that could be resumed"):
        analyse_folder(source, tmp_path / "mine", resume=True, progress=False)


def test_a_source_that_can_not_be_used_leaves_nothing(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("id,text\n1,One.\n", encoding="utf-8")
    assert main([str(tmp_path / "a.csv"), str(tmp_path / "out")]) == 1
    assert "needs each of the columns article_id and text" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_first_line_that_is_no_csv_leaves_nothing(tmp_path, capsys):
    (tmp_path / "a.csv").write_bytes(b"article_id,text\r\ra,One.\r")
    assert main([str(tmp_path / "a.csv"), str(tmp_path / "out")]) == 1
    assert "SourceError: The first line of a.csv is not CSV" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("step", ["take_in", "shutil.copytree"])
def test_whatever_fails_before_all_is_read_leaves_nothing(source, tmp_path, monkeypatch, step):
    def fail(*_, **__):
        raise RuntimeError("out of luck")

    (tmp_path / "lists").mkdir()
    options = {"word_lists": tmp_path / "lists", "workers": 1, "progress": False}
    with monkeypatch.context() as patch:
        patch.setattr(f"helpers.scale.run.{step}", fail)
        with pytest.raises(RuntimeError, match="out of luck"):
            analyse_folder(source, tmp_path / "out", **options)
    assert [path.name for path in tmp_path.iterdir()] == ["lists"]


def test_a_partition_that_fails_is_named_and_the_rest_is_kept(source, tmp_path, monkeypatch):
    # A folder stands where a worker wants to write its file.
    blocked = tmp_path / "out.partial" / "terms" / "part-000002.parquet"

    def take_in_and_block(*arguments, **options):
        note = take_in(*arguments, **options)
        blocked.mkdir(parents=True)
        return note

    monkeypatch.setattr(run, "take_in", take_in_and_block)
    options = {"partition_bytes": PARTITION_BYTES, "workers": 1, "progress": False}
    cause = r"Partition 2 failed while count: (IsADirectory|Permission)Error\("
    with pytest.raises(ScaleError, match=cause) as caught:
        analyse_folder(source, tmp_path / "out", **options)
    assert isinstance(caught.value.__cause__, OSError)
    blocked.rmdir()
    analyse_folder(source, tmp_path / "out", **options, resume=True)
    assert len(read_table(tmp_path / "out", "articles")) > 40


def test_an_interrupted_command_says_how_to_go_on(source, tmp_path, monkeypatch, capsys):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "_client", interrupt)
    assert main([str(source), str(tmp_path / "out"), "--quiet"]) == 130
    assert "--resume goes on" in capsys.readouterr().err


def test_options_that_make_no_sense_are_errors(source, tmp_path):
    with pytest.raises(ValueError, match="top=0"):
        analyse_folder(source, tmp_path / "out", top=0)
    with pytest.raises(ValueError, match="targets table needs the column"):
        analyse_folder(source, tmp_path / "out", targets=TARGETS[["target"]])
    with pytest.raises(ValueError, match="nowhere: there is no folder of word lists here"):
        analyse_folder(source, tmp_path / "out", word_lists=tmp_path / "nowhere")
    with pytest.raises(ValueError, match="no table 'words'; there is articles"):
        read_table(tmp_path, "words")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (("regime", "Assad("), "pattern of target 'regime' is not valid"),
        (("regime", "(Assad)?"), "pattern of target 'regime' matches the empty string"),
        (("regime", None), "Target 'regime' has no pattern"),
        (("sanctions", "sanction"), "Targets must be unique; 'sanctions' occurs more than once"),
        ((None, "Assad"), "Row 4 of the targets table has no target"),
        ((" ", "Assad"), "Row 4 of the targets table has no target"),
    ],
)
def test_a_target_that_can_not_be_looked_for_is_an_error_at_once(source, tmp_path, target, message):
    targets = pd.DataFrame([("un", "UN"), *TARGETS.to_numpy()[1:], target], columns=TARGETS.columns)
    with pytest.raises(ValueError, match=message):
        analyse_folder(source, tmp_path / "out", targets=targets)
    assert list(tmp_path.iterdir()) == []


def test_a_time_zone_that_is_none_is_an_error_at_once(source, tmp_path, capsys):
    assert main([str(source), str(tmp_path / "out"), "--timezone", "Bogus/Zone"]) == 1
    assert capsys.readouterr().err == (
        "ValueError: There is no time zone 'Bogus/Zone'. Give a name of the IANA database, such as "
        "America/Toronto or UTC.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_command_reads_targets_as_the_notebooks_do(source, tmp_path, monkeypatch, capsys):
    path = tmp_path / "targets.csv"
    path.write_text(
        "target,pattern,note\n# whom we look for\nNA,North Atlantic,\nnull,Null Island,far\n",
        encoding="utf-8",
    )
    given = []

    def note(*_, targets, **__):
        given.append(targets)
        raise ScaleError("that will do")

    monkeypatch.setattr("helpers.scale.__main__.analyse_folder", note)
    command = [str(source), str(tmp_path / "out"), "--targets", str(path)]
    assert main(command) == 1
    assert given[0][["target", "pattern"]].to_numpy().tolist() == [
        ["NA", "North Atlantic"],
        ["null", "Null Island"],
    ]
    path.write_text("target,pattern\nregime,Assad(\n", encoding="utf-8")
    assert main(command) == 1
    path.unlink()
    assert main(command) == 1
    assert len(given) == 1
    errors = capsys.readouterr().err.splitlines()
    assert "targets.csv, line 2: the pattern 'Assad(' is no regular expression" in errors[1]
    assert errors[2].startswith("FileError: targets.csv can't be opened")


# One partition, without Dask


def prepared(work, texts, docfreq):
    """A partition after the first pass."""
    options = Options(targets=(("regime", "Assad"),))
    articles = articles_table(texts, {})
    write_table(articles, options.tables["articles"], work / "tables/articles/part-000000.parquet")
    write_table(
        make_table([(word, 1, count) for word, count in docfreq.items()],
                   partitions.LOCAL_TERM_COLUMNS),
        partitions.LOCAL_TERM_COLUMNS,
        work / "docfreq/part-000000.parquet",
    )  # fmt: skip
    (work / "collection.json").write_text('{"articles": 9}', encoding="utf-8")
    return articles, options


def test_an_article_that_a_helper_fails_on_is_named_and_the_others_are_complete(
    tmp_path, monkeypatch
):
    texts = {"a": '"Assad fell," she said.', "bad": "Trouble.", "c": '"Assad rose," he said.'}
    words = ["assad", "fell", "rose", "trouble", "said"]
    articles, options = prepared(tmp_path, texts, dict.fromkeys(words, 1))

    def fails_on_trouble(articles, *, attitudes):
        if "bad" in articles["article_id"].tolist():
            raise RuntimeError("too much")
        return find_statements(articles, attitudes=attitudes)

    monkeypatch.setattr(partitions, "find_statements", fails_on_trouble)
    note = read_partition(tmp_path, 0, options)
    assert note["failures"] == [("bad", "statements_of: RuntimeError: too much")]
    table = read_table(tmp_path / "tables", "statements")
    expected = find_statements(articles[articles["article_id"] != "bad"])
    pd.testing.assert_frame_equal(table, expected)
    assert set(read_table(tmp_path / "tables", "distinctive_terms")["article_id"]) == set(texts)


def test_a_partition_counts_as_done_only_with_all_its_files(tmp_path):
    texts = {"a": "?!"}
    _, options = prepared(tmp_path, texts, {})
    assert note_of(tmp_path, "read", 0) is None
    note = read_partition(tmp_path, 0, options)
    assert note_of(tmp_path, "read", 0) == note
    assert note["rows"] == {
        "distinctive_terms": 0, "statements": 0, "claims": 0, "rejected_numerals": 0,
        "stances": 0,
    }  # fmt: skip
    (tmp_path / "tables/claims/part-000000.parquet").unlink()
    assert note_of(tmp_path, "read", 0) is None


def test_a_table_that_can_not_be_written_leaves_no_file(tmp_path):
    frame = pd.DataFrame({"n": ["no number"]})
    with pytest.raises((ValueError, TypeError)):
        write_table(frame, {"n": "int64"}, tmp_path / "t.parquet")
    assert list(tmp_path.iterdir()) == []


def test_terms_add_up_over_any_number_of_tables():
    columns = partitions.LOCAL_TERM_COLUMNS
    tables = [
        make_table([("b", 2, 1), ("a", 1, 1)], columns),
        make_table([], columns),
        make_table([("a", 10, 2)], columns),
        make_table([("é", 5, 1), ("b", 3, 2), ("c", 1, 1), ("d", 1, 1)], columns),
        make_table([("a", 100, 3)], columns),
    ]
    expected = [("a", 111, 6), ("b", 5, 3), ("c", 1, 1), ("d", 1, 1), ("é", 5, 1)]
    pd.testing.assert_frame_equal(run.add_up_terms(tables), make_table(expected, columns))


# Progress


def test_progress_says_how_far_how_fast_and_how_long():
    stream = io.StringIO()
    progress = Progress("reading", 40_000_000, done=10_000_000, stream=stream)
    progress(500, 10_000_000)
    # 10 of 30 MB in 20 seconds: 0.5 MB/s, and 20 MB are left.
    assert progress.line(20) == (
        "reading: [############............]  50%, 25 articles/s, 0.50 MB/s, 0:40 left"
    )
    progress.finish()
    assert stream.getvalue().splitlines()[-1].startswith("reading: [############....")


def test_progress_without_a_known_end_still_says_how_fast():
    progress = Progress("reading", stream=io.StringIO())
    progress(1_200, 3_000_000)
    assert progress.line(2) == "reading: 1,200 articles, 600 articles/s, 1.50 MB/s"


def test_on_a_terminal_the_line_is_renewed_in_place():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    stream = Terminal()
    progress = Progress("reading", 10_000_000, stream=stream)
    progress(1, 5_000_000)
    progress(1, 5_000_000)  # at once, so the line is not renewed
    progress.finish()
    lines = stream.getvalue().split("\r\x1b[K")
    assert [line[:35] for line in lines[1:]] == [
        "reading: [############............]",
        "reading: [########################]",
    ]
    assert stream.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0:00"), (75, "1:15"), (3600, "1:00:00"), (86_399, "23:59:59")]
)
def test_duration(seconds, text):
    assert duration(seconds) == text


def test_the_helpers_do_not_need_dask():
    code = "import sys, helpers; print({'dask', 'distributed'} & set(sys.modules))"
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"
