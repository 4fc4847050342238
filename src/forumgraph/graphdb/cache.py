"""The embedded graph as a cache of the files: asked whether it is current, and loaded anew when it is not.

The files are the only source of truth, so a graph that is missing, damaged, of an older schema or of older files is
simply made again. Where the files have errors the last good graph still stands, and answers on request.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import forumgraph
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.engine import Graph, Progress
from forumgraph.graphdb.errors import BrokenData, GraphUnreachable
from forumgraph.graphdb.rows import Row, to_rows
from forumgraph.graphdb.schema import schema_fingerprint
from forumgraph.ingest import Reading, fingerprint_of, read

Notice = Callable[[str, dict[str, str]], None]
"""Told, by a key of the catalogue (``notices.KEY``), what was done beside answering."""

_LOADED = "MATCH (l:Load) RETURN l.fingerprint AS fingerprint, l.schema AS schema, l.paths AS paths, l.files AS files"


@dataclass(frozen=True)
class Data:
    """Which files, and where the graph of them lies.

    ``given`` says that the user named the files or their place; ``path`` that the user named the graph.
    """

    paths: tuple[Path, ...]
    given: bool
    path: Path | None = None

    @property
    def absolute(self) -> list[str]:
        """The paths as the graph remembers them."""
        return [os.fsencode(path.resolve()).decode("utf-8", "backslashreplace") for path in self.paths]

    @property
    def graph_path(self) -> Path:
        """Where the graph lies: where the user said, else in the user's cache folder, one for each set of paths."""
        if self.path:
            return self.path
        from platformdirs import user_cache_path  # noqa: PLC0415 - not needed where the user names the graph

        name = hashlib.sha256("\0".join(self.absolute).encode()).hexdigest()[:16]
        return user_cache_path("forumgraph", appauthor=False) / f"{name}.graph"

    @property
    def engine(self) -> EmbeddedEngine:
        """The engine of the graph."""
        return EmbeddedEngine(self.graph_path, ours=self.path is None)


@dataclass(frozen=True)
class Opened:
    """A graph ready to answer, and the files that it was loaded from."""

    graph: Graph
    files: tuple[str, ...]
    stale: bool = False


def load(data: Data, progress: Progress) -> tuple[Reading, dict[str, int]]:
    """Read the files and put their graph in place; return what was read and the counts of what was loaded.

    Raises BrokenData where the files have errors, LoadFailed where the graph could not be written.
    """
    reading = read(list(data.paths))
    if reading.records is None:
        raise BrokenData(reading.findings)
    rows = to_rows(reading.records, _load_row(data, reading))
    data.engine.load(rows, progress)
    return reading, {kind: len(found) for kind, found in rows.items()}


def open_current(data: Data, notice: Notice, progress: Progress, *, stale: bool = False) -> Opened:
    """Open a graph that says what the files say, loading it first where it does not yet.

    With ``stale``, a graph that is there answers although the files have changed or have errors.
    """
    opened, state, remembered = _open(data)
    if opened and (stale or state == "current"):
        if state != "current":
            notice("stale", {"files": ", ".join(opened.files)})
        return Opened(opened.graph, opened.files, stale=state != "current")
    if opened and state == "other_files" and not data.given:
        notice("other_files", {"path": str(data.graph_path), "files": ", ".join(opened.files)})
        return opened
    if opened:
        opened.graph.close()
    if data.path and not data.given:
        # The user named a graph and no files: one of an older schema is made again of its own files.
        data = replace(data, paths=remembered or data.paths)
    try:
        reading, _ = load(data, progress)
    except BrokenData as broken:
        raise BrokenData(broken.findings, last_good=opened is not None) from None
    notice("first" if state == "first" else "changed", {"files": ", ".join(str(path) for path in data.paths)})
    return Opened(data.engine.open(), reading.files)


def _open(data: Data) -> tuple[Opened | None, str, tuple[Path, ...]]:
    """Open what is there and say how it stands to the files, and where its own files lie.

    It is current, changed, of other_files, or the first.
    """
    try:
        graph = data.engine.open()
    except GraphUnreachable:
        return None, "first" if not data.graph_path.exists() else "changed", ()
    try:
        loaded = graph.rows(_LOADED, {})[0]
    except (GraphUnreachable, IndexError):
        graph.close()
        return None, "changed", ()
    opened, state = Opened(graph, tuple(loaded["files"])), "changed"
    if loaded["schema"] == schema_fingerprint():
        if loaded["fingerprint"] == fingerprint_of(list(data.paths)):
            state = "current"
        elif data.path and loaded["paths"] != data.absolute:
            state = "other_files"
    return opened, state, tuple(Path(path) for path in loaded["paths"])


def _load_row(data: Data, reading: Reading) -> Row:
    return {
        "id": "load",
        "fingerprint": reading.fingerprint,
        "schema": schema_fingerprint(),
        "files": list(reading.files),
        "paths": data.absolute,
        "version": forumgraph.__version__,
    }
