"""What people decided on pairs of bodies: it stands beside what a rule makes of them, and no rule overrules it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from forumgraph.graphdb import Graph
from forumgraph.queries.question import Question, ask


@dataclass(frozen=True)
class DecisionRow:
    """What people decided of two entries; the bodies are those that now stand for them."""

    id: str
    first: str
    second: str
    first_name: str
    second_name: str
    first_body: str
    second_body: str
    about: str
    verdict: str
    why: str
    decided_by: str
    date: dt.date


DECISIONS = Question("decisions", DecisionRow)


@dataclass(frozen=True)
class Verdict:
    """What was decided of a pair, why, by whom (a role) and when (YYYY-MM-DD).

    The first two are the bodies in the order of the decision, as ``part_of`` says that the first is part of the second.
    """

    first: str
    second: str
    verdict: str
    why: str
    decided_by: str
    date: str


Verdicts = dict[frozenset[str], Verdict]
"""By the two bodies, as ids that stand in the graph."""


def verdicts(graph: Graph, about: str) -> Verdicts:
    """Return the verdicts on pairs of fora or of organisations (``about``: forum or organisation), the latest of each.

    Two that were taken as the same are one body, so that there is no pair left to have a verdict.
    """
    rows = [row for row in ask(graph, DECISIONS) if row.about == about and row.first_body != row.second_body]
    rows.sort(key=lambda row: (row.date, row.id))
    return {
        frozenset((row.first_body, row.second_body)): Verdict(
            row.first_body, row.second_body, row.verdict, row.why, row.decided_by, str(row.date)
        )
        for row in rows
    }
