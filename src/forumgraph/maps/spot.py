"""One place on the map, and the frame around many; it knows nothing of how places are found."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.labels import FORUM_FONT, LINE, MUNICIPALITY_FONT, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.margin import Margin
    from forumgraph.maps.model import MapForum

_AIR = 24

Extent = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Spot:
    """A place: its middle, the radius of a forum (0 for a municipality), its lines, and where they stand."""

    x: int
    y: int
    radius: int
    lines: tuple[str, ...]
    side: str  # inside (a municipality's box) · left · right · below

    def box(self, names: bool) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the place, with or without a forum's name."""
        if self.side == "inside":
            wide = text_width(self.lines, MUNICIPALITY_FONT) / 2 + 10
            return self.x - wide, self.y - MUNICIPALITY_FONT * LINE, self.x + wide, self.y + MUNICIPALITY_FONT * LINE
        name = text_width(self.lines, FORUM_FONT) if names else 0.0
        size, half = self.radius, max(self.radius, name / 2)
        left = half if self.side == "below" else size + name * (self.side == "left")
        right = half if self.side == "below" else size + name * (self.side == "right")
        down = len(self.lines) * LINE * FORUM_FONT * (self.side == "below" and names)
        return self.x - left, self.y - size, self.x + right, self.y + size + down


def extent(spots: Sequence[Spot], margin: Margin | None = None, *, names: bool = True) -> Extent:
    """Return the frame of everything on the map, with a little air."""
    boxes = [spot.box(names) for spot in spots] or [(0.0, 0.0, 0.0, 0.0)]
    if margin:
        boxes.append((margin.left, margin.top, margin.left + margin.width, margin.top + margin.height))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return round(min(lefts) - _AIR), round(min(tops) - _AIR), round(max(rights) + _AIR), round(max(bottoms) + _AIR)


def radius(forum: MapForum, count: int) -> int:
    """Return the radius of a forum with so many members: it grows with them, and has room for its areas' numbers."""
    least = 10 if len(forum.areas) < 2 else 12  # noqa: PLR2004  (two numbers need more room than one)
    return round(min(24, least + 2.6 * math.sqrt(max(0, count - 1))))
