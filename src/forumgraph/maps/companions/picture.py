"""The picture that stands beside the page: matrix and network on one sheet, with title, legend, source and date."""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.companions import hulls, matrix, network
from forumgraph.maps.companions.canvas import WIDTH, Canvas, width, wrapped
from forumgraph.maps.companions.figures import doubtful
from forumgraph.maps.companions.focus import focused
from forumgraph.maps.companions.legend import Legend
from forumgraph.maps.companions.matrix import Matrix
from forumgraph.maps.companions.palette import Palette
from forumgraph.maps.companions.reader import Reader
from forumgraph.maps.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.maps.branding import Branding
    from forumgraph.maps.companions.canvas import Box
    from forumgraph.maps.companions.figures import Row
    from forumgraph.maps.companions.places import Layout
    from forumgraph.maps.model import MapData

A4 = 210.0
_EDGE = 8.0
_BETWEEN = 6.0
_FEW = 4  # municipalities up to which the matrix stands above the network, across the sheet
_MANY = 30  # municipalities from which on the matrix stands below the network, in columns
_QUIET = "#4d545b"
_HALF = 9.5  # the type of that title
_TITLE = 6.0  # room for the title above each half


@dataclass(frozen=True)
class _Sheet:
    """What stands on the sheet, measured before it is drawn: where each part lies."""

    height: float
    network: Box
    blocks: tuple[tuple[Box, tuple[Row, ...]], ...]
    row: float
    legend: Box


def picture(data: MapData, layout: Layout, language: str, branding: Branding) -> bytes:
    """Return the picture as a PNG, 2,400 pixels wide: A4 across, and higher where there are many municipalities.

    ``layout`` is the whole map's; where only a part of it is drawn, that part fills the sheet.
    """
    import matplotlib as mpl  # noqa: PLC0415 - half a second that only the files need
    from matplotlib import style  # noqa: PLC0415

    # Whatever the machine's own settings are, the picture is the same.
    with mpl.rc_context(), style.context("default"):
        part = focused(data)
        left = len(data.forums) - len(part.forums)
        return _Picture(part, layout if part is data else lay_out(part), language, branding, left).png()


class _Picture:
    def __init__(self, data: MapData, layout: Layout, language: str, branding: Branding, left: int) -> None:
        self.data, self.layout, self.branding, self.left = data, layout, branding, left
        self.read = Reader(data, language)
        self.palette = Palette.of(data, branding)
        self.matrix = Matrix(data, self.read, self.palette)
        self.legend = Legend(data, self.read, self.palette)

    def png(self) -> bytes:
        top = self._head_height()
        foot = self.legend.height(WIDTH - 2 * _EDGE) + 3.4 * len(self._foot_lines(None)) + 3.0
        sheet = self._sheet(top, foot)
        canvas = Canvas(sheet.height)
        self._head(canvas)
        self._half(canvas, sheet.network, "map")
        drawing = network.draw(canvas, sheet.network, self.layout, self.read, self.palette)
        if not self.data.municipalities and not self.data.forums:
            canvas.text((sheet.network[0], sheet.network[1] + 5), self.read.text("picture.no_map"), 8)
        self._half(canvas, sheet.blocks[0][0], "matrix")
        for number, (box, rows) in enumerate(sheet.blocks):
            self.matrix.draw(canvas, box, rows, sheet.row, foot=number == len(sheet.blocks) - 1)
        self.legend.draw(canvas, sheet.legend)
        self._foot(canvas, drawing)
        return canvas.png()

    def _sheet(self, top: float, foot: float) -> _Sheet:
        count = len(self.matrix.rows)
        if count > _MANY:
            return _below(self.matrix, top, foot)
        if count <= _FEW and len(self.data.areas) > 1:
            return _above(self.matrix, top, foot)
        heading = width(self.read.text("picture.matrix"), _HALF, bold=True)
        return _beside(self.matrix, top, foot, heading)

    def _half(self, canvas: Canvas, box: Box, key: str) -> None:
        canvas.text((box[0], box[1] - _TITLE / 2), self.read.text(f"picture.{key}"), _HALF, bold=True)

    def _title(self) -> tuple[str, ...]:
        return wrapped(self.branding.title or self.read.text("title"), self._room(), 17, 2, bold=True)

    def _subtitle(self) -> tuple[str, ...]:
        rounds = "; ".join(each.title for each in self.data.rounds)
        said = self.read.text("subtitle", rounds=rounds, date=self.read.words.day(self.data.as_of))
        parts = (self.branding.subtitle, said, self.data.narrowed)
        return wrapped(" · ".join(each for each in parts if each), self._room(), 9, 2)

    def _room(self) -> float:
        return WIDTH - 2 * _EDGE - (50 if self.branding.logo else 0)

    def _head_height(self) -> float:
        return _EDGE + 7.0 * len(self._title()) + 4.2 * len(self._subtitle()) + 3.5

    def _head(self, canvas: Canvas) -> None:
        middle = _EDGE + 2.5
        for line in self._title():
            canvas.text((_EDGE, middle), line, 17, bold=True)
            middle += 7.0
        middle -= 0.8
        for line in self._subtitle():
            canvas.text((_EDGE, middle), line, 9, _QUIET)
            middle += 4.2
        canvas.lines([((_EDGE, middle + 0.4), (WIDTH - _EDGE, middle + 0.4))], self.palette.accent, 1.6, ())
        header, _, content = (self.branding.logo or "").partition(",")
        if content and "svg" not in header:  # an SVG is for browsers to draw
            canvas.image(base64.b64decode(content), (WIDTH - _EDGE - 46, _EDGE - 2, WIDTH - _EDGE, middle - 2))

    def _foot_lines(self, drawing: network.Drawing | None) -> list[str]:
        """Return the sentences below the legend; before anything is drawn, all that may have to be said."""
        of = len(self.data.forums)
        said = list(self._notes(drawing or network.Drawing(max(of - 1, 0), of, max(of - 2, 0))))
        return [*wrapped("  ".join(said), WIDTH - 2 * _EDGE, 6.4, 3), *self._source()]

    def _notes(self, drawing: network.Drawing) -> Iterator[str]:
        if self.left:
            yield self.read.counted("elsewhere", self.left)
        if drawing.shown < drawing.of:
            yield self.read.text("picture.not_drawn", shown=drawing.shown, all=drawing.of)
        if any(doubtful(answer) for row in self.matrix.rows for answer in row.answers.values()):
            yield self.read.text("picture.alternative") + "."
        if self.data.areas:
            yield self.read.text("picture.interval")
        if drawing.named < drawing.of:
            yield self.read.text("picture.named", n=drawing.named, all=drawing.of)
        if missing := len(self.data.circles) - len(hulls.drawn(self.data)):
            yield self.read.counted("circles_left", missing)

    def _source(self) -> tuple[str, ...]:
        cited = [f"{each.title} ({each.source}, {self.read.words.day(each.date)})" for each in self.data.rounds]
        return wrapped(self.read.text("source_short", sources="; ".join(cited)), WIDTH - 2 * _EDGE, 6.4, 2)

    def _foot(self, canvas: Canvas, drawing: network.Drawing) -> None:
        lines = self._foot_lines(drawing)
        middle = canvas.height - _EDGE + 1.0 - 3.4 * (len(lines) - 1)
        for line in lines:
            canvas.text((_EDGE, middle), line, 6.4, _QUIET)
            middle += 3.4


