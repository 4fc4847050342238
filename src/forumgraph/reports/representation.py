"""Representation as a report: which politicians of which municipality take part in which forum."""

from __future__ import annotations

from forumgraph.queries.forum_rows import RepresentationRow
from forumgraph.queries.representation import Representation
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Header, Report, Table, cited, fields_of, flat, only, plain
from forumgraph.texts import Texts


def representation_report(found: Representation, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of the representation question."""
    left_out = ("position", "reported_by", "round")
    body = [only(plain(row), *left_out) for row in found.rows]
    short = {area.id: area.short(texts.language) for area in areas}
    rows = tuple(
        (
            row.municipality,
            short[row.area],
            row.forum_name,
            texts(f"words.role.{row.role if row.participates else 'none'}"),
            str(row.per_year or "–"),
            cited(row.evidence),
        )
        for row in found.rows
    )
    head = tuple(texts(f"report.{key}") for key in ("municipality", "area", "forum", "politicians", "times", "lines"))
    notes = (texts("report.representation_note"),)
    table = Table(texts("report.representation_title"), head, rows, notes)
    return Report(header, {"rows": body}, (table,), fields_of(RepresentationRow, *left_out), tuple(map(flat, body)))
