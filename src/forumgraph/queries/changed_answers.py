"""Who was asked in which of two rounds, and which answers differ between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.queries.change import Change, Compared, NotComparable
from forumgraph.queries.claims import grouped, joined
from forumgraph.queries.coverage import AREA_COVERAGE, CoverageRow
from forumgraph.queries.municipalities import MUNICIPALITIES, MunicipalityRow
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import RoundRow, Scope

_SURE = ("uncertain", "probable", "certain")  # how sure a reading is, the least first


@dataclass(frozen=True)
class DefinitionRow:
    """What counts as an answer in an area of a round."""

    round: str
    area: str
    definition: str


@dataclass(frozen=True)
class CorrectionRow:
    """A municipality's answer that says why an earlier reading was wrong."""

    code: str
    area: str
    why: str


DEFINITIONS = Question("definitions", DefinitionRow, ("rounds",))
CORRECTIONS = Question("corrections", CorrectionRow, ("round",))


@dataclass(frozen=True)
class AreaTotal:
    """One area in two rounds, of the municipalities that both asked.

    ``established_before`` and ``established_after`` are of those that answered both times; None where the rounds count
    otherwise, so that the two may not be set beside each other.
    """

    area: str
    asked_in_both: int
    answered_in_both: int
    established_before: int | None
    established_after: int | None


Cells = dict[tuple[str, str], CoverageRow]
"""Answers by municipality and area; of those who were not asked there are none."""


class Replies:
    """What the municipalities of a selection answered in two rounds, and what is to be known to compare it."""

    def __init__(self, graph: Graph, scope: Scope, before: RoundRow, after: RoundRow) -> None:
        self.rounds = (before, after)
        self.places = {each.code: each for each in ask(graph, MUNICIPALITIES, scope.parameters)}
        self.before, self.after = (_cells(graph, scope, each) for each in self.rounds)
        defined = {(row.round, row.area): row.definition for row in _definitions(graph, before, after)}
        own = scope.selection.areas or tuple(each.id for each in scope.areas)
        self.areas = [area for area in own if area in before.areas and area in after.areas]
        self.once = [area for area in own if (area in before.areas) != (area in after.areas)]
        self.definitions = {area: tuple(defined.get((each.id, area)) for each in self.rounds) for area in self.areas}
        self.corrections = {(row.code, row.area): row.why for row in ask(graph, CORRECTIONS, {"round": after.id})}

    @property
    def asked(self) -> tuple[set[str], set[str]]:
        """The codes of those who were asked in the first and in the second round."""
        return {code for code, _ in self.before}, {code for code, _ in self.after}

    @property
    def both(self) -> list[str]:
        """The codes of those who were asked in both, in their order."""
        first, second = self.asked
        return sorted(first & second)

    def answered_both(self, code: str, areas: tuple[str, ...]) -> bool:
        """Say whether a municipality answered both rounds in one of these areas."""
        cells = (self.before, self.after)
        return any(all(_answered(each.get((code, area))) for each in cells) for area in areas)

    def corrected(self, code: str, areas: tuple[str, ...]) -> str | None:
        """Return why the first round was misread in one of these areas, where the second shows that it was."""
        return next((self.corrections[code, area] for area in areas if (code, area) in self.corrections), None)

    def redefined(self, area: str) -> bool:
        """Say whether the two rounds count otherwise in an area."""
        first, second = self.definitions[area]
        return first != second

    def born(self, place: MunicipalityRow) -> bool:
        """Say whether a municipality came to be after the first round."""
        return place.came_after(str(self.rounds[0].date))

    def abolished(self, place: MunicipalityRow) -> bool:
        """Say whether a municipality ceased to be before the second round."""
        return place.went_before(str(self.rounds[1].date))


def _definitions(graph: Graph, before: RoundRow, after: RoundRow) -> list[DefinitionRow]:
    return ask(graph, DEFINITIONS, {"rounds": [before.id, after.id]})


def _cells(graph: Graph, scope: Scope, round_: RoundRow) -> Cells:
    asked = {"round": round_.id, "day": "", "areas": list(scope.selection.areas), **scope.parameters}
    rows = ask(graph, AREA_COVERAGE, asked)
    return {(row.code, row.area): row for row in rows if row.status != "not_asked"}


def _answered(row: CoverageRow | None) -> bool:
    return row is not None and row.status != "no_reply"


