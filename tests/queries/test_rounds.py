"""What a round's covering text claims beside what its rows say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.errors import NothingAsked
from forumgraph.queries.rounds import holds, rounds

DATASETS = Path(__file__).parents[1] / "cases" / "datasets"
TWO_ROUNDS, PUBLICATIONS = DATASETS / "two-rounds", DATASETS / "publications"


def test_the_text_claims_one_answer_more_than_there_is(survey: Graph, scoped: Callable[..., Scope]) -> None:
    (found,) = rounds(survey, scoped()).rounds
    assert (found.asked, found.answered, found.no_reply) == (21, 20, 1)
    claim = found.claims[0]
    assert (claim.claimed, claim.found, claim.of, claim.agrees) == (21, 20, 21, False)
    assert [str(each) for each in claim.evidence] == ["kkr-syddanmark-2015:611"]


def test_each_claim_stands_beside_the_municipalities_with_an_established_forum(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    (found,) = rounds(survey, scoped()).rounds
    assert [(claim.areas, claim.claimed, claim.found, claim.of, claim.agrees) for claim in found.claims[1:]] == [
        (("lbr",), "nearly_all", 14, 20, False),  # 613-614
        (("unemployment_funds",), "all", 18, 20, False),  # 615-617
        (("education",), "widespread", 14, 20, True),  # 619-621
        (("jobcentres",), "all", 20, 20, True),  # 622-623
        (("unions",), "most", 8, 20, False),  # 623-626
        (("companies",), "most", 11, 20, True),  # 623-626
        ((), 4, 4, None, True),  # 426-427: four focus areas
    ]


def test_those_that_cooperate_without_a_standing_body_are_counted_beside_them(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    (found,) = rounds(survey, scoped()).rounds
    assert [claim.found_with_informal for claim in found.claims] == [None, 17, 20, 19, 20, 17, 16, None]


def test_a_round_says_when_whom_and_what_it_asked(survey: Graph, scoped: Callable[..., Scope]) -> None:
    (found,) = rounds(survey, scoped()).rounds
    assert (found.date, found.kkr, found.source) == ("2015-08-20", "Syddanmark", "kkr-syddanmark-2015")
    assert found.areas == ("lbr", "unemployment_funds", "education", "jobcentres", "unions", "companies")


def test_a_selection_of_municipalities_does_not_change_what_a_round_found(
    survey: Graph, scoped: Callable[..., Scope]
) -> None:
    assert rounds(survey, scoped(municipalities=("Vejle",), areas=("unions",))) == rounds(survey, scoped())


def test_a_claim_about_two_areas_counts_those_with_a_forum_in_both(loaded: Callable[..., Graph]) -> None:
    graph = loaded(TWO_ROUNDS)
    first, second = rounds(graph, scope(graph, Selection())).rounds
    assert [(claim.areas, claim.found, claim.of, claim.agrees) for claim in first.claims] == [
        ((), 3, 4, True),
        (("lbr", "companies"), 0, 3, False),
    ]
    assert (second.claims, second.kkr, second.areas) == ((), None, ("lbr", "companies"))


def test_a_publication_without_rows_asked_nobody_that_can_be_counted(loaded: Callable[..., Graph]) -> None:
    graph = loaded(PUBLICATIONS)
    before, first, _, after = rounds(graph, scope(graph, Selection())).rounds
    assert (before.asked, before.answered, before.no_reply) == (None, None, None)
    assert (before.population, before.population_size, before.response_rate) == ("alle kommuner", 98, 0.71)
    assert (first.asked, first.answered, first.no_reply, first.population) == (4, 3, 1, None)
    (claim,) = before.claims
    assert (claim.counted, claim.found, claim.of, claim.agrees) == ("uncountable", None, None, None)
    assert [(each.counted, each.claimed, each.found, each.of, each.agrees) for each in after.claims] == [
        ("forums", 2, 1, None, None),  # a text need not name all that it counts
        ("members", 5, 3, None, None),
        ("requirements", 5, 1, None, False),
        ("themes", 1, 0, None, False),
    ]
    assert [each.found_inferred for each in after.claims] == [None, 2, None, None]


def test_a_date_leaves_out_later_rounds_and_one_before_all_is_refused(loaded: Callable[..., Graph]) -> None:
    graph = loaded(PUBLICATIONS)
    found = rounds(graph, scope(graph, Selection(as_of=dt.date(2015, 6, 1)))).rounds
    assert [each.id for each in found] == ["kl-2013", "nord-2015"]
    with pytest.raises(NothingAsked):
        rounds(graph, scope(graph, Selection(as_of=dt.date(2013, 8, 31))))


@pytest.mark.parametrize(
    ("claimed", "found", "agrees"),
    [
        (20, 20, True),
        (20, 19, False),
        (20, 21, False),
        ("all", 20, True),
        ("all", 19, False),
        ("nearly_all", 18, True),
        ("nearly_all", 17, False),
        ("most", 11, True),
        ("most", 10, False),
        ("widespread", 11, True),
        ("widespread", 10, False),
    ],
)
def test_a_number_holds_exactly_and_a_word_by_its_bounds(claimed: int | str, found: int, agrees: bool) -> None:
    assert holds(claimed, found, 20) is agrees
