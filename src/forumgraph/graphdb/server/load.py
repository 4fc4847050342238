"""Loads rows into a database that others may use: one load at a time, and never a mixture of two states.

Up to ONE_TRANSACTION differences are written in one transaction: whatever is killed, the graph is the old or the new
one. More are written in steps. A mark, set before the first and removed with the last, says that the graph is not
whole: questions refuse it, and the next load, which compares what is there with what should be, completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from forumgraph.graphdb.checking import checked
from forumgraph.graphdb.difference import COMPARED, Delta, Difference, deltas, difference
from forumgraph.graphdb.errors import LoadFailed
from forumgraph.graphdb.kinds import Kind, Node, Relation
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.schema import KINDS
from forumgraph.graphdb.server import constraints, writing
from forumgraph.graphdb.server.attempts import written
from forumgraph.graphdb.server.faults import key_of
from forumgraph.graphdb.server.owners import owned_nodes, refuse_strangers
from forumgraph.graphdb.server.seal import Seal, last_state, state_of
from forumgraph.graphdb.server.statements import StoredRows

if TYPE_CHECKING:
    import neo4j

    from forumgraph.graphdb.checking import Values
    from forumgraph.graphdb.engine import Progress
    from forumgraph.graphdb.server.connection import Connection
    from forumgraph.graphdb.table import Rows

ONE_TRANSACTION = 50_000  # differences; within the memory of a server with a heap of 512 MB
WAIT = 6.0  # seconds that a load waits for another before it is refused; a server looks every two whether they are over

#: What a server may call the end of a transaction whose time was over while it waited for a lock.
_ENDED_WAITING = ("Transaction.LockClientStopped", "Transaction.Terminated")


class _Same(Exception):
    """Nothing differs: the transaction is rolled back, so that nothing is written."""


class _TooMuch(Exception):
    """More differs than one transaction should hold."""


class Load:
    """One load of some rows by one connection."""

    def __init__(self, connection: Connection, rows: Rows, progress: Progress) -> None:
        self._connection = connection
        self._address = connection.address
        self._rows = rows
        self._progress = progress
        (self._load,) = rows["Load"]
        self._total = sum(len(rows[kind.name]) for kind in COMPARED)
        self._done = 0
        self._found = Difference()
        self.stepping = False  # several transactions are needed, and the first was committed
        self._mark = ""

    def run(self) -> Difference:
        """Make the database hold the rows, and return what was changed."""
        seal = Seal(self._address)
        with self._connection.session() as session:
            session.execute_read(refuse_strangers, self._address, loading=True)
            constraints.make(session, session.execute_read(constraints.missing, self._address))
            self._wait(session)
            before = state_of(session)
            if seal.fits(before, self._load):
                return self._found
            try:
                written(session, self._at_once)
                after = last_state(session)
            except _Same:
                after = before
            except _TooMuch:
                self._wait(session)
                after = self._in_steps(session)
            seal.set(after, self._load)
        return self._found

    def compare(self) -> Difference:
        """Return what a load would change, and touch nothing."""
        with self._connection.session() as session:
            session.execute_read(refuse_strangers, self._address, loading=True)
            session.execute_read(constraints.missing, self._address)
            session.execute_read(self._look)
        return self._found

    def _look(self, transaction: writing.Transaction) -> None:
        self._begin(whole=not owned_nodes(transaction))
        for delta in self._deltas(transaction):
            writing.refuse_attached(transaction, delta, self._address)

    def _begin(self, *, whole: bool) -> None:
        """Start to count anew: a transaction may be tried more than once."""
        self._found, self._done = Difference(whole=whole), 0

    def _wait(self, session: neo4j.Session) -> None:
        """See that no other load has the lock; raise LoadFailed where one keeps it."""
        from neo4j.exceptions import Neo4jError  # noqa: PLC0415

        try:
            with session.begin_transaction(timeout=WAIT) as transaction:
                writing.take(transaction)
                transaction.rollback()
        except Neo4jError as error:
            if key_of(error) == "timed_out" or (error.code or "").endswith(_ENDED_WAITING):
                raise LoadFailed("another_load", place=self._address.shown) from error
            raise

    # ---- in one transaction ----

    def _at_once(self, transaction: writing.Transaction) -> None:
        writing.take(transaction)
        writing.settle(transaction)
        whole = not owned_nodes(transaction)
        self._begin(whole=whole)
        if whole:
            self._write_all(transaction)
        else:
            self._write_differences(transaction)
        writing.finish(transaction, self._load)

    def _write_all(self, transaction: writing.Transaction) -> None:
        if self._total > ONE_TRANSACTION:
            raise _TooMuch
        for delta in self._everything():
            writing.apply(transaction, delta)
            self._wrote(delta)

    def _write_differences(self, transaction: writing.Transaction) -> None:
        """Compare first, then write: nodes before relations, and nodes that are to go after their relations."""
        found = list(self._small(transaction))
        if not found and writing.stored_load(transaction) == self._load:
            raise _Same
        for delta in found:
            writing.apply(transaction, _later(delta) if isinstance(delta.kind, Node) else delta)
        for delta in found:
            if isinstance(delta.kind, Node):
                writing.remove(transaction, delta.kind, delta.removed)

    def _small(self, transaction: writing.Transaction) -> Iterator[Delta]:
        """Yield all differences; raise _TooMuch once they are too many, though not before all nodes were looked at."""
        for delta in self._deltas(transaction):
            writing.refuse_attached(transaction, delta, self._address)
            if len(self._found) <= ONE_TRANSACTION:
                yield delta
            elif isinstance(delta.kind, Relation):
                raise _TooMuch
        if len(self._found) > ONE_TRANSACTION:
            raise _TooMuch

    def _deltas(self, transaction: writing.Transaction) -> Iterator[Delta]:
        for kind, compared, delta in difference(self._rows, StoredRows(transaction)):
            self._done += compared
            self._progress(kind, self._done, self._total)
            self._found.note(delta)
            if delta:
                yield delta

    def _everything(self) -> Iterator[Delta]:
        """Yield all rows as additions, batch by batch."""
        for kind in COMPARED:
            for part in _parts(checked(kind, self._rows[kind.name])):
                yield Delta(kind, added=part)

    def _wrote(self, delta: Delta) -> None:
        self._found.note(delta)
        self._done += len(delta)
        self._progress(delta.kind.name, self._done, self._total)

    # ---- in steps ----

    def _in_steps(self, session: neo4j.Session) -> str:
        """Write in many transactions beside one that holds the lock, and return the state that the last leaves."""
        with self._connection.session() as other, other.begin_transaction() as holder:
            writing.take(holder)
            whole = not owned_nodes(holder)
            self._begin(whole=whole)
            self._mark = written(session, writing.mark)
            self.stepping = True
            if whole:
                for delta in self._everything():
                    self._step(session, holder, delta)
                    self._wrote(delta)
            else:
                self._steps_between(session, holder)
            written(session, self._finish, holder)
            after = last_state(session)
            holder.rollback()
        return after

    def _steps_between(self, session: neo4j.Session, holder: neo4j.Transaction) -> None:
        going: list[Kind] = []
        for kind, compared, delta in difference(self._rows, StoredRows(holder)):
            self._done += compared
            self._progress(kind, self._done, self._total)
            self._found.note(delta)
            if isinstance(delta.kind, Node) and delta.removed and delta.kind not in going:
                going.append(delta.kind)
            self._step(session, holder, _later(delta) if isinstance(delta.kind, Node) else delta)
        for node in going:
            for _, delta in deltas(node, self._rows[node.name], StoredRows(holder)):
                self._step(session, holder, Delta(node, removed=delta.removed))

    def _step(self, session: neo4j.Session, holder: neo4j.Transaction, delta: Delta) -> None:
        for part in delta.parts(writing.BATCH):  # a range is as large as what one node has of a kind
            written(session, self._within, holder, part)

    def _within(self, transaction: writing.Transaction, holder: neo4j.Transaction, delta: Delta) -> None:
        self._hold(transaction, holder)
        writing.apply(transaction, delta)

    def _finish(self, transaction: writing.Transaction, holder: neo4j.Transaction) -> None:
        self._hold(transaction, holder)
        writing.finish(transaction, self._load)

    def _hold(self, transaction: writing.Transaction, holder: neo4j.Transaction) -> None:
        """See in each step, also one that is tried again, that lock and mark are ours: a server may have lost them."""
        holder.run("RETURN 1").consume()
        writing.hold(transaction, self._mark, self._address)


def _later(delta: Delta) -> Delta:
    """Nodes are removed after their relations."""
    return Delta(delta.kind, added=delta.added, changed=delta.changed)


def _parts(rows: Iterable[Values]) -> Iterator[list[Values]]:
    part: list[Any] = []
    for values in rows:
        part.append(values)
        if len(part) == writing.BATCH:
            yield part
            part = []
    if part:
        yield part


def unload(connection: Connection, progress: Progress) -> None:
    """Remove everything that forumgraph has written into a database: nodes and relations, constraints and indexes."""
    nothing: Rows = {kind.name: [] for kind in KINDS}
    Load(connection, {**nothing, "Load": [Loaded("", "", (), (), "").row]}, progress).run()
    with connection.session() as session:
        written(session, writing.forget, connection.address)
        constraints.drop(session)
