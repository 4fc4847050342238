"""The engine of a server: opens its graph for questions, loads it, and says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graphdb.checking import BadRow
from forumgraph.graphdb.errors import LoadFailed
from forumgraph.graphdb.server.connection import Connection, connection
from forumgraph.graphdb.server.faults import telling
from forumgraph.graphdb.server.graph import ServerGraph
from forumgraph.graphdb.server.load import Load, unload

if TYPE_CHECKING:
    from forumgraph.graphdb.difference import Difference
    from forumgraph.graphdb.engine import About, Progress
    from forumgraph.graphdb.server.address import Address
    from forumgraph.graphdb.table import Rows

#: Said of a load in one transaction, which cannot leave a graph that is marked as unfinished.
_OF_A_WHOLE_GRAPH = ("commit_unknown", "database_unavailable")


class ServerEngine:
    """The graph in one database of a Neo4j server."""

    def __init__(self, address: Address) -> None:
        self.address = address

    @property
    def place(self) -> str:
        """The address and the database, without user and password."""
        return self.address.shown

    @property
    def _connection(self) -> Connection:
        return connection(self.address)

    def open(self) -> ServerGraph:
        """Open the graph for reading."""
        return ServerGraph(self._connection)

    def load(self, rows: Rows, progress: Progress) -> Difference:
        """Write what differs, and return it."""
        one = Load(self._connection, rows, progress)
        try:
            with telling(self.address, loading=True):
                return one.run()
        except LoadFailed as failed:
            if one.stepping and failed.key in _OF_A_WHOLE_GRAPH:
                failed.key = "load_broken_off"
            raise
        except BadRow as bad:
            key = "load_unfinished" if one.stepping else "load_failed"
            raise LoadFailed(key, path=self.place, reason=str(bad)) from bad

    def difference(self, rows: Rows, progress: Progress) -> Difference:
        """Return what a load would change."""
        try:
            with telling(self.address, loading=True):
                return Load(self._connection, rows, progress).compare()
        except BadRow as bad:
            raise LoadFailed("load_failed", path=self.place, reason=str(bad)) from bad

    def unload(self) -> None:
        """Remove what forumgraph has written, and nothing else."""
        with telling(self.address, loading=True):
            unload(self._connection, lambda *_: None)

    def about(self) -> About:
        """Ask the server what it is."""
        return self._connection.about()
