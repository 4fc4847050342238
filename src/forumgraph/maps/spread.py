"""Moves boxes apart until none lies on another; it knows nothing of what the boxes hold."""

from __future__ import annotations

from dataclasses import dataclass

_ROUNDS = 300  # patience: 22 municipalities with 140 fora need some 40; what is wedged in stays where it is
_TOUCH = 3  # an overlap that nobody sees, as boxes hold more air than that


@dataclass
class Box:
    """A rectangle by its centre. Mutable: ``spread`` moves it, unless it is fixed."""

    x: float
    y: float
    width: float
    height: float
    fixed: bool = False


def spread(boxes: list[Box]) -> bool:
    """Move the boxes until none overlap but fixed ones; return whether that succeeded.

    Each pair is pushed apart, half each, along the way that is shorter as a share of their size: names are wider than
    high, and in plain units a crowd would only ever grow up and down. The order of the boxes decides all ties.
    """
    return any(not _round(boxes) for _ in range(_ROUNDS))


def _round(boxes: list[Box]) -> bool:
    """Push every pair that overlaps once; return whether any did."""
    return any([_pushed(one, other) for one, other in _near(boxes)])  # noqa: C419  (every pair is to be pushed)


def _near(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Return the pairs that may overlap, found by a sweep from left to right."""
    widest = max((box.width for box in boxes), default=0.0)
    ordered = sorted(boxes, key=lambda box: box.x)  # sorted() is stable: equals keep their order
    pairs = []
    for index, box in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.x - box.x >= (box.width + widest) / 2:
                break
            if not (box.fixed and other.fixed):
                pairs.append((box, other))
    return pairs


def _pushed(left: Box, right: Box) -> bool:
    wide, high = (left.width + right.width) / 2, (left.height + right.height) / 2
    across, down = wide - abs(right.x - left.x), high - abs(right.y - left.y)
    if across <= _TOUCH or down <= _TOUCH:
        return False
    mine, other = _shares(left, right)
    if across / wide < down / high:
        step = across if right.x >= left.x else -across
        left.x -= step * mine
        right.x += step * other
    else:
        step = down if right.y >= left.y else -down
        left.y -= step * mine
        right.y += step * other
    return True


def _shares(left: Box, right: Box) -> tuple[float, float]:
    """Return how much of the way each goes: what is fixed goes none of it."""
    if left.fixed:
        return 0.0, 1.0
    return (1.0, 0.0) if right.fixed else (0.5, 0.5)
