"""Line numbers as people write them, ``656-664, 672``: read, compared, joined and written again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]


@lru_cache(maxsize=10_000)  # many claims rest on the same lines
def split(cited: str) -> tuple[str | None, tuple[Span, ...]]:
    """Return the source named before the colon (None without one) and the spans of lines, both ends included."""
    source, colon, rest = cited.rpartition(":")
    spans = []
    for part in rest.split(","):
        first, _, last = part.strip().partition("-")
        spans.append((int(first), int(last or first)))
    return (source if colon else None), tuple(spans)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Return the spans sorted, those that touch or overlap made one."""
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def join(spans: Iterable[Span]) -> str:
    """Return the spans as text, sorted, those that touch or overlap made one."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in merge(spans))


def cite(cited: Iterable[str], default: str | None) -> tuple[str, ...]:
    """Return citations as ``source:lines``, one a source, in the order in which the sources are first named."""
    found: dict[str, list[Span]] = {}
    for each in cited:
        source, spans = split(each)
        found.setdefault(source or default or "", []).extend(spans)
    return tuple(f"{source}:{join(spans)}" for source, spans in found.items())


def within(inner: Iterable[Span], outer: Iterable[Span]) -> bool:
    """Say whether every line of the one lies in the other."""
    around = merge(outer)
    return all(any(first >= start and last <= end for start, end in around) for first, last in inner)
