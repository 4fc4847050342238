"""How a graph is: what answers, what was loaded, whether that is what the files say, and what is wrong if not."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb.data import Data
from forumgraph.graphdb.engine import About, Graph
from forumgraph.graphdb.errors import GraphError, GraphUnreachable
from forumgraph.graphdb.loaded import Loaded, loaded
from forumgraph.ingest import fingerprint_of

#: The kinds that a reader recognises the data by.
COUNTED = ("Municipality", "Forum", "Organisation", "Answer", "Round")


@dataclass(frozen=True)
class Health:
    """``current`` says whether the graph holds what the files say; None where it holds nothing that can be asked."""

    place: str
    about: About | None = None
    loaded: Loaded | None = None
    counts: tuple[tuple[str, int], ...] = ()
    current: bool | None = None
    problem: GraphError | None = None


def examine(data: Data) -> Health:
    """Ask the engine and the graph what they are; what goes wrong is part of the answer, and nothing is changed."""
    engine = data.engine
    about: About | None = None
    try:
        about = engine.about()
        graph = engine.open()
        try:
            return _healthy(data, about, graph)
        finally:
            graph.close()
    except GraphError as problem:
        return Health(engine.place, about, problem=problem)


def _healthy(data: Data, about: About, graph: Graph) -> Health:
    found = loaded(graph)
    if found is None or not found.of_this_schema:
        version = found.version if found else "–"
        raise GraphUnreachable("other_schema", place=data.engine.place, version=version)
    counts = tuple((kind, graph.rows(f"MATCH (n:{kind}) RETURN count(n) AS n", {})[0]["n"]) for kind in COUNTED)
    return Health(data.engine.place, about, found, counts, found.fingerprint == fingerprint_of(list(data.paths)))
