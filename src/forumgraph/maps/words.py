"""The catalogue's texts as a map needs them; it looks texts up and knows nothing of pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from forumgraph.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.model import MapData

#: What the page's scripts show: the house's words by section, and whole files by the part of the page they are for.
_SECTIONS = ("status", "symbol", "basis", "forum_status", "confidence", "level", "verdict")
_FILES = ("atlas", "views", "geography", "take", "slider")
_ALSO = ("status", "symbol", "forum_status")  # to which a round's time adds words that no answer and no forum has


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

    def day(self, as_of: str) -> str:
        """Return an ISO date written out, and anything else (a year) as it is."""
        try:
            day = date.fromisoformat(as_of)
        except ValueError:
            return as_of
        month = self.texts(f"atlas.month.m{day.month}")
        return self.texts("atlas.day", day=day.day, month=month, year=day.year)

    def subtitle(self, data: MapData) -> str:
        """Return which rounds the page shows, of whom, and as of when."""
        titles = "; ".join(one.title for one in data.rounds if one.id in _answering(data)) or data.rounds[-1].title
        narrowed = f" · {data.narrowed}" if data.narrowed else ""
        return self.texts("atlas.subtitle", round_title=titles, date=self.day(data.as_of)) + narrowed

    def source_line(self, data: MapData) -> str:
        """Return what stands under every picture: the sources with their dates."""
        cited = "; ".join(f"{one.title} ({self.day(one.date)})" for one in data.rounds)
        return self.texts("atlas.source_line", sources=cited)

    def for_script(self) -> dict[str, Any]:
        """Return the texts that the scripts show."""
        words: dict[str, Any] = {name: self.texts.section(f"words.{name}") for name in _SECTIONS}
        words["known"] = self.texts.section("timeline.known")
        words |= {name: words[name] | self.texts.section(f"slider.{name}") for name in _ALSO}
        return words | {name: self.texts.section(name) for name in _FILES}


def _answering(data: MapData) -> set[str]:
    return {answer.round for town in data.municipalities for answer in town.answers}
