"""When a requirement is no more in force: it has an end of its own, or another takes its place."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from forumgraph.ingest.moments import first_day, is_moment, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.ingest.publication import Requirement


def ended(asked: Requirement, known: Iterable[Requirement]) -> str | None:
    """Return the last moment at which a requirement was in force: its own end, or the day before its successor's first.

    None where nothing says that it ended.
    """
    successors = (each.in_force_from for each in known if each.succeeds == asked.id)
    ends = (asked.in_force_until, *(_day_before(each) for each in successors if is_moment(each)))
    return min(filter(None, ends), key=last_day, default=None)


def _day_before(moment: str) -> str:
    day = dt.date.fromisoformat(first_day(moment))
    return str(day - dt.timedelta(days=1)) if day > dt.date.min else "0000-12-31"
