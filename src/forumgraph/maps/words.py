"""The catalogue's texts as a map needs them; it looks texts up and knows nothing of pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from forumgraph.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.model import MapData
    from forumgraph.queries.evidence import Evidence

_SECTIONS = ("status", "symbol", "basis", "forum_status", "confidence")


class Words:
    """The words of one language, and the municipalities' names in place of their codes."""

    def __init__(self, data: MapData, language: str) -> None:
        self.texts = Texts(language)
        self.language = language
        self._names = {one.code: one.name for one in data.municipalities}

    def of(self, section: str, key: str) -> str:
        """Return the house's word for a key, or the key itself where the catalogue leaves it free (a forum's kind)."""
        try:
            return self.texts.section(f"words.{section}").get(key, key)
        except KeyError:
            return key

    def names(self, reported_by: Sequence[str]) -> list[str]:
        """Return who reports something by name, also where the data give municipalities by code."""
        return [self._names.get(one, one) for one in reported_by]

    def evidence(self, one: Evidence) -> str:
        """Return a citation as people read it: *kkr-syddanmark-2015, linje 656-664*."""
        return self.texts("map.evidence", source=one.source, lines=one.lines)

    def day(self, as_of: str) -> str:
        """Return an ISO date written out, and anything else (a year) as it is."""
        try:
            day = date.fromisoformat(as_of)
        except ValueError:
            return as_of
        month = self.texts(f"map.month.m{day.month}")
        return self.texts("map.day", day=day.day, month=month, year=day.year)

    def for_script(self) -> dict[str, Any]:
        """Return the texts that the script shows."""
        words: dict[str, Any] = {name: self.texts.section(f"words.{name}") for name in _SECTIONS}
        return words | {name: self.texts.section(f"map.{name}") for name in ("ui", "count", "panel", "fact")}
