"""The command on progress: how far municipalities have come, the form for it, and a filled form that is read back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from forumgraph.cli.asking import Asked, answer, asking, selection
from forumgraph.cli.help import command, text
from forumgraph.cli.options import Moment, Shared, Year, page_language, question_options
from forumgraph.cli.output import say, tell
from forumgraph.reports import Header, Report
from forumgraph.texts import LANGUAGES, Texts
from forumgraph.texts.messages import shown, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.ingest.deciding import State
    from forumgraph.ingest.filled import Problem, ReadSheet
    from forumgraph.ingest.writing import Edit
    from forumgraph.queries.progress import Progress

_FORMS = (".html", ".xlsx")
_OF_READ = {"output": "-o", "date": "--date", "reported_by": "--reported-by"}
_OF_PRINTING = frozenset(("form", "excel"))
_OF_ASKING = _OF_PRINTING | {"year", "round_", "as_of", "kkr", "municipality", "area", "graph", "credentials", "stale"}

_file = click.Path(path_type=Path)


@command("progress")
@click.option("--year", type=Year(), metavar=text("metavar.year"), help=text("progress.year"))
@click.option("--form", "form_file", type=_file, metavar=text("metavar.file"), help=text("progress.form"))
@click.option("--read", "filled", type=_file, metavar=text("metavar.file"), help=text("progress.read"))
@click.option("-o", "--output", type=_file, metavar=text("metavar.file"), help=text("progress.output"))
@click.option("--date", type=Moment(), metavar=text("metavar.date"), help=text("progress.date"))
@click.option("--reported-by", metavar=text("metavar.role"), help=text("progress.reported_by"))
@click.option("--force", is_flag=True, help=text("progress.force"))
@question_options
def progress(form_file: Path | None, filled: Path | None, **options: Any) -> None:
    """Print how far municipalities have come, write the form for it, or read a filled one."""
    _check(form_file, filled, options)
    if filled:
        _read(filled, options["output"], options)
    elif form_file:
        _write_form(form_file, options)
    else:
        _print(options)


def _check(form_file: Path | None, filled: Path | None, options: dict[str, Any]) -> None:
    """Refuse what cannot stand together."""
    if wrong := next(_wrong(form_file, filled, options), None):
        raise click.UsageError(wrong, click.get_current_context())


def _wrong(form_file: Path | None, filled: Path | None, options: dict[str, Any]) -> Iterator[str]:
    if options["year"] is not None and options["as_of"]:
        yield text("usage.year_or_day")
    if form_file and filled:
        yield text("usage.form_or_read")
    if form_file and form_file.suffix.lower() not in _FORMS:
        yield text("usage.not_a_form", path=shown(str(form_file)))
    if filled:
        yield from _wrong_output(options["output"])
        yield from _useless("--read", _OF_ASKING)
    else:
        yield from (text("usage.read_alone", option=name) for key, name in _OF_READ.items() if options[key])
        if options["force"] and not form_file:
            yield text("usage.force_alone")
    if form_file:
        yield from _useless("--form", _OF_PRINTING)


def _wrong_output(output: Path | None) -> Iterator[str]:
    if not output:
        yield text("usage.read_where")
    elif output.suffix not in (".yaml", ".yml"):
        yield text("usage.not_yaml", path=shown(str(output)))


def _useless(beside: str, names: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with options that were typed, and that nothing is done with beside another."""
    context = click.get_current_context()
    for param in context.command.params:
        if param.name in names and context.get_parameter_source(param.name) is ParameterSource.COMMANDLINE:
            yield text("usage.without_effect", option=param.opts[0], beside=beside)


def _print(options: dict[str, Any]) -> None:
    from forumgraph.reports.progress import progress_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found, header = _asked(asked, options)
        return progress_report(found, header, asked.texts)

    answer(options, report)


def _asked(asked: Asked, options: dict[str, Any]) -> tuple[Progress, Header]:
    from forumgraph.queries.left_out import left_out  # noqa: PLC0415
    from forumgraph.queries.progress import progress as ask_progress  # noqa: PLC0415

    found = ask_progress(asked.graph, asked.scope, options["year"])
    given = str(options["as_of"]) if options["as_of"] else None
    dated = replace(asked, scope=found.scope)
    header = dated.header_without_fora("progress", found.rounds, as_of=given, year=options["year"])
    if given or options["year"]:  # what the time leaves out is said where somebody chose it
        header = replace(header, left_out=left_out(asked.graph, found.concerned))
    return found, header


