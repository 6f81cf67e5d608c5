"""How fast statements are found, on ordinary and on hostile text; not collected by pytest.

    python tests/benchmarks/statements_speed.py [FOLDER] [--compromise NODE_MODULES]

FOLDER holds ``.txt`` files (without one, the three articles of ``data/seeds``, repeated).
``--compromise`` names a ``node_modules`` folder with the npm package compromise, whose
``quotations()`` then reads the same texts in the same run.
"""

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

import pandas as pd

from helpers import paths
from helpers.statements import find_statements

REPEATS = 40
MARKS = 100_000

COMPROMISE = """
import { createRequire } from "node:module"
import fs from "node:fs"
const nlp = createRequire(process.argv[3] + "/")("compromise")
const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf8"))
for (const text of texts.slice(0, 3)) nlp(text).quotations().length
for (let reading = 0; reading < 2; reading++) {
  const start = process.cpuUsage()
  for (const text of texts) nlp(text).quotations().length
  const used = process.cpuUsage(start)
  console.log((used.user + used.system) / 1e6)
}
"""


def seconds_per_mb(texts: list[str], *, attitudes: bool = False) -> float:
    """Processor seconds for a million bytes; other programs hardly disturb them."""
    ids = [str(number) for number in range(len(texts))]
    articles = pd.DataFrame({"article_id": ids, "text": texts})
    start = time.process_time()
    find_statements(articles, attitudes=attitudes)
    return (time.process_time() - start) / size_mb(texts)


def size_mb(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def hostile(ordinary: str) -> dict[str, str]:
    """Texts that make careless patterns slow."""
    line = ordinary.replace("\n", " ")
    return {
        "unbalanced quote marks": '"a ' * MARKS,
        "unbalanced curly marks": "“a ’b " * MARKS,
        "one line of 5 MB": line * (5_000_000 // len(line)),
        "nested brackets": "(" * MARKS + "a" + ")" * MARKS,
        "digits and commas": "1," * MARKS,
        "capitals": "Aaa " * MARKS,
        "cues only": "Lee said " * MARKS,
        "quotations and cues": '"a," he said ' * (MARKS // 4),
        "paragraphs of open marks": '"A.\n\n' * (MARKS // 4),
    }


def compromise_seconds_per_mb(texts: list[str], node_modules: str) -> list[float]:
    """The same for compromise's ``quotations()``, at the first reading and at the second."""
    with tempfile.TemporaryDirectory() as folder:
        script, data = Path(folder) / "speed.mjs", Path(folder) / "texts.json"
        script.write_text(COMPROMISE, encoding="utf-8")
        data.write_text(json.dumps(texts), encoding="utf-8")
        command = ["node", str(script), str(data), str(Path(node_modules).resolve())]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return [float(line) / size_mb(texts) for line in output.split()]


def main() -> None:
    """Print a line for each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", help="a folder of .txt files")
    parser.add_argument("--compromise", metavar="NODE_MODULES")
    options = parser.parse_args()
    folder = Path(options.folder) if options.folder else paths.SEEDS
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not options.folder:
        texts *= REPEATS
    seconds_per_mb(texts[:3])  # load the word lists
    # At the first reading our words are new and compromise is still being compiled by node.
    first, ordinary = seconds_per_mb(texts), seconds_per_mb(texts)
    print(f"{size_mb(texts):.2f} MB, speech {1 / first:.2f} MB/s, read again {1 / ordinary:.2f}")
    print(f"with attitudes {1 / seconds_per_mb(texts, attitudes=True):.2f} MB/s")
    if options.compromise:
        others = compromise_seconds_per_mb(texts, options.compromise)
        for reading, ours, other in zip(
            ("first", "second"), (first, ordinary), others, strict=True
        ):
            print(f"compromise, {reading} reading {1 / other:.3f} MB/s: {other / ours:.1f} times")
    for name, text in hostile("\n\n".join(texts[:3])).items():  # first readings, all of them
        print(f"{name}: {seconds_per_mb([text]) / first:.1f} times the ordinary time per byte")


if __name__ == "__main__":
    main()
