"""Who is counted in where: the claims on members that figures rest on, of fora that are there, in the chosen areas."""

from __future__ import annotations

from forumgraph.graphdb import Graph
from forumgraph.queries.claims import counted
from forumgraph.queries.forum_rows import FORUMS, MEMBERS, ForumRow, MemberRow
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope

EXISTING = ("existing",)
ANY = ("existing", "planned", "proposed", "ended")


def fora_in(graph: Graph, scope: Scope, statuses: tuple[str, ...] = EXISTING) -> dict[str, ForumRow]:
    """Return the fora of some statuses by id, in the chosen areas; KKR and municipalities are not looked at."""
    chosen = {"areas": list(scope.selection.areas), "kkr": [], "municipalities": []}
    rows = ask(graph, FORUMS, {**scope.time, "forums": [], **chosen})
    return {row.id: row for row in rows if row.status in statuses}


def chosen_fora(graph: Graph, scope: Scope) -> frozenset[str] | None:
    """Return the ids of the fora that count one of the chosen municipalities in; None where none is chosen."""
    if not scope.narrowed:
        return None
    asked = {**scope.time, "forums": [], "areas": [], **scope.parameters}
    return frozenset(row.id for row in ask(graph, FORUMS, asked))


def claims_on_members(graph: Graph, scope: Scope) -> list[MemberRow]:
    """Return every claim on a place in a forum, by forum and municipality."""
    return ask(graph, MEMBERS, {**scope.time, "forums": [], "municipalities": []})


def counted_claims(graph: Graph, scope: Scope, within: dict[str, ForumRow]) -> list[MemberRow]:
    """Return every claim that makes a member of one of these fora."""
    return [row for row in counted(claims_on_members(graph, scope)) if row.forum in within]
