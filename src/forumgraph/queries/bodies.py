"""Bodies that may be one under two names: fora, or organisations, each with all that speaks for or against that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import COUNTED, grouped, lines_of, reporters
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import (
    ALIASES,
    EVERY,
    FORUMS,
    ORGANISATION_NAMES,
    SEATS,
    AliasRow,
    ForumRow,
    MemberRow,
    OrganisationNamesRow,
    SeatRow,
)
from forumgraph.queries.name_spelling import Speller, Spelt
from forumgraph.queries.names_alike import Scale
from forumgraph.queries.places import claims_on_members
from forumgraph.queries.question import ask
from forumgraph.queries.selection import WORDS, Scope

About = Literal["forums", "organisations"]


@dataclass(frozen=True)
class UsedName:
    """A name with who uses it (nobody, where it is the data's own); ``described``: a phrase in place of a name."""

    name: str
    used_by: tuple[str, ...]
    described: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Body:
    """One forum or organisation, as it is compared.

    ``tellers`` has the members (of a forum its municipalities, of an organisation the fora it sits in), each with who
    counts it in. ``excluded`` are those that are said not to be in; ``listed`` that somebody gave a full list.
    ``places`` are the reporters, each with where it names the body: whoever names two bodies in one place means two.
    """

    id: str
    name: str
    kind: str
    names: tuple[tuple[UsedName, Spelt], ...]
    tellers: Mapping[str, frozenset[str]]
    excluded: frozenset[str]
    listed: bool
    places: frozenset[tuple[str, str]]
    areas: frozenset[str]
    levels: frozenset[str]
    tasks: frozenset[str]
    part_of: str | None
    evidence: tuple[Evidence, ...]

    @cached_property
    def members(self) -> frozenset[str]:
        """Whom anybody counts in."""
        return frozenset(self.tellers)

    @cached_property
    def municipalities(self) -> frozenset[str]:
        """The municipalities that its names name."""
        return frozenset().union(*(spelt.places for _, spelt in self.names))


@dataclass(frozen=True)
class Bodies:
    """All bodies of one sort, by id, and the scale on which their names are compared.

    ``usual`` is the share of an area's fora in which somebody counts several municipalities; organisations have none.
    """

    about: About
    all: tuple[Body, ...]
    scale: Scale
    usual: Mapping[str, float]


def bodies(graph: Graph, scope: Scope, about: About) -> Bodies:
    """Return all fora that the rounds of a scope speak of, or all organisations."""
    found = _fora(graph, scope) if about == "forums" else _organisations(graph, scope)
    scale = Scale([[spelt for _, spelt in body.names] for body in found])
    usual = _usual(found) if about == "forums" else {}
    return Bodies(about, tuple(_corrected(each, scale) for each in found), scale, usual)


def _usual(found: list[Body]) -> dict[str, float]:
    sizes: dict[str, list[int]] = {}
    for body in found:
        for area in body.areas if body.tellers else ():
            sizes.setdefault(area, []).append(len(body.tellers))
    return {area: sum(size > 1 for size in each) / len(each) for area, each in sizes.items()}


def _corrected(body: Body, scale: Scale) -> Body:
    """Return a body with its names as the scale takes them; of several that come to the same, one that is used."""
    found: dict[tuple[Spelt, bool], tuple[UsedName, Spelt]] = {}
    for name, spelt in body.names:
        corrected = scale.correct(spelt)
        key = (corrected, name.described)
        if key not in found or not found[key][0].used_by:
            found[key] = (name, corrected)
    return replace(body, names=tuple(found.values()))


def _fora(graph: Graph, scope: Scope) -> list[Body]:
    said = {**scope.time, "forums": []}
    members = grouped(claims_on_members(graph, scope), lambda row: row.forum)
    aliases = grouped(ask(graph, ALIASES, said), lambda row: row.forum)
    speller = _speller(graph)
    return [
        _forum(row, members.get(row.id, []), aliases.get(row.id, []), speller)
        for row in ask(graph, FORUMS, {**said, **EVERY})
    ]


def _forum(row: ForumRow, claims: list[MemberRow], aliases: list[AliasRow], speller: Speller) -> Body:
    called = grouped(aliases, lambda each: (each.name, each.described)).items()
    names = [UsedName(name, reporters(each), described, lines_of(each)) for (name, described), each in called]
    told = _told((each.municipality, each.reported_by) for each in claims if each.basis in COUNTED)
    return Body(
        id=row.id,
        name=row.name,
        kind="",  # two reports of one forum may well call it a network and a committee
        names=_spelt(row.name, names, speller),
        tellers=told,
        excluded=frozenset(each.municipality for each in claims if each.basis == "excluded"),
        listed=any(each.listed for each in claims),
        places=frozenset((who, area) for who in reporters([*claims, *aliases]) for area in row.areas),
        areas=frozenset(row.areas),
        levels=frozenset(row.levels),
        tasks=frozenset(row.tasks),
        part_of=row.part_of,
        evidence=lines_of(each for each in claims if each.basis in COUNTED),
    )


def _organisations(graph: Graph, scope: Scope) -> list[Body]:
    said = {**scope.time, "forums": []}
    seats = grouped(ask(graph, SEATS, said), lambda row: row.organisation)
    areas = {row.id: row.areas for row in ask(graph, FORUMS, {**said, **EVERY})}
    speller = _speller(graph)
    return [_organisation(row, seats.get(row.id, []), areas, speller) for row in ask(graph, ORGANISATION_NAMES)]


def _organisation(
    row: OrganisationNamesRow, seats: list[SeatRow], areas: Mapping[str, tuple[str, ...]], speller: Speller
) -> Body:
    return Body(
        id=row.id,
        name=row.name,
        kind=row.kind,
        names=_spelt(row.name, [UsedName(name, (), False, ()) for name in row.aliases], speller),
        tellers=_told((each.forum, each.reported_by) for each in seats),
        excluded=frozenset(),
        listed=False,  # nobody says that it names all organisations
        places=frozenset((each.reported_by, each.forum) for each in seats),
        areas=frozenset(area for each in seats for area in areas.get(each.forum, ())),
        levels=frozenset(),
        tasks=frozenset(),
        part_of=None,
        evidence=lines_of(seats),
    )


def _speller(graph: Graph) -> Speller:
    return Speller(name for row in ask(graph, WORDS) for name in row.municipalities)


def _spelt(name: str, others: list[UsedName], speller: Speller) -> tuple[tuple[UsedName, Spelt], ...]:
    """Return the names of a body taken apart, the data's own first, unless somebody uses the very same words."""
    own = [] if any(each.name == name for each in others) else [UsedName(name, (), False, ())]
    ordered = sorted(others, key=lambda each: (each.described, each.name != name, sort_key(each.name)))
    return tuple((each, speller.spell(each.name)) for each in (*own, *ordered))


def _told(claims: Iterable[tuple[str, str | None]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for member, who in claims:
        found.setdefault(member, set()).update([who] if who else [])
    return {member: frozenset(who) for member, who in found.items()}
