"""Asks every question of two graphs with every selection: rows should be the same, in order and in type.

Each parameter takes every value that the graph has for it while the others select everything, and any two parameters
take their first few values together. Lists that a text gathers with ``collect()`` have no order of their own.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.graphdb.errors import GraphError
from forumgraph.queries.findings import TOPICS
from forumgraph.queries.forum_rows import NAMES
from forumgraph.queries.organisations import ORGANISATIONS
from forumgraph.queries.question import CATALOGUE, Question, ask
from forumgraph.queries.representation import ROLES
from forumgraph.queries.requirements import REQUIREMENTS
from forumgraph.queries.selection import ANY_DATE, AREAS, ROUNDS, WORDS

MOST = 200  # values that one parameter takes by itself
TOGETHER = 4  # values that each of two parameters takes together with the other

Progress = Callable[[str, int], None]
"""Told which question is being compared, and how many were asked so far."""


@dataclass(frozen=True)
class Difference:
    """The first row in which two graphs differ; None stands for a row that one does not have.

    ``row`` counts from 1. Where a graph could not answer, its side holds the reason in place of a row.
    """

    parameters: dict[str, Any]
    row: int
    first: Any
    second: Any


@dataclass(frozen=True)
class Compared:
    """One question: how many selections it was asked with, how many rows came, and the first difference."""

    question: str
    selections: int
    rows: int
    difference: Difference | None


def askings(graph: Graph) -> Iterator[tuple[Question[Any], list[dict[str, Any]]]]:
    """Yield every question with the parameters of every selection, made from what a graph holds."""
    values = _values(graph)
    for question in CATALOGUE.values():
        yield question, list(_selections({name: values[name] for name in question.parameters}))


def compare(first: Graph, second: Graph, progress: Progress | None = None) -> Iterator[Compared]:
    """Yield what each question shows; a question that differs is not asked further."""
    before = 0
    with ThreadPoolExecutor(max_workers=1) as beside:  # the two think at the same time
        for question, selections in askings(first):
            compared = Compared(question.id, 0, 0, None)
            for compared in _selection_by_selection(question, selections, _Pair(first, second, beside)):
                if progress:
                    progress(question.id, before + compared.selections)
            before += compared.selections
            yield compared


@dataclass(frozen=True)
class _Pair:
    """Two graphs that are asked at the same time."""

    first: Graph
    second: Graph
    beside: Executor

    def answers(self, question: Question[Any], parameters: dict[str, Any]) -> tuple[list[Any], list[Any]]:
        second = self.beside.submit(_answer, self.second, question, parameters)
        return _answer(self.first, question, parameters), second.result()


def _selection_by_selection(
    question: Question[Any], selections: list[dict[str, Any]], pair: _Pair
) -> Iterator[Compared]:
    """Yield what was compared so far after each selection; the first difference ends it."""
    rows = 0
    for asked, parameters in enumerate(selections, 1):
        count, different = _compare(parameters, *pair.answers(question, parameters))
        rows += count
        yield Compared(question.id, asked, rows, different)
        if different:
            return


def _values(graph: Graph) -> dict[str, list[Any]]:
    """Return the values of each parameter that the questions take, the widest first."""
    rounds = ask(graph, ROUNDS, {"as_of": str(ANY_DATE)})
    words = ask(graph, WORDS)
    names = [name for each in words for name in sorted(each.municipalities)]
    kkr = [name for each in words for name in sorted(each.kkr)]
    areas = [area.id for area in ask(graph, AREAS)]
    ids = [each.id for each in rounds]
    dates = sorted({str(each.date) for each in rounds})
    return {
        "round": [*reversed(ids), "no-such-round"],
        "area": [*areas, "no-such-area"],
        "as_of": [str(ANY_DATE), *dates, "0001-01-01"],
        "day": ["", *dates, "0001-01-01"],
        "first": ["", *dates],
        "last": [str(ANY_DATE), *dates, "0001-01-01"],
        "rounds": _lists(ids, ids),
        "kkr": _lists(kkr, []),
        "municipalities": _lists(names, []),
        "areas": _lists(areas, []),
        "forums": _lists([each.id for each in ask(graph, NAMES)], []),
        "roles": _lists(list(ROLES), []),
        "organisations": _lists(_organisations(graph, ids), []),
        "requirements": _lists(_requirements(graph, ids), []),
        "topics": _lists([each.topic for each in ask(graph, TOPICS)], []),
    }


def _organisations(graph: Graph, rounds: list[str]) -> list[str]:
    rows = ask(graph, ORGANISATIONS, {"rounds": rounds, "day": "", "organisations": []})
    return list(dict.fromkeys(row.organisation for row in rows))


def _requirements(graph: Graph, rounds: list[str]) -> list[str]:
    always = {"first": "", "last": str(ANY_DATE)}
    return [row.id for row in ask(graph, REQUIREMENTS, {"rounds": rounds, "kkr": [], "areas": [], **always})]


def _lists(values: list[str], widest: list[str]) -> list[list[str]]:
    """Return lists to choose from: the widest, each value alone, the first and last together, and one unknown."""
    both = [[values[0], values[-1]]] if len(values) > 1 else []
    return [widest, *([each] for each in values), *both, ["no such"]]


def _selections(values: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    widest = {name: each[0] for name, each in values.items()}
    yield widest
    for name, each in values.items():
        for value in each[1 : 1 + MOST]:
            yield {**widest, name: value}
    for one, other in itertools.combinations(values, 2):
        for a, b in itertools.product(values[one][1 : 1 + TOGETHER], values[other][1 : 1 + TOGETHER]):
            yield {**widest, one: a, other: b}


def _compare(parameters: dict[str, Any], first: list[Any], second: list[Any]) -> tuple[int, Difference | None]:
    for n, (a, b) in enumerate(itertools.zip_longest(first, second), 1):
        if _typed(a) != _typed(b):
            return n, Difference(parameters, n, a, b)
    return len(first), None


def _answer(graph: Graph, question: Question[Any], parameters: dict[str, Any]) -> list[Any]:
    """Return the rows of a graph; where it cannot answer, the reason is its only row."""
    try:
        rows = graph.rows(question.text, parameters)
    except GraphError as error:
        return [error.values.get("reason", error.key)]
    return [{name: _ordered(value, name in question.gathered) for name, value in row.items()} for row in rows]


def _ordered(value: Any, gathered: bool) -> Any:
    return sorted(value) if gathered and isinstance(value, list) else value


def _typed(value: Any) -> Any:
    """True is not 1, and a date is not its text."""
    if isinstance(value, dict):
        return {name: _typed(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    return type(value).__name__, value
