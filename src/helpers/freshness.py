"""Whether the compiled copy of this package, if that is what is imported, is that of its source."""

import filecmp
from pathlib import Path

COMPILED = "compiled"
"""Folder beside ``src`` that ``make compiled`` writes the copy to."""

_LEFT_OUT = frozenset({"__pycache__"})


def check_copy(package: Path) -> None:
    """Refuse a compiled copy that is not made of the package's source as it is now.

    Parameters
    ----------
    package
        Folder of the package that is imported. Anything but ``compiled/helpers`` passes.

    Raises
    ------
    ImportError
        A file of the source is new, gone or changed; the message names it.
    """
    source = package.parents[1] / "src" / package.name
    if package.parent.name != COMPILED or not source.is_dir():
        return
    mine, theirs = _files(package), _files(source)
    for name in sorted(mine | theirs):
        if (
            name not in mine
            or name not in theirs
            or not filecmp.cmp(package / name, source / name, shallow=False)
        ):
            raise ImportError(
                f"The compiled helpers are not those of src/helpers: {name} differs. "
                "Run `make compiled` again, or leave PYTHONPATH=compiled out."
            )


def _files(folder: Path) -> set[str]:
    """The files that a package is made of, without what was compiled of them."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix not in (".so", ".pyd")
        and _LEFT_OUT.isdisjoint(path.relative_to(folder).parts)
    }
