"""Where the names of fora stand: beside their circles, or further off with a fine line; it draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.companions.canvas import width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.maps.companions.canvas import Box, Point
    from forumgraph.maps.companions.places import Taken

FONT = 5.6
LINE = 2.35
_SHAPES = ((26.0, 3), (36.0, 2), (20.0, 4), (36.0, 4))  # millimetres and lines
_BESIDE = 0.5  # from a circle to a name that needs no line
_APART = 1.1  # from such a name to any other circle, so that it is nobody else's
_TURNS = 48  # directions
_FAR = tuple(2.5 + 1.5 * step for step in range(20))  # from a circle to a name with a line
_SEARCHED = 150  # names up to which room is looked for further off: among more, the lines would be one more net
_DOT = 0.2  # half the width of a line


@dataclass(frozen=True)
class Circle:
    """A forum's circle."""

    at: Point
    radius: float


@dataclass(frozen=True)
class Name:
    """A name in lines, where its middle stands, and the points of the line to it, if it needs one."""

    lines: tuple[str, ...]
    middle: Point
    lead: tuple[Point, ...]


def named(wanted: Sequence[tuple[str, Circle]], every: Sequence[Circle], taken: Taken) -> list[Name | None]:
    """Return a place for each name, the first ones first, or None where there is no room; the room is taken.

    ``every`` are all circles that are drawn; their room and that of all else is taken already.
    """
    far = _FAR if len(wanted) <= _SEARCHED else ()
    return [_place(name, circle, (every, taken), far) for name, circle in wanted]


def _place(name: str, circle: Circle, ground: tuple[Sequence[Circle], Taken], far: tuple[float, ...]) -> Name | None:
    every, taken = ground
    for one in _tries(name, circle, far):
        box = box_of(one)
        room = [box, *_outside(one.lead, circle)]
        if all(taken.free(each) for each in room) and (one.lead or _alone(box, circle, every)):
            for each in room:
                taken.add(each)
            return one
    return None


def box_of(name: Name) -> Box:
    """Return the room that a name takes."""
    wide = max(width(line, FONT) for line in name.lines) / 2 + 0.3
    high = len(name.lines) * LINE / 2
    return name.middle[0] - wide, name.middle[1] - high, name.middle[0] + wide, name.middle[1] + high


def _tries(name: str, circle: Circle, far: tuple[float, ...]) -> Iterator[Name]:
    """Yield the places where a name may stand, the best first."""
    forms = [(lines, max(width(one, FONT) for one in lines), len(lines) * LINE) for lines in _forms(name)]
    for lines, wide, high in forms:
        yield from (Name(lines, middle, ()) for middle in _beside(circle, wide, high))
    for away in far:
        for lines, wide, high in forms:
            for middle in _around(circle, away, wide, high):
                yield Name(lines, middle, _lead(circle, box_of(Name(lines, middle, ()))))


def _forms(name: str) -> list[tuple[str, ...]]:
    """Return the name in lines, the best shape first; a name is written whole or not at all."""
    shapes = dict.fromkeys(wrapped(name, room, FONT, rows) for room, rows in _SHAPES)
    return [lines for lines in shapes if any(lines) and ("…" not in "".join(lines) or "…" in name)]


def _beside(circle: Circle, wide: float, high: float) -> list[Point]:
    """Return where the middle of a name may stand: below, above, right, left, then a little aside."""
    x, y = circle.at
    down, side = circle.radius + _BESIDE + high / 2, circle.radius + _BESIDE + wide / 2
    straight = [(x, y + down), (x, y - down), (x + side, y), (x - side, y)]
    shifted = [(x + sign * wide * 0.3, y + turn * down) for turn in (1, -1) for sign in (1, -1)]
    corners = [(x + sign * side * 0.85, y + turn * down * 0.85) for sign in (1, -1) for turn in (1, -1)]
    return [*straight, *shifted, *corners]


def _around(circle: Circle, away: float, wide: float, high: float) -> list[Point]:
    """Return where the middle of a name may stand further off: in all directions, those to the sides first."""
    turns = sorted((2 * math.pi * step / _TURNS for step in range(_TURNS)), key=lambda turn: abs(math.sin(turn)))
    across, down = circle.radius + away + wide / 2, circle.radius + away + high / 2
    return [(circle.at[0] + math.cos(turn) * across, circle.at[1] + math.sin(turn) * down) for turn in turns]


def _lead(circle: Circle, box: Box) -> tuple[Point, ...]:
    """Return points from a circle's edge almost to the nearest point of a box, half a millimetre apart."""
    (x, y), radius = circle.at, circle.radius
    to = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
    away = math.hypot(to[0] - x, to[1] - y)
    steps = max(2, math.ceil((away - radius) * 2))
    shares = (radius / away + (1 - radius / away) * step / steps for step in range(steps))
    return tuple((x + (to[0] - x) * share, y + (to[1] - y) * share) for share in shares)


def _outside(lead: Sequence[Point], circle: Circle) -> Iterator[Box]:
    """Yield the room that a line takes, without the square around the circle that it begins at."""
    half = circle.radius + _DOT
    for x, y in lead:
        if abs(x - circle.at[0]) > half or abs(y - circle.at[1]) > half:
            yield x - _DOT, y - _DOT, x + _DOT, y + _DOT


def _alone(box: Box, circle: Circle, every: Sequence[Circle]) -> bool:
    """Say whether no other circle is so near that the name might be taken for its own."""
    return all(
        math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])) > one.radius + _APART
        for one in every
        for x, y in [one.at]
        if one is not circle
    )
