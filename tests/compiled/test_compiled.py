"""The compiled helpers are compiled and find the same.

Run by ``make test-compiled``, together with all other tests of helpers.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES

import pytest

import helpers
from helpers import paths
from helpers.freshness import COMPILED

sys.path.insert(0, str(paths.PROJECT / "tools"))
from compile import MODULES

FIND = """
import json, sys
import pandas as pd
from helpers.statements import find_statements
texts = json.load(sys.stdin)
articles = pd.DataFrame({"article_id": [str(n) for n in range(len(texts))], "text": texts})
found = find_statements(articles, attitudes=True)
print(json.dumps({"file": sys.modules["helpers.tagging"].__file__, "rows": found.to_json()}))
"""


def find(texts, source):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", FIND],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": str(paths.PROJECT / source)},
    )
    return json.loads(done.stdout)


def test_the_tests_run_on_the_compiled_copy():
    assert helpers.__file__ == str(paths.PROJECT / COMPILED / "helpers" / "__init__.py")


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_compiled(name):
    assert import_module(f"helpers.{name}").__file__.endswith(tuple(EXTENSION_SUFFIXES))


TEXTS = {
    "seeds": [path.read_text(encoding="utf-8") for path in sorted(paths.SEEDS.glob("*.txt"))],
    "hostile": [
        '"a ' * 2_000,
        "(" * 2_000 + ")",
        "Lee said " * 2_000,
        "1," * 2_000,
        "\x00 said \u202e",
    ],
}


@pytest.mark.parametrize("kind", ["seeds", "hostile"])
def test_it_finds_what_the_source_finds(kind):
    plain, compiled = find(TEXTS[kind], "src"), find(TEXTS[kind], COMPILED)
    assert plain["file"].endswith(".py")
    assert not compiled["file"].endswith(".py")
    assert compiled["rows"] == plain["rows"]
    assert json.loads(plain["rows"])["cue"]
