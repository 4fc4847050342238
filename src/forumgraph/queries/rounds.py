"""The question of rounds: what each survey or publication claims of its answers, beside what its rows say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.queries.coverage import AREA_COVERAGE, CoverageRow
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import RoundRow, Scope

NEARLY_ALL = 0.9  # "nearly all" is taken to hold from nine in ten of those that answered
MOST = 0.5  # "most" and "widespread" hold above half of them


@dataclass(frozen=True)
class ClaimRow:
    """A claim of a round's covering text; ``counted`` says what it counts: answers, fora, members and so on."""

    round: str
    position: int
    statement: str
    claimed: str
    counted: str
    evidence: tuple[Evidence, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True)
class CountRow:
    """What was counted for one claim of a publication; ``inferred`` are members beside those found by name."""

    round: str
    position: int
    found: int
    inferred: int | None


ROUND_CLAIMS = Question("round_claims", ClaimRow, ("rounds",))
ROUND_COUNTS = Question("round_counts", CountRow, ("rounds",))

Counts = dict[tuple[str, int], CountRow]
"""What was counted, by round and place of the claim."""

_PARTLY = ("forums", "members")  # of these a text may mean more than it names, never less


@dataclass(frozen=True)
class ComparedClaim:
    """A claim beside what was found: of answers, a count of ``of`` municipalities that answered (or were asked).

    Of fora, members, requirements and themes there is no whole that it is a part of, and ``of`` is None. ``found`` and
    ``agrees`` are None where nothing can be counted. A covering text seldom says how firm a cooperation must be, so
    ``found_with_informal`` counts those that cooperate without a standing body as well; ``agrees`` goes by ``found``.
    Fewer fora or members than are claimed are no contradiction, as a text need not name all that it counts: ``agrees``
    is None. ``found_inferred`` are members that are only inferred, beside those found by name.
    """

    statement: str
    claimed: int | str
    found: int | None
    found_with_informal: int | None
    found_inferred: int | None
    of: int | None
    agrees: bool | None
    counted: str
    areas: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Round:
    """A round, who was asked, and its claims; who was asked is None for a publication that asked no municipality.

    ``population`` is whom it speaks of instead, with the number and the response rate (a fraction) that it states.
    """

    id: str
    title: str
    date: str
    source: str
    kkr: str | None
    areas: tuple[str, ...]
    asked: int | None
    answered: int | None
    no_reply: int | None
    population: str | None
    population_size: int | None
    response_rate: float | None
    claims: tuple[ComparedClaim, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Rounds:
    """The rounds of a scope, the oldest first."""

    rounds: tuple[Round, ...]


def rounds(graph: Graph, scope: Scope) -> Rounds:
    """Return the rounds with what they claim and what can be counted; selections of municipalities do not apply."""
    if not scope.answering:
        raise NothingAsked("no_round", as_of=scope.day)
    ids = {"rounds": [each.id for each in scope.answering]}
    claims = [replace(each, areas=_ordered(each.areas, scope)) for each in ask(graph, ROUND_CLAIMS, ids)]
    counts = {(each.round, each.position): each for each in ask(graph, ROUND_COUNTS, ids)}
    made = []
    for row in scope.answering:
        own = [claim for claim in claims if claim.round == row.id]
        made.append(_round(row, _compared(graph, row, own, counts), scope))
    return Rounds(tuple(made))


def _ordered(areas: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    return tuple(sorted(areas, key=scope.position))


def _compared(graph: Graph, row: RoundRow, claims: list[ClaimRow], counts: Counts) -> tuple[ComparedClaim, ...]:
    everything: dict[str, Any] = {"round": row.id, "day": "", "kkr": [], "municipalities": [], "areas": []}
    answers = ask(graph, AREA_COVERAGE, everything)
    return tuple(_compare(claim, row, answers, counts.get((row.id, claim.position))) for claim in claims)


def _round(row: RoundRow, claims: tuple[ComparedClaim, ...], scope: Scope) -> Round:
    surveyed = row.asked > 0
    return Round(
        id=row.id,
        title=row.title,
        date=str(row.date),
        source=row.source,
        kkr=row.kkr,
        areas=_ordered(row.areas, scope),
        asked=row.asked if surveyed else None,
        answered=row.answered if surveyed else None,
        no_reply=row.asked - row.answered if surveyed else None,
        population=row.population,
        population_size=row.population_size,
        response_rate=row.response_rate,
        claims=claims,
        evidence=row.evidence,
    )


def _compare(claim: ClaimRow, round_: RoundRow, answers: list[CoverageRow], count: CountRow | None) -> ComparedClaim:
    claimed: int | str = int(claim.claimed) if claim.claimed.isdigit() else claim.claimed
    found, of, loosely = _found(claim, round_, answers, count)
    partly = claim.counted in _PARTLY and isinstance(claimed, int) and found is not None and found < claimed
    return ComparedClaim(
        statement=claim.statement,
        claimed=claimed,
        found=found,
        found_with_informal=loosely,
        found_inferred=count.inferred if count else None,
        of=of,
        agrees=None if partly else _agrees(claimed, found, of),
        counted=claim.counted,
        areas=claim.areas,
        evidence=claim.evidence,
    )


def _found(
    claim: ClaimRow, round_: RoundRow, answers: list[CoverageRow], count: CountRow | None
) -> tuple[int | None, int | None, int | None]:
    """Return what is found of a claim, of how many, and how many with those that cooperate more loosely."""
    if claim.counted in ("answered", "established") and not round_.asked:
        return None, None, None  # it has no rows to be counted
    if claim.counted == "answered":
        return round_.answered, round_.asked, None
    if claim.counted == "established":
        firmly = _having(claim.areas, answers, ("established",))
        return firmly, round_.answered, _having(claim.areas, answers, ("established", "informal"))
    return count.found if count else None, None, None


def _agrees(claimed: int | str, found: int | None, of: int | None) -> bool | None:
    """Say whether a claim holds; None where nothing was counted, or a word has no whole to be a part of."""
    if found is None or (of is None and not isinstance(claimed, int)):
        return None
    return holds(claimed, found, of or 0)


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
