"""A sheet of paper to draw on, in millimetres from the upper left corner; it knows no map and no word.

Matplotlib draws, with the fonts that it brings along, so that every machine gives the same picture. Texts are taken
as they are (no formulas), and a letter that the font lacks becomes a sign that says so.
"""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.font_manager import FontProperties

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

PIXELS = 2400  # across the sheet
WIDTH = 297.0
INCH = 25.4
POINT = INCH / 72  # millimetres
_LARGE = 3_000_000  # bytes: more is trouble for a mailbox
_MISSING = "\N{REPLACEMENT CHARACTER}"


class Canvas:
    """A sheet of white paper as wide as an A4 lies, and of any height; what is drawn later lies above."""

    def __init__(self, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.transforms import Affine2D  # noqa: PLC0415

        self.height = height
        self.figure = Figure(figsize=(WIDTH / INCH, height / INCH), dpi=PIXELS * INCH / WIDTH, facecolor="white")
        self.agg = FigureCanvasAgg(self.figure)
        # No axes: their limits and ticks would cost a second and mean nothing here.
        self._paper = Affine2D().scale(1 / WIDTH, -1 / height).translate(0, 1) + self.figure.transSubfigure
        self._order = 0

    def text(self, at: Point, text: str, size: float, colour: str = "#1b1f24", **look: Any) -> None:
        """Write one line, its middle at this height; ``align`` is left, center or right, ``halo`` frees it of lines."""
        from matplotlib.patheffects import withStroke  # noqa: PLC0415

        bold, align, halo = look.get("bold", False), look.get("align", "left"), look.get("halo", False)
        drawn = self.figure.text(
            at[0],
            at[1] + size * POINT * 0.36,  # from the middle of a capital letter to the line that it stands on
            drawable(text),
            color=colour,
            fontsize=size,
            fontproperties=_font(bold, size),
            ha=align,
            va="baseline",
            parse_math=False,
            transform=self._paper,
            zorder=self._next(),
        )
        if halo:
            drawn.set_path_effects([withStroke(linewidth=1.6, foreground="white")])

    def box(self, box: Box, *, fill: str, line: str = "none", width: float = 0.7, **look: Any) -> None:
        """Draw a rectangle; ``dashes`` (in points) break its border, ``round`` is the radius of its corners."""
        from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415

        corner = look.get("round", 0.0)
        style = f"round,pad=0,rounding_size={corner}" if corner else "square,pad=0"
        left, top, right, bottom = box
        patch = FancyBboxPatch((left, top), right - left, bottom - top, boxstyle=style)
        self._patch(patch, fill, line, width, look)

    def circle(self, at: Point, radius: float, *, fill: str, line: str, **look: Any) -> None:
        """Draw a circle."""
        from matplotlib.patches import Circle  # noqa: PLC0415

        self._patch(Circle(at, radius), fill, line, look.get("width", 0.6), look)

    def slice(self, at: Point, radius: float, part: tuple[int, int], fill: str) -> None:
        """Draw one of so many equal slices of a circle, without a border, beginning at the top."""
        from matplotlib.patches import Wedge  # noqa: PLC0415

        number, of = part
        turn = 360 / of
        self._patch(Wedge(at, radius, number * turn - 90, (number + 1) * turn - 90), fill, "none", 0, {})

    def area(self, points: Sequence[Point], *, fill: str, line: str, **look: Any) -> None:
        """Draw a closed outline."""
        from matplotlib.patches import Polygon  # noqa: PLC0415

        self._patch(Polygon(points, closed=True), fill, line, look.get("width", 0.6), look)

    def lines(self, pairs: Sequence[tuple[Point, Point]], colour: str, width: float, dashes: tuple[float, ...]) -> None:
        """Draw straight lines of one kind; dashes are in points."""
        from matplotlib.collections import LineCollection  # noqa: PLC0415

        if not pairs:
            return
        style: Any = (0, dashes) if dashes else "solid"
        drawn = LineCollection(pairs, colors=[colour], linewidths=[width], linestyles=[style], zorder=self._next())
        # Dashes would otherwise grow with the line's width.
        if dashes:
            drawn.set_linestyle([(0, tuple(one / width for one in dashes))])
        drawn.set_transform(self._paper)
        self.figure.add_artist(drawn, clip=False)

    def image(self, content: bytes, box: Box) -> None:
        """Draw a picture as large as fits into the upper right of a box; one that cannot be read is left out."""
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

        try:
            picture = Image.open(io.BytesIO(content))
            picture.thumbnail((1200, 400))
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            return
        left, top, right, bottom = box
        scale = min((right - left) / picture.width, (bottom - top) / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        pixels: Any = picture.convert("RGBA")
        place = ((right - wide) / WIDTH, 1 - (top + high) / self.height, wide / WIDTH, high / self.height)
        axes = self.figure.add_axes(place, zorder=self._next())
        axes.imshow(pixels, aspect="auto", interpolation="antialiased")
        axes.set_axis_off()

    def png(self) -> bytes:
        """Return the sheet as a PNG that says neither when nor by what it was made."""
        out = io.BytesIO()
        self.figure.savefig(out, format="png", dpi="figure", metadata={"Software": None})
        return out.getvalue() if len(out.getvalue()) <= _LARGE else _fewer_colours(out.getvalue())

    def _patch(self, patch: Any, fill: str, line: str, width: float, look: dict[str, Any]) -> None:
        dashes = look.get("dashes", ())
        patch.set(facecolor=fill, edgecolor=line, linewidth=width, zorder=self._next(), transform=self._paper)
        if "alpha" in look:
            patch.set_alpha(look["alpha"])
        if dashes:
            patch.set_linestyle((0, tuple(one / width for one in dashes)))
        self.figure.add_artist(patch, clip=False)

    def _next(self) -> int:
        self._order += 1
        return self._order


def _fewer_colours(content: bytes) -> bytes:
    """Return a picture of many fine lines in 256 colours: a third of the bytes, and no difference to be seen."""
    from PIL import Image  # noqa: PLC0415

    out = io.BytesIO()
    with Image.open(io.BytesIO(content)) as full:
        few = full.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=64)
def _font(bold: bool, size: float) -> FontProperties:
    from matplotlib import get_data_path  # noqa: PLC0415
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return FontProperties(fname=f"{get_data_path()}/fonts/ttf/DejaVuSans{'-Bold' if bold else ''}.ttf", size=size)


@lru_cache(maxsize=2)
def _face(bold: bool) -> Any:
    from matplotlib.font_manager import get_font  # noqa: PLC0415

    face = get_font(str(_font(bold, 10).get_file()))
    face.set_size(100, 72)
    return face


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool) -> float:
    return float(_face(bold).load_char(ord(letter)).linearHoriAdvance) / 65536 / 100


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in millimetres."""
    return sum(_advance(letter, bold) for letter in drawable(text)) * size * POINT


@lru_cache(maxsize=8192)
def drawable(text: str) -> str:
    """Return a text on one line, with a sign in place of each letter that the font lacks or that cannot be seen."""
    known = _face(bold=False)
    spaced = " ".join(text[:2000].split())
    return "".join(letter if _shows(letter, known) else _MISSING for letter in spaced)


def _shows(letter: str, face: Any) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn") and bool(face.get_char_index(ord(letter)))


def wrapped(text: str, room: float, size: float, rows: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text on at most so many lines that are no wider than the room, with … where something is left out."""
    lines = [""]
    words = drawable(text).split()
    for number, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        elif len(lines) < rows and lines[-1]:
            lines.append(_cut(word, room, size, bold=bold))
        else:
            rest = " ".join(words[number:])
            lines[-1] = _cut(f"{lines[-1]} {rest}".strip(), room, size, bold=bold)
            break
    return tuple(lines)


def broken(word: str, room: float, size: float) -> str:
    """Return a bold word in parts that are no wider than the room, a hyphen and a space between them."""
    parts, rest = [], drawable(word)[:60]
    while width(rest, size, bold=True) > room:
        ends = range(len(rest) - 1, 1, -1)
        end = next((each for each in ends if width(f"{rest[:each]}-", size, bold=True) <= room), 1)
        parts.append(f"{rest[:end]}-")
        rest = rest[end:]
    return " ".join([*parts, rest])


def _cut(text: str, room: float, size: float, *, bold: bool) -> str:
    """Return as much of a text as there is room for."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;:–-')}…"


def fits(texts: Iterable[str], room: float, sizes: Sequence[float], *, bold: bool = False) -> float:
    """Return the first of the sizes at which every text is no wider than the room, or the last."""
    widest = max((width(each, 10, bold=bold) / 10 for each in texts), default=0.0)
    return next((size for size in sizes if widest * size <= room), sizes[-1])
