"""The ledger of abolished bodies: which body carries each of their tasks on in each municipality, and what nobody says.

That a forum carries on a task is read off its core tasks, where no text says it; which carries on which body is said.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped, joined, lines_of, reporters
from forumgraph.queries.coverage import AREA_COVERAGE, CoverageRow
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.municipalities import MunicipalityRow, Span, municipalities_of
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope

#: What can be said of a task in a municipality that answered: a successor has it, or a body is said to carry it on;
#: another existing body has one like it; nobody says that it is carried on. Of others: no answer; not asked.
STATES = ("carried", "similar", "not_said", "unknown", "not_asked")


@dataclass(frozen=True)
class DutyRow:
    """A task of an abolished body; ``ended`` is when the body was abolished, ``areas`` those of its successors.

    ``carriers`` are the fora of which a text says that they carry it on.
    """

    id: str
    position: int
    name: str
    legal_basis: str | None
    forum: str
    forum_name: str
    ended: str | None
    tasks: tuple[str, ...]
    carriers: tuple[str, ...]
    areas: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class DutyBodyRow:
    """A claim that counts a municipality into a forum that has, or is said to have, a task; ``said`` are lines."""

    duty: str
    code: str
    forum: str
    forum_name: str
    successor: bool
    tasks: tuple[str, ...]
    said: tuple[str, ...] | None
    reported_by: str
    evidence: tuple[Evidence, ...]
    position: int


DUTIES = Question("duties", DutyRow)
DUTY_BODIES = Question("duty_bodies", DutyBodyRow, ("rounds", "day", "kkr", "municipalities"))


@dataclass(frozen=True)
class Body:
    """A forum with some of a task's core tasks; ``successor`` where it carries on the abolished body.

    ``said`` are the lines on which a text says that it carries the task on; ``evidence`` is on the member.
    """

    forum: str
    name: str
    successor: bool
    tasks: tuple[str, ...]
    said: tuple[Evidence, ...]
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def carries(self) -> bool:
        """Whether it carries the task on, and has not only the like of it."""
        return self.successor or bool(self.said)


@dataclass(frozen=True)
class LedgerRow:
    """A task in a municipality: its state, the bodies that have it, and what the municipality answered where.

    Bodies of one that did not answer, or was not asked, are those into which others count it; they make no state.
    """

    duty: str
    municipality: str
    code: str
    kkr: str
    state: str
    bodies: tuple[Body, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Duty(DutyRow):
    """A task of an abolished body with how many municipalities are in each state.

    ``legal_basis`` is None where no text gives one. Without core ``tasks`` only its ``carriers`` can be found for it.
    Those that answered are carried, similar and not_said together.
    """

    carried: int
    similar: int
    not_said: int
    unknown: int
    not_asked: int
    asked: int
    answered: int


@dataclass(frozen=True)
class Ledger:
    """The tasks in the order of the data, a row a task and municipality; ``nobody`` has tasks that nobody carries on.

    ``surveys`` are the rounds whose answers tell who said nothing from who was not asked.
    """

    duties: tuple[Duty, ...]
    rows: tuple[LedgerRow, ...]
    nobody: tuple[str, ...]
    surveys: tuple[str, ...]


@dataclass(frozen=True)
class _Reply:
    """What a municipality answered in the latest survey that was about it: answered, no_reply or not_asked."""

    state: str
    answers: tuple[CoverageRow, ...]

    def lines(self, areas: tuple[str, ...]) -> tuple[Evidence, ...]:
        return joined(each for row in self.answers if row.area in areas for each in row.evidence)


_SILENT = _Reply("not_asked", ())


def ledger(graph: Graph, scope: Scope) -> Ledger:
    """Return the ledger for the municipalities of a scope that were there at its time."""
    surveys = _surveys(scope)
    replies = _replies(graph, scope, surveys)
    day = scope.day or str(max(each.date for each in scope.rounds))
    places = municipalities_of(graph, scope, Span(day, day), scope.selection.kkr)
    claims = ask(graph, DUTY_BODIES, {**scope.time, **scope.parameters})
    by_place = grouped(claims, lambda row: (row.duty, row.code))
    duties, rows = [], []
    for duty in ask(graph, DUTIES):
        own = [
            _row(duty, each, by_place.get((duty.id, each.code), []), replies.get(each.code, _SILENT)) for each in places
        ]
        duties.append(_totals(duty, own, replies))
        rows += own
    carried = {row.duty for row in rows if any(body.carries for body in row.bodies)}
    nobody = tuple(each.id for each in duties if each.id not in carried)
    return Ledger(tuple(duties), tuple(rows), nobody, tuple(surveys))


def _surveys(scope: Scope) -> list[str]:
    """Return the rounds that asked about anything until the day that was chosen, the oldest first."""
    asking = {id_ for rounds in scope.asking().values() for id_ in rounds}
    return [each.id for each in scope.answering if each.id in asking]


def _replies(graph: Graph, scope: Scope, surveys: list[str]) -> dict[str, _Reply]:
    """Return the replies by municipality, each of the latest survey among whose municipalities it is."""
    found: dict[str, _Reply] = {}
    for round_id in surveys:
        rows = ask(graph, AREA_COVERAGE, {"round": round_id, "day": "", "areas": [], **scope.parameters})
        found |= {code: _reply(answers) for code, answers in grouped(rows, lambda row: row.code).items()}
    return found


def _reply(answers: list[CoverageRow]) -> _Reply:
    statuses = {row.status for row in answers}
    if statuses <= {"not_asked"}:
        return _SILENT
    return _Reply("answered" if statuses - {"not_asked", "no_reply"} else "no_reply", tuple(answers))


def _row(duty: DutyRow, place: MunicipalityRow, claims: list[DutyBodyRow], reply: _Reply) -> LedgerRow:
    bodies = tuple(_body(each) for each in grouped(claims, lambda row: row.forum).values())
    bodies = tuple(sorted(bodies, key=lambda each: (not each.carries, sort_key(each.name))))
    lines = reply.lines(duty.areas)
    return LedgerRow(duty.id, place.name, place.code, place.kkr, _state(reply, bodies), bodies, lines)


def _state(reply: _Reply, bodies: tuple[Body, ...]) -> str:
    if reply.state != "answered":
        return "unknown" if reply.state == "no_reply" else "not_asked"
    if not bodies:
        return "not_said"
    return "carried" if bodies[0].carries else "similar"


def _body(claims: list[DutyBodyRow]) -> Body:
    first = claims[0]
    said = joined(map(Evidence.parse, first.said or ()))
    return Body(first.forum, first.forum_name, first.successor, first.tasks, said, reporters(claims), lines_of(claims))


def _totals(duty: DutyRow, rows: list[LedgerRow], replies: dict[str, _Reply]) -> Duty:
    states = Counter(row.state for row in rows)
    said = Counter(replies.get(row.code, _SILENT).state for row in rows)
    own: dict[str, Any] = {**vars(duty), **{state: states[state] for state in STATES}}
    return Duty(
        **own,
        asked=said["answered"] + said["no_reply"],
        answered=said["answered"],
    )
