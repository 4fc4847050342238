"""The figures that two rounds give on the same topic: a difference only where one may be subtracted from the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.queries.change import Differs, NotComparable
from forumgraph.queries.claims import joined
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.findings import FindingRow, differing, number, stated
from forumgraph.queries.selection import RoundRow

_DECIMALS = 6  # of a difference: more would only show how numbers are kept

#: What is told of two figures where they do not say the same.
_SAID = (
    "measure", "forum_name", "population", "population_size", "question", "unit", "period", "response_rate",
)  # fmt: skip


@dataclass(frozen=True)
class FigureChange:
    """Two figures of the same question to the same population, and how much the later is more than the earlier."""

    topic: str
    measure: str
    population: str
    unit: str
    before: int | float
    after: int | float
    difference: int | float
    findings: tuple[str, str]
    evidence: tuple[Evidence, ...]


def figures(graph: Graph, before: RoundRow, after: RoundRow) -> tuple[tuple[FigureChange, ...], list[NotComparable]]:
    """Return the figures that may be compared, and those of one topic that may not, with why."""
    earlier, later = ([row for row in stated(graph, [each.id]) if row.topic] for each in (before, after))
    found, not_comparable = [], []
    for figure in later:
        own = [each for each in earlier if each.topic == figure.topic]
        if not own:
            continue
        nearest = min(own, key=lambda each: (each.measure != figure.measure, len(differing(each, figure))))
        if why := differing(nearest, figure):
            not_comparable.append(_not_comparable(nearest, figure, why))
        else:
            found.append(_change(nearest, figure))
    return tuple(found), not_comparable


def _not_comparable(one: FindingRow, other: FindingRow, why: tuple[str, ...]) -> NotComparable:
    return NotComparable(
        about="figure",
        subject=other.measure,
        why=", ".join(why),
        findings=(one.id, other.id),
        differs=tuple(_differs(one, other)),
        evidence=joined((*one.evidence, *other.evidence)),
    )


def _differs(one: FindingRow, other: FindingRow) -> Iterator[Differs]:
    """Yield what the two figures are of where it is not the same, also what alone would not keep them apart."""
    for name in _SAID:
        before, after = getattr(one, name), getattr(other, name)
        if before != after:
            yield Differs(name, before, after)


def _change(one: FindingRow, other: FindingRow) -> FigureChange:
    before, after = one.value or 0, other.value or 0
    difference = number(round(float(after - before), _DECIMALS)) or 0
    return FigureChange(
        topic=other.topic or "",
        measure=other.measure,
        population=other.population,
        unit=other.unit,
        before=before,
        after=after,
        difference=difference,
        findings=(one.id, other.id),
        evidence=joined((*one.evidence, *other.evidence)),
    )
