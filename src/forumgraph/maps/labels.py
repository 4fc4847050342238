"""Names cut into lines that fit the map, and the room they take in world units; it measures no real font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# World units. The browser draws letters at these sizes and never below a readable number of pixels.
MUNICIPALITY_FONT = 20
FORUM_FONT = 15
LINE = 1.25  # line height, in font sizes
_LETTER = 0.58  # mean width of a letter, in font sizes; a little generous, as fonts differ between machines


@dataclass(frozen=True)
class Label:
    """Lines of text with the width and height that they take."""

    lines: tuple[str, ...]
    width: float
    height: float


def label(text: str, columns: int, rows: int, font: int) -> Label:
    """Return the text on at most ``rows`` lines of about ``columns`` letters, with … where something is left out.

    A word is broken only where it alone is longer than a line and a half: Danish compounds broken at a wrong place
    are hard to read.
    """
    lines = _lines(text, columns, rows)
    return Label(tuple(lines), text_width(lines, font), len(lines) * font * LINE)


def text_width(lines: list[str] | tuple[str, ...], font: int) -> float:
    """Return the width of the longest line, in world units."""
    return max((len(line) for line in lines), default=0) * font * _LETTER


def ends(text: str, lines: Sequence[str]) -> list[int] | None:
    """Return how many letters of the text each of its lines has, below 0 where … stands for the rest.

    None where a line is no part of the text. The page cuts the text anew.
    """
    found, start = [], 0
    for line in lines:
        cut = line[:-1] if line.endswith("…") and not text.startswith(line, start) else ""
        if not text.startswith(cut or line, start):
            return None
        found.append(-len(cut) or len(line))
        start += abs(found[-1]) + 1  # the space between two lines stands in neither
    return found


def _lines(text: str, columns: int, rows: int) -> list[str]:
    lines = [""]
    for word in _words(text, columns):
        wider = f"{lines[-1]} {word}".strip()
        if len(wider) <= columns or not lines[-1]:
            lines[-1] = wider
        elif len(lines) == rows:
            lines[-1] = f"{wider[: columns - 1].rstrip(' ,;:–-')}…"
            break
        else:
            lines.append(word)
    return lines


def _words(text: str, columns: int) -> list[str]:
    longest = columns * 3 // 2
    whole = text[: columns * 40].split()  # more than any label shows
    return [word if len(word) <= longest else f"{word[: columns - 1]}…" for word in whole]
