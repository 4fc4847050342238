"""A theme has the fora that its lines name and those with its core tasks, and counts who is in an existing one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.themes import Theme, themes

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


@pytest.fixture(scope="module")
def asked(loaded: Callable[..., Graph]) -> Callable[..., dict[str, Theme]]:
    """Ask for the themes of a selection, by their ids."""
    graph = loaded(DATASETS / "publications")

    def ask(**chosen: Any) -> dict[str, Theme]:
        return {each.id: each for each in themes(graph, scope(graph, Selection(**chosen))).themes}

    return ask


def test_a_forum_belongs_by_name_or_by_task(asked: Callable[..., dict[str, Theme]]) -> None:
    found = asked()
    by_task, by_name = found["mobilitet"].forums, found["netvaerk-tema"].forums
    assert [(each.id, each.named, each.tasks) for each in by_task] == [
        ("job5", False, ("recruitment",)), ("netvaerk", False, ("recruitment",)),
    ]  # fmt: skip
    assert [(each.id, each.named, each.tasks) for each in by_name] == [("netvaerk", True, ())]
    assert found["mobilitet"].municipalities == ("Nordby", "Nyby", "Sydby", "Østby", "Ålby")


def test_a_selection_keeps_fora_that_count_it_in(asked: Callable[..., dict[str, Theme]]) -> None:
    found = asked(municipalities=("Ålby",))
    assert [(each.id, each.members) for each in found["mobilitet"].forums] == [("job5", ("Ålby",))]
    assert found["netvaerk-tema"].forums == ()
    assert asked(kkr=("Syd",)) == {}


def test_a_day_keeps_what_is_known_to_hold_on_it(asked: Callable[..., dict[str, Theme]]) -> None:
    found = asked(as_of=dt.date(2015, 6, 1))
    assert [(each.id, each.members) for each in found["mobilitet"].forums] == [
        ("netvaerk", ("Nordby", "Sydby", "Østby"))
    ]
