"""Every question can be pasted into a console with a value for each of its parameters."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import CATALOGUE, Selection, scope
from forumgraph.queries.console import BEHIND, pasted, question_of

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"


@pytest.mark.parametrize("id_", sorted(CATALOGUE))
def test_a_question_is_printed_with_all_its_parameters(id_: str, loaded: Callable[..., Graph]) -> None:
    graph = loaded(PUBLICATIONS)
    printed = pasted(CATALOGUE[id_], scope(graph, Selection())).splitlines()
    assert re.findall(r"(?m)^:param (\w+) => ", "\n".join(printed)) == list(CATALOGUE[id_].parameters)
    assert printed[-1] == CATALOGUE[id_].text.rstrip().splitlines()[-1] + ";"


@pytest.mark.parametrize("command", sorted(BEHIND))
def test_a_command_has_the_question_behind_it(command: str) -> None:
    assert question_of(command) is CATALOGUE[BEHIND[command]]
