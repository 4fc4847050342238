"""A filled form, read from an Excel workbook as plain values: every cell as the text that people see in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from forumgraph.documents.forms import (
    CHOICE,
    CHOICE_MADE,
    HEAD_ROWS,
    ID,
    REMARK,
    REMARK_MADE,
    Filled,
    FilledSheet,
    Typed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet


_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]"
)  # nobody types them, and no data file takes them


class NotAWorkbook(Exception):
    """The file is no Excel workbook, or one that cannot be opened."""


def read_forms(path: Path) -> tuple[FilledSheet, ...]:
    """Return the sheets of a workbook; raise NotAWorkbook, or OSError where the file cannot be read at all."""
    import zipfile  # noqa: PLC0415
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - only its name

    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that only the files need
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    with path.open("rb") as file:
        try:
            book = load_workbook(file)
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError) as error:
            raise NotAWorkbook(str(error)) from error
    return tuple(_sheet(page) for page in book.worksheets)


def _sheet(page: Worksheet) -> FilledSheet:
    first, second, third = (_typed(page[f"{column}1"]).text for column in (ID, CHOICE_MADE, REMARK_MADE))
    return FilledSheet(page.title, (first, second, third), tuple(_rows(page)), page.max_row)


def _rows(page: Worksheet) -> Iterator[Filled]:
    for number in range(HEAD_ROWS + 1, page.max_row + 1):
        id_, choice_made, remark_made, choice, remark = (
            _typed(page[f"{column}{number}"]) for column in (ID, CHOICE_MADE, REMARK_MADE, CHOICE, REMARK)
        )
        if any((id_.text, choice.text, remark.text, choice.wrong, remark.wrong)):
            yield Filled(number, id_.text, (choice_made.text, remark_made.text), choice, remark)


def _typed(cell: ExcelCell) -> Typed:
    """Return the text of a cell; a formula is nobody's text, and an error is none either."""
    if cell.data_type == "f":
        return Typed("", "formula")
    if cell.data_type == "e":
        return Typed("", "error")
    lines = "\n".join(_text(cell.value).splitlines())  # every kind of line break is one
    return Typed(_INVISIBLE.sub("", lines).strip())


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
