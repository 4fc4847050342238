"""Figures in words: shares, intervals, the sentence to paste."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forumgraph.queries.coverage import Total
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.words import STATUSES, interval, sentence, share, status_cell
from forumgraph.texts import Texts

EN, DA = Texts("en"), Texts("da")
AREA = AreaRow("unions", 5, "Samarbejde med faglige", "Cooperation with unions", "Faglige", "Unions")
SOME = Total(
    area="unions",
    established=8,
    informal=9,
    planned=0,
    none=3,
    no_reply=1,
    not_asked=1,
    asked=21,
    answered=20,
    share_low=8 / 21,
    share_high=9 / 21,
    forums=14,
    round="r",
)
ALL = replace(SOME, no_reply=0, asked=20, share_low=0.4, share_high=0.4, forums=1)
NOBODY = replace(
    SOME, established=0, informal=0, none=0, no_reply=0, asked=0, answered=0, share_low=None, share_high=None
)


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "–"), (0.0, "0 %"), (1.0, "100 %"), (1 / 3, "33 %"), (2 / 3, "67 %"), (0.004, "0 %"), (0.996, "100 %")],
)
def test_a_share_is_whole_per_cent(value: float | None, said: str) -> None:
    assert share(value) == said


def test_an_interval_has_two_ends_unless_they_are_one() -> None:
    assert [interval(total) for total in (SOME, ALL, NOBODY)] == ["38–43 %", "40 %", "–"]


def test_the_sentence_says_of_how_many_and_what_is_not_known() -> None:
    assert [sentence(total, AREA, EN) for total in (SOME, ALL, NOBODY)] == [
        "Cooperation with unions: 8 to 9 of 21 municipalities asked have one (20 answered, 1 did not); "
        "they name 14 fora.",
        "Cooperation with unions: 8 of 20 municipalities asked have one (all answered); they name 1 forum.",
        "Cooperation with unions: no municipality was asked.",
    ]
    assert [sentence(total, AREA, DA) for total in (SOME, ALL, NOBODY)] == [
        "Samarbejde med faglige: 8 til 9 af 21 spurgte kommuner har et (20 svarede, 1 svarede ikke); "
        "de nævner 14 fora.",
        "Samarbejde med faglige: 8 af 20 spurgte kommuner har et (alle svarede); de nævner 1 forum.",
        "Samarbejde med faglige: ingen kommune er spurgt.",
    ]


def test_every_status_has_a_symbol_of_its_own_and_a_word() -> None:
    for texts in (EN, DA):
        cells = [status_cell(status, texts).text for status in STATUSES]
        symbols, words = zip(*(cell.split(" ", 1) for cell in cells), strict=True)
        assert len(set(symbols)) == len(set(words)) == len(STATUSES)


def test_no_status_has_a_colour_of_progress() -> None:
    styles = " ".join(status_cell(status, EN).style for status in STATUSES)
    assert not any(colour in styles for colour in ("red", "green", "yellow"))


def test_another_reading_is_marked() -> None:
    assert status_cell("informal", EN, alternative="established").text == "◐ informal*"
