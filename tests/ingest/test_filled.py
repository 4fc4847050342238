"""A filled form against the data: what it reports, and every problem of it with its cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from forumgraph.documents.forms import Filled, FilledSheet, Typed
from forumgraph.ingest.deciding import State, read_state
from forumgraph.ingest.filled import KIND, Problem, Reader, ReadSheet, Said

PUBLICATIONS = Path(__file__).parents[1] / "cases" / "datasets" / "publications"
TODAY = dt.date(2024, 5, 17)
WORDS = {"grøn": "green", "gul": "yellow", "rød": "red", "ukendt": "unknown", "green": "green", "red": "red"}


@pytest.fixture(scope="module")
def state() -> State:
    return read_state((PUBLICATIONS,))


def row(number: int, id_: str, choice: str, remark: str = "", made: tuple[str, str] = ("", "")) -> Filled:
    wrong = {"formula": Typed("", "formula"), "error": Typed("", "error")}
    return Filled(number, id_, made, wrong.get(choice, Typed(choice)), wrong.get(remark, Typed(remark)))


def sheet(*rows: Filled, name: str = "Østby", keys: tuple[str, str, str] = (KIND, "0203", "2016")) -> FilledSheet:
    return FilledSheet(name, keys, rows, 20)


def problems(state: State, *sheets: FilledSheet, date: str | None = None) -> list[tuple[str, str]]:
    _, found = Reader(state.data, WORDS, date, TODAY).read(sheets)
    return [(each.cell, each.key) for each in found]


def test_words_are_read_in_either_language_and_any_case_and_blanks_report_nothing(state: State) -> None:
    filled = sheet(
        row(5, "nord-beredskab", "GRØN"), row(6, "nord-rekruttering", "Red", "Intet sket"), row(7, "nord-strategi", "")
    )
    found, wrong = Reader(state.data, WORDS, None, TODAY).read((filled,))
    said = (Said(5, "nord-beredskab", "green", ""), Said(6, "nord-rekruttering", "red", "Intet sket"))
    assert (found, wrong) == ([ReadSheet("Østby", "Østby", "2016", 20, said, 0)], [])


def test_a_row_that_says_what_stood_there_reports_nothing_new(state: State) -> None:
    filled = sheet(
        row(5, "nord-beredskab", "grøn", "I gang", made=("grøn", "I gang")),
        row(6, "nord-rekruttering", "grøn", "Nu med", made=("grøn", "")),
    )
    (found,), _ = Reader(state.data, WORDS, None, TODAY).read((filled,))
    assert ([each.row for each in found.said], found.unchanged) == ([6], 1)


@pytest.mark.parametrize(
    ("filled", "wrong"),
    [
        (row(5, "nord-beredskab", "grønn"), [("E5", "unknown_state_near")]),
        (row(5, "nord-beredskab", "på vej"), [("E5", "unknown_state")]),
        (row(5, "nord-beredskab", "", "kun en note"), [("F5", "remark_alone")]),
        (row(5, "nord-beredskab", "", made=("grøn", "I gang")), [("E5", "cleared")]),
        (row(5, "nord-beredskab", "formula", "error"), [("E5", "formula"), ("F5", "error")]),
        (row(5, "nord-beredskab", "gul", "x" * 4001), [("F5", "too_long")]),
        (row(5, "nord-beredskab", "gul", "skriv til a@b.dk"), [("F5", "personal_FG501")]),
        (row(5, "nord-beredskab", "gul", "ring 12 34 56 78"), [("F5", "personal_FG502")]),
        (row(5, "", "gul"), [("E5", "no_id")]),
        (row(5, "ukendt-krav", "gul"), [("A5", "unknown_requirement")]),
        (row(5, "syd-rekruttering", "gul"), [("A5", "other_kkr")]),
        (row(5, "nord-strategi-2019", "gul"), [("E5", "not_in_force")]),
    ],
    ids=lambda value: value.id if isinstance(value, Filled) else value[0][1],
)
def test_what_is_wrong_in_a_row_is_said_with_its_cell(
    filled: Filled, wrong: list[tuple[str, str]], state: State
) -> None:
    assert problems(state, sheet(filled)) == wrong


def test_a_time_that_is_given_stands_for_that_of_the_form(state: State) -> None:
    late, early = row(5, "nord-strategi-2019", "gul"), row(6, "nord-strategi", "gul")
    assert problems(state, sheet(late), date="2019-06") == []
    assert problems(state, sheet(early), date="2019") == [("E6", "not_in_force")]


def test_what_is_wrong_with_sheets_is_said_beside_what_is_wrong_with_rows(state: State) -> None:
    found = Reader(state.data, WORDS, None, TODAY).read(
        (
            sheet(row(5, "nord-beredskab", "gul"), row(9, "nord-beredskab", "rød")),
            sheet(name="Østby 2"),
            sheet(name="Noter", keys=("", "", "")),
            sheet(name="Fremmed", keys=(KIND, "9999", "2016")),
            sheet(name="Uden tid", keys=(KIND, "0204", "2016-13")),
            sheet(name="I morgen", keys=(KIND, "0204", "2024-05-18")),
        )
    )[1]
    assert found == [
        Problem("Østby", "A9", "row_twice", {"row": "5"}),
        Problem("Østby 2", "", "sheet_twice", {"municipality": "Østby"}),
        Problem("Noter", "", "not_a_form"),
        Problem("Fremmed", "B1", "unknown_code", {"code": "9999"}),
        Problem("Uden tid", "C1", "unknown_time", {"time": "2016-13"}),
        Problem("I morgen", "C1", "future_time", {"time": "2024-05-18"}),
    ]
