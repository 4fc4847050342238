"""The checked records: flat, frozen, every reference resolved; what the next stage loads into a graph.

``evidence`` is a tuple of citations, each ``source:lines``. ``reported_by`` is the code of the reporting municipality,
or the publisher of a publication that speaks for itself. ``known_from`` and ``known_to`` are days: the first and the
last on which something says that it was so; before and after nothing is known unless a date of the entry says more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.ingest.publication_records import (
    CarrierRecord,
    ClaimRecord,
    DutyRecord,
    FigureRecord,
    ProgressRecord,
    RequirementRecord,
    RoundRecord,
    SourceRecord,
    StatementRecord,
    ThemeRecord,
)

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True)
class MunicipalityRecord:
    """A municipality; ``code`` is its four-digit number."""

    code: str
    name: str
    kkr: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class AreaRecord:
    """An area, with its place in the order of the data."""

    id: str
    position: int
    name_da: str
    name_en: str
    short_da: str
    short_en: str


@dataclass(frozen=True)
class TaskRecord:
    """A core task from the controlled list."""

    id: str
    name_da: str
    name_en: str


@dataclass(frozen=True)
class OrganisationRecord:
    """An organisation that takes part in fora; ``other_ids`` are those of entries that people took as the same."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    note: str | None
    other_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForumRecord:
    """A forum; dates are as exact as they are known; what is other is of entries that people took as the same."""

    id: str
    name: str
    kind: str
    status: str
    levels: tuple[str, ...]
    tasks: tuple[str, ...]
    areas: tuple[str, ...]
    part_of: str | None
    since: str | None
    since_at_least: str | None
    until: str | None
    until_at_most: str | None
    merged: str | None
    note: str | None
    other_ids: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    reach: str | None = None
    known_from: str | None = None
    known_to: str | None = None


@dataclass(frozen=True)
class TierRecord:
    """A level of a forum; rank 1 is the top."""

    forum: str
    name: str
    level: str
    rank: int
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class SuccessionRecord:
    """A forum carries on another; ``kind`` is carries_on, merged_from, split_from or renamed."""

    forum: str
    predecessor: str
    how: str
    evidence: tuple[str, ...]
    kind: str = "carries_on"
    date: str | None = None
    confidence: str = "certain"


@dataclass(frozen=True)
class ApartRecord:
    """Two fora that are not one, and why."""

    first: str
    second: str
    why: str


@dataclass(frozen=True)
class DecisionRecord:
    """What people decided of two entries; the bodies are those that stand for them in the graph."""

    id: str
    first: str
    second: str
    first_name: str
    second_name: str
    first_body: str
    second_body: str
    about: str
    verdict: str
    why: str
    decided_by: str
    date: dt.date


@dataclass(frozen=True)
class AskedRecord:
    """A municipality has a row in a round."""

    municipality: str
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class AnswerRecord:
    """One municipality's answer in one area of one round; ``corrects`` says why an earlier reading was wrong."""

    id: str
    municipality: str
    area: str
    round: str
    status: str
    confidence: str
    alternative: str | None
    note: str | None
    evidence: tuple[str, ...]
    corrects: str | None = None


@dataclass(frozen=True)
class MentionRecord:
    """An answer names a forum."""

    answer: str
    forum: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class AliasRecord:
    """A name for a forum, or words in place of one (``described``), as one municipality uses it."""

    forum: str
    name: str
    described: bool
    reported_by: str
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class MembershipRecord:
    """A claim on a place in a forum: self_reported, named_by_other, inferred (why, by no reporter) or excluded.

    ``listed`` is true where the reporter gave a full list of members, so that whom it leaves out can be asked for.
    ``year`` is the time that is described, where it is not the round's.
    """

    municipality: str
    forum: str
    basis: str
    reported_by: str | None
    reason: str | None
    listed: bool
    round: str | None
    evidence: tuple[str, ...]
    year: str | None = None
    known_from: str | None = None
    known_to: str | None = None


@dataclass(frozen=True)
class MeetingRecord:
    """How often a forum, or a level of it, meets a year as one municipality reports it (``most`` ends a range)."""

    forum: str
    per_year: int
    most: int
    level: str | None
    reported_by: str
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class ParticipationRecord:
    """Politicians of the reporting municipality take part in a forum, or none do."""

    forum: str
    municipality: str
    area: str
    role: str
    participates: bool
    per_year: int | None
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class SeatRecord:
    """An organisation sits in a forum, or runs it (``runs``), as one municipality reports it."""

    organisation: str
    forum: str
    runs: bool
    reported_by: str
    round: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class WishRecord:
    """What a municipality says of fora that are missing; ``answer`` is missing, later or none."""

    municipality: str
    round: str
    answer: str
    summary: str
    forums: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass
class Records:
    """All records of a data set, each kind in the order of the files."""

    municipalities: list[MunicipalityRecord] = field(default_factory=list)
    areas: list[AreaRecord] = field(default_factory=list)
    tasks: list[TaskRecord] = field(default_factory=list)
    sources: list[SourceRecord] = field(default_factory=list)
    rounds: list[RoundRecord] = field(default_factory=list)
    claims: list[ClaimRecord] = field(default_factory=list)
    organisations: list[OrganisationRecord] = field(default_factory=list)
    forums: list[ForumRecord] = field(default_factory=list)
    tiers: list[TierRecord] = field(default_factory=list)
    successions: list[SuccessionRecord] = field(default_factory=list)
    apart: list[ApartRecord] = field(default_factory=list)
    decisions: list[DecisionRecord] = field(default_factory=list)
    asked: list[AskedRecord] = field(default_factory=list)
    answers: list[AnswerRecord] = field(default_factory=list)
    mentions: list[MentionRecord] = field(default_factory=list)
    aliases: list[AliasRecord] = field(default_factory=list)
    memberships: list[MembershipRecord] = field(default_factory=list)
    meetings: list[MeetingRecord] = field(default_factory=list)
    participations: list[ParticipationRecord] = field(default_factory=list)
    seats: list[SeatRecord] = field(default_factory=list)
    wishes: list[WishRecord] = field(default_factory=list)
    statements: list[StatementRecord] = field(default_factory=list)
    figures: list[FigureRecord] = field(default_factory=list)
    requirements: list[RequirementRecord] = field(default_factory=list)
    progress: list[ProgressRecord] = field(default_factory=list)
    themes: list[ThemeRecord] = field(default_factory=list)
    duties: list[DutyRecord] = field(default_factory=list)
    carriers: list[CarrierRecord] = field(default_factory=list)
