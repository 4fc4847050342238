"""The question of reciprocity: who is in by the word of others alone, and who by its own but not on another's list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped, lines_of, reporters
from forumgraph.queries.conflicts import member_conflicts
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MemberRow
from forumgraph.queries.places import ANY, claims_on_members, fora_in
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope, Selection


@dataclass(frozen=True)
class OneSidedRow:
    """A claim by another on a municipality that does not make it itself; ``statuses`` are its answers in the areas."""

    forum: str
    forum_name: str
    status: str
    municipality: str
    code: str
    round: str
    reported_by: str
    evidence: tuple[Evidence, ...]
    position: int
    asked: int
    names_it: int
    statuses: tuple[str, ...]


ONE_SIDED = Question("overlap_reciprocity", OneSidedRow, ("rounds", "day", "areas", "kkr", "municipalities"))


@dataclass(frozen=True)
class OneSided:
    """A municipality that others count into a forum and that does not say so itself in the same round.

    ``itself`` is not_asked, no_reply (it answered in none of the forum's areas), otherwise (it names the forum and does
    not say that it is in it) or silent (it answered, and does not name the forum).
    """

    forum: str
    forum_name: str
    status: str
    municipality: str
    named_by: tuple[str, ...]
    itself: str
    round: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class NotListed:
    """A municipality that says it is in a forum, and those whose lists of the same round do not have it."""

    forum: str
    forum_name: str
    status: str
    municipality: str
    left_out_by: tuple[str, ...]
    round: str
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...]


@dataclass(frozen=True)
class Reciprocity:
    """What is said from one side only, by forum and municipality."""

    one_sided: tuple[OneSided, ...]
    not_listed: tuple[NotListed, ...]
    rounds: tuple[str, ...]


def overlap_reciprocity(graph: Graph, scope: Scope) -> Reciprocity:
    """Return memberships that only others claim, and those that another's list leaves out."""
    rows = ask(graph, ONE_SIDED, {**scope.time, "areas": list(scope.selection.areas), **scope.parameters})
    groups = grouped(rows, lambda row: (row.forum, row.municipality, row.round)).values()
    one_sided = sorted(map(_one_sided, groups), key=_order)
    return Reciprocity(tuple(one_sided), tuple(sorted(_not_listed(graph, scope), key=_order)), tuple(scope.ids))


def _one_sided(rows: list[OneSidedRow]) -> OneSided:
    row = rows[0]
    return OneSided(
        forum=row.forum,
        forum_name=row.forum_name,
        status=row.status,
        municipality=row.municipality,
        named_by=reporters(rows),
        itself=_itself(row),
        round=row.round,
        evidence=lines_of(rows),
    )


def _itself(row: OneSidedRow) -> str:
    if not row.asked or not (row.statuses or row.names_it):
        return "not_asked"  # it has no row, or the round asked about none of the forum's areas
    if row.names_it:
        return "otherwise"
    return "silent" if set(row.statuses) - {"no_reply"} else "no_reply"


def _not_listed(graph: Graph, scope: Scope) -> list[NotListed]:
    """Return the contradictions on members in which the municipality itself says that it is in."""
    within = fora_in(graph, scope, ANY)
    claims = (row for row in claims_on_members(graph, scope) if row.forum in within)
    of_each = grouped(claims, lambda row: (row.forum, row.round))
    return [each for rows in of_each.values() for each in _not_listed_of(rows, scope.selection)]


def _not_listed_of(rows: list[MemberRow], chosen: Selection) -> Iterator[NotListed]:
    """Yield those of one forum and one round."""
    own = grouped((row for row in rows if row.basis == "self_reported"), lambda row: row.municipality)
    for conflict in member_conflicts(rows[0].forum, rows):
        mine: list[MemberRow] = own.get(conflict.subject, [])
        if mine and chosen.keeps(mine[0].municipality, mine[0].kkr):
            (against,) = (said for said in conflict.claims if not said.value)
            yield NotListed(
                forum=conflict.forum,
                forum_name=rows[0].forum_name,
                status=rows[0].forum_status,
                municipality=mine[0].municipality,
                left_out_by=against.reported_by,
                round=rows[0].round,
                evidence=lines_of(mine),
                against=against.evidence,
            )


def _order(each: OneSided | NotListed) -> tuple[tuple[str, str], str, tuple[str, str], str]:
    return sort_key(each.forum_name), each.forum, sort_key(each.municipality), each.round
