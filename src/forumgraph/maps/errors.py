"""What can be wrong with a map that was asked for.

MapError                   names a text of the catalogue (``errors.KEY``)   (exit 1)
├── BoundariesError        a file of boundaries that cannot be used         (maps/geojson.py)
└── BrandingError          a file of title, logo and colours with mistakes  (maps/branding.py)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.texts import Texts


class MapError(Exception):
    """A map that cannot be made as it was asked for."""

    section = "errors"

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def lines(self, texts: Texts) -> list[str]:
        """Return what is wrong and what to do, line by line."""
        return [texts(f"{self.section}.{self.key}", **self.values)]
