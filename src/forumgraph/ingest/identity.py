"""Who is who by what people decided: which entries are one body, and which of them stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.ingest.dataset import Dataset
    from forumgraph.ingest.models import Decision

Pair = tuple[str, ...]
"""Two ids."""


def about_of(entry: Decision, data: Dataset) -> str | None:
    """Return what a decision is about, forum or organisation; None where its two are not of one kind."""
    for about, section in (("forum", "forums"), ("organisation", "organisations")):
        if all(id_ in data.ids(section) for id_ in entry.pair):
            return about
    return None


def groups(pairs: Iterable[Pair]) -> list[list[str]]:
    """Return the ids that pairs make one, each group in the order in which its ids are named."""
    of: dict[str, list[str]] = {}
    for first, second in pairs:
        one, other = of.setdefault(first, [first]), of.setdefault(second, [second])
        if one is not other:
            one += other
            of |= dict.fromkeys(other, one)
    return list({id(group): group for group in of.values()}.values())


def standing(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each id that gives way the one that stands for it.

    That is the first id of the earliest pair that is never the second of another; where pairs go in a circle, and each
    is, the first id of the earliest.
    """
    given = list(pairs)
    second = {b for _, b in given}
    found: dict[str, str] = {}
    for group in groups(given):
        firsts = [a for a, _ in given if a in group]
        stands = next((each for each in firsts if each not in second), firsts[0])
        found |= {each: stands for each in group if each != stands}
    return found
