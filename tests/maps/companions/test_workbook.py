"""The workbook, opened again as a spreadsheet program does."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from forumgraph.documents.cells import LONGEST, readable
from forumgraph.maps.branding import Branding
from forumgraph.maps.companions import workbook
from forumgraph.maps.model import MapData
from maps.companions.builders import forum, small


def opened(data: MapData, language: str = "da") -> Workbook:
    return load_workbook(io.BytesIO(workbook(data, language)))


def lines(book: Workbook, sheet: str) -> list[list[Any]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def records(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    head, *rows = lines(book, sheet)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_the_sheets_are_named_in_the_language() -> None:
    assert opened(small()).sheetnames == [
        "Dækning", "Svar", "Fora", "Medlemskaber", "Uenigheder", "Det ved vi ikke", "Om",
    ]  # fmt: skip
    assert opened(small(), "en").sheetnames == [
        "Coverage", "Answers", "Fora", "Memberships", "Disagreements", "What we do not know", "About",
    ]  # fmt: skip


def test_coverage_has_sign_and_word_and_the_totals_with_all_they_rest_on() -> None:
    assert lines(opened(small()), "Dækning") == [
        ["Kommune", "KKR", "Uddannelse", "Virksomheder"],
        ["Assens", "Syddanmark", "● etableret", "✕ nej"],
        ["Fanø", "Syddanmark", "· ikke spurgt", "· ikke spurgt"],
        ["Odense", "Syddanmark", "● etableret *", "△ planlagt"],
        ["Ærø", "Syddanmark", "? intet svar", "? intet svar"],
        [None, None, None, None],
        ["I alt", None, None, None],
        ["● etableret", None, 2, 0],
        ["◐ uformelt", None, 0, 0],
        ["△ planlagt", None, 0, 1],
        ["✕ nej", None, 0, 1],
        ["? intet svar", None, 1, 1],
        ["· ikke spurgt", None, 1, 1],
        ["Spurgt (nævneren)", None, 3, 3],
        ["Har svaret", None, 2, 2],
        ["Andel, mindst", None, 2 / 3, 0],
        ["Andel, højst", None, 1, 1 / 3],
        ["Etableret", None, "2 af 3 (67–100 %); 2 har svaret", "0 af 3 (0–33 %); 2 har svaret"],
        [
            "Mindst: kun de etablerede. Højst: også dem, der ikke har svaret. Begge er af de spurgte; hvem der ikke er "
            "spurgt, er ikke med i nævneren.",
            None, None, None,
        ],
        ["* Læsningen er usikker, eller svaret kan også læses på en anden måde; hvilken, står i arket Svar.",
         None, None, None],
    ]  # fmt: skip


def test_an_answer_has_its_second_reading_its_note_and_its_source() -> None:
    (odense,) = (
        each
        for each in records(opened(small()), "Svar")
        if each["Kommune"] == "Odense" and each["Område"] == "Uddannelse"
    )
    assert odense == {
        "Kommune": "Odense", "Kode": "0461", "KKR": "Syddanmark", "Runde": "Undersøgelse i Syddanmark",
        "Område": "Uddannelse", "Svar": "● etableret", "Læsning": "sikker", "Kan også læses som": "uformelt",
        "Bemærkning": "Ad hoc.", "Fora": "Fynsk uddannelsesforum", "Kilde": "kilde-2015", "Linjer": "10-12",
        "Kildens dato": "2015-08-20",
    }  # fmt: skip


def test_what_a_municipality_misses_stands_among_its_answers() -> None:
    (wish,) = (
        each for each in records(opened(small()), "Svar") if each["Område"] == "Mangler der fora? (alle områder)"
    )
    assert (wish["Kommune"], wish["Svar"], wish["Bemærkning"]) == ("Assens", "mangler noget", "Et forum for unge.")


def test_a_forum_tells_its_members_apart_by_who_says_so() -> None:
    first = records(opened(small()), "Fora")[0]
    assert first == {
        "Forum": "Fynsk uddannelsesforum", "Stand": "findes", "Form": "netværk", "Områder": "Uddannelse",
        "Niveau": "ledelse", "Medlemmer i alt": 3, "Siger det selv": "Assens, Odense", "Nævnt af andre": "Lolland",
        "Udledt (tæller ikke med)": "Ærø", "Angivet som ikke med": "Odense",
        "Organisationer": "Syddansk Erhvervsskole (driver det)", "Møder": "4 gange om året: Odense",
        "Andre navne": "Fynsk forum", "Det ved vi ikke": "Hvor længe det har eksisteret", "Id": "fyn",
    }  # fmt: skip


def test_both_sides_of_a_contradiction_have_a_line() -> None:
    sides = records(opened(small()), "Uenigheder")
    assert [(each["Forum"], each["Om"], each["Hvem eller hvad"]) for each in sides] == [
        ("Fynsk uddannelsesforum", "møder", "politisk"),
    ] * 2
    assert [(each["Hvad der bliver sagt"], each["Oplyst af"], each["Linjer"]) for each in sides] == [
        ("3 gange om året", "Odense", "10-12"),
        ("4 gange om året", "Assens", "20"),
    ]


def test_who_is_said_not_to_be_in_is_listed_among_the_claims() -> None:
    (excluded,) = (
        each for each in records(opened(small()), "Medlemskaber") if each["Grundlag"] == "angivet som ikke med"
    )
    assert (excluded["Kommune"], excluded["Oplyst af"], excluded["Omstridt"]) == ("Odense", "Assens", "ja")


def test_what_is_not_known_is_listed_for_municipalities_and_fora() -> None:
    assert [
        (each["Navn"], each["Område"], each["Hvad vi ikke ved"]) for each in records(opened(small()), "Det ved vi ikke")
    ] == [
        ("Fanø", "Uddannelse", "Kommunen er ikke spurgt"),
        ("Fanø", "Virksomheder", "Kommunen er ikke spurgt"),
        ("Ærø", "Uddannelse", "Kommunen er spurgt, men har ikke svaret"),
        ("Ærø", "Virksomheder", "Kommunen er spurgt, men har ikke svaret"),
        ("Lolland", None, "Ingen runde gjaldt kommunen; den er kun nævnt af andre"),
        ("Fynsk uddannelsesforum", "Uddannelse", "Hvor længe det har eksisteret"),
        ("Jobmessen", "Uddannelse; Virksomheder", "Hvem der er med"),
        ("Jobmessen", "Uddannelse; Virksomheder", "Hvor tit det mødes"),
    ]


def test_a_sheet_with_nothing_on_it_says_so() -> None:
    calm = replace(small(), forums=(), memberships=(), seats=())
    assert lines(opened(calm), "Uenigheder")[1][0] == "Der er ingen."


@pytest.mark.parametrize(
    "name", ["=1+1", "+45 12", "-minus", "@SUM(A1)", '=HYPERLINK("http://x","y")', "#N/A", "2015", "\t=1", "<b>&"]
)
def test_a_name_stays_a_text_whatever_it_begins_with(name: str) -> None:
    book = opened(replace(small(), forums=(forum("f", name),), memberships=(), seats=()))
    cell = book["Fora"]["A2"]
    assert (cell.value, cell.data_type) == (name, "s")
    assert cell.quotePrefix


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("a\x00b\x1bc", "a␀b␛c"),
        ("linje\r\nlinje\rlinje", "linje\nlinje\nlinje"),
        ("\ud800\uffff\x9f", "\\ud800\\uffff\\u009f"),
        ("_x0041_", "_x005F_x0041_"),
        ("x" * (LONGEST + 5), "x" * LONGEST + " … (+5)"),
        ("Ærø 🎉", "Ærø 🎉"),
    ],
)
def test_what_a_cell_cannot_hold_is_shown_and_not_dropped(given: str, held: str) -> None:
    assert readable(given) == held


def test_the_same_data_give_the_same_bytes_with_the_date_of_the_data() -> None:
    made = workbook(small(), "da")
    assert made == workbook(small(), "da")
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2015, 8, 20, 0, 0, 0)}
        assert packed.read("docProps/core.xml").count(b"2015-08-20T00:00:00Z") == 2


@pytest.mark.parametrize(("as_of", "date"), [("2015", (2015, 1, 1)), ("2015-06", (2015, 6, 1)), ("1975", (1980, 1, 1))])
def test_a_date_that_is_not_complete_is_that_of_its_first_day(as_of: str, date: tuple[int, int, int]) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(replace(small(), as_of=as_of), "da"))) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {date}


def test_every_sheet_can_be_filtered_scrolled_and_printed_on_a4() -> None:
    for page in opened(small()):
        assert page.freeze_panes in ("B2", "C2")
        assert page.auto_filter.ref.startswith("A1:")
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == "$1:$1"
    assert opened(small())["Dækning"].auto_filter.ref == "A1:D5"


def test_the_brand_gives_the_sheet_about_its_title_and_subtitle() -> None:
    book = load_workbook(io.BytesIO(workbook(small(), "da", Branding("Vores fora", "Til mødet"))))
    assert lines(book, "Om")[1:3] == [["Titel", "Vores fora"], ["Undertitel", "Til mødet"]]
