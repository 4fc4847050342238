"""The settled data as it is compared with the readings: what stands in it of one publication, found by its lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agreement.facts import numbers

from forumgraph.ingest import read
from published.reading import Item, Line, membership

_COUNTED = ("self_reported", "named_by_other")
_BASES = {"named_by_other": "named", "inferred": "inferred", "excluded": "excluded"}


class Kept:
    """The records of all data files; a publication's source is the stem of its readings, without what follows it."""

    def __init__(self, folder: Path) -> None:
        """Read the data; an error in it ends the run, since there is nothing to compare."""
        records = read([folder]).records
        if records is None:
            raise SystemExit("The data has errors. Run forumgraph validate first.")
        self.records = records
        self.forums = {each.id: each for each in records.forums}
        self._names = {each.code: each.name for each in records.municipalities}
        self.lengths = {each.id: each.lines for each in records.sources}

    def source(self, stem: str) -> str:
        """Return the source that readings are of; empty where they are of all."""
        return next((each for each in self.lengths if stem.startswith(each)), "")

    def counted(self, source: str) -> tuple[int, int, int, int, int, int]:
        """Return what a source has: fora, memberships counted and inferred, figures, recommendations, themes."""
        records = self.records
        members = {(e.municipality, e.forum, e.basis) for e in records.memberships if _of(e.evidence, source)}
        spoken: list[Any] = [*records.aliases, *records.statements, *records.mentions]
        forums = {each.forum for each in spoken if _of(each.evidence, source)}
        return (
            len(forums),
            sum(basis in _COUNTED for *_, basis in members),
            sum(basis == "inferred" for *_, basis in members),
            len(self.items("finding", source)),
            len(self.items("requirement", source)),
            len(self.items("theme", source)) + len(self.items("action", source)),
        )

    def said(self, forum: str, source: str) -> dict[str, str | None]:
        """Return what stands of a forum, by topic: only what is one word, and who is in it. The survey has no reach."""
        found = self.forums[forum]
        return {
            "kind": found.kind,
            "status": found.status,
            "reach": found.reach,
            "member": membership(set(self._members(forum, source))),
        }

    def _members(self, forum: str, source: str) -> Iterator[tuple[str, str]]:
        for each in self.records.memberships:
            in_own_name = each.reported_by not in self._names
            if each.forum == forum and in_own_name and each.basis in _BASES and _of(each.evidence, source):
                yield self._names[each.municipality], _BASES[each.basis]

    def items(self, topic: str, source: str) -> list[Item]:
        """Return the things of a topic that a source has."""
        found: list[Item] = []
        for each in self._records(topic):
            lines = frozenset(_lines(each.evidence, source))
            if lines:
                found.append(Item(each.id, lines, getattr(each, "value", None), getattr(each, "text", None) or ""))
        return found

    def _records(self, topic: str) -> list[Any]:
        themes = self.records.themes
        by_topic: dict[str, list[Any]] = {
            "finding": list(self.records.figures),
            "requirement": list(self.records.requirements),
            "theme": [each for each in themes if each.kind != "action_area"],
            "action": [each for each in themes if each.kind == "action_area"],
            "duty": list(self.records.duties),
            "claim": list(self.records.claims),
        }
        return by_topic[topic]


def _of(evidence: tuple[str, ...], source: str) -> bool:
    return any(cited.startswith(f"{source}:") or not source for cited in evidence)


def _lines(evidence: tuple[str, ...], source: str) -> Iterator[Line]:
    for cited in evidence:
        of = cited.partition(":")[0]
        if source in ("", of):
            yield from (("" if source else of, number) for number in numbers(cited))
