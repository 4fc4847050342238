"""The question of findings: what publications state in figures, and which of them may be subtracted from each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import combinations

from forumgraph.graphdb import Graph
from forumgraph.queries.claims import grouped
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.question import Question, ask
from forumgraph.queries.selection import ANY_DATE, Scope, known_word


@dataclass(frozen=True)
class FindingRow:
    """A figure as it is stated; ``value`` is None where the text gives words, ``response_rate`` a fraction.

    In an answer the value is as it is printed: a whole number is one.
    """

    id: str
    round: str
    date: dt.date
    position: int
    measure: str
    topic: str | None
    question: str | None
    value: int | float | None
    text: str | None
    unit: str
    population: str
    population_size: int | None
    response_rate: float | None
    period: str | None
    told_by: str | None
    forum: str | None
    forum_name: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class TopicRow:
    """A word that several publications may have figures of."""

    topic: str


FINDINGS = Question("findings", FindingRow, ("rounds", "as_of", "topics"))
TOPICS = Question("topics", TopicRow)

#: Why figures of one topic may not be subtracted from each other, in the order in which it is told; that they are of
#: other times is told as well, and keeps nobody from it.
WHYS = (
    "measure", "forum", "population", "population_size", "question", "question_unknown", "unit", "no_number", "period",
)  # fmt: skip


@dataclass(frozen=True)
class Topic:
    """The figures of one topic, and why some may not be subtracted from each other.

    ``differ`` has what is not the same in any two of them: measure, forum, population, population_size, question, unit,
    period; question_unknown where it is not said what was asked, and they are not of one source and population;
    no_number where one gives words.
    """

    topic: str
    findings: tuple[str, ...]
    differ: tuple[str, ...]


@dataclass(frozen=True)
class Findings:
    """The figures, by round and then in the order of the data; topics are those of several figures."""

    findings: tuple[FindingRow, ...]
    topics: tuple[Topic, ...]
    rounds: tuple[str, ...]


def findings(graph: Graph, scope: Scope, topics: tuple[str, ...] = ()) -> Findings:
    """Return the figures of the rounds of a scope; raise UnknownWord where no figure is of a topic."""
    known = tuple(row.topic for row in ask(graph, TOPICS)) if topics else ()
    chosen = tuple(known_word("topic", word, known) for word in topics)
    found = stated(graph, scope.ids, scope.selection.as_of or ANY_DATE, chosen)
    by_topic = grouped((each for each in found if each.topic), lambda each: each.topic)
    shared = [several for several in by_topic.values() if len(several) > 1]
    shared.sort(key=lambda several: len({each.round for each in several}) == 1)  # what several publications say first
    rounds = tuple(dict.fromkeys(each.round for each in found))
    return Findings(tuple(found), tuple(map(_shared, shared)), rounds)


def stated(
    graph: Graph, rounds: list[str], as_of: dt.date = ANY_DATE, topics: tuple[str, ...] = ()
) -> list[FindingRow]:
    """Return the figures of some rounds, each number as it is printed."""
    rows = ask(graph, FINDINGS, {"rounds": rounds, "as_of": str(as_of), "topics": list(topics)})
    return [replace(row, value=number(row.value)) for row in rows]


def number(value: float | None) -> int | float | None:
    """Return a number as it is printed: whole where it is."""
    return int(value) if value is not None and float(value).is_integer() else value


def differing(one: FindingRow, other: FindingRow) -> tuple[str, ...]:
    """Return why one figure may not be subtracted from another; empty where it may.

    Two figures of other times may be; that is what a change is. A question that only one gives may be any; where
    neither gives one, it is the same where the same source has them of the same population.
    """
    known, either = bool(one.question and other.question), bool(one.question or other.question)
    together = (one.told_by, one.population) == (other.told_by, other.population)
    sizes = {one.population_size, other.population_size} - {None}
    holds = {
        "measure": one.measure != other.measure,
        "forum": one.forum != other.forum,
        "population": one.population != other.population,
        "population_size": one.population == other.population and len(sizes) > 1,  # the same words for others
        "question": known and one.question != other.question,
        "question_unknown": not known and (either or not together),
        "unit": one.unit != other.unit,
        "no_number": None in (one.value, other.value),
    }
    return tuple(why for why, found in holds.items() if found)


def _shared(several: list[FindingRow]) -> Topic:
    found = {why for one, other in combinations(several, 2) for why in differing(one, other)}
    if len({each.period for each in several}) > 1:
        found.add("period")
    return Topic(several[0].topic or "", tuple(each.id for each in several), tuple(sorted(found, key=WHYS.index)))
