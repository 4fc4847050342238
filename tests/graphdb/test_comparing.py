"""Two states of the records differ as a graph of the one and a load of the other do, and no engine is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from forumgraph.graphdb.comparing import compare
from forumgraph.graphdb.difference import Difference
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.rows import to_rows
from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.records import Records

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"
LOAD = Loaded("f", "s", ("a",), ("/a",), "1")


def records(path: Path) -> Records:
    found = read([path]).records
    assert found
    return found


def test_a_state_does_not_differ_from_itself() -> None:
    found = records(DATASETS / "decided")
    assert len(compare(found, found)) == 0


def test_it_is_the_difference_that_an_engine_tells(tmp_path: Path) -> None:
    before, after = records(shipped_data()), records(DATASETS / "two-rounds")
    engine = EmbeddedEngine(tmp_path / "test.graph")
    engine.load(to_rows(before, LOAD), lambda *_: None)
    told = engine.difference(to_rows(after, LOAD), lambda *_: None)
    assert in_order(compare(before, after)) == in_order(told)


def in_order(found: Difference) -> list[Any]:
    """What differs, kind by kind; what an engine removes comes in no order."""
    return [
        [each.kind, each.added, each.changed, sorted(each.added_names), sorted(each.removed_names), len(each.changes)]
        for each in found.kinds.values()
    ]
