"""Which municipalities count in a forum that would speak for a requirement: what fora suggest, and nobody reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.queries.claims import grouped, lines_of
from forumgraph.queries.coverage import CoverageRow, coverage
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MemberRow
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
    """The fora that fit a requirement and count a municipality in, by id, and where that is said."""

    forums: tuple[str, ...]
    evidence: tuple[Evidence, ...]


Fits = dict[tuple[str, str], Fit]
"""What fits, by requirement and municipality (its name); who is in none is not there."""


def fits(graph: Graph, scope: Scope, rows: Iterable[RequirementRow]) -> Fits:
    """Return for each requirement and municipality the existing fora that fit; the chosen areas are not looked at."""
    asked = [row.id for row in rows]
    if not asked:
        return {}
    everywhere = replace(scope, selection=replace(scope.selection, areas=()))
    members = grouped(counted_claims(graph, everywhere, fora_in(graph, everywhere)), lambda claim: claim.forum)
    claims = [
        (row.requirement, claim)
        for row in ask(graph, FITTING, {"requirements": asked, "rounds": scope.ids})
        for claim in members.get(row.forum, ())
    ]
    found = grouped(claims, lambda pair: (pair[0], pair[1].municipality))
    return {spot: _fit([claim for _, claim in pairs]) for spot, pairs in found.items()}


def _fit(claims: list[MemberRow]) -> Fit:
    return Fit(tuple(sorted({claim.forum for claim in claims})), lines_of(claims))


Answers = dict[tuple[str, str], CoverageRow]
"""Answers by municipality (its name) and area."""


def answers_of(graph: Graph, scope: Scope, kkr: str) -> Answers:
    """Return what the municipalities of a KKR answered in each area in the latest round that asked them about it."""
    chosen = replace(scope.selection, kkr=(kkr,), municipalities=(), areas=())
    try:
        rows = coverage(graph, replace(scope, selection=chosen)).rows
    except NothingAsked:  # no survey has asked them anything: nothing is suggested
        return {}
    return {(row.municipality, row.area): row for row in rows}
