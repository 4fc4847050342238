"""Makes the next part of something while the one before is being written or read elsewhere, as a server does."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(parts: Iterator[T]) -> Iterator[T]:
    """Yield the parts, each made in another thread while the one before is used; never more than one waits.

    What goes wrong in the making is raised where the part would have come.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        following = thread.submit(next, parts, None)
        while (part := following.result()) is not None:
            following = thread.submit(next, parts, None)
            yield part
