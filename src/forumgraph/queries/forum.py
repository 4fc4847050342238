"""The questions about fora: one by any of its names, or all, each with every claim on it."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import COUNTED, basis_of, by_forum, grouped, lines_of, reasons, reporters, telling
from forumgraph.queries.conflicts import Conflict, conflicts_of
from forumgraph.queries.errors import NothingAsked, QuestionError
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import (
    ALIASES,
    APART,
    EVERY,
    FORUMS,
    MEETINGS,
    MEMBERS,
    NAMES,
    PARTS,
    REPRESENTATION,
    SEATS,
    TIERS,
    AliasRow,
    ApartRow,
    ForumRow,
    ForumThemeRow,
    MeetingRow,
    MemberRow,
    PartRow,
    RepresentationRow,
    SeatRow,
    TierRow,
)
from forumgraph.queries.names import find
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope
from forumgraph.queries.timeline import Event, History, Succession


@dataclass(frozen=True)
class Name:
    """A name and who uses it; ``described`` where a phrase stands in place of a name."""

    name: str
    used_by: tuple[str, ...]
    described: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Member:
    """A municipality's place in a forum: the strongest basis, all who count it in, and those who count it out.

    ``reason`` is why it is inferred to be in, every reason there is, where nobody counts it in by name.
    """

    municipality: str
    code: str
    kkr: str
    basis: str
    reported_by: tuple[str, ...]
    excluded_by: tuple[str, ...]
    reason: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Seat:
    """An organisation that sits in a forum; ``runs`` has those who say that it runs the forum."""

    id: str
    name: str
    kind: str
    runs: tuple[str, ...]
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Meets:
    """A frequency; ``per_year_max`` is the end of a range, and the same number where there is none."""

    per_year: int
    per_year_max: int
    level: str | None
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Politicians:
    """Politicians who take part: their role, or ``none`` where the source says that no politicians do."""

    who: str
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Part:
    """A forum that is part of another."""

    id: str
    name: str


@dataclass(frozen=True)
class Forum:
    """Everything that is known of one body, with who says it and where.

    ``members_left_out`` are municipalities that are counted in at another time than the day that is asked of.
    """

    id: str
    name: str
    status: str
    areas: tuple[str, ...]
    kind: str
    levels: tuple[str, ...]
    tasks: tuple[str, ...]
    aliases: tuple[Name, ...]
    members: tuple[Member, ...]
    members_left_out: tuple[str, ...]
    organisations: tuple[Seat, ...]
    meetings: tuple[Meets, ...]
    political: tuple[Politicians, ...]
    tiers: tuple[TierRow, ...]
    succeeds: tuple[str, ...]
    succession: tuple[Succession, ...]
    part_of: str | None
    parts: tuple[Part, ...]
    kept_apart: tuple[ApartRow, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[Event, ...]
    reach: str | None
    themes: tuple[ForumThemeRow, ...]
    since: str | None
    since_at_least: str | None
    until: str | None
    until_at_most: str | None
    known_from: str | None
    known_to: str | None
    merged: str | None
    note: str | None


def forums(graph: Graph, scope: Scope, ids: list[str] | None = None) -> tuple[Forum, ...]:
    """Return the fora of a scope (or those with the given ids), by the Danish alphabet."""
    chosen = {"areas": list(scope.selection.areas), **scope.parameters} if ids is None else EVERY
    rows = ask(graph, FORUMS, {**scope.time, "forums": ids or [], **chosen})
    wanted = [row.id for row in rows]
    claims = _Claims(graph, scope, wanted if ids is not None else [])
    position = {area.id: area.position for area in scope.areas}
    found = (claims.forum(row, tuple(sorted(row.areas, key=position.__getitem__))) for row in rows)
    return tuple(sorted(found, key=lambda each: (sort_key(each.name), each.id)))


def forum(graph: Graph, scope: Scope, word: str) -> Forum:
    """Return the forum that goes by an id, a name or an alias; case and the spelling of Danish letters do not count.

    Raises AmbiguousName where several fora go by it, UnknownWord, with the nearest names, where none does, and
    QuestionError where no round of the scope speaks of it, or none says that it was there on the day.
    """
    id_ = find(graph, word)
    found = forums(graph, scope, [id_])
    if not found:
        raise absent(graph, scope, id_)
    return found[0]


def absent(graph: Graph, scope: Scope, id_: str) -> QuestionError:
    """Return the error that says why a scope does not have a forum."""
    for row in ask(graph, FORUMS, {**scope.time, **EVERY, "day": "", "forums": [id_]}) if scope.day else []:
        if not row.known_from or not row.known_to:
            return QuestionError("forum_never_known", forum=row.name, day=scope.day)
        known = {"known_from": row.known_from, "known_to": row.known_to}
        return QuestionError("forum_not_then", forum=row.name, day=scope.day, **known)
    return NothingAsked("forum_not_named", forum=id_, rounds=", ".join(scope.ids))


class _Claims:
    """All claims on some fora, asked for once and dealt out forum by forum."""

    def __init__(self, graph: Graph, scope: Scope, ids: list[str]) -> None:
        said = {**scope.time, "forums": ids}
        self.other_names = {row.id: row.other_names for row in ask(graph, NAMES)}
        self.aliases: dict[str, list[AliasRow]] = by_forum(ask(graph, ALIASES, said))
        self.members: dict[str, list[MemberRow]] = by_forum(ask(graph, MEMBERS, {**said, "municipalities": []}))
        self.history = History(graph, scope, ids, self.members)
        self.seats: dict[str, list[SeatRow]] = by_forum(ask(graph, SEATS, said))
        self.meetings: dict[str, list[MeetingRow]] = by_forum(ask(graph, MEETINGS, said))
        self.political: dict[str, list[RepresentationRow]] = by_forum(
            ask(graph, REPRESENTATION, {**said, **EVERY, "roles": []})
        )
        self.tiers: dict[str, list[TierRow]] = by_forum(ask(graph, TIERS, {"forums": ids}))
        parts = {"forums": ids, "day": scope.day}
        self.parts: dict[str, list[PartRow]] = by_forum(ask(graph, PARTS, parts))
        self.apart: dict[str, list[ApartRow]] = by_forum(ask(graph, APART, {"forums": ids}))

    def forum(self, row: ForumRow, areas: tuple[str, ...]) -> Forum:
        """Put one forum together."""
        members, meetings, political = self.members[row.id], self.meetings[row.id], self.political[row.id]
        line = self.history.line(row.id)
        return Forum(
            id=row.id,
            name=row.name,
            status=row.status,
            areas=areas,
            kind=row.kind,
            levels=row.levels,
            tasks=row.tasks,
            aliases=_names(self.aliases[row.id], self.other_names.get(row.id, ())),
            members=members_of(members),
            members_left_out=self.history.left_out(row.id, members),
            organisations=_seats(self.seats[row.id]),
            meetings=_meets(meetings),
            political=_politicians(political),
            tiers=tuple(self.tiers[row.id]),
            succeeds=tuple(each.predecessor for each in line if each.forum == row.id),
            succession=line,
            part_of=row.part_of,
            parts=_parts(self.parts[row.id]),
            kept_apart=tuple(self.apart[row.id]),
            conflicts=tuple(conflicts_of(row.id, members, meetings, political)),
            timeline=self.history.timeline(row, line),
            reach=row.reach,
            themes=tuple(self.history.themes[row.id]),
            since=row.since,
            since_at_least=row.since_at_least,
            until=row.until,
            until_at_most=row.until_at_most,
            known_from=row.known_from,
            known_to=row.known_to,
            merged=row.merged,
            note=row.note,
        )


def _parts(rows: list[PartRow]) -> tuple[Part, ...]:
    return tuple(sorted((Part(row.id, row.name) for row in rows), key=lambda part: (sort_key(part.name), part.id)))


def _names(rows: list[AliasRow], others: tuple[str, ...]) -> tuple[Name, ...]:
    """Return the names that municipalities use, and those of entries that people took as the same body."""
    groups = grouped(rows, lambda row: (row.name, row.described)).items()
    found = [Name(name, reporters(each), described, lines_of(each)) for (name, described), each in groups]
    used = {name.name for name in found if not name.described}
    found += [Name(name, (), False, ()) for name in others if name not in used]
    return tuple(sorted(found, key=lambda name: (name.described, sort_key(name.name))))


def members_of(rows: list[MemberRow]) -> tuple[Member, ...]:
    """Return one member a municipality, by the Danish alphabet; those only inferred or excluded are among them."""
    found = []
    for (name, code, kkr), each in grouped(rows, lambda row: (row.municipality, row.code, row.kkr)).items():
        basis, told = basis_of(each), telling(each)
        out = reporters(row for row in each if row.basis == "excluded")
        reason = None if basis in COUNTED else reasons(each)
        said_by = () if basis == "excluded" else reporters(told)
        found.append(Member(name, code, kkr, basis, said_by, out, reason, lines_of(told)))
    return tuple(sorted(found, key=lambda member: sort_key(member.municipality)))


def _seats(rows: list[SeatRow]) -> tuple[Seat, ...]:
    groups = grouped(rows, lambda row: (row.organisation, row.name, row.kind)).items()
    found = [
        Seat(id_, name, kind, reporters(row for row in each if row.runs), reporters(each), lines_of(each))
        for (id_, name, kind), each in groups
    ]
    return tuple(sorted(found, key=lambda seat: sort_key(seat.name)))


def _meets(rows: list[MeetingRow]) -> tuple[Meets, ...]:
    groups = grouped(rows, lambda row: (row.level or "", row.per_year, row.most)).items()
    found = [
        Meets(least, most, level or None, reporters(each), lines_of(each)) for (level, least, most), each in groups
    ]
    return tuple(sorted(found, key=lambda meets: (meets.level or "", meets.per_year, meets.per_year_max)))


def _politicians(rows: list[RepresentationRow]) -> tuple[Politicians, ...]:
    groups = grouped(rows, lambda row: row.role if row.participates else "none").items()
    return tuple(
        sorted((Politicians(who, reporters(each), lines_of(each)) for who, each in groups), key=lambda each: each.who)
    )
