"""A load in a process of its own, for tests that kill it, starve it, or run two at once.

It loads generated rows of N fora with three members each, into a graph file in small batches or into a server, and
prints a line whenever one is written: ``python loading.py GRAPH N [LARGEST_FILE_IN_BYTES]``. The last line is
``loaded``, or the key of what went wrong. For a server, ``EDITION`` in the environment names the rows, and
``ONE_TRANSACTION`` says up to how many differences are written at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from forumgraph.graphdb import embedded
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.engine import Engine
from forumgraph.graphdb.errors import GraphError
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.schema import KINDS, schema_fingerprint
from forumgraph.graphdb.server import address_of, is_address
from forumgraph.graphdb.table import Row

BATCH = 100  # rows: many moments at which a load can be killed, in little time
MEMBERS = 3  # of each forum

_SOURCES = str(Path(sys.modules["forumgraph"].__file__ or "").parents[1])


def generated(n: int) -> dict[str, list[Row]]:
    """Rows of a graph with n fora, three members each, in the order of their identity."""
    rows: dict[str, list[Row]] = {kind.name: [] for kind in KINDS}
    rows["Municipality"] = [
        {"code": f"{m:04}", "name": f"Kommune {m}", "kkr": "Syddanmark", "since": None, "until": None}
        for m in range(MEMBERS)
    ]
    fora = sorted(f"f{m}" for m in range(n))
    forum = _empty("Forum")
    rows["Forum"] = [forum | {"id": each, "name": f"Forum {each[1:]}", "levels": ["political"]} for each in fora]
    member = _empty("MEMBER_OF") | {"listed": True, "evidence": ["s:1"], "position": 0}
    rows["MEMBER_OF"] = [member | {"start": f"{k:04}", "end": each} for k in range(MEMBERS) for each in fora]
    return rows


def edition(name: str, n: int) -> dict[str, list[Row]]:
    """Generated rows that say what was loaded; another edition has other names of the fora and another basis of all."""
    rows = generated(n)
    rows["Forum"] = [row | {"name": f"{row['name']} {name}"} for row in rows["Forum"]]
    rows["MEMBER_OF"] = [row | {"basis": name} for row in rows["MEMBER_OF"]]
    rows["Load"] = [Loaded(f"{name}{n}", schema_fingerprint(), ("generated",), (), "test").row]
    return rows


def _empty(kind: str) -> Row:
    return {each.name: None for found in KINDS if found.name == kind for each in found.properties}


def start(graph: Path | str, n: int, *more: str, environment: dict[str, str] | None = None, **options: Any) -> Started:
    """Start a load and return its process; its lines come through ``stdout``."""
    paths = [_SOURCES, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, __file__, str(graph), str(n), *more],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)} | (environment or {}),
        **options,
    )


Started = subprocess.Popen[str]


def counted(graph: Path) -> tuple[int, int]:
    """How many fora and memberships answer from a graph."""
    opened = EmbeddedEngine(graph).open()
    try:
        (fora,) = opened.rows("MATCH (f:Forum) RETURN count(f) AS n", {})
        (members,) = opened.rows("MATCH (:Municipality)-[x:MEMBER_OF]->(:Forum) RETURN count(x) AS n", {})
    finally:
        opened.close()
    return fora["n"], members["n"]


def _engine(graph: str) -> Engine:
    if not is_address(graph):
        embedded._BATCH = BATCH
        return EmbeddedEngine(Path(graph))
    from forumgraph.graphdb import difference  # noqa: PLC0415 - half a second that only a server needs
    from forumgraph.graphdb.server import load, writing  # noqa: PLC0415
    from forumgraph.graphdb.server.engine import ServerEngine  # noqa: PLC0415

    if "ONE_TRANSACTION" in os.environ:
        load.ONE_TRANSACTION = difference.RANGE = writing.BATCH = int(os.environ["ONE_TRANSACTION"])
    address = address_of(graph, os.environ)
    assert address
    return ServerEngine(address)


def _main(graph: str, n: str, largest: str | None = None) -> None:
    if largest:
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
    engine = _engine(graph)
    rows = edition(os.environ["EDITION"], int(n)) if is_address(graph) else generated(int(n))
    print("rows are made", flush=True)
    try:
        engine.load(rows, lambda kind, written, total: print(kind, written, total, flush=True))
        print("loaded", flush=True)
    except GraphError as error:
        print(error.key, flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
