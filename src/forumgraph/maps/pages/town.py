"""What stands on a municipality's page: what is noted, who names it, what it has not answered. It knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.links import BASES
from forumgraph.maps.pages.held import Held, Link, short, strongest
from forumgraph.maps.pages.neighbours import SmallMap, around_town
from forumgraph.maps.pages.unknown import Gap, gaps
from forumgraph.queries.claims import COUNTED

if TYPE_CHECKING:
    from forumgraph.maps.model import (
        MapAnswer,
        MapCircle,
        MapConflict,
        MapForum,
        MapMembership,
        MapMunicipality,
        MapRound,
    )


@dataclass(frozen=True)
class Answered:
    """The answers of one round, with how many of its questions the municipality was asked and answered."""

    round: MapRound
    answers: tuple[MapAnswer, ...]
    found: int
    asked: int


@dataclass(frozen=True)
class Place:
    """A forum and all claims on the municipality's place in it."""

    forum: MapForum
    claims: tuple[MapMembership, ...]


@dataclass(frozen=True)
class Figure:
    """A number in a sentence, and the section that it comes from."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Met:
    """A circle with the others in it, and its fora in which the municipality counts or is only inferred to be."""

    circle: MapCircle
    others: tuple[Link, ...]
    forums: tuple[Link, ...]
    inferred: tuple[Link, ...]


@dataclass(frozen=True)
class TownPage:
    """A municipality's page. ``own``, ``named``, ``inferred`` and ``out`` share out the fora that speak of it."""

    town: MapMunicipality
    map: SmallMap | None
    figures: tuple[Figure, ...]
    rounds: tuple[Answered, ...]
    own: tuple[Place, ...]
    named: tuple[Place, ...]
    inferred: tuple[Place, ...]
    out: tuple[Place, ...]
    conflicts: tuple[tuple[MapForum, MapConflict], ...]
    gaps: tuple[Gap, ...]
    circles: tuple[Met, ...]


def town_page(town: MapMunicipality, held: Held) -> TownPage:
    """Return the page of a municipality."""
    rounds = tuple(one for one in (_answered(each, town) for each in held.data.rounds) if one.answers)
    places = _places(town, held)
    conflicts = tuple(held.conflicts[town.name])
    unknown = tuple(gaps(town, [place.forum for place in (*places["self_reported"], *places["named_by_other"])], held))
    return TownPage(
        town=town,
        map=around_town(town, held),
        figures=tuple(_figures(rounds, places, (len(conflicts), len(unknown)), held)),
        rounds=rounds,
        own=places["self_reported"],
        named=places["named_by_other"],
        inferred=places["inferred"],
        out=places["excluded"],
        conflicts=conflicts,
        gaps=unknown,
        circles=_circles(town, held),
    )


def answered(town: MapMunicipality) -> tuple[int, int]:
    """Return how many questions of all rounds a municipality answered, and how many it was asked."""
    asked = [one for one in town.answers if one.status != "not_asked"]
    return sum(one.status != "no_reply" for one in asked), len(asked)


def _answered(one: MapRound, town: MapMunicipality) -> Answered:
    answers = tuple(each for each in town.answers if each.round == one.id)
    asked = [each for each in answers if each.status != "not_asked"]
    return Answered(one, answers, sum(each.status != "no_reply" for each in asked), len(asked))


def _places(town: MapMunicipality, held: Held) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {basis: [] for basis in BASES}
    claims = held.of_town[town.code]
    for body in held.in_order(claims):
        found[strongest(claims[body.id]) or "excluded"].append(Place(body, tuple(claims[body.id])))
    return {basis: tuple(places) for basis, places in found.items()}


def _figures(
    rounds: tuple[Answered, ...], places: dict[str, tuple[Place, ...]], counts: tuple[int, int], held: Held
) -> list[Figure]:
    text, (conflicts, unknown) = held.text, counts
    own, named = len(places["self_reported"]), len(places["named_by_other"])
    found = [
        Figure(text("pages.town.answered", found=one.found, n=one.asked, round=_behind(one.round, rounds)), "noted")
        for one in rounds
        if one.asked
    ]
    found.append(Figure(text("pages.town.figure_in", n=own + named, own=own, named=named), "member"))
    others = named + len(places["excluded"])
    found += [
        Figure(text(f"pages.town.figure_{key}", n=n), anchor)
        for key, n, anchor in (
            ("named", others, "named"),
            ("conflicts", conflicts, "conflicts"),
            ("unknown", unknown, "unknown"),
        )
        if n
    ]
    return found


def _behind(one: MapRound, rounds: tuple[Answered, ...]) -> str:
    return f" ({one.title})" if len(rounds) > 1 else ""


def _circles(town: MapMunicipality, held: Held) -> tuple[Met, ...]:
    return tuple(_met(one, town, held) for one in held.data.circles if town.code in one.members)


def _met(one: MapCircle, town: MapMunicipality, held: Held) -> Met:
    """Return a circle: those that are not on the map go by name alone, and nobody meets where it is only inferred."""
    known = [held.town_link(held.towns[code]) for code in one.members if code in held.towns and code != town.code]
    strangers = [Link(short(name), "") for name in one.others]
    best = {forum: strongest(held.of_town[town.code].get(forum, ())) for forum in one.forums}
    counted, inferred = (
        tuple(held.forum_links(forum for forum, basis in best.items() if basis in wanted))
        for wanted in (COUNTED, ("inferred",))
    )
    return Met(one, (*known, *strangers), counted, inferred)
