"""Sheets become an Excel workbook, the same bytes from the same data; it knows nothing of what the sheets say."""

from __future__ import annotations

import io
import re
import zipfile
from copy import copy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from forumgraph.maps.branding import Branding
from forumgraph.maps.companions.sheet import Cell
from forumgraph.maps.companions.sheets import sheets
from forumgraph.maps.look import STATUS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from forumgraph.maps.companions.sheet import Line, Sheet, Value
    from forumgraph.maps.model import MapData

Dressed = dict[tuple[str, bool], Any]
"""The styles made so far, by how a cell looks and whether it holds a text."""

LONGEST = 32_000  # letters of a cell; Excel takes 32,767 and openpyxl would cut there without a word
_A4 = 9
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as the letter A


def workbook(data: MapData, language: str, branding: Branding | None = None) -> bytes:
    """Return the workbook that stands beside the page: the same facts, to be filtered and counted."""
    from openpyxl import Workbook  # noqa: PLC0415 - half a second that only the files need

    book = Workbook()
    book.remove(book.worksheets[0])
    dressed: Dressed = {}
    for each in sheets(data, language, branding or Branding()):
        _fill(book.create_sheet(each.name), each, dressed)
    return _packed(book, _moment(data.as_of))


def _moment(as_of: str) -> datetime:
    """Return the date that the file bears: that of the data, as the clock would make every file another one."""
    year, month, day = (int(part) for part in f"{as_of}-01-01".split("-")[:3])
    return datetime(max(year, 1980), month, day, tzinfo=UTC)  # a zip file knows no earlier year


def _fill(page: Worksheet, sheet: Sheet, dressed: Dressed) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    _write(page, 1, tuple(Cell(each.head, "head") for each in sheet.columns), dressed)
    for number, line in enumerate(sheet.lines, 2):
        _write(page, number, line, dressed)
    end = max(2, len(sheet.lines) + 1)
    for number, line in enumerate(sheet.below, end + 2):
        _write(page, number, line, dressed)
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{end}"
    _for_print(page)


def _for_print(page: Worksheet) -> None:
    """Set A4 across, as wide as the paper, the head on every page, and the page's number at the foot."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.page_margins.left = page.page_margins.right = 0.4
    page.HeaderFooter.oddFooter = HeaderFooterItem(_HeaderFooterPart("&A"), None, _HeaderFooterPart("&P / &N"))


def _write(page: Worksheet, number: int, line: Line, dressed: Dressed) -> None:
    for column, given in enumerate(line, 1):
        value, look = (given.value, given.look) if isinstance(given, Cell) else (given, "")
        cell = page.cell(number, column)
        if value is not None and value != "":
            _put(cell, value)
        if value is not None or look:
            _dress_once(cell, look, dressed)


def _put(cell: ExcelCell | MergedCell, value: Value) -> None:
    """Set a value; a text stays one, also where it looks like a formula, a number or an error of Excel's."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = readable(value)
    cell.data_type = "s"


def readable(text: str) -> str:
    """Return a text as a cell can hold it: what XML refuses is shown, and what is too long says that it was cut."""
    shown = _CONTROL.sub(_visible, text.replace("\r\n", "\n").replace("\r", "\n"))
    shown = _ESCAPE.sub("_x005F_", shown)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} … (+{len(shown) - LONGEST})"


def _visible(found: re.Match[str]) -> str:
    number = ord(found[0])
    return chr(0x2400 + number) if number < 0x20 else f"\\u{number:04x}"  # noqa: PLR2004 - the control pictures


def _dress_once(cell: ExcelCell | MergedCell, look: str, dressed: Dressed) -> None:
    """Dress a cell as the last one of its kind: openpyxl takes half a minute to compare the styles of a country."""
    made: Any = cell  # the types of openpyxl leave out where a cell keeps its style
    text = cell.data_type == "s"
    if (look, text) not in dressed:
        _dress(cell, look)
        cell.quotePrefix = text  # so that it stays a text when somebody clicks into the cell and out again
        dressed[look, text] = made._style
    else:
        made._style = copy(dressed[look, text])


def _dress(cell: ExcelCell | MergedCell, look: str) -> None:
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
        cell.fill = _solid("#e3e5e8")
    if look in STATUS:
        _as_status(cell, look)


def _as_status(cell: ExcelCell | MergedCell, status: str) -> None:
    from openpyxl.styles import Border, Font, Side  # noqa: PLC0415

    wanted = STATUS[status]
    style: Any = "thin" if not wanted.dashes else "dotted" if wanted.dashes[0] < 4 else "dashed"  # noqa: PLR2004
    side = Side(style, _argb(wanted.line))
    cell.font = Font(color=_argb(wanted.text))
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    if wanted.fill != "#ffffff":
        cell.fill = _solid(wanted.fill)


def _solid(colour: str) -> Any:
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    return PatternFill("solid", start_color=_argb(colour))


def _argb(colour: str) -> str:
    return f"FF{colour.lstrip('#').upper()}"


def _packed(book: Workbook, moment: datetime) -> bytes:
    """Return the file with one date throughout; openpyxl itself writes the clock's into it when it saves."""
    book.properties.creator = "forumgraph"
    book.properties.created = moment.replace(tzinfo=None)
    raw, packed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return packed.getvalue()
