"""The commands on identity: which bodies may be one, what people decide on it, and who a body is and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from forumgraph.cli.asking import Asked, answer
from forumgraph.cli.help import command, text
from forumgraph.cli.options import (
    Day,
    Limit,
    OneOf,
    Shared,
    data_option,
    format_option,
    graph_options,
    language_option,
    question_options,
    time_options,
)
from forumgraph.cli.output import colours, say, show, tell, width
from forumgraph.cli.usage import group
from forumgraph.graphdb.errors import BrokenData
from forumgraph.ingest.refusal import Refused
from forumgraph.reports import Report

if TYPE_CHECKING:
    from forumgraph.ingest.deciding import State
    from forumgraph.ingest.writing import Edit
    from forumgraph.queries.bodies import About

_TOP = 20  # pairs that are shown unless the user says otherwise
_VERDICTS = ("same", "joint", "part_of", "competing", "different")

dry_run_option = click.option("--dry-run", is_flag=True, help=text("identity.decide.dry_run"))


@command("identity.suggest", name="suggest")
@click.option("--about", type=OneOf(["forums", "organisations"]), default="forums", help=text("identity.suggest.about"))
@click.option(
    "--top", type=Limit(), default=_TOP, metavar=text("metavar.number"), help=text("identity.suggest.top", n=_TOP)
)
@click.option("--all", "every", is_flag=True, help=text("identity.suggest.all"))
@question_options
def suggest(about: About, top: int, every: bool, **options: Any) -> None:
    """Print the pairs that may be one body, the likeliest first."""
    from forumgraph.queries.suggestions import Wanted  # noqa: PLC0415 - each command loads its own
    from forumgraph.queries.suggestions import suggest as ask_suggest  # noqa: PLC0415
    from forumgraph.reports.suggestions import suggestions_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_suggest(asked.graph, asked.scope, about, Wanted(top, every))
        chosen = {"about": about, "top": top, "all": every}
        header = asked.header("identity suggest", tuple(asked.scope.ids), **chosen)
        return suggestions_report(found, header, asked.texts)

    answer(options, report)


@command("identity.decide", name="decide")
@click.argument("first", metavar=text("identity.decide.first"))
@click.argument("second", metavar=text("identity.decide.second"))
@click.argument("verdict", type=OneOf(_VERDICTS), metavar=text("identity.decide.verdict"))
@click.option("--why", required=True, metavar=text("metavar.text"), help=text("identity.decide.why"))
@click.option("--by", "by", metavar=text("metavar.role"), help=text("identity.decide.by"))
@click.option("--date", "date", type=Day(), metavar=text("metavar.date"), help=text("identity.decide.date"))
@dry_run_option
@data_option
@language_option
def decide(first: str, second: str, **options: Any) -> None:
    """Write a decision into the data."""
    from forumgraph.ingest.deciding import with_decision  # noqa: PLC0415
    from forumgraph.queries.deciding import to_decide  # noqa: PLC0415

    shared = Shared.of(options)
    state = _state(shared)
    entry = {
        "pair": to_decide(state, (first, second), options["verdict"]),
        "verdict": options["verdict"],
        "why": options["why"],
        "decided_by": options["by"] or shared.texts("cli.identity.decide.by_default"),
        "date": options["date"] or dt.datetime.now().astimezone().date(),
    }
    edit = with_decision(state, entry, shared.data.paths, shared.texts("decisions.head"))
    _carry_out(state, edit, "identity_graph", shared, dry=options["dry_run"])


@command("identity.undo", name="undo")
@click.argument("first", metavar=text("identity.decide.first"))
@click.argument("second", metavar=text("identity.decide.second"))
@dry_run_option
@data_option
@language_option
def undo(first: str, second: str, **options: Any) -> None:
    """Take a decision out of the data."""
    from forumgraph.ingest.deciding import without_decision  # noqa: PLC0415
    from forumgraph.queries.deciding import to_undo  # noqa: PLC0415

    shared = Shared.of(options)
    state = _state(shared)
    edit = without_decision(state, to_undo(state, (first, second)), shared.texts("decisions.head"))
    _carry_out(state, edit, "identity_undone", shared, dry=options["dry_run"])


@command("identity.explain", name="explain")
@click.argument("name", metavar=text("forum.argument"))
@time_options
@format_option
@graph_options
def explain(name: str, **options: Any) -> None:
    """Print who a body is and why."""
    from forumgraph.queries.identity import explain as ask_explain  # noqa: PLC0415
    from forumgraph.reports.identity import identity_report  # noqa: PLC0415

    def report(asked: Asked) -> Report:
        found = ask_explain(asked.graph, asked.scope, name)
        header = asked.header_without_fora("identity explain", tuple(asked.scope.ids), body=found.id)
        return identity_report(found, header, asked.texts)

    answer(options, report)


def _state(shared: Shared) -> State:
    """Return the files as they are; raise BrokenData where they have errors, Refused where they are not the user's."""
    from forumgraph.ingest.deciding import read_state  # noqa: PLC0415
    from forumgraph.ingest.files import shipped_data  # noqa: PLC0415

    if not shared.data.given and shared.data.paths == (shipped_data(),):
        raise Refused("decisions_shipped", path=str(shipped_data()))
    state = read_state(shared.data.paths)
    if not state.sound:
        raise BrokenData(state.findings)
    return state


def _carry_out(state: State, edit: Edit, title: str, shared: Shared, *, dry: bool) -> None:
    """Show what an edit changes and write it, unless the data would have errors then."""
    from forumgraph.graphdb.comparing import compare  # noqa: PLC0415
    from forumgraph.queries.moving import moved  # noqa: PLC0415
    from forumgraph.reports import render  # noqa: PLC0415
    from forumgraph.reports.findings import finding_lines  # noqa: PLC0415
    from forumgraph.reports.identity import changes_report, file_changes, moved_sentences  # noqa: PLC0415

    after = state.with_(edit)
    if not after.sound:
        errors = [finding for finding in after.findings if finding.severity == "error"]
        say("\n".join(finding_lines(errors, shared.texts)))
        say(shared.texts("errors.decision_refused", n=len(errors)))
        raise click.exceptions.Exit(1)
    made = changes_report(compare(state.records, after.records), title, shared.texts)
    show(file_changes(edit) + "\n")
    there, back = moved(state.records, after.records), moved(after.records, state.records)
    if sentences := moved_sentences(there, back, shared.texts):
        tell(" ".join(sentences))
        show("\n")
    show(render(made, "table", shared.texts, width(), colour=colours()) + "\n")
    if dry:
        tell(shared.texts("notices.decision_dry_run"))
        return
    _write(edit)
    key = "decision_written" if edit.after is not None else "decision_file_removed"
    tell(shared.texts(f"notices.{key}", path=str(edit.path)))


def _write(edit: Edit) -> None:
    from forumgraph.ingest.writing import ChangedMeanwhile, write  # noqa: PLC0415

    try:
        write(edit)
    except ChangedMeanwhile:
        raise Refused("decisions_changed", path=str(edit.path)) from None
    except OSError as error:
        raise Refused("decisions_not_writable", path=str(edit.path)) from error


identity = group("identity")
for each in (suggest, decide, undo, explain):
    identity.add_command(each)

IDENTITY = (identity,)
