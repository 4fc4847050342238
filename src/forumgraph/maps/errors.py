"""What can be wrong with a map that was asked for.

MapError                   names a text of the catalogue (``errors.KEY``)   (exit 1)
"""

from __future__ import annotations


class MapError(Exception):
    """A map that cannot be made as it was asked for."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
