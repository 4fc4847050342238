"""The legend of the picture: rows of samples with their words; it draws nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.companions import hulls, network
from forumgraph.maps.companions.canvas import width
from forumgraph.maps.companions.figures import STATUSES, latest, outside
from forumgraph.maps.links import links, members
from forumgraph.maps.look import BASIS, FORUM_STATUS, INK, LINE_COLOUR, STATUS

if TYPE_CHECKING:
    from forumgraph.maps.companions.canvas import Box, Canvas, Point
    from forumgraph.maps.companions.palette import Palette
    from forumgraph.maps.companions.reader import Reader
    from forumgraph.maps.model import MapData

_FONT = 6.4
LINE = 4.4
_HEAD = 19.0  # room for a row's title
_AFTER = 4.0  # between two samples

Sample = Callable[["Canvas", "Point"], None]


@dataclass(frozen=True)
class Entry:
    """A sample of some width, drawn from its left end, and its word."""

    word: str
    room: float
    draw: Sample

    @property
    def width(self) -> float:
        """The whole entry's width."""
        return self.room + 1.2 + width(self.word, _FONT) + _AFTER


@dataclass(frozen=True)
class Legend:
    """Rows of entries, each under a title."""

    data: MapData
    read: Reader
    palette: Palette

    def groups(self) -> list[tuple[str, list[Entry]]]:
        """Return the titles with their entries."""
        text = self.read.text
        found = [
            (text("picture.legend_status"), [self._status(key) for key in STATUSES if key in self._given()]),
            (text("picture.legend_area"), [self._area(number) for number in range(len(self.data.areas))]),
            (text("picture.legend_basis"), [self._basis(key) for key in BASIS if key in self._bases()] + self._towns()),
            (text("picture.legend_forum"), self._forums()),
        ]
        return [(title, entries) for title, entries in found if entries]

    def _given(self) -> set[str]:
        return {answer.status for row in latest(self.data) for answer in row.answers.values()}

    def _bases(self) -> set[str]:
        return {each.basis for each in links(self.data)}

    def height(self, room: float) -> float:
        """Return how high the legend is at a width."""
        return LINE * sum(len(_lines(entries, room - _HEAD)) for _, entries in self.groups())

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw the rows from the top of a box."""
        left, middle, right, _ = box
        middle += LINE / 2
        for title, entries in self.groups():
            canvas.text((left, middle), title, _FONT, bold=True)
            for line in _lines(entries, right - left - _HEAD):
                at = left + _HEAD
                for entry in line:
                    entry.draw(canvas, (at, middle))
                    canvas.text((at + entry.room + 1.2, middle), entry.word, _FONT)
                    at += entry.width
                middle += LINE

    def _status(self, status: str) -> Entry:
        look = STATUS[status]

        def draw(canvas: Canvas, at: Point) -> None:
            dashes = tuple(one * 0.4 for one in look.dashes)
            canvas.box((at[0], at[1] - 1.5, at[0] + 4.4, at[1] + 1.5), fill=look.fill, line=look.line, width=0.7,
                       dashes=dashes, round=0.5)  # fmt: skip
            canvas.text((at[0] + 2.2, at[1]), self.read.words.of("symbol", status), 6.2, look.text, align="center")

        return Entry(self.read.words.of("status", status), 4.4, draw)

    def _area(self, number: int) -> Entry:
        area = self.data.areas[number]

        def draw(canvas: Canvas, at: Point) -> None:
            canvas.circle((at[0] + 1.7, at[1]), 1.7, fill=self.palette.area(area.id), line=INK)
            canvas.text((at[0] + 1.7, at[1]), str(number + 1), 5.8, align="center", bold=True)

        return Entry(area.name, 3.4, draw)

    def _basis(self, basis: str) -> Entry:
        def draw(canvas: Canvas, at: Point) -> None:
            dashes = tuple(one * 0.34 for one in BASIS[basis])
            canvas.lines([(at, (at[0] + 9, at[1]))], LINE_COLOUR, 1.0, dashes)

        return Entry(self.read.words.of("basis", basis), 9.0, draw)

    def _towns(self) -> list[Entry]:
        strangers = outside(self.data)
        found = []
        if len(strangers) < len(self.data.municipalities):
            found.append(self._town("municipality", strange=False))
        if strangers:
            found.append(self._town("municipality_outside", strange=True))
        if hulls.drawn(self.data):
            found.append(Entry(self.read.text("picture.legend_circle"), 6.4, self._hull))
        return found

    def _town(self, key: str, *, strange: bool) -> Entry:
        def draw(canvas: Canvas, at: Point) -> None:
            look = {"dashes": (2.4, 1.6)} if strange else {}
            fill = "white" if strange else self.palette.accent
            canvas.box((at[0], at[1] - 1.3, at[0] + 5, at[1] + 1.3), fill=fill, line=self.palette.accent, width=0.8,
                       round=0.8, **look)  # fmt: skip

        return Entry(self.read.text(f"picture.{key}"), 5.0, draw)

    def _hull(self, canvas: Canvas, at: Point) -> None:
        box = (at[0], at[1] - 1.7, at[0] + 6.4, at[1] + 1.7)
        canvas.box(box, fill=hulls.COLOURS[0], alpha=0.1, round=1.6)
        canvas.box(box, fill="none", line=hulls.COLOURS[0], width=0.9, alpha=0.6, round=1.6)

    def _forums(self) -> list[Entry]:
        there = {one.status for one in self.data.forums}
        found = [self._forum(status) for status in FORUM_STATUS if status in there]
        if len({len(each) for each in members(links(self.data)).values()}) > 1:
            found.append(Entry(self.read.text("picture.forum_size"), 8.0, _sizes))
        return found

    def _forum(self, status: str) -> Entry:
        def draw(canvas: Canvas, at: Point) -> None:
            network.circle(canvas, (at[0] + 1.6, at[1]), 1.5, status, ["#d5d9de"])

        return Entry(self.read.words.of("forum_status", status), 3.2, draw)


def _sizes(canvas: Canvas, at: Point) -> None:
    x = at[0]
    for radius in (0.9, 1.3, 1.8):
        canvas.circle((x + radius, at[1]), radius, fill="#d5d9de", line=INK)
        x += 2 * radius + 0.3


def _lines(entries: list[Entry], room: float) -> list[list[Entry]]:
    """Return the entries broken into lines that fit."""
    lines: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        if lines[-1] and used + entry.width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += entry.width
    return lines
