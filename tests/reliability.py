"""Kills loads and servers at random moments, starves a server, and lets loads meet; prints the tables of the docs.

Run it as ``python tests/reliability.py [SEED]``; it starts servers of its own, needs Java and Maven, and takes ten
minutes. It ends with an error where a graph is a mixture, or where something is not said in time.
"""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import nothing
from forumgraph.graphdb.difference import Difference
from forumgraph.graphdb.server import load
from forumgraph.graphdb.server.engine import ServerEngine
from graphdb.content import content, expected
from graphdb.loading import edition
from graphdb.server.killing import (
    STEP,
    Change,
    Outcome,
    both,
    ended,
    kill_client,
    kill_server,
    launch,
    prepare,
    state,
    undisturbed,
)
from server.running import Server

OLD, NEW, OTHER = ("old", 3_000), ("new", 3_500), ("other", 3_200)
CHANGES = {
    "one transaction": Change(OLD, NEW),
    "in steps": Change(OLD, NEW, steps=True),
    "first load, in steps": Change(None, NEW, steps=True),
}
KILLS: dict[str, tuple[Callable[[Server, Change, float], Outcome], tuple[int, int, int]]] = {
    "client": (kill_client, (7, 7, 6)),
    "server": (kill_server, (4, 3, 3)),
}
TOO_SMALL = "40m"  # memory for all transactions of a server
IN_TIME = 10.0  # seconds in which a load says what went wrong


@contextmanager
def served(**settings: str) -> Iterator[Server]:
    """A server of its own, gone in the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        server = Server(Path(home), **settings)
        try:
            server.start()
            yield server
        finally:
            server.stop()


def kills(server: Server, moments: random.Random) -> float:
    """Kill, and print what was left; return the longest time in which a load said that its server was gone."""
    line("killed", "load", "seconds whole", "kills", "old", "new", "unfinished", "said at the latest")
    longest = 0.0
    usual = {name: min(undisturbed(server, change) for _ in range(3)) for name, change in CHANGES.items()}
    for victim, (kill, times) in KILLS.items():
        for (name, change), n in zip(CHANGES.items(), times, strict=True):
            found = [kill(server, change, moments.uniform(0, usual[name])) for _ in range(n)]
            states = Counter(each.state for each in found)
            late = max(each.seconds for each in found)
            longest = max(longest, late)
            said = f"{late:.1f} s ({', '.join(sorted({each.said for each in found}))})" if victim == "server" else "–"
            line(victim, name, f"{usual[name]:.1f}", n, states["old"], states["new"], states["unfinished"], said)
    return longest


def meetings(server: Server) -> None:
    """Start two loads at once, three times of each sort, and print what they said."""
    line("two loads at once", "said", "stands")
    for name, (first, second) in {
        "both in one transaction": (False, False),
        "both in steps": (True, True),
        "one of each": (False, True),
    }.items():
        for _ in range(3):
            said, stands = both(server, Change(OLD, NEW, steps=first), Change(OLD, OTHER, steps=second))
            assert set(said) <= {"loaded", "another_load"}, said
            line(name, " + ".join(said), stands)


def starved() -> float:
    """Load more than a server has memory for, at once and in steps; return how long it took to say so."""
    line("memory for transactions", "load", "said", "seconds", "stands")
    longest = 0.0
    load.ONE_TRANSACTION = STEP  # of this process, which only puts the old graph back
    with served(**{"dbms.memory.transaction.total.max": TOO_SMALL}) as server:
        for n in (5_000, 6_000, 8_000, 12_000):
            for steps in (False, True):
                change = Change(("old", 1_000), ("new", n), steps=steps)
                prepare(server, change)
                process = launch(server, change)
                began = time.monotonic()
                said = ended(process)
                took = time.monotonic() - began
                found = state(server, change)
                assert (said, found) in (("loaded", "new"), ("server_memory", "old")), (said, found)
                longest = max(longest, took if said == "server_memory" else 0)
                line(TOO_SMALL, f"{4 * n:,} rows, {'in steps' if steps else 'at once'}", said, f"{took:.1f}", found)
    return longest


def largest(server: Server) -> None:
    """Add, change and remove as many elements as one transaction may hold."""
    n = load.ONE_TRANSACTION // 4 - 1
    engine = ServerEngine(server.address)
    engine.unload()
    line(f"one transaction, heap {server.heap}", "elements", "seconds")
    for name, rows in (
        ("added", edition("old", n)),
        ("changed", edition("new", n)),
        ("removed", edition("none", 0)),
    ):
        began = time.monotonic()
        found = engine.load(rows, nothing)
        took = time.monotonic() - began
        assert isinstance(found, Difference)
        assert len(found) <= load.ONE_TRANSACTION
        graph = engine.open()
        assert content(graph) == expected(rows)
        graph.close()
        line(name, f"{len(found):,}", f"{took:.1f}")


def line(*cells: object) -> None:
    """Print a line of a table, as it comes."""
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main(seed: str = "4") -> int:
    """Run it all, and return 1 where something was not said in time."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # a server that starts is asked until it answers
    print(f"seed {seed}", flush=True)
    with served() as server:
        gone = kills(server, random.Random(seed))  # noqa: S311 - moments, not secrets
        meetings(server)
        largest(server)
    full = starved()
    print(f"A server that is gone was said after {gone:.1f} s at most, memory that is full after {full:.1f} s.")
    return int(max(gone, full) > IN_TIME)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
