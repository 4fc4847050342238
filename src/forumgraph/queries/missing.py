"""Where an organisation is not said to sit, nor any of its kind, although its kind sits in the like fora of neighbours.

Neighbours are municipalities of one circle (see ``overlap_circles``); like fora are those that established answers in
the same area name. It is a hint and no finding: a source that does not name an organisation does not deny it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped
from forumgraph.queries.coverage import CoverageRow, coverage
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.overlap_circles import circles_of
from forumgraph.queries.selection import Scope, Selection

HALF = 0.5  # of the neighbours with a forum in the area: fewer make no custom of the neighbourhood
TWO = 2  # neighbours at least; one is no custom either


@dataclass(frozen=True)
class Seated:
    """An organisation, its kind, and the fora that it is said to sit in."""

    id: str
    kind: str
    forums: frozenset[str]


@dataclass(frozen=True)
class Missing:
    """A municipality that names fora in an area, in none of which anybody of the organisation's kind is said to sit.

    ``neighbours`` are those whose fora of the area have the kind, of so many (``of``) that name one; in the fora of at
    least one of them sits the organisation itself. ``evidence`` is where the municipality names its own.
    """

    municipality: str
    area: str
    forums: tuple[str, ...]
    neighbours: tuple[str, ...]
    of: int
    evidence: tuple[Evidence, ...]


Spot = tuple[str, str]
"""A municipality and an area."""

Answers = Mapping[Spot, CoverageRow]
"""The established answers that name a forum."""


def missing(graph: Graph, scope: Scope, seated: list[Seated]) -> dict[str, tuple[Missing, ...]]:
    """Return by organisation where it is missing, in the areas and municipalities chosen.

    What is usual among the neighbours does not depend on what was chosen.
    """
    everywhere = replace(scope, selection=replace(scope.selection, areas=(), kkr=(), municipalities=()))
    answers = _answers(graph, everywhere)
    found = missing_of(seated, answers, _neighbours(graph, everywhere))
    kkr = {row.municipality: row.kkr for row in answers.values()}
    return {
        id_: tuple(gap for gap in gaps if _keeps(scope.selection, gap, kkr[gap.municipality]))
        for id_, gaps in found.items()
    }


def _keeps(chosen: Selection, gap: Missing, kkr: str) -> bool:
    return chosen.keeps(gap.municipality, kkr) and (not chosen.areas or gap.area in chosen.areas)


def missing_of(
    seated: Iterable[Seated], answers: Answers, neighbours: Mapping[str, set[str]]
) -> dict[str, tuple[Missing, ...]]:
    """Return by organisation where it is missing, by the Danish alphabet."""
    found: dict[str, tuple[Missing, ...]] = {}
    for each in grouped(seated, lambda organisation: organisation.kind).values():
        spots = {one.id: {spot for spot, row in answers.items() if one.forums & set(row.forums)} for one in each}
        gaps = _gaps(set().union(*spots.values()), answers, neighbours)
        for one in each:
            own = spots[one.id]
            found[one.id] = tuple(gap for gap in gaps if any((other, gap.area) in own for other in gap.neighbours))
    return found


def _gaps(of_kind: set[Spot], answers: Answers, neighbours: Mapping[str, set[str]]) -> list[Missing]:
    """Return the spots without a kind, whose neighbours mostly have it."""
    found = []
    for (name, area), row in answers.items():
        around = [other for other in neighbours.get(name, ()) if (other, area) in answers]
        there = tuple(sorted((other for other in around if (other, area) in of_kind), key=sort_key))
        if (name, area) not in of_kind and len(there) >= max(TWO, HALF * len(around)):
            found.append(Missing(name, area, row.forums, there, len(around), row.evidence))
    return sorted(found, key=lambda gap: (sort_key(gap.municipality), gap.area))


def _answers(graph: Graph, scope: Scope) -> dict[Spot, CoverageRow]:
    """Return the established answers of the latest round that asked about each area, those that name a forum."""
    try:
        rows = coverage(graph, scope).rows
    except NothingAsked:
        return {}
    return {(row.municipality, row.area): row for row in rows if row.status == "established" and row.forums}


def _neighbours(graph: Graph, scope: Scope) -> dict[str, set[str]]:
    """Return for each municipality those of its circles."""
    found: dict[str, set[str]] = defaultdict(set)
    for members in circles_of(graph, scope):
        for name in members:
            found[name] |= members - {name}
    return found
