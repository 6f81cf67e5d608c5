"""How many processes test, and how the kernels of compared notebooks end.

nbval kills a kernel when its notebook is done; a killed kernel cannot write down which lines of
the helpers it ran, and the coverage report would miss everything that only notebooks call.
"""

import os
from pathlib import Path

import pytest
from nbval.kernel import RunningKernel

MOST_PROCESSES = 4
"""More would mostly wait for the longest file."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process for each processor where whole folders are tested; none beside for a file."""
    folders = all(Path(argument).is_dir() for argument in config.args)
    return min(os.cpu_count() or 1, MOST_PROCESSES) if folders else 0


def _stop(self: RunningKernel) -> None:
    self.kc.shutdown()
    self.kc.stop_channels()
    self.km.shutdown_kernel(now=False)
    del self.km


RunningKernel.stop = _stop
