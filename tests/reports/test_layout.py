"""Tables that fit: widths, lines, matrices spread over several tables."""

from __future__ import annotations

import pytest
from wcwidth import wcswidth

from forumgraph.reports.layout import columns, fitted, flowing, wrapped
from forumgraph.reports.report import Cell, Table

LONG = "Aftale med 25 a-kasser om fælles kontaktforløb (Odense) og virksomhedssamarbejdsaftaler"


@pytest.mark.parametrize("width", range(1, 100))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(width: int) -> None:
    lines = wrapped(LONG, width)
    assert max(map(wcswidth, lines)) <= width
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")


WRAPPED = {
    ("", 5): [""],
    ("abc", 3): ["abc"],
    ("ab cd", 4): ["ab", "cd"],
    ("ab\ncd", 9): ["ab", "cd"],
    ("abcdef", 4): ["abcd", "ef"],
    ("Faaborg-Midtfyn", 10): ["Faaborg-", "Midtfyn"],
    ("a-kasser og x", 8): ["a-kasser", "og x"],
    ("709-710, 1188-1196", 12): ["709-710,", "1188-1196"],
    ("kkr-syddanmark-2015:656-664", 20): ["kkr-", "syddanmark-2015:", "656-664"],
    ("a:bcdefghij", 6): ["a:bcde", "fghij"],
    ("日本語", 4): ["日本", "語"],
    ("🦔🦔🦔", 4): ["🦔🦔", "🦔"],
}


@pytest.mark.parametrize(("text", "width"), WRAPPED)
def test_lines_break_at_words_and_hyphens_but_not_in_numbers(text: str, width: int) -> None:
    assert wrapped(text, width) == WRAPPED[text, width]


def test_prose_is_not_broken_at_hyphens() -> None:
    assert wrapped("Kilde: kkr-syddanmark-2015.", 15, hyphens=False) == ["Kilde:", "kkr-syddanmark-", "2015."]
    assert wrapped("Kilde: kkr-syddanmark-2015.", 20, hyphens=False) == ["Kilde:", "kkr-syddanmark-2015."]


def test_a_sentence_for_a_file_is_one_line() -> None:
    assert flowing(LONG, None) == [LONG]
    assert flowing("ab cd ef", 5, "  ") == ["ab cd", "  ef"]
    assert flowing("see /a/very/long/path/that/stays", 10) == ["see", "/a/very/long/path/that/stays"]
    assert flowing("", 10) == [""]


def test_a_table_that_fits_gets_what_it_wants() -> None:
    table = Table("", ("Name", "Text"), (("Odense", "short"), ("Ærø", "shorter")))
    ((same, widths),) = fitted(table, 80)
    assert (same, widths) == (table, [6, 7])


def test_a_column_that_says_nothing_is_left_out() -> None:
    table = Table("", ("Name", "Note", "Text"), (("Odense", "", "a"), ("Ærø", "", "b")))
    ((kept, _),) = fitted(table, 80)
    assert kept.head == ("Name", "Text")
    assert kept.rows == (("Odense", "a"), ("Ærø", "b"))


def test_a_narrow_table_breaks_the_long_text_and_not_the_word() -> None:
    table = Table("", ("Name", "Text"), (("Faaborg", LONG),))
    ((_, widths),) = fitted(table, 40)
    assert widths is not None
    assert sum(widths) + 2 <= 40
    assert widths[0] == 7


def test_a_table_without_room_for_its_words_is_written_row_by_row() -> None:
    table = Table("", ("Municipality", "Arbejdsmarkedsnetværk", "Efteruddannelse"), (("Faaborg", "a", "b"),))
    ((_, widths),) = fitted(table, 40)
    assert widths is None


def test_a_table_whose_cells_would_be_too_tall_is_written_row_by_row() -> None:
    table = Table("", ("A", "B", "C"), (("x", LONG * 3, LONG * 3),))
    ((_, widths),) = fitted(table, 60)
    assert widths is None


def test_a_cell_with_a_style_is_never_broken() -> None:
    table = Table("", ("Name", "Status", "Text"), (("Odense", Cell("● etableret*", "bold"), LONG),))
    ((_, widths),) = fitted(table, 50)
    assert widths is not None
    assert widths[1] == 12


def test_a_matrix_is_spread_with_its_first_column_before_each_part() -> None:
    head = ("Kommune", *(f"Område {number}" for number in range(6)))
    table = Table("Titel", head, (("Odense", *["● etableret"] * 6),), splits=True)
    parts = fitted(table, 45)
    assert [part.head for part, _ in parts] == [
        ("Kommune", "Område 0", "Område 1"),
        ("Kommune", "Område 2", "Område 3"),
        ("Kommune", "Område 4", "Område 5"),
    ]
    assert [part.title for part, _ in parts] == ["Titel", "", ""]
    assert all(sum(widths or ()) + 2 * (len(part.head) - 1) <= 45 for part, widths in parts)


def test_a_matrix_that_fits_is_one_table() -> None:
    table = Table("", ("A", "B"), (("x", "y"),), splits=True)
    assert len(fitted(table, 10)) == 1


def test_nothing_is_drawn_of_a_table_without_rows() -> None:
    assert fitted(Table("Title", ("A", "B"), ()), 80) == []


@pytest.mark.parametrize("text", ["Ærø", "● etableret", "△", "–", "日本", "e\u0301"])
def test_columns_are_counted_as_terminals_do(text: str) -> None:
    assert columns(text) == wcswidth(text)
