"""What a publication says must hold together: in the time that it speaks of, in its members, and in its figures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.moments import outside
from forumgraph.ingest.walk import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Said
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
    """FG431: no more are named than a text counts, and as many where it names all; who answers is one of them."""
    for located in data.statements:
        if (amount := _miscounted(located.entry, _members(located.entry))) is not None:
            stated = str(located.entry.members_stated)
            yield Finding("FG431", located.place("members_stated"), stated, values={"amount": str(amount)})
    for reply in data.replies:
        for at in mentions(reply.entry):
            own = {reply.entry.municipality} if at.area and at.mention.member else set[str]()
            if at.mention.with_ and (amount := _miscounted(at.mention, {*at.mention.with_, *own})) is not None:
                place = reply.place(*at.path, "members_stated")
                yield Finding("FG431", place, str(at.mention.members_stated), values={"amount": str(amount)})


def _miscounted(said: Said, named: set[str]) -> int | None:
    """Return how many are named, where that does not fit the number that is stated."""
    stated, amount = said.members_stated, len(named)
    if stated is None or not amount:
        return None
    return amount if amount > stated or (amount < stated and said.with_ and not said.and_others) else None


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
