"""Times loads of a server by forumgraph: a process of its own, which prints times and memory as JSON.

    python benchmarks/server_ours.py loads SIZE     a first load, the same again (three ways), and after an edit
    python benchmarks/server_ours.py memory SIZE    only the first load, or with "again" a load that compares everything

The address stands in the environment. The rows are made one by one while they are loaded.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Collection, Iterator
from dataclasses import replace

from platformdirs import user_cache_path

import server_data
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.schema import KINDS, schema_fingerprint
from forumgraph.graphdb.server import Address
from forumgraph.graphdb.server.connection import connection
from forumgraph.graphdb.server.constraints import make, missing
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.graphdb.table import Row, Rows


class Made(Collection[Row]):
    """The rows of one kind, made anew whenever they are read."""

    def __init__(self, kind: server_data.Kind) -> None:
        self._kind = kind

    def __len__(self) -> int:
        """Return how many there are."""
        return self._kind.count

    def __iter__(self) -> Iterator[Row]:
        """Make the rows."""
        columns = self._kind.columns
        return (dict(zip(columns, values, strict=True)) for values in self._kind.make())

    def __contains__(self, row: object) -> bool:
        """Say whether a row is among them."""
        return any(row == each for each in self)


def rows_of(size: server_data.Size) -> Rows:
    """Return the rows of a size by kind; kinds that it has not are empty."""
    load = Loaded(f"made:{size}", schema_fingerprint(), ("made",), ("/made",), "benchmark")
    nothing: dict[str, Collection[Row]] = {kind.name: [] for kind in KINDS}
    return {**nothing, **{kind.name: Made(kind) for kind in size.kinds}, "Load": [load.row]}


def engine() -> ServerEngine:
    """Return the engine of the server, with its constraints in place, as the raw driver has them."""
    uri, (user, password) = server_data.credentials()
    address = Address(uri, user, password)
    with connection(address).session() as session:
        make(session, session.execute_read(missing, address))
    return ServerEngine(address)


def timed(at: ServerEngine, size: server_data.Size) -> dict[str, float]:
    """Load and return how long it took."""
    rows = rows_of(size)
    clock = server_data.Clock()
    at.load(rows, lambda *_: None)
    return clock.elapsed


def forget() -> None:
    """Remove what this machine remembers of the server, so that the next load compares everything."""
    for seal in (user_cache_path("forumgraph", appauthor=False) / "servers").glob("*.json"):
        seal.unlink()


def loads(size: server_data.Size) -> dict[str, dict[str, float]]:
    """Time each kind of load once."""
    clock = server_data.Clock()
    at = engine()
    found = {"constraints": clock.elapsed, "first": timed(at, size), "again": timed(at, size)}
    forget()
    found["again, compared"] = timed(at, size)
    return found | {"after an edit": timed(at, replace(size, edited=True))}


def main() -> None:
    """Do what the command line says."""
    size = server_data.size_of(sys.argv[2])
    if sys.argv[1] == "loads":
        print(json.dumps(loads(size)))
    else:
        if "again" in sys.argv:
            forget()
        timed(engine(), size)
        print(json.dumps({"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
