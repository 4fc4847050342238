"""A form to be filled in, as plain values: it knows no spreadsheet format, and nothing of what is asked.

Whoever draws a form and whoever reads it filled in take its columns from here.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The columns of a sheet. The first three are hidden: the id of a line, and what its two cells held when it was made.
ID, CHOICE_MADE, REMARK_MADE, TEXT, CHOICE, REMARK, APART = "ABCDEFG"

HEAD_ROWS = 3  # title, notes, heads: they are repeated on every page


@dataclass(frozen=True)
class Heading:
    """A line that stands above others; ``strong`` above other headings too."""

    text: str
    strong: bool


@dataclass(frozen=True)
class Entry:
    """A line with a cell for one of the choices and one for a remark; ``apart`` stands beside them, set off."""

    id: str
    text: str
    choice: str
    remark: str
    apart: str


@dataclass(frozen=True)
class Choices:
    """The words to choose from, each with its colour, and what is said of another word."""

    colours: dict[str, str]
    wrong_title: str
    wrong: str


@dataclass(frozen=True)
class Form:
    """One sheet. ``keys`` are kept out of sight for whoever reads it back: the kind of form, whose it is, of when.

    ``heads`` are those of the four columns in sight.
    """

    name: str
    keys: tuple[str, str, str]
    title: str
    notes: str
    heads: tuple[str, str, str, str]
    lines: tuple[Heading | Entry, ...]
    choices: Choices


@dataclass(frozen=True)
class Typed:
    """What stands in a cell; ``wrong`` says why it cannot be taken as text: formula or error."""

    text: str
    wrong: str = ""


@dataclass(frozen=True)
class Filled:
    """A row of a sheet that says anything in the columns of a form; ``row`` counts from 1."""

    row: int
    id: str
    made: tuple[str, str]
    choice: Typed
    remark: Typed


@dataclass(frozen=True)
class FilledSheet:
    """A sheet as it was read: its keys, and the rows below its head; ``last`` is the last that holds anything."""

    name: str
    keys: tuple[str, str, str]
    rows: tuple[Filled, ...]
    last: int
