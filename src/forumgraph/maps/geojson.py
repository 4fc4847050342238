"""Reads the user's own boundaries from a GeoJSON file into paths of the page's map; it draws nothing.

Whatever a map program calls its properties, an area is found by the municipality's number or by its name.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NoReturn

from forumgraph.maps.errors import MapError
from forumgraph.maps.places.frame import path as path_data
from forumgraph.maps.places.frame import project
from forumgraph.maps.places.simplify import simplified
from forumgraph.maps.search import search_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from forumgraph.maps.places.frame import Point

# What the makers of Danish and European boundaries call the number: DAWA, DAGI, Statistics Denmark, Eurostat.
_NUMBERS = {
    *("komkode", "komkod", "komnr", "kommunekode", "kommunenr", "kommunenummer", "municipalitycode", "municipalityid"),
    *("lau", "laucode", "laukode", "lauid", "lau1", "lau1vaerdi", "lau2", "giscoid", "code", "kode"),
}
_LOOSE = {"id", "nr", "number"}  # often a running number: believed only where the area has no name
_NAMES = {"kommune", "municipality", "label", "titel", "title"}  # and whatever has navn or name in it
_NUMBER = re.compile(r"(?:dk[_-]?)?0*(\d{1,4})(?:\.0)?", re.IGNORECASE)
_KIND = re.compile(r"(regions)?kommune$|municipality$")
_TOLERANCE = 1.8  # units: 100 metres
_CORNERS = 3
_LARGEST = 30_000_000  # bytes: the whole country to the metre has fewer
_DENMARK = (7.0, 54.0, 16.0, 58.5)  # degrees: west, south, east, north
_MOST = 12  # properties named in a message


class BoundariesError(MapError):
    """A file of boundaries that cannot be used."""

    section = "geography.errors"


def read_boundaries(path: Path, names: Mapping[str, str]) -> dict[str, str]:
    """Return the boundaries of the municipalities in a file: code to SVG path data, in the projection of the map.

    ``names`` are the municipalities by code. Several areas of one municipality are drawn as one, areas that fit none
    are left out. Raises BoundariesError where nothing can be drawn, OSError where the file cannot be read.
    """
    features = _features(path)
    found = _matched(features, names)
    if not found:
        raise BoundariesError("boundaries_no_match", path=str(path), properties=_properties(features))
    try:
        areas = {code: [area for one in geometries for area in _areas(one)] for code, geometries in found.items()}
        _check(areas, path)
        paths = {code: path_data(_rings(polygons)) for code, polygons in sorted(areas.items()) if polygons}
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError):
        raise BoundariesError("boundaries_not_geojson", path=str(path)) from None
    if not paths:
        raise BoundariesError("boundaries_no_area", path=str(path))
    return paths


def _features(path: Path) -> list[dict[str, Any]]:
    value = _json(path)
    features = value.get("features") if isinstance(value, dict) else None
    if isinstance(value, dict) and value.get("type") == "Feature":
        features = [value]
    if not isinstance(features, list) or not features or not all(isinstance(one, dict) for one in features):
        raise BoundariesError("boundaries_not_geojson", path=str(path))
    return features


def _json(path: Path) -> Any:
    with path.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise BoundariesError("boundaries_too_large", path=str(path), limit=str(_LARGEST // 1_000_000))
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        raise BoundariesError("boundaries_not_text", path=str(path)) from None
    except json.JSONDecodeError as error:
        place = {"line": str(error.lineno), "column": str(error.colno)}
        raise BoundariesError("boundaries_not_json", path=str(path), **place) from None
    except (ValueError, RecursionError):  # NaN and Infinity, or brackets without end: no map program writes them
        raise BoundariesError("boundaries_not_geojson", path=str(path)) from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _matched(features: list[dict[str, Any]], names: Mapping[str, str]) -> dict[str, list[Any]]:
    """Return the geometries of each municipality that an area fits."""
    by_number = {match[1]: code for code in names if (match := _NUMBER.fullmatch(code))}
    by_name = {_plain_name(name): code for code, name in names.items()}
    found: dict[str, list[Any]] = defaultdict(list)
    for feature in features:
        if code := _code(feature, by_number, by_name):
            found[code].append(feature.get("geometry"))
    return found


def _code(feature: dict[str, Any], by_number: dict[str, str], by_name: dict[str, str]) -> str | None:
    """Return the municipality of an area: by its number where one fits, else by its name."""
    properties = _plain_properties(feature)
    called = [_plain_name(value) for key, value in properties.items() if _is_name(key) and isinstance(value, str)]
    keys = _NUMBERS if called else _NUMBERS | _LOOSE
    numbers = (_NUMBER.fullmatch(str(value).strip()) for key, value in properties.items() if key in keys)
    fits = [by_number[match[1]] for match in numbers if match and match[1] in by_number]
    named = [by_name[name] for name in called if name in by_name]
    return next(iter([*fits, *named]), None)


def _plain_properties(feature: dict[str, Any]) -> dict[str, Any]:
    given = feature.get("properties")
    known = given if isinstance(given, dict) else {}
    return {"id": feature.get("id"), **{re.sub(r"[\W_]", "", str(key).casefold()): known[key] for key in known}}


def _is_name(key: str) -> bool:
    return key in _NAMES or "navn" in key or "name" in key


def _plain_name(name: str) -> str:
    """Return a name as it is compared: Århus as Aarhus, Fakse as Faxe, Nordfyn and Nordfyns Kommune as Nordfyns."""
    letters = re.sub(r"[\W_]", "", search_text(name)).replace("x", "ks")
    return _KIND.sub("", letters).removesuffix("s")


def _properties(features: list[dict[str, Any]]) -> str:
    """Return the names of the properties that are there, for the message."""
    keys = {str(key): None for one in features if isinstance(one.get("properties"), dict) for key in one["properties"]}
    some = list(keys)[:_MOST]
    return ", ".join(some if len(keys) <= _MOST else [*some, "…"]) or "–"


def _areas(geometry: Any) -> Iterator[list[list[tuple[float, float]]]]:
    """Yield the polygons of a geometry, each a list of rings, the outer one first."""
    if geometry is None:
        return
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _areas(part)
    elif geometry["type"] in ("Polygon", "MultiPolygon"):
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for polygon in polygons:
            if rings := [[(float(point[0]), float(point[1])) for point in ring] for ring in polygon if ring]:
                yield rings


def _check(areas: Mapping[str, list[list[list[tuple[float, float]]]]], path: Path) -> None:
    """Raise where the coordinates are not degrees, or not in Denmark."""
    west, south, east, north = _DENMARK
    for x, y in (point for polygons in areas.values() for rings in polygons for ring in rings for point in ring):
        if west <= x <= east and south <= y <= north:
            continue
        key = "elsewhere" if abs(x) <= 180 and abs(y) <= 180 else "not_degrees"  # noqa: PLR2004 - degrees
        raise BoundariesError(f"boundaries_{key}", path=str(path), x=_number(x), y=_number(y))


def _number(value: float) -> str:
    """Return a coordinate as people read it: metres whole, degrees as far as they matter."""
    return f"{value:.0f}" if abs(value) > 1000 else f"{value:.6g}"  # noqa: PLR2004 - more than any degrees


def _rings(polygons: list[list[list[tuple[float, float]]]]) -> list[list[Point]]:
    """Return the rings to draw: what is too small to be seen left out, but never a whole municipality."""
    drawn = [_turned(ring, hole=at > 0) for rings in polygons for at, ring in enumerate(rings)]
    few = [simplified(ring, _TOLERANCE) for ring in drawn]
    return [ring for ring in few if len(ring) >= _CORNERS] or [max(drawn, key=len)]


def _turned(ring: list[tuple[float, float]], *, hole: bool) -> list[Point]:
    """Return a ring in units, holes turning the other way round than outer rings: so every painter leaves them out."""
    points = [project(*point) for point in ring]
    area = math.fsum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    return points[::-1] if (area < 0) != hole else points
