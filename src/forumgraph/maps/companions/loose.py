"""The fora without known members: a row of circles and names under a caption, below the network; it draws nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.maps.companions.canvas import width, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.maps.companions.canvas import Point
    from forumgraph.maps.model import MapForum

FONT = 5.6
CAPTION = 6.4
RADIUS = 1.5
LINE = 4.4
_MOST = 3  # lines; the rest is counted
_LONGEST = 70.0  # millimetres of a name
_BETWEEN = 5.0


@dataclass(frozen=True)
class Entry:
    """A forum, where its circle stands in the row, and its name."""

    forum: MapForum
    at: Point
    name: str


@dataclass(frozen=True)
class Row:
    """The entries, by places from the row's upper left corner, its height, and how many fora found no room."""

    entries: tuple[Entry, ...]
    height: float
    rest: int


def row(forums: Sequence[MapForum], room: float) -> Row:
    """Return the fora in lines of a width below their caption; without fora it takes no room."""
    if not forums:
        return Row((), 0.0, 0)
    entries: list[Entry] = []
    x, line = 0.0, 1
    for each in forums:
        name = (wrapped(each.name, min(_LONGEST, room - 2 * _BETWEEN), FONT, 1) or ("",))[0]
        wide = 2 * RADIUS + 1.2 + width(name, FONT) + _BETWEEN
        if x and x + wide - _BETWEEN > room:
            x, line = 0.0, line + 1
        if line > _MOST:
            break
        entries.append(Entry(each, (x + RADIUS + 0.3, LINE * (line + 0.5)), name))
        x += wide
    lines = min(line, _MOST)
    return Row(tuple(entries), LINE * (lines + 1) + 0.5, len(forums) - len(entries))
