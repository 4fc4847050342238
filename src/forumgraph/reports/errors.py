"""What can be wrong with a report.

ReportError    names a text of the catalogue (``errors.KEY``)   (exit 1)
"""

from __future__ import annotations


class ReportError(Exception):
    """A report that cannot be made."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
