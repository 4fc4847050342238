"""The question of progress: how far each municipality says that it has come with what was asked of it.

What surveys and fora suggest stands beside what was reported and is in no figure; unknown is never green.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.ingest.moments import last_day
from forumgraph.queries.claims import grouped
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.fitting import Answers, Fits, answers_of, fits
from forumgraph.queries.forum_rows import NAMES
from forumgraph.queries.municipalities import Span, municipalities_of
from forumgraph.queries.question import Question, ask
from forumgraph.queries.requirements import RequirementRow, requirements
from forumgraph.queries.selection import RoundRow, Scope

STATES = ("green", "yellow", "red", "unknown")

#: What an answer in the area of a requirement suggests of it; a standing body suggests nothing unless it fits.
SUGGESTED = {"informal": "yellow", "planned": "yellow", "none": "red"}


@dataclass(frozen=True)
class ProgressRow:
    """A report of a municipality on a requirement; where there is none, all but the first four is None or empty."""

    municipality: str
    code: str
    kkr: str
    requirement: str
    state: str | None
    remark: str | None
    date: str | None
    reported_by: str | None
    evidence: tuple[Evidence, ...]
    position: int | None


PROGRESS = Question("progress", ProgressRow, ("requirements", "municipalities", "first", "last"))


@dataclass(frozen=True)
class Report:
    """What was reported at one time; ``date`` is a year, a month or a day."""

    state: str
    remark: str | None
    date: str
    reported_by: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Suggested:
    """What fora or, where none fits, the latest survey suggest; ``state`` is None where they suggest nothing.

    ``why`` is *member* (of a forum that fits), or the answer in the requirement's area, or *unsure* (counted
    in a forum that fits, but nothing says so of the time), or *nothing* where no survey asked about it. Nobody has
    reported it: ``rounds`` say it.
    """

    state: str | None
    why: str
    forums: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rounds: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Where a municipality stands: its latest report, those before it (the oldest first), and what is suggested.

    Of a year only what was reported of that year says where it stands; what was reported before is ``history``.
    """

    municipality: str
    code: str
    kkr: str
    requirement: str
    state: str
    remark: str | None
    date: str | None
    reported_by: str | None
    evidence: tuple[Evidence, ...]
    history: tuple[Report, ...]
    suggested: Suggested


@dataclass(frozen=True)
class ProgressTotal:
    """The states reported on one requirement, or on all of a theme (``requirement`` is None).

    ``asked`` counts each municipality once for each requirement that was in force; ``share_low`` are the green ones,
    ``share_high`` also those of which nothing is known.
    """

    kkr: str
    theme: str
    requirement: str | None
    green: int
    yellow: int
    red: int
    unknown: int
    asked: int
    answered: int
    share_low: float | None
    share_high: float | None


@dataclass(frozen=True)
class Progress:
    """Rows by the Danish alphabet and then by requirement; ``scope`` and ``span`` say of when it is.

    ``names`` are those of all fora, by their ids.
    """

    rows: tuple[Standing, ...]
    totals: tuple[ProgressTotal, ...]
    requirements: tuple[RequirementRow, ...]
    scope: Scope
    span: Span
    names: dict[str, str]

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds that it rests on: those that recommend, then those that suggest something."""
        recommending = (row.round for row in self.requirements)
        return tuple(dict.fromkeys([*recommending, *(each.id for each in self.suggesting)]))

    @property
    def concerned(self) -> Scope:
        """The scope of the KKRs whose requirements were in force: no other's fora could suggest anything."""
        chosen = self.scope.selection
        kkr = tuple(dict.fromkeys(row.kkr for row in self.requirements))
        return replace(self.scope, selection=replace(chosen, kkr=kkr or chosen.kkr))

    @property
    def suggesting(self) -> tuple[RoundRow, ...]:
        """The rounds by which something is suggested."""
        ids = {each for row in self.rows for each in row.suggested.rounds}
        return tuple(each for each in self.scope.rounds if each.id in ids)


def progress(graph: Graph, scope: Scope, year: int | None = None) -> Progress:
    """Return how far the municipalities had come with what was in force in a year, or on the day that was chosen.

    Without either it is of the latest year that a requirement or a report is of.
    """
    scope, span = _time(graph, scope, year)
    asked = requirements(graph, _of_their_kkr(graph, scope), span).requirements
    rows = _standings(graph, scope, span, asked)
    names = {row.id: row.name for row in ask(graph, NAMES)}
    return Progress(tuple(rows), tuple(_totals(rows, asked)), asked, scope, span, names)


def _of_their_kkr(graph: Graph, scope: Scope) -> Scope:
    """Return the scope with the KKRs of the municipalities that were chosen: of others' nothing is asked of them."""
    chosen = scope.selection
    if not chosen.municipalities:
        return scope
    found = {row.kkr for row in municipalities_of(graph, scope, Span(), chosen.kkr)}
    return replace(scope, selection=replace(chosen, kkr=tuple(sorted(found)) or chosen.kkr))


