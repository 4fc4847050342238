"""The Cypher that reads and writes the rows of a kind; values travel as lists, which is faster than maps by a third."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from forumgraph.graphdb.kinds import Kind, Node, Property, Relation
from forumgraph.graphdb.schema import KINDS, NODES
from forumgraph.graphdb.server.owners import OWNED
from forumgraph.graphdb.server.values import plain

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.checking import Values

PAGE = 10_000  # rows read at once; a range of one kind is half as many unless the graph has much that the rows have not

_KEY = {node.name: node.key for node in NODES}
_ENDS = 2  # columns of a relation before its properties
_COUNTS = "RETURN " + ", ".join(
    f"COUNT {{ MATCH {f'(:{kind.name})' if isinstance(kind, Node) else f'()-[:{kind.name}]->()'} }} AS {kind.name}"
    for kind in KINDS
)


@cache
def create(kind: Kind) -> str:
    """Return the statement that adds rows of a kind."""
    if isinstance(kind, Node):
        return f"UNWIND $rows AS r CREATE (:{kind.name}:{OWNED} {_map(kind.properties, 0)})"
    return f"UNWIND $rows AS r {_ends(kind)} CREATE (a)-[:{kind.name} {_map(kind.properties, _ENDS)}]->(b)"


@cache
def change(kind: Kind) -> str:
    """Return the statement that sets all properties of rows that are there."""
    offset = 0 if isinstance(kind, Node) else _ENDS
    return f"{_found(kind)} SET {_set(kind.properties, offset)} RETURN count(x)"


@cache
def remove(kind: Kind) -> str:
    """Return the statement that removes rows."""
    return f"{_found(kind)} DELETE x"


@cache
def attached(kind: Node, *, astray: bool = False) -> str:
    """Return the statement that finds relations to nodes about to be removed that do not go before them.

    They are those with nodes of others, and those of a type or between kinds that the schema does not have.
    """
    ours = "$ours[type(y)]"
    known = f"{ours}[0] IN labels(startNode(y)) AND {ours}[1] IN labels(endNode(y))"
    foreign = f"NOT z:{OWNED} OR {ours} IS NULL OR NOT ({known})"
    found = _astray(kind) if astray else _found(kind)
    return f"{found} MATCH (x)-[y]-(z) WHERE {foreign} RETURN x.`{kind.key}`, type(y), count(*) LIMIT 1"


@cache
def remove_astray(kind: Node) -> str:
    """Return the statement that removes nodes of ours whose key somebody has taken away, with their relations."""
    return f"{_astray(kind)} DETACH DELETE x"


@cache
def astray(kind: Node) -> str:
    """Return the statement that reads nodes of ours that have no key, as rows without one."""
    rest = ", ".join(filter(None, ("null", _list(kind.properties[1:]))))
    return f"{_astray(kind)} RETURN collect([{rest}])"


def endless(kind: Relation) -> str:
    """Return the statement that finds the first row whose ends are not both there."""
    return (
        f"UNWIND $rows AS r OPTIONAL {_start(kind)} OPTIONAL {_end(kind)} "
        "WITH r, a, b WHERE a IS NULL OR b IS NULL RETURN r[0], r[1] LIMIT 1"
    )


@cache
def page(kind: Kind, *, bounded: bool) -> str:
    """Return the statement that reads rows whose first key lies in a range, in its order."""
    if isinstance(kind, Node):
        return (
            f"MATCH (x:{kind.name}:{OWNED}) WHERE {_between('x', kind.key, bounded=bounded)} "
            f"WITH x ORDER BY x.`{kind.key}` LIMIT $limit RETURN collect([{_list(kind.properties)}])"
        )
    start, end = _KEY[kind.start], _KEY[kind.end]
    listed = ", ".join(filter(None, ("s", f"b.`{end}`", _list(kind.properties))))
    return (
        f"MATCH (a:{kind.start}:{OWNED}) WHERE {_between('a', start, bounded=bounded)} "
        f"MATCH (a)-[x:{kind.name}]->(b:{kind.end}:{OWNED}) "
        f"WITH a.`{start}` AS s, x, b ORDER BY s LIMIT $limit RETURN collect([{listed}])"
    )


class StoredRows:
    """Reads the stored rows of a range in pages, all within one transaction."""

    def __init__(self, transaction: neo4j.ManagedTransaction | neo4j.Transaction) -> None:
        self._transaction = transaction
        self._counts: dict[str, int] = {}

    def pages(self, kind: Kind, low: str, high: str | None) -> Iterator[Values]:
        """Yield pages of rows; a page ends where a first key does. The first has the nodes whose key was taken away."""
        if not self._may_hold(kind):
            return
        if isinstance(kind, Node) and not low and (lost := self._rows(kind, astray(kind))):
            yield lost
        limit = PAGE
        while True:
            found = self._read(kind, low, high, limit)
            whole = len(found) < limit
            kept = found if whole else [each for each in found if each[0] != found[-1][0]]
            if kept:
                low, limit = kept[-1][0], PAGE
                yield kept
            if whole:
                return
            if not kept:  # more relations of one node than a page holds
                limit *= 4

    def _may_hold(self, kind: Kind) -> bool:
        """Say whether there is anything of a kind, whoever's it is: the store counts, and no statement is planned."""
        if not self._counts:
            self._counts = self._transaction.run(_COUNTS).single(strict=True).data()
        return self._counts[kind.name] > 0

    def _read(self, kind: Kind, low: str, high: str | None, limit: int) -> list[Values]:
        return self._rows(kind, page(kind, bounded=high is not None), low=low, high=high, limit=limit)

    def _rows(self, kind: Kind, text: str, **parameters: Any) -> list[Values]:
        record = self._transaction.run(text, parameters).single(strict=True)
        dates = [n for n, each in _typed(kind) if each.type == "DATE"]
        rows: list[Values] = record[0]
        for row in rows if dates else ():
            for n in dates:
                row[n] = plain(row[n])
        return rows


