"""Where things stand: all of them somewhere, none on another, the same at every run."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from forumgraph.maps.labels import label
from forumgraph.maps.layout import lay_out
from forumgraph.maps.links import check, links
from forumgraph.maps.ring import closeness, ring_order
from forumgraph.maps.spread import Box, spread

from .builders import FUNEN, SOUTH, MapBuilder, southern_denmark

DATA = southern_denmark()
LAYOUT = lay_out(DATA)


def test_every_municipality_and_forum_has_a_place_in_whole_units() -> None:
    assert set(LAYOUT.municipalities) == {one.code for one in DATA.municipalities}
    assert set(LAYOUT.forums) == {one.id for one in DATA.forums}
    spots = [*LAYOUT.municipalities.values(), *LAYOUT.forums.values()]
    assert all(isinstance(value, int) for spot in spots for value in (spot.x, spot.y, spot.radius))


def test_two_runs_give_the_same_places() -> None:
    assert lay_out(southern_denmark()) == LAYOUT


def test_no_two_boxes_or_circles_lie_on_each_other() -> None:
    spots = [*LAYOUT.municipalities.values(), *LAYOUT.forums.values()]
    boxes = [spot.box(names=False) for spot in spots]
    touching = [
        (one.lines, other.lines)
        for (one, a), (other, b) in combinations(zip(spots, boxes, strict=True), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert touching == []


def test_municipalities_without_a_forum_stand_in_the_margin() -> None:
    frame = LAYOUT.margin
    assert frame is not None
    for code in ("492", "563"):  # Ærø, Fanø
        spot = LAYOUT.municipalities[code]
        assert frame.left < spot.x < frame.left + frame.width
        assert frame.top < spot.y < frame.top + frame.height
    assert all(spot.y < frame.top for code, spot in LAYOUT.municipalities.items() if code not in ("492", "563"))


def test_a_forum_without_known_members_stands_in_the_margin() -> None:
    assert LAYOUT.margin is not None
    assert LAYOUT.forums["ukendt"].y > LAYOUT.margin.top


def test_a_forum_of_one_member_stands_beside_it() -> None:
    town, forum = LAYOUT.municipalities["461"], LAYOUT.forums["own-461-0"]
    assert math.dist((town.x, town.y), (forum.x, forum.y)) < 200


def test_a_forum_of_many_stands_inside_the_ring() -> None:
    everyone = LAYOUT.forums["kkrnet"]
    xs = [spot.x for code, spot in LAYOUT.municipalities.items() if code not in ("492", "563")]
    assert min(xs) / 2 < everyone.x < max(xs) / 2


def test_everything_lies_within_the_extent() -> None:
    left, top, right, bottom = LAYOUT.extent
    for spot in [*LAYOUT.municipalities.values(), *LAYOUT.forums.values()]:
        box = spot.box(names=True)
        assert (left, top) <= (box[0], box[1])
        assert box[2] <= right
        assert box[3] <= bottom


@pytest.mark.parametrize("circle", [FUNEN, SOUTH], ids=["Funen", "South Jutland"])
def test_those_that_meet_much_stand_side_by_side(circle: tuple[str, ...]) -> None:
    met = {"a": FUNEN, "b": FUNEN, "c": SOUTH, "d": ("561", "420"), "e": ("580", "621")}
    codes = sorted({code for towns in met.values() for code in towns})
    order = ring_order(closeness(met, codes), codes)
    places = sorted(order.index(code) for code in circle)
    assert places == list(range(places[0], places[0] + len(circle)))


def test_municipalities_that_meet_nobody_keep_their_order_at_the_end() -> None:
    codes = ["a", "b", "c", "d"]
    assert ring_order(closeness({"forum": ("b", "d")}, codes), codes) == ["b", "d", "a", "c"]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 98])
def test_any_number_of_municipalities_can_be_laid_out(count: int) -> None:
    build = MapBuilder()
    for index in range(count):
        build.town(str(100 + index), f"Kommune {index}")
    for index in range(0, count, 3):
        build.forum(f"f{index}", f"Forum {index}", "companies").member(f"f{index}", str(100 + index))
    layout = lay_out(build.data())
    assert len({(spot.x, spot.y) for spot in layout.municipalities.values()}) == count


def test_a_pair_has_one_line_by_its_strongest_basis_and_none_when_only_excluded() -> None:
    build = MapBuilder().town("461", "Odense").town("450", "Nyborg").forum("f", "Fynsk forum", "companies")
    build.member("f", "461", basis="inferred").member("f", "461").member("f", "461", basis="excluded")
    build.member("f", "450", basis="excluded")
    assert [(link.municipality, link.basis) for link in links(build.data())] == [("461", "self_reported")]


def test_a_membership_of_something_that_is_not_on_the_map_is_refused() -> None:
    build = MapBuilder().town("461", "Odense").forum("f", "Fynsk forum", "companies")
    build.member("f", "450", basis="named_by_other")
    message = "the membership in forum 'f' points to municipality '450', which is not on the map"
    with pytest.raises(ValueError, match=f"^{message}$"):
        check(build.data())


def test_an_id_that_stands_twice_is_refused() -> None:
    build = MapBuilder().forum("f", "Fynsk forum", "companies").forum("f", "Et andet", "companies")
    with pytest.raises(ValueError, match=r"^forum 'f' stands twice in the map's data$"):
        check(build.data())


def test_boxes_on_the_same_spot_are_moved_apart() -> None:
    boxes = [Box(0, 0, 100, 20) for _ in range(6)]
    assert spread(boxes, lambda _: None)
    assert all(abs(a.x - b.x) > 96 or abs(a.y - b.y) > 16 for a, b in combinations(boxes, 2))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Fynsk forum", ("Fynsk forum",)),
        ("Udvalget for socialt ansvarlige virksomheder", ("Udvalget for socialt", "ansvarlige virksomh…")),
        ("Arbejdsmarkedsuddannelser", ("Arbejdsmarkedsuddannelser",)),
        ("x" * 10_000, (f"{'x' * 19}…",)),
        ("en\u2028to\ntre", ("en to tre",)),
        ("", ("",)),
    ],
)
def test_a_name_is_cut_into_lines_at_words(text: str, lines: tuple[str, ...]) -> None:
    assert label(text, 20, 2, 15).lines == lines
