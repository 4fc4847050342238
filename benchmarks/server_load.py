"""How long a first load of a server takes, and the same again, beside the raw driver and three libraries, in one run.

All on one server of its own with a heap of 512 MB, emptied between loads; each load in a process of its own that times
nothing but the loading; in turns, so that a change in the machine's speed meets all alike. What each has loaded is
counted, and in the first turn ours and the raw driver's is compared by a hash of all values.
Quote the medians and above all the ratios; absolute times belong to the machine.

    python benchmarks/server_load.py [SHARE]     SHARE "small" takes a tenth of everything, to try the benchmark out
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import neo4j

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from tests.server.running import Server, jars  # noqa: E402

import server_content  # noqa: E402 - found only by the line above
import server_table  # noqa: E402
from server_data import Content, content_of, size_of  # noqa: E402
from server_peers import python_of_peers  # noqa: E402

RUNS = 3
SMALL = "small" in sys.argv
SIZES = ("survey, 1/10", "large, 1/10") if SMALL else ("survey", "large")
#: neomodel takes a round trip an element: a smaller share, set beside the others by elements a second.
SHARES = {
    "survey": "survey, 1/40",
    "survey, 1/10": "survey, 1/40",
    "large": "large, 1/200",
    "large, 1/10": "large, 1/200",
}
TUNING = "large, 1/50" if SMALL else "large, 1/10"
BATCHES = (2_000, 5_000, 10_000, 20_000)
MEMORY = (50_000, 100_000, 200_000, 400_000)

Times = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Case:
    """Who loads what; ``hashed`` says that all values are compared, not only counts."""

    name: str
    size: str
    command: tuple[str, ...]
    hashed: bool = False
    offline: bool = False


class Bench:
    """The server and what is run on it."""

    def __init__(self, folder: Path) -> None:
        self.server = Server(folder / "server")
        self._environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(HERE)}
        self._wanted: dict[str, Content] = {}

    def run(self, command: tuple[str, ...]) -> dict[str, Any]:
        """Run a load in a process of its own and return what it printed last."""
        environment = {**self._environment, **self.server.environment, "SERVER_PID": str(self.server.pid)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return found

    def take(self, case: Case, *, compare: bool) -> Times:
        """Run one case on the empty server, see that it loaded what it should, and empty the server again."""
        if case.offline:
            self.server.stop()
        found: Times = self.run(case.command)
        if case.offline:
            self.server.start()
        with self.server.driver() as driver, driver.session() as session:
            self._see(session, case, compare=compare)
            server_content.empty(session)
        return found

    def warm(self) -> None:
        """Load without counting: what the server compiles at its first loads is not what is measured."""
        for size in ("survey, 1/10", "large, 1/10"):
            raw = (sys.executable, str(HERE / "server_raw.py"), size, "lists", "10000")
            for name, command in (("raw driver", raw), ("ours", _ours(size))):
                self.take(Case(name, size, command), compare=False)

    def _see(self, session: neo4j.Session, case: Case, *, compare: bool) -> None:
        size = replace(size_of(case.size), edited=case.name == "ours")
        wanted = self._wanted.setdefault(str(size), content_of(size))
        counts = {name: n for name, n in server_content.counts(session).items() if n}
        if counts != wanted.counts:
            sys.exit(f"{case.name} has not loaded what it should: {counts} and not {wanted.counts}")
        if compare and case.hashed and server_content.content(session).hash != wanted.hash:
            sys.exit(f"{case.name} has loaded other values than it should")


def main() -> None:
    """Tune the raw driver, time all cases in turns, measure memory, and print the tables."""
    python, versions = python_of_peers()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.server.start()
        try:
            form, batch = _tuned(bench)
            table = server_table.Table(versions, RUNS)
            for run in range(RUNS):
                bench.warm()  # a server just started is several times slower
                for case in _cases(python, form, batch, bench.server.home):
                    found = bench.take(case, compare=run == 0)
                    table.note(case.name, case.size, size_of(case.size).elements, found)
            table.print(f"{form}, batches of {batch:,}")
            _memory(bench)
        finally:
            bench.server.stop()


def _cases(python: str, form: str, batch: int, home: Path) -> list[Case]:
    """Return all cases of a turn; those that stop the server come last, as it must be warmed up after them."""
    found = []
    for size in SIZES:
        raw = (sys.executable, str(HERE / "server_raw.py"), size, form, str(batch))
        found += [
            Case("raw driver", size, raw, hashed=True),
            Case("ours", size, _ours(size), hashed=True),
            Case("graphio", size, (python, str(HERE / "server_graphio.py"), size)),
            Case("neomodel", SHARES[size], (python, str(HERE / "server_neomodel.py"), SHARES[size])),
        ]
    for size in SIZES:
        offline = (python, str(HERE / "server_biocypher.py"), size, str(home), str(jars()))
        found.append(Case("BioCypher, offline", size, offline, offline=True))
    return found


def _ours(size: str) -> tuple[str, ...]:
    return (sys.executable, str(HERE / "server_ours.py"), "loads", size)


def _tuned(bench: Bench) -> tuple[str, int]:
    """Return the form of rows and the batch with which the raw driver is fastest, by the medians of all turns."""
    forms = [(form, batch) for form in ("maps", "lists") for batch in BATCHES]
    seconds: dict[tuple[str, int], list[float]] = {each: [] for each in forms}
    bench.warm()
    for _ in range(RUNS):
        for form, batch in forms:
            command = (sys.executable, str(HERE / "server_raw.py"), TUNING, form, str(batch))
            found = bench.take(Case("raw driver", TUNING, command), compare=False)
            seconds[form, batch].append(found["first"]["seconds"])
    server_table.tuning(seconds, size_of(TUNING).elements)
    return min(forms, key=lambda each: sorted(seconds[each])[RUNS // 2])


def _memory(bench: Bench) -> None:
    """Measure the peak of a fresh process for each size: of a first load, and of one that compares everything."""
    for elements in MEMORY:
        command = (sys.executable, str(HERE / "server_ours.py"), "memory", str(elements))
        peaks = [bench.run(each)["megabytes"] for each in (command, (*command, "again"))]
        server_table.memory(size_of(str(elements)).elements, *peaks)
        with bench.server.driver() as driver, driver.session() as session:
            server_content.empty(session)


if __name__ == "__main__":
    main()
