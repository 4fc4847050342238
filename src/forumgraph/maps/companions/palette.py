"""The colours of one picture: the house's, or those of the file with colours; it knows no map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.look import MUNICIPALITY_COLOUR, area_colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.maps.branding import Branding
    from forumgraph.maps.model import MapData


@dataclass(frozen=True)
class Palette:
    """The colour of the municipalities, and of each area by its id."""

    accent: str
    areas: Mapping[str, str]

    @classmethod
    def of(cls, data: MapData, branding: Branding) -> Palette:
        """Return the colours of a map's areas."""
        own = {area: area_colour(number - 1) for area, number in data.numbers().items()}
        return cls(branding.accent or MUNICIPALITY_COLOUR, own | dict(branding.areas))

    def area(self, area: str) -> str:
        """Return an area's colour."""
        return self.areas.get(area, "#ffffff")
