"""Title, logo and colours of one's own from a small YAML file: read, checked, and every mistake said at once.

It knows no page and no picture: whoever draws takes the values.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.ingest.findings import Finding, Place
from forumgraph.maps.errors import MapError
from forumgraph.texts.messages import fix, message, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from forumgraph.ingest.tree import Node
    from forumgraph.texts import Texts

LARGEST_LOGO = 200_000  # bytes; it is carried in every page
MOST_PIXELS = 4_000  # along a side: a small file can hold a picture that takes a gigabyte to show
LONGEST = {"title": 120, "subtitle": 240}
_LARGEST_FILE = 100_000
_KEYS = ("title", "subtitle", "logo", "colours")
_COLOURS = ("accent", "areas")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
# What may stand before the root of an SVG; a comment ends at the first --> and nowhere else.
_BEFORE_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)", re.S)
_SVG = re.compile(rb"\s*<svg[\s/>]")
_INK = "#1b1f24"
_ON_WHITE, _UNDER_INK = 4.5, 3.0  # WCAG 2.2: contrast of text, and of figures in a circle


@dataclass(frozen=True)
class Branding:
    """What a page is dressed in; ``logo`` is a data URI, colours are ``#rrggbb``, None means the house's own."""

    title: str | None = None
    subtitle: str | None = None
    logo: str | None = None
    accent: str | None = None
    areas: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mistake:
    """One thing wrong with the file: a text of the catalogue (``companions.errors``), a place, and what fills it."""

    key: str
    place: Place
    offending: str = ""
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None
    values: dict[str, str] = field(default_factory=dict, hash=False)

    def message(self, texts: Texts) -> str:
        """Return what is wrong in one sentence, and the question whether a near word was meant."""
        said = texts(f"companions.errors.{self.key}.message", **self._values(texts))
        if not self.suggestion:
            return said
        return f"{said} {texts('findings.did_you_mean', suggestion=shown(self.suggestion))}"

    def fix(self, texts: Texts) -> str:
        """Return what to do in one sentence."""
        return texts(f"companions.errors.{self.key}.fix", **self._values(texts))

    def _values(self, texts: Texts) -> dict[str, str]:
        types = texts.section("findings.type")
        given = {
            name: types.get(value, value) if name in ("wanted", "found") else shown(value)
            for name, value in self.values.items()
        }
        return {**given, "offending": shown(self.offending), "allowed": ", ".join(self.allowed)}


class BrandingError(MapError):
    """The file cannot be used; ``findings`` are all that is wrong with it, by place."""

    def __init__(self, findings: Sequence[Finding | Mistake]) -> None:
        super().__init__("branding", n=str(len(findings)))
        self.findings = tuple(sorted(findings, key=lambda one: one.place))

    def lines(self, texts: Texts) -> list[str]:
        """Return each finding as two lines: where and what is wrong, and what to do."""
        found: list[str] = []
        for one in self.findings:
            wrong, advice = (
                (one.message(texts), one.fix(texts))
                if isinstance(one, Mistake)
                else (message(one, texts), fix(one, texts))
            )
            found += [f"{one.place}: {wrong}", f"    {advice}"]
        return found


