"""Contradictions as a report: every side with who says it and where; nothing is averaged."""

from __future__ import annotations

from forumgraph.queries.conflicts import Conflicts, NamedConflict
from forumgraph.reports.report import Header, Report, Table, cited, flat, plain
from forumgraph.texts import Texts
from forumgraph.texts.phrases import side

_COLUMNS = ("forum", "forum_name", "about", "subject", "reported_by", "value", "evidence")


def conflicts_report(found: Conflicts, header: Header, texts: Texts) -> Report:
    """Return the report of the conflicts question; CSV has a line for each side."""
    body = [plain(each) for each in found.conflicts]
    records = tuple(
        {**{key: each[key] for key in _COLUMNS[:4]}, **flat(claim)} for each in body for claim in each["claims"]
    )
    rows = tuple(row for each in found.conflicts for row in _rows(each, texts))
    head = tuple(texts(f"report.{key}") for key in ("forum", "about_head", "what", "said_by", "lines"))
    notes = (texts("overlap.conflicts_note"),)
    table = Table(texts("overlap.conflicts_title", n=len(body)), head, rows, notes)
    return Report(header, {"conflicts": body}, (table,), _COLUMNS, records)


def _rows(conflict: NamedConflict, texts: Texts) -> list[tuple[str, ...]]:
    """Return a line for each side; what the sides are of stands in the first."""
    return [
        (
            conflict.forum_name if n == 0 else "",
            texts(f"report.about.{conflict.about}") if n == 0 else "",
            side(conflict.about, conflict.subject, said.value, texts),
            ", ".join(said.reported_by),
            cited(said.evidence),
        )
        for n, said in enumerate(conflict.claims)
    ]
