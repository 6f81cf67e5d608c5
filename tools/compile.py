"""Compile the helpers that read text to machine code, in a copy of their own: ``make compiled``.

    PYTHONPATH=compiled .venv/bin/python -m helpers.scale SOURCE OUT

The copy, ``compiled/helpers``, is the package as it stands, with extension modules that mypyc
makes of the same source; Python takes them before the ``.py`` files beside them. What they find is
the same. A copy that is older than the source refuses to be imported (`helpers.freshness`).
"""

import argparse
import re
import shutil
import subprocess
import sys

from helpers import paths
from helpers.freshness import COMPILED

MODULES = (
    "antecedents",
    "attribution",
    "attribution_before",
    "attribution_clauses",
    "attribution_found",
    "attribution_phrases",
    "attribution_quotations",
    "attribution_sources",
    "attribution_words",
    "bodies",
    "casualty_context",
    "casualty_expressions",
    "casualty_fit",
    "casualty_harm",
    "casualty_items",
    "casualty_joins",
    "casualty_lists",
    "casualty_outcomes",
    "casualty_parts",
    "casualty_people",
    "casualty_reading",
    "casualty_recounts",
    "casualty_rules",
    "casualty_runs",
    "casualty_sentence",
    "casualty_ties",
    "casualty_tolls",
    "casualty_traps",
    "casualty_unreal",
    "casualty_words",
    "clause_words",
    "clauses",
    "contents",
    "dictionary",
    "insertions",
    "name_parts",
    "names",
    "phrase_words",
    "quotations",
    "reporting",
    "roles",
    "speakers",
    "stance",
    "stance_assertions",
    "stance_attachment",
    "stance_blame",
    "stance_clauses",
    "stance_commitment",
    "stance_composition",
    "stance_conditions",
    "stance_constructions",
    "stance_cues",
    "stance_deeds",
    "stance_demands",
    "stance_denials",
    "stance_effects",
    "stance_events",
    "stance_feelings",
    "stance_gains",
    "stance_gaps",
    "stance_holders",
    "stance_manners",
    "stance_mentions",
    "stance_naming",
    "stance_newswire",
    "stance_objects",
    "stance_offers",
    "stance_prepositions",
    "stance_protests",
    "stance_reading",
    "stance_reference",
    "stance_relatives",
    "stance_speaker",
    "stance_subjects",
    "stance_targets",
    "stance_tellers",
    "stance_terms",
    "stance_turns",
    "stance_verdicts",
    "stance_voicing",
    "statements",
    "tagging",
    "text",
    "titles",
    "wire",
    "wordlists",
)
"""What finding statements, casualty figures and stances spends its time in.

Modules that only call others gain nothing.
"""

_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*) = ", re.MULTILINE)
_FIRST_IMPORT = re.compile(r"^((?:from|import) )", re.MULTILINE)

_SETUP = """
from mypyc.build import mypycify
from pybind11.setup_helpers import ParallelCompile
from setuptools import setup

ParallelCompile().install()  # as many files at a time as there are processors
setup(
    name="helpers",
    packages=["helpers"],
    ext_modules=mypycify(
        ["--ignore-missing-imports", "--follow-imports=silent", *{modules!r}],
        opt_level="3",
        multi_file=True,
    ),
)
"""


def _with_final_constants(text: str) -> str:
    """A module with its constants declared as such: mypyc needs no look-up for them then."""
    text = _CONSTANT.sub(r"\1: Final = ", text)
    return _FIRST_IMPORT.sub(r"from typing import Final\n\1", text, count=1)


def compile_helpers() -> None:
    """Make ``compiled`` anew; it is there whole, or as it was."""
    work, source = paths.BUILD / "compiled", paths.PROJECT / "src"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(
        source / "helpers",
        work / "helpers",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    modules = [f"helpers/{name}.py" for name in MODULES]
    for module in modules:
        path = work / module
        path.write_text(_with_final_constants(path.read_text(encoding="utf-8")), encoding="utf-8")
    (work / "setup.py").write_text(_SETUP.format(modules=modules), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "setup.py", "--quiet", "build_ext", "--inplace"],
        cwd=work,
        text=True,
        capture_output=True,
    )
    if done.returncode:
        sys.exit(
            f"{done.stdout}{done.stderr}\nThe helpers could not be compiled. A C compiler and "
            "Python's headers are needed (Debian or Ubuntu: sudo apt install gcc python3-dev); "
            "everything works without, more slowly."
        )
    shutil.rmtree(work / "build")
    (work / "setup.py").unlink()
    for module in modules:
        shutil.copy(source / module, work / module)
    target = paths.PROJECT / COMPILED
    shutil.rmtree(target, ignore_errors=True)
    work.rename(target)
    print(f"Compiled {len(MODULES)} modules. Use them with PYTHONPATH={COMPILED}")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    compile_helpers()