def read_branding(path: Path, areas: Sequence[str] = ()) -> Branding:
    """Return what a file says; raise BrandingError with all that is wrong with it.

    With ``areas`` an area that is not among them is a mistake; without, any is taken. Raises OSError where the file
    itself cannot be read.
    """
    from forumgraph.ingest.files import File, decode  # noqa: PLC0415
    from forumgraph.ingest.tree import parse  # noqa: PLC0415 - what reads YAML is heavy, and most pages have no such file

    with path.open("rb") as stream:
        content = stream.read(_LARGEST_FILE + 1)
    if len(content) > _LARGEST_FILE:
        limit = {"limit": str(_LARGEST_FILE // 1000), "size": f"> {_LARGEST_FILE // 1000}"}
        raise BrandingError([Mistake("large_file", Place(str(path)), values=limit)])
    text, findings = decode(File(str(path), content))
    parsed = parse(text, str(path)) if text is not None else None
    root = parsed.root if parsed else None
    said = [one for one in (*findings, *(parsed.findings if parsed else ())) if one.severity == "error"]
    if root is None:
        raise BrandingError(said)
    reader = _Reader(path, tuple(areas))
    branding = reader.read(root)
    if mistakes := [*said, *reader.mistakes]:
        raise BrandingError(mistakes)
    return branding


class _Reader:
    """Takes the values of one file and collects what is wrong with them."""

    def __init__(self, path: Path, areas: tuple[str, ...]) -> None:
        self.path, self.areas = path, areas
        self.mistakes: list[Mistake] = []

    def read(self, root: Node) -> Branding:
        if root.pairs is None:
            self._say("not_mapping", (root.line, root.column), found=_kind(root))
            return Branding()
        known = dict(self._known(root, _KEYS, "unknown_key"))
        colours = dict(self._mapping("colours", known.get("colours"), _COLOURS, "unknown_key"))
        areas = self._mapping("areas", colours.get("areas"), self.areas, "unknown_area")
        return Branding(
            title=self._text("title", known.get("title")),
            subtitle=self._text("subtitle", known.get("subtitle")),
            logo=self._logo(known.get("logo")),
            accent=self._colour("accent", colours.get("accent"), self._on_white),
            areas=self._areas(dict(areas)),
        )

    def _say(self, mistake: str, at: tuple[int, int], offending: str = "", /, **values: str) -> None:
        self.mistakes.append(Mistake(mistake, Place(str(self.path), *at), offending, values=values))

    def _known(self, node: Node, keys: tuple[str, ...], mistake: str) -> Iterator[tuple[str, Node]]:
        """Yield the pairs of a mapping whose keys may stand there; without ``keys`` all may."""
        from forumgraph.ingest.words import nearest  # noqa: PLC0415

        for key, value in (node.pairs or {}).items():
            if keys and key not in keys:
                place = Place(str(self.path), *node.keys[key])
                self.mistakes.append(Mistake(mistake, place, key, keys, nearest(key, keys)))
            else:
                yield key, value

    def _mapping(self, key: str, node: Node | None, keys: tuple[str, ...], mistake: str) -> Iterator[tuple[str, Node]]:
        if node is None or (node.pairs is None and node.items is None and node.value is None):
            return
        if node.pairs is None:
            self._say("wrong_type", (node.line, node.column), key=key, wanted="mapping", found=_kind(node))
            return
        yield from self._known(node, keys, mistake)

    def _string(self, key: str, node: Node | None) -> str | None:
        if node is None:
            return None
        if not isinstance(node.value, str):
            self._say("wrong_type", (node.line, node.column), key=key, wanted="text", found=_kind(node))
            return None
        text = " ".join(node.value.split())
        if not text:
            self._say("empty_text", (node.line, node.column), key=key)
        return text or None

    def _text(self, key: str, node: Node | None) -> str | None:
        text = self._string(key, node)
        if node and text and len(text) > LONGEST[key]:
            self._say("long_text", (node.line, node.column), key=key, length=str(len(text)), limit=str(LONGEST[key]))
        return text

    def _areas(self, given: dict[str, Node]) -> dict[str, str]:
        found: dict[str, str] = {}
        for area, node in given.items():
            colour = self._colour(area, node, self._under_ink)
            same = next((key for key, each in found.items() if colour and each.lower() == colour.lower()), None)
            if colour and same:
                self._say("twice", (node.line, node.column), colour, other=same)
            elif colour:
                found[area] = colour
        return found

    def _colour(self, key: str, node: Node | None, check: Callable[[str, Node], None]) -> str | None:
        if node is None:
            return None
        if node.pairs is None and node.items is None and node.value is None:
            self._say("no_colour", (node.line, node.column), key=key)  # what follows a bare # is a comment
            return None
        colour = str(node.plain())
        if not _COLOUR.fullmatch(colour):
            self._say("colour", (node.line, node.column), colour)
            return None
        check(colour, node)
        return colour

    def _on_white(self, colour: str, node: Node) -> None:
        self._contrast("contrast", colour, contrast(colour, "#ffffff"), _ON_WHITE, node)

    def _under_ink(self, colour: str, node: Node) -> None:
        self._contrast("dark", colour, contrast(colour, _INK), _UNDER_INK, node)

    def _contrast(self, key: str, colour: str, ratio: float, least: float, node: Node) -> None:
        if ratio < least:
            self._say(key, (node.line, node.column), colour, ratio=f"{int(ratio * 10) / 10:.1f}")

    def _logo(self, node: Node | None) -> str | None:
        name = self._string("logo", node)
        if node is None or name is None:
            return None
        at = node.line, node.column
        try:
            with (self.path.parent / name).open("rb") as stream:
                content = stream.read(LARGEST_LOGO + 1)
                size = max(len(content), Path(stream.name).stat().st_size)
        except (OSError, ValueError):
            self._say("no_logo", at, name)
            return None
        if size > LARGEST_LOGO:
            self._say("large_logo", at, name, size=str(-(-size // 1000)), limit=str(LARGEST_LOGO // 1000))
        elif not (kind := image_kind(content)):
            self._say("not_image", at, name)
        elif max(_pixels(kind, content)) > MOST_PIXELS:
            self._say("many_pixels", at, name, limit=str(MOST_PIXELS))
        else:
            return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"
        return None


def _kind(node: Node) -> str:
    from forumgraph.ingest.translate import kind  # noqa: PLC0415 - pydantic comes with it

    return kind(node)


def image_kind(content: bytes) -> str | None:
    """Return what a picture is by what stands in it, whatever its name says: png, jpeg, gif, svg+xml, or None."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    at = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    while found := _BEFORE_SVG.match(content, at):
        at = found.end()
    return "svg+xml" if _SVG.match(content, at) else None


def _pixels(kind: str, content: bytes) -> tuple[int, int]:
    """Return width and height where the file says them in front."""
    if kind == "png":
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if kind == "gif":
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    return 0, 0


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (``#rrggbb``) as WCAG 2 counts it, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
