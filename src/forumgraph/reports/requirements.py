"""Requirements as a report: a table for each theme, what must be done before what may be, and the totals."""

from __future__ import annotations

from typing import Any

from forumgraph.queries.claims import grouped
from forumgraph.queries.requirements import RequirementRow, Requirements
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, only, plain
from forumgraph.texts import Texts


def requirements_report(found: Requirements, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of the requirements question."""
    rows = requirement_objects(found.requirements)
    short = {area.id: area.short(texts.language) for area in areas}
    themes = grouped(found.requirements, lambda row: (row.kkr, row.theme))
    tables = [_theme(each, short, texts) for each in themes.values()]
    body = {"requirements": rows, "totals": plain(found.totals)}
    columns = fields_of(RequirementRow, "position")
    return Report(header, body, (*tables, _totals(found, texts)), columns, tuple(map(flat, rows)))


def requirement_objects(rows: tuple[RequirementRow, ...]) -> list[dict[str, Any]]:
    """Return requirements as JSON has them."""
    return [only(plain(row), "position") for row in rows]


def _theme(rows: list[RequirementRow], short: dict[str, str], texts: Texts) -> Table:
    lines = tuple(
        (
            level_word(row.level, texts),
            row.summary,
            short.get(row.area or "", "–"),
            in_force(row, texts),
            cited(row.evidence),
        )
        for row in rows
    )
    words = (*(f"requirements.{key}" for key in ("level", "requirement")), "report.area", "requirements.in_force")
    head = tuple(texts(key) for key in (*words, "report.lines"))
    notes = tuple(
        texts("requirements.succeeds_note", id=row.id, other=row.succeeds) for row in rows if row.succeeds is not None
    )
    return Table(texts("requirements.title", kkr=rows[0].kkr, theme=rows[0].theme), head, lines, notes)


def level_word(level: str, texts: Texts) -> str:
    """Return a level as the printed form has it."""
    return texts(f"requirements.word.{level}")


def in_force(row: RequirementRow, texts: Texts) -> str:
    """Return from when to when a requirement is in force, as exactly as is known."""
    if row.in_force_until is None:
        return texts("requirements.from", start=row.in_force_from)
    if row.in_force_until == row.in_force_from:
        return row.in_force_from
    return texts("requirements.from_to", start=row.in_force_from, end=row.in_force_until)


def _totals(found: Requirements, texts: Texts) -> Table:
    if not found.totals:
        return Table(texts("requirements.none"), (), (), (texts("requirements.none_note"),))
    rows = tuple((each.kkr, each.theme, str(each.must), str(each.may)) for each in found.totals)
    head = ("KKR", texts("requirements.theme"), level_word("must", texts), level_word("may", texts))
    return Table(texts("requirements.totals"), head, rows)
