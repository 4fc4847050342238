"""docs/schema.md: the nodes and relations of the graph with their properties, and a drawing of them."""

from __future__ import annotations

from forumgraph.graphdb.kinds import Property
from forumgraph.graphdb.schema import NODES, RELATIONS
from pages.markdown import fenced, table

_HEAD = """# The graph

Everything that is claimed carries `evidence`, a list of `source:lines`, and `round`, the survey it was said in;
`reported_by` is the municipality that says so. The first property of a node is its key. Types are those of the embedded
engine; on any engine a date is a date and a list is a list.
"""


def graph_page() -> str:
    """Return the page."""
    nodes = [_section(node.name, node.about, node.properties, key=node.key) for node in NODES]
    relations = [
        _section(each.name, f"`({each.start})-[:{each.name}]->({each.end})` {each.about}", each.properties)
        for each in RELATIONS
    ]
    return "\n".join([_HEAD, fenced(drawing(), "mermaid"), "## Nodes\n", *nodes, "## Relations\n", *relations])


def drawing() -> str:
    """Return every kind of node as a box and the relations between two of them as one arrow."""
    names: dict[tuple[str, str], list[str]] = {}
    for each in RELATIONS:
        names.setdefault((each.start, each.end), []).append(each.name)
    alone = [node.name for node in NODES if not any(node.name in pair for pair in names)]
    arrows = [f'  {start} -->|"{"<br>".join(labels)}"| {end}' for (start, end), labels in names.items()]
    return "\n".join(["graph LR", *(f"  {name}" for name in alone), *arrows])


def _section(name: str, about: str, properties: tuple[Property, ...], key: str | None = None) -> str:
    rows = [(f"`{each.name}`{' (key)' if each.name == key else ''}", each.type, each.about) for each in properties]
    return f"### {name}\n\n{about}\n" + (f"\n{table(('Property', 'Type', 'Meaning'), rows)}" if rows else "")
