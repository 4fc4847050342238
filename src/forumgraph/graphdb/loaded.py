"""What a graph says of its own load: of which files it was made, by which schema, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graphdb.schema import schema_fingerprint

if TYPE_CHECKING:
    from forumgraph.graphdb.engine import Graph
    from forumgraph.graphdb.table import Row

_QUESTION = """MATCH (l:Load) WHERE l.id = 'load'
RETURN l.fingerprint AS fingerprint, l.schema AS schema, l.files AS files, l.paths AS paths, l.version AS version,
       l.under_way AS under_way"""


@dataclass(frozen=True)
class Loaded:
    """``fingerprint`` is that of the files' contents; ``under_way`` says when a load began that was not finished."""

    fingerprint: str
    schema: str
    files: tuple[str, ...]
    paths: tuple[str, ...]
    version: str
    under_way: str | None = None

    @property
    def row(self) -> Row:
        """The row of the node that keeps it."""
        return {
            "id": "load",
            "fingerprint": self.fingerprint,
            "schema": self.schema,
            "files": list(self.files),
            "paths": list(self.paths),
            "version": self.version,
            "under_way": self.under_way,
        }

    @property
    def of_this_schema(self) -> bool:
        """Whether the graph has the schema that the questions are written for."""
        return self.schema == schema_fingerprint()


def loaded(graph: Graph) -> Loaded | None:
    """Return what a graph says of its load; None where it says nothing. Raises GraphUnreachable as any question."""
    rows = graph.rows(_QUESTION, {})
    if not rows:
        return None
    row = rows[0]
    return Loaded(**{**row, "files": tuple(row["files"] or ()), "paths": tuple(row["paths"] or ())})
