"""How much of the shortest ways between municipalities passes through each of them, and through each forum.

Municipalities are numbers from 0 on, fora lists of them: nothing here knows a graph or a question. The sums are
Brandes' (2001), over the links between municipalities: networkx takes ten times as long over the fora themselves.
"""

from __future__ import annotations

import heapq
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import variance

Pair = tuple[int, int]

#: Above so many links followed (links times municipalities that ways begin at) only some beginnings are taken. So many
#: take about a second; all 98 municipalities, each linked to every other, come to a tenth of it.
EXACT_UP_TO = 5_000_000
_GROUPS = 10  # of the beginnings that were drawn: how far these differ says how sure the estimate is
_FEWEST = 3 * _GROUPS  # beginnings, however many links each of them costs
_SEED = 2015  # the same beginnings, and so the same figures, in every run


@dataclass(frozen=True)
class Passing:
    """Shares of all ways; where only some beginnings were taken, how many, and the largest standard error."""

    shares: tuple[float, ...]
    samples: int | None = None
    error: float | None = None


def shared(forums: Sequence[Sequence[int]]) -> dict[Pair, int]:
    """Return for each two municipalities that meet how many fora they share; members must stand in order."""
    found: Counter[Pair] = Counter()
    for members in forums:
        found.update(combinations(members, 2))
    return dict(sorted(found.items()))


def through_municipalities(size: int, pairs: Mapping[Pair, int]) -> Passing:
    """Return the share of the ways between two others that passes through each municipality.

    A link is the shorter the more fora the two share: it is one divided by their number long.
    """
    whole = math.lcm(*pairs.values())  # lengths as whole numbers: what is equally short must be exactly so
    links = _links(size, {pair: (whole // count, 1) for pair, count in pairs.items()})
    groups = _beginnings(size, len(pairs))
    sums = [[0.0] * size for _ in groups]
    for passed, beginnings in zip(sums, groups, strict=True):
        for begin in beginnings:
            for before, _, share in _flows(begin, links):
                passed[before] += share if before != begin else 0
    return _passing(size, groups, sums, ways=(size - 1) * (size - 2))


def through_forums(size: int, pairs: Mapping[Pair, int], forums: Sequence[Sequence[int]]) -> Passing:
    """Return the share of the ways between two municipalities that passes through each forum.

    A way is the shorter the fewer fora it passes; those that two neighbours on it share carry equal parts.
    """
    links = _links(size, {pair: (1, count) for pair, count in pairs.items()})
    groups = _beginnings(size, len(pairs))
    sums = []
    for beginnings in groups:
        passed = dict.fromkeys(pairs, 0.0)
        for begin in beginnings:
            for before, after, share in _flows(begin, links):
                passed[(before, after) if before < after else (after, before)] += share
        each = {pair: passed[pair] / count for pair, count in pairs.items()}
        sums.append([sum(each[pair] for pair in combinations(members, 2)) for members in forums])
    return _passing(size, groups, sums, ways=size * (size - 1))


_Links = list[dict[int, tuple[int, int]]]  # of each municipality: its neighbours, how far, and in how many ways


def _links(size: int, pairs: Mapping[Pair, tuple[int, int]]) -> _Links:
    links: _Links = [{} for _ in range(size)]
    for (one, other), link in pairs.items():
        links[one][other] = links[other][one] = link
    return links


def _beginnings(size: int, links: int) -> list[list[int]]:
    """Return the municipalities that ways begin at: all of them in one group, or several groups drawn from them."""
    affordable = max(_FEWEST, EXACT_UP_TO // max(1, links))
    if size <= affordable:
        return [list(range(size))]
    drawn = random.Random(_SEED).sample(range(size), affordable - affordable % _GROUPS)  # noqa: S311 - no secret
    return [drawn[first::_GROUPS] for first in range(_GROUPS)]


def _flows(begin: int, links: _Links) -> Iterator[tuple[int, int, float]]:
    """Yield each link on the shortest ways from a municipality, the last first, with how many ways end beyond it.

    Where there are several shortest ways to one end, each carries an equal part.
    """
    order, befores, counts = _shortest(begin, links)
    beyond = [0.0] * len(links)
    for after in reversed(order):
        part = (1 + beyond[after]) / counts[after]
        for before in befores[after]:
            share = counts[before] * links[before][after][1] * part
            beyond[before] += share
            yield before, after, share


def _shortest(begin: int, links: _Links) -> tuple[list[int], list[list[int]], list[int]]:
    """Return who is reached, the nearest first; of each, who is before it on shortest ways, and how many there are."""
    far: list[int | None] = [None] * len(links)
    far[begin] = 0
    befores: list[list[int]] = [[] for _ in links]
    counts = [0] * len(links)
    counts[begin] = 1
    order: list[int] = []
    reached = [False] * len(links)
    waiting = [(0, begin)]
    while waiting:
        distance, here = heapq.heappop(waiting)
        if reached[here]:
            continue
        reached[here] = True
        order.append(here)
        for there, (length, many) in links[here].items():
            known = far[there]
            if known is None or distance + length < known:
                far[there], befores[there], counts[there] = distance + length, [here], counts[here] * many
                heapq.heappush(waiting, (distance + length, there))
            elif distance + length == known:
                befores[there].append(here)
                counts[there] += counts[here] * many
    return order, befores, counts


def _passing(size: int, groups: list[list[int]], sums: list[list[float]], ways: int) -> Passing:
    """Return the shares of all ``ways`` (each counted in both directions) from the sums over groups of beginnings."""
    taken = sum(map(len, groups))
    scale = size / taken / ways if taken and ways else 0.0
    shares = tuple(scale * sum(column) for column in zip(*sums, strict=True))
    if taken == size:
        return Passing(shares)
    spread = max(map(variance, zip(*sums, strict=True)))
    return Passing(shares, taken, scale * math.sqrt(spread * len(groups) * (1 - taken / size)))
