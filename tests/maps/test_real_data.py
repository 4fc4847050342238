"""The map of the real survey, written by the command and opened in a real Chromium with the network off."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("et kort med æøå")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "forumgraph", "map", "-o", str(folder / "kort.html"), "--data", str(ROOT / "data")]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return folder / "kort.html"


@dataclass
class Watched:
    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Page]:
    context = browser.new_context(offline=True, viewport={"width": 1600, "height": 1000})
    seen = Watched(context.new_page())
    seen.page.on("request", lambda request: seen.requests.append(request.url))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("console", lambda said: seen.complaints.append(said.text))
    seen.page.goto(written.as_uri())
    yield seen.page
    context.close()
    assert seen.requests == [written.as_uri()]
    assert seen.complaints == []


def test_aero_is_found_and_said_to_have_given_no_answer(opened: Page) -> None:
    opened.fill("#search", "aero")
    opened.keyboard.press("Enter")
    assert opened.locator("#details h2").inner_text() == "Ærø"
    assert opened.locator("#details").inner_text().count("kommunen er spurgt, men har ikke svaret") == 6


def test_fanoe_was_not_asked(opened: Page) -> None:
    opened.fill("#search", "fanø")
    opened.keyboard.press("Enter")
    assert opened.locator("#details").inner_text().count("ikke spurgt") >= 6


def test_choosing_companies_shows_how_many_gave_which_answer_and_hides_other_fora(opened: Page) -> None:
    opened.select_option("#area", label="6 Virksomheder")
    shown = opened.evaluate("forumgraph.nodes.get({filter: n => n.id.startsWith('f:') && !n.hidden}).length")
    every = opened.evaluate("forumgraph.nodes.get({filter: n => n.id.startsWith('f:')}).length")
    assert 0 < shown < every
    counted = opened.locator("#status").inner_text()
    assert "● 11 etableret, ◐ 5 uformelt, △ 1 planlagt, ✕ 3 nej, ? 1 intet svar, · 1 ikke spurgt" in counted


def test_a_municipality_outside_the_round_is_only_named_by_others(opened: Page) -> None:
    opened.fill("#search", "ballerup")
    opened.keyboard.press("Enter")
    said = opened.locator("#details").inner_text()
    assert "Runden gjaldt ikke kommunen" in said
    assert "ikke spurgt" not in said
    assert opened.locator("#answers th[scope=row]").count() == 22


def test_the_funen_chairs_forum_shows_both_frequencies_with_their_lines(opened: Page) -> None:
    opened.fill("#search", "faelles fynsk beskaeftigelsesforum")
    opened.keyboard.press("Enter")
    said = opened.locator("#details").inner_text()
    assert "3 gange om året" in said
    assert "4 gange om året" in said
    assert "1512-1516" in said
    assert "1638-1643" in said


def test_the_page_is_the_same_in_two_runs(written: Path, tmp_path: Path) -> None:
    again = tmp_path / "kort.html"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "LC_ALL": "da_DK.UTF-8"}
    command = [sys.executable, "-m", "forumgraph", "map", "-o", str(again), "--data", str(ROOT / "data")]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    assert again.read_bytes() == written.read_bytes()
