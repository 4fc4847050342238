"""The contract that a graph engine keeps, so that nothing outside ``graphdb/`` knows which one answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from forumgraph.graphdb.rows import Rows

Progress = Callable[[str, int, int], None]
"""Called while loading with the kind of rows, how many of all rows are written, and how many there are."""


class Graph(Protocol):
    """An opened graph that answers Cypher."""

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run a reading query and return its rows, columns by name; raise GraphUnreachable where that fails."""
        ...

    def close(self) -> None:
        """Let go of the graph."""
        ...


class Engine(Protocol):
    """Opens and loads graphs of one kind."""

    def open(self) -> Graph:
        """Open the graph for reading; raise GraphUnreachable where there is none."""
        ...

    def load(self, rows: Rows, progress: Progress) -> None:
        """Put a graph of these rows in place of the old one in one step; or raise LoadFailed and leave the old one."""
        ...
