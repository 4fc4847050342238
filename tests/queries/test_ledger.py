"""Who carries on the tasks of an abolished body: said, inferred, not said, and not known are told apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.ledger import Ledger, ledger

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


@pytest.fixture(scope="module")
def asked(loaded: Callable[..., Graph]) -> Callable[..., Ledger]:
    """Ask for the ledger of a data set and a selection."""

    def ask(data: str = "changed", **chosen: Any) -> Ledger:
        graph = loaded(DATASETS / data)
        return ledger(graph, scope(graph, Selection(**chosen)))

    return ask


def states(found: Ledger, duty: str) -> dict[str, str]:
    return {row.municipality: row.state for row in found.rows if row.duty == duty}


def test_a_successor_carries_on_and_another_body_has_the_like(asked: Callable[..., Ledger]) -> None:
    found = asked()
    assert states(found, "raadgive") == {
        "Aby": "carried", "Bby": "carried", "Cby": "similar", "Dby": "unknown", "Fby": "not_asked",
    }  # fmt: skip
    (row,) = (row for row in found.rows if (row.duty, row.municipality) == ("raadgive", "Aby"))
    assert [(body.forum, body.successor) for body in row.bodies] == [("raad", True), ("klub", False)]
    assert row.evidence == (Evidence("vest-2018", "10"),)


def test_whom_a_text_says_to_carry_a_task_on_carries_it(asked: Callable[..., Ledger]) -> None:
    found = asked()
    assert states(found, "ambassadoer") == {
        "Aby": "not_said", "Bby": "carried", "Cby": "carried", "Dby": "unknown", "Fby": "not_asked",
    }  # fmt: skip
    (row,) = (row for row in found.rows if (row.duty, row.municipality) == ("ambassadoer", "Bby"))
    assert [(body.forum, body.successor, body.said) for body in row.bodies] == [
        ("kreds", False, (Evidence("vest-2018", "82, 84"),))
    ]


def test_the_bodies_of_who_did_not_answer_are_listed_and_make_no_state(asked: Callable[..., Ledger]) -> None:
    (row,) = (row for row in asked().rows if (row.duty, row.municipality) == ("raadgive", "Fby"))
    assert (row.state, [body.forum for body in row.bodies]) == ("not_asked", ["klub"])


def test_a_task_without_a_core_task_is_not_said_or_not_known_and_nobody_carries_it_on(
    asked: Callable[..., Ledger],
) -> None:
    found = asked()
    assert states(found, "penge") == {
        "Aby": "not_said", "Bby": "not_said", "Cby": "not_said", "Dby": "unknown", "Fby": "not_asked",
    }  # fmt: skip
    assert found.nobody == ("penge",)


def test_the_figures_add_up_to_the_municipalities_that_there_were(asked: Callable[..., Ledger]) -> None:
    first, second, _ = asked().duties
    assert (first.carried, first.similar, first.not_said, first.unknown, first.not_asked) == (2, 1, 0, 1, 1)
    assert (second.carried, second.not_said, second.unknown, second.not_asked) == (0, 3, 1, 1)
    assert (first.asked, first.answered) == (4, 3)
    for each in asked().duties:
        assert each.carried + each.similar + each.not_said == each.answered


def test_on_a_day_only_what_is_known_to_hold_on_it_and_was_answered_by_then_counts(
    asked: Callable[..., Ledger],
) -> None:
    found = asked(as_of=dt.date(2015, 12, 1))
    assert found.surveys == ("vest-2015",)
    assert states(found, "raadgive") == {
        "Aby": "similar", "Bby": "carried", "Cby": "unknown", "Dby": "not_asked", "Eby": "not_said",
    }  # fmt: skip


def test_a_round_says_only_what_it_says_itself(asked: Callable[..., Ledger]) -> None:
    found = asked("publications", round="nord-2015", kkr=("Nord",))
    assert states(found, "raadgive") == {
        "Nordby": "not_said", "Sydby": "unknown", "Østby": "carried", "Ålby": "not_said",
    }  # fmt: skip


def test_without_a_survey_nobody_was_asked(asked: Callable[..., Ledger]) -> None:
    found = asked("publications", round="kl-2013", municipalities=("Østby",))
    assert found.surveys == ()
    assert states(found, "raadgive") == {"Østby": "not_asked"}
