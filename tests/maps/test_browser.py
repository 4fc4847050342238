"""The page in a real Chromium, offline. The fixture checks that nothing is asked for and no error is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from forumgraph.maps.edition import Edition
from forumgraph.maps.search import search_text

from .builders import MapBuilder, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from .conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

HOSTILE = [
    "</script><script>window.ran = true</script>",
    "<img src=x onerror='window.ran = true'>",
    "\"'`${window.ran = true}",
    "👩🏽\u200d💼 emoji \u2028 skilt \u2029 linje",
    "\u202eomvendt\u202c \u2066isoleret\u2069",
    "to\nlinjer\tog et tabulatortegn",
    "x" * 10_000,
    "{area} {{ 7 * 7 }} %s",
    "__proto__",
]


def canvas_place(page: Page, node: str) -> tuple[float, float]:
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    spot = page.evaluate("n => forumgraph.net.vis.canvasToDOM(forumgraph.store.thing(n).spot)", node)
    return box["x"] + spot["x"], box["y"] + spot["y"]


def shown(page: Page, kind: str = "forums") -> set[str]:
    return set(page.evaluate(f"[...forumgraph.store.shown.{kind}]"))


def state(page: Page, key: str) -> Any:
    return page.evaluate(f"forumgraph.store.state.{key}")


def painted(page: Page) -> int:
    """Return how many pixels of the picture are not empty."""
    return int(
        page.evaluate(
            """() => { const c = document.querySelector("#canvas canvas");
            const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
            let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n += 1; return n; }"""
        )
    )


def search(page: Page, name: str) -> None:
    page.fill("#search", name)
    page.keyboard.press("Enter")


# ---- The views and the address ----


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_network_is_drawn(open_map: Open, language: str) -> None:
    page = open_map(southern_denmark(), language, "#v=network").page
    page.evaluate("forumgraph.ready")
    assert painted(page) > 50_000


def test_every_municipality_and_forum_is_inside_the_first_view(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network").page
    page.evaluate("forumgraph.ready")
    size = page.locator("#canvas").bounding_box()
    assert size is not None
    for node in shown(page) | shown(page, "towns"):
        x, y = canvas_place(page, node)
        assert size["x"] < x < size["x"] + size["width"]
        assert size["y"] < y < size["y"] + size["height"]


def test_a_place_stays_the_same_under_every_filter(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network").page
    places = "forumgraph.data.forums.map((one) => [one.node, one.spot.x, one.spot.y])"
    before = page.evaluate(places)
    for area in ("companies", "unions", ""):
        page.select_option("#area", area)
        assert page.evaluate(places) == before
    seen = page.evaluate("forumgraph.net.vis.getPosition('f:kkrnet')")
    assert [seen["x"], seen["y"]] == next(one[1:] for one in before if one[0] == "f:kkrnet")


def test_the_address_restores_the_view_and_back_undoes_a_choice(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    page.click("[data-view=network]")
    page.select_option("#area", "companies")
    search(page, "havneforum")
    address = page.evaluate("location.hash")
    assert address == "#v=network&a=companies&x=f%3Ahavn"
    page.go_back()
    assert (state(page, "chosen"), state(page, "area")) == ("", "companies")
    page.go_back()
    page.go_back()
    assert state(page, "view") == "matrix"
    again = open_map(southern_denmark(), address=address).page
    assert [state(again, key) for key in ("view", "area", "chosen")] == ["network", "companies", "f:havn"]
    expect(again.locator("#details h2")).to_have_text("Havneforum Lillebælt")


def test_what_an_address_names_and_nobody_knows_is_passed_over(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=kaos&a=kaos&x=f:kaos&kkr=kaos&g=9&s=kaos&sort=kaos&q=1").page
    assert page.evaluate("location.hash") != ""
    kept = page.evaluate("forumgraph.store.state")
    assert (kept["view"], kept["area"], kept["chosen"], kept["kkr"], kept["status"]) == ("matrix", "", "", [], [])


def test_a_cell_lights_up_its_network_and_its_tile(open_map: Open) -> None:
    data = southern_denmark()
    page = open_map(data, address="#x=c:0510:education").page
    lit = set(page.evaluate("[...forumgraph.store.shown.lit]"))
    forums = {one.id for one in data.forums if "education" in one.areas}
    own = {claim.forum for claim in data.memberships if claim.municipality == "0510" and claim.forum in forums}
    members = {
        f"m:{claim.municipality}" for claim in data.memberships if claim.forum in own and claim.basis != "excluded"
    }
    assert own
    assert lit == {"m:0510"} | {f"f:{one}" for one in own} | members
    expect(page.locator("#details h2")).to_have_text("Haderslev: 3 Uddannelsesinstitutioner")


def test_an_organisation_lights_up_its_fora_and_their_municipalities(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network&o=1&x=o:lo").page
    lit = set(page.evaluate("[...forumgraph.store.shown.lit]"))
    assert lit == {"o:lo", "f:lo-trekant", "m:0607", "m:0621", "m:0630"}


def test_a_page_that_opens_with_the_network_keeps_the_matrix_in_its_address(open_map: Open) -> None:
    page = open_map(southern_denmark(), edition=Edition(start="network")).page
    assert state(page, "view") == "network"
    page.click("#views [data-view=matrix]")
    assert page.evaluate("location.hash") == "#v=matrix"
    page.click("#views [data-view=places]")
    page.go_back()
    assert state(page, "view") == "matrix"


# ---- The search ----


@pytest.mark.parametrize("typed", ["aero", "ærø", "aeroe", "ÆRØ"])
def test_a_search_finds_aero_however_it_is_typed(open_map: Open, typed: str) -> None:
    page = open_map(southern_denmark(), address="#v=network").page
    page.fill("#search", typed)
    assert page.locator("#results [role=option]").first.inner_text() == "Ærø Kommune"
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Ærø"
    assert page.evaluate("document.activeElement.textContent") == "Ærø"
    assert state(page, "chosen") == "m:0492"


def test_the_search_is_worked_by_keyboard_alone(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    page.focus("#search")
    page.keyboard.type("veu")
    field = page.locator("#search")
    assert field.get_attribute("aria-expanded") == "true"
    options = page.locator("#results [role=option]")
    page.keyboard.press("ArrowDown")
    chosen = options.nth(1).inner_text()
    assert field.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    page.keyboard.press("Enter")
    assert chosen == f"{page.locator('#details h2').inner_text()} Forum"
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Escape")
    assert state(page, "chosen") == ""


def test_a_search_finds_a_forum_by_its_alias_and_an_organisation_by_its_name(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    search(page, "fynsk forum")
    assert page.locator("#details h2").inner_text() == "Fælles fynsk beskæftigelsesforum"
    search(page, "3f fyn")
    assert page.locator("#details h2").inner_text() == "3F Fyn"
    assert state(page, "organisations") is True


def test_a_search_without_a_hit_says_so(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    page.fill("#search", "atlantis")
    assert page.locator("#results").inner_text() == "Ingen kommuner, fora eller organisationer hedder sådan."


def test_the_page_folds_letters_as_the_search_texts_do(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    names = ["Ærø", "Aabenraa", "Tønder", "Café Ångström", "Straße", "Ölands Äpple", "Forum for Bœuf", "Šiauliai", "ﬁn"]
    assert page.evaluate("names => names.map(forumgraph.searchText)", names) == [search_text(name) for name in names]


# ---- The filters ----


def test_an_area_shows_its_fora_and_says_every_answer(open_map: Open) -> None:
    data = southern_denmark()
    page = open_map(data).page
    page.select_option("#area", "companies")
    assert shown(page) == {f"f:{one.id}" for one in data.forums if "companies" in one.areas}
    said = page.locator("#status").inner_text()
    assert said.startswith("Virksomheder og arbejdsgivere: ● ")
    assert "? 1 intet svar, · 1 ikke spurgt" in said
    page.select_option("#area", "")
    assert len(shown(page)) == len(data.forums)
    assert page.locator("#status").inner_text() == f"22 kommuner · {len(data.forums)} fora vist"


def test_a_basis_leaves_the_lines_of_that_basis_alone(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#b=inferred").page
    assert page.evaluate("forumgraph.store.shown.links.map((one) => [one.town, one.forum, one.basis])") == [
        ["m:0482", "f:fynsk", "inferred"]
    ]
    assert shown(page) == {"f:fynsk"}


def test_a_status_leaves_the_municipalities_that_gave_it(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#s=no_reply&a=companies").page
    expected = {
        f"m:{one.code}"
        for one in southern_denmark().municipalities
        if any(answer.area == "companies" and answer.status == "no_reply" for answer in one.answers)
    }
    assert shown(page, "towns") == expected
    assert "m:0492" in expected


def test_what_is_chosen_lifts_the_filters_that_would_hide_it(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#a=lbr&n=operational").page
    search(page, "havneforum")
    assert (state(page, "area"), state(page, "level"), state(page, "chosen")) == ("", "", "f:havn")


def test_a_filter_that_does_not_hide_what_is_chosen_stays(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#a=companies&s=none").page
    search(page, "ærø")
    assert (state(page, "area"), state(page, "status"), state(page, "chosen")) == ("companies", [], "m:0492")


def test_a_filter_by_answer_leaves_the_totals_as_they_are(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    before = page.evaluate("forumgraph.store.totals()")
    page.evaluate("forumgraph.store.set({ status: ['none'] })")
    assert page.evaluate("forumgraph.store.totals()") == before
    assert len(shown(page, "towns")) < 22


def test_the_totals_are_those_of_the_municipalities_that_are_left(open_map: Open) -> None:
    build = MapBuilder().town("0461", "Odense", "established").town("0450", "Nyborg", "no_reply")
    data = build.town("0563", "Fanø", "not_asked").town("0482", "Langeland", "informal").data()
    page = open_map(data, address="#k=m:0461&k=m:0450&k=m:0563").page
    total = page.evaluate("forumgraph.store.totals().find((one) => one.area === 'companies')")
    assert total == {
        "area": "companies",
        "established": 1,
        "informal": 0,
        "planned": 0,
        "none": 0,
        "no_reply": 1,
        "not_asked": 1,
        "asked": 2,
        "answered": 1,
        "low": 0.5,
        "high": 1,
    }


# ---- The network ----


def test_the_six_statuses_are_drawn_as_symbol_and_word(open_map: Open) -> None:
    build = MapBuilder()
    for index, status in enumerate(("established", "informal", "planned", "none", "no_reply", "not_asked")):
        build.town(str(400 + index), f"By {index}", status)
    page = open_map(build.data(), address="#v=network").page
    page.evaluate(
        """() => { window.drawn = new Set(); const own = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
            window.drawn.add(text);
            own.call(this, text, x, y);
        }; }"""
    )
    page.select_option("#area", "companies")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    words = {"● etableret", "◐ uformelt", "△ planlagt", "✕ nej", "? intet svar", "· ikke spurgt"}
    assert words <= set(page.evaluate("[...window.drawn]"))


def test_a_press_on_the_map_chooses_and_a_press_beside_it_lets_go(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network").page
    page.evaluate("forumgraph.ready")
    page.mouse.click(*canvas_place(page, "f:kkrnet"))
    expect(page.locator("#details h2")).to_have_text("Netværk for arbejdsmarkedschefer i Syddanmark")
    near = set(page.evaluate("[...forumgraph.store.shown.lit]"))
    assert "m:0461" in near
    assert "m:0492" not in near
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] - 6, box["y"] + 6)
    page.wait_for_timeout(400)  # vis-network waits to tell a press from a double one
    assert state(page, "chosen") == ""


def test_an_excluded_member_is_listed_and_not_drawn(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    search(page, "7-kommunesamarbejdet")
    assert "Esbjerg" in page.locator("#details").inner_text()
    assert "m:0561" not in page.evaluate("[...forumgraph.store.shown.lit]")


def test_the_network_has_an_equivalent_table(open_map: Open) -> None:
    data = southern_denmark()
    page = open_map(data, address="#v=network").page
    page.click("#as-table")
    assert not page.locator("#canvas").is_visible()
    assert page.locator("#bodies tbody tr").count() == len(data.forums)
    row = page.locator("#bodies tr", has_text="Fælles fynsk beskæftigelsesforum")
    assert "siger det selv: Assens" in row.inner_text()
    assert "udledt: Langeland" in row.inner_text()
    page.select_option("#area", "unions")
    assert page.locator("#bodies tbody tr").count() == len([one for one in data.forums if "unions" in one.areas])
    page.locator("#bodies button", has_text="LO Fyn og jobcentrene").click()
    assert page.locator("#details h2").inner_text() == "LO Fyn og jobcentrene"


def test_the_canvas_is_moved_and_zoomed_by_keyboard(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network").page
    page.evaluate("forumgraph.ready")
    page.focus("#canvas .vis-network")
    before = page.evaluate("forumgraph.net.vis.getViewPosition().x")
    page.keyboard.down("ArrowRight")
    page.wait_for_timeout(300)
    page.keyboard.up("ArrowRight")
    assert page.evaluate("forumgraph.net.vis.getViewPosition().x") != before
    scale = page.evaluate("forumgraph.net.vis.getScale()")
    page.click("#in")
    assert page.evaluate("forumgraph.net.vis.getScale()") > scale


# ---- The page ----


def test_the_page_is_usable_on_a_phone(open_map: Open) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    for view in ("matrix", "network", "places"):
        page = open_map(southern_denmark(), address=f"#v={view}", **phone).page
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        search(page, "Ærø")
        assert page.locator("#details h2").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1366, 768), (1920, 1080)])
def test_the_page_fills_the_window_and_does_not_scroll(open_map: Open, width: int, height: int) -> None:
    for view in ("matrix", "network", "places"):
        page = open_map(southern_denmark(), address=f"#v={view}", viewport={"width": width, "height": height}).page
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("footer").bounding_box()["y"] < height  # type: ignore[index]


def test_without_script_the_tables_are_shown(open_map: Open) -> None:
    page = open_map(southern_denmark(), java_script_enabled=False).page
    assert page.locator(".notice").inner_text().startswith("Atlasset kræver JavaScript")
    assert page.locator(".plain table").count() == 2
    assert not page.locator("#search").is_visible()


def test_an_empty_map_opens(open_map: Open) -> None:
    page = open_map(MapBuilder().data()).page
    assert page.locator("main").inner_text().startswith("Der er ingen kommuner")


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_only_a_name(open_map: Open, name: str) -> None:
    build = MapBuilder().town("0461", name).town("0450", "Nyborg").forum(f"f{name[:30]}", name, "companies")
    data = build.organisation("o", name, f"f{name[:30]}").member(f"f{name[:30]}", "0461", "0450").data()
    page = open_map(data, address="#v=network&o=1").page
    search(page, "Nyborg")
    page.locator("#details button.go", has_text=name[:8].strip() or "f").first.click()
    told: Any = page.evaluate("document.querySelector('#details h2').textContent")
    assert " ".join(told.split()) == " ".join(name.split())
    for view in ("matrix", "places", "network"):
        page.click(f"[data-view={view}]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    page.click("#as-table")
    assert page.evaluate("'ran' in window") is False
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_nothing_moves_where_less_motion_is_asked_for(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network", reduced_motion="reduce").page
    moving = "[...document.querySelectorAll('*')].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0)"
    assert page.evaluate(f"{moving}.length") == 0
