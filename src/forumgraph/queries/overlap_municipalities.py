"""The question of overlap between municipalities: which two meet in which fora, and how much of all theirs that is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import lines_of
from forumgraph.queries.errors import QuestionError
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import NAMES, MemberRow
from forumgraph.queries.places import counted_claims, fora_in
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope


@dataclass(frozen=True)
class PairRow:
    """Two municipalities and the existing fora that count both in."""

    first: str
    first_code: str
    second: str
    second_code: str
    shared: tuple[str, ...]


Places = dict[str, dict[str, list[MemberRow]]]
"""Claims by municipality and forum."""

PAIRS = Question("overlap_municipalities", PairRow, ("rounds", "day", "areas", "kkr", "municipalities"))


@dataclass(frozen=True)
class Pair:
    """Two municipalities: the fora they share, of how many that either is in (``either``), and the claims on both."""

    first: str
    second: str
    shared: tuple[str, ...]
    jaccard: float
    either: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Pairs:
    """The pairs that share a forum, those that share most first; ``names`` has the name of each forum by its id."""

    pairs: tuple[Pair, ...]
    names: dict[str, str]
    rounds: tuple[str, ...]


def overlap_municipalities(graph: Graph, scope: Scope, beside: str | None = None) -> Pairs:
    """Return the pairs of municipalities that share an existing forum; with ``beside``, those that this one is in.

    Both of a pair are among the chosen; the Jaccard index is taken over the fora of the chosen areas. One municipality
    alone makes no pair and raises QuestionError.
    """
    chosen = scope.selection
    if len(chosen.municipalities) == 1:
        raise QuestionError("one_makes_no_pair", municipality=chosen.municipalities[0])
    places = _places(graph, scope)
    rows = ask(graph, PAIRS, {**scope.time, "areas": list(chosen.areas), **scope.parameters})
    found = [_pair(row, places) for row in rows if beside in (None, row.first, row.second)]
    return Pairs(tuple(sorted(found, key=_order)), {row.id: row.name for row in ask(graph, NAMES)}, tuple(scope.ids))


def _places(graph: Graph, scope: Scope) -> Places:
    """Return the counted claims on each municipality by forum."""
    places: Places = defaultdict(lambda: defaultdict(list))
    for row in counted_claims(graph, scope, fora_in(graph, scope)):
        places[row.municipality][row.forum].append(row)
    return places


def _pair(row: PairRow, places: Places) -> Pair:
    first, second = sorted((row.first, row.second), key=sort_key)
    either = places[first].keys() | places[second].keys()
    claims = [claim for forum in row.shared for name in (first, second) for claim in places[name][forum]]
    return Pair(first, second, row.shared, len(row.shared) / len(either), len(either), lines_of(claims))


def _order(pair: Pair) -> tuple[int, float, tuple[str, str], tuple[str, str]]:
    return -len(pair.shared), -pair.jaccard, sort_key(pair.first), sort_key(pair.second)
