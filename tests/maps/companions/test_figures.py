"""The figures of the companion files: the latest answers, and what is in which denominator."""

from __future__ import annotations

from dataclasses import replace

from forumgraph.maps.companions.figures import latest, outside, totals
from forumgraph.maps.model import MapRound
from maps.companions.builders import answer, small


def test_who_was_not_asked_is_in_no_denominator_and_who_was_silent_widens_the_interval() -> None:
    education, companies = totals(small())
    assert (education.counts["established"], education.answered, education.asked) == (2, 2, 3)
    assert (education.low, education.high) == (2 / 3, 1.0)
    assert (companies.low, companies.high) == (0.0, 1 / 3)


def test_where_nobody_was_asked_there_is_no_share() -> None:
    (fano,) = (each for each in small().municipalities if each.name == "Fanø")
    (education, _) = totals(replace(small(), municipalities=(fano,)))
    assert (education.asked, education.low, education.high) == (0, None, None)


def test_each_area_shows_the_latest_round_that_asked_about_it() -> None:
    later = MapRound("syd-2016", "Opfølgning", "2016-05-01", "kilde-2016", ("companies",))
    first = small().municipalities[0]
    asked_again = replace(
        first, answers=(*first.answers, replace(answer("companies", "established"), round="syd-2016"))
    )
    data = replace(small(), rounds=(*small().rounds, later), municipalities=(asked_again,))
    (row,) = latest(data)
    assert {area: one.status for area, one in row.answers.items()} == {
        "education": "established",
        "companies": "established",
    }


def test_a_municipality_that_is_only_named_by_others_has_no_row() -> None:
    assert [row.municipality.name for row in latest(small())] == ["Assens", "Fanø", "Odense", "Ærø"]
    assert [each.name for each in outside(small())] == ["Lolland"]
