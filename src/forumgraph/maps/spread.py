"""Moves boxes apart until none lies on another; it knows nothing of what the boxes hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS = 1000  # patience: 22 municipalities with 100 fora need some 40
_TOUCH = 3  # an overlap that nobody sees, as boxes hold more air than that


@dataclass
class Box:
    """A rectangle by its centre. Mutable: ``spread`` moves it."""

    x: float
    y: float
    width: float
    height: float


def spread(boxes: list[Box], keep: Callable[[Box], None]) -> bool:
    """Move the boxes until none overlap; ``keep`` moves a box back to where it may be. Return whether that succeeded.

    Each pair is pushed apart, half each, along the way that is shorter as a share of their size: names are wider than
    high, and in plain units a crowd would only ever grow up and down. The order of the boxes decides all ties.
    """
    for _ in range(_ROUNDS):
        for box in boxes:
            keep(box)
        if not any([_pushed(one, other) for one, other in _near(boxes)]):  # noqa: C419  (every pair is to be pushed)
            return True
    return False


def _near(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Return the pairs that may overlap, found by a sweep from left to right."""
    widest = max((box.width for box in boxes), default=0.0)
    ordered = sorted(boxes, key=lambda box: box.x)  # sorted() is stable: equals keep their order
    pairs = []
    for index, box in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.x - box.x >= (box.width + widest) / 2:
                break
            pairs.append((box, other))
    return pairs


def _pushed(left: Box, right: Box) -> bool:
    wide, high = (left.width + right.width) / 2, (left.height + right.height) / 2
    across, down = wide - abs(right.x - left.x), high - abs(right.y - left.y)
    if across <= _TOUCH or down <= _TOUCH:
        return False
    if across / wide < down / high:
        step = across / 2 if right.x >= left.x else -across / 2
        left.x -= step
        right.x += step
    else:
        step = down / 2 if right.y >= left.y else -down / 2
        left.y -= step
        right.y += step
    return True
