"""Circles of fora are found, however long, and what is no circle is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Say


def _forums(*edges: tuple[str, str]) -> str:
    entries = [f"  - {{id: {a}, name: {a}, kind: council, part_of: {b}}}\n" for a, b in edges]
    missing = {b for _, b in edges} - {a for a, _ in edges}
    entries += [f"  - {{id: {b}, name: {b}, kind: council}}\n" for b in sorted(missing)]
    return "forums:\n" + "".join(entries)


@pytest.mark.parametrize(
    ("edges", "said"),
    [
        ([("a", "b"), ("b", "c")], []),
        ([("a", "c"), ("b", "c")], []),
        ([("a", "a")], ["a.yaml:2:46 FG416 a"]),
        ([("a", "b"), ("b", "a")], ["a.yaml:2:46 FG416 b"]),
        ([("a", "a"), ("b", "b")], ["a.yaml:2:46 FG416 a", "a.yaml:3:46 FG416 b"]),
        ([("a", "b"), ("b", "c"), ("c", "b")], ["a.yaml:3:46 FG416 c"]),
    ],
)
def test_a_circle_is_said_where_it_is_closed(edges: list[tuple[str, str]], said: list[str], say: Say) -> None:
    assert say(_forums(*edges)) == said


def test_a_circle_of_thousands_is_found(say: Say) -> None:
    edges = [(f"f{n:04}", f"f{(n + 1) % 3000:04}") for n in range(3000)]
    assert len(say(_forums(*edges))) == 1
