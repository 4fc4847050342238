"""A form as a workbook: drawn, opened as a spreadsheet program does, filled in, and read back."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from forumgraph.documents.form_drawing import form_workbook, sheet_name
from forumgraph.documents.form_reading import NotAWorkbook, read_forms
from forumgraph.documents.forms import Choices, Entry, Form, Heading

CHOICES = Choices({"grøn": "#bfe3c0", "rød": "#f4b9b3"}, "Vælg", "Kun grøn eller rød.")
LINES = (
    Heading("Tema", strong=True),
    Entry("a", "Have et forum", "grøn", '=HYPERLINK("x")', "gul: +45"),
    Entry("b", "Mødes", "", "", ""),
)
FORM = Form("Ærø", ("form-1", "0492", "2016"), "=Titel", "Noter", ("Hvad", "Farve", "Note", "Apart"), LINES, CHOICES)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def written(tmp_path: Path, **cells: Any) -> Path:
    """The form with some cells filled in, as a file."""
    book = opened(form_workbook([FORM], "2016-12-31"))
    for place, value in cells.items():
        book["Ærø"][place] = value
    book.save(tmp_path / "form.xlsx")
    return tmp_path / "form.xlsx"


def test_the_two_cells_of_a_line_can_be_filled_in_and_everything_else_is_locked_without_a_password() -> None:
    page = opened(form_workbook([FORM], "2016-12-31"))["Ærø"]
    free = [cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked]
    assert free == ["E5", "F5", "E6", "F6"]
    assert (page.protection.sheet, page.protection.password) == (True, None)
    (rule,) = page.data_validations.dataValidation
    assert (str(rule.sqref), rule.type, rule.formula1, rule.allow_blank) == ("E4:E6", "list", '"grøn,rød"', True)


def test_ids_are_out_of_sight_and_the_head_is_repeated_on_a4_paper() -> None:
    page = opened(form_workbook([FORM], "2016-12-31"))["Ærø"]
    assert [page.column_dimensions[column].hidden for column in "ABCDEFG"] == [True] * 3 + [False] * 4
    assert page.print_title_rows == "$1:$3"
    assert (page.page_setup.paperSize, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (9, 1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_no_text_of_people_is_a_formula() -> None:
    page = opened(form_workbook([FORM], "2016-12-31"))["Ærø"]
    texts = {cell.coordinate: cell for row in page.iter_rows() for cell in row if cell.value is not None}
    assert {cell.data_type for cell in texts.values()} == {"s"}
    assert (texts["F5"].value, texts["D1"].value) == ('=HYPERLINK("x")', "=Titel")
    assert texts["F5"].quotePrefix, "it stays a text when somebody clicks into the cell and out again"


def test_the_same_form_makes_the_same_bytes() -> None:
    assert form_workbook([FORM], "2016-12-31") == form_workbook([FORM], "2016-12-31")


@pytest.mark.parametrize(
    ("name", "taken", "made"),
    [
        ("Ærø", [], "Ærø"),
        ("A/B: [c]*?", [], "A-B- -c---"),
        ("x" * 40, ["X" * 31], "x" * 29 + " 2"),
        ("", [], "-"),
    ],
)
def test_every_sheet_has_a_name_that_excel_takes(name: str, taken: list[str], made: str) -> None:
    assert sheet_name(name, taken) == made


def test_what_was_filled_in_is_read_with_its_row_and_what_stood_there(tmp_path: Path) -> None:
    (sheet,) = read_forms(written(tmp_path, E5=" Rød ", E6="grøn", F6=12.0))
    assert (sheet.name, sheet.keys, sheet.last) == ("Ærø", ("form-1", "0492", "2016"), 6)
    first, second = sheet.rows
    assert (first.row, first.id, first.made) == (5, "a", ("grøn", '=HYPERLINK("x")'))
    assert (first.choice.text, first.remark.text) == ("Rød", '=HYPERLINK("x")')
    assert (second.choice.text, second.remark.text) == ("grøn", "12")


@pytest.mark.parametrize(
    ("value", "text", "wrong"),
    [
        (dt.date(2016, 2, 1), "2016-02-01", ""),
        (2.5, "2.5", ""),
        (True, "True", ""),
        ("=SUM(A1)", "", "formula"),
        ("#N/A", "", "error"),
        ("første\nanden", "første\nanden", ""),
        ("før\u2028efter\x7f", "før\nefter", ""),
    ],
)
def test_a_cell_is_the_text_that_people_see_in_it(value: Any, text: str, wrong: str, tmp_path: Path) -> None:
    (sheet,) = read_forms(written(tmp_path, F6=value))
    remark = next(row.remark for row in sheet.rows if row.row == 6)
    assert (remark.text, remark.wrong) == (text, wrong)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"a,b\n1,2\n"], ids=["empty", "a broken zip", "text"])
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(content)
    with pytest.raises(NotAWorkbook):
        read_forms(tmp_path / "form.xlsx")
