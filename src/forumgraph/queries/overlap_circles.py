"""The question of circles: groups of municipalities that keep meeting each other across fora, and who bridges them."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.circles import Firmness, Group, Grouping, jaccard
from forumgraph.queries.claims import grouped, lines_of
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import Scope

AREA = "jobcentres"  # where circles are looked for unless the user names an area: jobcentres across municipalities
SEED = 1  # of the community detection


@dataclass(frozen=True)
class CircleRow:
    """One counted claim on a municipality's place in a standing forum that no state body runs."""

    forum: str
    forum_name: str
    municipality: str
    code: str
    kkr: str
    reported_by: str
    evidence: tuple[Evidence, ...]
    position: int


CLAIMS = Question("overlap_circles", CircleRow, ("rounds", "areas"))


@dataclass(frozen=True)
class CircleForum:
    """A forum of a circle, and the members of the circle that it does not count in."""

    forum: str
    name: str
    members: int
    without: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Circle:
    """Municipalities that one forum, or several near-equal ones, bring together; it goes by its largest forum."""

    id: str
    name: str
    members: tuple[str, ...]
    forums: tuple[CircleForum, ...]
    firmness: Firmness


@dataclass(frozen=True)
class Bridge:
    """A municipality in several circles."""

    municipality: str
    circles: tuple[str, ...]


@dataclass(frozen=True)
class Community:
    """What community detection puts together, and the circle that is most like it with the Jaccard index of the two."""

    members: tuple[str, ...]
    circle: str | None
    jaccard: float


@dataclass(frozen=True)
class Circles:
    """The circles, largest first; between which thresholds they are the same; the communities to set beside them."""

    circles: tuple[Circle, ...]
    bridges: tuple[Bridge, ...]
    communities: tuple[Community, ...]
    threshold: float
    same_above: float
    same_up_to: float
    areas: tuple[str, ...]
    rounds: tuple[str, ...]


def overlap_circles(graph: Graph, scope: Scope) -> Circles:
    """Return the circles of the chosen areas (jobcentres, where none is) that the chosen municipalities are in."""
    areas = _areas(scope)
    rows = ask(graph, CLAIMS, {"rounds": scope.ids, "areas": list(areas)})
    claims = grouped(rows, lambda row: row.forum)
    grouping = _grouping(claims)
    firmness = grouping.firmness()
    circles = sorted((_circle(group, grouping, claims, firmness[group]) for group in firmness), key=_order)
    least, most = grouping.range()
    concerned = _concerned(rows, scope)
    kept = tuple(each for each in circles if concerned.intersection(each.members))
    return Circles(
        kept, _bridges(kept), _communities(claims, kept), grouping.threshold, least, most, areas, tuple(scope.ids)
    )


def circles_of(graph: Graph, scope: Scope) -> list[frozenset[str]]:
    """Return the members of each circle and nothing more."""
    rows = ask(graph, CLAIMS, {"rounds": scope.ids, "areas": list(_areas(scope))})
    grouping = _grouping(grouped(rows, lambda row: row.forum))
    return [grouping.members(group) for group in grouping.groups()]


def _areas(scope: Scope) -> tuple[str, ...]:
    return scope.selection.areas or tuple(area.id for area in scope.areas if area.id == AREA)


def _grouping(claims: dict[str, list[CircleRow]]) -> Grouping:
    return Grouping({id_: frozenset(row.municipality for row in each) for id_, each in claims.items()})


def _concerned(rows: list[CircleRow], scope: Scope) -> set[str]:
    chosen = scope.selection
    return {
        row.municipality
        for row in rows
        if (not chosen.kkr or row.kkr in chosen.kkr)
        and (not chosen.municipalities or row.municipality in chosen.municipalities)
    }


def _circle(group: Group, grouping: Grouping, claims: dict[str, list[CircleRow]], firmness: Firmness) -> Circle:
    members = grouping.members(group)
    largest = sorted(group, key=lambda id_: (-len(grouping.sets[id_]), sort_key(claims[id_][0].forum_name), id_))
    forums = tuple(
        CircleForum(
            id_,
            claims[id_][0].forum_name,
            len(grouping.sets[id_]),
            tuple(sorted(members - grouping.sets[id_], key=sort_key)),
            lines_of(claims[id_]),
        )
        for id_ in largest
    )
    return Circle(forums[0].forum, forums[0].name, tuple(sorted(members, key=sort_key)), forums, firmness)


def _order(circle: Circle) -> tuple[int, tuple[str, str], str]:
    return -len(circle.members), sort_key(circle.name), circle.id


def _bridges(circles: tuple[Circle, ...]) -> tuple[Bridge, ...]:
    names = sorted({name for circle in circles for name in circle.members}, key=sort_key)
    found = [Bridge(name, tuple(each.id for each in circles if name in each.members)) for name in names]
    return tuple(bridge for bridge in found if len(bridge.circles) > 1)


def _communities(claims: dict[str, list[CircleRow]], circles: tuple[Circle, ...]) -> tuple[Community, ...]:
    """Return the communities of the municipalities, each two tied by how many of the fora they share (Louvain)."""
    if not claims:
        return ()
    from networkx import Graph as Network  # noqa: PLC0415 - only circles need it here
    from networkx.algorithms import bipartite, community  # noqa: PLC0415

    network: Network[tuple[str, str]] = Network()
    for id_, rows in sorted(claims.items()):
        network.add_edges_from((("forum", id_), ("municipality", row.municipality)) for row in rows)
    places = sorted(node for node in network if node[0] == "municipality")
    projected = bipartite.weighted_projected_graph(network, places)
    projected.remove_nodes_from([node for node, degree in dict(projected.degree()).items() if not degree])
    found = community.louvain_communities(projected, weight="weight", seed=SEED)
    return tuple(sorted((_community(frozenset(name for _, name in each), circles) for each in found), key=_size))


def _community(members: frozenset[str], circles: tuple[Circle, ...]) -> Community:
    alike = max(((jaccard(members, frozenset(each.members)), each.id) for each in circles), default=(0.0, None))
    ordered = tuple(sorted(members, key=sort_key))
    return Community(ordered, alike[1] if alike[0] else None, alike[0])


def _size(community: Community) -> tuple[int, tuple[str, str]]:
    return -len(community.members), sort_key(community.members[0])
