"""Communities that a large map opens with, one node each; it knows municipalities, fora and who is in what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.links import links, members
from forumgraph.queries.structure import communities
from forumgraph.queries.ways import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forumgraph.maps.layout import Layout
    from forumgraph.maps.model import MapData

OVERVIEW = 10_000  # nodes above which the map opens with one node a community
MOST = 50_000  # nodes above which no map is made


@dataclass(frozen=True)
class Group:
    """A community: it goes by its municipality that is in most fora; its place is the middle of its municipalities."""

    id: int
    name: str
    x: int
    y: int
    towns: int
    forums: int


@dataclass(frozen=True)
class Groups:
    """The communities, and which one each municipality, forum and organisation is in; none on a map that needs none."""

    groups: tuple[Group, ...]
    towns: Mapping[str, int]
    forums: Mapping[str, int]
    organisations: Mapping[str, int]


def size(data: MapData) -> int:
    """Return how many nodes the map has."""
    return len(data.municipalities) + len(data.forums) + len(data.organisations)


def groups(data: MapData, layout: Layout) -> Groups:
    """Return the communities of a map of more than OVERVIEW nodes, and none of a smaller one."""
    if size(data) <= OVERVIEW:
        return Groups((), {}, {}, {})
    met = members(links(data))
    codes = [one.code for one in data.municipalities]
    number = {code: n for n, code in enumerate(codes)}
    found = communities(len(codes), shared([sorted(number[code] for code in met[one]) for one in sorted(met)]))
    ordered = sorted((sorted(each) for each in found), key=lambda each: (-len(each), each))
    towns = {codes[n]: group for group, each in enumerate(ordered) for n in each}
    forums = {one.id: _most(towns[code] for code in met.get(one.id, ())) for one in data.forums}
    seated = {seat.organisation: forums[seat.forum] for seat in reversed(data.seats)}
    held = Counter(forums.values())
    maker = _Maker(data, met, layout)
    made = [maker.group(n, [codes[i] for i in each], held[n]) for n, each in enumerate(ordered)]
    return Groups(tuple(made), towns, forums, {one.id: seated.get(one.id, 0) for one in data.organisations})


def _most(found: Iterable[int]) -> int:
    """Return the group that most members are in, of equals the first; the first group where there are none."""
    counts = Counter(found)
    return min(counts, key=lambda group: (-counts[group], group), default=0)


class _Maker:
    """What a group is made from."""

    def __init__(self, data: MapData, met: Mapping[str, Sequence[str]], layout: Layout) -> None:
        self.names = {one.code: one.name for one in data.municipalities}
        self.busy = Counter(code for each in met.values() for code in each)
        self.spots = layout.municipalities

    def group(self, n: int, codes: list[str], forums: int) -> Group:
        largest = min(codes, key=lambda code: (-self.busy[code], code))
        xs, ys = [self.spots[code].x for code in codes], [self.spots[code].y for code in codes]
        return Group(n, self.names[largest], sum(xs) // len(xs), sum(ys) // len(ys), len(codes), forums)
