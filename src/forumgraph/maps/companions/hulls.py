"""Soft outlines around the municipalities of a circle, and where their names may stand; it draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.companions.figures import outside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.maps.companions.canvas import Point
    from forumgraph.maps.model import MapCircle, MapData

# The colours of the page's own outlines; dark enough for a line, the name beside it says the same.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
MOST = len(COLOURS)  # circles that can still be told apart: each has its own colour
LEAST = 3  # municipalities that were asked: around fewer an outline lies over foreign ground and says nothing
AIR = 10.5, 10.5  # millimetres that an outline and its name reach beyond a municipality's middle, across and down
_AROUND = 6.5  # millimetres from a municipality's middle to the outline
_CORNERS = 24


@dataclass(frozen=True)
class Hull:
    """A circle, its outline and its colour."""

    circle: MapCircle
    outline: tuple[Point, ...]
    colour: str

    def edges(self) -> Iterator[tuple[Point, Point]]:
        """Yield places on the outline with the direction that leads out of it, the upper edge first."""
        middle = tuple(sum(each[axis] for each in self.outline) / len(self.outline) for axis in (0, 1))
        for x, y in sorted(self.outline, key=lambda each: each[1]):
            away = math.hypot(x - middle[0], y - middle[1]) or 1
            yield (x, y), ((x - middle[0]) / away, (y - middle[1]) / away)


def drawn(data: MapData) -> tuple[MapCircle, ...]:
    """Return the circles that are drawn, the largest first."""
    strange = {each.code for each in outside(data)}
    asked = {each.code for each in data.municipalities} - strange
    some = [each for each in data.circles if len(asked.intersection(each.members)) >= LEAST]
    return tuple(sorted(some, key=lambda one: -len(one.members))[:MOST])


def hulls(data: MapData, places: Mapping[str, Point]) -> list[Hull]:
    """Return an outline a circle, the largest first."""
    found = []
    for number, each in enumerate(drawn(data)):
        outline = _hull(_round([places[code] for code in each.members if code in places]))
        found.append(Hull(each, tuple(outline), COLOURS[number % len(COLOURS)]))
    return found


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
