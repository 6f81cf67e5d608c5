"""A text that counts how many of its characters are looked at: a measure of cost without a clock.

What a regular expression reads is not counted.
"""

from collections.abc import Callable, Iterator
from typing import Any


class CountedText(str):
    """A text that counts in `looks` what is looked at: each character as often as it is.

    A slice is as many looks as it has characters, a search as many as it reads until it finds, and
    every other method looks at all of the text. A slice itself is a plain string.
    """

    looks = 0

    def __getitem__(self, key: int | slice) -> str:
        found = super().__getitem__(key)
        self.looks += len(found)
        return found

    def __iter__(self) -> Iterator[str]:
        self.looks += len(self)
        return super().__iter__()

    def __contains__(self, part: str) -> bool:
        return self.find(part) >= 0

    def find(self, part: str, *bounds: int | None) -> int:
        found = super().find(part, *bounds)
        self._read(bounds, until=None if found < 0 else found + len(part))
        return found

    def index(self, part: str, *bounds: int | None) -> int:
        found = super().index(part, *bounds)
        self._read(bounds, until=found + len(part))
        return found

    def rfind(self, part: str, *bounds: int | None) -> int:
        found = super().rfind(part, *bounds)
        self._read(bounds, since=max(found, 0))
        return found

    def count(self, part: str, *bounds: int | None) -> int:
        self._read(bounds)
        return super().count(part, *bounds)

    def startswith(self, part: str | tuple[str, ...], *bounds: int | None) -> bool:
        self.looks += len("".join(part))
        return super().startswith(part, *bounds)

    def endswith(self, part: str | tuple[str, ...], *bounds: int | None) -> bool:
        self.looks += len("".join(part))
        return super().endswith(part, *bounds)

    def _read(
        self, bounds: tuple[int | None, ...], *, since: int = 0, until: int | None = None
    ) -> None:
        start, end, _ = slice(*(*bounds, None, None)[:2]).indices(len(self))
        self.looks += max(0, (end if until is None else until) - max(start, since))


def _reads_all(method: Callable[..., Any]) -> Callable[..., Any]:
    def counted(self: CountedText, *arguments: Any, **options: Any) -> Any:
        self.looks += len(self)
        return method(self, *arguments, **options)

    return counted


for _name in vars(str):
    if _name not in vars(CountedText) and _name != "maketrans" and not _name.startswith("_"):
        setattr(CountedText, _name, _reads_all(getattr(str, _name)))
