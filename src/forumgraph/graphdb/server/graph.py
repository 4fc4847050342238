"""A graph on a server, opened for questions: each is a read transaction, which a cluster routes to a follower."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from forumgraph.graphdb.engine import Answer
from forumgraph.graphdb.errors import GraphUnreachable
from forumgraph.graphdb.loaded import Loaded, loaded
from forumgraph.graphdb.server.faults import memory_named, telling
from forumgraph.graphdb.server.owners import refuse_strangers
from forumgraph.graphdb.server.values import plain

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.server.connection import Connection


class ServerGraph:
    """What forumgraph loaded into a database: whole, and without anybody else's nodes among it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._address = connection.address
        self._session = connection.session()
        try:
            self.loaded = self._whole()
        except GraphUnreachable:
            self.close()
            raise

    def _whole(self) -> Loaded:
        with telling(self._address):
            self._session.execute_read(refuse_strangers, self._address)
        found = loaded(self)
        if found is None:
            raise GraphUnreachable("nothing_loaded", place=self._address.shown, uri=self._address.uri)
        if found.under_way:
            raise GraphUnreachable("under_way", place=self._address.shown, since=found.under_way, uri=self._address.uri)
        return found

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run a reading query and return its rows, columns by name."""
        answer = self._read(_all, text, dict(parameters))
        return [dict(zip(answer.columns, values, strict=True)) for values in answer.values]

    def table(self, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
        """Run a reading query and return at most so many rows."""
        return self._read(_some, text, dict(parameters), limit)

    def _read(self, work: Callable[..., Answer], *arguments: Any) -> Answer:
        with telling(self._address):
            return self._session.execute_read(self._once, work, *arguments)

    def _once(self, transaction: neo4j.ManagedTransaction, work: Callable[..., Answer], *arguments: Any) -> Answer:
        with memory_named(self._address):
            return work(transaction, *arguments)

    def unchanged(self) -> None:
        """Raise GraphUnreachable where a load has changed the graph since it was opened."""
        if self._whole() != self.loaded:
            raise GraphUnreachable("changed_meanwhile", place=self._address.shown)

    def close(self) -> None:
        """End the session; the driver stays for the next."""
        self._session.close()


def _all(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, Any]) -> Answer:
    result = transaction.run(text, parameters)
    return Answer(tuple(result.keys()), [[plain(value) for value in record.values()] for record in result])


def _some(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, Any], limit: int) -> Answer:
    result = transaction.run(text, parameters)
    found = [[plain(value) for value in record.values()] for record in islice(result, limit + 1)]
    return Answer(tuple(result.keys()), found[:limit], more=len(found) > limit)
