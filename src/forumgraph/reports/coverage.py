"""Coverage as a report: a matrix of municipalities by areas, the totals with their intervals, and what is not known."""

from __future__ import annotations

from forumgraph.queries.coverage import Coverage, CoverageRow
from forumgraph.queries.selection import AreaRow
from forumgraph.reports.report import Cell, Header, Report, Table, fields_of, flat, only, plain
from forumgraph.reports.words import STATUSES, interval, sentence, status_cell
from forumgraph.texts import Texts


def coverage_report(found: Coverage, header: Header, areas: tuple[AreaRow, ...], texts: Texts) -> Report:
    """Return the report of the coverage question."""
    chosen = [area for area in areas if any(total.area == area.id for total in found.totals)]
    rows = [only(plain(row), "position") for row in found.rows]
    return Report(
        header,
        {"rows": rows, "totals": plain(found.totals)},
        (_matrix(found, chosen, texts), _totals(found, chosen, texts)),
        fields_of(CoverageRow, "position"),
        tuple(flat(row) for row in rows),
    )


def _matrix(found: Coverage, areas: list[AreaRow], texts: Texts) -> Table:
    by_name: dict[str, dict[str, CoverageRow]] = {}
    for row in found.rows:
        by_name.setdefault(row.municipality, {})[row.area] = row
    rows = [(name, *(_cell(cells.get(area.id), texts) for area in areas)) for name, cells in by_name.items()]
    notes = [texts("report.alternative_note")] if any(row.alternative for row in found.rows) else []
    head = (texts("report.municipality"), *(area.short(texts.language) for area in areas))
    return Table(texts("report.coverage_title"), head, tuple(rows), (*notes, *_unknown(found, texts)), splits=True)


def _cell(row: CoverageRow | None, texts: Texts) -> Cell | str:
    return status_cell(row.status, texts, alternative=row.alternative) if row else ""


def _unknown(found: Coverage, texts: Texts) -> list[str]:
    """Name who did not answer and who was not asked, with the areas where it was not all of them."""
    notes = []
    for status in ("no_reply", "not_asked"):
        names: dict[str, int] = {}
        for row in found.rows:
            if row.status == status:
                names[row.municipality] = names.get(row.municipality, 0) + 1
        if names:
            every = len(found.totals)
            said = [name if n == every else texts("report.in_areas", name=name, n=n) for name, n in names.items()]
            notes.append(texts(f"report.{status}_note", names=", ".join(said)))
    return notes


def _totals(found: Coverage, areas: list[AreaRow], texts: Texts) -> Table:
    by_area = {total.area: total for total in found.totals}
    rows = []
    for area in areas:
        total = by_area[area.id]
        counts = [str(getattr(total, status)) for status in STATUSES]
        rows.append(
            (
                area.short(texts.language),
                *counts,
                str(total.answered),
                str(total.asked),
                interval(total),
                str(total.forums),
            )
        )
    words = [texts(f"words.status.{status}") for status in STATUSES]
    head = (texts("report.area"), *words, *(texts(f"report.{key}") for key in ("answered", "asked", "share", "fora")))
    notes = (texts("report.share_note"), *(sentence(by_area[area.id], area, texts) for area in areas))
    return Table(texts("report.totals_title"), head, tuple(rows), notes, splits=True)
