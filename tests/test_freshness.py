import shutil

import pytest

from helpers.freshness import COMPILED, check_copy


@pytest.fixture
def copy(tmp_path):
    for folder in ("src", COMPILED):
        package = tmp_path / folder / "helpers"
        (package / "data").mkdir(parents=True)
        (package / "text.py").write_text("one = 1\n", encoding="utf-8")
        (package / "data" / "words.txt").write_text("one\n", encoding="utf-8")
    (tmp_path / COMPILED / "helpers" / "text.cpython-311-x86_64-linux-gnu.so").write_bytes(b"")
    return tmp_path


def test_a_copy_of_the_source_passes(copy):
    check_copy(copy / COMPILED / "helpers")


@pytest.mark.parametrize("name", ["text.py", "data/words.txt"])
def test_a_copy_older_than_the_source_is_refused(copy, name):
    (copy / "src" / "helpers" / name).write_text("two = 2\n", encoding="utf-8")
    check_copy(copy / "src" / "helpers")
    with pytest.raises(ImportError, match=rf"{name} differs. Run `make compiled` again"):
        check_copy(copy / COMPILED / "helpers")


@pytest.mark.parametrize("folder", ["src", COMPILED])
def test_a_file_that_only_one_of_them_has_is_named(copy, folder):
    (copy / folder / "helpers" / "new.py").write_text("", encoding="utf-8")
    with pytest.raises(ImportError, match=r"new\.py differs"):
        check_copy(copy / COMPILED / "helpers")


def test_a_copy_without_its_source_is_not_compared(copy):
    shutil.rmtree(copy / "src")
    check_copy(copy / COMPILED / "helpers")
