"""Progress is told of what was asked: by those whom the requirement is for, while it was in force, once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.in_force import ended
from forumgraph.ingest.moments import outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.findings import Place
    from forumgraph.ingest.publication import Progress, Requirement


def told_twice(data: Dataset) -> Iterator[Finding]:
    """FG317: a municipality is in one state at a time."""
    first: dict[tuple[str, str, str], Place] = {}
    for located in data.progress:
        entry = located.entry
        key, place = (entry.municipality, entry.requirement, entry.date), located.place("requirement")
        if key in first:
            values = {"municipality": entry.municipality, "moment": entry.date, "first": str(first[key])}
            yield Finding("FG317", place, entry.requirement, values=values)
        first.setdefault(key, place)


def not_in_force(data: Dataset) -> Iterator[Finding]:
    """FG426: a requirement is not asked about before or after its time, nor when another has taken its place."""
    known = data.ids("requirements")
    ends = {each.id: ended(each, known.values()) for each in known.values()}
    for located, asked in _asked(data):
        end = ends[asked.id]
        if outside(located.entry.date, asked.in_force_from, end):
            values = {"requirement": asked.id, "start": asked.in_force_from, "end": end or "…"}
            yield Finding("FG426", located.place("date"), located.entry.date, values=values)


def of_another_kkr(data: Dataset) -> Iterator[Finding]:
    """FG427: a KKR recommends to its own municipalities."""
    municipalities = data.ids("municipalities")
    known = {each.kkr for each in municipalities.values()}
    for located, asked in _asked(data):
        own = municipalities.get(located.entry.municipality)
        if own and asked.kkr in known - {own.kkr}:
            values = {"own": own.kkr, "kkr": asked.kkr, "requirement": asked.id}
            yield Finding("FG427", located.place("municipality"), own.name, values=values)


def _asked(data: Dataset) -> Iterator[tuple[Located[Progress], Requirement]]:
    for located in data.progress:
        if asked := data.ids("requirements").get(located.entry.requirement):
            yield located, asked
