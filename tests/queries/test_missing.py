"""Where a kind is not named although it sits with most of the neighbours."""

from __future__ import annotations

from forumgraph.queries.coverage import CoverageRow
from forumgraph.queries.evidence import Evidence
from forumgraph.queries.missing import Missing, Seated, missing_of

AROUND = {"a": {"b", "c", "d"}, "b": {"a", "c", "d"}, "c": {"a", "b", "d"}, "d": {"a", "b", "c"}}


def answers(*municipalities: str) -> dict[tuple[str, str], CoverageRow]:
    """Established answers in one area, each naming a forum by the name of its municipality."""
    return {(name, "x"): row(name) for name in municipalities}


def row(name: str) -> CoverageRow:
    evidence = (Evidence("s", "1"),)
    return CoverageRow(name, name, "K", "x", 1, "established", "certain", None, None, evidence, (f"f-{name}",))


def seated(id_: str, *municipalities: str, kind: str = "union") -> Seated:
    return Seated(id_, kind, frozenset(f"f-{name}" for name in municipalities))


def gap(name: str, neighbours: tuple[str, ...], of: int) -> Missing:
    return Missing(name, "x", (f"f-{name}",), neighbours, of, (Evidence("s", "1"),))


def test_a_spot_is_missing_where_half_of_the_neighbours_and_two_have_the_kind() -> None:
    found = missing_of([seated("lo", "b", "c")], answers("a", "b", "c", "d"), AROUND)
    assert found == {"lo": (gap("a", ("b", "c"), 3), gap("d", ("b", "c"), 3))}


def test_one_neighbour_is_no_custom() -> None:
    assert missing_of([seated("lo", "b")], answers("a", "b"), AROUND) == {"lo": ()}


def test_where_another_of_the_kind_sits_nothing_is_missing() -> None:
    found = missing_of([seated("lo", "b", "c"), seated("foa", "a", "d")], answers("a", "b", "c", "d"), AROUND)
    assert found == {"lo": (), "foa": ()}


def test_another_kind_does_not_fill_the_place() -> None:
    found = missing_of([seated("lo", "b", "c"), seated("da", "a", kind="school")], answers("a", "b", "c"), AROUND)
    assert found == {"lo": (gap("a", ("b", "c"), 2),), "da": ()}


def test_an_organisation_is_missing_only_where_it_sits_with_a_neighbour_itself() -> None:
    unions = [seated("lo", "b"), seated("foa", "c"), seated("ftf", "z")]
    here = gap("a", ("b", "c"), 2)
    assert missing_of(unions, answers("a", "b", "c", "z"), AROUND) == {"lo": (here,), "foa": (here,), "ftf": ()}


def test_a_municipality_that_names_no_forum_lacks_the_forum_and_not_the_organisation() -> None:
    assert missing_of([seated("lo", "b", "c")], answers("b", "c"), AROUND) == {"lo": ()}


def test_who_has_no_neighbours_has_no_custom_to_differ_from() -> None:
    assert missing_of([seated("lo", "b", "c")], answers("a", "b", "c"), {}) == {"lo": ()}
