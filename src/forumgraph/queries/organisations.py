"""The question of organisations: in which fora each sits, with whom, how often as far as known, and where it is not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped, lines_of, reporters
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import FORUMS, MEETINGS, ForumRow, MeetingRow
from forumgraph.queries.missing import Missing, Seated, missing
from forumgraph.queries.names import fitting, one_of, organisation_names
from forumgraph.queries.places import EXISTING, counted_claims
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class SeatedRow:
    """One claim that an organisation sits in a forum; ``forum`` is null for an organisation without any."""

    organisation: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    forum: str | None
    runs: bool | None
    reported_by: str | None
    evidence: tuple[Evidence, ...]
    position: int | None


ORGANISATIONS = Question("organisations", SeatedRow, ("rounds", "day", "organisations"))


@dataclass(frozen=True)
class Meetings:
    """Meetings a year, from ``low`` to ``high``, in the fora whose frequency is ``known``; null where none is."""

    low: int | None
    high: int | None
    known: int
    unknown: int


@dataclass(frozen=True)
class OrganisationSeat:
    """A forum that an organisation sits in, with who says so; the municipalities in it; how often it meets, by whom."""

    forum: str
    name: str
    status: str
    areas: tuple[str, ...]
    runs: bool
    municipalities: tuple[str, ...]
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    per_year_low: int | None
    per_year_high: int | None
    per_year_by: tuple[str, ...]
    per_year_evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Organisation:
    """An organisation with its seats; municipalities, areas and meetings are those of fora that exist."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    forums: tuple[OrganisationSeat, ...]
    municipalities: tuple[str, ...]
    areas: tuple[str, ...]
    meetings: Meetings
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class Organisations:
    """Organisations, those in most fora first."""

    organisations: tuple[Organisation, ...]
    rounds: tuple[str, ...]


def organisations(graph: Graph, scope: Scope, word: str | None = None) -> Organisations:
    """Return the organisations that sit in fora of the scope (without a selection, all), or the one that a word names.

    Raises UnknownWord, with the nearest names, where no organisation goes by it, AmbiguousName where several do.
    """
    rows = ask(graph, ORGANISATIONS, {**scope.time, "organisations": []})
    meant = _find(graph, word) if word else None
    context = _Context(graph, scope)
    found = [_organisation(each, context) for each in grouped(rows, lambda row: row.organisation).values()]
    gaps = missing(graph, scope, _seated(rows))
    whole = [replace(each, missing=gaps[each.id]) for each in found if meant in (None, each.id)]
    narrowed = scope.narrowed or scope.selection.areas
    kept = [each for each in whole if each.forums or meant or not narrowed]
    return Organisations(tuple(sorted(kept, key=_order)), tuple(scope.ids))


def _find(graph: Graph, word: str) -> str:
    return one_of(fitting(organisation_names(graph), word, "organisation"), word, "organisation").id


class _Context:
    """What is asked once for all organisations: the fora of the scope, their members and their frequencies."""

    def __init__(self, graph: Graph, scope: Scope) -> None:
        chosen = {"areas": list(scope.selection.areas), **scope.parameters}
        rows = ask(graph, FORUMS, {**scope.time, "forums": [], **chosen})
        self.forums = {row.id: row for row in rows}
        by_then = sorted(scope.rounds, key=scope.answering.__contains__)  # what was said by the day comes last
        self.rounds = [each.id for each in by_then]
        self.position = {area.id: area.position for area in scope.areas}
        claims = grouped(counted_claims(graph, scope, self.forums), lambda row: row.forum)
        self.members = {id_: frozenset(row.municipality for row in each) for id_, each in claims.items()}
        meetings = ask(graph, MEETINGS, {**scope.time, "forums": []})
        self.meetings: dict[str, list[MeetingRow]] = grouped(meetings, lambda row: row.forum)

    def ordered(self, areas: set[str] | tuple[str, ...]) -> tuple[str, ...]:
        """Return areas in their order."""
        return tuple(sorted(areas, key=self.position.__getitem__))


def _organisation(rows: list[SeatedRow], context: _Context) -> Organisation:
    by_forum = grouped((row for row in rows if row.forum in context.forums), lambda row: row.forum)
    seats = [_seat(context.forums[id_], each, context) for id_, each in by_forum.items()]
    there = [seat for seat in seats if seat.status in EXISTING]
    return Organisation(
        id=rows[0].organisation,
        name=rows[0].name,
        kind=rows[0].kind,
        aliases=rows[0].aliases,
        forums=tuple(sorted(seats, key=lambda seat: (sort_key(seat.name), seat.forum))),
        municipalities=tuple(sorted({name for seat in there for name in seat.municipalities}, key=sort_key)),
        areas=context.ordered({area for seat in there for area in seat.areas}),
        meetings=_meetings(there),
        missing=(),
    )


def _seat(forum: ForumRow, rows: list[SeatedRow], context: _Context) -> OrganisationSeat:
    said = _latest(context.meetings.get(forum.id, []), context.rounds)
    low, high = frequency(said)
    return OrganisationSeat(
        forum=forum.id,
        name=forum.name,
        status=forum.status,
        areas=context.ordered(forum.areas),
        runs=any(row.runs for row in rows),
        municipalities=tuple(sorted(context.members.get(forum.id, ()), key=sort_key)),
        reported_by=reporters(rows),
        evidence=lines_of(rows),
        per_year_low=low,
        per_year_high=high,
        per_year_by=reporters(said),
        per_year_evidence=lines_of(said),
    )


def _latest(rows: list[MeetingRow], rounds: list[str]) -> list[MeetingRow]:
    """Return what was said in the latest round that speaks of it: what was so before is no contradiction."""
    return next((said for each in reversed(rounds) if (said := [row for row in rows if row.round == each])), [])


def frequency(rows: list[MeetingRow]) -> tuple[int | None, int | None]:
    """Return how often a forum meets a year, at least and at most; None for both where nobody says.

    Reporters that differ make an interval. Where levels meet apart, the least is that of one of them, as it is not said
    at which an organisation sits, and the most is that of all together; a number without a level may be either.
    """
    if not rows:
        return None, None
    most = {level: max(row.most for row in each) for level, each in grouped(rows, lambda row: row.level).items()}
    whole = most.pop(None, 0)
    return min(row.per_year for row in rows), max(whole, sum(most.values()))


def _meetings(seats: list[OrganisationSeat]) -> Meetings:
    known = [seat for seat in seats if seat.per_year_low is not None]
    if not known:
        return Meetings(None, None, 0, len(seats))
    low, high = sum(seat.per_year_low or 0 for seat in known), sum(seat.per_year_high or 0 for seat in known)
    return Meetings(low, high, len(known), len(seats) - len(known))


def _seated(rows: list[SeatedRow]) -> list[Seated]:
    groups = grouped(rows, lambda row: (row.organisation, row.kind)).items()
    return [Seated(id_, kind, frozenset(row.forum for row in each if row.forum)) for (id_, kind), each in groups]


def _order(found: Organisation) -> tuple[int, int, tuple[str, str], str]:
    return -len(found.forums), -len(found.municipalities), sort_key(found.name), found.id
