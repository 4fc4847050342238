"""The sheets on fora, who is in them, and where reports differ; it knows no spreadsheet format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.documents.sheet import Line, Sheet
from forumgraph.maps.links import BASES, DRAWN
from forumgraph.queries.claims import COUNTED

if TYPE_CHECKING:
    from forumgraph.maps.companions.reader import Reader
    from forumgraph.maps.model import MapData, MapForum, MapSeat

_FORUM = (
    ("forum", 42), ("state", 12), ("kind", 18), ("areas", 24), ("levels", 16), ("members", 11), ("self_reported", 34),
    ("named_by_other", 26), ("inferred", 20), ("excluded", 20), ("organisations", 30), ("meetings", 34),
    ("aliases", 40), ("unknown", 36), ("id", 24),
)  # fmt: skip


def forums(data: MapData, read: Reader) -> Sheet:
    """Return a line a forum."""
    held = strongest(data)
    seats: dict[str, list[MapSeat]] = {}
    for seat in data.seats:
        seats.setdefault(seat.forum, []).append(seat)
    lines = tuple(
        _forum(each, _Held(held.get(each.id, {}), seats.get(each.id, [])), data, read) for each in data.forums
    )
    return Sheet(read.text("sheet.forums"), read.columns(_FORUM), lines)


def strongest(data: MapData) -> dict[str, dict[str, set[str]]]:
    """Return the municipalities (codes) of each forum by basis: of the three that count them in only the strongest.

    Who is said not to be in stands there besides, as the sources may contradict each other.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for claim in data.memberships:
        found.setdefault(claim.forum, {}).setdefault(claim.basis, set()).add(claim.municipality)
    for held in found.values():
        seen: set[str] = set()
        for basis in DRAWN:
            held[basis] = held.get(basis, set()) - seen
            seen |= held[basis]
    return found


@dataclass(frozen=True)
class _Held:
    """Who is in a forum: municipalities (codes) by basis, and organisations."""

    towns: dict[str, set[str]]
    seats: list[MapSeat]


def _forum(forum: MapForum, held: _Held, data: MapData, read: Reader) -> Line:
    return (
        forum.name,
        read.words.of("forum_status", forum.status),
        read.words.of("kind", forum.kind),
        "; ".join(read.area(each) for each in forum.areas),
        "; ".join(read.words.of("level", each) for each in forum.levels),
        sum(len(held.towns.get(basis, ())) for basis in COUNTED),
        *(_named(held.towns.get(basis, set()), data) for basis in BASES),
        _seats(held.seats, data, read),
        _meetings(forum, read),
        "; ".join(forum.aliases),
        "; ".join(read.word("companions.unknown.forum", each) for each in forum.unknown),
        forum.id,
    )


def _named(codes: set[str], data: MapData) -> str:
    return ", ".join(each.name for each in data.municipalities if each.code in codes)


def _seats(seats: list[MapSeat], data: MapData, read: Reader) -> str:
    held = {each.organisation: each.runs for each in seats}
    names = ((each.name, held[each.id]) for each in data.organisations if each.id in held)
    return "; ".join(read.text("runs", name=name) if runs else name for name, runs in names)


def _meetings(forum: MapForum, read: Reader) -> str:
    said = (each for each in forum.facts if each.kind == "meetings")
    lines = (f"{each.text}: {read.names(each.reported_by)}" if each.reported_by else each.text for each in said)
    return "\n".join(dict.fromkeys(lines))


_CLAIM = (
    ("forum", 42), ("municipality", 18), ("code", 8), ("basis", 20), ("reported_by", 28), ("reason", 40),
    ("contested", 12), ("round", 26), ("source", 24), ("lines", 16), ("dated", 12),
)  # fmt: skip


def claims(data: MapData, read: Reader) -> Sheet:
    """Return a line a claim of membership, those that say somebody is not in with them."""
    lines = tuple(
        (
            read.forum(each.forum),
            read.town(each.municipality),
            each.municipality,
            read.words.of("basis", each.basis),
            read.names(each.reported_by),
            each.reason,
            read.text("yes") if each.contested else None,
            read.round(each.round),
            *read.cited(each.evidence, each.round),
        )
        for each in data.memberships
    )
    return Sheet(read.text("sheet.claims"), read.columns(_CLAIM), lines)


_SIDE = (
    ("forum", 42), ("about", 18), ("subject", 20), ("side", 40), ("reported_by", 36), ("round", 26),
    ("source", 24), ("lines", 16), ("dated", 12),
)  # fmt: skip


def conflicts(data: MapData, read: Reader) -> Sheet:
    """Return each side of each contradiction on a line of its own; a forum's stand together."""
    lines = tuple(
        (
            forum.name,
            read.word("companions.dispute", each.about),
            read.words.of("level", each.subject) if each.subject else None,
            side.text,
            read.names(side.reported_by),
            read.round(each.round),
            *read.cited(side.evidence, each.round),
        )
        for forum in data.forums
        for each in forum.conflicts
        for side in each.sides
    )
    return Sheet(read.text("sheet.conflicts"), read.columns(_SIDE), lines or ((read.text("none"),),))
