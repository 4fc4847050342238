"""The only module that touches pyvis: it holds nodes and options, and brings the vis-network file along.

pyvis's own page is not used: it loads from the network, runs script through titles, and fails on a Danish Windows. The
lines between nodes are not given to vis-network: which are drawn changes with each filter, and the page draws them from
the memberships themselves (docs/maps.md has what that saves).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapData
    from forumgraph.maps.spot import Spot

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"

_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},  # the places are computed: the picture is there at once, and always the same
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,  # the page says itself what is under the pointer: vis-network would go through all nodes
        "selectable": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
}


@dataclass(frozen=True)
class VisNetwork:
    """What vis-network is given, ready for JSON."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]


def network(data: MapData, layout: Layout) -> VisNetwork:
    """Return the map as pyvis holds it; the list is assigned whole, as pyvis's ``add_node`` is quadratic."""
    from pyvis.network import Network  # noqa: PLC0415  (slow to import, and only a map needs it)

    held = Network()
    # Municipalities last, so on top: on a small screen their names must not be hidden by circles.
    held.nodes = [_node(forum_id(one.id), layout.forums[one.id]) for one in data.forums]
    held.nodes += [_node(organisation_id(one.id), layout.organisations[one.id]) for one in data.organisations]
    held.nodes += [_node(municipality_id(one.code), layout.municipalities[one.code]) for one in data.municipalities]
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


def organisation_id(organisation: str) -> str:
    """Return the node id of an organisation."""
    return f"o:{organisation}"


def _node(node_id: str, spot: Spot) -> dict[str, Any]:
    return {"id": node_id, "x": spot.x, "y": spot.y}
