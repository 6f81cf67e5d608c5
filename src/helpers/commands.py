"""What the commands in ``tools`` share: their options, their messages, and how they end."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from nbclient.exceptions import CellControlSignal, DeadKernelError

from helpers.runs import RunError
from helpers.userfiles import FileError


def say(text: str, end: str = "\n") -> None:
    """Tell how it goes, on standard error."""
    print(text, end=end, file=sys.stderr, flush=True)


def warn(lines: Iterable[str]) -> None:
    """Tell what the command leaves out."""
    for line in lines:
        say(f"Note: {line}")


def options(description: str) -> argparse.ArgumentParser:
    """Options that every command has: the articles, and where relative paths start."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--articles", default="", help="folder of .txt files to read")
    parser.add_argument("--caller", default=".", help="folder that relative paths start from")
    return parser


def add_out(parser: argparse.ArgumentParser, default: str) -> None:
    """Options of a command that writes a folder; `default` says which one unless it is named."""
    parser.add_argument("--out", default="", help=f"folder to write; otherwise {default}")
    parser.add_argument("--force", action="store_true", help="replace files of the same names")


def read_options(
    parser: argparse.ArgumentParser, arguments: Sequence[str], *paths: str
) -> argparse.Namespace:
    """Read the command line; the options named in `paths` become absolute paths, or None."""
    given = parser.parse_args(arguments)
    for name in paths:
        path = getattr(given, name)
        absolute = Path(given.caller, Path(path).expanduser()).absolute() if path else None
        setattr(given, name, absolute)
    return given


def finish(command: Callable[[], None]) -> int:
    """Run a command; give its exit status: 0, 1 if a cell failed, 2 if it can't be done."""
    try:
        command()
    except (FileError, RunError) as error:
        say(f"Error: {error}")
        return 2
    except (CellControlSignal, DeadKernelError) as error:  # an error, a time-out, a dead kernel
        say(f"failed; nothing was written for it.\n{error}")
        return 1
    return 0
