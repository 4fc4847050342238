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
    APART,
    CHOICE,
    CHOICE_MADE,
    HEAD_ROWS,
    ID,
    REMARK,
    REMARK_MADE,
    TEXT,
    Filled,
    FilledSheet,
    Typed,
)

if TYPE_CHECKING:
    from pathlib import Path

# Nobody types them: what no data file takes, and what turns the direction of the text around it.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_SEALED = b"\xd0\xcf\x11\xe0"  # how a workbook with a password begins, and one of before 2007
_ENCRYPTED = 1  # the flag of a part of a zip file
_LARGEST = 10_000_000  # bytes of a workbook when it is unpacked; a large form for all municipalities has a half
_MOST_ROWS = 2_000  # that hold anything; a form has a hundred

_COLUMNS = (ID, CHOICE_MADE, REMARK_MADE, TEXT, CHOICE, REMARK, APART)
_NOTHING = dict.fromkeys(_COLUMNS, Typed(""))


class NotAWorkbook(Exception):
    """The file is no Excel workbook or cannot be opened: ``why`` is a word for it, ``detail`` what was met."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why = why
        self.detail = detail


def read_forms(path: Path) -> tuple[FilledSheet, ...]:
    """Return the sheets of a workbook; raise NotAWorkbook, or OSError where the file cannot be read at all."""
    if path.stat().st_size > _LARGEST:
        raise NotAWorkbook("too_large")
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
    """Return the sheets; they are read row by row, as a page may have a million rows with nothing in them."""
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that only the files need

    _fit(content)
    book = load_workbook(io.BytesIO(content), read_only=True)
    return tuple(_sheet(page) for page in book.worksheets)


def _fit(content: bytes) -> None:
    """Refuse what cannot be opened, or would be far more than a form once it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = file.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise NotAWorkbook("sealed")
    if sum(part.file_size for part in parts) > _LARGEST:
        raise NotAWorkbook("too_large")


def _sheet(page: Any) -> FilledSheet:
    page.reset_dimensions()  # what a file says of its own size need not be so
    held = dict(_held(page))
    first = held.get(1, _NOTHING)
    rows = (_filled(number, cells) for number, cells in held.items() if number > HEAD_ROWS)
    keys = (first[ID].text, first[CHOICE_MADE].text, first[REMARK_MADE].text)
    return FilledSheet(page.title, keys, tuple(row for row in rows if row), max(held, default=0))


def _held(page: Any) -> Iterator[tuple[int, dict[str, Typed]]]:
    """Yield the number of each row that holds anything, and its cells by column."""
    rows = enumerate(page.iter_rows(max_col=len(_COLUMNS)), start=1)
    holding = ((number, cells) for number, cells in rows if any(cell.value is not None for cell in cells))
    for n, (number, cells) in enumerate(holding):
        if n == _MOST_ROWS:
            raise NotAWorkbook("too_large")
        yield number, dict(zip(_COLUMNS, map(_typed, cells), strict=True))


def _filled(number: int, cells: dict[str, Typed]) -> Filled | None:
    id_, choice, remark = (cells[column] for column in (ID, CHOICE, REMARK))
    if any((id_.text, choice.text, remark.text, choice.wrong, remark.wrong)):
        return Filled(number, id_.text, (cells[CHOICE_MADE].text, cells[REMARK_MADE].text), choice, remark)
    return None


def _typed(cell: Any) -> Typed:
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
