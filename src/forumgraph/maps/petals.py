"""The fora inside the ring: each at the middle of its members, and none on another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from forumgraph.maps.labels import FORUM_FONT, LINE, Label
from forumgraph.maps.spot import Spot, radius
from forumgraph.maps.spread import Box, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.ellipse import Ellipse
    from forumgraph.maps.model import MapForum

_STEP = (78.0, 40.0)  # the sunflower's step across and down: names are wider than high
_GOLDEN = math.pi * (3 - math.sqrt(5))
_AIR = 12
_DRAWN_IN = 0.8

Shared = tuple["MapForum", tuple[str, ...], Label]  # a forum, its members, the lines of its name


def petals(shared: Sequence[Shared], ring: Ellipse) -> dict[str, Spot]:
    """Return the place of each forum; those with the same members open like a sunflower around the same middle."""
    seen: dict[tuple[str, ...], int] = {}
    boxes = []
    for forum, codes, text in shared:
        index = seen[codes] = seen.get(codes, -1) + 1
        boxes.append(_box(forum, len(codes), text, _petal(_barycentre(ring, codes), index)))
    spread(boxes, lambda box: _keep(box, ring))
    return {
        forum.id: _spot(forum, len(codes), text, box) for (forum, codes, text), box in zip(shared, boxes, strict=True)
    }


def _barycentre(ring: Ellipse, codes: Sequence[str]) -> tuple[float, float]:
    """Return the middle of the members, drawn in a little: neighbours' middle would lie on the ring itself."""
    xs, ys = zip(*(ring.places[code] for code in codes), strict=True)
    return _DRAWN_IN * sum(xs) / len(codes), sum(ys) / len(codes)


def _petal(middle: tuple[float, float], index: int) -> tuple[float, float]:
    turn, away = index * _GOLDEN, math.sqrt(index)
    return middle[0] + _STEP[0] * away * math.cos(turn), middle[1] + _STEP[1] * away * math.sin(turn)


def _box(forum: MapForum, count: int, text: Label, middle: tuple[float, float]) -> Box:
    size = radius(forum, count)
    status_line = 0 if forum.status == "existing" else FORUM_FONT * LINE
    return Box(*middle, max(text.width, 2 * size) + _AIR, text.height + status_line + 2 * size + _AIR)


def _keep(box: Box, ring: Ellipse) -> None:
    """Move a box back inside the ring."""
    high = max(0.0, ring.half_height - box.height / 2)
    box.y = min(high, max(-high, box.y))
    edge = max(abs(box.y - box.height / 2), abs(box.y + box.height / 2))
    wide = max(0.0, ring.room(edge) - box.width / 2)
    box.x = min(wide, max(-wide, box.x))


def _spot(forum: MapForum, count: int, text: Label, box: Box) -> Spot:
    """Return the spot of a forum in its box: the circle at the top, the name under it."""
    size = radius(forum, count)
    return Spot(round(box.x), round(box.y - box.height / 2 + size + _AIR / 2), size, text.lines, "below")
