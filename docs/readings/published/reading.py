"""One reading of a publication as its reader wrote it: bodies, what is said of them, and things that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from agreement.facts import numbers

Line = tuple[str, int]
"""The source, empty where a publication has only one, and the number."""

# What is said of a body that is one word or one list; the topic, and the key of the reading.
WORDS = {"kind": "kind", "status": "status", "reach": "scope", "area": "areas", "part_of": "part_of"}
DATES = ("since", "since_at_least", "until", "until_at_most")

# Things that stand alone, each found by its lines; the topic, and the list of the reading.
LISTS = {
    "finding": "findings", "requirement": "requirements", "theme": "themes", "action": "themes", "duty": "lbr_tasks",
    "claim": "claims",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """A thing that stands alone; a figure has its number, or words in place of one."""

    label: str
    lines: frozenset[Line]
    number: float | None = None
    words: str = ""


@dataclass(frozen=True)
class Body:
    """A body under its reader's label; ``said`` is by topic, ``members`` are pairs of municipality and basis."""

    label: str
    lines: frozenset[Line]
    said: dict[str, str]
    members: frozenset[tuple[str, str]]
    tasks: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """All that one reader wrote of one publication."""

    bodies: dict[str, Body]
    items: dict[str, list[Item]]


def load(path: Path) -> Reading:
    """Return the reading that stands in a file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    bodies = {each["label"]: _body(each) for each in found.get("bodies", [])}
    items = {topic: list(_items(topic, found.get(key, []))) for topic, key in LISTS.items()}
    return Reading(bodies, items)


def _body(entry: dict[str, Any]) -> Body:
    members = {(each["municipality"], each["basis"]) for each in entry.get("members", [])}
    said = {topic: _word(entry.get(key)) for topic, key in WORDS.items()} | {
        "tier": "; ".join(each.get("level", "no level") for each in entry.get("tiers", [])),
        "member": membership(members),
        "number": ", ".join(sorted({str(each["number"]) for each in entry.get("members_stated", [])})),
        "date": ", ".join(f"{key} {entry[key]}" for key in DATES if key in entry),
        "organisation": "yes" if entry.get("organisations") else "",
        "succession": "; ".join(sorted(each["body"] for each in entry.get("succeeds", []))),
    }
    return Body(entry["label"], _lines(entry), said, frozenset(members), frozenset(entry.get("tasks", [])))


def membership(members: set[tuple[str, str]]) -> str:
    """Return who is in a body as text, basis by basis."""
    by_basis = {basis: sorted(name for name, each in members if each == basis) for _, basis in members}
    return "; ".join(f"{basis} {', '.join(names)}" for basis, names in sorted(by_basis.items()))


def _word(found: str | list[str] | None) -> str:
    return ", ".join(sorted(found)) if isinstance(found, list) else found or ""


def _items(topic: str, entries: list[dict[str, Any]]) -> Iterator[Item]:
    for entry in entries:
        if topic == "action":
            actions = entry.get("actions", [])
            yield from (Item(f"{entry['label']}/{each['label']}", _lines(each)) for each in actions)
        elif topic == "duty":
            yield Item(entry["label"], _lines(entry, entry.get("source", "")))
        else:
            yield Item(entry["label"], _lines(entry), entry.get("value"), str(entry.get("text") or ""))


def _lines(entry: dict[str, Any], source: str = "") -> frozenset[Line]:
    return frozenset((source, number) for number in numbers(str(entry.get("lines", ""))))
