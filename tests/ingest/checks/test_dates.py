"""Dates are compared as exactly as they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say

_OLD = "source: s\nsources:\n  - {id: s, title: t, publisher: p, date: 2015-01-01, lines: 9}\nforums:\n"


def _forum(dates: str, id_: str = "a") -> str:
    return f"  - {{id: {id_}, name: {id_}, kind: council, {dates}}}\n"


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ("since: 2014, until: 2014", []),
        ("since: 2014-12, until: 2014", []),
        ("since: 2014-12-31, until: 2014-12", []),
        ("since: 2015, until: 2014-12-31", ["FG407"]),
        ("since_at_least: 2015-02, until_at_most: 2015-01", ["FG407"]),
        ("since: 2014-06-30, until: 2014-06-29", ["FG407"]),
        ("until: 2014", []),
        ("since: 2015-00", ["FG206"]),
        ("since: 2015-02-29", ["FG206"]),
        ("since: 2016-02-29", []),
        ("since: '0000'", ["FG206"]),
        ("since: 2015, since_at_least: 2014, until: 2016", ["FG211"]),
    ],
)
def test_a_forum_begins_before_it_ends(dates: str, codes: list[str], say: Say) -> None:
    assert [line.split()[1] for line in say("forums:\n" + _forum(dates))] == codes


@pytest.mark.parametrize(
    ("until", "since", "codes"),
    [
        ("2014-12-31", "2015", []),
        ("2014-12-31", "2014-12-31", []),
        ("2014", "2014-06", []),
        ("2014-12-31", "2014", []),
        ("2014-12-31", "2014-11", ["FG408"]),
        ("2014-12", "2013", ["FG408"]),
    ],
)
def test_a_successor_begins_when_its_predecessor_has_ended(until: str, since: str, codes: list[str], say: Say) -> None:
    forums = _forum(f"until: {until}", "old") + _forum(
        f"since: {since}, succeeds: [{{forum: old, how: h, lines: 1}}]", "new"
    )
    assert [line.split()[1] for line in say(_OLD + forums)] == codes


@pytest.mark.parametrize(
    ("before", "date", "codes"),
    [
        ("since: 2012", "2011-12", ["FG433"]),
        ("since: 2012", "2012-01-01", []),
        ("since: 2012-06", "2012", []),
        ("since_at_least: 2012", "2011", []),  # it may have begun before
    ],
)
def test_nothing_is_carried_on_before_it_began(before: str, date: str, codes: list[str], say: Say) -> None:
    forums = _forum(before, "old") + _forum(f"succeeds: [{{forum: old, how: h, date: {date}, lines: 1}}]", "new")
    assert [line.split()[1] for line in say(_OLD + forums)] == codes


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        ("until: 2014", ["FG434"]),
        ("until_at_most: 2015-07", ["FG434"]),
        ("until: 2015", []),  # perhaps after the round of 20 August
        ("until: 2015-08-20", []),
        ("until: 2014, status: ended", []),
        ("until: 2014, status: planned", []),
    ],
)
def test_what_ended_before_the_latest_round_does_not_exist(own: str, codes: list[str], say: Say) -> None:
    told = "statements:\n  - {forum: a, lines: 1}\n"
    assert [line.split()[1] for line in say(HEAD + "forums:\n" + _forum(own) + told)] == codes


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        ("since: 2015", []),
        ("since: 2015-08-20", []),
        ("since: 2015-08-21", ["FG428"]),
        ("until: 2015", []),
        ("until: 2015-08-19", ["FG428"]),
        ("since: 2016, until: 2014", ["FG428", "FG407"]),
    ],
)
def test_a_municipality_answers_while_it_is_there(own: str, codes: list[str], say: Say) -> None:
    reply = "replies:\n  - {municipality: A, row: 20-40, answers: {companies: {status: none, lines: 20}}}\n"
    towns = f"municipalities:\n  - {{code: '0001', name: A, kkr: K, {own}}}\n"
    assert [line.split()[1] for line in say(HEAD + reply, towns)] == codes
