"""Let the kernels of compared notebooks end by themselves.

nbval kills a kernel when its notebook is done; a killed kernel cannot write down which lines of
the helpers it ran, and the coverage report would miss everything that only notebooks call.
"""

from nbval.kernel import RunningKernel


def _stop(self: RunningKernel) -> None:
    self.kc.shutdown()
    self.kc.stop_channels()
    self.km.shutdown_kernel(now=False)
    del self.km


RunningKernel.stop = _stop
