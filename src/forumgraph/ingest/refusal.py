"""Why a file of the data is not changed."""

from __future__ import annotations


class Refused(Exception):
    """A change that is not made; ``key`` names a text of the catalogue (``errors.KEY``), the values fill it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
