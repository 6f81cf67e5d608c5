"""Speed and memory of every step, side by side with other tools, on articles made anew each time.

    make benchmark                                  or, with options:
    python tests/benchmarks/benchmark.py --sizes 1000 10000 100000 --runs 10000 100000
    python tests/benchmarks/benchmark.py --parts notebooks        (the other parts stay as they are)

Writes a table, a figure and the bare figures to ``docs/benchmarks``, after each part, so that what
was measured is kept if the rest is interrupted. Ratios are what is claimed:
absolute times are those of one machine on one day. Times of one process are processor time, which
other programs hardly disturb; those of several workers are by the clock. Not a test: a machine
that is busy or slow fails nobody.
"""

import argparse
import datetime as dt
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import nbformat
import pandas as pd
import psutil
from sklearn.feature_extraction.text import CountVectorizer

from helpers import paths, runs
from helpers.casualties import read_casualty_figures
from helpers.corpus import articles_table, read_articles, running_text
from helpers.distinctiveness import tf_idf_table
from helpers.frequency import document_term_matrix
from helpers.freshness import COMPILED
from helpers.stance import rate_stance
from helpers.statements import find_statements
from helpers.text import analyzer, sentence_spans, token_spans

OUT = paths.PROJECT / "docs" / "benchmarks"
COMPROMISE = "compromise@14.14.4"
ROUNDS = 3
PARTITION = 1_000  # articles worked on at a time, about as many as `helpers.scale` does
SAMPLED_FROM = 20_000
COUNTED = 20_000
SAMPLE = 20
TARGETS = pd.DataFrame(
    [("Assad", "Assad"), ("Russia", "Russia|Moscow"), ("sanctions", "sanctions"), ("UN", "UN")],
    columns=["target", "pattern"],
)
PARTS = ("others", "growth", "notebooks", "steps", "runs")
Numbers = dict[str, Any]


def say(text: str) -> None:
    """Tell how it goes."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def texts_of(number: int) -> dict[str, str]:
    """So many resampled articles."""
    from helpers.scale.resample import resampled_articles  # Dask: not every part needs it

    return dict(resampled_articles(read_articles(paths.SEEDS), number))


def megabytes(texts: Any) -> float:
    """Size of texts in UTF-8."""
    return sum(len(text.encode("utf-8")) for text in texts) / 1e6


def cpu(function: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of one call, and what it returned."""
    start = time.process_time()
    result = function()
    return time.process_time() - start, result


# Steps


class Stopwatch(dict):
    """Processor seconds by step."""

    def __call__(
        self, step: str, function: Callable[..., Any], *inputs: Any, **options: Any
    ) -> Any:
        """Call a function, add its time to that of the step, and return what it returned."""
        seconds, result = cpu(lambda: function(*inputs, **options))
        self[step] = self.get(step, 0) + seconds
        return result


def counting_seconds(texts: dict[str, str]) -> Stopwatch:
    """Processor seconds of each step that counts words, on one table of all articles."""
    spent = Stopwatch()
    articles = spent("read", articles_table, texts, {})
    running = running_text(articles)
    words = analyzer()
    for text in running["text"]:
        spent("tokens", words, text)
    matrix = spent("matrix", document_term_matrix, running, stop_words="default")
    spent("TF-IDF", tf_idf_table, matrix)
    # The matrix finds its words itself; a step's share is of its own work only.
    spent["matrix"] = max(spent["matrix"] - spent["tokens"], 0)
    return spent


def reading_seconds(articles: pd.DataFrame) -> dict[str, float]:
    """Processor seconds of each step that reads sentences, a partition at a time.

    Beyond `SAMPLED_FROM` articles, it reads every `SAMPLE`-th partition and is scaled up.
    """
    spent = Stopwatch()
    step = PARTITION * (SAMPLE if len(articles) > SAMPLED_FROM else 1)
    n_read = 0
    for first in range(0, len(articles), step):
        part = articles[first : first + PARTITION]
        n_read += len(part)
        statements = spent("statements", find_statements, part)
        spent("casualty figures", read_casualty_figures, part, statements)
        spent("stance", rate_stance, statements, TARGETS)
    return {name: seconds * len(articles) / n_read for name, seconds in spent.items()}


