"""What an analyst would write for overlap, with networkx and no more: no evidence, no rounds, no bases, no checks.

``python benchmarks/plain_overlap.py COUNTRY.YAML QUESTION`` answers one question and prints how many rows it found.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
from networkx.algorithms import bipartite

Content = dict[str, Any]


def said(content: Content) -> Any:
    """Yield who says what of which forum."""
    for reply in content["replies"]:
        for area, answer in reply["answers"].items():
            for forum, mention in answer["forums"].items():
                yield reply["municipality"], area, forum, mention


def network(content: Content) -> Any:
    """Return the network of municipalities and fora."""
    graph = nx.Graph()
    for who, _, forum, mention in said(content):
        graph.add_edges_from((name, forum) for name in (who, *mention.get("with", ())))
    return graph


def places(content: Content) -> list[str]:
    """Return the names of the municipalities."""
    return sorted(reply["municipality"] for reply in content["replies"])


def municipalities(content: Content) -> int:
    """Count the pairs of municipalities, sorted by how much of their fora they share."""
    graph = network(content)
    projected = bipartite.weighted_projected_graph(graph, places(content))
    pairs = [
        (data["weight"] / len(set(graph[one]) | set(graph[other])), one, other)
        for one, other, data in projected.edges(data=True)
    ]
    return len(sorted(pairs, reverse=True))


def forums(content: Content) -> int:
    """Count the first thousand pairs of fora by common members."""
    graph = network(content)
    members = {node: set(graph[node]) for node in graph if node.startswith("forum-")}
    pairs = []
    for one, other in itertools.combinations(members, 2):
        if common := members[one] & members[other]:
            pairs.append((len(common), len(common) / len(members[one] | members[other]), one, other))
    return len(sorted(pairs, reverse=True)[:1000])


def circles(content: Content) -> int:
    """Count the communities among those that meet across jobcentres."""
    wanted = {forum for _, area, forum, _ in said(content) if area == "jobcentres"}
    graph = network(content)
    graph.remove_nodes_from([node for node in list(graph) if node.startswith("forum-") and node not in wanted])
    projected = bipartite.weighted_projected_graph(graph, [name for name in places(content) if name in graph])
    return len(nx.community.louvain_communities(projected, weight="weight", seed=1))


def reciprocity(content: Content) -> int:
    """Count who is named by others alone."""
    own = {(who, forum) for who, _, forum, _ in said(content)}
    return sum((name, forum) not in own for _, _, forum, each in said(content) for name in each.get("with", ()))


def conflicts(content: Content) -> int:
    """Count the fora with several frequencies."""
    times = defaultdict(set)
    for _, _, forum, mention in said(content):
        if "meets" in mention:
            times[forum].add(mention["meets"])
    return sum(len(each) > 1 for each in times.values())


def organisations(content: Content) -> int:
    """Count the organisations with a seat."""
    seats = defaultdict(set)
    for _, _, forum, mention in said(content):
        for each in mention.get("organisations", ()):
            seats[each].add(forum)
    return len(seats)


def place_in_network(content: Content) -> int:
    """Take the measures of `network`, and count the cut points."""
    graph = network(content)
    names = places(content)
    projected = bipartite.weighted_projected_graph(graph, names)
    nx.betweenness_centrality(projected)
    nx.core_number(projected)
    nx.community.louvain_communities(projected, weight="weight", seed=1)
    nx.betweenness_centrality_subset(graph, names, names)
    return len(list(nx.articulation_points(graph)))


QUESTIONS: dict[str, Callable[[Content], int]] = {
    "overlap municipalities": municipalities,
    "overlap forums": forums,
    "overlap circles": circles,
    "overlap reciprocity": reciprocity,
    "conflicts": conflicts,
    "organisations": organisations,
    "network": place_in_network,
}

if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text(encoding="utf-8").replace(" 2026-01-01", ' "2026-01-01"')
    print(QUESTIONS[sys.argv[2]](json.loads(text)))
