"""The checked records of publications: sources, rounds and their claims, and what a publication says in its own name.

``evidence`` is a tuple of citations, each ``source:lines``; ``round`` is that in which it was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True)
class SourceRecord:
    """A publication; ``lines`` is how many lines its text has."""

    id: str
    title: str
    publisher: str
    date: dt.date
    lines: int


@dataclass(frozen=True)
class RoundRecord:
    """A survey or publication; ``areas`` are those it asked about, in its own order.

    ``response_rate`` is a fraction; ``definitions`` has areas with what counts as an answer there.
    """

    id: str
    title: str
    date: dt.date
    source: str
    kkr: str | None
    areas: tuple[str, ...]
    evidence: tuple[str, ...]
    population: str | None = None
    population_size: int | None = None
    response_rate: float | None = None
    definitions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ClaimRecord:
    """What the covering text of a round claims; ``claimed`` is a number or all, nearly_all, most, widespread."""

    id: str
    round: str
    position: int
    statement: str
    claimed: str
    of: str
    areas: tuple[str, ...]
    evidence: tuple[str, ...]
    kind: str | None = None
    forum: str | None = None


@dataclass(frozen=True)
class StatementRecord:
    """What a publication says of a forum at one time; ``year`` is None where that is the round's own.

    Of a municipality it is the number of members that one of its answers states, and ``reported_by`` is its code.
    """

    forum: str
    year: str | None
    members_stated: int | None
    event: str | None
    reported_by: str
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class FigureRecord:
    """A stated figure; ``value`` is in ``unit``, and None where the text gives words; ``response_rate`` a fraction."""

    id: str
    position: int
    measure: str
    topic: str | None
    question: str | None
    value: float | None
    text: str | None
    unit: str
    population: str
    population_size: int | None
    response_rate: float | None
    period: str | None
    told_by: str | None
    forum: str | None
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class RequirementRecord:
    """What a KKR recommends; a forum that fits all ``suggest_`` lists that are given would speak for it."""

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
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class ProgressRecord:
    """How far a municipality says that it has come with a requirement: green, yellow, red or unknown."""

    municipality: str
    requirement: str
    state: str
    remark: str | None
    date: str
    reported_by: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class ThemeRecord:
    """A focus area, a guiding mark or an action area; ``forums`` are those that its lines name."""

    id: str
    position: int
    name: str
    kind: str
    kkr: str | None
    part_of: str | None
    tasks: tuple[str, ...]
    forums: tuple[str, ...]
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class DutyRecord:
    """A task that a body had by law; ``tasks`` are the core tasks by which a forum carries it on."""

    id: str
    position: int
    forum: str
    name: str
    legal_basis: str | None
    tasks: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class CarrierRecord:
    """A forum that a text says carries a duty on."""

    duty: str
    forum: str
    evidence: tuple[str, ...]
