"""A forum through time: what each source says of it year by year, and the line of bodies that it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.ingest.danish import sort_key
from forumgraph.queries.claims import by_forum, counted, grouped, lines_of, reporters
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.forum_rows import (
    FORUM_THEMES,
    MEMBERS,
    MENTIONS,
    STATEMENTS,
    SUCCESSION,
    ForumRow,
    ForumThemeRow,
    MemberRow,
    MentionRow,
    StatementRow,
    SuccessionRow,
)
from forumgraph.queries.question import ask
from forumgraph.queries.selection import Scope

#: What an entry of a timeline rests on, in the order in which those of one year stand.
WHAT = ("since", "since_at_least", "predecessor", "stated", "reported", "successor", "until", "until_at_most")


@dataclass(frozen=True)
class Event:
    """What is known of a forum at one time; ``moment`` is that time as exact as it is known, ``year`` its year.

    ``what`` is stated (a publication says so), reported (municipalities name it in a survey), a date of the forum
    (since, since_at_least, until, until_at_most), or predecessor or successor (``other`` became it, or it became
    ``other``). ``members_stated`` is the number that the source gives, ``members`` how many it counts by name,
    null where it names none.
    """

    year: int
    moment: str
    what: str
    members_stated: int | None = None
    members: int | None = None
    event: str | None = None
    other: str | None = None
    confidence: str | None = None
    round: str | None = None
    reported_by: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Succession(SuccessionRow):
    """A step in the line of a forum; ``direction`` is predecessor where it lies before the forum, successor after."""

    direction: str


@dataclass(frozen=True)
class Told:
    """Everything that the timeline of one forum is made of; ``members`` are the claims of all times."""

    row: ForumRow
    statements: list[StatementRow]
    mentions: list[MentionRow]
    members: list[MemberRow]
    line: tuple[Succession, ...]

    @property
    def numbers(self) -> list[StatementRow]:
        """How many members the answers that name the forum state."""
        naming = {(each.round, each.reported_by) for each in self.mentions}
        return [each for each in self.statements if (each.round, each.reported_by) in naming]


class History:
    """What makes the timelines of some fora: it is told whole, whatever the day that is asked of."""

    def __init__(self, graph: Graph, scope: Scope, ids: list[str], members: dict[str, list[MemberRow]]) -> None:
        said = {"rounds": scope.ids, "forums": ids}
        always = {**said, "day": "", "municipalities": []}
        self.rounds = scope.ids
        self.members = by_forum(ask(graph, MEMBERS, always)) if scope.day else members
        self.statements: dict[str, list[StatementRow]] = by_forum(ask(graph, STATEMENTS, said))
        self.mentions: dict[str, list[MentionRow]] = by_forum(ask(graph, MENTIONS, said))
        self.themes: dict[str, list[ForumThemeRow]] = by_forum(ask(graph, FORUM_THEMES, said))
        self.steps = ask(graph, SUCCESSION, {"forums": []})  # a line goes on beyond the fora that are asked for

    def line(self, forum: str) -> tuple[Succession, ...]:
        """Return the line of bodies that a forum stands in."""
        return line_of(forum, self.steps)

    def left_out(self, forum: str, kept: list[MemberRow]) -> tuple[str, ...]:
        """Return the municipalities that are counted in at some time, but by none of the claims that were kept."""
        found = {row.municipality for row in counted(self.members[forum])} - {row.municipality for row in counted(kept)}
        return tuple(sorted(found, key=sort_key))

    def timeline(self, row: ForumRow, line: tuple[Succession, ...]) -> tuple[Event, ...]:
        """Return what is known of a forum year by year."""
        told = Told(row, self.statements[row.id], self.mentions[row.id], self.members[row.id], line)
        return timeline(told, self.rounds)


def timeline(told: Told, rounds: list[str]) -> tuple[Event, ...]:
    """Return the events of a forum by year; what is said in one year comes in the order of the rounds."""
    place = {id_: n for n, id_ in enumerate(rounds)}
    found = [*_dates(told.row), *_steps(told), *_stated(told), *_reported(told)]
    return tuple(sorted(found, key=lambda each: (each.year, WHAT.index(each.what), place.get(each.round or "", -1))))


def _dates(row: ForumRow) -> Iterator[Event]:
    for what in ("since", "since_at_least", "until", "until_at_most"):
        if moment := getattr(row, what):
            yield Event(_year(moment), moment, what)


def _steps(told: Told) -> Iterator[Event]:
    """Yield what the forum itself became of, and what became of it, where a source gives the time."""
    for step in told.line:
        if step.date and told.row.id in (step.forum, step.predecessor):
            other = step.predecessor if step.direction == "predecessor" else step.forum
            yield Event(
                _year(step.date),
                step.date,
                step.direction,
                event=step.how,
                other=other,
                confidence=step.confidence,
                evidence=step.evidence,
            )


def _stated(told: Told) -> Iterator[Event]:
    numbers = told.numbers
    for each in told.statements:
        if each in numbers:
            continue
        own = [row for row in told.members if _said_with(row, each)]
        yield Event(
            _year(each.moment),
            each.moment,
            "stated",
            each.members_stated,
            _named(own),
            event=each.event,
            round=each.round,
            reported_by=(each.reported_by,),
            evidence=each.evidence,
        )


def _said_with(row: MemberRow, statement: StatementRow) -> bool:
    """Say whether a claim was read from the lines of a statement: one publication may say two things of a year."""
    said = (row.round, row.year, row.reported_by, row.evidence)
    return said == (statement.round, statement.year, statement.reported_by, statement.evidence)


def _reported(told: Told) -> Iterator[Event]:
    """Yield one event for each survey whose answers name the forum, and one a number where they state several."""
    numbers = told.numbers
    for round_id, mentions in grouped(told.mentions, lambda row: row.round).items():
        naming = {each.reported_by for each in mentions}
        own = [row for row in told.members if row.round == round_id and row.reported_by in naming]
        stated = grouped((row for row in numbers if row.round == round_id), lambda row: row.members_stated)
        yield Event(
            _year(mentions[0].moment),
            mentions[0].moment,
            "reported",
            members_stated=next(iter(stated)) if len(stated) == 1 else None,
            members=_named(own),
            round=round_id,
            reported_by=reporters(mentions),
            evidence=lines_of(mentions),
        )
        if len(stated) > 1:
            yield from (_number(stated[number]) for number in sorted(stated))


def _number(rows: list[StatementRow]) -> Event:
    """Return the event of a number that answers of one survey state, beside others that state another."""
    said = rows[0]
    return Event(
        _year(said.moment),
        said.moment,
        "stated",
        said.members_stated,
        round=said.round,
        reported_by=reporters(rows),
        evidence=lines_of(rows),
    )


def _year(moment: str) -> int:
    return int(moment[:4])


def _named(rows: list[MemberRow]) -> int | None:
    return len({row.municipality for row in counted(rows)}) or None


def line_of(forum: str, rows: Iterable[SuccessionRow]) -> tuple[Succession, ...]:
    """Return the whole line of a forum, the oldest step first: what came before it, however far, and what after."""
    steps = list(rows)
    before = _walk(forum, steps, lambda row: (row.forum, row.predecessor))
    after = _walk(forum, steps, lambda row: (row.predecessor, row.forum))
    back = [_step(row, "predecessor") for row in reversed(before)]
    return (*back, *(_step(row, "successor") for row in after))


def _walk(
    forum: str, steps: list[SuccessionRow], ends: Callable[[SuccessionRow], tuple[str, str]]
) -> list[SuccessionRow]:
    """Return the steps that lead on from a forum, the nearest first, each once."""
    found: list[SuccessionRow] = []
    reached = [forum]
    for here in reached:
        for row in steps:
            start, end = ends(row)
            if start == here and row not in found:
                found.append(row)
                reached += [end] if end not in reached else []
    return found


def _step(row: SuccessionRow, direction: str) -> Succession:
    return Succession(**vars(row), direction=direction)
