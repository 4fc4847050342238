"""Soft outlines around the municipalities of a circle; it draws nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.maps.companions.canvas import Box, Point
    from forumgraph.maps.model import MapData

MOST = 8  # circles that can still be told apart; where there are more, none is drawn
_AROUND = 6.5  # millimetres from a municipality's middle to the outline
_CORNERS = 24


def drawn(data: MapData) -> bool:
    """Say whether the circles are drawn."""
    return 0 < len(data.circles) <= MOST


def hulls(data: MapData, places: Mapping[str, Point], frame: Box) -> list[list[Point]]:
    """Return an outline a circle, the largest first, kept inside the frame."""
    if not drawn(data):
        return []
    found = []
    for each in sorted(data.circles, key=lambda one: -len(one.members)):
        held = [places[code] for code in each.members if code in places]
        if len(held) > 1:
            found.append([_inside(point, frame) for point in _hull(_round(held))])
    return found


def _inside(point: Point, frame: Box) -> Point:
    return min(max(point[0], frame[0]), frame[2]), min(max(point[1], frame[1]), frame[3])


def _round(held: Sequence[Point]) -> list[Point]:
    """Return points around each place, wider than high, as the names are."""
    turns = [2 * math.pi * step / _CORNERS for step in range(_CORNERS)]
    return [(x + 1.5 * _AROUND * math.cos(turn), y + _AROUND * math.sin(turn)) for x, y in held for turn in turns]


def _hull(points: list[Point]) -> list[Point]:
    """Return the convex outline (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(ordered: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in ordered:
        while len(kept) > 1 and _turns_right(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _turns_right(first: Point, second: Point, third: Point) -> bool:
    across = (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
    return across <= 0
