"""The embedded engine: Ladybug, a Cypher engine in this process, with one file a graph and no server."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from forumgraph.graphdb.building import building
from forumgraph.graphdb.checking import BadRow
from forumgraph.graphdb.difference import COMPARED, Difference, difference
from forumgraph.graphdb.engine import About, Answer, Progress
from forumgraph.graphdb.errors import GraphUnreachable, LoadFailed
from forumgraph.graphdb.kinds import Node, Relation
from forumgraph.graphdb.schema import KINDS
from forumgraph.graphdb.table import Row, Rows

if TYPE_CHECKING:
    import ladybug

_BATCH = 10_000  # rows of one COPY: memory stays flat while the input grows
_BUFFER = 256 * 1024 * 1024  # bytes; the engine's own default takes most of the machine's memory
_ASKED = 12  # questions of one connection
_MAGIC = b"LBUG"  # what a graph file begins with
_LARGEST = 1 << 36  # bytes of address space that a graph may grow to


class EmbeddedGraph:
    """An opened graph file, read-only: it answers beside a load that builds the next one."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise GraphUnreachable("no_graph", path=str(path))
        try:
            self._database, self._connection = _connect(path, read_only=True)
        except RuntimeError as error:
            raise GraphUnreachable("unreadable_graph", path=str(path), reason=_first_line(error)) from error
        self._left = _ASKED

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run a reading query and return its rows, columns by name."""
        with _telling(), self._run(text, parameters) as result:
            names = result.get_column_names()
            return [dict(zip(names, cast("list[Any]", row), strict=True)) for row in result.get_all()]

    def table(self, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
        """Run a reading query and return at most so many rows."""
        with _telling(), self._run(text, parameters) as result:
            found: list[list[Any]] = []
            while result.has_next() and len(found) < limit:
                found.append([_plain(value) for value in cast("list[Any]", result.get_next())])
            return Answer(tuple(result.get_column_names()), found, more=result.has_next())

    @contextlib.contextmanager
    def _run(self, text: str, parameters: Mapping[str, Any]) -> Iterator[ladybug.QueryResult]:
        """Give the result of a query.

        A connection never lets go of a plan, nor of the memory it has worked with, and makes another for each text and
        each mixture of empty and filled lists: after some two hundred questions none would be left, so that it is
        another one every few. One for each question would plan everything anew.
        """
        if not self._left:
            self._renew()
        self._left -= 1
        result = cast("ladybug.QueryResult", self._connection.execute(text, dict(parameters)))
        with contextlib.closing(result):
            yield result

    def _renew(self) -> None:
        import ladybug  # noqa: PLC0415

        self._connection.close()
        self._connection, self._left = ladybug.Connection(self._database), _ASKED

    def unchanged(self) -> None:
        """A load puts another file in place; this one stays as it is while it is open."""

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._database.close()


class EmbeddedEngine:
    """Graph files of the embedded engine at one path."""

    def __init__(self, path: Path, *, ours: bool = False) -> None:
        """``ours`` says that the place is our own cache, where whatever lies there may be replaced."""
        self.path = path
        self.ours = ours

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self.path)

    def open(self) -> EmbeddedGraph:
        """Open the graph for reading."""
        return EmbeddedGraph(self.path)

    def difference(self, rows: Rows, progress: Progress) -> Difference:
        """Return what would differ in the graph that a load makes."""
        found = Difference(whole=not self.path.exists())
        total, done = sum(len(rows[kind.name]) for kind in COMPARED), 0
        graph = None if found.whole else self.open()
        try:
            for kind, compared, delta in difference(rows, _StoredRows(graph)):
                done += compared
                found.note(delta)
                progress(kind, done, total)
        except BadRow as error:
            raise _load_failed(self.path, str(error)) from error
        finally:
            if graph:
                graph.close()
        return found

    def unload(self) -> None:
        """Remove the file."""
        if not _may_replace(self.path):
            raise LoadFailed("not_a_graph", path=str(self.path))
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise LoadFailed("cannot_write_graph", path=str(self.path), reason=error.strerror or str(error)) from error

    def about(self) -> About:
        """Say which engine it is and how long a question takes that asks for nothing."""
        import ladybug  # noqa: PLC0415

        graph = self.open()
        started = time.perf_counter()
        graph.rows("RETURN 1 AS one", {})
        latency = 1000 * (time.perf_counter() - started)
        graph.close()
        return About("Ladybug", str(ladybug.version), None, None, self.place, latency)

    def load(self, rows: Rows, progress: Progress) -> None:
        """Build a new file beside the old one and put it in its place in one step."""
        if not self.ours and not _may_replace(self.path):
            raise LoadFailed("not_a_graph", path=str(self.path))
        try:
            with building(self.path) as folder:
                built = folder / "graph"
                _build(built, rows, progress)
                _compare_counts(built, rows)
                os.replace(built, self.path)  # noqa: PTH105 - the one call that replaces in one step everywhere
        except OSError as error:
            raise LoadFailed("cannot_write_graph", path=str(self.path), reason=error.strerror or str(error)) from error
        except (RuntimeError, ValueError) as error:
            raise _load_failed(self.path, _first_line(error)) from error


def _may_replace(path: Path) -> bool:
    """Say whether a place that a user named is free, or holds a graph: anything else is somebody's file."""
    if not path.is_file():
        return True
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) in (b"", _MAGIC)


