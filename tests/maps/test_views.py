"""Matrix, panel, filters, search and table in a real Chromium: what a reader met who had never seen them before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from forumgraph.maps.model import MapForum, MapRound

from .builders import MapBuilder, answer, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from playwright.sync_api import Page

    from forumgraph.maps import MapData

    from .conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def few() -> MapBuilder:
    return MapBuilder().town("0461", "Odense", "established").town("0492", "Ærø", "no_reply").town("0480", "Nordfyns")


def two_rounds() -> MapData:
    """Return a later round that asked Odense alone, and about one area alone."""
    data = few().data()
    later = MapRound("later", "Opfølgning", "2017-03-01", "later", ("companies",))
    odense, *others = data.municipalities
    asked = replace(odense, answers=(*odense.answers, replace(answer("companies", "none"), round="later")))
    silent = replace(answer("companies", "not_asked"), round="later")
    towns = (asked, *(replace(one, answers=(*one.answers, silent)) for one in others))
    return replace(data, rounds=(*data.rounds, later), municipalities=towns, as_of=later.date)


def rows(page: Page) -> list[str]:
    return page.locator(".matrix tbody th").all_inner_texts()


# ---- What is unknown ----


def test_who_answered_nothing_may_have_everything_and_is_sorted_apart(open_map: Open) -> None:
    build = few()
    build.answers["0480"] |= {area: answer(area, "no_reply") for area in ("lbr", "unions")}
    page = open_map(build.data(), address="#sort=covered").page
    assert rows(page) == ["Odense", "Nordfyns", "Intet svar: vi ved ikke, hvad de er med i", "Ærø"]
    assert page.locator(".matrix tbody td.matrix-sum").all_inner_texts() == [
        "6 af 6",
        "0",
        "0–2 af 6",
        "2",
        "0–6 af 6",
        "6",
    ]
    page.locator(".matrix th button", has_text="Ærø").click()
    said = (
        "Kommunen er spurgt om 6 områder, men har ikke svaret på noget: Den kan have et etableret forum på 0–6 af dem."
    )
    assert said in page.locator("#details").inner_text()


def test_a_column_says_its_round_and_a_cell_what_was_answered_before(open_map: Open) -> None:
    page = open_map(two_rounds()).page
    rounds = page.locator(".matrix-round").all_inner_texts()
    assert rounds == ["2015", "2015", "2015", "2015", "2015", "2017"]
    page.locator(".matrix-cell[aria-label^='Nordfyns, Virksomheder']").click()
    assert "Ikke spurgt i 2017; svarede i 2015: nej." in page.locator("#details").inner_text()
    page.locator("#round").press("End")
    assert page.locator(".matrix-round").first.inner_text() == "ikke med i 2017"


def test_nobody_is_said_to_have_named_whom_nobody_names(open_map: Open) -> None:
    page = open_map(few().town("0563", "Fanø", "not_asked").data(), address="#x=m:0563").page
    said = "Kommunen er ikke spurgt, og ingen kilde nævner den som medlem af et forum."
    assert said in page.locator("#details").inner_text()


def test_filters_that_leave_nobody_say_so_and_are_cleared_there(open_map: Open) -> None:
    page = open_map(few().data(), address="#s=none&k=m:0461").page
    for view in ("matrix", "places"):
        page.click(f"[data-view={view}]")
        expect(page.locator(f"#view-{view} .nothing-left p")).to_have_text("Ingen kommuner passer til filtrene.")
    page.locator("#view-places .nothing-left button").click()
    expect(page.locator(".geo-tile").first).to_be_visible()
    assert page.evaluate("location.hash") == "#v=places"


# ---- The window ----


def test_all_of_a_region_and_the_totals_are_seen_at_once(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    foot = page.locator(".matrix tfoot").bounding_box()
    last = page.locator(".matrix tbody tr").last.bounding_box()
    assert foot is not None
    assert last is not None
    assert len(rows(page)) == 22
    assert last["y"] + last["height"] <= foot["y"] + 1


def test_a_tap_leads_to_the_panel_and_its_button_back(open_map: Open) -> None:
    page = open_map(southern_denmark(), reduced_motion="reduce", **PHONE).page
    cell = page.locator(".matrix-cell").nth(30)
    cell.tap()
    expect(page.locator("#details h2")).to_be_in_viewport()
    page.locator("#details .details-back", has_text="Tilbage til oversigten").tap()
    expect(cell).to_be_in_viewport()


def test_an_address_does_not_lead_away_from_the_page_s_start(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#x=m:0510", **PHONE).page
    page.evaluate("forumgraph.ready")
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("width", [390, 1440])
def test_the_table_begins_at_its_start_and_breaks_no_word(open_map: Open, width: int) -> None:
    page = open_map(southern_denmark(), address="#v=network", viewport={"width": width, "height": 844}).page
    page.click("#as-table")
    expect(page.locator("#bodies caption")).to_be_in_viewport()
    broken = """() => [...document.querySelectorAll("#bodies tbody td:nth-child(2)")].filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length > 1;
    }).length"""
    assert page.evaluate(broken) == 0


def test_what_folds_the_levels_says_what_a_press_does(open_map: Open) -> None:
    tiers = next(one for one in southern_denmark().forums if one.tiers)
    page = open_map(southern_denmark(), address=f"#v=network&x=f:{tiers.id}").page
    button = page.locator(".unfold")
    expect(button).to_have_text("Fold niveauer ud på kortet")
    button.click()
    expect(button).to_have_text("Fold niveauer sammen på kortet")


# ---- The search ----

NAMES = (
    ("lau", "LAU Trekantområdet", ()),
    ("chefer", "Fynske jobcenterchefer", ()),
    ("aftale", "Samarbejdsaftale med 22 a-kasser", ()),
    ("dialog", "Dialogforum Billund", ()),
    ("industri", "Løbende møder med Dansk Industri", ("DI",)),
    ("net", "Netværksforum med Ikast-Brande", ()),
)


def named() -> MapData:
    forums = (MapForum(key, name, "existing", "netværk", ("companies",), (), also, ()) for key, name, also in NAMES)
    return replace(few().data(), forums=tuple(forums))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("0492", "Ærø"),
        ("ærø kommune", "Ærø"),
        ("a kasser", "Samarbejdsaftale med 22 a-kasser"),
        ("akasser", "Samarbejdsaftale med 22 a-kasser"),
        ("LAU trekanten", "LAU Trekantområdet"),
        ("jobcenterchefer fynske", "Fynske jobcenterchefer"),
        ("ikast brande", "Netværksforum med Ikast-Brande"),
        ("DI", "Løbende møder med Dansk Industri"),
    ],
)
def test_a_search_finds_words_in_any_order_and_as_people_write_them(open_map: Open, typed: str, first: str) -> None:
    page = open_map(named()).page
    page.fill("#search", typed)
    assert page.evaluate("document.querySelector('#results [role=option]').firstChild.textContent.trim()") == first


def test_a_slip_is_answered_with_the_nearest_name(open_map: Open) -> None:
    page = open_map(few().data()).page
    page.fill("#search", "Odnese")
    page.locator("#results [role=option]", has_text="Mente du Odense?").click()
    assert page.locator("#details h2").inner_text() == "Odense"
