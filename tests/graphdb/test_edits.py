"""A server that holds one state of the data is loaded with another: what differs is written, said, and nothing else.

``FORUMGRAPH_EXAMPLES`` says of how many generated pairs; without it there are a few, the same in every run.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import nothing
from forumgraph.graphdb import difference
from forumgraph.graphdb.difference import COMPARED, Difference, title
from forumgraph.graphdb.schema import KINDS, NODES
from forumgraph.graphdb.server import Address, load, statements, writing
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.graphdb.server.owners import OWNED
from forumgraph.graphdb.table import Row, Rows
from forumgraph.ingest.records import Records
from queries.generating import many, pairs, rows_of_records

#: How many rows are compared, read, written and committed at once: so few that every border is crossed, and as usual.
SIZES = st.tuples(st.sampled_from((1, 2, 7)), st.sampled_from((1, 3)), st.sampled_from((1, 4)), st.sampled_from((0, 9)))

Pair = tuple[Records, Records]
Stored = dict[tuple[str, ...], tuple[str, str]]
"""By kind and identity, the id that the database has given, and all properties."""

_KEYS = {node.name: node.key for node in NODES}
_IDENTITY = {kind.name: kind.identity for kind in KINDS}
_NODES = "MATCH (n) WHERE n:{0} RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS own"
_RELATIONS = """MATCH (a)-[x]->(b) WHERE a:{0} OR b:{0}
RETURN elementId(x) AS id, type(x) AS kind, labels(a) AS first, labels(b) AS second, properties(a) AS start,
       properties(b) AS end, properties(x) AS own"""


def stored(engine: ServerEngine) -> Stored:
    """Everything that the server holds of ours; an element that is there twice is a failure."""
    graph = engine.open()
    nodes = graph.rows(_NODES.format(OWNED), {})
    relations = graph.rows(_RELATIONS.format(OWNED), {})
    graph.close()
    found = [(_node(each), (each["id"], _told(each["own"]))) for each in nodes]
    found += [(_relation(each), (each["id"], _told(each["own"]))) for each in relations]
    assert len(found) == len(dict(found))
    return dict(found)


def _node(found: Row) -> tuple[str, ...]:
    kind = "".join(each for each in found["labels"] if each != OWNED)
    return kind, found["own"][_KEYS[kind]]


def _relation(found: Row) -> tuple[str, ...]:
    ends = []
    for labels, own in (("first", "start"), ("second", "end")):
        ends.append(_node({"labels": found[labels], "own": found[own]})[1])
    return (found["kind"], *ends, *_place(found["kind"], found["own"]))


def _place(kind: str, own: Row) -> list[str]:
    """The place of a relation among those of the same two ends, where there may be several."""
    return [str(own[name]) for name in _IDENTITY[kind][2:]]


def _told(own: Row) -> str:
    return str(sorted((name, value) for name, value in own.items() if value is not None))


def wanted(rows: Rows) -> dict[tuple[str, ...], str]:
    """What a load of these rows should leave, whatever was there before."""
    found = {}
    for kind in KINDS:
        for row in rows[kind.name]:
            own = {each.name: row[each.name] for each in kind.properties}
            found[(kind.name, *(str(row[name]) for name in kind.identity))] = _told(own)
    return found


def named(before: Rows, after: Rows) -> dict[str, list[list[str]]]:
    """The names of what is added, changed and removed from the one rows to the other, by kinds that differ."""
    found = {}
    for kind in COMPARED:
        old, new = (
            {
                tuple(row[name] for name in kind.identity): [row[name] for name in kind.columns]
                for row in rows[kind.name]
            }
            for rows in (before, after)
        )
        parts = [
            [new[each] for each in new.keys() - old.keys()],
            [old[each] for each in new.keys() & old.keys() if old[each] != new[each]],
            [old[each] for each in old.keys() - new.keys()],
        ]
        if any(parts):
            found[kind.name] = [sorted(title(kind, values) for values in part) for part in parts]
    return found


def said(found: Difference) -> dict[str, list[list[str]]]:
    """The same, as a load says it."""
    for each in found.kinds.values():
        assert (each.added, each.changed, each.removed) == (
            len(each.added_names), len(each.changes), len(each.removed_names)
        )  # fmt: skip
    return {
        name: [sorted(each.added_names), sorted(change.name for change in each.changes), sorted(each.removed_names)]
        for name, each in found.kinds.items()
    }


def check(engine: ServerEngine, states: Pair) -> None:
    """Load the second of two states over the first, and look at all that was said and done."""
    before, after = map(rows_of_records, states)
    engine.load(before, nothing)
    first = stored(engine)
    assert {key: own for key, (_, own) in first.items()} == wanted(before)

    would = engine.difference(after, nothing)
    assert stored(engine) == first
    changed = engine.load(after, nothing)
    second = stored(engine)
    assert {key: own for key, (_, own) in second.items()} == wanted(after)
    assert said(would) == said(changed) == named(before, after)
    stays = first.keys() & second.keys()
    assert {key: first[key][0] for key in stays} == {key: second[key][0] for key in stays}
    assert not engine.difference(after, nothing)

    # The same rows of other files: nothing is remembered of them, so that all is compared, and only that is written.
    (load_,) = after["Load"]
    assert not engine.load({**after, "Load": [{**load_, "fingerprint": "another"}]}, nothing)
    assert not engine.load(after, nothing)
    assert stored(engine) == second


@many(4)
@given(pairs())
def test_a_load_over_another_leaves_what_a_first_load_would(address: Address, states: Pair) -> None:
    check(ServerEngine(address), states)


@many(2)
@given(pairs(), SIZES)
def test_so_does_one_that_crosses_the_borders_of_ranges_pages_batches_and_steps(
    address: Address, states: Pair, sizes: tuple[int, int, int, int]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(difference, "RANGE", sizes[0])
        patch.setattr(statements, "PAGE", sizes[1])
        patch.setattr(writing, "BATCH", sizes[2])
        patch.setattr(load, "ONE_TRANSACTION", sizes[3])
        check(ServerEngine(address), states)
