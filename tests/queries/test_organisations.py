"""Organisations: their seats, their meetings as far as known, and the names they are found by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries.errors import UnknownWord
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MeetingRow
from forumgraph.queries.organisations import (
    Meetings,
    Organisation,
    frequency,
    organisations,
)

Asked = Callable[[str], Organisation]


@pytest.fixture(scope="module")
def asked(survey: Graph, scoped: Callable[..., Scope]) -> Asked:
    everything = scoped()
    return lambda word: organisations(survey, everything, word).organisations[0]


def test_a_union_sits_where_the_lines_name_it(asked: Asked) -> None:
    """AC, LO and FTF meet the jobcentres of South Funen with the unions, twice a year (2039-2043)."""
    found = asked("AC")
    (seat,) = found.forums
    assert (seat.forum, seat.reported_by, seat.evidence) == (
        "faellesmoeder-faglige-sydfyn", ("Svendborg",), (Evidence("kkr-syddanmark-2015", "2039-2043"),),
    )  # fmt: skip
    assert found.municipalities == ("Faaborg-Midtfyn", "Langeland", "Svendborg")  # Ærø is only inferred
    assert found.meetings == Meetings(2, 2, known=1, unknown=0)


def test_the_state_runs_its_networks(asked: Asked) -> None:
    """Lines 952-953 and 1486-1491."""
    assert [(seat.forum, seat.runs) for seat in asked("star").forums] == [
        ("star-faglige-netvaerk", True),
        ("star-jobcenterchefmoeder", True),
    ]


def test_where_no_frequency_is_reported_there_is_no_number(asked: Asked) -> None:
    assert asked("dansk-byggeri").meetings == Meetings(None, None, known=0, unknown=3)


def test_what_is_only_planned_is_a_seat_and_no_meeting(asked: Asked) -> None:
    found = asked("dansk-industri")
    planned = [seat.forum for seat in found.forums if seat.status == "planned"]
    assert planned == ["partnerskab-di-varde"]
    assert found.meetings.known + found.meetings.unknown == len(found.forums) - 1
    assert "Varde" not in found.municipalities


def test_those_in_most_fora_come_first(survey: Graph, scoped: Callable[..., Scope]) -> None:
    found = organisations(survey, scoped()).organisations
    counts = [len(each.forums) for each in found]
    assert counts == sorted(counts, reverse=True)
    assert "3f" in {each.id for each in found if each.forums}


def test_a_selection_keeps_who_sits_in_its_fora(survey: Graph, scoped: Callable[..., Scope]) -> None:
    found = organisations(survey, scoped(areas=("jobcentres",))).organisations
    assert {each.id for each in found} == {"a-kasser", "arbejdsmarkedskontor-syd", "star"}
    assert all("jobcentres" in seat.areas for each in found for seat in each.forums)


def test_how_often_a_forum_meets_is_said_by_whoever_says_it(asked: Asked) -> None:
    """Svendborg names LO (2039-2043); twice a year is what Langeland says (1460-1465)."""
    (seat,) = (seat for seat in asked("lo").forums if seat.forum == "faellesmoeder-faglige-sydfyn")
    assert (seat.reported_by, seat.per_year_low, seat.per_year_by) == (("Svendborg",), 2, ("Langeland",))
    assert seat.per_year_evidence == (Evidence("kkr-syddanmark-2015", "1460-1465"),)


def test_only_established_answers_that_name_a_forum_can_lack_an_organisation(asked: Asked) -> None:
    """Kerteminde and Kolding are informal with the unions, Ærø did not answer, Sønderborg has no company forum."""
    assert [(gap.municipality, gap.area) for gap in asked("lo").missing] == [
        ("Billund", "lbr"),
        ("Billund", "unions"),
        ("Haderslev", "companies"),
        ("Haderslev", "lbr"),
        ("Varde", "lbr"),
    ]


def test_what_is_usual_with_the_neighbours_does_not_depend_on_what_was_chosen(
    survey: Graph, scoped: Callable[..., Scope], asked: Asked
) -> None:
    (chosen,) = organisations(survey, scoped(municipalities=("Haderslev",), areas=("lbr",)), "lo").organisations
    assert chosen.missing == tuple(
        gap for gap in asked("lo").missing if (gap.municipality, gap.area) == ("Haderslev", "lbr")
    )


def meeting(least: int, most: int, level: str | None, by: str = "A") -> MeetingRow:
    return MeetingRow("f/0", "f", least, most, level, by, "r", ())


@pytest.mark.parametrize(
    ("rows", "interval"),
    [
        ([], (None, None)),
        ([meeting(4, 4, None)], (4, 4)),
        ([meeting(3, 4, None)], (3, 4)),
        ([meeting(4, 4, "management", "A"), meeting(6, 6, "management", "B")], (4, 6)),  # two who differ
        ([meeting(1, 2, "political"), meeting(4, 4, "management")], (1, 6)),  # two levels
        ([meeting(4, 4, None, "A"), meeting(4, 4, "management", "B")], (4, 4)),  # the same, once without its level
    ],
)
def test_reports_make_an_interval(rows: list[MeetingRow], interval: tuple[int | None, int | None]) -> None:
    assert frequency(rows) == interval


@pytest.mark.parametrize("word", ["arbejdsmarkedskontor-syd", "Arbejdsmarkedskontor Syd", "ARBEJDSMARKEDSKONTOR SYD"])
def test_an_id_and_a_name_find_one(word: str, asked: Asked) -> None:
    assert asked(word).id == "arbejdsmarkedskontor-syd"


def test_another_name_finds_one_as_well(asked: Asked) -> None:
    assert asked("fagbevægelsen").id == "faglige-organisationer"


def test_a_slip_is_refused_with_the_nearest(asked: Asked) -> None:
    with pytest.raises(UnknownWord) as caught:
        asked("Dansk Industi")
    assert (caught.value.key, caught.value.near[0]) == ("unknown_organisation", "Dansk Industri")
