"""WCAG 2.2 AA on the atlas and the pages beside it: axe, contrast, the keyboard, zoom and the reader's own colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from forumgraph.maps.pages import write_pages

from .builders import AREAS, MapBuilder, answer, southern_denmark
from .pages.builders import region

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from forumgraph.maps import MapData

    from .conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATUSES = ("established", "informal", "planned", "none", "no_reply", "not_asked")
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 720, "height": 450}  # 1440 × 900 at 200 %
REFLOWED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what axe finds wrong, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(
        "([within, values]) => axe.run(within, {runOnly: {type: 'tag', values}, resultTypes: ['violations']})",
        [within, TAGS],
    )
    return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]


def become(page: Page, **change: Any) -> None:
    """Bring the page into a state, whatever it was in."""
    start = {"chosen": "", "area": "", "organisations": False, "view": "matrix"}
    page.evaluate("change => forumgraph.store.set(change)", start | change)


# ---- axe ----

# What the whole page is looked at in; the panel and the head are then looked at alone in what else they can show.
LOOKS: tuple[dict[str, Any], ...] = (
    {"view": "matrix", "chosen": "c:0510:education", "area": "companies"},
    {"view": "network", "chosen": "f:fynsk"},
    {"view": "places", "chosen": "m:0510", "area": "companies"},
)
ORGANISATION: dict[str, Any] = {"view": "network", "chosen": "o:3f", "organisations": True, "area": "unions"}


# Each pair of language, theme and size once.
@pytest.mark.parametrize(
    ("language", "theme", "size"),
    [("da", "light", DESKTOP), ("da", "dark", PHONE), ("en", "dark", DESKTOP), ("en", "light", PHONE)],
    ids=["da-light-desktop", "da-dark-phone", "en-dark-desktop", "en-light-phone"],
)
def test_axe_finds_nothing_on_the_atlas(open_map: Open, language: str, theme: str, size: dict[str, int]) -> None:
    page = open_map(southern_denmark(), language, color_scheme=theme, viewport=size).page
    page.evaluate("document.querySelector('#legend').open = true")
    for look in LOOKS:
        become(page, **look)
        assert violations(page) == [], look
    become(page, **ORGANISATION)
    page.click("#as-table")
    assert violations(page) == []
    for area in ("", "companies"):
        become(page, area=area)
        assert violations(page, "aside") == [], area
    page.click("#take > button")
    assert violations(page, "header") == []
    page.fill("#search", "f")
    assert violations(page, "header") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages(browser: Browser, tmp_path: Path, theme: str) -> None:
    write_pages(region(), tmp_path, "da")
    context: dict[str, Any] = {"offline": True, "color_scheme": theme, "viewport": PHONE}
    page = browser.new_context(**context).new_page()
    for name in ("index.html", "kommune-haderslev.html", "forum-syv.html"):
        page.goto((tmp_path / name).as_uri())
        assert violations(page) == [], name
    page.context.close()


# ---- Contrast, where axe cannot tell: on hatching, of single signs, in drawings ----


def answers_of_all_kinds() -> MapData:
    """Return a municipality for each status, and one for each number of established areas."""
    build = MapBuilder()
    for index, status in enumerate(STATUSES):
        build.town(str(400 + index), f"By {index}", status)
    for covered in range(len(AREAS) + 1):
        code = str(500 + covered)
        build.town(code, f"Dækket {covered}")
        build.answers[code] = {
            area.id: answer(area.id, "established" if index < covered else "none") for index, area in enumerate(AREAS)
        }
    return build.data()


def contrast(one: str, other: str) -> float:
    dark, light = sorted(_luminance(*channels(colour)[:3]) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def channels(colour: str) -> list[float]:
    """Return red, green, blue (and alpha) of a colour as the browser writes it, from 0 to 1."""
    if colour.startswith("#"):
        return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    parts = [float(one) for one in re.findall(r"[\d.]+", colour.removeprefix("color(srgb"))]
    return parts if colour.startswith("color(") else [one / 255 for one in parts[:3]] + parts[3:]


def _luminance(*rgb: float) -> float:
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def over(colour: str, ground: str) -> str:
    """Return a colour that lets some of the ground through, as it is seen."""
    *rgb, alpha = channels(colour)
    mixed = (front * alpha + back * (1 - alpha) for front, back in zip(rgb, channels(ground)[:3], strict=True))
    return "color(srgb {} {} {})".format(*mixed)


CELLS = """() => Object.fromEntries([...document.querySelectorAll(".matrix-cell")].map((cell) => {
  const { color, backgroundColor, backgroundImage, borderTopColor } = getComputedStyle(cell);
  const status = [...cell.classList].find((name) => name.startsWith("look-")).slice(5);
  const hatching = (backgroundImage.match(/color\\(srgb [^)]*\\)/) || [""])[0];
  return [status, { text: color, ground: backgroundColor, border: borderTopColor, hatching, said: cell.textContent }];
}))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_status_is_read_on_its_ground_and_its_border_seen(open_map: Open, theme: str) -> None:
    page = open_map(answers_of_all_kinds(), color_scheme=theme).page
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    cells = page.evaluate(CELLS)
    assert set(cells) == set(STATUSES)
    assert cells["no_reply"]["hatching"]
    for status, cell in cells.items():
        grounds = [cell["ground"]] + ([over(cell["hatching"], cell["ground"])] if cell["hatching"] else [])
        assert all(contrast(cell["text"], ground) >= 4.5 for ground in grounds), status
        assert contrast(cell["border"], paper) >= 3, status


