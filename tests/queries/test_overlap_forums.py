"""Pairs of fora: what they share, and what they seem to be, by the survey and by a made-up set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forumgraph.graphdb import Graph
from forumgraph.queries import Scope
from forumgraph.queries.overlap_forums import ForumPair, ForumPairs, overlap_forums

DIALOGFORUM = {
    "dialogforum-billund", "dialogforum-faaborg-midtfyn", "dialogforum-odense", "dialogforum-toender",
    "dialogforum-aabenraa",
}  # fmt: skip


@pytest.fixture(scope="module")
def found(survey: Graph, scoped: Callable[..., Scope]) -> ForumPairs:
    return overlap_forums(survey, scoped())


def pair_of(found: ForumPairs, one: str, other: str) -> ForumPair:
    (pair,) = (pair for pair in found.pairs if {pair.first, pair.second} == {one, other})
    return pair


def test_the_group_of_six_is_part_of_the_seven_without_haderslev(found: ForumPairs) -> None:
    """Lines 2850-2867 list six of the seven, and say that Haderslev is not in."""
    pair = pair_of(found, "syv-kommune-samarbejdet", "dima")
    assert (pair.relation, pair.only_first, pair.only_second) == ("nested", ("Haderslev",), ())
    assert pair.common == ("Billund", "Fredericia", "Kolding", "Middelfart", "Vejen", "Vejle")
    assert pair.seems == "part_of"


def test_the_chairs_and_the_chiefs_of_funen_mean_to_meet_apart(found: ForumPairs) -> None:
    pair = pair_of(found, "fynsk-beskaeftigelsesforum", "fynske-jobcenterchefer")
    assert (pair.relation, len(pair.common), pair.seems) == ("nested", 8, "joint")
    named = next(reason for reason in pair.reasons if reason.about == "named_both")
    assert set(named.same) == set(pair.common)  # all eight name both


def test_two_circles_that_meet_at_their_edge_are_neighbours(found: ForumPairs) -> None:
    pair = pair_of(found, "soenderjyske-jobcentre", "sydvestjysk-jobcenterchefnetvaerk")
    assert (pair.relation, pair.common, pair.seems) == ("partial", ("Tønder",), "neighbours")


def test_five_bodies_by_one_word_are_five(found: ForumPairs) -> None:
    pairs = [pair for pair in found.pairs if {pair.first, pair.second} <= DIALOGFORUM]
    assert len(pairs) == 10
    assert {(pair.relation, pair.seems) for pair in pairs} == {("disjoint", "alike")}
    assert all(any(reason.about == "kept_apart" for reason in pair.reasons) for pair in pairs)


def test_no_pair_of_the_survey_seems_to_be_one_body(found: ForumPairs) -> None:
    """Bodies that are one were merged when the survey was read."""
    assert [pair for pair in found.pairs if pair.seems == "same"] == []


def test_pairs_come_by_members_in_common_and_alike_names_last(found: ForumPairs) -> None:
    order = [(-len(pair.common), -pair.jaccard) for pair in found.pairs]
    assert order == sorted(order)
    assert found.of + found.of_alike == len(found.pairs)
    assert found.of == sum(bool(pair.common) for pair in found.pairs)


def test_at_most_so_many_are_the_first_of_all(survey: Graph, scoped: Callable[..., Scope], found: ForumPairs) -> None:
    cut = overlap_forums(survey, scoped(), top=7)
    assert (cut.pairs, cut.of, cut.of_alike) == (found.pairs[:7], found.of, found.of_alike)


def test_beside_one_forum_are_its_own_pairs(survey: Graph, scoped: Callable[..., Scope], found: ForumPairs) -> None:
    own = overlap_forums(survey, scoped(), word="dima")
    assert own.pairs == tuple(pair for pair in found.pairs if "dima" in (pair.first, pair.second))


def test_of_a_pair_one_counts_a_chosen_municipality_in(
    survey: Graph, scoped: Callable[..., Scope], found: ForumPairs
) -> None:
    kept = overlap_forums(survey, scoped(municipalities=("Ballerup",)))
    within = {"netvaerksforum-middelfart"}
    assert kept.pairs == tuple(pair for pair in found.pairs if {pair.first, pair.second} & within)
    both = overlap_forums(survey, scoped(municipalities=("Ballerup",)), word="dima")
    assert [{pair.first, pair.second} for pair in both.pairs] == [{"netvaerksforum-middelfart", "dima"}]


def test_a_body_of_one_municipality_pairs_only_with_what_does_the_same(found: ForumPairs) -> None:
    single = [pair for pair in found.pairs if pair.common and 1 in (_members(pair, "first"), _members(pair, "second"))]
    assert single
    for pair in single:
        same = {reason.about for reason in pair.reasons if reason.same}
        assert {"area", "task"} <= same


def _members(pair: ForumPair, which: str) -> int:
    return len(pair.common) + len(pair.only_first if which == "first" else pair.only_second)


def test_what_has_ended_is_left_out(found: ForumPairs) -> None:
    assert not [pair for pair in found.pairs if "lokale-beskaeftigelsesraad" in (pair.first, pair.second)]
