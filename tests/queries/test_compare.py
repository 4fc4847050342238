"""One KKR's fora against another's requirements: who has one, who has none, who is unknown, who was not asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.compare import Compared, compare
from forumgraph.queries.errors import QuestionError

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


def named(each: Compared) -> tuple[list[tuple[str, bool]], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return [(one.municipality, one.asked) for one in each.fitting], each.without, each.unknown, each.not_asked


def test_fora_of_the_first_are_held_against_requirements_of_the_second(loaded: Callable[..., Graph]) -> None:
    graph = loaded(DATASETS / "third-kkr")
    (way,) = compare(graph, scope(graph, Selection(kkr=("Øst", "Vest"))), both=False).directions
    assert (way.forums_of, way.requirements_of) == ("Øst", "Vest")
    by_id = {each.requirement: each for each in way.requirements}
    climate = by_id["vest-klima"]
    assert named(climate) == ([("Skovby", True)], ("Engby",), ("Moseby",), ())
    assert [str(each) for each in climate.fitting[0].evidence] == ["oest-2022:11"]
    assert (climate.numerator, climate.denominator, climate.answered) == (1, 3, 2)
    assert (climate.share_low, climate.share_high) == (1 / 3, 2 / 3)
    # A requirement that says of no forum that it would speak for it is met by nobody and missed by nobody.
    assert named(by_id["vest-plan"]) == ([], (), ("Engby", "Moseby", "Skovby"), ())


def test_whom_a_forum_counts_in_but_not_on_the_day_is_unknown(loaded: Callable[..., Graph]) -> None:
    graph = loaded(DATASETS / "publications")
    later = Selection(kkr=("Nord", "Syd"), as_of=dt.date(2021, 6, 1))
    (way,) = compare(graph, scope(graph, later), both=False).directions
    (row,) = way.requirements
    assert named(row) == ([], (), ("Nyby", "Østby", "Ålby"), ())
    assert (row.numerator, row.denominator, row.answered) == (0, 3, 2)
    assert (row.share_low, row.share_high) == (0, 1)


def test_of_municipalities_of_one_kkr_there_is_one_direction_and_of_others_none(loaded: Callable[..., Graph]) -> None:
    graph = loaded(DATASETS / "third-kkr")
    chosen = Selection(kkr=("Øst", "Vest"), municipalities=("Aaby",))
    (way,) = compare(graph, scope(graph, chosen), both=True).directions
    assert way.forums_of == "Vest"
    with pytest.raises(QuestionError) as raised:
        compare(graph, scope(graph, chosen), both=False)
    assert (raised.value.key, raised.value.values) == ("none_of_kkr", {"kkr": "Øst"})


@pytest.mark.parametrize("day", [None, dt.date(2018, 6, 1), dt.date(2022, 6, 1), dt.date(2030, 1, 1)])
@pytest.mark.parametrize(("data", "kkr"), [("publications", ("Nord", "Syd")), ("third-kkr", ("Vest", "Øst"))])
def test_no_figure_counts_more_than_were_asked(
    loaded: Callable[..., Graph], data: str, kkr: tuple[str, str], day: dt.date | None
) -> None:
    graph = loaded(DATASETS / data)
    ways = compare(graph, scope(graph, Selection(kkr=kkr, as_of=day)), both=True).directions
    for each in (row for way in ways for row in way.requirements):
        asked = [one.municipality for one in each.fitting if one.asked]
        assert each.numerator == len(asked) <= each.denominator == len({*asked, *each.without, *each.unknown})
        assert each.answered <= each.denominator
        assert each.denominator == 0 or 0 <= (each.share_low or 0) <= (each.share_high or 0) <= 1
        assert not set(each.not_asked) & {*asked, *each.without, *each.unknown}


def test_who_was_not_asked_is_in_no_figure_also_where_others_name_it(loaded: Callable[..., Graph]) -> None:
    graph = loaded(DATASETS / "publications")
    there, back = compare(graph, scope(graph, Selection(kkr=("Nord", "Syd"))), both=True).directions
    (row,) = there.requirements
    assert named(row) == ([("Nyby", True), ("Østby", True), ("Ålby", True)], (), (), ("Nordby", "Sydby"))
    assert (row.numerator, row.denominator, row.share_low) == (3, 3, 1.0)
    assert {(each.denominator, each.share_low) for each in back.requirements} == {(0, None)}
