"""A report as text: a table for the terminal, JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace

from forumgraph.reports.report import Cell, Report, Table
from forumgraph.texts import Texts

FORMATS = ("table", "json", "csv", "markdown")
_NARROWEST = 40  # columns of a terminal below which nothing is made narrower
_CELL = 15  # columns that a status with its symbol takes


def render(report: Report, form: str, texts: Texts, width: int, *, colour: bool) -> str:
    """Return a report in one of the formats; ``width`` (columns) and ``colour`` hold for tables only."""
    renderers: dict[str, Callable[[], str]] = {
        "json": lambda: as_json(report),
        "csv": lambda: as_csv(report),
        "markdown": lambda: as_markdown(report, texts),
        "table": lambda: as_table(report, texts, width, colour=colour),
    }
    return renderers[form]()


def as_json(report: Report) -> str:
    """Return one object: the header's fields, then those of the answer."""
    head = report.header
    top = {
        "question": head.question,
        "round": head.round,
        "rounds": list(head.rounds),
        "as_of": head.as_of,
        "parameters": head.parameters,
        "data": list(head.data),
    }
    return json.dumps({**top, **report.body}, ensure_ascii=False, indent=2) + "\n"


def as_csv(report: Report) -> str:
    """Return the records with a head of field names; nothing at all where there are none."""
    if not report.records:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(report.records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(report.records)
    return out.getvalue()


def as_markdown(report: Report, texts: Texts) -> str:
    """Return the tables for people as Markdown."""
    parts = [_markdown(table) for table in report.tables]
    return "\n\n".join([*parts, foot(report, texts)]) + "\n"


def _markdown(table: Table) -> str:
    rows = [[_escape(_text(cell)) for cell in row] for row in table.rows]
    lines = [f"### {_escape(table.title)}", ""] if table.title else []
    if table.rows:
        lines += ["| " + " | ".join(map(_escape, table.head)) + " |", "|" + " --- |" * len(table.head)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([*lines, *(f"\n{_escape(note)}" for note in table.notes)]).strip()


def _escape(text: str) -> str:
    for sign in "\\|*_`<":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split("\n"))


def _text(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def as_table(report: Report, texts: Texts, width: int, *, colour: bool) -> str:
    """Return the tables for people, made to fit the width; colour only adds to what the words say."""
    from rich.console import Console  # noqa: PLC0415 - only tables need it

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, _NARROWEST),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    for table in report.tables:
        for part in _split(table, width):
            _print(console, part)
        for note in table.notes:
            console.print(note, markup=False, style="")
        console.print()
    console.print(foot(report, texts), markup=False, style="dim" if colour else "")
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _split(table: Table, width: int) -> list[Table]:
    """Spread a wide matrix over several tables with the same first column, as many columns in each as fit."""
    if not table.splits or not table.rows:
        return [table]
    first = max(len(_text(row[0])) for row in table.rows) + 3
    fitting = max(1, (max(width, _NARROWEST) - first) // _CELL)
    parts = []
    for start in range(1, len(table.head), fitting):
        keep = slice(start, start + fitting)
        rows = tuple((row[0], *row[keep]) for row in table.rows)
        parts.append(
            replace(table, title=table.title if start == 1 else "", head=(table.head[0], *table.head[keep]), rows=rows)
        )
    return parts


def _print(console: object, table: Table) -> None:
    from rich import box  # noqa: PLC0415 - only tables need it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    assert isinstance(console, Console)  # noqa: S101 - rich is imported late, so its types are as well
    if table.title:
        console.print(Text(table.title, style="bold"))
    if not table.rows:
        return
    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    for name in table.head:
        drawn.add_column(Text(name), overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(_text(cell), style=cell.style if isinstance(cell, Cell) else "") for cell in row))
    console.print(drawn)


def foot(report: Report, texts: Texts) -> str:
    """Return the line that says of when and of what the answer is."""
    head = report.header
    return texts("report.foot", rounds=", ".join(head.rounds) or "–", as_of=head.as_of, data=", ".join(head.data))


def can_show(text: str) -> bool:
    """Say whether the terminal's encoding has the signs of a text."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
