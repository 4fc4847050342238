"""How the page's data block stays small: like things as rows under one head, and what many of them say by number."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.maps.model import MapData, Stands
    from forumgraph.queries.evidence import Evidence

T = TypeVar("T", bound=Hashable)


class Once(Generic[T]):
    """Values that many things have, each of them once; a thing has its number, from 1 on, and 0 for nothing."""

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}

    def at(self, value: T | None) -> int:
        """Return the number of a value."""
        return self._numbers.setdefault(value, len(self._numbers) + 1) if value else 0

    def each(self, values: Iterable[T]) -> list[int]:
        """Return the numbers of several."""
        return [self.at(value) for value in values]

    def values(self) -> list[T]:
        """Return what the numbers stand for."""
        return list(self._numbers)


class Repeated:
    """What the things in a data block refer to: each other by their places, and whatever else many of them say."""

    def __init__(self, data: MapData) -> None:
        self.towns = _numbered(one.code for one in data.municipalities)
        self.forums = _numbered(one.id for one in data.forums)
        self.organisations = _numbered(one.id for one in data.organisations)
        self.areas = _numbered(one.id for one in data.areas)
        self.rounds = _numbered(one.id for one in data.rounds)
        self.texts: Once[str] = Once()
        self.lists: Once[tuple[Any, ...]] = Once()
        self.sources: Once[str] = Once()
        self.cites: Once[tuple[tuple[int, str], ...]] = Once()
        self.stands: Once[str] = Once()

    def evidence(self, lines: Iterable[Evidence]) -> int:
        """Return the number of some citations: of sources, which count from 0, and lines in them."""
        return self.cites.at(tuple((self.sources.at(one.source) - 1, one.lines) for one in lines))

    def stand(self, rounds: Stands) -> int:
        """Return the number of how something stands in the rounds; 0 where it is known in all.

        Each round is a letter: k(nown), e(nded), n(ot_yet), u(nknown).
        """
        return self.stands.at("".join(one[0] for one in rounds))

    def block(self) -> dict[str, Any]:
        """Return the tables for the data block, once all that refers to them is made."""
        return {
            "texts": self.texts.values(),
            "lists": self.lists.values(),
            "cites": self.cites.values(),
            "stands": self.stands.values(),
        }


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {one: number for number, one in enumerate(ids, start=1)}


def rows(things: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """Return things that have the same names as rows below these; 0 is what is empty, left out where no more follows.

    The page's ``hydrate.js`` makes things of them again.
    """
    every = list(things)
    return [list(every[0]), *(_row(one) for one in every)] if every else []


def _row(thing: Mapping[str, Any]) -> list[Any]:
    row = [0 if value is None or value is False or value in ((), []) else value for value in thing.values()]
    while row and row[-1] == 0:
        row.pop()
    return row
