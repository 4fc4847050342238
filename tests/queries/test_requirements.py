"""The requirements of a catalogue, in the order in which they are read, and their totals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.requirements import ThemeTotal, requirements

THIRD = Path(__file__).parents[1] / "cases" / "datasets" / "third-kkr"


def test_what_must_be_done_comes_before_what_may_be_and_each_theme_has_its_total(loaded: Callable[..., Graph]) -> None:
    graph = loaded(THIRD)
    found = requirements(graph, scope(graph, Selection()))
    assert [row.id for row in found.requirements] == ["vest-plan", "vest-plan-2", "vest-klima", "oest-dialog"]
    assert found.totals == (ThemeTotal("Vest", "Grøn omstilling", 2, 1), ThemeTotal("Øst", "Dialog", 1, 0))
