"""A report in every format: exact tables, CSV that opens, Markdown that stays a table, JSON that is JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from wcwidth import wcswidth

from forumgraph.reports import FORMATS, Header, Report, render
from forumgraph.reports.report import Cell, Table
from forumgraph.texts import Texts

EN, DA = Texts("en"), Texts("da")
HEADER = Header("gaps", "r", ("r",), "2015-08-20", {"area": ["unions"]}, ("data/a.yaml",))
NASTY = 'a|b\nc, "d" <e> *f* _g_ `h` \\ :star: [red]i[/red] æøå'


def report(*rows: tuple[Cell | str, ...], **table: object) -> Report:
    records = tuple({"name": row[0] if isinstance(row[0], str) else row[0].text, "text": "x"} for row in rows)
    made = Table("Title", ("Name", "Text"), rows, ("A note.",), **table)  # type: ignore[arg-type]
    return Report(HEADER, {"rows": [list(map(str, row)) for row in rows]}, (made,), ("name", "text"), records)


def test_a_table_is_drawn_exactly_so() -> None:
    drawn = render(report(("Odense", "first"), ("Ærø", "second")), "table", EN, 80, colour=False)
    assert drawn == (
        "Title\n"
        "Name    Text\n"
        "──────────────\n"
        "Odense  first\n"
        "Ærø     second\n"
        "A note.\n"
        "\n"
        "Round: r · as of 2015-08-20 · data: data/a.yaml\n"
    )


def test_a_table_without_room_is_drawn_as_blocks() -> None:
    wide = Table(
        "Title",
        ("Municipality", "Arbejdsmarkedsnetværk", "Efteruddannelse"),
        (("Odense", Cell("● established", "bold"), "one two three four five six"), ("Ærø", "", "short")),
    )
    drawn = render(Report(HEADER, {}, (wide,), (), ()), "table", EN, 40, colour=False)
    assert drawn.split("\n\n")[0] == (
        "Title\n"
        "Odense\n"
        "  Arbejdsmarkedsnetværk  ● established\n"
        "  Efteruddannelse        one two three\n"
        "                         four five six\n"
        "Ærø\n"
        "  Efteruddannelse        short"
    )


def test_data_cannot_style_the_table_or_turn_into_pictures() -> None:
    drawn = render(report((NASTY, ":heart: [bold]x[/bold]")), "table", EN, 120, colour=False)
    assert ":star: [red]i[/red]" in drawn
    assert ":heart: [bold]x[/bold]" in drawn
    assert "\x1b" not in drawn


def test_colour_adds_nothing_but_escape_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    rows = (("Odense", Cell("● established", "bold blue")),)
    plain = render(report(*rows), "table", EN, 80, colour=False)
    coloured = render(report(*rows), "table", EN, 80, colour=True)
    assert "\x1b[" in coloured
    assert "\x1b" not in plain


@pytest.mark.parametrize("width", [0, 1, 39, 40, 41, 60, 80, 120, 1000])
def test_no_line_is_wider_than_the_page_from_forty_columns_on(width: int) -> None:
    drawn = render(report((NASTY * 3, NASTY), ("x" * 300, "y " * 100)), "table", EN, width, colour=False)
    assert max(map(wcswidth, drawn.splitlines())) <= max(width, 40)


def test_csv_has_a_head_and_one_record_a_line() -> None:
    drawn = render(report(("Odense", ""), ('He said "x", then;', "")), "csv", EN, 80, colour=False)
    assert drawn == 'name,text\nOdense,x\n"He said ""x"", then;",x\n'
    assert list(csv.DictReader(io.StringIO(drawn)))[1]["name"] == 'He said "x", then;'


def test_csv_without_records_still_has_its_head() -> None:
    assert render(report(), "csv", EN, 80, colour=False) == "name,text\n"


def test_markdown_stays_a_table_whatever_the_cells_hold() -> None:
    drawn = render(report((NASTY, "x\ny")), "markdown", EN, 80, colour=False)
    assert drawn == (
        "### Title\n"
        "\n"
        "| Name | Text |\n"
        "| --- | --- |\n"
        '| a\\|b c, "d" \\<e> \\*f\\* \\_g\\_ \\`h\\` \\\\ :star: \\[red\\]i\\[/red\\] æøå | x y |\n'
        "\n"
        "A note.\n"
        "\n"
        "Round: r · as of 2015-08-20 · data: data/a.yaml\n"
    )


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_an_answer_that_a_day_may_have_emptied_names_the_day(form: str) -> None:
    day = replace(HEADER, as_of="0001-01-01", parameters={"as_of": "0001-01-01"})
    said = "Only what is known of 0001-01-01 is shown, and that is nothing;"
    assert said in render(replace(report(), header=day), form, EN, 120, colour=False)
    assert said not in render(replace(report(("Odense", "first")), header=day), form, EN, 120, colour=False)
    assert "is nothing" not in render(report(), form, EN, 120, colour=False)


def test_json_starts_with_the_head_and_keeps_its_letters() -> None:
    drawn = render(report(("Ærø", "x")), "json", EN, 80, colour=False)
    assert json.loads(drawn) == {
        "question": "gaps",
        "round": "r",
        "rounds": ["r"],
        "as_of": "2015-08-20",
        "parameters": {"area": ["unions"]},
        "data": ["data/a.yaml"],
        "stale": False,
        "left_out": [],
        "rows": [["Ærø", "x"]],
    }
    assert drawn.endswith("}\n")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_with_one_line_break(form: str) -> None:
    drawn = render(report(("Odense", "x")), form, DA, 80, colour=False)
    assert drawn.endswith("\n")
    assert not drawn.endswith("\n\n")
