"""Graphs for the tests: real files, read by the real ingest, loaded into real engines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import summary
from forumgraph.graphdb import Graph
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.engine import Answer, Engine
from forumgraph.graphdb.errors import GraphUnreachable
from forumgraph.graphdb.loaded import Loaded as Load
from forumgraph.graphdb.rows import to_rows
from forumgraph.graphdb.schema import schema_fingerprint
from forumgraph.graphdb.server import Address, address_of
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.graphdb.table import Rows
from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.queries import Scope, Selection, scope
from server.running import QUICK, Server, what_is_missing

Loaded = Callable[..., Graph]
Scoped = Callable[..., Scope]

STRICT = os.environ.get("FORUMGRAPH_STRICT") == "1"
GIVEN = os.environ.get("FORUMGRAPH_TEST_NEO4J")

#: A third engine joins the whole suite by a line here and one in ``engine_of``.
ENGINES = ("embedded", "neo4j")

_LONGEST = ("test_parity.py", "test_graphs.py", "test_owners.py", "test_faults.py", "test_edits.py", "test_contract.py")


def nothing(*_: Any) -> None:
    """Take what a load says of its progress, or a cache of what it did, and keep it to itself."""


def need_neo4j() -> None:
    """Skip a test where no server can be had; in strict mode, where nothing may be left out, fail."""
    missing = None if GIVEN else what_is_missing()
    if missing and STRICT:
        pytest.fail(f"No Neo4j for the tests: {missing}. Install them, or name a server in FORUMGRAPH_TEST_NEO4J.")
    if missing:
        summary.leave_out(missing)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is left alone with one of them."""
    items.sort(key=lambda item: item.path.name not in _LONGEST)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was compared between the engines, and in one line what was left out."""
    for line in summary.lines(terminalreporter):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the tests have started, and may do to what they like."""
    need_neo4j()
    if GIVEN:
        pytest.skip("a server that was named is not killed or filled with other people's nodes")
    server = Server(tmp_path_factory.mktemp("neo4j"), java=QUICK)
    server.start()
    yield server
    server.kill()  # nobody needs what it holds, and an end in order takes ten seconds


@pytest.fixture(scope="session")
def address(request: pytest.FixtureRequest) -> Address:
    """Where the server of the tests is: the one that was named, or one of their own."""
    need_neo4j()
    if GIVEN:
        found = address_of(GIVEN, os.environ)
        assert found
        return found
    server: Server = request.getfixturevalue("own_server")
    return server.address


def engine_of(name: str, request: pytest.FixtureRequest, folder: Path) -> Engine:
    """Return an engine of a kind: one of its own in a folder, or the one database of the server."""
    if name == "embedded":
        return EmbeddedEngine(folder / "test.graph")
    return ServerEngine(request.getfixturevalue("address"))


class TakingTurns:
    """One of several graphs of an engine that has room for one at a time: it is loaded again when it is asked."""

    last: TakingTurns | None = None

    def __init__(self, engine: Engine, rows: Rows) -> None:
        self._engine, self._rows = engine, rows
        self._graph: Graph | None = None

    def _current(self) -> Graph:
        if not self._still_there():
            self.close()
            self._engine.load(self._rows, nothing)
            TakingTurns.last, self._graph = self, self._engine.open()
        return self._graph

    def _still_there(self) -> bool:
        """Say whether the graph is loaded: neither another of these nor a test of loading has taken its place."""
        if TakingTurns.last is not self or self._graph is None:
            return False
        try:
            self._graph.unchanged()
        except GraphUnreachable:
            return False
        return True

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        return self._current().rows(text, parameters)

    def table(self, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
        return self._current().table(text, parameters, limit)

    def unchanged(self) -> None:
        self._current().unchanged()

    def close(self) -> None:
        if self._graph:
            self._graph.close()
            self._graph = None


@pytest.fixture(scope="session", params=ENGINES)
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """Return a function that gives the graph of some files in an engine, as if each had a graph of its own."""
    graphs: dict[tuple[Path, ...], Graph] = {}

    def graph_of(*paths: Path) -> Graph:
        if paths not in graphs:
            engine = engine_of(request.param, request, tmp_path_factory.mktemp("graph"))
            graphs[paths] = _graph(engine, rows_of(*paths))
        return graphs[paths]

    if request.param == "neo4j":
        request.getfixturevalue("address")  # so that a missing server is said before the first graph
    yield graph_of
    for graph in graphs.values():
        graph.close()


def _graph(engine: Engine, rows: Rows) -> Graph:
    """Return the rows in an engine: each graph of the embedded one has a file of its own, and stays open."""
    if not isinstance(engine, EmbeddedEngine):
        return TakingTurns(engine, rows)
    engine.load(rows, nothing)
    return engine.open()


def rows_of(*paths: Path) -> Rows:
    """The rows of files that hold no error."""
    reading = read(list(paths))
    assert reading.records, [finding for finding in reading.findings if finding.severity == "error"]
    return to_rows(reading.records, Load(reading.fingerprint, schema_fingerprint(), reading.files, (), "test"))


@pytest.fixture(scope="session")
def survey(loaded: Loaded) -> Graph:
    """The data that ships with forumgraph: the survey among the publications."""
    return loaded(shipped_data())


@pytest.fixture(scope="session")
def scoped(survey: Graph) -> Scoped:
    """Return a function that makes a scope of the survey's round from the fields of a selection."""
    return lambda **chosen: scope(survey, Selection(**{"round": "kkr-syddanmark-2015", **chosen}))
