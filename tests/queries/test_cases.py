"""Every question is asked of small data sets made for it, and its rows are compared in order and in type.

A case is a file in ``tests/cases/QUESTION/``: the data set, and what is asked with the rows that must come back.
Columns that are the same in every row stand once, under ``every_row``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from forumgraph.graphdb import Graph
from forumgraph.queries import CATALOGUE, ask

CASES = Path(__file__).parents[1] / "cases"
DATASETS = CASES / "datasets"


def _cases() -> list[Any]:
    """Every case with its question and its data set, and all three in the test's name.

    They come by data set: a server has room for one at a time, and plans each question anew for the next.
    """
    found = []
    for path in sorted(CASES.glob("*/*.yaml")):
        if path.parent.name in CATALOGUE:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            question, data = path.parent.name, DATASETS / content["data"]
            found += [pytest.param(question, data, case, id=f"{question}: {case['name']}") for case in content["cases"]]
    return sorted(found, key=lambda each: each.values[1])


@pytest.mark.parametrize(("id_", "data", "case"), _cases())
def test_a_question_returns_the_rows_of_its_case(
    id_: str, data: Path, case: dict[str, Any], loaded: Callable[..., Graph]
) -> None:
    question = CATALOGUE[id_]
    found = ask(loaded(data), question, case["parameters"])
    wanted = [case.get("every_row", {}) | row for row in case["rows"]]
    columns = question.row.__dataclass_fields__
    rows = [{name: _plain(getattr(row, name), name in question.gathered) for name in columns} for row in found]
    assert [_typed(row) for row in rows] == [_typed(row) for row in wanted]


@pytest.mark.parametrize("question", sorted(CATALOGUE))
def test_every_question_has_a_case(question: str) -> None:
    assert list((CASES / question).glob("*.yaml"))


def test_a_folder_that_is_no_question_is_there_for_a_reason() -> None:
    folders = {path.name for path in CASES.iterdir() if path.is_dir()}
    assert folders - set(CATALOGUE) == {
        DATASETS.name,
        "validate",  # data with mistakes, asked by the tests of the command line
    }


def _plain(value: Any, unordered: bool) -> Any:
    """A cell as YAML writes it; the order in what was gathered by ``collect()`` is no engine's promise."""
    if not isinstance(value, tuple):
        return value
    cells = [each if isinstance(each, str) else str(each) for each in value]
    return sorted(cells) if unordered else cells


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """True is not 1 and a date is not its text."""
    return {name: (type(value).__name__, value) for name, value in sorted(row.items())}
