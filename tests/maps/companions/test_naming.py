"""Where the names of fora stand: on nothing, and never where they might be taken for another forum's."""

from __future__ import annotations

from forumgraph.maps.companions.naming import Circle, Name, box_of, named
from forumgraph.maps.companions.places import Body, Taken, apart, settled

FRAME = (0.0, 0.0, 100.0, 100.0)


def placed(*wanted: tuple[str, Circle], others: tuple[Circle, ...] = ()) -> list[Name | None]:
    every = [*(circle for _, circle in wanted), *others]
    taken = Taken(FRAME)
    for circle in every:
        (x, y), radius = circle.at, circle.radius
        taken.add((x - radius, y - radius, x + radius, y + radius))
    return named(wanted, every, taken)


def test_a_name_stands_below_its_circle_where_there_is_room() -> None:
    (name,) = placed(("Fynsk forum", Circle((50, 50), 2)))
    assert name
    assert name.middle[0] == 50
    assert name.middle[1] > 52
    assert name.lead == ()


def test_a_name_that_could_be_taken_for_a_neighbours_stands_further_off_with_a_line() -> None:
    around = tuple(Circle((50 + x, 50 + y), 1.4) for x in (-5, 0, 5) for y in (-5, 0, 5) if x or y)
    (name,) = placed(("Fynsk forum", Circle((50, 50), 2)), others=around)
    assert name
    assert name.lead


def test_names_keep_apart_and_inside_the_frame() -> None:
    wanted = [(f"Forum nummer {n} for alle", Circle((10 + n % 5 * 18, 10 + n // 5 * 18), 2)) for n in range(25)]
    boxes = [box_of(name) for name in placed(*wanted) if name]
    assert len(boxes) > 15
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 100 and box[3] <= 100 for box in boxes)
    assert not any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for n, one in enumerate(boxes)
        for other in boxes[n + 1 :]
    )


def test_a_name_is_whole_or_missing() -> None:
    assert placed(("Ord " * 100, Circle((50, 50), 2)), ("", Circle((20, 20), 2))) == [None, None]


def test_bodies_at_one_place_part_and_those_that_are_fixed_stay() -> None:
    bodies = [Body(50, 50, 5, 2)] * 3
    first, *others = apart(bodies, FRAME, 1, fixed=1)
    assert first == (50, 50)
    spots = [first, *others]
    assert all(
        abs(one[0] - other[0]) >= 10.9 or abs(one[1] - other[1]) >= 4.9
        for n, one in enumerate(spots)
        for other in spots[n + 1 :]
    )


def test_a_body_settles_at_the_nearest_free_place() -> None:
    taken = Taken(FRAME)
    taken.add((45, 45, 55, 55))
    ((x, y),) = settled([Body(50, 54, 1, 1)], taken, 0.5)
    assert y > 56
    assert abs(x - 50) < 3
