"""Records become rows that are exactly what the schema says, kind by kind."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb.kinds import Node, Relation
from forumgraph.graphdb.loaded import Loaded
from forumgraph.graphdb.rows import to_rows
from forumgraph.graphdb.schema import KINDS, NODES, RELATIONS
from forumgraph.graphdb.table import Rows
from forumgraph.ingest import read
from forumgraph.ingest.files import shipped_data

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"
TWO_ROUNDS = DATASETS / "two-rounds"
LOAD = Loaded("f", "s", ("a",), ("/a",), "1")
TYPES = {"STRING": str, "INT64": int, "DOUBLE": float, "BOOL": bool, "DATE": dt.date, "STRING[]": list}
NAMES = [kind.name for kind in KINDS]


@pytest.fixture(scope="module", params=["two rounds", "publications", "the survey", "decided"])
def rows(request: pytest.FixtureRequest) -> Rows:
    named = DATASETS / str(request.param).replace(" ", "-")
    records = read([shipped_data() if request.param == "the survey" else named]).records
    assert records
    return to_rows(records, LOAD)


def test_rows_come_in_the_order_in_which_they_are_loaded(rows: Rows) -> None:
    assert list(rows) == NAMES


def test_there_are_rows_of_every_kind() -> None:
    small = (DATASETS / name for name in ("two-rounds", "publications", "decided"))
    found = [read([path]).records for path in (*small, shipped_data())]
    given = [to_rows(each, LOAD) for each in found if each]
    assert [kind for kind in NAMES if not any(rows[kind] for rows in given)] == []


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_row_has_the_properties_of_its_kind_and_no_other(kind: Node | Relation, rows: Rows) -> None:
    wanted = {each.name for each in kind.properties} | ({"start", "end"} if isinstance(kind, Relation) else set())
    assert {frozenset(row) for row in rows[kind.name]} <= {frozenset(wanted)}


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_value_is_of_the_type_that_the_schema_says_or_missing(kind: Node | Relation, rows: Rows) -> None:
    wrong = [
        (each.name, row[each.name])
        for each in kind.properties
        for row in rows[kind.name]
        if row[each.name] is not None and not _is(row[each.name], TYPES[each.type])
    ]
    assert wrong == []


def _is(value: Any, type_: type) -> bool:
    return type(value) is type_ and (type_ is not list or all(type(each) is str for each in value))


@pytest.mark.parametrize("node", NODES, ids=[node.name for node in NODES])
def test_a_key_is_there_and_unique(node: Node, rows: Rows) -> None:
    keys = [row[node.key] for row in rows[node.name]]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("relation", RELATIONS, ids=[relation.name for relation in RELATIONS])
def test_a_relation_joins_nodes_that_are_there(relation: Relation, rows: Rows) -> None:
    for side, kind in (("start", relation.start), ("end", relation.end)):
        key = next(node.key for node in NODES if node.name == kind)
        assert {row[side] for row in rows[relation.name]} <= {row[key] for row in rows[kind]}


def test_every_claim_says_where_it_stands(rows: Rows) -> None:
    cited = [kind for kind in KINDS if any(each.name == "evidence" for each in kind.properties)]
    assert [kind.name for kind in cited for row in rows[kind.name] if not row["evidence"]] == []


def test_whoever_reports_goes_by_name(rows: Rows) -> None:
    names = {row["name"] for row in rows["Municipality"]} | {row["publisher"] for row in rows["Source"]}
    reporting = ("Alias", "Meeting", "MEMBER_OF", "TAKES_PART", "SITS_IN")
    assert {row["reported_by"] for kind in reporting for row in rows[kind]} <= names | {None}
    unsigned = {row["basis"] for row in rows["MEMBER_OF"] if row["reported_by"] is None}
    assert unsigned == {"inferred"}
