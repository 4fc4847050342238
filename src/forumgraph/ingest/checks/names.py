"""One thing, one id, one name: duplicates, and names that differ only in how they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from forumgraph.ingest.danish import fold
from forumgraph.ingest.dataset import Dataset
from forumgraph.ingest.document import Located
from forumgraph.ingest.findings import Finding, Place

_SECTIONS = ("areas", "tasks", "municipalities", "sources", "rounds", "organisations", "forums")


def duplicate_ids(data: Dataset) -> Iterator[Finding]:
    """FG311: an id that a section has twice, in whichever files."""
    for section in _SECTIONS:
        key = "code" if section == "municipalities" else "id"
        first: dict[str, Place] = {}
        for located in getattr(data, section):
            word, place = getattr(located.entry, key), located.place(key)
            if word in first:
                yield Finding("FG311", place, word, values={"first": str(first[word])})
            first.setdefault(word, place)


def alike_names(data: Dataset) -> Iterator[Finding]:
    """FG312: two fora, organisations or municipalities whose names differ in nothing but case, signs and spelling of letters.

    Pairs that ``kept_apart`` lists are two on purpose and are not mentioned again.
    """
    apart = {frozenset((a, b)) for pair in data.kept_apart for a in pair.entry.forums for b in pair.entry.forums}
    for section in ("municipalities", "organisations", "forums"):
        first: dict[str, Located[Any]] = {}
        for located in getattr(data, section):
            other = first.setdefault(_bare(located.entry.name), located)
            if other is not located and not _meant(located, other, apart):
                values = {"first": str(other.place("name")), "other": other.entry.name}
                yield Finding("FG312", located.place("name"), located.entry.name, values=values)


def _meant(one: Located[Any], other: Located[Any], apart: set[frozenset[str]]) -> bool:
    ids = [getattr(located.entry, "id", located.entry.name) for located in (one, other)]
    return frozenset(ids) in apart or ids[0] == ids[1]


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


def repeated_replies(data: Dataset) -> Iterator[Finding]:
    """FG313: a municipality has one block in a round."""
    first: dict[tuple[str, str | None], Place] = {}
    for located in data.replies:
        key, place = (located.entry.municipality, data.round_of(located)), located.place("municipality")
        if key in first:
            yield Finding("FG313", place, key[0], values={"first": str(first[key])})
        first.setdefault(key, place)
