"""Graphs for the tests: real files, read by the real ingest, loaded into a real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.engine import Engine
from forumgraph.graphdb.rows import to_rows
from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.queries import Scope, Selection, scope

Loaded = Callable[..., Graph]
Scoped = Callable[..., Scope]


def nothing(*_: Any) -> None:
    """Take what a load says of its progress, or a cache of what it did, and keep it to itself."""


def embedded(folder: Path) -> Engine:
    return EmbeddedEngine(folder / "test.graph")


#: A second engine joins the whole suite by a line here.
ENGINES: dict[str, Callable[[Path], Engine]] = {"embedded": embedded}


@pytest.fixture(scope="session", params=ENGINES)
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """Return a function that gives the graph of some files; each set of files is loaded once in an engine."""
    graphs: dict[tuple[Path, ...], Graph] = {}

    def graph_of(*paths: Path) -> Graph:
        if paths not in graphs:
            reading = read(list(paths))
            assert reading.records, [finding for finding in reading.findings if finding.severity == "error"]
            load = {"id": "load", "fingerprint": "", "schema": "", "files": [], "paths": [], "version": ""}
            engine = ENGINES[request.param](tmp_path_factory.mktemp("graph"))
            engine.load(to_rows(reading.records, load), nothing)
            graphs[paths] = engine.open()
        return graphs[paths]

    yield graph_of
    for graph in graphs.values():
        graph.close()


@pytest.fixture(scope="session")
def survey(loaded: Loaded) -> Graph:
    """The survey that ships with forumgraph."""
    return loaded(shipped_data())


@pytest.fixture(scope="session")
def scoped(survey: Graph) -> Scoped:
    """Return a function that makes a scope of the shipped survey from the fields of a selection."""
    return lambda **chosen: scope(survey, Selection(**chosen))
