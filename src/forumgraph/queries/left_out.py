"""The question of what an answer leaves out because nothing says that it held on the day that was asked of."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.forum_rows import FORUMS
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class LeftOut:
    """A forum that is not known to have been there on the day; ``why`` is ended, not_yet or unknown."""

    forum: str
    name: str
    why: str


LEFT_OUT = Question("left_out", LeftOut, ("day", "forums"))


def left_out(graph: Graph, scope: Scope) -> tuple[LeftOut, ...]:
    """Return the fora that a scope would have but for its day, by the Danish alphabet; none where it has no day."""
    if not scope.day:
        return ()
    chosen = {"areas": list(scope.selection.areas), **scope.parameters}
    spoken_of = ask(graph, FORUMS, {**scope.time, "day": "", "forums": [], **chosen})
    kept = {row.id for row in ask(graph, FORUMS, {**scope.time, "forums": [], **chosen})}
    whys = {row.forum: row.why for row in ask(graph, LEFT_OUT, {"day": scope.day, "forums": []})}
    # A forum that was there may be left out as well: nothing says that it counted a chosen municipality in.
    found = [LeftOut(row.id, row.name, whys.get(row.id, "unknown")) for row in spoken_of if row.id not in kept]
    return tuple(sorted(found, key=lambda each: (sort_key(each.name), each.forum)))
