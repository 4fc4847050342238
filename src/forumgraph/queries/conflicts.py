"""Where reporters of one forum differ, within one round: in members, in meetings a year, in the politicians in it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import counted, grouped, lines_of, reporters
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import (
    EVERY,
    FORUMS,
    MEETINGS,
    REPRESENTATION,
    MeetingRow,
    MemberRow,
    RepresentationRow,
)
from forumgraph.queries.places import claims_on_members
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class Said:
    """One side of a contradiction; ``value`` is what these reporters say."""

    reported_by: tuple[str, ...]
    value: Any
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Conflict:
    """Claims that cannot all be right; ``subject`` is the municipality or the level that they differ on.

    ``about`` is members (values: in or not), meetings (a number a year, or a range) or political (roles, or none).
    """

    forum: str
    about: str
    subject: str | None
    claims: tuple[Said, ...]


@dataclass(frozen=True)
class NamedConflict(Conflict):
    """A contradiction with the name of its forum, where it stands by itself."""

    forum_name: str


@dataclass(frozen=True)
class Conflicts:
    """Every contradiction, by forum."""

    conflicts: tuple[NamedConflict, ...]
    rounds: tuple[str, ...]


def conflicts(graph: Graph, scope: Scope) -> Conflicts:
    """Return every claim on which two reporters differ, in the fora of a scope."""
    chosen = {"areas": list(scope.selection.areas), **scope.parameters}
    bodies = ask(graph, FORUMS, {**scope.time, "forums": [], **chosen})
    said = {**scope.time, "forums": []}
    members = grouped(claims_on_members(graph, scope), lambda row: row.forum)
    meetings = grouped(ask(graph, MEETINGS, said), lambda row: row.forum)
    political = grouped(ask(graph, REPRESENTATION, {**said, **EVERY, "roles": []}), lambda row: row.forum)
    found: list[NamedConflict] = []
    for row in sorted(bodies, key=lambda row: (sort_key(row.name), row.id)):
        own = conflicts_of(row.id, members.get(row.id, []), meetings.get(row.id, []), political.get(row.id, []))
        found += [NamedConflict(each.forum, each.about, each.subject, each.claims, row.name) for each in own]
    return Conflicts(tuple(found), tuple(scope.ids))


def conflicts_of(
    forum: str, members: list[MemberRow], meetings: list[MeetingRow], political: list[RepresentationRow]
) -> list[Conflict]:
    """Return the contradictions in the claims on one forum."""
    return [
        *meeting_conflicts(forum, meetings),
        *member_conflicts(forum, members),
        *political_conflicts(forum, political),
    ]


def political_conflicts(forum: str, rows: list[RepresentationRow]) -> list[Conflict]:
    """Return for each round in which reporters differ on the politicians in a forum all that they say of them.

    They differ where one says that none take part and another that some do, or where two name roles of which none is
    the same. *Politicians* without more may be any.
    """
    found = []
    for _, claims in sorted(grouped(rows, lambda row: row.round).items()):
        sides: dict[tuple[str, ...], list[RepresentationRow]] = {}
        for each in grouped(claims, lambda row: row.reported_by).values():
            sides.setdefault(_roles(each), []).extend(each)
        if any(_differ(one, other) for one, other in itertools.combinations(sides, 2)):
            said = [Said(reporters(each), list(roles), lines_of(each)) for roles, each in sorted(sides.items())]
            found.append(Conflict(forum, "political", None, tuple(said)))
    return found


def _roles(rows: list[RepresentationRow]) -> tuple[str, ...]:
    """Return the roles that one reporter names; none of them where it says that no politicians take part."""
    return tuple(sorted({row.role for row in rows if row.participates}))


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return one != other
    return "politicians" not in (*one, *other) and not set(one) & set(other)


def meeting_conflicts(forum: str, rows: list[MeetingRow]) -> list[Conflict]:
    """Return the levels of a forum for which different frequencies are reported in one round."""
    found = []
    for (_, level), claims in sorted(grouped(rows, lambda row: (row.round, row.level or "")).items()):
        values = grouped(claims, lambda row: (row.per_year, row.most))
        if len(values) > 1:
            said = [Said(reporters(each), _times(value), lines_of(each)) for value, each in sorted(values.items())]
            found.append(Conflict(forum, "meetings", level or None, tuple(said)))
    return found


def _times(value: tuple[int, int]) -> int | str:
    least, most = value
    return least if least == most else f"{least}-{most}"


def member_conflicts(forum: str, rows: list[MemberRow]) -> list[Conflict]:
    """Return the municipalities that one reporter counts in and another counts or leaves out.

    What is said in one round, of one time: who was in before and is not later is no contradiction.
    """
    found = [
        each
        for _, claims in sorted(grouped(rows, lambda row: (row.round, row.year or "")).items())
        for each in _at_one_time(forum, claims)
    ]
    return sorted(found, key=lambda conflict: sort_key(conflict.subject or ""))


def _at_one_time(forum: str, rows: list[MemberRow]) -> list[Conflict]:
    lists = grouped((row for row in rows if row.listed and row.reported_by), lambda row: row.reported_by)
    named = {who: {row.municipality for row in rows if row.reported_by == who} for who in lists}
    found = []
    for name, claims in grouped(rows, lambda row: row.municipality).items():
        inside = counted(claims)
        outside = [row for row in claims if row.basis == "excluded"]
        outside += [row for who, listed in lists.items() if name not in named[who] for row in listed]
        if inside and outside:
            said = (Said(reporters(inside), True, lines_of(inside)), Said(reporters(outside), False, lines_of(outside)))
            found.append(Conflict(forum, "members", name, said))
    return found
