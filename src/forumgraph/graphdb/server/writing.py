"""Writes rows within a transaction, and sees that each was written: what is dropped without a word is an error here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forumgraph.graphdb.checking import BadRow, Values
from forumgraph.graphdb.difference import Delta
from forumgraph.graphdb.errors import LoadFailed
from forumgraph.graphdb.schema import RELATIONS, Kind, Node, Relation
from forumgraph.graphdb.server import statements
from forumgraph.graphdb.server.owners import LOCK, OWNED

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address
    from forumgraph.graphdb.table import Row

    Transaction = neo4j.ManagedTransaction | neo4j.Transaction

BATCH = 5_000  # rows of one statement

_TYPES = [each.name for each in RELATIONS]
_TAKE = f"MERGE (k:{LOCK} {{id: 'lock'}}) SET k.taken = timestamp()"
_MARK = f"""MERGE (l:Load:{OWNED} {{id: 'load'}})
SET l.under_way = toString(datetime()), l.fingerprint = coalesce(l.fingerprint, ''),
    l.schema = coalesce(l.schema, ''), l.files = coalesce(l.files, []), l.paths = coalesce(l.paths, []),
    l.version = coalesce(l.version, '')"""
_FINISH = f"MERGE (l:Load:{OWNED} {{id: 'load'}}) SET l = $load"
_STORED = f"MATCH (l:Load:{OWNED} {{id: 'load'}}) RETURN properties(l)"


def take(transaction: Transaction) -> None:
    """Take the lock that one load at a time may have; waits for whoever has it, and ends with the transaction."""
    _run(transaction, _TAKE)


def mark(transaction: Transaction) -> None:
    """Write that a load is under way."""
    _run(transaction, _MARK)


def finish(transaction: Transaction, load: Row) -> None:
    """Write what is loaded, and so that nothing is under way any more."""
    _run(transaction, _FINISH, load=load)


def forget(transaction: Transaction) -> None:
    """Remove what says that something was loaded; the lock goes with it."""
    _run(transaction, f"MATCH (l:Load:{OWNED}) DELETE l")
    _run(transaction, f"MATCH (k:{LOCK}) DELETE k")


def stored_load(transaction: Transaction) -> Row | None:
    """Return what the graph says is loaded, as the row that was written."""
    record = transaction.run(_STORED).single()
    return {"under_way": None, **record[0]} if record else None


def add(transaction: Transaction, kind: Kind, rows: list[Values]) -> None:
    """Add rows; raise BadRow where a relation has an end that is not there."""
    for part in _batches(rows):
        counters = _run(transaction, statements.create(kind), rows=part)
        created = counters.nodes_created if isinstance(kind, Node) else counters.relationships_created
        if created != len(part):
            raise BadRow(_missing(transaction, kind, part))


def change(transaction: Transaction, kind: Kind, pairs: list[tuple[Values, Values]]) -> None:
    """Give rows that are there the values that they should have; each stays the element that it is."""
    for part in _batches([after for _, after in pairs]):
        found = transaction.run(statements.change(kind), rows=part).single(strict=True)[0]
        if found != len(part):
            raise BadRow(f"{kind.name}: {found} ≠ {len(part)}")


def remove(transaction: Transaction, kind: Kind, rows: list[Values]) -> None:
    """Remove rows; the relations of a node must be gone before it."""
    for part in _batches(rows):
        _run(transaction, statements.remove(kind), rows=part)


def apply(transaction: Transaction, delta: Delta) -> None:
    """Write one range of differences."""
    remove(transaction, delta.kind, delta.removed)
    change(transaction, delta.kind, delta.changed)
    add(transaction, delta.kind, delta.added)


def refuse_attached(transaction: Transaction, delta: Delta, address: Address) -> None:
    """Raise LoadFailed where a node that is to be removed has relations of another owner: they would go with it."""
    if not isinstance(delta.kind, Node):
        return
    for part in _batches(delta.removed):
        found = transaction.run(statements.attached(delta.kind), rows=part, ours=_TYPES).single()
        if found:
            raise LoadFailed(
                "foreign_relations",
                place=address.shown,
                node=f"{delta.kind.name} {found[0]}",
                found=f"{found[2]} {found[1]}",
            )


def _missing(transaction: Transaction, kind: Kind, rows: list[Values]) -> str:
    if not isinstance(kind, Relation):
        return f"{kind.name}: {len(rows)}?"
    found = transaction.run(statements.endless(kind), rows=rows).single()
    return f"{kind.name}: {found[0]} → {found[1]}" if found else f"{kind.name}: {len(rows)}?"


def _batches(rows: list[Any]) -> list[list[Any]]:
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]


def _run(transaction: Transaction, text: str, **parameters: Any) -> neo4j.SummaryCounters:
    return transaction.run(text, parameters).consume().counters
