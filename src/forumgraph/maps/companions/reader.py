"""Ids and keys become words for the companion files; it knows neither cells nor pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.documents.sheet import Column
from forumgraph.maps.companions.figures import doubtful
from forumgraph.maps.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.maps.companions.figures import Total
    from forumgraph.maps.model import MapAnswer, MapData
    from forumgraph.queries.evidence import Evidence

MARK = "*"  # beside an answer whose reading is doubtful


class Reader:
    """Says in one language what the ids and keys of a map's data stand for."""

    def __init__(self, data: MapData, language: str) -> None:
        self.data = data
        self.words = Words(data, language)
        self._areas = {each.id: each.name for each in data.areas}
        self._forums = {each.id: each.name for each in data.forums}
        self._towns = {each.code: each.name for each in data.municipalities}
        self._rounds = {each.id: each for each in data.rounds}
        self._dates = {each.source: each.date for each in data.rounds}

    def text(self, key: str, **values: object) -> str:
        """Return a text of the companion files."""
        return self.words.texts(f"companions.{key}", **values)

    def all(self, section: str) -> dict[str, str]:
        """Return all texts under a key of the companion files."""
        return self.words.texts.section(f"companions.{section}")

    def word(self, section: str, key: str) -> str:
        """Return the catalogue's word for a key anywhere, or the key itself where it has none."""
        return self.words.texts.section(section).get(key, key)

    def counted(self, key: str, n: int) -> str:
        """Return a text of the companion files that depends on a count."""
        return self.text(f"count.{key}", n=n)

    def area(self, area: str) -> str:
        """Return an area's name."""
        return self._areas.get(area, area)

    def forum(self, forum: str) -> str:
        """Return a forum's name."""
        return self._forums.get(forum, forum)

    def town(self, code: str) -> str:
        """Return a municipality's name."""
        return self._towns.get(code, code)

    def round(self, round_id: str | None) -> str:
        """Return a round's title."""
        return self._rounds[round_id].title if round_id in self._rounds else round_id or ""

    def names(self, reported_by: Sequence[str]) -> str:
        """Return who reports something."""
        return ", ".join(self.words.names(reported_by))

    def sign(self, answer: MapAnswer | None, *, mark: bool = True) -> str:
        """Return a status as sign and word, with a mark where the reading is doubtful; empty for no answer."""
        if answer is None:
            return ""
        said = f"{self.words.of('symbol', answer.status)} {self.words.of('status', answer.status)}"
        return f"{said} {MARK}" if mark and doubtful(answer) else said

    def share(self, total: Total) -> str:
        """Return a figure with all it rests on: *12 af 20 (60–70 %)*."""
        return self.text("share", n=total.counts["established"], asked=total.asked, span=self.span(total))

    def span(self, total: Total) -> str:
        """Return the interval in per cent, one number where both ends are the same; empty where nobody was asked."""
        if total.low is None or total.high is None:
            return ""
        low, high = round(100 * total.low), round(100 * total.high)
        return self.text("per_cent", span=str(low) if low == high else f"{low}–{high}")

    def cited(self, evidence: Sequence[Evidence], round_id: str | None) -> tuple[str, str, str]:
        """Return sources, lines and the sources' dates; without evidence the date is empty, as nothing is cited."""
        sources = "; ".join(each.source for each in evidence)
        lines = "; ".join(each.lines for each in evidence)
        own = self._rounds[round_id].date if round_id in self._rounds else ""
        dates = dict.fromkeys(self._dates.get(each.source, own) for each in evidence)
        return sources, lines, "; ".join(each for each in dates if each)

    def column(self, key: str, width: int) -> Column:
        """Return the head of a column."""
        return Column(self.text(f"column.{key}"), width)

    def columns(self, wanted: Iterable[tuple[str, int]]) -> tuple[Column, ...]:
        """Return the heads of columns."""
        return tuple(self.column(*each) for each in wanted)
