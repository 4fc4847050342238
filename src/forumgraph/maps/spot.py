"""One place on the map, and the frame around many; it knows nothing of how places are found."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.labels import FORUM_FONT, LINE, MUNICIPALITY_FONT, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.maps.model import MapForum

_AIR = 24

Extent = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Spot:
    """A place in whole world units, y down: its middle, the radius (0: a municipality's box), the lines of its name."""

    x: int
    y: int
    radius: int
    lines: tuple[str, ...]

    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the place with its name, which a forum has below it."""
        if not self.radius:
            wide, high = text_width(self.lines, MUNICIPALITY_FONT) / 2 + 10, MUNICIPALITY_FONT * LINE
            return self.x - wide, self.y - high, self.x + wide, self.y + high
        half = max(self.radius, text_width(self.lines, FORUM_FONT) / 2)
        down = len(self.lines) * LINE * FORUM_FONT
        return self.x - half, self.y - self.radius, self.x + half, self.y + self.radius + down


def extent(spots: Iterable[Spot]) -> Extent:
    """Return the frame of everything on the map, with a little air."""
    boxes = [spot.box() for spot in spots] or [(0.0, 0.0, 0.0, 0.0)]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return round(min(lefts) - _AIR), round(min(tops) - _AIR), round(max(rights) + _AIR), round(max(bottoms) + _AIR)


def radius(forum: MapForum, count: int) -> int:
    """Return the radius of a forum with so many members: it grows with them, and has room for its areas' numbers."""
    least = 10 if len(forum.areas) < 2 else 12  # noqa: PLR2004  (two numbers need more room than one)
    return round(min(24, least + 2.6 * math.sqrt(max(0, count - 1))))