def step_seconds(texts: dict[str, str]) -> dict[str, float]:
    """Processor seconds of each step.

    Counting the words of a thousand articles takes less than a tenth of a second, too short to be
    measured once: it is done until `COUNTED` articles are counted, and the median is taken.
    """
    rounds = [counting_seconds(texts) for _ in range(max(1, COUNTED // len(texts)))]
    counting = {step: statistics.median(spent[step] for spent in rounds) for step in rounds[0]}
    return counting | reading_seconds(articles_table(texts, {}))


def measure_steps(sizes: list[int]) -> list[Numbers]:
    """Seconds and MB/s of each step at each size."""
    rows = []
    step_seconds(texts_of(200))  # word lists are read and memories filled once
    for size in sizes:
        say(f"steps on {size:,} articles")
        texts = texts_of(size)
        amount = megabytes(texts.values())
        spent = step_seconds(texts)
        whole = sum(spent.values())
        rows += [
            {
                "articles": size,
                "step": step,
                "seconds": seconds,
                "ms_per_article": 1000 * seconds / size,
                "mb_per_s": amount / max(seconds, 1e-9),
                "share": seconds / whole,
            }
            for step, seconds in spent.items()
        ]
    return rows


# Growth with length and with targets


def measure_length() -> list[Numbers]:
    """Processor milliseconds per 1,000 characters, of one article that gets longer and longer."""
    say("longer articles")
    texts = list(texts_of(256).values())
    rows = []
    for pieces in (1, 4, 16, 64, 256):
        text = "\n\n".join(texts[:pieces])
        articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
        statements = find_statements(articles)
        for step, function in (
            ("statements", lambda articles=articles: find_statements(articles)),
            ("casualty figures", lambda a=articles, s=statements: read_casualty_figures(a, s)),
            ("stance", lambda statements=statements: rate_stance(statements, TARGETS)),
        ):
            seconds = min(cpu(function)[0] for _ in range(2))
            rows.append(
                {
                    "characters": len(text),
                    "step": step,
                    "ms_per_1000_characters": 1e6 * seconds / len(text),
                }
            )
    return rows


def measure_targets() -> list[Numbers]:
    """Processor milliseconds per statement as targets are added that no article mentions."""
    say("more targets")
    statements = find_statements(articles_table(texts_of(50), {}))
    rows = []
    for number in (4, 16, 64, 256):
        others = pd.DataFrame(
            [(f"t{count}", f"Zz{count:04d}") for count in range(number - len(TARGETS))],
            columns=["target", "pattern"],
        )
        targets = pd.concat([TARGETS, others], ignore_index=True)
        seconds = min(cpu(lambda targets=targets: rate_stance(statements, targets))[0]
                      for _ in range(2))  # fmt: skip
        rows.append({"targets": number, "ms_per_statement": 1000 * seconds / len(statements)})
    return rows


# Other tools


def interleaved(contenders: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Median processor seconds of each, taken in turn, so that a slow spell meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, function in contenders.items():
            times[name].append(cpu(function)[0])
    return {name: statistics.median(values) for name, values in times.items()}


def measure_others() -> Numbers:
    """Each of our steps beside another tool's (rows), and notes on tools that are not there."""
    notes: list[str] = []
    texts = list(texts_of(2_000).values())
    articles = pd.DataFrame({"article_id": [str(n) for n in range(len(texts))], "text": texts})
    amount = megabytes(texts)
    say("counting beside CountVectorizer")
    spent = interleaved(
        {
            "ours": lambda: document_term_matrix(articles),
            "theirs": lambda: CountVectorizer().fit_transform(texts),
        }
    )
    rows = [_ratio("tokens and counts", "scikit-learn CountVectorizer, defaults", spent, amount, 1)]
    rows += _beside_spacy(texts[:500], notes)
    rows += _beside_compromise(texts[:200], notes)
    return {"rows": rows, "notes": notes}


def _ratio(
    step: str, other: str, spent: dict[str, float], amount: float, goal: float | None
) -> Numbers:
    return {
        "step": step,
        "other": other,
        "ours_mb_per_s": amount / spent["ours"],
        "theirs_mb_per_s": amount / spent["theirs"],
        "ratio": spent["theirs"] / spent["ours"],
        "goal": goal,
    }


def _beside_spacy(texts: list[str], notes: list[str]) -> list[Numbers]:
    try:
        import spacy
    except ModuleNotFoundError:
        notes.append("spaCy is not installed (`pip install spacy`): left out.")
        return []
    say("beside spaCy")
    tokenizer = spacy.blank("en").tokenizer
    sentencizer = spacy.blank("en")
    sentencizer.add_pipe("sentencizer")
    amount = megabytes(texts)
    name = f"spaCy {version('spacy')}, blank pipeline"
    tokens = interleaved(
        {
            "ours": lambda: [token_spans(text) for text in texts],
            "theirs": lambda: [tokenizer(text) for text in texts],
        }
    )
    sentences = interleaved(
        {
            "ours": lambda: [sentence_spans(text) for text in texts],
            "theirs": lambda: [list(sentencizer(text).sents) for text in texts],
        }
    )
    return [
        _ratio("spans of tokens", name, tokens, amount, None),
        _ratio("spans of sentences", f"{name}, sentencizer", sentences, amount, None),
    ]


COMPROMISE_SCRIPT = """
const nlp = require('compromise')
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'))
const read = () => texts.map(text => nlp(text).quotations().out('array').length)
read()
const start = process.cpuUsage()
read()
const used = process.cpuUsage(start)
console.log((used.user + used.system) / 1e6)
"""


def _beside_compromise(texts: list[str], notes: list[str]) -> list[Numbers]:
    if not (shutil.which("node") and shutil.which("npm")):
        notes.append("node or npm is not installed: compromise is left out.")
        return []
    say("beside compromise")
    with tempfile.TemporaryDirectory() as folder:
        install = ["npm", "install", "--silent", "--prefix", folder, COMPROMISE]
        if subprocess.run(install, check=False).returncode:  # noqa: S603
            notes.append(f"npm could not install {COMPROMISE}: left out.")
            return []
        seconds = [
            float(
                subprocess.run(  # noqa: S603
                    ["node", "-e", COMPROMISE_SCRIPT],  # noqa: S607
                    input=json.dumps(texts), capture_output=True, text=True, check=True,
                    cwd=folder, encoding="utf-8",
                ).stdout
            )
            for _ in range(ROUNDS)
        ]  # fmt: skip
    articles = pd.DataFrame({"article_id": [str(n) for n in range(len(texts))], "text": texts})
    ours = interleaved({"ours": lambda: find_statements(articles)})
    theirs = {"theirs": statistics.median(seconds)}
    other = f"{COMPROMISE.replace('@', ' ')}, tagging and quotations"
    rows = [_ratio("statements", other, ours | theirs, megabytes(texts), 10)]
    if not (paths.PROJECT / COMPILED).is_dir():
        notes.append("The helpers are not compiled (`make compiled`): left out.")
        return rows
    compiled = {"ours": _compiled_seconds(texts)}
    return [*rows, _ratio("statements, compiled", other, compiled | theirs, megabytes(texts), 10)]


COMPILED_SCRIPT = """
import json, statistics, sys, time
import pandas as pd
from helpers.statements import find_statements
texts = json.load(sys.stdin)
articles = pd.DataFrame({"article_id": [str(n) for n in range(len(texts))], "text": texts})
times = []
for _ in range(int(sys.argv[1]) + 1):
    start = time.process_time()
    find_statements(articles)
    times.append(time.process_time() - start)
print(statistics.median(times[1:]))
"""


def _compiled_seconds(texts: list[str]) -> float:
    """Processor seconds that the compiled helpers take, warm as the others are."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", COMPILED_SCRIPT, str(ROUNDS)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(paths.PROJECT / COMPILED)},
    )
    return float(done.stdout)


# Whole runs


@contextmanager
def peak_memory(found: dict[str, float]) -> Iterator[None]:
    """Note the largest resident size of this process and of any process it started, in MB."""
    done = threading.Event()
    found |= {"driver": 0.0, "worker": 0.0, "together": 0.0}
    me = psutil.Process()

    def watch() -> None:
        while not done.wait(0.2):
            sizes = []
            for process in me.children(recursive=True):
                try:
                    sizes.append(process.memory_info().rss / 1e6)
                except psutil.NoSuchProcess:
                    continue
            own = me.memory_info().rss / 1e6
            found["driver"] = max(found["driver"], own)
            found["worker"] = max([found["worker"], *sizes])
            found["together"] = max(found["together"], own + sum(sizes))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def measure_runs(sizes: list[int], compared: int) -> list[Numbers]:
    """Whole runs of `helpers.scale` by the clock: two workers, and at one size other settings."""
    settings = {
        "2 processes": {"n_workers": 2, "threads_per_worker": 1, "processes": True},
        "1 process": {"n_workers": 1, "threads_per_worker": 1, "processes": True},
        "2 threads": {"n_workers": 1, "threads_per_worker": 2, "processes": False},
    }
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "articles.jsonl"
            command = [sys.executable, "-m", "helpers.scale.resample", str(size), str(source)]
            subprocess.run(command, check=True)  # noqa: S603
            for name, cluster in settings.items():
                if name == "2 processes" or size == compared:
                    say(f"a whole run over {size:,} articles with {name}")
                    rows.append(_one_run(source, Path(folder) / name, name, cluster, size))
    return rows


def _one_run(source: Path, out: Path, name: str, settings: Numbers, size: int) -> Numbers:
    from distributed import LocalCluster

    from helpers.scale import analyse_folder

    memory: dict[str, float] = {}
    with peak_memory(memory), LocalCluster(dashboard_address=":0", **settings) as cluster:
        # Workers are started and have read their word lists: what is timed is the work.
        warm = source.with_name("warm.jsonl")
        with source.open(encoding="utf-8") as lines:
            warm.write_text("".join(islice(lines, 40)), encoding="utf-8")
        address = cluster.scheduler_address
        options = {"targets": TARGETS, "scheduler": address}
        analyse_folder(warm, out.with_name(f"warm {name}"), partition_bytes=20_000, progress=False,
                       **options)  # fmt: skip
        start = time.perf_counter()
        # At least four partitions a worker, so that the last one does not decide.
        part = min(4_000_000, max(200_000, size * 500))
        analyse_folder(source, out, partition_bytes=part, **options)
        seconds = time.perf_counter() - start
    return {
        "articles": size,
        "workers": name,
        "seconds": seconds,
        "ms_per_article": 1000 * seconds / size,
        "mb_per_s": source.stat().st_size / 1e6 / seconds,
        "peak_worker_mb": memory["worker"],
        "peak_together_mb": memory["together"],
    }


# Notebooks


def measure_notebooks() -> Numbers:
    """Seconds to run all notebooks, and to start as many kernels and import the libraries there."""
    say("notebooks")
    floor = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("import pandas, matplotlib.pyplot, sklearn")]
    )
    found = runs.committed_notebooks()
    times: dict[str, list[float]] = {"notebooks": [], "floor": []}
    for _ in range(ROUNDS):
        for name, notebooks in (
            ("floor", [floor] * len(found)),
            ("notebooks", [nbformat.read(path, as_version=4) for path in found]),
        ):
            start = time.perf_counter()
            for notebook in notebooks:
                runs.execute(notebook, paths.NOTEBOOKS)
            times[name].append(time.perf_counter() - start)
    ours, least = (statistics.median(times[name]) for name in ("notebooks", "floor"))
    return {"notebooks": len(found), "seconds": ours, "floor": least, "ratio": ours / least}


# Report


def machine() -> Numbers:
    """What was measured on."""
    name = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        lines = cpus.read_text(encoding="utf-8").splitlines()
        name = next((line.split(":")[1].strip() for line in lines if "model name" in line), name)
    names = {"pandas": "pandas", "numpy": "numpy", "scipy": "scipy", "sklearn": "scikit-learn",
             "pyarrow": "pyarrow", "dask": "dask"}  # fmt: skip
    packages = [package for module, package in names.items() if find_spec(module)]
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": f"{name}, {os.cpu_count()} processors, "
        f"{psutil.virtual_memory().total / 1e9:.0f} GB, {platform.system()}",
        "versions": f"Python {platform.python_version()}, "
        + ", ".join(f"{package} {version(package)}" for package in packages),
        "load": f"{psutil.getloadavg()[0]:.1f}",
    }


def table(header: str, rows: list[list[str]]) -> str:
    """Markdown table; columns but the first are numbers unless they are named in words."""
    columns = header.count("|") + 1
    lines = [f"| {header} |", "|" + " --- |" * columns]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def report(results: Numbers) -> str:
    """Everything measured, as Markdown."""
    about = results["machine"]
    sections = {
        "steps": _steps_report,
        "others": _others_report,
        "runs": _runs_report,
        "growth": _growth_report,
        "notebooks": _notebooks_report,
    }
    pieces = [
        "# How fast, and how it grows",
        f"Measured by `make benchmark` ({about['machine']}; {about['versions']}). The articles "
        "are the three articles' paragraphs, drawn anew (fixed seed; about 4,000 characters "
        "each). Few different words occur in them, which favours every tool that remembers "
        "words, ours included. Ratios are what is claimed; absolute times are of this machine. "
        "More articles: `tests/benchmarks/benchmark.py --sizes 100000 --runs 100000`; a run of "
        "hours, which may be interrupted: `tests/benchmarks/long_run.py 1000000 FOLDER`.",
        *_load_note(max((float(m["load"]) for m in results["measured"].values()), default=0)),
        "![Time per article, per character and per statement, as each number grows](growth.svg)",
    ]
    for part, section in sections.items():
        if part in results["measured"]:
            when = results["measured"][part]
            pieces.append(
                f"{section(results[part])}\n\nMeasured on {when['date']}; load of the machine at "
                f"the start: {when['load']}."
            )
    if results.get("long"):
        pieces.append(_long_report(results["long"]))
    return "\n\n".join(pieces) + "\n"


def _notebooks_report(notebooks: Numbers) -> str:
    return (
        "## Notebooks\n\n"
        f"Running all {notebooks['notebooks']} notebooks takes {notebooks['seconds']:.1f} s; "
        "starting as many kernels and importing pandas, matplotlib and scikit-learn in them "
        f"{notebooks['floor']:.1f} s: {notebooks['ratio']:.2f} times that (goal: at most 2)."
    )


def _long_report(rows: list[Numbers]) -> str:
    cells = [
        [
            f"{row['articles']:,}",
            f"{row['bytes'] / 1e9:.1f}",
            f"{row['seconds'] / 3600:.2f}",
            f"{row['runs']}",
            f"{row['ms_per_article']:.2f}",
            f"{row['mb_per_s']:.2f}",
            f"{row['peak_worker_mb']:.0f}",
            f"{row['peak_together_mb']:.0f}",
            row["date"],
        ]
        for row in rows
    ]
    return (
        "## Very long runs, two workers, by the clock\n\nFrom the source to all tables. The "
        "work may be interrupted and resumed: the hours are those of all runs it took, what had to "
        "be done again included.\n\n"
        + table(
            "articles | GB of text | hours | runs | ms per article | MB/s "
            "| peak of a worker, MB | peak of all processes, MB | ended",
            cells,
        )
    )


def _load_note(load: float) -> list[str]:
    """What to make of times by the clock on a machine that was busy with something else."""
    if load < 1.5:  # the part measured before leaves a load of 1
        return []
    return [
        "**Other programs kept the processors busy meanwhile.** That hardly touches processor "
        "time, which most figures here are made of. Whole runs and notebooks are timed by the "
        "clock: how far several workers help, and how notebooks compare, has to be measured on a "
        "machine at rest."
    ]


def _steps_report(steps: list[Numbers]) -> str:
    sizes = sorted({row["articles"] for row in steps})
    by_step: dict[str, dict[int, Numbers]] = {}
    for row in steps:
        by_step.setdefault(row["step"], {})[row["articles"]] = row
    rows = [
        [step]
        + [f"{of[size]['mb_per_s']:.2f} MB/s, {of[size]['share']:.0%}" for size in sizes]
        + [_growth(of[sizes[0]]["ms_per_article"], of[sizes[-1]]["ms_per_article"])]
        for step, of in by_step.items()
    ]
    whole = [
        sum(row["ms_per_article"] for row in steps if row["articles"] == size) for size in sizes
    ]
    rows.append(
        ["whole"] + [f"{ms:.2f} ms per article" for ms in whole] + [_growth(whole[0], whole[-1])]
    )
    header = "step | " + " | ".join(f"{size:,} articles" for size in sizes)
    return (
        "## Steps, in one process\n\nEach step's own work: *matrix* without the tokens, *TF-IDF* "
        "without the matrix. Those down to TF-IDF are of one table of all articles, medians "
        f"of as many runs as count {COUNTED:,} articles; the others go by {PARTITION:,} articles, "
        f"and beyond {SAMPLED_FROM:,} every {SAMPLE}th such part is measured. The "
        "percentage is the step's share of the whole. The last column is time per article at the "
        f"largest size against the smallest (goal: at most {MOST_GROWTH}).\n\n"
        + table(f"{header} | growth", rows)
    )


MOST_GROWTH = 1.2
"""Time per article at the largest number of articles against that at the smallest, at most."""


def _growth(least: float, most: float) -> str:
    ratio = most / least
    return f"{ratio:.2f}" if ratio <= MOST_GROWTH else f"{ratio:.2f}, missed"


def _met(is_met: bool) -> str:
    return "met" if is_met else "missed"


def _others_report(measured: Numbers) -> str:
    others, notes = measured["rows"], measured["notes"]
    rows = [
        [
            row["step"],
            row["other"],
            f"{row['ours_mb_per_s']:.2f}",
            f"{row['theirs_mb_per_s']:.2f}",
            f"{row['ratio']:.2f}",
            f"{row['goal']:g}, {_met(row['ratio'] >= row['goal'])}" if row["goal"] else "-",
        ]
        for row in others
    ]
    text = "## Beside other tools\n\n" + table(
        "step | other tool | ours, MB/s | theirs, MB/s | times as fast | goal", rows
    )
    text += (
        "\n\ncompromise is JavaScript, run by node. It finds direct quotations; ours finds "
        "paraphrase as well, with speakers and their names. Compiled means the same source made "
        "into machine code by `make compiled`; without, it is read by Python."
    )
    return "\n\n".join([text, *notes])


def _runs_report(rows: list[Numbers]) -> str:
    cells = [
        [
            f"{row['articles']:,}",
            row["workers"],
            f"{row['seconds']:.0f}",
            f"{row['ms_per_article']:.2f}",
            f"{row['mb_per_s']:.2f}",
            f"{row['peak_worker_mb']:.0f}" if row["workers"] != "2 threads" else "-",
            f"{row['peak_together_mb']:.0f}",
        ]
        for row in rows
    ]
    text = "## Whole runs of `helpers.scale`, by the clock\n\n" + table(
        "articles | workers | seconds | ms per article | MB/s | peak of a worker, MB "
        "| peak of all processes, MB",
        cells,
    )
    seconds = {(row["articles"], row["workers"]): row["seconds"] for row in rows}
    for (size, name), one in seconds.items():
        if name != "2 processes":
            ratio = one / seconds[size, "2 processes"]
            goal = f" (goal: at least 1.7, {_met(ratio >= 1.7)})" if name == "1 process" else ""
            text += (
                f"\n\n{size:,} articles: 2 processes are {ratio:.2f} times as fast as {name}{goal}."
            )
    return text


def _growth_report(results: Numbers) -> str:
    length, targets = results["length"], results["targets"]
    sizes = sorted({row["characters"] for row in length})
    rows = []
    for step in dict.fromkeys(row["step"] for row in length):
        of = {row["characters"]: row["ms_per_1000_characters"] for row in length
              if row["step"] == step}  # fmt: skip
        rows.append([step, *(f"{of[size]:.2f}" for size in sizes)])
    header = "ms per 1,000 characters | " + " | ".join(f"{size:,}" for size in sizes)
    more = ", ".join(
        f"{row['ms_per_statement']:.2f} ms with {row['targets']} targets" for row in targets
    )
    return (
        "## Longer articles, more targets\n\nOne article of so many characters:\n\n"
        + table(header, rows)
        + f"\n\nA statement is rated in {more} (of which 4 are mentioned)."
    )


def figure(results: Numbers, path: Path) -> None:
    """Three curves that would rise if anything grew faster than its input."""
    plt.rcParams["svg.hashsalt"] = "growth"
    growth = results.get("growth", {"length": [], "targets": []})
    panels, axes = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
    markers = "osD^vPX*"
    for values, x, y, ax in (
        (results.get("steps", []), "articles", "ms_per_article", axes[0]),
        (growth["length"], "characters", "ms_per_1000_characters", axes[1]),
    ):
        for marker, step in zip(markers, dict.fromkeys(row["step"] for row in values),
                                strict=False):  # fmt: skip
            rows = [row for row in values if row["step"] == step]
            ax.plot([row[x] for row in rows], [row[y] for row in rows], marker=marker, label=step)
        if values:
            ax.set_yscale("log")
            ax.legend(fontsize="x-small")
    whole = [row for row in results.get("runs", []) if row["workers"] == "2 processes"]
    if whole:
        axes[0].plot([row["articles"] for row in whole], [row["ms_per_article"] for row in whole],
                     "k--", marker="s", label="whole run, 2 workers")  # fmt: skip
        axes[0].legend(fontsize="x-small", ncols=2, loc="lower center")
        axes[0].set_ylim(bottom=0.003)  # room for the legend
    axes[0].set(xlabel="articles", ylabel="ms per article", title="More articles")
    axes[1].set(
        xlabel="characters of the article",
        ylabel="ms per 1,000 characters",
        title="Longer articles",
    )
    if growth["targets"]:
        axes[2].plot([row["targets"] for row in growth["targets"]],
                     [row["ms_per_statement"] for row in growth["targets"]], "k-o")  # fmt: skip
    axes[2].set(xlabel="targets", ylabel="ms a statement", title="More targets", ylim=(0, None))
    for ax in axes:
        if ax.lines:
            ax.set_xscale("log")
    panels.savefig(path, metadata={"Date": None})


def write(results: Numbers, out: Path) -> None:
    """Write what is measured so far: the bare figures, the plot and the table."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "results.json").write_text(
        json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    figure(results, out / "growth.svg")
    (out / "README.md").write_text(report(results), encoding="utf-8")


def read(out: Path) -> Numbers:
    """What was measured before; nothing in a new folder."""
    path = out / "results.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"measured": {}}


def main() -> None:
    """Measure the parts asked for and write the report after each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure (default: all)")
    add("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="articles, for the steps")
    add("--runs", type=int, nargs="+", default=[1_000, 10_000], help="articles of whole runs")
    add("--compared", type=int, default=10_000, help="size at which one worker is tried, too")
    add("--out", type=Path, default=OUT, help="folder of the results")
    options = parser.parse_args()
    measure: dict[str, Callable[[], Any]] = {
        "others": measure_others,
        "growth": lambda: {"length": measure_length(), "targets": measure_targets()},
        "notebooks": measure_notebooks,
        "steps": lambda: measure_steps(options.sizes),
        "runs": lambda: measure_runs(options.runs, options.compared),
    }
    results = read(options.out)
    for part in PARTS:
        if part in options.parts:
            start = time.perf_counter()
            about = machine()
            results[part] = measure[part]()
            results["machine"] = {key: about[key] for key in ("machine", "versions")}
            results["measured"][part] = {key: about[key] for key in ("date", "load")}
            write(results, options.out)
            say(f"{part}: done in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
