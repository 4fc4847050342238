"""How fora stand to each other: none is kept apart from, part of, or the successor of itself."""

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
    """FG416: a forum is not part of, or the successor of, itself, nor through others (one circle at a time)."""
    places = {located.entry.id: located for located in data.forums}
    for edges in _edges(data):
        for forum, leads in edges.items():
            if forum in leads:
                yield Finding("FG416", places[forum].place(*leads.pop(forum)), forum)
        for forum, following in _circle(edges):
            yield Finding("FG416", places[forum].place(*edges[forum][following]), following)


_Edges = dict[str, dict[str, "Path"]]


def _edges(data: Dataset) -> tuple[_Edges, _Edges]:
    """Return what each forum is part of and what it succeeds, with the path to where that is said."""
    above, before = _Edges(), _Edges()
    for forum in (located.entry for located in data.forums):
        above[forum.id] = {forum.part_of: ("part_of",)} if forum.part_of else {}
        before[forum.id] = {each.forum: ("succeeds", n, "forum") for n, each in enumerate(forum.succeeds)}
    return above, before


def _circle(edges: _Edges) -> list[tuple[str, str]]:
    """Return the first step of one circle; nothing where there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        *_, second, first = error.args[1]  # each is led to by the next
        return [(first, second)]
    return []
