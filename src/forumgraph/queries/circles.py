"""Near-equal sets taken as one: which groups of members keep meeting, and how firm that result is. It knows no graph.

Sets are near-equal where their Jaccard index is at least a threshold. They are joined best first, and two groups only
where every set of the one is near-equal to every set of the other, so that a chain of small differences joins nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Sets = Mapping[str, frozenset[str]]
"""Members by the id of the set."""

Group = frozenset[str]
"""Ids of sets that were taken as one."""

THRESHOLD = 2 / 3  # two sets that differ by one of three are near-equal, and so are five that all stand in seven
LEAST = 3  # members of a circle; two are a pair
TRIED = 100  # memberships taken away to see whether the result holds; where there are more, so many of them


@dataclass(frozen=True)
class Firmness:
    """How many memberships were taken away one at a time, of how many, and what became of the circle that they are in.

    ``unchanged``: it has the same members. ``smaller``: it lacks the one that was taken away. ``otherwise``: it fell
    apart, joined another, or is no circle any more. Other circles are the same but for ``otherwise``.
    """

    of: int
    tried: int
    unchanged: int
    smaller: int
    otherwise: int


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of all members that both have; 0 where there are none."""
    return len(one & other) / max(len(one | other), 1)


class Grouping:
    """The groups of some sets at a threshold."""

    def __init__(self, sets: Sets, threshold: float = THRESHOLD) -> None:
        self.sets = {id_: each for id_, each in sorted(sets.items()) if len(each) >= LEAST}
        self.threshold = threshold
        self.near = {
            (one, other): share
            for one, other in itertools.combinations(self.sets, 2)
            if (share := jaccard(self.sets[one], self.sets[other]))
        }

    def groups(self, threshold: float | None = None) -> list[Group]:
        """Return the groups, in the order of their least ids."""
        return _joined(self.sets, self.near, self.threshold if threshold is None else threshold)

    def members(self, group: Group) -> frozenset[str]:
        """Return whoever is in one of the sets of a group."""
        return frozenset[str]().union(*(self.sets[id_] for id_ in group))

    def without(self, id_: str, member: str) -> Grouping:
        """Return the grouping when one member is taken out of one set."""
        found = Grouping({}, self.threshold)
        found.sets = dict(self.sets)
        found.near = {pair: share for pair, share in self.near.items() if id_ not in pair}
        left = self.sets[id_] - {member}
        if len(left) < LEAST:
            del found.sets[id_]
            return found
        found.sets[id_] = left
        for other, each in found.sets.items():
            if other != id_ and (share := jaccard(left, each)):
                found.near[min(id_, other), max(id_, other)] = share
        return found

    def range(self) -> tuple[float, float]:
        """Return between which thresholds the groups stay what they are: above the first, up to the second."""
        wanted = self.groups()
        shares = sorted({0.0, *self.near.values(), 1.0})
        higher = [each for each in shares if each >= self.threshold]
        lower = [each for each in reversed(shares) if each < self.threshold]
        most = max(itertools.takewhile(lambda each: self.groups(each) == wanted, higher), default=self.threshold)
        # At a share itself the sets that have it are joined, so the groups hold above it and not at it.
        least = next((each for each in lower if self.groups(each) != wanted), 0.0)
        return least, most

    def firmness(self) -> dict[Group, Firmness]:
        """Return for each group what becomes of it when single memberships are taken away."""
        groups = self.groups()
        circles = {id_: (group, self.members(group)) for group in groups for id_ in group}
        before = sorted(map(sorted, {members for _, members in circles.values()}))
        every = [(id_, member) for id_, each in self.sets.items() for member in sorted(each)]
        tried = every if len(every) <= TRIED else [every[n * len(every) // TRIED] for n in range(TRIED)]
        fates: dict[Group, list[str]] = {group: [] for group in groups}
        for id_, member in tried:
            group, members = circles[id_]
            fates[group].append(self._fate(id_, member, members, before))
        return {group: _firmness(self, group, each) for group, each in fates.items()}

    def _fate(self, id_: str, member: str, members: frozenset[str], before: list[list[str]]) -> str:
        after = self.without(id_, member)
        found = sorted(map(sorted, {after.members(group) for group in after.groups()}))
        if found == before:
            return "unchanged"
        smaller = [each for each in before if each != sorted(members)] + [sorted(members - {member})]
        return "smaller" if found == sorted(smaller) else "otherwise"


def _firmness(grouping: Grouping, group: Group, fates: list[str]) -> Firmness:
    of = sum(len(grouping.sets[id_]) for id_ in group)
    return Firmness(of, len(fates), *(fates.count(each) for each in ("unchanged", "smaller", "otherwise")))


def _joined(ids: Iterable[str], near: Mapping[tuple[str, str], float], threshold: float) -> list[Group]:
    """Join groups along the nearest pairs first, where all pairs across them are near enough."""
    group = {id_: [id_] for id_ in ids}
    edges = sorted((-share, pair) for pair, share in near.items() if share >= threshold)
    close = {pair for _, pair in edges}
    for _, (one, other) in edges:
        mine, theirs = group[one], group[other]
        if mine is not theirs and all((min(a, b), max(a, b)) in close for a in mine for b in theirs):
            mine += theirs
            for id_ in theirs:
                group[id_] = mine
    return sorted({frozenset(each) for each in group.values()}, key=min)
