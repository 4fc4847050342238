"""The network of the picture: municipalities, fora and who is in which, where the layout has them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from forumgraph.maps.companions import hulls, loose, naming
from forumgraph.maps.companions.canvas import width, wrapped
from forumgraph.maps.companions.figures import outside
from forumgraph.maps.companions.naming import Circle, named
from forumgraph.maps.companions.places import Body, Taken, apart, scaled, settled
from forumgraph.maps.links import DRAWN, links, members
from forumgraph.maps.look import BASIS, FORUM_STATUS, INK, LINE_COLOUR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.maps.companions.canvas import Box, Canvas, Point
    from forumgraph.maps.companions.hulls import Hull
    from forumgraph.maps.companions.naming import Name
    from forumgraph.maps.companions.palette import Palette
    from forumgraph.maps.companions.places import Layout
    from forumgraph.maps.companions.reader import Reader
    from forumgraph.maps.links import Link
    from forumgraph.maps.model import MapData, MapForum

MOST = 600  # fora that a sheet of paper can hold; beyond that only those with most members are drawn
_CROWD = 300  # fora from which on they stand close together
_TOWN_FONT = 6.8
_TOWN_HALF = 1.9
_NAMED = 2  # members from which on a forum's name is written where there are many fora
_FEW = 40  # fora up to which every name is written for which there is room
_AIR = (7.0, 3.0, 7.0, 3.0)
_AWAY = (0.6, -1.2, 2.5, 5.0, 8.0, 12.0, 17.0)  # millimetres from an outline to its name, as it is tried
_CIRCLE_ROOM = (52.0, 30.0)  # millimetres of a line of that name


@dataclass(frozen=True)
class Drawing:
    """What became of the network: how many fora there are, how many are drawn, and how many of them by name."""

    shown: int
    of: int
    named: int


@dataclass(frozen=True)
class _Ground:
    """What is drawn, and where it stands on paper."""

    data: MapData
    palette: Palette
    frame: Box
    forums: tuple[MapForum, ...]
    links: tuple[Link, ...]
    towns: Mapping[str, Point]
    places: Mapping[str, Point]
    radii: Mapping[str, float]


def draw(canvas: Canvas, frame: Box, layout: Layout, read: Reader, palette: Palette) -> Drawing:
    """Draw the network into a frame, the fora without known members in a row at its foot."""
    data = read.data
    held = members(links(data))
    lonely = loose.row([one for one in data.forums if one.id not in held], frame[2] - frame[0])
    ground = _ground((*frame[:3], frame[3] - lonely.height), data, layout, palette)
    outlines = hulls.hulls(data, ground.towns)
    _hulls(canvas, outlines)
    _links(canvas, ground)
    number = data.numbers()
    for forum in ground.forums:
        _forum(canvas, forum, ground, number)
    _towns(canvas, ground)
    count = _names(canvas, ground, outlines)
    _loose(canvas, lonely, (frame[0], frame[3] - lonely.height), ground, read)
    alone = len(lonely.entries)
    return Drawing(len(ground.forums) + alone, len(data.forums), count + alone)


def _ground(frame: Box, data: MapData, layout: Layout, palette: Palette) -> _Ground:
    every = links(data)
    held = members(every)
    forums = _chosen(data, layout, held)
    codes = [each.code for each in data.municipalities if each.code in layout.municipalities]
    outer, frame = frame, _inside(frame, circles=bool(hulls.drawn(data)))
    places = scaled([*(layout.municipalities[one] for one in codes), *(layout.forums[one.id] for one in forums)],
                    frame, _AIR)  # fmt: skip
    names = {each.code: each.name for each in data.municipalities}
    boxes = [Body(*at, _half(names[code]), _TOWN_HALF) for code, at in zip(codes, places, strict=False)]
    towns = settled(
        [Body(*at, box.half_width, box.half_height) for at, box in zip(apart(boxes, frame, 0.8), boxes, strict=True)],
        Taken(frame),
        0.3,
    )
    radii = {one.id: _radius(one, len(held.get(one.id, ())), len(forums)) for one in forums}
    fixed = [Body(*at, box.half_width, box.half_height) for at, box in zip(towns, boxes, strict=True)]
    placed = dict(zip((one.id for one in forums), places[len(codes) :], strict=True))
    return _Ground(
        data,
        palette,
        outer,
        forums,
        tuple(one for one in every if one.forum in placed and one.municipality in codes),
        dict(zip(codes, towns, strict=True)),
        _circles(fixed, placed, radii, frame),
        radii,
    )


def _inside(frame: Box, *, circles: bool) -> Box:
    """Return the room for municipalities and fora: outlines around them and their names reach further."""
    if not circles:
        return frame
    across, down = hulls.AIR[0] - 5, hulls.AIR[1] - _TOWN_HALF
    return frame[0] + across, frame[1] + down, frame[2] - across, frame[3] - down + 3


def _circles(
    fixed: Sequence[Body], placed: Mapping[str, Point], radii: Mapping[str, float], frame: Box
) -> dict[str, Point]:
    """Return where the fora's circles stand once none lies on another or on a municipality, the largest first."""
    ids = sorted(placed, key=lambda one: -radii[one])
    gap = 0.4 if len(ids) < _CROWD else 0.1
    loose = [Body(*placed[one], radii[one], radii[one]) for one in ids]
    moved = apart([*fixed, *loose], frame, gap, fixed=len(fixed))[len(fixed) :]
    taken = Taken(frame)
    for one in fixed:
        taken.add(_around((one.x, one.y), one.half_width, one.half_height))
    near = [Body(*at, radii[one], radii[one]) for one, at in zip(ids, moved, strict=True)]
    return dict(zip(ids, settled(near, taken, gap), strict=True))


