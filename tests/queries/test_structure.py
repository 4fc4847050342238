"""What hangs together and what breaks, in small networks that can be seen at a glance."""

from __future__ import annotations

from forumgraph.queries.structure import Structure, structure
from forumgraph.queries.ways import shared

A, B, C, D, E, F = range(6)


def found(size: int, *forums: list[int]) -> Structure:
    return structure(size, shared(forums), forums)


def test_without_shared_fora_everyone_is_a_part_and_a_group_of_its_own() -> None:
    made = found(3, [A], [B])
    assert made.components == made.communities == ((A,), (B,), (C,))
    assert (made.cut, made.forum_cut, made.bridges) == (frozenset(), frozenset(), ())
    assert dict(made.cores) == {A: 0, B: 0, C: 0}


def test_nothing_at_all_has_no_parts() -> None:
    made = found(0)
    assert (made.components, made.communities, made.bridges) == ((), (), ())


def test_parts_come_by_size_and_those_of_one_size_by_their_first_member() -> None:
    assert found(6, [D, E, F], [B, C]).components == ((D, E, F), (B, C), (A,))
    assert found(4, [B, D], [A, C]).components == ((A, C), (B, D))


def test_two_close_circles_with_one_link_between_them_are_two_groups() -> None:
    circle = [[A, B, C], [A, B, C], [D, E, F], [D, E, F], [C, D]]
    made = found(6, *circle)
    assert made.communities == ((A, B, C), (D, E, F))
    assert made.components == ((A, B, C, D, E, F),)
    assert made.cut == {C, D}
    assert made.forum_cut == {4}
    assert made.bridges == ((C, 4), (D, 4))


def test_a_link_of_two_fora_is_no_bridge_and_no_forum_is_a_key() -> None:
    made = found(3, [A, B], [A, B], [B, C], [B, C])
    assert made.bridges == ()
    assert made.forum_cut == frozenset()
    assert made.cut == {B}


def test_who_is_in_one_shared_forum_only_hangs_by_it() -> None:
    made = found(3, [A, B, C], [A, B])
    assert made.bridges == ((C, 0),)
    assert made.forum_cut == {0}
    assert made.cut == frozenset()


def test_a_forum_of_one_member_breaks_nothing() -> None:
    made = found(2, [A, B], [A, B], [A])
    assert (made.cut, made.forum_cut, made.bridges) == (frozenset(), frozenset(), ())
    assert 2 not in made.forum_cores


def test_a_core_is_the_most_that_all_of_a_set_can_do() -> None:
    """A, B, C and D all meet each other, E meets only A: 3 each, and 1."""
    made = found(5, [A, B, C, D], [A, E])
    assert dict(made.cores) == {A: 3, B: 3, C: 3, D: 3, E: 1}
    assert dict(made.forum_cores) == {0: 1, 1: 1}


def test_the_core_of_a_forum_counts_members_and_their_fora() -> None:
    """Two fora of the same three members: each has at least two of them, and each of them both."""
    assert dict(found(3, [A, B, C], [A, B, C]).forum_cores) == {0: 2, 1: 2}
