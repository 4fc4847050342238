"""A load in a process of its own, for tests that kill it, starve it, or run two at once.

It loads generated rows of N fora with three members each, in small batches, and prints a line whenever one is written:
``python loading.py GRAPH N [LARGEST_FILE_IN_BYTES]``. The last line is ``loaded``, or the key of what went wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from forumgraph.graphdb import embedded
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.errors import GraphError
from forumgraph.graphdb.schema import KINDS
from forumgraph.graphdb.table import Row

BATCH = 100  # rows: many moments at which a load can be killed, in little time

_SOURCES = str(Path(sys.modules["forumgraph"].__file__ or "").parents[1])


def generated(n: int) -> dict[str, list[Row]]:
    """Rows of a graph with n fora, three members each."""
    rows: dict[str, list[Row]] = {kind.name: [] for kind in KINDS}
    rows["Municipality"] = [{"code": f"{m:04}", "name": f"Kommune {m}", "kkr": "Syddanmark"} for m in range(3)]
    forum = {each.name: None for kind in KINDS if kind.name == "Forum" for each in kind.properties}
    rows["Forum"] = [forum | {"id": f"f{m}", "name": f"Forum {m}", "levels": ["political"]} for m in range(n)]
    member = {each.name: None for kind in KINDS if kind.name == "MEMBER_OF" for each in kind.properties}
    rows["MEMBER_OF"] = [
        member | {"start": f"{k:04}", "end": f"f{m}", "listed": True, "evidence": ["s:1"]}
        for m in range(n)
        for k in range(3)
    ]
    return rows


def start(graph: Path, n: int, *more: str, **options: Any) -> subprocess.Popen[str]:
    """Start a load and return its process; its lines come through ``stdout``."""
    paths = [_SOURCES, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, __file__, str(graph), str(n), *more],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        **options,
    )


def counted(graph: Path) -> tuple[int, int]:
    """How many fora and memberships answer from a graph."""
    opened = EmbeddedEngine(graph).open()
    try:
        (fora,) = opened.rows("MATCH (f:Forum) RETURN count(f) AS n", {})
        (members,) = opened.rows("MATCH (:Municipality)-[x:MEMBER_OF]->(:Forum) RETURN count(x) AS n", {})
    finally:
        opened.close()
    return fora["n"], members["n"]


def _main(graph: str, n: str, largest: str | None = None) -> None:
    if largest:
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
    embedded._BATCH = BATCH
    rows = generated(int(n))
    print("rows are made", flush=True)
    try:
        EmbeddedEngine(Path(graph)).load(rows, lambda kind, written, total: print(kind, written, total, flush=True))
        print("loaded", flush=True)
    except GraphError as error:
        print(error.key, flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
