"""The question of which municipalities there were not on a day: those that are younger, and those that are gone."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.queries.question import Question


@dataclass(frozen=True)
class AbsentRow:
    """A municipality that was none on the day; ``why`` is not_yet or ended."""

    code: str
    since: str | None
    until: str | None
    why: str


ABSENT = Question("absent", AbsentRow, ("day",))
