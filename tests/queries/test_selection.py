"""What is asked for is checked word by word: a slip is never an empty answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.errors import NothingAsked, UnknownWord

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


@pytest.fixture
def two(loaded: Callable[..., Graph]) -> Callable[..., Scope]:
    return lambda **chosen: scope(loaded(DATASETS / "two-rounds"), Selection(**chosen))


def test_without_a_choice_all_rounds_and_areas_are_in_scope(two: Callable[..., Scope]) -> None:
    assert two().ids == ["sj-2015", "dk-2017"]
    assert len(two().areas) == 6


@pytest.mark.parametrize(
    ("day", "rounds"),
    [
        (dt.date(2015, 1, 10), ["sj-2015"]),
        (dt.date(2017, 2, 28), ["sj-2015"]),
        (dt.date(2017, 3, 1), ["sj-2015", "dk-2017"]),
        (dt.date(9999, 12, 31), ["sj-2015", "dk-2017"]),
    ],
)
def test_a_date_leaves_out_later_answers_but_every_round_speaks_of_fora(
    day: dt.date, rounds: list[str], two: Callable[..., Scope]
) -> None:
    found = two(as_of=day)
    assert [each.id for each in found.answering] == rounds
    assert found.ids == ["sj-2015", "dk-2017"]
    assert found.time == {"rounds": found.ids, "day": str(day)}


@pytest.mark.parametrize("chosen", [{"as_of": dt.date(2015, 1, 9)}, {"as_of": dt.date(2016, 1, 1), "round": "dk-2017"}])
def test_answers_before_every_chosen_round_are_refused(chosen: dict[str, Any], two: Callable[..., Scope]) -> None:
    found = two(**chosen)
    with pytest.raises(NothingAsked) as refused:
        found.asking()
    assert (refused.value.key, refused.value.values) == ("no_round", {"as_of": str(chosen["as_of"])})


def test_data_without_a_round_says_so(loaded: Callable[..., Graph]) -> None:
    with pytest.raises(NothingAsked) as refused:
        scope(loaded(DATASETS / "empty"), Selection())
    assert refused.value.key == "no_rounds"


@pytest.mark.parametrize(
    ("chosen", "meant"),
    [
        ({"round": "DK-2017"}, Selection(round="dk-2017")),
        ({"kkr": ("sjælland",)}, Selection(kkr=("Sjælland",))),
        ({"municipalities": ("NÆSTVED", "aarhus")}, Selection(municipalities=("Næstved", "Aarhus"))),
        ({"areas": ("LBR",)}, Selection(areas=("lbr",))),
    ],
)
def test_case_does_not_count(chosen: dict[str, Any], meant: Selection, two: Callable[..., Scope]) -> None:
    assert two(**chosen).selection == meant


@pytest.mark.parametrize(
    ("chosen", "what", "word", "near"),
    [
        ({"round": "dk-2018"}, "round", "dk-2018", "dk-2017"),
        ({"kkr": ("Sjaelland",)}, "kkr", "Sjaelland", "Sjælland"),
        ({"municipalities": ("Lolland", "Naestved")}, "municipality", "Naestved", "Næstved"),
        ({"municipalities": ("Århus",)}, "municipality", "Århus", "Aarhus"),
        ({"areas": ("company",)}, "area", "company", "companies"),
    ],
)
def test_a_slip_is_refused_with_the_word_that_was_meant(
    chosen: dict[str, Any], what: str, word: str, near: str, two: Callable[..., Scope]
) -> None:
    with pytest.raises(UnknownWord) as refused:
        two(**chosen)
    error = refused.value
    assert (error.key, error.what, error.values, error.near[0]) == (f"unknown_{what}", what, {"word": word}, near)
    assert error.known == sorted(error.known)
    assert near in error.known


def test_a_word_that_is_like_nothing_is_refused_without_a_guess(two: Callable[..., Scope]) -> None:
    with pytest.raises(UnknownWord) as refused:
        two(areas=("xyz",))
    assert refused.value.near == []


def test_the_rounds_say_how_many_were_asked_and_answered(two: Callable[..., Scope]) -> None:
    assert [(each.id, each.asked, each.answered) for each in two().rounds] == [("sj-2015", 4, 3), ("dk-2017", 3, 2)]
