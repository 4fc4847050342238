"""Personal data is found wherever it stands, and other numbers are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Say

_NOTE = "organisations:\n  - {{id: a, name: A, kind: union, note: '{0}'}}\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("skriv til a.b+c@x-y.example.org", ["FG501"]),
        ("æøå@kommune.example", ["FG501"]),
        ("a@b.dk og c@d.dk", ["FG501", "FG501"]),
        ("12345678", ["FG502"]),
        ("12 34 56 78", ["FG502"]),
        ("12.34.56.78", ["FG502"]),
        ("12-34-56-78", ["FG502"]),
        ("1234 5678", ["FG502"]),
        ("+45 12 34 56 78", ["FG502"]),
        ("+4512345678", ["FG502"]),
        ("0045 12345678", ["FG502"]),
        ("tlf.: 12345678.", ["FG502"]),
        ("010203-1234", ["FG503"]),
        ("0102031234", ["FG503"]),
        ("010203 1234", ["FG503"]),
    ],
)
def test_this_is_personal(text: str, codes: list[str], say: Say) -> None:
    assert [line.split()[1] for line in say(_NOTE.format(text))] == codes


@pytest.mark.parametrize(
    "text",
    [
        "2014 2015",
        "2014-2015",
        "2015-08-20",
        "20.08.2015",
        "656-664, 672-680",
        "1114-1116, 1149-1151",
        "a @ b",
        "12.345.678 kroner",
        "1234567",
        "123456789",
        "990203-1234",
        "kl. 12.30",
        "22 af 98",
    ],
)
def test_this_is_not(text: str, say: Say) -> None:
    assert say(_NOTE.format(text)) == []


def test_the_numbers_of_lines_dates_and_municipalities_are_left_alone(say: Say) -> None:
    assert say("sources:\n  - {id: s, title: t, publisher: p, date: 2015-08-20, lines: 1234567}\n") == []


def test_no_more_of_it_is_shown_than_finds_it(say: Say) -> None:
    assert say(_NOTE.format("somebody@example.org")) == ["a.yaml:2:41 FG501 som…"]


def test_a_key_that_is_not_known_hides_nothing(say: Say) -> None:
    said = say("organisations:\n  - {id: a, name: A, kind: union, mail: a@b.example}\n")
    assert [line.split()[1] for line in said] == ["FG201", "FG501"]


def test_a_long_word_takes_no_long_time(say: Say) -> None:
    assert say(_NOTE.format("a." * 1_990 + "@")) == []
