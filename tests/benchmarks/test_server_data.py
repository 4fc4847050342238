"""What the benchmark of loads makes is what a load takes: the columns of the schema, checked."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from forumgraph.graphdb.checking import checked
from forumgraph.graphdb.schema import KINDS

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
BY_NAME = {kind.name: kind for kind in KINDS}


def server_data() -> ModuleType:
    """The module as the benchmark has it: benchmarks are scripts and no package."""
    spec = importlib.util.spec_from_file_location("server_data", BENCHMARKS / "server_data.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


DATA = server_data()


@pytest.mark.parametrize("name", DATA.COLUMNS)
def test_a_kind_has_the_columns_of_the_schema(name: str) -> None:
    assert DATA.COLUMNS[name] == BY_NAME[name].columns


@pytest.mark.parametrize("kind", DATA.size_of("survey, 1/40").kinds, ids=lambda kind: kind.name)
def test_each_row_is_one_that_a_load_takes(kind: object) -> None:
    name, count, make, columns = (getattr(kind, each) for each in ("name", "count", "make", "columns"))
    rows = (dict(zip(columns, values, strict=True)) for values in make())
    assert len(list(checked(BY_NAME[name], rows))) == count
