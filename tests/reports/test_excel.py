"""CSV for a Danish Excel: what stands in the file, sign for sign, and what is read back from it."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from forumgraph.reports import Report, render
from forumgraph.texts import Texts

EN, DA = Texts("en"), Texts("da")


def excel(*records: dict[str, Any], columns: tuple[str, ...] = ("name", "value")) -> str:
    return render(Report(None, {}, (), columns, records), "excel", EN, 80, colour=False)


def read_back(written: str) -> list[dict[str, str]]:
    """Read a file as a spreadsheet does: by its mark as UTF-8, semicolons between cells, any line end."""
    return list(csv.DictReader(io.StringIO(written.encode("utf-8").decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_file_is_written_exactly_so() -> None:
    written = excel(
        {"name": "Ærø", "value": 3},
        {"name": "Rødovre; Aabenraa og Ålborg", "value": 0.5238095238095238},
        {"name": 'kaldt "Hulemøder"', "value": -0.5},
        {"name": "", "value": -7},
    )
    assert written == (
        "\ufeffname;value\r\n"
        "Ærø;3\r\n"
        '"Rødovre; Aabenraa og Ålborg";0,5238095238095238\r\n'
        '"kaldt ""Hulemøder""";-0,5\r\n'
        ";-7\r\n"
    )


def test_without_records_there_is_still_a_head() -> None:
    assert excel() == "\ufeffname;value\r\n"


TEXTS = [
    "Æblegrød på Ærø, Ålborg og Øster Åby",
    "Vejens 'forum'; og \"panelet\"",
    "; begynder med skilletegn",
    "Jan; Feb; Mar",
    "første linje\nanden linje",
    "0420",
    "🦄 论坛",
    "",
    "a=b",
    "ord-med-bindestreg",
    "  rykket ind",
]


def test_everything_is_read_back_as_it_was() -> None:
    rows = read_back(excel(*({"name": text, "value": n} for n, text in enumerate(TEXTS))))
    assert [(row["name"], row["value"]) for row in rows] == [(text, str(n)) for n, text in enumerate(TEXTS)]


@pytest.mark.parametrize("number", [0.0, 1.0, 0.1, -0.25, 2 / 3, 1e-7, 1.5e300, -12345.678])
def test_a_fraction_has_a_comma_and_is_the_same_number(number: float) -> None:
    (row,) = read_back(excel({"name": "x", "value": number}))
    assert "." not in row["value"]
    assert float(row["value"].replace(",", ".")) == number


FORMULAS = [
    "=1+1",
    "=HYPERLINK(\"http://example.com\";\"klik\")",
    "+45 kommuner",
    "-2 til 3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "－1",
    "'=1+1",
    "''-1",
    "-",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_a_text_that_would_be_a_formula_gets_an_apostrophe_that_can_be_taken_away_again(text: str) -> None:
    (row,) = read_back(excel({"name": text, "value": text}))
    assert row == {"name": f"'{text}", "value": f"'{text}"}


def test_the_head_of_a_column_is_no_formula_either() -> None:
    assert excel(columns=("=1+1", "b")) == "\ufeff'=1+1;b\r\n"


def test_a_number_below_zero_stays_a_number() -> None:
    assert excel({"name": -1, "value": -0.5}).splitlines()[1] == "-1;-0,5"
