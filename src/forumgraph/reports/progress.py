"""Progress as a report: what was reported, theme by theme, what is suggested apart from it, and the totals."""

from __future__ import annotations

from typing import Any

from forumgraph.queries.claims import grouped
from forumgraph.queries.progress import STATES, Progress, ProgressTotal, Standing, Suggested
from forumgraph.queries.requirements import RequirementRow
from forumgraph.reports.report import Cell, Header, Report, Table, cited, fields_of, flat, only, plain
from forumgraph.reports.requirements import level_word, requirement_objects
from forumgraph.reports.words import interval
from forumgraph.texts import Texts

#: Red, amber and green are for progress alone; the words say all that the colours say.
_STYLES = {"green": "green", "yellow": "yellow", "red": "red", "unknown": "dim"}
_SUGGESTED = fields_of(Suggested)

Names = dict[str, str]
"""The names of fora by their ids."""


def progress_report(found: Progress, header: Header, texts: Texts) -> Report:
    """Return the report of the progress question."""
    rows = [plain(row) for row in found.rows]
    body = {
        "rows": rows,
        "totals": plain(found.totals),
        "requirements": requirement_objects(found.requirements),
        "span": plain(found.span),
    }
    columns = (*fields_of(Standing, "suggested"), *(f"suggested_{name}" for name in _SUGGESTED))
    return Report(header, body, _tables(found, texts), columns, tuple(map(_record, rows)))


def _record(row: dict[str, Any]) -> dict[str, Any]:
    apart = {f"suggested_{name}": each for name, each in row["suggested"].items()}
    return flat({**only(row, "suggested"), **apart})


def _tables(found: Progress, texts: Texts) -> tuple[Table, ...]:
    if not found.rows:
        return (Table(texts("progress.none"), (), (), (texts("progress.none_note"),)),)
    by_id = {row.id: row for row in found.requirements}
    themes = grouped(found.requirements, lambda row: (row.kkr, row.theme))
    of_theme = grouped(found.rows, lambda row: (by_id[row.requirement].kkr, by_id[row.requirement].theme))
    one = len({row.municipality for row in found.rows}) == 1
    tables = [
        Table(
            title=texts(
                "progress.title_one" if one else "progress.title",
                kkr=theme[0],
                theme=theme[1],
                municipality=of_theme[theme][0].municipality,
            ),
            head=tuple(texts(key) for key in _HEAD),
            rows=tuple(_row(row, by_id[row.requirement], found.names, texts, one=one) for row in of_theme[theme]),
        )
        for theme in themes
        if theme in of_theme
    ]
    return (*tables, _totals(found, by_id, texts, themes_alone=one))


_HEAD = (
    "report.municipality", "requirements.level", "progress.requirement", "progress.state_head", "progress.remark",
    "progress.date", "report.lines", "progress.suggested",
)  # fmt: skip


def _row(row: Standing, asked: RequirementRow, names: Names, texts: Texts, *, one: bool) -> tuple[Cell | str, ...]:
    return (
        "" if one else row.municipality,
        level_word(asked.level, texts),
        asked.summary,
        state_cell(row.state, texts),
        row.remark or earlier_text(row, texts),
        row.date or "",
        cited(row.evidence),
        suggested_text(row.suggested, names, texts),
    )


def earlier_text(row: Standing, texts: Texts) -> str:
    """Return the latest of what was reported before a time of which nothing was; else nothing."""
    if row.date or not row.history:
        return ""
    before = row.history[-1]
    return texts("progress.form.earlier", state=texts(f"progress.state.{before.state}"), date=before.date)


def state_cell(state: str, texts: Texts) -> Cell:
    """Return a state as its word; the colour only repeats it."""
    return Cell(texts(f"progress.state.{state}"), _STYLES[state])


def suggested_text(suggested: Suggested, names: Names, texts: Texts) -> str:
    """Return what is suggested and why, with the lines; nothing where no survey asked about it."""
    forums = ", ".join(names.get(each, each) for each in suggested.forums)
    why = texts(f"progress.why.{suggested.why}", forums=forums)
    state = suggested.state and texts(f"progress.state.{suggested.state}")
    said = texts("progress.may_speak_for", state=state, why=why) if state else why
    return f"{said} ({cited(suggested.evidence)})" if suggested.evidence else said


def _totals(found: Progress, by_id: dict[str, RequirementRow], texts: Texts, *, themes_alone: bool) -> Table:
    shown = (each for each in found.totals if not (themes_alone and each.requirement))
    rows = tuple(_total(each, by_id, texts) for each in shown)
    words = (texts(f"progress.state.{state}") for state in STATES)
    head = (texts("progress.requirement"), *words, texts("progress.asked"), texts("progress.share"))
    first, last = found.span.first, found.span.last
    days = (
        texts("progress.day_note", day=last)
        if found.span.one_day
        else texts("progress.span_note", first=first, last=last)
    )
    notes = (days, texts("progress.unknown_note"), _suggested_note(found, texts))
    return Table(texts("progress.totals"), head, rows, notes)


def _suggested_note(found: Progress, texts: Texts) -> str:
    """Return what a suggestion is worth and where it is from: mostly not from those who recommend."""
    titles = "; ".join(f"»{each.title}« ({each.source})" for each in found.suggesting)
    said = texts("progress.suggested_note")
    return f"{said} {texts('progress.suggesting_note', titles=titles)}" if titles else said


def _total(each: ProgressTotal, by_id: dict[str, RequirementRow], texts: Texts) -> tuple[str, ...]:
    summary = (
        by_id[each.requirement].summary
        if each.requirement
        else texts("progress.theme_total", kkr=each.kkr, theme=each.theme)
    )
    counts = (str(getattr(each, state)) for state in STATES)
    return (summary, *counts, str(each.asked), interval(each))
