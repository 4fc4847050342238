"""The question of gaps: which municipalities have no established forum in an area, told apart by what they answered."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.coverage import Total, coverage
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope

#: What a gap is called, by the status that makes it one.
GAPS = {
    "confirmed": "none",
    "informal": "informal",
    "closing": "planned",
    "unknown": "no_reply",
    "not_asked": "not_asked",
}


@dataclass(frozen=True)
class GapRow:
    """A municipality without an established forum in the area."""

    municipality: str
    code: str
    status: str
    confidence: str | None
    alternative: str | None
    note: str | None
    evidence: tuple[Evidence, ...]
    forums: tuple[str, ...]


@dataclass(frozen=True)
class WishRow:
    """What a municipality says of fora that are missing; the survey asked once, for all areas."""

    municipality: str
    code: str
    round: str
    answer: str
    summary: str
    evidence: tuple[Evidence, ...]
    forums: tuple[str, ...]


AREA_GAPS = Question("area_gaps", GapRow, ("round", "area", "day", "kkr", "municipalities"))
WISHES = Question("wishes", WishRow, ("rounds", "kkr", "municipalities"))


@dataclass(frozen=True)
class Gaps:
    """The municipalities by the kind of gap (names), the rows behind them, and the figures of the area."""

    area: str
    confirmed: tuple[str, ...]
    informal: tuple[str, ...]
    closing: tuple[str, ...]
    unknown: tuple[str, ...]
    not_asked: tuple[str, ...]
    self_reported: tuple[WishRow, ...]
    rows: tuple[GapRow, ...]
    total: Total
    rounds: tuple[str, ...]


def gaps(graph: Graph, scope: Scope) -> Gaps:
    """Return the gaps in the one area of the scope, in the latest round that asked about it."""
    (area,) = scope.selection.areas
    covered = coverage(graph, scope)
    (round_id,) = covered.rounds
    rows = ask(graph, AREA_GAPS, {"round": round_id, "area": area, "day": scope.day, **scope.parameters})
    rows.sort(key=lambda row: sort_key(row.municipality))
    named = {gap: tuple(row.municipality for row in rows if row.status == status) for gap, status in GAPS.items()}
    return Gaps(
        area=area,
        **named,
        self_reported=wishes(graph, scope, [round_id]),
        rows=tuple(rows),
        total=covered.totals[0],
        rounds=covered.rounds,
    )


def wishes(graph: Graph, scope: Scope, rounds: list[str]) -> tuple[WishRow, ...]:
    """Return what municipalities say of fora that are missing, by the Danish alphabet."""
    found = ask(graph, WISHES, {"rounds": rounds, **scope.parameters})
    return tuple(sorted(found, key=lambda row: (sort_key(row.municipality), row.round)))
