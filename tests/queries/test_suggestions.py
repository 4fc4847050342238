"""Pairs that may be one body, in a small survey in which one forum was entered twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope, Selection, scope
from forumgraph.queries.bodies import bodies
from forumgraph.queries.suggestion_parts import Parts
from forumgraph.queries.suggestions import Apart, Suggestion, Wanted, candidates, suggest

DUPLICATES = Path(__file__).parents[1] / "cases" / "datasets" / "duplicates"
EMPTY = DUPLICATES.parent / "empty"
ALL = Wanted(1000, every=True, least=0)


@pytest.fixture(scope="module")
def duplicates(loaded: Callable[..., Graph]) -> Graph:
    return loaded(DUPLICATES)


def pairs(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    return [(each.first, each.second) for each in found]


def test_the_forum_that_was_entered_twice_comes_first_with_all_that_speaks_for_it(duplicates: Graph) -> None:
    (first, *_) = suggest(duplicates, scope(duplicates, Selection()), "forums", Wanted(20)).suggestions
    assert (first.about, first.first, first.second) == ("forum", "fem-koege", "fem-slagelse")
    assert first.parts == Parts(name=1.0, members=0.7, usual=None, area=1.0, level=1.0, task=None)
    assert first.score == 0.8804  # 1.25 × (0.45 + 0.3 × 0.7 + 0.1 + 0.05) of 0.9 + 0.25
    assert first.why == ("same_name", "name_each_other", "left_out")  # Lolland stands on one full list alone
    assert [(each.name, each.used_by) for each in first.names] == [
        ("Chefnetværk på Sjælland", ("Køge",)),
        ("Sjællandske chefers netværk", ("Slagelse",)),
    ]
    assert [str(each) for each in first.evidence] == ["sj-2015:10, 20"]


def test_what_the_data_holds_apart_is_left_out_and_counted(duplicates: Graph) -> None:
    found = suggest(duplicates, scope(duplicates, Selection()), "forums", Wanted(20))
    assert (found.considered, found.kept_apart) == (18, 3)  # of seven fora, 21 pairs
    assert all(each.apart is None for each in found.suggestions)


def test_with_all_it_is_there_with_the_reason(duplicates: Graph) -> None:
    found = suggest(duplicates, scope(duplicates, Selection()), "forums", ALL)
    assert (found.considered, found.kept_apart, len(found.suggestions)) == (21, 0, 21)
    assert {(each.first, each.second): each.apart for each in found.suggestions if each.apart} == {
        ("dialog-koege", "dialog-slagelse"): Apart("kept_apart", "Hver kommunes eget."),
        ("dialog-gammelt", "dialog-naestved"): Apart("succeeds", "De samme folk."),
        ("fem-koege", "netvaerk-under"): Apart("part_of", None),
    }


def test_a_forum_of_each_municipality_with_one_word_for_it_scores_low(duplicates: Graph) -> None:
    found = suggest(duplicates, scope(duplicates, Selection()), "forums", ALL).suggestions
    (dialogue,) = (each for each in found if (each.first, each.second) == ("dialog-koege", "dialog-slagelse"))
    assert dialogue.why == ("same_name", "elsewhere", "no_lists")
    assert dialogue.score < 0.35


def test_the_likeliest_come_first_and_as_many_as_are_wanted(duplicates: Graph) -> None:
    everything = suggest(duplicates, scope(duplicates, Selection()), "forums", ALL).suggestions
    scores = [each.score for each in everything]
    assert scores == sorted(scores, reverse=True)
    for top in range(1, 22):
        assert (
            suggest(duplicates, scope(duplicates, Selection()), "forums", Wanted(top, True, 0)).suggestions
            == (everything[:top])
        )
    above = tuple(each for each in everything if each.score >= 0.6)
    assert suggest(duplicates, scope(duplicates, Selection()), "forums", Wanted(20, True, 0.6)).suggestions == above


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({"areas": ("companies",)}, {"dialog-koege", "dialog-slagelse", "dialog-naestved"}),
        ({"municipalities": ("Lolland",)}, {"fem-slagelse"}),
        ({"kkr": ("Syddanmark",)}, set()),
    ],
    ids=["an area", "a municipality", "a KKR"],
)
def test_a_selection_keeps_pairs_with_one_body_in_it_and_leaves_scores_alone(
    chosen: dict[str, tuple[str, ...]], ids: set[str], duplicates: Graph
) -> None:
    everything = suggest(duplicates, scope(duplicates, Selection()), "forums", ALL).suggestions
    found = suggest(duplicates, scope(duplicates, Selection(**chosen)), "forums", ALL)  # type: ignore[arg-type]
    assert found.suggestions == tuple(each for each in everything if ids & {each.first, each.second})
    assert found.considered == len(found.suggestions)


def test_organisations_are_compared_by_all_their_names_and_by_who_puts_them_in_one_forum(duplicates: Graph) -> None:
    found = suggest(duplicates, scope(duplicates, Selection()), "organisations", ALL).suggestions
    by_pair = {(each.first, each.second): each for each in found}
    twice = by_pair["celf", "center"]
    assert (twice.about, [each.name for each in twice.names]) == (
        "organisation",
        ["Center for erhvervsrettede uddannelser", "Centret for erhvervsrettet uddannelse"],
    )
    assert by_pair["3f", "celf"].why == ("unlike_name", "other_kind", "side_by_side")
    assert "other_kind" in by_pair["celf", "center-odense"].why
    assert pairs(found)[0] == ("celf", "center")


def test_a_selection_keeps_the_organisations_that_sit_in_its_fora(duplicates: Graph) -> None:
    found = suggest(duplicates, scope(duplicates, Selection(municipalities=("Lolland",))), "organisations", ALL)
    assert {"center"} == set.intersection(*({each.first, each.second} for each in found.suggestions))


def test_an_empty_survey_has_no_pairs(
    loaded: Callable[..., Graph], survey: Graph, scoped: Callable[..., Scope]
) -> None:
    found = suggest(survey, scoped(municipalities=("Fanø",)), "forums", ALL)
    assert (found.suggestions, found.considered) == ((), 0)


def test_where_all_pairs_are_too_many_the_rarest_in_common_are_compared(duplicates: Graph) -> None:
    found = bodies(duplicates, scope(duplicates, Selection()), "forums").all
    every = candidates(found)
    some = candidates(found, most=8)
    assert (len(every), len(some)) == (21, len(set(some)))
    assert set(some) < set(every)
    ids = {frozenset((found[a].id, found[b].id)) for a, b in some}
    assert frozenset(("fem-koege", "fem-slagelse")) in ids
