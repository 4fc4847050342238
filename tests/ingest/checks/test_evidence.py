"""Lines exist, lie in the row of whoever says something, and belong to one row."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ..conftest import HEAD

if TYPE_CHECKING:
    from ..conftest import Say

_NAMES = ["Assens", "Billund", "Esbjerg", "Fanø", "Fredericia", "Haderslev", "Kerteminde", "Kolding"]


def _reply(row: str, lines: str, name: str = "Vejle") -> str:
    return f"  - {{municipality: {name}, row: {row}, answers: {{companies: {{status: none, lines: {lines}}}}}}}\n"


@pytest.mark.parametrize(
    ("row", "lines", "codes"),
    [
        ("20-40", "20-40", []),
        ("'20-30, 31-40'", "25-35", []),
        ("['20-30', '31-40']", "25-35", []),
        ("'20-30, 32-40'", "25-35", ["FG402"]),
        ("20-40", "19", ["FG402"]),
        ("20-40", "'s:19'", ["FG402"]),
        ("'s:20-40'", "20", []),
        ("20-40", "'x:20'", ["FG305"]),
        ("20-40", "'other:500'", []),
        ("20-40", "30-25", ["FG205"]),
        ("20-901", "20", ["FG401"]),
        ("20-40", "'other:501'", ["FG401"]),
    ],
)
def test_lines_are_checked_against_source_and_row(row: str, lines: str, codes: list[str], say: Say) -> None:
    other = "  - {id: other, title: Other, publisher: KKR, date: 2016-01-01, lines: 500}\n"
    said = say(HEAD.replace("rounds:", other + "rounds:") + "replies:\n" + _reply(row, lines))
    assert [line.split()[1] for line in said] == codes


@pytest.mark.parametrize("seed", range(30))
def test_every_overlap_of_rows_is_said_at_one_of_the_two(seed: int, say: Say) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same rows every time
    rows = []
    for _ in _NAMES:
        first = chance.randint(1, 300)
        rows.append((first, first + chance.randint(0, 60)))
    replies = "".join(_reply(f"{a}-{b}", str(a), name) for (a, b), name in zip(rows, _NAMES, strict=True))
    said = {int(line.split(":")[1]) - HEAD.count("\n") - 2 for line in say(HEAD + "replies:\n" + replies)}
    touched = {n for n, row in enumerate(rows) if any(_meet(row, other) for m, other in enumerate(rows) if m != n)}
    assert said <= touched
    assert bool(said) is bool(touched)
    for n in touched - said:  # its partner says so
        assert any(_meet(rows[n], rows[m]) for m in said)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def test_rows_of_two_sources_do_not_overlap(say: Say) -> None:
    other = "  - {id: other, title: Other, publisher: KKR, date: 2016-01-01, lines: 500}\n"
    replies = _reply("20-40", "20") + _reply("'other:20-40'", "'other:20'", "Kolding")
    assert say(HEAD.replace("rounds:", other + "rounds:") + "replies:\n" + replies) == []
