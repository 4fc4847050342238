"""The user's own boundaries: found by number or name, joined, simplified; and what is said where that fails."""

from __future__ import annotations

import json
import math
import random
from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.maps.geojson import BoundariesError, read_boundaries
from forumgraph.maps.places import project
from forumgraph.maps.places.frame import corners
from forumgraph.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"0461": "Odense", "0492": "Ærø", "0480": "Nordfyns", "0751": "Aarhus", "0169": "Høje-Taastrup", "0320": "Faxe"}


def square(lon: float = 10.0, lat: float = 55.0, side: float = 0.2) -> list[list[float]]:
    return [[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]


def feature(properties: dict[str, Any] | None, *rings: list[list[float]], **more: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": list(rings) or [square()]}
    return {"type": "Feature", "properties": properties, "geometry": geometry, **more}


def written(path: Path, *features: dict[str, Any]) -> Path:
    file = path / "kommuner.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return file


def refused(path: Path) -> str:
    with pytest.raises(BoundariesError) as caught:
        read_boundaries(path, NAMES)
    return Texts("da")(f"geography.errors.{caught.value.key}", **caught.value.values)


@pytest.mark.parametrize(
    "properties",
    [
        {"kode": "0461"},
        {"KOMKODE": 461},
        {"kommunekode": "461"},
        {"lau_1": "461"},
        {"GISCO_ID": "DK_461"},
        {"Kode": 461.0},
        {"navn": "Odense"},
        {"KOMNAVN": "ODENSE KOMMUNE"},
        {"NAME_2": "Odense"},
        {"id": 461},
    ],
)
def test_an_area_is_found_by_its_number_or_its_name(tmp_path: Path, properties: dict[str, Any]) -> None:
    assert list(read_boundaries(written(tmp_path, feature(properties)), NAMES)) == ["0461"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ærø Kommune", "0492"),
        ("AERO", "0492"),
        ("Nordfyn", "0480"),
        ("Århus", "0751"),
        ("Høje Taastrup", "0169"),
        ("Høje-Tåstrup Kommune", "0169"),
        ("Fakse", "0320"),
    ],
)
def test_other_spellings_of_a_name_are_the_same_municipality(tmp_path: Path, name: str, code: str) -> None:
    assert list(read_boundaries(written(tmp_path, feature({"navn": name})), NAMES)) == [code]


def test_a_running_number_is_not_taken_for_a_municipality_where_there_is_a_name(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"navn": "Ærø"}, id=461), feature({"navn": "Sverige", "id": 751}))
    assert list(read_boundaries(file, NAMES)) == ["0492"]


def test_a_square_becomes_a_path_in_the_maps_own_units(tmp_path: Path) -> None:
    found = read_boundaries(written(tmp_path, feature({"kode": 461})), NAMES)
    assert set(corners(found["0461"])) == {project(x, y) for x, y in square()}


def test_several_areas_of_one_municipality_are_joined(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"kode": 461}), feature({"kode": 461}, square(11)))
    assert read_boundaries(file, NAMES)["0461"].count("M") == 2


def test_multipolygons_and_collections_are_taken_apart(tmp_path: Path) -> None:
    many = {"type": "MultiPolygon", "coordinates": [[square()], [square(11)]]}
    geometry = {"type": "GeometryCollection", "geometries": [many, {"type": "Point", "coordinates": [10, 55]}]}
    file = written(tmp_path, {"type": "Feature", "properties": {"kode": 461}, "geometry": geometry})
    assert read_boundaries(file, NAMES)["0461"].count("M") == 2


def test_a_hole_turns_the_other_way_round_than_what_it_is_in(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"kode": 461}, square(), square(10.05, 55.05, 0.1)))
    outer, hole = (corners(f"M{part}") for part in read_boundaries(file, NAMES)["0461"].split("M")[1:])
    areas = [
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
        for ring in (outer, hole)
    ]
    assert areas[0] > 0 > areas[1]


def test_heights_a_byte_order_mark_and_areas_of_others_do_no_harm(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"kode": 461}, [[*point, 12.5] for point in square()]), feature({"kode": 999}))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert list(read_boundaries(file, NAMES)) == ["0461"]


def test_a_municipality_smaller_than_the_tolerance_is_still_drawn(tmp_path: Path) -> None:
    found = read_boundaries(written(tmp_path, feature({"kode": 461}, square(side=0.0004))), NAMES)
    assert found["0461"].startswith("M")


