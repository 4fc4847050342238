"""Which things of two lists are the same: those with the same number that share the most lines."""

from __future__ import annotations

from collections.abc import Sequence

from published.reading import Body, Item

# The share of lines that both must cite: of the thing that cites fewer; for bodies, of all lines that either cites.
HALF = 0.5

Thing = Item | Body


def pairs(first: Sequence[Thing], second: Sequence[Thing]) -> dict[str, str]:
    """Return for labels of the first list the label of the second that is the same thing; each stands once."""
    scored = sorted(
        (-likeness(a, b), a.label != b.label, m, n)
        for m, a in enumerate(first)
        for n, b in enumerate(second)
        if may_be_same(a, b)
    )
    found: dict[str, str] = {}
    taken: set[int] = set()
    for *_, m, n in scored:
        if first[m].label not in found and n not in taken:
            found[first[m].label] = second[n].label
            taken.add(n)
    return found


def standing(found: Sequence[Thing], kept: Sequence[Thing]) -> set[str]:
    """Return the labels of things that the data has; several may have become one there."""
    return {each.label for each in found if any(may_be_same(each, other) for other in kept)}


def likeness(one: Thing, other: Thing) -> float:
    """Return from 0 to 1 how far two things cite the same lines."""
    either = one.lines | other.lines
    return len(one.lines & other.lines) / len(either) if either else 0.0


def may_be_same(one: Thing, other: Thing) -> bool:
    """Say whether two things can be one: figures have the same number or, without numbers, the same words."""
    shared = len(one.lines & other.lines)
    if isinstance(one, Body) or isinstance(other, Body):
        return likeness(one, other) >= HALF
    if not shared or shared < HALF * min(len(one.lines), len(other.lines)):
        return False
    if one.number is not None and other.number is not None:
        return one.number == other.number
    if one.words and other.words:
        return one.words in other.words or other.words in one.words
    return (one.number is None and other.number is None) or bool(one.words or other.words)