def _chosen(data: MapData, layout: Layout, held: Mapping[str, Sequence[str]]) -> tuple[MapForum, ...]:
    """Return the fora that have a place; where there are too many, those with most members, in their own order."""
    known = [one for one in data.forums if one.id in layout.forums and one.id in held]
    if len(known) <= MOST:
        return tuple(known)
    largest = sorted(known, key=lambda one: -len(held.get(one.id, ())))[:MOST]
    kept = {one.id for one in largest}
    return tuple(one for one in known if one.id in kept)


def _half(name: str) -> float:
    return width(_short(name), _TOWN_FONT, bold=True) / 2 + 1.1


def _short(name: str) -> str:
    return wrapped(name, 34, _TOWN_FONT, 1, bold=True)[0]


def _radius(forum: MapForum, count: int, of: int) -> float:
    """Return a circle's radius: it grows with the members, has room for the areas' numbers, and shrinks in a crowd."""
    least = 1.3 if len(forum.areas) < 2 else 1.9 if len(forum.areas) == 2 else 2.6  # noqa: PLR2004
    crowd = min(1.0, math.sqrt(170 / max(of, 1)))
    return max(0.45, min(3.2, least + 0.32 * math.sqrt(max(0, count - 1))) * crowd)


def _hulls(canvas: Canvas, outlines: Sequence[Hull]) -> None:
    for one in outlines:
        canvas.area(one.outline, fill=one.colour, line="none", alpha=0.06)
        canvas.area(one.outline, fill="none", line=one.colour, width=0.9, alpha=0.6)


def _links(canvas: Canvas, ground: _Ground) -> None:
    """Draw the lines, the plainest first; in a crowd they are thinner, so that it does not run together."""
    thin = max(0.12, min(0.8, 0.8 * math.sqrt(300 / max(len(ground.links), 1))))
    for basis in DRAWN:
        pairs = [
            (ground.towns[one.municipality], ground.places[one.forum]) for one in ground.links if one.basis == basis
        ]
        if pairs:
            dashes = tuple(each * 0.34 for each in BASIS[basis])
            canvas.lines(pairs, LINE_COLOUR, thin + 0.2 * (basis != "self_reported"), dashes)


def _forum(canvas: Canvas, forum: MapForum, ground: _Ground, number: Mapping[str, int]) -> None:
    circle(canvas, ground.places[forum.id], ground.radii[forum.id], forum.status,
           [ground.palette.area(one) for one in forum.areas])  # fmt: skip
    said = "·".join(str(number[one]) for one in forum.areas if one in number)
    room = ground.radii[forum.id] * 1.75
    size = next((each for each in (5.6, 5.2, 4.8, 4.4, 4.0, 3.6) if width(said, each, bold=True) <= room), 0.0)
    if said and size and ground.radii[forum.id] > 0.9:  # noqa: PLR2004 - millimetres that a figure needs
        canvas.text(ground.places[forum.id], said, size, align="center", bold=True)


def circle(canvas: Canvas, at: Point, radius: float, status: str, colours: Sequence[str]) -> None:
    """Draw a forum's circle: a slice an area, hollow and broken before it exists, struck through once ended."""
    mark = FORUM_STATUS[status]
    fills = colours or ("#ffffff",)
    line = 0.6 if radius > 1 else 0.3
    if mark.hollow:
        canvas.circle(at, radius, fill="white", line=INK, width=0.8, dashes=tuple(one * 0.4 for one in mark.dashes))
        canvas.circle(at, radius * 0.72, fill=fills[0], line="none", alpha=0.45)
        return
    for place, fill in enumerate(fills):
        if len(fills) > 1:
            canvas.slice(at, radius, (place, len(fills)), fill)
    canvas.circle(at, radius, fill=fills[0] if len(fills) == 1 else "none", line=INK, width=line)
    if mark.struck:
        reach = radius * 1.25
        canvas.lines([((at[0] - reach, at[1] + reach), (at[0] + reach, at[1] - reach))], INK, 0.8, ())