def _write_form(path: Path, options: dict[str, Any]) -> None:
    from forumgraph.reports.progress_form import keep_filled, write_form  # noqa: PLC0415

    if not options["force"]:
        keep_filled(path)
    with asking(options, selection(options)) as asked:
        found, header = _asked(asked, options)
        asked.graph.unchanged()
        write_form(path, found, header, Texts(page_language(options)))
    n = len({row.municipality for row in found.rows})
    tell(asked.texts("notices.form_written", n=n, path=visible(str(path.resolve()))))


def _read(filled: Path, output: Path, options: dict[str, Any]) -> None:
    """Read a filled form, and write what it reports; raise where anything at all is wrong with it."""
    from forumgraph.documents.form_reading import NotAWorkbook, read_forms  # noqa: PLC0415
    from forumgraph.graphdb.errors import BrokenData  # noqa: PLC0415
    from forumgraph.ingest.filled import Reader  # noqa: PLC0415
    from forumgraph.ingest.progress_file import About, progress_edit, state_beside  # noqa: PLC0415
    from forumgraph.ingest.refusal import Refused  # noqa: PLC0415

    shared = Shared.of(options)
    state = state_beside(shared.data.paths, output)
    if not state.sound:
        raise BrokenData(state.findings)
    try:
        sheets = read_forms(filled)
    except NotAWorkbook as error:
        reason = shared.texts(f"progress.workbook.{error.why}", detail=shown(error.detail))
        raise Refused("form_not_a_workbook", path=visible(str(filled)), reason=reason) from None
    today = dt.datetime.now().astimezone().date()
    found, problems = Reader(state.data, _words(), options["date"], today).read(sheets)
    if problems:
        _refuse(problems, filled, shared.texts)
    reporting = [sheet for sheet in found if sheet.said]
    if not reporting:
        raise Refused("form_nothing", path=visible(str(filled)))
    about = About(
        head=shared.texts("progress.read.head", file=visible(filled.name)),
        titles={sheet.sheet: _title(sheet, filled, shared.texts) for sheet in reporting},
        reported_by=options["reported_by"],
        today=today,
    )
    edit = progress_edit(reporting, output, about, force=options["force"])
    _carry_out(state, edit, shared.texts)
    _say_written(found, output, shared.texts)


def _words() -> dict[str, str]:
    """Return the states by the words for them, in all languages."""
    named = (Texts(language).section("progress.state") for language in LANGUAGES)
    return {word: state for words in named for state, word in words.items()}


def _title(sheet: ReadSheet, filled: Path, texts: Texts) -> str:
    named = {"sheet": visible(sheet.sheet), "file": visible(filled.name)}
    return texts("progress.read.title", time=sheet.date, municipality=sheet.municipality, **named)


def _refuse(problems: list[Problem], filled: Path, texts: Texts) -> None:
    """Say all that is wrong, each with its place and what to do, and leave with exit code 1."""
    for each in problems:
        values = {name: shown(value) for name, value in each.values.items()}
        key = "place" if each.cell else "place_sheet"
        place = texts(f"progress.problem.{key}", file=visible(str(filled)), sheet=shown(each.sheet), cell=each.cell)
        said, fix = (texts(f"progress.problem.{each.key}.{part}", **values) for part in ("said", "fix"))
        say(f"{place}: {said}\n    {fix}")
    say(texts("progress.read.problems", n=len(problems)))
    raise click.exceptions.Exit(1)


def _carry_out(state: State, edit: Edit, texts: Texts) -> None:
    """Write the data file, unless the data would have errors then."""
    from forumgraph.ingest.refusal import Refused  # noqa: PLC0415
    from forumgraph.ingest.writing import ChangedMeanwhile, write  # noqa: PLC0415
    from forumgraph.reports.findings import finding_lines  # noqa: PLC0415

    after = state.with_(replace(edit, before=None))
    if not after.sound:
        errors = [finding for finding in after.findings if finding.severity == "error"]
        say("\n".join(finding_lines(errors, texts)))
        say(texts("errors.form_refused", n=len(errors)))
        raise click.exceptions.Exit(1)
    try:
        write(edit)
    except ChangedMeanwhile:
        raise Refused("form_changed", path=visible(str(edit.path))) from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(edit.path)) from error


def _say_written(found: list[ReadSheet], output: Path, texts: Texts) -> None:
    tell(texts("progress.read.written", n=sum(len(sheet.said) for sheet in found), path=visible(str(output.resolve()))))
    if unchanged := sum(sheet.unchanged for sheet in found):
        tell(texts("progress.read.unchanged", n=unchanged))
