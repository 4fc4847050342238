"""What speaks for two bodies being one, and against it; the figures are computed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from forumgraph.queries.bodies import Body, UsedName
from forumgraph.queries.name_spelling import Spelt
from forumgraph.queries.names_alike import Alike
from forumgraph.queries.suggestion_parts import LEAST, Names, Parts, compare, most, score

NAME = UsedName("Navn", (), False, ())
SAME = Names(Alike(1.0, 2), (NAME, NAME), False)


def forum(tellers: dict[str, str], *, listed: bool = False, excluded: str = "", areas: str = "funds") -> Body:
    """A body whose members are told by the municipalities beside them (several with a space between)."""
    told = {member: frozenset(who.split()) for member, who in tellers.items()}
    reporters = {who for each in told.values() for who in each}
    return Body(
        id="f",
        name="Navn",
        kind="",
        names=((NAME, Spelt(frozenset({"navn"}), frozenset())),),
        tellers=told,
        excluded=frozenset(excluded.split()),
        listed=listed,
        places=frozenset((who, area) for who in reporters for area in areas.split()),
        areas=frozenset(areas.split()),
        levels=frozenset(),
        tasks=frozenset(),
        part_of=None,
        evidence=(),
    )


def members(first: Body, second: Body) -> tuple[float | None, tuple[str, ...]]:
    found, turned = compare(first, second, SAME, {}), compare(second, first, SAME, {})
    assert (found.parts, found.why) == (turned.parts, turned.why)
    return found.parts.members, found.why[1:]


ALONE = {"Tønder": "Tønder"}
ASSENS_LIST = {"Assens": "Assens", "Middelfart": "Assens"}


def test_two_that_name_only_themselves_prove_nothing() -> None:
    assert members(forum({"Assens": "Assens"}), forum(ALONE)) == (None, ("no_lists",))


def test_a_list_that_is_not_full_proves_nothing_of_those_it_does_not_name() -> None:
    assert members(forum(ASSENS_LIST), forum(ALONE)) == (None, ("no_lists",))


def test_a_full_list_that_leaves_the_other_out_speaks_against() -> None:
    assert members(forum(ASSENS_LIST, listed=True), forum(ALONE)) == (0.25, ("left_out",))  # 0.5 of 2


def test_who_is_said_not_to_be_in_it_speaks_against() -> None:
    assert members(forum({"Assens": "Assens"}, excluded="Tønder"), forum(ALONE)) == (0.25, ("left_out",))


def test_one_that_counts_in_the_other_speaks_for_but_not_as_much_as_both() -> None:
    one = members(forum(ASSENS_LIST), forum({"Middelfart": "Middelfart"}))
    both = members(forum(ASSENS_LIST), forum({"Middelfart": "Middelfart", "Assens": "Middelfart"}))
    assert one == (0.75, ("share_members",))  # 1.5 of 2
    assert both == (0.8333, ("name_each_other",))  # 2.5 of 3


def test_lists_that_overlap_are_counted_for_and_against() -> None:
    first = forum({"Kerteminde": "Kerteminde", "Odense": "Kerteminde", "Nyborg": "Kerteminde"}, listed=True)
    second = forum({"Odense": "Odense", "Kerteminde": "Odense", "Nordfyns": "Odense"}, listed=True)
    assert members(first, second) == (0.5, ("name_each_other", "left_out"))  # 2.5 of 5


def test_a_municipality_that_names_both_in_one_area_holds_them_apart() -> None:
    assert members(forum(ALONE), forum(ALONE)) == (0.25, ("side_by_side",))


def test_one_that_names_both_in_two_areas_may_mean_one() -> None:
    assert members(forum(ALONE, areas="funds"), forum(ALONE, areas="unions")) == (None, ("no_lists",))


def test_who_is_in_both_by_one_reporters_word_is_no_vote_for() -> None:
    both = {"Assens": "Assens", "Middelfart": "Assens"}
    assert members(forum(both), forum(both)) == (0.25, ("side_by_side",))


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("funds", "funds", 1.0),
        ("funds unions", "funds", 1.0),
        ("funds unions", "funds lbr", 0.5),
        ("lbr", "funds", 0.0),
    ],
)
def test_areas_agree_by_what_the_smaller_set_shares(first: str, second: str, overlap: float) -> None:
    assert compare(forum(ALONE, areas=first), forum({}, areas=second), SAME, {}).parts.area == overlap


def test_what_is_usual_stands_in_only_where_nobody_tells_members() -> None:
    usual = {"funds": 0.25, "unions": 0.75}
    silent = compare(forum({"Assens": "Assens"}), forum(ALONE, areas="unions"), SAME, usual)
    told = compare(forum(ASSENS_LIST, listed=True), forum(ALONE), SAME, usual)
    assert (silent.parts.usual, told.parts.usual) == (0.5, None)


def parts(**known: Any) -> Parts:
    return Parts(**{**dict.fromkeys(("members", "usual", "area", "level", "task")), "name": 0.0, **known})


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        (parts(name=1.0, members=1.0, area=1.0, level=1.0, task=1.0), 1.0),
        (parts(name=0.8, members=0.5, area=1.0, level=0.0, task=0.5), 0.36 + 0.15 + 0.1 + 0.05),
        (parts(name=1.0), 1.25 * 0.45 / 0.7),
        (parts(name=1.0, area=1.0), 1.25 * 0.55 / 0.8),
        (parts(name=1.0, usual=0.2, area=1.0), 1.25 * (0.45 + 0.03 + 0.1) / 0.95),
    ],
)
def test_the_score_is_the_mean_of_what_is_known_with_a_doubt_that_says_no(known: Parts, wanted: float) -> None:
    assert score(known, 0.45) == round(wanted, 4)


def test_a_phrase_counts_half_for_and_half_against() -> None:
    alike, unlike = parts(name=1.0, area=1.0), parts(name=0.1, area=1.0)
    assert score(alike, 0.225) < score(alike, 0.45)
    assert score(unlike, 0.225) > score(unlike, 0.45)


def test_nothing_that_agrees_but_area_level_and_task_is_suggested() -> None:
    assert score(parts(area=1.0, level=1.0, task=1.0), 0.45) < LEAST
    assert score(parts(area=1.0, level=1.0, task=1.0, usual=1.0), 0.45) < LEAST


def test_no_score_is_above_what_its_names_allow() -> None:
    values = (None, 0.0, 0.5, 1.0)
    found = [parts(name=0.7, members=a, area=b, level=c) for a in values for b in values for c in values]
    names = Names(Alike(0.7, 2), (NAME, NAME), False)
    assert max(score(each, names.weight) for each in found) <= most(names)
