"""Claims of several reporters made one row: nobody's claim is dropped, everybody's lines are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from forumgraph.ingest.danish import sort_key
from forumgraph.ingest.lines import join, split
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import MemberRow

T = TypeVar("T")

#: The strongest claim on a membership gives its basis. Excluded holds where nobody counts it in by name: it
#: outranks what is only inferred.
_STRENGTH = ("self_reported", "named_by_other", "excluded", "inferred")

#: The bases that are a member in a figure.
COUNTED = ("self_reported", "named_by_other")


class Claimed(Protocol):
    """A row with a reporter and evidence."""

    @property
    def reported_by(self) -> str | None:
        """Who says so."""
        ...

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where."""
        ...


def grouped(rows: Iterable[T], key: Callable[[T], Any]) -> dict[Any, list[T]]:
    """Return the rows by a key, groups and rows in the order in which they come."""
    groups: dict[Any, list[T]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def by_forum(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Return the rows by the forum that they are about; a forum without any has none."""
    return defaultdict(list, grouped(rows, lambda row: row.forum))


def reporters(rows: Iterable[Claimed]) -> tuple[str, ...]:
    """Return who makes the claims, each once, by the Danish alphabet."""
    return tuple(sorted({row.reported_by for row in rows if row.reported_by}, key=sort_key))


def lines_of(rows: Iterable[Claimed]) -> tuple[Evidence, ...]:
    """Return the evidence of several claims, one entry a source, its lines joined."""
    return joined(evidence for row in rows for evidence in row.evidence)


def joined(citations: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return citations as one entry a source, its lines joined."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for evidence in citations:
        spans.setdefault(evidence.source, []).extend(split(evidence.lines)[1])
    return tuple(Evidence(source, join(spans[source])) for source in sorted(spans))


def counted(rows: Iterable[MemberRow]) -> list[MemberRow]:
    """Return the claims that make a member: those of itself and of others, no inference."""
    return [row for row in rows if row.basis in COUNTED]


def basis_of(rows: list[MemberRow]) -> str:
    """Return the basis of the claims on one municipality in one forum."""
    return min((row.basis for row in rows), key=_STRENGTH.index)


def reasons(rows: Iterable[MemberRow]) -> str | None:
    """Return why a municipality is inferred to be in, each reason once, as it comes; None where nobody infers it."""
    return " ".join(dict.fromkeys(row.reason for row in rows if row.reason)) or None


def telling(rows: list[MemberRow]) -> list[MemberRow]:
    """Return the claims that tell the place: those by name, where there are any; else all, an inference among them."""
    return counted(rows) or rows
