"""Fits tables to a width: breaks lines at words, spreads a matrix over several tables, says when a row needs lines.

It knows columns of a terminal, not what stands in them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from forumgraph.reports.report import Cell, Table

GAP = 2  # columns between two columns of a table
_LONGEST = 25  # columns that one word may claim for itself; a longer one is broken where the page is narrow
_TALLEST = 9  # lines that a cell may take; where one would take more, rows are written line by line instead

_WORDS = re.compile(r"( *)([^ ]+)")  # the spaces before a word, and the word
_PARTS = re.compile(r"( *)([^ ]+?(?:(?<=[^\W\d_]{2}-)(?=[^\W\d_])|(?= )|$))")  # the same, a hyphen ending a part

_JOINTS = ":,;/"  # after which a word that is too long is broken rather than anywhere


def text_of(cell: Cell | str) -> str:
    """Return the words of a cell."""
    return cell.text if isinstance(cell, Cell) else cell


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    from rich.cells import cell_len  # noqa: PLC0415 - only tables need it

    return cell_len(text)


def fitted(table: Table, room: int) -> list[tuple[Table, list[int] | None]]:
    """Return the tables that a table is drawn as, each with the widths of its columns; None where rows need lines."""
    if not table.rows:
        return []
    table = _without_empty(table)
    if table.splits:
        return [(part, _natural(part, room)) for part in _parts(table, room)]
    return [(table, _widths(table, room))]


def _without_empty(table: Table) -> Table:
    """Leave out the columns that say nothing in any row."""
    kept = [each for each, column in enumerate(zip(*table.rows, strict=True)) if any(map(text_of, column))]
    return _picked(table, kept)


def _picked(table: Table, kept: list[int]) -> Table:
    rows = tuple(tuple(row[each] for each in kept) for row in table.rows)
    return replace(table, head=tuple(table.head[each] for each in kept), rows=rows)


def _parts(table: Table, room: int) -> list[Table]:
    """Spread a matrix over several tables with the same first column, as many columns in each as fit."""
    widths = _natural(table, room)
    groups: list[list[int]] = []
    left = 0
    for column in range(1, len(table.head)):
        if not groups or widths[column] + GAP > left:
            groups.append([])
            left = room - widths[0]
        groups[-1].append(column)
        left -= widths[column] + GAP
    return [_part(table, group, first=group is groups[0]) for group in groups]


def _part(table: Table, group: list[int], *, first: bool) -> Table:
    return replace(_picked(table, [0, *group]), title=table.title if first else "")


def _natural(table: Table, room: int) -> list[int]:
    """Return the widths of columns whose cells stay whole; heads are broken between words where that saves room."""
    cells = [max(columns(text_of(cell)) for cell in column) for column in zip(*table.rows, strict=True)]
    whole = [max(each, columns(name)) for each, name in zip(cells, table.head, strict=True)]
    if sum(whole) + GAP * (len(whole) - 1) <= room:
        return whole
    return [max(each, *map(columns, _words(name) or [""])) for each, name in zip(cells, table.head, strict=True)]


def _widths(table: Table, room: int) -> list[int] | None:
    """Return widths in which no word is broken and no cell is too tall; None where the room is too small."""
    rows = [table.head, *table.rows]
    wanted = [max(1, *map(_whole, column)) for column in zip(*rows, strict=True)]
    least = [max(1, *map(_least, column)) for column in zip(*rows, strict=True)]
    room -= GAP * (len(wanted) - 1)
    if sum(least) > room:
        return None
    found = _share(wanted, least, [sum(map(_whole, column)) for column in zip(*rows, strict=True)], room)
    tallest = max(len(wrapped(text_of(cell), width)) for row in rows for cell, width in zip(row, found, strict=True))
    return found if tallest <= _TALLEST or len(found) <= 2 else None  # noqa: PLR2004 - a name and its text


def _share(wanted: list[int], least: list[int], weights: list[int], room: int) -> list[int]:
    """Give every column the least it needs, then what is left one by one where it saves the most lines."""
    found = list(least)
    for _ in range(min(room, sum(wanted)) - sum(found)):
        saved = [
            weight / (width * width) if width < most else 0
            for weight, width, most in zip(weights, found, wanted, strict=True)
        ]
        found[saved.index(max(saved))] += 1
    return found


def _whole(cell: Cell | str) -> int:
    return max(map(columns, text_of(cell).split("\n")))


def _least(cell: Cell | str) -> int:
    """A cell with a style is one sign and its word, and stays whole."""
    if isinstance(cell, Cell):
        return columns(cell.text)
    return min(_LONGEST, max(map(columns, _words(cell)), default=0))


def _words(text: str) -> list[str]:
    """Return the parts of a text that a line may not break; a hyphen stays with the part before it."""
    return [word for line in text.split("\n") for _, word in _PARTS.findall(line)]


def wrapped(text: str, width: int, *, hyphens: bool = True) -> list[str]:
    """Return a text as lines of at most ``width`` columns, broken between words (and after hyphens) where it can be."""
    return [part for line in text.split("\n") for part in _line(line, max(width, 1), _PARTS if hyphens else _WORDS)]


def flowing(text: str, room: int | None, indent: str = "") -> list[str]:
    """Return sentences as lines, those after the first indented; words and paths stay whole. Without room, one line."""
    import textwrap  # noqa: PLC0415 - only sentences need it

    if room is None:
        return [text]
    return textwrap.wrap(text, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]


def _line(text: str, width: int, parts: re.Pattern[str]) -> list[str]:
    if columns(text) <= width:
        return [text]
    lines = [""]
    for gap, word in parts.findall(text):
        if lines[-1].strip() and columns(lines[-1] + gap + word) > width:
            lines.append(word)
        else:
            lines[-1] += gap + word
        while columns(lines[-1]) > width:
            lines[-1:] = _broken(lines[-1], width)
    return lines


def _broken(word: str, width: int) -> list[str]:
    """Return a word that no line can hold as what fits and what is left; of a citation the numbers stay whole."""
    at = 1
    while at < len(word) and columns(word[: at + 1]) <= width:
        at += 1
    sign = max(word.rfind(sign, at // 2, at) for sign in _JOINTS)
    at = sign + 1 if sign >= 0 else at
    return [word[:at], word[at:]]
