"""A municipality is in every span that its time touches, as exactly as its dates are known, and in no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, ask, scope
from forumgraph.queries.municipalities import MUNICIPALITIES, MunicipalityRow, Span, municipalities_of

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"


@pytest.mark.parametrize(
    ("kkr", "names", "span", "found"),
    [
        (("Nord",), (), Span(), ["0201 Nordby", "0205 Nyby", "0202 Sydby", "0203 Østby", "0204 Ålby"]),
        (("Nord",), ("Nordby", "Nyby"), Span("2017-06-01", "2017-12-31"), ["0201 Nordby"]),
        ((), ("Nordby", "Nyby", "Fjordby"), Span("2018-01-01", "2018-01-01"), ["0301 Fjordby", "0205 Nyby"]),
    ],
    ids=["of all times", "in a year of change who went at its end", "who came the day after"],
)
def test_those_of_a_span_come_by_the_danish_alphabet(
    kkr: tuple[str, ...], names: tuple[str, ...], span: Span, found: list[str], loaded: Callable[..., Graph]
) -> None:
    graph = loaded(PUBLICATIONS)
    rows = municipalities_of(graph, scope(graph, Selection(municipalities=names)), span, kkr)
    assert [f"{row.code} {row.name}" for row in rows] == found


@pytest.mark.parametrize(
    ("day", "not_yet", "ended"),
    [
        ("2015-06-01", ["0205"], []),
        ("2019-06-01", [], ["0201", "0202"]),
        ("2017-12-31", ["0205"], []),  # on the day of its end it is still there
    ],
)
def test_on_a_day_some_are_not_there_yet_and_some_are_gone(
    day: str, not_yet: list[str], ended: list[str], loaded: Callable[..., Graph]
) -> None:
    rows = ask(loaded(PUBLICATIONS), MUNICIPALITIES, {"kkr": [], "municipalities": []})
    assert [row.code for row in rows if row.came_after(day)] == not_yet
    assert [row.code for row in rows if row.went_before(day)] == ended
    assert [row.code for row in rows if not row.there(Span(day, day))] == [*not_yet, *ended]


def test_a_year_or_a_month_is_all_of_its_days() -> None:
    row = MunicipalityRow("A", "0101", "K", since="2015-03", until="2017")
    days = ("2015-02-28", "2015-03-01", "2017-12-31", "2018-01-01")
    assert [row.there(Span(day, day)) for day in days] == [False, True, True, False]
    assert row.there(Span.of_year(2017))
    assert not row.there(Span.of_year(2018))
