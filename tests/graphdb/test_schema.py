"""The schema holds together, and a change of it is noticed."""

from __future__ import annotations

import dataclasses
import re

import pytest

from forumgraph.graphdb import schema
from forumgraph.graphdb.kinds import Node, Relation
from forumgraph.graphdb.schema import KINDS, NODES, RELATIONS, schema_fingerprint


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_kind_says_what_it_and_its_properties_are(kind: Node | Relation) -> None:
    assert all(text.endswith((".", "…")) for text in (kind.about, *(each.about for each in kind.properties)))
    names = [each.name for each in kind.properties]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("relation", RELATIONS, ids=[relation.name for relation in RELATIONS])
def test_a_relation_joins_kinds_of_nodes_that_exist(relation: Relation) -> None:
    assert {relation.start, relation.end} <= {node.name for node in NODES}
    assert {"start", "end"}.isdisjoint(each.name for each in relation.properties)


def test_names_of_kinds_are_told_apart_and_written_as_cypher_has_them() -> None:
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[A-Z][a-z]+", node.name) for node in NODES)
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+)*", relation.name) for relation in RELATIONS)


@pytest.mark.parametrize("node", NODES, ids=[node.name for node in NODES])
def test_a_key_is_a_text(node: Node) -> None:
    assert node.properties[0].type == "STRING"
    assert node.key == node.properties[0].name


def test_a_changed_schema_has_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema_fingerprint()
    assert before == schema_fingerprint()
    first = dataclasses.replace(NODES[0], properties=NODES[0].properties[:-1])
    monkeypatch.setattr(schema, "NODES", (first, *NODES[1:]))
    assert schema_fingerprint() != before