# Each text of the tiles with the ground of its tile: the last large shape drawn around it.
TILE_TEXTS = """() => { const all = []; const shapes = [];
  const across = (one, at) => one.left <= at.left && at.right <= one.right;
  const around = (one, at) => across(one, at) && one.top < at.bottom && at.top < one.bottom;
  for (const one of document.querySelectorAll(".geo-drawing svg *")) {
    const at = one.getBoundingClientRect();
    const fill = one.getAttribute("fill");
    if (one.tagName !== "text") {
      if (fill && fill !== "none" && at.width > 30) shapes.push({ at, fill });
      continue;
    }
    const under = shapes.filter((shape) => around(shape.at, at)).pop();
    all.push([one.textContent, getComputedStyle(one).fill, under ? under.fill : ""]);
  } return all; }"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colours", ["none", "active"])
def test_every_tile_is_read_on_its_colour(open_map: Open, theme: str, colours: str) -> None:
    page = open_map(answers_of_all_kinds(), color_scheme=theme, forced_colors=colours).page
    for area in ("", "companies"):
        become(page, view="places", area=area)
        texts = page.evaluate(TILE_TEXTS)
        assert len(texts) > 13
        assert [text for text in texts if contrast(*text[1:]) < 4.5] == []


# ---- The keyboard ----

HEAD = [
    ".skip",
    "#search",
    "#area",
    "#take > button",
    "[data-view=matrix]",
    "[data-view=network]",
    "[data-view=places]",
]
PANEL = ["#details .close", "#details .go", "#legend > summary", ".filters .sign-button", ".filters select"]
VIEWS = {
    "matrix": [".matrix-sort .toggle", ".matrix-scroll", ".matrix thead button"],
    "network": [".vis-network", "#in", "#out", "#fit", "#as-table"],
    "places": [".geo-tile"],
}
# Which stop has the focus, how its outline looks, and whether any of it can be seen.
FOCUSED = """(stops) => { const here = document.activeElement;
  if (!here || here === document.body) return null;
  const { left, right, top, bottom } = here.getBoundingClientRect();
  const [x, y] = [(left + Math.min(right, innerWidth)) / 2, (Math.max(0, top) + Math.min(bottom, innerHeight)) / 2];
  const hit = document.elementFromPoint(x, y);
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  return { name: here.outerHTML.slice(0, 80), stop: stops.find((one) => here.matches(one)) || "",
    seen: Boolean(hit && (here.contains(hit) || hit.contains(here))),
    outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth) }; }"""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [DESKTOP, ZOOMED], ids=["desktop", "zoomed"])
def test_tab_reaches_everything_in_order_and_the_focus_is_always_seen(
    open_map: Open, view: str, size: dict[str, int]
) -> None:
    page = open_map(southern_denmark(), address=f"#v={view}&x=f:fynsk", viewport=size).page
    page.evaluate("forumgraph.ready")
    page.evaluate("document.querySelector('#legend').open = true")
    stops = [*HEAD, *VIEWS[view], *PANEL]
    reached: list[str] = []
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED, stops)
        if focused is None:
            break
        assert focused["outline"] >= 2, focused["name"]
        assert focused["seen"], focused["name"]
        reached.append(focused["stop"])
    else:
        pytest.fail("the focus does not leave the page")
    assert list(dict.fromkeys(one for one in reached if one)) == stops


def test_the_skip_link_leads_to_the_view_and_keeps_what_is_chosen(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#v=network&x=f:fynsk").page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.evaluate("[forumgraph.store.state.view, forumgraph.store.state.chosen]") == ["network", "f:fynsk"]


def test_escape_closes_what_is_open_before_it_lets_go_of_what_is_chosen(open_map: Open) -> None:
    page = open_map(southern_denmark(), address="#x=f:fynsk").page
    opener = page.locator("#take > button")
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.querySelector('#take > button')")
    assert (opener.get_attribute("aria-expanded"), page.locator("#take-panel").is_visible()) == ("false", False)
    page.fill("#search", "fyn")
    page.keyboard.press("Escape")
    assert not page.locator("#results").is_visible()
    assert page.evaluate("forumgraph.store.state.chosen") == "f:fynsk"
    page.locator("#details .close").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("forumgraph.store.state.chosen") == ""
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_the_menu_closes_when_the_focus_goes_on(open_map: Open) -> None:
    page = open_map(southern_denmark()).page
    page.click("#take > button")
    page.locator("#take-panel button").last.focus()
    assert page.locator("#take-panel").is_visible()
    page.keyboard.press("Tab")
    assert not page.locator("#take-panel").is_visible()


# ---- Zoom and the reader's own colours ----

# Texts that reach over the window's edge and that no scrolling place around them brings in.
CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const { left, right, width } = one.getBoundingClientRect();
  if (!own || !width || one.matches(".skip, option") || (left >= -1 && right <= innerWidth + 1)) return false;
  const scrolls = (up) => /auto|scroll/.test(getComputedStyle(up).overflowX);
  for (let up = one; up !== document.body; up = up.parentElement) if (scrolls(up)) return false;
  return true;
}).map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("size", [ZOOMED, REFLOWED], ids=["200", "400"])
def test_zoomed_in_the_page_scrolls_down_only_and_nothing_is_cut(open_map: Open, size: dict[str, int]) -> None:
    page = open_map(southern_denmark(), viewport=size).page
    page.evaluate("document.querySelector('#legend').open = true")
    for look in ({}, *LOOKS, ORGANISATION):
        become(page, **look)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], look
        assert page.evaluate(CUT) == [], look


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_forced_colours_statuses_and_what_is_pressed_are_still_told_apart(open_map: Open, theme: str) -> None:
    page = open_map(answers_of_all_kinds(), color_scheme=theme, forced_colors="active").page
    cells = page.evaluate(CELLS)
    assert {status: cell["said"] for status, cell in cells.items()} == {
        "established": "●etableret",
        "informal": "◐uformelt",
        "planned": "△planlagt",
        "none": "✕nej",
        "no_reply": "?intet svar",
        "not_asked": "·ikke spurgt",
    }
    assert all(contrast(cell["text"], cell["ground"]) >= 4.5 for cell in cells.values())
    ground = "one => getComputedStyle(one).backgroundColor"
    pressed, other = (page.locator(f"#views [data-view={view}]").evaluate(ground) for view in ("matrix", "network"))
    assert contrast(pressed, other) >= 3
