"""A report as text: a table for the terminal, JSON, CSV, Markdown, or CSV for Excel."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from forumgraph.reports.excel import as_excel
from forumgraph.reports.layout import GAP, columns, fitted, text_of, wrapped
from forumgraph.reports.report import Cell, Header, Report, Table, plain
from forumgraph.texts import Texts

if TYPE_CHECKING:
    from rich.text import Text

FORMATS = ("table", "json", "csv", "markdown", "excel")
_NARROWEST = 40  # columns of a terminal below which nothing is made narrower


def render(report: Report, form: str, texts: Texts, width: int, *, colour: bool) -> str:
    """Return a report in one of the formats; ``width`` (columns) and ``colour`` hold for tables only."""
    renderers: dict[str, Callable[[], str]] = {
        "json": lambda: as_json(report),
        "csv": lambda: as_csv(report),
        "markdown": lambda: as_markdown(report, texts),
        "excel": lambda: as_excel(report),
        "table": lambda: as_table(report, texts, width, colour=colour),
    }
    return renderers[form]()


def as_json(report: Report) -> str:
    """Return one object: the header's fields, then those of the answer."""
    head = report.header
    if head is None:
        return json_text(report.body)
    top = {
        "question": head.question,
        "round": head.round,
        "rounds": list(head.rounds),
        "as_of": head.as_of,
        "parameters": head.parameters,
        "data": list(head.data),
        "stale": head.stale,
        "left_out": plain(head.left_out),
    }
    return json_text({**top, **report.body})


def json_text(value: Any) -> str:
    """Return a value as JSON: readable, and with escapes where the output's encoding lacks a sign."""
    made = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return made if can_show(made) else json.dumps(value, indent=2) + "\n"


def as_csv(report: Report) -> str:
    """Return the records, one a line, below a head of field names, which stands there without records as well."""
    out = io.StringIO()
    writer = csv.DictWriter(out, report.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(report.records)
    return out.getvalue()


def as_markdown(report: Report, texts: Texts) -> str:
    """Return the tables for people as Markdown."""
    parts = [_markdown(table) for table in report.tables]
    said = [_escape(each) for each in of_day(report, texts)]
    return "\n\n".join(filter(None, [*parts, *said, foot(report, texts)])) + "\n"


def _markdown(table: Table) -> str:
    rows = [[_escape(text_of(cell)) for cell in row] for row in table.rows]
    lines = [f"### {_escape(table.title)}", ""] if table.title else []
    if table.rows:
        lines += ["| " + " | ".join(map(_escape, table.head)) + " |", "|" + " --- |" * len(table.head)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([*lines, *(f"\n{_escape(note)}" for note in table.notes)]).strip()


def _escape(text: str) -> str:
    for sign in "\\|*_`[]<":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split("\n"))


def as_table(report: Report, texts: Texts, width: int, *, colour: bool) -> str:
    """Return the tables for people, made to fit the width; colour only adds to what the words say."""
    from rich.console import Console  # noqa: PLC0415 - only tables need it

    room = max(width, _NARROWEST)
    out = io.StringIO()
    console = Console(
        file=out, width=room, force_terminal=colour, no_color=not colour, highlight=False, legacy_windows=False
    )
    for line in _lines(report, texts, room):
        console.print(line, soft_wrap=True)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _lines(report: Report, texts: Texts, room: int) -> Iterator[Text]:
    """Yield the lines of a report, none longer than there is room."""
    for n, table in enumerate(report.tables):
        yield from _plain("\n" if n else "", room)
        yield from _plain(table.title, room, "bold")
        for number, (part, widths) in enumerate(fitted(table, room)):
            yield from _plain("\n" if number else "", room)
            yield from _rows(part, widths) if widths is not None else _blocks(part, room)
        for note in table.notes:
            yield from _plain(note, room)
    for said in of_day(report, texts):
        yield from _plain("\n", room)
        yield from _plain(said, room)
    if said := foot(report, texts):
        yield from _plain("\n", room)
        yield from _plain(said, room, "dim")


def _plain(text: str, room: int, style: str = "") -> Iterator[Text]:
    from rich.text import Text  # noqa: PLC0415

    if text:
        yield from (Text(line, style=style) for line in ([""] if text == "\n" else wrapped(text, room, hyphens=False)))


def _rows(table: Table, widths: list[int]) -> Iterator[Text]:
    """Yield a table as columns of the given widths."""
    if any(table.head):
        yield from _row(table.head, widths)
        yield from _plain("─" * (sum(widths) + GAP * (len(widths) - 1)), sys.maxsize)
    for row in table.rows:
        yield from _row(row, widths)


def _row(row: tuple[Cell | str, ...], widths: list[int]) -> Iterator[Text]:
    from rich.text import Text  # noqa: PLC0415

    cells = [wrapped(text_of(cell), width) for cell, width in zip(row, widths, strict=True)]
    for lines in zip_longest(*cells, fillvalue=""):
        line = Text()
        for cell, part, width in zip(row, lines, widths, strict=True):
            line.append(part, style=cell.style if isinstance(cell, Cell) else "")
            line.append(" " * (width - columns(part) + GAP))
        yield line


def _blocks(table: Table, room: int) -> Iterator[Text]:
    """Yield a table that is too wide as a block a row: its first cell, and below it each cell beside its head."""
    indent = max(map(columns, table.head[1:])) + 2 * GAP
    for row in table.rows:
        yield from _plain(text_of(row[0]), room)
        for name, cell in zip(table.head[1:], row[1:], strict=True):
            if text_of(cell):
                beside: tuple[Cell | str, ...] = ("", name, cell)
                yield from _row(beside, [0, indent - 2 * GAP, room - indent])


_NAMED = 12  # fora that are left out, up to which each is named


def of_day(report: Report, texts: Texts) -> list[str]:
    """Return what is said of the day that was asked of: that nothing is known of it, and which fora it leaves out."""
    head = report.header
    asked = head is not None and head.parameters.get("as_of")
    nothing = texts("report.nothing_on_day", day=asked) if asked and not report.records else ""
    return list(filter(None, (nothing, left_out(head, texts))))


def left_out(head: Header | None, texts: Texts) -> str:
    """Return the sentence on the fora that the day leaves out, and why; nothing where there are none."""
    if head is None or not head.left_out:
        return ""
    named = len(head.left_out) <= _NAMED
    said = []
    for why in ("ended", "not_yet", "unknown"):
        names = [each.name for each in head.left_out if each.why == why]
        if names:
            spelt = f" ({', '.join(names)})" if named else ""
            said.append(texts(f"report.left_out_why.{why}", n=len(names), names=spelt))
    return texts("report.left_out", n=len(head.left_out), day=head.as_of, why="; ".join(said))


def foot(report: Report, texts: Texts) -> str:
    """Return the line that says of when and of what the answer is; nothing where it is of no round."""
    head = report.header
    if head is None:
        return ""
    said = texts("report.foot", rounds=", ".join(head.rounds) or "–", as_of=head.as_of, data=", ".join(head.data))
    return f"{said} · {texts('report.stale')}" if head.stale else said


def can_show(text: str) -> bool:
    """Say whether the output's encoding has the signs of a text."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
