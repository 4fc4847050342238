"""What an answer of a day leaves out is named with the reason, within what was chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, ask, scope
from forumgraph.queries.forum_rows import SUCCESSION
from forumgraph.queries.left_out import left_out, not_there

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ({}, []),
        (
            {"as_of": dt.date(2013, 6, 1)},
            ["gammelt-raad unknown", "job5 not_yet", "panel unknown", "oestby-raad unknown"],
        ),
        ({"as_of": dt.date(2018, 6, 1)}, ["gammelt-raad ended", "netvaerk ended"]),
        ({"as_of": dt.date(2018, 6, 1), "areas": ("jobcentres",)}, ["netvaerk ended"]),
        ({"as_of": dt.date(2018, 6, 1), "round": "kl-2013"}, ["netvaerk ended"]),
        # Job5 was there, and nothing says that Nyby was in it yet.
        ({"as_of": dt.date(2018, 6, 1), "municipalities": ("Nyby",)}, ["job5 unknown"]),
    ],
)
def test_what_a_day_leaves_out_is_named(chosen: dict[str, Any], names: list[str], loaded: Callable[..., Graph]) -> None:
    graph = loaded(PUBLICATIONS)
    found = left_out(graph, scope(graph, Selection(**chosen)))
    assert [f"{each.forum} {each.why}" for each in found] == names


def test_what_a_forum_became_says_that_it_had_ended_where_its_own_dates_do_not(loaded: Callable[..., Graph]) -> None:
    graph = loaded(PUBLICATIONS.parent / "changed")
    steps = ask(graph, SUCCESSION, {"forums": []})
    before, after = (not_there(graph, day, steps)["oest-net"] for day in ("2016-12-31", "2017-02-01"))
    assert (before, after) == ("unknown", "ended")
