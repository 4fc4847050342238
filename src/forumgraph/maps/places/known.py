"""Where each municipality is: stored places of the 98, and rows below them for any other; it draws nothing.

The stored files are made by docs/places/build.py from two openly licensed packages.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STEP = (300, 230)  # a municipality's box in the network, in world units
_FEWEST = 4  # columns in a row of others, however few the known ones take up


@dataclass(frozen=True)
class Place:
    """A municipality's place in three pictures.

    ``lon`` and ``lat`` are degrees, None where nobody has stored them; ``x`` and ``y`` the middle of its box in the
    network (world units, y downwards); ``column`` and ``row`` its tile.
    """

    code: str
    lon: float | None
    lat: float | None
    x: int
    y: int
    column: int
    row: int


def place_of(names: Mapping[str, str]) -> dict[str, Place]:
    """Return the place of each municipality, given as code and name, in the order given.

    One that is not among the 98 gets no degrees, and a place in rows below the others, by its code: so it always gets
    the same one among the same municipalities.
    """
    known = {code: _stored()[code] for code in names if code in _stored()}
    others = _below(sorted(set(names) - set(known)), list(known.values()))
    return {code: known.get(code) or others[code] for code in names}


def coast() -> list[list[tuple[float, float]]]:
    """Return Denmark's coast as rings of longitude and latitude, simplified to about 800 metres."""
    return [[(lon, lat) for lon, lat in ring] for ring in json.loads(_file("coast.json"))]


def _below(codes: list[str], known: list[Place]) -> dict[str, Place]:
    left, bottom = min((one.column for one in known), default=0), max((one.row for one in known), default=-2)
    x, y = min((one.x for one in known), default=0), max((one.y for one in known), default=-2 * STEP[1])
    width = max(_FEWEST, max((one.column for one in known), default=0) - left + 1)
    across = max(_FEWEST, (max((one.x for one in known), default=0) - x) // STEP[0] + 1)
    return {
        code: Place(
            code,
            lon=None,
            lat=None,
            x=x + at % across * STEP[0],
            y=y + (at // across + 2) * STEP[1],
            column=left + at % width,
            row=bottom + at // width + 2,  # an empty row parts them from the country
        )
        for at, code in enumerate(codes)
    }


@cache
def _stored() -> dict[str, Place]:
    rows = csv.DictReader(_file("places.csv").splitlines())
    return {row["code"]: _place(row) for row in rows}


def _place(row: dict[str, str]) -> Place:
    x, y, column, tile_row = (int(row[name]) for name in ("x", "y", "column", "row"))
    return Place(row["code"], float(row["lon"]), float(row["lat"]), x, y, column, tile_row)


def _file(name: str) -> str:
    return (resources.files(__package__ or __name__) / name).read_text(encoding="utf-8")
