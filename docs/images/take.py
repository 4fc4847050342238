"""Takes the README's pictures of the atlas in a real Chromium: ``python docs/images/take.py ATLAS.html``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PICTURES = {
    "matrix": "#a=companies",
    "network": "#v=network&x=m:0510",
    "places": "#v=places&a=companies",
}


def main(page: Path) -> None:
    """Take each picture at the size of a laptop's screen."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, address in PICTURES.items():
            opened = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}).new_page()
            opened.goto(page.resolve().as_uri() + address)
            opened.evaluate("forumgraph.ready")
            opened.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
