"""Which municipalities count in a forum that would speak for a requirement: what fora suggest, and nobody reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.queries.claims import grouped, lines_of
from forumgraph.queries.coverage import coverage
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MemberRow
from forumgraph.queries.left_out import LEFT_OUT
from forumgraph.queries.places import counted_claims, fora_in
from forumgraph.queries.question import Question, ask
from forumgraph.queries.requirements import RequirementRow
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class FittingRow:
    """A forum that fits every list that a requirement gives, whether it exists or not."""

    requirement: str
    forum: str


FITTING = Question("fitting_forums", FittingRow, ("requirements", "rounds"))


@dataclass(frozen=True)
class Fit:
    """The fora that fit a requirement and count a municipality in, by id; where, and in which rounds, that is said.

    It is ``sure`` where they are known to have done so on the day that was chosen; else nothing says so of that day.
    """

    forums: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rounds: tuple[str, ...]
    sure: bool


Fits = dict[tuple[str, str], Fit]
"""What fits, by requirement and municipality (its name); who is in none is not there."""


def fits(graph: Graph, scope: Scope, rows: Iterable[RequirementRow]) -> Fits:
    """Return for each requirement and municipality the existing fora that fit; the chosen areas are not looked at."""
    asked = [row.id for row in rows]
    if not asked:
        return {}
    fitting = ask(graph, FITTING, {"requirements": asked, "rounds": scope.ids})
    everywhere = replace(scope, selection=replace(scope.selection, areas=()))
    known = counted_claims(graph, everywhere, fora_in(graph, everywhere))
    return _fits(fitting, _perhaps(graph, everywhere), sure=False) | _fits(fitting, known, sure=True)


def _perhaps(graph: Graph, scope: Scope) -> list[MemberRow]:
    """Return the claims of any day on fora but for those that had ended, or had not begun, on the chosen day."""
    if not scope.day:
        return []
    any_day = replace(scope, selection=replace(scope.selection, as_of=None))
    sure = {row.forum for row in ask(graph, LEFT_OUT, {"day": scope.day, "forums": []}) if row.why != "unknown"}
    fora = fora_in(graph, any_day, ("existing", "ended"))  # what has ended since may have been there
    return counted_claims(graph, any_day, {id_: row for id_, row in fora.items() if id_ not in sure})


def _fits(fitting: list[FittingRow], claims: list[MemberRow], *, sure: bool) -> Fits:
    of_forum = grouped(claims, lambda claim: claim.forum)
    pairs = ((row.requirement, claim) for row in fitting for claim in of_forum.get(row.forum, ()))
    found = grouped(pairs, lambda pair: (pair[0], pair[1].municipality))
    return {spot: _fit([claim for _, claim in each], sure=sure) for spot, each in found.items()}


def _fit(claims: list[MemberRow], *, sure: bool) -> Fit:
    forums, rounds = {claim.forum for claim in claims}, {claim.round for claim in claims}
    return Fit(tuple(sorted(forums)), lines_of(claims), tuple(sorted(rounds)), sure)


@dataclass(frozen=True)
class Answer:
    """What a municipality answered in an area, and in which round."""

    status: str
    evidence: tuple[Evidence, ...]
    round: str


Answers = dict[tuple[str, str], Answer]
"""Answers by municipality (its name) and area."""


def answers_of(graph: Graph, scope: Scope, kkr: str) -> Answers:
    """Return what the municipalities of a KKR answered in each area in the latest round that asked them about it."""
    chosen = replace(scope.selection, kkr=(kkr,), municipalities=(), areas=())
    try:
        found = coverage(graph, replace(scope, selection=chosen))
    except NothingAsked:  # no survey has asked them anything: nothing is suggested
        return {}
    rounds = {total.area: total.round for total in found.totals}
    return {(row.municipality, row.area): Answer(row.status, row.evidence, rounds[row.area]) for row in found.rows}
