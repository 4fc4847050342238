"""Sets that are near-equal are one group, whatever chain of small differences leads away from them."""

from __future__ import annotations

import pytest

from forumgraph.queries.circles import TRIED, Firmness, Grouping

Sets = dict[str, frozenset[str]]


def sets(**given: str) -> Sets:
    """Sets of one-letter members."""
    return {name: frozenset(members) for name, members in given.items()}


def grouped(found: Grouping, threshold: float | None = None) -> list[str]:
    return ["+".join(sorted(group)) for group in found.groups(threshold)]


@pytest.mark.parametrize(
    ("given", "groups"),
    [
        (sets(a="abc", b="abd"), ["a", "b"]),  # 2 of 4
        (sets(a="abc", b="abcd"), ["a+b"]),  # 3 of 4
        (sets(a="abcde", b="abcdefg"), ["a+b"]),  # 5 of 7
        (sets(a="abcd", b="abcdefg"), ["a", "b"]),  # 4 of 7
        (sets(a="abc", b="def"), ["a", "b"]),
        (sets(a="ab", b="ab", c="abc"), ["c"]),  # two are a pair, and no circle
        ({}, []),
    ],
)
def test_sets_that_share_two_thirds_of_all_members_are_one(given: Sets, groups: list[str]) -> None:
    assert grouped(Grouping(given)) == groups


def test_a_chain_of_small_differences_joins_nothing_that_is_far_apart() -> None:
    """Each is near-equal to the next, and the first is not to the last: 3 of 7."""
    found = Grouping(sets(a="abcd", b="abcde", c="abcdef", d="bcdefg"))
    assert (found.near["c", "d"], found.near["a", "d"]) == (pytest.approx(5 / 7), pytest.approx(3 / 7))
    assert grouped(found) == ["a+b+c", "d"]


def test_groups_are_joined_along_the_nearest_pairs_first() -> None:
    """`b` and `d` share 9 of 10, `a` and `b` 8 of 9, `a` and `d` 8 of 10, `b` and `c` 7 of 10."""
    found = Grouping(sets(a="abcdefgh", b="abcdefghi", c="abcdefij", d="abcdefghij"))
    assert grouped(found, 0.8) == ["a+b+d", "c"]
    assert grouped(found, 0.85) == ["a", "b+d", "c"]


def test_a_group_has_whoever_is_in_one_of_its_sets() -> None:
    found = Grouping(sets(a="abc", b="abcd"))
    (group,) = found.groups()
    assert found.members(group) == frozenset("abcd")


def test_the_range_is_that_of_thresholds_with_the_same_groups() -> None:
    """Two share 3 of 4, and are one up to that; the third shares 2 of 6 with one of them, and less with the other."""
    found = Grouping(sets(a="abc", b="abcd", c="cdef"))
    least, most = found.range()
    assert most == pytest.approx(3 / 4)
    assert grouped(found, most) == ["a+b", "c"]
    assert grouped(found, most + 0.01) == ["a", "b", "c"]
    assert grouped(found, least + 0.01) == ["a+b", "c"]


def test_what_is_taken_away_one_at_a_time_is_counted_by_what_becomes_of_the_circle() -> None:
    """Of `a` and `b` any one may go; of `c`, which stands alone, each that goes is missing from the circle."""
    found = Grouping(sets(a="abcde", b="abcde", c="vwxyz"))
    together, alone = found.firmness().values()
    assert together == Firmness(of=10, tried=10, unchanged=10, smaller=0, otherwise=0)
    assert alone == Firmness(of=5, tried=5, unchanged=0, smaller=5, otherwise=0)


def test_a_circle_of_three_is_none_without_one_of_them() -> None:
    (only,) = Grouping(sets(a="abc")).firmness().values()
    assert only == Firmness(of=3, tried=3, unchanged=0, smaller=0, otherwise=3)


def test_a_circle_on_the_edge_falls_apart() -> None:
    """5 of 7 are near-equal; 4 of 7 are not, and 5 of 6 are."""
    (only,) = Grouping(sets(a="abcde", b="abcdefg")).firmness().values()
    assert only == Firmness(of=12, tried=12, unchanged=0, smaller=2, otherwise=10)


def test_taking_one_away_is_the_same_as_grouping_anew() -> None:
    given = sets(a="abcde", b="abcdf", c="abcdefg", d="efghi", e="fgh")
    found = Grouping(given)
    for id_, each in given.items():
        for member in sorted(each):
            anew = Grouping({**given, id_: each - {member}})
            assert found.without(id_, member).groups() == anew.groups()


def test_of_many_memberships_a_part_is_tried_spread_over_all() -> None:
    many = {f"s{n:03}": frozenset(f"{n}-{m}" for m in range(3)) for n in range(TRIED)}
    firmness = Grouping(many).firmness()
    assert sum(each.of for each in firmness.values()) == 3 * TRIED
    assert sum(each.tried for each in firmness.values()) == TRIED
    assert max(each.tried for each in firmness.values()) == 1
