"""How fora, requirements and themes stand to each other: none is kept apart from, below, or the successor of itself."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.tree import Path


def idle_pairs(data: Dataset) -> Iterator[Finding]:
    """FG415: a forum is not kept apart from itself."""
    for pair in data.kept_apart:
        seen = set()
        for n, forum in enumerate(pair.entry.forums):
            if forum in seen:
                yield Finding("FG415", pair.place("forums", n), forum)
            seen.add(forum)


def circles(data: Dataset) -> Iterator[Finding]:
    """FG416: nothing is part of, or the successor of, itself, nor through others (one circle at a time)."""
    for section, edges in _edges(data):
        places = {located.entry.id: located for located in getattr(data, section)}
        for id_, leads in edges.items():
            if id_ in leads:
                yield Finding("FG416", places[id_].place(*leads.pop(id_)), id_)
        for id_, following in _circle(edges):
            yield Finding("FG416", places[id_].place(*edges[id_][following]), following)


_Edges = dict[str, dict[str, "Path"]]


def _edges(data: Dataset) -> Iterator[tuple[str, _Edges]]:
    """Yield, by section, what each entry leads to in one way, with the path to where that is said."""
    for section, key in (("forums", "part_of"), ("requirements", "succeeds"), ("themes", "part_of")):
        leads = {each.entry.id: getattr(each.entry, key) for each in getattr(data, section)}
        yield section, {id_: {other: (key,)} if other else {} for id_, other in leads.items()}
    forums = [located.entry for located in data.forums]
    yield (
        "forums",
        {each.id: {one.forum: ("succeeds", n, "forum") for n, one in enumerate(each.succeeds)} for each in forums},
    )


def _circle(edges: _Edges) -> list[tuple[str, str]]:
    """Return the first step of one circle; nothing where there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        *_, second, first = error.args[1]  # each is led to by the next
        return [(first, second)]
    return []
