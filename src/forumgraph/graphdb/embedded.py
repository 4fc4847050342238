"""The embedded engine: Ladybug, a Cypher engine in this process, with one file a graph and no server."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from forumgraph.graphdb.building import building
from forumgraph.graphdb.engine import Progress
from forumgraph.graphdb.errors import GraphUnreachable, LoadFailed
from forumgraph.graphdb.rows import Row, Rows
from forumgraph.graphdb.schema import KINDS, Node, Relation

if TYPE_CHECKING:
    import ladybug

_BATCH = 10_000  # rows of one COPY: memory stays flat while the input grows
_BUFFER = 256 * 1024 * 1024  # bytes; the engine's own default takes most of the machine's memory
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

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run a reading query and return its rows, columns by name."""
        try:
            result = self._connection.execute(text, dict(parameters))
        except RuntimeError as error:
            raise GraphUnreachable("query_failed", reason=_first_line(error)) from error
        table = cast("ladybug.QueryResult", result)
        names = table.get_column_names()
        return [dict(zip(names, cast("list[Any]", row), strict=True)) for row in table.get_all()]

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

    def open(self) -> EmbeddedGraph:
        """Open the graph for reading."""
        return EmbeddedGraph(self.path)

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
            for batch in _batches(rows[kind.name]):
                connection.execute(_copy(kind), {"rows": batch})
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


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


def _ddl(kind: Node | Relation) -> str:
    columns = [f"`{each.name}` {each.type}" for each in kind.properties]
    if isinstance(kind, Node):
        return f"CREATE NODE TABLE {kind.name} ({', '.join(columns)}, PRIMARY KEY (`{kind.key}`))"
    return f"CREATE REL TABLE {kind.name} ({', '.join([f'FROM {kind.start} TO {kind.end}', *columns])})"


def _copy(kind: Node | Relation) -> str:
    """Cast every column: a column that is null in a whole batch has no type of its own."""
    columns = [f"CAST(r.`{each.name}` AS {each.type})" for each in kind.properties]
    if isinstance(kind, Relation):
        columns = ["r.`start`", "r.`end`", *columns]
    return f"COPY {kind.name} FROM (UNWIND $rows AS r RETURN {', '.join(columns)})"


def _load_failed(path: Path, line: str) -> LoadFailed:
    """Tell a full disk, which the engine reports as an *IO exception* with its own files and numbers, from bad rows."""
    _, found, reason = line.rpartition("IO exception: ")
    if not found:
        return LoadFailed("load_failed", path=str(path), reason=line)
    return LoadFailed("cannot_write_graph", path=str(path), reason=re.split(r"[.:] ", reason)[0])


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0]
