"""The question of change: what differs between two rounds, why, and what of it cannot be compared at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.change import Change, NotComparable
from forumgraph.queries.changed_answers import AreaTotal, Replies, answers, population, totals
from forumgraph.queries.changed_figures import FigureChange, figures
from forumgraph.queries.changed_forums import Fora, forums
from forumgraph.queries.changed_members import members
from forumgraph.queries.claims import joined
from forumgraph.queries.errors import QuestionError
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.selection import RoundRow, Scope, known_word

_ORDER = ("answer", "forum", "membership")


@dataclass(frozen=True)
class Side:
    """One of the two rounds: its areas, how many it asked by a row (None where none), whom it says it speaks of."""

    id: str
    title: str
    date: str
    kkr: str | None
    areas: tuple[str, ...]
    asked: int | None
    answered: int | None
    population: str | None
    population_size: int | None
    response_rate: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class InCommon:
    """What two rounds have in common: areas, municipalities of the selection, and the population that they state."""

    areas: tuple[str, ...]
    municipalities: tuple[str, ...]
    population: str | None


@dataclass(frozen=True)
class Changes:
    """What differs between two rounds; ``comparable`` is false where they asked nobody and about nothing in common.

    ``names`` are those of the fora, by id.
    """

    before: Side
    after: Side
    comparable: bool
    in_common: InCommon
    changes: tuple[Change, ...]
    not_comparable: tuple[NotComparable, ...]
    totals: tuple[AreaTotal, ...]
    figures: tuple[FigureChange, ...]
    names: dict[str, str]


def changes(graph: Graph, scope: Scope, first: str, second: str) -> Changes:
    """Return what differs between two rounds of a scope, the earlier first.

    Raises UnknownWord, with the nearest, where a round is unknown; QuestionError where the later is named first, or one
    twice.
    """
    before, after = _rounds(scope, first, second)
    replies, fora = Replies(graph, scope, before, after), Fora(graph, scope, before, after)
    one, other = _side(scope, before), _side(scope, after)
    common = _in_common(replies, one, other)
    found, incomparable = figures(graph, before, after)
    parts = [population(replies), answers(replies), forums(fora), members(graph, replies, fora)]
    said = [*_of_other_size(one, other), *(each for part in parts for each in part.not_comparable)]
    comparable = bool(common.areas and common.municipalities) or common.population is not None
    if not comparable:
        said.insert(0, NotComparable("rounds", "rounds", _nothing(common, one, other)))
    every = _sorted([each for part in parts for each in part.changes], scope)
    names = {row.id: row.name for row in fora.rows.values()}
    return Changes(one, other, comparable, common, every, (*said, *incomparable), totals(replies), found, names)


def _rounds(scope: Scope, first: str, second: str) -> tuple[RoundRow, RoundRow]:
    by_id = {each.id: each for each in scope.rounds}
    before, after = (by_id[known_word("round", word, tuple(by_id))] for word in (first, second))
    if before.id == after.id:
        raise QuestionError("same_round", round=before.id)
    if before.date > after.date:
        dates = {"first_date": str(before.date), "second_date": str(after.date)}
        raise QuestionError("rounds_reversed", first=before.id, second=after.id, **dates)
    return before, after


def _side(scope: Scope, row: RoundRow) -> Side:
    return Side(
        id=row.id,
        title=row.title,
        date=str(row.date),
        kkr=row.kkr,
        areas=tuple(sorted(row.areas, key=scope.position)),
        asked=row.asked or None,
        answered=row.answered if row.asked else None,
        population=row.population,
        population_size=row.population_size,
        response_rate=row.response_rate,
        evidence=row.evidence,
    )


def _in_common(replies: Replies, one: Side, other: Side) -> InCommon:
    names = sorted((replies.places[code].name for code in replies.both), key=sort_key)
    same = one.population if one.population == other.population and not _of_other_size(one, other) else None
    return InCommon(tuple(replies.areas), tuple(names), same)


def _of_other_size(one: Side, other: Side) -> list[NotComparable]:
    """Return that two populations go by the same words and are not as many, where they are; else nothing."""
    sizes = {one.population_size, other.population_size} - {None}
    if one.population is None or one.population != other.population or len(sizes) < 2:  # noqa: PLR2004 - both sizes
        return []
    lines = joined((*one.evidence, *other.evidence))
    return [NotComparable("population", "population", "population_size", evidence=lines)]


def _nothing(common: InCommon, one: Side, other: Side) -> str:
    """Name what two rounds lack to be compared; of a round without rows it is not known by name who answered."""
    nobody = "nobody_in_both" if one.asked and other.asked else "nobody_by_name"
    lacking = [("no_area", common.areas), (nobody, common.municipalities)]
    return ", ".join(why for why, found in lacking if not found)


def _sorted(found: list[Change], scope: Scope) -> tuple[Change, ...]:
    """Return all changes: answers first, then fora and memberships, each by the Danish alphabet and then by area."""

    def order(each: Change) -> tuple[Any, ...]:
        area = scope.position(each.area) if each.area else 0
        name = sort_key(each.municipality or each.subject)
        return _ORDER.index(each.what), name, area, sort_key(each.subject), each.before or ""

    return tuple(sorted(found, key=order))
