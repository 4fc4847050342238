"""The question of what an answer leaves out because nothing says that it held on the day that was asked of."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.ingest.moments import first_day, last_day
from forumgraph.queries.forum_rows import FORUMS, SUCCESSION, SuccessionRow
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class LeftOut:
    """A forum that is not known to have been there on the day; ``why`` is ended, not_yet or unknown."""

    forum: str
    name: str
    why: str


LEFT_OUT = Question("left_out", LeftOut, ("day", "forums"))

_ENDING = ("carries_on", "merged_from", "renamed")  # what splits off leaves the other where it is


def left_out(graph: Graph, scope: Scope) -> tuple[LeftOut, ...]:
    """Return the fora that a scope would have but for its day, by the Danish alphabet; none where it has no day."""
    if not scope.day:
        return ()
    chosen = {"areas": list(scope.selection.areas), **scope.parameters}
    spoken_of = ask(graph, FORUMS, {**scope.time, "day": "", "forums": [], **chosen})
    kept = {row.id for row in ask(graph, FORUMS, {**scope.time, "forums": [], **chosen})}
    whys = not_there(graph, scope.day, ask(graph, SUCCESSION, {"forums": []}))
    # A forum that was there may be left out as well: nothing says that it counted a chosen municipality in.
    found = [LeftOut(row.id, row.name, whys.get(row.id, "unknown")) for row in spoken_of if row.id not in kept]
    return tuple(sorted(found, key=lambda each: (sort_key(each.name), each.forum)))


def not_there(graph: Graph, day: str, steps: list[SuccessionRow]) -> dict[str, str]:
    """Return why each forum of which nothing says that it held on a day is left out of it, by its id.

    Where its own dates do not say, the steps of succession may: which became which, and when.
    """
    rows = ask(graph, LEFT_OUT, {"day": day, "forums": []})
    return {row.forum: _by_steps(row.forum, day, steps) if row.why == "unknown" else row.why for row in rows}


def _by_steps(id_: str, day: str, steps: list[SuccessionRow]) -> str:
    """Return whether a forum had given way to another by a day, or had not taken its name yet; else unknown."""
    for step in steps:
        if not step.date or step.confidence == "uncertain":
            continue
        if step.predecessor == id_ and step.kind in _ENDING and last_day(step.date) < day:
            return "ended"
        if step.forum == id_ and step.kind == "renamed" and first_day(step.date) > day:
            return "not_yet"
    return "unknown"
