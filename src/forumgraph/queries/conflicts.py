"""Where reporters of one forum differ: in its members, in how often it meets, in whether politicians take part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import lines_of, reporters
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MeetingRow, MemberRow


@dataclass(frozen=True)
class Said:
    """One side of a contradiction; ``value`` is what these reporters say."""

    reported_by: tuple[str, ...]
    value: Any
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Conflict:
    """Claims that cannot all be right; ``subject`` is the municipality or the level that they differ on."""

    forum: str
    about: str
    subject: str | None
    claims: tuple[Said, ...]


def meeting_conflicts(forum: str, rows: list[MeetingRow]) -> list[Conflict]:
    """Return the levels of a forum for which different frequencies are reported."""
    found = []
    for level in sorted({row.level or "" for row in rows}):
        values: dict[tuple[int, int], list[MeetingRow]] = defaultdict(list)
        for row in rows:
            if (row.level or "") == level:
                values[row.per_year, row.most].append(row)
        if len(values) > 1:
            said = [Said(reporters(each), _times(value), lines_of(each)) for value, each in sorted(values.items())]
            found.append(Conflict(forum, "meetings", level or None, tuple(said)))
    return found


def _times(value: tuple[int, int]) -> int | str:
    least, most = value
    return least if least == most else f"{least}-{most}"


def member_conflicts(forum: str, rows: list[MemberRow]) -> list[Conflict]:
    """Return the municipalities that one reporter counts in and another says are out, or leaves out of a full list."""
    lists: dict[str, list[MemberRow]] = defaultdict(list)
    for row in rows:
        if row.listed and row.reported_by:
            lists[row.reported_by].append(row)
    found = []
    for name in sorted({row.municipality for row in rows}, key=sort_key):
        inside = [row for row in rows if row.municipality == name and row.basis in ("self_reported", "named_by_other")]
        outside = [row for row in rows if row.municipality == name and row.basis == "excluded"]
        left_out = [row for listed in lists.values() if name not in _named(listed) for row in listed]
        if inside and (outside or left_out):
            said = (
                Said(reporters(inside), True, lines_of(inside)),
                Said(reporters(outside + left_out), False, lines_of(outside + left_out)),
            )
            found.append(Conflict(forum, "members", name, said))
    return found


def _named(rows: list[MemberRow]) -> set[str]:
    return {row.municipality for row in rows}
