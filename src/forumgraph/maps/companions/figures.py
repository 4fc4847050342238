"""What each municipality answered at last, and the figures of each area; it knows no words and no colours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.model import MapAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.maps.model import MapData, MapMunicipality

STATUSES = ("established", "informal", "planned", "none", "no_reply", "not_asked")


@dataclass(frozen=True)
class Total:
    """The answers of one area: the counts by status, and shares of those asked.

    ``low`` counts only *established*, ``high`` also those that did not answer; both are None where nobody was asked.
    """

    area: str
    counts: Mapping[str, int]

    @property
    def asked(self) -> int:
        """How many were asked."""
        return sum(count for status, count in self.counts.items() if status != "not_asked")

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.asked - self.counts["no_reply"]

    @property
    def low(self) -> float | None:
        """The share that surely has a standing body."""
        return self.counts["established"] / self.asked if self.asked else None

    @property
    def high(self) -> float | None:
        """The share if all those that did not answer had one."""
        return (self.counts["established"] + self.counts["no_reply"]) / self.asked if self.asked else None


@dataclass(frozen=True)
class Row:
    """A municipality with its answer in each area, by area."""

    municipality: MapMunicipality
    answers: Mapping[str, MapAnswer]


def latest(data: MapData) -> tuple[Row, ...]:
    """Return the answers of the latest round that asked about each area, of the municipalities that a round concerned.

    One that has no row in an area's latest round was not asked there, as on the page.
    """
    rounds = data.latest()
    rows = []
    for each in data.municipalities:
        if each.answers:
            given = {one.area: one for one in each.answers if one.round == rounds.get(one.area)}
            answers = {one.id: given.get(one.id) or _silence(one.id, rounds.get(one.id, "")) for one in data.areas}
            rows.append(Row(each, answers))
    return tuple(rows)


def _silence(area: str, round_id: str) -> MapAnswer:
    return MapAnswer(area, "not_asked", None, None, None, (), (), round_id)


def doubtful(answer: MapAnswer) -> bool:
    """Say whether an answer can be read in a second way, or its reading is uncertain."""
    return bool(answer.alternative) or answer.confidence == "uncertain"


def outside(data: MapData) -> tuple[MapMunicipality, ...]:
    """Return the municipalities that no round concerned: others name them as members."""
    concerned = {row.municipality.code for row in latest(data)}
    return tuple(each for each in data.municipalities if each.code not in concerned)


def totals(data: MapData) -> tuple[Total, ...]:
    """Return the figures of each area, in the order of the areas.

    One that the area's latest round did not concern, of another KKR, has no row there and is in no figure.
    """
    rounds = data.latest()
    found = []
    for area in data.areas:
        rows = (answer for each in data.municipalities for answer in each.answers if answer.area == area.id)
        counted = Counter(answer.status for answer in rows if answer.round == rounds.get(area.id))
        found.append(Total(area.id, {status: counted[status] for status in STATUSES}))
    return tuple(found)
