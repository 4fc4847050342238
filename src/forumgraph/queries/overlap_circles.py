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
from forumgraph.queries.structure import communities
from forumgraph.queries.ways import shared

AREA = "jobcentres"  # where circles are looked for unless the user names an area: jobcentres across municipalities


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


Claims = dict[str, list[CircleRow]]
"""The claims by forum."""

CLAIMS = Question("overlap_circles", CircleRow, ("rounds", "day", "areas"))


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
    """What community detection puts together, and the circle most like it: ``common`` of ``either`` are in both."""

    members: tuple[str, ...]
    circle: str | None
    jaccard: float
    common: int
    either: int


@dataclass(frozen=True)
class Circles:
    """The circles, largest first; between which thresholds they are the same; the communities to set beside them.

    ``names`` has the name of every circle by its id, of those that were not chosen as well.
    """

    circles: tuple[Circle, ...]
    bridges: tuple[Bridge, ...]
    communities: tuple[Community, ...]
    names: dict[str, str]
    threshold: float
    same_above: float
    same_up_to: float
    areas: tuple[str, ...]
    rounds: tuple[str, ...]


def overlap_circles(graph: Graph, scope: Scope) -> Circles:
    """Return the circles of the chosen areas (jobcentres, where none is) that the chosen municipalities are in."""
    areas = _areas(scope)
    claims = _claims(graph, scope, areas)
    grouping = _grouping(claims)
    firmness = grouping.firmness()
    circles = tuple(sorted((_circle(group, grouping, claims, firmness[group]) for group in firmness), key=_order))
    least, most = grouping.range()
    concerned = _concerned(claims, scope)
    return Circles(
        circles=tuple(each for each in circles if concerned.intersection(each.members)),
        bridges=tuple(each for each in _bridges(circles) if each.municipality in concerned),
        communities=tuple(each for each in _communities(claims, circles) if concerned.intersection(each.members)),
        names={circle.id: circle.name for circle in circles},
        threshold=grouping.threshold,
        same_above=least,
        same_up_to=most,
        areas=areas,
        rounds=tuple(scope.ids),
    )


def _claims(graph: Graph, scope: Scope, areas: tuple[str, ...]) -> Claims:
    """Return the claims by forum; where there are no areas to look in, none, as an empty list would mean all."""
    rows = ask(graph, CLAIMS, {**scope.time, "areas": list(areas)}) if areas else []
    return grouped(rows, lambda row: row.forum)


def circles_of(graph: Graph, scope: Scope) -> list[frozenset[str]]:
    """Return the members of each circle and nothing more."""
    grouping = _grouping(_claims(graph, scope, _areas(scope)))
    return [grouping.members(group) for group in grouping.groups()]


def _areas(scope: Scope) -> tuple[str, ...]:
    return scope.selection.areas or tuple(area.id for area in scope.areas if area.id == AREA)


def _grouping(claims: Claims) -> Grouping:
    return Grouping({id_: frozenset(row.municipality for row in each) for id_, each in claims.items()})


def _concerned(claims: Claims, scope: Scope) -> set[str]:
    rows = (row for each in claims.values() for row in each)
    return {row.municipality for row in rows if scope.selection.keeps(row.municipality, row.kkr)}


def _circle(group: Group, grouping: Grouping, claims: Claims, firmness: Firmness) -> Circle:
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


def _communities(claims: Claims, circles: tuple[Circle, ...]) -> tuple[Community, ...]:
    """Return the communities of the municipalities, each two tied by how many of the fora they share."""
    names = sorted({row.municipality for rows in claims.values() for row in rows}, key=sort_key)
    number = {name: n for n, name in enumerate(names)}
    members = [sorted({number[row.municipality] for row in rows}) for _, rows in sorted(claims.items())]
    found = communities(len(names), shared(members))
    sets = (frozenset(names[n] for n in each) for each in found if len(each) > 1)
    return tuple(sorted((_community(each, circles) for each in sets), key=_size))


def _community(members: frozenset[str], circles: tuple[Circle, ...]) -> Community:
    likest = max(circles, key=lambda each: (jaccard(members, frozenset(each.members)), each.id), default=None)
    other = frozenset(likest.members) if likest else frozenset[str]()
    common = len(members & other)
    ordered = tuple(sorted(members, key=sort_key))
    id_ = likest.id if likest and common else None
    return Community(ordered, id_, jaccard(members, other), common, len(members | other))


def _size(community: Community) -> tuple[int, tuple[str, str]]:
    return -len(community.members), sort_key(community.members[0])