def test_98_detailed_boundaries_stay_under_300_kilobytes(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - a coast, not a secret
    codes = [f"{code:04}" for code in range(101, 199)]

    def ragged(lon: float, lat: float) -> list[list[float]]:
        turns = [math.tau * n / 4000 for n in range(4000)]
        return [
            [lon + math.cos(t) * (0.2 + chance.uniform(0, 0.002)), lat + math.sin(t) * (0.1 + chance.uniform(0, 0.001))]
            for t in turns
        ]

    features = [feature({"kode": code}, ragged(9 + n % 10 * 0.3, 55 + n // 10 * 0.2)) for n, code in enumerate(codes)]
    found = read_boundaries(written(tmp_path, *features), dict.fromkeys(codes, "?"))
    assert len(found) == 98
    assert sum(map(len, found.values())) < 300_000


def test_what_is_not_json_is_named_with_its_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "kort.geojson"
    file.write_text('{"type": "FeatureCollection",\n "features": [,]}', encoding="utf-8")
    assert refused(file) == (
        f"{file} er ikke gyldig JSON (linje 2, tegn 15). "
        "Hent filen igen, eller gem den som GeoJSON fra dit kortprogram."
    )


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '{"type": "Topology", "objects": {}}',
        '{"type": "FeatureCollection", "features": []}',
        '{"features": [{"properties": {"kode": 461}, "geometry": {"type": "Polygon", "coordinates": 7}}]}',
        '{"features": [{"properties": {"kode": 461}, "geometry": {"type": "Polygon", "coordinates": [[["a", "b"]]]}}]}',
        '{"features": [{"properties": {"kode": 461}, "geometry": "Polygon"}]}',
        '{"features": [{"properties": {"kode": 461}, "geometry": {"type": "Polygon", "coordinates": [[[NaN, 55]]]}}]}',
        "[" * 100_000,
    ],
)
def test_json_that_is_no_geojson_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kort.geojson"
    file.write_text(text, encoding="utf-8")
    assert refused(file) == (
        f"{file} er JSON, men ikke GeoJSON med en liste af områder (FeatureCollection). "
        "Gem kommunegrænserne som GeoJSON fra dit kortprogram."
    )


def test_what_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kort.geojson"
    file.write_bytes('{"navn": "Ærø"}'.encode("latin-1"))
    assert refused(file) == f"{file} er ikke en tekstfil i UTF-8. Gem den som GeoJSON i UTF-8 fra dit kortprogram."


def test_where_no_area_fits_the_properties_are_named(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"sogn": "Vor Frue", "areal": 3}), feature(None))
    assert refused(file) == (
        f"Intet område i {file} passer til en kommune; områderne har egenskaberne sogn, areal. "
        "Giv hvert område kommunens nummer i »kode« eller dens navn i »navn«."
    )


def test_metres_are_not_taken_for_degrees(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"kode": 461}, [[588000.25, 6140000.0], [589000, 6140000], [589000, 6141000]]))
    assert refused(file) == (
        f"Koordinaterne i {file} er ikke grader (der står 588000, 6140000); det ligner UTM-meter. "
        "Gem filen igen i WGS 84 (EPSG:4326) med længde- og breddegrader."
    )


def test_latitude_before_longitude_is_noticed(tmp_path: Path) -> None:
    file = written(tmp_path, feature({"kode": 461}, [[y, x] for x, y in square()]))
    assert refused(file) == (
        f"Koordinaterne i {file} ligger uden for Danmark (længde 55, bredde 10). "
        "Gem filen igen med længdegraden først og breddegraden bagefter, sådan som GeoJSON kræver det."
    )


def test_points_alone_are_no_boundaries(tmp_path: Path) -> None:
    point = {"type": "Feature", "properties": {"kode": 461}, "geometry": {"type": "Point", "coordinates": [10, 55]}}
    assert refused(written(tmp_path, point)) == (
        f"{tmp_path / 'kommuner.geojson'} har ingen flader for kommunerne, kun punkter eller streger. "
        "Brug en fil med kommunernes grænser som flader (Polygon eller MultiPolygon)."
    )


def test_a_file_that_is_not_there_is_left_to_the_door(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_boundaries(tmp_path / "ingen.geojson", NAMES)
