"""The rows below the ring: municipalities and fora that no line reaches. They are on the map, and say why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.maps.labels import Label

_HEAD = 52  # the frame's caption
_TOWN_ROW = 74  # a name, its status words, air
_FORUM_ROW = 96  # a circle, three lines of name
_LEAST = 230  # a column
_NARROWEST = 600  # the caption's width

Place = tuple[int, int]


@dataclass(frozen=True)
class Margin:
    """The frame's corner and size in world units."""

    left: int
    top: int
    width: int
    height: int


def margin(
    below: float, half: float, towns: Mapping[str, Label], forums: Mapping[str, Label]
) -> tuple[Margin | None, dict[str, Place], dict[str, Place]]:
    """Return the frame and the places in it, in rows at most twice ``half`` wide; no frame where nothing is loose."""
    if not towns and not forums:
        return None, {}, {}
    top, y = round(below), round(below) + _HEAD
    found: tuple[dict[str, Place], dict[str, Place]] = ({}, {})
    widest = float(_NARROWEST)
    for row in _rows([*((0, *one) for one in towns.items()), *((1, *one) for one in forums.items())], 2 * half):
        high = _FORUM_ROW if any(kind for kind, _, _ in row) else _TOWN_ROW
        room = sum(_room(text) for _, _, text in row)
        x = -room / 2
        for kind, key, text in row:
            # A forum's circle stands high in the row, as its name hangs under it.
            found[kind][key] = round(x + _room(text) / 2), round(y + (18 if kind else _TOWN_ROW / 2 - 8))
            x += _room(text)
        y += high
        widest = max(widest, room)
    width = round(widest) + 40
    return Margin(-width // 2, top, width, y - top), *found


Item = tuple[int, str, "Label"]  # 0 a municipality, 1 a forum; its key; its name


def _room(text: Label) -> float:
    return max(text.width + 40, _LEAST)


def _rows(items: Sequence[Item], width: float) -> list[list[Item]]:
    rows: list[list[Item]] = []
    for item in items:
        if not rows or sum(_room(text) for _, _, text in [*rows[-1], item]) > max(width, _NARROWEST):
            rows.append([])
        rows[-1].append(item)
    return rows
