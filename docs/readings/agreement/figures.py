"""How far two sets of facts agree: shares, Cohen's kappa and overlap of lines. It prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agreement.facts import Facts, Key

Pair = tuple[str | None, str | None]


@dataclass(frozen=True)
class Found:
    """Things that two readers found: how many each, and how many both."""

    first: int
    second: int
    both: int

    @property
    def either(self) -> int:
        """How many were found by one reader at least."""
        return self.first + self.second - self.both

    @property
    def share(self) -> float | None:
        """Of those found by any reader, the share found by both; None where nothing was found."""
        return self.both / self.either if self.either else None


def same(pairs: Sequence[Pair]) -> float | None:
    """Return the share of pairs that are equal; None without pairs."""
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Return Cohen's kappa, unweighted; None where both used one word throughout and it is undefined."""
    total = len(pairs)
    if not total:
        return None
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[word] * second[word] for word in first) / total**2
    observed = sum(a == b for a, b in pairs) / total
    return None if expected == 1 else (observed - expected) / (1 - expected)


def values(first: Facts, second: Facts, topic: str, keys: Iterable[Key]) -> list[Pair]:
    """Return what both say of each key."""
    return [(first.get(topic, key), second.get(topic, key)) for key in keys]


def found(first: Facts, second: Facts, topic: str, basis: str | None = None) -> Found:
    """Return how many things of a topic were found, for memberships of one basis if so asked."""
    some, others = ({key for key in each.values[topic] if basis in (None, *key[2:3])} for each in (first, second))
    return Found(len(some), len(others), len(some & others))


@dataclass(frozen=True)
class Overlap:
    """How far the lines agree that two readers cite for the same things."""

    things: int
    exact: int
    touching: int  # share a line at least
    shared_lines: int
    all_lines: int

    @property
    def share(self) -> float | None:
        """Of all lines that either cites, the share that both cite."""
        return self.shared_lines / self.all_lines if self.all_lines else None


def overlap(first: Facts, second: Facts, topic: str, basis: str | None = None) -> Overlap:
    """Compare the lines of everything that both found and that has lines."""
    shared = first.values[topic].keys() & second.values[topic].keys()
    keys = [key for key in shared if basis in (None, *key[2:3])]
    pairs = [(first.lines[topic][key], second.lines[topic][key]) for key in keys]
    pairs = [(a, b) for a, b in pairs if a or b]
    return Overlap(
        things=len(pairs),
        exact=sum(a == b for a, b in pairs),
        touching=sum(bool(a & b) for a, b in pairs),
        shared_lines=sum(len(a & b) for a, b in pairs),
        all_lines=sum(len(a | b) for a, b in pairs),
    )
