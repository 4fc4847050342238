"""The question of representation: which politicians take part in which forum, and where it is said that none do."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.forum_rows import REPRESENTATION, RepresentationRow
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope

ROLES = ("mayor", "committee_chair", "committee_members", "council_members", "politicians")


@dataclass(frozen=True)
class Representation:
    """What is said of politicians, by municipality and area."""

    rows: tuple[RepresentationRow, ...]
    rounds: tuple[str, ...]


def representation(graph: Graph, scope: Scope, roles: tuple[str, ...] = ()) -> Representation:
    """Return what municipalities say of their politicians in fora; with roles, only of these."""
    chosen = {"areas": list(scope.selection.areas), **scope.parameters}
    rows = ask(graph, REPRESENTATION, {**scope.time, "forums": [], "roles": list(roles), **chosen})
    rows.sort(
        key=lambda row: (sort_key(row.municipality), scope.position(row.area), sort_key(row.forum_name), row.role)
    )
    return Representation(tuple(rows), tuple(scope.ids))
