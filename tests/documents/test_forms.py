"""A form as a workbook: drawn, opened as a spreadsheet program does, filled in, and read back."""

from __future__ import annotations

import datetime as dt
import io
import re
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
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
        ("a\u202eb\u2066c\u200f\u061cd", "abcd", ""),
    ],
)
def test_a_cell_is_the_text_that_people_see_in_it(value: Any, text: str, wrong: str, tmp_path: Path) -> None:
    (sheet,) = read_forms(written(tmp_path, F6=value))
    remark = next(row.remark for row in sheet.rows if row.row == 6)
    assert (remark.text, remark.wrong) == (text, wrong)


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A workbook with its parts changed; a part of which None is made is left out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
    return packed.getvalue()


def flagged(content: bytes, at: int, value: int) -> bytes:
    """A workbook of whose parts a byte of each head (counted in that of the folder of a zip file) is another."""
    made = bytearray(content)
    for head, shift in ((b"PK\x03\x04", 2), (b"PK\x01\x02", 0)):
        for found in re.finditer(re.escape(head), content):
            made[found.start() + at - shift] = value
    return bytes(made)


def overwritten(content: bytes) -> bytes:
    start = content.find(b"xl/worksheets/sheet1.xml") + 30
    return content[:start] + bytes(byte ^ 0xFF for byte in content[start : start + 60]) + content[start + 60 :]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (lambda _: b"", "damaged"),
        (lambda _: b"PK\x03\x04 broken", "damaged"),
        (lambda _: b"a,b\n1,2\n", "damaged"),
        (lambda whole: repacked(whole, lambda name, part: None if name == "xl/workbook.xml" else part), "damaged"),
        (lambda whole: repacked(whole, lambda _, part: part.replace(b' r="E5"', b' r="??"')), "damaged"),
        (overwritten, "damaged"),
        (lambda whole: flagged(whole, 10, 99), "damaged"),
        (lambda whole: flagged(whole, 8, 1), "sealed"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sealed"),
    ],
    ids=["empty", "a zip", "text", "no book", "a place", "packing", "way of packing", "encrypted", "a password"],
)
def test_a_workbook_that_is_none_or_broken_is_refused_with_the_reason(
    broken: Callable[[bytes], bytes], why: str, tmp_path: Path
) -> None:
    (tmp_path / "form.xlsx").write_bytes(broken(form_workbook([FORM], "2016-12-31")))
    with pytest.raises(NotAWorkbook) as refused:
        read_forms(tmp_path / "form.xlsx")
    assert (refused.value.why, bool(refused.value.detail)) == (why, why == "damaged")


def test_what_the_library_warns_of_does_not_reach_who_reads(tmp_path: Path) -> None:
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    whole = form_workbook([FORM], "2016-12-31")
    extended = repacked(whole, lambda _, part: part.replace(b"</worksheet>", extension))
    with pytest.warns(UserWarning, match="extension is not supported"):
        opened(extended)
    (tmp_path / "form.xlsx").write_bytes(extended)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        (sheet,) = read_forms(tmp_path / "form.xlsx")
    assert (told, len(sheet.rows)) == ([], 2)


def test_a_cell_without_text_far_below_costs_nothing(tmp_path: Path) -> None:
    book = opened(form_workbook([FORM], "2016-12-31"))
    book["Ærø"].cell(20_000, 5).number_format = "0.00"
    book.save(tmp_path / "form.xlsx")
    tracemalloc.start()
    (sheet,) = read_forms(tmp_path / "form.xlsx")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ([row.row for row in sheet.rows], sheet.last) == ([5, 6], 6)
    assert most < 5_000_000


@pytest.mark.parametrize(
    "change",
    [
        lambda name, part: None if "styles" in name else part,
        lambda _, part: part.replace(b' s="', b' s="99'),
    ],
    ids=["none", "unknown"],
)
def test_what_a_form_looks_like_does_not_matter(change: Callable[[str, bytes], bytes | None], tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(repacked(form_workbook([FORM], "2016-12-31"), change))
    (sheet,) = read_forms(tmp_path / "form.xlsx")
    assert [row.choice.text for row in sheet.rows] == ["grøn", ""]


@pytest.mark.parametrize("swollen", ["unpacked", "rows"])
def test_what_holds_far_more_than_a_form_is_refused(swollen: str, tmp_path: Path) -> None:
    book = opened(form_workbook([FORM], "2016-12-31"))
    for number in range(7, 2_010 if swollen == "rows" else 8):
        book["Ærø"].cell(number, 6).value = "x"
    book.save(tmp_path / "form.xlsx")
    if swollen == "unpacked":
        with zipfile.ZipFile(tmp_path / "form.xlsx", "a", zipfile.ZIP_DEFLATED) as file:
            file.writestr("xl/media/image1.png", bytes(10_000_001))
    with pytest.raises(NotAWorkbook) as refused:
        read_forms(tmp_path / "form.xlsx")
    assert refused.value.why == "too_large"
