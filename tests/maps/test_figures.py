"""One figure, wherever it stands: the command line, the page and the workbook count the same, in every selection."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.maps.companions.figures import totals as in_workbook
from forumgraph.maps.data import map_data
from forumgraph.queries import Selection, scope
from forumgraph.queries.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    from forumgraph.graphdb import Graph

    from .conftest import Opened

pytestmark = pytest.mark.browser

TWO_ROUNDS = Path(__file__).parents[1] / "cases" / "datasets" / "two-rounds"
STATUSES = ("established", "informal", "planned", "none", "no_reply", "not_asked")


@dataclass(frozen=True)
class Figures:
    """What is said of one area."""

    area: str
    counts: tuple[int, ...]
    asked: int
    answered: int
    shares: tuple[float | None, float | None]


def figures(area: str, counts: dict[str, int], asked: int, answered: int, shares: tuple[Any, Any]) -> Figures:
    rounded = [None if share is None else round(share, 9) for share in shares]
    return Figures(area, tuple(counts[status] for status in STATUSES), asked, answered, (rounded[0], rounded[1]))


@pytest.fixture(scope="module")
def two_rounds(loaded: Callable[..., Graph]) -> Graph:
    return loaded(*sorted(TWO_ROUNDS.glob("*.yaml")))


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"kkr": ("Sjælland",)},
        {"round": "sj-2015"},
        {"round": "dk-2017"},
        {"municipalities": ("Odense", "Slagelse")},
        {"areas": ("education",)},
    ],
    ids=str,
)
def test_the_page_and_the_workbook_count_as_the_command_line_does(
    two_rounds: Graph, open_map: Callable[..., Opened], chosen: dict[str, Any]
) -> None:
    asked = scope(two_rounds, Selection(**chosen))
    data = map_data(two_rounds, asked, ("data",), "da")
    told = [
        figures(
            each.area,
            {status: getattr(each, status) for status in STATUSES},
            each.asked,
            each.answered,
            (each.share_low, each.share_high),
        )
        for each in coverage(two_rounds, asked).totals
    ]
    kept = [
        figures(one.area, dict(one.counts), one.asked, one.answered, (one.low, one.high)) for one in in_workbook(data)
    ]
    page = open_map(data).page
    shown = [
        figures(one["area"], one, one["asked"], one["answered"], (one["low"], one["high"]))
        for one in page.evaluate("forumgraph.store.totals()")
    ]
    assert kept == told
    assert shown == told
