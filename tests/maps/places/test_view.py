"""The view of places in a real Chromium: what the tiles say, how they are reached, what the map answers to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.maps.edition import Edition
from forumgraph.maps.model import MapMunicipality

from ..builders import MapBuilder, answer, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from ..conftest import Opened

pytestmark = pytest.mark.browser


def tile_labels(page: Page) -> list[str]:
    return [str(one.get_attribute("aria-label")) for one in page.locator(".geo-tile").all()]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def small() -> MapBuilder:
    return (
        MapBuilder()
        .town("0461", "Odense", "established")
        .town("0480", "Nordfyns", "none")
        .town("0492", "Ærø", "no_reply")
        .town("0563", "Fanø", "not_asked")
    )


def test_every_tile_says_the_municipality_its_answer_and_the_area(open_map: Callable[..., Opened]) -> None:
    page = open_map(small().data(), address="#v=places&a=companies").page
    assert tile_labels(page) == [
        "Fanø: ikke spurgt (Virksomheder og arbejdsgivere)",
        "Nordfyns: nej (Virksomheder og arbejdsgivere)",
        "Odense: etableret (Virksomheder og arbejdsgivere)",
        "Ærø: intet svar (Virksomheder og arbejdsgivere)",
    ]


def test_the_legend_counts_each_answer_of_those_asked(open_map: Callable[..., Opened]) -> None:
    page = open_map(small().data(), address="#v=places&a=companies").page
    lines = [line.strip().split("\n")[-1] for line in page.locator(".geo-legend li").all_inner_texts()]
    assert lines == [
        "Etableret: 1 af 3",
        "Nej: 1 af 3",
        "Intet svar: 1 af 3",
        "1 er ikke spurgt og tæller ikke med",
        "2 af 3 har svaret.",
    ]


def test_without_an_area_a_tile_says_how_many_areas_are_covered_and_how_many_unanswered(
    open_map: Callable[..., Opened],
) -> None:
    build = small()
    build.answers["0461"] |= {area: answer(area, "no_reply") for area in ("lbr", "unions")}
    page = open_map(build.data(), address="#v=places").page
    assert tile_labels(page) == [
        "Fanø: ikke spurgt",
        "Nordfyns: 0 af 6 områder har et etableret forum",
        "Odense: 4–6 af 6 områder har et etableret forum, 2 er ubesvarede",
        "Ærø: intet svar på nogen af de 6 områder",
    ]
    drawn = page.locator(".geo-drawing text").all_text_contents()
    assert "4–6 af 6" in drawn
    assert "intet svar" in drawn  # never 0 of 6 where nothing is known


def test_tab_reaches_the_tiles_once_and_arrows_move_like_the_country(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark(), address="#v=places").page
    assert page.locator(".geo-tile[tabindex='0']").count() == 1
    page.locator(".geo-tile[tabindex='0']").focus()
    seen = [focused(page).split(":")[0]]
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(focused(page).split(":")[0])
    assert seen == ["Varde", "Billund", "Vejen", "Kolding", "Tønder"]


def test_a_press_chooses_and_a_second_one_lets_go(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark(), address="#v=places").page
    tile = page.locator(".geo-tile[aria-label^='Haderslev']")
    tile.click()
    assert page.evaluate("forumgraph.store.state.chosen") == "m:0510"
    assert tile.get_attribute("aria-pressed") == "true"
    tile.click()
    assert page.evaluate("forumgraph.store.state.chosen") == ""


def test_a_point_of_the_map_chooses_its_municipality(open_map: Callable[..., Opened]) -> None:
    page = open_map(small().data(), address="#v=places").page
    drawing = page.locator(".geo-map-drawing")
    x, y = page.evaluate(
        """() => { const { box, towns } = forumgraph.data.places; const [px, py] = towns["m:0563"];
        const e = document.querySelector(".geo-map-drawing svg").getBoundingClientRect();
        const scale = Math.min(e.width / box[2], e.height / box[3]);
        return [(e.width - box[2] * scale) / 2 + (px - box[0]) * scale, (py - box[1]) * scale]; }"""
    )
    drawing.click(position={"x": x, "y": y})
    assert page.evaluate("forumgraph.store.state.chosen") == "m:0563"


def test_the_users_own_areas_are_drawn_and_pressed(open_map: Callable[..., Opened]) -> None:
    own = Edition(boundaries={"0461": "M2000 5000l2000 0 0 1500-2000 0z"})
    page = open_map(small().data(), address="#v=places", edition=own).page
    assert page.locator(".geo-source").inner_text().startswith("Grænser: brugerens egen fil.")
    x, y = page.evaluate(
        """() => { const { box } = forumgraph.data.places;
        const e = document.querySelector(".geo-map-drawing svg").getBoundingClientRect();
        const scale = Math.min(e.width / box[2], e.height / box[3]);
        return [(e.width - box[2] * scale) / 2 + (2100 - box[0]) * scale, (6400 - box[1]) * scale]; }"""
    )
    page.locator(".geo-map-drawing").click(position={"x": x, "y": y})
    assert page.evaluate("forumgraph.store.state.chosen") == "m:0461"


def test_those_who_were_not_asked_at_all_are_named_below_and_take_no_room(open_map: Callable[..., Opened]) -> None:
    data = small().data()
    stranger = MapMunicipality("0101", "København", "Hovedstaden", ())
    page = open_map(replace(data, municipalities=(*data.municipalities, stranger)), address="#v=places").page
    assert len(tile_labels(page)) == 4
    line = page.locator(".geo-strangers")
    assert line.inner_text() == "Uden felt, fordi de ikke er spurgt og kun er nævnt af andre: København"


def test_what_a_filter_leaves_out_is_faint_and_not_reached(open_map: Callable[..., Opened]) -> None:
    page = open_map(small().data(), address="#v=places&a=companies&s=none").page
    enabled = [one.get_attribute("title") for one in page.locator(".geo-tile:enabled").all()]
    assert enabled == ["Nordfyns: nej (Virksomheder og arbejdsgivere)"]


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_nothing_runs_over_the_edge_of_the_page_and_tiles_are_large_enough_to_press(
    open_map: Callable[..., Opened], width: int
) -> None:
    page = open_map(southern_denmark(), address="#v=places", viewport={"width": width, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes: list[dict[str, Any]] = page.evaluate(
        "[...document.querySelectorAll('.geo-tile')].map(e => e.getBoundingClientRect().toJSON())"
    )
    assert min(min(size["width"], size["height"]) for size in sizes) >= 24


def test_a_name_of_any_length_stays_in_its_tile(open_map: Callable[..., Opened]) -> None:
    page = open_map(small().town("9001", "x" * 10_000).data(), address="#v=places").page
    page.wait_for_selector(".geo-drawing text")
    over = page.evaluate(
        """() => { const tiles = [...document.querySelectorAll(".geo-tile")].map(e => e.getBoundingClientRect());
        return [...document.querySelectorAll(".geo-drawing text")].map(e => [e.textContent, e.getBoundingClientRect()])
          .filter(([, r]) => !tiles.some(t => r.left >= t.left - 2 && r.right <= t.right + 2 && r.top >= t.top - 2
            && r.bottom <= t.bottom + 2)).map(([text]) => text); }"""
    )
    assert over == []
