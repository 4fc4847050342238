"""What every engine keeps of the contract in graphdb/engine.py: each statement is tried with each of ENGINES."""

from __future__ import annotations

import copy
import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import ENGINES, engine_of, nothing, rows_of
from forumgraph.graphdb.difference import COMPARED, Changed, Difference, KindDifference
from forumgraph.graphdb.engine import Engine
from forumgraph.graphdb.errors import GraphError, GraphUnreachable, LoadFailed
from forumgraph.graphdb.kinds import Node
from forumgraph.graphdb.schema import KINDS
from forumgraph.graphdb.table import Row
from forumgraph.ingest.files import shipped_data
from forumgraph.texts import Texts
from graphdb.content import Content, content, expected
from graphdb.loading import edition

TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"

Rows = dict[str, list[Row]]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An engine that holds whatever another test has left."""
    return engine_of(request.param, request, tmp_path)


@pytest.fixture
def five(engine: Engine) -> Engine:
    """An engine whose graph has five fora."""
    engine.load(edition("old", 5), nothing)
    return engine


@pytest.fixture(scope="module")
def good() -> Rows:
    return {kind: list(rows) for kind, rows in rows_of(TWO_ROUNDS).items()}


@pytest.fixture
def good_copy(good: Rows) -> Rows:
    return copy.deepcopy(good)


def held(engine: Engine) -> Content:
    """Everything that a graph holds."""
    graph = engine.open()
    try:
        return content(graph)
    finally:
        graph.close()


def ask(engine: Engine, text: str, **parameters: Any) -> list[dict[str, Any]]:
    graph = engine.open()
    try:
        return graph.rows(text, parameters)
    finally:
        graph.close()


def sentence(error: GraphError) -> str:
    return Texts("en")(f"errors.{error.key}", **error.values)


# ---- What is loaded ----


def test_every_element_of_every_kind_stands_in_the_graph_as_its_row_says(engine: Engine, good: Rows) -> None:
    decided, published, changed = (rows_of(TWO_ROUNDS.parent / name) for name in ("decided", "publications", "changed"))
    every = {**good, "Decision": list(decided["Decision"])}
    every["Load"] = [row | {"fingerprint": "with decisions"} for row in good["Load"]]  # what else is loaded is not this
    assert [kind for kind, rows in every.items() if not (rows or published[kind] or changed[kind])] == []
    for rows in (every, published, changed):
        engine.load(rows, nothing)
        assert held(engine) == expected(rows)


def test_as_many_of_every_kind_stand_in_the_graph_as_there_were_rows(engine: Engine, good: Rows) -> None:
    engine.load(good, nothing)
    graph = engine.open()
    found = {}
    for kind in KINDS:
        pattern = f"(x:{kind.name})" if isinstance(kind, Node) else f"(:{kind.start})-[x:{kind.name}]->(:{kind.end})"
        found[kind.name] = graph.rows(f"MATCH {pattern} RETURN count(x) AS n", {})[0]["n"]
    graph.close()
    assert found == {kind: len(rows) for kind, rows in good.items()}


def test_progress_is_told_up_to_the_last_row(five: Engine) -> None:
    told: list[tuple[str, int, int]] = []
    five.load(edition("new", 250), lambda *said: told.append(said))
    _, done, total = told[-1]
    assert done == total
    assert total in (1003, 1004)  # with or without the node that says what is loaded
    assert [each[1] for each in told] == sorted(each[1] for each in told)


def test_two_rounds_of_the_same_membership_are_two_relations(engine: Engine) -> None:
    rows = edition("two", 1)
    first = rows["MEMBER_OF"][0]
    rows["MEMBER_OF"] = [first | {"round": "2015"}, first | {"round": "2017", "position": 1}, *rows["MEMBER_OF"][1:]]
    engine.load(rows, nothing)
    engine.load(rows, nothing)
    text = "MATCH (m:Municipality)-[x:MEMBER_OF]->(:Forum) WHERE m.code = '0000' RETURN x.round AS round ORDER BY round"
    assert ask(engine, text) == [{"round": "2015"}, {"round": "2017"}]


def test_a_municipality_whose_id_equals_a_forums_stays_apart(engine: Engine) -> None:
    rows = edition("same", 3)
    rows["Municipality"].append({"code": "f1", "name": "Kommune f1", "kkr": None, "since": None, "until": None})
    engine.load(rows, nothing)
    assert held(engine) == expected(rows)


def test_danish_letters_quotes_line_breaks_and_long_names_stay_as_they_are(engine: Engine) -> None:
    rows = edition("text", 1)
    rows["Forum"][0]["name"] = "Æbler »og« 'pærer' \\ \"x\"\n\t🍐 " + "lang " * 2_000
    engine.load(rows, nothing)
    assert ask(engine, "MATCH (f:Forum) RETURN f.name AS name") == [{"name": rows["Forum"][0]["name"]}]


# ---- What is loaded again ----


def test_loading_again_what_is_there_changes_nothing(engine: Engine, good: Rows) -> None:
    engine.load(good, nothing)
    assert engine.difference(good, nothing) == Difference()
    assert engine.load(good, nothing) in (None, Difference())
    assert held(engine) == expected(good)


def test_another_graph_takes_the_place_of_the_old_one(five: Engine, good: Rows) -> None:
    five.load(good, nothing)
    assert held(five) == expected(good)
    five.load(edition("new", 3), nothing)
    assert held(five) == expected(edition("new", 3))


def test_nothing_at_all_can_be_loaded(five: Engine) -> None:
    empty: Rows = {kind.name: [] for kind in KINDS} | {"Load": edition("empty", 0)["Load"]}
    five.load(empty, nothing)
    assert held(five) == expected(empty)


# ---- What a load would change ----


def test_a_difference_says_what_is_added_changed_and_removed_and_touches_nothing(five: Engine) -> None:
    rows = edition("old", 6)
    del rows["Forum"][2]  # f2
    rows["MEMBER_OF"] = [row for row in rows["MEMBER_OF"] if row["end"] != "f2"]
    rows["Forum"][0]["name"] = "Renamed"
    rows["MEMBER_OF"][0]["basis"] = "inferred"
    found = five.difference(rows, nothing)
    assert found == Difference({
        "Forum": KindDifference(
            "Forum", 1, 1, 1, ["f5 (Forum 5 old)"], ["f2 (Forum 2 old)"],
            [Changed("f0 (Forum 0 old)", {"name": "Forum 0 old"}, {"name": "Renamed"})],
        ),
        "MEMBER_OF": KindDifference(
            "MEMBER_OF", 3, 1, 3, ["0000 → f5", "0001 → f5", "0002 → f5"], ["0000 → f2", "0001 → f2", "0002 → f2"],
            [Changed("0000 → f0", {"basis": "old"}, {"basis": "inferred"})],
        ),
    })  # fmt: skip
    assert len(found) == 10
    assert held(five) == expected(edition("old", 5))
    assert five.load(rows, nothing) in (None, found)
    assert held(five) == expected(rows)


def test_a_difference_tells_progress_up_to_the_last_row(five: Engine) -> None:
    told: list[tuple[str, int, int]] = []
    five.difference(edition("old", 5), lambda *said: told.append(said))
    assert told[-1] == (COMPARED[-1].name, 23, 23)


def test_removing_one_forum_and_renaming_another_of_the_survey_gives_just_that(engine: Engine, tmp_path: Path) -> None:
    """A forum that no answer names is put into the real data first: only its place in an area goes with it."""
    data = tmp_path / "data"
    data.mkdir()
    for path in shipped_data().iterdir():
        (data / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    file = data / "forums.yaml"
    whole = file.read_text(encoding="utf-8")
    unnamed = "  - {id: forum-to-remove, name: Et forum der nedlægges, kind: network, areas: unions}\n"
    file.write_text(whole.replace("\nforums:\n", f"\nforums:\n{unnamed}", 1), encoding="utf-8")
    engine.load(rows_of(data), nothing)
    renamed = whole.replace("name: Netværksforum Billund\n", "name: Netværksforum i Billund\n", 1)
    assert renamed != whole
    file.write_text(renamed, encoding="utf-8")
    found = engine.difference(rows_of(data), nothing)
    (changed,) = found.kinds["Forum"].changes
    assert (changed.before, changed.after) == ({"name": "Netværksforum Billund"}, {"name": "Netværksforum i Billund"})
    assert found == Difference({
        "Forum": KindDifference(
            "Forum", 0, 1, 1, [], ["forum-to-remove (Et forum der nedlægges)"], [changed]
        ),
        "WORKS_IN": KindDifference("WORKS_IN", 0, 0, 1, [], ["forum-to-remove → unions"], []),
    })  # fmt: skip


# ---- What is refused ----


def twice(rows: Rows) -> None:
    rows["Forum"].append(dict(rows["Forum"][-1]))


def without_key(rows: Rows) -> None:
    rows["Forum"][0]["id"] = None


def to_nowhere(rows: Rows) -> None:
    rows["MEMBER_OF"][-1]["end"] = "zzz-no-such-forum"


def from_nowhere(rows: Rows) -> None:
    rows["SITS_IN"][0]["start"] = None


def to_another_kind(rows: Rows) -> None:
    rows["MEMBER_OF"] = [rows["MEMBER_OF"][0] | {"end": rows["Organisation"][0]["id"]}]


def not_a_number(rows: Rows) -> None:
    rows["Meeting"][0]["per_year"] = "abc"


def not_a_date(rows: Rows) -> None:
    rows["Round"][0]["date"] = "2015-02-30"


def unknown_property(rows: Rows) -> None:
    rows["Forum"][0]["colour"] = "red"


@pytest.mark.parametrize(
    "spoil",
    [twice, without_key, to_nowhere, from_nowhere, to_another_kind, not_a_number, not_a_date, unknown_property],
    ids=lambda spoil: spoil.__name__,
)
def test_bad_rows_are_refused_and_the_old_graph_stays(
    spoil: Callable[[Rows], None], good_copy: Rows, five: Engine
) -> None:
    spoil(good_copy)
    with pytest.raises(LoadFailed) as refused:
        five.load(good_copy, nothing)
    assert refused.value.key == "load_failed"
    reason = refused.value.values["reason"]
    assert sentence(refused.value) == (
        f"The load was not completed ({reason}); the old graph at {five.place} stands as it was. "
        "Run `forumgraph validate`, and report this if it finds nothing."
    )
    assert "\n" not in reason
    assert held(five) == expected(edition("old", 5))


def test_what_breaks_off_the_progress_leaves_the_old_graph(five: Engine) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        five.load(edition("new", 9), interrupted)
    assert held(five) == expected(edition("old", 5))
    five.load(edition("new", 9), nothing)
    assert held(five) == expected(edition("new", 9))


@pytest.mark.parametrize(
    "text",
    ["CREATE (f:Forum {id: 'x'})", "MATCH (f:Forum) SET f.name = 'x'", "MATCH (f:Forum) DETACH DELETE f", "MATCH ("],
)
def test_what_writes_or_cannot_be_understood_is_refused_and_nothing_is_written(text: str, five: Engine) -> None:
    graph = five.open()
    with pytest.raises(GraphUnreachable) as by_rows:
        graph.rows(text, {})
    with pytest.raises(GraphUnreachable) as by_table:
        graph.table(text, {}, 10)
    graph.close()
    assert by_rows.value.key == by_table.value.key == ("query_failed" if text == "MATCH (" else "query_writes")
    assert "\n" not in sentence(by_rows.value)
    assert held(five) == expected(edition("old", 5))


def test_a_graph_goes_on_answering_after_a_question_that_it_refused(five: Engine) -> None:
    graph = five.open()
    with pytest.raises(GraphUnreachable):
        graph.rows("MATCH (", {})
    assert graph.rows("MATCH (f:Forum) RETURN count(f) AS n", {}) == [{"n": 5}]
    graph.close()


# ---- How it answers ----


def test_a_parameter_that_a_text_does_not_name_does_no_harm(five: Engine) -> None:
    text = "MATCH (f:Forum) WHERE f.id = $id RETURN f.name AS name"
    assert ask(five, text, id="f1", other=[1]) == [{"name": "Forum 1 old"}]


@pytest.mark.parametrize(("limit", "kept", "more"), [(2, 2, True), (5, 5, False), (9, 5, False)])
def test_a_table_is_cut_at_the_limit_and_says_so(limit: int, kept: int, more: bool, five: Engine) -> None:
    graph = five.open()
    found = graph.table("MATCH (f:Forum) RETURN f.id AS id, f.name AS name ORDER BY id", {}, limit)
    graph.close()
    assert found.columns == ("id", "name")
    assert found.values == [[f"f{n}", f"Forum {n} old"] for n in range(kept)]
    assert found.more is more


def test_a_table_has_its_columns_even_where_it_has_no_rows(five: Engine) -> None:
    graph = five.open()
    found = graph.table("MATCH (f:Forum) WHERE f.id = 'none' RETURN f.id AS id, f.name AS name", {}, 5)
    graph.close()
    assert (found.columns, found.values, found.more) == (("id", "name"), [], False)


def test_nodes_relations_paths_lists_and_dates_come_as_plain_values(engine: Engine) -> None:
    rows = edition("plain", 1)
    rows["Source"] = [{"id": "s", "title": "T", "publisher": None, "date": dt.date(2015, 8, 20), "lines": 7}]
    engine.load(rows, nothing)
    graph = engine.open()
    text = "MATCH p = (m:Municipality)-[x:MEMBER_OF]->(f:Forum) WHERE m.code = '0000' RETURN m, x, f, p"
    ((municipality, member, forum, path),) = graph.table(text, {}, 5).values
    ((source, date, listed, mapped),) = graph.table(
        "MATCH (s:Source) RETURN s, s.date AS date, [s.id, 'x'] AS listed, {id: s.id, lines: s.lines} AS mapped", {}, 5
    ).values
    graph.close()
    assert municipality == {"_label": "Municipality", "code": "0000", "name": "Kommune 0", "kkr": "Syddanmark"}
    assert forum == {"_label": "Forum", "id": "f0", "name": "Forum 0 plain", "levels": ["political"]}
    assert member == {"_type": "MEMBER_OF", "basis": "plain", "listed": True, "evidence": ["s:1"], "position": 0}
    assert path == {"nodes": [municipality, forum], "relations": [member]}
    assert source == {"_label": "Source", "id": "s", "title": "T", "date": dt.date(2015, 8, 20), "lines": 7}
    assert (date, type(date)) == (dt.date(2015, 8, 20), dt.date)
    assert listed == ["s", "x"]
    assert mapped == {"id": "s", "lines": 7}


def test_an_engine_says_what_it_is_and_where_its_graph_lies(five: Engine) -> None:
    about = five.about()
    assert about.engine in ("Ladybug", "Neo4j")
    assert about.version[0].isdigit()
    assert about.place in five.place
    assert 0 < about.latency < 5_000


# ---- Readers and loads at once ----


def test_two_readers_answer_at_once(five: Engine) -> None:
    first, second = five.open(), five.open()
    assert content(first) == content(second) == expected(edition("old", 5))
    first.close()
    second.close()


def test_a_reader_beside_a_load_gets_the_old_graph_or_the_new_or_is_told_that_it_changed(five: Engine) -> None:
    text = "MATCH (f:Forum) RETURN f.name ENDS WITH 'new' AS new, count(*) AS n"
    said: set[str] = set()
    loading = threading.Thread(target=lambda: five.load(edition("new", 500), nothing))
    loading.start()
    while loading.is_alive():
        said.add(answered(five, text))
    loading.join()
    assert said <= {"[{'new': False, 'n': 5}]", "[{'new': True, 'n': 500}]", "changed_meanwhile"}
    assert answered(five, text) == "[{'new': True, 'n': 500}]"


def answered(engine: Engine, text: str) -> str:
    """What a question gets that asks in the end whether the graph has changed."""
    graph = engine.open()
    try:
        rows = graph.rows(text, {})
        graph.unchanged()
    except GraphUnreachable as told:
        return told.key
    finally:
        graph.close()
    return str(rows)


def test_two_loads_at_once_both_end_well_or_one_is_refused_and_never_a_mixture(five: Engine) -> None:
    said: list[str] = []

    def load(name: str, n: int) -> None:
        try:
            five.load(edition(name, n), nothing)
            said.append("loaded")
        except LoadFailed as refused:
            said.append(refused.key)

    loads = [threading.Thread(target=load, args=each) for each in (("one", 300), ("two", 200))]
    for each in loads:
        each.start()
    for each in loads:
        each.join()
    assert "loaded" in said
    assert set(said) <= {"loaded", "another_load"}
    assert held(five) in (expected(edition("one", 300)), expected(edition("two", 200)))


# ---- What is removed ----


def test_unloading_removes_everything_and_questions_say_so(five: Engine) -> None:
    five.unload()
    with pytest.raises(GraphUnreachable) as refused:
        five.open()
    assert refused.value.key in ("no_graph", "nothing_loaded")
    assert f"forumgraph load --graph {five.place}" in sentence(refused.value)
    found = five.difference(edition("new", 2), nothing)
    assert found.whole
    assert {kind: each.added for kind, each in found.kinds.items()} == {"Municipality": 3, "Forum": 2, "MEMBER_OF": 6}
    five.load(edition("new", 2), nothing)
    assert held(five) == expected(edition("new", 2))


def test_unloading_twice_does_no_harm(five: Engine) -> None:
    five.unload()
    five.unload()
    five.load(edition("new", 2), nothing)
    assert held(five) == expected(edition("new", 2))
