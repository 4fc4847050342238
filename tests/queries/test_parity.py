"""Both engines give the same rows, in the same order and of the same types, whatever the data and the selection.

``FORUMGRAPH_EXAMPLES`` says of how many generated data sets; without it there are a few, the same in every run.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

from conftest import nothing, rows_of
from forumgraph.graphdb import Graph
from forumgraph.graphdb.embedded import EmbeddedEngine
from forumgraph.graphdb.engine import Answer
from forumgraph.graphdb.server import Address
from forumgraph.graphdb.server.engine import ServerEngine
from forumgraph.graphdb.table import Rows
from forumgraph.ingest.files import shipped_data
from forumgraph.ingest.records import Records
from forumgraph.queries import CATALOGUE, parity
from forumgraph.queries.parity import Compared, compare
from summary import note

from .generating import many, read_records, records, rows_of_records

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"
TWO_ROUNDS = DATASETS / "two-rounds"

Pair = tuple[Graph, Graph]


@contextmanager
def both(rows: Rows, address: Address) -> Iterator[Pair]:
    """The same rows in a graph of either engine."""
    with tempfile.TemporaryDirectory() as folder:
        engines = (EmbeddedEngine(Path(folder) / "test.graph"), ServerEngine(address))
        for engine in engines:
            engine.load(rows, nothing)
        first, second = (engine.open() for engine in engines)
        try:
            yield first, second
        finally:
            first.close()
            second.close()


def differing(found: list[Compared]) -> list[str]:
    """The questions that differ, each with the first difference."""
    return [f"{each.question}: {each.difference}" for each in found if each.difference]


#: How many values a parameter takes by itself, and with another. Everything is asked for in any case, so that each row
#: is compared; a server takes longest to plan for each new mixture of values, however little there is to find.
#: ``forumgraph parity`` asks for each value.
SELECTIONS = {
    "the survey": (24, 1),
    "publications": (4, 0),
    "two-rounds": (4, 0),
    "own-areas": (4, 0),
    "empty": (2, 0),
}


@pytest.mark.parametrize("data", SELECTIONS)
def test_engines_give_the_same_rows_of_what_people_wrote(
    data: str, address: Address, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, number in zip(("MOST", "TOGETHER"), SELECTIONS[data], strict=True):
        monkeypatch.setattr(parity, name, number)
    with both(rows_of(shipped_data() if data == "the survey" else DATASETS / data), address) as graphs:
        found = list(compare(*graphs))
    note(request.node, found)
    assert differing(found) == []
    assert [each.question for each in found] == list(CATALOGUE)


@many(3)
@example(Records())  # not even an area or a municipality
@given(records())
def test_engines_give_the_same_rows_of_what_nobody_thought_of(
    address: Address, request: pytest.FixtureRequest, written: Records
) -> None:
    with pytest.MonkeyPatch.context() as patch, both(rows_of_records(written), address) as graphs:
        patch.setattr(parity, "TOGETHER", 0)  # more graphs in place of pairs of values
        found = list(compare(*graphs))
    note(request.node, found)
    assert differing(found) == []


class Reworded:
    """A graph as it answers where the file of one question says something else."""

    def __init__(self, graph: Graph, question: str, old: str, new: str) -> None:
        text = CATALOGUE[question].text
        assert text.count(old) == 1
        self._graph, self._texts = graph, {text: text.replace(old, new)}

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        return self._graph.rows(self._texts.get(text, text), parameters)

    def table(self, text: str, parameters: Mapping[str, Any], limit: int) -> Answer:
        return self._graph.table(self._texts.get(text, text), parameters, limit)

    def unchanged(self) -> None:
        self._graph.unchanged()

    def close(self) -> None:
        self._graph.close()


def a_few_selections(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(parity, "MOST", 2)
    patch.setattr(parity, "TOGETHER", 0)


def test_a_text_that_engines_answer_differently_is_named(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    a_few_selections(monkeypatch)
    # Neo4j goes no relation twice in one pattern, and the embedded engine does.
    change = ("forum_kept_apart", "(o:Forum)\n", "(o:Forum)-[:KEPT_APART_FROM]-(:Forum)\n")
    with both(rows_of(TWO_ROUNDS), address) as graphs:
        found = list(compare(*(Reworded(graph, *change) for graph in graphs)))
    assert [each.question for each in found if each.difference] == ["forum_kept_apart"]


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        ("forum_names", "ORDER BY id", "ORDER BY id DESC"),
        ("forum_members", "x.listed AS", "CASE WHEN x.listed THEN 1 ELSE 0 END AS"),
        ("rounds", "r.date AS", "'2015-08-20' AS"),
        ("forums", "f.note AS", "coalesce(f.note, '') AS"),
        ("wishes", "WHERE r.id", "WHERE m.code = '' AND r.id"),
        ("core_tasks", "t.name_en AS", "t.nothing AS"),
    ],
)
def test_a_difference_in_order_in_type_in_nothing_in_number_or_in_failing_is_named(
    question: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_few_selections(monkeypatch)
    engine = EmbeddedEngine(tmp_path / "test.graph")
    engine.load(rows_of(TWO_ROUNDS), nothing)
    graph, other = engine.open(), engine.open()
    found = list(compare(graph, Reworded(other, question, old, new)))
    graph.close()
    other.close()
    assert [each.question for each in found if each.difference] == [question]


def test_the_embedded_engine_answers_more_texts_than_a_connection_has_memory_for(tmp_path: Path) -> None:
    engine, forums = EmbeddedEngine(tmp_path / "test.graph"), CATALOGUE["forums"]
    engine.load(rows_of(TWO_ROUNDS), nothing)
    graph = engine.open()
    given: dict[str, Any] = {name: [] for name in forums.parameters} | {"day": ""}
    for n in range(80):
        assert graph.rows(f"{forums.text}// {n}", given) == []
    graph.close()


def test_a_name_may_be_as_long_as_a_text_may_be(address: Address) -> None:
    name = "🦄" * 4000
    day = dt.date(2015, 8, 20)
    written = {
        "municipalities": [{"code": "0101", "name": name, "kkr": name}],
        "sources": [{"id": "s", "title": name, "publisher": name, "date": day, "lines": 9}],
    }
    with both(rows_of_records(read_records(written)), address) as graphs:
        assert [
            graph.rows(CATALOGUE["municipalities"].text, {"kkr": [], "municipalities": [name]}) for graph in graphs
        ] == [[{"name": name, "code": "0101", "kkr": name, "since": None, "until": None}]] * 2
