"""The contract that a graph engine keeps, so that nothing outside ``graphdb/`` knows which one answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from forumgraph.graphdb.difference import Difference
from forumgraph.graphdb.table import Rows

Progress = Callable[[str, int, int], None]
"""Called while loading with the kind of rows, how many of all rows are done, and how many there are."""


@dataclass(frozen=True)
class Answer:
    """What a query returned: values below ``columns``; ``more`` says that rows beyond the limit were left out."""

    columns: tuple[str, ...]
    values: list[list[Any]]
    more: bool = False


@dataclass(frozen=True)
class About:
    """What is known of an engine: its name, version and edition, where the graph lies, how fast it answers.

    ``database`` and ``edition`` are None where the engine has none; ``latency`` is the median of a few round trips in
    milliseconds.
    """

    engine: str
    version: str
    edition: str | None
    database: str | None
    place: str
    latency: float


class Graph(Protocol):
    """An opened graph that answers Cypher, one thread at a time.

    A value is None, a truth, number, text, date, list or mapping. A node is a mapping of its properties with
    ``_label``, a relation one with ``_type``; properties that are missing are left out.
    """

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run a reading query and return its rows, columns by name; raise GraphUnreachable where that fails."""
        ...

    def table(self, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
        """Run a reading query and return at most so many rows; raise GraphUnreachable where that fails or it writes."""
        ...

    def unchanged(self) -> None:
        """Raise GraphUnreachable where a load has changed the graph since it was opened."""
        ...

    def close(self) -> None:
        """Let go of the graph."""
        ...


class Engine(Protocol):
    """Opens and loads the graph at one place."""

    @property
    def place(self) -> str:
        """Where the graph lies, in words that can be shown: it never holds a password."""
        ...

    def open(self) -> Graph:
        """Open the graph for reading; raise GraphUnreachable where there is none, or none that is whole."""
        ...

    def load(self, rows: Rows, progress: Progress) -> Difference | None:
        """Make the graph hold these rows, or raise LoadFailed, which says how the old one stands.

        Returns what was changed; None where the engine makes the graph anew instead of changing it.
        """
        ...

    def difference(self, rows: Rows, progress: Progress) -> Difference:
        """Return what a load of these rows would change, and touch nothing."""
        ...

    def unload(self) -> None:
        """Remove the graph and nothing else; raise LoadFailed where that fails."""
        ...

    def about(self) -> About:
        """Return what is known of the engine; raise GraphUnreachable where it cannot be reached."""
        ...
