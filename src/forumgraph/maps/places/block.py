"""What the page needs to draw the map of places, as its data block has it; it knows no answer and no forum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forumgraph.maps.network import municipality_id
from forumgraph.maps.places.frame import UNITS, clip, corners, path, project
from forumgraph.maps.places.known import coast, place_of
from forumgraph.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.maps.places.frame import Point

_MARGIN = 0.06  # of the longer side, on each side
_LEAST = UNITS // 5  # units that a box is at least wide and high: 22 km around a single municipality
_CORNERS = 3  # of a ring that shows


def places_block(
    codes: Iterable[str], boundaries: Mapping[str, str], language: str = "da", framed: Iterable[str] = ()
) -> dict[str, Any]:
    """Return ``Data["places"]`` of the page (scripts/types.d.ts) for the municipalities shown.

    The picture is cut to those that are ``framed``, or to all where none is: one that a neighbour names from the other
    end of the country would make the others small.
    ``boundaries`` are the user's own, by code, as ``read_boundaries`` returns them; none is an empty mapping.
    Boundaries of municipalities that are not shown are left out.
    """
    shown = list(codes)
    drawn = {code: boundaries[code] for code in shown if code in boundaries}
    towns = _towns(shown)
    own = {code for code in framed if code in towns} or set(towns)
    bounds = [point for code, data in drawn.items() if code in own for point in corners(data)]
    box = _box([*(towns[code] for code in sorted(own)), *bounds])
    towns = {code: point for code, point in towns.items() if code in own or _inside(point, box)}
    text = Texts(language)
    return {
        "box": box,
        "coast": [path([ring]) for ring in _coast(box)],
        "boundaries": [{"node": municipality_id(code), "d": data} for code, data in drawn.items()],
        "towns": {municipality_id(code): list(point) for code, point in towns.items()},
        "attribution": text("geography.attribution_own" if drawn else "geography.attribution"),
    }


def _towns(codes: list[str]) -> dict[str, Point]:
    places = place_of(dict.fromkeys(codes, ""))
    return {
        code: project(one.lon, one.lat) for code, one in places.items() if one.lon is not None and one.lat is not None
    }


def _inside(point: Point, box: list[int]) -> bool:
    left, top, width, height = box
    return left <= point[0] <= left + width and top <= point[1] <= top + height


def _box(points: list[Point]) -> list[int]:
    """Return x, y, width and height around the points, with a margin; all of Denmark where there are none."""
    if not points:
        points = [project(*point) for ring in coast() for point in ring]
    (left, top), (right, bottom) = ([pick(axis) for axis in zip(*points, strict=True)] for pick in (min, max))
    width, height = max(right - left, _LEAST), max(bottom - top, _LEAST)
    margin = round(max(width, height) * _MARGIN)
    x, y = (left + right - width) // 2, (top + bottom - height) // 2
    return [x - margin, y - margin, width + 2 * margin, height + 2 * margin]


def _coast(box: list[int]) -> list[list[Point]]:
    rings = [clip([project(*point) for point in ring], box) for ring in coast()]
    return [ring for ring in rings if len(ring) >= _CORNERS]
