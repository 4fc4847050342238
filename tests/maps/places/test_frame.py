"""The flat picture: places in it, paths written and read again, and what a box leaves of a ring."""

from __future__ import annotations

from forumgraph.maps.places.frame import clip, corners, path, project


def test_east_is_right_north_is_up_and_units_are_whole() -> None:
    assert project(8, 58) == (0, 0)
    assert project(10, 56) == (2237, 4000)


def test_a_path_has_an_absolute_start_and_steps_and_is_read_back() -> None:
    rings = [[(10, 20), (15, 18), (12, 30)], [(-1, -2), (3, 4), (5, -6)]]
    assert path(rings) == "M10 20l5-2-3 12zM-1-2l4 6 2-10z"
    assert corners(path(rings)) == [point for ring in rings for point in ring]


def test_a_ring_is_cut_at_the_box() -> None:
    assert clip([(-10, 5), (20, 5), (20, 8), (-10, 8)], (0, 0, 10, 10)) == [(0, 5), (10, 5), (10, 8), (0, 8)]


def test_nothing_is_left_of_a_ring_beside_the_box() -> None:
    assert clip([(20, 20), (30, 20), (30, 30)], (0, 0, 10, 10)) == []
