"""Gaps as a report: who said no, is informal, plans one, did not answer, was not asked; each with its lines."""

from __future__ import annotations

from forumgraph.queries.gaps import GAPS, GapRow, Gaps
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Cell, Header, Report, Table, cited, fields_of, flat, plain
from forumgraph.reports.words import sentence, status_cell
from forumgraph.texts import Texts


def gaps_report(found: Gaps, header: Header, area: AreaRow, texts: Texts) -> Report:
    """Return the report of the gaps question."""
    named = {gap: list(getattr(found, gap)) for gap in GAPS}
    wishes = [plain(wish) for wish in found.self_reported]
    body = {**named, "self_reported": wishes, "rows": plain(found.rows), "total": plain(found.total)}
    rows = tuple({"gap": gap, **flat(plain(row))} for gap, row in _by_gap(found))
    tables = (_table(found, area, texts), *([_wishes(found, texts)] if wishes else []))
    return Report(header, body, tables, ("gap", *fields_of(GapRow)), rows)


def _by_gap(found: Gaps) -> list[tuple[str, GapRow]]:
    return [(gap, row) for gap, status in GAPS.items() for row in found.rows if row.status == status]


def _table(found: Gaps, area: AreaRow, texts: Texts) -> Table:
    rows = [_row(row, texts) for _, row in _by_gap(found)]
    head = tuple(texts(f"report.{key}") for key in ("municipality", "answer", "lines", "note"))
    title = texts("report.gaps_title", area=area.name(texts.language))
    notes = [sentence(found.total, area, texts)]
    if any(row.alternative for row in found.rows):
        notes.append(texts("report.alternative_note"))
    return Table(title, head, tuple(rows), tuple(notes))


def _row(row: GapRow, texts: Texts) -> tuple[Cell | str, ...]:
    return (
        row.municipality,
        status_cell(row.status, texts, alternative=row.alternative),
        cited(row.evidence) or "–",
        row.note or "",
    )


def _wishes(found: Gaps, texts: Texts) -> Table:
    rows = [
        (wish.municipality, texts(f"report.wish.{wish.answer}"), cited(wish.evidence), wish.summary)
        for wish in found.self_reported
    ]
    head = tuple(texts(f"report.{key}") for key in ("municipality", "answer", "lines", "summary"))
    return Table(texts("report.wishes_title"), head, tuple(rows), (texts("report.wishes_note"),))
