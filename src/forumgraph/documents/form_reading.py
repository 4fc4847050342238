"""A filled form, read from an Excel workbook as plain values: every cell as the text that people see in it."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
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

_SEALED = b"\xd0\xcf\x11\xe0"  # how a workbook with a password begins, and one of before 2007
_ENCRYPTED = 1  # the flag of a part of a zip file


class NotAWorkbook(Exception):
    """The file is no Excel workbook or cannot be opened: ``why`` is a word for it, ``detail`` what was met."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why = why
        self.detail = detail


def read_forms(path: Path) -> tuple[FilledSheet, ...]:
    """Return the sheets of a workbook; raise NotAWorkbook, or OSError where the file cannot be read at all."""
    content = path.read_bytes()
    if content.startswith(_SEALED):
        raise NotAWorkbook("sealed")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep: nothing is written back
            return _sheets(content)
    except (MemoryError, NotAWorkbook):
        raise
    except Exception as error:  # what a broken file meets on its way through the libraries has no end of kinds
        raise NotAWorkbook("damaged", f"{type(error).__name__}: {error}") from error


def _sheets(content: bytes) -> tuple[FilledSheet, ...]:
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that only the files need

    with zipfile.ZipFile(io.BytesIO(content)) as file:
        if any(part.flag_bits & _ENCRYPTED for part in file.infolist()):
            raise NotAWorkbook("sealed")
    book = load_workbook(io.BytesIO(content))
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
