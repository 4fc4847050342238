"""What is drawn between municipalities and fora: one line a pair, however many claims stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.maps.model import MapData

# The strongest first. ``excluded`` is missing on purpose: the source says that there is no line.
DRAWN = ("self_reported", "named_by_other", "inferred")
#: All bases of a claim, in the order in which they are told.
BASES = (*DRAWN, "excluded")


@dataclass(frozen=True)
class Link:
    """A line on the map: the strongest basis on which a municipality is counted into a forum."""

    municipality: str
    forum: str
    basis: str


def links(data: MapData) -> tuple[Link, ...]:
    """Return one link a pair, in the order of the memberships; pairs that are only ``excluded`` have none."""
    strongest: dict[tuple[str, str], str] = {}
    for claim in data.memberships:
        if claim.basis in DRAWN:
            pair = claim.municipality, claim.forum
            strongest[pair] = min(strongest.get(pair, claim.basis), claim.basis, key=DRAWN.index)
    return tuple(Link(municipality, forum, basis) for (municipality, forum), basis in strongest.items())


def members(drawn: tuple[Link, ...]) -> dict[str, tuple[str, ...]]:
    """Return the municipalities of each forum that has a line, in the order of the lines."""
    found: dict[str, list[str]] = {}
    for link in drawn:
        found.setdefault(link.forum, []).append(link.municipality)
    return {forum: tuple(codes) for forum, codes in found.items()}


def check(data: MapData) -> None:
    """Raise ValueError where something points to what is not on the map, or an id stands twice.

    The page would otherwise leave it out without a word.
    """
    known = {
        "municipality": _once("municipality", (one.code for one in data.municipalities)),
        "forum": _once("forum", (one.id for one in data.forums)),
        "area": _once("area", (one.id for one in data.areas)),
        "organisation": _once("organisation", (one.id for one in data.organisations)),
        "round": _once("round", (one.id for one in data.rounds)),
    }
    for what, one, where in _pointers(data):
        if one not in known[what]:
            raise ValueError(f"{where} points to {what} {one!r}, which is not on the map")


def _pointers(data: MapData) -> Iterable[tuple[str, str, str]]:
    """Yield everything that points to something: what kind, which one, and where that stands."""
    for claim in data.memberships:
        yield "municipality", claim.municipality, f"the membership in forum {claim.forum!r}"
        yield "forum", claim.forum, f"the membership of municipality {claim.municipality!r}"
        yield "round", claim.round, f"the membership of municipality {claim.municipality!r} in forum {claim.forum!r}"
    for seat in data.seats:
        yield "organisation", seat.organisation, f"the seat in forum {seat.forum!r}"
        yield "forum", seat.forum, f"the seat of organisation {seat.organisation!r}"
    for town in data.municipalities:
        for answer in town.answers:
            where = f"the answer of {town.name} on {answer.area!r}"
            yield "area", answer.area, where
            yield "round", answer.round, where
            yield from (("forum", forum, where) for forum in answer.forums)
    for body in data.forums:
        yield from (("area", area, f"forum {body.id!r}") for area in body.areas)
        yield from (("forum", forum, f"forum {body.id!r}") for forum in (*body.succeeds, *filter(None, [body.part_of])))
    for circle in data.circles:
        yield from (("municipality", code, f"circle {circle.id!r}") for code in circle.members)


def _once(what: str, ids: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"{what} {one!r} stands twice in the map's data")
        seen.add(one)
    return frozenset(seen)
