"""The progress form as a workbook that can be filled in and read back: a sheet for each municipality."""

from __future__ import annotations

from collections.abc import Iterator

from forumgraph.documents.form_drawing import form_workbook
from forumgraph.documents.forms import Choices, Entry, Form, Heading
from forumgraph.ingest.filled import KIND
from forumgraph.queries.progress import STATES
from forumgraph.reports.progress import earlier_text
from forumgraph.reports.progress_form import Line, Sheet
from forumgraph.reports.report import Header
from forumgraph.texts import Texts

_COLOURS = dict(zip(STATES, ("#bfe3c0", "#fbe7a1", "#f4b9b3", "#e3e5e8"), strict=True))


def progress_workbook(sheets: list[Sheet], header: Header, texts: Texts) -> bytes:
    """Return the file of the forms."""
    return form_workbook([_form(sheet, texts) for sheet in sheets], header.as_of)


def _form(sheet: Sheet, texts: Texts) -> Form:
    heads = ("progress.requirement", *(f"progress.form.{key}_head" for key in ("state", "remark", "suggested")))
    text, state, remark, suggested = map(texts, heads)
    return Form(
        name=sheet.municipality,
        keys=(KIND, sheet.code, sheet.time),
        title=texts("progress.form.title", municipality=sheet.municipality),
        notes=texts("progress.form.notes", kkr=f"KKR {sheet.kkr}", time=sheet.time),
        heads=(text, state, remark, suggested),
        lines=tuple(_lines(sheet, texts)),
        choices=_choices(texts),
    )


def _lines(sheet: Sheet, texts: Texts) -> Iterator[Heading | Entry]:
    for theme in sheet.themes:
        yield Heading(theme.name, strong=True)
        for part in theme.parts:
            yield Heading(texts(f"progress.form.{part.level}"), strong=False)
            yield from (_entry(line, texts) for line in part.lines)


def _entry(line: Line, texts: Texts) -> Entry:
    reported = texts(f"progress.state.{line.row.state}") if line.row.date else ""
    asked = "\n".join(filter(None, (line.asked.summary, earlier_text(line.row, texts))))
    return Entry(line.asked.id, asked, reported, line.row.remark or "", line.suggested)


def _choices(texts: Texts) -> Choices:
    colours = {texts(f"progress.state.{state}"): colour for state, colour in _COLOURS.items()}
    return Choices(colours, texts("progress.form.wrong_title"), texts("progress.form.wrong"))
