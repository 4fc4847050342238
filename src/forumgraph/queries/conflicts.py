"""Where reporters of one forum differ, within one round: in its members, and in how often it meets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped, lines_of, reporters
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
    """Return the levels of a forum for which different frequencies are reported in one round."""
    found = []
    for (_, level), claims in sorted(grouped(rows, lambda row: (row.round, row.level or "")).items()):
        values = grouped(claims, lambda row: (row.per_year, row.most))
        if len(values) > 1:
            said = [Said(reporters(each), _times(value), lines_of(each)) for value, each in sorted(values.items())]
            found.append(Conflict(forum, "meetings", level or None, tuple(said)))
    return found


def _times(value: tuple[int, int]) -> int | str:
    least, most = value
    return least if least == most else f"{least}-{most}"


def member_conflicts(forum: str, rows: list[MemberRow]) -> list[Conflict]:
    """Return the municipalities that one reporter counts in and another, in the same round, counts or leaves out."""
    found = [
        each for _, claims in sorted(grouped(rows, lambda row: row.round).items()) for each in _in_round(forum, claims)
    ]
    return sorted(found, key=lambda conflict: sort_key(conflict.subject or ""))


def _in_round(forum: str, rows: list[MemberRow]) -> list[Conflict]:
    lists = grouped((row for row in rows if row.listed and row.reported_by), lambda row: row.reported_by)
    named = {who: {row.municipality for row in rows if row.reported_by == who} for who in lists}
    found = []
    for name, claims in grouped(rows, lambda row: row.municipality).items():
        inside = [row for row in claims if row.basis in ("self_reported", "named_by_other")]
        outside = [row for row in claims if row.basis == "excluded"]
        outside += [row for who, listed in lists.items() if name not in named[who] for row in listed]
        if inside and outside:
            said = (Said(reporters(inside), True, lines_of(inside)), Said(reporters(outside), False, lines_of(outside)))
            found.append(Conflict(forum, "members", name, said))
    return found
