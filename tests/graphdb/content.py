"""Everything that a graph holds beside everything that rows say, kind by kind, asked through the contract alone."""

from __future__ import annotations

import sys
from typing import Any

from forumgraph.graphdb.engine import Graph
from forumgraph.graphdb.kinds import Kind, Node
from forumgraph.graphdb.schema import KINDS, NODES
from forumgraph.graphdb.table import Row, Rows

Content = dict[str, list[str]]
"""By kind, one text for each element: its ends and all of its properties that have a value."""

_KEY = {node.name: node.key for node in NODES}


def content(graph: Graph) -> Content:
    """What stands in a graph, relations whose ends are of other kinds than the schema has included."""
    return {kind.name: sorted(map(str, _stored(graph, kind))) for kind in KINDS}


def expected(rows: Rows) -> Content:
    """What should stand in the graph of these rows."""
    return {kind.name: sorted(str(_row(kind, row)) for row in rows[kind.name]) for kind in KINDS}


def _stored(graph: Graph, kind: Kind) -> list[list[Any]]:
    if isinstance(kind, Node):
        text = f"MATCH (x:{kind.name}) RETURN x"
    else:
        ends = f"a.`{_KEY[kind.start]}`, b.`{_KEY[kind.end]}`"
        text = f"MATCH (a:{kind.start})-[x:{kind.name}]->(b:{kind.end}) RETURN {ends}, x"
    return [[*ends, _told(found)] for *ends, found in graph.table(text, {}, sys.maxsize - 1).values]


def _told(found: Row) -> list[tuple[str, Any]]:
    return sorted((name, value) for name, value in found.items() if not name.startswith("_"))


def _row(kind: Kind, row: Row) -> list[Any]:
    ends = [] if isinstance(kind, Node) else [row["start"], row["end"]]
    return [*ends, _told({each.name: row[each.name] for each in kind.properties if row[each.name] is not None})]
