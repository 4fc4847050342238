"""Who is counted in where: the claims on members that figures rest on, of fora that are there, in the chosen areas."""

from __future__ import annotations

from forumgraph.graphdb import Graph
from forumgraph.queries.claims import counted
from forumgraph.queries.forum_rows import FORUMS, MEMBERS, ForumRow, MemberRow
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope

EXISTING = ("existing",)


def bodies(graph: Graph, scope: Scope, statuses: tuple[str, ...] = EXISTING) -> dict[str, ForumRow]:
    """Return the fora of a scope by id, those of some statuses; KKR and municipalities are not looked at."""
    chosen = {"areas": list(scope.selection.areas), "kkr": [], "municipalities": []}
    rows = ask(graph, FORUMS, {"rounds": scope.ids, "forums": [], **chosen})
    return {row.id: row for row in rows if row.status in statuses}


def counted_claims(graph: Graph, scope: Scope, within: dict[str, ForumRow]) -> list[MemberRow]:
    """Return every claim that makes a member of one of these fora, by forum and municipality."""
    rows = ask(graph, MEMBERS, {"rounds": scope.ids, "forums": [], "municipalities": []})
    return [row for row in counted(rows) if row.forum in within]
