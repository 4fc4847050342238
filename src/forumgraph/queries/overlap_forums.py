"""The question of overlap between fora: which share members, and what each pair seems to be, with the reasons."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.bare_names import alike
from forumgraph.queries.circles import jaccard
from forumgraph.queries.claims import grouped
from forumgraph.queries.decisions import Verdict, verdicts
from forumgraph.queries.forum_rows import APART, NAMES, ForumRow, MemberRow
from forumgraph.queries.places import chosen_fora, counted_claims, fora_in
from forumgraph.queries.question import ask
from forumgraph.queries.relation import Body, Reason, classify, relation_of
from forumgraph.queries.selection import WORDS, Scope

STATUSES = ("existing", "planned", "proposed")  # before the next is founded, what is planned counts as well


@dataclass(frozen=True)
class ForumPair:
    """Two fora: the members in common and of one alone, the Jaccard index, what the pair seems to be, and why.

    ``relation`` is identical, nested, partial, or disjoint where nothing but the names is alike. ``decided`` is what a
    person made of the pair, beside the guess; two that were told apart by a person are not guessed to be one.
    """

    first: str
    second: str
    first_name: str
    second_name: str
    first_status: str
    second_status: str
    relation: str
    common: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    jaccard: float
    seems: str
    reasons: tuple[Reason, ...]
    decided: Verdict | None


@dataclass(frozen=True)
class ForumPairs:
    """The pairs that share most, at most so many as were asked for; how many share members (``of``) or sound alike."""

    pairs: tuple[ForumPair, ...]
    of: int
    of_alike: int
    rounds: tuple[str, ...]


def overlap_forums(graph: Graph, scope: Scope, top: int | None = None, word: str | None = None) -> ForumPairs:
    """Return the pairs of fora that share members, and after them those that only sound alike.

    A body of a single member makes a pair only where area and task are the same as well. ``top`` is how many pairs at
    most, ``word`` the id of a forum that must be one of the two; where municipalities are chosen, one of the two counts
    one of them in.
    """
    rows = fora_in(graph, scope, STATUSES)
    places = _Places(rows, grouped(counted_claims(graph, scope, rows), lambda row: row.forum))
    keys = _Counted(_wanted(itertools.chain(places.sharing(), _alike(graph, places)), places, graph, scope, word))
    kept = sorted(keys) if top is None else heapq.nsmallest(top, keys)
    known = _Known(graph)
    pairs = tuple(places.pair(i, j, known) for *_, i, j in kept)
    return ForumPairs(pairs, keys.sharing, keys.alike, tuple(scope.ids))


def _wanted(keys: Iterator[_Key], places: _Places, graph: Graph, scope: Scope, word: str | None) -> Iterator[_Key]:
    """Return the pairs that the forum and the municipalities chosen leave."""
    if word is not None:
        keys = _touching(keys, {places.place.get(word, -1)})
    if (chosen := chosen_fora(graph, scope)) is not None:
        keys = _touching(keys, {places.place[id_] for id_ in chosen if id_ in places.place})
    return keys


def _touching(keys: Iterator[_Key], wanted: set[int]) -> Iterator[_Key]:
    return (key for key in keys if not wanted.isdisjoint(key[2:]))


_Key = tuple[int, float, int, int]
"""Where a pair stands: most members in common first, then the highest Jaccard index, then the places of the two."""


class _Counted:
    """Counts what passes through it, so that hundreds of thousands of pairs need not stand in memory to be counted."""

    def __init__(self, keys: Iterator[_Key]) -> None:
        self.keys = keys
        self.sharing = self.alike = 0

    def __iter__(self) -> Iterator[_Key]:
        for key in self.keys:
            if key[0]:
                self.sharing += 1
            else:
                self.alike += 1
            yield key


class _Known:
    """What the data says of pairs: which are kept apart, and what people decided."""

    def __init__(self, graph: Graph) -> None:
        self.apart = {frozenset((row.forum, row.other)): row for row in ask(graph, APART, {"forums": []})}
        self.decided = verdicts(graph, "forum")


class _Places:
    """Fora in the order of the alphabet, and their members as bits, so that what two have in common is quick to see."""

    def __init__(self, rows: dict[str, ForumRow], claims: dict[str, list[MemberRow]]) -> None:
        ordered = sorted(rows.values(), key=lambda row: (sort_key(row.name), row.id))
        self.place = {row.id: n for n, row in enumerate(ordered)}
        self.bodies = [_body(row, claims.get(row.id, [])) for row in ordered]
        bit = {name: 1 << n for n, name in enumerate(sorted({name for body in self.bodies for name in body.members}))}
        self.members = [sum(bit[name] for name in body.members) for body in self.bodies]
        self.sizes = [len(body.members) for body in self.bodies]

    def sharing(self) -> Iterator[_Key]:
        """Yield every pair that shares a member, in any order; with thousands of fora the time goes here."""
        for i, (mine, size) in enumerate(zip(self.members, self.sizes, strict=True)):
            for j, other in enumerate(self.members[i + 1 :], i + 1):
                if common := mine & other:
                    shared = common.bit_count()
                    if shared > 1 or self._says_something(i, j):
                        yield -shared, -shared / (size + self.sizes[j] - shared), i, j

    def _says_something(self, i: int, j: int) -> bool:
        """Say whether a pair with one member in common is worth a look."""
        if self.sizes[i] > 1 and self.sizes[j] > 1:
            return True
        one, other = self.bodies[i], self.bodies[j]
        return bool(one.areas & other.areas and one.tasks & other.tasks)

    def pair(self, i: int, j: int, known: _Known) -> ForumPair:
        """Return a pair with its class, the reasons, and the verdict of a person."""
        first, second = self.bodies[i], self.bodies[j]
        both = frozenset((first.id, second.id))
        seems, reasons = classify(first, second, known.apart.get(both))
        common = first.members & second.members
        return ForumPair(
            first=first.id,
            second=second.id,
            first_name=first.name,
            second_name=second.name,
            first_status=first.status,
            second_status=second.status,
            relation=relation_of(first, second),
            common=_sorted(common),
            only_first=_sorted(first.members - common),
            only_second=_sorted(second.members - common),
            jaccard=jaccard(first.members, second.members),
            seems=seems,
            reasons=reasons,
            decided=known.decided.get(both),
        )


def _body(row: ForumRow, claims: list[MemberRow]) -> Body:
    return Body(
        id=row.id,
        name=row.name,
        kind=row.kind,
        status=row.status,
        areas=frozenset(row.areas),
        tasks=frozenset(row.tasks),
        levels=frozenset(row.levels),
        part_of=row.part_of,
        claims=tuple(claims),
    )


def _alike(graph: Graph, places: _Places) -> Iterator[_Key]:
    """Yield the pairs without a common member that go by the same name, the municipality's own left out."""
    names = [(row.id, (row.name, *row.aliases)) for row in ask(graph, NAMES) if row.id in places.place]
    for one, other in alike(names, ask(graph, WORDS)[0].municipalities):
        i, j = sorted((places.place[one], places.place[other]))
        if not places.members[i] & places.members[j]:
            yield 0, 0.0, i, j


def _sorted(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=sort_key))
