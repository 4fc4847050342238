"""The embedded graph as a cache of the files: asked whether it is current, and loaded anew when it is not.

The files are the only source of truth, so a graph that is missing, damaged, of an older schema or of older files is
simply made again. Where the files have errors the last good graph still stands, and answers on request. A server is no
cache: others ask it too, so that only ``load`` changes it, and a question says whether it is what the files say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from forumgraph.graphdb.data import Data
from forumgraph.graphdb.difference import Difference
from forumgraph.graphdb.engine import Graph, Progress
from forumgraph.graphdb.errors import BrokenData, GraphUnreachable
from forumgraph.graphdb.loaded import Loaded, loaded
from forumgraph.graphdb.rows import to_rows
from forumgraph.graphdb.server import Address
from forumgraph.graphdb.table import Rows
from forumgraph.ingest import Reading, fingerprint_of, read

Notice = Callable[[str, dict[str, str]], None]
"""Told, by a key of the catalogue (``notices.KEY``), what was done beside answering."""


@dataclass(frozen=True)
class Opened:
    """A graph ready to answer, and the files that it was loaded from; ``stale`` where the files say something else."""

    graph: Graph
    files: tuple[str, ...]
    stale: bool = False


@dataclass(frozen=True)
class LoadedNow:
    """What a load read, how many rows of each kind the graph holds now, and what was changed where that is known."""

    reading: Reading
    counts: dict[str, int]
    difference: Difference | None


def load(data: Data, progress: Progress) -> LoadedNow:
    """Read the files and put their graph in place; return what was read and loaded.

    Raises BrokenData where the files have errors, LoadFailed where the graph could not be written.
    """
    reading, rows = _rows(data)
    changed = data.engine.load(rows, progress)
    return LoadedNow(reading, {kind: len(found) for kind, found in rows.items()}, changed)


def difference(data: Data, progress: Progress) -> Difference:
    """Return what a load would change, and touch nothing; raises as a load does."""
    return data.engine.difference(_rows(data)[1], progress)


def _rows(data: Data) -> tuple[Reading, Rows]:
    reading = read(list(data.paths))
    if reading.records is None:
        raise BrokenData(reading.findings)
    return reading, to_rows(reading.records, data.loaded_from(reading))


def open_current(data: Data, notice: Notice, progress: Progress, *, stale: bool = False) -> Opened:
    """Open a graph that says what the files say, loading it first where it does not yet.

    With ``stale``, a graph that is there answers although the files have changed or have errors.
    """
    if isinstance(data.graph, Address):
        return _open_server(data, notice)
    opened, state, remembered = _open(data)
    if opened and (stale or state == "current"):
        if state != "current":
            notice("stale", {"files": ", ".join(opened.files)})
        return Opened(opened.graph, opened.files, stale=state != "current")
    if opened and state == "other_files" and not data.given:
        notice("other_files", {"path": data.engine.place, "files": ", ".join(opened.files)})
        return opened
    if opened:
        opened.graph.close()
    if data.graph and not data.given:
        # The user named a graph and no files: one of an older schema is made again of its own files.
        data = replace(data, paths=remembered or data.paths)
    try:
        reading = load(data, progress).reading
    except BrokenData as broken:
        raise BrokenData(broken.findings, last_good=opened is not None) from None
    notice("first" if state == "first" else "changed", {"files": ", ".join(str(path) for path in data.paths)})
    return Opened(data.engine.open(), reading.files)


def _open_server(data: Data, notice: Notice) -> Opened:
    """Open what was loaded into a server; where the user named files that say something else, say so."""
    graph = data.engine.open()
    found = _said(graph)
    if not found or not found.of_this_schema:
        graph.close()
        raise GraphUnreachable("other_schema", place=data.engine.place, version=found.version if found else "–")
    differs = data.given and found.fingerprint != fingerprint_of(list(data.paths))
    if differs:
        notice("server_differs", {"path": data.engine.place, "files": ", ".join(found.files)})
    return Opened(graph, found.files, stale=differs)


def _open(data: Data) -> tuple[Opened | None, str, tuple[Path, ...]]:
    """Open what is there and say how it stands to the files, and where its own files lie.

    It is current, changed, of other_files, or the first.
    """
    try:
        graph = data.engine.open()
    except GraphUnreachable:
        return None, "first" if not data.graph_path.exists() else "changed", ()
    found = _said(graph)
    if found is None:
        graph.close()
        return None, "changed", ()
    opened, state = Opened(graph, found.files), "changed"
    if found.of_this_schema:
        if found.fingerprint == fingerprint_of(list(data.paths)):
            state = "current"
        elif data.graph and found.paths != data.absolute:
            state = "other_files"
    return opened, state, tuple(Path(path) for path in found.paths)


def _said(graph: Graph) -> Loaded | None:
    """Return what a graph says of its load; None where it is too old, or too broken, to say."""
    try:
        return loaded(graph)
    except GraphUnreachable:
        return None
