"""What differs between two rounds has its cause, and what says nothing of a change is no change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Selection, scope
from forumgraph.queries.change import Change, Differs, NotComparable
from forumgraph.queries.changed_answers import AreaTotal
from forumgraph.queries.changes import Changes, changes
from forumgraph.queries.errors import QuestionError, UnknownWord
from forumgraph.queries.evidence import Evidence

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"


@pytest.fixture(scope="module")
def compared(loaded: Callable[..., Graph]) -> Callable[..., Changes]:
    """Compare two rounds of a data set for a selection."""

    def compare(first: str, second: str, data: str = "changed", **chosen: Any) -> Changes:
        graph = loaded(DATASETS / data)
        return changes(graph, scope(graph, Selection(**chosen)), first, second)

    return compare


@pytest.fixture(scope="module")
def found(compared: Callable[..., Changes]) -> Changes:
    return compared("vest-2015", "vest-2018")


def told(found: Changes, what: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(each.subject, each.before, each.after, each.cause) for each in found.changes if each.what == what]


def change(found: Changes, subject: str) -> Change:
    (own,) = (each for each in found.changes if each.subject == subject)
    return own


def reasons(found: Changes) -> list[tuple[str, str, str]]:
    return [(each.about, each.subject, each.why) for each in found.not_comparable]


def why(found: Changes, reason: str) -> NotComparable:
    (own,) = (each for each in found.not_comparable if each.why == reason)
    return own


def test_every_answer_that_differs_has_its_cause(found: Changes) -> None:
    assert told(found, "answer") == [
        ("Aby, lbr", "none", "established", "correction"),
        ("Aby, companies", "informal", "established", "definition"),
        ("Bby, lbr", "established", "none", "real"),
        ("Cby, lbr", "no_reply", "none", "first_answer"),
        ("Cby, companies", "no_reply", "none", "first_answer"),
        ("Dby", "not_asked", "no_reply", "joined"),
        ("Eby", "answered", "not_asked", "left"),
    ]


def test_a_correction_says_why_and_is_as_sure_as_the_less_sure_of_the_readings(found: Changes) -> None:
    corrected = change(found, "Aby, lbr")
    assert (corrected.why, corrected.confidence) == ("Rådet fandtes allerede i 2015.", "probable")
    assert corrected.evidence == (Evidence("vest-2015", "10"), Evidence("vest-2018", "10"))
    assert change(found, "Aby, companies").why == "– / Også aftaler tæller."


def test_who_joined_or_left_is_in_no_figure_of_the_round_that_did_not_ask(found: Changes) -> None:
    assert found.in_common.municipalities == ("Aby", "Bby", "Cby")
    assert found.totals == (AreaTotal("lbr", 3, 2, 1, 1), AreaTotal("companies", 3, 2, None, None))
    assert change(found, "Eby").why == "abolished"


def test_fora_began_ended_and_merged_by_their_dates_and_by_nothing_else(found: Changes) -> None:
    events = [(each.subject, each.before, each.why, each.date) for each in found.changes if each.what == "forum"]
    assert events == [
        ("Det gamle", "Det gamle", "ended_at_latest", "2017"),
        ("Det nye", None, "began", "2016-09"),
        ("Vestnettet", "Østnettet", "merged_from", "2017-01"),
    ]
    assert change(found, "Det nye").evidence == (Evidence("vest-2017", "20"),)


def test_a_membership_came_or_went_only_where_both_rounds_could_have_said_so(found: Changes) -> None:
    assert told(found, "membership") == [
        ("Aby, Rådet", "not_in", "self_reported", "correction"),
        ("Bby, Klubben", "named_by_other", "not_in", "real"),
        ("Bby, Rådet", "self_reported", "not_in", "real"),
        ("Cby, Klubben", "not_in", "named_by_other", "real"),
        ("Dby, Klubben", "named_by_other", "not_in", "real"),
        ("Fby, Klubben", "not_in", "named_by_other", "joined"),
    ]
    unclear = why(found, "no_full_list")
    assert (unclear.subject, unclear.municipalities) == ("Kredsen", ("Cby", "Dby"))


def test_silence_and_vague_dates_are_no_change(found: Changes) -> None:
    assert reasons(found) == [
        ("area", "areas", "asked_in_one_round"),
        ("forum", "forums", "later_round_silent"),
        ("forum", "forums", "earlier_round_silent"),
        ("forum", "forums", "succession_undated"),
        ("forum", "forums", "date_vague"),
        ("membership", "Kredsen", "no_full_list"),
        ("figure", "antal fora", "measure, unit"),
        ("figure", "mødes ofte", "question_unknown"),
    ]
    assert why(found, "asked_in_one_round").areas == ("education", "unions")
    assert why(found, "later_round_silent").forums == ("foer",)
    assert why(found, "date_vague").forums == ("loes",)


def test_a_figure_has_a_difference_only_where_one_may_be_subtracted_from_the_other(found: Changes) -> None:
    (figure,) = found.figures
    assert (figure.before, figure.after, figure.difference) == (40.5, 50, 9.5)
    measured, counted = Differs("measure", "bruger fora", "antal fora"), Differs("unit", "percent", "count")
    assert why(found, "measure, unit").differs == (measured, counted)


def test_what_a_round_says_of_another_year_is_no_state_of_its_own_time(compared: Callable[..., Changes]) -> None:
    found = compared("oest-2020", "oest-2022", "retold")
    assert told(found, "membership") == [("Engby, Rådet", "named_by_other", "not_in", "real")]


def test_figures_are_set_beside_those_of_the_same_measure_and_forum(compared: Callable[..., Changes]) -> None:
    found = compared("oest-2020", "oest-2022", "retold")
    assert {each.measure: each.difference for each in found.figures} == {"mødes hver måned": 5, "mødes hvert år": 2}
    assert [each for each in reasons(found) if each[0] == "figure"] == [
        ("figure", "mødes hver uge", "measure"),
        ("figure", "får noget ud af det", "forum, population_size"),
    ]


def test_the_same_words_for_a_group_of_another_size_are_no_population_in_common(
    compared: Callable[..., Changes],
) -> None:
    found = compared("oest-2020", "oest-2022", "retold")
    assert (found.in_common.population, found.comparable) == (None, False)
    assert [each.about for each in found.not_comparable if each.why == "population_size"] == ["population"]


def test_a_selection_keeps_its_municipalities_areas_and_fora(compared: Callable[..., Changes]) -> None:
    found = compared("vest-2015", "vest-2018", municipalities=("Bby",), areas=("lbr",))
    assert [each.subject for each in found.changes] == ["Bby, lbr", "Bby, Rådet"]
    assert [total.area for total in found.totals] == ["lbr"]


def test_rounds_with_nothing_in_common_say_so_first_and_give_no_number(compared: Callable[..., Changes]) -> None:
    found = compared("kl-2013", "kl-2020", "publications")
    assert not found.comparable
    assert (found.totals, found.figures) == ((), ())
    assert reasons(found) == [
        ("rounds", "rounds", "no_area, nobody_by_name"),
        ("population", "population", "asked_by_no_row"),
        ("figure", "samarbejder på tværs", "population, question, no_number"),
    ]
    assert [(each.subject, each.why) for each in found.changes] == [
        ("De gamle råd", "ended"), ("Job5", "renamed"), ("Østby råd", "carries_on"),
    ]  # fmt: skip


def test_a_municipality_that_was_born_or_abolished_is_absent_and_not_zero(compared: Callable[..., Changes]) -> None:
    found = compared("nord-2015", "nord-2019", "publications")
    moved = [(each.subject, each.cause, each.why) for each in found.changes if not each.area and each.what == "answer"]
    assert moved == [("Nordby", "left", "abolished"), ("Nyby", "joined", "born"), ("Sydby", "left", "abolished")]
    assert found.in_common.municipalities == ("Østby", "Ålby")
    assert why(found, "no_reply_later").municipalities == ("Ålby",)


def test_a_municipality_that_was_asked_once_is_told_by_itself_too(compared: Callable[..., Changes]) -> None:
    found = compared("nord-2015", "nord-2019", "publications", municipalities=("Nyby",))
    assert told(found, "answer") == [("Nyby", "not_asked", "answered", "joined")]
    assert found.totals == ()


def test_rounds_in_the_wrong_order_the_same_round_and_an_unknown_one_are_refused(
    compared: Callable[..., Changes],
) -> None:
    with pytest.raises(QuestionError, match="rounds_reversed"):
        compared("vest-2018", "vest-2015")
    with pytest.raises(QuestionError, match="same_round"):
        compared("vest-2018", "vest-2018")
    with pytest.raises(UnknownWord) as unknown:
        compared("vest-2015", "vest-218")
    assert unknown.value.near[0] == "vest-2018"
