"""What two fora are to each other, as far as the claims show, and the reasons: a guess that never overrules a person.

same        one body, two names: nearly the same members, an area and a task in common, and nobody tells them apart
part_of     one is in the other: the data says so, or a project or group of some of its members does some of its work
competing   two bodies of nearly the same members with an area and a task in common, on the same level
joint       nearly the same members meet about different things, or on different levels, and mean to
neighbours  two circles with some members in common
alike       nothing but the name
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from forumgraph.ingest.danish import sort_key
from forumgraph.queries.circles import THRESHOLD, jaccard
from forumgraph.queries.claims import lines_of, reporters
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import ApartRow, MemberRow

CLASSES = ("same", "part_of", "competing", "joint", "neighbours", "alike")
_PASSING = ("project", "event", "working_group", "task_force")  # kinds that stand within another body


@dataclass(frozen=True)
class Body:
    """A forum with what it is compared by."""

    id: str
    name: str
    kind: str
    status: str
    areas: frozenset[str]
    tasks: frozenset[str]
    levels: frozenset[str]
    part_of: str | None
    claims: tuple[MemberRow, ...]

    @cached_property
    def members(self) -> frozenset[str]:
        """The names of its members."""
        return frozenset(row.municipality for row in self.claims)

    @cached_property
    def reporters(self) -> frozenset[tuple[str, str]]:
        """Who speaks of its members, in which round: whoever names it otherwise in a later one renames it, or not."""
        return frozenset((row.reported_by, row.round) for row in self.claims if row.reported_by)


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for a class: what is the same, and what only one has, of members, areas, tasks or levels.

    ``about`` may also be ``named_both`` (``same`` has who), ``part_of`` (the id of the larger) or ``kept_apart``
    (``why``, in the words of the data).
    """

    about: str
    same: tuple[str, ...] = ()
    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()
    why: str | None = None
    evidence: tuple[Evidence, ...] = ()


def relation_of(first: Body, second: Body) -> str:
    """Return identical, nested, partial or disjoint, by the members."""
    if not first.members & second.members:
        return "disjoint"
    if first.members == second.members:
        return "identical"
    return "nested" if first.members < second.members or second.members < first.members else "partial"


def classify(first: Body, second: Body, apart: ApartRow | None) -> tuple[str, tuple[Reason, ...]]:
    """Return the class of a pair and all reasons, those that speak against it among them."""
    return _class(first, second, apart), tuple(_reasons(first, second, apart))


def _class(first: Body, second: Body, apart: ApartRow | None) -> str:
    if _part_of(first, second) or _within(first, second) or _within(second, first):
        return "part_of"
    if relation_of(first, second) == "disjoint":
        return "alike"
    if jaccard(first.members, second.members) < THRESHOLD:
        return "neighbours"
    if not (first.areas & second.areas and first.tasks & second.tasks and _one_level(first, second)):
        return "joint"
    told_apart = apart is not None or bool(first.reporters & second.reporters)
    return "competing" if told_apart else "same"


def _part_of(first: Body, second: Body) -> bool:
    return first.part_of == second.id or second.part_of == first.id


def _within(small: Body, large: Body) -> bool:
    """Say whether a project or group of some members does some of the work, in no other area and on no other level."""
    return (
        small.kind in _PASSING
        and small.members < large.members
        and small.areas <= large.areas
        and bool(small.tasks & large.tasks)
        and small.levels <= large.levels
    )


def _one_level(first: Body, second: Body) -> bool:
    """Say whether two meet on the same levels; one whose level is not known may."""
    return not first.levels or not second.levels or first.levels == second.levels


def _reasons(first: Body, second: Body, apart: ApartRow | None) -> list[Reason]:
    found = [_members(first, second)]
    found += [
        _compared(about, getattr(first, field), getattr(second, field))
        for about, field in (("area", "areas"), ("task", "tasks"), ("level", "levels"))
    ]
    if both := first.reporters & second.reporters:
        claims = [row for body in (first, second) for row in body.claims if (row.reported_by, row.round) in both]
        found.append(Reason("named_both", reporters(claims), evidence=lines_of(claims)))
    if _part_of(first, second):
        found.append(Reason("part_of", (first.part_of if first.part_of == second.id else second.part_of or "",)))
    if apart:
        found.append(Reason("kept_apart", why=apart.why))
    return found


def _members(first: Body, second: Body) -> Reason:
    common = first.members & second.members
    claims = [row for body in (first, second) for row in body.claims if row.municipality in common]
    made = _compared("members", first.members, second.members)
    return Reason("members", made.same, made.only_first, made.only_second, None, lines_of(claims))


def _compared(about: str, first: frozenset[str], second: frozenset[str]) -> Reason:
    same, one, other = (tuple(sorted(each, key=sort_key)) for each in (first & second, first - second, second - first))
    return Reason(about, same, one, other)
