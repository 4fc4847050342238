"""Where everything stands on the map, in whole world units; it knows no colours, no pyvis and no browser.

The municipalities stand in a ring, those that meet much side by side. A forum of one municipality hangs on the ring's
outside with its name beside it; a forum of several lies inside, at the middle of its members. Who has no forum at all
stands in a row below, in a margin of its own. Nothing is random: equal data give equal places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.ellipse import Ellipse, ellipse
from forumgraph.maps.labels import FORUM_FONT, MUNICIPALITY_FONT, Label, label
from forumgraph.maps.links import links, members
from forumgraph.maps.margin import Margin, margin
from forumgraph.maps.petals import petals
from forumgraph.maps.ring import closeness, ring_order
from forumgraph.maps.spot import Extent, Spot, extent, radius

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.maps.model import MapData, MapForum

_TOWN_ROW = 56  # a municipality's box with its status line
_LEAF_ROW = {1: 21, 2: 39}  # a forum on the ring's outside, by the lines of its name
_BLOCK_GAP = 10
_STALK = 40  # from a municipality's box to its own fora


@dataclass(frozen=True)
class Layout:
    """All places; ``margin`` is the frame around those that nothing connects, if there are any."""

    municipalities: Mapping[str, Spot]
    forums: Mapping[str, Spot]
    margin: Margin | None
    extent: Extent  # with all names: what the first view shows
    core: Extent  # without the names of fora: what the first view shows on a small screen


@dataclass(frozen=True)
class _Ground:
    """What is to be placed: names by code, fora by id, and the members of each forum that has a line."""

    names: Mapping[str, str]
    forums: Mapping[str, MapForum]
    met: Mapping[str, Sequence[str]]

    def own(self, code: str) -> list[MapForum]:
        """Return the fora of this municipality alone."""
        return [one for one in self.forums.values() if list(self.met.get(one.id, ())) == [code]]


def lay_out(data: MapData) -> Layout:
    """Return the place of every municipality and every forum."""
    names = {one.code: one.name for one in data.municipalities}
    ground = _Ground(names, {one.id: one for one in data.forums}, members(links(data)))
    linked = {code for codes in ground.met.values() for code in codes}
    ring = _ring(ground, [code for code in names if code in linked])
    towns = {code: _town(names[code], place) for code, place in ring.places.items()}
    forums = {key: spot for code, spot in towns.items() for key, spot in _leaves(ground, code, spot).items()}
    forums |= petals(_shared(ground), ring)
    frame, loose_towns, loose_forums = margin(
        below=extent([*towns.values(), *forums.values()])[3] + _BLOCK_GAP,
        half=ring.half_width + 200,
        towns={code: town_label(name) for code, name in names.items() if code not in linked},
        forums={one.id: inner_label(one) for one in data.forums if one.id not in ground.met},
    )
    towns |= {code: _town(names[code], place) for code, place in loose_towns.items()}
    forums |= {key: _below(ground.forums[key], 0, place) for key, place in loose_forums.items()}
    spots = [*towns.values(), *forums.values()]
    return Layout(towns, forums, frame, extent(spots, frame), extent(spots, frame, names=False))


def town_label(name: str) -> Label:
    """Return a municipality's name as its box shows it."""
    return label(name, 24, 1, MUNICIPALITY_FONT)


def inner_label(forum: MapForum) -> Label:
    """Return the name of a forum inside the ring or in the margin: under its circle."""
    return label(forum.name, 20, 3, FORUM_FONT)


def leaf_label(forum: MapForum) -> Label:
    """Return the name of a forum on the ring's outside: beside its circle."""
    return label(forum.name, 28, 2, FORUM_FONT)


def _town(name: str, place: tuple[int, int]) -> Spot:
    return Spot(*place, 0, town_label(name).lines, "inside")


def _below(forum: MapForum, count: int, place: tuple[int, int]) -> Spot:
    return Spot(*place, radius(forum, count), inner_label(forum).lines, "below")


def _ring(ground: _Ground, codes: list[str]) -> Ellipse:
    """Return the ring of the municipalities that are in a forum, with a height for each one's own fora."""
    order = ring_order(closeness(ground.met, codes), codes)
    heights = {code: max(_TOWN_ROW, sum(_rows(ground.own(code)))) + _BLOCK_GAP for code in order}
    return ellipse(order, heights, sum(len(towns) > 1 for towns in ground.met.values()))


def _rows(own: list[MapForum]) -> list[int]:
    return [_LEAF_ROW[len(leaf_label(forum).lines)] for forum in own]


def _leaves(ground: _Ground, code: str, town: Spot) -> dict[str, Spot]:
    """Place the fora of one municipality in a column beside it, away from the ring's middle."""
    own = ground.own(code)
    sign, side = (1, "right") if town.x >= 0 else (-1, "left")
    column = round(town.x + sign * (town_label(ground.names[code]).width / 2 + 14 + _STALK))
    found: dict[str, Spot] = {}
    top = town.y - sum(_rows(own)) / 2
    for forum, height in zip(own, _rows(own), strict=True):
        place = column, round(top + height / 2)
        found[forum.id] = Spot(*place, radius(forum, 1), leaf_label(forum).lines, side)
        top += height
    return found


def _shared(ground: _Ground) -> list[tuple[MapForum, tuple[str, ...], Label]]:
    """Return the fora of several municipalities with their members and their names' lines."""
    return [
        (one, tuple(sorted(ground.met[one.id])), inner_label(one))
        for one in ground.forums.values()
        if len(ground.met.get(one.id, ())) > 1
    ]
