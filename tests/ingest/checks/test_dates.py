"""Dates are compared as exactly as they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
