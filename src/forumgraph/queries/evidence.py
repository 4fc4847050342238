"""Evidence: the lines of a source that a fact was read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, order=True)
class Evidence:
    """A citation: the file stem of a source and the line numbers in it, as ``656-664, 672``."""

    source: str
    lines: str

    @classmethod
    @lru_cache(maxsize=10_000)  # many claims rest on the same lines
    def parse(cls, citation: str) -> Evidence:
        """Return the evidence that the graph keeps as one text, ``source:lines``."""
        source, _, lines = citation.partition(":")
        return cls(source, lines)

    def __str__(self) -> str:
        return f"{self.source}:{self.lines}"
