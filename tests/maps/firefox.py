"""A stock Firefox, driven over WebDriver BiDi: only what the tests need, and nothing of the page.

Playwright's own Firefox is a build of its own, which a machine that installs from its distribution does not have.
"""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from websockets.sync.client import ClientConnection

ENTER, ESCAPE, DOWN = "\ue007", "\ue00c", "\ue015"
STARTED = "WebDriverBiDiServer.json"  # Firefox writes into its profile where it listens
SECONDS = 60


def found() -> str | None:
    """Return the path of a Firefox that starts; some systems have a program of that name that only points elsewhere."""
    programs = (shutil.which(name) for name in ("firefox", "firefox-esr"))
    return next((path for path in programs if path and _starts(path)), None)


def _starts(program: str) -> bool:
    return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0


@dataclass
class Firefox:
    """One window, with everything that its page asked for and complained about."""

    socket: ClientConnection
    window: str = ""
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=itertools.count)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and return its result; what happens meanwhile is noted."""
        own = next(self._ids)
        self.socket.send(json.dumps({"id": own, "method": method, "params": params}))
        while True:
            said = json.loads(self.socket.recv(timeout=SECONDS))
            if said.get("id") == own:
                assert said["type"] == "success", f"{method}: {said.get('message')}"
                result: dict[str, Any] = said["result"]
                return result
            self._note(said)

    def _note(self, event: dict[str, Any]) -> None:
        params = event.get("params", {})
        if event.get("method") == "network.beforeRequestSent":
            self.requests.append(params["request"]["url"])
        if event.get("method") == "log.entryAdded" and params["level"] in ("error", "warn"):
            self.errors.append(params["text"])

    def open(self, url: str) -> None:
        """Open a page anew, also where only the part after # differs."""
        self.send("browsingContext.navigate", context=self.window, url="about:blank", wait="complete")
        self.requests.clear()
        self.send("browsingContext.navigate", context=self.window, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """Return what an expression gives in the page; a promise is waited for."""
        script = f"(async () => JSON.stringify(await ({expression})) ?? 'null')()"
        target = {"context": self.window}
        said = self.send("script.evaluate", expression=script, target=target, awaitPromise=True)
        assert said["type"] == "success", said["exceptionDetails"]["text"]
        return json.loads(said["result"]["value"])

    def type(self, text: str) -> None:
        """Press and release one key after another."""
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": strokes})

    def press(self, x: float, y: float) -> None:
        """Press the left button of the mouse at a place of the window."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y)}]
        presses = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act({"type": "pointer", "id": "mouse", "actions": moves + presses})

    def click(self, selector: str) -> None:
        """Press the first element that a selector finds, in its middle."""
        middle = "(({left, top, width, height}) => [left + width / 2, top + height / 2])"
        scrolled = f"(one => (one.scrollIntoView({{block: 'nearest'}}), one))(document.querySelector({selector!r}))"
        self.press(*self.run(f"{middle}({scrolled}.getBoundingClientRect())"))

    def _act(self, actions: dict[str, Any]) -> None:
        self.send("input.performActions", context=self.window, actions=[actions])

    def picture(self) -> bytes:
        """Return the window as a PNG."""
        return base64.b64decode(self.send("browsingContext.captureScreenshot", context=self.window)["data"])


@contextmanager
def firefox(program: str, profile: Path, downloads: Path) -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own that reaches no network and saves without asking."""
    preferences = {
        "network.proxy.type": 1,
        "network.proxy.socks": "127.0.0.1",
        "network.proxy.socks_port": 9,  # where nobody listens
        "browser.download.folderList": 2,
        "browser.download.dir": str(downloads),
        "browser.download.alwaysOpenPanel": False,
        "browser.download.always_ask_before_handling_new_types": False,
    }
    lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in preferences.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    ran = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with connect(_address(profile), max_size=None, proxy=None) as socket:
            yield _ready(Firefox(socket))
    finally:
        ran.terminate()
        ran.wait(SECONDS)


def _address(profile: Path) -> str:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if (profile / STARTED).exists() and (text := (profile / STARTED).read_text(encoding="utf-8")):
            told = json.loads(text)
            return f"ws://{told['ws_host']}:{told['ws_port']}/session"
        time.sleep(0.1)
    raise TimeoutError(f"Firefox does not listen after {SECONDS} seconds")


def _ready(window: Firefox) -> Firefox:
    window.send("session.new", capabilities={})
    # Of its own: in the one that is there from the start the focus stays in the address bar, and keys press no button.
    window.window = window.send("browsingContext.create", type="window")["context"]
    window.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
    viewport = {"width": 1440, "height": 900}
    window.send("browsingContext.setViewport", context=window.window, viewport=viewport)
    return window
