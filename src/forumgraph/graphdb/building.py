"""The folder beside a graph in which the next one is built, and the removal of what killed loads left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PREFIX = ".forumgraph-loading-"


@contextlib.contextmanager
def building(graph: Path) -> Iterator[Path]:
    """Give a fresh folder on the graph's own file system, and remove it in the end; raise OSError where that fails."""
    graph.parent.mkdir(parents=True, exist_ok=True)
    with _among_loads(graph.parent), tempfile.TemporaryDirectory(prefix=_PREFIX, dir=graph.parent) as folder:
        yield Path(folder)


@contextlib.contextmanager
def _among_loads(parent: Path) -> Iterator[None]:
    """Hold a lock on the folder for as long as a load lasts; a load that is alone removes what others left.

    The lock ends with its process, however that ends. Where there are no such locks, leftovers stay.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            handle = os.open(parent, os.O_RDONLY)
            held.callback(os.close, handle)
            _clear(handle, parent)
        yield


def _clear(handle: int, parent: Path) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for leftover in parent.glob(f"{_PREFIX}*"):
            shutil.rmtree(leftover, ignore_errors=True)
    fcntl.flock(handle, fcntl.LOCK_SH)
