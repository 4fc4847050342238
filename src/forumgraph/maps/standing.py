"""How things stand on the day of each round: known, ended, not there yet, or unknown. It asks, and draws nothing.

A day that no source speaks of is unknown: nothing is known to have gone on until today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.queries.forum_rows import MEMBERS, SUCCESSION
from forumgraph.queries.left_out import not_there
from forumgraph.queries.municipalities import MUNICIPALITIES
from forumgraph.queries.question import ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.graphdb import Graph
    from forumgraph.maps.model import Stands
    from forumgraph.queries import Scope
    from forumgraph.queries.forum_rows import SuccessionRow

KNOWN, UNKNOWN, ENDED, NOT_YET = "known", "unknown", "ended", "not_yet"
_GONE = (ENDED, NOT_YET)


@dataclass(frozen=True)
class _Day:
    """The day of a round: which fora do not hold on it, with why; and which claims on members are known to hold."""

    date: str
    forums: dict[str, str]
    claims: frozenset[tuple[str, str, str]]  # forum, code, basis


class Standings:
    """How fora, municipalities and memberships stand in the rounds of a scope, the oldest first."""

    def __init__(self, graph: Graph, scope: Scope) -> None:
        steps = ask(graph, SUCCESSION, {"forums": []})
        self._towns = {row.code: row for row in ask(graph, MUNICIPALITIES, {"kkr": [], "municipalities": []})}
        self._days = [_day(graph, scope, str(each.date), steps) for each in scope.rounds]

    def forum(self, id_: str) -> Stands:
        """Return how a forum stands in each round."""
        return _short(day.forums.get(id_, KNOWN) for day in self._days)

    def town(self, code: str) -> Stands:
        """Return how a municipality stands: it is there unless its dates say otherwise."""
        return _short(self._town(code, day) for day in self._days)

    def dates(self, code: str) -> tuple[str | None, str | None]:
        """Return when a municipality began and ended, where a round lies outside its life."""
        row = self._towns[code]
        return (row.since, row.until) if self.town(code) else (None, None)

    def membership(self, forum: str, code: str, basis: str) -> Stands:
        """Return how a claim stands: nobody is in a forum that is gone, nor in any before or after being there."""
        return _short(self._claim((forum, code, basis), day) for day in self._days)

    def _town(self, code: str, day: _Day) -> str:
        row = self._towns[code]
        if row.went_before(day.date):
            return ENDED
        return NOT_YET if row.came_after(day.date) else KNOWN

    def _claim(self, claim: tuple[str, str, str], day: _Day) -> str:
        ends = day.forums.get(claim[0], KNOWN), self._town(claim[1], day)
        held = KNOWN if claim in day.claims else UNKNOWN
        return next((one for one in ends if one in _GONE), held)


def _short(rounds: Iterable[str]) -> Stands:
    found = tuple(rounds)
    return () if all(one == KNOWN for one in found) else found


def _day(graph: Graph, scope: Scope, day: str, steps: list[SuccessionRow]) -> _Day:
    rows = ask(graph, MEMBERS, {"rounds": scope.ids, "day": day, "forums": [], "municipalities": []})
    return _Day(
        day,
        not_there(graph, day, steps),
        frozenset((row.forum, row.code, row.basis) for row in rows),
    )