def _towns(canvas: Canvas, ground: _Ground) -> None:
    strange = {one.code for one in outside(ground.data)}
    for each in ground.data.municipalities:
        if each.code in ground.towns:
            town(canvas, ground.towns[each.code], each.name, ground.palette.accent, outside=each.code in strange)


def town(canvas: Canvas, at: Point, name: str, accent: str, *, outside: bool) -> None:
    """Draw a municipality's box: filled, or with a broken border where no round concerned it."""
    half = _half(name)
    box = (at[0] - half, at[1] - _TOWN_HALF, at[0] + half, at[1] + _TOWN_HALF)
    if outside:
        canvas.box(box, fill="white", line=accent, width=0.8, dashes=(2.4, 1.6), round=0.9)
    else:
        canvas.box(box, fill=accent, line=accent, round=0.9)
    canvas.text(at, _short(name), _TOWN_FONT, accent if outside else "white", align="center", bold=True)


def _names(canvas: Canvas, ground: _Ground, outlines: Sequence[Hull]) -> int:
    """Write the names of circles and of fora, the largest first, where there is room; return how many fora have one."""
    taken = Taken(ground.frame)
    for each in ground.data.municipalities:
        if each.code in ground.towns:
            taken.add(_around(ground.towns[each.code], _half(each.name) + 0.3, _TOWN_HALF + 0.3))
    for body in ground.forums:
        taken.add(_around(ground.places[body.id], ground.radii[body.id], ground.radii[body.id]))
    for outline in outlines:
        _circle_name(canvas, outline, taken)
    held = members(ground.links)
    circles = {one.id: Circle(ground.places[one.id], ground.radii[one.id]) for one in ground.forums}
    least = _NAMED if len(ground.forums) > _FEW else 1
    wanted = [body for body in ground.forums if len(held.get(body.id, ())) >= least]
    wanted.sort(key=lambda body: -len(held[body.id]))
    found = named([(body.name, circles[body.id]) for body in wanted], list(circles.values()), taken)
    for one in found:
        if one:
            _write(canvas, one)
    return sum(1 for one in found if one)


def _circle_name(canvas: Canvas, hull: Hull, taken: Taken) -> None:
    """Write a circle's name just outside its outline, where that is free, the upper edge first."""
    for away, room in product(_AWAY, _CIRCLE_ROOM):
        lines = wrapped(hull.circle.name, room, naming.FONT, 3, bold=True)
        wide = max((width(one, naming.FONT, bold=True) for one in lines), default=0) / 2 + 0.3
        high = len(lines) * naming.LINE / 2
        for (x, y), (across, down) in hull.edges():
            at = x + across * (wide * abs(across) + away), y + down * (high + away)
            if taken.free(_around(at, wide, high)):
                taken.add(_around(at, wide, high))
                _lines(canvas, lines, at, bold=True, colour=_dark(hull.colour))
                return


def _dark(colour: str) -> str:
    """Return a colour dark enough for small letters on white."""
    return "#" + "".join(f"{int(int(colour[at : at + 2], 16) * 0.55):02x}" for at in (1, 3, 5))


def _loose(canvas: Canvas, row: loose.Row, corner: Point, ground: _Ground, read: Reader) -> None:
    if not row.entries:
        return
    rest = read.text("picture.loose_rest", n=row.rest) if row.rest else ""
    caption = f"{read.text('picture.loose')}{rest}"
    canvas.text((corner[0], corner[1] + loose.LINE / 2), caption, loose.CAPTION, bold=True)
    for one in row.entries:
        at = corner[0] + one.at[0], corner[1] + one.at[1]
        circle(canvas, at, loose.RADIUS, one.forum.status, [ground.palette.area(area) for area in one.forum.areas])
        canvas.text((at[0] + loose.RADIUS + 1.2, at[1]), one.name, loose.FONT)


def _around(at: Point, wide: float, high: float) -> Box:
    return at[0] - wide, at[1] - high, at[0] + wide, at[1] + high


def _write(canvas: Canvas, name: Name) -> None:
    canvas.lines(list(pairwise(name.lead)), INK, 0.45, ())
    _lines(canvas, name.lines, name.middle)


def _lines(canvas: Canvas, lines: Sequence[str], middle: Point, **look: Any) -> None:
    for number, line in enumerate(lines):
        at = middle[0], middle[1] + (number - (len(lines) - 1) / 2) * naming.LINE
        canvas.text(at, line, naming.FONT, align="center", halo=True, **look)
