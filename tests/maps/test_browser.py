"""The page in a real Chromium, offline. The fixture checks that nothing is asked for and no error is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.maps.search import search_text

from .builders import MapBuilder, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from .conftest import Opened

pytestmark = pytest.mark.browser

HOSTILE = [
    "</script><script>window.ran = true</script>",
    "<img src=x onerror='window.ran = true'>",
    "\"'`${window.ran = true}",
    "👩🏽\u200d💼 emoji \u2028 skilt \u2029 linje",
    "x" * 10_000,
    "{area} {{ 7 * 7 }} %s",
    "__proto__",
]


def canvas_place(page: Page, node: str) -> tuple[float, float]:
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    spot = page.evaluate("n => forumgraph.network.canvasToDOM(forumgraph.network.getPosition(n))", node)
    return box["x"] + spot["x"], box["y"] + spot["y"]


def visible_forums(page: Page) -> set[str]:
    return set(page.evaluate("forumgraph.nodes.get({filter: n => n.id.startsWith('f:') && !n.hidden}).map(n => n.id)"))


def painted(page: Page) -> int:
    """Return how many pixels of the picture are not empty."""
    return int(
        page.evaluate(
            """() => { const c = document.querySelector("#canvas canvas");
            const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
            let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n += 1; return n; }"""
        )
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_map_is_drawn(open_map: Callable[..., Opened], language: str) -> None:
    page = open_map(southern_denmark(), language).page
    page.wait_for_function("forumgraph.network.getScale() !== 1")
    assert painted(page) > 50_000


def test_everything_is_inside_the_first_view(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    size = page.locator("#canvas").bounding_box()
    assert size is not None
    for node in page.evaluate("forumgraph.nodes.getIds()"):
        x, y = canvas_place(page, node)
        assert size["x"] < x < size["x"] + size["width"]
        assert size["y"] < y < size["y"] + size["height"]


@pytest.mark.parametrize("typed", ["aero", "ærø", "aeroe", "ÆRØ"])
def test_a_search_finds_aero_however_it_is_typed(open_map: Callable[..., Opened], typed: str) -> None:
    page = open_map(southern_denmark()).page
    page.fill("#search", typed)
    assert page.locator("#results [role=option]").first.inner_text() == "Ærø Kommune"
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Ærø"
    assert page.evaluate("document.activeElement.textContent") == "Ærø"
    assert page.evaluate("forumgraph.view.selected") == "m:492"
    x, y = canvas_place(page, "m:492")
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    assert x == pytest.approx(box["x"] + box["width"] / 2, abs=2)
    assert y == pytest.approx(box["y"] + box["height"] / 2, abs=12)


def test_the_search_is_worked_by_keyboard_alone(open_map: Callable[..., Opened]) -> None:
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
    assert page.evaluate("forumgraph.view.selected") is None


def test_a_search_finds_a_forum_by_its_alias(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    page.fill("#search", "fynsk forum")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Fælles fynsk beskæftigelsesforum"


def test_a_search_without_a_hit_says_so(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    page.fill("#search", "atlantis")
    assert page.locator("#results").inner_text() == "Ingen kommuner eller fora hedder sådan."


def test_the_page_folds_letters_as_the_search_texts_do(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    names = ["Ærø", "Aabenraa", "Tønder", "Café Ångström", "Straße", "Ölands Äpple", "Forum for Bœuf", "Šiauliai", "ﬁn"]
    assert page.evaluate("names => names.map(forumgraph.searchText)", names) == [search_text(name) for name in names]


def test_an_area_shows_its_fora_and_every_municipalitys_answer(open_map: Callable[..., Opened]) -> None:
    data = southern_denmark()
    page = open_map(data).page
    page.select_option("#area", "6")
    assert visible_forums(page) == {f"f:{one.id}" for one in data.forums if "companies" in one.areas}
    hidden = page.evaluate("forumgraph.edges.get({filter: e => !e.hidden}).map(e => e.to)")
    assert set(hidden) <= visible_forums(page)
    said = page.locator("#status").inner_text()
    assert said.startswith("Virksomheder og arbejdsgivere: ● ")
    assert "? 1 intet svar, · 1 ikke spurgt" in said
    page.select_option("#area", "")
    assert len(visible_forums(page)) == len(data.forums)
    assert page.locator("#status").inner_text() == ""


def test_the_six_statuses_are_drawn_as_symbol_and_word(open_map: Callable[..., Opened]) -> None:
    build = MapBuilder()
    for index, status in enumerate(("established", "informal", "planned", "none", "no_reply", "not_asked")):
        build.town(str(400 + index), f"By {index}", status)
    page = open_map(build.data()).page
    page.evaluate(
        """() => { window.drawn = new Set(); const own = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
            window.drawn.add(text);
            own.call(this, text, x, y);
        }; }"""
    )
    page.select_option("#area", "6")
    page.wait_for_function("window.drawn.size >= 12")
    words = {"● etableret", "◐ uformelt", "△ planlagt", "✕ nej", "? intet svar", "· ikke spurgt"}
    assert words <= set(page.evaluate("[...window.drawn]"))


def test_a_press_on_the_map_opens_the_details_and_a_press_beside_it_closes_them(
    open_map: Callable[..., Opened],
) -> None:
    page = open_map(southern_denmark()).page
    page.mouse.click(*canvas_place(page, "f:kkrnet"))
    page.wait_for_selector("#details h2")
    assert page.locator("#details h2").inner_text() == "Netværk for arbejdsmarkedschefer i Syddanmark"
    near = set(page.evaluate("[...forumgraph.view.near]"))
    assert "m:461" in near
    assert "m:492" not in near
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] - 6, box["y"] + 6)
    page.wait_for_function("forumgraph.view.selected === null")
    assert page.locator("#details h2").count() == 0


def details(page: Page, name: str) -> str:
    page.fill("#search", name)
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == name
    return page.locator("#details").inner_text().replace("\n\n", "\n")


def test_the_details_of_a_municipality_cite_the_source_and_lead_to_its_fora(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    text = details(page, "Assens")
    assert "Kommunekode: 420" in text
    assert "Belæg: kkr-syddanmark-2015, linje 420-428" in text
    page.locator("#details button.go", has_text="Fynske jobcenterchefer").first.click()
    assert page.locator("#details h2").inner_text() == "Fynske jobcenterchefer"


def test_the_details_list_what_is_not_known(open_map: Callable[..., Opened]) -> None:
    text = details(open_map(southern_denmark()).page, "Ærø")
    assert "Det ved vi ikke" in text
    assert text.count("kommunen er spurgt, men har ikke svaret") == 6
    assert "Ingen kendte medlemskaber" in text


def test_the_details_of_a_forum_give_every_claim_with_who_makes_it(open_map: Callable[..., Opened]) -> None:
    text = details(open_map(southern_denmark()).page, "Fælles fynsk beskæftigelsesforum")
    assert "Niveau: politisk" in text
    assert "Udledt\nLangeland\nOplyst af: Odense\nBegrundelse: Kilden nævner landsdelen, ikke kommunerne." in text
    assert "Kaldes også\nFynsk forum\nOplyst af: Assens\nBelæg: kkr-syddanmark-2015, linje 672-674" in text


def test_an_excluded_member_is_listed_and_not_drawn(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    text = details(page, "7-kommunesamarbejdet")
    assert "Angivet som ikke med\nEsbjerg\nOplyst af: Billund" in text
    assert "m:561" not in page.evaluate("[...forumgraph.view.near]")


def test_a_contradiction_is_said(open_map: Callable[..., Opened]) -> None:
    build = MapBuilder().town("461", "Odense").town("450", "Nyborg").forum("f", "Fynsk forum", "companies")
    build.member("f", "461").member("f", "461", basis="excluded", by=("450",))
    text = details(open_map(build.data()).page, "Fynsk forum")
    assert "Kilderne er uenige: Odense er både talt med og angivet som ikke med" in text


def test_choosing_a_forum_of_another_area_shows_all_areas_again(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    page.select_option("#area", "1")
    details(page, "Havneforum Lillebælt")
    assert page.locator("#area").input_value() == ""
    assert page.locator("#status").inner_text().startswith("Viser alle områder igen")


def test_the_table_takes_the_maps_place_and_follows_the_area(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    assert not page.locator("#table").is_visible()
    page.click("#toggle")
    assert not page.locator("#canvas").is_visible()
    row = page.locator("#answers tr", has_text="Fanø")
    assert row.inner_text().count("ikke spurgt") == 6
    page.select_option("#area", "2")
    assert row.inner_text().count("ikke spurgt") == 1
    page.locator("#answers button", has_text="Fanø").click()
    assert page.locator("#details h2").inner_text() == "Fanø"
    page.click("#toggle")
    page.wait_for_function("document.querySelector('#canvas canvas').clientWidth > 500")
    assert page.locator("#toggle").inner_text() == "Vis som tabel"


def test_the_map_is_usable_on_a_phone(open_map: Callable[..., Opened]) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    page = open_map(southern_denmark(), **phone).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    details(page, "Ærø")
    assert page.locator("#details h2").is_visible()
    page.click("#toggle")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1366, 768)])
def test_the_page_fills_the_window_and_does_not_scroll(
    open_map: Callable[..., Opened], width: int, height: int
) -> None:
    page = open_map(southern_denmark(), viewport={"width": width, "height": height}).page
    canvas = "(() => { const c = document.querySelector('#canvas canvas'); return [c.clientWidth, c.clientHeight]; })()"
    drawn = page.evaluate(canvas)
    box = page.locator("#map").bounding_box()
    assert box is not None
    assert drawn == pytest.approx([box["width"], box["height"]], abs=1)
    for press in ("", "#toggle", "#toggle"):
        if press:
            page.click(press)
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert page.locator("footer").bounding_box()["y"] < height  # type: ignore[index]
    page.wait_for_function(f"{canvas}.join() === '{drawn[0]},{drawn[1]}'")
    page.fill("#search", "Fælles fynsk beskæftigelsesforum")
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert page.evaluate("(a => a.scrollHeight > a.clientHeight)(document.querySelector('aside'))")


def test_a_new_window_size_shows_the_whole_map_again(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    before = page.evaluate("forumgraph.network.getScale()")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_function("before => forumgraph.network.getScale() > before * 1.1", arg=before)
    left = page.evaluate("forumgraph.data.extent[0]")
    assert page.evaluate("x => forumgraph.network.canvasToDOM({x, y: 0}).x", left) >= -1


def test_the_picture_can_be_saved(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark()).page
    with page.expect_download() as download:
        page.click("#save")
    assert download.value.suggested_filename == "fora-kort.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_without_script_the_tables_are_shown(open_map: Callable[..., Opened]) -> None:
    page = open_map(southern_denmark(), java_script_enabled=False).page
    assert page.locator("#answers").is_visible()
    assert page.locator(".notice").inner_text().startswith("Kortet kræver JavaScript")
    assert not page.locator("#search").is_visible()


def test_an_empty_map_opens(open_map: Callable[..., Opened]) -> None:
    page = open_map(MapBuilder().data()).page
    assert page.locator("main").inner_text().startswith("Der er ingen kommuner")


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_only_a_name(open_map: Callable[..., Opened], name: str) -> None:
    build = MapBuilder().town("461", name).town("450", "Nyborg").forum(f"f{name[:30]}", name, "companies")
    build.member(f"f{name[:30]}", "461", "450")
    page = open_map(build.data()).page
    for typed in (name[:40], "Nyborg"):
        page.fill("#search", typed)
        page.keyboard.press("Enter")
    page.locator("#details button.go").first.click()
    shown: Any = page.evaluate("document.querySelector('#details h2').textContent")
    assert shown == name
    page.select_option("#area", "6")
    page.click("#toggle")
    assert page.evaluate("'ran' in window") is False
    assert page.locator("#details img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
