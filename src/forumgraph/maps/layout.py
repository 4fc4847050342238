"""Where everything stands on the map, in whole world units; it knows no colours, no pyvis and no browser.

In two steps: municipalities stand where they lie in the country, moved apart; then each forum stands at the middle of
its members. A forum of one municipality opens like a petal around it, and one with a new name stands where it stood
under the old one. Nothing is random, everything is laid out once for all rounds together, and a municipality's place
does not depend on the data: it is the same from run to run, from round to round and from filter to filter.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.labels import FORUM_FONT, LINE, MUNICIPALITY_FONT, Label, label
from forumgraph.maps.links import links, members
from forumgraph.maps.places import place_of
from forumgraph.maps.renaming import Kept, kept_places
from forumgraph.maps.spot import Extent, Spot, extent, radius
from forumgraph.maps.spread import Box, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forumgraph.maps.model import MapData, MapForum

_STRETCH = 1.35  # stored places are apart for tiles; fora need room between them
_EDGE = (330.0, 210.0)  # how far from the outermost municipalities those of no round stand, across and down
_FLOWER = (118.0, 62.0)  # from a municipality's middle to its first petals, across and down
_PETAL = 30.0  # room of a petal
_STEP = (34.0, 30.0)  # the sunflower's step, for fora with the same members
_GOLDEN = math.pi * (3 - math.sqrt(5))
_MOVED = 300  # shared fora up to which overlaps are removed; among more, nobody sees single names anyway
_ORGANISATION = 9  # radius
_LOOSE = 260  # between fora that no municipality is known to be in

Place = tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """All places: municipalities by code, fora and organisations by id; ``extent`` is what the first view shows."""

    municipalities: Mapping[str, Spot]
    forums: Mapping[str, Spot]
    organisations: Mapping[str, Spot]
    extent: Extent


def lay_out(data: MapData) -> Layout:
    """Return the place of every municipality, forum and organisation."""
    towns = _towns(data)
    drawn = members(links(data))
    kept = kept_places(data.forums)
    met = _at_places(drawn, kept)
    forums = {one.id: one for one in data.forums if one.id not in kept or not kept[one.id].names}
    own, shared, loose = _sorted(forums, met)
    spots = _petals(own, towns, forums)
    flowers = _flowers(towns, own)
    spots |= _shared(shared, met, towns, forums, flowers)
    spots |= _loose(loose, extent([*towns.values(), *spots.values()]), forums)
    spots |= {
        one.id: _spot(one, len(drawn.get(one.id, ())), _middle([spots[kept[one.id].place]]))
        for one in data.forums
        if one.id in kept
    }
    seated = _organisations(data, spots)
    return Layout(towns, spots, seated, extent([*towns.values(), *spots.values()]))


def town_label(name: str) -> Label:
    """Return a municipality's name as its box shows it."""
    return label(name, 24, 1, MUNICIPALITY_FONT)


def forum_label(name: str) -> Label:
    """Return the name of a forum as it stands under its circle."""
    return label(name, 20, 3, FORUM_FONT)


def _towns(data: MapData) -> dict[str, Spot]:
    """Return where the municipalities stand; few that no round asked, and that are far off, at the edge of the others.

    Where they are many, publications speak of the whole country, and it is drawn as it lies.
    """
    known = place_of({one.code: one.name for one in data.municipalities})
    places = {code: (one.x * _STRETCH, one.y * _STRETCH) for code, one in known.items()}
    own = [one.code for one in data.municipalities if one.answers]
    if own and len(own) > len(places) - len(own):
        places |= _drawn_in({code: places[code] for code in places if code not in own}, [places[code] for code in own])
    names = {one.code: one.name for one in data.municipalities}
    return {code: Spot(round(x), round(y), 0, town_label(names[code]).lines) for code, (x, y) in places.items()}


def _drawn_in(strangers: Mapping[str, Place], own: Sequence[Place]) -> dict[str, Place]:
    """Return the strangers' places in the direction where they lie, but no farther off than the map's edge."""
    lefts, tops = min(x for x, _ in own) - _EDGE[0], min(y for _, y in own) - _EDGE[1]
    rights, bottoms = max(x for x, _ in own) + _EDGE[0], max(y for _, y in own) + _EDGE[1]
    boxes = {
        code: Box(min(max(x, lefts), rights), min(max(y, tops), bottoms), 2 * _FLOWER[0] + 60, 2 * _FLOWER[1])
        for code, (x, y) in strangers.items()
    }
    spread([*(Box(x, y, 2 * _FLOWER[0], 2 * _FLOWER[1], fixed=True) for x, y in own), *boxes.values()])
    return {code: (box.x, box.y) for code, box in boxes.items()}


