"""Rows of the graph as a load takes them: by kind, in the order of their identity, each made when it is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from forumgraph.graphdb.kinds import Kind

T = TypeVar("T")

Row = dict[str, Any]
"""The columns of a kind by name: a node's properties, or a relation's ``start``, ``end`` and properties."""

Rows = Mapping[str, Collection[Row]]
"""The rows by the name of their kind; read as often as wanted, in the order of their identity."""


class Table(Collection[Row], Generic[T]):
    """Rows that are made of something smaller whenever they are read, so that they never stand in memory together."""

    def __init__(self, kind: Kind, items: Iterable[T], make: Callable[[T], Row]) -> None:
        self._make = make
        self._items = sorted(items, key=lambda item: _identity(kind, make(item)))

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[Row]:
        """Make the rows, one after another."""
        return map(self._make, self._items)

    def __contains__(self, row: object) -> bool:
        """Say whether a row is among them."""
        return any(row == each for each in self)


def _identity(kind: Kind, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in kind.identity)