def _connect(path: Path, *, read_only: bool) -> tuple[ladybug.Database, ladybug.Connection]:
    import ladybug  # noqa: PLC0415 - 50 ms that only a question or a load needs

    database = ladybug.Database(path, read_only=read_only, buffer_pool_size=_BUFFER, max_db_size=_LARGEST)
    return database, ladybug.Connection(database)


def _build(path: Path, rows: Rows, progress: Progress) -> None:
    database, connection = _connect(path, read_only=False)
    with contextlib.closing(database), contextlib.closing(connection):
        # One transaction and one checkpoint at the end, instead of one a table and batch: a third of the time.
        connection.execute("CALL auto_checkpoint=false")
        connection.execute("BEGIN TRANSACTION")
        total, written = sum(map(len, rows.values())), 0
        for kind in KINDS:  # all tables before any row: a table made beside rows costs the engine more
            connection.execute(_ddl(kind))
        for kind in KINDS:
            for n, batch in enumerate(_batches(rows[kind.name])):
                connection.execute(_copy(kind, n), {"rows": batch})
                written += len(batch)
                progress(kind.name, written, total)
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")  # closing does it too, and says nothing where the disk is full


def _compare_counts(path: Path, rows: Rows) -> None:
    """A relation to a missing node is dropped without a word, so what stands in the finished file is counted."""
    database, connection = _connect(path, read_only=True)
    with contextlib.closing(database), contextlib.closing(connection):
        for kind in KINDS:
            pattern = f"(x:{kind.name})" if isinstance(kind, Node) else f"()-[x:{kind.name}]->()"
            result = cast("ladybug.QueryResult", connection.execute(f"MATCH {pattern} RETURN count(x)"))
            found = cast("list[int]", result.get_next())[0]
            if found != len(rows[kind.name]):
                raise RuntimeError(f"{kind.name}: {found} ≠ {len(rows[kind.name])}")


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    each = iter(rows)
    while batch := list(itertools.islice(each, _BATCH)):
        yield batch


def _ddl(kind: Node | Relation) -> str:
    columns = [f"`{each.name}` {each.type}" for each in kind.properties]
    if isinstance(kind, Node):
        return f"CREATE NODE TABLE {kind.name} ({', '.join(columns)}, PRIMARY KEY (`{kind.key}`))"
    return f"CREATE REL TABLE {kind.name} ({', '.join([f'FROM {kind.start} TO {kind.end}', *columns])})"


def _copy(kind: Node | Relation, n: int) -> str:
    """Cast every column: a column that is null in a whole batch has no type of its own.

    Each batch has a text of its own: the engine (0.22) keeps the plan of a text, and a plan of COPY that is run again
    on thousands of nodes takes the process down.
    """
    columns = [f"CAST(r{n}.`{each.name}` AS {each.type})" for each in kind.properties]
    if isinstance(kind, Relation):
        columns = [f"r{n}.`start`", f"r{n}.`end`", *columns]
    return f"COPY {kind.name} FROM (UNWIND $rows AS r{n} RETURN {', '.join(columns)})"


def _load_failed(path: Path, line: str) -> LoadFailed:
    """Tell a full disk, which the engine reports as an *IO exception* with its own files and numbers, from bad rows."""
    _, found, reason = line.rpartition("IO exception: ")
    if not found:
        return LoadFailed("load_failed", path=str(path), reason=line)
    return LoadFailed("cannot_write_graph", path=str(path), reason=re.split(r"[.:] ", reason)[0])


class _StoredRows:
    """Reads the rows of a graph file; of none where there is no graph."""

    def __init__(self, graph: EmbeddedGraph | None) -> None:
        self._graph = graph

    def pages(self, kind: Node | Relation, low: str, high: str | None) -> Iterator[list[Any]]:
        """Yield the stored rows of a range in one page."""
        if not self._graph:
            return
        if isinstance(kind, Node):
            match, first, listed = f"(x:{kind.name})", f"x.`{kind.key}`", []
        else:
            match = f"(a:{kind.start})-[x:{kind.name}]->(b:{kind.end})"
            first, listed = f"a.`{_KEY[kind.start]}`", [f"a.`{_KEY[kind.start]}`", f"b.`{_KEY[kind.end]}`"]
        listed += [f"x.`{each.name}`" for each in kind.properties]
        below = f" AND {first} <= $high" if high is not None else ""
        text = f"MATCH {match} WHERE {first} > $low{below} RETURN {', '.join(listed)}"
        page = self._graph.table(text, {"low": low} | ({"high": high} if high is not None else {}), sys.maxsize).values
        if page:
            yield page


_KEY = {kind.name: kind.key for kind in KINDS if isinstance(kind, Node)}


def _plain(value: Any) -> Any:
    """Return a value as the contract has it: nodes and relations as mappings of what they have."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):  # what a sum of whole numbers comes as
        return int(value) if value == int(value) else float(value)
    if not isinstance(value, dict):
        return value
    if "_NODES" in value:
        return {"nodes": _plain(value["_NODES"]), "relations": _plain(value["_RELS"])}
    if "_LABEL" not in value:
        return {name: _plain(each) for name, each in value.items()}
    own = {name: _plain(each) for name, each in sorted(value.items()) if each is not None and name not in _OWN}
    return {"_type" if "_SRC" in value else "_label": value["_LABEL"], **own}


_OWN = ("_ID", "_LABEL", "_SRC", "_DST")  # what the engine adds to a node or a relation


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        said = _first_line(error)
        if "read-only database" in said:
            raise GraphUnreachable("query_writes") from error
        raise GraphUnreachable("query_failed", reason=re.sub(r"^\w+ exception: ", "", said).rstrip(".")) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0]
