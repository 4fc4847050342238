"""How far municipalities have come: what was reported stands, what is suggested is apart, unknown is never green."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.progress import Progress, progress

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"

Asked = Callable[..., Progress]


@pytest.fixture(scope="module")
def asked(loaded: Callable[..., Graph]) -> Asked:
    """Return a function that asks the small set of publications, in a year or with the fields of a selection."""
    graph = loaded(PUBLICATIONS)

    def ask(year: int | None = None, **chosen: Any) -> Progress:
        return progress(graph, scope(graph, Selection(**chosen)), year)

    return ask


def states(found: Progress) -> dict[tuple[str, str], str]:
    return {(row.municipality, row.requirement): row.state for row in found.rows}


def test_the_latest_report_up_to_the_time_stands_and_those_before_it_are_kept(asked: Asked) -> None:
    rows = {(each.municipality, each.requirement): each for each in asked(2017).rows}
    row = rows["Østby", "nord-rekruttering"]
    assert (row.state, row.date, [str(each) for each in row.evidence]) == ("green", "2017-01-20", ["fremdrift-2016:5"])
    assert [(each.state, each.date) for each in row.history] == [("yellow", "2016-01-20")]
    assert states(asked(as_of=dt.date(2017, 1, 19)))["Østby", "nord-rekruttering"] == "yellow"


def test_what_was_reported_in_an_earlier_year_says_nothing_of_a_later_one(asked: Asked) -> None:
    rows = {(each.municipality, each.requirement): each for each in asked(2018).rows}
    row = rows["Østby", "nord-rekruttering"]
    assert (row.state, row.date, row.evidence) == ("unknown", None, ())
    assert [(each.state, each.date) for each in row.history] == [("yellow", "2016-01-20"), ("green", "2017-01-20")]
    assert states(asked(as_of=dt.date(2018, 12, 31)))["Østby", "nord-rekruttering"] == "green", "until then the latest"


def test_what_was_not_in_force_and_who_was_not_there_is_not_asked(asked: Asked) -> None:
    in_2018, in_2019 = states(asked(2018, kkr=("Nord",))), states(asked(2019, kkr=("Nord",)))
    assert {name for name, _ in in_2018} == {name for name, _ in in_2019} == {"Østby", "Ålby", "Nyby"}
    assert ("Østby", "nord-strategi") in in_2018
    assert ("Østby", "nord-strategi") not in in_2019
    assert {name for name, _ in states(asked(2017, kkr=("Nord",)))} == {"Nordby", "Sydby", "Østby", "Ålby"}


def test_without_a_time_it_is_of_the_latest_year_that_the_data_speak_of(asked: Asked) -> None:
    assert asked(kkr=("Nord",)).span.last == "2019-12-31"
    assert asked(municipalities=("Østby",)).span.last == "2019-12-31", "the KKR of the municipality counts alone"


def test_a_forum_that_fits_suggests_green_an_answer_yellow_or_red_and_no_reply_nothing(asked: Asked) -> None:
    found = {
        (row.municipality, row.requirement): (row.suggested.state, row.suggested.why, row.suggested.forums)
        for row in asked(2019, kkr=("Nord",)).rows
    }
    assert found == {
        ("Nyby", "nord-beredskab"): ("red", "none", ()),
        ("Nyby", "nord-rekruttering"): ("green", "member", ("job5",)),
        ("Nyby", "nord-strategi-2019"): (None, "nothing", ()),
        ("Østby", "nord-beredskab"): ("green", "member", ("panel",)),
        ("Østby", "nord-rekruttering"): ("green", "member", ("job5",)),
        ("Østby", "nord-strategi-2019"): (None, "nothing", ()),
        ("Ålby", "nord-beredskab"): (None, "no_reply", ()),
        ("Ålby", "nord-rekruttering"): ("green", "member", ("job5",)),
        ("Ålby", "nord-strategi-2019"): (None, "nothing", ()),
    }
    earlier = {(row.municipality, row.requirement): row.suggested.state for row in asked(2015, kkr=("Nord",)).rows}
    assert earlier["Østby", "nord-beredskab"] == "yellow", "planned"
    assert earlier["Ålby", "nord-beredskab"] == "yellow", "informal"


def test_a_forum_of_which_nothing_is_known_at_the_time_suggests_nothing_and_is_told(asked: Asked) -> None:
    rows = asked(as_of=dt.date(2021, 1, 1), municipalities=("Østby", "Ålby")).rows
    found = {(row.municipality, row.requirement): row.suggested for row in rows}
    recruiting = found["Østby", "nord-rekruttering"]
    assert (recruiting.state, recruiting.why, recruiting.forums) == (None, "unsure", ("job5",))
    assert recruiting.rounds == ("kl-2020", "nord-2019")


def test_it_rests_on_the_rounds_that_recommend_and_then_on_those_that_suggest(asked: Asked) -> None:
    found = asked(2017, municipalities=("Østby",))
    assert found.rounds == ("nord-2015", "nord-2019", "kl-2020")
    assert [each.id for each in asked(2018, kkr=("Syd",)).suggesting] == []


@pytest.mark.parametrize("year", [2014, 2015, 2017, 2019, 2021])
def test_no_figure_counts_more_than_were_asked(asked: Asked, year: int) -> None:
    for total in asked(year).totals:
        assert total.green + total.yellow + total.red + total.unknown == total.asked
        assert total.answered == total.asked - total.unknown
        assert total.asked == 0 or 0 <= (total.share_low or 0) <= (total.share_high or 0) <= 1


def test_nothing_that_is_suggested_is_in_a_figure(asked: Asked) -> None:
    total = next(each for each in asked(2017, kkr=("Nord",)).totals if each.requirement == "nord-rekruttering")
    assert (total.green, total.unknown, total.asked, total.answered) == (1, 3, 4, 1)
    assert (total.share_low, total.share_high) == (1 / 4, 1.0)


def test_the_total_of_a_theme_counts_each_requirement_of_each_municipality(asked: Asked) -> None:
    theme = next(each for each in asked(2016, kkr=("Nord",)).totals if each.requirement is None)
    assert (theme.theme, theme.green, theme.yellow, theme.unknown, theme.asked) == ("Virksomheder", 1, 1, 6, 8)


def test_what_a_day_leaves_out_is_of_the_kkrs_that_something_was_asked_of(asked: Asked) -> None:
    assert asked(2015).concerned.selection.kkr == ("Nord",)
    assert asked(2018).concerned.selection.kkr == ("Nord", "Syd")
    assert asked(2012).concerned.selection.kkr == ()
