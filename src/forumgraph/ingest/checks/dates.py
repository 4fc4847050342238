"""Dates as exact as they are known: none runs backwards, and a successor begins when what it carries on has ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.moments import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located
    from forumgraph.ingest.models import Forum


#: The moments that entries have, by section.
_MOMENTS = {
    "municipalities": ("since", "until"),
    "forums": ("since", "since_at_least", "until", "until_at_most"),
    "statements": ("year",),
    "findings": ("period",),
    "requirements": ("in_force_from", "in_force_until"),
    "progress": ("date",),
}


def impossible(data: Dataset) -> Iterator[Finding]:
    """FG206: a month or day that does not exist."""
    for section, keys in _MOMENTS.items():
        for located in getattr(data, section):
            for key in keys:
                yield from _exists(getattr(located.entry, key), located, key)
    for located in data.forums:
        for n, before in enumerate(located.entry.succeeds):
            yield from _exists(before.date, located, "succeeds", n, "date")


def _exists(moment: str | None, located: Located[Any], *path: str | int) -> Iterator[Finding]:
    try:
        dt.date.fromisoformat(first_day(moment or "2015"))
    except ValueError:
        yield Finding("FG206", located.place(*path), moment or "", values={"key": str(path[-1])})


def backwards(data: Dataset) -> Iterator[Finding]:
    """FG407: the latest possible end lies before the earliest possible beginning."""
    for located in data.forums:
        start, end = _start(located.entry), _end(located.entry)
        if start and end and last_day(end) < first_day(start):
            key = "until" if located.entry.until else "until_at_most"
            yield Finding("FG407", located.place(key), end, values={"start": start})


def early_successors(data: Dataset) -> Iterator[Finding]:
    """FG408: may be right (a transition), is worth a look."""
    forums = data.ids("forums")
    for located in data.forums:
        start = _start(located.entry)
        for n, before in enumerate(located.entry.succeeds):
            end = _end(forums[before.forum]) if before.forum in forums else None
            if start and end and last_day(start) < first_day(end):
                values = {"start": start, "end": end}
                yield Finding("FG408", located.place("succeeds", n, "forum"), before.forum, values=values)


def _start(forum: Forum) -> str | None:
    return forum.since or forum.since_at_least


def _end(forum: Forum) -> str | None:
    return forum.until or forum.until_at_most