def _at_places(drawn: Mapping[str, Sequence[str]], kept: Mapping[str, Kept]) -> dict[str, tuple[str, ...]]:
    """Return the members by place: a forum with a new name stands where it stood, in the middle of all it ever had."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, codes in drawn.items():
        found[kept[id_].place if id_ in kept else id_] |= dict.fromkeys(codes)
    return {id_: tuple(codes) for id_, codes in found.items()}


def _sorted(
    forums: Mapping[str, MapForum], met: Mapping[str, Sequence[str]]
) -> tuple[dict[str, list[str]], list[str], list[str]]:
    """Return the fora of one municipality by its code, those of several, and those that nobody is known to be in."""
    own: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(forums):
        if len(met.get(id_, ())) == 1:
            own[met[id_][0]].append(id_)
    shared = [id_ for id_ in forums if len(met.get(id_, ())) > 1]
    return own, shared, [id_ for id_ in forums if id_ not in met]


def _petals(own: Mapping[str, list[str]], towns: Mapping[str, Spot], forums: Mapping[str, MapForum]) -> dict[str, Spot]:
    found = {}
    for code, ids in own.items():
        for id_, (x, y) in zip(ids, _around(len(ids)), strict=True):
            place = towns[code].x + x, towns[code].y + y
            found[id_] = _spot(forums[id_], 1, place)
    return found


def _around(count: int) -> list[Place]:
    """Return so many places around a municipality's box, ring by ring, from the top on."""
    found: list[Place] = []
    ring = 0
    while len(found) < count:
        wide, high = _FLOWER[0] + ring * _PETAL, _FLOWER[1] + ring * _PETAL
        room = int(math.pi * (wide + high) / _PETAL / 1.25)
        here = min(room, count - len(found))
        turns = [2 * math.pi * n / here - math.pi / 2 for n in range(here)]
        found += [(wide * math.cos(turn), high * math.sin(turn)) for turn in turns]
        ring += 1
    return found


def _flowers(towns: Mapping[str, Spot], own: Mapping[str, list[str]]) -> list[Box]:
    """Return the room that each municipality takes with its petals."""
    boxes = []
    for code, spot in towns.items():
        around = _around(len(own.get(code, ())))
        wide = max((abs(x) for x, _ in around), default=text_half(spot)) + _PETAL / 2
        high = max((abs(y) for _, y in around), default=MUNICIPALITY_FONT) + _PETAL / 2
        boxes.append(Box(spot.x, spot.y, 2 * max(wide, text_half(spot)), 2 * high, fixed=True))
    return boxes


def text_half(spot: Spot) -> float:
    """Return half the width of a municipality's box."""
    return spot.box()[2] - spot.x


def _shared(
    ids: Sequence[str],
    met: Mapping[str, Sequence[str]],
    towns: Mapping[str, Spot],
    forums: Mapping[str, MapForum],
    fixed: list[Box],
) -> dict[str, Spot]:
    """Place the fora of several municipalities, those with the same members like a sunflower around one middle."""
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    boxes = []
    for id_ in ids:
        codes = tuple(sorted(met[id_]))
        boxes.append(_box(forums[id_], len(codes), _petal(_middle([towns[code] for code in codes]), seen[codes])))
        seen[codes] += 1
    if len(boxes) <= _MOVED:
        spread([*fixed, *boxes])
    return {
        id_: _spot(forums[id_], len(met[id_]), (box.x, _top(box, forums[id_], len(met[id_]))))
        for id_, box in zip(ids, boxes, strict=True)
    }


def _middle(spots: Sequence[Spot]) -> Place:
    return sum(one.x for one in spots) / len(spots), sum(one.y for one in spots) / len(spots)


def _petal(middle: Place, index: int) -> Place:
    turn, away = index * _GOLDEN, math.sqrt(index)
    return middle[0] + _STEP[0] * away * math.cos(turn), middle[1] + _STEP[1] * away * math.sin(turn)


def _box(forum: MapForum, count: int, middle: Place) -> Box:
    text, size = forum_label(forum.name), radius(forum, count)
    return Box(*middle, max(text.width, 2 * size) + 10, text.height + _status_line(forum) + 2 * size + 12)


def _status_line(forum: MapForum) -> float:
    return 0 if forum.status == "existing" else FORUM_FONT * LINE


def _top(box: Box, forum: MapForum, count: int) -> float:
    """Return where a forum's circle stands in its box: at the top, the name under it."""
    return box.y - box.height / 2 + radius(forum, count) + 6


def _spot(forum: MapForum, count: int, place: Place) -> Spot:
    return Spot(round(place[0]), round(place[1]), radius(forum, count), forum_label(forum.name).lines)


def _loose(ids: Sequence[str], frame: Extent, forums: Mapping[str, MapForum]) -> dict[str, Spot]:
    """Place in rows below the map the fora that no municipality is known to be in."""
    columns = max(1, (frame[2] - frame[0]) // _LOOSE)
    return {
        id_: _spot(
            forums[id_], 0, (frame[0] + (n % columns + 0.5) * _LOOSE, frame[3] + 60 + n // columns * _LOOSE / 2.5)
        )
        for n, id_ in enumerate(ids)
    }


def _organisations(data: MapData, forums: Mapping[str, Spot]) -> dict[str, Spot]:
    """Place each organisation at the middle of its fora, a little to the side of what stands there."""
    held: dict[str, list[Spot]] = defaultdict(list)
    for seat in data.seats:
        held[seat.organisation].append(forums[seat.forum])
    boxes = {}
    for n, one in enumerate(data.organisations):
        x, y = _middle(held[one.id]) if held[one.id] else (0.0, 0.0)
        boxes[one.id] = Box(x + 46 * math.cos(n * _GOLDEN), y + 46 * math.sin(n * _GOLDEN), 34, 34)
    if len(boxes) <= _MOVED:
        spread([*_discs(forums.values()), *boxes.values()])
    names = {one.id: forum_label(one.name).lines for one in data.organisations}
    return {id_: Spot(round(box.x), round(box.y), _ORGANISATION, names[id_]) for id_, box in boxes.items()}


def _discs(spots: Iterable[Spot]) -> list[Box]:
    return [Box(spot.x, spot.y, 2 * spot.radius + 4, 2 * spot.radius + 4, fixed=True) for spot in spots]
