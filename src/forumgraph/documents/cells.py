"""Cells of a workbook: a text stays a text, whatever it looks like; colours; and the same bytes from the same data."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from forumgraph.documents.sheet import Value

LONGEST = 32_000  # letters of a cell; Excel takes 32,767 and openpyxl would cut there without a word
_A4 = 9
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as the letter A


def put(cell: ExcelCell | MergedCell, value: Value) -> None:
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


def solid(colour: str) -> Any:
    """Return the fill of a cell; colours are written as #rrggbb."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    return PatternFill("solid", start_color=argb(colour))


def argb(colour: str) -> str:
    """Return a colour as the format has it."""
    return f"FF{colour.lstrip('#').upper()}"


def packed(book: Workbook, moment: datetime) -> bytes:
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


def moment(as_of: str) -> datetime:
    """Return the date that the file bears: that of the data, as the clock would make every file another one."""
    year, month, day = (int(part) for part in f"{as_of}-01-01".split("-")[:3])
    return datetime(max(year, 1980), month, day, tzinfo=UTC)  # a zip file knows no earlier year


def for_print(page: Worksheet, head: str) -> None:
    """Set A4 across, as wide as the paper, the rows of ``head`` (as 1:3) on every page, its number at the foot."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = head
    page.page_margins.left = page.page_margins.right = 0.4
    page.HeaderFooter.oddFooter = HeaderFooterItem(_HeaderFooterPart("&A"), None, _HeaderFooterPart("&P / &N"))
