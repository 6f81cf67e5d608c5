"""How far a long run is: a bar, the rate, the time left."""

import sys
import time
from typing import TextIO

WIDTH = 24
SECONDS = 0.2
"""How often the line is renewed."""

SECONDS_IN_FILE = 10
"""How often a file gets a further line: it can't take one back."""


class Progress:
    """A line that says how far one step is; on a terminal it is renewed in place.

    Parameters
    ----------
    step
        What is being done.
    total
        Bytes of text to work through; ``None`` if that isn't known.
    done
        Bytes that were finished by an earlier run.
    stream
        Where to write; standard error by default.
    """

    def __init__(
        self, step: str, total: int | None = None, *, done: int = 0, stream: TextIO | None = None
    ) -> None:
        self._step = step
        self._total = total
        self._done = done
        self._new_bytes = 0
        self._new_articles = 0
        self._stream = stream or sys.stderr
        self._start = time.monotonic()
        self._last = float("-inf")

    def __call__(self, articles: int, size: int) -> None:
        """Tell that so many further articles, of so many bytes, are done."""
        self._new_articles += articles
        self._new_bytes += size
        self._show()

    def finish(self) -> None:
        """Show where things stand, for good."""
        self._show(for_good=True)

    def _show(self, *, for_good: bool = False) -> None:
        now = time.monotonic()
        line = self.line(now - self._start)
        if self._stream.isatty():
            if for_good or now - self._last >= SECONDS:
                self._last = now
                self._stream.write(f"\r\x1b[K{line}" + ("\n" if for_good else ""))
        elif for_good or now - self._last >= SECONDS_IN_FILE:
            self._last = now
            self._stream.write(f"{line}\n")
        self._stream.flush()

    def line(self, seconds: float) -> str:
        """What is shown after so many seconds."""
        rate = self._new_bytes / max(seconds, 1e-9)
        speed = f"{self._new_articles / max(seconds, 1e-9):,.0f} articles/s, {rate / 1e6:.2f} MB/s"
        if not self._total:
            return f"{self._step}: {self._new_articles:,} articles, {speed}"
        done = self._done + self._new_bytes
        filled = WIDTH * done // self._total
        bar = "#" * filled + "." * (WIDTH - filled)
        left = duration((self._total - done) / rate) if rate else "?"
        return f"{self._step}: [{bar}] {done / self._total:4.0%}, {speed}, {left} left"


def duration(seconds: float) -> str:
    """``75`` seconds as ``1:15``; from an hour on with hours."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
