"""Writes rows within a transaction, and sees that each was written: what is dropped without a word is an error here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forumgraph.graphdb.checking import BadRow, Values
from forumgraph.graphdb.difference import Delta
from forumgraph.graphdb.errors import LoadFailed
from forumgraph.graphdb.kinds import Kind, Node, Relation
from forumgraph.graphdb.schema import RELATIONS
from forumgraph.graphdb.server import statements
from forumgraph.graphdb.server.owners import LOCK, OWNED, owned_nodes

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address
    from forumgraph.graphdb.table import Row

    Transaction = neo4j.ManagedTransaction | neo4j.Transaction

BATCH = 5_000  # rows of one statement

_TYPES = {each.name: [each.start, each.end] for each in RELATIONS}
_TAKE = f"MERGE (k:{LOCK} {{id: 'lock'}}) SET k.taken = timestamp()"
#: To set a property to what it is takes the lock of its node and writes nothing.
_SETTLE = f"MATCH (l:Load:{OWNED} {{id: 'load'}}) SET l.id = l.id"
_MARK = f"""MERGE (l:Load:{OWNED} {{id: 'load'}})
SET l.under_way = toString(datetime()), l.fingerprint = coalesce(l.fingerprint, ''),
    l.schema = coalesce(l.schema, ''), l.files = coalesce(l.files, []), l.paths = coalesce(l.paths, []),
    l.version = coalesce(l.version, '')
RETURN l.under_way"""
_OURS = f"""MATCH (l:Load:{OWNED} {{id: 'load'}}) SET l.id = l.id
WITH l WHERE l.under_way = $mark RETURN count(l)"""
_FINISH = f"MERGE (l:Load:{OWNED} {{id: 'load'}}) SET l = $load"
_STORED = f"MATCH (l:Load:{OWNED} {{id: 'load'}}) RETURN properties(l)"


def take(transaction: Transaction) -> None:
    """Take the lock that one load at a time may have; waits for whoever has it, and ends with the transaction."""
    _run(transaction, _TAKE)


def settle(transaction: Transaction) -> None:
    """Wait for the step in which a load that lost its lock may be; it takes no other before this transaction ends."""
    _run(transaction, _SETTLE)


def mark(transaction: Transaction) -> str:
    """Write that a load is under way, and return since when: its mark, by which its steps know that it is theirs."""
    return str(transaction.run(_MARK).single(strict=True)[0])


def hold(transaction: Transaction, mark: str, address: Address) -> None:
    """See that the mark is still there, and that nobody sets another before this transaction ends.

    Where a server has lost the lock of a load, another may have begun: then this one must not write any more.
    """
    if not transaction.run(_OURS, mark=mark).single(strict=True)[0]:
        raise LoadFailed("another_load", place=address.shown)


def finish(transaction: Transaction, load: Row) -> None:
    """Write what is loaded, and so that nothing is under way any more."""
    _run(transaction, _FINISH, load=load)


def forget(transaction: Transaction, address: Address) -> None:
    """Remove what says that something was loaded, and the lock; raise LoadFailed where there is anything again."""
    take(transaction)
    settle(transaction)
    if owned_nodes(transaction) > 1:
        raise LoadFailed("another_load", place=address.shown)
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
    """Remove rows; the relations of a node must be gone before it, unless it has no key to find them by."""
    if isinstance(kind, Node) and any(values[0] is None for values in rows):
        _run(transaction, statements.remove_astray(kind))
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
        text = statements.attached(delta.kind, astray=part[0][0] is None)
        found = transaction.run(text, rows=part, ours=_TYPES).single()
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
