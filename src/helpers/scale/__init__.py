"""The same helpers for any number of articles: Dask maps them over partitions, tables go to disk.

The one part of the project that needs Dask (``requirements-scale.txt``); nothing imports it.
"""

from helpers.scale.run import ScaleError, analyse_folder, read_table
from helpers.scale.sources import SourceError

__all__ = ["ScaleError", "SourceError", "analyse_folder", "read_table"]
