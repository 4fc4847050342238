"""What is drawn between municipalities and fora: one line a pair, however many claims stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData

# The strongest first. ``excluded`` is missing on purpose: the source says that there is no line.
DRAWN = ("self_reported", "named_by_other", "inferred")


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
    codes = _once("municipality", [one.code for one in data.municipalities])
    forums = _once("forum", [one.id for one in data.forums])
    areas = _once("area", [one.id for one in data.areas])
    for claim in data.memberships:
        _known("municipality", claim.municipality, codes, f"the membership in forum {claim.forum!r}")
        _known("forum", claim.forum, forums, f"the membership of municipality {claim.municipality!r}")
    for town in data.municipalities:
        for answer in town.answers:
            where = f"the answer of {town.name} on {answer.area!r}"
            _known("area", answer.area, areas, where)
            for forum in answer.forums:
                _known("forum", forum, forums, where)
    for body in data.forums:
        for area in body.areas:
            _known("area", area, areas, f"forum {body.id!r}")


def _once(what: str, ids: list[str]) -> frozenset[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"{what} {one!r} stands twice in the map's data")
        seen.add(one)
    return frozenset(seen)


def _known(what: str, one: str, ids: frozenset[str], where: str) -> None:
    if one not in ids:
        raise ValueError(f"{where} points to {what} {one!r}, which is not on the map")
