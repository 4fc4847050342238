"""What others keep in the same database stays theirs, and what is theirs never gets into an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from conftest import nothing
from forumgraph.graphdb.errors import GraphError, GraphUnreachable, LoadFailed
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.graphdb.table import Row
from forumgraph.texts import Texts
from graphdb.content import content, expected
from graphdb.loading import edition
from server.running import Server

Rows = dict[str, list[Row]]

_OURS = "Forumgraph"
_THEIRS = """UNWIND range(0, 999) AS n
CREATE (p:Person:Politiker {id: 'f' + n, name: 'Æ ' + n, born: date('1970-01-01'), seen: [1.5, n], ok: n % 2 = 0})
WITH collect(p) AS people UNWIND range(0, 998) AS n
WITH people[n] AS a, people[n + 1] AS b, n CREATE (a)-[:MEMBER_OF {since: n, position: 0}]->(b), (b)-[:KNOWS]->(a)"""
_SCHEMA = (
    "CREATE CONSTRAINT person_id FOR (p:Person) REQUIRE p.id IS UNIQUE",
    "CREATE INDEX person_name FOR (p:Person) ON (p.name)",
    "CREATE INDEX knows FOR ()-[k:KNOWS]-() ON (k.since)",
)


class Stranger:
    """Somebody else who works in the same database."""

    def __init__(self, driver: neo4j.Driver) -> None:
        self._driver = driver

    def run(self, text: str, **parameters: Any) -> list[list[Any]]:
        return [list(record.values()) for record in self._driver.execute_query(text, parameters).records]

    def all_theirs(self) -> list[list[Any]]:
        """Every node, relation, constraint and index that is not forumgraph's, with its identity and all it has."""
        nodes = f"MATCH (n) WHERE NOT n:{_OURS} AND NOT n:{_OURS}Lock"
        return [
            *self.run(f"{nodes} RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)"),
            *self.run(f"{nodes} MATCH (n)-[r]->(m) RETURN elementId(r), type(r), properties(r) ORDER BY elementId(r)"),
            *(each for each in self.schema() if not each[0].startswith("forumgraph_")),
        ]

    def schema(self) -> list[list[Any]]:
        columns = "name, type, entityType, labelsOrTypes, properties"
        return [
            *self.run(f"SHOW CONSTRAINTS YIELD {columns} RETURN {columns} ORDER BY name"),
            *self.run(f"SHOW INDEXES YIELD {columns} WHERE type <> 'LOOKUP' RETURN {columns} ORDER BY name"),
        ]

    def everything(self) -> list[list[Any]]:
        """All that stands in the database, whoever's it is."""
        return [
            *self.run("MATCH (n) RETURN elementId(n), labels(n), properties(n) ORDER BY elementId(n)"),
            *self.run("MATCH ()-[r]->() RETURN elementId(r), type(r), properties(r) ORDER BY elementId(r)"),
            *self.schema(),
        ]

    def clear(self) -> None:
        self.run("MATCH (n) DETACH DELETE n")
        for many, one in (("CONSTRAINTS", "CONSTRAINT"), ("INDEXES", "INDEX")):
            for (name,) in self.run(f"SHOW {many} YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
                self.run(f"DROP {one} {name}")


@pytest.fixture
def stranger(own_server: Server) -> Iterator[Stranger]:
    """Somebody in a database where nobody else has left anything."""
    with own_server.driver() as driver:
        found = Stranger(driver)
        found.clear()
        yield found
        found.clear()


@pytest.fixture
def engine(own_server: Server, stranger: Stranger) -> ServerEngine:
    return ServerEngine(own_server.address)


@pytest.fixture
def five(engine: ServerEngine) -> ServerEngine:
    engine.load(edition("old", 5), nothing)
    return engine


def holds(engine: ServerEngine, rows: Rows) -> None:
    graph = engine.open()
    try:
        assert content(graph) == expected(rows)
    finally:
        graph.close()


def without(rows: Rows, forum: str) -> Rows:
    """Rows less one forum and its members."""
    return rows | {
        "Forum": [row for row in rows["Forum"] if row["id"] != forum],
        "MEMBER_OF": [row for row in rows["MEMBER_OF"] if row["end"] != forum],
        "Load": [row | {"fingerprint": f"without {forum}"} for row in rows["Load"]],
    }


def sentences(error: GraphError) -> tuple[str, str]:
    english, danish = (Texts(language)(f"errors.{error.key}", **error.values) for language in ("en", "da"))
    return english, danish


# ---- Theirs stays theirs ----


def test_a_thousand_nodes_of_others_are_untouched_by_load_edit_removal_and_unload(
    engine: ServerEngine, stranger: Stranger
) -> None:
    stranger.run(_THEIRS)
    for each in _SCHEMA:
        stranger.run(each)
    before = stranger.all_theirs()
    assert len(before) == 1000 + 2 * 999 + len(stranger.schema())
    rows = edition("new", 30)
    for each in (edition("old", 30), edition("old", 30), rows, without(rows, "f7"), edition("old", 0)):
        engine.load(each, nothing)
        holds(engine, each)
        assert stranger.all_theirs() == before
    engine.load(rows, nothing)
    engine.unload()
    assert stranger.everything() == before


def test_their_relations_to_our_nodes_stay_where_the_node_stays(five: ServerEngine, stranger: Stranger) -> None:
    stranger.run("MATCH (f:Forum {id: 'f1'}) CREATE (:Note {text: 'x'})-[:ABOUT {n: 1}]->(f)")
    before = stranger.all_theirs()
    five.load(edition("new", 5), nothing)
    assert stranger.all_theirs() == before
    holds(five, edition("new", 5))


# ---- What cannot be told apart from ours is refused, and nothing is written ----


def test_nodes_of_others_by_our_labels_are_refused_before_anything_is_written(
    engine: ServerEngine, stranger: Stranger, own_server: Server
) -> None:
    stranger.run("UNWIND range(1, 3) AS n CREATE (:Forum {id: 'theirs' + n}), (:Source), (:Person {n: n})")
    before = stranger.everything()
    for work in (engine.load, engine.difference):
        with pytest.raises(LoadFailed) as refused:
            work(edition("new", 5), nothing)
        assert sentences(refused.value) == (
            f"{own_server.uri} holds nodes of others with labels of forumgraph (3 Source, 3 Forum), so nothing was "
            "written. Load into a database of its own (NEO4J_DATABASE), or have those nodes labelled otherwise.",
            f"{own_server.uri} har andres knuder med forumgraphs etiketter (3 Source, 3 Forum), så intet er skrevet. "
            "Indlæs i en database for sig (NEO4J_DATABASE), eller få de knuder mærket anderledes.",
        )
    assert stranger.everything() == before


def test_nodes_by_our_labels_that_came_after_the_load_are_refused_by_questions_and_loads(
    five: ServerEngine, stranger: Stranger, own_server: Server
) -> None:
    opened = five.open()
    stranger.run("CREATE (:Forum {id: 'theirs'})")
    before = stranger.everything()
    with pytest.raises(GraphUnreachable) as refused:
        five.open()
    assert sentences(refused.value) == (
        f"{own_server.uri} holds nodes of others with labels of forumgraph (1 Forum), so answers would count them. "
        "Have those nodes labelled otherwise, or load into a database of its own (NEO4J_DATABASE).",
        f"{own_server.uri} har andres knuder med forumgraphs etiketter (1 Forum), så svar ville tælle dem med. "
        "Få de knuder mærket anderledes, eller indlæs i en database for sig (NEO4J_DATABASE).",
    )
    with pytest.raises(GraphUnreachable) as late:
        opened.unchanged()
    opened.close()
    assert late.value.key == "foreign_nodes_found"
    with pytest.raises(LoadFailed) as not_loaded:
        five.load(edition("new", 5), nothing)
    assert not_loaded.value.key == "foreign_nodes"
    with pytest.raises(LoadFailed):
        five.unload()
    assert stranger.everything() == before
    stranger.run("MATCH (f:Forum {id: 'theirs'}) DELETE f")
    five.load(edition("new", 5), nothing)
    holds(five, edition("new", 5))


@pytest.mark.parametrize(
    ("made", "found"),
    [
        ("CREATE CONSTRAINT theirs FOR (f:Forum) REQUIRE f.name IS UNIQUE", "theirs (Forum)"),
        ("CREATE CONSTRAINT theirs FOR (f:Forum) REQUIRE f.id IS UNIQUE", "theirs (Forum)"),
        ("CREATE CONSTRAINT theirs FOR (n:Forumgraph) REQUIRE n.name IS UNIQUE", "theirs (Forumgraph)"),
        ("CREATE CONSTRAINT theirs FOR ()-[m:MEMBER_OF]-() REQUIRE m.x IS UNIQUE", "theirs (MEMBER_OF)"),
        ("CREATE INDEX theirs FOR (f:Forum) ON (f.id)", "theirs (Forum)"),
        ("CREATE CONSTRAINT forumgraph_Forum_id FOR (p:Person) REQUIRE p.id IS UNIQUE", "forumgraph_Forum_id (Person)"),
        ("CREATE INDEX forumgraph_Forum_id FOR (p:Person) ON (p.id)", "forumgraph_Forum_id (Person)"),
    ],
)
def test_constraints_and_indexes_in_the_way_are_refused_before_anything_is_written(
    made: str, found: str, engine: ServerEngine, stranger: Stranger, own_server: Server
) -> None:
    stranger.run(made)
    before = stranger.everything()
    with pytest.raises(LoadFailed) as refused:
        engine.load(edition("new", 5), nothing)
    assert sentences(refused.value) == (
        f"{own_server.uri} has constraints or indexes of others on what forumgraph keeps ({found}), so nothing was "
        "written. Load into a database of its own (NEO4J_DATABASE), or drop them.",
        f"{own_server.uri} har andres regler eller indekser på det, forumgraph gemmer ({found}), så intet er skrevet. "
        "Indlæs i en database for sig (NEO4J_DATABASE), eller fjern dem.",
    )
    assert stranger.everything() == before


def test_an_index_on_a_property_that_is_no_key_is_nobodys_trouble(engine: ServerEngine, stranger: Stranger) -> None:
    stranger.run("CREATE INDEX theirs FOR (f:Forum) ON (f.kind)")
    engine.load(edition("new", 5), nothing)
    engine.unload()
    assert [each[0] for each in stranger.schema()] == ["theirs"]


@pytest.mark.parametrize(
    ("made", "found"),
    [
        ("CREATE (:Note)-[:ABOUT]->(f)", "1 ABOUT"),
        ("CREATE (f)-[:MEMBER_OF]->(:Note)", "1 MEMBER_OF"),
        ("WITH f MATCH (m:Municipality {code: '0000'}) CREATE (m)-[:LIKES]->(f)", "1 LIKES"),
        ("WITH f MATCH (m:Municipality {code: '0000'}) CREATE (f)-[:MEMBER_OF]->(m)", "1 MEMBER_OF"),
    ],
    ids=["from their node", "of our type to their node", "of their type", "of our type the other way round"],
)
def test_a_relation_of_others_to_a_forum_that_is_to_be_removed_is_refused(
    made: str, found: str, five: ServerEngine, stranger: Stranger, own_server: Server
) -> None:
    stranger.run(f"MATCH (f:Forum {{id: 'f3'}}) {made}")
    before = stranger.everything()
    for work in (five.load, five.difference):
        with pytest.raises(LoadFailed) as refused:
            work(without(edition("old", 5), "f3"), nothing)
        assert sentences(refused.value) == (
            f"Forum f3 is to be removed from {own_server.uri}, but has relations of others ({found}), so nothing was "
            "written. Have these removed first.",
            f"Forum f3 skal fjernes fra {own_server.uri}, men har andres relationer ({found}), så intet er skrevet. "
            "Få dem fjernet først.",
        )
    assert stranger.everything() == before


# ---- What somebody does to ours by hand ----


def test_a_property_that_somebody_added_to_our_node_survives_a_load(five: ServerEngine, stranger: Stranger) -> None:
    stranger.run("MATCH (f:Forum {id: 'f2'}) SET f.theirs = 'x', f:Favourite")
    five.load(edition("new", 5), nothing)
    assert stranger.run("MATCH (f:Favourite) RETURN f.theirs, f.name") == [["x", "Forum 2 new"]]


_BY_HAND = {
    "a property changed": "MATCH (f:Forum {id: 'f2'}) SET f.name = 'By hand'",
    "a property removed": "MATCH (f:Forum {id: 'f2'}) REMOVE f.name",
    "a property of another type": "MATCH (f:Forum {id: 'f2'}) SET f.levels = date('2015-01-01')",
    "a key removed": "MATCH (f:Forum {id: 'f2'}) REMOVE f.id",
    "a key changed": "MATCH (f:Forum {id: 'f2'}) SET f.id = 'elsewhere'",
    "a key of another type": "MATCH (f:Forum {id: 'f2'}) SET f.id = 7",
    "a node deleted": "MATCH (f:Forum {id: 'f2'}) DETACH DELETE f",
    "a node of ours added": "CREATE (:Forum:Forumgraph {id: 'more', name: 'By hand'})",
    "a relation deleted": "MATCH (:Municipality {code: '0001'})-[x:MEMBER_OF]->(:Forum {id: 'f2'}) DELETE x",
    "a relation changed": "MATCH (:Municipality {code: '0001'})-[x:MEMBER_OF]->(:Forum {id: 'f2'}) SET x.basis = 'x'",
    "a relation without a place": "MATCH (:Municipality {code: '0001'})-[x:MEMBER_OF]->(:Forum {id: 'f2'}) "
    "REMOVE x.position",
    "a relation doubled": "MATCH (m:Municipality {code: '0001'})-[x:MEMBER_OF]->(f:Forum {id: 'f2'}) "
    "CREATE (m)-[y:MEMBER_OF]->(f) SET y = properties(x)",
    "a relation doubled and changed": "MATCH (m:Municipality {code: '0001'})-[x:MEMBER_OF]->(f:Forum {id: 'f2'}) "
    "CREATE (m)-[y:MEMBER_OF]->(f) SET y = properties(x), x.basis = 'x'",
    "a relation added": "MATCH (m:Municipality {code: '0001'}), (f:Forum {id: 'f2'}) CREATE (m)-[:MEMBER_OF]->(f)",
}


@pytest.mark.parametrize("changed", _BY_HAND.values(), ids=_BY_HAND)
def test_what_somebody_did_by_hand_is_put_right_by_the_next_load(
    changed: str, five: ServerEngine, stranger: Stranger
) -> None:
    """The same load twice before it, so that it is remembered as one that need not look."""
    five.load(edition("old", 5), nothing)
    stranger.run(changed)
    foreseen = five.difference(edition("old", 5), nothing)
    assert len(foreseen) > 0
    assert five.load(edition("old", 5), nothing) == foreseen
    holds(five, edition("old", 5))
    assert len(five.difference(edition("old", 5), nothing)) == 0
    five.unload()
    assert stranger.everything() == []
