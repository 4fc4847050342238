"""Loads that are killed, and what stands in the graph afterwards: shared by test_kills.py and tests/reliability.py."""

from __future__ import annotations

import time
from dataclasses import dataclass

from conftest import nothing
from forumgraph.graphdb.errors import GraphUnreachable
from forumgraph.graphdb.server.connection import connection
from forumgraph.graphdb.server.engine import ServerEngine
from graphdb.content import Content, content, expected
from graphdb.loading import Started, edition, start
from server.running import Server

STEP = 500  # differences of a transaction where a load is to take many


@dataclass(frozen=True)
class Change:
    """From which generated edition to which a load goes, and whether in steps; None for no graph at all."""

    old: tuple[str, int] | None
    new: tuple[str, int]
    steps: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a load said, how many seconds after the kill, and what stands in the graph: old, new or unfinished."""

    said: str
    seconds: float
    state: str


def begin(server: Server, change: Change) -> Started:
    """Put the old graph in place and start a load of the new one in a process of its own, which is about to write."""
    prepare(server, change)
    return launch(server, change)


def prepare(server: Server, change: Change) -> None:
    engine = ServerEngine(server.address)
    if change.old:
        engine.load(edition(*change.old), nothing)
    else:
        engine.unload()


def launch(server: Server, change: Change) -> Started:
    """Start a load of the new graph in a process of its own and wait until it has its rows."""
    process = _launched(server, change)
    assert process.stdout
    assert process.stdout.readline() == "rows are made\n"
    return process


def _launched(server: Server, change: Change) -> Started:
    name, n = change.new
    environment = server.environment | {"EDITION": name} | ({"ONE_TRANSACTION": str(STEP)} if change.steps else {})
    return start(server.uri, n, environment=environment)


def undisturbed(server: Server, change: Change) -> float:
    """Let a load end, and return how many seconds it took."""
    process = begin(server, change)
    began = time.monotonic()
    assert ended(process) == "loaded"
    took = time.monotonic() - began
    assert state(server, change) == "new"
    return took


def ended(process: Started) -> str:
    """Wait for a load to end and return its last word."""
    said = process.communicate(timeout=180)[0].split()
    return said[-1] if said else ""


def kill_client(server: Server, change: Change, seconds: float) -> Outcome:
    """Kill a load so many seconds after it began."""
    process = begin(server, change)
    time.sleep(seconds)
    process.kill()
    last = ended(process)
    return Outcome("loaded" if last == "loaded" else "", 0.0, settled(server, change))


def kill_server(server: Server, change: Change, seconds: float) -> Outcome:
    """Kill the server so many seconds after a load began, hear what the load says, and start the server again."""
    process = begin(server, change)
    time.sleep(seconds)
    server.kill()
    began = time.monotonic()
    said = ended(process)
    took = time.monotonic() - began
    server.start()
    return Outcome(said, took, settled(server, change))


def settled(server: Server, change: Change) -> str:
    """Return what stands in the graph, and see that a load of the new one then completes it, whatever it was."""
    found = state(server, change)
    ServerEngine(server.address).load(edition(*change.new), nothing)
    assert state(server, change) == "new"
    return found


def state(server: Server, change: Change) -> str:
    """Say what stands: ``old`` or ``new`` to the last property, or ``unfinished``, which refuses questions.

    Raises AssertionError for anything else.
    """
    try:
        found = _whole(server)
    except GraphUnreachable as refused:
        if refused.key == "nothing_loaded" and change.old is None:
            assert _elements(server) == (0, 0)
            return "old"
        assert refused.key == "under_way", refused.key  # noqa: PT017 - any other refusal is a failure of the load
        assert change.steps
        return "unfinished"
    for name, each in (("new", change.new), ("old", change.old)):
        if each and found == expected(edition(*each)):
            wanted = [len(rows) for rows in found.values()]
            assert sum(_elements(server)) == sum(wanted)
            return name
    raise AssertionError(f"a mixture: { {kind: len(rows) for kind, rows in found.items() if rows} }")


def _whole(server: Server) -> Content:
    """Return all that is in the graph, read again where a commit that was on its way has changed it meanwhile."""
    graph = ServerEngine(server.address).open()
    try:
        found = content(graph)
        graph.unchanged()
    except GraphUnreachable as refused:
        if refused.key != "changed_meanwhile":
            raise
        return _whole(server)
    finally:
        graph.close()
    return found


def _elements(server: Server) -> tuple[int, int]:
    """Count all nodes and relations, those included that no kind of the schema has."""
    with connection(server.address).session() as session:
        nodes = session.run("MATCH (n) WHERE NOT n:ForumgraphLock RETURN count(n)").single(strict=True)[0]
        relations = session.run("MATCH ()-[x]->() RETURN count(x)").single(strict=True)[0]
    return nodes, relations


def both(server: Server, first: Change, second: Change) -> tuple[list[str], str]:
    """Start two loads at once; return what they said, and whose graph stands."""
    prepare(server, first)
    loads = [_launched(server, first), _launched(server, second)]  # neither waits until the other is ready
    said = [ended(each) for each in loads]
    stands = "first" if state(server, Change(second.new, first.new, steps=True)) == "new" else "second"
    return said, stands
