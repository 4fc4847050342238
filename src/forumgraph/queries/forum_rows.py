"""The rows that a forum is put together from, each beside the question that returns them."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question


@dataclass(frozen=True)
class ForumRow:
    """What is true of a body whoever speaks; ``known_from`` and ``known_to`` are the days between which it is known."""

    id: str
    name: str
    kind: str
    status: str
    levels: tuple[str, ...]
    areas: tuple[str, ...]
    tasks: tuple[str, ...]
    part_of: str | None
    since: str | None
    since_at_least: str | None
    until: str | None
    until_at_most: str | None
    merged: str | None
    note: str | None
    reach: str | None
    known_from: str | None
    known_to: str | None


@dataclass(frozen=True)
class MemberRow:
    """One claim on a municipality's place in a forum; ``year`` is the time described, None for that of the round."""

    forum: str
    forum_name: str
    forum_status: str
    municipality: str
    code: str
    kkr: str
    basis: str
    reported_by: str | None
    reason: str | None
    listed: bool
    round: str
    year: str | None
    evidence: tuple[Evidence, ...]
    position: int


@dataclass(frozen=True)
class AliasRow:
    """A name as one municipality uses it."""

    id: str
    forum: str
    name: str
    described: bool
    reported_by: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class MeetingRow:
    """A frequency as one municipality reports it; ``most`` ends a range."""

    id: str
    forum: str
    per_year: int
    most: int
    level: str | None
    reported_by: str
    round: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class SeatRow:
    """An organisation in a forum, as one municipality reports it."""

    forum: str
    organisation: str
    name: str
    kind: str
    runs: bool
    reported_by: str
    evidence: tuple[Evidence, ...]
    position: int


@dataclass(frozen=True)
class TierRow:
    """A level of a forum; rank 1 is the top."""

    forum: str
    name: str
    level: str
    rank: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class PartRow:
    """A forum that is part of another, ``forum``."""

    forum: str
    id: str
    name: str


@dataclass(frozen=True)
class SuccessionRow:
    """A forum that carries on another, its predecessor; ``name`` is the predecessor's, ``date`` as exact as known."""

    forum: str
    forum_name: str
    predecessor: str
    name: str
    how: str
    kind: str
    date: str | None
    confidence: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class StatementRow:
    """What a publication says of a forum; ``moment`` is the time described, ``year`` the same where it names one.

    A municipality says nothing this way but how many are in it; ``reported_by`` is its name then.
    """

    id: str
    forum: str
    year: str | None
    moment: str
    members_stated: int | None
    event: str | None
    reported_by: str
    round: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class MentionRow:
    """An answer that names a forum; ``moment`` is the year of its round."""

    forum: str
    answer: str
    round: str
    moment: str
    reported_by: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class ForumThemeRow:
    """A theme of a forum: ``by`` is name where its lines name the forum, task where the two share ``tasks`` alone."""

    forum: str
    id: str
    name: str
    kind: str
    kkr: str | None
    by: str
    tasks: tuple[str, ...]
    round: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class ApartRow:
    """A forum that sounds alike and is another."""

    forum: str
    other: str
    name: str
    why: str


@dataclass(frozen=True)
class RepresentationRow:
    """Politicians of one municipality in a forum, or that none take part."""

    municipality: str
    code: str
    area: str
    forum: str
    forum_name: str
    role: str
    participates: bool
    per_year: int | None
    reported_by: str
    round: str
    evidence: tuple[Evidence, ...]
    position: int


@dataclass(frozen=True)
class NamesRow:
    """All names of a forum; the other ids and names are those of entries that people took as the same body."""

    id: str
    name: str
    aliases: tuple[str, ...]
    other_ids: tuple[str, ...]
    other_names: tuple[str, ...]


@dataclass(frozen=True)
class OrganisationNamesRow:
    """All names of an organisation; the other ids are those of entries that people took as the same."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    other_ids: tuple[str, ...]


@dataclass(frozen=True)
class TaskRow:
    """A core task of the controlled list with its names."""

    id: str
    name_da: str
    name_en: str

    def name(self, language: str) -> str:
        """Return the name in a language."""
        return self.name_da if language == "da" else self.name_en


#: What the questions take where every area and every municipality is meant.
EVERY: dict[str, list[str]] = {"areas": [], "kkr": [], "municipalities": []}

FORUMS = Question("forums", ForumRow, ("rounds", "day", "forums", "areas", "kkr", "municipalities"))
MEMBERS = Question("forum_members", MemberRow, ("rounds", "day", "forums", "municipalities"))
ALIASES = Question("forum_aliases", AliasRow, ("rounds", "day", "forums"))
MEETINGS = Question("forum_meetings", MeetingRow, ("rounds", "day", "forums"))
SEATS = Question("forum_organisations", SeatRow, ("rounds", "day", "forums"))
TIERS = Question("forum_tiers", TierRow, ("forums",))
PARTS = Question("forum_parts", PartRow, ("forums", "day"))
SUCCESSION = Question("forum_succession", SuccessionRow, ("forums",))
STATEMENTS = Question("forum_statements", StatementRow, ("rounds", "forums"))
MENTIONS = Question("forum_mentions", MentionRow, ("rounds", "forums"))
FORUM_THEMES = Question("forum_themes", ForumThemeRow, ("rounds", "forums"))
APART = Question("forum_kept_apart", ApartRow, ("forums",))
REPRESENTATION = Question(
    "representation", RepresentationRow, ("rounds", "day", "forums", "areas", "roles", "kkr", "municipalities")
)
NAMES = Question("forum_names", NamesRow)
ORGANISATION_NAMES = Question("organisation_names", OrganisationNamesRow)
TASKS = Question("core_tasks", TaskRow)
