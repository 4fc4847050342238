"""What the network view writes and where, and what a press on it chooses, in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from .builders import MapBuilder, southern_denmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from .conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
CIRCLES = ["Fynske jobcenterchefer", "7-kommunesamarbejdet", "Sønderjysk jobcentersamarbejde"]

# Each text of the next picture: its ink, and its box in pixels of the canvas.
WATCH = """() => { window.written = []; const own = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const { a, d, e, f } = this.getTransform();
    const half = this.textAlign === "center" ? this.measureText(text).width / 2 : 0;
    const wide = half || this.measureText(text).width;
    const high = parseFloat(/([\\d.]+)px/.exec(this.font)[1]) / 2;
    window.written.push({ text, font: this.font, ink: this.fillStyle,
        left: (x - half) * a + e, right: (x + wide) * a + e, top: (y - high) * d + f, bottom: (y + high) * d + f });
    own.call(this, text, x, y);
}; }"""
REPAINT = """() => { window.written = []; forumgraph.net.vis.redraw();
return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.written)))); }"""
CONTRAST = """([ink, paper]) => { const light = (hex) => [1, 3, 5]
    .map((n) => parseInt(hex.slice(n, n + 2), 16) / 255)
    .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, n) => sum + one * [0.2126, 0.7152, 0.0722][n], 0);
const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); }"""


def opened(open_map: Open, address: str = "", **context: Any) -> Page:
    page = open_map(southern_denmark(), address=f"#v=network{address}", **context).page
    page.evaluate("forumgraph.ready")
    page.evaluate(WATCH)
    return page


def written(page: Page) -> list[dict[str, Any]]:
    texts: list[dict[str, Any]] = page.evaluate(REPAINT)
    return texts


def frame(page: Page) -> Any:
    return page.evaluate("[forumgraph.net.vis.getScale(), forumgraph.net.vis.getViewPosition()]")


def on_screen(page: Page, spot: Any, right: float = 0, down: float = 0) -> tuple[float, float]:
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    place = page.evaluate("spot => forumgraph.net.vis.canvasToDOM(spot)", spot)
    return box["x"] + place["x"] + right, box["y"] + place["y"] + down


@pytest.mark.parametrize(("scheme", "paper"), [("light", "#ffffff"), ("dark", "#171b20")])
def test_every_circle_is_named_whole_in_a_colour_of_its_own_that_can_be_read(
    open_map: Open, scheme: str, paper: str
) -> None:
    page = opened(open_map, color_scheme=scheme)
    slanted = [one for one in written(page) if one["font"].startswith("italic")]
    inks = list(dict.fromkeys(one["ink"] for one in slanted))
    names = [" ".join(one["text"] for one in slanted if one["ink"] == ink) for ink in inks]
    assert names == CIRCLES
    assert [ink for ink in inks if page.evaluate(CONTRAST, [ink, paper]) < 4.5] == []


@pytest.mark.parametrize(
    "chosen", ["m:0461", "m:0607", "m:0510", "f:kkrnet", "f:veusyd", "c:0607:jobcentres", "o:3f&o=1"]
)
def test_all_that_belongs_to_what_is_chosen_is_named(open_map: Open, chosen: str) -> None:
    page = opened(open_map, f"&x={chosen}")
    texts = {one["text"] for one in written(page)}
    lit = page.evaluate("[...forumgraph.store.shown.lit].map((node) => forumgraph.store.thing(node).spot.lines[0])")
    assert len(lit) > 5
    assert [name for name in lit if name not in texts] == []


def test_no_name_is_cut_at_the_edge_of_a_phone(open_map: Open) -> None:
    page = opened(open_map, **PHONE)
    size = page.evaluate("(({ width, height }) => ({ width, height }))(document.querySelector('#canvas canvas'))")
    cut = [
        one["text"]
        for one in written(page)
        if one["left"] < 0 or one["top"] < 0 or one["right"] > size["width"] or one["bottom"] > size["height"]
    ]
    assert cut == []


def test_every_municipality_that_was_asked_is_named_on_a_phone(open_map: Open) -> None:
    page = opened(open_map, **PHONE)
    texts = {one["text"] for one in written(page)}
    asked = page.evaluate("forumgraph.data.towns.filter((one) => one.answers.length).map((one) => one.name)")
    assert [name for name in asked if name not in texts] == []


def test_a_small_circle_is_pressed_from_ten_pixels_off(open_map: Open) -> None:
    page = opened(open_map)
    x, y = on_screen(page, page.evaluate("forumgraph.store.thing('f:ukendt').spot"), right=9)
    page.mouse.move(x, y)
    expect(page.locator("#canvas.pointing")).to_be_visible()
    page.mouse.click(x, y)
    expect(page.locator("#details h2")).to_have_text("Landsdækkende kontaktudvalg om seniorer")


def test_a_sign_of_disagreement_on_a_line_chooses_its_forum(open_map: Open) -> None:
    build = MapBuilder().town("0561", "Esbjerg").town("0461", "Odense").forum("f", "Broforum", "companies")
    page = open_map(build.member("f", "0561", "0461").data(), address="#v=network").page
    page.evaluate("forumgraph.ready")
    middle = page.evaluate(
        """() => { const [link] = forumgraph.store.shown.links;
        link.contested = true;
        forumgraph.net.vis.redraw();
        const [a, b] = [link.town, link.forum].map((node) => forumgraph.store.thing(node).spot);
        return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; }"""
    )
    x, y = on_screen(page, middle)
    page.mouse.move(x + 3, y)
    expect(page.locator("#canvas.pointing")).to_be_visible()
    page.mouse.click(x + 3, y)
    expect(page.locator("#details h2")).to_have_text("Broforum")


def test_the_unfolded_levels_and_the_name_of_their_forum_do_not_cover_each_other(open_map: Open) -> None:
    page = opened(open_map, "&x=f:fynsk&u=1")
    texts = written(page)
    levels = [one for one in texts if one["text"].startswith(("1. ", "2. "))]
    own = [one for one in texts if one["text"] in ("Fælles fynsk", "beskæftigelsesforum")]
    assert (len(levels), len(own)) == (2, 2)
    for level in levels:
        for line in own:
            beside = level["left"] > line["right"] or line["left"] > level["right"]
            assert beside or level["top"] > line["bottom"] or line["top"] > level["bottom"]


def test_the_map_has_the_same_frame_whatever_filters_it_opens_with(open_map: Open) -> None:
    assert frame(opened(open_map)) == frame(opened(open_map, "&a=companies&k=m:0461"))


def test_filters_that_leave_nothing_say_so_in_the_picture(open_map: Open) -> None:
    page = opened(open_map, "&k=m:0461&s=not_asked&a=companies")
    assert [one["text"] for one in written(page)] == ["Ingen fora eller kommuner passer til filtrene."]
