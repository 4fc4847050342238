"""The question of coverage: what each municipality answered in each area, and the totals with what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class CoverageRow:
    """One municipality in one area; ``not_asked`` where it has no row in the round."""

    municipality: str
    code: str
    kkr: str
    area: str
    position: int
    status: str
    confidence: str | None
    alternative: str | None
    note: str | None
    evidence: tuple[Evidence, ...]
    forums: tuple[str, ...]


AREA_COVERAGE = Question("area_coverage", CoverageRow, ("round", "day", "kkr", "municipalities", "areas"))


@dataclass(frozen=True)
class Total:
    """The answers of one area: counts, and shares of those asked.

    ``share_low`` counts only *established*, ``share_high`` also those that did not answer; both are None where nobody
    was asked. ``forums`` is how many different fora the established answers name.
    """

    area: str
    established: int
    informal: int
    planned: int
    none: int
    no_reply: int
    not_asked: int
    asked: int
    answered: int
    share_low: float | None
    share_high: float | None
    forums: int
    round: str


@dataclass(frozen=True)
class Coverage:
    """The answers, by the Danish alphabet and then by area, and the totals by area."""

    rows: tuple[CoverageRow, ...]
    totals: tuple[Total, ...]
    rounds: tuple[str, ...]


def coverage(graph: Graph, scope: Scope) -> Coverage:
    """Return the answers of the latest round that asked about each area (or of the chosen round).

    Raises NothingAsked where no round in scope asked about a chosen area, or asked any of the chosen municipalities.
    """
    asking = scope.asking()
    for area in scope.selection.areas:
        if area not in asking:
            rounds = ", ".join(each.id for each in scope.answering)
            raise NothingAsked("area_not_asked", area=area, rounds=rounds)
    if not asking:
        raise NothingAsked("no_questions")
    found = _latest(graph, scope, asking)
    silent = [area for area in asking if area not in found]
    if silent and (scope.selection.areas or not found):
        raise NothingAsked("nobody_asked", area=silent[0])
    rows = [row for _, answers in found.values() for row in answers]
    totals = [_total(area, round_id, answers) for area, (round_id, answers) in found.items()]
    rows.sort(key=lambda row: (sort_key(row.municipality), row.position))
    totals.sort(key=lambda total: scope.position(total.area))
    return Coverage(
        tuple(rows),
        tuple(totals),
        tuple(dict.fromkeys(round_id for round_id, _ in found.values())),
    )


def _latest(graph: Graph, scope: Scope, asking: dict[str, list[str]]) -> dict[str, tuple[str, list[CoverageRow]]]:
    """Return, for each area, the latest round that concerned any municipality of the selection, and its rows.

    Each round is asked once, for all areas that no later round has answered; an area that concerned nobody is left out.
    """
    found: dict[str, tuple[str, list[CoverageRow]]] = {}
    for round_id in reversed([each.id for each in scope.answering]):
        areas = [area for area, rounds in asking.items() if round_id in rounds and area not in found]
        given = {"round": round_id, "areas": areas, "day": scope.day, **scope.parameters}
        rows = ask(graph, AREA_COVERAGE, given) if areas else []
        if rows or not scope.narrowed:
            found |= {area: (round_id, [row for row in rows if row.area == area]) for area in areas}
    return {area: found[area] for area in asking if area in found}


def _total(area: str, round_id: str, rows: list[CoverageRow]) -> Total:
    def count(*statuses: str) -> int:
        return sum(row.status in statuses for row in rows)

    asked = len(rows) - count("not_asked")
    low, high = count("established"), count("established", "no_reply")
    return Total(
        area=area,
        established=low,
        informal=count("informal"),
        planned=count("planned"),
        none=count("none"),
        no_reply=count("no_reply"),
        not_asked=count("not_asked"),
        asked=asked,
        answered=asked - count("no_reply"),
        share_low=low / asked if asked else None,
        share_high=high / asked if asked else None,
        forums=len({forum for row in rows if row.status == "established" for forum in row.forums}),
        round=round_id,
    )