def _beside(shown: Matrix, top: float, foot: float, heading: float) -> _Sheet:
    """Lay the matrix, no narrower than its heading, on the left and the network on the right.

    The sheet is A4 unless the rows need more.
    """
    count = len(shown.rows)
    head = top + _TITLE
    room = A4 - _EDGE - foot - head
    wide = min(shown.width(), 0.56 * (WIDTH - 2 * _EDGE))
    row = min(matrix.MOST, max(matrix.LEAST, (room - shown.height(0, 0, wide)) / max(count, 1)))
    body = max(room, shown.height(count, row, wide))
    bottom = head + body
    block = (_EDGE, head, _EDGE + wide, bottom)
    return _Sheet(
        bottom + foot + _EDGE,
        (_EDGE + max(wide, heading) + _BETWEEN, head, WIDTH - _EDGE, bottom),
        ((block, shown.rows),),
        row,
        (_EDGE, bottom + 2.5, WIDTH - _EDGE, bottom + foot),
    )


def _above(shown: Matrix, top: float, foot: float) -> _Sheet:
    """Lay the matrix of a few municipalities across an A4 sheet and the network below it."""
    count, row = len(shown.rows), matrix.MOST
    wide = min(1.4 * shown.width(), WIDTH - 2 * _EDGE)
    head = top + _TITLE
    end = head + shown.height(count, row, wide)
    bottom = A4 - _EDGE - foot
    return _Sheet(
        A4,
        (_EDGE, end + _TITLE + 2, WIDTH - _EDGE, bottom),
        (((_EDGE, head, _EDGE + wide, end), shown.rows),),
        row,
        (_EDGE, bottom + 2.5, WIDTH - _EDGE, bottom + foot),
    )


def _below(shown: Matrix, top: float, foot: float) -> _Sheet:
    """Lay the network across the sheet and the matrix below it, in two columns."""
    columns, row = 2, 4.6
    high = 200.0
    each = math.ceil(len(shown.rows) / columns)
    head = top + _TITLE + high + _TITLE + 3
    wide = (WIDTH - 2 * _EDGE - _BETWEEN) / columns
    bottom = head + shown.height(each, row, wide)
    blocks = []
    for number in range(columns):
        left = _EDGE + number * (wide + _BETWEEN)
        blocks.append(((left, head, left + wide, bottom), shown.rows[number * each : (number + 1) * each]))
    return _Sheet(
        bottom + foot + _EDGE,
        (_EDGE, top + _TITLE, WIDTH - _EDGE, top + _TITLE + high),
        tuple(blocks),
        row,
        (_EDGE, bottom + 2.5, WIDTH - _EDGE, bottom + foot),
    )
