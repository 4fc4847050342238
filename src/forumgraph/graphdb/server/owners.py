"""Whose a node is: what forumgraph writes carries one label more, and no node of another owner may share its kinds.

The questions name kinds alone, so that a stranger's node of the same kind would be counted in an answer and removed by
a load. Both are refused instead. The counts come from the database's own store and cost nothing, however large it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graphdb.errors import GraphUnreachable, LoadFailed
from forumgraph.graphdb.schema import NODES

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.address import Address

OWNED = "Forumgraph"  # the label that every node of ours has beside that of its kind
LOCK = "ForumgraphLock"  # the node that a load holds while it writes

_LABELS = tuple(node.name for node in NODES)
_COUNTS = "RETURN " + ", ".join(f"COUNT {{ MATCH (n:{label}) }} AS {label}" for label in (OWNED, *_LABELS))
_STRANGERS = "MATCH (n:{label}) WHERE NOT n:{owned} RETURN count(n)"
_UNKNOWN = f"MATCH (n:{OWNED}) WHERE NOT n:{'|'.join(_LABELS)} RETURN count(n)"


def strangers(transaction: neo4j.ManagedTransaction) -> dict[str, int]:
    """Return how many nodes of other owners there are of each kind of ours; empty where there are none."""
    counts = transaction.run(_COUNTS).single(strict=True).data()
    if counts[OWNED] == sum(counts[label] for label in _LABELS):
        return {}
    found = {
        label: transaction.run(_STRANGERS.format(label=label, owned=OWNED)).single(strict=True)[0] for label in _LABELS
    }
    found[OWNED] = transaction.run(_UNKNOWN).single(strict=True)[0]
    return {label: n for label, n in found.items() if n} or {OWNED: counts[OWNED]}


def refuse_strangers(transaction: neo4j.ManagedTransaction, address: Address, *, loading: bool = False) -> None:
    """Raise LoadFailed (or GraphUnreachable) where nodes of other owners have a kind of ours."""
    if found := strangers(transaction):
        named = ", ".join(f"{n} {label}" for label, n in found.items())
        if loading:
            raise LoadFailed("foreign_nodes", place=address.shown, found=named)
        raise GraphUnreachable("foreign_nodes_found", place=address.shown, found=named)


def owned_nodes(transaction: neo4j.ManagedTransaction | neo4j.Transaction) -> int:
    """Return how many nodes are ours."""
    return int(transaction.run(f"RETURN COUNT {{ MATCH (n:{OWNED}) }}").single(strict=True)[0])
