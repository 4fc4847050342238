"""What stands on a forum's page: its names, who is in it by whose word, and what no source says. It knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.links import BASES
from forumgraph.maps.pages.held import Held, strongest
from forumgraph.maps.pages.neighbours import SmallMap, around_forum
from forumgraph.queries.claims import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.maps.model import (
        MapConflict,
        MapFact,
        MapForum,
        MapMembership,
        MapMunicipality,
        MapOrganisation,
        MapSeat,
        MapTier,
    )


@dataclass(frozen=True)
class Members:
    """Municipalities of which the same is said: all claims on the place of the first, as they stand for each."""

    towns: tuple[MapMunicipality, ...]
    claims: tuple[MapMembership, ...]


@dataclass(frozen=True)
class ForumPage:
    """A forum's page: ``members`` by basis, ``facts`` by kind, what it succeeds and what succeeds it."""

    forum: MapForum
    map: SmallMap | None
    figures: tuple[str, ...]
    members: dict[str, tuple[Members, ...]]
    facts: dict[str, tuple[MapFact, ...]]
    seats: tuple[tuple[MapOrganisation, tuple[MapSeat, ...]], ...]
    tiers: tuple[MapTier, ...]
    before: tuple[MapForum, ...]
    after: tuple[MapForum, ...]
    whole: MapForum | None
    parts: tuple[MapForum, ...]
    conflicts: tuple[MapConflict, ...]
    unknown: tuple[str, ...]

    def count(self, basis: str) -> int:
        """Return how many municipalities stand under a basis."""
        return _count(self.members.get(basis, ()))


def forum_page(body: MapForum, held: Held) -> ForumPage:
    """Return the page of a forum."""
    members = _members(body, held)
    return ForumPage(
        forum=body,
        map=around_forum(body, held),
        figures=tuple(_figures(members, held)),
        members=members,
        facts=_facts(body),
        seats=tuple((held.organisations[id_], tuple(each)) for id_, each in held.seats[body.id].items()),
        tiers=tuple(sorted(body.tiers, key=lambda tier: tier.rank)),
        before=tuple(held.in_order(body.succeeds)),
        after=tuple(held.in_order(held.successors[body.id])),
        whole=held.forums.get(body.part_of or ""),
        parts=tuple(held.in_order(held.parts[body.id])),
        conflicts=body.conflicts,
        unknown=_unknown(body, held),
    )


def _members(body: MapForum, held: Held) -> dict[str, tuple[Members, ...]]:
    """Return the members by basis; those of which the very same is said stand together, as where all are inferred."""
    found: dict[str, dict[object, list[MapMunicipality]]] = {basis: {} for basis in BASES}
    claims = held.of_forum[body.id]
    for town in sorted((held.towns[code] for code in claims), key=held.rank):
        own = claims[town.code]
        found[strongest(own) or "excluded"].setdefault(_said(own, town, held), []).append(town)
    return {
        basis: tuple(Members(tuple(towns), tuple(claims[towns[0].code])) for towns in groups.values())
        for basis, groups in found.items()
        if groups
    }


def _said(claims: list[MapMembership], town: MapMunicipality, held: Held) -> object:
    """Return what is said of a municipality's place, apart from its own name."""
    return tuple(
        (one.basis, tuple(held.others(one.reported_by, town.name)), one.reason, one.evidence, one.round)
        for one in claims
    )


def _count(members: Iterable[Members]) -> int:
    return sum(len(each.towns) for each in members)


def _figures(members: dict[str, tuple[Members, ...]], held: Held) -> list[str]:
    own, named = (_count(members.get(basis, ())) for basis in COUNTED)
    found = [held.text("pages.forum.figure_members", n=own + named, own=own, named=named)]
    for basis in ("inferred", "excluded"):
        if n := _count(members.get(basis, ())):
            found.append(held.text(f"pages.forum.figure_{basis}", n=n))
    return found


def _facts(body: MapForum) -> dict[str, tuple[MapFact, ...]]:
    found: dict[str, list[MapFact]] = {}
    for fact in body.facts:
        found.setdefault(fact.kind, []).append(fact)
    return {kind: tuple(facts) for kind, facts in found.items()}


def _unknown(body: MapForum, held: Held) -> tuple[str, ...]:
    """Return what no source says; a key that is not known here is shown as it stands rather than left out."""
    texts = held.text.section("pages.forum_unknown")
    return tuple(texts.get(key, key) for key in body.unknown)
