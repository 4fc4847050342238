"""From places in world units to places on paper: scaled, and moved apart until nothing overlaps. It draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.maps.companions.canvas import Box, Point

_STRETCH = 2.2
_ROUNDS = 80
_ENOUGH = 0.01  # millimetres: nothing moves any more
_RINGS = 40  # how far a free place is looked for, in half widths
_FEW = 300


class Spot(Protocol):
    """A place of the layout."""

    @property
    def x(self) -> float:
        """World units to the right."""

    @property
    def y(self) -> float:
        """World units down."""


class Layout(Protocol):
    """Where everything stands, in world units, y down; ``extent`` is left, top, right and bottom."""

    @property
    def municipalities(self) -> Mapping[str, Spot]:
        """The places by code."""

    @property
    def forums(self) -> Mapping[str, Spot]:
        """The places by id."""

    @property
    def extent(self) -> Sequence[float]:
        """The frame of everything."""


@dataclass(frozen=True)
class Body:
    """Something that takes room: half its width and half its height (a circle has both alike)."""

    x: float
    y: float
    half_width: float
    half_height: float


def scaled(spots: Sequence[Spot], frame: Box, air: Box) -> list[Point]:
    """Return the spots as places on paper: as large as fits, in the middle, with air inside the frame's edges.

    What is drawn counts and not the layout's own extent, which has room for names that are not drawn here.
    """
    if not spots:
        return []
    left, right = min(one.x for one in spots), max(one.x for one in spots)
    top, bottom = min(one.y for one in spots), max(one.y for one in spots)
    inner = (frame[0] + air[0], frame[1] + air[1], frame[2] - air[2], frame[3] - air[3])
    high, wide = inner[3] - inner[1], inner[2] - inner[0]
    scale = min(wide / max(right - left, 1), high / max(bottom - top, 1))
    # A map may be stretched towards the paper's shape: sides stay sides, and names gain room.
    across = min(wide / max(right - left, 1), scale * _STRETCH)
    down = min(high / max(bottom - top, 1), scale * _STRETCH)
    middle = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return [
        (middle[0] + (one.x - (left + right) / 2) * across, middle[1] + (one.y - (top + bottom) / 2) * down)
        for one in spots
    ]


def apart(bodies: Sequence[Body], frame: Box, gap: float, fixed: int = 0) -> list[Point]:
    """Return the bodies' places, moved as little as it takes to keep them ``gap`` apart and inside the frame.

    The first ``fixed`` bodies stay where they are. Too many bodies for the room end up overlapping, evenly.
    """
    import numpy as np  # noqa: PLC0415 - comes with matplotlib

    places: Any = np.array([(one.x, one.y) for one in bodies], dtype=float).reshape(-1, 2)
    halves: Any = np.array([(one.half_width, one.half_height) for one in bodies], dtype=float).reshape(-1, 2)
    low = np.array(frame[:2]) + halves
    high = np.maximum(low, np.array(frame[2:]) - halves)
    free: Any = (np.arange(len(bodies)) >= fixed).astype(float)
    for _ in range(_ROUNDS if len(bodies) <= _FEW else _ROUNDS // 4):  # as the work grows with the square
        moved = _push(places, halves, free, gap)
        places += moved
        places = np.where(free[:, None] > 0, np.clip(places, low, high), places)
        if not len(moved) or abs(moved).max() < _ENOUGH:
            break
    return [(float(x), float(y)) for x, y in places]


def _push(places: Any, halves: Any, free: Any, gap: float) -> Any:
    """Return how far each body is pushed by those it overlaps: along the shorter way out, half each."""
    import numpy as np  # noqa: PLC0415

    between = places[:, None, :] - places[None, :, :]
    overlap = halves[:, None, :] + halves[None, :, :] + gap - abs(between)
    touching = (overlap > 0).all(axis=2)
    np.fill_diagonal(touching, val=False)
    # Two at one and the same place part by their order, so that equal data give equal pictures.
    order = np.sign(np.subtract.outer(np.arange(len(places)), np.arange(len(places))))
    sign = np.where(between != 0, np.sign(between), order[:, :, None])
    sideways = overlap[:, :, 0] < overlap[:, :, 1]
    step = np.stack([np.where(sideways, overlap[:, :, 0], 0), np.where(sideways, 0, overlap[:, :, 1])], axis=2)
    share = free[:, None] / np.maximum(free[:, None] + free[None, :], 1)
    pushed = (step * sign * (touching * share)[:, :, None]).sum(axis=1)
    return np.clip(pushed * 0.6, -1.5, 1.5)


def settled(bodies: Sequence[Body], taken: Taken, gap: float) -> list[Point]:
    """Return a place for each body: its own where that is free, else the nearest that is, the first bodies first.

    Where there is no free place within reach it stays where it is, half hidden.
    """
    return [_settle(one, taken, gap) for one in bodies]


def _settle(body: Body, taken: Taken, gap: float) -> Point:
    wide, high = body.half_width + gap, body.half_height + gap
    for x, y in _nearby(body):
        if taken.free((x - wide, y - high, x + wide, y + high)):
            taken.add((x - body.half_width, y - body.half_height, x + body.half_width, y + body.half_height))
            return x, y
    return body.x, body.y


def _nearby(body: Body) -> Iterator[Point]:
    """Yield places around a body, the near ones first."""
    yield body.x, body.y
    step = max(0.4, body.half_width / 2)
    for ring in range(1, _RINGS):
        for turn in range(6 * ring):
            angle = 2 * math.pi * turn / (6 * ring)
            yield body.x + step * ring * math.cos(angle), body.y + step * ring * math.sin(angle)


class Taken:
    """The room that is taken, asked for by cells of a grid."""

    _CELL = 6.0

    def __init__(self, frame: Box) -> None:
        self._frame = frame
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Take the room of a box."""
        for cell in self._under(box):
            self._cells.setdefault(cell, []).append(box)

    def free(self, box: Box) -> bool:
        """Say whether a box lies inside the frame and touches nothing that is there."""
        frame = self._frame
        if box[0] < frame[0] or box[1] < frame[1] or box[2] > frame[2] or box[3] > frame[3]:
            return False
        near = (one for cell in self._under(box) for one in self._cells.get(cell, ()))
        return not any(one[0] < box[2] and box[0] < one[2] and one[1] < box[3] and box[1] < one[3] for one in near)

    def _under(self, box: Box) -> list[tuple[int, int]]:
        left, top, right, bottom = (int(one // self._CELL) for one in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
