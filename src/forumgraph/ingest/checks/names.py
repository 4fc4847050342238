"""One thing, one id, one name: duplicates, and names that differ only in how they are spelt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from forumgraph.ingest.danish import fold
from forumgraph.ingest.findings import Finding, Place
from forumgraph.ingest.identity import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.document import Located

_SECTIONS = (
    "areas", "tasks", "municipalities", "sources", "rounds", "organisations", "forums", "findings", "requirements",
    "themes", "duties",
)  # fmt: skip


def duplicate_ids(data: Dataset) -> Iterator[Finding]:
    """FG311: an id that a section has twice, in whichever files; municipalities go by number and by name."""
    for section in _SECTIONS:
        for key in ("code", "name") if section == "municipalities" else ("id",):
            first: dict[str, Place] = {}
            for located in getattr(data, section):
                word, place = getattr(located.entry, key), located.place(key)
                if word in first:
                    yield Finding("FG311", place, word, values={"first": str(first[word]), "key": key})
                first.setdefault(word, place)
    for within in _within(data):
        yield from _twice(within)


_Said = tuple[Any, str, "Place"]
"""What may be said once, the word that is shown of it, and where it stands."""


def _within(data: Dataset) -> Iterator[Iterator[_Said]]:
    """Give what is told apart within one entry, or without an id: claims, predecessors, and pairs kept apart."""
    for round_ in data.rounds:
        yield ((claim.id, claim.id, round_.place("claims", n, "id")) for n, claim in enumerate(round_.entry.claims))
    for forum in data.forums:
        before = enumerate(forum.entry.succeeds)
        yield ((each.forum, each.forum, forum.place("succeeds", n, "forum")) for n, each in before)
    yield (
        (frozenset((a, b)), f"{a}, {b}", pair.place("forums", n))
        for pair in data.kept_apart
        for n, b in enumerate(pair.entry.forums)
        if b not in pair.entry.forums[:n]  # which is said elsewhere
        for a in dict.fromkeys(pair.entry.forums[:n])
    )


def _twice(said: Iterator[_Said]) -> Iterator[Finding]:
    first: dict[Any, Place] = {}
    for key, word, place in said:
        if key in first:
            yield Finding("FG311", place, word, values={"first": str(first[key]), "key": "id"})
        first.setdefault(key, place)


def alike_names(data: Dataset) -> Iterator[Finding]:
    """FG312: two fora, organisations or municipalities whose names differ in nothing but case, signs and spelling.

    Those that ``kept_apart`` lists together are two on purpose, and those that somebody decided on are settled.
    """
    settled = [pair.entry.forums for pair in data.kept_apart] + [each.entry.pair for each in data.decisions]
    settled += map(tuple, groups(each.entry.pair for each in data.decisions if each.entry.verdict == "same"))
    apart: dict[str, set[int]] = {}
    for n, ids in enumerate(settled):
        for id_ in ids:
            apart.setdefault(id_, set()).add(n)
    for section in ("municipalities", "organisations", "forums"):
        first: dict[str, Located[Any]] = {}
        for located in getattr(data, section):
            other = first.setdefault(_bare(located.entry.name), located)
            if other is not located and not _meant(located, other, apart):
                values = {"first": str(other.place("name")), "other": other.entry.name}
                yield Finding("FG312", located.place("name"), located.entry.name, values=values)


def _meant(one: Located[Any], other: Located[Any], apart: dict[str, set[int]]) -> bool:
    """Say whether two entries are kept apart or decided on, or are one id twice, which is said elsewhere."""
    first, second = (getattr(located.entry, "id", located.entry.name) for located in (one, other))
    return first == second or not apart.get(first, set()).isdisjoint(apart.get(second, set()))


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name)) or name  # a name in another script is compared as it stands


def repeated_replies(data: Dataset) -> Iterator[Finding]:
    """FG313: a municipality has one block in a round."""
    first: dict[tuple[str, str | None], Place] = {}
    for located in data.replies:
        key, place = (located.entry.municipality, data.round_of(located)), located.place("municipality")
        if key in first:
            yield Finding("FG313", place, key[0], values={"first": str(first[key])})
        first.setdefault(key, place)
