"""How the network of municipalities and fora hangs together: parts, groups, cores, and what it would break without.

This is networkx's work; municipalities are numbers from 0 on, fora lists of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import Graph

    from forumgraph.queries.ways import Pair

_SEED = 2015  # the search for groups begins in an order that is drawn: the same one in every run


Clusters = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Structure:
    """Parts and groups, the largest first; cores, breaking points and bridges by the numbers of those concerned."""

    components: Clusters
    communities: Clusters
    cores: Mapping[int, int]
    forum_cores: Mapping[int, int]
    cut: frozenset[int]
    forum_cut: frozenset[int]
    bridges: tuple[Pair, ...]


def structure(size: int, pairs: Mapping[Pair, int], forums: Sequence[Sequence[int]]) -> Structure:
    """Return how the network hangs together; fora of one member hold nobody together and break nothing."""
    import networkx as nx  # noqa: PLC0415 - slow to import, and few questions need it

    meetings, seats = _meetings(size, pairs), _seats(size, forums)
    points = frozenset(nx.articulation_points(seats))
    cores = nx.core_number(seats)
    return Structure(
        components=_largest_first(nx.connected_components(meetings)),
        communities=_groups(meetings),
        cores=nx.core_number(meetings),
        forum_cores={node - size: core for node, core in cores.items() if node >= size},
        cut=frozenset(node for node in points if node < size),
        forum_cut=frozenset(node - size for node in points if node >= size),
        bridges=tuple(sorted((min(one, other), max(one, other) - size) for one, other in _bridges(seats))),
    )


def communities(size: int, pairs: Mapping[Pair, int]) -> Clusters:
    """Return the groups of municipalities that share more fora with each other than with the rest."""
    return _groups(_meetings(size, pairs))


def _groups(meetings: Graph[int]) -> Clusters:
    import networkx as nx  # noqa: PLC0415

    return _largest_first(nx.community.louvain_communities(meetings, weight="shared", seed=_SEED))


def _meetings(size: int, pairs: Mapping[Pair, int]) -> Graph[int]:
    """Return the municipalities, linked where they share fora."""
    import networkx as nx  # noqa: PLC0415

    graph: Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((one, other, {"shared": count}) for (one, other), count in pairs.items())
    return graph


def _seats(size: int, forums: Sequence[Sequence[int]]) -> Graph[int]:
    """Return municipalities and the fora they share, the fora numbered after the municipalities."""
    import networkx as nx  # noqa: PLC0415

    graph: Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    for number, members in enumerate(forums, size):
        if len(members) > 1:
            graph.add_edges_from((member, number) for member in members)
    return graph


def _bridges(seats: Graph[int]) -> Iterator[Pair]:
    import networkx as nx  # noqa: PLC0415

    yield from nx.bridges(seats)  # type: ignore[misc]  # the stubs say that an edge has one end


def _largest_first(found: Iterable[set[int]]) -> Clusters:
    """Return sets in order, those of one size by their first member."""
    return tuple(sorted((tuple(sorted(each)) for each in found), key=lambda each: (-len(each), each)))
