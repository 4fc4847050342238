"""What a publication says must hold together: in the time that it speaks of, in its members, and in its figures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.moments import outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.publication import Figure, Statement


def in_and_out(data: Dataset) -> Iterator[Finding]:
    """FG404: one publication counts a municipality both in and out of the same forum at the same time."""
    counted: dict[tuple[str | None, ...], set[str]] = defaultdict(set)
    for located in data.statements:
        counted[_of_one_time(located, data)] |= _members(located.entry)
    for located in data.statements:
        for n, name in enumerate(located.entry.without):
            if name in counted[_of_one_time(located, data)]:
                values = {"forum": located.entry.forum, "reporter": data.round_of(located) or "?"}
                yield Finding("FG404", located.place("without", n), name, values=values)


def _of_one_time(located: Located[Statement], data: Dataset) -> tuple[str | None, ...]:
    return located.entry.forum, data.round_of(located), located.entry.year


def _members(entry: Statement) -> set[str]:
    return {*entry.with_, *(name for each in entry.inferred for name in each.municipalities)}


def late_statements(data: Dataset) -> Iterator[Finding]:
    """FG429: a publication knows what has been; what it expects is a plan."""
    for located, published in _dated(data):
        year = located.entry.year
        if year and outside(year, None, published):
            yield Finding("FG429", located.place("year"), year, values={"published": published})


def statements_out_of_time(data: Dataset) -> Iterator[Finding]:
    """FG430: who is said to be in a forum, or what happened in it, lies in the time that its own entry gives it.

    Without a year and without members, a publication may well speak of what is no more.
    """
    forums = data.ids("forums")
    for located, published in _dated(data):
        entry, forum = located.entry, forums.get(located.entry.forum)
        if forum is None or not (entry.year or _members(entry)):
            continue
        moment, end = entry.year or published, forum.until or forum.until_at_most
        if outside(moment, forum.since, end):
            values = {"forum": forum.id, "start": forum.since or "…", "end": end or "…"}
            yield Finding("FG430", located.place("year" if entry.year else "forum"), moment, values=values)


def _dated(data: Dataset) -> Iterator[tuple[Located[Statement], str]]:
    """Yield the statements of known rounds with the year of each: what a round says holds for its year."""
    for located in data.statements:
        if round_ := data.ids("rounds").get(data.round_of(located) or ""):
            yield located, round_.date.isoformat()[:4]


def miscounted_members(data: Dataset) -> Iterator[Finding]:
    """FG431: no more are named than a text counts, and as many where it names all."""
    for located in data.statements:
        entry = located.entry
        stated, named = entry.members_stated, len(_members(entry))
        if stated is None or not named:
            continue
        if named > stated or (named < stated and entry.with_ and not entry.and_others):
            yield Finding("FG431", located.place("members_stated"), str(stated), values={"amount": str(named)})


def indistinct_figures(data: Dataset) -> Iterator[Finding]:
    """FG432: two figures that differ in nothing but their value cannot be told apart."""
    first: dict[tuple[object, ...], Located[Figure]] = {}
    for located in data.findings:
        entry = located.entry
        of = (data.round_of(located), entry.measure, entry.topic, entry.question, entry.population)
        how = (entry.unit, entry.period, entry.forum, entry.told_by)
        other = first.setdefault((*of, *how), located)
        if (other.entry.value, other.entry.text) != (entry.value, entry.text):
            yield Finding("FG432", located.place("id"), entry.id, values={"other": other.entry.id})
