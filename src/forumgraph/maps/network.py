"""The only module that touches pyvis: it holds nodes, edges and options, and brings the vis-network file along.

pyvis's own page is not used: it loads from the network, runs script through titles, and fails on a Danish Windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from forumgraph.maps.links import links
from forumgraph.maps.look import BASIS, LINE_COLOUR

if TYPE_CHECKING:
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapData
    from forumgraph.maps.spot import Spot

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},  # the places are computed: the picture is there at once, and always the same
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {"smooth": {"enabled": False}, "chosen": False, "selectionWidth": 0, "hoverWidth": 0, "width": 1.6},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "selectable": True,
    },
}


@dataclass(frozen=True)
class VisNetwork:
    """What vis-network is given, ready for JSON."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]


def network(data: MapData, layout: Layout) -> VisNetwork:
    """Return the map as pyvis holds it.

    The lists are assigned whole: pyvis's ``add_edge`` is quadratic and drops a second relation between the same pair.
    """
    from pyvis.network import Network  # noqa: PLC0415  (slow to import, and only a map needs it)

    held = Network()
    # Municipalities last, so on top: on a small screen their names must not be hidden by circles.
    held.nodes = [_node(forum_id(one.id), layout.forums[one.id]) for one in data.forums]
    held.nodes += [_node(municipality_id(one.code), layout.municipalities[one.code]) for one in data.municipalities]
    held.edges = [
        {
            "id": f"{link.municipality} {link.forum}",
            "from": municipality_id(link.municipality),
            "to": forum_id(link.forum),
            "dashes": list(BASIS[link.basis]) or False,
            "color": LINE_COLOUR,
        }
        for link in links(data)
    ]
    held.options = _OPTIONS
    return VisNetwork(held.nodes, held.edges, held.options)


def vis_script() -> str:
    """Return the vis-network library as pyvis ships it, with its licence on top.

    Without its reference to a source map, which a browser's developer tools would try to fetch.
    """
    script = (resources.files("pyvis") / _VIS).read_text(encoding="utf-8")
    code, _, _ = script.partition("//# sourceMappingURL=")
    return code.strip()


def municipality_id(code: str) -> str:
    """Return the node id of a municipality; the prefix keeps it apart from a forum of the same id."""
    return f"m:{code}"


def forum_id(forum: str) -> str:
    """Return the node id of a forum."""
    return f"f:{forum}"


def _node(node_id: str, spot: Spot) -> dict[str, Any]:
    return {"id": node_id, "x": spot.x, "y": spot.y, "shape": "custom"}
