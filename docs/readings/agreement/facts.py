"""What a reading says, in one shape for all: topic by topic, what is spoken of, the value, and the lines.

A key is a tuple of names (a municipality, an area, a forum). A value is text to compare and to print; a topic in which
something is only there or not there has the value ``yes``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

Key = tuple[str, ...]

# Every topic that is compared, in the order of the page, and what its keys are.
TOPICS = {
    "status": "Status of a cell",
    "confidence": "Confidence",
    "alternative": "Alternative",
    "cell lines": "Lines of a cell",
    "names": "Forum named in a cell",
    "body": "Bodies",
    "membership": "Memberships",
    "meetings": "Meetings a year",
    "politicians": "Politicians",
    "kind": "Kind of a body",
    "body status": "Status of a body",
    "levels": "Levels of a body",
    "areas": "Areas of a body",
    "part of": "Part of another body",
    "carries on": "Carries on the old council",
    "tiers": "Tiers",
    "alias": "A municipality's words for a body",
    "organisations": "Organisations in a body",
    "kept apart": "Pairs kept apart",
    "question 7": "Answers to question 7",
    "claims": "Claims of the covering text",
}
CELL_TOPICS = ("status", "confidence", "alternative", "cell lines")


@dataclass
class Facts:
    """All that one reading says: the values and the cited lines, by topic and key."""

    values: dict[str, dict[Key, str]] = field(default_factory=lambda: {topic: {} for topic in TOPICS})
    lines: dict[str, dict[Key, set[int]]] = field(default_factory=lambda: {topic: {} for topic in TOPICS})

    def say(self, topic: str, key: Key, value: str | None = "yes", lines: Iterable[int] = ()) -> None:
        """Take one more thing that is said; nothing is said where the value is empty."""
        if value:
            self.values[topic][key] = value
        self.lines[topic].setdefault(key, set()).update(lines)

    def say_all(self, topic: str, found: dict[Key, set[str]]) -> None:
        """Take things that may be said several times of one key, as one sorted value."""
        for key, values in found.items():
            self.say(topic, key, "; ".join(sorted(values)))

    def get(self, topic: str, key: Key) -> str | None:
        """Return what is said, None where nothing is."""
        return self.values[topic].get(key)


def numbers(cited: str) -> set[int]:
    """Return the line numbers in a text such as ``656-664, 672``; a source before a colon is left aside."""
    found: set[int] = set()
    for part in cited.rpartition(":")[2].split(","):
        first, _, last = part.strip().partition("-")
        if first:
            found |= set(range(int(first), int(last or first) + 1))
    return found


def spans(lines: Iterable[int]) -> str:
    """Return line numbers as text, ``656-664, 672``."""
    merged: list[list[int]] = []
    for line in sorted(lines):
        if merged and line == merged[-1][1] + 1:
            merged[-1][1] = line
        else:
            merged.append([line, line])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in merged)


def frequency(least: int, most: int | None, level: str | None) -> str:
    """Return how often a body meets as text."""
    often = f"{least}" if most in (None, least) else f"{least}-{most}"
    return f"{often} {level}" if level else often


def participation(role: str, per_year: int | None, *, participates: bool) -> str:
    """Return who takes part as text."""
    if not participates:
        return "none"
    return f"{role.replace('_', ' ')}, {per_year} a year" if per_year else role.replace("_", " ")


def collected() -> defaultdict[Key, set[str]]:
    """Return an empty collection for :meth:`Facts.say_all`."""
    return defaultdict(set)
