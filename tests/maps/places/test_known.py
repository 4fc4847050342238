"""The stored places: complete, apart from each other, and where the municipalities lie."""

from __future__ import annotations

import importlib.util
import math
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from forumgraph.maps.places import Place, coast, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]
NAMES = {
    one["code"]: one["name"]
    for one in yaml.safe_load((ROOT / "data/municipalities.yaml").read_text(encoding="utf-8"))["municipalities"]
}
PLACES = place_of(NAMES)
JUTLAND, FUNEN, ZEALAND = range(500, 900), range(410, 500), range(100, 400)


def places_on(codes: range) -> list[Place]:
    return [place for code, place in PLACES.items() if int(code) in codes]


def turned(one: Place, other: Place, picture: Callable[[Place], tuple[float, float]]) -> float:
    """Return by how many degrees the direction from one to the other is off in a picture."""
    (ax, ay), (bx, by) = picture(one), picture(other)
    shrink = math.cos(math.radians(56))
    true = math.atan2(-((other.lat or 0) - (one.lat or 0)), ((other.lon or 0) - (one.lon or 0)) * shrink)
    off = abs(math.degrees(math.atan2(by - ay, bx - ax) - true)) % 360
    return min(off, 360 - off)


def test_every_municipality_has_degrees_a_box_and_a_tile_of_its_own() -> None:
    assert list(PLACES) == list(NAMES)
    assert all(one.lon is not None and one.lat is not None for one in PLACES.values())
    assert len({(one.column, one.row) for one in PLACES.values()}) == len(PLACES)


def test_no_two_boxes_of_the_network_overlap() -> None:
    close = [(a, b) for a, b in combinations(PLACES.values(), 2) if abs(a.x - b.x) < 298 and abs(a.y - b.y) < 228]
    assert close == []


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("0400", 14.9, 55.1),  # Bornholm
        ("0492", 10.4, 54.9),  # Ærø
        ("0825", 11.0, 57.3),  # Læsø
        ("0563", 8.4, 55.4),  # Fanø
        ("0741", 10.6, 55.8),  # Samsø
        ("0101", 12.6, 55.7),  # København
    ],
)
def test_islands_and_the_capital_are_where_an_atlas_has_them(code: str, lon: float, lat: float) -> None:
    place = PLACES[code]
    assert place.lon == pytest.approx(lon, abs=0.1)
    assert place.lat == pytest.approx(lat, abs=0.1)


def test_the_belts_part_jutland_funen_and_zealand_in_the_tile_grid() -> None:
    rows = range(14)
    for row in rows:
        west, middle, east = ([p.column for p in places_on(part) if p.row == row] for part in (JUTLAND, FUNEN, ZEALAND))
        assert not (west and middle) or min(middle) - max(west) > 1
        assert not (middle and east) or min(east) - max(middle) > 1
        assert not (west and east) or min(east) - max(west) > 1


def test_funens_islands_stand_south_of_it_and_bornholm_furthest_east() -> None:
    funen = [place for place in places_on(FUNEN) if place.code not in ("0482", "0492")]
    assert {PLACES["0482"].row, PLACES["0492"].row} == {max(place.row for place in funen) + 1}
    assert max(PLACES.values(), key=lambda place: place.column).code == "0400"


@pytest.mark.parametrize("picture", [lambda p: (p.column, p.row), lambda p: (p.x, p.y)], ids=["tiles", "network"])
def test_nearly_all_directions_are_kept(picture: Callable[[Place], tuple[float, float]]) -> None:
    pairs = list(combinations(PLACES.values(), 2))
    kept = sum(turned(a, b, picture) < 45 for a, b in pairs)
    assert kept / len(pairs) > 0.97


def test_the_stored_tiles_are_those_of_the_drawn_grid() -> None:
    spec = importlib.util.spec_from_file_location("places_build", ROOT / "docs/places/build.py")
    assert spec is not None
    assert spec.loader is not None
    build: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    assert build.tiles_of(build.GRID) == {code: (one.column, one.row) for code, one in PLACES.items()}


def test_an_unknown_municipality_stands_below_the_known_ones_without_degrees() -> None:
    places = place_of({"9002": "Nyby", "0461": "Odense", "9001": "Nykøb"})
    odense = places["0461"]
    assert list(places) == ["9002", "0461", "9001"]
    assert (places["9001"].lon, places["9001"].lat) == (None, None)
    assert (places["9001"].column, places["9001"].row) == (odense.column, odense.row + 2)
    assert (places["9002"].column, places["9002"].row) == (odense.column + 1, odense.row + 2)
    assert (places["9001"].x, places["9001"].y) == (odense.x, odense.y + 460)


def test_many_unknown_municipalities_have_a_place_each_whatever_their_order() -> None:
    names = {f"9{n:03}": f"By {n}" for n in range(30)}
    places = place_of(names)
    assert len({(one.column, one.row) for one in places.values()}) == 30
    assert len({(one.x, one.y) for one in places.values()}) == 30
    assert place_of(dict(reversed(names.items()))) == places


def test_the_coast_has_every_island_that_is_a_municipality() -> None:
    for code in ("0400", "0492", "0825", "0563", "0741", "0482"):
        place = PLACES[code]
        around = [
            ring
            for ring in coast()
            if min(x for x, _ in ring) - 0.05 < (place.lon or 0) < max(x for x, _ in ring) + 0.05
            and min(y for _, y in ring) - 0.05 < (place.lat or 0) < max(y for _, y in ring) + 0.05
        ]
        assert around, code
