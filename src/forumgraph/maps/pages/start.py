"""What stands on the start page: every municipality and every forum in a row of its table. It knows no HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.ingest.danish import sort_key
from forumgraph.maps.pages.held import Held, Link, short, strongest
from forumgraph.maps.pages.town import answered
from forumgraph.queries.claims import COUNTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.model import MapForum, MapMunicipality


_MANY = 12  # rows from which on a table has a list of letters to jump by


@dataclass(frozen=True)
class Jump:
    """A letter, how many names begin with it, and the anchor of the first."""

    letter: str
    count: int
    anchor: str


@dataclass(frozen=True)
class TownRow:
    """A municipality: questions answered of those asked, fora by its own word, fora by others' word, disagreements.

    ``anchor`` is set where a letter begins.
    """

    link: Link
    kkr: str
    found: int
    asked: int
    own: int
    named: int
    conflicts: int
    anchor: str = ""


@dataclass(frozen=True)
class ForumRow:
    """A forum with the numbers and names of its areas and how many members it has."""

    link: Link
    status: str
    areas: tuple[str, ...]
    members: int
    anchor: str = ""


@dataclass(frozen=True)
class StartPage:
    """Both tables, by the Danish alphabet, with the letters to jump by; how many were asked, and how many answered."""

    towns: tuple[TownRow, ...]
    forums: tuple[ForumRow, ...]
    town_jumps: tuple[Jump, ...]
    forum_jumps: tuple[Jump, ...]
    asked: int
    answered: int


def start_page(held: Held) -> StartPage:
    """Return the start page."""
    towns = [_town(one, held) for one in sorted(held.data.municipalities, key=held.rank)]
    bodies = sorted(held.data.forums, key=lambda one: (sort_key(short(one.name)), one.id))
    forums = [_forum(one, held) for one in bodies]
    town_jumps, forum_jumps = _jumps("k", towns), _jumps("f", forums)
    return StartPage(
        tuple(replace(one, anchor=anchor) for one, anchor in zip(towns, _anchors("k", towns), strict=True)),
        tuple(replace(one, anchor=anchor) for one, anchor in zip(forums, _anchors("f", forums), strict=True)),
        town_jumps,
        forum_jumps,
        sum(one.asked > 0 for one in towns),
        sum(one.found > 0 for one in towns),
    )


def _jumps(kind: str, rows: Sequence[TownRow | ForumRow]) -> tuple[Jump, ...]:
    """Return the letters in the order of the rows; none where the table is short or has one letter."""
    letters = Counter(_letter(row.link.name) for row in rows)
    if len(rows) < _MANY or len(letters) == 1:
        return ()
    return tuple(Jump(letter, count, _anchor(kind, letter)) for letter, count in letters.items())


def _anchors(kind: str, rows: Sequence[TownRow | ForumRow]) -> list[str]:
    """Return for each row the anchor of its letter where it is the first with it, else nothing."""
    letters = [_letter(row.link.name) for row in rows]
    return [_anchor(kind, one) if one not in letters[:n] else "" for n, one in enumerate(letters)]


def _anchor(kind: str, letter: str) -> str:
    return f"{kind}-{letter.lower() if letter.isalpha() else 0}"


def _letter(name: str) -> str:
    """Return the letter that a name stands under: Aa is Å, and what begins with none is #."""
    plain = name.strip("\"'»«“”( ")
    first = "Å" if plain[:2].lower() == "aa" else plain[:1].upper()
    return first if first.isalpha() else "#"


def _town(one: MapMunicipality, held: Held) -> TownRow:
    best = [strongest(claims) for claims in held.of_town[one.code].values()]
    own, named = (best.count(basis) for basis in COUNTED)
    return TownRow(held.town_link(one), one.kkr, *answered(one), own, named, len(held.conflicts[one.name]))


def _forum(one: MapForum, held: Held) -> ForumRow:
    areas = tuple(held.area(area.id) for area in held.data.areas if area.id in one.areas)
    return ForumRow(held.forum_link(one.id), one.status, areas, len(held.members(one.id)))
