"""The peer: what an analyst would write in an afternoon with PyYAML, networkx and pyvis, on the same file.

    python benchmarks/plain_script.py gaps data/forums.yaml
    python benchmarks/plain_script.py map data/forums.yaml OUT.html

It checks nothing, keeps no evidence, and reads the file at every call.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import networkx as nx
import yaml
from pyvis.network import Network


def read(path: str) -> dict[str, Any]:
    """Parse the file as PyYAML's tutorial does, with the C loader."""
    loaded: dict[str, Any] = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def graph_of(data: dict[str, Any]) -> nx.Graph[str]:
    """Municipalities and the fora they name, as a bipartite graph."""
    graph: nx.Graph[str] = nx.Graph()
    for forum in data["forums"]:
        graph.add_node(forum["id"], label=forum["name"], shape="dot")
    for reply in data["replies"]:
        graph.add_node(reply["municipality"], label=reply["municipality"], shape="box")
        for area, answer in reply.get("answers", {}).items():
            for forum in answer.get("forums") or {}:
                graph.add_edge(reply["municipality"], forum, title=area)
    return graph


def gaps(data: dict[str, Any], area: str) -> dict[str, list[str]]:
    """Municipalities by status where no forum is established."""
    found: dict[str, list[str]] = {}
    for reply in data["replies"]:
        answer = reply.get("answers", {}).get(area) or reply.get("every_area")
        if answer and answer["status"] != "established":
            found.setdefault(str(answer["status"]), []).append(reply["municipality"])
    return found


def draw(graph: nx.Graph[str], out: str) -> None:
    """Write the map as pyvis does by itself."""
    network = Network(height="900px", cdn_resources="in_line")
    network.from_nx(graph)
    Path(out).write_text(network.generate_html(), encoding="utf-8")


if __name__ == "__main__":
    read_in = read(sys.argv[2])
    made = graph_of(read_in)
    if sys.argv[1] == "gaps":
        for status, names in gaps(read_in, "companies").items():
            print(status, ", ".join(sorted(names)))
    else:
        draw(made, sys.argv[3])
