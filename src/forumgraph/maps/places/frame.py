"""The flat picture that longitudes and latitudes are drawn in, and the lines in it; it knows no municipality."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[int, int]

UNITS = 2000  # a degree of latitude: one unit is 56 metres
_WEST, _NORTH = 8.0, 58.0  # near the corner of Denmark, so that the numbers stay short
# One cosine for all of Denmark: at 56 degrees north a degree of longitude is this much shorter, and 3 % at most
# more or less at the country's ends.
_SHRINK = math.cos(math.radians(56))
_NUMBER = re.compile(r"-?\d+")


def project(lon: float, lat: float) -> Point:
    """Return a place's x and y in whole units, y downwards."""
    return round((lon - _WEST) * UNITS * _SHRINK), round((_NORTH - lat) * UNITS)


def path(rings: Iterable[Sequence[Point]]) -> str:
    """Return closed rings as the data of an SVG path: an absolute start each, then steps, so that it stays short."""
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: Sequence[Point]) -> str:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
    return f"M{_numbers([ring[0]])}l{_numbers(steps)}z"


def _numbers(points: Sequence[Point]) -> str:
    """Return the numbers with no more between them than is needed: a minus sign parts them as well as a space does."""
    text = " ".join(f"{x} {y}" for x, y in points)
    return text.replace(" -", "-")


def corners(data: str) -> list[Point]:
    """Return all points of a path's data that ``path`` has written."""
    found: list[Point] = []
    for ring in data.split("M")[1:]:
        numbers = [int(number) for number in _NUMBER.findall(ring)]
        x, y = numbers[:2]
        found.append((x, y))
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def clip(ring: Sequence[Point], box: Sequence[int]) -> list[Point]:
    """Return what of a ring lies in a box (x, y, width, height), after Sutherland and Hodgman; empty where nothing."""
    x, y, width, height = box
    kept = list(ring)
    for axis, limit, sign in ((0, x, 1), (0, x + width, -1), (1, y, 1), (1, y + height, -1)):
        kept = _cut(kept, axis, limit, sign)
    return kept


def _cut(ring: list[Point], axis: int, limit: int, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, here in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        if ((before[axis] - limit) * sign < 0) != ((here[axis] - limit) * sign < 0):
            kept.append(_crossing(before, here, axis, limit))
        if (here[axis] - limit) * sign >= 0:
            kept.append(here)
    return kept


def _crossing(a: Point, b: Point, axis: int, limit: int) -> Point:
    other = 1 - axis
    at = round(a[other] + (b[other] - a[other]) * (limit - a[axis]) / (b[axis] - a[axis]))
    return (limit, at) if axis == 0 else (at, limit)
