"""The pages in a real browser, offline and from a folder with an awkward name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from forumgraph.maps.model import MapData
from forumgraph.maps.pages import write_pages
from maps.pages.builders import crowd, hostile, region

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that writes pages and opens one; nothing else may be asked for, and no error logged."""
    asked: list[str] = []
    errors: list[str] = []
    pages: list[Page] = []

    def open_one(data: MapData, name: str = "index.html", **context: Any) -> Page:
        folder = tmp_path / "møde & 50 %"
        write_pages(data, folder, "da")
        page = browser.new_context(offline=True, **context).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text))
        page.goto((folder / name).as_uri())
        pages.append(page)
        return page

    yield open_one
    for page in pages:
        page.context.close()
    assert errors == []
    assert all(url.startswith("file:///") and url.endswith(".html") for url in asked)


def test_one_goes_from_the_start_page_to_a_municipality_a_forum_and_back(visit: Open) -> None:
    page = visit(region())
    page.get_by_role("link", name="Haderslev", exact=True).click()
    page.get_by_role("group", name="Haderslev og de 6 fora").get_by_role("link", name="7-kommunesamarbejdet").click()
    assert page.get_by_role("heading", level=1).inner_text() == "7-kommunesamarbejdet"
    page.get_by_role("link", name="Alle kommuner og fora").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Kommunernes fora om beskæftigelse"


@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("name", ["index.html", "kommune-haderslev.html", "forum-syv.html"])
def test_no_page_is_wider_than_the_window(visit: Open, width: int, name: str) -> None:
    page = visit(region(), name, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "kind"), [(390, "narrow"), (1100, "wide")])
def test_the_map_that_fits_the_window_is_the_one_shown(visit: Open, width: int, kind: str) -> None:
    page = visit(region(), "kommune-haderslev.html", viewport={"width": width, "height": 800})
    assert [each.get_attribute("class") for each in page.locator("figure > svg").all() if each.is_visible()] == [kind]


@pytest.mark.parametrize("width", [390, 1100])
def test_names_on_the_full_map_neither_meet_nor_leave_it_as_the_browser_draws_them(visit: Open, width: int) -> None:
    page = visit(crowd(24), "kommune-haderslev.html", viewport={"width": width, "height": 800})
    boxes = page.evaluate(
        "Array.from(document.querySelectorAll('figure > svg a .label')).map(e => e.getBoundingClientRect())"
        ".filter(b => b.width).map(b => [b.left, b.top, b.right, b.bottom])"
    )
    left, right = page.evaluate("[0, document.documentElement.clientWidth]")
    assert len(boxes) == 24
    for n, (x0, y0, x1, y1) in enumerate(boxes):
        assert left <= x0 < x1 <= right
        assert not any(x0 < b[2] and b[0] < x1 and y0 + 1 < b[3] and b[1] + 1 < y1 for b in boxes[n + 1 :])


@pytest.mark.parametrize(
    "name",
    [
        "</style></svg><script>document.title='run'</script>",
        "x" * 10_000,
        "\u202eHaderslev\n\"'",
        "<img src=x onerror=a>",
    ],
    ids=["script", "long", "bidi", "image"],
)
def test_a_hostile_name_neither_runs_nor_breaks_a_page(visit: Open, name: str, tmp_path: Path) -> None:
    page = visit(hostile(name), viewport={"width": 390, "height": 800})
    for path in sorted((tmp_path / "møde & 50 %").glob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator("script, img").count() == 0
        assert page.get_by_role("heading", level=1).count() == 1


def test_in_print_the_boxes_to_tick_appear_and_dark_paper_does_not(visit: Open) -> None:
    page = visit(region(), "kommune-haderslev.html", color_scheme="dark")
    ticks = page.get_by_text("Er I med?").first
    assert not ticks.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert ticks.is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
