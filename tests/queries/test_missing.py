"""Where a kind is not named although it sits with most of the neighbours."""

from __future__ import annotations

from forumgraph.queries.missing import Missing, Seated, missing_of

AROUND = {"a": {"b", "c", "d"}, "b": {"a", "c", "d"}, "c": {"a", "b", "d"}, "d": {"a", "b", "c"}}


def seated(id_: str, *municipalities: str, kind: str = "union") -> Seated:
    return Seated(id_, kind, frozenset((name, "x") for name in municipalities))


def spots(*municipalities: str) -> set[tuple[str, str]]:
    return {(name, "x") for name in municipalities}


def test_a_spot_is_missing_where_half_of_the_neighbours_and_two_have_the_kind() -> None:
    found = missing_of([seated("lo", "b", "c")], spots("a", "b", "c", "d"), AROUND)
    assert found == {"lo": (Missing("a", "x", ("b", "c"), 3), Missing("d", "x", ("b", "c"), 3))}


def test_one_neighbour_is_no_custom() -> None:
    assert missing_of([seated("lo", "b")], spots("a", "b"), AROUND) == {"lo": ()}


def test_where_another_of_the_kind_sits_nothing_is_missing() -> None:
    found = missing_of([seated("lo", "b", "c"), seated("foa", "a", "d")], spots("a", "b", "c", "d"), AROUND)
    assert found == {"lo": (), "foa": ()}


def test_an_organisation_is_missing_only_where_it_sits_with_a_neighbour_itself() -> None:
    found = missing_of([seated("lo", "b"), seated("foa", "c"), seated("ftf", "z")], spots("a", "b", "c", "z"), AROUND)
    gap = Missing("a", "x", ("b", "c"), 2)
    assert found == {"lo": (gap,), "foa": (gap,), "ftf": ()}


def test_a_municipality_without_a_forum_in_the_area_lacks_the_forum_and_not_the_organisation() -> None:
    assert missing_of([seated("lo", "b", "c")], spots("b", "c"), AROUND) == {"lo": ()}


def test_who_has_no_neighbours_has_no_custom_to_differ_from() -> None:
    assert missing_of([seated("lo", "b", "c")], spots("a", "b", "c"), {}) == {"lo": ()}
