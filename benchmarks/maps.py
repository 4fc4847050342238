"""How long a map takes to the first usable picture, beside pyvis as it comes, in a real Chromium, in one run.

Each page is opened in a new browser context, offline, in turns; what is timed is the browser's own clock from the start
of the navigation to the picture on the screen. A filter is timed in the page, to the picture that follows it. Quote
medians and ratios: absolute times belong to the machine.
"""

from __future__ import annotations

import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from pyvis.network import Network

from forumgraph.graphdb import Data, open_current
from forumgraph.maps import MapData, Wanted, write_atlas
from forumgraph.maps.data import map_data
from forumgraph.queries import Selection, scope
from large_map import made

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 2_500, 10_000)
RUNS = 5
PEER_MOST = 2_500  # nodes that pyvis is tried with: it is a matter of minutes from 1,000 on
PATIENCE = 90_000  # milliseconds for a page of pyvis

#: Resolves to the milliseconds from the start of the navigation to the picture.
READY = "() => forumgraph.ready"
FILTER = """async () => {
  const start = performance.now();
  forumgraph.store.set({ area: forumgraph.data.areas[1].id });
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));  // the frame that shows it is drawn
  return performance.now() - start;
}"""
STABLE = f"""() => new Promise((done, fail) => {{
  const drawn = () => network.once("afterDrawing", () => requestAnimationFrame(() => done(performance.now())));
  network.once("stabilizationIterationsDone", drawn);
  setTimeout(() => fail(new Error("not arranged in time")), {PATIENCE});
}})"""


@dataclass
class Page:
    """A page to time: where it lies, what resolves to its time, and the seconds of each run."""

    name: str
    path: Path
    address: str
    ready: str
    seconds: list[float] = field(default_factory=list)
    filters: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the runs, in seconds; infinite where no run ended."""
        return statistics.median(self.seconds) if self.seconds else float("inf")


def main() -> None:
    """Time all pages in turns and print the table."""
    with tempfile.TemporaryDirectory() as name, _browser() as browser:
        pages = list(_pages(Path(name)))
        for run in range(RUNS + 1):
            for page in pages:
                if page.ready != STABLE or run == 1:  # pyvis once: its runs take minutes
                    _time(browser, page, counted=run > 0)
        _print(pages)


@contextmanager
def _browser() -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


def _pages(folder: Path) -> Iterator[Page]:
    for data in (_real(), *(made(size) for size in SIZES)):
        nodes = len(data.municipalities) + len(data.forums) + len(data.organisations)
        ours, plain = folder / f"atlas-{nodes}.html", folder / f"pyvis-{nodes}.html"
        write_atlas(data, Wanted(ours, "da", companions=False))
        for view in ("matrix", "network"):
            yield Page(f"atlas, {view}, {nodes}", ours, f"#v={view}", READY)
        if nodes > PEER_MOST:
            continue
        _write_plain(data, plain)
        yield Page(f"pyvis as it comes, {nodes}", plain, "", STABLE)


def _real() -> MapData:
    def tell(*_: Any) -> None:
        return None

    opened = open_current(Data((ROOT / "data",), given=True, graph=None), tell, tell, stale=False)
    return map_data(opened.graph, scope(opened.graph, Selection()), opened.files, "da")


def _write_plain(data: MapData, path: Path) -> None:
    """Write what an analyst would with pyvis: a node each with its name, an edge a membership."""
    net = Network(height="900px", width="100%", cdn_resources="in_line")
    for town in data.municipalities:
        net.add_node(f"m{town.code}", label=town.name, shape="box")
    for forum in data.forums:
        net.add_node(f"f{forum.id}", label=forum.name, title=forum.name)
    for claim in data.memberships:
        net.add_edge(f"m{claim.municipality}", f"f{claim.forum}")
    path.write_text(net.generate_html(), encoding="utf-8")


def _time(browser: Browser, page: Page, *, counted: bool) -> None:
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    try:
        opened.goto(page.path.as_uri() + page.address, wait_until="commit")
        while not opened.evaluate("typeof forumgraph !== 'undefined' || typeof network !== 'undefined'"):
            opened.wait_for_timeout(50)  # the page's own policy forbids what wait_for_function does
        seconds = _evaluated(opened.evaluate, page.ready)
        filtered = opened.evaluate(FILTER) if page.ready == READY else 0.0
        if counted:
            page.seconds.append(seconds / 1000)
            page.filters.append(filtered)
    except PlaywrightError as error:
        print(f"{page.name}: {str(error).splitlines()[0]}", file=sys.stderr)
    context.close()


def _evaluated(evaluate: Callable[[str], Any], ready: str) -> float:
    return float(evaluate(ready))


def _print(pages: list[Page]) -> None:
    print(f"{platform.platform()}, Python {platform.python_version()}\n")
    print("| page | KB | first picture, s | of pyvis | a filter, ms |")
    print("| --- | --- | --- | --- | --- |")
    peers = {page.name.rpartition(" ")[2]: page.median for page in pages if page.ready == STABLE}
    for page in pages:
        peer = peers.get(page.name.rpartition(" ")[2], float("inf"))
        least = min(peer, PATIENCE / 1000)  # where pyvis gave no picture in time, what it took at least
        share = (
            f"1/{least / page.median:.0f}" if page.ready == READY and peer and page.name.endswith(tuple(peers)) else ""
        )
        filtered = f"{statistics.median(page.filters):.0f}" if page.ready == READY and page.filters else ""
        shown = f"{page.median:.2f}" if page.seconds else f"not within {PATIENCE // 1000}"
        print(f"| {page.name} | {page.path.stat().st_size // 1000} | {shown} | {share} | {filtered} |")


if __name__ == "__main__":
    main()
