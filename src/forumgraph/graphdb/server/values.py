"""The driver's values as the contract has them: dates of Python, nodes and relations as mappings."""

from __future__ import annotations

from typing import Any

from forumgraph.graphdb.server.owners import OWNED


def plain(value: Any) -> Any:
    """Return a value of the driver as the embedded engine would give it."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return _special(value)


def _special(value: Any) -> Any:
    from neo4j import graph, time  # noqa: PLC0415 - loaded long since where such a value is

    if isinstance(value, time.Date):
        return value.to_native()
    if isinstance(value, graph.Node):
        return {"_label": ":".join(sorted(value.labels - {OWNED})), **_properties(value)}
    if isinstance(value, graph.Relationship):
        return {"_type": value.type, **_properties(value)}
    if isinstance(value, graph.Path):
        return {
            "nodes": [plain(each) for each in value.nodes],
            "relations": [plain(each) for each in value.relationships],
        }
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _properties(value: Any) -> dict[str, Any]:
    return {name: plain(each) for name, each in sorted(value.items())}
