"""The page's block of places: the box around what is shown, the coast in it, the user's boundaries."""

from __future__ import annotations

import json

from forumgraph.maps.places import coast, place_of, places_block, project
from forumgraph.maps.places.frame import corners

from .test_known import NAMES

SOUTH = [code for code in NAMES if code < "0600" and code >= "0410"] + ["0607", "0621", "0630"]


def test_the_box_holds_all_places_with_a_margin_and_the_coast_stays_in_it() -> None:
    block = places_block(SOUTH, {})
    x, y, width, height = block["box"]
    assert all(x < px < x + width and y < py < y + height for px, py in block["towns"].values())
    points = [point for data in block["coast"] for point in corners(data)]
    assert all(x <= px <= x + width and y <= py <= y + height for px, py in points)


def test_south_denmark_fills_the_picture_when_nothing_else_is_shown() -> None:
    _, _, width, height = places_block(SOUTH, {})["box"]
    _, _, whole_width, whole_height = places_block(NAMES, {})["box"]
    assert width * 2 < whole_width
    assert height * 2 < whole_height


def test_towns_are_nodes_at_their_projected_places() -> None:
    odense = place_of(NAMES)["0461"]
    assert odense.lon is not None
    assert odense.lat is not None
    assert places_block(["0461"], {})["towns"] == {"m:0461": list(project(odense.lon, odense.lat))}


def test_a_municipality_without_a_known_place_is_left_off_the_map() -> None:
    block = places_block(["9001"], {})
    assert block["towns"] == {}
    assert len(block["coast"]) == len(coast())


def test_boundaries_widen_the_box_and_those_not_shown_are_left_out() -> None:
    own = {"0461": "M2000 5000l100 0 0 100z", "0101": "M9000 9000l1 0 0 1z"}
    block = places_block(["0461"], own)
    assert block["boundaries"] == [{"node": "m:0461", "d": "M2000 5000l100 0 0 100z"}]
    assert block["box"][0] < 2000
    assert "egen fil" in block["attribution"]


def test_the_sources_of_places_and_coast_are_named_in_both_languages() -> None:
    danish, english = (places_block(SOUTH, {}, language)["attribution"] for language in ("da", "en"))
    assert danish == (
        "Kommunernes steder: GeoNames (geonames.org), licens CC BY 4.0 (creativecommons.org/licenses/by/4.0), "
        "sammenregnet. Kystlinje: Natural Earth (naturalearthdata.com), fri af ophavsret."
    )
    assert english == (
        "The municipalities' places: GeoNames (geonames.org), licence CC BY 4.0 (creativecommons.org/licenses/by/4.0), "
        "averaged. Coastline: Natural Earth (naturalearthdata.com), public domain."
    )


def test_the_block_of_the_whole_country_is_small_and_the_same_every_time() -> None:
    once, again = (json.dumps(places_block(NAMES, {})) for _ in range(2))
    assert once == again
    assert len(once) < 15_000
