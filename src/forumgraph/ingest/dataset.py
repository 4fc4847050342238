"""All entries of all files together, and the words that they may refer to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forumgraph.ingest.document import Document, Located
    from forumgraph.ingest.models import (
        Area,
        Decision,
        Forum,
        KeptApart,
        Municipality,
        Organisation,
        Reply,
        Task,
    )
    from forumgraph.ingest.publication import (
        Duty,
        Figure,
        Progress,
        Requirement,
        Round,
        Source,
        Statement,
        Theme,
    )


#: Sections whose entries refer to something, and those whose entries have a name to be referred to by.
_REFERRING = (
    "sources", "rounds", "forums", "kept_apart", "decisions", "replies", "statements", "findings", "requirements",
    "progress", "themes", "duties",
)  # fmt: skip
_NAMED = (
    "areas", "tasks", "municipalities", "sources", "rounds", "organisations", "forums", "requirements", "themes",
)  # fmt: skip


@dataclass
class Dataset:
    """The entries by section, each with its place, and indexes by id.

    What is missing may stand where it could not be read. ``broken`` has the names of entries that are not as they
    should be, ``nameless`` the sections in which such an entry has no name, ``ruins`` the names in files of which a
    part could not be read (None without such a file), and ``unread`` says that nothing at all is known of a file.
    """

    areas: list[Located[Area]] = field(default_factory=list)
    tasks: list[Located[Task]] = field(default_factory=list)
    municipalities: list[Located[Municipality]] = field(default_factory=list)
    sources: list[Located[Source]] = field(default_factory=list)
    rounds: list[Located[Round]] = field(default_factory=list)
    organisations: list[Located[Organisation]] = field(default_factory=list)
    forums: list[Located[Forum]] = field(default_factory=list)
    kept_apart: list[Located[KeptApart]] = field(default_factory=list)
    decisions: list[Located[Decision]] = field(default_factory=list)
    replies: list[Located[Reply]] = field(default_factory=list)
    statements: list[Located[Statement]] = field(default_factory=list)
    findings: list[Located[Figure]] = field(default_factory=list)
    requirements: list[Located[Requirement]] = field(default_factory=list)
    progress: list[Located[Progress]] = field(default_factory=list)
    themes: list[Located[Theme]] = field(default_factory=list)
    duties: list[Located[Duty]] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)
    remnants: dict[str, list[Located[Any]]] = field(default_factory=dict)
    nameless: set[str] = field(default_factory=set)
    documents: list[Document] = field(default_factory=list)
    ruins: set[str] | None = None
    unread: bool = False
    _ids: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Take the entries of one more file."""
        self._ids.clear()
        for section, found in document.entries.items():
            getattr(self, section).extend(found)
        for section, names in document.broken.items():
            self.broken.setdefault(section, set()).update(names)
        for section, found in document.remnants.items():
            self.remnants.setdefault(section, []).extend(found)
        self.nameless |= document.nameless
        self.documents.append(document)
        if document.ruins is not None:
            self.ruins = (self.ruins or set()) | document.ruins

    def of_remnants(self) -> Dataset:
        """Return the data set whose entries are what is sound in broken ones; its words are those of this one."""
        words = {section: self.ids(section) for section in _NAMED}
        rest = replace(self, remnants={}, _ids=words)
        for section in _REFERRING:
            setattr(rest, section, self.remnants.get(section, []))
        return rest

    def fill_gaps(self, shipped: Dataset, sections: tuple[str, ...]) -> None:
        """Take a section from the shipped reference where no file of the user has it."""
        self._ids.clear()
        for section in sections:
            if not getattr(self, section) and section not in self.broken:
                setattr(self, section, list(getattr(shipped, section)))

    def ids(self, section: str) -> dict[str, Any]:
        """Return the first entry of each id in a section; municipalities go by name."""
        if section not in self._ids:
            key = "name" if section == "municipalities" else "id"
            entries = [located.entry for located in getattr(self, section)]
            self._ids[section] = {getattr(entry, key): entry for entry in reversed(entries)}
        return self._ids[section]

    def known(self, section: str) -> set[str]:
        """Return the words that may be referred to: all ids, and those of entries that are broken themselves."""
        return set(self.ids(section)) | self.broken.get(section, set()) | (self.ruins or set())

    def complete(self, *sections: str) -> bool:
        """Say whether all entries of these sections could be read, so that what is not there is missing."""
        return not self.unread and self.ruins is None and not any(section in self.broken for section in sections)

    def code(self, name: str) -> str:
        """Return the code of a municipality by its name."""
        return str(self.ids("municipalities")[name].code)

    def round_of(self, located: Located[Any]) -> str | None:
        """Return the round that an entry belongs to: its own, else its file's."""
        return getattr(located.entry, "round", None) or located.defaults.round

    def source_of(self, located: Located[Any]) -> str | None:
        """Return the source whose lines an entry cites: its own or its file's, else that of its round."""
        if named := getattr(located.entry, "source", None) or located.defaults.source:
            return str(named)
        found = self.ids("rounds").get(self.round_of(located) or "")
        return found.source if found else None

    def publisher_of(self, round_id: str) -> str:
        """Return who published the source of a round: who speaks where no municipality does."""
        return str(self.ids("sources")[self.ids("rounds")[round_id].source].publisher)

    def areas_of(self, round_id: str | None) -> tuple[str, ...]:
        """Return the areas that a round asked about, in its order; none for an unknown round."""
        found = self.ids("rounds").get(round_id or "")
        return tuple(found.questions) if found else ()
