"""Answers of the questions become what the map shows, round by round; it asks and words, it draws nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.maps.bodies import Told, bodies, memberships, seats
from forumgraph.maps.model import (
    MapAnswer,
    MapArea,
    MapCircle,
    MapData,
    MapMunicipality,
    MapOrganisation,
    MapRound,
    MapWish,
)
from forumgraph.maps.standing import Standings
from forumgraph.queries import Scope
from forumgraph.queries.coverage import CoverageRow, coverage
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.forum import Forum, forums
from forumgraph.queries.gaps import wishes
from forumgraph.queries.names import organisation_names
from forumgraph.queries.overlap_circles import AREA as CIRCLE_AREA
from forumgraph.queries.overlap_circles import overlap_circles
from forumgraph.texts import Texts

Answers = dict[tuple[str, str, str], list[MapAnswer]]
"""The answers by a municipality's code, name and KKR."""

Found = list[tuple[Scope, tuple[Forum, ...]]]
"""The fora of each round."""


def map_data(graph: Graph, scope: Scope, files: tuple[str, ...], language: str) -> MapData:
    """Return the map of a scope: the municipalities its rounds could ask, the fora, and the members that these have."""
    rounds = [_round(scope, n) for n in range(len(scope.rounds))]
    found = [(each, forums(graph, each)) for each in rounds]
    shown = {forum.id for _, each in found for forum in each}
    answers = _answers(graph, rounds, shown)
    asked = {answer.area for each in answers.values() for answer in each}
    whole = forums(graph, scope) if len(rounds) > 1 else found[0][1]
    stands = Standings(graph, scope)
    claims = tuple(claim for each, held in found for body in held for claim in memberships(body, each.ids[0], stands))
    municipalities = _municipalities(answers, _wishes(graph, scope), found, scope)
    codes = {each.code for each in municipalities}
    areas = tuple(
        MapArea(area.id, area.short(language), number)
        for number, area in enumerate(scope.areas, start=1)
        if area.id in asked
    )
    titles = {each.id: each.title for each in scope.rounds}
    ids = frozenset(area.id for area in areas), frozenset(shown)
    seated = tuple(seat for each, held in found for body in held for seat in seats(body, each.ids[0]))
    return MapData(
        rounds=tuple(MapRound(each.id, each.title, str(each.date), each.source, each.areas) for each in scope.rounds),
        as_of=str(scope.selection.as_of or max(each.date for each in scope.rounds)),
        data=", ".join(Path(each).name for each in files),  # a page is mailed: whose folder it was is nobody's business
        areas=areas,
        municipalities=tuple(_timed(each, stands) for each in municipalities),
        forums=bodies(found, whole, Told(*ids, stands, titles, Texts(language))),
        memberships=tuple(claim for claim in claims if claim.municipality in codes),
        organisations=_organisations(graph, found),
        seats=seated,
        circles=_circles(graph, scope, found, codes),
        narrowed=", ".join((*scope.selection.kkr, *scope.selection.municipalities)),
    )


def _round(scope: Scope, n: int) -> Scope:
    """Return the scope of one of its rounds alone."""
    one = scope.rounds[n]
    return replace(scope, rounds=(one,), selection=replace(scope.selection, round=one.id))


def _answers(graph: Graph, rounds: list[Scope], shown: set[str]) -> Answers:
    """Return what each round's municipalities answered; a forum that is named there but not shown is left out."""
    found: Answers = defaultdict(list)
    for each in rounds:
        for row in _rows(graph, each):
            found[row.code, row.municipality, row.kkr].append(_answer(row, each.ids[0], shown))
    return found


def _rows(graph: Graph, scope: Scope) -> tuple[CoverageRow, ...]:
    try:
        return coverage(graph, scope).rows
    except NothingAsked:  # a publication that asked nobody anything, or none of the chosen municipalities
        return ()


def _answer(row: CoverageRow, round_id: str, shown: set[str]) -> MapAnswer:
    named = tuple(each for each in row.forums if each in shown)
    return MapAnswer(row.area, row.status, row.confidence, row.alternative, row.note, named, row.evidence, round_id)


def _wishes(graph: Graph, scope: Scope) -> dict[str, list[MapWish]]:
    found: dict[str, list[MapWish]] = defaultdict(list)
    for row in wishes(graph, scope, [each.id for each in scope.answering]):
        found[row.code].append(MapWish(row.round, row.answer, row.summary, row.evidence))
    return found


def _municipalities(
    answers: Answers, wished: dict[str, list[MapWish]], found: Found, scope: Scope
) -> tuple[MapMunicipality, ...]:
    """Those of the rounds first; members from elsewhere follow, unless certain municipalities were chosen."""
    own = [MapMunicipality(*key, tuple(each), tuple(wished.get(key[0], ()))) for key, each in answers.items()]
    own.sort(key=lambda each: sort_key(each.name))
    if scope.narrowed:
        return tuple(own)
    known = {each.code for each in own}
    members = (member for _, held in found for body in held for member in body.members)
    others = {each.code: MapMunicipality(each.code, each.municipality, each.kkr, ()) for each in members}
    strangers = sorted((each for code, each in others.items() if code not in known), key=lambda one: sort_key(one.name))
    return (*own, *strangers)


def _timed(one: MapMunicipality, stands: Standings) -> MapMunicipality:
    since, until = stands.dates(one.code)
    return replace(one, stands=stands.town(one.code), since=since, until=until)


def _organisations(graph: Graph, found: Found) -> tuple[MapOrganisation, ...]:
    aliases = {row.id: row.aliases for row in organisation_names(graph)}
    held = {seat.id: seat for _, held in found for body in held for seat in body.organisations}
    ordered = sorted(held.values(), key=lambda seat: (sort_key(seat.name), seat.id))
    return tuple(MapOrganisation(each.id, each.name, each.kind, aliases.get(each.id, ())) for each in ordered)


def _circles(graph: Graph, scope: Scope, found: Found, codes: set[str]) -> tuple[MapCircle, ...]:
    """Return the circles of the fora between jobcentres, whole; none where the map is drawn for other areas."""
    if scope.selection.areas and CIRCLE_AREA not in scope.selection.areas:
        return ()
    everywhere = replace(scope, selection=replace(scope.selection, areas=()))
    named = {each.municipality: each.code for _, bodies in found for body in bodies for each in body.members}
    return tuple(
        MapCircle(
            circle.id,
            circle.name,
            tuple(named[name] for name in circle.members if named.get(name) in codes),
            tuple(each.forum for each in circle.forums),
            tuple(name for name in circle.members if named.get(name) not in codes),
        )
        for circle in overlap_circles(graph, everywhere).circles
    )
