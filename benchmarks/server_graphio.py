"""A peer in its own environment: graphio's node sets and relationship sets; prints seconds as JSON.

    python benchmarks/server_graphio.py SIZE

Rows stand in memory before the clock starts, and constraints are in place.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import neo4j
from graphio import NodeSet, RelationshipSet

import server_data
from server_data import NODES, RELATIONS, Clock, Kind
from server_raw import constraints


def load(driver: neo4j.Driver, kind: Kind, rows: list[list[Any]]) -> None:
    """Write the rows of one kind, as graphio's documentation does."""
    columns = kind.columns
    if kind.name in NODES:
        nodes = NodeSet([kind.name], merge_keys=[columns[0]])
        for row in rows:
            nodes.add_node(dict(zip(columns, row, strict=True)))
        nodes.create(driver)
        return
    start, end, _ = RELATIONS[kind.name]
    first, last = NODES[start][0], NODES[end][0]
    relations = RelationshipSet(kind.name, [start], [end], [first], [last])
    for row in rows:
        properties = dict(zip(columns[2:], row[2:], strict=True))
        relations.add_relationship({first: row[0]}, {last: row[1]}, properties)
    relations.create(driver)


def main() -> None:
    """Do what the command line says."""
    kinds = [(kind, list(kind.make())) for kind in server_data.size_of(sys.argv[1]).kinds if kind.count]
    uri, auth = server_data.credentials()
    with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
        with driver.session() as session:
            constraints(session)
        clock = Clock()
        for kind, rows in kinds:
            load(driver, kind, rows)
        print(json.dumps({"first": clock.elapsed}))


if __name__ == "__main__":
    main()
