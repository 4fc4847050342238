"""The peer that sets the pace: the driver alone, with UNWIND batches and constraints in place; prints seconds as JSON.

    python benchmarks/server_raw.py SIZE maps|lists BATCH

It checks nothing. Its rows stand in memory before the clock starts.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import neo4j

import server_data
from server_data import NODES, RELATIONS, Clock, Kind


def constraints(session: neo4j.Session) -> None:
    """Make one for the key of each kind, and wait until they are ready."""
    for label, columns in NODES.items():
        session.run(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.{columns[0]} IS UNIQUE").consume()
    session.run("CALL db.awaitIndexes(60)").consume()


def statement(kind: Kind, *, maps: bool) -> str:
    """Return what adds rows, given as maps or as lists."""
    columns = kind.columns
    at = {name: f"r.{name}" if maps else f"r[{n}]" for n, name in enumerate(columns)}
    if kind.name in NODES:
        return f"UNWIND $rows AS r CREATE (:{kind.name} {_map(columns, at)})"
    start, end, _ = RELATIONS[kind.name]
    ends = f"MATCH (a:{start} {{{NODES[start][0]}: {at['start']}}}) MATCH (b:{end} {{{NODES[end][0]}: {at['end']}}})"
    return f"UNWIND $rows AS r {ends} CREATE (a)-[:{kind.name} {_map(columns[2:], at)}]->(b)"


def _map(names: tuple[str, ...], at: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {at[name]}" for name in names) + "}"


def load(session: neo4j.Session, kinds: list[tuple[Kind, list[Any]]], *, maps: bool, batch: int) -> None:
    """Write all rows, a transaction a batch."""
    for kind, rows in kinds:
        text = statement(kind, maps=maps)
        for start in range(0, len(rows), batch):
            part = rows[start : start + batch]
            session.execute_write(lambda tx, text=text, part=part: tx.run(text, rows=part).consume())


def main() -> None:
    """Do what the command line says."""
    size, maps, batch = server_data.size_of(sys.argv[1]), sys.argv[2] == "maps", int(sys.argv[3])
    kinds: list[tuple[Kind, list[Any]]] = []
    for kind in size.kinds:
        made = (dict(zip(kind.columns, values, strict=True)) if maps else values for values in kind.make())
        kinds.append((kind, list(made)))
    uri, auth = server_data.credentials()
    with neo4j.GraphDatabase.driver(uri, auth=auth) as driver, driver.session() as session:
        constraints(session)
        clock = Clock()
        load(session, kinds, maps=maps, batch=batch)
        print(json.dumps({"first": clock.elapsed}))


if __name__ == "__main__":
    main()
