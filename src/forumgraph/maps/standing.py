"""How things stand on the day of each round: known, ended, not there yet, or unknown. It knows times and no drawing.

A day that no source speaks of is unknown, also where the days around it are known not to have changed anything: nothing
is known to have gone on until today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.ingest.moments import first_day, last_day

if TYPE_CHECKING:
    from forumgraph.maps.model import MapData, MapForum, MapMembership, MapMunicipality, MapTime

KNOWN, ENDED, NOT_YET, UNKNOWN = "known", "ended", "not_yet", "unknown"

_GONE = (ENDED, NOT_YET)


def standing(time: MapTime, day: str) -> str:
    """Return how something stands on a day: what a source says of the day itself goes before dates."""
    if time.known_from and time.known_to and time.known_from <= day <= time.known_to:
        return KNOWN
    return _by_dates(time, day) or UNKNOWN


def _by_dates(time: MapTime, day: str) -> str:
    if time.since and day < first_day(time.since):
        return NOT_YET
    return ENDED if time.until and last_day(time.until) < day else ""


class Standings:
    """How fora, municipalities and memberships stand in each round, the oldest first."""

    def __init__(self, data: MapData) -> None:
        self._days = [one.date for one in data.rounds]
        self._forums = {one.id: self.forum(one) for one in data.forums}
        self._towns = {one.code: self.town(one) for one in data.municipalities}

    def forum(self, one: MapForum) -> tuple[str, ...]:
        """Return how a forum stands in each round."""
        return tuple(standing(one.time, day) for day in self._days)

    def town(self, one: MapMunicipality) -> tuple[str, ...]:
        """Return how a municipality stands: it is there unless its dates say otherwise."""
        return tuple(_by_dates(one.time, day) or KNOWN for day in self._days)

    def membership(self, one: MapMembership) -> tuple[str, ...]:
        """Return how a claim stands: nobody is in a forum that is gone, nor in any before or after being there."""
        ends = zip(self._forums[one.forum], self._towns[one.municipality], self._days, strict=True)
        return tuple(_first_gone(forum, town) or standing(one.time, day) for forum, town, day in ends)


def _first_gone(*ends: str) -> str:
    return next((one for one in ends if one in _GONE), "")
