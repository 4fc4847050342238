"""A real Chromium for the browser tests: found on the machine, offline, watched."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error, sync_playwright

from conftest import engine_of, nothing, rows_of
from forumgraph.maps.data import map_data
from forumgraph.queries import Selection, scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from forumgraph.maps import MapData

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Opened:
    """A page with everything it asked for and complained about."""

    page: Page
    url: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def _chromium() -> str | None:
    named = os.environ.get("FORUMGRAPH_CHROMIUM")
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return named or next((path for path in found if path), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            # Without a path Playwright takes its own.
            chromium = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        except Error as error:
            reason = f"no Chromium: set FORUMGRAPH_CHROMIUM to its path ({str(error).splitlines()[0]})"
            if os.environ.get("FORUMGRAPH_STRICT") == "1":
                pytest.fail(reason)
            pytest.skip(reason)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def publications(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> MapData:
    """The map of two surveys and two publications; what it asks is held against both engines elsewhere."""
    engine = engine_of("embedded", request, tmp_path_factory.mktemp("publications"))
    engine.load(rows_of(*sorted(PUBLICATIONS.glob("*.yaml"))), nothing)
    graph = engine.open()
    try:
        return map_data(graph, scope(graph, Selection()), ("data",), "da")
    finally:
        graph.close()


@pytest.fixture
def open_map(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Return a function that writes an atlas and opens it offline; further arguments go to the browser's context.

    Whatever a test does, the page must have asked for nothing but itself, and logged no error.
    """
    from forumgraph.maps import Wanted, write_atlas  # noqa: PLC0415  (only where a browser was found)
    from forumgraph.maps.edition import Edition  # noqa: PLC0415

    all_opened: list[Opened] = []

    def open_one(data: MapData, language: str = "da", address: str = "", **context: Any) -> Opened:
        path = tmp_path / f"kort-{len(all_opened)}.html"
        edition = context.pop("edition", Edition())
        write_atlas(data, Wanted(path, language, edition, companions=False))
        settings: dict[str, Any] = {"offline": True, "viewport": {"width": 1440, "height": 900}} | context
        page = browser.new_context(**settings).new_page()
        opened = Opened(page, path.as_uri() + address)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.on("console", lambda said: opened.errors.append(said.text) if said.type in ("error", "warning") else None)
        page.goto(opened.url)
        all_opened.append(opened)
        return opened

    yield open_one
    for opened in all_opened:
        opened.page.context.close()
        assert opened.errors == []
        assert opened.requests == [opened.url.partition("#")[0]]
