"""The progress form, municipality by municipality: themes, what must be done and what may be, and what is reported.

It knows neither HTML nor spreadsheets; a page and a workbook are made of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from forumgraph.documents.files import write_file
from forumgraph.queries.claims import grouped
from forumgraph.queries.municipalities import Span
from forumgraph.queries.progress import Progress, Standing
from forumgraph.queries.requirements import LEVELS, RequirementRow
from forumgraph.reports.errors import ReportError
from forumgraph.reports.progress import suggested_text
from forumgraph.reports.report import Header
from forumgraph.texts import Texts


@dataclass(frozen=True)
class Line:
    """A requirement with what the municipality reported on it; ``suggested`` is what nobody reported."""

    asked: RequirementRow
    row: Standing
    suggested: str


@dataclass(frozen=True)
class Part:
    """The requirements of one level in a theme."""

    level: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Theme:
    """A theme with its parts, what must be done first; a level without requirements is left out."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Sheet:
    """The form of one municipality; ``time`` is the year or the day that it is of."""

    municipality: str
    code: str
    kkr: str
    time: str
    themes: tuple[Theme, ...]


def keep_filled(path: Path) -> None:
    """Raise ReportError where a workbook is there: it may be filled in. A page never is."""
    if path.suffix.lower() == ".xlsx" and path.exists():
        raise ReportError("form_there", path=str(path))


def write_form(path: Path, found: Progress, header: Header, texts: Texts) -> None:
    """Write the form as a page or a workbook, by the suffix; raise ReportError where nothing was asked of anybody."""
    from forumgraph.reports.progress_page import progress_page  # noqa: PLC0415 - jinja2 is heavy
    from forumgraph.reports.progress_workbook import progress_workbook  # noqa: PLC0415

    made: dict[str, Callable[[list[Sheet], Header, Texts], bytes]] = {
        ".html": progress_page,
        ".xlsx": progress_workbook,
    }
    if not found.rows:
        raise ReportError("form_empty", time=time_of(found.span))
    write_file(path, made[path.suffix.lower()](sheets(found, texts), header, texts))


def time_of(span: Span) -> str:
    """Return the year that a span is, or its last day."""
    year = span.last[:4]
    return year if span == Span.of_year(int(year)) else span.last


def sheets(found: Progress, texts: Texts) -> list[Sheet]:
    """Return the forms of the municipalities, by the Danish alphabet."""
    by_id = {row.id: row for row in found.requirements}
    return [
        Sheet(rows[0].municipality, rows[0].code, rows[0].kkr, time_of(found.span), _themes(rows, by_id, found, texts))
        for rows in grouped(found.rows, lambda row: row.municipality).values()
    ]


def _themes(rows: list[Standing], by_id: dict[str, RequirementRow], found: Progress, texts: Texts) -> tuple[Theme, ...]:
    lines = [Line(by_id[row.requirement], row, suggested_text(row.suggested, found.names, texts)) for row in rows]
    themes = grouped(lines, lambda line: line.asked.theme)
    return tuple(Theme(name, _parts(each)) for name, each in themes.items())


def _parts(lines: list[Line]) -> tuple[Part, ...]:
    parts = ((level, tuple(line for line in lines if line.asked.level == level)) for level in LEVELS)
    return tuple(Part(level, each) for level, each in parts if each)
