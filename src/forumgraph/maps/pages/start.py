"""What stands on the start page: every municipality and every forum in a row of its table. It knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.ingest.danish import sort_key
from forumgraph.maps.pages.held import COUNTED, Held, Link, short, strongest
from forumgraph.maps.pages.town import answered

if TYPE_CHECKING:
    from forumgraph.maps.model import MapForum, MapMunicipality


@dataclass(frozen=True)
class TownRow:
    """A municipality: questions answered of those asked, fora by its own word, fora by others' word, disagreements."""

    link: Link
    kkr: str
    found: int
    asked: int
    own: int
    named: int
    conflicts: int


@dataclass(frozen=True)
class ForumRow:
    """A forum with the numbers and names of its areas and how many members it has."""

    link: Link
    status: str
    areas: tuple[str, ...]
    members: int


@dataclass(frozen=True)
class StartPage:
    """Both tables, by the Danish alphabet."""

    towns: tuple[TownRow, ...]
    forums: tuple[ForumRow, ...]


def start_page(held: Held) -> StartPage:
    """Return the start page."""
    return StartPage(
        tuple(_town(one, held) for one in sorted(held.data.municipalities, key=held.rank)),
        tuple(
            _forum(one, held) for one in sorted(held.data.forums, key=lambda one: (sort_key(short(one.name)), one.id))
        ),
    )


def _town(one: MapMunicipality, held: Held) -> TownRow:
    best = [strongest(claims) for claims in held.of_town[one.code].values()]
    own, named = (best.count(basis) for basis in COUNTED)
    return TownRow(held.town_link(one), one.kkr, *answered(one), own, named, len(held.conflicts[one.name]))


def _forum(one: MapForum, held: Held) -> ForumRow:
    areas = tuple(held.area(area.id) for area in held.data.areas if area.id in one.areas)
    return ForumRow(held.forum_link(one.id), one.status, areas, len(held.members(one.id)))
