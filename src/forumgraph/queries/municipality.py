"""The question about one municipality: what it answered, which fora it is in, and who names it where it does not."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped
from forumgraph.queries.coverage import Coverage, CoverageRow, coverage
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum import members_of
from forumgraph.queries.forum_rows import EVERY, FORUMS, MEMBERS, NAMES, MemberRow
from forumgraph.queries.gaps import WishRow, wishes
from forumgraph.queries.municipalities import MUNICIPALITIES, Span
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class NamedForum:
    """A forum spelled out."""

    id: str
    name: str


@dataclass(frozen=True)
class Answered:
    """An answer as in coverage, with the fora it names spelled out."""

    municipality: str
    code: str
    kkr: str
    area: str
    status: str
    confidence: str | None
    alternative: str | None
    note: str | None
    forums: tuple[NamedForum, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Place:
    """The municipality's place in one forum."""

    id: str
    name: str
    status: str
    areas: tuple[str, ...]
    basis: str
    reported_by: tuple[str, ...]
    excluded_by: tuple[str, ...]
    reason: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class NamedBy:
    """A forum that others count the municipality into and that it does not name itself."""

    forum: str
    name: str
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Municipality:
    """All that is known of one municipality; ``outside`` are rounds before it came to be, or after it ceased to be."""

    municipality: str
    code: str
    kkr: str
    since: str | None
    until: str | None
    outside: tuple[str, ...]
    answers: tuple[Answered, ...]
    forums: tuple[Place, ...]
    named_by_others: tuple[NamedBy, ...]
    missing_fora: tuple[WishRow, ...]
    rounds: tuple[str, ...]


def municipality(graph: Graph, scope: Scope) -> Municipality:
    """Return what is known of the one municipality of the scope."""
    (name,) = scope.selection.municipalities
    found = _coverage(graph, scope)
    names = {row.id: row.name for row in ask(graph, NAMES)}
    places = _places(graph, scope, name)
    (identity,) = ask(graph, MUNICIPALITIES, {"kkr": [], "municipalities": [name]})
    return Municipality(
        municipality=name,
        code=identity.code,
        kkr=identity.kkr,
        since=identity.since,
        until=identity.until,
        outside=tuple(each.id for each in scope.rounds if not identity.there(Span(str(each.date), str(each.date)))),
        answers=tuple(_answered(row, names) for row in found.rows),
        forums=places,
        named_by_others=tuple(
            NamedBy(place.id, place.name, place.reported_by, place.evidence)
            for place in places
            if place.basis == "named_by_other"
        ),
        missing_fora=wishes(graph, scope, [each.id for each in scope.answering]),
        rounds=found.rounds,
    )


def _coverage(graph: Graph, scope: Scope) -> Coverage:
    """Return its answers, none where no round asked it: it may be named by others all the same."""
    try:
        return coverage(graph, scope)
    except NothingAsked as nothing:
        if nothing.key == "area_not_asked":
            raise
        return Coverage((), (), ())


def _answered(row: CoverageRow, names: dict[str, str]) -> Answered:
    return Answered(
        municipality=row.municipality,
        code=row.code,
        kkr=row.kkr,
        area=row.area,
        status=row.status,
        confidence=row.confidence,
        alternative=row.alternative,
        note=row.note,
        forums=tuple(NamedForum(id_, names[id_]) for id_ in sorted(row.forums, key=lambda id_: sort_key(names[id_]))),
        evidence=row.evidence,
    )


def _places(graph: Graph, scope: Scope, name: str) -> tuple[Place, ...]:
    rows = ask(graph, MEMBERS, {**scope.time, "forums": [], "municipalities": [name]})
    by_forum = grouped(rows, lambda row: row.forum)
    areas = _areas(graph, scope, list(by_forum))
    chosen = set(scope.selection.areas)
    found = [_place(each, areas[id_]) for id_, each in by_forum.items() if not chosen or chosen & set(areas[id_])]
    return tuple(sorted(found, key=lambda place: (sort_key(place.name), place.id)))


def _areas(graph: Graph, scope: Scope, ids: list[str]) -> dict[str, tuple[str, ...]]:
    if not ids:
        return {}
    rows = ask(graph, FORUMS, {**scope.time, "forums": ids, **EVERY})
    return {row.id: tuple(sorted(row.areas, key=scope.position)) for row in rows}


def _place(rows: list[MemberRow], areas: tuple[str, ...]) -> Place:
    (member,) = members_of(rows)
    return Place(
        id=rows[0].forum,
        name=rows[0].forum_name,
        status=rows[0].forum_status,
        areas=areas,
        basis=member.basis,
        reported_by=member.reported_by,
        excluded_by=member.excluded_by,
        reason=member.reason,
        evidence=member.evidence,
    )
