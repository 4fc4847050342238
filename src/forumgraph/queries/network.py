"""The question of place in the network: which municipalities and fora hold the others together, and how.

Two municipalities are linked where they are members of the same forum; a forum counts while it exists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.errors import QuestionError
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope
from forumgraph.queries.structure import Clusters, Structure, structure
from forumgraph.queries.ways import Pair, Passing, shared, through_forums, through_municipalities

_DECIMALS = 6  # of a share: more would only show the order in which it was summed up


@dataclass(frozen=True)
class NetworkRow:
    """A municipality in a forum, or in none; reply is answered, no_reply or not_asked."""

    municipality: str
    code: str
    reply: str
    forum: str | None
    forum_name: str | None


REPLIES = ("answered", "no_reply", "not_asked")

#: What is measured of what, and what links weigh in it: nothing, how many fora two share, or one divided by that.
_MEASURES = (
    ("municipalities", "forums", "none"),
    ("municipalities", "degree", "none"),
    ("municipalities", "strength", "shared_forums"),
    ("municipalities", "betweenness", "inverse_shared_forums"),
    ("municipalities", "core", "none"),
    ("municipalities", "component", "none"),
    ("municipalities", "community", "shared_forums"),
    ("municipalities", "cut", "none"),
    ("forums", "degree", "none"),
    ("forums", "betweenness", "none"),
    ("forums", "core", "none"),
    ("forums", "component", "none"),
    ("forums", "community", "shared_forums"),
    ("forums", "cut", "none"),
)

NETWORK = Question("network", NetworkRow, ("rounds", "day", "areas", "kkr", "municipalities"))


@dataclass(frozen=True)
class NetworkMunicipality:
    """The place of a municipality; links go to those that it shares a forum with."""

    municipality: str
    code: str
    reply: str
    forums: int
    degree: int
    strength: int
    betweenness: float
    core: int
    component: int
    community: int
    cut: bool


@dataclass(frozen=True)
class NetworkForum:
    """The place of a forum between its municipalities."""

    forum: str
    name: str
    degree: int
    betweenness: float
    core: int
    component: int
    community: int | None
    cut: bool


@dataclass(frozen=True)
class Bridge:
    """A membership without which the network would have a part more."""

    municipality: str
    code: str
    forum: str
    name: str


@dataclass(frozen=True)
class Cluster:
    """Municipalities that belong together; 1 is the largest."""

    id: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """How a measure was taken."""

    measure: str
    about: str
    weight: str
    exact: bool
    samples: int | None
    error: float | None


@dataclass(frozen=True)
class Outside:
    """Municipalities that nobody counts into a forum: they are not in the network, which does not make them alone."""

    answered: tuple[str, ...]
    no_reply: tuple[str, ...]
    not_asked: tuple[str, ...]


@dataclass(frozen=True)
class NetworkTotals:
    """How many there are in the network, however many are listed."""

    municipalities: int
    forums: int
    shared_forums: int
    links: int
    bridges: int


@dataclass(frozen=True)
class Network:
    """The whole answer; municipalities and fora come with the most in between first."""

    municipalities: tuple[NetworkMunicipality, ...]
    forums: tuple[NetworkForum, ...]
    bridges: tuple[Bridge, ...]
    components: tuple[Cluster, ...]
    communities: tuple[Cluster, ...]
    measures: tuple[Measure, ...]
    outside: Outside
    totals: NetworkTotals
    rounds: tuple[str, ...]


def network(graph: Graph, scope: Scope) -> Network:
    """Return the place of each municipality and forum of a scope in the network that they make.

    One municipality alone makes no network and raises QuestionError.
    """
    if len(scope.selection.municipalities) == 1:
        raise QuestionError("one_makes_no_network", municipality=scope.selection.municipalities[0])
    given = {**scope.time, "areas": list(scope.selection.areas), **scope.parameters}
    return network_of(ask(graph, NETWORK, given), tuple(scope.ids))


def network_of(rows: list[NetworkRow], rounds: tuple[str, ...]) -> Network:
    """Return the network that rows make."""
    made = _Numbered(rows)
    size, forums = len(made.municipalities), made.members
    pairs = shared(forums)
    found = structure(size, pairs, forums)
    ways, forum_ways = through_municipalities(size, pairs), through_forums(size, pairs, forums)
    return Network(
        municipalities=_municipalities(made, pairs, found, ways),
        forums=_forums(made, found, forum_ways),
        bridges=tuple(_bridge(made, *each) for each in found.bridges),
        components=made.clusters(found.components),
        communities=made.clusters(found.communities),
        measures=_measures(ways, forum_ways),
        outside=_outside(rows),
        totals=NetworkTotals(size, len(forums), sum(len(each) > 1 for each in forums), len(pairs), len(found.bridges)),
        rounds=rounds,
    )


class _Numbered:
    """The municipalities and fora of rows with numbers for names, in the order of the Danish alphabet."""

    def __init__(self, rows: list[NetworkRow]) -> None:
        self.municipalities = sorted(
            {row.code: row for row in rows if row.forum}.values(),
            key=lambda row: (sort_key(row.municipality), row.code),
        )
        names = {row.forum: row.forum_name or "" for row in rows if row.forum}
        self.forums = sorted(names.items(), key=lambda forum: (sort_key(forum[1]), forum[0]))
        self.members = self._members(rows)

    def _members(self, rows: list[NetworkRow]) -> list[list[int]]:
        """Return the municipalities of each forum, in order."""
        numbers = {row.code: number for number, row in enumerate(self.municipalities)}
        members: dict[str, list[int]] = {id_: [] for id_, _ in self.forums}
        for row in rows:
            if row.forum:
                members[row.forum].append(numbers[row.code])
        return [sorted(members[id_]) for id_, _ in self.forums]

    def clusters(self, found: Clusters) -> tuple[Cluster, ...]:
        """Return sets of numbers as names, numbered as they come."""
        named = (tuple(self.municipalities[each].municipality for each in members) for members in found)
        return tuple(Cluster(number, members) for number, members in enumerate(named, 1))


def _municipalities(
    made: _Numbered, pairs: Mapping[Pair, int], found: Structure, ways: Passing
) -> tuple[NetworkMunicipality, ...]:
    met = Counter(end for pair in pairs for end in pair)
    strength: Counter[int] = Counter()
    for pair, count in pairs.items():
        strength.update(dict.fromkeys(pair, count))
    forums = Counter(member for members in made.members for member in members)
    component, community = _where(found.components), _where(found.communities)
    rows = (
        NetworkMunicipality(
            municipality=row.municipality,
            code=row.code,
            reply=row.reply,
            forums=forums[n],
            degree=met[n],
            strength=strength[n],
            betweenness=round(ways.shares[n], _DECIMALS),
            core=found.cores[n],
            component=component[n],
            community=community[n],
            cut=n in found.cut,
        )
        for n, row in enumerate(made.municipalities)
    )
    return tuple(sorted(rows, key=lambda row: (-row.betweenness, -row.strength)))  # those alike stay in their order


def _forums(made: _Numbered, found: Structure, ways: Passing) -> tuple[NetworkForum, ...]:
    component, community = _where(found.components), _where(found.communities)
    rows = (
        NetworkForum(
            forum=id_,
            name=name,
            degree=len(made.members[n]),
            betweenness=round(ways.shares[n], _DECIMALS),
            core=found.forum_cores.get(n, 1),
            component=component[made.members[n][0]],
            community=_most([community[member] for member in made.members[n]]),
            cut=n in found.forum_cut,
        )
        for n, (id_, name) in enumerate(made.forums)
    )
    return tuple(sorted(rows, key=lambda row: (-row.betweenness, -row.degree)))


def _where(found: Clusters) -> dict[int, int]:
    return {member: number for number, members in enumerate(found, 1) for member in members}


def _most(numbers: list[int]) -> int | None:
    """Return the number that stands there most often; None where two do equally often."""
    (first, count), *others = Counter(numbers).most_common(2)
    return None if others and others[0][1] == count else first


def _bridge(made: _Numbered, member: int, forum: int) -> Bridge:
    municipality, (id_, name) = made.municipalities[member], made.forums[forum]
    return Bridge(municipality.municipality, municipality.code, id_, name)


def _outside(rows: list[NetworkRow]) -> Outside:
    names = sorted(((row.reply, row.municipality) for row in rows if not row.forum), key=lambda each: sort_key(each[1]))
    return Outside(*(tuple(name for said, name in names if said == reply) for reply in REPLIES))


def _measures(ways: Passing, forum_ways: Passing) -> tuple[Measure, ...]:
    """Return how each measure was taken; groups are searched for, and others may be as good."""
    taken = {"municipalities": ways, "forums": forum_ways}
    measures = []
    for about, measure, weight in _MEASURES:
        passing = taken[about] if measure == "betweenness" else Passing(())
        exact = measure != "community" and passing.samples is None
        measures.append(Measure(measure, about, weight, exact, passing.samples, passing.error))
    return tuple(measures)
