"""Fewer points for the same line, after Douglas and Peucker; it knows points in a plane and nothing else."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Number = TypeVar("Number", bound=float)

_FEWEST = 3  # corners that enclose anything


def simplified(ring: Sequence[tuple[Number, Number]], tolerance: float) -> list[tuple[Number, Number]]:
    """Return a closed ring without the points that lie within the tolerance of the line through the others.

    The ring is open (its end is not its start again). Fewer than three corners are left where it is smaller than that.
    """
    points = _open(ring)
    if len(points) < _FEWEST:
        return points
    # The ring is cut into two lines at its start and at the corner farthest from it.
    far = max(range(len(points)), key=lambda at: math.dist(points[0], points[at]))
    there, back = points[: far + 1], [*points[far:], points[0]]
    return [*_line(there, tolerance)[:-1], *_line(back, tolerance)[:-1]]


def _open(ring: Sequence[tuple[Number, Number]]) -> list[tuple[Number, Number]]:
    points = [here for at, here in enumerate(ring) if at == 0 or here != ring[at - 1]]
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def _line(points: list[tuple[Number, Number]], tolerance: float) -> list[tuple[Number, Number]]:
    """Return a line's points that matter, by a stack instead of recursion: a coast has tens of thousands."""
    kept = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, distance = _farthest(points, first, last)
        if distance > tolerance:
            kept.add(far)
            stack += [(first, far), (far, last)]
    return [points[at] for at in sorted(kept)]


def _farthest(points: list[tuple[Number, Number]], first: int, last: int) -> tuple[int, float]:
    (ax, ay), (bx, by) = points[first], points[last]
    length = math.hypot(bx - ax, by - ay)
    best, most = first, -1.0
    for at in range(first + 1, last):
        x, y = points[at]
        away = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else math.hypot(x - ax, y - ay)
        if away > most:
            best, most = at, away
    return best, most
