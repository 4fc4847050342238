"""A load of a server writes just what differs: nothing twice, and nothing anew that is there."""

from __future__ import annotations

import time
from collections.abc import Iterator

import neo4j
import pytest

from conftest import nothing
from forumgraph.graphdb.difference import Difference
from forumgraph.graphdb.errors import GraphUnreachable, LoadFailed
from forumgraph.graphdb.server import Address, load, seal, writing
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.graphdb.table import Row
from forumgraph.texts import Texts
from graphdb.content import content, expected
from graphdb.loading import edition


@pytest.fixture
def session(address: Address) -> Iterator[neo4j.Session]:
    """A session of the tests' own."""
    assert address.user
    assert address.password
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
        driver.session(database=address.database) as opened,
    ):
        yield opened


def identities(session: neo4j.Session) -> dict[str, str]:
    """What the server calls each of our fora and memberships."""
    nodes = session.run("MATCH (f:Forum) RETURN f.id, elementId(f)").values()
    members = session.run("MATCH (m)-[x:MEMBER_OF]->(f) RETURN m.code + f.id, elementId(x)").values()
    return dict([*nodes, *members])


@pytest.mark.parametrize("remembered", [True, False], ids=["remembered", "compared"])
def test_loading_twice_writes_nothing_at_all(
    remembered: bool, address: Address, session: neo4j.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = ServerEngine(address)
    engine.load(edition("old", 5), nothing)
    if not remembered:
        monkeypatch.setattr(seal.Seal, "fits", lambda *_: False)
    before, state = identities(session), seal.state_of(session)
    assert engine.load(edition("old", 5), nothing) == Difference()
    assert identities(session) == before
    assert seal.state_of(session) == state


def test_what_is_edited_stays_the_element_that_it_was(address: Address, session: neo4j.Session) -> None:
    engine = ServerEngine(address)
    engine.load(edition("old", 5), nothing)
    before = identities(session)
    found = engine.load(edition("new", 6), nothing)
    assert {kind: (each.added, each.changed, each.removed) for kind, each in found.kinds.items()} == {
        "Forum": (1, 5, 0),
        "MEMBER_OF": (3, 15, 0),
    }
    after = identities(session)
    assert {name: each for name, each in after.items() if name in before} == before
    assert len(after) == len(before) + 4


def test_the_same_files_loaded_by_another_version_are_said_to_be_so(address: Address) -> None:
    """Only what is said of the load differs: it is written, though no element of the data does."""
    engine = ServerEngine(address)
    rows = edition("old", 5)
    engine.load(rows, nothing)
    rows["Load"][0]["version"] = "later"
    assert engine.load(rows, nothing) == Difference()
    graph = engine.open()
    assert graph.rows("MATCH (l:Load) RETURN l.version AS version", {}) == [{"version": "later"}]
    graph.close()


# ---- In steps ----


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every load of more than 20 differences goes in steps of 20 rows."""
    monkeypatch.setattr(load, "ONE_TRANSACTION", 20)
    monkeypatch.setattr(writing, "BATCH", 20)
    monkeypatch.setattr("forumgraph.graphdb.difference.RANGE", 20)


def held(engine: ServerEngine) -> dict[str, list[str]]:
    graph = engine.open()
    try:
        return content(graph)
    finally:
        graph.close()


@pytest.mark.usefixtures("small_steps")
def test_a_load_in_steps_ends_in_the_same_graph_as_one_in_one(address: Address) -> None:
    engine = ServerEngine(address)
    engine.unload()
    for rows in (edition("first", 40), edition("edited", 50), edition("smaller", 10), edition("edited", 50)):
        foreseen = engine.difference(rows, nothing)
        assert engine.load(rows, nothing) == foreseen
        assert held(engine) == expected(rows)


def marked(session: neo4j.Session) -> bool:
    """Whether a load in steps is under way."""
    return session.run("MATCH (l:Load) RETURN l.under_way").values() not in ([], [[None]])


def broken_off(engine: ServerEngine, rows: dict[str, list[Row]], session: neo4j.Session) -> None:
    """Break a load off by Ctrl-C when it has written its fora and some of their members."""

    def interrupt(kind: str, done: int, _: int) -> None:
        if kind == "MEMBER_OF" and done > len(rows["Forum"]) + 30 and marked(session):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.load(rows, interrupt)


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("before", [0, 60], ids=["first load", "edit"])
def test_a_load_in_steps_that_is_broken_off_refuses_questions_until_another_completes_it(
    before: int, address: Address, session: neo4j.Session
) -> None:
    engine = ServerEngine(address)
    engine.unload()
    if before:
        engine.load(edition("old", before), nothing)
    broken_off(engine, edition("new", 50), session)
    with pytest.raises(GraphUnreachable) as refused:
        engine.open()
    since = refused.value.values["since"]
    assert Texts("en")(f"errors.{refused.value.key}", **refused.value.values) == (
        f"A load into {engine.place} that began at {since} has not been finished, so the graph does not answer. "
        f"Wait for it, or run `forumgraph load --graph {address.uri}` to complete it."
    )
    engine.load(edition("new", 50), nothing)
    assert held(engine) == expected(edition("new", 50))


@pytest.mark.usefixtures("small_steps")
def test_a_load_that_was_broken_off_can_be_followed_by_the_load_of_something_else(
    address: Address, session: neo4j.Session
) -> None:
    engine = ServerEngine(address)
    engine.load(edition("old", 40), nothing)
    broken_off(engine, edition("new", 50), session)
    engine.load(edition("old", 40), nothing)
    assert held(engine) == expected(edition("old", 40))


@pytest.mark.usefixtures("small_steps")
def test_an_opened_graph_says_that_a_load_has_begun(address: Address, session: neo4j.Session) -> None:
    engine = ServerEngine(address)
    engine.load(edition("old", 40), nothing)
    graph = engine.open()
    broken_off(engine, edition("new", 50), session)
    with pytest.raises(GraphUnreachable) as told:
        graph.unchanged()
    graph.close()
    assert told.value.key == "under_way"
    engine.load(edition("old", 40), nothing)


@pytest.mark.usefixtures("small_steps")
def test_a_load_that_lost_its_lock_stops_when_another_has_begun(address: Address, session: neo4j.Session) -> None:
    """The mark of another, as it stands when a server has lost the lock: from then on not a row is written."""
    engine = ServerEngine(address)
    engine.load(edition("old", 0), nothing)
    rows = edition("new", 50)
    written: list[int] = []

    def another(kind: str, *_: object) -> None:
        if kind == "MEMBER_OF" and not written and marked(session):
            session.run("MATCH (l:Load) SET l.under_way = 'another'").consume()
            written.extend(session.run("MATCH ()-[x:MEMBER_OF]->() RETURN count(x)").single(strict=True))

    with pytest.raises(LoadFailed) as refused:
        engine.load(rows, another)
    assert refused.value.key == "another_load"
    assert session.run("MATCH ()-[x:MEMBER_OF]->() RETURN count(x)").single(strict=True)[0] == written[0]
    engine.load(rows, nothing)
    assert held(engine) == expected(rows)


def test_a_load_is_refused_in_time_while_another_has_the_lock(address: Address, session: neo4j.Session) -> None:
    engine = ServerEngine(address)
    engine.load(edition("old", 5), nothing)
    with session.begin_transaction() as holder:
        writing.take(holder)
        began = time.monotonic()
        with pytest.raises(LoadFailed) as refused:
            engine.load(edition("new", 5), nothing)
        took = time.monotonic() - began
    assert Texts("en")(f"errors.{refused.value.key}", **refused.value.values) == (
        f"Another load into {engine.place} is under way. Try again when it has ended."
    )
    assert took < 10
    assert held(engine) == expected(edition("old", 5))
