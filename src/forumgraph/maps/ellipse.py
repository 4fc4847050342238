"""The ring that municipalities stand on: down its right side, then up its left. It knows codes and heights only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CURVE = 1.12  # how far the ellipse reaches beyond the first and last municipality: 1 would close it in a point
_SHAPE = 0.5  # the least half-width, in heights: a circle
_FORUM = 150 * 78  # the room of a forum inside the ring with its name
_PACKING = 1.4  # room inside the ring, in sums of the fora that must lie there
_WALL = 105  # from the middle of a municipality's box to where the fora inside may begin


@dataclass(frozen=True)
class Ellipse:
    """Half the ring's width and height, and the middle of each municipality on it."""

    half_width: float
    half_height: float
    places: Mapping[str, tuple[int, int]]

    def reach(self, y: float) -> float:
        """Return how far from the middle the ring stands at this height."""
        return _reach(y, self.half_width, self.half_height)

    def room(self, y: float) -> float:
        """Return how far from the middle a forum inside may reach at this height."""
        return max(0.0, self.reach(y) - _WALL)


def ellipse(order: list[str], heights: Mapping[str, float], shared: int) -> Ellipse:
    """Return the ring of these municipalities, each with its height, and room inside for so many shared fora."""
    right, left = _halves(order, heights)
    total = max((_height(side, heights) for side in (right, left)), default=0.0)
    width = _half_width(total, shared) if len(order) > 1 else 0.0
    places: dict[str, tuple[int, int]] = {}
    for sign, side in ((1, right), (-1, left[::-1])):
        for code, y in zip(side, _middles(side, heights, total), strict=True):
            places[code] = round(sign * _reach(y, width, total / 2)), round(y)
    return Ellipse(width, total / 2, places)


def _height(side: Sequence[str], heights: Mapping[str, float]) -> float:
    return sum(heights[code] for code in side)


def _halves(order: list[str], heights: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """Cut the order where the two sides come out most alike in height."""
    cuts = range(len(order), -1, -1)  # of equals the later cut: a single municipality stands on the right
    cut = min(cuts, key=lambda i: abs(_height(order[:i], heights) - _height(order[i:], heights)))
    return order[:cut], order[cut:]


def _middles(side: list[str], heights: Mapping[str, float], total: float) -> list[float]:
    """Return the middles of one side's blocks, stretched to the height of the taller side."""
    air = (total - _height(side, heights)) / max(len(side), 1)
    middles, top = [], -total / 2
    for code in side:
        middles.append(top + (heights[code] + air) / 2)
        top += heights[code] + air
    return middles


def _half_width(total: float, shared: int) -> float:
    """Return half the ring's width: a circle at least, and room for the fora inside."""
    needed = shared * _FORUM * _PACKING / (math.pi * total / 2)
    return max(260.0, _SHAPE * total, needed + _WALL)


def _reach(y: float, half_width: float, half_height: float) -> float:
    turn = min(1.0, abs(y) / max(_CURVE * half_height, 1.0))
    return half_width * math.sqrt(1 - turn**2)
