"""A KKR replaces what it has recommended itself before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        ("kkr: Syddanmark, in_force_from: 2016", []),
        ("kkr: Syddanmark, in_force_from: 2015", []),  # perhaps later in the year
        ("kkr: Syddanmark, in_force_from: 2014", ["FG435"]),
        ("kkr: Syddanmark, in_force_from: 2015-01-31", ["FG435"]),
        ("kkr: Hovedstaden, in_force_from: 2016", ["FG435"]),
    ],
)
def test_a_requirement_takes_the_place_of_an_earlier_one_of_its_kkr(own: str, codes: list[str], say: Say) -> None:
    every = "theme: T, level: must, summary: S, lines: 20"
    before = f"  - {{id: k, kkr: Syddanmark, in_force_from: 2015-02, {every}}}\n"
    after = f"  - {{id: k-2, succeeds: k, {own}, {every}}}\n"
    assert [line.split()[1] for line in say(HEAD + "requirements:\n" + before + after)] == codes
