"""The question of requirements: what each KKR recommends to all its municipalities, theme by theme, must before may."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import grouped
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.municipalities import Span
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope

LEVELS = ("must", "may")


@dataclass(frozen=True)
class RequirementRow:
    """A requirement; its dates are as exact as is known.

    A forum speaks for it that fits every ``suggest_`` list that is given.
    """

    id: str
    position: int
    kkr: str
    theme: str
    level: str
    area: str | None
    summary: str
    in_force_from: str
    in_force_until: str | None
    succeeds: str | None
    suggest_areas: tuple[str, ...]
    suggest_tasks: tuple[str, ...]
    suggest_kinds: tuple[str, ...]
    suggest_reach: tuple[str, ...]
    round: str
    evidence: tuple[Evidence, ...]

    @property
    def tells_fora(self) -> bool:
        """Whether it says which fora would speak for it."""
        return bool(self.suggest_areas or self.suggest_tasks or self.suggest_kinds or self.suggest_reach)


REQUIREMENTS = Question("requirements", RequirementRow, ("rounds", "kkr", "areas", "first", "last"))


@dataclass(frozen=True)
class ThemeTotal:
    """How many requirements a theme has of each level."""

    kkr: str
    theme: str
    must: int
    may: int


@dataclass(frozen=True)
class Requirements:
    """The requirements by KKR, theme (in the order of the catalogue) and level, and the totals of themes."""

    requirements: tuple[RequirementRow, ...]
    totals: tuple[ThemeTotal, ...]


def requirements(graph: Graph, scope: Scope, span: Span | None = None) -> Requirements:
    """Return what was in force in a span (the day that was chosen), of the chosen KKRs, rounds and areas."""
    days = span or Span.of(scope)
    chosen = {"rounds": scope.ids, "kkr": list(scope.selection.kkr), "areas": list(scope.selection.areas)}
    rows = in_order(ask(graph, REQUIREMENTS, {**chosen, "first": days.first, "last": days.last}))
    themes = grouped(rows, lambda row: (row.kkr, row.theme))
    totals = (ThemeTotal(*theme, *(_count(each, level) for level in LEVELS)) for theme, each in themes.items())
    return Requirements(tuple(rows), tuple(totals))


def in_order(rows: list[RequirementRow]) -> list[RequirementRow]:
    """Return requirements as they are read: by KKR, by theme as the catalogue has them, must before may."""
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        first.setdefault((row.kkr, row.theme), row.position)
    return sorted(
        rows,
        key=lambda row: (sort_key(row.kkr), first[row.kkr, row.theme], LEVELS.index(row.level), row.position),
    )


def _count(rows: list[RequirementRow], level: str) -> int:
    return sum(row.level == level for row in rows)
