"""The atlas of the real survey, written by the command and opened in a real Chromium with the network off.

The questions of a secretariat are asked of the page alone, each answered within three actions.
"""

from __future__ import annotations

import json
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
    command = [
        sys.executable,
        "-m",
        "forumgraph",
        "atlas",
        "-o",
        str(folder / "kort.html"),
        "--data",
        str(ROOT / "data"),
    ]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return folder / "kort.html"


class Actions:
    """What a person does; each is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, selector: str, text: str) -> None:
        self.count += 1
        self.page.locator(selector, has_text=text).first.click()

    def find(self, name: str) -> None:
        """Type a name and press Enter: two actions."""
        self.count += 2
        self.page.fill("#search", name)
        self.page.keyboard.press("Enter")

    def told(self) -> str:
        assert self.count <= 3
        return " ".join(self.page.locator("#details").inner_text().split())


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


# ---- Asked of the page alone ----


def section(text: str, head: str, until: str) -> str:
    return text.split(head, 1)[1].split(until, 1)[0]


def test_which_municipalities_lack_a_company_forum_and_which_are_merely_unknown(opened: Page) -> None:
    actions = Actions(opened)
    actions.press("#view-matrix button", "Virksomheder")
    said = actions.told()
    assert "11 af 21 spurgte kommuner har et forum. 20 har svaret." in said
    assert section(said, "✕nej", "◐uformelt").split()[-3:] == ["Kerteminde", "Nyborg", "Svendborg"]
    assert section(said, "?intet svar", "·ikke spurgt").split()[-1] == "Ærø"
    assert section(said, "△planlagt", "?intet svar").split()[-1] == "Billund"


def test_which_forum_connects_haderslev_with_both_circles(opened: Page) -> None:
    actions = Actions(opened)
    actions.find("haderslev")
    said = actions.told()
    assert "Haderslev er bindeled mellem 2 kredse." in said
    triangle, south = (
        said.index("7-kommunesamarbejdet (Trekanten og Haderslev)"),
        said.index("De fire sønderjyske jobcentre"),
    )
    assert triangle < south
    assert "7-kommunesamarbejdet (Trekanten og Haderslev)" in section(said, "Med gennem:", "De andre i kredsen")
    assert "De fire sønderjyske jobcentre" in section(said[south:], "Med gennem:", "De andre i kredsen")


def test_who_disagrees_about_the_funen_chairs_meetings(opened: Page) -> None:
    actions = Actions(opened)
    actions.find("faelles fynsk beskaeftigelsesforum")
    said = section(actions.told(), "Kilderne er uenige", "Det ved vi ikke")
    assert said.index("3 gange om året (politisk)") < said.index("Langeland") < said.index("1512-1516")
    assert said.index("4 gange om året (politisk)") < said.index("Nordfyns") < said.index("1638-1643")


def test_what_has_aero_not_answered(opened: Page) -> None:
    actions = Actions(opened)
    actions.find("aero")
    unknown = section(actions.told(), "Det ved vi ikke", "Svar på hvert område")
    areas = ("LBR-afløser", "A-kasser", "Uddannelse", "Jobcentre", "Faglige", "Virksomheder")
    assert [f"{n} {area}" in unknown for n, area in enumerate(areas, start=1)] == [True] * 6


# ---- The page and what lies beside it ----


def test_the_page_of_all_publications_keeps_to_its_budget(written: Path) -> None:
    """The survey and the four publications with their rounds are to keep within a megabyte."""
    assert written.stat().st_size < 1_000_000


def test_the_matrix_has_the_counts_of_the_coverage_command(opened: Page, written: Path) -> None:
    """The page counts for itself, as its filters choose; without filters it is what the question answers."""
    command = [sys.executable, "-m", "forumgraph", "coverage", "--format", "json", "--data", str(ROOT / "data")]
    environment = {**os.environ, "XDG_CACHE_HOME": str(written.parent / "cache"), "LC_ALL": "C.UTF-8"}
    asked = json.loads(subprocess.run(command, check=True, env=environment, capture_output=True).stdout)["totals"]
    counted = opened.evaluate("forumgraph.store.totals()")
    keys = ("area", "established", "informal", "planned", "none", "no_reply", "not_asked", "asked", "answered")
    assert [[each[key] for key in keys] for each in counted] == [[each[key] for key in keys] for each in asked]
    shares = [(each["share_low"], each["share_high"]) for each in asked]
    assert [(each["low"], each["high"]) for each in counted] == [pytest.approx(pair) for pair in shares]


def test_a_municipality_outside_the_round_is_only_named_by_others(opened: Page) -> None:
    opened.fill("#search", "ballerup")
    opened.keyboard.press("Enter")
    assert opened.locator("#details h2").inner_text() == "Ballerup"
    assert opened.locator("#view-matrix [role=rowheader]", has_text="Ballerup").count() == 0


def test_a_picture_and_a_workbook_lie_beside_the_page(written: Path) -> None:
    beside = {one.suffix: one.read_bytes()[:4] for one in written.parent.glob("kort.*")}
    assert beside == {".html": b"<!DO", ".png": b"\x89PNG", ".xlsx": b"PK\x03\x04"}


def test_the_page_opens_after_it_was_moved_and_renamed(browser: Browser, written: Path, tmp_path: Path) -> None:
    moved = tmp_path / "omdøbt & flyttet (1).html"
    moved.write_bytes(written.read_bytes())
    page = browser.new_context(offline=True).new_page()
    page.goto(moved.as_uri() + "#v=network&x=m:0510")
    assert page.locator("#details h2").inner_text() == "Haderslev"
    page.context.close()


def test_the_page_is_the_same_in_two_runs(written: Path, tmp_path: Path) -> None:
    again = tmp_path / "kort.html"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "LC_ALL": "da_DK.UTF-8"}
    command = [sys.executable, "-m", "forumgraph", "atlas", "-o", str(again), "--data", str(ROOT / "data")]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    for ending in (".html", ".png", ".xlsx"):
        assert again.with_suffix(ending).read_bytes() == written.with_suffix(ending).read_bytes()


# ---- The network of a whole country ----

#: Whether each municipality (``asked``: each that a round asked) is on the screen.
ON_SCREEN = """kind => {
  const place = document.querySelector('.vis-network');
  const seen = (one) => { const { x, y } = forumgraph.net.vis.canvasToDOM(one.spot);
    return x > 0 && y > 0 && x < place.clientWidth && y < place.clientHeight; };
  return forumgraph.data.towns.filter((one) => kind === 'all' || one.answers.length).map(seen);
}"""


def seen(page: Page, kind: str) -> set[bool]:
    return set(page.evaluate(ON_SCREEN, kind))


def test_a_network_too_wide_to_be_read_opens_on_those_that_were_asked(opened: Page) -> None:
    opened.get_by_role("button", name="Netværk").click()
    assert (seen(opened, "asked"), seen(opened, "all")) == ({True}, {True, False})
    assert opened.evaluate("forumgraph.net.vis.getScale()") > 0.3
    assert "22 kommuner og 75 andre, der kun er nævnt" in opened.locator("#status").inner_text()
    opened.get_by_role("button", name="Vis hele kortet").click()
    assert seen(opened, "all") == {True}


def test_a_round_shows_the_whole_country_unless_somebody_moved_the_map(opened: Page) -> None:
    opened.get_by_role("button", name="Netværk").click()
    opened.evaluate("forumgraph.store.set({ round: 'kl-god-praksis-2013' })")
    assert seen(opened, "all") == {True}
    opened.evaluate("forumgraph.store.set({ round: '' })")
    opened.locator("#in").click()
    scale = opened.evaluate("forumgraph.net.vis.getScale()")
    opened.evaluate("forumgraph.store.set({ round: 'kl-god-praksis-2013' })")
    kept = opened.evaluate("forumgraph.net.vis.getScale()")
    assert kept == pytest.approx(scale, rel=0.02), "as high as the window leaves it room"