def _typed(kind: Kind) -> list[tuple[int, Property]]:
    return list(enumerate(kind.properties, 0 if isinstance(kind, Node) else _ENDS))


def _map(properties: tuple[Property, ...], offset: int) -> str:
    return "{" + ", ".join(f"`{each.name}`: r[{n}]" for n, each in enumerate(properties, offset)) + "}"


def _set(properties: tuple[Property, ...], offset: int) -> str:
    return ", ".join(f"x.`{each.name}` = r[{n}]" for n, each in enumerate(properties, offset))


def _list(properties: tuple[Property, ...]) -> str:
    return ", ".join(f"x.`{each.name}`" for each in properties)


def _between(variable: str, key: str, *, bounded: bool) -> str:
    above = f"{variable}.`{key}` > $low"
    return f"{above} AND {variable}.`{key}` <= $high" if bounded else above


def _astray(kind: Node) -> str:
    return f"MATCH (x:{kind.name}:{OWNED}) WHERE NOT coalesce(x.`{kind.key}` > '', false)"


def _node(variable: str, label: str, key: str, column: int) -> str:
    """Find a node by a seek in the index of its key: planned while there are few, all of a kind would be read."""
    return (
        f"MATCH ({variable}:{label} {{`{key}`: r[{column}]}}) USING INDEX SEEK {variable}:{label}(`{key}`) "
        f"WHERE {variable}:{OWNED}"
    )


def _start(kind: Relation) -> str:
    return _node("a", kind.start, _KEY[kind.start], 0)


def _end(kind: Relation) -> str:
    return _node("b", kind.end, _KEY[kind.end], 1)


def _ends(kind: Relation) -> str:
    return f"{_start(kind)} {_end(kind)}"


def _found(kind: Kind) -> str:
    """Find the element of a row: a node by its key, a relation by its ends and, where they have several, its place."""
    if isinstance(kind, Node):
        return f"UNWIND $rows AS r {_node('x', kind.name, kind.key, 0)}"
    places = [(f"x.`{name}`", f"r[{kind.columns.index(name)}]") for name in kind.identity[_ENDS:]]
    # What somebody wrote by hand may have no place, and null equals nothing.
    told_apart = [f"({own} = {given} OR ({own} IS NULL AND {given} IS NULL))" for own, given in places]
    where = f" WHERE {' AND '.join(told_apart)}" if told_apart else ""
    return f"UNWIND $rows AS r {_ends(kind)} MATCH (a)-[x:{kind.name}]->(b){where}"
