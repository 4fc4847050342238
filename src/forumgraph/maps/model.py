"""What a map shows, as plain values: it knows no graph database and no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.queries.evidence import Evidence


@dataclass(frozen=True)
class MapRound:
    """A survey or publication: its id, its title, its ISO date, the source that is cited, the areas it asked about."""

    id: str
    title: str
    date: str
    source: str
    areas: tuple[str, ...]


Stands = tuple[str, ...]
"""How something stands on the day of each round: known, ended, not_yet or unknown; empty where it is known in all."""


@dataclass(frozen=True)
class MapArea:
    """One question of the survey, in the order of the survey; ``name`` fits the head of a column.

    ``number`` is its place among all areas, so that it has the same number and colour on a map of some; 0 where the
    areas are numbered as they stand.
    """

    id: str
    name: str
    number: int = 0


@dataclass(frozen=True)
class MapAnswer:
    """What one municipality answered in one area of one round; ``forums`` are the ids of the fora it named there."""

    area: str
    status: str
    confidence: str | None
    alternative: str | None
    note: str | None
    forums: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    round: str


@dataclass(frozen=True)
class MapWish:
    """What a municipality says of fora that are missing: missing, later or none; asked once for all areas."""

    round: str
    answer: str
    summary: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class MapMunicipality:
    """A municipality with its answers, one an area and round (``not_asked`` where it had no row in the round).

    One that no round concerns at all, and that is only named by others, has no answers.
    """

    code: str
    name: str
    kkr: str
    answers: tuple[MapAnswer, ...]
    wishes: tuple[MapWish, ...] = ()
    stands: Stands = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class MapFact:
    """A fact about a forum in words that are ready to read, with who reported it (names) and where."""

    kind: str  # alias · described · meetings · political · tier · succession · note · merged · apart
    text: str
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    round: str | None = None  # None: true whoever speaks


@dataclass(frozen=True)
class MapConflict:
    """Reporters that differ on a forum: each side is a fact of kind ``side``; nothing is averaged away.

    ``about`` is members, meetings or political; ``subject`` the municipality (name) or level in question, if any.
    """

    about: str
    subject: str | None
    sides: tuple[MapFact, ...]
    round: str


@dataclass(frozen=True)
class MapTier:
    """A level of a forum; rank 1 is the top."""

    name: str
    level: str
    rank: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class MapMoment:
    """What a source says of a forum at one time, ready to read; ``forum`` is the other one where it is a succession."""

    when: str  # a year, a month or a day
    text: str
    reported_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    forum: str | None = None  # id


@dataclass(frozen=True)
class MapKnown:
    """When a forum is known to have been, as people read it, and the side (before, after, both) of which nothing is."""

    span: str
    side: str


@dataclass(frozen=True)
class MapForum:
    """One body. ``status`` is existing, planned, proposed or ended; ``aliases`` are searched, ``facts`` are shown.

    ``succeeds`` has the ids of the bodies it carries on, ``renames`` the one of them that it is under a new name,
    ``timeline`` what is said of it at which time, ``unknown`` what no source says of it, as keys of the texts.
    """

    id: str
    name: str
    status: str
    kind: str
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    aliases: tuple[str, ...]
    facts: tuple[MapFact, ...]
    conflicts: tuple[MapConflict, ...] = ()
    tiers: tuple[MapTier, ...] = ()
    succeeds: tuple[str, ...] = ()
    part_of: str | None = None
    unknown: tuple[str, ...] = ()
    stands: Stands = ()
    renames: str | None = None
    known: MapKnown | None = None
    timeline: tuple[MapMoment, ...] = ()


@dataclass(frozen=True)
class MapMembership:
    """A municipality's place in a forum as one round has it.

    Basis is self_reported, named_by_other, inferred or excluded; ``contested`` where others say the opposite.
    """

    municipality: str  # code
    forum: str  # id
    basis: str
    reported_by: tuple[str, ...]  # names
    reason: str | None
    evidence: tuple[Evidence, ...]
    round: str
    contested: bool = False
    stands: Stands = ()


@dataclass(frozen=True)
class MapOrganisation:
    """A fund, union, employers' association, school, company or state body."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class MapSeat:
    """An organisation in a forum as one round has it; ``runs`` where it is said to run the forum."""

    organisation: str
    forum: str
    runs: bool
    reported_by: tuple[str, ...]  # names
    evidence: tuple[Evidence, ...]
    round: str


@dataclass(frozen=True)
class MapCircle:
    """Municipalities that keep meeting each other: it goes by its largest forum; ``forums`` are those that make it.

    ``others`` are the members that are not on the map, as a selection may leave them out.
    """

    id: str
    name: str
    members: tuple[str, ...]  # codes
    forums: tuple[str, ...]
    others: tuple[str, ...] = ()  # names


@dataclass(frozen=True)
class MapData:
    """Everything on the page; sorted by the caller (Danish alphabet), the rounds oldest first.

    ``narrowed`` says in words which selection the map was drawn for, empty where it was drawn for all.
    """

    rounds: tuple[MapRound, ...]
    as_of: str
    data: str  # which files the figures rest on, as every answer says
    areas: tuple[MapArea, ...]
    municipalities: tuple[MapMunicipality, ...]
    forums: tuple[MapForum, ...]
    memberships: tuple[MapMembership, ...]
    organisations: tuple[MapOrganisation, ...] = ()
    seats: tuple[MapSeat, ...] = ()
    circles: tuple[MapCircle, ...] = ()
    narrowed: str = ""

    def numbers(self) -> dict[str, int]:
        """Return the number of each area, from 1 on."""
        return {area.id: area.number or place for place, area in enumerate(self.areas, start=1)}

    def latest(self) -> dict[str, str]:
        """Return, by area, the latest round in which a municipality of the map has a row on it, as coverage has it."""
        order = {each.id: place for place, each in enumerate(self.rounds)}
        found: dict[str, str] = {}
        for answer in (answer for each in self.municipalities for answer in each.answers):
            if order[answer.round] >= order.get(found.get(answer.area, ""), -1):
                found[answer.area] = answer.round
        return found
