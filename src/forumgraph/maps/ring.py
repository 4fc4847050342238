"""The order of municipalities around the map: those that meet much stand side by side. Knows no positions."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Chain = tuple[str, ...]


def closeness(members: Mapping[str, Sequence[str]], codes: Sequence[str]) -> nx.Graph[str]:
    """Return how much municipalities meet: a forum of k members adds 1/(k-1) to each of its pairs (Newman 2001).

    So a forum of two ties its members closely, and one that gathers everybody hardly moves anyone.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(codes)
    for forum, towns in members.items():
        if len(towns) > 1:
            graph.add_edges_from((f"forum {forum}", town) for town in towns)
    return nx.bipartite.collaboration_weighted_projected_graph(graph, list(codes))


def ring_order(near: nx.Graph[str], codes: Sequence[str]) -> list[str]:
    """Return the codes in the order around the ring; ties keep the order given, so two runs are alike.

    Chains grow from single municipalities: the two chains that meet most are joined at the ends that fit best. A circle
    of municipalities thereby becomes one arc. Those that meet nobody come last.
    """
    chains: list[Chain] = [(code,) for code in codes]
    while len(chains) > 1:
        # max() keeps the first of equals, which is the order given.
        first, second = max(combinations(chains, 2), key=lambda pair: _mean(near, *pair))
        if not _mean(near, first, second):
            break
        place = chains.index(first)
        chains.remove(second)
        chains[place] = _joined(near, first, second)
    chains.sort(key=len, reverse=True)
    return [code for chain in chains for code in chain]


def _weight(near: nx.Graph[str], one: str, other: str) -> float:
    return float(near[one][other]["weight"]) if near.has_edge(one, other) else 0.0


def _mean(near: nx.Graph[str], first: Chain, second: Chain) -> float:
    pairs = product(first, second)
    return sum(_weight(near, one, other) for one, other in pairs) / (len(first) * len(second))


def _joined(near: nx.Graph[str], first: Chain, second: Chain) -> Chain:
    turned = [(a, b) for a in (first, first[::-1]) for b in (second, second[::-1])]
    head, tail = max(turned, key=lambda pair: _fit(near, *pair))
    return head + tail


def _fit(near: nx.Graph[str], head: Chain, tail: Chain) -> float:
    """Return how close the chains' friends come to each other when the tail follows the head."""
    return sum(
        _weight(near, one, other) / (len(head) - i + j)
        for (i, one), (j, other) in product(enumerate(head), enumerate(tail))
    )
