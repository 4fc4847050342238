"""The atlas in a stock Firefox, where the machine has one: drawn, worked by keys and mouse, taken away."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from PIL import Image

from forumgraph.maps import Wanted, write_atlas
from forumgraph.maps.edition import Edition

from .builders import southern_denmark
from .firefox import DOWN, ENTER, ESCAPE, Firefox, firefox, found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser

PAINTED = """(() => { const c = document.querySelector("#canvas canvas");
  const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
  let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n += 1; return n; })()"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = found()
    if program is None:
        # Also where skips are failures: not every machine can install a second browser, and Chromium is tested anyway.
        pytest.skip("no Firefox on this machine: install firefox or firefox-esr")
    with firefox(program, tmp_path_factory.mktemp("profile"), tmp_path_factory.mktemp("saved")) as opened:
        yield opened


@pytest.fixture(scope="module")
def saved(window: Firefox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next(tmp_path_factory.getbasetemp().glob("saved*"))


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("atlas") / "kort.html"
    write_atlas(southern_denmark(), Wanted(path, "da", Edition(), companions=False))
    return path.as_uri()


@pytest.fixture
def page(window: Firefox, atlas: str) -> Iterator[Firefox]:
    """Give the atlas as it opens; whatever a test does, it asks for nothing and logs no error."""
    window.errors.clear()
    window.open(atlas)
    window.run("forumgraph.ready")
    yield window
    window.run("1")  # what was said before has arrived with its answer
    assert window.errors == []
    asked = {url.partition("#")[0] for url in window.requests if url.startswith(("http", "ws", "file"))}
    assert asked <= {atlas}


def test_each_view_is_drawn(page: Firefox) -> None:
    for view, signs in (("matrix", ".matrix-cell"), ("network", "#canvas canvas"), ("places", ".geo-drawing svg *")):
        page.click(f"#views [data-view={view}]")
        page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.run(f"document.querySelectorAll({signs!r}).length") > 0
        stage = Image.open(io.BytesIO(page.picture())).convert("RGB").crop((0, 130, 1060, 830))
        colours = stage.getcolors(1_000_000)
        assert colours is not None
        assert len(colours) > 100, view
        assert sum(n for n, _ in colours) - max(n for n, _ in colours) > 30_000, view
    page.click("#views [data-view=network]")
    assert page.run(PAINTED) > 50_000


def test_a_search_by_keyboard_chooses_and_escape_lets_go(page: Firefox) -> None:
    page.click("#search")
    page.type("aero" + ENTER)
    assert page.run("document.activeElement.textContent") == "Ærø"
    assert page.run("forumgraph.store.state.chosen") == "m:0492"
    page.type(ESCAPE)
    assert page.run("forumgraph.store.state.chosen") == ""


def test_the_arrow_keys_move_in_the_matrix_and_enter_chooses(page: Firefox) -> None:
    page.run("document.querySelector('.matrix thead button').focus()")
    page.type(DOWN + DOWN + ENTER)
    assert page.run("forumgraph.store.state.chosen") == "c:0530:lbr"


def test_a_press_on_the_network_chooses(page: Firefox) -> None:
    page.click("#views [data-view=network]")
    page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    x, y = page.run(
        "(({left, top}, {x, y}) => [left + x, top + y])(document.querySelector('#canvas').getBoundingClientRect(),"
        " forumgraph.net.vis.canvasToDOM(forumgraph.store.thing('f:kkrnet').spot))"
    )
    page.press(x, y)
    page.run("new Promise((done) => setTimeout(done, 400))")  # vis-network waits to tell a press from a double one
    assert page.run("forumgraph.store.state.chosen") == "f:kkrnet"


def test_a_press_on_a_sign_filters(page: Firefox) -> None:
    page.click(".filters .sign-button")
    page.run("forumgraph.ready")
    assert page.run("document.querySelector('#area').value") == "lbr"
    expected = {f"f:{one.id}" for one in southern_denmark().forums if "lbr" in one.areas}
    assert set(page.run("[...forumgraph.store.shown.forums]")) == expected


def test_the_address_restores_the_view_and_back_undoes_a_choice(page: Firefox, atlas: str) -> None:
    page.open(f"{atlas}#v=network&a=companies&x=f:havn")
    assert page.run("document.querySelector('#details h2').textContent") == "Havneforum Lillebælt"
    page.click("#views [data-view=places]")
    page.run("new Promise((done) => (addEventListener('hashchange', done, { once: true }), history.back()))")
    assert page.run("[forumgraph.store.state.view, forumgraph.store.state.area]") == ["network", "companies"]


def test_pictures_and_tables_are_taken_away(page: Firefox, saved: Path) -> None:
    page.click("#take > button")
    files = {}
    for place, ending in enumerate(("png", "svg", "csv", "xlsx"), start=1):
        page.click(f"#take-panel li:nth-child({place}) button")
        files[ending] = _arrived(saved / f"fora-oversigt.{ending}")
    with Image.open(files["png"]) as picture:
        assert picture.size[0] > 1000
    words = "".join(ElementTree.parse(files["svg"]).getroot().itertext())  # noqa: S314  (our own file)
    assert "Faaborg-Midtfyn" in words
    assert files["csv"].read_text(encoding="utf-8").startswith("\ufeffKommune;")
    assert load_workbook(files["xlsx"]).worksheets[0]["A1"].value == "Kommune"


def _arrived(path: Path) -> Path:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if path.exists() and path.stat().st_size and not path.with_name(f"{path.name}.part").exists():
            return path
        time.sleep(0.1)
    raise AssertionError(f"not saved: {path.name}; there are {[one.name for one in path.parent.iterdir()]}")
