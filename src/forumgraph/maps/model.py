"""What a map shows, as plain values: it knows no graph database and no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.queries.evidence import Evidence


@dataclass(frozen=True)
class MapArea:
    """One question of the survey, in the order of the survey."""

    id: str
    name: str


@dataclass(frozen=True)
class MapAnswer:
    """What one municipality answered in one area; ``forums`` are the ids of the fora it named there."""

    area: str
    status: str
    confidence: str | None
    alternative: str | None
    note: str | None
    forums: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class MapMunicipality:
    """A municipality with its answers, one an area (``not_asked`` where it had no row in the round).

    One that the round does not concern at all, and that is only named by others, has no answers.
    """

    code: str
    name: str
    kkr: str
    answers: tuple[MapAnswer, ...]


@dataclass(frozen=True)
class MapFact:
    """A fact about a forum in words that are ready to read, with who reported it and where."""

    kind: str  # alias · described · meetings · political · organisation · tier · conflict · note
    text: str
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class MapForum:
    """One body. ``status`` is existing, planned, proposed or ended; ``aliases`` are searched, ``facts`` are shown."""

    id: str
    name: str
    status: str
    kind: str
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    aliases: tuple[str, ...]
    facts: tuple[MapFact, ...]


@dataclass(frozen=True)
class MapMembership:
    """A municipality's place in a forum; basis is self_reported, named_by_other, inferred or excluded."""

    municipality: str  # code
    forum: str  # id
    basis: str
    reported_by: tuple[str, ...]
    reason: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class MapData:
    """Everything on the page; sorted by the caller (Danish alphabet)."""

    round: str
    round_title: str
    as_of: str
    data: str  # which files the figures rest on, as every answer says
    areas: tuple[MapArea, ...]
    municipalities: tuple[MapMunicipality, ...]
    forums: tuple[MapForum, ...]
    memberships: tuple[MapMembership, ...]
