"""What the municipalities of KKR Syddanmark answered in 2015, as the rows of the survey's table say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.coverage import Total, coverage
from forumgraph.queries.errors import NothingAsked

TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"
AREAS = ("lbr", "unemployment_funds", "education", "jobcentres", "unions", "companies")
STATUS = {"e": "established", "i": "informal", "p": "planned", "-": "none", "?": "no_reply", "x": "not_asked"}

# One letter an area, in the order of the table's columns; the municipalities in the order of the Danish alphabet.
ANSWERS = {
    "Assens": "- e e e - i",
    "Billund": "e e e e e p",
    "Esbjerg": "e e e e e e",
    "Fanø": "x x x x x x",
    "Fredericia": "- i i e i i",
    "Faaborg-Midtfyn": "i e i e i e",
    "Haderslev": "e e e e e e",
    "Kerteminde": "e e e e i -",
    "Kolding": "e e e e i e",
    "Langeland": "e e i e e i",
    "Middelfart": "e e e e e e",
    "Nordfyns": "i e i e i i",
    "Nyborg": "i e - e - -",
    "Odense": "e e e e e e",
    "Svendborg": "e e e e i -",
    "Sønderborg": "- i i e i i",
    "Tønder": "e e e e e e",
    "Varde": "e e e e - e",
    "Vejen": "e e e e i e",
    "Vejle": "e e e e i e",
    "Ærø": "? ? ? ? ? ?",
    "Aabenraa": "e e e e e e",
}


def test_every_municipality_has_its_answer_in_every_area_by_the_danish_alphabet(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    rows = coverage(survey, scoped()).rows
    wanted = [
        (name, area, STATUS[letter])
        for name, letters in ANSWERS.items()
        for area, letter in zip(AREAS, letters.split(), strict=True)
    ]
    assert [(row.municipality, row.area, row.status) for row in rows] == wanted


@pytest.mark.parametrize("area", AREAS)
def test_the_totals_of_an_area_are_the_letters_of_its_column(
    area: str, survey: Graph, scoped: Callable[..., Scope]
) -> None:
    column = [letters.split()[AREAS.index(area)] for letters in ANSWERS.values()]
    (total,) = coverage(survey, scoped(areas=(area,))).totals
    counted = {status: column.count(letter) for letter, status in STATUS.items()}
    assert {status: getattr(total, status) for status in counted} == counted


def test_21_were_asked_and_20_answered_in_every_area(survey: Graph, scoped: Callable[..., Scope]) -> None:
    totals = coverage(survey, scoped()).totals
    assert [(t.area, t.asked, t.answered, t.no_reply, t.not_asked) for t in totals] == [
        (area, 21, 20, 1, 1) for area in AREAS
    ]


@pytest.mark.parametrize(
    ("area", "established"),
    list(zip(AREAS, (14, 18, 14, 20, 8, 11), strict=True)),
)
def test_the_share_lies_between_the_established_and_these_with_the_unanswered_of_those_asked(
    area: str, established: int, survey: Graph, scoped: Callable[..., Scope]
) -> None:
    (total,) = coverage(survey, scoped(areas=(area,))).totals
    assert (total.share_low, total.share_high) == (established / 21, (established + 1) / 21)


def test_a_municipality_that_was_not_asked_is_in_no_denominator(survey: Graph, scoped: Callable[..., Scope]) -> None:
    totals = coverage(survey, scoped(municipalities=("Fanø",))).totals
    assert [(t.asked, t.answered, t.not_asked, t.share_low, t.share_high) for t in totals] == [
        (0, 0, 1, None, None)
    ] * 6


def test_a_municipality_that_did_not_answer_may_have_everything_or_nothing(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    totals = coverage(survey, scoped(municipalities=("Ærø",))).totals
    assert [(t.asked, t.answered, t.share_low, t.share_high) for t in totals] == [(1, 0, 0.0, 1.0)] * 6


def test_an_empty_row_cites_the_one_line_that_shows_it_empty(survey: Graph, scoped: Callable[..., Scope]) -> None:
    rows = coverage(survey, scoped(municipalities=("Ærø",))).rows
    assert [[str(each) for each in row.evidence] for row in rows] == [["kkr-syddanmark-2015:3004"]] * 6


def test_a_kkr_that_no_round_asked_is_said_and_not_counted_as_nobody(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    with pytest.raises(NothingAsked) as said:
        coverage(survey, scoped(kkr=("Sjælland",)))
    assert (said.value.key, said.value.values) == ("nobody_asked", {"area": "lbr"})


def _two(loaded: Callable[..., Graph], **chosen: Any) -> tuple[Graph, Scope]:
    graph = loaded(TWO_ROUNDS)
    return graph, scope(graph, Selection(**chosen))


def test_each_area_is_answered_by_the_latest_round_that_asked_about_it(loaded: Callable[..., Graph]) -> None:
    found = coverage(*_two(loaded))
    assert [(total.area, total.round) for total in found.totals] == [
        ("lbr", "dk-2017"),
        ("education", "sj-2015"),
        ("companies", "dk-2017"),
    ]
    assert found.rounds == ("dk-2017", "sj-2015")
    statuses = {(row.area, row.status) for row in found.rows if row.municipality == "Lolland"}
    assert statuses == {("lbr", "established"), ("education", "established"), ("companies", "established")}


def test_an_area_that_only_others_were_asked_about_is_left_out(loaded: Callable[..., Graph]) -> None:
    found = coverage(*_two(loaded, kkr=("Syddanmark",)))
    assert [(total.area, total.round) for total in found.totals] == [("lbr", "dk-2017"), ("companies", "dk-2017")]
    with pytest.raises(NothingAsked) as said:
        coverage(*_two(loaded, kkr=("Syddanmark",), areas=("lbr", "education")))
    assert (said.value.key, said.value.values) == ("nobody_asked", {"area": "education"})


def test_as_of_a_day_between_the_rounds_the_first_answers_everything(loaded: Callable[..., Graph]) -> None:
    found = coverage(*_two(loaded, as_of=dt.date(2017, 2, 28)))
    assert {total.round for total in found.totals} == {"sj-2015"}
    assert [row.status for row in found.rows if row.municipality == "Lolland"] == [
        "established",
        "established",
        "planned",
    ]


def test_a_chosen_round_answers_only_what_it_asked(loaded: Callable[..., Graph]) -> None:
    assert [total.area for total in coverage(*_two(loaded, round="dk-2017")).totals] == ["lbr", "companies"]


def test_an_area_that_no_chosen_round_asked_about_is_refused(loaded: Callable[..., Graph]) -> None:
    with pytest.raises(NothingAsked) as refused:
        coverage(*_two(loaded, round="dk-2017", areas=("education",)))
    assert refused.value.key == "area_not_asked"
    assert refused.value.values == {"area": "education", "rounds": "dk-2017"}


def test_a_total_counts_the_different_fora_of_the_established(loaded: Callable[..., Graph]) -> None:
    found = coverage(*_two(loaded, round="sj-2015"))
    assert found.totals == (
        Total("lbr", 1, 0, 0, 2, 1, 1, 4, 3, 0.25, 0.5, 1, "sj-2015"),
        Total("education", 2, 1, 0, 0, 1, 1, 4, 3, 0.5, 0.75, 2, "sj-2015"),
        Total("companies", 1, 0, 1, 1, 1, 1, 4, 3, 0.25, 0.5, 1, "sj-2015"),
    )
