"""The matrix of the picture: municipality by area, with a sign and a word in every cell, and the totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.companions.canvas import broken, fits, width, wrapped
from forumgraph.maps.companions.figures import STATUSES, Row, latest, totals
from forumgraph.maps.companions.reader import MARK
from forumgraph.maps.look import INK, STATUS

if TYPE_CHECKING:
    from forumgraph.maps.companions.canvas import Box, Canvas
    from forumgraph.maps.companions.figures import Total
    from forumgraph.maps.companions.palette import Palette
    from forumgraph.maps.companions.reader import Reader
    from forumgraph.maps.model import MapData

_FONT = 6.6
_NAME = 7.0
_SIZES = (7.0, 6.8, 6.6, 6.4, 6.2, 6.0, 5.8, 5.6)
_HEAD = 7.0  # an area's number; below it stand the lines of its name
_HEAD_LINE = 2.9
_HEAD_ROWS = 4
_FOOT = 11.5
_GAP = 0.45  # around a cell
LEAST, MOST = 4.3, 6.2  # heights of a row


@dataclass(frozen=True)
class Matrix:
    """What the matrix shows and how wide it wants to be."""

    data: MapData
    read: Reader
    palette: Palette

    @property
    def rows(self) -> tuple[Row, ...]:
        """The municipalities that a round concerned."""
        return latest(self.data)

    def names(self) -> float:
        """Return the width of the column of names."""
        widest = max((width(row.municipality.name, _NAME) for row in self.rows), default=20.0)
        return min(38.0, max(20.0, widest + 2.0))

    def width(self) -> float:
        """Return the width at which every word fits in its cell, and the longest word of each area's name above it."""
        cell = max(width(f"{self._sign(status)} {MARK}", _FONT) for status in STATUSES) + 2.0
        words = (word for area in self.data.areas for word in area.name.split())
        head = max((width(word, 6.4, bold=True) for word in words), default=0.0) + 2.0
        return self.names() + len(self.data.areas) * max(cell, min(head, 1.25 * cell))

    def height(self, count: int, row: float, wide: float) -> float:
        """Return the height with so many rows, at a width."""
        return self.head(self._column(wide)) + count * row + _FOOT

    def head(self, column: float) -> float:
        """Return the height of the areas' names above columns of a width."""
        return _HEAD + _HEAD_LINE * max((len(lines) for lines in self._heads(column)[1]), default=0)

    def _column(self, wide: float) -> float:
        return (wide - self.names()) / max(len(self.data.areas), 1)

    def _heads(self, column: float) -> tuple[float, list[tuple[str, ...]]]:
        """Return the size and the lines of the areas' names."""
        room = column - 1.4
        words = [word for area in self.data.areas for word in area.name.split()]
        size = fits(words, room, _SIZES, bold=True)
        if max((width(word, size, bold=True) for word in words), default=0) > room:
            size = _FONT  # a word has to be broken anyway
        names = (" ".join(broken(word, room, size) for word in area.name.split()) for area in self.data.areas)
        return size, [wrapped(name, room, size, _HEAD_ROWS, bold=True) for name in names]

    def _sign(self, status: str) -> str:
        return f"{self.read.words.of('symbol', status)} {self.read.words.of('status', status)}"

    def draw(self, canvas: Canvas, box: Box, rows: tuple[Row, ...], row: float, *, foot: bool) -> None:
        """Draw some of the rows into a box, ``foot`` with the totals of all rows below."""
        left, top, right, _ = box
        names = self.names()
        if not self.data.areas:
            canvas.text((left, top + 4), self.read.text("picture.no_areas"), 8)
            return
        wide = self._column(right - left)
        places = [left + names + number * wide for number in range(len(self.data.areas))]
        self._head(canvas, places, wide, top)
        first = top + self.head(wide)
        size = fits((f"{self._sign(one)} {MARK}" for one in STATUSES), wide - 1.4, _SIZES)
        for number, each in enumerate(rows):
            self._row(canvas, each, (left, first + number * row), row, (places, wide, size))
        if foot:
            self._foot(canvas, (left, first + len(rows) * row), places, wide)

    def _head(self, canvas: Canvas, places: list[float], wide: float, top: float) -> None:
        size, names = self._heads(wide)
        bottom, numbers = top + self.head(wide), self.data.numbers()
        for number, (area, left) in enumerate(zip(self.data.areas, places, strict=True)):
            lines = names[number]
            first = bottom - 2.2 - _HEAD_LINE * (len(lines) - 1)
            at = left + 2.3, first - 4.3
            canvas.circle(at, 1.75, fill=self.palette.area(area.id), line=INK, width=0.5)
            canvas.text(at, str(numbers[area.id]), 6.2, align="center", bold=True)
            for step, line in enumerate(lines):
                canvas.text((left + _GAP, first + _HEAD_LINE * step), line, size, bold=True)

    def _row(
        self, canvas: Canvas, row: Row, at: tuple[float, float], high: float, form: tuple[list[float], float, float]
    ) -> None:
        left, top = at
        places, wide, size = form
        (name,) = wrapped(row.municipality.name, self.names() - 1.5, _NAME, 1) or ("",)
        canvas.text((left, top + high / 2), name, _NAME)
        for area, place in zip(self.data.areas, places, strict=True):
            answer = row.answers[area.id]
            look = STATUS[answer.status]
            box = (place + _GAP, top + _GAP, place + wide - _GAP, top + high - _GAP)
            dashes = tuple(one * 0.4 for one in look.dashes)
            canvas.box(box, fill=look.fill, line=look.line, width=0.7, dashes=dashes, round=0.6)
            canvas.text((place + 1.4, top + high / 2), self.read.sign(answer), size, look.text)

    def _foot(self, canvas: Canvas, at: tuple[float, float], places: list[float], wide: float) -> None:
        left, top = at
        canvas.lines([((left, top + 0.7), (places[-1] + wide - _GAP, top + 0.7))], INK, 0.9, ())
        for step, line in enumerate(wrapped(self.read.text("picture.total"), self.names() - 1.5, _NAME, 3, bold=True)):
            canvas.text((left, top + 3.0 + 3.2 * step), line, _NAME, bold=True)
        for total, place in zip(totals(self.data), places, strict=True):
            self._total(canvas, total, (place + 1.4, top + 3.0), wide - 1.8)

    def _total(self, canvas: Canvas, total: Total, at: tuple[float, float], room: float) -> None:
        if not total.asked:
            canvas.text(at, self.read.text("nobody"), 6.6)
            return
        figure, _, span = self.read.share(total).partition(" (")
        lines = (figure, f"({span}", self.read.counted("answered", total.answered))
        size = fits(lines, room, _SIZES)
        for step, line in enumerate(lines):
            canvas.text((at[0], at[1] + 3.2 * step), line, size, bold=not step)
