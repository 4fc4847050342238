"""What a comparison of two rounds is made of: changes with their causes, and what cannot be compared and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from forumgraph.queries.evidence import Evidence

#: Why something differs between two rounds. Only the first is a change in the world.
CAUSES = ("real", "first_answer", "correction", "definition", "joined", "left")


@dataclass(frozen=True)
class Change:
    """A difference between two rounds: of a forum, an answer or a membership, with its cause.

    ``why`` is the kind of event or of joining, or the reason in the data's words; ``date`` when it happened.
    """

    what: str
    subject: str
    before: str | None
    after: str | None
    cause: str
    why: str | None = None
    date: str | None = None
    confidence: str | None = None
    municipality: str | None = None
    area: str | None = None
    forum: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Differs:
    """What two figures say otherwise; None where one does not say it."""

    what: str
    before: float | int | str | None
    after: float | int | str | None


@dataclass(frozen=True)
class NotComparable:
    """What two rounds say nothing comparable of; ``why`` has one reason or several, with a comma between them."""

    about: str
    subject: str
    why: str
    areas: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    differs: tuple[Differs, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def reasons(self) -> list[str]:
        """The reasons one by one."""
        return self.why.split(", ")


@dataclass
class Compared:
    """What came of comparing one kind of thing."""

    changes: list[Change] = field(default_factory=list)
    not_comparable: list[NotComparable] = field(default_factory=list)
