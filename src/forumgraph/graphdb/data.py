"""Which files a graph is made of, and where it lies: a file of the embedded engine, or a database of a server."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import forumgraph
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.schema import schema_fingerprint
from forumgraph.graphdb.server import Address

if TYPE_CHECKING:
    from forumgraph.graphdb.engine import Engine
    from forumgraph.ingest import Reading


@dataclass(frozen=True)
class Data:
    """Which files, and where the graph of them lies.

    ``given`` says that the user named the files or their place; ``graph`` is the path or the server that was named.
    """

    paths: tuple[Path, ...]
    given: bool
    graph: Path | Address | None = None

    @property
    def absolute(self) -> tuple[str, ...]:
        """The paths as the graph remembers them."""
        return tuple(os.fsencode(path.resolve()).decode("utf-8", "backslashreplace") for path in self.paths)

    @property
    def graph_path(self) -> Path:
        """Where the embedded graph lies: where the user said, else in the user's cache folder, one a set of paths."""
        if isinstance(self.graph, Path):
            return self.graph
        from platformdirs import user_cache_path  # noqa: PLC0415 - not needed where the user names the graph

        name = hashlib.sha256("\0".join(self.absolute).encode()).hexdigest()[:16]
        return user_cache_path("forumgraph", appauthor=False) / f"{name}.graph"

    @property
    def engine(self) -> Engine:
        """The engine of the graph."""
        if isinstance(self.graph, Address):
            from forumgraph.graphdb.server.engine import ServerEngine  # noqa: PLC0415 - each engine only where it answers

            return ServerEngine(self.graph)
        from forumgraph.graphdb.embedded import EmbeddedEngine  # noqa: PLC0415

        return EmbeddedEngine(self.graph_path, ours=self.graph is None)

    def loaded_from(self, reading: Reading) -> Loaded:
        """Return what a graph of these files says of its load."""
        return Loaded(
            reading.fingerprint, schema_fingerprint(), reading.files, self.absolute, version=forumgraph.__version__
        )
