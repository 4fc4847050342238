"""Sheets become an Excel workbook, the same bytes from the same data; it knows nothing of what the sheets say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from forumgraph.documents.cells import argb, for_print, moment, packed, put, solid
from forumgraph.documents.sheet import Cell

if TYPE_CHECKING:
    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from forumgraph.documents.sheet import Line, Sheet


class Look(Protocol):
    """Fill, border, text colour and the border's dashes (empty: unbroken)."""

    @property
    def fill(self) -> str: ...  # noqa: D102 - said above

    @property
    def line(self) -> str: ...  # noqa: D102

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def dashes(self) -> tuple[int, ...]: ...  # noqa: D102


@dataclass(frozen=True)
class _Wardrobe:
    """How cells look by a key, and the styles made so far: by how a cell looks and whether it holds a text."""

    looks: Mapping[str, Look]
    made: dict[tuple[str, bool], Any] = field(default_factory=dict)


def workbook(sheets: Iterable[Sheet], as_of: str, looks: Mapping[str, Look]) -> bytes:
    """Return the file of some sheets, which bears the date ``as_of``; cells may look like one of ``looks``."""
    from openpyxl import Workbook  # noqa: PLC0415 - half a second that only the files need

    book = Workbook()
    book.remove(book.worksheets[0])
    wardrobe = _Wardrobe(looks)
    for each in sheets:
        _fill(book.create_sheet(each.name), each, wardrobe)
    return packed(book, moment(as_of))


def _fill(page: Worksheet, sheet: Sheet, wardrobe: _Wardrobe) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    _write(page, 1, tuple(Cell(each.head, "head") for each in sheet.columns), wardrobe)
    for number, line in enumerate(sheet.lines, 2):
        _write(page, number, line, wardrobe)
    end = max(2, len(sheet.lines) + 1)
    for number, line in enumerate(sheet.below, end + 2):
        _write(page, number, line, wardrobe)
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{end}"
    for_print(page, "1:1")


def _write(page: Worksheet, number: int, line: Line, wardrobe: _Wardrobe) -> None:
    for column, given in enumerate(line, 1):
        value, look = (given.value, given.look) if isinstance(given, Cell) else (given, "")
        cell = page.cell(number, column)
        if value is not None and value != "":
            put(cell, value)
        if value is not None or look:
            _dress_once(cell, look, wardrobe)


def _dress_once(cell: ExcelCell | MergedCell, look: str, wardrobe: _Wardrobe) -> None:
    """Dress a cell as the last one of its kind: openpyxl takes half a minute to compare the styles of a country."""
    made: Any = cell  # the types of openpyxl leave out where a cell keeps its style
    text = cell.data_type == "s"
    if (look, text) not in wardrobe.made:
        _dress(cell, look, wardrobe.looks)
        cell.quotePrefix = text  # so that it stays a text when somebody clicks into the cell and out again
        wardrobe.made[look, text] = made._style
    else:
        made._style = copy(wardrobe.made[look, text])


def _dress(cell: ExcelCell | MergedCell, look: str, looks: Mapping[str, Look]) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

    plain = look == "note"  # a sentence below the table runs on over the columns beside it
    cell.alignment = Alignment(vertical="top", wrap_text=not plain)
    if look in ("strong", "head"):
        cell.font = Font(bold=True)
    if look == "note":
        cell.font = Font(italic=True)
    if look == "share":
        cell.number_format = "0%"
    if look == "head":
        cell.border = Border(bottom=Side("medium"))
        cell.fill = solid("#e3e5e8")
    if look in looks:
        _as_look(cell, looks[look])


def _as_look(cell: ExcelCell | MergedCell, wanted: Look) -> None:
    from openpyxl.styles import Border, Font, Side  # noqa: PLC0415

    style: Any = "thin" if not wanted.dashes else "dotted" if wanted.dashes[0] < 4 else "dashed"  # noqa: PLR2004
    side = Side(style, argb(wanted.line))
    cell.font = Font(color=argb(wanted.text))
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    if wanted.fill != "#ffffff":
        cell.fill = solid(wanted.fill)
