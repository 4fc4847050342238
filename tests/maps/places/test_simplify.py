"""Fewer points for the same line."""

from __future__ import annotations

import math

from forumgraph.maps.places.simplify import simplified


def test_points_on_a_straight_side_go_and_corners_stay() -> None:
    square = [(0, 0), (5, 0), (10, 0), (10, 10), (5, 10), (0, 10), (0, 5), (0, 0)]
    assert simplified(square, 1) == [(0, 0), (10, 0), (10, 10), (0, 10)]


def test_what_juts_out_further_than_the_tolerance_stays() -> None:
    assert simplified([(0, 0), (5, 3), (10, 0), (10, 10)], 2) == [(0, 0), (5, 3), (10, 0), (10, 10)]
    assert simplified([(0, 0), (5, 1), (10, 0), (10, 10)], 2) == [(0, 0), (10, 0), (10, 10)]


def test_a_ring_smaller_than_the_tolerance_has_no_area_left() -> None:
    assert len(simplified([(0, 0), (1, 0), (1, 1)], 5)) < 3
    assert simplified([(4, 4), (4, 4)], 5) == [(4, 4)]


def test_a_long_ring_needs_no_deep_recursion() -> None:
    circle = [(math.cos(n / 3000) * 1000, math.sin(n / 3000) * 1000) for n in range(18849)]
    assert 20 < len(simplified(circle, 1)) < 200
