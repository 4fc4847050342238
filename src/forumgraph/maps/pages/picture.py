"""The small map of neighbours: one in the middle, the others around it or, on a phone, below it. It draws nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 24  # neighbours that fit around the middle with their names

_FONT = 13
_LINE = 16
_LETTER = 7.8  # a generous width of a letter: system fonts differ by a fifth
_ROW = 2 * _LINE + 8
_GAP = 21  # from the middle of a sign to the start of its name
_WIDE = 820
_COLUMNS = 28
_REACH = 165  # from the middle to the farthest sign, sideways
_NARROW = 360
_NARROW_COLUMNS = 32
_NARROW_REACH = 72
_SIDE_ROOM = _WIDE // 2 - _REACH - _GAP - 4
_NARROW_ROOM = _NARROW - _NARROW_REACH - _GAP - 4


@dataclass(frozen=True)
class Sign:
    """What is drawn of a municipality or a forum, and where it leads; ``after`` stands behind the name: *(+8)*.

    ``number``, ``colour`` and ``status`` are a forum's; ``basis`` is that of the line to the middle; ``contested``
    where sources differ on it.
    """

    town: bool
    name: str
    href: str
    number: str = ""
    colour: str = ""
    status: str = "existing"
    basis: str = ""
    after: str = ""
    contested: bool = False


@dataclass(frozen=True)
class Spot:
    """A sign at its place; the lines of its name start (or end) at ``text_x``, ``top`` is the first line's foot."""

    sign: Sign
    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str
    text_x: float
    top: float
    room: int = 0  # a line that may be wider is squeezed into this width

    @property
    def squeezed(self) -> tuple[int, ...]:
        """Return for each line the width it is pressed into, 0 where it fits; fonts differ, so with a margin."""
        return tuple(self.room if self.room and len(line) * _LETTER > self.room else 0 for line in self.lines)

    @property
    def left(self) -> float:
        """Where the area that can be pressed starts."""
        return min(self.x - _GAP, self.text_x - (_room(self) if self.anchor == "end" else 0))

    @property
    def width(self) -> float:
        """The breadth of the area that can be pressed."""
        return _room(self) + 2 * _GAP


@dataclass(frozen=True)
class Picture:
    """A small map; ``line`` is the height of a line of text, ``row`` that of an area that can be pressed."""

    kind: str
    width: int
    height: int
    middle: Spot
    around: tuple[Spot, ...]
    line: int = _LINE
    row: int = _ROW - 4


def pictures(middle: Sign, around: Sequence[Sign]) -> tuple[Picture, Picture]:
    """Return the map for a desk and for a phone."""
    return _radial(middle, around), _comb(middle, around)


def _radial(middle: Sign, around: Sequence[Sign]) -> Picture:
    """Clockwise from the top: half to the right, half to the left, a row each, so that no two names meet."""
    right = (len(around) + 1) // 2
    rows = max(right, 1)
    height = max(rows * _ROW + 24, 150)
    x, y = _WIDE / 2, height / 2
    spots = [_on_side(sign, x, y + _offset(n, right), 1, rows) for n, sign in enumerate(around[:right])]
    left = list(reversed(around[right:]))
    spots += reversed([_on_side(sign, x, y + _offset(n, len(left)), -1, rows) for n, sign in enumerate(left)])
    lines = label(middle.name, 15, 2, _FONT).lines
    top = y - (len(lines) - 1) * _LINE / 2 + 5 if middle.town else y + 40
    return Picture("wide", _WIDE, math.ceil(height), Spot(middle, x, y, lines, "middle", x, top), tuple(spots))


def _offset(n: int, rows: int) -> float:
    return (n - (rows - 1) / 2) * _ROW


def _on_side(sign: Sign, middle: float, y: float, side: int, rows: int) -> Spot:
    height = max(rows * _ROW + 24, 150)
    up = (y - height / 2) / ((rows + 1.6) / 2 * _ROW)
    x = round(middle + side * _REACH * math.sqrt(1 - up * up), 1)
    lines = _lines(sign, _COLUMNS)
    top = y - (len(lines) - 1) * _LINE / 2 + 5
    return Spot(sign, x, y, lines, "start" if side > 0 else "end", x + side * _GAP, top, _SIDE_ROOM)


def _comb(middle: Sign, around: Sequence[Sign]) -> Picture:
    """One below the other, hanging from a stem under the middle one."""
    lines = label(middle.name, 26, 2, _FONT).lines
    top = 30 - (len(lines) - 1) * _LINE / 2 + 5
    head = Spot(middle, 30, 30, lines, "start", 10 + 12 if middle.town else 62, top)
    spots = tuple(_tooth(sign, 84 + n * _ROW) for n, sign in enumerate(around))
    return Picture("narrow", _NARROW, 84 + len(around) * _ROW - 10, head, spots)


def _tooth(sign: Sign, y: float) -> Spot:
    lines = _lines(sign, _NARROW_COLUMNS)
    top = y - (len(lines) - 1) * _LINE / 2 + 5
    return Spot(sign, _NARROW_REACH, y, lines, "start", _NARROW_REACH + _GAP, top, _NARROW_ROOM)


def _lines(sign: Sign, columns: int) -> tuple[str, ...]:
    """Return the name on at most two lines; what stands behind it is never cut off."""
    lines = label(sign.name, columns, 2, _FONT).lines
    if not sign.after:
        return lines
    room = columns - len(sign.after) - 1
    if len(lines[-1]) <= room:
        return (*lines[:-1], f"{lines[-1]} {sign.after}")
    if len(lines) == 1:
        return (*lines, sign.after)
    return (*lines[:-1], f"{lines[-1].rstrip('…')[: room - 1].rstrip()}… {sign.after}")


def _room(spot: Spot) -> float:
    width = max(len(line) for line in spot.lines) * _LETTER
    return min(width, spot.room) if spot.room else width
