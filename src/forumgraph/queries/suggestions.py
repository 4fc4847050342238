"""The question of identity: which fora, or which organisations, may be one body under two names, the likeliest first.

Nothing is ever merged here: a suggestion is for a person to read, with all that speaks for and against it.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.bodies import About, Bodies, Body, UsedName, bodies
from forumgraph.queries.claims import joined
from forumgraph.queries.decisions import verdicts
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import APART, FORUMS, SUCCESSION
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope
from forumgraph.queries.suggestion_parts import LEAST, Compared, Parts, best_names, compare, most

#: Pairs that are compared at most. Up to some 280 bodies that is all of them; of more, those that share a word
#: or a member that few have, the rarest first.
MOST_PAIRS = 40_000

Pair = tuple[int, int]
"""Two bodies by their places in the list, the smaller first."""


@dataclass(frozen=True)
class Apart:
    """Why two bodies are known to be two: kept_apart, succeeds, part_of or decided; ``why`` in the data's own words."""

    by: str
    why: str | None


@dataclass(frozen=True)
class Suggestion:
    """Two bodies that may be one; ``apart`` where the data says that they are not."""

    about: str
    first: str
    second: str
    first_name: str
    second_name: str
    score: float
    parts: Parts
    names: tuple[UsedName, UsedName]
    why: tuple[str, ...]
    apart: Apart | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Suggestions:
    """The likeliest pairs; ``considered`` were compared, ``kept_apart`` left out because the data holds them apart."""

    suggestions: tuple[Suggestion, ...]
    considered: int
    kept_apart: int


@dataclass(frozen=True)
class Wanted:
    """What is asked for: how many pairs, from which score on, and whether also those that are known to be two."""

    top: int
    every: bool = False
    least: float = LEAST


def suggest(graph: Graph, scope: Scope, about: About, wanted: Wanted) -> Suggestions:
    """Return the likeliest pairs, the best first.

    A selection of areas, KKR or municipalities keeps the pairs of which one body is in it; scores do not depend on it.
    """
    found = bodies(graph, scope, about)
    apart = _apart(graph, found)
    chosen = _chosen(graph, scope, found)
    pairs = [pair for pair in candidates(found.all) if chosen[pair[0]] or chosen[pair[1]]]
    known = [pair for pair in pairs if pair in apart]
    asked = pairs if wanted.every else [pair for pair in pairs if pair not in apart]
    ranked = _ranked(found, asked, wanted)
    made = tuple(_suggestion(found, pair, each, apart.get(pair)) for pair, each in ranked)
    return Suggestions(made, len(asked), 0 if wanted.every else len(known))


def _chosen(graph: Graph, scope: Scope, found: Bodies) -> list[bool]:
    """Say of each body whether the selection has it; an organisation goes by the fora that it sits in."""
    if not (scope.selection.areas or scope.narrowed):
        return [True] * len(found.all)
    asked = {**scope.time, "forums": [], "areas": list(scope.selection.areas), **scope.parameters}
    fora = {row.id for row in ask(graph, FORUMS, asked)}
    return [not fora.isdisjoint([body.id] if found.about == "forums" else body.members) for body in found.all]


def _apart(graph: Graph, found: Bodies) -> dict[Pair, Apart]:
    """Return the pairs that are known to be two: kept apart, decided, one carrying on the other or being part of it."""
    said = [*_said_of_forums(graph, found)] if found.about == "forums" else []
    decided = verdicts(graph, found.about.removesuffix("s"))
    said += [(min(pair), max(pair), Apart("decided", each.why)) for pair, each in decided.items()]
    place = {body.id: n for n, body in enumerate(found.all)}
    held = [(place.get(one, -1), place.get(other, -1), why) for one, other, why in said]
    return {(min(a, b), max(a, b)): why for a, b, why in held if min(a, b) >= 0}


def _said_of_forums(graph: Graph, found: Bodies) -> Iterator[tuple[str, str, Apart]]:
    for row in ask(graph, SUCCESSION, {"forums": []}):
        yield row.forum, row.predecessor, Apart("succeeds", row.how)
    for body in found.all:
        if body.part_of:
            yield body.id, body.part_of, Apart("part_of", None)
    for apart in ask(graph, APART, {"forums": []}):
        yield apart.forum, apart.other, Apart("kept_apart", apart.why)


def candidates(found: tuple[Body, ...], most: int = MOST_PAIRS) -> list[Pair]:
    """Return the pairs to compare, in order: all, or where these are too many those with something rare in common."""
    if len(found) * (len(found) - 1) // 2 <= most:
        return list(itertools.combinations(range(len(found)), 2))
    pairs: set[Pair] = set()
    for block in _blocks(found):
        if len(pairs) + len(block) * (len(block) - 1) // 2 > most:
            break
        pairs.update(itertools.combinations(block, 2))
    return sorted(pairs)


def _blocks(found: tuple[Body, ...]) -> list[list[int]]:
    """Return the bodies that have a word, a member or all members in common, the smallest groups first."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for n, body in enumerate(found):
        words = frozenset().union(*(spelt.words for _, spelt in body.names))
        keys = [*(("word", word) for word in words), *(("member", member) for member in body.members)]
        for key in (*keys, ("all", *sorted(body.members))):
            groups.setdefault(key, []).append(n)
    return [block for _, block in sorted(groups.items(), key=lambda each: (len(each[1]), each[0])) if len(block) > 1]


def _ranked(found: Bodies, pairs: list[Pair], wanted: Wanted) -> list[tuple[Pair, Compared]]:
    """Return the likeliest pairs in order, equal ones by id; what can no longer be among them is not compared."""
    named = [(pair, best_names(found.all[pair[0]], found.all[pair[1]], found.scale)) for pair in pairs]
    named.sort(key=lambda each: (-most(each[1]), each[0]))
    best: list[tuple[float, tuple[int, int], Compared]] = []  # a heap: the least likely of the best comes first
    for (a, b), names in named:
        least = best[0][0] if len(best) == wanted.top else wanted.least
        if most(names) < least:
            break
        compared = compare(found.all[a], found.all[b], names, found.usual, least)
        if compared and compared.score >= wanted.least:
            heapq.heappush(best, (compared.score, (-a, -b), compared))
        if len(best) > wanted.top:
            heapq.heappop(best)
    return [((-a, -b), compared) for _, (a, b), compared in sorted(best, key=lambda each: each[:2], reverse=True)]


def _suggestion(found: Bodies, pair: Pair, compared: Compared, apart: Apart | None) -> Suggestion:
    """Return a suggestion with the body first that comes first in the Danish alphabet."""
    sides = list(zip((found.all[n] for n in pair), compared.names, strict=True))
    (first, name), (second, other) = sorted(sides, key=lambda each: (sort_key(each[0].name), each[0].id))
    return Suggestion(
        about=found.about.removesuffix("s"),
        first=first.id,
        second=second.id,
        first_name=first.name,
        second_name=second.name,
        score=compared.score,
        parts=compared.parts,
        names=(name, other),
        why=compared.why,
        apart=apart,
        evidence=joined((*name.evidence, *other.evidence, *first.evidence, *second.evidence)),
    )
