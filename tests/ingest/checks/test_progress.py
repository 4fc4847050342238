"""Progress is told by those whom a requirement is for, of a time at which it was in force and they were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say

_ASKED = (
    "requirements:\n  - {id: k, kkr: Syddanmark, theme: T, level: must, summary: S, lines: 20, in_force_from: 2015-02,"
    " in_force_until: 2017}\n  - {id: k-2, kkr: Syddanmark, theme: T, level: may, summary: S, lines: 21,"
    " in_force_from: 2018, succeeds: k}\n  - {id: k-3, kkr: Syddanmark, theme: T, level: may, summary: S, lines: 22,"
    " in_force_from: 2019-03, succeeds: k-2}\n"
)


def _codes(say: Say, *told: str) -> list[str]:
    lines = "".join(f"  - {{state: green, lines: 30, {each}}}\n" for each in told)
    return [line.split()[1] for line in say(HEAD + _ASKED + "progress:\n" + lines)]


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("2014", ["FG426"]),
        ("2015-01-31", ["FG426"]),
        ("2015", []),
        ("2017-12-31", []),
        ("2018", ["FG426"]),
        ("2018, requirement: k-2", []),
        ("2019-02-28, requirement: k-2", []),
        ("2019, requirement: k-2", []),
        ("2019-03-01, requirement: k-2", ["FG426"]),  # replaced on that day
        ("2031, requirement: k-3", []),
    ],
)
def test_what_is_not_in_force_is_not_asked_about(date: str, codes: list[str], say: Say) -> None:
    requirement = "" if "requirement" in date else ", requirement: k"
    assert _codes(say, f"municipality: Vejle, date: {date}{requirement}") == codes


@pytest.mark.parametrize(("who", "codes"), [("Vejle", []), ("Aarhus", ["FG427"]), ("Veile", ["FG301"])])
def test_a_kkr_asks_its_own_municipalities(who: str, codes: list[str], say: Say) -> None:
    assert _codes(say, f"municipality: {who}, requirement: k, date: 2016") == codes


@pytest.mark.parametrize(("date", "codes"), [("2016", ["FG317"]), ("2016-01", []), ("2017", [])])
def test_a_municipality_is_in_one_state_at_a_time(date: str, codes: list[str], say: Say) -> None:
    told = "municipality: Vejle, requirement: k, date: "
    assert _codes(say, told + "2016", told + date) == codes