def population(replies: Replies) -> Compared:
    """Return who joined and who left the population, or why the two populations cannot be compared."""
    if not all(each.asked for each in replies.rounds):
        return Compared(not_comparable=[NotComparable("population", "population", "asked_by_no_row")])
    before, after = replies.rounds
    if before.kkr and after.kkr and before.kkr != after.kkr:
        return Compared(not_comparable=[NotComparable("population", "population", "nobody_in_both")])
    first, second = replies.asked
    joined_ = [_moved(replies, code, "joined") for code in sorted(second - first)]
    return Compared([*joined_, *(_moved(replies, code, "left") for code in sorted(first - second))])


def _moved(replies: Replies, code: str, cause: str) -> Change:
    """Return that a municipality was asked in one round only, and whether it was there to be asked in the other."""
    place, cells = replies.places[code], replies.after if cause == "joined" else replies.before
    rows = [row for (own, _), row in cells.items() if own == code]
    reply = "answered" if any(map(_answered, rows)) else "no_reply"
    before, after = ("not_asked", reply) if cause == "joined" else (reply, "not_asked")
    why = ("born" if replies.born(place) else "asked") if cause == "joined" else _why_left(replies, place)
    lines = joined(each for row in rows for each in row.evidence)
    return Change("answer", place.name, before, after, cause, why=why, municipality=place.name, evidence=lines)


def _why_left(replies: Replies, place: MunicipalityRow) -> str:
    return "abolished" if replies.abolished(place) else "not_asked"


def answers(replies: Replies) -> Compared:
    """Return the answers that differ where both rounds asked the same municipality about the same area."""
    found, silent = Compared(), []
    if replies.once:
        found.not_comparable.append(NotComparable("area", "areas", "asked_in_one_round", areas=tuple(replies.once)))
    for code in replies.both:
        for row, later in _pairs(replies, code):
            if later.status == "no_reply" != row.status:
                silent.append(later)
            elif row.status != later.status:
                found.changes.append(_answer(replies, row, later))
    found.not_comparable += [_silent(rows) for rows in grouped(silent, lambda row: row.code).values()]
    return found


def _pairs(replies: Replies, code: str) -> Iterator[tuple[CoverageRow, CoverageRow]]:
    for area in replies.areas:
        if (code, area) in replies.before and (code, area) in replies.after:
            yield replies.before[code, area], replies.after[code, area]


def _silent(rows: list[CoverageRow]) -> NotComparable:
    """Return that a municipality which answered once did not answer again: nothing says that anything changed."""
    name, areas = rows[0].municipality, tuple(row.area for row in rows)
    lines = joined(each for row in rows for each in row.evidence)
    return NotComparable("answer", name, "no_reply_later", areas=areas, municipalities=(name,), evidence=lines)


def _answer(replies: Replies, row: CoverageRow, later: CoverageRow) -> Change:
    why = replies.corrected(row.code, (row.area,))
    cause = "correction" if why else _cause(replies, row)
    if cause == "definition":
        why = " / ".join(each or "–" for each in replies.definitions[row.area])
    return Change(
        what="answer",
        subject=f"{row.municipality}, {row.area}",
        before=row.status,
        after=later.status,
        cause=cause,
        why=why,
        confidence=min((row.confidence or "certain", later.confidence or "certain"), key=_SURE.index),
        municipality=row.municipality,
        area=row.area,
        evidence=joined((*row.evidence, *later.evidence)),
    )


def _cause(replies: Replies, row: CoverageRow) -> str:
    if row.status == "no_reply":
        return "first_answer"
    return "definition" if replies.redefined(row.area) else "real"


def totals(replies: Replies) -> tuple[AreaTotal, ...]:
    """Return the figures of each area that both rounds asked about; none where they have no municipality in common."""
    return tuple(_total(replies, area) for area in replies.areas) if replies.both else ()


def _total(replies: Replies, area: str) -> AreaTotal:
    pairs = [pair for code in replies.both for pair in _pairs(replies, code) if pair[0].area == area]
    answered = [pair for pair in pairs if all(map(_answered, pair))]
    first, second = (sum(pair[n].status == "established" for pair in answered) for n in (0, 1))
    if replies.redefined(area):
        return AreaTotal(area, len(pairs), len(answered), None, None)
    return AreaTotal(area, len(pairs), len(answered), first, second)
