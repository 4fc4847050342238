"""Where an organisation is not said to sit, nor any of its kind, although its kind sits in the like fora of neighbours.

Neighbours are municipalities of one circle (see ``overlap_circles``); like fora are existing ones in the same area. It
is a hint and no finding: a source that does not name an organisation does not say that it is absent.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped
from forumgraph.queries.overlap_circles import circles_of
from forumgraph.queries.selection import Scope

HALF = 0.5  # of the neighbours with a forum in the area: fewer make no custom of the neighbourhood
TWO = 2  # neighbours at least; one is no custom either

Spot = tuple[str, str]
"""A municipality and an area in which an existing forum counts it in."""


@dataclass(frozen=True)
class Seated:
    """An organisation, its kind, and where it sits."""

    id: str
    kind: str
    spots: frozenset[Spot]


@dataclass(frozen=True)
class Missing:
    """A municipality with a forum in an area in which nobody of the organisation's kind is said to sit.

    ``neighbours`` are those with whom the kind sits in the area, of so many (``of``) that have a forum in it; with at
    least one of them sits the organisation itself.
    """

    municipality: str
    area: str
    neighbours: tuple[str, ...]
    of: int


def missing_of(
    seated: list[Seated], spots: set[Spot], neighbours: dict[str, set[str]]
) -> dict[str, tuple[Missing, ...]]:
    """Return by organisation where it is missing; ``spots`` are all there are, with whomever sits there or nobody."""
    found: dict[str, tuple[Missing, ...]] = {}
    for each in grouped(seated, lambda organisation: organisation.kind).values():
        gaps = _gaps(frozenset[Spot]().union(*(organisation.spots for organisation in each)), spots, neighbours)
        for organisation in each:
            there = organisation.spots
            found[organisation.id] = tuple(
                gap for gap in gaps if any((other, gap.area) in there for other in gap.neighbours)
            )
    return found


def _gaps(of_kind: frozenset[Spot], spots: set[Spot], neighbours: dict[str, set[str]]) -> list[Missing]:
    """Return the spots without a kind, whose neighbours mostly have it, by the Danish alphabet."""
    found = []
    for name, area in spots - of_kind:
        around = [other for other in neighbours.get(name, ()) if (other, area) in spots]
        there = [other for other in around if (other, area) in of_kind]
        if len(there) >= max(TWO, HALF * len(around)):
            found.append(Missing(name, area, tuple(sorted(there, key=sort_key)), len(around)))
    return sorted(found, key=lambda gap: (sort_key(gap.municipality), gap.area))


def neighbours_of(graph: Graph, scope: Scope) -> dict[str, set[str]]:
    """Return for each municipality those of its circles, whatever areas and municipalities were chosen."""
    everywhere = replace(scope, selection=replace(scope.selection, areas=(), kkr=(), municipalities=()))
    found: dict[str, set[str]] = defaultdict(set)
    for members in circles_of(graph, everywhere):
        for name in members:
            found[name] |= members - {name}
    return found
