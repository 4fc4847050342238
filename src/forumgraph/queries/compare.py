"""The question of comparison: what the fora of one KKR's municipalities would mean against another KKR's requirements.

The requirements never applied to them: what is missing is a difference and no breach, and every answer says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from forumgraph.graphdb import Graph
from forumgraph.queries.errors import QuestionError
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.fitting import Answers, Fit, Fits, answers_of, fits
from forumgraph.queries.forum_rows import NAMES
from forumgraph.queries.municipalities import Span, municipalities_of
from forumgraph.queries.question import ask
from forumgraph.queries.requirements import RequirementRow, requirements
from forumgraph.queries.selection import Scope

#: What every row of every answer bears.
LABEL = "comparison, not a breach: the requirements did not apply to these municipalities"


@dataclass(frozen=True)
class Having:
    """A municipality that counts in existing fora which fit; ``asked`` says whether a survey asked it."""

    municipality: str
    forums: tuple[str, ...]
    asked: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Compared:
    """One requirement against the municipalities of another KKR (names by the Danish alphabet).

    ``without`` answered in every area where a forum may fit, and count in none that does; ``unknown`` were asked, and
    left one of these areas open, or count in a forum that fits though nothing says so of the day, or the requirement
    does not say which fora fit; ``not_asked`` are in no figure. ``numerator`` of ``denominator`` (all that were asked)
    have one; ``answered`` left no area open. ``evidence`` is of the requirement.
    """

    requirement: str
    theme: str
    level: str
    summary: str
    fitting: tuple[Having, ...]
    without: tuple[str, ...]
    unknown: tuple[str, ...]
    not_asked: tuple[str, ...]
    numerator: int
    denominator: int
    answered: int
    share_low: float | None
    share_high: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Direction:
    """The fora of one KKR (``forums_of``) against the requirements of another."""

    forums_of: str
    requirements_of: str
    requirements: tuple[Compared, ...]
    rounds: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """One direction, or both; ``names`` are those of all fora, by their ids."""

    directions: tuple[Direction, ...]
    names: dict[str, str]


def compare(graph: Graph, scope: Scope, *, both: bool) -> Comparison:
    """Return what the fora of the first chosen KKR would mean against the second's requirements, or the reverse too.

    A direction without any of the chosen municipalities is left out; QuestionError where that leaves none.
    """
    one, other = scope.selection.kkr
    pairs = [(one, other), (other, one)] if both else [(one, other)]
    of_kkr = {fora: _municipalities(graph, scope, fora) for fora, _ in pairs}
    if not any(of_kkr.values()):
        raise QuestionError("none_of_kkr", kkr=" / ".join(of_kkr))
    found = tuple(_direction(graph, scope, *pair, of_kkr[pair[0]]) for pair in pairs if of_kkr[pair[0]])
    return Comparison(found, {row.id: row.name for row in ask(graph, NAMES)})


def _municipalities(graph: Graph, scope: Scope, kkr: str) -> list[str]:
    return [row.name for row in municipalities_of(graph, scope, Span.of(scope), (kkr,))]


def _direction(graph: Graph, scope: Scope, fora: str, asking: str, names: list[str]) -> Direction:
    asked = requirements(graph, replace(scope, selection=replace(scope.selection, kkr=(asking,)))).requirements
    fitting = fits(graph, scope, asked)
    answers = answers_of(graph, scope, fora)
    return Direction(
        forums_of=fora,
        requirements_of=asking,
        requirements=tuple(_compared(row, names, fitting, answers) for row in asked),
        rounds=tuple(dict.fromkeys(row.round for row in asked)),
    )


def _compared(row: RequirementRow, names: list[str], fitting: Fits, answers: Answers) -> Compared:
    known = {name: _known(row, name, answers) for name in names}
    found = {name: fitting[row.id, name] for name in names if (row.id, name) in fitting}
    having = [
        Having(name, fit.forums, known[name] != "not_asked", fit.evidence) for name, fit in found.items() if fit.sure
    ]
    standing = {name: _standing(row, known[name], found.get(name)) for name in names}
    without, unknown, not_asked = (_those(standing, what) for what in ("without", "unknown", "not_asked"))
    numerator = sum(each.asked for each in having)
    denominator = numerator + len(without) + len(unknown)
    return Compared(
        requirement=row.id,
        theme=row.theme,
        level=row.level,
        summary=row.summary,
        fitting=tuple(having),
        without=without,
        unknown=unknown,
        not_asked=not_asked,
        numerator=numerator,
        denominator=denominator,
        answered=len(_those(known, "answered")),
        share_low=numerator / denominator if denominator else None,
        share_high=(numerator + len(unknown)) / denominator if denominator else None,
        evidence=row.evidence,
    )


def _those(said: dict[str, str], what: str) -> tuple[str, ...]:
    return tuple(name for name, each in said.items() if each == what)


def _standing(row: RequirementRow, known: str, fit: Fit | None) -> str:
    if fit and fit.sure:
        return "fitting"
    if known == "not_asked":
        return known
    return "without" if known == "answered" and row.tells_fora and not fit else "unknown"


def _known(row: RequirementRow, name: str, answers: Answers) -> str:
    """Say what surveys know of a municipality in the areas where a forum may fit: answered, no_reply or not_asked.

    Without such areas a forum of any may fit, so that every answer counts.
    """
    looked_at = row.suggest_areas or {area for _, area in answers}
    statuses = {answers[name, area].status for area in looked_at if (name, area) in answers}
    if statuses <= {"not_asked"}:
        return "not_asked"
    return "no_reply" if statuses & {"no_reply", "not_asked"} else "answered"
