"""Dates as exact as they are known: none runs backwards, and nothing is said of a time at which it cannot have been."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from forumgraph.ingest.findings import Finding
from forumgraph.ingest.moments import first_day, last_day, outside

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


#: What begins and ends: the keys of either, of which an entry has one.
_ENDS = {
    "municipalities": (("since",), ("until",)),
    "forums": (("since", "since_at_least"), ("until", "until_at_most")),
    "requirements": (("in_force_from",), ("in_force_until",)),
}


def backwards(data: Dataset) -> Iterator[Finding]:
    """FG407: the latest possible end lies before the earliest possible beginning."""
    for section, (starts, ends) in _ENDS.items():
        for located in getattr(data, section):
            start = next(filter(None, (getattr(located.entry, key) for key in starts)), None)
            for key in ends:
                end = getattr(located.entry, key)
                if start and end and last_day(end) < first_day(start):
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


def impossible_successions(data: Dataset) -> Iterator[Finding]:
    """FG433: nothing is carried on before it began."""
    forums = data.ids("forums")
    for located in data.forums:
        for n, before in enumerate(located.entry.succeeds):
            start = forums[before.forum].since if before.forum in forums else None
            if before.date and outside(before.date, start, None):
                values = {"forum": before.forum, "start": start or ""}
                yield Finding("FG433", located.place("succeeds", n, "date"), before.date, values=values)


def ended_and_existing(data: Dataset) -> Iterator[Finding]:
    """FG434: what ended before the latest round does not exist any more."""
    latest = max((located.entry.date.isoformat() for located in data.rounds), default="")
    for located in data.forums:
        for key in ("until", "until_at_most"):
            end = getattr(located.entry, key)
            if located.entry.status == "existing" and end and last_day(end) < latest:
                values = {"end": end, "latest": latest}
                yield Finding("FG434", located.place(key), located.entry.id, values=values)


def absent_municipalities(data: Dataset) -> Iterator[Finding]:
    """FG428: who had not come to be, or was no more, answers nothing and reports no progress."""
    municipalities = data.ids("municipalities")
    for located, moment in _words(data):
        own = municipalities.get(located.entry.municipality)
        if own and outside(moment, own.since, own.until):
            yield Finding("FG428", located.place("municipality"), own.name, values={"moment": moment})


def _words(data: Dataset) -> Iterator[tuple[Located[Any], str]]:
    """Yield what municipalities say themselves, and when they do."""
    rounds = data.ids("rounds")
    for located in data.replies:
        if round_ := rounds.get(data.round_of(located) or ""):
            yield located, round_.date.isoformat()
    for progress in data.progress:
        yield progress, progress.entry.date


def _start(forum: Forum) -> str | None:
    return forum.since or forum.since_at_least


def _end(forum: Forum) -> str | None:
    return forum.until or forum.until_at_most
