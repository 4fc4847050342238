"""Figures are as they are printed, and those of one topic say why they may not be subtracted from each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.errors import UnknownWord
from forumgraph.queries.findings import FindingRow, Findings, Topic, differing, findings

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


@pytest.fixture(scope="module")
def asked(loaded: Callable[..., Graph]) -> Callable[..., Findings]:
    """Ask for the figures of a data set on some topics."""

    def ask(data: str, *topics: str) -> Findings:
        graph = loaded(DATASETS / data)
        return findings(graph, scope(graph, Selection()), topics)

    return ask


def test_a_whole_number_is_whole_and_words_are_no_number(asked: Callable[..., Findings]) -> None:
    values = {each.id: (each.value, type(each.value), each.text) for each in asked("publications").findings}
    assert values["strategi-2013"] == (99, int, None)
    assert values["samarbejde-2020"] == (None, type(None), "så godt som alle")
    assert {each.id: each.value for each in asked("changed").findings}["brug-2015"] == 40.5


def test_figures_of_one_topic_say_why_they_may_not_be_subtracted(asked: Callable[..., Findings]) -> None:
    both = ("samarbejde-2013", "samarbejde-2020")
    assert asked("publications").topics == (
        Topic("paa-tvaers", both, ("population", "question", "no_number", "period")),
    )
    assert asked("changed").topics == (
        Topic("brug", ("brug-2015", "brug-2018", "antal-2018"), ("measure", "unit")),
        Topic("moede", ("moede-2015", "moede-2018"), ("question_unknown",)),
    )


def test_figures_without_questions_may_be_subtracted_where_one_source_has_them_of_the_same_population() -> None:
    row = FindingRow(
        "a", "r", dt.date(2013, 1, 1), 1, "M", "t", None, 1, None, "count", "P", None, None, "2012", "S", None, None, ()
    )  # fmt: skip
    assert differing(row, replace(row, period="2013", value=2)) == ()
    assert differing(row, replace(row, told_by=None)) == ("question_unknown",)
    assert differing(row, replace(row, population="Q")) == ("population", "question_unknown")
    assert differing(row, replace(row, question="Hvor mange?")) == ("question_unknown",)


def test_a_topic_is_chosen_by_its_word_and_a_slip_gets_the_nearest(asked: Callable[..., Findings]) -> None:
    found = asked("changed", "ENE")
    assert ([each.id for each in found.findings], found.topics) == (["ene-2018"], ())
    with pytest.raises(UnknownWord) as unknown:
        asked("changed", "moedet")
    assert unknown.value.near == ["moede"]
