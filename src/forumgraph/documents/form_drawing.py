"""Forms become an Excel workbook: words to choose from, a cell for a remark, and everything else protected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from forumgraph.documents.cells import argb, for_print, moment, packed, put, solid
from forumgraph.documents.forms import (
    APART,
    CHOICE,
    CHOICE_MADE,
    HEAD_ROWS,
    ID,
    REMARK,
    REMARK_MADE,
    TEXT,
    Choices,
    Entry,
    Form,
    Heading,
)

if TYPE_CHECKING:
    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

_HIDDEN = (ID, CHOICE_MADE, REMARK_MADE)
_SHOWN = (TEXT, CHOICE, REMARK, APART)
_WIDTHS = dict(zip(_SHOWN, (58, 13, 52, 38), strict=True))
_LINE = 15  # points of a line of text
_HIGHEST = 405  # points of a row; the format has no more than 409
_WIDER = 1.1  # words that do not fit go to the next line whole
_GREY, _PALE, _SOFT = "#e3e5e8", "#f3f6f9", "#4d545b"
_LONGEST_NAME = 31  # letters of a sheet's name
_TOO_WIDE = 255  # letters of the words to choose from, in Excel


def form_workbook(forms: Iterable[Form], as_of: str) -> bytes:
    """Return the file of some forms, a sheet each; the same bytes from the same forms."""
    from openpyxl import Workbook  # noqa: PLC0415 - half a second that only the files need

    book = Workbook()
    book.remove(book.worksheets[0])
    for form in forms:
        _draw(book.create_sheet(sheet_name(form.name, book.sheetnames)), form)
    return packed(book, moment(as_of))


def sheet_name(name: str, taken: Iterable[str]) -> str:
    """Return a name that Excel takes for a sheet and that no other sheet has."""
    plain = "".join("-" if sign in "[]:*?/\\'" or not sign.isprintable() else sign for sign in name) or "-"
    used = {each.casefold() for each in taken}
    numbers = ("", *(f" {n}" for n in range(2, len(used) + 3)))
    return next(made for n in numbers if (made := plain[: _LONGEST_NAME - len(n)] + n).casefold() not in used)


def _draw(page: Worksheet, form: Form) -> None:
    for column, key in zip(_HIDDEN, form.keys, strict=True):
        _write(page, f"{column}1", key)
    _title(page, form)
    for number, line in enumerate(form.lines, HEAD_ROWS + 1):
        if isinstance(line, Heading):
            _heading(page, number, line)
        else:
            _entry(page, number, line)
    last = HEAD_ROWS + len(form.lines)
    _choices(page, f"{CHOICE}{HEAD_ROWS + 1}:{CHOICE}{last}", form.choices)
    _columns(page)
    _protect(page)
    for_print(page, f"1:{HEAD_ROWS}")
    page.page_margins.top, page.page_margins.bottom = 0.4, 0.6  # inches


def _write(page: Worksheet, place: str, text: str, **looks: Any) -> ExcelCell:
    """Write a text, which stays one when somebody clicks into the cell and out again."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    cell: ExcelCell = page[place]
    if text:
        put(cell, text)
    cell.quotePrefix = bool(text)
    cell.font = Font(
        name="Calibri",
        bold=looks.get("bold"),
        italic=looks.get("italic"),
        size=looks.get("size", 11),
        color=argb(looks.get("colour", "#000000")),
    )
    cell.alignment = Alignment(vertical="top", wrap_text=looks.get("wrap", True), horizontal=looks.get("across"))
    if looks.get("fill"):
        cell.fill = solid(looks["fill"])
    return cell


def _title(page: Worksheet, form: Form) -> None:
    _write(page, f"{TEXT}1", form.title, bold=True, size=14, wrap=False)
    _write(page, f"{TEXT}2", form.notes)
    page.merge_cells(f"{TEXT}2:{APART}2")
    page.row_dimensions[1].height = 1.5 * _LINE
    page.row_dimensions[2].height = _LINE * _lines(form.notes, sum(_WIDTHS.values()))
    for column, head in zip(_SHOWN, form.heads, strict=True):
        _framed(_write(page, f"{column}{HEAD_ROWS}", head, bold=True, fill=_GREY))
    page.row_dimensions[HEAD_ROWS].height = _height(form.heads, 1)


def _heading(page: Worksheet, number: int, line: Heading) -> None:
    for column in _SHOWN:
        text = line.text if column == TEXT else ""
        _write(
            page,
            f"{column}{number}",
            text,
            bold=True,
            size=12 if line.strong else 11,
            fill=_GREY if line.strong else _PALE,
            wrap=False,
        )


def _entry(page: Worksheet, number: int, line: Entry) -> None:
    from openpyxl.styles import Protection  # noqa: PLC0415

    for column, text in zip(_HIDDEN, (line.id, line.choice, line.remark), strict=True):
        _write(page, f"{column}{number}", text)
    _framed(_write(page, f"{TEXT}{number}", line.text))
    for column, text, across in ((CHOICE, line.choice, "center"), (REMARK, line.remark, None)):
        cell = _framed(_write(page, f"{column}{number}", text, across=across))
        cell.protection = Protection(locked=False)
    _framed(_write(page, f"{APART}{number}", line.apart, italic=True, colour=_SOFT, fill=_PALE))
    page.row_dimensions[number].height = _height((line.text, line.choice, line.remark, line.apart), 2)


def _height(texts: tuple[str, str, str, str], least: int) -> int:
    """Return the points that the texts of the columns in sight need: not every program sees to it."""
    lines = (_lines(text, width) for text, width in zip(texts, _WIDTHS.values(), strict=True))
    return min(_HIGHEST, _LINE * max(least, *lines))


def _lines(text: str, width: int) -> int:
    return sum(1 + int(len(line) * _WIDER / width) for line in text.split("\n"))


def _framed(cell: ExcelCell) -> ExcelCell:
    from openpyxl.styles import Border, Side  # noqa: PLC0415

    side = Side("thin", argb("#8b959f"))
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    return cell


def _choices(page: Worksheet, cells: str, choices: Choices) -> None:
    """Let the cells take one of the words or nothing; the colour repeats the word."""
    from openpyxl.formatting.rule import CellIsRule  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    listed = ",".join(choices.colours)
    if len(listed) > _TOO_WIDE:
        raise ValueError(f"the words to choose from are too long for Excel: {listed}")
    rule = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = choices.wrong_title, choices.wrong
    rule.add(cells)
    page.add_data_validation(rule)
    same: Any = CellIsRule  # it has no types
    for word, colour in choices.colours.items():
        page.conditional_formatting.add(cells, same("equal", [f'"{word}"'], fill=_filling(colour)))


def _filling(colour: str) -> Any:
    """Return the fill of a rule, for which the format has the colour at the other end than for a cell."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    return PatternFill("solid", start_color=argb(colour), end_color=argb(colour))


def _columns(page: Worksheet) -> None:
    for column in _HIDDEN:
        page.column_dimensions[column].hidden = True
    for column, width in _WIDTHS.items():
        page.column_dimensions[column].width = width
    page.freeze_panes = f"{CHOICE}{HEAD_ROWS + 1}"


def _protect(page: Worksheet) -> None:
    """Protect without a password, against slips and not against people; rows may be made higher, columns wider."""
    page.protection.sheet = True
    page.protection.formatRows = page.protection.formatColumns = False  # in the format, False is what is allowed
