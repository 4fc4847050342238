"""Answers of the questions become what the map shows; it asks and words, it draws nothing."""

from __future__ import annotations

from collections.abc import Iterable

from forumgraph.graphdb import Graph
from forumgraph.maps.model import MapAnswer, MapArea, MapData, MapFact, MapForum, MapMembership, MapMunicipality
from forumgraph.queries import Scope
from forumgraph.queries.conflicts import Conflict
from forumgraph.queries.coverage import Coverage, CoverageRow, coverage
from forumgraph.queries.forum import Forum, Member, forums
from forumgraph.texts import Texts


def map_data(graph: Graph, scope: Scope, files: tuple[str, ...], language: str) -> MapData:
    """Return the map of a scope: the municipalities its rounds could ask, the members a forum has, and the fora."""
    texts = Texts(language)
    found = coverage(graph, scope)
    shown = forums(graph, scope)
    areas = tuple(MapArea(area.id, area.short(language)) for area in scope.areas if area.id in scope.latest())
    municipalities = _municipalities(found, shown, scope)
    codes = {each.code for each in municipalities}
    rounds = [each for each in scope.rounds if each.id in found.rounds]
    return MapData(
        round=", ".join(found.rounds),
        round_title="; ".join(each.title for each in rounds),
        as_of=str(scope.selection.as_of or max(each.date for each in rounds)),
        data=", ".join(files),
        areas=areas,
        municipalities=municipalities,
        forums=tuple(_forum(each, {area.id for area in areas}, texts) for each in shown),
        memberships=tuple(
            _membership(each, member) for each in shown for member in each.members if member.code in codes
        ),
    )


def _municipalities(found: Coverage, shown: tuple[Forum, ...], scope: Scope) -> tuple[MapMunicipality, ...]:
    """Those of the rounds first; members from elsewhere follow, unless certain municipalities were chosen."""
    answers: dict[tuple[str, str, str], list[CoverageRow]] = {}
    for row in found.rows:
        answers.setdefault((row.code, row.municipality, row.kkr), []).append(row)
    own = [MapMunicipality(*key, tuple(_answer(row) for row in rows)) for key, rows in answers.items()]
    if scope.selection.kkr or scope.selection.municipalities:
        return tuple(own)
    known = {each.code for each in own}
    others = {member.code: member for forum in shown for member in forum.members if member.code not in known}
    return (*own, *(MapMunicipality(each.code, each.municipality, each.kkr, ()) for each in others.values()))


def _answer(row: CoverageRow) -> MapAnswer:
    return MapAnswer(row.area, row.status, row.confidence, row.alternative, row.note, row.forums, row.evidence)


def _membership(forum: Forum, member: Member) -> MapMembership:
    who = member.excluded_by if member.basis == "excluded" else member.reported_by
    return MapMembership(member.code, forum.id, member.basis, who, member.reason, member.evidence)


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
        yield MapFact(
            "meetings",
            _times(meets.per_year, meets.per_year_max, meets.level, texts),
            meets.reported_by,
            meets.evidence,
        )
    for who in found.political:
        yield MapFact("political", texts(f"words.role.{who.who}"), who.reported_by, who.evidence)
    for seat in found.organisations:
        yield MapFact("organisation", seat.name, seat.reported_by, seat.evidence)
    for tier in found.tiers:
        yield MapFact("tier", f"{tier.rank}. {tier.name} ({texts(f'words.level.{tier.level}')})", (), tier.evidence)
    for conflict in found.conflicts:
        yield from _conflict(conflict, texts)
    yield from (MapFact("note", note, (), ()) for note in (found.note, found.merged) if note)


def _times(least: int, most: int, level: str | None, texts: Texts) -> str:
    span = str(least) if least == most else f"{least}–{most}"
    return texts("report.per_year", times=span) + (f" ({texts(f'words.level.{level}')})" if level else "")


def _conflict(conflict: Conflict, texts: Texts) -> Iterable[MapFact]:
    for said in conflict.claims:
        if conflict.about == "meetings":
            value = texts("report.per_year", times=said.value)
        else:
            value = texts("report.is_in" if said.value else "report.is_not_in", name=conflict.subject or "")
        yield MapFact("conflict", value, said.reported_by, said.evidence)
