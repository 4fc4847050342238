"""Reads a written page as a browser does: its text by section, its links and its anchors."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "div"}
_UNSEEN = {"style", "title", "svg", "script"}


@dataclass
class Page(HTMLParser):
    """A page: the lines of each section under the id of its heading ("" for what stands before), hrefs and ids."""

    lines: dict[str, list[str]] = field(default_factory=lambda: {"": []})
    hrefs: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._section, self._unseen, self._text = "", 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and anchors, and start a line or a section."""
        values = dict(attrs)
        self.tags.append(tag)
        self.attributes += attrs
        self.hrefs += [values["href"] or ""] if "href" in values else []
        self.ids += [values["id"] or ""] if "id" in values else []
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self._flush()
        if tag == "h2":
            self._section = values["id"] or ""
            self.lines[self._section] = []

    def handle_endtag(self, tag: str) -> None:
        """End a line."""
        self._unseen -= tag in _UNSEEN
        if tag in _BLOCKS or tag == "footer":
            self._flush()
        if tag == "main":
            self._section = "foot"
            self.lines["foot"] = []

    def handle_data(self, data: str) -> None:
        """Collect what is seen."""
        if not self._unseen:
            self._text += data

    def _flush(self) -> None:
        text = " ".join(self._text.split())
        if text:
            self.lines[self._section].append(text)
        self._text = ""


def read(path: Path) -> Page:
    """Return a written page."""
    page = Page()
    page.feed(path.read_bytes().decode("utf-8"))
    page.close()
    return page
