"""A load that is killed leaves the old graph, the new one, or one that is marked as unfinished and can be completed.

A few kills for every run of the tests; tests/reliability.py does many, and docs/reliability.md holds its figures.
"""

from __future__ import annotations

import pytest

from graphdb.server.killing import Change, both, kill_client, kill_server
from server.running import Server

OLD, NEW = ("old", 400), ("new", 500)
AT_ONCE, IN_STEPS, FIRST = Change(OLD, NEW), Change(OLD, NEW, steps=True), Change(None, NEW, steps=True)


@pytest.mark.parametrize("seconds", [0.0, 0.4])
@pytest.mark.parametrize(
    ("change", "states"),
    [(AT_ONCE, {"old", "new"}), (IN_STEPS, {"old", "new", "unfinished"}), (FIRST, {"old", "new", "unfinished"})],
    ids=["at once", "in steps", "first in steps"],
)
def test_a_client_that_is_killed_leaves_no_mixture(
    seconds: float, change: Change, states: set[str], own_server: Server
) -> None:
    assert kill_client(own_server, change, seconds).state in states


def test_a_server_that_is_killed_leaves_no_mixture_and_the_load_says_so(own_server: Server) -> None:
    found = kill_server(own_server, IN_STEPS, 0.2)
    # Which of them depends on the moment: before or in the first contact, during the load, at its commit, or after it.
    before = ("nobody_answers", "closed_at_once", "connection_lost")
    assert found.said in (*before, "load_broken_off", "commit_unknown", "loaded")
    assert found.state == "old" or found.said not in before
    assert found.seconds < 15
    assert found.state in ("old", "new", "unfinished")


def test_two_processes_that_load_at_once_leave_the_graph_of_one(own_server: Server) -> None:
    said, stands = both(own_server, Change(OLD, NEW), Change(OLD, ("other", 450), steps=True))
    assert set(said) <= {"loaded", "another_load"}
    assert "loaded" in said
    assert stands in ("first", "second")
