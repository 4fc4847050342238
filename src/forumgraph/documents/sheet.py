"""A sheet of the workbook as plain values: it knows no words of the catalogue and no spreadsheet format."""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int | float | None


@dataclass(frozen=True)
class Cell:
    """A value with how it looks: a status' key, ``share``, ``strong`` or ``note``."""

    value: Value
    look: str


@dataclass(frozen=True)
class Column:
    """The head of a column and its width in letters."""

    head: str
    width: int


Line = tuple[Value | Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A name, columns and lines; ``below`` stands under the table with a line between, out of the filter's reach."""

    name: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    below: tuple[Line, ...] = field(default=())
    frozen: int = 1  # columns that stay in sight
