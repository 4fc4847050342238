"""What a load has left on the server, read back for comparison, and the emptying of it for the next one."""

from __future__ import annotations

import neo4j

from server_data import NODES, RELATIONS, Content

_BATCH = 10_000


def counts(session: neo4j.Session) -> dict[str, int]:
    """Return how many there are of each kind of the data sets."""
    found = {name: _one(session, f"MATCH (n:{name}) RETURN count(n)") for name in NODES}
    return found | {name: _one(session, f"MATCH ()-[r:{name}]->() RETURN count(r)") for name in RELATIONS}


def content(session: neo4j.Session) -> Content:
    """Read everything back."""
    found = Content()
    for name, columns in NODES.items():
        for record in session.run(f"MATCH (n:{name}) RETURN {_listed('n', columns)}"):
            found.take(name, list(record.values()))
    for name, (start, end, columns) in RELATIONS.items():
        ends = f"a.{NODES[start][0]}, b.{NODES[end][0]}"
        listed = ", ".join(filter(None, (ends, _listed("r", columns[2:]))))
        for record in session.run(f"MATCH (a:{start})-[r:{name}]->(b:{end}) RETURN {listed}"):
            found.take(name, list(record.values()))
    return found


def empty(session: neo4j.Session) -> None:
    """Remove everything: relations, nodes, constraints, indexes."""
    for pattern in ("MATCH ()-[x]->()", "MATCH (x)"):
        session.run(f"{pattern} CALL (x) {{ DELETE x }} IN TRANSACTIONS OF {_BATCH} ROWS").consume()
    for each in session.run("SHOW CONSTRAINTS YIELD name").value():
        session.run(f"DROP CONSTRAINT `{each}`").consume()
    for each in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
        session.run(f"DROP INDEX `{each}`").consume()


def _listed(variable: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{variable}.{name}" for name in columns)


def _one(session: neo4j.Session, text: str) -> int:
    return int(session.run(text).single(strict=True)[0])
