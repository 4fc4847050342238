"""Where things stand: all of them somewhere, none on another, the same at every run."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest

from forumgraph.maps.labels import label
from forumgraph.maps.layout import Place, lay_out
from forumgraph.maps.links import check, links
from forumgraph.maps.model import MapData
from forumgraph.maps.spot import Spot
from forumgraph.maps.spread import Box, spread

from .builders import MapBuilder, southern_denmark

DATA = southern_denmark()
LAYOUT = lay_out(DATA)


def test_every_municipality_and_forum_has_a_place_in_whole_units() -> None:
    assert set(LAYOUT.municipalities) == {one.code for one in DATA.municipalities}
    assert set(LAYOUT.forums) == {one.id for one in DATA.forums}
    spots = [*LAYOUT.municipalities.values(), *LAYOUT.forums.values()]
    assert all(isinstance(value, int) for spot in spots for value in (spot.x, spot.y, spot.radius))


def test_two_runs_give_the_same_places() -> None:
    assert lay_out(southern_denmark()) == LAYOUT


def disc(spot: Spot) -> tuple[float, float, float, float]:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def test_no_two_municipalities_and_no_two_fora_lie_on_each_other() -> None:
    boxes = [(spot.lines, spot.box()) for spot in LAYOUT.municipalities.values()]
    discs = [(spot.lines, disc(spot)) for spot in LAYOUT.forums.values()]
    touching = [
        (one, other)
        for group in (boxes, discs)
        for (one, a), (other, b) in combinations(group, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert touching == []


def test_municipalities_stand_as_they_lie_in_the_country() -> None:
    names = {one.name: LAYOUT.municipalities[one.code] for one in DATA.municipalities}
    assert names["Esbjerg"].x < names["Kolding"].x < names["Odense"].x < names["Nyborg"].x
    assert names["Vejle"].y < names["Haderslev"].y < names["Aabenraa"].y
    assert names["Svendborg"].y < names["Ærø"].y


def test_a_municipality_keeps_its_place_whatever_fora_there_are() -> None:
    fewer = replace(DATA, forums=DATA.forums[:5], memberships=(), organisations=(), seats=(), circles=())
    assert _one_up(fewer) == _one_up(DATA)


def _one_up(data: MapData) -> dict[str, Place]:
    """Return the places without answers' fora, which a smaller map does not have."""
    bare = tuple(
        replace(town, answers=tuple(replace(each, forums=()) for each in town.answers)) for town in data.municipalities
    )
    return {code: (spot.x, spot.y) for code, spot in lay_out(replace(data, municipalities=bare)).municipalities.items()}


def test_those_that_no_round_concerns_stand_at_the_edge_in_their_direction() -> None:
    build = MapBuilder()
    for code, name in (("0461", "Odense"), ("0450", "Nyborg"), ("0479", "Svendborg")):
        build.town(code, name)
    data = build.town("0860", "Hjørring").data()
    north = replace(data.municipalities[3], answers=())
    spots = lay_out(replace(data, municipalities=(*data.municipalities[:3], north))).municipalities
    highest = min(spots[code].y for code in ("0461", "0450", "0479"))
    assert highest - 300 < spots["0860"].y < highest


def test_a_forum_without_known_members_stands_below_all_others() -> None:
    others = [spot.y for id_, spot in LAYOUT.forums.items() if id_ != "ukendt"]
    assert LAYOUT.forums["ukendt"].y > max(*others, *(spot.y for spot in LAYOUT.municipalities.values()))


def test_a_forum_of_one_member_stands_beside_it() -> None:
    town, forum = LAYOUT.municipalities["0461"], LAYOUT.forums["own-0461-0"]
    assert math.dist((town.x, town.y), (forum.x, forum.y)) < 200


def test_a_forum_of_many_stands_among_its_members() -> None:
    everyone = LAYOUT.forums["kkrnet"]
    xs = [spot.x for code, spot in LAYOUT.municipalities.items() if code not in ("0492", "0563")]
    assert min(xs) + 300 < everyone.x < max(xs) - 300


def test_everything_lies_within_the_extent() -> None:
    left, top, right, bottom = LAYOUT.extent
    for spot in [*LAYOUT.municipalities.values(), *LAYOUT.forums.values()]:
        box = spot.box()
        assert (left, top) <= (box[0], box[1])
        assert box[2] <= right
        assert box[3] <= bottom


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
    build = MapBuilder().town("0461", "Odense").town("0450", "Nyborg").forum("f", "Fynsk forum", "companies")
    build.member("f", "0461", basis="inferred").member("f", "0461").member("f", "0461", basis="excluded")
    build.member("f", "0450", basis="excluded")
    assert [(link.municipality, link.basis) for link in links(build.data())] == [("0461", "self_reported")]


def test_a_membership_of_something_that_is_not_on_the_map_is_refused() -> None:
    build = MapBuilder().town("0461", "Odense").forum("f", "Fynsk forum", "companies")
    build.member("f", "0450", basis="named_by_other")
    message = "the membership in forum 'f' points to municipality '0450', which is not on the map"
    with pytest.raises(ValueError, match=f"^{message}$"):
        check(build.data())


def test_an_id_that_stands_twice_is_refused() -> None:
    build = MapBuilder().forum("f", "Fynsk forum", "companies").forum("f", "Et andet", "companies")
    with pytest.raises(ValueError, match=r"^forum 'f' stands twice in the map's data$"):
        check(build.data())


def test_boxes_on_the_same_spot_are_moved_apart() -> None:
    boxes = [Box(0, 0, 100, 20) for _ in range(6)]
    assert spread(boxes)
    assert all(abs(a.x - b.x) > 96 or abs(a.y - b.y) > 16 for a, b in combinations(boxes, 2))


def test_what_is_fixed_stays_and_the_other_goes_all_the_way() -> None:
    fixed, free = Box(0, 0, 100, 20, fixed=True), Box(10, 0, 100, 20)
    assert spread([fixed, free, Box(0, 0, 50, 50, fixed=True)])  # the two that are fixed may lie on each other
    assert (fixed.x, fixed.y, free.x, free.y) == (0, 0, 100, 0)


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
