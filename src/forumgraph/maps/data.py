"""Answers of the questions become what the map shows; it asks and words, it draws nothing."""

from __future__ import annotations

from collections.abc import Iterable

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.maps.model import MapAnswer, MapArea, MapData, MapFact, MapForum, MapMembership, MapMunicipality
from forumgraph.queries import Scope
from forumgraph.queries.conflicts import Conflict
from forumgraph.queries.coverage import Coverage, CoverageRow, coverage
from forumgraph.queries.forum import Forum, Member, forums
from forumgraph.texts import Texts
from forumgraph.texts.phrases import per_year, side, span


def map_data(graph: Graph, scope: Scope, files: tuple[str, ...], language: str) -> MapData:
    """Return the map of a scope: the municipalities its rounds could ask, the members a forum has, and the fora."""
    texts = Texts(language)
    found = coverage(graph, scope)
    shown = forums(graph, scope)
    asked = {total.area for total in found.totals}
    areas = tuple(MapArea(area.id, area.short(language)) for area in scope.areas if area.id in asked)
    municipalities = _municipalities(found, shown, scope)
    codes = {each.code for each in municipalities}
    rounds = [each for each in scope.rounds if each.id in found.rounds] or scope.rounds  # none may have asked anything
    return MapData(
        round=", ".join(each.id for each in rounds),
        round_title="; ".join(each.title for each in rounds),
        as_of=str(scope.selection.as_of or max(each.date for each in rounds)),
        data=", ".join(files),
        areas=areas,
        municipalities=municipalities,
        forums=tuple(_forum(each, {area.id for area in areas}, texts) for each in shown),
        memberships=tuple(
            membership
            for each in shown
            for member in each.members
            if member.code in codes
            for membership in _memberships(each, member)
        ),
    )


def _municipalities(found: Coverage, shown: tuple[Forum, ...], scope: Scope) -> tuple[MapMunicipality, ...]:
    """Those of the rounds first; members from elsewhere follow, unless certain municipalities were chosen."""
    on_map = {forum.id for forum in shown}
    answers: dict[tuple[str, str, str], list[CoverageRow]] = {}
    for row in found.rows:
        answers.setdefault((row.code, row.municipality, row.kkr), []).append(row)
    own = [MapMunicipality(*key, tuple(_answer(row, on_map) for row in rows)) for key, rows in answers.items()]
    if scope.selection.kkr or scope.selection.municipalities:
        return tuple(own)
    known = {each.code for each in own}
    others = {member.code: member for forum in shown for member in forum.members if member.code not in known}
    by_name = sorted(others.values(), key=lambda each: sort_key(each.municipality))
    return (*own, *(MapMunicipality(each.code, each.municipality, each.kkr, ()) for each in by_name))


def _answer(row: CoverageRow, on_map: set[str]) -> MapAnswer:
    """An answer may name a forum that is not shown: one that it only mentions, or one outside the selection."""
    named = tuple(each for each in row.forums if each in on_map)
    return MapAnswer(row.area, row.status, row.confidence, row.alternative, row.note, named, row.evidence)


def _memberships(forum: Forum, member: Member) -> Iterable[MapMembership]:
    """One a municipality, and a second where others say that it is out: its lines are not told apart in the answer."""
    if member.basis != "excluded":
        yield MapMembership(member.code, forum.id, member.basis, member.reported_by, member.reason, member.evidence)
    if member.excluded_by or member.basis == "excluded":
        own = member.basis == "excluded"
        yield MapMembership(
            member.code,
            forum.id,
            "excluded",
            member.excluded_by,
            member.reason if own else None,
            member.evidence if own else (),
        )


def _forum(found: Forum, areas: set[str], texts: Texts) -> MapForum:
    return MapForum(
        id=found.id,
        name=found.name,
        status=found.status,
        kind=found.kind,
        areas=tuple(area for area in found.areas if area in areas),
        levels=found.levels,
        aliases=tuple(dict.fromkeys(name.name for name in found.aliases)),
        facts=tuple(_facts(found, texts)),
    )


def _facts(found: Forum, texts: Texts) -> Iterable[MapFact]:
    for name in found.aliases:
        yield MapFact("described" if name.described else "alias", name.name, name.used_by, name.evidence)
    for meets in found.meetings:
        times = per_year(span(meets.per_year, meets.per_year_max), meets.level, texts)
        yield MapFact("meetings", times, meets.reported_by, meets.evidence)
    for who in found.political:
        yield MapFact("political", texts(f"words.role.{who.who}"), who.reported_by, who.evidence)
    for seat in found.organisations:
        yield MapFact("organisation", seat.name, seat.reported_by, seat.evidence)
    for tier in found.tiers:
        yield MapFact("tier", f"{tier.rank}. {tier.name} ({texts(f'words.level.{tier.level}')})", (), tier.evidence)
    for conflict in found.conflicts:
        yield from _conflict(conflict, texts)
    yield from (MapFact("note", note, (), ()) for note in (found.note, found.merged) if note)


def _conflict(conflict: Conflict, texts: Texts) -> Iterable[MapFact]:
    for said in conflict.claims:
        value = side(conflict.about, conflict.subject, said.value, texts)
        yield MapFact("conflict", value, said.reported_by, said.evidence)
