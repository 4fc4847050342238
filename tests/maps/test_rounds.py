"""The slider over the rounds in a real Chromium: the same places, and at each round what was known of its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from .test_accessibility import violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from forumgraph.maps import MapData

    from .conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

TITLES = ["alle", "2013", "2015", "2019", "2020"]
PLACES = "forumgraph.data.forums.map((one) => [one.node, one.spot.x, one.spot.y])"


def states(page: Page) -> dict[str, str]:
    """Return the fora that are drawn, with the state in which they are."""
    script = """() => { const { data, store } = forumgraph; const { forums, behind } = store.shown;
      const drawn = data.forums.filter(({ node }) => forums.has(node) && !behind.has(node));
      return Object.fromEntries(drawn.map((one) => [one.name, store.forumState(one)])); }"""
    found: dict[str, str] = page.evaluate(script)
    return found


def details(page: Page) -> str:
    return " ".join(page.locator("#details").inner_text().split())


def test_the_keyboard_moves_the_slider_the_address_keeps_it_and_back_undoes_it(
    open_map: Open, publications: MapData
) -> None:
    page = open_map(publications).page
    slider = page.get_by_role("slider", name="Tidspunkt")
    assert page.locator(".rounds-mark").all_inner_texts() == TITLES
    expect(slider).to_have_attribute("aria-valuetext", "Alle runder på én gang")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    assert page.evaluate("location.hash") == "#r=nord-2015"
    expect(slider).to_have_attribute("aria-valuetext", "1. juni 2015: Fora i Nord")
    expect(page.locator(".rounds-said")).to_have_text("Fora i Nord, 1. juni 2015. 4 kommuner er spurgt.")
    page.go_back()
    expect(slider).to_have_value("1")
    slider.press("Home")
    assert page.evaluate("location.hash") == ""
    page.locator(".rounds-mark > span", has_text="2019").click()
    expect(slider).to_have_value("3")


def test_fora_appear_fade_are_renamed_and_unknown_while_every_place_stays(
    open_map: Open, publications: MapData
) -> None:
    page = open_map(publications, address="#v=network").page
    before = page.evaluate(PLACES)
    found = {}
    for round_ in publications.rounds:
        page.evaluate("round => forumgraph.store.set({ round })", round_.id)
        found[round_.id] = states(page)
        assert page.evaluate(PLACES) == before
    council, panel, old, own = "De gamle råd", "Virksomhedspanelet", "Jobnetværket", "Østby råd"
    assert found == {
        "kl-2013": {council: "unknown", panel: "unknown", old: "existing", own: "unknown"},
        "nord-2015": {council: "ended", panel: "existing", old: "existing", own: "existing"},
        "nord-2019": {council: "ended", panel: "existing", "Job5": "existing", own: "existing"},
        "kl-2020": {council: "ended", panel: "unknown", "Job5": "existing", own: "unknown"},
    }
    assert "3 ukendte på dette tidspunkt" not in page.locator("#status").inner_text()
    expect(page.locator("#status")).to_contain_text("1 forum kendt, 2 ukendte på dette tidspunkt, 1 ophørt")


def test_a_round_that_asked_nobody_and_a_municipality_that_was_none_are_said_to_be_so(
    open_map: Open, publications: MapData
) -> None:
    page = open_map(publications, address="#r=kl-2013").page
    assert set(page.locator(".matrix tfoot td:not(.matrix-sum)").all_inner_texts()) == {"ingen spurgt"}
    assert "Udgivelsen har ikke spurgt kommunerne hver for sig: »ikke spurgt« er ikke et nej." in details(page)
    cells = page.locator(".matrix-cell[aria-label*='Jobcentre'] .look-word")
    assert cells.all_inner_texts() == ["ikke spurgt", "fandtes ikke", "ikke spurgt", "ikke spurgt", "ikke spurgt"]
    page.click("[data-view=places]")
    expect(page.locator(".geo-tile[aria-label^='Nyby']")).to_have_attribute(
        "aria-label", "Nyby: Kommunen findes siden 2018-01-01."
    )
    total = page.evaluate("forumgraph.store.set({round: ''}), forumgraph.store.totals()[0]")
    assert (total["asked"], total["not_asked"]) == (3, 0)


def test_the_panel_says_which_round_it_is_of_and_what_is_unknown_at_its_time(
    open_map: Open, publications: MapData
) -> None:
    page = open_map(publications, address="#v=network&r=kl-2020&x=f:panel").page
    said = details(page)
    assert "Vist: Kortlægning, 15. januar 2020." in said
    assert "Ingen kilde siger, om det fandtes på dette tidspunkt." in said
    assert "Ukendt på dette tidspunkt (1) Kilderne siger det om et andet tidspunkt. Siger det selv (1) Østby" in said
    page.evaluate("forumgraph.store.set({chosen: 'f:job5', round: 'nord-2019'})")
    line = details(page).split("Tidslinje", 1)[1]
    assert line.index("»Jobnetværket« skifter navn til »Job5« (sandsynlig)") < line.index("Begyndt")
    assert "Omtalt i Kortlægning; 5 kommuner er med; 3 nævnt ved navn Oplyst af: KL kl-2020, linje 20-24" in line
    page.locator("#details .timeline button", has_text="Jobnetværket").click()
    assert "Det var ophørt på dette tidspunkt." in details(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_at_any_round(open_map: Open, publications: MapData, theme: str) -> None:
    page = open_map(publications, color_scheme=theme, viewport={"width": 390, "height": 844}).page
    page.evaluate("document.querySelector('#legend').open = true")
    looks: tuple[dict[str, Any], ...] = (
        {"round": "kl-2013", "view": "matrix"},
        {"round": "nord-2015", "view": "places"},
        {"round": "nord-2019", "view": "network", "chosen": "f:job5"},
    )
    for look in looks:
        page.evaluate("look => forumgraph.store.set(look)", look)
        assert violations(page) == [], look


def test_rounds_are_played_but_not_for_those_who_want_nothing_to_move(open_map: Open, publications: MapData) -> None:
    still = open_map(publications, reduced_motion="reduce").page
    assert still.get_by_role("button", name="Afspil").count() == 0
    page = open_map(publications, reduced_motion="no-preference").page
    page.get_by_role("button", name="Afspil").click()
    expect(page.get_by_role("slider")).to_have_value("1")
    expect(page.get_by_role("slider")).to_have_value("2", timeout=4000)
    page.get_by_role("button", name="Stop").click()
    page.go_back()
    assert page.evaluate("forumgraph.store.state.round") == ""
