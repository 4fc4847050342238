"""The question of rounds: what each survey or publication claims of its answers, beside what its rows say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.queries.coverage import AREA_COVERAGE, CoverageRow
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import RoundRow, Scope

NEARLY_ALL = 0.9  # "nearly all" is taken to hold from nine in ten of those that answered
MOST = 0.5  # "most" and "widespread" hold above half of them


@dataclass(frozen=True)
class ClaimRow:
    """A claim of a round's covering text; ``counted`` says what it counts, answered or established."""

    round: str
    position: int
    statement: str
    claimed: str
    counted: str
    evidence: tuple[Evidence, ...]
    areas: tuple[str, ...]


ROUND_CLAIMS = Question("round_claims", ClaimRow, ("rounds",))


@dataclass(frozen=True)
class ComparedClaim:
    """A claim beside what was found: ``found`` is a count of ``of`` municipalities that answered (or were asked).

    A covering text seldom says how firm a cooperation must be, so ``found_with_informal`` counts those that cooperate
    without a standing body as well; ``agrees`` goes by ``found``.
    """

    statement: str
    claimed: int | str
    found: int
    found_with_informal: int | None
    of: int
    agrees: bool
    counted: str
    areas: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Round:
    """A round, who was asked, and its claims."""

    id: str
    title: str
    date: str
    source: str
    kkr: str | None
    areas: tuple[str, ...]
    asked: int
    answered: int
    no_reply: int
    claims: tuple[ComparedClaim, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Rounds:
    """The rounds of a scope, the oldest first."""

    rounds: tuple[Round, ...]


def rounds(graph: Graph, scope: Scope) -> Rounds:
    """Return the rounds with what they claim and what can be counted; selections of municipalities do not apply."""
    claims = ask(graph, ROUND_CLAIMS, {"rounds": scope.ids})
    return Rounds(tuple(_round(graph, row, claims, scope) for row in scope.rounds))


def _round(graph: Graph, row: RoundRow, claims: list[ClaimRow], scope: Scope) -> Round:
    everything: dict[str, Any] = {"round": row.id, "day": "", "kkr": [], "municipalities": [], "areas": []}
    answers = ask(graph, AREA_COVERAGE, everything)
    own = [
        _compare(replace(claim, areas=tuple(sorted(claim.areas, key=scope.position))), row, answers)
        for claim in claims
        if claim.round == row.id
    ]
    return Round(
        id=row.id,
        title=row.title,
        date=str(row.date),
        source=row.source,
        kkr=row.kkr,
        areas=tuple(sorted(row.areas, key=scope.position)),
        asked=row.asked,
        answered=row.answered,
        no_reply=row.asked - row.answered,
        claims=tuple(own),
        evidence=row.evidence,
    )


def _compare(claim: ClaimRow, round_: RoundRow, answers: list[CoverageRow]) -> ComparedClaim:
    loosely: int | None = None
    if claim.counted == "answered":
        found, of = round_.answered, round_.asked
    else:
        found, of = _having(claim.areas, answers, ("established",)), round_.answered
        loosely = _having(claim.areas, answers, ("established", "informal"))
    claimed: int | str = int(claim.claimed) if claim.claimed.isdigit() else claim.claimed
    return ComparedClaim(
        statement=claim.statement,
        claimed=claimed,
        found=found,
        found_with_informal=loosely,
        of=of,
        agrees=holds(claimed, found, of),
        counted=claim.counted,
        areas=claim.areas,
        evidence=claim.evidence,
    )


def _having(areas: tuple[str, ...], answers: list[CoverageRow], statuses: tuple[str, ...]) -> int:
    """Count the municipalities with one of the statuses in every one of the areas."""
    having = {(row.code, row.area) for row in answers if row.status in statuses}
    return sum(all((code, area) in having for area in areas) for code in {row.code for row in answers})


def holds(claimed: int | str, found: int, of: int) -> bool:
    """Say whether a claim holds for a count: a number exactly, a word by the bounds that stand above."""
    if isinstance(claimed, int):
        return found == claimed
    bounds = {"all": found == of, "nearly_all": found >= NEARLY_ALL * of, "most": found > MOST * of}
    return bounds.get(claimed, found > MOST * of)