def _time(graph: Graph, scope: Scope, year: int | None) -> tuple[Scope, Span]:
    """Return the scope as of the end of the time that is asked about, and the days of that time."""
    if scope.day and year is None:
        return scope, Span.of(scope)
    span = Span.of_year(year or _latest_year(graph, scope))
    dated = replace(scope.selection, as_of=dt.date.fromisoformat(span.last))
    return replace(scope, selection=dated), span


def _latest_year(graph: Graph, scope: Scope) -> int:
    asked = requirements(graph, _of_their_kkr(graph, scope), Span()).requirements
    stated = {str(each.date) for each in scope.rounds if each.id in {row.round for row in asked}}
    reported = {row.date for row in _reports(graph, scope, Span(), asked) if row.date}
    known = {row.in_force_from for row in asked} | stated | reported
    return int(max(known or {str(each.date) for each in scope.rounds})[:4])


def _reports(graph: Graph, scope: Scope, span: Span, asked: Iterable[RequirementRow]) -> list[ProgressRow]:
    ids = [row.id for row in asked]
    if not ids:
        return []
    names = list(scope.selection.municipalities)
    return ask(graph, PROGRESS, {"requirements": ids, "municipalities": names, "first": span.first, "last": span.last})


def _standings(graph: Graph, scope: Scope, span: Span, asked: tuple[RequirementRow, ...]) -> list[Standing]:
    order = {row.id: n for n, row in enumerate(asked)}
    by_id = {row.id: row for row in asked}
    fitting = fits(graph, scope, asked)
    answers = {kkr: answers_of(graph, scope, kkr) for kkr in {row.kkr for row in asked}}
    spots = grouped(_reports(graph, scope, span, asked), lambda row: (row.municipality, row.requirement))
    found = [
        _standing(rows, span, suggestion(by_id[requirement], name, fitting, answers[rows[0].kkr]))
        for (name, requirement), rows in spots.items()
    ]
    return sorted(found, key=lambda row: (sort_key(row.municipality), order[row.requirement]))


def _standing(rows: list[ProgressRow], span: Span, suggested: Suggested) -> Standing:
    """Return the latest report with those before it; of several at one time the last of the files stands.

    On a day the latest until then stands, however old; in a span of days one of that span.
    """
    reports = [
        Report(row.state, row.remark, row.date, row.reported_by, row.evidence)
        for row in sorted(rows, key=lambda row: (last_day(row.date or ""), row.position or 0))
        if row.state and row.date
    ]
    first = "" if span.one_day else span.first
    latest = reports[-1] if reports and last_day(reports[-1].date) >= first else None
    return Standing(
        municipality=rows[0].municipality,
        code=rows[0].code,
        kkr=rows[0].kkr,
        requirement=rows[0].requirement,
        state=latest.state if latest else "unknown",
        remark=latest.remark if latest else None,
        date=latest.date if latest else None,
        reported_by=latest.reported_by if latest else None,
        evidence=latest.evidence if latest else (),
        history=tuple(each for each in reports if each is not latest),
        suggested=suggested,
    )


def suggestion(row: RequirementRow, municipality: str, fitting: Fits, answers: Answers) -> Suggested:
    """Return what is suggested of a municipality: a forum that fits comes before any answer.

    An answer that suggests something comes before a forum of which nothing is known at the time.
    """
    fit, answer = fitting.get((row.id, municipality)), answers.get((municipality, row.area or ""))
    if fit and fit.sure:
        return Suggested("green", "member", fit.forums, fit.evidence, fit.rounds)
    if fit and not (answer and answer.status in SUGGESTED):
        return Suggested(None, "unsure", fit.forums, fit.evidence, fit.rounds)
    if answer is None:
        return Suggested(None, "nothing", (), (), ())
    rounds = (answer.round,) if answer.evidence else ()  # who was not asked has no answer that anything could rest on
    return Suggested(SUGGESTED.get(answer.status), answer.status, (), answer.evidence, rounds)


def _totals(rows: list[Standing], asked: tuple[RequirementRow, ...]) -> Iterable[ProgressTotal]:
    """Yield the total of each theme after those of its requirements."""
    by_requirement = grouped(rows, lambda row: row.requirement)
    for (kkr, theme), each in grouped(asked, lambda row: (row.kkr, row.theme)).items():
        own = [(row.id, by_requirement.get(row.id, [])) for row in each]
        for id_, standings in own:
            yield _total(kkr, theme, id_, standings)
        yield _total(kkr, theme, None, [row for _, standings in own for row in standings])


def _total(kkr: str, theme: str, requirement: str | None, rows: list[Standing]) -> ProgressTotal:
    counts = {state: sum(row.state == state for row in rows) for state in STATES}
    asked, unknown = len(rows), counts["unknown"]
    return ProgressTotal(
        kkr=kkr,
        theme=theme,
        requirement=requirement,
        **counts,
        asked=asked,
        answered=asked - unknown,
        share_low=counts["green"] / asked if asked else None,
        share_high=(counts["green"] + unknown) / asked if asked else None,
    )
